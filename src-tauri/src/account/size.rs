//! How large a message may be that an account sends: what the provider publishes, and what the
//! server said of itself when it was last asked.

use rusqlite::named_params;

use super::Account;
use crate::db::Reader;
use crate::error::Result;
use crate::mail::address_url::{self, Scheme, ServerUrl};
use crate::mail::presets;

/// The largest message that an account can send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizeLimit {
    /// Bytes of the message as sent.
    pub bytes: i64,
    /// Whose limit it is.
    pub of: LimitOf,
}

/// Who sets a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitOf {
    /// The server at this host, by its own word.
    Server(String),
    /// The provider of this name, by what it publishes.
    Provider(String),
}

/// The smaller of the two limits; none where neither is known.
pub fn size_limit(db: &Reader, account: &Account) -> Result<Option<SizeLimit>> {
    let provider = presets::preset(&account.preset).and_then(|preset| {
        // Whoever set up another server by hand is no longer at this provider's.
        let same = host(preset.smtp).is_some_and(|own| host(&account.smtp_url) == Some(own));
        let bytes = preset.message_bytes.filter(|_| same)?;
        Some(SizeLimit {
            bytes: i64::try_from(bytes).ok()?,
            of: LimitOf::Provider(preset.brand.to_owned()),
        })
    });
    let announced = match address_url::parse(&account.smtp_url, Scheme::Smtp) {
        Ok(url) => announced(db, &url)?
            .filter(|bytes| *bytes > 0)
            .map(|bytes| SizeLimit { bytes, of: LimitOf::Server(url.host.clone()) }),
        Err(_) => None,
    };
    Ok(provider.into_iter().chain(announced).min_by_key(|limit| limit.bytes))
}

fn host(url: &str) -> Option<String> {
    let url = address_url::parse(url, Scheme::Smtp).ok()?;
    Some(url.host.to_lowercase())
}

fn key(url: &ServerUrl) -> String {
    format!("{}:{}", url.host.to_lowercase(), url.port)
}

/// What a server said last; `Some(0)` = it stated none.
fn announced(db: &Reader, url: &ServerUrl) -> Result<Option<i64>> {
    db.row(
        "SELECT bytes FROM server_sizes WHERE server = :server",
        named_params! {":server": key(url)},
        |row| row.get(0),
    )
}

/// Whether a server says something else than what is kept of it.
pub fn has_other_size(db: &Reader, url: &ServerUrl, size: Option<u64>) -> Result<bool> {
    Ok(announced(db, url)? != Some(bytes_of(size)))
}

/// Keeps what a server announced: its limit in bytes (RFC 1870); none or 0 = it states none.
pub fn note_size(db: &Reader, url: &ServerUrl, size: Option<u64>, now: &str) -> Result<()> {
    db.execute(
        "INSERT INTO server_sizes (server, bytes, seen_at) VALUES (:server, :bytes, :now)
         ON CONFLICT (server) DO UPDATE SET bytes = excluded.bytes, seen_at = excluded.seen_at",
        named_params! {":server": key(url), ":bytes": bytes_of(size), ":now": now},
    )?;
    Ok(())
}

fn bytes_of(size: Option<u64>) -> i64 {
    i64::try_from(size.unwrap_or(0)).unwrap_or(i64::MAX)
}
