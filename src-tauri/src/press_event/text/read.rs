//! Reading an event's text, line by line.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::super::EventKind;
use super::{EventCost, EventDuty, EventItem, EventTask, EventText, ItemLine, ItemTime, TaskLine};
use crate::error::{Code, Error, Result};
use crate::format::day;
use crate::format::fold::fold;
use crate::text;

/// Fields of the head: the column, or what is not a column, with the keys that name it.
pub(super) const KEYS: &[(&str, &[&str])] = &[
    ("title", &["Judul", "Title", "Nama kegiatan", "Name"]),
    ("kind", &["Jenis", "Kind"]),
    ("language", &["Bahasa", "Language"]),
    ("begins", &["Mulai", "Begins", "Begin", "Start"]),
    ("ends", &["Selesai", "Ends", "End"]),
    ("zone", &["Zona", "Zone", "Zona waktu", "Time zone"]),
    ("all_day", &["Sepanjang hari", "All day"]),
    ("venue", &["Tempat", "Venue", "Place", "Lokasi"]),
    ("address", &["Alamat", "Address"]),
    ("map_url", &["Peta", "Map"]),
    ("online_url", &["Daring", "Online", "Tautan daring"]),
    ("host", &["OPD", "Host", "Penyelenggara"]),
    ("staff_id", &["Penanggung jawab", "Person in charge", "Owner"]),
    ("capacity", &["Kapasitas", "Capacity"]),
    ("dress", &["Busana", "Dress"]),
    ("contact_on_day", &["Narahubung", "Contact"]),
    ("budget", &["Anggaran", "Budget"]),
    ("kit_id", &["Kit pers", "Press kit", "Kit"]),
    ("theme", &["Tema", "Theme"]),
    ("objective", &["Tujuan", "Objective"]),
    ("key_messages", &["Pesan kunci", "Key messages"]),
    ("plan_b", &["Rencana cadangan", "Plan B"]),
    ("notes", &["Catatan", "Notes"]),
    ("lessons", &["Pelajaran", "Lessons"]),
];
/// Other names of kinds that people write.
const KIND_ALIASES: &[(&str, EventKind)] = &[
    ("jumpa pers", EventKind::PressConference),
    ("konpers", EventKind::PressConference),
    ("temu pers", EventKind::PressConference),
    ("media gathering", EventKind::Gathering),
    ("media tour", EventKind::Tour),
    ("wawancara cegat", EventKind::Doorstop),
    ("doorstop", EventKind::Doorstop),
    ("talkshow", EventKind::TalkShow),
    ("talk show", EventKind::TalkShow),
    ("forum warga", EventKind::CitizensForum),
    ("pelatihan", EventKind::Training),
    ("liputan", EventKind::Ceremony),
    ("ceremony", EventKind::Ceremony),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Checklist,
    Rundown,
    Costs,
    Duties,
}

const SECTIONS: &[(Section, &[&str])] = &[
    (Section::Checklist, &["checklist", "daftar periksa", "persiapan"]),
    (Section::Rundown, &["rundown", "susunan acara"]),
    (Section::Costs, &["biaya", "costs", "anggaran biaya"]),
    (Section::Duties, &["petugas", "duties"]),
];

