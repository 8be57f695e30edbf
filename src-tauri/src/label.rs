//! Labels: beats, tags, regions, languages and topics of a contact or an organisation.

use rusqlite::named_params;

use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::format::fold::fold;
use crate::owner::Owner;
use crate::record;

record! {
    /// One label of a contact or an organisation (exactly one of them).
    Label in "labels" {
        /// The contact, when it is a person's.
        contact_id: Option<i64>,
        /// The organisation, when it is an outlet's or another body's.
        organisation_id: Option<i64>,
        /// One of [`KINDS`].
        kind: String,
        /// As written.
        value: String,
        /// Folded.
        value_key: String,
    }
}

/// What a label says: a subject covered, a tag of the office, an area covered, a language spoken,
/// a topic that a source speaks about.
pub const KINDS: &[&str] = &["beat", "tag", "region", "language", "topic"];

/// A label that is not stored yet.
pub fn new(owner: Owner, kind: &str, value: &str) -> Label {
    let (contact_id, organisation_id) = owner.ids();
    Label {
        contact_id,
        organisation_id,
        kind: kind.to_owned(),
        value: value.to_owned(),
        value_key: fold(value),
        ..Label::default()
    }
}

/// The labels of one kind, in the order in which they were added.
pub fn of(db: &Reader, owner: Owner, kind: &str) -> Result<Vec<String>> {
    db.rows(
        &format!(
            "SELECT value FROM labels WHERE {} = :owner AND kind = :kind AND deleted_at IS NULL ORDER BY id",
            owner.column()
        ),
        named_params! {":owner": owner.id(), ":kind": kind},
        |row| row.get(0),
    )
}

/// Makes the owner's labels of one kind exactly these; rows that stay keep their ids.
pub fn replace(db: &Writer, owner: Owner, kind: &str, values: &[String]) -> Result<()> {
    let mut stored: Vec<Label> = db.all(
        &format!("{} = :owner AND kind = :kind ORDER BY id", owner.column()),
        named_params! {":owner": owner.id(), ":kind": kind},
    )?;
    let mut kept: Vec<String> = Vec::new();
    for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
        let value_key = fold(value);
        if kept.contains(&value_key) {
            continue;
        }
        if let Some(at) = stored.iter().position(|label| label.value_key == value_key) {
            let mut label = stored.remove(at);
            label.value = value.to_owned();
            db.update(&mut label)?;
        } else {
            db.insert(&mut new(owner, kind, value))?;
        }
        kept.push(value_key);
    }
    for gone in stored {
        db.delete::<Label>(gone.id)?;
    }
    Ok(())
}
