//! What an exported chat proposes, and what a person makes of it: a line of the contact history, a
//! promise to answer, or nothing.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::follow_up::{self, NewFollowUp};
use crate::interaction::Interaction;
use crate::{office, record, settings, text};

record! {
    /// A message of an exported chat that may be worth keeping.
    ChatProposal in "group_chat_proposals" {
        /// The chat.
        group_chat_id: i64,
        /// The sender, once they are known.
        contact_id: Option<i64>,
        /// `question`, `link` or `reply`.
        kind: String,
        /// `open`, `accepted` or `dismissed`.
        state: String,
        /// When it was written, UTC.
        at: String,
        /// The sender as the file names them; emptied when it is dismissed.
        sender: String,
        /// The number in E.164, or the name folded.
        sender_key: String,
        /// The message; emptied when it is dismissed.
        text: String,
        /// The page that it links to, or empty.
        url: String,
        /// The release that it speaks of; 0 = none.
        release_id: i64,
        /// The line of the contact history that it became; 0 = none.
        interaction_id: i64,
        /// SHA-256 of time, sender and text.
        identity: String,
        /// SHA-256 of time and text.
        content: String,
    }
}

/// Characters of a message that a history line shows.
const SUMMARY: usize = 160;

/// Which proposals. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ProposalFilter {
    /// Of this chat.
    pub group_chat_id: Option<i64>,
    /// `question`, `link` or `reply`.
    pub kind: Option<String>,
    /// `open` or `accepted`; none = open.
    pub state: Option<String>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// A proposal as a screen shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposalRow {
    /// The record.
    pub proposal: ChatProposal,
    /// The chat's name.
    pub chat: String,
    /// The contact's name; empty = nobody knows yet who it is.
    pub name: String,
    /// The release's headline, or empty.
    pub headline: String,
    /// The sender that waits for a decision; 0 = the contact is known.
    pub sender_id: i64,
}

/// How many there are of each kind.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ProposalCounts {
    /// Questions.
    pub question: i64,
    /// Links to published pieces.
    pub link: i64,
    /// Words on a release.
    pub reply: i64,
    /// Of all these, those whose sender nobody knows.
    pub unknown: i64,
}

/// One page of proposals.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposalPage {
    /// The oldest first, so that a conversation reads as it went.
    pub rows: Vec<ProposalRow>,
    /// How many there are of the asked kind.
    pub total: i64,
    /// For each kind.
    pub counts: ProposalCounts,
}

/// What a person makes of proposals.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ChatDecision {
    /// Which.
    #[ts(optional = false)]
    pub ids: Vec<i64>,
    /// Accepted; else dismissed.
    #[ts(optional = false)]
    pub accept: bool,
    /// Until when questions are to be answered, `YYYY-MM-DD`; none = the next working day.
    pub due_on: Option<String>,
}

/// What became of them.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ChatDecided {
    /// Lines in the contact history.
    pub accepted: i64,
    /// Promises to answer.
    pub follow_ups: i64,
    /// Dismissed.
    pub dismissed: i64,
    /// Left as they are: nobody knows who wrote them.
    pub unknown: i64,
}

