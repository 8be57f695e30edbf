//! The report of a press event on paper, as a Word file and as a workbook.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::report::{Words, coverage_sums, heading, plain, table};
use super::{PaperWritten, file_name, free_name, head, tables};
use crate::clock;
use crate::db::{Ctx, Durability, Reader};
use crate::distribution::Instant;
use crate::error::{Error, Result};
use crate::evaluation::{self, AttendanceFigures, CompareAsk, ComparedEvent, Evaluation};
use crate::format::blocks::Block;
use crate::format::sheet::{self, Sheet, Signatory};
use crate::format::workbook::{self, CellKind, Page};
use crate::format::{letterhead, word};
use crate::job::Job;
use crate::office::{self, Office};
use crate::press_event::PressEvent;
use crate::release::letter::written_day;
use crate::{export, stored_file, text};

/// Which report to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventReportOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `pdf`, `xlsx` or `docx`; none = by the file's ending, else `pdf`.
    pub format: Option<String>,
}

/// Earlier events of the kind in the report.
const EARLIER: i64 = 6;

/// Writes the report, complete or not at all.
pub fn export_event_report(job: &Job, order: EventReportOrder) -> Result<PaperWritten> {
    let format = format_of(order.format.as_deref(), order.file.as_deref(), "pdf");
    if !matches!(format.as_str(), "pdf" | "xlsx" | "docx") {
        return Err(Error::invalid("format", "event-report-format").arg("value", format));
    }
    job.progress("phase-exporting", 0, 0);
    let report = job.workspace.db.read(|db| Report::of(db, &job.ctx, order.event_id))?;
    let title = report.words.say("event-report-file", &[("title", &report.shown.event.title)]);
    let file = order.file.unwrap_or_else(|| {
        let name = file_name(&title).unwrap_or_else(|| format!("event-{}", order.event_id));
        free_name(&stored_file::download_folder(job.workspace.folder()), &name, &format)
    });
    match format.as_str() {
        "xlsx" => export::whole(job, &file, |unfinished| report.book(unfinished))?,
        format => {
            let sheet = report.sheet(job.workspace.folder());
            let bytes =
                if format == "pdf" { letterhead::pdf(&sheet)? } else { word::write(&sheet)? };
            export::whole(job, &file, |unfinished| Ok(std::fs::write(unfinished, &bytes)?))?;
        }
    }
    noted(job, &file, "event_report", &format, order.event_id, report.shown.figures.came)
}

/// The format that is asked for, in words or by the file's ending.
pub(super) fn format_of(said: Option<&str>, file: Option<&Path>, usual: &str) -> String {
    let by_ending = file.and_then(Path::extension).map(|ending| ending.to_string_lossy());
    said.map(str::to_owned)
        .or_else(|| by_ending.map(std::borrow::Cow::into_owned))
        .unwrap_or_else(|| usual.to_owned())
        .to_lowercase()
}

/// Writes into the log of exports what left the house, and says what was written.
pub(super) fn noted(
    job: &Job,
    file: &Path,
    kind: &str,
    format: &str,
    event_id: i64,
    rows: i64,
) -> Result<PaperWritten> {
    let shown = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let what = if event_id == 0 { "shown".to_owned() } else { format!("event {event_id}") };
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        export::note(db, &job.ctx, kind, format, &what, rows, &shown)
    })?;
    let size = std::fs::metadata(file)?.len();
    Ok(PaperWritten { file: file.to_owned(), size: i64::try_from(size).unwrap_or(i64::MAX) })
}

/// Whole rupiah as they are written.
pub(super) fn rupiah(words: &Words, amount: i64) -> String {
    text::rupiah(&words.language, amount)
}

/// When and in which zone an event is, in words.
pub(super) fn when(words: &Words, event: &PressEvent) -> String {
    let zone = event.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let day =
        |stored: &str| clock::from_text(stored).map(|at| at.with_timezone(&zone).date_naive());
    let (first, last) = (day(&event.begins_at), day(&event.ends_at));
    let days = |from: NaiveDate, until: NaiveDate| {
        let (from, until) =
            (written_day(from, &words.language), written_day(until, &words.language));
        words.say("event-report-days", &[("from", &from), ("until", &until)])
    };
    match (first, last) {
        (Some(first), Some(last)) if last > first => days(first, last),
        (Some(first), _) if event.all_day => written_day(first, &words.language),
        _ => clock::from_text(&event.begins_at)
            .map(|at| Instant { at, zone }.written(&words.language))
            .unwrap_or_default(),
    }
}

