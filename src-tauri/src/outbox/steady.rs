//! Sending until it is told to stop, as `warta outbox run` does on a machine that is always on.
//! What passes by itself does not end it: a line that is down, a password or key that is not there
//! yet, a database that somebody else keeps busy. It waits, says so once, and goes on.

use std::time::{Duration, Instant};

use rusqlite::named_params;

use super::accounts::{self, Resting};
use super::connection::{Lookout, answers_now};
use super::{Errand, LONGEST_SLEEP, Login, Paused, RunReport, Sweep, due, idle, remaining, sweep};
use crate::account::Account;
use crate::db::Durability;
use crate::distribution::NEEDS_LOGIN;
use crate::error::{Error, Result};
use crate::job::Job;
use crate::workspace::Workspace;

const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// Sends whatever is due until the job is cancelled.
pub fn run(job: &Job, only: i64) -> Result<RunReport> {
    let workspace = job.workspace;
    let mut desk = Steady { job, only, resting: Resting::default(), said: Said::default() };
    let (mut lookout, mut waking) = (Lookout::default(), Waking::default());
    let mut report = RunReport::default();
    while !job.is_cancelled() {
        let worked = lookout
            .look(workspace, only)
            .and_then(|()| waking.wake(workspace))
            .and_then(|()| desk.pass(&mut report));
        let pause = match worked {
            Ok(()) => {
                desk.said.trouble = None;
                BETWEEN_LOOKS
            }
            Err(error) => {
                desk.stumbled(&error);
                LONGEST_SLEEP
            }
        };
        let until = Instant::now() + pause;
        while !job.is_cancelled() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    workspace.db.read(|db| remaining(db, only, &mut report))?;
    Ok(report)
}

struct Steady<'a> {
    job: &'a Job<'a>,
    only: i64,
    resting: Resting,
    said: Said,
}

/// What was said last: nothing is said twice in a row.
#[derive(Default)]
struct Said {
    paused: Vec<Paused>,
    trouble: Option<String>,
}

const PHASE: &str = "outbox-sending";

impl Steady<'_> {
    fn pass(&mut self, report: &mut RunReport) -> Result<()> {
        let workspace = self.job.workspace;
        let due: i64 = workspace
            .db
            .read(|db| due(db, self.only))?
            .iter()
            .filter(|(account, _)| !self.resting.holds(**account))
            .map(|(_, due)| due)
            .sum();
        let Sweep { report: mut passed, limited } =
            if due > 0 { self.send(due)? } else { idle(workspace)? };
        self.resting.note(&limited);
        report.add(&passed);
        workspace.db.read(|db| remaining(db, self.only, &mut passed))?;
        if passed.settled() + passed.recovered > 0 || passed.paused != self.said.paused {
            self.job.report(PHASE, Ok(&passed));
            self.said.paused = passed.paused;
        }
        Ok(())
    }

    fn send(&self, due: i64) -> Result<Sweep> {
        let on_progress = |so_far: &RunReport| {
            let settled = so_far.settled();
            self.job.progress(PHASE, settled, due.max(settled));
        };
        let errand = Errand { only: self.only, login: Login::Awaited, resting: &self.resting };
        sweep(self.job.workspace, &errand, &|| self.job.is_cancelled(), &on_progress)
    }

    fn stumbled(&mut self, error: &Error) {
        let trouble = error.to_string();
        if self.said.trouble.as_ref() != Some(&trouble) {
            log::warn!("outbox: {error}");
            self.job.report(PHASE, Err::<&RunReport, _>(error));
            self.said.trouble = Some(trouble);
        }
    }
}

const UNREACHABLE: &str = "distribution-paused-unreachable";
/// A server that answers is tried again after so long, then after twice as long, and so on: it may
/// answer and break off each time.
const SHORTEST_REST: Duration = Duration::from_secs(10);
/// One that does not answer is tried after so long all the same.
const LONGEST_REST: Duration = Duration::from_secs(5 * 60);

/// Lets distributions go on whose reason to wait has passed: the password is there, or the server
/// answers again.
#[derive(Debug, Default)]
pub struct Waking {
    /// Since when a server has been out of reach, and when it was last asked.
    since: Option<Instant>,
    asked: Option<Instant>,
    /// How often in a row it was tried again, and when last.
    tries: u32,
    tried: Option<Instant>,
}

impl Waking {
    /// Looks at what is paused, and lets go on what can.
    pub fn wake(&mut self, workspace: &Workspace) -> Result<()> {
        let waiting: Vec<(i64, i64, String)> = workspace.db.read(|db| {
            db.rows(
                "SELECT id, account_id, paused_text FROM distributions WHERE state = 'paused' AND paused_text IN (:login, :key, :unreachable)",
                named_params! {":login": NEEDS_LOGIN, ":key": accounts::NO_KEY, ":unreachable": UNREACHABLE},
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
        })?;
        if !waiting.iter().any(|(_, _, text)| text == UNREACHABLE) {
            self.since = None;
        }
        let mut awake = Vec::new();
        for (id, account_id, text) in waiting {
            let passed = if text == UNREACHABLE {
                self.is_reachable(workspace, account_id)?
            } else {
                let account = workspace.db.read(|db| db.find::<Account>(account_id))?;
                account
                    .is_some_and(|account| account.smtp_login().is_ok() && account.signer().is_ok())
            };
            if passed {
                awake.push(id);
            }
        }
        if awake.is_empty() {
            return Ok(());
        }
        workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
            for id in awake {
                db.execute(
                    "UPDATE distributions SET state = 'running', paused_text = '', paused_words = '' WHERE id = :id AND state = 'paused' AND paused_text <> ''",
                    named_params! {":id": id},
                )?;
            }
            Ok(())
        })
    }

    fn is_reachable(&mut self, workspace: &Workspace, account_id: i64) -> Result<bool> {
        let since = *self.since.get_or_insert_with(Instant::now);
        if self.tried.is_some_and(|tried| tried.elapsed() > 2 * LONGEST_REST) {
            self.tries = 0;
        }
        let rest = SHORTEST_REST * 2_u32.pow(self.tries.min(5));
        let (waited, is_time) = (since.elapsed(), |last: Option<Instant>| {
            last.is_none_or(|last| last.elapsed() >= SHORTEST_REST)
        });
        let passed = if waited >= LONGEST_REST {
            true
        } else if waited >= rest && is_time(self.asked) {
            self.asked = Some(Instant::now());
            answers_now(workspace, account_id)?
        } else {
            false
        };
        if passed {
            self.tries += 1;
            (self.tried, self.since) = (Some(Instant::now()), None);
        }
        Ok(passed)
    }
}
