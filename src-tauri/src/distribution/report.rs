//! What became of a distribution, for the chief: sums by channel, every recipient and everybody
//! who was left out, who did what when, and which text it was.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::progress::{DistributionDetail, show};
use super::{DeliveryState, DistributionRow, Purpose, row};
use crate::choice;
use crate::coverage::{self, CoverageCounts, CoverageFilter, CoverageRow};
use crate::db::{Ctx, Reader};
use crate::error::Result;

/// What became of one channel's deliveries. `sent`, `waiting`, `refused`, `bounced`, `unsure`,
/// `cancelled` and `suppressed` add up to `total`; answers are counted by people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ChannelSums {
    /// `mail`, `by_hand` …: its name is `report-channel-…`; empty = all of them.
    pub channel: String,
    /// Deliveries.
    pub total: i64,
    /// Taken over by the server, or done by a person.
    pub sent: i64,
    /// Still to be sent or done.
    pub waiting: i64,
    /// Refused for good.
    pub refused: i64,
    /// Came back.
    pub bounced: i64,
    /// Possibly sent.
    pub unsure: i64,
    /// Cancelled before they left.
    pub cancelled: i64,
    /// Held back at the last moment.
    pub suppressed: i64,
    /// People who replied.
    pub replied: i64,
    /// People who want no more mail.
    pub opted_out: i64,
    /// People whose program answered for them.
    pub auto_replied: i64,
    /// People whose last word on an invitation was yes.
    pub coming: i64,
    /// People whose last word on an invitation was no.
    pub not_coming: i64,
    /// People whose last word on an invitation was perhaps.
    pub perhaps: i64,
}

impl ChannelSums {
    fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.sent += other.sent;
        self.waiting += other.waiting;
        self.refused += other.refused;
        self.bounced += other.bounced;
        self.unsure += other.unsure;
        self.cancelled += other.cancelled;
        self.suppressed += other.suppressed;
        self.replied += other.replied;
        self.opted_out += other.opted_out;
        self.auto_replied += other.auto_replied;
        self.coming += other.coming;
        self.not_coming += other.not_coming;
        self.perhaps += other.perhaps;
    }
}

/// Which text went out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportVersion {
    /// Counts within the release, from 1.
    pub ordinal: i64,
    /// Its headline.
    pub headline: String,
    /// When it was kept, UTC.
    pub at: String,
    /// Who approved just this text; empty = nobody.
    pub approver: String,
    /// When, UTC; empty = never.
    pub approved_at: String,
}

/// From which account it was sent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportAccount {
    /// Sender's name.
    pub from_name: String,
    /// Sender's address; empty = the outbox folder.
    pub from_address: String,
    /// Mails taken over by its server.
    pub sent: i64,
}

/// Who got which text of a release in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LanguageSums {
    /// `id` or `en`.
    pub language: String,
    /// Deliveries with this text, by whatever channel.
    pub total: i64,
    /// Of those, taken over by the server or done by a person.
    pub sent: i64,
}

choice! {
    /// Something that was done with a distribution.
    ReportStepKind {
        /// Put into the queue.
        Queued = "queued",
        /// The first message was let go.
        Begun = "begun",
        /// A later wave was let go.
        Wave = "wave",
        /// What had failed was tried again.
        Retried = "retried",
        /// Sent to addresses that were put right.
        Resend = "resend",
        /// Asked once more.
        FollowUp = "follow_up",
        /// No mail was left to send.
        Ended = "ended",
        /// What was unsent stays unsent.
        Cancelled = "cancelled",
    }
}

/// Something that was done with a distribution.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportStep {
    /// What; its name is `report-step-…`.
    pub kind: ReportStepKind,
    /// When, UTC.
    pub at: String,
    /// Who; empty = Warta by itself.
    pub actor: String,
    /// How many people or messages.
    pub count: i64,
    /// The lists of a wave; else empty.
    pub note: String,
    /// The small distribution; 0 = none.
    pub distribution_id: i64,
}

