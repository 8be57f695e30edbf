//! What a desk does all day: log with two keys, take back and do again (many at once too), find
//! anything by one box, copy an address.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn many_changes_are_taken_back_and_done_again_and_two_keys_log_a_call() {
    let office = Office::with_contacts();
    settled(&office);
    let refused = || {
        let rows = office.json(&["contact", "list"])["rows"].as_array().unwrap().clone();
        rows.iter().filter(|row| row["do_not_contact"] == true).count()
    };
    let calls = || {
        let shown = office.json(&["contact", "show", "siti@example.id"]);
        shown["history"].as_array().unwrap().iter().filter(|line| line["kind"] == "call").count()
    };
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/contacts").await;
    window.sees("Siti Rahma").await;
    window.click("[role=columnheader] input[type=checkbox]").await;
    window.sees("4 selected").await;
    window.press("Do not contact").await;
    window.fill("dnc-reason", "Diminta pemimpin redaksi").await;
    window.keys(Key::Control + Key::Enter).await;
    window.gone("[role=dialog]").await;
    window.sees("Do not contact").await;
    wait_until(&window, || refused() == 4).await;
    window.keys(Key::Control + "z").await;
    wait_until(&window, || refused() == 0).await;
    window.keys(Key::Control + Key::Shift + "z").await;
    wait_until(&window, || refused() == 4).await;
    let shown = office.json(&["contact", "show", "siti@example.id"]);
    assert!(shown.to_string().contains("Diminta pemimpin redaksi"), "{shown}");
    window.keys(Key::Control + "z").await;
    wait_until(&window, || refused() == 0).await;

    window.go("/contacts/1").await;
    window.sees_in("h2", "Siti Rahma").await;
    assert_eq!(calls(), 0);
    window.keys("l").await;
    window.element("form [aria-pressed=true]").await;
    window.keys("t").await;
    wait_until(&window, || calls() == 1).await;
    window.keys(Key::Control + "z").await;
    wait_until(&window, || calls() == 0).await;
    window.keys(Key::Control + Key::Shift + "z").await;
    wait_until(&window, || calls() == 1).await;
    window.close_clean().await;
}

/// Waits for what the command line sees beside the window.
async fn wait_until(window: &Window, wanted: impl Fn() -> bool) {
    for _ in 0..200 {
        if wanted() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("waited in vain; on screen:\n{}", window.text().await);
}

const GROUPS: &str = "return [...document.querySelectorAll('.palette [role=group] .group')].map((group) => group.innerText).join(', ')";

impl Window {
    async fn ask_palette(&self, words: &str, until: &str) {
        self.keys(Key::Control + "k").await;
        let asked = "return document.activeElement?.closest('.palette') !== null";
        self.wait("the palette", asked, vec![]).await;
        self.keys(words).await;
        self.sees_in(".palette [role=option]", until).await;
    }

    async fn groups(&self) -> String {
        self.run(GROUPS, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    async fn leave_palette(&self) {
        self.keys(Key::Escape).await;
        self.gone(".palette").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_box_finds_everything_in_groups_and_says_why() {
    let office = Office::with_contacts();
    settled(&office);
    super::release(&office, "Radio Contoh bersiaran lagi");
    office.json(&[
        "log",
        "siti@example.id",
        "--kind",
        "call",
        "--text",
        "Minta wawancara soal jembatan",
    ]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/today").await;
    window.element("main h1").await;

    // The outlet and the release begin with the words; who works there comes after them.
    window.ask_palette("radio contoh", "Radio Contoh bersiaran").await;
    window.sees_in(".palette [role=option]", "Wayan Tanpa Surel").await;
    let groups = window.groups().await;
    let place = |name: &str| groups.find(name).unwrap_or_else(|| panic!("no {name} in {groups}"));
    assert!(place("Releases") < place("Contacts"), "{groups}");
    let marked = "return [...document.querySelectorAll('.palette mark')].map((mark) => mark.innerText).join(' ')";
    assert!(window.run(marked, vec![]).await.as_str().unwrap().contains("Radio"));
    assert_eq!(window.axe().await, "", "the palette");
    window.moment("palette-groups").await;
    window.leave_palette().await;

    // By a number however written, by what was said on the phone, by a mistyped name.
    window.ask_palette("+62000-1111-2222", "Wayan Tanpa Surel").await;
    window.leave_palette().await;
    window.ask_palette("jembatan", "Minta wawancara soal jembatan").await;
    window.keys(Key::Enter).await;
    window.at("/contacts/1").await;
    window.ask_palette("lestarii", "Dewi Lestari").await;
    window.moment("palette-slip").await;
    window.keys(Key::Enter).await;
    window.at("/contacts/4").await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_stands_as_on_an_envelope() {
    let office = Office::with_contacts();
    settled(&office);
    let patch = json!({"patch": {"id": 1, "set": {"address": "Jl. Contoh No. 1\nKelurahan Contoh", "city": "Serang", "postal_code": "42100"}}});
    office.json(&["call", "contact_save", &patch.to_string()]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/contacts/1").await;
    window.sees_in("[data-testid=address]", "Serang 42100").await;
    window.sees_in("[data-testid=address]", "Siti Rahma").await;
    window.press("Copy the address").await;
    window.sees("The address was copied").await;
    assert_eq!(window.axe().await, "", "the address");
    window.moment("address").await;
    window.close_clean().await;
}
