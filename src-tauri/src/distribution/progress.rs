//! How a distribution gets on: every recipient with the server's own words, the rate, the
//! estimated end, and the queue of those who are called or written to.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::audience::minutes;
use super::by_hand::{ByHandRow, rows};
use super::channel::{self, ChannelCount};
use super::schedule::{WaveRow, waves};
use super::{DeliveryState, DistributionRow, DistributionState, Exclusion, NoEmbargo, row};
use crate::account::Account;
use crate::clock;
use crate::db::{Ctx, Reader};
use crate::error::Result;

/// One recipient's delivery.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeliveryRow {
    /// The delivery.
    pub id: i64,
    /// The contact; 0 = a newsroom.
    pub contact_id: i64,
    /// The organisation whose newsroom it is.
    #[ts(optional)]
    pub organisation_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// One of [`super::Channel`].
    pub channel: String,
    /// Mail address, or the number of a by-hand delivery.
    pub address: String,
    /// Where it stands; its name is `delivery-state-…`.
    pub state: DeliveryState,
    /// Why: an exclusion's word, `counted_as_sent`, a bounce's reason …; may be empty.
    pub reason: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried again, UTC; empty = not deferred.
    pub next_at: String,
    /// The server's reply code; 0 = none.
    pub reply_code: i64,
    /// Enhanced code (RFC 3463); may be empty.
    pub enhanced_code: String,
    /// The server's own words.
    pub reply_text: String,
    /// Last change, UTC.
    pub changed_at: String,
    /// The message's id on the wire.
    pub message_id: String,
    /// Its wave, from 0.
    pub wave: i64,
    /// The earliest instant at which it leaves, UTC; empty = any.
    pub not_before: String,
    /// The language of the text, `id` or `en`.
    pub language: String,
}

/// Which deliveries of a distribution a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DeliveryFilter {
    /// The distribution.
    #[ts(optional = false)]
    pub distribution_id: i64,
    /// Only those that stand there.
    pub state: Option<DeliveryState>,
    /// How many to pass over.
    pub offset: Option<i64>,
    /// How many at most; none = 1 000.
    pub limit: Option<i64>,
}

/// One page of deliveries.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeliveryPage {
    /// The page, in the order in which they were queued.
    pub rows: Vec<DeliveryRow>,
    /// How many there are in all.
    pub total: i64,
}

/// The largest page.
const MOST_DELIVERIES: i64 = 1000;

/// Somebody who was left out when the audience was frozen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExclusionRow {
    /// The contact; 0 = a newsroom or a chat group.
    pub contact_id: i64,
    /// The organisation whose newsroom it is.
    #[ts(optional)]
    pub organisation_id: Option<i64>,
    /// The chat group that it is.
    #[ts(optional)]
    pub group_chat_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Why; its name is `exclusion-…`.
    pub reason: Exclusion,
    /// For somebody left out of a list: why, in the office's words; the list that was taken away;
    /// who wrote when. Else empty.
    pub note: String,
}

/// What was seen and chosen before a distribution was queued: with the exclusions, the fairness
/// record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SeenBefore {
    /// Names of the lists then.
    pub lists: Vec<String>,
    /// Names of the lists that were taken away.
    pub minus_lists: Vec<String>,
    /// How many single people were chosen.
    pub people: i64,
    /// How many newsrooms were chosen.
    pub newsrooms: i64,
    /// How many days were looked back for other messages; 0 = none.
    pub guard_days: i64,
    /// Who had a message lately and got this one all the same.
    pub kept: Vec<KeptRecipient>,
    /// What was decided about those who take nothing under embargo.
    #[ts(optional)]
    pub no_embargo: Option<NoEmbargo>,
    /// What was said before sending.
    pub problems: Vec<SeenProblem>,
}

/// Somebody who had a message lately and got this one all the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptRecipient {
    /// The contact; 0 = a newsroom or a chat group.
    pub contact_id: i64,
    /// The organisation whose newsroom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub organisation_id: Option<i64>,
    /// The chat group that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub group_chat_id: Option<i64>,
    /// Who wrote when, and what.
    pub note: String,
}

