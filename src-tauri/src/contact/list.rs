//! The table of contacts: filters, search as you type, rows.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::Filter;
use super::{order, search};
use crate::db::{Ctx, Reader};
use crate::error::Result;

/// Which contacts, in which order. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ContactFilter {
    /// Words that must begin words of the contact; the best matches come first.
    pub search: Option<String>,
    /// One of the kinds.
    pub kind: Option<String>,
    /// City, exactly.
    pub city: Option<String>,
    /// A beat, by its folded form.
    pub beat: Option<String>,
    /// A tag, by its folded form.
    pub tag: Option<String>,
    /// On this list.
    pub list_id: Option<i64>,
    /// At this organisation now.
    pub organisation_id: Option<i64>,
    /// `do_not_contact`, `bad_address`, `left_outlet`, `away`, `no_email` or `duplicate`.
    pub state: Option<String>,
    /// Rules beside all of these.
    pub filter: Option<Filter>,
    /// `name` (default), `city`, `outlet`, `updated`, `last_contact` or `next_step`.
    pub sort: Option<String>,
    /// The other way round.
    pub descending: Option<bool>,
    /// Do not think of typing slips where nothing matches.
    pub exactly: Option<bool>,
    /// Only these contacts.
    pub ids: Option<Vec<i64>>,
    /// Position of the page's first row.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
    /// Leave the total out (-1): the screen asks for it in a second call.
    pub without_total: Option<bool>,
    /// Count no more matches of a search than this, and one beyond; none = all.
    pub count_up_to: Option<i64>,
    /// Which screen asks: a newer question of the same one ends an older.
    pub asker: Option<String>,
}

/// An address and whether mail to it bounces.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmailState {
    /// The address.
    pub address: String,
    /// `ok` or `bad`.
    pub state: String,
}

/// A phone number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhoneRow {
    /// As a person reads it.
    pub number: String,
    /// In E.164.
    pub e164: String,
    /// Whether it takes WhatsApp.
    pub whatsapp: bool,
}

/// A row of the table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactRow {
    /// Its id.
    pub id: i64,
    /// The version to save on.
    pub version: i64,
    /// Kind.
    pub kind: String,
    /// Name with its titles.
    pub name: String,
    /// Emails, first choice first.
    pub emails: Vec<EmailState>,
    /// Phones, first choice first.
    pub phones: Vec<PhoneRow>,
    /// Where they work now.
    pub outlet: String,
    /// The organisation behind `outlet`; 0 = none.
    pub outlet_id: i64,
    /// As what.
    pub position: String,
    /// Beats.
    pub beats: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// City.
    pub city: String,
    /// Language.
    pub language: String,
    /// Greeting for letters.
    pub salutation_formal: String,
    /// When they were last in contact with the office, UTC, or empty.
    pub last_contact_at: String,
    /// The day of the next open follow-up, `YYYY-MM-DD`, or empty.
    pub next_step_on: String,
    /// What is to be done then.
    pub next_step: String,
    /// The person's wish or the law.
    pub do_not_contact: bool,
    /// No address of theirs takes mail.
    pub bad_address: bool,
    /// Every affiliation has ended.
    pub left_outlet: bool,
    /// Away until this day, or empty.
    pub away_until: String,
    /// Neither changed nor contacted for 180 days.
    pub stale: bool,
}

/// One page of the table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactPage {
    /// The rows.
    pub rows: Vec<ContactRow>,
    /// How many there are in all; -1 = not asked.
    pub total: i64,
}

/// What the filters offer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Facets {
    /// Cities in use.
    pub cities: Vec<String>,
    /// Beats in use.
    pub beats: Vec<String>,
    /// Tags in use.
    pub tags: Vec<String>,
}

const DAYS_UNTIL_STALE: i64 = 180;

impl ContactFilter {
    /// Whether nothing but a search text narrows it.
    pub(super) fn is_only_search(&self) -> bool {
        let chips = [&self.kind, &self.city, &self.beat, &self.tag, &self.state];
        chips.into_iter().all(|chip| chip.as_deref().is_none_or(str::is_empty))
            && self.filter.is_none()
            && self.list_id.is_none()
            && self.ids.is_none()
            && self.organisation_id.is_none()
    }
}

