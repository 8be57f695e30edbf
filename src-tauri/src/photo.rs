//! The photo archive: photos and videos with caption, credit, day, place, people and their consent,
//! found by words, and used in releases as copies that tell nobody where they were taken.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Searchable, Writer, search};
use crate::error::{Code, Error, Result};
use crate::format::photo as pixels;
use crate::format::video;
use crate::record_file::FileCopied;
use crate::stored_file::{self, Given, Stored};
use crate::{choice, field, record};

choice! {
    /// What a file of the archive is.
    PhotoKind {
        /// A still picture.
        Photo = "photo",
        /// A moving one.
        Video = "video",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for PhotoKind {
    fn default() -> Self {
        Self::Photo
    }
}

choice! {
    /// Whether those to be seen agree that the picture is given out.
    Consent {
        /// Nobody has said.
        Unknown = "unknown",
        /// They agree.
        Given = "given",
        /// Nobody need be asked: a public event, or nobody to be seen.
        NotNeeded = "not_needed",
        /// They do not agree.
        Refused = "refused",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for Consent {
    fn default() -> Self {
        Self::Unknown
    }
}

impl Consent {
    /// Whether the picture may be given out without a word of warning.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Given | Self::NotNeeded)
    }
}

record! {
    /// A photo or a video.
    Photo in "photos" {
        /// Which of the two.
        kind: PhotoKind,
        /// The name of the file.
        file_name: String,
        /// For example `image/jpeg`.
        mime: String,
        /// Bytes.
        size: i64,
        /// Lower-case hex of the file as it came; its name under `files/`.
        sha256: String,
        /// Pixels as it is looked at; 0 = not known.
        width: i64,
        /// Pixels as it is looked at; 0 = not known.
        height: i64,
        /// Length of a video in whole seconds, rounded up; 0 = not known, or no video.
        seconds: i64,
        /// The picture that stands for a video: its name under `files/`; empty = a drawn card does.
        still_sha256: String,
        /// What is to be seen.
        caption: String,
        /// Who took it.
        credit: String,
        /// The day on which it was taken, `YYYY-MM-DD` or empty.
        taken_on: String,
        /// Where.
        place: String,
        /// Who is to be seen.
        people: String,
        /// Words to find it by.
        tags: String,
        /// Whether those to be seen agree.
        consent: Consent,
        /// How they agreed, or what was agreed.
        consent_note: String,
        /// The press event at which it was taken; 0 = none.
        event_id: i64,
    }
}

/// How photos are found.
pub static SEARCH: Searchable = Searchable {
    table: "photos",
    index: "photo_search",
    columns: &["caption", "about", "file"],
    document: "SELECT p.caption, p.credit || ' ' || p.place || ' ' || p.people || ' ' || p.tags || ' ' || p.taken_on, p.file_name
               FROM photos p
               WHERE p.id = :id AND p.deleted_at IS NULL",
    parts: &[],
};

/// Columns that the file says and nobody writes.
const OF_THE_FILE: [&str; 8] =
    ["kind", "mime", "size", "sha256", "width", "height", "seconds", "still_sha256"];
/// The edge of a small picture, in pixels: a tile of the grid at two pixels a point.
const SMALL_EDGE: u32 = 480;
/// Small pictures lie here in the workspace; they can be made again.
const SMALL_FOLDER: &str = "thumbs";
/// Photos of one page where nobody says how many.
const PAGE: i64 = 200;

/// Which photos.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct PhotoFilter {
    /// Words of caption, credit, place, people, tags or file name.
    pub search: Option<String>,
    /// Only these.
    pub kind: Option<PhotoKind>,
    /// Only with this consent.
    pub consent: Option<Consent>,
    /// Only those that a release uses, or only those that none does.
    pub used: Option<bool>,
    /// Only those of this press event.
    pub event_id: Option<i64>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// A page of the archive.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotoPage {
    /// All that match.
    pub total: i64,
    /// The newest first.
    pub rows: Vec<Photo>,
}

/// A release that uses a photo.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotoUse {
    /// The release.
    pub release_id: i64,
    /// Its headline.
    pub headline: String,
    /// Its number, or empty.
    pub number: String,
}

/// A photo with what uses it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PhotoDetail {
    /// The record.
    pub photo: Photo,
    /// Releases that use it, the newest first.
    pub uses: Vec<PhotoUse>,
    /// The press event's name, or empty.
    pub event: String,
}

