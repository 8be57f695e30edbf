//! Reads what is new in the folders of the accounts' mailboxes.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rusqlite::named_params;

use super::acknowledge;
use super::disk::Found;
use super::pipeline::{self, FromServer};
use super::reading::Reading;
use super::store::{Store, put_cursor};
use super::{FetchOrder, ReadReport};
use crate::account::{self, Account};
use crate::db::{Ctx, Durability, Reader, Source};
use crate::distribution;
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::imap::{self, Cursor, Fetched, Folder, FolderRead, ImapLogin, Part, Visit};
use crate::response::Response;
use crate::workspace::Workspace;

/// The folder that answers come to.
pub const INBOX: &str = "INBOX";

/// So much of a mail of our own is fetched: its headers and, most often, its text. The files that
/// the office itself sent are on its own disk.
const OWN_BEGINNING: u32 = 48 * 1024;
/// After a failure so many messages are fetched one by one, so that the one to blame is known.
const SINGLY: usize = 100;
/// How often a connection that broke at the same message is made anew.
const TRIES: u64 = 3;
/// Visits that ask again for a message which the server could not give.
const MISSED_TRIES: i64 = 6;

/// What a folder is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What came: all of it is kept.
    Incoming,
    /// What the filter took for unwanted: only what belongs to something of ours is kept.
    Unwanted,
    /// What the office wrote elsewhere.
    Sent,
}

/// A folder that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name as the server writes it.
    pub folder: String,
    /// What it is read for.
    pub role: Role,
}

/// Whether there is a mailbox to read.
pub fn can_fetch(workspace: &Workspace) -> bool {
    let accounts = workspace.db.read(with_mailbox).unwrap_or_default();
    accounts.iter().any(|account| account.imap_login().is_ok())
}

/// The accounts with a mailbox.
pub fn with_mailbox(db: &Reader) -> Result<Vec<Account>> {
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
    let mut accounts = job.workspace.db.read(with_mailbox)?;
    if let Some(only) = order.account_id {
        accounts.retain(|account| account.id == only);
    }
    if accounts.is_empty() {
        return Err(Error::new(Code::NotFound, "inbox-no-account"));
    }
    // The answers of all are one action, which one undo takes back.
    let ctx = Ctx { source: Source::Mailbox, ..job.ctx.clone() };
    let stop = || job.check_cancelled().is_err();
    let tell = |phase, done, total| job.progress(phase, done, total);
    let reading = Reading::new(job.workspace, ctx, &stop, &tell);
    let mut store = Store::new(&reading)?;
    let mut failed = Vec::new();
    for account in &accounts {
        reading.check()?;
        match visit_account(&reading, account, &mut store, order.again == Some(true)) {
            Ok(()) => {}
            Err(error) if error.code == Code::Cancelled => {
                store.rest()?;
                return Err(error);
            }
            Err(error) => failed.push((account.from_address.clone(), error)),
        }
    }
    store.rest()?;
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

fn visit_account(
    reading: &Reading,
    account: &Account,
    store: &mut Store,
    again: bool,
) -> Result<()> {
    (reading.tell)("phase-fetching-mail", 0, 0);
    let login = account.imap_login()?;
    let mut visit = Visit::open(&login, reading.stop)?;
    read_account(reading, account, &login, &mut visit, store, again)?;
    visit.leave();
    Ok(())
}

/// The folders of a mailbox that the office wants read. What is not there any more is told.
pub fn places(account: &Account, folders: &[Folder]) -> (Vec<Place>, Vec<String>) {
    let there = |name: &str| {
        let is_inbox = name.eq_ignore_ascii_case(INBOX);
        folders.iter().find(|folder| {
            folder.selectable
                && (folder.name == name || (is_inbox && folder.name.eq_ignore_ascii_case(INBOX)))
        })
    };
    let junk = imap::junk_folder(folders).map(|folder| folder.name.as_str());
    let chosen: Vec<&str> =
        account.read_folders.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
    let chosen =
        if chosen.is_empty() { std::iter::once(INBOX).chain(junk).collect() } else { chosen };
    let sent = match account.sent_folder.as_str() {
        "" => imap::sent_folder(folders).map(|folder| folder.name.as_str()),
        account::NO_SENT_FOLDER => None,
        name => Some(name),
    };
    let (mut places, mut gone): (Vec<Place>, Vec<String>) = (Vec::new(), Vec::new());
    let named = chosen.into_iter().map(|name| (name, false)).chain(sent.map(|name| (name, true)));
    for (name, is_sent) in named {
        // Some servers do not list the inbox.
        let known = there(name).is_some() || name.eq_ignore_ascii_case(INBOX);
        let role = match (is_sent, junk == Some(name)) {
            (true, _) => Role::Sent,
            (false, true) => Role::Unwanted,
            (false, false) => Role::Incoming,
        };
        let folder = if name.eq_ignore_ascii_case(INBOX) { INBOX } else { name }.to_owned();
        if !known {
            gone.push(imap::shown_name(name));
        } else if !places.iter().any(|place| place.folder == folder) {
            places.push(Place { folder, role });
        }
    }
    (places, gone)
}

/// Reads all folders of one mailbox over a connection that is open, and made anew where it breaks.
pub fn read_account<'r>(
    reading: &Reading<'r>,
    account: &Account,
    login: &ImapLogin,
    visit: &mut Visit<'r>,
    store: &mut Store,
    again: bool,
) -> Result<()> {
    let (places, gone) = places(account, &visit.folders()?);
    for name in gone {
        let error = Error::new(Code::NotFound, "inbox-folder-gone").arg("folder", &name);
        store.report.fail(format!("{}: {name}", account.from_address), error);
    }
    let mut failed = None;
    for place in &places {
        reading.check()?;
        match read_place(reading, account, login, visit, store, place, again) {
            Ok(()) => {}
            // A folder that the server does not let us into keeps nobody from the others.
            Err(error) if error.text == "error-mail-answer" && place.folder != INBOX => {
                store.report.fail(
                    format!("{}: {}", account.from_address, imap::shown_name(&place.folder)),
                    error.clone(),
                );
                failed = Some(error);
                *visit = Visit::open(login, reading.stop)?;
            }
            Err(error) => return Err(error),
        }
    }
    ask_for_missed(reading, account, visit, store, &places)?;
    // Bounces and answers have settled what they could; a copy among the sent mail settles more.
    if let Some(sent) = places.iter().find(|place| place.role == Role::Sent) {
        settle_unsure(reading, account, visit, store, &sent.folder);
    }
    if let Some(error) = failed {
        log::warn!("a folder could not be read: {error}");
    }
    Ok(())
}

