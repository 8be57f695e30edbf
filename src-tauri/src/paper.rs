//! A release as a file or a message outside Warta: on the letterhead as PDF, as Word file, plain
//! text, web page, mail; and as the text of a chat.

mod attendance;
mod badges;
mod bundle;
mod chat;
mod evaluation;
mod event_letters;
mod event_notes;
mod events;
mod fairness;
mod kit;
mod letters;
mod quality;
mod report;
mod share;
mod tables;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::sheet::{self, Initials, Letterhead, Picture, Sheet, Signatory};
use crate::format::{blocks, letterhead, word};
use crate::job::Job;
use crate::office::{self, Office};
use crate::outbox::mailing::{Addressee, MailFile, Mailing};
use crate::release::letter::{self, EmbargoNotice, Template, words};
use crate::release::{Release, ReleaseFile, TextAsk, files_of, in_language};
use crate::{account, choice, distribution, export, stored_file};

pub use attendance::{
    AttendanceForm, AttendanceOrder, attendance_form, export_attendance, save_attendance_form,
};
pub use badges::{BadgeOrder, badges_of, export_badges};
pub use bundle::{
    BundleLine, BundleMissing, BundleOrder, BundlePart, BundleWritten, check_bundle, export_bundle,
};
pub use evaluation::{EventReportOrder, export_event_report};
pub use event_letters::{EventLettersOrder, export_event_letters};
pub use event_notes::{NoteTable, export_notes};
pub use fairness::{FairnessOrder, export_fairness};
pub use quality::{QualityOrder, export_quality};
pub use report::{ReportOrder, write_report};
pub use share::{ShareOrder, Shared, export_share};
pub use tables::{CoverageTable, EnquiryTable, export_coverage, export_enquiries};

pub use chat::{ChatText, chat_text};
pub use events::{EventTextPaper, RundownPaper, export_event_text, export_rundown};
pub use kit::{KitAttach, KitOrder, attach_kit, export_kit};
pub use letters::{LetterPaper, export_letter};

choice! {
    /// How a release is written.
    PaperFormat {
        /// On the letterhead.
        Pdf = "pdf",
        /// For Word.
        Docx = "docx",
        /// Plain text, UTF-8.
        Txt = "txt",
        /// One page for the web, images inside.
        Html = "html",
        /// The mail as nobody in particular would get it.
        Eml = "eml",
        /// For a chat.
        Whatsapp = "whatsapp",
    }
}

/// Rows of the box for initials: drafter, two in between, and who decides.
const INITIALS: usize = 4;
/// A file's name stays readable and below the 255 bytes of most systems.
const LONGEST_NAME: usize = 90;

/// Which release to write, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PaperOrder {
    /// The release.
    pub release_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// None = by the file's ending.
    pub format: Option<PaperFormat>,
    /// With a box for initials, for approval on paper (PDF only).
    #[serde(default)]
    #[ts(optional = false)]
    pub initials: bool,
    /// The text in this language, `id` or `en`; none = the release's own.
    #[serde(default)]
    pub language: Option<String>,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperWritten {
    /// The file.
    pub file: PathBuf,
    /// Bytes.
    pub size: i64,
}

/// Writes a release, complete or not at all.
pub fn export(job: &Job, order: PaperOrder) -> Result<PaperWritten> {
    let format = format_of(&order)?;
    if order.initials && format != PaperFormat::Pdf {
        return Err(Error::invalid("initials", "paper-initials-only-pdf"));
    }
    job.progress("phase-exporting", 0, 0);
    let (release, office, files, embargo) = job.workspace.db.read(|db| {
        let release: Release = db.get(order.release_id)?;
        let release = in_language(db, release, order.language.as_deref())?;
        let files = files_of(db, release.id)?;
        let embargo = distribution::embargo_notice(db, &job.ctx, &release)?;
        Ok((release, office::find(db)?.unwrap_or_default(), files, embargo))
    })?;
    let embargo = embargo.as_ref();
    let bytes = match format {
        PaperFormat::Whatsapp => chat::of(&release, &office, embargo).text.into_bytes(),
        PaperFormat::Eml => mail(job, &release, &office, files, embargo)?,
        PaperFormat::Pdf | PaperFormat::Docx | PaperFormat::Txt | PaperFormat::Html => {
            let folder = job.workspace.folder();
            let sheet = sheet_of(folder, &release, &office, &files, order.initials);
            let sheet = under_embargo(sheet, embargo);
            match format {
                PaperFormat::Pdf => letterhead::pdf(&sheet)?,
                PaperFormat::Docx => word::write(&sheet)?,
                PaperFormat::Html => sheet.web_page().into_bytes(),
                _ => sheet.plain_text(&release.body_html).into_bytes(),
            }
        }
    };
    written(job, order.file, &name_of(&release), ending(format), &bytes)
}

