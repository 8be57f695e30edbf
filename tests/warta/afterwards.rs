//! What comes after a distribution: its report, trying again, mended addresses, asking once more,
//! corrections to exactly those who got the original, approvals that wait.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value as Json, json};
use warta::db::{Ctx, Patch};
use warta::distribution::{self, FollowUpRule, NotAgain};
use warta::error::{Code, Error};
use warta::format::table;
use warta::{clock, commands, contact, release};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::Office;
use crate::paper::{pages, squeezed};
use crate::sending_desk::{SendingDesk, adds_up, patch};

#[track_caller]
fn call(desk: &SendingDesk, name: &str, args: Json) -> Json {
    commands::call_and_wait(&desk.door(), name, args)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn refused(desk: &SendingDesk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn edit(desk: &SendingDesk, id: i64, set: Json) {
    let patch = Patch { id: Some(id), ..patch(set) };
    desk.write(|db, ctx| release::save(db, ctx, patch));
}

/// Gives a person these addresses and no other, the first one first.
fn addresses(desk: &SendingDesk, contact_id: i64, addresses: &[&str]) {
    let reaches: Vec<Json> =
        addresses.iter().map(|address| json!({"kind": "email", "value": address})).collect();
    let save: contact::ContactPatch =
        serde_json::from_value(json!({"patch": {"id": contact_id, "set": {}}, "reaches": reaches}))
            .unwrap();
    desk.write(|db, ctx| contact::save(db, ctx, save));
}

/// How many messages the server took for this address.
fn taken(server: &ScriptedServer, address: &str) -> usize {
    server.messages().iter().filter(|(to, _)| to[0] == address).count()
}

fn later(desk: &SendingDesk, now: DateTime<Utc>) -> Ctx {
    Ctx { now, ..desk.ctx() }
}

fn names(rows: &Json) -> Vec<String> {
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn only_what_failed_is_tried_again_and_what_was_sent_never_is() {
    let desk = SendingDesk::new();
    let healed = Arc::new(AtomicBool::new(false));
    let well = Arc::clone(&healed);
    let server = ScriptedServer::start(Default::default(), move |step: Step<'_>| {
        let well = well.load(Ordering::SeqCst);
        match step {
            Step::Rcpt("gone@news.example.com") => Reaction::Say("550 5.1.1 No such user".into()),
            Step::Rcpt("guarded@news.example.com") if !well => {
                Reaction::Say("554 5.7.1 Blocked by policy".into())
            }
            Step::Rcpt("wish@news.example.com" | "moved@news.example.com") if !well => {
                Reaction::Say("552 5.2.2 Mailbox full".into())
            }
            Step::Rcpt("later@news.example.com") if !well => {
                Reaction::Say("450 4.2.0 Greylisted".into())
            }
            Step::Message(bytes)
                if String::from_utf8_lossy(bytes).contains("<silent@news.example.com>") =>
            {
                Reaction::TakeAndCut
            }
            _ => Reaction::Usual,
        }
    });
    desk.server(server.port);
    let names = ["gone", "guarded", "wish", "moved", "later", "silent", "fine"];
    let people: BTreeMap<&str, i64> = names
        .iter()
        .map(|name| (*name, desk.reader(name, &format!("{name}@news.example.com"))))
        .collect();
    let all: Vec<i64> = names.iter().map(|name| people[name]).collect();
    let release = desk.release().release.id;
    let id = desk.queue(release, &all).row.id;
    desk.run().unwrap();
    desk.state(people["wish"], "do_not_contact");
    addresses(&desk, people["moved"], &["new@news.example.com"]);

    let plan = desk.read(|db, ctx| distribution::retry_plan(db, ctx, id));
    let fates: BTreeMap<&str, Option<NotAgain>> =
        plan.failed.iter().map(|one| (one.name.as_str(), one.not_again)).collect();
    assert_eq!(
        fates,
        BTreeMap::from([
            ("gone", Some(NotAgain::BadAddress)),
            ("guarded", None),
            ("wish", Some(NotAgain::DoNotContact)),
            ("moved", Some(NotAgain::AddressChanged)),
            ("later", None),
        ])
    );
    assert_eq!((plan.again, plan.unsure), (2, 1));

    healed.store(true, Ordering::SeqCst);
    let retried = call(&desk, "distribution_retry", json!(id));
    assert_eq!(retried["again"], 2);
    let report = desk.run().unwrap();
    assert_eq!(report.accepted, 2);
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!((detail.row.counts.accepted, detail.row.counts.unsure), (3, 1));
    assert_eq!(detail.row.state, distribution::DistributionState::Done);
    for name in ["guarded", "later", "silent", "fine"] {
        assert_eq!(taken(&server, &format!("{name}@news.example.com")), 1, "{name}");
    }
    // All that is left failed for good.
    let error = refused(&desk, "distribution_retry", json!(id));
    assert_eq!((error.code, error.text), (Code::Conflict, "distribution-nothing-to-retry"));
    assert_eq!(server.messages().len(), 4);
    let steps = call(&desk, "distribution_report", json!(id))["steps"].clone();
    let retries: Vec<&Json> =
        steps.as_array().unwrap().iter().filter(|step| step["kind"] == "retried").collect();
    assert_eq!(retries.len(), 1, "{steps}");
    assert_eq!((&retries[0]["count"], &retries[0]["actor"]), (&json!(2), &json!("Rina")));
}

#[test]
fn what_came_back_is_tried_again_under_a_new_name_unless_its_address_is_dead() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(3);
    let release = desk.release().release.id;
    let id = desk.queue(release, &people).row.id;
    desk.run().unwrap();
    let before = desk.deliveries(id);
    // Two came back, one of them because the address does not exist.
    desk.sql("UPDATE deliveries SET state = 'bounced', reason = 'mailbox_full' WHERE address = 'p0@news.example.com'");
    desk.sql("UPDATE deliveries SET state = 'bounced', reason = 'user_unknown' WHERE address = 'p1@news.example.com'");
    let bad = contact::StateChange {
        contact_id: people[1],
        kind: "bad_address".to_owned(),
        on: true,
        reason: None,
        address: Some("p1@news.example.com".to_owned()),
        until: None,
    };
    desk.write(|db, ctx| contact::set_state(db, ctx, bad));
    assert_eq!(call(&desk, "distribution_retry", json!(id))["again"], 1);
    desk.run().unwrap();
    let after = desk.deliveries(id);
    let states: Vec<&str> = after.iter().map(|one| one.state.as_str()).collect();
    assert_eq!(states, ["accepted", "bounced", "accepted"]);
    assert_ne!(before[0].message_id, after[0].message_id, "a late copy must not be thrown away");
    assert_eq!(before[2].message_id, after[2].message_id);
    assert_eq!(taken(&server, "p0@news.example.com"), 2);
    assert_eq!(taken(&server, "p2@news.example.com"), 1);
    // A withdrawn release goes to nobody any more.
    desk.sql("UPDATE deliveries SET state = 'bounced' WHERE address = 'p2@news.example.com'");
    call(&desk, "release_withdraw", json!({"id": release, "reason": "Keliru", "notice": false}));
    assert_eq!(refused(&desk, "distribution_retry", json!(id)).text, "release-was-withdrawn");
}

#[test]
fn a_mended_address_gets_the_text_that_the_others_got_and_only_once() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt("gone@news.example.com") => Reaction::Say("550 5.1.1 No such user".into()),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let gone = desk.reader("Gone", "gone@news.example.com");
    let fine = desk.reader("Fine", "fine@news.example.com");
    let release = desk.release().release.id;
    call(&desk, "release_approve", json!({"id": release, "way": "here"}));
    let id = desk.queue(release, &[gone, fine]).row.id;
    desk.run().unwrap();
    assert_eq!(call(&desk, "distribution_mended", json!(id)), json!([]));
    addresses(&desk, gone, &["gone@news.example.com", "found@news.example.com"]);
    let mended = call(&desk, "distribution_mended", json!(id));
    assert_eq!(names(&mended), ["Gone"]);
    assert_eq!(
        (&mended[0]["failed"], &mended[0]["address"]),
        (&json!("gone@news.example.com"), &json!("found@news.example.com"))
    );

    // The release has moved on, and the office sends nothing that was not approved.
    desk.write(|db, ctx| warta::office::save(db, ctx, patch(json!({"unapproved": "refuse"}))));
    edit(&desk, release, json!({"headline": "Judul yang lain sama sekali", "lead": "Lain."}));
    let audience = |people: &[i64]| json!({"release_id": release, "contacts": people, "again": {"distribution_id": id, "purpose": "resend"}});
    let check = call(&desk, "audience_check", audience(&[gone]));
    let blocks = check["problems"].as_array().unwrap().iter().any(|one| one["blocks"] == true);
    assert!(!blocks, "the approved text goes out: {check}");
    let error = refused(&desk, "audience_check", audience(&[fine]));
    assert_eq!((error.text, error.args["name"].as_str()), ("distribution-resend-not-now", "Fine"));
    let sent = call(&desk, "release_send", json!({"audience": audience(&[gone])}));
    let small = sent["row"]["id"].as_i64().unwrap();
    assert_eq!(
        refused(&desk, "release_send", json!({"audience": audience(&[gone])})).text,
        "distribution-resend-not-now",
        "a second click sends nothing"
    );
    desk.run().unwrap();
    let found = server
        .messages()
        .into_iter()
        .find(|(to, _)| to[0] == "found@news.example.com")
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .unwrap();
    assert!(found.contains("Taman kota dibuka") && !found.contains("Judul yang lain"), "{found}");
    assert_eq!(server.messages().len(), 2);
    assert_eq!(call(&desk, "distribution_mended", json!(id)), json!([]));
    let whole = call(&desk, "distribution_report", json!(id));
    assert_eq!(whole["followed_by"][0]["id"], small);
    let part = call(&desk, "distribution_report", json!(small));
    assert_eq!((&part["purpose"], &part["parent_id"]), (&json!("resend"), &json!(id)));
    assert_eq!(part["release_version"], whole["release_version"]);
    assert_eq!(part["release_version"]["approver"], "Rina");
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM release_versions WHERE headline LIKE 'Judul yang lain%'"),
        0,
        "what was not sent is not kept as sent"
    );
}

