//! Which delivery, which person? The clues of a mail, from the surest to the weakest.

use chrono::{DateTime, Duration, Utc};
use rusqlite::named_params;

use crate::clock;
use crate::db::{Reader, Row};
use crate::error::Result;
use crate::format::fold::fold;

/// A delivery as far as a response cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRef {
    /// Its id.
    pub id: i64,
    /// To whom; none = a newsroom.
    pub contact_id: Option<i64>,
    /// To which address, lower case.
    pub address_key: String,
    /// Its state.
    pub state: String,
    /// The release that it carried.
    pub release_id: i64,
    /// When its state last changed, UTC.
    pub changed_at: String,
}

/// What a mail tells about where it belongs. Identifiers stand without angle brackets.
#[derive(Debug, Clone, Default)]
pub struct Clues {
    /// What stands between `+` and `@` in the addresses it came to or through.
    pub tokens: Vec<String>,
    /// Original-Envelope-Id (RFC 3464).
    pub envelope_id: Option<String>,
    /// In-Reply-To and References, the nearest first.
    pub answers: Vec<String>,
    /// Message-IDs within the returned message.
    pub returned: Vec<String>,
    /// Final-Recipient and Original-Recipient, lower case.
    pub failed: Vec<String>,
    /// The author, lower case.
    pub from_address: String,
    /// The author's name.
    pub from_name: String,
    /// When it was written.
    pub at: Option<DateTime<Utc>>,
}

/// Where a mail belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The clue.
    pub by: &'static str,
    /// The delivery, where one is known.
    pub delivery: Option<DeliveryRef>,
    /// The contact, while they are in the media list.
    pub contact_id: Option<i64>,
}

/// Whether this clue proves that the delivery's own message arrived somewhere.
pub fn is_proof(by: &str) -> bool {
    matches!(by, "token" | "envelope_id" | "in_reply_to" | "original_message_id")
}

/// How long after sending a bounce or an answer is still taken for one where nothing but an
/// address links them.
const RECENT: Duration = Duration::days(60);
/// Clocks of other machines may be wrong by this much.
const CLOCK_SLACK: Duration = Duration::days(1);

const DELIVERY: &str =
    "SELECT d.id, d.contact_id, d.address_key, d.state, s.release_id, d.changed_at
     FROM deliveries d
     JOIN distributions s ON s.id = d.distribution_id";

fn read_delivery(row: &Row) -> rusqlite::Result<DeliveryRef> {
    Ok(DeliveryRef {
        id: row.get(0)?,
        contact_id: row.get(1)?,
        address_key: row.get(2)?,
        state: row.get(3)?,
        release_id: row.get(4)?,
        changed_at: row.get(5)?,
    })
}

/// Finds where a mail belongs; none = it waits in the tray.
pub fn find(db: &Reader, now: DateTime<Utc>, clues: &Clues) -> Result<Option<Match>> {
    for token in &clues.tokens {
        if let Some(delivery) = by_token(db, token)? {
            return found(db, "token", delivery);
        }
    }
    if let Some(envelope) = clues.envelope_id.as_deref().filter(|id| !id.is_empty()) {
        let delivery = match by_token(db, envelope)? {
            None => by_message(db, envelope)?,
            delivery => delivery,
        };
        if let Some(delivery) = delivery {
            return found(db, "envelope_id", delivery);
        }
    }
    for (by, ids) in [("in_reply_to", &clues.answers), ("original_message_id", &clues.returned)] {
        for id in ids {
            if let Some(delivery) = by_message(db, id)? {
                return found(db, by, delivery);
            }
        }
    }
    for address in &clues.failed {
        if let Some(delivery) = recent_to_address(db, now, address, clues.at)? {
            return found(db, "recipient", delivery);
        }
    }
    by_author(db, now, clues)
}

fn found(db: &Reader, by: &'static str, delivery: DeliveryRef) -> Result<Option<Match>> {
    let contact_id = match delivery.contact_id {
        Some(id) => live_contact(db, id)?,
        None => None,
    };
    Ok(Some(Match { by, delivery: Some(delivery), contact_id }))
}

