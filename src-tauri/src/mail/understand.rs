//! What came back: one message in, what it is and to whom it belongs out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bounce_text::{self, Halves};
use super::dsn::{self, Action};
use super::mime::{self, Head, Part};
use super::phrases::plain;
use super::reply_text::{self, NewText};
use super::rsvp::{self, CalendarMail};
use super::{auto_reply, classify, html, propose, tnef};
use crate::error::{Code, Error, Result};

pub use super::html::safe_html;

/// A message larger than this is refused, in bytes.
pub const MAX_MESSAGE: usize = 100 * 1024 * 1024;

/// Bytes of an unreadable message that are shown.
const SHOWN_RAW: usize = 256 * 1024;
/// Characters of one that count as its text.
const SHOWN_NEW: usize = 2000;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person answers.
    Reply,
    /// Not delivered, and no further attempt will be made.
    Bounce,
    /// Not delivered yet.
    Delay,
    /// A machine answers for a person.
    AutoReply,
    /// A person wants no more mail.
    OptOut,
    /// An answer to an invitation from a calendar.
    Rsvp,
    /// A filter wants proof that a person wrote.
    Challenge,
    /// Everything else: newsletters, notifications, reports, receipts.
    Other,
}

/// Why a message was not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No such mailbox, or one that is closed.
    UserUnknown,
    /// Over quota.
    MailboxFull,
    /// No such domain or host.
    HostUnknown,
    /// Refused by a rule of the receiving side.
    Policy,
    /// Taken for spam, or the sending server has a bad name.
    Spam,
    /// Message too large.
    TooLarge,
    /// Tried until the time was over.
    Expired,
    /// The server does not accept mail for that domain from us.
    RelayDenied,
    /// No connection, or a loop.
    Network,
    /// A misunderstanding between servers.
    Protocol,
    /// Not told.
    Other,
}

/// A recipient who did not get the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FailedRecipient {
    /// Address, lower case; empty where the notice names none.
    pub address: String,
    /// Enhanced status code (RFC 3463), `5.1.1`.
    pub status: Option<String>,
    /// SMTP reply code, `550`.
    pub code: Option<String>,
    /// The server's own words.
    pub diagnostic: Option<String>,
}

/// Why a machine answers for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AutoKind {
    /// Out of the office.
    Away,
    /// On leave or holiday.
    Vacation,
    /// A help desk confirms receipt.
    Ticket,
    /// Has left, retired or moved.
    Left,
    /// Does not say.
    Other,
}

/// What an automatic reply tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AutoReply {
    /// Why a machine answers.
    pub kind: AutoKind,
    /// First day of absence, where the text names it.
    #[ts(type = "string | null")]
    pub away_from: Option<NaiveDate>,
    /// Last day of absence or day of return, as the text names it.
    #[ts(type = "string | null")]
    pub away_until: Option<NaiveDate>,
    /// Address of whoever took over, or the author's new one.
    pub successor: Option<String>,
    /// Whether that address is the author's own new one.
    pub same_person: bool,
}

/// What a person's message proposes to be made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Proposal {
    /// It asks something: an enquiry.
    Enquiry,
    /// It brings the link to a published piece: coverage.
    Coverage,
    /// The author is not whom the office meant.
    WrongPerson,
}

/// An answer to an invitation (RFC 5546).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rsvp {
    /// UID of the invitation.
    pub uid: String,
    /// Address of who answers, lower case.
    pub attendee: String,
    /// Their name as the calendar has it; may be empty.
    pub name: String,
    /// PARTSTAT in lower case: accepted, declined, tentative, needs-action, delegated.
    pub partstat: String,
    /// A remark.
    pub comment: Option<String>,
    /// The start that a COUNTER proposes: `2026-12-01T09:00:00Z`, or with `[Asia/Jakarta]`.
    pub proposed_start: Option<String>,
    /// SEQUENCE of the invitation that is answered, where the calendar says so.
    #[ts(type = "number | null")]
    pub sequence: Option<i64>,
    /// Name of who comes instead, where it was delegated.
    pub deputy_name: String,
    /// Address of who comes instead, lower case.
    pub deputy_address: String,
    /// Address of the invited person in whose place the attendee answers, lower case.
    pub deputy_for: String,
}

