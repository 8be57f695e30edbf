//! What a person does with responses: linking, correcting, ticking off, searching, paging.

use warta::db::Writer;
use warta::error::Result;
use warta::response::{
    self, Assignment, Correction, Handled, Link, ResponseDetail, ResponseFilter, Snooze,
};

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

/// A member of the staff, who needs no more than a name.
fn staff(room: &Mailroom, name: &str) -> i64 {
    let mut patch = warta::db::Patch::default();
    patch.set.insert("name".to_owned(), name.into());
    let ctx = room.ctx();
    room.workspace
        .db
        .write(&ctx, "staff_save", true, |db| Ok(warta::staff::save(db, &ctx, patch)?.id))
        .unwrap()
}

/// Subjects of the responses in a state, newest first.
fn in_state(room: &Mailroom, state: &str, mine: Option<bool>) -> Vec<i64> {
    let ctx = room.ctx();
    let filter =
        ResponseFilter { state: Some(state.to_owned()), mine, ..ResponseFilter::default() };
    let page = room.workspace.db.read(|db| response::list(db, &ctx, filter)).unwrap();
    assert_eq!(page.total, i64::try_from(page.rows.len()).unwrap());
    page.rows.iter().map(|row| row.id).collect()
}

#[test]
fn the_state_of_a_conversation_follows_what_is_done_and_what_comes() {
    let room = Mailroom::new();
    let rina = staff(&room, "Rina");
    let other = staff(&room, "Dimas");
    let ctx = room.ctx();
    let anna = |id: &str, head: &str| {
        room.answer(&reply(id, "anna@news.example.com", head, "Boleh minta datanya?")).id
    };
    let first = anna("t1", "Date: Sat, 21 Nov 2026 01:00:00 +0000\n");
    let second =
        anna("t2", "Date: Sat, 21 Nov 2026 02:00:00 +0000\nIn-Reply-To: <t1@example.com>\n");
    let alone = room.answer(&reply("t3", "bert@radio.example.org", "", "Hal lain.")).id;
    let rows = room.rows();
    let row = |id: i64| rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!((row(second).thread_id, row(first).thread_id), (first, first));
    assert_eq!(row(alone).thread_id, alone);
    assert_eq!(in_state(&room, "new", None).len(), 3);

    let before = room.all_rows();
    let assignment = |id, staff_id| Assignment { response_id: id, staff_id };
    room.change("response_assign", |db| response::assign(db, &ctx, assignment(second, Some(rina))));
    assert_eq!(in_state(&room, "assigned", Some(true)), [second, first]);
    assert_eq!(in_state(&room, "new", None), [alone]);
    room.undo(room.last_action()).unwrap();
    assert_eq!(room.all_rows(), before);
    room.change("response_assign", |db| {
        response::assign(db, &ctx, assignment(second, Some(other)))
    });
    assert_eq!(in_state(&room, "open", Some(false)), [second, first]);
    assert!(in_state(&room, "open", Some(true)).is_empty());
    room.change("response_assign", |db| response::assign(db, &ctx, assignment(second, Some(rina))));

    let wait = Snooze {
        response_id: second,
        until: Some("2999-01-04".to_owned()),
        waiting_for: Some(" data Dinkes ".to_owned()),
    };
    let put_off = room.change("response_snooze", |db| response::snooze(db, &ctx, wait.clone()));
    assert_eq!(
        (put_off.row.state.as_str(), put_off.row.waiting_for.as_str()),
        ("waiting", "data Dinkes")
    );
    assert_eq!(in_state(&room, "waiting", None), [second, first]);
    let counts = room
        .workspace
        .db
        .read(|db| response::list(db, &ctx, ResponseFilter::default()))
        .unwrap()
        .counts;
    assert_eq!((counts.new, counts.mine, counts.others, counts.snoozed), (1, 0, 0, 2));
    assert_eq!((counts.for_me, counts.done), (1, 0));
    let past = Snooze { until: Some("2020-01-01".to_owned()), ..wait };
    let refused = room
        .workspace
        .db
        .write(&ctx, "response_snooze", true, |db| response::snooze(db, &ctx, past));
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("until"));

    // They write again: it waits no longer, and it is Rina's.
    let third = anna(
        "t4",
        "In-Reply-To: <other@example.com>\nReferences: <t2@example.com> <other@example.com>\n",
    );
    assert!(in_state(&room, "waiting", None).is_empty());
    let fresh = in_state(&room, "new", Some(true));
    assert_eq!(fresh, [third]);
    assert_eq!(in_state(&room, "assigned", Some(true)), [second, first]);

    // Done is done to all of it; the next mail is new, what was done stays so.
    let done = Handled { response_id: first, handled: true };
    room.change("response_handled", |db| response::set_handled(db, &ctx, done));
    assert_eq!(in_state(&room, "done", None).len(), 3);
    let fourth = anna("t5", "In-Reply-To: <t4@example.com>\n");
    assert_eq!(in_state(&room, "new", Some(true)), [fourth]);
    assert_eq!(in_state(&room, "done", None).len(), 3);

    // An automatic answer of the conversation brings nothing back.
    let wait = Snooze { response_id: fourth, waiting_for: Some("Bert".to_owned()), until: None };
    room.change("response_snooze", |db| response::snooze(db, &ctx, wait));
    anna("t6", "In-Reply-To: <t5@example.com>\nAuto-Submitted: auto-replied\n");
    assert_eq!(in_state(&room, "waiting", None), [fourth]);
}

