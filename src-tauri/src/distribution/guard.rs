//! Who of the office wrote to or called a person lately, or sent something to a newsroom or a chat
//! group, so that two colleagues do not write to the same journalist in one week unless they want to.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::Audience;
use super::instant::Instant;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::release::letter::written_day;
use crate::{clock, office, settings};

/// Setting: so many days without a second message to the same person; 0 = no guard.
pub const GUARD_KEY: &str = "guard_days";
/// A year.
const MOST_DAYS: i64 = 366;

/// The office's setting.
pub(super) fn days(db: &Reader) -> Result<i64> {
    let days: i64 = settings::value(db, GUARD_KEY, "0")?.parse().unwrap_or(0);
    Ok(days.clamp(0, MOST_DAYS))
}

/// Somebody who got a message lately.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecentContact {
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
    /// When, UTC; of a message that still waits: when it will leave.
    pub at: String,
    /// Who of the office; may be empty.
    pub actor: String,
    /// What it was: a headline, the first line of a log.
    pub about: String,
    /// `release_sent`, `mail`, `whatsapp`, `call`, or `queued` for a message that still waits.
    pub kind: String,
    /// Gets this one all the same.
    pub kept: bool,
    /// Who, when and what in one line, as it is kept with the distribution.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) note: String,
}

/// Looks back for an audience.
pub(super) struct Guard {
    days: i64,
    since: String,
    keep: BTreeSet<i64>,
    keep_newsrooms: BTreeSet<i64>,
    keep_groups: BTreeSet<i64>,
    keep_all: bool,
    /// Of a release that is taken up again, what was sent of it before does not count; 0 = none.
    passed_over: i64,
    zone: Tz,
    language: String,
}

impl Guard {
    pub(super) fn of(db: &Reader, ctx: &Ctx, audience: &Audience) -> Result<Self> {
        let days = match audience.guard_days {
            Some(days) if !(0..=MOST_DAYS).contains(&days) => {
                return Err(Error::invalid("guard_days", "distribution-guard-days"));
            }
            Some(days) => days,
            None => days(db)?,
        };
        Ok(Self {
            days,
            since: clock::to_text(ctx.now - Duration::days(days)),
            keep: audience.keep.iter().copied().collect(),
            keep_newsrooms: audience.keep_newsrooms.iter().copied().collect(),
            keep_groups: audience.keep_groups.iter().copied().collect(),
            keep_all: audience.keep_recent,
            passed_over: audience.again.as_ref().map_or(0, |_| audience.release_id),
            zone: office::zone(db)?,
            language: settings::value(db, "language", "id")?,
        })
    }

    /// How many days are looked back; 0 = none.
    pub(super) fn days(&self) -> i64 {
        self.days
    }

