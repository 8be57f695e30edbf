//! The papers of a tour: itinerary, names for tickets, rooms, cars; as PDF or as a workbook.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{TourDetail, TravellerRow, show};
use crate::db::{Ctx, Writer};
use crate::error::{Error, Result};
use crate::format::markdown::push_html_text;
use crate::format::sheet::{self, LetterParts, Letterhead, Picture, Roll, RollColumn, Sheet};
use crate::format::{blocks, letterhead, phone, workbook};
use crate::office::{self, Office};
use crate::press_event::PressEvent;
use crate::record_file::{FileCopied, write_bytes};
use crate::release::letter::written_day;
use crate::text;

/// Which paper, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct TourPaper {
    /// The tour.
    #[ts(optional = false)]
    pub event_id: i64,
    /// `itinerary`, `manifest`, `rooms` or `cars`.
    #[ts(optional = false)]
    pub paper: String,
    /// `pdf` or `xlsx`; none = by the file's ending.
    pub format: Option<String>,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Headings and rows of a table.
type Cells = (Vec<String>, Vec<Vec<String>>);

/// Writes a paper; nothing there is overwritten. In the language of the event.
pub fn write(db: &Writer, ctx: &Ctx, order: TourPaper) -> Result<FileCopied> {
    let event: PressEvent = db.get(order.event_id)?;
    let tour = show(db, ctx, order.event_id)?;
    let by_ending = order.file.as_ref().and_then(|file| file.extension());
    let by_ending = by_ending.map(|ending| ending.to_string_lossy().to_lowercase());
    let format = order.format.clone().or(by_ending).unwrap_or_else(|| "pdf".to_owned());
    let words = Words { language: event.language.clone() };
    let is_pdf = match format.as_str() {
        "pdf" => true,
        "xlsx" => false,
        _ => return Err(Error::invalid("format", "report-format").arg("value", format)),
    };
    let (headings, rows) = match order.paper.as_str() {
        "itinerary" => stops(&tour, &words),
        "manifest" => manifest(&tour, &words),
        "rooms" => rooms(&tour, &words),
        "cars" => cars(&tour, &words),
        other => return Err(Error::invalid("paper", "error-wrong-value").arg("field", other)),
    };
    let title = words.say(&format!("tour-paper-{}", order.paper));
    let bytes = if is_pdf {
        pdf(ctx, &office::find(db)?.unwrap_or_default(), &event, &tour, &order.paper)?
    } else {
        book(ctx, &title, &headings, rows)?
    };
    let name: String = format!("{title} {}", event.title)
        .chars()
        .map(|letter| if letter.is_alphanumeric() || " -_".contains(letter) { letter } else { ' ' })
        .take(80)
        .collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    write_bytes(ctx, &bytes, &format!("{name}.{format}"), order.file)
}

struct Words {
    language: String,
}

impl Words {
    fn say(&self, key: &str) -> String {
        text::sentence(&self.language, key, &[])
    }

    /// A stored day as it is written out.
    fn day(&self, stored: &str) -> String {
        stored.parse().map_or_else(|_| stored.to_owned(), |day| written_day(day, &self.language))
    }

    fn headings(&self, names: &[&str]) -> Vec<String> {
        names.iter().map(|name| self.say(&format!("tour-column-{name}"))).collect()
    }
}

fn stops(tour: &TourDetail, words: &Words) -> Cells {
    let headings = words.headings(&[
        "day",
        "arrives",
        "leaves",
        "place",
        "address",
        "activity",
        "meal",
        "in-charge",
        "plan-b",
    ]);
    let rows = tour.stops.iter().map(|stop| {
        [
            &stop.day,
            &stop.arrives_at,
            &stop.leaves_at,
            &stop.place,
            &stop.address,
            &stop.activity,
            &stop.meal,
            &stop.in_charge,
            &stop.plan_b,
        ]
        .map(Clone::clone)
        .to_vec()
    });
    (headings, rows.collect())
}

fn ticket_name(row: &TravellerRow) -> String {
    match row.traveller.ticket_name.trim() {
        "" => row.name.clone(),
        name => name.to_owned(),
    }
}

fn manifest(tour: &TourDetail, words: &Words) -> Cells {
    let headings = words.headings(&[
        "number",
        "ticket-name",
        "identity",
        "born-on",
        "gender",
        "outlet",
        "phone",
        "emergency",
        "diet",
        "size",
        "substitutes",
    ]);
    let on_list = tour.travellers.iter().filter(|row| row.on_manifest);
    let rows = on_list.enumerate().map(|(at, row)| {
        let one = &row.traveller;
        let gender = match one.gender.as_str() {
            "" => String::new(),
            gender => words.say(&format!("tour-gender-{gender}")),
        };
        vec![
            (at + 1).to_string(),
            ticket_name(row),
            one.identity_number.clone(),
            one.born_on.clone(),
            gender,
            row.outlet.clone(),
            row.phone.clone(),
            format!("{} {}", one.emergency_name, one.emergency_phone).trim().to_owned(),
            one.diet.clone(),
            one.clothing_size.clone(),
            row.substitutes.clone(),
        ]
    });
    (headings, rows.collect())
}

