//! Guests of events: everybody once, seats and quotas, the waiting list, who comes instead, and the
//! answers that come in any order.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::db::Source;
use warta::error::{Code, Error};
use warta::event_answer::{self, AnswerState, Given, Taken};

use crate::media_list::Desk;

fn attempt(desk: &Desk, name: &str, args: Json) -> Result<Json, Error> {
    commands::call_and_wait(&desk.door(), name, args)
}

/// An event in three days with so many seats; 0 = no limit.
pub fn event(desk: &Desk, title: &str, capacity: i64) -> i64 {
    let begins = warta::clock::now() + chrono::Duration::days(3);
    let saved = desk.call(
        "event_save",
        json!({"patch": {"set": {"title": title, "capacity": capacity}}, "begins": format!("{} 09:00 WIB", begins.format("%Y-%m-%d"))}),
    );
    saved["event"]["id"].as_i64().unwrap()
}

fn people(event: i64, names: &[&str]) -> Json {
    let persons: Vec<Json> = names
        .iter()
        .map(|name| {
            let (name, outlet) = name.split_once('/').unwrap_or((name, ""));
            json!({"name": name, "outlet": outlet})
        })
        .collect();
    json!({"event_id": event, "persons": persons})
}

fn named(rows: &Json) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

fn rows(desk: &Desk, event: i64) -> Vec<Json> {
    let page = desk.call("event_guest_list", json!({"event_id": event, "order": "added"}));
    page["rows"].as_array().unwrap().clone()
}

fn guest(desk: &Desk, event: i64, name: &str) -> Json {
    let found = rows(desk, event).into_iter().find(|row| row["name"] == name);
    found.unwrap_or_else(|| panic!("{name} is no guest"))
}

fn id(desk: &Desk, event: i64, name: &str) -> i64 {
    guest(desk, event, name)["id"].as_i64().unwrap()
}

fn places(desk: &Desk, event: i64) -> Vec<String> {
    rows(desk, event)
        .iter()
        .map(|row| format!("{} {}", row["name"].as_str().unwrap(), row["place"].as_str().unwrap()))
        .collect()
}

fn sums(desk: &Desk, event: i64) -> Json {
    desk.call("event_guest_list", json!({"event_id": event, "limit": 0}))["sums"].clone()
}

fn take(desk: &Desk, given: Given) -> Taken {
    let ctx = desk.workspace.ctx("", Source::Mailbox);
    desk.workspace.db.write(&ctx, "inbox_read", true, |db| event_answer::take(db, given)).unwrap()
}

fn uid(desk: &Desk, event: i64) -> String {
    desk.call("event_show", json!(event))["event"]["uid"].as_str().unwrap().to_owned()
}

fn minutes_ago(minutes: i64) -> String {
    warta::clock::to_text(warta::clock::now() - chrono::Duration::minutes(minutes))
}

fn said(desk: &Desk, event: i64, address: &str, rsvp: &str, minutes: i64) -> Given {
    Given {
        event_uid: Some(uid(desk, event)),
        address: address.to_owned(),
        rsvp: rsvp.to_owned(),
        way: "calendar",
        at: minutes_ago(minutes),
        ..Given::default()
    }
}

