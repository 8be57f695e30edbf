//! Contacts: the people of the media list.

mod list;
mod state;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::affiliation::{self, AffiliationEdit, AffiliationRow};
use crate::db::{Ctx, Patch, Reader, Searchable, Writer};
use crate::error::{Error, Result};
use crate::format::fold::fold;
use crate::format::person_name;
use crate::interaction::{self, Interaction};
use crate::reach::{self, Reach, ReachEdit};
use crate::record;

pub use list::{
    ContactFilter, ContactPage, ContactRow, EmailState, Facets, PhoneRow, count, facets, list,
    rows_of,
};
pub use state::{ContactState, StateChange, mark, mark_refused, set_state, unmark};

record! {
    /// A person.
    Contact in "contacts" {
        /// One of [`KINDS`].
        kind: String,
        /// Name without titles.
        name: String,
        /// The name folded for sorting and comparing.
        name_key: String,
        /// Titles before the name (Drs., H.).
        name_prefix: String,
        /// Titles after the name (S.Sos., M.Si.).
        name_suffix: String,
        /// Greeting for letters: "Yth. Ibu Siti Rahma".
        salutation_formal: String,
        /// Greeting for chat: "Mbak Siti".
        salutation_familiar: String,
        /// City.
        city: String,
        /// `id` or `en`.
        language: String,
        /// Free notes.
        notes: String,
    }
}

record! {
    /// A beat or a tag of a contact.
    Label in "labels" {
        /// Whose.
        contact_id: i64,
        /// `beat` or `tag`.
        kind: String,
        /// As written.
        value: String,
        /// Folded.
        value_key: String,
    }
}

record! {
    /// Two contacts that may be one person.
    DuplicateFlag in "duplicate_flags" {
        /// The one that came later.
        contact_id: i64,
        /// The one that was there.
        other_id: i64,
        /// `same_address`.
        reason: String,
    }
}

/// Kinds of contacts, as the glossary names them.
pub const KINDS: &[&str] = &["journalist", "activist", "community_manager", "source", "liaison"];

/// How contacts are found.
pub static SEARCH: Searchable = Searchable {
    table: "contacts",
    index: "contact_search",
    columns: &["name", "outlet", "reach", "rest"],
    document: "SELECT c.name_prefix || ' ' || c.name || ' ' || c.name_suffix,
                      COALESCE((SELECT GROUP_CONCAT(o.name || ' ' || a.position, ' ')
                                FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                                WHERE a.contact_id = c.id AND a.deleted_at IS NULL), ''),
                      COALESCE((SELECT GROUP_CONCAT(r.value || ' ' || r.value_key || CASE WHEN r.value_key LIKE '+62%' THEN ' 0' || substr(r.value_key, 4) ELSE '' END, ' ')
                                FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL), ''),
                      COALESCE((SELECT GROUP_CONCAT(l.value, ' ') FROM labels l WHERE l.contact_id = c.id AND l.deleted_at IS NULL), '')
                        || ' ' || c.city || ' ' || c.notes
               FROM contacts c
               WHERE c.id = :id AND c.deleted_at IS NULL",
    parts: &[
        ("affiliations", "SELECT contact_id FROM affiliations WHERE id = :id"),
        ("organisations", "SELECT contact_id FROM affiliations WHERE organisation_id = :id"),
        ("reaches", "SELECT contact_id FROM reaches WHERE id = :id"),
        ("labels", "SELECT contact_id FROM labels WHERE id = :id"),
    ],
};

/// A save from the screen: fields by patch, the rest as it shall be (none = leave it).
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ContactPatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// Emails and phones.
    pub reaches: Option<Vec<ReachEdit>>,
    /// Beats.
    pub beats: Option<Vec<String>>,
    /// Tags.
    pub tags: Option<Vec<String>>,
    /// Where they work and worked.
    pub affiliations: Option<Vec<AffiliationEdit>>,
}

