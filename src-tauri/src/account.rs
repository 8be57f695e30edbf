//! The office's mail account. The password lives in the operating system's keychain; where there
//! is none, in this process alone and only until it ends.

use std::collections::BTreeMap;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::address_url::{self, Scheme, ServerUrl};
use crate::mail::compose;
use crate::mail::imap::{self, ImapLogin};
use crate::mail::presets;
use crate::mail::probe::ProbeStep;
use crate::mail::smtp::{self, SmtpLogin, Timeouts};
use crate::{choice, record};

record! {
    /// A mail account: where it sends and reads, and how much it may send.
    Account in "accounts" {
        /// The sender's name as people read it.
        from_name: String,
        /// The sender's address.
        from_address: String,
        /// Server for sending, with the user, never with the password.
        smtp_url: String,
        /// Server for reading; empty = answers are not fetched.
        imap_url: String,
        /// A certificate authority of the office's own, PEM.
        ca_pem: String,
        /// The provider it was set up from.
        preset: String,
        /// Messages in any minute; 0 = no limit.
        per_minute: i64,
        /// Messages in any hour; 0 = no limit.
        per_hour: i64,
        /// Messages in any 24 hours; 0 = no limit.
        per_day: i64,
        /// Connections open at once.
        connections: i64,
        /// Messages over one connection; 0 = no limit.
        per_connection: i64,
        /// Messages in any minute to one recipient domain; 0 = no limit.
        per_domain_minute: i64,
        /// 1 = `name+token@…` reaches `name@…`.
        plus_address: i64,
    }
}

choice! {
    /// Where the password is.
    PasswordKept {
        /// In the operating system's keychain.
        Keychain = "keychain",
        /// In this process, until it ends.
        Session = "session",
        /// Nowhere: it must be asked for.
        Missing = "missing",
        /// The servers ask for none.
        NotNeeded = "not_needed",
    }
}

/// A save from the wizard or the settings.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct AccountPatch {
    /// The account; none = the only one, or a new one.
    #[ts(optional)]
    pub id: Option<i64>,
    /// The version that the screen showed.
    #[ts(optional)]
    pub version: Option<i64>,
    /// Field names with their new values.
    #[ts(type = "Record<string, string | number>")]
    pub set: Map<String, Json>,
    /// A new password; none leaves the one that is kept.
    #[ts(optional)]
    pub password: Option<String>,
}

/// An account as the settings show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountDetail {
    /// The record.
    pub account: Account,
    /// Where the password is.
    pub password_kept: PasswordKept,
}

/// A provider that the wizard offers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PresetRow {
    /// Its stable name.
    pub id: &'static str,
    /// Key of its name in `account.ftl`.
    pub name: &'static str,
    /// Server for sending, without the user; empty = to be filled in.
    pub smtp: &'static str,
    /// Server for reading, without the user; empty = to be filled in.
    pub imap: &'static str,
    /// Keys of the hints beside the fields.
    pub hints: &'static [&'static str],
    /// Mail domains that give the provider away.
    pub domains: &'static [&'static str],
    /// First values of the limits, by the account's field names.
    #[ts(type = "Record<string, number>")]
    pub limits: BTreeMap<&'static str, i64>,
}

/// A connection test of what stands in the wizard.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ProbeOrder {
    /// Server for sending; empty = not tried.
    pub smtp_url: String,
    /// Server for reading; empty = not tried.
    pub imap_url: String,
    /// The sender's address.
    pub from_address: String,
    /// A certificate authority of the office's own, PEM, or empty.
    pub ca_pem: String,
    /// The password; none = the one that is kept.
    #[ts(optional)]
    pub password: Option<String>,
}

/// What the connection test found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Probed {
    /// The steps of sending; the first that fails is the last.
    pub smtp: Vec<ProbeStep>,
    /// The steps of reading.
    pub imap: Vec<ProbeStep>,
    /// Whether every step went well.
    pub ok: bool,
}

/// The office's account, if there is one.
pub fn find(db: &Reader) -> Result<Option<Account>> {
    Ok(db.all::<Account>("1 = 1 ORDER BY id LIMIT 1", &[])?.into_iter().next())
}

