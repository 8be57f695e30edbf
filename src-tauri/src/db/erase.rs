//! Taking a row out for good, with all that hangs on it: found through the foreign keys, so that
//! a table added later is not forgotten. Its images in the change log go as well.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, named_params, params_from_iter};

use super::changes::Writer;
use super::undo::referrers;
use super::{Database, Reader};
use crate::error::{Code, Result};

/// What becomes of the rows of a table that refer to an erased row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// They go.
    Remove,
    /// They stay as they are: they say nothing about the person but a number.
    Keep,
    /// They stay without the reference.
    Detach,
    /// They stay for their counts: only these columns are kept, and these are set (column and SQL
    /// expression); every other column is emptied.
    Blank(&'static [&'static str], &'static [(&'static str, &'static str)]),
}

/// A declared treatment: table, column with the reference, what happens.
pub type Rule = (&'static str, &'static str, Treatment);

/// What an erasure took.
#[derive(Debug, Default)]
pub struct Taken {
    /// Rows removed or emptied, by table.
    pub rows: BTreeMap<String, i64>,
    /// Files (SHA-256) that the rows named.
    pub files: BTreeSet<String>,
    /// Ids of rows in tables that others name files after.
    pub ids: BTreeMap<String, Vec<i64>>,
}

impl Taken {
    /// Adds what another erasure took.
    pub fn add(&mut self, other: Self) {
        for (table, count) in other.rows {
            *self.rows.entry(table).or_default() += count;
        }
        self.files.extend(other.files);
        for (table, ids) in other.ids {
            self.ids.entry(table).or_default().extend(ids);
        }
    }
}

/// Every table and column that refers to `table`.
pub fn references(db: &Reader, table: &str) -> Result<Vec<(String, String)>> {
    referrers(db.connection, table)
}

/// Every ordinary table with its columns and their types.
pub fn columns(db: &Reader) -> Result<BTreeMap<String, Vec<(String, String)>>> {
    let names: Vec<String> = db.rows(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_search%' ESCAPE '\\'
         ORDER BY name",
        &[],
        |row| row.get(0),
    )?;
    let mut all = BTreeMap::new();
    for name in names {
        let columns = db.rows(
            "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid",
            named_params! {":table": name},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        all.insert(name, columns);
    }
    Ok(all)
}

/// Columns that name a file in `files/` by its SHA-256: table and column.
pub fn file_columns(db: &Reader) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for (table, columns) in columns(db)? {
        found.extend(
            columns
                .into_iter()
                .filter(|(column, _)| column.ends_with("sha256"))
                .map(|(column, _)| (table.clone(), column)),
        );
    }
    Ok(found)
}

/// Rows of `table` that refer to the row by `column`, in the bin or not.
pub fn referring(db: &Reader, table: &str, column: &str, id: i64) -> Result<Vec<i64>> {
    db.rows(
        &format!("SELECT id FROM {table} WHERE {column} = :id ORDER BY id"),
        named_params! {":id": id},
        |row| row.get(0),
    )
}

/// Empties the row `id` of `table`, which stays in the bin as a number, and treats every row that
/// refers to it by the rules; where there is none, a part (which must refer, or does so by
/// `contact_id`) goes and any other row is detached. `more`: further rows to treat, as table and id.
pub fn erase(
    db: &Writer,
    table: &str,
    id: i64,
    rules: &[Rule],
    more: &[(&str, i64)],
) -> Result<Taken> {
    db.connection.pragma_update(None, "defer_foreign_keys", "ON")?;
    let files = file_columns(db)?;
    let mut work = Work { db, rules, files, taken: Taken::default(), seen: BTreeSet::new() };
    for (referrer, column) in referrers(db.connection, table)? {
        for row in referring(db, &referrer, &column, id)? {
            work.treat(&referrer, &column, row)?;
        }
    }
    for (referrer, row) in more {
        let rule = rules.iter().find(|(name, ..)| name == referrer);
        let column = rule.map_or("", |(_, column, _)| *column);
        work.treat(referrer, column, *row)?;
    }
    work.empty(
        table,
        id,
        &["id", "version", "created_at"],
        &[("deleted_at", "'!'"), ("updated_at", "'!'")],
    )?;
    let mut taken = work.taken;
    forget_finished_actions(db)?;
    taken.files = unheld(db, taken.files)?;
    Ok(taken)
}

