//! The rights of a person in the list (UU 27/2022): a copy of all that Warta holds about them,
//! and erasure. Both find the rows through the foreign keys of the database, so that a table that
//! is added later is part of it without being named here.

mod rules;
mod sheet;

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::backup;
use crate::db::erase;
use crate::db::{Ctx, Durability, Reader, Writer};
use crate::erased::{self, Guard, Trait};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::history::{self, BackupFile};
use crate::job::Job;
use crate::workspace::Workspace;
use crate::{export, settings};

pub use rules::RULES;
pub use sheet::export;

/// Where a text of the person stands outside their own rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Mention {
    /// The table.
    pub table: String,
    /// The row.
    pub id: i64,
    /// The column.
    pub column: String,
}

/// How many rows a table holds about the person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Held {
    /// The table.
    pub table: String,
    /// Its rows.
    pub count: i64,
}

/// What there is about a person, before it is given out or erased.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SubjectOverview {
    /// The contact.
    pub contact_id: i64,
    /// The name.
    pub name: String,
    /// Rows by table.
    pub held: Vec<Held>,
    /// Where an address or number of theirs stands elsewhere, such as in a note on somebody else.
    pub mentions: Vec<Mention>,
    /// Backups made since they were added: these hold them still.
    pub backups: Vec<BackupFile>,
}

/// Whom to give out, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SubjectOrder {
    /// The contact.
    #[ts(optional = false)]
    pub contact_id: i64,
    /// `pdf` or `json`; none = by the file's ending.
    pub format: Option<String>,
    /// The file; none = a dated name in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Whom to erase.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EraseOrder {
    /// The contact.
    #[ts(optional = false)]
    pub contact_id: i64,
    /// Why: the person's request, the end of the purpose. Must not name them.
    pub reason: Option<String>,
    /// Delete the backups that still hold them, after a new one was written.
    pub delete_backups: Option<bool>,
}

/// What an erasure did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Erased {
    /// The number of the contact, which says nothing any more.
    pub contact_id: i64,
    /// Rows removed or emptied, by table.
    pub erased: Vec<Held>,
    /// Files removed.
    pub files: i64,
    /// Where an address or number of theirs still stands: to be looked at by a person.
    pub mentions: Vec<Mention>,
    /// Backups that still hold them.
    pub backups: Vec<BackupFile>,
    /// Backups that were deleted.
    pub backups_deleted: i64,
    /// Whether nothing of them is left in the database file; else the rest is cleaned by itself
    /// once nobody else uses the database, at the next start at the latest.
    pub cleaned: bool,
}

/// One erasure.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Erasure {
    /// Its number.
    pub id: i64,
    /// When, UTC.
    pub at: String,
    /// By whom.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// The number of the contact.
    pub contact_id: i64,
    /// Backups older than the erasure that are still there.
    pub backups: Vec<BackupFile>,
}

/// Somebody who was erased and is in the list again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Returned {
    /// The contact.
    pub contact_id: i64,
    /// The name.
    pub name: String,
    /// When they were erased, UTC.
    pub erased_at: String,
}

const MOST_MENTIONS: usize = 200;

/// What a person is known by.
struct Identity {
    /// The contact, then those that were merged into it: they are the same person.
    ids: Vec<i64>,
    name: String,
    /// All names they had as a contact of their own.
    names: Vec<String>,
    created_at: String,
    /// Email addresses as typed and lower-cased, numbers as typed and in E.164.
    texts: Vec<String>,
    emails: Vec<String>,
    traits: Vec<(Trait, String)>,
}

/// The contact and those that merges which stand took into it, one through the other.
fn with_absorbed(db: &Reader, contact_id: i64) -> Result<Vec<i64>> {
    db.rows(
        "WITH RECURSIVE one (id) AS (
            SELECT :id
            UNION
            SELECT m.absorbed_id FROM merges m JOIN one ON one.id = m.survivor_id
            WHERE m.kind = 'contact' AND m.unmerged_at = '' AND m.deleted_at IS NULL
         )
         SELECT id FROM one ORDER BY id <> :id, id",
        named_params! {":id": contact_id},
        |row| row.get(0),
    )
}