/// Reads a text. Every error names its line.
pub(in super::super) fn read(text: &str) -> Result<EventText> {
    let mut found = EventText::default();
    let mut section = Section::Head;
    // The key whose value goes on over the next lines, and the value so far.
    let mut open: Option<Open> = None;
    let mut on_day: Option<NaiveDate> = None;
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
        if let Some(goes_on) = open.as_mut()
            && goes_on.takes(line)
        {
            continue;
        }
        if let Some(done) = open.take() {
            done.put(&mut found)?;
        }
        let bare = line.trim();
        if bare.is_empty() || bare == "---" || bare.starts_with("<!--") {
            continue;
        }
        if let Some(heading) = bare.strip_prefix("### ") {
            let day = day::read(heading).and_then(|day| day.parse().ok());
            on_day = Some(day.ok_or_else(|| wrong(number, "event-text-day", heading))?);
            continue;
        }
        if let Some(heading) = bare.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim();
            section = section_named(heading)
                .ok_or_else(|| wrong(number, "event-text-section", heading))?;
            on_day = None;
            continue;
        }
        match section {
            Section::Head => {
                let (key, value) =
                    bare.split_once(':').ok_or_else(|| wrong(number, "event-text-no-key", bare))?;
                let field = field_named(key)
                    .ok_or_else(|| wrong(number, "event-text-unknown-key", key.trim()))?;
                if let Some((before, _)) = found.places.get(field) {
                    return Err(wrong(number, "event-text-twice", key.trim()).arg("before", before));
                }
                found.places.insert(field, (number, key.trim().to_owned()));
                open = Some(Open {
                    field,
                    line: number,
                    key: key.trim().to_owned(),
                    value: value.trim().to_owned(),
                    blank: 0,
                });
            }
            Section::Checklist => found.tasks.push(task(bare, number)?),
            Section::Rundown => found.items.push(item(bare, number, on_day)?),
            Section::Costs => found.costs.push(cost(bare, number)?),
            Section::Duties => found.duties.push(duty(bare)),
        }
    }
    if let Some(done) = open {
        done.put(&mut found)?;
    }
    Ok(found)
}

/// A field whose value may go on: further lines are indented, blank ones between them count.
struct Open {
    field: &'static str,
    line: usize,
    key: String,
    value: String,
    blank: usize,
}

impl Open {
    /// Whether a line belongs to the value.
    fn takes(&mut self, line: &str) -> bool {
        if line.trim().is_empty() {
            self.blank += 1;
            return true;
        }
        if !line.starts_with([' ', '\t']) {
            return false;
        }
        let more = line.strip_prefix("  ").unwrap_or_else(|| line.trim_start());
        if !self.value.is_empty() {
            self.value.push_str(&"\n".repeat(self.blank + 1));
        }
        self.blank = 0;
        self.value.push_str(more);
        true
    }

    fn put(self, found: &mut EventText) -> Result<()> {
        put(found, self.field, self.line, self.key, &self.value)
    }
}

fn wrong(line: usize, key: &'static str, said: &str) -> Error {
    Error::new(Code::Invalid, key).arg("line", line).arg("key", said)
}

fn field_named(key: &str) -> Option<&'static str> {
    let key = fold(key);
    KEYS.iter()
        .find(|(_, names)| names.iter().any(|name| fold(name) == key))
        .map(|(field, _)| *field)
}

fn section_named(heading: &str) -> Option<Section> {
    let heading = fold(heading);
    SECTIONS
        .iter()
        .find(|(_, names)| names.contains(&heading.as_str()))
        .map(|(section, _)| *section)
}

/// The kind that a text names: its word, its name in either language, or what people say.
pub(in super::super) fn kind_named(said: &str) -> Option<EventKind> {
    if let Some(kind) = EventKind::from_word(said.trim()) {
        return Some(kind);
    }
    let said = fold(said);
    let by_name = EventKind::ALL.iter().copied().find(|kind| {
        ["id", "en"].iter().any(|language| {
            let name = text::sentence(language, &format!("event-kind-{}", kind.as_str()), &[]);
            fold(&name) == said
        })
    });
    by_name.or_else(|| KIND_ALIASES.iter().find(|(name, _)| *name == said).map(|(_, kind)| *kind))
}

