//! A release in the other language, Indonesian or English. Number, files, dates and approval are the
//! release's; headline, texts and covering mail are its own.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::standing::StandingKind;
use super::{Release, ReleaseDetail, StandingText, letter, lifecycle, office, show};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::markdown;
use crate::{choice, record};

/// The languages that a release can be written in.
pub const LANGUAGES: [&str; 2] = ["id", "en"];

record! {
    /// A release in the other language.
    ReleaseTranslation in "release_translations" {
        /// The release.
        release_id: i64,
        /// `id` or `en`; never the release's own.
        language: String,
        /// Headline.
        headline: String,
        /// First paragraph, plain text.
        lead: String,
        /// The rest as safe HTML.
        body_html: String,
        /// The standing paragraph about the office.
        boilerplate: String,
        /// Whom journalists may call, one entry a line.
        press_contact: String,
        /// Subject of the covering mail; may hold merge fields.
        covering_subject: String,
        /// Text of the covering mail; may hold merge fields.
        covering_text: String,
    }
}

choice! {
    /// What a translation lacks.
    GapKind {
        /// The release says something here, the translation nothing.
        Empty = "empty",
        /// It stands there as in the release: not translated yet.
        Same = "same",
        /// The release shows more images.
        Images = "images",
    }
}

/// Something that a translation lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranslationGap {
    /// The field by its name in the record.
    pub field: &'static str,
    /// What it lacks.
    pub kind: GapKind,
}

/// The version of a release in the other language is begun.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct BeginTranslation {
    /// The release.
    pub release_id: i64,
    /// Fields of the translation that are written at once, by name.
    #[serde(default)]
    #[ts(type = "Record<string, string>", optional)]
    pub set: Map<String, Json>,
}

/// Which text of a release.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct TextAsk {
    /// The release.
    pub release_id: i64,
    /// `id` or `en`; none = the release's own language.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
}

impl ReleaseTranslation {
    /// The release as this translation says it.
    pub fn of(self, release: &Release) -> Release {
        Release {
            headline: self.headline,
            lead: self.lead,
            body_html: self.body_html,
            boilerplate: self.boilerplate,
            press_contact: self.press_contact,
            language: self.language,
            covering_subject: self.covering_subject,
            covering_text: self.covering_text,
            ..release.clone()
        }
    }
}

/// What a release in the other language lacks, in the order in which the fields stand on the paper.
pub fn gaps(release: &Release, other: &Release) -> Vec<TranslationGap> {
    let texts = [
        ("headline", &release.headline, &other.headline),
        ("lead", &release.lead, &other.lead),
        ("body_html", &release.body_html, &other.body_html),
        ("boilerplate", &release.boilerplate, &other.boilerplate),
        ("press_contact", &release.press_contact, &other.press_contact),
        ("covering_subject", &release.covering_subject, &other.covering_subject),
        ("covering_text", &release.covering_text, &other.covering_text),
    ];
    let mut gaps = Vec::new();
    for (field, own, said) in texts {
        let is_markup = field == "body_html";
        let words = |text: &str| {
            if is_markup { markdown::text_of(text) } else { text.trim().to_owned() }
        };
        let (own_words, said_words) = (words(own), words(said));
        // Names and numbers read the same in both languages, and so may a subject of fields.
        let may_be_same = matches!(field, "press_contact" | "covering_subject");
        if !own_words.is_empty() && said_words.is_empty() {
            gaps.push(TranslationGap { field, kind: GapKind::Empty });
        } else if !own_words.is_empty() && own_words == said_words && !may_be_same {
            gaps.push(TranslationGap { field, kind: GapKind::Same });
        } else if is_markup && images(own) > images(said) {
            gaps.push(TranslationGap { field, kind: GapKind::Images });
        }
    }
    gaps
}

fn images(html: &str) -> usize {
    html.matches("<img ").count()
}

/// The translation of a release, where it has one.
pub fn translation_of(db: &Reader, release_id: i64) -> Result<Option<ReleaseTranslation>> {
    let all: Vec<ReleaseTranslation> = db
        .all("release_id = :release ORDER BY id LIMIT 1", named_params! {":release": release_id})?;
    Ok(all.into_iter().next())
}

/// A release as its translation says it; none where there is no translation.
pub fn other_text(db: &Reader, release: &Release) -> Result<Option<Release>> {
    Ok(translation_of(db, release.id)?.map(|translation| translation.of(release)))
}

/// A release as its translation says it, where that has all that the release has: what may be handed
/// out beside it.
pub fn whole_translation(db: &Reader, release: &Release) -> Result<Option<Release>> {
    let other = other_text(db, release)?;
    Ok(other.filter(|other| !lacks_words(release, other)))
}

/// Whether a translation says nothing where the release says something.
pub fn lacks_words(release: &Release, other: &Release) -> bool {
    let told = ["headline", "lead", "body_html"];
    gaps(release, other).iter().any(|gap| gap.kind == GapKind::Empty && told.contains(&gap.field))
}

/// A release as it is written in this language; none asks for its own. One that is not written in
/// it is refused by name.
pub fn in_language(db: &Reader, release: Release, language: Option<&str>) -> Result<Release> {
    let Some(language) = language.map(str::trim).filter(|said| !said.is_empty()) else {
        return Ok(release);
    };
    if language == release.language {
        return Ok(release);
    }
    known(language)?;
    match other_text(db, &release)? {
        Some(other) => Ok(other),
        None => Err(Error::invalid("language", "release-not-in-language")
            .arg("language", language)
            .arg("headline", &release.headline)),
    }
}

