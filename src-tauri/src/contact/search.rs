//! Search as you type among contacts. Each way is bounded, so that a million contacts answer as
//! fast as a thousand: a letter or two walk along the names, numbers and addresses along their own
//! index, words rank a bounded number of matches. Typing slips are thought of only when nothing
//! matched.

use std::time::Duration;

use rusqlite::named_params;
use unicode_normalization::UnicodeNormalization;

use super::filter::Way;
use super::list::ContactFilter;
use super::order;
use crate::db::{Ctx, Reader, search};
use crate::error::Result;
use crate::format::fold::fold;

/// Matches that are put in order; beyond them, in the order in which they were added.
const MOST_RANKED: i64 = 500;
/// How long the words in use are looked through for what a person may have meant.
const SLIPS: Duration = Duration::from_millis(250);

/// The search text as a number, digits only; none when it is not one.
fn number(text: &str) -> Option<String> {
    let is_number = text.chars().all(|letter| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '.' | '/' | '(' | ')')
    });
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (is_number && !digits.is_empty()).then_some(digits)
}

/// The words of a search text as the index is asked for them.
pub(super) struct Sought {
    /// All that the words may begin.
    pub all: String,
    /// The same with the first few of the words in use that a beginning stands for: enough, where
    /// each of them is common.
    few: String,
}

/// Beginnings up to this length have an index of their own.
const INDEXED: usize = 3;
/// Words in use that a longer beginning is taken for. FTS5 would gather all of them, and whoever
/// has them, before it gives the first match.
const MOST_WORDS: usize = 16;

/// The words of the search text; none where there is no word in it. A number is one word however it
/// is grouped: the index has it without blanks and hyphens.
pub(super) fn words_sought(db: &Reader, filter: &ContactFilter) -> Result<Option<Sought>> {
    let Some(text) = filter.search.as_deref() else { return Ok(None) };
    sought(db, &number(text).unwrap_or_else(|| text.to_owned()))
}

fn sought(db: &Reader, text: &str) -> Result<Option<Sought>> {
    let (mut all, mut few) = (Vec::new(), Vec::new());
    // Accents out of the way: where they stand as letters of their own they would part a word.
    let text = text.nfc().collect::<String>();
    for word in search::words(&text) {
        let (mut begin, mut named) = (Vec::new(), Vec::new());
        let mut is_complete = true;
        for word in search::spellings(word) {
            let beginning = format!("\"{word}\"*");
            // Other letters are left to FTS5, which knows what it has made of them.
            let is_long = word.is_ascii() && word.len() > INDEXED;
            let words = if is_long {
                search::words_in_use(db, "contact_words", &word, MOST_WORDS)?
            } else {
                Vec::new()
            };
            is_complete &= !words.is_empty() && words.len() < MOST_WORDS;
            if words.is_empty() {
                named.push(beginning.clone());
            }
            named.extend(words.iter().map(|word| format!("\"{word}\"")));
            begin.push(beginning);
        }
        let named = format!("({})", named.join(" OR "));
        all.push(if is_complete { named.clone() } else { format!("({})", begin.join(" OR ")) });
        few.push(named);
    }
    Ok((!all.is_empty()).then(|| Sought { all: all.join(" AND "), few: few.join(" AND ") }))
}

/// The first matches by how well they fit.
pub(super) fn found_ids(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: &Sought,
    page: Page,
) -> Result<Vec<i64>> {
    let found = as_written(db, ctx, filter, sought, page)?;
    if !found.is_empty() || filter.exactly == Some(true) {
        return Ok(found);
    }
    let first = Page { offset: 0, limit: 1 };
    if page.offset > 0 && !as_written(db, ctx, filter, sought, first)?.is_empty() {
        return Ok(found);
    }
    match meant(db, filter.search.as_deref().unwrap_or_default())? {
        Some((sought, text)) => {
            let meant = ContactFilter { search: Some(text), ..filter.clone() };
            ranked(db, ctx, &meant, &sought, None, page)
        }
        None => Ok(found),
    }
}

