//! Versions: what a release said when it was handed in, approved, sent or replaced; how two of them
//! differ; bringing one back.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::comment::{self, ReleaseComment};
use super::lifecycle::{ReleaseKind, check_read, check_translation_read, open};
use super::step::{self, ReleaseStep, StepKind};
use super::translation::{ReleaseTranslation, translation_of};
use super::{Release, ReleaseDetail, ReleaseFile, ReleaseRow, files_of, row, show};
use crate::db::{Ctx, Reader, Record, Writer};
use crate::error::{Error, Result};
use crate::{choice, record};

choice! {
    /// Why a version was kept.
    KeptAs {
        /// It was handed in for review.
        Submitted = "submitted",
        /// It was approved.
        Approved = "approved",
        /// It was sent.
        Sent = "sent",
        /// It was about to be replaced by an older one.
        Replaced = "replaced",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for KeptAs {
    fn default() -> Self {
        Self::Submitted
    }
}

record! {
    /// What a release said at a moment that matters.
    ReleaseVersion in "release_versions" {
        /// The release.
        release_id: i64,
        /// Counts within the release, from 1.
        ordinal: i64,
        /// Why it was kept.
        kept_as: KeptAs,
        /// Who did that.
        actor: String,
        /// When, UTC.
        at: String,
        /// What it was.
        kind: ReleaseKind,
        /// Headline.
        headline: String,
        /// Place of the date line.
        place: String,
        /// Day of the date line, `YYYY-MM-DD` or empty.
        dated_on: String,
        /// First paragraph, plain text.
        lead: String,
        /// The rest as safe HTML.
        body_html: String,
        /// The standing paragraph about the office.
        boilerplate: String,
        /// Whom journalists may call.
        press_contact: String,
        /// `id` or `en`.
        language: String,
        /// Subject of the covering mail.
        covering_subject: String,
        /// Text of the covering mail.
        covering_text: String,
    }
}

record! {
    /// A file of a version.
    VersionFile in "release_version_files" {
        /// The version.
        release_version_id: i64,
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

record! {
    /// What the translation of a release said in a version of it.
    VersionTranslation in "release_version_translations" {
        /// The version.
        release_version_id: i64,
        /// `id` or `en`.
        language: String,
        /// Headline.
        headline: String,
        /// First paragraph, plain text.
        lead: String,
        /// The rest as safe HTML.
        body_html: String,
        /// The standing paragraph about the office.
        boilerplate: String,
        /// Whom journalists may call.
        press_contact: String,
        /// Subject of the covering mail.
        covering_subject: String,
        /// Text of the covering mail.
        covering_text: String,
    }
}

impl VersionTranslation {
    fn keeping(text: ReleaseTranslation) -> Self {
        Self {
            language: text.language,
            headline: text.headline,
            lead: text.lead,
            body_html: text.body_html,
            boilerplate: text.boilerplate,
            press_contact: text.press_contact,
            covering_subject: text.covering_subject,
            covering_text: text.covering_text,
            ..Self::default()
        }
    }

    /// The translation with this text; `stored` says which row it is.
    fn over(self, stored: ReleaseTranslation) -> ReleaseTranslation {
        ReleaseTranslation {
            language: self.language,
            headline: self.headline,
            lead: self.lead,
            body_html: self.body_html,
            boilerplate: self.boilerplate,
            press_contact: self.press_contact,
            covering_subject: self.covering_subject,
            covering_text: self.covering_text,
            ..stored
        }
    }
}

/// A text with its translation and files: a version, or the release as it is now.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    /// The text; id and the like are of no meaning.
    pub text: ReleaseVersion,
    /// The same in the other language; id and the like are of no meaning.
    pub translation: Option<VersionTranslation>,
    /// Files as name, hash and cid, sorted.
    pub files: Vec<(String, String, String)>,
}

impl Content {
    /// The release as it is now.
    pub fn now(db: &Reader, release: &Release) -> Result<Self> {
        let mut files: Vec<_> = files_of(db, release.id)?
            .into_iter()
            .map(|file| (file.file_name, file.sha256, file.cid))
            .collect();
        files.sort();
        let translation = translation_of(db, release.id)?.map(VersionTranslation::keeping);
        Ok(Self { text: text_of(release), translation, files })
    }

    /// A version.
    pub fn kept(db: &Reader, version: &ReleaseVersion) -> Result<Self> {
        let mut files: Vec<_> = files_kept(db, version.id)?
            .into_iter()
            .map(|file| (file.file_name, file.sha256, file.cid))
            .collect();
        files.sort();
        let translation = translation_kept(db, version.id)?.map(|kept| VersionTranslation {
            id: 0,
            version: 0,
            release_version_id: 0,
            ..kept
        });
        Ok(Self { text: bare(version.clone()), translation, files })
    }
}

/// A version without what tells where it came from.
fn bare(version: ReleaseVersion) -> ReleaseVersion {
    ReleaseVersion {
        id: 0,
        version: 0,
        release_id: 0,
        ordinal: 0,
        kept_as: KeptAs::default(),
        actor: String::new(),
        at: String::new(),
        ..version
    }
}

fn text_of(release: &Release) -> ReleaseVersion {
    let release = release.clone();
    ReleaseVersion {
        kind: release.kind,
        headline: release.headline,
        place: release.place,
        dated_on: release.dated_on,
        lead: release.lead,
        body_html: release.body_html,
        boilerplate: release.boilerplate,
        press_contact: release.press_contact,
        language: release.language,
        covering_subject: release.covering_subject,
        covering_text: release.covering_text,
        ..ReleaseVersion::default()
    }
}

fn files_kept(db: &Reader, version_id: i64) -> Result<Vec<VersionFile>> {
    db.all("release_version_id = :version ORDER BY id", named_params! {":version": version_id})
}

/// The translation of a version, where it had one.
fn translation_kept(db: &Reader, version_id: i64) -> Result<Option<VersionTranslation>> {
    let all: Vec<VersionTranslation> = db.all(
        "release_version_id = :version ORDER BY id LIMIT 1",
        named_params! {":version": version_id},
    )?;
    Ok(all.into_iter().next())
}

fn versions_of(db: &Reader, release_id: i64) -> Result<Vec<ReleaseVersion>> {
    db.all("release_id = :release ORDER BY ordinal DESC", named_params! {":release": release_id})
}

/// Keeps a release as it is now and gives the version's id; where the newest version says the same,
/// that one will do.
pub(crate) fn keep(db: &Writer, ctx: &Ctx, release: &Release, kept_as: KeptAs) -> Result<i64> {
    let now = Content::now(db, release)?;
    if let Some(newest) = versions_of(db, release.id)?.first()
        && Content::kept(db, newest)? == now
    {
        return Ok(newest.id);
    }
    // Counted with those that an undo took back: a number means one text for ever.
    let last = db.number(
        "SELECT COALESCE(MAX(ordinal), 0) FROM release_versions WHERE release_id = :release",
        named_params! {":release": release.id},
    )?;
    let mut version = ReleaseVersion {
        release_id: release.id,
        ordinal: last + 1,
        kept_as,
        actor: ctx.actor.clone(),
        at: ctx.now_text(),
        ..now.text
    };
    db.insert(&mut version)?;
    if let Some(text) = now.translation {
        db.insert(&mut VersionTranslation { release_version_id: version.id, ..text })?;
    }
    for file in files_of(db, release.id)? {
        let mut kept = VersionFile {
            release_version_id: version.id,
            file_name: file.file_name,
            mime: file.mime,
            size: file.size,
            sha256: file.sha256,
            cid: file.cid,
            ..VersionFile::default()
        };
        db.insert(&mut kept)?;
    }
    Ok(version.id)
}

/// A release as one of its versions kept it.
pub(crate) struct KeptText {
    /// In its own language.
    pub release: Release,
    /// In the other one.
    pub other: Option<Release>,
    /// Attachments and images.
    pub files: Vec<ReleaseFile>,
}

/// A release with the texts and the files of one of its versions, as it was sent.
pub(crate) fn as_kept(db: &Reader, release: &Release, version_id: i64) -> Result<KeptText> {
    let version: ReleaseVersion = db.get(version_id)?;
    let files = files_kept(db, version_id)?;
    let files = files.into_iter().map(|file| ReleaseFile {
        release_id: release.id,
        file_name: file.file_name,
        mime: file.mime,
        size: file.size,
        sha256: file.sha256,
        cid: file.cid,
        ..ReleaseFile::default()
    });
    let release = with_text(release.clone(), version);
    let other = translation_kept(db, version_id)?
        .map(|kept| kept.over(ReleaseTranslation::default()).of(&release));
    Ok(KeptText { release, other, files: files.collect() })
}

fn with_text(release: Release, version: ReleaseVersion) -> Release {
    Release {
        kind: version.kind,
        headline: version.headline,
        place: version.place,
        dated_on: version.dated_on,
        lead: version.lead,
        body_html: version.body_html,
        boilerplate: version.boilerplate,
        press_contact: version.press_contact,
        language: version.language,
        covering_subject: version.covering_subject,
        covering_text: version.covering_text,
        ..release
    }
}

/// A version in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionRow {
    /// Its id.
    pub id: i64,
    /// Counts within the release, from 1.
    pub ordinal: i64,
    /// Why it was kept.
    pub kept_as: KeptAs,
    /// Who did that.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// The headline then.
    pub headline: String,
    /// Whether the release says just this now.
    pub is_current: bool,
    /// Whether this is the text that was approved last.
    pub is_approved: bool,
}

/// All that is known of a release's way.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReleaseHistory {
    /// The release as lists show it.
    pub row: ReleaseRow,
    /// Its versions, the newest first.
    pub versions: Vec<VersionRow>,
    /// What was done with it, the newest first.
    pub steps: Vec<ReleaseStep>,
    /// What was said about it, in order.
    pub comments: Vec<ReleaseComment>,
    /// The release that it corrects or withdraws.
    #[ts(optional)]
    pub original: Option<ReleaseRow>,
    /// What corrects it or tells of its withdrawal, the newest first.
    pub notices: Vec<ReleaseRow>,
}

/// The way of a release.
pub fn history(db: &Reader, _ctx: &Ctx, id: i64) -> Result<ReleaseHistory> {
    let release: Release = db.get(id)?;
    let now = Content::now(db, &release)?;
    let shown = row(db, id)?;
    let mut versions = Vec::new();
    for version in versions_of(db, id)? {
        versions.push(VersionRow {
            id: version.id,
            ordinal: version.ordinal,
            kept_as: version.kept_as,
            is_current: Content::kept(db, &version)? == now,
            is_approved: shown.approved_version_id == Some(version.id),
            actor: version.actor,
            at: version.at,
            headline: version.headline,
        });
    }
    let of_it: Vec<i64> = db.rows(
        "SELECT id FROM releases WHERE original_id = :release AND deleted_at IS NULL ORDER BY id DESC",
        named_params! {":release": id},
        |row| row.get(0),
    )?;
    let original = shown.original_id.and_then(|original| row(db, original).ok());
    Ok(ReleaseHistory {
        row: shown,
        versions,
        steps: step::of_release(db, id)?,
        comments: comment::of_release(db, id)?,
        original,
        notices: of_it.into_iter().map(|notice| row(db, notice)).collect::<Result<_>>()?,
    })
}

/// One version as it was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionShown {
    /// The text in the release's own language.
    #[serde(flatten)]
    #[ts(flatten)]
    pub text: ReleaseVersion,
    /// The text in the other language.
    #[ts(optional)]
    pub translation: Option<VersionTranslation>,
}

