//! Events beside each other.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::seats;
use super::{AttendanceFigures, outlets, share};
use crate::coverage::{self, CoverageFilter};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::press_event::{EventKind, EventState, PressEvent};

/// Which events. Without any, those of the kind that were held, the newest first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CompareAsk {
    /// Just these, in the order of their days.
    pub ids: Option<Vec<i64>>,
    /// With this event: others of its kind up to it.
    pub like: Option<i64>,
    /// Of this kind; none = all kinds.
    pub kind: Option<EventKind>,
    /// At most so many; none = 12.
    pub limit: Option<i64>,
}

/// The figures of one event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedEvent {
    /// The event.
    pub event_id: i64,
    /// Its name.
    pub title: String,
    /// Its kind.
    pub kind: EventKind,
    /// When it began, UTC.
    pub begins_at: String,
    /// Its zone.
    pub zone: String,
    /// Who was asked and who came.
    pub figures: AttendanceFigures,
    /// Outlets of which somebody came.
    pub outlets: i64,
    /// Pieces that belong to it.
    pub stories: i64,
    /// What was paid, whole rupiah.
    pub actual: i64,
    /// By people who came.
    pub cost_per_attendee: Option<i64>,
    /// By pieces.
    pub cost_per_story: Option<i64>,
}

const USUAL: i64 = 12;
const MOST: i64 = 60;

/// Compares events, the earliest first.
pub fn compare(db: &Reader, ctx: &Ctx, ask: CompareAsk) -> Result<Vec<ComparedEvent>> {
    let mut events: Vec<PressEvent> = match ask.ids.as_deref().filter(|ids| !ids.is_empty()) {
        Some(ids) => ids.iter().map(|id| db.get(*id)).collect::<Result<_>>()?,
        None => alike(db, &ask)?,
    };
    events.sort_by(|one, other| (&one.begins_at, one.id).cmp(&(&other.begins_at, other.id)));
    events.dedup_by_key(|event| event.id);
    events.into_iter().map(|event| figures_of(db, ctx, event)).collect()
}

fn alike(db: &Reader, ask: &CompareAsk) -> Result<Vec<PressEvent>> {
    let like: Option<PressEvent> = ask.like.map(|id| db.get(id)).transpose()?;
    let kind = like.as_ref().map(|event| event.kind).or(ask.kind);
    let until = like.as_ref().map_or("9", |event| event.begins_at.as_str());
    let own = like.as_ref().map_or(0, |event| event.id);
    db.all(
        "(:kind IS NULL OR kind = :kind) AND begins_at <= :until AND (state = :held OR id = :own)
         ORDER BY begins_at DESC, id DESC LIMIT :limit",
        named_params! {
            ":kind": kind.map(EventKind::as_str), ":until": until, ":own": own,
            ":held": EventState::Held.as_str(),
            ":limit": ask.limit.unwrap_or(USUAL).clamp(1, MOST),
        },
    )
}

fn figures_of(db: &Reader, ctx: &Ctx, event: PressEvent) -> Result<ComparedEvent> {
    let guests = seats::guests_of(db, event.id)?;
    let figures = seats::figures(&event, &guests, None);
    let filter =
        CoverageFilter { event_id: Some(event.id), limit: Some(1), ..CoverageFilter::default() };
    let stories = coverage::list(db, ctx, filter)?.counts.total;
    let actual = db.number(
        "SELECT COALESCE(SUM(actual), 0) FROM event_costs WHERE event_id = :id AND deleted_at IS NULL",
        named_params! {":id": event.id},
    )?;
    let outlets = outlets(db, &guests, &[])?;
    Ok(ComparedEvent {
        event_id: event.id,
        outlets: super::count(&outlets, |one| one.came > 0),
        cost_per_attendee: share(actual, figures.came),
        cost_per_story: share(actual, stories),
        title: event.title,
        kind: event.kind,
        begins_at: event.begins_at,
        zone: event.zone,
        figures,
        stories,
        actual,
    })
}