/// Who is found by the words as they were written: first those whose number, address or name begins
/// so, then everybody else by words.
fn as_written(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: &Sought,
    page: Page,
) -> Result<Vec<i64>> {
    let Some(near) = Near::of(filter) else {
        return ranked(db, ctx, filter, sought, None, page);
    };
    let mut ids = near.ids(db, page)?;
    let missing = page.limit - number_of(&ids);
    if missing <= 0 {
        return Ok(ids);
    }
    let before = if ids.is_empty() && page.offset > 0 {
        near.count(db, i64::MAX)?
    } else {
        page.offset + number_of(&ids)
    };
    let rest = Page { offset: (page.offset - before).max(0), limit: missing };
    ids.extend(ranked(db, ctx, filter, sought, Some(&near), rest)?);
    Ok(ids)
}

/// How many contacts a search text alone finds; no more than `most` are counted, and one beyond.
pub(super) fn count(db: &Reader, filter: &ContactFilter, sought: &Sought) -> Result<i64> {
    let most = filter.count_up_to.map_or(i64::MAX, |most| most.saturating_add(1));
    let text = filter.search.as_deref().unwrap_or_default();
    let found = match Near::of(filter) {
        // Whose name begins so is among those found by words.
        Some(near @ Near::Reach { .. }) => {
            let first = near.count(db, most)?;
            if first >= most { first } else { first + count_rest(db, &near, sought, most - first)? }
        }
        _ => count_matches(db, &sought.all, most)?,
    };
    if found > 0 {
        return Ok(found);
    }
    match meant(db, text)? {
        Some((meant, _)) => count_matches(db, &meant.all, most),
        None => Ok(0),
    }
}

fn count_matches(db: &Reader, matching: &str, most: i64) -> Result<i64> {
    db.number(
        "SELECT COUNT(*) FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH :matching LIMIT :most) AS found",
        named_params! {":matching": matching, ":most": most},
    )
}

fn count_rest(db: &Reader, near: &Near, sought: &Sought, most: i64) -> Result<i64> {
    let (from, to) = near.span();
    db.number(
        &format!(
            "SELECT COUNT(*) FROM (SELECT 1 {} LIMIT :most) AS found",
            matches_but(Some(near))
        ),
        named_params! {":matching": sought.all, ":most": most, ":from": from, ":to": to},
    )
}

/// Which part of the answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    /// Position of its first row.
    pub offset: i64,
    /// Most rows.
    pub limit: i64,
}

fn number_of<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

/// What is looked for along an index before words are: all of these begin with a text.
enum Near {
    /// Numbers and addresses.
    Reach { from: String },
    /// Names.
    Name { from: String },
}

impl Near {
    /// None where words say more, or where other filters narrow the search.
    fn of(filter: &ContactFilter) -> Option<Self> {
        if !filter.is_only_search() {
            return None;
        }
        let text = filter.search.as_deref().unwrap_or_default();
        match number(text) {
            Some(digits) if digits.len() > 2 => Some(Self::Reach { from: number_key(&digits) }),
            None if text.contains('@') => Some(Self::Reach { from: text.trim().to_lowercase() }),
            None if is_short(text) => Some(Self::Name { from: fold(text) }),
            _ => None,
        }
    }

    /// The first text that begins so, and what comes after all that do.
    fn span(&self) -> (&str, String) {
        match self {
            Self::Reach { from } | Self::Name { from } => (from, format!("{from}\u{10FFFF}")),
        }
    }

