//! Answers to invitations in the mailbox: whose words are read as one, what a person corrects, and
//! what is offered to an event that came later.

use rusqlite::named_params;
use warta::db::{Durability, Writer};
use warta::error::Result;
use warta::event_guest::{GuestsAdd, NamedGuest};
use warta::event_reply::{self, OffersTake, ResponseAnswer};
use warta::response::{self, ResponseRow};

use crate::inbox::{ANNA, BERT, Mailroom, reply};

fn in_one<T>(room: &Mailroom, command: &str, work: impl FnOnce(&Writer) -> Result<T>) -> T {
    room.workspace.db.write(&room.ctx(), command, true, work).unwrap()
}

/// A press conference in a week, to which Anna is invited by a delivery of its own.
fn invited() -> Mailroom {
    let room = Mailroom::new();
    event(&room, "acara-1@office.example.id");
    room.workspace
        .db
        .write_unlogged(Durability::Normal, &[], |db| {
            let now = room.ctx().now_text();
            db.execute("UPDATE event_guests SET place = 'invited', invited_at = :now, told_version = 1", named_params! {":now": now})?;
            db.execute(
                "INSERT INTO distributions (release_id, event_id, event_mail, state, subject, covering_text, release_html, release_text, actor, created_at)
                 VALUES (1, 1, 'invitation', 'done', 'Undangan: Jumpa pers banjir', '', '', '', 'Rina', :now)",
                named_params! {":now": now},
            )?;
            db.execute(
                "INSERT INTO deliveries (distribution_id, contact_id, guest_id, channel, address, address_key, domain, message_id, token, state, claimed_at, changed_at)
                 VALUES (2, :contact, 1, 'mail', 'anna@news.example.com', 'anna@news.example.com', 'news.example.com', '<undangan9.1@office.example.id>', 'undangan9', 'accepted', :now, :now)",
                named_params! {":contact": ANNA, ":now": now},
            )?;
            Ok(())
        })
        .unwrap();
    room
}

/// An event in a week with Anna on its list.
fn event(room: &Mailroom, uid: &str) {
    let begins = warta::clock::to_text(room.ctx().now + chrono::Duration::days(7));
    let ends = warta::clock::to_text(
        room.ctx().now + chrono::Duration::days(7) + chrono::Duration::hours(1),
    );
    room.workspace
        .db
        .write_unlogged(Durability::Normal, &[], |db| {
            let now = room.ctx().now_text();
            db.execute(
                "INSERT INTO press_events (kind, title, uid, begins_at, ends_at, zone, created_at, updated_at)
                 VALUES ('press_conference', 'Jumpa pers banjir', :uid, :begins, :ends, 'Asia/Jakarta', :now, :now)",
                named_params! {":uid": uid, ":begins": begins, ":ends": ends, ":now": now},
            )?;
            db.execute(
                "INSERT INTO event_guests (event_id, contact_id, name, name_key, email, category, place, created_at, updated_at)
                 VALUES (1, :contact, 'Anna Wijaya', 'anna wijaya', 'anna@news.example.com', 'press', 'invited', :now, :now)",
                named_params! {":contact": ANNA, ":now": now},
            )?;
            Ok(())
        })
        .unwrap();
}

const TO_IT: &str = "In-Reply-To: <undangan9.1@office.example.id>\n";

/// What a response is kept as: answer, written in, unsure, deputy, outlet.
fn kept(room: &Mailroom, row: &ResponseRow) -> String {
    room.text(&format!(
        "SELECT rsvp_partstat || ' ' || rsvp_by || ' ' || rsvp_unsure || '|' || rsvp_deputy || '|' || rsvp_deputy_outlet FROM responses WHERE id = {}",
        row.id
    ))
}

