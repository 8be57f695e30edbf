//! The museum of mails in `tests/mails`, and mail made to do harm.

use chrono::NaiveDate;
use proptest::prelude::*;
use warta::mail::understand::{AutoKind, Incoming, Kind, Reason, Understanding, understand};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn read(name: &str) -> (Incoming, Understanding) {
    let path = format!("{}/tests/mails/{name}.eml", museum());
    let raw = std::fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    understand(&raw, today()).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn museum() -> &'static str {
    env!("CARGO_MANIFEST_DIR")
}

/// File, permanent (`None`: a delay), reason, address, status, code.
type Failure =
    (&'static str, Option<bool>, Reason, &'static str, Option<&'static str>, Option<&'static str>);

const FAILURES: &[Failure] = &[
    (
        "bounce-postfix-user-unknown",
        Some(true),
        Reason::UserUnknown,
        "siti@koran.example.com",
        Some("5.1.1"),
        Some("550"),
    ),
    (
        "bounce-postfix-quota",
        Some(false),
        Reason::MailboxFull,
        "penuh@news.example.com",
        Some("5.2.2"),
        Some("552"),
    ),
    ("delay-postfix", None, Reason::Network, "lambat@slow.example.com", Some("4.4.1"), None),
    (
        "bounce-postfix-expired",
        Some(false),
        Reason::Expired,
        "lambat@slow.example.com",
        Some("4.4.1"),
        None,
    ),
    (
        "bounce-postfix-host",
        Some(true),
        Reason::HostUnknown,
        "budi@tidakada.example.com",
        Some("5.4.4"),
        None,
    ),
    (
        "bounce-dsn-two-recipients",
        Some(true),
        Reason::UserUnknown,
        "satu@koran.example.com",
        Some("5.1.1"),
        Some("550"),
    ),
    (
        "bounce-exchange-id-tidak-terkirim",
        Some(true),
        Reason::UserUnknown,
        "redaksi@harian.example.com",
        Some("5.1.10"),
        Some("550"),
    ),
    (
        "bounce-gmail-not-found",
        Some(true),
        Reason::UserUnknown,
        "wartawan.lama@gmail.example.com",
        Some("5.1.1"),
        Some("550"),
    ),
    (
        "delay-gmail-incomplete",
        None,
        Reason::Network,
        "editor@lambat.example.com",
        Some("4.4.1"),
        None,
    ),
    (
        "bounce-gmail-blocked-spam",
        Some(true),
        Reason::Spam,
        "redaksi@portal.example.com",
        Some("5.7.1"),
        Some("550"),
    ),
    (
        "bounce-sendmail-relay",
        Some(true),
        Reason::RelayDenied,
        "berita@tv.example.com",
        Some("5.7.1"),
        Some("550"),
    ),
    (
        "bounce-too-large",
        Some(true),
        Reason::TooLarge,
        "foto@majalah.example.org",
        Some("5.3.4"),
        Some("552"),
    ),
    (
        "bounce-qmail-user-unknown",
        Some(true),
        Reason::UserUnknown,
        "andi@stasiun.example.com",
        Some("5.1.1"),
        None,
    ),
    (
        "bounce-qmail-expired",
        Some(false),
        Reason::Expired,
        "rina@jauh.example.org",
        Some("4.4.1"),
        None,
    ),
    (
        "bounce-exim-unknown",
        Some(true),
        Reason::UserUnknown,
        "joko@majalah.example.net",
        None,
        Some("550"),
    ),
    (
        "bounce-exim-retry-timeout",
        Some(false),
        Reason::Expired,
        "dewi@radio.example.net",
        None,
        None,
    ),
    ("delay-exim", None, Reason::Network, "dewi@radio.example.net", None, None),
    ("delay-opensmtpd", None, Reason::Network, "budi@media.example.com", None, None),
    ("bounce-mms-gateway", Some(true), Reason::UserUnknown, "budi@media.example.com", None, None),
    (
        "bounce-o365-group-members-only",
        Some(true),
        Reason::Policy,
        "budi@media.example.com",
        Some("5.7.133"),
        Some("550"),
    ),
    ("bounce-domino", Some(true), Reason::UserUnknown, "tono@domino.example.com", None, None),
    ("bounce-t-online", Some(true), Reason::UserUnknown, "korrespondent@t.example.de", None, None),
    ("bounce-gmx", Some(false), Reason::MailboxFull, "penuh@gmx.example.net", None, Some("550")),
    ("bounce-yahoo", Some(true), Reason::UserUnknown, "sari@yahoo.example.com", None, Some("554")),
    ("bounce-qq", Some(true), Reason::UserUnknown, "wartawan@qq.example.com", None, Some("550")),
    ("bounce-mailru", Some(true), Reason::UserUnknown, "korr@mail.example.ru", None, None),
    (
        "bounce-docomo-iso2022jp",
        Some(true),
        Reason::UserUnknown,
        "kisha@docomo.example.jp",
        None,
        Some("550"),
    ),
    (
        "bounce-korean",
        Some(true),
        Reason::UserUnknown,
        "gija@portal.example.kr",
        Some("5.1.1"),
        Some("550"),
    ),
    (
        "bounce-exchange-de-unzustellbar",
        Some(true),
        Reason::UserUnknown,
        "redaktion@zeitung.example.de",
        Some("5.1.1"),
        Some("550"),
    ),
    (
        "bounce-exchange2003",
        Some(true),
        Reason::UserUnknown,
        "redaksi.lama@kantor.example.org",
        None,
        None,
    ),
    (
        "bounce-mailenable",
        Some(false),
        Reason::MailboxFull,
        "kontributor@hosting.example.id",
        None,
        None,
    ),
    (
        "bounce-courier",
        Some(true),
        Reason::UserUnknown,
        "lina@media.example.com",
        None,
        Some("550"),
    ),
    (
        "bounce-barracuda-spam",
        Some(true),
        Reason::Spam,
        "news@gerbang.example.com",
        None,
        Some("554"),
    ),
    ("bounce-groupwise", Some(true), Reason::UserUnknown, "tika@gw.example.org", None, None),
    (
        "bounce-html-only-o365",
        Some(false),
        Reason::MailboxFull,
        "ketua@surat.example.com",
        Some("5.2.2"),
        Some("554"),
    ),
];

