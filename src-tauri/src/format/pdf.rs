//! Plain documents as PDF: headings, paragraphs, tables of two columns, page numbers. Text is set
//! in the embedded Inter (SIL OFL), so that it looks and searches the same everywhere.
//!
//! `pdf-writer` and not a typesetter: a sheet of facts needs lines and pages only, and the parts
//! are small. Only the glyphs in use are embedded.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use crate::error::{Error, Result};

pub(super) static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.ttf");
pub(super) static BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf");

/// A4, in points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 56.0;
const TERM_WIDTH: f32 = 130.0;
const SMALL: f32 = 9.0;
const FOOT: f32 = 30.0;

struct Typeface {
    face: Face<'static>,
    bytes: &'static [u8],
    used: GlyphRemapper,
    /// New glyph number to its width (per mille) and character.
    glyphs: BTreeMap<u16, (f32, char)>,
}

impl Typeface {
    fn new(bytes: &'static [u8]) -> Result<Self> {
        let face = Face::parse(bytes, 0).map_err(Error::internal)?;
        Ok(Self { face, bytes, used: GlyphRemapper::new(), glyphs: BTreeMap::new() })
    }

    fn glyph(&self, letter: char) -> ttf_parser::GlyphId {
        self.face.glyph_index(letter).or_else(|| self.face.glyph_index('?')).unwrap_or_default()
    }

    /// Width in points.
    fn width(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text
            .chars()
            .map(|letter| u32::from(self.face.glyph_hor_advance(self.glyph(letter)).unwrap_or(0)))
            .sum();
        units as f32 * size / f32::from(self.face.units_per_em())
    }

    /// The text as glyph numbers of the subset, two bytes each.
    fn encode(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() * 2);
        for letter in text.chars() {
            let glyph = self.glyph(letter);
            let new = self.used.remap(glyph.0);
            let advance = f32::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
            let per_mille = advance * 1000.0 / f32::from(self.face.units_per_em());
            self.glyphs.entry(new).or_insert((per_mille, letter));
            bytes.extend(new.to_be_bytes());
        }
        bytes
    }

    /// Breaks a text into lines that fit; a word wider than the line is cut.
    fn lines(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let joined =
                    if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if self.width(&joined, size) <= room {
                    line = joined;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                for letter in word.chars() {
                    line.push(letter);
                    if self.width(&line, size) > room {
                        line.pop();
                        lines.push(std::mem::take(&mut line));
                        line.push(letter);
                    }
                }
            }
            lines.push(line);
        }
        if lines.is_empty() { vec![String::new()] } else { lines }
    }
}

/// A document in the making.
pub struct Document {
    regular: Typeface,
    bold: Typeface,
    pages: Vec<Content>,
    y: f32,
    title: String,
    language: String,
    foot: String,
}

impl Document {
    /// An empty document. `foot` stands at the foot of each page, before its number.
    pub fn new(title: &str, language: &str, foot: &str) -> Result<Self> {
        let mut document = Self {
            regular: Typeface::new(REGULAR)?,
            bold: Typeface::new(BOLD)?,
            pages: Vec::new(),
            y: 0.0,
            title: title.to_owned(),
            language: language.to_owned(),
            foot: foot.to_owned(),
        };
        document.turn();
        document.text(title, true, 18.0, MARGIN, WIDTH - 2.0 * MARGIN);
        document.y -= 6.0;
        Ok(document)
    }

    fn turn(&mut self) {
        self.pages.push(Content::new());
        self.y = HEIGHT - MARGIN;
    }

    fn make_room(&mut self, height: f32) {
        if self.y - height < MARGIN {
            self.turn();
        }
    }

    fn line(&mut self, text: &str, bold: bool, size: f32, x: f32, y: f32) {
        let (font, bytes) = if bold {
            (Name(b"B"), self.bold.encode(text))
        } else {
            (Name(b"R"), self.regular.encode(text))
        };
        if let Some(page) = self.pages.last_mut() {
            page.begin_text().set_font(font, size).set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
            page.show(Str(&bytes)).end_text();
        }
    }

    fn text(&mut self, text: &str, bold: bool, size: f32, x: f32, room: f32) {
        let face = if bold { &self.bold } else { &self.regular };
        let lines = face.lines(text, size, room);
        for line in lines {
            self.make_room(size * 1.45);
            self.y -= size * 1.45;
            let y = self.y;
            self.line(&line, bold, size, x, y);
        }
    }

    /// A heading; it keeps company with what follows.
    pub fn heading(&mut self, text: &str) {
        self.make_room(64.0);
        self.y -= 14.0;
        self.text(text, true, 12.0, MARGIN, WIDTH - 2.0 * MARGIN);
        self.y -= 3.0;
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.text(text, false, 10.0, MARGIN, WIDTH - 2.0 * MARGIN);
        self.y -= 4.0;
    }

