//! Distributions: one sending of a release to an audience. The audience and the texts are frozen
//! when it is queued; from then on each recipient's delivery tells its own story.

mod again;
mod audience;
mod before;
mod by_hand;
mod channel;
mod chat;
pub(crate) mod event_mail;
mod guard;
mod instant;
mod marked;
mod mended;
mod newsroom;
mod original;
mod progress;
mod queue;
mod report;
mod retry;
mod schedule;
mod silence;
mod suggestion;
mod working_days;

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::choice;
use crate::clock;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};

pub use again::{Again, Purpose};
pub use audience::{
    AccountBrief, Audience, ByHandRecipient, Excluded, Exclusion, FormCount, LanguageCount,
    NoEmbargo, Preflight, Problem, Recipient, preflight,
};
pub(crate) use audience::{LEFT_OUTLET, sender};
pub use by_hand::{ByHandRow, GroupSending, done_by_hand, group_sendings, not_done};
pub use channel::{Channel, ChannelCount, ChosenChannel, GroupRecipient};
pub use event_mail::{EventAudience, EventMail, told, untold};
pub use guard::{GUARD_KEY, RecentContact};
pub use instant::{Instant, ZONES, zone_name};
pub use marked::{notice as embargo_notice, preview, template as marked_template};
pub use mended::{MendedRecipient, mended};
pub use newsroom::NewsroomRecipient;
pub use original::{OriginalAudience, original_audience};
pub use progress::{
    DeliveryFilter, DeliveryPage, DeliveryRow, DistributionDetail, ExclusionRow, KeptRecipient,
    NEEDS_LOGIN, SeenBefore, SeenProblem, deliveries, show,
};
pub use queue::{SendOrder, queue};
pub use report::{
    ChannelSums, DistributionReport, LanguageSums, ReportAccount, ReportLine, ReportLinePage,
    ReportLines, ReportStep, ReportStepKind, ReportVersion, report, report_lines,
};
pub use retry::{FailedDelivery, NotAgain, Retried, RetryPlan, plan as retry_plan, retry};
pub use schedule::{
    CLOSING_KEY, GRACE_KEY, MISSED, PlannedWave, Reschedule, SendingRules, Wave, WaveRow, When,
    awaiting_connection, found_connection, grace, is_due, lost_connection, open, reschedule,
    running, sending_rules, under_way, unfinished, wait_again,
};
pub use silence::{
    DueFollowUp, FollowUpProposal, FollowUpRule, FollowUpWords, SilentRecipient,
    due as due_follow_ups, proposal as follow_up_proposal, rule as follow_up_rule,
    save_rule as save_follow_up_rule,
};
pub use suggestion::{SuggestedList, SuggestedPerson, Suggestions, suggest};

choice! {
    /// Where one recipient's delivery stands.
    DeliveryState {
        /// Waits for its turn.
        Queued = "queued",
        /// In the hands of a sending process.
        Sending = "sending",
        /// The server has taken it over.
        Accepted = "accepted",
        /// Refused for now; tried again later.
        Deferred = "deferred",
        /// Refused for good.
        Refused = "refused",
        /// Possibly sent: the line broke before the verdict.
        Unsure = "unsure",
        /// Came back after it was accepted.
        Bounced = "bounced",
        /// No mail goes there: a person calls, or writes to a person or a group.
        ByHand = "by_hand",
        /// A person has called or written.
        DoneByHand = "done_by_hand",
        /// Cancelled before it left.
        Cancelled = "cancelled",
        /// Held back at the last moment: the person opted out, the address bounced.
        Suppressed = "suppressed",
    }
}

choice! {
    /// Where a distribution stands.
    DistributionState {
        /// Waits for its hour or for a connection; derived: `running` that has not begun.
        Scheduled = "scheduled",
        /// Sends, or waits for its turn.
        Running = "running",
        /// Stopped by a person or by trouble; can go on.
        Paused = "paused",
        /// What was unsent stays unsent.
        Cancelled = "cancelled",
        /// No mail is left to send.
        Done = "done",
    }
}

