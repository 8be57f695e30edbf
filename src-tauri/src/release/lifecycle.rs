//! The way of a release: draft, in review, approved, then what its distributions make of it, at
//! last the archive. What people decide stands in its row; the rest follows from other rows.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::step::{self, ReleaseStep, StepKind};
use super::translation::translation_of;
use super::version::{self, KeptAs};
use super::{Release, ReleaseDetail, show};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::office;
use crate::{choice, record};

choice! {
    /// What a release is.
    ReleaseKind {
        /// Siaran pers.
        PressRelease = "press_release",
        /// Undangan liputan.
        MediaAdvisory = "media_advisory",
        /// A statement, or a clarification.
        Statement = "statement",
        /// Ralat: puts an earlier release right.
        Correction = "correction",
        /// Background for journalists.
        Background = "background",
        /// Photos with their captions.
        Photo = "photo",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for ReleaseKind {
    fn default() -> Self {
        Self::PressRelease
    }
}

choice! {
    /// How far people have brought the text.
    Stage {
        /// Being written.
        Draft = "draft",
        /// Somebody is asked to approve it.
        InReview = "in_review",
        /// Approved, as its approved version says.
        Approved = "approved",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for Stage {
    fn default() -> Self {
        Self::Draft
    }
}

choice! {
    /// How far a release has come.
    ReleaseState {
        /// Being written.
        Draft = "draft",
        /// Somebody is asked to approve it.
        InReview = "in_review",
        /// Approved as it stands.
        Approved = "approved",
        /// Was approved, and its text has been changed since.
        NeedsApproval = "needs_approval",
        /// A distribution waits for its time.
        Scheduled = "scheduled",
        /// A distribution is under way.
        Distributing = "distributing",
        /// Sent, nothing under way.
        Distributed = "distributed",
        /// Sent, and put right by a correction since.
        Corrected = "corrected",
        /// Taken back: not to be used any more.
        Withdrawn = "withdrawn",
        /// Put away.
        Archived = "archived",
    }
}

record! {
    /// What people decided about a release: columns of its row that no editor writes.
    Standing in "releases" {
        /// What it is.
        kind: ReleaseKind,
        /// Headline.
        headline: String,
        /// The office's own number.
        number: String,
        /// How far people have brought it.
        stage: Stage,
        /// Who has it now; empty = nobody in particular.
        holder: String,
        /// The text that was approved last.
        approved_version_id: Option<i64>,
        /// Since when it is withdrawn, UTC; empty = it is not.
        withdrawn_at: String,
        /// Since when it is in the archive, UTC; empty = it is not.
        archived_at: String,
        /// The release that this one corrects or withdraws.
        original_id: Option<i64>,
        /// `correction`, `withdrawal` or empty: what this one is to its original.
        notice: String,
    }
}

/// What the state of a release follows from.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// How far people have brought it.
    pub stage: Stage,
    /// Whether the text is the approved one.
    pub as_approved: bool,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    /// Whether it is in the archive.
    pub archived: bool,
    /// Whether a correction of it is out.
    pub corrected: bool,
    /// Distributions in all.
    pub distributions: i64,
    /// Of these, those that wait for their time.
    pub scheduled: i64,
    /// Of these, those that run or are paused.
    pub under_way: i64,
}

impl Facts {
    /// The one word for all of it. What is going out comes before what was decided about it.
    pub fn state(&self) -> ReleaseState {
        if self.under_way > 0 {
            return ReleaseState::Distributing;
        }
        if self.withdrawn {
            return ReleaseState::Withdrawn;
        }
        if self.archived {
            return ReleaseState::Archived;
        }
        if self.stage == Stage::InReview {
            return ReleaseState::InReview;
        }
        if self.scheduled > 0 {
            return ReleaseState::Scheduled;
        }
        match (self.distributions > 0, self.corrected, self.stage, self.as_approved) {
            (true, true, ..) => ReleaseState::Corrected,
            (true, false, ..) => ReleaseState::Distributed,
            (false, _, Stage::Approved, true) => ReleaseState::Approved,
            (false, _, Stage::Approved, false) => ReleaseState::NeedsApproval,
            (false, ..) => ReleaseState::Draft,
        }
    }
}

/// Why a release should not go out as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unready {
    /// It was withdrawn.
    Withdrawn,
    /// It lies in the archive.
    Archived,
    /// Nobody has approved it.
    NotApproved,
    /// It was changed since it was approved.
    Changed,
}

/// Why a release should not go out as it is, and whether that must be put right first: a
/// withdrawn or archived one always, the others where the office says so.
pub fn unready(db: &Reader, id: i64) -> Result<Option<(Unready, bool)>> {
    let row = super::row(db, id)?;
    let refuses = office::find(db)?.is_some_and(|office| office.unapproved == office::REFUSE);
    Ok(if !row.withdrawn_at.is_empty() {
        Some((Unready::Withdrawn, true))
    } else if !row.archived_at.is_empty() {
        Some((Unready::Archived, true))
    } else if row.stage != Stage::Approved {
        Some((Unready::NotApproved, refuses))
    } else if row.changed {
        Some((Unready::Changed, refuses))
    } else {
        None
    })
}

/// Hands a release in for review, or on to somebody else.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SubmitOrder {
    /// The release.
    #[ts(optional = false)]
    pub id: i64,
    /// The version of the record that was read; another one now is a conflict.
    pub version: Option<i64>,
    /// The same of its translation; 0 = there was none.
    pub translation_version: Option<i64>,
    /// Who shall look at it; none = whoever comes first.
    pub to: Option<String>,
    /// A word to them.
    pub note: Option<String>,
}

/// Sends a release back to its writer.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ReturnOrder {
    /// The release.
    #[ts(optional = false)]
    pub id: i64,
    /// What is to be changed.
    pub note: Option<String>,
}

