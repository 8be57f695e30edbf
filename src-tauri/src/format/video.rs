//! What a video says of itself: how long it is and how large its picture (ISO 14496-12, QuickTime). No
//! picture is decoded, and of the file only these few boxes are read, wherever they lie.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

/// What a video says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Pixels as it is looked at; 0 = not known.
    pub width: u32,
    /// Pixels as it is looked at; 0 = not known.
    pub height: u32,
    /// Whole seconds, rounded up; 0 = not known.
    pub seconds: u32,
}

/// Boxes that are looked at in one file: more are no video but a trap.
const MOST_BOXES: usize = 10_000;
/// Bytes of a box of facts that are read.
const MOST_FACTS: u64 = 256;

/// What a video says; nothing known where it cannot be read.
pub fn facts(mut file: impl Read + Seek) -> Facts {
    let mut found = Facts::default();
    let mut left = MOST_BOXES;
    if let Ok(end) = file.seek(SeekFrom::End(0)) {
        // What is broken further on does not unsay what was found.
        let _ = boxes(&mut file, 0..end, 0, &mut left, &mut found);
    }
    found
}

/// Goes through the boxes of a range, `depth` of them around it; none where they cannot be boxes.
fn boxes(
    file: &mut (impl Read + Seek),
    Range { start: mut at, end }: Range<u64>,
    depth: usize,
    left: &mut usize,
    found: &mut Facts,
) -> Option<()> {
    while at.checked_add(8)? <= end {
        *left = left.checked_sub(1)?;
        file.seek(SeekFrom::Start(at)).ok()?;
        let mut head = [0; 16];
        file.read_exact(head.get_mut(..8)?).ok()?;
        let (length, name) = (u64::from(number(&head, 0)?), head.get(4..8)?.to_owned());
        let (length, begins) = match length {
            0 => (end - at, 8),
            1 => {
                file.read_exact(head.get_mut(8..)?).ok()?;
                (u64::from(number(&head, 8)?) << 32 | u64::from(number(&head, 12)?), 16)
            }
            length => (length, 8),
        };
        let until = at.checked_add(length).filter(|until| length >= begins && *until <= end)?;
        match name.as_slice() {
            b"moov" if depth == 0 => boxes(file, at + begins..until, 1, left, found)?,
            b"trak" if depth == 1 => boxes(file, at + begins..until, 2, left, found)?,
            b"mvhd" | b"tkhd" if depth > 0 => {
                let mut bytes = Vec::new();
                file.seek(SeekFrom::Start(at + begins)).ok()?;
                file.by_ref()
                    .take((until - at - begins).min(MOST_FACTS))
                    .read_to_end(&mut bytes)
                    .ok()?;
                if name == b"mvhd" {
                    movie(&bytes, found)
                } else {
                    track(&bytes, found)
                };
            }
            _ => {}
        }
        at = until;
    }
    Some(())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

/// The head of the whole: its clock and its length. The second version counts in 64 bits.
fn movie(bytes: &[u8], found: &mut Facts) -> Option<()> {
    let (clock, length) = match bytes.first()? {
        1 => (
            number(bytes, 20)?,
            u64::from(number(bytes, 24)?) << 32 | u64::from(number(bytes, 28)?),
        ),
        // A length of ones is none.
        _ => {
            (number(bytes, 12)?, u64::from(number(bytes, 16).filter(|length| *length != u32::MAX)?))
        }
    };
    if clock > 0 {
        found.seconds = u32::try_from(length.div_ceil(u64::from(clock))).unwrap_or(0);
    }
    Some(())
}

/// The head of a track: the size of its picture and how it is turned. Sound has none.
fn track(bytes: &[u8], found: &mut Facts) -> Option<()> {
    let matrix = if *bytes.first()? == 1 { 52 } else { 40 };
    let (width, height) = (number(bytes, matrix + 36)? >> 16, number(bytes, matrix + 40)? >> 16);
    // Turned by a quarter: what was across runs down.
    let turned = number(bytes, matrix)? == 0 && number(bytes, matrix + 4)? != 0;
    let (width, height) = if turned { (height, width) } else { (width, height) };
    if u64::from(width) * u64::from(height) > u64::from(found.width) * u64::from(found.height) {
        (found.width, found.height) = (width, height);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const UPRIGHT: &[u8] = include_bytes!("../../../tests/files/video.mp4");
    const TURNED: &[u8] = include_bytes!("../../../tests/files/video-turned.mp4");
    const QUICKTIME: &[u8] = include_bytes!("../../../tests/files/video.mov");

    #[test]
    fn videos_of_real_programs_tell_their_length_and_size() {
        let facts = |bytes| super::facts(Cursor::new(bytes));
        assert_eq!(facts(UPRIGHT), Facts { width: 64, height: 36, seconds: 3 });
        assert_eq!(facts(TURNED), Facts { width: 36, height: 64, seconds: 3 }, "at its end");
        assert_eq!(facts(QUICKTIME), Facts { width: 64, height: 36, seconds: 3 });
    }

    #[test]
    fn what_is_cut_or_changed_tells_less_and_never_fails() {
        for sample in [UPRIGHT, TURNED] {
            for end in 0..sample.len() {
                let _ = facts(Cursor::new(&sample[..end]));
            }
            for at in 0..sample.len() {
                for byte in [0, 1, 0xff] {
                    let mut changed = sample.to_vec();
                    changed[at] = byte;
                    let _ = facts(Cursor::new(changed));
                }
            }
        }
        let empty_boxes = b"\0\0\0\x08free".repeat(50_000);
        assert_eq!(facts(Cursor::new(empty_boxes)), Facts::default());
        assert_eq!(
            facts(Cursor::new(b"\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff")),
            Facts::default()
        );
        // One box within the other, as deep as a small file goes.
        let deep: Vec<u8> = (1..5_000_u32)
            .rev()
            .flat_map(|n| [&(n * 8).to_be_bytes()[..], b"moov"].concat())
            .collect();
        assert_eq!(facts(Cursor::new(deep)), Facts::default());
    }
}
