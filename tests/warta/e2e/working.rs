//! Working through responses with keys: given to somebody, put off, ticked off, and back again.

use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn responses_are_assigned_put_off_and_done_with_keys() {
    let office = Office::with_contacts();
    settled(&office);
    let mail = |name: &str, head: &str| {
        office.write(
            name,
            format!("From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nMessage-ID: <{name}@example.id>\nDate: Sat, 21 Nov 2026 09:00:00 +0700\n{head}\nBoleh minta data anggarannya?\n"),
        )
    };
    for file in [
        mail("a.eml", "Subject: Data anggaran\n"),
        mail("b.eml", "Subject: Jadwal wali kota\n"),
        mail("c.eml", "Subject: Foto acara\n"),
    ] {
        office.warta(&["inbox", "read", &file]);
    }
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/responses/1").await;
    window.sees_in("[data-testid=response-tab-new]", "3").await;
    window.sees_in("[data-testid=response-message]", "Data anggaran").await;
    let keys = "document.activeElement.blur()";
    window.run(keys, vec![]).await;
    window.keys("a").await;
    window.element("[role=menu]").await;
    window.keys(Key::Home).await;
    window.keys(Key::Enter).await;
    window.sees_in("[data-testid=response-tab-mine]", "1").await;
    window.sees_in("[data-testid=response-tab-new]", "2").await;

    window.go("/responses/2").await;
    window.sees_in("[data-testid=response-message]", "Jadwal wali kota").await;
    window.run(keys, vec![]).await;
    window.keys("s").await;
    window.element("[role=menu]").await;
    window.keys(Key::Home).await;
    window.keys(Key::Enter).await;
    window.sees("Put off until").await;
    window.sees_in("[data-testid=response-tab-snoozed]", "1").await;
    window.moment("responses-put-off").await;

    window.go("/responses/3").await;
    window.sees_in("[data-testid=response-message]", "Foto acara").await;
    window.run(keys, vec![]).await;
    window.keys("d").await;
    window.sees_in("[data-testid=response-tab-done]", "1").await;
    window.click("[data-testid=response-tab-snoozed]").await;
    window.sees_in("[data-testid=response-waits]", "Back on").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the responses that wait");
    window.close_clean().await;

    let waiting = office.json(&["response", "list", "--state", "waiting"]);
    assert_eq!(waiting["rows"][0]["subject"], "Jadwal wali kota", "{waiting}");
    let mine = office.json(&["response", "list", "--mine"]);
    assert_eq!(mine["rows"][0]["subject"], "Data anggaran", "{mine}");
    // They write again: nothing waits any more.
    let again = mail("d.eml", "Subject: Re: Jadwal wali kota\nIn-Reply-To: <b.eml@example.id>\n");
    office.warta(&["inbox", "read", &again]);
    assert_eq!(office.json(&["response", "list", "--state", "waiting"])["total"], 0);
    assert_eq!(office.json(&["response", "list", "--state", "new"])["total"], 2);
    let done = office.json(&["inbox", "done", "2"]);
    assert_eq!(done["row"]["state"], "done");
    let snoozed = office.json(&["inbox", "snooze", "1", "--for", "Dinkes"]);
    assert_eq!(snoozed["row"]["waiting_for"], "Dinkes");
    let given = office.json(&["inbox", "assign", "1", "--nobody"]);
    assert_eq!(given["row"]["owner_id"], 0);
}
