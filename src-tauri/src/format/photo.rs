//! Photos and videos as bytes: how large they are, when they were taken, a small picture of them,
//! and a copy that tells nobody where it was taken.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use super::sheet::Picture;
use crate::error::{Code, Error, Result};

/// Bytes that unpacking one image may take.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// Quality of a photo that had to be turned, in per cent: hardly to be told from the original.
const TURNED: u8 = 92;
/// Quality of a small picture, in per cent.
const SMALL: u8 = 80;

/// What a file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Pixels, as it is looked at; 0 = not known.
    pub width: u32,
    /// Pixels, as it is looked at; 0 = not known.
    pub height: u32,
    /// The day on which it was taken, `YYYY-MM-DD`, or empty.
    pub taken_on: String,
}

fn damaged() -> Error {
    Error::new(Code::Invalid, "photo-damaged")
}

/// Whether a photo of this type can be kept.
pub fn is_photo(mime: &str) -> bool {
    matches!(mime, "image/jpeg" | "image/png" | "image/gif" | "image/webp")
}

/// Whether a video of this type can be kept.
pub fn is_video(mime: &str) -> bool {
    matches!(mime, "video/mp4" | "video/quicktime")
}

/// What a photo says of itself; refuses what is no image that can be shown.
pub fn facts(bytes: &[u8]) -> Result<Facts> {
    let picture = Picture::of(bytes.to_vec()).ok_or_else(damaged)?;
    let (mut width, mut height) = (picture.width, picture.height);
    let mut decoder = reader(bytes)?.into_decoder().map_err(|cause| damaged().because(cause))?;
    let exif = decoder.exif_metadata().ok().flatten().unwrap_or_default();
    if is_sideways(decoder.orientation().unwrap_or(Orientation::NoTransforms)) {
        std::mem::swap(&mut width, &mut height);
    }
    Ok(Facts { width, height, taken_on: taken_on(&exif).unwrap_or_default() })
}

fn is_sideways(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// The day in an EXIF block, which writes `2026:11:20 09:30:00` (EXIF 2.32, 4.6.5).
fn taken_on(exif: &[u8]) -> Option<String> {
    let is_day = |text: &[u8]| {
        text.iter().enumerate().all(|(at, letter)| match at {
            4 | 7 => *letter == b':',
            10 => *letter == b' ',
            _ => letter.is_ascii_digit(),
        })
    };
    exif.windows(11).filter(|window| is_day(window)).find_map(|window| {
        let text = std::str::from_utf8(window.get(..10)?).ok()?.replace(':', "-");
        let day = chrono::NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?;
        Some(day.to_string())
    })
}

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|cause| damaged().because(cause))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    Ok(reader)
}

/// The picture as it is looked at.
fn upright(bytes: &[u8]) -> Result<DynamicImage> {
    let wrong = |cause: image::ImageError| damaged().because(cause);
    let mut decoder = reader(bytes)?.into_decoder().map_err(wrong)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(wrong)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn jpeg(image: &DynamicImage, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(&image.to_rgb8())
        .map_err(|cause| damaged().because(cause))?;
    Ok(bytes)
}

/// A small picture (JPEG) of a photo, at most `edge` pixels wide and high.
pub fn thumbnail(bytes: &[u8], edge: u32) -> Result<Vec<u8>> {
    if Picture::of(bytes.to_vec()).is_none() {
        return Err(damaged());
    }
    let image = upright(bytes)?;
    let mut paper = image::RgbaImage::from_pixel(1, 1, image::Rgba([255, 255, 255, 255]));
    let small = image.thumbnail(edge, edge);
    if small.color().has_alpha() {
        // What is clear in it is seen on white, not on black.
        paper = image::RgbaImage::from_pixel(small.width(), small.height(), *paper.get_pixel(0, 0));
        image::imageops::overlay(&mut paper, &small.to_rgba8(), 0, 0);
        return jpeg(&DynamicImage::ImageRgba8(paper), SMALL);
    }
    jpeg(&small, SMALL)
}

/// A copy for others: without where and with what it was taken, and upright. What needs no turning
/// keeps every pixel as it was.
pub fn for_others(bytes: Vec<u8>, mime: &str) -> Result<Vec<u8>> {
    match mime {
        "image/jpeg" => {
            let mut decoder =
                reader(&bytes)?.into_decoder().map_err(|cause| damaged().because(cause))?;
            let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
            if turned == Orientation::NoTransforms {
                plain_jpeg(&bytes).ok_or_else(damaged)
            } else {
                jpeg(&upright(&bytes)?, TURNED)
            }
        }
        "image/png" => plain_png(&bytes).ok_or_else(damaged),
        "image/webp" => plain_webp(&bytes).ok_or_else(damaged),
        "video/mp4" | "video/quicktime" => {
            let mut bytes = bytes;
            silence_boxes(&mut bytes);
            Ok(bytes)
        }
        _ => Ok(bytes),
    }
}

/// Without APP1 (EXIF, XMP), APP13 (IPTC) and comments (JPEG, ITU T.81, B.1.1).
fn plain_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        if marker == 0xff {
            // Fill bytes may stand before a marker.
            at += 1;
            continue;
        }
        // The picture itself: the rest goes along as it is.
        if marker == 0xda {
            plain.extend_from_slice(bytes.get(at..)?);
            return Some(plain);
        }
        let [high, low] = *bytes.get(at + 2..at + 4)? else { return None };
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at..end)?;
        if !matches!(marker, 0xe1 | 0xed | 0xfe) {
            plain.extend_from_slice(segment);
        }
        at = end;
    }
}

