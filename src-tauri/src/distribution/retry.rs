//! What failed is tried again: deliveries that were refused, came back or wait for their next try,
//! and whose address may still work. One that has left, or may have, is never touched.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::queue::new_token;
use super::{DeliveryState, DistributionDetail, announce, show, state};
use crate::choice;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};

choice! {
    /// Why a failed delivery is not tried again.
    NotAgain {
        /// The person's wish or the law.
        DoNotContact = "do_not_contact",
        /// The address bounces.
        BadAddress = "bad_address",
        /// The address is no longer among the contact's own.
        AddressChanged = "address_changed",
        /// Another distribution of the same release has reached them, or is about to.
        ReachedSince = "reached_since",
        /// The contact is in the bin.
        Deleted = "deleted",
    }
}

/// A delivery that failed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FailedDelivery {
    /// The delivery.
    pub delivery_id: i64,
    /// The contact; 0 = an organisation's newsroom.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// The address it went to.
    pub address: String,
    /// `refused`, `bounced` or `deferred`.
    pub state: DeliveryState,
    /// The server's own words.
    pub words: String,
    /// Why it is not tried again; none = it is.
    #[ts(optional)]
    pub not_again: Option<NotAgain>,
}

/// What trying again would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RetryPlan {
    /// The distribution.
    pub distribution_id: i64,
    /// Every delivery that failed, in the order in which they were queued.
    pub failed: Vec<FailedDelivery>,
    /// How many of them are tried again.
    pub again: i64,
    /// How many nobody can tell of; each is settled by itself.
    pub unsure: i64,
}

/// What was put into the queue again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Retried {
    /// How many deliveries.
    pub again: i64,
    /// The distribution as it stands now.
    pub detail: DistributionDetail,
}

/// What trying again would do.
pub fn plan(db: &Reader, _ctx: &Ctx, id: i64) -> Result<RetryPlan> {
    state(db, id)?;
    let failed = failed(db, id)?;
    let again = failed.iter().filter(|one| one.not_again.is_none()).count();
    Ok(RetryPlan {
        distribution_id: id,
        again: i64::try_from(again).unwrap_or(i64::MAX),
        unsure: db.number(
            "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id AND state = 'unsure'",
            named_params! {":id": id},
        )?,
        failed,
    })
}

fn failed(db: &Reader, id: i64) -> Result<Vec<FailedDelivery>> {
    db.rows(
        "SELECT d.id, COALESCE(d.contact_id, 0), COALESCE(c.name, o.name, ''), d.address, d.state, d.reply_text,
                CASE WHEN c.deleted_at IS NOT NULL OR o.deleted_at IS NOT NULL THEN 'deleted'
                     WHEN EXISTS (SELECT 1 FROM contact_states t
                                  WHERE (t.contact_id = d.contact_id OR (t.contact_id IS NULL AND t.address_key = d.address_key))
                                    AND t.kind = 'do_not_contact' AND t.deleted_at IS NULL) THEN 'do_not_contact'
                     WHEN EXISTS (SELECT 1
                                  FROM deliveries x
                                  JOIN distributions t ON t.id = x.distribution_id
                                  WHERE (x.contact_id = d.contact_id OR x.organisation_id = d.organisation_id) AND x.id <> d.id AND t.release_id = s.release_id
                                    AND x.state NOT IN ('refused', 'bounced', 'cancelled', 'suppressed')) THEN 'reached_since'
                     WHEN NOT EXISTS (SELECT 1 FROM reaches r
                                      WHERE (r.contact_id = d.contact_id OR r.organisation_id = d.organisation_id) AND r.kind = 'email' AND r.value_key = d.address_key
                                        AND r.deleted_at IS NULL) THEN 'address_changed'
                     WHEN EXISTS (SELECT 1 FROM contact_states t
                                  WHERE t.address_key = d.address_key AND t.kind = 'bad_address' AND t.deleted_at IS NULL) THEN 'bad_address'
                END
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         LEFT JOIN contacts c ON c.id = d.contact_id
         LEFT JOIN organisations o ON o.id = d.organisation_id
         WHERE d.distribution_id = :id AND d.channel = 'mail' AND d.state IN ('refused', 'bounced', 'deferred')
         ORDER BY d.id",
        named_params! {":id": id},
        |row| {
            Ok(FailedDelivery {
                delivery_id: row.get(0)?,
                contact_id: row.get(1)?,
                name: row.get(2)?,
                address: row.get(3)?,
                state: row.get(4)?,
                words: row.get(5)?,
                not_again: row.get(6)?,
            })
        },
    )
}