/// A sentence that was said before sending.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenProblem {
    /// Key of the sentence in `distribution.ftl`.
    pub text: String,
    /// What it named, people excepted.
    pub args: BTreeMap<String, String>,
    /// Of two texts the one that it spoke of, `id` or `en`; empty = of all.
    #[serde(default)]
    pub language: String,
}

/// A distribution with all its recipients.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DistributionDetail {
    /// State and counts.
    pub row: DistributionRow,
    /// How many get it by mail; `delivery_list` has them.
    pub by_mail: i64,
    /// What a person does: chats, groups and calls, in the order in which they were queued.
    pub by_hand: Vec<ByHandRow>,
    /// How far each channel is; their totals add up to the audience.
    pub channels: Vec<ChannelCount>,
    /// Who was left out, and why.
    pub exclusions: Vec<ExclusionRow>,
    /// The sender as recipients see it.
    pub from: String,
    /// The subject, before anybody's values are put in.
    pub subject: String,
    /// Messages accepted within the last minute.
    pub per_minute: i64,
    /// When the last queued mail will have left, UTC, under the account's limits; none when
    /// nothing is queued or it is paused.
    #[ts(optional)]
    pub estimated_end: Option<String>,
    /// When the next deferred mail or the next wave is due, UTC.
    #[ts(optional)]
    pub next_at: Option<String>,
    /// Nothing leaves this machine: messages go to the outbox folder.
    pub to_folder: bool,
    /// The account's password must be entered before it goes on.
    pub needs_login: bool,
    /// Its waves in order; one where it has none.
    pub waves: Vec<WaveRow>,
    /// What was seen and chosen before it was queued.
    pub before: SeenBefore,
    /// Whether it can be given another time: something of it was not let go yet.
    pub can_reschedule: bool,
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<DistributionDetail> {
    let row = row(db, id)?;
    let (account_id, subject, before): (i64, String, String) = db
        .row(
            "SELECT account_id, subject, preflight FROM distributions WHERE id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?
        .unwrap_or_default();
    let account: Option<Account> =
        if account_id == 0 { None } else { db.find::<Account>(account_id)? };
    let a_minute_ago = clock::to_text(ctx.now - chrono::Duration::minutes(1));
    let per_minute = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id AND state IN ('accepted', 'bounced') AND changed_at > :since",
        named_params! {":id": id, ":since": a_minute_ago},
    )?;
    let next_at: Option<String> = db
        .row(
            "SELECT MIN(next_at) FROM deliveries WHERE distribution_id = :id AND (state = 'deferred' OR (state = 'queued' AND next_at > :now))",
            named_params! {":id": id, ":now": ctx.now_text()},
            |row| row.get::<_, Option<String>>(0),
        )?
        .flatten();
    let waiting = usize::try_from(row.counts.queued + row.counts.sending).unwrap_or(0);
    let estimated_end = (row.state == DistributionState::Running && waiting > 0).then(|| {
        let under_limits = minutes(account.as_ref(), waiting);
        let at_this_rate = if per_minute > 0 { row.counts.queued / per_minute } else { 0 };
        clock::to_text(ctx.now + chrono::Duration::minutes(under_limits.max(at_this_rate)))
    });
    let waves = waves(db, id)?;
    let office = crate::office::find(db)?.unwrap_or_default();
    let (from_name, from_address) = super::audience::sender(account.as_ref(), &office);
    let today = crate::release::letter::today(db, ctx)?;
    Ok(DistributionDetail {
        by_mail: db.number(
            "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id AND channel = 'mail'",
            named_params! {":id": id},
        )?,
        by_hand: rows(db, id, &today)?,
        channels: channel::counts(db, id)?,
        exclusions: exclusions(db, id)?,
        from: if from_name.is_empty() {
            from_address
        } else {
            format!("{from_name} <{from_address}>")
        },
        subject,
        per_minute,
        estimated_end,
        next_at,
        to_folder: account_id == 0,
        needs_login: row.paused_text == NEEDS_LOGIN,
        can_reschedule: waves.iter().any(|wave| wave.begun_at.is_empty())
            && matches!(
                row.state,
                DistributionState::Scheduled
                    | DistributionState::Running
                    | DistributionState::Paused
            ),
        waves,
        before: serde_json::from_str(&before).unwrap_or_default(),
        row,
    })
}

