//! What stands in the fields of one record.

use rusqlite::named_params;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FieldKind, RecordField, Source, alias, all};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::owner::{Owner, OwnerKind};

/// Which fields of which records.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldValuesQuery {
    /// Contacts or organisations.
    pub owner: OwnerKind,
    /// The records, those of one screen.
    pub ids: Vec<i64>,
    /// Keys of fields.
    pub keys: Vec<String>,
}

/// The values of one record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldValuesRow {
    /// The record.
    pub id: i64,
    /// For each key asked for its values; none where there is nothing.
    pub values: Vec<Vec<String>>,
}

/// The values of some fields for the rows of a table.
pub fn of_many(db: &Reader, _ctx: &Ctx, query: FieldValuesQuery) -> Result<Vec<FieldValuesRow>> {
    let known = all(db, query.owner)?;
    let fields: Vec<&RecordField> = query
        .keys
        .iter()
        .map(|key| {
            known
                .iter()
                .find(|field| field.key == *key)
                .ok_or_else(|| Error::invalid(key, "error-unknown-field").arg("field", key))
        })
        .collect::<Result<_>>()?;
    let rows = of_slice(db, query.owner, &query.ids, &fields)?;
    Ok(query.ids.into_iter().zip(rows).map(|(id, values)| FieldValuesRow { id, values }).collect())
}

/// The values of these fields for some records, in the order of both: one question a field for all
/// of them. As [`values_of`] gives them.
pub fn of_slice(
    db: &Reader,
    owner: OwnerKind,
    ids: &[i64],
    fields: &[&RecordField],
) -> Result<Vec<Vec<Vec<String>>>> {
    let mut rows: Vec<Vec<Vec<String>>> = vec![vec![Vec::new(); fields.len()]; ids.len()];
    let list = serde_json::to_string(ids)?;
    let (alias, table) = (alias(owner), table(owner));
    let is_single = |field: &RecordField| !matches!(field.source, Source::Rows { .. });
    let single: Vec<(usize, String, bool)> = fields
        .iter()
        .enumerate()
        .filter(|(_, field)| is_single(field))
        .map(|(at, field)| (at, field.source.scalar(alias), field.kind == FieldKind::YesNo))
        .collect();
    if !single.is_empty() {
        let columns: Vec<&str> = single.iter().map(|(_, sql, _)| sql.as_str()).collect();
        let sql = format!(
            "SELECT slice.key, {} FROM json_each(:ids) slice CROSS JOIN {table} {alias} WHERE {alias}.id = slice.value",
            columns.join(", ")
        );
        db.each_row(&sql, named_params! {":ids": list}, |row| {
            let place = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX);
            for (column, (at, _, is_condition)) in (1..).zip(&single) {
                let value = written(row.get(column)?, *is_condition);
                if let Some(values) = rows.get_mut(place).and_then(|row| row.get_mut(*at)) {
                    values.extend(value);
                }
            }
            Ok(())
        })?;
    }
    for (at, field) in fields.iter().enumerate() {
        let Source::Rows { from, value, order, .. } = &field.source else { continue };
        let from = from.replace("{id}", "slice.value");
        // Every such source begins with FROM; the slice comes first, so that each record's rows
        // are found by their index.
        let from = from.trim_start().trim_start_matches("FROM ");
        let sql = format!(
            "SELECT slice.key, {value} FROM json_each(:ids) slice CROSS JOIN {from} ORDER BY slice.key, {order}"
        );
        db.each_row(&sql, named_params! {":ids": list}, |row| {
            let place = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX);
            let value = written(row.get(1)?, false);
            if let Some(values) = rows.get_mut(place).and_then(|row| row.get_mut(at)) {
                values.extend(value);
            }
            Ok(())
        })?;
    }
    Ok(rows)
}

fn table(owner: OwnerKind) -> &'static str {
    match owner {
        OwnerKind::Contact => "contacts",
        OwnerKind::Organisation => "organisations",
    }
}

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
        .map(|field| (field.source.scalar(alias), field.kind == FieldKind::YesNo))
        .collect();
    if single.is_empty() {
        return Ok(Vec::new());
    }
    let table = table(owner.kind());
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
