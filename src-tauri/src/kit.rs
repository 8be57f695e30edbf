//! Press kits: what an office hands out together under one name, releases, photos, files and
//! standing texts. A kit names its releases, photos and texts, so that it hands out what they are
//! today; files of its own it keeps itself.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::photo::{Consent, Photo};
use crate::release::{self, Release, Remark, StandingText, Unready, some_names};
use crate::stored_file::{self, Given};
use crate::{choice, record};

record! {
    /// A press kit.
    Kit in "kits" {
        /// Name, unlike any other kit's.
        name: String,
        /// The name folded.
        name_key: String,
        /// What it is for; stands at the head of its list of contents.
        notes: String,
    }
}

record! {
    /// One thing of a kit: a release, a photo, a standing text or a file, exactly one of them.
    KitItem in "kit_items" {
        /// The kit.
        kit_id: i64,
        /// The release, or none.
        release_id: Option<i64>,
        /// The photo of the archive, or none.
        photo_id: Option<i64>,
        /// The standing text, or none.
        standing_text_id: Option<i64>,
        /// A file's name; empty = it is none.
        file_name: String,
        /// For example `application/pdf`.
        mime: String,
        /// Bytes.
        size: i64,
        /// Lower-case hex; the file's name under `files/`.
        sha256: String,
    }
}

choice! {
    /// What a thing of a kit is.
    KitPart {
        /// A release on the letterhead, in each of its languages.
        Release = "release",
        /// A photo or video of the archive.
        Photo = "photo",
        /// A standing text.
        Text = "text",
        /// A file of the kit's own.
        File = "file",
    }
}

/// Which kits.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct KitFilter {
    /// Words of name or notes.
    pub search: Option<String>,
    /// Only those with this release.
    pub release_id: Option<i64>,
    /// Only those with this photo.
    pub photo_id: Option<i64>,
}

/// A row of the overview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KitRow {
    /// The kit.
    pub id: i64,
    /// Name.
    pub name: String,
    /// What it is for.
    pub notes: String,
    /// How many releases it has.
    pub releases: i64,
    /// How many photos and videos.
    pub photos: i64,
    /// How many standing texts.
    pub texts: i64,
    /// How many files of its own.
    pub files: i64,
    /// When it last changed, UTC.
    pub updated_at: String,
}

/// One thing of a kit as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KitContent {
    /// Its place in the kit.
    pub item_id: i64,
    /// What it is.
    pub part: KitPart,
    /// The release, the photo or the standing text; 0 = a file.
    pub of: i64,
    /// Headline, caption, name.
    pub name: String,
    /// A release's number, a photo's credit; may be empty.
    pub about: String,
    /// Of a photo or file: bytes.
    pub size: i64,
    /// Of a photo or file: lower-case hex.
    pub sha256: String,
    /// Of a photo or file: for example `image/jpeg`.
    pub mime: String,
}

/// A kit with all that it hands out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KitDetail {
    /// The record.
    pub kit: Kit,
    /// Releases, photos, texts, files; each in the order in which they were added.
    pub contents: Vec<KitContent>,
    /// What to know before it is handed out.
    pub remarks: Vec<Remark>,
}

/// What a kit shall have too.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct KitAdd {
    /// The kit.
    #[ts(optional = false)]
    pub kit_id: i64,
    /// Releases.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub releases: Vec<i64>,
    /// Photos and videos of the archive.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub photos: Vec<i64>,
    /// Standing texts.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub texts: Vec<i64>,
    /// A file that the window has uploaded: its id in `uploads/`.
    pub upload: Option<String>,
    /// The file's name.
    pub file_name: Option<String>,
    /// Files on this machine.
    #[ts(optional, as = "Option<Vec<PathBuf>>")]
    pub paths: Vec<PathBuf>,
}

