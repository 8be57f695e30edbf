//! The workspace itself: making one, taking back, backups, and any command by its name.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::Place;
use super::terminal::{self, Terminal};
use crate::commands::{self, Door};
use crate::db::Source;
use crate::db::undo::Undone;
use crate::error::{Code, Error, Result};
use crate::history::{BackupOrder, HistoryFilter};
use crate::settings::Setting;
use crate::workspace::{self, As, Workspace};

#[derive(Args)]
pub struct Init {
    #[arg(long)]
    demo: bool,
}

#[derive(Args)]
pub struct Undo {
    #[arg(value_name = "ID")]
    action: Option<i64>,
}

#[derive(Args)]
pub struct History {
    #[arg(long, value_name = "WHO|TABLE:ID")]
    record: Option<String>,
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    #[arg(long)]
    details: bool,
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: i64,
}

#[derive(Args)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

#[derive(Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args)]
pub struct Call {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(value_name = "JSON", default_value = "null")]
    args: String,
}

/// Makes a workspace. An empty one leaves the questions of the first start to the window; the
/// demo office gets its data at once, in a folder of its own.
pub fn init(init: Init, place: &Place, terminal: &Terminal) -> Result<()> {
    let folder = match &place.folder {
        Some(folder) => folder.clone(),
        None if init.demo => workspace::demo_folder(),
        None => workspace::default_folder(),
    };
    let existed = Workspace::exists(&folder);
    if existed && init.demo {
        // Made-up people must never end up among real ones.
        return Err(Error::new(Code::Conflict, "init-demo-exists").arg("folder", folder.display()));
    }
    if !existed {
        Workspace::create(&folder)?;
    }
    let workspace = Workspace::open(&folder, As::OwnerOrGuest, commands::searchables())?;
    terminal.warn_of_network(&workspace);
    let progress = |news: &crate::bus::JobNews| terminal.progress(news);
    let door = Door {
        workspace: &workspace,
        source: Source::CommandLine,
        actor: String::new(),
        on_progress: Some(&progress),
    };
    let set = |key: &str, value: &str| {
        commands::setting_set(&door, Setting { key: key.to_owned(), value: value.to_owned() })
    };
    if !existed || place.language.is_some() {
        set("language", &terminal.language)?;
    }
    if init.demo {
        commands::demo_fill(&door, ())?;
        set("demo", "1")?;
        set("setup_done", "1")?;
    }
    let session = commands::session(&door, ())?;
    let made = json!({"folder": folder, "language": session.language, "demo": session.demo, "created": !existed});
    let key = if existed { "cli-init-exists" } else { "cli-init-done" };
    terminal.result(&made, |_| terminal.words(key, &[("folder", &folder.display().to_string())]))
}

/// Takes back an action: the named one, or the last of the command line.
pub fn undo(door: &Door, terminal: &Terminal, undo: &Undo) -> Result<()> {
    let undone = match undo.action {
        Some(action) => commands::undo_action(door, action)?,
        None => commands::undo_last(door, ())?,
    };
    terminal.result(&undone, |undone| undo_report(terminal, undone))
}

/// What an undo took back, and what of an import it left.
pub fn undo_report(terminal: &Terminal, undone: &Undone) -> String {
    let mut text = terminal.words(
        "cli-undone",
        &[
            ("action", &undone.action.to_string()),
            ("command", &terminal.word("command", &undone.command)),
        ],
    );
    if undone.left.count > 0 {
        let rows: Vec<Vec<String>> = undone
            .left
            .rows
            .iter()
            .map(|row| {
                let reason = terminal.words(&format!("undo-left-{}", row.reason), &[]);
                let reason = if row.columns.is_empty() {
                    reason
                } else {
                    format!("{reason}: {}", row.columns.join(", "))
                };
                vec![row.id.to_string(), row.name.clone(), reason]
            })
            .collect();
        let count = terminal.words("undo-left", &[("count", &undone.left.count.to_string())]);
        text.push_str(&format!("\n{count}\n{}", terminal.table(&["id", "name", "reason"], &rows)));
    }
    text
}

/// Does again what was taken back last.
pub fn redo(door: &Door, terminal: &Terminal) -> Result<()> {
    let redone = commands::redo_last(door, ())?;
    terminal.result(&redone, |redone: &Undone| {
        terminal.words(
            "cli-redone",
            &[
                ("action", &redone.action.to_string()),
                ("command", &terminal.word("command", &redone.command)),
            ],
        )
    })
}

