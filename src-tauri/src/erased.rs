//! People who were erased, known again by keyed hashes: so that neither an import nor an entry by
//! hand brings somebody back unnoticed.
//!
//! The hash is HMAC-SHA256 (RFC 2104) of a normalised address, number, or name with outlet. Its key
//! lies in the workspace beside the database, not in it: the hashes alone give nobody away.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use hmac::{Hmac, Mac};
use rusqlite::named_params;
use sha2::Sha256;

use crate::db::{Reader, Writer, backup};
use crate::error::{Error, Result};
use crate::format::fold::fold;

/// What is hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// A lower-cased email address.
    Email,
    /// A number in E.164.
    Phone,
    /// Folded name and folded outlet.
    Name,
}

impl Trait {
    fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Name => "name",
        }
    }

    /// The trait that a reach of this kind shows.
    pub fn of_reach(kind: &str) -> Self {
        if kind == "email" { Self::Email } else { Self::Phone }
    }
}

/// The workspace's key.
struct Key(Vec<u8>);

impl Key {
    /// The key, or none where nobody was erased yet.
    fn read(folder: &Path) -> Result<Option<Self>> {
        match fs::read_to_string(folder.join(backup::KEY_NAME)) {
            Ok(text) => {
                let bytes = hex::decode(text.trim()).map_err(Error::internal)?;
                Ok(Some(Self(bytes)))
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause.into()),
        }
    }

    /// The key, made now where there is none.
    fn read_or_make(folder: &Path) -> Result<Self> {
        if let Some(key) = Self::read(folder)? {
            return Ok(key);
        }
        let bytes: [u8; 32] = rand::random();
        let unfinished = folder.join(format!("{}.part", backup::KEY_NAME));
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(hex::encode(bytes).as_bytes())?;
        file.sync_all()?;
        fs::rename(unfinished, folder.join(backup::KEY_NAME))?;
        Ok(Self(bytes.to_vec()))
    }

    fn hash(&self, what: Trait, value: &str) -> Result<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(Error::internal)?;
        mac.update(what.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        Ok(hex::encode(mac.finalize().into_bytes()))
    }
}

/// A name with an outlet as it is hashed.
pub fn name_at(name: &str, outlet: &str) -> String {
    format!("{}\n{}", fold(name), fold(outlet))
}

/// Keeps the hashes of an erased person.
pub fn remember(
    db: &Writer,
    folder: &Path,
    erasure_id: i64,
    traits: &[(Trait, String)],
) -> Result<()> {
    let key = Key::read_or_make(folder)?;
    for (what, value) in traits {
        db.execute(
            "INSERT OR IGNORE INTO erased_keys (erasure_id, kind, hash) VALUES (:erasure, :kind, :hash)",
            named_params! {":erasure": erasure_id, ":kind": what.as_str(), ":hash": key.hash(*what, value)?},
        )?;
    }
    Ok(())
}

/// Knows erased people. Empty and free of cost while nobody was erased.
pub struct Guard {
    key: Option<Key>,
    known: HashMap<String, String>,
}

impl Guard {
    /// Reads the hashes; `folder` is the workspace.
    pub fn of(db: &Reader, folder: &Path) -> Result<Self> {
        let known: HashMap<String, String> = db
            .rows(
                "SELECT k.hash, e.at FROM erased_keys k JOIN erasures e ON e.id = k.erasure_id",
                &[],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .into_iter()
            .collect();
        let key = if known.is_empty() { None } else { Key::read(folder)? };
        Ok(Self { key, known })
    }

    /// Whether nobody was ever erased.
    pub fn is_empty(&self) -> bool {
        self.key.is_none()
    }

    /// When the person with this trait was erased, UTC; none = nobody with it was.
    pub fn erased_at(&self, what: Trait, value: &str) -> Result<Option<&str>> {
        let Some(key) = &self.key else { return Ok(None) };
        if value.is_empty() {
            return Ok(None);
        }
        Ok(self.known.get(&key.hash(what, value)?).map(String::as_str))
    }
}
