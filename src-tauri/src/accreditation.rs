//! Accreditation: who is admitted to an event as press, after a look at card, letter of assignment
//! and outlet. A person decides; Warta only shows what it knows.

use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check_in::photo_of;
use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::event_guest::EventGuest;
use crate::format::fold::fold;
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::press_event::PressEvent;
use crate::record_file::{self, RecordFile};
use crate::stored_file::{self, Given};
use crate::{choice, clock};

choice! {
    /// What is looked at.
    CheckKind {
        /// The press card.
        PressCard = "press_card",
        /// The letter of assignment.
        AssignmentLetter = "assignment_letter",
        /// Whether the Press Council verified the outlet.
        Outlet = "outlet",
        /// A picture for the badge.
        Photo = "photo",
    }
}

choice! {
    /// What was found.
    Found {
        /// It is there and good.
        Good = "good",
        /// It is there, and something is the matter with it.
        Doubtful = "doubtful",
        /// It is not there.
        Missing = "missing",
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Check {
    /// What.
    pub kind: CheckKind,
    /// What was found.
    pub found: Found,
    /// Number, level or name of what is there.
    pub value: String,
    /// The day on which it expires or was given, or empty.
    pub day: String,
}

/// An application in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccreditationRow {
    /// The guest.
    pub guest_id: i64,
    /// The contact, or none.
    pub contact_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Outlet.
    pub outlet: String,
    /// Position.
    pub position: String,
    /// One of [`crate::event_guest::CATEGORIES`].
    pub category: String,
    /// `requested`, `approved`, `refused`; empty = not asked for.
    pub state: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// When, UTC.
    pub decided_at: String,
    /// Number of the press card.
    pub press_card: String,
    /// Number of the letter of assignment.
    pub assignment_letter: String,
    /// The picture on the badge, its name under `files/`; may be empty.
    pub photo_sha256: String,
    /// A badge with a code was made.
    pub has_badge: bool,
    /// What was looked at.
    pub checks: Vec<Check>,
}

/// One guest's application with what is behind it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccreditationDetail {
    /// As in the list.
    pub row: AccreditationRow,
    /// The contact's scans: card, letter, certificate.
    pub files: Vec<RecordFile>,
    /// What was decided before, the newest first.
    pub history: Vec<Decided>,
}

/// A step of an application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Decided {
    /// When, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// `requested`, `approved`, `refused`; empty = taken back.
    pub state: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Which applications.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct AccreditationFilter {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// `requested`, `approved`, `refused`, `none`; none = all.
    pub state: Option<String>,
    /// Words of name or outlet.
    pub search: Option<String>,
}

/// Who applies, and with what.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct Application {
    /// The guests.
    #[ts(optional = false)]
    pub guests: Vec<i64>,
    /// Number of the press card; none = as it was.
    pub press_card: Option<String>,
    /// Number of the letter of assignment; none = as it was.
    pub assignment_letter: Option<String>,
}

choice! {
    /// What is decided.
    AccreditationDecision {
        /// Admitted.
        Approve = "approve",
        /// Not admitted.
        Refuse = "refuse",
        /// To be looked at again.
        Reopen = "reopen",
    }
}

/// A decision about one or many.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct AccreditationOrder {
    /// The guests.
    pub guests: Vec<i64>,
    /// What is decided.
    pub decision: AccreditationDecision,
    /// Why; a refusal must say.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// A picture for a guest's badge.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct GuestPhoto {
    /// Whose.
    #[ts(optional = false)]
    pub guest_id: i64,
    /// The file's name.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id; with no file at all the picture is taken away.
    pub upload: Option<String>,
    /// A file on this machine.
    #[ts(type = "string", optional)]
    pub path: Option<PathBuf>,
}

/// The applications of an event by name.
pub fn list(db: &Reader, _ctx: &Ctx, filter: AccreditationFilter) -> Result<Vec<AccreditationRow>> {
    let event: PressEvent = db.get(filter.event_id)?;
    let wanted = filter.search.as_deref().map(fold).unwrap_or_default();
    let state = match filter.state.as_deref() {
        Some("none") => Some(String::new()),
        other => other.map(str::to_owned),
    };
    let guests: Vec<EventGuest> = db.all(
        "event_id = :event AND (:state IS NULL OR accreditation = :state) ORDER BY name_key, id",
        named_params! {":event": event.id, ":state": state},
    )?;
    guests
        .into_iter()
        .filter(|guest| {
            wanted.is_empty() || fold(&format!("{} {}", guest.name, guest.outlet)).contains(&wanted)
        })
        .map(|guest| row(db, &event, guest))
        .collect()
}