/// The account that mail is sent with; none = it goes to the outbox folder.
pub fn for_sending(db: &Reader) -> Result<Option<Account>> {
    Ok(find(db)?.filter(|account| !account.smtp_url.is_empty()))
}

/// Shows the account.
pub fn show(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Option<AccountDetail>> {
    Ok(find(db)?.map(detail))
}

fn detail(account: Account) -> AccountDetail {
    let password_kept = password_kept(&account);
    AccountDetail { account, password_kept }
}

/// The providers that the wizard offers.
pub fn presets(_db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<PresetRow>> {
    Ok(presets::PRESETS
        .iter()
        .map(|preset| PresetRow {
            id: preset.id,
            name: preset.name,
            smtp: preset.smtp,
            imap: preset.imap,
            hints: preset.hints,
            domains: preset.domains,
            limits: limits_of(preset),
        })
        .collect())
}

fn limits_of(preset: &presets::Preset) -> BTreeMap<&'static str, i64> {
    let limit = |number: Option<u32>| number.map_or(0, i64::from);
    let limits = &preset.limits;
    BTreeMap::from([
        ("per_minute", limit(limits.per_minute)),
        ("per_hour", limit(limits.per_hour)),
        ("per_day", limit(limits.per_day)),
        ("per_domain_minute", limit(limits.per_domain_minute)),
        ("connections", i64::from(limits.connections)),
        ("per_connection", i64::from(limits.per_connection)),
        ("plus_address", i64::from(preset.plus_addressing)),
    ])
}

/// A new account. Without a provider that states limits there are none but the connections.
fn blank(patch: &AccountPatch) -> Account {
    let text = |name: &str| patch.set.get(name).and_then(Json::as_str).unwrap_or_default();
    // A server named by hand says more than the address.
    let guessed = || {
        if text("smtp_url").is_empty() {
            presets::preset_of_address(text("from_address"))
        } else {
            None
        }
    };
    let chosen = presets::preset(text("preset")).or_else(guessed);
    let mut account = Account {
        preset: "generic".to_owned(),
        connections: 2,
        per_connection: 100,
        ..Account::default()
    };
    if let Some(preset) = chosen {
        let limits = limits_of(preset);
        let limit = |name: &str| limits.get(name).copied().unwrap_or_default();
        account.preset = preset.id.to_owned();
        account.smtp_url = preset.smtp.to_owned();
        account.imap_url = preset.imap.to_owned();
        account.per_minute = limit("per_minute");
        account.per_hour = limit("per_hour");
        account.per_day = limit("per_day");
        account.per_domain_minute = limit("per_domain_minute");
        account.connections = limit("connections");
        account.per_connection = limit("per_connection");
        account.plus_address = limit("plus_address");
    }
    account
}

/// Sets the account up or changes it.
pub fn save(db: &Writer, _ctx: &Ctx, save: AccountPatch) -> Result<AccountDetail> {
    let stored = match save.id {
        Some(id) => Some(db.get::<Account>(id)?),
        None => find(db)?,
    };
    let patch = Patch { id: save.id, version: save.version, set: save.set.clone(), session: None };
    let mut account: Account = patch.apply(stored.as_ref().unwrap_or(&blank(&save)))?;
    check(&mut account)?;
    match &stored {
        Some(stored) => {
            patch.check_version(stored)?;
            db.update(&mut account)?;
        }
        None => {
            db.insert(&mut account)?;
        }
    }
    if let Some(password) = save.password.filter(|password| !password.is_empty()) {
        keep_password(&account, &password);
    }
    Ok(detail(account))
}

fn check(account: &mut Account) -> Result<()> {
    account.from_address = account.from_address.trim().to_owned();
    if account.from_address.is_empty() {
        return Err(Error::invalid("from_address", "account-from-missing"));
    }
    if !compose::is_address(&account.from_address) {
        return Err(Error::invalid("from_address", "error-mail-address")
            .arg("address", &account.from_address));
    }
    for (field, url, scheme) in [
        ("smtp_url", &mut account.smtp_url, Scheme::Smtp),
        ("imap_url", &mut account.imap_url, Scheme::Imap),
    ] {
        *url = url.trim().to_owned();
        if !url.is_empty() {
            *url = address_url::parse(url, scheme)
                .map_err(|mut error| {
                    error.field = Some(field.to_owned());
                    error
                })?
                .to_string();
        }
    }
    for (field, limit) in [
        ("per_minute", account.per_minute),
        ("per_hour", account.per_hour),
        ("per_day", account.per_day),
        ("per_connection", account.per_connection),
        ("per_domain_minute", account.per_domain_minute),
    ] {
        if limit < 0 {
            return Err(Error::invalid(field, "error-wrong-value").arg("field", field));
        }
    }
    if !(1..=MOST_CONNECTIONS).contains(&account.connections) {
        return Err(Error::invalid("connections", "account-connections-range")
            .arg("most", MOST_CONNECTIONS));
    }
    Ok(())
}

const MOST_CONNECTIONS: i64 = 16;

/// Takes the account and its password away. What is queued with it waits.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    let Some(account) = db.find::<Account>(id)? else { return Ok(false) };
    forget_password(&account);
    db.delete::<Account>(id)
}

