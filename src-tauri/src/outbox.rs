//! The outbox: sends what is queued, nobody twice, nobody lost.
//!
//! A delivery is claimed by a process (committed before a connection is used), gets a durable mark
//! just before the bytes that end its message, and then its outcome. After a crash a claim without
//! the mark is safe to send again; one past the mark without an outcome is *unsure* and is never
//! sent again by itself: SMTP cannot tell whether the server took it.

mod accounts;
mod committer;
mod connection;
mod enquiry_mail;
mod folder;
mod ladder;
mod limits;
pub(crate) mod mailing;
mod marks;
mod reply;
mod steady;
mod worker;

pub use enquiry_mail::{EnquirySend, MailPurpose, send_enquiry_mail};
pub use reply::{ReplyOrder, send_reply};

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::account;
use crate::bus::Event;
use crate::clock;
use crate::contact;
use crate::db::{Durability, Reader, Source};
use crate::distribution;
use crate::error::{Code, Error, Result};
use crate::job::{self, Job};
use crate::mail::compose;
use crate::mail::smtp::{Class, Envelope, SmtpSession};
use crate::office;
use crate::release::letter;
use crate::release::{Release, TestMail, TestSent, enclosures_by_contact, files_of, in_language};
use crate::workspace::Workspace;

use accounts::Resting;
use connection::Lookout;
use limits::Limits;
use mailing::{Addressee, MailFile, Mailing, own_file};
use steady::Waking;

/// How long the outbox runs.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct RunOrder {
    /// Ends when nothing is due; deferred mail stays. Else it runs until it is cancelled.
    pub until_empty: bool,
    /// Only this distribution.
    #[ts(optional)]
    pub distribution_id: Option<i64>,
}

/// What came of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RunReport {
    /// Taken over by the server, or written to the outbox folder.
    pub accepted: i64,
    /// Tried again later.
    pub deferred: i64,
    /// Refused for good.
    pub refused: i64,
    /// Possibly sent, those of crashed runs included.
    pub unsure: i64,
    /// Held back at the last moment.
    pub suppressed: i64,
    /// Claims of crashed runs that were safe to queue again.
    pub recovered: i64,
    /// Still queued: a limit holds, the distribution was paused, or its time has not come.
    pub queued_left: i64,
    /// Deferred, waiting for their time.
    pub deferred_left: i64,
    /// When the next one is due, UTC.
    #[ts(optional)]
    pub next_at: Option<String>,
    /// Distributions that stopped by themselves.
    pub paused: Vec<Paused>,
}

/// A distribution that stopped by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Paused {
    /// The distribution.
    pub distribution_id: i64,
    /// Key of the sentence that says why.
    pub text: String,
    /// The server's own words.
    pub words: String,
}

impl RunReport {
    fn add(&mut self, other: &Self) {
        self.accepted += other.accepted;
        self.deferred += other.deferred;
        self.refused += other.refused;
        self.unsure += other.unsure;
        self.suppressed += other.suppressed;
        self.recovered += other.recovered;
    }

    /// How many messages have come to something.
    pub fn settled(&self) -> i64 {
        self.accepted + self.refused + self.unsure + self.deferred + self.suppressed
    }
}

/// Sends what is due.
pub fn run(job: &Job, order: RunOrder) -> Result<RunReport> {
    let workspace = job.workspace;
    let only = order.distribution_id.unwrap_or(0);
    if only != 0 {
        workspace.db.read(|db| distribution::row(db, only))?;
    }
    let _turn = Turn::wait(workspace, &|| job.is_cancelled())?;
    if !order.until_empty {
        return steady::run(job, only);
    }
    Lookout::default().look(workspace, only)?;
    let total = workspace.db.read(|db| due(db, only))?.values().sum::<i64>();
    let stopped = || job.is_cancelled();
    let on_progress = |so_far: &RunReport| {
        let settled = so_far.settled();
        job.progress("outbox-sending", settled, total.max(settled));
    };
    let errand = Errand { only, login: Login::Demanded, resting: &Resting::default() };
    let mut report = sweep(workspace, &errand, &stopped, &on_progress)?.report;
    workspace.db.read(|db| remaining(db, only, &mut report))?;
    Ok(report)
}

