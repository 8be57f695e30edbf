//! Changes of the media list that a mail suggests: somebody left, somebody else took over, an
//! address is new. A person accepts or dismisses them; nothing changes by itself.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::affiliation::{self, AffiliationEdit, JobChange};
use crate::contact::{self, Contact, ContactPatch};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::contact_columns;
use crate::reach::{self, ReachEdit};
use crate::record;

record! {
    /// One suggested change.
    ChangeSuggestion in "change_suggestions" {
        /// About whom.
        contact_id: i64,
        /// `successor`: somebody else, at `address`, took over; `new_address`: the person's own
        /// address is new; `left`: they left their outlet.
        kind: String,
        /// The address that the mail names, lower case, or empty.
        address: String,
        /// Day on which it was written, `YYYY-MM-DD`.
        told_on: String,
        /// The mail; 0 = none.
        response_id: i64,
        /// `open`, `accepted` or `dismissed`.
        state: String,
    }
}

/// A suggestion as a panel shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SuggestedChange {
    /// The record.
    pub suggestion: ChangeSuggestion,
    /// The contact's name.
    pub name: String,
    /// Where the contact works now, or empty.
    pub outlet: String,
}

/// Which suggestions. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SuggestionFilter {
    /// About this contact.
    pub contact_id: Option<i64>,
    /// Out of this response.
    pub response_id: Option<i64>,
    /// Decided ones as well.
    pub decided: Option<bool>,
}

/// What a person decides.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SuggestionDecision {
    /// The suggestion.
    pub id: i64,
    /// Whether the change is made; else it is dismissed.
    pub accept: bool,
    /// Of a successor: the name; none = what stands before the `@`.
    #[ts(optional)]
    pub name: Option<String>,
}

/// What became of a decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SuggestionDecided {
    /// The suggestion as it is now.
    pub suggestion: ChangeSuggestion,
    /// The contact that was changed or added; 0 = none.
    pub contact_id: i64,
}

/// Most suggestions that are listed.
const LISTED: i64 = 200;

/// Lists suggestions, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: SuggestionFilter) -> Result<Vec<SuggestedChange>> {
    let open_only = filter.decided != Some(true);
    db.rows(
        "SELECT s.*, c.name AS contact_name,
                COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                          WHERE a.contact_id = s.contact_id AND a.ended_on = '' AND a.deleted_at IS NULL
                          ORDER BY a.id LIMIT 1), '') AS outlet
         FROM change_suggestions s
         JOIN contacts c ON c.id = s.contact_id AND c.deleted_at IS NULL
         WHERE s.deleted_at IS NULL
           AND (:contact IS NULL OR s.contact_id = :contact)
           AND (:response IS NULL OR s.response_id = :response)
           AND (s.state = 'open' OR NOT :open)
         ORDER BY s.id DESC
         LIMIT :limit",
        named_params! {":contact": filter.contact_id, ":response": filter.response_id, ":open": open_only, ":limit": LISTED},
        |row| {
            Ok(SuggestedChange {
                suggestion: <ChangeSuggestion as crate::db::Record>::from_row(row)?,
                name: row.get("contact_name")?,
                outlet: row.get("outlet")?,
            })
        },
    )
}

/// Keeps a suggestion, unless the same one waits or was decided already.
pub fn suggest(db: &Writer, mut suggestion: ChangeSuggestion) -> Result<bool> {
    let (is_left, has_address) = (suggestion.kind == "left", !suggestion.address.is_empty());
    if !is_left && (!has_address || !contact_columns::valid_email(&suggestion.address)) {
        return Ok(false);
    }
    let known = db.number(
        "SELECT COUNT(*) FROM change_suggestions
         WHERE contact_id = :contact AND kind = :kind AND address = :address AND deleted_at IS NULL
           AND (state = 'open' OR :kind <> 'left' OR told_on >= :told)",
        named_params! {":contact": suggestion.contact_id, ":kind": suggestion.kind, ":address": suggestion.address, ":told": suggestion.told_on},
    )?;
    let done = if is_left {
        db.number(
            "SELECT COUNT(*) = 0 FROM affiliations WHERE contact_id = :contact AND ended_on = '' AND deleted_at IS NULL",
            named_params! {":contact": suggestion.contact_id},
        )?
    } else {
        db.number(
            "SELECT COUNT(*) FROM reaches r JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE r.kind = 'email' AND r.value_key = :address AND r.deleted_at IS NULL",
            named_params! {":address": suggestion.address},
        )?
    };
    if known > 0 || done > 0 {
        return Ok(false);
    }
    "open".clone_into(&mut suggestion.state);
    db.insert(&mut suggestion)?;
    Ok(true)
}

