//! The accounts beside each other: each sends on its own, so that the limits of one, its slow
//! server or a login that is refused hold up none of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::committer::{Committer, pause};
use super::worker::{Mailings, Transport, Worker};
use super::{
    Errand, LONGEST_SLEEP, Login, RunReport, Sweep, due, finish_distributions, outbox_folder,
};
use crate::account::{self, Account};
use crate::clock;
use crate::db::Durability;
use crate::distribution::{self, NEEDS_LOGIN};
use crate::error::{Code, Error, Result};
use crate::mail::smtp::SmtpLogin;
use crate::workspace::Workspace;

/// Accounts whose limits hold, and until when they are left alone.
#[derive(Debug, Default)]
pub struct Resting(BTreeMap<i64, Instant>);

impl Resting {
    /// Notes for how long limits hold. It is looked at again after a minute at the latest: they
    /// may have been changed.
    pub fn note(&mut self, limited: &BTreeMap<i64, Duration>) {
        let now = Instant::now();
        self.0.retain(|_, until| *until > now);
        self.0.extend(
            limited.iter().map(|(account, wait)| (*account, now + (*wait).min(LONGEST_SLEEP))),
        );
    }

    /// Whether the account is to be left alone.
    pub fn holds(&self, account_id: i64) -> bool {
        self.0.get(&account_id).is_some_and(|until| *until > Instant::now())
    }
}

/// How often a pass looks for accounts that have got something to send meanwhile.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What an account came to. Told when it is dropped, so that one that fails is not waited for.
struct Ending {
    account_id: i64,
    outcome: Option<Result<Drained>>,
    tell: Sender<(i64, Result<Drained>)>,
}

impl Drop for Ending {
    fn drop(&mut self) {
        let failed = || Err(Error::internal("sending with an account failed"));
        let outcome = self.outcome.take().unwrap_or_else(failed);
        // Whoever waited for it is gone.
        let _ = self.tell.send((self.account_id, outcome));
    }
}

#[derive(Default)]
struct Drained {
    report: RunReport,
    limited_for: Option<Duration>,
}

/// Sends what is due with every account, and with those that get something to send while others
/// are still at work.
pub fn drain_all(
    workspace: &Workspace,
    errand: &Errand,
    stopped: &(dyn Fn() -> bool + Sync),
    on_progress: &(dyn Fn(&RunReport) + Sync),
) -> Result<Sweep> {
    let counted = Mutex::new(BTreeMap::new());
    let mut pass =
        Pass { running: BTreeSet::new(), over: BTreeSet::new(), sweep: Sweep::default() };
    let mut first_error = None;
    std::thread::scope(|scope| -> Result<()> {
        let (tell, told) = channel();
        let mut number = 0_usize;
        loop {
            let wanted = if stopped() { Vec::new() } else { pass.wanted(workspace, errand)? };
            // With one account alone, a person at the command line can be asked for its password.
            let login =
                if wanted.len() + pass.running.len() > 1 { Login::Awaited } else { errand.login };
            for account_id in wanted {
                number += 1;
                pass.running.insert(account_id);
                let ending = Ending { account_id, outcome: None, tell: tell.clone() };
                let counted = &counted;
                scope.spawn(move || {
                    // As a whole, not field by field: its end is what is waited for.
                    let mut ending = ending;
                    let on_progress = |report: &RunReport| {
                        let mut counted = counted.lock().unwrap_or_else(PoisonError::into_inner);
                        counted.insert(number, report.clone());
                        on_progress(&sum(&counted));
                    };
                    let outcome =
                        drain_one(workspace, account_id, login, errand.only, stopped, &on_progress);
                    ending.outcome = Some(outcome);
                });
            }
            while !pass.running.is_empty() {
                match told.recv_timeout(LOOK_EVERY) {
                    Ok((account_id, outcome)) => {
                        if let Err(error) = pass.take(account_id, outcome) {
                            first_error.get_or_insert(error);
                        }
                        finish_distributions(workspace)?;
                    }
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return Ok(()),
                }
            }
            if pass.running.is_empty() {
                return Ok(());
            }
            begin_what_is_due(workspace)?;
        }
    })?;
    first_error.map_or(Ok(pass.sweep), Err)
}

/// A pass over all accounts.
struct Pass {
    running: BTreeSet<i64>,
    /// Those that failed or whose limits hold: not again in this pass.
    over: BTreeSet<i64>,
    sweep: Sweep,
}

impl Pass {
    fn wanted(&self, workspace: &Workspace, errand: &Errand) -> Result<Vec<i64>> {
        let due = workspace.db.read(|db| due(db, errand.only))?;
        let free = |account: &i64| {
            !self.running.contains(account)
                && !self.over.contains(account)
                && !errand.resting.holds(*account)
        };
        Ok(due.into_keys().filter(free).collect())
    }

