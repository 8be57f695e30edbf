//! The whole job on the command line, through the binary alone, against real servers: from a
//! spreadsheet to a release in every inbox, and every answer logged.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::mail_server::{MailServer, PASSWORD, header_value};
use crate::office::{Answer, Office, run};

/// The office's own address.
pub const SENDER: &str = "sender@press.test";
/// Longest wait for a server.
pub const PATIENCE: Duration = Duration::from_secs(25);

const SPREADSHEET: &str = "Nama;Surel;No. WA;Media;Jangan dihubungi\n\
    Anna Contoh;anna@news.test;;Harian Contoh;\n\
    Bert Contoh;bert@news.test;;Harian Contoh;\n\
    Omar Contoh;ooo@news.test;;Radio Contoh;\n\
    Fulan Contoh;full@news.test;;Radio Contoh;\n\
    Gono Contoh;gone@news.test;;Radio Contoh;\n\
    Bloki Contoh;blocked@news.test;;TV Contoh;\n\
    Grey Contoh;grey@news.test;;TV Contoh;\n\
    Nobo Contoh;nobody@news.test;;TV Contoh;\n\
    Joe Contoh;joe@dead.test;;Kabar Contoh;\n\
    Lala Contoh;late@slow.test;;Kabar Contoh;\n\
    Wayan Tanpa Surel;;+62 000 1111 2222;Kabar Contoh;\n\
    Lara Contoh;lara@news.test;;Kabar Contoh;ya\n";

const RELEASE: &str = "---\nnumber: 12/HM/2026\nplace: Depok\ndate: 2026-11-20\n---\n# Taman kota dibuka\n\nTaman baru dibuka hari ini.\n\nIsi **berita**.\n";

