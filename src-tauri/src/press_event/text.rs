//! An event as a text: a head of `Key: value` lines, then sections for checklist, rundown, costs
//! and duties, in Indonesian or English. What an export writes, an import reads as the same event;
//! templates are such texts without a day, their times relative to the beginning.
//!
//! ```text
//! Judul: Konferensi pers pembukaan pasar
//! Jenis: Konferensi pers
//! Mulai: 2026-12-01 09:00 WIB
//! Pesan kunci:
//!   Pasar dibuka kembali
//!
//! ## Checklist
//! - H-7 Kirim undangan (Rina Contoh)
//!
//! ## Rundown
//! 08.00–08.30 Registrasi | pembicara | tempat | PJ | moderator | catatan
//!
//! ## Biaya
//! - Konsumsi: 2.500.000 / 2.350.000 | 2026-12-01 | catatan
//!
//! ## Petugas
//! - Nama | tugas | telepon
//! ```

mod read;
mod write;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::cost::{EventCost, store_cost};
use super::file::{EventDuty, store_duty};
use super::rundown::{EventItem, store_item};
use super::task::{EventTask, store_task};
use super::{Ctx, EventDetail, EventPatch, Patch, PressEvent, Reader, Writer, settings};
use crate::clock;
use crate::error::{Code, Error, Result};
use crate::kit;
use crate::text::of_error;

pub(super) use read::read;
pub(super) use write::{template_text, write};

/// An event that comes as a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventImport {
    /// The text.
    #[ts(optional = false)]
    pub text: String,
    /// When it begins; none = as the text says.
    pub begins: Option<String>,
    /// When it ends; none = as the text says.
    pub ends: Option<String>,
}

/// What a text says of an event.
#[derive(Debug, Default)]
pub(super) struct EventText {
    /// Fields of the record.
    pub set: Map<String, Json>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub zone: String,
    pub host: Option<String>,
    pub owner: Option<String>,
    pub kit: Option<String>,
    pub tasks: Vec<TaskLine>,
    pub items: Vec<ItemLine>,
    pub costs: Vec<EventCost>,
    pub duties: Vec<EventDuty>,
    /// Where each field stands: its line, from 1, and its key as written.
    pub places: BTreeMap<&'static str, (usize, String)>,
}

/// A line of the checklist.
#[derive(Debug, Default)]
pub(super) struct TaskLine {
    pub line: usize,
    pub task: EventTask,
    pub owner: String,
    pub done: bool,
}

/// A line of the rundown.
#[derive(Debug)]
pub(super) struct ItemLine {
    pub line: usize,
    pub item: EventItem,
    pub begins: ItemTime,
    pub ends: Option<ItemTime>,
}

/// When an item begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemTime {
    /// Minutes of a day, on the day given, or on the event's first day.
    At(Option<chrono::NaiveDate>, i64),
    /// Minutes from the event's beginning.
    After(i64),
}

/// Creates an event from its text.
pub fn import(db: &Writer, ctx: &Ctx, order: EventImport) -> Result<EventDetail> {
    let mut text = read(&order.text)?;
    text.begins = order.begins.or(text.begins);
    text.ends = order.ends.or(text.ends);
    create(db, ctx, text)
}

/// Creates an event with all that a text says of it.
pub(super) fn create(db: &Writer, ctx: &Ctx, mut text: EventText) -> Result<EventDetail> {
    if let Some(name) = &text.owner {
        let id = super::staff_named(db, name)?.ok_or_else(|| {
            let error = Error::invalid("staff_id", "staff-unknown").arg("name", name);
            placed(db, &text, error)
        })?;
        text.set.insert("staff_id".to_owned(), Json::from(id));
    }
    if let Some(name) = &text.kit {
        let id = kit::named(db, name)
            .map_err(|mut error| {
                error.field = Some("kit_id".to_owned());
                placed(db, &text, error)
            })?
            .id;
        text.set.insert("kit_id".to_owned(), Json::from(id));
    }
    let save = EventPatch {
        patch: Patch { set: std::mem::take(&mut text.set), ..Patch::default() },
        begins: text.begins.clone().map(|begins| with_zone(begins, &text.zone)),
        ends: text.ends.clone(),
        host: text.host.clone(),
        ..EventPatch::default()
    };
    let made = super::save(db, ctx, save).map_err(|error| placed(db, &text, error))?;
    fill(db, ctx, &made.event, text)?;
    super::show(db, ctx, made.event.id)
}