impl Account {
    /// The server for sending.
    pub fn smtp(&self) -> Result<ServerUrl> {
        address_url::parse(&self.smtp_url, Scheme::Smtp)
    }

    /// The server for reading.
    pub fn imap(&self) -> Result<ServerUrl> {
        address_url::parse(&self.imap_url, Scheme::Imap)
    }

    /// How the sending server is logged into; NeedsLogin when the password is missing.
    pub fn smtp_login(&self) -> Result<SmtpLogin> {
        let url = self.smtp()?;
        let password = if url.user.is_some() { Some(password(self)?) } else { None };
        Ok(SmtpLogin { url, password, ca: self.ca(), timeouts: Timeouts::default() })
    }

    /// How the reading server is logged into; NeedsLogin when the password is missing.
    pub fn imap_login(&self) -> Result<ImapLogin> {
        Ok(ImapLogin {
            url: self.imap()?,
            password: password(self)?,
            ca: self.ca(),
            timeout: IMAP_PATIENCE,
        })
    }

    fn ca(&self) -> Option<Vec<u8>> {
        (!self.ca_pem.trim().is_empty()).then(|| self.ca_pem.clone().into_bytes())
    }

    /// The mailbox's name in the keychain.
    fn keychain_user(&self) -> String {
        format!("{}:{}", self.id, self.from_address)
    }

    fn needs_password(&self) -> bool {
        let user = |url: Result<ServerUrl>| url.is_ok_and(|url| url.user.is_some());
        user(self.smtp()) || user(self.imap())
    }
}

const IMAP_PATIENCE: Duration = Duration::from_secs(60);

const SERVICE: &str = "warta";
/// Wins over every kept password; for scripts.
pub const PASSWORD_VARIABLE: &str = "WARTA_PASSWORD";
/// A locked keychain asks the person; until they answer, nothing may hang on it.
const KEYCHAIN_PATIENCE: Duration = Duration::from_secs(5);

/// Passwords of this process: those that no keychain would take, and those already fetched.
static KNOWN: Mutex<BTreeMap<String, (String, PasswordKept)>> = Mutex::new(BTreeMap::new());

/// The account's password, or NeedsLogin where it is nowhere.
pub fn password(account: &Account) -> Result<String> {
    find_password(account).map(|(password, _)| password).ok_or_else(|| {
        Error::new(Code::NeedsLogin, "account-password-missing")
            .arg("address", &account.from_address)
    })
}

fn find_password(account: &Account) -> Option<(String, PasswordKept)> {
    if let Some(given) = std::env::var(PASSWORD_VARIABLE).ok().filter(|given| !given.is_empty()) {
        return Some((given, PasswordKept::Session));
    }
    let user = account.keychain_user();
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&user).cloned() {
        return Some(known);
    }
    let asked = user.clone();
    let password = with_keychain(move || keyring::Entry::new(SERVICE, &asked)?.get_password())?;
    let found = (password, PasswordKept::Keychain);
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(user, found.clone());
    Some(found)
}