#[test]
fn a_second_answer_to_the_same_release_joins_the_conversation() {
    let room = Mailroom::new();
    let head = "In-Reply-To: <tokentoken1.1@office.example.id>\n";
    let first = room.answer(&reply("s1", "anna@news.example.com", head, "Terima kasih.")).id;
    let second = room.answer(&reply("s2", "anna@news.example.com", head, "Satu lagi: foto?")).id;
    let ctx = room.ctx();
    let filter = ResponseFilter { thread_of: Some(second), ..ResponseFilter::default() };
    let page = room.workspace.db.read(|db| response::list(db, &ctx, filter)).unwrap();
    let ids: Vec<i64> = page.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&first) && ids.contains(&second));
}

/// Responses in such numbers that each way of searching is taken: number, when it came, text.
fn many_responses(room: &Mailroom) -> Vec<(i64, String, String)> {
    let made: Vec<(i64, String, String)> = (1_000..7_000_i64)
        .map(|id| {
            // In another order than that in which they were added, some at the same moment.
            let minute = (id * 7_919) % 4_999;
            let at = format!(
                "2026-{:02}-{:02}T{:02}:{:02}:00.000Z",
                minute / 1_440 + 3,
                id % 2 + 1,
                minute / 60 % 24,
                minute % 60
            );
            let old = if at.as_str() < "2026-04" { "lampau" } else { "" };
            let text = format!("tentang jembatan{} nomor{id} s{} {old}", id % 100, id % 3);
            (id, at, text)
        })
        .collect();
    let keep = |db: &warta::db::Reader| {
        for (id, at, text) in &made {
            db.execute(
                "INSERT INTO responses (id, kind, identity, received_at, new_text, handled, created_at, updated_at)
                 VALUES (:id, 'reply', :id || '', :at, :text, :id % 5 = 0, :at, :at)",
                &[(":id", id), (":at", at), (":text", text)],
            )?;
            warta::db::search::put(db, &response::SEARCH, *id, &["", "", text])?;
        }
        Ok(())
    };
    let normal = warta::db::Durability::Normal;
    room.workspace.db.write_unlogged(normal, &["responses"], keep).unwrap();
    made
}

#[test]
fn search_finds_the_newest_whether_few_match_or_many() {
    let room = Mailroom::new();
    let made = many_responses(&room);
    let ctx = room.ctx();
    let list = |filter: ResponseFilter| {
        room.workspace.db.read(|db| response::list(db, &ctx, filter)).unwrap()
    };
    // Few; many that are common; many that are all old; one letter; two words; open ones alone.
    for (text, handled) in [
        ("nomor123", None),
        ("jembatan77", None),
        ("t", None),
        ("te", None),
        ("tentang", None),
        ("lampau", None),
        ("nomor", None),
        ("s1", None),
        ("tentang s2", None),
        // A rare word beside one that stands in all.
        ("nomor123 tentang", None),
        ("tentang jembatan77", None),
        ("jembatan7 tent", Some(false)),
        ("s", Some(true)),
    ] {
        let words: Vec<&str> = text.split(' ').collect();
        let mut expected: Vec<(&String, i64)> = made
            .iter()
            .filter(|(id, _, _)| handled.is_none_or(|handled| handled == (id % 5 == 0)))
            .filter(|(_, _, text)| {
                words.iter().all(|word| text.split(' ').any(|has| has.starts_with(word)))
            })
            .map(|(id, at, _)| (at, *id))
            .collect();
        expected.sort_unstable_by(|a, b| b.cmp(a));
        let expected: Vec<i64> = expected.into_iter().map(|(_, id)| id).collect();
        assert!(!expected.is_empty(), "{text}");
        let asked = ResponseFilter {
            search: Some(text.to_owned()),
            handled,
            limit: Some(900),
            ..ResponseFilter::default()
        };
        let first = list(asked.clone());
        assert_eq!(first.total, i64::try_from(expected.len()).unwrap(), "{text}");
        let (mut found, mut next) = (Vec::new(), None);
        loop {
            let page =
                list(ResponseFilter { after: next, without_counts: Some(true), ..asked.clone() });
            found.extend(page.rows.iter().map(|row| row.id));
            assert_eq!((page.total, page.counts.all), (0, 0));
            if page.next.is_empty() {
                break;
            }
            next = Some(page.next);
        }
        assert!(found == expected, "{text}: {} instead of {}", found.len(), expected.len());
    }
}

/// A conversation is found by its index: without it, reading a hundred thousand mails takes hours.
#[test]
fn a_conversation_is_found_without_looking_through_all_responses() {
    let room = Mailroom::new();
    let ctx = room.ctx();
    let made = many_responses(&room);
    room.workspace
        .db
        .write_unlogged(warta::db::Durability::Normal, &["responses"], |db| {
            db.execute("UPDATE responses SET thread_id = 1000 WHERE id IN (1001, 5000)", &[])
        })
        .unwrap();
    room.workspace
        .db
        .read(|db| {
            let mut members: Vec<i64> =
                response::work::thread(db, 1000)?.iter().map(|member| member.id).collect();
            members.sort_unstable();
            assert_eq!(members, [1000, 1001, 5000]);
            let plan = db.rows(
                "EXPLAIN QUERY PLAN SELECT owner_id FROM responses
                 WHERE (id = :root OR (thread_id = :root AND thread_id <> 0)) AND deleted_at IS NULL
                 ORDER BY received_at DESC, id DESC LIMIT 1",
                &[(":root", &1000)],
                |row| row.get::<_, String>(3),
            )?;
            assert!(plan.iter().any(|step| step.contains("responses_by_thread")), "{plan:?}");
            assert!(plan.iter().all(|step| !step.starts_with("SCAN")), "{plan:?}");
            Ok(())
        })
        .unwrap();
    let filter = ResponseFilter { thread_of: Some(5000), ..ResponseFilter::default() };
    let page = room.workspace.db.read(|db| response::list(db, &ctx, filter)).unwrap();
    assert_eq!((page.total, made.len()), (3, 6_000));
}
