//! An entry by hand that would bring an erased person back is refused until it is confirmed.

use rusqlite::named_params;

use super::{Contact, ContactPatch};
use crate::db::{Ctx, Writer};
use crate::erased::{Guard, Trait, name_at};
use crate::error::{Code, Error, Result};
use crate::reach;

/// Refuses new addresses, numbers and outlets by which an erased person is known.
pub fn refuse(db: &Writer, ctx: &Ctx, contact: &Contact, save: &ContactPatch) -> Result<()> {
    let guard = Guard::of(db, &ctx.folder)?;
    if guard.is_empty() {
        return Ok(());
    }
    for edit in save.reaches.iter().flatten() {
        // What cannot be read is told where it is stored.
        let Ok((_, key)) = reach::read(&edit.kind, &edit.value) else { continue };
        let is_own = db.number(
            "SELECT EXISTS (SELECT 1 FROM reaches WHERE contact_id = :contact AND value_key = :key AND deleted_at IS NULL)",
            named_params! {":contact": contact.id, ":key": key},
        )? == 1;
        if !is_own && let Some(at) = guard.erased_at(Trait::of_reach(&edit.kind), &key)? {
            return Err(refusal(at, &edit.value));
        }
    }
    for edit in save.affiliations.iter().flatten().filter(|edit| edit.id.is_none()) {
        if let Some(at) =
            guard.erased_at(Trait::Name, &name_at(&contact.name, &edit.organisation))?
        {
            return Err(refusal(at, &contact.name));
        }
    }
    Ok(())
}

fn refusal(at: &str, value: &str) -> Error {
    let day = at.get(..10).unwrap_or(at).to_owned();
    let mut error =
        Error::new(Code::Conflict, "contact-erased-before").arg("day", day).arg("value", value);
    error.field = Some("erased_ok".to_owned());
    error
}
