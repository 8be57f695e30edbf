//! Press events: conferences, gatherings, tours, visits and whatever else an office invites to.

mod cost;
mod entry;
mod file;
mod list;
mod place;
mod rundown;
mod task;
mod template;
mod text;
mod when;

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Searchable, Writer};
use crate::distribution::Instant;
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::kit::Kit;
use crate::organisation::{self, Organisation};
use crate::staff::{self, Staff};
use crate::{choice, clock, office, record, settings};

pub use cost::{
    CostReceipt, EventCost, EventCosts, copy_receipt, costs, delete_costs, save_cost, set_receipt,
};
pub use file::{
    DutyRow, EventDuty, EventFile, NewEventFile, attach, copy_file, delete_duties, delete_files,
    duties, files, save_duty, save_file,
};
pub use rundown::{
    EventItem, ItemConflict, ItemPatch, ItemRow, RundownShift, delete_items, rundown, save_item,
    shift_items,
};
pub use task::{
    DueTask, EventTask, TaskDone, TaskRow, delete_tasks, due_tasks, save_task, set_task_done, tasks,
};
pub use template::{
    EventTemplate, EventTemplateRow, KeepEventTemplate, delete_template, keep_template,
    save_template, templates,
};
pub use text::{EventImport, export, import};
pub(crate) use when::clock_time;

pub use list::{EventFilter, EventPage, EventRow, EventTime, list};
pub use place::SamePlace;

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

/// Columns that a save may write.
const BY_SAVE: [&str; 21] = [
    "kind",
    "title",
    "language",
    "all_day",
    "venue",
    "address",
    "map_url",
    "online_url",
    "host_id",
    "staff_id",
    "objective",
    "theme",
    "key_messages",
    "capacity",
    "dress",
    "contact_on_day",
    "budget",
    "kit_id",
    "plan_b",
    "notes",
    "lessons",
];
/// Most seats that an event can name.
const MOST_SEATS: i64 = 1_000_000;
/// Most rupiah in one figure: what a JavaScript number holds without loss.
pub(crate) const MOST_RUPIAH: i64 = 9_007_199_254_740_991;
/// How long an event takes of which nobody says when it ends.
const USUAL_HOURS: i64 = 2;
/// Longest event.
const MOST_DAYS: i64 = 366;

/// How events are found.
pub static SEARCH: Searchable = Searchable {
    table: "press_events",
    index: "press_event_search",
    columns: &["title", "about"],
    document: "SELECT e.title,
                      e.theme || ' ' || e.venue || ' ' || e.address || ' ' || e.objective || ' ' || e.key_messages || ' ' || e.notes || ' ' || e.lessons || ' ' || COALESCE(o.name, '')
               FROM press_events e
               LEFT JOIN organisations o ON o.id = e.host_id
               WHERE e.id = :id AND e.deleted_at IS NULL",
    parts: &[("organisations", "SELECT id FROM press_events WHERE host_id = :id")],
};

/// A save from the screen or the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventPatch {
    /// The record's fields; a new one needs a title and `begins`.
    #[ts(optional = false)]
    pub patch: Patch,
    /// When it begins, such as `2026-12-01 09:00 WITA`; without a zone in the event's, of a new one
    /// in the office's. An end that is not said moves along.
    pub begins: Option<String>,
    /// When it ends, in the same way, or only a time of the first day, or `+2.30` = so long after it
    /// begins; empty = two hours after it begins.
    pub ends: Option<String>,
    /// The unit that holds it, by name; one that is not there yet is created; empty = none.
    pub host: Option<String>,
    /// Of a new one: the template whose checklist, rundown and costs it begins with, by its key.
    pub template: Option<String>,
}

/// An event with what there is to say about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventDetail {
    /// The record.
    pub event: PressEvent,
    /// As lists show it.
    pub row: EventRow,
    /// The press kit's name, or empty.
    pub kit: String,
    /// Whether somebody has been invited.
    pub invited: bool,
    /// Other events at the same place at the same time.
    pub same_place: Vec<SamePlace>,
}

/// An event that is called off.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelOrder {
    /// The event.
    pub id: i64,
    /// Why, as the guests may know it.
    pub reason: String,
}

impl PressEvent {
    /// Its zone; that of Jakarta where it cannot be read.
    pub fn zone(&self) -> Tz {
        self.zone.parse().unwrap_or(chrono_tz::Asia::Jakarta)
    }

    /// When it begins, on the clocks of its zone.
    pub fn begins(&self) -> Option<DateTime<Tz>> {
        clock::from_text(&self.begins_at).map(|at| at.with_timezone(&self.zone()))
    }

