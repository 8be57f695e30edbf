//! Whom a mail about an event concerns: everybody who must know, and nobody else.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::choice;
use crate::db::{Ctx, Reader};
use crate::distribution::EventMail;
use crate::error::Result;
use crate::event_guest::{ANSWERED_VERSION, Place};
use crate::press_event::{EventState, PressEvent};

choice! {
    /// Why a guest is not concerned by a mail; its sentence is `event-mail-left-…`.
    LeftOutReason {
        /// On the waiting list.
        Waiting = "waiting",
        /// The office took the invitation back.
        Withdrawn = "withdrawn",
        /// Has the invitation.
        Invited = "invited",
        /// Was never invited.
        NotInvited = "not_invited",
        /// Has answered.
        Answered = "answered",
        /// Does not come.
        Declined = "declined",
        /// Knows the event as it is.
        UpToDate = "up_to_date",
        /// Never heard of the event.
        NotTold = "not_told",
        /// Knows that it is called off.
        ToldOff = "told_off",
        /// The event takes place and they are asked to come.
        StillAsked = "still_asked",
        /// Did not come.
        NotArrived = "not_arrived",
        /// Came.
        Arrived = "arrived",
        /// Somebody came in their place.
        Represented = "represented",
        /// This mail is on its way to them already.
        OnItsWay = "on_its_way",
        /// Had this mail.
        HadIt = "had_it",
    }
}

/// A guest whom a mail does not concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuestLeftOut {
    /// The guest.
    pub guest_id: i64,
    /// Name.
    pub name: String,
    /// For which outlet, or empty.
    pub outlet: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// How many guests each mail concerns now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct EventMailCounts {
    /// Not invited yet.
    pub invitation: i64,
    /// Invited and silent.
    pub reminder: i64,
    /// Know an older version of the event.
    pub update: i64,
    /// Must be told that it is called off, or that they are no longer asked.
    pub cancellation: i64,
    /// Came and were not thanked.
    pub thanks: i64,
    /// Did not come and were not written to.
    pub missed: i64,
    /// Mails to guests that have not left yet, or must still be done by hand.
    pub on_its_way: i64,
}

/// Guests whom a mail concerns, and those whom it does not.
pub(super) struct Concerned {
    pub guests: Vec<i64>,
    pub left_out: Vec<GuestLeftOut>,
}

struct Guest {
    id: i64,
    name: String,
    outlet: String,
    place: Place,
    invited: bool,
    rsvp: String,
    arrived: bool,
    told_version: i64,
    /// The version that their answer speaks of; 0 = not known.
    answered_version: i64,
    /// Whether there is an address or a number to tell them anything.
    has_reach: bool,
    told_off: bool,
    /// Whoever stands in for them arrived.
    represented: bool,
    /// Mails that wait to leave or to be done by hand, by their word and version.
    on_its_way: String,
    /// Mails that reached them.
    had: String,
}

/// Each guest's mails of one sort: words with the version that they tell of, such as `update:3`.
fn mails(states: &str) -> String {
    format!(
        "COALESCE((SELECT STRING_AGG(s.event_mail || ':' || s.event_version, ' ')
                   FROM deliveries d
                   JOIN distributions s ON s.id = d.distribution_id AND s.state <> 'cancelled'
                   WHERE d.guest_id = g.id AND d.guest_id <> 0 AND d.state IN ({states})), '')"
    )
}

fn guests(db: &Reader, event_id: i64) -> Result<Vec<Guest>> {
    let on_its_way = mails("'queued', 'sending', 'deferred', 'unsure', 'by_hand'");
    let had = mails("'accepted', 'done_by_hand'");
    db.rows(
        &format!(
            "SELECT g.id, g.name, g.outlet, g.place, g.invited_at <> '', g.rsvp, g.arrived_at <> '', g.told_version, g.told_off_at <> '',
                    {on_its_way}, {had},
                    EXISTS (SELECT 1 FROM event_guests s WHERE s.substitute_for = g.id AND s.arrived_at <> '' AND s.deleted_at IS NULL),
                    {ANSWERED_VERSION}, g.email <> '' OR g.phone <> ''
             FROM event_guests g
             WHERE g.event_id = :event AND g.deleted_at IS NULL
             ORDER BY g.name_key, g.id"
        ),
        named_params! {":event": event_id},
        |row| {
            Ok(Guest {
                id: row.get(0)?,
                name: row.get(1)?,
                outlet: row.get(2)?,
                place: row.get(3)?,
                invited: row.get(4)?,
                rsvp: row.get(5)?,
                arrived: row.get(6)?,
                told_version: row.get(7)?,
                told_off: row.get(8)?,
                on_its_way: row.get(9)?,
                had: row.get(10)?,
                represented: row.get(11)?,
                answered_version: row.get(12)?,
                has_reach: row.get(13)?,
            })
        },
    )
}

impl Guest {
    /// Whether a mail of this kind is on its way; a change only where it tells of the event as it is.
    fn awaits(&self, mail: EventMail, version: i64) -> bool {
        self.on_its_way.split(' ').filter_map(|one| one.split_once(':')).any(|(kind, told)| {
            kind == mail.as_str()
                && (mail != EventMail::Update
                    || told.parse::<i64>().is_ok_and(|told| told >= version))
        })
    }

