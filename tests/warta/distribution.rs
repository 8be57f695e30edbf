//! Who gets a release, who is left out and why, what is frozen, and the by-hand queue.

use serde_json::json;
use warta::db::Patch;
use warta::distribution::{self, Audience, DeliveryFilter, DeliveryState, Exclusion, SendOrder};
use warta::error::Code;
use warta::{interaction, recipient_list, release};

use crate::sending_desk::{SendingDesk, adds_up, patch};

#[test]
fn the_preflight_sorts_the_audience_with_reasons() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let fine = desk.person("Siti", json!([{"kind": "email", "value": "bad@news.example.com"}, {"kind": "email", "value": "siti@news.example.com"}]));
    let opted_out = desk.reader("Budi", "budi@news.example.com");
    let bad = desk.reader("Citra", "bad@news.example.com");
    let bad_with_phone = desk.person("Dewi", json!([{"kind": "email", "value": "bad@news.example.com"}, {"kind": "phone", "value": "+62 000 0000 002"}]));
    let double = desk.reader("Eko", "SITI@news.example.com");
    let phone = desk.person("Fitri", json!([{"kind": "whatsapp", "value": "+62 000 0000 003"}]));
    let nothing = desk.person("Gita", json!([]));
    let away = desk.reader("Hadi", "hadi@news.example.com");
    let by_hand = desk.reader("Indah", "indah@news.example.com");
    let left = desk.reader("Joko", "joko@news.example.com");
    desk.state(opted_out, "do_not_contact");
    desk.state(bad, "bad_address");
    desk.state(away, "away");
    desk.sql(&format!("UPDATE affiliations SET ended_on = '2020-01-01' WHERE contact_id = {left}"));
    let list =
        desk.write(|db, ctx| recipient_list::save(db, ctx, patch(json!({"name": "Pers kota"})))).id;
    let contact_ids =
        vec![fine, opted_out, bad, bad_with_phone, double, phone, nothing, away, by_hand, left];
    desk.write(|db, ctx| {
        recipient_list::add(db, ctx, recipient_list::Members { list_id: list, contact_ids })
    });

    let audience = Audience {
        release_id: release,
        lists: vec![list],
        contacts: vec![fine],
        exclude: vec![by_hand],
        ..Audience::default()
    };
    let preflight = desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()));
    let recipients: Vec<(i64, &str)> = preflight
        .recipients
        .iter()
        .map(|recipient| (recipient.contact_id, recipient.email.as_str()))
        .collect();
    assert_eq!(recipients, [(fine, "siti@news.example.com"), (away, "hadi@news.example.com")]);
    assert!(preflight.recipients[1].away_until.is_some());
    let calls: Vec<(i64, &str)> = preflight
        .by_hand
        .iter()
        .map(|recipient| (recipient.contact_id, recipient.channel_hint.as_str()))
        .collect();
    assert_eq!(calls, [(bad_with_phone, "call"), (phone, "whatsapp")]);
    let excluded: Vec<(i64, Exclusion)> =
        preflight.excluded.iter().map(|excluded| (excluded.contact_id, excluded.reason)).collect();
    assert_eq!(
        excluded,
        [
            (opted_out, Exclusion::DoNotContact),
            (bad, Exclusion::BadAddress),
            (bad_with_phone, Exclusion::BadAddress),
            (double, Exclusion::Double),
            (nothing, Exclusion::NoReach),
            (by_hand, Exclusion::ExcludedByHand),
            (left, Exclusion::LeftOutlet),
        ]
    );
    let kinds: Vec<&str> = preflight.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, ["not_approved", "no_what", "no_who", "away", "no_account"]);

    let order = |expected| SendOrder {
        audience: audience.clone(),
        expected_recipients: Some(expected),
        ..SendOrder::default()
    };
    let changed = desk.try_write(|db, ctx| distribution::queue(db, ctx, order(5))).unwrap_err();
    assert_eq!((changed.code, changed.text), (Code::Conflict, "distribution-audience-changed"));
    let detail = desk.write(|db, ctx| distribution::queue(db, ctx, order(4)));
    adds_up(&detail);
    assert_eq!(
        (detail.row.counts.queued, detail.row.counts.by_hand, detail.row.counts.total),
        (2, 2, 4)
    );
    assert_eq!(detail.exclusions.len(), 7);

    let chat = &detail.by_hand[1];
    assert!(
        chat.whatsapp_link
            .starts_with("https://wa.me/620000000003?text=Selamat%20siang%2C%20Mbak%20Fitri"),
        "{}",
        chat.whatsapp_link
    );
    assert!(chat.text.contains("*Taman kota dibuka*"));
    assert!(desk.write(|db, ctx| distribution::done_by_hand(db, ctx, chat.id)));
    assert!(!desk.write(|db, ctx| distribution::done_by_hand(db, ctx, chat.id)));
    let detail = desk.show(detail.row.id);
    adds_up(&detail);
    assert_eq!((detail.row.counts.by_hand, detail.row.counts.by_hand_done), (2, 1));
    assert_eq!(desk.read(|db, _| interaction::of_contact(db, phone, 5))[0].kind, "whatsapp");
}

