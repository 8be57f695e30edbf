//! One response with all that a person needs to act on it: the mail shown safely, who wrote,
//! what it answers, and what came of it.

use std::path::Path;

use rusqlite::named_params;
use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::conversation::{self, ConversationEntry};
use super::due::{DueNamed, due_named};
use super::list::{ResponseRow, row_of};
use super::raw_mail::RawMail;
use super::{Response, contact_row, sender_rule};
use crate::change_suggestion::{self, SuggestedChange, SuggestionFilter};
use crate::contact::{ContactRow, ContactState};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::fold::fold;
use crate::interaction::{self, Interaction};
use crate::mail::understand;

/// A file that came with the mail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailFile {
    /// Its name as the sender gave it.
    pub file_name: String,
    /// Media type as the sender gave it.
    pub mime: String,
    /// Bytes.
    pub size: i64,
    /// A kind of file that can do harm when opened.
    pub dangerous: bool,
}

/// The mail itself, made safe.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct MailShown {
    /// Its HTML, sanitised, with remote content blocked; empty where there is none.
    pub html: String,
    /// Its whole text.
    pub text: String,
    /// To and Cc.
    pub to: Vec<String>,
    /// Attached files.
    pub files: Vec<MailFile>,
    /// The kept copy is gone or damaged: only what was read from it then is left.
    pub missing: bool,
}

/// An answer to an invitation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RsvpShown {
    /// The invitation.
    pub uid: String,
    /// Who answered.
    pub attendee: String,
    /// `accepted`, `declined`, `tentative` ….
    pub partstat: String,
    /// What they added.
    pub comment: String,
    /// Another time that they propose, or empty.
    pub proposed_start: String,
    /// What it is written in: `calendar` or `mail` (plain words).
    pub by: String,
    /// Who comes instead, or empty.
    pub deputy: String,
    /// For which outlet they come.
    pub deputy_outlet: String,
    /// Why a person must look at it before it counts: `both`, `acknowledges`, `hindered`; empty =
    /// it counts.
    pub unsure: String,
    /// Where it went; none = no event knows it.
    pub went: Option<RsvpTaken>,
}

/// What became of an answer to an invitation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RsvpTaken {
    /// The answer as the event keeps it.
    pub answer_id: i64,
    /// The event; 0 = not known.
    pub event_id: i64,
    /// Its title.
    pub event: String,
    /// The guest; 0 = not known.
    pub guest_id: i64,
    /// Their name.
    pub guest: String,
    /// `yes`, `no`, `maybe`; empty = neither.
    pub rsvp: String,
    /// `applied`, `open`, `older`, `set_aside`.
    pub state: String,
    /// Why a person must look at it: key of a sentence; empty = nobody must.
    pub reason: String,
}

/// What it answers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeliverySummary {
    /// The delivery.
    pub id: i64,
    /// Its distribution.
    pub distribution_id: i64,
    /// Its state.
    pub state: String,
    /// To which address.
    pub address: String,
    /// When the state last changed, UTC.
    pub changed_at: String,
    /// The release.
    pub release_id: i64,
    /// The release's headline.
    pub headline: String,
}

/// Whose an unmatched response may be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Suggestion {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Address that the release went to.
    pub address: String,
    /// The delivery; 0 = none.
    pub delivery_id: i64,
    /// The release's headline.
    pub headline: String,
    /// `subject` or `name`.
    pub by: String,
}