/// A time whose zone stands in a line of its own.
fn with_zone(begins: String, zone: &str) -> String {
    let last = begins.split_whitespace().last().unwrap_or_default();
    let has_one = last.starts_with(char::is_alphabetic);
    if zone.is_empty() || has_one { begins } else { format!("{begins} {zone}") }
}

/// Checklist, rundown, costs and duties of a text, for an event that is there.
pub(super) fn fill(db: &Writer, ctx: &Ctx, event: &PressEvent, text: EventText) -> Result<()> {
    for line in text.tasks {
        let mut task = EventTask { event_id: event.id, ..line.task };
        if !line.owner.is_empty() {
            match super::staff_named(db, &line.owner)? {
                Some(id) => task.staff_id = Some(id),
                // Somebody of another office: the name stays with what is to be done.
                None => task.title = format!("{} ({})", task.title, line.owner),
            }
        }
        if line.done {
            task.done_at = ctx.now_text();
            task.done_by.clone_from(&ctx.actor);
        }
        store_task(db, &mut task).map_err(|error| at_line(db, line.line, error))?;
    }
    for line in text.items {
        let begins = at(event, line.begins, None);
        let ends = line.ends.map_or(begins, |ends| at(event, ends, Some((line.begins, begins))));
        let mut item = EventItem {
            event_id: event.id,
            begins_at: clock::to_text(begins),
            ends_at: clock::to_text(ends),
            ..line.item
        };
        store_item(db, &mut item).map_err(|error| at_line(db, line.line, error))?;
    }
    for cost in text.costs {
        store_cost(db, &mut EventCost { event_id: event.id, ..cost })?;
    }
    for duty in text.duties {
        store_duty(db, &mut EventDuty { event_id: event.id, ..duty })?;
    }
    Ok(())
}

/// The instant of an item's time. An end that is not later than its beginning is of the next day.
fn at(
    event: &PressEvent,
    time: ItemTime,
    begins: Option<(ItemTime, chrono::DateTime<chrono::Utc>)>,
) -> chrono::DateTime<chrono::Utc> {
    let zone = event.zone();
    let first = event.begins().map(|at| at.naive_local()).unwrap_or_default();
    let local = match time {
        ItemTime::After(minutes) => first + chrono::Duration::minutes(minutes),
        ItemTime::At(day, minutes) => {
            let of_begin = begins.map(|(_, at)| at.with_timezone(&zone).date_naive());
            let day = day.or(of_begin).unwrap_or_else(|| first.date());
            day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(minutes)
        }
    };
    let instant = super::on_clocks(zone, local);
    match begins {
        Some((_, begins)) if instant < begins => {
            super::on_clocks(zone, local + chrono::Duration::days(1))
        }
        _ => instant,
    }
}

/// The error with the line and the key that it is about, where they are known.
fn placed(db: &Reader, text: &EventText, error: Error) -> Error {
    let place = error.field.as_deref().and_then(|field| text.places.get(field)).cloned();
    let Some((line, key)) = place else { return error };
    let field = error.field.clone().unwrap_or_default();
    Error::invalid(field, "event-text-key")
        .arg("line", line)
        .arg("key", key)
        .arg("why", of_error(&language(db), &error))
}

fn at_line(db: &Reader, line: usize, error: Error) -> Error {
    Error::new(Code::Invalid, "event-text-line")
        .arg("line", line)
        .arg("why", of_error(&language(db), &error))
}

fn language(db: &Reader) -> String {
    settings::value(db, "language", "id").unwrap_or_else(|_| "id".to_owned())
}

/// An event as a text.
pub fn export(db: &Reader, ctx: &Ctx, id: i64) -> Result<String> {
    write(db, ctx, id)
}