fn rule(on: bool) -> FollowUpRule {
    FollowUpRule { on, from: 3, until: 5, most: 2, holidays: Vec::new() }
}

/// A Monday at nine in Jakarta.
fn monday() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-23T02:00:00Z").unwrap().to_utc()
}

/// Sends to these people on that Monday.
fn sent_on_monday(desk: &SendingDesk, people: &[i64]) -> (i64, i64) {
    let release = desk.release().release.id;
    let id = desk.queue(release, people).row.id;
    desk.run().unwrap();
    let at = clock::to_text(monday());
    desk.sql(&format!("UPDATE deliveries SET marked_at = '{at}', changed_at = '{at}'"));
    desk.sql(&format!("UPDATE distributions SET created_at = '{at}', begun_at = '{at}'"));
    (release, id)
}

#[test]
fn the_rule_proposes_the_silent_after_working_days_and_never_those_who_answered_or_declined() {
    let desk = SendingDesk::new();
    let people: Vec<i64> = ["Diam", "Membalas", "Menolak", "Berhenti", "Otomatis", "Telepon"]
        .iter()
        .map(|name| desk.person(name, json!([{"kind": "email", "value": format!("{}@news.example.com", name.to_lowercase())}, {"kind": "phone", "value": "+62 000 1234 000"}])))
        .collect();
    let (release, id) = sent_on_monday(&desk, &people);
    let days = |days: i64| later(&desk, monday() + Duration::days(days));
    let due = |at: &Ctx| desk.workspace.db.read(|db| distribution::due_follow_ups(db, at)).unwrap();
    let propose = |at: &Ctx| {
        desk.workspace.db.read(|db| distribution::follow_up_proposal(db, at, id)).unwrap()
    };
    assert!(due(&days(3)).is_empty(), "off until the office turns it on");
    desk.write(|db, ctx| distribution::save_follow_up_rule(db, ctx, rule(true)));
    let history = |contact: i64, kind: &str| {
        let at = clock::to_text(monday() + Duration::hours(5));
        desk.sql(&format!(
            "INSERT INTO interactions (contact_id, kind, direction, at, created_at, updated_at) VALUES ({contact}, '{kind}', 'in', '{at}', '{at}', '{at}')"
        ));
    };
    history(people[1], "response_reply");
    history(people[2], "response_rsvp");
    history(people[4], "response_auto_reply");
    history(people[5], "call");
    desk.state(people[3], "do_not_contact");

    let of = |at: &Ctx| -> Vec<(String, i64, bool)> {
        propose(at).people.into_iter().map(|one| (one.name, one.days, one.due)).collect()
    };
    let two = |days: i64, due: bool| {
        vec![("Diam".to_owned(), days, due), ("Otomatis".to_owned(), days, due)]
    };
    assert_eq!(of(&days(2)), two(2, false));
    assert!(due(&days(2)).is_empty());
    assert_eq!(of(&days(3)), two(3, true));
    // Saturday and Sunday do not count: the next Monday is the fifth working day.
    assert_eq!(of(&days(7)), two(5, true));
    assert_eq!(of(&days(8)), two(6, false));
    let proposed = due(&days(4));
    assert_eq!((proposed[0].distribution_id, proposed[0].silent, proposed.len()), (id, 2, 1));
    // A holiday on Tuesday moves everything by a day.
    let holiday = FollowUpRule { holidays: vec!["2026-11-24".to_owned()], ..rule(true) };
    desk.write(|db, ctx| distribution::save_follow_up_rule(db, ctx, holiday));
    assert_eq!(of(&days(3)), two(2, false));
    let wrong = FollowUpRule { holidays: vec!["Natal".to_owned()], ..rule(true) };
    let error =
        desk.try_write(|db, ctx| distribution::save_follow_up_rule(db, ctx, wrong)).unwrap_err();
    assert_eq!((error.text, error.args["value"].as_str()), ("follow-up-rule-holiday", "Natal"));
    desk.write(|db, ctx| distribution::save_follow_up_rule(db, ctx, rule(true)));

    // Taken up as a small distribution with a short text of its own.
    let audience = |people: &[i64], by_hand: bool| {
        json!({"release_id": release, "contacts": people, "guard_days": 30,
            "again": {"distribution_id": id, "purpose": "follow_up", "subject": "Sekali lagi: {{headline}}", "covering": "{{salutation}}, barangkali terlewat.", "by_hand": by_hand}})
    };
    assert_eq!(
        refused(&desk, "release_send", json!({"audience": audience(&[people[1]], false)})).text,
        "follow-up-not-silent"
    );
    let sent = call(&desk, "release_send", json!({"audience": audience(&[people[0]], false)}));
    assert_eq!(sent["subject"], "Sekali lagi: {{headline}}");
    assert_eq!(
        (&sent["row"]["queued"], &sent["exclusions"]),
        (&json!(1), &json!([])),
        "the guard does not count the first message of it"
    );
    assert_eq!(
        refused(&desk, "release_send", json!({"audience": audience(&[people[0]], false)})).text,
        "follow-up-not-silent",
        "one that waits is not asked twice"
    );
    desk.run().unwrap();
    let at = clock::to_text(monday() + Duration::days(3));
    desk.sql(&format!("UPDATE deliveries SET marked_at = '{at}', changed_at = '{at}' WHERE distribution_id <> {id}"));
    let mail = std::fs::read_dir(desk.folder.path().join("outbox")).unwrap().count();
    assert_eq!(mail, 7);
    let asked = propose(&days(8));
    assert_eq!((asked.people[0].times, asked.people[0].days, asked.people[0].due), (1, 3, true));
    // As a call list: everybody by hand though they have mail.
    let calls = call(&desk, "release_send", json!({"audience": audience(&[people[0]], true)}));
    assert_eq!(
        (&calls["by_mail"], &calls["by_hand"][0]["phone"]),
        (&json!(0), &json!("+620001234000"))
    );
    call(&desk, "delivery_done_by_hand", calls["by_hand"][0]["id"].clone());
    assert_eq!(
        desk.number(&format!(
            "SELECT COUNT(*) FROM interactions WHERE contact_id = {} AND kind = 'call'",
            people[0]
        )),
        1
    );
    assert_eq!(of(&days(30)), vec![("Otomatis".to_owned(), 22, false)], "twice is enough");
    let lines = call(&desk, "report_line_list", json!({"distribution_id": id}))["rows"].clone();
    assert_eq!(lines[0]["asked_again"], 2);
    let counts = call(&desk, "release_show", json!(release))["row"]["counts"].clone();
    assert_eq!(
        (&counts["recipients"], &counts["reached"]),
        (&json!(6), &json!(6)),
        "who was asked once more counts once"
    );
    // A withdrawn release is asked about no more.
    call(&desk, "release_withdraw", json!({"id": release, "reason": "Keliru", "notice": false}));
    assert!(of(&days(4)).is_empty() && due(&days(4)).is_empty());
}

