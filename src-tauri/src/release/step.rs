//! The trail of a release: what was done with it, by whom, and who held it from then on.

use rusqlite::named_params;

use crate::db::{Ctx, Reader, Writer};
use crate::error::Result;
use crate::{choice, record};

choice! {
    /// What was done with a release.
    StepKind {
        /// Handed in for review.
        Submitted = "submitted",
        /// Handed on to somebody else while in review.
        Handed = "handed",
        /// Sent back to its writer.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
        /// An older text was brought back.
        Restored = "restored",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// A correction of it was begun.
        Correction = "correction",
        /// Put into the archive.
        Archived = "archived",
        /// Taken out of the archive.
        Unarchived = "unarchived",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for StepKind {
    fn default() -> Self {
        Self::Submitted
    }
}

record! {
    /// One step of a release.
    ReleaseStep in "release_steps" {
        /// The release.
        release_id: i64,
        /// The text that it is about.
        release_version_id: Option<i64>,
        /// What was done.
        step: StepKind,
        /// Who recorded it.
        actor: String,
        /// When, UTC.
        at: String,
        /// Who held the release from then on; empty = nobody in particular.
        holder: String,
        /// In the person's own words.
        note: String,
        /// Who approved.
        approver: String,
        /// How it was approved: `here`, `paper` or `chat`; else empty.
        way: String,
        /// The number that was given with it.
        number: String,
        /// What was written in the chat, or stands on the paper.
        evidence_text: String,
        /// The photo or scan that shows it: the name it had.
        evidence_name: String,
        /// For example `image/jpeg`.
        evidence_mime: String,
        /// Bytes.
        evidence_size: i64,
        /// Lower-case hex; the file's name under `files/`. Empty = no file.
        evidence_sha256: String,
    }
}

/// A step of a release that is still to be written down.
pub(super) fn of(release_id: i64, step: StepKind, version: Option<i64>) -> ReleaseStep {
    ReleaseStep { release_id, step, release_version_id: version, ..ReleaseStep::default() }
}

/// Writes a step down.
pub(super) fn log(db: &Writer, ctx: &Ctx, mut step: ReleaseStep) -> Result<ReleaseStep> {
    step.actor.clone_from(&ctx.actor);
    step.at = ctx.now_text();
    step.note = step.note.trim().to_owned();
    db.insert(&mut step)?;
    Ok(step)
}

/// The steps of a release, the newest first.
pub(super) fn of_release(db: &Reader, release_id: i64) -> Result<Vec<ReleaseStep>> {
    db.all("release_id = :release ORDER BY id DESC", named_params! {":release": release_id})
}

/// Who handed a release in last; empty = nobody has.
pub(super) fn handed_in_by(db: &Reader, release_id: i64) -> Result<String> {
    let found: Option<String> = db.row(
        "SELECT actor
         FROM release_steps
         WHERE release_id = :release AND step = 'submitted' AND deleted_at IS NULL
         ORDER BY id DESC
         LIMIT 1",
        named_params! {":release": release_id},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}
