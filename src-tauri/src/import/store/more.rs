//! What hangs on a contact or an outlet and few files have: regions and topics, associations,
//! accounts, other stays, values of the office's own fields.

use rusqlite::named_params;

use crate::affiliation::Affiliation;
use crate::db::Writer;
use crate::error::Result;
use crate::format::fold::fold;
use crate::import::person::{More, Stay};
use crate::membership::AssociationMembership;
use crate::owner::Owner;
use crate::social_account::{self, SocialAccount, SocialAccountEdit};
use crate::{label, organisation, reach};

/// Hangs everything on a new contact.
pub fn add_to_contact(
    db: &Writer,
    contact_id: i64,
    outlet_id: Option<i64>,
    more: &More,
) -> Result<()> {
    let owner = Owner::Contact(contact_id);
    let mut seen: Vec<(&str, String)> = Vec::new();
    for (kind, value) in &more.labels {
        let name = (*kind, fold(value));
        if !seen.contains(&name) {
            db.insert(&mut label::new(owner, kind, value))?;
            seen.push(name);
        }
    }
    let mut joined = Vec::new();
    for association in &more.memberships {
        let id = association_id(db, association)?;
        if !joined.contains(&id) {
            join(db, contact_id, id)?;
            joined.push(id);
        }
    }
    let mut accounts: Vec<(String, String)> = Vec::new();
    for (rank, mut account) in accounts_of(more).into_iter().enumerate() {
        let name = (account.platform.clone(), account.handle_key.clone());
        if accounts.contains(&name) {
            continue;
        }
        accounts.push(name);
        account.contact_id = Some(contact_id);
        account.rank = i64::try_from(rank).unwrap_or(0);
        db.insert(&mut account)?;
    }
    for stay in &more.affiliations {
        let id = organisation_id(db, &stay.organisation)?;
        // The stay at the outlet of the row is there already; this one knows its days.
        let same = outlet_id == Some(id) && add_days(db, contact_id, id, stay)?;
        if !same {
            db.insert(&mut at(contact_id, id, stay))?;
        }
    }
    for value in &more.custom {
        let mut value = value.clone();
        value.contact_id = Some(contact_id);
        db.insert(&mut value)?;
    }
    Ok(())
}

/// Gives the plain stay at this organisation its days; false when there is none.
fn add_days(db: &Writer, contact_id: i64, organisation_id: i64, stay: &Stay) -> Result<bool> {
    let plain: Vec<Affiliation> = db.all(
        "contact_id = :contact AND organisation_id = :organisation AND position = :position AND started_on = '' AND ended_on = ''",
        named_params! {":contact": contact_id, ":organisation": organisation_id, ":position": stay.position},
    )?;
    let Some(mut affiliation) = plain.into_iter().next() else { return Ok(false) };
    affiliation.started_on.clone_from(&stay.started_on);
    affiliation.ended_on.clone_from(&stay.ended_on);
    affiliation.department.clone_from(&stay.department);
    db.update(&mut affiliation)?;
    Ok(true)
}

/// An affiliation that is not stored yet.
pub fn at(contact_id: i64, organisation_id: i64, stay: &Stay) -> Affiliation {
    Affiliation {
        contact_id,
        organisation_id,
        position: stay.position.clone(),
        department: stay.department.clone(),
        started_on: stay.started_on.clone(),
        ended_on: stay.ended_on.clone(),
        ..Affiliation::default()
    }
}

/// The accounts of a row that can be understood.
pub fn accounts_of(more: &More) -> Vec<SocialAccount> {
    more.social
        .iter()
        .filter_map(|(platform, handle)| {
            let known = social_account::PLATFORMS.contains(&platform.as_str());
            let edit = SocialAccountEdit {
                platform: if known { platform.clone() } else { String::new() },
                handle: handle.clone(),
                url: String::new(),
                followers: 0,
                counted_on: String::new(),
            };
            social_account::read(&edit).ok().flatten()
        })
        .collect()
}

/// The association with this name, made when missing.
pub fn association_id(db: &Writer, name: &str) -> Result<i64> {
    let id = organisation::named_or_new(db, name, "journalists_association")?;
    db.touch("organisations", id);
    Ok(id)
}

/// The organisation with this name, made when missing.
pub fn organisation_id(db: &Writer, name: &str) -> Result<i64> {
    let id = organisation::named_or_new(db, name, "outlet")?;
    db.touch("organisations", id);
    Ok(id)
}

/// Makes a contact a member.
pub fn join(db: &Writer, contact_id: i64, association_id: i64) -> Result<()> {
    db.insert(&mut AssociationMembership {
        association_id,
        contact_id: Some(contact_id),
        ..AssociationMembership::default()
    })?;
    Ok(())
}

/// Gives an outlet the addresses and numbers that it lacks; whether there were any.
pub fn add_to_outlet(db: &Writer, id: i64, more: &More) -> Result<bool> {
    if more.outlet_emails.is_empty() && more.outlet_phones.is_empty() {
        return Ok(false);
    }
    let known: Vec<String> = db.rows(
        "SELECT value_key FROM reaches WHERE organisation_id = :id AND deleted_at IS NULL",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    let emails =
        more.outlet_emails.iter().map(|value| ("email", value.clone(), value.to_lowercase()));
    let phones =
        more.outlet_phones.iter().map(|phone| ("phone", phone.display.clone(), phone.e164.clone()));
    let mut rank = i64::try_from(known.len()).unwrap_or(0);
    let mut added = false;
    for (kind, value, value_key) in emails.chain(phones) {
        if !known.contains(&value_key) {
            db.insert(&mut reach::new(Owner::Organisation(id), kind, value, value_key, rank))?;
            rank += 1;
            added = true;
        }
    }
    Ok(added)
}
