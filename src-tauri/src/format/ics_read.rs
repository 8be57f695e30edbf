//! Reading iCalendar files (RFC 5545) as programs really write them: whatever is broken in an entry
//! is named, and the entry is kept as well as it can be understood.

use std::collections::{BTreeMap, BTreeSet};

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz as AnyTz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty,
    ICalendarStatus, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

/// Rounds of all repeating entries of a file together: a rule without end must end.
const MOST_ROUNDS: usize = 20_000;
/// Times that one repeating entry is written down.
const MOST_TIMES: usize = 400;
/// Entries of one file.
pub const MOST_ENTRIES: usize = 50_000;

/// An entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadEntry {
    /// As the source knows it; empty = it names none.
    pub uid: String,
    /// Its name.
    pub title: String,
    /// Where.
    pub place: String,
    /// What else is said of it.
    pub notes: String,
    /// When it begins.
    pub begins_at: DateTime<Utc>,
    /// When it ends; of whole days the midnight after the last.
    pub ends_at: DateTime<Utc>,
    /// In which its hours are named.
    pub zone: Tz,
    /// Only its days count.
    pub all_day: bool,
}

/// What was not as it should be, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRemark {
    /// The entry: its name, or its UID.
    pub entry: String,
    /// A key of the locales.
    pub text: &'static str,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadCalendar {
    /// The entries, in the order of the file; one that repeats, once for each time.
    pub entries: Vec<ReadEntry>,
    /// What was found on the way.
    pub remarks: Vec<ReadRemark>,
}

/// Where and until when to read.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// The zone of entries that name none.
    pub zone: Tz,
    /// Repetitions from here on are written down.
    pub from: DateTime<Utc>,
    /// And those before this.
    pub until: DateTime<Utc>,
}

/// Reads a file; none when it holds no calendar at all.
pub fn read(bytes: &[u8], reading: Reading) -> Option<ReadCalendar> {
    let text = decoded(bytes);
    let calendars = calendars(&text)?;
    let mut found = Finder { reading, rounds: MOST_ROUNDS, found: ReadCalendar::default() };
    for calendar in &calendars {
        found.calendar(calendar);
    }
    Some(found.found)
}

fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn calendars(text: &str) -> Option<Vec<ICalendar>> {
    let start = text.to_ascii_uppercase().find("BEGIN:VCALENDAR")?;
    let text = text.get(start..)?;
    let (mut all, whole) = parsed(text);
    if !whole {
        // A file that was cut off is read as far as it goes.
        let closed = format!("{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        let (more, _) = parsed(&closed);
        if more.len() > all.len() {
            all = more;
        }
    }
    Some(all)
}

fn parsed(text: &str) -> (Vec<ICalendar>, bool) {
    let mut parser = Parser::new(text);
    let (mut all, mut whole) = (Vec::new(), true);
    // Each round takes at least a line.
    for _ in 0..=text.len() {
        match parser.entry() {
            Entry::ICalendar(calendar) => all.push(calendar),
            Entry::Eof => break,
            Entry::UnterminatedComponent(_) => whole = false,
            _ => {}
        }
    }
    (all, whole)
}

struct Finder {
    reading: Reading,
    rounds: usize,
    found: ReadCalendar,
}

/// A time as an entry names it.
#[derive(Debug, Clone, Copy)]
struct Named {
    at: DateTime<Utc>,
    zone: Tz,
    is_day: bool,
}

impl Finder {
    fn calendar(&mut self, calendar: &ICalendar) {
        let zones = Zones::of(calendar, self.reading.zone);
        let mut changed: BTreeMap<String, Vec<&ICalendarComponent>> = BTreeMap::new();
        for part in calendar.components.iter().filter(|part| part.is_recurrence_override()) {
            changed.entry(part.uid().unwrap_or_default().to_owned()).or_default().push(part);
        }
        let masters: BTreeSet<&str> = calendar
            .components
            .iter()
            .filter(|part| !part.is_recurrence_override())
            .filter_map(|part| part.uid())
            .collect();
        for part in &calendar.components {
            if self.found.entries.len() >= MOST_ENTRIES {
                self.remark(part, "ics-too-many", vec![("most", MOST_ENTRIES.to_string())]);
                return;
            }
            match part.component_type {
                ICalendarComponentType::VEvent | ICalendarComponentType::VTodo => {}
                ICalendarComponentType::VJournal => {
                    self.remark(part, "ics-journal", Vec::new());
                    continue;
                }
                _ => continue,
            }
            let uid = part.uid().unwrap_or_default();
            // A changed time of a series goes with the series.
            if part.is_recurrence_override() && masters.contains(uid) {
                continue;
            }
            if part.status() == Some(&ICalendarStatus::Cancelled) {
                self.remark(part, "ics-cancelled", Vec::new());
                continue;
            }
            let changes = changed.get(uid).map(Vec::as_slice).unwrap_or_default();
            self.entry(calendar, part, changes, &zones);
        }
    }

    fn remark(
        &mut self,
        part: &ICalendarComponent,
        text: &'static str,
        args: Vec<(&'static str, String)>,
    ) {
        let mut entry = text_of(part, &ICalendarProperty::Summary);
        if entry.is_empty() {
            entry = part.uid().unwrap_or_default().to_owned();
        }
        self.found.remarks.push(ReadRemark { entry, text, args });
    }

    fn entry(
        &mut self,
        calendar: &ICalendar,
        part: &ICalendarComponent,
        changes: &[&ICalendarComponent],
        zones: &Zones,
    ) {
        let Some(entry) = self.once(part, zones) else { return };
        if !part.has_property(&ICalendarProperty::Rrule)
            && !part.has_property(&ICalendarProperty::Rdate)
        {
            self.found.entries.push(entry);
            return;
        }
        let times = match self.times(calendar, part, &entry, zones) {
            Some(times) => times,
            None => {
                self.remark(part, "ics-rule-unreadable", Vec::new());
                self.found.entries.push(entry);
                return;
            }
        };
        let length = entry.ends_at - entry.begins_at;
        let mut moved = BTreeSet::new();
        for change in changes {
            if let Some(at) = self.named(change, &ICalendarProperty::RecurrenceId, zones) {
                moved.insert(at.at);
            }
        }
        let written = times.into_iter().filter(|at| !moved.contains(at)).map(|at| ReadEntry {
            begins_at: at,
            ends_at: at + length,
            ..entry.clone()
        });
        self.found.entries.extend(written);
        for change in changes {
            if change.status() == Some(&ICalendarStatus::Cancelled) {
                continue;
            }
            if let Some(mut other) = self.once(change, zones) {
                if other.title.is_empty() {
                    other.title.clone_from(&entry.title);
                }
                self.found.entries.push(other);
            }
        }
    }

    /// The entry at its first time.
    fn once(&mut self, part: &ICalendarComponent, zones: &Zones) -> Option<ReadEntry> {
        let begins = match self.named(part, &ICalendarProperty::Dtstart, zones) {
            Some(begins) => begins,
            None => {
                let other = [
                    ICalendarProperty::RecurrenceId,
                    ICalendarProperty::Due,
                    ICalendarProperty::Dtend,
                ]
                .iter()
                .find_map(|name| self.named(part, name, zones));
                let Some(other) = other else {
                    self.remark(part, "ics-no-begin", Vec::new());
                    return None;
                };
                if part.component_type == ICalendarComponentType::VEvent
                    && !part.is_recurrence_override()
                {
                    self.remark(part, "ics-begin-is-end", Vec::new());
                }
                other
            }
        };
        let ends_at = self.end(part, begins, zones);
        Some(ReadEntry {
            uid: part.uid().unwrap_or_default().trim().to_owned(),
            title: one_line(&text_of(part, &ICalendarProperty::Summary)),
            place: one_line(&text_of(part, &ICalendarProperty::Location)),
            notes: text_of(part, &ICalendarProperty::Description).trim().to_owned(),
            begins_at: begins.at,
            ends_at,
            zone: begins.zone,
            all_day: begins.is_day,
        })
    }

    fn end(&mut self, part: &ICalendarComponent, begins: Named, zones: &Zones) -> DateTime<Utc> {
        let usual = if begins.is_day { Duration::days(1) } else { Duration::zero() };
        let after = |length: Duration| {
            let local = begins.at.with_timezone(&begins.zone).naive_local();
            if begins.is_day { on_clocks(local + length, begins.zone) } else { begins.at + length }
        };
        let lasts = part.property(&ICalendarProperty::Duration).and_then(|entry| {
            match entry.values.first() {
                Some(ICalendarValue::Duration(length)) => length.to_time_delta(),
                _ => None,
            }
        });
        let ends = match (self.named(part, &ICalendarProperty::Dtend, zones), lasts) {
            (Some(ends), _) => ends.at,
            (None, Some(length)) => after(length),
            (None, None) => return after(usual),
        };
        if ends < begins.at {
            self.remark(part, "ics-end-before", Vec::new());
            return after(usual);
        }
        if ends == begins.at { after(usual) } else { ends }
    }

    /// A property's time; what is strange about its zone is remarked.
    fn named(
        &mut self,
        part: &ICalendarComponent,
        name: &ICalendarProperty,
        zones: &Zones,
    ) -> Option<Named> {
        let entry = part.property(name)?;
        let (day, time, offset) = said(entry)?;
        let (zone, strange) = match (offset, entry.tz_id()) {
            (Some(_), _) => (Tz::UTC, None),
            (None, Some(id)) => zones.named(id),
            (None, None) => (zones.usual, None),
        };
        if let Some((text, args)) = strange
            && *name == ICalendarProperty::Dtstart
        {
            self.remark(part, text, args);
        }
        let local = day.and_time(time.unwrap_or(NaiveTime::MIN));
        let at = match offset {
            Some(ahead) => local.and_utc() - ahead,
            None => on_clocks(local, zone),
        };
        Some(Named { at, zone, is_day: time.is_none() })
    }

    /// When a repeating entry takes place within the time that is read; none when its rule cannot
    /// be followed.
    fn times(
        &mut self,
        calendar: &ICalendar,
        part: &ICalendarComponent,
        entry: &ReadEntry,
        zones: &Zones,
    ) -> Option<Vec<DateTime<Utc>>> {
        let components = calendar
            .components
            .iter()
            .filter(|other| other.component_type == ICalendarComponentType::VTimezone)
            .chain(std::iter::once(part))
            .cloned()
            .collect();
        let mut alone = ICalendar { components };
        if let Some(last) = alone.components.last_mut() {
            // The zone that was understood holds for the rule too.
            for own in &mut last.entries {
                let broken = own.tz_id().is_some_and(|id| zones.named(id).1.is_some());
                if broken {
                    own.params.clear();
                }
            }
        }
        let expanded = alone.expand_dates(entry.zone, self.rounds);
        if !expanded.errors.is_empty() || expanded.events.is_empty() {
            return None;
        }
        self.rounds = self.rounds.saturating_sub(expanded.events.len());
        let all: BTreeSet<DateTime<Utc>> = expanded
            .events
            .iter()
            .map(|event| match event.start.timezone().is_floating() {
                true => on_clocks(event.start.naive_local(), entry.zone),
                false => event.start.with_timezone(&Utc),
            })
            .collect();
        let last_known = all.last().copied();
        let mut times: Vec<DateTime<Utc>> = all
            .into_iter()
            .filter(|at| *at >= self.reading.from && *at < self.reading.until)
            .collect();
        let is_cut = times.len() > MOST_TIMES
            || self.rounds == 0
            || last_known.is_some_and(|at| at >= self.reading.until);
        times.truncate(MOST_TIMES);
        match times.last() {
            Some(last) if is_cut => {
                let day = last.with_timezone(&entry.zone).date_naive().to_string();
                self.remark(
                    part,
                    "ics-rule-until",
                    vec![("count", times.len().to_string()), ("day", day)],
                );
            }
            None => self.remark(part, "ics-rule-outside", Vec::new()),
            _ => {}
        }
        Some(times)
    }
}

type Strange = (&'static str, Vec<(&'static str, String)>);

/// The zones that a calendar's entries name.
struct Zones {
    usual: Tz,
    known: BTreeMap<String, Tz>,
    /// Those that only their own definition tells of: how far they are from UTC.
    defined: BTreeMap<String, i32>,
}

impl Zones {
    fn of(calendar: &ICalendar, usual: Tz) -> Self {
        let mut known = BTreeMap::new();
        let mut defined = BTreeMap::new();
        for part in calendar.timezones() {
            let id = text_of(part, &ICalendarProperty::Tzid);
            if let Some((name, AnyTz::Tz(zone))) = part.timezone() {
                known.insert(name.to_owned(), zone);
            } else if let Some(offset) = offset_of(calendar, part) {
                defined.insert(id, offset);
            }
        }
        Self { usual, known, defined }
    }

    /// The zone of a name, and what is strange about it.
    fn named(&self, id: &str) -> (Tz, Option<Strange>) {
        if let Some(zone) = self.known.get(id) {
            return (*zone, None);
        }
        match id.parse::<AnyTz>() {
            Ok(AnyTz::Tz(zone)) => return (zone, None),
            Ok(AnyTz::Fixed(offset)) => {
                if let Some(zone) = zone_at(offset.local_minus_utc(), self.usual) {
                    return (zone, None);
                }
            }
            _ => {}
        }
        let zone_named = |zone: Tz| ("zone", zone.name().to_owned());
        if let Some(zone) = self.defined.get(id).and_then(|offset| zone_at(*offset, self.usual)) {
            let args = vec![("name", id.to_owned()), zone_named(zone)];
            return (zone, Some(("ics-zone-by-definition", args)));
        }
        let args = vec![("name", id.to_owned()), zone_named(self.usual)];
        (self.usual, Some(("ics-zone-unknown", args)))
    }
}

/// How far a definition's standard time is from UTC, in seconds.
fn offset_of(calendar: &ICalendar, zone: &ICalendarComponent) -> Option<i32> {
    let parts = zone
        .component_ids
        .iter()
        .filter_map(|id| calendar.components.get(usize::try_from(*id).ok()?));
    parts
        .filter(|part| part.component_type == ICalendarComponentType::Standard)
        .filter_map(|part| part.property(&ICalendarProperty::Tzoffsetto)?.values.first())
        .filter_map(ICalendarValue::as_partial_date_time)
        .find_map(|at| {
            let seconds = i32::from(at.tz_hour?) * 3600 + i32::from(at.tz_minute.unwrap_or(0)) * 60;
            Some(if at.tz_minus { -seconds } else { seconds })
        })
}

/// A zone that is always so far from UTC: the usual one if it is, one of Indonesia, or a nameless
/// one of whole hours.
fn zone_at(seconds: i32, usual: Tz) -> Option<Tz> {
    let january = DateTime::from_timestamp(1_767_225_600, 0)?;
    let july = DateTime::from_timestamp(1_782_864_000, 0)?;
    let fits = |zone: &Tz| {
        [january, july].iter().all(|at| {
            zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc() == seconds
        })
    };
    let near = [usual, Tz::Asia__Jakarta, Tz::Asia__Makassar, Tz::Asia__Jayapura, Tz::UTC];
    near.into_iter().find(fits).or_else(|| {
        // The names of these zones have their sign the other way round.
        let hours = -(seconds / 3600);
        let name = format!("Etc/GMT{}{hours}", if hours >= 0 { "+" } else { "" });
        name.parse::<Tz>().ok().filter(fits)
    })
}

/// Day, time and how far from UTC, as a property says it.
fn said(entry: &ICalendarEntry) -> Option<(NaiveDate, Option<NaiveTime>, Option<Duration>)> {
    let at: &PartialDateTime = entry.values.first()?.as_partial_date_time()?;
    let day = NaiveDate::from_ymd_opt(at.year?.into(), at.month?.into(), at.day?.into())?;
    let time = match at.hour {
        None => None,
        Some(hour) => Some(NaiveTime::from_hms_opt(
            hour.into(),
            at.minute.unwrap_or(0).into(),
            // A leap second is the one before it.
            at.second.unwrap_or(0).min(59).into(),
        )?),
    };
    let offset = at.tz_hour.map(|hour| {
        let ahead =
            Duration::hours(hour.into()) + Duration::minutes(at.tz_minute.unwrap_or(0).into());
        if at.tz_minus { -ahead } else { ahead }
    });
    Some((day, time, offset.filter(|_| time.is_some())))
}

/// The instant at which a zone's clocks show this: the first of two, an hour later where they leap.
fn on_clocks(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

fn text_of(part: &ICalendarComponent, name: &ICalendarProperty) -> String {
    part.property(name)
        .and_then(|entry| entry.values.first())
        .and_then(ICalendarValue::as_text)
        .unwrap_or_default()
        .to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