/// The office with its mailbox on the private servers.
pub struct Desk {
    /// Its folder and program.
    pub office: Office,
    /// The servers.
    pub server: MailServer,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { office: Office::new(), server: MailServer::start() };
        let set = desk.set_account(&format!(
            "smtp://sender%40press.test@127.0.0.1:{}",
            desk.server.submission
        ));
        assert_eq!(set["account"]["from_address"], SENDER);
        desk
    }

    fn set_account(&self, smtp: &str) -> Json {
        let imap = format!("imap://sender%40press.test@127.0.0.1:{}", self.server.imap);
        let ca = self.server.ca_path().to_string_lossy().into_owned();
        self.json(&[
            "account",
            "set",
            "--smtp",
            smtp,
            "--imap",
            &imap,
            "--from",
            SENDER,
            "--name",
            "Humas Contoh",
            "--ca",
            &ca,
        ])
    }

    pub fn warta_with(&self, password: &str, args: &[&str]) -> Answer {
        run(self
            .office
            .command()
            .env("WARTA_PASSWORD", password)
            .arg("--workspace")
            .arg(self.office.workspace())
            .args(args))
    }

    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Json {
        let all: Vec<&str> = ["--json"].into_iter().chain(args.iter().copied()).collect();
        self.warta_with(PASSWORD, &all).json()
    }

    #[track_caller]
    fn release(&self) -> String {
        let file = self.office.write("siaran.md", RELEASE);
        let photo =
            self.office.write("foto pembukaan – alun².png", b"\x89PNG\r\n\x1a\n made-up picture");
        self.json(&["release", "new", "--file", &file, "--attach", &photo])["id"].to_string()
    }

    #[track_caller]
    fn contact(&self, who: &str) -> Json {
        self.json(&["contact", "show", who])
    }

    /// The only distribution of this release; its states add up to its audience.
    #[track_caller]
    fn distribution(&self, release: &str) -> Json {
        let status = self.json(&["outbox", "status"]);
        let row = status["distributions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| {
                row["release_id"].as_i64().map(|id| id.to_string()).as_deref() == Some(release)
            })
            .unwrap()
            .clone();
        let states = [
            "queued",
            "sending",
            "accepted",
            "deferred",
            "refused",
            "unsure",
            "bounced",
            "by_hand",
            "cancelled",
            "suppressed",
        ];
        let sum: i64 = states.iter().map(|state| row[state].as_i64().unwrap()).sum();
        assert_eq!(Some(sum), row["total"].as_i64(), "{row}");
        row
    }

    /// Writes to the office as an outside server would.
    pub fn receive(&self, from: &str, headers: &str, body: &str) {
        let mut line = TcpStream::connect(("127.0.0.1", self.server.smtp)).unwrap();
        let mut answers = BufReader::new(line.try_clone().unwrap());
        let mut expect = |code: &str| loop {
            let mut answer = String::new();
            answers.read_line(&mut answer).unwrap();
            assert!(answer.starts_with(code), "{answer}");
            if answer.as_bytes()[3] == b' ' {
                break;
            }
        };
        expect("220");
        let message =
            format!("From: {from}\n{headers}To: {SENDER}\nMIME-Version: 1.0\n{body}\n.\n")
                .replace('\n', "\r\n");
        for (command, code) in [
            ("HELO news.test\r\n", "250"),
            (&format!("MAIL FROM:<{from}>\r\n"), "250"),
            (&format!("RCPT TO:<{SENDER}>\r\n"), "250"),
            ("DATA\r\n", "354"),
            (&message, "250"),
        ] {
            line.write_all(command.as_bytes()).unwrap();
            expect(code);
        }
    }

    /// Fetches until `wanted` responses of this kind are there.
    pub fn fetch_until(&self, kind: &str, wanted: i64) -> Vec<Json> {
        let deadline = Instant::now() + PATIENCE;
        let mut reports = Vec::new();
        loop {
            reports.push(self.json(&["inbox", "fetch"]));
            let there = self.json(&["response", "list", "--kind", kind]);
            if there["total"].as_i64().unwrap() >= wanted {
                return reports;
            }
            assert!(Instant::now() < deadline, "{wanted} {kind}: {there}\n{}", self.server.log());
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    pub fn responses(&self, kind: &str) -> Vec<Json> {
        self.json(&["response", "list", "--kind", kind])["rows"].as_array().unwrap().clone()
    }
}

fn kinds(history: &Json) -> Vec<&str> {
    history["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect()
}

fn states(detail: &Json) -> Vec<&str> {
    detail["states"]
        .as_array()
        .unwrap()
        .iter()
        .map(|state| state["kind"].as_str().unwrap())
        .collect()
}

fn sorted_pairs<'a>(rows: &'a Json, first: &str, second: &str) -> Vec<(&'a str, &'a str)> {
    let mut pairs: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row[first].as_str().unwrap(), row[second].as_str().unwrap()))
        .collect();
    pairs.sort_unstable();
    pairs
}

