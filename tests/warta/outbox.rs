//! Sending: nobody twice, nobody lost, every outcome told; against a scripted server.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use warta::distribution::{self, DistributionState, Settle, SettleOutcome};
use warta::error::Code;
use warta::outbox;

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::sending_desk::{SendingDesk, adds_up};

#[test]
fn everybody_gets_one_message_and_it_stands_in_their_history() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(40);
    let queued = desk.queue(desk.release().release.id, &people);
    assert_eq!(queued.row.counts.queued, 40);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.unsure, report.queued_left), (40, 0, 0));
    let detail = desk.show(queued.row.id);
    adds_up(&detail);
    assert_eq!(detail.row.state, DistributionState::Done);
    assert_eq!(detail.row.counts.accepted, 40);
    let counts = server.counts();
    assert_eq!(counts.len(), 40);
    assert!(counts.values().all(|count| *count == 1));
    for (to, message) in server.messages() {
        let text = String::from_utf8(message).unwrap();
        assert_eq!(to.len(), 1);
        assert!(text.contains(&format!("<{}>\r\n", to[0])), "{text}");
        assert!(!text.contains("List-Unsubscribe") && !text.contains("{{"), "{text}");
    }
    let history = desk.read(|db, _| warta::interaction::of_contact(db, people[0], 10));
    assert_eq!(history[0].kind, "release_sent");
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(server.messages().len(), 40);
}

#[test]
fn refusals_deferrals_and_broken_lines_are_told_apart() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt("gone@news.example.com") => Reaction::Say("550 5.1.1 No such user".into()),
        Step::Rcpt("former@news.example.com") => Reaction::Say("550 No such user here".into()),
        Step::Rcpt("guarded@news.example.com") => Reaction::Say("550 Blocked by policy".into()),
        Step::Rcpt("later@news.example.com") => Reaction::Say("450 4.2.0 Greylisted".into()),
        Step::Rcpt("cut@news.example.com") => Reaction::Cut,
        Step::Message(bytes)
            if String::from_utf8_lossy(bytes).contains("To: silent <silent@news.example.com>") =>
        {
            Reaction::TakeAndCut
        }
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let people: Vec<i64> = ["gone", "later", "cut", "silent", "fine", "former", "guarded"]
        .iter()
        .map(|name| desk.reader(name, &format!("{name}@news.example.com")))
        .collect();
    let id = desk.queue(desk.release().release.id, &people).row.id;
    let report = desk.run().unwrap();
    let detail = desk.show(id);
    adds_up(&detail);
    let deliveries = desk.deliveries(id);
    let states: Vec<&str> = deliveries.iter().map(|delivery| delivery.state.as_str()).collect();
    assert_eq!(
        states,
        ["refused", "deferred", "deferred", "unsure", "accepted", "refused", "refused"],
        "{:#?}",
        deliveries
    );
    assert_eq!((report.refused, report.deferred, report.unsure, report.accepted), (3, 2, 1, 1));
    let gone = &deliveries[0];
    assert_eq!((gone.reply_code, gone.enhanced_code.as_str()), (550, "5.1.1"));
    assert!(gone.reply_text.contains("No such user"));
    assert!(!deliveries[1].next_at.is_empty() && report.next_at.is_some());
    let history: Vec<(String, String)> = desk.read(|db, _| {
        db.rows(
            "SELECT kind, body FROM interactions WHERE delivery_id = :delivery AND deleted_at IS NULL",
            rusqlite::named_params! {":delivery": gone.id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    });
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].0, "release_refused");
    assert!(history[0].1.contains("No such user"), "{history:?}");
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM contact_states WHERE kind = 'bad_address' AND address_key IN ('gone@news.example.com', 'former@news.example.com')"),
        2,
        "the addresses that do not exist are marked"
    );
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM contact_states WHERE kind = 'bad_address'"),
        2,
        "a refusal by rules says nothing about an address"
    );
    // Deferred mail is not due yet, unsure mail never by itself.
    assert_eq!(desk.run().unwrap().accepted, 0);

    let unsure = deliveries[3].id;
    assert!(desk.write(|db, ctx| distribution::settle(
        db,
        ctx,
        Settle { delivery_id: unsure, outcome: SettleOutcome::CountAsSent }
    )));
    assert!(!desk.write(|db, ctx| distribution::settle(
        db,
        ctx,
        Settle { delivery_id: unsure, outcome: SettleOutcome::SendAgain }
    )));
    desk.sql("UPDATE deliveries SET next_at = '2020-01-01T00:00:00.000Z' WHERE state = 'deferred'");
    desk.run().unwrap();
    let detail = desk.show(id);
    assert_eq!((detail.row.counts.accepted, detail.row.counts.deferred), (2, 2));
    assert_eq!(desk.deliveries(id)[1].attempts, 2);
}

