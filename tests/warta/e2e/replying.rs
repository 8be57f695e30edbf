//! A question answered in the window through real servers: the reply arrives threaded, and the answer
//! to it comes back into the same conversation. An opt-out is acknowledged on the same way.

use std::time::Duration;

use thirtyfour::Key;

use super::{Window, connected, settled};
use crate::mail_server::{MailServer, header_value};
use crate::office::Office;

const LIMIT: Duration = Duration::from_secs(25);

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_and_the_answer_to_it_joins_the_conversation() {
    let office = Office::new();
    settled(&office);
    let server = MailServer::start();
    let list =
        office.write("d.csv", "Nama;Media;Surel\nAnna Contoh;Harian Contoh;anna@news.test\n");
    office.json(&["import", &list]);
    office.json(&["inbox", "snippet", "save", "Salam", "Yth. {{name}} ({{outlet}}),"]);
    office.json(&["call", "setting_set", r#"{"key": "acknowledge_opt_out", "value": "1"}"#]);
    let file = office.write("anggaran.csv", "pos;jumlah\n");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    connected(&window, &server).await;

    let now = warta::clock::now().to_rfc2822();
    let from_anna = |id: &str, head: &str, text: &str| {
        server.deliver(
            "sender@press.test",
            &format!("From: Anna Contoh <anna@news.test>\r\nTo: sender@press.test\r\nMessage-ID: <{id}@news.test>\r\nDate: {now}\r\n{head}\r\n{text}\r\n"),
        );
    };
    from_anna("q1", "Subject: Data anggaran\r\n", "Boleh minta data anggarannya?");
    window.go("/responses").await;
    window.click("[data-testid=response-fetch]").await;
    window.sees_in("[data-testid=response-message]", "Data anggaran").await;
    window.run("document.activeElement.blur()", vec![]).await;
    window.keys("r").await;
    window.element("[data-testid=reply]").await;
    window.focus_on("[name=body]").await;
    window.keys(Key::Control + "j").await;
    window.element("[role=menu]").await;
    window.keys(Key::Home).await;
    window.keys(Key::Enter).await;
    window
        .wait(
            "the snippet with its fields filled",
            "return document.querySelector('[name=body]')?.value === 'Yth. Anna Contoh (Harian Contoh),'",
            vec![],
        )
        .await;
    window.fill("body", "Yth. Anna Contoh (Harian Contoh),\nDatanya terlampir.").await;
    window.give_file_to("input[name=reply-files]", file.as_ref()).await;
    window.sees_in("[data-testid=reply]", "anggaran.csv").await;
    assert_eq!(window.axe().await, "", "the reply");
    window.moment("reply-with-snippet").await;
    window.run("document.querySelector('[name=body]').focus()", vec![]).await;
    window.keys(Key::Control + Key::Enter).await;
    window.gone("[data-testid=reply]").await;
    let reply = server.wait_for("anna@news.test", LIMIT, |mail| mail.contains("Re: Data anggaran"));
    assert_eq!(header_value(&reply, "In-Reply-To").as_deref(), Some("<q1@news.test>"));
    assert_eq!(server.count("anna@news.test"), 1);
    assert!(String::from_utf8_lossy(&reply).contains("anggaran.csv"));

    let id = header_value(&reply, "Message-ID").unwrap();
    from_anna(
        "q2",
        &format!(
            "Subject: Re: Data anggaran\r\nIn-Reply-To: {id}\r\nReferences: <q1@news.test> {id}\r\n"
        ),
        "Terima kasih, sudah kami terima.",
    );
    window.click("[data-testid=response-fetch]").await;
    window.sees("Terima kasih, sudah kami terima.").await;
    let all = office.json(&["response", "list"]);
    let rows = all["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "{all}");
    assert_eq!(rows[0]["thread_id"], rows[1]["thread_id"], "{all}");
    let second = rows.iter().map(|row| row["id"].as_i64().unwrap()).max().unwrap();
    window.go(&format!("/responses/{second}?tab=all")).await;
    for words in ["Boleh minta data anggarannya?", "Datanya terlampir.", "this mail"] {
        window.sees_in("[data-testid=conversation]", words).await;
    }
    assert_eq!(window.axe().await, "", "both sides of the conversation");
    window.moment("conversation-both-sides").await;

    from_anna("q3", "Subject: Re: Rilis\r\n", "Mohon jangan kirimi saya rilis lagi.");
    window.click("[data-testid=response-fetch]").await;
    let told = server.wait_for("anna@news.test", LIMIT, |mail| mail.contains("<q3@news.test>"));
    assert_eq!(header_value(&told, "Auto-Submitted").as_deref(), Some("auto-replied"));
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn snippets_are_written_changed_and_deleted_in_the_settings() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/sending").await;
    window.sees("No snippets yet").await;
    window.press("Add a snippet").await;
    window.fill("snippet-name-1", "Salam").await;
    window.fill("snippet-text-1", "Yth. {{name}},").await;
    window.fill("snippet-name-1", "Salam pembuka").await;
    window.keys(Key::Tab).await;
    let kept = || office.json(&["inbox", "snippet", "list"]);
    let started = std::time::Instant::now();
    while kept()[0]["text"] != "Yth. {{name}}," || kept()[0]["name"] != "Salam pembuka" {
        assert!(started.elapsed() < LIMIT, "{}", kept());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // A field that no reply knows is refused by name, and what was there stays.
    window.fill("snippet-text-1", "{{alamat}}").await;
    window.keys(Key::Tab).await;
    window.sees("No reply knows the field alamat").await;
    assert_eq!(kept()[0]["text"], "Yth. {{name}},");
    assert_eq!(window.axe().await, "", "the card of snippets");
    window.moment("snippet-card").await;
    window.press("Delete snippet Salam pembuka").await;
    window.sees("Snippet deleted").await;
    window.press("Undo").await;
    window.element("[name=snippet-name-1]").await;
    window.close_clean().await;
}