/// What a message is and says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Understanding {
    /// What it is.
    pub kind: Kind,
    /// Of a bounce: lost for good (hard) or not (soft). Of a delay: false.
    pub permanent: Option<bool>,
    /// Of a bounce or delay: why.
    pub reason: Option<Reason>,
    /// Of a bounce or delay: who did not get it.
    pub recipients: Vec<FailedRecipient>,
    /// Of an automatic reply, or of a person who writes to have left.
    pub auto_reply: Option<AutoReply>,
    /// The text without quotes and signature.
    pub new_text: String,
    /// How many quoted lines were left out.
    pub quoted_lines: usize,
    /// Of an answer to an invitation.
    pub rsvp: Option<Rsvp>,
    /// Of a reply: what may be made of it.
    pub proposes: Option<Proposal>,
    /// Of a reply that brings coverage: the links to it.
    pub links: Vec<String>,
    /// From 0 (a guess) to 1 (certain).
    pub confidence: f32,
    /// Key of the rule that decided: `dsn-report`, `phrase:berhenti`.
    pub why: String,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// Its name, without any folder.
    pub file_name: String,
    /// Media type, lower case.
    pub mime: String,
    /// Size in bytes, estimated.
    #[ts(type = "number")]
    pub size: u64,
    /// Whether opening it may run something.
    pub dangerous: bool,
}

/// A message as it was read, with all that tells to which delivery it belongs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Incoming {
    /// Author's address, lower case.
    pub from_address: String,
    /// Author's name.
    pub from_name: String,
    /// To, Cc, Delivered-To, X-Original-To and Envelope-To, lower case, each once.
    pub to: Vec<String>,
    /// Subject, decoded.
    pub subject: String,
    /// Message-ID without angle brackets.
    pub message_id: Option<String>,
    /// In-Reply-To, without angle brackets.
    pub in_reply_to: Vec<String>,
    /// References, without angle brackets.
    pub references: Vec<String>,
    /// Date.
    #[ts(type = "string | null")]
    pub date: Option<DateTime<Utc>>,
    /// Message-IDs found in the returned message or in the notice, without angle brackets.
    pub original_message_ids: Vec<String>,
    /// Original-Envelope-Id, the ENVID given when sending.
    pub envelope_id: Option<String>,
    /// The whole text; from the HTML where there is no other.
    pub text: String,
    /// The HTML as it came: never show it but through [`safe_html`].
    pub html: Option<String>,
    /// The files.
    pub attachments: Vec<Attachment>,
}

/// Reads and understands one message. `today` helps with dates that lack a year. Never panics:
/// what the parsers cannot bear comes back as an error.
pub fn understand(raw: &[u8], today: NaiveDate) -> Result<(Incoming, Understanding)> {
    if raw.len() > MAX_MESSAGE {
        return Err(Error::new(Code::Invalid, "error-mail-too-large"));
    }
    catch_unwind(AssertUnwindSafe(|| read(raw, today)))
        .map_err(|_| Error::new(Code::Invalid, "error-mail-unreadable"))?
}

/// A message whose parts no parser bears, as text: its fields as far as they can be read, and the
/// beginning of its bytes.
pub fn unreadable(raw: &[u8]) -> (Incoming, Understanding) {
    let raw = mime::trim_envelope(raw);
    let (block, _) = mime::split_head(raw);
    let head = catch_unwind(AssertUnwindSafe(|| mime::read_head(block))).unwrap_or_default();
    let text = mime::decode_text(raw.get(..SHOWN_RAW.min(raw.len())).unwrap_or_default(), None);
    let incoming = Incoming { text: text.clone(), ..address_data(&head, &Contents::default()) };
    let mut understanding = plainly(Kind::Other, 0.0, "unreadable");
    understanding.new_text = text.chars().take(SHOWN_NEW).collect();
    (incoming, understanding)
}

/// The parts of a message by their role.
#[derive(Default)]
struct Contents {
    text: Option<String>,
    html: Option<String>,
    report: Option<dsn::Report>,
    returned: String,
    has_returned: bool,
    feedback: bool,
    receipt: bool,
    calendars: Vec<(String, Option<String>)>,
    /// What Outlook wrapped.
    wrapped: Option<Vec<u8>>,
    attachments: Vec<Attachment>,
}

