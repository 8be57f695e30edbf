//! The accountability bundle of an event (SPJ): invitation letters, attendance, rundown, minutes,
//! photos, receipts, coverage and report, as one PDF with a cover, or as a ZIP file that holds this
//! PDF and every part by itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evaluation::{Report, format_of, noted, rupiah, signed, when};
use super::report::{Words, heading, plain, table};
use super::{attendance, events, file_name, free_name, head, letters};
use crate::choice;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::archive::Archive;
use crate::format::blocks::Block;
use crate::format::letterhead;
use crate::format::pdf_join::Joined;
use crate::format::sheet::{self, Picture, Sheet, Signatory};
use crate::job::Job;
use crate::letter::Letter;
use crate::office::{self, Office};
use crate::photo::{self, Photo};
use crate::press_event::PressEvent;
use crate::{export, stored_file};

choice! {
    /// A part of the bundle, in the order in which it stands there.
    BundlePart {
        /// Letters of the event: invitations first of all.
        Letters = "letters",
        /// Who came.
        Attendance = "attendance",
        /// The rundown.
        Rundown = "rundown",
        /// The minutes: what was asked and said, and files that were put in as minutes.
        Minutes = "minutes",
        /// Photos.
        Photos = "photos",
        /// Costs with their receipts.
        Costs = "costs",
        /// What was published.
        Coverage = "coverage",
        /// The evaluation.
        Report = "report",
        /// Other files of the event.
        Files = "files",
    }
}

/// How much of a part there is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BundleLine {
    /// The part.
    pub part: BundlePart,
    /// How many letters, people, items, notes, photos, receipts, pieces or files.
    pub count: i64,
    /// What is missing in it: keys `bundle-missing-…` with what they name; empty = nothing.
    pub missing: Vec<BundleMissing>,
}

/// Something that an examiner will ask for and that is not there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BundleMissing {
    /// The sentence: `bundle-missing-…`.
    pub key: String,
    /// What it names, such as the costs without receipt; may be empty.
    pub what: String,
}

/// Which bundle to write, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct BundleOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `zip` or `pdf`; none = by the file's ending, else `zip`.
    pub format: Option<String>,
}

/// A bundle that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BundleWritten {
    /// The file.
    pub file: PathBuf,
    /// Bytes.
    pub size: i64,
    /// Pages of the PDF.
    pub pages: i64,
    /// Files that are no part of the PDF, because they are of another kind or cannot be read.
    pub apart: Vec<String>,
    /// What is missing.
    pub missing: Vec<BundleMissing>,
}

/// A kept file that belongs to the bundle.
struct Kept {
    title: String,
    file_name: String,
    mime: String,
    sha256: String,
}

/// All that the bundle is made of.
struct Material {
    words: Words,
    office: Office,
    signatory: Signatory,
    event: PressEvent,
    report: Report,
    letters: Vec<Letter>,
    /// How many came.
    came: usize,
    /// Items of the rundown.
    items: usize,
    photos: Vec<Photo>,
    /// By their purpose.
    files: BTreeMap<String, Vec<Kept>>,
    receipts: Vec<Kept>,
}

/// What the bundle of an event would hold, and what is missing in it.
pub fn check_bundle(db: &Reader, ctx: &Ctx, id: i64) -> Result<Vec<BundleLine>> {
    Ok(Material::of(db, ctx, id)?.lines())
}

fn kept_files(db: &Reader, event_id: i64) -> Result<BTreeMap<String, Vec<Kept>>> {
    let mut files = BTreeMap::<String, Vec<Kept>>::new();
    let rows: Vec<(String, Kept)> = db.rows(
        "SELECT purpose, title, file_name, mime, sha256 FROM event_files
         WHERE event_id = :event AND deleted_at IS NULL ORDER BY id",
        named_params! {":event": event_id},
        |row| {
            let kept = Kept {
                title: row.get(1)?,
                file_name: row.get(2)?,
                mime: row.get(3)?,
                sha256: row.get(4)?,
            };
            Ok((row.get(0)?, kept))
        },
    )?;
    for (purpose, kept) in rows {
        files.entry(purpose).or_default().push(kept);
    }
    Ok(files)
}

