//! What an event costs: planned and paid, with receipts; against the budget, and a head.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, MOST_RUPIAH, Patch, PressEvent, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record_file::{self, FileCopied};
use crate::stored_file::{self, Given};
use crate::{field, record};

record! {
    /// A line of costs, whole rupiah.
    EventCost in "event_costs" {
        /// Of which event.
        event_id: i64,
        /// For what.
        title: String,
        /// What was planned.
        planned: i64,
        /// What it came to.
        actual: i64,
        /// The day on which it was paid, `YYYY-MM-DD` or empty.
        paid_on: String,
        /// What there is to say about it.
        notes: String,
        /// The receipt's name; empty = none.
        file_name: String,
        /// The receipt's MIME type.
        mime: String,
        /// Its bytes.
        size: i64,
        /// Its file under `files/`; empty = none.
        sha256: String,
    }
}

/// Columns that only a receipt sets.
const OF_RECEIPT: [&str; 4] = ["file_name", "mime", "size", "sha256"];

/// The costs of an event and their sums, whole rupiah.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventCosts {
    /// The lines, in the order in which they were added.
    pub rows: Vec<EventCost>,
    /// Planned together.
    pub planned: i64,
    /// Paid together.
    pub actual: i64,
    /// The event's budget; 0 = none was said.
    pub budget: i64,
    /// Budget less what was paid, and of what is not paid less what was planned.
    pub left: i64,
    /// Guests who came.
    pub came: i64,
    /// Paid for each guest who came, rounded; none while nobody has.
    pub per_head: Option<i64>,
    /// Lines that were paid without a receipt.
    pub without_receipt: i64,
}

/// A receipt of a line of costs: uploaded by the window, or at a path of the command line. Neither
/// = it is taken away.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CostReceipt {
    /// The line.
    #[ts(optional = false)]
    pub id: i64,
    /// The file's name.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// The costs of an event.
pub fn costs(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<EventCosts> {
    let event: PressEvent = db.get(event_id)?;
    let rows: Vec<EventCost> =
        db.all("event_id = :id ORDER BY id", named_params! {":id": event_id})?;
    let came = db.number(
        "SELECT COUNT(*) FROM event_guests WHERE event_id = :id AND arrived_at <> '' AND deleted_at IS NULL",
        named_params! {":id": event_id},
    )?;
    let sum = |of: fn(&EventCost) -> i64| {
        rows.iter().map(of).fold(0_i64, |sum, one| sum.saturating_add(one).min(MOST_RUPIAH))
    };
    let (planned, actual) = (sum(|row| row.planned), sum(|row| row.actual));
    let bound = sum(|row| if row.actual > 0 { row.actual } else { row.planned });
    Ok(EventCosts {
        planned,
        actual,
        budget: event.budget,
        left: event.budget.saturating_sub(bound),
        came,
        per_head: (came > 0).then(|| actual.saturating_add(came / 2) / came),
        without_receipt: i64::try_from(
            rows.iter().filter(|row| row.actual > 0 && row.sha256.is_empty()).count(),
        )
        .unwrap_or(i64::MAX),
        rows,
    })
}

/// Adds or changes a line.
pub fn save_cost(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<EventCost> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventCost::default(),
    };
    patch.check_version(&stored)?;
    db.edit::<EventCost>(&patch)?;
    if let Some(name) = patch.set.keys().find(|name| OF_RECEIPT.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut cost: EventCost = patch.apply(&stored)?;
    store_cost(db, &mut cost)?;
    Ok(cost)
}

pub(super) fn store_cost(db: &Writer, cost: &mut EventCost) -> Result<()> {
    db.get::<PressEvent>(cost.event_id)?;
    cost.title = cost.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if cost.title.is_empty() {
        return Err(Error::invalid("title", "event-cost-nameless"));
    }
    for (name, rupiah) in [("planned", cost.planned), ("actual", cost.actual)] {
        if !(0..=MOST_RUPIAH).contains(&rupiah) {
            return Err(Error::invalid(name, "event-number-wrong").arg("most", MOST_RUPIAH));
        }
    }
    if !cost.paid_on.is_empty() {
        field::check_day("paid_on", &cost.paid_on)?;
    }
    if cost.id == 0 {
        db.insert(cost)?;
    } else {
        db.update(cost)?;
    }
    Ok(())
}

/// Keeps the receipt of a line, or takes it away.
pub fn set_receipt(db: &Writer, ctx: &Ctx, receipt: CostReceipt) -> Result<EventCost> {
    let mut cost: EventCost = db.get(receipt.id)?;
    if receipt.upload.is_none() && receipt.path.is_none() {
        cost.file_name.clear();
        cost.mime.clear();
        cost.sha256.clear();
        cost.size = 0;
    } else {
        let given =
            Given { file_name: receipt.file_name, upload: receipt.upload, path: receipt.path };
        let kept = stored_file::keep(&ctx.folder, &given)?;
        cost.file_name = kept.file_name;
        kept.mime.clone_into(&mut cost.mime);
        cost.size = kept.size;
        cost.sha256 = kept.sha256;
    }
    db.update(&mut cost)?;
    Ok(cost)
}

/// Writes a copy of a receipt into the person's download folder.
pub fn copy_receipt(db: &Writer, ctx: &Ctx, id: i64) -> Result<FileCopied> {
    let cost: EventCost = db.get(id)?;
    if cost.sha256.is_empty() {
        return Err(Error::new(Code::NotFound, "event-receipt-missing").arg("title", cost.title));
    }
    record_file::write_copy(db, ctx, &cost.sha256, &cost.file_name, None)
}

/// Takes lines out; how many were there.
pub fn delete_costs(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventCost>(id)?);
    }
    Ok(deleted)
}
