//! The key with which an account's mail is signed (DKIM): made here or brought along, its private
//! half in the keychain, its public half as a DNS record for whoever keeps the domain.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Account, PasswordKept, keychain};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::dkim::{self, NewKey, Signer};

/// A key that shall be made or taken over.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct DkimOrder {
    /// The account.
    pub account_id: i64,
    /// Under which name the public key will stand in the DNS; none = one with this month in it.
    #[ts(optional)]
    pub selector: Option<String>,
    /// A key that the office has already, PEM; none = a new one is made.
    #[ts(optional)]
    pub key_pem: Option<String>,
    /// The file of such a key.
    #[ts(optional)]
    pub key_file: Option<PathBuf>,
}

/// An account's signature as the settings show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DkimDetail {
    /// The account.
    pub account_id: i64,
    /// Its version, for a save.
    pub version: i64,
    /// Whether a key was made.
    pub made: bool,
    /// Whether mail is signed.
    pub on: bool,
    /// Where the private key is; `missing` = nothing can be signed.
    pub key_kept: PasswordKept,
    /// The domain of the sender's address now.
    pub sender_domain: String,
    /// The domain that the signature speaks for.
    pub domain: String,
    /// Under which name the public key stands in the DNS; without a key: the one proposed.
    pub selector: String,
    /// Name of the DNS record.
    pub record_name: String,
    /// Text of the DNS record (type TXT).
    pub record_text: String,
    /// The same as a line of a zone file.
    pub zone_line: String,
}

/// The key's PEM in a file; wins over the keychain, for servers that have none.
pub const KEY_VARIABLE: &str = "WARTA_DKIM_KEY";

/// Shows an account's signature.
pub fn dkim_show(db: &Reader, ctx: &Ctx, account_id: i64) -> Result<DkimDetail> {
    Ok(detail(&db.get::<Account>(account_id)?, ctx.now))
}

fn detail(account: &Account, now: DateTime<Utc>) -> DkimDetail {
    let made = !account.dkim_public.is_empty();
    let (selector, domain) = if made {
        (account.dkim_selector.clone(), account.dkim_domain.clone())
    } else {
        (usual_selector(now), account.sender_domain())
    };
    let kept = || account.dkim_key().map_or(PasswordKept::Missing, |(_, kept)| kept);
    let if_made = |text: String| if made { text } else { String::new() };
    DkimDetail {
        account_id: account.id,
        version: account.version,
        made,
        on: account.dkim_on != 0,
        key_kept: if made { kept() } else { PasswordKept::NotNeeded },
        sender_domain: account.sender_domain(),
        record_name: if_made(dkim::record_name(&selector, &domain)),
        record_text: if_made(dkim::record_text(&account.dkim_public)),
        zone_line: if_made(dkim::zone_line(&selector, &domain, &account.dkim_public)),
        domain,
        selector,
    }
}

fn usual_selector(now: DateTime<Utc>) -> String {
    now.format("warta%Y%m").to_string()
}

/// Makes a key or takes one over. Signing itself stays as it is switched: first the record must
/// stand in the DNS, else receivers would find signatures that nobody can check.
pub fn dkim_make(job: &Job, order: DkimOrder) -> Result<DkimDetail> {
    let now = job.ctx.now;
    let account = job.workspace.db.read(|db| db.get::<Account>(order.account_id))?;
    let selector = order
        .selector
        .map(|selector| selector.trim().to_lowercase())
        .filter(|selector| !selector.is_empty())
        .unwrap_or_else(|| usual_selector(now));
    if !dkim::is_selector(&selector) {
        return Err(Error::invalid("selector", "account-dkim-selector").arg("selector", &selector));
    }
    job.progress("account-dkim-making", 0, 1);
    let key = match (order.key_pem, order.key_file) {
        (Some(pem), _) if !pem.trim().is_empty() => dkim::read_key(&pem)?,
        (_, Some(file)) => {
            let pem = std::fs::read_to_string(&file).map_err(|cause| {
                Error::new(Code::NotFound, "error-file-missing")
                    .arg("file", file.display())
                    .because(cause)
            })?;
            dkim::read_key(&pem)?
        }
        _ => dkim::make_key()?,
    };
    job.workspace
        .db
        .write(&job.ctx, "account_dkim_make", false, |db| keep(db, account.id, &selector, &key))?;
    job.workspace.db.read(|db| dkim_show(db, &job.ctx, account.id))
}

