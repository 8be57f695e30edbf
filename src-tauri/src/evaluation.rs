//! What became of a press event: who was asked, who came, what it cost, what followed and what was
//! learned; events beside each other; and who is asked how often.
//!
//! Figures are counted by places. A guest and whoever comes in their place are one place: it is
//! confirmed when the last of them said yes, taken when one of them came, a no-show when it was
//! confirmed and nobody came. Whoever came without being on the list (walk-in) has no place.

mod compare;
mod coverage_of;
mod fairness;
mod record;
mod seats;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::coverage::{self, CoverageCounts, CoverageFilter, CoverageRow};
use crate::db::{Ctx, Reader, Row};
use crate::enquiry::{self, EnquiryFilter, EnquiryRow};
use crate::error::Result;
use crate::event_guest::{CATEGORIES, EventGuest};
use crate::press_event::PressEvent;

pub use compare::{CompareAsk, ComparedEvent, compare};
pub use coverage_of::{CoverageLink, link_coverage, proposed};
pub use fairness::{Fairness, FairnessAsk, FairnessRow, FairnessWho, NotAsked, fairness};
pub use record::{EventTaken, EventsOfAsk, events_of};
pub use seats::{HeldEvents, Seat, held_between, seats_of};

/// The figures of an event, or of one category of its guests.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct AttendanceFigures {
    /// Places for which somebody was invited. `confirmed`, `declined`, `maybe` and `no_answer` add
    /// up to it.
    pub invited: i64,
    /// Whose last word was yes, or who named somebody who comes for them.
    pub confirmed: i64,
    /// Whose last word was no.
    pub declined: i64,
    /// Whose last word was perhaps.
    pub maybe: i64,
    /// Who said nothing.
    pub no_answer: i64,
    /// People who came: `came_confirmed`, `came_unconfirmed` and `walk_ins` together.
    pub came: i64,
    /// Places that were confirmed and taken.
    pub came_confirmed: i64,
    /// Invited or listed people who came without having said yes.
    pub came_unconfirmed: i64,
    /// People who came without being on the list.
    pub walk_ins: i64,
    /// People among those who came who stood in for somebody.
    pub substitutes: i64,
    /// Confirmed places that nobody took.
    pub no_shows: i64,
    /// No-shows of all confirmed, in percent with one decimal; none = nobody confirmed.
    pub no_show_percent: Option<f64>,
    /// People who arrived after it began.
    pub late: i64,
    /// People who left before it ended.
    pub left_early: i64,
    /// People still on the waiting list.
    pub waiting: i64,
    /// Invitations that the office took back.
    pub withdrawn: i64,
}

/// The figures of one category of guests.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CategoryFigures {
    /// `press`, `speaker` …: its name is `evaluation-category-…`.
    pub category: String,
    /// Its figures.
    pub figures: AttendanceFigures,
}

/// One outlet: who was asked, who came, what it published.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct OutletAttendance {
    /// The outlet; none = it is known by name alone.
    pub outlet_id: Option<i64>,
    /// Its name.
    pub outlet: String,
    /// Places that were offered to it.
    pub invited: i64,
    /// Of these, confirmed.
    pub confirmed: i64,
    /// People who came.
    pub came: i64,
    /// Pieces that belong to the event.
    pub stories: i64,
}

/// What was noted at the event, counted.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
pub struct NoteCounts {
    /// Questions of the press.
    pub questions: i64,
    /// Of these, answered.
    pub answered: i64,
    /// Aspirations of citizens.
    pub aspirations: i64,
    /// Statements of spokespeople.
    pub statements: i64,
    /// Items that shall feed the news agenda.
    pub agenda: i64,
}

/// Something that was said.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaidAtEvent {
    /// `question`, `aspiration`, `statement` or `note`.
    pub kind: String,
    /// When, UTC.
    pub at: String,
    /// Who said it, or empty.
    pub who: String,
    /// What.
    pub text: String,
    /// The answer, or empty.
    pub answer: String,
}

/// One line of the costs, whole rupiah.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CostLine {
    /// What for.
    pub title: String,
    /// As planned.
    pub planned: i64,
    /// As paid.
    pub actual: i64,
    /// When it was paid, `YYYY-MM-DD` or empty.
    pub paid_on: String,
    /// Whether a receipt is there.
    pub has_receipt: bool,
}

/// What an event cost, whole rupiah.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct CostFigures {
    /// What was to be spent.
    pub budget: i64,
    /// Planned lines together.
    pub planned: i64,
    /// Paid lines together.
    pub actual: i64,
    /// `actual` by people who came; none = nobody came or nothing was paid.
    pub per_attendee: Option<i64>,
    /// `actual` by pieces published; none = nothing was published or paid.
    pub per_story: Option<i64>,
    /// Line by line.
    pub lines: Vec<CostLine>,
}

