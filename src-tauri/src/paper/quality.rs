//! The report of a period's quality, on paper and as a workbook.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::report::{Words, coverage_sums, heading, plain, table};
use super::{PaperWritten, file_name, free_name, head};
use crate::db::Durability;
use crate::error::{Error, Result};
use crate::format::blocks::Block;
use crate::format::letterhead;
use crate::format::sheet::{self, Sheet};
use crate::format::workbook::{self, CellKind, Page};
use crate::job::Job;
use crate::quality::{self, Period, Quality, QualityFigures};
use crate::release::letter::written_day;
use crate::{export, office, stored_file};

/// Which report to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct QualityOrder {
    /// The period.
    #[ts(optional = false)]
    pub period: Period,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `pdf` or `xlsx`; none = by the file's ending, else `pdf`.
    pub format: Option<String>,
}

/// Writes the report, complete or not at all.
pub fn export_quality(job: &Job, order: QualityOrder) -> Result<PaperWritten> {
    let by_ending = order.file.as_deref().and_then(Path::extension);
    let format = order
        .format
        .clone()
        .or_else(|| by_ending.map(|ending| ending.to_string_lossy().into_owned()))
        .unwrap_or_else(|| "pdf".to_owned())
        .to_lowercase();
    if !matches!(format.as_str(), "pdf" | "xlsx") {
        return Err(Error::invalid("format", "report-format").arg("value", format));
    }
    job.progress("phase-exporting", 0, 0);
    let (words, report, office) = job.workspace.db.read(|db| {
        let report = quality::show(db, &job.ctx, order.period.clone())?;
        Ok((Words::of(db)?, report, office::find(db)?.unwrap_or_default()))
    })?;
    let title = title(&words, &report);
    let file = order.file.unwrap_or_else(|| {
        let name = file_name(&title).unwrap_or_else(|| "quality".to_owned());
        free_name(&stored_file::download_folder(job.workspace.folder()), &name, &format)
    });
    if format == "pdf" {
        let sheet = sheet::cleaned(Sheet {
            language: words.language.clone(),
            letterhead: head(job.workspace.folder(), &office),
            kicker: words.word("quality-title"),
            headline: title,
            body: blocks(&words, &report),
            footer: office.name,
            pages: words.say("release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
            ..Sheet::default()
        });
        let bytes = letterhead::pdf(&sheet)?;
        export::whole(job, &file, |unfinished| Ok(std::fs::write(unfinished, &bytes)?))?;
    } else {
        export::whole(job, &file, |unfinished| book(&words, &report, unfinished))?;
    }
    let shown = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let what = format!("{} {}", report.period.from, report.period.until);
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        export::note(db, &job.ctx, "quality", &format, &what, report.now.asked, &shown)
    })?;
    let size = std::fs::metadata(&file)?.len();
    Ok(PaperWritten { file, size: i64::try_from(size).unwrap_or(i64::MAX) })
}

fn title(words: &Words, report: &Quality) -> String {
    let day = |text: &str| {
        text.parse().map_or_else(|_| text.to_owned(), |day| written_day(day, &words.language))
    };
    let (from, until) = (day(&report.period.from), day(&report.period.until));
    words.say("quality-file", &[("from", &from), ("until", &until)])
}

/// Minutes as people say them.
fn span(words: &Words, minutes: Option<i64>) -> String {
    let Some(minutes) = minutes else { return "–".to_owned() };
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    let say = |key: &str| {
        let args = [
            ("days", days.to_string()),
            ("hours", hours.to_string()),
            ("minutes", rest.to_string()),
        ];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        words.say(key, &args)
    };
    if days > 0 {
        say("enquiry-days-hours")
    } else if hours > 0 {
        say("enquiry-hours-minutes")
    } else {
        say("enquiry-minutes")
    }
}

/// `3 / 4 (75 %)`.
fn share(part: i64, whole: i64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    format!("{part} / {whole} ({} %)", (part * 100 + whole / 2) / whole)
}