/// One response.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResponseDetail {
    /// The row as the list shows it.
    pub row: ResponseRow,
    /// What the author wrote anew.
    pub new_text: String,
    /// Lines that were quoted below it.
    pub quoted_lines: i64,
    /// The mail itself.
    pub mail: MailShown,
    /// What the reading leaned on.
    pub why: String,
    /// How sure it was, in percent; 0 = not told.
    pub confidence: i64,
    /// What the reading took it for; another kind than the row's after a correction.
    pub read_as: String,
    /// Whether a correction holds for all mail of this sender that reads like this one.
    pub sender_rule: bool,
    /// Whether a correction would hold for the sender, or for this mail alone.
    pub may_stick: bool,
    /// First day of an absence, or empty.
    pub away_from: String,
    /// Links to published pieces, where it proposes coverage.
    pub links: Vec<String>,
    /// Who of the office passed it on, or empty.
    pub forwarded_by: String,
    /// What they wrote above it.
    pub forward_note: String,
    /// Until when the author wants an answer, where they say so.
    pub due: Option<DueNamed>,
    /// The enquiry that was made of it; 0 = none.
    pub enquiry_id: i64,
    /// Changes of the media list that it suggests and nobody has decided on.
    pub changes: Vec<SuggestedChange>,
    /// Enhanced status code of a bounce.
    pub status_code: String,
    /// The server's words.
    pub diagnostic: String,
    /// The answer to an invitation.
    pub rsvp: Option<RsvpShown>,
    /// Whose it is.
    pub contact: Option<ContactRow>,
    /// The contact history, newest first.
    pub history: Vec<Interaction>,
    /// Both sides of the conversation, the oldest mail first.
    pub conversation: Vec<ConversationEntry>,
    /// A reply is begun and has not left.
    pub reply_begun: bool,
    /// What it answers.
    pub delivery: Option<DeliverySummary>,
    /// The states that it brought about.
    pub states: Vec<ContactState>,
    /// Whose it may be, when nobody knows.
    pub suggestions: Vec<Suggestion>,
}

const HISTORY: i64 = 30;
const MOST_SUGGESTIONS: i64 = 5;

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ResponseDetail> {
    let response: Response = db.get(id)?;
    let row = row_of(db, ctx, id)?.ok_or_else(|| Error::internal("a live response has a row"))?;
    let mail = mail_shown(db, &ctx.folder.join("files"), &response)?;
    let history = match response.contact_id {
        Some(contact) => interaction::of_contact(db, contact, HISTORY)?,
        None => Vec::new(),
    };
    let suggestions =
        if response.contact_id.is_none() { suggestions(db, &response)? } else { Vec::new() };
    let went = if response.rsvp_partstat.is_empty() { None } else { rsvp_taken(db, id)? };
    let rsvp = (!response.rsvp_partstat.is_empty()).then(|| RsvpShown {
        uid: response.rsvp_uid.clone(),
        attendee: response.rsvp_attendee.clone(),
        partstat: response.rsvp_partstat.clone(),
        comment: response.rsvp_comment.clone(),
        proposed_start: response.rsvp_proposed.clone(),
        by: response.rsvp_by.clone(),
        deputy: response.rsvp_deputy.clone(),
        deputy_outlet: response.rsvp_deputy_outlet.clone(),
        unsure: response.rsvp_unsure.clone(),
        went,
    });
    let changes = change_suggestion::list(
        db,
        ctx,
        SuggestionFilter { response_id: Some(id), ..SuggestionFilter::default() },
    )?;
    let rule = sender_rule::find(db, &response.from_address, &response.read_as)?;
    let conversation = conversation::of(db, ctx, &response)?;
    let drafts = db.number(
        "SELECT COUNT(*) FROM replies WHERE response_id = :response AND state = 'draft' AND deleted_at IS NULL",
        named_params! {":response": id},
    )?;
    let enquiry_id: Option<i64> = db.row(
        "SELECT id FROM enquiries WHERE response_id = :response AND deleted_at IS NULL",
        named_params! {":response": id},
        |row| row.get(0),
    )?;
    Ok(ResponseDetail {
        due: due_named(db, &response)?,
        enquiry_id: enquiry_id.unwrap_or(0),
        conversation,
        reply_begun: drafts > 0,
        changes,
        confidence: response.confidence,
        sender_rule: rule.is_some_and(|rule| rule.kind == response.kind),
        may_stick: sender_rule::may_stick(&response, &response.kind),
        links: response.links.lines().map(str::to_owned).collect(),
        row,
        mail,
        rsvp,
        history,
        suggestions,
        contact: contact_row(db, ctx, response.contact_id)?,
        delivery: delivery_summary(db, response.delivery_id)?,
        states: db.all("response_id = :response ORDER BY id", named_params! {":response": id})?,
        forwarded_by: response.forwarded_by,
        forward_note: response.forward_note,
        new_text: response.new_text,
        quoted_lines: response.quoted_lines,
        why: response.why,
        read_as: response.read_as,
        away_from: response.away_from,
        status_code: response.status_code,
        diagnostic: response.diagnostic,
    })
}