fn live_contact(db: &Reader, id: i64) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM contacts WHERE id = :id AND deleted_at IS NULL",
        named_params! {":id": id},
        |row| row.get(0),
    )
}

/// The delivery with this id.
pub fn delivery(db: &Reader, id: i64) -> Result<Option<DeliveryRef>> {
    db.row(&format!("{DELIVERY} WHERE d.id = :id"), named_params! {":id": id}, read_delivery)
}

fn by_token(db: &Reader, token: &str) -> Result<Option<DeliveryRef>> {
    let sql = format!("{DELIVERY} WHERE d.token <> '' AND d.token = :token");
    let exact = db.row(&sql, named_params! {":token": token}, read_delivery)?;
    // Some servers write the local part small.
    match exact {
        None if token.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            db.row(&sql, named_params! {":token": token.to_ascii_lowercase()}, read_delivery)
        }
        exact => Ok(exact),
    }
}

fn by_message(db: &Reader, id: &str) -> Result<Option<DeliveryRef>> {
    let bare = id.trim().trim_start_matches('<').trim_end_matches('>');
    if bare.is_empty() {
        return Ok(None);
    }
    let sql =
        format!("{DELIVERY} WHERE d.message_id <> '' AND d.message_id IN (:bare, :bracketed)");
    db.row(&sql, named_params! {":bare": bare, ":bracketed": format!("<{bare}>")}, read_delivery)
}

fn recent_to_address(
    db: &Reader,
    now: DateTime<Utc>,
    address: &str,
    at: Option<DateTime<Utc>>,
) -> Result<Option<DeliveryRef>> {
    let until = at.map_or_else(|| now + CLOCK_SLACK, |at| at + CLOCK_SLACK);
    db.row(
        &format!(
            "{DELIVERY} WHERE d.address_key = :address AND d.channel = 'mail' AND d.state IN ('accepted', 'unsure', 'sending', 'bounced')
               AND d.changed_at >= :since AND d.claimed_at <= :until
             ORDER BY d.changed_at DESC, d.id DESC
             LIMIT 1"
        ),
        named_params! {":address": address, ":since": clock::to_text(now - RECENT), ":until": clock::to_text(until)},
        read_delivery,
    )
}

/// What was last sent to a contact before `at`.
pub fn latest_to_contact(db: &Reader, contact_id: i64, at: &str) -> Result<Option<DeliveryRef>> {
    let until =
        clock::from_text(at).map_or_else(|| at.to_owned(), |at| clock::to_text(at + CLOCK_SLACK));
    db.row(
        &format!(
            "{DELIVERY} WHERE d.contact_id = :contact AND d.channel = 'mail' AND d.state IN ('accepted', 'unsure', 'sending', 'bounced')
               AND d.claimed_at <= :until
             ORDER BY d.changed_at DESC, d.id DESC
             LIMIT 1"
        ),
        named_params! {":contact": contact_id, ":until": until},
        read_delivery,
    )
}

fn by_author(db: &Reader, now: DateTime<Utc>, clues: &Clues) -> Result<Option<Match>> {
    if clues.from_address.is_empty() {
        return Ok(None);
    }
    let people = db.rows(
        "SELECT DISTINCT c.id, c.name_key
         FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :address AND r.kind = 'email' AND r.deleted_at IS NULL
         ORDER BY c.id
         LIMIT 20",
        named_params! {":address": clues.from_address},
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
    )?;
    let person = match people.as_slice() {
        [] => None,
        [(id, _)] => Some(*id),
        // A newsroom shares the address: the name in From tells who wrote.
        several => {
            let name = fold(&clues.from_name);
            let mut named = several.iter().filter(|(_, key)| !name.is_empty() && *key == name);
            match (named.next(), named.next()) {
                (Some((id, _)), None) => Some(*id),
                _ => None,
            }
        }
    };
    if let Some(id) = person {
        let at = clock::to_text(clues.at.unwrap_or(now));
        let delivery = latest_to_contact(db, id, &at)?;
        return Ok(Some(Match { by: "from", delivery, contact_id: Some(id) }));
    }
    match recent_to_address(db, now, &clues.from_address, clues.at)? {
        Some(delivery) => found(db, "from", delivery),
        None => Ok(None),
    }
}