/// Puts a release into the archive or takes it out.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ArchiveOrder {
    /// The release.
    pub id: i64,
    /// Into it, or out of it.
    pub archived: bool,
}

/// The standing of a release that may still be worked on.
pub(super) fn open(db: &Reader, id: i64) -> Result<Standing> {
    let standing: Standing = db.get(id)?;
    if !standing.withdrawn_at.is_empty() {
        return Err(Error::new(Code::Conflict, "release-was-withdrawn"));
    }
    if !standing.archived_at.is_empty() {
        return Err(Error::new(Code::Conflict, "release-in-archive"));
    }
    Ok(standing)
}

/// Refuses what was decided on an older text than the stored one.
pub(super) fn check_read(release: &Release, version: Option<i64>) -> Result<()> {
    match version {
        Some(version) if version != release.version => {
            Err(Error::new(Code::Conflict, "release-changed-meanwhile"))
        }
        _ => Ok(()),
    }
}

/// The same for its translation; 0 = there was none.
pub(super) fn check_translation_read(
    db: &Reader,
    release_id: i64,
    version: Option<i64>,
) -> Result<()> {
    let Some(version) = version else { return Ok(()) };
    let stored = translation_of(db, release_id)?.map_or(0, |text| text.version);
    if version == stored {
        return Ok(());
    }
    Err(Error::new(Code::Conflict, "release-changed-meanwhile"))
}