#[test]
fn everybody_comes_onto_the_list_once() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 0);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    let budi = desk.contact("Budi Santoso", "budi@example.com", "TV Contoh");
    let tuti = desk.contact("Tuti", "tuti@example.com", "Radio Contoh");
    let no = desk.contact("Joko", "joko@example.com", "Majalah Contoh");
    desk.call("contact_state_set", json!({"contact_id": no, "kind": "do_not_contact", "on": true}));
    let list = desk.call("list_save", json!({"set": {"name": "Pokja"}}))["id"].clone();
    desk.call("list_add", json!({"list_id": list, "contact_ids": [siti, budi, no]}));
    let minus = desk.call("list_save", json!({"set": {"name": "Minus"}}))["id"].clone();
    desk.call("list_add", json!({"list_id": minus, "contact_ids": [budi]}));
    let order = json!({"event_id": event, "lists": [list], "minus_lists": [minus], "contacts": [siti, tuti],
        "persons": [{"name": "Siti R.", "email": "SITI@example.com"},
                    {"name": "Ani", "outlet": "Harian Contoh", "phone": "0000 1234 567", "category": "speaker"},
                    {"name": "Ani Lagi", "phone": "+62 0001234567"},
                    {"name": "ani", "outlet": "harian contoh"}]});
    let before = desk.rows();
    let found = desk.call("event_guest_check", order.clone());
    assert_eq!(desk.rows(), before, "asking changes nothing");
    assert_eq!(named(&found["adding"]), ["Siti Rahma", "Tuti", "Ani"]);
    assert_eq!(named(&found["left_out"]), ["Budi Santoso", "Joko"]);
    assert_eq!(found["left_out"][0]["reason"], "guest-out-minus");
    assert_eq!(found["left_out"][1]["reason"], "guest-out-do-not-contact");
    assert_eq!(named(&found["already"]), ["Siti Rahma", "Ani", "Ani"], "by mail, phone and name");

    desk.call("event_guest_add", order.clone());
    assert_eq!(places(&desk, event), ["Siti Rahma listed", "Tuti listed", "Ani listed"]);
    let siti_row = guest(&desk, event, "Siti Rahma");
    assert_eq!(siti_row["outlet"], "Harian Contoh");
    assert_eq!(siti_row["email"], "siti@example.com");
    assert_eq!(guest(&desk, event, "Ani")["category"], "speaker");
    let again = desk.call("event_guest_add", order);
    assert!(named(&again["adding"]).is_empty(), "nobody twice");
    assert_eq!(rows(&desk, event).len(), 3);

    let found = desk.call("event_guest_list", json!({"event_id": event, "text": "harian 0001234"}));
    assert_eq!(named(&found["rows"]), ["Ani"]);
    let error = attempt(
        &desk,
        "event_guest_add",
        json!({"event_id": event, "persons": [{"name": "Ya"}, {"name": "Salah", "phone": "dua"}]}),
    );
    let error = error.unwrap_err();
    assert_eq!((error.text, error.args["row"].as_str()), ("guest-row-phone", "2"));
}

#[test]
fn who_finds_no_seat_waits_and_moves_up_when_one_falls_free() {
    let desk = Desk::new();
    let event = event(&desk, "Gathering", 2);
    let found =
        desk.call("event_guest_add", people(event, &["Ani", "Budi", "Cici", "Dedi", "Eka"]));
    assert_eq!(named(&found["adding"]), ["Ani", "Budi"]);
    assert_eq!(named(&found["waiting"]), ["Cici", "Dedi", "Eka"]);
    assert!(found["waiting"][0]["reason"].as_str().unwrap().contains('2'), "the quota is named");
    assert_eq!(guest(&desk, event, "Dedi")["waiting_rank"], 2);
    assert_eq!(sums(&desk, event)["seats_left"], 0);

    let before = desk.rows();
    desk.call(
        "event_guest_answer",
        json!({"guest_id": id(&desk, event, "Ani"), "rsvp": "no", "way": "phone"}),
    );
    assert_eq!(guest(&desk, event, "Cici")["place"], "listed", "the first who waits");
    assert_eq!(guest(&desk, event, "Cici")["reason"], "");
    assert_eq!(guest(&desk, event, "Dedi")["waiting_rank"], 1);
    desk.call("undo_last", json!(null));
    assert_eq!(desk.rows(), before, "one action");
    desk.call("event_guest_answer", json!({"guest_id": id(&desk, event, "Ani"), "rsvp": "no"}));

    desk.call(
        "event_guest_withdraw",
        json!({"ids": [id(&desk, event, "Budi")], "reason": "Bukan wartawan"}),
    );
    assert_eq!(guest(&desk, event, "Dedi")["place"], "listed");
    assert_eq!(guest(&desk, event, "Budi")["reason"], "Bukan wartawan");
    let error = attempt(
        &desk,
        "event_guest_withdraw",
        json!({"ids": [id(&desk, event, "Cici")], "reason": " "}),
    );
    assert_eq!(error.unwrap_err().text, "guest-withdraw-reason");

    desk.call("event_guest_add", people(event, &["Fani", "Gita"]));
    desk.call("event_guest_remove", json!([id(&desk, event, "Cici")]));
    assert_eq!(guest(&desk, event, "Eka")["place"], "listed");
    desk.call("event_save", json!({"patch": {"id": event, "set": {"capacity": 3}}}));
    assert_eq!(guest(&desk, event, "Fani")["place"], "listed", "more seats");
    assert_eq!(guest(&desk, event, "Gita")["place"], "waiting");
    desk.call("event_guest_seat", json!([id(&desk, event, "Gita")]));
    assert_eq!(guest(&desk, event, "Gita")["place"], "listed", "by hand");
    assert_eq!(sums(&desk, event)["seats_left"], -1, "one more than there are seats");
    desk.call("event_guest_seat", json!([id(&desk, event, "Budi")]));
    assert_eq!(guest(&desk, event, "Budi")["place"], "listed", "asked again");
}

