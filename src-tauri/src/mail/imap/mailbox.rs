//! A logged-in session: reading folders without a trace, and waiting for what is new.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::{Duration, Instant};

use async_imap::Session;
use async_imap::error::Error as ImapError;
use async_imap::imap_proto::{MailboxDatum, NameAttribute, Response, Status};
use async_imap::types::UnsolicitedResponse;
use chrono::Utc;
use futures::TryStreamExt as _;

use super::connect::{Line, greet, log_in};
use super::patient::Patience;
use super::{
    Cursor, Fetched, Folder, FolderRead, ImapLogin, LARGEST, OnMessage, Part, Stop, Waited,
};
use crate::error::{Code, Error, Result};
use crate::mail::probe::is_timeout;
use crate::mail::secret::Secret;

/// At most so many messages and about so many bytes are asked for at once.
const BATCH_MESSAGES: usize = 50;
const BATCH_BYTES: u64 = 8 * 1024 * 1024;
/// Messages whose sizes are asked for at once.
const SIZED_TOGETHER: usize = BATCH_MESSAGES * 4;
/// How soon a person who gives up is heard.
const LOOK: Duration = Duration::from_millis(100);
/// An answer that is still coming in after so long will not end.
const OVERALL: Duration = Duration::from_secs(3600);
/// A clock that jumped so far ahead has slept: nothing is known of the line any more.
const SLEPT: Duration = Duration::from_secs(20);

pub(super) struct Mailbox<'s> {
    session: Session<Line>,
    patience: Patience,
    timeout: Duration,
    stop: &'s Stop<'s>,
    /// The one message that is being fetched by itself; 0 = none.
    pub(super) asked: u32,
    /// The folder that is open, and how far it went when it was opened.
    pub(super) selected: Option<(String, Cursor)>,
    idles: Option<bool>,
}

impl<'s> Mailbox<'s> {
    pub(super) async fn open(login: &ImapLogin, stop: &'s Stop<'s>) -> Result<Self> {
        match Self::enter(login, stop, false).await {
            Err(error)
                if error.code == Code::NeedsLogin
                    && error.text == "error-mail-token"
                    && matches!(login.secret, Secret::Token(_)) =>
            {
                Self::enter(login, stop, true).await
            }
            outcome => outcome,
        }
    }

    async fn enter(login: &ImapLogin, stop: &'s Stop<'s>, renewed: bool) -> Result<Self> {
        let patience = Patience::new(login.timeout);
        let entering = async {
            let client =
                greet(login, &patience).await.map_err(|trouble| trouble.into_error(login))?;
            log_in(login, client, renewed).await.map_err(|trouble| trouble.into_error(login))
        };
        let session = unless(stop, OVERALL, entering).await??;
        Ok(Self::over(session, patience, login.timeout, stop))
    }

    pub(super) fn over(
        session: Session<Line>,
        patience: Patience,
        timeout: Duration,
        stop: &'s Stop<'s>,
    ) -> Self {
        Self { session, patience, timeout, stop, asked: 0, selected: None, idles: None }
    }

    pub(super) async fn leave(mut self) {
        let _ = tokio::time::timeout(Duration::from_secs(2), self.session.logout()).await;
    }

    pub(super) async fn examine(&mut self, folder: &str) -> Result<async_imap::types::Mailbox> {
        self.selected = None;
        let state = in_time(self.stop, self.session.examine(folder)).await?;
        let cursor = Cursor {
            uidvalidity: state.uid_validity.unwrap_or(1),
            uidnext: state.uid_next.unwrap_or(0),
        };
        self.selected = Some((folder.to_owned(), cursor));
        self.take_unsolicited();
        Ok(state)
    }

