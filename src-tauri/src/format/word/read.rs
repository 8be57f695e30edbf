//! Reads a Word file (ECMA-376) into pieces: paragraphs with their style, tables, images. Foreign
//! files may be damaged on purpose: what they unpack to is limited, entities are not followed, and
//! nothing is read by recursion.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::error::{Code, Error, Result};
use crate::format::blocks::{Block, Cell, Run, push_run, trimmed, visible};

/// Bytes of the file itself.
pub const MOST_BYTES: u64 = 50 * 1024 * 1024;
/// Bytes to which the text may unpack; a book of a thousand pages takes 10 MB.
const MOST_TEXT: u64 = 32 * 1024 * 1024;
/// Bytes of one image.
const MOST_IMAGE: u64 = 25 * 1024 * 1024;
/// Images that are taken over.
const MOST_IMAGES: usize = 30;
/// Parts of the archive.
const MOST_PARTS: usize = 10_000;
/// Characters of a release: some two hundred pages.
const MOST_CHARACTERS: usize = 500_000;
/// How deep tables and text boxes may lie within each other.
const DEEPEST: usize = 100;

/// A part of a text, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph.
    Line(Line),
    /// A table or an image.
    Other(Block),
}

/// A paragraph as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Name of its style in lower case, such as `title` or `heading 1`; empty = plain.
    pub style: String,
    /// As an item of a list: with numbers, depth, and which list.
    pub list: Option<(bool, usize, String)>,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What a Word file holds.
#[derive(Debug, Clone, Default)]
pub struct WordText {
    /// Paragraphs, tables and images in their order.
    pub pieces: Vec<Piece>,
    /// The images by the name that [`Block::Image`] gives.
    pub images: BTreeMap<String, Vec<u8>>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads a file; `name` is for messages.
pub fn read(name: &str, bytes: &[u8]) -> Result<WordText> {
    // Word 97 to 2003, and files under a password, are compound files (MS-CFB).
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(refusal(name, "release-word-old"));
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|cause| damaged(name).because(cause))?;
    if archive.len() > MOST_PARTS {
        return Err(damaged(name));
    }
    let Some(text) = part(name, &mut archive, "word/document.xml", MOST_TEXT)? else {
        return Err(refusal(name, "release-word-other"));
    };
    let text = xml(name, text)?;
    let mut side = |path: &str| match part(name, &mut archive, path, MOST_TEXT)? {
        Some(bytes) => xml(name, bytes),
        None => Ok(String::new()),
    };
    let styles = styles(name, &side("word/styles.xml")?)?;
    let lists = lists(name, &side("word/numbering.xml")?)?;
    let links = links(name, &side("word/_rels/document.xml.rels")?)?;
    let mut reading = Reading { styles, lists, links, ..Reading::default() };
    walk(name, &text, |event| reading.event(name, event))?;
    let pieces = reading.finish();
    let mut images = BTreeMap::new();
    for piece in &pieces {
        if let Piece::Other(Block::Image { source, .. }) = piece
            && images.len() < MOST_IMAGES
            && !images.contains_key(source)
            && let Some(bytes) = part(name, &mut archive, &format!("word/{source}"), MOST_IMAGE)?
        {
            images.insert(source.clone(), bytes);
        }
    }
    Ok(WordText { pieces, images })
}

fn refusal(name: &str, key: &'static str) -> Error {
    Error::new(Code::Invalid, key).arg("file", name)
}

fn damaged(name: &str) -> Error {
    refusal(name, "release-word-damaged")
}

fn too_large(name: &str) -> Error {
    refusal(name, "release-word-too-large")
}

/// A part of the archive, unpacked no further than `most` bytes whatever its head says.
fn part(name: &str, archive: &mut Archive, path: &str, most: u64) -> Result<Option<Vec<u8>>> {
    let Ok(packed) = archive.by_name(path) else { return Ok(None) };
    let mut bytes = Vec::new();
    packed.take(most + 1).read_to_end(&mut bytes).map_err(|cause| damaged(name).because(cause))?;
    if bytes.len() as u64 > most {
        return Err(too_large(name));
    }
    Ok(Some(bytes))
}

