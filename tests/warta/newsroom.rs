//! Newsrooms as recipients: an outlet's own address, once, greeted as a newsroom; its answers and
//! its wish not to be written to any more.

use serde_json::json;
use warta::distribution::{self, Audience, Exclusion, SendOrder, Wave, When};
use warta::inbox::{self, ReadOrder};
use warta::organisation::{self, OrganisationPatch};
use warta::stream::{self, StreamFilter};
use warta::{contact, job};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::sending_desk::{SendingDesk, adds_up};

impl SendingDesk {
    fn outlet(&self, name: &str, addresses: &[&str]) -> i64 {
        let reaches: Vec<_> =
            addresses.iter().map(|address| json!({"kind": "email", "value": address})).collect();
        let patch: OrganisationPatch = serde_json::from_value(
            json!({"patch": {"set": {"name": name, "kind": "outlet", "city": "Wonosari"}}, "reaches": reaches}),
        )
        .unwrap();
        self.write(|db, ctx| organisation::save(db, ctx, patch)).organisation.id
    }

    fn mail_from_disk(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        let ctx = self.ctx();
        let id = job::start(&self.workspace, &ctx, "inbox_read").unwrap();
        let order = ReadOrder { paths: vec![path], ..ReadOrder::default() };
        job::run(&self.workspace, ctx, id, "inbox_read", None, |job| inbox::read(job, order))
            .unwrap();
    }
}

fn audience(release_id: i64, contacts: &[i64], newsrooms: &[i64]) -> Audience {
    Audience {
        release_id,
        contacts: contacts.to_vec(),
        newsrooms: newsrooms.to_vec(),
        ..Audience::default()
    }
}

#[test]
fn a_newsroom_gets_one_message_at_its_own_address() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt("gone@radio.example.com") => Reaction::Say("550 5.1.1 No such user".into()),
        _ => Reaction::Usual,
    });
    desk.account(json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "plus_address": 1}));
    let harian = desk.outlet("Harian Contoh", &["redaksi@harian.example.com"]);
    let shared = desk.outlet("Warta Kota", &["siti@warta.example.com"]);
    let radio = desk.outlet("Radio Contoh", &["gone@radio.example.com"]);
    let mute = desk.outlet("Tanpa Alamat", &[]);
    let siti = desk.reader("Siti", "siti@warta.example.com");
    let release = desk.release().release.id;
    let all = audience(release, &[siti], &[harian, shared, radio, mute, harian]);
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, all.clone()));
    let there: Vec<&str> = check.newsrooms.iter().map(|one| one.email.as_str()).collect();
    assert_eq!(there, ["redaksi@harian.example.com", "gone@radio.example.com"]);
    let left: Vec<(Option<i64>, Exclusion)> =
        check.excluded.iter().map(|one| (one.organisation_id, one.reason)).collect();
    assert_eq!(left, [(Some(shared), Exclusion::Double), (Some(mute), Exclusion::NoReach)]);
    assert!(
        !check.problems.iter().any(|problem| problem.kind == "missing_field"),
        "{:?}",
        check.problems
    );

    let order = SendOrder { audience: all, expected_recipients: Some(3), ..SendOrder::default() };
    let id = desk.write(|db, ctx| distribution::queue(db, ctx, order)).row.id;
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.refused), (2, 1), "{report:#?}");
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!((detail.row.counts.total, detail.by_mail, detail.exclusions.len()), (3, 3, 2));
    assert_eq!(detail.exclusions[0].name, "Warta Kota");
    assert_eq!(detail.before.newsrooms, 5);
    let rows = desk.deliveries(id);
    let named: Vec<(&str, Option<i64>)> =
        rows.iter().map(|row| (row.name.as_str(), row.organisation_id)).collect();
    assert_eq!(
        named,
        [("Siti", None), ("Harian Contoh", Some(harian)), ("Radio Contoh", Some(radio))]
    );
    let messages = server.messages();
    let (_, mail) = messages.iter().find(|(to, _)| to[0] == "redaksi@harian.example.com").unwrap();
    let text = String::from_utf8_lossy(mail);
    assert!(
        text.contains("To: \"Redaksi Harian Contoh\" <redaksi@harian.example.com>")
            || text.contains("To: Redaksi Harian Contoh <redaksi@harian.example.com>"),
        "{text}"
    );
    assert!(text.contains("Yth. Redaksi Harian Contoh") && !text.contains("{{"), "{text}");

    // Its history tells of it, and nobody else's does.
    let history = |organisation: i64| {
        let filter = StreamFilter {
            organisation_id: Some(organisation),
            source: Some("interaction".into()),
            ..StreamFilter::default()
        };
        let items = desk.read(|db, ctx| stream::list(db, ctx, filter.clone())).items;
        // Those of its people stand there too.
        let own = items.into_iter().filter(|item| item.contact_id == 0);
        own.map(|item| item.kind).collect::<Vec<_>>()
    };
    assert_eq!(history(harian), ["release_sent"]);
    assert_eq!(history(radio), ["release_refused"]);
    assert_eq!(history(mute), Vec::<String>::new());
    // A bad address is known from now on, and what was sent is said.
    let again = audience(release, &[], &[harian, radio]);
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, again));
    assert_eq!(check.excluded[0].reason, Exclusion::BadAddress);
    let already = check.problems.iter().find(|problem| problem.kind == "already_sent").unwrap();
    assert_eq!(already.count, 1);

    // An answer finds the delivery; a wish holds for the address.
    let token = desk.read(|db, _| {
        db.row(
            "SELECT token FROM deliveries WHERE organisation_id IS NOT NULL ORDER BY id LIMIT 1",
            &[],
            |row| row.get::<_, String>(0),
        )
    });
    let to = format!("press+{}@office.example.id", token.unwrap());
    let mail = |id: &str, text: &str| {
        format!(
            "From: Redaksi <redaksi@harian.example.com>\nTo: {to}\nSubject: Re: Taman\nMessage-ID: <{id}@harian.example.com>\nDate: Sun, 22 Nov 2026 08:00:00 +0700\n\n{text}\n"
        )
    };
    desk.mail_from_disk("a.eml", &mail("a", "Terima kasih, kami muat besok."));
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM responses WHERE delivery_id <> 0 AND contact_id IS NULL"),
        1
    );
    assert!(history(harian).contains(&"response_reply".to_owned()), "{:?}", history(harian));
    let other = desk.reader("Redaktur", "redaksi@harian.example.com");
    let waiting = audience(desk.release().release.id, &[], &[harian]);
    let order = SendOrder { audience: waiting, ..SendOrder::default() };
    let late = desk.write(|db, ctx| distribution::queue(db, ctx, order)).row.id;
    desk.mail_from_disk(
        "b.eml",
        &mail("b", "Mohon keluarkan kami dari daftar penerima, jangan kirim lagi."),
    );
    let asked = desk
        .workspace
        .db
        .read(|db| contact::asked_not_to_be_contacted(db, "Redaksi@harian.example.com"));
    assert!(asked.unwrap(), "the wish is kept by address");
    assert_eq!(desk.run().unwrap().suppressed, 1);
    assert_eq!(desk.deliveries(late)[0].reason, "do_not_contact");
    let both = audience(release, &[other], &[harian]);
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, both));
    assert_eq!((check.recipients.len(), check.newsrooms.len()), (0, 0), "{check:#?}");
    assert!(check.excluded.iter().any(|one| one.organisation_id == Some(harian) && one.reason == Exclusion::DoNotContact));
}

