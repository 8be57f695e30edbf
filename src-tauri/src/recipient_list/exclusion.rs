//! Who is left out of a list although they are on it or its rule finds them, and why.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecipientList;
use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::record;

record! {
    /// One contact left out of one list.
    ListExclusion in "recipient_list_exclusions" {
        /// The list.
        recipient_list_id: i64,
        /// The contact.
        contact_id: i64,
        /// Why, in the office's words.
        reason: String,
    }
}

/// Contacts to leave out of a list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeaveOut {
    /// The list.
    pub list_id: i64,
    /// The contacts.
    pub contact_ids: Vec<i64>,
    /// Why.
    pub reason: String,
}

/// Somebody who is left out, as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOut {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Since when, UTC.
    pub since: String,
}

/// Leaves contacts out of a list; how many were not yet, or for another reason. Every exclusion
/// carries a reason.
pub fn leave_out(db: &Writer, _ctx: &Ctx, order: LeaveOut) -> Result<i64> {
    db.get::<RecipientList>(order.list_id)?;
    let reason = order.reason.trim();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "list-reason-missing"));
    }
    let mut changed = 0;
    for contact_id in order.contact_ids {
        db.get::<Contact>(contact_id)?;
        let mut exclusion = find(db, order.list_id, contact_id)?.unwrap_or(ListExclusion {
            recipient_list_id: order.list_id,
            contact_id,
            ..ListExclusion::default()
        });
        reason.clone_into(&mut exclusion.reason);
        let is_new = exclusion.id == 0;
        if is_new {
            db.insert(&mut exclusion)?;
        }
        changed += i64::from(is_new || db.update(&mut exclusion)?);
    }
    Ok(changed)
}

/// Lets contacts in again; how many were left out.
pub fn take_back(db: &Writer, _ctx: &Ctx, members: super::Members) -> Result<i64> {
    let mut lifted = 0;
    for contact_id in members.contact_ids {
        if let Some(exclusion) = find(db, members.list_id, contact_id)? {
            lifted += i64::from(db.delete::<ListExclusion>(exclusion.id)?);
        }
    }
    Ok(lifted)
}

fn find(db: &Reader, list_id: i64, contact_id: i64) -> Result<Option<ListExclusion>> {
    let found: Vec<ListExclusion> = db.all(
        "recipient_list_id = :list AND contact_id = :contact",
        named_params! {":list": list_id, ":contact": contact_id},
    )?;
    Ok(found.into_iter().next())
}

/// Why a contact is left out of a list; none when they are not.
pub fn reason_of(db: &Reader, list_id: i64, contact_id: i64) -> Result<Option<String>> {
    Ok(find(db, list_id, contact_id)?.map(|exclusion| exclusion.reason))
}

/// Who is left out of a list, by name.
pub fn left_out(db: &Reader, _ctx: &Ctx, list_id: i64) -> Result<Vec<LeftOut>> {
    db.rows(
        "SELECT c.id, c.name, x.reason, x.created_at
         FROM recipient_list_exclusions x
         JOIN contacts c ON c.id = x.contact_id AND c.deleted_at IS NULL
         WHERE x.recipient_list_id = :list AND x.deleted_at IS NULL
         ORDER BY c.name_key, c.id",
        named_params! {":list": list_id},
        |row| {
            Ok(LeftOut {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                reason: row.get(2)?,
                since: row.get(3)?,
            })
        },
    )
}
