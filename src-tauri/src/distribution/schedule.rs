//! When a distribution leaves: at once, at an instant, or when a connection is there; in waves.
//!
//! Each delivery keeps the earliest instant at which it may leave, and the queue looks at it when
//! it claims and once more when it makes its mark. A wave is *let go* when its instant has come;
//! one for which this machine comes too late, because it was off or asleep, pauses its
//! distribution instead.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::guard;
use super::instant::Instant;
use super::{DistributionDetail, DistributionState, announce, show, state, unknown};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::{clock, office, settings};

/// Setting: so many minutes late a wave still leaves by itself; 0 to a week.
pub const GRACE_KEY: &str = "schedule_grace_minutes";
/// Two hours.
const GRACE: i64 = 120;
const MOST_GRACE: i64 = 7 * 24 * 60;

/// So late is on time, whatever the office says: the queue is looked at every few seconds, and up to
/// a minute after a limit.
const PUNCTUAL: Duration = Duration::minutes(2);

/// Why a distribution is paused whose time has passed unused.
pub const MISSED: &str = "distribution-paused-missed";

/// How long after its hour a wave may still leave without a person's word.
pub fn grace(db: &Reader) -> Result<Duration> {
    let minutes = settings::value(db, GRACE_KEY, "")?.parse().unwrap_or(GRACE);
    Ok(Duration::minutes(minutes.clamp(0, MOST_GRACE)))
}

/// What the office has decided about sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SendingRules {
    /// Setting `guard_days`: so many days without a second message to the same person; 0 = off.
    pub guard_days: i64,
    /// Setting `schedule_grace_minutes`: so late a missed hour is still made up for.
    pub grace_minutes: i64,
    /// Setting `acknowledge_opt_out`: whether whoever asks not to be written to is told by mail that
    /// it was heard.
    pub acknowledge_opt_out: bool,
    /// Setting `closing_while_sending`: `tray` = goes on there, `ask` = asks each time.
    pub closing: String,
}

/// Setting: what becomes of the window that is closed while mail is leaving.
pub const CLOSING_KEY: &str = "closing_while_sending";

/// What the office has decided about sending.
pub fn sending_rules(db: &Reader, _ctx: &Ctx, _: ()) -> Result<SendingRules> {
    Ok(SendingRules {
        guard_days: guard::days(db)?,
        grace_minutes: grace(db)?.num_minutes(),
        acknowledge_opt_out: settings::value(db, "acknowledge_opt_out", "0")? == "1",
        closing: settings::value(db, CLOSING_KEY, "tray")?,
    })
}

/// When a distribution shall leave.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct When {
    /// `2026-12-01 08:00 WIB`; without a zone: the office's. None = at once.
    pub at: Option<String>,
    /// As soon as the mail server can be reached; not together with `at`.
    #[ts(optional, as = "Option<bool>")]
    pub when_online: bool,
}

/// What [`When`] comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Timing {
    /// The instant and its zone; none = at once or with the connection.
    pub at: Option<Instant>,
    pub awaits_connection: bool,
}

impl When {
    /// Understands it; an instant that has passed is refused.
    pub(super) fn read(&self, db: &Reader, now: DateTime<Utc>) -> Result<Timing> {
        let Some(text) = self.at.as_deref().filter(|text| !text.trim().is_empty()) else {
            return Ok(Timing { at: None, awaits_connection: self.when_online });
        };
        if self.when_online {
            return Err(Error::invalid("at", "distribution-time-or-connection"));
        }
        let at = Instant::read(text, office::zone(db)?, "at")?;
        if at.at <= now {
            let language = settings::value(db, "language", "id")?;
            return Err(
                Error::invalid("at", "distribution-time-passed").arg("when", at.written(&language))
            );
        }
        Ok(Timing { at: Some(at), awaits_connection: false })
    }
}

