//! How a person or an organisation is reached: email addresses and phone numbers.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::{contact_columns, phone};
use crate::owner::Owner;
use crate::record;

record! {
    /// One address or number.
    Reach in "reaches" {
        /// The contact, when it is a person's.
        contact_id: Option<i64>,
        /// The organisation, when it is a newsroom's or a front desk's.
        organisation_id: Option<i64>,
        /// `email`, `phone` or `whatsapp` (a phone number that also takes WhatsApp).
        kind: String,
        /// As a person reads it.
        value: String,
        /// Lower-cased address, or number in E.164.
        value_key: String,
        /// 0 = the first choice.
        rank: i64,
        /// One of [`LABELS`]; empty = not said.
        label: String,
    }
}

/// What kind of address or number it is.
pub const LABELS: &[&str] = &["work", "home", "mobile", "office", "fax", "other"];

/// An address or number as a person types it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ReachEdit {
    /// `email`, `phone` or `whatsapp`.
    pub kind: String,
    /// As typed.
    pub value: String,
    /// One of [`LABELS`]; empty = not said; none = as it was.
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
}

/// Reads what a person typed into display form and comparison key.
pub fn read(kind: &str, raw: &str) -> Result<(String, String)> {
    if kind == "email" {
        let address = raw.trim().trim_start_matches("mailto:").to_owned();
        if !contact_columns::valid_email(&address) {
            return Err(Error::invalid("email", "email-not-valid").arg("value", raw.trim()));
        }
        let key = address.to_lowercase();
        Ok((address, key))
    } else {
        let number = phone::normalise(raw)
            .ok_or_else(|| Error::invalid("phone", "phone-not-valid").arg("value", raw.trim()))?;
        Ok((number.display, number.e164))
    }
}

/// A contact's reaches, first choice first.
pub fn of_contact(db: &Reader, id: i64) -> Result<Vec<Reach>> {
    db.all("contact_id = :id ORDER BY kind, rank, id", named_params! {":id": id})
}

/// An organisation's reaches.
pub fn of_organisation(db: &Reader, id: i64) -> Result<Vec<Reach>> {
    db.all("organisation_id = :id ORDER BY kind, rank, id", named_params! {":id": id})
}

/// Makes the owner's reaches exactly these; rows that stay keep their ids.
pub fn replace(db: &Writer, owner: Owner, edits: &[ReachEdit]) -> Result<()> {
    let mut stored = match owner {
        Owner::Contact(id) => of_contact(db, id)?,
        Owner::Organisation(id) => of_organisation(db, id)?,
    };
    let mut seen = BTreeSet::new();
    for (rank, edit) in edits.iter().filter(|edit| !edit.value.trim().is_empty()).enumerate() {
        if !matches!(edit.kind.as_str(), "email" | "phone" | "whatsapp") {
            return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
        }
        let (value, value_key) = read(&edit.kind, &edit.value)?;
        let label = edit.label.as_deref().unwrap_or_default();
        if !(label.is_empty() || LABELS.contains(&label)) {
            return Err(Error::invalid("label", "error-wrong-value").arg("field", "label"));
        }
        if !seen.insert((edit.kind.clone(), value_key.clone())) {
            continue;
        }
        let rank = i64::try_from(rank).unwrap_or(i64::MAX);
        if let Some(at) =
            stored.iter().position(|reach| reach.kind == edit.kind && reach.value_key == value_key)
        {
            let mut reach = stored.remove(at);
            reach.value = value;
            reach.rank = rank;
            if edit.label.is_some() {
                label.clone_into(&mut reach.label);
            }
            db.update(&mut reach)?;
        } else {
            let mut reach = new(owner, &edit.kind, value, value_key, rank);
            label.clone_into(&mut reach.label);
            db.insert(&mut reach)?;
        }
    }
    for gone in stored {
        db.delete::<Reach>(gone.id)?;
    }
    Ok(())
}

/// A reach that is not stored yet.
pub fn new(owner: Owner, kind: &str, value: String, value_key: String, rank: i64) -> Reach {
    let (contact_id, organisation_id) = owner.ids();
    Reach {
        contact_id,
        organisation_id,
        kind: kind.to_owned(),
        value,
        value_key,
        rank,
        ..Reach::default()
    }
}

/// The contact that `WHO` means: an id, an email address, or a phone number however written.
pub fn who(db: &Reader, who: &str) -> Result<i64> {
    let text = who.trim();
    let keys: Vec<String> = if text.contains('@') {
        vec![text.to_lowercase()]
    } else {
        let as_id =
            text.parse::<i64>().ok().filter(|_| !text.starts_with('0') && !text.starts_with('+'));
        if let Some(id) = as_id
            && db.find::<crate::contact::Contact>(id)?.is_some()
        {
            return Ok(id);
        }
        phone::normalise(text).map(|number| number.e164).into_iter().collect()
    };
    let mut found: Vec<i64> = Vec::new();
    for key in keys {
        found = db.rows(
            "SELECT DISTINCT r.contact_id
             FROM reaches r
             JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE r.value_key = :key AND r.deleted_at IS NULL
             ORDER BY 1",
            named_params! {":key": key},
            |row| row.get(0),
        )?;
    }
    match found.as_slice() {
        [id] => Ok(*id),
        [] => Err(Error::new(Code::NotFound, "who-unknown").arg("who", text)),
        several => Err(Error::new(Code::Invalid, "who-several")
            .arg("who", text)
            .arg("ids", several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))),
    }
}
