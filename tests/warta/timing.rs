//! When a release leaves: never before its instant, in waves, with the connection, under embargo;
//! whatever the clock does, whoever looks at the queue, and when the sender is killed at the hour.

use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant as Moment};

use chrono::{DateTime, Utc};
use rand::Rng;
use serde_json::json;
use warta::clock;
use warta::db::Ctx;
use warta::distribution::{
    self, Audience, DistributionDetail, DistributionState, Exclusion, NoEmbargo, Reschedule,
    SendOrder, Wave, When,
};
use warta::error::Code;
use warta::{recipient_list, release, settings};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::sending_desk::{SendingDesk, adds_up, patch};

fn at(text: &str) -> DateTime<Utc> {
    clock::from_text(text).unwrap()
}

/// As people name an instant, to the second.
fn named(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn order(release_id: i64, contacts: &[i64], when: When) -> SendOrder {
    let audience = Audience { release_id, contacts: contacts.to_vec(), ..Audience::default() };
    SendOrder { audience, when, ..SendOrder::default() }
}

fn at_time(text: &str) -> When {
    When { at: Some(text.to_owned()), when_online: false }
}

impl SendingDesk {
    fn queue_order(&self, order: SendOrder) -> DistributionDetail {
        self.write(|db, ctx| distribution::queue(db, ctx, order))
    }

    /// As if the clock had moved on by so many minutes; back, where they are below 0.
    fn clock_moves(&self, minutes: i64) {
        for (table, column) in [
            ("deliveries", "not_before"),
            ("deliveries", "next_at"),
            ("distribution_waves", "not_before"),
        ] {
            self.sql(&format!(
                "UPDATE {table} SET {column} = strftime('%Y-%m-%dT%H:%M:%fZ', {column}, '{} minutes') WHERE {column} <> ''",
                -minutes
            ));
        }
    }

    fn list(&self, name: &str, people: &[i64]) -> i64 {
        let id =
            self.write(|db, ctx| recipient_list::save(db, ctx, patch(json!({"name": name})))).id;
        let contact_ids = people.to_vec();
        self.write(|db, ctx| {
            recipient_list::add(db, ctx, recipient_list::Members { list_id: id, contact_ids })
        });
        id
    }

    fn setting(&self, key: &str, value: &str) {
        let setting = settings::Setting { key: key.to_owned(), value: value.to_owned() };
        self.write(|db, ctx| settings::set(db, ctx, setting));
    }
}

#[test]
fn a_scheduled_release_leaves_at_its_instant_and_not_before() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(5);
    let in_an_hour = clock::now() + chrono::Duration::hours(1);
    let queued =
        desk.queue_order(order(desk.release().release.id, &people, at_time(&named(in_an_hour))));
    let id = queued.row.id;
    assert_eq!(queued.row.state, DistributionState::Scheduled);
    assert_eq!(queued.row.zone, "UTC");
    assert_eq!(&queued.row.send_at[..19], &clock::to_text(in_an_hour)[..19]);
    assert!(queued.can_reschedule);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.queued_left), (0, 5));
    assert_eq!(report.next_at.as_deref(), Some(queued.row.send_at.as_str()));
    desk.clock_moves(59);
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(desk.show(id).row.state, DistributionState::Scheduled);
    assert_eq!(server.messages().len(), 0);
    desk.clock_moves(2);
    assert_eq!(desk.run().unwrap().accepted, 5);
    let sent = desk.show(id);
    adds_up(&sent);
    assert_eq!(sent.row.state, DistributionState::Done);
    assert!(!sent.row.begun_at.is_empty() && !sent.can_reschedule);
}

#[test]
fn each_zone_is_stored_in_utc_with_its_name_and_a_past_instant_is_refused() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let person = desk.reader("Siti", "siti@news.example.com");
    for (text, send_at, zone) in [
        ("2099-12-01 08:00 WIB", "2099-12-01T01:00:00.000Z", "Asia/Jakarta"),
        ("2099-12-01 08:00 WITA", "2099-12-01T00:00:00.000Z", "Asia/Makassar"),
        ("2099-12-01 08:00 WIT", "2099-11-30T23:00:00.000Z", "Asia/Jayapura"),
        ("2099-12-01 08.00", "2099-12-01T01:00:00.000Z", "Asia/Jakarta"),
        ("2099-12-31 24.00 WIB", "2099-12-31T17:00:00.000Z", "Asia/Jakarta"),
        ("2100-01-01 00:00 WIT", "2099-12-31T15:00:00.000Z", "Asia/Jayapura"),
    ] {
        let row = desk.queue_order(order(release, &[person], at_time(text))).row;
        assert_eq!((row.send_at.as_str(), row.zone.as_str()), (send_at, zone), "{text}");
    }
    for (when, text) in [
        (at_time("2020-12-01 08:00 WIB"), "distribution-time-passed"),
        (at_time("tomorrow"), "distribution-time-unreadable"),
        (
            When { at: Some("2099-12-01 08:00".to_owned()), when_online: true },
            "distribution-time-or-connection",
        ),
    ] {
        let refused =
            desk.try_write(|db, ctx| distribution::queue(db, ctx, order(release, &[person], when)));
        let error = refused.unwrap_err();
        assert_eq!((error.code, error.text), (Code::Invalid, text));
    }
}