/// Without eXIf, texts and times (PNG, W3C, 11.3).
fn plain_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = bytes.get(..8)?.to_vec();
    let mut at = 8;
    while at < bytes.len() {
        let length =
            usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(12)?.checked_add(length)?;
        let kind = bytes.get(at + 4..at + 8)?;
        if !matches!(kind, b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME") {
            plain.extend_from_slice(bytes.get(at..end)?);
        }
        at = end;
    }
    Some(plain)
}

/// Without EXIF and XMP (WebP, RFC 9649, 2.7).
fn plain_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const EXIF_AND_XMP: u8 = 0b0000_1100;
    let mut plain = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at + 8 <= bytes.len() {
        let length =
            usize::try_from(u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?))
                .ok()?;
        let end = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?.min(bytes.len());
        let kind = bytes.get(at..at + 4)?;
        if !matches!(kind, b"EXIF" | b"XMP ") {
            let from = plain.len();
            plain.extend_from_slice(bytes.get(at..end)?);
            if kind == b"VP8X"
                && let Some(flags) = plain.get_mut(from + 8)
            {
                *flags &= !EXIF_AND_XMP;
            }
        }
        at = end;
    }
    let size = u32::try_from(plain.len().checked_sub(8)?).ok()?.to_le_bytes();
    plain.get_mut(4..8)?.copy_from_slice(&size);
    Some(plain)
}

/// Blanks the boxes of a video in which cameras write where it was taken, `udta` and `meta`
/// (ISO 14496-12, 8.10): they become `free` and empty, and nothing else moves.
fn silence_boxes(bytes: &mut [u8]) {
    silence_within(bytes, 0);
}

fn silence_within(bytes: &mut [u8], depth: u8) {
    const DEEPEST: u8 = 4;
    let mut at = 0_usize;
    while let Some(head) = bytes.get(at..at + 8) {
        let short = head.get(..4).and_then(|size| size.try_into().ok()).map(u32::from_be_bytes);
        let kind: [u8; 4] =
            head.get(4..8).and_then(|kind| kind.try_into().ok()).unwrap_or_default();
        let rest = bytes.len() - at;
        let (begin, length) = match short.and_then(|size| usize::try_from(size).ok()) {
            Some(0) => (8, rest),
            Some(1) => {
                let long = bytes.get(at + 8..at + 16).and_then(|size| size.try_into().ok());
                let long = long.map(u64::from_be_bytes).and_then(|size| usize::try_from(size).ok());
                (16, long.unwrap_or(rest))
            }
            Some(size) => (8, size),
            None => return,
        };
        if length < begin || length > rest {
            return;
        }
        match &kind {
            b"udta" | b"meta" => {
                if let Some(name) = bytes.get_mut(at + 4..at + 8) {
                    name.copy_from_slice(b"free");
                }
                if let Some(inside) = bytes.get_mut(at + begin..at + length) {
                    inside.fill(0);
                }
            }
            b"moov" | b"trak" | b"moof" | b"traf" if depth < DEEPEST => {
                if let Some(inside) = bytes.get_mut(at + begin..at + length) {
                    silence_within(inside, depth + 1);
                }
            }
            _ => {}
        }
        at += length;
    }
}
