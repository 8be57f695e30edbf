//! The events of a person or an outlet: asked, answered, came.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::press_event::{EventKind, EventState};

/// Whose events.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventsOfAsk {
    /// Of this contact.
    pub contact_id: Option<i64>,
    /// Of this outlet's people.
    pub organisation_id: Option<i64>,
}

/// What became of one guest at one event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventTaken {
    /// The guest.
    pub guest_id: i64,
    /// The event.
    pub event_id: i64,
    /// Its name.
    pub title: String,
    /// Its kind.
    pub kind: EventKind,
    /// When it begins, UTC.
    pub begins_at: String,
    /// Its zone.
    pub zone: String,
    /// The guest's name.
    pub name: String,
    /// `came`, `walk_in`, `represented`, `no_show`, `confirmed`, `declined`, `maybe`, `invited`,
    /// `waiting`, `withdrawn` or `listed`: its name is `event-taken-…`.
    pub how: String,
}

/// So many are shown.
const MOST: i64 = 100;

/// Events of a contact or an outlet, the latest first.
pub fn events_of(db: &Reader, _ctx: &Ctx, ask: EventsOfAsk) -> Result<Vec<EventTaken>> {
    db.rows(
        "SELECT g.id, e.id, e.title, e.kind, e.begins_at, e.zone, g.name, e.state, g.place, g.rsvp, g.arrived_at <> '', g.walk_in,
                EXISTS (SELECT 1 FROM event_guests s WHERE s.substitute_for = g.id AND s.place <> 'withdrawn' AND s.deleted_at IS NULL)
         FROM event_guests g
         JOIN press_events e ON e.id = g.event_id AND e.deleted_at IS NULL
         WHERE g.deleted_at IS NULL AND (g.contact_id = :contact OR g.outlet_id = :organisation)
         ORDER BY e.begins_at DESC, g.name_key, g.id LIMIT :most",
        named_params! {":contact": ask.contact_id, ":organisation": ask.organisation_id, ":most": MOST},
        |row| {
            let state: EventState = row.get(7)?;
            let (place, rsvp): (String, String) = (row.get(8)?, row.get(9)?);
            let (arrived, walk_in, represented) = (row.get(10)?, row.get(11)?, row.get(12)?);
            let how = match (arrived, place.as_str(), rsvp.as_str()) {
                (true, ..) if walk_in => "walk_in",
                (true, ..) => "came",
                _ if represented => "represented",
                (false, "waiting", _) => "waiting",
                (false, "withdrawn", _) => "withdrawn",
                (false, _, "yes") if state == EventState::Held => "no_show",
                (false, _, "yes") => "confirmed",
                (false, _, "no") => "declined",
                (false, _, "maybe") => "maybe",
                (false, "invited", _) => "invited",
                (false, ..) => "listed",
            };
            Ok(EventTaken {
                guest_id: row.get(0)?,
                event_id: row.get(1)?,
                title: row.get(2)?,
                kind: row.get(3)?,
                begins_at: row.get(4)?,
                zone: row.get(5)?,
                name: row.get(6)?,
                how: how.to_owned(),
            })
        },
    )
}
