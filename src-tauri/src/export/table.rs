//! The rows of an export: fields of contacts or organisations as cells.

use super::{AFFILIATIONS, ALWAYS, ExportOrder, NO_COLUMNS, ON_DEMAND, header};
use crate::affiliation::{self, AffiliationRow};
use crate::contact::{self, ContactFilter};
use crate::db::Reader;
use crate::error::{Error, Result};
use crate::field::{self, FieldKind, RecordField};
use crate::format::contact_columns::quoted_label;
use crate::job::Job;
use crate::organisation;
use crate::owner::{Owner, OwnerKind};
use crate::reach;
use crate::text::{known, sentence};

/// A table ready to be written.
pub struct Table {
    /// Keys of the columns.
    pub keys: Vec<String>,
    /// Names of the office's own fields, by key.
    pub headers: Vec<String>,
    /// What the cells of each column are.
    pub kinds: Vec<FieldKind>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

const PAGE: i64 = 1000;

/// Reads the rows. `raw` leaves the words of choices as they are stored, for other programs.
pub fn read(
    db: &Reader,
    job: &Job,
    owner: OwnerKind,
    order: &ExportOrder,
    language: &str,
    raw: bool,
) -> Result<Table> {
    let all = field::all(db, owner)?;
    let wanted = wanted(&all, owner, order.columns.as_deref())?;
    let fields: Vec<RecordField> = wanted
        .iter()
        .filter_map(|key| all.iter().find(|field| field.key == *key).cloned())
        .collect();
    let mut rows = Vec::new();
    let ids = ids(db, job, owner, order)?;
    let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    for (done, id) in ids.into_iter().enumerate() {
        if done % 200 == 0 {
            job.check_cancelled()?;
            job.progress("phase-exporting", i64::try_from(done).unwrap_or(0), total);
        }
        rows.push(cells(db, owner, id, &wanted, &fields, language, raw)?);
    }
    let name_of = |key: &String| match fields.iter().find(|field| field.key == *key) {
        Some(field) => header(language, owner, field),
        None => sentence(language, "export-column-affiliations", &[]),
    };
    let kind_of = |key: &String| {
        fields
            .iter()
            .find(|field| field.key == *key)
            .map_or(FieldKind::LongText, |field| field.kind)
    };
    let mut table = Table {
        headers: wanted.iter().map(name_of).collect(),
        kinds: wanted.iter().map(kind_of).collect(),
        keys: wanted,
        rows,
    };
    if order.columns.is_none() {
        drop_empty_columns(&mut table);
    }
    Ok(table)
}

/// The keys of the columns in their order.
fn wanted(all: &[RecordField], owner: OwnerKind, chosen: Option<&[String]>) -> Result<Vec<String>> {
    if let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()) {
        let unknown = chosen.iter().find(|key| {
            let extra = owner == OwnerKind::Contact && *key == AFFILIATIONS;
            !extra
                && (NO_COLUMNS.contains(&key.as_str())
                    || !all.iter().any(|field| field.key == **key))
        });
        return match unknown {
            Some(key) => {
                let known: Vec<&str> = all.iter().map(|field| field.key.as_str()).collect();
                Err(Error::invalid("columns", "export-unknown-column")
                    .arg("column", key)
                    .arg("columns", known.join(", ")))
            }
            None => Ok(chosen.to_vec()),
        };
    }
    let mut keys: Vec<String> = all
        .iter()
        .map(|field| field.key.clone())
        .filter(|key| !NO_COLUMNS.contains(&key.as_str()) && !ON_DEMAND.contains(&key.as_str()))
        .collect();
    if owner == OwnerKind::Contact {
        keys.push(AFFILIATIONS.to_owned());
    }
    Ok(keys)
}

/// Whom to export, in their order.
fn ids(db: &Reader, job: &Job, owner: OwnerKind, order: &ExportOrder) -> Result<Vec<i64>> {
    if let Some(ids) = &order.ids {
        return Ok(ids.clone());
    }
    if owner == OwnerKind::Organisation {
        return organisation::all_ids(db);
    }
    let filter = order.filter.clone().unwrap_or_default();
    let mut ids = Vec::new();
    loop {
        job.check_cancelled()?;
        let page = contact::list(
            db,
            &job.ctx,
            ContactFilter {
                offset: Some(i64::try_from(ids.len()).unwrap_or(i64::MAX)),
                limit: Some(PAGE),
                without_total: Some(true),
                ..filter.clone()
            },
        )?;
        let count = i64::try_from(page.rows.len()).unwrap_or(0);
        ids.extend(page.rows.iter().map(|row| row.id));
        if count < PAGE {
            return Ok(ids);
        }
    }
}

