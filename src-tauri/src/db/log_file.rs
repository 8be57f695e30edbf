//! The write-ahead log as a file that is brought to the disk apart from the commits.

use std::fs::{File, OpenOptions};
use std::path::PathBuf;

use super::Database;
use crate::error::Result;

/// The log of an open database. SQLite keeps the same file while any connection is open, and holds
/// no lock on it that a second handle could lose.
pub struct LogFile(File);

impl LogFile {
    /// Makes every commit so far survive a power cut: what `synchronous = FULL` does at each commit
    /// in WAL mode, and `NORMAL` leaves out (<https://sqlite.org/pragma.html#pragma_synchronous>).
    pub fn sync(&self) -> Result<()> {
        Ok(self.0.sync_data()?)
    }
}

impl Database {
    /// The log, for commits that shall share their way to the disk while the next are made.
    pub fn log_file(&self) -> Result<LogFile> {
        let mut path = self.path.clone().into_os_string();
        path.push("-wal");
        Ok(LogFile(OpenOptions::new().write(true).open(PathBuf::from(path))?))
    }
}