/// Takes a row out altogether, with its parts and images, by the same rules as [`erase`].
pub fn remove(db: &Writer, table: &str, id: i64, rules: &[Rule]) -> Result<Taken> {
    db.connection.pragma_update(None, "defer_foreign_keys", "ON")?;
    let files = file_columns(db)?;
    let mut work = Work { db, rules, files, taken: Taken::default(), seen: BTreeSet::new() };
    work.remove(table, id)?;
    let mut taken = work.taken;
    forget_finished_actions(db)?;
    taken.files = unheld(db, taken.files)?;
    Ok(taken)
}

struct Work<'a, 'b> {
    db: &'a Writer<'b>,
    rules: &'a [Rule],
    files: Vec<(String, String)>,
    taken: Taken,
    seen: BTreeSet<(String, i64)>,
}

impl Work<'_, '_> {
    fn treat(&mut self, table: &str, column: &str, id: i64) -> Result<()> {
        match self.treatment(table, column)? {
            Treatment::Keep => Ok(()),
            Treatment::Remove => self.remove(table, id),
            Treatment::Blank(keep, set) => self.empty(table, id, keep, set),
            Treatment::Detach => {
                self.db.execute(
                    &format!("UPDATE {table} SET {column} = NULL WHERE id = :id"),
                    named_params! {":id": id},
                )?;
                self.forget_images(table, id)?;
                self.db.touch(table.to_owned(), id);
                Ok(())
            }
        }
    }

    fn treatment(&self, table: &str, column: &str) -> Result<Treatment> {
        let declared = self
            .rules
            .iter()
            .find(|(name, by, _)| *name == table && (*by == column || by.is_empty()));
        if let Some((_, _, treatment)) = declared {
            return Ok(*treatment);
        }
        let must = self.db.number(
            "SELECT \"notnull\" FROM pragma_table_info(:table) WHERE name = :column",
            named_params! {":table": table, ":column": column},
        )?;
        let is_part = must == 1 || matches!(column, "contact_id" | "organisation_id" | "");
        Ok(if is_part { Treatment::Remove } else { Treatment::Detach })
    }

    fn remove(&mut self, table: &str, id: i64) -> Result<()> {
        if !self.seen.insert((table.to_owned(), id)) {
            return Ok(());
        }
        for (referrer, column) in referrers(self.db.connection, table)? {
            for row in referring(self.db, &referrer, &column, id)? {
                self.treat(&referrer, &column, row)?;
            }
        }
        self.note(table, id)?;
        self.db
            .execute(&format!("DELETE FROM {table} WHERE id = :id"), named_params! {":id": id})?;
        self.db.touch(table.to_owned(), id);
        Ok(())
    }

    /// Empties every column that is not kept: to its default, else to nothing.
    fn empty(&mut self, table: &str, id: i64, keep: &[&str], set: &[(&str, &str)]) -> Result<()> {
        if !self.seen.insert((table.to_owned(), id)) {
            return Ok(());
        }
        self.note(table, id)?;
        let columns = self.db.rows(
            "SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(:table)",
            named_params! {":table": table},
            |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, bool>(2)?,
                    row.get::<_, Option<String>>(3)?,
                ))
            },
        )?;
        let mut assignments = Vec::new();
        for (name, kind, must, default) in columns {
            if name == "id" || keep.contains(&name.as_str()) {
                continue;
            }
            let value = match set.iter().find(|(column, _)| *column == name) {
                Some((_, "'!'")) => ":now".to_owned(),
                Some((_, expression)) => (*expression).to_owned(),
                None => match (must, default) {
                    (_, Some(default)) => default,
                    (false, None) => "NULL".to_owned(),
                    (true, None) if kind == "TEXT" => "''".to_owned(),
                    (true, None) => "0".to_owned(),
                },
            };
            assignments.push(format!("{name} = {value}"));
        }
        let sql =
            format!("UPDATE {table} SET {} WHERE id = :id AND :now = :now", assignments.join(", "));
        let now = self.db.ctx().now_text();
        self.db.execute(&sql, named_params! {":id": id, ":now": now})?;
        self.db.touch(table.to_owned(), id);
        Ok(())
    }

    /// Counts the row, keeps the names of its files, and empties its images.
    fn note(&mut self, table: &str, id: i64) -> Result<()> {
        *self.taken.rows.entry(table.to_owned()).or_default() += 1;
        self.taken.ids.entry(table.to_owned()).or_default().push(id);
        for (_, column) in self.files.iter().filter(|(name, _)| name == table) {
            let held: Option<Option<String>> = self.db.row(
                &format!("SELECT {column} FROM {table} WHERE id = :id"),
                named_params! {":id": id},
                |row| row.get(0),
            )?;
            self.taken.files.extend(held.flatten().filter(|sha| !sha.is_empty()));
        }
        self.forget_images(table, id)
    }

    fn forget_images(&self, table: &str, id: i64) -> Result<()> {
        self.db.execute(
            "UPDATE changes SET before = NULL, after = '{}', scope = 'erased'
             WHERE table_name = :table AND row_id = :id AND scope = 'row'",
            named_params! {":table": table, ":id": id},
        )?;
        Ok(())
    }
}

