//! How two texts of a release differ, word by word, as a person reads it.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};
use ts_rs::TS;

use super::Release;
use super::version::{Content, ReleaseVersion};
use crate::choice;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::markdown;

/// Very long texts are compared more roughly after this.
const PATIENCE: Duration = Duration::from_millis(300);

/// Which two texts.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct DifferenceAsk {
    /// The release.
    pub release_id: i64,
    /// The older version; none = the release as it is now.
    #[ts(optional)]
    pub from: Option<i64>,
    /// The newer version; none = the release as it is now.
    #[ts(optional)]
    pub to: Option<i64>,
}

choice! {
    /// What became of some words.
    WordsFate {
        /// They stand in both.
        Same = "same",
        /// They stand in the older text only.
        Removed = "removed",
        /// They stand in the newer text only.
        Added = "added",
    }
}

/// Some words of one of the texts, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Words {
    /// What became of them.
    pub fate: WordsFate,
    /// The words.
    pub text: String,
}

/// A part of the release that differs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldDifference {
    /// The field by its name in the record; `files` = attachments and images, one a line.
    pub field: &'static str,
    /// The language of the translation that it belongs to; empty = the release's own text.
    pub language: String,
    /// The words in their order.
    pub words: Vec<Words>,
    /// Whether only the form differs, such as bold or a link, and no word.
    pub form_only: bool,
}

/// The fields that differ, in the order in which they stand on the paper.
pub fn difference(db: &Reader, _ctx: &Ctx, ask: DifferenceAsk) -> Result<Vec<FieldDifference>> {
    let (older, newer) =
        (content(db, ask.release_id, ask.from)?, content(db, ask.release_id, ask.to)?);
    let pairs = |language: &str, before: Vec<Said>, after: Vec<Said>| {
        let language = language.to_owned();
        before.into_iter().zip(after).map(move |(old, new)| (language.clone(), old, new))
    };
    let own = pairs("", fields(&older), fields(&newer));
    let mut translated = Vec::new();
    let languages = [&newer, &older].map(|content| content.translation.as_ref());
    let mut seen = Vec::new();
    for language in languages.into_iter().flatten().map(|text| text.language.as_str()) {
        if !seen.contains(&language) {
            seen.push(language);
            let of = |content: &Content| translated_fields(content, language);
            translated.extend(pairs(language, of(&older), of(&newer)));
        }
    }
    Ok(own
        .chain(translated)
        .filter_map(|(language, (field, old, old_form), (_, new, new_form))| {
            let form_only = old == new;
            (!form_only || old_form != new_form).then(|| FieldDifference {
                field,
                language,
                words: words(&old, &new),
                form_only,
            })
        })
        .collect())
}

fn content(db: &Reader, release_id: i64, version: Option<i64>) -> Result<Content> {
    let release: Release = db.get(release_id)?;
    let Some(version) = version else { return Content::now(db, &release) };
    let version: ReleaseVersion = db.get(version)?;
    if version.release_id != release_id {
        return Err(Error::invalid("version", "release-version-of-another"));
    }
    Content::kept(db, &version)
}

/// A field with its words and its form.
type Said = (&'static str, String, String);

fn plain(field: &'static str, words: &str) -> Said {
    (field, words.to_owned(), String::new())
}

/// Each field of the translation into this language; empty where there is none.
fn translated_fields(content: &Content, language: &str) -> Vec<Said> {
    let text = content.translation.as_ref().filter(|text| text.language == language);
    let text = text.cloned().unwrap_or_default();
    vec![
        plain("headline", &text.headline),
        plain("lead", &text.lead),
        ("body_html", markdown::text_of(&text.body_html), text.body_html.clone()),
        plain("boilerplate", &text.boilerplate),
        plain("press_contact", &text.press_contact),
        plain("covering_subject", &text.covering_subject),
        plain("covering_text", &text.covering_text),
    ]
}

/// Each field of the release's own text.
fn fields(content: &Content) -> Vec<Said> {
    let text = &content.text;
    let files: Vec<String> = content.files.iter().map(|(name, ..)| name.clone()).collect();
    let hashes: Vec<String> =
        content.files.iter().map(|(name, sha, cid)| format!("{name} {sha} {cid}")).collect();
    vec![
        plain("kind", text.kind.as_str()),
        plain("language", &text.language),
        plain("headline", &text.headline),
        plain("place", &text.place),
        plain("dated_on", &text.dated_on),
        plain("lead", &text.lead),
        ("body_html", markdown::text_of(&text.body_html), text.body_html.clone()),
        plain("boilerplate", &text.boilerplate),
        plain("press_contact", &text.press_contact),
        plain("covering_subject", &text.covering_subject),
        plain("covering_text", &text.covering_text),
        ("files", files.join("\n"), hashes.join("\n")),
    ]
}

/// The words of both texts in one reading. A space between two changed words goes with them, so
/// that a rewritten sentence reads as one.
fn words(old: &str, new: &str) -> Vec<Words> {
    let compared = TextDiff::configure().timeout(PATIENCE).diff_words(old, new);
    let changes: Vec<(WordsFate, &str)> = compared
        .iter_all_changes()
        .map(|change| {
            let fate = match change.tag() {
                ChangeTag::Equal => WordsFate::Same,
                ChangeTag::Delete => WordsFate::Removed,
                ChangeTag::Insert => WordsFate::Added,
            };
            (fate, change.value())
        })
        .collect();
    let mut all = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    for (at, (fate, text)) in changes.iter().enumerate() {
        let is_gap = *fate == WordsFate::Same
            && text.chars().all(|letter| letter == ' ')
            && (!removed.is_empty() || !added.is_empty())
            && changes.get(at + 1).is_some_and(|(next, _)| *next != WordsFate::Same);
        match fate {
            WordsFate::Removed => removed.push_str(text),
            WordsFate::Added => added.push_str(text),
            WordsFate::Same if is_gap => {
                removed.push_str(text);
                added.push_str(text);
            }
            WordsFate::Same => {
                change_over(&mut all, &mut removed, &mut added);
                push(&mut all, WordsFate::Same, text);
            }
        }
    }
    change_over(&mut all, &mut removed, &mut added);
    all
}

fn change_over(all: &mut Vec<Words>, removed: &mut String, added: &mut String) {
    for (fate, text) in [(WordsFate::Removed, removed), (WordsFate::Added, added)] {
        push(all, fate, text);
        text.clear();
    }
}

fn push(all: &mut Vec<Words>, fate: WordsFate, text: &str) {
    if text.is_empty() {
        return;
    }
    match all.last_mut() {
        Some(last) if last.fate == fate => last.text.push_str(text),
        _ => all.push(Words { fate, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> String {
        words(old, new)
            .iter()
            .map(|words| match words.fate {
                WordsFate::Same => words.text.clone(),
                WordsFate::Removed => format!("[-{}-]", words.text),
                WordsFate::Added => format!("[+{}+]", words.text),
            })
            .collect()
    }

    #[test]
    fn a_changed_word_stands_beside_the_old_one() {
        assert_eq!(
            told("Taman dibuka hari ini.", "Taman dibuka besok pagi."),
            "Taman dibuka [-hari ini.-][+besok pagi.+]"
        );
        assert_eq!(told("", "Baru"), "[+Baru+]");
        assert_eq!(told("sama", "sama"), "sama");
        assert_eq!(told("satu dua tiga", "satu tiga"), "satu [-dua -]tiga");
    }
}
