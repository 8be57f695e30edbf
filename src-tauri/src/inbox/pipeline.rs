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

use super::disk::{Found, Give, LARGEST, read_error, too_large};
use crate::error::{Code, Error, Result};
use crate::mail::imap::Cursor;
use crate::mail::understand::{Incoming, Kind, Understanding, understand};

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

/// Messages that wait between two threads: few, because one may have many megabytes.
const WAITING: usize = 32;
/// A batch is handed on when it has so many messages …
const BATCH: usize = 400;
/// … or when its first has waited so long.
const PATIENCE: Duration = Duration::from_millis(20);
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
    let (task_sender, tasks) = sync_channel::<Task>(WAITING);
    let tasks = Mutex::new(Some(tasks));
    let (done_sender, done) = sync_channel::<(u64, Read)>(WAITING * 8);
    thread::scope(|scope| {
        let finder = scope.spawn(move || {
            let mut number = 0;
            find(&mut |found, server| {
                let sent = task_sender.send(Task { number, found, server });
                number += 1;
                if sent.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })
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

fn work(
    tasks: &Mutex<Option<Receiver<Task>>>,
    done: SyncSender<(u64, Read)>,
    files: Option<&Path>,
    today: NaiveDate,
) {
    loop {
        let next = tasks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .and_then(|tasks| tasks.recv().ok());
        let Some(Task { number, found, server }) = next else { return };
        let (file, raw) = match found {
            Found::File(path) => (path.display().to_string(), read_file(&path)),
            Found::Message { file, raw } => (file, Ok(raw)),
            Found::Unreadable { file, error } => (file, Err(error)),
        };
        let outcome = raw.and_then(|raw| read_mail(&file, &raw, files, today));
        let read = Read { file, outcome, cursor: server.cursor, arrived: server.arrived };
        if done.send((number, read)).is_err() {
            return;
        }
    }
}

fn hand_on(
    done: Receiver<(u64, Read)>,
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
            match done.recv_timeout(PATIENCE.saturating_sub(since.elapsed())) {
                Ok(read) => Some(read),
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
        if let Some((number, read)) = received {
            if batch.is_empty() {
                since = Instant::now();
            }
            early.insert(number, read);
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
    if size > LARGEST {
        return Err(too_large(&path.display().to_string()));
    }
    let mut raw = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    (&mut file).take(LARGEST).read_to_end(&mut raw).map_err(|cause| read_error(path, &cause))?;
    Ok(raw)
}

fn read_mail(file: &str, raw: &[u8], files: Option<&Path>, today: NaiveDate) -> Result<Mail> {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::new(Code::Invalid, "mail-empty").arg("file", file));
    }
    let (incoming, understanding) =
        understand(raw, today).map_err(|error| error.arg("file", file))?;
    let sha256 = hex::encode(Sha256::digest(raw));
    if let Some(files) = files {
        keep(files, &sha256, raw)?;
    }
    let tokens = tokens(raw, understanding.kind);
    Ok(Mail { incoming, understanding, tokens, sha256 })
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
    })
}