/// An action without an image left can no longer be taken back.
fn forget_finished_actions(db: &Writer) -> Result<()> {
    db.execute(
        "UPDATE actions SET undoable = 0
         WHERE undoable = 1
           AND id IN (SELECT c.action_id FROM changes c WHERE c.scope = 'erased')
           AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.action_id = actions.id AND c.scope IN ('row', 'import'))",
        &[],
    )?;
    Ok(())
}

/// Those of the files that no row names any more.
fn unheld(db: &Reader, files: BTreeSet<String>) -> Result<BTreeSet<String>> {
    let columns = file_columns(db)?;
    let mut free = BTreeSet::new();
    for sha in files {
        let mut held = false;
        for (table, column) in &columns {
            held |= db.number(
                &format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = :sha)"),
                named_params! {":sha": sha},
            )? == 1;
        }
        if !held {
            free.insert(sha);
        }
    }
    Ok(free)
}

/// A row as JSON, as it is stored.
pub fn image(
    db: &Reader,
    table: &str,
    id: i64,
) -> Result<Option<serde_json::Map<String, serde_json::Value>>> {
    super::changes::image(db.connection, table, id)
}

/// Places where one of these texts stands in any column of any ordinary table: table, row, column.
/// Upper and lower case are one.
pub fn places(db: &Reader, texts: &[String], most: usize) -> Result<Vec<(String, i64, String)>> {
    let mut found = Vec::new();
    for (table, columns) in columns(db)? {
        if !columns.iter().any(|(name, _)| name == "id") {
            continue;
        }
        for (column, kind) in columns {
            if kind != "TEXT" || found.len() >= most {
                continue;
            }
            let conditions =
                vec![format!("instr(lower({column}), ?) > 0"); texts.len()].join(" OR ");
            if conditions.is_empty() {
                continue;
            }
            let sql = format!("SELECT id FROM {table} WHERE {conditions} LIMIT {most}");
            let values: Vec<Value> =
                texts.iter().map(|text| Value::Text(text.to_lowercase())).collect();
            let mut statement = db.connection.prepare(&sql)?;
            let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
            for id in ids {
                found.push((table.clone(), id?, column.clone()));
            }
        }
    }
    found.truncate(most);
    Ok(found)
}

/// Merges each index of words into one part, so that erased words are gone from the disk.
fn clean_words(connection: &Connection) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%' AND sql NOT LIKE '%fts5vocab%'",
    )?;
    let names: Vec<String> =
        statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for name in names {
        connection.execute(&format!("INSERT INTO {name} ({name}) VALUES ('optimize')"), [])?;
    }
    Ok(())
}

/// How long the end of the write-ahead log is waited for, while everybody waits with us.
const LOG_PATIENCE: Duration = Duration::from_millis(500);

/// Cleans what an erasure leaves behind on the disk: words in the indexes, free pages, the
/// write-ahead log. `compact` also writes the whole database anew, which is needed once for pages
/// that were freed before `secure_delete` was on. False when somebody was reading or writing
/// meanwhile, so that something may be left: it must be done again later.
pub fn scrub(db: &Database, compact: bool) -> Result<bool> {
    db.on_writer(|connection| {
        connection.busy_timeout(LOG_PATIENCE)?;
        let outcome = clean(connection, compact);
        connection.busy_timeout(super::BUSY_TIMEOUT)?;
        match outcome {
            Err(error) if error.code == Code::Busy => Ok(false),
            outcome => outcome,
        }
    })
}

fn clean(connection: &Connection, compact: bool) -> Result<bool> {
    clean_words(connection)?;
    if compact {
        connection.execute_batch("VACUUM")?;
    }
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}
