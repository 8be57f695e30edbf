//! The sentences of `assets/locales`, in the person's language, for the places that speak from
//! Rust: the command line and what is written into files.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::error::Error;

static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// The languages that Warta speaks; the first is spoken where nothing else is known.
pub const LANGUAGES: &[&str] = &["id", "en"];

/// Where a sentence is looked for when its language has none.
const FALLBACK: &str = "en";

/// All sentences of one language.
struct Texts(FluentBundle<FluentResource>);

impl Texts {
    fn of(language: &str) -> Self {
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks that keep right-to-left words apart would end in files and terminals.
        bundle.set_use_isolating(false);
        for file in LOCALES.get_dir(language).into_iter().flat_map(Dir::files) {
            let source = file.contents_utf8().unwrap_or_default().to_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
                log::warn!("{}: {} broken sentences", file.path().display(), errors.len());
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                log::warn!("{}: {} sentences are there twice", file.path().display(), errors.len());
            }
        }
        Self(bundle)
    }

    fn sentence(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let mut words = FluentArgs::new();
        for (name, value) in args {
            match value.parse::<i64>() {
                // Only what is written as a number would be: not 0812, not +62.
                Ok(number) if number.to_string() == *value => words.set(*name, number),
                _ => words.set(*name, *value),
            }
        }
        Some(self.0.format_pattern(pattern, Some(&words), &mut Vec::new()).into_owned())
    }
}

fn texts(language: &str) -> Option<&'static Texts> {
    static ALL: OnceLock<BTreeMap<&'static str, Texts>> = OnceLock::new();
    ALL.get_or_init(|| LANGUAGES.iter().map(|language| (*language, Texts::of(language))).collect())
        .get(language)
}

/// The sentence `key` in `language`; in English where that has none; the key itself where no
/// language has one. Arguments that are whole numbers choose plurals.
pub fn sentence(language: &str, key: &str, args: &[(&str, &str)]) -> String {
    known(language, key, args).unwrap_or_else(|| key.to_owned())
}

/// Like [`sentence`], but nothing where no language has one.
pub fn known(language: &str, key: &str, args: &[(&str, &str)]) -> Option<String> {
    [language, FALLBACK].into_iter().filter_map(texts).find_map(|texts| texts.sentence(key, args))
}

/// What an error says to the person.
pub fn of_error(language: &str, error: &Error) -> String {
    let args: Vec<(&str, &str)> =
        error.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sentence(language, error.text, &args)
}

/// The language that the machine is set to, if Warta speaks it; else the first of [`LANGUAGES`].
pub fn of_the_machine() -> &'static str {
    let set = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    let known =
        LANGUAGES.iter().find(|language| set.split(['-', '_', '.']).next() == Some(**language));
    known.or(LANGUAGES.first()).copied().unwrap_or(FALLBACK)
}

/// Whole rupiah as they are written: `Rp1.250.000`.
pub fn rupiah(language: &str, amount: i64) -> String {
    let mark = if language == "en" { ',' } else { '.' };
    let digits = amount.unsigned_abs().to_string();
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(mark);
        }
        said.push(digit);
    }
    format!("{}Rp{said}", if amount < 0 { "−" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn a_sentence_speaks_its_language_and_falls_back() {
        assert_eq!(sentence("id", "error-cancelled", &[]), "Dibatalkan.");
        assert_eq!(sentence("en", "error-cancelled", &[]), "Cancelled.");
        assert_eq!(sentence("fr", "error-cancelled", &[]), "Cancelled.");
        assert_eq!(sentence("en", "no-such-sentence", &[]), "no-such-sentence");
    }

    #[test]
    fn rupiah_stand_in_threes() {
        assert_eq!(rupiah("id", 1_250_000), "Rp1.250.000");
        assert_eq!(rupiah("en", -950), "−Rp950");
    }

    #[test]
    fn an_error_names_what_it_is_about_without_hidden_marks() {
        let error = Error::new(Code::NotFound, "list-unknown").arg("name", "Pers Kota");
        let text = of_error("en", &error);
        assert!(text.contains("Pers Kota") && !text.contains('\u{2068}'), "{text:?}");
    }
}