impl Material {
    fn of(db: &Reader, ctx: &Ctx, id: i64) -> Result<Self> {
        let event: PressEvent = db.get(id)?;
        let words = Words::of(db)?;
        let office = office::find(db)?.unwrap_or_default();
        let number = |sql: &str| -> Result<usize> {
            Ok(usize::try_from(db.number(sql, named_params! {":event": id})?).unwrap_or(0))
        };
        let receipts = db.rows(
            "SELECT title, file_name, mime, sha256 FROM event_costs
             WHERE event_id = :event AND deleted_at IS NULL AND sha256 <> '' ORDER BY id",
            named_params! {":event": id},
            |row| {
                Ok(Kept {
                    title: row.get(0)?,
                    file_name: row.get(1)?,
                    mime: row.get(2)?,
                    sha256: row.get(3)?,
                })
            },
        )?;
        Ok(Self {
            signatory: signed(&words, &office, ctx, db)?,
            report: Report::of(db, ctx, id)?,
            letters: db.all(
                "event_id = :event ORDER BY kind <> 'invitation', dated_on, id",
                named_params! {":event": id},
            )?,
            photos: db.all(
                "event_id = :event AND kind = 'photo' ORDER BY taken_on, id",
                named_params! {":event": id},
            )?,
            files: kept_files(db, id)?,
            words,
            office,
            event,
            came: number(
                "SELECT COUNT(*) FROM event_guests WHERE event_id = :event AND arrived_at <> '' AND deleted_at IS NULL",
            )?,
            items: number(
                "SELECT COUNT(*) FROM event_items WHERE event_id = :event AND deleted_at IS NULL",
            )?,
            receipts,
        })
    }

    fn files_of(&self, purpose: &str) -> &[Kept] {
        self.files.get(purpose).map_or(&[], Vec::as_slice)
    }

    fn lines(&self) -> Vec<BundleLine> {
        BundlePart::ALL.iter().map(|part| self.line(*part)).collect()
    }

    fn line(&self, part: BundlePart) -> BundleLine {
        let shown = &self.report.shown;
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let none = |key: &str| {
            vec![BundleMissing { key: format!("bundle-missing-{key}"), what: String::new() }]
        };
        let (number, missing) = match part {
            BundlePart::Letters => {
                let number = self.letters.len() + self.files_of("letter").len();
                (number, if number == 0 { none("letters") } else { Vec::new() })
            }
            BundlePart::Attendance => {
                (self.came, if self.came == 0 { none("attendance") } else { Vec::new() })
            }
            BundlePart::Rundown => {
                (self.items, if self.items == 0 { none("rundown") } else { Vec::new() })
            }
            BundlePart::Minutes => {
                let number = shown.said.len() + self.files_of("minutes").len();
                (number, if number == 0 { none("minutes") } else { Vec::new() })
            }
            BundlePart::Photos => {
                let number = self.photos.len() + self.files_of("photo").len();
                (number, if number == 0 { none("photos") } else { Vec::new() })
            }
            BundlePart::Costs => {
                let bare: Vec<&str> = shown
                    .costs
                    .lines
                    .iter()
                    .filter(|line| line.actual > 0 && !line.has_receipt)
                    .map(|line| line.title.as_str())
                    .collect();
                let mut missing = Vec::new();
                if shown.costs.lines.is_empty() {
                    missing = none("costs");
                } else if !bare.is_empty() {
                    let key = "bundle-missing-receipts".to_owned();
                    missing.push(BundleMissing { key, what: bare.join(", ") });
                }
                (self.receipts.len(), missing)
            }
            BundlePart::Coverage => {
                let number = shown.coverage.len();
                (number, if number == 0 { none("coverage") } else { Vec::new() })
            }
            BundlePart::Report => {
                let bare = shown.event.lessons.trim().is_empty();
                (1, if bare { none("lessons") } else { Vec::new() })
            }
            BundlePart::Files => {
                (self.files_of("material").len() + self.files_of("other").len(), Vec::new())
            }
        };
        BundleLine { part, count: count(number), missing }
    }
}

