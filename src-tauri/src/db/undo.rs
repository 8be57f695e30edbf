//! Undo: a new write from the kept images, refused where the rows have moved on since. An import is
//! taken back but for what has moved on.

mod import;
mod moving;

use std::time::{Duration, Instant};

use moving::Moving;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::changes::{Writer, image};
use super::search::ClearUp;
use super::{Reader, Value};
use crate::error::{Code, Error, Result};

pub use import::{Left, LeftRow};

/// One line of the audit trail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActionRow {
    /// The action.
    pub id: i64,
    /// The command that did it.
    pub command: String,
    /// Who.
    pub actor: String,
    /// Through which door.
    pub source: String,
    /// When.
    pub at: String,
    /// Whether it can be taken back at all.
    pub undoable: bool,
    /// The action that took it back; 0 = it stands.
    pub undone_by: i64,
    /// How many rows it changed.
    pub changes: i64,
}

/// The newest actions first.
pub fn history(db: &Reader, limit: i64) -> Result<Vec<ActionRow>> {
    db.rows(
        "SELECT a.id, a.command, a.actor, a.source, a.at, a.undoable, a.undone_by,
                (SELECT COUNT(*) FROM changes c WHERE c.action_id = a.id)
         FROM actions a
         ORDER BY a.id DESC
         LIMIT :limit",
        named_params! {":limit": limit},
        |row| {
            Ok(ActionRow {
                id: row.get(0)?,
                command: row.get(1)?,
                actor: row.get(2)?,
                source: row.get(3)?,
                at: row.get(4)?,
                undoable: row.get(5)?,
                undone_by: row.get(6)?,
                changes: row.get(7)?,
            })
        },
    )
}

/// The last action through the same door that can be taken back and still stands. An undo is
/// taken back only by its number.
pub fn last_undoable(db: &Reader, source: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT a.id
         FROM actions a
         WHERE a.source = :source AND a.undoable = 1 AND a.undone_by = 0 AND a.undoes = 0
         ORDER BY a.id DESC
         LIMIT 1",
        named_params! {":source": source},
        |row| row.get(0),
    )
}

/// The last undo through the same door that can itself be taken back: nothing else was done
/// through that door since.
pub fn last_redoable(db: &Reader, source: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT u.id
         FROM actions u
         JOIN actions a ON a.id = u.undoes AND a.undoes = 0
         WHERE u.source = :source AND u.undone_by = 0
           AND u.id > COALESCE((SELECT MAX(n.id) FROM actions n
                                WHERE n.source = :source AND n.undoable = 1 AND n.undoes = 0), 0)
         ORDER BY u.id DESC
         LIMIT 1",
        named_params! {":source": source},
        |row| row.get(0),
    )
}

struct Change {
    table: String,
    row: i64,
    scope: String,
    before: Option<Map<String, Json>>,
    after: Map<String, Json>,
}

/// What an undo took back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Undone {
    /// The action that was taken back.
    pub action: i64,
    /// Its command.
    pub command: String,
    /// What of an import was changed or built upon since, and therefore left as it is.
    pub left: Left,
}

/// An undo under way. Most are over once begun; the rows of an import go in steps, each in a
/// transaction of its own, so that sending and editing go on meanwhile. One that was cut off is
/// taken up again by [`Undoing::resume`].
#[derive(Debug)]
pub struct Undoing {
    undoing: i64,
    action: i64,
    command: String,
    taken: Option<import::Taken>,
    moving: Vec<Moving>,
    at: usize,
    /// Indexes that lost much and have to be cleared up.
    thinned: Vec<ClearUp>,
    left: Left,
    done: i64,
    total: i64,
}

/// How long one step of an undo may keep others from writing.
const STEP: Duration = Duration::from_millis(60);

impl Undoing {
    /// Begins to take an action back; this is the action that the steps belong to.
    pub fn begin(db: &Writer, action: i64) -> Result<Self> {
        Self::start(db, action, false)
    }

    /// Begins to put back what an undo took that was stopped half way. Nothing refuses that: what
    /// was changed meanwhile stays as it is.
    pub fn put_back(db: &Writer, undoing: i64) -> Result<Self> {
        Self::start(db, undoing, true)
    }

