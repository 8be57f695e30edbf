//! What a person set once: language, theme and the like. Small words by key.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};

/// A setting's new value.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Setting {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// What the window must know before it can draw.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Session {
    /// `id` or `en`.
    pub language: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// `comfortable` or `compact`.
    pub density: String,
    /// Whether single-letter keys work (WCAG 2.1.4).
    pub letter_keys: bool,
    /// Name of the office, empty before the first start is finished.
    pub office_name: String,
    /// The office's IANA zone.
    pub zone: String,
    /// Who is working.
    pub staff_name: String,
    /// Whether the first start is finished.
    pub setup_done: bool,
    /// Whether this is the demo office.
    pub demo: bool,
    /// Whether nothing leaves this machine: no mail account is set up.
    pub outbox_folder_mode: bool,
    /// The workspace's folder.
    pub folder: String,
    /// The kind of network share that the workspace lies on; empty = a disk of this machine.
    pub network_share: String,
    /// This Warta's version.
    pub version: String,
}

/// A setting, or `default` where it was never set.
pub fn value(db: &Reader, key: &str, default: &str) -> Result<String> {
    let found = db.row(
        "SELECT value FROM settings WHERE key = :key",
        named_params! {":key": key},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_else(|| default.to_owned()))
}

/// The workspace's own name, which no other has: made with the database, kept by its backups and
/// by copies of its folder.
pub const WORKSPACE_ID: &str = "workspace_id";

/// Keeps a setting.
pub fn set(db: &Writer, _ctx: &Ctx, setting: Setting) -> Result<()> {
    if setting.key == WORKSPACE_ID {
        return Err(Error::invalid("key", "error-unknown-field").arg("field", setting.key));
    }
    put(db, &setting.key, &setting.value)?;
    db.announce("settings");
    Ok(())
}

/// Keeps a setting from within another command.
pub fn put(db: &Reader, key: &str, value: &str) -> Result<()> {
    db.execute(
        "INSERT INTO settings (key, value) VALUES (:key, :value)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        named_params! {":key": key, ":value": value},
    )?;
    Ok(())
}

/// Gathers the session.
pub fn session(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Session> {
    let office = crate::office::find(db)?;
    let accounts = db
        .number("SELECT COUNT(*) FROM accounts WHERE deleted_at IS NULL AND smtp_url <> ''", &[])?;
    Ok(Session {
        language: value(db, "language", "id")?,
        theme: value(db, "theme", "system")?,
        density: value(db, "density", "comfortable")?,
        letter_keys: value(db, "letter_keys", "1")? == "1",
        setup_done: value(db, "setup_done", "")? == "1",
        demo: value(db, "demo", "")? == "1",
        staff_name: crate::staff::current(db)?,
        zone: office
            .as_ref()
            .map_or_else(|| "Asia/Jakarta".to_owned(), |office| office.zone.clone()),
        office_name: office.map(|office| office.name).unwrap_or_default(),
        outbox_folder_mode: accounts == 0,
        folder: String::new(),
        network_share: String::new(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}