/// Writes the bundle, complete or not at all.
pub fn export_bundle(job: &Job, order: BundleOrder) -> Result<BundleWritten> {
    let format = format_of(order.format.as_deref(), order.file.as_deref(), "zip");
    if !matches!(format.as_str(), "zip" | "pdf") {
        return Err(Error::invalid("format", "bundle-format").arg("value", format));
    }
    let folder = job.workspace.folder();
    let (material, attendance, rundown) = job.workspace.db.read(|db| {
        let (ctx, id) = (&job.ctx, order.event_id);
        let material = Material::of(db, ctx, id)?;
        let attendance = attendance::filled_sheet(db, ctx, folder, id)?;
        Ok((material, attendance, events::rundown_sheet(db, ctx, folder, id)?))
    })?;
    let name = material.words.say("bundle-file", &[("title", &material.event.title)]);
    let stem = file_name(&name).unwrap_or_else(|| format!("event-{}", order.event_id));
    let file = order.file.unwrap_or_else(|| {
        free_name(&stored_file::download_folder(job.workspace.folder()), &stem, &format)
    });
    let lines = material.lines();
    let mut binding = Binding {
        job,
        material: &material,
        attendance,
        rundown,
        parts: Vec::new(),
        joined: Joined::new(),
        apart: Vec::new(),
    };
    let total = i64::try_from(BundlePart::ALL.len()).unwrap_or(0);
    for (done, part) in (0_i64..).zip(BundlePart::ALL) {
        job.progress("phase-exporting", done, total);
        job.check_cancelled()?;
        binding.bind(*part)?;
    }
    let Binding { parts, joined, apart, .. } = binding;
    let mut whole = with_cover(job, &material, &lines, &parts, joined)?;
    let words = &material.words;
    whole.number(|page, pages| {
        let (page, pages) = (page.to_string(), pages.to_string());
        words.say("bundle-page-of", &[("page", &page), ("pages", &pages)])
    })?;
    let pages = whole.count();
    let pdf = whole.finish()?;
    export::whole(job, &file, |unfinished| {
        if format == "pdf" {
            return Ok(std::fs::write(unfinished, &pdf)?);
        }
        let mut archive = Archive::create(unfinished)?;
        archive.put("", &format!("{stem}.pdf"), &pdf)?;
        for part in &parts {
            archive.put(&part.folder, &part.file_name, &part.bytes)?;
        }
        archive.finish()
    })?;
    let count = i64::try_from(parts.len()).unwrap_or(i64::MAX);
    let written = noted(job, &file, "event_bundle", &format, order.event_id, count)?;
    Ok(BundleWritten {
        file: written.file,
        size: written.size,
        pages: i64::try_from(pages).unwrap_or(i64::MAX),
        apart,
        missing: lines.into_iter().flat_map(|line| line.missing).collect(),
    })
}

/// One file of the bundle.
struct Bound {
    part: BundlePart,
    /// The folder in the ZIP file.
    folder: String,
    title: String,
    file_name: String,
    bytes: Vec<u8>,
    /// Pages in the PDF; 0 = it is no part of it.
    pages: usize,
}

struct Binding<'a> {
    job: &'a Job<'a>,
    material: &'a Material,
    attendance: Option<Sheet>,
    rundown: Option<Sheet>,
    parts: Vec<Bound>,
    joined: Joined,
    apart: Vec<String>,
}