/// Lists contacts: with search text the best matches first, else in the order asked for.
pub fn list(db: &Reader, ctx: &Ctx, filter: ContactFilter) -> Result<ContactPage> {
    asked(db, &filter)?;
    let offset = filter.offset.unwrap_or(0).max(0);
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(200);
    let sought = search::words_sought(db, &filter)?;
    let ids = match &sought {
        Some(sought) if filter.sort.is_none() => {
            search::found_ids(db, ctx, &filter, sought, search::Page { offset, limit })?
        }
        _ => order::slice(db, ctx, &filter, sought.as_ref(), offset, limit)?,
    };
    let total = if filter.without_total == Some(true) {
        -1
    } else {
        count_found(db, ctx, &filter, sought.as_ref())?
    };
    Ok(ContactPage { rows: rows_of(db, ctx, &ids)?, total })
}

/// How many contacts the filter finds.
pub fn count(db: &Reader, ctx: &Ctx, filter: ContactFilter) -> Result<i64> {
    asked(db, &filter)?;
    let sought = search::words_sought(db, &filter)?;
    count_found(db, ctx, &filter, sought.as_ref())
}

fn count_found(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: Option<&search::Sought>,
) -> Result<i64> {
    if filter.is_only_search() {
        return match sought {
            Some(sought) => search::count(db, filter, sought),
            None => db.number("SELECT COUNT(*) FROM contacts c WHERE c.deleted_at IS NULL", &[]),
        };
    }
    // Whoever asks how many there are soon asks for a slice of them.
    order::all(db, ctx, filter, sought).map(|ids| i64::try_from(ids.len()).unwrap_or(i64::MAX))
}

/// A newer question of the same screen ends the older one.
fn asked(db: &Reader, filter: &ContactFilter) -> Result<()> {
    match &filter.asker {
        Some(asker) => db.asked_by(asker, &order::question(filter)),
        None => Ok(()),
    }
}

/// Gives up what a screen asks at the moment; whether there was something.
pub fn give_up(db: &Reader, _ctx: &Ctx, asker: String) -> Result<bool> {
    Ok(db.give_up(&asker))
}

/// All contacts that a filter finds, in its order.
pub fn ids(db: &Reader, ctx: &Ctx, filter: &ContactFilter) -> Result<std::sync::Arc<Vec<i64>>> {
    let sought = search::words_sought(db, filter)?;
    order::all(db, ctx, filter, sought.as_ref())
}

/// The rows of these contacts, in this order.
pub fn rows_of(db: &Reader, ctx: &Ctx, ids: &[i64]) -> Result<Vec<ContactRow>> {
    let today = ctx.now.format("%Y-%m-%d").to_string();
    let stale_before = crate::clock::to_text(ctx.now - chrono::Duration::days(DAYS_UNTIL_STALE));
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let row = db.row(
            "SELECT c.id, c.version, c.kind, c.name, c.name_prefix, c.name_suffix, c.city, c.language, c.salutation_formal, c.updated_at,
                    c.last_contact_at,
                    EXISTS (SELECT 1 FROM contact_states s WHERE s.contact_id = c.id AND s.kind = 'do_not_contact' AND s.deleted_at IS NULL),
                    COALESCE((SELECT CASE WHEN s.until = '' THEN '?' ELSE s.until END FROM contact_states s
                              WHERE s.contact_id = c.id AND s.kind = 'away' AND s.deleted_at IS NULL AND (s.until = '' OR s.until >= :today)), ''),
                    c.next_step_on,
                    COALESCE((SELECT f.what FROM follow_ups f
                              WHERE c.next_step_on <> '' AND f.contact_id = c.id AND f.due_on = c.next_step_on AND f.done_at = '' AND f.deleted_at IS NULL
                              ORDER BY f.id LIMIT 1), '')
             FROM contacts c
             WHERE c.id = :id AND c.deleted_at IS NULL",
            named_params! {":id": id, ":today": today},
            |row| {
                let (prefix, name, suffix): (String, String, String) = (row.get(4)?, row.get(3)?, row.get(5)?);
                let updated_at: String = row.get(9)?;
                let last_contact_at: String = row.get(10)?;
                Ok(ContactRow {
                    id: row.get(0)?,
                    version: row.get(1)?,
                    kind: row.get(2)?,
                    name: full_name(&prefix, &name, &suffix),
                    city: row.get(6)?,
                    language: row.get(7)?,
                    salutation_formal: row.get(8)?,
                    stale: updated_at < stale_before && last_contact_at < stale_before,
                    last_contact_at,
                    do_not_contact: row.get(11)?,
                    away_until: row.get(12)?,
                    next_step_on: row.get(13)?,
                    next_step: row.get(14)?,
                    emails: Vec::new(),
                    phones: Vec::new(),
                    outlet: String::new(),
                    outlet_id: 0,
                    position: String::new(),
                    beats: Vec::new(),
                    tags: Vec::new(),
                    bad_address: false,
                    left_outlet: false,
                })
            },
        )?;
        if let Some(mut row) = row {
            add_reaches(db, &mut row)?;
            add_affiliation(db, &mut row)?;
            add_labels(db, &mut row)?;
            rows.push(row);
        }
    }
    Ok(rows)
}