    /// Contacts in the order of what begins so, each once.
    fn ids(&self, db: &Reader, page: Page) -> Result<Vec<i64>> {
        let (from, to) = self.span();
        let sql = match self {
            Self::Name { .. } => {
                "SELECT id FROM contacts
                 WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL
                 ORDER BY name_key, id
                 LIMIT :limit OFFSET :offset"
            }
            Self::Reach { .. } => {
                "SELECT r.contact_id
                 FROM reaches r
                 JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
                 WHERE r.value_key >= :from AND r.value_key < :to AND r.deleted_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM reaches q
                                   WHERE q.contact_id = r.contact_id AND q.value_key >= :from AND q.value_key < :to
                                     AND q.deleted_at IS NULL AND (q.value_key < r.value_key OR q.value_key = r.value_key AND q.id < r.id))
                 ORDER BY r.value_key, r.id
                 LIMIT :limit OFFSET :offset"
            }
        };
        db.rows(
            sql,
            named_params! {":from": from, ":to": to, ":limit": page.limit, ":offset": page.offset},
            |row| row.get(0),
        )
    }

    /// How many there are, `most` at most.
    fn count(&self, db: &Reader, most: i64) -> Result<i64> {
        let (from, to) = self.span();
        let sql = match self {
            Self::Name { .. } => {
                "SELECT COUNT(*) FROM (
                     SELECT 1 FROM contacts
                     WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL
                     LIMIT :most
                 ) AS found"
            }
            Self::Reach { .. } => {
                "SELECT COUNT(*) FROM (
                     SELECT DISTINCT r.contact_id
                     FROM reaches r
                     JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
                     WHERE r.value_key >= :from AND r.value_key < :to AND r.deleted_at IS NULL
                     LIMIT :most
                 ) AS found"
            }
        };
        db.number(sql, named_params! {":from": from, ":to": to, ":most": most})
    }

    /// The condition that a contact `c` is none of them.
    fn is_none_of(&self) -> &'static str {
        match self {
            Self::Name { .. } => "NOT (c.name_key >= :from AND c.name_key < :to)",
            Self::Reach { .. } => {
                "NOT EXISTS (SELECT 1 FROM reaches q
                             WHERE q.contact_id = c.id AND q.value_key >= :from AND q.value_key < :to AND q.deleted_at IS NULL)"
            }
        }
    }
}

/// One word of a letter or two, which begins too many words to rank them.
fn is_short(text: &str) -> bool {
    let folded = fold(text);
    !folded.contains(' ') && (1..=2).contains(&folded.chars().count())
}

/// A number as it is stored, from its beginning: with the country where it is written without.
fn number_key(digits: &str) -> String {
    match digits.strip_prefix('0') {
        Some(rest) => format!("+62{rest}"),
        None if digits.starts_with("62") => format!("+{digits}"),
        None => format!("+62{digits}"),
    }
}

