//! The first screen of the day: what waits for a person, how the last distribution went, and
//! whether the media list is fresh.

mod approvals;
mod soon;

use chrono::{Datelike, Days, TimeZone};
use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::clock;
use crate::db::{Ctx, Reader, ToSql};
use crate::distribution::{self, DueFollowUp};
use crate::enquiry::{self, EnquiryRow};
use crate::error::Result;
use crate::follow_up::FollowUpRow;
use crate::office;
use crate::press_event::{self, DueTask};
use crate::quality::{self, QualityFigures};
use crate::response::list::{counts, rows_where};
use crate::response::work::WAITS;
use crate::response::{ResponseCounts, ResponseRow};

/// A line of work that waits, with the screen that it leads to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingItem {
    /// `responses`, `enquiries`, `tray`, `left`, `unsure`, `by_hand`, `paused`, `bad_address`,
    /// `chats`, `duplicates`.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// The one thing to open when there is but one, or the newest: a response, distribution or
    /// contact according to the kind; 0 = the list.
    pub id: i64,
}

/// How the last distribution stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastDistribution {
    /// The distribution.
    pub id: i64,
    /// Its release.
    pub release_id: i64,
    /// The release's headline.
    pub headline: String,
    /// `running`, `paused`, `cancelled` or `done`.
    pub state: String,
    /// When it was queued, UTC.
    pub created_at: String,
    /// When it ended, UTC, or empty.
    pub ended_at: String,
    /// The frozen audience.
    pub total: i64,
    /// Sent by mail or by hand.
    pub reached: i64,
    /// Still to be sent by mail.
    pub waiting: i64,
    /// Still to be done by hand.
    pub by_hand: i64,
    /// Refused or bounced.
    pub failed: i64,
    /// Nobody can tell whether it arrived.
    pub unsure: i64,
    /// Cancelled or suppressed.
    pub left_out: i64,
    /// Answers of people: replies, opt-outs and RSVPs.
    pub answers: i64,
}

/// How fresh the media list is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Freshness {
    /// Contacts in the media list.
    pub contacts: i64,
    /// Without any address or number.
    pub unreachable: i64,
    /// With an address that bounces.
    pub bad_address: i64,
    /// Neither changed nor contacted for [`STALE_AFTER_DAYS`].
    pub stale: i64,
    /// The days after which a contact counts as stale.
    pub stale_after_days: i64,
    /// Possible duplicates to look at.
    pub duplicates: i64,
    /// Contacts that nothing speaks against: verified, changed or contacted in time, no bounce, no
    /// job left, nothing expired.
    pub fresh: i64,
}

/// What happened since Monday, in the office's zone.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ThisWeek {
    /// The Monday, `YYYY-MM-DD`.
    pub since: String,
    /// Distributions queued.
    pub distributions: i64,
    /// Messages accepted and deliveries done by hand.
    pub reached: i64,
    /// Answers of people.
    pub answers: i64,
    /// Contacts added.
    pub contacts_added: i64,
    /// Communications logged by hand.
    pub logged: i64,
}

pub use approvals::WaitingApproval;
pub use soon::{KeptContact, MOST_COUNTED, Occasion, Retention, retention};

/// The screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Today {
    /// The day in the office's zone, `YYYY-MM-DD`.
    pub day: String,
    /// What waits, the most pressing first; nothing that is zero.
    pub waiting: Vec<WaitingItem>,
    /// The newest responses that wait for a person.
    pub responses: Vec<ResponseRow>,
    /// Numbers of all responses.
    pub response_counts: ResponseCounts,
    /// The last distribution.
    pub last_distribution: Option<LastDistribution>,
    /// Releases about which the office's rule proposes to ask once more; none while it is off.
    pub follow_ups: Vec<DueFollowUp>,
    /// Releases that wait for somebody's approval, those of the person first.
    pub approvals: Vec<WaitingApproval>,
    /// Follow-ups due today or before, the most urgent first.
    pub due: Vec<FollowUpRow>,
    /// Enquiries that are due within two days or late, or whose unit is to be reminded, the most
    /// pressing first.
    pub enquiries: Vec<EnquiryRow>,
    /// What is to be done for press events today or was to be done before, the oldest first.
    pub event_tasks: Vec<DueTask>,
    /// Birthdays and expiries that are near.
    pub soon: Vec<Occasion>,
    /// Contacts past the office's term of keeping.
    pub retention: Retention,
    /// The media list.
    pub freshness: Freshness,
    /// Since Monday.
    pub week: ThisWeek,
    /// How well the press was served in the last 30 days.
    pub quality: QualityFigures,
    /// Releases not sent yet.
    pub drafts: i64,
}

/// A contact untouched for so long wants a look.
pub const STALE_AFTER_DAYS: u64 = crate::review::STALE_AFTER_DAYS;
const SHOWN_RESPONSES: i64 = 8;
/// Days over which the first screen measures quality.
const QUALITY_DAYS: u64 = 30;
const SHOWN_ENQUIRIES: usize = 8;
/// An enquiry that is due within so many days is pressing.
const PRESSING_DAYS: u64 = 2;