fn full_name(prefix: &str, name: &str, suffix: &str) -> String {
    let before = if prefix.is_empty() { String::new() } else { format!("{prefix} ") };
    let after = if suffix.is_empty() { String::new() } else { format!(", {suffix}") };
    format!("{before}{name}{after}")
}

fn add_reaches(db: &Reader, row: &mut ContactRow) -> Result<()> {
    let reaches = db.rows(
        "SELECT r.kind, r.value, r.value_key,
                EXISTS (SELECT 1 FROM contact_states s WHERE s.kind = 'bad_address' AND s.address_key = r.value_key AND s.deleted_at IS NULL)
         FROM reaches r
         WHERE r.contact_id = :id AND r.deleted_at IS NULL
         ORDER BY r.rank, r.id",
        named_params! {":id": row.id},
        |found| Ok((found.get::<_, String>(0)?, found.get::<_, String>(1)?, found.get::<_, String>(2)?, found.get::<_, bool>(3)?)),
    )?;
    for (kind, value, value_key, bad) in reaches {
        if kind == "email" {
            row.emails.push(EmailState {
                address: value,
                state: if bad { "bad" } else { "ok" }.to_owned(),
            });
        } else {
            row.phones.push(PhoneRow {
                number: value,
                e164: value_key,
                whatsapp: kind == "whatsapp",
            });
        }
    }
    row.bad_address = !row.emails.is_empty() && row.emails.iter().all(|email| email.state == "bad");
    Ok(())
}

fn add_affiliation(db: &Reader, row: &mut ContactRow) -> Result<()> {
    let found = db.row(
        "SELECT o.id, o.name, a.position, a.ended_on
         FROM affiliations a
         JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
         WHERE a.contact_id = :id AND a.deleted_at IS NULL
         ORDER BY a.ended_on <> '', a.ended_on DESC, a.id DESC
         LIMIT 1",
        named_params! {":id": row.id},
        |found| Ok((found.get(0)?, found.get(1)?, found.get(2)?, found.get::<_, String>(3)?)),
    )?;
    if let Some((outlet_id, outlet, position, ended_on)) = found {
        (row.outlet_id, row.outlet, row.position) = (outlet_id, outlet, position);
        row.left_outlet = !ended_on.is_empty();
    }
    Ok(())
}

fn add_labels(db: &Reader, row: &mut ContactRow) -> Result<()> {
    let labels = db.rows(
        "SELECT kind, value FROM labels WHERE contact_id = :id AND deleted_at IS NULL ORDER BY id",
        named_params! {":id": row.id},
        |found| Ok((found.get::<_, String>(0)?, found.get::<_, String>(1)?)),
    )?;
    for (kind, value) in labels {
        match kind.as_str() {
            "beat" => row.beats.push(value),
            "tag" => row.tags.push(value),
            _ => (),
        }
    }
    Ok(())
}

/// What the filters offer: cities, beats and tags in use.
pub fn facets(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Facets> {
    let labels = |kind: &str| {
        db.rows(
            "SELECT MIN(value) FROM labels WHERE kind = :kind AND contact_id IS NOT NULL AND deleted_at IS NULL GROUP BY value_key ORDER BY value_key LIMIT 500",
            named_params! {":kind": kind},
            |row| row.get(0),
        )
    };
    let cities = db.rows(
        "SELECT DISTINCT city FROM contacts WHERE city <> '' AND deleted_at IS NULL ORDER BY city LIMIT 500",
        &[],
        |row| row.get(0),
    )?;
    Ok(Facets { cities, beats: labels("beat")?, tags: labels("tag")? })
}
