//! What a person does with responses: linking, correcting, ticking off, searching, paging.

use warta::db::Writer;
use warta::error::Result;
use warta::response::{self, Correction, Handled, Link, ResponseDetail, ResponseFilter};

use crate::inbox::{ANNA, BERT, Mailroom, bounce, reply};

impl Mailroom {
    fn change(
        &self,
        command: &str,
        work: impl FnOnce(&Writer) -> Result<ResponseDetail>,
    ) -> ResponseDetail {
        self.workspace.db.write(&self.ctx(), command, true, work).unwrap()
    }

    fn last_action(&self) -> i64 {
        self.text("SELECT MAX(id) || '' FROM actions").parse().unwrap()
    }
}

#[test]
fn linking_by_hand_moves_what_it_brought_about() {
    let room = Mailroom::new();
    let row = room.answer(&reply("l1", "private@else.example.com", "", "berhenti"));
    assert_eq!((row.kind.as_str(), row.contact_id), ("opt_out", 0));
    assert!(room.states().is_empty());
    let before = room.all_rows();
    let ctx = room.ctx();
    let linked = room.change("response_link", |db| {
        response::link(db, &ctx, Link { response_id: row.id, contact_id: ANNA, delivery_id: None })
    });
    assert_eq!(
        (linked.row.matched_by.as_str(), linked.row.contact_id, linked.row.delivery_id),
        ("hand", ANNA, 1)
    );
    assert_eq!(room.states(), ["do_not_contact 1  "]);
    assert_eq!(room.history(ANNA), ["response_opt_out"]);
    let linked = room.change("response_link", |db| {
        response::link(
            db,
            &ctx,
            Link { response_id: row.id, contact_id: BERT, delivery_id: Some(2) },
        )
    });
    assert_eq!(linked.row.contact_id, BERT);
    assert_eq!(room.states(), ["do_not_contact 2  "]);
    assert!(room.history(ANNA).is_empty());
    assert_eq!(room.history(BERT), ["response_opt_out"]);
    room.undo(room.last_action()).unwrap();
    assert_eq!(room.states(), ["do_not_contact 1  "]);
    let first = room.last_action() - 2;
    room.undo(first).unwrap();
    assert_eq!(room.all_rows(), before);
}

#[test]
fn correcting_the_kind_takes_back_and_does_anew() {
    let room = Mailroom::new();
    let row = room.answer(&bounce(
        "k1",
        "anna@news.example.com",
        "5.1.1",
        "550 5.1.1 unknown",
        "Message-ID: <tokentoken1.1@office.example.id>\n",
    ));
    assert_eq!((room.delivery(1).as_str(), room.states().len()), ("bounced", 1));
    let ctx = room.ctx();
    let correction = Correction {
        response_id: row.id,
        kind: "reply".to_owned(),
        permanent: None,
        only_this: None,
    };
    let corrected = room.change("response_correct", |db| response::correct(db, &ctx, correction));
    assert_eq!((corrected.row.kind.as_str(), corrected.row.permanent), ("reply", None));
    assert_eq!((room.delivery(1).as_str(), room.states().len()), ("accepted", 0));
    assert_eq!(room.history(ANNA), ["response_reply"]);
    let correction = Correction {
        response_id: row.id,
        kind: "bounce".to_owned(),
        permanent: None,
        only_this: None,
    };
    room.change("response_correct", |db| response::correct(db, &ctx, correction));
    assert_eq!((room.delivery(1).as_str(), room.states().len()), ("bounced", 1));
}

#[test]
fn the_list_filters_searches_counts_and_pages() {
    let room = Mailroom::new();
    for number in 0..5 {
        room.answer(&reply(
            &format!("p{number}"),
            "anna@news.example.com",
            &format!("Date: Sat, 21 Nov 2026 0{number}:00:00 +0000\n"),
            &format!("Pertanyaan nomor {number} tentang jembatan."),
        ));
    }
    room.answer(&reply("p9", "stranger@else.example.com", "", "Halo dari luar."));
    let ctx = room.ctx();
    let list = |filter: ResponseFilter| {
        room.workspace.db.read(|db| response::list(db, &ctx, filter)).unwrap()
    };
    let page = list(ResponseFilter {
        contact_id: Some(ANNA),
        limit: Some(2),
        ..ResponseFilter::default()
    });
    assert_eq!((page.rows.len(), page.total), (2, 5));
    let second = list(ResponseFilter {
        contact_id: Some(ANNA),
        limit: Some(2),
        after: Some(page.next),
        ..ResponseFilter::default()
    });
    let third = list(ResponseFilter {
        contact_id: Some(ANNA),
        limit: Some(2),
        after: Some(second.next.clone()),
        ..ResponseFilter::default()
    });
    assert_eq!((second.rows.len(), third.rows.len(), third.next.as_str()), (2, 1, ""));
    assert!(second.rows.first().unwrap().received_at > third.rows.first().unwrap().received_at);
    assert_eq!(
        list(ResponseFilter { search: Some("jemb nom".to_owned()), ..ResponseFilter::default() })
            .total,
        5
    );
    assert_eq!(
        list(ResponseFilter { search: Some("anna".to_owned()), ..ResponseFilter::default() }).total,
        5
    );
    assert_eq!(
        list(ResponseFilter { search: Some("'\" *".to_owned()), ..ResponseFilter::default() })
            .total,
        0
    );
    assert_eq!(list(ResponseFilter { matched: Some(false), ..ResponseFilter::default() }).total, 1);
    let counts = list(ResponseFilter::default()).counts;
    assert_eq!((counts.all, counts.waiting, counts.unmatched), (6, 5, 1));
    let first = list(ResponseFilter::default()).rows.remove(0);
    room.change("response_handled", |db| {
        response::set_handled(db, &ctx, Handled { response_id: first.id, handled: true })
    });
    let counts = list(ResponseFilter::default()).counts;
    assert_eq!(counts.waiting + counts.unmatched, 5);
    assert_eq!(list(ResponseFilter { handled: Some(true), ..ResponseFilter::default() }).total, 1);
}

#[test]
fn an_unmatched_answer_gets_a_suggestion_by_its_subject() {
    let room = Mailroom::new();
    let row = room.answer(
        "From: Anna Pribadi <anna.p@news.example.com>\nTo: press@office.example.id\nSubject: Re: Siaran pers: Pasar murah dibuka di alun-alun\nMessage-ID: <g1@example.com>\n\nMinta foto.\n",
    );
    assert_eq!(row.matched_by, "", "a subject alone proves nothing");
    let ctx = room.ctx();
    let shown = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
    let suggestion = shown.suggestions.first().unwrap();
    assert_eq!(
        (suggestion.contact_id, suggestion.delivery_id, suggestion.by.as_str()),
        (ANNA, 1, "subject")
    );
}
