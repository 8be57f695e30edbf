//! Coverage: pieces that were published, logged by a link, a text or a file, with the tone of
//! headline and body, and what led to them.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::contact::{self, Contact};
use crate::db::{Ctx, Patch, Reader, Row, Searchable, ToSql, Writer, search};
use crate::error::{Code, Error, Result};
use crate::programme::url_key;
use crate::record_file::FileCopied;
use crate::release::Release;
use crate::stored_file::{self, Given};
use crate::{choice, field, office, organisation, record};

choice! {
    /// How a piece came before the public.
    CoverageKind {
        /// Terbit: in print.
        Printed = "printed",
        /// Tayang: online or on television.
        Shown = "shown",
        /// Disiarkan: on the radio.
        Broadcast = "broadcast",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for CoverageKind {
    fn default() -> Self {
        Self::Shown
    }
}

record! {
    /// One piece.
    Coverage in "coverage" {
        /// How it came before the public.
        kind: CoverageKind,
        /// Its headline.
        title: String,
        /// Its address, or empty.
        url: String,
        /// The address as two copies of it are compared.
        url_key: String,
        /// Where it was published.
        outlet_id: Option<i64>,
        /// Who wrote it.
        contact_id: Option<i64>,
        /// The day, `YYYY-MM-DD`.
        published_on: String,
        /// Page, programme, hour.
        place: String,
        /// What was pasted of it.
        text: String,
        /// Tone of the headline: one of [`TONES`], or empty.
        headline_tone: String,
        /// Tone of the body.
        body_tone: String,
        /// Why.
        tone_reason: String,
        /// The release that it came from.
        release_id: Option<i64>,
        /// The enquiry that it came from.
        enquiry_id: Option<i64>,
        /// The press event that it came from; 0 = none.
        event_id: i64,
        /// The mail that brought it.
        response_id: Option<i64>,
        /// The name of the clipping, or empty.
        file_name: String,
        /// What it is, such as `application/pdf`.
        mime: String,
        /// Bytes.
        size: i64,
        /// Its name under `files/`, or empty.
        sha256: String,
    }
}

/// Tones of headline and body.
pub const TONES: &[&str] = &["positive", "neutral", "negative"];
/// Columns that only adding sets.
const OF_THE_FILE: [&str; 5] = ["url_key", "file_name", "mime", "size", "sha256"];

/// How coverage is found.
pub static SEARCH: Searchable = Searchable {
    table: "coverage",
    index: "coverage_search",
    columns: &["title", "about", "text"],
    document: "SELECT v.title, COALESCE(o.name, '') || ' ' || COALESCE(c.name, '') || ' ' || v.url || ' ' || v.place || ' ' || v.tone_reason, v.text
               FROM coverage v
               LEFT JOIN organisations o ON o.id = v.outlet_id
               LEFT JOIN contacts c ON c.id = v.contact_id
               WHERE v.id = :id AND v.deleted_at IS NULL",
    parts: &[
        ("contacts", "SELECT id FROM coverage WHERE contact_id = :id"),
        ("organisations", "SELECT id FROM coverage WHERE outlet_id = :id"),
    ],
};

/// A piece to be logged: by its address, by its text, by a file, or any of them together.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewCoverage {
    /// What is known of it, as in a save; a title may be missing where there is a text or a file.
    #[ts(type = "Record<string, string | number | null>", optional)]
    pub set: Map<String, Json>,
    /// The outlet by name; one that is not there yet is created; none = by the address.
    pub outlet: Option<String>,
    /// The clipping's name.
    pub file_name: Option<String>,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// A change of a piece.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CoveragePatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// The outlet by name; one that is not there yet is created; empty = none; none = as it was.
    pub outlet: Option<String>,
}

/// Which pieces. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CoverageFilter {
    /// Words of title, outlet, author, address, text or reason.
    pub search: Option<String>,
    /// Of this kind.
    pub kind: Option<CoverageKind>,
    /// With this tone in headline or body; `none` = nobody has said.
    pub tone: Option<String>,
    /// In this outlet.
    pub outlet_id: Option<i64>,
    /// By this contact.
    pub contact_id: Option<i64>,
    /// From this release.
    pub release_id: Option<i64>,
    /// From this enquiry.
    pub enquiry_id: Option<i64>,
    /// From this press event.
    pub event_id: Option<i64>,
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day.
    pub until: Option<String>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// A piece as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoverageRow {
    /// The record.
    pub coverage: Coverage,
    /// The outlet's name, or empty.
    pub outlet: String,
    /// The author's name, or empty.
    pub author: String,
    /// The release's headline, or empty.
    pub release: String,
    /// The enquiry's subject, or empty.
    pub enquiry: String,
    /// The press event's name, or empty.
    pub event: String,
}