/// A possible duplicate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PossibleDuplicate {
    /// The other contact.
    pub contact_id: i64,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A list that a contact is on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OnList {
    /// The list.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// A contact with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactDetail {
    /// The record.
    pub contact: Contact,
    /// The row as the list shows it.
    pub row: ContactRow,
    /// Emails and phones.
    pub reaches: Vec<Reach>,
    /// Beats.
    pub beats: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Where they work and worked.
    pub affiliations: Vec<AffiliationRow>,
    /// What holds sending back.
    pub states: Vec<ContactState>,
    /// Lists that they are on.
    pub lists: Vec<OnList>,
    /// Contacts that may be the same person.
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// The contact history, newest first.
    pub history: Vec<Interaction>,
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ContactDetail> {
    let contact: Contact = db.get(id)?;
    let row = rows_of(db, ctx, &[id])?
        .into_iter()
        .next()
        .ok_or_else(|| Error::internal("a live contact has a row"))?;
    let lists = db.rows(
        "SELECT l.id, l.name
         FROM recipient_list_members m
         JOIN recipient_lists l ON l.id = m.recipient_list_id AND l.deleted_at IS NULL
         WHERE m.contact_id = :id AND m.deleted_at IS NULL
         ORDER BY l.name_key",
        named_params! {":id": id},
        |row| Ok(OnList { id: row.get(0)?, name: row.get(1)? }),
    )?;
    let possible_duplicates = db.rows(
        "SELECT c.id, c.name, f.reason
         FROM duplicate_flags f
         JOIN contacts c ON c.id = CASE WHEN f.contact_id = :id THEN f.other_id ELSE f.contact_id END AND c.deleted_at IS NULL
         WHERE (f.contact_id = :id OR f.other_id = :id) AND f.deleted_at IS NULL",
        named_params! {":id": id},
        |row| Ok(PossibleDuplicate { contact_id: row.get(0)?, name: row.get(1)?, reason: row.get(2)? }),
    )?;
    Ok(ContactDetail {
        contact,
        row,
        reaches: reach::of_contact(db, id)?,
        beats: labels(db, id, "beat")?,
        tags: labels(db, id, "tag")?,
        affiliations: affiliation::of_contact(db, id)?,
        states: state::of_contact(db, id)?,
        lists,
        possible_duplicates,
        history: interaction::of_contact(db, id, 200)?,
    })
}

fn labels(db: &Reader, contact_id: i64, kind: &str) -> Result<Vec<String>> {
    db.rows(
        "SELECT value FROM labels WHERE contact_id = :contact AND kind = :kind AND deleted_at IS NULL ORDER BY id",
        named_params! {":contact": contact_id, ":kind": kind},
        |row| row.get(0),
    )
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: ContactPatch) -> Result<ContactDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Contact {
            kind: "journalist".to_owned(),
            language: "id".to_owned(),
            ..Contact::default()
        },
    };
    save.patch.check_version(&stored)?;
    let mut contact: Contact = save.patch.apply(&stored)?;
    check(&contact)?;
    if contact.id == 0 && contact.name_prefix.is_empty() && contact.name_suffix.is_empty() {
        let parts = person_name::split(&contact.name);
        contact.name = parts.name;
        contact.name_prefix = parts.prefix;
        contact.name_suffix = parts.suffix;
    }
    contact.name = contact.name.trim().to_owned();
    contact.name_key = fold(&contact.name);
    if contact.id == 0 {
        db.insert(&mut contact)?;
    } else {
        db.update(&mut contact)?;
    }
    if let Some(edits) = &save.reaches {
        reach::replace(db, reach::Owner::Contact(contact.id), edits)?;
    }
    if let Some(beats) = &save.beats {
        replace_labels(db, contact.id, "beat", beats)?;
    }
    if let Some(tags) = &save.tags {
        replace_labels(db, contact.id, "tag", tags)?;
    }
    if let Some(edits) = &save.affiliations {
        affiliation::replace(db, contact.id, edits)?;
    }
    show(db, ctx, contact.id)
}

fn check(contact: &Contact) -> Result<()> {
    if contact.name.trim().is_empty() {
        return Err(Error::invalid("name", "contact-name-missing"));
    }
    if !KINDS.contains(&contact.kind.as_str()) {
        return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
    }
    if !matches!(contact.language.as_str(), "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    Ok(())
}

/// Makes a contact's beats or tags exactly these.
pub fn replace_labels(db: &Writer, contact_id: i64, kind: &str, values: &[String]) -> Result<()> {
    let mut stored: Vec<Label> = db.all(
        "contact_id = :contact AND kind = :kind ORDER BY id",
        named_params! {":contact": contact_id, ":kind": kind},
    )?;
    let mut kept: Vec<String> = Vec::new();
    for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
        let value_key = fold(value);
        if kept.contains(&value_key) {
            continue;
        }
        if let Some(at) = stored.iter().position(|label| label.value_key == value_key) {
            let mut label = stored.remove(at);
            label.value = value.to_owned();
            db.update(&mut label)?;
        } else {
            db.insert(&mut Label {
                contact_id,
                kind: kind.to_owned(),
                value: value.to_owned(),
                value_key: value_key.clone(),
                ..Label::default()
            })?;
        }
        kept.push(value_key);
    }
    for gone in stored {
        db.delete::<Label>(gone.id)?;
    }
    Ok(())
}

/// Puts contacts into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Contact>(id)?);
    }
    Ok(deleted)
}
