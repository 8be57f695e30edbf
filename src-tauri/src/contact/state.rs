//! What holds a sending back: do not contact, bad address, away. The mailbox writes here too.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Contact, ContactDetail, show};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::owner::Owner;
use crate::record;

record! {
    /// One state of a contact or of an address.
    StateRow in "contact_states" {
        /// `do_not_contact`, `bad_address` or `away`.
        kind: String,
        /// The person; for a bad address, none.
        contact_id: Option<i64>,
        /// The lower-cased address that bounces; else empty.
        address_key: String,
        /// Why: the server's words, or what the person wrote.
        reason: String,
        /// For `away`: the last day, or empty.
        until: String,
        /// The response that says so; 0 = set by hand.
        response_id: i64,
        /// Since when, UTC.
        since: String,
        /// Who of the office set it; empty = the mailbox.
        actor: String,
    }
}

/// What can hold a sending back.
pub const STATES: &[&str] = &["do_not_contact", "bad_address", "away"];

/// A state as screens show it.
pub type ContactState = StateRow;

/// A state set or lifted by hand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StateChange {
    /// The contact.
    pub contact_id: i64,
    /// `do_not_contact`, `bad_address` or `away`.
    pub kind: String,
    /// Whether it shall hold.
    pub on: bool,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// For `bad_address`: which of the contact's addresses; none = all.
    #[ts(optional)]
    pub address: Option<String>,
    /// For `away`: the last day, `YYYY-MM-DD`; none = until it is lifted.
    #[ts(optional)]
    pub until: Option<String>,
}

/// One state set or lifted for many contacts, as one action.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StatesChange {
    /// The contacts.
    pub contact_ids: Vec<i64>,
    /// `do_not_contact`, `bad_address` or `away`.
    pub kind: String,
    /// Whether it shall hold.
    pub on: bool,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// For `away`: the last day, `YYYY-MM-DD`.
    #[ts(optional)]
    pub until: Option<String>,
}

/// The states of a contact and of their addresses.
pub fn of_contact(db: &Reader, contact_id: i64) -> Result<Vec<ContactState>> {
    db.all(
        "(contact_id = :contact
          OR (kind = 'bad_address' AND address_key IN
              (SELECT r.value_key FROM reaches r WHERE r.contact_id = :contact AND r.kind = 'email' AND r.deleted_at IS NULL)))
         ORDER BY id",
        named_params! {":contact": contact_id},
    )
}

/// The states of the addresses of a contact or an organisation.
pub fn of_addresses(db: &Reader, owner: Owner) -> Result<Vec<ContactState>> {
    db.all(
        &format!(
            "kind = 'bad_address' AND address_key IN
              (SELECT r.value_key FROM reaches r WHERE r.{} = :owner AND r.kind = 'email' AND r.deleted_at IS NULL)
             ORDER BY id",
            owner.column()
        ),
        named_params! {":owner": owner.id()},
    )
}

/// Whether the address is one of a person who asked not to be contacted.
pub fn asked_not_to_be_contacted(db: &Reader, address: &str) -> Result<bool> {
    let held = db.number(
        "SELECT EXISTS (SELECT 1 FROM reaches r
                        JOIN contact_states s ON s.contact_id = r.contact_id AND s.kind = 'do_not_contact' AND s.deleted_at IS NULL
                        WHERE r.value_key = :address AND r.deleted_at IS NULL)
             OR EXISTS (SELECT 1 FROM contact_states s
                        WHERE s.kind = 'do_not_contact' AND s.contact_id IS NULL AND s.address_key = :address AND s.deleted_at IS NULL)",
        named_params! {":address": address.to_lowercase()},
    )?;
    Ok(held == 1)
}

