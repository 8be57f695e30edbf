//! Whom a name or number in an exported chat means. A number that one contact has decides; a name
//! decides only where it is the full name of one contact and nobody else's.

use rusqlite::named_params;

use super::sender::{Candidate, ChatSender};
use crate::db::Reader;
use crate::error::Result;
use crate::format::fold::fold;
use crate::format::{person_name, phone};

/// Who sent a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// This contact, by the number or by an earlier decision.
    Contact(i64),
    /// This contact, by the full name alone.
    ByName(i64),
    /// One of the office.
    Ours,
    /// Of no interest, as somebody decided.
    Ignored,
    /// Nobody, or one of several.
    Unknown,
}

/// The sender as it is compared: the number in E.164, else the name folded. None where there is
/// nothing to compare.
pub fn key_of(sender: &str) -> Option<String> {
    let is_number = !sender.chars().any(char::is_alphabetic);
    let key = match phone::e164(sender).filter(|_| is_number) {
        Some(number) => number,
        None => fold(sender),
    };
    // Names of nothing but signs are told apart as they are.
    let key = if key.is_empty() { sender.trim().to_lowercase() } else { key };
    (!key.is_empty()).then_some(key)
}

/// Whether a key is a number.
pub fn is_number(key: &str) -> bool {
    key.starts_with('+')
}

/// Whom a sender of this chat means. `is_own_name`: the name is the sender's own choice, which
/// proves little.
pub fn who(db: &Reader, chat: i64, sender: &str, key: &str, is_own_name: bool) -> Result<Who> {
    let decided: Vec<ChatSender> = db.all(
        "group_chat_id = :chat AND sender_key = :key",
        named_params! {":chat": chat, ":key": key},
    )?;
    match decided.first().map(|sender| (sender.state.as_str(), sender.contact_id)) {
        Some(("ours", _)) => return Ok(Who::Ours),
        Some(("ignored", _)) => return Ok(Who::Ignored),
        Some(("linked", Some(contact))) if is_live(db, contact)? => {
            return Ok(Who::Contact(contact));
        }
        _ => {}
    }
    if is_number(key) {
        return Ok(match with_number(db, key)?.as_slice() {
            [contact] => Who::Contact(*contact),
            _ => Who::Unknown,
        });
    }
    if is_staff(db, sender)? {
        return Ok(Who::Ours);
    }
    let full = person_key(sender);
    let is_full_name = full.contains(' ') && !is_own_name;
    Ok(match called(db, &[full])?.as_slice() {
        [contact] if is_full_name => Who::ByName(*contact),
        _ => Who::Unknown,
    })
}

fn is_live(db: &Reader, contact: i64) -> Result<bool> {
    Ok(db.number(
        "SELECT COUNT(*) FROM contacts WHERE id = :id AND deleted_at IS NULL",
        named_params! {":id": contact},
    )? == 1)
}

fn with_number(db: &Reader, number: &str) -> Result<Vec<i64>> {
    db.rows(
        "SELECT DISTINCT c.id
         FROM reaches r JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :number AND r.kind <> 'email' AND r.deleted_at IS NULL
         ORDER BY c.id LIMIT 20",
        named_params! {":number": number},
        |row| row.get(0),
    )
}

fn is_staff(db: &Reader, sender: &str) -> Result<bool> {
    Ok(db.number(
        "SELECT COUNT(*) FROM staff WHERE name_key IN (:key, :bare) AND deleted_at IS NULL",
        named_params! {":key": fold(sender), ":bare": person_key(sender)},
    )? > 0)
}

/// A saved name without titles, folded.
fn person_key(sender: &str) -> String {
    fold(&person_name::split(sender).name)
}

/// Contacts with one of these folded names.
fn called(db: &Reader, keys: &[String]) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for key in keys.iter().filter(|key| !key.is_empty()) {
        let ids: Vec<i64> = db.rows(
            "SELECT id FROM contacts WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 20",
            named_params! {":key": key},
            |row| row.get(0),
        )?;
        found.extend(ids.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    }
    Ok(found)
}

/// Whom an undecided sender may be: who has the number; who has the name, or the name with the
/// outlet behind it, as phones keep it ("Siti Rahma Harian Contoh"); and members of the chat who
/// are called so in part.
pub fn candidates(db: &Reader, chat: i64, sender: &str, key: &str) -> Result<Vec<Candidate>> {
    let ids = if is_number(key) {
        with_number(db, key)?
    } else {
        let full = person_key(sender);
        let words: Vec<&str> = full.split(' ').collect();
        let beginnings: Vec<String> = (1..=words.len())
            .rev()
            .filter(|length| *length > 1 || words.len() == 1)
            .map(|length| words.iter().take(length).copied().collect::<Vec<_>>().join(" "))
            .collect();
        let mut ids = called(db, &beginnings)?;
        ids.extend(
            members_called(db, chat, &full)?
                .into_iter()
                .filter(|id| !ids.contains(id))
                .collect::<Vec<_>>(),
        );
        ids
    };
    let mut all = Vec::new();
    for id in ids.into_iter().take(8) {
        let found = db.row(
            "SELECT c.id, c.name,
                    COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                              WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1), '')
             FROM contacts c WHERE c.id = :id AND c.deleted_at IS NULL",
            named_params! {":id": id},
            |row| Ok(Candidate { contact_id: row.get(0)?, name: row.get(1)?, outlet: row.get(2)? }),
        )?;
        all.extend(found);
    }
    Ok(all)
}

/// Members whose name holds all words of the sender's, or the other way round.
fn members_called(db: &Reader, chat: i64, full: &str) -> Result<Vec<i64>> {
    let members: Vec<(i64, String)> = db.rows(
        "SELECT c.id, c.name_key || ' ' || lower(c.nickname)
         FROM group_chat_members m JOIN contacts c ON c.id = m.contact_id AND c.deleted_at IS NULL
         WHERE m.group_chat_id = :chat AND m.deleted_at IS NULL",
        named_params! {":chat": chat},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let wanted: Vec<&str> = full.split(' ').filter(|word| word.len() > 1).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    Ok(members
        .into_iter()
        .filter(|(_, name)| {
            let has: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
            wanted.iter().all(|word| has.contains(word))
        })
        .map(|(id, _)| id)
        .collect())
}
