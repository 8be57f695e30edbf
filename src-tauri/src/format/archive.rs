//! A ZIP file with readable names for others to unpack.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::error::{Error, Result};

/// Longer names are cut: some programs that unpack take no more than 255 bytes.
const LONGEST_NAME: usize = 120;

/// A ZIP file being written.
pub struct Archive {
    zip: ZipWriter<File>,
    taken: BTreeSet<String>,
}

impl Archive {
    /// A new one at this path.
    pub fn create(path: &Path) -> Result<Self> {
        Ok(Self { zip: ZipWriter::new(File::create(path)?), taken: BTreeSet::new() })
    }

    /// Puts a file in; gives the name that it has there: `name (2).ending` where the name is taken.
    pub fn put(&mut self, folder: &str, name: &str, bytes: &[u8]) -> Result<String> {
        let name = self.free(folder, &plain(name));
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        // Pictures, videos and most documents are packed already.
        let method = match name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()) {
            Some(ending) if matches!(ending.as_str(), "txt" | "csv" | "html" | "md" | "svg") => {
                CompressionMethod::Deflated
            }
            _ => CompressionMethod::Stored,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .large_file(bytes.len() > 1 << 31);
        self.zip.start_file(path, options).map_err(Error::internal)?;
        self.zip.write_all(bytes)?;
        Ok(name)
    }

    /// Closes it.
    pub fn finish(self) -> Result<()> {
        self.zip.finish().map_err(Error::internal)?;
        Ok(())
    }

    fn free(&mut self, folder: &str, name: &str) -> String {
        let (stem, ending) = name
            .rsplit_once('.')
            .map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
        let names = (2..).map(|at| format!("{stem} ({at}){ending}"));
        // Windows takes `A.txt` and `a.txt` for one file.
        let found = std::iter::once(name.to_owned())
            .chain(names)
            .find(|name| self.taken.insert(format!("{folder}/{name}").to_lowercase()));
        found.unwrap_or_default()
    }
}

/// A name that every system can write, without folders, never empty.
fn plain(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    let clean = clean.trim_matches(['.', ' ']);
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (clean, String::new()),
    };
    let mut short = String::new();
    for letter in stem.chars() {
        if short.len() + letter.len_utf8() > LONGEST_NAME {
            break;
        }
        short.push(letter);
    }
    let short = short.trim();
    if short.is_empty() { format!("file{ending}") } else { format!("{short}{ending}") }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_fit_for_every_system() {
        for (name, fit) in [
            ("foto.jpg", "foto.jpg"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("480/012: Pasar?.pdf", "480-012- Pasar-.pdf"),
            (".jpg", "jpg"),
            ("", "file"),
            ("a\nb.txt", "a b.txt"),
        ] {
            assert_eq!(plain(name), fit, "{name:?}");
        }
        assert_eq!(plain(&format!("{}.pdf", "é".repeat(200))).len(), 120 + 4);
    }
}