impl Binding<'_> {
    fn word(&self, key: &str) -> String {
        self.material.words.word(key)
    }

    fn title(&self, part: BundlePart) -> String {
        self.word(&format!("bundle-part-{}", part.as_str()))
    }

    fn bind(&mut self, part: BundlePart) -> Result<()> {
        let material = self.material;
        match part {
            BundlePart::Letters => {
                for letter in &material.letters {
                    let sheet =
                        letters::sheet_of(self.job.workspace.folder(), letter, &material.office);
                    let title = format!("{} {}", letter.number, letter.subject).trim().to_owned();
                    self.paper(part, &title, &sheet)?;
                }
                self.kept(part, material.files_of("letter"))
            }
            BundlePart::Attendance => {
                let sheet = self.attendance.take();
                self.set(part, sheet.as_ref())
            }
            BundlePart::Rundown => {
                let sheet = self.rundown.take();
                self.set(part, sheet.as_ref())
            }
            BundlePart::Minutes => {
                self.minutes()?;
                self.kept(part, material.files_of("minutes"))
            }
            BundlePart::Photos => self.photos(),
            BundlePart::Costs => {
                self.costs()?;
                self.kept(part, &material.receipts)
            }
            BundlePart::Coverage => self.coverage(),
            BundlePart::Report => {
                let sheet = material.report.sheet(self.job.workspace.folder());
                let title = self.title(part);
                self.paper(part, &title, &sheet)
            }
            BundlePart::Files => {
                self.kept(part, material.files_of("material"))?;
                self.kept(part, material.files_of("other"))
            }
        }
    }

    /// A sheet of the bundle's own, with the office's head.
    fn sheet(&self, part: BundlePart, body: Vec<Block>) -> Sheet {
        sheet_with(self.job.workspace.folder(), self.material, self.title(part), body)
    }

    /// Takes what Warta sets itself.
    fn paper(&mut self, part: BundlePart, title: &str, sheet: &Sheet) -> Result<()> {
        let bytes = letterhead::pdf(sheet)?;
        let name = file_name(title).unwrap_or_else(|| part.as_str().to_owned());
        self.take(part, title, format!("{name}.pdf"), bytes, true)
    }

    /// Takes a paper that has a room of its own, as it is written there.
    fn set(&mut self, part: BundlePart, sheet: Option<&Sheet>) -> Result<()> {
        let title = self.title(part);
        sheet.map_or(Ok(()), |sheet| self.paper(part, &title, sheet))
    }

    fn take(
        &mut self,
        part: BundlePart,
        title: &str,
        file_name: String,
        bytes: Vec<u8>,
        is_pdf: bool,
    ) -> Result<()> {
        let place = BundlePart::ALL.iter().position(|one| *one == part).unwrap_or(0) + 1;
        let folder = file_name_of(&format!("{place:02} {}", self.title(part)));
        let pages = if is_pdf {
            // A locked or damaged file goes along by itself.
            self.joined.add(title, &bytes).unwrap_or(0)
        } else {
            0
        };
        if pages == 0 {
            self.apart.push(file_name.clone());
        }
        self.parts.push(Bound { part, folder, title: title.to_owned(), file_name, bytes, pages });
        Ok(())
    }

    /// Files as they came: PDF as pages, pictures on pages, others only in the ZIP file.
    fn kept(&mut self, part: BundlePart, files: &[Kept]) -> Result<()> {
        for kept in files {
            let Some(bytes) = self.bytes(&kept.sha256) else {
                self.apart.push(kept.file_name.clone());
                continue;
            };
            let title = if kept.title.is_empty() { &kept.file_name } else { &kept.title };
            let picture =
                if kept.mime.starts_with("image/") { Picture::of(bytes.clone()) } else { None };
            match picture {
                Some(picture) => {
                    let body = vec![image(0, title)];
                    let mut sheet = self.sheet(part, body);
                    sheet.pictures.insert(source(0), picture);
                    let pages = self.joined.add(title, &letterhead::pdf(&sheet)?)?;
                    self.take(part, title, kept.file_name.clone(), bytes, false)?;
                    self.apart.pop();
                    if let Some(last) = self.parts.last_mut() {
                        last.pages = pages;
                    }
                }
                None => {
                    let is_pdf = kept.mime == "application/pdf";
                    self.take(part, title, kept.file_name.clone(), bytes, is_pdf)?;
                }
            }
        }
        Ok(())
    }

    fn bytes(&self, sha256: &str) -> Option<Vec<u8>> {
        std::fs::read(self.job.workspace.folder().join("files").join(sha256)).ok()
    }

    fn minutes(&mut self) -> Result<()> {
        let material = self.material;
        let said = &material.report.shown.said;
        if said.is_empty() {
            return Ok(());
        }
        let mut body = vec![facts(material)];
        for kind in ["statement", "question", "aspiration", "note"] {
            let of_kind: Vec<Vec<String>> = said
                .iter()
                .filter(|one| one.kind == kind)
                .map(|one| vec![one.who.clone(), one.text.clone(), one.answer.clone()])
                .collect();
            if !of_kind.is_empty() {
                body.push(heading(self.word(&format!("event-note-{kind}"))));
                let heads = ["event-said-who", "event-said-what", "event-said-answer"];
                body.push(table(&heads.map(|key| self.word(key)), of_kind));
            }
        }
        let title = self.title(BundlePart::Minutes);
        let sheet = self.sheet(BundlePart::Minutes, body);
        self.paper(BundlePart::Minutes, &title, &sheet)
    }

    /// Photos of the archive and of the event on pages with their captions, upright and without what
    /// the camera knows of the place.
    fn photos(&mut self) -> Result<()> {
        let material = self.material;
        let folder = self.job.workspace.folder();
        let mut shown: Vec<(String, String, Vec<u8>)> = Vec::new();
        for photo in &material.photos {
            let caption = [photo.caption.as_str(), photo.credit.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
            match photo::for_others(folder, photo) {
                Ok(bytes) => shown.push((caption, photo.file_name.clone(), bytes)),
                Err(_) => self.apart.push(photo.file_name.clone()),
            }
        }
        for kept in material.files_of("photo") {
            match self.bytes(&kept.sha256) {
                Some(bytes) => shown.push((kept.title.clone(), kept.file_name.clone(), bytes)),
                None => self.apart.push(kept.file_name.clone()),
            }
        }
        let mut body = vec![facts(material)];
        let mut pictures = BTreeMap::new();
        for (at, (caption, _, bytes)) in shown.iter().enumerate() {
            if let Some(picture) = Picture::of(bytes.clone()) {
                pictures.insert(source(at), picture);
                body.push(image(at, caption));
            }
        }
        let title = self.title(BundlePart::Photos);
        let mut pages = 0;
        if !pictures.is_empty() {
            let mut sheet = self.sheet(BundlePart::Photos, body);
            sheet.pictures = pictures.clone();
            pages = self.joined.add(&title, &letterhead::pdf(&sheet)?)?;
        }
        for (at, (caption, name, bytes)) in shown.into_iter().enumerate() {
            let on_page = pictures.contains_key(&source(at));
            let said = if caption.is_empty() { name.clone() } else { caption };
            self.take(BundlePart::Photos, &said, name, bytes, false)?;
            if on_page {
                self.apart.pop();
                if let Some(last) = self.parts.last_mut() {
                    // All photos share their pages; the first line of the contents has them.
                    last.pages = std::mem::take(&mut pages).max(1);
                }
            }
        }
        Ok(())
    }

    fn costs(&mut self) -> Result<()> {
        let material = self.material;
        let costs = &material.report.shown.costs;
        if costs.lines.is_empty() {
            return Ok(());
        }
        let money = |amount: i64| rupiah(&material.words, amount);
        let receipt =
            |has: bool| self.word(if has { "bundle-receipt-there" } else { "bundle-receipt-none" });
        let mut rows: Vec<Vec<String>> = costs
            .lines
            .iter()
            .map(|line| {
                vec![
                    line.title.clone(),
                    money(line.planned),
                    money(line.actual),
                    material.words.day(&line.paid_on),
                    receipt(line.has_receipt),
                ]
            })
            .collect();
        rows.push(vec![
            self.word("evaluation-cost-sum"),
            money(costs.planned),
            money(costs.actual),
            String::new(),
            String::new(),
        ]);
        let heads = [
            "evaluation-cost-what",
            "evaluation-cost-planned",
            "evaluation-cost-actual",
            "evaluation-cost-paid",
            "bundle-receipt",
        ]
        .map(|key| self.word(key));
        let body = vec![facts(material), table(&heads, rows)];
        let title = self.title(BundlePart::Costs);
        let sheet = self.sheet(BundlePart::Costs, body);
        self.paper(BundlePart::Costs, &title, &sheet)
    }

    fn coverage(&mut self) -> Result<()> {
        let material = self.material;
        let pieces = &material.report.shown.coverage;
        if pieces.is_empty() {
            return Ok(());
        }
        let rows = pieces.iter().map(|row| {
            let piece = &row.coverage;
            vec![
                material.words.day(&piece.published_on),
                row.outlet.clone(),
                piece.title.clone(),
                piece.url.clone(),
            ]
        });
        let heads =
            ["table-head-published-on", "table-head-outlet", "table-head-title", "table-head-url"]
                .map(|key| self.word(key));
        let body = vec![facts(material), table(&heads, rows.collect())];
        let title = self.title(BundlePart::Coverage);
        let sheet = self.sheet(BundlePart::Coverage, body);
        self.paper(BundlePart::Coverage, &title, &sheet)
    }
}