/// Who signs for the office, on the day of the report.
pub(super) fn signed(words: &Words, office: &Office, ctx: &Ctx, db: &Reader) -> Result<Signatory> {
    if office.signatory_name.trim().is_empty() && office.signatory_position.trim().is_empty() {
        return Ok(Signatory::default());
    }
    let today = ctx.now.with_timezone(&office::zone(db)?).date_naive();
    let day = written_day(today, &words.language);
    let date_line = [office.city.trim(), day.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let number = match office.signatory_number.trim() {
        "" => String::new(),
        number => words.say("release-paper-staff-number", &[("number", number)]),
    };
    Ok(Signatory {
        date_line,
        position: office.signatory_position.clone(),
        name: office.signatory_name.clone(),
        rank: String::new(),
        number,
    })
}

/// All that the report says.
pub(super) struct Report {
    pub(super) words: Words,
    pub(super) shown: Evaluation,
    pub(super) office: Office,
    signatory: Signatory,
    earlier: Vec<ComparedEvent>,
}

impl Report {
    pub(super) fn of(db: &Reader, ctx: &Ctx, event_id: i64) -> Result<Self> {
        let words = Words::of(db)?;
        let office = office::find(db)?.unwrap_or_default();
        let ask =
            CompareAsk { like: Some(event_id), limit: Some(EARLIER), ..CompareAsk::default() };
        Ok(Self {
            shown: evaluation::show(db, ctx, event_id)?,
            earlier: evaluation::compare(db, ctx, ask)?,
            signatory: signed(&words, &office, ctx, db)?,
            words,
            office,
        })
    }

    fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    fn heads(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.word(key)).collect()
    }

    pub(super) fn sheet(&self, folder: &Path) -> Sheet {
        let words = &self.words;
        sheet::cleaned(Sheet {
            language: words.language.clone(),
            letterhead: head(folder, &self.office),
            kicker: self.word("event-report-title"),
            headline: self.shown.event.title.clone(),
            body: self.blocks(),
            signatory: self.signatory.clone(),
            footer: self.office.name.clone(),
            pages: words.say("release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
            ..Sheet::default()
        })
    }

    /// What the event was: a word and what is said of it.
    fn facts(&self) -> Vec<Vec<String>> {
        let event = &self.shown.event;
        [
            ("event-fact-kind", self.words.stored("event-kind", event.kind.as_str())),
            ("event-fact-when", when(&self.words, event)),
            ("event-fact-venue", event.venue.clone()),
            ("event-fact-host", self.shown.host.clone()),
            ("event-fact-objective", event.objective.clone()),
            ("event-fact-theme", event.theme.clone()),
            ("event-fact-messages", event.key_messages.clone()),
        ]
        .into_iter()
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(key, said)| vec![self.word(key), said])
        .collect()
    }

    /// Each figure with what it counts.
    fn figures(&self) -> Vec<Vec<String>> {
        figure_rows(&self.shown.figures, &self.words)
            .into_iter()
            .map(|(key, said)| {
                vec![
                    self.word(&format!("figure-{key}")),
                    said,
                    self.word(&format!("figure-{key}-means")),
                ]
            })
            .chain([vec![
                self.word("figure-outlets"),
                format!("{} / {}", self.shown.outlets_came, self.shown.outlets_invited),
                self.word("figure-outlets-means"),
            ]])
            .collect()
    }

    fn categories(&self) -> Vec<Vec<String>> {
        self.shown
            .categories
            .iter()
            .map(|one| {
                let figures = &one.figures;
                vec![
                    self.words.stored("evaluation-category", &one.category),
                    figures.invited.to_string(),
                    figures.confirmed.to_string(),
                    figures.came.to_string(),
                    figures.no_shows.to_string(),
                ]
            })
            .collect()
    }

    fn outlets(&self) -> Vec<Vec<String>> {
        self.shown
            .outlets
            .iter()
            .map(|one| {
                vec![
                    one.outlet.clone(),
                    one.invited.to_string(),
                    one.confirmed.to_string(),
                    one.came.to_string(),
                    one.stories.to_string(),
                ]
            })
            .collect()
    }

    fn costs(&self) -> Vec<Vec<String>> {
        let costs = &self.shown.costs;
        let money = |amount: i64| rupiah(&self.words, amount);
        let lines = costs.lines.iter().map(|line| {
            vec![
                line.title.clone(),
                money(line.planned),
                money(line.actual),
                self.words.day(&line.paid_on),
            ]
        });
        let sum = vec![
            self.word("evaluation-cost-sum"),
            money(costs.planned),
            money(costs.actual),
            String::new(),
        ];
        lines.chain([sum]).collect()
    }

    fn cost_sentence(&self) -> String {
        let costs = &self.shown.costs;
        let money = |amount: Option<i64>| {
            amount.map_or_else(|| "–".to_owned(), |amount| rupiah(&self.words, amount))
        };
        self.words.say(
            "evaluation-cost-shares",
            &[
                ("budget", &rupiah(&self.words, costs.budget)),
                ("attendee", &money(costs.per_attendee)),
                ("story", &money(costs.per_story)),
            ],
        )
    }

    fn said(&self) -> Vec<Vec<String>> {
        self.shown
            .said
            .iter()
            .map(|one| {
                vec![
                    self.words.stored("event-note", &one.kind),
                    one.who.clone(),
                    one.text.clone(),
                    one.answer.clone(),
                ]
            })
            .collect()
    }

    fn promises(&self) -> Vec<Vec<String>> {
        let state = |one: &evaluation::PromiseState| match (one.done_at.is_empty(), one.overdue) {
            (false, _) => self.word("promise-done"),
            (true, true) => self.word("promise-overdue"),
            (true, false) => self.word("promise-open"),
        };
        self.shown
            .promises
            .iter()
            .map(|one| {
                vec![
                    one.title.clone(),
                    [one.guest.as_str(), one.outlet.as_str()]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect::<Vec<_>>()
                        .join(", "),
                    self.words.day(&one.due_on),
                    state(one),
                ]
            })
            .collect()
    }

    fn compared(&self) -> Vec<Vec<String>> {
        self.earlier.iter().map(|one| compared_row(&self.words, one)).collect()
    }

    fn coverage(&self) -> Vec<Vec<String>> {
        self.shown
            .coverage
            .iter()
            .map(|row| {
                let piece = &row.coverage;
                let tone = match piece.headline_tone.as_str() {
                    "" => &piece.body_tone,
                    _ => &piece.headline_tone,
                };
                vec![
                    self.words.day(&piece.published_on),
                    row.outlet.clone(),
                    piece.title.clone(),
                    self.words.stored("coverage-tone", tone),
                ]
            })
            .collect()
    }

    fn blocks(&self) -> Vec<Block> {
        let shown = &self.shown;
        let paragraph = |text: String| Block::Paragraph { runs: plain(&text) };
        let mut body = Vec::new();
        let facts = self.facts().into_iter().map(|cells| {
            let mut cells = cells.into_iter();
            let mut cell = |heading| crate::format::blocks::Cell {
                heading,
                runs: plain(&cells.next().unwrap_or_default()),
            };
            vec![cell(true), cell(false)]
        });
        body.push(Block::Table { rows: facts.collect() });
        body.push(heading(self.word("event-report-attendance")));
        body.push(table(
            &self.heads(&["figure-name", "figure-number", "figure-means"]),
            self.figures(),
        ));
        if shown.categories.len() > 1 {
            body.push(heading(self.word("event-report-categories")));
            body.push(table(&self.heads(&CATEGORY_HEADS), self.categories()));
        }
        if !shown.outlets.is_empty() {
            body.push(heading(self.word("event-report-outlets")));
            body.push(table(&self.heads(&OUTLET_HEADS), self.outlets()));
        }
        let total = shown.coverage_counts.total;
        body.push(heading(self.words.say("report-coverage", &[("count", &total.to_string())])));
        if total == 0 {
            body.push(paragraph(self.word("event-report-no-coverage")));
        } else {
            body.push(paragraph(coverage_sums(&self.words, &shown.coverage_counts)));
            body.push(table(&self.heads(&COVERAGE_HEADS), self.coverage()));
        }
        if !shown.costs.lines.is_empty() || shown.costs.budget > 0 {
            body.push(heading(self.word("event-report-costs")));
            body.push(table(&self.heads(&COST_HEADS), self.costs()));
            body.push(paragraph(self.cost_sentence()));
        }
        if !shown.said.is_empty() {
            body.push(heading(self.word("event-report-said")));
            body.push(table(&self.heads(&SAID_HEADS), self.said()));
        }
        if !shown.promises.is_empty() {
            body.push(heading(self.word("event-report-promises")));
            body.push(table(&self.heads(&PROMISE_HEADS), self.promises()));
        }
        if !shown.event.lessons.trim().is_empty() {
            body.push(heading(self.word("event-report-lessons")));
            body.extend(
                shown
                    .event
                    .lessons
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .map(|line| paragraph(line.trim().to_owned())),
            );
        }
        if self.earlier.len() > 1 {
            body.push(heading(self.word("event-report-earlier")));
            body.push(table(&self.heads(&COMPARE_HEADS), self.compared()));
        }
        body
    }

    fn book(&self, file: &Path) -> Result<()> {
        let (piece_heads, piece_kinds) = tables::heads(&self.words, tables::COVERAGE_COLUMNS);
        let pieces: Vec<Vec<String>> = self
            .shown
            .coverage
            .iter()
            .map(|row| tables::coverage_cells(&self.words, row))
            .collect();
        let page = |name: &str, keys: &[&str], kinds: Vec<CellKind>, rows: Vec<Vec<String>>| Page {
            name: self.word(name),
            headers: self.heads(keys),
            kinds,
            rows: Box::new(rows.into_iter().map(Ok)),
        };
        let numbers = |count: usize| {
            std::iter::once(CellKind::Text)
                .chain(std::iter::repeat_n(CellKind::Number, count))
                .collect::<Vec<_>>()
        };
        // Amounts are numbers here, so that a workbook can add them.
        let costs = self.shown.costs.lines.iter().map(|line| {
            vec![
                line.title.clone(),
                line.planned.to_string(),
                line.actual.to_string(),
                line.paid_on.clone(),
            ]
        });
        let texts = vec![CellKind::Text; 4];
        workbook::write_pages(
            file,
            vec![
                page(
                    "event-report-facts",
                    &["figure-name", "figure-said"],
                    texts.iter().take(2).copied().collect(),
                    self.facts(),
                ),
                page(
                    "event-report-attendance",
                    &["figure-name", "figure-number", "figure-means"],
                    texts.iter().take(3).copied().collect(),
                    self.figures(),
                ),
                page("event-report-categories", &CATEGORY_HEADS, numbers(4), self.categories()),
                page("event-report-outlets", &OUTLET_HEADS, numbers(4), self.outlets()),
                Page {
                    name: self.word("nav-coverage"),
                    headers: piece_heads,
                    kinds: piece_kinds,
                    rows: Box::new(pieces.into_iter().map(Ok)),
                },
                page(
                    "event-report-costs",
                    &COST_HEADS,
                    vec![CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Day],
                    costs.collect(),
                ),
                page("event-report-said", &SAID_HEADS, texts.clone(), self.said()),
                page("event-report-promises", &PROMISE_HEADS, texts.clone(), self.promises()),
                page(
                    "event-report-earlier",
                    &COMPARE_HEADS,
                    vec![CellKind::Text; COMPARE_HEADS.len()],
                    self.compared(),
                ),
            ],
        )
    }
}