fn xml(name: &str, bytes: Vec<u8>) -> Result<String> {
    let text = String::from_utf8(bytes).map_err(|cause| damaged(name).because(cause))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Hands every event of a text to `take`; an empty element comes as its start and its end.
fn walk(name: &str, text: &str, mut take: impl FnMut(Seen) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let bad = |cause: &dyn std::fmt::Display| damaged(name).because(cause.to_string());
    loop {
        match reader.read_event().map_err(|cause| bad(&cause))? {
            Event::Start(tag) => take(Seen::Start(tag.local_name().as_ref(), &tag))?,
            Event::End(tag) => take(Seen::End(tag.local_name().as_ref()))?,
            Event::Text(words) => take(Seen::Text(&words.xml10_content()))?,
            Event::CData(words) => take(Seen::Text(&words.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let named = match &*reference.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let Some(letter) = named {
                    take(Seen::Text(letter.encode_utf8(&mut [0; 4])))?;
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

enum Seen<'a> {
    Start(&'a str, &'a BytesStart<'a>),
    End(&'a str),
    Text(&'a str),
}

/// An attribute by its name without prefix.
fn attribute(tag: &BytesStart, wanted: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| {
        let key = one.key.local_name();
        key.as_ref() == wanted
    })?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Names of styles by id, in lower case; headings that an office made itself are known by their
/// outline level.
fn styles(name: &str, text: &str) -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    let mut open = String::new();
    walk(name, text, |seen| {
        if let Seen::Start(tag, element) = seen {
            match tag {
                "style" => open = attribute(element, "styleId").unwrap_or_default(),
                "name" if !open.is_empty() => {
                    let said = attribute(element, "val").unwrap_or_default().to_lowercase();
                    all.entry(open.clone()).or_insert(said);
                }
                "outlineLvl" => {
                    let level = attribute(element, "val").and_then(|level| level.parse().ok());
                    let known = all.entry(open.clone()).or_default();
                    let named = known.starts_with("heading") || known == "title";
                    if let Some(level @ 0..=5_usize) = level
                        && !named
                    {
                        *known = format!("heading {}", level + 1);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// Whether a list counts, by list and level.
fn lists(name: &str, text: &str) -> Result<BTreeMap<(String, usize), bool>> {
    let mut of_kind: BTreeMap<(String, usize), bool> = BTreeMap::new();
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    let (mut kind, mut level, mut list) = (String::new(), 0, String::new());
    walk(name, text, |seen| {
        if let Seen::Start(tag, element) = seen {
            let value = || attribute(element, "val").unwrap_or_default();
            match tag {
                "abstractNum" => {
                    kind = attribute(element, "abstractNumId").unwrap_or_default();
                }
                "lvl" => {
                    let said = attribute(element, "ilvl").unwrap_or_default();
                    level = said.parse().unwrap_or(0);
                }
                "numFmt" => {
                    of_kind.insert((kind.clone(), level), !matches!(&*value(), "bullet" | "none"));
                }
                "num" => list = attribute(element, "numId").unwrap_or_default(),
                "abstractNumId" => {
                    kinds.insert(list.clone(), value());
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    let mut all = BTreeMap::new();
    for (list, kind) in kinds {
        for level in 0..9 {
            if let Some(counts) = of_kind.get(&(kind.clone(), level)) {
                all.insert((list.clone(), level), *counts);
            }
        }
    }
    Ok(all)
}

/// Where links and images lead, by id.
fn links(name: &str, text: &str) -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    walk(name, text, |seen| {
        if let Seen::Start("Relationship", element) = seen
            && let (Some(id), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Target"))
        {
            all.insert(id, target);
        }
        Ok(())
    })?;
    Ok(all)
}

#[derive(Default)]
struct Paragraph {
    line: Line,
    images: Vec<Block>,
}

#[derive(Default)]
struct Open {
    rows: Vec<Vec<Cell>>,
    heading: bool,
}

/// A field such as a link: `begin`, its order, `separate`, what is shown, `end`.
#[derive(Default)]
struct Field {
    order: String,
    shown: bool,
}

#[derive(Default)]
struct Reading {
    styles: BTreeMap<String, String>,
    lists: BTreeMap<(String, usize), bool>,
    links: BTreeMap<String, String>,
    pieces: Vec<Piece>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Open>,
    fields: Vec<Field>,
    link: Vec<Option<String>>,
    /// Within these, nothing is taken: what was deleted, and the older form of a drawing.
    skipped: usize,
    in_text: bool,
    in_order: bool,
    in_run_look: bool,
    description: String,
    run: Run,
    list: (Option<usize>, Option<String>),
    characters: usize,
}

impl Reading {
    fn event(&mut self, name: &str, seen: Seen) -> Result<()> {
        match seen {
            Seen::Start("Fallback" | "del" | "moveFrom", _) => self.skipped += 1,
            Seen::End("Fallback" | "del" | "moveFrom") => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Seen::Start(tag, element) => self.start(name, tag, element)?,
            Seen::End(tag) => self.end(tag),
            Seen::Text(words) => {
                self.characters += words.chars().count();
                if self.characters > MOST_CHARACTERS {
                    return Err(refusal(name, "release-word-too-long"));
                }
                if self.in_order {
                    if let Some(field) = self.fields.last_mut() {
                        field.order.push_str(words);
                    }
                } else if self.in_text {
                    self.words(words);
                }
            }
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        // A space that does not break is a space in a release; tabs and lines come as elements.
        let words = visible(words).replace(['\u{a0}', '\n', '\t'], " ");
        let field = self.fields.iter().rev().filter(|field| field.shown).find_map(Field::link);
        let link = self.link.last().cloned().flatten().or(field);
        // Underlined is how Word shows a link, not how its words are.
        let underlined = self.run.underlined && link.is_none();
        let run = Run { text: words, link, underlined, ..self.run.clone() };
        if let Some(open) = self.paragraphs.last_mut() {
            push_run(&mut open.line.runs, run);
        }
    }

    fn start(&mut self, name: &str, tag: &str, element: &BytesStart) -> Result<()> {
        let value = || attribute(element, "val");
        let on = || !matches!(value().as_deref(), Some("0" | "false" | "off" | "none"));
        match tag {
            "p" => {
                if self.paragraphs.len() > DEEPEST {
                    return Err(damaged(name));
                }
                self.paragraphs.push(Paragraph::default());
                self.list = (None, None);
            }
            "pStyle" => {
                let id = value().unwrap_or_default();
                let said = self.styles.get(&id).cloned().unwrap_or_else(|| id.to_lowercase());
                if let Some(open) = self.paragraphs.last_mut() {
                    open.line.style = said;
                }
            }
            "ilvl" => self.list.0 = value().and_then(|level| level.parse().ok()),
            "numId" => self.list.1 = value(),
            "r" => self.run = Run::default(),
            "rPr" => self.in_run_look = true,
            "b" if self.in_run_look => self.run.bold = on(),
            "i" if self.in_run_look => self.run.italic = on(),
            "u" if self.in_run_look => self.run.underlined = on(),
            "t" => self.in_text = true,
            "instrText" => self.in_order = true,
            "tab" | "ptab" if !self.in_run_look => self.push(" "),
            "br" | "cr" if attribute(element, "type").is_none_or(|kind| kind == "textWrapping") => {
                self.push("\n");
            }
            "noBreakHyphen" => self.push("-"),
            "hyperlink" => {
                let target = attribute(element, "id").and_then(|id| self.links.get(&id).cloned());
                self.link.push(target);
            }
            "fldSimple" => {
                let order = attribute(element, "instr").unwrap_or_default();
                self.fields.push(Field { order, shown: true });
            }
            "fldChar" => match attribute(element, "fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::default()),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.shown = true;
                    }
                }
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "docPr" => self.description = attribute(element, "descr").unwrap_or_default(),
            "blip" => self.image(element),
            "tbl" => {
                if self.tables.len() > DEEPEST {
                    return Err(damaged(name));
                }
                self.tables.push(Open::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Vec::new());
                    table.heading = false;
                }
            }
            "tblHeader" => {
                if let Some(table) = self.tables.last_mut() {
                    table.heading = on();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut()
                    && let Some(row) = table.rows.last_mut()
                {
                    row.push(Cell { heading: table.heading, runs: Vec::new() });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, words: &str) {
        let run = Run { text: words.to_owned(), ..self.run.clone() };
        if let Some(open) = self.paragraphs.last_mut() {
            push_run(&mut open.line.runs, run);
        }
    }

    fn image(&mut self, element: &BytesStart) {
        let target = attribute(element, "embed").and_then(|id| self.links.get(&id).cloned());
        let source = target.filter(|target| !target.contains("..") && !target.contains("://"));
        let description = visible(&std::mem::take(&mut self.description));
        if let (Some(source), Some(open)) = (source, self.paragraphs.last_mut()) {
            let source = source.trim_start_matches("/word/").to_owned();
            open.images.push(Block::Image { source, description });
        }
    }

    fn end(&mut self, tag: &str) {
        match tag {
            "rPr" => self.in_run_look = false,
            "t" => self.in_text = false,
            "instrText" => self.in_order = false,
            "hyperlink" => {
                self.link.pop();
            }
            "fldSimple" => {
                self.fields.pop();
            }
            "pPr" => self.take_list(),
            "p" => {
                if let Some(done) = self.paragraphs.pop() {
                    self.keep(done);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.keep_table(table);
                }
            }
            _ => {}
        }
    }

    fn take_list(&mut self) {
        let (level, list) = std::mem::take(&mut self.list);
        let Some(open) = self.paragraphs.last_mut() else { return };
        let level = level.unwrap_or(0).min(8);
        open.line.list = match list {
            Some(list) if list != "0" => {
                let counts = self.lists.get(&(list.clone(), level)).copied().unwrap_or(false);
                Some((counts, level, list))
            }
            Some(_) => None,
            None if open.line.style.starts_with("list bullet") => {
                Some((false, level, "bullets".to_owned()))
            }
            None if open.line.style.starts_with("list number") => {
                Some((true, level, "numbers".to_owned()))
            }
            None => None,
        };
    }

    fn keep(&mut self, done: Paragraph) {
        let Paragraph { mut line, images } = done;
        line.runs = trimmed(line.runs);
        let cell = self
            .tables
            .last_mut()
            .and_then(|table| table.rows.last_mut())
            .and_then(|row| row.last_mut());
        match cell {
            Some(cell) => {
                if !cell.runs.is_empty() && !line.runs.is_empty() {
                    push_run(&mut cell.runs, Run { text: "\n".to_owned(), ..Run::default() });
                }
                line.runs.into_iter().for_each(|run| push_run(&mut cell.runs, run));
            }
            None => {
                if !line.runs.is_empty() {
                    self.pieces.push(Piece::Line(line));
                }
                self.pieces.extend(images.into_iter().map(Piece::Other));
            }
        }
    }

    /// A table within a table is words of its cell.
    fn keep_table(&mut self, table: Open) {
        let rows: Vec<Vec<Cell>> = table.rows.into_iter().filter(|row| !row.is_empty()).collect();
        let is_empty = rows.iter().flatten().all(|cell| cell.runs.is_empty());
        if is_empty {
            return;
        }
        if self.tables.is_empty() {
            self.pieces.push(Piece::Other(Block::Table { rows }));
            return;
        }
        for cell in rows.into_iter().flatten() {
            self.keep(Paragraph {
                line: Line { runs: cell.runs, ..Line::default() },
                images: Vec::new(),
            });
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        while let Some(open) = self.paragraphs.pop() {
            self.keep(open);
        }
        self.pieces
    }
}

impl Field {
    /// The address of a `HYPERLINK "…"` field.
    fn link(&self) -> Option<String> {
        let (_, rest) = self.order.split_once("HYPERLINK")?;
        let (_, rest) = rest.split_once('"')?;
        let (address, _) = rest.split_once('"')?;
        (!address.is_empty()).then(|| address.to_owned())
    }
}
