//! Mail that the office wrote outside Warta: it stands in the contact history as ours, and is
//! evidence for a release of which nobody knew whether it had left.

use rusqlite::named_params;

use super::pipeline::{Mail, Read};
use super::store::{AHEAD, Kept};
use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::interaction::Interaction;
use crate::{clock, distribution};

/// Recipients of one mail that are looked up.
const MOST_RECIPIENTS: usize = 500;
/// Characters of a subject that a history line shows.
const SUMMARY: usize = 160;

/// Notes a mail of ours for each contact it went to; people who are not in the media list are
/// nobody's business. `batch` tells the negative number of the reading, for undo.
pub fn keep(
    db: &Writer,
    read: &Read,
    mail: &Mail,
    identity: &str,
    batch: impl FnOnce() -> Result<i64>,
) -> Result<Kept> {
    if let Some((delivery, is_unsure)) = own_delivery(db, identity)? {
        let settled = is_unsure && distribution::was_sent(db, delivery, "in_sent_folder")?;
        return Ok(Kept::Ours { new: false, settled });
    }
    let mut contacts = Vec::new();
    for address in mail.incoming.to.iter().take(MOST_RECIPIENTS) {
        if let Some(contact) = whose(db, address)?
            && !contacts.contains(&contact)
            && !is_noted(db, contact, identity)?
        {
            contacts.push(contact);
        }
    }
    if contacts.is_empty() {
        return Ok(Kept::Ours { new: false, settled: false });
    }
    let now = db.ctx().now;
    let written = mail.incoming.date.filter(|date| *date <= now + AHEAD);
    let at = clock::to_text(written.or(read.arrived).unwrap_or(now));
    db.set_import(batch()?);
    for contact_id in contacts {
        let mut interaction = Interaction {
            contact_id,
            kind: "mail".to_owned(),
            direction: "out".to_owned(),
            at: at.clone(),
            summary: mail.incoming.subject.chars().take(SUMMARY).collect(),
            body: mail.understanding.new_text.clone(),
            actor: mail.incoming.from_name.clone(),
            mail_id: identity.to_owned(),
            ..Interaction::default()
        };
        db.insert(&mut interaction)?;
    }
    db.set_import(0);
    Ok(Kept::Ours { new: true, settled: false })
}

/// The delivery that this mail is the copy of, and whether it is unsure.
fn own_delivery(db: &Reader, identity: &str) -> Result<Option<(i64, bool)>> {
    db.row(
        "SELECT id, state = 'unsure'
         FROM deliveries
         WHERE message_id <> '' AND message_id IN (:bare, :bracketed)",
        named_params! {":bare": identity, ":bracketed": format!("<{identity}>")},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The one contact with this address; an address that several share says nothing of who reads it.
fn whose(db: &Reader, address: &str) -> Result<Option<i64>> {
    let people: Vec<i64> = db.rows(
        "SELECT DISTINCT c.id
         FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :address AND r.kind = 'email' AND r.deleted_at IS NULL
         LIMIT 2",
        named_params! {":address": address},
        |row| row.get(0),
    )?;
    Ok(match people.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

fn is_noted(db: &Reader, contact_id: i64, identity: &str) -> Result<bool> {
    let noted = db.number(
        "SELECT COUNT(*)
         FROM interactions
         WHERE mail_id <> '' AND mail_id = :mail AND contact_id = :contact AND deleted_at IS NULL",
        named_params! {":mail": identity, ":contact": contact_id},
    )?;
    Ok(noted > 0)
}