/// What is measured: the end of its key, and what it is in a period.
fn measures(words: &Words, figures: &QualityFigures) -> Vec<(&'static str, String)> {
    vec![
        ("asked", figures.asked.to_string()),
        ("answered", share(figures.answered, figures.asked)),
        ("median", span(words, figures.median_minutes)),
        ("deadlines", share(figures.deadlines_met, figures.deadlines)),
        ("promises", share(figures.promises_kept, figures.promises)),
        ("outlets", figures.active_outlets.to_string()),
        ("coverage", figures.coverage.total.to_string()),
        ("releases", figures.releases.to_string()),
        ("events", figures.events.to_string()),
        ("attendance", share(figures.places_taken, figures.places_confirmed)),
    ]
}

fn figure_rows(words: &Words, report: &Quality) -> Vec<Vec<String>> {
    measures(words, &report.now)
        .into_iter()
        .zip(measures(words, &report.before))
        .map(|((key, now), (_, before))| vec![words.word(&format!("quality-{key}")), now, before])
        .collect()
}

const FIGURE_HEADS: [&str; 3] = ["quality-measure", "quality-this-period", "quality-before"];
const UNIT_HEADS: [&str; 4] =
    ["enquiry-unit-short", "nav-enquiries", "quality-unit-time", "quality-owing"];
const OUTLET_HEADS: [&str; 4] =
    ["enquiry-outlet", "nav-coverage", "nav-enquiries", "nav-responses"];

fn unit_rows(words: &Words, report: &Quality) -> Vec<Vec<String>> {
    let row = |unit: &quality::UnitFigures| {
        vec![
            unit.unit.clone(),
            unit.enquiries.to_string(),
            span(words, unit.median_minutes),
            unit.owing.to_string(),
        ]
    };
    report.units.iter().map(row).collect()
}

fn outlet_rows(report: &Quality) -> Vec<Vec<String>> {
    let row = |one: &quality::OutletFigures| {
        vec![
            one.outlet.clone(),
            one.published.to_string(),
            one.enquiries.to_string(),
            one.replies.to_string(),
        ]
    };
    report.outlets.iter().map(row).collect()
}

fn blocks(words: &Words, report: &Quality) -> Vec<Block> {
    let heads = |keys: &[&str]| keys.iter().map(|key| words.word(key)).collect::<Vec<_>>();
    let mut body = vec![table(&heads(&FIGURE_HEADS), figure_rows(words, report))];
    body.push(heading(words.word("nav-coverage")));
    let sums = coverage_sums(words, &report.now.coverage);
    body.push(Block::Paragraph { runs: plain(&sums) });
    if !report.units.is_empty() {
        body.push(heading(words.word("quality-units")));
        body.push(table(&heads(&UNIT_HEADS), unit_rows(words, report)));
    }
    if !report.outlets.is_empty() {
        body.push(heading(words.word("quality-outlets-title")));
        body.push(table(&heads(&OUTLET_HEADS), outlet_rows(report)));
    }
    body
}

fn book(words: &Words, report: &Quality, file: &Path) -> Result<()> {
    let heads = |keys: &[&str]| keys.iter().map(|key| words.word(key)).collect::<Vec<_>>();
    let numbers = vec![CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Number];
    workbook::write_pages(
        file,
        vec![
            Page {
                name: words.word("quality-title"),
                headers: heads(&FIGURE_HEADS),
                kinds: vec![CellKind::Text; 3],
                rows: Box::new(figure_rows(words, report).into_iter().map(Ok)),
            },
            Page {
                name: words.word("quality-units"),
                headers: heads(&UNIT_HEADS),
                kinds: vec![CellKind::Text, CellKind::Number, CellKind::Text, CellKind::Number],
                rows: Box::new(unit_rows(words, report).into_iter().map(Ok)),
            },
            Page {
                name: words.word("quality-outlets-title"),
                headers: heads(&OUTLET_HEADS),
                kinds: numbers,
                rows: Box::new(outlet_rows(report).into_iter().map(Ok)),
            },
        ],
    )
}
