//! Both sides of a conversation in their order: what was sent to them, what they wrote, what was
//! answered, wherever it was written.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::reply::{Reply, is_open_question};
use super::{Response, work};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::interaction::Interaction;

/// One mail of a conversation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConversationEntry {
    /// `release`, `response`, `reply`, or `mail` for one written elsewhere.
    pub kind: String,
    /// Of the delivery, response, reply or interaction.
    pub id: i64,
    /// `in` or `out`.
    pub direction: String,
    /// When, UTC.
    pub at: String,
    /// Who wrote it, or to whom a release went.
    pub who: String,
    /// Subject or headline.
    pub subject: String,
    /// What was written anew.
    pub text: String,
    /// Of a reply: `draft`, `sending`, `sent` or `unsure`; of a release: the delivery's; else empty.
    pub state: String,
    /// The server's words about a reply that did not leave.
    pub words: String,
}

/// Most mails of one conversation that are shown; the newest.
const MOST: usize = 200;

/// The conversation of a response, the oldest mail first.
pub fn of(db: &Reader, ctx: &Ctx, response: &Response) -> Result<Vec<ConversationEntry>> {
    let root = response.root();
    let theirs = work::thread(db, root)?;
    let mut entries = releases(db, root)?;
    entries.extend(replies(db, ctx, root)?);
    let began = theirs.first().map_or("", |first| first.received_at.as_str()).to_owned();
    if let Some(contact_id) = response.contact_id {
        entries.extend(elsewhere(db, contact_id, &began)?);
    }
    entries.extend(theirs.into_iter().map(|mail| ConversationEntry {
        kind: "response".to_owned(),
        id: mail.id,
        direction: "in".to_owned(),
        at: mail.received_at,
        who: if mail.from_name.is_empty() { mail.from_address } else { mail.from_name },
        subject: mail.subject,
        text: mail.new_text,
        state: String::new(),
        words: String::new(),
    }));
    entries.sort_by(|a, b| a.at.cmp(&b.at).then(a.id.cmp(&b.id)));
    let surplus = entries.len().saturating_sub(MOST);
    entries.drain(..surplus);
    Ok(entries)
}

/// The releases that the conversation answers.
fn releases(db: &Reader, root: i64) -> Result<Vec<ConversationEntry>> {
    db.rows(
        "SELECT d.id, d.changed_at, d.address, COALESCE(l.headline, ''), d.state
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         LEFT JOIN releases l ON l.id = s.release_id
         WHERE d.id IN (SELECT r.delivery_id FROM responses r
                        WHERE (r.id = :root OR (r.thread_id = :root AND r.thread_id <> 0)) AND r.delivery_id <> 0 AND r.deleted_at IS NULL)",
        named_params! {":root": root},
        |row| {
            Ok(ConversationEntry {
                kind: "release".to_owned(),
                id: row.get(0)?,
                direction: "out".to_owned(),
                at: row.get(1)?,
                who: row.get(2)?,
                subject: row.get(3)?,
                text: String::new(),
                state: row.get(4)?,
                words: String::new(),
            })
        },
    )
}

fn replies(db: &Reader, ctx: &Ctx, root: i64) -> Result<Vec<ConversationEntry>> {
    let all =
        db.all::<Reply>("thread_id = :root AND state <> 'draft'", named_params! {":root": root})?;
    Ok(all
        .into_iter()
        .map(|reply| ConversationEntry {
            kind: "reply".to_owned(),
            id: reply.id,
            direction: "out".to_owned(),
            state: if is_open_question(&reply, ctx) { "unsure".to_owned() } else { reply.state },
            at: reply.tried_at,
            who: reply.sent_by,
            subject: reply.subject,
            text: reply.body,
            words: reply.words,
        })
        .collect())
}

/// Mail to the contact since the conversation began that was not written here. What a reply of ours
/// left in the history is not told twice.
fn elsewhere(db: &Reader, contact_id: i64, began: &str) -> Result<Vec<ConversationEntry>> {
    let mails = db.all::<Interaction>(
        "contact_id = :contact AND kind = 'mail' AND direction = 'out' AND at >= :began AND delivery_id = 0
           AND NOT EXISTS (SELECT 1 FROM replies p
                           WHERE p.message_id <> '' AND p.message_id = interactions.mail_id AND p.deleted_at IS NULL)
         ORDER BY at DESC LIMIT 50",
        named_params! {":contact": contact_id, ":began": began},
    )?;
    Ok(mails
        .into_iter()
        .map(|mail| ConversationEntry {
            kind: "mail".to_owned(),
            id: mail.id,
            direction: "out".to_owned(),
            at: mail.at,
            who: String::new(),
            subject: mail.summary,
            text: mail.body,
            state: String::new(),
            words: String::new(),
        })
        .collect())
}
