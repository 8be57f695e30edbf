//! The rows of the demo's tables. A day may be counted from today: `@-30` was thirty days ago,
//! `@1988+3` is the birthday of somebody born in 1988 that comes in three days.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Map, Value as Json};

use super::text;
use crate::error::{Error, Result};

/// A row by the names of its columns.
pub type Row = BTreeMap<String, String>;

/// The rows of a table.
pub fn rows(name: &str) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_reader(text(name)?.as_bytes());
    reader.deserialize().collect::<std::result::Result<_, _>>().map_err(Error::internal)
}

/// A cell; empty where there is none.
pub fn cell<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map(String::as_str).unwrap_or_default()
}

/// The words of a cell that holds several.
pub fn several(row: &Row, name: &str) -> Vec<String> {
    parts(cell(row, name)).map(str::to_owned).collect()
}

/// The parts of a cell.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// A cell with the day that it counts from `today`; any other text as it is.
pub fn resolved(cell: &str, today: NaiveDate) -> String {
    let counted = cell.strip_prefix('@').and_then(|rest| {
        let (year, offset) = rest.split_at(rest.find(['+', '-'])?);
        let is_year = year.is_empty() || year.parse::<i32>().is_ok();
        Some((year, offset.parse::<i64>().ok().filter(|_| is_year)?))
    });
    let Some((year, days)) = counted else { return cell.to_owned() };
    let apart = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(apart) } else { today.checked_add_days(apart) }
        .unwrap_or(today);
    match year.parse() {
        Ok(year) => day.with_year(year).unwrap_or(day).to_string(),
        Err(_) => day.to_string(),
    }
}

/// The fields that a row fills, to be saved: a column is a field, or `column=field` of another name.
pub fn set(row: &Row, fields: &[&str], today: NaiveDate) -> Map<String, Json> {
    fields
        .iter()
        .filter_map(|named| {
            let (column, field) = named.split_once('=').unwrap_or((named, named));
            let value = resolved(cell(row, column), today);
            let json = match field {
                _ if value.is_empty() => return None,
                "reach_value" => Json::from(value.parse::<i64>().unwrap_or(0)),
                _ => Json::from(value),
            };
            Some((field.to_owned(), json))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_today() {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        assert_eq!(resolved("@-22", today), "2026-10-31");
        assert_eq!(resolved("@+9", today), "2026-12-01");
        assert_eq!(resolved("@1988+3", today), "1988-11-25");
        assert_eq!(resolved("1988-11-25", today), "1988-11-25");
        for text in ["pukul 09.00", "@contohkota", "@jajan.contoh", "@a-3"] {
            assert_eq!(resolved(text, today), text);
        }
    }
}