/// A file for the archive: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewArchivePhoto {
    /// Its name.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
    /// What is known of it, as in a save.
    #[ts(type = "Record<string, string | number | null>", optional)]
    pub set: Map<String, Json>,
    /// The picture that stands for a video: an upload's id. The window takes it from the video.
    pub still: Option<String>,
}

/// A picture that shall stand for a video: uploaded by the window, or at a path.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewStill {
    /// The video.
    #[ts(optional = false)]
    pub id: i64,
    /// The picture's name.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// The same said of several photos.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotosSet {
    /// The photos.
    pub ids: Vec<i64>,
    /// Fields with their values.
    #[ts(type = "Record<string, string | number>")]
    pub set: Map<String, Json>,
}

/// A copy of a photo for others.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PhotoCopy {
    /// The photo.
    pub id: i64,
    /// The copy; none = under its own name in the person's download folder.
    #[ts(type = "string", optional)]
    pub file: Option<PathBuf>,
    /// The file just as it came, with all that the camera wrote into it.
    #[serde(default)]
    pub original: bool,
}

/// Photos, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: PhotoFilter) -> Result<PhotoPage> {
    let mut conditions = vec!["p.deleted_at IS NULL".to_owned()];
    let words = filter.search.as_deref().and_then(search::matching);
    if words.is_some() {
        conditions.push(
            "p.id IN (SELECT rowid FROM photo_search WHERE photo_search MATCH :words)".to_owned(),
        );
    } else {
        conditions.push(":words IS NULL".to_owned());
    }
    if let Some(kind) = filter.kind {
        conditions.push(format!("p.kind = '{}'", kind.as_str()));
    }
    if let Some(consent) = filter.consent {
        conditions.push(format!("p.consent = '{}'", consent.as_str()));
    }
    if let Some(used) = filter.used {
        let not = if used { "" } else { "NOT " };
        conditions.push(format!(
            "{not}EXISTS (SELECT 1 FROM release_files f JOIN releases r ON r.id = f.release_id AND r.deleted_at IS NULL
                          WHERE f.photo_id = p.id AND f.deleted_at IS NULL)"
        ));
    }
    if let Some(event) = filter.event_id {
        conditions.push(format!("p.event_id = {event}"));
    }
    let conditions = conditions.join(" AND ");
    let total = db.number(
        &format!("SELECT COUNT(*) FROM photos p WHERE {conditions}"),
        named_params! {":words": words},
    )?;
    let ids: Vec<i64> = db.rows(
        &format!("SELECT p.id FROM photos p WHERE {conditions} ORDER BY p.id DESC LIMIT :limit OFFSET :offset"),
        named_params! {":words": words, ":limit": filter.limit.filter(|limit| *limit > 0).unwrap_or(PAGE), ":offset": filter.offset.unwrap_or(0).max(0)},
        |row| row.get(0),
    )?;
    let rows = ids.into_iter().map(|id| db.get(id)).collect::<Result<_>>()?;
    Ok(PhotoPage { total, rows })
}

/// Shows one.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<PhotoDetail> {
    let photo: Photo = db.get(id)?;
    let uses = db.rows(
        "SELECT DISTINCT r.id, r.headline, r.number
         FROM release_files f
         JOIN releases r ON r.id = f.release_id AND r.deleted_at IS NULL
         WHERE f.photo_id = :photo AND f.deleted_at IS NULL
         ORDER BY r.id DESC",
        named_params! {":photo": id},
        |row| Ok(PhotoUse { release_id: row.get(0)?, headline: row.get(1)?, number: row.get(2)? }),
    )?;
    let event: Option<String> = db.row(
        "SELECT e.title FROM press_events e WHERE e.id = :id AND e.deleted_at IS NULL",
        named_params! {":id": photo.event_id},
        |row| row.get(0),
    )?;
    Ok(PhotoDetail { photo, uses, event: event.unwrap_or_default() })
}

