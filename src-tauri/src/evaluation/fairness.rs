//! Who is asked how often: invited, came, left out and why, by outlet or by person, of the events of
//! a kind in a period; and who never. Facts in the order of names, no marks.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::outlet_key;
use super::seats::{Seat, guests_of, seats_of};
use crate::choice;
use crate::clock;
use crate::db::{Ctx, Reader, Row};
use crate::error::Result;
use crate::event_guest::{EventGuest, Place, reason_in};
use crate::field;
use crate::press_event::{EventKind, EventState, PressEvent};
use crate::settings;

choice! {
    /// Whose record it is.
    FairnessWho {
        /// Outlets.
        Outlets = "outlets",
        /// People.
        Contacts = "contacts",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for FairnessWho {
    fn default() -> Self {
        Self::Outlets
    }
}

/// Which record to read.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FairnessAsk {
    /// Of outlets or of people.
    #[ts(optional = false)]
    pub who: FairnessWho,
    /// Events of this kind; none = all kinds.
    pub kind: Option<EventKind>,
    /// From this day on, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Until this day.
    pub until: Option<String>,
    /// Those of the media list who were never asked, instead of those who were.
    pub never: Option<bool>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// Why somebody was not at an event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NotAsked {
    /// The event.
    pub event_id: i64,
    /// Its name.
    pub title: String,
    /// Its first day, `YYYY-MM-DD`.
    pub day: String,
    /// The person whom it concerns.
    pub name: String,
    /// `waiting`, `withdrawn`, `not_asked`, `refused` or `excluded`: its name is `fairness-how-…`.
    pub how: String,
    /// Why: what the office wrote, or the word of an exclusion (`exclusion-…`); empty = not written.
    pub reason: String,
}

/// The record of one outlet or one person.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct FairnessRow {
    /// The organisation or contact; none = known by name alone.
    pub id: Option<i64>,
    /// The name.
    pub name: String,
    /// The outlet of a person, or empty.
    pub outlet: String,
    /// Events to which they were asked.
    pub invited: i64,
    /// Of these, events that they confirmed.
    pub confirmed: i64,
    /// Events that they declined.
    pub declined: i64,
    /// Events to which they came, asked or not.
    pub came: i64,
    /// Events that they had confirmed without coming.
    pub no_shows: i64,
    /// Events at which they were left out: on the waiting list to the end, taken back, refused,
    /// excluded from the invitation or never asked.
    pub left_out: i64,
    /// The day of the last event to which they came, or empty.
    pub last_came_on: String,
    /// When and why they were left out, the latest first.
    pub reasons: Vec<NotAsked>,
}

/// The record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Fairness {
    /// Events of the kind in the period that were not called off.
    pub events: i64,
    /// Outlets or people on record, or who were never asked.
    pub total: i64,
    /// Outlets or people of the media list who were never asked.
    pub never: i64,
    /// By name.
    pub rows: Vec<FairnessRow>,
}

const PAGE: i64 = 200;

type Key = (i64, String);

/// Reads the record.
pub fn fairness(db: &Reader, ctx: &Ctx, ask: FairnessAsk) -> Result<Fairness> {
    let events = events_of(db, &ask)?;
    let mut records = BTreeMap::<Key, FairnessRow>::new();
    let language = settings::value(db, "language", "id")?;
    for event in &events {
        let guests = guests_of(db, event.id)?;
        let excluded = excluded(db, event.id, ask.who)?;
        let told = Told { event, ask: &ask, now: ctx.now_text(), language: &language };
        tell(&mut records, &told, &guests, excluded);
    }
    name_all(db, &mut records, ask.who)?;
    let known: BTreeSet<i64> = records.values().filter_map(|row| row.id).collect();
    let (never, strangers) = never_asked(db, &ask, &known)?;
    let events = i64::try_from(events.len()).unwrap_or(i64::MAX);
    if ask.never == Some(true) {
        return Ok(Fairness { events, total: never, never, rows: strangers });
    }
    let mut rows: Vec<FairnessRow> = records.into_values().collect();
    rows.sort_by_cached_key(|row| (crate::format::fold::fold(&row.name), row.id));
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(ask.offset.unwrap_or(0)).unwrap_or(0);
    let rows = rows.into_iter().skip(skip).take(page(&ask)).collect();
    Ok(Fairness { events, total, never, rows })
}

fn page(ask: &FairnessAsk) -> usize {
    usize::try_from(ask.limit.filter(|limit| *limit > 0).unwrap_or(PAGE)).unwrap_or(usize::MAX)
}

