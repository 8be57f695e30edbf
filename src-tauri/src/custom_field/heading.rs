//! A field of the office's own in the heading of a column: its name and, in square brackets, what
//! its values look like, so that a file can bring the field to an office that has it not.

use super::KINDS;
use crate::field::FieldKind;
use crate::format::contact_columns::{quoted_label, split_labels};
use crate::format::fold::fold;
use crate::text::{LANGUAGES, known};

/// A field as a heading describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What the office calls it.
    pub name: String,
    /// One of [`KINDS`].
    pub kind: FieldKind,
    /// The words of a choice.
    pub choices: Vec<String>,
}

fn word(language: &str, kind: FieldKind) -> Option<String> {
    known(language, &format!("field-kind-{}", kind.as_str()), &[])
}

/// `Ukuran [Pilihan: S; M; L]`, `Skor [Angka]`.
pub fn heading(language: &str, name: &str, kind: FieldKind, choices: &[String]) -> String {
    let Some(word) = word(language, kind) else { return name.to_owned() };
    if kind != FieldKind::Choice {
        return format!("{name} [{word}]");
    }
    let choices: Vec<_> = choices.iter().map(|choice| quoted_label(choice)).collect();
    format!("{name} [{word}: {}]", choices.join("; "))
}

/// The field that a heading describes, in any language; none where it is a plain name.
pub fn read_heading(text: &str) -> Option<Heading> {
    let inside_end = text.trim_end().strip_suffix(']')?;
    inside_end.match_indices(" [").find_map(|(at, open)| {
        let name = inside_end.get(..at)?.trim();
        let inside = inside_end.get(at + open.len()..)?;
        let (word_said, choices) = match inside.split_once(':') {
            Some((word, choices)) => (word, split_labels(choices)),
            None => (inside, Vec::new()),
        };
        let said = fold(word_said);
        let kind = KINDS.iter().copied().find(|kind| {
            LANGUAGES
                .iter()
                .any(|language| word(language, *kind).is_some_and(|word| fold(&word) == said))
        })?;
        let fits = (kind == FieldKind::Choice) != choices.is_empty();
        (fits && !name.is_empty()).then(|| Heading { name: name.to_owned(), kind, choices })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_brings_its_field_back() {
        let choices = ["S".to_owned(), "M; besar".to_owned(), "kata [satu]".to_owned()];
        for language in LANGUAGES {
            for kind in KINDS {
                let choices: &[String] = if *kind == FieldKind::Choice { &choices } else { &[] };
                for name in ["Skor", "Nilai [lama]"] {
                    let text = heading(language, name, *kind, choices);
                    let read = read_heading(&text).unwrap();
                    assert_eq!(
                        (read.name.as_str(), read.kind, read.choices.as_slice()),
                        (name, *kind, choices),
                        "{text}"
                    );
                }
            }
        }
        for plain in ["Skor", "Skor [lama]", "Organisasi (PWI)", "[Angka]"] {
            assert_eq!(read_heading(plain), None, "{plain}");
        }
    }
}
