//! Memberships: a person in a journalists' association, an outlet in an outlets' association, a
//! member of a community.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::organisation;
use crate::owner::{Owner, OwnerIds};
use crate::record;

record! {
    /// A contact or an organisation (exactly one of them) in an association.
    AssociationMembership in "memberships" {
        /// The association or community.
        association_id: i64,
        /// The person, or none.
        contact_id: Option<i64>,
        /// The outlet or other body that is a member, or none.
        member_organisation_id: Option<i64>,
        /// As what: "Ketua", "Anggota muda".
        role: String,
        /// Number of the membership card.
        member_number: String,
        /// First day, `YYYY-MM-DD` or empty when unknown.
        started_on: String,
        /// Last day; empty = still a member.
        ended_on: String,
    }
}

/// A membership as a screen shows it, from the member's side or the association's.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MembershipRow {
    /// Its id.
    pub id: i64,
    /// The association.
    pub association_id: i64,
    /// Its name.
    pub association: String,
    /// The person who is a member, or none.
    pub contact_id: Option<i64>,
    /// The organisation that is a member, or none.
    pub member_organisation_id: Option<i64>,
    /// The member's name.
    pub member: String,
    /// As what.
    pub role: String,
    /// Number of the membership card.
    pub member_number: String,
    /// First day or empty.
    pub started_on: String,
    /// Last day; empty = still a member.
    pub ended_on: String,
}

/// A membership as a screen saves it, from the member's side.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct MembershipEdit {
    /// The stored one; none = new.
    #[ts(optional)]
    pub id: Option<i64>,
    /// Name of the association; one that is not there yet is created.
    pub association: String,
    /// As what.
    pub role: String,
    /// Number of the membership card.
    pub member_number: String,
    /// First day or empty.
    pub started_on: String,
    /// Last day; empty = still a member.
    pub ended_on: String,
}

/// A membership as the association's side saves it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct MembershipSave {
    /// The stored one; none = new, which needs the association and the member.
    pub id: Option<i64>,
    /// The association or community.
    pub association_id: Option<i64>,
    /// The person who is a member.
    pub contact_id: Option<i64>,
    /// The outlet or other body that is a member.
    pub organisation_id: Option<i64>,
    /// As what; none = as it was.
    pub role: Option<String>,
    /// Number of the membership card; none = as it was.
    pub member_number: Option<String>,
    /// First day or empty; none = as it was.
    pub started_on: Option<String>,
    /// Last day; empty = still a member; none = as it was.
    pub ended_on: Option<String>,
}

/// Adds or changes a membership from the association's side.
pub fn save(db: &Writer, _ctx: &Ctx, save: MembershipSave) -> Result<AssociationMembership> {
    let mut membership: AssociationMembership = match save.id {
        Some(id) => db.get(id)?,
        None => new_membership(db, &save)?,
    };
    for (column, said) in [
        (&mut membership.role, save.role),
        (&mut membership.member_number, save.member_number),
        (&mut membership.started_on, save.started_on),
        (&mut membership.ended_on, save.ended_on),
    ] {
        if let Some(said) = said {
            said.trim().clone_into(column);
        }
    }
    field::check_period(&membership.started_on, &membership.ended_on)?;
    if membership.id == 0 {
        db.insert(&mut membership)?;
    } else {
        db.update(&mut membership)?;
    }
    Ok(membership)
}

fn new_membership(db: &Writer, save: &MembershipSave) -> Result<AssociationMembership> {
    let association: organisation::Organisation = db.get(save.association_id.unwrap_or(0))?;
    let ids = OwnerIds { contact_id: save.contact_id, organisation_id: save.organisation_id };
    let owner = ids.owner()?;
    let name = match owner {
        Owner::Contact(id) => db.get::<Contact>(id)?.name,
        Owner::Organisation(id) if id == association.id => {
            return Err(Error::invalid("member", "membership-own"));
        }
        Owner::Organisation(id) => db.get::<organisation::Organisation>(id)?.name,
    };
    let is_member = of_member(db, owner)?
        .iter()
        .any(|row| row.association_id == association.id && row.ended_on.is_empty());
    if is_member && save.ended_on.as_deref().unwrap_or_default().is_empty() {
        return Err(Error::invalid("member", "membership-twice")
            .arg("name", name)
            .arg("association", association.name));
    }
    let (contact_id, member_organisation_id) = owner.ids();
    Ok(AssociationMembership {
        association_id: association.id,
        contact_id,
        member_organisation_id,
        ..AssociationMembership::default()
    })
}

