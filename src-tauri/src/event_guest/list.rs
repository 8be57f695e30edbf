//! The list of guests: who is on it, how they stand, and the sums above it.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Place;
use super::room::{Room, reason_in};
use crate::choice;
use crate::db::{Ctx, Reader, Row};
use crate::error::{Code, Error, Result};
use crate::format::fold::{fold, fold_into};
use crate::press_event::PressEvent;
use crate::settings;

choice! {
    /// In which order guests stand.
    GuestOrder {
        /// By name.
        Name = "name",
        /// By outlet, then name.
        Outlet = "outlet",
        /// By answer: yes, maybe, none, no.
        Answer = "answer",
        /// Who answered last first.
        Answered = "answered",
        /// As they were added.
        Added = "added",
    }
}

/// Which guests. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct GuestFilter {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// Words of name, outlet, mail address, or digits of a number.
    pub text: Option<String>,
    /// With this place.
    pub place: Option<Place>,
    /// With this answer: `yes`, `no`, `maybe`.
    pub rsvp: Option<String>,
    /// Of this category.
    pub category: Option<String>,
    /// Who were invited and have not answered, nor anybody for them.
    pub unanswered: Option<bool>,
    /// Whose yes or maybe is older than the last change of the event.
    pub answered_before_change: Option<bool>,
    /// In which order; none = by name, the waiting list in its own.
    pub order: Option<GuestOrder>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = all.
    pub limit: Option<i64>,
}

/// A guest in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuestRow {
    /// The guest.
    pub id: i64,
    /// The version of the record.
    pub version: i64,
    /// The event.
    pub event_id: i64,
    /// The contact, or none.
    pub contact_id: Option<i64>,
    /// Name.
    pub name: String,
    /// The outlet, where the media list knows it.
    pub outlet_id: Option<i64>,
    /// Its name, or empty.
    pub outlet: String,
    /// Position, or empty.
    pub position: String,
    /// Mail address, or empty.
    pub email: String,
    /// Telephone, or empty.
    pub phone: String,
    /// One of [`super::CATEGORIES`].
    pub category: String,
    /// Whether they have a place.
    pub place: Place,
    /// Since when they wait for one, UTC; empty = they do not.
    pub waiting_since: String,
    /// Their number in the waiting list from 1; 0 = they do not wait.
    pub waiting_rank: i64,
    /// The association or outlet that named them.
    pub nominated_by: Option<i64>,
    /// Its name, or empty.
    pub nominated_by_name: String,
    /// When the invitation left, UTC; empty = it has not.
    pub invited_at: String,
    /// When they were last reminded, UTC.
    pub reminded_at: String,
    /// `yes`, `no`, `maybe`; empty = no answer.
    pub rsvp: String,
    /// When they answered, UTC.
    pub rsvp_at: String,
    /// How: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
    pub rsvp_by: String,
    /// What they said beside it.
    pub rsvp_comment: String,
    /// The mail with the answer.
    pub rsvp_response_id: Option<i64>,
    /// The guest in whose place they come.
    pub substitute_for: Option<i64>,
    /// That guest by name, or empty.
    pub stands_in_for: String,
    /// Who comes in their place, by name, or empty.
    pub replaced_by: String,
    /// `requested`, `approved`, `refused`, or empty.
    pub accreditation: String,
    /// When they arrived, UTC; empty = they have not.
    pub arrived_at: String,
    /// They came without being on the list.
    pub walk_in: bool,
    /// Why they wait or are not invited any more, or empty.
    pub reason: String,
    /// For the staff alone.
    pub notes: String,
    /// Which version of the event they last heard of: its SEQUENCE + 1; 0 = none.
    pub told_version: i64,
    /// When they were told that it is called off or that they are no longer asked, UTC.
    pub told_off_at: String,
    /// Their yes or maybe speaks of the event as it was before it last changed.
    pub answered_before_change: bool,
}

