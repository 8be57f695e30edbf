//! Group chats: a chat group with its members and its purpose, and what an exported chat proposes.
//! Of a chat only proposals are kept, never the conversation.

mod import;
mod meaning;
mod proposal;
mod recognise;
mod sender;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::organisation::Organisation;
use crate::record;

pub use import::{ChatImport, ChatImported, SeenSender, preview, run};
pub use proposal::{
    ChatDecided, ChatDecision, ChatProposal, ProposalCounts, ProposalFilter, ProposalPage,
    ProposalRow, decide, proposals,
};
pub use sender::{
    Candidate, ChatSender, NewSenderContact, SenderDecided, SenderDecision, SenderRow,
    decide_sender,
};

record! {
    /// A chat group.
    GroupChat in "group_chats" {
        /// Name, unlike any other group's.
        name: String,
        /// The name folded.
        name_key: String,
        /// One of [`PLATFORMS`].
        platform: String,
        /// What it is for.
        purpose: String,
        /// The organisation or community that it belongs to.
        organisation_id: Option<i64>,
        /// Free notes.
        notes: String,
        /// The newest message that an import has read, UTC; empty = none was read.
        read_until: String,
    }
}

record! {
    /// A contact in a chat group.
    ChatMember in "group_chat_members" {
        /// The group.
        group_chat_id: i64,
        /// The contact.
        contact_id: i64,
        /// One of [`ROLES`].
        role: String,
        /// First day, `YYYY-MM-DD` or empty when unknown.
        started_on: String,
        /// Last day; empty = still a member.
        ended_on: String,
    }
}

/// Where a group chats.
pub const PLATFORMS: &[&str] = &["whatsapp", "telegram", "other"];
/// What somebody is in a group.
pub const ROLES: &[&str] = &["member", "admin"];

/// Which groups. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct GroupChatFilter {
    /// That this contact is or was in.
    pub contact_id: Option<i64>,
    /// That belong to this organisation.
    pub organisation_id: Option<i64>,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupChatRow {
    /// Its id.
    pub id: i64,
    /// The version to save on.
    pub version: i64,
    /// Name.
    pub name: String,
    /// One of [`PLATFORMS`].
    pub platform: String,
    /// What it is for.
    pub purpose: String,
    /// The organisation's name, or empty.
    pub organisation: String,
    /// Members now.
    pub members: i64,
    /// Proposals that nobody has decided.
    pub open: i64,
    /// The newest message that an import has read, UTC, or empty.
    pub read_until: String,
    /// With `contact_id`: what they are there.
    pub role: String,
    /// With `contact_id`: since when, or empty.
    pub started_on: String,
    /// With `contact_id`: until when; empty = still there.
    pub ended_on: String,
}

/// A member as a screen shows them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChatMemberRow {
    /// The membership.
    pub id: i64,
    /// Its version.
    pub version: i64,
    /// The contact.
    pub contact_id: i64,
    /// Their name.
    pub name: String,
    /// Where they work now, or empty.
    pub outlet: String,
    /// One of [`ROLES`].
    pub role: String,
    /// First day or empty.
    pub started_on: String,
    /// Last day; empty = still a member.
    pub ended_on: String,
}

/// A group with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupChatDetail {
    /// The record.
    pub chat: GroupChat,
    /// The organisation's name, or empty.
    pub organisation: String,
    /// Who is in it, admins first; then who was.
    pub members: Vec<ChatMemberRow>,
    /// Names and numbers of exported chats that nobody has decided on.
    pub senders: Vec<SenderRow>,
    /// Proposals that nobody has decided.
    pub open: ProposalCounts,
}

/// Contacts to put into a group.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ChatMembersNew {
    /// The group.
    #[ts(optional = false)]
    pub group_chat_id: i64,
    /// The contacts.
    #[ts(optional = false)]
    pub contact_ids: Vec<i64>,
    /// One of [`ROLES`]; none = member.
    pub role: Option<String>,
    /// First day; none = not known.
    pub started_on: Option<String>,
}

/// Contacts to take out of a group.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ChatMembersGone {
    /// The group.
    #[ts(optional = false)]
    pub group_chat_id: i64,
    /// The contacts.
    #[ts(optional = false)]
    pub contact_ids: Vec<i64>,
    /// Their last day: they stay as past members; none = the entry goes.
    pub ended_on: Option<String>,
}