/// A wave as it is asked for: all of these get it so long after the first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct Wave {
    /// Recipient lists.
    pub lists: Vec<i64>,
    /// Minutes after the distribution begins; 0 to a week.
    pub minutes: i64,
    /// Chat groups.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub groups: Vec<i64>,
    /// Outlets whose newsrooms get it.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub newsrooms: Vec<i64>,
}

/// What a wave is called: its lists, chat groups and outlets; who is gone has no name.
pub(super) fn label(db: &Reader, wave: &Wave) -> Result<String> {
    let mut names = Vec::new();
    for (table, ids) in [
        ("recipient_lists", &wave.lists),
        ("group_chats", &wave.groups),
        ("organisations", &wave.newsrooms),
    ] {
        let sql = format!("SELECT name FROM {table} WHERE id = :id AND deleted_at IS NULL");
        for id in ids {
            let name: Option<String> = db.row(&sql, named_params! {":id": id}, |row| row.get(0))?;
            names.extend(name);
        }
    }
    Ok(names.join(", "))
}

/// A wave before it is queued.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedWave {
    /// Minutes after the distribution begins.
    pub minutes: i64,
    /// The names of its lists, chat groups and outlets.
    pub label: String,
    /// How many people, groups and newsrooms it reaches.
    pub people: i64,
}

/// A wave of a distribution.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaveRow {
    /// Its place, from 0.
    pub wave: i64,
    /// Minutes after the first.
    pub minutes: i64,
    /// The names of its lists.
    pub label: String,
    /// The earliest instant at which it leaves, UTC; empty = the connection is awaited.
    pub not_before: String,
    /// When it was let go, UTC; empty = it waits.
    pub begun_at: String,
    /// How many people it has.
    pub total: i64,
    /// Of these, how many still wait for their turn, by mail or by hand.
    pub waiting: i64,
}

/// The waves of a distribution, in order.
pub fn waves(db: &Reader, distribution_id: i64) -> Result<Vec<WaveRow>> {
    db.rows(
        "SELECT w.wave, w.minutes, w.label, w.not_before, w.begun_at, COUNT(d.id),
                COALESCE(SUM(CASE WHEN d.state IN ('queued', 'sending', 'deferred', 'by_hand') THEN 1 ELSE 0 END), 0)
         FROM distribution_waves w
         LEFT JOIN deliveries d ON d.distribution_id = w.distribution_id AND d.wave = w.wave
         WHERE w.distribution_id = :id
         GROUP BY w.id, w.wave, w.minutes, w.label, w.not_before, w.begun_at
         ORDER BY w.wave",
        named_params! {":id": distribution_id},
        |row| {
            Ok(WaveRow {
                wave: row.get(0)?,
                minutes: row.get(1)?,
                label: row.get(2)?,
                not_before: row.get(3)?,
                begun_at: row.get(4)?,
                total: row.get(5)?,
                waiting: row.get(6)?,
            })
        },
    )
}

/// The earliest instant of a wave, as it is stored; empty while the connection is awaited.
pub(super) fn earliest(timing: &Timing, minutes: i64, now: DateTime<Utc>) -> String {
    if timing.awaits_connection {
        return String::new();
    }
    let base = timing.at.map_or(now, |instant| instant.at);
    clock::to_text(base + Duration::minutes(minutes))
}

/// Puts down the waves of a distribution that is being queued. What may leave at once is let go.
pub(super) fn put_down(
    db: &Reader,
    distribution_id: i64,
    timing: &Timing,
    waves: &[PlannedWave],
    now: DateTime<Utc>,
) -> Result<()> {
    for (number, wave) in waves.iter().enumerate() {
        let begins = timing.at.is_none() && !timing.awaits_connection && wave.minutes == 0;
        db.execute(
            "INSERT INTO distribution_waves (distribution_id, wave, minutes, label, not_before, begun_at)
             VALUES (:distribution, :wave, :minutes, :label, :not_before, :begun)",
            named_params! {":distribution": distribution_id, ":wave": i64::try_from(number).unwrap_or(i64::MAX),
                ":minutes": wave.minutes, ":label": wave.label, ":not_before": earliest(timing, wave.minutes, now),
                ":begun": if begins { clock::to_text(now) } else { String::new() }},
        )?;
    }
    Ok(())
}

