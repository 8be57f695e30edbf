//! A photo of the archive in a release: a copy fit for others, shown in the body with its caption
//! and credit, or going along as an attachment.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::files::{ReleaseFile, files_of};
use super::letter::words;
use super::translation::translation_of;
use super::{Release, ReleaseDetail, in_language, show, store};
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
    /// The text whose body shows it, `id` or `en`; none = the release's own.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
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
    if order.in_body {
        show_in_body(db, &mut release, order.language.as_deref(), &photo, &cid)?;
    }
    show(db, ctx, release.id)
}

/// Puts an image with its caption at the end of a body, once.
fn show_in_body(
    db: &Writer,
    release: &mut Release,
    language: Option<&str>,
    photo: &Photo,
    cid: &str,
) -> Result<()> {
    let image = |language: &str| {
        let mut image = format!("<img src=\"cid:{cid}\" alt=\"");
        push_html_text(&mut image, &caption_of(photo, language));
        image.push_str("\">");
        image
    };
    let shows = |body: &str| body.contains(&format!("cid:{cid}\""));
    let said = in_language(db, release.clone(), language)?;
    if shows(&said.body_html) {
        return Ok(());
    }
    if said.language == release.language {
        release.body_html.push_str(&image(&release.language));
        return store(db, release);
    }
    let Some(mut translation) = translation_of(db, release.id)? else { return Ok(()) };
    translation.body_html.push_str(&image(&translation.language));
    db.update(&mut translation)?;
    Ok(())
}

/// Names of the photos in a release whose people have not agreed, by what they have said.
pub(crate) fn without_consent(db: &Reader, release_id: i64) -> Result<Vec<(Consent, String)>> {
    db.rows(
        "SELECT DISTINCT p.consent, CASE p.caption WHEN '' THEN p.file_name ELSE p.caption END
         FROM release_files f
         JOIN photos p ON p.id = f.photo_id
         JOIN releases r ON r.id = f.release_id
         WHERE f.release_id = :release AND f.deleted_at IS NULL AND p.consent IN ('unknown', 'refused')
           AND (f.cid = '' OR r.body_html LIKE '%cid:' || f.cid || '%'
                OR EXISTS (SELECT 1 FROM release_translations t
                           WHERE t.release_id = r.id AND t.deleted_at IS NULL AND t.body_html LIKE '%cid:' || f.cid || '%'))
         ORDER BY p.id",
        rusqlite::named_params! {":release": release_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