/// Puts what failed into the queue again, at once and with a fresh count of tries. A distribution
/// that was over runs again; one that a person paused stays paused.
pub fn retry(db: &Writer, ctx: &Ctx, id: i64) -> Result<Retried> {
    state(db, id)?;
    refuse_withdrawn(db, id)?;
    let now = ctx.now_text();
    let mut again = 0;
    for one in failed(db, id)?.into_iter().filter(|one| one.not_again.is_none()) {
        let fresh = fresh_identity(db, &one)?;
        let changed = db.execute(
            "UPDATE deliveries
             SET state = 'queued', reason = '', attempts = 0, next_at = '', claimed_by = '', claimed_at = '', marked_at = '',
                 reply_code = 0, enhanced_code = '', reply_text = '', changed_at = :now,
                 token = COALESCE(:token, token), message_id = COALESCE(:message_id, message_id)
             WHERE id = :id AND state IN ('refused', 'bounced', 'deferred')",
            named_params! {":id": one.delivery_id, ":now": now, ":token": fresh.as_ref().map(|(token, _)| token),
                ":message_id": fresh.as_ref().map(|(_, id)| id)},
        )?;
        again += i64::try_from(changed).unwrap_or(0);
    }
    if again == 0 {
        return Err(Error::new(Code::Conflict, "distribution-nothing-to-retry").arg("id", id));
    }
    db.execute(
        "UPDATE distributions SET state = 'running', ended_at = NULL WHERE id = :id AND state IN ('done', 'cancelled')",
        named_params! {":id": id},
    )?;
    db.execute(
        "INSERT INTO distribution_retries (distribution_id, actor, at, messages) VALUES (:id, :actor, :now, :messages)",
        named_params! {":id": id, ":actor": ctx.actor, ":now": now, ":messages": again},
    )?;
    db.action_id()?;
    announce(db);
    db.announce("distribution_retries");
    Ok(Retried { again, detail: show(db, ctx, id)? })
}

/// What came back was taken over once: under its old name the next server might throw the second
/// one away as a copy, and a late bounce of the first would be taken for one of the second.
fn fresh_identity(db: &Reader, failed: &FailedDelivery) -> Result<Option<(String, String)>> {
    if failed.state != DeliveryState::Bounced {
        return Ok(None);
    }
    let old: Option<(i64, String)> = db.row(
        "SELECT distribution_id, message_id FROM deliveries WHERE id = :id",
        named_params! {":id": failed.delivery_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((distribution, message_id)) = old else { return Ok(None) };
    let token = new_token();
    let domain = message_id
        .trim_end_matches('>')
        .rsplit_once('@')
        .map_or("warta.invalid", |(_, domain)| domain);
    let message_id = format!("<{token}.{distribution}@{domain}>");
    Ok(Some((token, message_id)))
}

fn refuse_withdrawn(db: &Reader, id: i64) -> Result<()> {
    let withdrawn = db.number(
        "SELECT COUNT(*)
         FROM distributions s
         JOIN releases r ON r.id = s.release_id
         WHERE s.id = :id AND r.withdrawn_at <> ''",
        named_params! {":id": id},
    )?;
    if withdrawn > 0 { Err(Error::new(Code::Conflict, "release-was-withdrawn")) } else { Ok(()) }
}
