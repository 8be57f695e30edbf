//! Badges of an event's guests on paper.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::report::Words;
use super::{PaperWritten, written};
use crate::check_in::{give_codes, photo_of};
use crate::db::Reader;
use crate::error::{Code, Error, Result};
use crate::event_guest::EventGuest;
use crate::format::badges::{self, Badge, BadgePaper, Badges};
use crate::format::sheet::Picture;
use crate::job::Job;
use crate::press_event::PressEvent;
use crate::{office, photo};

/// Which badges to print, and on what.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct BadgeOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// Only these guests, in this order; none = all who may come, by name.
    pub guests: Option<Vec<i64>>,
    /// On what; none = A4 to be cut.
    pub paper: Option<BadgePaper>,
    /// Labels at the head of the first sheet that are used already.
    #[ts(optional, as = "Option<u32>")]
    pub skip: u32,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Writes badges; guests get the codes that theirs carry.
pub fn export_badges(job: &Job, order: BadgeOrder) -> Result<PaperWritten> {
    job.progress("phase-exporting", 0, 0);
    let guests = job.workspace.db.read(|db| chosen(db, &order))?;
    let bare: Vec<i64> =
        guests.iter().filter(|guest| guest.code.is_empty()).map(|guest| guest.id).collect();
    if !bare.is_empty() {
        // A code that is printed is never taken back.
        job.workspace
            .db
            .write(&job.ctx, "event_badges", false, |db| give_codes(db, &job.ctx, &bare))?;
    }
    let folder = job.workspace.folder();
    let (badges, name) = job.workspace.db.read(|db| {
        let badges = badges_of(db, folder, &order)?;
        let words = Words::of(db)?;
        let name = words.say("event-badges-file", &[("event", &badges.title)]);
        Ok((badges, name))
    })?;
    let bytes = badges::pdf(&badges, order.paper.unwrap_or(BadgePaper::A4))?;
    let name = super::file_name(&name).unwrap_or_else(|| "badges".to_owned());
    written(job, order.file, &name, "pdf", &bytes)
}

fn chosen(db: &Reader, order: &BadgeOrder) -> Result<Vec<EventGuest>> {
    let event: PressEvent = db.get(order.event_id)?;
    let guests = match &order.guests {
        Some(ids) => ids
            .iter()
            .map(|id| {
                let guest: EventGuest = db.get(*id)?;
                if guest.event_id == event.id {
                    return Ok(guest);
                }
                Err(Error::new(Code::Conflict, "checkin-other-event")
                    .arg("name", &guest.name)
                    .arg("event", &event.title))
            })
            .collect::<Result<Vec<_>>>()?,
        None => db.all(
            "event_id = :event AND place IN ('listed', 'invited') AND rsvp <> 'no' AND accreditation <> 'refused'
             ORDER BY name_key, id",
            named_params! {":event": event.id},
        )?,
    };
    if guests.is_empty() {
        return Err(Error::new(Code::Invalid, "event-badges-nobody").arg("event", &event.title));
    }
    Ok(guests)
}

/// What stands on an event's badges; `folder` is the workspace's.
pub fn badges_of(db: &Reader, folder: &std::path::Path, order: &BadgeOrder) -> Result<Badges> {
    let event: PressEvent = db.get(order.event_id)?;
    let words = Words { language: event.language.clone(), ..Words::of(db)? };
    let mut all = Vec::new();
    for guest in chosen(db, order)? {
        let sha256 = photo_of(db, &guest)?;
        // A picture that is lost or damaged does not keep the others from being printed.
        let photo = (!sha256.is_empty())
            .then(|| photo::small(folder, &sha256).ok().and_then(Picture::of))
            .flatten();
        all.push(Badge {
            outlet: if guest.outlet.is_empty() { guest.position } else { guest.outlet },
            name: guest.name,
            category: words.stored("door-category", &guest.category),
            colour: colour(&guest.category),
            code: guest.code,
            photo,
        });
    }
    Ok(Badges {
        office: office::find(db)?.map(|office| office.name).unwrap_or_default(),
        when: event.when(&event.language),
        language: event.language,
        title: event.title,
        skip: usize::try_from(order.skip).unwrap_or(0),
        badges: all,
    })
}

/// Each white letters stand on with a contrast of 4.5 or more; the words say the same.
fn colour(category: &str) -> &'static str {
    match category {
        "speaker" => "#6b21a8",
        "official" => "#1d4ed8",
        "public" => "#4b5563",
        "crew" => "#9a3412",
        _ => "#0b6157",
    }
}
