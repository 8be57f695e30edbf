//! Mail understood on every core: one thread finds it, as many as there are cores read it, and
//! the caller gets it back in the order in which it was found.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::disk::{Found, Give, LARGEST, read_error};
use crate::error::{Code, Error, Result};
use crate::mail::forward::{Forwarded, forwarded};
use crate::mail::imap::Cursor;
use crate::mail::understand::{Incoming, Kind, Understanding, understand, unreadable};
use crate::response::raw_mail::{KEPT_INSIDE, RawMail};

/// A message, read.
#[derive(Debug)]
pub struct Mail {
    /// Its headers and texts.
    pub incoming: Incoming,
    /// What it is.
    pub understanding: Understanding,
    /// What stands between `+` and `@` in its headers.
    pub tokens: Vec<String>,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its bytes; none where they are kept as a file.
    pub raw: Option<RawMail>,
    /// The mail that it passes on, where it passes one on.
    pub forwarded: Option<Box<Forwarded>>,
    /// Its parts cannot be read, or it is too large to: it is kept whole and shown as text.
    pub broken: bool,
}

/// What was found, read or not.
#[derive(Debug)]
pub struct Read {
    /// Where it is from.
    pub file: String,
    /// The message, or why there is none.
    pub outcome: Result<Mail>,
    /// How far the mailbox is read once this is stored.
    pub cursor: Option<Cursor>,
    /// When the server received it.
    pub arrived: Option<DateTime<Utc>>,
}

/// What a mailbox gives beside the message.
#[derive(Debug, Clone, Copy, Default)]
pub struct FromServer {
    /// How far the mailbox is read once this is stored.
    pub cursor: Option<Cursor>,
    /// When the server received it.
    pub arrived: Option<DateTime<Utc>>,
}

struct Task {
    number: u64,
    found: Found,
    server: FromServer,
}

/// Messages that change threads together, because each change of threads costs as much as a
/// small message …
const GROUP: usize = 32;
/// … as long as they have no more bytes than this: one message may have many megabytes.
const GROUP_BYTES: usize = 256 * 1024;
/// Groups that wait for a reading thread.
const WAITING: usize = 4;
/// Groups that are read already while the one writer is at work: enough that nobody waits for its
/// commits, and at most eight megabytes.
const READ_AHEAD: usize = 32;
/// A batch is handed on when it has so many messages, because larger commits cost less each …
const BATCH: usize = 1000;
/// … or so many and no more are ready …
const ENOUGH: usize = 250;
/// … or when its first has waited so long.
const PATIENCE: Duration = Duration::from_millis(20);
/// Bytes of a message too large to be held that are read.
const BEGINNING: u64 = 4 * 1024 * 1024;
/// Bytes of a bounce that are searched for the token of the returned message.
const SEARCHED: usize = 128 * 1024;

