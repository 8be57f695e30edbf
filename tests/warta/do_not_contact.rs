//! *Do not contact* binds every way in which something could reach the person.

use serde_json::json;
use warta::error::Code;
use warta::outbox;
use warta::release::TestMail;
use warta::{contact, distribution, job, recipient_list};

use crate::sending_desk::{SendingDesk, patch};

#[test]
fn nothing_reaches_a_person_who_asked_not_to_be_contacted() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let mail = desk.reader("Siti", "siti@news.example.com");
    let phone = desk.person("Fitri", json!([{"kind": "whatsapp", "value": "+62 000 0000 003"}]));
    let later = desk.reader("Budi", "budi@news.example.com");
    let later_phone = desk.person("Gita", json!([{"kind": "phone", "value": "+62 000 0000 004"}]));
    desk.state(mail, "do_not_contact");
    desk.state(phone, "do_not_contact");
    let everybody = vec![mail, phone, later, later_phone];

    // Who, when and why stand with the state.
    let shown = desk.read(|db, ctx| contact::show(db, ctx, mail));
    assert_eq!((shown.states[0].actor.as_str(), shown.states[0].since.is_empty()), ("Rina", false));
    assert!(shown.row.do_not_contact);

    // Chosen one by one, by a list, or both: left out with the reason, not called by hand either.
    let list =
        desk.write(|db, ctx| recipient_list::save(db, ctx, patch(json!({"name": "Pers"})))).id;
    desk.write(|db, ctx| {
        let members = recipient_list::Members { list_id: list, contact_ids: everybody.clone() };
        recipient_list::add(db, ctx, members)
    });
    for (lists, contacts) in
        [(vec![], everybody.clone()), (vec![list], vec![]), (vec![list], everybody.clone())]
    {
        let audience = distribution::Audience {
            release_id: release,
            lists,
            contacts,
            exclude: vec![],
            ..Default::default()
        };
        let preflight = desk.read(|db, ctx| distribution::preflight(db, ctx, audience));
        let held: Vec<i64> = preflight
            .excluded
            .iter()
            .filter(|excluded| {
                excluded.reason == distribution::Exclusion::DoNotContact && !excluded.by_hand
            })
            .map(|excluded| excluded.contact_id)
            .collect();
        assert_eq!(held, [mail, phone]);
        assert_eq!(preflight.recipients.len() + preflight.by_hand.len(), 2);
    }

    // Asked after the audience was frozen: neither mail nor call leaves any more.
    let queued = desk.queue(release, &everybody);
    desk.state(later, "do_not_contact");
    desk.state(later_phone, "do_not_contact");
    desk.run().unwrap();
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'suppressed' AND reason = 'do_not_contact' AND channel = 'mail'"), 1);
    let by_hand = desk.number("SELECT id FROM deliveries WHERE state = 'by_hand'");
    assert!(!desk.write(|db, ctx| distribution::done_by_hand(db, ctx, by_hand)));
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'suppressed'"), 2);
    assert_eq!(desk.number("SELECT COUNT(*) FROM interactions"), 0);
    assert_eq!(queued.row.counts.total, 2);

    // A test mail is for the office's own eyes.
    let ctx = desk.ctx();
    let id = job::start(&desk.workspace, &ctx, "release_test_mail").unwrap();
    let refused = job::run(&desk.workspace, ctx, id, "release_test_mail", None, |job| {
        outbox::send_test(
            job,
            TestMail {
                release_id: release,
                to: "Siti@news.example.com".to_owned(),
                contact_id: None,
                account_id: None,
                language: None,
            },
        )
    })
    .unwrap_err();
    assert_eq!((refused.code, refused.text), (Code::Conflict, "contact-do-not-contact"));
    let written = std::fs::read_dir(desk.folder.path().join("outbox"))
        .map(|files| files.count())
        .unwrap_or(0);
    assert_eq!(written, 0);
}
