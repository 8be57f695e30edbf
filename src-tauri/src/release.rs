//! Press releases: the text, its files, and how it reads in a mail program.

mod approval;
mod comment;
mod difference;
mod enclosure;
mod files;
pub mod letter;
mod lifecycle;
mod lint;
pub mod mail_form;
mod notice;
mod number;
mod photo;
mod size;
mod standing;
mod step;
pub mod translation;
mod version;
mod word;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Record, Writer};
use crate::error::{Code, Error, Result};
use crate::format::markdown;
use crate::register::{self as numbers, Paper};
use crate::{clock, office, record, settings};

pub use approval::{ApprovalWay, ApproveOrder, approve, copy_evidence};
pub use comment::{
    CommentSettled, NewComment, ReleaseComment, add as comment, delete as delete_comment,
    settle as settle_comment,
};
pub use difference::{DifferenceAsk, FieldDifference, Words, WordsFate, difference};
pub use enclosure::{
    Enclosure, EnclosureRow, FileMatch, MatchAsk, NewEnclosure, OWN_LINK, enclose, enclosures,
    matches as enclosure_matches, take_out as take_out_enclosure,
};
pub(crate) use enclosure::{
    by_contact as enclosures_by_contact, encoded_size as enclosed_size, link_of, whose,
};
pub use files::{NewFile, ReleaseFile, attach, detach, files_of};
pub use letter::{Preview, PreviewOrder};
use lifecycle::Facts;
pub use lifecycle::{
    ArchiveOrder, ReleaseKind, ReleaseState, ReturnOrder, Stage, SubmitOrder, Unready, archive,
    send_back, submit, unready,
};
pub(crate) use lint::some_names;
pub use lint::{AVOIDED, Lint, LintRules, Remark, lint, look_over, rules as lint_rules};
pub use notice::{CorrectOrder, WithdrawOrder, correct, withdraw};
pub use number::{NumberRegister, NumberRow, list as register};
pub(crate) use photo::without_consent;
pub use photo::{UsePhoto, caption_of, use_photo};
pub(crate) use size::size_remark;
pub use standing::{
    BeginRelease, KeepReleaseTemplate, ReleaseTemplate, StandingKind, StandingText, begin,
    delete_standing, delete_template, keep_template, save_standing, save_template, standing_texts,
    templates,
};
pub use step::{ReleaseStep, StepKind};
pub use translation::{
    BeginTranslation, GapKind, ReleaseTranslation, TextAsk, TranslationGap, begin as translate,
    delete as delete_translation, in_language, lacks_words, other_text, save as save_translation,
    whole_translation,
};
pub use version::{
    KeptAs, ReleaseHistory, ReleaseVersion, RestoreOrder, VersionRow, VersionShown,
    VersionTranslation, by_ordinal, history, restore, show_version,
};
pub(crate) use version::{KeptText, as_kept, keep};

record! {
    /// A press release with the covering mail that greets each person.
    Release in "releases" {
        /// What it is.
        kind: ReleaseKind,
        /// The office's own number, such as `120/HM/2026`.
        number: String,
        /// Headline.
        headline: String,
        /// Place of the date line.
        place: String,
        /// Day of the date line, `YYYY-MM-DD` or empty.
        dated_on: String,
        /// First paragraph, plain text.
        lead: String,
        /// The rest as safe HTML.
        body_html: String,
        /// The standing paragraph about the office.
        boilerplate: String,
        /// Whom journalists may call, one entry a line.
        press_contact: String,
        /// `id` or `en`.
        language: String,
        /// Subject of the covering mail; may hold merge fields.
        covering_subject: String,
        /// Text of the covering mail; may hold merge fields.
        covering_text: String,
        /// The instant until which it is under embargo, UTC; empty = none.
        embargo_at: String,
    }
}

/// Which releases a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ReleaseFilter {
    /// Words of the headline or number.
    pub text: Option<String>,
    /// Only releases in this state.
    pub state: Option<ReleaseState>,
    /// Only releases of this kind.
    pub kind: Option<ReleaseKind>,
}

