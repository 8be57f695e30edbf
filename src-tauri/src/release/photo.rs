//! A photo of the archive in a release: a copy fit for others, shown in the body with its caption
//! and credit, or going along as an attachment.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::files::{ReleaseFile, files_of};
use super::letter::words;
use super::{Release, ReleaseDetail, show, store};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::markdown::push_html_text;
use crate::photo::{self, Consent, Photo, PhotoKind};

/// A photo to be used in a release.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UsePhoto {
    /// The photo.
    pub photo_id: i64,
    /// The release.
    pub release_id: i64,
    /// In the body, with caption and credit, instead of as an attachment.
    #[serde(default)]
    pub in_body: bool,
}

/// What stands below the photo: its caption and who took it.
pub fn caption_of(photo: &Photo, language: &str) -> String {
    let credit = match photo.credit.trim() {
        "" => String::new(),
        credit => words(language, "photo-credit-line", &[("credit", credit)]),
    };
    match (photo.caption.trim(), credit.as_str()) {
        (caption, "") => caption.to_owned(),
        ("", credit) => credit.to_owned(),
        (caption, credit) => format!("{caption} ({credit})"),
    }
}

/// Puts a photo into a release. The same one twice in the same way is kept once.
pub fn use_photo(db: &Writer, ctx: &Ctx, order: UsePhoto) -> Result<ReleaseDetail> {
    let mut release: Release = db.get(order.release_id)?;
    let photo: Photo = db.get(order.photo_id)?;
    if order.in_body && photo.kind == PhotoKind::Video {
        return Err(Error::invalid("in_body", "photo-video-in-body"));
    }
    let bytes = photo::for_others(&ctx.folder, &photo)?;
    let sha256 = hex::encode(Sha256::digest(&bytes));
    let files = ctx.folder.join("files");
    std::fs::create_dir_all(&files)?;
    if !files.join(&sha256).is_file() {
        let unfinished = files.join(format!(".{:016x}.part", rand::random::<u64>()));
        std::fs::write(&unfinished, &bytes)?;
        std::fs::File::open(&unfinished)?.sync_all()?;
        std::fs::rename(&unfinished, files.join(&sha256))?;
    }
    let cid = if order.in_body {
        format!("image-{}", sha256.get(..16).unwrap_or(&sha256))
    } else {
        String::new()
    };
    let is_there =
        files_of(db, release.id)?.iter().any(|file| file.sha256 == sha256 && file.cid == cid);
    if !is_there {
        let mut file = ReleaseFile {
            release_id: release.id,
            file_name: photo.file_name.clone(),
            mime: photo.mime.clone(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256,
            cid: cid.clone(),
            photo_id: Some(photo.id),
            ..ReleaseFile::default()
        };
        db.insert(&mut file)?;
    }
    if order.in_body && !release.body_html.contains(&format!("cid:{cid}\"")) {
        release.body_html.push_str(&format!("<img src=\"cid:{cid}\" alt=\""));
        push_html_text(&mut release.body_html, &caption_of(&photo, &release.language));
        release.body_html.push_str("\">");
        store(db, &mut release)?;
    }
    show(db, ctx, release.id)
}

/// Names of the photos in a release whose people have not agreed, by what they have said.
pub(crate) fn without_consent(db: &Reader, release_id: i64) -> Result<Vec<(Consent, String)>> {
    db.rows(
        "SELECT DISTINCT p.consent, CASE p.caption WHEN '' THEN p.file_name ELSE p.caption END
         FROM release_files f
         JOIN photos p ON p.id = f.photo_id
         JOIN releases r ON r.id = f.release_id
         WHERE f.release_id = :release AND f.deleted_at IS NULL AND p.consent IN ('unknown', 'refused')
           AND (f.cid = '' OR r.body_html LIKE '%cid:' || f.cid || '%')
         ORDER BY p.id",
        rusqlite::named_params! {":release": release_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
