//! Group chats on the command line: made, filled, and an exported chat read into one.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::contacts;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Error, Result};
use crate::field;
use crate::group_chat::{
    self, ChatDecided, ChatDecision, ChatImport, ChatImported, ChatMembersGone, ChatMembersNew,
    GroupChat, GroupChatDetail, GroupChatFilter, GroupChatRow, ProposalFilter,
};

/// What is kept of a group.
#[derive(Args)]
pub struct About {
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    #[arg(long, value_name = "whatsapp|telegram|other", value_parser = ["whatsapp", "telegram", "other"], hide_possible_values = true)]
    platform: Option<String>,
    #[arg(long, value_name = "WHICH")]
    organisation: Option<String>,
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

#[derive(Subcommand)]
pub enum Chat {
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        about: About,
    },
    Edit {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
        #[command(flatten)]
        about: About,
    },
    List {
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
    },
    Show {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Add {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
        #[arg(long)]
        admin: bool,
        #[arg(long, value_name = "DAY")]
        since: Option<String>,
    },
    Remove {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
        #[arg(long, value_name = "DAY")]
        left: Option<String>,
    },
    Delete {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Import(Import),
}

#[derive(Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "NAME")]
    chat: String,
    #[arg(long, conflicts_with = "dry_run")]
    accept_all: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    #[arg(long, value_name = "dmy|mdy|ymd", value_parser = ["dmy", "mdy", "ymd"], hide_possible_values = true)]
    date_order: Option<String>,
}

/// Group chats.
pub fn chat(door: &Door, terminal: &Terminal, verb: Chat) -> Result<()> {
    match verb {
        Chat::New { name, about } => {
            let mut set = fields(door, about)?;
            set.insert("name".to_owned(), Json::from(name));
            let chat = commands::group_chat_save(door, Patch { set, ..Patch::default() })?;
            terminal.result(&chat, |chat| terminal.words("cli-chat-made", &[("name", &chat.name)]))
        }
        Chat::Edit { name, rename, about } => {
            let chat = named(door, &name)?;
            let mut set = fields(door, about)?;
            set.extend(rename.map(|name| ("name".to_owned(), Json::from(name))));
            let patch = Patch { id: Some(chat.id), set, ..Patch::default() };
            let chat = commands::group_chat_save(door, patch)?;
            terminal.result(&chat, |chat| terminal.words("cli-chat-saved", &[("name", &chat.name)]))
        }
        Chat::List { who } => list(door, terminal, who),
        Chat::Show { name } => {
            let detail = commands::group_chat_show(door, named(door, &name)?.id)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Chat::Add { name, who, admin, since } => {
            let chat = named(door, &name)?;
            let new = ChatMembersNew {
                group_chat_id: chat.id,
                contact_ids: contacts(door, &who)?,
                role: admin.then(|| "admin".to_owned()),
                started_on: since.as_deref().map(|day| day_of("since", day)).transpose()?,
            };
            let added = commands::group_chat_add(door, new)?;
            counted(terminal, &chat, "added", added, "cli-chat-added")
        }
        Chat::Remove { name, who, left } => {
            let chat = named(door, &name)?;
            let gone = ChatMembersGone {
                group_chat_id: chat.id,
                contact_ids: contacts(door, &who)?,
                ended_on: left.as_deref().map(|day| day_of("left", day)).transpose()?,
            };
            let removed = commands::group_chat_remove(door, gone)?;
            counted(terminal, &chat, "removed", removed, "cli-chat-removed")
        }
        Chat::Delete { name } => {
            let chat = named(door, &name)?;
            let deleted = commands::group_chat_delete(door, vec![chat.id])?;
            terminal.result(&json!({"id": chat.id, "deleted": deleted}), |_| {
                terminal.words("cli-chat-deleted", &[("name", &chat.name)])
            })
        }
        Chat::Import(order) => import(door, terminal, order),
    }
}

pub(super) fn named(door: &Door, name: &str) -> Result<GroupChat> {
    door.workspace.db.read(|db| group_chat::named(db, name))
}

fn day_of(name: &'static str, day: &str) -> Result<String> {
    field::day_of(day).ok_or_else(|| Error::invalid(name, "error-wrong-day").arg("value", day))
}

fn fields(door: &Door, about: About) -> Result<Map<String, Json>> {
    let organisation = match about.organisation {
        Some(text) => {
            let id = door.workspace.db.read(|db| crate::organisation::which(db, &text))?;
            Some(Json::from(id))
        }
        None => None,
    };
    let texts = [
        ("purpose", about.purpose.map(Json::from)),
        ("platform", about.platform.map(Json::from)),
        ("notes", about.notes.map(Json::from)),
        ("organisation_id", organisation),
    ];
    Ok(texts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

fn counted(terminal: &Terminal, chat: &GroupChat, what: &str, count: i64, key: &str) -> Result<()> {
    terminal.result(&json!({"id": chat.id, what: count}), |_| {
        terminal.words(key, &[("count", &count.to_string()), ("name", &chat.name)])
    })
}

fn list(door: &Door, terminal: &Terminal, who: Option<String>) -> Result<()> {
    let contact_id = match who {
        Some(who) => contacts(door, &[who])?.first().copied(),
        None => None,
    };
    let filter = GroupChatFilter { contact_id, ..GroupChatFilter::default() };
    let chats = commands::group_chat_list(door, filter)?;
    terminal.result(&json!({"chats": chats}), |_| {
        let row = |chat: &GroupChatRow| {
            vec![
                chat.id.to_string(),
                chat.name.clone(),
                terminal.word("platform", &chat.platform),
                chat.members.to_string(),
                chat.open.to_string(),
                chat.purpose.clone(),
            ]
        };
        let rows: Vec<Vec<String>> = chats.iter().map(row).collect();
        terminal.table(&["id", "name", "platform", "members", "proposals", "purpose"], &rows)
    })
}

fn sheet(terminal: &Terminal, detail: &GroupChatDetail) -> String {
    let chat = &detail.chat;
    let about = [&chat.name, &chat.purpose, &detail.organisation, &chat.notes];
    let mut parts: Vec<String> =
        about.into_iter().filter(|text| !text.is_empty()).cloned().collect();
    let rows: Vec<Vec<String>> = detail
        .members
        .iter()
        .map(|member| {
            vec![
                member.contact_id.to_string(),
                member.name.clone(),
                member.outlet.clone(),
                terminal.word("chat-role", &member.role),
                member.started_on.clone(),
                member.ended_on.clone(),
            ]
        })
        .collect();
    parts.push(terminal.table(&["id", "name", "outlet", "role", "since", "until"], &rows));
    let senders: Vec<&str> = detail.senders.iter().map(|sender| sender.sender.as_str()).collect();
    if !senders.is_empty() {
        parts.push(terminal.words("cli-chat-unknown", &[("senders", &senders.join(", "))]));
    }
    let open = detail.open.question + detail.open.link + detail.open.reply;
    parts.push(terminal.words("cli-chat-open", &[("count", &open.to_string())]));
    parts.join("\n\n")
}

fn import(door: &Door, terminal: &Terminal, order: Import) -> Result<()> {
    let chat = named(door, &order.chat)?;
    let plan = ChatImport {
        group_chat_id: Some(chat.id),
        file: Some(order.file),
        since: order.since.as_deref().map(|day| day_of("since", day)).transpose()?,
        date_order: order.date_order,
        ..ChatImport::default()
    };
    if order.dry_run {
        let seen = commands::group_chat_preview(door, plan)?;
        return terminal.result(&seen, |seen| report(terminal, seen, true));
    }
    let imported = commands::group_chat_import(door, plan)?;
    let decided = if order.accept_all { accept_all(door, chat.id)? } else { None };
    let mut answer = serde_json::to_value(&imported)?;
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("decided".to_owned(), serde_json::to_value(&decided)?);
    }
    terminal.result(&answer, |_| {
        let mut text = report(terminal, &imported, false);
        if let Some(decided) = &decided {
            text.push('\n');
            text.push_str(&terminal.words(
                "cli-chat-accepted",
                &[
                    ("count", &decided.accepted.to_string()),
                    ("promises", &decided.follow_ups.to_string()),
                    ("unknown", &decided.unknown.to_string()),
                ],
            ));
        }
        text
    })
}

/// Accepts what waits in the chat.
fn accept_all(door: &Door, chat: i64) -> Result<Option<ChatDecided>> {
    let filter = ProposalFilter {
        group_chat_id: Some(chat),
        limit: Some(10_000),
        ..ProposalFilter::default()
    };
    let open = commands::group_chat_proposals(door, filter)?;
    let ids = open.rows.iter().map(|row| row.proposal.id).collect();
    Ok(Some(commands::group_chat_decide(door, ChatDecision { ids, accept: true, due_on: None })?))
}

fn report(terminal: &Terminal, seen: &ChatImported, dry_run: bool) -> String {
    let rows: Vec<Vec<String>> = seen
        .senders
        .iter()
        .map(|sender| {
            vec![
                sender.sender.clone(),
                terminal.word("chat-sender", &sender.state),
                sender.name.clone(),
                sender.messages.to_string(),
            ]
        })
        .collect();
    let table = terminal.table(&["sender", "state", "name", "messages"], &rows);
    let new = seen.proposals.question + seen.proposals.link + seen.proposals.reply;
    let words = [
        ("name", seen.name.clone()),
        ("messages", seen.messages.to_string()),
        ("from", terminal.time(&seen.first_at)),
        ("until", terminal.time(&seen.last_at)),
        ("members", seen.members_added.to_string()),
        ("proposals", new.to_string()),
        ("questions", seen.proposals.question.to_string()),
        ("links", seen.proposals.link.to_string()),
        ("replies", seen.proposals.reply.to_string()),
        ("known", seen.known.to_string()),
    ];
    let words: Vec<(&str, &str)> =
        words.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut text = format!(
        "{table}\n\n{}",
        terminal.words(if dry_run { "cli-chat-would" } else { "cli-chat-imported" }, &words)
    );
    if !seen.date_order_sure {
        text.push('\n');
        text.push_str(
            &terminal.words(
                "cli-chat-order",
                &[("order", &terminal.word("date-order", &seen.date_order))],
            ),
        );
    }
    text
}