/// A release in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReleaseRow {
    /// Its id.
    pub id: i64,
    /// The office's number.
    pub number: String,
    /// Headline.
    pub headline: String,
    /// Day of the date line or empty.
    pub dated_on: String,
    /// Last change, UTC.
    pub updated_at: String,
    /// What it is.
    pub kind: ReleaseKind,
    /// How far it has come.
    pub state: ReleaseState,
    /// How far people have brought its text.
    pub stage: Stage,
    /// Who has it now; empty = nobody in particular.
    pub holder: String,
    /// The text that was approved last.
    #[ts(optional)]
    pub approved_version_id: Option<i64>,
    /// Whether it says something else now than what was approved.
    pub changed: bool,
    /// Since when it is withdrawn, UTC; empty = it is not.
    pub withdrawn_at: String,
    /// Since when it is in the archive, UTC; empty = it is not.
    pub archived_at: String,
    /// The release that this one corrects or withdraws.
    #[ts(optional)]
    pub original_id: Option<i64>,
    /// `correction`, `withdrawal` or empty: what this one is to its original.
    pub notice: String,
    /// The newest correction of it that is approved or out.
    #[ts(optional)]
    pub corrected_by: Option<i64>,
    /// When it was last queued, UTC; empty = never.
    pub sent_at: String,
    /// The language that it is written in besides its own; empty = none.
    pub translated: String,
    /// The headline in that language.
    pub other_headline: String,
    /// What came of it so far.
    pub counts: ReleaseCounts,
}

/// What came of a release over all its distributions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ReleaseCounts {
    /// Recipients in all.
    pub recipients: i64,
    /// Taken over by the server, or done by hand.
    pub reached: i64,
    /// Still to go, by mail or by hand.
    pub waiting: i64,
    /// Refused or bounced.
    pub failed: i64,
    /// Possibly sent: a person must decide.
    pub unsure: i64,
    /// Responses that came in.
    pub responses: i64,
}

/// A release with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReleaseDetail {
    /// The record.
    pub release: Release,
    /// The row as the list shows it.
    pub row: ReleaseRow,
    /// The same in the other language.
    #[ts(optional)]
    pub translation: Option<ReleaseTranslation>,
    /// What that lacks.
    pub gaps: Vec<TranslationGap>,
    /// Attachments and images of the body.
    pub files: Vec<ReleaseFile>,
    /// Its distributions, the newest first.
    pub distributions: Vec<i64>,
    /// The instant until which it is under embargo, its own or that of a distribution that was not
    /// cancelled, whichever ends later, UTC; empty = none that lasts.
    pub embargo_until: String,
}

/// A release read from a text file or a Word file.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ImportText {
    /// The file's name, for messages.
    pub file_name: String,
    /// Markdown with front matter, or plain text; empty for a Word file.
    #[serde(default)]
    pub text: String,
    /// A Word file: the upload's id, a file in `uploads/`.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub upload: Option<String>,
    /// A Word file on this machine.
    #[serde(default)]
    #[ts(optional, as = "Option<PathBuf>")]
    pub path: Option<PathBuf>,
    /// Files of this machine to attach, in the same action.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PathBuf>>")]
    pub attach: Vec<PathBuf>,
    /// The release whose text it is; none = a new one.
    #[serde(default)]
    #[ts(optional)]
    pub into: Option<IntoRelease>,
}

/// A text that is read into a release that there is already.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IntoRelease {
    /// The release.
    pub release_id: i64,
    /// The text is in this language, `id` or `en`; none = the release's own. The version in the other
    /// language is begun where there is none.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
}

/// A test mail to oneself.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TestMail {
    /// The release.
    pub release_id: i64,
    /// Where the test goes.
    pub to: String,
    /// Whose greeting and fields it shows; none = made-up ones.
    #[ts(optional)]
    pub contact_id: Option<i64>,
    /// The account that it goes out with; none = the one that the release would.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<i64>,
    /// The text in this language, `id` or `en`; none = the release's own.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
}

/// What came of a test mail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TestSent {
    /// Where it went.
    pub to: String,
    /// The server's own words; empty without a mail account.
    pub reply: String,
    /// Without a mail account: the file in the outbox folder.
    #[ts(optional)]
    pub file: Option<String>,
}

impl ReleaseRow {
    /// Whether it is approved just as it stands.
    pub fn is_approved(&self) -> bool {
        self.stage == Stage::Approved && !self.changed
    }
}

