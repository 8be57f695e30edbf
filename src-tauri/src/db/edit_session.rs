//! One opening of an editor: however often it saves as the person types, its saves of one record
//! are one action in the history and one undo.
//!
//! A save belongs to the session's action while that is the last thing done through the same door,
//! by the same person and command, not longer ago than [`PAUSE`], and nothing that it changed was
//! changed by anybody else since. Otherwise it begins an action of its own.

use chrono::TimeDelta;
use rusqlite::named_params;
use serde_json::{Map, Value as Json};

use super::{Ctx, Patch, Reader};
use crate::clock;
use crate::error::Result;

/// Who writes again after this long has begun something new.
pub const PAUSE: TimeDelta = TimeDelta::minutes(5);

/// The session that a save belongs to.
pub(super) struct EditSession {
    /// As `actions.edit_session` keeps it: the editor's own word and the record.
    pub key: String,
    table: &'static str,
    row: i64,
}

impl EditSession {
    /// The session that a patch of a stored record names.
    pub fn of(patch: &Patch, table: &'static str) -> Option<Self> {
        let word = patch.session.as_deref().filter(|word| !word.is_empty())?;
        let row = patch.id?;
        Some(Self { key: format!("{word} {table} {row}"), table, row })
    }

    /// Whether a row is the record that is being edited.
    pub fn is_about(&self, table: &str, row: i64) -> bool {
        self.table == table && self.row == row
    }

    /// The action that a save made now still belongs to; it is noted that it went on.
    pub fn open_action(&self, db: &Reader, ctx: &Ctx, command: &str) -> Result<Option<i64>> {
        let now = ctx.now_text();
        let open: Option<i64> = db.row(
            "SELECT a.id
             FROM actions a
             WHERE a.id = (SELECT last.id FROM actions last WHERE last.source = :source ORDER BY last.id DESC LIMIT 1)
               AND a.edit_session = :session AND a.command = :command AND a.actor = :actor
               AND a.undoable = 1 AND a.undone_by = 0 AND a.edited_at BETWEEN :since AND :now
               AND NOT EXISTS (SELECT 1
                               FROM changes later
                               WHERE later.table_name = :table AND later.row_id = :row AND later.action_id > a.id)
               AND NOT EXISTS (SELECT 1
                               FROM changes own
                               JOIN changes later ON later.table_name = own.table_name AND later.row_id = own.row_id
                               WHERE own.action_id = a.id AND later.action_id > a.id)",
            named_params! {":source": ctx.source.as_str(), ":session": self.key, ":command": command, ":actor": ctx.actor,
                ":since": clock::to_text(ctx.now - PAUSE), ":now": now, ":table": self.table, ":row": self.row},
            |row| row.get(0),
        )?;
        if let Some(action) = open {
            db.execute(
                "UPDATE actions SET edited_at = :now WHERE id = :id",
                named_params! {":now": now, ":id": action},
            )?;
        }
        Ok(open)
    }

    /// Lays the images of one more change of the record over those that its action keeps, so that
    /// a long text is kept as it was and as it is, not once for every pause in the typing. False
    /// when there is none to lay them over.
    pub fn join_images(&self, db: &Reader, action: i64, before: &str, after: &str) -> Result<bool> {
        let kept: Option<(i64, String, String)> = db.row(
            "SELECT id, before, after
             FROM changes
             WHERE action_id = :action AND table_name = :table AND row_id = :row AND scope = 'row' AND before IS NOT NULL
             ORDER BY id DESC
             LIMIT 1",
            named_params! {":action": action, ":table": self.table, ":row": self.row},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let Some((id, kept_before, kept_after)) = kept else { return Ok(false) };
        let parse = |text: &str| serde_json::from_str::<Map<String, Json>>(text);
        let (mut first, mut last) = (parse(&kept_before)?, parse(&kept_after)?);
        for (column, value) in parse(before)? {
            first.entry(column).or_insert(value);
        }
        last.extend(parse(after)?);
        db.execute(
            "UPDATE changes SET before = :before, after = :after WHERE id = :id",
            named_params! {":before": Json::Object(first).to_string(), ":after": Json::Object(last).to_string(), ":id": id},
        )?;
        Ok(true)
    }
}
