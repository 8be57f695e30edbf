//! Reads a mailbox by IMAP (RFC 3501) without leaving a trace in it: folders are opened with
//! EXAMINE and bodies fetched with PEEK, so the office's own "unread" stays as it is.

mod connect;
mod folder;
mod mailbox;
mod patient;

use std::fmt;
use std::future::Future;
use std::ops::ControlFlow;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::runtime::Runtime;

use crate::error::Result;

use super::address_url::{Security, ServerUrl};
use super::probe::{ProbeStage, ProbeStep, Steps, auth_text, reach};
use super::secret::Secret;
use connect::{greet, log_in, speaks_tls};
use mailbox::{Batch, Mailbox};
use patient::Patience;

pub use folder::{Folder, junk_folder, sent_folder, shown_name};

/// How a mailbox is reached and who logs in.
#[derive(Clone)]
pub struct ImapLogin {
    /// The server, with the user.
    pub url: ServerUrl,
    /// What proves who logs in.
    pub secret: Secret,
    /// A certificate authority of the office's own, as PEM, trusted beside the machine's.
    pub ca: Option<Vec<u8>>,
    /// For opening the connection, and how long the line may be silent while an answer is due.
    pub timeout: Duration,
}

impl fmt::Debug for ImapLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImapLogin").field("url", &self.url.to_string()).finish_non_exhaustive()
    }
}

/// How far a folder has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The folder's UIDVALIDITY; 0 before the first visit.
    pub uidvalidity: u32,
    /// The lowest UID not yet read.
    pub uidnext: u32,
}

/// A message from the folder.
#[derive(Debug)]
pub struct Fetched {
    /// Its UID.
    pub uid: u32,
    /// Where the cursor stands once this message is stored: to be committed together with it.
    pub cursor: Cursor,
    /// The message; only its headers when `headers_only`.
    pub raw: Vec<u8>,
    /// When the server received it.
    pub internal_date: Option<DateTime<Utc>>,
    /// The message is larger than [`LARGEST`], so its body was left on the server.
    pub headers_only: bool,
}

/// Of larger messages only the headers are fetched, in bytes.
pub const LARGEST: u32 = 50 * 1024 * 1024;

/// What a caller does with each message: store it and go on, or stop.
pub type OnMessage<'f> = dyn FnMut(Fetched) -> Result<ControlFlow<()>> + 'f;

/// Whether somebody gave up; asked ten times a second while a server is waited for.
pub type Stop<'s> = dyn Fn() -> bool + Sync + 's;

/// How much of each message is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// So many bytes from its beginning: headers and, most often, the text.
    Beginning(u32),
}

/// One reading of one folder.
pub struct FolderRead<'f> {
    /// The folder's name as the server writes it.
    pub folder: &'f str,
    /// How far it has been read.
    pub cursor: Cursor,
    /// How much of each message is fetched.
    pub part: Part,
    /// So many messages are fetched each by itself: after a failure, so that the one to blame is
    /// known.
    pub singly: usize,
    /// Asked by Message-ID (without angle brackets) once a folder was made anew: what is known is
    /// not fetched again.
    pub is_known: &'f dyn Fn(&str) -> Result<bool>,
    /// Hears how many messages are new.
    pub on_total: &'f dyn Fn(usize),
}

/// What came of waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// Something is new in the folder.
    News,
    /// The time was over.
    Nothing,
    /// Somebody gave up; the connection is of no more use.
    Stopped,
    /// The machine slept; the connection is of no more use.
    Slept,
}

/// One visit to a mailbox over one connection.
pub struct Visit<'s> {
    mailbox: Mailbox<'s>,
    // After the mailbox: its connection ends first.
    runtime: Runtime,
}

impl<'s> Visit<'s> {
    /// Connects and logs in.
    pub fn open(login: &ImapLogin, stop: &'s Stop<'s>) -> Result<Self> {
        let runtime = runtime()?;
        match runtime.block_on(Mailbox::open(login, stop)) {
            Ok(mailbox) => Ok(Self { mailbox, runtime }),
            Err(error) => {
                // A name that is still looked up must not hold anybody.
                runtime.shutdown_background();
                Err(error)
            }
        }
    }

