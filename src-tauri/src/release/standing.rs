//! Texts that stand under releases again and again, boilerplates and press contacts, by name; and
//! templates from which releases begin.

use serde::Deserialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::{
    BeginTranslation, Release, ReleaseDetail, ReleaseKind, blank, in_language, other_text, show,
    store, translation,
};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::markdown;
use crate::{choice, record, settings};

choice! {
    /// Where a standing text stands.
    StandingKind {
        /// The paragraph about an office.
        Boilerplate = "boilerplate",
        /// Whom journalists may call.
        PressContact = "press_contact",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for StandingKind {
    fn default() -> Self {
        Self::Boilerplate
    }
}

record! {
    /// A text that is chosen by name.
    StandingText in "standing_texts" {
        /// Where it stands.
        kind: StandingKind,
        /// What the office calls it.
        name: String,
        /// `id`, `en`, or empty = either.
        language: String,
        /// The text.
        text: String,
    }
}

record! {
    /// What releases begin from. The letterhead is the office's.
    ReleaseTemplate in "release_templates" {
        /// What the office calls it.
        name: String,
        /// What releases from it are.
        kind: ReleaseKind,
        /// `id` or `en`.
        language: String,
        /// Headline.
        headline: String,
        /// First paragraph.
        lead: String,
        /// The rest as safe HTML.
        body_html: String,
        /// The paragraph about the office; empty = the office's own.
        boilerplate: String,
        /// Whom journalists may call; empty = the office's own.
        press_contact: String,
        /// Subject of the covering mail; empty = the usual one.
        covering_subject: String,
        /// Text of the covering mail; empty = the usual one.
        covering_text: String,
        /// The same in the other language; all empty = it is in one.
        other_headline: String,
        /// First paragraph in the other language.
        other_lead: String,
        /// The rest in the other language, as safe HTML.
        other_body_html: String,
        /// The paragraph about the office in the other language.
        other_boilerplate: String,
        /// Whom journalists may call, in the other language.
        other_press_contact: String,
        /// Subject of the covering mail in the other language.
        other_covering_subject: String,
        /// Text of the covering mail in the other language.
        other_covering_text: String,
    }
}

/// A text of a template: its own or the one in the other language.
#[derive(Default)]
struct TemplateText {
    headline: String,
    lead: String,
    body_html: String,
    boilerplate: String,
    press_contact: String,
    covering_subject: String,
    covering_text: String,
}

impl TemplateText {
    fn of(release: Release) -> Self {
        Self {
            headline: release.headline,
            lead: release.lead,
            // Pictures are files of that release.
            body_html: without_images(&release.body_html),
            boilerplate: release.boilerplate,
            press_contact: release.press_contact,
            covering_subject: release.covering_subject,
            covering_text: release.covering_text,
        }
    }

    /// Whether a release is told in it: what stands under every release does not make one.
    fn says_something(&self) -> bool {
        [&self.headline, &self.lead, &self.body_html].iter().any(|text| !text.trim().is_empty())
    }

    /// What it says, by the name of the field.
    fn said(self) -> Map<String, Json> {
        let fields = [
            ("headline", self.headline),
            ("lead", self.lead),
            ("body_html", self.body_html),
            ("boilerplate", self.boilerplate),
            ("press_contact", self.press_contact),
            ("covering_subject", self.covering_subject),
            ("covering_text", self.covering_text),
        ];
        let said = fields.into_iter().filter(|(_, text)| !text.trim().is_empty());
        said.map(|(name, text)| (name.to_owned(), Json::from(text))).collect()
    }
}

impl ReleaseTemplate {
    /// Its own text and the one in the other language.
    fn texts(self) -> (TemplateText, TemplateText) {
        let own = TemplateText {
            headline: self.headline,
            lead: self.lead,
            body_html: self.body_html,
            boilerplate: self.boilerplate,
            press_contact: self.press_contact,
            covering_subject: self.covering_subject,
            covering_text: self.covering_text,
        };
        let other = TemplateText {
            headline: self.other_headline,
            lead: self.other_lead,
            body_html: self.other_body_html,
            boilerplate: self.other_boilerplate,
            press_contact: self.other_press_contact,
            covering_subject: self.other_covering_subject,
            covering_text: self.other_covering_text,
        };
        (own, other)
    }
}

/// A release to be kept as a template.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepReleaseTemplate {
    /// The release.
    pub release_id: i64,
    /// What the office calls it.
    pub name: String,
    /// Which of its texts comes first, `id` or `en`; none = its own. The other one, where there is
    /// one, is kept too.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
}

/// A release that begins.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct BeginRelease {
    /// From this template; none = empty.
    pub template_id: Option<i64>,
    /// `id` or `en`; none = as the template says, or as the window speaks.
    pub language: Option<String>,
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Standing texts by kind and name.
pub fn standing_texts(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<StandingText>> {
    let mut all: Vec<StandingText> = db.all("1 = 1 ORDER BY id", &[])?;
    all.sort_by_cached_key(|one| (one.kind, one.name.to_lowercase()));
    Ok(all)
}

/// Creates or changes one.
pub fn save_standing(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<StandingText> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => StandingText::default(),
    };
    patch.check_version(&stored)?;
    db.edit::<StandingText>(&patch)?;
    let mut text: StandingText = patch.apply(&stored)?;
    text.name = one_line(&text.name);
    if text.name.is_empty() {
        return Err(Error::invalid("name", "standing-nameless"));
    }
    if !matches!(text.language.as_str(), "" | "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    if text.id == 0 {
        db.insert(&mut text)?;
    } else {
        db.update(&mut text)?;
    }
    Ok(text)
}

/// Puts one into the bin; whether it was there.
pub fn delete_standing(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<StandingText>(id)
}

/// Templates by name.
pub fn templates(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<ReleaseTemplate>> {
    let mut all: Vec<ReleaseTemplate> = db.all("1 = 1 ORDER BY id", &[])?;
    all.sort_by_cached_key(|one| one.name.to_lowercase());
    Ok(all)
}

/// Keeps a release's texts as a template, in both languages where it has both; one of the same name
/// is replaced.
pub fn keep_template(
    db: &Writer,
    _ctx: &Ctx,
    keep: KeepReleaseTemplate,
) -> Result<ReleaseTemplate> {
    let own: Release = db.get(keep.release_id)?;
    let translated = other_text(db, &own)?;
    let release = in_language(db, own.clone(), keep.language.as_deref())?;
    let other = if release.language == own.language { translated } else { Some(own) };
    let other = other.map(TemplateText::of).unwrap_or_default();
    let name = one_line(&keep.name);
    if name.is_empty() {
        return Err(Error::invalid("name", "standing-nameless"));
    }
    let stored = templates_named(db, &name)?;
    let (kind, language) = (release.kind, release.language.clone());
    let own = TemplateText::of(release);
    let mut template = ReleaseTemplate {
        name,
        kind,
        language,
        headline: own.headline,
        lead: own.lead,
        body_html: own.body_html,
        boilerplate: own.boilerplate,
        press_contact: own.press_contact,
        covering_subject: own.covering_subject,
        covering_text: own.covering_text,
        other_headline: other.headline,
        other_lead: other.lead,
        other_body_html: other.body_html,
        other_boilerplate: other.boilerplate,
        other_press_contact: other.press_contact,
        other_covering_subject: other.covering_subject,
        other_covering_text: other.covering_text,
        ..stored.unwrap_or_default()
    };
    if template.id == 0 {
        db.insert(&mut template)?;
    } else {
        db.update(&mut template)?;
    }
    Ok(template)
}

fn templates_named(db: &Reader, name: &str) -> Result<Option<ReleaseTemplate>> {
    let all: Vec<ReleaseTemplate> = db.all("1 = 1 ORDER BY id", &[])?;
    Ok(all.into_iter().find(|one| one.name.to_lowercase() == name.to_lowercase()))
}

fn without_images(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, image)) = rest.split_once("<img ") {
        kept.push_str(before);
        rest = image.split_once('>').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    markdown::clean_html(&kept)
}

/// Creates one from nothing or changes one.
pub fn save_template(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<ReleaseTemplate> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => ReleaseTemplate {
            language: settings::value(db, "language", "id")?,
            ..ReleaseTemplate::default()
        },
    };
    patch.check_version(&stored)?;
    db.edit::<ReleaseTemplate>(&patch)?;
    let mut template: ReleaseTemplate = patch.apply(&stored)?;
    template.name = one_line(&template.name);
    if template.name.is_empty() {
        return Err(Error::invalid("name", "standing-nameless"));
    }
    if !matches!(template.language.as_str(), "id" | "en") {
        return Err(Error::invalid("language", "error-wrong-value").arg("field", "language"));
    }
    template.body_html = markdown::clean_html(&template.body_html);
    template.other_body_html = markdown::clean_html(&template.other_body_html);
    if template.id != 0 {
        db.update(&mut template)?;
        return Ok(template);
    }
    if templates_named(db, &template.name)?.is_some() {
        return Err(Error::invalid("name", "release-template-taken").arg("name", &template.name));
    }
    db.insert(&mut template)?;
    Ok(template)
}

