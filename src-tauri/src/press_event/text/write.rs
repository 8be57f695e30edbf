//! Writing an event as a text, in the language of its papers.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::super::rundown::items_of;
use super::super::task::EventTask;
use super::super::{Ctx, PressEvent, Reader, cost, file, show};
use super::read::KEYS;
use crate::clock;
use crate::distribution::{Instant, zone_name};
use crate::error::Result;
use crate::letter::lines;
use crate::staff::Staff;
use crate::text;

/// Fields that say on which day the event is.
const OF_TIME: &[&str] = &["begins", "zone"];
/// Fields that belong to one event alone and stand in no template.
const OF_ONE: &[&str] = &["lessons", "staff_id", "kit_id", "online_url"];

/// The text of an event.
pub(in super::super) fn write(db: &Reader, ctx: &Ctx, id: i64) -> Result<String> {
    text_of(db, ctx, id, false)
}

/// The text of an event as what others begin from: without a day, times from its beginning.
pub(in super::super) fn template_text(db: &Reader, ctx: &Ctx, id: i64) -> Result<String> {
    text_of(db, ctx, id, true)
}

fn text_of(db: &Reader, ctx: &Ctx, id: i64, as_template: bool) -> Result<String> {
    let detail = show(db, ctx, id)?;
    let event = &detail.event;
    let is_english = event.language == "en";
    let word = |id: &'static str, en: &'static str| if is_english { en } else { id };
    let mut out = String::new();
    for (field, keys) in KEYS {
        if as_template && (OF_TIME.contains(field) || OF_ONE.contains(field)) {
            continue;
        }
        let key = keys.get(usize::from(is_english)).copied().unwrap_or_default();
        let value = match *field {
            "kind" => {
                text::sentence(&event.language, &format!("event-kind-{}", event.kind.as_str()), &[])
            }
            "begins" => begin_text(event),
            "ends" if as_template => length_text(event),
            "ends" => end_text(event),
            "zone" => String::new(),
            "all_day" if event.all_day => word("ya", "yes").to_owned(),
            "all_day" => String::new(),
            "host" => detail.row.host.clone(),
            "staff_id" => detail.row.owner.clone(),
            "kit_id" => detail.kit.clone(),
            "capacity" => number(event.capacity),
            "budget" => number(event.budget),
            field => column(event, field).to_owned(),
        };
        if value.is_empty() {
            continue;
        }
        if value.contains('\n') {
            let _ = writeln!(out, "{key}:");
            for line in value.lines() {
                let indent = if line.is_empty() { "" } else { "  " };
                let _ = writeln!(out, "{indent}{line}");
            }
        } else {
            let _ = writeln!(out, "{key}: {value}");
        }
    }
    checklist(db, event, as_template, &mut out)?;
    rundown(db, event, as_template, word("Susunan acara", "Rundown"), &mut out)?;
    let costs = cost::costs(db, ctx, id)?.rows;
    if !costs.is_empty() {
        let _ = writeln!(out, "\n## {}", word("Biaya", "Costs"));
    }
    for row in costs {
        let figures = match (row.planned, row.actual) {
            (planned, actual) if actual > 0 && !as_template => format!("{planned} / {actual}"),
            (planned, _) => planned.to_string(),
        };
        let paid_on = if as_template { String::new() } else { row.paid_on };
        let first = format!("{}: {figures}", escaped(&row.title));
        let _ = writeln!(out, "- {}", joined(&[first, paid_on, escaped(&row.notes)]));
    }
    let duties = file::duties(db, ctx, id)?;
    if !duties.is_empty() && !as_template {
        let _ = writeln!(out, "\n## {}", word("Petugas", "Duties"));
        for row in duties {
            let parts = [escaped(&row.name), escaped(&row.duty.duty), escaped(&row.duty.phone)];
            let _ = writeln!(out, "- {}", joined(&parts));
        }
    }
    Ok(out)
}

fn column<'e>(event: &'e PressEvent, field: &str) -> &'e str {
    match field {
        "title" => &event.title,
        "language" => &event.language,
        "venue" => &event.venue,
        "address" => &event.address,
        "map_url" => &event.map_url,
        "online_url" => &event.online_url,
        "dress" => &event.dress,
        "contact_on_day" => &event.contact_on_day,
        "theme" => &event.theme,
        "objective" => &event.objective,
        "key_messages" => &event.key_messages,
        "plan_b" => &event.plan_b,
        "notes" => &event.notes,
        "lessons" => &event.lessons,
        _ => "",
    }
}

fn number(number: i64) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}

