//! How a release reads in a mail program: the covering mail that greets the person, then the
//! release. The texts are templates with merge fields until a person's values are put in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::enclosure::{self, OWN_LINK};
use super::mail_form::MailForm;
use super::{Release, ReleaseFile, files_of};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::format::markdown;
use crate::mail::compose::{self, FilesNote, MailParts};
use crate::office::{self, Office};
use crate::text;

/// The merge fields that a covering mail may hold, in the order in which a screen offers them.
pub const FIELDS: &[&str] = &[
    "salutation",
    "salutation_familiar",
    "name",
    "full_name",
    "outlet",
    "position",
    "city",
    "headline",
    "number",
    "office",
    OWN_LINK,
];

/// Whose view of a release is asked for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewOrder {
    /// The release.
    pub release_id: i64,
    /// The recipient; none = a made-up one.
    #[ts(optional)]
    pub contact_id: Option<i64>,
    /// The form of the mail; none = as the recipient gets it.
    #[serde(default)]
    #[ts(optional)]
    pub form: Option<MailForm>,
    /// `id` or `en`; none = as the recipient gets it, else the release's own.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
}

/// A release as one recipient will see it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Preview {
    /// The recipient's name.
    pub to_name: String,
    /// The address that would be used, empty where there is none.
    pub to_address: String,
    /// The language of the text, `id` or `en`.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// The HTML part.
    pub html: String,
    /// The text part.
    pub text: String,
    /// Merge fields that are empty or unknown and have no default.
    pub missing: Vec<String>,
    /// Size of the whole message, attachments included.
    pub size_bytes: i64,
}

/// A message to everybody, before anybody's values are put in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    /// Subject.
    pub subject: String,
    /// The whole HTML document.
    pub html: String,
    /// The text part.
    pub text: String,
}

/// A person's values for the merge fields.
pub type Values = BTreeMap<String, String>;

/// A message to one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// Subject.
    pub subject: String,
    /// HTML part.
    pub html: String,
    /// Text part.
    pub text: String,
    /// Merge fields that came out empty.
    pub missing: Vec<String>,
}

/// What a message under embargo says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EmbargoNotice {
    /// For the subject: `EMBARGO sampai 1 Desember 2026 pukul 08.00 WIB`.
    pub short: String,
    /// For the text: the same in a whole sentence, with the other zones.
    pub long: String,
}

impl Template {
    /// The template of a release.
    pub fn of(release: &Release, office: &Office) -> Self {
        Self::under_embargo(release, office, None)
    }

    /// The template of a release, marked in subject and text where it is under embargo.
    pub fn under_embargo(
        release: &Release,
        office: &Office,
        embargo: Option<&EmbargoNotice>,
    ) -> Self {
        Self::with_note(release, office, embargo, None)
    }

    /// The template of a release, marked, and with a note on the files that are not in it.
    pub(super) fn with_note(
        release: &Release,
        office: &Office,
        embargo: Option<&EmbargoNotice>,
        files_note: Option<&FilesNote>,
    ) -> Self {
        Self::headed(release, office, embargo, files_note, kicker(release))
    }

    /// The template of a mail about a press event, whose `kicker` says what it is.
    pub fn of_event(release: &Release, office: &Office, kicker: &str) -> Self {
        Self::headed(release, office, None, None, kicker.to_owned())
    }

