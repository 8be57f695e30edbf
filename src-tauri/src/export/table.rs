//! The rows of an export: fields of contacts or organisations as cells, read slice by slice, so that
//! memory does not grow with the list.

use std::cell::Cell;
use std::sync::Arc;

use super::details::{self, DETAILS};
use super::{ALWAYS, ExportOrder, NO_COLUMNS, ON_DEMAND, header};
use crate::affiliation;
use crate::contact::{self, ContactFilter};
use crate::custom_field;
use crate::db::Reader;
use crate::error::{Error, Result};
use crate::field::{self, FieldKind, RecordField};
use crate::format::contact_columns::quoted_label;
use crate::format::person_name;
use crate::job::Job;
use crate::organisation;
use crate::owner::OwnerKind;
use crate::reach::{self, Reach};
use crate::text::{known, sentence};

/// Records read at once.
const SLICE: usize = 500;
const PAGE: i64 = 1000;

/// A column of the export.
pub struct Column {
    /// The field's key, or that of one of [`DETAILS`].
    pub key: String,
    /// What stands on top.
    pub header: String,
    /// What its cells are.
    pub kind: FieldKind,
    source: From,
}

enum From {
    /// The field, as it stands.
    Field(Box<RecordField>),
    /// The outlet, position and department of the stay that lists show.
    Outlet,
    Position,
    Department,
    /// Numbers that are not told to take WhatsApp.
    Phone,
    /// What needs several parts, by its place among [`DETAILS`].
    Details(&'static str),
}

/// A table whose rows can be read, more than once.
pub struct Table<'a> {
    db: &'a Reader<'a>,
    job: &'a Job<'a>,
    owner: OwnerKind,
    language: &'a str,
    /// Leaves the words of choices as they are stored, for other programs.
    raw: bool,
    ids: Arc<Vec<i64>>,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// Records read so far and in all passes, for the progress.
    done: Cell<i64>,
    total: i64,
}

impl<'a> Table<'a> {
    /// Finds out who is in it and which columns it has. `cards` are written for other programs and
    /// leave out what is empty by themselves.
    pub fn open(
        db: &'a Reader<'a>,
        job: &'a Job<'a>,
        owner: OwnerKind,
        order: &ExportOrder,
        language: &'a str,
        cards: bool,
    ) -> Result<Self> {
        let chosen = order.columns.as_deref().filter(|chosen| !chosen.is_empty());
        let ids = ids(db, job, owner, order)?;
        let looks = chosen.is_none() && !cards;
        let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        let mut table = Self {
            db,
            job,
            owner,
            language,
            raw: cards,
            ids,
            columns: columns(db, owner, chosen, language)?,
            done: Cell::new(0),
            total: total * if looks { 2 } else { 1 },
        };
        if looks {
            table.drop_empty_columns()?;
        }
        Ok(table)
    }

