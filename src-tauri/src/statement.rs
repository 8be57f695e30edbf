//! The library of statements: words that somebody cleared, about what, until when they hold.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::fold::fold;
use crate::{field, office, organisation, record};

record! {
    /// One statement.
    Statement in "statements" {
        /// About what.
        topic: String,
        /// The words.
        text: String,
        /// The government unit whose words they are.
        unit_id: Option<i64>,
        /// Who cleared them.
        cleared_by: String,
        /// On which day, `YYYY-MM-DD`.
        cleared_on: String,
        /// The last day on which they hold, or empty.
        valid_until: String,
        /// The enquiry for which they were cleared.
        enquiry_id: Option<i64>,
    }
}

/// Which statements. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StatementFilter {
    /// Words of topic, text, unit or whoever cleared them.
    pub search: Option<String>,
    /// Only those that hold today, or only those that have expired.
    pub valid: Option<bool>,
    /// Cleared for this enquiry.
    pub enquiry_id: Option<i64>,
    /// Most rows; none = 500.
    pub limit: Option<i64>,
}

/// A statement as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatementRow {
    /// The record.
    pub statement: Statement,
    /// The unit's name, or empty.
    pub unit: String,
    /// The subject of the enquiry, or empty.
    pub enquiry: String,
    /// Whether it holds no more.
    pub expired: bool,
}

/// A save from the screen or the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StatementPatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// The unit by name; one that is not there yet is created; empty = none; none = as it was.
    pub unit: Option<String>,
}

/// Statements at most where nobody says how many.
const MOST: i64 = 500;

/// The office's day.
pub(crate) fn today(db: &Reader, ctx: &Ctx) -> Result<String> {
    Ok(ctx.now.with_timezone(&office::zone(db)?).format("%Y-%m-%d").to_string())
}

/// Statements, those that hold first, the last cleared on top.
pub fn list(db: &Reader, ctx: &Ctx, filter: StatementFilter) -> Result<Vec<StatementRow>> {
    let today = today(db, ctx)?;
    let words = fold(filter.search.as_deref().unwrap_or_default());
    let found: Vec<(i64, String, String)> = db.rows(
        "SELECT s.id, COALESCE(u.name, ''), COALESCE(e.subject, '')
         FROM statements s
         LEFT JOIN organisations u ON u.id = s.unit_id
         LEFT JOIN enquiries e ON e.id = s.enquiry_id AND e.deleted_at IS NULL
         WHERE s.deleted_at IS NULL AND (:enquiry IS NULL OR s.enquiry_id = :enquiry)
           AND (:valid IS NULL OR (s.valid_until = '' OR s.valid_until >= :today) = :valid)
         ORDER BY s.valid_until <> '' AND s.valid_until < :today, s.cleared_on DESC, s.id DESC",
        named_params! {":enquiry": filter.enquiry_id, ":valid": filter.valid, ":today": today},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(MOST);
    let mut rows = Vec::new();
    for (id, unit, enquiry) in found {
        let statement: Statement = db.get(id)?;
        let said = fold(&format!(
            "{} {} {unit} {}",
            statement.topic, statement.text, statement.cleared_by
        ));
        if !words.split(' ').all(|word| said.contains(word)) {
            continue;
        }
        let expired = !statement.valid_until.is_empty() && statement.valid_until < today;
        rows.push(StatementRow { statement, unit, enquiry, expired });
        if i64::try_from(rows.len()).unwrap_or(i64::MAX) >= limit {
            break;
        }
    }
    Ok(rows)
}

/// Adds or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: StatementPatch) -> Result<Statement> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Statement { cleared_on: today(db, ctx)?, ..Statement::default() },
    };
    save.patch.check_version(&stored)?;
    db.edit::<Statement>(&save.patch)?;
    let mut statement: Statement = save.patch.apply(&stored)?;
    match save.unit.as_deref().map(str::trim) {
        None => {}
        Some("") => statement.unit_id = None,
        Some(name) => {
            statement.unit_id = Some(organisation::named_or_new(db, name, "government_unit")?);
        }
    }
    keep(db, statement)
}

/// Stores a statement.
pub(crate) fn keep(db: &Writer, mut statement: Statement) -> Result<Statement> {
    statement.text = statement.text.trim().to_owned();
    for line in [&mut statement.topic, &mut statement.cleared_by] {
        *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if statement.text.is_empty() {
        return Err(Error::invalid("text", "statement-text-missing"));
    }
    if statement.cleared_by.is_empty() {
        return Err(Error::invalid("cleared_by", "statement-cleared-by-missing"));
    }
    if statement.cleared_on.is_empty() {
        return Err(Error::invalid("cleared_on", "error-wrong-day").arg("value", ""));
    }
    field::check_day("cleared_on", &statement.cleared_on)?;
    if !statement.valid_until.is_empty() {
        field::check_day("valid_until", &statement.valid_until)?;
        if statement.valid_until < statement.cleared_on {
            return Err(Error::invalid("valid_until", "statement-valid-before-cleared"));
        }
    }
    if statement.id == 0 {
        db.insert(&mut statement)?;
    } else {
        db.update(&mut statement)?;
    }
    Ok(statement)
}

/// Puts statements into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Statement>(id)?);
    }
    Ok(deleted)
}
