//! Reads a mailbox by IMAP (RFC 3501) without leaving a trace in it: folders are opened with
//! EXAMINE and bodies fetched with PEEK, so the office's own "unread" stays as it is.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::ops::ControlFlow;
use std::time::Duration;

use async_imap::error::Error as ImapError;
use async_imap::imap_proto::{NameAttribute, Response, Status};
use async_imap::{Authenticator, Client, Session};
use chrono::{DateTime, Utc};
use futures::TryStreamExt as _;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::error::{Code, Error, Result};

use super::address_url::{Security, ServerUrl, is_loopback};
use super::probe::{
    CERTIFICATE_TEXTS, ProbeStage, ProbeStep, Steps, auth_text, is_timeout, reach, tls_config,
    tls_error, tls_text,
};

/// How a mailbox is reached and who logs in.
#[derive(Clone)]
pub struct ImapLogin {
    /// The server, with the user.
    pub url: ServerUrl,
    /// The password.
    pub password: String,
    /// A certificate authority of the office's own, as PEM, trusted beside the machine's.
    pub ca: Option<Vec<u8>>,
    /// For opening the connection and for each reply.
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

/// A folder of the mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its name as the server writes it (modified UTF-7 for letters beyond ASCII); give it back
    /// as it is.
    pub name: String,
    /// Special use (RFC 6154): `\Sent`, `\Junk` …, without the backslash and in small letters.
    pub special_use: Option<&'static str>,
    /// Whether it can be opened.
    pub selectable: bool,
}

/// Of larger messages only the headers are fetched, in bytes.
pub const LARGEST: u32 = 50 * 1024 * 1024;

/// At most so many messages and about so many bytes are asked for at once.
const BATCH_MESSAGES: usize = 50;
const BATCH_BYTES: u64 = 8 * 1024 * 1024;

/// What a caller does with each message: store it and go on, or stop.
pub type OnMessage<'f> = dyn FnMut(Fetched) -> Result<ControlFlow<()>> + 'f;

/// Reads what is new in `folder` since `cursor`, in the order of arrival. A changed UIDVALIDITY
/// means that the cursor is worth nothing and everything is read again. Returns the cursor after
/// the last message that `on_message` has taken.
pub fn fetch_new(
    login: &ImapLogin,
    folder: &str,
    cursor: Cursor,
    on_message: &mut OnMessage<'_>,
) -> Result<Cursor> {
    blocking(async {
        let mut mailbox = Mailbox::open(login).await?;
        let cursor = mailbox.fetch_new(folder, cursor, on_message).await?;
        mailbox.leave().await;
        Ok(cursor)
    })
}

/// Whether `folder` holds a message with this Message-ID: evidence that it was sent.
pub fn search_message_id(login: &ImapLogin, folder: &str, message_id: &str) -> Result<bool> {
    blocking(async {
        let mut mailbox = Mailbox::open(login).await?;
        let found = mailbox.search_message_id(folder, message_id).await?;
        mailbox.leave().await;
        Ok(found)
    })
}