    /// When it ends, on the clocks of its zone.
    pub fn ends(&self) -> Option<DateTime<Tz>> {
        clock::from_text(&self.ends_at).map(|at| at.with_timezone(&self.zone()))
    }
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<EventDetail> {
    let event: PressEvent = db.get(id)?;
    let kit = match event.kit_id {
        Some(id) => db.find::<Kit>(id)?.map(|kit| kit.name),
        None => None,
    };
    Ok(EventDetail {
        row: list::row(db, ctx, id)?,
        kit: kit.unwrap_or_default(),
        invited: is_known(db, id)?,
        same_place: place::others(db, &event)?,
        event,
    })
}

/// Whether anybody outside knows of the event: by an invitation, or as somebody who said that they come.
fn is_known(db: &Reader, id: i64) -> Result<bool> {
    let invited = db.number(
        // A mail on its way will have told somebody of the event as it was before.
        "SELECT EXISTS (SELECT 1 FROM event_guests WHERE event_id = :id AND (invited_at <> '' OR told_version > 0 OR rsvp IN ('yes', 'maybe')) AND deleted_at IS NULL)
             OR EXISTS (SELECT 1 FROM distributions WHERE event_id = :id AND event_version > 0 AND state IN ('running', 'paused'))",
        named_params! {":id": id},
    )?;
    Ok(invited == 1)
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: EventPatch) -> Result<EventDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => blank(db, ctx)?,
    };
    save.patch.check_version(&stored)?;
    if let (None, Some(key)) = (save.patch.id, save.template.as_deref()) {
        let key = key.to_owned();
        return begin_from(db, ctx, &key, save);
    }
    db.edit::<PressEvent>(&save.patch)?;
    if let Some(name) = save.patch.set.keys().find(|name| !BY_SAVE.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut event: PressEvent = save.patch.apply(&stored)?;
    if let Some(name) = &save.host {
        event.host_id = match name.trim() {
            "" => None,
            name => Some(organisation::named_or_new(db, name, "government_unit")?),
        };
    }
    set_time(&mut event, save.begins.as_deref(), save.ends.as_deref())?;
    store(db, &stored, &mut event)?;
    show(db, ctx, event.id)
}

/// Creates an event from a template; what is said besides wins.
fn begin_from(db: &Writer, ctx: &Ctx, key: &str, save: EventPatch) -> Result<EventDetail> {
    let mut from = template::named(db, key)?;
    for (name, value) in save.patch.set {
        // An empty field of the form leaves what the template says.
        if value.as_str() != Some("") || name == "title" {
            from.set.insert(name, value);
        }
    }
    from.begins = save.begins.or(from.begins);
    from.ends = save.ends.or(from.ends);
    from.host = save.host.or(from.host);
    text::create(db, ctx, from)
}

/// The member of the staff whom a text names: by the whole name, or by its first words where they
/// fit nobody else.
fn staff_named(db: &Reader, name: &str) -> Result<Option<i64>> {
    let key = fold(name);
    if key.is_empty() {
        return Ok(None);
    }
    let all: Vec<Staff> = db.all("1 = 1 ORDER BY id", &[])?;
    if let Some(one) = all.iter().find(|one| one.name_key == key) {
        return Ok(Some(one.id));
    }
    let mut found = all.iter().filter(|one| one.name_key.starts_with(&format!("{key} ")));
    Ok(match (found.next(), found.next()) {
        (Some(one), None) => Some(one.id),
        _ => None,
    })
}

fn blank(db: &Writer, ctx: &Ctx) -> Result<PressEvent> {
    Ok(PressEvent {
        language: settings::value(db, "language", "id")?,
        zone: office::zone(db)?.name().to_owned(),
        staff_id: staff::id_of(db, &ctx.actor)?,
        uid: new_uid(),
        ..PressEvent::default()
    })
}

/// A UID that nobody else gives (RFC 7986, 5.3: a random UUID).
pub(crate) fn new_uid() -> String {
    let mut text = format!("{:032x}", rand::random::<u128>());
    for at in [20, 16, 12, 8] {
        text.insert(at, '-');
    }
    text
}