/// Why a distribution waits when its account's password is missing.
pub const NEEDS_LOGIN: &str = "distribution-paused-needs-login";

pub(super) const OUTLET: &str = "
    COALESCE((SELECT o.name
              FROM affiliations a
              JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
              WHERE a.contact_id = d.contact_id AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today)
              ORDER BY a.id
              LIMIT 1), '')";

/// Mail deliveries of one distribution, page by page.
pub fn deliveries(db: &Reader, ctx: &Ctx, filter: DeliveryFilter) -> Result<DeliveryPage> {
    let today = crate::release::letter::today(db, ctx)?;
    let limit = filter.limit.unwrap_or(MOST_DELIVERIES).clamp(1, MOST_DELIVERIES);
    let total = db.number(
        "SELECT COUNT(*)
         FROM deliveries d
         WHERE d.distribution_id = :id AND d.channel = 'mail' AND (:state IS NULL OR d.state = :state)",
        named_params! {":id": filter.distribution_id, ":state": filter.state},
    )?;
    let rows = db.rows(
        &format!(
            "SELECT d.id, COALESCE(d.contact_id, 0), COALESCE(c.name, n.name, g.name, ''), {OUTLET}, d.channel, d.address, d.state, d.reason, d.attempts, d.next_at,
                    d.reply_code, d.enhanced_code, d.reply_text, d.changed_at, d.message_id, d.wave, d.not_before, d.organisation_id,
                    CASE d.language WHEN '' THEN (SELECT s.language FROM distributions s WHERE s.id = d.distribution_id) ELSE d.language END
             FROM deliveries d
             LEFT JOIN contacts c ON c.id = d.contact_id
             LEFT JOIN organisations n ON n.id = d.organisation_id
             LEFT JOIN event_guests g ON g.id = d.guest_id
             WHERE d.distribution_id = :id AND d.channel = 'mail' AND (:state IS NULL OR d.state = :state)
             ORDER BY d.id
             LIMIT :limit OFFSET :offset"
        ),
        named_params! {":id": filter.distribution_id, ":today": today, ":state": filter.state, ":limit": limit,
            ":offset": filter.offset.unwrap_or(0).max(0)},
        |row| {
            Ok(DeliveryRow {
                id: row.get(0)?,
                contact_id: row.get(1)?,
                name: row.get(2)?,
                outlet: row.get(3)?,
                channel: row.get(4)?,
                address: row.get(5)?,
                state: row.get(6)?,
                reason: row.get(7)?,
                attempts: row.get(8)?,
                next_at: row.get(9)?,
                reply_code: row.get(10)?,
                enhanced_code: row.get(11)?,
                reply_text: row.get(12)?,
                changed_at: row.get(13)?,
                message_id: row.get(14)?,
                wave: row.get(15)?,
                not_before: row.get(16)?,
                organisation_id: row.get(17)?,
                language: row.get(18)?,
            })
        },
    )?;
    Ok(DeliveryPage { rows, total })
}

fn exclusions(db: &Reader, id: i64) -> Result<Vec<ExclusionRow>> {
    db.rows(
        "SELECT COALESCE(e.contact_id, 0), COALESCE(c.name, n.name, g.name, ''), e.reason, e.note, e.organisation_id, e.group_chat_id
         FROM distribution_exclusions e
         LEFT JOIN contacts c ON c.id = e.contact_id
         LEFT JOIN organisations n ON n.id = e.organisation_id
         LEFT JOIN group_chats g ON g.id = e.group_chat_id
         WHERE e.distribution_id = :id
         ORDER BY e.id",
        named_params! {":id": id},
        |row| {
            Ok(ExclusionRow {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                reason: row.get(2)?,
                note: row.get(3)?,
                organisation_id: row.get(4)?,
                group_chat_id: row.get(5)?,
            })
        },
    )
}