/// The clock is a parameter here: it stands still, jumps forward and back.
#[test]
fn a_missed_hour_is_made_up_for_within_the_grace_and_asks_after_it() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let person = desk.reader("Siti", "siti@news.example.com");
    let midnight = at("2099-12-31T17:00:00.000Z");
    let state_at = |id: i64, now: DateTime<Utc>| {
        desk.write(|db, _| distribution::open(db, now));
        let row = desk.show(id).row;
        (row.state, row.paused_text, row.paused_words)
    };
    let queue =
        || desk.queue_order(order(release, &[person], at_time("2099-12-31 24:00 WIB"))).row.id;
    let waits = (DistributionState::Scheduled, String::new(), String::new());
    let runs = (DistributionState::Running, String::new(), String::new());
    let missed = (
        DistributionState::Paused,
        "distribution-paused-missed".to_owned(),
        "1 Januari 2100 pukul 00.00 WIB".to_owned(),
    );
    let minutes = chrono::Duration::minutes;

    let id = queue();
    assert_eq!(state_at(id, midnight - chrono::Duration::milliseconds(1)), waits);
    assert_eq!(state_at(id, midnight), runs);
    // Put back: what has begun stays begun; each delivery still knows its own instant.
    assert_eq!(state_at(id, midnight - minutes(600)), runs);

    let id = queue();
    assert_eq!(state_at(id, midnight + minutes(120)), runs);
    let id = queue();
    assert_eq!(state_at(id, midnight + chrono::Duration::milliseconds(7_200_001)), missed);
    // A clock that jumped forward by years and comes back: a person decides, nothing has left.
    let id = queue();
    assert_eq!(state_at(id, midnight + minutes(5_000_000)), missed);
    assert_eq!(state_at(id, midnight - minutes(5)), missed);
    assert!(desk.show(id).can_reschedule);

    desk.setting(distribution::GRACE_KEY, "0");
    let id = queue();
    // Not even the office that makes up for nothing can look at the very millisecond.
    assert_eq!(state_at(id, midnight + chrono::Duration::seconds(90)), runs);
    let id = queue();
    assert_eq!(state_at(id, midnight + minutes(5)), missed);
    desk.setting(distribution::GRACE_KEY, "1440");
    let id = queue();
    assert_eq!(state_at(id, midnight + minutes(1440)), runs);
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state <> 'queued'"), 0);
}

#[test]
fn what_was_missed_is_sent_on_a_persons_word_or_at_another_time() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let release = desk.release().release.id;
    let people = desk.readers(3);
    let soon = || at_time(&named(clock::now() + chrono::Duration::minutes(10)));
    let resumed = desk.queue_order(order(release, &people, soon())).row.id;
    let moved = desk.queue_order(order(release, &people, soon())).row.id;
    desk.clock_moves(10 + 121);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.paused.len()), (0, 2));
    assert_eq!(desk.show(resumed).row.paused_text, distribution::MISSED);
    // Nothing wakes it by itself.
    assert_eq!(desk.run().unwrap().accepted, 0);

    assert!(desk.write(|db, ctx| distribution::resume(db, ctx, resumed)));
    let again = Reschedule { distribution_id: moved, when: soon() };
    let detail = desk.write(|db, ctx| distribution::reschedule(db, ctx, again));
    assert_eq!(detail.row.state, DistributionState::Scheduled);
    assert_eq!(detail.row.paused_text, "");
    assert_eq!(desk.run().unwrap().accepted, 3);
    assert_eq!(desk.show(resumed).row.state, DistributionState::Done);
    desk.clock_moves(11);
    assert_eq!(desk.run().unwrap().accepted, 3);
    assert!(server.counts().values().all(|times| *times == 1));
}

