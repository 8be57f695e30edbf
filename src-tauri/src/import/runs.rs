//! The imports of the past: what each brought, and taking one back days later.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::db::undo::Undone;
use crate::db::{Ctx, Reader};
use crate::error::{Code, Error, Result};
use crate::job::Job;

/// One import of the past.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportRun {
    /// The import.
    pub id: i64,
    /// Its action.
    pub action_id: i64,
    /// The file that was read.
    pub file_name: String,
    /// Who imported it.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// `running`, `done`, `undone`, or `unfinished`: cancelled, failed or cut off, and taken back.
    pub state: String,
    /// Contacts added.
    pub added: i64,
    /// Contacts that learnt something new.
    pub updated: i64,
    /// Rows that held nothing new.
    pub skipped: i64,
    /// Rows that could not be taken.
    pub rejected: i64,
    /// Values left out of rows that were taken.
    pub left_out: i64,
}

const RUNS: &str = "SELECT i.id, i.action_id, i.file_name, i.actor, i.created_at,
        CASE WHEN i.state = 'running' AND COALESCE(j.state, '') <> 'running' THEN 'unfinished'
             WHEN a.undone_by <> 0 THEN 'undone'
             ELSE i.state END,
        i.added, i.updated, i.skipped, i.rejected, i.left_out
     FROM imports i
     JOIN actions a ON a.id = i.action_id
     LEFT JOIN jobs j ON j.id = i.job_id";

fn read(row: &crate::db::Row) -> rusqlite::Result<ImportRun> {
    Ok(ImportRun {
        id: row.get(0)?,
        action_id: row.get(1)?,
        file_name: row.get(2)?,
        actor: row.get(3)?,
        at: row.get(4)?,
        state: row.get(5)?,
        added: row.get(6)?,
        updated: row.get(7)?,
        skipped: row.get(8)?,
        rejected: row.get(9)?,
        left_out: row.get(10)?,
    })
}

/// The newest imports first.
pub fn list(db: &Reader, _ctx: &Ctx, limit: i64) -> Result<Vec<ImportRun>> {
    let sql = format!("{RUNS} ORDER BY i.id DESC LIMIT :limit");
    db.rows(&sql, named_params! {":limit": limit.clamp(1, 10_000)}, read)
}

fn one(db: &Reader, id: i64) -> Result<ImportRun> {
    db.row(&format!("{RUNS} WHERE i.id = :id"), named_params! {":id": id}, read)?
        .ok_or_else(|| Error::new(Code::NotFound, "import-unknown").arg("id", id))
}

/// Takes an import back, days later too: what was changed or used since stays and is named.
pub fn undo(job: &Job, id: i64) -> Result<Undone> {
    let run = job.workspace.db.read(|db| one(db, id))?;
    match run.state.as_str() {
        "running" => Err(Error::new(Code::Busy, "import-still-running").arg("id", id)),
        _ => job.undo(run.action_id),
    }
}
