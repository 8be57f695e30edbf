//! Duplicates on the command line: scan, list, merge, take apart.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};

use super::contacts;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::duplicate::{Decision, DuplicateFilter, DuplicateRow, ScanOrder};
use crate::error::Result;
use crate::merge::{MergeOrder, Unmerge};

/// Contacts or organisations.
#[derive(Args)]
pub struct Kind {
    #[arg(long)]
    organisations: bool,
}

impl Kind {
    fn word(&self) -> String {
        if self.organisations { "organisation" } else { "contact" }.to_owned()
    }

    /// The ids that the person means: an organisation is known by its id, a contact by `WHO`.
    fn ids(&self, door: &Door, who: [&str; 2]) -> Result<[i64; 2]> {
        let ids = if self.organisations {
            who.iter()
                .map(|id| {
                    id.parse::<i64>().map_err(|_| {
                        crate::error::Error::invalid("id", "error-wrong-value").arg("field", "id")
                    })
                })
                .collect::<Result<Vec<i64>>>()?
        } else {
            contacts(door, &who.map(str::to_owned))?
        };
        match ids.as_slice() {
            [a, b] => Ok([*a, *b]),
            _ => Err(crate::error::Error::internal("two were asked for")),
        }
    }
}

#[derive(Subcommand)]
pub enum Duplicates {
    Scan,
    List {
        #[command(flatten)]
        kind: Kind,
        #[arg(long)]
        apart: bool,
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: i64,
    },
    Merge {
        #[command(flatten)]
        kind: Kind,
        #[arg(value_name = "WHO")]
        survivor: String,
        #[arg(value_name = "WHO")]
        absorbed: String,
        #[arg(long, value_name = "FIELD=survivor|absorbed|both", value_parser = choice)]
        field: Vec<(String, String)>,
    },
    Merges {
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: i64,
    },
    Unmerge {
        #[arg(value_name = "ID")]
        merge: i64,
    },
    Apart {
        #[command(flatten)]
        kind: Kind,
        #[arg(value_name = "WHO")]
        one: String,
        #[arg(value_name = "WHO")]
        other: String,
    },
}

fn choice(text: &str) -> Result<(String, String), String> {
    let (field, whose) =
        text.split_once('=').ok_or_else(|| "FIELD=survivor|absorbed|both".to_owned())?;
    Ok((field.trim().to_owned(), whose.trim().to_owned()))
}

/// Carries out a verb.
pub fn duplicates(door: &Door, terminal: &Terminal, verb: Duplicates) -> Result<()> {
    match verb {
        Duplicates::Scan => {
            let report = commands::duplicate_scan(door, ScanOrder::default())?;
            terminal.result(&report, |report| {
                terminal.words(
                    "cli-duplicates-scanned",
                    &[
                        ("contacts", &report.contacts.to_string()),
                        ("organisations", &report.organisations.to_string()),
                        ("found", &report.found.to_string()),
                    ],
                )
            })
        }
        Duplicates::List { kind, apart, limit } => {
            let filter = DuplicateFilter {
                kind: Some(kind.word()),
                apart: Some(apart),
                limit: Some(limit),
                ..DuplicateFilter::default()
            };
            let page = commands::duplicate_list(door, filter)?;
            terminal.result(&page, |page| {
                let rows: Vec<Vec<String>> =
                    page.rows.iter().map(|row| pair_line(terminal, row)).collect();
                let count = terminal.words(
                    "cli-duplicates-shown",
                    &[("shown", &rows.len().to_string()), ("total", &page.total.to_string())],
                );
                format!(
                    "{}\n\n{count}",
                    terminal.table(&["score", "id", "name", "id", "name", "reason"], &rows)
                )
            })
        }
        Duplicates::Merge { kind, survivor, absorbed, field } => {
            let [survivor_id, absorbed_id] = kind.ids(door, [&survivor, &absorbed])?;
            let fields: BTreeMap<String, String> = field.into_iter().collect();
            let order = MergeOrder { kind: kind.word(), survivor_id, absorbed_id, fields };
            let merged = commands::merge_run(door, order)?;
            terminal.result(&merged, |merged| {
                terminal.words(
                    "cli-merged",
                    &[
                        ("name", &merged.name),
                        ("moved", &merged.moved.to_string()),
                        ("merge", &merged.merge_id.to_string()),
                    ],
                )
            })
        }
        Duplicates::Merges { limit } => {
            let merges = commands::merge_list(door, limit)?;
            terminal.result(&merges, |merges| {
                let rows: Vec<Vec<String>> = merges
                    .iter()
                    .map(|merge| {
                        vec![
                            merge.id.to_string(),
                            terminal.time(&merge.merged_at),
                            merge.actor.clone(),
                            merge.survivor_name.clone(),
                            merge.absorbed_name.clone(),
                            terminal.time(&merge.unmerged_at),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "time", "actor", "survivor", "absorbed", "unmerged"], &rows)
            })
        }
        Duplicates::Unmerge { merge } => {
            let apart = commands::merge_undo(door, Unmerge { merge_id: merge, give: Vec::new() })?;
            terminal.result(&apart, |apart| {
                terminal.words(
                    "cli-unmerged",
                    &[
                        ("name", &apart.name),
                        ("returned", &apart.returned.to_string()),
                        ("stayed", &apart.stayed.to_string()),
                    ],
                )
            })
        }
        Duplicates::Apart { kind, one, other } => {
            let ids = kind.ids(door, [&one, &other])?;
            let decision = Decision { kind: kind.word(), ids, apart: true };
            let changed = commands::duplicate_decide(door, decision)?;
            terminal.result(&serde_json::json!({ "changed": changed }), |_| {
                terminal.words("cli-duplicates-apart", &[])
            })
        }
    }
}

fn pair_line(terminal: &Terminal, row: &DuplicateRow) -> Vec<String> {
    let mut line = vec![row.score.to_string()];
    for contact in &row.contacts {
        line.push(contact.id.to_string());
        let outlet = if contact.outlet.is_empty() {
            String::new()
        } else {
            format!(" ({})", contact.outlet)
        };
        line.push(format!("{}{outlet}", contact.name));
    }
    for organisation in &row.organisations {
        line.push(organisation.id.to_string());
        line.push(organisation.name.clone());
    }
    let reasons: Vec<String> = row
        .reasons
        .iter()
        .map(|reason| {
            let key = format!("duplicate-reason-{}", reason.replace('_', "-"));
            terminal.words(&key, &[])
        })
        .collect();
    line.push(reasons.join(", "));
    line
}