/// The groups by name.
pub fn list(db: &Reader, _ctx: &Ctx, filter: GroupChatFilter) -> Result<Vec<GroupChatRow>> {
    db.rows(
        "SELECT g.id, g.version, g.name, g.platform, g.purpose, COALESCE(o.name, ''),
                (SELECT COUNT(*) FROM group_chat_members n JOIN contacts c ON c.id = n.contact_id AND c.deleted_at IS NULL
                 WHERE n.group_chat_id = g.id AND n.ended_on = '' AND n.deleted_at IS NULL),
                (SELECT COUNT(*) FROM group_chat_proposals p WHERE p.group_chat_id = g.id AND p.state = 'open' AND p.deleted_at IS NULL),
                g.read_until, COALESCE(m.role, ''), COALESCE(m.started_on, ''), COALESCE(m.ended_on, '')
         FROM group_chats g
         LEFT JOIN organisations o ON o.id = g.organisation_id AND o.deleted_at IS NULL
         LEFT JOIN group_chat_members m ON m.group_chat_id = g.id AND m.contact_id = :contact AND m.deleted_at IS NULL
         WHERE g.deleted_at IS NULL
           AND (:contact IS NULL OR m.id IS NOT NULL)
           AND (:organisation IS NULL OR g.organisation_id = :organisation)
         ORDER BY COALESCE(m.ended_on, '') <> '', g.name_key",
        named_params! {":contact": filter.contact_id, ":organisation": filter.organisation_id},
        |row| {
            Ok(GroupChatRow {
                id: row.get(0)?,
                version: row.get(1)?,
                name: row.get(2)?,
                platform: row.get(3)?,
                purpose: row.get(4)?,
                organisation: row.get(5)?,
                members: row.get(6)?,
                open: row.get(7)?,
                read_until: row.get(8)?,
                role: row.get(9)?,
                started_on: row.get(10)?,
                ended_on: row.get(11)?,
            })
        },
    )
}

/// One group.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<GroupChatDetail> {
    let chat: GroupChat = db.get(id)?;
    let organisation = match chat.organisation_id {
        Some(organisation) => db.find::<Organisation>(organisation)?,
        None => None,
    };
    let filter = ProposalFilter { group_chat_id: Some(id), limit: Some(1), ..Default::default() };
    Ok(GroupChatDetail {
        organisation: organisation.map(|organisation| organisation.name).unwrap_or_default(),
        members: members(db, id)?,
        senders: sender::open(db, id)?,
        open: proposals(db, ctx, filter)?.counts,
        chat,
    })
}

fn members(db: &Reader, id: i64) -> Result<Vec<ChatMemberRow>> {
    db.rows(
        "SELECT m.id, m.version, c.id, c.name,
                COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                          WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1), ''),
                m.role, m.started_on, m.ended_on
         FROM group_chat_members m
         JOIN contacts c ON c.id = m.contact_id AND c.deleted_at IS NULL
         WHERE m.group_chat_id = :id AND m.deleted_at IS NULL
         ORDER BY m.ended_on <> '', m.role <> 'admin', c.name_key",
        named_params! {":id": id},
        |row| {
            Ok(ChatMemberRow {
                id: row.get(0)?,
                version: row.get(1)?,
                contact_id: row.get(2)?,
                name: row.get(3)?,
                outlet: row.get(4)?,
                role: row.get(5)?,
                started_on: row.get(6)?,
                ended_on: row.get(7)?,
            })
        },
    )
}

/// The group with this name.
pub fn named(db: &Reader, name: &str) -> Result<GroupChat> {
    find_named(db, name)?
        .ok_or_else(|| Error::new(Code::NotFound, "group-chat-unknown").arg("name", name))
}

fn find_named(db: &Reader, name: &str) -> Result<Option<GroupChat>> {
    let found: Vec<GroupChat> = db.all("name_key = :key", named_params! {":key": fold(name)})?;
    Ok(found.into_iter().next())
}

/// Creates a group or changes one.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<GroupChat> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => GroupChat { platform: "whatsapp".to_owned(), ..GroupChat::default() },
    };
    patch.check_version(&stored)?;
    db.edit::<GroupChat>(&patch)?;
    // How far was read is the imports' business.
    if patch.set.contains_key("read_until") {
        return Err(Error::invalid("read_until", "error-unknown-field").arg("field", "read_until"));
    }
    keep(db, patch.apply(&stored)?)
}