/// Something promised to a guest.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PromiseState {
    /// The task.
    pub task_id: i64,
    /// What.
    pub title: String,
    /// To whom.
    pub guest: String,
    /// Their outlet, or empty.
    pub outlet: String,
    /// Until which day, or empty.
    pub due_on: String,
    /// When it was done, UTC; empty = it is open.
    pub done_at: String,
    /// Who of the staff sees to it, or empty.
    pub staff: String,
    /// Whether it is open past its day.
    pub overdue: bool,
}

/// All that is to be said of an event afterwards.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Evaluation {
    /// The event.
    pub event: PressEvent,
    /// The unit that held it, or empty.
    pub host: String,
    /// All guests together.
    pub figures: AttendanceFigures,
    /// By category, those that occur.
    pub categories: Vec<CategoryFigures>,
    /// Outlets that were invited, by name.
    pub outlets: Vec<OutletAttendance>,
    /// Outlets of which somebody was invited.
    pub outlets_invited: i64,
    /// Outlets of which somebody came.
    pub outlets_came: i64,
    /// What was said there, counted.
    pub notes: NoteCounts,
    /// What was said there.
    pub said: Vec<SaidAtEvent>,
    /// What followed, counted.
    pub coverage_counts: CoverageCounts,
    /// The same, the newest first.
    pub coverage: Vec<CoverageRow>,
    /// Pieces of invited people and outlets in the week after it that belong to no event yet.
    pub proposed: Vec<CoverageRow>,
    /// Enquiries of the event.
    pub enquiries: Vec<EnquiryRow>,
    /// What it cost.
    pub costs: CostFigures,
    /// What was promised.
    pub promises: Vec<PromiseState>,
}

/// Pieces that are shown.
const MOST_PIECES: i64 = 500;

/// Gathers the evaluation of an event.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<Evaluation> {
    let event: PressEvent = db.get(id)?;
    let guests = seats::guests_of(db, id)?;
    let figures = seats::figures(&event, &guests, None);
    let categories = CATEGORIES
        .iter()
        .filter(|category| guests.iter().any(|guest| guest.category == **category))
        .map(|category| CategoryFigures {
            category: (*category).to_owned(),
            figures: seats::figures(&event, &guests, Some(category)),
        })
        .collect();
    let filter = CoverageFilter {
        event_id: Some(id),
        limit: Some(MOST_PIECES),
        ..CoverageFilter::default()
    };
    let published = coverage::list(db, ctx, filter)?;
    let outlets = outlets(db, &guests, &published.rows)?;
    let asked = EnquiryFilter { event_id: Some(id), ..EnquiryFilter::default() };
    Ok(Evaluation {
        host: host(db, &event)?,
        costs: costs(db, &event, figures.came, published.counts.total)?,
        outlets_invited: count(&outlets, |one| one.invited > 0),
        outlets_came: count(&outlets, |one| one.came > 0),
        notes: notes(db, id)?,
        said: said(db, id)?,
        proposed: proposed(db, ctx, &event)?,
        enquiries: enquiry::list(db, ctx, asked)?.rows,
        promises: promises(db, ctx, id)?,
        coverage_counts: published.counts,
        coverage: published.rows,
        figures,
        categories,
        outlets,
        event,
    })
}

fn count(outlets: &[OutletAttendance], which: impl Fn(&OutletAttendance) -> bool) -> i64 {
    i64::try_from(outlets.iter().filter(|one| which(one)).count()).unwrap_or(i64::MAX)
}