/// How many deliveries stand where. `total` is the sum of all others but `by_hand_done`, which is
/// a part of `by_hand`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Counts {
    /// Wait for their turn.
    pub queued: i64,
    /// In the hands of a sending process.
    pub sending: i64,
    /// Taken over by the server.
    pub accepted: i64,
    /// Tried again later.
    pub deferred: i64,
    /// Refused for good.
    pub refused: i64,
    /// Possibly sent.
    pub unsure: i64,
    /// Came back.
    pub bounced: i64,
    /// By call, chat or group, done or not.
    pub by_hand: i64,
    /// Of these, done.
    pub by_hand_done: i64,
    /// Cancelled before they left.
    pub cancelled: i64,
    /// Held back at the last moment.
    pub suppressed: i64,
    /// The frozen audience.
    pub total: i64,
}

/// Which distributions a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DistributionFilter {
    /// Only this release's.
    pub release_id: Option<i64>,
    /// Only those that wait for their hour, run or are paused.
    #[ts(optional = false)]
    pub open_only: bool,
}

/// A distribution in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DistributionRow {
    /// Its id.
    pub id: i64,
    /// The release.
    pub release_id: i64,
    /// The release's headline.
    pub headline: String,
    /// The release's number.
    pub number: String,
    /// Where it stands.
    pub state: DistributionState,
    /// Why it is paused: key of a sentence in `distribution.ftl`; empty = a person paused it.
    pub paused_text: String,
    /// The server's own words with it.
    pub paused_words: String,
    /// Who queued it.
    pub actor: String,
    /// When, UTC.
    pub created_at: String,
    /// When the last mail was settled, UTC.
    #[ts(optional)]
    pub ended_at: Option<String>,
    /// Whether mail goes to the outbox folder only: nothing leaves the machine.
    pub to_folder: bool,
    /// The instant for which it was or is scheduled, UTC; empty = at once or with a connection.
    pub send_at: String,
    /// The zone in which that was chosen (IANA); may be empty.
    pub zone: String,
    /// Whether it waits for the mail server to answer.
    pub awaits_connection: bool,
    /// When its first wave was let go, UTC; empty = not yet.
    pub begun_at: String,
    /// The instant until which it is under embargo, UTC; empty = none.
    pub embargo_at: String,
    /// How many stand where.
    #[serde(flatten)]
    #[ts(flatten)]
    pub counts: Counts,
}

/// How an unsure delivery is settled.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Settle {
    /// The delivery.
    pub delivery_id: i64,
    /// What the person decided.
    pub outcome: SettleOutcome,
}

choice! {
    /// A person's word on an unsure delivery.
    SettleOutcome {
        /// It goes into the queue again.
        SendAgain = "send_again",
        /// It is taken as accepted.
        CountAsSent = "count_as_sent",
    }
}

const ROWS: &str = "
    SELECT s.id, s.release_id, r.headline, r.number,
           CASE WHEN s.state = 'running' AND s.begun_at = '' THEN 'scheduled' ELSE s.state END, s.paused_text, s.paused_words, s.actor, s.created_at, s.ended_at,
           s.account_id = 0,
           COALESCE(SUM(CASE WHEN d.state = 'queued' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'sending' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'accepted' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'deferred' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'refused' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'unsure' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'bounced' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state IN ('by_hand', 'done_by_hand') THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'done_by_hand' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'cancelled' THEN 1 ELSE 0 END), 0),
           COALESCE(SUM(CASE WHEN d.state = 'suppressed' THEN 1 ELSE 0 END), 0),
           COUNT(d.id), s.send_at, s.zone, s.connection = 'awaited', s.begun_at, s.embargo_at
    FROM distributions s
    JOIN releases r ON r.id = s.release_id
    LEFT JOIN deliveries d ON d.distribution_id = s.id";

