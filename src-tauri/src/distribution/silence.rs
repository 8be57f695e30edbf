//! Asking once more: who got a release and has not answered, by the office's own rule. Warta only
//! proposes; what is done with it is a new small distribution or a call list, begun by a person.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::again::root_of;
use super::working_days::WorkingDays;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::release::letter;
use crate::{clock, holiday, office, settings};

const FROM_KEY: &str = "follow_up_from";
const UNTIL_KEY: &str = "follow_up_until";
const MOST_KEY: &str = "follow_up_most";
const HOLIDAYS_KEY: &str = "holidays";

/// What the field advises: newsrooms are asked once more after 3 to 5 working days, twice at most.
const USUAL_FROM: i64 = 3;
const USUAL_UNTIL: i64 = 5;
const USUAL_MOST: i64 = 2;
/// Working days of about a quarter.
const LATEST: i64 = 60;
/// Nobody is asked more often, whatever the office says.
const MOST: i64 = 5;

/// The office's rule for asking once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpRule {
    /// Whether Warta proposes it.
    pub on: bool,
    /// From so many working days after the last message, 1 to 60.
    pub from: i64,
    /// Until so many working days after it; `from` to 60.
    pub until: i64,
    /// So often at most, 1 to 5.
    pub most: i64,
    /// Days off of the office's own besides Saturday, Sunday and the calendar's, `YYYY-MM-DD`.
    pub holidays: Vec<String>,
}

/// The office's rule; off until somebody turns it on.
pub fn rule(db: &Reader, _ctx: &Ctx, _: ()) -> Result<FollowUpRule> {
    let number = |key: &str, usual: i64| -> Result<i64> {
        Ok(settings::value(db, key, "")?.parse().unwrap_or(usual))
    };
    let from = number(FROM_KEY, 0)?;
    let until = number(UNTIL_KEY, USUAL_UNTIL)?;
    let usual = if from == 0 { USUAL_FROM } else { from.abs().clamp(1, LATEST) };
    Ok(FollowUpRule {
        on: from > 0,
        from: usual,
        until: until.clamp(usual, LATEST),
        most: number(MOST_KEY, USUAL_MOST)?.clamp(1, MOST),
        holidays: settings::value(db, HOLIDAYS_KEY, "")?
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
    })
}

/// Keeps the office's rule.
pub fn save_rule(db: &Writer, ctx: &Ctx, rule: FollowUpRule) -> Result<FollowUpRule> {
    if !(1..=LATEST).contains(&rule.from) {
        return Err(Error::invalid("from", "follow-up-rule-from"));
    }
    if !(rule.from..=LATEST).contains(&rule.until) {
        return Err(Error::invalid("until", "follow-up-rule-until"));
    }
    if !(1..=MOST).contains(&rule.most) {
        return Err(Error::invalid("most", "follow-up-rule-most"));
    }
    let mut days = BTreeSet::new();
    for day in rule.holidays.iter().map(|day| day.trim()).filter(|day| !day.is_empty()) {
        let read: NaiveDate = day
            .parse()
            .map_err(|_| Error::invalid("holidays", "follow-up-rule-holiday").arg("value", day))?;
        days.insert(read.to_string());
    }
    // A rule that is off keeps its days for when it is turned on again.
    settings::put(db, FROM_KEY, &(if rule.on { rule.from } else { -rule.from }).to_string())?;
    settings::put(db, UNTIL_KEY, &rule.until.to_string())?;
    settings::put(db, MOST_KEY, &rule.most.to_string())?;
    let days: Vec<String> = days.into_iter().collect();
    settings::put(db, HOLIDAYS_KEY, &days.join(" "))?;
    db.announce("settings");
    self::rule(db, ctx, ())
}

/// Somebody who got it and has not answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SilentRecipient {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// When the last message reached them, UTC.
    pub last_at: String,
    /// Working days since.
    pub days: i64,
    /// How often they were asked already.
    pub times: i64,
    /// Whether the rule proposes them today.
    pub due: bool,
}

/// What can be asked once more about a distribution.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowUpProposal {
    /// The distribution it follows from: never itself a follow-up.
    pub distribution_id: i64,
    /// Its release.
    pub release_id: i64,
    /// The release's headline.
    pub headline: String,
    /// The office's rule.
    pub rule: FollowUpRule,
    /// Who got it and has not answered, declined, opted out or been asked too often, and is not away.
    pub people: Vec<SilentRecipient>,
    /// How many of them the rule proposes today.
    pub due: i64,
    /// A subject to begin with, in the release's language.
    pub subject: String,
    /// A short covering text to begin with, in the release's language.
    pub covering: String,
    /// The same for those who read the other language, where the release went out in two.
    #[ts(optional)]
    pub other: Option<FollowUpWords>,
}

/// What a follow-up begins with.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowUpWords {
    /// `id` or `en`.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// Short covering text.
    pub covering: String,
}