#[test]
fn from_a_spreadsheet_to_every_answer_in_the_history() {
    let desk = Desk::new();
    let file = desk.office.write("daftar.csv", SPREADSHEET);
    let imported = desk.json(&["import", &file, "--list", "Pers"]);
    assert_eq!((&imported["added"], &imported["rejected"]), (&json!(12), &json!([])), "{imported}");
    desk.json(&["call", "account_save", r#"{"set": {"plus_address": 1}}"#]);
    let release = desk.release();

    let check = desk.json(&["release", "send", &release, "--list", "Pers", "--dry-run"]);
    assert_eq!(check["recipients"].as_array().unwrap().len(), 10, "{check}");
    assert_eq!(check["by_hand"][0]["phone"], "+6200011112222", "{check}");
    assert_eq!(
        sorted_pairs(&check["excluded"], "name", "reason"),
        [("Lara Contoh", "do_not_contact")]
    );
    assert_eq!(
        desk.json(&["outbox", "status"])["distributions"],
        json!([]),
        "a dry run queues nothing"
    );
    desk.json(&["release", "send", &release, "--list", "Pers", "--yes"]);
    let sent = desk.json(&["outbox", "run", "--until-empty"]);
    let counts = |report: &Json| {
        ["accepted", "refused", "deferred", "unsure"].map(|state| report[state].as_i64().unwrap())
    };
    assert_eq!(counts(&sent), [7, 2, 1, 0], "{sent}\n{}", desk.server.log());
    let row = desk.distribution(&release);
    assert_eq!(
        (counts(&row), &row["by_hand"], &row["total"]),
        ([7, 2, 1, 0], &json!(1), &json!(11)),
        "{row}"
    );
    assert_eq!(desk.json(&["outbox", "run", "--until-empty"])["accepted"], 0, "nobody twice");

    let got = the_letter_is_as_it_should_be(&desk);
    desk.receive(
        "anna@news.test",
        &format!("Subject: Re: Taman kota\nMessage-ID: <a1@news.test>\nIn-Reply-To: {got}\n"),
        "Content-Type: text/plain\n\nTerima kasih, akan kami muat besok.",
    );
    desk.receive(
        "anna@news.test",
        &format!("Subject: Accepted: Taman kota\nMessage-ID: <a2@news.test>\nIn-Reply-To: {got}\n"),
        CALENDAR_ANSWER,
    );
    desk.receive(
        "anna@news.test",
        &format!("Subject: Re: Taman kota\nMessage-ID: <a3@news.test>\nIn-Reply-To: {got}\n"),
        "Content-Type: text/plain\n\nMohon keluarkan saya dari daftar.",
    );
    desk.server.wait_for(SENDER, PATIENCE, |mail| mail.contains("a3@news.test"));
    desk.fetch_until("auto_reply", 1);
    desk.fetch_until("bounce", 3);
    desk.fetch_until("delay", 1);
    what_came_back_is_known(&desk);
    a_second_sending_leaves_out_whom_it_must(&desk, &release);
    // Before anything is taken back: undoing a reading takes back all that it brought in, and on a
    // slow machine this bounce would be among it.
    desk.fetch_until("bounce", 4);
    an_opt_out_is_taken_back(&desk);

    let late = desk
        .responses("bounce")
        .into_iter()
        .find(|row| row["failed_address"] == "late@slow.test")
        .unwrap();
    assert_eq!(late["contact_name"], "Lala Contoh");
    assert_eq!(
        states(&desk.contact("late@slow.test")),
        [""; 0],
        "a server that slept is no bad address"
    );
    let row = desk.distribution(&release);
    assert_eq!((counts(&row), &row["bounced"]), ([3, 2, 1, 0], &json!(4)), "{row}");
    let again = desk.json(&["inbox", "fetch"]);
    assert_eq!(
        (&again["read"], &again["added"], &again["action"]),
        (&json!(0), &json!(0), &json!(0)),
        "{again}"
    );
    assert_eq!(
        desk.server.unread(SENDER),
        desk.server.count(SENDER),
        "nothing counts as read for the office"
    );
}

const CALENDAR_ANSWER: &str = "Content-Type: text/calendar; method=REPLY; charset=utf-8\n\n\
    BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Contoh//EN\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:taman-1@press.test\nDTSTAMP:20261122T010000Z\n\
    DTSTART:20261125T020000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@news.test\nORGANIZER:mailto:sender@press.test\nEND:VEVENT\nEND:VCALENDAR";

/// Checks what Anna got; gives its Message-ID.
fn the_letter_is_as_it_should_be(desk: &Desk) -> String {
    let raw = desk.server.wait_for("anna@news.test", PATIENCE, |mail| mail.contains("Taman kota"));
    let text = String::from_utf8(raw.clone()).unwrap();
    let head = text
        .split("\r\n\r\n")
        .next()
        .filter(|head| head.len() < text.len())
        .or_else(|| text.split("\n\n").next())
        .unwrap();
    let count =
        |name: &str| head.lines().filter(|line| line.to_lowercase().starts_with(name)).count();
    assert_eq!(
        (count("to:"), count("cc:"), count("bcc:"), count("message-id:"), count("date:")),
        (1, 0, 0, 1, 1),
        "{head}"
    );
    assert!(header_value(&raw, "to").unwrap().contains("anna@news.test"), "{head}");
    assert!(header_value(&raw, "reply-to").unwrap().contains("sender+"), "{head}");
    assert!(header_value(&raw, "return-path").unwrap().contains("sender+"), "{head}");
    assert_eq!(
        (count("list-unsubscribe"), count("precedence:"), count("auto-submitted:")),
        (0, 0, 0),
        "{head}"
    );
    for part in ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "filename*"]
    {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    let message_id = header_value(&raw, "message-id").unwrap();
    assert_eq!(desk.server.count_message_id("anna@news.test", &message_id), 1);
    assert_eq!((desk.server.count("anna@news.test"), desk.server.count("bert@news.test")), (1, 1));
    message_id
}

fn what_came_back_is_known(desk: &Desk) {
    let bounces = Json::from(desk.responses("bounce"));
    let mut expected = vec![
        ("full@news.test", "mailbox_full"),
        ("joe@dead.test", "host_unknown"),
        ("nobody@news.test", "user_unknown"),
    ];
    if bounces.as_array().unwrap().len() > 3 {
        expected
            .insert(2, ("late@slow.test", sorted_pairs(&bounces, "failed_address", "reason")[2].1));
    }
    assert_eq!(sorted_pairs(&bounces, "failed_address", "reason"), expected);
    let all = desk.json(&["response", "list"]);
    for row in all["rows"].as_array().unwrap() {
        assert!(
            row["delivery_id"].as_i64() > Some(0) && row["contact_id"].as_i64() > Some(0),
            "{row}"
        );
    }
    let of = |kind: &str| desk.responses(kind).remove(0);
    assert_eq!(
        (&of("reply")["contact_name"], &of("reply")["matched_by"]),
        (&json!("Anna Contoh"), &json!("in_reply_to"))
    );
    assert_eq!(
        (&of("rsvp")["contact_name"], &of("rsvp")["rsvp_partstat"]),
        (&json!("Anna Contoh"), &json!("accepted"))
    );
    assert_eq!(of("opt_out")["contact_name"], "Anna Contoh");
    assert_eq!(
        (&of("auto_reply")["contact_name"], &of("auto_reply")["auto_kind"]),
        (&json!("Omar Contoh"), &json!("away"))
    );
    assert_eq!(of("delay")["contact_name"], "Lala Contoh");

    let anna = desk.contact("anna@news.test");
    assert_eq!(states(&anna), ["do_not_contact"]);
    let mut told = kinds(&anna);
    told.sort_unstable();
    assert_eq!(told, ["release_sent", "response_opt_out", "response_reply", "response_rsvp"]);
    assert_eq!(states(&desk.contact("nobody@news.test")), ["bad_address"]);
    assert_eq!(states(&desk.contact("joe@dead.test")), ["bad_address"]);
    assert_eq!(
        states(&desk.contact("gone@news.test")),
        ["bad_address"],
        "refused as unknown before it left"
    );
    assert_eq!(states(&desk.contact("blocked@news.test")), [""; 0], "the address is not to blame");
    let full = desk.contact("full@news.test");
    assert_eq!((states(&full), kinds(&full)), (vec![], vec!["response_bounce", "release_sent"]));
    assert_eq!(states(&desk.contact("ooo@news.test")), ["away"]);

    // The servers were asked to tell of failures, with our own name for the message.
    let notice = desk.server.wait_for(SENDER, PATIENCE, |mail| {
        mail.contains("Final-Recipient: rfc822; nobody@news.test")
    });
    let notice = String::from_utf8_lossy(&notice).into_owned();
    assert!(
        notice.contains("Original-Envelope-Id:") && notice.contains("text/rfc822-headers"),
        "{notice}"
    );
}

fn a_second_sending_leaves_out_whom_it_must(desk: &Desk, release: &str) {
    let second = desk.json(&["release", "send", release, "--list", "Pers", "--dry-run"]);
    let expected = [
        ("Anna Contoh", "do_not_contact"),
        ("Gono Contoh", "bad_address"),
        ("Joe Contoh", "bad_address"),
        ("Lara Contoh", "do_not_contact"),
        ("Nobo Contoh", "bad_address"),
    ];
    assert_eq!(sorted_pairs(&second["excluded"], "name", "reason"), expected);
    let words = desk.warta_with(
        PASSWORD,
        &["--language", "id", "release", "send", release, "--list", "Pers", "--dry-run"],
    );
    assert!(
        words.out.contains("surel tidak aktif") && words.out.contains("jangan hubungi"),
        "{words:?}"
    );
}

fn an_opt_out_is_taken_back(desk: &Desk) {
    let got = header_value(&desk.server.messages("bert@news.test")[0], "message-id").unwrap();
    desk.receive(
        "bert@news.test",
        &format!("Subject: Re: Taman kota\nMessage-ID: <b1@news.test>\nIn-Reply-To: {got}\n"),
        "Content-Type: text/plain\n\nberhenti",
    );
    desk.server.wait_for(SENDER, PATIENCE, |mail| mail.contains("b1@news.test"));
    let reports = desk.fetch_until("opt_out", 2);
    assert_eq!(states(&desk.contact("bert@news.test")), ["do_not_contact"]);
    desk.json(&["undo", &reports.last().unwrap()["action"].to_string()]);
    let bert = desk.contact("bert@news.test");
    assert_eq!((states(&bert), kinds(&bert)), (vec![], vec!["release_sent"]));
    assert_eq!(desk.responses("opt_out").len(), 1);
    desk.json(&["inbox", "fetch"]);
    assert_eq!(
        states(&desk.contact("bert@news.test")),
        [""; 0],
        "what was taken back does not come again"
    );
}

#[test]
fn a_wrong_password_pauses_and_a_copy_among_sent_mail_settles_what_was_unsure() {
    let desk = Desk::new();
    let file = desk.office.write(
        "daftar.csv",
        "Nama,Surel\nAnna Contoh,anna@news.test\nBert Contoh,bert@news.test\n",
    );
    desk.json(&["import", &file, "--list", "Pers"]);
    let first = desk.release();
    let queued =
        desk.json(&["release", "send", &first, "--list", "Pers", "--yes"])["id"].to_string();
    for (language, words) in [("en", "No recipient is at fault"), ("id", "ditolak")] {
        let answer =
            desk.warta_with("wrong", &["--language", language, "outbox", "run", "--until-empty"]);
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.err.contains(words) || language == "id", "{answer:?}");
        let row = desk.distribution(&first);
        assert_eq!((&row["state"], &row["queued"]), (&json!("paused"), &json!(2)), "{row}");
        desk.json(&["outbox", "resume", &queued]);
        let answer = desk.warta_with("wrong", &["--language", language, "inbox", "fetch"]);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{answer:?}");
        assert!(!answer.err.contains("error-"), "{answer:?}");
    }
    assert_eq!(desk.json(&["outbox", "run", "--until-empty"])["accepted"], 2);

    let cutting = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::TakeAndCut,
        _ => Reaction::Usual,
    });
    desk.set_account(&format!("smtp://127.0.0.1:{}?tls=none", cutting.port));
    let second = desk.release();
    desk.json(&["release", "send", &second, "--list", "Pers", "--yes"]);
    desk.json(&["outbox", "run", "--until-empty"]);
    assert_eq!(desk.distribution(&second)["unsure"], 2);
    let absent = desk.json(&["inbox", "fetch"]);
    assert_eq!(
        (&absent["settled"], &desk.distribution(&second)["unsure"]),
        (&json!(0), &json!(2)),
        "absence proves nothing"
    );

    let (to, copy) = cutting.messages().remove(0);
    let copy = desk.office.write("sent.eml", copy);
    let configuration =
        desk.server.ca_path().parent().unwrap().parent().unwrap().join("dovecot/dovecot.conf");
    let saved = Command::new("doveadm")
        .arg("-c")
        .arg(configuration)
        .args(["save", "-u", SENDER, "-m", "Sent", &copy])
        .output()
        .unwrap();
    assert!(saved.status.success(), "{saved:?}");
    assert_eq!(desk.json(&["inbox", "fetch"])["settled"], 1);
    let row = desk.distribution(&second);
    assert_eq!((&row["unsure"], &row["accepted"]), (&json!(1), &json!(1)), "{row}");
    assert_eq!(kinds(&desk.contact(&to[0])), ["release_sent", "release_sent"]);
}