#[test]
fn failures_tell_who_and_why() {
    let mut wrong = Vec::new();
    for (name, permanent, reason, address, status, code) in FAILURES {
        let (_, found) = read(name);
        let kind = if permanent.is_some() { Kind::Bounce } else { Kind::Delay };
        let first = found.recipients.first();
        let told = (
            found.kind,
            found.permanent,
            found.reason,
            first.map(|r| r.address.as_str()),
            first.and_then(|r| r.status.as_deref()),
            first.and_then(|r| r.code.as_deref()),
        );
        let expected =
            (kind, Some(permanent.unwrap_or(false)), Some(*reason), Some(*address), *status, *code);
        if told != expected {
            wrong.push(format!(
                "{name}\n  told     {told:?}\n  expected {expected:?}\n  why {}",
                found.why
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// File, kind, new text.
const LETTERS: &[(&str, Kind, Option<&str>)] = &[
    ("other-dsn-delivered", Kind::Other, None),
    ("other-dsn-relayed", Kind::Other, None),
    ("challenge-boxtrapper", Kind::Challenge, None),
    ("challenge-spamarrest", Kind::Challenge, None),
    ("challenge-uol", Kind::Challenge, None),
    ("optout-berhenti", Kind::OptOut, Some("BERHENTI")),
    ("optout-keluarkan", Kind::OptOut, None),
    ("optout-subject-unsubscribe", Kind::OptOut, Some("")),
    ("optout-english", Kind::OptOut, None),
    ("reply-footer-only-optout", Kind::Reply, Some("Terima kasih, segera kami muat.")),
    (
        "reply-topic-berhenti",
        Kind::Reply,
        Some("Selamat siang, kapan proyek itu berhenti? Apa tanggapan Wali Kota?"),
    ),
    ("reply-interleaved", Kind::Reply, Some("Ya, kami hadir.\n\nDua orang.")),
    ("reply-html-outlook", Kind::Reply, Some("Baik Pak, kami hadir.")),
    ("reply-html-gmail", Kind::Reply, Some("Siap, dua orang.")),
    ("reply-new-thread", Kind::Reply, None),
    ("reply-mobile", Kind::Reply, Some("Hadir 2 orang")),
    ("other-calendar-request", Kind::Other, None),
    ("other-newsletter", Kind::Other, None),
    ("other-dmarc", Kind::Other, None),
    ("other-feedback-loop", Kind::Other, None),
    ("other-read-receipt", Kind::Other, None),
    ("other-spam", Kind::Other, None),
    ("other-notification", Kind::Other, None),
];

#[test]
fn letters_are_told_apart() {
    let mut wrong = Vec::new();
    for (name, kind, text) in LETTERS {
        let (_, found) = read(name);
        if found.kind != *kind || text.is_some_and(|text| text != found.new_text) {
            wrong.push(format!(
                "{name}: {:?} {:?} because {}",
                found.kind, found.new_text, found.why
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const ABSENCES: &[(&str, AutoKind, Option<&str>, Option<&str>)] = &[
    ("auto-sieve-vacation", AutoKind::Away, Some("2026-12-01"), None),
    ("auto-id-cuti", AutoKind::Vacation, Some("2026-11-30"), None),
    ("auto-id-kembali-senin", AutoKind::Away, Some("2026-12-01"), None),
    ("auto-exchange-ooo", AutoKind::Away, Some("2026-12-03"), None),
    ("auto-left-successor", AutoKind::Left, None, Some("ratna@harian.example.com")),
    ("auto-left-english", AutoKind::Left, None, Some("amy@wire.example.com")),
    ("auto-ticket", AutoKind::Ticket, None, None),
    ("auto-de-abwesenheit", AutoKind::Vacation, Some("2026-12-03"), None),
    ("auto-fr", AutoKind::Away, Some("2026-12-04"), None),
];

#[test]
fn machines_that_answer_for_people() {
    let mut wrong = Vec::new();
    for (name, kind, until, successor) in ABSENCES {
        let (_, found) = read(name);
        let auto = found.auto_reply.clone();
        let told = auto.as_ref().map(|auto| {
            (auto.kind, auto.away_until.map(|d| d.to_string()), auto.successor.clone())
        });
        let expected = Some((*kind, until.map(str::to_string), successor.map(str::to_string)));
        if found.kind != Kind::AutoReply || told != expected {
            wrong.push(format!("{name}: {:?} {auto:?} because {}", found.kind, found.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn invitations_are_answered() {
    let cases = [
        ("rsvp-google-accepted", "accepted", Some("Membawa kamera"), None),
        ("rsvp-outlook-declined", "declined", Some("Maaf, sedang di luar kota"), None),
        ("rsvp-apple-tentative", "tentative", None, None),
        (
            "rsvp-outlook-counter",
            "tentative",
            Some("Bisa siang saja?"),
            Some("2026-12-01T13:00:00[Asia/Jakarta]"),
        ),
        ("rsvp-ics-attachment", "accepted", None, None),
    ];
    for (name, partstat, comment, start) in cases {
        let (_, found) = read(name);
        assert_eq!(found.kind, Kind::Rsvp, "{name}");
        let rsvp = found.rsvp.expect(name);
        assert_eq!(rsvp.uid, "acara-7@kota.example.id", "{name}");
        assert_eq!(rsvp.attendee, "budi@koran.example.com", "{name}");
        assert_eq!(rsvp.partstat, partstat, "{name}");
        assert_eq!(rsvp.comment.as_deref(), comment, "{name}");
        assert_eq!(rsvp.proposed_start.as_deref(), start, "{name}");
    }
}

#[test]
fn notices_lead_back_to_the_message() {
    for (name, id) in [
        ("bounce-postfix-user-unknown", "warta.17.101@kota.example.id"),
        ("delay-postfix", "warta.17.103@kota.example.id"),
        ("bounce-qmail-user-unknown", "warta.17.201@kota.example.id"),
        ("bounce-exim-unknown", "warta.17.203@kota.example.id"),
        ("bounce-exchange-de-unzustellbar", "warta.17.208@kota.example.id"),
        ("other-read-receipt", "warta.17.502@kota.example.id"),
    ] {
        let (incoming, _) = read(name);
        assert!(
            incoming.original_message_ids.iter().any(|found| found == id),
            "{name}: {:?}",
            incoming.original_message_ids
        );
    }
    let (incoming, found) = read("bounce-postfix-user-unknown");
    assert_eq!(incoming.envelope_id.as_deref(), Some("warta-17-101"));
    assert_eq!(found.why, "dsn-report");
    assert_eq!(read("bounce-dsn-two-recipients").1.recipients.len(), 2);
}

#[test]
fn every_mail_of_the_museum_is_judged() {
    let folder = format!("{}/tests/mails", museum());
    let judged: Vec<&str> = FAILURES
        .iter()
        .map(|row| row.0)
        .chain(LETTERS.iter().map(|row| row.0))
        .chain(ABSENCES.iter().map(|row| row.0))
        .collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".eml");
        assert!(judged.contains(&name) || name.starts_with("rsvp-"), "{name} is in no table");
    }
}

#[test]
fn hostile_mail_is_survived() {
    let mut nested = Vec::new();
    for level in 0..1000 {
        nested.extend_from_slice(
            format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")
                .as_bytes(),
        );
    }
    let messages = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    let headers = "X-Isi: nilai\r\n".repeat(100_000);
    let same = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(5000);
    let big = format!(
        "From: a@example.com\r\nSubject: besar\r\n\r\n{}",
        "isi surat @ 550 5.1.1 <\r\n".repeat(830_000)
    );
    let one_line = format!("From: a@example.com\r\n\r\n{}", "a@b.".repeat(1_000_000));
    let quotes = format!("From: a@example.com\r\n\r\n{}", "On 1 wrote\n".repeat(300_000));
    let html = format!(
        "From: a@example.com\r\nContent-Type: text/html\r\n\r\n{}",
        "<div><b>".repeat(300_000)
    );
    let calendar =
        format!("Content-Type: text/calendar\r\n\r\n{}", "BEGIN:VCALENDAR\r\n".repeat(100_000));
    for (name, raw) in [
        ("nested", nested.as_slice()),
        ("messages", messages.as_bytes()),
        ("headers", headers.as_bytes()),
        ("same boundary", same.as_bytes()),
        ("big", big.as_bytes()),
        ("one line", one_line.as_bytes()),
        ("quotes", quotes.as_bytes()),
        ("html", html.as_bytes()),
        ("calendar", calendar.as_bytes()),
        ("empty", b""),
        ("no head", b"\r\n\r\nhalo"),
        ("zero bytes", &[0; 4096]),
    ] {
        let start = std::time::Instant::now();
        let _ = understand(raw, today());
        let took = start.elapsed();
        // A debug build is some ten times slower than what people run.
        assert!(took.as_secs() < 20, "{name} took {took:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_are_survived(raw in proptest::collection::vec(any::<u8>(), 0..4000)) {
        let _ = understand(&raw, today());
    }

    #[test]
    fn broken_mail_is_survived(cut in 0_usize..3000, noise in "\\PC{0,200}", which in 0_usize..32) {
        let (name, ..) = FAILURES[which % FAILURES.len()];
        let mut raw = std::fs::read(format!("{}/tests/mails/{name}.eml", museum())).unwrap();
        let at = cut.min(raw.len());
        raw.splice(at..at, noise.bytes());
        let _ = understand(&raw, today());
        let _ = understand(&raw[..at], today());
    }
}
