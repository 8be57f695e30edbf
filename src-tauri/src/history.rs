//! What was done, taking it back, and backups.

mod bin;
mod empty_bin;
mod record;

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::undo::{self, ActionRow, Undone};
use crate::db::{Ctx, Reader, Writer, backup};
use crate::error::{Code, Error, Result};
use crate::job::{self, Job};

pub use bin::{
    BinFilter, BinItem, BinRow, HistorySpace, Pruned, list as bin, prune,
    restore as restore_from_bin, space,
};
pub use empty_bin::{
    BinSpace, Emptied, EmptyOrder, empty as empty_bin, is_due as bin_is_due, space as bin_space,
};
pub use record::{
    FieldChange, HistoryFilter, HistoryPage, HistoryRow, Names, RecordChange, changes_of_row, find,
    records,
};

/// Where to write a backup.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct BackupOrder {
    /// The zip file; none = a dated name in the workspace's own `backups` folder.
    #[ts(optional)]
    pub file: Option<PathBuf>,
}

/// A backup that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupWritten {
    /// The zip file.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A backup in the workspace's own folder.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupFile {
    /// File name.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
    /// When it was written, UTC.
    pub at: String,
}

/// The newest actions.
pub fn list(db: &Reader, _ctx: &Ctx, limit: i64) -> Result<Vec<ActionRow>> {
    undo::history(db, limit.clamp(1, 10_000))
}

/// Takes back the last undoable action of the same door.
pub fn undo_last(job: &Job, _: ()) -> Result<Undone> {
    let source = job.ctx.source.as_str();
    let action = job
        .workspace
        .db
        .read(|db| undo::last_undoable(db, source))?
        .ok_or_else(|| Error::new(Code::NotFound, "undo-nothing"))?;
    job.undo(action)
}

/// Does again what the last undo of the same door took back.
pub fn redo_last(job: &Job, _: ()) -> Result<Undone> {
    let (undo, action, command) = job.workspace.db.read(|db| {
        let undo = undo::last_redoable(db, job.ctx.source.as_str())?
            .ok_or_else(|| Error::new(Code::NotFound, "redo-nothing"))?;
        let (action, command): (i64, String) = db
            .row(
                "SELECT a.id, a.command FROM actions u JOIN actions a ON a.id = u.undoes WHERE u.id = :id",
                named_params! {":id": undo},
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .unwrap_or_default();
        Ok((undo, action, command))
    })?;
    let left = job.undo(undo)?.left;
    Ok(Undone { action, command, left })
}

/// Takes back one action.
pub fn undo_action(job: &Job, action: i64) -> Result<Undone> {
    job.undo(action)
}

/// Asks a running job to stop.
pub fn cancel_job(_db: &Writer, ctx: &Ctx, id: i64) -> Result<bool> {
    Ok(job::cancel(&ctx.folder, id))
}

/// Writes a backup.
pub fn write_backup(job: &Job, order: BackupOrder) -> Result<BackupWritten> {
    job.progress("phase-backup", 0, 0);
    let folder = job.workspace.folder().join("backups");
    let file = order.file.unwrap_or_else(|| {
        folder.join(format!("manual-{}.zip", job.ctx.now.format("%Y%m%d-%H%M%S")))
    });
    backup::write(&job.workspace.db, &job.workspace.files(), &file)?;
    let bytes = std::fs::metadata(&file)?.len();
    Ok(BackupWritten { file, bytes })
}

/// The backups in the workspace's own folder, newest first.
pub fn backups(_db: &Reader, ctx: &Ctx, _: ()) -> Result<Vec<BackupFile>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(ctx.folder.join("backups"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".zip") {
            let about = entry.metadata()?;
            let at =
                about.modified().map(|at| crate::clock::to_text(at.into())).unwrap_or_default();
            found.push(BackupFile { name, bytes: about.len(), at });
        }
    }
    found.sort_by(|a, b| b.at.cmp(&a.at));
    Ok(found)
}