/// The proposals of a chat or of all.
pub fn proposals(db: &Reader, _ctx: &Ctx, filter: ProposalFilter) -> Result<ProposalPage> {
    let state = filter.state.unwrap_or_else(|| "open".to_owned());
    if !matches!(state.as_str(), "open" | "accepted") {
        return Err(Error::invalid("state", "error-wrong-value").arg("field", "state"));
    }
    let from = format!(
        "group_chat_proposals p
         JOIN group_chats g ON g.id = p.group_chat_id AND g.deleted_at IS NULL
         LEFT JOIN contacts c ON c.id = p.contact_id AND c.deleted_at IS NULL
         WHERE p.state = '{state}' AND p.deleted_at IS NULL AND (:chat IS NULL OR p.group_chat_id = :chat)"
    );
    let mut counts = ProposalCounts::default();
    let counted: Vec<(String, i64, i64)> = db.rows(
        &format!("SELECT p.kind, COUNT(*), SUM(CASE WHEN c.id IS NULL THEN 1 ELSE 0 END) FROM {from} GROUP BY p.kind"),
        named_params! {":chat": filter.group_chat_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut total = 0;
    for (kind, count, unknown) in counted {
        counts.unknown += unknown;
        if filter.kind.as_deref().is_none_or(|only| only == kind) {
            total += count;
        }
        match kind.as_str() {
            "question" => counts.question = count,
            "link" => counts.link = count,
            _ => counts.reply = count,
        }
    }
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(200).min(10_000);
    let rows = db.rows(
        &format!(
            "SELECT p.*, g.name AS chat_name, COALESCE(c.name, '') AS contact_name,
                    COALESCE((SELECT r.headline FROM releases r WHERE r.id = p.release_id AND r.deleted_at IS NULL), '') AS headline,
                    CASE WHEN c.id IS NULL THEN COALESCE((SELECT s.id FROM group_chat_senders s
                        WHERE s.group_chat_id = p.group_chat_id AND s.sender_key = p.sender_key AND s.deleted_at IS NULL), 0) ELSE 0 END AS waiting
             FROM {from} AND (:kind IS NULL OR p.kind = :kind)
             ORDER BY p.at, p.id
             LIMIT :limit"
        ),
        named_params! {":chat": filter.group_chat_id, ":kind": filter.kind, ":limit": limit},
        |row| {
            Ok(ProposalRow {
                proposal: <ChatProposal as crate::db::Record>::from_row(row)?,
                chat: row.get("chat_name")?,
                name: row.get("contact_name")?,
                headline: row.get("headline")?,
                sender_id: row.get("waiting")?,
            })
        },
    )?;
    Ok(ProposalPage { rows, total, counts })
}

/// Accepts or dismisses proposals. What somebody has decided already stays decided; what nobody
/// knows the sender of cannot be accepted and is left.
pub fn decide(db: &Writer, ctx: &Ctx, decision: ChatDecision) -> Result<ChatDecided> {
    let mut decided = ChatDecided::default();
    let due_on = match decision.due_on {
        Some(day) => day,
        None => {
            let today = ctx.now.with_timezone(&office::zone(db)?).date_naive();
            next_working_day(today).to_string()
        }
    };
    let language = settings::value(db, "language", "id")?;
    for id in decision.ids {
        let proposal: ChatProposal = db.get(id)?;
        if proposal.state != "open" {
            continue;
        }
        if !decision.accept {
            dismiss(db, proposal)?;
            decided.dismissed += 1;
            continue;
        }
        let sender = match proposal.contact_id {
            Some(contact) => db.find::<Contact>(contact)?,
            None => None,
        };
        let Some(sender) = sender else {
            decided.unknown += 1;
            continue;
        };
        decided.follow_ups += i64::from(proposal.kind == "question");
        accept(db, ctx, proposal, sender.id, &due_on, &language)?;
        decided.accepted += 1;
    }
    Ok(decided)
}

/// Empties what a dismissed proposal said: only its identity is needed, so that it does not come
/// again.
pub fn dismiss(db: &Writer, mut proposal: ChatProposal) -> Result<()> {
    "dismissed".clone_into(&mut proposal.state);
    proposal.sender.clear();
    proposal.text.clear();
    proposal.url.clear();
    db.update(&mut proposal).map(drop)
}

fn accept(
    db: &Writer,
    ctx: &Ctx,
    mut proposal: ChatProposal,
    contact_id: i64,
    due_on: &str,
    language: &str,
) -> Result<()> {
    let summary = line_of(&proposal.text, &proposal.url);
    let is_whole = summary.trim() == proposal.text.trim();
    let mut interaction = Interaction {
        contact_id,
        kind: "whatsapp".to_owned(),
        direction: "in".to_owned(),
        at: proposal.at.clone(),
        body: if is_whole { String::new() } else { proposal.text.clone() },
        actor: ctx.actor.clone(),
        release_id: proposal.release_id,
        summary,
        ..Interaction::default()
    };
    db.insert(&mut interaction)?;
    if proposal.kind == "question" {
        let what = text::sentence(
            language,
            "group-chat-answer",
            &[("question", interaction.summary.as_str())],
        );
        let promise = NewFollowUp {
            due_on: due_on.to_owned(),
            what: Some(what),
            kind: Some("promise".to_owned()),
            staff_id: None,
        };
        follow_up::add(db, ctx, contact_id, interaction.id, &promise, &interaction.summary)?;
    }
    "accepted".clone_into(&mut proposal.state);
    proposal.interaction_id = interaction.id;
    db.update(&mut proposal).map(drop)
}

/// A message on one line, shortened; the page that it links to stays whole.
fn line_of(said: &str, url: &str) -> String {
    let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SUMMARY {
        return line;
    }
    let mut short: String = line.chars().take(SUMMARY - 1).collect();
    short.push('…');
    if !url.is_empty() && !short.contains(url) {
        short.push(' ');
        short.push_str(url);
    }
    short
}

fn next_working_day(today: NaiveDate) -> NaiveDate {
    let days = match today.weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        _ => 1,
    };
    today.checked_add_days(Days::new(days)).unwrap_or(today)
}