fn cells(
    db: &Reader,
    owner: OwnerKind,
    id: i64,
    wanted: &[String],
    fields: &[RecordField],
    language: &str,
    raw: bool,
) -> Result<Vec<String>> {
    let whose = match owner {
        OwnerKind::Contact => Owner::Contact(id),
        OwnerKind::Organisation => Owner::Organisation(id),
    };
    let values = field::values_of(db, whose, fields)?;
    let stays = match owner {
        OwnerKind::Contact => affiliation::of_contact(db, id)?,
        OwnerKind::Organisation => Vec::new(),
    };
    let phones: Vec<String> = match owner {
        OwnerKind::Contact => reach::of_contact(db, id)?
            .into_iter()
            .filter(|reach| reach.kind == "phone")
            .map(|reach| reach.value)
            .collect(),
        OwnerKind::Organisation => Vec::new(),
    };
    let here = stays.first().filter(|stay| stay.ended_on.is_empty());
    let mut cells = Vec::with_capacity(wanted.len());
    for key in wanted {
        let found = fields.iter().zip(&values).find(|(field, _)| field.key == *key);
        let of_contact = owner == OwnerKind::Contact;
        let cell = match (key.as_str(), found) {
            // One outlet, position and department a row, those of the same stay.
            ("outlet", _) if of_contact => here.map(|stay| stay.organisation.clone()),
            ("position", _) if of_contact => here.map(|stay| stay.position.clone()),
            ("department", _) if of_contact => here.map(|stay| stay.department.clone()),
            ("phone", _) if of_contact => Some(phones.join("; ")),
            (AFFILIATIONS, _) => Some(all_stays(&stays)),
            (_, Some((field, values))) => Some(cell(field, values, language, raw)),
            (_, None) => None,
        };
        cells.push(cell.unwrap_or_default());
    }
    Ok(cells)
}

fn cell(field: &RecordField, values: &[String], language: &str, raw: bool) -> String {
    let said = |word: &String| {
        if raw || field.choice_text.is_empty() {
            return word.clone();
        }
        known(language, &format!("{}-{word}", field.choice_text), &[])
            .unwrap_or_else(|| word.clone())
    };
    match field.kind {
        FieldKind::Choice => values.first().map(said).unwrap_or_default(),
        FieldKind::YesNo => match values.first().map(String::as_str) {
            // What Warta finds out is said where it holds; what the office answers, both ways.
            Some("yes") => known(language, "yes-no-yes", &[]).unwrap_or_default(),
            Some("no") if field.custom_field_id != 0 => {
                known(language, "yes-no-no", &[]).unwrap_or_default()
            }
            _ => String::new(),
        },
        _ if field.many && field.custom_field_id == 0 => {
            let quoted: Vec<_> = values.iter().map(|value| quoted_label(value)).collect();
            quoted.join("; ")
        }
        _ => values.first().cloned().unwrap_or_default(),
    }
}

/// All stays, one a line, where outlet and position alone do not say it.
fn all_stays(stays: &[AffiliationRow]) -> String {
    let plain = |stay: &AffiliationRow| stay.started_on.is_empty() && stay.ended_on.is_empty();
    if stays.len() < 2 && stays.iter().all(plain) {
        return String::new();
    }
    let lines: Vec<String> = stays
        .iter()
        .map(|stay| {
            let line = [
                stay.organisation.as_str(),
                &stay.position,
                &stay.department,
                &stay.started_on,
                &stay.ended_on,
            ]
            .join(" | ");
            line.trim_end_matches([' ', '|']).to_owned()
        })
        .collect();
    lines.join("\n")
}

fn drop_empty_columns(table: &mut Table) {
    let keep: Vec<bool> = table
        .keys
        .iter()
        .enumerate()
        .map(|(at, key)| {
            ALWAYS.contains(&key.as_str())
                || table.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))
        })
        .collect();
    fn retain<T>(values: &mut Vec<T>, keep: &[bool]) {
        let mut at = 0;
        values.retain(|_| {
            at += 1;
            keep.get(at - 1).copied().unwrap_or(true)
        });
    }
    retain(&mut table.keys, &keep);
    retain(&mut table.headers, &keep);
    retain(&mut table.kinds, &keep);
    for row in &mut table.rows {
        retain(row, &keep);
    }
}