#[test]
fn it_can_be_moved_and_cancelled_until_it_has_begun() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let release = desk.release().release.id;
    let people = desk.readers(2);
    let later = || at_time("2099-12-01 08:00 WITA");
    let id = desk.queue_order(order(release, &people, later())).row.id;
    let moved = |when| {
        desk.try_write(|db, ctx| {
            distribution::reschedule(db, ctx, Reschedule { distribution_id: id, when })
        })
    };
    let detail = moved(at_time("2099-12-02 09:00 WIT")).unwrap();
    assert_eq!(detail.row.send_at, "2099-12-02T00:00:00.000Z");
    assert_eq!(detail.row.zone, "Asia/Jayapura");
    assert_eq!(desk.deliveries(id)[0].not_before, "2099-12-02T00:00:00.000Z");
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(moved(at_time("2020-01-01 08:00")).unwrap_err().text, "distribution-time-passed");
    moved(When::default()).unwrap();
    assert_eq!(desk.run().unwrap().accepted, 2);
    let error = moved(later()).unwrap_err();
    assert_eq!((error.code, error.text), (Code::Conflict, "distribution-under-way"));

    let cancelled = desk.queue_order(order(release, &people, later())).row.id;
    assert_eq!(desk.write(|db, ctx| distribution::cancel(db, ctx, cancelled)), 2);
    desk.clock_moves(60 * 24 * 365 * 80);
    assert_eq!(desk.run().unwrap().accepted, 0);
    let gone = Reschedule { distribution_id: cancelled, when: later() };
    assert!(desk.try_write(|db, ctx| distribution::reschedule(db, ctx, gone)).is_err());
    assert_eq!(server.messages().len(), 2);
}

#[test]
fn waves_leave_in_their_order_and_each_person_once() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(6);
    let agencies = desk.list("Kantor berita", &people[0..2]);
    let all = desk.list("Semua", &people[0..5]);
    let audience = Audience {
        release_id: desk.release().release.id,
        lists: vec![all],
        contacts: vec![people[5]],
        waves: vec![
            Wave { lists: vec![all], minutes: 30, groups: vec![], ..Wave::default() },
            Wave { lists: vec![agencies], minutes: 0, groups: vec![], ..Wave::default() },
        ],
        ..Audience::default()
    };
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()));
    let planned: Vec<(i64, &str, i64)> =
        check.waves.iter().map(|wave| (wave.minutes, wave.label.as_str(), wave.people)).collect();
    assert_eq!(planned, [(0, "Kantor berita", 2), (30, "Semua", 4)]);
    let id = desk.queue_order(SendOrder { audience, ..SendOrder::default() }).row.id;
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.queued_left), (2, 4));
    assert!(report.next_at.is_some());
    let detail = desk.show(id);
    assert_eq!(detail.row.state, DistributionState::Running);
    let waves: Vec<(i64, i64, bool)> = detail
        .waves
        .iter()
        .map(|wave| (wave.total, wave.waiting, wave.begun_at.is_empty()))
        .collect();
    assert_eq!(waves, [(2, 0, false), (4, 4, true)]);
    let first: Vec<String> = server.messages().into_iter().flat_map(|(to, _)| to).collect();
    assert_eq!(first.len(), 2);
    assert!(
        first
            .iter()
            .all(|to| ["p0@news.example.com", "p1@news.example.com"].contains(&to.as_str()))
    );

    // The wave that still waits can be moved, and a machine that slept asks before it leaves.
    let later = Reschedule {
        distribution_id: id,
        when: at_time(&named(clock::now() + chrono::Duration::minutes(90))),
    };
    desk.write(|db, ctx| distribution::reschedule(db, ctx, later));
    desk.clock_moves(89);
    assert_eq!(desk.run().unwrap().accepted, 0);
    desk.clock_moves(300);
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(desk.show(id).row.paused_text, distribution::MISSED);
    assert!(desk.write(|db, ctx| distribution::resume(db, ctx, id)));
    assert_eq!(desk.run().unwrap().accepted, 4);
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(detail.row.state, DistributionState::Done);
    assert_eq!(server.counts().len(), 6);
    assert!(server.counts().values().all(|times| *times == 1));
}

#[test]
fn a_clock_put_back_between_claim_and_mark_keeps_the_final_dot_back() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt(_) => Reaction::Wait(Duration::from_millis(800)),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let soon = named(clock::now() + chrono::Duration::minutes(5));
    let id =
        desk.queue_order(order(desk.release().release.id, &desk.readers(4), at_time(&soon))).row.id;
    desk.clock_moves(6);
    std::thread::scope(|scope| {
        let sender = scope.spawn(|| desk.run().unwrap());
        let started = Moment::now();
        while desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'sending'") == 0 {
            assert!(started.elapsed() < Duration::from_secs(20), "too slow");
            std::thread::sleep(Duration::from_millis(5));
        }
        desk.clock_moves(-60);
        assert_eq!(sender.join().unwrap().accepted, 0);
    });
    assert_eq!(server.messages().len(), 0);
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(detail.row.counts.queued, 4);
    desk.clock_moves(61);
    assert_eq!(desk.run().unwrap().accepted, 4);
}

