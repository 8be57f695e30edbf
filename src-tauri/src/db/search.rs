//! Full-text search. A noun says once how its search text is made and which tables it is made
//! of; the store keeps the index in step with every logged change.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_normalization::char::is_combining_mark;

use crate::error::Result;
use crate::format::fold::with_plain_letters;

/// How one noun is found.
#[derive(Debug)]
pub struct Searchable {
    /// The records that are found.
    pub table: &'static str,
    /// The FTS5 table; its rowid is the record's id.
    pub index: &'static str,
    /// Columns of the index.
    pub columns: &'static [&'static str],
    /// Selects the columns for the record `:id`; no row where it is in the bin.
    pub document: &'static str,
    /// Other tables whose rows change the text, each with a query giving the records' ids for a
    /// changed row `:id`.
    pub parts: &'static [(&'static str, &'static str)],
}

/// Which rows a transaction changed: table and id.
pub(crate) type Touched = BTreeSet<(Cow<'static, str>, i64)>;

/// Writes anew the search text of every record that the changed rows are a part of.
pub(crate) fn refresh(
    db: &super::Reader,
    searchables: &[&'static Searchable],
    touched: &Touched,
) -> Result<()> {
    for searchable in searchables {
        let mut records = BTreeSet::new();
        for (table, id) in touched {
            if table == searchable.table {
                records.insert(*id);
            }
            for (_, owners) in searchable.parts.iter().filter(|(part, _)| table == part) {
                let mut statement = db.connection.prepare_cached(owners)?;
                let ids =
                    statement.query_map(&[(":id", id)], |row| row.get::<_, Option<i64>>(0))?;
                for id in ids {
                    records.extend(id?);
                }
            }
        }
        for id in records {
            index(db, searchable, id)?;
        }
    }
    Ok(())
}

/// Puts ready search text in place for a record that has none yet, within an import.
pub fn put(db: &super::Reader, searchable: &Searchable, id: i64, texts: &[&str]) -> Result<()> {
    let marks = vec!["?"; texts.len() + 1].join(", ");
    let sql = format!(
        "INSERT INTO {} (rowid, {}) VALUES ({marks})",
        searchable.index,
        searchable.columns.join(", ")
    );
    let texts: Vec<Cow<str>> = texts.iter().map(|text| with_plain_letters(text)).collect();
    let mut values: Vec<&dyn rusqlite::ToSql> = vec![&id];
    values.extend(texts.iter().map(|text| text as &dyn rusqlite::ToSql));
    db.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

/// So few records are indexed anew at once where most of an index is gone.
const FEW: i64 = 5_000;
/// The share of dead entries in per cent from which FTS5 merges of itself; its own default.
const DELETE_MERGE: i64 = 10;
/// Pages that one step of clearing up may write.
const PAGES: i64 = 1_000;

/// Keeps FTS5 from merging what is left again and again while a great many records go;
/// [`ClearUp`] does it once, afterwards.
pub(crate) fn hold_merging(writer: &super::Writer, searchable: &Searchable) -> Result<()> {
    set(writer, searchable, "deletemerge", 0)
}

/// How many pieces of one size an index gathers before it makes one of them: FTS5's own default …
pub(crate) const MERGE_AT: i64 = 4;
/// … and while a great many records come, its highest, so that less is written again and again.
pub(crate) const MERGE_LATE: i64 = 16;

/// Sets how many pieces an index gathers.
pub(crate) fn merge_at(writer: &super::Writer, searchable: &Searchable, pieces: i64) -> Result<()> {
    let sql = format!("SELECT v FROM {}_config WHERE k = 'automerge'", searchable.index);
    let stored = writer.row(&sql, &[], |row| row.get::<_, i64>(0))?;
    if stored.unwrap_or(MERGE_AT) == pieces {
        return Ok(());
    }
    set(writer, searchable, "automerge", pieces)
}

/// Takes the search text of the records with these ids, a query, out of the index.
pub(crate) fn take_out(
    writer: &super::Writer,
    searchable: &Searchable,
    ids: &str,
    values: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<()> {
    writer.execute(&format!("DELETE FROM {} WHERE rowid IN ({ids})", searchable.index), values)?;
    Ok(())
}

/// Clearing up an index after [`hold_merging`], a step at a time.
#[derive(Debug)]
pub(crate) struct ClearUp {
    searchable: &'static Searchable,
    /// Counted once: counting goes through the whole index.
    is_nearly_empty: Option<bool>,
}

impl ClearUp {
    /// After records went.
    pub(crate) fn emptied(searchable: &'static Searchable) -> Self {
        Self { searchable, is_nearly_empty: None }
    }

    /// After records came back, perhaps before all had gone.
    pub(crate) fn filled(searchable: &'static Searchable) -> Self {
        Self { searchable, is_nearly_empty: Some(false) }
    }

    /// Frees the index of what is dead in it for a moment; whether it is done.
    pub(crate) fn step(&mut self, writer: &super::Writer) -> Result<bool> {
        let (searchable, index) = (self.searchable, self.searchable.index);
        if self.is_nearly_empty.is_none() {
            let some = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {index}_docsize LIMIT :most)");
            let most = rusqlite::named_params! {":most": FEW + 1};
            self.is_nearly_empty = Some(writer.number(&some, most)? <= FEW);
        }
        set(writer, searchable, "deletemerge", DELETE_MERGE)?;
        if self.is_nearly_empty == Some(true) {
            let ids: Vec<i64> =
                writer.rows(&format!("SELECT id FROM {index}_docsize"), &[], |row| row.get(0))?;
            writer.execute(&format!("INSERT INTO {index} ({index}) VALUES ('delete-all')"), &[])?;
            for id in ids {
                self::index(writer, searchable, id)?;
            }
            return Ok(true);
        }
        let before = writer.connection.total_changes();
        set(writer, searchable, "merge", PAGES)?;
        // As FTS5 says it: fewer than two changes, and nothing was left to merge.
        Ok(writer.connection.total_changes() - before < 2)
    }
}

fn set(writer: &super::Writer, searchable: &Searchable, name: &str, value: i64) -> Result<()> {
    let index = searchable.index;
    writer.execute(
        &format!("INSERT INTO {index} ({index}, rank) VALUES (:name, :value)"),
        rusqlite::named_params! {":name": name, ":value": value},
    )?;
    Ok(())
}

/// Writes the search text of one record anew.
pub(crate) fn index(db: &super::Reader, searchable: &Searchable, id: i64) -> Result<()> {
    db.execute(&format!("DELETE FROM {} WHERE rowid = :id", searchable.index), &[(":id", &id)])?;
    let texts: Option<Vec<String>> = db.row(searchable.document, &[(":id", &id)], |row| {
        (0..searchable.columns.len())
            .map(|column| Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default()))
            .collect()
    })?;
    match texts {
        Some(texts) => {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            put(db, searchable, id, &texts)
        }
        None => Ok(()),
    }
}

/// The words of a person's text as FTS5's tokenizer takes them apart. What newer scripts and
/// symbols hold is left out: FTS5 knows no letters there, and would take such a word for several.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| {
        !letter.is_alphanumeric() || is_combining_mark(letter) || !is_in_basic_plane(letter)
    })
    .filter(|word| !word.is_empty())
}

