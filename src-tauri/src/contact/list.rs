//! The table of contacts: filters, search as you type, rows.

use std::fmt::Write;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader, ToSql, search};
use crate::error::Result;
use crate::format::fold::fold;

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
    /// `name` (default), `city`, `outlet`, `updated`, `last_contact` or `next_step`.
    pub sort: Option<String>,
    /// The other way round.
    pub descending: Option<bool>,
    /// Only these contacts.
    pub ids: Option<Vec<i64>>,
    /// Position of the page's first row.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
    /// Leave the total out (-1): the screen asks for it in a second call.
    pub without_total: Option<bool>,
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

/// Matches that are put in order; beyond them, in the order in which they were added.
const MOST_RANKED: i64 = 500;
const DAYS_UNTIL_STALE: i64 = 180;

struct Question {
    condition: String,
    texts: Vec<(&'static str, String)>,
    numbers: Vec<(&'static str, i64)>,
}

impl Question {
    fn params(&self) -> Vec<(&str, &dyn ToSql)> {
        let texts = self.texts.iter().map(|(name, value)| (*name, value as &dyn ToSql));
        let numbers = self.numbers.iter().map(|(name, value)| (*name, value as &dyn ToSql));
        texts.chain(numbers).collect()
    }

    fn is_plain(&self) -> bool {
        self.texts.iter().all(|(name, _)| *name == ":matching")
            && self.numbers.is_empty()
            && !self.condition.contains("EXISTS")
    }
}

fn question(ctx: &Ctx, filter: &ContactFilter, matching: Option<&str>) -> Question {
    let mut question = Question {
        condition: "c.deleted_at IS NULL".to_owned(),
        texts: Vec::new(),
        numbers: Vec::new(),
    };
    let mut also = |condition: &str| {
        let _ = write!(question.condition, " AND {condition}");
    };
    if matching.is_some() {
        also("c.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :matching)");
    }
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    if given(&filter.kind).is_some() {
        also("c.kind = :kind");
    }
    if given(&filter.city).is_some() {
        also("c.city = :city");
    }
    for (kind, value) in [("beat", &filter.beat), ("tag", &filter.tag)] {
        if given(value).is_some() {
            also(&format!(
                "EXISTS (SELECT 1 FROM labels l WHERE l.contact_id = c.id AND l.kind = '{kind}' AND l.value_key = :{kind} AND l.deleted_at IS NULL)"
            ));
        }
    }
    if let Some(ids) = &filter.ids {
        let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
        also(&format!("c.id IN ({})", ids.join(", ")));
    }
    if filter.list_id.is_some() {
        also(
            "EXISTS (SELECT 1 FROM recipient_list_members m WHERE m.contact_id = c.id AND m.recipient_list_id = :list AND m.deleted_at IS NULL)",
        );
    }
    if filter.organisation_id.is_some() {
        also(
            "EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.organisation_id = :organisation AND a.ended_on = '' AND a.deleted_at IS NULL)",
        );
    }
    match filter.state.as_deref() {
        Some("do_not_contact") => also("EXISTS (SELECT 1 FROM contact_states s WHERE s.contact_id = c.id AND s.kind = 'do_not_contact' AND s.deleted_at IS NULL)"),
        Some("away") => also("EXISTS (SELECT 1 FROM contact_states s WHERE s.contact_id = c.id AND s.kind = 'away' AND (s.until = '' OR s.until >= :today) AND s.deleted_at IS NULL)"),
        Some("bad_address") => also(
            "EXISTS (SELECT 1 FROM reaches r JOIN contact_states s ON s.address_key = r.value_key AND s.kind = 'bad_address' AND s.deleted_at IS NULL
                     WHERE r.contact_id = c.id AND r.deleted_at IS NULL)",
        ),
        Some("no_email") => also("NOT EXISTS (SELECT 1 FROM reaches r WHERE r.contact_id = c.id AND r.kind = 'email' AND r.deleted_at IS NULL)"),
        Some("left_outlet") => also(
            "EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.deleted_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL)",
        ),
        Some("duplicate") => also("EXISTS (SELECT 1 FROM duplicate_flags f WHERE (f.contact_id = c.id OR f.other_id = c.id) AND f.verdict = '' AND f.deleted_at IS NULL)"),
        _ => {}
    }
    let texts = [
        (":kind", given(&filter.kind)),
        (":city", given(&filter.city)),
        (":beat", given(&filter.beat).map(|beat| fold(&beat))),
        (":tag", given(&filter.tag).map(|tag| fold(&tag))),
    ];
    question
        .texts
        .extend(texts.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))));
    question.texts.extend(matching.map(|matching| (":matching", matching.to_owned())));
    if filter.state.as_deref() == Some("away") {
        question.texts.push((":today", ctx.now.format("%Y-%m-%d").to_string()));
    }
    question.numbers.extend(filter.list_id.map(|id| (":list", id)));
    question.numbers.extend(filter.organisation_id.map(|id| (":organisation", id)));
    question
}

/// The words of the search text. A number is one word however it is grouped: the index has it
/// without blanks and hyphens.
fn words_sought(filter: &ContactFilter) -> Option<String> {
    let text = filter.search.as_deref()?;
    let is_number = text.chars().all(|letter| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '.' | '/' | '(' | ')')
    });
    if is_number {
        search::matching(&text.chars().filter(char::is_ascii_digit).collect::<String>())
    } else {
        search::matching(text)
    }
}

