//! Signing an account in with the browser, where a provider takes no passwords any more.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Account, AccountDetail, PasswordKept, keychain};
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::oauth::{self, Given, Identity, Pages, SignIn};
use crate::mail::presets;
use crate::mail::secret::Tokens;
use crate::{settings, text};

/// What [`Account::auth`] holds where the account signs in with the browser.
pub const WITH_BROWSER: &str = "oauth";

/// A sign-in that waits for the browser.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OauthBegun {
    /// Names it in [`OauthFinish`].
    pub ticket: i64,
    /// What the browser opens.
    pub url: String,
}

/// Waits for a sign-in that was begun.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OauthFinish {
    /// As it was given.
    #[ts(optional = false)]
    pub ticket: i64,
    /// How long the person may take; none = ten minutes.
    pub wait_seconds: Option<u32>,
}

const PATIENCE: u32 = 600;
/// A token that ends so soon is fetched anew before it is shown.
const SPARE: Duration = Duration::from_secs(60);

struct Waiting {
    account_id: i64,
    sign_in: SignIn,
}

static WAITING: Mutex<BTreeMap<i64, Waiting>> = Mutex::new(BTreeMap::new());
static TICKETS: AtomicI64 = AtomicI64::new(1);

/// Opens the way back for the browser and says where it is to go.
pub fn oauth_begin(db: &Writer, _ctx: &Ctx, account_id: i64) -> Result<OauthBegun> {
    let account: Account = db.get(account_id)?;
    let sign_in = SignIn::begin(&account.identity()?, &account.from_address)?;
    let ticket = TICKETS.fetch_add(1, Ordering::Relaxed);
    let begun = OauthBegun { ticket, url: sign_in.url.clone() };
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    // Who begins again has given up the one before.
    waiting.retain(|_, other| other.account_id != account_id);
    waiting.insert(ticket, Waiting { account_id, sign_in });
    Ok(begun)
}

/// Waits until the person has signed in, and keeps what the identity server gave.
pub fn oauth_finish(job: &Job, finish: OauthFinish) -> Result<AccountDetail> {
    let found = WAITING
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .remove(&finish.ticket)
        .ok_or_else(|| Error::new(Code::NotFound, "oauth-nobody-came"))?;
    job.progress("account-oauth-waiting", 0, 0);
    let db = &job.workspace.db;
    let language = db.read(|db| settings::value(db, "language", "id"))?;
    let pages = Pages {
        good: text::sentence(&language, "account-oauth-page-good", &[]),
        bad: text::sentence(&language, "account-oauth-page-bad", &[]),
    };
    let limit = Duration::from_secs(finish.wait_seconds.unwrap_or(PATIENCE).into());
    let stop = || job.check_cancelled().is_err();
    let given = found.sign_in.finish(&stop, limit, &pages)?;
    let mut account: Account = db.read(|db| db.get(found.account_id))?;
    keep(&account, &given);
    if account.auth != WITH_BROWSER {
        db.write(&job.ctx, "account_save", false, |db| {
            account.auth = WITH_BROWSER.to_owned();
            db.update(&mut account)
        })?;
    }
    Ok(super::detail(account))
}

impl Account {
    /// Whether it signs in with the browser.
    pub fn with_browser(&self) -> bool {
        self.auth == WITH_BROWSER
    }

    /// The identity server of its provider, or the one that the office names.
    fn identity(&self) -> Result<Identity> {
        let known = presets::preset(&self.preset).and_then(|preset| preset.identity);
        let or = |own: &str, usual: fn(&presets::IdentityServer) -> &'static str| {
            if own.is_empty() { known.as_ref().map(usual).unwrap_or_default() } else { own }
                .to_owned()
        };
        let tenant =
            if self.oauth_tenant.is_empty() { "organizations" } else { &self.oauth_tenant };
        let auth_url = or(&self.oauth_auth_url, |known| known.auth_url).replace("{tenant}", tenant);
        let token_url =
            or(&self.oauth_token_url, |known| known.token_url).replace("{tenant}", tenant);
        if auth_url.is_empty() || token_url.is_empty() {
            return Err(Error::invalid("oauth_auth_url", "oauth-no-server"));
        }
        Ok(Identity {
            auth_url,
            token_url,
            scope: or(&self.oauth_scope, |known| known.scope),
            client_id: self.oauth_client_id.clone(),
            client_secret: find(&self.client_secret_name()),
            loopback: known.as_ref().map_or("127.0.0.1", |known| known.loopback),
        })
    }

    fn refresh_token_name(&self) -> keychain::Name {
        self.keychain_name(&format!("{}:{}:refresh", self.id, self.from_address))
    }

    fn client_secret_name(&self) -> keychain::Name {
        self.keychain_name(&format!("{}:{}:client", self.id, self.from_address))
    }

    fn access_name(&self) -> String {
        self.keychain_user().now
    }

    /// Where its tokens come from; NeedsLogin when nobody has signed in.
    pub(super) fn tokens(&self) -> Result<Arc<dyn Tokens>> {
        if refresh_token(self).is_none() {
            return Err(Error::new(Code::NeedsLogin, "account-oauth-missing")
                .arg("address", &self.from_address));
        }
        Ok(Arc::new(AccountTokens { account: self.clone() }))
    }
}

