//! The office's mail accounts. Passwords live in the operating system's keychain; where there is
//! none, in this process alone and only until it ends.

mod check;
mod keychain;
mod oauth;
mod several;
mod signing;
mod size;

use std::collections::BTreeMap;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::db::{Ctx, Durability, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::address_url::{self, Scheme, ServerUrl};
use crate::mail::compose;
use crate::mail::imap::{self, ImapLogin};
use crate::mail::presets;
use crate::mail::probe::ProbeStep;
use crate::mail::secret::Secret;
use crate::mail::smtp::{self, SmtpLogin, Timeouts};
use crate::{choice, record, settings};

pub use check::{
    AccountCheck, CheckOrder, Verdict, VerdictTone, begin_check, by_id as check_by_id,
    failed_lately, show_check, take_check_mail,
};
pub use oauth::{OauthBegun, OauthFinish, WITH_BROWSER, oauth_begin, oauth_finish};
pub use several::{AccountRow, all, find, for_release, for_sending, list, make_default, named};
pub use signing::{DkimDetail, DkimOrder, dkim_make, dkim_remove, dkim_show};
pub use size::{LimitOf, SizeLimit, has_other_size, note_size, size_limit};

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
        /// Folders whose mail is read, one a line as the server writes them; empty = the inbox, and
        /// what of ours strayed among the unwanted mail.
        read_folders: String,
        /// The folder of sent mail; empty = as the server names it, `-` = it is not read.
        sent_folder: String,
        /// What the office calls it, unlike any other's; empty = its address.
        label: String,
        /// 1 = a release goes out with it unless another is chosen.
        is_default: i64,
        /// 1 = outgoing mail is signed here (DKIM, RFC 6376).
        dkim_on: i64,
        /// Under which name the public key stands in the DNS; empty = no key was made.
        dkim_selector: String,
        /// The domain that the signature speaks for.
        dkim_domain: String,
        /// The public key, base64 of its SubjectPublicKeyInfo.
        dkim_public: String,
        /// The workspace's own name, under which its secrets stand in the keychain.
        keychain_home: String,
        /// 1 = they may still stand under the names of before, without the workspace.
        keychain_older: i64,
        /// How it signs in: `password`, or `oauth` = with the browser.
        auth: String,
        /// The office's own client id at the identity server.
        oauth_client_id: String,
        /// Microsoft's directory; empty = any organisation.
        oauth_tenant: String,
        /// Where the person signs in; empty = the provider's.
        oauth_auth_url: String,
        /// Where tokens are given; empty = the provider's.
        oauth_token_url: String,
        /// What is asked for; empty = the provider's.
        oauth_scope: String,
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
    /// The account; none = the usual one, or the first.
    #[ts(optional)]
    pub id: Option<i64>,
    /// Whether it is one more account.
    #[ts(optional, as = "Option<bool>")]
    pub new: bool,
    /// The version that the screen showed.
    #[ts(optional)]
    pub version: Option<i64>,
    /// Field names with their new values.
    #[ts(type = "Record<string, string | number>")]
    pub set: Map<String, Json>,
    /// A new password; none leaves the one that is kept.
    #[ts(optional)]
    pub password: Option<String>,
    /// A new client secret, where the provider gives one to apps on a desk; none leaves the one
    /// that is kept.
    #[ts(optional)]
    pub client_secret: Option<String>,
}

/// An account as the settings show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountDetail {
    /// The record.
    pub account: Account,
    /// Where the password is.
    pub password_kept: PasswordKept,
    /// What the office calls it; the address where it has no name.
    pub name: String,
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
    /// Whether an account there can sign in with the browser.
    pub with_browser: bool,
    /// Whether its apps on a desk have a client secret.
    pub client_secret: bool,
    /// Whether its apps belong to a directory (tenant).
    pub tenant: bool,
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
    /// Whose password that is; none = the usual account's.
    #[ts(optional)]
    pub account_id: Option<i64>,
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

/// Shows an account; none = the usual one.
pub fn show(db: &Reader, _ctx: &Ctx, id: Option<i64>) -> Result<Option<AccountDetail>> {
    let account = match id {
        Some(id) => db.find::<Account>(id)?,
        None => find(db)?,
    };
    Ok(account.map(detail))
}