fn rooms(tour: &TourDetail, words: &Words) -> Cells {
    let headings =
        words.headings(&["hotel", "room", "beds", "from", "until", "name", "outlet", "phone"]);
    let mut rows = Vec::new();
    for room in &tour.rooms {
        let start = vec![
            room.hotel.clone(),
            room.room.clone(),
            room.beds.to_string(),
            if room.from_day.is_empty() { tour.first_day.clone() } else { room.from_day.clone() },
            if room.until_day.is_empty() { tour.last_day.clone() } else { room.until_day.clone() },
        ];
        let sleepers: Vec<&TravellerRow> =
            tour.travellers.iter().filter(|row| row.traveller.room_id == Some(room.id)).collect();
        rows.extend(with_people(&start, &sleepers));
    }
    (headings, rows)
}

fn cars(tour: &TourDetail, words: &Words) -> Cells {
    let headings = words.headings(&[
        "vehicle",
        "plate",
        "driver",
        "driver-phone",
        "use-of",
        "name",
        "outlet",
        "phone",
    ]);
    let mut rows = Vec::new();
    for vehicle in &tour.vehicles {
        let start = vec![
            vehicle.name.clone(),
            vehicle.plate.clone(),
            vehicle.driver.clone(),
            vehicle.phone.clone(),
            vehicle.use_of.clone(),
        ];
        let riders: Vec<&TravellerRow> = tour
            .travellers
            .iter()
            .filter(|row| row.traveller.vehicle_id == Some(vehicle.id))
            .collect();
        rows.extend(with_people(&start, &riders));
    }
    (headings, rows)
}

/// A row for each person; one without a person where there is none.
fn with_people(start: &[String], people: &[&TravellerRow]) -> Vec<Vec<String>> {
    if people.is_empty() {
        return vec![[start, &[String::new(), String::new(), String::new()]].concat()];
    }
    people
        .iter()
        .map(|row| [start, &[row.name.clone(), row.outlet.clone(), row.phone.clone()]].concat())
        .collect()
}

fn book(ctx: &Ctx, title: &str, headings: &[String], rows: Vec<Vec<String>>) -> Result<Vec<u8>> {
    let folder = ctx.folder.join("uploads");
    std::fs::create_dir_all(&folder)?;
    let made = format!("tour-{}-{}.xlsx", std::process::id(), ctx.now.timestamp_micros());
    let file: &Path = &folder.join(made);
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let written = workbook::write_xlsx(file, title, &headings, rows.into_iter().map(Ok));
    let bytes = written.and_then(|_| Ok(std::fs::read(file)?));
    let _ = std::fs::remove_file(file);
    bytes
}

/// The paper on the office's letterhead.
fn pdf(
    ctx: &Ctx,
    office: &Office,
    event: &PressEvent,
    tour: &TourDetail,
    paper: &str,
) -> Result<Vec<u8>> {
    let words = Words { language: event.language.clone() };
    let (mut html, mut roll) = (String::new(), None);
    match paper {
        "itinerary" => itinerary(&mut html, event, tour, &words),
        "rooms" => {
            for room in &tour.rooms {
                let sleeps = |row: &&TravellerRow| row.traveller.room_id == Some(room.id);
                let from = if room.from_day.is_empty() { &tour.first_day } else { &room.from_day };
                let until =
                    if room.until_day.is_empty() { &tour.last_day } else { &room.until_day };
                element(&mut html, "h2", format!("{} {}", room.hotel, room.room).trim());
                element(&mut html, "p", &format!("{} – {}", words.day(from), words.day(until)));
                people(&mut html, &words, tour.travellers.iter().filter(sleeps));
            }
        }
        "cars" => {
            for vehicle in &tour.vehicles {
                let rides = |row: &&TravellerRow| row.traveller.vehicle_id == Some(vehicle.id);
                element(&mut html, "h2", &vehicle.name);
                let facts = [
                    vehicle.plate.clone(),
                    vehicle.driver.clone(),
                    readable(&vehicle.phone),
                    vehicle.use_of.clone(),
                ];
                let facts: Vec<&str> =
                    facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
                if !facts.is_empty() {
                    element(&mut html, "p", &facts.join(" · "));
                }
                people(&mut html, &words, tour.travellers.iter().filter(rides));
            }
        }
        _ => roll = Some(names(tour, &words)),
    }
    let facts: Vec<[String; 2]> = [
        ("event-paper-event", event.title.clone()),
        ("event-paper-when", event.when(&event.language)),
        ("tour-contact", event.contact_on_day.clone()),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(key, said)| [words.say(key), said])
    .collect();
    let logo = ctx.folder.join("files").join(&office.logo_sha256);
    let pages = [("page", "{page}"), ("pages", "{pages}")];
    letterhead::pdf(&sheet::cleaned(Sheet {
        language: event.language.clone(),
        letterhead: Letterhead {
            parent: office.parent.clone(),
            name: office.name.clone(),
            unit: office.unit.clone(),
            address: office.address.clone(),
            contact: office.contact_line.clone(),
            logo: std::fs::read(logo).ok().and_then(Picture::of),
        },
        kicker: words.say(&format!("tour-paper-{paper}")),
        body: blocks::of_html(&html),
        footer: format!("{} · {}", office.name, event.title),
        pages: text::sentence(&words.language, "release-paper-page", &pages),
        letter: Some(LetterParts { below: facts, ruled: true, ..LetterParts::default() }),
        roll,
        ..Sheet::default()
    }))
}