#[test]
fn a_correction_goes_to_exactly_those_who_got_the_original() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt("gone@news.example.com") => Reaction::Say("550 5.1.1 No such user".into()),
        Step::Message(bytes)
            if String::from_utf8_lossy(bytes).contains("<silent@news.example.com>") =>
        {
            Reaction::TakeAndCut
        }
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let mailed = desk.reader("Mailed", "mailed@news.example.com");
    let gone = desk.reader("Gone", "gone@news.example.com");
    let silent = desk.reader("Silent", "silent@news.example.com");
    let left = desk.reader("Left", "left@news.example.com");
    let called = desk.person("Called", json!([{"kind": "phone", "value": "+62 000 1111 000"}]));
    let uncalled = desk.person("Uncalled", json!([{"kind": "phone", "value": "+62 000 2222 000"}]));
    let other = desk.reader("Other", "other@news.example.com");
    let release = desk.release().release.id;
    let id = desk.queue(release, &[mailed, gone, silent, left, called, uncalled]).row.id;
    desk.run().unwrap();
    let by_hand = desk.show(id).by_hand;
    let called_row = by_hand.iter().find(|row| row.contact_id == Some(called)).unwrap().id;
    call(&desk, "delivery_done_by_hand", json!(called_row));
    // Since then one has changed outlets; a correction is owed to them all the same.
    desk.sql(&format!("UPDATE affiliations SET ended_on = '2020-01-01' WHERE contact_id = {left}"));
    let correction = call(&desk, "release_correct", json!({"id": release, "note": "Angka"}));
    let correction = correction["release"]["id"].as_i64().unwrap();
    let original = call(&desk, "original_audience", json!(correction));
    assert_eq!(
        (&original["release_id"], &original["people"], &original["unsure"]),
        (&json!(release), &json!(3), &json!(1))
    );
    assert_eq!(call(&desk, "original_audience", json!(release))["release_id"], 0);
    let check = call(
        &desk,
        "audience_check",
        json!({"release_id": correction, "who_got": release, "guard_days": 30}),
    );
    assert_eq!(names(&check["recipients"]), ["Mailed", "Left"]);
    assert_eq!(names(&check["by_hand"]), ["Called"]);
    assert_eq!(check["excluded"], json!([]));
    let kinds = |check: &Json| -> Vec<String> {
        let all = check["problems"].as_array().unwrap();
        let kinds = all.iter().map(|one| one["kind"].as_str().unwrap().to_owned());
        kinds.filter(|kind| kind.starts_with("original")).collect()
    };
    assert_eq!(kinds(&check), ["original_unsure"]);
    let strange = call(
        &desk,
        "audience_check",
        json!({"release_id": correction, "contacts": [mailed, other]}),
    );
    assert_eq!(kinds(&strange), ["original_missing", "original_others", "original_unsure"]);
    // The person's wish stands above it.
    desk.state(mailed, "do_not_contact");
    let check =
        call(&desk, "audience_check", json!({"release_id": correction, "who_got": release}));
    assert_eq!(names(&check["recipients"]), ["Left"]);
    assert_eq!(check["excluded"][0]["reason"], "do_not_contact");
    assert_eq!(kinds(&check), ["original_unsure"], "who is left out for a reason is not missing");
}