/// The newest answer that an event made of a response.
fn rsvp_taken(db: &Reader, response_id: i64) -> Result<Option<RsvpTaken>> {
    db.row(
        "SELECT a.id, a.event_id, COALESCE(e.title, ''), a.guest_id, COALESCE(g.name, ''), a.rsvp, a.state, a.reason
         FROM event_answers a
         LEFT JOIN press_events e ON e.id = a.event_id
         LEFT JOIN event_guests g ON g.id = a.guest_id
         WHERE a.response_id = :response AND a.response_id <> 0 AND a.deleted_at IS NULL
         ORDER BY a.id DESC
         LIMIT 1",
        named_params! {":response": response_id},
        |row| {
            Ok(RsvpTaken {
                answer_id: row.get(0)?,
                event_id: row.get(1)?,
                event: row.get(2)?,
                guest_id: row.get(3)?,
                guest: row.get(4)?,
                rsvp: row.get(5)?,
                state: row.get(6)?,
                reason: row.get(7)?,
            })
        },
    )
}

fn delivery_summary(db: &Reader, id: i64) -> Result<Option<DeliverySummary>> {
    db.row(
        "SELECT d.id, d.distribution_id, d.state, d.address, d.changed_at, s.release_id, COALESCE(l.headline, '')
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         LEFT JOIN releases l ON l.id = s.release_id
         WHERE d.id = :id",
        named_params! {":id": id},
        |row| {
            Ok(DeliverySummary {
                id: row.get(0)?,
                distribution_id: row.get(1)?,
                state: row.get(2)?,
                address: row.get(3)?,
                changed_at: row.get(4)?,
                release_id: row.get(5)?,
                headline: row.get(6)?,
            })
        },
    )
}

fn mail_shown(db: &Reader, files: &Path, response: &Response) -> Result<MailShown> {
    let lost =
        || MailShown { text: response.new_text.clone(), missing: true, ..MailShown::default() };
    let Some(raw) = kept_mail(db, files, response)? else { return Ok(lost()) };
    let day = crate::clock::from_text(&response.received_at)
        .map(|at| at.date_naive())
        .unwrap_or_default();
    let (incoming, _) =
        understand::understand(&raw, day).unwrap_or_else(|_| understand::unreadable(&raw));
    Ok(MailShown {
        html: incoming.html.as_deref().map(understand::safe_html).unwrap_or_default(),
        text: incoming.text,
        to: incoming.to,
        files: incoming
            .attachments
            .into_iter()
            .map(|file| MailFile {
                dangerous: file.dangerous,
                size: i64::try_from(file.size).unwrap_or(i64::MAX),
                file_name: file.file_name,
                mime: file.mime,
            })
            .collect(),
        missing: false,
    })
}

/// The kept copy of a mail, when it is whole: small ones lie in the database, others in `files`.
pub fn kept_mail(db: &Reader, files: &Path, response: &Response) -> Result<Option<Vec<u8>>> {
    let sha256 = response.raw_sha256.as_str();
    if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(None);
    }
    let inside = RawMail::of(db, response.id)?.map(RawMail::unpack);
    if inside.is_none() && response.broken {
        return Ok(beginning(&files.join(sha256)));
    }
    let raw = inside.unwrap_or_else(|| std::fs::read(files.join(sha256)).ok());
    Ok(raw.filter(|raw| hex::encode(Sha256::digest(raw)) == sha256))
}

