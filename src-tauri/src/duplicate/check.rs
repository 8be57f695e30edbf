//! Whether a contact that is being typed in is there already: asked after every pause, so it looks
//! only where an index leads.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::organisations::bare_name;
use super::score::{Evidence, LEAST, is_desk, weigh};
use crate::affiliation;
use crate::contact::{ContactRow, DuplicateFlag, rows_of};
use crate::db::{Ctx, Database, Reader, Writer, search};
use crate::error::Result;
use crate::format::fold::fold;
use crate::format::name_match::Words;
use crate::format::{person_name, phone};

/// What is known of a contact so far.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DuplicateCheck {
    /// The contact itself, when it is stored already.
    pub id: Option<i64>,
    /// Name as typed, with titles or without.
    pub name: Option<String>,
    /// Addresses.
    pub emails: Option<Vec<String>>,
    /// Numbers, however written.
    pub phones: Option<Vec<String>>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// City.
    pub city: Option<String>,
}

/// A contact that may be the same person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LikelyDuplicate {
    /// Its row.
    pub row: ContactRow,
    /// 0 to 100.
    pub score: i64,
    /// Why, the strongest reason first.
    pub reasons: Vec<String>,
}

const MOST_SHOWN: usize = 5;
/// Somebody who is typing is there to look: less than a proposal needs will do.
const LEAST_WHILE_TYPING: i64 = 50;
/// An address or number that more contacts have is a desk's.
const MOST_OF_A_PERSON: usize = 2;

/// Finds contacts that may be the one being typed in, the surest first.
pub fn check(db: &Reader, ctx: &Ctx, asked: DuplicateCheck) -> Result<Vec<LikelyDuplicate>> {
    let name = fold(&person_name::split(asked.name.as_deref().unwrap_or_default()).name);
    let emails: BTreeSet<String> =
        asked.emails.iter().flatten().map(|email| email.trim().to_lowercase()).collect();
    let phones: BTreeSet<String> =
        asked.phones.iter().flatten().filter_map(|number| phone::e164(number)).collect();
    let outlet = fold(asked.outlet.as_deref().unwrap_or_default());
    let mut desks: BTreeSet<String> = BTreeSet::new();
    let mut candidates: BTreeSet<i64> = BTreeSet::new();
    for key in emails.iter().chain(&phones).filter(|key| !key.is_empty()) {
        let there: Vec<i64> = db.rows(
            "SELECT DISTINCT contact_id FROM reaches WHERE value_key = :key AND contact_id IS NOT NULL AND deleted_at IS NULL LIMIT 100",
            named_params! {":key": key},
            |row| row.get(0),
        )?;
        if is_desk(key) || there.len() > MOST_OF_A_PERSON {
            desks.insert(key.clone());
        }
        candidates.extend(there);
    }
    candidates.extend(of_like_name(db, &name, &outlet)?);
    candidates.remove(&asked.id.unwrap_or(0));
    let words = Words::of(&name);
    let city = asked.city.as_deref().map(fold).unwrap_or_default();
    let decided = apart(db, asked.id.unwrap_or(0))?;
    let mut found = Vec::new();
    for id in candidates.into_iter().filter(|id| !decided.contains(id)) {
        let Some(row) = rows_of(db, ctx, &[id])?.into_iter().next() else { continue };
        let theirs = fold(&person_name::split(&row.name).name);
        let outlets: Vec<String> = affiliation::of_contact(db, id)?
            .iter()
            .map(|there| bare_name(&fold(&there.organisation)))
            .collect();
        let mut evidence = Evidence {
            outlet: !outlet.is_empty() && outlets.contains(&bare_name(&outlet)),
            city: !city.is_empty() && fold(&row.city) == city,
            ..Evidence::default()
        };
        evidence.other_outlet = !outlet.is_empty() && !outlets.is_empty() && !evidence.outlet;
        let their_emails: Vec<String> =
            row.emails.iter().map(|email| email.address.to_lowercase()).collect();
        let their_phones: Vec<String> = row.phones.iter().map(|phone| phone.e164.clone()).collect();
        for shared in their_emails.iter().filter(|email| emails.contains(*email)) {
            if desks.contains(shared) { evidence.desk_email = true } else { evidence.email = true }
        }
        for shared in their_phones.iter().filter(|number| phones.contains(*number)) {
            if desks.contains(shared) { evidence.desk_phone = true } else { evidence.phone = true }
        }
        evidence.other_email = !emails.is_empty()
            && !their_emails.is_empty()
            && !evidence.email
            && !evidence.desk_email;
        evidence.other_phone = !phones.is_empty()
            && !their_phones.is_empty()
            && !evidence.phone
            && !evidence.desk_phone;
        let verdict = weigh(&words, &Words::of(&theirs), &evidence);
        // A number or address of one's own is worth a look even while the name is not written yet.
        let is_own = (evidence.email || evidence.phone) && (name.is_empty() || verdict.score >= 30);
        if verdict.score >= LEAST_WHILE_TYPING || is_own {
            let reasons = verdict.reasons.iter().map(|reason| (*reason).to_owned()).collect();
            found.push(LikelyDuplicate { row, score: verdict.score, reasons });
        }
    }
    found.sort_by_key(|likely| (-likely.score, likely.row.id));
    found.truncate(MOST_SHOWN);
    Ok(found)
}

