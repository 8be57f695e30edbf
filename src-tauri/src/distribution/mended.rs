//! Recipients whom a distribution failed to reach and who have another address that works by now.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::{DeliveryState, state};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::mail::compose;

/// Somebody whose address was put right.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MendedRecipient {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// The address that failed.
    pub failed: String,
    /// How: `refused`, `bounced` or `suppressed`.
    pub state: DeliveryState,
    /// The server's own words.
    pub words: String,
    /// The first address that works now.
    pub address: String,
}

/// Whom a distribution failed to reach by mail and who has another address now. Who has got the
/// release since, or is about to, is none of them.
pub fn mended(db: &Reader, _ctx: &Ctx, id: i64) -> Result<Vec<MendedRecipient>> {
    state(db, id)?;
    let rows: Vec<(MendedRecipient, String, String)> = db.rows(
        "SELECT d.contact_id, c.name, d.address, d.state, d.reply_text, r.value, d.address_key, r.value_key
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         JOIN contacts c ON c.id = d.contact_id AND c.deleted_at IS NULL
         JOIN reaches r ON r.contact_id = c.id AND r.kind = 'email' AND r.deleted_at IS NULL
         WHERE d.distribution_id = :id AND d.channel = 'mail'
           AND (d.state IN ('refused', 'bounced') OR (d.state = 'suppressed' AND d.reason = 'bad_address'))
           AND NOT EXISTS (SELECT 1 FROM contact_states t
                           WHERE t.address_key = r.value_key AND t.deleted_at IS NULL
                             AND (t.kind = 'bad_address' OR (t.kind = 'do_not_contact' AND t.contact_id IS NULL)))
           AND NOT EXISTS (SELECT 1 FROM contact_states t
                           WHERE t.contact_id = c.id AND t.kind = 'do_not_contact' AND t.deleted_at IS NULL)
           AND NOT EXISTS (SELECT 1
                           FROM deliveries x
                           JOIN distributions t ON t.id = x.distribution_id
                           WHERE x.contact_id = d.contact_id AND x.id <> d.id AND t.release_id = s.release_id
                             AND x.state NOT IN ('refused', 'bounced', 'cancelled', 'suppressed'))
         ORDER BY d.id, r.rank, r.id",
        named_params! {":id": id},
        |row| {
            let one = MendedRecipient {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                failed: row.get(2)?,
                state: row.get(3)?,
                words: row.get(4)?,
                address: row.get(5)?,
            };
            Ok((one, row.get(6)?, row.get(7)?))
        },
    )?;
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    // Of each person the first address that works, as a sending takes it.
    for (one, failed_key, key) in rows {
        if compose::is_address(&one.address) && seen.insert(one.contact_id) && failed_key != key {
            found.push(one);
        }
    }
    Ok(found)
}