#[test]
fn with_the_connection_it_waits_for_the_server_and_waits_again() {
    let desk = SendingDesk::new();
    let [nobody] = crate::mail_server::free_ports::<1>();
    desk.server(nobody);
    let online = || When { at: None, when_online: true };
    let queued = desk.queue_order(order(desk.release().release.id, &desk.readers(3), online()));
    assert!(queued.row.awaits_connection && queued.row.state == DistributionState::Scheduled);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.deferred, report.paused.len()), (0, 0, 0));
    assert!(desk.show(queued.row.id).row.awaits_connection);
    assert_eq!(desk.number("SELECT SUM(attempts) FROM deliveries"), 0);
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    assert_eq!(desk.run().unwrap().accepted, 3);
    let row = desk.show(queued.row.id).row;
    assert_eq!((row.state, row.awaits_connection), (DistributionState::Done, false));

    // The line breaks for good in the middle: it waits for the next one instead of pausing.
    let lost =
        desk.queue_order(order(desk.release().release.id, &desk.readers(8), online())).row.id;
    desk.write(|db, _| distribution::found_connection(db, lost, clock::now()));
    desk.server(nobody);
    desk.run().unwrap();
    let row = desk.show(lost).row;
    assert!(row.awaits_connection && row.state == DistributionState::Running, "{row:?}");
    desk.server(server.port);
    desk.sql("UPDATE deliveries SET next_at = '' WHERE state = 'deferred'");
    desk.run().unwrap();
    assert_eq!(desk.show(lost).row.counts.accepted, 8);
    assert!(server.counts().values().all(|times| *times == 1));
}

#[test]
fn an_embargo_stands_in_subject_and_text_and_is_asked_about() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let release = desk.release().release.id;
    let takes = desk.reader("Siti", "siti@news.example.com");
    let refuses = desk.reader("Budi", "budi@news.example.com");
    desk.sql(&format!("UPDATE contacts SET no_embargo = 'yes' WHERE id = {refuses}"));
    let audience = |no_embargo| Audience {
        release_id: release,
        contacts: vec![takes, refuses],
        embargo: Some("2099-12-01 09:00 WITA".to_owned()),
        no_embargo,
        ..Audience::default()
    };
    let check =
        |no_embargo| desk.read(|db, ctx| distribution::preflight(db, ctx, audience(no_embargo)));
    let asked = check(None);
    let problem = asked.problems.iter().find(|problem| problem.kind == "no_embargo").unwrap();
    assert!(problem.blocks && problem.args["names"] == "Budi", "{problem:?}");
    assert!(
        asked.subject.starts_with("EMBARGO sampai 1 Desember 2099 pukul 08.00 WIB: "),
        "{}",
        asked.subject
    );
    let queue = |no_embargo, when| {
        let order = SendOrder { audience: audience(no_embargo), when, ..SendOrder::default() };
        desk.try_write(|db, ctx| distribution::queue(db, ctx, order))
    };
    assert_eq!(
        queue(None, When::default()).unwrap_err().text,
        "distribution-problem-no-embargo-ask"
    );
    let left_out = check(Some(NoEmbargo::LeaveOut));
    assert_eq!(left_out.recipients.len(), 1);
    assert_eq!(
        (left_out.excluded[0].contact_id, left_out.excluded[0].reason),
        (refuses, Exclusion::NoEmbargo)
    );
    let kept = check(Some(NoEmbargo::Send));
    assert_eq!(kept.recipients.len(), 2);
    assert!(kept.problems.iter().any(|problem| problem.kind == "no_embargo" && !problem.blocks));
    // An embargo that has ended when it leaves is none.
    for when in ["2099-12-01 08:00 WIB", "2099-12-02 08:00"] {
        let refused = queue(Some(NoEmbargo::Send), at_time(when)).unwrap_err();
        assert_eq!(refused.text, "distribution-embargo-too-early");
    }
    let queued = queue(Some(NoEmbargo::LeaveOut), When::default()).unwrap();
    assert_eq!(queued.row.embargo_at, "2099-12-01T01:00:00.000Z");
    assert_eq!(queued.exclusions[0].reason, Exclusion::NoEmbargo);
    assert_eq!(queued.before.no_embargo, Some(NoEmbargo::LeaveOut));
    assert_eq!(desk.run().unwrap().accepted, 1);
    let bytes = &server.messages()[0].1;
    let message = mail_parser::MessageParser::default().parse(bytes.as_slice()).unwrap();
    let line = "EMBARGO sampai 1 Desember 2099 pukul 08.00 WIB";
    assert!(message.subject().unwrap().starts_with(line));
    let text = message.body_text(0).unwrap();
    assert!(text.contains(&format!("{line} (09.00 WITA, 10.00 WIT)")), "{text}");
    let html = message.body_html(0).unwrap();
    assert!(html.matches(line).count() >= 2, "{html}");
}