    fn headed(
        release: &Release,
        office: &Office,
        embargo: Option<&EmbargoNotice>,
        files_note: Option<&FilesNote>,
        kicker: String,
    ) -> Self {
        let language = release.language.as_str();
        let mut covering: Vec<String> = paragraphs(&release.covering_text);
        if let Some(notice) = embargo {
            covering.insert(0, notice.long.clone());
        }
        let press_contact: Vec<String> = release
            .press_contact
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        let office_line: Vec<&str> = [office.unit.trim(), office.city.trim()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let kicker =
            embargo.map_or(kicker.clone(), |notice| format!("{} · {kicker}", notice.short));
        let subject = if release.covering_subject.trim().is_empty() {
            "{{headline}}".to_owned()
        } else {
            release.covering_subject.trim().to_owned()
        };
        let subject =
            embargo.map_or(subject.clone(), |notice| format!("{}: {subject}", notice.short));
        let parts = MailParts {
            language,
            title: &subject,
            covering: &covering,
            office: office.name.trim(),
            office_line: &office_line.join(", "),
            emblem_cid: None,
            kicker: &kicker,
            headline: release.headline.trim(),
            date_line: &date_line(release),
            lead: release.lead.trim(),
            body_html: &release.body_html,
            files_note,
            boilerplate_heading: &words(language, "release-mail-boilerplate", &[]),
            boilerplate: release.boilerplate.trim(),
            press_contact_heading: &words(language, "release-mail-press-contact", &[]),
            press_contact: &press_contact,
            footer: &words(language, "release-mail-footer", &[("office", &office.name)]),
        };
        let html = compose::html_mail(&parts);
        let text = plain_text(&parts, &release.body_html);
        Self { subject, html, text }
    }

    /// Puts a person's values in.
    pub fn merged(&self, values: &Values) -> Letter {
        let value = |name: &str| values.get(name).cloned();
        let (subject, mut missing) = compose::merge(&self.subject, &value, false);
        let (html, in_html) = compose::merge(&self.html, &value, true);
        let (text, _) = compose::merge(&self.text, &value, false);
        for field in in_html {
            if !missing.contains(&field) {
                missing.push(field);
            }
        }
        Letter { subject, html, text, missing }
    }

    /// The merge fields that subject and text use without a default, each once; among them what
    /// stands in double braces and is no field.
    pub fn fields(&self) -> Vec<String> {
        let (_, mut fields) = compose::merge(&self.subject, &|_| None, false);
        let (_, in_html) = compose::merge(&self.html, &|_| None, false);
        fields.extend(in_html);
        fields.sort();
        fields.dedup();
        fields
    }
}

/// Paragraphs are apart by an empty line; a single line end stays within its paragraph.
fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let mut all: Vec<String> = Vec::new();
    let mut open = String::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            if !open.is_empty() {
                all.push(std::mem::take(&mut open));
            }
        } else {
            if !open.is_empty() {
                open.push('\n');
            }
            open.push_str(line.trim_end());
        }
    }
    if !open.is_empty() {
        all.push(open);
    }
    all
}

