//! Closing the window while mail is leaving where the desktop has a tray: the window is hidden, its
//! icon leads back, and a second start too. The desktop's side of it (the watcher that icons are
//! registered at, and whoever shows their menus) is played by the test on a bus of its own.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use warta::desktop::tray_host::has_host;
use warta::workspace::{As, Workspace};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Structure, Value};

use super::ending::{Bus, wait_until};
use super::{Window, release, settled};
use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::{Office, run};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// What the watcher knows of: whether somebody shows icons, and the icons (owner, path).
#[derive(Clone, Default)]
struct Known {
    has_host: Arc<AtomicBool>,
    items: Arc<Mutex<Vec<(String, String)>>>,
}

struct Watcher(Known);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(
        &self,
        path: String,
        #[zbus(header)] header: zbus::message::Header<'_>,
    ) {
        let owner = header.sender().map(ToString::to_string).unwrap_or_default();
        self.0.items.lock().unwrap().push((owner, path));
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        self.0.has_host.load(Ordering::SeqCst)
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0.items.lock().unwrap().iter().map(|(owner, path)| format!("{owner}{path}")).collect()
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A desktop with a tray.
struct Tray {
    bus: Connection,
    known: Known,
}

impl Tray {
    fn on(address: &str) -> Self {
        let known = Known::default();
        let bus = Builder::address(address)
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher(known.clone()))
            .unwrap()
            .name(WATCHER)
            .unwrap()
            .build()
            .unwrap();
        Self { bus, known }
    }

    fn item(&self) -> Option<(String, String)> {
        self.known.items.lock().unwrap().last().cloned()
    }

    fn property(&self, name: &str) -> Option<OwnedValue> {
        let (owner, path) = self.item()?;
        let asked = self.bus.call_method(
            Some(owner.as_str()),
            path.as_str(),
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &("org.kde.StatusNotifierItem", name),
        );
        asked.ok()?.body().deserialize().ok()
    }

    /// Whether an icon is shown.
    fn shows(&self) -> bool {
        self.property("Status").and_then(|value| String::try_from(value).ok()).as_deref()
            == Some("Active")
    }

    /// The lines of the icon's menu with their numbers.
    fn menu(&self) -> Vec<(i32, String)> {
        let Some((owner, _)) = self.item() else { return Vec::new() };
        let Some(menu) = self.property("Menu") else { return Vec::new() };
        let menu = OwnedObjectPath::try_from(menu).unwrap();
        let asked = self.bus.call_method(
            Some(owner.as_str()),
            &menu,
            Some("com.canonical.dbusmenu"),
            "GetLayout",
            &(0_i32, -1_i32, Vec::<String>::new()),
        );
        let Ok(answer) = asked else { return Vec::new() };
        type Line = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let (_, (_, _, lines)): (u32, Line) = answer.body().deserialize().unwrap();
        lines
            .into_iter()
            .filter_map(|line| {
                let line = Structure::try_from(line).ok()?;
                let [Value::I32(id), Value::Dict(properties), ..] = line.fields() else {
                    return None;
                };
                let label: Option<String> = properties.get(&"label").ok()?;
                // An underscore marks the key of a line.
                Some((*id, label?.replace('_', "")))
            })
            .collect()
    }

    fn has_line(&self, beginning: &str) -> bool {
        self.menu().iter().any(|(_, label)| label.starts_with(beginning))
    }

    fn choose(&self, wanted: &str) {
        let (owner, _) = self.item().unwrap();
        let menu = OwnedObjectPath::try_from(self.property("Menu").unwrap()).unwrap();
        let (id, _) = self
            .menu()
            .into_iter()
            .find(|(_, label)| label == wanted)
            .unwrap_or_else(|| panic!("no line {wanted:?} in {:?}", self.menu()));
        self.bus
            .call_method(
                Some(owner.as_str()),
                &menu,
                Some("com.canonical.dbusmenu"),
                "Event",
                &(id, "clicked", Value::I32(0), 0_u32),
            )
            .unwrap();
    }
}

