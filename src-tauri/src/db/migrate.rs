//! Brings a database to the form that this Warta knows: numbered steps, each in one transaction.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::{Code, Error, Result};

/// The steps in their order. A step that has landed is never edited.
const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_foundation.sql"),
    include_str!("../../migrations/0002_media_list.sql"),
    include_str!("../../migrations/0003_releases.sql"),
    include_str!("../../migrations/0004_distribution.sql"),
    include_str!("../../migrations/0005_responses.sql"),
    include_str!("../../migrations/0006_media_list_complete.sql"),
    include_str!("../../migrations/0007_edit_sessions.sql"),
    include_str!("../../migrations/0008_protection.sql"),
    include_str!("../../migrations/0009_speed.sql"),
    include_str!("../../migrations/0010_imports.sql"),
    include_str!("../../migrations/0011_duplicates.sql"),
    include_str!("../../migrations/0012_recipient_lists.sql"),
    include_str!("../../migrations/0013_imports_whole.sql"),
    include_str!("../../migrations/0014_network.sql"),
    include_str!("../../migrations/0015_group_chats.sql"),
    include_str!("../../migrations/0016_quick_at_a_million.sql"),
    include_str!("../../migrations/0017_lifecycle.sql"),
    include_str!("../../migrations/0018_timing.sql"),
    include_str!("../../migrations/0019_letterhead.sql"),
    include_str!("../../migrations/0020_channels.sql"),
    include_str!("../../migrations/0021_letters.sql"),
    include_str!("../../migrations/0022_accounts.sql"),
    include_str!("../../migrations/0023_afterwards.sql"),
    include_str!("../../migrations/0024_photos.sql"),
    include_str!("../../migrations/0025_due_deliveries.sql"),
    include_str!("../../migrations/0026_asked_by_address.sql"),
    include_str!("../../migrations/0027_guarded_groups.sql"),
    include_str!("../../migrations/0028_server_sizes.sql"),
    include_str!("../../migrations/0029_understanding.sql"),
    include_str!("../../migrations/0030_keychain_names.sql"),
    include_str!("../../migrations/0031_translations.sql"),
    include_str!("../../migrations/0032_distribution_texts.sql"),
    include_str!("../../migrations/0033_kits.sql"),
    include_str!("../../migrations/0034_mailboxes.sql"),
    include_str!("../../migrations/0035_enquiries.sql"),
    include_str!("../../migrations/0036_working_through.sql"),
    include_str!("../../migrations/0037_sign_in.sql"),
    include_str!("../../migrations/0038_replies.sql"),
    include_str!("../../migrations/0039_press_events.sql"),
    include_str!("../../migrations/0040_templates_in_two_languages.sql"),
    include_str!("../../migrations/0041_a_million_responses.sql"),
    include_str!("../../migrations/0042_forwards_snippets.sql"),
    include_str!("../../migrations/0043_door.sql"),
    include_str!("../../migrations/0044_invitations.sql"),
    include_str!("../../migrations/0045_videos.sql"),
    include_str!("../../migrations/0046_packed_mails.sql"),
    include_str!("../../migrations/0047_enclosures.sql"),
];

/// How many steps this Warta knows.
pub fn latest() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}

/// How many steps the database has taken; 0 for a new file.
pub fn version(path: &Path) -> Result<i64> {
    if !path.exists() {
        return Ok(0);
    }
    let connection = Connection::open(path)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Takes the steps that are missing. A database newer than this Warta is refused.
pub fn to_latest(path: &Path) -> Result<()> {
    to_step(path, STEPS.len())
}

/// Takes the steps up to `step`, for tests of half-way databases.
pub fn to_step(path: &Path, step: usize) -> Result<()> {
    let found = version(path)?;
    if found > latest() {
        return Err(Error::new(Code::TooNew, "error-too-new")
            .arg("found", found)
            .arg("known", latest()));
    }
    let mut connection = super::connect(path)?;
    let steps: Vec<M> = STEPS.iter().map(|sql| M::up(sql)).collect();
    Migrations::new(steps)
        .to_version(&mut connection, step)
        .map_err(|cause| Error::new(Code::Internal, "error-migration").because(cause))
}