const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// What one pass over everything that is due came to.
#[derive(Default)]
struct Sweep {
    report: RunReport,
    /// Accounts whose limits hold for so long.
    limited: BTreeMap<i64, Duration>,
}

/// What happens when the password is missing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Login {
    /// An error: a person at the command line can enter it.
    Demanded,
    /// The distributions wait: the window asks for it.
    Awaited,
}

/// What a pass is to send.
struct Errand<'a> {
    /// Only this distribution; 0 = all.
    only: i64,
    login: Login,
    resting: &'a Resting,
}

fn sweep(
    workspace: &Workspace,
    errand: &Errand,
    stopped: &(dyn Fn() -> bool + Sync),
    on_progress: &(dyn Fn(&RunReport) + Sync),
) -> Result<Sweep> {
    let mut sweep = Sweep { report: recover(workspace)?, ..Sweep::default() };
    workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
        Limits::forget_old(db, clock::now())?;
        distribution::open(db, clock::now())
    })?;
    let drained = accounts::drain_all(workspace, errand, stopped, on_progress)?;
    sweep.report.add(&drained.report);
    sweep.limited = drained.limited;
    connection::wait_again(workspace)?;
    finish_distributions(workspace)?;
    Ok(sweep)
}

/// How many deliveries are due now, by account (0 = the outbox folder).
fn due(db: &Reader, only: i64) -> Result<BTreeMap<i64, i64>> {
    // Asked every few seconds: two short walks of an index for each running distribution.
    let rows: Vec<(i64, i64)> = db.rows(
        "SELECT s.account_id,
                SUM((SELECT COUNT(*) FROM deliveries d WHERE d.distribution_id = s.id AND d.state = 'queued' AND d.next_at <= :now)
                    + (SELECT COUNT(*) FROM deliveries d WHERE d.distribution_id = s.id AND d.state = 'deferred' AND d.next_at <= :now)) AS due
         FROM distributions s
         WHERE s.state = 'running' AND s.connection <> 'awaited' AND (:only = 0 OR s.id = :only)
         GROUP BY s.account_id",
        named_params! {":only": only, ":now": clock::to_text(clock::now())},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().filter(|(_, due)| *due > 0).collect())
}

fn remaining(db: &Reader, only: i64, report: &mut RunReport) -> Result<()> {
    let counted = db.row(
        "SELECT COALESCE(SUM(CASE WHEN d.state = 'queued' THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state = 'deferred' THEN 1 ELSE 0 END), 0),
                MIN(CASE WHEN s.state = 'running' AND d.next_at <> '' THEN d.next_at END)
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id
         WHERE s.state IN ('running', 'paused') AND (:only = 0 OR s.id = :only) AND d.state IN ('queued', 'deferred')",
        named_params! {":only": only},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    (report.queued_left, report.deferred_left, report.next_at) = counted.unwrap_or_default();
    report.paused = db.rows(
        "SELECT id, paused_text, paused_words FROM distributions
         WHERE state = 'paused' AND paused_text <> '' AND (:only = 0 OR id = :only)
         ORDER BY id",
        named_params! {":only": only},
        |row| Ok(Paused { distribution_id: row.get(0)?, text: row.get(1)?, words: row.get(2)? }),
    )?;
    Ok(())
}

/// Writes a message of its own, outside any distribution, to the outbox folder.
pub fn write_to_folder(workspace: &Workspace, name: &str, message: &[u8]) -> Result<()> {
    folder::write(&outbox_folder(workspace), name, message).map(drop)
}

fn outbox_folder(workspace: &Workspace) -> PathBuf {
    workspace.folder().join("outbox")
}

/// A running distribution without mail to send is done.
fn finish_distributions(workspace: &Workspace) -> Result<()> {
    let open = "SELECT 1 FROM deliveries d WHERE d.distribution_id = distributions.id AND d.state IN ('queued', 'sending', 'deferred')
                UNION ALL
                SELECT 1 FROM distribution_waves w WHERE w.distribution_id = distributions.id AND w.begun_at = ''";
    let finished = workspace.db.read(|db| {
        db.number(
            &format!(
                "SELECT COUNT(*) FROM distributions WHERE state = 'running' AND NOT EXISTS ({open})"
            ),
            &[],
        )
    })?;
    if finished == 0 {
        return Ok(());
    }
    workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
        db.execute(
            &format!("UPDATE distributions SET state = 'done', ended_at = :now WHERE state = 'running' AND NOT EXISTS ({open})"),
            named_params! {":now": clock::to_text(clock::now())},
        )?;
        Ok(())
    })
}