/// Who is found by words. Of a search text alone [`MOST_RANKED`] are put in order, all others follow
/// in the order in which they were added; those who are `near` have been named before.
fn ranked(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: &Sought,
    near: Option<&Near>,
    page: Page,
) -> Result<Vec<i64>> {
    let take = usize::try_from(page.limit).unwrap_or(usize::MAX);
    let skip = usize::try_from(page.offset).unwrap_or(usize::MAX);
    let is_only_search = filter.is_only_search();
    let mut candidates = if is_only_search {
        let first = candidates(db, &sought.few, near)?;
        let is_enough = sought.few == sought.all || is_full(&first);
        if is_enough { first } else { candidates(db, &sought.all, near)? }
    } else {
        let condition = order::condition(db, ctx, filter, Way::Walk, Some(sought))?;
        db.rows(
            &format!(
                "SELECT c.id, c.name_key FROM contacts c WHERE {} ORDER BY c.id",
                condition.sql
            ),
            &condition.params(&[]),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
    };
    let text = filter.search.as_deref().unwrap_or_default();
    let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
    candidates
        .sort_by_cached_key(|(id, name_key)| (misfit(name_key, &words), name_key.clone(), *id));
    let mut ids: Vec<i64> = candidates.iter().skip(skip).take(take).map(|(id, _)| *id).collect();
    let missing = page.limit - number_of(&ids);
    if missing > 0 && is_only_search && is_full(&candidates) {
        let rest = Page { offset: (page.offset - MOST_RANKED).max(0), limit: missing };
        ids.extend(unranked(db, sought, near, &candidates, rest)?);
    }
    Ok(ids)
}

/// The first matches by number, with their names.
fn candidates(db: &Reader, matching: &str, near: Option<&Near>) -> Result<Vec<(i64, String)>> {
    let mut values = named_params! {":matching": matching, ":most": MOST_RANKED}.to_vec();
    let span = near.map(Near::span);
    if let Some((from, to)) = &span {
        values.push((":from", from));
        values.push((":to", to));
    }
    db.rows(&format!("SELECT c.id, c.name_key {} LIMIT :most", matches_but(near)), &values, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The matches that were not put in order.
fn unranked(
    db: &Reader,
    sought: &Sought,
    near: Option<&Near>,
    ranked: &[(i64, String)],
    page: Page,
) -> Result<Vec<i64>> {
    let ranked: Vec<i64> = ranked.iter().map(|(id, _)| *id).collect();
    let ranked = serde_json::to_string(&ranked)?;
    let mut values = named_params! {":matching": sought.all, ":ranked": ranked, ":limit": page.limit, ":offset": page.offset}
        .to_vec();
    let span = near.map(Near::span);
    if let Some((from, to)) = &span {
        values.push((":from", from));
        values.push((":to", to));
    }
    db.rows(
        &format!(
            "SELECT c.id {} AND c.id NOT IN (SELECT value FROM json_each(:ranked))
             LIMIT :limit OFFSET :offset",
            matches_but(near)
        ),
        &values,
        |row| row.get(0),
    )
}

/// The contacts that `:matching` finds, in the order in which they were added.
fn matches_but(near: Option<&Near>) -> String {
    format!(
        "FROM contact_search s
         CROSS JOIN contacts c ON c.id = s.rowid
         WHERE s.contact_search MATCH :matching AND {}",
        near.map_or("1", Near::is_none_of)
    )
}

fn is_full(candidates: &[(i64, String)]) -> bool {
    number_of(candidates) >= MOST_RANKED
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

/// What a person may have meant by words that nobody has: the query and the text, with the words in
/// use that are nearest. Nothing when no word was a slip.
fn meant(db: &Reader, text: &str) -> Result<Option<(Sought, String)>> {
    let mut changed = false;
    let mut words = Vec::new();
    for word in fold(text).split_whitespace() {
        let matching = sought(db, word)?.map(|sought| sought.few).unwrap_or_default();
        let known = db.number(
            "SELECT EXISTS (SELECT 1 FROM contact_search WHERE contact_search MATCH :word)",
            &[(":word", &matching)],
        )? > 0;
        let near = if known { None } else { nearest(db, word)? };
        changed |= near.is_some();
        words.push(near.unwrap_or_else(|| word.to_owned()));
    }
    let text = words.join(" ");
    Ok(sought(db, &text)?.filter(|_| changed).map(|sought| (sought, text)))
}

/// The word in use that is nearest to a mistyped one: one slip in a short word, two in a long one.
/// The first letter is taken to be right.
fn nearest(db: &Reader, word: &str) -> Result<Option<String>> {
    let letters = word.chars().count();
    let Some(first) = word.chars().next().filter(|first| letters >= 4 && first.is_alphabetic())
    else {
        return Ok(None);
    };
    let most = if letters >= 8 { 2 } else { 1 };
    let (from, to) = (first.to_string(), format!("{first}\u{10FFFF}"));
    let mut best: Option<(usize, i64, String)> = None;
    db.within(SLIPS, || {
        db.each_row(
            "SELECT term, doc FROM contact_vocabulary WHERE term >= :from AND term < :to",
            named_params! {":from": from, ":to": to},
            |row| {
                let (term, used): (String, i64) = (row.get(0)?, row.get(1)?);
                if term.chars().count().abs_diff(letters) <= most {
                    let slips = strsim::damerau_levenshtein(word, &term);
                    let nearer = best
                        .as_ref()
                        .is_none_or(|(least, most_used, _)| (slips, -used) < (*least, -*most_used));
                    if slips <= most && nearer {
                        best = Some((slips, used, term));
                    }
                }
                Ok(())
            },
        )
    })?;
    Ok(best.map(|(_, _, term)| term))
}
