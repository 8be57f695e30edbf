//! What Outlook wraps into `winmail.dat` (MS-OXTNEF), as far as an answer to an invitation needs it:
//! the class of the message and the invitation's UID. The stream is searched, not taken apart:
//! both stand in it as they are, whatever the order of its attributes.

use memchr::memmem;

use super::mime::Head;
use super::understand::Rsvp;

/// How the stream begins.
const SIGNATURE: [u8; 4] = [0x78, 0x9f, 0x3e, 0x22];
/// The classes of answers, older and newer, and what they answer.
const CLASSES: &[(&str, &str)] = &[
    ("IPM.Microsoft Schedule.MtgRespP", "accepted"),
    ("IPM.Microsoft Schedule.MtgRespN", "declined"),
    ("IPM.Microsoft Schedule.MtgRespA", "tentative"),
    ("IPM.Schedule.Meeting.Resp.Pos", "accepted"),
    ("IPM.Schedule.Meeting.Resp.Neg", "declined"),
    ("IPM.Schedule.Meeting.Resp.Tent", "tentative"),
];
/// How a global object id begins (MS-OXOCAL 2.2.1.27).
const GLOBAL_ID: [u8; 16] = [
    0x04, 0x00, 0x00, 0x00, 0x82, 0x00, 0xe0, 0x00, 0x74, 0xc5, 0xb7, 0x10, 0x1a, 0x82, 0xe0, 0x08,
];
/// What stands before a UID that another calendar gave.
const FOREIGN_ID: &[u8] = b"vCal-Uid\x01\0\0\0";
/// Bytes of a UID that are believed.
const LONGEST_ID: usize = 512;

/// The answer in a stream; none where it is something else.
pub fn answer(stream: &[u8], head: &Head) -> Option<Rsvp> {
    if !stream.starts_with(&SIGNATURE) {
        return None;
    }
    let has = |class: &str| {
        let wide: Vec<u8> = class.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(stream, class.as_bytes()).is_some() || memmem::find(stream, &wide).is_some()
    };
    let (_, partstat) = CLASSES.iter().find(|(class, _)| has(class))?;
    Some(Rsvp {
        uid: uid(stream).unwrap_or_default(),
        attendee: head.from_address.clone(),
        name: head.from_name.clone(),
        partstat: (*partstat).to_owned(),
        ..Rsvp::default()
    })
}

/// The UID as the invitation had it, or the one that Exchange makes of a global object id.
fn uid(stream: &[u8]) -> Option<String> {
    if let Some(at) = memmem::find(stream, FOREIGN_ID) {
        let rest = stream.get(at + FOREIGN_ID.len()..)?;
        let length = rest.iter().take(LONGEST_ID).position(|byte| *byte == 0)?;
        return String::from_utf8(rest.get(..length)?.to_vec()).ok();
    }
    let at = memmem::find(stream, &GLOBAL_ID)?;
    let size: [u8; 4] = stream.get(at + 36..at + 40)?.try_into().ok()?;
    let length = usize::try_from(u32::from_le_bytes(size)).ok().filter(|n| *n <= LONGEST_ID)?;
    Some(hex::encode_upper(stream.get(at..at + 40 + length)?))
}
