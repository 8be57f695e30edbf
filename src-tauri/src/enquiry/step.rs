//! Between the office and the government unit: the request, reminders, what the unit answered.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Ctx, Enquiry, EnquiryChannel, EnquiryDetail, EnquiryState, Error, Reader, Result, Writer,
    named, show, store,
};
use crate::error::Code;
use crate::{choice, clock, field, office, record};

choice! {
    /// What happened with the unit.
    EnquiryStepKind {
        /// It was asked.
        Asked = "asked",
        /// It was reminded.
        Reminded = "reminded",
        /// It answered.
        UnitAnswered = "unit_answered",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EnquiryStepKind {
    fn default() -> Self {
        Self::Asked
    }
}

record! {
    /// One step with the unit.
    EnquiryStep in "enquiry_steps" {
        /// Of which enquiry.
        enquiry_id: i64,
        /// What happened.
        kind: EnquiryStepKind,
        /// With which unit.
        unit_id: Option<i64>,
        /// When, UTC.
        at: String,
        /// How, one of [`EnquiryChannel`].
        channel: String,
        /// What was written or said.
        text: String,
        /// Who of the office.
        actor: String,
    }
}

/// A step as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StepRow {
    /// The record.
    pub step: EnquiryStep,
    /// The unit's name.
    pub unit: String,
}

/// A request to the unit, a reminder, or its answer.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StepOrder {
    /// The enquiry.
    #[ts(optional = false)]
    pub id: i64,
    /// The unit by name; one that is not there yet is created; none = the enquiry's.
    pub unit: Option<String>,
    /// How; none = by WhatsApp.
    pub channel: Option<EnquiryChannel>,
    /// What was written or said.
    pub text: Option<String>,
    /// When, UTC; none = now.
    pub at: Option<String>,
    /// When to remind the unit, `YYYY-MM-DD`; empty = not at all; none = the next working day.
    pub remind_on: Option<String>,
}

/// What is between office and unit, the oldest first.
pub(super) fn of(db: &Reader, enquiry_id: i64) -> Result<Vec<StepRow>> {
    let rows: Vec<EnquiryStep> =
        db.all("enquiry_id = :id ORDER BY at, id", named_params! {":id": enquiry_id})?;
    rows.into_iter()
        .map(|step| {
            let unit: Option<String> = db.row(
                "SELECT name FROM organisations WHERE id = :id",
                named_params! {":id": step.unit_id},
                |row| row.get(0),
            )?;
            Ok(StepRow { step, unit: unit.unwrap_or_default() })
        })
        .collect()
}

/// The last step.
pub(super) fn last(db: &Reader, enquiry_id: i64) -> Result<Option<EnquiryStepKind>> {
    db.row(
        "SELECT kind FROM enquiry_steps WHERE enquiry_id = :id AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 1",
        named_params! {":id": enquiry_id},
        |row| row.get(0),
    )
}

/// Whether this unit was asked and owes the answer.
pub(super) fn is_owing(db: &Reader, enquiry: &Enquiry) -> Result<bool> {
    let last: Option<(EnquiryStepKind, Option<i64>)> = db.row(
        "SELECT kind, unit_id FROM enquiry_steps WHERE enquiry_id = :id AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 1",
        named_params! {":id": enquiry.id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(
        matches!(last, Some((EnquiryStepKind::Asked | EnquiryStepKind::Reminded, unit)) if unit == enquiry.unit_id),
    )
}

/// An enquiry on which work may go on.
pub(super) fn open_one(db: &Reader, id: i64) -> Result<Enquiry> {
    let enquiry: Enquiry = db.get(id)?;
    if enquiry.state == EnquiryState::Closed {
        return Err(
            Error::new(Code::Conflict, "enquiry-is-closed").arg("subject", &enquiry.subject)
        );
    }
    Ok(enquiry)
}

/// An instant that a person names, or now.
pub(super) fn instant(ctx: &Ctx, at: Option<&str>) -> Result<String> {
    match at.map(str::trim).filter(|at| !at.is_empty()) {
        None => Ok(ctx.now_text()),
        Some(at) => clock::from_text(at).map(clock::to_text).ok_or_else(|| {
            Error::invalid("at", "error-wrong-value").arg("field", "at").arg("value", at)
        }),
    }
}

/// Logs that the unit was asked; a unit that already owes the answer is reminded.
pub fn ask_unit(db: &Writer, ctx: &Ctx, order: StepOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    if let Some(unit) = &order.unit {
        enquiry.unit_id = named(db, unit, "government_unit")?;
    }
    if enquiry.unit_id.is_none() {
        return Err(Error::invalid("unit", "enquiry-unit-missing"));
    }
    let at = instant(ctx, order.at.as_deref())?;
    let kind =
        if is_owing(db, &enquiry)? { EnquiryStepKind::Reminded } else { EnquiryStepKind::Asked };
    insert(db, ctx, &enquiry, &order, kind, &at)?;
    enquiry.remind_on = match order.remind_on {
        Some(day) => {
            let day = day.trim().to_owned();
            if !day.is_empty() {
                field::check_day("remind_on", &day)?;
            }
            day
        }
        None => next_working_day(ctx.now.with_timezone(&office::zone(db)?).date_naive()),
    };
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

/// Logs what the unit answered.
pub fn unit_answered(db: &Writer, ctx: &Ctx, order: StepOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    if let Some(unit) = &order.unit {
        enquiry.unit_id = named(db, unit, "government_unit")?;
    }
    if enquiry.unit_id.is_none() {
        return Err(Error::invalid("unit", "enquiry-unit-missing"));
    }
    let at = instant(ctx, order.at.as_deref())?;
    insert(db, ctx, &enquiry, &order, EnquiryStepKind::UnitAnswered, &at)?;
    enquiry.remind_on.clear();
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

fn insert(
    db: &Writer,
    ctx: &Ctx,
    enquiry: &Enquiry,
    order: &StepOrder,
    kind: EnquiryStepKind,
    at: &str,
) -> Result<()> {
    let mut step = EnquiryStep {
        enquiry_id: enquiry.id,
        kind,
        unit_id: enquiry.unit_id,
        at: at.to_owned(),
        channel: order.channel.unwrap_or(EnquiryChannel::WhatsApp).as_str().to_owned(),
        text: order.text.as_deref().unwrap_or_default().trim().to_owned(),
        actor: ctx.actor.clone(),
        ..EnquiryStep::default()
    };
    db.insert(&mut step)?;
    Ok(())
}

/// Takes a step out that was logged by mistake.
pub fn delete_step(db: &Writer, ctx: &Ctx, id: i64) -> Result<EnquiryDetail> {
    let step: EnquiryStep = db.get(id)?;
    db.delete::<EnquiryStep>(id)?;
    let mut enquiry: Enquiry = db.get(step.enquiry_id)?;
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

/// The day after, Saturdays and Sundays left out.
fn next_working_day(day: NaiveDate) -> String {
    let mut next = day + Days::new(1);
    while matches!(next.weekday(), Weekday::Sat | Weekday::Sun) {
        next = next + Days::new(1);
    }
    next.to_string()
}
