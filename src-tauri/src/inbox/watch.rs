//! Watches over the mailboxes: one connection an account that waits for what is new, and is made
//! anew with growing pauses when it breaks.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use rand::Rng as _;

use super::fetch::{
    INBOX, Place, Role, cursor_of, places, read_account, read_arrived, with_mailbox,
};
use super::reading::Reading;
use super::state::{self, MailboxStateWord};
use super::store::Store;
use super::{ReadReport, acknowledge};
use crate::account::Account;
use crate::db::{Ctx, Source};
use crate::error::{Code, Error, Result};
use crate::mail::imap::{Visit, Waited};
use crate::workspace::Workspace;

/// Waiting is begun anew so often, and the other folders are looked into: a longer IDLE may hang
/// without anybody noticing, and after 29 minutes servers hang up (RFC 2177).
const RENEW: Duration = Duration::from_secs(300);
/// A server that does not tell is asked so often.
const ASK_EVERY: Duration = Duration::from_secs(60);
/// The first pause after a failure; each further one is twice as long …
const FIRST_PAUSE: Duration = Duration::from_secs(2);
/// … up to this one.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// A login that was refused is not tried more often: servers lock accounts.
const AFTER_REFUSAL: Duration = Duration::from_secs(900);
/// How soon a password that is typed in, or another account, is noticed.
const LOOK: Duration = Duration::from_millis(500);

/// Hears whose mailbox brought something, and what.
pub type OnReport<'t> = dyn Fn(&str, &ReadReport) + Send + Sync + 't;

struct Watcher<'s> {
    version: i64,
    stop: Arc<AtomicBool>,
    thread: ScopedJoinHandle<'s, ()>,
}

/// Watches over all mailboxes until `stop`, and keeps the workspace open for it.
pub fn keep_watching(workspace: &Arc<Workspace>, stop: &AtomicBool) {
    watch_over(workspace, stop, &|_, _| {});
}

/// Watches over all mailboxes until `stop`; accounts that are added, changed or taken away
/// meanwhile are noticed.
pub fn watch_over(workspace: &Workspace, stop: &AtomicBool, on_report: &OnReport<'_>) {
    thread::scope(|scope| {
        let mut watchers: BTreeMap<i64, Watcher> = BTreeMap::new();
        while !stop.load(Ordering::Relaxed) {
            match workspace.db.read(with_mailbox) {
                Ok(accounts) => {
                    end_stale(&mut watchers, &accounts);
                    for account in accounts {
                        watchers.entry(account.id).or_insert_with(|| {
                            let told = Arc::new(AtomicBool::new(false));
                            let (version, stop) = (account.version, Arc::clone(&told));
                            let thread =
                                scope.spawn(move || watch(workspace, &account, &told, on_report));
                            Watcher { version, stop, thread }
                        });
                    }
                }
                Err(error) => log::warn!("the accounts cannot be read: {error}"),
            }
            thread::park_timeout(LOOK);
        }
        for watcher in watchers.values() {
            watcher.stop.store(true, Ordering::Relaxed);
        }
        for (account_id, watcher) in watchers {
            let _ = watcher.thread.join();
            let _ = state::put(workspace, account_id, MailboxStateWord::Off, None);
        }
    });
}

/// Ends the watch over accounts that are gone or were changed.
fn end_stale(watchers: &mut BTreeMap<i64, Watcher>, accounts: &[Account]) {
    let is_same = |id: &i64, watcher: &Watcher| {
        accounts.iter().any(|one| one.id == *id && one.version == watcher.version)
    };
    let ended: Vec<i64> =
        watchers.iter().filter(|(id, watcher)| !is_same(id, watcher)).map(|(id, _)| *id).collect();
    for id in ended {
        if let Some(watcher) = watchers.remove(&id) {
            watcher.stop.store(true, Ordering::Relaxed);
            let _ = watcher.thread.join();
        }
    }
}

/// Watches over one mailbox until `stop`.
fn watch(workspace: &Workspace, account: &Account, stop: &AtomicBool, on_report: &OnReport<'_>) {
    let mut failures: u32 = 0;
    while !stop.load(Ordering::Relaxed) {
        let began = Instant::now();
        let Err(error) = attend(workspace, account, stop, on_report) else { continue };
        if error.code == Code::Cancelled {
            return;
        }
        // A connection that held for long was a good one.
        if began.elapsed() > RENEW {
            failures = 0;
        }
        failures = failures.saturating_add(1);
        log::warn!("mailbox of account {}: {error}", account.id);
        if let Err(cause) =
            state::put(workspace, account.id, MailboxStateWord::Trouble, Some(&error))
        {
            log::warn!("the state of a mailbox cannot be noted: {cause}");
        }
        rest(account, stop, pause_after(&error, failures));
    }
}