/// Kits by name.
pub fn list(db: &Reader, _ctx: &Ctx, filter: KitFilter) -> Result<Vec<KitRow>> {
    let wanted = filter.search.as_deref().map(fold).unwrap_or_default();
    let rows: Vec<KitRow> = db.rows(
        "SELECT k.id, k.name, k.notes,
                MAX(k.updated_at, COALESCE((SELECT MAX(i.updated_at) FROM kit_items i WHERE i.kit_id = k.id), '')),
                (SELECT COUNT(*) FROM kit_items i JOIN releases r ON r.id = i.release_id AND r.deleted_at IS NULL
                 WHERE i.kit_id = k.id AND i.deleted_at IS NULL),
                (SELECT COUNT(*) FROM kit_items i JOIN photos p ON p.id = i.photo_id AND p.deleted_at IS NULL
                 WHERE i.kit_id = k.id AND i.deleted_at IS NULL),
                (SELECT COUNT(*) FROM kit_items i JOIN standing_texts t ON t.id = i.standing_text_id AND t.deleted_at IS NULL
                 WHERE i.kit_id = k.id AND i.deleted_at IS NULL),
                (SELECT COUNT(*) FROM kit_items i WHERE i.kit_id = k.id AND i.sha256 <> '' AND i.deleted_at IS NULL)
         FROM kits k
         WHERE k.deleted_at IS NULL
           AND (:release IS NULL OR EXISTS (SELECT 1 FROM kit_items i WHERE i.kit_id = k.id AND i.release_id = :release AND i.deleted_at IS NULL))
           AND (:photo IS NULL OR EXISTS (SELECT 1 FROM kit_items i WHERE i.kit_id = k.id AND i.photo_id = :photo AND i.deleted_at IS NULL))
         ORDER BY k.name_key, k.id",
        named_params! {":release": filter.release_id, ":photo": filter.photo_id},
        |row| {
            Ok(KitRow {
                id: row.get(0)?,
                name: row.get(1)?,
                notes: row.get(2)?,
                updated_at: row.get(3)?,
                releases: row.get(4)?,
                photos: row.get(5)?,
                texts: row.get(6)?,
                files: row.get(7)?,
            })
        },
    )?;
    let matches = |row: &KitRow| fold(&format!("{} {}", row.name, row.notes)).contains(&wanted);
    Ok(rows.into_iter().filter(matches).collect())
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<KitDetail> {
    let kit: Kit = db.get(id)?;
    let contents = contents(db, id)?;
    let remarks = remarks(db, ctx, &contents)?;
    Ok(KitDetail { kit, contents, remarks })
}

/// What a kit hands out. What lies in the bin is passed over and comes back with it.
pub fn contents(db: &Reader, kit_id: i64) -> Result<Vec<KitContent>> {
    let items: Vec<KitItem> =
        db.all("kit_id = :kit ORDER BY id", named_params! {":kit": kit_id})?;
    let mut contents = Vec::new();
    for item in items {
        let content = KitContent {
            item_id: item.id,
            part: KitPart::File,
            of: 0,
            name: item.file_name.clone(),
            about: String::new(),
            size: item.size,
            sha256: item.sha256.clone(),
            mime: item.mime.clone(),
        };
        let content = if let Some(id) = item.release_id {
            db.find::<Release>(id)?.map(|release| KitContent {
                part: KitPart::Release,
                of: id,
                name: release.headline,
                about: release.number,
                ..content
            })
        } else if let Some(id) = item.photo_id {
            db.find::<Photo>(id)?.map(|photo| KitContent {
                part: KitPart::Photo,
                of: id,
                name: if photo.caption.is_empty() { photo.file_name } else { photo.caption },
                about: photo.credit,
                size: photo.size,
                sha256: photo.sha256,
                mime: photo.mime,
                ..content
            })
        } else if let Some(id) = item.standing_text_id {
            db.find::<StandingText>(id)?.map(|text| KitContent {
                part: KitPart::Text,
                of: id,
                name: text.name,
                ..content
            })
        } else {
            Some(content)
        };
        contents.extend(content);
    }
    contents.sort_by_key(|content| content.part);
    Ok(contents)
}

/// Photos to which nobody has agreed, releases that are not ready or still under embargo.
fn remarks(db: &Reader, ctx: &Ctx, contents: &[KitContent]) -> Result<Vec<Remark>> {
    let mut found: [(&'static str, &'static str, Vec<&str>); 6] = [
        ("photo_refused", "lint-photo-refused", Vec::new()),
        ("photo_consent", "lint-photo-consent", Vec::new()),
        ("withdrawn", "kit-release-withdrawn", Vec::new()),
        ("not_approved", "kit-release-not-approved", Vec::new()),
        ("embargo", "kit-release-embargo", Vec::new()),
        ("translation", "kit-release-translation", Vec::new()),
    ];
    let [refused, unknown, withdrawn, unapproved, embargo, unfinished] = &mut found;
    for content in contents {
        let name = content.name.as_str();
        match content.part {
            KitPart::Photo => match db.get::<Photo>(content.of)?.consent {
                Consent::Refused => refused.2.push(name),
                Consent::Unknown => unknown.2.push(name),
                Consent::Given | Consent::NotNeeded => {}
            },
            KitPart::Release => {
                match release::unready(db, content.of)? {
                    Some((Unready::Withdrawn, _)) => withdrawn.2.push(name),
                    Some((Unready::NotApproved | Unready::Changed, _)) => unapproved.2.push(name),
                    Some((Unready::Archived, _)) | None => {}
                }
                let record: Release = db.get(content.of)?;
                if release::embargo_until(db, ctx, &record)?.is_some() {
                    embargo.2.push(name);
                }
                let other = release::other_text(db, &record)?;
                if other.is_some_and(|other| release::lacks_words(&record, &other)) {
                    unfinished.2.push(name);
                }
            }
            KitPart::Text | KitPart::File => {}
        }
    }
    Ok(found
        .into_iter()
        .filter(|(_, _, names)| !names.is_empty())
        .map(|(kind, text, names)| {
            Remark::of(kind, text).naming("count", names.len()).naming("names", some_names(&names))
        })
        .collect())
}

/// Creates or changes one.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Kit> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => Kit::default(),
    };
    patch.check_version(&stored)?;
    if patch.set.contains_key("name_key") {
        return Err(Error::invalid("name_key", "error-unknown-field").arg("field", "name_key"));
    }
    db.edit::<Kit>(&patch)?;
    let mut kit: Kit = patch.apply(&stored)?;
    kit.name = kit.name.split_whitespace().collect::<Vec<_>>().join(" ");
    kit.notes = kit.notes.trim().to_owned();
    if kit.name.is_empty() {
        return Err(Error::invalid("name", "kit-nameless"));
    }
    kit.name_key = fold(&kit.name);
    let taken = db.number(
        "SELECT COUNT(*) FROM kits WHERE name_key = :key AND id <> :id AND deleted_at IS NULL",
        named_params! {":key": kit.name_key, ":id": kit.id},
    )?;
    if taken > 0 {
        return Err(Error::invalid("name", "kit-name-taken").arg("name", &kit.name));
    }
    if kit.id == 0 {
        db.insert(&mut kit)?;
    } else {
        db.update(&mut kit)?;
    }
    Ok(kit)
}

