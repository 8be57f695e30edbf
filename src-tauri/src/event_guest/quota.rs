//! How many of one outlet, association or tier may come.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::room::{Room, fill};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::organisation::{Organisation, TIERS};
use crate::press_event::PressEvent;
use crate::{choice, record};

choice! {
    /// Whom a quota is for.
    QuotaScope {
        /// Each outlet that has none of its own.
        EachOutlet = "each_outlet",
        /// One outlet.
        Outlet = "outlet",
        /// Those whom an organisation named.
        Organisation = "organisation",
        /// All outlets of a tier together.
        Tier = "tier",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for QuotaScope {
    fn default() -> Self {
        Self::EachOutlet
    }
}

record! {
    /// How many may come. Quotas count press and public: who speaks, represents an office or works
    /// at an event is there for that.
    EventQuota in "event_quotas" {
        /// The event.
        event_id: i64,
        /// Whom it is for.
        scope: QuotaScope,
        /// The outlet, or the organisation that names guests.
        organisation_id: Option<i64>,
        /// One of [`TIERS`], or empty.
        tier: String,
        /// Seats; 0 = nobody of them.
        places: i64,
    }
}

/// A quota in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuotaRow {
    /// Its id.
    pub id: i64,
    /// Its version.
    pub version: i64,
    /// Whom it is for.
    pub scope: QuotaScope,
    /// The outlet, or the organisation that names guests.
    pub organisation_id: Option<i64>,
    /// Its name, or empty.
    pub organisation: String,
    /// One of [`TIERS`], or empty.
    pub tier: String,
    /// Seats.
    pub places: i64,
    /// Seats that are taken; for each outlet, those of the one that has most.
    pub taken: i64,
}

const MOST_PLACES: i64 = 1_000_000;

/// The quotas of an event in the order in which they were made.
pub fn quotas(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<Vec<QuotaRow>> {
    let room = Room::of(db, &db.get(event_id)?)?;
    of_event(db, event_id)?.into_iter().map(|quota| row_in(db, &room, quota)).collect()
}

pub(super) fn of_event(db: &Reader, event_id: i64) -> Result<Vec<EventQuota>> {
    db.all("event_id = :event ORDER BY id", named_params! {":event": event_id})
}

fn row_in(db: &Reader, room: &Room, quota: EventQuota) -> Result<QuotaRow> {
    let organisation = match quota.organisation_id {
        Some(id) => db.find::<Organisation>(id)?.map(|one| one.name),
        None => None,
    };
    Ok(QuotaRow {
        id: quota.id,
        version: quota.version,
        scope: quota.scope,
        organisation_id: quota.organisation_id,
        organisation: organisation.unwrap_or_default(),
        taken: room.taken_of(&quota),
        tier: quota.tier,
        places: quota.places,
    })
}

/// Creates or changes one; who waited for it moves up.
pub fn save_quota(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<QuotaRow> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventQuota::default(),
    };
    patch.check_version(&stored)?;
    db.edit::<EventQuota>(&patch)?;
    let mut quota: EventQuota = patch.apply(&stored)?;
    let event: PressEvent = db.get(quota.event_id)?;
    if stored.id != 0 && stored.event_id != quota.event_id {
        return Err(Error::invalid("event_id", "error-unknown-field").arg("field", "event_id"));
    }
    check(db, &mut quota)?;
    if quota.id == 0 {
        db.insert(&mut quota)?;
    } else {
        db.update(&mut quota)?;
    }
    fill(db, ctx, event.id)?;
    row_in(db, &Room::of(db, &event)?, quota)
}

fn check(db: &Reader, quota: &mut EventQuota) -> Result<()> {
    if !(0..=MOST_PLACES).contains(&quota.places) {
        return Err(Error::invalid("places", "event-number-wrong").arg("most", MOST_PLACES));
    }
    if !matches!(quota.scope, QuotaScope::Outlet | QuotaScope::Organisation) {
        quota.organisation_id = None;
    } else if let Some(id) = quota.organisation_id {
        db.get::<Organisation>(id)?;
    } else {
        return Err(Error::invalid("organisation_id", "guest-quota-organisation"));
    }
    if quota.scope == QuotaScope::Tier {
        quota.tier = quota.tier.trim().to_owned();
        if !TIERS.contains(&quota.tier.as_str()) {
            return Err(Error::invalid("tier", "guest-quota-tier").arg("tiers", TIERS.join(", ")));
        }
    } else {
        quota.tier.clear();
    }
    let same = db.number(
        "SELECT COUNT(*) FROM event_quotas
         WHERE event_id = :event AND scope = :scope AND organisation_id IS :organisation AND tier = :tier
           AND id <> :id AND deleted_at IS NULL",
        named_params! {":event": quota.event_id, ":scope": quota.scope, ":organisation": quota.organisation_id,
            ":tier": quota.tier, ":id": quota.id},
    )?;
    if same > 0 {
        return Err(Error::new(Code::Conflict, "guest-quota-double"));
    }
    Ok(())
}

/// Puts quotas into the bin; who waited for them moves up. How many were there.
pub fn delete_quotas(db: &Writer, ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        let quota: EventQuota = db.get(id)?;
        deleted += i64::from(db.delete::<EventQuota>(id)?);
        fill(db, ctx, quota.event_id)?;
    }
    Ok(deleted)
}
