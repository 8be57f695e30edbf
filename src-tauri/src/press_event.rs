//! Press events: conferences, gatherings, tours, visits and whatever else an office invites to.

use crate::{choice, record};

choice! {
    /// What kind of event it is.
    EventKind {
        /// Konferensi pers (jumpa pers).
        PressConference = "press_conference",
        /// Press or media gathering.
        Gathering = "gathering",
        /// Press tour.
        Tour = "tour",
        /// Kunjungan media: the office goes to a newsroom.
        MediaVisit = "media_visit",
        /// Doorstop (wawancara cegat).
        Doorstop = "doorstop",
        /// An interview.
        Interview = "interview",
        /// A webinar.
        Webinar = "webinar",
        /// A podcast.
        Podcast = "podcast",
        /// A talk show on the radio.
        TalkShow = "talk_show",
        /// Forum warga: citizens ask and propose.
        CitizensForum = "citizens_forum",
        /// Sosialisasi.
        Outreach = "outreach",
        /// Training of journalists, community media or the own staff.
        Training = "training",
        /// A ceremony that the press is asked to cover.
        Ceremony = "ceremony",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EventKind {
    fn default() -> Self {
        Self::PressConference
    }
}

choice! {
    /// How far an event is.
    EventState {
        /// It is to come, or nobody has said that it was held.
        Planned = "planned",
        /// It was held.
        Held = "held",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EventState {
    fn default() -> Self {
        Self::Planned
    }
}

record! {
    /// One event.
    PressEvent in "press_events" {
        /// What kind it is.
        kind: EventKind,
        /// Its name.
        title: String,
        /// How far it is.
        state: EventState,
        /// `id` or `en`: the language of its papers.
        language: String,
        /// As calendars know it (RFC 5545 UID); never changes.
        uid: String,
        /// RFC 5545 SEQUENCE: grows when what an invited person must know changes.
        sequence: i64,
        /// When it begins, UTC.
        begins_at: String,
        /// When it ends, UTC.
        ends_at: String,
        /// The zone in which its hours are named, by its IANA name.
        zone: String,
        /// Only its days count, not its hours.
        all_day: bool,
        /// Where: the name of the place, with its room.
        venue: String,
        /// The place as two events at it are compared.
        venue_key: String,
        /// The address of the place.
        address: String,
        /// A link to a map, or empty.
        map_url: String,
        /// Where it can be joined online, or empty.
        online_url: String,
        /// The unit that holds it (OPD).
        host_id: Option<i64>,
        /// Who of the staff answers for it.
        staff_id: Option<i64>,
        /// What it shall reach.
        objective: String,
        /// Its theme.
        theme: String,
        /// What shall be remembered, one a line.
        key_messages: String,
        /// Seats; 0 = no limit.
        capacity: i64,
        /// What to wear.
        dress: String,
        /// Whom to call on the day, with number.
        contact_on_day: String,
        /// Whole rupiah.
        budget: i64,
        /// The press kit that is handed out.
        kit_id: Option<i64>,
        /// What is done when weather or place fail.
        plan_b: String,
        /// For the staff alone.
        notes: String,
        /// What was learned.
        lessons: String,
        /// Since when names for tickets are frozen, UTC; empty = they are open.
        names_frozen_at: String,
        /// When it was called off, UTC; empty = it was not.
        cancelled_at: String,
        /// Why.
        cancel_reason: String,
    }
}
