//! Text files as people have them: in UTF-8, in UTF-16 with its mark, or in the old alphabet of
//! Windows. What is no text at all is named.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::error::{Code, Error, Result};

/// A longer text is none that a person wrote.
const LONGEST: u64 = 32 * 1024 * 1024;

/// The text of a file, without a byte order mark.
pub(super) fn read(file: &Path) -> Result<String> {
    let bytes = bytes_of(file).map_err(|cause| {
        let text = match cause.kind() {
            io::ErrorKind::NotFound => "error-file-missing",
            _ => "error-file-unreadable",
        };
        Error::new(Code::NotFound, text).arg("file", file.display()).because(cause)
    })?;
    let not_text = || Error::new(Code::Invalid, "error-file-not-text").arg("file", file.display());
    let text = decoded(&bytes).ok_or_else(not_text)?;
    if text.trim().is_empty() {
        return Err(Error::new(Code::Invalid, "error-file-empty").arg("file", file.display()));
    }
    Ok(text)
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// None where it is no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) {
        return None;
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => WINDOWS_1252.decode(bytes).0.into_owned(),
        },
    };
    let is_text =
        |letter: char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    text.chars().all(is_text).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn every_alphabet_of_an_office_is_read_and_a_picture_is_not() {
        for bytes in [
            "Café".as_bytes().to_vec(),
            [b"\xef\xbb\xbf".to_vec(), "Café".as_bytes().to_vec()].concat(),
            b"Caf\xe9".to_vec(),
            b"\xff\xfeC\0a\0f\0\xe9\0".to_vec(),
        ] {
            assert_eq!(decoded(&bytes).as_deref(), Some("Café"));
        }
        assert_eq!(decoded(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
    }
}
