//! The rundown of a press event on the letterhead: PDF, Word, plain text.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{PaperFormat, PaperWritten, file_name, format_said, head, written};
use crate::clock;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::markdown::push_html_text;
use crate::format::sheet::{self, LetterParts, Sheet};
use crate::format::{blocks, letterhead, word};
use crate::job::Job;
use crate::letter::lines;
use crate::office::{self, Office};
use crate::press_event::{self, EventDetail, EventItem, PressEvent, clock_time};
use crate::release::letter::{words, written_day};

/// Which rundown to write, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct RundownPaper {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// PDF, Word or plain text; none = by the file's ending.
    pub format: Option<PaperFormat>,
}

/// Which event to write as a text, and where.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct EventTextPaper {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Writes an event as a text that `event_import` reads, complete or not at all.
pub fn export_event_text(job: &Job, order: EventTextPaper) -> Result<PaperWritten> {
    job.progress("phase-exporting", 0, 0);
    let (text, title) = job.workspace.db.read(|db| {
        let text = press_event::export(db, &job.ctx, order.event_id)?;
        Ok((text, db.get::<PressEvent>(order.event_id)?.title))
    })?;
    let name = file_name(&title).unwrap_or_else(|| format!("event-{}", order.event_id));
    written(job, order.file, &name, "md", text.as_bytes())
}

/// The rundown on the letterhead, as the bundle of an event takes it; none = it is empty.
pub(super) fn rundown_sheet(
    db: &Reader,
    ctx: &Ctx,
    folder: &Path,
    event_id: i64,
) -> Result<Option<Sheet>> {
    let detail = press_event::show(db, ctx, event_id)?;
    let items: Vec<EventItem> =
        press_event::rundown(db, ctx, event_id)?.into_iter().map(|row| row.item).collect();
    let office = office::find(db)?.unwrap_or_default();
    let html = table(&detail, &items);
    Ok((!items.is_empty()).then(|| sheet_of(folder, &detail, &html, &office)))
}

/// Writes the rundown of an event, complete or not at all.
pub fn export_rundown(job: &Job, order: RundownPaper) -> Result<PaperWritten> {
    let format = format_said(order.format, order.file.as_deref())?;
    job.progress("phase-exporting", 0, 0);
    let (detail, items, office) = job.workspace.db.read(|db| {
        let detail = press_event::show(db, &job.ctx, order.event_id)?;
        let items = press_event::rundown(db, &job.ctx, order.event_id)?;
        let items: Vec<EventItem> = items.into_iter().map(|row| row.item).collect();
        Ok((detail, items, office::find(db)?.unwrap_or_default()))
    })?;
    let html = table(&detail, &items);
    let sheet = sheet_of(job.workspace.folder(), &detail, &html, &office);
    let bytes = match format {
        PaperFormat::Pdf => letterhead::pdf(&sheet)?,
        PaperFormat::Docx => word::write(&sheet)?,
        PaperFormat::Txt => sheet.plain_text(&html).into_bytes(),
        PaperFormat::Html | PaperFormat::Eml | PaperFormat::Whatsapp => {
            return Err(Error::invalid("format", "letter-format").arg("value", format.as_str()));
        }
    };
    let event = &detail.event;
    let name = format!("{} {}", words(&event.language, "event-paper-rundown", &[]), event.title);
    let name = file_name(&name).unwrap_or_else(|| format!("rundown-{}", event.id));
    written(job, order.file, &name, format.as_str(), &bytes)
}

fn sheet_of(folder: &Path, detail: &EventDetail, html: &str, office: &Office) -> Sheet {
    let event = &detail.event;
    let language = event.language.as_str();
    let word = |key: &str| words(language, key, &[]);
    let place = [event.venue.as_str(), &event.address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let mut below = vec![[word("event-paper-event"), event.title.clone()]];
    for (key, said) in [
        ("event-paper-theme", event.theme.clone()),
        ("event-paper-when", event.when(language)),
        ("event-paper-place", place),
        ("event-paper-online", event.online_url.clone()),
        ("event-paper-host", detail.row.host.clone()),
        ("event-paper-contact", event.contact_on_day.clone()),
        ("event-paper-dress", event.dress.clone()),
    ] {
        if !said.is_empty() {
            below.push([word(key), said]);
        }
    }
    sheet::cleaned(Sheet {
        language: language.to_owned(),
        letterhead: head(folder, office),
        kicker: word("event-paper-rundown"),
        body: blocks::of_html(html),
        footer: office.name.clone(),
        pages: words(language, "release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
        letter: Some(LetterParts { below, ruled: true, ..LetterParts::default() }),
        ..Sheet::default()
    })
}

/// The items as a table, each day of several under its own heading.
fn table(detail: &EventDetail, items: &[EventItem]) -> String {
    let event = &detail.event;
    let (language, zone) = (event.language.as_str(), event.zone());
    let word = |key: &str| words(language, key, &[]);
    let mut html = String::new();
    if items.is_empty() {
        push(&mut html, "p", &word("event-paper-nothing"));
        return html;
    }
    let local = |text: &str| clock::from_text(text).map(|at| at.with_timezone(&zone));
    let is_long = event.days().is_some_and(|(first, last)| first != last);
    let mut day = None;
    for item in items {
        let (Some(begins), Some(ends)) = (local(&item.begins_at), local(&item.ends_at)) else {
            continue;
        };
        if day != Some(begins.date_naive()) {
            if day.is_some() {
                html.push_str("</table>");
            }
            day = Some(begins.date_naive());
            if is_long {
                push(&mut html, "h2", &written_day(begins.date_naive(), language));
            }
            html.push_str("<table><tr>");
            for key in ["time", "item", "speakers", "at", "charge"] {
                push(&mut html, "th", &word(&format!("event-paper-{key}")));
            }
            html.push_str("</tr>");
        }
        let mut speakers: Vec<String> = lines(&item.speakers).map(str::to_owned).collect();
        for name in lines(&item.moderator) {
            speakers.push(words(language, "event-paper-moderator", &[("name", name)]));
        }
        let mut title = item.title.clone();
        if !item.notes.is_empty() {
            let _ = write!(title, "\n{}", item.notes);
        }
        html.push_str("<tr>");
        let time = format!("{}–{}", clock_time(begins, language), clock_time(ends, language));
        for cell in [
            time,
            title,
            speakers.join("\n"),
            item.place.clone(),
            lines(&item.in_charge).collect::<Vec<_>>().join("\n"),
        ] {
            push(&mut html, "td", &cell);
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// An element with a text, its lines broken as they are.
fn push(html: &mut String, tag: &str, text: &str) {
    let _ = write!(html, "<{tag}>");
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            html.push_str("<br>");
        }
        push_html_text(html, line);
    }
    let _ = write!(html, "</{tag}>");
}
