//! The calendar as files of other programs: written as iCalendar, kept up to date as one that
//! others subscribe to, and read from iCalendar or, for days off, from tables.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::entry::CalendarEntry;
use super::{CalendarItem, CalendarQuery, Layer, MOST_DAYS, instant, items};
use crate::db::{Ctx, Database, Durability, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::ics::{self, Method};
use crate::format::ics_read::{self, ReadCalendar, ReadEntry, ReadRemark, Reading};
use crate::format::table;
use crate::holiday::{self, Holiday, HolidayKind};
use crate::press_event::PressEvent;
use crate::record_file::{FileCopied, write_bytes};
use crate::stored_file::{self, Given};
use crate::{clock, office, settings, text};

/// Larger than this is no calendar.
const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// How far back and ahead a written calendar reaches, in days.
const BACK: u64 = 365;
const AHEAD: u64 = 730;

/// Which calendar to write, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CalendarExport {
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// From this day; none = a year ago.
    pub from: Option<String>,
    /// Until this day, itself not included; none = two years ahead.
    pub until: Option<String>,
    /// Only these layers; none = all but birthdays, which are other people's.
    pub layers: Option<Vec<Layer>>,
    /// Only this press event.
    pub event_id: Option<i64>,
}

/// The layers that leave the house unless others are named.
const USUAL: &[Layer] = &[
    Layer::Event,
    Layer::Release,
    Layer::Embargo,
    Layer::Deadline,
    Layer::Task,
    Layer::Entry,
    Layer::Holiday,
];

/// Writes a calendar file.
pub fn export(db: &Writer, ctx: &Ctx, order: CalendarExport) -> Result<FileCopied> {
    let (name, text) = match order.event_id {
        Some(id) => {
            let event: PressEvent = db.get(id)?;
            let text = ics::write(Method::Publish, "", &[event.entry(ctx.now)?]);
            (event.title, text)
        }
        None => {
            let language = settings::value(db, "language", "id")?;
            (text::sentence(&language, "nav-calendar", &[]), written(db, ctx, &order)?)
        }
    };
    let name: String = name
        .chars()
        .map(|letter| if letter.is_alphanumeric() || " -_".contains(letter) { letter } else { ' ' })
        .take(80)
        .collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    write_bytes(ctx, text.as_bytes(), &format!("{name}.ics"), order.file)
}

/// The calendar as text.
fn written(db: &Reader, ctx: &Ctx, order: &CalendarExport) -> Result<String> {
    let zone = office::zone(db)?;
    let today = ctx.now.with_timezone(&zone).date_naive();
    let day = |said: &Option<String>, usual: Option<NaiveDate>, field: &'static str| match said {
        Some(day) => day
            .parse::<NaiveDate>()
            .map_err(|_| Error::invalid(field, "calendar-day-wrong").arg("value", day)),
        None => Ok(usual.unwrap_or(today)),
    };
    let from = day(&order.from, today.checked_sub_days(Days::new(BACK)), "from")?;
    let until = day(&order.until, today.checked_add_days(Days::new(AHEAD)), "until")?;
    if until <= from || (until - from).num_days() > 10 * MOST_DAYS {
        return Err(Error::invalid("until", "calendar-span-wrong").arg("most", 10 * MOST_DAYS));
    }
    let layers = order.layers.clone().unwrap_or_else(|| USUAL.to_vec());
    let (mut events, mut seen) = (Vec::new(), BTreeSet::new());
    let house = settings::value(db, settings::WORKSPACE_ID, "")?;
    let mut begin = from;
    while begin < until {
        let end = (begin + Duration::days(MOST_DAYS)).min(until);
        let query = CalendarQuery {
            from: begin.to_string(),
            until: end.to_string(),
            layers: Some(layers.clone()),
            per_day: None,
        };
        for item in items(db, ctx, query)?.items {
            if seen.insert((item.key.clone(), item.begins.clone())) {
                events.push(of_item(db, ctx, &item, zone, &house)?);
            }
        }
        begin = end;
    }
    let office = office::find(db)?.map(|office| office.name).unwrap_or_default();
    let name = if office.is_empty() { "Warta".to_owned() } else { format!("Warta · {office}") };
    Ok(ics::write(Method::Publish, &name, &events))
}

