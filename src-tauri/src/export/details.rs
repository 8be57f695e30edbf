//! What one cell of words cannot hold: stays, memberships, accounts, addresses and states with all
//! their parts, one a line. A cell is empty where the plain columns say it all.

use crate::affiliation::{self, AffiliationRow};
use crate::contact::{self, ContactState};
use crate::db::Reader;
use crate::error::Result;
use crate::format::parts;
use crate::membership;
use crate::owner::{Owner, OwnerKind};
use crate::reach::{self, Reach};
use crate::social_account;

/// The columns: key, and whether organisations have it too.
pub const DETAILS: &[(&str, bool)] = &[
    ("affiliations", false),
    ("reaches", true),
    ("membership_details", true),
    ("social_details", true),
    ("states", true),
];

/// The keys that such a record has.
pub fn of(owner: OwnerKind) -> impl Iterator<Item = &'static str> {
    let has = move |both: bool| both || owner == OwnerKind::Contact;
    DETAILS.iter().filter(move |(_, both)| has(*both)).map(|(key, _)| *key)
}

/// The cell of one of them.
pub fn cell(db: &Reader, owner: Owner, key: &str) -> Result<String> {
    match (key, owner) {
        ("affiliations", Owner::Contact(id)) => Ok(stays(&affiliation::of_contact(db, id)?)),
        ("reaches", _) => Ok(reaches(of_reaches(db, owner)?)),
        ("membership_details", _) => memberships(db, owner),
        ("social_details", _) => accounts(db, owner),
        ("states", Owner::Contact(id)) => Ok(states(&contact::states_of(db, id)?)),
        ("states", Owner::Organisation(_)) => Ok(states(&contact::states_of_addresses(db, owner)?)),
        _ => Ok(String::new()),
    }
}

fn of_reaches(db: &Reader, owner: Owner) -> Result<Vec<Reach>> {
    match owner {
        Owner::Contact(id) => reach::of_contact(db, id),
        Owner::Organisation(id) => reach::of_organisation(db, id),
    }
}

/// All stays, the one that lists show first.
fn stays(stays: &[AffiliationRow]) -> String {
    let plain = |stay: &AffiliationRow| stay.started_on.is_empty() && stay.ended_on.is_empty();
    if stays.len() < 2 && stays.iter().all(plain) {
        return String::new();
    }
    lines(stays.iter().map(|stay| {
        parts::join(&[
            &stay.organisation,
            &stay.position,
            &stay.department,
            &stay.started_on,
            &stay.ended_on,
        ])
    }))
}

/// Addresses and numbers with their types, in the order in which they are preferred.
fn reaches(by_kind: Vec<Reach>) -> String {
    let order = |kind: &str| ["email", "phone", "whatsapp"].iter().position(|one| *one == kind);
    let mut preferred: Vec<&Reach> = by_kind.iter().collect();
    preferred.sort_by_key(|reach| (reach.rank, reach.id));
    let in_columns = preferred.is_sorted_by_key(|reach| order(&reach.kind));
    if in_columns && by_kind.iter().all(|reach| reach.label.is_empty()) {
        return String::new();
    }
    lines(preferred.iter().map(|reach| parts::join(&[&reach.kind, &reach.value, &reach.label])))
}

fn memberships(db: &Reader, owner: Owner) -> Result<String> {
    let rows = membership::of_member(db, owner)?;
    let plain = rows.iter().all(|row| {
        [&row.role, &row.member_number, &row.started_on, &row.ended_on]
            .iter()
            .all(|part| part.is_empty())
    });
    if plain {
        return Ok(String::new());
    }
    Ok(lines(rows.iter().map(|row| {
        parts::join(&[
            &row.association,
            &row.role,
            &row.member_number,
            &row.started_on,
            &row.ended_on,
        ])
    })))
}

fn accounts(db: &Reader, owner: Owner) -> Result<String> {
    let accounts = social_account::of(db, owner)?;
    let plain = |account: &social_account::SocialAccount| {
        account.url.is_empty() && account.followers == 0 && account.counted_on.is_empty()
    };
    if accounts.iter().all(plain) {
        return Ok(String::new());
    }
    Ok(lines(accounts.iter().map(|account| {
        let followers =
            if account.followers == 0 { String::new() } else { account.followers.to_string() };
        let handle = if account.handle == account.url { "" } else { &account.handle };
        parts::join(&[&account.platform, handle, &account.url, &followers, &account.counted_on])
    })))
}

fn states(states: &[ContactState]) -> String {
    lines(states.iter().map(|state| {
        parts::join(&[
            &state.kind,
            &state.since,
            &state.until,
            &state.reason,
            &state.actor,
            &state.address_key,
        ])
    }))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