    fn had(&self, mail: EventMail) -> bool {
        self.had.split(' ').any(|one| one.split(':').next() == Some(mail.as_str()))
    }

    /// Whether they were expected: also who said yes before any mail went to them.
    fn was_asked(&self) -> bool {
        self.place == Place::Invited || (self.place == Place::Listed && self.rsvp == "yes")
    }

    /// Whether they know of the event and can hear more: by a mail, or they said by telephone that
    /// they may come.
    fn knows(&self) -> bool {
        let expects = matches!(self.place, Place::Listed | Place::Invited)
            && matches!(self.rsvp.as_str(), "yes" | "maybe");
        self.told_version > 0 || expects && self.has_reach
    }

    /// Which version they know.
    fn knows_of(&self) -> i64 {
        if self.told_version > 0 { self.told_version } else { self.answered_version.max(1) }
    }

    /// Why a mail does not concern them; none = it does.
    fn not_concerned(&self, event: &PressEvent, mail: EventMail) -> Option<LeftOutReason> {
        use LeftOutReason as Why;
        let version = event.sequence + 1;
        let cancelled = event.state == EventState::Cancelled;
        let withdrawn = self.place == Place::Withdrawn;
        let waiting = self.place == Place::Waiting;
        let why = match mail {
            EventMail::Invitation => match () {
                () if withdrawn => Some(Why::Withdrawn),
                () if waiting => Some(Why::Waiting),
                () if self.arrived => Some(Why::Arrived),
                () if self.place == Place::Invited && self.invited => Some(Why::Invited),
                () if self.rsvp == "no" => Some(Why::Declined),
                () => None,
            },
            EventMail::Reminder => match () {
                () if withdrawn => Some(Why::Withdrawn),
                () if waiting => Some(Why::Waiting),
                () if !self.invited => Some(Why::NotInvited),
                () if !self.rsvp.is_empty() => Some(Why::Answered),
                () => None,
            },
            EventMail::Update => match () {
                () if withdrawn => Some(Why::Withdrawn),
                () if !self.knows() => Some(Why::NotTold),
                () if self.rsvp == "no" => Some(Why::Declined),
                () if self.knows_of() >= version && !self.told_off => Some(Why::UpToDate),
                () => None,
            },
            EventMail::Cancellation => match () {
                () if !self.knows() => Some(Why::NotTold),
                () if self.told_off => Some(Why::ToldOff),
                () if self.rsvp == "no" => Some(Why::Declined),
                () if !cancelled && !withdrawn => Some(Why::StillAsked),
                () => None,
            },
            EventMail::Thanks => match () {
                () if !self.arrived => Some(Why::NotArrived),
                () if self.had(mail) => Some(Why::HadIt),
                () => None,
            },
            EventMail::Missed => match () {
                () if self.arrived => Some(Why::Arrived),
                () if !self.was_asked() => Some(Why::NotInvited),
                () if self.represented => Some(Why::Represented),
                () if self.rsvp == "no" => Some(Why::Declined),
                () if self.had(mail) => Some(Why::HadIt),
                () => None,
            },
        };
        why.or_else(|| self.awaits(mail, version).then_some(Why::OnItsWay))
    }
}

/// Whom a mail concerns: of `chosen`, or where that is empty, of all guests.
pub(super) fn concerned(
    db: &Reader,
    event: &PressEvent,
    mail: EventMail,
    chosen: &[i64],
) -> Result<Concerned> {
    let chosen: BTreeSet<i64> = chosen.iter().copied().collect();
    let mut found = Concerned { guests: Vec::new(), left_out: Vec::new() };
    for guest in guests(db, event.id)? {
        if !chosen.is_empty() && !chosen.contains(&guest.id) {
            continue;
        }
        match guest.not_concerned(event, mail) {
            None => found.guests.push(guest.id),
            Some(reason) => found.left_out.push(GuestLeftOut {
                guest_id: guest.id,
                name: guest.name,
                outlet: guest.outlet,
                reason,
            }),
        }
    }
    Ok(found)
}

/// How many guests each mail concerns now.
pub fn counts(db: &Reader, ctx: &Ctx, event_id: i64) -> Result<EventMailCounts> {
    let event: PressEvent = db.get(event_id)?;
    let guests = guests(db, event_id)?;
    let count = |those: &dyn Fn(&Guest) -> bool| {
        i64::try_from(guests.iter().filter(|guest| those(guest)).count()).unwrap_or(i64::MAX)
    };
    let of = |mail: EventMail| {
        let open = super::refuse(&event, mail, ctx).is_ok();
        if open { count(&|guest| guest.not_concerned(&event, mail).is_none()) } else { 0 }
    };
    Ok(EventMailCounts {
        invitation: of(EventMail::Invitation),
        reminder: of(EventMail::Reminder),
        update: of(EventMail::Update),
        cancellation: of(EventMail::Cancellation),
        thanks: of(EventMail::Thanks),
        missed: of(EventMail::Missed),
        on_its_way: count(&|guest| !guest.on_its_way.is_empty()),
    })
}
