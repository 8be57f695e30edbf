//! A question that arrives by mail, is answered with a cleared statement, and is published.

use std::time::Duration;

use thirtyfour::Key;

use super::{Window, connected, settled};
use crate::mail_server::{MailServer, header_value};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn a_question_by_mail_becomes_an_answer_and_coverage_that_the_report_counts() {
    let office = Office::new();
    settled(&office);
    let list = office.write(
        "satu.csv",
        "Nama;Media;E-mail;No. WA\nSiti Rahma;Harian Contoh;siti@example.id;+62 000 1111 2222\n",
    );
    office.json(&["import", &list]);
    let mail = office.write(
        "tanya.eml",
        "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Konfirmasi banjir\nMessage-ID: <tanya@example.id>\nDate: Sun, 22 Nov 2026 08:00:00 +0700\n\nBerapa rumah terendam di utara? Mohon dijawab paling lambat jam 15.00 WIB hari ini.\n",
    );
    office.warta(&["inbox", "read", &mail]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/enquiries").await;
    window.sees("No enquiries yet").await;
    assert_eq!(window.axe().await, "");
    window.go("/responses").await;
    window.sees("Berapa rumah terendam di utara?").await;
    window.sees_in("[data-testid=response-due]", "paling lambat jam 15.00 WIB hari ini").await;
    window.sees("Make an enquiry, due").await;
    assert_eq!(window.axe().await, "", "a question with its deadline");
    window.moment("response-deadline").await;
    window.keys("q").await;
    window.sees("as the mail says").await;
    window.sees("Konfirmasi banjir").await;
    assert_eq!(window.axe().await, "");
    window.moment("enquiry-new").await;

    window.press("Ask the unit").await;
    window.fill("ask-unit", "BPBD Contoh").await;
    window.keys(Key::Enter).await;
    window
        .wait(
            "the text for the unit",
            "return document.querySelector('[name=ask-text]')?.value.includes('BPBD Contoh')",
            vec![],
        )
        .await;
    assert_eq!(window.axe().await, "");
    window.moment("enquiry-ask").await;
    window.press("Log the request").await;
    window.sees("BPBD Contoh asked").await;
    window.sees("Waiting for unit").await;
    window.press("Log the unit's answer").await;
    window.fill("unit-answer", "40 rumah terendam.").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Answered by").await;

    window.press("Log the clearance").await;
    window.fill("clear-by", "Kepala BPBD").await;
    window.press("Keep it in the statement library, too").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Statement cleared").await;
    window.sees("Cleared by Kepala BPBD").await;
    window.press("Answer").await;
    window
        .wait(
            "the cleared words as the answer",
            "return document.querySelector('[name=answer-text]')?.value === '40 rumah terendam.'",
            vec![],
        )
        .await;
    assert_eq!(window.axe().await, "");
    window.press("Log the answer").await;
    window.sees("Answer logged").await;
    window.sees("Answered within").await;

    window.press("Log coverage").await;
    window.fill("url", "https://harian.example.com/2026/11/22/empat-puluh-rumah-terendam").await;
    window
        .wait(
            "the title from the link",
            "return document.querySelector('[name=title]')?.value === 'Empat puluh rumah terendam'",
            vec![],
        )
        .await;
    assert_eq!(window.axe().await, "");
    window.moment("coverage-new").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Coverage logged").await;
    window.sees_in("[data-testid=coverage-of]", "Empat puluh rumah terendam").await;
    assert_eq!(window.axe().await, "");
    window.moment("enquiry-answered").await;

    window.press("Log coverage").await;
    window
        .fill("url", "http://www.harian.example.com/2026/11/22/empat-puluh-rumah-terendam/")
        .await;
    window.sees("This link was logged for").await;
    window.keys(Key::Escape).await;

    window.go("/reports?period=year").await;
    window.sees_in("[data-testid=quality-answered]", "1 of 1").await;
    window.sees_in("[data-testid=quality-coverage]", "1").await;
    window.sees("BPBD Contoh").await;
    assert_eq!(window.axe().await, "");
    window.go("/enquiries/statements").await;
    window.sees("40 rumah terendam.").await;
    assert_eq!(window.axe().await, "");
    window.go("/coverage").await;
    window.sees("Empat puluh rumah terendam").await;
    assert_eq!(window.axe().await, "");
    window.go("/contacts/1").await;
    window.sees("Enquiry answered").await;
    window.close().await;

    let row = &office.json(&["enquiry", "list"])["rows"][0];
    assert_eq!((row["state"].as_str(), row["published"].as_i64()), (Some("answered"), Some(1)));
    assert_eq!(row["unit"], "BPBD Contoh");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_on_the_phone_is_logged_in_a_few_seconds() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/enquiries").await;
    window.sees("No enquiries yet").await;
    window.keys("n").await;
    window.fill("question", "Kapan pasar dibuka?").await;
    assert_eq!(window.axe().await, "");
    window.press("Set a deadline").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Enquiry logged").await;
    window.sees("left").await;
    window.go("/today").await;
    window.sees_in("[data-testid=today-enquiries]", "Kapan pasar dibuka?").await;
    assert_eq!(window.axe().await, "");
    window.close().await;
    assert_eq!(office.json(&["enquiry", "list", "--open"])["total"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unit_and_the_asker_get_their_mail_from_the_window_and_the_sends_make_the_log() {
    let office = Office::new();
    settled(&office);
    let server = MailServer::start();
    let list =
        office.write("d.csv", "Nama;Media;Surel\nAnna Contoh;Harian Contoh;anna@news.test\n");
    office.json(&["import", &list]);
    office.json(&["organisation", "new", "BPBD Contoh", "--kind", "government_unit"]);
    office.json(&[
        "contact",
        "new",
        "Bert Contoh",
        "--set",
        "kind=liaison",
        "--set",
        "email=bert@news.test",
        "--set",
        "outlet=BPBD Contoh",
    ]);
    server.deliver(
        "sender@press.test",
        "From: Anna Contoh <anna@news.test>\r\nTo: sender@press.test\r\nSubject: Banjir\r\nMessage-ID: <tanya@news.test>\r\nDate: Sun, 22 Nov 2026 08:00:00 +0700\r\n\r\nBerapa rumah terendam?\r\n",
    );
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    connected(&window, &server).await;
    window.go("/responses").await;
    window.click("[data-testid=response-fetch]").await;
    window.sees("Berapa rumah terendam?").await;
    window.keys("q").await;
    window.sees("Ask the unit").await;
    window.press("Ask the unit").await;
    window.pick("ask-unit", "BPBD Contoh").await;
    window.sees("Send mail to Bert Contoh now").await;
    assert_eq!(window.axe().await, "", "ways to send a request");
    window.moment("enquiry-send-unit").await;
    window.press("Send mail to Bert Contoh now").await;
    window.sees("Mail sent to Bert Contoh and logged").await;
    let limit = Duration::from_secs(25);
    let asked = server.wait_for("bert@news.test", limit, |mail| mail.contains("Banjir"));
    assert!(String::from_utf8_lossy(&asked).contains("sender@press.test"));
    window.sees("Waiting for unit").await;

    window.press("Answer").await;
    window.fill("answer-text", "40 rumah terendam.").await;
    assert_eq!(window.axe().await, "", "ways to send an answer");
    window.press("Send mail to Anna Contoh now").await;
    window.sees("Mail sent to Anna Contoh and logged").await;
    let answer = server.wait_for("anna@news.test", limit, |mail| mail.contains("40 rumah"));
    assert_eq!(header_value(&answer, "In-Reply-To").as_deref(), Some("<tanya@news.test>"));
    window.sees("Answered within").await;
    window.moment("enquiry-answered-by-mail").await;
    window.close_clean().await;
    let row = &office.json(&["enquiry", "list"])["rows"][0];
    assert_eq!(row["state"], "answered", "{row}");
    assert_eq!(server.count("bert@news.test") + server.count("anna@news.test"), 2);
}