/// The text part, written for itself: what mail programs without HTML show.
fn plain_text(parts: &MailParts, body_html: &str) -> String {
    let mut blocks: Vec<String> = parts.covering.to_vec();
    if !blocks.is_empty() {
        blocks.push("----------".to_owned());
    }
    let office: Vec<&str> =
        [parts.office, parts.office_line].into_iter().filter(|line| !line.is_empty()).collect();
    blocks.push(office.join("\n"));
    blocks.push(parts.kicker.to_owned());
    blocks.push(parts.headline.to_owned());
    blocks.push(match (parts.date_line.is_empty(), parts.lead.is_empty()) {
        (true, _) => parts.lead.to_owned(),
        (false, true) => parts.date_line.to_owned(),
        (false, false) => format!("{} – {}", parts.date_line, parts.lead),
    });
    blocks.push(markdown::text_of(body_html));
    if let Some(note) = parts.files_note {
        blocks.push(note.plain());
    }
    for (heading, text) in [
        (parts.boilerplate_heading, parts.boilerplate.to_owned()),
        (parts.press_contact_heading, parts.press_contact.join("\n")),
    ] {
        if !text.is_empty() {
            blocks.push(format!("{heading}\n{text}"));
        }
    }
    if !parts.footer.is_empty() {
        blocks.push(format!("----------\n{}", parts.footer));
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks.join("\n\n")
}

/// Place and day, as they stand before the lead.
pub fn date_line(release: &Release) -> String {
    let day = NaiveDate::parse_from_str(&release.dated_on, "%Y-%m-%d")
        .ok()
        .map(|day| written_day(day, &release.language));
    let parts: Vec<String> = [Some(release.place.trim().to_owned()), day]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// A day as it is written out, such as `22 November 2026`.
pub fn written_day(day: NaiveDate, language: &str) -> String {
    let month = words(language, &format!("release-month-{}", day.month()), &[]);
    format!("{} {month} {}", day.day(), day.year())
}

/// A day as people write it in front matter: `2026-11-22`, `22/11/2026`, `22-11-2026`,
/// `22 November 2026`; as `YYYY-MM-DD`.
pub fn day_of(text: &str) -> Option<String> {
    let text = text.trim();
    for form in ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"] {
        if let Ok(day) = NaiveDate::parse_from_str(text, form) {
            return Some(day.to_string());
        }
    }
    let mut parts = text.split_whitespace();
    let day: u32 = parts.next()?.parse().ok()?;
    let name = parts.next()?.to_lowercase();
    let year: i32 = parts.next()?.parse().ok()?;
    let month = (1..=12).find(|month| {
        ["id", "en"].iter().any(|language| {
            words(language, &format!("release-month-{month}"), &[]).to_lowercase() == name
        })
    })?;
    NaiveDate::from_ymd_opt(year, month, day).map(|day| day.to_string())
}

/// What the merge fields that are the same for everybody stand for.
pub fn common_values(release: &Release, office: &Office) -> Values {
    Values::from([
        ("headline".to_owned(), release.headline.clone()),
        ("number".to_owned(), release.number.clone()),
        ("office".to_owned(), office.name.clone()),
    ])
}

/// What is known of a contact that a mail may name.
#[derive(Debug, Clone, Default)]
pub struct ContactTexts {
    /// Name without titles.
    pub name: String,
    /// Titles before it.
    pub name_prefix: String,
    /// Titles after it.
    pub name_suffix: String,
    /// The greeting in letters.
    pub salutation_formal: String,
    /// The greeting in chats.
    pub salutation_familiar: String,
    /// City.
    pub city: String,
    /// Where they work.
    pub outlet: String,
    /// As what.
    pub position: String,
}

impl ContactTexts {
    /// As values of merge fields.
    pub fn values(self) -> Values {
        let before = match self.name_prefix.as_str() {
            "" => String::new(),
            prefix => format!("{prefix} "),
        };
        let after = match self.name_suffix.as_str() {
            "" => String::new(),
            suffix => format!(", {suffix}"),
        };
        Values::from([
            ("full_name".to_owned(), format!("{before}{}{after}", self.name)),
            ("name".to_owned(), self.name),
            ("salutation".to_owned(), self.salutation_formal),
            ("salutation_familiar".to_owned(), self.salutation_familiar),
            ("city".to_owned(), self.city),
            ("outlet".to_owned(), self.outlet),
            ("position".to_owned(), self.position),
        ])
    }
}

/// A contact's own values. `today` is a day `YYYY-MM-DD`: affiliations that ended before it do
/// not count.
pub fn values_of(db: &Reader, contact_id: i64, today: &str) -> Result<Values> {
    let found = db.row(
        "SELECT c.name, c.name_prefix, c.name_suffix, c.salutation_formal, c.salutation_familiar, c.city
         FROM contacts c
         WHERE c.id = :contact",
        named_params! {":contact": contact_id},
        |row| {
            Ok(ContactTexts {
                name: row.get(0)?,
                name_prefix: row.get(1)?,
                name_suffix: row.get(2)?,
                salutation_formal: row.get(3)?,
                salutation_familiar: row.get(4)?,
                city: row.get(5)?,
                ..ContactTexts::default()
            })
        },
    )?;
    let Some(texts) = found else { return Ok(Values::new()) };
    let work: Option<(String, String)> = db.row(
        "SELECT o.name, a.position
         FROM affiliations a
         JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
         WHERE a.contact_id = :contact AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today)
         ORDER BY a.id
         LIMIT 1",
        named_params! {":contact": contact_id, ":today": today},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let (outlet, position) = work.unwrap_or_default();
    Ok(ContactTexts { outlet, position, ..texts }.values())
}

/// The same, with what they alone get with a release.
pub fn own_values(db: &Reader, ctx: &Ctx, release_id: i64, contact_id: i64) -> Result<Values> {
    let mut values = values_of(db, contact_id, &today(db, ctx)?)?;
    let own = enclosure::by_contact(db, release_id)?.remove(&contact_id).unwrap_or_default();
    if let Some(link) = enclosure::link_of(&own) {
        values.insert(OWN_LINK.to_owned(), link.to_owned());
    }
    Ok(values)
}

/// Values of a made-up person, for a preview to nobody in particular.
pub fn sample_values(language: &str) -> Values {
    let sample =
        |field: &str| words(language, &format!("release-sample-{}", field.replace('_', "-")), &[]);
    [
        "salutation",
        "salutation_familiar",
        "name",
        "full_name",
        "outlet",
        "position",
        "city",
        OWN_LINK,
    ]
    .iter()
    .map(|field| ((*field).to_owned(), sample(field)))
    .collect()
}

/// The first address that a mail can go to.
pub fn first_address(db: &Reader, contact_id: i64) -> Result<Option<String>> {
    db.row(
        "SELECT r.value
         FROM reaches r
         WHERE r.contact_id = :contact AND r.kind = 'email' AND r.deleted_at IS NULL
         ORDER BY r.rank, r.id
         LIMIT 1",
        named_params! {":contact": contact_id},
        |row| row.get(0),
    )
}

/// The images that the body shows, and the files that go along.
pub fn sorted_files<'f>(
    files: &'f [ReleaseFile],
    html: &str,
) -> (Vec<&'f ReleaseFile>, Vec<&'f ReleaseFile>) {
    let (images, attachments): (Vec<_>, Vec<_>) =
        files.iter().partition(|file| !file.cid.is_empty());
    (
        images.into_iter().filter(|file| html.contains(&format!("cid:{}", file.cid))).collect(),
        attachments,
    )
}

