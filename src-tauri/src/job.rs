//! Long work: a row with phase, progress and outcome, that can be cancelled and explained after
//! a crash.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
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

/// By workspace and number: another workspace of this process has jobs of the same numbers.
static RUNNING: Mutex<BTreeMap<(PathBuf, i64), Arc<AtomicBool>>> = Mutex::new(BTreeMap::new());

/// The process is being ended: whatever it works on stops at its next step.
static ENDING: AtomicBool = AtomicBool::new(false);

const NEWS_EVERY: Duration = Duration::from_millis(100);

/// Asks every job of this process to stop, those that begin later too.
pub fn end_all() {
    ENDING.store(true, Ordering::Relaxed);
}

/// Whether the process is being ended.
pub fn is_ending() -> bool {
    ENDING.load(Ordering::Relaxed)
}

/// Writes the row of a job that is about to run.
pub fn start(workspace: &Workspace, ctx: &Ctx, kind: &'static str) -> Result<i64> {
    let id = workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
        db.execute(
            "INSERT INTO jobs (kind, state, process, started_at) VALUES (:kind, 'running', :process, :now)",
            named_params! {":kind": kind, ":process": workspace.process(), ":now": ctx.now_text()},
        )?;
        Ok(db.last_id())
    })?;
    let key = (workspace.folder().to_owned(), id);
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::default());
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
    let key = (workspace.folder().to_owned(), id);
    let cancel = RUNNING
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&key)
        .cloned()
        .unwrap_or_default();
    let job = Job { workspace, ctx, id, kind, cancel, last_news: Mutex::default(), on_progress };
    let outcome = work(&job);
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
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

/// Asks a running job of this process to stop at its next step. `workspace` is its folder.
pub fn cancel(workspace: &Path, id: i64) -> bool {
    let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    running.get(&(workspace.to_owned(), id)).is_some_and(|flag| {
        flag.store(true, Ordering::Relaxed);
        true
    })
}

/// Takes back what jobs left half done: a process that died, or a disk too full even to take it
/// back at once. What cannot be taken back yet is left for the next time.
fn pay_debts(workspace: &Workspace, only: Option<i64>) -> Result<()> {
    let debts = workspace.db.read(|db| {
        db.rows(
            "SELECT j.id, j.action_id FROM jobs j WHERE j.action_id <> 0 AND j.state <> 'running' ORDER BY j.id DESC",
            &[],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        )
    })?;
    for (job, action) in debts {
        if let Some(only) = only
            && !workspace.db.read(|db| is_about(db, action, only))?
        {
            continue;
        }
        match pay_debt(workspace, job, action) {
            Ok(()) => log::info!("job {job}: what it left half done is taken back"),
            Err(error) => log::warn!("job {job} cannot be taken back yet: {error}"),
        }
    }
    Ok(())
}

fn pay_debt(workspace: &Workspace, job: i64, action: i64) -> Result<()> {
    let ctx = workspace.ctx("", Source::Import);
    let mut was = None;
    let begin = |db: &Writer| {
        refuse_when_busy(db, job, action)?;
        was = Some(claim(db, workspace, job, action)?);
        Undoing::resume(db, action)
    };
    let debt = Debt { db: &workspace.db, ctx: &ctx, job };
    let outcome = debt.pay("undo_action", begin, |_, _| Ok(()));
    if let Some(was) = was {
        // Not where the transaction that claimed it was itself taken back.
        workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
            db.execute(
                "UPDATE jobs SET state = :was WHERE id = :job AND state = 'running' AND process = :process",
                named_params! {":was": was, ":job": job, ":process": workspace.process()},
            )
        })?;
    }
    outcome.map(drop)
}

/// Takes an ended job over, so that no other process takes it back as well; its state of before.
fn claim(db: &Reader, workspace: &Workspace, job: i64, action: i64) -> Result<String> {
    let was: Option<String> = db.row(
        "SELECT state FROM jobs WHERE id = :job AND action_id = :action AND state <> 'running'",
        named_params! {":job": job, ":action": action},
        |row| row.get(0),
    )?;
    let was = was.ok_or_else(|| Error::new(Code::Busy, "undo-still-running"))?;
    db.execute(
        "UPDATE jobs SET state = 'running', process = :process WHERE id = :job",
        named_params! {":process": workspace.process(), ":job": job},
    )?;
    Ok(was)
}

/// What a job has to bring to its end, whatever happens meanwhile: an undo.
struct Debt<'a> {
    db: &'a Database,
    ctx: &'a Ctx,
    job: i64,
}

/// Where an undo stands after a step.
enum Stand {
    Going(Undoing),
    Over(Undone),
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
        // Most are small, and over at once.
        let mut stand = self.db.write(self.ctx, command, true, |db| self.step(db, begin(db)?))?;
        loop {
            let undoing = match stand {
                Stand::Over(undone) => return Ok(undone),
                Stand::Going(undoing) => undoing,
            };
            let (done, total) = undoing.progress();
            news(done, total)?;
            let id = undoing.id();
            stand = self.db.write_chunk(self.ctx, id, |db| self.step(db, undoing))?;
        }
    }

    fn step(&self, db: &Writer, mut undoing: Undoing) -> Result<Stand> {
        undoing.step(db)?;
        if undoing.is_over() {
            owe(db, self.job, 0, "")?;
            undoing.end(db).map(Stand::Over)
        } else {
            owe(db, self.job, undoing.action(), UNDOING)?;
            Ok(Stand::Going(undoing))
        }
    }
}

/// The phase of a job that takes something back.
const UNDOING: &str = "undoing";