#[test]
fn quotas_of_each_kind_hold() {
    let desk = Desk::new();
    let event = event(&desk, "Tur", 0);
    let organisation = |name: &str, tier: &str| {
        let saved = desk.call(
            "organisation_save",
            json!({"patch": {"set": {"name": name, "kind": "outlet", "tier": tier}}}),
        );
        saved["organisation"]["id"].as_i64().unwrap()
    };
    let harian = organisation("Harian Contoh", "1");
    organisation("TV Contoh", "1");
    organisation("Radio Contoh", "2");
    let pwi = organisation("PWI Contoh", "");
    let quota = |set: Json| desk.call("event_quota_save", json!({"set": set}));
    let each = quota(json!({"event_id": event, "scope": "each_outlet", "places": 1}));
    quota(json!({"event_id": event, "scope": "outlet", "organisation_id": harian, "places": 2}));
    quota(json!({"event_id": event, "scope": "tier", "tier": "1", "places": 2}));
    quota(json!({"event_id": event, "scope": "organisation", "organisation_id": pwi, "places": 1}));
    let twice = attempt(
        &desk,
        "event_quota_save",
        json!({"set": {"event_id": event, "scope": "each_outlet", "places": 3}}),
    );
    assert_eq!(twice.unwrap_err().text, "guest-quota-double");

    let found = desk.call(
        "event_guest_add",
        people(
            event,
            &[
                "A/Harian Contoh",
                "B/harian contoh",
                "C/Harian Contoh",
                "D/TV Contoh",
                "E/Radio Contoh",
                "F/Radio Contoh",
                "G/Baru",
                "H",
            ],
        ),
    );
    assert_eq!(named(&found["adding"]), ["A", "B", "E", "G", "H"]);
    assert_eq!(named(&found["waiting"]), ["C", "D", "F"]);
    let reason = |name: &str| guest(&desk, event, name)["reason"].as_str().unwrap().to_owned();
    assert!(reason("C").contains("Harian Contoh"), "{}", reason("C"));
    assert!(reason("D").contains("tingkat 1"), "{}", reason("D"));
    assert!(reason("F").contains("Radio Contoh"), "{}", reason("F"));
    let mut order = people(event, &["P", "Q"]);
    order["nominated_by"] = json!(pwi);
    let found = desk.call("event_guest_add", order);
    assert_eq!((named(&found["adding"]), named(&found["waiting"])), (vec!["P"], vec!["Q"]));
    assert!(reason("Q").contains("PWI Contoh"), "{}", reason("Q"));
    let mut speaker = people(event, &["S/Harian Contoh"]);
    speaker["category"] = json!("speaker");
    assert_eq!(
        named(&desk.call("event_guest_add", speaker)["adding"]),
        ["S"],
        "no quota of the press"
    );

    let quotas = desk.call("event_quota_list", json!(event));
    let taken: Vec<i64> =
        quotas.as_array().unwrap().iter().map(|quota| quota["taken"].as_i64().unwrap()).collect();
    assert_eq!(taken, [1, 2, 2, 1]);
    // A no of B frees a seat of the outlet and of the tier: C waited first.
    desk.call("event_guest_answer", json!({"guest_id": id(&desk, event, "B"), "rsvp": "no"}));
    assert_eq!(guest(&desk, event, "C")["place"], "listed");
    assert_eq!(guest(&desk, event, "D")["place"], "waiting");
    desk.call("event_quota_save", json!({"id": each["id"], "set": {"places": 2}}));
    assert_eq!(guest(&desk, event, "F")["place"], "listed", "the quota was raised");
    let tier = quotas[2]["id"].clone();
    desk.call("event_quota_delete", json!([tier]));
    assert_eq!(guest(&desk, event, "D")["place"], "listed", "the quota is gone");
}