    fn take(&mut self, account_id: i64, outcome: Result<Drained>) -> Result<()> {
        self.running.remove(&account_id);
        let drained = outcome.inspect_err(|_| {
            self.over.insert(account_id);
        })?;
        self.sweep.report.add(&drained.report);
        if let Some(wait) = drained.limited_for {
            self.over.insert(account_id);
            self.sweep.limited.insert(account_id, wait);
        }
        Ok(())
    }
}

fn sum(counted: &BTreeMap<usize, RunReport>) -> RunReport {
    let mut all = RunReport::default();
    counted.values().for_each(|report| all.add(report));
    all
}

/// A pass with a long queue may take hours, in which the time of others comes.
fn begin_what_is_due(workspace: &Workspace) -> Result<()> {
    let now = clock::now();
    if workspace.db.read(|db| distribution::is_due(db, now))? {
        workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
            distribution::open(db, now)
        })?;
    }
    Ok(())
}

fn drain_one(
    workspace: &Workspace,
    account_id: i64,
    login: Login,
    only: i64,
    stopped: &(dyn Fn() -> bool + Sync),
    on_progress: &(dyn Fn(&RunReport) + Sync),
) -> Result<Drained> {
    match transport_of(workspace, account_id, login)? {
        Some((account, transport)) => {
            drain(workspace, account_id, account.as_ref(), &transport, only, stopped, on_progress)
        }
        None => Ok(Drained::default()),
    }
}

/// The account of a distribution and how its mail leaves; none when it has to wait.
fn transport_of(
    workspace: &Workspace,
    account_id: i64,
    login: Login,
) -> Result<Option<(Option<Account>, Transport)>> {
    if account_id == 0 {
        return Ok(Some((None, Transport::Folder(outbox_folder(workspace)))));
    }
    let account = workspace
        .db
        .read(|db| db.find::<Account>(account_id))?
        .filter(|account| !account.smtp_url.is_empty());
    let Some(account) = account else {
        pause_account(workspace, account_id, "distribution-paused-no-account", "")?;
        return Ok(None);
    };
    // What the office wants signed does not leave unsigned.
    match account.smtp_login().and_then(|found| account.signer().map(|_| found)) {
        Ok(found) => {
            let transport =
                Transport::Smtp { login: Box::new(found), per_connection: account.per_connection };
            Ok(Some((Some(account), transport)))
        }
        Err(error) if error.code == Code::NeedsLogin && login == Login::Awaited => {
            let text = if error.text == "account-dkim-key-missing" { NO_KEY } else { NEEDS_LOGIN };
            pause_account(workspace, account_id, text, &account.from_address)?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Why a distribution waits when the key of its account's signature is gone.
pub const NO_KEY: &str = "distribution-paused-dkim-key";

fn pause_account(workspace: &Workspace, account_id: i64, text: &str, words: &str) -> Result<()> {
    workspace.db.write_unlogged(Durability::Normal, &["distributions"], |db| {
        pause(db, account_id, 0, text, words)
    })
}

/// Sends what is due with one account: one thread a connection, and one that writes for all.
fn drain(
    workspace: &Workspace,
    account_id: i64,
    account: Option<&Account>,
    transport: &Transport,
    only: i64,
    stopped: &(dyn Fn() -> bool + Sync),
    on_progress: &(dyn Fn(&RunReport) + Sync),
) -> Result<Drained> {
    let mailings = Mailings::new(workspace, account);
    let connections = account.map_or(1, |account| account.connections.max(1));
    let mut committer = Committer::new(workspace, account, account_id, only, stopped, on_progress);
    let served = std::thread::scope(|scope| {
        let (requests, waiting) = channel();
        let workers: Vec<_> = (0..connections)
            .map(|_| {
                let worker = Worker::new(&mailings, transport, requests.clone(), stopped);
                scope.spawn(move || worker.run())
            })
            .collect();
        drop(requests);
        let served = committer.serve(&waiting);
        // Connections that still wait for an answer find the committer gone and end.
        drop(waiting);
        let mut first_error = None;
        for worker in workers {
            match worker.join() {
                Ok(Ok(())) => {}
                Ok(Err(error)) => first_error = first_error.or(Some(error)),
                Err(_) => {
                    first_error =
                        first_error.or_else(|| Some(Error::internal("a sending connection failed")))
                }
            }
        }
        served.and_then(|()| first_error.map_or(Ok(()), Err))
    });
    served?;
    if let (Transport::Smtp { login, .. }, Some(size)) = (transport, mailings.announced()) {
        keep_size(workspace, login, size)?;
    }
    Ok(Drained { report: committer.report, limited_for: committer.limited_for })
}

/// Keeps what the server said of its largest message, for the next pre-flight.
pub(super) fn keep_size(workspace: &Workspace, login: &SmtpLogin, size: u64) -> Result<()> {
    if !workspace.db.read(|db| account::has_other_size(db, &login.url, Some(size)))? {
        return Ok(());
    }
    let now = clock::to_text(clock::now());
    workspace.db.write_unlogged(Durability::Normal, &["server_sizes"], |db| {
        account::note_size(db, &login.url, Some(size), &now)
    })
}
