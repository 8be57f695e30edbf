//! A calendar object in a message, twice, as real clients want it: as one more alternative of the
//! text, which most show with buttons to answer, and as a file, for those that show none.

use lettre::message::SinglePart;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType};

use super::one_line;
use crate::error::{Error, Result};

/// A calendar object (RFC 5545) for one person.
#[derive(Debug, Clone, Copy)]
pub struct CalendarPart<'a> {
    /// The whole calendar with CRLF line ends.
    pub text: &'a str,
    /// `REQUEST` or `CANCEL`, as it stands in the calendar (RFC 6047, 2.4).
    pub method: &'a str,
    /// The name of the file, such as `undangan.ics`.
    pub file_name: &'a str,
}

impl CalendarPart<'_> {
    /// The part among the alternatives.
    pub(super) fn alternative(&self) -> Result<Vec<u8>> {
        let plain = !self.method.is_empty() && self.method.chars().all(|c| c.is_ascii_uppercase());
        if !plain {
            return Err(Error::internal(format!("no calendar method: {:?}", self.method)));
        }
        let kind = format!("text/calendar; charset=utf-8; method={}", self.method);
        let kind = ContentType::parse(&kind).map_err(Error::internal)?;
        Ok(SinglePart::builder()
            .header(kind)
            .header(ContentTransferEncoding::Base64)
            .body(self.text.as_bytes().to_vec())
            .formatted())
    }

    /// The part among the files. It is no `text/calendar`: clients that look for one to answer
    /// would find two and show the event twice.
    pub(super) fn file(&self) -> Result<Vec<u8>> {
        let name = one_line(self.file_name).replace(['"', '\\'], "");
        let kind = ContentType::parse(&format!("application/ics; name=\"{name}\""))
            .map_err(Error::internal)?;
        Ok(SinglePart::builder()
            .header(kind)
            .header(ContentTransferEncoding::Base64)
            .header(ContentDisposition::attachment(&name))
            .body(self.text.as_bytes().to_vec())
            .formatted())
    }
}
