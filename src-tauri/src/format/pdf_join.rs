//! Several PDF files as one, each with a mark in the outline.

use std::collections::BTreeMap;

use lopdf::{Bookmark, Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::error::{Error, Result};

/// Steps from a page to the root of its tree; a broken file may lead in a ring.
const DEEPEST: usize = 64;
/// The name of the font of page numbers among those of a page, and its size and distance from the
/// corner in points.
const NUMBER_FONT: &str = "WartaPageNumber";
const NUMBER_SIZE: f32 = 8.0;
const NUMBER_MARGIN: f32 = 16.0;
/// Of a page that does not say its size.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];
/// What a page may have from those above it (ISO 32000-1, 7.7.3.4), which are left behind.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// A PDF being put together.
#[derive(Debug)]
pub struct Joined {
    document: Document,
    root: ObjectId,
    pages: Vec<ObjectId>,
}

impl Default for Joined {
    fn default() -> Self {
        Self::new()
    }
}

impl Joined {
    /// An empty one.
    pub fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let root = document.new_object_id();
        Self { document, root, pages: Vec::new() }
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Adds all pages of a file under a name in the outline, and says how many they are. A file that
    /// is locked or cannot be read is refused and nothing of it is added.
    pub fn add(&mut self, title: &str, bytes: &[u8]) -> Result<usize> {
        let mut other = Document::load_mem(bytes).map_err(unreadable)?;
        if other.is_encrypted() {
            return Err(Error::invalid("file", "pdf-join-locked"));
        }
        let ids: Vec<ObjectId> = other.get_pages().into_values().collect();
        if ids.is_empty() {
            return Err(Error::invalid("file", "pdf-join-unreadable"));
        }
        for id in &ids {
            let page = whole_page(&other, *id)?;
            other.objects.insert(*id, Object::Dictionary(page));
        }
        other.renumber_objects_with(self.document.max_id + 1);
        let ids: Vec<ObjectId> = other.get_pages().into_values().collect();
        self.document.max_id = self.document.max_id.max(other.max_id);
        for id in &ids {
            if let Ok(page) = other.get_dictionary_mut(*id) {
                page.set("Parent", self.root);
            }
        }
        self.document.objects.extend(other.objects);
        if let Some(first) = ids.first() {
            self.document.add_bookmark(Bookmark::new(title.to_owned(), [0.0; 3], 0, *first), None);
        }
        self.pages.extend(&ids);
        Ok(ids.len())
    }

    /// Adds a file as [`Joined::add`] does, but before all others.
    pub fn put_first(mut self, title: &str, bytes: &[u8]) -> Result<Self> {
        let pages = self.add(title, bytes)?;
        self.pages.rotate_right(pages);
        self.document.bookmarks.rotate_right(1);
        Ok(self)
    }

    /// Writes into the upper right corner of each page what `said` makes of its number and of how
    /// many there are. Letters that are not ASCII are left out.
    pub fn number(&mut self, said: impl Fn(usize, usize) -> String) -> Result<()> {
        let font = self.document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let before = self.document.add_object(Stream::new(Dictionary::new(), b"q ".to_vec()));
        let count = self.pages.len();
        for (id, number) in self.pages.clone().into_iter().zip(1..) {
            let mut page = self.document.get_dictionary(id).map_err(unreadable)?.clone();
            let text: String = said(number, count).chars().filter(char::is_ascii).collect();
            let drawn = corner(&self.seen(&page), &text);
            let after = self.document.add_object(Stream::new(Dictionary::new(), drawn));
            let mut contents = vec![Object::Reference(before)];
            match page.get(b"Contents") {
                Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
                Ok(Object::Reference(one)) => match self.document.get_object(*one) {
                    Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
                    _ => contents.push(Object::Reference(*one)),
                },
                _ => {}
            }
            contents.push(Object::Reference(after));
            page.set("Contents", contents);
            let mut resources = self.part(&page, b"Resources");
            let mut fonts = self.part(&resources, b"Font");
            fonts.set(NUMBER_FONT, font);
            resources.set("Font", fonts);
            page.set("Resources", resources);
            self.document.objects.insert(id, Object::Dictionary(page));
        }
        Ok(())
    }

    /// A dictionary within another, wherever in the file it stands; an empty one where there is none.
    fn part(&self, of: &Dictionary, name: &[u8]) -> Dictionary {
        let found = of.get(name).and_then(|value| self.document.dereference(value));
        found.and_then(|(_, value)| value.as_dict()).cloned().unwrap_or_default()
    }

    /// What of a page is seen.
    fn seen(&self, page: &Dictionary) -> Seen {
        let value = |name: &[u8]| {
            page.get(name)
                .and_then(|value| self.document.dereference(value))
                .map(|(_, value)| value)
        };
        let corners = [b"CropBox".as_slice(), b"MediaBox"].into_iter().find_map(|name| {
            let corners: Vec<f32> = value(name)
                .and_then(Object::as_array)
                .ok()?
                .iter()
                .filter_map(|one| self.document.dereference(one).ok()?.1.as_float().ok())
                .collect();
            <[f32; 4]>::try_from(corners).ok()
        });
        let [one, other, third, fourth] = corners.unwrap_or(A4);
        let turned = value(b"Rotate").and_then(Object::as_i64).unwrap_or(0).rem_euclid(360);
        Seen {
            left: one.min(third),
            bottom: other.min(fourth),
            right: one.max(third),
            top: other.max(fourth),
            turned,
        }
    }

    /// The file.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        let kids: Vec<Object> = self.pages.iter().map(|id| Object::Reference(*id)).collect();
        let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
        let mut pages = Dictionary::new();
        pages.set("Type", Object::Name(b"Pages".to_vec()));
        pages.set("Kids", kids);
        pages.set("Count", count);
        self.document.objects.insert(self.root, Object::Dictionary(pages));
        let mut catalog = Dictionary::new();
        catalog.set("Type", Object::Name(b"Catalog".to_vec()));
        catalog.set("Pages", self.root);
        if let Some(outline) = self.document.build_outline() {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        }
        let catalog = self.document.add_object(catalog);
        self.document.trailer = Dictionary::new();
        self.document.trailer.set("Root", catalog);
        // Catalogues, forms and scripts of the files stay behind, and with them what they do.
        self.document.prune_objects();
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes)?;
        Ok(bytes)
    }
}