/// Gathers the screen.
pub fn show(db: &Reader, ctx: &Ctx, _: ()) -> Result<Today> {
    let zone = office::zone(db)?;
    let day = ctx.now.with_timezone(&zone).date_naive();
    Ok(Today {
        day: day.to_string(),
        waiting: waiting(db, &day.to_string())?,
        responses: rows_where(db, ctx, "r.handled = 0 AND r.kind IN ('reply', 'opt_out', 'rsvp', 'auto_reply', 'challenge') AND r.matched_by <> ''", SHOWN_RESPONSES)?,
        response_counts: counts(db, ctx, None, None)?,
        last_distribution: last_distribution(db)?,
        follow_ups: distribution::due_follow_ups(db, ctx)?,
        approvals: approvals::waiting(db, ctx)?,
        due: soon::due(db, ctx, day)?,
        enquiries: pressing(db, ctx, day)?,
        event_tasks: press_event::due_tasks(db, day)?,
        soon: soon::occasions(db, day)?,
        retention: soon::retention(db, ctx, ())?,
        freshness: freshness(db, ctx)?,
        week: week(db, zone, day)?,
        quality: quality::of_days(db, ctx, QUALITY_DAYS)?,
        drafts: db.number(
            "SELECT COUNT(*) FROM releases r WHERE r.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM distributions s WHERE s.release_id = r.id)",
            &[],
        )?,
    })
}

fn pressing(db: &Reader, ctx: &Ctx, day: chrono::NaiveDate) -> Result<Vec<EnquiryRow>> {
    let soon = clock::to_text(ctx.now + Days::new(PRESSING_DAYS));
    let mut rows = enquiry::rows_where(
        db,
        ctx,
        "e.state IN ('new', 'in_work', 'waiting')
         AND ((e.due_at <> '' AND e.due_at <= :soon) OR (e.remind_on <> '' AND e.remind_on <= :day))",
        named_params! {":soon": soon, ":day": day.to_string()},
    )?;
    rows.truncate(SHOWN_ENQUIRIES);
    Ok(rows)
}

