//! Quotes: where a source was quoted, when and about what. Logged by hand; the quotes in the
//! office's own releases stand in the same table, by the release.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::{field, office, organisation, record};

record! {
    /// One quote.
    Quote in "quotes" {
        /// Who was quoted.
        contact_id: i64,
        /// The day, `YYYY-MM-DD`.
        quoted_on: String,
        /// The outlet, or none.
        organisation_id: Option<i64>,
        /// Where else, or where exactly: a page, a programme.
        place: String,
        /// About what.
        topic: String,
        /// What was said.
        words: String,
        /// The address of the piece, or empty.
        url: String,
        /// The release that quotes them, or none.
        release_id: Option<i64>,
        /// Who approved the words; empty = they are only recorded.
        approved_by: String,
        /// When, UTC; empty = they are only recorded.
        approved_at: String,
    }
}

/// A quote as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuoteRow {
    /// The record.
    pub quote: Quote,
    /// Who was quoted.
    pub name: String,
    /// The outlet's name, or empty.
    pub outlet: String,
}

/// Which quotes.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct QuoteFilter {
    /// Of this person.
    pub contact_id: Option<i64>,
    /// In this release.
    pub release_id: Option<i64>,
    /// This one alone.
    pub id: Option<i64>,
    /// Only those whose words nobody has approved.
    #[ts(optional, as = "Option<bool>")]
    pub unapproved: bool,
    /// Most rows; none = 100.
    pub limit: Option<i64>,
}

/// A quote as a person logs it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct QuotePatch {
    /// The record's fields; a new one needs `contact_id`.
    #[ts(optional = false)]
    pub patch: Patch,
    /// The outlet by name; one that is not there yet is created; empty = none; none = as it was.
    pub outlet: Option<String>,
}

/// The quotes, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: QuoteFilter) -> Result<Vec<QuoteRow>> {
    let found: Vec<(i64, String, String)> = db.rows(
        "SELECT q.id, c.name, COALESCE(o.name, '')
         FROM quotes q
         JOIN contacts c ON c.id = q.contact_id AND c.deleted_at IS NULL
         LEFT JOIN organisations o ON o.id = q.organisation_id AND o.deleted_at IS NULL
         WHERE q.deleted_at IS NULL AND (:contact IS NULL OR q.contact_id = :contact)
           AND (:release IS NULL OR q.release_id = :release) AND (:id IS NULL OR q.id = :id)
           AND (:unapproved = 0 OR q.approved_at = '')
         ORDER BY q.quoted_on DESC, q.id DESC
         LIMIT :limit",
        named_params! {":contact": filter.contact_id, ":release": filter.release_id, ":id": filter.id, ":unapproved": filter.unapproved, ":limit": filter.limit.filter(|limit| *limit > 0).unwrap_or(100)},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    found
        .into_iter()
        .map(|(id, name, outlet)| Ok(QuoteRow { quote: db.get(id)?, name, outlet }))
        .collect()
}

/// Logs or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: QuotePatch) -> Result<QuoteRow> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Quote {
            quoted_on: ctx.now.with_timezone(&office::zone(db)?).format("%Y-%m-%d").to_string(),
            ..Quote::default()
        },
    };
    save.patch.check_version(&stored)?;
    if let Some(name) = save.patch.set.keys().find(|name| name.starts_with("approved_")) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut quote: Quote = save.patch.apply(&stored)?;
    // Other words, or another's words, are not what was approved.
    if quote.words.trim() != stored.words || quote.contact_id != stored.contact_id {
        quote.approved_by.clear();
        quote.approved_at.clear();
    }
    match save.outlet.as_deref().map(str::trim) {
        None => {}
        Some("") => quote.organisation_id = None,
        Some(name) => {
            quote.organisation_id = Some(organisation::named_or_new(db, name, "outlet")?);
        }
    }
    for text in [&mut quote.place, &mut quote.topic, &mut quote.words, &mut quote.url] {
        *text = text.trim().to_owned();
    }
    let name = check(db, &quote)?;
    if quote.id == 0 {
        db.insert(&mut quote)?;
    } else {
        db.update(&mut quote)?;
    }
    let outlet = match quote.organisation_id {
        Some(id) => db.get::<organisation::Organisation>(id)?.name,
        None => String::new(),
    };
    Ok(QuoteRow { quote, name, outlet })
}

/// The approval of a quote's words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuoteApproval {
    /// The quote.
    pub id: i64,
    /// Who approved it; empty = the approval is taken back.
    pub by: String,
}

/// Records that the words were approved, by whom and when; or takes that back.
pub fn approve(db: &Writer, ctx: &Ctx, approval: QuoteApproval) -> Result<Quote> {
    let mut quote: Quote = db.get(approval.id)?;
    let by = approval.by.split_whitespace().collect::<Vec<_>>().join(" ");
    if !by.is_empty() && quote.words.is_empty() {
        return Err(Error::invalid("words", "quote-no-words"));
    }
    quote.approved_at = if by.is_empty() { String::new() } else { ctx.now_text() };
    quote.approved_by = by;
    db.update(&mut quote)?;
    Ok(quote)
}

/// Who is quoted in a release with words that nobody has approved.
pub(crate) fn unapproved(db: &Reader, release_id: i64) -> Result<Vec<String>> {
    db.rows(
        "SELECT c.name
         FROM quotes q
         JOIN contacts c ON c.id = q.contact_id
         WHERE q.release_id = :release AND q.deleted_at IS NULL AND q.approved_at = ''
         ORDER BY q.id",
        named_params! {":release": release_id},
        |row| row.get(0),
    )
}

fn check(db: &Writer, quote: &Quote) -> Result<String> {
    if quote.quoted_on.is_empty() {
        return Err(Error::invalid("quoted_on", "error-wrong-day").arg("value", ""));
    }
    field::check_day("quoted_on", &quote.quoted_on)?;
    let says_nothing = quote.organisation_id.is_none()
        && quote.release_id.is_none()
        && [&quote.place, &quote.topic, &quote.words, &quote.url]
            .iter()
            .all(|text| text.is_empty());
    if says_nothing {
        return Err(Error::invalid("outlet", "quote-empty"));
    }
    Ok(db.get::<Contact>(quote.contact_id)?.name)
}

/// Puts quotes into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Quote>(id)?);
    }
    Ok(deleted)
}
