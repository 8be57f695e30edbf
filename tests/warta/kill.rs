//! The sending process is killed at random moments. Nobody gets a message twice, nobody is lost,
//! and no more are unsure than connections were in flight.
//!
//! `make soak` runs more and longer rounds: `WARTA_KILL_ROUNDS`, `WARTA_KILL_RECIPIENTS`,
//! `WARTA_KILL_SEED`.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::json;
use warta::distribution::DeliveryState;

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::sending_desk::{SendingDesk, adds_up};

const CONNECTIONS: usize = 4;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn outbox_run(folder: &std::path::Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(folder)
        .args(["outbox", "run", "--until-empty"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn taken_in_all(server: &ScriptedServer) -> usize {
    server.counts().values().sum()
}

/// What a soak leaves behind: docs/reliability.md. Reached only when every round held.
struct Report {
    seed: u64,
    rounds: u64,
    recipients: usize,
    kills: i64,
    cut_short: i64,
    unsure: i64,
}

impl Report {
    fn text(&self) -> String {
        let Self { seed, rounds, recipients, kills, cut_short, unsure } = self;
        let messages = rounds * *recipients as u64;
        let most = cut_short * i64::try_from(CONNECTIONS).unwrap();
        format!(
            "# Reliability\n\n\
             Written by `make soak` (tests/warta/kill.rs): `warta outbox run` is killed with SIGKILL at random\n\
             moments while it sends to a scripted SMTP server, started again, and at the end every message that\n\
             the server took is counted against what Warta believes.\n\n\
             | | |\n|---|---|\n\
             | day | {} |\n\
             | build | {} |\n\
             | seed (`WARTA_KILL_SEED`) | {seed} |\n\
             | rounds | {rounds} of {recipients} recipients, {CONNECTIONS} connections |\n\
             | messages | {messages} |\n\
             | senders started to be killed | {kills}, of which {cut_short} died at work |\n\
             | sent twice | 0 |\n\
             | lost | 0 |\n\
             | unsure | {unsure}; at most {most} could be in flight ({cut_short} kills x {CONNECTIONS} connections) |\n\n\
             An unsure message left this machine but its answer did not come back before the kill. Warta never\n\
             sends it again by itself: a copy in the Sent folder, a bounce or a reply settles it, else a person does.\n\
             The run fails, and writes nothing, when any message is sent twice, lost, or unsure beyond that number.\n",
            warta::clock::now().format("%Y-%m-%d"),
            if cfg!(debug_assertions) { "debug" } else { "release" },
        )
    }
}

/// Lines of the contact history that say so of a distribution, and of how many deliveries.
fn history_lines(workspace: &Path, distribution: i64) -> (i64, i64) {
    let connection = rusqlite::Connection::open(workspace.join("warta.sqlite")).unwrap();
    connection
        .query_row(
            "SELECT COUNT(*), COUNT(DISTINCT i.delivery_id) FROM interactions i JOIN deliveries d ON d.id = i.delivery_id
             WHERE d.distribution_id = ?1 AND d.state = 'accepted' AND i.kind = 'release_sent'",
            [distribution],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap()
}

#[test]
fn a_killed_sender_sends_nobody_twice_and_loses_nobody() {
    let rounds = number("WARTA_KILL_ROUNDS", 10);
    let recipients = usize::try_from(number("WARTA_KILL_RECIPIENTS", 300)).unwrap();
    let seed = number("WARTA_KILL_SEED", rand::random::<u32>().into());
    println!("kill -9: {rounds} rounds of {recipients} recipients, WARTA_KILL_SEED={seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let (mut kills, mut cut_short, mut unsure_in_all) = (0, 0, 0);

    let desk = SendingDesk::new();
    // A millisecond of scanning, so that the kill often falls between the dot and the verdict.
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::Wait(Duration::from_millis(1)),
        _ => Reaction::Usual,
    });
    desk.account(json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "connections": CONNECTIONS}));
    let people = desk.readers(recipients);
    let release = desk.release().release.id;
    for round in 1..=rounds {
        let id = desk.queue(release, &people).row.id;
        let mut killed_at_work = 0;
        for _ in 0..chance.random_range(1..=3) {
            let mut sender = outbox_run(desk.folder.path());
            // Somewhere among the messages still to come, at any stage of one.
            let taken = taken_in_all(&server);
            let still = usize::try_from(round).unwrap() * recipients
                - taken.min(usize::try_from(round).unwrap() * recipients);
            let target = taken + chance.random_range(0..=still.max(1));
            while taken_in_all(&server) < target && sender.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_micros(300));
            }
            std::thread::sleep(Duration::from_micros(chance.random_range(0..3000)));
            if sender.try_wait().unwrap().is_none() {
                sender.kill().unwrap();
                killed_at_work += 1;
            }
            sender.wait().unwrap();
            kills += 1;
        }
        cut_short += killed_at_work;
        let last = outbox_run(desk.folder.path()).wait_with_output().unwrap();
        assert!(
            last.status.success(),
            "seed {seed} round {round}: {}",
            String::from_utf8_lossy(&last.stderr)
        );

        let detail = desk.show(id);
        adds_up(&detail);
        let counts = detail.row.counts;
        let taken = server.counts();
        for delivery in &desk.deliveries(id) {
            let times = taken.get(&delivery.message_id).copied().unwrap_or(0);
            let right = match delivery.state {
                DeliveryState::Accepted => times == 1,
                DeliveryState::Unsure => times <= 1,
                _ => false,
            };
            assert!(right, "seed {seed} round {round}: {delivery:?} was taken {times} times");
        }
        assert_eq!(
            counts.accepted + counts.unsure,
            i64::try_from(recipients).unwrap(),
            "seed {seed} round {round}: {counts:?}"
        );
        assert_eq!(
            history_lines(desk.folder.path(), id),
            (counts.accepted, counts.accepted),
            "seed {seed} round {round}: one line in the history for each message that left"
        );
        assert!(
            counts.unsure <= killed_at_work * i64::try_from(CONNECTIONS).unwrap(),
            "seed {seed} round {round}: {counts:?}"
        );
        unsure_in_all += counts.unsure;
    }
    let sent = rounds * recipients as u64;
    println!(
        "kill -9: {kills} starts, {cut_short} killed at work, {unsure_in_all} unsure of {}",
        sent
    );
    if let Some(path) = std::env::var_os("WARTA_RELIABILITY") {
        let report = Report { seed, rounds, recipients, kills, cut_short, unsure: unsure_in_all };
        std::fs::write(path, report.text()).unwrap();
    }
}