/// Puts a value into its field.
fn put(
    found: &mut EventText,
    field: &'static str,
    line: usize,
    key: String,
    value: &str,
) -> Result<()> {
    let value = value.trim_end();
    let bad = || wrong(line, "event-text-value", &key).arg("value", value);
    let json = match field {
        "begins" => {
            found.begins = Some(value.to_owned()).filter(|value| !value.is_empty());
            return Ok(());
        }
        "ends" => {
            found.ends = Some(value.to_owned()).filter(|value| !value.is_empty());
            return Ok(());
        }
        "zone" => {
            value.clone_into(&mut found.zone);
            return Ok(());
        }
        "host" => {
            found.host = Some(value.to_owned());
            return Ok(());
        }
        "staff_id" => {
            found.owner = Some(value.to_owned()).filter(|value| !value.is_empty());
            return Ok(());
        }
        "kit_id" => {
            found.kit = Some(value.to_owned()).filter(|value| !value.is_empty());
            return Ok(());
        }
        "kind" => Json::from(kind_named(value).ok_or_else(bad)?.as_str()),
        "language" => Json::from(match fold(value).as_str() {
            "id" | "indonesia" | "bahasa indonesia" | "indonesian" => "id",
            "en" | "inggris" | "bahasa inggris" | "english" => "en",
            _ => return Err(bad()),
        }),
        "all_day" => Json::from(match fold(value).as_str() {
            "ya" | "yes" | "true" | "1" => true,
            "tidak" | "no" | "false" | "0" | "" => false,
            _ => return Err(bad()),
        }),
        "capacity" | "budget" => Json::from(rupiah(value).ok_or_else(bad)?),
        _ => Json::from(value),
    };
    found.set.insert(field.to_owned(), json);
    Ok(())
}

/// A whole number as people write it: `Rp2.500.000`, `2500000`, `2.500.000,-`.
fn rupiah(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches("Rp").trim_start_matches("IDR").trim();
    let text = text.trim_end_matches(",-").trim_end_matches(",00");
    if text.is_empty() {
        return Some(0);
    }
    if !text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ')) {
        return None;
    }
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// The cells of a line, parted by `|`; `\|` is a stroke of its own.
fn cells(line: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                if let (Some(last), Some(next)) = (all.last_mut(), letters.next()) {
                    last.push(match next {
                        'n' => '\n',
                        other => other,
                    });
                }
            }
            '|' => all.push(String::new()),
            letter => {
                if let Some(last) = all.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    all.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn cell(cells: &[String], at: usize) -> String {
    cells.get(at).cloned().unwrap_or_default()
}

/// The last cell of a line, with what else stands behind it.
fn remaining(cells: &[String], from: usize) -> String {
    cells.get(from..).unwrap_or_default().join(" | ")
}

/// Names of one cell, parted by `;`, one a line.
fn names(cell: &str) -> String {
    cell.split(';').map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
}

fn bullet(line: &str) -> &str {
    line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line).trim()
}