/// One application with scans and history.
pub fn show(db: &Reader, _ctx: &Ctx, guest_id: i64) -> Result<AccreditationDetail> {
    let guest: EventGuest = db.get(guest_id)?;
    let event: PressEvent = db.get(guest.event_id)?;
    let files = match guest.contact_id {
        Some(id) => record_file::of(db, Owner::Contact(id))?,
        None => Vec::new(),
    };
    Ok(AccreditationDetail { row: row(db, &event, guest)?, files, history: history(db, guest_id)? })
}

fn history(db: &Reader, guest_id: i64) -> Result<Vec<Decided>> {
    db.rows(
        "SELECT a.at, a.actor, json_extract(c.after, '$.accreditation'),
                COALESCE(json_extract(c.after, '$.accreditation_reason'), '')
         FROM changes c JOIN actions a ON a.id = c.action_id
         WHERE c.table_name = 'event_guests' AND c.row_id = :guest AND c.scope = 'row'
           AND json_extract(c.after, '$.accreditation') IS NOT NULL
           AND (json_extract(c.after, '$.accreditation') <> '' OR c.before IS NOT NULL)
         ORDER BY c.id DESC",
        named_params! {":guest": guest_id},
        |row| {
            Ok(Decided {
                at: row.get(0)?,
                actor: row.get(1)?,
                state: row.get(2)?,
                reason: row.get(3)?,
            })
        },
    )
}

fn row(db: &Reader, event: &PressEvent, guest: EventGuest) -> Result<AccreditationRow> {
    let contact = match guest.contact_id {
        Some(id) => db.find::<Contact>(id)?,
        None => None,
    };
    let photo_sha256 = photo_of(db, &guest)?;
    Ok(AccreditationRow {
        checks: checks(db, event, &guest, contact.as_ref(), &photo_sha256)?,
        guest_id: guest.id,
        contact_id: guest.contact_id,
        press_card: match (&guest.press_card, &contact) {
            (own, Some(contact)) if own.is_empty() => contact.press_card_number.clone(),
            (own, _) => own.clone(),
        },
        name: guest.name,
        outlet: guest.outlet,
        position: guest.position,
        category: guest.category,
        state: guest.accreditation,
        reason: guest.accreditation_reason,
        decided_by: guest.accredited_by,
        decided_at: guest.accredited_at,
        assignment_letter: guest.assignment_letter,
        photo_sha256,
        has_badge: !guest.code.is_empty(),
    })
}

/// The event's first day in its zone: until then a card must hold.
fn day_of(event: &PressEvent) -> Option<NaiveDate> {
    let zone: chrono_tz::Tz = event.zone.parse().ok()?;
    Some(clock::from_text(&event.begins_at)?.with_timezone(&zone).date_naive())
}

fn checks(
    db: &Reader,
    event: &PressEvent,
    guest: &EventGuest,
    contact: Option<&Contact>,
    photo: &str,
) -> Result<Vec<Check>> {
    let day = day_of(event).map(|day| day.to_string()).unwrap_or_default();
    let expired = |until: &str| !until.is_empty() && until < day.as_str();
    let files = match guest.contact_id {
        Some(id) => record_file::of(db, Owner::Contact(id))?,
        None => Vec::new(),
    };
    Ok(vec![
        press_card(guest, contact, &files, &expired),
        assignment(guest, &files, &expired),
        outlet(db, guest)?,
        Check {
            kind: CheckKind::Photo,
            found: if photo.is_empty() { Found::Missing } else { Found::Good },
            value: String::new(),
            day: String::new(),
        },
    ])
}

/// Words by which a scan is told to be a card or a letter of assignment.
const CARD_WORDS: &[&str] = &["kartu pers", "press card", "kta", "id card", "kartu anggota"];
const LETTER_WORDS: &[&str] = &["surat tugas", "surat penugasan", "assignment", "penugasan"];

fn scan<'f>(files: &'f [RecordFile], words: &[&str]) -> Option<&'f RecordFile> {
    files.iter().rev().find(|file| {
        let name = format!(" {} ", fold(&format!("{} {}", file.title, file.file_name)));
        words.iter().any(|word| name.contains(&format!(" {word} ")))
    })
}

fn scan_name(file: &RecordFile) -> String {
    if file.title.is_empty() { file.file_name.clone() } else { file.title.clone() }
}

fn judged(kind: CheckKind, value: String, day: String, is_good: bool) -> Check {
    let found = match (value.is_empty(), is_good) {
        (true, _) => Found::Missing,
        (false, true) => Found::Good,
        (false, false) => Found::Doubtful,
    };
    Check { kind, found, value, day }
}