/// What of a page is seen, in points, and by how many degrees it is turned clockwise to be looked at.
struct Seen {
    left: f32,
    bottom: f32,
    right: f32,
    top: f32,
    turned: i64,
}

/// Draws a line of text into the upper right corner as it is looked at.
fn corner(seen: &Seen, text: &str) -> Vec<u8> {
    // Letters and figures of Helvetica are about half as wide as they are high.
    let length = text.len() as f32 * NUMBER_SIZE * 0.5;
    let (along, down) = (NUMBER_MARGIN + length, NUMBER_MARGIN + NUMBER_SIZE);
    let (matrix, x, y) = match seen.turned {
        90 => ("0 1 -1 0", seen.left + down, seen.top - along),
        180 => ("-1 0 0 -1", seen.left + along, seen.bottom + down),
        270 => ("0 -1 1 0", seen.right - down, seen.bottom + along),
        _ => ("1 0 0 1", seen.right - along, seen.top - down),
    };
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!(
        " Q q 0.35 g BT /{NUMBER_FONT} {NUMBER_SIZE} Tf {matrix} {x:.2} {y:.2} Tm ({text}) Tj ET Q"
    )
    .into_bytes()
}

fn unreadable(cause: lopdf::Error) -> Error {
    match cause {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword => {
            Error::invalid("file", "pdf-join-locked").because(cause)
        }
        cause => Error::invalid("file", "pdf-join-unreadable").because(cause),
    }
}

/// A page with all that it has from those above it.
fn whole_page(document: &Document, id: ObjectId) -> Result<Dictionary> {
    let mut page = document.get_dictionary(id).map_err(unreadable)?.clone();
    let mut found = BTreeMap::<&[u8], Object>::new();
    let mut here = page.clone();
    for _ in 0..DEEPEST {
        for name in INHERITED {
            if let Ok(value) = here.get(name) {
                found.entry(name).or_insert_with(|| value.clone());
            }
        }
        let above = here.get(b"Parent").and_then(Object::as_reference);
        let Ok(above) = above.and_then(|above| document.get_dictionary(above)) else { break };
        here = above.clone();
    }
    for (name, value) in found {
        page.set(name, value);
    }
    // Annotations point at fields and pages that stay behind.
    page.remove(b"AA");
    page.remove(b"StructParents");
    Ok(page)
}