    fn start(db: &Writer, action: i64, leave_changed: bool) -> Result<Self> {
        let (command, undoable, undone_by, undoes): (String, bool, i64, i64) = db
            .row(
                "SELECT command, undoable, undone_by, undoes FROM actions WHERE id = :id",
                named_params! {":id": action},
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )?
            .ok_or_else(|| Error::new(Code::NotFound, "undo-no-action").arg("id", action))?;
        if !undoable {
            return Err(Error::new(Code::Conflict, "undo-cannot").arg("command", command));
        }
        if undone_by != 0 {
            return Err(Error::new(Code::Conflict, "undo-already").arg("id", action));
        }
        db.begin_undo(action);
        let undoing = db.action_id()?;
        let changes = changes_of(db, action)?;
        let mut begun = Self::new(undoing, action, command);
        match import_of(&changes) {
            Some(import) => {
                let taken = import::Taken::begin(db, undoing, action, import, &changes)?;
                begun.moving = taken.put_into_bin(db, changes.iter().find_map(out_of_bin))?;
                begun.taken = Some(taken);
            }
            None => {
                for change in changes.iter().rev() {
                    if change.scope == "import" {
                        begun.moving.extend(take_back_import(db, undoing, change)?);
                    } else if leave_changed {
                        let left = &mut begun.left;
                        import::restore_untouched_columns(db, undoing, None, change, left)?;
                    } else {
                        take_back_row(db, undoing, change)?;
                    }
                }
            }
        }
        let mark = "UPDATE actions SET undone_by = :by WHERE id = :id";
        db.execute(mark, named_params! {":by": undoing, ":id": action})?;
        if undoes != 0 {
            db.execute(mark, named_params! {":by": 0, ":id": undoes})?;
        }
        Ok(begun.ready())
    }

    /// Takes up the undo of an action that was begun and may not have come to its end; begins it
    /// where it was not.
    pub fn resume(db: &Writer, action: i64) -> Result<Self> {
        let begun: Option<(String, i64)> = db.row(
            "SELECT command, undone_by FROM actions WHERE id = :id AND undone_by <> 0",
            named_params! {":id": action},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let Some((command, undoing)) = begun else { return Self::begin(db, action) };
        let mut resumed = Self::new(undoing, action, command);
        let changes = changes_of(db, action)?;
        if let Some(import) = import_of(&changes) {
            resumed.taken = Some(import::Taken::again(db, undoing, action, import)?);
        }
        for change in changes_of(db, undoing)? {
            resumed.moving.extend(Moving::logged(db, &change)?);
        }
        Ok(resumed.ready())
    }

    fn new(undoing: i64, action: i64, command: String) -> Self {
        Self {
            undoing,
            action,
            command,
            taken: None,
            moving: Vec::new(),
            at: 0,
            thinned: Vec::new(),
            left: Left::default(),
            done: 0,
            total: 0,
        }
    }

    fn ready(mut self) -> Self {
        self.moving.sort_by_key(Moving::rank);
        for moving in &self.moving {
            self.total += moving.count();
            self.thinned.extend(moving.thinned());
        }
        self
    }

    /// The action that is taken back.
    pub fn action(&self) -> i64 {
        self.action
    }

    /// The action that takes the other one back.
    pub fn id(&self) -> i64 {
        self.undoing
    }

    /// Whether nothing is left to do.
    pub fn is_over(&self) -> bool {
        self.at >= self.moving.len() && self.thinned.is_empty()
    }

    /// Rows gone through, and how many there are.
    pub fn progress(&self) -> (i64, i64) {
        (self.done, self.total)
    }

    /// Goes on for a moment.
    pub fn step(&mut self, db: &Writer) -> Result<()> {
        if let Some(taken) = &mut self.taken {
            taken.keep_news(db)?;
        }
        let started = Instant::now();
        while started.elapsed() < STEP
            && let Some(moving) = self.moving.get_mut(self.at)
        {
            match moving.next(db, self.undoing)? {
                0 => self.at += 1,
                count => self.done += count,
            }
        }
        while started.elapsed() < STEP
            && let Some(thinned) = self.thinned.last_mut()
            && self.at >= self.moving.len()
        {
            if thinned.step(db)? {
                self.thinned.pop();
            }
        }
        Ok(())
    }

    /// What was taken back, and what was left.
    pub fn end(self, db: &Writer) -> Result<Undone> {
        let mut left = self.taken.map(|taken| taken.end(db)).transpose()?.unwrap_or_default();
        left.join(self.left);
        for moving in self.moving {
            left.join(moving.left);
        }
        Ok(Undone { action: self.action, command: self.command, left })
    }
}

/// The import whose rows these changes added, or brought again. Batches of the mailbox have numbers
/// below 0 and are taken back whole or not at all.
fn import_of(changes: &[Change]) -> Option<i64> {
    changes
        .iter()
        .find(|change| {
            change.scope == "import" && change.row > 0 && !change.after.contains_key("deleted_at")
        })
        .map(|change| change.row)
}

/// When the rows went into the bin that this change brought out of it.
fn out_of_bin(change: &Change) -> Option<&str> {
    let before = change.before.as_ref().filter(|_| change.scope == "import")?;
    before.get("deleted_at").and_then(Json::as_str)
}

fn changes_of(db: &Reader, action: i64) -> Result<Vec<Change>> {
    let parse = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
    db.rows(
        "SELECT table_name, row_id, scope, before, after FROM changes WHERE action_id = :action AND scope IN ('row', 'import') ORDER BY id",
        named_params! {":action": action},
        |row| {
            Ok(Change {
                table: row.get(0)?,
                row: row.get(1)?,
                scope: row.get(2)?,
                before: parse(row.get(3)?),
                after: parse(row.get(4)?).unwrap_or_default(),
            })
        },
    )
}

fn take_back_row(db: &Writer, undoing: i64, change: &Change) -> Result<()> {
    let now = image(db.connection, &change.table, change.row)?
        .ok_or_else(|| Error::new(Code::Conflict, "undo-gone").arg("row", &change.table))?;
    let moved = change.after.iter().any(|(column, value)| {
        !matches!(column.as_str(), "version" | "updated_at")
            && now.get(column).unwrap_or(&Json::Null) != value
    });
    if moved {
        return Err(changed_since(&now, &change.table));
    }
    let target = match &change.before {
        Some(before) => before.clone(),
        None => {
            refuse_when_referred(db, &change.table, change.row, &now)?;
            Map::from_iter([("deleted_at".to_owned(), Json::from(db.ctx().now_text()))])
        }
    };
    set_columns(db, &change.table, change.row, &now, &target).map_err(|cause| {
        if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) {
            changed_since(&now, &change.table).because(cause)
        } else {
            Error::from(cause)
        }
    })?;
    let before: Map<String, Json> = target
        .keys()
        .map(|column| (column.clone(), now.get(column).cloned().unwrap_or(Json::Null)))
        .collect();
    db.log(
        undoing,
        &change.table,
        change.row,
        Some(&Json::Object(before).to_string()),
        Some(&Json::Object(target.clone()).to_string()),
    )?;
    db.touch(change.table.clone(), change.row);
    Ok(())
}

