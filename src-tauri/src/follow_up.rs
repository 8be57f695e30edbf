//! Follow-ups: what was promised to a person or agreed with them, who owns it and until when.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::{contact, record, staff};

record! {
    /// One follow-up.
    FollowUp in "follow_ups" {
        /// With whom.
        contact_id: i64,
        /// One of [`KINDS`].
        kind: String,
        /// What is to be done, one line.
        what: String,
        /// The member of the staff in charge; none = nobody yet.
        staff_id: Option<i64>,
        /// The day until which it is to be done, `YYYY-MM-DD`.
        due_on: String,
        /// When it was done, UTC; empty = open.
        done_at: String,
        /// Who did it.
        done_by: String,
        /// The interaction it came from; 0 = none.
        interaction_id: i64,
        /// The response it came from; 0 = none.
        response_id: i64,
    }
}

/// `follow_up`: to get in touch again; `promise`: something the office has promised.
pub const KINDS: &[&str] = &["follow_up", "promise"];

/// Which follow-ups. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FollowUpFilter {
    /// With this person.
    pub contact_id: Option<i64>,
    /// In charge of this member of the staff.
    pub staff_id: Option<i64>,
    /// Those that are done as well.
    pub done: Option<bool>,
    /// Due on this day or before, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// A follow-up as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowUpRow {
    /// The record.
    pub follow_up: FollowUp,
    /// The person's name.
    pub name: String,
    /// Who is in charge, or empty.
    pub owner: String,
}

/// A follow-up agreed while logging an interaction.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewFollowUp {
    /// The day, `YYYY-MM-DD`.
    #[ts(optional = false)]
    pub due_on: String,
    /// What; none = as the interaction says.
    pub what: Option<String>,
    /// One of [`KINDS`]; none = `follow_up`.
    pub kind: Option<String>,
    /// Who is in charge; none = whoever is working.
    pub staff_id: Option<i64>,
}

/// Sets a follow-up as done or as open again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FollowUpDone {
    /// Which.
    pub id: i64,
    /// Whether it is done.
    pub done: bool,
}

/// The open ones first, the most urgent on top; then the done ones, the newest on top.
pub fn list(db: &Reader, _ctx: &Ctx, filter: FollowUpFilter) -> Result<Vec<FollowUpRow>> {
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(200);
    let open_only = filter.done != Some(true);
    // Open ones are few and have an index of their own; the person's are few anyway.
    let which =
        if filter.contact_id.is_some() { "f.contact_id = :contact" } else { ":contact IS NULL" };
    let open = if open_only { "f.done_at = ''" } else { "1" };
    db.rows(
        &format!(
            "SELECT f.id, c.name, COALESCE(s.name, '')
             FROM follow_ups f
             JOIN contacts c ON c.id = f.contact_id AND c.deleted_at IS NULL
             LEFT JOIN staff s ON s.id = f.staff_id
             WHERE f.deleted_at IS NULL AND {which} AND {open}
               AND (:staff IS NULL OR f.staff_id = :staff)
               AND (:until IS NULL OR f.due_on <= :until)
             ORDER BY f.done_at <> '', CASE WHEN f.done_at = '' THEN f.due_on ELSE '' END, f.done_at DESC, f.id
             LIMIT :limit"
        ),
        named_params! {":contact": filter.contact_id, ":staff": filter.staff_id, ":until": filter.until, ":limit": limit},
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)),
    )?
    .into_iter()
    .map(|(id, name, owner)| Ok(FollowUpRow { follow_up: db.get(id)?, name, owner }))
    .collect()
}

/// Adds or changes one.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<FollowUp> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => FollowUp {
            kind: "follow_up".to_owned(),
            staff_id: staff::id_of(db, &ctx.actor)?,
            ..FollowUp::default()
        },
    };
    patch.check_version(&stored)?;
    let mut follow_up: FollowUp = patch.apply(&stored)?;
    follow_up.what = follow_up.what.trim().to_owned();
    check(db, &follow_up)?;
    if follow_up.id == 0 {
        db.insert(&mut follow_up)?;
    } else {
        db.update(&mut follow_up)?;
    }
    Ok(follow_up)
}

fn check(db: &Writer, follow_up: &FollowUp) -> Result<()> {
    if follow_up.what.is_empty() {
        return Err(Error::invalid("what", "follow-up-what-missing"));
    }
    if !KINDS.contains(&follow_up.kind.as_str()) {
        return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
    }
    if chrono::NaiveDate::parse_from_str(&follow_up.due_on, "%Y-%m-%d").is_err() {
        return Err(Error::invalid("due_on", "follow-up-day-wrong").arg("value", &follow_up.due_on));
    }
    db.get::<contact::Contact>(follow_up.contact_id)?;
    if let Some(staff_id) = follow_up.staff_id {
        db.get::<staff::Staff>(staff_id)?;
    }
    Ok(())
}

/// Adds what was agreed in an interaction.
pub fn add(
    db: &Writer,
    ctx: &Ctx,
    contact_id: i64,
    interaction_id: i64,
    new: &NewFollowUp,
    said: &str,
) -> Result<FollowUp> {
    let what = new.what.as_deref().map(str::trim).filter(|what| !what.is_empty()).unwrap_or(said);
    let mut follow_up = FollowUp {
        contact_id,
        kind: new.kind.clone().unwrap_or_else(|| "follow_up".to_owned()),
        what: what.to_owned(),
        staff_id: match new.staff_id {
            Some(id) => Some(id),
            None => staff::id_of(db, &ctx.actor)?,
        },
        due_on: new.due_on.clone(),
        interaction_id,
        ..FollowUp::default()
    };
    check(db, &follow_up)?;
    db.insert(&mut follow_up)?;
    Ok(follow_up)
}

/// Adds what a response asks the office to do, unless something of the kind is still open for the
/// contact: a second bounce is no second job.
pub fn add_for_response(
    db: &Writer,
    contact_id: i64,
    response_id: i64,
    what: String,
    due_on: String,
) -> Result<bool> {
    let open = db.number(
        "SELECT COUNT(*) FROM follow_ups
         WHERE contact_id = :contact AND response_id <> 0 AND done_at = '' AND deleted_at IS NULL",
        named_params! {":contact": contact_id},
    )?;
    if open > 0 {
        return Ok(false);
    }
    let mut follow_up = FollowUp {
        contact_id,
        kind: "follow_up".to_owned(),
        what,
        due_on,
        response_id,
        ..FollowUp::default()
    };
    check(db, &follow_up)?;
    db.insert(&mut follow_up)?;
    Ok(true)
}

/// Takes back what a response asked for and nobody has done.
pub fn withdraw(db: &Writer, response_id: i64) -> Result<()> {
    let open = db.all::<FollowUp>(
        "response_id = :response AND response_id <> 0 AND done_at = ''",
        named_params! {":response": response_id},
    )?;
    for follow_up in open {
        db.delete::<FollowUp>(follow_up.id)?;
    }
    Ok(())
}

/// Sets one as done, or as open again.
pub fn set_done(db: &Writer, ctx: &Ctx, done: FollowUpDone) -> Result<FollowUp> {
    let mut follow_up: FollowUp = db.get(done.id)?;
    if done.done != follow_up.done_at.is_empty() {
        return Ok(follow_up);
    }
    (follow_up.done_at, follow_up.done_by) = if done.done {
        (ctx.now_text(), ctx.actor.clone())
    } else {
        (String::new(), String::new())
    };
    db.update(&mut follow_up)?;
    Ok(follow_up)
}

/// Puts follow-ups into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<FollowUp>(id)?);
    }
    Ok(deleted)
}