/// The report of one distribution.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DistributionReport {
    /// The distribution with its exclusions, waves and what was seen before it was queued.
    pub detail: DistributionDetail,
    /// When this was read, UTC.
    pub as_of: String,
    /// Why it takes up an earlier one; none = it stands for itself.
    #[ts(optional)]
    pub purpose: Option<Purpose>,
    /// The earlier one; 0 = none.
    pub parent_id: i64,
    /// Which text went out; none = it was not kept.
    #[ts(optional)]
    pub release_version: Option<ReportVersion>,
    /// Who got which text, the release's own first; empty = it went out in one language.
    pub languages: Vec<LanguageSums>,
    /// From where.
    pub accounts: Vec<ReportAccount>,
    /// By channel, the one with most first.
    pub channels: Vec<ChannelSums>,
    /// All channels together.
    pub sums: ChannelSums,
    /// Who did what when, in order.
    pub steps: Vec<ReportStep>,
    /// What followed from it, in order.
    pub followed_by: Vec<DistributionRow>,
    /// What was published of its release, counted.
    pub coverage_counts: CoverageCounts,
    /// The same, the newest first, at most 500.
    pub coverage: Vec<CoverageRow>,
}

/// Pieces that a report lists; the room of coverage has all of them.
const MOST_PIECES: i64 = 500;