/// One version as it was.
pub fn show_version(db: &Reader, _ctx: &Ctx, id: i64) -> Result<VersionShown> {
    Ok(VersionShown { text: db.get(id)?, translation: translation_kept(db, id)? })
}

/// Brings an older text back.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct RestoreOrder {
    /// The version.
    pub version_id: i64,
    /// The version of the release's record that was read; another one now is a conflict.
    #[ts(optional)]
    pub version: Option<i64>,
    /// The same of its translation; 0 = there was none.
    #[ts(optional)]
    pub translation_version: Option<i64>,
}

/// Writes a version's text and files over the release's. What stood there is kept as a version of
/// its own, so that nothing is lost.
pub fn restore(db: &Writer, ctx: &Ctx, order: RestoreOrder) -> Result<ReleaseDetail> {
    let version: ReleaseVersion = db.get(order.version_id)?;
    let mut release: Release = db.get(version.release_id)?;
    let holder = open(db, release.id)?.holder;
    check_read(&release, order.version)?;
    check_translation_read(db, release.id, order.translation_version)?;
    let now = Content::now(db, &release)?;
    if Content::kept(db, &version)? == now {
        return show(db, ctx, release.id);
    }
    let known = versions_of(db, release.id)?
        .iter()
        .map(|kept| Ok(Content::kept(db, kept)? == now))
        .collect::<Result<Vec<bool>>>()?;
    if !known.contains(&true) {
        keep(db, ctx, &release, KeptAs::Replaced)?;
    }
    let id = release.id;
    release = with_text(release, version);
    db.update(&mut release)?;
    restore_translation(db, id, order.version_id)?;
    restore_files(db, id, order.version_id)?;
    let step = step::of(id, StepKind::Restored, Some(order.version_id));
    step::log(db, ctx, ReleaseStep { holder, ..step })?;
    show(db, ctx, id)
}

