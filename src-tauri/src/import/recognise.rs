//! Who in the media list is the person of a row? By email when the name agrees too (newsrooms
//! share addresses), else by phone plus name, else by name at the same outlet.

use rusqlite::named_params;

use super::person::Person;
use crate::db::Reader;
use crate::error::Result;
use crate::format::person_name;

/// What recognition found.
#[derive(Debug, Default)]
pub struct Found {
    /// The person, already in the media list.
    pub contact: Option<i64>,
    /// Somebody of another name at the same address.
    pub same_address: Option<i64>,
}

/// Looks the person up.
pub fn recognise(db: &Reader, person: &Person) -> Result<Found> {
    let mut same_address = None;
    for email in &person.emails {
        for (id, name) in at_reach(db, &email.to_lowercase())? {
            if person_name::agrees(&name, &person.name.name) {
                return Ok(Found { contact: Some(id), same_address: None });
            }
            same_address = same_address.or(Some(id));
        }
    }
    for (phone, _) in &person.phones {
        for (id, name) in at_reach(db, &phone.e164)? {
            if person_name::agrees(&name, &person.name.name) {
                return Ok(Found { contact: Some(id), same_address: None });
            }
        }
    }
    let contact = at_outlet(db, person)?;
    Ok(Found { contact, same_address: if contact.is_some() { None } else { same_address } })
}

fn at_reach(db: &Reader, value_key: &str) -> Result<Vec<(i64, String)>> {
    db.rows(
        "SELECT c.id, c.name
         FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :key AND r.deleted_at IS NULL
         ORDER BY c.id
         LIMIT 200",
        named_params! {":key": value_key},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The same name at the same outlet; where neither has an outlet, only when one of them has
/// nothing else to be told apart by.
fn at_outlet(db: &Reader, person: &Person) -> Result<Option<i64>> {
    if person.outlet_key.is_empty() {
        let bare = person.emails.is_empty() && person.phones.is_empty();
        return db.row(
            "SELECT c.id
             FROM contacts c
             WHERE c.name_key = :name AND c.deleted_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.deleted_at IS NULL)
               AND (:bare OR NOT EXISTS (SELECT 1 FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL))
             ORDER BY c.id
             LIMIT 1",
            named_params! {":name": person.name_key, ":bare": bare},
            |row| row.get(0),
        );
    }
    db.row(
        "SELECT c.id
         FROM contacts c
         JOIN affiliations a ON a.contact_id = c.id AND a.deleted_at IS NULL
         JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
         WHERE c.name_key = :name AND c.deleted_at IS NULL AND o.name_key = :outlet
         ORDER BY c.id
         LIMIT 1",
        named_params! {":name": person.name_key, ":outlet": person.outlet_key},
        |row| row.get(0),
    )
}
