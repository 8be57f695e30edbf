//! The files of a release: attachments and images, kept once under the SHA-256 of their bytes.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::Release;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::record;
use crate::stored_file::{self, Given, Kept};

record! {
    /// A file of a release.
    ReleaseFile in "release_files" {
        /// The release.
        release_id: i64,
        /// The name that recipients see.
        file_name: String,
        /// For example `application/pdf`.
        mime: String,
        /// Bytes.
        size: i64,
        /// Lower-case hex; the file's name under `files/`.
        sha256: String,
        /// As an image of the body: the name after `cid:`. Empty = attachment.
        cid: String,
        /// The photo of the archive that it was made from.
        photo_id: Option<i64>,
    }
}

/// A file to add to a release: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NewFile {
    /// The release.
    pub release_id: i64,
    /// The name that recipients will see.
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
    /// As an image of the body instead of an attachment.
    #[serde(default)]
    #[ts(optional = false)]
    pub inline: bool,
}

/// A release's files in the order in which they were added.
pub fn files_of(db: &Reader, release_id: i64) -> Result<Vec<ReleaseFile>> {
    db.all("release_id = :release ORDER BY id", named_params! {":release": release_id})
}

/// Adds a file. The same file twice under the same name is kept once.
pub fn attach(db: &Writer, ctx: &Ctx, new: NewFile) -> Result<ReleaseFile> {
    let release: Release = db.get(new.release_id)?;
    let kept = stored_file::keep_if(
        &ctx.folder,
        &Given { file_name: new.file_name, upload: new.upload, path: new.path },
        |file_name, mime| {
            let is_image = matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp");
            if new.inline && !is_image {
                return Err(
                    Error::invalid("file_name", "release-image-kind").arg("file", file_name)
                );
            }
            Ok(())
        },
    )?;
    let Kept { file_name, mime, size, sha256 } = kept;
    let cid = if new.inline {
        format!("image-{}", sha256.get(..16).unwrap_or(&sha256))
    } else {
        String::new()
    };
    let same = files_of(db, release.id)?
        .into_iter()
        .find(|file| file.sha256 == sha256 && file.file_name == file_name && file.cid == cid);
    if let Some(same) = same {
        return Ok(same);
    }
    let mut file = ReleaseFile {
        release_id: release.id,
        file_name,
        mime: mime.to_owned(),
        size,
        sha256,
        cid,
        ..ReleaseFile::default()
    };
    db.insert(&mut file)?;
    Ok(file)
}

/// Takes a file off a release; its bytes stay for undo and for what was sent.
pub fn detach(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<ReleaseFile>(id)
}