fn row_of(row: &crate::db::Row) -> rusqlite::Result<DistributionRow> {
    Ok(DistributionRow {
        id: row.get(0)?,
        release_id: row.get(1)?,
        headline: row.get(2)?,
        number: row.get(3)?,
        state: row.get(4)?,
        paused_text: row.get(5)?,
        paused_words: row.get(6)?,
        actor: row.get(7)?,
        created_at: row.get(8)?,
        ended_at: row.get(9)?,
        to_folder: row.get(10)?,
        send_at: row.get(23)?,
        zone: row.get(24)?,
        awaits_connection: row.get(25)?,
        begun_at: row.get(26)?,
        embargo_at: row.get(27)?,
        counts: Counts {
            queued: row.get(11)?,
            sending: row.get(12)?,
            accepted: row.get(13)?,
            deferred: row.get(14)?,
            refused: row.get(15)?,
            unsure: row.get(16)?,
            bounced: row.get(17)?,
            by_hand: row.get(18)?,
            by_hand_done: row.get(19)?,
            cancelled: row.get(20)?,
            suppressed: row.get(21)?,
            total: row.get(22)?,
        },
    })
}

/// Distributions, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: DistributionFilter) -> Result<Vec<DistributionRow>> {
    db.rows(
        &format!(
            "{ROWS}
             WHERE (:release IS NULL OR s.release_id = :release) AND (:open = 0 OR s.state IN ('running', 'paused'))
             GROUP BY s.id, r.headline, r.number
             ORDER BY s.id DESC"
        ),
        named_params! {":release": filter.release_id, ":open": filter.open_only},
        row_of,
    )
}

/// One distribution's row.
pub fn row(db: &Reader, id: i64) -> Result<DistributionRow> {
    db.row(
        &format!("{ROWS} WHERE s.id = :id GROUP BY s.id, r.headline, r.number"),
        named_params! {":id": id},
        row_of,
    )?
    .ok_or_else(|| unknown(id))
}

fn unknown(id: i64) -> Error {
    Error::new(Code::NotFound, "distribution-unknown").arg("id", id)
}

fn state(db: &Reader, id: i64) -> Result<DistributionState> {
    db.row("SELECT state FROM distributions WHERE id = :id", named_params! {":id": id}, |row| {
        row.get(0)
    })?
    .ok_or_else(|| unknown(id))
}

fn announce(db: &Writer) {
    db.announce("distributions");
    db.announce("deliveries");
}

/// Pauses a running distribution; messages already under way finish. False when it does not run.
pub fn pause(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    state(db, id)?;
    let changed = db.execute(
        "UPDATE distributions SET state = 'paused', paused_text = '', paused_words = '' WHERE id = :id AND state = 'running'",
        named_params! {":id": id},
    )?;
    announce(db);
    Ok(changed > 0)
}

/// Lets a paused distribution go on, also one whose hour has passed. False when it is not paused.
pub fn resume(db: &Writer, ctx: &Ctx, id: i64) -> Result<bool> {
    if state(db, id)? == DistributionState::Paused {
        schedule::let_go_late(db, id, &ctx.now_text())?;
        take_usual_account(db, id)?;
    }
    let changed = db.execute(
        "UPDATE distributions SET state = 'running', paused_text = '', paused_words = '' WHERE id = :id AND state = 'paused'",
        named_params! {":id": id},
    )?;
    announce(db);
    Ok(changed > 0)
}

/// What was queued with an account that is gone goes on with the usual one.
fn take_usual_account(db: &Writer, id: i64) -> Result<()> {
    let gone = db.number(
        "SELECT COUNT(*) FROM distributions s
         WHERE s.id = :id AND s.account_id <> 0
           AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = s.account_id AND a.deleted_at IS NULL AND a.smtp_url <> '')",
        named_params! {":id": id},
    )?;
    if gone > 0
        && let Some(account) = crate::account::for_sending(db)?
    {
        db.execute(
            "UPDATE distributions SET account_id = :account WHERE id = :id",
            named_params! {":id": id, ":account": account.id},
        )?;
    }
    Ok(())
}