#[test]
fn releases_in_review_wait_on_today_with_who_has_them_since_when() {
    let desk = SendingDesk::new();
    let mine = desk.release().release.id;
    let anybody = desk.release().release.id;
    let other = desk.release().release.id;
    desk.release();
    call(&desk, "release_submit", json!({"id": other, "to": "Budi"}));
    call(&desk, "release_submit", json!({"id": anybody}));
    call(&desk, "release_submit", json!({"id": mine, "to": "Dewi"}));
    call(&desk, "release_submit", json!({"id": mine, "to": "rina"}));
    let waiting = call(&desk, "today_show", json!(null))["approvals"].clone();
    let ids: Vec<i64> =
        waiting.as_array().unwrap().iter().map(|one| one["release_id"].as_i64().unwrap()).collect();
    assert_eq!(ids, [mine, anybody, other], "{waiting}");
    assert_eq!((&waiting[0]["mine"], &waiting[0]["from"]), (&json!(true), &json!("Rina")));
    let steps = call(&desk, "release_history", json!(mine))["steps"].clone();
    assert_eq!(waiting[0]["since"], steps[0]["at"], "since it was handed on");
    assert_eq!((&waiting[2]["holder"], &waiting[2]["mine"]), (&json!("Budi"), &json!(false)));
    call(&desk, "release_approve", json!({"id": mine, "way": "here"}));
    let waiting = call(&desk, "today_show", json!(null))["approvals"].clone();
    assert_eq!(waiting.as_array().unwrap().len(), 2);
}