fn keep(db: &Writer, mut chat: GroupChat) -> Result<GroupChat> {
    chat.name = chat.name.trim().to_owned();
    chat.name_key = fold(&chat.name);
    if chat.name_key.is_empty() {
        return Err(Error::invalid("name", "group-chat-name-missing"));
    }
    if find_named(db, &chat.name)?.is_some_and(|same| same.id != chat.id) {
        return Err(Error::invalid("name", "group-chat-name-taken").arg("name", &chat.name));
    }
    if !PLATFORMS.contains(&chat.platform.as_str()) {
        return Err(Error::invalid("platform", "error-wrong-value").arg("field", "platform"));
    }
    if let Some(organisation) = chat.organisation_id {
        db.get::<Organisation>(organisation)?;
    }
    if chat.id == 0 {
        db.insert(&mut chat)?;
    } else {
        db.update(&mut chat)?;
    }
    Ok(chat)
}

/// Puts groups into the bin; how many were there. Their members stay contacts.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<GroupChat>(id)?);
    }
    Ok(deleted)
}

/// Takes groups out of the bin; how many were in it.
pub fn restore(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut restored = 0;
    for id in ids {
        restored += i64::from(db.restore::<GroupChat>(id)?);
    }
    Ok(restored)
}

fn check(member: &ChatMember) -> Result<()> {
    if !ROLES.contains(&member.role.as_str()) {
        return Err(Error::invalid("role", "error-wrong-value").arg("field", "role"));
    }
    field::check_period(&member.started_on, &member.ended_on)
}

/// A contact's entry in a group, past ones too.
fn member(db: &Reader, chat: i64, contact: i64) -> Result<Option<ChatMember>> {
    let found: Vec<ChatMember> = db.all(
        "group_chat_id = :chat AND contact_id = :contact",
        named_params! {":chat": chat, ":contact": contact},
    )?;
    Ok(found.into_iter().next())
}

/// Puts contacts into a group, those who had left as well; how many were not in it.
pub fn add(db: &Writer, _ctx: &Ctx, new: ChatMembersNew) -> Result<i64> {
    db.get::<GroupChat>(new.group_chat_id)?;
    let mut added = 0;
    for contact_id in new.contact_ids {
        db.get::<Contact>(contact_id)?;
        let stored = member(db, new.group_chat_id, contact_id)?;
        let is_in = stored.as_ref().is_some_and(|member| member.ended_on.is_empty());
        let mut member = stored.unwrap_or_else(|| ChatMember {
            group_chat_id: new.group_chat_id,
            contact_id,
            role: "member".to_owned(),
            ..ChatMember::default()
        });
        if let Some(role) = &new.role {
            member.role.clone_from(role);
        }
        if !is_in {
            member.ended_on.clear();
            member.started_on = new.started_on.clone().unwrap_or_default();
            added += 1;
        }
        check(&member)?;
        if member.id == 0 {
            db.insert(&mut member)?;
        } else {
            db.update(&mut member)?;
        }
    }
    Ok(added)
}

/// Takes contacts out of a group; how many were in it.
pub fn remove(db: &Writer, _ctx: &Ctx, gone: ChatMembersGone) -> Result<i64> {
    let mut removed = 0;
    for contact_id in gone.contact_ids {
        let Some(mut member) = member(db, gone.group_chat_id, contact_id)? else { continue };
        removed += i64::from(match &gone.ended_on {
            None => db.delete::<ChatMember>(member.id)?,
            Some(day) => {
                member.ended_on.clone_from(day);
                check(&member)?;
                db.update(&mut member)?
            }
        });
    }
    Ok(removed)
}

/// Changes role and days of a member.
pub fn save_member(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<ChatMember> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: ChatMember = db.get(id)?;
    patch.check_version(&stored)?;
    let is_fixed = |field: &&String| !matches!(field.as_str(), "role" | "started_on" | "ended_on");
    if let Some(fixed) = patch.set.keys().find(is_fixed) {
        return Err(Error::invalid(fixed, "error-unknown-field").arg("field", fixed));
    }
    let mut member: ChatMember = patch.apply(&stored)?;
    check(&member)?;
    db.update(&mut member)?;
    Ok(member)
}
