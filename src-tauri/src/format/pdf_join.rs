//! Several PDF files as one, each with a mark in the outline.

use std::collections::BTreeMap;

use lopdf::{Bookmark, Dictionary, Document, Object, ObjectId};

use crate::error::{Error, Result};

/// Steps from a page to the root of its tree; a broken file may lead in a ring.
const DEEPEST: usize = 64;
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
