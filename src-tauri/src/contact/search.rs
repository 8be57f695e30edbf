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
        let beginning = format!("\"{word}\"*");
        let words =
            if word.chars().count() > INDEXED { words_in_use(db, word)? } else { Vec::new() };
        let named = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ");
        let is_complete = words.len() < MOST_WORDS;
        few.push(if words.is_empty() { beginning.clone() } else { format!("({named})") });
        all.push(if words.is_empty() || !is_complete { beginning } else { format!("({named})") });
    }
    Ok((!all.is_empty()).then(|| Sought { all: all.join(" AND "), few: few.join(" AND ") }))
}

/// The first words of the index that begin so.
fn words_in_use(db: &Reader, beginning: &str) -> Result<Vec<String>> {
    let beginning = fold(beginning);
    let to = format!("{beginning}\u{10FFFF}");
    let mut words: Vec<String> = Vec::new();
    let mut from = beginning;
    while words.len() < MOST_WORDS {
        let next: Option<String> = db.row(
            "SELECT term FROM contact_words WHERE term >= :from AND term < :to LIMIT 1",
            named_params! {":from": from, ":to": to},
            |row| row.get(0),
        )?;
        let Some(next) = next else { break };
        // The least text that comes after the word.
        from = format!("{next}\u{1}");
        words.push(next);
    }
    Ok(words)
}

/// The first matches by how well they fit.
pub(super) fn found_ids(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: &Sought,
    offset: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let text = filter.search.as_deref().unwrap_or_default();
    if filter.is_only_search() {
        let near = match number(text) {
            Some(digits) if digits.len() > 2 => by_reach(db, &number_key(&digits), offset, limit)?,
            None if text.contains('@') => by_reach(db, &text.trim().to_lowercase(), offset, limit)?,
            None if is_short(text) => by_name(db, text, offset, limit)?,
            _ => Vec::new(),
        };
        // A full page is enough, and so is a later one; else the rest is found by words.
        if i64::try_from(near.len()).unwrap_or(0) >= limit || (offset > 0 && !near.is_empty()) {
            return Ok(near);
        }
        let found = ranked(db, ctx, filter, sought, offset, limit)?;
        let mut ids = near;
        ids.extend(found.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
        ids.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        if !ids.is_empty() || offset > 0 {
            return Ok(ids);
        }
    } else {
        let found = ranked(db, ctx, filter, sought, offset, limit)?;
        if !found.is_empty() || offset > 0 {
            return Ok(found);
        }
    }
    if filter.exactly == Some(true) {
        return Ok(Vec::new());
    }
    match meant(db, text)? {
        Some((sought, text)) => {
            let meant = ContactFilter { search: Some(text), ..filter.clone() };
            ranked(db, ctx, &meant, &sought, offset, limit)
        }
        None => Ok(Vec::new()),
    }
}

/// How many contacts a search text alone finds; no more than `most` are counted, and one beyond.
pub(super) fn count(db: &Reader, filter: &ContactFilter, sought: &Sought) -> Result<i64> {
    let most = filter.count_up_to.map_or(i64::MAX, |most| most.saturating_add(1));
    let text = filter.search.as_deref().unwrap_or_default();
    let key = match number(text) {
        Some(digits) if digits.len() > 2 => Some(number_key(&digits)),
        None if text.contains('@') => Some(text.trim().to_lowercase()),
        _ => None,
    };
    if let Some(from) = key {
        let to = format!("{from}\u{10FFFF}");
        let found = db.number(
            "SELECT COUNT(*) FROM (
                 SELECT DISTINCT r.contact_id
                 FROM reaches r
                 JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
                 WHERE r.value_key >= :from AND r.value_key < :to AND r.deleted_at IS NULL
                 LIMIT :most
             ) AS found",
            named_params! {":from": from, ":to": to, ":most": most},
        )?;
        if found > 0 {
            return Ok(found);
        }
    }
    let found = db.number(
        "SELECT COUNT(*) FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH :matching LIMIT :most) AS found",
        named_params! {":matching": sought.all, ":most": most},
    )?;
    if found > 0 {
        return Ok(found);
    }
    match meant(db, text)? {
        Some((meant, _)) => db.number(
            "SELECT COUNT(*) FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH :matching LIMIT :most) AS found",
            named_params! {":matching": meant.all, ":most": most},
        ),
        None => Ok(0),
    }
}

