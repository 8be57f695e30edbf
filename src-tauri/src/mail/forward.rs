//! A mail that somebody passed on is taken apart: what the first author wrote, when and about what,
//! and what the one who passed it on says of it. Both ways are read: the message attached whole
//! (`message/rfc822`), and its text below a few header lines in the languages of mail programs.

use chrono::{NaiveDate, NaiveTime};
use memchr::memmem;

use super::absence::dates_in;
use super::deadline;
use super::dsn::addresses_in;
use super::mime;
use super::outlook::header_word;
use super::phrases::plain;
use super::reply_text::{self, PassedOn};
use super::understand::{Incoming, Kind, Understanding, understand};

/// What a mail that was passed on holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Forwarded {
    /// The first author's mail.
    pub incoming: Incoming,
    /// What that mail is.
    pub understanding: Understanding,
    /// What whoever passed it on wrote above.
    pub note: String,
}

/// Takes a mail apart that passes another one on; none where it passes nothing on, or where the
/// first author's address does not stand in it.
pub fn forwarded(
    raw: &[u8],
    outer: &Incoming,
    about: &Understanding,
    today: NaiveDate,
) -> Option<Forwarded> {
    if !matches!(about.kind, Kind::Reply | Kind::Other | Kind::OptOut | Kind::AutoReply) {
        return None;
    }
    // Nearly all mail passes nothing on: it is told without taking its parts apart again.
    let says = |words: &str| memmem::find(outer.text.as_bytes(), words.as_bytes()).is_some();
    let attaches = memmem::find(raw, b"message/rfc822").is_some();
    let whole = if attaches { attached(raw, about, today) } else { None };
    let by_words = || {
        super::understand::is_forward(&outer.subject)
            || ["orwarded message", "orwarded by", "esan terusan", "diteruskan"]
                .into_iter()
                .any(says)
    };
    whole.or_else(|| if by_words() { inline(raw, outer, today) } else { None })
}

/// The whole message hangs on the mail.
fn attached(raw: &[u8], about: &Understanding, today: NaiveDate) -> Option<Forwarded> {
    let parts = mime::parts(mime::trim_envelope(raw));
    if parts.iter().any(|part| part.mime.contains("delivery-status")) {
        return None;
    }
    let part = parts.iter().find(|part| part.mime == "message/rfc822")?;
    let (incoming, understanding) = understand(&part.bytes(), today).ok()?;
    if !incoming.from_address.contains('@') {
        return None;
    }
    Some(Forwarded { incoming, understanding, note: about.new_text.trim().to_owned() })
}

/// Its text stands below header lines.
fn inline(raw: &[u8], outer: &Incoming, today: NaiveDate) -> Option<Forwarded> {
    let PassedOn { note, from, sent, to, subject, body } =
        reply_text::passed_on(&outer.text, super::understand::is_forward(&outer.subject))?;
    let (address, at) = addresses_in(&from).into_iter().next()?;
    let name = from.get(..at).unwrap_or_default();
    let name = name.split(['<', '[', '(']).next().unwrap_or_default();
    let name = name.trim_matches([' ', '"', '\'', '*', '\u{a0}', '\t']);
    let subject =
        if subject.is_empty() { without_forward_mark(&outer.subject) } else { subject.as_str() };
    let mut head = format!("From: {} <{address}>\r\n", header_word(name));
    head.push_str(&format!("Subject: {}\r\n", header_word(subject)));
    let recipients: Vec<String> =
        addresses_in(&to).into_iter().take(50).map(|(address, _)| address).collect();
    if !recipients.is_empty() {
        head.push_str(&format!("To: {}\r\n", recipients.join(", ")));
    }
    if let Some(date) = written_at(&sent, &zone_of(raw), today) {
        head.push_str(&format!("Date: {date}\r\n"));
    }
    head.push_str(
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
    );
    let whole = [head.as_bytes(), body.as_bytes()].concat();
    let (mut incoming, mut understanding) = understand(&whole, today).ok()?;
    incoming.attachments.clone_from(&outer.attachments);
    // A copied text has lost the headers that tell machines from people.
    if matches!(understanding.kind, Kind::Other) {
        understanding.kind = Kind::Reply;
    }
    Some(Forwarded { incoming, understanding, note })
}

fn without_forward_mark(subject: &str) -> &str {
    let mut rest = subject.trim();
    while super::understand::is_forward(rest) {
        rest = rest.split_once(':').map_or("", |(_, rest)| rest).trim();
    }
    rest
}

/// The offset of the date of the mail itself: whoever passed it on read the other date in it.
fn zone_of(raw: &[u8]) -> String {
    let (block, _) = mime::split_head(mime::trim_envelope(raw));
    let text = String::from_utf8_lossy(block);
    text.lines()
        .find(|line| line.get(..5).is_some_and(|name| name.eq_ignore_ascii_case("date:")))
        .and_then(|line| {
            line.split_whitespace().find(|word| {
                word.len() == 5
                    && word.starts_with(['+', '-'])
                    && word.bytes().skip(1).all(|byte| byte.is_ascii_digit())
            })
        })
        .unwrap_or("+0000")
        .to_owned()
}