/// Takes up what dead processes left: claims that never came to their mark go back into the
/// queue, those past it are unsure. The outbox folder answers for itself.
fn recover(workspace: &Workspace) -> Result<RunReport> {
    let left: Vec<(i64, String, bool, i64, String)> = workspace.db.read(|db| {
        db.rows(
            // By distribution: an index of what is being sent alone would change twice with each
            // message.
            "SELECT d.id, d.claimed_by, d.marked_at <> '', s.account_id, d.message_id
             FROM distributions s
             CROSS JOIN deliveries d ON d.distribution_id = s.id AND d.state = 'sending'",
            &[],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
    })?;
    let mut dead: BTreeMap<String, bool> = BTreeMap::new();
    let mut report = RunReport::default();
    let mut settled = Vec::new();
    for (id, process, marked, account_id, message_id) in left {
        // Only one run at a time in this process, so that a claim of its own is a leftover too.
        let is_dead = process == workspace.process()
            || *dead.entry(process.clone()).or_insert_with(|| workspace.process_is_dead(&process));
        if !is_dead {
            continue;
        }
        let written = account_id == 0
            && folder::holds(&outbox_folder(workspace), &id.to_string(), &message_id);
        let state = match (written, marked) {
            (true, _) => "accepted",
            (false, true) => "unsure",
            (false, false) => "queued",
        };
        settled.push((id, process, state));
    }
    catch_up_history(workspace, !settled.is_empty())?;
    if settled.is_empty() {
        return Ok(report);
    }
    workspace.db.write_unlogged(Durability::Full, &["deliveries", "interactions", "event_guests"], |db| {
        let now = clock::to_text(clock::now());
        for (id, process, state) in &settled {
            let changed = db.execute(
                "UPDATE deliveries
                 SET state = CASE WHEN :state = 'queued' AND EXISTS (SELECT 1 FROM distributions s WHERE s.id = distribution_id AND s.state = 'cancelled')
                                  THEN 'cancelled' ELSE :state END,
                     reason = CASE WHEN :state = 'unsure' THEN 'interrupted' ELSE reason END, claimed_by = '',
                     next_at = CASE WHEN :state = 'queued' THEN not_before ELSE '' END, changed_at = :now
                 WHERE id = :id AND state = 'sending' AND claimed_by = :process",
                named_params! {":id": id, ":state": state, ":process": process, ":now": now},
            )?;
            if changed == 0 {
                continue;
            }
            match *state {
                "accepted" => {
                    distribution::log_sent(db, *id, &now)?;
                    distribution::told(db, *id, &now)?;
                    report.accepted += 1;
                }
                "unsure" => report.unsure += 1,
                _ => report.recovered += 1,
            }
        }
        Ok(())
    })?;
    log::info!(
        "outbox: {} claims of ended processes queued again, {} unsure",
        report.recovered,
        report.unsure
    );
    Ok(report)
}

/// Workspaces whose contact history this process has looked through.
static CAUGHT_UP: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A run writes its lines of the contact history a moment after the outcomes; one that died in
/// between owes them.
fn catch_up_history(workspace: &Workspace, has_died: bool) -> Result<()> {
    let first = CAUGHT_UP
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(workspace.folder().to_owned());
    if !first && !has_died {
        return Ok(());
    }
    let unlogged = workspace.db.read(|db| distribution::unlogged(db, clock::now()))?;
    if unlogged.is_empty() {
        return Ok(());
    }
    workspace.db.write_unlogged(Durability::Normal, &["interactions"], |db| {
        unlogged.iter().try_for_each(|(id, at)| distribution::log_sent(db, *id, at))
    })
}

/// Workspaces of this process in which the outbox runs: one run at a time.
static AT_WORK: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// This process's turn to send from a workspace.
struct Turn(PathBuf);

impl Turn {
    fn take(workspace: &Workspace) -> Option<Self> {
        let folder = workspace.folder().to_owned();
        let free = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.clone());
        // Only a turn that was taken may exist: dropping it gives the turn back.
        free.then(|| Self(folder))
    }

    fn wait(workspace: &Workspace, stopped: &dyn Fn() -> bool) -> Result<Self> {
        loop {
            if let Some(turn) = Self::take(workspace) {
                return Ok(turn);
            }
            if stopped() {
                return Err(Error::new(Code::Cancelled, "job-cancelled"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The window's background loop: sends whatever is due until `stop`.
pub fn keep_sending(workspace: &Arc<Workspace>, stop: &AtomicBool) {
    let events = workspace.db.bus().listen();
    let stopped = || stop.load(Ordering::Relaxed);
    let mut rest_until = Instant::now();
    let mut resting = Resting::default();
    let mut waking = Waking::default();
    let mut lookout = Lookout::default();
    while !stopped() {
        if let Err(error) = lookout.look(workspace, 0) {
            log::warn!("outbox: {error}");
        }
        if let Err(error) = waking.wake(workspace) {
            log::warn!("outbox: {error}");
        }
        if Instant::now() >= rest_until {
            match send_due(workspace, &resting, &stopped) {
                Ok(limited) => resting.note(&limited),
                Err(error) => {
                    log::warn!("outbox: {error}");
                    rest_until = Instant::now() + LONGEST_SLEEP;
                }
            }
        }
        let look_again = Instant::now() + LOOK_EVERY;
        while !stopped() && Instant::now() < look_again {
            match events.recv_timeout(Duration::from_millis(200)) {
                Ok(Event::Changed { tables })
                    if tables
                        .iter()
                        .any(|table| matches!(table.as_str(), "distributions" | "accounts")) =>
                {
                    break;
                }
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}

/// What there is to do while nothing is due.
fn idle(workspace: &Workspace) -> Result<Sweep> {
    let report = recover_and_begin(workspace)?;
    finish_distributions(workspace)?;
    Ok(Sweep { report, ..Sweep::default() })
}

/// A wave of calls alone begins too, though nothing of it is claimed.
fn recover_and_begin(workspace: &Workspace) -> Result<RunReport> {
    let report = recover(workspace)?;
    let now = clock::now();
    if workspace.db.read(|db| distribution::is_due(db, now))? {
        workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
            distribution::open(db, now)
        })?;
    }
    Ok(report)
}

/// One pass of the background loop; the accounts whose limits hold, and for how long.
fn send_due(
    workspace: &Arc<Workspace>,
    resting: &Resting,
    stopped: &(dyn Fn() -> bool + Sync),
) -> Result<BTreeMap<i64, Duration>> {
    let Some(_turn) = Turn::take(workspace) else { return Ok(BTreeMap::new()) };
    recover_and_begin(workspace)?;
    let due = workspace.db.read(|db| due(db, 0))?;
    let due: i64 =
        due.iter().filter(|(account, _)| !resting.holds(**account)).map(|(_, due)| due).sum();
    if due == 0 {
        finish_distributions(workspace)?;
        return Ok(BTreeMap::new());
    }
    let ctx = workspace.ctx(&workspace.actor()?, Source::Mailbox);
    let id = job::start(workspace, &ctx, "outbox_run")?;
    let mut limited = BTreeMap::new();
    job::run(workspace, ctx, id, "outbox_run", None, |job| {
        let on_progress = |so_far: &RunReport| {
            let settled = so_far.settled();
            job.progress("outbox-sending", settled, due.max(settled));
        };
        let either = || stopped() || job.is_cancelled();
        let errand = Errand { only: 0, login: Login::Awaited, resting };
        let mut sweep = sweep(workspace, &errand, &either, &on_progress)?;
        limited = std::mem::take(&mut sweep.limited);
        workspace.db.read(|db| remaining(db, 0, &mut sweep.report))?;
        Ok(sweep.report)
    })?;
    Ok(limited)
}

/// Sends a release to the person's own address, as the recipient would see it.
pub fn send_test(job: &Job, test: TestMail) -> Result<TestSent> {
    let workspace = job.workspace;
    let to = test.to.trim();
    if !compose::is_address(to) {
        return Err(Error::invalid("to", "error-mail-address").arg("address", to));
    }
    let (release, template, values, files, account, own) = workspace.db.read(|db| {
        if contact::asked_not_to_be_contacted(db, to)? {
            return Err(Error::new(Code::Conflict, "contact-do-not-contact").arg("address", to));
        }
        let release =
            in_language(db, db.get::<Release>(test.release_id)?, test.language.as_deref())?;
        let office = office::find(db)?.unwrap_or_default();
        let mut template = distribution::marked_template(db, &job.ctx, &release, &office)?;
        let mut values = letter::common_values(&release, &office);
        values.extend(match test.contact_id {
            Some(contact) => letter::own_values(db, &job.ctx, release.id, contact)?,
            None => letter::sample_values(&release.language),
        });
        template.subject = letter::words(
            &release.language,
            "release-test-subject",
            &[("subject", &template.subject)],
        );
        let files: Vec<MailFile> = files_of(db, release.id)?
            .into_iter()
            .map(|file| MailFile {
                file_name: file.file_name,
                mime: file.mime,
                sha256: file.sha256,
                cid: file.cid,
            })
            .collect();
        let account = account::for_release(db, release.id, test.account_id)?;
        let own = match test.contact_id {
            Some(contact) => enclosures_by_contact(db, release.id)?.remove(&contact),
            None => None,
        };
        Ok((release, template, values, files, account, own.unwrap_or_default()))
    })?;
    let mailing =
        Mailing::of(workspace, template, release.language, false, &files, account.as_ref())?;
    let own = own.into_iter().filter(|own| !own.sha256.is_empty());
    let own = own.map(|own| {
        let file = MailFile {
            file_name: own.file_name,
            mime: own.mime,
            sha256: own.sha256,
            cid: String::new(),
        };
        own_file(&workspace.files(), &file)
    });
    let own = own.collect::<Result<Vec<_>>>()?;
    let number = format!("{:016x}", rand::random::<u64>());
    let message_id = format!("<test.{number}@warta.invalid>");
    let bytes = mailing.build(&Addressee {
        address: to,
        message_id: &message_id,
        token: "",
        values,
        form: None,
        language: "",
        answers: "",
        files: &own,
    })?;
    let Some(account) = account else {
        let file = folder::write(&outbox_folder(workspace), &format!("test-{number}"), &bytes)?;
        return Ok(TestSent {
            to: to.to_owned(),
            reply: String::new(),
            file: Some(file.display().to_string()),
        });
    };
    job.progress("outbox-sending", 0, 1);
    let login = account.smtp_login()?;
    let mut session = SmtpSession::connect(&login)?;
    accounts::keep_size(workspace, &login, session.offers().size.unwrap_or(0))?;
    let ready = session
        .begin(&Envelope { from: &mailing.return_path(""), to, envelope_id: None }, &bytes)?;
    let outcome = session.finish(ready);
    session.quit();
    match outcome.class {
        Class::Accepted => {
            Ok(TestSent { to: to.to_owned(), reply: outcome.to_string(), file: None })
        }
        _ => Err(Error::new(Code::Invalid, "release-test-refused")
            .arg("words", &outcome)
            .because(&outcome)),
    }
}
