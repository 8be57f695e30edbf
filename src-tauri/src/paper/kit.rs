//! A press kit as one ZIP file: its releases on the letterhead, its photos as copies for others
//! with their captions and credits beside them, its texts and files, and a list of it all.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::{PaperFormat, PaperWritten, file_name, free_name, name_of, sheet_of, under_embargo};
use crate::error::{Error, Result};
use crate::format::archive::Archive;
use crate::format::{letterhead, word};
use crate::job::Job;
use crate::kit::{self, Kit, KitContent, KitPart};
use crate::photo::{self, Photo};
use crate::release::letter::words;
use crate::release::{self, NewFile, Release, ReleaseFile, StandingText, files_of};
use crate::{distribution, export, office, settings, stored_file};

/// Which kit to write, and where.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct KitOrder {
    /// The kit.
    pub kit_id: i64,
    /// The ZIP file; none = under the kit's name in the person's download folder.
    pub file: Option<PathBuf>,
    /// How its releases are written: `pdf`, `docx`, `txt`; none = as PDF.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PaperFormat>>")]
    pub formats: Vec<PaperFormat>,
}

/// A kit to go along with a release.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KitAttach {
    /// The kit, as it is now.
    pub kit_id: i64,
    /// The release.
    pub release_id: i64,
    /// How its releases are written: `pdf`, `docx`, `txt`; none = as PDF.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PaperFormat>>")]
    pub formats: Vec<PaperFormat>,
}

/// Writes a kit, complete or not at all.
pub fn export_kit(job: &Job, order: KitOrder) -> Result<PaperWritten> {
    let formats = wanted(order.formats)?;
    let kit: Kit = job.workspace.db.read(|db| db.get(order.kit_id))?;
    let file = order.file.unwrap_or_else(|| {
        let folder = stored_file::download_folder(job.workspace.folder());
        free_name(&folder, &zip_name(&kit), "zip")
    });
    export::whole(job, &file, |unfinished| write(job, &kit, &formats, unfinished))?;
    let size = std::fs::metadata(&file).map_or(0, |facts| facts.len());
    Ok(PaperWritten { file, size: i64::try_from(size).unwrap_or(i64::MAX) })
}

/// Attaches a kit to a release, as one ZIP file.
pub fn attach_kit(job: &Job, order: KitAttach) -> Result<ReleaseFile> {
    let formats = wanted(order.formats)?;
    let kit: Kit = job.workspace.db.read(|db| {
        db.get::<Release>(order.release_id)?;
        db.get(order.kit_id)
    })?;
    let folder = job.workspace.folder().join("uploads");
    std::fs::create_dir_all(&folder)?;
    let upload = format!("kit-{:016x}", rand::random::<u64>());
    let path = folder.join(&upload);
    let outcome =
        write(job, &kit, &formats, &path).and_then(|()| job.check_cancelled()).and_then(|()| {
            job.workspace.db.write(&job.ctx, "kit_attach", true, |db| {
                let file = NewFile {
                    release_id: order.release_id,
                    file_name: format!("{}.zip", zip_name(&kit)),
                    upload: Some(upload),
                    ..NewFile::default()
                };
                release::attach(db, &job.ctx, file)
            })
        });
    // What was attached has been moved away already.
    let _ = std::fs::remove_file(&path);
    outcome
}

/// How releases are written, each way once; what no editor opens is refused by name.
fn wanted(said: Vec<PaperFormat>) -> Result<Vec<PaperFormat>> {
    let known = [PaperFormat::Pdf, PaperFormat::Docx, PaperFormat::Txt];
    if let Some(other) = said.iter().find(|format| !known.contains(format)) {
        return Err(Error::invalid("formats", "kit-format").arg("value", other.as_str()));
    }
    let formats: Vec<PaperFormat> =
        known.into_iter().filter(|format| said.contains(format)).collect();
    Ok(if formats.is_empty() { vec![PaperFormat::Pdf] } else { formats })
}

fn zip_name(kit: &Kit) -> String {
    file_name(&kit.name).unwrap_or_else(|| format!("kit-{}", kit.id))
}

fn write(job: &Job, kit: &Kit, formats: &[PaperFormat], path: &Path) -> Result<()> {
    let db = &job.workspace.db;
    let (contents, language) =
        db.read(|db| Ok((kit::contents(db, kit.id)?, settings::value(db, "language", "id")?)))?;
    let mut packing = Packing {
        job,
        archive: Archive::create(path)?,
        captions: String::new(),
        overview: String::new(),
        language,
        formats,
    };
    let total = i64::try_from(contents.len()).unwrap_or(i64::MAX);
    for (done, content) in (0_i64..).zip(&contents) {
        job.progress("phase-exporting", done, total);
        job.check_cancelled()?;
        packing.put(content)?;
    }
    packing.finish(kit)
}