    pub(super) async fn read(
        &mut self,
        order: &FolderRead<'_>,
        on_message: &mut OnMessage<'_>,
    ) -> Result<Cursor> {
        let state = self.examine(order.folder).await?;
        let uidvalidity = state.uid_validity.unwrap_or(1);
        let mut cursor = order.cursor;
        let made_anew = cursor.uidvalidity != 0 && cursor.uidvalidity != uidvalidity;
        if cursor.uidvalidity != uidvalidity {
            cursor = Cursor { uidvalidity, uidnext: 1 };
        }
        if state.exists == 0 || state.uid_next.is_some_and(|next| next <= cursor.uidnext) {
            return Ok(cursor);
        }
        let found = self.search(&format!("UID {}:*", cursor.uidnext)).await?;
        // "n:*" always names the last message, also when it is older than n.
        let new: Vec<u32> = found.into_iter().filter(|uid| *uid >= cursor.uidnext).collect();
        (order.on_total)(new.len());
        let mut singly = order.singly;
        for uids in new.chunks(SIZED_TOGETHER) {
            let sizes = self.sizes(&uid_set(uids), uids.len(), made_anew).await?;
            let mut wanted: BTreeMap<u32, u32> = BTreeMap::new();
            for (uid, (size, message_id)) in sizes {
                let known = match message_id {
                    Some(id) if made_anew => (order.is_known)(&id)?,
                    _ => false,
                };
                if uids.binary_search(&uid).is_ok() && !known {
                    wanted.insert(uid, size);
                }
            }
            let stopped = self.fetch(&wanted, order, &mut singly, &mut cursor, on_message).await?;
            if stopped {
                return Ok(cursor);
            }
        }
        cursor.uidnext = cursor.uidnext.max(state.uid_next.unwrap_or(0));
        Ok(cursor)
    }

    /// What has come into the folder that is open, as the server has just said: asked for without
    /// a search, because somebody waits for it.
    pub(super) async fn read_arrived(
        &mut self,
        order: &FolderRead<'_>,
        on_message: &mut OnMessage<'_>,
    ) -> Result<Cursor> {
        let same = self.selected.as_ref().is_some_and(|(folder, opened)| {
            folder == order.folder && opened.uidvalidity == order.cursor.uidvalidity
        });
        if !same {
            return self.read(order, on_message).await;
        }
        let mut cursor = order.cursor;
        self.take_unsolicited();
        let sizes = self.sizes(&format!("{}:*", cursor.uidnext), 0, false).await?;
        let wanted: BTreeMap<u32, u32> = sizes
            .into_iter()
            .filter(|(uid, _)| *uid >= cursor.uidnext)
            .map(|(uid, (size, _))| (uid, size))
            .collect();
        let mut singly = order.singly;
        self.fetch(&wanted, order, &mut singly, &mut cursor, on_message).await?;
        Ok(cursor)
    }

