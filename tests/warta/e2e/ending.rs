//! Closing the window while mail is leaving, and the end of a distribution told by the system, on a
//! session bus of the test's own.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use warta::workspace::{As, Workspace};

use super::{Window, release, settled};
use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::Office;

/// A session bus, and what was said on it.
pub struct Bus {
    pub address: String,
    log: std::path::PathBuf,
    processes: Vec<Child>,
}

impl Bus {
    pub fn start(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let (socket, log) = (folder.join("bus"), folder.join("said"));
        let address = format!("unix:path={}", socket.display());
        let daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--address", &address])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        wait_until("the bus", || socket.exists());
        let monitor = Command::new("dbus-monitor")
            .args(["--address", &address, "interface='org.freedesktop.Notifications'"])
            .stdout(File::create(&log).unwrap())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { address, log, processes: vec![monitor, daemon] }
    }

    pub fn said(&self, words: &str) -> bool {
        std::fs::read_to_string(&self.log).unwrap().contains(words)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_while_mail_leaves_asks_and_the_end_is_told() {
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::Wait(Duration::from_secs(5)),
        _ => Reaction::Usual,
    });
    let office = Office::with_contacts();
    settled(&office);
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.port);
    office.json(&[
        "account",
        "set",
        "--smtp",
        &smtp,
        "--from",
        "humas@example.id",
        "--connections",
        "1",
    ]);
    for headline in ["Pasar Rakyat dibuka", "Jembatan selesai"] {
        release(&office, headline);
    }
    let bus = Bus::start(&office.file("bus"));
    let variables = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    let window = Window::open_with(&office.workspace(), &office.file("home"), &variables).await;
    window.go("/releases").await;
    let send = |id: &str| {
        let sent = office.json(&["release", "send", id, "--list", "Pers Kota", "--yes"]);
        sent["recipients"].as_array().unwrap().len()
    };
    let people = send("1");
    assert!(people > 1, "{people}");
    wait_until("the first message", || !server.messages().is_empty());
    window.by_palette("Close Warta").await;
    window.sees("Mail is still leaving").await;
    window.sees("nothing is lost").await;
    window.moment("closing").await;
    assert_eq!(window.axe().await, "", "the question before closing");
    window.press("Do not close").await;
    window.gone("[role=dialog]").await;
    wait_until("the notification", || bus.said("Sent:"));
    assert!(bus.said("Pasar Rakyat dibuka") && bus.said(&format!("{people} delivered")));

    send("2");
    wait_until("the next message", || server.messages().len() > people);
    window.by_palette("Close Warta").await;
    window.sees("Mail is still leaving").await;
    // The page ends with the program: the driver must have its answer before.
    window
        .run(
            "const stop = [...document.querySelectorAll('[role=dialog] button')].find((button) => button.textContent.includes('Stop and close'));
             setTimeout(() => stop.click(), 200);",
            Vec::new(),
        )
        .await;
    wait_until("the window's end", || {
        Workspace::open(&office.workspace(), As::Owner, Vec::new()).is_ok()
    });
    window.close().await;
    assert!(server.messages().len() < 2 * people, "it went on to the end");
    office.json(&["outbox", "run", "--until-empty"]);
    let counts = server.counts();
    assert_eq!(counts.len(), 2 * people, "{counts:?}");
    assert!(counts.values().all(|count| *count == 1), "nobody twice: {counts:?}");
}
