//! What a recipient got before about the same, so that their mail program shows both as one
//! conversation: a follow-up below its release, a correction below its original, a reminder below
//! the invitation.

use rusqlite::named_params;

use crate::db::Reader;
use crate::error::Result;

/// Where a message may have its beginning.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before {
    /// It begins a conversation itself.
    Nothing,
    /// This distribution, or another that took it up.
    Distribution(i64),
    /// A distribution of this release.
    Release(i64),
    /// Mails about this press event.
    Event(i64),
}

impl Before {
    /// The release that another one corrects or withdraws; 0 = none.
    pub(super) fn of_release(original: i64) -> Self {
        if original == 0 { Self::Nothing } else { Self::Release(original) }
    }

    /// The Message-IDs of what went to this address before, the oldest first, with spaces between.
    /// Only what a server took over counts: a mail program cannot show what never came.
    pub(super) fn messages(self, db: &Reader, address_key: &str) -> Result<String> {
        let (beginning, id) = match self {
            Self::Nothing => return Ok(String::new()),
            Self::Distribution(id) => ("s.id = :id OR s.parent_id = :id", id),
            Self::Release(id) => ("s.release_id = :id AND s.event_id = 0", id),
            Self::Event(id) => ("s.event_id = :id", id),
        };
        let messages: Vec<String> = db.rows(
            &format!(
                "SELECT d.message_id
                 FROM deliveries d
                 JOIN distributions s ON s.id = d.distribution_id AND ({beginning})
                 WHERE d.address_key = :key AND d.channel = 'mail' AND d.state = 'accepted' AND d.message_id <> ''
                 ORDER BY d.id"
            ),
            named_params! {":id": id, ":key": address_key},
            |row| row.get(0),
        )?;
        Ok(messages.join(" "))
    }
}
