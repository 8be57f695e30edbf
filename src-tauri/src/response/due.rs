//! The deadline that a mail names: a proposal with the author's words, never taken up unseen.

use chrono::{LocalResult, TimeZone, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::Response;
use crate::clock;
use crate::db::Reader;
use crate::distribution::ZONES;
use crate::error::Result;
use crate::mail::deadline;
use crate::office;

/// Until when the author wants an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueNamed {
    /// The instant, UTC.
    pub at: String,
    /// The zone in which it is meant, by its IANA name: the one named, else the office's.
    pub zone: String,
    /// The author's words.
    pub words: String,
}

/// What a response says about it, counted from when it was written.
pub fn due_named(db: &Reader, response: &Response) -> Result<Option<DueNamed>> {
    if response.kind != "reply" {
        return Ok(None);
    }
    let Some(written) = clock::from_text(&response.received_at) else { return Ok(None) };
    let own = office::zone(db)?;
    let Some(found) = deadline::read(&response.new_text, written.with_timezone(&own).naive_local())
    else {
        return Ok(None);
    };
    let zone = found
        .zone
        .and_then(|name| ZONES.iter().find(|(known, _)| *known == name))
        .map_or(own, |(_, zone)| *zone);
    Ok(match zone.from_local_datetime(&found.at) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(DueNamed {
            at: clock::to_text(at.with_timezone(&Utc)),
            zone: zone.name().to_owned(),
            words: found.words,
        }),
        LocalResult::None => None,
    })
}
