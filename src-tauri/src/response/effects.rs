//! What a response brings about: the delivery's status, the contact's states, a line in the
//! contact history. Everything carries the response's id, so that it can be taken back.

use rusqlite::named_params;

use super::Response;
use super::matching::{DeliveryRef, is_proof};
use crate::change_suggestion::{self, ChangeSuggestion};
use crate::contact::{self, ContactState};
use crate::db::Writer;
use crate::distribution;
use crate::error::Result;
use crate::interaction::Interaction;
use crate::{follow_up, office, settings, text};

/// Reasons of a final bounce for which the address is not to blame.
const BLAMELESS: &[&str] =
    &["policy", "spam", "too_large", "expired", "network", "protocol", "relay_denied"];
/// Days within which a new address is looked for.
const FIND_OUT_WITHIN: u64 = 3;
/// Characters of a text that a history line shows.
const SUMMARY: usize = 160;

/// Does all that the response brings about.
pub fn apply(db: &Writer, response: &Response, delivery: Option<&DeliveryRef>) -> Result<()> {
    settle(db, response, delivery)?;
    write_history(db, response)
}

/// The delivery's status and the contact's states.
pub fn settle(db: &Writer, response: &Response, delivery: Option<&DeliveryRef>) -> Result<()> {
    if let Some(delivery) = delivery {
        settle_delivery(db, response, delivery)?;
    }
    mark_states(db, response, delivery)?;
    suggest_changes(db, response)
}

/// Who left, who took over, which address is new: for a person to accept or dismiss.
fn suggest_changes(db: &Writer, response: &Response) -> Result<()> {
    let Some(contact_id) = response.contact_id else { return Ok(()) };
    let told =
        response.auto_kind == "left" && matches!(response.kind.as_str(), "auto_reply" | "reply");
    if !told {
        return Ok(());
    }
    let suggestion = |kind: &str, address: &str| ChangeSuggestion {
        contact_id,
        kind: kind.to_owned(),
        address: address.to_owned(),
        told_on: response.received_at.get(..10).unwrap_or_default().to_owned(),
        response_id: response.id,
        ..ChangeSuggestion::default()
    };
    if response.successor_same {
        change_suggestion::suggest(db, suggestion("new_address", &response.successor))?;
        return Ok(());
    }
    if !response.successor.is_empty() {
        change_suggestion::suggest(db, suggestion("successor", &response.successor))?;
    }
    change_suggestion::suggest(db, suggestion("left", ""))?;
    Ok(())
}

/// Somebody must find out where the person reads mail now.
fn ask_for_address(db: &Writer, contact_id: i64, response: &Response, address: &str) -> Result<()> {
    let language = settings::value(db, "language", "id")?;
    let what = text::sentence(&language, "follow-up-bad-address", &[("address", address)]);
    let today = db.ctx().now.with_timezone(&office::zone(db)?).date_naive();
    let due_on = today.checked_add_days(chrono::Days::new(FIND_OUT_WITHIN)).unwrap_or(today);
    follow_up::add_for_response(db, contact_id, response.id, what, due_on.to_string())?;
    Ok(())
}

fn settle_delivery(db: &Writer, response: &Response, delivery: &DeliveryRef) -> Result<()> {
    let changed = if response.kind == "bounce" {
        // Also a bounce that is not final for the address is final for this message.
        db.execute(
            "UPDATE deliveries
             SET state = 'bounced', reason = :reason, enhanced_code = :status, reply_text = :words, changed_at = :now,
                 reply_code = CASE WHEN :code = 0 THEN reply_code ELSE :code END
             WHERE id = :id AND state IN ('accepted', 'unsure')",
            named_params! {":reason": response.reason, ":status": response.status_code, ":words": response.diagnostic,
                ":code": response.reply_code, ":now": db.ctx().now_text(), ":id": delivery.id},
        )
        .and_then(|changed| {
            // Whoever was invited by it has not heard of the event.
            if changed > 0 && distribution::untold(db, delivery.id)? {
                db.announce("event_guests");
            }
            Ok(changed)
        })?
    } else if delivery.state == "unsure"
        && (is_proof(&response.matched_by) || response.matched_by == "hand")
    {
        usize::from(distribution::was_sent(db, delivery.id, "answered")?)
    } else {
        0
    };
    if changed > 0 {
        db.announce("deliveries");
    }
    Ok(())
}