#[test]
fn whoever_had_a_message_lately_is_left_out_or_kept_by_choice() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let people = desk.readers(3);
    desk.queue(release, &people[0..1]);
    desk.run().unwrap();
    let waiting = desk.queue_order(order(release, &people[1..2], at_time("2099-12-01 08:00"))).row;
    let check = |change: &dyn Fn(&mut Audience)| {
        let mut audience =
            Audience { release_id: release, contacts: people.clone(), ..Audience::default() };
        change(&mut audience);
        desk.read(|db, ctx| distribution::preflight(db, ctx, audience))
    };
    let off = check(&|_| {});
    assert_eq!((off.recipients.len(), off.guard_days, off.recent.len()), (3, 0, 0));
    let on = check(&|audience| audience.guard_days = Some(3));
    assert_eq!(on.recipients.iter().map(|one| one.contact_id).collect::<Vec<_>>(), [people[2]]);
    let left: Vec<(i64, Exclusion)> =
        on.excluded.iter().map(|left| (left.contact_id, left.reason)).collect();
    assert_eq!(left, [(people[0], Exclusion::Recent), (people[1], Exclusion::Recent)]);
    assert!(
        on.excluded[0].note.starts_with("Rina, ")
            && on.excluded[0].note.ends_with("Taman kota dibuka"),
        "{:?}",
        on.excluded
    );
    assert_eq!((on.recent[0].kind.as_str(), on.recent[0].actor.as_str()), ("release_sent", "Rina"));
    assert_eq!(
        (on.recent[1].kind.as_str(), on.recent[1].at.as_str()),
        ("queued", waiting.send_at.as_str())
    );
    let kept = check(&|audience| {
        audience.guard_days = Some(3);
        audience.keep = vec![people[0]];
    });
    assert_eq!(kept.recipients.len(), 2);
    assert!(kept.problems.iter().any(|problem| problem.kind == "recent_kept"));
    let all = check(&|audience| {
        audience.guard_days = Some(3);
        audience.keep_recent = true;
    });
    assert_eq!(all.recipients.len(), 3);
    desk.setting(distribution::GUARD_KEY, "7");
    assert_eq!(check(&|_| {}).recipients.len(), 1);
    assert_eq!(check(&|audience| audience.guard_days = Some(0)).recipients.len(), 3);
    // Longer ago than that does not count.
    desk.sql("UPDATE interactions SET at = '2026-01-01T00:00:00.000Z'");
    assert_eq!(check(&|_| {}).recipients.len(), 2);

    let minus = desk.list("Jangan", &people[2..3]);
    let without = check(&|audience| {
        audience.guard_days = Some(0);
        audience.minus_lists = vec![minus];
    });
    assert_eq!(without.excluded[0].reason, Exclusion::MinusList);
    assert_eq!(without.excluded[0].note, "Jangan");

    let audience = Audience {
        release_id: release,
        contacts: people.clone(),
        guard_days: Some(400),
        ..Audience::default()
    };
    let refused = desk.workspace.db.read(|db| distribution::preflight(db, &desk.ctx(), audience));
    assert_eq!(refused.unwrap_err().text, "distribution-guard-days");
    let audience = Audience {
        release_id: release,
        contacts: people.clone(),
        guard_days: Some(3),
        keep: vec![people[1]],
        minus_lists: vec![minus],
        ..Audience::default()
    };
    let queued = desk.queue_order(SendOrder { audience, ..SendOrder::default() });
    assert_eq!(queued.before.guard_days, 3);
    assert_eq!(queued.before.minus_lists, ["Jangan"]);
    assert_eq!(queued.before.kept[0].contact_id, people[1]);
    assert_eq!(queued.exclusions[0].note, "Jangan");
}

