//! Who was asked how often, as a workbook: outlets, people, each time somebody was left out and why,
//! and who was never asked.

use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::evaluation::{format_of, noted};
use super::report::Words;
use super::{PaperWritten, file_name, free_name};
use crate::error::{Error, Result};
use crate::evaluation::{self, Fairness, FairnessAsk, FairnessWho};
use crate::format::workbook::{self, CellKind, Page};
use crate::job::Job;
use crate::{export, stored_file};

/// Which record to write, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FairnessOrder {
    /// Which; whose it is, `never`, `limit` and `offset` are left alone.
    #[ts(optional = false)]
    pub ask: FairnessAsk,
    /// The file, XLSX; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Those who were never asked, in the workbook.
const MOST: i64 = 100_000;

const HEADS: [&str; 9] = [
    "fairness-name",
    "table-head-outlet",
    "fairness-invited",
    "fairness-confirmed",
    "fairness-declined",
    "fairness-came",
    "fairness-no-shows",
    "fairness-left-out",
    "fairness-last-came",
];
const REASON_HEADS: [&str; 6] = [
    "fairness-name",
    "fairness-person",
    "compare-event",
    "fairness-day",
    "fairness-how",
    "fairness-reason",
];

/// Writes the record, complete or not at all.
pub fn export_fairness(job: &Job, order: FairnessOrder) -> Result<PaperWritten> {
    let format = format_of(None, order.file.as_deref(), "xlsx");
    if format != "xlsx" {
        return Err(Error::invalid("format", "fairness-format").arg("value", format));
    }
    job.progress("phase-exporting", 0, 0);
    let (words, records) = job.workspace.db.read(|db| {
        let read = |who, never| {
            let ask = FairnessAsk {
                who,
                never: Some(never),
                offset: None,
                limit: Some(MOST),
                ..order.ask.clone()
            };
            evaluation::fairness(db, &job.ctx, ask)
        };
        let (outlets, people) = (FairnessWho::Outlets, FairnessWho::Contacts);
        let records = [
            read(outlets, false)?,
            read(people, false)?,
            read(outlets, true)?,
            read(people, true)?,
        ];
        Ok((Words::of(db)?, records))
    })?;
    let name = words.word("fairness-title");
    let file = order.file.unwrap_or_else(|| {
        let name = file_name(&name).unwrap_or_else(|| "fairness".to_owned());
        free_name(&stored_file::download_folder(job.workspace.folder()), &name, "xlsx")
    });
    export::whole(job, &file, |unfinished| book(&words, &records, unfinished))?;
    let rows = records.iter().map(|one| one.rows.len()).sum::<usize>();
    noted(job, &file, "event_fairness", "xlsx", 0, i64::try_from(rows).unwrap_or(i64::MAX))
}

fn book(words: &Words, records: &[Fairness; 4], file: &std::path::Path) -> Result<()> {
    let [outlets, people, never_outlets, never_people] = records;
    let heads = |keys: &[&str]| keys.iter().map(|key| words.word(key)).collect::<Vec<_>>();
    let mut kinds = vec![CellKind::Text; 2];
    kinds.extend([CellKind::Number; 6]);
    kinds.push(CellKind::Day);
    let reasons = outlets.rows.iter().flat_map(|row| {
        row.reasons.iter().map(|one| {
            Ok(vec![
                row.name.clone(),
                one.name.clone(),
                one.title.clone(),
                one.day.clone(),
                words.stored("fairness-how", &one.how),
                reason(words, &one.reason),
            ])
        })
    });
    let page = |key: &str, record: &Fairness| Page {
        name: words.word(key),
        headers: heads(&HEADS),
        kinds: kinds.clone(),
        rows: Box::new(cells(record).into_iter().map(Ok)),
    };
    let names = |key: &str, record: &Fairness| {
        let rows = record
            .rows
            .iter()
            .map(|row| Ok(vec![row.name.clone(), row.outlet.clone()]))
            .collect::<Vec<_>>();
        Page {
            name: words.word(key),
            headers: heads(&["fairness-name", "table-head-outlet"]),
            kinds: vec![CellKind::Text; 2],
            rows: Box::new(rows.into_iter()),
        }
    };
    workbook::write_pages(
        file,
        vec![
            page("fairness-who-outlets", outlets),
            page("fairness-who-contacts", people),
            Page {
                name: words.word("fairness-left-out"),
                headers: heads(&REASON_HEADS),
                kinds: vec![
                    CellKind::Text,
                    CellKind::Text,
                    CellKind::Text,
                    CellKind::Day,
                    CellKind::Text,
                    CellKind::Text,
                ],
                rows: Box::new(reasons),
            },
            names("fairness-never-outlets", never_outlets),
            names("fairness-never-contacts", never_people),
        ],
    )
}

/// A reason in words: that of an exclusion by its name, else as the office wrote it.
fn reason(words: &Words, reason: &str) -> String {
    match reason {
        "" => words.word("fairness-no-reason"),
        reason => words.stored("exclusion", reason),
    }
}

fn cells(record: &Fairness) -> Vec<Vec<String>> {
    record
        .rows
        .iter()
        .map(|row| {
            let numbers =
                [row.invited, row.confirmed, row.declined, row.came, row.no_shows, row.left_out];
            [row.name.clone(), row.outlet.clone()]
                .into_iter()
                .chain(numbers.map(|number| number.to_string()))
                .chain([row.last_came_on.clone()])
                .collect()
        })
        .collect()
}