/// Gathers the report.
pub fn report(db: &Reader, ctx: &Ctx, id: i64) -> Result<DistributionReport> {
    let mut detail = show(db, ctx, id)?;
    // Only what is the same for everybody can be said here.
    for (field, value) in [("headline", &detail.row.headline), ("number", &detail.row.number)] {
        detail.subject = detail.subject.replace(&format!("{{{{{field}}}}}"), value.trim());
    }
    let (parent_id, purpose, version_id, account_id): (i64, String, i64, i64) = db
        .row(
            "SELECT parent_id, purpose, release_version_id, account_id FROM distributions WHERE id = :id",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?
        .unwrap_or_default();
    let channels = channels(db, id)?;
    let mut sums = ChannelSums::default();
    channels.iter().for_each(|one| sums.add(one));
    let followed_by = followed_by(db, id)?;
    let of_release = CoverageFilter {
        release_id: Some(detail.row.release_id),
        limit: Some(MOST_PIECES),
        ..CoverageFilter::default()
    };
    let published = coverage::list(db, ctx, of_release)?;
    Ok(DistributionReport {
        as_of: ctx.now_text(),
        purpose: Purpose::from_word(&purpose),
        parent_id,
        release_version: version(db, version_id)?,
        languages: languages(db, id)?,
        accounts: accounts(db, id, account_id)?,
        steps: steps(db, &detail)?,
        channels,
        sums,
        followed_by,
        coverage_counts: published.counts,
        coverage: published.rows,
        detail,
    })
}

fn followed_by(db: &Reader, id: i64) -> Result<Vec<DistributionRow>> {
    let ids: Vec<i64> = db.rows(
        "SELECT id FROM distributions WHERE parent_id = :id AND parent_id <> 0 ORDER BY id",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    ids.into_iter().map(|id| row(db, id)).collect()
}

/// What came back to each delivery: whether there was a reply and so on, and the last RSVP.
const ANSWERS: &str = "
    SELECT p.delivery_id,
           MAX(CASE WHEN p.kind = 'reply' THEN 1 ELSE 0 END) AS replied,
           MAX(CASE WHEN p.kind = 'opt_out' THEN 1 ELSE 0 END) AS opted_out,
           MAX(CASE WHEN p.kind = 'auto_reply' THEN 1 ELSE 0 END) AS auto_replied,
           MAX(CASE WHEN p.kind = 'rsvp' THEN p.id ELSE 0 END) AS rsvp_id,
           MAX(CASE WHEN p.kind IN ('reply', 'opt_out', 'rsvp') THEN p.id ELSE 0 END) AS last_id
    FROM responses p
    JOIN deliveries d ON d.id = p.delivery_id AND d.distribution_id = :id
    WHERE p.deleted_at IS NULL
    GROUP BY p.delivery_id";

/// Somebody's last word on an invitation (RFC 5545): that of the guest `e`, however it came, else that
/// of the answer `v`, which is stored in lower case.
const RSVP: &str = "
    CASE COALESCE(e.rsvp, '') WHEN 'yes' THEN 'ACCEPTED' WHEN 'no' THEN 'DECLINED' WHEN 'maybe' THEN 'TENTATIVE'
         ELSE UPPER(COALESCE(v.rsvp_partstat, '')) END";

fn channels(db: &Reader, id: i64) -> Result<Vec<ChannelSums>> {
    db.rows(
        &format!(
            "WITH answers AS ({ANSWERS})
             SELECT d.channel, COUNT(*),
                    SUM(CASE WHEN d.state IN ('accepted', 'done_by_hand') THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state IN ('queued', 'sending', 'deferred', 'by_hand') THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state = 'refused' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state = 'bounced' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state = 'unsure' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state = 'cancelled' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN d.state = 'suppressed' THEN 1 ELSE 0 END),
                    SUM(COALESCE(a.replied, 0)), SUM(COALESCE(a.opted_out, 0)), SUM(COALESCE(a.auto_replied, 0)),
                    SUM(CASE WHEN {RSVP} = 'ACCEPTED' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN {RSVP} = 'DECLINED' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN {RSVP} = 'TENTATIVE' THEN 1 ELSE 0 END)
             FROM deliveries d
             LEFT JOIN event_guests e ON e.id = d.guest_id
             LEFT JOIN answers a ON a.delivery_id = d.id
             LEFT JOIN responses v ON v.id = a.rsvp_id
             WHERE d.distribution_id = :id
             GROUP BY d.channel
             ORDER BY COUNT(*) DESC, d.channel"
        ),
        named_params! {":id": id},
        |row| {
            Ok(ChannelSums {
                channel: row.get(0)?,
                total: row.get(1)?,
                sent: row.get(2)?,
                waiting: row.get(3)?,
                refused: row.get(4)?,
                bounced: row.get(5)?,
                unsure: row.get(6)?,
                cancelled: row.get(7)?,
                suppressed: row.get(8)?,
                replied: row.get(9)?,
                opted_out: row.get(10)?,
                auto_replied: row.get(11)?,
                coming: row.get(12)?,
                not_coming: row.get(13)?,
                perhaps: row.get(14)?,
            })
        },
    )
}

/// The language of a delivery's text: its own where it has one, else the distribution's.
const TEXT_LANGUAGE: &str = "CASE d.language WHEN '' THEN (SELECT n.language FROM distributions n WHERE n.id = d.distribution_id) ELSE d.language END";

fn languages(db: &Reader, id: i64) -> Result<Vec<LanguageSums>> {
    let all: Vec<LanguageSums> = db.rows(
        &format!(
            "SELECT {TEXT_LANGUAGE}, COUNT(*), SUM(CASE WHEN d.state IN ('accepted', 'done_by_hand') THEN 1 ELSE 0 END)
             FROM deliveries d
             WHERE d.distribution_id = :id
             GROUP BY d.language
             ORDER BY d.language"
        ),
        named_params! {":id": id},
        |row| Ok(LanguageSums { language: row.get(0)?, total: row.get(1)?, sent: row.get(2)? }),
    )?;
    let other = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id AND language <> ''",
        named_params! {":id": id},
    )?;
    Ok(if other > 0 { all } else { Vec::new() })
}

fn version(db: &Reader, version_id: i64) -> Result<Option<ReportVersion>> {
    db.row(
        "SELECT v.ordinal, v.headline, v.at,
                COALESCE((SELECT CASE WHEN p.approver <> '' THEN p.approver ELSE p.actor END
                          FROM release_steps p
                          WHERE p.release_version_id = v.id AND p.step = 'approved' AND p.deleted_at IS NULL
                          ORDER BY p.id DESC LIMIT 1), ''),
                COALESCE((SELECT p.at
                          FROM release_steps p
                          WHERE p.release_version_id = v.id AND p.step = 'approved' AND p.deleted_at IS NULL
                          ORDER BY p.id DESC LIMIT 1), '')
         FROM release_versions v
         WHERE v.id = :id",
        named_params! {":id": version_id},
        |row| {
            Ok(ReportVersion {
                ordinal: row.get(0)?,
                headline: row.get(1)?,
                at: row.get(2)?,
                approver: row.get(3)?,
                approved_at: row.get(4)?,
            })
        },
    )
}

fn accounts(db: &Reader, id: i64, account_id: i64) -> Result<Vec<ReportAccount>> {
    let sent = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id AND channel = 'mail' AND state IN ('accepted', 'bounced')",
        named_params! {":id": id},
    )?;
    // Also one that was removed since: it is what recipients saw.
    let found = db.row(
        "SELECT from_name, from_address FROM accounts WHERE id = :account",
        named_params! {":account": account_id},
        |row| Ok(ReportAccount { from_name: row.get(0)?, from_address: row.get(1)?, sent }),
    )?;
    Ok(vec![found.unwrap_or(ReportAccount {
        from_name: String::new(),
        from_address: String::new(),
        sent,
    })])
}