#[test]
fn two_runs_of_one_process_never_send_at_the_same_time() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::Wait(Duration::from_millis(60)),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    desk.queue(desk.release().release.id, &desk.readers(20));
    let reports: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| desk.run().unwrap())).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    // A run takes up what an ended one left; nothing of a living one.
    assert!(
        reports.iter().all(|report| report.recovered == 0 && report.unsure == 0),
        "{reports:#?}"
    );
    assert_eq!(reports.iter().map(|report| report.accepted).sum::<i64>(), 20);
    assert!(server.counts().values().all(|count| *count == 1), "{:?}", server.counts());
}

#[test]
fn a_refused_login_pauses_and_no_recipient_is_at_fault() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Connect(_) => Reaction::Say("554 5.7.1 Your address is blocked".into()),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let id = desk.queue(desk.release().release.id, &desk.readers(10)).row.id;
    let report = desk.run().unwrap();
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(detail.row.counts.queued, 10);
    assert_eq!(detail.row.paused_text, "distribution-paused-connection-refused");
    assert!(detail.row.paused_words.contains("blocked"), "{}", detail.row.paused_words);
    assert_eq!(report.paused.len(), 1);
}

#[test]
fn policy_refusals_in_a_row_pause() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt(_) => Reaction::Say("550 5.5.0 Requested action not taken".into()),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let id = desk.queue(desk.release().release.id, &desk.readers(20)).row.id;
    desk.run().unwrap();
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(
        (detail.row.state, detail.row.paused_text.as_str()),
        (DistributionState::Paused, "distribution-paused-policy")
    );
    assert!(detail.row.counts.queued >= 14, "{:?}", detail.row.counts);
}

#[test]
fn an_unreachable_server_pauses_and_a_resumed_distribution_goes_on() {
    let desk = SendingDesk::new();
    let [port] = crate::mail_server::free_ports::<1>();
    desk.server(port);
    let id = desk.queue(desk.release().release.id, &desk.readers(12)).row.id;
    desk.run().unwrap();
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(detail.row.paused_text, "distribution-paused-unreachable");
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    assert!(desk.write(|db, ctx| distribution::resume(db, ctx, id)));
    desk.sql("UPDATE deliveries SET next_at = '2020-01-01T00:00:00.000Z' WHERE state = 'deferred'");
    desk.run().unwrap();
    assert_eq!(desk.show(id).row.counts.accepted, 12);
}

#[test]
fn what_a_dead_process_left_is_sent_again_before_the_mark_and_unsure_after_it() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let id = desk.queue(desk.release().release.id, &desk.readers(3)).row.id;
    desk.sql("UPDATE deliveries SET state = 'sending', claimed_by = '1-dead.lock', attempts = 1 WHERE id IN (1, 2)");
    desk.sql("UPDATE deliveries SET marked_at = '2026-11-22T00:00:00.000Z' WHERE id = 2");
    let report = desk.run().unwrap();
    assert_eq!((report.recovered, report.unsure, report.accepted), (1, 1, 2));
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(desk.deliveries(id)[1].state.as_str(), "unsure");
    assert_eq!(server.messages().len(), 2);
}

#[test]
fn a_living_process_keeps_its_claims() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let id = desk.queue(desk.release().release.id, &desk.readers(2)).row.id;
    let other = SendingDesk::open(desk.folder.path());
    desk.sql(&format!(
        "UPDATE deliveries SET state = 'sending', claimed_by = '{}' WHERE id = 1",
        other.process()
    ));
    assert_eq!(desk.run().unwrap().accepted, 1);
    assert_eq!(desk.show(id).row.counts.sending, 1);
    drop(other);
    assert_eq!(desk.run().unwrap().accepted, 1);
}

#[test]
fn somebody_who_opts_out_after_queueing_gets_nothing() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let people = desk.readers(3);
    let id = desk.queue(desk.release().release.id, &people).row.id;
    desk.state(people[0], "do_not_contact");
    desk.state(people[1], "bad_address");
    desk.run().unwrap();
    let detail = desk.show(id);
    adds_up(&detail);
    let deliveries = desk.deliveries(id);
    let told: Vec<(&str, &str)> = deliveries
        .iter()
        .map(|delivery| (delivery.state.as_str(), delivery.reason.as_str()))
        .collect();
    assert_eq!(
        told,
        [("suppressed", "do_not_contact"), ("suppressed", "bad_address"), ("accepted", "")]
    );
}