/// Takes a file into the archive. The same file twice is refused by name; one that lies in the bin
/// comes back.
pub fn add(db: &Writer, ctx: &Ctx, new: NewArchivePhoto) -> Result<PhotoDetail> {
    let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
    let kept = stored_file::keep_if(&ctx.folder, &given, |file_name, mime| {
        if pixels::is_photo(mime) || pixels::is_video(mime) {
            return Ok(());
        }
        Err(Error::invalid("file_name", "photo-kind-unknown").arg("file", file_name))
    })?;
    let same: Option<(i64, bool, String)> = db.row(
        "SELECT id, deleted_at IS NULL, CASE caption WHEN '' THEN file_name ELSE caption END
         FROM photos
         WHERE sha256 = :sha256
         ORDER BY deleted_at IS NULL DESC, id DESC
         LIMIT 1",
        named_params! {":sha256": kept.sha256},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    match same {
        Some((_, true, name)) => {
            return Err(Error::new(Code::Conflict, "photo-already-there")
                .arg("file", &kept.file_name)
                .arg("name", name));
        }
        Some((id, false, _)) => {
            db.restore::<Photo>(id)?;
            return show(db, ctx, id);
        }
        None => {}
    }
    let path = ctx.folder.join("files").join(&kept.sha256);
    let mut photo = Photo {
        file_name: kept.file_name,
        mime: kept.mime.to_owned(),
        size: kept.size,
        sha256: kept.sha256,
        ..Photo::default()
    };
    if pixels::is_photo(kept.mime) {
        let facts = pixels::facts(&std::fs::read(path)?)
            .map_err(|error| error.arg("file", &photo.file_name))?;
        (photo.width, photo.height) = (i64::from(facts.width), i64::from(facts.height));
        photo.taken_on = facts.taken_on;
    } else {
        let facts = video::facts(File::open(path)?);
        photo.kind = PhotoKind::Video;
        (photo.width, photo.height) = (i64::from(facts.width), i64::from(facts.height));
        photo.seconds = i64::from(facts.seconds);
        if let Some(upload) = new.still {
            let given = Given { file_name: STILL.to_owned(), upload: Some(upload), path: None };
            photo.still_sha256 = keep_still(ctx, &given)?;
        }
    }
    let mut photo = changed(&photo, Patch { set: new.set, ..Patch::default() })?;
    field::check_event(db, photo.event_id)?;
    db.insert(&mut photo)?;
    show(db, ctx, photo.id)
}

/// What a still is called that the window took.
const STILL: &str = "still.jpg";

/// Keeps the picture that stands for a video; gives its name under `files/`.
fn keep_still(ctx: &Ctx, given: &Given) -> Result<String> {
    let kept = stored_file::keep_if(&ctx.folder, given, |file_name, mime| {
        if pixels::is_photo(mime) {
            return Ok(());
        }
        Err(Error::invalid("file_name", "photo-still-kind").arg("file", file_name))
    })?;
    let bytes = std::fs::read(ctx.folder.join("files").join(&kept.sha256))?;
    pixels::facts(&bytes).map_err(|error| error.arg("file", &kept.file_name))?;
    Ok(kept.sha256)
}

/// Lets a picture stand for a video.
pub fn still(db: &Writer, ctx: &Ctx, new: NewStill) -> Result<PhotoDetail> {
    let mut video: Photo = db.get(new.id)?;
    if video.kind != PhotoKind::Video {
        return Err(Error::invalid("id", "photo-still-of-photo").arg("file", &video.file_name));
    }
    let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
    video.still_sha256 = keep_still(ctx, &given)?;
    db.update(&mut video)?;
    show(db, ctx, video.id)
}

/// The photo with a patch laid over it.
fn changed(photo: &Photo, patch: Patch) -> Result<Photo> {
    if let Some(name) = patch.set.keys().find(|name| OF_THE_FILE.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut photo: Photo = patch.apply(photo)?;
    if !photo.taken_on.is_empty() {
        field::check_day("taken_on", &photo.taken_on)?;
    }
    let file_name = photo.file_name.trim().replace(['/', '\\'], "-");
    if file_name.is_empty() {
        return Err(Error::invalid("file_name", "photo-nameless"));
    }
    photo.file_name = file_name;
    for text in [
        &mut photo.caption,
        &mut photo.credit,
        &mut photo.place,
        &mut photo.people,
        &mut photo.tags,
        &mut photo.consent_note,
    ] {
        *text = text.trim().to_owned();
    }
    Ok(photo)
}

/// Changes what is said of one.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Photo> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: Photo = db.get(id)?;
    patch.check_version(&stored)?;
    db.edit::<Photo>(&patch)?;
    let mut photo = changed(&stored, patch)?;
    field::check_event(db, photo.event_id)?;
    db.update(&mut photo)?;
    Ok(photo)
}

/// Says the same of several; how many there were.
pub fn set(db: &Writer, _ctx: &Ctx, order: PhotosSet) -> Result<i64> {
    let mut count = 0;
    for id in order.ids {
        let mut photo =
            changed(&db.get(id)?, Patch { set: order.set.clone(), ..Patch::default() })?;
        field::check_event(db, photo.event_id)?;
        db.update(&mut photo)?;
        count += 1;
    }
    Ok(count)
}

/// Puts photos into the bin; how many were there. Releases keep their copies.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Photo>(id)?);
    }
    Ok(deleted)
}