/// How long nobody knocks after so many failures in a row.
fn pause_after(error: &Error, failures: u32) -> Duration {
    if error.code == Code::NeedsLogin {
        return AFTER_REFUSAL;
    }
    let doubled = FIRST_PAUSE.saturating_mul(1u32 << failures.saturating_sub(1).min(10));
    // Not all at the same moment, when it was the server that was away.
    doubled.min(LONGEST_PAUSE).mul_f64(rand::rng().random_range(0.8..1.2))
}

/// Rests, but not longer than it takes a missing password to be there.
fn rest(account: &Account, stop: &AtomicBool, pause: Duration) {
    let began = Instant::now();
    let was_missing = account.imap_login().is_err();
    while began.elapsed() < pause && !stop.load(Ordering::Relaxed) {
        thread::park_timeout(LOOK);
        if was_missing && account.imap_login().is_ok() {
            return;
        }
    }
}

/// One connection, as long as it holds. `Ok` = the machine slept, and it is to be made anew at once.
fn attend(
    workspace: &Workspace,
    account: &Account,
    stop: &AtomicBool,
    on_report: &OnReport<'_>,
) -> Result<()> {
    let login = account.imap_login()?;
    let stopped = || stop.load(Ordering::Relaxed);
    let mut visit = Visit::open(&login, &stopped)?;
    let tell = |_: &'static str, _: i64, _: i64| {};
    loop {
        read(workspace, account, on_report, &stopped, &tell, |reading, store| {
            read_account(reading, account, &login, &mut visit, store, false)
        })?;
        let (places, _) = places(account, &visit.folders()?);
        let place = places
            .into_iter()
            .find(|place| place.role == Role::Incoming)
            .unwrap_or_else(|| Place { folder: INBOX.to_owned(), role: Role::Incoming });
        let tells = visit.tells_news()?;
        let word = if tells { MailboxStateWord::Live } else { MailboxStateWord::Polling };
        state::put(workspace, account.id, word, None)?;
        let round = Instant::now();
        let opened = visit.enter(&place.folder)?;
        let known = workspace.db.read(|db| cursor_of(db, account.id, &place.folder))?;
        // What came between the reading and the waiting is told by nobody.
        let mut news = known.uidvalidity != opened.uidvalidity || known.uidnext < opened.uidnext;
        while round.elapsed() < RENEW {
            if news {
                read(workspace, account, on_report, &stopped, &tell, |reading, store| {
                    read_arrived(reading, account, &mut visit, store, &place)
                })?;
            }
            let left = RENEW.saturating_sub(round.elapsed()).max(LOOK);
            let waited = visit.wait(if tells { left } else { left.min(ASK_EVERY) })?;
            news = waited == Waited::News;
            match waited {
                Waited::Stopped => return Err(Error::new(Code::Cancelled, "job-cancelled")),
                Waited::Slept => return Ok(()),
                Waited::Nothing | Waited::News => {}
            }
        }
    }
}

/// One reading, which is one action; told of when it brought something.
fn read<'w>(
    workspace: &'w Workspace,
    account: &Account,
    on_report: &OnReport<'_>,
    stopped: &'w (dyn Fn() -> bool + Sync),
    tell: &'w (dyn Fn(&'static str, i64, i64) + Sync),
    work: impl FnOnce(&Reading<'w>, &mut Store) -> Result<()>,
) -> Result<()> {
    let actor = workspace.actor().unwrap_or_default();
    let ctx: Ctx = workspace.ctx(&actor, Source::Mailbox);
    let reading = Reading::new(workspace, ctx, stopped, tell);
    let mut store = Store::new(&reading)?;
    let outcome = work(&reading, &mut store).and_then(|()| store.rest());
    let mut report = store.report;
    if report.by_kind.contains_key("opt_out") {
        report.acknowledged = acknowledge::opt_outs(workspace, &reading.ctx)?;
    }
    if report.read > 0 || report.settled > 0 || report.failed_count > 0 {
        on_report(account.name(), &report);
    }
    outcome
}
