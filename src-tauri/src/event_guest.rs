//! Guests of press events: who is invited, who waits for a seat, what they answered, whether they
//! came. A guest with whoever comes in their place holds one seat.

mod add;
mod change;
mod list;
mod person;
mod quota;
mod room;

use crate::{choice, record};

pub use add::{FoundGuest, GuestsAdd, GuestsFound, NamedGuest, add, check};
pub(crate) use change::note_answer;
pub use change::{
    GuestsWithdraw, SubstituteOrder, remove, save, save_event, seat, substitute, withdraw,
};
pub(crate) use list::ANSWERED_VERSION;
pub use list::{GuestFilter, GuestOrder, GuestPage, GuestRow, GuestSums, list, row};
pub(crate) use person::{fill_from_contact, guest_of_contact, outlet_named, refuse_double};
pub use quota::{EventQuota, QuotaRow, QuotaScope, delete_quotas, quotas, save_quota};
pub use room::reason_in;
pub(crate) use room::{Room, fill};

choice! {
    /// Whether a guest has a place.
    Place {
        /// On the list, not asked yet.
        Listed = "listed",
        /// Invited.
        Invited = "invited",
        /// On the waiting list.
        Waiting = "waiting",
        /// The office took the invitation back.
        Withdrawn = "withdrawn",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for Place {
    fn default() -> Self {
        Self::Listed
    }
}

record! {
    /// One guest of one event: a contact, or a person known by name alone.
    EventGuest in "event_guests" {
        /// The event.
        event_id: i64,
        /// The contact; none = a person whom the media list does not know.
        contact_id: Option<i64>,
        /// The name; that of the contact where there is one.
        name: String,
        /// The name folded.
        name_key: String,
        /// For which outlet.
        outlet_id: Option<i64>,
        /// The outlet by name.
        outlet: String,
        /// Position.
        position: String,
        /// Mail address, or empty.
        email: String,
        /// Telephone, or empty.
        phone: String,
        /// One of [`CATEGORIES`].
        category: String,
        /// Whether they have a place.
        place: Place,
        /// Since when they wait for one, UTC; empty = they do not.
        waiting_since: String,
        /// The association or outlet that named them.
        nominated_by: Option<i64>,
        /// When the invitation left, UTC; empty = it has not.
        invited_at: String,
        /// When they were last reminded, UTC.
        reminded_at: String,
        /// `yes`, `no`, `maybe`; empty = no answer.
        rsvp: String,
        /// When they answered, UTC.
        rsvp_at: String,
        /// How the answer came: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`.
        rsvp_by: String,
        /// What they said beside it.
        rsvp_comment: String,
        /// The mail with the answer.
        rsvp_response_id: Option<i64>,
        /// The guest in whose place they come.
        substitute_for: Option<i64>,
        /// `requested`, `approved`, `refused`; empty = not asked for.
        accreditation: String,
        /// Why.
        accreditation_reason: String,
        /// Who decided.
        accredited_by: String,
        /// When, UTC.
        accredited_at: String,
        /// Number of the press card, or empty.
        press_card: String,
        /// Number of the letter of assignment, or empty.
        assignment_letter: String,
        /// A photo for the badge: its name under `files/`, or empty.
        photo_sha256: String,
        /// What the QR of the badge carries; empty = no badge yet.
        code: String,
        /// When they arrived, UTC; empty = they have not.
        arrived_at: String,
        /// When they left, UTC.
        left_at: String,
        /// They came without being on the list.
        walk_in: bool,
        /// Who checked them in.
        checked_in_by: String,
        /// Why they are on the list, on the waiting list or not invited.
        reason: String,
        /// For the staff alone.
        notes: String,
        /// Which version of the event they last heard of: its SEQUENCE (RFC 5545) + 1; 0 = none.
        told_version: i64,
        /// When they were told that it is called off or that they are no longer asked, UTC.
        told_off_at: String,
    }
}

/// What guests are.
pub const CATEGORIES: &[&str] = &["press", "speaker", "official", "public", "crew"];