/// Writes a file where it is wanted, or under a free name in the download folder.
fn written(
    job: &Job,
    file: Option<PathBuf>,
    name: &str,
    ending: &str,
    bytes: &[u8],
) -> Result<PaperWritten> {
    let file = file.unwrap_or_else(|| {
        free_name(&stored_file::download_folder(job.workspace.folder()), name, ending)
    });
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    export::whole(job, &file, |unfinished| Ok(std::fs::write(unfinished, bytes)?))?;
    Ok(PaperWritten { file, size })
}

fn ending(format: PaperFormat) -> &'static str {
    match format {
        PaperFormat::Whatsapp => "txt",
        other => other.as_str(),
    }
}

fn format_of(order: &PaperOrder) -> Result<PaperFormat> {
    format_said(order.format, order.file.as_deref())
}

fn format_said(format: Option<PaperFormat>, file: Option<&Path>) -> Result<PaperFormat> {
    if let Some(format) = format {
        return Ok(format);
    }
    let said = file
        .and_then(|file| file.extension())
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match said.as_str() {
        "pdf" => Ok(PaperFormat::Pdf),
        "docx" => Ok(PaperFormat::Docx),
        "txt" => Ok(PaperFormat::Txt),
        "html" | "htm" => Ok(PaperFormat::Html),
        "eml" => Ok(PaperFormat::Eml),
        _ => Err(Error::invalid("format", "paper-format").arg("value", said)),
    }
}

/// The release's number and headline as the name of a file on any system.
fn name_of(release: &Release) -> String {
    file_name(&format!("{} {}", release.number, release.headline))
        .unwrap_or_else(|| format!("release-{}", release.id))
}

/// What is said as the name of a file on any system; none where nothing is left.
fn file_name(said: &str) -> Option<String> {
    let plain: String = blocks::visible(said)
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\n' | '\t' => '-',
            letter => letter,
        })
        .collect();
    let mut name = String::new();
    for word in plain.split_whitespace() {
        if name.len() + word.len() > LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    let name = name.trim_matches(['.', ' ', '-']);
    (!name.is_empty()).then(|| name.to_owned())
}

fn free_name(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let names = (2..1000).map(|at| folder.join(format!("{name} ({at}).{ending}")));
    std::iter::once(folder.join(format!("{name}.{ending}")))
        .chain(names)
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(format!("{name}.{ending}")))
}