    /// Says goodbye.
    pub fn leave(self) {
        self.runtime.block_on(self.mailbox.leave());
    }

    /// All folders, with what each is for.
    pub fn folders(&mut self) -> Result<Vec<Folder>> {
        self.runtime.block_on(self.mailbox.folders())
    }

    /// Reads what is new, in the order of arrival. A changed UIDVALIDITY means that the cursor is
    /// worth nothing and everything is looked at again. Returns the cursor after the last message
    /// that `on_message` has taken.
    pub fn read(
        &mut self,
        order: &FolderRead<'_>,
        on_message: &mut OnMessage<'_>,
    ) -> Result<Cursor> {
        self.runtime.block_on(self.mailbox.read(order, on_message))
    }

    /// As [`Self::read`], in the fewest steps: after [`Self::wait`] told of news.
    pub fn read_arrived(
        &mut self,
        order: &FolderRead<'_>,
        on_message: &mut OnMessage<'_>,
    ) -> Result<Cursor> {
        self.runtime.block_on(self.mailbox.read_arrived(order, on_message))
    }

    /// The message that was being fetched by itself when a reading failed.
    pub fn failed_on(&self) -> Option<u32> {
        Some(self.mailbox.asked).filter(|uid| *uid != 0)
    }

    /// One message; none = it is gone.
    pub fn one(&mut self, folder: &str, uidvalidity: u32, uid: u32) -> Result<Option<Fetched>> {
        self.runtime.block_on(self.mailbox.one(folder, uidvalidity, uid))
    }

    /// Whether a folder holds a message with this Message-ID.
    pub fn holds(&mut self, folder: &str, message_id: &str) -> Result<bool> {
        Ok(!self.runtime.block_on(self.mailbox.with_message_id(folder, message_id))?.is_empty())
    }

    /// Opens a folder to wait in; up to where it goes.
    pub fn enter(&mut self, folder: &str) -> Result<Cursor> {
        self.runtime.block_on(self.mailbox.examine(folder))?;
        Ok(self.opened())
    }

    /// Up to where the folder that is open went when it was opened.
    pub fn opened(&self) -> Cursor {
        self.mailbox.selected.as_ref().map(|(_, cursor)| *cursor).unwrap_or_default()
    }

    /// Whether the server tells by itself what is new (IDLE, RFC 2177).
    pub fn tells_news(&mut self) -> Result<bool> {
        self.runtime.block_on(self.mailbox.idles())
    }

    /// Waits until the server tells of something new in the folder that was entered, for at most
    /// `limit`; without IDLE it is asked when the time is over.
    pub fn wait(&mut self, limit: Duration) -> Result<Waited> {
        self.runtime.block_on(self.mailbox.wait(limit))
    }
}

/// Reads what is new in one folder; see [`Visit::read`].
pub fn fetch_new(
    login: &ImapLogin,
    folder: &str,
    cursor: Cursor,
    on_message: &mut OnMessage<'_>,
) -> Result<Cursor> {
    let mut visit = Visit::open(login, &|| false)?;
    let order = FolderRead {
        folder,
        cursor,
        part: Part::Whole,
        singly: 0,
        is_known: &|_| Ok(false),
        on_total: &|_| {},
    };
    let cursor = visit.read(&order, on_message)?;
    visit.leave();
    Ok(cursor)
}

/// Whether `folder` holds a message with this Message-ID: evidence that it was sent.
pub fn search_message_id(login: &ImapLogin, folder: &str, message_id: &str) -> Result<bool> {
    let mut visit = Visit::open(login, &|| false)?;
    let found = visit.holds(folder, message_id)?;
    visit.leave();
    Ok(found)
}

