//! The calendar and days off on the command line.

use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::calendar::{
    CalendarExport, CalendarImport, CalendarMove, CalendarQuery, EntryPatch, Layer, Subscription,
};
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Error, Result};
use crate::holiday::HolidayFilter;

#[derive(Subcommand)]
pub enum Calendar {
    List {
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        #[arg(long, value_name = "KIND", num_args = 1..)]
        layer: Vec<String>,
    },
    Move {
        #[arg(value_name = "ITEM")]
        item: String,
        #[arg(value_name = "DAY|DAYThh:mm")]
        to: String,
    },
    Add {
        #[arg(value_name = "TITLE")]
        title: String,
        #[arg(value_name = "DAY|DAYThh:mm")]
        begins: String,
        #[arg(long, value_name = "DAY|DAYThh:mm")]
        until: Option<String>,
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    Export {
        #[arg(value_name = "FILE.ics")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        #[arg(long, value_name = "KIND", num_args = 1..)]
        layer: Vec<String>,
    },
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        holidays: bool,
    },
    Subscribe {
        #[arg(value_name = "FILE.ics", required_unless_present = "stop")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "KIND", num_args = 1..)]
        layer: Vec<String>,
        #[arg(long, conflicts_with = "file")]
        stop: bool,
    },
    #[command(subcommand)]
    Holiday(HolidayVerb),
}

#[derive(Subcommand)]
pub enum HolidayVerb {
    List {
        #[arg(value_name = "YEAR")]
        year: Option<i32>,
    },
    Add {
        #[arg(value_name = "DAY")]
        day: String,
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long)]
        joint_leave: bool,
    },
    Fixed {
        #[arg(value_name = "YEAR", default_value_t = 0)]
        year: i64,
    },
    Delete {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
}

/// A verb about the calendar.
pub fn calendar(door: &Door, terminal: &Terminal, verb: Calendar) -> Result<()> {
    match verb {
        Calendar::List { from, until, layer } => list(door, terminal, from, until, &layer),
        Calendar::Move { item, to } => {
            let (kind, id) = item
                .rsplit_once('-')
                .and_then(|(kind, id)| Some((kind.to_owned(), id.parse().ok()?)))
                .ok_or_else(|| Error::invalid("kind", "error-wrong-value").arg("field", "ITEM"))?;
            let moved = commands::calendar_move(door, CalendarMove { kind, id, to })?;
            terminal.result(&moved, |moved| {
                terminal.words("calendar-moved", &[("title", &moved.title), ("to", &moved.to)])
            })
        }
        Calendar::Add { title, begins, until, place, notes } => {
            let patch = EntryPatch {
                title: Some(title),
                begins: Some(begins),
                ends: until,
                place,
                notes,
                ..EntryPatch::default()
            };
            let entry = commands::calendar_entry_save(door, patch)?;
            terminal.result(&entry, |entry| {
                terminal.words("calendar-entry-saved", &[("title", &entry.title)])
            })
        }
        Calendar::Export { file, from, until, layer } => {
            let layers = layers(&layer)?;
            let order = CalendarExport {
                file: file.map(absolute).transpose()?,
                from,
                until,
                layers,
                event_id: None,
            };
            let written = commands::calendar_export(door, order)?;
            terminal.result(&written, |written| {
                terminal.words("calendar-exported", &[("file", &written.file.to_string_lossy())])
            })
        }
        Calendar::Import { file, holidays } => {
            let order = CalendarImport {
                path: Some(file),
                as_holidays: holidays,
                ..CalendarImport::default()
            };
            let done = commands::calendar_import(door, order)?;
            terminal.result(&done, |done| {
                let [added, changed, known] =
                    [done.added, done.changed, done.known].map(|count| count.to_string());
                let mut lines = vec![terminal.words(
                    "cli-calendar-imported",
                    &[("added", &added), ("changed", &changed), ("known", &known)],
                )];
                lines.extend(
                    done.remarks.iter().map(|one| format!("- {}: {}", one.entry, one.sentence)),
                );
                lines.join("\n")
            })
        }
        Calendar::Subscribe { file, layer, stop: _ } => {
            let kept = commands::calendar_subscription(door, ())?;
            let file = file.map(absolute).transpose()?;
            let wanted = Subscription {
                file: file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default(),
                layers: layers(&layer)?.unwrap_or(kept.layers),
                ..Subscription::default()
            };
            let now = commands::calendar_subscribe(door, wanted)?;
            terminal.result(&now, |now| match now.file.as_str() {
                "" => terminal.words("calendar-subscription-stopped", &[]),
                file => terminal.words("calendar-subscription-kept", &[("file", file)]),
            })
        }
        Calendar::Holiday(verb) => holiday(door, terminal, verb),
    }
}