    /// Fetches messages and hands them on; true when whoever takes them has enough.
    async fn fetch(
        &mut self,
        sizes: &BTreeMap<u32, u32>,
        order: &FolderRead<'_>,
        singly: &mut usize,
        cursor: &mut Cursor,
        on_message: &mut OnMessage<'_>,
    ) -> Result<bool> {
        for batch in batches(sizes, order.part, *singly) {
            *singly = singly.saturating_sub(batch.uids.len());
            self.asked = match batch.uids.as_slice() {
                [one] => *one,
                _ => 0,
            };
            let mut messages = self.bodies(&batch).await?;
            self.check_missing(&batch, &messages).await?;
            self.asked = 0;
            while let Some((uid, mut message)) = messages.pop_first() {
                let after =
                    Cursor { uidvalidity: cursor.uidvalidity, uidnext: uid.saturating_add(1) };
                message.cursor = after;
                let go_on = on_message(message)?;
                *cursor = after;
                if go_on.is_break() {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    pub(super) async fn search(&mut self, query: &str) -> Result<Vec<u32>> {
        let found = in_time(self.stop, self.session.uid_search(query)).await?;
        let mut uids: Vec<u32> = found.into_iter().collect();
        uids.sort_unstable();
        Ok(uids)
    }

    /// Sizes, and on request the Message-IDs as the server reads them.
    async fn sizes(
        &mut self,
        set: &str,
        expected: usize,
        with_ids: bool,
    ) -> Result<BTreeMap<u32, (u32, Option<String>)>> {
        let what = if with_ids { "(UID RFC822.SIZE ENVELOPE)" } else { "(UID RFC822.SIZE)" };
        let mut sizes = BTreeMap::new();
        let mut answers = in_time(self.stop, self.session.uid_fetch(set, what)).await?;
        while let Some(answer) = in_time(self.stop, answers.try_next()).await? {
            // Servers also tell of messages nobody asked for (RFC 3501, 7).
            if let (Some(uid), Some(size)) = (answer.uid, answer.size) {
                let envelope =
                    answer.envelope().and_then(|envelope| envelope.message_id.as_deref());
                let id = envelope.map(|id| String::from_utf8_lossy(id).into_owned());
                sizes.insert(uid, (size, id.map(|id| bare_id(&id).to_owned())));
            }
        }
        if expected > 0 && sizes.is_empty() {
            log::info!("none of {expected} messages is there any more");
        }
        Ok(sizes)
    }

    pub(super) async fn bodies(&mut self, batch: &Batch) -> Result<BTreeMap<u32, Fetched>> {
        let what = match (batch.headers_only, batch.part) {
            (true, _) => "BODY.PEEK[HEADER]".to_owned(),
            (false, Part::Whole) => "BODY.PEEK[]".to_owned(),
            (false, Part::Beginning(bytes)) => format!("BODY.PEEK[]<0.{bytes}>"),
        };
        let query = format!("(UID INTERNALDATE {what})");
        let mut messages = BTreeMap::new();
        let mut answers =
            in_time(self.stop, self.session.uid_fetch(uid_set(&batch.uids), query)).await?;
        while let Some(answer) = in_time(self.stop, answers.try_next()).await? {
            let Some(uid) = answer.uid.filter(|uid| batch.uids.binary_search(uid).is_ok()) else {
                continue;
            };
            let raw = if batch.headers_only { answer.header() } else { answer.body() };
            let Some(raw) = raw else { continue };
            let fetched = Fetched {
                uid,
                cursor: Cursor::default(),
                raw: raw.to_vec(),
                internal_date: answer.internal_date().map(|at| at.with_timezone(&Utc)),
                headers_only: batch.headers_only,
            };
            messages.insert(uid, fetched);
        }
        Ok(messages)
    }

    /// A message that was asked for and did not come is either gone, or the server failed on it:
    /// then the cursor must not pass it.
    async fn check_missing(
        &mut self,
        batch: &Batch,
        messages: &BTreeMap<u32, Fetched>,
    ) -> Result<()> {
        let missing: Vec<u32> =
            batch.uids.iter().copied().filter(|uid| !messages.contains_key(uid)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let still_there = self.search(&format!("UID {}", uid_set(&missing))).await?;
        match still_there.first() {
            None => Ok(()),
            Some(uid) => Err(Error::new(Code::Offline, "error-mail-fetch").arg("uid", uid)),
        }
    }

    /// One message by its UID, out of the folder that is opened for it; none = it is gone.
    pub(super) async fn one(
        &mut self,
        folder: &str,
        uidvalidity: u32,
        uid: u32,
    ) -> Result<Option<Fetched>> {
        let state = self.examine(folder).await?;
        if state.uid_validity.unwrap_or(1) != uidvalidity {
            return Ok(None);
        }
        let batch = Batch { uids: vec![uid], headers_only: false, part: Part::Whole };
        let found = self.bodies(&batch).await?;
        self.check_missing(&batch, &found).await?;
        Ok(found.into_values().next())
    }

    pub(super) async fn with_message_id(
        &mut self,
        folder: &str,
        message_id: &str,
    ) -> Result<Vec<u32>> {
        let plain = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
        if message_id.is_empty() || !message_id.chars().all(plain) {
            return Ok(Vec::new());
        }
        if self.selected.as_ref().is_none_or(|(open, _)| open != folder) {
            self.examine(folder).await?;
        }
        self.search(&format!("HEADER Message-ID \"{message_id}\"")).await
    }

    pub(super) async fn folders(&mut self) -> Result<Vec<Folder>> {
        let mut folders = Vec::new();
        let mut names = in_time(self.stop, self.session.list(Some(""), Some("*"))).await?;
        while let Some(name) = in_time(self.stop, names.try_next()).await? {
            let special_use = name.attributes().iter().find_map(|attribute| match attribute {
                NameAttribute::Sent => Some("sent"),
                NameAttribute::Junk => Some("junk"),
                NameAttribute::Trash => Some("trash"),
                NameAttribute::Drafts => Some("drafts"),
                NameAttribute::Archive => Some("archive"),
                NameAttribute::All => Some("all"),
                _ => None,
            });
            let selectable = !name
                .attributes()
                .iter()
                .any(|attribute| matches!(attribute, NameAttribute::NoSelect));
            folders.push(Folder { name: name.name().to_owned(), special_use, selectable });
        }
        Ok(folders)
    }

    /// Whether the server tells by itself what is new (RFC 2177).
    pub(super) async fn idles(&mut self) -> Result<bool> {
        if let Some(known) = self.idles {
            return Ok(known);
        }
        let offered = in_time(self.stop, self.session.capabilities()).await?;
        let idles = offered.has_str("IDLE");
        self.idles = Some(idles);
        Ok(idles)
    }

    /// Waits in the folder that is open until the server tells of something new, or `limit` is
    /// over. A machine that slept meanwhile is told apart, because the line may be dead.
    pub(super) async fn wait(&mut self, limit: Duration) -> Result<Waited> {
        if self.take_unsolicited() {
            return Ok(Waited::News);
        }
        if !self.idles().await? {
            return self.wait_without_idle(limit).await;
        }
        let tag = in_time(self.stop, self.session.run_command("IDLE")).await?;
        // The silence of a waiting server is no failure; whoever waits looks at the clock.
        self.patience.set(limit + self.timeout);
        let waited = self.idle_until(&tag, limit).await;
        self.patience.set(self.timeout);
        let waited = waited?;
        if waited == Waited::Slept || waited == Waited::Stopped {
            return Ok(waited);
        }
        in_time(self.stop, self.session.run_command_untagged("DONE")).await?;
        let news = waited == Waited::News;
        Ok(if self.news_until_done(&tag).await? || news { Waited::News } else { waited })
    }

    /// Reads until the server has confirmed the end of the waiting; whether it told of news.
    async fn news_until_done(&mut self, tag: &async_imap::imap_proto::RequestId) -> Result<bool> {
        let mut news = false;
        loop {
            let reading = async { self.session.read_response().await.map_err(ImapError::Io) };
            let answer = in_time(self.stop, reading)
                .await?
                .ok_or_else(|| failed(&ImapError::ConnectionLost))?;
            match answer.parsed() {
                Response::Done { tag: answered, status: Status::Ok, .. } if answered == tag => {
                    return Ok(news);
                }
                Response::Done { tag: answered, .. } if answered == tag => {
                    return Err(Error::new(Code::Offline, "error-mail-answer").because("IDLE"));
                }
                response => news |= is_news(response),
            }
        }
    }

    async fn idle_until(
        &mut self,
        tag: &async_imap::imap_proto::RequestId,
        limit: Duration,
    ) -> Result<Waited> {
        let began = Instant::now();
        let mut clock = Clock::now();
        let mut confirmed = false;
        let mut early_news = false;
        loop {
            let step = tokio::time::timeout(LOOK * 5, self.session.read_response()).await;
            if (self.stop)() {
                return Ok(Waited::Stopped);
            }
            if clock.jumped() {
                return Ok(Waited::Slept);
            }
            if let Ok(answer) = step {
                let answer = answer
                    .map_err(|cause| failed(&ImapError::Io(cause)))?
                    .ok_or_else(|| failed(&ImapError::ConnectionLost))?;
                match answer.parsed() {
                    Response::Continue { .. } => {
                        confirmed = true;
                        if early_news {
                            return Ok(Waited::News);
                        }
                    }
                    // The server will not wait after all.
                    Response::Done { tag: answered, .. } if answered == tag => {
                        self.idles = Some(false);
                        return Err(Error::new(Code::Offline, "error-mail-answer").because("IDLE"));
                    }
                    Response::Data { status: Status::Bye, .. } => {
                        return Err(failed(&ImapError::ConnectionLost));
                    }
                    response if is_news(response) => {
                        if confirmed {
                            return Ok(Waited::News);
                        }
                        early_news = true;
                    }
                    _ => {}
                }
            }
            if began.elapsed() >= limit && confirmed {
                return Ok(Waited::Nothing);
            }
            if !confirmed && began.elapsed() >= self.timeout {
                return Err(Error::new(Code::Offline, "error-mail-timeout").because("IDLE"));
            }
        }
    }

    /// Where the server does not tell, the folder is looked at again when the time is over.
    async fn wait_without_idle(&mut self, limit: Duration) -> Result<Waited> {
        let began = Instant::now();
        let mut clock = Clock::now();
        while began.elapsed() < limit {
            tokio::time::sleep(LOOK).await;
            if (self.stop)() {
                return Ok(Waited::Stopped);
            }
            if clock.jumped() {
                return Ok(Waited::Slept);
            }
        }
        in_time(self.stop, self.session.noop()).await?;
        Ok(if self.take_unsolicited() { Waited::News } else { Waited::Nothing })
    }

    /// Takes note of what the server has said unasked; whether something is new.
    fn take_unsolicited(&mut self) -> bool {
        let mut news = false;
        while let Ok(said) = self.session.unsolicited_responses.try_recv() {
            news |= matches!(said, UnsolicitedResponse::Exists(_) | UnsolicitedResponse::Recent(_));
        }
        news
    }
}

fn is_news(response: &Response<'_>) -> bool {
    matches!(response, Response::MailboxData(MailboxDatum::Exists(_) | MailboxDatum::Recent(_)))
}

/// Tells a machine that slept: the wall clock went on, the steady one (on most systems) did not,
/// or nobody looked at either for long.
struct Clock {
    steady: Instant,
    wall: chrono::DateTime<chrono::Utc>,
}

impl Clock {
    fn now() -> Self {
        Self { steady: Instant::now(), wall: crate::clock::now() }
    }

    fn jumped(&mut self) -> bool {
        let now = Self::now();
        let steady = now.steady.duration_since(self.steady);
        let wall = (now.wall - self.wall).to_std().unwrap_or_default();
        *self = now;
        steady.max(wall) >= SLEPT
    }
}

pub(super) struct Batch {
    pub(super) uids: Vec<u32>,
    pub(super) headers_only: bool,
    pub(super) part: Part,
}

/// Divides messages, in the order of their UIDs, so that no answer grows beyond measure.
fn batches(sizes: &BTreeMap<u32, u32>, part: Part, singly: usize) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    let mut bytes = 0;
    for (number, (uid, size)) in sizes.iter().enumerate() {
        let most = if number <= singly && singly > 0 { 1 } else { BATCH_MESSAGES };
        let size = match part {
            Part::Whole => *size,
            Part::Beginning(bytes) => (*size).min(bytes),
        };
        let headers_only = size > LARGEST;
        let weight = if headers_only { 0 } else { u64::from(size) };
        let fits = |batch: &&mut Batch| {
            batch.headers_only == headers_only
                && batch.uids.len() < most
                && bytes + weight <= BATCH_BYTES
        };
        if let Some(batch) = batches.last_mut().filter(fits) {
            batch.uids.push(*uid);
            bytes += weight;
        } else {
            batches.push(Batch { uids: vec![*uid], headers_only, part });
            bytes = weight;
        }
    }
    batches
}

fn bare_id(id: &str) -> &str {
    id.trim().trim_start_matches('<').trim_end_matches('>')
}

/// `1:4,7` for ascending UIDs.
fn uid_set(uids: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for uid in uids {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*uid) => *last = *uid,
            _ => ranges.push((*uid, *uid)),
        }
    }
    let words: Vec<String> = ranges
        .into_iter()
        .map(
            |(first, last)| {
                if first == last { first.to_string() } else { format!("{first}:{last}") }
            },
        )
        .collect();
    words.join(",")
}

/// What `work` gives, unless somebody gives up or the time is over. Silence on the line is looked
/// after by [`super::patient`].
async fn unless<T>(stop: &Stop<'_>, limit: Duration, work: impl Future<Output = T>) -> Result<T> {
    tokio::pin!(work);
    let began = Instant::now();
    loop {
        match tokio::time::timeout(LOOK, &mut work).await {
            Ok(done) => return Ok(done),
            Err(_) if stop() => return Err(Error::new(Code::Cancelled, "job-cancelled")),
            Err(late) if began.elapsed() >= limit => {
                return Err(Error::new(Code::Offline, "error-mail-timeout").because(late));
            }
            Err(_) => {}
        }
    }
}

async fn in_time<T>(
    stop: &Stop<'_>,
    work: impl Future<Output = std::result::Result<T, ImapError>>,
) -> Result<T> {
    unless(stop, OVERALL, work).await?.map_err(|error| failed(&error))
}

fn failed(error: &ImapError) -> Error {
    match error {
        ImapError::Io(_) if is_timeout(error) => {
            Error::new(Code::Offline, "error-mail-timeout").because(error)
        }
        ImapError::Io(_) | ImapError::ConnectionLost => {
            Error::new(Code::Offline, "error-mail-lost").because(error)
        }
        _ => Error::new(Code::Offline, "error-mail-answer").because(error),
    }
}