    /// How many rows it has.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// The names of its columns.
    pub fn headers(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.header.as_str()).collect()
    }

    /// Its rows, one after another.
    pub fn rows(&self) -> impl Iterator<Item = Result<Vec<String>>> + '_ {
        let every: Vec<&Column> = self.columns.iter().collect();
        self.ids.chunks(SLICE).flat_map(move |ids| match self.slice(ids, &every) {
            Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        })
    }

    /// Keeps the columns that some row fills. A column is looked at until its first value.
    fn drop_empty_columns(&mut self) -> Result<()> {
        let mut filled: Vec<bool> =
            self.columns.iter().map(|column| ALWAYS.contains(&column.key.as_str())).collect();
        let mut splits_names = false;
        for ids in self.ids.chunks(SLICE) {
            let open: Vec<(usize, &Column)> = self
                .columns
                .iter()
                .enumerate()
                .filter(|(at, column)| {
                    filled.get(*at) == Some(&false) || column.key == "name" && !splits_names
                })
                .collect();
            let columns: Vec<&Column> = open.iter().map(|(_, column)| *column).collect();
            for row in self.slice(ids, &columns)? {
                for ((at, column), cell) in open.iter().zip(&row) {
                    splits_names |= column.key == "name" && person_name::split(cell).name != *cell;
                    if let Some(filled) = filled.get_mut(*at).filter(|_| !cell.is_empty()) {
                        *filled = true;
                    }
                }
            }
        }
        let mut at = 0;
        self.columns.retain(|column| {
            at += 1;
            // Beside columns for titles, however empty, a name is taken as it stands.
            let titles = matches!(column.key.as_str(), "name_prefix" | "name_suffix");
            filled.get(at - 1).copied().unwrap_or(true) || splits_names && titles
        });
        Ok(())
    }

    /// The cells of some records.
    fn slice(&self, ids: &[i64], columns: &[&Column]) -> Result<Vec<Vec<String>>> {
        self.job.check_cancelled()?;
        self.job.progress("phase-exporting", self.done.get(), self.total);
        self.done.set(self.done.get() + i64::try_from(ids.len()).unwrap_or(0));
        let fields: Vec<&RecordField> = columns
            .iter()
            .filter_map(|column| match &column.source {
                From::Field(field) => Some(&**field),
                _ => None,
            })
            .collect();
        let values = field::of_slice(self.db, self.owner, ids, &fields)?;
        let mut rows = Vec::with_capacity(ids.len());
        for (id, values) in ids.iter().zip(values) {
            rows.push(self.cells(*id, columns, values)?);
        }
        Ok(rows)
    }

    fn cells(&self, id: i64, columns: &[&Column], values: Vec<Vec<String>>) -> Result<Vec<String>> {
        let works = |column: &&&Column| {
            matches!(column.source, From::Outlet | From::Position | From::Department)
        };
        let here = match columns.iter().any(|column| works(&column)) {
            true => affiliation::of_contact(self.db, id)?
                .into_iter()
                .next()
                .filter(|stay| stay.ended_on.is_empty()),
            false => None,
        };
        let mut values = values.into_iter();
        let mut cells = Vec::with_capacity(columns.len());
        for column in columns {
            let here = here.as_ref();
            cells.push(match &column.source {
                From::Outlet => here.map(|stay| stay.organisation.clone()).unwrap_or_default(),
                From::Position => here.map(|stay| stay.position.clone()).unwrap_or_default(),
                From::Department => here.map(|stay| stay.department.clone()).unwrap_or_default(),
                From::Phone => self.plain_phones(id)?,
                From::Details(key) => details::cell(self.db, self.owner.of(id), key)?,
                From::Field(field) => self.cell(field, &values.next().unwrap_or_default()),
            });
        }
        Ok(cells)
    }

    fn plain_phones(&self, id: i64) -> Result<String> {
        let reaches: Vec<Reach> = match self.owner {
            OwnerKind::Contact => reach::of_contact(self.db, id)?,
            OwnerKind::Organisation => reach::of_organisation(self.db, id)?,
        };
        let phones: Vec<String> = reaches
            .into_iter()
            .filter(|reach| reach.kind == "phone")
            .map(|reach| reach.value)
            .collect();
        Ok(phones.join("; "))
    }

    fn cell(&self, field: &RecordField, values: &[String]) -> String {
        let said = |word: &String| {
            if self.raw || field.choice_text.is_empty() {
                return word.clone();
            }
            known(self.language, &format!("{}-{word}", field.choice_text), &[])
                .unwrap_or_else(|| word.clone())
        };
        match field.kind {
            FieldKind::Choice => values.first().map(said).unwrap_or_default(),
            FieldKind::YesNo => match values.first().map(String::as_str) {
                // What Warta finds out is said where it holds; what the office answers, both ways.
                Some("yes") => known(self.language, "yes-no-yes", &[]).unwrap_or_default(),
                Some("no") if field.custom_field_id != 0 => {
                    known(self.language, "yes-no-no", &[]).unwrap_or_default()
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
}

/// The columns that were chosen, or all that there can be.
fn columns(
    db: &Reader,
    owner: OwnerKind,
    chosen: Option<&[String]>,
    language: &str,
) -> Result<Vec<Column>> {
    let all = field::all(db, owner)?;
    let keys = wanted(&all, owner, chosen)?;
    let column = |key: String| {
        if let Some(detail) = DETAILS.iter().find(|detail| detail.0 == key) {
            let text = format!("export-column-{key}");
            return Some(Column {
                header: sentence(language, &text, &[]),
                kind: FieldKind::LongText,
                source: From::Details(detail.0),
                key,
            });
        }
        let field = all.iter().find(|field| field.key == key)?.clone();
        // Whoever takes everything along takes what the own fields are along too.
        let header = match field.custom_field_id {
            id if id != 0 && chosen.is_none() => {
                custom_field::heading(language, &field.name, field.kind, &field.choices)
            }
            _ => header(language, owner, &field),
        };
        let source = match (owner, key.as_str()) {
            (OwnerKind::Contact, "outlet") => From::Outlet,
            (OwnerKind::Contact, "position") => From::Position,
            (OwnerKind::Contact, "department") => From::Department,
            (_, "phone") => From::Phone,
            _ => From::Field(Box::new(field.clone())),
        };
        Some(Column { key, header, kind: field.kind, source })
    };
    Ok(keys.into_iter().filter_map(column).collect())
}

/// The keys of the columns in their order.
fn wanted(all: &[RecordField], owner: OwnerKind, chosen: Option<&[String]>) -> Result<Vec<String>> {
    let details: Vec<&str> = details::of(owner).collect();
    if let Some(chosen) = chosen {
        let unknown = chosen.iter().find(|key| {
            !details.contains(&key.as_str())
                && (NO_COLUMNS.contains(&key.as_str())
                    || !all.iter().any(|field| field.key == **key))
        });
        return match unknown {
            Some(key) => {
                let fields = all.iter().map(|field| field.key.as_str());
                let known: Vec<&str> = fields.chain(details).collect();
                Err(Error::invalid("columns", "export-unknown-column")
                    .arg("column", key)
                    .arg("columns", known.join(", ")))
            }
            None => Ok(chosen.to_vec()),
        };
    }
    Ok(all
        .iter()
        .map(|field| field.key.as_str())
        .filter(|key| !NO_COLUMNS.contains(key) && !ON_DEMAND.contains(key))
        .chain(details)
        .map(str::to_owned)
        .collect())
}

/// Whom to export, in their order.
fn ids(db: &Reader, job: &Job, owner: OwnerKind, order: &ExportOrder) -> Result<Arc<Vec<i64>>> {
    if let Some(ids) = &order.ids {
        return Ok(Arc::new(ids.clone()));
    }
    if owner == OwnerKind::Organisation {
        return organisation::all_ids(db).map(Arc::new);
    }
    let filter = order.filter.clone().unwrap_or_default();
    let searches = filter.search.as_deref().is_some_and(|text| !text.trim().is_empty());
    if !searches {
        return contact::ids(db, &job.ctx, &filter);
    }
    // The best matches first, as the list shows them.
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
            return Ok(Arc::new(ids));
        }
    }
}
