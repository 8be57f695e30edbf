//! Those who take part in a programme: contacts and communities, with role and period.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Programme, Totals, totals_of, totals_sql};
use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::record;

record! {
    /// A contact or a community (exactly one of them) in a programme.
    ProgrammeMember in "programme_members" {
        /// The programme.
        programme_id: i64,
        /// The person, or none.
        contact_id: Option<i64>,
        /// The community or other body, or none.
        organisation_id: Option<i64>,
        /// As what: "Koordinator", "Relawan".
        role: String,
        /// First day, or empty.
        started_on: String,
        /// Last day; empty = still takes part.
        ended_on: String,
    }
}

/// A member as the programme shows them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberRow {
    /// The membership's id.
    pub id: i64,
    /// The person, or none.
    pub contact_id: Option<i64>,
    /// The community, or none.
    pub organisation_id: Option<i64>,
    /// The name of either.
    pub name: String,
    /// As what.
    pub role: String,
    /// First day, or empty.
    pub started_on: String,
    /// Last day; empty = still takes part.
    pub ended_on: String,
    /// What their posts in this programme reached.
    pub totals: Totals,
}

/// Contacts and communities that join a programme.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewMembers {
    /// The programme.
    #[ts(optional = false)]
    pub programme_id: i64,
    /// Persons.
    pub contact_ids: Vec<i64>,
    /// Communities.
    pub organisation_ids: Vec<i64>,
    /// As what.
    pub role: Option<String>,
    /// First day, or none.
    pub started_on: Option<String>,
}

/// A change of one membership.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct MemberEdit {
    /// The membership.
    pub id: i64,
    /// As what.
    pub role: String,
    /// First day, or empty.
    pub started_on: String,
    /// Last day; empty = still takes part.
    pub ended_on: String,
}

/// The members of a programme with what they reached: those who still take part first, the widest
/// reach on top.
pub fn of(db: &Reader, programme_id: i64) -> Result<Vec<MemberRow>> {
    db.rows(
        &format!(
            "SELECT m.id, m.contact_id, m.organisation_id, COALESCE(c.name, o.name, ''), m.role, m.started_on, m.ended_on, {}
             FROM programme_members m
             LEFT JOIN contacts c ON c.id = m.contact_id
             LEFT JOIN organisations o ON o.id = m.organisation_id
             LEFT JOIN programme_posts p ON p.programme_id = m.programme_id AND p.deleted_at IS NULL
                  AND (p.contact_id = m.contact_id OR p.organisation_id = m.organisation_id)
             WHERE m.programme_id = :id AND m.deleted_at IS NULL AND c.deleted_at IS NULL AND o.deleted_at IS NULL
             GROUP BY m.id
             ORDER BY m.ended_on <> '', 9 DESC, COALESCE(c.name_key, o.name_key), m.id",
            totals_sql()
        ),
        named_params! {":id": programme_id},
        |row| {
            Ok(MemberRow {
                id: row.get(0)?,
                contact_id: row.get(1)?,
                organisation_id: row.get(2)?,
                name: row.get(3)?,
                role: row.get(4)?,
                started_on: row.get(5)?,
                ended_on: row.get(6)?,
                totals: totals_of(row, 7)?,
            })
        },
    )
}

/// Lets contacts and communities join; how many were not members yet.
pub fn add(db: &Writer, _ctx: &Ctx, new: NewMembers) -> Result<i64> {
    db.get::<Programme>(new.programme_id)?;
    let role = new.role.unwrap_or_default().trim().to_owned();
    let started_on = new.started_on.unwrap_or_default();
    field::check_day("started_on", &started_on)?;
    let people = new.contact_ids.iter().map(|id| Owner::Contact(*id));
    let bodies = new.organisation_ids.iter().map(|id| Owner::Organisation(*id));
    let mut added = 0;
    for owner in people.chain(bodies) {
        match owner {
            Owner::Contact(id) => drop(db.get::<Contact>(id)?),
            Owner::Organisation(id) => drop(db.get::<Organisation>(id)?),
        }
        if takes_part(db, new.programme_id, owner, 0)? {
            continue;
        }
        let (contact_id, organisation_id) = owner.ids();
        db.insert(&mut ProgrammeMember {
            programme_id: new.programme_id,
            contact_id,
            organisation_id,
            role: role.clone(),
            started_on: started_on.clone(),
            ..ProgrammeMember::default()
        })?;
        added += 1;
    }
    Ok(added)
}

/// Whether there is a membership that goes on, besides `but`.
fn takes_part(db: &Reader, programme_id: i64, owner: Owner, but: i64) -> Result<bool> {
    let count = db.number(
        &format!(
            "SELECT COUNT(*) FROM programme_members
             WHERE programme_id = :programme AND {} = :owner AND ended_on = '' AND id <> :but AND deleted_at IS NULL",
            owner.column()
        ),
        named_params! {":programme": programme_id, ":owner": owner.id(), ":but": but},
    )?;
    Ok(count > 0)
}

/// Changes role or period of one.
pub fn save(db: &Writer, _ctx: &Ctx, edit: MemberEdit) -> Result<ProgrammeMember> {
    field::check_period(&edit.started_on, &edit.ended_on)?;
    let mut member: ProgrammeMember = db.get(edit.id)?;
    let owner = match (member.contact_id, member.organisation_id) {
        (Some(id), _) => Owner::Contact(id),
        (None, id) => Owner::Organisation(id.unwrap_or(0)),
    };
    if edit.ended_on.is_empty() && takes_part(db, member.programme_id, owner, member.id)? {
        return Err(Error::invalid("ended_on", "programme-member-twice"));
    }
    edit.role.trim().clone_into(&mut member.role);
    member.started_on = edit.started_on;
    member.ended_on = edit.ended_on;
    db.update(&mut member)?;
    Ok(member)
}

/// Takes memberships away; how many there were. Posts stay.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<ProgrammeMember>(id)?);
    }
    Ok(deleted)
}