/// The covering mail greets one person and is no part of what is approved.
const ROWS: &str = "
    SELECT r.id, r.number, r.headline, r.dated_on, r.updated_at, r.kind, r.stage, r.holder, r.approved_version_id,
           COALESCE(a.kind = r.kind AND a.headline = r.headline AND a.place = r.place AND a.dated_on = r.dated_on
                    AND a.lead = r.lead AND a.body_html = r.body_html AND a.boilerplate = r.boilerplate
                    AND a.press_contact = r.press_contact AND a.language = r.language
                    AND NOT EXISTS (SELECT 1
                                    FROM release_files f
                                    WHERE f.release_id = r.id AND f.deleted_at IS NULL
                                      AND NOT EXISTS (SELECT 1
                                                      FROM release_version_files k
                                                      WHERE k.release_version_id = a.id AND k.sha256 = f.sha256
                                                        AND k.file_name = f.file_name AND k.cid = f.cid))
                    AND NOT EXISTS (SELECT 1
                                    FROM release_version_files k
                                    WHERE k.release_version_id = a.id
                                      AND NOT EXISTS (SELECT 1
                                                      FROM release_files f
                                                      WHERE f.release_id = r.id AND f.deleted_at IS NULL AND f.sha256 = k.sha256
                                                        AND f.file_name = k.file_name AND f.cid = k.cid))
                    AND NOT EXISTS (SELECT 1
                                    FROM release_translations t
                                    WHERE t.release_id = r.id AND t.deleted_at IS NULL
                                      AND NOT EXISTS (SELECT 1
                                                      FROM release_version_translations k
                                                      WHERE k.release_version_id = a.id AND k.language = t.language
                                                        AND k.headline = t.headline AND k.lead = t.lead AND k.body_html = t.body_html
                                                        AND k.boilerplate = t.boilerplate AND k.press_contact = t.press_contact))
                    AND NOT EXISTS (SELECT 1
                                    FROM release_version_translations k
                                    WHERE k.release_version_id = a.id
                                      AND NOT EXISTS (SELECT 1
                                                      FROM release_translations t
                                                      WHERE t.release_id = r.id AND t.deleted_at IS NULL)), 0) AS as_approved,
           COALESCE((SELECT t.language FROM release_translations t WHERE t.release_id = r.id AND t.deleted_at IS NULL), '') AS translated,
           COALESCE((SELECT t.headline FROM release_translations t WHERE t.release_id = r.id AND t.deleted_at IS NULL), '') AS other_headline,
           r.withdrawn_at, r.archived_at, r.original_id, r.notice,
           (SELECT MAX(c.id)
            FROM releases c
            WHERE c.original_id = r.id AND c.notice = 'correction' AND c.deleted_at IS NULL AND c.withdrawn_at = ''
              AND (c.stage = 'approved' OR EXISTS (SELECT 1 FROM distributions s WHERE s.release_id = c.id AND s.begun_at <> ''))) AS corrected_by,
           (SELECT COUNT(*) FROM distributions s WHERE s.release_id = r.id AND s.begun_at <> ''
              AND (s.state <> 'cancelled' OR EXISTS (SELECT 1 FROM deliveries d WHERE d.distribution_id = s.id AND d.state IN ('accepted', 'bounced', 'refused', 'unsure', 'done_by_hand')))) AS distributions,
           (SELECT COUNT(*) FROM distributions s WHERE s.release_id = r.id AND s.state IN ('running', 'paused') AND s.begun_at <> '') AS under_way,
           (SELECT COUNT(*) FROM distributions s WHERE s.release_id = r.id AND s.state IN ('running', 'paused') AND s.begun_at = '') AS scheduled,
           COALESCE((SELECT MAX(s.created_at) FROM distributions s WHERE s.release_id = r.id AND s.begun_at <> ''
              AND (s.state <> 'cancelled' OR EXISTS (SELECT 1 FROM deliveries d WHERE d.distribution_id = s.id AND d.state IN ('accepted', 'bounced', 'refused', 'unsure', 'done_by_hand')))), '') AS sent_at,
           COALESCE(t.recipients, 0) AS recipients, COALESCE(t.reached, 0) AS reached, COALESCE(t.waiting, 0) AS waiting,
           COALESCE(t.failed, 0) AS failed, COALESCE(t.unsure, 0) AS unsure,
           (SELECT COUNT(*) FROM responses p WHERE p.release_id = r.id AND p.deleted_at IS NULL) AS responses
    FROM releases r
    LEFT JOIN release_versions a ON a.id = r.approved_version_id
    LEFT JOIN (SELECT s.release_id,
                      SUM(CASE WHEN s.parent_id = 0 THEN 1 ELSE 0 END) AS recipients,
                      SUM(CASE WHEN s.purpose <> 'follow_up' AND d.state IN ('accepted', 'done_by_hand') THEN 1 ELSE 0 END) AS reached,
                      SUM(CASE WHEN d.state IN ('queued', 'sending', 'deferred', 'by_hand') THEN 1 ELSE 0 END) AS waiting,
                      SUM(CASE WHEN d.state IN ('refused', 'bounced') THEN 1 ELSE 0 END) AS failed,
                      SUM(CASE WHEN d.state = 'unsure' THEN 1 ELSE 0 END) AS unsure
               FROM distributions s
               JOIN deliveries d ON d.distribution_id = s.id
               GROUP BY s.release_id) t ON t.release_id = r.id
    WHERE r.deleted_at IS NULL";