#[test]
fn who_comes_instead_holds_the_same_seat() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 2);
    desk.call(
        "event_guest_add",
        people(event, &["Ani/TV Contoh", "Budi/Harian Contoh", "Cici/Radio Contoh"]),
    );
    let ani = id(&desk, event, "Ani");
    let row = desk.call(
        "event_guest_substitute",
        json!({"guest_id": ani, "person": {"name": "Dewi", "phone": "+62 000 111 222"}}),
    );
    assert_eq!(row["stands_in_for"], "Ani");
    assert_eq!(row["outlet"], "TV Contoh", "as that of whom they replace");
    assert_eq!([&row["place"], &row["rsvp"]], ["invited", "yes"]);
    let replaced = guest(&desk, event, "Ani");
    assert_eq!([&replaced["rsvp"], &replaced["replaced_by"]], ["no", "Dewi"]);
    assert_eq!(guest(&desk, event, "Cici")["place"], "waiting", "one seat, counted once");
    let sums = sums(&desk, event);
    assert_eq!([&sums["yes"], &sums["no"], &sums["seats_left"]], [1, 0, 0]);
    // Not Dewi, but Eko.
    desk.call("event_guest_substitute", json!({"guest_id": ani, "person": {"name": "Eko"}}));
    assert_eq!(guest(&desk, event, "Eko")["stands_in_for"], "Dewi");
    assert_eq!(guest(&desk, event, "Cici")["place"], "waiting");
    desk.call("event_guest_answer", json!({"guest_id": id(&desk, event, "Eko"), "rsvp": "no"}));
    assert_eq!(guest(&desk, event, "Cici")["place"], "listed", "nobody comes for Ani any more");
    let error = attempt(
        &desk,
        "event_guest_substitute",
        json!({"guest_id": ani, "person": {"name": "Ani", "outlet": "TV Contoh"}}),
    );
    assert_eq!(error.unwrap_err().text, "checkin-substitute-self");
}

#[test]
fn the_newest_answer_counts_in_whatever_order_they_arrive() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 0);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    desk.call("event_guest_add", json!({"event_id": event, "contacts": [siti]}));
    let yes = take(&desk, said(&desk, event, "Siti@example.com", "yes", 10));
    assert_eq!((yes.state, yes.event_id), (AnswerState::Applied, event));
    let row = guest(&desk, event, "Siti Rahma");
    assert_eq!([&row["rsvp"], &row["rsvp_by"]], ["yes", "calendar"]);
    let older = take(&desk, said(&desk, event, "siti@example.com", "no", 20));
    assert_eq!(older.state, AnswerState::Older);
    assert_eq!(guest(&desk, event, "Siti Rahma")["rsvp"], "yes");
    let newer = take(&desk, said(&desk, event, "siti@example.com", "no", 5));
    assert_eq!(newer.state, AnswerState::Applied);
    assert_eq!(guest(&desk, event, "Siti Rahma")["rsvp"], "no");
    let answers = desk.call("event_answer_list", json!({"event_id": event}));
    let states: Vec<&str> =
        answers.as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["applied", "applied", "older"], "the newest first");
    let history = desk.call("contact_show", json!(siti));
    let kinds: Vec<&str> = history["history"]
        .as_array()
        .map(|rows| rows.iter().filter_map(|row| row["kind"].as_str()).collect())
        .unwrap_or_default();
    assert!(kinds.contains(&"event_yes") && kinds.contains(&"event_no"), "{kinds:?}");
}

