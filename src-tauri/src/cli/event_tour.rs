//! Tours on the command line.

use std::path::PathBuf;

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::error::Result;
use crate::tour::{FreezeOrder, TourDetail, TourPaper};

/// Shows a tour.
pub fn show(door: &Door, terminal: &Terminal, event: &str) -> Result<()> {
    let tour = commands::tour_show(door, super::event::named(door, event)?)?;
    terminal.result(&tour, |tour| sheet(terminal, tour))
}

/// Freezes the names for tickets, or opens them again.
pub fn freeze(door: &Door, terminal: &Terminal, event: &str, frozen: bool) -> Result<()> {
    let event_id = super::event::named(door, event)?;
    let tour = commands::tour_freeze(door, FreezeOrder { event_id, frozen })?;
    let key = if frozen { "tour-was-frozen" } else { "tour-was-opened" };
    terminal.result(&tour, |_| terminal.words(key, &[]))
}

/// Writes one of its papers; `usual` is the ending where the file has none.
pub fn paper(
    door: &Door,
    terminal: &Terminal,
    event: &str,
    paper: &str,
    usual: &str,
    file: Option<PathBuf>,
) -> Result<()> {
    let format = file.as_ref().is_none_or(|file| file.extension().is_none());
    let order = TourPaper {
        event_id: super::event::named(door, event)?,
        paper: paper.to_owned(),
        format: format.then(|| usual.to_owned()),
        file,
    };
    let written = commands::tour_write(door, order)?;
    terminal.result(&written, |written| {
        terminal.words("tour-written", &[("file", &written.file.to_string_lossy())])
    })
}

fn sheet(terminal: &Terminal, tour: &TourDetail) -> String {
    let mut lines = vec![format!("{} ({} – {})", tour.title, tour.first_day, tour.last_day)];
    for stop in &tour.stops {
        let facts = [&stop.day, &stop.arrives_at, &stop.leaves_at, &stop.place, &stop.activity];
        let facts: Vec<&str> =
            facts.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
        lines.push(format!("- {}", facts.join(" · ")));
    }
    for vehicle in &tour.vehicles {
        let riders = tour
            .travellers
            .iter()
            .filter(|row| row.traveller.vehicle_id == Some(vehicle.id))
            .count();
        let taken = terminal.words(
            "tour-seats-taken",
            &[("count", &riders.to_string()), ("seats", &vehicle.seats.to_string())],
        );
        lines.push(format!("- {}: {taken}", vehicle.name));
    }
    for room in &tour.rooms {
        let sleepers =
            tour.travellers.iter().filter(|row| row.traveller.room_id == Some(room.id)).count();
        let taken = terminal.words(
            "tour-beds-taken",
            &[("count", &sleepers.to_string()), ("beds", &room.beds.to_string())],
        );
        lines.push(format!("- {} {}: {taken}", room.hotel, room.room));
    }
    lines.push(format!(
        "{}: {}",
        terminal.words("tour-travellers", &[]),
        tour.travellers.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join(", ")
    ));
    for problem in &tour.problems {
        let args: Vec<(&str, &str)> =
            problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        lines.push(format!("! {}", terminal.words(&problem.text, &args)));
    }
    lines.join("\n")
}
