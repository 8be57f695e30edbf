//! The door of an event: who has come, who came late, in whose place or without being on the list,
//! who has left. Each deed is one action, so that the last one can be taken back.

mod arrive;
mod attendance;
mod counts;
mod search;

use rusqlite::{Row, named_params};
use serde::Serialize;
use ts_rs::TS;

use crate::choice;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::event_guest::{EventGuest, Place};
use crate::press_event::{EventState, PressEvent};

pub use arrive::{
    CheckIn, KnownPerson, Leave, OfferAsk, WalkIn, check_in, leave, matching, substitute, walk_in,
};
pub use attendance::{hold, note_arrival, plan_again};
pub use counts::{CategoryCount, DoorCounts, DoorEvent, OutletCount, counts};
pub use search::{DoorFound, DoorSearch, search};

choice! {
    /// What came of a scan or of Enter.
    Outcome {
        /// They are in.
        Arrived = "arrived",
        /// They were in already; nothing was changed.
        Already = "already",
        /// They had left and are back.
        Back = "back",
        /// They have left.
        Left = "left",
    }
}

/// A guest as the door shows them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorRow {
    /// The guest.
    pub id: i64,
    /// The contact, or none.
    pub contact_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Outlet, may be empty.
    pub outlet: String,
    /// Position, may be empty.
    pub position: String,
    /// Telephone, may be empty.
    pub phone: String,
    /// One of [`crate::event_guest::CATEGORIES`].
    pub category: String,
    /// Whether they have a place.
    pub place: Place,
    /// `yes`, `no`, `maybe`, or empty.
    pub rsvp: String,
    /// `requested`, `approved`, `refused`, or empty.
    pub accreditation: String,
    /// When they arrived, UTC; empty = they have not.
    pub arrived_at: String,
    /// When they left, UTC.
    pub left_at: String,
    /// They arrived after the event had begun.
    pub late: bool,
    /// They came without being on the list.
    pub walk_in: bool,
    /// The guest in whose place they come, by name; may be empty.
    pub stands_in_for: String,
    /// Who comes in their place, by name; may be empty.
    pub replaced_by: String,
    /// Their picture, its name under `files/`, or empty.
    pub photo_sha256: String,
    /// What the staff shall know of them.
    pub notes: String,
}

/// What came of a deed at the door.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Arrival {
    /// What came of it.
    pub outcome: Outcome,
    /// The guest as they are now.
    pub row: DoorRow,
    /// The action, to be taken back by; 0 = nothing was changed.
    pub action_id: i64,
}

/// The last deed at the door of an event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastDeed {
    /// The action.
    pub action_id: i64,
    /// The command that did it.
    pub command: String,
    /// Whom it was about.
    pub name: String,
    /// When, UTC.
    pub at: String,
}

/// Whether guests may come in: not to what was called off.
pub(crate) fn open(db: &Reader, event_id: i64) -> Result<PressEvent> {
    let event: PressEvent = db.get(event_id)?;
    if event.state == EventState::Cancelled {
        return Err(Error::new(Code::Conflict, "checkin-event-cancelled")
            .arg("event", &event.title)
            .arg("reason", after_colon(&event.cancel_reason)));
    }
    Ok(event)
}

/// A reason as it ends a sentence; nothing where none is known.
fn after_colon(reason: &str) -> String {
    let reason = reason.trim().trim_end_matches('.');
    if reason.is_empty() { String::new() } else { format!(": {reason}") }
}

/// Whether who came at this instant (UTC) came after the event had begun. A day has no late hour.
pub fn is_late(event: &PressEvent, arrived_at: &str) -> bool {
    !event.all_day && !arrived_at.is_empty() && arrived_at > event.begins_at.as_str()
}

/// The columns of a [`DoorRow`], over `g`.
const ROW: &str = "g.id, g.contact_id, g.name, g.outlet, g.position, g.phone, g.category, g.place, g.rsvp, g.accreditation,
    g.arrived_at, g.left_at, g.walk_in, g.notes,
    COALESCE((SELECT s.name FROM event_guests s WHERE s.id = g.substitute_for), ''),
    COALESCE((SELECT group_concat(r.name, ', ') FROM event_guests r WHERE r.substitute_for = g.id AND r.deleted_at IS NULL), ''),
    CASE WHEN g.photo_sha256 <> '' THEN g.photo_sha256
         ELSE COALESCE((SELECT c.photo_sha256 FROM contacts c WHERE c.id = g.contact_id), '') END";

fn row_of(event: &PressEvent, row: &Row) -> rusqlite::Result<DoorRow> {
    let arrived_at: String = row.get(10)?;
    Ok(DoorRow {
        id: row.get(0)?,
        contact_id: row.get(1)?,
        name: row.get(2)?,
        outlet: row.get(3)?,
        position: row.get(4)?,
        phone: row.get(5)?,
        category: row.get(6)?,
        place: row.get(7)?,
        rsvp: row.get(8)?,
        accreditation: row.get(9)?,
        late: is_late(event, &arrived_at),
        arrived_at,
        left_at: row.get(11)?,
        walk_in: row.get(12)?,
        notes: row.get(13)?,
        stands_in_for: row.get(14)?,
        replaced_by: row.get(15)?,
        photo_sha256: row.get(16)?,
    })
}

/// A guest of the event as the door shows them.
pub fn row(db: &Reader, event: &PressEvent, guest_id: i64) -> Result<DoorRow> {
    db.row(
        &format!("SELECT {ROW} FROM event_guests g WHERE g.id = :id AND g.deleted_at IS NULL"),
        named_params! {":id": guest_id},
        |row| row_of(event, row),
    )?
    .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", guest_id))
}