impl FollowUpWords {
    fn in_language(language: String) -> Self {
        Self {
            subject: letter::words(&language, "follow-up-mail-subject", &[]),
            covering: letter::words(&language, "follow-up-mail-text", &[]),
            language,
        }
    }
}

/// Whoever got a distribution, or what followed from it, and has not said anything since. A
/// person who declined has answered. Who was asked about the release as often as the rule allows,
/// or waits for a message about it, is left in peace, whichever distribution it was.
pub(super) fn silent(
    db: &Reader,
    ctx: &Ctx,
    root: i64,
    rule: &FollowUpRule,
) -> Result<Vec<SilentRecipient>> {
    let release = db.number(
        "SELECT release_id FROM distributions WHERE id = :root",
        named_params! {":root": root},
    )?;
    let calendar = calendar(db, rule)?;
    let people: Vec<SilentRecipient> = db.rows(
        "WITH got AS (
             SELECT d.contact_id, MIN(d.id) AS first_id,
                    MIN(s.created_at) AS first_at,
                    MAX(CASE WHEN d.marked_at <> '' THEN d.marked_at ELSE d.changed_at END) AS last_at,
                    SUM(CASE WHEN s.purpose = 'follow_up' THEN 1 ELSE 0 END) AS times
             FROM distributions s
             JOIN deliveries d ON d.distribution_id = s.id AND d.state IN ('accepted', 'done_by_hand')
             WHERE s.release_id = :release
             GROUP BY d.contact_id)
         SELECT g.contact_id, c.name,
                COALESCE((SELECT o.name
                          FROM affiliations a
                          JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                          WHERE a.contact_id = g.contact_id AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today)
                          ORDER BY a.id
                          LIMIT 1), ''),
                g.last_at, g.times
         FROM got g
         JOIN contacts c ON c.id = g.contact_id AND c.deleted_at IS NULL
         WHERE g.times < :most
           AND EXISTS (SELECT 1
                       FROM distributions s
                       JOIN deliveries d ON d.distribution_id = s.id AND d.contact_id = g.contact_id AND d.state IN ('accepted', 'done_by_hand')
                       WHERE s.id = :root OR s.parent_id = :root)
           AND NOT EXISTS (SELECT 1 FROM contact_states t
                           WHERE t.contact_id = g.contact_id AND t.deleted_at IS NULL
                             AND (t.kind = 'do_not_contact' OR t.kind = 'away' AND (t.until = '' OR t.until >= :today)))
           AND NOT EXISTS (SELECT 1 FROM interactions i
                           WHERE i.contact_id = g.contact_id AND i.direction = 'in' AND i.at >= g.first_at AND i.deleted_at IS NULL
                             AND i.kind NOT IN ('response_auto_reply', 'response_bounce', 'response_delay', 'response_other'))
           AND NOT EXISTS (SELECT 1
                           FROM distributions s
                           JOIN deliveries d ON d.distribution_id = s.id AND d.contact_id = g.contact_id
                           WHERE s.release_id = :release AND d.state IN ('queued', 'sending', 'deferred', 'unsure', 'by_hand'))
         ORDER BY g.first_id",
        named_params! {":root": root, ":release": release, ":most": rule.most, ":today": letter::today(db, ctx)?},
        |row| {
            Ok(SilentRecipient {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                outlet: row.get(2)?,
                last_at: row.get(3)?,
                days: 0,
                times: row.get(4)?,
                due: false,
            })
        },
    )?;
    let people = people.into_iter().map(|person| {
        let days = clock::from_text(&person.last_at).map_or(0, |at| calendar.between(at, ctx.now));
        let due = rule.on && (rule.from..=rule.until).contains(&days);
        SilentRecipient { days, due, ..person }
    });
    Ok(people.collect())
}

fn calendar(db: &Reader, rule: &FollowUpRule) -> Result<WorkingDays> {
    let mut holidays = holiday::days(db)?;
    holidays.extend(rule.holidays.iter().filter_map(|day| day.parse::<NaiveDate>().ok()));
    Ok(WorkingDays { zone: office::zone(db)?, holidays })
}

/// Why nobody is asked about a distribution at all: a key of `report.ftl`.
fn hindrance(db: &Reader, root: i64) -> Result<Option<&'static str>> {
    let found: Option<(bool, bool, bool, bool)> = db.row(
        "SELECT s.event_id <> 0, r.withdrawn_at <> '', r.archived_at <> '' OR r.deleted_at IS NOT NULL,
                EXISTS (SELECT 1
                        FROM releases k
                        JOIN distributions t ON t.release_id = k.id AND t.begun_at <> ''
                        WHERE k.original_id = r.id AND k.notice = 'correction' AND k.deleted_at IS NULL AND k.withdrawn_at = '')
         FROM distributions s
         JOIN releases r ON r.id = s.release_id
         WHERE s.id = :root",
        named_params! {":root": root},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    Ok(match found {
        // Guests who have not answered are reminded from the event.
        Some((true, ..)) => Some("follow-up-of-event"),
        Some((_, true, ..)) => Some("release-was-withdrawn"),
        Some((_, _, true, _)) => Some("release-in-archive"),
        Some((.., true)) => Some("follow-up-corrected"),
        _ => None,
    })
}

