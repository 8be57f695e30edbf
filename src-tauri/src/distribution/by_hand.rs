//! What a person does of a distribution: writes to people and groups, calls, hands over.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::chat::{self, CHAT_TEXT};
use super::event_mail::{self, GUEST_OBJECTION};
use super::progress::OUTLET;
use super::{Channel, DeliveryState, announce, refuse_withdrawn};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::release::OWN_LINK;
use crate::release::letter::Values;

/// Somebody to call or write to, or a group to write to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ByHandRow {
    /// The delivery.
    pub id: i64,
    /// `whatsapp`, `group` or `by_hand`.
    pub channel: Channel,
    /// The contact; none = a group.
    #[ts(optional)]
    pub contact_id: Option<i64>,
    /// The chat group; none = a contact.
    #[ts(optional)]
    pub group_chat_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// The number, E.164; empty for a group and for what is handed over.
    pub phone: String,
    /// `whatsapp`, `group`, `call` or `in_person`.
    pub channel_hint: String,
    /// A group's members in the media list.
    pub members: i64,
    /// Opens the chat, or the app where a group is found; empty = there is nothing to open.
    pub whatsapp_link: String,
    /// The text is not in the link: it is copied and pasted.
    pub paste: bool,
    /// The prepared text.
    pub text: String,
    /// What only they get and is to be handed over: names of files, a link.
    pub enclosed: Vec<String>,
    /// Whether it is done.
    pub done: bool,
    /// Who marked it done, or empty.
    pub done_by: String,
    /// When it last changed, UTC.
    pub changed_at: String,
    /// Not to be contacted before this instant, UTC; empty = any.
    pub not_before: String,
}

pub(super) fn rows(db: &Reader, id: i64, today: &str) -> Result<Vec<ByHandRow>> {
    let mut own = enclosed(db, id)?;
    db.rows(
        &format!(
            "SELECT d.id, d.channel, d.contact_id, d.group_chat_id, COALESCE(c.name, g.name, e.name, ''), {OUTLET}, d.phone, COALESCE(g.platform, ''),
                    (SELECT COUNT(*) FROM group_chat_members m JOIN contacts n ON n.id = m.contact_id AND n.deleted_at IS NULL
                     WHERE m.group_chat_id = d.group_chat_id AND m.ended_on = '' AND m.deleted_at IS NULL),
                    d.fields, d.state, d.done_by, d.changed_at, d.not_before
             FROM deliveries d
             LEFT JOIN contacts c ON c.id = d.contact_id
             LEFT JOIN group_chats g ON g.id = d.group_chat_id
             LEFT JOIN event_guests e ON e.id = d.guest_id
             WHERE d.distribution_id = :id AND d.channel <> 'mail' AND d.state IN ('by_hand', 'done_by_hand')
             ORDER BY d.id"
        ),
        named_params! {":id": id, ":today": today},
        |row| {
            let channel: Channel = row.get(1)?;
            let phone: String = row.get(6)?;
            let platform: String = row.get(7)?;
            let fields: Values = serde_json::from_str(&row.get::<_, String>(9)?).unwrap_or_default();
            let text = fields.get(CHAT_TEXT).cloned().unwrap_or_default();
            let opening = match channel {
                Channel::Whatsapp => Some(chat::with_person(&phone, &text)),
                Channel::Group => Some(chat::with_group(&platform)),
                Channel::Mail | Channel::ByHand => None,
            };
            let channel_hint = match channel {
                Channel::ByHand if phone.is_empty() => "in_person",
                Channel::ByHand | Channel::Mail => "call",
                Channel::Whatsapp => "whatsapp",
                Channel::Group => "group",
            };
            let id = row.get(0)?;
            let mut enclosed = own.remove(&id).unwrap_or_default();
            enclosed.extend(fields.get(OWN_LINK).cloned());
            Ok(ByHandRow {
                id,
                enclosed,
                channel,
                contact_id: row.get(2)?,
                group_chat_id: row.get(3)?,
                name: row.get(4)?,
                outlet: row.get(5)?,
                phone,
                channel_hint: channel_hint.to_owned(),
                members: row.get(8)?,
                paste: opening.as_ref().is_some_and(|opening| opening.paste),
                whatsapp_link: opening.map(|opening| opening.link).unwrap_or_default(),
                text,
                done: row.get::<_, DeliveryState>(10)? == DeliveryState::DoneByHand,
                done_by: row.get(11)?,
                changed_at: row.get(12)?,
                not_before: row.get(13)?,
            })
        },
    )
}

