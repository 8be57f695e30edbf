//! Mails to the guests of a press event: which ones there are, and what a guest has heard once one of
//! them left. Guests are rows of another noun: only what a delivery brings about stands here.

use rusqlite::named_params;

use crate::choice;
use crate::db::Reader;
use crate::error::Result;
use crate::release::{Release, ReleaseFile};

choice! {
    /// What a mail to the guests of a press event is.
    EventMail {
        /// Asks them to come.
        Invitation = "invitation",
        /// Asks those who have not answered.
        Reminder = "reminder",
        /// Tells what has changed, and asks again.
        Update = "update",
        /// Tells that it is called off, or that a guest is no longer asked.
        Cancellation = "cancellation",
        /// Thanks those who came.
        Thanks = "thanks",
        /// To those who did not come.
        Missed = "missed",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EventMail {
    fn default() -> Self {
        Self::Invitation
    }
}

impl EventMail {
    /// Whether it must reach whoever was told before, wherever they work by now.
    pub fn must_reach(self) -> bool {
        matches!(self, Self::Update | Self::Cancellation)
    }
}

/// Guests of a press event as an audience, and what they get.
#[derive(Debug, Clone)]
pub struct EventAudience {
    /// The event.
    pub event_id: i64,
    /// What the mail is.
    pub mail: EventMail,
    /// Which version of the event it tells of: its SEQUENCE (RFC 5545) + 1.
    pub version: i64,
    /// The iCalendar object that goes along, without its attendee; empty = none.
    pub calendar: String,
    /// The guests, each once.
    pub guests: Vec<i64>,
    /// The text; one that is not stored yet has no id.
    pub release: Release,
    /// The same in the other language.
    pub other: Option<Release>,
    /// The files that go along.
    pub files: Vec<ReleaseFile>,
}

/// The versions and mails of a guest's deliveries that have reached them.
const HEARD: &str = "
    SELECT x.id, s.event_mail, s.event_version, x.changed_at
    FROM deliveries x
    JOIN distributions s ON s.id = x.distribution_id
    WHERE x.guest_id = :guest AND x.state IN ('accepted', 'done_by_hand')";

/// A delivery reached its guest: what they know by it stands with them. False when it was to no guest.
pub fn told(db: &Reader, delivery_id: i64, at: &str) -> Result<bool> {
    let found: Option<(i64, EventMail, i64)> = db.row(
        "SELECT d.guest_id, s.event_mail, s.event_version
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         WHERE d.id = :id AND d.guest_id <> 0 AND s.event_mail <> ''",
        named_params! {":id": delivery_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let Some((guest, mail, version)) = found else { return Ok(false) };
    let columns = match mail {
        EventMail::Invitation => {
            "invited_at = :at, told_off_at = '', place = CASE place WHEN 'listed' THEN 'invited' ELSE place END,"
        }
        EventMail::Reminder => "reminded_at = :at,",
        EventMail::Update => "told_off_at = '',",
        EventMail::Cancellation => "told_off_at = :at,",
        EventMail::Thanks | EventMail::Missed => return Ok(false),
    };
    let changed = db.execute(
        &format!("UPDATE event_guests SET {columns} told_version = MAX(told_version, :version) WHERE id = :guest AND :at <> ''"),
        named_params! {":at": at, ":version": version, ":guest": guest},
    )?;
    Ok(changed > 0)
}

/// A delivery that was taken for one that had reached its guest has not: it came back, or was marked
/// too soon. What they know by other mails stays. False when it was to no guest.
pub fn untold(db: &Reader, delivery_id: i64) -> Result<bool> {
    let guest: Option<i64> = db.row(
        "SELECT guest_id FROM deliveries WHERE id = :id AND guest_id <> 0",
        named_params! {":id": delivery_id},
        |row| row.get(0),
    )?;
    let Some(guest) = guest else { return Ok(false) };
    let of = |mail: &str| {
        format!(
            "COALESCE((SELECT MAX(h.changed_at) FROM ({HEARD}) h WHERE h.event_mail = '{mail}'), '')"
        )
    };
    let changed = db.execute(
        &format!(
            "UPDATE event_guests
             SET invited_at = {invited}, reminded_at = {reminded}, told_off_at = {told_off},
                 told_version = COALESCE((SELECT MAX(h.event_version) FROM ({HEARD}) h WHERE h.event_mail NOT IN ('thanks', 'missed')), 0)
             WHERE id = :guest",
            invited = of("invitation"),
            reminded = of("reminder"),
            told_off = of("cancellation"),
        ),
        named_params! {":guest": guest},
    )?;
    Ok(changed > 0)
}

/// Why a message to a guest must not leave after all, as SQL of the delivery `d` and its distribution
/// `s`; empty = nothing is against it. What has happened since the audience was frozen counts.
pub(crate) const GUEST_OBJECTION: &str = "
    CASE WHEN d.guest_id = 0 THEN '' ELSE COALESCE((
        SELECT CASE
            WHEN g.deleted_at IS NOT NULL THEN 'guest_gone'
            WHEN s.event_mail IN ('invitation', 'reminder', 'update') AND e.state = 'cancelled' THEN 'event_cancelled'
            WHEN s.event_mail IN ('invitation', 'reminder', 'update') AND g.place = 'withdrawn' THEN 'guest_withdrawn'
            WHEN s.event_mail = 'cancellation' AND e.state <> 'cancelled' AND g.place <> 'withdrawn' THEN 'event_on_again'
            WHEN s.event_mail = 'reminder' AND g.rsvp <> '' THEN 'guest_answered'
            WHEN s.event_mail IN ('update', 'cancellation') AND g.rsvp = 'no' THEN 'guest_declined'
            ELSE '' END
        FROM event_guests g
        JOIN press_events e ON e.id = g.event_id
        WHERE g.id = d.guest_id), 'guest_gone') END";

/// The word of a [`GUEST_OBJECTION`] as deliveries keep it.
pub(crate) fn objection(word: &str) -> Option<&'static str> {
    [
        "guest_gone",
        "event_cancelled",
        "guest_withdrawn",
        "event_on_again",
        "guest_answered",
        "guest_declined",
    ]
    .into_iter()
    .find(|known| *known == word)
}