/// One line without breaks.
pub(super) fn one_line(text: Option<&str>) -> String {
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Hands a release in for review: the text is kept as it is now. One that is in review already
/// goes on to somebody else.
pub fn submit(db: &Writer, ctx: &Ctx, order: SubmitOrder) -> Result<ReleaseDetail> {
    let release: Release = db.get(order.id)?;
    let mut standing = open(db, order.id)?;
    check_read(&release, order.version)?;
    check_translation_read(db, release.id, order.translation_version)?;
    if release.headline.trim().is_empty() {
        return Err(Error::invalid("headline", "release-no-headline-yet"));
    }
    let to = one_line(order.to.as_deref());
    let again = standing.stage == Stage::InReview;
    if again && to == standing.holder {
        return Err(Error::new(Code::Conflict, "release-already-in-review"));
    }
    if super::row(db, order.id)?.is_approved() {
        return Err(Error::new(Code::Conflict, "release-already-approved"));
    }
    let kept = version::keep(db, ctx, &release, KeptAs::Submitted)?;
    standing.stage = Stage::InReview;
    standing.holder.clone_from(&to);
    db.update(&mut standing)?;
    let kind = if again { StepKind::Handed } else { StepKind::Submitted };
    let note = order.note.unwrap_or_default();
    step::log(db, ctx, ReleaseStep { holder: to, note, ..step::of(order.id, kind, Some(kept)) })?;
    show(db, ctx, order.id)
}

/// Sends a release in review back to whoever handed it in, with what is to be changed.
pub fn send_back(db: &Writer, ctx: &Ctx, order: ReturnOrder) -> Result<ReleaseDetail> {
    let mut standing = open(db, order.id)?;
    if standing.stage != Stage::InReview {
        return Err(Error::new(Code::Conflict, "release-not-in-review"));
    }
    let writer = step::handed_in_by(db, order.id)?;
    standing.stage = Stage::Draft;
    standing.holder.clone_from(&writer);
    db.update(&mut standing)?;
    let note = order.note.unwrap_or_default();
    let step = step::of(order.id, StepKind::Returned, None);
    step::log(db, ctx, ReleaseStep { holder: writer, note, ..step })?;
    show(db, ctx, order.id)
}

/// Puts a release into the archive, or takes it out again.
pub fn archive(db: &Writer, ctx: &Ctx, order: ArchiveOrder) -> Result<ReleaseDetail> {
    let mut standing: Standing = db.get(order.id)?;
    if standing.archived_at.is_empty() != order.archived {
        return show(db, ctx, order.id);
    }
    refuse_under_way(db, order.id, "release-archive-being-sent")?;
    standing.archived_at = if order.archived { ctx.now_text() } else { String::new() };
    db.update(&mut standing)?;
    let kind = if order.archived { StepKind::Archived } else { StepKind::Unarchived };
    let step = step::of(order.id, kind, None);
    step::log(db, ctx, ReleaseStep { holder: standing.holder, ..step })?;
    show(db, ctx, order.id)
}

/// Refuses, with this sentence, while a distribution of the release can still send.
pub(super) fn refuse_under_way(db: &Reader, id: i64, sentence: &'static str) -> Result<()> {
    let under_way = db.number(
        "SELECT COUNT(*) FROM distributions WHERE release_id = :release AND state NOT IN ('done', 'cancelled')",
        named_params! {":release": id},
    )?;
    if under_way > 0 { Err(Error::new(Code::Conflict, sentence)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_follows_from_the_facts() {
        let approved = Facts { stage: Stage::Approved, as_approved: true, ..Facts::default() };
        let sent = Facts { distributions: 1, ..approved.clone() };
        for (facts, state) in [
            (Facts::default(), ReleaseState::Draft),
            (Facts { stage: Stage::InReview, ..sent.clone() }, ReleaseState::InReview),
            (approved.clone(), ReleaseState::Approved),
            (Facts { as_approved: false, ..approved.clone() }, ReleaseState::NeedsApproval),
            (Facts { scheduled: 1, ..sent.clone() }, ReleaseState::Scheduled),
            (sent.clone(), ReleaseState::Distributed),
            (Facts { distributions: 1, ..Facts::default() }, ReleaseState::Distributed),
            (Facts { corrected: true, ..sent.clone() }, ReleaseState::Corrected),
            (Facts { corrected: true, archived: true, ..sent.clone() }, ReleaseState::Archived),
            (Facts { withdrawn: true, archived: true, ..sent.clone() }, ReleaseState::Withdrawn),
            (Facts { withdrawn: true, under_way: 1, ..sent }, ReleaseState::Distributing),
        ] {
            assert_eq!(facts.state(), state, "{facts:?}");
        }
    }
}