/// Writes columns of a row as it is `now`; its version and time follow where it has them.
pub(in crate::db) fn set_columns(
    db: &Writer,
    table: &str,
    row: i64,
    now: &Map<String, Json>,
    target: &Map<String, Json>,
) -> rusqlite::Result<()> {
    let mut assignments: Vec<String> =
        target.keys().map(|column| format!("{column} = ?")).collect();
    let mut values: Vec<Value> = target.values().map(json_value).collect();
    if now.contains_key("updated_at") {
        assignments.push("updated_at = ?".to_owned());
        values.push(Value::Text(db.ctx().now_text()));
    }
    if now.contains_key("version") {
        assignments.push("version = version + 1".to_owned());
    }
    values.push(Value::Integer(row));
    let sql = format!("UPDATE {table} SET {} WHERE id = ?", assignments.join(", "));
    db.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values)).map(drop)
}

fn json_value(json: &Json) -> Value {
    match json {
        Json::Number(number) => number
            .as_i64()
            .map_or_else(|| Value::Real(number.as_f64().unwrap_or_default()), Value::Integer),
        Json::String(text) => Value::Text(text.clone()),
        Json::Bool(yes) => Value::Integer(i64::from(*yes)),
        _ => Value::Null,
    }
}

pub(in crate::db) fn changed_since(now: &Map<String, Json>, table: &str) -> Error {
    Error::new(Code::Conflict, "undo-changed-since").arg("name", name_in(now).unwrap_or(table))
}

/// What a row is called.
fn name_in(row: &Map<String, Json>) -> Option<&str> {
    ["name", "headline", "value", "file_name", "summary"]
        .iter()
        .find_map(|column| row.get(*column).and_then(Json::as_str))
}

/// Tables with a foreign key to `table`, and the column that holds it.
pub(in crate::db) fn referrers(
    connection: &Connection,
    table: &str,
) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut names = connection.prepare_cached(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'",
    )?;
    let names: Vec<String> =
        names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for name in names {
        let mut keys = connection.prepare(&format!("PRAGMA foreign_key_list({name})"))?;
        let mut rows = keys.query([])?;
        while let Some(row) = rows.next()? {
            if row.get::<_, String>("table")? == table {
                found.push((name.clone(), row.get("from")?));
            }
        }
    }
    Ok(found)
}