fn row_of(row: &crate::db::Row) -> rusqlite::Result<ReleaseRow> {
    let (stage, as_approved): (Stage, bool) = (row.get("stage")?, row.get("as_approved")?);
    let (withdrawn_at, archived_at): (String, String) =
        (row.get("withdrawn_at")?, row.get("archived_at")?);
    let corrected_by: Option<i64> = row.get("corrected_by")?;
    let facts = Facts {
        stage,
        as_approved,
        withdrawn: !withdrawn_at.is_empty(),
        archived: !archived_at.is_empty(),
        corrected: corrected_by.is_some(),
        distributions: row.get("distributions")?,
        scheduled: row.get("scheduled")?,
        under_way: row.get("under_way")?,
    };
    let approved_version_id: Option<i64> = row.get("approved_version_id")?;
    Ok(ReleaseRow {
        id: row.get("id")?,
        number: row.get("number")?,
        headline: row.get("headline")?,
        dated_on: row.get("dated_on")?,
        updated_at: row.get("updated_at")?,
        kind: row.get("kind")?,
        state: facts.state(),
        stage,
        holder: row.get("holder")?,
        approved_version_id,
        changed: approved_version_id.is_some() && !as_approved,
        withdrawn_at,
        archived_at,
        original_id: row.get("original_id")?,
        notice: row.get("notice")?,
        corrected_by,
        sent_at: row.get("sent_at")?,
        translated: row.get("translated")?,
        other_headline: row.get("other_headline")?,
        counts: ReleaseCounts {
            recipients: row.get("recipients")?,
            reached: row.get("reached")?,
            waiting: row.get("waiting")?,
            failed: row.get("failed")?,
            unsure: row.get("unsure")?,
            responses: row.get("responses")?,
        },
    })
}

