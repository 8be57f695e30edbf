//! What only single recipients get with a release: a file of their own, such as an accreditation or
//! a letter to them, or a link of their own. It is no part of the text that is approved.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Release, letter};
use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::record;
use crate::stored_file::{self, Given};

/// The merge field that shows somebody's own link.
pub const OWN_LINK: &str = "own_link";

record! {
    /// A file or a link that one contact gets with a release.
    Enclosure in "enclosures" {
        /// The release.
        release_id: i64,
        /// Who gets it.
        contact_id: i64,
        /// The name that they see; empty = a link.
        file_name: String,
        /// For example `application/pdf`; empty = a link.
        mime: String,
        /// Bytes.
        size: i64,
        /// Lower-case hex; the file's name under `files/`. Empty = a link.
        sha256: String,
        /// `http://` or `https://`; empty = a file.
        link: String,
    }
}

/// An enclosure with the name of who gets it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnclosureRow {
    /// What they get.
    #[serde(flatten)]
    #[ts(flatten)]
    pub enclosure: Enclosure,
    /// Their name.
    pub name: String,
}

/// A file or a link for some recipients: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewEnclosure {
    /// The release.
    #[ts(optional = false)]
    pub release_id: i64,
    /// Who gets it, each their own copy.
    #[ts(optional = false)]
    pub contacts: Vec<i64>,
    /// The name that they will see.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    #[ts(type = "string", optional)]
    pub path: Option<PathBuf>,
    /// A link instead of a file; it takes the place of the one that they had.
    pub link: Option<String>,
}

/// What single recipients get with a release, by name.
pub fn enclosures(db: &Reader, _ctx: &Ctx, release_id: i64) -> Result<Vec<EnclosureRow>> {
    db.get::<Release>(release_id)?;
    let mut rows = Vec::new();
    for enclosure in of_release(db, release_id)? {
        let name: Option<String> = db.row(
            "SELECT name FROM contacts WHERE id = :id AND deleted_at IS NULL",
            named_params! {":id": enclosure.contact_id},
            |row| row.get(0),
        )?;
        rows.extend(name.map(|name| EnclosureRow { enclosure, name }));
    }
    rows.sort_by_cached_key(|row| (fold(&row.name), row.enclosure.id));
    Ok(rows)
}

fn of_release(db: &Reader, release_id: i64) -> Result<Vec<Enclosure>> {
    db.all("release_id = :release ORDER BY id", named_params! {":release": release_id})
}

/// The same by who gets it.
pub(crate) fn by_contact(db: &Reader, release_id: i64) -> Result<BTreeMap<i64, Vec<Enclosure>>> {
    let mut found: BTreeMap<i64, Vec<Enclosure>> = BTreeMap::new();
    for enclosure in of_release(db, release_id)? {
        found.entry(enclosure.contact_id).or_default().push(enclosure);
    }
    Ok(found)
}

/// Somebody's own link among what they get.
pub(crate) fn link_of(enclosures: &[Enclosure]) -> Option<&str> {
    enclosures.iter().map(|one| one.link.as_str()).find(|link| !link.is_empty())
}

/// Bytes that somebody's own files add to their message.
pub(crate) fn encoded_size(enclosures: &[Enclosure]) -> i64 {
    let files = enclosures.iter().filter(|one| !one.sha256.is_empty());
    files.map(|file| letter::encoded_size(file.size)).sum()
}

