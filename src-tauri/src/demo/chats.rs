//! The demo's group chats: made like an office's own, and filled by reading exported chats.

use chrono::Duration;
use rusqlite::named_params;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::text;
use crate::db::{Ctx, Patch};
use crate::error::Result;
use crate::group_chat::{self, ChatDecision, ChatImport, ChatMembersNew, ProposalFilter};
use crate::job::Job;
use crate::office;

/// A group as `assets/demo/chats.json` describes it.
#[derive(Deserialize)]
struct Described {
    set: Map<String, Json>,
    /// The organisation that it belongs to, by name; empty = none.
    #[serde(default)]
    organisation: String,
    /// Members by name, the first an admin.
    #[serde(default)]
    members: Vec<String>,
    /// The exported chat to read, or empty.
    #[serde(default)]
    file: String,
}

/// Makes them all and reads their chats; the oldest proposal of each is accepted already.
pub fn write(job: &Job, ctx: &Ctx) -> Result<()> {
    let db = &job.workspace.db;
    let all: Vec<Described> = serde_json::from_str(text("chats.json")?)?;
    for Described { mut set, organisation, members, file } in all {
        let chat = db.write(ctx, "demo_fill", false, |db| {
            let named = |table: &str, name: &str| -> Result<Option<i64>> {
                db.row(
                    &format!(
                        "SELECT MIN(id) FROM {table} WHERE name = :name AND deleted_at IS NULL"
                    ),
                    named_params! {":name": name},
                    |row| row.get::<_, Option<i64>>(0),
                )
                .map(Option::flatten)
            };
            if let Some(id) = named("organisations", &organisation)? {
                set.insert("organisation_id".to_owned(), Json::from(id));
            }
            let chat = group_chat::save(db, ctx, Patch { set, ..Patch::default() })?;
            for (number, name) in members.iter().enumerate() {
                let new = ChatMembersNew {
                    group_chat_id: chat.id,
                    contact_ids: named("contacts", name)?.into_iter().collect(),
                    role: (number == 0).then(|| "admin".to_owned()),
                    started_on: None,
                };
                group_chat::add(db, ctx, new)?;
            }
            Ok(chat)
        })?;
        if file.is_empty() {
            continue;
        }
        read(job, ctx, chat.id, &file)?;
        let first = ProposalFilter {
            group_chat_id: Some(chat.id),
            limit: Some(1),
            ..ProposalFilter::default()
        };
        let first = db.read(|db| group_chat::proposals(db, ctx, first))?;
        let ids = first.rows.iter().map(|row| row.proposal.id).collect();
        let decision = ChatDecision { ids, accept: true, due_on: None };
        db.write(ctx, "group_chat_decide", true, |db| group_chat::decide(db, ctx, decision))?;
    }
    Ok(())
}

/// Reads an exported chat. Its days are counted back from today: `@2` is the day before yesterday.
fn read(job: &Job, ctx: &Ctx, chat: i64, name: &str) -> Result<()> {
    let zone = job.workspace.db.read(office::zone)?;
    let today = ctx.now.with_timezone(&zone).date_naive();
    let mut filled = String::new();
    for line in text(&format!("chats/{name}"))?.lines() {
        let day = line.split_once('@').and_then(|(before, rest)| {
            let (days, rest) = rest.split_once(' ')?;
            let day = today.checked_sub_signed(Duration::days(days.parse().ok()?))?;
            before
                .trim_start_matches('\u{200e}')
                .trim_start_matches('[')
                .is_empty()
                .then(|| format!("{before}{} {rest}", day.format("%d/%m/%y")))
        });
        filled.push_str(day.as_deref().unwrap_or(line));
        filled.push('\n');
    }
    let file = job.workspace.folder().join("uploads").join(format!("demo-chat-{}.txt", job.id()));
    std::fs::write(&file, filled)?;
    let order = ChatImport {
        group_chat_id: Some(chat),
        file: Some(file.clone()),
        // Days so near to each other do not always tell which number is the month.
        date_order: Some("dmy".to_owned()),
        ..ChatImport::default()
    };
    let outcome = group_chat::run(job, order);
    let _ = std::fs::remove_file(file);
    outcome.map(drop)
}