#[test]
fn the_words_of_the_invited_are_read_and_those_of_others_are_not() {
    let room = invited();
    let anna = "Anna Wijaya <anna@news.example.com>";
    let say = |id: &str, extra: &str, text: &str| room.answer(&reply(id, anna, extra, text));
    assert_eq!(kept(&room, &say("w1", TO_IT, "Siap hadir, Bu.")), "accepted mail ||");
    assert_eq!(kept(&room, &say("w2", TO_IT, "Siap")), "accepted mail acknowledges||");
    assert_eq!(
        kept(&room, &say("w3", TO_IT, "Saya wakilkan kepada Budi (Radio Contoh).")),
        "delegated mail |Budi|Radio Contoh"
    );
    assert_eq!(kept(&room, &say("w4", TO_IT, "Apakah boleh hadir online?")), "  ||");
    // Quoted words are not hers.
    let quoted = "Terima kasih.\n\nPada Sen, 23 Nov 2026, Humas <h@example.id> menulis:\n> Mohon konfirmasi: siap hadir atau tidak bisa hadir.";
    assert_eq!(kept(&room, &say("w5", TO_IT, quoted)), "  ||");
    // An answer to a press release is none to an invitation, whatever it says.
    let release = "In-Reply-To: <tokentoken1.1@office.example.id>\n";
    assert_eq!(kept(&room, &say("w6", release, "Siap hadir.")), "  ||");
    let bert = room.answer(&reply("w7", "bert@radio.example.org", "", "Siap hadir."));
    assert_eq!(kept(&room, &bert), "  ||", "Bert was not asked");
    // A letter of its own counts where its subject speaks of the invitation.
    let own = |id: &str, subject: &str, text: &str| {
        room.answer(&reply(id, anna, "", text).replace("Re: Siaran pers", subject))
    };
    assert_eq!(kept(&room, &own("w8", "Konfirmasi", "Kami hadir dua orang.")), "accepted mail ||");
    assert_eq!(kept(&room, &own("w9", "Jumpa pers banjir", "Maaf tidak bisa")), "declined mail ||");
    assert_eq!(kept(&room, &own("w10", "Foto kemarin", "Kami hadir dua orang.")), "  ||");
    assert_eq!(kept(&room, &own("w11", "Undangan", "Siap")), "  ||", "a nod to nobody knows what");
}

#[test]
fn one_key_corrects_an_answer_and_undo_brings_it_back() {
    let room = invited();
    let ctx = room.ctx();
    let row = room.answer(&reply("c1", "anna@news.example.com", TO_IT, "Siap"));
    let before = room.all_rows();
    let say = |rsvp: Option<&str>| {
        let order = ResponseAnswer { response_id: row.id, rsvp: rsvp.map(str::to_owned) };
        in_one(&room, "response_answer", |db| event_reply::set_answer(db, &ctx, order))
    };
    let detail = say(Some("no"));
    let rsvp = detail.rsvp.unwrap();
    assert_eq!(
        (rsvp.partstat.as_str(), rsvp.unsure.as_str(), rsvp.by.as_str()),
        ("declined", "", "mail")
    );
    assert_eq!(kept(&room, &row), "declined mail ||");
    let last = room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap();
    room.undo(last).unwrap();
    assert_eq!(kept(&room, &row), "accepted mail acknowledges||");
    assert_eq!(room.all_rows(), before);
    assert!(say(None).rsvp.is_none());
    let order = ResponseAnswer { response_id: row.id, rsvp: Some("perhaps".to_owned()) };
    let refused = room
        .workspace
        .db
        .write(&ctx, "response_answer", true, |db| event_reply::set_answer(db, &ctx, order));
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("rsvp"));
}