/// Events that were not called off, the latest first.
fn events_of(db: &Reader, ask: &FairnessAsk) -> Result<Vec<PressEvent>> {
    let day = |name: &str, said: &Option<String>| -> Result<String> {
        let said = said.clone().unwrap_or_default();
        field::check_day(name, &said)?;
        Ok(said)
    };
    let (from, until) = (day("from", &ask.from)?, day("until", &ask.until)?);
    let all: Vec<PressEvent> = db.all(
        "state <> :cancelled AND (:kind IS NULL OR kind = :kind) ORDER BY begins_at DESC, id DESC",
        named_params! {":cancelled": EventState::Cancelled.as_str(), ":kind": ask.kind.map(EventKind::as_str)},
    )?;
    let within = |event: &PressEvent| {
        let day = day_of(event);
        (from.is_empty() || day >= from) && (until.is_empty() || day <= until)
    };
    Ok(all.into_iter().filter(within).collect())
}

/// The first day of an event in its own zone.
fn day_of(event: &PressEvent) -> String {
    let zone = event.zone.parse().unwrap_or(chrono_tz::Tz::UTC);
    clock::from_text(&event.begins_at)
        .map(|at| at.with_timezone(&zone).date_naive().to_string())
        .unwrap_or_default()
}

struct Told<'a> {
    event: &'a PressEvent,
    ask: &'a FairnessAsk,
    now: String,
    language: &'a str,
}

/// What one event adds to one record.
#[derive(Default)]
struct AtEvent {
    row: FairnessRow,
    invited: bool,
    confirmed: bool,
    declined: bool,
    came: bool,
    no_show: bool,
    reasons: Vec<NotAsked>,
}

/// Adds what happened at one event to everybody's record.
fn tell(
    records: &mut BTreeMap<Key, FairnessRow>,
    told: &Told,
    guests: &[EventGuest],
    excluded: Vec<Excluded>,
) {
    let day = day_of(told.event);
    let mut here = BTreeMap::<Key, AtEvent>::new();
    for seat in seats_of(guests) {
        for guest in std::iter::once(seat.root).chain(seat.substitutes.iter().copied()) {
            let Some(key) = key_of(guest, told.ask.who) else { continue };
            let one = here.entry(key).or_insert_with(|| AtEvent {
                row: blank(guest, told.ask.who),
                ..AtEvent::default()
            });
            if guest.id == seat.root.id {
                of_place(one, &seat, told, &day);
            }
            one.came |= !guest.arrived_at.is_empty();
        }
    }
    for one in excluded {
        let key = (one.id.unwrap_or(0), String::new());
        let entry = here.entry(key).or_default();
        if entry.row.id.is_none() {
            entry.row.id = one.id;
        }
        if !entry.invited {
            entry.reasons.push(left_out(told, &day, &one.name, "excluded", &one.reason));
        }
    }
    for (key, one) in here {
        let record = records.entry(key).or_insert_with(|| one.row.clone());
        record.invited += i64::from(one.invited);
        record.confirmed += i64::from(one.confirmed);
        record.declined += i64::from(one.declined);
        record.came += i64::from(one.came);
        record.no_shows += i64::from(one.no_show && !one.came);
        // Whoever was there was not left out, whatever became of a colleague's place.
        if !one.came && !one.invited && !one.reasons.is_empty() {
            record.left_out += 1;
        }
        if !one.came {
            record.reasons.extend(one.reasons);
        }
        if one.came && record.last_came_on < day {
            record.last_came_on.clone_from(&day);
        }
    }
}

fn of_place(one: &mut AtEvent, seat: &Seat, told: &Told, day: &str) {
    let guest = seat.root;
    if seat.is_invited() {
        one.invited = true;
        one.confirmed |= seat.answer() == "yes";
        one.declined |= seat.answer() == "no";
        one.no_show |= seat.is_no_show();
        if guest.accreditation == "refused" {
            let why = &guest.accreditation_reason;
            one.reasons.push(left_out(told, day, &guest.name, "refused", why));
        }
        return;
    }
    if guest.walk_in {
        return;
    }
    let begun = told.event.begins_at <= told.now;
    let how = match guest.place {
        Place::Waiting => "waiting",
        Place::Withdrawn => "withdrawn",
        Place::Listed if begun => "not_asked",
        Place::Listed | Place::Invited => return,
    };
    let reason = reason_in(&guest.reason, told.language);
    one.reasons.push(left_out(told, day, &guest.name, how, &reason));
}

fn left_out(told: &Told, day: &str, name: &str, how: &str, reason: &str) -> NotAsked {
    NotAsked {
        event_id: told.event.id,
        title: told.event.title.clone(),
        day: day.to_owned(),
        name: name.to_owned(),
        how: how.to_owned(),
        reason: reason.to_owned(),
    }
}

fn key_of(guest: &EventGuest, who: FairnessWho) -> Option<Key> {
    match who {
        FairnessWho::Outlets => outlet_key(guest.outlet_id, &guest.outlet),
        FairnessWho::Contacts => Some(match guest.contact_id {
            Some(id) => (id, String::new()),
            None => (0, format!("{} {}", guest.name_key, guest.outlet)),
        }),
    }
}