#[test]
fn a_newsroom_is_greeted_in_the_language_of_the_release() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let outlet = desk.outlet("Daily Example", &["news@daily.example.com"]);
    let release = desk.release().release;
    let patch = crate::sending_desk::patch(json!({"language": "en"}));
    let patch = warta::db::Patch { id: Some(release.id), ..patch };
    desk.write(|db, ctx| warta::release::save(db, ctx, patch));
    let order =
        SendOrder { audience: audience(release.id, &[], &[outlet]), ..SendOrder::default() };
    desk.write(|db, ctx| distribution::queue(db, ctx, order));
    assert_eq!(desk.run().unwrap().accepted, 1);
    let text = String::from_utf8_lossy(&server.messages()[0].1).into_owned();
    assert!(text.contains("Dear newsroom of Daily Example"), "{text}");
}

#[test]
fn a_newsroom_goes_with_the_wave_that_names_it() {
    let desk = SendingDesk::new();
    let early = desk.outlet("Antara Contoh", &["redaksi@antara.example.com"]);
    let twin = desk.outlet("Antara Daerah", &["redaksi@antara.example.com"]);
    let late = desk.outlet("Harian Contoh", &["redaksi@harian.example.com"]);
    let siti = desk.reader("Siti", "siti@news.example.com");
    let release = desk.release().release.id;
    let order = SendOrder {
        audience: Audience {
            waves: vec![
                Wave { minutes: 30, ..Wave::default() },
                Wave { newsrooms: vec![early], ..Wave::default() },
            ],
            ..audience(release, &[siti], &[twin, late, early])
        },
        when: When { at: Some("2098-12-01 08:00 WIB".to_owned()), ..When::default() },
        ..SendOrder::default()
    };
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, order.audience.clone()));
    let waves: Vec<(&str, i64)> =
        check.waves.iter().map(|wave| (wave.label.as_str(), wave.people)).collect();
    assert_eq!(waves, [("Antara Contoh", 1), ("", 2)]);
    // Of two outlets with one address the earlier wave's gets it.
    assert_eq!(check.excluded[0].organisation_id, Some(twin));
    let id = desk.write(|db, ctx| distribution::queue(db, ctx, order)).row.id;
    let leaves: Vec<(Option<i64>, String)> =
        desk.deliveries(id).into_iter().map(|row| (row.organisation_id, row.not_before)).collect();
    let (first, then) =
        ("2098-12-01T01:00:00.000Z".to_owned(), "2098-12-01T01:30:00.000Z".to_owned());
    assert_eq!(leaves, [(None, then.clone()), (Some(early), first), (Some(late), then)]);
}