/// What can be asked once more about a distribution.
pub fn proposal(db: &Reader, ctx: &Ctx, id: i64) -> Result<FollowUpProposal> {
    let root = root_of(db, id)?;
    let rule = rule(db, ctx, ())?;
    let (release_id, headline, language): (i64, String, String) = db
        .row(
            "SELECT r.id, r.headline, s.language FROM distributions s JOIN releases r ON r.id = s.release_id WHERE s.id = :root",
            named_params! {":root": root},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?
        .ok_or_else(|| super::unknown(id))?;
    let people = match hindrance(db, root)? {
        Some(_) => Vec::new(),
        None => silent(db, ctx, root, &rule)?,
    };
    let due = people.iter().filter(|person| person.due).count();
    let own = FollowUpWords::in_language(language);
    let other: Option<String> = db.row(
        "SELECT t.language
         FROM distributions s
         JOIN release_version_translations t ON t.release_version_id = s.release_version_id AND t.deleted_at IS NULL
         WHERE s.id = :root",
        named_params! {":root": root},
        |row| row.get(0),
    )?;
    Ok(FollowUpProposal {
        distribution_id: root,
        release_id,
        headline,
        due: i64::try_from(due).unwrap_or(i64::MAX),
        people,
        rule,
        subject: own.subject,
        covering: own.covering,
        other: other.map(FollowUpWords::in_language),
    })
}

/// Refuses to ask somebody who is not to be asked.
pub(super) fn check(db: &Reader, ctx: &Ctx, root: i64, contacts: &[i64]) -> Result<()> {
    if let Some(why) = hindrance(db, root)? {
        return Err(Error::new(Code::Conflict, why));
    }
    let rule = rule(db, ctx, ())?;
    let known: BTreeSet<i64> =
        silent(db, ctx, root, &rule)?.into_iter().map(|person| person.contact_id).collect();
    match contacts.iter().find(|contact| !known.contains(contact)) {
        Some(other) => Err(super::again::not_among(db, *other, "follow-up-not-silent")?),
        None => Ok(()),
    }
}

/// A release about which somebody may be asked once more today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueFollowUp {
    /// The release.
    pub release_id: i64,
    /// Its headline.
    pub headline: String,
    /// When it was sent, UTC.
    pub sent_at: String,
    /// How many the rule proposes today.
    pub silent: i64,
    /// The distribution.
    pub distribution_id: i64,
}

/// How far back a first message can lie: working days are at most 7 in 5, with holidays between.
const LOOKED_BACK: i64 = 30;
/// As many as a screen shows.
const MOST_SHOWN: usize = 5;

/// What the office's rule proposes today; nothing while it is off.
pub fn due(db: &Reader, ctx: &Ctx) -> Result<Vec<DueFollowUp>> {
    let rule = rule(db, ctx, ())?;
    if !rule.on {
        return Ok(Vec::new());
    }
    let back = chrono::Duration::days(LOOKED_BACK + 2 * rule.until);
    let roots: Vec<DueFollowUp> = db.rows(
        "SELECT s.release_id, r.headline, s.begun_at, s.id
         FROM distributions s
         JOIN releases r ON r.id = s.release_id AND r.deleted_at IS NULL
         WHERE s.parent_id = 0 AND s.event_id = 0 AND s.begun_at <> '' AND r.notice = ''
           AND (s.begun_at >= :since OR EXISTS (SELECT 1 FROM distributions t WHERE t.parent_id = s.id AND t.parent_id <> 0 AND t.begun_at >= :since))
         ORDER BY s.begun_at DESC, s.id DESC",
        named_params! {":since": clock::to_text(ctx.now - back)},
        |row| {
            Ok(DueFollowUp {
                release_id: row.get(0)?,
                headline: row.get(1)?,
                sent_at: row.get(2)?,
                silent: 0,
                distribution_id: row.get(3)?,
            })
        },
    )?;
    let calendar = calendar(db, &rule)?;
    let mut found = Vec::new();
    for root in roots {
        if found.len() >= MOST_SHOWN {
            break;
        }
        // One that is on its way or has just left has many recipients and nobody to ask.
        let days = clock::from_text(&root.sent_at).map_or(0, |at| calendar.between(at, ctx.now));
        if days < rule.from || hindrance(db, root.distribution_id)?.is_some() {
            continue;
        }
        let people = silent(db, ctx, root.distribution_id, &rule)?;
        let due = people.iter().filter(|person| person.due).count();
        if due > 0 {
            found.push(DueFollowUp { silent: i64::try_from(due).unwrap_or(i64::MAX), ..root });
        }
    }
    Ok(found)
}
