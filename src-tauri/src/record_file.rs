//! Files of contacts and organisations: scans of cards and certificates, letters of assignment,
//! with the day on which they expire.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::field;
use crate::organisation::Organisation;
use crate::owner::{Owner, OwnerIds};
use crate::record;
use crate::stored_file::{self, Given};

record! {
    /// A file of a contact or an organisation (exactly one of them).
    RecordFile in "record_files" {
        /// The contact, or none.
        contact_id: Option<i64>,
        /// The organisation, or none.
        organisation_id: Option<i64>,
        /// What it is: "Kartu pers", "Surat tugas"; empty = the file's name says it.
        title: String,
        /// The name that it had.
        file_name: String,
        /// For example `application/pdf`.
        mime: String,
        /// Bytes.
        size: i64,
        /// Lower-case hex; the file's name under `files/`.
        sha256: String,
        /// The day on which what it shows expires, or empty.
        expires_on: String,
    }
}

/// A file to add: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewRecordFile {
    /// Whose.
    #[ts(optional = false)]
    pub owner: OwnerIds,
    /// What it is.
    #[ts(optional = false)]
    pub title: String,
    /// The name to keep.
    #[ts(optional = false)]
    pub file_name: String,
    /// The day on which it expires, or empty.
    #[ts(optional = false)]
    pub expires_on: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    #[ts(type = "string", optional)]
    pub path: Option<PathBuf>,
}

/// The owner's files in the order in which they were added.
pub fn of(db: &Reader, owner: Owner) -> Result<Vec<RecordFile>> {
    db.all(
        &format!("{} = :owner ORDER BY id", owner.column()),
        named_params! {":owner": owner.id()},
    )
}

/// Adds a file.
pub fn attach(db: &Writer, ctx: &Ctx, new: NewRecordFile) -> Result<RecordFile> {
    let owner = new.owner.owner()?;
    match owner {
        Owner::Contact(id) => db.get::<Contact>(id).map(drop)?,
        Owner::Organisation(id) => db.get::<Organisation>(id).map(drop)?,
    }
    field::check_day("expires_on", &new.expires_on)?;
    let kept = stored_file::keep(
        &ctx.folder,
        &Given { file_name: new.file_name, upload: new.upload, path: new.path },
    )?;
    let mut file = RecordFile {
        contact_id: owner.ids().0,
        organisation_id: owner.ids().1,
        title: new.title.trim().to_owned(),
        file_name: kept.file_name,
        mime: kept.mime.to_owned(),
        size: kept.size,
        sha256: kept.sha256,
        expires_on: new.expires_on,
        ..RecordFile::default()
    };
    db.insert(&mut file)?;
    Ok(file)
}

/// Changes a file's title or the day on which it expires.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<RecordFile> {
    let stored: RecordFile = db.get(patch.id.unwrap_or(0))?;
    patch.check_version(&stored)?;
    let changed: RecordFile = patch.apply(&stored)?;
    field::check_day("expires_on", &changed.expires_on)?;
    let mut file = RecordFile {
        title: changed.title.trim().to_owned(),
        expires_on: changed.expires_on,
        ..stored
    };
    db.update(&mut file)?;
    Ok(file)
}

/// Where to write a copy of a file.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct FileCopy {
    /// The file.
    pub id: i64,
    /// The copy; none = under its own name in the person's download folder.
    #[ts(type = "string", optional)]
    pub file: Option<PathBuf>,
}

/// A copy that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileCopied {
    /// The copy.
    pub file: PathBuf,
}

/// Writes a copy of a file, to be looked at in another program. Nothing there is overwritten.
pub fn copy_out(db: &Writer, ctx: &Ctx, order: FileCopy) -> Result<FileCopied> {
    let kept: RecordFile = db.get(order.id)?;
    write_copy(db, ctx, &kept.sha256, &kept.file_name, order.file)
}

/// Writes a copy of a kept file; none = under this name in the person's download folder.
pub(crate) fn write_copy(
    db: &Reader,
    ctx: &Ctx,
    sha256: &str,
    name: &str,
    file: Option<PathBuf>,
) -> Result<FileCopied> {
    let stored = stored_file::stored(db, ctx, sha256)?;
    write_bytes(ctx, &stored.bytes, name, file)
}

/// Writes bytes as a file of this name; nothing there is overwritten.
pub(crate) fn write_bytes(
    ctx: &Ctx,
    bytes: &[u8],
    name: &str,
    file: Option<PathBuf>,
) -> Result<FileCopied> {
    let file = match file {
        Some(file) => file,
        None => free_name(&stored_file::download_folder(&ctx.folder), name),
    };
    let unwritable = |cause: std::io::Error| {
        Error::new(Code::Invalid, "file-copy-unwritable").arg("file", file.display()).because(cause)
    };
    let mut out =
        OpenOptions::new().write(true).create_new(true).open(&file).map_err(unwritable)?;
    out.write_all(bytes).map_err(unwritable)?;
    Ok(FileCopied { file })
}

/// The name, or `name (2)` and so on where that is taken.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let names = (2..1000).map(|at| folder.join(format!("{stem} ({at}){ending}")));
    std::iter::once(folder.join(name))
        .chain(names)
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name))
}

/// Takes a file off its record; its bytes stay for undo.
pub fn detach(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<RecordFile>(id)
}