/// The headers of a message, looked for by its Message-ID in the inbox and among the unwanted mail.
pub fn find_arrived(login: &ImapLogin, message_id: &str) -> Result<Option<Arrived>> {
    blocking(async {
        let mut mailbox = Mailbox::open(login).await?;
        let mut places = vec![("INBOX".to_owned(), false)];
        places.extend(
            junk_folder(&mailbox.folders().await?).map(|folder| (folder.name.clone(), true)),
        );
        let mut arrived = None;
        for (folder, in_junk) in places {
            let uids = mailbox.with_message_id(&folder, message_id).await?;
            if uids.is_empty() {
                continue;
            }
            let batch = Batch { uids, headers_only: true };
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

fn junk_folder(folders: &[Folder]) -> Option<&Folder> {
    const NAMES: [&str; 5] = ["junk", "spam", "junk email", "junk e-mail", "bulk mail"];
    let selectable = || folders.iter().filter(|folder| folder.selectable);
    selectable().find(|folder| folder.special_use == Some("junk")).or_else(|| {
        selectable().find(|folder| {
            let lower = folder.name.to_lowercase();
            NAMES.contains(&lower.rsplit(['/', '.']).next().unwrap_or(&lower))
        })
    })
}

/// Which of these Message-IDs the folder of sent mail holds. Absence proves nothing: many servers
/// keep no copy of what went out by SMTP, and some have no such folder at all.
pub fn among_sent(login: &ImapLogin, message_ids: &[String]) -> Result<Vec<String>> {
    blocking(async {
        let mut mailbox = Mailbox::open(login).await?;
        let folders = mailbox.folders().await?;
        let mut found = Vec::new();
        if let Some(sent) = sent_folder(&folders) {
            for message_id in message_ids {
                if mailbox.search_message_id(&sent.name, message_id).await? {
                    found.push(message_id.clone());
                }
            }
        }
        mailbox.leave().await;
        Ok(found)
    })
}

/// All folders, with what each is for.
pub fn folders(login: &ImapLogin) -> Result<Vec<Folder>> {
    blocking(async {
        let mut mailbox = Mailbox::open(login).await?;
        let folders = mailbox.folders().await?;
        mailbox.leave().await;
        Ok(folders)
    })
}

/// The folder of sent mail: by its special use, else by the names that servers commonly give it.
pub fn sent_folder(folders: &[Folder]) -> Option<&Folder> {
    const NAMES: [&str; 6] =
        ["sent", "sent items", "sent messages", "sent mail", "terkirim", "item terkirim"];
    let selectable = || folders.iter().filter(|folder| folder.selectable);
    selectable().find(|folder| folder.special_use == Some("sent")).or_else(|| {
        selectable().find(|folder| {
            let lower = folder.name.to_lowercase();
            let last = lower.rsplit(['/', '.']).next().unwrap_or(&lower);
            NAMES.contains(&last)
        })
    })
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
    let client = match greet(login).await {
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
    let mut mailbox = match log_in(login, client).await {
        Ok(session) => Mailbox { session, timeout: login.timeout },
        Err(trouble) => {
            let text = if trouble.refused { auth_text(&trouble.details) } else { "probe-lost" };
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
fn blocking<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?.block_on(work)
}

trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}
type Line = Box<dyn Wire>;

/// Why no session came about.
struct Trouble {
    stage: Option<ProbeStage>,
    tls_text: Option<&'static str>,
    /// The server said no, as opposed to saying nothing.
    refused: bool,
    details: String,
}

impl Trouble {
    fn line(cause: impl fmt::Display) -> Self {
        Self { stage: None, tls_text: None, refused: false, details: cause.to_string() }
    }

    fn tls(cause: &std::io::Error) -> Self {
        let tls_text = tls_error(cause).map(tls_text);
        // Something else than TLS answered, or nothing did.
        Self {
            stage: Some(ProbeStage::Tls),
            tls_text,
            refused: tls_text.is_some(),
            details: cause.to_string(),
        }
    }

    fn of(error: &ImapError) -> Self {
        let refused =
            matches!(error, ImapError::No(_) | ImapError::Bad(_) | ImapError::Validate(_));
        Self { stage: None, tls_text: None, refused, details: error.to_string() }
    }

    fn text(&self) -> &'static str {
        self.tls_text.unwrap_or("probe-tls-failed")
    }

    fn into_error(self, login: &ImapLogin) -> Error {
        let key = match self.stage {
            Some(ProbeStage::Tls) => "error-mail-tls",
            _ => "error-mail-unreachable",
        };
        Error::new(Code::Offline, key).arg("server", &login.url.host).because(self.details)
    }
}

async fn connected(login: &ImapLogin) -> std::result::Result<TcpStream, Trouble> {
    let url = &login.url;
    let opening = TcpStream::connect((url.host.as_str(), url.port));
    let stream = tokio::time::timeout(login.timeout, opening)
        .await
        .map_err(Trouble::line)?
        .map_err(Trouble::line)?;
    let _ = stream.set_nodelay(true);
    Ok(stream)
}

async fn encrypted(login: &ImapLogin, stream: Line) -> std::result::Result<Line, Trouble> {
    let unusable = |details: String| Trouble {
        stage: Some(ProbeStage::Tls),
        tls_text: None,
        refused: false,
        details,
    };
    let config = tls_config(login.ca.as_deref()).map_err(|error| unusable(error.to_string()))?;
    let name = ServerName::try_from(login.url.host.clone())
        .map_err(|cause| unusable(cause.to_string()))?;
    let handshake = TlsConnector::from(config).connect(name, stream);
    match tokio::time::timeout(login.timeout, handshake).await {
        Ok(Ok(stream)) => Ok(Box::new(stream)),
        Ok(Err(cause)) => Err(Trouble::tls(&cause)),
        Err(late) => Err(unusable(late.to_string())),
    }
}

async fn greet(login: &ImapLogin) -> std::result::Result<Client<Line>, Trouble> {
    let stream: Line = Box::new(connected(login).await?);
    let stream =
        if login.url.security == Security::Tls { encrypted(login, stream).await? } else { stream };
    let mut client = Client::new(stream);
    let greeting = tokio::time::timeout(login.timeout, client.read_response())
        .await
        .map_err(Trouble::line)?
        .map_err(Trouble::line)?
        .ok_or_else(|| Trouble::line("the server closed the connection"))?;
    if let Response::Data { status: Status::Bye, outcome } = greeting.parsed() {
        return Err(Trouble::line(outcome.information.as_deref().unwrap_or("BYE")));
    }
    if login.url.security != Security::StartTls {
        return Ok(client);
    }
    let asked =
        tokio::time::timeout(login.timeout, client.run_command_and_check_ok("STARTTLS", None))
            .await;
    match asked {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            let mut trouble = Trouble::of(&error);
            trouble.stage = Some(ProbeStage::Tls);
            trouble.tls_text = Some("probe-no-starttls");
            return Err(trouble);
        }
        Err(late) => return Err(Trouble::line(late)),
    }
    // Taking the stream out drops whatever was said in plain text after the OK.
    Ok(Client::new(encrypted(login, client.into_inner()).await?))
}

/// Whether a port that says nothing in plain text answers a TLS handshake.
async fn speaks_tls(login: &ImapLogin) -> bool {
    let Ok(stream) = connected(login).await else { return false };
    match encrypted(login, Box::new(stream)).await {
        Ok(_) => true,
        Err(trouble) => CERTIFICATE_TEXTS.contains(&trouble.text()),
    }
}

async fn log_in(
    login: &ImapLogin,
    client: Client<Line>,
) -> std::result::Result<Session<Line>, Trouble> {
    let user = login.url.user.as_deref().unwrap_or_default();
    if login.url.security == Security::None && !is_loopback(&login.url.host) {
        return Err(Trouble::line("the password is only sent over an encrypted connection"));
    }
    // A quoted string may only hold ASCII, so other names and passwords go by SASL.
    let entering = async {
        if user.is_ascii() && login.password.is_ascii() {
            client.login(user, &login.password).await
        } else {
            client.authenticate("PLAIN", PlainLogin { user, password: &login.password }).await
        }
    };
    match tokio::time::timeout(login.timeout, entering).await {
        Ok(Ok(session)) => Ok(session),
        Ok(Err((error, _client))) => Err(Trouble::of(&error)),
        Err(late) => Err(Trouble::line(late)),
    }
}

/// RFC 4616.
struct PlainLogin<'a> {
    user: &'a str,
    password: &'a str,
}

impl Authenticator for PlainLogin<'_> {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> String {
        format!("\0{}\0{}", self.user, self.password)
    }
}

struct Mailbox {
    session: Session<Line>,
    timeout: Duration,
}

impl Mailbox {
    async fn open(login: &ImapLogin) -> Result<Self> {
        let client = greet(login).await.map_err(|trouble| trouble.into_error(login))?;
        let session = log_in(login, client).await.map_err(|trouble| {
            if trouble.refused {
                Error::new(Code::NeedsLogin, "error-mail-login")
                    .arg("server", &login.url.host)
                    .because(trouble.details)
            } else {
                trouble.into_error(login)
            }
        })?;
        Ok(Self { session, timeout: login.timeout })
    }

    async fn leave(mut self) {
        let _ = tokio::time::timeout(Duration::from_secs(2), self.session.logout()).await;
    }

    async fn examine(&mut self, folder: &str) -> Result<async_imap::types::Mailbox> {
        in_time(self.timeout, self.session.examine(folder)).await
    }

    async fn fetch_new(
        &mut self,
        folder: &str,
        mut cursor: Cursor,
        on_message: &mut OnMessage<'_>,
    ) -> Result<Cursor> {
        let state = self.examine(folder).await?;
        let uidvalidity = state.uid_validity.unwrap_or(1);
        if cursor.uidvalidity != uidvalidity {
            cursor = Cursor { uidvalidity, uidnext: 1 };
        }
        if state.exists == 0 || state.uid_next.is_some_and(|next| next <= cursor.uidnext) {
            return Ok(cursor);
        }
        let found = self.search(&format!("UID {}:*", cursor.uidnext)).await?;
        // "n:*" always names the last message, also when it is older than n.
        let new: Vec<u32> = found.into_iter().filter(|uid| *uid >= cursor.uidnext).collect();
        for uids in new.chunks(BATCH_MESSAGES * 4) {
            let sizes = self.sizes(uids).await?;
            for batch in batches(&sizes) {
                let mut messages = self.bodies(&batch).await?;
                self.check_missing(&batch, &messages).await?;
                while let Some((uid, mut message)) = messages.pop_first() {
                    let after = Cursor { uidvalidity, uidnext: uid.saturating_add(1) };
                    message.cursor = after;
                    let go_on = on_message(message)?;
                    cursor = after;
                    if go_on.is_break() {
                        return Ok(cursor);
                    }
                }
            }
        }
        cursor.uidnext = cursor.uidnext.max(state.uid_next.unwrap_or(0));
        Ok(cursor)
    }

    async fn search(&mut self, query: &str) -> Result<Vec<u32>> {
        let found = in_time(self.timeout, self.session.uid_search(query)).await?;
        let mut uids: Vec<u32> = found.into_iter().collect();
        uids.sort_unstable();
        Ok(uids)
    }

    async fn sizes(&mut self, uids: &[u32]) -> Result<BTreeMap<u32, u32>> {
        let mut sizes = BTreeMap::new();
        let mut answers =
            in_time(self.timeout, self.session.uid_fetch(uid_set(uids), "(UID RFC822.SIZE)"))
                .await?;
        while let Some(answer) = in_time(self.timeout, answers.try_next()).await? {
            if let (Some(uid), Some(size)) = (answer.uid, answer.size) {
                sizes.insert(uid, size);
            }
        }
        // Servers also tell of messages nobody asked for (RFC 3501, 7).
        sizes.retain(|uid, _| uids.binary_search(uid).is_ok());
        Ok(sizes)
    }

    async fn bodies(&mut self, batch: &Batch) -> Result<BTreeMap<u32, Fetched>> {
        let what = if batch.headers_only { "BODY.PEEK[HEADER]" } else { "BODY.PEEK[]" };
        let query = format!("(UID INTERNALDATE {what})");
        let mut messages = BTreeMap::new();
        let mut answers =
            in_time(self.timeout, self.session.uid_fetch(uid_set(&batch.uids), query)).await?;
        while let Some(answer) = in_time(self.timeout, answers.try_next()).await? {
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

    async fn search_message_id(&mut self, folder: &str, message_id: &str) -> Result<bool> {
        Ok(!self.with_message_id(folder, message_id).await?.is_empty())
    }

    async fn with_message_id(&mut self, folder: &str, message_id: &str) -> Result<Vec<u32>> {
        let plain = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
        if message_id.is_empty() || !message_id.chars().all(plain) {
            return Ok(Vec::new());
        }
        self.examine(folder).await?;
        self.search(&format!("HEADER Message-ID \"{message_id}\"")).await
    }

    async fn folders(&mut self) -> Result<Vec<Folder>> {
        let mut folders = Vec::new();
        let mut names = in_time(self.timeout, self.session.list(Some(""), Some("*"))).await?;
        while let Some(name) = in_time(self.timeout, names.try_next()).await? {
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
}

struct Batch {
    uids: Vec<u32>,
    headers_only: bool,
}

/// Divides messages, in the order of their UIDs, so that no answer grows beyond measure.
fn batches(sizes: &BTreeMap<u32, u32>) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    let mut bytes = 0;
    for (uid, size) in sizes {
        let headers_only = *size > LARGEST;
        let weight = if headers_only { 0 } else { u64::from(*size) };
        let fits = |batch: &&mut Batch| {
            batch.headers_only == headers_only
                && batch.uids.len() < BATCH_MESSAGES
                && bytes + weight <= BATCH_BYTES
        };
        if let Some(batch) = batches.last_mut().filter(fits) {
            batch.uids.push(*uid);
            bytes += weight;
        } else {
            batches.push(Batch { uids: vec![*uid], headers_only });
            bytes = weight;
        }
    }
    batches
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

async fn in_time<T>(
    limit: Duration,
    work: impl Future<Output = std::result::Result<T, ImapError>>,
) -> Result<T> {
    match tokio::time::timeout(limit, work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(failed(&error)),
        Err(late) => Err(Error::new(Code::Offline, "error-mail-timeout").because(late)),
    }
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