const CATEGORY_HEADS: [&str; 5] = [
    "event-report-category",
    "figure-invited",
    "figure-confirmed",
    "figure-came",
    "figure-no_shows",
];
const OUTLET_HEADS: [&str; 5] =
    ["coverage-outlet", "figure-invited", "figure-confirmed", "figure-came", "nav-coverage"];
const COVERAGE_HEADS: [&str; 4] =
    ["table-head-published-on", "table-head-outlet", "table-head-title", "coverage-tone"];
const COST_HEADS: [&str; 4] = [
    "evaluation-cost-what",
    "evaluation-cost-planned",
    "evaluation-cost-actual",
    "evaluation-cost-paid",
];
const SAID_HEADS: [&str; 4] =
    ["event-said-kind", "event-said-who", "event-said-what", "event-said-answer"];
const PROMISE_HEADS: [&str; 4] = ["promise-what", "promise-whom", "promise-due", "promise-state"];
const COMPARE_HEADS: [&str; 8] = [
    "compare-event",
    "event-fact-when",
    "figure-invited",
    "figure-came",
    "figure-no_show_percent",
    "compare-outlets",
    "nav-coverage",
    "compare-cost-per-story",
];

/// `12,5 %` as the language writes it.
pub(super) fn percent(words: &Words, value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let said = format!("{value:.1}");
    let said = said.trim_end_matches(".0").to_owned();
    let said = if words.language == "en" { said } else { said.replace('.', ",") };
    format!("{said} %")
}

