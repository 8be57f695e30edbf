//! Words of colleagues on a release, or on one version of it.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::Release;
use super::version::ReleaseVersion;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::record;

record! {
    /// A comment.
    ReleaseComment in "release_comments" {
        /// The release.
        release_id: i64,
        /// The version that it is about; none = the text as it was just then.
        release_version_id: Option<i64>,
        /// What was said.
        text: String,
        /// By whom.
        actor: String,
        /// When, UTC.
        at: String,
        /// Whether it has been dealt with.
        settled: bool,
    }
}

/// A comment to write down.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct NewComment {
    /// The release.
    pub release_id: i64,
    /// The version that it is about.
    #[ts(optional)]
    pub release_version_id: Option<i64>,
    /// What is said.
    pub text: String,
}

/// Says that a comment has been dealt with, or has not.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct CommentSettled {
    /// The comment.
    pub id: i64,
    /// Whether it has been dealt with.
    pub settled: bool,
}

/// The comments on a release in their order.
pub(super) fn of_release(db: &Reader, release_id: i64) -> Result<Vec<ReleaseComment>> {
    db.all("release_id = :release ORDER BY id", named_params! {":release": release_id})
}

/// Writes a comment down.
pub fn add(db: &Writer, ctx: &Ctx, new: NewComment) -> Result<ReleaseComment> {
    let release: Release = db.get(new.release_id)?;
    if let Some(version) = new.release_version_id {
        let version: ReleaseVersion = db.get(version)?;
        if version.release_id != release.id {
            return Err(Error::invalid("release_version_id", "release-version-of-another"));
        }
    }
    let text = new.text.trim();
    if text.is_empty() {
        return Err(Error::invalid("text", "release-comment-empty"));
    }
    let mut comment = ReleaseComment {
        release_id: release.id,
        release_version_id: new.release_version_id,
        text: text.to_owned(),
        actor: ctx.actor.clone(),
        at: ctx.now_text(),
        ..ReleaseComment::default()
    };
    db.insert(&mut comment)?;
    Ok(comment)
}

/// Says that a comment has been dealt with, or has not.
pub fn settle(db: &Writer, _ctx: &Ctx, order: CommentSettled) -> Result<ReleaseComment> {
    let mut comment: ReleaseComment = db.get(order.id)?;
    comment.settled = order.settled;
    db.update(&mut comment)?;
    Ok(comment)
}

/// Puts a comment into the bin.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<ReleaseComment>(id)
}
