//! Long work: a row with phase, progress and outcome, that can be cancelled and explained after
//! a crash.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::bus::{Event, JobNews};
use crate::db::undo::{Undoing, Undone};
use crate::db::{Ctx, Database, Durability, Reader, Source, Writer};
use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;

/// What the window gets back at once when it starts a job.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct JobStarted {
    /// The job; its events carry the same number.
    pub id: i64,
}

/// A running job, as its work sees it.
pub struct Job<'a> {
    /// Where it works.
    pub workspace: &'a Workspace,
    /// When, who and from where it was started.
    pub ctx: Ctx,
    id: i64,
    kind: &'static str,
    cancel: Arc<AtomicBool>,
    last_news: Mutex<Option<Instant>>,
    on_progress: Option<&'a (dyn Fn(&JobNews) + Sync)>,
}

static RUNNING: Mutex<BTreeMap<i64, Arc<AtomicBool>>> = Mutex::new(BTreeMap::new());

const NEWS_EVERY: Duration = Duration::from_millis(100);

/// Writes the row of a job that is about to run.
pub fn start(workspace: &Workspace, ctx: &Ctx, kind: &'static str) -> Result<i64> {
    let id = workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
        db.execute(
            "INSERT INTO jobs (kind, state, process, started_at) VALUES (:kind, 'running', :process, :now)",
            named_params! {":kind": kind, ":process": workspace.process(), ":now": ctx.now_text()},
        )?;
        Ok(db.last_id())
    })?;
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::default());
    Ok(id)
}

/// Runs a started job to its end in the calling thread and keeps its outcome.
pub fn run<T: Serialize>(
    workspace: &Workspace,
    ctx: Ctx,
    id: i64,
    kind: &'static str,
    on_progress: Option<&(dyn Fn(&JobNews) + Sync)>,
    work: impl FnOnce(&Job) -> Result<T>,
) -> Result<T> {
    let cancel = RUNNING
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&id)
        .cloned()
        .unwrap_or_default();
    let job = Job { workspace, ctx, id, kind, cancel, last_news: Mutex::default(), on_progress };
    let outcome = work(&job);
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    let (state, error, result) = match &outcome {
        Ok(result) => ("done", None, serde_json::to_value(result).ok()),
        Err(error) if error.code == Code::Cancelled => {
            ("cancelled", JobNews::error_json(error), None)
        }
        Err(error) => ("failed", JobNews::error_json(error), None),
    };
    log::info!("job {id} {kind}: {state}");
    workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
        db.execute(
            "UPDATE jobs SET state = :state, error = :error, ended_at = :now WHERE id = :id",
            named_params! {":state": state, ":error": error.as_ref().map(ToString::to_string).unwrap_or_default(),
                ":now": crate::clock::to_text(crate::clock::now()), ":id": id},
        )
    })?;
    job.tell(JobNews {
        id,
        kind: kind.to_owned(),
        state: state.to_owned(),
        phase: String::new(),
        done: 0,
        total: 0,
        error,
        result,
    });
    outcome
}

/// Asks a running job of this process to stop at its next step.
pub fn cancel(id: i64) -> bool {
    let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    running.get(&id).is_some_and(|flag| {
        flag.store(true, Ordering::Relaxed);
        true
    })
}

/// Takes back what jobs left half done: a process that died, or a disk too full even to take it
/// back at once.
pub fn take_back_unfinished(workspace: &Workspace) -> Result<()> {
    let owed = workspace.db.read(|db| {
        db.rows(
            "SELECT j.id, j.action_id FROM jobs j WHERE j.action_id <> 0 AND j.state <> 'running' ORDER BY j.id DESC",
            &[],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        )
    })?;
    for (id, action) in owed {
        let ctx = workspace.ctx("", Source::Import);
        let begin = |db: &Writer| Undoing::resume(db, action);
        Debt { db: &workspace.db, ctx: &ctx, job: id }.pay("undo_action", begin, |_, _| Ok(()))?;
        log::info!("job {id}: what it left half done is taken back");
    }
    Ok(())
}

/// What a job has to bring to its end, whatever happens meanwhile: an undo.
struct Debt<'a> {
    db: &'a Database,
    ctx: &'a Ctx,
    job: i64,
}

impl Debt<'_> {
    /// Runs an undo in steps. `news` hears rows gone through and how many there are; its error
    /// leaves the undo where it is, to be gone on with or itself taken back.
    fn pay(
        &self,
        command: &str,
        begin: impl FnOnce(&Writer) -> Result<Undoing>,
        mut news: impl FnMut(i64, i64) -> Result<()>,
    ) -> Result<Undone> {
        let mut undoing = self.db.write(self.ctx, command, true, |db| {
            let mut undoing = begin(db)?;
            owe(db, self.job, undoing.action())?;
            // Most are small, and over at once.
            undoing.step(db)?;
            Ok(undoing)
        })?;
        while !undoing.is_over() {
            let (done, total) = undoing.progress();
            news(done, total)?;
            self.db.write_chunk(self.ctx, undoing.id(), |db| undoing.step(db))?;
        }
        self.db.write_chunk(self.ctx, undoing.id(), |db| {
            owe(db, self.job, 0)?;
            undoing.end(db)
        })
    }
}

fn owe(db: &Reader, job: i64, action: i64) -> Result<()> {
    db.execute(
        "UPDATE jobs SET action_id = :action WHERE id = :job",
        named_params! {":action": action, ":job": job},
    )?;
    Ok(())
}

