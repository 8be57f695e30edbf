//! What letters begin from. Warta delivers some in each language; the office keeps them as its own.

use serde::Deserialize;
use ts_rs::TS;

use super::{Letter, LetterKind, check_language};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::markdown;
use crate::record;

record! {
    /// A template. Words in square brackets are to be filled in.
    LetterTemplate in "letter_templates" {
        /// What the office calls it.
        name: String,
        /// What letters from it are.
        kind: LetterKind,
        /// `id` or `en`.
        language: String,
        /// To whom, one line each.
        recipients: String,
        /// What it is about.
        subject: String,
        /// The text as safe HTML.
        body_html: String,
        /// Who gets a copy, one a line.
        copies: String,
    }
}

/// A letter to be kept as a template.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepTemplate {
    /// The letter.
    pub letter_id: i64,
    /// What the office calls it.
    pub name: String,
}

/// All templates, by language, kind and name.
pub fn templates(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<LetterTemplate>> {
    let mut all: Vec<LetterTemplate> = db.all("1 = 1 ORDER BY id", &[])?;
    all.sort_by(|a, b| {
        (b.language.as_str(), a.kind, a.name.as_str()).cmp(&(&a.language, b.kind, &b.name))
    });
    Ok(all)
}

/// Creates or changes one.
pub fn save_template(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<LetterTemplate> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => LetterTemplate { language: "id".to_owned(), ..LetterTemplate::default() },
    };
    patch.check_version(&stored)?;
    db.edit::<LetterTemplate>(&patch)?;
    let mut template = patch.apply(&stored)?;
    store(db, &mut template)?;
    Ok(template)
}

/// Keeps a letter's text as a template.
pub fn keep_template(db: &Writer, _ctx: &Ctx, keep: KeepTemplate) -> Result<LetterTemplate> {
    let letter: Letter = db.get(keep.letter_id)?;
    let mut template = LetterTemplate {
        name: keep.name,
        kind: letter.kind,
        language: letter.language,
        recipients: letter.recipients,
        subject: letter.subject,
        body_html: letter.body_html,
        copies: letter.copies,
        ..LetterTemplate::default()
    };
    store(db, &mut template)?;
    Ok(template)
}

fn store(db: &Writer, template: &mut LetterTemplate) -> Result<()> {
    template.name = template.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if template.name.is_empty() {
        return Err(Error::invalid("name", "letter-template-nameless"));
    }
    check_language(&template.language)?;
    template.body_html = markdown::clean_html(&template.body_html);
    if template.id == 0 {
        db.insert(template)?;
    } else {
        db.update(template)?;
    }
    Ok(())
}

/// Puts one into the bin; whether it was there.
pub fn delete_template(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<LetterTemplate>(id)
}

/// Lays a template's text into a letter.
pub(super) fn apply(template: &LetterTemplate, letter: &mut Letter) {
    letter.kind = template.kind;
    letter.language.clone_from(&template.language);
    letter.recipients.clone_from(&template.recipients);
    letter.subject.clone_from(&template.subject);
    letter.body_html.clone_from(&template.body_html);
    letter.copies.clone_from(&template.copies);
}