#[test]
fn people_and_lists_are_suggested_whose_beats_and_regions_the_text_names() {
    let desk = SendingDesk::new();
    let people = desk.readers(4);
    let set = json!({"headline": "Ekonomi tumbuh", "lead": "Pasar di Kota Contoh ramai.", "body_html": "<p>Keterangan dinas.</p>"});
    let release = desk.write(|db, ctx| warta::release::save(db, ctx, patch(set))).release.id;
    let none = desk.read(|db, ctx| distribution::suggest(db, ctx, release));
    assert_eq!((none.total, none.lists.len()), (0, 0));
    let label = |contact: i64, kind: &str, value: &str| {
        desk.write(|db, _| {
            warta::label::replace(
                db,
                warta::owner::Owner::Contact(contact),
                kind,
                &[value.to_owned()],
            )
        });
    };
    label(people[0], "beat", "Ekonomi");
    label(people[0], "region", "Kota Contoh");
    label(people[1], "region", "kota contoh");
    // "ram" stands within a word only.
    label(people[2], "beat", "ram");
    label(people[3], "beat", "Ekonomi");
    desk.state(people[3], "do_not_contact");
    let fits = desk.list("Ekonomi kota", &people[0..2]);
    desk.list("Lain", &people[2..4]);
    let found = desk.read(|db, ctx| distribution::suggest(db, ctx, release));
    assert_eq!(
        (found.beats, found.regions),
        (vec!["Ekonomi".to_owned()], vec!["Kota Contoh".to_owned()])
    );
    let who: Vec<(i64, usize)> =
        found.people.iter().map(|person| (person.contact_id, person.why.len())).collect();
    assert_eq!(who, [(people[0], 2), (people[1], 1)]);
    let lists: Vec<(i64, i64, i64)> =
        found.lists.iter().map(|list| (list.id, list.fits, list.members)).collect();
    assert_eq!(lists, [(fits, 2, 2)]);
}

#[test]
fn a_call_waits_for_the_hour_as_well() {
    let desk = SendingDesk::new();
    let person = desk.person("Fitri", json!([{"kind": "whatsapp", "value": "+62 000 0000 003"}]));
    let id = desk.release().release.id;
    let queued = desk.queue_order(order(id, &[person], at_time("2099-12-01 08:00 WIB")));
    let call = queued.by_hand[0].id;
    assert_eq!(queued.by_hand[0].not_before, "2099-12-01T01:00:00.000Z");
    let early = desk.try_write(|db, ctx| distribution::done_by_hand(db, ctx, call)).unwrap_err();
    assert_eq!(early.text, "distribution-not-yet");
    let ctx = Ctx { now: at("2099-12-01T01:00:00.000Z"), ..desk.ctx() };
    assert!(
        desk.workspace
            .db
            .write(&ctx, "test", true, |db| distribution::done_by_hand(db, &ctx, call))
            .unwrap()
    );
}

#[test]
fn a_late_wave_of_calls_alone_holds_nobody_up() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let call = desk.person("Fitri", json!([{"kind": "whatsapp", "value": "+62 000 0000 003"}]));
    let reader = desk.reader("Siti", "siti@news.example.com");
    let (calls, all) = (desk.list("Telepon", &[call]), desk.list("Semua", &[call, reader]));
    let audience = Audience {
        release_id: desk.release().release.id,
        lists: vec![all],
        waves: vec![
            Wave { lists: vec![calls], minutes: 10, groups: vec![], ..Wave::default() },
            Wave { lists: vec![all], minutes: 400, groups: vec![], ..Wave::default() },
        ],
        ..Audience::default()
    };
    let id = desk.queue_order(SendOrder { audience, ..SendOrder::default() }).row.id;
    desk.clock_moves(390);
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(desk.show(id).row.state, DistributionState::Running);
    desk.clock_moves(10);
    assert_eq!(desk.run().unwrap().accepted, 1);
    assert_eq!(desk.show(id).row.state, DistributionState::Done);
}

#[test]
fn another_time_for_the_rest_leaves_a_persons_pause_alone() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(2);
    let audience = Audience {
        release_id: desk.release().release.id,
        contacts: people.clone(),
        waves: vec![
            Wave {
                lists: vec![desk.list("Kantor berita", &people[..1])],
                minutes: 0,
                groups: vec![],
                ..Wave::default()
            },
            Wave {
                lists: vec![desk.list("Lain", &people[1..])],
                minutes: 30,
                groups: vec![],
                ..Wave::default()
            },
        ],
        ..Audience::default()
    };
    let id = desk.queue_order(SendOrder { audience, ..SendOrder::default() }).row.id;
    assert_eq!(desk.run().unwrap().accepted, 1);
    assert!(desk.write(|db, ctx| distribution::pause(db, ctx, id)));
    let later = Reschedule { distribution_id: id, when: at_time("2099-12-01 08:00 WIB") };
    let moved = desk.write(|db, ctx| distribution::reschedule(db, ctx, later));
    assert_eq!(moved.row.state, DistributionState::Paused);
    assert_eq!(desk.deliveries(id)[1].not_before, "2099-12-01T01:00:00.000Z");
}