fn read(raw: &[u8], today: NaiveDate) -> Result<(Incoming, Understanding)> {
    let raw = mime::trim_envelope(raw);
    if raw.is_empty() {
        return Err(Error::new(Code::Invalid, "error-mail-empty"));
    }
    let (block, _) = mime::split_head(raw);
    let head = mime::read_head(block);
    let contents = gather(&mime::parts(raw));
    let mut incoming = address_data(&head, &contents);
    let forwarding = is_forward(&head.subject);
    let (text, container_cut) = match (&contents.text, &contents.html) {
        (Some(text), _) if !text.trim().is_empty() => (text.clone(), false),
        (_, Some(html)) => html::to_text(html, !forwarding),
        (text, None) => (text.clone().unwrap_or_default(), false),
    };
    let mut understanding = judge(&head, &contents, &text, &mut incoming, forwarding, today);
    if container_cut {
        understanding.quoted_lines += 1;
    }
    incoming.text = match (&contents.html, container_cut) {
        (Some(html), true) => html::to_text(html, false).0,
        _ => text,
    };
    incoming.html = contents.html;
    incoming.attachments = contents.attachments;
    Ok((incoming, understanding))
}

/// Whether a subject says that a mail is passed on.
pub(super) fn is_forward(subject: &str) -> bool {
    let low = subject.trim_start().to_lowercase();
    ["fwd:", "fw:", "wg:", "tr:", "terusan:", "trs:", "rv:", "enc:", "i:", "转发", "轉寄"]
        .iter()
        .any(|prefix| low.starts_with(prefix))
}

/// The media types under which calendars travel.
const CALENDARS: &[&str] = &[
    "text/calendar",
    "text/x-calendar",
    "text/ics",
    "text/vcalendar",
    "text/x-vcalendar",
    "application/ics",
    "application/calendar",
    "application/icalendar",
    "application/x-ics",
    "application/x-vcalendar",
];

