//! What stands in the fields of one record.

use rusqlite::named_params;
use rusqlite::types::Value;

use super::{RecordField, Source, alias};
use crate::db::Reader;
use crate::error::Result;
use crate::owner::Owner;

/// The values of these fields for one contact or organisation, in the order of the fields; none
/// where there is nothing. As they are stored: days as `YYYY-MM-DD`, choices as words, yes and no
/// as `yes` and `no`.
pub fn values_of(db: &Reader, owner: Owner, fields: &[RecordField]) -> Result<Vec<Vec<String>>> {
    let mut scalars = single_values(db, owner, fields)?.into_iter();
    let mut all = Vec::with_capacity(fields.len());
    for field in fields {
        all.push(match &field.source {
            Source::Rows { from, value, order, .. } => several(db, owner, from, value, order)?,
            _ => scalars.next().flatten().into_iter().collect(),
        });
    }
    Ok(all)
}

/// A field's values as one text: several are joined by `; `.
pub fn text_of(values: &[String]) -> String {
    values.join("; ")
}

/// The columns and expressions among the fields, read in one go.
fn single_values(db: &Reader, owner: Owner, fields: &[RecordField]) -> Result<Vec<Option<String>>> {
    let alias = alias(owner.kind());
    let single: Vec<(String, bool)> = fields
        .iter()
        .filter(|field| !matches!(field.source, Source::Rows { .. }))
        .map(|field| (field.source.scalar(alias), field.kind == super::FieldKind::YesNo))
        .collect();
    if single.is_empty() {
        return Ok(Vec::new());
    }
    let table = match owner {
        Owner::Contact(_) => "contacts",
        Owner::Organisation(_) => "organisations",
    };
    let columns: Vec<&str> = single.iter().map(|(sql, _)| sql.as_str()).collect();
    let sql = format!("SELECT {} FROM {table} {alias} WHERE {alias}.id = :id", columns.join(", "));
    let found = db.row(&sql, named_params! {":id": owner.id()}, |row| {
        single
            .iter()
            .enumerate()
            .map(|(at, (_, is_condition))| Ok(written(row.get(at)?, *is_condition)))
            .collect::<rusqlite::Result<Vec<_>>>()
    })?;
    Ok(found.unwrap_or_default())
}

fn several(db: &Reader, owner: Owner, from: &str, value: &str, order: &str) -> Result<Vec<String>> {
    let from = from.replace("{id}", ":id");
    let found = db.rows(
        &format!("SELECT {value} {from} ORDER BY {order}"),
        named_params! {":id": owner.id()},
        |row| Ok(written(row.get(0)?, false)),
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// A stored value as text; nothing where it is empty. A number 0 means "not said".
fn written(value: Value, is_condition: bool) -> Option<String> {
    match value {
        Value::Integer(yes) if is_condition => Some(if yes == 0 { "no" } else { "yes" }.to_owned()),
        Value::Integer(0) | Value::Null | Value::Blob(_) => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text).filter(|text| !text.is_empty()),
    }
}