#[test]
fn a_tray_is_there_only_where_somebody_shows_its_icons() {
    let office = Office::without_workspace();
    let nowhere = format!("unix:path={}", office.file("no-bus").display());
    assert!(!has_host(Some(&nowhere)), "no bus");
    assert!(!has_host(Some("disabled:")), "a bus that was switched off");
    let bus = Bus::start(&office.file("bus"));
    assert!(!has_host(Some(&bus.address)), "a bus without a watcher");
    let tray = Tray::on(&bus.address);
    assert!(!has_host(Some(&bus.address)), "a watcher at which nobody shows icons");
    tray.known.has_host.store(true, Ordering::SeqCst);
    assert!(has_host(Some(&bus.address)), "a tray");
    drop(tray);
    assert!(!has_host(Some(&bus.address)), "the tray has gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_goes_on_in_the_tray_and_the_window_comes_back() {
    // The server holds each message until it is let through.
    let (arrived, let_through) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let server = {
        let (arrived, let_through) = (Arc::clone(&arrived), Arc::clone(&let_through));
        ScriptedServer::start(Default::default(), move |step: Step<'_>| {
            if matches!(step, Step::Message(_)) {
                let number = arrived.fetch_add(1, Ordering::SeqCst) + 1;
                while let_through.load(Ordering::SeqCst) < number {
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
            Reaction::Usual
        })
    };
    let office = Office::with_contacts();
    settled(&office);
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.port);
    let account = ["--from", "humas@example.id", "--connections", "1"];
    office.json(&[&["account", "set", "--smtp", smtp.as_str()], &account[..]].concat());
    release(&office, "Pasar Rakyat dibuka");
    let bus = Bus::start(&office.file("bus"));
    let tray = Tray::on(&bus.address);
    tray.known.has_host.store(true, Ordering::SeqCst);
    let variables = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    let window = Window::open_with(&office.workspace(), &office.file("home"), &variables).await;
    let is = async |state: &str| {
        let script = "return document.visibilityState === arguments[0]";
        window.wait(&format!("the window to be {state}"), script, vec![json!(state)]).await;
    };
    window.go("/releases").await;
    let sent = office.json(&["release", "send", "1", "--list", "Pers Kota", "--yes"]);
    let people = sent["recipients"].as_array().unwrap().len();
    assert!(people > 1, "{people}");
    wait_until("the first message", || arrived.load(Ordering::SeqCst) == 1);

    // The first time it is explained.
    window.by_palette("Close Warta").await;
    window.sees("beside the clock").await;
    window.sees("From now on the window closes without asking").await;
    window.moment("closing-tray").await;
    assert_eq!(window.axe().await, "", "the explanation of the tray");
    window.press("Close the window and keep sending").await;
    is("hidden").await;
    wait_until("the icon", || tray.shows());
    wait_until("its menu", || tray.has_line("Sending:") && tray.has_line("Quit Warta"));

    // Pausing and going on from there.
    let state = || {
        let status = office.json(&["outbox", "status"]);
        status["distributions"][0]["state"].as_str().unwrap().to_owned()
    };
    tray.choose("Pause sending");
    wait_until("the pause", || state() == "paused");
    wait_until("its words", || tray.has_line("Sending is paused"));
    tray.choose("Resume sending");
    wait_until("the end of the pause", || state() == "running");
    wait_until("its words", || tray.has_line("Pause sending"));

    // Back to the window, and from now on without a question.
    tray.choose("Open Warta");
    is("visible").await;
    wait_until("the icon to go", || !tray.shows());
    window.by_palette("Close Warta").await;
    is("hidden").await;
    wait_until("the icon", || tray.shows());

    // A second start brings the window back and ends by itself.
    let mut second = office.command();
    second.env("DISPLAY", ":0").arg("--workspace").arg(office.workspace());
    assert_eq!(run(&mut second).code, 0, "the second start");
    is("visible").await;

    // Where the tray goes away, the window is not lost with it.
    window.by_palette("Close Warta").await;
    is("hidden").await;
    tray.known.has_host.store(false, Ordering::SeqCst);
    is("visible").await;
    tray.known.has_host.store(true, Ordering::SeqCst);

    // At the end it says so and ends.
    window.by_palette("Close Warta").await;
    is("hidden").await;
    let_through.store(usize::MAX, Ordering::SeqCst);
    wait_until("the notification", || bus.said("Sent:"));
    wait_until("the program's end", || {
        Workspace::open(&office.workspace(), As::Owner, Vec::new()).is_ok()
    });
    window.close().await;
    let counts = server.counts();
    assert_eq!(counts.len(), people, "{counts:?}");
    assert!(counts.values().all(|count| *count == 1), "nobody twice: {counts:?}");

    // The next start shows the window, though the last one ended hidden.
    let window = Window::open_with(&office.workspace(), &office.file("home"), &variables).await;
    let script = "return document.visibilityState === 'visible'";
    window.wait("the window of the next start", script, vec![]).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_be_asked_is_asked_although_there_is_a_tray() {
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::Wait(Duration::from_secs(3)),
        _ => Reaction::Usual,
    });
    let office = Office::with_contacts();
    settled(&office);
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.port);
    office.json(&["account", "set", "--smtp", &smtp, "--from", "humas@example.id"]);
    release(&office, "Pasar Rakyat dibuka");
    let bus = Bus::start(&office.file("bus"));
    let tray = Tray::on(&bus.address);
    tray.known.has_host.store(true, Ordering::SeqCst);
    let variables = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    let window = Window::open_with(&office.workspace(), &office.file("home"), &variables).await;
    window.go("/settings/sending").await;
    window.choose("closing", "ask").await;
    wait_until("the setting", || {
        office.json(&["call", "sending_rules"])["closing"].as_str() == Some("ask")
    });
    office.json(&["release", "send", "1", "--list", "Pers Kota", "--yes"]);
    window.by_palette("Close Warta").await;
    window.sees("Mail is still leaving").await;
    let text = window.text().await;
    assert!(text.contains("beside the clock") && !text.contains("without asking"), "{text}");
    window.press("Do not close").await;
    window.gone("[role=dialog]").await;
    assert!(!tray.shows(), "no icon for a window that stays");
    window.close().await;
}
