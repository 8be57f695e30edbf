//! Accounts of contacts and organisations on social platforms, with how many follow them.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Reader, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::owner::Owner;
use crate::record;

record! {
    /// One account of a contact or an organisation (exactly one of them).
    SocialAccount in "social_accounts" {
        /// The contact, when it is a person's.
        contact_id: Option<i64>,
        /// The organisation, when it is an outlet's or another body's.
        organisation_id: Option<i64>,
        /// One of [`PLATFORMS`].
        platform: String,
        /// The name there, without `@`.
        handle: String,
        /// The handle folded.
        handle_key: String,
        /// Its address, or empty.
        url: String,
        /// How many follow it; 0 = not counted.
        followers: i64,
        /// The day of that count, or empty.
        counted_on: String,
        /// 0 = the first.
        rank: i64,
    }
}

/// Where accounts are kept.
pub const PLATFORMS: &[&str] = &[
    "instagram",
    "tiktok",
    "youtube",
    "facebook",
    "x",
    "threads",
    "linkedin",
    "telegram",
    "whatsapp_channel",
    "podcast",
    "blog",
    "other",
];

/// An account as a person types it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SocialAccountEdit {
    /// One of [`PLATFORMS`]; empty = what the address says.
    pub platform: String,
    /// The name there, with or without `@`, or the whole address.
    pub handle: String,
    /// Its address, or empty.
    pub url: String,
    /// How many follow it; 0 = not counted.
    pub followers: i64,
    /// The day of that count, or empty.
    pub counted_on: String,
}

/// The owner's accounts, the first first.
pub fn of(db: &Reader, owner: Owner) -> Result<Vec<SocialAccount>> {
    db.all(
        &format!("{} = :owner ORDER BY rank, id", owner.column()),
        named_params! {":owner": owner.id()},
    )
}

/// Makes the owner's accounts exactly these; rows that stay keep their ids.
pub fn replace(db: &Writer, owner: Owner, edits: &[SocialAccountEdit]) -> Result<()> {
    let mut stored = of(db, owner)?;
    let mut kept: Vec<(String, String)> = Vec::new();
    for edit in edits {
        let Some(account) = read(edit)? else { continue };
        let name = (account.platform.clone(), account.handle_key.clone());
        if kept.contains(&name) {
            continue;
        }
        let at = stored.iter().position(|old| old.platform == name.0 && old.handle_key == name.1);
        let old = at.map(|at| stored.remove(at)).unwrap_or_default();
        let (contact_id, organisation_id) = owner.ids();
        let mut account = SocialAccount {
            id: old.id,
            version: old.version,
            contact_id,
            organisation_id,
            rank: i64::try_from(kept.len()).unwrap_or(i64::MAX),
            ..account
        };
        if account.id == 0 {
            db.insert(&mut account)?;
        } else {
            db.update(&mut account)?;
        }
        kept.push(name);
    }
    for gone in stored {
        db.delete::<SocialAccount>(gone.id)?;
    }
    Ok(())
}

/// Hosts that tell the platform, with the words of a path that stand before the name.
const HOSTS: &[(&str, &str)] = &[
    ("instagram.com", "instagram"),
    ("tiktok.com", "tiktok"),
    ("youtube.com", "youtube"),
    ("youtu.be", "youtube"),
    ("facebook.com", "facebook"),
    ("fb.com", "facebook"),
    ("x.com", "x"),
    ("twitter.com", "x"),
    ("threads.net", "threads"),
    ("threads.com", "threads"),
    ("linkedin.com", "linkedin"),
    ("t.me", "telegram"),
    ("whatsapp.com", "whatsapp_channel"),
];
const BEFORE_NAMES: &[&str] = &["in", "company", "channel", "c", "user", "groups", "pages"];

/// Reads an account as typed; nothing where nothing is.
pub fn read(edit: &SocialAccountEdit) -> Result<Option<SocialAccount>> {
    let (typed, url) = (edit.handle.trim(), edit.url.trim());
    let url = if url.is_empty() && typed.contains('/') { typed } else { url };
    if typed.is_empty() && url.is_empty() {
        return Ok(None);
    }
    let from_url = of_url(url);
    let platform = match (&from_url, edit.platform.as_str()) {
        (Some((platform, _)), "") => (*platform).to_owned(),
        (None, "") => "other".to_owned(),
        (_, given) => given.to_owned(),
    };
    if !PLATFORMS.contains(&platform.as_str()) {
        return Err(Error::invalid("platform", "error-wrong-value").arg("field", "platform"));
    }
    let handle = if typed.is_empty() || typed.contains('/') {
        from_url
            .map(|(_, name)| name)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| url.to_owned())
    } else {
        typed.trim_start_matches('@').to_owned()
    };
    field::check_day("counted_on", &edit.counted_on)?;
    if edit.followers < 0 {
        return Err(
            Error::invalid("followers", "field-number-negative").arg("value", edit.followers)
        );
    }
    Ok(Some(SocialAccount {
        platform,
        handle_key: fold(&handle),
        handle,
        url: url.to_owned(),
        followers: edit.followers,
        counted_on: edit.counted_on.clone(),
        ..SocialAccount::default()
    }))
}

/// Platform and name that an address tells.
pub fn of_url(url: &str) -> Option<(&'static str, String)> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let mut parts = rest.split(['/', '?', '#']);
    let host = parts.next()?.to_lowercase();
    let (_, platform) =
        HOSTS.iter().find(|(known, _)| host == *known || host.ends_with(&format!(".{known}")))?;
    let name =
        parts.find(|part| !part.is_empty() && !BEFORE_NAMES.contains(part)).unwrap_or_default();
    Some((platform, name.trim_start_matches('@').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_handle(platform: &str, handle: &str) -> (String, String, String) {
        let edit = SocialAccountEdit {
            platform: platform.to_owned(),
            handle: handle.to_owned(),
            ..SocialAccountEdit::default()
        };
        let account = read(&edit).unwrap().unwrap();
        (account.platform, account.handle, account.url)
    }

    #[test]
    fn an_account_is_read_from_a_name_or_an_address() {
        let three = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(read_handle("instagram", "@contoh"), three("instagram", "contoh", ""));
        let url = "https://www.instagram.com/contoh/?hl=id";
        assert_eq!(read_handle("", url), three("instagram", "contoh", url));
        let url = "https://www.linkedin.com/in/siti-contoh";
        assert_eq!(read_handle("", url), three("linkedin", "siti-contoh", url));
        let url = "https://www.tiktok.com/@contoh";
        assert_eq!(read_handle("", url), three("tiktok", "contoh", url));
        assert_eq!(read_handle("", "contoh"), three("other", "contoh", ""));
    }
}
