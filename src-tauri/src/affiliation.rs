//! Contact at organisation, with position, from and to; several, now or past.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::office;
use crate::organisation::{self, Organisation};
use crate::record;

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

/// A change of jobs: what stands ends and the next begins, on one day.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct JobChange {
    /// Whose.
    pub contact_id: i64,
    /// Name of the organisation that they leave; empty = every one at which they are.
    pub leaves: String,
    /// The last day there and the first here, `YYYY-MM-DD`; empty = today.
    pub on: String,
    /// Name of the organisation that they join; one that is not there yet is created as an outlet;
    /// empty = they only leave.
    pub organisation: String,
    /// As what.
    pub position: String,
    /// Part of the organisation, or empty.
    pub department: String,
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

/// A contact's affiliations as a save takes them.
pub fn edits_of(db: &Reader, contact_id: i64) -> Result<Vec<AffiliationEdit>> {
    let rows = of_contact(db, contact_id)?;
    Ok(rows
        .into_iter()
        .map(|row| AffiliationEdit {
            id: Some(row.id),
            organisation: row.organisation,
            position: row.position,
            started_on: row.started_on,
            ended_on: row.ended_on,
            department: Some(row.department),
        })
        .collect())
}

/// Ends what the change ends and begins what it begins; what was stays in the history.
pub fn change(db: &Writer, ctx: &Ctx, change: &JobChange) -> Result<()> {
    let joins = change.organisation.trim();
    let leaving = leaving(db, change)?;
    if leaving.is_empty() && joins.is_empty() {
        return Err(Error::invalid("organisation", "job-change-nothing"));
    }
    let on = if change.on.is_empty() {
        ctx.now.with_timezone(&office::zone(db)?).date_naive().to_string()
    } else {
        change.on.clone()
    };
    field::check_day("on", &on)?;
    for mut affiliation in leaving {
        field::check_period(&affiliation.started_on, &on)?;
        affiliation.ended_on.clone_from(&on);
        db.update(&mut affiliation)?;
    }
    if !joins.is_empty() {
        db.insert(&mut Affiliation {
            contact_id: change.contact_id,
            organisation_id: organisation::named_or_new(db, joins, "outlet")?,
            position: change.position.trim().to_owned(),
            department: change.department.trim().to_owned(),
            started_on: on,
            ..Affiliation::default()
        })?;
    }
    Ok(())
}

/// The affiliations that a change of jobs ends.
fn leaving(db: &Reader, change: &JobChange) -> Result<Vec<Affiliation>> {
    let standing: Vec<Affiliation> = db.all(
        "contact_id = :contact AND ended_on = '' ORDER BY id",
        named_params! {":contact": change.contact_id},
    )?;
    let name = change.leaves.trim();
    if name.is_empty() {
        return Ok(standing);
    }
    let mut left = Vec::new();
    for affiliation in standing {
        let place: Organisation = db.get(affiliation.organisation_id)?;
        if place.name_key == fold(name) {
            left.push(affiliation);
        }
    }
    if left.is_empty() {
        return Err(Error::invalid("leaves", "job-change-not-there").arg("outlet", name));
    }
    Ok(left)
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