/// Waves whose instant has come and that were not let go.
const DUE: &str = "FROM distribution_waves w
    JOIN distributions s ON s.id = w.distribution_id
    WHERE w.begun_at = '' AND w.not_before <= :now AND s.state = 'running' AND s.connection <> 'awaited'";

/// Whether there is a wave for [`open`].
pub fn is_due(db: &Reader, now: DateTime<Utc>) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 {DUE})");
    Ok(db.number(&sql, named_params! {":now": clock::to_text(now)})? == 1)
}

/// Lets every wave go whose instant has come, and pauses the distributions of those for which it
/// is too late. Asked in the transaction that claims, so that two processes agree and a wave that
/// became late in the middle of a run is noticed as well.
pub fn open(db: &Reader, now: DateTime<Utc>) -> Result<()> {
    let now_text = clock::to_text(now);
    let due: Vec<(i64, i64, String, String, bool)> = db.rows(
        &format!(
            "SELECT w.id, w.distribution_id, w.not_before, s.zone,
                    EXISTS (SELECT 1 FROM deliveries d
                            WHERE d.distribution_id = w.distribution_id AND d.wave = w.wave
                              AND d.state IN ('queued', 'sending', 'deferred'))
             {DUE}
             ORDER BY w.distribution_id, w.wave"
        ),
        named_params! {":now": now_text},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
    )?;
    if due.is_empty() {
        return Ok(());
    }
    let grace = grace(db)?.max(PUNCTUAL);
    for (id, distribution_id, not_before, zone, has_mail) in due {
        let late = clock::from_text(&not_before).map_or(Duration::zero(), |at| now - at);
        // Nothing leaves by itself where there is no mail: a late hour holds nobody up.
        if late > grace && has_mail {
            pause_missed(db, distribution_id, &not_before, &zone)?;
        } else {
            let_go(db, id, distribution_id, &now_text)?;
        }
    }
    Ok(())
}

fn let_go(db: &Reader, id: i64, distribution_id: i64, now: &str) -> Result<()> {
    // A distribution that an earlier wave has just paused keeps the later ones waiting.
    db.execute(
        "UPDATE distribution_waves SET begun_at = :now
         WHERE id = :id AND EXISTS (SELECT 1 FROM distributions s WHERE s.id = distribution_id AND s.state = 'running')",
        named_params! {":id": id, ":now": now},
    )?;
    db.execute(
        "UPDATE distributions SET begun_at = :now WHERE id = :id AND begun_at = '' AND state = 'running'",
        named_params! {":id": distribution_id, ":now": now},
    )?;
    Ok(())
}

fn pause_missed(db: &Reader, distribution_id: i64, not_before: &str, zone: &str) -> Result<()> {
    let language = settings::value(db, "language", "id")?;
    let zone = zone.parse().map_or_else(|_| office::zone(db), Ok)?;
    let words = clock::from_text(not_before)
        .map(|at| Instant { at, zone }.written(&language))
        .unwrap_or_default();
    db.execute(
        "UPDATE distributions SET state = 'paused', paused_text = :text, paused_words = :words WHERE id = :id AND state = 'running'",
        named_params! {":id": distribution_id, ":text": MISSED, ":words": words},
    )?;
    Ok(())
}

/// A person's word lets everything go whose time has come, however late.
pub(super) fn let_go_late(db: &Reader, distribution_id: i64, now: &str) -> Result<()> {
    let changed = db.execute(
        "UPDATE distribution_waves SET begun_at = :now
         WHERE distribution_id = :id AND begun_at = '' AND not_before <> '' AND not_before <= :now",
        named_params! {":id": distribution_id, ":now": now},
    )?;
    if changed > 0 {
        db.execute(
            "UPDATE distributions SET begun_at = :now WHERE id = :id AND begun_at = ''",
            named_params! {":id": distribution_id, ":now": now},
        )?;
    }
    Ok(())
}

