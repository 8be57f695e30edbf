//! A correction or the notice of a withdrawal goes to exactly those who got the original.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::Audience;
use crate::db::{Ctx, Reader};
use crate::error::Result;

/// Who got the release that another one corrects or withdraws.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct OriginalAudience {
    /// The original; 0 = the release speaks of none.
    pub release_id: i64,
    /// Its headline.
    pub headline: String,
    /// How many people got it.
    pub people: i64,
    /// How many chat groups got it.
    pub groups: i64,
    /// How many newsrooms got it.
    pub newsrooms: i64,
    /// How many may have got it: nobody can tell yet.
    pub unsure: i64,
}

/// Who got a release: their server took it over, or somebody told them. In the order in which it
/// was sent.
pub(super) fn who_got(db: &Reader, release_id: i64) -> Result<Vec<i64>> {
    db.rows(
        "SELECT d.contact_id
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state IN ('accepted', 'done_by_hand')
         WHERE s.release_id = :release AND d.contact_id IS NOT NULL
         GROUP BY d.contact_id
         ORDER BY MIN(d.id)",
        named_params! {":release": release_id},
        |row| row.get(0),
    )
}

/// The chat groups that a release was told to.
pub(super) fn groups_that_got(db: &Reader, release_id: i64) -> Result<Vec<i64>> {
    db.rows(
        "SELECT d.group_chat_id
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state = 'done_by_hand'
         JOIN group_chats g ON g.id = d.group_chat_id AND g.deleted_at IS NULL
         WHERE s.release_id = :release
         GROUP BY d.group_chat_id
         ORDER BY MIN(d.id)",
        named_params! {":release": release_id},
        |row| row.get(0),
    )
}

/// The newsrooms whose server took a release over.
pub(super) fn newsrooms_that_got(db: &Reader, release_id: i64) -> Result<Vec<i64>> {
    db.rows(
        "SELECT d.organisation_id
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state IN ('accepted', 'done_by_hand')
         JOIN organisations o ON o.id = d.organisation_id AND o.deleted_at IS NULL
         WHERE s.release_id = :release
         GROUP BY d.organisation_id
         ORDER BY MIN(d.id)",
        named_params! {":release": release_id},
        |row| row.get(0),
    )
}

/// An audience with the groups and newsrooms that got the original it is for.
pub(super) fn with_all<'a>(db: &Reader, audience: &'a Audience) -> Result<Cow<'a, Audience>> {
    let Some(original) = audience.who_got else { return Ok(Cow::Borrowed(audience)) };
    let mut groups = audience.groups.clone();
    groups.extend(groups_that_got(db, original)?);
    let mut newsrooms = audience.newsrooms.clone();
    newsrooms.extend(newsrooms_that_got(db, original)?);
    Ok(Cow::Owned(Audience { groups, newsrooms, ..audience.clone() }))
}

/// The original of a release; 0 = none.
pub(super) fn original_of(db: &Reader, release_id: i64) -> Result<i64> {
    db.number(
        "SELECT COALESCE((SELECT original_id FROM releases WHERE id = :release), 0)",
        named_params! {":release": release_id},
    )
}

/// How many may have got a release and did not get it for certain.
pub(super) fn unsure(db: &Reader, release_id: i64) -> Result<i64> {
    db.number(
        "SELECT COUNT(*)
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state = 'unsure'
         WHERE s.release_id = :release",
        named_params! {":release": release_id},
    )
}

/// Who got the original of a release.
pub fn original_audience(db: &Reader, _ctx: &Ctx, release_id: i64) -> Result<OriginalAudience> {
    let original = original_of(db, release_id)?;
    if original == 0 {
        return Ok(OriginalAudience::default());
    }
    let headline: Option<String> = db.row(
        "SELECT headline FROM releases WHERE id = :id",
        named_params! {":id": original},
        |row| row.get(0),
    )?;
    Ok(OriginalAudience {
        release_id: original,
        headline: headline.unwrap_or_default(),
        people: i64::try_from(who_got(db, original)?.len()).unwrap_or(i64::MAX),
        groups: i64::try_from(groups_that_got(db, original)?.len()).unwrap_or(i64::MAX),
        newsrooms: i64::try_from(newsrooms_that_got(db, original)?.len()).unwrap_or(i64::MAX),
        unsure: unsure(db, original)?,
    })
}

/// How an audience differs from those who got the original: how many of them get nothing though
/// nothing speaks against it, and how many others get it.
pub(super) fn differences(
    got: &[i64],
    reached: &BTreeSet<i64>,
    left_out: &BTreeSet<i64>,
) -> (usize, usize) {
    let got: BTreeSet<i64> = got.iter().copied().collect();
    let missing =
        got.iter().filter(|one| !reached.contains(one) && !left_out.contains(one)).count();
    let others = reached.iter().filter(|one| !got.contains(one)).count();
    (missing, others)
}