/// How far a folder has been read.
pub fn cursor_of(db: &Reader, account_id: i64, folder: &str) -> Result<Cursor> {
    let found = db.row(
        "SELECT uidvalidity, uidnext FROM mailbox_cursors WHERE account_id = :account AND folder = :folder",
        named_params! {":account": account_id, ":folder": folder},
        |row| Ok(Cursor { uidvalidity: row.get(0)?, uidnext: row.get(1)? }),
    )?;
    Ok(found.unwrap_or_default())
}

/// A message that could not be had.
struct Missed {
    uidvalidity: u32,
    uid: u32,
    error: Error,
}

fn read_place<'r>(
    reading: &Reading<'r>,
    account: &Account,
    login: &ImapLogin,
    visit: &mut Visit<'r>,
    store: &mut Store,
    place: &Place,
    again: bool,
) -> Result<()> {
    let db = &reading.workspace.db;
    let from = if again {
        Cursor::default()
    } else {
        db.read(|db| cursor_of(db, account.id, &place.folder))?
    };
    store.enter(account.id, place.clone());
    let (mut end, mut missed) = (None, Vec::new());
    let find = |give: &mut dyn FnMut(Found, FromServer) -> ControlFlow<()>| {
        end = Some(read_folder(reading, login, visit, place, from, &mut missed, give)?);
        Ok(())
    };
    read_with(reading, store, find)?;
    // An empty folder, too, has been visited.
    if let Some(reached) = end {
        db.write_unlogged(Durability::Normal, &[], |db| {
            put_cursor(db, account.id, &place.folder, reached, &reading.ctx.now_text())
        })?;
    }
    for one in missed {
        note_missed(reading, account, &place.folder, &one)?;
        store.report.fail(format!("{}/{}", imap::shown_name(&place.folder), one.uid), one.error);
    }
    Ok(())
}