/// Bytes of a mail that cannot be read that are shown.
const BEGINNING: u64 = 4 * 1024 * 1024;

/// The beginning of a mail that may be too large to be held; its name says what it must be.
fn beginning(path: &Path) -> Option<Vec<u8>> {
    let mut begin = Vec::new();
    let file = std::fs::File::open(path).ok()?;
    std::io::Read::read_to_end(&mut std::io::Read::take(file, BEGINNING), &mut begin).ok()?;
    Some(begin)
}

/// Takes `Re:`, `Balas:`, `AW:` and their like off a subject.
fn bare_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((head, tail)) = rest.split_once(':') {
        let mark = head
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')'));
        let is_mark = matches!(
            mark.to_lowercase().as_str(),
            "re" | "fw"
                | "fwd"
                | "aw"
                | "wg"
                | "sv"
                | "vs"
                | "rv"
                | "tr"
                | "res"
                | "balas"
                | "bls"
                | "membalas"
                | "terusan"
                | "trs"
                | "antw"
                | "automatic reply"
                | "balasan otomatis"
                | "auto"
                | "out of office"
                | "accepted"
                | "declined"
                | "tentative"
                | "diterima"
                | "ditolak"
        );
        if !is_mark {
            break;
        }
        rest = tail.trim();
    }
    fold(rest)
}

fn suggestions(db: &Reader, response: &Response) -> Result<Vec<Suggestion>> {
    let subject = bare_subject(&response.subject);
    let mut found = Vec::new();
    if subject.len() >= 8 {
        let domain = response
            .from_address
            .rsplit_once('@')
            .map(|(_, domain)| domain.to_owned())
            .unwrap_or_default();
        let distributions = db.rows(
            "SELECT s.id, s.subject, l.headline
             FROM distributions s
             JOIN releases l ON l.id = s.release_id
             ORDER BY s.id DESC
             LIMIT 200",
            &[],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)),
        )?;
        let same = distributions
            .into_iter()
            .filter(|(_, sent, headline)| [fold(sent), fold(headline)].contains(&subject));
        for (id, _, headline) in same.take(3) {
            found.extend(db.rows(
                "SELECT c.id, c.name, d.address, d.id
                 FROM deliveries d
                 JOIN contacts c ON c.id = d.contact_id AND c.deleted_at IS NULL
                 WHERE d.distribution_id = :distribution AND d.channel = 'mail' AND d.domain = :domain
                 ORDER BY d.id
                 LIMIT :limit",
                named_params! {":distribution": id, ":domain": domain, ":limit": MOST_SUGGESTIONS},
                |row| {
                    Ok(Suggestion {
                        contact_id: row.get(0)?,
                        name: row.get(1)?,
                        address: row.get(2)?,
                        delivery_id: row.get(3)?,
                        headline: headline.clone(),
                        by: "subject".to_owned(),
                    })
                },
            )?);
        }
    }
    let name = fold(&response.from_name);
    if name.len() >= 4 {
        found.extend(db.rows(
            "SELECT c.id, c.name FROM contacts c WHERE c.name_key = :name AND c.deleted_at IS NULL ORDER BY c.id LIMIT :limit",
            named_params! {":name": name, ":limit": MOST_SUGGESTIONS},
            |row| {
                Ok(Suggestion {
                    contact_id: row.get(0)?,
                    name: row.get(1)?,
                    address: String::new(),
                    delivery_id: 0,
                    headline: String::new(),
                    by: "name".to_owned(),
                })
            },
        )?);
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|suggestion| seen.insert(suggestion.contact_id));
    found.truncate(usize::try_from(MOST_SUGGESTIONS).unwrap_or(usize::MAX));
    Ok(found)
}