fn detail(account: Account) -> AccountDetail {
    let (password_kept, name) = (password_kept(&account), account.name().to_owned());
    AccountDetail { account, password_kept, name }
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
            with_browser: preset.identity.is_some(),
            client_secret: preset.identity.is_some_and(|identity| identity.client_secret),
            tenant: preset.identity.is_some_and(|identity| identity.auth_url.contains(TENANT)),
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
        auth: WITH_PASSWORD.to_owned(),
        connections: 2,
        per_connection: 100,
        ..Account::default()
    };
    if let Some(preset) = chosen {
        let limits = limits_of(preset);
        let limit = |name: &str| limits.get(name).copied().unwrap_or_default();
        account.preset = preset.id.to_owned();
        let user = text("from_address").trim();
        account.smtp_url = with_user(preset.smtp, user);
        account.imap_url = with_user(preset.imap, user);
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

/// A provider's server with the name that logs in.
fn with_user(server: &str, user: &str) -> String {
    match server.split_once("://") {
        Some((scheme, host)) if !user.is_empty() => {
            format!("{scheme}://{}@{host}", user.replace('%', "%25").replace('@', "%40"))
        }
        _ => server.to_owned(),
    }
}

/// Sets an account up or changes it.
pub fn save(db: &Writer, ctx: &Ctx, save: AccountPatch) -> Result<AccountDetail> {
    if let Some(field) = KEPT_BY_WARTA.iter().find(|field| save.set.contains_key(**field)) {
        return Err(Error::invalid(*field, "error-unknown-field").arg("field", field));
    }
    let stored = match save.id {
        Some(id) => Some(db.get::<Account>(id)?),
        None if save.new => None,
        None => find(db)?,
    };
    let patch = Patch { id: save.id, version: save.version, set: save.set.clone(), session: None };
    let mut account: Account = patch.apply(stored.as_ref().unwrap_or(&blank(&save)))?;
    check(&mut account)?;
    several::check_label(db, &account)?;
    if account.dkim_on != 0 && account.dkim_public.is_empty() {
        return Err(Error::invalid("dkim_on", "account-dkim-no-key"));
    }
    match &stored {
        Some(stored) => {
            patch.check_version(stored)?;
            db.update(&mut account)?;
            carry_password(stored, &account);
        }
        None => {
            account.is_default = i64::from(find(db)?.is_none());
            account.keychain_home = settings::value(db, settings::WORKSPACE_ID, "")?;
            db.insert(&mut account)?;
        }
    }
    if let Some(password) = save.password.filter(|password| !password.is_empty()) {
        keychain::keep(&account.keychain_user(), &password);
    }
    if let Some(secret) = save.client_secret.filter(|secret| !secret.is_empty()) {
        oauth::keep_client_secret(&account, &secret);
    }
    if account.is_default != 0 {
        return make_default(db, ctx, account.id);
    }
    Ok(detail(account))
}

/// What [`Account::auth`] holds where the account signs in with a password.
pub const WITH_PASSWORD: &str = "password";
/// Stands for the directory in the addresses of a provider.
const TENANT: &str = "{tenant}";

/// What only the making of a key, or of the account, writes.
const KEPT_BY_WARTA: &[&str] =
    &["dkim_selector", "dkim_domain", "dkim_public", "keychain_home", "keychain_older"];

/// The password is kept by account and address: another address of the same account keeps it.
fn carry_password(before: &Account, after: &Account) {
    if before.from_address == after.from_address {
        return;
    }
    if let Some((password, _)) = keychain::find(&before.keychain_user()) {
        keychain::keep(&after.keychain_user(), &password);
        keychain::forget(&before.keychain_user());
    }
}

fn check(account: &mut Account) -> Result<()> {
    account.from_address = account.from_address.trim().to_owned();
    account.label = account.label.trim().to_owned();
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
    if ![WITH_PASSWORD, WITH_BROWSER].contains(&account.auth.as_str()) {
        return Err(Error::invalid("auth", "error-wrong-value").arg("field", "auth"));
    }
    for text in [
        &mut account.oauth_client_id,
        &mut account.oauth_tenant,
        &mut account.oauth_auth_url,
        &mut account.oauth_token_url,
        &mut account.oauth_scope,
    ] {
        *text = text.trim().to_owned();
    }
    if !account.oauth_tenant.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')) {
        return Err(
            Error::invalid("oauth_tenant", "error-wrong-value").arg("field", "oauth_tenant")
        );
    }
    if !(1..=MOST_CONNECTIONS).contains(&account.connections) {
        return Err(Error::invalid("connections", "account-connections-range")
            .arg("most", MOST_CONNECTIONS));
    }
    Ok(())
}

const MOST_CONNECTIONS: i64 = 16;

/// What [`Account::sent_folder`] holds where the office does not want its sent mail read.
pub const NO_SENT_FOLDER: &str = "-";