/// How many pieces have which kind and tone. The headline's tone counts, else the body's.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct CoverageCounts {
    /// All of them.
    pub total: i64,
    /// In print.
    pub printed: i64,
    /// Online or on television.
    pub shown: i64,
    /// On the radio.
    pub broadcast: i64,
    /// Positive.
    pub positive: i64,
    /// Neutral.
    pub neutral: i64,
    /// Negative.
    pub negative: i64,
    /// Nobody has said.
    pub unjudged: i64,
    /// Outlets that published.
    pub outlets: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoveragePage {
    /// All that match, counted.
    pub counts: CoverageCounts,
    /// The newest first.
    pub rows: Vec<CoverageRow>,
}

/// What an address tells before it is logged.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoverageGuess {
    /// The piece that is logged already under this address.
    pub there: Option<CoverageRow>,
    /// The outlet whose site it is, or empty.
    pub outlet: String,
    /// The outlet.
    pub outlet_id: Option<i64>,
    /// The day that stands in the address, or empty.
    pub published_on: String,
    /// The words of the address as a headline, or empty.
    pub title: String,
}

/// Rows of one page where nobody says how many.
const PAGE: i64 = 200;
const SELECT: &str = "
    SELECT v.id, COALESCE(o.name, ''), COALESCE(c.name, ''), COALESCE(r.headline, ''), COALESCE(e.subject, ''), COALESCE(p.title, '')
    FROM coverage v
    LEFT JOIN organisations o ON o.id = v.outlet_id
    LEFT JOIN contacts c ON c.id = v.contact_id
    LEFT JOIN releases r ON r.id = v.release_id AND r.deleted_at IS NULL
    LEFT JOIN enquiries e ON e.id = v.enquiry_id AND e.deleted_at IS NULL
    LEFT JOIN press_events p ON p.id = v.event_id AND p.deleted_at IS NULL";
/// What is counted over `v`, in the order of [`CoverageCounts`].
const COUNTS: &str = "
    COUNT(*), COALESCE(SUM(v.kind = 'printed'), 0), COALESCE(SUM(v.kind = 'shown'), 0), COALESCE(SUM(v.kind = 'broadcast'), 0),
    COALESCE(SUM(CASE v.headline_tone WHEN '' THEN v.body_tone ELSE v.headline_tone END = 'positive'), 0),
    COALESCE(SUM(CASE v.headline_tone WHEN '' THEN v.body_tone ELSE v.headline_tone END = 'neutral'), 0),
    COALESCE(SUM(CASE v.headline_tone WHEN '' THEN v.body_tone ELSE v.headline_tone END = 'negative'), 0),
    COALESCE(SUM(v.headline_tone = '' AND v.body_tone = ''), 0),
    COUNT(DISTINCT v.outlet_id)";

fn counts_of(row: &Row) -> rusqlite::Result<CoverageCounts> {
    Ok(CoverageCounts {
        total: row.get(0)?,
        printed: row.get(1)?,
        shown: row.get(2)?,
        broadcast: row.get(3)?,
        positive: row.get(4)?,
        neutral: row.get(5)?,
        negative: row.get(6)?,
        unjudged: row.get(7)?,
        outlets: row.get(8)?,
    })
}

type Named = (i64, String, String, String, String, String);

fn named_row(row: &Row) -> rusqlite::Result<Named> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

fn filled(
    db: &Reader,
    (id, outlet, author, release, enquiry, event): Named,
) -> Result<CoverageRow> {
    Ok(CoverageRow { coverage: db.get(id)?, outlet, author, release, enquiry, event })
}

/// Counts pieces under a condition over `v`.
pub fn counts_where(
    db: &Reader,
    condition: &str,
    values: &[(&str, &dyn ToSql)],
) -> Result<CoverageCounts> {
    let sql = format!("SELECT {COUNTS} FROM coverage v WHERE v.deleted_at IS NULL AND {condition}");
    Ok(db.row(&sql, values, counts_of)?.unwrap_or_default())
}