/// Lists contacts: with search text the best matches first, else in the order asked for.
pub fn list(db: &Reader, ctx: &Ctx, filter: ContactFilter) -> Result<ContactPage> {
    let matching = words_sought(&filter);
    let question = question(ctx, &filter, matching.as_deref());
    let offset = filter.offset.unwrap_or(0).max(0);
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(200);
    let ids = match &matching {
        Some(matching) if filter.sort.is_none() => found_ids(
            db,
            &question,
            matching,
            filter.search.as_deref().unwrap_or_default(),
            offset,
            limit,
        )?,
        _ => sorted_ids(db, &filter, &question, offset, limit)?,
    };
    let total = if filter.without_total == Some(true) { -1 } else { count(db, ctx, filter)? };
    Ok(ContactPage { rows: rows_of(db, ctx, &ids)?, total })
}

/// How many contacts the filter finds.
pub fn count(db: &Reader, ctx: &Ctx, filter: ContactFilter) -> Result<i64> {
    let matching = words_sought(&filter);
    let question = question(ctx, &filter, matching.as_deref());
    if question.is_plain()
        && filter.state.is_none()
        && filter.ids.is_none()
        && let Some(matching) = &matching
    {
        return db.number(
            "SELECT COUNT(*) FROM contact_search WHERE contact_search MATCH :matching",
            named_params! {":matching": matching},
        );
    }
    db.number(
        &format!("SELECT COUNT(*) FROM contacts c WHERE {}", question.condition),
        &question.params(),
    )
}

fn sorted_ids(
    db: &Reader,
    filter: &ContactFilter,
    question: &Question,
    offset: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let way = if filter.descending == Some(true) { "DESC" } else { "ASC" };
    let order = match filter.sort.as_deref() {
        Some("city") => format!("c.city {way}, c.name_key, c.id"),
        Some("updated") => format!("c.updated_at {way}, c.id"),
        Some("outlet") => format!(
            "(SELECT MIN(o.name_key) FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
              WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL) {way}, c.name_key, c.id"
        ),
        Some("last_contact") => format!("c.last_contact_at {way}, c.id {way}"),
        // Who has no next step comes last either way.
        Some("next_step") => format!("(c.next_step_on = ''), c.next_step_on {way}, c.id {way}"),
        _ => format!("c.name_key {way}, c.id {way}"),
    };
    let mut params = question.params();
    params.push((":offset", &offset));
    params.push((":limit", &limit));
    // The window shows any part of the list at once, so pages are asked for by position; the
    // name index covers the question, and 100 000 steps in it take some milliseconds.
    db.rows(
        &format!(
            "SELECT c.id FROM contacts c WHERE {} ORDER BY {order} LIMIT :limit OFFSET :offset",
            question.condition
        ),
        &params,
        |row| row.get(0),
    )
}

/// The first matches by how well they fit; ranking is bounded, so that one letter among a
/// million contacts answers at once.
fn found_ids(
    db: &Reader,
    question: &Question,
    matching: &str,
    text: &str,
    offset: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let read = |row: &rusqlite::Row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
    let take = usize::try_from(limit).unwrap_or(usize::MAX);
    let skip = usize::try_from(offset).unwrap_or(usize::MAX);
    let mut candidates = if question.is_plain() {
        db.rows(
            "SELECT c.id, c.name_key
             FROM (SELECT rowid AS id FROM contact_search WHERE contact_search MATCH :matching LIMIT :most) s
             JOIN contacts c ON c.id = s.id",
            named_params! {":matching": matching, ":most": MOST_RANKED},
            read,
        )?
    } else {
        db.rows(
            &format!(
                "SELECT c.id, c.name_key FROM contacts c WHERE {} ORDER BY c.id",
                question.condition
            ),
            &question.params(),
            read,
        )?
    };
    let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
    candidates
        .sort_by_cached_key(|(id, name_key)| (misfit(name_key, &words), name_key.clone(), *id));
    let ranked = i64::try_from(candidates.len()).unwrap_or(i64::MAX);
    let mut ids: Vec<i64> =
        candidates.into_iter().skip(skip).take(take).map(|(id, _)| id).collect();
    let missing = limit - i64::try_from(ids.len()).unwrap_or(limit);
    if missing > 0 && ranked == MOST_RANKED {
        ids.extend(db.rows(
            "SELECT rowid FROM contact_search WHERE contact_search MATCH :matching LIMIT :limit OFFSET :offset",
            named_params! {":matching": matching, ":limit": missing, ":offset": offset.max(MOST_RANKED)},
            |row| row.get::<_, i64>(0),
        )?);
    }
    Ok(ids)
}

/// 0 = the name begins with the words, 1 = words of the name begin with them, 2 = found elsewhere.
fn misfit(name_key: &str, words: &[String]) -> u8 {
    let in_name =
        words.iter().all(|word| name_key.split(' ').any(|part| part.starts_with(word.as_str())));
    match (in_name, words.first()) {
        (true, Some(first)) if name_key.starts_with(first.as_str()) => 0,
        (true, _) => 1,
        _ => 2,
    }
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