fn columns_of(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM {table} LIMIT 0"))?;
    let columns = statement.column_names().into_iter().map(str::to_owned).collect();
    drop(statement.query([])?);
    Ok(columns)
}

pub(in crate::db) fn has_bin(connection: &Connection, table: &str) -> Result<bool> {
    Ok(columns_of(connection, table)?.iter().any(|column| column == "deleted_at"))
}

fn refuse_when_referred(db: &Writer, table: &str, row: i64, now: &Map<String, Json>) -> Result<()> {
    for (referrer, column) in referrers(db.connection, table)? {
        let live = if has_bin(db.connection, &referrer)? { "AND deleted_at IS NULL" } else { "" };
        let sql = format!("SELECT COUNT(*) FROM {referrer} WHERE {column} = :row {live}");
        if db.number(&sql, named_params! {":row": row})? > 0 {
            return Err(changed_since(now, table).arg("table", referrer));
        }
    }
    Ok(())
}

/// Takes the rows that an import brought into one table back, or brings them again.
fn take_back_import(db: &Writer, undoing: i64, change: &Change) -> Result<Option<Moving>> {
    let (table, import) = (&change.table, change.row);
    let binned_at = change.after.get("deleted_at").and_then(Json::as_str);
    let mut moving = if let Some(binned_at) = binned_at {
        let (before, after) =
            (serde_json::json!({ "deleted_at": binned_at }), Json::Object(Map::new()));
        log_import_scope(db, undoing, table, import, &before, &after)?;
        Moving::back(db, table, import, binned_at)?
    } else {
        refuse_when_import_moved(db, table, import, undoing)?;
        // The instant of before, by which whoever does the undo again finds the rows.
        let now = db.ctx().now_text();
        let at = out_of_bin(change).unwrap_or(&now);
        log_import_taken_back(db, undoing, table, import, at)?;
        Moving::bin(db, table, import, at)?
    };
    if import > 0 {
        return Ok(Some(moving));
    }
    // A batch of the mailbox is small, and its rows refer to each other.
    while moving.next(db, undoing)? > 0 {}
    Ok(None)
}

/// Notes that an import's rows go into the bin at this instant.
fn log_import_taken_back(
    db: &Writer,
    undoing: i64,
    table: &str,
    import: i64,
    at: &str,
) -> Result<()> {
    let (before, after) = (serde_json::json!({}), serde_json::json!({ "deleted_at": at }));
    log_import_scope(db, undoing, table, import, &before, &after)
}

fn log_import_scope(
    db: &Writer,
    undoing: i64,
    table: &str,
    import: i64,
    before: &Json,
    after: &Json,
) -> Result<()> {
    db.execute(
        "INSERT INTO changes (action_id, table_name, row_id, scope, before, after) VALUES (:action, :table, :row, 'import', :before, :after)",
        named_params! {":action": undoing, ":table": table, ":row": import, ":before": before.to_string(), ":after": after.to_string()},
    )?;
    Ok(())
}

/// A batch can be taken back while nobody has changed its rows or built on them.
fn refuse_when_import_moved(db: &Writer, table: &str, import: i64, undoing: i64) -> Result<()> {
    let moved: Option<i64> = db.row(
        &format!(
            "SELECT t.id
             FROM actions a
             JOIN changes c ON c.action_id = a.id AND c.scope = 'row' AND c.table_name = :table
             JOIN {table} t ON t.id = c.row_id AND t.import_id = :import
             WHERE a.id > COALESCE((SELECT i.action_id FROM imports i WHERE i.id = :import), -:import)
               AND a.id <> :undoing AND a.undone_by = 0 AND a.undoes = 0
             LIMIT 1"
        ),
        named_params! {":table": table, ":import": import, ":undoing": undoing},
        |row| row.get(0),
    )?;
    if let Some(id) = moved {
        let now = image(db.connection, table, id)?.unwrap_or_default();
        return Err(changed_since(&now, table));
    }
    for (referrer, column) in referrers(db.connection, table)? {
        let live = if has_bin(db.connection, &referrer)? {
            "AND r.deleted_at IS NULL AND r.import_id <> :import"
        } else {
            ""
        };
        let sql = format!(
            "SELECT t.id FROM {table} t JOIN {referrer} r ON r.{column} = t.id WHERE t.import_id = :import {live} LIMIT 1"
        );
        let referred: Option<i64> =
            db.row(&sql, named_params! {":import": import}, |row| row.get(0))?;
        if let Some(id) = referred {
            let now = image(db.connection, table, id)?.unwrap_or_default();
            return Err(changed_since(&now, table).arg("table", referrer));
        }
    }
    Ok(())
}
