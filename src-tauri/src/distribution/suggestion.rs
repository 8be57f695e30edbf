//! Whom a release may interest: people and lists whose beats and regions its text names.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::format::fold::fold;
use crate::format::markdown;
use crate::recipient_list;
use crate::release::Release;

/// A list that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestedList {
    /// The list.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// How many of its people fit.
    pub fits: i64,
    /// How many people it has.
    pub members: i64,
}

/// A person who fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestedPerson {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// The beats and regions that fit.
    pub why: Vec<String>,
}

/// Whom a release may interest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Suggestions {
    /// Beats that the text names.
    pub beats: Vec<String>,
    /// Regions that the text names.
    pub regions: Vec<String>,
    /// Lists in which many fit, the best first.
    pub lists: Vec<SuggestedList>,
    /// People who fit, the best first; at most 200.
    pub people: Vec<SuggestedPerson>,
    /// How many people fit in all.
    pub total: i64,
}

const MOST_PEOPLE: usize = 200;
const MOST_LISTS: usize = 6;
/// A list fits when at least this share of it does.
const SHARE: i64 = 3;

/// Suggests an audience for a release.
pub fn suggest(db: &Reader, ctx: &Ctx, release_id: i64) -> Result<Suggestions> {
    let release: Release = db.get(release_id)?;
    let text = padded(&format!(
        "{} {} {} {}",
        release.headline,
        release.place,
        release.lead,
        markdown::text_of(&release.body_html)
    ));
    let labels: Vec<(String, String, String)> = db.rows(
        "SELECT kind, value_key, MIN(value)
         FROM labels
         WHERE kind IN ('beat', 'region') AND deleted_at IS NULL
         GROUP BY kind, value_key
         ORDER BY kind, value_key",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut suggestions = Suggestions::default();
    let mut fitting: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    for (kind, key, value) in labels {
        if !text.contains(&padded(&key)) {
            continue;
        }
        for contact in people_of(db, &kind, &key)? {
            fitting.entry(contact).or_default().insert(value.clone());
        }
        let found = if kind == "beat" { &mut suggestions.beats } else { &mut suggestions.regions };
        found.push(value);
    }
    suggestions.lists = lists(db, ctx, &fitting)?;
    suggestions.total = i64::try_from(fitting.len()).unwrap_or(i64::MAX);
    let mut people: Vec<(i64, BTreeSet<String>)> = fitting.into_iter().collect();
    people.sort_by_key(|(_, why)| std::cmp::Reverse(why.len()));
    for (contact_id, why) in people.into_iter().take(MOST_PEOPLE) {
        let name: Option<String> = db.row(
            "SELECT name FROM contacts WHERE id = :id",
            named_params! {":id": contact_id},
            |row| row.get(0),
        )?;
        suggestions.people.extend(name.map(|name| SuggestedPerson {
            contact_id,
            name,
            why: why.into_iter().collect(),
        }));
    }
    Ok(suggestions)
}

/// Folded words with a space on either side of each, so that only whole words fit.
fn padded(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// Journalists with this label, of their own or of the outlet where they work; without those who
/// are not to be contacted.
fn people_of(db: &Reader, kind: &str, key: &str) -> Result<Vec<i64>> {
    db.rows(
        "SELECT c.id
         FROM (SELECT l.contact_id AS id
               FROM labels l
               WHERE l.kind = :kind AND l.value_key = :key AND l.contact_id IS NOT NULL AND l.deleted_at IS NULL
               UNION
               SELECT a.contact_id
               FROM labels l
               JOIN affiliations a ON a.organisation_id = l.organisation_id AND a.ended_on = '' AND a.deleted_at IS NULL
               WHERE l.kind = :kind AND l.value_key = :key AND l.organisation_id IS NOT NULL AND l.deleted_at IS NULL) fits
         JOIN contacts c ON c.id = fits.id AND c.deleted_at IS NULL
         WHERE NOT EXISTS (SELECT 1 FROM contact_states s WHERE s.contact_id = c.id AND s.kind = 'do_not_contact' AND s.deleted_at IS NULL)
         ORDER BY c.id",
        named_params! {":kind": kind, ":key": key},
        |row| row.get(0),
    )
}

fn lists(
    db: &Reader,
    ctx: &Ctx,
    fitting: &BTreeMap<i64, BTreeSet<String>>,
) -> Result<Vec<SuggestedList>> {
    let mut lists = Vec::new();
    if fitting.is_empty() {
        return Ok(lists);
    }
    for list in recipient_list::all(db, ctx, ())? {
        if !list.archived_at.is_empty() {
            continue;
        }
        let members = recipient_list::members(db, ctx, list.id)?;
        let fits = members.iter().filter(|contact| fitting.contains_key(contact)).count();
        let fits = i64::try_from(fits).unwrap_or(i64::MAX);
        let members = i64::try_from(members.len()).unwrap_or(i64::MAX);
        if fits > 0 && fits * SHARE >= members {
            lists.push(SuggestedList { id: list.id, name: list.name, fits, members });
        }
    }
    lists
        .sort_by_key(|list| std::cmp::Reverse((list.fits * 1000 / list.members.max(1), list.fits)));
    lists.truncate(MOST_LISTS);
    Ok(lists)
}