/// Takes back what a response suggested and nobody has decided.
pub fn withdraw(db: &Writer, response_id: i64) -> Result<()> {
    let open = db.all::<ChangeSuggestion>(
        "response_id = :response AND state = 'open'",
        named_params! {":response": response_id},
    )?;
    for suggestion in open {
        db.delete::<ChangeSuggestion>(suggestion.id)?;
    }
    Ok(())
}

/// Makes the change, or dismisses it. What is decided stays decided.
pub fn decide(db: &Writer, ctx: &Ctx, decision: SuggestionDecision) -> Result<SuggestionDecided> {
    let mut suggestion: ChangeSuggestion = db.get(decision.id)?;
    if suggestion.state != "open" {
        return Err(Error::invalid("id", "suggestion-decided"));
    }
    let mut contact_id = 0;
    if decision.accept {
        contact_id = match suggestion.kind.as_str() {
            "new_address" => take_address(db, ctx, &suggestion)?,
            "successor" => take_successor(db, ctx, &suggestion, decision.name.as_deref())?,
            _ => take_leaving(db, ctx, &suggestion)?,
        };
    }
    suggestion.state = if decision.accept { "accepted" } else { "dismissed" }.to_owned();
    db.update(&mut suggestion)?;
    Ok(SuggestionDecided { suggestion, contact_id })
}

/// The new address becomes the first choice; the old ones stay behind it.
fn take_address(db: &Writer, ctx: &Ctx, suggestion: &ChangeSuggestion) -> Result<i64> {
    let stored: Contact = db.get(suggestion.contact_id)?;
    let mut reaches = vec![email(&suggestion.address)];
    for reach in reach::of_contact(db, stored.id)? {
        reaches.push(ReachEdit { kind: reach.kind, value: reach.value, label: None });
    }
    let save = ContactPatch {
        patch: Patch { id: Some(stored.id), version: Some(stored.version), ..Patch::default() },
        reaches: Some(reaches),
        ..ContactPatch::default()
    };
    contact::save(db, ctx, save)?;
    Ok(stored.id)
}

/// A contact at the same outlets, whose name a person fills in once it is known.
fn take_successor(
    db: &Writer,
    ctx: &Ctx,
    suggestion: &ChangeSuggestion,
    name: Option<&str>,
) -> Result<i64> {
    let local = suggestion.address.split('@').next().unwrap_or_default();
    let name = name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(local);
    let posts = affiliation::edits_of(db, suggestion.contact_id)?;
    let places = posts.into_iter().filter(|post| {
        post.ended_on.is_empty() || post.ended_on.as_str() >= suggestion.told_on.as_str()
    });
    let affiliations = places
        .map(|post| AffiliationEdit {
            organisation: post.organisation,
            ..AffiliationEdit::default()
        })
        .collect();
    let mut patch = Patch::default();
    patch.set.insert("name".to_owned(), name.into());
    let save = ContactPatch {
        patch,
        reaches: Some(vec![email(&suggestion.address)]),
        affiliations: Some(affiliations),
        ..ContactPatch::default()
    };
    Ok(contact::save(db, ctx, save)?.contact.id)
}

/// Their posts end on the day on which they told so.
fn take_leaving(db: &Writer, ctx: &Ctx, suggestion: &ChangeSuggestion) -> Result<i64> {
    let change = JobChange {
        contact_id: suggestion.contact_id,
        on: suggestion.told_on.clone(),
        ..JobChange::default()
    };
    contact::change_job(db, ctx, change)?;
    Ok(suggestion.contact_id)
}

fn email(address: &str) -> ReachEdit {
    ReachEdit { kind: "email".to_owned(), value: address.to_owned(), label: None }
}
