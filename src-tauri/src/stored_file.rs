//! Files that records keep: their bytes stand once under their SHA-256 in `files/`.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use sha2::{Digest, Sha256};

use crate::db::{Ctx, Reader};
use crate::error::{Code, Error, Result};

/// No mail server takes more than this in one message; most take far less.
const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// A file as it comes in: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The name to show; empty = the path's own.
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// A file that is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The name to show, without folders.
    pub file_name: String,
    /// By the ending of the name.
    pub mime: &'static str,
    /// Bytes.
    pub size: i64,
    /// Lower-case hex; the file's name under `files/`.
    pub sha256: String,
}

/// Keeps a file; an upload is removed from `uploads/`.
pub fn keep(folder: &Path, given: &Given) -> Result<Kept> {
    keep_if(folder, given, |_, _| Ok(()))
}

/// Keeps a file if its name and MIME type are accepted.
pub fn keep_if(
    folder: &Path,
    given: &Given,
    accept: impl FnOnce(&str, &str) -> Result<()>,
) -> Result<Kept> {
    let upload = given.upload.as_deref().map(|id| uploaded(folder, id)).transpose()?;
    let source = upload.as_ref().or(given.path.as_ref()).ok_or_else(|| {
        Error::invalid("path", "release-file-missing").arg("file", &given.file_name)
    })?;
    let file_name = visible_name(&given.file_name, source);
    let mime = mime_of(&file_name);
    accept(&file_name, mime)?;
    let (sha256, size) = copy(folder, source, &file_name)?;
    if let Some(upload) = &upload {
        // The copy is safe; a leftover upload is only untidy.
        let _ = fs::remove_file(upload);
    }
    Ok(Kept { file_name, mime, size, sha256 })
}

/// Reads a file that is not kept itself, of at most `most` bytes; gives its name to show, too.
pub fn read(folder: &Path, given: &Given, most: u64) -> Result<(String, Vec<u8>)> {
    let upload = given.upload.as_deref().map(|id| uploaded(folder, id)).transpose()?;
    let source = upload.as_ref().or(given.path.as_ref()).ok_or_else(|| {
        Error::invalid("path", "release-file-missing").arg("file", &given.file_name)
    })?;
    let file_name = visible_name(&given.file_name, source);
    let unreadable = |cause: std::io::Error| {
        Error::new(Code::Invalid, "release-file-unreadable").arg("file", &file_name).because(cause)
    };
    let mut bytes = Vec::new();
    let file = File::open(source).map_err(unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if let Some(upload) = &upload {
        let _ = fs::remove_file(upload);
    }
    if bytes.len() as u64 > most {
        return Err(Error::new(Code::Invalid, "release-file-too-large")
            .arg("file", file_name)
            .arg("limit", most / (1024 * 1024)));
    }
    Ok((file_name, bytes))
}

/// Copies a file into `files/` under its SHA-256, complete or not at all. Gives hash and size.
fn copy(folder: &Path, source: &Path, shown_name: &str) -> Result<(String, i64)> {
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

/// A kept file as the window shows it.
#[derive(Debug)]
pub struct Stored {
    /// For example `image/png`.
    pub mime: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// The bytes of a file that some release, contact or organisation keeps, by their SHA-256; those
/// in the bin included, for an undo brings them back. Nothing else in `files/` is given out,
/// received mail least of all.
pub fn stored(db: &Reader, ctx: &Ctx, sha256: &str) -> Result<Stored> {
    let known: Option<(String, String)> = db.row(
        "SELECT mime, file_name FROM release_files WHERE sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM enclosures WHERE sha256 = :sha256 AND sha256 <> ''
         UNION ALL
         SELECT mime, file_name FROM record_files WHERE sha256 = :sha256
         UNION ALL
         SELECT '', name FROM contacts WHERE photo_sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM release_version_files WHERE sha256 = :sha256
         UNION ALL
         SELECT evidence_mime, evidence_name FROM release_steps WHERE evidence_sha256 = :sha256
         UNION ALL
         SELECT '', name FROM event_guests WHERE photo_sha256 = :sha256 AND photo_sha256 <> ''
         UNION ALL
         SELECT '', name FROM offices WHERE logo_sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM photos WHERE sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM kit_items WHERE sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM coverage WHERE sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM event_files WHERE sha256 = :sha256
         UNION ALL
         SELECT mime, file_name FROM event_costs WHERE sha256 = :sha256
         LIMIT 1",
        named_params! {":sha256": sha256},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let (mime, name) = known
        .filter(|_| sha256.len() == 64 && sha256.chars().all(|digit| digit.is_ascii_hexdigit()))
        .ok_or_else(|| Error::new(Code::NotFound, "release-file-missing").arg("file", sha256))?;
    let lost = || Error::new(Code::NotFound, "release-file-unreadable").arg("file", &name);
    let bytes =
        fs::read(ctx.folder.join("files").join(sha256)).map_err(|cause| lost().because(cause))?;
    if hex::encode(Sha256::digest(&bytes)) != sha256 {
        return Err(lost());
    }
    let mime = if mime.is_empty() { image_of(&bytes).to_owned() } else { mime };
    Ok(Stored { mime, bytes })
}

/// What a picture is, by its first bytes.
fn image_of(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        _ => "application/octet-stream",
    }
}

/// Where copies for a person go: their download folder, or the workspace's own where they have
/// none.
pub fn download_folder(workspace: &Path) -> PathBuf {
    dirs::download_dir().filter(|folder| folder.is_dir()).unwrap_or_else(|| workspace.to_owned())
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