/// `2026-12-01 09:00 WIB`; what the clocks show twice, as UTC.
fn instant_text(at: Option<DateTime<Tz>>) -> String {
    let Some(at) = at else { return String::new() };
    let zone = match zone_name(at.timezone(), at.to_utc()).as_str() {
        name @ ("WIB" | "WITA" | "WIT") => name.to_owned(),
        _ => at.timezone().name().to_owned(),
    };
    let text = format!("{} {zone}", at.format("%Y-%m-%d %H:%M"));
    match Instant::read(&text, at.timezone(), "begins") {
        Ok(read) if read.at == at.to_utc() => text,
        _ => format!("{} {zone}", at.to_utc().format("%Y-%m-%dT%H:%M:%SZ")),
    }
}

fn begin_text(event: &PressEvent) -> String {
    match (event.all_day, event.days()) {
        (true, Some((first, _))) => {
            let zone = instant_text(event.begins());
            let zone = zone.rsplit(' ').next().unwrap_or_default();
            format!("{first} 00:00 {zone}")
        }
        _ => instant_text(event.begins()),
    }
}

fn end_text(event: &PressEvent) -> String {
    match (event.all_day, event.days()) {
        (true, Some((_, last))) => format!("{last} 24:00"),
        _ => instant_text(event.ends()),
    }
}

/// How long it takes, as templates say it: `+2.30`.
fn length_text(event: &PressEvent) -> String {
    let (Some(begins), Some(ends)) = (event.begins(), event.ends()) else { return String::new() };
    let minutes = (ends.naive_local() - begins.naive_local()).num_minutes();
    format!("+{}.{:02}", minutes / 60, minutes % 60)
}

fn checklist(db: &Reader, event: &PressEvent, as_template: bool, out: &mut String) -> Result<()> {
    let tasks: Vec<EventTask> = db.all(
        "event_id = :id AND promised_to = 0 ORDER BY due_on = '', due_on, id",
        rusqlite::named_params! {":id": event.id},
    )?;
    if tasks.is_empty() {
        return Ok(());
    }
    let first = event.days().map(|(first, _)| first);
    out.push_str("\n## Checklist\n");
    for task in tasks {
        let owner = match task.staff_id.filter(|_| !as_template) {
            Some(id) => db.find::<Staff>(id)?.map(|one| one.name),
            None => None,
        };
        let own_day = || task.due_on.parse::<NaiveDate>().ok();
        let days = task.days.or_else(|| {
            // A template knows no days of its own.
            let distance = (own_day()? - first?).num_days();
            as_template.then_some(distance)
        });
        let mut line = String::new();
        if !task.done_at.is_empty() && !as_template {
            line.push_str("[x] ");
        }
        match days {
            Some(0) => line.push_str("H "),
            Some(days) => line.push_str(&format!("H{days:+} ")),
            None if !task.due_on.is_empty() => line.push_str(&format!("{} ", task.due_on)),
            None => {}
        }
        line.push_str(&escaped(&task.title));
        match owner {
            Some(owner) => line.push_str(&format!(" ({owner})")),
            // Else what ends in brackets would be read as a name.
            None if task.title.ends_with(')') => line.push_str(" ()"),
            None => {}
        }
        let _ = writeln!(out, "- {}", joined(&[line, escaped(&task.notes)]));
    }
    Ok(())
}

fn rundown(
    db: &Reader,
    event: &PressEvent,
    as_template: bool,
    heading: &str,
    out: &mut String,
) -> Result<()> {
    let items = items_of(db, event.id)?;
    let Some(first) = event.begins() else { return Ok(()) };
    if items.is_empty() {
        return Ok(());
    }
    let _ = writeln!(out, "\n## {heading}");
    let zone = event.zone();
    let mut day = first.date_naive();
    for item in items {
        let local = |text: &str| clock::from_text(text).map(|at| at.with_timezone(&zone));
        let (Some(begins), Some(ends)) = (local(&item.begins_at), local(&item.ends_at)) else {
            continue;
        };
        let span = if as_template {
            let after = |at: DateTime<Tz>| {
                let minutes = (at.naive_local() - first.naive_local()).num_minutes();
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{}.{:02}", minutes.abs() / 60, minutes.abs() % 60)
            };
            format!("{}–{}", after(begins), after(ends))
        } else {
            if begins.date_naive() != day {
                day = begins.date_naive();
                let _ = writeln!(out, "### {day}");
            }
            format!("{}–{}", begins.format("%H.%M"), ends.format("%H.%M"))
        };
        let names = |text: &str| lines(text).map(escaped).collect::<Vec<_>>().join("; ");
        let parts = [
            format!("{span} {}", escaped(&item.title)),
            names(&item.speakers),
            escaped(&item.place),
            names(&item.in_charge),
            names(&item.moderator),
            escaped(&item.notes),
        ];
        let _ = writeln!(out, "{}", joined(&parts));
    }
    Ok(())
}

/// Cells of a line; empty ones at its end are left out.
fn joined(parts: &[String]) -> String {
    let used = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |at| at + 1);
    parts.iter().take(used).map(String::as_str).collect::<Vec<_>>().join(" | ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n")
}
