//! Who works here: a record of who did what, not a security boundary.

use rusqlite::named_params;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::record;

record! {
    /// A member of the office's staff.
    Staff in "staff" {
        /// Full name.
        name: String,
        /// The name folded for comparison.
        name_key: String,
        /// Initials, for narrow places.
        initials: String,
        /// What they do here.
        role: String,
    }
}

/// Everybody who works here.
pub fn list(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<Staff>> {
    db.all("1 = 1 ORDER BY name_key", &[])
}

/// The name of who is working, empty before the first start.
pub fn current(db: &Reader) -> Result<String> {
    let id: i64 = crate::settings::value(db, "current_staff", "0")?.parse().unwrap_or(0);
    Ok(db.find::<Staff>(id)?.map(|staff| staff.name).unwrap_or_default())
}

/// The staff member with this name or these initials.
pub fn named(db: &Reader, name: &str) -> Result<Staff> {
    let found: Vec<Staff> = db.all(
        "(name_key = :key OR lower(initials) = :initials) ORDER BY id LIMIT 1",
        named_params! {":key": fold(name), ":initials": name.to_lowercase()},
    )?;
    found
        .into_iter()
        .next()
        .ok_or_else(|| Error::new(Code::NotFound, "staff-unknown").arg("name", name))
}

/// The id of the live member with exactly this name; none for a name of nobody.
pub fn id_of(db: &Reader, name: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM staff WHERE name = :name AND deleted_at IS NULL",
        named_params! {":name": name},
        |row| row.get(0),
    )
}

/// Adds or changes a member.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Staff> {
    let stored: Staff = match patch.id {
        Some(id) => db.get(id)?,
        None => Staff::default(),
    };
    let mut staff = patch.apply(&stored)?;
    if staff.name.trim().is_empty() {
        return Err(Error::invalid("name", "staff-name-missing"));
    }
    staff.name_key = fold(&staff.name);
    if staff.initials.trim().is_empty() {
        staff.initials = staff
            .name
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(3)
            .collect::<String>()
            .to_uppercase();
    }
    if patch.id.is_some() {
        patch.check_version(&stored)?;
        db.update(&mut staff)?;
    } else if let Ok(same) = named(db, &staff.name) {
        return Ok(same);
    } else {
        db.insert(&mut staff)?;
    }
    Ok(staff)
}

/// Says who is working from now on.
pub fn choose(db: &Writer, _ctx: &Ctx, id: i64) -> Result<Staff> {
    let staff: Staff = db.get(id)?;
    crate::settings::put(db, "current_staff", &id.to_string())?;
    db.announce("settings");
    Ok(staff)
}