fn compared_row(words: &Words, one: &ComparedEvent) -> Vec<String> {
    let zone = one.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    let day = clock::from_text(&one.begins_at)
        .map(|at| at.with_timezone(&zone).date_naive().to_string())
        .unwrap_or_default();
    let cost = one.cost_per_story.map_or_else(|| "–".to_owned(), |amount| rupiah(words, amount));
    vec![
        one.title.clone(),
        day,
        one.figures.invited.to_string(),
        one.figures.came.to_string(),
        percent(words, one.figures.no_show_percent),
        one.outlets.to_string(),
        one.stories.to_string(),
        cost,
    ]
}

/// Figures by the end of their key, in the order in which they are read.
fn figure_rows(figures: &AttendanceFigures, words: &Words) -> Vec<(&'static str, String)> {
    let mut rows = vec![
        ("invited", figures.invited),
        ("confirmed", figures.confirmed),
        ("declined", figures.declined),
        ("maybe", figures.maybe),
        ("no_answer", figures.no_answer),
        ("came", figures.came),
        ("walk_ins", figures.walk_ins),
        ("substitutes", figures.substitutes),
        ("no_shows", figures.no_shows),
        ("late", figures.late),
        ("left_early", figures.left_early),
    ]
    .into_iter()
    .map(|(key, number)| (key, number.to_string()))
    .collect::<Vec<_>>();
    let rate = ("no_show_percent", percent(words, figures.no_show_percent));
    rows.insert(9.min(rows.len()), rate);
    rows
}
