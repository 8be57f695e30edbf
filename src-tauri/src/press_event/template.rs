//! What events begin from: Warta delivers a text for each kind in both languages; the office keeps
//! its own beside them.

use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::text::{EventText, read, template_text};
use super::{Ctx, EventKind, Patch, PressEvent, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record;

static DELIVERED: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/templates/events");

record! {
    /// A template of the office.
    EventTemplate in "event_templates" {
        /// What the office calls it.
        name: String,
        /// What events from it are.
        kind: EventKind,
        /// `id` or `en`.
        language: String,
        /// The text of an event file.
        text: String,
    }
}

/// A template in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventTemplateRow {
    /// What names it: the id of the office's own, else language and kind such as `id/tour`.
    pub key: String,
    /// Its id; 0 = delivered with Warta.
    pub id: i64,
    /// Its version; 0 = delivered with Warta.
    pub version: i64,
    /// What the office calls it; empty = by its kind.
    pub name: String,
    /// What events from it are.
    pub kind: EventKind,
    /// `id` or `en`.
    pub language: String,
    /// The text.
    pub text: String,
}

/// An event to be kept as a template.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepEventTemplate {
    /// The event.
    pub event_id: i64,
    /// What the office calls it.
    pub name: String,
}

/// All templates: the office's own by name, then those delivered by kind.
pub fn templates(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<EventTemplateRow>> {
    let own: Vec<EventTemplate> = db.all("1 = 1 ORDER BY name, id", &[])?;
    let mut rows: Vec<EventTemplateRow> = own.into_iter().map(row_of).collect();
    for language in ["id", "en"] {
        rows.extend(EventKind::ALL.iter().filter_map(|kind| delivered(language, *kind)));
    }
    Ok(rows)
}

fn row_of(own: EventTemplate) -> EventTemplateRow {
    EventTemplateRow {
        key: own.id.to_string(),
        id: own.id,
        version: own.version,
        name: own.name,
        kind: own.kind,
        language: own.language,
        text: own.text,
    }
}

fn delivered(language: &str, kind: EventKind) -> Option<EventTemplateRow> {
    let text =
        DELIVERED.get_file(format!("{language}/{}.md", kind.as_str()))?.contents_utf8()?.to_owned();
    Some(EventTemplateRow {
        key: format!("{language}/{}", kind.as_str()),
        id: 0,
        version: 0,
        name: String::new(),
        kind,
        language: language.to_owned(),
        text,
    })
}

/// The text that a key names.
pub(super) fn named(db: &Reader, key: &str) -> Result<EventText> {
    let unknown = || Error::new(Code::NotFound, "event-template-missing").arg("name", key);
    let row = match key.split_once('/') {
        Some((language, kind)) => {
            let kind = EventKind::from_word(kind).ok_or_else(unknown)?;
            delivered(language, kind).ok_or_else(unknown)?
        }
        None => {
            let own: Vec<EventTemplate> = db.all("1 = 1 ORDER BY id", &[])?;
            own.into_iter()
                .find(|one| one.id.to_string() == key || one.name == key)
                .map(row_of)
                .ok_or_else(unknown)?
        }
    };
    read(&row.text)
}

/// Creates or changes one of the office's own.
pub fn save_template(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<EventTemplateRow> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventTemplate { language: "id".to_owned(), ..EventTemplate::default() },
    };
    patch.check_version(&stored)?;
    db.edit::<EventTemplate>(&patch)?;
    let mut template: EventTemplate = patch.apply(&stored)?;
    store(db, &mut template)?;
    Ok(row_of(template))
}

/// Keeps an event as a template.
pub fn keep_template(db: &Writer, ctx: &Ctx, keep: KeepEventTemplate) -> Result<EventTemplateRow> {
    let event: PressEvent = db.get(keep.event_id)?;
    let mut template = EventTemplate {
        name: keep.name,
        kind: event.kind,
        language: event.language.clone(),
        text: template_text(db, ctx, event.id)?,
        ..EventTemplate::default()
    };
    store(db, &mut template)?;
    Ok(row_of(template))
}

fn store(db: &Writer, template: &mut EventTemplate) -> Result<()> {
    template.name = template.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if template.name.is_empty() {
        return Err(Error::invalid("name", "event-template-nameless"));
    }
    // Whoever begins from it later must not stumble over a line that cannot be read.
    let text = read(&template.text).map_err(|mut error| {
        error.field = Some("text".to_owned());
        error
    })?;
    let said = |name: &str| text.set.get(name).and_then(serde_json::Value::as_str);
    if let Some(kind) = said("kind").and_then(EventKind::from_word) {
        template.kind = kind;
    }
    if let Some(language) = said("language") {
        language.clone_into(&mut template.language);
    }
    if !matches!(template.language.as_str(), "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    if template.id == 0 {
        db.insert(template)?;
    } else {
        db.update(template)?;
    }
    Ok(())
}

/// Puts one of the office's own into the bin; whether it was there.
pub fn delete_template(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<EventTemplate>(id)
}
