//! A distribution in the window: every state that a server can bring about, and what a person
//! does about it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::{Value as Json, json};

use super::{Window, release, settled};
use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::Office;

/// An office with these people on the list "Pers Kota" and one release.
fn office_of(rows: &str) -> Office {
    let office = Office::new();
    settled(&office);
    let file = office.write("orang.csv", format!("Nama;Media;E-mail;No. WA\n{rows}"));
    office.json(&["import", &file, "--list", "Pers Kota"]);
    release(&office, "Pasar Rakyat dibuka");
    office
}

fn sends_through(office: &Office, server: &ScriptedServer) {
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.port);
    office.json(&[
        "account",
        "set",
        "--smtp",
        &smtp,
        "--from",
        "humas@kota.example.id",
        "--name",
        "Humas Kota Contoh",
    ]);
}

fn status(office: &Office) -> Json {
    office.json(&["outbox", "status"])["distributions"][0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_is_shown_and_what_is_open_is_settled_by_hand() {
    let office = office_of(
        "Gita Contoh;Harian Contoh;gone@news.example.com;\n\
         Lina Contoh;Harian Contoh;later@news.example.com;\n\
         Sari Contoh;Radio Contoh;silent@news.example.com;\n\
         Tono Contoh;Radio Contoh;again@news.example.com;\n\
         Fajar Contoh;TV Contoh;fine@news.example.com;\n\
         Wayan Contoh;Kabar Contoh;;+62 000 1111 2222\n\
         Yuni Contoh;Kabar Contoh;;+62 000 1111 3333\n",
    );
    let tries = AtomicUsize::new(0);
    let server = ScriptedServer::start(Default::default(), move |step: Step<'_>| match step {
        Step::Rcpt("gone@news.example.com") => {
            Reaction::Say("550 5.1.1 Nobody of that name here".into())
        }
        Step::Rcpt("later@news.example.com") => {
            Reaction::Say("450 4.2.0 Greylisted for a while".into())
        }
        Step::Message(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            let cut = text.contains("<silent@news.example.com>")
                || text.contains("<again@news.example.com>")
                    && tries.fetch_add(1, Ordering::SeqCst) == 0;
            if cut { Reaction::TakeAndCut } else { Reaction::Usual }
        }
        _ => Reaction::Usual,
    });
    sends_through(&office, &server);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.send("Pers Kota", 7).await;
    for (state, count) in
        [("refused", 1), ("deferred", 1), ("unsure", 2), ("accepted", 1), ("by_hand", 2)]
    {
        window.counts(state, count).await;
    }
    window.sees("550 5.1.1 Nobody of that name here").await;
    window.sees("450 4.2.0 Greylisted for a while").await;
    window.sees("next try").await;
    window.moment("distribution-states").await;

    // Possibly sent: never again by itself; a person decides.
    window.sees("2 mails were possibly sent").await;
    window.press_beside("Sari Contoh", "Count as sent").await;
    window.counts("accepted", 2).await;
    window.press_beside("Tono Contoh", "Send again").await;
    window.counts("accepted", 3).await;
    window.gone("[data-testid=unsure]").await;

    // The queue of those without mail, done with one key a person.
    window.press("WhatsApp and by hand").await;
    window.sees("2 left").await;
    window.moment("distribution-by-hand").await;
    window.keys("\u{e007}").await;
    window.sees("1 left").await;
    window.keys("\u{e007}").await;
    window.sees("Everybody has been contacted").await;
    window.counts("done_by_hand", 2).await;

    // What is still to be tried is cancelled; what went out stays.
    window.press("Cancel the rest").await;
    window.sees("1 recipient who has not got the release will not get it").await;
    window.press("Cancel the rest").await;
    window.counts("cancelled", 1).await;
    window.moment("distribution-cancelled").await;
    let now = status(&office);
    for (state, count) in [
        ("accepted", 3),
        ("refused", 1),
        ("cancelled", 1),
        ("unsure", 0),
        ("deferred", 0),
        ("total", 7),
    ] {
        assert_eq!(now[state], json!(count), "{state}: {now}");
    }
    let history = office.json(&["contact", "show", "+62 000 1111 2222"]).to_string();
    assert!(history.contains("Pasar Rakyat dibuka"), "{history}");
    window.close_clean().await;
}

/// Messages wait here until the test lets them through.
#[derive(Default)]
struct Gate {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    fn pass(&self) {
        let guard = self.is_open.lock().unwrap();
        let limit = Duration::from_secs(120);
        drop(self.opened.wait_timeout_while(guard, limit, |open| !*open).unwrap());
    }

    fn open(&self) {
        *self.is_open.lock().unwrap() = true;
        self.opened.notify_all();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_distribution_is_paused_by_the_server_and_by_hand_and_goes_on() {
    let people: String = (0..30)
        .map(|number| format!("Pembaca {number};Harian Contoh;p{number}@news.example.com;\n"))
        .collect();
    let office = office_of(&people);
    let (blocked, gate) = (Arc::new(AtomicBool::new(true)), Arc::new(Gate::default()));
    let server = {
        let (blocked, gate) = (Arc::clone(&blocked), Arc::clone(&gate));
        ScriptedServer::start(Default::default(), move |step: Step<'_>| {
            match step {
                Step::Connect(_) if blocked.load(Ordering::SeqCst) => {
                    return Reaction::Say("554 5.7.1 Your address is blocked".into());
                }
                Step::Message(_) => gate.pass(),
                _ => {}
            }
            Reaction::Usual
        })
    };
    sends_through(&office, &server);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.send("Pers Kota", 30).await;
    window.sees("The mail server refuses this account").await;
    window.press("Details").await;
    window.sees("Your address is blocked").await;
    window.counts("queued", 30).await;
    window.moment("distribution-refused").await;

    blocked.store(false, Ordering::SeqCst);
    window.press("Go on").await;
    let some =
        "return Number(document.querySelector('li[data-state=sending]')?.dataset.count ?? 0) > 0";
    window.wait("messages on their way", some, vec![]).await;
    window.press("Pause").await;
    window.sees("Paused by a person").await;
    gate.open();
    window.gone("li[data-state=sending]").await;
    let now = status(&office);
    let (accepted, queued) = (now["accepted"].as_i64().unwrap(), now["queued"].as_i64().unwrap());
    assert!(accepted > 0 && queued > 0 && accepted + queued == 30, "{now}");
    window.counts("queued", queued).await;
    window.moment("distribution-paused").await;
    assert_eq!(server.messages().len() as i64, accepted, "a paused distribution sends nothing");

    window.press("Go on").await;
    window.counts("accepted", 30).await;
    window.sees("30 of 30 reached").await;
    assert!(server.counts().values().all(|count| *count == 1), "nobody twice");
    assert_eq!(server.counts().len(), 30, "nobody lost");
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_account_mail_is_kept_in_the_outbox_folder_and_the_window_says_so() {
    let office = office_of("Anna Contoh;Harian Contoh;anna@news.example.com;\n");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/contacts").await;
    window.sees_in("main", "outbox folder").await;
    window.send("Pers Kota", 1).await;
    window.sees("Nothing leaves this computer: mail is kept in the outbox folder").await;
    window.counts("accepted", 1).await;
    window.sees("Kept in the outbox folder").await;
    window.moment("distribution-folder").await;
    let kept = std::fs::read_dir(office.workspace().join("outbox")).unwrap().count();
    assert_eq!(kept, 1);
    window.close_clean().await;
}

impl Window {
    /// Sends the first release to a list, as the person would.
    async fn send(&self, list: &str, people: usize) {
        self.go("/releases/1").await;
        self.pick("lists", list).await;
        let words = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
        self.sees_in("[data-testid=send-count]", &words).await;
        self.click("[data-testid=send]").await;
        self.element("[role=dialog], [role=alertdialog]").await;
        self.press("Send to").await;
        self.element("[data-testid=distribution]").await;
    }

    /// Waits until so many recipients are in a state.
    pub async fn counts(&self, state: &str, count: i64) {
        let script = "return document.querySelector(`li[data-state=${arguments[0]}]`)?.dataset.count === String(arguments[1])";
        self.wait(&format!("{count} {state}"), script, vec![json!(state), json!(count)]).await;
    }

    /// Clicks a button in the line of a person.
    async fn press_beside(&self, person: &str, button: &str) {
        let script = r"
            const line = [...document.querySelectorAll('[data-testid=unsure] li')].find((line) => line.innerText.includes(arguments[0]));
            const found = [...(line?.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === arguments[1]);
            found?.click();
            return !!found;";
        self.wait(&format!("{button} beside {person}"), script, vec![json!(person), json!(button)])
            .await;
    }
}