/// The names of what single recipients get, by delivery.
fn enclosed(db: &Reader, distribution_id: i64) -> Result<BTreeMap<i64, Vec<String>>> {
    let rows: Vec<(i64, String)> = db.rows(
        "SELECT f.delivery_id, f.file_name
         FROM delivery_files f
         JOIN deliveries d ON d.id = f.delivery_id
         WHERE d.distribution_id = :id
         ORDER BY f.id",
        named_params! {":id": distribution_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut names: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for (delivery, name) in rows {
        names.entry(delivery).or_default().push(name);
    }
    Ok(names)
}

/// Marks a call, chat or group of the queue as done and logs it. False when it is not open.
pub fn done_by_hand(db: &Writer, ctx: &Ctx, delivery_id: i64) -> Result<bool> {
    known(db, delivery_id)?;
    let now = ctx.now_text();
    let too_early = db.number(
        "SELECT COUNT(*)
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         WHERE d.id = :id AND d.state = 'by_hand' AND (d.not_before > :now OR s.connection = 'awaited' AND s.begun_at = '')",
        named_params! {":id": delivery_id, ":now": now},
    )?;
    if too_early > 0 {
        return Err(Error::new(Code::Conflict, "distribution-not-yet"));
    }
    refuse_withdrawn(db, delivery_id)?;
    // The audience was frozen some time ago: who has asked since is not called any more.
    let held = db.execute(
        "UPDATE deliveries SET state = 'suppressed', reason = 'do_not_contact', changed_at = :now
         WHERE id = :id AND state = 'by_hand'
           AND contact_id IN (SELECT s.contact_id FROM contact_states s WHERE s.kind = 'do_not_contact' AND s.deleted_at IS NULL)",
        named_params! {":id": delivery_id, ":now": now},
    )?;
    if held > 0 {
        announce(db);
        return Ok(false);
    }
    let objection: Option<String> = db.row(
        &format!("SELECT {GUEST_OBJECTION} FROM deliveries d JOIN distributions s ON s.id = d.distribution_id WHERE d.id = :id"),
        named_params! {":id": delivery_id},
        |row| row.get(0),
    )?;
    if let Some(reason) = objection.as_deref().and_then(event_mail::objection) {
        let held = db.execute(
            "UPDATE deliveries SET state = 'suppressed', reason = :reason, changed_at = :now WHERE id = :id AND state = 'by_hand'",
            named_params! {":id": delivery_id, ":reason": reason, ":now": now},
        )?;
        if held > 0 {
            announce(db);
        }
        return Ok(false);
    }
    let changed = db.execute(
        "UPDATE deliveries SET state = 'done_by_hand', done_by = :actor, changed_at = :now WHERE id = :id AND state = 'by_hand'",
        named_params! {":id": delivery_id, ":now": now, ":actor": ctx.actor},
    )?;
    if changed > 0 {
        if event_mail::told(db, delivery_id, &now)? {
            db.announce("event_guests");
        }
        db.execute(
            "INSERT INTO interactions (contact_id, kind, direction, at, summary, actor, release_id, delivery_id, event_id, created_at, updated_at)
             SELECT d.contact_id, CASE WHEN d.channel = 'whatsapp' THEN 'whatsapp' WHEN d.phone = '' THEN 'meeting' ELSE 'call' END,
                    'out', :now, CASE s.event_mail WHEN '' THEN r.headline ELSE REPLACE(s.subject, '{{headline}}', r.headline) END, :actor, s.release_id, d.id, s.event_id, :now, :now
             FROM deliveries d
             JOIN distributions s ON s.id = d.distribution_id
             JOIN releases r ON r.id = s.release_id
             WHERE d.id = :delivery AND d.contact_id IS NOT NULL",
            named_params! {":delivery": delivery_id, ":now": now, ":actor": ctx.actor},
        )?;
        db.announce("interactions");
        announce(db);
    }
    Ok(changed > 0)
}

/// Takes a mark back that was set too soon: it is open again, and its line in the contact history
/// goes. False when it is not marked.
pub fn not_done(db: &Writer, ctx: &Ctx, delivery_id: i64) -> Result<bool> {
    known(db, delivery_id)?;
    let now = ctx.now_text();
    let changed = db.execute(
        "UPDATE deliveries SET state = 'by_hand', done_by = '', changed_at = :now
         WHERE id = :id AND state = 'done_by_hand'
           AND EXISTS (SELECT 1 FROM distributions s WHERE s.id = distribution_id AND s.state <> 'cancelled')",
        named_params! {":id": delivery_id, ":now": now},
    )?;
    if changed > 0 {
        if event_mail::untold(db, delivery_id)? {
            db.announce("event_guests");
        }
        db.execute(
            "UPDATE interactions SET deleted_at = :now, updated_at = :now
             WHERE delivery_id = :id AND delivery_id <> 0 AND direction = 'out' AND kind IN ('whatsapp', 'call', 'meeting') AND deleted_at IS NULL",
            named_params! {":id": delivery_id, ":now": now},
        )?;
        db.announce("interactions");
        announce(db);
    }
    Ok(changed > 0)
}

fn known(db: &Reader, delivery_id: i64) -> Result<()> {
    let known = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE id = :id",
        named_params! {":id": delivery_id},
    )?;
    if known == 0 {
        return Err(Error::new(Code::NotFound, "delivery-unknown").arg("id", delivery_id));
    }
    Ok(())
}

/// What went to a chat group: which release, when, by whom.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupSending {
    /// The delivery.
    pub id: i64,
    /// The distribution.
    pub distribution_id: i64,
    /// The release.
    pub release_id: i64,
    /// Its headline.
    pub headline: String,
    /// The group.
    pub group_chat_id: i64,
    /// The group's name.
    pub group: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// Who wrote it, or who queued it where nobody has yet.
    pub actor: String,
    /// When, UTC.
    pub at: String,
}

/// What went to a chat group, the newest first.
pub fn group_sendings(db: &Reader, _ctx: &Ctx, group_chat_id: i64) -> Result<Vec<GroupSending>> {
    db.rows(
        "SELECT d.id, d.distribution_id, s.release_id, r.headline, g.id, g.name, d.state,
                CASE WHEN d.done_by <> '' THEN d.done_by ELSE s.actor END, d.changed_at
         FROM deliveries d
         JOIN group_chats g ON g.id = d.group_chat_id
         JOIN distributions s ON s.id = d.distribution_id
         JOIN releases r ON r.id = s.release_id
         WHERE d.group_chat_id = :group
         ORDER BY d.id DESC
         LIMIT 200",
        named_params! {":group": group_chat_id},
        |row| {
            Ok(GroupSending {
                id: row.get(0)?,
                distribution_id: row.get(1)?,
                release_id: row.get(2)?,
                headline: row.get(3)?,
                group_chat_id: row.get(4)?,
                group: row.get(5)?,
                state: row.get(6)?,
                actor: row.get(7)?,
                at: row.get(8)?,
            })
        },
    )
}
