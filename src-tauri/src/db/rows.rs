//! Rows of any table by its name, for what must reach every table that refers to a record, those
//! of tomorrow included: taking one record into another, and apart again.

use rusqlite::named_params;
use serde_json::{Map, Value as Json};

use super::changes::{self, Writer};
use super::{Reader, undo};
use crate::error::{Code, Error, Result};

/// A column that refers to a record of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referrer {
    /// The table that holds the column.
    pub table: String,
    /// The column.
    pub column: String,
    /// Whether its rows can lie in the bin.
    pub has_bin: bool,
}

/// Every column that refers to `table` by a foreign key.
pub fn referrers(db: &Reader, table: &str) -> Result<Vec<Referrer>> {
    undo::referrers(db.connection, table)?
        .into_iter()
        .map(|(table, column)| {
            let has_bin = undo::has_bin(db.connection, &table)?;
            Ok(Referrer { table, column, has_bin })
        })
        .collect()
}

/// The ids of the rows that refer to the record, those in the bin left out.
pub fn referring(db: &Reader, referrer: &Referrer, record: i64) -> Result<Vec<i64>> {
    let live = if referrer.has_bin { "AND deleted_at IS NULL" } else { "" };
    let Referrer { table, column, .. } = referrer;
    db.rows(
        &format!("SELECT id FROM {table} WHERE {column} = :record {live} ORDER BY id"),
        named_params! {":record": record},
        |row| row.get(0),
    )
}

/// A row as JSON, in the bin or not.
pub fn image(db: &Reader, table: &str, row: i64) -> Result<Option<Map<String, Json>>> {
    changes::image(db.connection, table, row)
}

/// Writes columns of a row, with its images in the change log. False, and nothing done, where a
/// unique index forbids it.
pub fn write(db: &Writer, table: &str, row: i64, values: &Map<String, Json>) -> Result<bool> {
    let now = image(db, table, row)?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", row))?;
    if let Some(unknown) = values.keys().find(|column| !now.contains_key(*column)) {
        return Err(Error::internal(format!("{table} has no column {unknown}")));
    }
    let changed: Map<String, Json> = values
        .iter()
        .filter(|(column, value)| now.get(*column) != Some(value))
        .map(|(column, value)| (column.clone(), value.clone()))
        .collect();
    if changed.is_empty() {
        return Ok(true);
    }
    match undo::set_columns(db, table, row, &now, &changed) {
        Ok(()) => {}
        Err(cause) if is_twice(&cause) => return Ok(false),
        Err(cause) => return Err(Error::from(cause)),
    }
    let before: Map<String, Json> = changed
        .keys()
        .filter_map(|column| now.get(column).map(|value| (column.clone(), value.clone())))
        .collect();
    let action = db.action_id()?;
    db.log(
        action,
        table,
        row,
        Some(&Json::Object(before).to_string()),
        Some(&Json::Object(changed).to_string()),
    )?;
    db.touch(table.to_owned(), row);
    Ok(true)
}

/// Puts a row into the bin; gives the moment that stands in it.
pub fn bin(db: &Writer, table: &str, row: i64) -> Result<String> {
    let at = db.ctx().now_text();
    let values = Map::from_iter([("deleted_at".to_owned(), Json::from(at.clone()))]);
    write(db, table, row, &values)?;
    Ok(at)
}

fn is_twice(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error().is_some_and(|error| {
        error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
            || error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
    })
}
