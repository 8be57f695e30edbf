//! An event as calendars take it.

use chrono::{DateTime, Utc};

use super::{EventState, PressEvent};
use crate::clock;
use crate::error::{Error, Result};
use crate::format::ics::{self, Status};

impl PressEvent {
    /// As calendars take it, made at this instant.
    pub fn entry(&self, now: DateTime<Utc>) -> Result<ics::Event> {
        let at = |text: &str| {
            clock::from_text(text)
                .ok_or_else(|| Error::invalid("begins", "calendar-day-wrong").arg("value", text))
        };
        let begins = at(&self.begins_at)?;
        let ends = at(&self.ends_at)?.max(begins);
        let said = |lines: &[&String], between: &str| {
            let lines: Vec<&str> =
                lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
            lines.join(between)
        };
        Ok(ics::Event {
            sequence: self.sequence,
            stamp: now,
            zone: self.zone.parse().unwrap_or(chrono_tz::Tz::UTC),
            all_day: self.all_day,
            description: said(
                &[&self.theme, &self.online_url, &self.map_url, &self.contact_on_day],
                "\n",
            ),
            place: said(&[&self.venue, &self.address], ", "),
            url: self.online_url.clone(),
            status: match self.state {
                EventState::Cancelled => Status::Cancelled,
                EventState::Planned | EventState::Held => Status::Confirmed,
            },
            ..ics::Event::new(&self.uid, &self.title, begins, ends)
        })
    }
}