/// When each message was taken.
type Times = Arc<Mutex<Vec<DateTime<Utc>>>>;

fn noting_server() -> (ScriptedServer, Times) {
    let times = Times::default();
    let noted = Arc::clone(&times);
    let server = ScriptedServer::start(Default::default(), move |step: Step<'_>| {
        if let Step::Message(_) = step {
            noted.lock().unwrap().push(clock::now());
        }
        Reaction::Usual
    });
    (server, times)
}

fn keeps_running(desk: &SendingDesk) -> Child {
    Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(desk.folder.path())
        .args(["outbox", "run"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn wait_until(what: &str, done: &dyn Fn() -> bool) {
    let started = Moment::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(60), "too slow: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn two_processes_at_the_hour_send_each_message_once_and_none_before() {
    let desk = SendingDesk::new();
    let (server, times) = noting_server();
    desk.account(
        json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "connections": 4}),
    );
    let people = desk.readers(120);
    let release = desk.release().release.id;
    let mut senders = [keeps_running(&desk), keeps_running(&desk)];
    let hour = clock::now() + chrono::Duration::seconds(3);
    let queued = desk.queue_order(order(release, &people, at_time(&named(hour))));
    wait_until("all accepted", &|| desk.show(queued.row.id).row.counts.accepted == 120);
    for sender in &mut senders {
        sender.kill().unwrap();
        sender.wait().unwrap();
    }
    let first = times.lock().unwrap().iter().min().copied().unwrap();
    assert!(first >= at(&queued.row.send_at), "{first} is before {}", queued.row.send_at);
    assert_eq!(server.counts().len(), 120);
    assert!(server.counts().values().all(|count| *count == 1));
}

#[test]
fn a_sender_killed_around_the_hour_sends_nobody_twice_and_nobody_too_early() {
    const PEOPLE: usize = 60;
    const ROUNDS: usize = 4;
    let desk = SendingDesk::new();
    let (server, times) = noting_server();
    desk.account(
        json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "connections": 4}),
    );
    let people = desk.readers(PEOPLE);
    let release = desk.release().release.id;
    for round in 1..=ROUNDS {
        times.lock().unwrap().clear();
        let mut sender = keeps_running(&desk);
        let hour = clock::now() + chrono::Duration::seconds(2);
        let queued = desk.queue_order(order(release, &people, at_time(&named(hour))));
        let id = queued.row.id;
        let hour = at(&queued.row.send_at);
        // From a little before the hour until somewhere among the messages.
        let spread = rand::rng().random_range(-100..=200);
        let moment = hour + chrono::Duration::milliseconds(spread);
        wait_until("the moment of the kill", &|| clock::now() >= moment);
        sender.kill().unwrap();
        sender.wait().unwrap();
        let mut again = keeps_running(&desk);
        wait_until("nothing left", &|| {
            let counts = desk.show(id).row.counts;
            counts.queued + counts.sending == 0
        });
        again.kill().unwrap();
        again.wait().unwrap();
        let detail = desk.show(id);
        adds_up(&detail);
        let counts = detail.row.counts;
        assert_eq!(
            counts.accepted + counts.unsure,
            i64::try_from(PEOPLE).unwrap(),
            "round {round}, {spread} ms: {counts:?}"
        );
        assert!(counts.unsure <= 4);
        let taken = server.counts();
        for delivery in desk.deliveries(id) {
            let count = taken.get(&delivery.message_id).copied().unwrap_or(0);
            assert!(count <= 1, "round {round}, {spread} ms: {delivery:?} was taken {count} times");
        }
        let first = times.lock().unwrap().iter().min().copied().unwrap();
        assert!(first >= hour, "round {round}: {first} is before {hour}");
    }
}