struct Packing<'a> {
    job: &'a Job<'a>,
    archive: Archive,
    /// What is to be said of each photo.
    captions: String,
    /// What the kit holds, a line each.
    overview: String,
    language: String,
    /// How releases are written.
    formats: &'a [PaperFormat],
}

impl Packing<'_> {
    fn word(&self, key: &str) -> String {
        words(&self.language, key, &[])
    }

    fn put(&mut self, content: &KitContent) -> Result<()> {
        let (folder, name) = match content.part {
            KitPart::Release => return self.release(content.of),
            KitPart::Photo => self.photo(content.of)?,
            KitPart::Text => self.text(content.of)?,
            KitPart::File => {
                let folder = self.word("kit-folder-files");
                let stored = self
                    .job
                    .workspace
                    .db
                    .read(|db| stored_file::stored(db, &self.job.ctx, &content.sha256))?;
                let name = self.archive.put(&folder, &content.name, &stored.bytes)?;
                (folder, name)
            }
        };
        let _ = writeln!(self.overview, "- {folder}/{name}");
        Ok(())
    }

    /// In each of its languages and each way that is wanted, marked where it is under embargo.
    fn release(&mut self, id: i64) -> Result<()> {
        let (release, other, office, files) = self.job.workspace.db.read(|db| {
            let release: Release = db.get(id)?;
            let other = release::whole_translation(db, &release)?;
            let files = files_of(db, id)?;
            Ok((release, other, office::find(db)?.unwrap_or_default(), files))
        })?;
        let folder = self.word("kit-folder-releases");
        for text in std::iter::once(release).chain(other) {
            let embargo = self
                .job
                .workspace
                .db
                .read(|db| distribution::embargo_notice(db, &self.job.ctx, &text))?;
            let sheet = sheet_of(self.job.workspace.folder(), &text, &office, &files, false);
            let sheet = under_embargo(sheet, embargo.as_ref());
            for format in self.formats {
                let bytes = match format {
                    PaperFormat::Docx => word::write(&sheet)?,
                    PaperFormat::Txt => for_editors(&sheet.plain_text(&text.body_html)).into(),
                    _ => letterhead::pdf(&sheet)?,
                };
                let name = format!("{}.{}", name_of(&text), format.as_str());
                let name = self.archive.put(&folder, &name, &bytes)?;
                let _ = writeln!(self.overview, "- {folder}/{name}");
            }
        }
        Ok(())
    }

    /// A copy that tells nobody where it was taken, and a line with its caption and credit.
    fn photo(&mut self, id: i64) -> Result<(String, String)> {
        let photo: Photo = self.job.workspace.db.read(|db| db.get(id))?;
        let bytes = photo::for_others(self.job.workspace.folder(), &photo)
            .map_err(|error| unreadable(error, &photo.file_name))?;
        let folder = self.word("kit-folder-photos");
        let name = self.archive.put(&folder, &photo.file_name, &bytes)?;
        let taken = [photo.place.as_str(), &photo.taken_on];
        let taken: Vec<&str> = taken.into_iter().filter(|said| !said.is_empty()).collect();
        let lines = [
            name.clone(),
            release::caption_of(&photo, &self.language),
            photo.people.clone(),
            taken.join(", "),
        ];
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let _ = writeln!(self.captions, "{}\n", lines.join("\n"));
        Ok((folder, name))
    }

    fn text(&mut self, id: i64) -> Result<(String, String)> {
        let text: StandingText = self.job.workspace.db.read(|db| db.get(id))?;
        let folder = self.word("kit-folder-texts");
        let said = for_editors(&text.text);
        let name = self.archive.put(&folder, &format!("{}.txt", text.name), said.as_bytes())?;
        Ok((folder, name))
    }

    fn finish(mut self, kit: &Kit) -> Result<()> {
        if !self.captions.is_empty() {
            let folder = self.word("kit-folder-photos");
            let name = format!("{}.txt", self.word("kit-captions"));
            let name = self.archive.put(&folder, &name, for_editors(&self.captions).as_bytes())?;
            let _ = writeln!(self.overview, "- {folder}/{name}");
        }
        let office = self.job.workspace.db.read(office::find)?.unwrap_or_default();
        let contact = office.press_contact.trim();
        let parts = [kit.name.as_str(), &office.name, &kit.notes, &self.overview, contact];
        let parts: Vec<&str> =
            parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        let name = format!("{}.txt", self.word("kit-contents"));
        self.archive.put("", &name, for_editors(&parts.join("\n\n")).as_bytes())?;
        self.archive.finish()
    }
}

/// Names the thing of the kit: the ZIP file is not what is wrong.
fn unreadable(error: Error, name: &str) -> Error {
    Error::new(error.code, "kit-thing-unreadable").arg("name", name).because(error)
}

/// Plain text as every system's own editor shows it.
fn for_editors(text: &str) -> String {
    format!("\u{feff}{}\r\n", text.trim().replace("\r\n", "\n").replace('\n', "\r\n"))
}