fn steps(db: &Reader, detail: &DistributionDetail) -> Result<Vec<ReportStep>> {
    let of = &detail.row;
    let step = |kind, at: &str, actor: &str, count| ReportStep {
        kind,
        at: at.to_owned(),
        actor: actor.to_owned(),
        count,
        note: String::new(),
        distribution_id: 0,
    };
    let mut steps = vec![step(ReportStepKind::Queued, &of.created_at, &of.actor, of.counts.total)];
    if !of.begun_at.is_empty() && of.begun_at != of.created_at {
        steps.push(step(ReportStepKind::Begun, &of.begun_at, "", 0));
    }
    for wave in detail.waves.iter().filter(|wave| wave.wave > 0 && !wave.begun_at.is_empty()) {
        let note = wave.label.clone();
        steps.push(ReportStep {
            note,
            ..step(ReportStepKind::Wave, &wave.begun_at, "", wave.total)
        });
    }
    steps.extend(db.rows(
        "SELECT at, actor, messages FROM distribution_retries WHERE distribution_id = :id ORDER BY id",
        named_params! {":id": of.id},
        |row| {
            let (at, actor): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(step(ReportStepKind::Retried, &at, &actor, row.get(2)?))
        },
    )?);
    let small: Vec<(i64, String, String, String, i64)> = db.rows(
        "SELECT s.id, s.purpose, s.created_at, s.actor, (SELECT COUNT(*) FROM deliveries d WHERE d.distribution_id = s.id)
         FROM distributions s
         WHERE s.parent_id = :id AND s.parent_id <> 0
         ORDER BY s.id",
        named_params! {":id": of.id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
    )?;
    for (distribution_id, purpose, at, actor, count) in small {
        let kind = match Purpose::from_word(&purpose) {
            Some(Purpose::Resend) => ReportStepKind::Resend,
            _ => ReportStepKind::FollowUp,
        };
        steps.push(ReportStep { distribution_id, ..step(kind, &at, &actor, count) });
    }
    if let Some(ended) = &of.ended_at {
        let kind = if of.state == super::DistributionState::Cancelled {
            ReportStepKind::Cancelled
        } else {
            ReportStepKind::Ended
        };
        steps.push(step(kind, ended, "", 0));
    }
    // What was done first stands first, also where two things were done within one second.
    steps.sort_by(|a, b| a.at.cmp(&b.at));
    Ok(steps)
}

/// One recipient in the report.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportLine {
    /// The delivery.
    pub delivery_id: i64,
    /// The contact; 0 = a chat group or an organisation's newsroom.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// `mail`, `whatsapp`, `group`, `by_hand`.
    pub channel: String,
    /// Mail address or number.
    pub address: String,
    /// The language of their text, `id` or `en`.
    pub language: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// Why; may be empty.
    pub reason: String,
    /// The server's reply code; 0 = none.
    pub reply_code: i64,
    /// Enhanced code (RFC 3463); may be empty.
    pub enhanced_code: String,
    /// The server's own words.
    pub reply_text: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Its wave, from 0.
    pub wave: i64,
    /// When it left or was done, UTC; empty = it has not.
    pub sent_at: String,
    /// Last change, UTC.
    pub changed_at: String,
    /// What the person did last: `reply`, `opt_out`, `rsvp`; empty = nothing.
    pub answer: String,
    /// When, UTC; empty = never.
    pub answered_at: String,
    /// What they wrote, its beginning.
    pub answer_text: String,
    /// The response; 0 = none.
    pub response_id: i64,
    /// Whether they want no more mail.
    pub opted_out: bool,
    /// Their last word on an invitation: `ACCEPTED`, `DECLINED`, `TENTATIVE` (RFC 5545); or empty.
    pub rsvp: String,
    /// Whether a program answered for them.
    pub auto_replied: bool,
    /// How often they were asked once more.
    pub asked_again: i64,
    /// The message's id on the wire.
    pub message_id: String,
    /// Who marked it done by hand, or empty.
    pub done_by: String,
}

/// Which lines of a report.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ReportLines {
    /// The distribution.
    #[ts(optional = false)]
    pub distribution_id: i64,
    /// How many to pass over.
    pub offset: Option<i64>,
    /// How many at most; none = 1 000.
    pub limit: Option<i64>,
}

/// One page of a report's lines.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportLinePage {
    /// The page, in the order in which they were queued.
    pub rows: Vec<ReportLine>,
    /// How many there are in all.
    pub total: i64,
}

