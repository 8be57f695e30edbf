//! What an event leaves to those who came and those who did not: its photos as copies for others and
//! its material, as one ZIP file.

use std::fmt::Write as _;
use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evaluation::{format_of, noted};
use super::report::Words;
use super::{file_name, free_name};
use crate::error::{Error, Result};
use crate::format::archive::Archive;
use crate::job::Job;
use crate::photo::{self, Photo};
use crate::press_event::PressEvent;
use crate::release::caption_of;
use crate::{export, stored_file};

/// What to pack, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ShareOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The ZIP file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// What was packed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Shared {
    /// The file.
    pub file: PathBuf,
    /// Bytes.
    pub size: i64,
    /// Photos and files in it.
    pub count: i64,
    /// Photos that stayed out because those to be seen have not agreed, and files that cannot be
    /// read.
    pub left_out: Vec<String>,
}

/// Packs the photos that may be given out and the material.
pub fn export_share(job: &Job, order: ShareOrder) -> Result<Shared> {
    let format = format_of(None, order.file.as_deref(), "zip");
    if format != "zip" {
        return Err(Error::invalid("format", "share-format").arg("value", format));
    }
    job.progress("phase-exporting", 0, 0);
    let (words, event, photos, files) = job.workspace.db.read(|db| {
        let event: PressEvent = db.get(order.event_id)?;
        let photos: Vec<Photo> =
            db.all("event_id = :event ORDER BY taken_on, id", named_params! {":event": event.id})?;
        let files: Vec<(String, String)> = db.rows(
            "SELECT file_name, sha256 FROM event_files
             WHERE event_id = :event AND purpose IN ('photo', 'material') AND deleted_at IS NULL ORDER BY id",
            named_params! {":event": event.id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok((Words::of(db)?, event, photos, files))
    })?;
    if photos.is_empty() && files.is_empty() {
        return Err(Error::invalid("event_id", "share-nothing").arg("title", event.title));
    }
    let name = words.say("share-file", &[("title", &event.title)]);
    let file = order.file.unwrap_or_else(|| {
        let name = file_name(&name).unwrap_or_else(|| format!("event-{}", event.id));
        free_name(&stored_file::download_folder(job.workspace.folder()), &name, "zip")
    });
    let (mut left_out, mut count) = (Vec::new(), 0);
    export::whole(job, &file, |unfinished| {
        let mut archive = Archive::create(unfinished)?;
        let mut captions = String::new();
        for photo in &photos {
            let bytes = match photo::for_others(job.workspace.folder(), photo) {
                Ok(bytes) if photo.consent.is_clear() => bytes,
                _ => {
                    left_out.push(photo.file_name.clone());
                    continue;
                }
            };
            let name = archive.put(&words.word("bundle-part-photos"), &photo.file_name, &bytes)?;
            let caption = caption_of(photo, &words.language);
            writeln!(captions, "{name}: {caption}").map_err(Error::internal)?;
            count += 1;
        }
        for (name, sha256) in &files {
            match std::fs::read(job.workspace.folder().join("files").join(sha256)) {
                Ok(bytes) => {
                    archive.put(&words.word("share-material"), name, &bytes)?;
                    count += 1;
                }
                Err(_) => left_out.push(name.clone()),
            }
        }
        if !captions.is_empty() {
            archive.put("", &words.word("share-captions"), captions.as_bytes())?;
        }
        archive.finish()
    })?;
    let written = noted(job, &file, "event_share", "zip", event.id, count)?;
    Ok(Shared { file: written.file, size: written.size, count, left_out })
}
