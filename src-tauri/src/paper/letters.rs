//! A letter on the letterhead, as each kind of letter is laid out: PDF, Word, plain text.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::{PaperFormat, PaperWritten, file_name, format_said, head, written};
use crate::error::{Error, Result};
use crate::format::sheet::{self, LetterParts, Sheet, Signatory};
use crate::format::{blocks, letterhead, word};
use crate::job::Job;
use crate::letter::{Letter, LetterKind, LetterState, lines};
use crate::office::{self, Office};
use crate::release::letter::{words, written_day};

/// Which letter to write, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct LetterPaper {
    /// The letter.
    #[ts(optional = false)]
    pub letter_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// PDF, Word or plain text; none = by the file's ending.
    pub format: Option<PaperFormat>,
}

/// Writes a letter, complete or not at all.
pub fn export_letter(job: &Job, order: LetterPaper) -> Result<PaperWritten> {
    let format = format_said(order.format, order.file.as_deref())?;
    job.progress("phase-exporting", 0, 0);
    let (letter, office) = job.workspace.db.read(|db| {
        let letter: Letter = db.get(order.letter_id)?;
        Ok((letter, office::find(db)?.unwrap_or_default()))
    })?;
    let sheet = sheet_of(job.workspace.folder(), &letter, &office);
    let bytes = match format {
        PaperFormat::Pdf => letterhead::pdf(&sheet)?,
        PaperFormat::Docx => word::write(&sheet)?,
        PaperFormat::Txt => sheet.plain_text(&letter.body_html).into_bytes(),
        PaperFormat::Html | PaperFormat::Eml | PaperFormat::Whatsapp => {
            return Err(Error::invalid("format", "letter-format").arg("value", format.as_str()));
        }
    };
    let kind = words(&letter.language, &format!("letter-kind-{}", letter.kind.as_str()), &[]);
    let said = match letter.number.as_str() {
        "" => format!("{kind} {}", letter.subject),
        number => format!("{number} {}", letter.subject),
    };
    let name = file_name(&said).unwrap_or_else(|| format!("letter-{}", letter.id));
    written(job, order.file, &name, format.as_str(), &bytes)
}

/// A letter as it stands on paper; `folder` is the workspace's.
pub fn sheet_of(folder: &Path, letter: &Letter, office: &Office) -> Sheet {
    let language = letter.language.as_str();
    let word = |key: &str| words(language, key, &[]);
    let kind = letter.kind;
    let day = NaiveDate::parse_from_str(&letter.dated_on, "%Y-%m-%d")
        .map(|day| written_day(day, language))
        .unwrap_or_default();
    let place_and_day = [letter.place.trim(), day.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    // Who signs by hand leaves room for the number.
    let number = match letter.number.as_str() {
        "" => " ".repeat(12),
        number => number.to_owned(),
    };
    let titled = matches!(kind, LetterKind::Cover | LetterKind::Memo | LetterKind::Assignment);
    let parts = LetterParts {
        date_line: match kind {
            LetterKind::Letter | LetterKind::Invitation | LetterKind::Cover => {
                place_and_day.clone()
            }
            LetterKind::Memo | LetterKind::Assignment => String::new(),
        },
        above: above(letter, &number),
        addressees: addressees(letter),
        below: below(letter, &day),
        ruled: kind == LetterKind::Memo,
        copies_heading: word("letter-paper-copies"),
        copies: lines(&letter.copies).map(str::to_owned).collect(),
    };
    let signed_at = if kind == LetterKind::Assignment { place_and_day } else { String::new() };
    sheet::cleaned(Sheet {
        language: language.to_owned(),
        letterhead: head(folder, office),
        kicker: if titled {
            word(&format!("letter-kind-{}", kind.as_str()))
        } else {
            String::new()
        },
        number: if titled {
            words(language, "release-paper-number", &[("number", &number)])
        } else {
            String::new()
        },
        body: blocks::of_html(&letter.body_html),
        signatory: signatory(letter, signed_at),
        footer: match letter.state() {
            LetterState::Draft => word("letter-paper-draft"),
            LetterState::Issued => office.name.clone(),
            LetterState::Void => word("letter-paper-void"),
        },
        pages: words(language, "release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
        letter: Some(parts),
        ..Sheet::default()
    })
}

fn enclosures(letter: &Letter) -> String {
    match letter.enclosures {
        0 => "-".to_owned(),
        count => {
            words(&letter.language, "letter-paper-enclosures", &[("count", &count.to_string())])
        }
    }
}

/// Number, enclosures and subject of a letter without a title.
fn above(letter: &Letter, number: &str) -> Vec<[String; 2]> {
    let word = |key: &str| words(&letter.language, key, &[]);
    match letter.kind {
        LetterKind::Letter | LetterKind::Invitation => vec![
            [word("letter-paper-number"), number.to_owned()],
            [word("letter-paper-enclosed"), enclosures(letter)],
            [word("letter-paper-subject"), letter.subject.clone()],
        ],
        LetterKind::Cover | LetterKind::Memo | LetterKind::Assignment => Vec::new(),
    }
}

fn addressees(letter: &Letter) -> Vec<String> {
    match letter.kind {
        LetterKind::Letter | LetterKind::Invitation | LetterKind::Cover => {
            let opening = words(&letter.language, "letter-paper-to", &[]);
            let mut all: Vec<String> = lines(&letter.recipients).map(str::to_owned).collect();
            if let Some(first) = all.first_mut().filter(|first| !first.starts_with(&opening)) {
                *first = format!("{opening} {first}").trim().to_owned();
            }
            all
        }
        LetterKind::Memo | LetterKind::Assignment => Vec::new(),
    }
}

/// What stands below the title of a memo or an assignment.
fn below(letter: &Letter, day: &str) -> Vec<[String; 2]> {
    let word = |key: &str| words(&letter.language, key, &[]);
    let named: Vec<&str> = lines(&letter.recipients).collect();
    let recipients = if letter.kind == LetterKind::Assignment && named.len() > 1 {
        let numbered = named.iter().zip(1..).map(|(name, at)| format!("{at}. {name}"));
        numbered.collect::<Vec<_>>().join("\n")
    } else {
        named.join("\n")
    };
    match letter.kind {
        LetterKind::Memo => vec![
            [word("letter-paper-memo-to"), recipients],
            [
                word("letter-paper-from"),
                match letter.sender.trim() {
                    "" => letter.signatory_position.clone(),
                    sender => sender.to_owned(),
                },
            ],
            [word("letter-paper-date"), day.to_owned()],
            [word("letter-paper-enclosed"), enclosures(letter)],
            [word("letter-paper-subject"), letter.subject.clone()],
        ],
        LetterKind::Assignment => vec![[word("letter-paper-assigned"), recipients]],
        LetterKind::Letter | LetterKind::Invitation | LetterKind::Cover => Vec::new(),
    }
}

fn signatory(letter: &Letter, date_line: String) -> Signatory {
    let number = match letter.signatory_number.trim() {
        "" => String::new(),
        number => words(&letter.language, "release-paper-staff-number", &[("number", number)]),
    };
    Signatory {
        date_line,
        position: letter.signatory_position.clone(),
        name: letter.signatory_name.clone(),
        rank: letter.signatory_rank.clone(),
        number,
    }
}