fn is_in_basic_plane(letter: char) -> bool {
    u32::from(letter) <= 0xFFFF
}

/// The spellings under which a word is sought: the index has "Łukasz" as "lukasz", as others write
/// it, and as it stands where the record has not been saved since the index knows of that.
pub fn spellings(word: &str) -> Vec<Cow<'_, str>> {
    match with_plain_letters(word) {
        Cow::Borrowed(word) => vec![Cow::Borrowed(word)],
        plain => vec![plain, Cow::Borrowed(word)],
    }
}

/// An FTS5 query in which every word of the person's text must begin some word of the record;
/// `None` when the text holds no word.
pub fn matching(text: &str) -> Option<String> {
    let beginnings = |word| -> Vec<String> {
        spellings(word).iter().map(|word| format!("\"{word}\"*")).collect()
    };
    let words: Vec<String> =
        words(text).map(|word| format!("({})", beginnings(word).join(" OR "))).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// The first `most` words in use that begin so, in ASCII, out of the vocabulary `table` (fts5vocab,
/// `instance`). FTS5 gathers all that a long beginning stands for, and every record that has it,
/// before it gives the first match; asked for the words themselves it gives one at a time.
pub fn words_in_use(
    db: &super::Reader,
    table: &str,
    beginning: &str,
    most: usize,
) -> Result<Vec<String>> {
    let sql = format!("SELECT term FROM {table} WHERE term >= :from AND term < :to LIMIT 1");
    let beginning = beginning.to_ascii_lowercase();
    let to = format!("{beginning}\u{10FFFF}");
    let mut words: Vec<String> = Vec::new();
    let mut from = beginning;
    while words.len() < most {
        let next: Option<String> =
            db.row(&sql, rusqlite::named_params! {":from": from, ":to": to}, |row| row.get(0))?;
        let Some(next) = next else { break };
        // The least text that comes after the word.
        from = format!("{next}\u{1}");
        words.push(next);
    }
    Ok(words)
}
