//! What was published of an event: linked by hand, or proposed from whom it had invited.

use std::collections::BTreeSet;

use chrono::Days;
use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use crate::clock;
use crate::coverage::{self, Coverage, CoverageRow};
use crate::db::{Ctx, Reader, Writer};
use crate::error::Result;
use crate::press_event::PressEvent;

/// Days after an event within which a piece is taken for one of it.
const DAYS: u64 = 7;
/// Pieces that are proposed at once.
const MOST: i64 = 50;

/// Pieces that belong to an event, or no longer.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct CoverageLink {
    /// The event.
    pub event_id: i64,
    /// The pieces.
    pub coverage_ids: Vec<i64>,
    /// Whether they belong to it from now on.
    pub belongs: bool,
}

/// Pieces by people and outlets that were asked to the event or came, from its first day until a
/// week after its last, which belong to no event yet; the newest first.
pub fn proposed(db: &Reader, ctx: &Ctx, event: &PressEvent) -> Result<Vec<CoverageRow>> {
    let zone = event.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let day =
        |stored: &str| clock::from_text(stored).map(|at| at.with_timezone(&zone).date_naive());
    let (Some(first), Some(last)) = (day(&event.begins_at), day(&event.ends_at)) else {
        return Ok(Vec::new());
    };
    let until = last.max(first) + Days::new(DAYS);
    let ids: Vec<i64> = db.rows(
        "WITH asked AS (
             SELECT contact_id, outlet_id FROM event_guests
             WHERE event_id = :event AND deleted_at IS NULL AND (place = 'invited' OR arrived_at <> '')
         )
         SELECT v.id FROM coverage v
         WHERE v.deleted_at IS NULL AND v.event_id = 0 AND v.published_on BETWEEN :first AND :until
           AND (v.contact_id IN (SELECT contact_id FROM asked WHERE contact_id IS NOT NULL)
                OR v.outlet_id IN (SELECT outlet_id FROM asked WHERE outlet_id IS NOT NULL)
                OR v.release_id IN (SELECT id FROM releases WHERE event_id = :event AND deleted_at IS NULL))
         ORDER BY v.published_on DESC, v.id DESC LIMIT :most",
        named_params! {":event": event.id, ":first": first.to_string(), ":until": until.to_string(), ":most": MOST},
        |row| row.get(0),
    )?;
    ids.into_iter().map(|id| coverage::show(db, ctx, id)).collect()
}

/// Links pieces to an event, or takes them off it; how many changed.
pub fn link_coverage(db: &Writer, _ctx: &Ctx, link: CoverageLink) -> Result<i64> {
    db.get::<PressEvent>(link.event_id)?;
    let mut changed = 0;
    for id in link.coverage_ids.into_iter().collect::<BTreeSet<i64>>() {
        let mut piece: Coverage = db.get(id)?;
        let wanted = if link.belongs { link.event_id } else { 0 };
        let is_other = !link.belongs && piece.event_id != link.event_id;
        if piece.event_id == wanted || is_other {
            continue;
        }
        piece.event_id = wanted;
        db.update(&mut piece)?;
        changed += 1;
    }
    Ok(changed)
}