fn keep(db: &Writer, account_id: i64, selector: &str, key: &NewKey) -> Result<()> {
    let mut account: Account = db.get(account_id)?;
    let domain = account.sender_domain();
    let another = account.dkim_public != key.public
        || account.dkim_domain != domain
        || account.dkim_selector != selector;
    account.dkim_selector = selector.to_owned();
    account.dkim_domain = domain;
    account.dkim_public = key.public.clone();
    if another {
        account.dkim_on = 0;
    }
    db.update(&mut account)?;
    keychain::keep(&account.dkim_keychain_name(), &key.private_pem);
    Ok(())
}

/// Takes an account's key away; its mail leaves unsigned.
pub fn dkim_remove(db: &Writer, ctx: &Ctx, account_id: i64) -> Result<DkimDetail> {
    let mut account: Account = db.get(account_id)?;
    keychain::forget(&account.dkim_keychain_name());
    account.dkim_on = 0;
    account.dkim_selector = String::new();
    account.dkim_domain = String::new();
    account.dkim_public = String::new();
    db.update(&mut account)?;
    Ok(detail(&account, ctx.now))
}

/// Signers of this process by the name of their key: a key is parsed once.
static SIGNERS: Mutex<BTreeMap<String, Arc<Signer>>> = Mutex::new(BTreeMap::new());

impl Account {
    /// The domain of the sender's address in the letters of the DNS.
    pub fn sender_domain(&self) -> String {
        let domain = self.from_address.rsplit_once('@').map_or("", |(_, domain)| domain);
        url::Host::parse(domain).map_or_else(|_| domain.to_lowercase(), |host| host.to_string())
    }

    fn dkim_keychain_name(&self) -> keychain::Name {
        self.keychain_name(&format!("dkim:{}:{}:{}", self.id, self.dkim_domain, self.dkim_selector))
    }

    fn dkim_key(&self) -> Option<(String, PasswordKept)> {
        let file = std::env::var_os(KEY_VARIABLE).filter(|file| !file.is_empty());
        if let Some(file) = file {
            // For the account of this key only: another's stays in the keychain.
            let found =
                std::fs::read_to_string(file).ok().and_then(|pem| dkim::read_key(&pem).ok());
            if let Some(found) = found.filter(|found| found.public == self.dkim_public) {
                return Some((found.private_pem, PasswordKept::Session));
            }
        }
        keychain::find(&self.dkim_keychain_name())
    }

    /// Signs this account's mail; none where it does not sign. NeedsLogin where the key is gone.
    pub fn signer(&self) -> Result<Option<Arc<Signer>>> {
        if self.dkim_on == 0 || self.dkim_public.is_empty() {
            return Ok(None);
        }
        let name = format!("{}:{}", self.dkim_keychain_name().now, self.dkim_public);
        let mut signers = SIGNERS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(signer) = signers.get(&name) {
            return Ok(Some(Arc::clone(signer)));
        }
        let (pem, _) = self.dkim_key().ok_or_else(|| {
            Error::new(Code::NeedsLogin, "account-dkim-key-missing")
                .arg("address", &self.from_address)
        })?;
        let signer = Arc::new(Signer::new(&pem, &self.dkim_domain, &self.dkim_selector)?);
        signers.insert(name, Arc::clone(&signer));
        Ok(Some(signer))
    }
}