/// `- [x] H-7 Kirim undangan (Rina Contoh) | catatan`
fn task(line: &str, number: usize) -> Result<TaskLine> {
    let cells = cells(bullet(line));
    let first = cell(&cells, 0);
    let (done, rest) = match first.strip_prefix("[x]").or_else(|| first.strip_prefix("[X]")) {
        Some(rest) => (true, rest),
        None => (false, first.strip_prefix("[ ]").unwrap_or(&first)),
    };
    let rest = rest.trim();
    let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let (days, due_on, title) = match days_of(word) {
        Some(days) => (Some(days), String::new(), after),
        None => match day::read(word).filter(|_| word.len() == 10) {
            Some(day) => (None, day, after),
            None => (None, String::new(), rest),
        },
    };
    let (title, owner) = match title.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('))
    {
        Some((title, owner)) => (title.trim(), owner.trim()),
        None => (title.trim(), ""),
    };
    if title.is_empty() {
        return Err(wrong(number, "event-text-task", line));
    }
    let task = EventTask {
        title: title.to_owned(),
        days,
        due_on,
        notes: remaining(&cells, 1),
        ..EventTask::default()
    };
    Ok(TaskLine { line: number, task, owner: owner.to_owned(), done })
}

/// `H-7`, `H+3`, `H`, in English also `D-7`.
fn days_of(word: &str) -> Option<i64> {
    let rest = word.strip_prefix(['H', 'h', 'D', 'd'])?;
    let rest = rest.replace('−', "-");
    if rest.is_empty() {
        Some(0)
    } else {
        rest.starts_with(['-', '+']).then(|| rest.parse().ok())?
    }
}

/// `08.00–08.30 Registrasi | pembicara | tempat | PJ | moderator | catatan`, or `+0.30–1.00 …`.
fn item(line: &str, number: usize, on_day: Option<NaiveDate>) -> Result<ItemLine> {
    let cells = cells(bullet(line));
    let first = cell(&cells, 0);
    let bad = || wrong(number, "event-text-item", &first);
    let (span, title) = first.split_once(' ').ok_or_else(bad)?;
    let span = span.replace(['–', '—'], "~");
    let relative = span.starts_with(['+', '-']);
    let (begins, ends) = match span.split_once('~') {
        Some((begins, ends)) => (begins.to_owned(), Some(ends.to_owned())),
        None if relative => (span.clone(), None),
        None => match span.split_once('-') {
            Some((begins, ends)) => (begins.to_owned(), Some(ends.to_owned())),
            None => (span.clone(), None),
        },
    };
    let time = |text: &str| -> Option<ItemTime> {
        let sign = if text.starts_with('-') { -1 } else { 1 };
        let minutes = minutes_of(text.trim_start_matches(['+', '-']))?;
        if relative {
            return Some(ItemTime::After(sign * minutes));
        }
        (minutes <= 24 * 60).then_some(ItemTime::At(on_day, minutes))
    };
    let begins = time(&begins).ok_or_else(bad)?;
    let ends = match ends {
        Some(ends) => Some(time(&ends).ok_or_else(bad)?),
        None => None,
    };
    // The end of an item is of the day on which it begins, unless that is another.
    let ends = ends.map(|ends| match ends {
        ItemTime::At(_, minutes) => ItemTime::At(on_day, minutes),
        after => after,
    });
    if title.trim().is_empty() {
        return Err(bad());
    }
    let item = EventItem {
        title: title.trim().to_owned(),
        speakers: names(&cell(&cells, 1)),
        place: cell(&cells, 2),
        in_charge: names(&cell(&cells, 3)),
        moderator: names(&cell(&cells, 4)),
        notes: remaining(&cells, 5),
        ..EventItem::default()
    };
    Ok(ItemLine { line: number, item, begins, ends })
}

/// Minutes of `8.30`, `08:30` or, of relative times, `26.30`.
fn minutes_of(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(['.', ':'])?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..60).contains(&minutes) && (0..10_000).contains(&hours)).then_some(hours * 60 + minutes)
}

/// `- Konsumsi: 2.500.000 / 2.350.000 | 2026-12-01 | catatan`
fn cost(line: &str, number: usize) -> Result<EventCost> {
    let cells = cells(bullet(line));
    let first = cell(&cells, 0);
    let bad = || wrong(number, "event-text-cost", &first);
    let (title, figures) = first.rsplit_once(':').ok_or_else(bad)?;
    let (planned, actual) = figures.split_once('/').unwrap_or((figures, ""));
    let paid_on = match cell(&cells, 1).as_str() {
        "" => String::new(),
        day => day::read(day).ok_or_else(bad)?,
    };
    if title.trim().is_empty() {
        return Err(bad());
    }
    Ok(EventCost {
        title: title.trim().to_owned(),
        planned: rupiah(planned).ok_or_else(bad)?,
        actual: rupiah(actual).ok_or_else(bad)?,
        paid_on,
        notes: remaining(&cells, 2),
        ..EventCost::default()
    })
}

/// `- Nama | tugas | telepon`
fn duty(line: &str) -> EventDuty {
    let cells = cells(bullet(line));
    EventDuty {
        person: cell(&cells, 0),
        duty: cell(&cells, 1),
        phone: remaining(&cells, 2),
        ..EventDuty::default()
    }
}