/// Refuses a language that releases are not written in.
pub(super) fn known(language: &str) -> Result<()> {
    if LANGUAGES.contains(&language) {
        return Ok(());
    }
    Err(Error::invalid("language", "error-wrong-value").arg("field", "language"))
}

/// The other of the two languages.
fn other_than(language: &str) -> &'static str {
    if language == "en" { "id" } else { "en" }
}

/// Begins the version of a release in the other language: with the office's standing texts in that
/// language and the usual covering mail. It is written by a person from there.
pub fn begin(db: &Writer, ctx: &Ctx, order: BeginTranslation) -> Result<ReleaseDetail> {
    let release: Release = db.get(order.release_id)?;
    lifecycle::open(db, release.id)?;
    if translation_of(db, release.id)?.is_some() {
        return Err(Error::new(Code::Conflict, "release-translated-already"));
    }
    let translation = blank(db, &release)?;
    let mut translation = written(translation, &Patch { set: order.set, ..Patch::default() })?;
    db.insert(&mut translation)?;
    show(db, ctx, release.id)
}

/// A translation with what a person writes into it.
fn written(translation: ReleaseTranslation, patch: &Patch) -> Result<ReleaseTranslation> {
    let fixed = ["language", "release_id"].iter().find(|name| patch.set.contains_key(**name));
    if let Some(fixed) = fixed {
        return Err(Error::invalid(*fixed, "error-unknown-field").arg("field", fixed));
    }
    let mut translation = patch.apply(&translation)?;
    translation.body_html = markdown::clean_html(&translation.body_html);
    for line in [&mut translation.headline, &mut translation.covering_subject] {
        if line.contains(['\n', '\r']) {
            *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    Ok(translation)
}

/// The translation of a release as it begins.
pub(super) fn blank(db: &Reader, release: &Release) -> Result<ReleaseTranslation> {
    let language = other_than(&release.language);
    let standing: Vec<StandingText> = db.all("1 = 1 ORDER BY id", &[])?;
    let named = |kind: StandingKind| {
        let mut those = standing.iter().filter(|one| one.kind == kind && one.language == language);
        // Of several a person chooses.
        match (those.next(), those.next()) {
            (Some(only), None) => Some(only.text.clone()),
            _ => None,
        }
    };
    let office = office::find(db)?.unwrap_or_default();
    // Names and numbers are the same in both languages.
    let press_contact = named(StandingKind::PressContact).unwrap_or_else(|| {
        let own = &release.press_contact;
        if own.trim().is_empty() { office.press_contact } else { own.clone() }
    });
    Ok(ReleaseTranslation {
        release_id: release.id,
        language: language.to_owned(),
        boilerplate: named(StandingKind::Boilerplate).unwrap_or_default(),
        press_contact,
        covering_subject: letter::words(language, "release-covering-subject", &[]),
        covering_text: letter::words(language, "release-covering-text", &[]),
        ..ReleaseTranslation::default()
    })
}

/// Changes a translation; screens call it as one writes.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<ReleaseDetail> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: ReleaseTranslation = db.get(id)?;
    patch.check_version(&stored)?;
    db.edit::<ReleaseTranslation>(&patch)?;
    let mut translation = written(stored, &patch)?;
    db.update(&mut translation)?;
    show(db, ctx, translation.release_id)
}

/// Puts the translation of a release into the bin: it is in one language again. Whether it had one.
pub fn delete(db: &Writer, _ctx: &Ctx, release_id: i64) -> Result<bool> {
    match translation_of(db, release_id)? {
        Some(translation) => db.delete::<ReleaseTranslation>(translation.id),
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_lacks_what_is_empty_or_stands_as_in_the_release() {
        let release = Release {
            headline: "Taman dibuka".to_owned(),
            lead: "Taman dibuka hari ini.".to_owned(),
            body_html: "<p>Isi.</p><img src=\"cid:a\" alt=\"Taman\">".to_owned(),
            press_contact: "Rina +62 000 111".to_owned(),
            covering_subject: "{{headline}}".to_owned(),
            ..Release::default()
        };
        let begun = ReleaseTranslation {
            lead: release.lead.clone(),
            body_html: "<p>Text.</p>".to_owned(),
            press_contact: release.press_contact.clone(),
            covering_subject: release.covering_subject.clone(),
            ..ReleaseTranslation::default()
        };
        let told: Vec<(&str, &str)> = gaps(&release, &begun.clone().of(&release))
            .iter()
            .map(|gap| (gap.field, gap.kind.as_str()))
            .collect();
        assert_eq!(told, [("headline", "empty"), ("lead", "same"), ("body_html", "images")]);
        let done = ReleaseTranslation {
            headline: "Park opens".to_owned(),
            lead: "The park opens today.".to_owned(),
            body_html: "<p>Text.</p><img src=\"cid:a\" alt=\"Park\">".to_owned(),
            ..begun
        };
        let said = done.of(&release);
        assert_eq!(gaps(&release, &said), []);
        assert_eq!((said.headline.as_str(), said.place.as_str()), ("Park opens", ""));
    }
}
