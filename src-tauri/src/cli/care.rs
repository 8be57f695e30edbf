//! What the office owes a person, on the command line: logging what was said, what comes next, a
//! copy of their data, erasure; and the bin.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::follow_up::{FollowUpDone, FollowUpFilter, NewFollowUp};
use crate::history::{BinFilter, BinItem};
use crate::interaction::NewInteraction;
use crate::reach;
use crate::subject::{EraseOrder, SubjectOrder};

#[derive(Args)]
pub struct Log {
    #[arg(value_name = "WHO")]
    who: String,
    #[arg(long, value_name = "KIND", value_parser = ["call", "whatsapp", "meeting", "mail", "note"])]
    kind: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    text: String,
    #[arg(long = "in")]
    incoming: bool,
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long, value_name = "DATE")]
    follow_up: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "follow_up")]
    note: Option<String>,
    #[arg(long, requires = "follow_up")]
    promise: bool,
}

#[derive(Subcommand)]
pub enum FollowUp {
    List {
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
        #[arg(long)]
        done: bool,
    },
    Add {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(long, value_name = "DATE")]
        due: String,
        #[arg(long, value_name = "TEXT")]
        note: String,
        #[arg(long)]
        promise: bool,
    },
    Done {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        open: bool,
    },
}

#[derive(Subcommand)]
pub enum Subject {
    Show {
        #[arg(value_name = "WHO")]
        who: String,
    },
    Export {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "pdf|json", value_parser = ["pdf", "json"], hide_possible_values = true)]
        format: Option<String>,
    },
    Erase {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[arg(long)]
        delete_backups: bool,
        #[arg(long)]
        yes: bool,
    },
    Erased,
}

#[derive(Subcommand)]
pub enum Bin {
    List {
        #[arg(long, value_name = "TABLE")]
        table: Option<String>,
    },
    Restore {
        #[arg(value_name = "TABLE")]
        table: String,
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
}

fn who(door: &Door, text: &str) -> Result<i64> {
    door.workspace.db.read(|db| reach::who(db, text))
}

/// Logs what was said, and what was agreed.
pub fn log(door: &Door, terminal: &Terminal, log: Log) -> Result<()> {
    let contact_id = who(door, &log.who)?;
    if let Some(at) = log.at.as_deref().filter(|at| crate::clock::from_text(at).is_none()) {
        return Err(Error::invalid("at", "error-wrong-value").arg("field", "at").arg("value", at));
    }
    let kind = log.promise.then(|| "promise".to_owned());
    let logged = commands::interaction_log(
        door,
        NewInteraction {
            contact_id,
            kind: log.kind,
            direction: if log.incoming { "in" } else { "out" }.to_owned(),
            summary: log.text,
            at: log.at,
            follow_up: log.follow_up.map(|due_on| NewFollowUp {
                due_on,
                what: log.note,
                kind,
                staff_id: None,
            }),
        },
    )?;
    terminal
        .result(&logged, |logged| terminal.words("cli-logged", &[("id", &logged.id.to_string())]))
}

/// What comes next with whom.
pub fn follow_up(door: &Door, terminal: &Terminal, follow_up: FollowUp) -> Result<()> {
    match follow_up {
        FollowUp::List { who: text, until, done } => {
            let contact_id = text.map(|text| who(door, &text)).transpose()?;
            let filter = FollowUpFilter {
                contact_id,
                until,
                done: done.then_some(true),
                ..FollowUpFilter::default()
            };
            let rows = commands::follow_up_list(door, filter)?;
            terminal.result(&json!({"rows": rows}), |_| {
                let lines: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| {
                        let done = terminal.time(&row.follow_up.done_at);
                        let next = &row.follow_up;
                        vec![
                            next.id.to_string(),
                            next.due_on.clone(),
                            row.name.clone(),
                            next.what.clone(),
                            row.owner.clone(),
                            done,
                        ]
                    })
                    .collect();
                terminal.table(&["id", "due", "name", "what", "owner", "done"], &lines)
            })
        }
        FollowUp::Add { who: text, due, note, promise } => {
            let contact_id = who(door, &text)?;
            let kind = if promise { "promise" } else { "follow_up" };
            let set: Map<String, Json> = [
                ("contact_id", json!(contact_id)),
                ("due_on", json!(due)),
                ("what", json!(note)),
                ("kind", json!(kind)),
            ]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
            let added = commands::follow_up_save(door, Patch { set, ..Patch::default() })?;
            terminal.result(&added, |added| {
                terminal.words("cli-follow-up-added", &[("id", &added.id.to_string())])
            })
        }
        FollowUp::Done { id, open } => {
            let done = commands::follow_up_done(door, FollowUpDone { id, done: !open })?;
            terminal
                .result(&done, |_| terminal.words("cli-follow-up-done", &[("id", &id.to_string())]))
        }
    }
}