/// The date of a header line as mail programs write it for people, for a header of its own.
fn written_at(sent: &str, zone: &str, today: NaiveDate) -> Option<String> {
    let words = plain(sent, 400);
    let day = dates_in(&words).find_map(|found| found.resolve(today))?;
    let (hour, minute) = deadline::clock_in(&words).unwrap_or((0, 0));
    let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
    Some(format!("{} {zone}", day.and_time(time).format("%a, %d %b %Y %H:%M:%S")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn of(subject: &str, body: &str) -> Option<Forwarded> {
        let raw = format!(
            "From: Humas <humas@kota.example.id>\r\nTo: humas@kota.example.id\r\nSubject: {subject}\r\nDate: Tue, 24 Nov 2026 08:00:00 +0700\r\nMessage-ID: <f@kota.example.id>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
        );
        let (incoming, about) = understand(raw.as_bytes(), today()).unwrap();
        forwarded(raw.as_bytes(), &incoming, &about, today())
    }

    #[test]
    fn texts_passed_on_by_many_programs() {
        let blocks = [
            "---------- Forwarded message ---------\nFrom: Siti Rahma <siti@koran.example.com>\nDate: Mon, Nov 23, 2026 at 3:12 PM\nSubject: Data banjir\nTo: Rina <rina@example.com>\n\n",
            "---------- Pesan terusan ---------\nDari: Siti Rahma <siti@koran.example.com>\nDate: Sen, 23 Nov 2026 pukul 15.12\nSubject: Data banjir\nTo: <rina@example.com>\n\n",
            "Begin forwarded message:\n\nFrom: Siti Rahma <siti@koran.example.com>\nSubject: Data banjir\nDate: 23 November 2026 15.12.00 WIB\nTo: rina@example.com\n\n",
            "________________________________\nDari: Siti Rahma <siti@koran.example.com>\nDikirim: Senin, 23 November 2026 15.12\nKepada: Rina <rina@example.com>\nPerihal: Data banjir\n\n",
            "-----Original Message-----\nFrom: Siti Rahma [mailto:siti@koran.example.com]\nSent: Monday, November 23, 2026 3:12 PM\nTo: Rina\nSubject: Data banjir\n\n",
        ];
        for block in blocks {
            let body = format!("Tolong ditangani.\n\n{block}Berapa rumah terendam?\n\nSiti\n");
            let found = of("Fwd: Data banjir", &body).unwrap_or_else(|| panic!("{block}"));
            assert_eq!(found.incoming.from_address, "siti@koran.example.com", "{block}");
            assert_eq!(found.incoming.from_name, "Siti Rahma", "{block}");
            assert_eq!(found.incoming.subject, "Data banjir", "{block}");
            assert_eq!(
                found.incoming.date.map(|date| date.to_rfc3339()).as_deref(),
                Some("2026-11-23T08:12:00+00:00"),
                "{block}"
            );
            assert_eq!(found.note, "Tolong ditangani.", "{block}");
            assert!(found.understanding.new_text.starts_with("Berapa rumah"), "{block}");
            assert_eq!(found.understanding.kind, Kind::Reply, "{block}");
        }
    }

    #[test]
    fn what_passes_nothing_on_stays_whole() {
        assert!(
            of("Re: Data", "Baik.\n\nOn Mon, Siti <siti@koran.example.com> wrote:\n> x\n")
                .is_none()
        );
        assert!(of("Fwd: Data", "Lihat lampiran.\n").is_none());
        assert!(of("Fwd: Data", "From: Bandung\nTo: Kota Contoh\nDate: 1 Desember\n").is_none());
    }

    #[test]
    fn a_message_attached_whole_is_read_as_it_is() {
        let raw = "From: Humas <humas@kota.example.id>\r\nTo: humas@kota.example.id\r\nSubject: Fwd: x\r\nMessage-ID: <f2@kota.example.id>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTolong.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Siti <siti@koran.example.com>\r\nTo: rina@example.com\r\nSubject: Data\r\nMessage-ID: <asli@koran.example.com>\r\nDate: Mon, 23 Nov 2026 15:12:00 +0700\r\n\r\nBerapa?\r\n--b--\r\n";
        let (incoming, about) = understand(raw.as_bytes(), today()).unwrap();
        let found = forwarded(raw.as_bytes(), &incoming, &about, today()).unwrap();
        assert_eq!(found.incoming.message_id.as_deref(), Some("asli@koran.example.com"));
        assert_eq!(
            (found.understanding.new_text.as_str(), found.note.as_str()),
            ("Berapa?", "Tolong.")
        );
    }
}