/// Pieces that match, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: CoverageFilter) -> Result<CoveragePage> {
    let words = filter.search.as_deref().and_then(search::matching);
    let mut conditions = vec!["(:words IS NULL OR v.id IN (SELECT rowid FROM coverage_search WHERE coverage_search MATCH :words))".to_owned()];
    if words.is_none() {
        conditions = vec!["(:words IS NULL)".to_owned()];
    }
    if let Some(kind) = filter.kind {
        conditions.push(format!("v.kind = '{}'", kind.as_str()));
    }
    match filter.tone.as_deref() {
        None | Some("") => {}
        Some("none") => {
            conditions.push("v.headline_tone = '' AND v.body_tone = ''".to_owned());
        }
        Some(tone) if TONES.contains(&tone) => {
            conditions.push(format!("'{tone}' IN (v.headline_tone, v.body_tone)"));
        }
        Some(_) => return Err(Error::invalid("tone", "error-wrong-value").arg("field", "tone")),
    }
    for (column, wanted) in [
        ("outlet_id", filter.outlet_id),
        ("contact_id", filter.contact_id),
        ("release_id", filter.release_id),
        ("enquiry_id", filter.enquiry_id),
        ("event_id", filter.event_id),
    ] {
        if let Some(id) = wanted {
            conditions.push(format!("v.{column} = {id}"));
        }
    }
    conditions.push(
        "(:from = '' OR v.published_on >= :from) AND (:until = '' OR v.published_on <= :until)"
            .to_owned(),
    );
    let condition = conditions.join(" AND ");
    let (from, until) = (filter.from.unwrap_or_default(), filter.until.unwrap_or_default());
    let values: &[(&str, &dyn ToSql)] =
        named_params! {":words": words, ":from": from, ":until": until};
    let counts = counts_where(db, &condition, values)?;
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(PAGE);
    let offset = filter.offset.unwrap_or(0).max(0);
    let found = db.rows(
        &format!(
            "{SELECT} WHERE v.deleted_at IS NULL AND {condition}
             ORDER BY v.published_on DESC, v.id DESC LIMIT {limit} OFFSET {offset}"
        ),
        values,
        named_row,
    )?;
    let rows = found.into_iter().map(|one| filled(db, one)).collect::<Result<_>>()?;
    Ok(CoveragePage { counts, rows })
}

/// Shows one.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<CoverageRow> {
    db.get::<Coverage>(id)?;
    let found = db
        .row(&format!("{SELECT} WHERE v.id = :id"), named_params! {":id": id}, named_row)?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))?;
    filled(db, found)
}

/// The piece that is logged under this address.
pub(crate) fn there(db: &Reader, key: &str) -> Result<Option<CoverageRow>> {
    if key.is_empty() {
        return Ok(None);
    }
    db.row(
        &format!("{SELECT} WHERE v.url_key = :key AND v.deleted_at IS NULL"),
        named_params! {":key": key},
        named_row,
    )?
    .map(|one| filled(db, one))
    .transpose()
}

/// What an address tells, so that little is left to be typed.
pub fn guess(db: &Reader, _ctx: &Ctx, url: String) -> Result<CoverageGuess> {
    let key = key_of(&url);
    let outlet = outlet_of_site(db, &key)?;
    Ok(CoverageGuess {
        there: there(db, &key)?,
        outlet: outlet.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        outlet_id: outlet.map(|(id, _)| id),
        published_on: day_in(&key),
        title: title_in(&key),
    })
}

/// The address as two copies of it are compared, or empty.
pub(crate) fn key_of(url: &str) -> String {
    if url.trim().is_empty() { String::new() } else { url_key(url) }
}