/// A release as it stands on paper; `folder` is the workspace's.
pub fn sheet_of(
    folder: &Path,
    release: &Release,
    office: &Office,
    files: &[ReleaseFile],
    initials: bool,
) -> Sheet {
    let language = release.language.as_str();
    let word = |key: &str| words(language, key, &[]);
    let number = match release.number.trim() {
        "" => String::new(),
        number => words(language, "release-paper-number", &[("number", number)]),
    };
    let body = blocks::of_html(&release.body_html);
    sheet::cleaned(Sheet {
        language: language.to_owned(),
        letterhead: head(folder, office),
        kicker: kicker(release),
        number,
        headline: release.headline.clone(),
        date_line: letter::date_line(release),
        lead: release.lead.clone(),
        pictures: pictures(folder, files, &release.body_html),
        body,
        boilerplate_heading: word("release-mail-boilerplate"),
        boilerplate: release.boilerplate.clone(),
        press_contact_heading: word("release-mail-press-contact"),
        press_contact: release.press_contact.clone(),
        signatory: signatory(release, office),
        initials: initials.then(|| Initials {
            title: word("release-paper-initials"),
            columns: [
                word("release-paper-initials-number"),
                word("release-paper-initials-name"),
                word("release-paper-initials-sign"),
                word("release-paper-initials-date"),
            ],
            rows: INITIALS,
        }),
        footer: if initials { word("release-paper-draft") } else { office.name.clone() },
        pages: words(language, "release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
        letter: None,
        roll: None,
    })
}

/// The office as its letterhead names it.
fn head(folder: &Path, office: &Office) -> Letterhead {
    let address = match (office.address.trim(), office.city.trim()) {
        // Many write the town into the address.
        (address, city) if city.is_empty() || address.contains(city) => address.to_owned(),
        ("", city) => city.to_owned(),
        (address, city) => format!("{address}, {city}"),
    };
    Letterhead {
        parent: office.parent.clone(),
        name: office.name.clone(),
        unit: office.unit.clone(),
        address,
        contact: office.contact_line.clone(),
        logo: picture(folder, &office.logo_sha256),
    }
}

/// The same sheet, its first line marked where the release is under embargo.
pub fn under_embargo(sheet: Sheet, embargo: Option<&EmbargoNotice>) -> Sheet {
    let Some(notice) = embargo else { return sheet };
    Sheet { kicker: format!("{} · {}", notice.short, sheet.kicker), ..sheet }
}

/// What the release is, in its own language.
fn kicker(release: &Release) -> String {
    words(&release.language, &format!("release-kind-{}", release.kind.as_str()), &[])
}

fn signatory(release: &Release, office: &Office) -> Signatory {
    if office.signatory_name.trim().is_empty() && office.signatory_position.trim().is_empty() {
        return Signatory::default();
    }
    let number = match office.signatory_number.trim() {
        "" => String::new(),
        number => words(&release.language, "release-paper-staff-number", &[("number", number)]),
    };
    Signatory {
        date_line: letter::date_line(release),
        position: office.signatory_position.clone(),
        name: office.signatory_name.clone(),
        rank: String::new(),
        number,
    }
}

fn picture(folder: &Path, sha256: &str) -> Option<Picture> {
    if sha256.is_empty() {
        return None;
    }
    Picture::of(std::fs::read(folder.join("files").join(sha256)).ok()?)
}

/// The images that the body shows, by what it calls them.
fn pictures(folder: &Path, files: &[ReleaseFile], html: &str) -> BTreeMap<String, Picture> {
    let names = |file: &ReleaseFile| {
        if file.cid.is_empty() { file.file_name.clone() } else { format!("cid:{}", file.cid) }
    };
    files
        .iter()
        .filter(|file| file.mime.starts_with("image/") && html.contains(&names(file)))
        .filter_map(|file| Some((names(file), picture(folder, &file.sha256)?)))
        .collect()
}

/// The mail as nobody in particular would get it, from the office to itself.
fn mail(
    job: &Job,
    release: &Release,
    office: &Office,
    files: Vec<ReleaseFile>,
    embargo: Option<&EmbargoNotice>,
) -> Result<Vec<u8>> {
    let mut account = job.workspace.db.read(|db| account::for_release(db, release.id, None))?;
    // A file that is kept is no mail on its way: nothing to sign.
    account.iter_mut().for_each(|account| account.dkim_on = 0);
    let template = Template::under_embargo(release, office, embargo);
    let files: Vec<MailFile> = files
        .into_iter()
        .map(|file| MailFile {
            file_name: file.file_name,
            mime: file.mime,
            sha256: file.sha256,
            cid: file.cid,
        })
        .collect();
    let language = release.language.clone();
    let mailing = Mailing::of(job.workspace, template, language, false, &files, account.as_ref())?;
    let (_, address) = distribution::sender(account.as_ref(), office);
    let message_id = format!("<copy.{:016x}@warta.invalid>", rand::random::<u64>());
    let mut values = letter::common_values(release, office);
    values.insert("full_name".to_owned(), String::new());
    mailing.build(&Addressee {
        address: &address,
        message_id: &message_id,
        token: "",
        values,
        form: None,
        language: "",
        answers: "",
        files: &[],
    })
}

/// What a screen shows before a release is written: see [`chat_text`].
pub(crate) fn release_and_office(
    db: &Reader,
    _ctx: &Ctx,
    ask: &TextAsk,
) -> Result<(Release, Office)> {
    let release = in_language(db, db.get(ask.release_id)?, ask.language.as_deref())?;
    Ok((release, office::find(db)?.unwrap_or_default()))
}