fn calendar_reply(id: &str, uid: &str, from: &str, partstat: &str) -> String {
    format!(
        "From: {from}\nTo: press@office.example.id\nSubject: Accepted: Jumpa pers banjir\nMessage-ID: <{id}@example.com>\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:{uid}\nSEQUENCE:0\nATTENDEE;PARTSTAT={partstat}:mailto:{from}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

#[test]
fn answers_that_came_before_their_event_are_offered_to_it() {
    let room = Mailroom::new();
    let ctx = room.ctx();
    let named = room.answer(&calendar_reply(
        "o1",
        "acara-1@office.example.id",
        "anna@news.example.com",
        "ACCEPTED",
    ));
    let other = room.answer(
        &calendar_reply("o2", "lain@else.example.com", "bert@radio.example.org", "DECLINED")
            .replace("Jumpa pers banjir", "Lain"),
    );
    assert_eq!(
        room.text(&format!("SELECT rsvp_version || '' FROM responses WHERE id = {}", named.id)),
        "1"
    );
    event(&room, "acara-1@office.example.id");
    let offered = room.workspace.db.read(|db| event_reply::offers(db, &ctx, 1)).unwrap();
    let all: Vec<(i64, &str, &str)> =
        offered.iter().map(|o| (o.response_id, o.rsvp.as_str(), o.by.as_str())).collect();
    assert_eq!(all, [(named.id, "yes", "uid")]);
    assert_eq!(other.contact_id, BERT);
    // What is said to be no answer is offered no more.
    let none = ResponseAnswer { response_id: named.id, rsvp: None };
    in_one(&room, "response_answer", |db| event_reply::set_answer(db, &ctx, none));
    let offers = || room.workspace.db.read(|db| event_reply::offers(db, &ctx, 1)).unwrap();
    assert!(offers().is_empty());
    room.undo(room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap()).unwrap();
    assert_eq!(offers().len(), 1);
    // The event knows nobody of this address yet: it waits among its open answers, once.
    let order = OffersTake { event_id: 1, response_ids: vec![named.id] };
    in_one(&room, "event_offers_take", |db| event_reply::take_offers(db, &ctx, order));
    assert!(
        room.workspace.db.read(|db| response::show(db, &ctx, named.id)).unwrap().rsvp.is_some()
    );
    assert!(offers().is_empty());
}

#[test]
fn whose_answer_is_there_before_they_are_on_the_list_is_answered_for_at_once() {
    let room = Mailroom::new();
    let ctx = room.ctx();
    event(&room, "acara-1@office.example.id");
    let uid = "acara-1@office.example.id";
    let early = room.answer(&calendar_reply("p1", uid, "bert@radio.example.org", "ACCEPTED"));
    room.answer(&calendar_reply("p2", uid, "cici@example.com", "DECLINED"));
    let open = || {
        room.text("SELECT COALESCE(STRING_AGG(address || '/' || reason, ', ' ORDER BY id), '') FROM event_answers WHERE state = 'open' AND deleted_at IS NULL")
    };
    let bert = "bert@radio.example.org/answer-unknown-guest";
    let cici = "cici@example.com/answer-unknown-guest";
    assert_eq!(open(), format!("{bert}, {cici}"));
    let before = room.all_rows();
    let order = || GuestsAdd { event_id: 1, contacts: vec![BERT], ..GuestsAdd::default() };
    in_one(&room, "event_guest_add", |db| event_reply::add_guests(db, &ctx, order()));
    let stands = || {
        room.text("SELECT STRING_AGG(name || ' ' || rsvp || ' ' || COALESCE(rsvp_response_id, 0), ', ' ORDER BY id) FROM event_guests WHERE deleted_at IS NULL AND id > 1")
    };
    assert_eq!(open(), cici, "nobody else's answer is touched");
    let name = room.text(&format!("SELECT name FROM contacts WHERE id = {BERT}"));
    assert_eq!(stands(), format!("{name} yes {}", early.id));
    // Whoever undoes the adding has the answer to look at again.
    room.undo(room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap()).unwrap();
    assert_eq!(open(), format!("{bert}, {cici}"));
    assert_eq!(room.all_rows(), before);
    in_one(&room, "event_guest_add", |db| event_reply::add_guests(db, &ctx, order()));
    // An address that is put right later is enough.
    let person = NamedGuest { name: "Cici".to_owned(), ..NamedGuest::default() };
    let order = GuestsAdd { event_id: 1, persons: vec![person], ..GuestsAdd::default() };
    let added =
        in_one(&room, "event_guest_add", |db| event_reply::add_guests(db, &ctx, order)).adding;
    assert_eq!(open(), cici);
    let patch = serde_json::from_value(
        serde_json::json!({"id": added[0].guest_id, "set": {"email": "Cici@example.com"}}),
    )
    .unwrap();
    let saved = in_one(&room, "event_guest_save", |db| event_reply::save_guest(db, &ctx, patch));
    assert_eq!((saved.rsvp.as_str(), saved.rsvp_by.as_str()), ("no", "calendar"));
    assert_eq!(open(), "");
}

/// What stands with Anna as a guest, and her answers as the event keeps them, oldest first.
fn at_the_event(room: &Mailroom) -> String {
    let guest = room.text("SELECT rsvp || ' ' || rsvp_by FROM event_guests WHERE id = 1");
    let answers = room.text("SELECT COALESCE(STRING_AGG(rsvp || '/' || state || '/' || reason, ', ' ORDER BY id), '') FROM event_answers WHERE deleted_at IS NULL");
    format!("{guest}: {answers}")
}

#[test]
fn what_is_read_stands_with_the_guest_and_what_is_unclear_waits() {
    let room = invited();
    let ctx = room.ctx();
    let anna = "Anna Wijaya <anna@news.example.com>";
    let first = room.answer(&reply("e1", anna, TO_IT, "Siap hadir, Bu."));
    assert_eq!(at_the_event(&room), "yes mail: yes/applied/");
    let read: i64 = room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap();
    let say = |id: i64, rsvp: Option<&str>| {
        let order = ResponseAnswer { response_id: id, rsvp: rsvp.map(str::to_owned) };
        in_one(&room, "response_answer", |db| event_reply::set_answer(db, &ctx, order))
    };
    let detail = say(first.id, Some("no"));
    let went = detail.rsvp.unwrap().went.unwrap();
    assert_eq!((went.event_id, went.guest.as_str(), went.rsvp.as_str()), (1, "Anna Wijaya", "no"));
    assert_eq!(at_the_event(&room), "no mail: no/applied/");
    assert!(say(first.id, None).rsvp.is_none());
    assert_eq!(at_the_event(&room), " : ");
    for _ in 0..2 {
        room.undo(room.text("SELECT MAX(id) || '' FROM actions WHERE undone_by = 0 AND undoes = 0 AND command = 'response_answer'").parse().unwrap()).unwrap();
    }
    assert_eq!(at_the_event(&room), "yes mail: yes/applied/");
    room.undo(read).unwrap();
    assert_eq!(at_the_event(&room), " : ", "undone with the reading that brought it");

    room.answer(&reply("e2", anna, TO_IT, "Siap"));
    assert_eq!(at_the_event(&room), " : /open/answer-unclear");
    room.answer(&calendar_reply(
        "e3",
        "acara-1@office.example.id",
        "anna@news.example.com",
        "ACCEPTED",
    ));
    assert_eq!(at_the_event(&room), "yes calendar: /older/answer-unclear, yes/applied/");
    room.answer(&reply("e4", anna, TO_IT, "Saya wakilkan kepada Budi (Radio Contoh)."));
    assert_eq!(
        at_the_event(&room),
        "no mail: /older/answer-unclear, yes/applied/, no/open/answer-deputy"
    );
    let stranger = room.answer(&calendar_reply(
        "e5",
        "acara-1@office.example.id",
        "siapa@else.example.com",
        "ACCEPTED",
    ));
    let went = room
        .workspace
        .db
        .read(|db| response::show(db, &ctx, stranger.id))
        .unwrap()
        .rsvp
        .unwrap()
        .went
        .unwrap();
    assert_eq!(
        (went.event_id, went.guest_id, went.reason.as_str()),
        (1, 0, "answer-unknown-guest")
    );
}