/// Sums over all guests of an event, whatever the filter. Who is replaced counts with their deputy.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct GuestSums {
    /// On the list, not asked yet.
    pub listed: i64,
    /// Invited.
    pub invited: i64,
    /// On the waiting list.
    pub waiting: i64,
    /// No longer asked.
    pub withdrawn: i64,
    /// Who said yes and have a seat.
    pub yes: i64,
    /// Who said no.
    pub no: i64,
    /// Who said maybe and have a seat.
    pub maybe: i64,
    /// Invited, without an answer.
    pub unanswered: i64,
    /// Seats; 0 = no limit.
    pub seats: i64,
    /// Seats that nobody holds: below 0 where more were given than there are; 0 without a limit.
    pub seats_left: i64,
    /// Answers that a person must look at.
    pub open_answers: i64,
    /// Those of yes and maybe that are older than the last change of the event.
    pub answered_before_change: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuestPage {
    /// Guests.
    pub rows: Vec<GuestRow>,
    /// How many fit the filter.
    pub total: i64,
    /// Sums.
    pub sums: GuestSums,
}

/// One guest as far as filter, order and sums need them.
struct Brief {
    id: i64,
    name_key: String,
    outlet: String,
    email: String,
    phone: String,
    category: String,
    place: Place,
    rsvp: String,
    rsvp_at: String,
    arrived_at: String,
    before_change: bool,
}

/// Which version of its event the answer of a guest `g` speaks of, as SQL: SEQUENCE + 1, 0 = not
/// known. An answer that does not say it speaks of what the guest last heard.
pub(crate) const ANSWERED_VERSION: &str = "
    COALESCE(NULLIF((SELECT a.told_version FROM event_answers a
                     WHERE a.guest_id = g.id AND a.at = g.rsvp_at AND a.rsvp = g.rsvp
                       AND a.state IN ('applied', 'open') AND a.deleted_at IS NULL
                     ORDER BY a.id DESC LIMIT 1), 0), g.told_version)";

/// Whether the answer of a guest `g` is older than the last change of its event `e`, as SQL.
fn before_change() -> String {
    format!(
        "CASE WHEN g.rsvp IN ('yes', 'maybe') AND e.sequence > 0 AND g.arrived_at = ''
              THEN {ANSWERED_VERSION} BETWEEN 1 AND e.sequence ELSE 0 END"
    )
}