#[test]
fn limits_hold_and_outlive_a_run() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.account(
        json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "per_day": 4}),
    );
    let people = desk.readers(10);
    desk.queue(desk.release().release.id, &people);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.queued_left), (4, 6));
    assert_eq!(desk.run().unwrap().accepted, 0);
    desk.sql("UPDATE send_marks SET at = '2020-01-01T00:00:00.000Z'");
    assert_eq!(desk.run().unwrap().accepted, 4);
    assert_eq!(server.messages().len(), 8);
}

#[test]
fn without_an_account_each_message_is_one_file() {
    let desk = SendingDesk::new();
    let id = desk.queue(desk.release().release.id, &desk.readers(5)).row.id;
    desk.sql("UPDATE deliveries SET state = 'sending', claimed_by = '1-dead.lock' WHERE id = 1");
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.unsure), (5, 0));
    let detail = desk.show(id);
    adds_up(&detail);
    assert!(detail.to_folder && detail.row.to_folder);
    let mut names: Vec<String> = std::fs::read_dir(desk.folder.path().join("outbox"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["1.eml", "2.eml", "3.eml", "4.eml", "5.eml"]);
}

#[test]
fn cancel_and_pause_stop_what_has_not_left() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let release = desk.release().release.id;
    let people = desk.readers(4);
    let paused = desk.queue(release, &people).row.id;
    let cancelled = desk.queue(release, &people).row.id;
    assert!(desk.write(|db, ctx| distribution::pause(db, ctx, paused)));
    assert_eq!(desk.write(|db, ctx| distribution::cancel(db, ctx, cancelled)), 4);
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert!(desk.write(|db, ctx| distribution::resume(db, ctx, paused)));
    assert_eq!(desk.run().unwrap().accepted, 4);
    assert_eq!(desk.show(cancelled).row.counts.cancelled, 4);
}

#[test]
fn a_missing_password_is_said_so() {
    let desk = SendingDesk::new();
    desk.account(json!({"smtp_url": "smtps://nobody@127.0.0.1:9", "from_address": "nobody@office.example.id"}));
    desk.queue(desk.release().release.id, &desk.readers(1));
    assert_eq!(desk.run().unwrap_err().code, Code::NeedsLogin);
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'queued'"), 1);
}

#[test]
fn a_cancel_between_claim_and_mark_keeps_the_final_dot_back() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt(_) => Reaction::Wait(Duration::from_millis(800)),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let id = desk.queue(desk.release().release.id, &desk.readers(6)).row.id;
    std::thread::scope(|scope| {
        let sender = scope.spawn(|| desk.run().unwrap());
        let started = Instant::now();
        while desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'sending'") == 0
            && started.elapsed() < Duration::from_secs(5)
        {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(desk.write(|db, ctx| distribution::cancel(db, ctx, id)), 6);
        assert_eq!(sender.join().unwrap().accepted, 0);
    });
    assert_eq!(server.messages().len(), 0);
    let detail = desk.show(id);
    adds_up(&detail);
    assert_eq!(detail.row.counts.cancelled, 6);
}

#[test]
fn the_background_loop_sends_and_waits_for_a_missing_password() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    let release = desk.release().release.id;
    desk.server(server.port);
    let sent = desk.queue(release, &desk.readers(3)).row.id;
    let workspace = Arc::new(SendingDesk::open(desk.folder.path()));
    let stop = AtomicBool::new(false);
    let until = |done: &dyn Fn() -> bool| {
        let started = Instant::now();
        while !done() {
            assert!(started.elapsed() < Duration::from_secs(20), "too slow");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| outbox::keep_sending(&workspace, &stop));
        until(&|| desk.show(sent).row.state == DistributionState::Done);
        desk.account(json!({"smtp_url": format!("smtp://locked@127.0.0.1:{}?tls=none", server.port), "from_address": "locked@office.example.id"}));
        let waiting = desk.queue(release, &desk.readers(1)).row.id;
        until(&|| desk.show(waiting).needs_login);
        desk.server(server.port);
        until(&|| desk.show(waiting).row.counts.accepted == 1);
        stop.store(true, Ordering::Relaxed);
    });
    assert_eq!(server.messages().len(), 4);
}
