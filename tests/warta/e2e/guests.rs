//! The whole life of a press event in the window: from its template over guests, invitation, answers
//! by key, a change of place and the door to its thanks. And a list of thousands of guests.

use rusqlite::Connection;
use serde_json::{Value as Json, json};
use thirtyfour::Key;

use super::{Window, settled};
use crate::office::Office;

fn guests(office: &Office) -> Vec<Json> {
    let page = office.json(&["call", "event_guest_list", &json!({"event_id": 1}).to_string()]);
    page["rows"].as_array().unwrap().clone()
}

fn guest(office: &Office, name: &str) -> Json {
    let all = guests(office);
    all.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name}: {all:?}")).clone()
}

/// Takes the row of a guest into the hand.
async fn take(window: &Window, office: &Office, name: &str) {
    let id = guest(office, name)["id"].as_i64().unwrap();
    window.click(&format!("[data-testid=guest-{id}]")).await;
    window.sees_in("[data-testid=in-hand]", name).await;
}

async fn figure(window: &Window, figure: &str, count: &str) {
    window.sees_in(&format!("[data-figure={figure}] b"), count).await;
}

/// Who got the newest mail about the event, by name.
fn told(office: &Office) -> Vec<String> {
    let newest = office.json(&["distribution", "list"])["distributions"][0]["id"].clone();
    let page =
        office.json(&["call", "delivery_list", &json!({"distribution_id": newest}).to_string()]);
    let mut names: Vec<String> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_lives_from_its_template_to_its_thanks() {
    let office = Office::new();
    settled(&office);
    let people = office.write(
        "pers.csv",
        "Nama;Media;E-mail;No. WA\n\
         Asep Sunarya;Harian Contoh;asep@news.example.com;\n\
         Siti Rahma;Radio Contoh;siti@news.example.com;\n\
         Budi Santoso;TV Contoh;budi@news.example.com;\n\
         Wayan Tanpa Surel;Kabar Contoh;;+62 000 1111 2222\n",
    );
    office.json(&["import", &people, "--list", "Pers Kota"]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    window.go("/events").await;
    window.sees("No events yet").await;
    window.keys("n").await;
    let template =
        "return document.querySelector('[name=template]')?.value === 'en/press_conference'";
    window.wait("the template of the kind", template, vec![]).await;
    window.fill("title", "Market opens again").await;
    window.fill("venue", "City Hall").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Event created").await;

    // Guests from a list and by name, looked at before they are added.
    window.press("Guests").await;
    window.sees("No guests yet").await;
    assert_eq!(window.axe().await, "", "no guests");
    window.keys("a").await;
    window.pick("lists", "Pers Kota").await;
    window.sees_in("[data-testid=guests-found]", "Asep Sunarya").await;
    window.fill("named", "Ani Warga; Warga Contoh; +62 000 3333 4444").await;
    window.sees_in("[data-testid=guests-found]", "Ani Warga").await;
    window.moment("guests-add").await;
    assert_eq!(window.axe().await, "", "adding guests");
    window.keys(Key::Control + Key::Enter).await;
    window.sees("5 guests added").await;
    window.sees_in("[data-testid=guests]", "Not invited yet").await;
    assert_eq!(window.axe().await, "", "guests");

    // A letter of its own, begun from what the event says; from the menu beside the deeds.
    window.press("More for guests").await;
    window.press("Invitation letters").await;
    window.sees("No letter yet.").await;
    window.moment("guests-letters").await;
    assert_eq!(window.axe().await, "", "letters");
    window.press("Write the letter").await;
    window
        .wait("the letter", "return document.querySelector('[name=subject]')?.value", vec![])
        .await;
    window.moment("guests-letter").await;
    window.go("/events/1/guests").await;
    window.sees_in("[data-testid=guests]", "Not invited yet").await;

    // The invitation says whom it goes to before it goes.
    window.keys("i").await;
    window.sees_in("[data-testid=mail-count]", "5 people").await;
    window.moment("guests-invite").await;
    assert_eq!(window.axe().await, "", "before inviting");
    window.keys(Key::Control + Key::Enter).await;
    window.sees("On its way to 5 people").await;
    figure(&window, "unanswered", "3").await;

    // Answers by one key, each to be taken back.
    take(&window, &office, "Asep Sunarya").await;
    window.keys("y").await;
    window.sees("Asep Sunarya will come").await;
    figure(&window, "yes", "1").await;
    take(&window, &office, "Budi Santoso").await;
    window.keys("n").await;
    window.sees("Budi Santoso won’t come").await;
    figure(&window, "no", "1").await;
    window.keys(Key::Control + "z").await;
    figure(&window, "no", "0").await;
    window.keys("m").await;
    figure(&window, "maybe", "1").await;
    take(&window, &office, "Siti Rahma").await;
    window.keys("s").await;
    window.fill("substitute", "Tono Baru").await;
    let offered = "return document.querySelectorAll('[role=option]').length";
    window.wait("the new person to be offered", offered, vec![]).await;
    window.keys(Key::Enter).await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Tono Baru comes in place of Siti Rahma").await;
    figure(&window, "yes", "2").await;
    window.moment("guests").await;
    assert_eq!(window.axe().await, "", "guests who answered");

    // Another place: exactly those who must know are told.
    window.press("Overview").await;
    window.fill("venue", "Market Hall").await;
    window.sees("2 guests know an older version").await;
    window.moment("event-tell").await;
    window.press("Tell what changed").await;
    window.sees_in("[data-testid=mail-count]", "2 people").await;
    window.moment("guests-update").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("On its way to 2 people").await;
    let known = "return !document.body.innerText.includes('know an older version')";
    window.wait("nobody to know an older version", known, vec![]).await;
    assert_eq!(told(&office), ["Asep Sunarya", "Budi Santoso"]);

    // The day comes.
    let now = warta::clock::now();
    let at = |hours: i64| warta::clock::to_text(now + chrono::Duration::hours(hours));
    Connection::open(office.workspace().join("warta.sqlite"))
        .unwrap()
        .execute(
            "UPDATE press_events SET begins_at = ?1, ends_at = ?2 WHERE id = 1",
            [at(-1), at(1)],
        )
        .unwrap();
    window.go("/events/1/checkin").await;
    window.focus_on("[name=checkin]").await;
    window.keys("asep").await;
    window.sees_in("li.current", "Asep Sunarya").await;
    window.keys(Key::Enter).await;
    window.sees_in("[data-testid=said]", "Asep Sunarya is in").await;
    office.json(&["event", "hold", "1"]);
    window.go("/events/1/evaluation").await;
    window.sees_in("[data-testid=figure-came]", "1").await;
    window.moment("evaluation-thanks").await;
    window.press("Thank 1 guest").await;
    window.sees_in("[data-testid=mail-count]", "1 person").await;
    assert_eq!(window.axe().await, "", "before thanking");
    window.keys(Key::Control + Key::Enter).await;
    window.sees("On its way to 1 person").await;
    window.close_clean().await;
    assert_eq!(told(&office), ["Asep Sunarya"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_guests_scroll_and_are_found() {
    let office = Office::new();
    settled(&office);
    office.json(&[
        "event",
        "new",
        "Open day",
        "--begins",
        "2027-03-02 09:00 WIB",
        "--set",
        "capacity=40",
    ]);
    let connection = Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    let long = "Raden Ajeng Sri Wahyuningsih Kusumaningtyas Prawirodihardjo-Notonegoro";
    connection
        .execute_batch(&format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
             INSERT INTO event_guests (event_id, name, name_key, outlet, place, rsvp, reason, created_at, updated_at)
             SELECT 1, CASE WHEN i = 1 THEN '{long}' ELSE 'Orang ' || i END,
                    CASE WHEN i = 1 THEN lower('{long}') ELSE 'orang ' || i END,
                    CASE WHEN i = 1 THEN 'Perkumpulan Pewarta Media Siber Independen Kabupaten Kepulauan Contoh Sejahtera' ELSE 'Media ' || (i % 90) END,
                    CASE WHEN i % 9 = 0 THEN 'waiting' ELSE 'invited' END,
                    CASE i % 4 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' ELSE '' END, '', '', ''
             FROM n"
        ))
        .unwrap();
    drop(connection);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1/guests").await;
    window.sees("6,000 guests").await;
    window.moment("guests-many").await;
    assert_eq!(window.axe().await, "");
    assert_eq!(window.overflow().await, "");
    window.run("document.querySelector('[role=grid]').scrollTop = 1e9", vec![]).await;
    window.sees_in("[role=grid]", "Raden Ajeng").await;
    window.fill("guest-search", "orang 4711").await;
    window.sees("1 guest").await;
    window.sees_in("[role=grid]", "Orang 4711").await;
    window.resize(900, 600).await;
    assert_eq!(window.overflow().await, "", "in a small window");
    window.moment("guests-small").await;
    window.close_clean().await;
}