/// A version that was in one language only takes the other one away.
fn restore_translation(db: &Writer, release_id: i64, version_id: i64) -> Result<()> {
    let stored = translation_of(db, release_id)?;
    let Some(kept) = translation_kept(db, version_id)? else {
        if let Some(stored) = stored {
            db.delete::<ReleaseTranslation>(stored.id)?;
        }
        return Ok(());
    };
    let fresh = ReleaseTranslation { release_id, ..ReleaseTranslation::default() };
    let mut translation = kept.over(stored.unwrap_or(fresh));
    if translation.id == 0 {
        db.insert(&mut translation)?;
    } else {
        db.update(&mut translation)?;
    }
    Ok(())
}

fn restore_files(db: &Writer, release_id: i64, version_id: i64) -> Result<()> {
    let mut wanted = files_kept(db, version_id)?;
    for file in files_of(db, release_id)? {
        let same = wanted.iter().position(|kept| {
            kept.sha256 == file.sha256 && kept.file_name == file.file_name && kept.cid == file.cid
        });
        match same {
            Some(at) => {
                wanted.remove(at);
            }
            None => {
                db.delete::<ReleaseFile>(file.id)?;
            }
        }
    }
    for kept in wanted {
        let photo_id = db.row(
            "SELECT photo_id FROM release_files
             WHERE release_id = :release AND sha256 = :sha256 AND photo_id IS NOT NULL
             LIMIT 1",
            named_params! {":release": release_id, ":sha256": kept.sha256},
            |row| row.get(0),
        )?;
        let mut file = ReleaseFile {
            photo_id,
            release_id,
            file_name: kept.file_name,
            mime: kept.mime,
            size: kept.size,
            sha256: kept.sha256,
            cid: kept.cid,
            ..ReleaseFile::default()
        };
        db.insert(&mut file)?;
    }
    Ok(())
}

/// The version of a release with this ordinal, as people call it.
pub fn by_ordinal(db: &Reader, release_id: i64, ordinal: i64) -> Result<ReleaseVersion> {
    versions_of(db, release_id)?.into_iter().find(|version| version.ordinal == ordinal).ok_or_else(
        || {
            Error::new(crate::error::Code::NotFound, "release-version-unknown")
                .arg("version", ordinal)
                .arg("table", ReleaseVersion::TABLE)
        },
    )
}