/// Contacts that were decided to be somebody else.
fn apart(db: &Reader, id: i64) -> Result<BTreeSet<i64>> {
    let ids = db.rows(
        "SELECT CASE WHEN contact_id = :id THEN other_id ELSE contact_id END FROM duplicate_flags
         WHERE (contact_id = :id OR other_id = :id) AND verdict = 'apart' AND deleted_at IS NULL",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    Ok(ids.into_iter().collect())
}

/// Contacts whose words begin like those of the name, and the people of the outlet who share one.
fn of_like_name(db: &Reader, name: &str, outlet: &str) -> Result<Vec<i64>> {
    let words = Words::of(name);
    let mut found = db.rows(
        "SELECT id FROM contacts WHERE name_key = :name AND deleted_at IS NULL LIMIT 50",
        named_params! {":name": name},
        |row| row.get(0),
    )?;
    let telling: Vec<&str> = words.all().iter().copied().filter(|word| word.len() >= 3).collect();
    if telling.len() >= 2 {
        // The first letters of each word: a slip stands further on, order does not matter.
        let starts: Vec<String> =
            telling.iter().map(|word| word.chars().take(3).collect::<String>()).collect();
        if let Some(matching) = search::matching(&starts.join(" ")) {
            let matching = format!("name : ({matching})");
            found.extend(db.rows(
                "SELECT rowid FROM contact_search WHERE contact_search MATCH :matching LIMIT 200",
                named_params! {":matching": matching},
                |row| row.get::<_, i64>(0),
            )?);
        }
    }
    if !outlet.is_empty() && !words.all().is_empty() {
        let there = db.rows(
            "SELECT c.id, c.name_key
             FROM organisations o
             JOIN affiliations a ON a.organisation_id = o.id AND a.deleted_at IS NULL
             JOIN contacts c ON c.id = a.contact_id AND c.deleted_at IS NULL
             WHERE o.name_key = :outlet AND o.deleted_at IS NULL
             LIMIT 2000",
            named_params! {":outlet": outlet},
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
        )?;
        found.extend(
            there
                .iter()
                .filter(|(_, other)| super::score::may_be_one(&words, &Words::of(other)))
                .map(|(id, _)| *id),
        );
    }
    Ok(found)
}

/// A larger import is left to the scan, which reads everybody once.
const MOST_IMPORTED: i64 = 2_000;
const AT_ONCE: usize = 50;

/// Flags the contacts that an import has just added and that are very like somebody who is there;
/// the flags belong to the import. How many contacts were flagged.
pub fn flag_imported(db: &Database, ctx: &Ctx, action: i64, import: i64) -> Result<i64> {
    let ids: Vec<i64> = db.read(|db| {
        db.rows(
            "SELECT id FROM contacts WHERE import_id = :import AND import_id <> 0 AND deleted_at IS NULL ORDER BY id LIMIT :most",
            named_params! {":import": import, ":most": MOST_IMPORTED + 1},
            |row| row.get(0),
        )
    })?;
    if i64::try_from(ids.len()).unwrap_or(i64::MAX) > MOST_IMPORTED {
        return Ok(0);
    }
    let mut flagged = 0;
    for some in ids.chunks(AT_ONCE) {
        let ctx = Ctx { now: crate::clock::now(), ..ctx.clone() };
        flagged += db.write_chunk(&ctx, action, |db| {
            db.set_import(import);
            some.iter().map(|id| Ok(i64::from(flag(db, &ctx, *id)?))).sum::<Result<i64>>()
        })?;
    }
    Ok(flagged)
}

fn flag(db: &Writer, ctx: &Ctx, id: i64) -> Result<bool> {
    let Some(row) = rows_of(db, ctx, &[id])?.into_iter().next() else { return Ok(false) };
    let asked = DuplicateCheck {
        id: Some(id),
        name: Some(row.name),
        emails: Some(row.emails.into_iter().map(|email| email.address).collect()),
        phones: Some(row.phones.into_iter().map(|phone| phone.e164).collect()),
        outlet: Some(row.outlet),
        city: Some(row.city),
    };
    let mut flagged = false;
    for likely in check(db, ctx, asked)?.into_iter().filter(|likely| likely.score >= LEAST) {
        let other_id = likely.row.id;
        let known = db.number(
            "SELECT COUNT(*) FROM duplicate_flags
             WHERE ((contact_id = :a AND other_id = :b) OR (contact_id = :b AND other_id = :a)) AND deleted_at IS NULL",
            named_params! {":a": id, ":b": other_id},
        )?;
        if known == 0 {
            db.insert(&mut DuplicateFlag {
                contact_id: id,
                other_id,
                reason: likely.reasons.join(","),
                score: likely.score,
                ..DuplicateFlag::default()
            })?;
            flagged = true;
        }
    }
    Ok(flagged)
}