fn of_item(
    db: &Reader,
    ctx: &Ctx,
    item: &CalendarItem,
    zone: chrono_tz::Tz,
    house: &str,
) -> Result<ics::Event> {
    if item.kind == "event" {
        return db.get::<PressEvent>(item.id)?.entry(ctx.now);
    }
    let local = |text: &str, later: u64| -> DateTime<Utc> {
        let hour = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
        let day = || {
            let day = text.parse::<NaiveDate>().unwrap_or_default();
            day.checked_add_days(Days::new(later)).unwrap_or(day).into()
        };
        instant(hour.unwrap_or_else(|_| day()), zone)
    };
    let language = settings::value(db, "language", "id")?;
    let kind = text::sentence(&language, &format!("calendar-layer-{}", item.layer.as_str()), &[]);
    let (uid, notes) = if item.kind == "entry" {
        let entry: CalendarEntry = db.get(item.id)?;
        (entry.uid, entry.notes)
    } else {
        // What returns every year is another entry every year.
        let day = if item.kind == "birthday" { item.begins.clone() } else { String::new() };
        (format!("{}{day}@{house}.warta", item.key), String::new())
    };
    let about: Vec<&str> =
        [item.about.as_str(), notes.trim()].into_iter().filter(|line| !line.is_empty()).collect();
    Ok(ics::Event {
        stamp: ctx.now,
        zone: item.zone.parse().unwrap_or(zone),
        all_day: item.all_day,
        description: about.join("\n"),
        place: if item.kind == "entry" { item.about.clone() } else { String::new() },
        categories: vec![kind],
        transparent: !matches!(item.kind.as_str(), "entry"),
        ..ics::Event::new(
            &uid,
            &item.title,
            local(&item.begins, 0),
            local(&item.ends, u64::from(item.all_day)),
        )
    })
}

const FILE_KEY: &str = "calendar_file";
const LAYERS_KEY: &str = "calendar_file_layers";
const TROUBLE_KEY: &str = "calendar_file_trouble";

/// A file that is kept up to date, for other programs to subscribe to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Subscription {
    /// The file; empty = none is kept.
    pub file: String,
    /// What it holds.
    pub layers: Vec<Layer>,
    /// Why it could not be written the last time; empty = it was.
    pub trouble: String,
    /// Where one could be, while there is none.
    pub proposed: String,
}

/// The file that is kept up to date.
pub fn subscription(db: &Reader, ctx: &Ctx, _: ()) -> Result<Subscription> {
    let layers = settings::value(db, LAYERS_KEY, "")?;
    let named: Vec<Layer> = layers.split_whitespace().filter_map(Layer::from_word).collect();
    let proposed = stored_file::download_folder(&ctx.folder).join("warta.ics");
    Ok(Subscription {
        file: settings::value(db, FILE_KEY, "")?,
        layers: if named.is_empty() { USUAL.to_vec() } else { named },
        trouble: settings::value(db, TROUBLE_KEY, "")?,
        proposed: proposed.to_string_lossy().into_owned(),
    })
}

/// Chooses the file that is kept up to date, and writes it; an empty one ends it and leaves what is
/// there.
pub fn subscribe(db: &Writer, ctx: &Ctx, wanted: Subscription) -> Result<Subscription> {
    let file = wanted.file.trim();
    if !file.is_empty() {
        let path = Path::new(file);
        let is_calendar = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ics"));
        if !path.is_absolute() || !is_calendar {
            return Err(Error::invalid("file", "calendar-file-name").arg("file", file));
        }
    }
    let layers: Vec<&str> = wanted.layers.iter().map(|layer| layer.as_str()).collect();
    settings::put(db, LAYERS_KEY, &layers.join(" "))?;
    settings::put(db, FILE_KEY, file)?;
    settings::put(db, TROUBLE_KEY, "")?;
    if !file.is_empty() {
        rewrite(db, ctx)?;
    }
    db.announce("settings");
    subscription(db, ctx, ())
}