/// The outlet whose website an address lies on: the longest host that fits.
fn outlet_of_site(db: &Reader, key: &str) -> Result<Option<(i64, String)>> {
    let host = key.split('/').next().unwrap_or_default();
    if !host.contains('.') {
        return Ok(None);
    }
    let sites: Vec<(i64, String, String)> = db.rows(
        "SELECT id, name, website FROM organisations WHERE website <> '' AND deleted_at IS NULL ORDER BY kind <> 'outlet', id",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut best: Option<(usize, i64, String)> = None;
    for (id, name, website) in sites {
        let site = url_key(&website);
        let site = site.split('/').next().unwrap_or_default();
        let fits = !site.is_empty() && (host == site || host.ends_with(&format!(".{site}")));
        if fits && best.as_ref().is_none_or(|(length, ..)| site.len() > *length) {
            best = Some((site.len(), id, name));
        }
    }
    Ok(best.map(|(_, id, name)| (id, name)))
}

/// A day in a path, as in `/2026/11/22/` or `/2026-11-22/`.
pub(crate) fn day_in(key: &str) -> String {
    let parts: Vec<&str> = key.split('/').collect();
    for three in parts.windows(3) {
        if let [year, month, day] = three {
            let said = format!("{year}-{month:0>2}-{day:0>2}");
            if year.len() == 4 && said.parse::<chrono::NaiveDate>().is_ok() {
                return said;
            }
        }
    }
    parts
        .iter()
        .filter_map(|part| part.get(..10))
        .find(|part| part.parse::<chrono::NaiveDate>().is_ok())
        .unwrap_or_default()
        .to_owned()
}

/// The words of the last part of a path that has several.
pub(crate) fn title_in(key: &str) -> String {
    let path = key.split('?').next().unwrap_or_default();
    let part = path.split('/').skip(1).filter(|part| part.matches('-').count() >= 2).last();
    let part = part.unwrap_or_default();
    let part = part.rsplit_once('.').map_or(part, |(name, _)| name);
    let words: Vec<&str> = part
        .split('-')
        .filter(|word| !word.is_empty() && !word.chars().all(|letter| letter.is_ascii_digit()))
        .collect();
    let text = words.join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The kind that pieces of an outlet usually are.
fn usual_kind(db: &Reader, outlet_id: Option<i64>, has_url: bool) -> Result<CoverageKind> {
    let media_type = match outlet_id {
        Some(id) => db.get::<organisation::Organisation>(id)?.media_type,
        None => String::new(),
    };
    Ok(match media_type.as_str() {
        _ if has_url => CoverageKind::Shown,
        "newspaper" | "magazine" => CoverageKind::Printed,
        "radio" => CoverageKind::Broadcast,
        _ => CoverageKind::Shown,
    })
}

/// Logs a piece. An address that is logged already is refused by name.
pub fn add(db: &Writer, ctx: &Ctx, new: NewCoverage) -> Result<CoverageRow> {
    let says_kind = new.set.contains_key("kind");
    let mut coverage = changed(&Coverage::default(), Patch { set: new.set, ..Patch::default() })?;
    name_outlet(db, &mut coverage, new.outlet.as_deref())?;
    let key = key_of(&coverage.url);
    if coverage.outlet_id.is_none() {
        coverage.outlet_id = outlet_of_site(db, &key)?.map(|(id, _)| id);
    }
    if coverage.outlet_id.is_none()
        && let Some(author) = coverage.contact_id
    {
        let row = contact::rows_of(db, ctx, &[author])?.into_iter().next();
        coverage.outlet_id = row.map(|row| row.outlet_id).filter(|id| *id > 0);
    }
    if coverage.published_on.is_empty() {
        coverage.published_on = day_in(&key);
    }
    if coverage.published_on.is_empty() {
        let zone = office::zone(db)?;
        coverage.published_on = ctx.now.with_timezone(&zone).format("%Y-%m-%d").to_string();
    }
    if !says_kind {
        coverage.kind = usual_kind(db, coverage.outlet_id, !coverage.url.is_empty())?;
    }
    if new.upload.is_some() || new.path.is_some() {
        let given = Given {
            file_name: new.file_name.unwrap_or_default(),
            upload: new.upload,
            path: new.path,
        };
        let kept = stored_file::keep(&ctx.folder, &given)?;
        coverage.file_name = kept.file_name;
        kept.mime.clone_into(&mut coverage.mime);
        coverage.size = kept.size;
        coverage.sha256 = kept.sha256;
    }
    if coverage.title.is_empty() {
        coverage.title = untitled(&coverage, &key);
    }
    store(db, &mut coverage)?;
    show(db, ctx, coverage.id)
}

/// What a piece is called that nobody has named: its first line, the words of its address, its file.
fn untitled(coverage: &Coverage, key: &str) -> String {
    let first = coverage.text.lines().map(str::trim).find(|line| !line.is_empty());
    let first: String = first.unwrap_or_default().chars().take(160).collect();
    [first, title_in(key), coverage.file_name.clone(), coverage.url.clone()]
        .into_iter()
        .find(|said| !said.is_empty())
        .unwrap_or_default()
}

fn changed(stored: &Coverage, patch: Patch) -> Result<Coverage> {
    if let Some(name) = patch.set.keys().find(|name| OF_THE_FILE.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut coverage: Coverage = patch.apply(stored)?;
    coverage.title = coverage.title.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in
        [&mut coverage.url, &mut coverage.place, &mut coverage.text, &mut coverage.tone_reason]
    {
        *text = text.trim().to_owned();
    }
    Ok(coverage)
}

fn name_outlet(db: &Writer, coverage: &mut Coverage, name: Option<&str>) -> Result<()> {
    match name.map(str::trim) {
        None => {}
        Some("") => coverage.outlet_id = None,
        Some(name) => {
            coverage.outlet_id = Some(organisation::named_or_new(db, name, "outlet")?);
        }
    }
    Ok(())
}

/// Changes what is known of a piece.
pub fn save(db: &Writer, ctx: &Ctx, save: CoveragePatch) -> Result<CoverageRow> {
    let id = save
        .patch
        .id
        .ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: Coverage = db.get(id)?;
    save.patch.check_version(&stored)?;
    db.edit::<Coverage>(&save.patch)?;
    let mut coverage = changed(&stored, save.patch)?;
    name_outlet(db, &mut coverage, save.outlet.as_deref())?;
    store(db, &mut coverage)?;
    show(db, ctx, id)
}

fn store(db: &Writer, coverage: &mut Coverage) -> Result<()> {
    if coverage.title.is_empty() {
        return Err(Error::invalid("title", "coverage-title-missing"));
    }
    if coverage.published_on.is_empty() {
        return Err(Error::invalid("published_on", "error-wrong-day").arg("value", ""));
    }
    field::check_day("published_on", &coverage.published_on)?;
    for (name, tone) in
        [("headline_tone", &coverage.headline_tone), ("body_tone", &coverage.body_tone)]
    {
        if !(tone.is_empty() || TONES.contains(&tone.as_str())) {
            return Err(Error::invalid(name, "error-wrong-value").arg("field", name));
        }
    }
    if let Some(id) = coverage.contact_id {
        db.get::<Contact>(id)?;
    }
    if let Some(id) = coverage.outlet_id {
        db.get::<organisation::Organisation>(id)?;
    }
    if let Some(id) = coverage.release_id {
        db.get::<Release>(id)?;
    }
    field::check_event(db, coverage.event_id)?;
    coverage.url_key = key_of(&coverage.url);
    if let Some(other) = there(db, &coverage.url_key)?
        && other.coverage.id != coverage.id
    {
        return Err(Error::new(Code::Conflict, "coverage-already-there")
            .arg("title", other.coverage.title)
            .arg("day", other.coverage.published_on)
            .arg("id", other.coverage.id));
    }
    if coverage.id == 0 {
        db.insert(coverage)?;
    } else {
        db.update(coverage)?;
    }
    Ok(())
}

/// Puts pieces into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Coverage>(id)?);
    }
    Ok(deleted)
}

/// Writes a copy of the clipping into the person's download folder.
pub fn copy_file(db: &Writer, ctx: &Ctx, id: i64) -> Result<FileCopied> {
    let coverage: Coverage = db.get(id)?;
    if coverage.sha256.is_empty() {
        return Err(Error::new(Code::NotFound, "coverage-no-file").arg("title", coverage.title));
    }
    crate::record_file::write_copy(db, ctx, &coverage.sha256, &coverage.file_name, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_day_and_title() {
        let key = url_key(
            "https://www.contoh.example.com/2026/11/22/pasar-rakyat-kota-contoh-dibuka-1234.html?utm_source=wa",
        );
        assert_eq!(day_in(&key), "2026-11-22");
        assert_eq!(title_in(&key), "Pasar rakyat kota contoh dibuka");
        let key = url_key("contoh.example.com/read/2026-11-22-banjir-di-utara-kota");
        assert_eq!(day_in(&key), "2026-11-22");
        for plain in ["contoh.example.com/berita/77", "contoh.example.com", "2026/13/45/x"] {
            assert_eq!((day_in(plain), title_in(plain)), (String::new(), String::new()), "{plain}");
        }
    }
}
