//! How the connection to each mailbox stands, for the screen: a mailbox that has not been read for
//! hours must not look like one in which nothing is new.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::choice;
use crate::clock;
use crate::db::{Ctx, Durability, Reader};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

choice! {
    /// How the connection to a mailbox stands.
    MailboxStateWord {
        /// The server tells what is new at once.
        Live = "live",
        /// The server is asked every minute.
        Polling = "polling",
        /// It cannot be read.
        Trouble = "trouble",
        /// Nobody watches it.
        Off = "off",
    }
}

/// The connection to one account's mailbox.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxState {
    /// The account.
    pub account_id: i64,
    /// What the office calls it.
    pub name: String,
    /// How it stands.
    pub state: MailboxStateWord,
    /// Since when, UTC; empty = it was never watched.
    pub since: String,
    /// When its inbox was last read, UTC; empty = never.
    pub read_at: String,
    /// Key of the sentence for what is wrong.
    pub error: Option<String>,
    /// What that sentence names.
    #[ts(type = "Record<string, string>")]
    pub args: serde_json::Value,
    /// The server's own words, for the "details" fold.
    pub details: Option<String>,
}

/// The mailboxes that are read, and how each stands.
pub fn states(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<MailboxState>> {
    db.rows(
        "SELECT a.id, CASE WHEN a.label = '' THEN a.from_address ELSE a.label END,
                COALESCE(s.state, 'off'), COALESCE(s.since, ''), COALESCE(s.error, ''),
                COALESCE((SELECT c.read_at FROM mailbox_cursors c WHERE c.account_id = a.id AND c.folder = 'INBOX'), '')
         FROM accounts a
         LEFT JOIN mailbox_states s ON s.account_id = a.id
         WHERE a.deleted_at IS NULL AND a.imap_url <> ''
         ORDER BY a.is_default DESC, a.id",
        &[],
        |row| {
            let error: serde_json::Value =
                serde_json::from_str(&row.get::<_, String>(4)?).unwrap_or_default();
            let text = |name: &str| {
                error.get(name).and_then(serde_json::Value::as_str).map(str::to_owned)
            };
            Ok(MailboxState {
                account_id: row.get(0)?,
                name: row.get(1)?,
                state: row.get(2)?,
                since: row.get(3)?,
                read_at: row.get(5)?,
                error: text("text"),
                args: error.get("args").cloned().unwrap_or_else(|| serde_json::json!({})),
                details: text("details"),
            })
        },
    )
}

/// Notes how a mailbox stands now; nothing is written while it stays as it is.
pub fn put(
    workspace: &Workspace,
    account_id: i64,
    state: MailboxStateWord,
    error: Option<&Error>,
) -> Result<()> {
    let error = error.map(serde_json::to_string).transpose()?.unwrap_or_default();
    let same = workspace.db.read(|db| {
        db.number(
            "SELECT COUNT(*) FROM mailbox_states WHERE account_id = :account AND state = :state AND error = :error",
            named_params! {":account": account_id, ":state": state, ":error": error},
        )
    })?;
    if same > 0 {
        return Ok(());
    }
    workspace.db.write_unlogged(Durability::Normal, &["mailbox_states"], |db| {
        db.execute(
            "INSERT INTO mailbox_states (account_id, state, error, since)
             VALUES (:account, :state, :error, :now)
             ON CONFLICT (account_id) DO UPDATE
             SET state = excluded.state, error = excluded.error, since = excluded.since",
            named_params! {":account": account_id, ":state": state, ":error": error,
            ":now": clock::to_text(clock::now())},
        )
    })?;
    Ok(())
}