/// Which actions the arguments ask for; none = simply the newest.
fn filter_of(door: &Door, history: History) -> Result<Option<HistoryFilter>> {
    if !history.details
        && [&history.record, &history.actor, &history.from, &history.until]
            .iter()
            .all(|given| given.is_none())
    {
        return Ok(None);
    }
    let (table, row_id) = match &history.record {
        None => (None, None),
        Some(record) => match record.split_once(':') {
            Some((table, id)) if id.parse::<i64>().is_ok() => {
                (Some(table.to_owned()), id.parse().ok())
            }
            _ => {
                let id = door.workspace.db.read(|db| crate::reach::who(db, record))?;
                (Some("contacts".to_owned()), Some(id))
            }
        },
    };
    Ok(Some(HistoryFilter {
        actor: history.actor,
        table,
        row_id,
        from: history.from,
        until: history.until,
        limit: Some(history.limit),
        ..HistoryFilter::default()
    }))
}

/// Actions with the records they changed, from what to what.
fn history_in_full(door: &Door, terminal: &Terminal, filter: HistoryFilter) -> Result<()> {
    let page = commands::history_find(door, filter)?;
    terminal.result(&page, |page| {
        let names = crate::history::Names;
        let mut lines = Vec::new();
        for row in &page.rows {
            lines.push(format!(
                "{}  {}  {}  {}",
                row.action.id,
                terminal.time(&row.action.at),
                row.action.actor,
                terminal.word("command", &row.action.command)
            ));
            for record in &row.records {
                let what = terminal.words(&format!("history-what-{}", record.what), &[]);
                let table = names.table(&terminal.language, &record.table);
                lines.push(format!("    {what}: {table} {}", record.name));
                for field in &record.fields {
                    let column = names.column(&terminal.language, &record.table, &field.column);
                    lines.push(format!("        {column}: {} -> {}", field.before, field.after));
                }
            }
        }
        lines.join("\n")
    })
}

/// Lists the newest actions, or those asked for.
pub fn history(door: &Door, terminal: &Terminal, history: History) -> Result<()> {
    let limit = history.limit;
    if let Some(filter) = filter_of(door, history)? {
        return history_in_full(door, terminal, filter);
    }
    let actions = commands::history_list(door, limit)?;
    terminal.result(&actions, |actions| {
        let rows: Vec<Vec<String>> = actions
            .iter()
            .map(|action| {
                let state = match (action.undone_by, action.undoable) {
                    (0, true) => String::new(),
                    (0, false) => terminal.words("cli-action-final", &[]),
                    (by, _) => terminal.words("cli-action-undone", &[("by", &by.to_string())]),
                };
                let source = terminal.word("source", &action.source);
                vec![
                    action.id.to_string(),
                    terminal.time(&action.at),
                    action.actor.clone(),
                    source,
                    terminal.word("command", &action.command),
                    state,
                ]
            })
            .collect();
        terminal.table(&["id", "time", "actor", "source", "action", "state"], &rows)
    })
}

/// Writes a backup.
pub fn backup(door: &Door, terminal: &Terminal, backup: Backup) -> Result<()> {
    let written = commands::backup_write(door, BackupOrder { file: backup.file })?;
    terminal.result(&written, |written| {
        terminal.words(
            "cli-backup-done",
            &[
                ("file", &written.file.display().to_string()),
                ("kilobytes", &(written.bytes / 1024).to_string()),
            ],
        )
    })
}

/// Puts a backup in the place of a closed workspace.
pub fn restore(restore: &Restore, folder: &Path, terminal: &Terminal) -> Result<()> {
    if !restore.file.is_file() {
        return Err(
            Error::new(Code::NotFound, "error-file-missing").arg("file", restore.file.display())
        );
    }
    workspace::restore(folder, &restore.file)?;
    let names =
        [("file", restore.file.display().to_string()), ("folder", folder.display().to_string())];
    let words: Vec<(&str, &str)> =
        names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    terminal.result(&json!({"restored": restore.file, "folder": folder}), |_| {
        terminal.words("cli-restore-done", &words)
    })
}

/// Any command of the table by its name; its result is always JSON.
pub fn call(door: &Door, call: &Call) -> Result<()> {
    let args = serde_json::from_str(&call.args).map_err(|cause| {
        Error::new(Code::Invalid, "error-wrong-arguments").arg("name", &call.name).because(cause)
    })?;
    let result = commands::call_and_wait(door, &call.name, args)?;
    terminal::print(&serde_json::to_string(&result)?)
}