fn identity(db: &Reader, contact_id: i64) -> Result<Identity> {
    let name: String = db
        .row(
            "SELECT name FROM contacts WHERE id = :id AND name <> ''",
            named_params! {":id": contact_id},
            |row| row.get(0),
        )?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", contact_id))?;
    let ids = with_absorbed(db, contact_id)?;
    let (mut names, mut created_at) = (BTreeSet::new(), String::new());
    let (mut reaches, mut places) = (Vec::new(), Vec::new());
    for id in &ids {
        let about: Option<(String, String)> = db.row(
            "SELECT name, created_at FROM contacts WHERE id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let Some((called, since)) = about else { continue };
        if created_at.is_empty() || since < created_at {
            created_at = since;
        }
        names.insert(called);
        let of_one: Vec<(String, String, String)> = db.rows(
            "SELECT kind, value, value_key FROM reaches WHERE contact_id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        reaches.extend(of_one);
        let of_one: Vec<(String, String)> = db.rows(
            "SELECT DISTINCT c.name_key, o.name_key
             FROM affiliations a JOIN contacts c ON c.id = a.contact_id JOIN organisations o ON o.id = a.organisation_id
             WHERE a.contact_id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        places.extend(of_one);
        // By the name under which a chat has them they would come back with its next export.
        let of_one: Vec<(String, String)> = db.rows(
            "SELECT c.name_key, g.name_key
             FROM group_chat_members m JOIN contacts c ON c.id = m.contact_id JOIN group_chats g ON g.id = m.group_chat_id
             WHERE m.contact_id = :id
             UNION
             SELECT s.sender_key, g.name_key
             FROM group_chat_senders s JOIN group_chats g ON g.id = s.group_chat_id
             WHERE s.contact_id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        places.extend(of_one);
    }
    names.remove("");
    let mut texts = BTreeSet::new();
    let mut traits = Vec::new();
    let mut emails = Vec::new();
    for (kind, value, value_key) in reaches {
        traits.push((Trait::of_reach(&kind), value_key.clone()));
        if kind == "email" {
            emails.push(value_key.clone());
        }
        texts.extend([value.to_lowercase(), value_key]);
    }
    for (name_key, outlet) in places {
        traits.push((Trait::Name, erased::name_at(&name_key, &outlet)));
    }
    Ok(Identity {
        ids,
        name,
        names: names.into_iter().collect(),
        created_at,
        texts: texts.into_iter().collect(),
        emails,
        traits,
    })
}

/// Rows that are the person's without a reference to them: mail from their addresses that nobody
/// linked, and the state of these addresses.
fn by_address(db: &Reader, emails: &[String]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for email in emails {
        for (table, condition) in [
            (
                "responses",
                "lower(from_address) = :email OR lower(failed_address) = :email OR lower(rsvp_attendee) = :email",
            ),
            ("replies", "to_address = :email"),
            ("contact_states", "address_key = :email"),
            ("sender_rules", "from_address = :email"),
            ("change_suggestions", "address = :email"),
        ] {
            let ids: Vec<i64> = db.rows(
                &format!("SELECT id FROM {table} WHERE {condition}"),
                named_params! {":email": email},
                |row| row.get(0),
            )?;
            found.extend(ids.into_iter().map(|id| (table, id)));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// What exported chats keep of the person's numbers and names, whether or not somebody has said
/// who it is.
fn in_chats(db: &Reader, person: &Identity) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for key in person.texts.iter().cloned().chain(person.names.iter().map(|name| fold(name))) {
        for table in ["group_chat_senders", "group_chat_proposals"] {
            let ids: Vec<i64> = db.rows(
                &format!("SELECT id FROM {table} WHERE sender_key = :key AND contact_id IS NULL"),
                named_params! {":key": key},
                |row| row.get(0),
            )?;
            found.extend(ids.into_iter().map(|id| (table, id)));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// What went to and fro about the person's enquiries, which may say who asked what.
fn in_enquiries(db: &Reader, ids: &[i64]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for id in ids {
        let steps: Vec<i64> = db.rows(
            "SELECT s.id FROM enquiry_steps s JOIN enquiries e ON e.id = s.enquiry_id WHERE e.contact_id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?;
        found.extend(steps.into_iter().map(|step| ("enquiry_steps", step)));
    }
    Ok(found)
}

/// Merges that the person had a part in, and what these changed in which row: they outlive a
/// contact and therefore refer to none.
fn merged(db: &Reader, ids: &[i64]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for id in ids {
        for (table, sql) in [
            (
                "merges",
                "SELECT id FROM merges WHERE kind = 'contact' AND :id IN (survivor_id, absorbed_id)",
            ),
            (
                "merge_moves",
                "SELECT v.id FROM merge_moves v JOIN merges m ON m.id = v.merge_id
                 WHERE m.kind = 'contact' AND :id IN (m.survivor_id, m.absorbed_id)",
            ),
        ] {
            let rows: Vec<i64> = db.rows(sql, named_params! {":id": id}, |row| row.get(0))?;
            found.extend(rows.into_iter().map(|row| (table, row)));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Every row about the person: table and id, the contact first.
fn rows_about(db: &Reader, person: &Identity) -> Result<Vec<(String, i64)>> {
    let mut rows: Vec<(String, i64)> =
        person.ids.iter().map(|id| ("contacts".to_owned(), *id)).collect();
    for (table, column) in erase::references(db, "contacts")? {
        for contact in &person.ids {
            for id in erase::referring(db, &table, &column, *contact)? {
                rows.push((table.clone(), id));
            }
        }
    }
    let apart = [
        by_address(db, &person.emails)?,
        in_chats(db, person)?,
        in_enquiries(db, &person.ids)?,
        merged(db, &person.ids)?,
        on_tours(db, &person.ids)?,
        answers_of(db, person)?,
        sent_alone(db, &person.ids)?,
    ]
    .concat();
    rows.extend(apart.into_iter().map(|(table, id)| (table.to_owned(), id)));
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert(row.clone()));
    Ok(rows)
}

/// The files that only this person got.
fn sent_alone(db: &Reader, ids: &[i64]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for id in ids {
        let rows: Vec<i64> = db.rows(
            "SELECT f.id FROM delivery_files f JOIN deliveries d ON d.id = f.delivery_id WHERE d.contact_id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?;
        found.extend(rows.into_iter().map(|row| ("delivery_files", row)));
    }
    Ok(found)
}

/// What tours know of the person as a guest.
fn on_tours(db: &Reader, ids: &[i64]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for id in ids {
        let rows: Vec<i64> = db.rows(
            "SELECT t.id FROM tour_travellers t JOIN event_guests g ON g.id = t.guest_id WHERE g.contact_id = :id ORDER BY t.id",
            named_params! {":id": id},
            |row| row.get(0),
        )?;
        found.extend(rows.into_iter().map(|id| ("tour_travellers", id)));
    }
    Ok(found)
}

/// What the person answered to invitations.
fn answers_of(db: &Reader, person: &Identity) -> Result<Vec<(&'static str, i64)>> {
    let mut ids: BTreeSet<i64> = BTreeSet::new();
    for id in &person.ids {
        let rows: Vec<i64> = db.rows(
            "SELECT a.id FROM event_answers a JOIN event_guests g ON g.id = a.guest_id WHERE g.contact_id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?;
        ids.extend(rows);
    }
    for email in &person.emails {
        let rows: Vec<i64> = db.rows(
            "SELECT id FROM event_answers WHERE address = :email",
            named_params! {":email": email},
            |row| row.get(0),
        )?;
        ids.extend(rows);
    }
    Ok(ids.into_iter().map(|id| ("event_answers", id)).collect())
}

fn mentions(db: &Reader, texts: &[String], own: &BTreeSet<(String, i64)>) -> Result<Vec<Mention>> {
    let places = erase::places(db, texts, MOST_MENTIONS + own.len() * 4)?;
    let is_log = |table: &str| matches!(table, "changes" | "jobs");
    Ok(places
        .into_iter()
        .filter(|(table, id, _)| !is_log(table) && !own.contains(&(table.clone(), *id)))
        .map(|(table, id, column)| Mention { table, id, column })
        .take(MOST_MENTIONS)
        .collect())
}

fn counted(rows: &[(String, i64)]) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for (table, _) in rows {
        match held.iter_mut().find(|held| held.table == *table) {
            Some(held) => held.count += 1,
            None => held.push(Held { table: table.clone(), count: 1 }),
        }
    }
    held
}

fn backups_since(db: &Reader, ctx: &Ctx, since: &str) -> Result<Vec<BackupFile>> {
    Ok(history::backups(db, ctx, ())?
        .into_iter()
        .filter(|backup| backup.at.as_str() >= since)
        .collect())
}

/// What there is about a person.
pub fn show(db: &Reader, ctx: &Ctx, contact_id: i64) -> Result<SubjectOverview> {
    let person = identity(db, contact_id)?;
    let rows = rows_about(db, &person)?;
    let own: BTreeSet<(String, i64)> = rows.iter().cloned().collect();
    Ok(SubjectOverview {
        contact_id,
        mentions: mentions(db, &person.texts, &own)?,
        backups: backups_since(db, ctx, &person.created_at)?,
        held: counted(&rows),
        name: person.name,
    })
}

/// Erases a person: their rows, their images in the change log, their words in the search index,
/// their files. Sendings and answers stay as anonymous counts; keyed hashes stay, so that they
/// cannot come back unnoticed. Cannot be taken back.
pub fn erase(job: &Job, order: EraseOrder) -> Result<Erased> {
    let workspace = job.workspace;
    job.progress("phase-erasing", 0, 3);
    let folder = workspace.folder().to_owned();
    let reason = order.reason.clone().unwrap_or_default();
    let (person, taken) = workspace.db.write(&job.ctx, "subject_erase", false, |db| {
        let person = identity(db, order.contact_id)?;
        for id in &person.ids {
            refuse_while_sending(db, *id)?;
        }
        let action = db.action_id()?;
        db.execute(
            "INSERT INTO erasures (at, actor, reason, contact_id) VALUES (:now, :actor, :reason, :contact)",
            named_params! {":now": job.ctx.now_text(), ":actor": job.ctx.actor, ":reason": reason, ":contact": order.contact_id},
        )?;
        erased::remember(db, &folder, db.last_id(), &person.traits)?;
        let mut more = [
            by_address(db, &person.emails)?,
            in_chats(db, &person)?,
            in_enquiries(db, &person.ids)?,
            merged(db, &person.ids)?,
            on_tours(db, &person.ids)?,
            answers_of(db, &person)?,
        ]
        .concat();
        let mut taken = erase::Taken::default();
        for id in &person.ids {
            taken.add(erase::erase(db, "contacts", *id, RULES, &std::mem::take(&mut more))?);
        }
        forget_raw_mails(db, &taken)?;
        forget_job_words(db, &person)?;
        let first = settings::value(db, "compacted", "")? != "1";
        settings::put(db, OWED, if first { "compact" } else { "clean" })?;
        log::info!("action {action} erased contact {}", order.contact_id);
        Ok((person, taken))
    })?;
    job.progress("phase-erasing", 1, 3);
    let mut files = 0;
    for sha in &taken.files {
        files += i64::from(std::fs::remove_file(workspace.files().join(sha)).is_ok());
    }
    let deliveries = taken.ids.get("deliveries").map(Vec::as_slice).unwrap_or_default();
    for id in deliveries {
        let mail = workspace.folder().join("outbox").join(format!("{id}.eml"));
        files += i64::from(std::fs::remove_file(mail).is_ok());
    }
    files += clear_uploads(&workspace.folder().join("uploads"), &person)?;
    // They are gone from here on: what the disk may still hold of them is cleaned now or later.
    let cleaned = finish_erasures(workspace).unwrap_or_else(|error| {
        log::warn!("cleaning after an erasure: {error}");
        false
    });
    job.progress("phase-erasing", 2, 3);
    let mut backups = workspace.db.read(|db| backups_since(db, &job.ctx, &person.created_at))?;
    let mut backups_deleted = 0;
    if order.delete_backups == Some(true) && !backups.is_empty() {
        let name = format!("after-erasure-{}.zip", job.ctx.now.format("%Y%m%d-%H%M%S%3f"));
        let backup_folder = workspace.folder().join("backups");
        backup::write(&workspace.db, &workspace.files(), &backup_folder.join(name))?;
        for old in std::mem::take(&mut backups) {
            match std::fs::remove_file(backup_folder.join(&old.name)) {
                Ok(()) => backups_deleted += 1,
                Err(_) => backups.push(old),
            }
        }
    }
    let mentions = workspace.db.read(|db| mentions(db, &person.texts, &BTreeSet::new()))?;
    let erased = taken.rows.into_iter().map(|(table, count)| Held { table, count }).collect();
    Ok(Erased {
        contact_id: order.contact_id,
        erased,
        files,
        mentions,
        backups,
        backups_deleted,
        cleaned,
    })
}

/// Names what is still to be cleaned after an erasure: `clean`, or `compact` for the whole file.
const OWED: &str = "erasure_owed";

/// Cleans what erasures may have left on the disk, where something is owed; true when nothing is
/// any more. Somebody who reads or writes meanwhile puts it off to the next time.
pub fn finish_erasures(workspace: &Workspace) -> Result<bool> {
    let db = &workspace.db;
    let owed = db.read(|db| settings::value(db, OWED, ""))?;
    if owed.is_empty() {
        return Ok(true);
    }
    let compact = owed == "compact";
    if !erase::scrub(db, compact)? {
        log::info!("cleaning after an erasure is put off: the database is in use");
        return Ok(false);
    }
    db.write_unlogged(Durability::Normal, &["settings"], |db| {
        if compact {
            settings::put(db, "compacted", "1")?;
        }
        settings::put(db, OWED, "")
    })?;
    Ok(true)
}

/// A message that is on its way this moment must first be settled.
fn refuse_while_sending(db: &Reader, contact_id: i64) -> Result<()> {
    let sending = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE contact_id = :contact AND state IN ('sending', 'unsure')",
        named_params! {":contact": contact_id},
    )?;
    if sending > 0 {
        return Err(Error::new(Code::Conflict, "subject-being-sent"));
    }
    Ok(())
}

/// The bytes of small mails, which are kept beside their responses.
fn forget_raw_mails(db: &Writer, taken: &erase::Taken) -> Result<()> {
    for id in taken.ids.get("responses").into_iter().flatten() {
        db.execute("DELETE FROM raw_mails WHERE response_id = :id", named_params! {":id": id})?;
    }
    Ok(())
}

/// Outcomes of jobs may tell of the person by name or address.
fn forget_job_words(db: &Writer, person: &Identity) -> Result<()> {
    for text in person.texts.iter().chain(&person.names).filter(|text| text.len() > 3) {
        db.execute(
            "UPDATE jobs SET error = '', result = '' WHERE instr(lower(error || result), lower(:text)) > 0",
            named_params! {":text": text},
        )?;
    }
    Ok(())
}

/// Files taken in for an import are copies that nobody needs any more once it is done: those that
/// name the person go, and packed ones (workbooks, archives), which cannot be searched, go as well.
fn clear_uploads(folder: &std::path::Path, person: &Identity) -> Result<i64> {
    let mut removed = 0;
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(0) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            removed += clear_uploads(&path, person)?;
            continue;
        }
        let bytes = std::fs::read(&path)?;
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let is_packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
        let names = person.texts.iter().chain(&person.names);
        if is_packed || names.into_iter().any(|name| text.contains(&name.to_lowercase())) {
            removed += i64::from(std::fs::remove_file(&path).is_ok());
        }
    }
    Ok(removed)
}

/// Who was erased, the last first, with the backups that still hold them.
pub fn erasures(db: &Reader, ctx: &Ctx, _: ()) -> Result<Vec<Erasure>> {
    let backups = history::backups(db, ctx, ())?;
    db.rows(
        "SELECT e.id, e.at, e.actor, e.reason, e.contact_id, COALESCE(c.created_at, '')
         FROM erasures e LEFT JOIN contacts c ON c.id = e.contact_id
         ORDER BY e.id DESC LIMIT 500",
        &[],
        |row| {
            let (at, since): (String, String) = (row.get(1)?, row.get(5)?);
            let holding = backups
                .iter()
                .filter(|backup| backup.at < at && backup.at >= since)
                .cloned()
                .collect();
            Ok(Erasure {
                id: row.get(0)?,
                at,
                actor: row.get(2)?,
                reason: row.get(3)?,
                contact_id: row.get(4)?,
                backups: holding,
            })
        },
    )
}

/// Who was erased and is in the list again, as after the restore of an older backup.
pub fn returned(db: &Reader, ctx: &Ctx, _: ()) -> Result<Vec<Returned>> {
    let guard = Guard::of(db, &ctx.folder)?;
    let mut found: Vec<Returned> = Vec::new();
    if guard.is_empty() {
        return Ok(found);
    }
    db.each_row(
        "SELECT c.id, c.name, r.kind, r.value_key
         FROM reaches r JOIN contacts c ON c.id = r.contact_id AND c.name <> ''
         WHERE r.deleted_at IS NULL
         ORDER BY c.id",
        &[],
        |row| {
            let (id, kind, key): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(3)?);
            if let Some(at) = guard.erased_at(Trait::of_reach(&kind), &key)?
                && found.last().is_none_or(|last| last.contact_id != id)
            {
                found.push(Returned {
                    contact_id: id,
                    name: row.get(1)?,
                    erased_at: at.to_owned(),
                });
            }
            Ok(())
        },
    )?;
    Ok(found)
}

/// Notes in the log of exports that a file with personal data was written.
pub(crate) fn note_export(
    job: &Job,
    format: &str,
    contact_id: i64,
    file: &std::path::Path,
) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        export::note(db, &job.ctx, "subject", format, &contact_id.to_string(), 1, &name)
    })
}

/// The live contact, to name it in errors.
pub(crate) fn contact(db: &Reader, id: i64) -> Result<Contact> {
    db.get(id)
}