/// Reads the instants that were said into an event.
fn set_time(event: &mut PressEvent, begins: Option<&str>, ends: Option<&str>) -> Result<()> {
    let before = event.begins().zip(event.ends());
    if let Some(begins) = begins {
        let begins = instant(begins, event.zone(), "begins", "00:00")?;
        event.begins_at = begins.stored();
        begins.zone.name().clone_into(&mut event.zone);
        // As long as it was, on the clocks of the place.
        if let Some((old_begin, old_end)) = before {
            let length = old_end.naive_local() - old_begin.naive_local();
            let end = begins.at.with_timezone(&begins.zone).naive_local() + length;
            event.ends_at = clock::to_text(on_clocks(begins.zone, end));
        } else {
            event.ends_at = clock::to_text(begins.at + Duration::hours(USUAL_HOURS));
        }
    }
    let Some(begin) = event.begins() else {
        return Err(Error::invalid("begins", "event-begin-missing"));
    };
    match ends.map(str::trim) {
        None => {}
        Some("") => {
            event.ends_at =
                clock::to_text(begin.with_timezone(&Utc) + Duration::hours(USUAL_HOURS));
        }
        Some(text) if text.starts_with('+') => {
            let length = text
                .trim_start_matches('+')
                .split_once(['.', ':'])
                .and_then(|(hours, minutes)| Some((hours.parse().ok()?, minutes.parse().ok()?)))
                .filter(|(hours, minutes)| {
                    (0..24 * MOST_DAYS).contains(hours) && (0..60).contains(minutes)
                })
                .map(|(hours, minutes)| Duration::hours(hours) + Duration::minutes(minutes))
                .ok_or_else(|| {
                    Error::invalid("ends", "distribution-time-unreadable").arg("text", text)
                })?;
            event.ends_at = clock::to_text(on_clocks(event.zone(), begin.naive_local() + length));
        }
        Some(text) => {
            let said = instant(text, event.zone(), "ends", "24:00").or_else(|error| {
                let day = begin.date_naive();
                Instant::read(&format!("{day} {text}"), event.zone(), "ends").map_err(|_| error)
            })?;
            event.ends_at = said.stored();
        }
    }
    if event.all_day {
        whole_days(event);
    }
    Ok(())
}

/// An instant; a day alone is that day at `time`, which is a beginning or an end of days.
fn instant(text: &str, zone: Tz, field: &'static str, time: &str) -> Result<Instant> {
    Instant::read(text, zone, field).or_else(|error| {
        if text.split_whitespace().any(is_time) {
            return Err(error);
        }
        let (day, named) = text.trim().rsplit_once(' ').unwrap_or((text.trim(), ""));
        Instant::read(&format!("{} {time}", text.trim()), zone, field)
            .or_else(|_| Instant::read(&format!("{day} {time} {named}"), zone, field))
            .map_err(|_| error)
    })
}

/// Whether a word is a time of day, such as `09.00`.
fn is_time(word: &str) -> bool {
    let mut parts = word.split([':', '.']);
    let is_number = |part: &str| part.len() < 3 && part.parse::<u8>().is_ok();
    parts.clone().count() == 2 && parts.all(is_number)
}

/// From the first midnight to the one after the last day.
fn whole_days(event: &mut PressEvent) {
    let (Some(begins), Some(ends)) = (event.begins(), event.ends()) else { return };
    let first = begins.date_naive();
    // An end at midnight belongs to the day before.
    let last = (ends.naive_local() - Duration::seconds(1)).date().max(first);
    let zone = event.zone();
    event.begins_at = clock::to_text(on_clocks(zone, first.and_time(NaiveTime::MIN)));
    event.ends_at =
        clock::to_text(on_clocks(zone, (last + Duration::days(1)).and_time(NaiveTime::MIN)));
}