fn waiting(db: &Reader, day: &str) -> Result<Vec<WaitingItem>> {
    let questions = [
        (
            "responses",
            "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM responses r
             WHERE r.handled = 0 AND matched_by <> '' AND kind IN ('reply', 'opt_out', 'rsvp', 'challenge') AND deleted_at IS NULL AND NOT {waits}",
        ),
        (
            "enquiries",
            "SELECT COUNT(*), CASE WHEN COUNT(*) = 1 THEN MAX(id) ELSE 0 END FROM enquiries WHERE state = 'new' AND deleted_at IS NULL",
        ),
        ("unsure", "SELECT COUNT(*), COALESCE(MAX(distribution_id), 0) FROM deliveries WHERE state = 'unsure'"),
        ("paused", "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM distributions WHERE state = 'paused'"),
        ("by_hand", "SELECT COUNT(*), COALESCE(MAX(distribution_id), 0) FROM deliveries WHERE state = 'by_hand'"),
        (
            "tray",
            "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM responses r
             WHERE r.handled = 0 AND matched_by = '' AND deleted_at IS NULL AND NOT {waits}",
        ),
        (
            "left",
            "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM responses r
             WHERE r.handled = 0 AND matched_by <> '' AND kind = 'auto_reply' AND deleted_at IS NULL AND NOT {waits}",
        ),
        (
            "bad_address",
            "SELECT COUNT(DISTINCT c.id), COALESCE(MAX(c.id), 0)
             FROM contact_states s
             JOIN reaches r ON r.value_key = s.address_key AND r.kind = 'email' AND r.deleted_at IS NULL
             JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE s.kind = 'bad_address' AND s.deleted_at IS NULL",
        ),
        (
            "chats",
            "SELECT COUNT(*), CASE WHEN COUNT(DISTINCT p.group_chat_id) = 1 THEN MAX(p.group_chat_id) ELSE 0 END
             FROM group_chat_proposals p
             JOIN group_chats g ON g.id = p.group_chat_id AND g.deleted_at IS NULL
             WHERE p.state = 'open' AND p.deleted_at IS NULL",
        ),
        (
            "duplicates",
            "SELECT COUNT(*), COALESCE(MAX(f.contact_id), 0)
             FROM duplicate_flags f
             JOIN contacts c ON c.id = f.contact_id AND c.deleted_at IS NULL
             JOIN contacts o ON o.id = f.other_id AND o.deleted_at IS NULL
             WHERE f.verdict = '' AND f.deleted_at IS NULL",
        ),
    ];
    let mut items = Vec::new();
    for (kind, sql) in questions {
        // What is put off waits for no person.
        let by_day: &[(&str, &dyn ToSql)] = &[(":today", &day)];
        let bound = if sql.contains("{waits}") { by_day } else { &[] };
        let sql = sql.replace("{waits}", WAITS);
        let (count, id) =
            db.row(&sql, bound, |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default();
        if count > 0 {
            items.push(WaitingItem { kind: kind.to_owned(), count, id });
        }
    }
    Ok(items)
}

fn last_distribution(db: &Reader) -> Result<Option<LastDistribution>> {
    db.row(
        "SELECT s.id, s.release_id, l.headline, s.state, s.created_at, COALESCE(s.ended_at, ''),
                COUNT(d.id),
                COALESCE(SUM(CASE WHEN d.state IN ('accepted', 'done_by_hand') THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state IN ('queued', 'sending', 'deferred') THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state = 'by_hand' THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state IN ('refused', 'bounced') THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state = 'unsure' THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.state IN ('cancelled', 'suppressed') THEN 1 ELSE 0 END), 0),
                (SELECT COUNT(*) FROM responses p
                 JOIN deliveries x ON x.id = p.delivery_id AND x.distribution_id = s.id
                 WHERE p.kind IN ('reply', 'opt_out', 'rsvp') AND p.deleted_at IS NULL)
         FROM distributions s
         JOIN releases l ON l.id = s.release_id
         LEFT JOIN deliveries d ON d.distribution_id = s.id
         WHERE s.id = (SELECT MAX(id) FROM distributions WHERE parent_id = 0)
         GROUP BY s.id, s.release_id, l.headline, s.state, s.created_at, s.ended_at",
        &[],
        |row| {
            Ok(LastDistribution {
                id: row.get(0)?,
                release_id: row.get(1)?,
                headline: row.get(2)?,
                state: row.get(3)?,
                created_at: row.get(4)?,
                ended_at: row.get(5)?,
                total: row.get(6)?,
                reached: row.get(7)?,
                waiting: row.get(8)?,
                by_hand: row.get(9)?,
                failed: row.get(10)?,
                unsure: row.get(11)?,
                left_out: row.get(12)?,
                answers: row.get(13)?,
            })
        },
    )
}

fn freshness(db: &Reader, ctx: &Ctx) -> Result<Freshness> {
    let before = clock::to_text(ctx.now - Days::new(STALE_AFTER_DAYS));
    let number = |sql: &str| db.number(sql, &[]);
    let (fresh, contacts) = crate::review::fresh_share(db, ctx)?;
    Ok(Freshness {
        fresh,
        contacts,
        unreachable: number(
            "SELECT COUNT(*) FROM contacts c
             WHERE c.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL)",
        )?,
        bad_address: number(
            "SELECT COUNT(DISTINCT r.contact_id)
             FROM contact_states s
             JOIN reaches r ON r.value_key = s.address_key AND r.kind = 'email' AND r.deleted_at IS NULL
             JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE s.kind = 'bad_address' AND s.deleted_at IS NULL",
        )?,
        stale: db.number(
            "SELECT COUNT(*) FROM contacts c
             WHERE c.deleted_at IS NULL AND c.updated_at < :before
               AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.contact_id = c.id AND i.at >= :before AND i.deleted_at IS NULL)",
            named_params! {":before": before},
        )?,
        stale_after_days: i64::try_from(STALE_AFTER_DAYS).unwrap_or(i64::MAX),
        duplicates: number(
            "SELECT COUNT(*) FROM duplicate_flags f
             JOIN contacts c ON c.id = f.contact_id AND c.deleted_at IS NULL
             JOIN contacts o ON o.id = f.other_id AND o.deleted_at IS NULL
             WHERE f.verdict = '' AND f.deleted_at IS NULL",
        )?,
    })
}

fn week(db: &Reader, zone: chrono_tz::Tz, day: chrono::NaiveDate) -> Result<ThisWeek> {
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let midnight =
        monday.and_hms_opt(0, 0, 0).and_then(|at| zone.from_local_datetime(&at).earliest());
    let since = midnight.map_or_else(|| monday.to_string(), |at| clock::to_text(at.to_utc()));
    let number = |sql: &str| db.number(sql, named_params! {":since": since});
    Ok(ThisWeek {
        since: monday.to_string(),
        distributions: number("SELECT COUNT(*) FROM distributions WHERE created_at >= :since")?,
        reached: number("SELECT COUNT(*) FROM deliveries WHERE state IN ('accepted', 'done_by_hand') AND changed_at >= :since")?,
        answers: number("SELECT COUNT(*) FROM responses WHERE kind IN ('reply', 'opt_out', 'rsvp') AND received_at >= :since AND deleted_at IS NULL")?,
        contacts_added: number("SELECT COUNT(*) FROM contacts WHERE created_at >= :since AND deleted_at IS NULL")?,
        logged: number(
            "SELECT COUNT(*) FROM interactions
             WHERE kind IN ('call', 'whatsapp', 'meeting', 'mail', 'note') AND at >= :since AND deleted_at IS NULL",
        )?,
    })
}
