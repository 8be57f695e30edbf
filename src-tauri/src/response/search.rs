//! Search as you type among responses, newest first. Each way is bounded, so that a million of them
//! answer as fast as a thousand: few matches are all gathered and put in order; of many, the newest
//! responses are looked through until enough of them match. Both give the same answer.

use std::collections::HashMap;

use rusqlite::named_params;
use unicode_normalization::UnicodeNormalization;

use crate::db::{Reader, ToSql, search};
use crate::error::Result;

/// Responses that are looked through before matches are gathered: enough for common words.
const FIRST_LOOK: usize = 500;
/// Matches up to this number are all put in order.
const MOST_GATHERED: usize = 2_000;
/// Responses that are looked through, step by step, where more match; after the last step the words
/// stand only in old mail, and all matches are put in order.
const STEPS: [usize; 3] = [4_000, 16_000, 32_000];
/// Numbers that lie further apart than this are looked for apart: each question to the index costs
/// as much as going past so many matches.
const APART: i64 = 1_000;

/// Beginnings up to this length have an index of their own.
const INDEXED: usize = 3;
/// Words in use that a longer beginning is taken for.
const MOST_WORDS: usize = 64;

/// Which responses: conditions on `r` and their values, without the search text.
pub(super) struct Among<'f> {
    /// Joined by AND.
    pub conditions: String,
    /// Their values.
    pub values: Vec<(&'f str, &'f dyn ToSql)>,
}

impl<'f> Among<'f> {
    fn with(&self, more: &[(&'f str, &'f dyn ToSql)]) -> Vec<(&'f str, &'f dyn ToSql)> {
        self.values.iter().chain(more).copied().collect()
    }
}

/// The query for a person's text, in which every word must begin some word of the response; none
/// where there is no word in it.
pub(super) fn matching(db: &Reader, text: &str) -> Result<Option<String>> {
    // Accents out of the way: where they stand as letters of their own they would part a word.
    let text = text.nfc().collect::<String>();
    let mut all = Vec::new();
    for word in search::words(&text) {
        let mut either = Vec::new();
        for word in search::spellings(word) {
            // Other letters are left to FTS5, which knows what it has made of them.
            let is_long = word.is_ascii() && word.len() > INDEXED;
            let words = if is_long {
                search::words_in_use(db, "response_words", &word, MOST_WORDS)?
            } else {
                Vec::new()
            };
            if words.is_empty() || words.len() == MOST_WORDS {
                either.push(format!("\"{word}\"*"));
            } else {
                either.extend(words.iter().map(|word| format!("\"{word}\"")));
            }
        }
        all.push(format!("({})", either.join(" OR ")));
    }
    Ok((!all.is_empty()).then(|| all.join(" AND ")))
}

/// How many responses a search text alone finds.
pub(super) fn count(db: &Reader, matching: &str) -> Result<i64> {
    db.number(
        "SELECT COUNT(*) FROM response_search WHERE response_search MATCH :words",
        named_params! {":words": matching},
    )
}

/// The newest of the responses that match, at most `limit`, newest first.
pub(super) fn newest(db: &Reader, matching: &str, among: &Among, limit: usize) -> Result<Vec<i64>> {
    let mut walk = Walk::default();
    if walk.look(db, matching, among, FIRST_LOOK, limit)? {
        return Ok(walk.found);
    }
    let gathered = latest_added(db, matching, MOST_GATHERED + 1)?;
    if gathered.len() <= MOST_GATHERED {
        return in_order(db, &gathered, among, limit);
    }
    for step in STEPS {
        if walk.look(db, matching, among, step, limit)? {
            return Ok(walk.found);
        }
    }
    in_order(db, &latest_added(db, matching, usize::MAX)?, among, limit)
}

/// Matches that were added last.
fn latest_added(db: &Reader, matching: &str, most: usize) -> Result<Vec<i64>> {
    db.rows(
        "SELECT rowid FROM response_search WHERE response_search MATCH :words ORDER BY rowid DESC LIMIT :most",
        named_params! {":words": matching, ":most": i64::try_from(most).unwrap_or(i64::MAX)},
        |row| row.get(0),
    )
}

/// The newest of these responses.
fn in_order(db: &Reader, ids: &[i64], among: &Among, limit: usize) -> Result<Vec<i64>> {
    let ids = serde_json::to_string(ids)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    db.rows(
        &format!(
            "SELECT r.id FROM json_each(:ids) found CROSS JOIN responses r ON r.id = found.value
             WHERE {}
             ORDER BY r.received_at DESC, r.id DESC LIMIT :limit",
            among.conditions
        ),
        &among.with(named_params! {":ids": ids, ":limit": limit}),
        |row| row.get(0),
    )
}

/// A look through the responses from the newest on.
#[derive(Default)]
struct Walk {
    /// Matches so far, newest first.
    found: Vec<i64>,
    /// Where the walk has come to.
    at: Option<(String, i64)>,
    /// Whether there is nothing more to look through.
    ended: bool,
}

impl Walk {
    /// Looks through so many more; whether `limit` matches are found, or there are no more.
    fn look(
        &mut self,
        db: &Reader,
        matching: &str,
        among: &Among,
        count: usize,
        limit: usize,
    ) -> Result<bool> {
        let next = self.next(db, among, count)?;
        self.ended = next.len() < count;
        if let Some(last) = next.last() {
            self.at = Some(last.clone());
        }
        let ids: Vec<i64> = next.iter().map(|(_, id)| *id).collect();
        self.found.extend(matches_of(db, matching, &ids)?);
        let is_enough = self.found.len() >= limit;
        self.found.truncate(limit);
        Ok(is_enough || self.ended)
    }

    fn next(&self, db: &Reader, among: &Among, count: usize) -> Result<Vec<(String, i64)>> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let (at, id) = self.at.clone().unwrap_or_default();
        let (further, values) = if self.at.is_some() {
            let values = named_params! {":count": count, ":walked": at, ":walked_id": id}.to_vec();
            ("AND (r.received_at, r.id) < (:walked, :walked_id)", values)
        } else {
            ("", named_params! {":count": count}.to_vec())
        };
        let mut all: Vec<(&str, &dyn ToSql)> = among.values.clone();
        all.extend(values);
        db.rows(
            &format!(
                "SELECT r.received_at, r.id FROM responses r
                 WHERE {} {further}
                 ORDER BY r.received_at DESC, r.id DESC LIMIT :count",
                among.conditions
            ),
            &all,
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

/// Those of the responses that match, in their order.
fn matches_of(db: &Reader, matching: &str, ids: &[i64]) -> Result<Vec<i64>> {
    let places: HashMap<i64, usize> =
        ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut found: Vec<(usize, i64)> = Vec::new();
    for (first, last) in spans(ids) {
        db.each_row(
            "SELECT rowid FROM response_search
             WHERE response_search MATCH :words AND rowid BETWEEN :first AND :last",
            named_params! {":words": matching, ":first": first, ":last": last},
            |row| {
                let id: i64 = row.get(0)?;
                found.extend(places.get(&id).map(|place| (*place, id)));
                Ok(())
            },
        )?;
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// The stretches of numbers in which these lie.
fn spans(ids: &[i64]) -> Vec<(i64, i64)> {
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    let mut spans: Vec<(i64, i64)> = Vec::new();
    for id in sorted {
        match spans.last_mut() {
            Some((_, last)) if id - *last <= APART => *last = id,
            _ => spans.push((id, id)),
        }
    }
    spans
}