fn host(db: &Reader, event: &PressEvent) -> Result<String> {
    let found: Option<String> = db.row(
        "SELECT name FROM organisations WHERE id = :id",
        named_params! {":id": event.host_id},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}

/// What outlets are told apart by: their record, else their name.
fn outlet_key(id: Option<i64>, name: &str) -> Option<(i64, String)> {
    match id {
        Some(id) => Some((id, String::new())),
        None => {
            Some(crate::format::fold::fold(name)).filter(|key| !key.is_empty()).map(|key| (0, key))
        }
    }
}

fn outlets(
    db: &Reader,
    guests: &[EventGuest],
    pieces: &[CoverageRow],
) -> Result<Vec<OutletAttendance>> {
    let mut found = std::collections::BTreeMap::<(i64, String), OutletAttendance>::new();
    for seat in seats_of(guests) {
        let holder = seat.root;
        let Some(key) = outlet_key(holder.outlet_id, &holder.outlet) else { continue };
        let one = found.entry(key).or_insert_with(|| OutletAttendance {
            outlet_id: holder.outlet_id,
            outlet: holder.outlet.clone(),
            ..OutletAttendance::default()
        });
        one.invited += i64::from(seat.is_invited());
        one.confirmed += i64::from(seat.is_invited() && seat.answer() == "yes");
        one.came += seat.people_who_came();
    }
    for row in pieces {
        let Some(key) = outlet_key(row.coverage.outlet_id, &row.outlet) else { continue };
        let one = found.entry(key).or_insert_with(|| OutletAttendance {
            outlet_id: row.coverage.outlet_id,
            outlet: row.outlet.clone(),
            ..OutletAttendance::default()
        });
        one.stories += 1;
    }
    for one in found.values_mut().filter(|one| one.outlet.is_empty()) {
        let name: Option<String> = db.row(
            "SELECT name FROM organisations WHERE id = :id",
            named_params! {":id": one.outlet_id},
            |row| row.get(0),
        )?;
        one.outlet = name.unwrap_or_default();
    }
    let mut all: Vec<OutletAttendance> =
        found.into_values().filter(|one| one.invited + one.came + one.stories > 0).collect();
    all.sort_by_key(|one| one.outlet.to_lowercase());
    Ok(all)
}

fn notes(db: &Reader, id: i64) -> Result<NoteCounts> {
    let counts = db.row(
        "SELECT COALESCE(SUM(kind = 'question'), 0), COALESCE(SUM(kind = 'question' AND answer <> ''), 0),
                COALESCE(SUM(kind = 'aspiration'), 0), COALESCE(SUM(kind = 'statement'), 0), COALESCE(SUM(agenda), 0)
         FROM event_notes WHERE event_id = :id AND deleted_at IS NULL",
        named_params! {":id": id},
        |row: &Row| {
            Ok(NoteCounts {
                questions: row.get(0)?,
                answered: row.get(1)?,
                aspirations: row.get(2)?,
                statements: row.get(3)?,
                agenda: row.get(4)?,
            })
        },
    )?;
    Ok(counts.unwrap_or_default())
}

fn said(db: &Reader, id: i64) -> Result<Vec<SaidAtEvent>> {
    db.rows(
        "SELECT n.kind, n.at, COALESCE(NULLIF(n.who, ''), g.name, c.name, ''), n.text, n.answer
         FROM event_notes n
         LEFT JOIN event_guests g ON g.id = n.guest_id
         LEFT JOIN contacts c ON c.id = n.contact_id
         WHERE n.event_id = :id AND n.deleted_at IS NULL
         ORDER BY n.at, n.id",
        named_params! {":id": id},
        |row| {
            Ok(SaidAtEvent {
                kind: row.get(0)?,
                at: row.get(1)?,
                who: row.get(2)?,
                text: row.get(3)?,
                answer: row.get(4)?,
            })
        },
    )
}

fn costs(db: &Reader, event: &PressEvent, came: i64, stories: i64) -> Result<CostFigures> {
    let lines: Vec<CostLine> = db.rows(
        "SELECT title, planned, actual, paid_on, sha256 <> '' FROM event_costs
         WHERE event_id = :id AND deleted_at IS NULL ORDER BY id",
        named_params! {":id": event.id},
        |row| {
            Ok(CostLine {
                title: row.get(0)?,
                planned: row.get(1)?,
                actual: row.get(2)?,
                paid_on: row.get(3)?,
                has_receipt: row.get(4)?,
            })
        },
    )?;
    let actual = lines.iter().map(|line| line.actual).sum();
    Ok(CostFigures {
        budget: event.budget,
        planned: lines.iter().map(|line| line.planned).sum(),
        actual,
        per_attendee: share(actual, came),
        per_story: share(actual, stories),
        lines,
    })
}

/// Whole rupiah for each, rounded half up; none where there is nothing to be divided or nobody.
fn share(amount: i64, by: i64) -> Option<i64> {
    (amount > 0 && by > 0).then(|| (amount + by / 2) / by)
}

fn promises(db: &Reader, ctx: &Ctx, id: i64) -> Result<Vec<PromiseState>> {
    let zone = crate::office::zone(db)?;
    let today = ctx.now.with_timezone(&zone).date_naive().to_string();
    db.rows(
        "SELECT t.id, t.title, g.name, COALESCE(NULLIF(g.outlet, ''), o.name, ''), t.due_on, t.done_at, COALESCE(s.name, ''),
                t.done_at = '' AND t.due_on <> '' AND t.due_on < :today
         FROM event_tasks t
         JOIN event_guests g ON g.id = t.promised_to
         LEFT JOIN organisations o ON o.id = g.outlet_id
         LEFT JOIN staff s ON s.id = t.staff_id
         WHERE t.event_id = :id AND t.deleted_at IS NULL AND t.promised_to <> 0
         ORDER BY t.done_at <> '', t.due_on = '', t.due_on, t.id",
        named_params! {":id": id, ":today": today},
        |row| {
            Ok(PromiseState {
                task_id: row.get(0)?,
                title: row.get(1)?,
                guest: row.get(2)?,
                outlet: row.get(3)?,
                due_on: row.get(4)?,
                done_at: row.get(5)?,
                staff: row.get(6)?,
                overdue: row.get(7)?,
            })
        },
    )
}