#[test]
fn deliveries_come_page_by_page() {
    let desk = SendingDesk::new();
    let id = desk.queue(desk.release().release.id, &desk.readers(7)).row.id;
    desk.sql("UPDATE deliveries SET state = 'refused' WHERE id IN (2, 5)");
    let page = |state: Option<DeliveryState>, offset: i64, limit: i64| {
        let filter =
            DeliveryFilter { distribution_id: id, state, offset: Some(offset), limit: Some(limit) };
        let page = desk.read(|db, ctx| distribution::deliveries(db, ctx, filter));
        (page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), page.total)
    };
    assert_eq!(page(None, 0, 3), (vec![1, 2, 3], 7));
    assert_eq!(page(None, 6, 3), (vec![7], 7));
    assert_eq!(page(None, 9, 3), (vec![], 7));
    assert_eq!(page(Some(DeliveryState::Refused), 0, 3), (vec![2, 5], 2));
    assert_eq!(page(Some(DeliveryState::Unsure), 0, 3), (vec![], 0));
    assert_eq!(desk.show(id).by_mail, 7);
}

#[test]
fn what_was_queued_is_frozen() {
    let desk = SendingDesk::new();
    let detail = desk.release();
    let person = desk.reader("Siti", "siti@news.example.com");
    let queued = desk.queue(detail.release.id, &[person]);
    let deliveries = desk.deliveries(queued.row.id);
    let change = Patch {
        id: Some(detail.release.id),
        ..patch(json!({"headline": "Judul lain", "covering_subject": "Lain"}))
    };
    desk.write(|db, ctx| release::save(db, ctx, change));
    desk.run().unwrap();
    let message = std::fs::read_to_string(
        desk.folder.path().join(format!("outbox/{}.eml", deliveries[0].id)),
    )
    .unwrap();
    assert!(message.contains("Subject: Siaran pers: Taman kota dibuka"), "{message}");
    assert!(message.contains(&deliveries[0].message_id));
    assert!(!message.contains("Judul lain"));
}

#[test]
fn missing_values_are_named_before_anything_is_sent() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let change = Patch {
        id: Some(release),
        ..patch(json!({"covering_text": "{{salutation}}, {{city}} {{nonsense|}} {{outlet|media}}"}))
    };
    desk.write(|db, ctx| release::save(db, ctx, change));
    let person = desk.reader("Siti", "siti@news.example.com");
    let preflight = desk.preflight(release, &[person]);
    let fields: Vec<(&str, &str)> = preflight
        .problems
        .iter()
        .filter(|problem| ["missing_field", "unknown_field"].contains(&problem.kind))
        .map(|problem| (problem.text, problem.args["field"].as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            ("distribution-problem-missing-field", "city"),
            ("distribution-problem-unknown-field", "nonsense")
        ]
    );
    let blocking = preflight.problems.iter().filter(|problem| problem.blocks);
    let blocking: Vec<&str> = blocking.map(|problem| problem.kind).collect();
    assert_eq!(blocking, ["unknown_field"], "a slip of the pen goes to nobody");
    let nobody = desk.try_write(|db, ctx| {
        distribution::queue(
            db,
            ctx,
            SendOrder {
                audience: Audience { release_id: release, ..Audience::default() },
                ..SendOrder::default()
            },
        )
    });
    assert_eq!(nobody.unwrap_err().text, "distribution-problem-no-recipients");
}

#[test]
fn a_field_that_there_is_not_is_refused_and_what_was_cancelled_unsent_was_not_sent() {
    let office = crate::office::Office::new();
    let list = office.write("o.csv", "Nama;E-mail\nAnna Satu;anna@news.example.com\n");
    office.json(&["import", &list, "--list", "Pers"]);
    let file = office.write("r.md", "# Pasar dibuka\n\nHari ini.\n\nIsi.\n");
    office.json(&["release", "new", "--file", &file]);
    office.json(&["release", "edit", "1", "--set", "covering_text=Halo {{tak_dikenal}}"]);
    let send = ["release", "send", "1", "--list", "Pers", "--yes"];
    let refused = office.warta(&send);
    refused.failed_with("tak_dikenal");
    let none = office.json(&["distribution", "list"])["distributions"].clone();
    assert_eq!(none.as_array().unwrap().len(), 0, "nothing was queued: {none}");

    office.json(&["release", "edit", "1", "--set", "covering_text=Halo {{city}}"]);
    let queued = office.warta(&[&["--language", "en"][..], &send].concat());
    assert_eq!(queued.code, 0, "{queued:?}");
    assert!(queued.out.contains("The field city is empty for 1"), "{queued:?}");
    assert!(!queued.out.contains("{$"), "a sentence with a hole: {queued:?}");
    office.json(&["distribution", "cancel", "1"]);
    let row = office.json(&["release", "show", "1"])["row"].clone();
    assert_eq!((&row["state"], &row["sent_at"]), (&json!("draft"), &json!("")), "{row}");
    // Once somebody has it, it is out, whatever became of the rest.
    office.json(&["release", "send", "1", "--list", "Pers", "--yes"]);
    office.json(&["outbox", "run", "--until-empty"]);
    assert_eq!(office.json(&["release", "show", "1"])["row"]["state"], "distributed");
}