/// Lists the guests of an event.
pub fn list(db: &Reader, _ctx: &Ctx, filter: GuestFilter) -> Result<GuestPage> {
    let event: PressEvent = db.get(filter.event_id)?;
    let room = Room::of(db, &event)?;
    let all = briefs(db, event.id)?;
    let mut sums = sums(&all, &room);
    sums.seats = event.capacity;
    sums.seats_left = room.left();
    sums.open_answers = db.number(
        "SELECT COUNT(*) FROM event_answers WHERE event_id = :event AND state = 'open' AND deleted_at IS NULL",
        named_params! {":event": event.id},
    )?;
    let words = fold(filter.text.as_deref().unwrap_or_default());
    let mut beside = String::new();
    let mut found: Vec<&Brief> =
        all.iter().filter(|guest| fits(guest, &filter, &room, &words, &mut beside)).collect();
    put_in_order(&mut found, &filter);
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let offset = usize::try_from(filter.offset.unwrap_or(0)).unwrap_or(0);
    let limit = match filter.limit {
        Some(limit) if limit >= 0 => usize::try_from(limit).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let ids: Vec<i64> = found.iter().skip(offset).take(limit).map(|guest| guest.id).collect();
    Ok(GuestPage { rows: rows(db, &ids)?, total, sums })
}

/// One guest as the list shows them.
pub fn row(db: &Reader, id: i64) -> Result<GuestRow> {
    rows(db, &[id])?
        .into_iter()
        .next()
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

fn briefs(db: &Reader, event_id: i64) -> Result<Vec<Brief>> {
    db.rows(
        &format!(
            "SELECT g.id, g.name_key, COALESCE(o.name, g.outlet), g.email, g.phone, g.category, g.place, g.rsvp, g.rsvp_at, g.arrived_at,
                    {}
             FROM event_guests g
             JOIN press_events e ON e.id = g.event_id
             LEFT JOIN organisations o ON o.id = g.outlet_id
             WHERE g.event_id = :event AND g.deleted_at IS NULL
             ORDER BY CASE WHEN g.place = 'waiting' THEN g.waiting_since ELSE '' END, g.id",
            before_change()
        ),
        named_params! {":event": event_id},
        |row| {
            Ok(Brief {
                id: row.get(0)?,
                name_key: row.get(1)?,
                outlet: row.get(2)?,
                email: row.get(3)?,
                phone: row.get(4)?,
                category: row.get(5)?,
                place: row.get(6)?,
                rsvp: row.get(7)?,
                rsvp_at: row.get(8)?,
                arrived_at: row.get(9)?,
                before_change: row.get(10)?,
            })
        },
    )
}

fn sums(all: &[Brief], room: &Room) -> GuestSums {
    let mut sums = GuestSums::default();
    for guest in all {
        let is_asked = matches!(guest.place, Place::Listed | Place::Invited);
        match guest.place {
            Place::Listed => sums.listed += 1,
            Place::Invited => sums.invited += 1,
            Place::Waiting => sums.waiting += 1,
            Place::Withdrawn => sums.withdrawn += 1,
        }
        if !is_asked || room.is_replaced(guest.id) {
            continue;
        }
        sums.answered_before_change += i64::from(guest.before_change);
        match guest.rsvp.as_str() {
            "yes" => sums.yes += 1,
            "no" => sums.no += 1,
            "maybe" => sums.maybe += 1,
            _ => sums.unanswered += i64::from(guest.place == Place::Invited),
        }
    }
    sums
}

fn fits(
    guest: &Brief,
    filter: &GuestFilter,
    room: &Room,
    words: &str,
    beside: &mut String,
) -> bool {
    let is_unanswered =
        || guest.place == Place::Invited && guest.rsvp.is_empty() && !room.is_replaced(guest.id);
    let is_before_change = || {
        let is_asked = matches!(guest.place, Place::Listed | Place::Invited);
        guest.before_change && is_asked && !room.is_replaced(guest.id)
    };
    filter.place.is_none_or(|place| guest.place == place)
        && filter.rsvp.as_deref().is_none_or(|rsvp| guest.rsvp == rsvp)
        && filter.category.as_deref().is_none_or(|category| guest.category == category)
        && filter.unanswered.is_none_or(|wanted| wanted == is_unanswered())
        && filter.answered_before_change.is_none_or(|wanted| wanted == is_before_change())
        && (words.is_empty() || has_words(guest, words, beside))
}

fn has_words(guest: &Brief, words: &str, beside: &mut String) -> bool {
    beside.clear();
    fold_into(&guest.outlet, beside);
    beside.push(' ');
    fold_into(&guest.email, beside);
    words.split(' ').all(|word| {
        let is_number = word.len() >= 3 && word.bytes().all(|letter| letter.is_ascii_digit());
        guest.name_key.contains(word)
            || beside.contains(word)
            // 0812… and +62812… are one number.
            || is_number && guest.phone.contains(word.strip_prefix('0').unwrap_or(word))
    })
}

fn put_in_order(found: &mut [&Brief], filter: &GuestFilter) {
    let by_name = |a: &&Brief, b: &&Brief| (&a.name_key, a.id).cmp(&(&b.name_key, b.id));
    match filter.order {
        // They come in the order of the waiting list, then as they were added.
        None if filter.place == Some(Place::Waiting) => {}
        None | Some(GuestOrder::Name) => found.sort_by(by_name),
        Some(GuestOrder::Outlet) => {
            found.sort_by_cached_key(|guest| {
                (guest.outlet.is_empty(), fold(&guest.outlet), guest.name_key.clone(), guest.id)
            });
        }
        Some(GuestOrder::Answer) => found.sort_by(|a, b| {
            let rank = |guest: &Brief| match (guest.arrived_at.is_empty(), guest.rsvp.as_str()) {
                (false, _) => 0,
                (_, "yes") => 1,
                (_, "maybe") => 2,
                (_, "no") => 4,
                _ => 3,
            };
            rank(a).cmp(&rank(b)).then_with(|| by_name(a, b))
        }),
        Some(GuestOrder::Answered) => {
            found.sort_by(|a, b| b.rsvp_at.cmp(&a.rsvp_at).then_with(|| by_name(a, b)));
        }
        Some(GuestOrder::Added) => found.sort_by_key(|guest| guest.id),
    }
}

fn rows(db: &Reader, ids: &[i64]) -> Result<Vec<GuestRow>> {
    let language = settings::value(db, "language", "id")?;
    let mut rows = db.rows(
        &format!("SELECT g.id, g.version, g.event_id, g.contact_id, g.name, g.outlet_id, COALESCE(o.name, g.outlet), g.position,
                g.email, g.phone, g.category, g.place, g.waiting_since,
                CASE WHEN g.place = 'waiting' THEN 1 + (
                    SELECT COUNT(*) FROM event_guests w
                    WHERE w.event_id = g.event_id AND w.place = 'waiting' AND w.deleted_at IS NULL
                      AND (w.waiting_since < g.waiting_since OR w.waiting_since = g.waiting_since AND w.id < g.id)) ELSE 0 END,
                g.nominated_by, COALESCE(n.name, ''), g.invited_at, g.reminded_at, g.rsvp, g.rsvp_at, g.rsvp_by, g.rsvp_comment,
                g.rsvp_response_id, g.substitute_for, COALESCE(s.name, ''),
                COALESCE((SELECT d.name FROM event_guests d
                          WHERE d.substitute_for = g.id AND d.place <> 'withdrawn' AND d.rsvp <> 'no' AND d.deleted_at IS NULL
                          ORDER BY d.id DESC LIMIT 1), ''),
                g.accreditation, g.arrived_at, g.walk_in, g.reason, g.notes, g.told_version, g.told_off_at,
                {}
         FROM json_each(:ids) wanted
         CROSS JOIN event_guests g ON g.id = wanted.value AND g.deleted_at IS NULL
         JOIN press_events e ON e.id = g.event_id
         LEFT JOIN organisations o ON o.id = g.outlet_id
         LEFT JOIN organisations n ON n.id = g.nominated_by
         LEFT JOIN event_guests s ON s.id = g.substitute_for
         ORDER BY wanted.key", before_change()),
        named_params! {":ids": serde_json::to_string(ids)?},
        row_of,
    )?;
    for row in &mut rows {
        row.reason = reason_in(&row.reason, &language);
    }
    Ok(rows)
}

fn row_of(row: &Row) -> rusqlite::Result<GuestRow> {
    Ok(GuestRow {
        id: row.get(0)?,
        version: row.get(1)?,
        event_id: row.get(2)?,
        contact_id: row.get(3)?,
        name: row.get(4)?,
        outlet_id: row.get(5)?,
        outlet: row.get(6)?,
        position: row.get(7)?,
        email: row.get(8)?,
        phone: row.get(9)?,
        category: row.get(10)?,
        place: row.get(11)?,
        waiting_since: row.get(12)?,
        waiting_rank: row.get(13)?,
        nominated_by: row.get(14)?,
        nominated_by_name: row.get(15)?,
        invited_at: row.get(16)?,
        reminded_at: row.get(17)?,
        rsvp: row.get(18)?,
        rsvp_at: row.get(19)?,
        rsvp_by: row.get(20)?,
        rsvp_comment: row.get(21)?,
        rsvp_response_id: row.get(22)?,
        substitute_for: row.get(23)?,
        stands_in_for: row.get(24)?,
        replaced_by: row.get(25)?,
        accreditation: row.get(26)?,
        arrived_at: row.get(27)?,
        walk_in: row.get(28)?,
        reason: row.get(29)?,
        notes: row.get(30)?,
        told_version: row.get(31)?,
        told_off_at: row.get(32)?,
        answered_before_change: row.get(33)?,
    })
}
