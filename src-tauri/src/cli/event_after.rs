//! What comes after a press event, on the command line: report, comparison, fairness, bundle.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use super::event::{KINDS, named};
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::error::Result;
use crate::evaluation::{CompareAsk, CoverageLink, Evaluation, FairnessAsk, FairnessWho};
use crate::paper::{BundleOrder, EventReportOrder, FairnessOrder, ShareOrder};
use crate::press_event::EventKind;

#[derive(Subcommand)]
pub enum After {
    Report {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf|xlsx|docx")]
        file: Option<PathBuf>,
    },
    Compare {
        #[arg(value_name = "EVENT", required = true)]
        events: Vec<String>,
    },
    Fairness {
        #[arg(value_name = "FILE.xlsx")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        #[arg(long)]
        people: bool,
        #[arg(long)]
        never: bool,
    },
    Bundle {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.zip|pdf")]
        file: Option<PathBuf>,
    },
    Share {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.zip")]
        file: Option<PathBuf>,
    },
    Link {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "COVERAGE", required_unless_present = "proposed")]
        coverage: Vec<i64>,
        #[arg(long, conflicts_with = "off")]
        proposed: bool,
        #[arg(long)]
        off: bool,
    },
}

/// A verb about what comes after an event.
pub fn after(door: &Door, terminal: &Terminal, verb: After) -> Result<()> {
    match verb {
        After::Report { event, file: Some(file) } => {
            let order =
                EventReportOrder { event_id: named(door, &event)?, file: Some(file), format: None };
            terminal.result(&commands::event_report_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        After::Report { event, file: None } => {
            let shown = commands::event_evaluation(door, named(door, &event)?)?;
            terminal.result(&shown, |shown| sheet(terminal, shown))
        }
        After::Compare { events } => compare(door, terminal, &events),
        After::Fairness { file, kind, from, until, people, never } => {
            let day = |said: Option<String>| {
                said.map(|said| crate::format::day::read(&said).unwrap_or(said))
            };
            let ask = FairnessAsk {
                who: if people { FairnessWho::Contacts } else { FairnessWho::Outlets },
                kind: kind.as_deref().and_then(EventKind::from_word),
                from: day(from),
                until: day(until),
                never: never.then_some(true),
                ..FairnessAsk::default()
            };
            fairness(door, terminal, ask, file)
        }
        After::Share { event, file } => {
            let order = ShareOrder { event_id: named(door, &event)?, file };
            let shared = commands::event_share_export(door, order)?;
            if !shared.left_out.is_empty() {
                let files = shared.left_out.join(", ");
                terminal.remark("cli-event-share-left-out", &[("files", &files)]);
            }
            terminal.result(&shared, |shared| {
                terminal.words("paper-saved", &[("file", &shared.file.display().to_string())])
            })
        }
        After::Bundle { event, file } => bundle(door, terminal, named(door, &event)?, file),
        After::Link { event, coverage, proposed, off } => {
            link(door, terminal, named(door, &event)?, coverage, proposed, off)
        }
    }
}

/// A rate as the language writes it; empty where there is none.
fn percent(terminal: &Terminal, rate: Option<f64>) -> String {
    let said = rate.map(|rate| format!("{rate} %")).unwrap_or_default();
    if terminal.language == "en" { said } else { said.replace('.', ",") }
}

fn sheet(terminal: &Terminal, shown: &Evaluation) -> String {
    let figures = &shown.figures;
    let percent = percent(terminal, figures.no_show_percent);
    let number = |number: i64| number.to_string();
    let cells: Vec<Vec<String>> = [
        ("invited", number(figures.invited)),
        ("confirmed", number(figures.confirmed)),
        ("declined", number(figures.declined)),
        ("maybe", number(figures.maybe)),
        ("no_answer", number(figures.no_answer)),
        ("came", number(figures.came)),
        ("walk_ins", number(figures.walk_ins)),
        ("substitutes", number(figures.substitutes)),
        ("no_shows", number(figures.no_shows)),
        ("no_show_percent", percent),
        ("late", number(figures.late)),
        ("left_early", number(figures.left_early)),
        ("outlets", format!("{} / {}", shown.outlets_came, shown.outlets_invited)),
    ]
    .into_iter()
    .map(|(key, said)| vec![terminal.words(&format!("figure-{key}"), &[]), said])
    .chain([vec![terminal.words("nav-coverage", &[]), shown.coverage_counts.total.to_string()]])
    .collect();
    let mut said =
        format!("{}\n{}", shown.event.title, terminal.table(&["figure", "how-many"], &cells));
    if !shown.event.lessons.trim().is_empty() {
        said.push_str(&format!(
            "\n{}: {}",
            terminal.words("event-report-lessons", &[]),
            shown.event.lessons.trim()
        ));
    }
    said
}

fn compare(door: &Door, terminal: &Terminal, events: &[String]) -> Result<()> {
    let ids = events.iter().map(|one| named(door, one)).collect::<Result<Vec<i64>>>()?;
    let ask = match ids.as_slice() {
        [one] => CompareAsk { like: Some(*one), ..CompareAsk::default() },
        _ => CompareAsk { ids: Some(ids), ..CompareAsk::default() },
    };
    let rows = commands::event_compare(door, ask)?;
    terminal.result(&rows, |rows| {
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|one| {
                let rate = percent(terminal, one.figures.no_show_percent);
                vec![
                    one.event_id.to_string(),
                    terminal.time(&one.begins_at),
                    one.title.clone(),
                    one.figures.invited.to_string(),
                    one.figures.came.to_string(),
                    rate,
                    one.outlets.to_string(),
                    one.stories.to_string(),
                    one.cost_per_story.map(|amount| amount.to_string()).unwrap_or_default(),
                ]
            })
            .collect();
        terminal.table(
            &[
                "id",
                "event-begins",
                "event-title",
                "event-invited",
                "event-came",
                "no-show",
                "outlets",
                "stories",
                "cost-per-story",
            ],
            &cells,
        )
    })
}

fn fairness(
    door: &Door,
    terminal: &Terminal,
    ask: FairnessAsk,
    file: Option<PathBuf>,
) -> Result<()> {
    if file.is_some() {
        let written = commands::event_fairness_export(door, FairnessOrder { ask, file })?;
        return terminal.result(&written, |written| {
            terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
        });
    }
    let record = commands::event_fairness(door, ask)?;
    terminal.result(&record, |record| {
        let cells: Vec<Vec<String>> = record
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.id.map(|id| id.to_string()).unwrap_or_default(),
                    row.name.clone(),
                    row.outlet.clone(),
                    row.invited.to_string(),
                    row.came.to_string(),
                    row.left_out.to_string(),
                    row.last_came_on.clone(),
                ]
            })
            .collect();
        terminal.table(
            &["id", "name", "outlet", "event-invited", "event-came", "left-out", "last-came"],
            &cells,
        )
    })
}

