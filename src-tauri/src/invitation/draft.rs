//! The text of a mail about an event as a release: written when the mail is sent, or before, where it
//! shall be approved or files shall go along.

use rusqlite::named_params;
use serde_json::{Map, Value as Json};

use super::text::written;
use super::{EventMailOrder, other_than, somebody_reads};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::press_event::PressEvent;
use crate::record;
use crate::release::{self, BeginTranslation, Release, ReleaseFile};

record! {
    /// The event that a release was written for: a column of its row that no editor writes.
    TextOfEvent in "releases" {
        /// The event; 0 = none.
        event_id: i64,
    }
}

/// The words of a mail, in one or two languages, with what goes along.
pub(super) struct Texts {
    /// Not stored yet where it has no id.
    pub release: Release,
    pub other: Option<Release>,
    pub files: Vec<ReleaseFile>,
}

impl Texts {
    /// What an order says, or Warta where it says nothing.
    pub(super) fn of(db: &Reader, order: &EventMailOrder) -> Result<Self> {
        let event: PressEvent = db.get(order.event_id)?;
        if let Some(id) = order.release_id {
            let release: Release = db.get(id)?;
            if db.get::<TextOfEvent>(id)?.event_id != event.id {
                return Err(
                    Error::new(Code::Conflict, "event-mail-other-text").arg("title", &event.title)
                );
            }
            let other = release::other_text(db, &release)?;
            return Ok(Self { other, files: release::files_of(db, id)?, release });
        }
        let mail = order.mail;
        let mut release = written(db, &event, mail, &event.language)?;
        let own_words = [
            (&mut release.covering_subject, order.subject.as_deref(), true),
            (&mut release.covering_text, order.text.as_deref(), false),
        ];
        let mut changed = false;
        for (place, said, one_line) in own_words {
            let said = said.map(str::trim).filter(|said| !said.is_empty());
            let Some(said) = said.filter(|said| *said != place.trim()) else { continue };
            changed = true;
            *place = if one_line {
                said.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                said.to_owned()
            };
        }
        let language = other_than(&event.language);
        // Words that a person changed in one language alone go to everybody.
        let in_both = order.other.is_some() || !changed;
        let other = if in_both && somebody_reads(db, event.id, language)? {
            let mut other = written(db, &event, mail, language)?;
            if let Some(said) = &order.other {
                let subject = said.subject.split_whitespace().collect::<Vec<_>>().join(" ");
                for (place, said) in [
                    (&mut other.covering_subject, subject.as_str()),
                    (&mut other.covering_text, said.text.trim()),
                ] {
                    if !said.is_empty() {
                        said.clone_into(place);
                    }
                }
            }
            Some(other)
        } else {
            None
        };
        Ok(Self { release, other, files: Vec::new() })
    }

    /// The same as a stored release: the event's last one where that says just this, else a new one.
    pub(super) fn stored(self, db: &Writer, ctx: &Ctx, order: &EventMailOrder) -> Result<Self> {
        if self.release.id != 0 {
            return Ok(self);
        }
        let id = match self.said_before(db, order)? {
            Some(id) => id,
            None => self.store(db, ctx, order.event_id)?,
        };
        let release: Release = db.get(id)?;
        let other = release::other_text(db, &release)?;
        Ok(Self { other, files: release::files_of(db, id)?, release })
    }

    /// The release with which this mail was sent last, where it says the same.
    fn said_before(&self, db: &Reader, order: &EventMailOrder) -> Result<Option<i64>> {
        let last: Option<i64> = db.row(
            "SELECT s.release_id
             FROM distributions s
             JOIN releases r ON r.id = s.release_id AND r.deleted_at IS NULL AND r.withdrawn_at = '' AND r.archived_at = ''
             WHERE s.event_id = :event AND s.event_mail = :mail
             ORDER BY s.id DESC
             LIMIT 1",
            named_params! {":event": order.event_id, ":mail": order.mail},
            |row| row.get(0),
        )?;
        let Some(id) = last else { return Ok(None) };
        let release: Release = db.get(id)?;
        let other = release::other_text(db, &release)?;
        let same = said(&release) == said(&self.release)
            && other.as_ref().map(said) == self.other.as_ref().map(said)
            && release::files_of(db, id)?.is_empty();
        Ok(same.then_some(id))
    }

    fn store(&self, db: &Writer, ctx: &Ctx, event_id: i64) -> Result<i64> {
        let mut release = self.release.clone();
        let id = db.insert(&mut release)?;
        let mut of_event: TextOfEvent = db.get(id)?;
        of_event.event_id = event_id;
        db.update(&mut of_event)?;
        if let Some(other) = &self.other {
            let set: Map<String, Json> = [
                ("headline", &other.headline),
                ("lead", &other.lead),
                ("body_html", &other.body_html),
                ("boilerplate", &other.boilerplate),
                ("press_contact", &other.press_contact),
                ("covering_subject", &other.covering_subject),
                ("covering_text", &other.covering_text),
            ]
            .into_iter()
            .map(|(name, text)| (name.to_owned(), Json::from(text.as_str())))
            .collect();
            release::translate(db, ctx, BeginTranslation { release_id: id, set })?;
        }
        Ok(id)
    }
}

/// What a text says, whichever release it is.
fn said(release: &Release) -> [&str; 7] {
    [
        &release.language,
        &release.headline,
        &release.lead,
        &release.body_html,
        &release.press_contact,
        &release.covering_subject,
        &release.covering_text,
    ]
}

/// Writes the text of a mail down as a release of the event, to be changed, approved or given files
/// before it is sent; gives the release.
pub fn draft(db: &Writer, ctx: &Ctx, order: EventMailOrder) -> Result<i64> {
    let texts = Texts::of(db, &order)?;
    match texts.release.id {
        0 => texts.store(db, ctx, order.event_id),
        id => Ok(id),
    }
}
