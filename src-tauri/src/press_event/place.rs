//! Two events at one place at one time.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::{EventState, PressEvent};
use crate::db::Reader;
use crate::error::Result;

/// Another event at the same place, at a time that overlaps.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SamePlace {
    /// The other event.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// When it begins, UTC.
    pub begins_at: String,
    /// When it ends, UTC.
    pub ends_at: String,
    /// Its zone.
    pub zone: String,
}

/// Events that take the place of this one at its time; those that were called off leave it free.
pub(super) fn others(db: &Reader, event: &PressEvent) -> Result<Vec<SamePlace>> {
    if event.venue_key.is_empty() || event.state == EventState::Cancelled {
        return Ok(Vec::new());
    }
    db.rows(
        "SELECT id, title, begins_at, ends_at, zone
         FROM press_events
         WHERE venue_key = :place AND begins_at < :ends AND ends_at > :begins
           AND id <> :id AND state <> 'cancelled' AND deleted_at IS NULL
         ORDER BY begins_at, id
         LIMIT 20",
        named_params! {":place": event.venue_key, ":begins": event.begins_at, ":ends": event.ends_at, ":id": event.id},
        |row| {
            Ok(SamePlace {
                id: row.get(0)?,
                title: row.get(1)?,
                begins_at: row.get(2)?,
                ends_at: row.get(3)?,
                zone: row.get(4)?,
            })
        },
    )
}