/// Sets a state, once: one that holds already is left, with its older reason.
pub fn mark(db: &Writer, mut state: StateRow) -> Result<bool> {
    let held = if state.kind == "bad_address" {
        db.row(
            "SELECT id FROM contact_states WHERE kind = 'bad_address' AND address_key = :address AND deleted_at IS NULL",
            named_params! {":address": state.address_key},
            |row| row.get::<_, i64>(0),
        )?
    } else {
        db.row(
            "SELECT id FROM contact_states
             WHERE kind = :kind AND deleted_at IS NULL
               AND (contact_id = :contact OR :contact IS NULL AND contact_id IS NULL AND address_key = :address)",
            named_params! {":kind": state.kind, ":contact": state.contact_id, ":address": state.address_key},
            |row| row.get::<_, i64>(0),
        )?
    };
    match held {
        Some(id) if state.kind == "away" => {
            let mut stored: StateRow = db.get(id)?;
            stored.until = state.until;
            stored.response_id = state.response_id;
            if !state.reason.is_empty() {
                stored.reason = state.reason;
            }
            db.update(&mut stored)
        }
        Some(_) => Ok(false),
        None => db.insert(&mut state).map(|_| true),
    }
}

/// Marks an address that a server refused while sending. Like the sending itself it cannot be
/// undone, only lifted by hand.
pub fn mark_refused(db: &Reader, address_key: &str, words: &str, now: &str) -> Result<bool> {
    let marked = db.execute(
        "INSERT INTO contact_states (kind, address_key, reason, since, created_at, updated_at)
         SELECT 'bad_address', :address, :words, :now, :now, :now
         WHERE NOT EXISTS (SELECT 1 FROM contact_states WHERE kind = 'bad_address' AND address_key = :address AND deleted_at IS NULL)",
        named_params! {":address": address_key, ":words": words, ":now": now},
    )?;
    Ok(marked > 0)
}

/// Lifts a state.
pub fn unmark(db: &Writer, id: i64) -> Result<bool> {
    db.delete::<StateRow>(id)
}

/// Sets or lifts a state by hand.
pub fn set_state(db: &Writer, ctx: &Ctx, change: StateChange) -> Result<ContactDetail> {
    change_state(db, ctx, &change)?;
    show(db, ctx, change.contact_id)
}

/// Sets or lifts a state of many contacts by hand; for how many it changed something.
pub fn set_states(db: &Writer, ctx: &Ctx, change: StatesChange) -> Result<i64> {
    let mut changed = 0;
    for contact_id in change.contact_ids {
        let one = StateChange {
            contact_id,
            kind: change.kind.clone(),
            on: change.on,
            reason: change.reason.clone(),
            address: None,
            until: change.until.clone(),
        };
        changed += i64::from(change_state(db, ctx, &one)?);
    }
    Ok(changed)
}

fn change_state(db: &Writer, ctx: &Ctx, change: &StateChange) -> Result<bool> {
    db.get::<Contact>(change.contact_id)?;
    let until = match change.until.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
        Some(day)
            if change.kind == "away" && NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok() =>
        {
            day.to_owned()
        }
        Some(_) => return Err(Error::invalid("until", "error-wrong-value").arg("field", "until")),
        None => String::new(),
    };
    let keys: Vec<String> = match (change.kind.as_str(), &change.address) {
        ("bad_address", Some(address)) => vec![address.to_lowercase()],
        ("bad_address", None) => db.rows(
            "SELECT value_key FROM reaches WHERE contact_id = :contact AND kind = 'email' AND deleted_at IS NULL",
            named_params! {":contact": change.contact_id},
            |row| row.get(0),
        )?,
        ("do_not_contact" | "away", _) => vec![String::new()],
        _ => return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind")),
    };
    let mut changed = false;
    if change.on {
        for address_key in keys {
            let contact_id = (change.kind != "bad_address").then_some(change.contact_id);
            let reason = change.reason.clone().unwrap_or_default();
            changed |= mark(
                db,
                StateRow {
                    kind: change.kind.clone(),
                    contact_id,
                    address_key,
                    reason,
                    until: until.clone(),
                    since: ctx.now_text(),
                    actor: ctx.actor.clone(),
                    ..StateRow::default()
                },
            )?;
        }
    } else {
        for state in of_contact(db, change.contact_id)? {
            if state.kind == change.kind
                && (state.kind != "bad_address" || keys.contains(&state.address_key))
            {
                changed |= unmark(db, state.id)?;
            }
        }
    }
    Ok(changed)
}