fn press_card(
    guest: &EventGuest,
    contact: Option<&Contact>,
    files: &[RecordFile],
    expired: &dyn Fn(&str) -> bool,
) -> Check {
    let kind = CheckKind::PressCard;
    if !guest.press_card.is_empty() {
        // The day that the media list knows is that of the card which it knows.
        let until = contact
            .filter(|contact| contact.press_card_number == guest.press_card)
            .map(|contact| contact.press_card_expires_on.clone())
            .unwrap_or_default();
        let is_good = !expired(&until);
        return judged(kind, guest.press_card.clone(), until, is_good);
    }
    if let Some(contact) = contact.filter(|contact| !contact.press_card_number.is_empty()) {
        let until = contact.press_card_expires_on.clone();
        let is_good = !expired(&until);
        return judged(kind, contact.press_card_number.clone(), until, is_good);
    }
    match scan(files, CARD_WORDS) {
        Some(file) => {
            judged(kind, scan_name(file), file.expires_on.clone(), !expired(&file.expires_on))
        }
        None => judged(kind, String::new(), String::new(), false),
    }
}

fn assignment(guest: &EventGuest, files: &[RecordFile], expired: &dyn Fn(&str) -> bool) -> Check {
    let kind = CheckKind::AssignmentLetter;
    let file = scan(files, LETTER_WORDS);
    if !guest.assignment_letter.is_empty() {
        return judged(kind, guest.assignment_letter.clone(), String::new(), true);
    }
    match file {
        Some(file) => {
            judged(kind, scan_name(file), file.expires_on.clone(), !expired(&file.expires_on))
        }
        None => judged(kind, String::new(), String::new(), false),
    }
}

/// Good = the Press Council verified it, its papers at least; doubtful = the outlet is known and
/// nothing of the kind is.
fn outlet(db: &Reader, guest: &EventGuest) -> Result<Check> {
    let known = match guest.outlet_id {
        Some(id) => db.find::<Organisation>(id)?,
        None => None,
    };
    let kind = CheckKind::Outlet;
    Ok(match known {
        None => {
            Check { kind, found: Found::Missing, value: guest.outlet.clone(), day: String::new() }
        }
        Some(outlet) => Check {
            kind,
            found: match outlet.press_council_level.as_str() {
                "administrative" | "factual" => Found::Good,
                _ => Found::Doubtful,
            },
            value: outlet.press_council_level,
            day: outlet.press_council_on,
        },
    })
}

/// Notes that guests apply; how many were changed.
pub fn request(db: &Writer, _ctx: &Ctx, new: Application) -> Result<i64> {
    let mut changed = 0;
    for id in new.guests {
        let mut guest: EventGuest = db.get(id)?;
        if let Some(number) = &new.press_card {
            number.trim().clone_into(&mut guest.press_card);
        }
        if let Some(number) = &new.assignment_letter {
            number.trim().clone_into(&mut guest.assignment_letter);
        }
        if guest.accreditation.is_empty() {
            "requested".clone_into(&mut guest.accreditation);
        }
        changed += i64::from(db.update(&mut guest)?);
    }
    Ok(changed)
}

/// Decides about guests; how many were changed.
pub fn decide(db: &Writer, ctx: &Ctx, verdict: AccreditationOrder) -> Result<i64> {
    let reason = verdict.reason.trim();
    if verdict.decision == AccreditationDecision::Refuse && reason.is_empty() {
        return Err(Error::invalid("reason", "accreditation-reason-missing"));
    }
    let mut changed = 0;
    for id in verdict.guests {
        let mut guest: EventGuest = db.get(id)?;
        let state = match verdict.decision {
            AccreditationDecision::Approve => "approved",
            AccreditationDecision::Refuse => "refused",
            AccreditationDecision::Reopen => "requested",
        };
        if guest.accreditation == state && guest.accreditation_reason == reason {
            continue;
        }
        if verdict.decision == AccreditationDecision::Refuse && !guest.arrived_at.is_empty() {
            return Err(Error::new(Code::Conflict, "accreditation-is-in").arg("name", &guest.name));
        }
        state.clone_into(&mut guest.accreditation);
        reason.clone_into(&mut guest.accreditation_reason);
        if verdict.decision == AccreditationDecision::Reopen {
            guest.accredited_by.clear();
            guest.accredited_at.clear();
        } else {
            guest.accredited_by.clone_from(&ctx.actor);
            guest.accredited_at = ctx.now_text();
        }
        changed += i64::from(db.update(&mut guest)?);
    }
    Ok(changed)
}

/// Sets or takes away the picture of a guest's badge.
pub fn set_photo(db: &Writer, ctx: &Ctx, new: GuestPhoto) -> Result<AccreditationDetail> {
    let mut guest: EventGuest = db.get(new.guest_id)?;
    guest.photo_sha256 = if new.upload.is_none() && new.path.is_none() {
        String::new()
    } else {
        let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
        stored_file::keep_if(&ctx.folder, &given, |file_name, mime| {
            if matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp") {
                return Ok(());
            }
            Err(Error::invalid("file_name", "release-image-kind").arg("file", file_name))
        })?
        .sha256
    };
    db.update(&mut guest)?;
    show(db, ctx, new.guest_id)
}
