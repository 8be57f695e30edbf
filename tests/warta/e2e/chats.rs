//! Group chats in the real window: made, an exported chat read in, its proposals worked through
//! with single keys, strangers made contacts.

use serde_json::json;

use super::{Window, settled};
use crate::office::Office;

const CHAT: &str = "13/11/26 10.06 - Rina menambahkan Siti Rahma dan +62 000 1111 2222
13/11/26 10.07 - Rina Contoh: Silakan rekan-rekan
13/11/26 10.08 - Siti Rahma: Kapan jumpa pers dimulai?
13/11/26 10.09 - +62 000 1111 2222: Sudah tayang https://news.example.com/pasar-rakyat
13/11/26 10.10 - +62 000 7777 8888: Berapa anggarannya?
13/11/26 10.11 - +62 000 7777 8888: Ada rilis lain?
13/11/26 10.12 - Siti Rahma: Apakah ada foto?
";

/// Presses a single key outside every field.
async fn key(window: &Window, key: &str) {
    let script = "document.activeElement?.blur(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true }))";
    window.run(script, vec![json!(key)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_is_read_in_and_worked_through() {
    let office = Office::with_contacts();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;
    window.go("/chats").await;
    window.sees("No group chats yet").await;
    assert_eq!(window.axe().await, "");
    window.press("New group chat").await;
    window.fill("name", "Pers Kota").await;
    window.fill("purpose", "Questions of the day").await;
    window.press("Make the group").await;
    window.sees("Not read yet").await;

    // A look first, then the reading.
    window.press("Read in an exported chat").await;
    let drop = "[role=dialog] [aria-label='Exported chat'][role=group]";
    window.drop_files(drop, &[("WhatsApp Chat with Pers Kota.txt", CHAT)]).await;
    window.sees("6 messages from").await;
    window.sees("2 new members are recognised").await;
    window.sees("Siti Rahma, by the name").await;
    assert_eq!(window.axe().await, "");
    let open = || office.json(&["chat", "list"])["chats"][0]["open"].clone();
    assert_eq!(open(), json!(0), "a look writes nothing");
    window.press("Read in").await;
    window.sees("was read in").await;
    window.sees_in("[data-testid=proposal-card]", "Kapan jumpa pers dimulai?").await;
    assert_eq!(open(), json!(5));
    assert_eq!(window.axe().await, "");

    // y accepts, and undo gives it back.
    key(&window, "y").await;
    window.sees("One message logged").await;
    window.sees_in("[data-testid=proposal-card]", "Sudah tayang").await;
    let siti = || office.json(&["contact", "show", "siti@example.id"])["history"].to_string();
    assert!(siti().contains("Kapan jumpa pers dimulai?"), "{}", siti());
    let promised = office.json(&["follow-up", "list", "--who", "siti@example.id"]);
    assert_eq!(promised["rows"][0]["follow_up"]["kind"], "promise", "{promised}");
    key(&window, "Delete").await;
    window.sees("One proposal dismissed").await;

    // Nobody knows who asks: a new contact, one dialog.
    window.sees_in("[data-testid=proposal-card]", "Berapa anggarannya?").await;
    key(&window, "n").await;
    window.fill("sender-name", "Dewi Anggraini").await;
    assert_eq!(window.axe().await, "");
    window.press("Add as contact").await;
    window.sees("is Dewi Anggraini").await;
    window.sees_in("[data-testid=proposal-card] h2", "Dewi Anggraini").await;
    window.press("Accept all shown").await;
    window.sees("3 messages logged").await;
    window.sees("No proposals wait").await;
    assert_eq!(open(), json!(0));
    let dewi = office.json(&["contact", "show", "+62 000 7777 8888"]);
    assert!(dewi["history"].to_string().contains("Berapa anggarannya?"), "{dewi}");

    // The members, and the chat in a member's panel.
    window.press("Members").await;
    window.sees_in("[data-testid=chat-members]", "Wayan Tanpa Surel").await;
    assert_eq!(window.axe().await, "");
    window.press("More about Siti Rahma").await;
    window.press("Make Siti Rahma an admin").await;
    window.wait(
        "the admin",
        "return /Admin/.test(document.querySelector('[data-testid=chat-members] tbody tr')?.innerText ?? '')",
        vec![],
    )
    .await;
    window.press("Siti Rahma").await;
    window.sees("Questions of the day").await;
    assert_eq!(window.errors().await, "");
    window.close().await;
}
