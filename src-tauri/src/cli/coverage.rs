//! Coverage and the report of quality on the command line.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::coverage::{CoverageFilter, CoverageKind, NewCoverage};
use crate::error::Result;
use crate::paper::{CoverageTable, QualityOrder};
use crate::quality::Period;
use crate::reach;

const KINDS: [&str; 3] = ["printed", "shown", "broadcast"];
const TONES: [&str; 3] = ["positive", "neutral", "negative"];

#[derive(clap::Args)]
pub struct Piece {
    #[arg(value_name = "URL", required_unless_present_any = ["title", "file", "text"])]
    url: Option<String>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    #[arg(long, value_name = "TONE", value_parser = TONES, hide_possible_values = true)]
    headline_tone: Option<String>,
    #[arg(long, value_name = "TONE", value_parser = TONES, hide_possible_values = true)]
    body_tone: Option<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long, value_name = "RELEASE")]
    release: Option<i64>,
    #[arg(long, value_name = "ID")]
    enquiry: Option<i64>,
    #[arg(long, value_name = "EVENT")]
    event: Option<i64>,
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
}

#[derive(Subcommand)]
pub enum Coverage {
    Add(Box<Piece>),
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "TONE", value_parser = ["positive", "neutral", "negative", "none"], hide_possible_values = true)]
        tone: Option<String>,
        #[arg(long, value_name = "RELEASE")]
        release: Option<i64>,
        #[arg(long, value_name = "ID")]
        enquiry: Option<i64>,
        #[arg(long, value_name = "EVENT")]
        event: Option<i64>,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<i64>,
    },
    Delete {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
    Export {
        #[arg(value_name = "FILE.xlsx|csv")]
        file: PathBuf,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
}

#[derive(clap::Args)]
pub struct Quality {
    #[arg(value_name = "FROM")]
    from: String,
    #[arg(value_name = "UNTIL")]
    until: String,
    #[arg(long, value_name = "FILE.pdf|xlsx")]
    file: Option<PathBuf>,
}

fn day(said: Option<String>) -> Option<String> {
    said.map(|said| crate::format::day::read(&said).unwrap_or(said))
}

/// A verb about coverage.
pub fn coverage(door: &Door, terminal: &Terminal, verb: Coverage) -> Result<()> {
    match verb {
        Coverage::Add(piece) => log(door, terminal, *piece),
        Coverage::List { search, kind, tone, release, enquiry, event, from, until, limit } => {
            let filter = CoverageFilter {
                search,
                kind: kind.as_deref().and_then(CoverageKind::from_word),
                tone,
                release_id: release,
                enquiry_id: enquiry,
                event_id: event,
                from: day(from),
                until: day(until),
                limit,
                ..CoverageFilter::default()
            };
            list(door, terminal, filter)
        }
        Coverage::Delete { ids } => {
            let count = commands::coverage_delete(door, ids)?;
            terminal.result(&json!({"deleted": count}), |_| {
                terminal.words("cli-coverage-deleted", &[("count", &count.to_string())])
            })
        }
        Coverage::Export { file, from, until } => {
            let filter =
                CoverageFilter { from: day(from), until: day(until), ..CoverageFilter::default() };
            let order = CoverageTable { filter: Some(filter), file: Some(file), format: None };
            terminal.result(&commands::coverage_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
    }
}

fn log(door: &Door, terminal: &Terminal, piece: Piece) -> Result<()> {
    let Piece {
        url,
        title,
        outlet,
        by,
        on,
        kind,
        place,
        headline_tone,
        body_tone,
        reason,
        release,
        enquiry,
        event,
        file,
        text,
    } = piece;
    let mut set = Map::new();
    for (field, value) in [
        ("url", url),
        ("title", title),
        ("published_on", day(on)),
        ("kind", kind),
        ("place", place),
        ("headline_tone", headline_tone),
        ("body_tone", body_tone),
        ("tone_reason", reason),
        ("text", text),
    ] {
        if let Some(value) = value {
            set.insert(field.to_owned(), Json::from(value));
        }
    }
    for (field, value) in [("release_id", release), ("enquiry_id", enquiry), ("event_id", event)] {
        if let Some(value) = value {
            set.insert(field.to_owned(), Json::from(value));
        }
    }
    if let Some(who) = by {
        let id = door.workspace.db.read(|db| reach::who(db, &who))?;
        set.insert("contact_id".to_owned(), Json::from(id));
    }
    let new = NewCoverage { set, outlet, path: file, ..NewCoverage::default() };
    terminal.result(&commands::coverage_add(door, new)?, |row| {
        terminal.words(
            "cli-coverage-added",
            &[("id", &row.coverage.id.to_string()), ("title", &row.coverage.title)],
        )
    })
}

fn list(door: &Door, terminal: &Terminal, filter: CoverageFilter) -> Result<()> {
    let page = commands::coverage_list(door, filter)?;
    terminal.result(&page, |page| {
        if page.rows.is_empty() {
            return terminal.words("coverage-none-yet", &[]);
        }
        let tone = |tone: &str| match tone {
            "" => String::new(),
            tone => terminal.words(&format!("coverage-tone-{tone}"), &[]),
        };
        let cells: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.coverage.id.to_string(),
                    row.coverage.published_on.clone(),
                    row.outlet.clone(),
                    row.coverage.title.clone(),
                    tone(&row.coverage.headline_tone),
                    tone(&row.coverage.body_tone),
                    row.coverage.url.clone(),
                ]
            })
            .collect();
        terminal.table(
            &["id", "day", "outlet", "headline", "headline-tone", "body-tone", "url"],
            &cells,
        )
    })
}

/// The report of a period.
pub fn quality(door: &Door, terminal: &Terminal, asked: Quality) -> Result<()> {
    let read = |said: String| crate::format::day::read(&said).unwrap_or(said);
    let period = Period { from: read(asked.from), until: read(asked.until) };
    if let Some(file) = asked.file {
        let order = QualityOrder { period, file: Some(file), format: None };
        return terminal.result(&commands::quality_export(door, order)?, |written| {
            terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
        });
    }
    let report = commands::quality_show(door, period)?;
    terminal.result(&report, |report| {
        let row = |key: &str, now: String, before: String| {
            vec![terminal.words(&format!("quality-{key}"), &[]), now, before]
        };
        let of = |part: i64, whole: i64| format!("{part} / {whole}");
        let (now, before) = (&report.now, &report.before);
        let minutes = |minutes: Option<i64>| minutes.map(|minutes| minutes.to_string());
        let cells = [
            row("asked", now.asked.to_string(), before.asked.to_string()),
            row("answered", of(now.answered, now.asked), of(before.answered, before.asked)),
            row(
                "median-minutes",
                minutes(now.median_minutes).unwrap_or_default(),
                minutes(before.median_minutes).unwrap_or_default(),
            ),
            row(
                "deadlines",
                of(now.deadlines_met, now.deadlines),
                of(before.deadlines_met, before.deadlines),
            ),
            row(
                "promises",
                of(now.promises_kept, now.promises),
                of(before.promises_kept, before.promises),
            ),
            row("outlets", now.active_outlets.to_string(), before.active_outlets.to_string()),
            row("coverage", now.coverage.total.to_string(), before.coverage.total.to_string()),
            row("releases", now.releases.to_string(), before.releases.to_string()),
            row("events", now.events.to_string(), before.events.to_string()),
            row(
                "attendance",
                of(now.places_taken, now.places_confirmed),
                of(before.places_taken, before.places_confirmed),
            ),
        ];
        terminal.table(&["measure", "this-period", "before"], &cells)
    })
}