/// The bytes that go out: upright, and without what the camera wrote of place and owner.
pub fn for_others(folder: &Path, photo: &Photo) -> Result<Vec<u8>> {
    let lost =
        || Error::new(Code::NotFound, "release-file-unreadable").arg("file", &photo.file_name);
    let bytes = std::fs::read(folder.join("files").join(&photo.sha256))
        .map_err(|cause| lost().because(cause))?;
    if hex::encode(Sha256::digest(&bytes)) != photo.sha256 {
        return Err(lost());
    }
    pixels::for_others(bytes, &photo.mime).map_err(|error| error.arg("file", &photo.file_name))
}

/// Writes a copy. Nothing there is overwritten.
pub fn export(db: &Writer, ctx: &Ctx, order: PhotoCopy) -> Result<FileCopied> {
    let photo: Photo = db.get(order.id)?;
    if order.original {
        return crate::record_file::write_copy(
            db,
            ctx,
            &photo.sha256,
            &photo.file_name,
            order.file,
        );
    }
    let bytes = for_others(&ctx.folder, &photo)?;
    crate::record_file::write_bytes(ctx, &bytes, &photo.file_name, order.file)
}

/// Removes the small picture of a file that is gone for good.
pub fn forget_small(folder: &Path, sha256: &str) {
    let _ = std::fs::remove_file(folder.join(SMALL_FOLDER).join(format!("{sha256}.jpg")));
}

/// The small picture of a photo of the archive, or of what stands for a video, made when it is
/// first asked for.
pub fn thumbnail(db: &Reader, ctx: &Ctx, sha256: &str) -> Result<Stored> {
    let known = db.number(
        "SELECT COUNT(*) FROM photos WHERE (sha256 = :sha256 AND kind = 'photo') OR (still_sha256 = :sha256 AND kind = 'video')",
        named_params! {":sha256": sha256},
    )?;
    if known == 0 || sha256.len() != 64 || !sha256.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(Error::new(Code::NotFound, "release-file-missing").arg("file", sha256));
    }
    Ok(Stored { mime: "image/jpeg".to_owned(), bytes: small(&ctx.folder, sha256)? })
}

/// The small picture (JPEG) of any picture that is kept, made when it is first asked for; `folder`
/// is the workspace's.
pub fn small(folder: &Path, sha256: &str) -> Result<Vec<u8>> {
    let small = folder.join(SMALL_FOLDER);
    let path = small.join(format!("{sha256}.jpg"));
    if let Ok(bytes) = std::fs::read(&path) {
        return Ok(bytes);
    }
    let large = std::fs::read(folder.join("files").join(sha256))?;
    let bytes = pixels::thumbnail(&large, SMALL_EDGE)?;
    // Without room for it the picture is only made again the next time.
    let unfinished = small.join(format!(".{:016x}.part", rand::random::<u64>()));
    let _ = std::fs::create_dir_all(&small)
        .and_then(|()| std::fs::write(&unfinished, &bytes))
        .and_then(|()| std::fs::rename(&unfinished, &path));
    Ok(bytes)
}