/// Brings the file up to date; whether it was written. Says nothing where there is none.
pub fn rewrite(db: &Reader, ctx: &Ctx) -> Result<bool> {
    let chosen = subscription(db, ctx, ())?;
    if chosen.file.is_empty() {
        return Ok(false);
    }
    let order = CalendarExport { layers: Some(chosen.layers), ..CalendarExport::default() };
    let text = written(db, ctx, &order)?;
    let path = Path::new(&chosen.file);
    let before = std::fs::read_to_string(path).unwrap_or_default();
    if without_stamps(&before).eq(without_stamps(&text)) && !before.is_empty() {
        return Ok(false);
    }
    whole(path, text.as_bytes()).map_err(|cause| {
        Error::new(Code::Invalid, "calendar-file-unwritable")
            .arg("file", &chosen.file)
            .because(cause)
    })?;
    Ok(true)
}

/// Brings the file up to date and keeps what kept it from being written, for the screen to tell.
pub fn keep_file(database: &Database, ctx: &Ctx) -> Result<()> {
    let written = database.read(|db| rewrite(db, ctx));
    let (trouble, language) = database.read(|db| {
        Ok((settings::value(db, TROUBLE_KEY, "")?, settings::value(db, "language", "id")?))
    })?;
    let now = written.err().map(|error| text::of_error(&language, &error)).unwrap_or_default();
    if now != trouble {
        database.write_unlogged(Durability::Normal, &["settings"], |db| {
            settings::put(db, TROUBLE_KEY, &now)
        })?;
    }
    Ok(())
}

/// When a text was made is no difference.
fn without_stamps(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("DTSTAMP:"))
}

/// Complete or not at all: who reads it meanwhile reads the one before.
fn whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let outcome = std::fs::File::create(&unfinished)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&unfinished, path));
    if outcome.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    outcome
}

/// A calendar that is brought in.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CalendarImport {
    /// A file that the window has uploaded: its id in `uploads/`.
    pub upload: Option<String>,
    /// The file's name.
    pub file_name: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
    /// Its whole days are days off; they go to the list of holidays. A table of days (CSV, XLSX)
    /// always does.
    #[ts(optional, as = "Option<bool>")]
    pub as_holidays: bool,
}

/// What was strange about an entry that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRemark {
    /// The entry, or the row of a table.
    pub entry: String,
    /// What was found and what was done, a sentence.
    pub sentence: String,
}

/// What came of an import.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct CalendarImported {
    /// New ones.
    pub added: i64,
    /// Those that were there and say something else now.
    pub changed: i64,
    /// Those that were there already.
    pub known: i64,
    /// Whether they went to the list of holidays.
    pub holidays: bool,
    /// What was strange, by entry.
    pub remarks: Vec<ImportRemark>,
}

/// Brings a calendar file in. What is there already, by UID and time, is not added twice.
pub fn import(db: &Writer, ctx: &Ctx, order: CalendarImport) -> Result<CalendarImported> {
    let given = Given {
        file_name: order.file_name.clone().unwrap_or_default(),
        upload: order.upload,
        path: order.path,
    };
    let (name, bytes) = stored_file::read(&ctx.folder, &given, MOST_BYTES)?;
    let language = settings::value(db, "language", "id")?;
    let is_table = !bytes.to_ascii_uppercase().windows(15).any(|part| part == b"BEGIN:VCALENDAR");
    if is_table {
        return import_days(db, ctx, &name, &bytes, &language);
    }
    let reading = Reading {
        zone: office::zone(db)?,
        from: ctx.now - Duration::days(365),
        until: ctx.now + Duration::days(730),
    };
    let Some(read) = ics_read::read(&bytes, reading) else {
        return Err(Error::invalid("path", "calendar-file-unreadable").arg("file", name));
    };
    let mut done = CalendarImported {
        holidays: order.as_holidays,
        remarks: read.remarks.iter().map(|remark| remarked(&language, remark)).collect(),
        ..CalendarImported::default()
    };
    if order.as_holidays {
        as_holidays(db, &language, &read, &mut done)?;
    } else {
        as_entries(db, &language, &name, read, &mut done)?;
    }
    Ok(done)
}

