//! The only place that asks the machine for the time. Instants are UTC ISO text with
//! milliseconds, so that their order as text is their order in time.

use chrono::{DateTime, SecondsFormat, Utc};

/// The instant now.
#[allow(clippy::disallowed_methods, reason = "the one place that may ask")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// An instant as it is stored: `2026-11-22T01:02:03.456Z`.
pub fn to_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads a stored instant; `None` when the text is not one.
pub fn from_text(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
}
