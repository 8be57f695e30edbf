//! Reads what is new in the account's mailbox.

use std::ops::ControlFlow;

use rusqlite::named_params;

use super::acknowledge;
use super::disk::Found;
use super::pipeline::{self, FromServer};
use super::store::{Store, put_cursor};
use super::{FetchOrder, ReadReport};
use crate::account::{self, Account};
use crate::db::{Ctx, Durability, Reader, Source};
use crate::distribution;
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::imap::{self, Cursor, ImapLogin};
use crate::workspace::Workspace;

/// The folder that answers come to.
pub const FOLDER: &str = "INBOX";

/// Whether there is a mailbox to read.
pub fn can_fetch(workspace: &Workspace) -> bool {
    let accounts = workspace.db.read(reading).unwrap_or_default();
    accounts.iter().any(|account| account.imap_login().is_ok())
}

/// The accounts with a mailbox.
fn reading(db: &Reader) -> Result<Vec<Account>> {
    let mut accounts = account::all(db)?;
    accounts.retain(|account| !account.imap_url.is_empty());
    Ok(accounts)
}

/// Reads what is new in every account's mailbox, or on request everything once more. Nothing in a
/// mailbox changes, not even what counts as read. A mailbox that cannot be read keeps nobody from
/// reading the others; when none can, that is the error.
///
/// Taking a reading back leaves the mark where it stands: else the next visit, minutes later, would
/// bring the same mail in again unasked.
pub fn fetch(job: &Job, order: FetchOrder) -> Result<ReadReport> {
    let mut accounts = job.workspace.db.read(reading)?;
    if let Some(only) = order.account_id {
        accounts.retain(|account| account.id == only);
    }
    if accounts.is_empty() {
        return Err(Error::new(Code::NotFound, "inbox-no-account"));
    }
    // The answers of all are one action, which one undo takes back.
    let ctx = Ctx { source: Source::Mailbox, ..job.ctx.clone() };
    let mut store = Store::new(job, ctx, 0);
    let mut failed = Vec::new();
    let mut settled = 0;
    for account in &accounts {
        job.check_cancelled()?;
        store.change_account(account.id);
        match fetch_one(job, account, &mut store, order.again == Some(true)) {
            Ok(found) => settled += found,
            Err(error) if error.code == Code::Cancelled => return Err(error),
            Err(error) => failed.push((account.from_address.clone(), error)),
        }
    }
    store.report.settled = settled;
    if failed.len() == accounts.len()
        && store.report.read == 0
        && let Some((_, error)) = failed.pop()
    {
        return Err(error);
    }
    for (address, error) in failed {
        log::warn!("a mailbox could not be read: {error}");
        store.report.fail(address, error);
    }
    store.report.acknowledged = acknowledge::opt_outs(job.workspace, &job.ctx)?;
    Ok(store.report)
}

/// Reads one mailbox; how many unsure messages turned out to be sent.
fn fetch_one(job: &Job, account: &Account, store: &mut Store, again: bool) -> Result<i64> {
    let login = account.imap_login()?;
    let cursor = job.workspace.db.read(|db| {
        db.row(
            "SELECT uidvalidity, uidnext FROM mailbox_cursors WHERE account_id = :account AND folder = :folder",
            named_params! {":account": account.id, ":folder": FOLDER},
            |row| Ok(Cursor { uidvalidity: row.get(0)?, uidnext: row.get(1)? }),
        )
    })?;
    let cursor = cursor.filter(|_| !again).unwrap_or_default();
    job.progress("phase-fetching-mail", 0, 0);
    let files = job.workspace.files();
    let mut end = None;
    let fetched = pipeline::run_from(
        Some(&files),
        job.ctx.now.date_naive(),
        |give| {
            let reached = imap::fetch_new(&login, FOLDER, cursor, &mut |message| {
                let server =
                    FromServer { cursor: Some(message.cursor), arrived: message.internal_date };
                Ok(give(
                    Found::Message {
                        file: format!("{FOLDER}/{}", message.uid),
                        raw: message.raw,
                        cut: message.headers_only,
                    },
                    server,
                ))
            })?;
            end = Some(reached);
            Ok(())
        },
        |batch| {
            job.check_cancelled()?;
            let _: ControlFlow<()> = store.take(batch, &mut None)?;
            Ok(ControlFlow::Continue(()))
        },
    );
    fetched?;
    // An empty mailbox, too, has been visited.
    if let Some(reached) = end {
        job.workspace.db.write_unlogged(Durability::Normal, &[], |db| {
            put_cursor(db, account.id, FOLDER, reached, &job.ctx.now_text())
        })?;
    }
    // Bounces and answers have settled what they could; a copy among the sent mail settles more.
    settle_unsure(job, account, &login)
}

/// Unsure messages that one visit looks for.
const MOST_LOOKED_FOR: usize = 200;

/// Counts unsure messages as sent whose copy lies among the sent mail. What is not found stays
/// unsure, also when the folder cannot be read: the mail that did come in is stored all the same.
fn settle_unsure(job: &Job, account: &Account, login: &ImapLogin) -> Result<i64> {
    let unsure: Vec<(i64, String)> = job.workspace.db.read(|db| {
        db.rows(
            "SELECT d.id, d.message_id
             FROM deliveries d
             JOIN distributions s ON s.id = d.distribution_id
             WHERE d.state = 'unsure' AND d.message_id <> '' AND s.account_id = :account
             ORDER BY d.id DESC
             LIMIT :most",
            named_params! {":account": account.id, ":most": i64::try_from(MOST_LOOKED_FOR).unwrap_or(i64::MAX)},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    })?;
    if unsure.is_empty() {
        return Ok(0);
    }
    job.progress("phase-fetching-mail", 0, 0);
    let message_ids: Vec<String> =
        unsure.iter().map(|(_, message_id)| message_id.clone()).collect();
    let found = match imap::among_sent(login, &message_ids) {
        Ok(found) => found,
        Err(error) => {
            log::warn!("the folder of sent mail cannot be searched: {error}");
            return Ok(0);
        }
    };
    let found: Vec<i64> = unsure
        .into_iter()
        .filter(|(_, message_id)| found.contains(message_id))
        .map(|(id, _)| id)
        .collect();
    if found.is_empty() {
        return Ok(0);
    }
    let ctx = Ctx { source: Source::Mailbox, ..job.ctx.clone() };
    job.workspace.db.write(&ctx, "inbox_fetch", false, |db| {
        let mut settled = 0;
        for id in &found {
            settled += i64::from(distribution::was_sent(db, *id, "in_sent_folder")?);
        }
        Ok(settled)
    })
}