/// Finds mail with `find`, reads it, and gives it to `take` in batches. With `files`, the bytes
/// of each message are kept there. `Break` from `take` ends the run.
pub fn run(
    files: Option<&Path>,
    today: NaiveDate,
    find: impl FnOnce(&mut Give) -> ControlFlow<()> + Send,
    take: impl FnMut(Vec<Read>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    run_from(
        files,
        today,
        |give| {
            let _ = find(&mut |found| give(found, FromServer::default()));
            Ok(())
        },
        take,
    )
}

/// As [`run`], for a finder that can fail and knows where in a mailbox each message stands.
pub fn run_from(
    files: Option<&Path>,
    today: NaiveDate,
    find: impl FnOnce(&mut dyn FnMut(Found, FromServer) -> ControlFlow<()>) -> Result<()> + Send,
    mut take: impl FnMut(Vec<Read>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let cores = thread::available_parallelism().map_or(2, usize::from).min(16);
    let (task_sender, tasks) = sync_channel::<Vec<Task>>(WAITING);
    let tasks = Mutex::new(Some(tasks));
    let (done_sender, done) = sync_channel::<Vec<(u64, Read)>>(READ_AHEAD);
    thread::scope(|scope| {
        let finder = scope.spawn(move || {
            let mut number = 0;
            let mut group = Group::default();
            let found = find(&mut |found, server| {
                group.push(Task { number, found, server });
                number += 1;
                if !group.is_full() || task_sender.send(group.take()).is_ok() {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            });
            let _ = task_sender.send(group.take());
            found
        });
        for _ in 0..cores {
            let done_sender = done_sender.clone();
            scope.spawn(|| work(&tasks, done_sender, files, today));
        }
        drop(done_sender);
        let outcome = hand_on(done, &mut take);
        // Whoever still waits to send sees that nobody listens, and ends.
        tasks.lock().unwrap_or_else(PoisonError::into_inner).take();
        let found =
            finder.join().unwrap_or_else(|_| Err(Error::internal("the finder of mail panicked")));
        outcome.and(found)
    })
}

/// Tasks on their way to another thread.
#[derive(Default)]
struct Group {
    tasks: Vec<Task>,
    bytes: usize,
    since: Option<Instant>,
}

impl Group {
    fn push(&mut self, task: Task) {
        if let Found::Message { raw, .. } = &task.found {
            self.bytes += raw.len();
        }
        self.since.get_or_insert_with(Instant::now);
        self.tasks.push(task);
    }

    /// A slow mailbox does not keep what it has given waiting.
    fn is_full(&self) -> bool {
        self.tasks.len() >= GROUP
            || self.bytes >= GROUP_BYTES
            || self.since.is_some_and(|since| since.elapsed() >= PATIENCE)
    }

    fn take(&mut self) -> Vec<Task> {
        std::mem::take(self).tasks
    }
}

fn work(
    tasks: &Mutex<Option<Receiver<Vec<Task>>>>,
    done: SyncSender<Vec<(u64, Read)>>,
    files: Option<&Path>,
    today: NaiveDate,
) {
    loop {
        let next = tasks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .and_then(|tasks| tasks.recv().ok());
        let Some(group) = next else { return };
        let read = group.into_iter().map(|task| (task.number, read_task(task, files, today)));
        if done.send(read.collect()).is_err() {
            return;
        }
    }
}

fn read_task(task: Task, files: Option<&Path>, today: NaiveDate) -> Read {
    let (file, raw) = match task.found {
        Found::File(path) => {
            let file = path.display().to_string();
            let large = fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST);
            if large {
                let outcome = read_large(&path, files, today);
                return Read { file, outcome, cursor: None, arrived: None };
            }
            (file, read_file(&path))
        }
        Found::Message { file, raw, cut } => {
            let outcome = read_mail(&file, raw, files, today)
                .map(|mail| Mail { broken: mail.broken || cut, ..mail });
            return Read {
                file,
                outcome,
                cursor: task.server.cursor,
                arrived: task.server.arrived,
            };
        }
        Found::Unreadable { file, error } => (file, Err(error)),
    };
    let outcome = raw.and_then(|raw| read_mail(&file, raw, files, today));
    Read { file, outcome, cursor: task.server.cursor, arrived: task.server.arrived }
}

fn hand_on(
    done: Receiver<Vec<(u64, Read)>>,
    take: &mut dyn FnMut(Vec<Read>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let mut early: BTreeMap<u64, Read> = BTreeMap::new();
    let mut due = 0;
    let mut batch = Vec::new();
    let mut since = Instant::now();
    loop {
        let received = if batch.is_empty() {
            done.recv().ok()
        } else {
            let patience = if batch.len() >= ENOUGH {
                Duration::ZERO
            } else {
                PATIENCE.saturating_sub(since.elapsed())
            };
            match done.recv_timeout(patience) {
                Ok(group) => Some(group),
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => None,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {
                    if take(std::mem::take(&mut batch))?.is_break() {
                        return Ok(());
                    }
                    continue;
                }
            }
        };
        let ended = received.is_none();
        if let Some(group) = received {
            if batch.is_empty() {
                since = Instant::now();
            }
            early.extend(group);
            while let Some(read) = early.remove(&due) {
                batch.push(read);
                due += 1;
            }
        } else {
            batch.extend(std::mem::take(&mut early).into_values());
        }
        if (ended || batch.len() >= BATCH)
            && !batch.is_empty()
            && take(std::mem::take(&mut batch))?.is_break()
        {
            return Ok(());
        }
        if ended {
            return Ok(());
        }
    }
}

fn read_file(path: &PathBuf) -> Result<Vec<u8>> {
    let mut file = File::open(path).map_err(|cause| read_error(path, &cause))?;
    let size = file.metadata().map_err(|cause| read_error(path, &cause))?.len();
    let mut raw = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    (&mut file).take(LARGEST).read_to_end(&mut raw).map_err(|cause| read_error(path, &cause))?;
    Ok(raw)
}

fn read_mail(file: &str, raw: Vec<u8>, files: Option<&Path>, today: NaiveDate) -> Result<Mail> {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::new(Code::Invalid, "mail-empty").arg("file", file));
    }
    // One bad message never stops the rest, nor is it lost: what no parser bears is kept as text.
    let (broken, (incoming, understanding)) = match understand(&raw, today) {
        Ok(read) => (false, read),
        Err(_) => (true, unreadable(&raw)),
    };
    let tokens = tokens(&raw, understanding.kind);
    let forwarded =
        if broken { None } else { passed_on(&raw, &incoming, &understanding, today).map(Box::new) };
    let Some(files) = files else {
        let sha256 = String::new();
        return Ok(Mail { incoming, understanding, tokens, sha256, raw: None, forwarded, broken });
    };
    let sha256 = hex::encode(Sha256::digest(&raw));
    let inside = raw.len() <= KEPT_INSIDE;
    if !inside {
        keep(files, &sha256, &raw)?;
    }
    let raw = inside.then(|| RawMail::pack(raw));
    Ok(Mail { incoming, understanding, tokens, sha256, raw, forwarded, broken })
}

/// The mail that this one passes on. What no parser bears passes nothing on.
fn passed_on(
    raw: &[u8],
    incoming: &Incoming,
    understanding: &Understanding,
    today: NaiveDate,
) -> Option<Forwarded> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        forwarded(raw, incoming, understanding, today)
    }))
    .ok()
    .flatten()
}