/// Marks the jobs that a dead process left behind.
pub fn recover(workspace: &Workspace) -> Result<()> {
    let running = workspace.db.read(|db| {
        db.rows("SELECT id, process FROM jobs WHERE state = 'running'", &[], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
    })?;
    for (id, process) in running {
        if workspace.process_is_dead(&process) {
            workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
                db.execute(
                    "UPDATE jobs SET state = 'interrupted', ended_at = :now WHERE id = :id",
                    named_params! {":now": crate::clock::to_text(crate::clock::now()), ":id": id},
                )
            })?;
        }
    }
    // A full disk must not keep the workspace shut: it is tried again before the next import.
    if let Err(error) = take_back_unfinished(workspace) {
        log::warn!("an unfinished job cannot be taken back yet: {error}");
    }
    Ok(())
}

impl Job<'_> {
    /// The job's number.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Says that this action is taken back should the job not come to its end.
    pub fn must_finish(&self, db: &Reader, action: i64) -> Result<()> {
        owe(db, self.id, action)
    }

    /// Says that the job's action stands, or is taken back already.
    pub fn has_finished(&self, db: &Reader) -> Result<()> {
        owe(db, self.id, 0)
    }

    /// Takes an action back. Cancelled or failed half way, it puts back what it has taken; cut off,
    /// it is finished when the workspace is next opened.
    pub fn undo(&self, action: i64) -> Result<Undone> {
        self.wait_for_nobody(action)?;
        let debt = Debt { db: &self.workspace.db, ctx: &self.ctx, job: self.id };
        let mut undoing = 0;
        let outcome = debt.pay(
            self.kind,
            |db| {
                let begun = Undoing::begin(db, action)?;
                undoing = begun.id();
                Ok(begun)
            },
            |done, total| {
                self.progress("phase-undoing", done, total);
                self.check_cancelled()
            },
        );
        if outcome.is_err() && self.is_begun(undoing)? {
            let ctx = Ctx { now: crate::clock::now(), ..self.ctx.clone() };
            Debt { ctx: &ctx, ..debt }.pay(
                "undo_action",
                |db| Undoing::begin(db, undoing),
                |done, total| {
                    self.progress("phase-restoring", done, total);
                    Ok(())
                },
            )?;
        }
        outcome
    }

    /// Takes back what this job did in `db`: the workspace, or a copy of it.
    pub fn take_back(&self, db: &Database, ctx: &Ctx, action: i64) -> Result<()> {
        Debt { db, ctx, job: self.id }
            .pay(
                "undo_action",
                |db| Undoing::begin(db, action),
                |done, total| {
                    self.progress("phase-undoing", done, total);
                    Ok(())
                },
            )
            .map(drop)
    }

    /// An error while another job works on what this action did, or while an import builds upon
    /// the rows of the one that is to be taken back.
    fn wait_for_nobody(&self, action: i64) -> Result<()> {
        recover(self.workspace)?;
        self.workspace.db.read(|db| {
            let busy = db.number(
                "SELECT COUNT(*) FROM jobs j WHERE j.state = 'running' AND j.action_id <> 0 AND j.id <> :me
                   AND (j.action_id = :action OR j.action_id = (SELECT a.undoes FROM actions a WHERE a.id = :action))",
                named_params! {":me": self.id, ":action": action},
            )?;
            if busy > 0 {
                return Err(Error::new(Code::Busy, "undo-still-running"));
            }
            let importing = db.number(
                "SELECT COALESCE(MAX(i.id), 0) FROM jobs j JOIN imports i ON i.job_id = j.id
                 WHERE j.state = 'running' AND i.state = 'running'
                   AND EXISTS (SELECT 1 FROM changes c WHERE c.action_id = :action AND c.scope = 'import' AND c.row_id > 0)",
                named_params! {":action": action},
            )?;
            if importing > 0 {
                return Err(Error::new(Code::Busy, "import-still-running").arg("id", importing));
            }
            Ok(())
        })
    }

    /// An error while an import is being taken back: what is read now may be gone a moment later.
    pub fn wait_for_no_undo(db: &Reader) -> Result<()> {
        let undoing = db.number(
            "SELECT COUNT(*) FROM jobs j WHERE j.state = 'running' AND j.action_id <> 0
               AND j.kind IN ('import_undo', 'undo_action', 'undo_last', 'redo_last')",
            &[],
        )?;
        if undoing > 0 { Err(Error::new(Code::Busy, "undo-still-running")) } else { Ok(()) }
    }

    /// Whether an undo has been stored and stands.
    fn is_begun(&self, undoing: i64) -> Result<bool> {
        let stands = self.workspace.db.read(|db| {
            db.number(
                "SELECT COUNT(*) FROM actions WHERE id = :id AND undone_by = 0",
                named_params! {":id": undoing},
            )
        })?;
        Ok(stands > 0)
    }

    /// An error when the person has cancelled; call it between steps.
    pub fn check_cancelled(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) {
            Err(Error::new(Code::Cancelled, "job-cancelled"))
        } else {
            Ok(())
        }
    }

    /// Whether the person has cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Says how far the work is, at most ten times a second. `phase` is a key of the locales.
    pub fn progress(&self, phase: &'static str, done: i64, total: i64) {
        let mut last = self.last_news.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_some_and(|last| last.elapsed() < NEWS_EVERY) {
            return;
        }
        *last = Some(Instant::now());
        self.tell(JobNews {
            id: self.id,
            kind: self.kind.to_owned(),
            state: "running".to_owned(),
            phase: phase.to_owned(),
            done,
            total,
            error: None,
            result: None,
        });
    }

    fn tell(&self, news: JobNews) {
        if let Some(listener) = self.on_progress {
            listener(&news);
        }
        self.workspace.db.bus().send(Event::Job(news));
    }
}
