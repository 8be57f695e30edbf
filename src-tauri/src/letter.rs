//! Letters on the office's letterhead: written, then issued with an official number, at worst made
//! void. What was issued is not changed any more; a copy begins a new one.

mod issue;
mod numbering;
mod template;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::Map;
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::{fold, markdown};
use crate::{choice, office, record, settings};

pub use issue::{IssueOrder, VoidOrder, issue, void};
pub use numbering::{
    LetterNumber, LetterNumberRow, LetterNumbering, LetterRegister, NumberingPatch, NumberingRow,
    register, save_numbering,
};
pub use template::{
    KeepTemplate, LetterTemplate, delete_template, keep_template, save_template, templates,
};

choice! {
    /// What a letter is.
    LetterKind {
        /// Surat dinas.
        Letter = "letter",
        /// Surat pengantar: goes with what is sent.
        Cover = "cover",
        /// Undangan.
        Invitation = "invitation",
        /// Nota dinas: within the office.
        Memo = "memo",
        /// Surat tugas.
        Assignment = "assignment",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for LetterKind {
    fn default() -> Self {
        Self::Letter
    }
}

choice! {
    /// How far a letter has come.
    LetterState {
        /// Being written.
        Draft = "draft",
        /// It has its number and is out.
        Issued = "issued",
        /// Issued and made void.
        Void = "void",
    }
}

record! {
    /// A letter.
    Letter in "letters" {
        /// What it is.
        kind: LetterKind,
        /// `id` or `en`.
        language: String,
        /// The official number; empty until it is issued.
        number: String,
        /// Place of the date line.
        place: String,
        /// Day of the date line, `YYYY-MM-DD` or empty.
        dated_on: String,
        /// Whom a memo is from.
        sender: String,
        /// To whom, one line each.
        recipients: String,
        /// What it is about.
        subject: String,
        /// How many enclosures go along.
        enclosures: i64,
        /// The text as safe HTML.
        body_html: String,
        /// The signatory's position.
        signatory_position: String,
        /// Who signs, with titles.
        signatory_name: String,
        /// The signatory's rank.
        signatory_rank: String,
        /// The signatory's staff number (NIP).
        signatory_number: String,
        /// Who gets a copy, one a line.
        copies: String,
        /// When it was issued, UTC; empty = it is a draft.
        issued_at: String,
        /// Who issued it.
        issued_by: String,
        /// When it was made void, UTC; empty = it was not.
        voided_at: String,
        /// Why.
        void_reason: String,
    }
}

/// Columns that only issuing and making void set.
const DECIDED: [&str; 5] = ["number", "issued_at", "issued_by", "voided_at", "void_reason"];
/// Most enclosures that a letter can name.
const MOST_ENCLOSURES: i64 = 999;

impl Letter {
    /// How far it has come.
    pub fn state(&self) -> LetterState {
        if !self.voided_at.is_empty() {
            LetterState::Void
        } else if !self.issued_at.is_empty() {
            LetterState::Issued
        } else {
            LetterState::Draft
        }
    }
}

/// Which letters a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct LetterFilter {
    /// Words of subject, number, recipients or text.
    pub text: Option<String>,
    /// Only of this kind.
    pub kind: Option<LetterKind>,
    /// Only in this state.
    pub state: Option<LetterState>,
    /// Only those of this event.
    pub event_id: Option<i64>,
}

/// A letter in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterRow {
    /// Its id.
    pub id: i64,
    /// What it is.
    pub kind: LetterKind,
    /// How far it has come.
    pub state: LetterState,
    /// The official number, or empty.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// Its first recipient.
    pub recipient: String,
    /// Day of the date line or empty.
    pub dated_on: String,
    /// Last change, UTC.
    pub updated_at: String,
}

/// A letter with what there is to say about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterDetail {
    /// The record.
    pub letter: Letter,
    /// How far it has come.
    pub state: LetterState,
    /// The number that issuing it now gives; empty = it is written by hand, or has been given.
    pub next_number: String,
    /// What it still lacks: `subject`, `recipients`, `body`, `signatory`, `blanks`.
    pub lacking: Vec<String>,
    /// Places of a template that nobody has filled in, such as `[tempat]`.
    pub blanks: Vec<String>,
}