fn remarked(language: &str, remark: &ReadRemark) -> ImportRemark {
    let args: Vec<(&str, &str)> =
        remark.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ImportRemark {
        entry: remark.entry.clone(),
        sentence: text::sentence(language, remark.text, &args),
    }
}

fn note(language: &str, entry: &str, key: &str) -> ImportRemark {
    ImportRemark { entry: entry.to_owned(), sentence: text::sentence(language, key, &[]) }
}

fn as_holidays(
    db: &Writer,
    language: &str,
    read: &ReadCalendar,
    done: &mut CalendarImported,
) -> Result<()> {
    for entry in &read.entries {
        if !entry.all_day {
            done.remarks.push(note(language, &entry.title, "ics-not-a-day"));
            continue;
        }
        let local = |at: DateTime<Utc>| at.with_timezone(&entry.zone).date_naive();
        let (first, after) = (local(entry.begins_at), local(entry.ends_at));
        let kind = kind_of(&format!("{} {}", entry.title, entry.notes));
        for day in first.iter_days().take_while(|day| *day < after).take(60) {
            let holiday = Holiday {
                day: day.to_string(),
                name: entry.title.clone(),
                kind,
                ..Holiday::default()
            };
            match holiday::add_once(db, holiday) {
                Ok(true) => done.added += 1,
                Ok(false) => done.known += 1,
                Err(error) => done.remarks.push(ImportRemark {
                    entry: entry.title.clone(),
                    sentence: text::of_error(language, &error),
                }),
            }
        }
    }
    Ok(())
}

/// Joint leave is said in the name.
fn kind_of(words: &str) -> HolidayKind {
    let words = words.to_lowercase();
    if words.contains("cuti bersama")
        || words.contains("joint leave")
        || words.contains("joint_leave")
    {
        HolidayKind::JointLeave
    } else {
        HolidayKind::Holiday
    }
}

fn as_entries(
    db: &Writer,
    language: &str,
    source: &str,
    read: ReadCalendar,
    done: &mut CalendarImported,
) -> Result<()> {
    let own = format!("@{}.warta", settings::value(db, settings::WORKSPACE_ID, "")?);
    let mut groups: BTreeMap<String, Vec<ReadEntry>> = BTreeMap::new();
    for entry in read.entries {
        let uid = if entry.uid.is_empty() { made_uid(&entry) } else { entry.uid.clone() };
        groups.entry(uid).or_default().push(entry);
    }
    for (uid, mut entries) in groups {
        let events = db.number(
            "SELECT COUNT(*) FROM press_events WHERE uid = :uid AND deleted_at IS NULL",
            named_params! {":uid": uid},
        )?;
        if events > 0 || uid.ends_with(&own) {
            let title = entries.first().map(|entry| entry.title.clone()).unwrap_or_default();
            done.remarks.push(note(language, &title, "ics-own"));
            continue;
        }
        entries.dedup_by(|one, other| one.begins_at == other.begins_at);
        let stored: Vec<CalendarEntry> =
            db.all("uid = :uid ORDER BY begins_at", named_params! {":uid": uid})?;
        let alone = stored.len() == 1 && entries.len() == 1;
        for entry in entries {
            let begins_at = clock::to_text(entry.begins_at);
            let same = stored
                .iter()
                .find(|one| one.begins_at == begins_at)
                // One that is there alone has been moved.
                .or_else(|| stored.first().filter(|_| alone));
            keep(db, &uid, source, entry, same, done)?;
        }
    }
    Ok(())
}