/// Where the refresh token of an account is.
pub(super) fn kept(account: &Account) -> PasswordKept {
    match refresh_token(account) {
        Some((_, kept)) => kept,
        None => PasswordKept::Missing,
    }
}

/// Keeps the client secret that a provider gives to apps on a desk.
pub(super) fn keep_client_secret(account: &Account, secret: &str) {
    put(&account.client_secret_name(), secret);
}

/// Forgets what an account signed in with.
pub(super) fn forget(account: &Account) {
    for name in [account.refresh_token_name(), account.client_secret_name()] {
        keychain::forget(&name);
    }
    access().remove(&account.access_name());
}

fn refresh_token(account: &Account) -> Option<(String, PasswordKept)> {
    super::given_secret(account)
        .map(|given| (given, PasswordKept::Session))
        .or_else(|| whole(&account.refresh_token_name()))
}

fn find(name: &keychain::Name) -> Option<String> {
    whole(name).map(|(secret, _)| secret)
}

/// Letters of a secret that one entry of the keychain takes: that of Windows holds 2 560 bytes in
/// UTF-16, and refresh tokens are longer.
const PIECE: usize = 1000;
/// Between the number of pieces and the first of them.
const PIECES: char = '|';

fn put(name: &keychain::Name, secret: &str) -> PasswordKept {
    let letters: Vec<char> = secret.chars().collect();
    let pieces: Vec<String> = letters.chunks(PIECE).map(|piece| piece.iter().collect()).collect();
    let mut kept = PasswordKept::Keychain;
    for (number, piece) in pieces.iter().enumerate().rev() {
        let (name, piece) = if number == 0 {
            (name.clone(), format!("{}{PIECES}{piece}", pieces.len()))
        } else {
            (numbered(name, number), piece.clone())
        };
        if keychain::keep(&name, &piece) != PasswordKept::Keychain {
            kept = PasswordKept::Session;
        }
    }
    kept
}

fn numbered(name: &keychain::Name, number: usize) -> keychain::Name {
    keychain::Name { now: format!("{}.{number}", name.now), before: None }
}

fn whole(name: &keychain::Name) -> Option<(String, PasswordKept)> {
    let (first, kept) = keychain::find(name)?;
    let (count, beginning) = first.split_once(PIECES)?;
    let mut secret = beginning.to_owned();
    for number in 1..count.parse::<usize>().ok()?.min(100) {
        secret.push_str(&keychain::find(&numbered(name, number))?.0);
    }
    Some((secret, kept))
}

/// Access tokens of this process, by account, and until when they are good.
static ACCESS: Mutex<BTreeMap<String, (String, Instant)>> = Mutex::new(BTreeMap::new());
/// One refresh at a time: some servers give each refresh token only one use.
static REFRESHING: Mutex<()> = Mutex::new(());

fn access() -> std::sync::MutexGuard<'static, BTreeMap<String, (String, Instant)>> {
    ACCESS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keep(account: &Account, given: &Given) {
    if let Some(refresh) = &given.refresh_token {
        put(&account.refresh_token_name(), refresh);
    }
    let until = Instant::now() + given.good_for.saturating_sub(SPARE);
    access().insert(account.access_name(), (given.access_token.clone(), until));
}

struct AccountTokens {
    account: Account,
}

impl AccountTokens {
    fn good(&self) -> Option<String> {
        let found = access().get(&self.account.access_name()).cloned();
        found.filter(|(_, until)| *until > Instant::now()).map(|(token, _)| token)
    }
}

impl Tokens for AccountTokens {
    fn token(&self, renewed: bool) -> Result<String> {
        let before = self.good();
        if let (Some(token), false) = (&before, renewed) {
            return Ok(token.clone());
        }
        let _alone = REFRESHING.lock().unwrap_or_else(PoisonError::into_inner);
        // Another connection may have fetched one meanwhile.
        match self.good() {
            Some(token) if before.as_ref() != Some(&token) => return Ok(token),
            _ => {}
        }
        let (refresh, _) = refresh_token(&self.account).ok_or_else(|| {
            Error::new(Code::NeedsLogin, "account-oauth-missing")
                .arg("address", &self.account.from_address)
        })?;
        let given = oauth::refresh(&self.account.identity()?, &refresh)?;
        keep(&self.account, &given);
        Ok(given.access_token)
    }
}