/// Reads the beginning of a message that is too large to be held, and keeps all of it.
fn read_large(path: &Path, files: Option<&Path>, today: NaiveDate) -> Result<Mail> {
    let failed = |cause: std::io::Error| read_error(path, &cause);
    let mut file = File::open(path).map_err(failed)?;
    let mut begin = Vec::new();
    (&mut file).take(BEGINNING).read_to_end(&mut begin).map_err(failed)?;
    let (incoming, understanding) =
        understand(&begin, today).unwrap_or_else(|_| unreadable(&begin));
    let tokens = tokens(&begin, understanding.kind);
    let mail = |sha256| Mail {
        incoming,
        understanding,
        tokens,
        sha256,
        raw: None,
        forwarded: None,
        broken: true,
    };
    let Some(files) = files else { return Ok(mail(String::new())) };
    let part = files.join(format!("{:016x}.part", rand::random::<u64>()));
    let kept = copy_whole(&begin, &mut file, &part);
    let sha256 = match kept {
        Ok(sha256) => sha256,
        Err(cause) => {
            let _ = fs::remove_file(&part);
            return Err(cause.into());
        }
    };
    fs::rename(&part, files.join(&sha256))?;
    Ok(mail(sha256))
}

/// Copies a file piece by piece; its SHA-256 in hex.
fn copy_whole(begin: &[u8], rest: &mut File, to: &Path) -> std::io::Result<String> {
    let mut copy = File::create(to)?;
    let mut hash = Sha256::new();
    hash.update(begin);
    copy.write_all(begin)?;
    let mut piece = vec![0; 256 * 1024];
    loop {
        let count = rest.read(&mut piece)?;
        if count == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        let read = piece.get(..count).unwrap_or_default();
        hash.update(read);
        copy.write_all(read)?;
    }
}

/// Keeps the bytes under their hash. Not synced: a copy that a power cut spoils is told by its
/// hash, and the mail is still where it was read from.
fn keep(files: &Path, sha256: &str, raw: &[u8]) -> Result<()> {
    let path = files.join(sha256);
    match File::options().write(true).create_new(true).open(&path) {
        Ok(mut file) => Ok(file.write_all(raw)?),
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {
            let whole = fs::metadata(&path).is_ok_and(|about| about.len() == raw.len() as u64);
            if whole { Ok(()) } else { Ok(fs::write(&path, raw)?) }
        }
        Err(cause) => Err(cause.into()),
    }
}

/// What stands between `+` and `@` in the addresses of the headers, and for a bounce also in
/// those of the returned message.
fn tokens(raw: &[u8], kind: Kind) -> Vec<String> {
    let searched = match kind {
        Kind::Bounce | Kind::Delay => raw.get(..SEARCHED.min(raw.len())).unwrap_or(raw),
        _ => crate::mail::mime::split_head(raw).0,
    };
    let mut found: Vec<String> = Vec::new();
    for at in memchr::memchr_iter(b'+', searched) {
        let rest = searched.get(at + 1..).unwrap_or_default();
        let length = rest
            .iter()
            .take(65)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            .count();
        if !(8..=64).contains(&length) || rest.get(length) != Some(&b'@') {
            continue;
        }
        let token = String::from_utf8_lossy(rest.get(..length).unwrap_or_default()).into_owned();
        if !found.contains(&token) && found.len() < 8 {
            found.push(token);
        }
    }
    found
}

/// What a message is, as scripts read it.
pub fn understood(mail: &Mail) -> Json {
    let about = &mail.understanding;
    json!({
        "kind": about.kind,
        "permanent": about.permanent,
        "reason": about.reason,
        "recipients": about.recipients,
        "auto_reply": about.auto_reply,
        "new_text": about.new_text,
        "rsvp": about.rsvp,
        "proposes": about.proposes,
        "links": about.links,
        "confidence": (f64::from(about.confidence) * 100.0).round() / 100.0,
        "why": about.why,
        "broken": mail.broken,
    })
}
