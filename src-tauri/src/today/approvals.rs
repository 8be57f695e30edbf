//! Releases that wait for somebody's word.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::Result;

/// A release in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingApproval {
    /// The release.
    pub release_id: i64,
    /// Its headline.
    pub headline: String,
    /// Who has it; empty = whoever comes first.
    pub holder: String,
    /// Whether that is whoever is working now.
    pub mine: bool,
    /// Who handed it in or on.
    pub from: String,
    /// Since when they have it, UTC.
    pub since: String,
}

/// As many as a screen shows.
const MOST: i64 = 20;

/// Releases in review: the person's own first, then those for anybody, then those that wait for a
/// colleague; of each, the one that waits longest first.
pub(super) fn waiting(db: &Reader, ctx: &Ctx) -> Result<Vec<WaitingApproval>> {
    db.rows(
        "SELECT r.id, r.headline, r.holder, r.holder <> '' AND lower(r.holder) = lower(:actor) AS mine,
                COALESCE(p.actor, ''), COALESCE(p.at, r.updated_at)
         FROM releases r
         LEFT JOIN release_steps p ON p.id = (SELECT MAX(x.id) FROM release_steps x
                                              WHERE x.release_id = r.id AND x.step IN ('submitted', 'handed') AND x.deleted_at IS NULL)
         WHERE r.stage = 'in_review' AND r.deleted_at IS NULL AND r.withdrawn_at = '' AND r.archived_at = ''
         ORDER BY CASE WHEN r.holder <> '' AND lower(r.holder) = lower(:actor) THEN 0 WHEN r.holder = '' THEN 1 ELSE 2 END,
                  COALESCE(p.at, r.updated_at), r.id
         LIMIT :most",
        named_params! {":actor": ctx.actor, ":most": MOST},
        |row| {
            Ok(WaitingApproval {
                release_id: row.get(0)?,
                headline: row.get(1)?,
                holder: row.get(2)?,
                mine: row.get(3)?,
                from: row.get(4)?,
                since: row.get(5)?,
            })
        },
    )
}
