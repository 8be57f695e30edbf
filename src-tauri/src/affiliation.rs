//! Contact at organisation, with position, from and to; several, now or past.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::field;
use crate::{organisation, record};

record! {
    /// One affiliation.
    Affiliation in "affiliations" {
        /// Who.
        contact_id: i64,
        /// Where.
        organisation_id: i64,
        /// As what.
        position: String,
        /// First day, `YYYY-MM-DD` or empty when unknown.
        started_on: String,
        /// Last day; empty = still there.
        ended_on: String,
        /// Part of the organisation: a desk, a division.
        department: String,
    }
}

/// An affiliation as a screen shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AffiliationRow {
    /// Its id.
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Its name.
    pub organisation: String,
    /// As what.
    pub position: String,
    /// First day or empty.
    pub started_on: String,
    /// Last day; empty = still there.
    pub ended_on: String,
    /// Part of the organisation, or empty.
    pub department: String,
}

/// An affiliation as a screen saves it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct AffiliationEdit {
    /// The stored one; none = new.
    #[ts(optional)]
    pub id: Option<i64>,
    /// Name of the organisation; one that is not there yet is created as an outlet.
    pub organisation: String,
    /// As what.
    pub position: String,
    /// First day or empty.
    pub started_on: String,
    /// Last day; empty = still there.
    pub ended_on: String,
    /// Part of the organisation, or empty; none = as it was.
    #[ts(optional)]
    pub department: Option<String>,
}

/// A contact's affiliations, those that stand first.
pub fn of_contact(db: &Reader, contact_id: i64) -> Result<Vec<AffiliationRow>> {
    db.rows(
        "SELECT a.id, o.id, o.name, a.position, a.started_on, a.ended_on, a.department
         FROM affiliations a
         JOIN organisations o ON o.id = a.organisation_id
         WHERE a.contact_id = :contact AND a.deleted_at IS NULL
         ORDER BY a.ended_on <> '', a.id DESC",
        named_params! {":contact": contact_id},
        |row| {
            Ok(AffiliationRow {
                id: row.get(0)?,
                organisation_id: row.get(1)?,
                organisation: row.get(2)?,
                position: row.get(3)?,
                started_on: row.get(4)?,
                ended_on: row.get(5)?,
                department: row.get(6)?,
            })
        },
    )
}

/// Makes the contact's affiliations exactly these.
pub fn replace(db: &Writer, contact_id: i64, edits: &[AffiliationEdit]) -> Result<()> {
    let mut stored: Vec<Affiliation> =
        db.all("contact_id = :contact", named_params! {":contact": contact_id})?;
    for edit in edits.iter().filter(|edit| !edit.organisation.trim().is_empty()) {
        field::check_period(&edit.started_on, &edit.ended_on)?;
        let organisation_id = organisation::named_or_new(db, &edit.organisation, "outlet")?;
        let position = stored.iter().position(|affiliation| Some(affiliation.id) == edit.id);
        let mut affiliation = position.map(|at| stored.remove(at)).unwrap_or_default();
        affiliation.contact_id = contact_id;
        affiliation.organisation_id = organisation_id;
        affiliation.position = edit.position.trim().to_owned();
        affiliation.started_on.clone_from(&edit.started_on);
        affiliation.ended_on.clone_from(&edit.ended_on);
        if let Some(department) = &edit.department {
            department.trim().clone_into(&mut affiliation.department);
        }
        if affiliation.id == 0 {
            db.insert(&mut affiliation)?;
        } else {
            db.update(&mut affiliation)?;
        }
    }
    for gone in stored {
        db.delete::<Affiliation>(gone.id)?;
    }
    Ok(())
}