fn source(at: usize) -> String {
    format!("picture-{at}")
}

fn image(at: usize, description: &str) -> Block {
    Block::Image { source: source(at), description: description.to_owned() }
}

/// A folder's name on any system.
fn file_name_of(said: &str) -> String {
    file_name(said).unwrap_or_else(|| "files".to_owned())
}

/// What the event was, above each part.
fn facts(material: &Material) -> Block {
    let words = &material.words;
    let said = [
        when(words, &material.event),
        material.event.venue.clone(),
        material.report.shown.host.clone(),
    ];
    let said: Vec<&str> =
        said.iter().map(String::as_str).filter(|one| !one.trim().is_empty()).collect();
    Block::Paragraph { runs: plain(&said.join(" · ")) }
}

fn sheet_with(folder: &Path, material: &Material, kicker: String, body: Vec<Block>) -> Sheet {
    let words = &material.words;
    sheet::cleaned(Sheet {
        language: words.language.clone(),
        letterhead: head(folder, &material.office),
        kicker,
        headline: material.event.title.clone(),
        body,
        footer: material.office.name.clone(),
        pages: words.say("release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
        ..Sheet::default()
    })
}

/// The cover with the list of contents before all that was bound.
fn with_cover(
    job: &Job,
    material: &Material,
    lines: &[BundleLine],
    parts: &[Bound],
    bound: Joined,
) -> Result<Joined> {
    let words = &material.words;
    let folder = job.workspace.folder();
    // The page on which a part begins stands on the cover, and the cover's own length moves it.
    let mut length = 1;
    let mut pdf = Vec::new();
    for _ in 0..3 {
        let mut page = length + 1;
        let mut rows = Vec::new();
        for (part, at) in parts.iter().zip(1_usize..) {
            let place = match part.pages {
                0 => words.word("bundle-only-zip"),
                _ => page.to_string(),
            };
            // Photos stand on the same pages, one after the other.
            page += if part.part == BundlePart::Photos { 0 } else { part.pages };
            if part.part == BundlePart::Photos
                && parts.get(at).is_none_or(|next| next.part != BundlePart::Photos)
            {
                page += photo_pages(parts);
            }
            let kind = words.word(&format!("bundle-part-{}", part.part.as_str()));
            rows.push(vec![at.to_string(), kind, part.title.clone(), place]);
        }
        let heads = ["bundle-number", "bundle-part", "bundle-what", "bundle-page"]
            .map(|key| words.word(key));
        let mut body =
            vec![facts(material), heading(words.word("bundle-contents")), table(&heads, rows)];
        let missing: Vec<Vec<Block>> = lines
            .iter()
            .flat_map(|line| &line.missing)
            .map(|one| {
                let said = words.say(&one.key, &[("what", &one.what)]);
                vec![Block::Paragraph { runs: plain(&said) }]
            })
            .collect();
        if !missing.is_empty() {
            body.push(heading(words.word("bundle-missing")));
            body.push(Block::List { numbered: false, items: missing });
        }
        let mut sheet = sheet_with(folder, material, words.word("bundle-title"), body);
        sheet.signatory = material.signatory.clone();
        pdf = letterhead::pdf(&sheet)?;
        let now = Joined::new().add("", &pdf)?;
        if now == length {
            break;
        }
        length = now;
    }
    bound.put_first(&words.word("bundle-title"), &pdf)
}

/// Pages that the photos share.
fn photo_pages(parts: &[Bound]) -> usize {
    parts
        .iter()
        .find(|part| part.part == BundlePart::Photos && part.pages > 0)
        .map_or(0, |part| part.pages)
}