/// The largest page.
const MOST_LINES: i64 = 1000;

/// The recipients of a distribution, page by page.
pub fn report_lines(db: &Reader, ctx: &Ctx, asked: ReportLines) -> Result<ReportLinePage> {
    let limit = asked.limit.unwrap_or(MOST_LINES).clamp(1, MOST_LINES);
    let total = db.number(
        "SELECT COUNT(*) FROM deliveries WHERE distribution_id = :id",
        named_params! {":id": asked.distribution_id},
    )?;
    let rows = db.rows(
        &format!(
            "WITH answers AS ({ANSWERS}),
                  page AS (SELECT id FROM deliveries WHERE distribution_id = :id ORDER BY id LIMIT :limit OFFSET :offset)
             SELECT d.id, COALESCE(d.contact_id, 0), COALESCE(c.name, n.name, k.name, e.name, ''),
                    COALESCE((SELECT o.name
                              FROM affiliations f
                              JOIN organisations o ON o.id = f.organisation_id AND o.deleted_at IS NULL
                              WHERE f.contact_id = d.contact_id AND f.deleted_at IS NULL AND (f.ended_on = '' OR f.ended_on > :today)
                              ORDER BY f.id
                              LIMIT 1), ''),
                    d.channel, CASE WHEN d.address <> '' THEN d.address ELSE d.phone END, d.state, d.reason,
                    d.reply_code, d.enhanced_code, d.reply_text, d.attempts, d.wave,
                    CASE WHEN d.state IN ('accepted', 'bounced', 'done_by_hand') AND d.marked_at <> '' THEN d.marked_at
                         WHEN d.state IN ('accepted', 'done_by_hand') THEN d.changed_at
                         ELSE '' END,
                    d.changed_at, COALESCE(p.kind, ''), COALESCE(p.received_at, ''), COALESCE(p.new_text, ''), COALESCE(p.id, 0),
                    COALESCE(a.opted_out, 0), {RSVP}, COALESCE(a.auto_replied, 0),
                    (SELECT COUNT(*)
                     FROM distributions s
                     JOIN deliveries x ON x.distribution_id = s.id AND x.contact_id = d.contact_id AND x.state IN ('accepted', 'done_by_hand')
                     WHERE s.parent_id = :id AND s.parent_id <> 0 AND s.purpose = 'follow_up'),
                    d.message_id, d.done_by, {TEXT_LANGUAGE}
             FROM page g
             JOIN deliveries d ON d.id = g.id
             LEFT JOIN contacts c ON c.id = d.contact_id
             LEFT JOIN organisations n ON n.id = d.organisation_id
             LEFT JOIN group_chats k ON k.id = d.group_chat_id
             LEFT JOIN event_guests e ON e.id = d.guest_id
             LEFT JOIN answers a ON a.delivery_id = d.id
             LEFT JOIN responses v ON v.id = a.rsvp_id
             LEFT JOIN responses p ON p.id = a.last_id
             ORDER BY d.id"
        ),
        named_params! {":id": asked.distribution_id, ":limit": limit, ":offset": asked.offset.unwrap_or(0).max(0),
            ":today": crate::release::letter::today(db, ctx)?},
        |row| {
            Ok(ReportLine {
                delivery_id: row.get(0)?,
                contact_id: row.get(1)?,
                name: row.get(2)?,
                outlet: row.get(3)?,
                channel: row.get(4)?,
                address: row.get(5)?,
                state: row.get(6)?,
                reason: row.get(7)?,
                reply_code: row.get(8)?,
                enhanced_code: row.get(9)?,
                reply_text: row.get(10)?,
                attempts: row.get(11)?,
                wave: row.get(12)?,
                sent_at: row.get(13)?,
                changed_at: row.get(14)?,
                answer: row.get(15)?,
                answered_at: row.get(16)?,
                answer_text: beginning(&row.get::<_, String>(17)?),
                response_id: row.get(18)?,
                opted_out: row.get(19)?,
                rsvp: row.get(20)?,
                auto_replied: row.get(21)?,
                asked_again: row.get(22)?,
                message_id: row.get(23)?,
                done_by: row.get(24)?,
                language: row.get(25)?,
            })
        },
    )?;
    Ok(ReportLinePage { rows, total })
}

/// The first line that says something, up to 160 characters.
fn beginning(text: &str) -> String {
    const MOST: usize = 160;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}