fn blank(guest: &EventGuest, who: FairnessWho) -> FairnessRow {
    match who {
        FairnessWho::Outlets => FairnessRow {
            id: guest.outlet_id,
            name: guest.outlet.clone(),
            ..FairnessRow::default()
        },
        FairnessWho::Contacts => FairnessRow {
            id: guest.contact_id,
            name: guest.name.clone(),
            outlet: guest.outlet.clone(),
            ..FairnessRow::default()
        },
    }
}

struct Excluded {
    id: Option<i64>,
    name: String,
    reason: String,
}

/// Who was left out when the invitation was sent: people, and the outlets where they work.
fn excluded(db: &Reader, event_id: i64, who: FairnessWho) -> Result<Vec<Excluded>> {
    let sql = match who {
        FairnessWho::Contacts => {
            "SELECT x.contact_id, c.name, CASE x.note WHEN '' THEN x.reason ELSE x.note END
             FROM distribution_exclusions x
             JOIN distributions d ON d.id = x.distribution_id
             JOIN contacts c ON c.id = x.contact_id
             WHERE d.event_id = :event AND d.event_mail = 'invitation'"
        }
        FairnessWho::Outlets => {
            "SELECT DISTINCT COALESCE(x.organisation_id, a.organisation_id), COALESCE(c.name, ''),
                    CASE x.note WHEN '' THEN x.reason ELSE x.note END
             FROM distribution_exclusions x
             JOIN distributions d ON d.id = x.distribution_id
             LEFT JOIN contacts c ON c.id = x.contact_id
             LEFT JOIN affiliations a ON a.contact_id = x.contact_id AND a.ended_on = '' AND a.deleted_at IS NULL
             WHERE d.event_id = :event AND d.event_mail = 'invitation'
               AND COALESCE(x.organisation_id, a.organisation_id) IS NOT NULL"
        }
    };
    db.rows(sql, named_params! {":event": event_id}, |row| {
        Ok(Excluded { id: row.get(0)?, name: row.get(1)?, reason: row.get(2)? })
    })
}

/// Names as they are today; records that came from an exclusion alone have none yet.
fn name_all(db: &Reader, records: &mut BTreeMap<Key, FairnessRow>, who: FairnessWho) -> Result<()> {
    let sql = match who {
        FairnessWho::Outlets => "SELECT name FROM organisations WHERE id = :id",
        FairnessWho::Contacts => "SELECT name FROM contacts WHERE id = :id",
    };
    for row in records.values_mut() {
        if let Some(id) = row.id {
            let name = db.row(sql, named_params! {":id": id}, |row| row.get(0))?;
            row.name = name.unwrap_or_else(|| row.name.clone());
        }
    }
    Ok(())
}

/// Outlets or journalists of the media list who stand in no record: how many, and a page of them.
fn never_asked(
    db: &Reader,
    ask: &FairnessAsk,
    known: &BTreeSet<i64>,
) -> Result<(i64, Vec<FairnessRow>)> {
    let (count, list) = match ask.who {
        FairnessWho::Outlets => (
            "SELECT COUNT(*) FROM organisations
             WHERE kind = 'outlet' AND deleted_at IS NULL AND id NOT IN (SELECT value FROM json_each(:known))",
            "SELECT id, name, '' FROM organisations
             WHERE kind = 'outlet' AND deleted_at IS NULL AND id NOT IN (SELECT value FROM json_each(:known))
             ORDER BY name_key, id LIMIT :limit OFFSET :offset",
        ),
        FairnessWho::Contacts => (
            "SELECT COUNT(*) FROM contacts
             WHERE kind = 'journalist' AND deleted_at IS NULL AND id NOT IN (SELECT value FROM json_each(:known))",
            "SELECT c.id, c.name, COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                                            WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL
                                            ORDER BY a.id LIMIT 1), '')
             FROM contacts c
             WHERE c.kind = 'journalist' AND c.deleted_at IS NULL AND c.id NOT IN (SELECT value FROM json_each(:known))
             ORDER BY c.name_key, c.id LIMIT :limit OFFSET :offset",
        ),
    };
    let known = serde_json::to_string(known)?;
    let never = db.number(count, named_params! {":known": known})?;
    if ask.never != Some(true) {
        return Ok((never, Vec::new()));
    }
    let limit = i64::try_from(page(ask)).unwrap_or(i64::MAX);
    let offset = ask.offset.unwrap_or(0).max(0);
    let rows = db.rows(
        list,
        named_params! {":known": known, ":limit": limit, ":offset": offset},
        |row: &Row| {
            Ok(FairnessRow {
                id: row.get(0)?,
                name: row.get(1)?,
                outlet: row.get(2)?,
                ..FairnessRow::default()
            })
        },
    )?;
    Ok((never, rows))
}
