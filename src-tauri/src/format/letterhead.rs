//! A release on the office's letterhead as PDF, set by Typst. `letterhead.typ` is the only source;
//! texts reach it as values of a JSON file and are never read as markup. Library and fonts are
//! made once and shared by all releases; nothing of this machine can be read from within.

use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::blocks::{Block, Cell, Run};
use super::pdf::{BOLD, REGULAR};
use super::sheet::{Picture, Sheet};
use crate::error::{Error, Result};

static ITALIC: &[u8] = include_bytes!("../../../assets/fonts/Inter-Italic.ttf");
static BOLD_ITALIC: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBoldItalic.ttf");
const SOURCE: &str = include_str!("letterhead.typ");

/// The room for an image, in points: the width of the text, two thirds of a page.
const IMAGE_ROOM: (f64, f64) = (453.0, 520.0);
/// The room for the emblem, in points.
const LOGO_ROOM: (f64, f64) = (62.0, 62.0);
/// Typst refuses longer addresses of links.
const LONGEST_LINK: usize = 2_000;

struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
}

static SHARED: LazyLock<Result<Shared>> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, BOLD, ITALIC, BOLD_ITALIC]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    Ok(Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        main: Source::new(file_id("letterhead.typ")?, SOURCE.to_owned()),
    })
});

/// Names are few and used again: Typst keeps each for ever.
fn file_id(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(Error::internal)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A release ready to be set.
pub struct Paper {
    shared: &'static Shared,
    files: Vec<(FileId, Bytes)>,
}

impl Paper {
    /// Gathers what the source reads.
    pub fn new(sheet: &Sheet) -> Result<Self> {
        let shared = SHARED.as_ref().map_err(Error::internal)?;
        let mut paper = Self { shared, files: Vec::new() };
        let data = paper.data(sheet)?;
        paper.give("release.json", serde_json::to_vec(&data)?)?;
        Ok(paper)
    }

    fn give(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.files.push((file_id(name)?, Bytes::new(bytes)));
        Ok(())
    }

    /// An image as a file of the paper; none where it is damaged, so that one bad photo does not
    /// keep the release from being printed.
    fn picture(&mut self, picture: &Picture) -> Result<Option<String>> {
        let format = match picture.mime {
            "image/png" => ExchangeFormat::Png,
            "image/jpeg" => ExchangeFormat::Jpg,
            "image/gif" => ExchangeFormat::Gif,
            _ => ExchangeFormat::Webp,
        };
        let bytes = Bytes::new(picture.bytes.clone());
        if RasterImage::plain(bytes, format).is_err() {
            return Ok(None);
        }
        let ending = picture.mime.trim_start_matches("image/");
        let name = format!("image-{}.{ending}", self.files.len());
        self.give(&name, picture.bytes.clone())?;
        Ok(Some(name))
    }

    fn data(&mut self, sheet: &Sheet) -> Result<Json> {
        let head = &sheet.letterhead;
        let logo = match &head.logo {
            Some(logo) => self.picture(logo)?,
            None => None,
        };
        let logo_height =
            head.logo.as_ref().map_or(0.0, |logo| logo.within(LOGO_ROOM.0, LOGO_ROOM.1).1);
        let signatory = &sheet.signatory;
        Ok(json!({
            "language": sheet.language,
            "office": {"parent": head.parent, "name": head.name, "unit": head.unit, "address": head.address,
                "contact": head.contact, "logo": logo, "logo_height": logo_height},
            "kicker": sheet.kicker,
            "number": sheet.number,
            "headline": sheet.headline,
            "date_line": sheet.date_line,
            "lead": sheet.lead,
            "body": self.blocks(sheet, &sheet.body)?,
            "boilerplate_heading": sheet.boilerplate_heading,
            "boilerplate": sheet.boilerplate,
            "press_contact_heading": sheet.press_contact_heading,
            "press_contact": sheet.press_contact,
            "signatory": {"date_line": signatory.date_line, "position": signatory.position,
                "name": signatory.name, "rank": signatory.rank, "number": signatory.number},
            "letter": sheet.letter.as_ref().map(|letter| json!({
                "date_line": letter.date_line, "above": letter.above, "addressees": letter.addressees,
                "below": letter.below, "ruled": letter.ruled,
                "copies_heading": letter.copies_heading, "copies": letter.copies,
            })),
            "initials": sheet.initials.as_ref().map(|initials| json!({
                "title": initials.title, "columns": initials.columns, "rows": initials.rows,
            })),
            "footer": sheet.footer,
            "pages": sheet.pages,
        }))
    }

    fn blocks(&mut self, sheet: &Sheet, blocks: &[Block]) -> Result<Vec<Json>> {
        blocks.iter().map(|block| self.block(sheet, block)).collect()
    }

    fn block(&mut self, sheet: &Sheet, block: &Block) -> Result<Json> {
        Ok(match block {
            Block::Heading { level, runs } => {
                json!({"kind": "heading", "level": level, "runs": linked(runs)})
            }
            Block::Paragraph { runs } => json!({"kind": "paragraph", "runs": linked(runs)}),
            Block::List { numbered, items } => {
                let items = items
                    .iter()
                    .map(|item| self.blocks(sheet, item))
                    .collect::<Result<Vec<_>>>()?;
                json!({"kind": "list", "numbered": numbered, "items": items})
            }
            Block::Quote { blocks } => {
                json!({"kind": "quote", "blocks": self.blocks(sheet, blocks)?})
            }
            Block::Image { source, description } => {
                let picture = sheet.pictures.get(source);
                let file = match picture {
                    Some(picture) => self.picture(picture)?,
                    None => None,
                };
                let width =
                    picture.map_or(0.0, |picture| picture.within(IMAGE_ROOM.0, IMAGE_ROOM.1).0);
                json!({"kind": "image", "file": file, "width": width, "description": description})
            }
            Block::Table { rows } => {
                let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
                let cell =
                    |cell: &Cell| json!({"heading": cell.heading, "runs": linked(&cell.runs)});
                let rows: Vec<Vec<Json>> = rows
                    .iter()
                    .map(|row| {
                        let empty = Cell::default();
                        (0..columns).map(|at| cell(row.get(at).unwrap_or(&empty))).collect()
                    })
                    .collect();
                json!({"kind": "table", "columns": columns, "rows": rows})
            }
            Block::Rule => json!({"kind": "rule"}),
        })
    }
}

/// Runs whose links Typst takes.
fn linked(runs: &[Run]) -> Vec<Run> {
    let takes = |link: &String| !link.is_empty() && link.len() <= LONGEST_LINK;
    runs.iter().map(|run| Run { link: run.link.clone().filter(takes), ..run.clone() }).collect()
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shared.main.id() {
            Ok(self.shared.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| FileError::NotFound(PathBuf::from(id.get().vpath().get_with_slash())))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The PDF of a release.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>> {
    let paper = Paper::new(sheet)?;
    let document = typst::compile::<PagedDocument>(&paper).output.map_err(failed)?;
    let bytes = typst_pdf::pdf(&document, &PdfOptions::default()).map_err(failed);
    // What was remembered of other releases is dropped; fonts and library stay.
    typst::comemo::evict(2);
    bytes
}

fn failed(all: EcoVec<SourceDiagnostic>) -> Error {
    let said: Vec<&str> = all.iter().map(|one| one.message.as_str()).collect();
    Error::internal(said.join("; "))
}
