//! Fixed recipient lists: a named selection of contacts.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::{self, ContactFilter, ContactRow};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::record;

record! {
    /// A recipient list.
    RecipientList in "recipient_lists" {
        /// Name, unlike any other list's.
        name: String,
        /// The name folded.
        name_key: String,
        /// What it is for.
        notes: String,
    }
}

record! {
    /// One contact on one list.
    Membership in "recipient_list_members" {
        /// The list.
        recipient_list_id: i64,
        /// The contact.
        contact_id: i64,
    }
}

/// A row of the overview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListRow {
    /// Its id.
    pub id: i64,
    /// The version to save on.
    pub version: i64,
    /// Name.
    pub name: String,
    /// What it is for.
    pub notes: String,
    /// How many contacts are on it.
    pub members: i64,
    /// When it last changed.
    pub updated_at: String,
}

/// A list with its contacts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListDetail {
    /// The record.
    pub list: RecipientList,
    /// Its contacts by name.
    pub rows: Vec<ContactRow>,
    /// How many.
    pub total: i64,
}

/// Contacts to add to or remove from a list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Members {
    /// The list.
    pub list_id: i64,
    /// The contacts.
    pub contact_ids: Vec<i64>,
}

/// All lists by name.
pub fn all(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<ListRow>> {
    db.rows(
        "SELECT l.id, l.version, l.name, l.notes, l.updated_at,
                (SELECT COUNT(*) FROM recipient_list_members m JOIN contacts c ON c.id = m.contact_id AND c.deleted_at IS NULL
                 WHERE m.recipient_list_id = l.id AND m.deleted_at IS NULL)
         FROM recipient_lists l
         WHERE l.deleted_at IS NULL
         ORDER BY l.name_key",
        &[],
        |row| {
            Ok(ListRow { id: row.get(0)?, version: row.get(1)?, name: row.get(2)?, notes: row.get(3)?, updated_at: row.get(4)?, members: row.get(5)? })
        },
    )
}

/// One list.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ListDetail> {
    let page = contact::list(
        db,
        ctx,
        ContactFilter { list_id: Some(id), limit: Some(100_000), ..ContactFilter::default() },
    )?;
    Ok(ListDetail { list: db.get(id)?, rows: page.rows, total: page.total })
}

/// The list with this name.
pub fn named(db: &Reader, name: &str) -> Result<RecipientList> {
    let found: Vec<RecipientList> =
        db.all("name_key = :key", named_params! {":key": fold(name)})?;
    found
        .into_iter()
        .next()
        .ok_or_else(|| Error::new(Code::NotFound, "list-unknown").arg("name", name))
}

/// Creates or renames one.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<RecipientList> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => RecipientList::default(),
    };
    patch.check_version(&stored)?;
    let mut list: RecipientList = patch.apply(&stored)?;
    list.name = list.name.trim().to_owned();
    list.name_key = fold(&list.name);
    if list.name.is_empty() {
        return Err(Error::invalid("name", "list-name-missing"));
    }
    if named(db, &list.name).is_ok_and(|same| same.id != list.id) {
        return Err(Error::invalid("name", "list-name-taken").arg("name", &list.name));
    }
    if list.id == 0 {
        db.insert(&mut list)?;
    } else {
        db.update(&mut list)?;
    }
    Ok(list)
}

/// Puts a list into the bin; its contacts stay.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<RecipientList>(id)
}

/// Adds contacts; how many were not on it yet.
pub fn add(db: &Writer, _ctx: &Ctx, members: Members) -> Result<i64> {
    db.get::<RecipientList>(members.list_id)?;
    let mut added = 0;
    for contact_id in members.contact_ids {
        db.get::<contact::Contact>(contact_id)?;
        if membership(db, members.list_id, contact_id)?.is_none() {
            db.insert(&mut Membership {
                recipient_list_id: members.list_id,
                contact_id,
                ..Membership::default()
            })?;
            added += 1;
        }
    }
    Ok(added)
}

/// Removes contacts; how many were on it.
pub fn remove(db: &Writer, _ctx: &Ctx, members: Members) -> Result<i64> {
    let mut removed = 0;
    for contact_id in members.contact_ids {
        if let Some(id) = membership(db, members.list_id, contact_id)? {
            removed += i64::from(db.delete::<Membership>(id)?);
        }
    }
    Ok(removed)
}

/// The membership's id, if the contact is on the list.
pub fn membership(db: &Reader, list_id: i64, contact_id: i64) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM recipient_list_members
         WHERE recipient_list_id = :list AND contact_id = :contact AND deleted_at IS NULL",
        named_params! {":list": list_id, ":contact": contact_id},
        |row| row.get(0),
    )
}