fn password_kept(account: &Account) -> PasswordKept {
    if !account.needs_password() {
        return PasswordKept::NotNeeded;
    }
    find_password(account).map_or(PasswordKept::Missing, |(_, kept)| kept)
}

fn keep_password(account: &Account, password: &str) {
    let user = account.keychain_user();
    let (asked, secret) = (user.clone(), password.to_owned());
    let stored = with_keychain(move || keyring::Entry::new(SERVICE, &asked)?.set_password(&secret));
    let kept = if stored.is_some() { PasswordKept::Keychain } else { PasswordKept::Session };
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(user, (password.to_owned(), kept));
}

fn forget_password(account: &Account) {
    let user = account.keychain_user();
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).remove(&user);
    with_keychain(move || keyring::Entry::new(SERVICE, &user)?.delete_credential());
}

/// Asks the keychain, but never waits long for it; none where it fails or does not answer.
fn with_keychain<T: Send + 'static>(
    ask: impl FnOnce() -> keyring::Result<T> + Send + 'static,
) -> Option<T> {
    let (answer, answered) = channel();
    std::thread::spawn(move || {
        // Nobody listens any more when it took too long.
        let _ = answer.send(ask());
    });
    match answered.recv_timeout(KEYCHAIN_PATIENCE) {
        Ok(Ok(value)) => Some(value),
        Ok(Err(keyring::Error::NoEntry)) => None,
        Ok(Err(cause)) => {
            log::info!("the keychain cannot be used: {cause}");
            None
        }
        Err(_) => {
            log::warn!("the keychain did not answer in time");
            None
        }
    }
}

/// Tries the servers as the wizard has them, step by step; sends nothing.
pub fn probe(job: &Job, order: ProbeOrder) -> Result<Probed> {
    let kept = job.workspace.db.read(find)?;
    let password = order
        .password
        .clone()
        .filter(|given| !given.is_empty())
        .or_else(|| kept.as_ref().and_then(|account| password(account).ok()));
    let ca = (!order.ca_pem.trim().is_empty()).then(|| order.ca_pem.clone().into_bytes());
    let mut probed = Probed { smtp: Vec::new(), imap: Vec::new(), ok: true };
    if !order.smtp_url.trim().is_empty() {
        job.progress("account-probe-smtp", 0, 2);
        let url = address_url::parse(&order.smtp_url, Scheme::Smtp)?;
        let login = SmtpLogin {
            url,
            password: password.clone(),
            ca: ca.clone(),
            timeouts: probe_timeouts(),
        };
        let from = order.from_address.clone();
        probed.smtp = unless_cancelled(job, move || smtp::probe(&login, &from))?;
    }
    job.check_cancelled()?;
    if !order.imap_url.trim().is_empty() {
        job.progress("account-probe-imap", 1, 2);
        let url = address_url::parse(&order.imap_url, Scheme::Imap)?;
        let login = ImapLogin {
            url,
            password: password.unwrap_or_default(),
            ca,
            timeout: Duration::from_secs(20),
        };
        probed.imap = unless_cancelled(job, move || imap::probe(&login))?;
    }
    probed.ok = probed.smtp.iter().chain(&probed.imap).all(|step| step.ok);
    Ok(probed)
}

/// How soon a cancelled test is over.
const LOOK_FOR_CANCEL: Duration = Duration::from_millis(50);

/// What `work` finds, or a Cancelled error as soon as the person gives it up. The conversation
/// with a silent server cannot be cut short: it ends by itself, and nobody listens any more.
fn unless_cancelled<T: Send + 'static>(
    job: &Job,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let (found, outcome) = channel();
    std::thread::spawn(move || {
        let _ = found.send(work());
    });
    loop {
        match outcome.recv_timeout(LOOK_FOR_CANCEL) {
            Ok(found) => return found,
            Err(RecvTimeoutError::Timeout) => job.check_cancelled()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Error::internal("the connection test ended without an outcome"));
            }
        }
    }
}

/// A person waits for the test.
fn probe_timeouts() -> Timeouts {
    Timeouts {
        connect: Duration::from_secs(10),
        reply: Duration::from_secs(20),
        ..Timeouts::default()
    }
}