#[test]
fn a_newsroom_that_had_a_message_lately_is_left_out_or_kept() {
    let desk = SendingDesk::new();
    let harian = desk.outlet("Harian Contoh", &["redaksi@harian.example.com"]);
    let radio = desk.outlet("Radio Contoh", &["redaksi@radio.example.com"]);
    let mute = desk.outlet("Tanpa Alamat", &[]);
    let release = desk.release().release.id;
    let send = |newsrooms: &[i64], when: When| {
        let audience = audience(release, &[], newsrooms);
        let order = SendOrder { audience, when, ..SendOrder::default() };
        desk.write(|db, ctx| distribution::queue(db, ctx, order)).row
    };
    send(&[harian], When::default());
    assert_eq!(desk.run().unwrap().accepted, 1);
    let at = When { at: Some("2098-12-01 08:00 WIB".to_owned()), ..When::default() };
    let waiting = send(&[radio], at);

    let all = Audience { guard_days: Some(3), ..audience(release, &[], &[harian, radio, mute]) };
    let check = |audience: &Audience| {
        desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()))
    };
    let guarded = check(&all);
    assert!(guarded.newsrooms.is_empty(), "{:?}", guarded.newsrooms);
    let left: Vec<(Option<i64>, Exclusion)> =
        guarded.excluded.iter().map(|one| (one.organisation_id, one.reason)).collect();
    assert_eq!(
        left,
        [
            (Some(harian), Exclusion::Recent),
            (Some(radio), Exclusion::Recent),
            (Some(mute), Exclusion::NoReach)
        ]
    );
    let note = &guarded.excluded[0].note;
    assert!(note.starts_with("Rina, ") && note.ends_with("Taman kota dibuka"), "{note}");
    let seen: Vec<(&str, &str, bool)> =
        guarded.recent.iter().map(|one| (one.name.as_str(), one.kind.as_str(), one.kept)).collect();
    assert_eq!(seen, [("Harian Contoh", "release_sent", false), ("Radio Contoh", "queued", false)]);
    assert_eq!(guarded.recent[1].at, waiting.send_at);
    let problem = guarded.problems.iter().find(|problem| problem.kind == "recent").unwrap();
    assert_eq!((problem.count, problem.args["days"].as_str()), (2, "3"));

    // Kept, and kept with the distribution.
    let kept = Audience { keep_newsrooms: vec![radio], ..all.clone() };
    assert_eq!(check(&kept).newsrooms.len(), 1);
    assert_eq!(check(&Audience { keep_recent: true, ..all.clone() }).newsrooms.len(), 2);
    assert_eq!(check(&Audience { guard_days: Some(0), ..all.clone() }).newsrooms.len(), 2);
    let order = SendOrder { audience: kept, ..SendOrder::default() };
    let queued = desk.write(|db, ctx| distribution::queue(db, ctx, order));
    assert_eq!(queued.before.kept[0].organisation_id, Some(radio));
    assert_eq!(queued.exclusions[0].reason, Exclusion::Recent);
    assert_eq!(queued.exclusions[0].organisation_id, Some(harian));

    // Longer ago than that does not count; a message that never arrived neither.
    desk.sql(
        "UPDATE deliveries SET changed_at = '2026-01-01T00:00:00.000Z' WHERE state = 'accepted'",
    );
    assert_eq!(check(&all).newsrooms[0].organisation_id, harian);
    desk.sql("UPDATE deliveries SET state = 'refused', changed_at = '2099-01-01T00:00:00.000Z'");
    assert_eq!(check(&all).recent.len(), 0);
}

#[test]
fn whoever_got_the_original_is_told_of_its_correction_whatever_the_guard_says() {
    let desk = SendingDesk::new();
    let harian = desk.outlet("Harian Contoh", &["redaksi@harian.example.com"]);
    let release = desk.release().release.id;
    let order = SendOrder { audience: audience(release, &[], &[harian]), ..SendOrder::default() };
    desk.write(|db, ctx| distribution::queue(db, ctx, order));
    assert_eq!(desk.run().unwrap().accepted, 1);
    let correction = desk.release().release.id;
    let told =
        Audience { who_got: Some(release), guard_days: Some(30), ..audience(correction, &[], &[]) };
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, told));
    assert_eq!((check.newsrooms.len(), check.recent.len()), (1, 0));
}