fn bundle(door: &Door, terminal: &Terminal, event_id: i64, file: Option<PathBuf>) -> Result<()> {
    let lines = commands::event_bundle_check(door, event_id)?;
    let Some(file) = file else {
        return terminal.result(&lines, |lines| {
            let cells: Vec<Vec<String>> = lines
                .iter()
                .map(|line| {
                    let missing: Vec<String> = line
                        .missing
                        .iter()
                        .map(|one| terminal.words(&one.key, &[("what", &one.what)]))
                        .collect();
                    vec![
                        terminal.words(&format!("bundle-part-{}", line.part.as_str()), &[]),
                        line.count.to_string(),
                        missing.join(" "),
                    ]
                })
                .collect();
            terminal.table(&["bundle-part", "how-many", "bundle-missing"], &cells)
        });
    };
    for one in lines.iter().flat_map(|line| &line.missing) {
        terminal.remark(&one.key, &[("what", &one.what)]);
    }
    let order = BundleOrder { event_id, file: Some(file), format: None };
    let written = commands::event_bundle_export(door, order)?;
    if !written.apart.is_empty() {
        terminal.remark("cli-event-bundle-apart", &[("files", &written.apart.join(", "))]);
    }
    terminal.result(&written, |written| {
        terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
    })
}

fn link(
    door: &Door,
    terminal: &Terminal,
    event_id: i64,
    mut coverage_ids: Vec<i64>,
    proposed: bool,
    off: bool,
) -> Result<()> {
    if proposed {
        let shown = commands::event_evaluation(door, event_id)?;
        coverage_ids.extend(shown.proposed.iter().map(|row| row.coverage.id));
        if coverage_ids.is_empty() {
            terminal.remark("cli-event-no-proposals", &[]);
        }
    }
    let count = commands::event_coverage_link(
        door,
        CoverageLink { event_id, coverage_ids, belongs: !off },
    )?;
    terminal.result(&json!({"changed": count}), |_| {
        let key = if off { "cli-event-unlinked" } else { "cli-event-linked" };
        terminal.words(key, &[("count", &count.to_string())])
    })
}