#[test]
fn what_nobody_can_decide_stays_open_and_is_settled_by_a_person() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 1);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    desk.call("event_guest_add", json!({"event_id": event, "contacts": [siti], "persons": [{"name": "Budi", "email": "budi@example.com"}]}));
    let open = |taken: &Taken, reason: &str| {
        assert_eq!((taken.state, taken.reason.as_str()), (AnswerState::Open, reason));
    };
    let unknown = take(&desk, said(&desk, event, "siapa@example.com", "yes", 9));
    open(&unknown, "answer-unknown-guest");
    let waits = take(&desk, said(&desk, event, "budi@example.com", "yes", 8));
    open(&waits, "answer-no-seat");
    let other = Given {
        proposed_at: "2027-01-01T09:00:00+07:00".to_owned(),
        ..said(&desk, event, "siti@example.com", "", 7)
    };
    open(&take(&desk, other), "answer-other-time");
    assert_eq!(guest(&desk, event, "Siti Rahma")["rsvp"], "maybe");
    let deputy =
        Given { deputy: "Rudi".to_owned(), ..said(&desk, event, "siti@example.com", "no", 6) };
    let deputy = take(&desk, deputy);
    open(&deputy, "answer-deputy");
    assert_eq!(guest(&desk, event, "Siti Rahma")["rsvp"], "no");
    assert_eq!(guest(&desk, event, "Budi")["place"], "waiting", "the seat is kept for the deputy");
    assert_eq!(
        sums(&desk, event)["open_answers"],
        3,
        "the newer answer replaced the one about the time"
    );

    desk.call("event_answer_settle", json!({"id": deputy.answer_id, "deed": "deputy"}));
    assert_eq!(guest(&desk, event, "Rudi")["stands_in_for"], "Siti Rahma");
    assert_eq!(guest(&desk, event, "Budi")["place"], "waiting");
    let whose =
        attempt(&desk, "event_answer_settle", json!({"id": unknown.answer_id, "deed": "apply"}));
    assert_eq!(whose.unwrap_err().text, "answer-whose");
    desk.call("event_answer_settle", json!({"id": unknown.answer_id, "deed": "set_aside"}));
    let settled = desk.call("event_answer_settle", json!({"id": waits.answer_id, "deed": "apply"}));
    assert_eq!(settled["state"], "applied");
    let budi = guest(&desk, event, "Budi");
    assert_eq!([&budi["place"], &budi["rsvp"]], ["listed", "yes"], "a person gave the seat");
    assert_eq!(sums(&desk, event)["open_answers"], 0);

    desk.call("event_cancel", json!({"id": event, "reason": "Hujan"}));
    open(&take(&desk, said(&desk, event, "budi@example.com", "no", 0)), "answer-event-cancelled");
    let uid = uid(&desk, event);
    desk.call("event_delete", json!([event]));
    let gone = Given {
        event_uid: Some(uid),
        address: "budi@example.com".to_owned(),
        rsvp: "yes".to_owned(),
        way: "calendar",
        at: minutes_ago(0),
        ..Given::default()
    };
    open(&take(&desk, gone), "answer-event-unknown");
    let error = attempt(&desk, "event_guest_add", people(event, &["Baru"])).unwrap_err();
    assert_eq!(error.code, Code::NotFound);
}

#[test]
fn an_answer_in_words_belongs_to_the_only_event_to_come() {
    let desk = Desk::new();
    let first = event(&desk, "Jumpa pers", 0);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    desk.call("event_guest_add", json!({"event_id": first, "contacts": [siti]}));
    let words = |desk: &Desk| {
        let given = Given {
            event_uid: None,
            contact_id: Some(siti),
            ..said(desk, first, "lain@example.com", "yes", 1)
        };
        take(desk, given)
    };
    assert_eq!(words(&desk), Taken::default(), "nobody has invited them yet");
    invited(&desk, first);
    assert_eq!(words(&desk).state, AnswerState::Applied);
    let second = event(&desk, "Gathering", 0);
    desk.call("event_guest_add", json!({"event_id": second, "contacts": [siti]}));
    invited(&desk, second);
    assert_eq!(words(&desk).reason, "answer-event-several");
}

/// As sending the invitation leaves the guests of an event.
fn invited(desk: &Desk, event: i64) {
    let ctx = desk.workspace.ctx("Rina", Source::Window);
    desk.workspace
        .db
        .write(&ctx, "event_mail_send", true, |db| {
            let guests: Vec<warta::event_guest::EventGuest> =
                db.all("event_id = :event", warta::db::named_params! {":event": event})?;
            for mut guest in guests {
                guest.place = warta::event_guest::Place::Invited;
                guest.invited_at = minutes_ago(30);
                guest.told_version = 1;
                db.update(&mut guest)?;
            }
            Ok(())
        })
        .unwrap();
}