/// The headers of a message, looked for by its Message-ID in the inbox and among the unwanted mail.
pub fn find_arrived(login: &ImapLogin, message_id: &str) -> Result<Option<Arrived>> {
    blocking(async {
        let mut mailbox = Mailbox::open(login, &|| false).await?;
        let mut places = vec![("INBOX".to_owned(), false)];
        places.extend(
            junk_folder(&mailbox.folders().await?).map(|folder| (folder.name.clone(), true)),
        );
        let mut arrived = None;
        for (folder, in_junk) in places {
            // Also in a folder that is open: only opening it anew tells what came meanwhile.
            mailbox.examine(&folder).await?;
            let uids = mailbox.with_message_id(&folder, message_id).await?;
            if uids.is_empty() {
                continue;
            }
            let batch = Batch { uids, headers_only: true, part: Part::Whole };
            let found = mailbox.bodies(&batch).await?.into_values().next();
            arrived = found.map(|found| Arrived { head: found.raw, in_junk });
            break;
        }
        mailbox.leave().await;
        Ok(arrived)
    })
}

/// A message that has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Its headers.
    pub head: Vec<u8>,
    /// Whether it lies among the unwanted mail.
    pub in_junk: bool,
}

/// All folders, with what each is for.
pub fn folders(login: &ImapLogin) -> Result<Vec<Folder>> {
    let mut visit = Visit::open(login, &|| false)?;
    let folders = visit.folders()?;
    visit.leave();
    Ok(folders)
}

/// The account wizard's test: every step with its outcome, the first failure explained.
pub fn probe(login: &ImapLogin) -> Result<Vec<ProbeStep>> {
    let url = &login.url;
    if url.security != Security::None {
        super::probe::authorities(login.ca.as_deref())?;
    }
    let steps = match reach(Steps::default(), &url.host, url.port, login.timeout) {
        Ok((steps, _)) => steps,
        Err(steps) => return Ok(steps),
    };
    blocking(probe_steps(login, steps))
}

async fn probe_steps(login: &ImapLogin, mut steps: Steps) -> Result<Vec<ProbeStep>> {
    let patience = Patience::new(login.timeout);
    let client = match greet(login, &patience).await {
        Ok(client) => client,
        Err(trouble) => {
            let stage = if trouble.stage == Some(ProbeStage::Tls) {
                ProbeStage::Tls
            } else {
                ProbeStage::Greeting
            };
            let text = match stage {
                ProbeStage::Tls => trouble.text(),
                _ if login.url.security != Security::Tls && speaks_tls(login).await => {
                    "probe-needs-tls"
                }
                _ => "probe-no-greeting",
            };
            return Ok(steps.failed(stage, text, trouble.details));
        }
    };
    steps.ok(ProbeStage::Greeting);
    if login.url.security != Security::None {
        steps.ok(ProbeStage::Tls);
    }
    let entered = match log_in(login, client, false).await {
        Err(trouble) if trouble.refused && matches!(login.secret, Secret::Token(_)) => {
            match greet(login, &patience).await {
                Ok(client) => log_in(login, client, true).await,
                Err(_) => Err(trouble),
            }
        }
        entered => entered,
    };
    let mut mailbox = match entered {
        Ok(session) => Mailbox::over(session, patience, login.timeout, &|| false),
        Err(trouble) => {
            let text = match &login.secret {
                Secret::Token(_) => "probe-token-refused",
                Secret::Password(_) if trouble.refused => auth_text(&trouble.details),
                Secret::Password(_) => "probe-lost",
            };
            return Ok(steps.failed(ProbeStage::Auth, text, trouble.details));
        }
    };
    steps.ok(ProbeStage::Auth);
    match mailbox.examine("INBOX").await {
        Ok(_) => steps.ok(ProbeStage::Use),
        Err(error) => {
            let details = error.details.unwrap_or_default();
            return Ok(steps.failed(ProbeStage::Use, "probe-no-inbox", details));
        }
    }
    mailbox.leave().await;
    Ok(steps.done())
}

/// The rest of the program is plain threads; a reader brings its own small runtime.
fn runtime() -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?)
}

fn blocking<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    runtime()?.block_on(work)
}
