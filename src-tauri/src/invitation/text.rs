//! The words of a mail about an event, as Warta writes them: a covering text with merge fields that a
//! person may change, and the event's own lines below it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::distribution::EventMail;
use crate::error::{Error, Result};
use crate::format::markdown;
use crate::office::{self, Office};
use crate::organisation::Organisation;
use crate::press_event::PressEvent;
use crate::release::letter::{words, written_day};
use crate::release::{Release, ReleaseKind};

/// Which mail's words are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct EventMailAsk {
    /// The event.
    pub event_id: i64,
    /// What the mail is.
    pub mail: EventMail,
    /// `id` or `en`; none = the event's own.
    pub language: Option<String>,
}

/// Subject and text of a mail, with merge fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventMailText {
    /// `id` or `en`.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// The text above the event's own lines.
    pub text: String,
}

/// Subject and text in the other language, as a person wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct EventMailWords {
    /// Subject; empty = Warta's own.
    pub subject: String,
    /// The text above the event's own lines; empty = Warta's own.
    pub text: String,
}

impl EventMailText {
    pub(super) fn of(release: Release) -> Self {
        Self {
            language: release.language,
            subject: release.covering_subject,
            text: release.covering_text,
        }
    }
}

/// What Warta writes to the guests of an event.
pub fn words_of(db: &Reader, _ctx: &Ctx, ask: EventMailAsk) -> Result<EventMailText> {
    let event: PressEvent = db.get(ask.event_id)?;
    let language = ask.language.unwrap_or_else(|| event.language.clone());
    if !matches!(language.as_str(), "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    Ok(EventMailText::of(written(db, &event, ask.mail, &language)?))
}

/// The text of a mail in a language, as a release that is not stored.
pub(super) fn written(
    db: &Reader,
    event: &PressEvent,
    mail: EventMail,
    language: &str,
) -> Result<Release> {
    let office = office::find(db)?.unwrap_or_default();
    let host = match event.host_id {
        Some(id) => db.find::<Organisation>(id)?.map(|host| host.name).unwrap_or_default(),
        None => String::new(),
    };
    let when = event.when(language);
    let day = event.days().map(|(first, _)| written_day(first, language)).unwrap_or_default();
    let place = [event.venue.trim(), event.address.trim()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let kind = words(language, &format!("event-kind-{}", event.kind.as_str()), &[]);
    let args = [
        ("kind", kind.as_str()),
        ("title", event.title.as_str()),
        ("when", when.as_str()),
        ("day", day.as_str()),
        ("place", place.as_str()),
        ("reason", event.cancel_reason.trim()),
    ];
    let said = |part: &str| words(language, &format!("event-mail-{}-{part}", mail.as_str()), &args);
    let taken_back = mail == EventMail::Cancellation && event.cancelled_at.is_empty();
    let (subject, text) = match mail {
        // It takes place; only this guest is no longer asked.
        EventMail::Cancellation if taken_back => (
            words(language, "event-mail-withdrawal-subject", &args),
            words(language, "event-mail-withdrawal-text", &args),
        ),
        EventMail::Cancellation if event.cancel_reason.trim().is_empty() => {
            (said("subject"), words(language, "event-mail-cancellation-plain-text", &args))
        }
        _ => (said("subject"), said("text")),
    };
    let asks = matches!(mail, EventMail::Invitation | EventMail::Reminder | EventMail::Update);
    let lead = if place.is_empty() {
        when.clone()
    } else {
        words(language, "event-mail-lead", &[("when", &when), ("place", &place)])
    };
    Ok(Release {
        kind: ReleaseKind::MediaAdvisory,
        headline: event.title.clone(),
        lead,
        body_html: if asks { lines(event, &host, language) } else { String::new() },
        boilerplate: String::new(),
        press_contact: contact(event, &office),
        language: language.to_owned(),
        covering_subject: subject,
        covering_text: text,
        ..Release::default()
    })
}

/// Whom guests may call.
fn contact(event: &PressEvent, office: &Office) -> String {
    match event.contact_on_day.trim() {
        "" => office.press_contact.clone(),
        contact => contact.to_owned(),
    }
}

/// What a guest must know, one line each.
fn lines(event: &PressEvent, host: &str, language: &str) -> String {
    let rows = [
        ("theme", event.theme.as_str()),
        ("host", host),
        ("online", event.online_url.as_str()),
        ("map", event.map_url.as_str()),
        ("dress", event.dress.as_str()),
    ];
    let mut html = String::new();
    for (name, value) in rows.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
        let label = words(language, &format!("event-mail-line-{name}"), &[]);
        let value = escaped(value.trim());
        let value = match name {
            "online" | "map" => format!("<a href=\"{value}\">{value}</a>"),
            _ => value,
        };
        html.push_str(&format!("<li><strong>{}:</strong> {value}</li>", escaped(&label)));
    }
    if html.is_empty() { html } else { markdown::clean_html(&format!("<ul>{html}</ul>")) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