/// Cancels what is unsent, by mail or by hand; gives how many. What has left stays as it is, and
/// so does a message whose last byte may be on its way.
pub fn cancel(db: &Writer, ctx: &Ctx, id: i64) -> Result<i64> {
    if matches!(state(db, id)?, DistributionState::Cancelled) {
        return Ok(0);
    }
    let now = ctx.now_text();
    // A claimed message without its mark is stopped too: its sender asks for the mark and does
    // not get it.
    let changed = db.execute(
        "UPDATE deliveries
         SET state = 'cancelled', claimed_by = '', next_at = '', changed_at = :now
         WHERE distribution_id = :id AND (state IN ('queued', 'deferred', 'by_hand') OR (state = 'sending' AND marked_at = ''))",
        named_params! {":id": id, ":now": now},
    )?;
    db.execute(
        "UPDATE distributions SET state = 'cancelled', paused_text = '', paused_words = '', ended_at = :now WHERE id = :id",
        named_params! {":id": id, ":now": now},
    )?;
    announce(db);
    Ok(i64::try_from(changed).unwrap_or(i64::MAX))
}

/// Settles an unsure delivery as a person decided. False when it is no longer unsure.
pub fn settle(db: &Writer, ctx: &Ctx, settle: Settle) -> Result<bool> {
    let now = ctx.now_text();
    let distribution: Option<i64> = db.row(
        "SELECT distribution_id FROM deliveries WHERE id = :id",
        named_params! {":id": settle.delivery_id},
        |row| row.get(0),
    )?;
    let distribution = distribution.ok_or_else(|| {
        Error::new(Code::NotFound, "delivery-unknown").arg("id", settle.delivery_id)
    })?;
    let changed = match settle.outcome {
        SettleOutcome::SendAgain => {
            refuse_withdrawn(db, settle.delivery_id)?;
            let changed = db.execute(
                "UPDATE deliveries
                 SET state = 'queued', reason = '', marked_at = '', claimed_by = '', next_at = '', changed_at = :now
                 WHERE id = :id AND state = 'unsure'",
                named_params! {":id": settle.delivery_id, ":now": now},
            )?;
            if changed > 0 {
                db.execute(
                    "UPDATE distributions SET state = 'running', ended_at = NULL WHERE id = :id AND state IN ('done', 'cancelled')",
                    named_params! {":id": distribution},
                )?;
            }
            changed
        }
        SettleOutcome::CountAsSent => {
            usize::from(was_sent(db, settle.delivery_id, "counted_as_sent")?)
        }
    };
    announce(db);
    Ok(changed > 0)
}

/// A withdrawn release goes to nobody any more.
fn refuse_withdrawn(db: &Reader, delivery_id: i64) -> Result<()> {
    let withdrawn = db.number(
        "SELECT COUNT(*)
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         JOIN releases r ON r.id = s.release_id
         WHERE d.id = :id AND r.withdrawn_at <> ''",
        named_params! {":id": delivery_id},
    )?;
    if withdrawn > 0 { Err(Error::new(Code::Conflict, "release-was-withdrawn")) } else { Ok(()) }
}

/// An unsure delivery did leave, for this reason: it is accepted, and the contact's history tells
/// of it. False when it is no longer unsure.
pub fn was_sent(db: &Writer, delivery_id: i64, reason: &str) -> Result<bool> {
    let now = db.ctx().now_text();
    let changed = db.execute(
        "UPDATE deliveries SET state = 'accepted', reason = :reason, claimed_by = '', changed_at = :now
         WHERE id = :id AND state = 'unsure'",
        named_params! {":id": delivery_id, ":reason": reason, ":now": now},
    )?;
    if changed > 0 {
        if told(db, delivery_id, &now)? {
            db.announce("event_guests");
        }
        log_sent(db, delivery_id, &now)?;
        db.announce("interactions");
        announce(db);
    }
    Ok(changed > 0)
}

