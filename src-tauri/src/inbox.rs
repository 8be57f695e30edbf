//! The reading loop: takes mail from the mailbox or from disk, has it understood on every core,
//! and hands it to one writer that matches it and does what it brings about. Joins db and mail.
//!
//! The same mail twice adds nothing: it is known by its Message-ID, else by its SHA-256.

mod acknowledge;
pub mod disk;
mod fetch;
mod folders;
mod own_check;
mod pipeline;
mod reading;
mod sent;
mod state;
mod store;
mod watch;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::job::Job;
use pipeline::{Read, understood};

pub use acknowledge::KEY as ACKNOWLEDGE_KEY;
pub use fetch::{can_fetch, fetch};
pub use folders::{FolderChoice, MailboxFolder, MailboxFolders, choose, show as show_folders};
pub use own_check::check_own;
pub use state::{MailboxState, MailboxStateWord, states};
pub use watch::{keep_watching, watch_over};

/// How the mailbox is read.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FetchOrder {
    /// The whole folder once more, from its first message: whatever is not here comes in, such as
    /// responses of a reading that was taken back. None = only what is new since the last visit.
    pub again: Option<bool>,
    /// Only this account's mailbox; none = every account's.
    pub account_id: Option<i64>,
}

/// Mail on disk that is to be read.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReadOrder {
    /// `.eml` and `.mbox` files, Maildirs, or folders of them.
    pub paths: Vec<PathBuf>,
    /// Names of files that the window uploaded.
    pub uploads: Vec<String>,
}

/// A file or message that could not be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnreadMail {
    /// Which.
    pub file: String,
    /// Why.
    pub error: Error,
}

/// What came of a reading.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ReadReport {
    /// Messages read.
    pub read: i64,
    /// New ones among them.
    pub added: i64,
    /// Ones that were there already.
    pub known: i64,
    /// New ones whose contact is known.
    pub matched: i64,
    /// New ones that wait in the tray.
    pub unmatched: i64,
    /// Lines in the contact history for mail that the office wrote elsewhere.
    pub ours: i64,
    /// Unsure messages of ours that were found among the sent mail.
    pub settled: i64,
    /// New ones by kind.
    pub by_kind: BTreeMap<String, i64>,
    /// Opt-outs that were acknowledged by mail, where the office has chosen so.
    pub acknowledged: i64,
    /// What could not be read; the first hundred.
    pub failed: Vec<UnreadMail>,
    /// How many could not be read.
    pub failed_count: i64,
    /// The action, for undo; 0 = nothing was added.
    pub action: i64,
}

/// Failures that a report names; the rest are only counted.
const MOST_NAMED_FAILURES: usize = 100;

impl ReadReport {
    fn fail(&mut self, file: String, error: Error) {
        self.failed_count += 1;
        if self.failed.len() < MOST_NAMED_FAILURES {
            self.failed.push(UnreadMail { file, error });
        }
    }
}

/// Reads mail from disk.
pub fn read(job: &Job, order: ReadOrder) -> Result<ReadReport> {
    read_telling(job, order, None)
}

/// As [`read`], and tells of each message in one JSON object: what the command line prints.
pub fn read_each(job: &Job, order: ReadOrder, on_line: &mut dyn FnMut(Json)) -> Result<ReadReport> {
    read_telling(job, order, Some(on_line))
}

fn read_telling(
    job: &Job,
    order: ReadOrder,
    mut on_line: Option<&mut dyn FnMut(Json)>,
) -> Result<ReadReport> {
    let mut paths = order.paths;
    let named = paths.len();
    for name in &order.uploads {
        paths.push(uploaded(job.workspace.folder(), name)?);
    }
    if paths.is_empty() {
        return Err(Error::invalid("paths", "inbox-nothing-named"));
    }
    // A person named these files: the reading is their action, and their undo takes it back.
    let stop = || job.check_cancelled().is_err();
    let tell = |phase, done, total| job.progress(phase, done, total);
    let reading = reading::Reading::new(job.workspace, job.ctx.clone(), &stop, &tell);
    let mut store = store::Store::new(&reading)?;
    let files = job.workspace.files();
    let today = job.ctx.now.date_naive();
    let expect = |count| {
        reading.expected.fetch_add(count, Ordering::Relaxed);
    };
    let outcome = pipeline::run(
        Some(&files),
        today,
        |give| disk::walk(&paths, &expect, give),
        |batch| store.take(batch, &mut on_line),
    );
    for path in paths.iter().skip(named) {
        // What was uploaded is read or refused by now; a leftover would only be untidy.
        let _ = std::fs::remove_file(path);
    }
    let rested = store.rest();
    outcome?;
    rested?;
    store.report.acknowledged = acknowledge::opt_outs(job.workspace, &job.ctx)?;
    Ok(store.report)
}

/// Tells what each mail on disk is, without a workspace: nothing is written, nothing matched.
pub fn classify_only(paths: &[PathBuf], on_line: &mut dyn FnMut(Json)) -> Result<()> {
    let today = crate::clock::now().date_naive();
    pipeline::run(
        None,
        today,
        |give| disk::walk(paths, &|_| {}, give),
        |batch| {
            for read in batch {
                on_line(line(&read, Json::Null));
            }
            Ok(ControlFlow::Continue(()))
        },
    )
}

/// One message as the command line prints it.
fn line(read: &Read, matched: Json) -> Json {
    match &read.outcome {
        Err(error) => json!({ "file": read.file, "error": error }),
        Ok(mail) => {
            let mut line = understood(mail);
            if let Some(fields) = line.as_object_mut() {
                fields.shift_insert(0, "file".to_owned(), Json::from(read.file.as_str()));
                fields.insert("matched".to_owned(), matched);
            }
            line
        }
    }
}

fn uploaded(folder: &Path, name: &str) -> Result<PathBuf> {
    let plain = Path::new(name).file_name().filter(|plain| *plain == std::ffi::OsStr::new(name));
    let path = plain.map(|plain| folder.join("uploads").join(plain)).filter(|path| path.is_file());
    path.ok_or_else(|| Error::new(Code::NotFound, "mail-file-missing").arg("file", name))
}