/// Distributions that wait for a connection, with their accounts.
pub fn awaiting_connection(db: &Reader, only: i64) -> Result<Vec<(i64, i64)>> {
    db.rows(
        "SELECT id, account_id FROM distributions
         WHERE state = 'running' AND connection = 'awaited' AND (:only = 0 OR id = :only)
         ORDER BY id",
        named_params! {":only": only},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The mail server answers: the clock of a distribution that waited for it begins to run. False
/// when another process was first.
pub fn found_connection(db: &Reader, distribution_id: i64, now: DateTime<Utc>) -> Result<bool> {
    let changed = db.execute(
        "UPDATE distributions SET connection = 'found' WHERE id = :id AND connection = 'awaited' AND state = 'running'",
        named_params! {":id": distribution_id},
    )?;
    if changed > 0 {
        // One that had begun and lost the line keeps its hours.
        move_waves(db, distribution_id, "not_before = ''", &|minutes| {
            clock::to_text(now + Duration::minutes(minutes))
        })?;
    }
    Ok(changed > 0)
}

/// Whether there is a distribution for [`wait_again`].
pub fn lost_connection(db: &Reader) -> Result<bool> {
    let lost = db.number(
        "SELECT COUNT(*) FROM distributions
         WHERE state = 'paused' AND connection = 'found' AND paused_text = 'distribution-paused-unreachable'",
        &[],
    )?;
    Ok(lost > 0)
}

/// Distributions that were to leave with the connection and lost it wait for it again.
pub fn wait_again(db: &Reader) -> Result<()> {
    db.execute(
        "UPDATE distributions SET state = 'running', connection = 'awaited', paused_text = '', paused_words = ''
         WHERE state = 'paused' AND connection = 'found' AND paused_text = 'distribution-paused-unreachable'",
        &[],
    )?;
    Ok(())
}

/// Gives waves that were not let go another instant, and their deliveries with them.
fn move_waves(
    db: &Reader,
    distribution_id: i64,
    which: &str,
    earliest: &dyn Fn(i64) -> String,
) -> Result<()> {
    let waves: Vec<(i64, i64)> = db.rows(
        &format!(
            "SELECT wave, minutes FROM distribution_waves
             WHERE distribution_id = :id AND begun_at = '' AND {which}
             ORDER BY wave"
        ),
        named_params! {":id": distribution_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (wave, minutes) in waves {
        let not_before = earliest(minutes);
        db.execute(
            "UPDATE distribution_waves SET not_before = :not_before WHERE distribution_id = :id AND wave = :wave",
            named_params! {":id": distribution_id, ":wave": wave, ":not_before": not_before},
        )?;
        db.execute(
            "UPDATE deliveries SET not_before = :not_before, next_at = CASE WHEN state = 'queued' THEN :not_before ELSE next_at END
             WHERE distribution_id = :id AND wave = :wave AND state IN ('queued', 'by_hand')",
            named_params! {":id": distribution_id, ":wave": wave, ":not_before": not_before},
        )?;
    }
    Ok(())
}

/// Another time for what has not been let go.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct Reschedule {
    /// The distribution.
    pub distribution_id: i64,
    /// Its new time; at once where nothing is said.
    #[serde(flatten)]
    #[ts(flatten)]
    pub when: When,
}

/// Gives a distribution another time; of one whose first waves are under way, the waves that
/// still wait keep their distances and move together. A missed one is no longer paused, nor one that
/// had not begun; what a person has paused on its way stays so.
pub fn reschedule(db: &Writer, ctx: &Ctx, order: Reschedule) -> Result<DistributionDetail> {
    let id = order.distribution_id;
    let stands = state(db, id)?;
    let first: Option<i64> = db
        .row(
            "SELECT MIN(minutes) FROM distribution_waves WHERE distribution_id = :id AND begun_at = ''",
            named_params! {":id": id},
            |row| row.get::<_, Option<i64>>(0),
        )?
        .flatten();
    let waits = matches!(stands, DistributionState::Running | DistributionState::Paused);
    let Some(first) = first.filter(|_| waits) else {
        return Err(Error::new(Code::Conflict, "distribution-under-way").arg("id", id));
    };
    let timing = order.when.read(db, ctx.now)?;
    let embargo: String = db
        .row(
            "SELECT embargo_at FROM distributions WHERE id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?
        .ok_or_else(|| unknown(id))?;
    check_embargo(clock::from_text(&embargo), &timing, ctx.now)?;
    let begun = db.number(
        "SELECT COUNT(*) FROM distributions WHERE id = :id AND begun_at <> ''",
        named_params! {":id": id},
    )? > 0;
    if begun && timing.awaits_connection {
        // What is under way would be held up as well.
        return Err(Error::new(Code::Conflict, "distribution-under-way").arg("id", id));
    }
    let zone = timing.at.map_or_else(|| office::zone(db), |instant| Ok(instant.zone))?;
    db.execute(
        "UPDATE distributions
         SET state = CASE WHEN begun_at = '' OR paused_text = :missed THEN 'running' ELSE state END,
             paused_words = CASE WHEN begun_at = '' OR paused_text = :missed THEN '' ELSE paused_words END,
             paused_text = CASE WHEN begun_at = '' OR paused_text = :missed THEN '' ELSE paused_text END,
             zone = :zone, connection = :connection,
             send_at = CASE WHEN begun_at = '' THEN :at ELSE send_at END
         WHERE id = :id",
        named_params! {":id": id, ":zone": zone.name(), ":missed": MISSED,
            ":connection": if timing.awaits_connection { "awaited" } else { "" },
            ":at": timing.at.map(|instant| instant.stored()).unwrap_or_default()},
    )?;
    move_waves(db, id, "1 = 1", &|minutes| earliest(&timing, minutes - first, ctx.now))?;
    db.action_id()?;
    announce(db);
    show(db, ctx, id)
}

/// An embargo that has ended when the message leaves is none.
pub(super) fn check_embargo(
    ends: Option<DateTime<Utc>>,
    timing: &Timing,
    now: DateTime<Utc>,
) -> Result<()> {
    let leaves = timing.at.map_or(now, |instant| instant.at);
    match ends {
        Some(ends) if ends <= leaves => {
            Err(Error::invalid("embargo", "distribution-embargo-too-early"))
        }
        _ => Ok(()),
    }
}

/// Mail that is leaving now: in the queue of distributions that have begun.
pub fn under_way(db: &Reader) -> Result<i64> {
    db.number(
        "SELECT COUNT(*)
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id AND d.state IN ('queued', 'sending') AND d.next_at <= :now
         WHERE s.state = 'running' AND s.begun_at <> '' AND s.connection <> 'awaited'",
        named_params! {":now": clock::to_text(clock::now())},
    )
}

/// Distributions that have begun and are not over.
pub fn running(db: &Reader) -> Result<BTreeSet<i64>> {
    let running = db.rows(
        "SELECT id FROM distributions WHERE state = 'running' AND begun_at <> ''",
        &[],
        |row| row.get(0),
    )?;
    Ok(running.into_iter().collect())
}

/// Distributions that have begun and are not over, those included that are paused.
pub fn unfinished(db: &Reader) -> Result<BTreeSet<i64>> {
    let unfinished = db.rows(
        "SELECT id FROM distributions WHERE (state = 'running' AND begun_at <> '') OR state = 'paused'",
        &[],
        |row| row.get(0),
    )?;
    Ok(unfinished.into_iter().collect())
}
