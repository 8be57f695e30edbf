//! Undo: a new write from the kept images, refused where the rows have moved on since. An import is
//! taken back but for what has moved on.

mod import;

use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::changes::{Writer, image};
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

/// Takes an action back.
pub fn undo(db: &Writer, action: i64) -> Result<Undone> {
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
    let left = match import_of(&changes) {
        Some(import) => import::take_back(db, undoing, action, import, &changes)?,
        None => {
            for change in changes.iter().rev() {
                if change.scope == "import" {
                    take_back_import(db, undoing, change)?;
                } else {
                    take_back_row(db, undoing, change)?;
                }
            }
            Left::default()
        }
    };
    let mark = "UPDATE actions SET undone_by = :by WHERE id = :id";
    db.execute(mark, named_params! {":by": undoing, ":id": action})?;
    if undoes != 0 {
        db.execute(mark, named_params! {":by": 0, ":id": undoes})?;
    }
    Ok(Undone { action, command, left })
}

/// The import that these changes added, unless they are an undo of one. Batches of the mailbox
/// have numbers below 0 and are taken back whole or not at all.
fn import_of(changes: &[Change]) -> Option<i64> {
    changes
        .iter()
        .find(|change| {
            change.scope == "import"
                && change.row > 0
                && !change.after.contains_key("deleted_at")
                && change.before.is_none()
        })
        .map(|change| change.row)
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

fn take_back_import(db: &Writer, undoing: i64, change: &Change) -> Result<()> {
    let (table, import) = (&change.table, change.row);
    let binned_at = change.after.get("deleted_at").and_then(Json::as_str);
    let now = db.ctx().now_text();
    let (before, after) = if let Some(binned_at) = binned_at {
        let sql = format!(
            "UPDATE {table} SET deleted_at = NULL WHERE import_id = :import AND deleted_at = :at"
        );
        db.execute(&sql, named_params! {":import": import, ":at": binned_at})?;
        (serde_json::json!({ "deleted_at": binned_at }), serde_json::json!({}))
    } else {
        refuse_when_import_moved(db, table, import, undoing)?;
        let sql = format!(
            "UPDATE {table} SET deleted_at = :now WHERE import_id = :import AND deleted_at IS NULL"
        );
        db.execute(&sql, named_params! {":now": now, ":import": import})?;
        (serde_json::json!({}), serde_json::json!({ "deleted_at": now }))
    };
    log_import_scope(db, undoing, table, import, &before, &after)?;
    touch_import(db, table, import)
}

/// Notes that an import's rows went into the bin at this instant.
fn log_import_taken_back(
    db: &Writer,
    undoing: i64,
    table: &str,
    import: i64,
    at: &str,
) -> Result<()> {
    let (before, after) = (serde_json::json!({}), serde_json::json!({ "deleted_at": at }));
    log_import_scope(db, undoing, table, import, &before, &after)?;
    touch_import(db, table, import)
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

fn touch_import(db: &Writer, table: &str, import: i64) -> Result<()> {
    let ids: Vec<i64> = db.rows(
        &format!("SELECT id FROM {table} WHERE import_id = :import"),
        named_params! {":import": import},
        |row| row.get(0),
    )?;
    for id in ids {
        db.touch(table.to_owned(), id);
    }
    Ok(())
}

/// An import can be taken back while nobody has changed its rows or built on them.
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