fn gather(parts: &[Part<'_>]) -> Contents {
    let mut contents = Contents::default();
    let report = parts.iter().any(|part| {
        matches!(part.mime.as_str(), "message/delivery-status" | "message/global-delivery-status")
    });
    for part in parts {
        match part.mime.as_str() {
            "message/delivery-status" | "message/global-delivery-status" => {
                let read = dsn::parse_report(&part.text());
                if contents.report.is_none() || !read.recipients.is_empty() {
                    contents.report = Some(read);
                }
            }
            "message/feedback-report" => contents.feedback = true,
            "message/disposition-notification" | "message/global-disposition-notification" => {
                contents.receipt = true;
                contents.returned.push_str(&part.text());
            }
            "message/rfc822"
            | "message/global"
            | "text/rfc822-headers"
            | "text/rfc822-header"
            | "message/rfc822-headers"
            | "message/global-headers"
            | "message/partial" => {
                contents.has_returned = true;
                let bytes = part.bytes();
                let (block, body) = mime::split_head(&bytes);
                contents.returned.push_str(&mime::decode_text(block, None));
                contents.returned.push('\n');
                if !report && part.mime.starts_with("message/") && !body.is_empty() {
                    contents.attachments.push(attachment(part, "message.eml"));
                }
            }
            kind if CALENDARS.contains(&kind) => {
                contents.calendars.push((part.text(), part.method.clone()));
            }
            kind if part.attached || (part.file_name.is_some() && !kind.starts_with("text/")) => {
                let name = part.file_name.as_deref().unwrap_or_default().to_lowercase();
                if name.ends_with(".ics") || name.ends_with(".vcs") {
                    contents.calendars.push((part.text(), part.method.clone()));
                } else if kind.ends_with("ms-tnef") || name == "winmail.dat" {
                    contents.wrapped = Some(part.bytes().into_owned());
                }
                contents.attachments.push(attachment(part, "file"));
            }
            "application/ms-tnef" | "application/vnd.ms-tnef" => {
                contents.wrapped = Some(part.bytes().into_owned());
                contents.attachments.push(attachment(part, "winmail.dat"));
            }
            "text/html" => match &mut contents.html {
                None => contents.html = Some(part.text()),
                Some(html) => html.push_str(&part.text()),
            },
            kind if kind.starts_with("text/") => {
                let text = part.text();
                if rsvp::is_calendar(&text) {
                    contents.calendars.push((text, part.method.clone()));
                    continue;
                }
                match &mut contents.text {
                    None => contents.text = Some(text),
                    Some(all) => {
                        all.push('\n');
                        all.push_str(&text);
                    }
                }
            }
            "application/pkcs7-signature" | "application/pgp-signature" => {}
            _ => contents.attachments.push(attachment(part, "file")),
        }
    }
    contents
}

fn attachment(part: &Part<'_>, fallback: &str) -> Attachment {
    const RUNNING: &[&str] = &[
        "exe", "scr", "com", "bat", "cmd", "pif", "msi", "msp", "js", "jse", "vbs", "vbe", "wsf",
        "wsh", "ps1", "jar", "lnk", "hta", "cpl", "reg", "dll", "apk", "app", "dmg", "pkg", "iso",
        "img", "vhd", "html", "htm", "svg", "docm", "xlsm", "pptm", "dotm", "xlam", "one", "chm",
        "desktop", "sh", "ace", "inf", "scf", "url", "appx", "msix", "deb", "rpm", "run",
        "appimage",
    ];
    let full = part.file_name.as_deref().unwrap_or(fallback);
    let name: String = full
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        // Marks that turn the direction of writing make `fdp.exe` look like `exe.pdf`.
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .take(200)
        .collect();
    let ending = name.trim_end_matches(['.', ' ']).rsplit_once('.').map(|(_, e)| e.to_lowercase());
    let runs = ending.is_some_and(|ending| RUNNING.contains(&ending.as_str()))
        || matches!(
            part.mime.as_str(),
            "application/x-msdownload"
                | "application/x-msdos-program"
                | "application/hta"
                | "application/x-sh"
                | "application/javascript"
        );
    Attachment {
        file_name: if name.trim().is_empty() { fallback.to_string() } else { name },
        mime: part.mime.clone(),
        size: part.size(),
        dangerous: runs,
    }
}

fn address_data(head: &Head, contents: &Contents) -> Incoming {
    let mut to = head.to.clone();
    for name in [
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "x-envelope-to",
        "x-delivered-to",
        "x-rcpt-to",
        "x-forwarded-to",
    ] {
        for value in head.all(name) {
            to.extend(dsn::addresses_in(value).into_iter().map(|(address, _)| address));
        }
    }
    let mut seen = std::collections::HashSet::new();
    to.retain(|address| seen.insert(address.clone()));
    let report = contents.report.as_ref();
    Incoming {
        from_address: head.from_address.clone(),
        from_name: head.from_name.clone(),
        to,
        subject: head.subject.clone(),
        message_id: head.message_id.clone(),
        in_reply_to: head.in_reply_to.clone(),
        references: head.references.clone(),
        date: head.date,
        original_message_ids: Vec::new(),
        envelope_id: report.and_then(|report| report.envelope_id.clone()),
        ..Incoming::default()
    }
}

fn plainly(kind: Kind, confidence: f32, why: impl Into<String>) -> Understanding {
    Understanding {
        kind,
        permanent: None,
        reason: None,
        recipients: Vec::new(),
        auto_reply: None,
        new_text: String::new(),
        quoted_lines: 0,
        rsvp: None,
        proposes: None,
        links: Vec::new(),
        confidence,
        why: why.into(),
    }
}

fn judge(
    head: &Head,
    contents: &Contents,
    text: &str,
    incoming: &mut Incoming,
    forwarding: bool,
    today: NaiveDate,
) -> Understanding {
    let halves = bounce_text::halves(text);
    let (mut ids, _) = bounce_text::returned_fields(&contents.returned);
    if let Some(id) = contents.report.as_ref().and_then(|report| report.message_id.clone()) {
        ids.push(id);
    }
    if text.len() < 200_000 {
        ids.extend(bounce_text::returned_fields(text).0);
    }
    ids.extend(head.other("x-original-message-id").into_iter().flat_map(dsn::identifiers_in));
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids.truncate(50);
    incoming.original_message_ids = ids;

    let new = reply_text::new_text(text, forwarding);
    // "Back on Monday" counts from the day on which it was written, not from that of reading.
    let written = head.day.filter(|day| (*day - today).num_days() <= 1).unwrap_or(today);
    let mut understanding = decide(head, contents, text, halves, &new, written);
    if understanding.kind == Kind::Reply
        && let Some(proposed) = propose::read(&head.subject, &new.text)
    {
        understanding.proposes = Some(proposed.what);
        understanding.links = proposed.links;
    }
    if understanding.new_text.is_empty() {
        understanding.new_text = match understanding.kind {
            Kind::Bounce | Kind::Delay => halves.notice.trim().to_string(),
            _ => new.text,
        };
    }
    understanding.quoted_lines = new.quoted_lines;
    understanding
}

fn decide(
    head: &Head,
    contents: &Contents,
    text: &str,
    halves: Halves<'_>,
    new: &NewText,
    today: NaiveDate,
) -> Understanding {
    if contents.feedback {
        return plainly(Kind::Other, 0.95, "feedback-report");
    }
    if let Some(found) =
        contents.report.as_ref().and_then(|report| from_report(report, head, halves))
    {
        return found;
    }
    if contents.receipt {
        return plainly(Kind::Other, 0.95, "disposition-notification");
    }
    let mut invitation = false;
    for (calendar, method) in &contents.calendars {
        match rsvp::read(calendar, method.as_deref(), head) {
            Some(CalendarMail::Answer(rsvp)) => {
                let mut found = plainly(Kind::Rsvp, 0.98, "calendar-reply");
                found.rsvp = Some(*rsvp);
                return found;
            }
            Some(CalendarMail::Other) => invitation = true,
            // Our own invitation below somebody's letter: the letter counts.
            Some(CalendarMail::Ours) | None => {}
        }
    }
    if let Some(rsvp) = contents.wrapped.as_deref().and_then(|stream| tnef::answer(stream, head)) {
        let mut found = plainly(Kind::Rsvp, 0.95, "calendar-wrapped");
        found.rsvp = Some(rsvp);
        return found;
    }
    if invitation {
        return plainly(Kind::Other, 0.9, "calendar-request");
    }
    if is_dmarc_report(head) {
        return plainly(Kind::Other, 0.95, "dmarc-report");
    }
    if let Some(found) = from_notice(head, contents, halves) {
        return found;
    }
    let listed = head.other("list-unsubscribe").is_some() || head.other("list-id").is_some();
    if !listed && let Some(rsvp) = rsvp::by_subject(head, &new.text) {
        let mut found = plainly(Kind::Rsvp, 0.8, "calendar-subject");
        found.rsvp = Some(rsvp);
        return found;
    }
    from_people(head, text, new, today)
}

/// A delivery report: failures first, then delays; a report of success is neither.
fn from_report(report: &dsn::Report, head: &Head, halves: Halves<'_>) -> Option<Understanding> {
    let of = |wanted: Action| -> Vec<&FailedRecipient> {
        report.recipients.iter().filter(|r| r.action == wanted).map(|r| &r.recipient).collect()
    };
    let (failed, delayed) = (of(Action::Failed), of(Action::Delayed));
    let (kind, recipients) = if !failed.is_empty() {
        (Kind::Bounce, failed)
    } else if !delayed.is_empty() {
        (Kind::Delay, delayed)
    } else if report.recipients.is_empty() {
        return None;
    } else {
        return Some(plainly(Kind::Other, 0.95, "dsn-success"));
    };
    let mut found = plainly(kind, 0.99, "dsn-report");
    found.recipients = recipients.into_iter().cloned().collect();
    // The report may name nobody; the words or the returned message then do.
    if found.recipients.iter().any(|recipient| recipient.address.is_empty()) {
        let notice = bounce_text::read(head, halves, true);
        for recipient in found.recipients.iter_mut().filter(|r| r.address.is_empty()) {
            if let Some(named) = notice.recipients.first() {
                recipient.address = named.address.clone();
            }
        }
    }
    let words = plain(halves.notice, 8 * 1024);
    let mut seen = std::collections::HashSet::new();
    found.recipients.retain(|recipient| seen.insert(recipient.address.clone()));
    let mut permanent = false;
    for recipient in &found.recipients {
        let said = plain(recipient.diagnostic.as_deref().unwrap_or_default(), 2000);
        let (status, code) = (recipient.status.as_deref(), recipient.code.as_deref());
        let reason = dsn::reason(status, code, &said)
            .or_else(|| dsn::reason(None, None, &words))
            .unwrap_or(Reason::Other);
        let reason = dsn::in_time(reason, kind == Kind::Delay, status, &said);
        permanent |= dsn::is_permanent(status, code, Some(reason));
        found.reason = found.reason.or(Some(reason));
    }
    found.permanent = Some(kind == Kind::Bounce && permanent);
    Some(found)
}

/// A failure notice in plain words.
fn from_notice(head: &Head, contents: &Contents, halves: Halves<'_>) -> Option<Understanding> {
    let notice = bounce_text::read(head, halves, contents.has_returned);
    let report = head.report_type.as_deref() == Some("delivery-status");
    if notice.evidence < bounce_text::SURE && !(report && notice.evidence > 0) {
        return None;
    }
    let first = notice.recipients.first();
    let status =
        first.and_then(|r| r.status.clone()).or_else(|| dsn::enhanced_status(halves.notice));
    let code = first.and_then(|r| r.code.clone()).or_else(|| dsn::reply_code(halves.notice));
    let said = first
        .and_then(|r| r.diagnostic.as_deref())
        .map(|diagnostic| plain(diagnostic, 2000))
        .unwrap_or_default();
    let subject = plain(&head.subject, 300);
    let (status, code) = (status.as_deref(), code.as_deref());
    let reason = dsn::reason(status, code, &said)
        .or_else(|| dsn::reason(None, None, &notice.words))
        .or_else(|| dsn::reason(None, None, &subject))
        .unwrap_or(Reason::Other);
    let reason = dsn::in_time(reason, notice.delayed, status, &notice.words);
    let kind = if notice.delayed { Kind::Delay } else { Kind::Bounce };
    let paused = status.is_none() && code.is_none() && dsn::is_rate_limit(&notice.words);
    let permanent =
        kind == Kind::Bounce && !paused && dsn::is_permanent(status, code, Some(reason));
    let confidence = if notice.evidence >= bounce_text::SURE + 3 { 0.95 } else { 0.8 };
    let mut found = plainly(kind, confidence, notice.why);
    found.permanent = Some(permanent);
    found.reason = Some(reason);
    found.recipients = notice.recipients;
    Some(found)
}

/// Replies of people and of the machines that answer for them.
fn from_people(head: &Head, text: &str, new: &NewText, today: NaiveDate) -> Understanding {
    if let Some(why) = classify::challenge(head, &new.text) {
        return plainly(Kind::Challenge, 0.85, why);
    }
    let quoted = new.quoted_lines > 0;
    let signs = auto_reply::signs(head, &new.text, quoted);
    let by_header = auto_reply::header_sign(head);
    let generated = head.other("auto-submitted").is_some_and(|value| {
        let low = value.to_ascii_lowercase();
        low.starts_with("auto-generated") || low.starts_with("auto-notified")
    });
    let threaded = !head.in_reply_to.is_empty()
        || !head.references.is_empty()
        || bounce_text::is_answer_subject(&head.subject);
    let bulk = classify::bulk(head, threaded);
    // Who asks not to be written to any more often says why: "I have moved to sports".
    if by_header.is_none()
        && !generated
        && bulk.is_none()
        && !auto_reply::has_auto_subject(head)
        && let Some(why) = classify::opt_out(&head.subject, &new.text)
    {
        return plainly(Kind::OptOut, 0.9, why);
    }
    // A stated sign decides; generated mail and no-reply senders need the words as well.
    let machine_words = signs.evidence >= auto_reply::SURE || (generated && signs.evidence >= 3);
    let listed = head.other("list-unsubscribe").is_some() || head.other("list-id").is_some();
    if by_header.is_some() || (machine_words && !(listed && signs.kind.is_none())) {
        let sure = by_header.is_some();
        let mut found = plainly(
            Kind::AutoReply,
            if sure { 0.97 } else { 0.8 },
            by_header.unwrap_or_else(|| signs.why.clone()),
        );
        found.auto_reply = Some(auto_reply::details(head, &new.text, signs.kind, today));
        return found;
    }
    if let Some(why) = bulk {
        return plainly(Kind::Other, 0.9, why);
    }
    if !threaded && !quoted {
        if let Some(why) = classify::advert(text) {
            return plainly(Kind::Other, 0.7, why);
        }
        return plainly(Kind::Reply, 0.6, "personal-mail");
    }
    let mut found = plainly(Kind::Reply, 0.9, if threaded { "thread-headers" } else { "quotes" });
    // A person who writes by hand to have left is still an answer, with the same news.
    if signs.kind == Some(AutoKind::Left) {
        found.auto_reply = Some(auto_reply::details(head, &new.text, signs.kind, today));
    }
    found
}

fn is_dmarc_report(head: &Head) -> bool {
    let low = head.subject.to_ascii_lowercase();
    (low.contains("report domain:") && low.contains("submitter"))
        || low.starts_with("dmarc aggregate report")
        || head.report_type.as_deref() == Some("tlsrpt")
        || head.other("tls-report-domain").is_some()
}
