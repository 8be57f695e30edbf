//! The transport of a machine without a mail account: one file a message, exactly once.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::error::Result;

/// Writes `<name>.eml`, complete or not at all. Written again, it is the same file.
pub fn write(folder: &Path, name: &str, message: &[u8]) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let target = folder.join(format!("{name}.eml"));
    let unfinished = folder.join(format!(".{name}.part"));
    let mut file = File::create(&unfinished)?;
    file.write_all(message)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&unfinished, &target)?;
    sync_folder(folder)?;
    Ok(target)
}

/// A renamed file is safe from a power cut only when its folder is on the disk as well.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<()> {
    Ok(File::open(folder)?.sync_all()?)
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> Result<()> {
    Ok(())
}

/// Whether the message with this id has been written under this name.
pub fn holds(folder: &Path, name: &str, message_id: &str) -> bool {
    let mut head = Vec::new();
    let read = File::open(folder.join(format!("{name}.eml")))
        .and_then(|file| file.take(16 * 1024).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(message_id)
}
