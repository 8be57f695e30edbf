//! The imports of the past: what each brought, taking one back days later, and going on with one
//! that was cut off.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::run::{self, Place};
use super::{ImportPlan, ImportResult, resolve};
use crate::db::undo::{self, Undone};
use crate::db::{Ctx, Reader, Writer};
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
    /// `running`, `done`, `interrupted` (cut off: go on or take it back) or `undone`.
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
    /// The last row that was taken, as a spreadsheet numbers it.
    pub row: i64,
}

const RUNS: &str = "SELECT i.id, i.action_id, i.file_name, i.actor, i.created_at,
        CASE WHEN a.undone_by <> 0 THEN 'undone'
             WHEN i.state = 'running' AND COALESCE(j.state, '') <> 'running' THEN 'interrupted'
             ELSE i.state END,
        i.added, i.updated, i.skipped, i.rejected, i.left_out, i.row_at
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
        row: row.get(11)?,
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
pub fn undo(db: &Writer, _ctx: &Ctx, id: i64) -> Result<Undone> {
    let run = one(db, id)?;
    match run.state.as_str() {
        "running" => Err(Error::new(Code::Busy, "import-still-running").arg("id", id)),
        _ => {
            db.announce("imports");
            undo::undo(db, run.action_id)
        }
    }
}

/// Goes on with an import that was cut off, after the last row that was taken.
pub fn again(job: &Job, id: i64) -> Result<ImportResult> {
    let db = &job.workspace.db;
    let run = db.read(|db| one(db, id))?;
    if run.state != "interrupted" {
        return Err(Error::new(Code::Conflict, "import-not-interrupted").arg("id", id));
    }
    let (plan, bytes, sheet, duplicates, outlets): (String, i64, i64, i64, i64) = db
        .read(|db| {
            db.row(
                "SELECT plan, file_bytes, sheet_at, possible_duplicates, new_outlets FROM imports WHERE id = :id",
                named_params! {":id": id},
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            )
        })?
        .ok_or_else(|| Error::new(Code::NotFound, "import-unknown").arg("id", id))?;
    let plan: ImportPlan = serde_json::from_str(&plan)?;
    let (path, file_name) = resolve(job.workspace.folder(), &plan.source)?;
    let now = std::fs::metadata(&path).map_err(|cause| run::gone(&file_name).because(cause))?.len();
    if i64::try_from(now).ok() != Some(bytes) {
        return Err(Error::new(Code::Conflict, "import-file-changed").arg("file", &file_name));
    }
    let ctx = job.ctx.clone();
    db.write_chunk(&ctx, run.action_id, |db| {
        db.execute(
            "UPDATE imports SET job_id = :job WHERE id = :id",
            named_params! {":job": job.id(), ":id": id},
        )
    })?;
    let so_far = ImportResult {
        action_id: run.action_id,
        import_id: id,
        added: run.added,
        updated: run.updated,
        skipped: run.skipped,
        left_out_count: run.left_out,
        possible_duplicates: duplicates,
        new_outlets: outlets,
        ..ImportResult::default()
    };
    let place = Place {
        sheet: usize::try_from(sheet).unwrap_or(0),
        row: u64::try_from(run.row).unwrap_or(0),
        so_far,
        rejected: run.rejected,
    };
    run::from(db, job, plan, place)
}
