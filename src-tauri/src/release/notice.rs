//! Taking a release back or putting it right: both refer to the original, which shows it.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::lifecycle::{ReleaseKind, Standing, one_line, open, refuse_under_way};
use super::step::{self, ReleaseStep, StepKind};
use super::translation::{self, ReleaseTranslation, translation_of};
use super::{Release, ReleaseDetail, blank, letter, number, row, show};
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};

/// Marks of `releases.notice`.
pub const CORRECTION: &str = "correction";
/// See [`CORRECTION`].
pub const WITHDRAWAL: &str = "withdrawal";

/// Takes a release back.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct WithdrawOrder {
    /// The release.
    pub id: i64,
    /// Why.
    pub reason: String,
    /// Whether a notice of it is begun, to be sent to those who got the release.
    pub notice: bool,
}

/// Begins a correction.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct CorrectOrder {
    /// The release to put right.
    pub id: i64,
    /// What was wrong.
    pub note: String,
}

/// Withdraws a release: it is sent to nobody any more. The number of one that never went out
/// becomes void.
pub fn withdraw(db: &Writer, ctx: &Ctx, order: WithdrawOrder) -> Result<ReleaseDetail> {
    let release: Release = db.get(order.id)?;
    let mut standing = open(db, order.id)?;
    let reason = one_line(Some(&order.reason));
    if reason.is_empty() {
        return Err(Error::invalid("reason", "release-reason-missing"));
    }
    refuse_under_way(db, order.id, "release-withdraw-being-sent")?;
    let calls = db.number(
        "SELECT COUNT(*)
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state = 'by_hand'
         WHERE s.release_id = :release",
        named_params! {":release": order.id},
    )?;
    if calls > 0 {
        // Somebody would go on telling it by telephone.
        return Err(Error::new(Code::Conflict, "release-withdraw-being-sent"));
    }
    let went_out = !row(db, order.id)?.sent_at.is_empty();
    if !went_out {
        number::void(db, order.id)?;
    }
    standing.withdrawn_at = ctx.now_text();
    db.update(&mut standing)?;
    let step = step::of(order.id, StepKind::Withdrawn, None);
    let step = ReleaseStep { note: reason, holder: standing.holder, ..step };
    step::log(db, ctx, step)?;
    if order.notice {
        begin(db, &release, WITHDRAWAL)?;
    }
    show(db, ctx, order.id)
}

/// Begins the correction of a release that is out, or approved to go out; gives the new release.
pub fn correct(db: &Writer, ctx: &Ctx, order: CorrectOrder) -> Result<ReleaseDetail> {
    let release: Release = db.get(order.id)?;
    let standing: Standing = db.get(order.id)?;
    let original = row(db, order.id)?;
    if original.sent_at.is_empty() && standing.approved_version_id.is_none() {
        return Err(Error::new(Code::Conflict, "release-correct-not-out"));
    }
    let id = begin(db, &release, CORRECTION)?;
    let step = step::of(order.id, StepKind::Correction, None);
    step::log(db, ctx, ReleaseStep { note: order.note, holder: standing.holder, ..step })?;
    show(db, ctx, id)
}

/// A new draft that speaks of the original, in both languages where that is.
fn begin(db: &Writer, original: &Release, notice: &str) -> Result<i64> {
    let language = original.language.as_str();
    let is_correction = notice == CORRECTION;
    let (headline_key, lead, lead_number) = if is_correction {
        ("release-correction-headline", "release-correction-lead", "release-correction-lead-number")
    } else {
        ("release-withdrawal-headline", "release-withdrawal-lead", "release-withdrawal-lead-number")
    };
    let lead_key = if original.number.trim().is_empty() { lead } else { lead_number };
    let args = [("headline", original.headline.trim()), ("number", original.number.trim())];
    let mut release = Release {
        kind: if is_correction { ReleaseKind::Correction } else { ReleaseKind::Statement },
        headline: letter::words(language, headline_key, &args),
        place: original.place.clone(),
        lead: letter::words(language, lead_key, &args),
        body_html: if is_correction { original.body_html.clone() } else { String::new() },
        boilerplate: original.boilerplate.clone(),
        press_contact: original.press_contact.clone(),
        ..blank(db, language)?
    };
    db.insert(&mut release)?;
    if let Some(other) = translation_of(db, original.id)? {
        let language = other.language.as_str();
        let args = [("headline", other.headline.trim()), ("number", original.number.trim())];
        let usual = translation::blank(db, &release)?;
        let mut text = ReleaseTranslation {
            release_id: release.id,
            headline: letter::words(language, headline_key, &args),
            lead: letter::words(language, lead_key, &args),
            body_html: if is_correction { other.body_html.clone() } else { String::new() },
            boilerplate: other.boilerplate.clone(),
            press_contact: other.press_contact.clone(),
            ..usual
        };
        db.insert(&mut text)?;
    }
    let mut standing: Standing = db.get(release.id)?;
    standing.original_id = Some(original.id);
    standing.notice = notice.to_owned();
    db.update(&mut standing)?;
    Ok(release.id)
}