/// The instant at which the clocks of a zone show this: the first one where they show it twice, an
/// hour later where they leave it out.
pub(crate) fn on_clocks(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

fn tidy(event: &mut PressEvent) {
    for line in [
        &mut event.title,
        &mut event.venue,
        &mut event.theme,
        &mut event.dress,
        &mut event.contact_on_day,
    ] {
        *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    for link in [&mut event.map_url, &mut event.online_url] {
        *link = link.trim().to_owned();
        if !link.is_empty() && !link.contains("://") {
            link.insert_str(0, "https://");
        }
    }
    event.venue_key = fold(&event.venue);
}

fn check(db: &Writer, event: &PressEvent) -> Result<()> {
    if event.title.is_empty() {
        return Err(Error::invalid("title", "event-title-missing"));
    }
    if !matches!(event.language.as_str(), "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    let (Some(begins), Some(ends)) = (event.begins(), event.ends()) else {
        return Err(Error::invalid("begins", "event-begin-missing"));
    };
    if ends <= begins {
        return Err(Error::invalid("ends", "event-ends-before"));
    }
    if ends - begins > Duration::days(MOST_DAYS) {
        return Err(Error::invalid("ends", "event-too-long").arg("most", MOST_DAYS));
    }
    for (name, number, most) in
        [("capacity", event.capacity, MOST_SEATS), ("budget", event.budget, MOST_RUPIAH)]
    {
        if !(0..=most).contains(&number) {
            return Err(Error::invalid(name, "event-number-wrong").arg("most", most));
        }
    }
    for (name, link) in [("map_url", &event.map_url), ("online_url", &event.online_url)] {
        let is_link = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
        if !link.is_empty()
            && !is_link.is_some_and(|rest| !rest.is_empty() && !link.contains(char::is_whitespace))
        {
            return Err(Error::invalid(name, "event-link-wrong").arg("link", link));
        }
    }
    if let Some(id) = event.host_id {
        db.get::<Organisation>(id)?;
    }
    if let Some(id) = event.staff_id {
        db.get::<Staff>(id)?;
    }
    if let Some(id) = event.kit_id {
        db.get::<Kit>(id)?;
    }
    Ok(())
}

/// Stores an event and what follows from the change.
fn store(db: &Writer, stored: &PressEvent, event: &mut PressEvent) -> Result<()> {
    tidy(event);
    check(db, event)?;
    if event.id == 0 {
        db.insert(event)?;
        return Ok(());
    }
    if tells_guests(stored, event) && is_known(db, event.id)? {
        event.sequence += 1;
    }
    db.update(event)?;
    if stored.begins_at != event.begins_at || stored.zone != event.zone {
        task::follow_event(db, event)?;
        rundown::items_follow(db, stored, event)?;
    }
    Ok(())
}

/// Whether something changed that an invited person must know.
fn tells_guests(before: &PressEvent, after: &PressEvent) -> bool {
    let told = |event: &PressEvent| {
        [
            &event.title,
            &event.begins_at,
            &event.ends_at,
            &event.zone,
            &event.venue,
            &event.address,
            &event.online_url,
        ]
        .map(Clone::clone)
    };
    told(before) != told(after) || before.all_day != after.all_day
}

/// Calls an event off. Guests who were invited must be told: its sequence grows.
pub fn cancel(db: &Writer, ctx: &Ctx, order: CancelOrder) -> Result<EventDetail> {
    let mut event: PressEvent = db.get(order.id)?;
    if event.state == EventState::Cancelled {
        return Err(
            Error::new(Code::Conflict, "event-already-cancelled").arg("title", &event.title)
        );
    }
    let reason = order.reason.trim();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "event-cancel-reason"));
    }
    event.state = EventState::Cancelled;
    event.cancelled_at = ctx.now_text();
    reason.clone_into(&mut event.cancel_reason);
    event.sequence += i64::from(is_known(db, event.id)?);
    db.update(&mut event)?;
    show(db, ctx, event.id)
}

/// Says that an event was held.
pub fn hold(db: &Writer, ctx: &Ctx, id: i64) -> Result<EventDetail> {
    let mut event: PressEvent = db.get(id)?;
    if event.state == EventState::Cancelled {
        return Err(Error::new(Code::Conflict, "event-is-cancelled").arg("title", &event.title));
    }
    if clock::from_text(&event.begins_at).is_some_and(|begins| begins > ctx.now) {
        return Err(Error::new(Code::Invalid, "event-not-begun").arg("title", &event.title));
    }
    event.state = EventState::Held;
    db.update(&mut event)?;
    show(db, ctx, id)
}

/// Makes an event that was called off, or said to be held, one that is to come.
pub fn plan_again(db: &Writer, ctx: &Ctx, id: i64) -> Result<EventDetail> {
    let mut event: PressEvent = db.get(id)?;
    if event.state == EventState::Planned {
        return show(db, ctx, id);
    }
    if event.state == EventState::Cancelled {
        event.sequence += i64::from(is_known(db, id)?);
    }
    event.state = EventState::Planned;
    event.cancelled_at.clear();
    event.cancel_reason.clear();
    db.update(&mut event)?;
    show(db, ctx, id)
}

/// Puts events into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<PressEvent>(id)?);
    }
    Ok(deleted)
}

/// The event that a person means: its id, or words of its name that fit no other.
pub fn named(db: &Reader, said: &str) -> Result<i64> {
    let said = said.trim();
    if let Ok(id) = said.parse::<i64>() {
        return db
            .find::<PressEvent>(id)?
            .map(|event| event.id)
            .ok_or_else(|| Error::new(Code::NotFound, "event-not-found").arg("event", said));
    }
    let key = fold(said);
    let all: Vec<(i64, String)> = db.rows(
        "SELECT id, title FROM press_events WHERE deleted_at IS NULL ORDER BY begins_at DESC, id DESC",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut exact = all.iter().filter(|(_, title)| fold(title) == key);
    if let (Some((id, _)), None) = (exact.next(), exact.next()) {
        return Ok(*id);
    }
    let words: BTreeSet<&str> = key.split_whitespace().collect();
    let found: Vec<&(i64, String)> = all
        .iter()
        .filter(|(_, title)| {
            let title = fold(title);
            !words.is_empty() && words.iter().all(|word| title.contains(word))
        })
        .collect();
    match found.as_slice() {
        [] => Err(Error::new(Code::NotFound, "event-not-found").arg("event", said)),
        [(id, _)] => Ok(*id),
        several => {
            let names: Vec<String> =
                several.iter().take(5).map(|(id, title)| format!("{id} {title}")).collect();
            Err(Error::new(Code::Invalid, "event-several")
                .arg("event", said)
                .arg("events", names.join(", ")))
        }
    }
}
