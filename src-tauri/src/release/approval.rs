//! Approving a release: here, or on paper or in a chat with the evidence of it.

use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::lifecycle::{Stage, check_read, check_translation_read, one_line, open};
use super::step::{self, ReleaseStep, StepKind};
use super::translation::translation_of;
use super::version::{self, KeptAs};
use super::{Release, ReleaseDetail, number, show};
use crate::choice;
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};
use crate::record_file::{self, FileCopied, FileCopy};
use crate::register::{self, Paper};
use crate::stored_file::{self, Given};

choice! {
    /// How an approval was given.
    ApprovalWay {
        /// In Warta.
        Here = "here",
        /// A signature or paraf on paper.
        Paper = "paper",
        /// A message in a chat.
        Chat = "chat",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for ApprovalWay {
    fn default() -> Self {
        Self::Here
    }
}

/// An approval.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ApproveOrder {
    /// The release.
    #[ts(optional = false)]
    pub id: i64,
    /// The version of the record that was read; another one now is a conflict.
    pub version: Option<i64>,
    /// The same of its translation; 0 = there was none.
    pub translation_version: Option<i64>,
    /// Who approves; none = who is working.
    pub approver: Option<String>,
    /// How.
    #[ts(optional = false)]
    pub way: ApprovalWay,
    /// A word with it.
    pub note: Option<String>,
    /// What was written in the chat, or stands on the paper.
    pub evidence_text: Option<String>,
    /// The name of the photo or scan.
    pub file_name: Option<String>,
    /// Its upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// Or a file on this machine.
    #[ts(type = "string", optional)]
    pub path: Option<PathBuf>,
}

/// Approves the text as it is now, and gives it its number where it has none.
pub fn approve(db: &Writer, ctx: &Ctx, order: ApproveOrder) -> Result<ReleaseDetail> {
    let release: Release = db.get(order.id)?;
    let mut standing = open(db, order.id)?;
    check_read(&release, order.version)?;
    if release.headline.trim().is_empty() {
        return Err(Error::invalid("headline", "release-no-headline-yet"));
    }
    check_translation_read(db, release.id, order.translation_version)?;
    // What is approved goes out in both languages: neither may be a mere beginning.
    if let Some(text) = translation_of(db, release.id)?
        && text.headline.trim().is_empty()
    {
        return Err(Error::invalid("headline", "release-translation-no-headline")
            .arg("language", &text.language));
    }
    if super::row(db, order.id)?.is_approved() {
        return Err(Error::new(Code::Conflict, "release-already-approved"));
    }
    let mut step = evidence(ctx, &order)?;
    let kept = version::keep(db, ctx, &release, KeptAs::Approved)?;
    if standing.number.trim().is_empty() {
        standing.number = number::give(db, ctx, &standing)?.unwrap_or_default();
    } else {
        register::check_own(db, &standing.number, Paper::Release(order.id))?;
    }
    let writer = step::handed_in_by(db, order.id)?;
    standing.stage = Stage::Approved;
    standing.approved_version_id = Some(kept);
    standing.holder = if writer.is_empty() { ctx.actor.clone() } else { writer };
    step.release_version_id = Some(kept);
    step.holder.clone_from(&standing.holder);
    step.number.clone_from(&standing.number);
    db.update(&mut standing)?;
    step::log(db, ctx, step)?;
    show(db, ctx, order.id)
}

/// The step with who approved and what shows it. Outside Warta an approval needs evidence.
fn evidence(ctx: &Ctx, order: &ApproveOrder) -> Result<ReleaseStep> {
    let approver = one_line(order.approver.as_deref());
    let text = order.evidence_text.as_deref().unwrap_or_default().trim();
    let has_file = order.upload.is_some() || order.path.is_some();
    if order.way != ApprovalWay::Here {
        if approver.is_empty() {
            return Err(Error::invalid("approver", "release-approver-missing"));
        }
        if text.is_empty() && !has_file {
            return Err(Error::invalid("evidence_text", "release-evidence-missing"));
        }
    }
    let mut step = ReleaseStep {
        approver: if approver.is_empty() { ctx.actor.clone() } else { approver },
        way: order.way.as_str().to_owned(),
        note: order.note.clone().unwrap_or_default(),
        evidence_text: text.to_owned(),
        ..step::of(order.id, StepKind::Approved, None)
    };
    if has_file {
        let given = Given {
            file_name: order.file_name.clone().unwrap_or_default(),
            upload: order.upload.clone(),
            path: order.path.clone(),
        };
        let kept = stored_file::keep(&ctx.folder, &given)?;
        step.evidence_name = kept.file_name;
        step.evidence_mime = kept.mime.to_owned();
        step.evidence_size = kept.size;
        step.evidence_sha256 = kept.sha256;
    }
    Ok(step)
}

/// Writes a copy of what shows an approval, to be looked at in another program: `id` is the step's.
pub fn copy_evidence(db: &Writer, ctx: &Ctx, order: FileCopy) -> Result<FileCopied> {
    let step: ReleaseStep = db.get(order.id)?;
    record_file::write_copy(db, ctx, &step.evidence_sha256, &step.evidence_name, order.file)
}
