//! Corrections that stick: what a person once said mail of a sender is, it is taken for from then
//! on, wherever the reading would have said the same again.

use rusqlite::named_params;

use super::Response;
use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::mail::bounce_text;
use crate::record;

record! {
    /// What mail of one address is that reads as one kind.
    SenderRule in "sender_rules" {
        /// The sender, lower case.
        from_address: String,
        /// What the reading takes it for.
        read_as: String,
        /// What it is.
        kind: String,
        /// Of a bounce: whether it is final.
        permanent: Option<bool>,
        /// The response that was corrected.
        response_id: i64,
    }
}

/// Whether a correction of this response may hold for its sender. Mail systems write for all their
/// users, and nobody asks twice not to be written to: there a correction is about one mail.
pub fn may_stick(response: &Response, kind: &str) -> bool {
    !response.from_address.is_empty()
        && !matches!(kind, "opt_out" | "rsvp")
        && !bounce_text::is_mail_system_address(&response.from_address)
}

/// The rule for a mail, if there is one.
pub fn find(db: &Reader, from_address: &str, read_as: &str) -> Result<Option<SenderRule>> {
    let found = db.all::<SenderRule>(
        "from_address = :from AND read_as = :read_as",
        named_params! {":from": from_address, ":read_as": read_as},
    )?;
    Ok(found.into_iter().next())
}

/// Applies the rule for its sender to a response that was just read.
pub fn apply(db: &Reader, response: &mut Response) -> Result<()> {
    if response.from_address.is_empty() {
        return Ok(());
    }
    let Some(rule) = find(db, &response.from_address, &response.read_as)? else { return Ok(()) };
    response.kind = rule.kind;
    response.permanent = rule.permanent;
    "sender-rule".clone_into(&mut response.why);
    response.confidence = 100;
    Ok(())
}

/// Keeps, changes or drops the rule that a correction makes.
pub fn learn(db: &Writer, response: &Response) -> Result<()> {
    let read_as = if response.read_as.is_empty() { return Ok(()) } else { &response.read_as };
    let stored = find(db, &response.from_address, read_as)?;
    match stored {
        // Back to what the reading says: nothing to remember.
        Some(rule) if response.kind == *read_as => db.delete::<SenderRule>(rule.id).map(drop),
        Some(mut rule) => {
            rule.kind.clone_from(&response.kind);
            rule.permanent = response.permanent;
            rule.response_id = response.id;
            db.update(&mut rule).map(drop)
        }
        None if response.kind == *read_as => Ok(()),
        None => {
            let mut rule = SenderRule {
                from_address: response.from_address.clone(),
                read_as: read_as.clone(),
                kind: response.kind.clone(),
                permanent: response.permanent,
                response_id: response.id,
                ..SenderRule::default()
            };
            db.insert(&mut rule).map(drop)
        }
    }
}