/// A distribution with something of everything; its release and itself.
fn eventful(desk: &SendingDesk) -> i64 {
    let people = desk.readers(4);
    let phone = desk.person("Pak Telepon", json!([{"kind": "phone", "value": "+62 000 3333 000"}]));
    let wish = desk.reader("Bu Tidak", "tidak@news.example.com");
    desk.state(wish, "do_not_contact");
    let release = desk.release().release.id;
    let mut all = people.clone();
    all.extend([phone, wish]);
    let id = desk.queue(release, &all).row.id;
    desk.run().unwrap();
    let deliveries = desk.deliveries(id);
    let answers = [
        (0, "reply", "", "Terima kasih, kami muat."),
        (0, "auto_reply", "", "Sedang cuti"),
        (1, "rsvp", "ACCEPTED", ""),
        (1, "rsvp", "DECLINED", ""),
        (2, "opt_out", "", "BERHENTI"),
    ];
    for (number, (at, kind, partstat, text)) in answers.into_iter().enumerate() {
        let delivery = &deliveries[at];
        desk.sql(&format!(
            "INSERT INTO responses (kind, identity, received_at, rsvp_partstat, new_text, matched_by, delivery_id, contact_id, created_at, updated_at)
             VALUES ('{kind}', 'answer-{number}', '2026-11-24T0{number}:00:00.000Z', '{partstat}', '{text}', 'token', {}, {}, '2026-11-24', '2026-11-24')",
            delivery.id, delivery.contact_id
        ));
    }
    desk.sql(&format!(
        "UPDATE deliveries SET state = 'bounced', reason = '', reply_text = 'Mailbox full', enhanced_code = '5.2.2', reply_code = 552 WHERE id = {}",
        deliveries[3].id
    ));
    id
}