/// Puts kits into the bin; how many were there. What they name stays where it is.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Kit>(id)?);
    }
    Ok(deleted)
}

/// Adds to a kit. What it has already is not added twice.
pub fn add(db: &Writer, ctx: &Ctx, add: KitAdd) -> Result<KitDetail> {
    let kit: Kit = db.get(add.kit_id)?;
    let mut there: Vec<KitItem> =
        db.all("kit_id = :kit ORDER BY id", named_params! {":kit": kit.id})?;
    let blank = || KitItem { kit_id: kit.id, ..KitItem::default() };
    let mut new = Vec::new();
    for id in add.releases {
        db.get::<Release>(id)?;
        new.push(KitItem { release_id: Some(id), ..blank() });
    }
    for id in add.photos {
        db.get::<Photo>(id)?;
        new.push(KitItem { photo_id: Some(id), ..blank() });
    }
    for id in add.texts {
        db.get::<StandingText>(id)?;
        new.push(KitItem { standing_text_id: Some(id), ..blank() });
    }
    let paths = add.paths.into_iter().map(|path| Given { path: Some(path), ..Given::default() });
    let upload = add.upload.map(|upload| Given {
        file_name: add.file_name.unwrap_or_default(),
        upload: Some(upload),
        path: None,
    });
    for given in upload.into_iter().chain(paths) {
        let kept = stored_file::keep(&ctx.folder, &given)?;
        new.push(KitItem {
            file_name: kept.file_name,
            mime: kept.mime.to_owned(),
            size: kept.size,
            sha256: kept.sha256,
            ..blank()
        });
    }
    for mut item in new {
        if !there.iter().any(|other| is_same(other, &item)) {
            db.insert(&mut item)?;
            there.push(item);
        }
    }
    show(db, ctx, kit.id)
}

fn is_same(one: &KitItem, other: &KitItem) -> bool {
    let what = |item: &KitItem| {
        let file = (item.sha256.clone(), item.file_name.clone());
        (item.release_id, item.photo_id, item.standing_text_id, file)
    };
    what(one) == what(other)
}

/// Takes things out of their kits; how many were there.
pub fn remove(db: &Writer, _ctx: &Ctx, items: Vec<i64>) -> Result<i64> {
    let mut removed = 0;
    for id in items {
        removed += i64::from(db.delete::<KitItem>(id)?);
    }
    Ok(removed)
}

/// The kit that a person means: by its name or its id.
pub fn named(db: &Reader, said: &str) -> Result<Kit> {
    let key = fold(said.trim());
    let by_name = db.all::<Kit>("name_key = :key ORDER BY id", named_params! {":key": key})?;
    if let Some(kit) = by_name.into_iter().next() {
        return Ok(kit);
    }
    let by_id = said.trim().parse::<i64>().ok().map(|id| db.find::<Kit>(id)).transpose()?.flatten();
    by_id.ok_or_else(|| Error::new(Code::NotFound, "kit-unknown").arg("name", said.trim()))
}