    /// A thin line between two records.
    pub fn rule(&mut self) {
        self.make_room(12.0);
        self.y -= 5.0;
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.set_line_width(0.4).set_stroke_gray(0.75);
            page.move_to(MARGIN, y).line_to(WIDTH - MARGIN, y).stroke();
        }
        self.y -= 1.0;
    }

    /// A term with what it says, side by side.
    pub fn fact(&mut self, term: &str, value: &str) {
        let terms = self.bold.lines(term, SMALL, TERM_WIDTH - 8.0);
        let values = self.regular.lines(value, SMALL, WIDTH - 2.0 * MARGIN - TERM_WIDTH);
        let step = SMALL * 1.45;
        for row in 0..terms.len().max(values.len()) {
            self.make_room(step);
            self.y -= step;
            let y = self.y;
            if let Some(term) = terms.get(row) {
                self.line(term, true, SMALL, MARGIN, y);
            }
            if let Some(value) = values.get(row) {
                self.line(value, false, SMALL, MARGIN + TERM_WIDTH, y);
            }
        }
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// The bytes of the file.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        let count = self.pages.len();
        let foot = self.foot.clone();
        for (number, page) in self.pages.iter_mut().enumerate() {
            let text = format!("{foot} · {}/{count}", number + 1);
            let bytes = self.regular.encode(&text);
            page.begin_text().set_font(Name(b"R"), 8.0);
            page.set_text_matrix([1.0, 0.0, 0.0, 1.0, MARGIN, FOOT]);
            page.show(Str(&bytes)).end_text();
        }
        let mut pdf = Pdf::new();
        let mut next = Numbers(0);
        let (catalog, tree, info) = (next.take(), next.take(), next.take());
        let regular = embed(&mut pdf, &mut next, &self.regular, "Inter-Regular")?;
        let bold = embed(&mut pdf, &mut next, &self.bold, "Inter-SemiBold")?;
        pdf.catalog(catalog).pages(tree).lang(TextStr(&self.language));
        pdf.document_info(info).title(TextStr(&self.title)).creator(TextStr("Warta"));
        let mut kids = Vec::new();
        for page in self.pages {
            let (page_ref, content_ref) = (next.take(), next.take());
            kids.push(page_ref);
            let bytes = deflate(&page.finish())?;
            pdf.stream(content_ref, &bytes).filter(Filter::FlateDecode);
            let mut written = pdf.page(page_ref);
            written
                .parent(tree)
                .media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT))
                .contents(content_ref);
            let mut resources = written.resources();
            resources.fonts().pair(Name(b"R"), regular).pair(Name(b"B"), bold);
            resources.finish();
            written.finish();
        }
        let count = i32::try_from(kids.len()).map_err(Error::internal)?;
        pdf.pages(tree).kids(kids).count(count);
        Ok(pdf.finish())
    }
}

struct Numbers(i32);

impl Numbers {
    fn take(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Embeds the glyphs in use as a CID font (ISO 32000-1, 9.7), with the way back to characters so
/// that text can be searched and copied.
fn embed(pdf: &mut Pdf, next: &mut Numbers, typeface: &Typeface, name: &str) -> Result<Ref> {
    let (font, cid, descriptor, file, characters) =
        (next.take(), next.take(), next.take(), next.take(), next.take());
    let name = format!("WARTAA+{name}");
    let info = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
    pdf.type0_font(font)
        .base_font(Name(name.as_bytes()))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(characters);
    let mut written = pdf.cid_font(cid);
    written
        .subtype(CidFontType::Type2)
        .base_font(Name(name.as_bytes()))
        .system_info(info)
        .font_descriptor(descriptor)
        .cid_to_gid_map_predefined(Name(b"Identity"))
        .default_width(0.0);
    let mut widths = written.widths();
    for (glyph, (width, _)) in &typeface.glyphs {
        widths.consecutive(*glyph, [*width]);
    }
    widths.finish();
    written.finish();
    let scale = |units: i16| f32::from(units) * 1000.0 / f32::from(typeface.face.units_per_em());
    let bounds = typeface.face.global_bounding_box();
    pdf.font_descriptor(descriptor)
        .name(Name(name.as_bytes()))
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(
            scale(bounds.x_min),
            scale(bounds.y_min),
            scale(bounds.x_max),
            scale(bounds.y_max),
        ))
        .italic_angle(0.0)
        .ascent(scale(typeface.face.ascender()))
        .descent(scale(typeface.face.descender()))
        .cap_height(scale(typeface.face.capital_height().unwrap_or(0)))
        .stem_v(80.0)
        .font_file2(file);
    let subset = subsetter::subset(typeface.bytes, 0, &typeface.used).map_err(Error::internal)?;
    let length = i32::try_from(subset.len()).map_err(Error::internal)?;
    let packed = deflate(&subset)?;
    pdf.stream(file, &packed).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
    let mut map = pdf_writer::types::UnicodeCmap::new(Name(b"Custom"), info);
    for (glyph, (_, letter)) in &typeface.glyphs {
        map.pair(*glyph, *letter);
    }
    let map = map.finish();
    pdf.cmap(characters, &map);
    Ok(font)
}