/// Takes memberships away; how many there were.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<AssociationMembership>(id)?);
    }
    Ok(deleted)
}

/// The column of the member's side.
fn member_column(owner: Owner) -> &'static str {
    match owner {
        Owner::Contact(_) => "contact_id",
        Owner::Organisation(_) => "member_organisation_id",
    }
}

/// Where this contact or organisation is a member, those that stand first.
pub fn of_member(db: &Reader, owner: Owner) -> Result<Vec<MembershipRow>> {
    rows(db, &format!("m.{} = :id", member_column(owner)), owner.id())
}

/// The members of an association, those that stand first.
pub fn of_association(db: &Reader, association_id: i64) -> Result<Vec<MembershipRow>> {
    rows(db, "m.association_id = :id", association_id)
}

fn rows(db: &Reader, condition: &str, id: i64) -> Result<Vec<MembershipRow>> {
    db.rows(
        &format!(
            "SELECT m.id, a.id, a.name, m.contact_id, m.member_organisation_id, COALESCE(c.name, o.name, ''),
                    m.role, m.member_number, m.started_on, m.ended_on
             FROM memberships m
             JOIN organisations a ON a.id = m.association_id AND a.deleted_at IS NULL
             LEFT JOIN contacts c ON c.id = m.contact_id
             LEFT JOIN organisations o ON o.id = m.member_organisation_id
             WHERE {condition} AND m.deleted_at IS NULL AND c.deleted_at IS NULL AND o.deleted_at IS NULL
             ORDER BY m.ended_on <> '', COALESCE(c.name_key, o.name_key), a.name_key, m.id"
        ),
        named_params! {":id": id},
        |row| {
            Ok(MembershipRow {
                id: row.get(0)?,
                association_id: row.get(1)?,
                association: row.get(2)?,
                contact_id: row.get(3)?,
                member_organisation_id: row.get(4)?,
                member: row.get(5)?,
                role: row.get(6)?,
                member_number: row.get(7)?,
                started_on: row.get(8)?,
                ended_on: row.get(9)?,
            })
        },
    )
}

/// The member's memberships as a save takes them.
pub fn edits_of(db: &Reader, owner: Owner) -> Result<Vec<MembershipEdit>> {
    let rows = of_member(db, owner)?;
    Ok(rows
        .into_iter()
        .map(|row| MembershipEdit {
            id: Some(row.id),
            association: row.association,
            role: row.role,
            member_number: row.member_number,
            started_on: row.started_on,
            ended_on: row.ended_on,
        })
        .collect())
}

/// Makes the member's memberships exactly these.
pub fn replace(db: &Writer, owner: Owner, edits: &[MembershipEdit]) -> Result<()> {
    let mut stored: Vec<AssociationMembership> = db.all(
        &format!("{} = :id ORDER BY id", member_column(owner)),
        named_params! {":id": owner.id()},
    )?;
    let kind = match owner {
        Owner::Contact(_) => "journalists_association",
        Owner::Organisation(_) => "outlets_association",
    };
    for edit in edits.iter().filter(|edit| !edit.association.trim().is_empty()) {
        field::check_period(&edit.started_on, &edit.ended_on)?;
        let at = stored.iter().position(|membership| Some(membership.id) == edit.id);
        let mut membership = at.map(|at| stored.remove(at)).unwrap_or_default();
        membership.association_id = organisation::named_or_new(db, &edit.association, kind)?;
        let (contact_id, organisation_id) = owner.ids();
        membership.contact_id = contact_id;
        membership.member_organisation_id = organisation_id;
        edit.role.trim().clone_into(&mut membership.role);
        edit.member_number.trim().clone_into(&mut membership.member_number);
        membership.started_on.clone_from(&edit.started_on);
        membership.ended_on.clone_from(&edit.ended_on);
        if membership.id == 0 {
            db.insert(&mut membership)?;
        } else {
            db.update(&mut membership)?;
        }
    }
    for gone in stored {
        db.delete::<AssociationMembership>(gone.id)?;
    }
    Ok(())
}