/// Keeps a file or a link for some recipients. The same file for the same person is kept once.
pub fn enclose(db: &Writer, ctx: &Ctx, new: NewEnclosure) -> Result<Vec<Enclosure>> {
    let release: Release = db.get(new.release_id)?;
    if new.contacts.is_empty() {
        return Err(Error::invalid("contacts", "enclosure-nobody").arg("file", &new.file_name));
    }
    let wanted = match new.link.as_deref().map(str::trim) {
        Some(link) => Enclosure { link: checked_link(link)?, ..Enclosure::default() },
        None => {
            let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
            let kept = stored_file::keep(&ctx.folder, &given)?;
            Enclosure {
                file_name: kept.file_name,
                mime: kept.mime.to_owned(),
                size: kept.size,
                sha256: kept.sha256,
                ..Enclosure::default()
            }
        }
    };
    let mut there = by_contact(db, release.id)?;
    let mut made = Vec::new();
    for contact_id in new.contacts {
        db.get::<Contact>(contact_id)?;
        let own = there.entry(contact_id).or_default();
        let same = own.iter().find(|one| {
            one.sha256 == wanted.sha256
                && one.file_name == wanted.file_name
                && one.link == wanted.link
        });
        if let Some(same) = same {
            made.push(same.clone());
            continue;
        }
        let former = own.iter().find(|one| !wanted.link.is_empty() && !one.link.is_empty());
        let mut enclosure = match former {
            Some(former) => Enclosure { link: wanted.link.clone(), ..former.clone() },
            None => Enclosure { release_id: release.id, contact_id, ..wanted.clone() },
        };
        if enclosure.id == 0 {
            db.insert(&mut enclosure)?;
        } else {
            db.update(&mut enclosure)?;
        }
        own.push(enclosure.clone());
        made.push(enclosure);
    }
    Ok(made)
}

fn checked_link(link: &str) -> Result<String> {
    let is_web = url::Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if is_web && !link.chars().any(char::is_whitespace) {
        Ok(link.to_owned())
    } else {
        Err(Error::invalid("link", "distribution-link").arg("link", link))
    }
}

/// Takes away what somebody would get; a file's bytes stay for undo and for what was sent.
pub fn take_out(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<Enclosure>(id)
}

/// Names of files, to be matched with people.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MatchAsk {
    /// For example `Surat tugas Anna Wijaya.pdf`.
    pub file_names: Vec<String>,
}

/// Whose name stands in the name of a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileMatch {
    /// The file's name.
    pub file_name: String,
    /// The one contact that it names; none = nobody, or more than one.
    #[ts(optional)]
    pub contact_id: Option<i64>,
    /// Their name, or of several the first ones; empty = nobody.
    pub names: Vec<String>,
}

/// No more names are written out.
const MOST_NAMES: usize = 3;

/// Finds whose name stands in the names of files: all words of it, the longest name first.
pub fn matches(db: &Reader, _ctx: &Ctx, ask: MatchAsk) -> Result<Vec<FileMatch>> {
    let people: Vec<(i64, String)> = db.rows(
        "SELECT id, name FROM contacts WHERE deleted_at IS NULL AND name <> '' ORDER BY id",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let files: Vec<String> = ask.file_names.iter().map(|name| words_of(stem(name))).collect();
    let mut best: Vec<(usize, Vec<usize>)> = vec![(0, Vec::new()); files.len()];
    for (at, (_, name)) in people.iter().enumerate() {
        let wanted = words_of(name);
        for (file, (length, found)) in files.iter().zip(&mut best) {
            let names_all = !wanted.trim().is_empty()
                && wanted.split_whitespace().all(|word| file.contains(&format!(" {word} ")));
            if !names_all || wanted.len() < *length {
                continue;
            }
            if wanted.len() > *length {
                found.clear();
                *length = wanted.len();
            }
            found.push(at);
        }
    }
    let told = ask.file_names.into_iter().zip(best).map(|(file_name, (_, found))| {
        let found: Vec<&(i64, String)> = found.iter().filter_map(|at| people.get(*at)).collect();
        FileMatch {
            file_name,
            contact_id: match found.as_slice() {
                [(id, _)] => Some(*id),
                _ => None,
            },
            names: found.iter().take(MOST_NAMES).map(|(_, name)| name.clone()).collect(),
        }
    });
    Ok(told.collect())
}

fn stem(file_name: &str) -> &str {
    file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem)
}

/// The words of a text, folded, with a space around each.
fn words_of(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// The enclosures of one file name must be for somebody; says so where a name names nobody or many.
pub fn whose(file: &FileMatch) -> Result<i64> {
    file.contact_id.ok_or_else(|| {
        let sentence =
            if file.names.is_empty() { "enclosure-whose" } else { "enclosure-whose-of-these" };
        Error::new(Code::Invalid, sentence)
            .arg("file", &file.file_name)
            .arg("names", file.names.join(", "))
    })
}