/// Has what `find` gives understood on every core, and stored.
fn read_with(
    reading: &Reading,
    store: &mut Store,
    find: impl FnOnce(&mut dyn FnMut(Found, FromServer) -> ControlFlow<()>) -> Result<()> + Send,
) -> Result<()> {
    let files = reading.workspace.files();
    pipeline::run_from(Some(&files), reading.ctx.now.date_naive(), find, |batch| {
        reading.check()?;
        store.take(batch, &mut None)
    })
}

/// Reads one folder to its end. Where the connection breaks it is made anew; a message at which it
/// breaks again and again is passed over and remembered.
fn read_folder<'r>(
    reading: &Reading<'r>,
    login: &ImapLogin,
    visit: &mut Visit<'r>,
    place: &Place,
    mut cursor: Cursor,
    missed: &mut Vec<Missed>,
    give: &mut dyn FnMut(Found, FromServer) -> ControlFlow<()>,
) -> Result<Cursor> {
    let (mut tries, mut singly) = (0, 0);
    let is_known = |id: &str| is_known(reading, id);
    let on_total = |count| {
        reading.expected.fetch_add(count, Ordering::Relaxed);
    };
    loop {
        let order = FolderRead {
            folder: &place.folder,
            cursor,
            part: part_of(place.role),
            singly,
            is_known: &is_known,
            // What is read again after a failure has been counted.
            on_total: if tries == 0 { &on_total } else { &|_| {} },
        };
        let mut reached = cursor;
        let outcome = visit.read(&order, &mut |message| {
            reached = message.cursor;
            Ok(handed_on(&place.folder, message, give))
        });
        let error = match outcome {
            Ok(end) => return Ok(end),
            Err(error) if error.code != Code::Offline => return Err(error),
            Err(error) => error,
        };
        tries = if reached == cursor { tries + 1 } else { 1 };
        cursor = reached;
        if tries >= TRIES {
            let Some(uid) = visit.failed_on() else { return Err(error) };
            let uidvalidity = visit.opened().uidvalidity;
            cursor = Cursor { uidvalidity, uidnext: uid.saturating_add(1) };
            missed.push(Missed { uidvalidity, uid, error });
            tries = 1;
        }
        singly = SINGLY;
        pause(reading, Duration::from_millis(200) * u32::try_from(tries).unwrap_or(1))?;
        *visit = Visit::open(login, reading.stop)?;
    }
}

fn part_of(role: Role) -> Part {
    if role == Role::Sent { Part::Beginning(OWN_BEGINNING) } else { Part::Whole }
}

fn handed_on(
    folder: &str,
    message: Fetched,
    give: &mut dyn FnMut(Found, FromServer) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let server = FromServer { cursor: Some(message.cursor), arrived: message.internal_date };
    give(found_message(folder, message), server)
}

fn found_message(folder: &str, message: Fetched) -> Found {
    let file = format!("{folder}/{}", message.uid);
    Found::Message { file, raw: message.raw, cut: message.headers_only }
}

fn pause(reading: &Reading, time: Duration) -> Result<()> {
    let step = Duration::from_millis(50);
    let mut left = time;
    while !left.is_zero() {
        reading.check()?;
        std::thread::sleep(step.min(left));
        left = left.saturating_sub(step);
    }
    Ok(())
}

fn is_known(reading: &Reading, message_id: &str) -> Result<bool> {
    reading.workspace.db.read(|db| {
        let known = db.all::<Response>(
            "identity = :identity LIMIT 1",
            named_params! {":identity": message_id},
        )?;
        Ok(!known.is_empty())
    })
}

/// What has just come into the folder that `visit` waits in.
pub fn read_arrived(
    reading: &Reading,
    account: &Account,
    visit: &mut Visit,
    store: &mut Store,
    place: &Place,
) -> Result<()> {
    let db = &reading.workspace.db;
    let cursor = db.read(|db| cursor_of(db, account.id, &place.folder))?;
    store.enter(account.id, place.clone());
    let find = |give: &mut dyn FnMut(Found, FromServer) -> ControlFlow<()>| {
        let order = FolderRead {
            folder: &place.folder,
            cursor,
            part: part_of(place.role),
            singly: 0,
            is_known: &|_| Ok(false),
            on_total: &|_| {},
        };
        visit.read_arrived(&order, &mut |message| Ok(handed_on(&place.folder, message, give)))?;
        Ok(())
    };
    read_with(reading, store, find)
}