/// One word of a letter or two, which begins too many words to rank them.
fn is_short(text: &str) -> bool {
    let folded = fold(text);
    !folded.contains(' ') && (1..=2).contains(&folded.chars().count())
}

/// Contacts whose name begins so, in the order of names.
fn by_name(db: &Reader, text: &str, offset: i64, limit: i64) -> Result<Vec<i64>> {
    let from = fold(text);
    let to = format!("{from}\u{10FFFF}");
    db.rows(
        "SELECT id FROM contacts
         WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL
         ORDER BY name_key, id
         LIMIT :limit OFFSET :offset",
        named_params! {":from": from, ":to": to, ":limit": limit, ":offset": offset},
        |row| row.get(0),
    )
}

/// A number as it is stored, from its beginning: with the country where it is written without.
fn number_key(digits: &str) -> String {
    match digits.strip_prefix('0') {
        Some(rest) => format!("+62{rest}"),
        None if digits.starts_with("62") => format!("+{digits}"),
        None => format!("+62{digits}"),
    }
}

/// Contacts with an address or a number that begins so, in its order, each once.
fn by_reach(db: &Reader, from: &str, offset: i64, limit: i64) -> Result<Vec<i64>> {
    let to = format!("{from}\u{10FFFF}");
    db.rows(
        "SELECT r.contact_id
         FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key >= :from AND r.value_key < :to AND r.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM reaches q
                           WHERE q.contact_id = r.contact_id AND q.value_key >= :from AND q.value_key < :to
                             AND q.deleted_at IS NULL AND (q.value_key < r.value_key OR q.value_key = r.value_key AND q.id < r.id))
         ORDER BY r.value_key, r.id
         LIMIT :limit OFFSET :offset",
        named_params! {":from": from, ":to": to, ":limit": limit, ":offset": offset},
        |row| row.get(0),
    )
}

fn ranked(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: &Sought,
    offset: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let take = usize::try_from(limit).unwrap_or(usize::MAX);
    let skip = usize::try_from(offset).unwrap_or(usize::MAX);
    let mut candidates = if filter.is_only_search() {
        let first = candidates(db, &sought.few)?;
        let is_enough = sought.few == sought.all || is_full(&first);
        if is_enough { first } else { candidates(db, &sought.all)? }
    } else {
        let condition = order::condition(db, ctx, filter, Way::Walk)?;
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
    let ranked = i64::try_from(candidates.len()).unwrap_or(i64::MAX);
    let mut ids: Vec<i64> =
        candidates.into_iter().skip(skip).take(take).map(|(id, _)| id).collect();
    let missing = limit - i64::try_from(ids.len()).unwrap_or(limit);
    if missing > 0 && ranked == MOST_RANKED {
        ids.extend(db.rows(
            "SELECT rowid FROM contact_search WHERE contact_search MATCH :matching LIMIT :limit OFFSET :offset",
            named_params! {":matching": sought.all, ":limit": missing, ":offset": offset.max(MOST_RANKED)},
            |row| row.get::<_, i64>(0),
        )?);
    }
    Ok(ids)
}

/// The first matches by number, with their names.
fn candidates(db: &Reader, matching: &str) -> Result<Vec<(i64, String)>> {
    db.rows(
        "SELECT c.id, c.name_key
         FROM (SELECT rowid AS id FROM contact_search WHERE contact_search MATCH :matching LIMIT :most) s
         JOIN contacts c ON c.id = s.id",
        named_params! {":matching": matching, ":most": MOST_RANKED},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn is_full(candidates: &[(i64, String)]) -> bool {
    i64::try_from(candidates.len()).unwrap_or(i64::MAX) >= MOST_RANKED
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