/// A person's data: what there is, a copy, erasure.
pub fn subject(door: &Door, terminal: &Terminal, subject: Subject) -> Result<()> {
    match subject {
        Subject::Show { who: text } => {
            let shown = commands::subject_show(door, who(door, &text)?)?;
            terminal.result(&shown, |shown| {
                let names = crate::history::Names;
                let rows: Vec<Vec<String>> = shown
                    .held
                    .iter()
                    .map(|held| {
                        vec![names.table(&terminal.language, &held.table), held.count.to_string()]
                    })
                    .collect();
                let counts = [
                    ("mentions", shown.mentions.len().to_string()),
                    ("backups", shown.backups.len().to_string()),
                ];
                let args: Vec<(&str, &str)> =
                    counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
                format!(
                    "{}\n\n{}",
                    terminal.table(&["what", "count"], &rows),
                    terminal.words("cli-subject-beside", &args)
                )
            })
        }
        Subject::Export { who: text, file, format } => {
            let order = SubjectOrder { contact_id: who(door, &text)?, format, file: Some(file) };
            let exported = commands::subject_export(door, order)?;
            terminal.result(&exported, |exported| {
                terminal.words(
                    "cli-subject-exported",
                    &[("file", &exported.file.display().to_string())],
                )
            })
        }
        Subject::Erase { who: text, reason, delete_backups, yes } => {
            let contact_id = who(door, &text)?;
            if !yes {
                let shown = commands::subject_show(door, contact_id)?;
                return Err(
                    Error::new(Code::Invalid, "cli-subject-needs-yes").arg("name", shown.name)
                );
            }
            let order = EraseOrder { contact_id, reason, delete_backups: Some(delete_backups) };
            let erased = commands::subject_erase(door, order)?;
            terminal.result(&erased, |erased| {
                let rows: i64 = erased.erased.iter().map(|held| held.count).sum();
                let mut text = terminal.words(
                    "cli-subject-erased",
                    &[("rows", &rows.to_string()), ("files", &erased.files.to_string())],
                );
                if !erased.cleaned {
                    text.push_str(&format!("\n{}", terminal.words("cli-subject-clean-later", &[])));
                }
                for backup in &erased.backups {
                    let args = [("name", backup.name.as_str()), ("at", &terminal.time(&backup.at))];
                    text.push_str(&format!("\n{}", terminal.words("cli-subject-backup", &args)));
                }
                for place in &erased.mentions {
                    let id = place.id.to_string();
                    let args = [
                        ("table", place.table.as_str()),
                        ("id", &id),
                        ("column", place.column.as_str()),
                    ];
                    text.push_str(&format!("\n{}", terminal.words("cli-subject-mention", &args)));
                }
                text
            })
        }
        Subject::Erased => {
            let rows = commands::erasure_list(door, ())?;
            terminal.result(&json!({"rows": rows}), |_| {
                let lines: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.contact_id.to_string(),
                            terminal.time(&row.at),
                            row.actor.clone(),
                            row.reason.clone(),
                            row.backups.len().to_string(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "time", "actor", "reason", "backups"], &lines)
            })
        }
    }
}

/// The bin.
pub fn bin(door: &Door, terminal: &Terminal, bin: Bin) -> Result<()> {
    match bin {
        Bin::List { table } => {
            let rows = commands::bin_list(door, BinFilter { table, limit: None })?;
            terminal.result(&json!({"rows": rows}), |_| {
                let lines: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.table.clone(),
                            row.id.to_string(),
                            row.name.clone(),
                            terminal.time(&row.deleted_at),
                            row.actor.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["table", "id", "name", "time", "actor"], &lines)
            })
        }
        Bin::Restore { table, ids } => {
            let items = ids.into_iter().map(|id| BinItem { table: table.clone(), id }).collect();
            let restored = commands::bin_restore(door, items)?;
            terminal.result(&json!({"restored": restored}), |_| {
                terminal.words("cli-bin-restored", &[("count", &restored.to_string())])
            })
        }
    }
}