fn note_missed(reading: &Reading, account: &Account, folder: &str, one: &Missed) -> Result<()> {
    reading.workspace.db.write_unlogged(Durability::Normal, &[], |db| {
        db.execute(
            "INSERT INTO mailbox_missed (account_id, folder, uidvalidity, uid, missed_at)
             VALUES (:account, :folder, :uidvalidity, :uid, :now)
             ON CONFLICT (account_id, folder, uidvalidity, uid) DO UPDATE
             SET tries = tries + 1, missed_at = excluded.missed_at",
            named_params! {":account": account.id, ":folder": folder, ":uidvalidity": one.uidvalidity, ":uid": one.uid,
                ":now": reading.ctx.now_text()},
        )
    })?;
    Ok(())
}

/// Asks once more for what could not be had on earlier visits. It is tried over this connection
/// alone: another failure ends the trying, not the visit.
fn ask_for_missed(
    reading: &Reading,
    account: &Account,
    visit: &mut Visit,
    store: &mut Store,
    places: &[Place],
) -> Result<()> {
    let db = &reading.workspace.db;
    let waiting: Vec<(i64, String, u32, u32)> = db.read(|db| {
        db.rows(
            "SELECT id, folder, uidvalidity, uid
             FROM mailbox_missed
             WHERE account_id = :account AND tries < :most AND missed_at < :now
             ORDER BY tries, id
             LIMIT 20",
            named_params! {":account": account.id, ":most": MISSED_TRIES, ":now": reading.ctx.now_text()},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
    })?;
    for (id, folder, uidvalidity, uid) in waiting {
        let Some(place) = places.iter().find(|place| place.folder == folder) else { continue };
        let found = match visit.one(&folder, uidvalidity, uid) {
            Ok(found) => found,
            Err(error) if error.code == Code::Cancelled => return Err(error),
            Err(error) => {
                log::warn!("message {uid} can still not be had: {error}");
                db.write_unlogged(Durability::Normal, &[], |db| {
                    db.execute(
                        "UPDATE mailbox_missed SET tries = tries + 1, missed_at = :now WHERE id = :id",
                        named_params! {":id": id, ":now": reading.ctx.now_text()},
                    )
                })?;
                return Err(error);
            }
        };
        if let Some(message) = found {
            store.enter(account.id, place.clone());
            let server = FromServer { cursor: None, arrived: message.internal_date };
            read_with(reading, store, |give| {
                let _ = give(found_message(&folder, message), server);
                Ok(())
            })?;
        }
        db.write_unlogged(Durability::Normal, &[], |db| {
            db.execute("DELETE FROM mailbox_missed WHERE id = :id", named_params! {":id": id})
        })?;
    }
    Ok(())
}

/// Unsure messages that one visit looks for.
const MOST_LOOKED_FOR: usize = 200;

/// Counts unsure messages as sent whose copy lies among the sent mail. What is not found stays
/// unsure, also when the folder cannot be read: the mail that did come in is stored all the same.
/// Absence proves nothing: many servers keep no copy of what went out by SMTP.
fn settle_unsure(
    reading: &Reading,
    account: &Account,
    visit: &mut Visit,
    store: &mut Store,
    sent: &str,
) {
    match try_to_settle(reading, account, visit, sent) {
        Ok(settled) => store.report.settled += settled,
        Err(error) => log::warn!("the folder of sent mail cannot be searched: {error}"),
    }
}

fn try_to_settle(
    reading: &Reading,
    account: &Account,
    visit: &mut Visit,
    sent: &str,
) -> Result<i64> {
    let db = &reading.workspace.db;
    let unsure: Vec<(i64, String)> = db.read(|db| {
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
    let mut found = Vec::new();
    for (id, message_id) in unsure {
        reading.check()?;
        if visit.holds(sent, &message_id)? {
            found.push(id);
        }
    }
    if found.is_empty() {
        return Ok(0);
    }
    db.write(&reading.ctx, "inbox_fetch", false, |db| {
        let mut settled = 0;
        for id in &found {
            settled += i64::from(distribution::was_sent(db, *id, "in_sent_folder")?);
        }
        Ok(settled)
    })
}