/// Puts one into the bin; whether it was there.
pub fn delete_template(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<ReleaseTemplate>(id)
}

/// Begins a release from a template, in both languages where the template has both.
pub fn begin(db: &Writer, ctx: &Ctx, begin: BeginRelease) -> Result<ReleaseDetail> {
    let template: Option<ReleaseTemplate> = begin.template_id.map(|id| db.get(id)).transpose()?;
    let language = match (begin.language, &template) {
        (Some(language), _) => language,
        (None, Some(template)) => template.language.clone(),
        (None, None) => settings::value(db, "language", "id")?,
    };
    let mut release = blank(db, &language)?;
    let mut translated = TemplateText::default();
    if let Some(template) = template {
        release.kind = template.kind;
        let written_in = template.language.clone();
        let (own, other) = template.texts();
        let turned = written_in != language && other.says_something();
        let (own, other) = if turned { (other, own) } else { (own, other) };
        translated = other;
        release.headline = own.headline;
        release.lead = own.lead;
        release.body_html = own.body_html;
        for (text, from) in [
            (&mut release.boilerplate, own.boilerplate),
            (&mut release.press_contact, own.press_contact),
            (&mut release.covering_subject, own.covering_subject),
            (&mut release.covering_text, own.covering_text),
        ] {
            if !from.trim().is_empty() {
                *text = from;
            }
        }
    }
    store(db, &mut release)?;
    if translated.says_something() {
        let release_id = release.id;
        return translation::begin(
            db,
            ctx,
            BeginTranslation { release_id, set: translated.said() },
        );
    }
    show(db, ctx, release.id)
}
