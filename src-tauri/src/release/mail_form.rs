//! Forms of a release's mail: with everything; light for slow connections, text first and photos on
//! request; without attachments.

use super::letter::{EmbargoNotice, Template, Values, estimated_size as full_size, words};
use super::{Release, ReleaseFile};
use crate::choice;
use crate::format::markdown;
use crate::mail::compose::FilesNote;
use crate::office::Office;

choice! {
    /// Which form of a mail somebody gets.
    MailForm {
        /// Everything.
        Full = "full",
        /// The text alone, without images and attachments; a word asks for them.
        Light = "light",
        /// Images of the text, but no attachments; a word asks for them.
        NoFiles = "no_files",
    }
}

impl MailForm {
    /// All but the usual one.
    pub const OTHERS: &'static [MailForm] = &[MailForm::Light, MailForm::NoFiles];

    /// The form that a stored word names; none = the usual one.
    pub fn named(word: &str) -> Option<Self> {
        Self::OTHERS.iter().copied().find(|form| form.as_str() == word)
    }
}

/// Bytes of the HTML of a light mail beyond which it is no longer light, whatever it says.
pub const LIGHT_BELOW: usize = 32 * 1024;

/// The merge field for the address that answers go to.
pub const ANSWER_ADDRESS: &str = "answer_address";
/// The merge field for what recognises an answer.
pub const ANSWER_TOKEN: &str = "answer_token";

/// What stands for an answer's address where nobody gets the mail.
pub fn sample_answer() -> Values {
    Values::from([
        (ANSWER_ADDRESS.to_owned(), "press-office@warta.invalid".to_owned()),
        (ANSWER_TOKEN.to_owned(), "0".to_owned()),
    ])
}

/// The files of a release that this form leaves out.
fn left_out<'f>(
    release: &Release,
    files: &'f [ReleaseFile],
    form: MailForm,
) -> Vec<&'f ReleaseFile> {
    let is_shown = |file: &ReleaseFile| {
        file.cid.is_empty() || release.body_html.contains(&format!("cid:{}", file.cid))
    };
    files
        .iter()
        .filter(|file| match form {
            MailForm::Full => false,
            MailForm::Light => is_shown(file),
            MailForm::NoFiles => file.cid.is_empty(),
        })
        .collect()
}

/// The texts of a release in this form.
pub fn template(
    release: &Release,
    office: &Office,
    embargo: Option<&EmbargoNotice>,
    files: &[ReleaseFile],
    form: MailForm,
) -> Template {
    let note = note(release, &left_out(release, files, form), form);
    if form != MailForm::Light {
        return Template::with_note(release, office, embargo, note.as_ref());
    }
    let plain =
        Release { body_html: markdown::without_images(&release.body_html), ..release.clone() };
    Template::with_note(&plain, office, embargo, note.as_ref())
}

/// What was left out, and the word that asks for it.
fn note(release: &Release, left: &[&ReleaseFile], form: MailForm) -> Option<FilesNote> {
    if left.is_empty() {
        return None;
    }
    let language = release.language.as_str();
    let key = |part: &str| format!("release-{}-{part}", form.as_str().replace('_', "-"));
    let word = words(language, &key("word"), &[]);
    let names = left
        .iter()
        .map(|file| {
            let kilobytes = (file.size / 1024).max(1).to_string();
            let args = [("file", file.file_name.as_str()), ("kilobytes", kilobytes.as_str())];
            words(language, "release-file-named", &args)
        })
        .collect();
    Some(FilesNote {
        heading: words(language, &key("heading"), &[]),
        names,
        ask: words(language, &key("ask"), &[("word", &word)]),
        link_text: words(language, &key("link"), &[]),
        link: format!("mailto:{{{{{ANSWER_ADDRESS}}}}}?subject={word}%20{{{{{ANSWER_TOKEN}|-}}}}"),
    })
}

/// Bytes of a message in this form.
pub fn estimated_size(template: &Template, files: &[ReleaseFile], form: MailForm) -> i64 {
    let sent: Vec<ReleaseFile> = files
        .iter()
        .filter(|file| match form {
            MailForm::Full => true,
            MailForm::Light => false,
            MailForm::NoFiles => !file.cid.is_empty(),
        })
        .cloned()
        .collect();
    full_size(template, &sent)
}
