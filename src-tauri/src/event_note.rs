//! What was said at events: questions of the press, aspirations of citizens, statements of
//! spokespersons, notes; with the answer, and whether the news agenda shall hear of it.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::event_guest::EventGuest;
use crate::format::fold::fold;
use crate::press_event::PressEvent;
use crate::{choice, clock, record};

choice! {
    /// What kind of thing was said.
    NoteKind {
        /// A question of the press.
        Question = "question",
        /// What a citizen asks for or proposes.
        Aspiration = "aspiration",
        /// What a spokesperson said.
        Statement = "statement",
        /// Anything else.
        Note = "note",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for NoteKind {
    fn default() -> Self {
        Self::Question
    }
}

record! {
    /// One thing said at an event.
    EventNote in "event_notes" {
        /// The event.
        event_id: i64,
        /// What kind of thing.
        kind: NoteKind,
        /// When, UTC.
        at: String,
        /// The guest who said it, or none.
        guest_id: Option<i64>,
        /// The contact who said it, or none.
        contact_id: Option<i64>,
        /// Who said it, by name; may be empty.
        who: String,
        /// What.
        text: String,
        /// The answer; may be empty.
        answer: String,
        /// It shall feed the news agenda.
        agenda: bool,
        /// Who of the office wrote it down.
        actor: String,
    }
}

/// Which notes.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NoteFilter {
    /// Of this event; none = of all events.
    pub event_id: Option<i64>,
    /// Of this kind.
    pub kind: Option<NoteKind>,
    /// Only those for the news agenda.
    pub agenda: Option<bool>,
    /// Only those without an answer.
    pub open: Option<bool>,
    /// Words of who, what, or answer.
    pub search: Option<String>,
}

/// A note as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteRow {
    /// The note.
    pub note: EventNote,
    /// The event's name.
    pub event: String,
    /// The event's zone by its IANA name.
    pub zone: String,
    /// Who said it: the guest's name, else what was typed.
    pub who: String,
    /// The guest's outlet; may be empty.
    pub outlet: String,
}

/// Notes, in the order in which they were said; over all events the newest event first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: NoteFilter) -> Result<Vec<NoteRow>> {
    let wanted = filter.search.as_deref().map(fold).unwrap_or_default();
    let notes: Vec<EventNote> = db.all(
        "(:event IS NULL OR event_id = :event) AND (:kind IS NULL OR kind = :kind)
         AND (:agenda IS NULL OR agenda = :agenda) AND (:open IS NOT 1 OR answer = '')
         ORDER BY at, id",
        named_params! {":event": filter.event_id, ":kind": filter.kind, ":agenda": filter.agenda, ":open": filter.open},
    )?;
    let mut rows = Vec::with_capacity(notes.len());
    for note in notes {
        let Some(event) = db.find::<PressEvent>(note.event_id)? else { continue };
        let guest = match note.guest_id {
            Some(id) => db.find::<EventGuest>(id)?,
            None => None,
        };
        let row = NoteRow {
            event: event.title,
            zone: event.zone,
            who: guest.as_ref().map_or_else(|| note.who.clone(), |guest| guest.name.clone()),
            outlet: guest.map(|guest| guest.outlet).unwrap_or_default(),
            note,
        };
        let said = format!("{} {} {} {}", row.who, row.outlet, row.note.text, row.note.answer);
        if wanted.is_empty() || fold(&said).contains(&wanted) {
            rows.push(row);
        }
    }
    if filter.event_id.is_none() {
        rows.reverse();
    }
    Ok(rows)
}

/// Writes a note down, or changes one.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<EventNote> {
    db.edit::<EventNote>(&patch)?;
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventNote { at: ctx.now_text(), actor: ctx.actor.clone(), ..EventNote::default() },
    };
    if patch.id.is_some() {
        patch.check_version(&stored)?;
    }
    if patch.id.is_some() && patch.set.contains_key("event_id") {
        return Err(Error::invalid("event_id", "error-unknown-field").arg("field", "event_id"));
    }
    let mut note: EventNote = patch.apply(&stored)?;
    note.text = note.text.trim().to_owned();
    if note.text.is_empty() {
        return Err(Error::invalid("text", "event-note-empty"));
    }
    if clock::from_text(&note.at).is_none() {
        return Err(Error::invalid("at", "error-wrong-value").arg("field", "at"));
    }
    db.get::<PressEvent>(note.event_id)?;
    if let Some(guest) = note.guest_id {
        let guest: EventGuest = db.get(guest)?;
        if guest.event_id != note.event_id {
            return Err(
                Error::invalid("guest_id", "event-note-other-event").arg("name", guest.name)
            );
        }
        note.contact_id = guest.contact_id;
        note.who = guest.name;
    }
    if patch.id.is_some() {
        db.update(&mut note)?;
    } else {
        db.insert(&mut note)?;
    }
    Ok(note)
}

/// Puts notes into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventNote>(id)?);
    }
    Ok(deleted)
}
