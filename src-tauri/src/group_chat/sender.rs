//! Names and numbers in exported chats that Warta cannot tell by itself: a person says who it is.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::recognise::{candidates, is_number};
use super::{ChatMembersNew, ChatProposal, GroupChat};
use crate::contact::{self, Contact, ContactPatch};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::phone;
use crate::owner::Owner;
use crate::reach::{self, ReachEdit};
use crate::record;

record! {
    /// A name or number in an exported chat that needed a decision.
    ChatSender in "group_chat_senders" {
        /// The chat.
        group_chat_id: i64,
        /// The contact, once it is known.
        contact_id: Option<i64>,
        /// As the file names them.
        sender: String,
        /// The number in E.164, or the name folded.
        sender_key: String,
        /// `open`, `linked`, `ours` (one of the office) or `ignored`.
        state: String,
    }
}

/// A contact that a sender may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Candidate {
    /// The contact.
    pub contact_id: i64,
    /// Their name.
    pub name: String,
    /// Where they work now, or empty.
    pub outlet: String,
}

/// A sender that nobody has decided on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SenderRow {
    /// Its id.
    pub id: i64,
    /// As the file names them.
    pub sender: String,
    /// Whether it is a number.
    pub is_number: bool,
    /// Proposals of theirs that wait.
    pub open: i64,
    /// Who it may be.
    pub candidates: Vec<Candidate>,
}

/// A contact to be made of a sender.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewSenderContact {
    /// Their name.
    #[ts(optional = false)]
    pub name: String,
    /// The outlet that they work for; made when it is missing.
    pub outlet: Option<String>,
    /// Their number, where the chat does not tell it.
    pub phone: Option<String>,
}

/// Who a sender is: exactly one of the three.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SenderDecision {
    /// The sender.
    #[ts(optional = false)]
    pub id: i64,
    /// This contact, who gets the number and becomes a member.
    pub contact_id: Option<i64>,
    /// A new contact, who becomes a member.
    pub new: Option<NewSenderContact>,
    /// `ours` or `ignored`; their proposals are dismissed.
    pub state: Option<String>,
}

/// What a decision did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SenderDecided {
    /// The contact; none where the sender is ours or ignored.
    pub contact_id: Option<i64>,
    /// Their name, or the sender's.
    pub name: String,
    /// Proposals that now have a person, or were dismissed.
    pub proposals: i64,
}

/// Senders of a chat that nobody has decided on, those with the most proposals first.
pub fn open(db: &Reader, chat: i64) -> Result<Vec<SenderRow>> {
    let rows: Vec<(i64, String, String, i64)> = db.rows(
        "SELECT s.id, s.sender, s.sender_key,
                (SELECT COUNT(*) FROM group_chat_proposals p
                 WHERE p.group_chat_id = s.group_chat_id AND p.sender_key = s.sender_key AND p.state = 'open' AND p.deleted_at IS NULL) AS waiting
         FROM group_chat_senders s
         WHERE s.group_chat_id = :chat AND s.deleted_at IS NULL
           AND (s.state = 'open' OR s.state = 'linked'
                AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.id = s.contact_id AND c.deleted_at IS NULL))
         ORDER BY waiting DESC, s.sender_key",
        named_params! {":chat": chat},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    rows.into_iter()
        .map(|(id, sender, key, open)| {
            Ok(SenderRow {
                id,
                is_number: is_number(&key),
                open,
                candidates: candidates(db, chat, &sender, &key)?,
                sender,
            })
        })
        .collect()
}