/// Bytes of a file in a message: base64 in lines of 76 adds 37 %.
pub(super) fn encoded_size(size: i64) -> i64 {
    size * 137 / 100 + 300
}

/// Bytes of a message with these texts and files.
pub fn estimated_size(template: &Template, files: &[ReleaseFile]) -> i64 {
    let (images, attachments) = sorted_files(files, &template.html);
    let files: i64 = images.iter().chain(&attachments).map(|file| encoded_size(file.size)).sum();
    let texts = i64::try_from(template.html.len() + template.text.len()).unwrap_or(i64::MAX);
    files + texts * 108 / 100 + 1200
}

/// Shows a mail as one recipient will see it; `size` = its bytes where they are known.
pub fn preview(
    db: &Reader,
    ctx: &Ctx,
    order: &PreviewOrder,
    release: &Release,
    office: &Office,
    template: &Template,
    size: Option<i64>,
) -> Result<Preview> {
    let mut values = common_values(release, office);
    let own = match order.contact_id {
        Some(contact) => own_values(db, ctx, release.id, contact)?,
        None => sample_values(&release.language),
    };
    let to_name = own.get("full_name").cloned().unwrap_or_default();
    values.extend(own);
    values.extend(super::mail_form::sample_answer());
    let to_address = order
        .contact_id
        .map(|contact| first_address(db, contact))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let letter = template.merged(&values);
    let own_files = match order.contact_id {
        Some(contact) => enclosure::by_contact(db, release.id)?.remove(&contact),
        None => None,
    };
    let size_bytes = match size {
        Some(size) => size,
        None => estimated_size(template, &files_of(db, release.id)?),
    } + own_files.map_or(0, |own| enclosure::encoded_size(&own));
    Ok(Preview {
        to_name,
        to_address,
        language: release.language.clone(),
        subject: letter.subject,
        html: letter.html,
        text: letter.text,
        missing: letter.missing,
        size_bytes,
    })
}

/// Today in the office's zone, `YYYY-MM-DD`.
pub fn today(db: &Reader, ctx: &Ctx) -> Result<String> {
    Ok(ctx.now.with_timezone(&office::zone(db)?).date_naive().to_string())
}

/// What the release calls itself above its headline: its kind and its number.
fn kicker(release: &Release) -> String {
    let language = release.language.as_str();
    let kind = words(language, &format!("release-kind-{}", release.kind.as_str()), &[]);
    if release.number.trim().is_empty() {
        return kind;
    }
    let args = [("kind", kind.as_str()), ("number", release.number.trim())];
    words(language, "release-mail-kicker-number", &args)
}

/// A text of `release.ftl` in the language of the release, which may differ from the screen's.
pub fn words(language: &str, key: &str, args: &[(&str, &str)]) -> String {
    text::sentence(language, key, args)
}