/// What the door did: its commands.
const DEEDS: &str = "'check_in', 'check_in_walk_in', 'check_in_substitute', 'check_in_leave'";

/// The last deed at this event's door that still stands.
pub fn last(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<Option<LastDeed>> {
    db.row(
        &format!(
            "SELECT a.id, a.command, g.name, a.at
             FROM actions a
             JOIN changes c ON c.action_id = a.id AND c.table_name = 'event_guests' AND c.scope = 'row'
             JOIN event_guests g ON g.id = c.row_id AND g.event_id = :event
             WHERE a.command IN ({DEEDS}) AND a.undoes = 0 AND a.undone_by = 0
             ORDER BY a.id DESC LIMIT 1"
        ),
        named_params! {":event": event_id},
        |row| {
            Ok(LastDeed {
                action_id: row.get(0)?,
                command: row.get(1)?,
                name: row.get(2)?,
                at: row.get(3)?,
            })
        },
    )
}

/// Letters and digits of a code, without those that are taken for others (Crockford's base 32).
const CODE_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters and digits after the first two: 10 in all, 32^8 x 10 codes.
const CODE_REST: usize = 8;

/// A code for a badge that no guest has yet: `W`, a digit, eight letters or digits. No name looks
/// so, and its QR needs the smallest square (ISO/IEC 18004 version 1) with the best correction.
pub fn fresh_code(db: &Reader) -> Result<String> {
    loop {
        let digit = char::from(b'0' + rand::random_range(0..10_u8));
        let rest = (0..CODE_REST)
            .filter_map(|_| CODE_LETTERS.get(rand::random_range(0..CODE_LETTERS.len())))
            .map(|letter| char::from(*letter));
        let code: String = ['W', digit].into_iter().chain(rest).collect();
        let taken = db.number(
            "SELECT COUNT(*) FROM event_guests WHERE code = :code",
            named_params! {":code": code},
        )?;
        if taken == 0 {
            return Ok(code);
        }
    }
}

/// A code as it is stored, from what a scanner or a person typed.
pub fn read_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

/// Whether what was typed can only be a code.
pub fn is_code(typed: &str) -> bool {
    let code = read_code(typed);
    let mut letters = code.bytes();
    letters.next() == Some(b'W')
        && letters.next().is_some_and(|digit| digit.is_ascii_digit())
        && code.len() == CODE_REST + 2
        && letters.all(|letter| CODE_LETTERS.contains(&letter))
}

/// Gives guests the codes that they lack; what is printed must never be taken back.
pub fn give_codes(db: &Writer, _ctx: &Ctx, guests: &[i64]) -> Result<()> {
    for id in guests {
        let mut guest: EventGuest = db.get(*id)?;
        if guest.code.is_empty() {
            guest.code = fresh_code(db)?;
            db.update(&mut guest)?;
        }
    }
    Ok(())
}

/// The guest of an event that a person means: a code, an id, a mail address, a number, or words of
/// the name that fit nobody else.
pub fn named(db: &Reader, ctx: &Ctx, event_id: i64, who: &str) -> Result<i64> {
    let said = who.trim();
    let number = crate::format::phone::normalise(said).map(|number| number.e164);
    let mut found: Vec<(i64, String, String)> = db.rows(
        "SELECT id, name, outlet FROM event_guests
         WHERE event_id = :event AND deleted_at IS NULL
           AND (code = :code AND code <> '' OR CAST(id AS TEXT) = :said OR (email <> '' AND lower(email) = lower(:said))
                OR (phone <> '' AND phone = :number))
         ORDER BY id",
        named_params! {":event": event_id, ":code": read_code(said), ":said": said, ":number": number},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if found.is_empty() {
        let wanted = DoorSearch { event_id, text: said.to_owned(), limit: Some(8) };
        let rows = search(db, ctx, wanted)?.rows;
        let exact = crate::format::fold::fold(said);
        found = rows.into_iter().map(|row| (row.id, row.name, row.outlet)).collect();
        if let Some(same) =
            found.iter().find(|(_, name, _)| crate::format::fold::fold(name) == exact)
            && found.iter().filter(|(_, name, _)| crate::format::fold::fold(name) == exact).count()
                == 1
        {
            return Ok(same.0);
        }
    }
    match found.as_slice() {
        [(id, ..)] => Ok(*id),
        [] => Err(Error::new(Code::NotFound, "checkin-who-unknown").arg("who", said)),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|(id, name, outlet)| match outlet.as_str() {
                    "" => format!("{id} {name}"),
                    outlet => format!("{id} {name} ({outlet})"),
                })
                .collect();
            Err(Error::new(Code::Invalid, "checkin-who-several")
                .arg("who", said)
                .arg("names", names.join("; ")))
        }
    }
}

/// A guest's picture: their own, else the contact's; its name under `files/`, or empty.
pub fn photo_of(db: &Reader, guest: &EventGuest) -> Result<String> {
    if !guest.photo_sha256.is_empty() {
        return Ok(guest.photo_sha256.clone());
    }
    let Some(contact) = guest.contact_id else { return Ok(String::new()) };
    let known = db.row(
        "SELECT photo_sha256 FROM contacts WHERE id = :id AND deleted_at IS NULL",
        named_params! {":id": contact},
        |row| row.get(0),
    )?;
    Ok(known.unwrap_or_default())
}
