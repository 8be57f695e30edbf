//! What Typst reads when it sets a paper: one source of ours, values as JSON, images. Texts reach it
//! as values and are never read as markup. Library and fonts are made once and shared by all papers;
//! nothing of this machine can be read from within.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;

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

use super::pdf::{BOLD, REGULAR};
use super::sheet::Picture;
use crate::error::{Error, Result};

static ITALIC: &[u8] = include_bytes!("../../../assets/fonts/Inter-Italic.ttf");
static BOLD_ITALIC: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBoldItalic.ttf");

struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, BOLD, ITALIC, BOLD_ITALIC]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Names are few and used again: Typst keeps each for ever.
fn file_id(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(Error::internal)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A source, read once.
pub(super) fn source(name: &str, text: &str) -> Result<Source> {
    Ok(Source::new(file_id(name)?, text.to_owned()))
}

/// A paper ready to be set: its source and what that reads.
pub struct Paper {
    shared: &'static Shared,
    main: &'static Source,
    files: HashMap<FileId, Bytes>,
}

impl Paper {
    /// Nothing but the source yet.
    pub(super) fn on(main: &'static Source) -> Self {
        Self { shared: &SHARED, main, files: HashMap::new() }
    }

    /// Gives it a file.
    pub(super) fn give(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.files.insert(file_id(name)?, Bytes::new(bytes));
        Ok(())
    }

    /// An image as a file of the paper; none where it is damaged, so that one bad photo does not
    /// keep all of it from being printed.
    pub(super) fn picture(&mut self, picture: &Picture) -> Result<Option<String>> {
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
        self.unseen(picture)
    }

    /// An image as a file of the paper, damaged or not.
    pub(super) fn unseen(&mut self, picture: &Picture) -> Result<Option<String>> {
        let ending = picture.mime.trim_start_matches("image/");
        let name = format!("image-{}.{ending}", self.files.len());
        self.give(&name, picture.bytes.clone())?;
        Ok(Some(name))
    }

    /// The PDF.
    pub fn pdf(&self) -> Result<Vec<u8>> {
        let document = typst::compile::<PagedDocument>(self).output.map_err(failed)?;
        let bytes = typst_pdf::pdf(&document, &PdfOptions::default()).map_err(failed);
        // What was remembered of other papers is dropped; fonts and library stay.
        typst::comemo::evict(2);
        bytes
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .get(&id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(PathBuf::from(id.get().vpath().get_with_slash())))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn failed(all: EcoVec<SourceDiagnostic>) -> Error {
    let said: Vec<&str> = all.iter().map(|one| one.message.as_str()).collect();
    Error::internal(said.join("; "))
}