/// An entry without a name of its own is known by what it says.
fn made_uid(entry: &ReadEntry) -> String {
    let said = format!("{}\n{}\n{}", entry.title, entry.begins_at, entry.place);
    let digest = Sha256::digest(said.as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn keep(
    db: &Writer,
    uid: &str,
    source: &str,
    entry: ReadEntry,
    same: Option<&CalendarEntry>,
    done: &mut CalendarImported,
) -> Result<()> {
    let mut record = CalendarEntry {
        uid: uid.to_owned(),
        source: source.to_owned(),
        ..same.cloned().unwrap_or_default()
    };
    record.title = entry.title;
    record.begins_at = clock::to_text(entry.begins_at);
    record.ends_at = clock::to_text(entry.ends_at);
    record.zone = entry.zone.name().to_owned();
    record.all_day = entry.all_day;
    record.place = entry.place;
    record.notes = entry.notes;
    match same {
        None => {
            db.insert(&mut record)?;
            done.added += 1;
        }
        Some(before) => {
            source_of(before).clone_into(&mut record.source);
            if db.update(&mut record)? {
                done.changed += 1;
            } else {
                done.known += 1;
            }
        }
    }
    Ok(())
}

fn source_of(entry: &CalendarEntry) -> &str {
    &entry.source
}

/// Days off from a table: a day and a name in each row, what kind of day where a row says it.
fn import_days(
    db: &Writer,
    ctx: &Ctx,
    name: &str,
    bytes: &[u8],
    language: &str,
) -> Result<CalendarImported> {
    let rows = table_rows(ctx, name, bytes)?;
    let mut done = CalendarImported { holidays: true, ..CalendarImported::default() };
    for (number, cells) in rows {
        let day_at = cells.iter().position(|cell| crate::format::day::read(cell).is_some());
        let said = cells.join(" ").trim().to_owned();
        let Some(day_at) = day_at else {
            // The headings, or an empty row.
            if number > 1 && !said.is_empty() {
                done.remarks.push(note(language, &format!("{number}: {said}"), "ics-row-no-day"));
            }
            continue;
        };
        let title = cells
            .iter()
            .enumerate()
            .filter(|(at, cell)| *at != day_at && is_name(cell))
            .map(|(_, cell)| cell.trim())
            .next();
        let Some(title) = title else {
            done.remarks.push(note(language, &format!("{number}: {said}"), "ics-row-no-name"));
            continue;
        };
        let holiday = Holiday {
            day: cells.get(day_at).cloned().unwrap_or_default(),
            name: title.to_owned(),
            kind: kind_of(&said),
            ..Holiday::default()
        };
        match holiday::add_once(db, holiday) {
            Ok(true) => done.added += 1,
            Ok(false) => done.known += 1,
            Err(error) => done.remarks.push(ImportRemark {
                entry: format!("{number}: {said}"),
                sentence: text::of_error(language, &error),
            }),
        }
    }
    if done.added + done.known == 0 {
        return Err(Error::invalid("path", "calendar-file-unreadable").arg("file", name));
    }
    Ok(done)
}

/// Neither a number, nor a weekday, nor the kind of day.
fn is_name(cell: &str) -> bool {
    const OTHERS: &[&str] = &[
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum'at",
        "sabtu",
        "minggu",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "libur nasional",
        "cuti bersama",
        "holiday",
        "joint_leave",
        "joint leave",
    ];
    let word = cell.trim().to_lowercase();
    word.chars().any(char::is_alphabetic) && !OTHERS.contains(&word.as_str())
}

/// The rows of a table with their numbers.
fn table_rows(ctx: &Ctx, name: &str, bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>> {
    let ending = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let unreadable = || Error::invalid("path", "calendar-file-unreadable").arg("file", name);
    if !matches!(ending.as_str(), "csv" | "txt" | "tsv" | "xlsx" | "xls" | "ods") {
        return Err(unreadable());
    }
    // The readers of tables want a file.
    let digest = made_uid(&ReadEntry {
        uid: String::new(),
        title: name.to_owned(),
        place: ctx.now_text(),
        notes: String::new(),
        begins_at: ctx.now,
        ends_at: ctx.now,
        zone: chrono_tz::Tz::UTC,
        all_day: false,
    });
    let folder = ctx.folder.join("uploads");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{digest}.{ending}"));
    std::fs::write(&file, bytes)?;
    let rows = read_rows(&file);
    let _ = std::fs::remove_file(&file);
    rows.map_err(|error| unreadable().because(error))
}

fn read_rows(file: &Path) -> Result<Vec<(usize, Vec<String>)>> {
    let mut reader = table::rows(file, &table::ReadPlan::default())?;
    let (mut row, mut found) = (table::Row::default(), Vec::new());
    while reader.next_into(&mut row)? {
        found.push((usize::try_from(row.number).unwrap_or(usize::MAX), row.cells.clone()));
        if found.len() >= 10_000 {
            break;
        }
    }
    Ok(found)
}
