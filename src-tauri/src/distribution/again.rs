//! A small distribution that takes an earlier one up again: to addresses that were put right, or
//! to ask once more. It carries the text that the others got, as its version keeps it, whatever
//! has become of the release since.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::audience::{Audience, Problem};
use super::mended::mended;
use super::{silence, unknown};
use crate::choice;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::release::{self, KeptText, Release, ReleaseFile};

choice! {
    /// Why a distribution takes up an earlier one.
    Purpose {
        /// To addresses that were put right.
        Resend = "resend",
        /// To ask once more.
        FollowUp = "follow_up",
    }
}

/// Which distribution is taken up again, and how.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Again {
    /// The earlier distribution.
    pub distribution_id: i64,
    /// Why.
    pub purpose: Purpose,
    /// Subject of the covering mail; none = as it was.
    #[ts(optional)]
    pub subject: Option<String>,
    /// Text of the covering mail; none = as it was.
    #[ts(optional)]
    pub covering: Option<String>,
    /// The subject of the version in the other language; none = as it was.
    #[serde(default)]
    #[ts(optional)]
    pub other_subject: Option<String>,
    /// The covering mail of the version in the other language; none = as it was.
    #[serde(default)]
    #[ts(optional)]
    pub other_covering: Option<String>,
    /// Nobody gets mail: everybody is called or written to by chat.
    #[serde(default)]
    pub by_hand: bool,
}

/// The text that goes out again.
pub(super) struct Taken {
    pub purpose: Purpose,
    pub by_hand: bool,
    pub release: Release,
    /// In the other language.
    pub other: Option<Release>,
    pub files: Vec<ReleaseFile>,
    /// 0 = not kept: the release as it stands.
    version_id: i64,
    root: i64,
}

/// The distribution at the beginning: itself, or the one that it takes up.
pub(super) fn root_of(db: &Reader, id: i64) -> Result<i64> {
    db.row(
        "SELECT CASE WHEN parent_id = 0 THEN id ELSE parent_id END FROM distributions WHERE id = :id",
        named_params! {":id": id},
        |row| row.get(0),
    )?
    .ok_or_else(|| unknown(id))
}

/// Reads what an audience takes up again; every person of it must be one of those it is for.
pub(super) fn take(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
    release: &Release,
) -> Result<Option<Taken>> {
    let Some(again) = &audience.again else { return Ok(None) };
    let found: Option<(i64, i64, String)> = db.row(
        "SELECT release_id, release_version_id, embargo_at FROM distributions WHERE id = :id",
        named_params! {":id": again.distribution_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let (release_id, version_id, embargo_at) =
        found.ok_or_else(|| unknown(again.distribution_id))?;
    if release_id != release.id
        || !audience.lists.is_empty()
        || !audience.waves.is_empty()
        || !audience.groups.is_empty()
        || !audience.newsrooms.is_empty()
    {
        return Err(Error::invalid("again", "error-wrong-value").arg("field", "again"));
    }
    let root = root_of(db, again.distribution_id)?;
    match again.purpose {
        Purpose::Resend => {
            let people = mended(db, ctx, again.distribution_id)?;
            let known: BTreeSet<i64> = people.into_iter().map(|one| one.contact_id).collect();
            if let Some(other) = audience.contacts.iter().find(|one| !known.contains(one)) {
                return Err(not_among(db, *other, "distribution-resend-not-now")?);
            }
        }
        Purpose::FollowUp => silence::check(db, ctx, root, &audience.contacts)?,
    }
    let kept = match version_id {
        0 => KeptText {
            release: release.clone(),
            other: release::other_text(db, release)?,
            files: release::files_of(db, release.id)?,
        },
        version_id => release::as_kept(db, release, version_id)?,
    };
    let own = (&again.subject, &again.covering);
    let others = (&again.other_subject, &again.other_covering);
    Ok(Some(Taken {
        purpose: again.purpose,
        by_hand: again.by_hand,
        release: covered(kept.release, own, &embargo_at),
        other: kept.other.map(|text| covered(text, others, &embargo_at)),
        files: kept.files,
        version_id,
        root,
    }))
}

/// A text with another subject and covering mail, where they are given.
fn covered(
    text: Release,
    (subject, covering): (&Option<String>, &Option<String>),
    embargo_at: &str,
) -> Release {
    let covering = covering.as_deref().map(str::trim).filter(|said| !said.is_empty());
    Release {
        // Who gets it later is under the same embargo while that lasts.
        embargo_at: embargo_at.to_owned(),
        covering_subject: one_line(subject).unwrap_or(text.covering_subject),
        covering_text: covering.map_or(text.covering_text, str::to_owned),
        ..text
    }
}

fn one_line(text: &Option<String>) -> Option<String> {
    let line = text.as_deref()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// A refusal that names the person.
pub(super) fn not_among(db: &Reader, contact_id: i64, sentence: &'static str) -> Result<Error> {
    let name: Option<String> = db.row(
        "SELECT name FROM contacts WHERE id = :id",
        named_params! {":id": contact_id},
        |row| row.get(0),
    )?;
    Ok(Error::new(Code::Conflict, sentence)
        .arg("name", name.unwrap_or_else(|| contact_id.to_string())))
}

impl Taken {
    /// The distribution at the beginning.
    pub(super) fn root(&self) -> i64 {
        self.root
    }

    /// Whether a problem of the release as it stands is one of the text that goes out again.
    pub(super) fn is_concerned(&self, problem: &Problem) -> bool {
        match problem.kind {
            "not_approved" | "changed" => self.version_id == 0,
            // To ask once more is to write to those who have it.
            "already_sent" => self.purpose == Purpose::Resend,
            _ => true,
        }
    }

    /// Keeps with the new distribution what it takes up.
    pub(super) fn note(&self, db: &Writer, id: i64) -> Result<()> {
        db.execute(
            "UPDATE distributions SET parent_id = :root, purpose = :purpose, release_version_id = :version WHERE id = :id",
            named_params! {":id": id, ":root": self.root, ":purpose": self.purpose, ":version": self.version_id},
        )?;
        Ok(())
    }
}

/// Keeps with a distribution of its own which text it carries.
pub(super) fn note_version(db: &Writer, id: i64, version_id: i64) -> Result<()> {
    db.execute(
        "UPDATE distributions SET release_version_id = :version WHERE id = :id",
        named_params! {":id": id, ":version": version_id},
    )?;
    Ok(())
}