fn mark_states(db: &Writer, response: &Response, delivery: Option<&DeliveryRef>) -> Result<()> {
    let state = ContactState {
        response_id: response.id,
        since: response.received_at.clone(),
        ..ContactState::default()
    };
    match response.kind.as_str() {
        "bounce"
            if response.permanent == Some(true)
                && !BLAMELESS.contains(&response.reason.as_str()) =>
        {
            let address_key = match delivery {
                Some(delivery) if !delivery.address_key.is_empty() => delivery.address_key.clone(),
                // By hand, without a delivery: the address must at least be the contact's own.
                _ if response.contact_id.is_some() && is_own_address(db, response)? => {
                    response.failed_address.clone()
                }
                _ => return Ok(()),
            };
            let reason = if response.diagnostic.is_empty() {
                response.reason.clone()
            } else {
                response.diagnostic.clone()
            };
            let address = address_key.clone();
            let marked = contact::mark(
                db,
                ContactState { kind: "bad_address".to_owned(), address_key, reason, ..state },
            )?;
            if let (true, Some(contact_id)) = (marked, response.contact_id) {
                ask_for_address(db, contact_id, response, &address)?;
            }
        }
        "auto_reply"
            if matches!(response.auto_kind.as_str(), "away" | "vacation")
                && response.contact_id.is_some() =>
        {
            let ended = !response.away_until.is_empty()
                && response.away_until.as_str()
                    < response.received_at.get(..10).unwrap_or_default();
            // Without a last day, nobody would ever lift it: the history line is enough.
            if !ended && !response.away_until.is_empty() {
                let until = response.away_until.clone();
                let reason = first_line(&response.new_text);
                contact::mark(
                    db,
                    ContactState {
                        kind: "away".to_owned(),
                        contact_id: response.contact_id,
                        until,
                        reason,
                        ..state
                    },
                )?;
            }
        }
        "opt_out" => {
            // A newsroom has no person who could ask: its address does.
            let newsroom = delivery.filter(|delivery| delivery.contact_id.is_none());
            let address_key = match (response.contact_id, newsroom) {
                (Some(_), _) => String::new(),
                (None, Some(delivery)) => delivery.address_key.clone(),
                (None, None) => return Ok(()),
            };
            let said = first_line(&response.new_text);
            let reason = if said.is_empty() { response.subject.clone() } else { said };
            contact::mark(
                db,
                ContactState {
                    kind: "do_not_contact".to_owned(),
                    contact_id: response.contact_id,
                    address_key,
                    reason,
                    ..state
                },
            )?;
        }
        _ => {}
    }
    Ok(())
}

fn is_own_address(db: &Writer, response: &Response) -> Result<bool> {
    let own = db.number(
        "SELECT COUNT(*) FROM reaches WHERE contact_id = :contact AND value_key = :address AND kind = 'email' AND deleted_at IS NULL",
        named_params! {":contact": response.contact_id, ":address": response.failed_address},
    )?;
    Ok(own > 0)
}

/// A line in the contact history.
pub fn write_history(db: &Writer, response: &Response) -> Result<()> {
    let Some(contact_id) = response.contact_id else { return Ok(()) };
    let words = match response.kind.as_str() {
        "bounce" | "delay" if !response.diagnostic.is_empty() => &response.diagnostic,
        "bounce" | "delay" | "other" => &response.subject,
        _ if response.new_text.trim().is_empty() => &response.subject,
        _ => &response.new_text,
    };
    let mut interaction = Interaction {
        contact_id,
        kind: format!("response_{}", response.kind),
        direction: "in".to_owned(),
        at: response.received_at.clone(),
        summary: first_line(words),
        body: response.new_text.clone(),
        release_id: response.release_id,
        delivery_id: response.delivery_id,
        response_id: response.id,
        ..Interaction::default()
    };
    db.insert(&mut interaction)?;
    Ok(())
}

fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}

/// Takes back what the response brought about.
pub fn take_back(db: &Writer, response: &Response) -> Result<()> {
    for state in
        db.all::<ContactState>("response_id = :response", named_params! {":response": response.id})?
    {
        contact::unmark(db, state.id)?;
    }
    follow_up::withdraw(db, response.id)?;
    change_suggestion::withdraw(db, response.id)?;
    let written = db.all::<Interaction>(
        "response_id = :response AND contact_id = :contact",
        named_params! {":response": response.id, ":contact": response.contact_id},
    )?;
    for interaction in written {
        db.delete::<Interaction>(interaction.id)?;
    }
    if response.kind == "bounce" && response.delivery_id != 0 {
        // A bounce proves that the server had taken the message, so that is what it goes back to.
        let changed = db.execute(
            "UPDATE deliveries
             SET state = 'accepted', reason = '', enhanced_code = '', reply_text = '', changed_at = :now
             WHERE id = :delivery AND state = 'bounced'
               AND NOT EXISTS (SELECT 1 FROM responses r WHERE r.delivery_id = :delivery AND r.id <> :response
                               AND r.kind = 'bounce' AND r.deleted_at IS NULL)",
            named_params! {":now": db.ctx().now_text(), ":delivery": response.delivery_id, ":response": response.id},
        )?;
        if changed > 0 {
            if distribution::told(db, response.delivery_id, &db.ctx().now_text())? {
                db.announce("event_guests");
            }
            db.announce("deliveries");
        }
    }
    Ok(())
}
