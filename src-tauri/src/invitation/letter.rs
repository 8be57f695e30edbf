//! The invitation letter of an event, begun from what the event says; it gets its number as any letter.

use serde_json::{Map, Value as Json};

use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::letter::{self, LetterBegin, LetterKind};
use crate::press_event::PressEvent;
use crate::record;
use crate::release::letter::words;

record! {
    /// The event that a letter was begun for: a column of its row that no editor writes.
    LetterOfEvent in "letters" {
        /// The event; 0 = none.
        event_id: i64,
    }
}

/// Begins the invitation letter of an event; gives its id. Each guest's copy names that guest.
pub fn new_letter(db: &Writer, ctx: &Ctx, event_id: i64) -> Result<i64> {
    let event: PressEvent = db.get(event_id)?;
    let language = event.language.clone();
    let when = event.when(&language);
    let place = [event.venue.trim(), event.address.trim()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let said = |key: &str| words(&language, key, &[("title", event.title.as_str())]);
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let rows = [
        ("event-letter-when", when.as_str()),
        ("event-letter-place", place.as_str()),
        ("event-mail-line-theme", event.theme.trim()),
        ("event-mail-line-dress", event.dress.trim()),
        ("event-letter-contact", event.contact_on_day.trim()),
    ];
    let mut lines = String::new();
    for (key, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
        lines.push_str(&format!("<li>{}: {}</li>", escaped(&said(key)), escaped(value)));
    }
    let body = format!(
        "<p>{}</p><ul>{lines}</ul><p>{}</p>",
        escaped(&said("event-letter-opening")),
        escaped(&said("event-letter-closing"))
    );
    let set: Map<String, Json> = [
        ("subject", said("event-letter-subject")),
        ("recipients", said("event-letter-recipients")),
        ("body_html", body),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), Json::from(text)))
    .collect();
    let begin = LetterBegin {
        kind: Some(LetterKind::Invitation),
        language: Some(language.clone()),
        set,
        ..LetterBegin::default()
    };
    let id = letter::begin(db, ctx, begin)?.letter.id;
    let mut of_event: LetterOfEvent = db.get(id)?;
    of_event.event_id = event_id;
    db.update(&mut of_event)?;
    Ok(id)
}