/// How a letter begins.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct LetterBegin {
    /// From this template.
    pub template_id: Option<i64>,
    /// As a copy of this letter.
    pub copy_of: Option<i64>,
    /// What it is; none = as the template says.
    pub kind: Option<LetterKind>,
    /// `id` or `en`; none = as the template says, or as the window speaks.
    pub language: Option<String>,
    /// Fields with their values, as in a save.
    #[ts(type = "Record<string, string | number | null>", optional)]
    pub set: Map<String, serde_json::Value>,
}

/// All letters, the last changed first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: LetterFilter) -> Result<Vec<LetterRow>> {
    let words: Vec<String> = filter
        .text
        .as_deref()
        .map(|text| fold::fold(text).split_whitespace().map(str::to_owned).collect())
        .unwrap_or_default();
    let of_event = match filter.event_id {
        Some(event) => Some(of_event(db, event)?),
        None => None,
    };
    let mut rows = Vec::new();
    for (letter, updated_at) in all(db)? {
        let state = letter.state();
        if of_event.as_ref().is_some_and(|ids| !ids.contains(&letter.id))
            || filter.kind.is_some_and(|kind| kind != letter.kind)
            || filter.state.is_some_and(|wanted| wanted != state)
            || !says(&letter, &words)
        {
            continue;
        }
        rows.push(LetterRow {
            id: letter.id,
            kind: letter.kind,
            state,
            recipient: lines(&letter.recipients).next().unwrap_or_default().to_owned(),
            number: letter.number,
            subject: letter.subject,
            dated_on: letter.dated_on,
            updated_at,
        });
    }
    Ok(rows)
}

fn of_event(db: &Reader, event_id: i64) -> Result<Vec<i64>> {
    db.rows(
        "SELECT id FROM letters WHERE event_id = :event AND event_id <> 0 AND deleted_at IS NULL",
        named_params! {":event": event_id},
        |row| row.get(0),
    )
}

fn all(db: &Reader) -> Result<Vec<(Letter, String)>> {
    use crate::db::Record;
    db.rows(
        &format!(
            "SELECT {}, updated_at FROM letters WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC",
            Letter::select_list()
        ),
        &[],
        |row| Ok((Letter::from_row(row)?, row.get("updated_at")?)),
    )
}

fn says(letter: &Letter, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [
        letter.subject.as_str(),
        &letter.number,
        &letter.recipients,
        &letter.copies,
        &markdown::text_of(&letter.body_html),
    ];
    let all = fold::fold(&texts.join(" "));
    words.iter().all(|word| all.contains(word.as_str()))
}

/// The lines of a text that say something.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<LetterDetail> {
    let letter: Letter = db.get(id)?;
    detail(db, ctx, letter)
}

fn detail(db: &Reader, ctx: &Ctx, letter: Letter) -> Result<LetterDetail> {
    let state = letter.state();
    let next_number = match state {
        LetterState::Draft => numbering::next(db, ctx, letter.kind, letter.id)?
            .map_or_else(String::new, |place| place.number),
        _ => String::new(),
    };
    let blanks = if state == LetterState::Draft { blanks(&letter) } else { Vec::new() };
    let lacking = if state == LetterState::Draft { lacking(&letter, &blanks) } else { Vec::new() };
    Ok(LetterDetail { letter, state, next_number, lacking, blanks })
}

/// Words in square brackets: what a template leaves to be filled in.
fn blanks(letter: &Letter) -> Vec<String> {
    let body = markdown::text_of(&letter.body_html);
    let mut found: Vec<String> = Vec::new();
    for text in [&letter.subject, &letter.recipients, &body, &letter.copies, &letter.sender] {
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once('[') {
            let Some((inside, tail)) = after.split_once(']') else { break };
            let blank = format!("[{inside}]");
            let is_one = !inside.trim().is_empty() && !inside.contains(['[', '\n']);
            if is_one && inside.chars().any(char::is_alphabetic) && !found.contains(&blank) {
                found.push(blank);
            }
            rest = tail;
        }
    }
    found
}

fn lacking(letter: &Letter, blanks: &[String]) -> Vec<String> {
    let has_body = !markdown::text_of(&letter.body_html).trim().is_empty();
    [
        ("subject", letter.subject.trim().is_empty()),
        ("recipients", letter.recipients.trim().is_empty()),
        ("body", !has_body),
        ("signatory", letter.signatory_name.trim().is_empty()),
        ("blanks", !blanks.is_empty()),
    ]
    .into_iter()
    .filter(|(_, lacks)| *lacks)
    .map(|(name, _)| name.to_owned())
    .collect()
}