/// Takes an account and its password away. What is queued with it waits; the key of its signature
/// stays in the keychain, since its other half stands in the DNS.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    let Some(account) = db.find::<Account>(id)? else { return Ok(false) };
    keychain::forget(&account.keychain_user());
    oauth::forget(&account);
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
        let secret = if url.user.is_some() { Some(self.secret()?) } else { None };
        Ok(SmtpLogin { url, secret, ca: self.ca(), timeouts: Timeouts::default() })
    }

    /// How the reading server is logged into; NeedsLogin when the password is missing.
    pub fn imap_login(&self) -> Result<ImapLogin> {
        Ok(ImapLogin {
            url: self.imap()?,
            secret: self.secret()?,
            ca: self.ca(),
            timeout: IMAP_PATIENCE,
        })
    }

    /// What proves to its servers who logs in.
    fn secret(&self) -> Result<Secret> {
        if self.with_browser() {
            return Ok(Secret::Token(self.tokens()?));
        }
        Ok(Secret::Password(password(self)?))
    }

    fn ca(&self) -> Option<Vec<u8>> {
        (!self.ca_pem.trim().is_empty()).then(|| self.ca_pem.clone().into_bytes())
    }

    /// The mailbox's name in the keychain.
    fn keychain_user(&self) -> keychain::Name {
        self.keychain_name(&format!("{}:{}", self.id, self.from_address))
    }

    /// What a secret of this account is called in the keychain.
    fn keychain_name(&self, secret: &str) -> keychain::Name {
        keychain::Name {
            now: format!("{}:{secret}", self.keychain_home),
            before: (self.keychain_older != 0).then(|| secret.to_owned()),
        }
    }

    fn needs_password(&self) -> bool {
        let user = |url: Result<ServerUrl>| url.is_ok_and(|url| url.user.is_some());
        user(self.smtp()) || user(self.imap())
    }
}

const IMAP_PATIENCE: Duration = Duration::from_secs(60);

/// Wins over every kept password; for scripts. With the account's id behind it
/// (`WARTA_PASSWORD_2`) for that account alone.
pub const PASSWORD_VARIABLE: &str = "WARTA_PASSWORD";

/// The account's password, or NeedsLogin where it is nowhere.
pub fn password(account: &Account) -> Result<String> {
    find_password(account).map(|(password, _)| password).ok_or_else(|| {
        Error::new(Code::NeedsLogin, "account-password-missing")
            .arg("address", &account.from_address)
    })
}

/// What scripts give: the password, or the refresh token of one that signs in with the browser.
fn given_secret(account: &Account) -> Option<String> {
    let own = format!("{PASSWORD_VARIABLE}_{}", account.id);
    [own.as_str(), PASSWORD_VARIABLE]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|given| !given.is_empty()))
}

fn find_password(account: &Account) -> Option<(String, PasswordKept)> {
    match given_secret(account) {
        Some(given) => Some((given, PasswordKept::Session)),
        None => keychain::find(&account.keychain_user()),
    }
}

fn password_kept(account: &Account) -> PasswordKept {
    if !account.needs_password() {
        return PasswordKept::NotNeeded;
    }
    if account.with_browser() {
        return oauth::kept(account);
    }
    find_password(account).map_or(PasswordKept::Missing, |(_, kept)| kept)
}

/// Tries the servers as the wizard has them, step by step; sends nothing.
pub fn probe(job: &Job, order: ProbeOrder) -> Result<Probed> {
    let kept = job.workspace.db.read(|db| match order.account_id {
        // One that is only being set up has nothing kept.
        Some(id) => db.find::<Account>(id),
        None => find(db),
    })?;
    let secret = order
        .password
        .clone()
        .filter(|given| !given.is_empty())
        .map(Secret::Password)
        .or_else(|| kept.as_ref().and_then(|account| account.secret().ok()));
    let ca = (!order.ca_pem.trim().is_empty()).then(|| order.ca_pem.clone().into_bytes());
    let mut probed = Probed { smtp: Vec::new(), imap: Vec::new(), ok: true };
    if !order.smtp_url.trim().is_empty() {
        job.progress("account-probe-smtp", 0, 2);
        let url = address_url::parse(&order.smtp_url, Scheme::Smtp)?;
        let login =
            SmtpLogin { url, secret: secret.clone(), ca: ca.clone(), timeouts: probe_timeouts() };
        let from = order.from_address.clone();
        let server = login.url.clone();
        let told = unless_cancelled(job, move || smtp::probe(&login, &from))?;
        probed.smtp = told.steps;
        if let Some(size) = told.size {
            let now = job.ctx.now_text();
            job.workspace.db.write_unlogged(Durability::Normal, &["server_sizes"], |db| {
                note_size(db, &server, Some(size), &now)
            })?;
        }
    }
    job.check_cancelled()?;
    if !order.imap_url.trim().is_empty() {
        job.progress("account-probe-imap", 1, 2);
        let url = address_url::parse(&order.imap_url, Scheme::Imap)?;
        let login = ImapLogin {
            url,
            secret: secret.unwrap_or_else(|| Secret::from("")),
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