fn absolute(file: PathBuf) -> Result<PathBuf> {
    Ok(std::path::absolute(file)?)
}

fn layers(words: &[String]) -> Result<Option<Vec<Layer>>> {
    let layers: Vec<Layer> = words
        .iter()
        .map(|word| {
            Layer::from_word(word)
                .ok_or_else(|| Error::invalid("layer", "error-wrong-value").arg("field", word))
        })
        .collect::<Result<_>>()?;
    Ok((!layers.is_empty()).then_some(layers))
}

fn list(
    door: &Door,
    terminal: &Terminal,
    from: Option<String>,
    until: Option<String>,
    layer: &[String],
) -> Result<()> {
    let today = door.ctx().now.with_timezone(&terminal.zone).date_naive();
    let day = |field: &'static str, said: Option<String>, usual: NaiveDate| match said {
        Some(said) => said
            .parse::<NaiveDate>()
            .map_err(|_| Error::invalid(field, "calendar-day-wrong").arg("value", said)),
        None => Ok(usual),
    };
    let later = |day: NaiveDate, by: u64| day.checked_add_days(Days::new(by)).unwrap_or(day);
    let from = day("from", from, today)?;
    let last = day("until", until, later(from, 30))?;
    let page = commands::calendar_items(
        door,
        CalendarQuery {
            from: from.to_string(),
            until: later(last, 1).to_string(),
            layers: layers(layer)?,
            per_day: None,
        },
    )?;
    terminal.result(&page, |page| {
        if page.items.is_empty() {
            return terminal.words("cli-calendar-none", &[]);
        }
        let rows: Vec<Vec<String>> = page
            .items
            .iter()
            .map(|item| {
                let when = if item.begins == item.ends {
                    item.begins.replace('T', " ")
                } else {
                    format!("{} – {}", item.begins, item.ends).replace('T', " ")
                };
                let kind = format!("calendar-kind-{}", item.kind.replace('_', "-"));
                let title = [item.title.as_str(), item.about.as_str()];
                let title: Vec<&str> = title.into_iter().filter(|part| !part.is_empty()).collect();
                vec![when, item.key.clone(), terminal.words(&kind, &[]), title.join(" · ")]
            })
            .collect();
        terminal.table(&["when", "item", "kind", "what"], &rows)
    })
}

fn holiday(door: &Door, terminal: &Terminal, verb: HolidayVerb) -> Result<()> {
    match verb {
        HolidayVerb::List { year } => {
            let filter = HolidayFilter {
                from: year.map(|year| format!("{year:04}-01-01")),
                until: year.map(|year| format!("{year:04}-12-31")),
            };
            let days = commands::holiday_list(door, filter)?;
            terminal.result(&json!({"holidays": days}), |_| {
                if days.is_empty() {
                    return terminal.words("cli-calendar-holidays-none", &[]);
                }
                let rows: Vec<Vec<String>> = days
                    .iter()
                    .map(|day| {
                        let kind = format!("holiday-kind-{}", day.kind.as_str().replace('_', "-"));
                        vec![
                            day.id.to_string(),
                            day.day.clone(),
                            terminal.words(&kind, &[]),
                            day.name.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "when", "kind", "holiday"], &rows)
            })
        }
        HolidayVerb::Add { day, name, joint_leave } => {
            let kind = if joint_leave { "joint_leave" } else { "holiday" };
            let set = [("day", day), ("name", name), ("kind", kind.to_owned())]
                .map(|(field, value)| (field.to_owned(), Json::from(value)));
            let patch = Patch { set: Map::from_iter(set), ..Patch::default() };
            let holiday = commands::holiday_save(door, patch)?;
            terminal.result(&holiday, |holiday| format!("{} {}", holiday.day, holiday.name))
        }
        HolidayVerb::Fixed { year } => {
            let count = commands::holiday_add_fixed(door, year)?;
            terminal.result(&json!({"added": count}), |_| {
                terminal.words("cli-calendar-holidays-added", &[("count", &count.to_string())])
            })
        }
        HolidayVerb::Delete { ids } => {
            let count = commands::holiday_delete(door, ids)?;
            terminal.result(&json!({"deleted": count}), |_| count.to_string())
        }
    }
}