/// Begins a letter: empty, from a template, or as a copy; with the office's place and signatory.
pub fn begin(db: &Writer, ctx: &Ctx, begin: LetterBegin) -> Result<LetterDetail> {
    let office = office::find(db)?.unwrap_or_default();
    let mut letter = Letter {
        language: settings::value(db, "language", "id")?,
        place: office.city,
        signatory_position: office.signatory_position,
        signatory_name: office.signatory_name,
        signatory_number: office.signatory_number,
        ..Letter::default()
    };
    if let Some(id) = begin.template_id {
        template::apply(&db.get(id)?, &mut letter);
    } else if let Some(id) = begin.copy_of {
        let from: Letter = db.get(id)?;
        letter = Letter {
            id: 0,
            version: 0,
            number: String::new(),
            dated_on: String::new(),
            issued_at: String::new(),
            issued_by: String::new(),
            voided_at: String::new(),
            void_reason: String::new(),
            ..from
        };
    }
    if let Some(kind) = begin.kind {
        letter.kind = kind;
    }
    if let Some(language) = begin.language {
        letter.language = language;
    }
    let patch = Patch { set: begin.set, ..Patch::default() };
    store(db, &patch, &mut letter)?;
    show(db, ctx, letter.id)
}

/// Changes a draft; screens call it as one writes.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<LetterDetail> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let mut letter: Letter = db.get(id)?;
    patch.check_version(&letter)?;
    db.edit::<Letter>(&patch)?;
    store(db, &patch, &mut letter)?;
    show(db, ctx, id)
}

fn store(db: &Writer, patch: &Patch, letter: &mut Letter) -> Result<()> {
    if letter.state() != LetterState::Draft {
        return Err(Error::new(Code::Conflict, "letter-is-issued").arg("number", &letter.number));
    }
    if let Some(name) = patch.set.keys().find(|name| DECIDED.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    *letter = patch.apply(letter)?;
    check(letter)?;
    if letter.id == 0 {
        db.insert(letter)?;
    } else {
        db.update(letter)?;
    }
    Ok(())
}

fn check(letter: &mut Letter) -> Result<()> {
    check_language(&letter.language)?;
    if !letter.dated_on.is_empty()
        && chrono::NaiveDate::parse_from_str(&letter.dated_on, "%Y-%m-%d").is_err()
    {
        return Err(Error::invalid("dated_on", "error-wrong-value").arg("field", "dated_on"));
    }
    if !(0..=MOST_ENCLOSURES).contains(&letter.enclosures) {
        return Err(
            Error::invalid("enclosures", "letter-enclosures-wrong").arg("most", MOST_ENCLOSURES)
        );
    }
    letter.body_html = markdown::clean_html(&letter.body_html);
    for line in [
        &mut letter.place,
        &mut letter.subject,
        &mut letter.sender,
        &mut letter.signatory_position,
        &mut letter.signatory_name,
        &mut letter.signatory_rank,
        &mut letter.signatory_number,
    ] {
        if line.contains(['\n', '\r']) {
            *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    Ok(())
}

fn check_language(language: &str) -> Result<()> {
    if matches!(language, "id" | "en") {
        return Ok(());
    }
    Err(Error::invalid("language", "error-wrong-value").arg("field", "language"))
}

/// Puts drafts and void letters into the bin; how many were there. One that is out must be made
/// void first.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        let letter: Letter = db.get(id)?;
        if letter.state() == LetterState::Issued {
            return Err(
                Error::new(Code::Conflict, "letter-void-first").arg("number", &letter.number)
            );
        }
        deleted += i64::from(db.delete::<Letter>(id)?);
    }
    Ok(deleted)
}

/// The letter that a person means: its id, or its number.
pub fn named(db: &Reader, said: &str) -> Result<i64> {
    let said = said.trim();
    let found = match said.parse::<i64>() {
        Ok(id) => db.find::<Letter>(id)?.map(|letter| letter.id),
        Err(_) => db.row(
            "SELECT id FROM letters WHERE number = :number AND deleted_at IS NULL",
            named_params! {":number": said},
            |row| row.get(0),
        )?,
    };
    found.ok_or_else(|| Error::new(Code::NotFound, "letter-not-found").arg("letter", said))
}