/// Writes into the contact history that this delivery reached the person's server.
pub fn log_sent(db: &Reader, delivery_id: i64, now: &str) -> Result<()> {
    let found: Option<(i64, Option<i64>)> = db.row(
        "SELECT distribution_id, contact_id FROM deliveries WHERE id = :id",
        named_params! {":id": delivery_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    match found {
        Some((distribution, Some(contact))) => {
            HistoryLine::of(db, distribution)?.write(db, contact, delivery_id, now)
        }
        // A newsroom's history is told from its deliveries.
        _ => Ok(()),
    }
}

/// What the contact history says of each message of a distribution that has left.
#[derive(Debug, Clone, Default)]
pub struct HistoryLine {
    release_id: i64,
    headline: String,
    actor: String,
    /// The press event that it is about; 0 = none.
    event_id: i64,
}

impl HistoryLine {
    /// That of one distribution.
    pub fn of(db: &Reader, distribution_id: i64) -> Result<Self> {
        db.row(
            // Mails about events name themselves: their headline is the event's.
            "SELECT s.release_id, CASE s.event_mail WHEN '' THEN r.headline ELSE REPLACE(s.subject, '{{headline}}', r.headline) END,
                    s.actor, s.event_id
             FROM distributions s
             JOIN releases r ON r.id = s.release_id
             WHERE s.id = :id",
            named_params! {":id": distribution_id},
            |row| {
                Ok(Self {
                    release_id: row.get(0)?,
                    headline: row.get(1)?,
                    actor: row.get(2)?,
                    event_id: row.get(3)?,
                })
            },
        )?
        .ok_or_else(|| unknown(distribution_id))
    }

    /// Writes it into a contact's history, unless it stands there already: after a crash two
    /// processes may find it missing.
    pub fn write(&self, db: &Reader, contact_id: i64, delivery_id: i64, now: &str) -> Result<()> {
        db.execute(
            "INSERT INTO interactions (contact_id, kind, direction, at, summary, actor, release_id, delivery_id, event_id, created_at, updated_at)
             SELECT :contact, 'release_sent', 'out', :now, :headline, :actor, :release, :delivery, :event, :now, :now
             WHERE NOT EXISTS (SELECT 1 FROM interactions WHERE delivery_id = :delivery AND delivery_id <> 0 AND kind = 'release_sent')",
            named_params! {":contact": contact_id, ":now": now, ":headline": self.headline, ":actor": self.actor,
                ":release": self.release_id, ":delivery": delivery_id, ":event": self.event_id},
        )?;
        Ok(())
    }
}

const LATELY: chrono::Duration = chrono::Duration::days(30);

/// Deliveries that have left and that a crash kept out of the contact history, with when they
/// left. Only distributions at work or ended lately are looked through.
pub fn unlogged(db: &Reader, now: DateTime<Utc>) -> Result<Vec<(i64, String)>> {
    db.rows(
        "SELECT d.id, CASE WHEN d.marked_at <> '' THEN d.marked_at ELSE d.changed_at END
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state IN ('accepted', 'bounced')
         JOIN contacts c ON c.id = d.contact_id AND c.deleted_at IS NULL
         WHERE (s.state <> 'done' OR s.ended_at >= :lately)
           AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.delivery_id = d.id AND i.delivery_id <> 0 AND i.kind = 'release_sent')",
        named_params! {":lately": clock::to_text(now - LATELY)},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Writes into the contact history that a server refused this delivery for good, in its own words.
pub fn log_refused(db: &Reader, delivery_id: i64, words: &str, now: &str) -> Result<()> {
    db.execute(
        "INSERT INTO interactions (contact_id, kind, direction, at, summary, body, actor, release_id, delivery_id, created_at, updated_at)
         SELECT d.contact_id, 'release_refused', 'out', :now, r.headline, :words, s.actor, s.release_id, d.id, :now, :now
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         JOIN releases r ON r.id = s.release_id
         WHERE d.id = :delivery AND d.contact_id IS NOT NULL",
        named_params! {":delivery": delivery_id, ":now": now, ":words": words},
    )?;
    Ok(())
}

/// Takes that line back: the refusal was no judgement on the recipient, who gets another try.
pub fn unlog_refused(db: &Reader, delivery_id: i64, now: &str) -> Result<()> {
    db.execute(
        "UPDATE interactions SET deleted_at = :now, updated_at = :now
         WHERE delivery_id = :delivery AND kind = 'release_refused' AND deleted_at IS NULL",
        named_params! {":delivery": delivery_id, ":now": now},
    )?;
    Ok(())
}
