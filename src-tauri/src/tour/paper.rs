//! The papers of a tour: itinerary, names for tickets, rooms, cars; as PDF or as a workbook.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{TourDetail, TravellerRow, show};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::pdf::Document;
use crate::format::workbook;
use crate::press_event::PressEvent;
use crate::record_file::{FileCopied, write_bytes};
use crate::{office, text};

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
        pdf(db, &event, &tour, &words, &order.paper, (headings, rows))?
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

fn pdf(
    db: &Reader,
    event: &PressEvent,
    tour: &TourDetail,
    words: &Words,
    paper: &str,
    (headings, rows): Cells,
) -> Result<Vec<u8>> {
    let title = words.say(&format!("tour-paper-{paper}"));
    let office = office::find(db)?.map(|office| office.name).unwrap_or_default();
    let mut document =
        Document::new(&format!("{title}: {}", event.title), &event.language, &office)?;
    document.paragraph(&format!("{} – {}", tour.first_day, tour.last_day));
    let mut group = String::new();
    for row in &rows {
        let cell = |at: usize| row.get(at).map(String::as_str).unwrap_or_default();
        // Days, rooms and cars are headings; persons stand below them.
        let (head, skipped) = match paper {
            "itinerary" => (cell(0).to_owned(), 1),
            "rooms" => (format!("{} {} ({} – {})", cell(0), cell(1), cell(3), cell(4)), 5),
            "cars" => {
                let facts: Vec<&str> = row
                    .iter()
                    .take(5)
                    .map(String::as_str)
                    .filter(|fact| !fact.is_empty())
                    .collect();
                (facts.join(" · "), 5)
            }
            _ => (format!("{}. {}", cell(0), cell(1)), 2),
        };
        if head != group {
            document.heading(&head);
            group = head;
        }
        if paper == "itinerary" {
            document.rule();
        }
        for (heading, cell) in headings.iter().zip(row).skip(skipped) {
            if !cell.is_empty() {
                document.fact(heading, cell);
            }
        }
    }
    if paper == "itinerary" && !event.plan_b.trim().is_empty() {
        document.heading(&words.say("tour-column-plan-b"));
        document.paragraph(event.plan_b.trim());
    }
    if paper == "itinerary" && !event.contact_on_day.is_empty() {
        document.fact(&words.say("tour-contact"), &event.contact_on_day);
    }
    document.finish()
}