/// One release as lists show it.
pub(crate) fn row(db: &Reader, id: i64) -> Result<ReleaseRow> {
    db.row(&format!("{ROWS} AND r.id = :id"), named_params! {":id": id}, row_of)?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

/// All releases, the last changed first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: ReleaseFilter) -> Result<Vec<ReleaseRow>> {
    let mut rows =
        db.rows(&format!("{ROWS} ORDER BY r.updated_at DESC, r.id DESC"), &[], row_of)?;
    if let Some(text) = filter.text {
        let words: Vec<String> =
            crate::format::fold::fold(&text).split_whitespace().map(str::to_owned).collect();
        rows.retain(|row| {
            let said = [&row.headline, &row.other_headline, &row.number].map(String::as_str);
            let all = crate::format::fold::fold(&said.join(" "));
            words.iter().all(|word| all.contains(word.as_str()))
        });
    }
    if let Some(state) = filter.state {
        rows.retain(|row| row.state == state);
    }
    if let Some(kind) = filter.kind {
        rows.retain(|row| row.kind == kind);
    }
    Ok(rows)
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ReleaseDetail> {
    let release: Release = db.get(id)?;
    let row = row(db, id)?;
    let distributions = db.rows(
        "SELECT id FROM distributions WHERE release_id = :release ORDER BY id DESC",
        named_params! {":release": id},
        |row| row.get(0),
    )?;
    let embargo_until = embargo_until(db, ctx, &release)?.map(clock::to_text).unwrap_or_default();
    let translation = translation::translation_of(db, id)?;
    let gaps = translation
        .as_ref()
        .map(|text| translation::gaps(&release, &text.clone().of(&release)))
        .unwrap_or_default();
    let files = files_of(db, id)?;
    Ok(ReleaseDetail { release, row, translation, gaps, files, distributions, embargo_until })
}

/// The end of a release's embargo while it lasts: its own, or the one under which it was
/// distributed, whichever ends later.
pub fn embargo_until(db: &Reader, ctx: &Ctx, release: &Release) -> Result<Option<DateTime<Utc>>> {
    let distributed: Option<String> = db
        .row(
            "SELECT MAX(embargo_at) FROM distributions
             WHERE release_id = :release AND embargo_at <> '' AND state <> 'cancelled'",
            named_params! {":release": release.id},
            |row| row.get::<_, Option<String>>(0),
        )?
        .flatten();
    let ends =
        [clock::from_text(&release.embargo_at), distributed.and_then(|at| clock::from_text(&at))];
    Ok(ends.into_iter().flatten().filter(|at| *at > ctx.now).max())
}

/// A new release as the office begins it: with its boilerplate, press contact and a covering
/// mail in its language.
fn blank(db: &Reader, language: &str) -> Result<Release> {
    let office = office::find(db)?.unwrap_or_default();
    Ok(Release {
        language: language.to_owned(),
        place: office.city,
        boilerplate: office.boilerplate,
        press_contact: office.press_contact,
        covering_subject: letter::words(language, "release-covering-subject", &[]),
        covering_text: letter::words(language, "release-covering-text", &[]),
        ..Release::default()
    })
}

/// Creates or changes one; screens call it as one writes.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<ReleaseDetail> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => {
            let chosen =
                patch.set.get("language").and_then(serde_json::Value::as_str).map(str::to_owned);
            let language = chosen.map_or_else(|| settings::value(db, "language", "id"), Ok)?;
            blank(db, &language)?
        }
    };
    patch.check_version(&stored)?;
    db.edit::<Release>(&patch)?;
    let mut release = patch.apply(&stored)?;
    if release.number != stored.number {
        numbers::check_own(db, &release.number, Paper::Release(release.id()))?;
    }
    store(db, &mut release)?;
    show(db, ctx, release.id)
}

fn store(db: &Writer, release: &mut Release) -> Result<()> {
    translation::known(&release.language)?;
    if release.id() != 0
        && let Some(other) = translation::translation_of(db, release.id)?
        && other.language == release.language
    {
        return Err(
            Error::invalid("language", "release-language-taken").arg("language", &release.language)
        );
    }
    if !release.dated_on.is_empty()
        && chrono::NaiveDate::parse_from_str(&release.dated_on, "%Y-%m-%d").is_err()
    {
        return Err(Error::invalid("dated_on", "error-wrong-value").arg("field", "dated_on"));
    }
    if !release.embargo_at.is_empty() && crate::clock::from_text(&release.embargo_at).is_none() {
        return Err(Error::invalid("embargo_at", "error-wrong-value").arg("field", "embargo_at"));
    }
    release.body_html = markdown::clean_html(&release.body_html);
    for line in [
        &mut release.headline,
        &mut release.number,
        &mut release.place,
        &mut release.covering_subject,
    ] {
        if line.contains(['\n', '\r']) {
            *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    if release.id() == 0 {
        db.insert(release)?;
    } else {
        db.update(release)?;
    }
    Ok(())
}

/// Puts a release into the bin; one that is being sent must be cancelled first.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    let under_way = db.number(
        "SELECT COUNT(*) FROM distributions WHERE release_id = :release AND state IN ('running', 'paused')",
        named_params! {":release": id},
    )?;
    if under_way > 0 {
        return Err(Error::new(Code::Conflict, "release-is-being-sent"));
    }
    if row(db, id).is_ok_and(|row| row.sent_at.is_empty()) {
        number::void(db, id)?;
    }
    db.delete::<Release>(id)
}