/// Says who a sender is. A number is one and the same person in every chat.
pub fn decide_sender(db: &Writer, ctx: &Ctx, decision: SenderDecision) -> Result<SenderDecided> {
    let sender: ChatSender = db.get(decision.id)?;
    db.get::<GroupChat>(sender.group_chat_id)?;
    let contact_id = match (decision.contact_id, &decision.new, decision.state.as_deref()) {
        (Some(contact_id), None, None) => {
            db.get::<Contact>(contact_id)?;
            add_number(db, contact_id, &sender.sender_key)?;
            contact_id
        }
        (None, Some(new), None) => create(db, ctx, &sender, new)?,
        (None, None, Some(state @ ("ours" | "ignored"))) => return put_aside(db, sender, state),
        _ => return Err(Error::invalid("contact_id", "group-chat-who")),
    };
    let mut proposals = 0;
    for mut same in everywhere(db, &sender)? {
        same.contact_id = Some(contact_id);
        "linked".clone_into(&mut same.state);
        db.update(&mut same)?;
        let new = ChatMembersNew {
            group_chat_id: same.group_chat_id,
            contact_ids: vec![contact_id],
            ..ChatMembersNew::default()
        };
        // Whoever has left stays a past member.
        if super::member(db, same.group_chat_id, contact_id)?.is_none() {
            super::add(db, ctx, new)?;
        }
        for mut proposal in undecided(db, &same)? {
            proposal.contact_id = Some(contact_id);
            db.update(&mut proposal)?;
            proposals += 1;
        }
    }
    let name = db.get::<Contact>(contact_id)?.name;
    Ok(SenderDecided { contact_id: Some(contact_id), name, proposals })
}

/// The sender in this chat, and a number in every other chat where it is not decided on.
fn everywhere(db: &Reader, sender: &ChatSender) -> Result<Vec<ChatSender>> {
    let mut all = vec![sender.clone()];
    if is_number(&sender.sender_key) {
        let others: Vec<ChatSender> = db.all(
            "sender_key = :key AND id <> :id AND state = 'open'",
            named_params! {":key": sender.sender_key, ":id": sender.id},
        )?;
        all.extend(others);
    }
    Ok(all)
}

fn undecided(db: &Reader, sender: &ChatSender) -> Result<Vec<ChatProposal>> {
    db.all(
        "group_chat_id = :chat AND sender_key = :key AND state = 'open'",
        named_params! {":chat": sender.group_chat_id, ":key": sender.sender_key},
    )
}

/// Gives a contact the number that they write from, so that it is known from now on.
fn add_number(db: &Writer, contact_id: i64, key: &str) -> Result<()> {
    let stored = reach::of_contact(db, contact_id)?;
    if !is_number(key) || stored.iter().any(|reach| reach.value_key == key) {
        return Ok(());
    }
    let rank = stored.iter().map(|reach| reach.rank + 1).max().unwrap_or(0);
    let owner = Owner::Contact(contact_id);
    let mut new = reach::new(owner, "whatsapp", phone::display(key), key.to_owned(), rank);
    db.insert(&mut new).map(drop)
}

fn create(db: &Writer, ctx: &Ctx, sender: &ChatSender, new: &NewSenderContact) -> Result<i64> {
    let number = if is_number(&sender.sender_key) {
        Some(phone::display(&sender.sender_key))
    } else {
        new.phone.clone().filter(|number| !number.trim().is_empty())
    };
    let affiliations =
        new.outlet.clone().filter(|outlet| !outlet.trim().is_empty()).map(|outlet| {
            vec![crate::affiliation::AffiliationEdit { organisation: outlet, ..Default::default() }]
        });
    let set = [("name".to_owned(), Json::from(new.name.clone()))].into_iter().collect();
    let patch = ContactPatch {
        patch: Patch { set, ..Patch::default() },
        reaches: number
            .map(|value| vec![ReachEdit { kind: "whatsapp".to_owned(), value, label: None }]),
        affiliations,
        ..ContactPatch::default()
    };
    Ok(contact::save(db, ctx, patch)?.contact.id)
}

fn put_aside(db: &Writer, mut sender: ChatSender, state: &str) -> Result<SenderDecided> {
    let mut proposals = 0;
    for proposal in undecided(db, &sender)? {
        super::proposal::dismiss(db, proposal)?;
        proposals += 1;
    }
    state.clone_into(&mut sender.state);
    sender.contact_id = None;
    db.update(&mut sender)?;
    Ok(SenderDecided { contact_id: None, name: sender.sender, proposals })
}
