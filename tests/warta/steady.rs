//! `warta outbox run` as a service of the system: it ends cleanly when it is told to, and waits for
//! what passes by itself.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use warta::db::migrate;
use warta::distribution::DistributionState;
use warta::workspace::{self, As, Workspace};

use crate::mail_server::scripted::{Offered, Reaction, ScriptedServer, Step};
use crate::mail_server::{PASSWORD, free_ports};
use crate::sending_desk::SendingDesk;

/// A running `warta outbox run`, and what it says.
struct Sender {
    process: Child,
    said: PathBuf,
}

impl Sender {
    fn start(desk: &SendingDesk, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let said = desk.folder.path().join("said.txt");
        let process = Command::new(env!("CARGO_BIN_EXE_warta"))
            .arg("--workspace")
            .arg(desk.folder.path())
            .args(["--language", "en", "outbox", "run"])
            .args(arguments)
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env_remove("WARTA_PASSWORD")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&said).unwrap())
            .spawn()
            .unwrap();
        Self { process, said }
    }

    fn said(&self) -> String {
        std::fs::read_to_string(&self.said).unwrap()
    }

    fn waits_to_say(&mut self, words: &str) {
        let began = Instant::now();
        while !self.said().contains(words) {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none(), "it has ended ({ended:?}): {}", self.said());
            assert!(began.elapsed() < Duration::from_secs(60), "no {words:?} in: {}", self.said());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits for what it is to bring about.
    fn brings(&mut self, what: &str, is_so: impl Fn() -> bool) {
        let began = Instant::now();
        while !is_so() {
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "waited in vain for {what}; it said: {}",
                self.said()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn signal(&self, name: &str) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// The exit code, once it has ended.
    fn ends(mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A server that holds each message until it is let through; how many came, and may pass.
fn holding_server() -> (ScriptedServer, Arc<AtomicUsize>, Arc<AtomicUsize>) {
    let (came, may_pass) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (arrived, let_through) = (Arc::clone(&came), Arc::clone(&may_pass));
    let server = ScriptedServer::start(Default::default(), move |step: Step<'_>| {
        if matches!(step, Step::Message(_)) {
            let number = arrived.fetch_add(1, Ordering::SeqCst) + 1;
            while let_through.load(Ordering::SeqCst) < number {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        Reaction::Usual
    });
    (server, came, may_pass)
}

#[test]
fn told_to_end_it_finishes_what_is_being_handed_over_and_nothing_is_unsure() {
    for (signal, arguments, code) in
        [("TERM", &[][..], 0), ("INT", &[][..], 0), ("TERM", &["--until-empty"][..], 1)]
    {
        let desk = SendingDesk::new();
        let (server, came, may_pass) = holding_server();
        desk.account(json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "connections": 1}));
        let id = desk.queue(desk.release().release.id, &desk.readers(20)).row.id;
        let mut sender = Sender::start(&desk, arguments, &[]);
        wait_until("a message", || came.load(Ordering::SeqCst) == 1);
        sender.signal(signal);
        sender.waits_to_say("Ending");
        may_pass.store(usize::MAX, Ordering::SeqCst);
        assert_eq!(sender.ends(), Some(code), "{signal} {arguments:?}");
        let counts = desk.show(id).row.counts;
        assert_eq!((counts.unsure, counts.sending), (0, 0), "{counts:?}");
        assert!(counts.accepted >= 1 && counts.queued >= 10, "{counts:?}");
        assert_eq!(usize::try_from(counts.accepted).unwrap(), server.messages().len());
        desk.run().unwrap();
        assert_eq!(server.counts().len(), 20);
        assert!(server.counts().values().all(|count| *count == 1), "{:?}", server.counts());
    }
}

#[test]
fn told_twice_it_ends_at_once() {
    let desk = SendingDesk::new();
    let (server, came, _held) = holding_server();
    desk.server(server.port);
    desk.queue(desk.release().release.id, &desk.readers(2));
    let mut sender = Sender::start(&desk, &[], &[]);
    wait_until("a message", || came.load(Ordering::SeqCst) >= 1);
    sender.signal("INT");
    sender.waits_to_say("Ending");
    sender.signal("INT");
    assert_eq!(sender.ends(), Some(130));
}

#[test]
fn the_window_opens_beside_it_and_a_restore_waits_for_its_end() {
    let desk = SendingDesk::new();
    let folder = desk.folder.path().to_owned();
    let mut sender = Sender::start(&desk, &[], &[]);
    sender.waits_to_say("Sending goes on");
    let SendingDesk { folder: _kept, workspace } = desk;
    drop(workspace);
    wait_until("the ownership", || Workspace::open(&folder, As::Owner, Vec::new()).is_ok());
    let backup = folder.join("backups").join("now.zip");
    {
        let window = Workspace::open(&folder, As::Owner, Vec::new()).unwrap();
        warta::db::backup::write(&window.db, &window.files(), &backup).unwrap();
    }
    let refused = workspace::restore(&folder, &backup).unwrap_err();
    assert_eq!(refused.text, "restore-somebody-works");
    sender.signal("TERM");
    assert_eq!(sender.ends(), Some(0));
    workspace::restore(&folder, &backup).unwrap();
}

#[test]
fn a_line_that_is_down_is_waited_for() {
    let desk = SendingDesk::new();
    let [nobody] = free_ports::<1>();
    desk.server(nobody);
    let id = desk.queue(desk.release().release.id, &desk.readers(12)).row.id;
    let mut sender = Sender::start(&desk, &[], &[]);
    sender
        .brings("the pause", || desk.show(id).row.paused_text == "distribution-paused-unreachable");
    sender.waits_to_say(&format!("Distribution {id} waits."));
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    desk.sql("UPDATE deliveries SET next_at = '2020-01-01T00:00:00.000Z' WHERE state = 'deferred'");
    sender.brings("the end", || desk.show(id).row.state == DistributionState::Done);
    sender.waits_to_say("accepted");
    sender.signal("TERM");
    assert_eq!(sender.ends(), Some(0));
    assert!(server.counts().values().all(|count| *count == 1), "{:?}", server.counts());
}

#[test]
fn a_missing_password_is_waited_for_and_one_of_the_environment_is_taken() {
    let desk = SendingDesk::new();
    let offered = Offered { auth_plain: true, ..Offered::default() };
    let server = ScriptedServer::start(offered, |_: Step<'_>| Reaction::Usual);
    // A sender's address of its own: what this process knows of passwords is kept by it.
    desk.account(json!({"smtp_url": format!("smtp://humas@127.0.0.1:{}?tls=none", server.port), "from_address": "steady@office.example.id"}));
    let id = desk.queue(desk.release().release.id, &desk.readers(2)).row.id;
    let mut sender = Sender::start(&desk, &[], &[]);
    sender.waits_to_say(&format!("Distribution {id} waits."));
    sender.signal("TERM");
    assert_eq!(sender.ends(), Some(0));
    assert!(server.messages().is_empty());
    let account = desk.number("SELECT id FROM accounts");
    let variable = format!("WARTA_PASSWORD_{account}");
    let mut sender = Sender::start(&desk, &[], &[(&variable, PASSWORD)]);
    sender.brings("the end", || desk.show(id).row.state == DistributionState::Done);
    sender.signal("TERM");
    assert_eq!(sender.ends(), Some(0));
    assert_eq!(server.counts().len(), 2);
}

#[test]
fn a_workspace_that_others_keep_closed_is_waited_for() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    // As while another Warta brings it up to date.
    desk.sql(&format!("PRAGMA user_version = {}", migrate::latest() - 1));
    let mut sender = Sender::start(&desk, &[], &[]);
    sender.waits_to_say("Waiting until the workspace is free");
    desk.sql(&format!("PRAGMA user_version = {}", migrate::latest()));
    sender.waits_to_say("Sending goes on");
    let id = desk.queue(desk.release().release.id, &desk.readers(2)).row.id;
    wait_until("the end", || desk.show(id).row.state == DistributionState::Done);
    sender.signal("TERM");
    assert_eq!(sender.ends(), Some(0));
}