/// The stops, each day under its own heading, and what is done if nothing of it can be.
fn itinerary(html: &mut String, event: &PressEvent, tour: &TourDetail, words: &Words) {
    let mut day = "";
    for stop in &tour.stops {
        if stop.day != day {
            if !day.is_empty() {
                html.push_str("</table>");
            }
            day = &stop.day;
            element(html, "h2", &words.day(day));
            html.push_str("<table><tr>");
            for key in [
                "event-paper-time",
                "tour-column-place",
                "tour-column-activity",
                "event-paper-charge",
            ] {
                element(html, "th", &words.say(key));
            }
            html.push_str("</tr>");
        }
        let said = |label: &str, text: &str| match text.trim() {
            "" => String::new(),
            text => format!("{}: {text}", words.say(&format!("tour-column-{label}"))),
        };
        let hours = match (stop.arrives_at.as_str(), stop.leaves_at.as_str()) {
            (one, "") | ("", one) => one.to_owned(),
            (arrives, leaves) => format!("{arrives}–{leaves}"),
        };
        html.push_str("<tr>");
        for cell in [
            hours.replace(':', if words.language == "en" { ":" } else { "." }),
            joined(&[stop.place.clone(), stop.address.clone()]),
            joined(&[
                stop.activity.clone(),
                said("meal", &stop.meal),
                said("plan-b", &stop.plan_b),
            ]),
            stop.in_charge.clone(),
        ] {
            element(html, "td", &cell);
        }
        html.push_str("</tr>");
    }
    if day.is_empty() {
        element(html, "p", &words.say("tour-none-stops"));
    } else {
        html.push_str("</table>");
    }
    if !event.plan_b.trim().is_empty() {
        element(html, "h2", &words.say("tour-column-plan-b"));
        element(html, "p", event.plan_b.trim());
    }
}

/// Who sleeps or rides together.
fn people<'a>(html: &mut String, words: &Words, rows: impl Iterator<Item = &'a TravellerRow>) {
    let rows: Vec<&TravellerRow> = rows.collect();
    if rows.is_empty() {
        element(html, "p", "–");
        return;
    }
    html.push_str("<table><tr>");
    for key in ["number", "name", "outlet", "phone"] {
        element(html, "th", &words.say(&format!("tour-column-{key}")));
    }
    html.push_str("</tr>");
    for (at, row) in (1..).zip(rows) {
        html.push_str("<tr>");
        for cell in [at.to_string(), row.name.clone(), row.outlet.clone(), readable(&row.phone)] {
            element(html, "td", &cell);
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
}

/// The names for tickets as a list with a row for each person.
fn names(tour: &TourDetail, words: &Words) -> Roll {
    let (headings, rows) = manifest(tour, words);
    // In the order of the columns; a number and a day need no more room than they are wide.
    let shares = [0.0, 2.2, 0.0, 0.0, 0.0, 1.8, 0.0, 1.6, 1.2, 0.0, 1.5];
    // What is said of nobody takes no room.
    let said: Vec<bool> = (0..headings.len())
        .map(|at| at < 3 || rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let kept = |row: Vec<String>| -> Vec<String> {
        row.into_iter().zip(&said).filter(|(_, said)| **said).map(|(cell, _)| cell).collect()
    };
    let shares = shares.into_iter().zip(&said).filter(|(_, said)| **said);
    let columns = kept(headings).into_iter().zip(shares).map(|(title, (share, _))| RollColumn {
        title,
        share,
        is_signature: false,
    });
    let columns = columns.collect();
    Roll { facts: Vec::new(), columns, rows: rows.into_iter().map(kept).collect(), to_sign: false }
}

/// A number as people read it.
fn readable(number: &str) -> String {
    phone::normalise(number).map_or_else(|| number.to_owned(), |number| number.display)
}

/// What is said, one a line.
fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// An element with a text, its lines broken as they are.
fn element(html: &mut String, tag: &str, text: &str) {
    html.push('<');
    html.push_str(tag);
    html.push('>');
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            html.push_str("<br>");
        }
        push_html_text(html, line);
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}