#[test]
fn the_report_adds_up_over_channels_and_tells_of_everybody() {
    let desk = SendingDesk::new();
    let id = eventful(&desk);
    let report = call(&desk, "distribution_report", json!(id));
    let sums = &report["sums"];
    let numbers = |of: &Json, keys: &[&str]| -> Vec<i64> {
        keys.iter().map(|key| of[key].as_i64().unwrap()).collect()
    };
    let parts = ["sent", "waiting", "refused", "bounced", "unsure", "cancelled", "suppressed"];
    assert_eq!(numbers(sums, &parts), [3, 1, 0, 1, 0, 0, 0]);
    assert_eq!(sums["total"], 5);
    let answers = ["replied", "opted_out", "auto_replied", "coming", "not_coming", "perhaps"];
    assert_eq!(
        numbers(sums, &answers),
        [1, 1, 1, 0, 1, 0],
        "the last word of an invitation counts"
    );
    let channels: Vec<(&str, i64)> = report["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["channel"].as_str().unwrap(), one["total"].as_i64().unwrap()))
        .collect();
    assert_eq!(channels, [("mail", 4), ("by_hand", 1)]);
    assert_eq!(report["detail"]["exclusions"][0]["reason"], "do_not_contact");
    assert_eq!(report["release_version"]["ordinal"], 1);
    assert_eq!(report["detail"]["subject"], "Siaran pers: Taman kota dibuka");
    assert_eq!(report["steps"][0]["actor"], "Rina");
    let lines =
        call(&desk, "report_line_list", json!({"distribution_id": id, "offset": 1, "limit": 2}));
    assert_eq!(
        (&lines["total"], names(&lines["rows"])),
        (&json!(5), vec!["Pembaca 1".to_owned(), "Pembaca 2".to_owned()])
    );
    assert_eq!(
        (&lines["rows"][0]["rsvp"], &lines["rows"][1]["opted_out"]),
        (&json!("DECLINED"), &json!(true))
    );
    let error = refused(
        &desk,
        "distribution_report_export",
        json!({"distribution_id": id, "format": "doc"}),
    );
    assert_eq!(error.text, "report-format");
}

#[test]
fn the_report_is_written_as_a_workbook_and_on_the_letterhead() {
    let desk = SendingDesk::new();
    let id = eventful(&desk);
    let book = desk.folder.path().join("laporan.xlsx");
    call(&desk, "distribution_report_export", json!({"distribution_id": id, "file": book}));
    let sheets = |name: &str| -> Vec<Vec<String>> {
        let plan = table::ReadPlan { sheet: Some(name.to_owned()), ..table::ReadPlan::default() };
        let mut rows = table::rows(&book, &plan).unwrap();
        let mut all = Vec::new();
        let mut row = table::Row::default();
        while rows.next_into(&mut row).unwrap() {
            all.push(row.cells.clone());
        }
        all
    };
    let lines = sheets("Penerima");
    assert_eq!(lines.len(), 6, "a head and a line for each recipient: {lines:?}");
    assert_eq!(lines[0].len(), 25);
    assert_eq!(
        lines[1][lines[0].iter().position(|head| head == "Bahasa naskah").unwrap()],
        "Bahasa Indonesia"
    );
    let column = |name: &str| lines[0].iter().position(|head| head == name).unwrap();
    assert_eq!(lines[1][column("Isi balasan")], "Terima kasih, kami muat.");
    assert_eq!(lines[2][column("Kehadiran")], "Tidak hadir");
    assert_eq!(lines[4][column("Jawaban server")], "Mailbox full");
    assert_eq!(lines[5][column("Saluran")], "Telepon atau langsung");
    let sums = sheets("Ringkasan");
    let total = sums.iter().find(|row| row[0] == "Penerima").unwrap();
    assert_eq!(total[1..4], ["4", "1", "5"], "{sums:?}");
    let excluded = sheets("Dikecualikan");
    assert_eq!((excluded.len(), excluded[1][2].as_str()), (2, "Jangan hubungi"));
    // In the person's language, whatever the release's.
    call(&desk, "setting_set", json!({"key": "language", "value": "en"}));
    let paper = desk.folder.path().join("report.pdf");
    call(&desk, "distribution_report_export", json!({"distribution_id": id, "file": paper}));
    let said = pages(&std::fs::read(&paper).unwrap()).join("");
    for words in [
        "DISKOMINFO CONTOH",
        "DISTRIBUTION REPORT",
        "Taman kota dibuka",
        "Held back",
        "By channel",
        "Not coming",
        "Tidak",
        "Do not contact",
        "Pembaca 3",
        "Mailbox full",
        "by Rina",
    ] {
        let there = said.contains(&squeezed(words));
        assert_eq!(there, words != "Held back", "{words}: {said}");
    }
    assert_eq!(
        desk.number(
            "SELECT COUNT(*) FROM exports WHERE kind = 'distribution_report' AND count = 5"
        ),
        2,
        "files with personal data are in the log of exports"
    );
}

#[test]
fn the_command_line_reports_retries_and_follows_up() {
    let office = Office::with_contacts();
    let file = office.write("siaran.md", "# Judul\n\nPembuka.\n\nIsi.\n");
    let release = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let id = office.json(&["release", "send", &release, "--list", "Pers Kota", "--yes"])["id"]
        .to_string();
    office.json(&["outbox", "run", "--until-empty"]);
    let book = office.file("laporan.xlsx").to_string_lossy().into_owned();
    let paper = office.file("laporan.pdf").to_string_lossy().into_owned();
    let report = office.json(&["distribution", "report", &id, "--xlsx", &book, "--pdf", &paper]);
    assert_eq!(
        (report["sums"]["total"].as_i64(), report["files"].as_array().unwrap().len()),
        (Some(3), 2)
    );
    assert!(
        std::fs::read(&paper).unwrap().starts_with(b"%PDF")
            && std::fs::metadata(&book).unwrap().len() > 1000
    );
    let said = office.warta(&["--language", "en", "distribution", "report", &id]);
    assert!(said.out.contains("Version 1") && said.out.contains("All channels"), "{said:?}");
    office.warta(&["distribution", "retry", &id]).failed_with("can be tried again");
    let plan = office.json(&["distribution", "retry", &id, "--dry-run"]);
    assert_eq!((&plan["again"], &plan["failed"]), (&json!(0), &json!([])));
    assert_eq!(office.json(&["distribution", "resend", &id]), json!([]));
    let proposal = office.json(&["distribution", "followup", &id]);
    assert_eq!(
        (&proposal["rule"]["on"], proposal["people"].as_array().unwrap().len()),
        (&json!(false), 2)
    );
    let asked = office.json(&["distribution", "followup", &id, "--to", "siti@example.id", "--yes"]);
    assert_eq!(asked["distribution"]["total"], 1);
    office
        .warta(&["distribution", "followup", &id, "--to", "siti@example.id", "--yes"])
        .failed_with("need not be asked again");
}
