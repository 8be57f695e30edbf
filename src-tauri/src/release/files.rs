//! The files of a release: attachments and images, kept once under the SHA-256 of their bytes.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::Release;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record;

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
    }
}

/// A file to add to a release: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Deserialize, TS)]
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

/// No mail server takes more than this in one message; most take far less.
const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// A release's files in the order in which they were added.
pub fn files_of(db: &Reader, release_id: i64) -> Result<Vec<ReleaseFile>> {
    db.all("release_id = :release ORDER BY id", named_params! {":release": release_id})
}

/// Adds a file. The same file twice under the same name is kept once.
pub fn attach(db: &Writer, ctx: &Ctx, new: NewFile) -> Result<ReleaseFile> {
    let release: Release = db.get(new.release_id)?;
    let upload = new.upload.as_deref().map(|id| uploaded(&ctx.folder, id)).transpose()?;
    let source = upload.as_ref().or(new.path.as_ref()).ok_or_else(|| {
        Error::invalid("path", "release-file-missing").arg("file", &new.file_name)
    })?;
    let file_name = visible_name(&new.file_name, source);
    let mime = mime_of(&file_name);
    if new.inline && !matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp") {
        return Err(Error::invalid("file_name", "release-image-kind").arg("file", &file_name));
    }
    let (sha256, size) = keep_file(&ctx.folder, source, &file_name)?;
    if let Some(upload) = &upload {
        // The copy is safe; a leftover upload is only untidy.
        let _ = fs::remove_file(upload);
    }
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

/// Copies a file into `files/` under its SHA-256, complete or not at all. Gives hash and size.
pub fn keep_file(folder: &Path, source: &Path, shown_name: &str) -> Result<(String, i64)> {
    let unreadable = |cause: std::io::Error| {
        Error::new(Code::Invalid, "release-file-unreadable").arg("file", shown_name).because(cause)
    };
    let too_large = || {
        Error::new(Code::Invalid, "release-file-too-large")
            .arg("file", shown_name)
            .arg("limit", MOST_BYTES / (1024 * 1024))
    };
    let mut input = File::open(source).map_err(unreadable)?;
    let described = input.metadata().map_err(unreadable)?;
    if !described.is_file() {
        return Err(Error::new(Code::Invalid, "release-file-unreadable").arg("file", shown_name));
    }
    if described.len() > MOST_BYTES {
        return Err(too_large());
    }
    let files = folder.join("files");
    fs::create_dir_all(&files)?;
    let unfinished =
        files.join(format!(".{}-{:016x}.part", std::process::id(), rand::random::<u64>()));
    let outcome = (|| {
        let mut output = File::create(&unfinished)?;
        let mut hash = Sha256::new();
        let mut size = 0_u64;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let read = input.read(&mut buffer).map_err(unreadable)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            size += read as u64;
            if size > MOST_BYTES {
                return Err(too_large());
            }
            hash.update(chunk);
            output.write_all(chunk)?;
        }
        output.sync_all()?;
        let sha256 = hex::encode(hash.finalize());
        fs::rename(&unfinished, files.join(&sha256))?;
        Ok((sha256, i64::try_from(size).unwrap_or(i64::MAX)))
    })();
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    outcome
}

fn uploaded(folder: &Path, id: &str) -> Result<PathBuf> {
    let plain =
        !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if plain {
        Ok(folder.join("uploads").join(id))
    } else {
        Err(Error::invalid("upload", "error-wrong-value").arg("field", "upload"))
    }
}

/// A name without folders and control characters, never empty.
fn visible_name(asked: &str, source: &Path) -> String {
    let last = asked.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim().trim_matches('.').trim();
    if !clean.is_empty() {
        return clean.to_owned();
    }
    source.file_name().map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn mime_of(file_name: &str) -> &'static str {
    let extension = file_name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default();
    match extension.as_str() {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" | "jpe" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "tif" | "tiff" => "image/tiff",
        "svg" => "image/svg+xml",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        "rtf" => "application/rtf",
        "txt" | "md" => "text/plain",
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        _ => "application/octet-stream",
    }
}