/// Makes a release from a text file or a Word file, or reads one into a release that there is.
pub fn import_text(db: &Writer, ctx: &Ctx, mut import: ImportText) -> Result<ReleaseDetail> {
    if let Some(into) = import.into.take() {
        return import_into(db, ctx, import, into);
    }
    if import.upload.is_some() || import.path.is_some() {
        return word::import(db, ctx, import);
    }
    if import.text.trim().is_empty() {
        return Err(Error::invalid("text", "release-file-empty").arg("file", &import.file_name));
    }
    let draft = markdown::read_release(&import.text)?;
    let field = |name: &str| {
        draft.fields.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    };
    let language = match field("language") {
        Some(named) if named.to_lowercase().starts_with("en") => "en".to_owned(),
        Some(named)
            if named.to_lowercase().starts_with("id") || named.to_lowercase().starts_with("in") =>
        {
            "id".to_owned()
        }
        _ => settings::value(db, "language", "id")?,
    };
    let mut release = blank(db, &language)?;
    release.headline = draft.headline;
    release.lead = draft.lead_text;
    release.body_html = draft.body_html;
    let texts: [(&mut String, &[&str]); 7] = [
        (&mut release.number, &["number"]),
        (&mut release.place, &["place"]),
        (&mut release.boilerplate, &["boilerplate"]),
        (&mut release.press_contact, &["press_contact"]),
        (&mut release.covering_text, &["covering"]),
        (&mut release.covering_subject, &["subject"]),
        (&mut release.dated_on, &["date"]),
    ];
    for (target, names) in texts {
        if let Some(value) = names.iter().find_map(|name| field(name)) {
            value.clone_into(target);
        }
    }
    release.dated_on = letter::day_of(&release.dated_on).unwrap_or_default();
    store(db, &mut release)?;
    attach_all(db, ctx, release.id, import.attach)?;
    show(db, ctx, release.id)
}

/// Reads a file into a release, as its own text or as the version in the other language. What the
/// file leaves out stays as it was.
fn import_into(
    db: &Writer,
    ctx: &Ctx,
    import: ImportText,
    into: IntoRelease,
) -> Result<ReleaseDetail> {
    let release: Release = db.get(into.release_id)?;
    lifecycle::open(db, release.id)?;
    let language = into.language.unwrap_or_else(|| release.language.clone());
    translation::known(&language)?;
    let is_word = import.upload.is_some() || import.path.is_some();
    let (attachments, file_name) = (import.attach.clone(), import.file_name.clone());
    let set = if is_word {
        word::fields(db, ctx, &release, import)?
    } else {
        let draft = markdown::read_release(&import.text)?;
        let mut set = Map::new();
        for name in ["boilerplate", "press_contact"] {
            if let Some(value) = draft.fields.get(name) {
                set.insert(name.to_owned(), Json::from(value.trim()));
            }
        }
        set.insert("headline".to_owned(), Json::from(draft.headline));
        set.insert("lead".to_owned(), Json::from(draft.lead_text));
        set.insert("body_html".to_owned(), Json::from(draft.body_html));
        set
    };
    let is_empty = |value: &Json| value.as_str().is_none_or(|text| text.trim().is_empty());
    if set.values().all(is_empty) {
        return Err(Error::invalid("text", "release-file-empty").arg("file", &file_name));
    }
    let patch = |id| Patch { id: Some(id), set: set.clone(), ..Patch::default() };
    if language == release.language {
        save(db, ctx, patch(release.id))?;
    } else if let Some(text) = translation::translation_of(db, release.id)? {
        translation::save(db, ctx, patch(text.id))?;
    } else {
        translation::begin(db, ctx, BeginTranslation { release_id: release.id, set })?;
    }
    attach_all(db, ctx, release.id, attachments)?;
    show(db, ctx, release.id)
}

fn attach_all(db: &Writer, ctx: &Ctx, release_id: i64, paths: Vec<PathBuf>) -> Result<()> {
    for path in paths {
        let file_name =
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let new = NewFile { release_id, file_name, upload: None, path: Some(path), inline: false };
        attach(db, ctx, new)?;
    }
    Ok(())
}
