//! The bytes of a small mail as they lie in the database: packed where that saves room.

use lz4_flex::block::{compress_prepend_size, decompress_size_prepended, uncompressed_size};
use rusqlite::named_params;

use crate::db::Reader;
use crate::error::Result;

/// Messages up to this size are kept in the database, larger ones as files. Ten thousand files
/// would take longer to make than all the rest.
pub const KEPT_INSIDE: usize = 64 * 1024;

/// A mail's bytes, ready to be stored.
#[derive(Debug, Clone)]
pub struct RawMail {
    bytes: Vec<u8>,
    packed: bool,
}

impl RawMail {
    /// Packs the bytes of a message: done by the threads that read, so that the one that writes has
    /// less to write.
    pub fn pack(raw: Vec<u8>) -> Self {
        let bytes = compress_prepend_size(&raw);
        if bytes.len() < raw.len() {
            Self { bytes, packed: true }
        } else {
            Self { bytes: raw, packed: false }
        }
    }

    /// The message; none where the bytes are spoilt.
    pub fn unpack(self) -> Option<Vec<u8>> {
        if !self.packed {
            return Some(self.bytes);
        }
        // No more was put in, so whatever says that it is more is spoilt.
        let (size, _) = uncompressed_size(&self.bytes).ok()?;
        if size > KEPT_INSIDE {
            return None;
        }
        decompress_size_prepended(&self.bytes).ok()
    }

    /// Keeps it beside its response, if there is none yet.
    pub fn keep(&self, db: &Reader, response_id: i64) -> Result<()> {
        db.execute(
            "INSERT OR IGNORE INTO raw_mails (response_id, raw, packed) VALUES (:response, :raw, :packed)",
            named_params! {":response": response_id, ":raw": self.bytes, ":packed": self.packed},
        )?;
        Ok(())
    }

    /// What is kept beside a response.
    pub fn of(db: &Reader, response_id: i64) -> Result<Option<Self>> {
        db.row(
            "SELECT raw, packed FROM raw_mails WHERE response_id = :response",
            named_params! {":response": response_id},
            |row| Ok(Self { bytes: row.get(0)?, packed: row.get(1)? }),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_comes_out_as_it_went_in() {
        let letters = "Yth. Redaksi, siaran pers terlampir.\r\n".repeat(200).into_bytes();
        let packed = RawMail::pack(letters.clone());
        assert!(packed.packed && packed.bytes.len() < letters.len() / 10);
        assert_eq!(packed.unpack(), Some(letters));
        let short = RawMail::pack(b"\x00\xff".to_vec());
        assert!(!short.packed);
        assert_eq!(short.unpack(), Some(b"\x00\xff".to_vec()));
    }

    #[test]
    fn spoilt_bytes_give_no_mail() {
        assert_eq!(RawMail { bytes: vec![0], packed: true }.unpack(), None);
        let endless = [u32::MAX.to_le_bytes().as_slice(), &[0x1f, b'a', 1, 0, 255, 255]].concat();
        assert_eq!(RawMail { bytes: endless, packed: true }.unpack(), None);
    }
}