#[test]
fn the_embargo_of_an_earlier_distribution_stands_until_it_ends() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let siti = desk.reader("Siti", "siti@news.example.com");
    let until = || desk.read(|db, ctx| release::show(db, ctx, release)).embargo_until;
    assert_eq!(until(), "");
    let mut order = order(release, &[siti], When::default());
    order.audience.embargo = Some("2099-12-01 10:00 WIB".to_owned());
    let sent = desk.queue_order(order);
    assert_eq!(until(), "2099-12-01T03:00:00.000Z");
    let shown = desk.read(|db, ctx| release::show(db, ctx, release)).release;
    assert_eq!(shown.embargo_at, "", "the release's own is untouched");
    // The later of the two.
    let own = json!({"embargo_at": "2099-12-02T03:00:00.000Z"});
    let set = warta::db::Patch { id: Some(release), ..patch(own) };
    desk.write(|db, ctx| release::save(db, ctx, set));
    assert_eq!(until(), "2099-12-02T03:00:00.000Z");
    let set = warta::db::Patch { id: Some(release), ..patch(json!({"embargo_at": ""})) };
    desk.write(|db, ctx| release::save(db, ctx, set));
    // One that was called off, or that has ended, stands no more.
    desk.sql("UPDATE distributions SET embargo_at = '2026-01-01T00:00:00.000Z'");
    assert_eq!(until(), "");
    desk.sql("UPDATE distributions SET embargo_at = '2099-12-01T03:00:00.000Z'");
    desk.write(|db, ctx| distribution::cancel(db, ctx, sent.row.id));
    assert_eq!(until(), "");
}

#[test]
fn the_command_line_schedules_moves_and_cancels() {
    let office = crate::office::Office::with_contacts();
    let file = office.write("siaran.md", "# Judul\n\nPembuka.\n\nIsi.\n");
    office.json(&["release", "new", "--file", &file]);
    let send = ["release", "send", "1", "--list", "Pers Kota", "--at", "2099-12-01 08:00 WITA"];
    let more = ["--embargo", "2099-12-01 10:00 WIB", "--guard-days", "3", "--wave", "Pers Kota:0"];
    let all: Vec<&str> = send.iter().chain(&more).copied().chain(["--yes"]).collect();
    let sent = office.json(&all);
    let row = &sent["distribution"];
    assert_eq!(row["state"], json!("scheduled"), "{sent}");
    assert_eq!(row["send_at"], json!("2099-12-01T00:00:00.000Z"));
    assert_eq!(row["embargo_at"], json!("2099-12-01T03:00:00.000Z"));
    let id = row["id"].to_string();
    let shown = office.warta(&["distribution", "show", &id, "--language", "en"]);
    assert!(shown.out.contains("1 December 2099 at 07:00 WIB"), "{shown:?}");
    assert!(shown.out.contains("EMBARGO until 1 December 2099 at 10:00 WIB"), "{shown:?}");
    let moved = office.json(&["distribution", "reschedule", &id, "--at", "2099-12-01 08:00 WIB"]);
    assert_eq!(moved["row"]["send_at"], json!("2099-12-01T01:00:00.000Z"));
    office
        .warta(&[
            "distribution",
            "reschedule",
            &id,
            "--at",
            "2099-12-01 10:00 WIB",
            "--language",
            "en",
        ])
        .failed_with("The embargo would have ended");
    office.warta(&["distribution", "reschedule", &id, "--language", "en"]).failed_with("Say when");
    office.json(&["call", "group_chat_save", r#"{"set": {"name": "Grup Humas"}}"#]);
    office.json(&[
        "call",
        "organisation_save",
        r#"{"patch": {"set": {"name": "Radio Gelombang", "kind": "outlet"}}, "reaches": [{"kind": "email", "value": "redaksi@gelombang.example.com"}]}"#,
    ]);
    let waves = office.json(&[
        "release",
        "send",
        "1",
        "--list",
        "Pers Kota",
        "--newsroom",
        "Radio Gelombang",
        "--wave-newsroom",
        "Radio Gelombang:0",
        "--wave-group",
        "Grup Humas:45m",
        "--wave",
        "Pers Kota:45m",
    ]);
    let planned: Vec<(i64, &str)> = waves["waves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wave| (wave["minutes"].as_i64().unwrap(), wave["label"].as_str().unwrap()))
        .collect();
    assert_eq!(planned, [(0, "Radio Gelombang"), (45, "Pers Kota, Grup Humas")]);
    assert_eq!(waves["newsrooms"][0]["wave"], json!(0));
    assert_eq!(waves["groups"][0]["wave"], json!(1));
    let wrong = ["release", "send", "1", "--wave", "Pers Kota:soon", "--language", "en"];
    office.warta(&wrong).failed_with("is no wave");
    let total = moved["row"]["total"].clone();
    assert_eq!(office.json(&["distribution", "cancel", &id])["cancelled"], total);
    let list = office.json(&["distribution", "list"]);
    assert_eq!(list["distributions"][0]["state"], json!("cancelled"));
}