fn owe(db: &Reader, job: i64, action: i64, phase: &str) -> Result<()> {
    db.execute(
        "UPDATE jobs SET action_id = :action, phase = :phase
         WHERE id = :job AND (action_id <> :action OR phase <> :phase)",
        named_params! {":action": action, ":phase": phase, ":job": job},
    )?;
    Ok(())
}

/// Whether one action is the other, takes it back, or is taken back by it.
fn is_about(db: &Reader, action: i64, other: i64) -> Result<bool> {
    let undone = |action: i64| {
        db.number("SELECT undoes FROM actions WHERE id = :id", named_params! {":id": action})
    };
    Ok(action == other || undone(action)? == other || undone(other)? == action)
}

/// An error while another job works on what this action did.
fn refuse_when_busy(db: &Reader, me: i64, action: i64) -> Result<()> {
    let running = db.rows(
        "SELECT j.action_id FROM jobs j WHERE j.state = 'running' AND j.action_id <> 0 AND j.id <> :me",
        named_params! {":me": me},
        |row| row.get(0),
    )?;
    for other in running {
        if is_about(db, other, action)? {
            return Err(Error::new(Code::Busy, "undo-still-running"));
        }
    }
    Ok(())
}

/// Marks the jobs that a dead process left behind.
fn mark_interrupted(workspace: &Workspace) -> Result<()> {
    let running = workspace.db.read(|db| {
        db.rows("SELECT id, process FROM jobs WHERE state = 'running'", &[], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
    })?;
    for (id, process) in running {
        if workspace.process_is_dead(&process) {
            workspace.db.write_unlogged(Durability::Normal, &["jobs"], |db| {
                db.execute(
                    "UPDATE jobs SET state = 'interrupted', ended_at = :now WHERE id = :id AND process = :process",
                    named_params! {":now": crate::clock::to_text(crate::clock::now()), ":id": id, ":process": process},
                )
            })?;
        }
    }
    Ok(())
}

/// Marks the jobs that a dead process left behind, and takes back what they left half done. A full
/// disk keeps no workspace shut: it is tried again before the next import.
pub fn recover(workspace: &Workspace) -> Result<()> {
    mark_interrupted(workspace)?;
    pay_debts(workspace, None)
}

impl Job<'_> {
    /// The job's number.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Says that this action is taken back should the job not come to its end.
    pub fn must_finish(&self, db: &Reader, action: i64) -> Result<()> {
        owe(db, self.id, action, "")
    }

    /// Says that the job's action stands, or is taken back already.
    pub fn has_finished(&self, db: &Reader) -> Result<()> {
        owe(db, self.id, 0, "")
    }

    /// Takes an action back. Cancelled or failed half way, it puts back what it has taken; cut off,
    /// it is finished when the workspace is next opened.
    pub fn undo(&self, action: i64) -> Result<Undone> {
        mark_interrupted(self.workspace)?;
        // Other debts wait: a small undo is over at once.
        pay_debts(self.workspace, Some(action))?;
        let debt = Debt { db: &self.workspace.db, ctx: &self.ctx, job: self.id };
        let mut undoing = 0;
        let outcome = debt.pay(
            self.kind,
            |db| {
                self.wait_for_nobody(db, action)?;
                let begun = Undoing::begin(db, action)?;
                undoing = begun.id();
                Ok(begun)
            },
            |done, total| {
                self.progress("phase-undoing", done, total);
                self.check_cancelled()
            },
        );
        if outcome.is_err() && self.is_begun(undoing, action)? {
            let ctx = Ctx { now: crate::clock::now(), ..self.ctx.clone() };
            Debt { ctx: &ctx, ..debt }.pay(
                "undo_action",
                |db| Undoing::put_back(db, undoing),
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
    /// the rows of the one that is to be taken back. To be asked in the transaction that begins, or
    /// two could begin at once.
    fn wait_for_nobody(&self, db: &Reader, action: i64) -> Result<()> {
        refuse_when_busy(db, self.id, action)?;
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
    }

    /// An error while an import is being taken back: what is read now may be gone a moment later.
    /// To be asked in the transaction that begins.
    pub fn wait_for_no_undo(db: &Reader) -> Result<()> {
        let undoing = db.number(
            "SELECT COUNT(*) FROM jobs j WHERE j.state = 'running' AND j.action_id <> 0 AND j.phase = :undoing",
            named_params! {":undoing": UNDOING},
        )?;
        if undoing > 0 { Err(Error::new(Code::Busy, "undo-still-running")) } else { Ok(()) }
    }

    /// Whether an undo of this action has been stored and stands.
    fn is_begun(&self, undoing: i64, action: i64) -> Result<bool> {
        let stands = self.workspace.db.read(|db| {
            db.number(
                "SELECT COUNT(*) FROM actions WHERE id = :id AND undoes = :action AND undone_by = 0",
                named_params! {":id": undoing, ":action": action},
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
        self.cancel.load(Ordering::Relaxed) || is_ending()
    }

    /// Tells what came of a part of work that goes on.
    pub fn report(
        &self,
        phase: &'static str,
        outcome: std::result::Result<&impl Serialize, &Error>,
    ) {
        let (result, error) = match outcome {
            Ok(result) => (serde_json::to_value(result).ok(), None),
            Err(error) => (None, JobNews::error_json(error)),
        };
        self.tell(JobNews {
            id: self.id,
            kind: self.kind.to_owned(),
            state: "running".to_owned(),
            phase: phase.to_owned(),
            done: 0,
            total: 0,
            error,
            result,
        });
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