    /// The last message to a contact within these days, one that still waits before all others.
    pub(super) fn recent(
        &self,
        db: &Reader,
        contact_id: i64,
        name: &str,
    ) -> Result<Option<RecentContact>> {
        if self.days == 0 {
            return Ok(None);
        }
        let queued: Option<[String; 4]> = db.row(
            "SELECT CASE WHEN d.not_before <> '' THEN d.not_before ELSE s.created_at END, s.actor, r.headline, 'queued'
             FROM deliveries d
             JOIN distributions s ON s.id = d.distribution_id
             JOIN releases r ON r.id = s.release_id
             WHERE d.contact_id = :contact AND s.release_id <> :passed_over
               AND (d.state IN ('queued', 'sending', 'deferred')
                    OR d.state = 'by_hand' AND MAX(d.not_before, s.created_at) >= :since)
             ORDER BY d.id DESC
             LIMIT 1",
            named_params! {":contact": contact_id, ":since": self.since, ":passed_over": self.passed_over},
            |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]),
        )?;
        let found = match queued {
            Some(queued) => Some(queued),
            None => db.row(
                "SELECT at, actor, summary, kind
                 FROM interactions
                 WHERE contact_id = :contact AND at >= :since AND direction = 'out' AND deleted_at IS NULL
                   AND (release_id = 0 OR release_id <> :passed_over)
                   AND kind IN ('release_sent', 'mail', 'whatsapp', 'call')
                 ORDER BY at DESC, id DESC
                 LIMIT 1",
                named_params! {":contact": contact_id, ":since": self.since, ":passed_over": self.passed_over},
                |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]),
            )?,
        };
        let Some([at, actor, about, kind]) = found else { return Ok(None) };
        // What somebody wrote of a call would outlive the person's wish to be erased.
        let told =
            if matches!(kind.as_str(), "queued" | "release_sent") { about.as_str() } else { "" };
        let note = self.note(clock::from_text(&at), &actor, told);
        Ok(Some(RecentContact {
            contact_id,
            organisation_id: None,
            group_chat_id: None,
            name: name.to_owned(),
            at,
            actor,
            about,
            kind,
            kept: self.keep_all || self.keep.contains(&contact_id),
            note,
        }))
    }

    /// The last message to an outlet's newsroom within these days.
    pub(super) fn newsroom(
        &self,
        db: &Reader,
        organisation_id: i64,
        name: &str,
    ) -> Result<Option<RecentContact>> {
        let recent = self.delivered(db, "organisation_id", organisation_id, name)?;
        Ok(recent.map(|recent| RecentContact {
            organisation_id: Some(organisation_id),
            kept: self.keep_all || self.keep_newsrooms.contains(&organisation_id),
            ..recent
        }))
    }

    /// The last message to a chat group within these days.
    pub(super) fn group(
        &self,
        db: &Reader,
        group_chat_id: i64,
        name: &str,
    ) -> Result<Option<RecentContact>> {
        let recent = self.delivered(db, "group_chat_id", group_chat_id, name)?;
        Ok(recent.map(|recent| RecentContact {
            group_chat_id: Some(group_chat_id),
            kept: self.keep_all || self.keep_groups.contains(&group_chat_id),
            ..recent
        }))
    }

    /// What the deliveries tell of one that has no contact history of its own: the last message
    /// that reached it, one that still waits before all others.
    fn delivered(
        &self,
        db: &Reader,
        column: &str,
        id: i64,
        name: &str,
    ) -> Result<Option<RecentContact>> {
        if self.days == 0 {
            return Ok(None);
        }
        let found: Option<([String; 3], bool)> = db.row(
            &format!(
                "SELECT CASE WHEN d.state IN ('accepted', 'done_by_hand') THEN d.changed_at
                             WHEN d.not_before <> '' THEN d.not_before
                             ELSE s.created_at END,
                        s.actor, r.headline, d.state NOT IN ('accepted', 'done_by_hand') AS waits
                 FROM deliveries d
                 JOIN distributions s ON s.id = d.distribution_id
                 JOIN releases r ON r.id = s.release_id
                 WHERE d.{column} = :id AND s.release_id <> :passed_over
                   AND (d.state IN ('queued', 'sending', 'deferred')
                        OR d.state = 'by_hand' AND MAX(d.not_before, s.created_at) >= :since
                        OR d.state IN ('accepted', 'done_by_hand') AND d.changed_at >= :since)
                 ORDER BY waits DESC, d.id DESC
                 LIMIT 1"
            ),
            named_params! {":id": id, ":since": self.since, ":passed_over": self.passed_over},
            |row| Ok(([row.get(0)?, row.get(1)?, row.get(2)?], row.get(3)?)),
        )?;
        Ok(found.map(|([at, actor, about], waits)| RecentContact {
            contact_id: 0,
            organisation_id: None,
            group_chat_id: None,
            name: name.to_owned(),
            note: self.note(clock::from_text(&at), &actor, &about),
            at,
            actor,
            about,
            kind: if waits { "queued" } else { "release_sent" }.to_owned(),
            kept: false,
        }))
    }

    fn note(&self, at: Option<DateTime<Utc>>, actor: &str, about: &str) -> String {
        let day = at
            .map(|at| Instant { at, zone: self.zone })
            .map(|instant| written_day(instant.local_day(), &self.language))
            .unwrap_or_default();
        let parts = [actor.trim(), &day, about.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
