//! What every message of a distribution shares, loaded once: texts, encoded files, sender.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::FixedOffset;
use rusqlite::named_params;

use crate::account::Account;
use crate::clock;
use crate::db::Reader;
use crate::distribution;
use crate::error::{Code, Error, Result};
use crate::format::ics::{self, Party};
use crate::mail::compose::{
    CalendarPart, FilePart, Inline, Outgoing, Prepared, Stencil, merge, plus_address,
    thread_headers,
};
use crate::mail::dkim::Signer;
use crate::office;
use crate::release::letter::{Template, Values};
use crate::release::mail_form::{ANSWER_ADDRESS, ANSWER_TOKEN, MailForm};
use crate::workspace::Workspace;

/// A distribution, ready to be written to anybody.
pub struct Mailing {
    /// The usual text.
    own: Written,
    /// The others, by language (empty = the usual one's) and form.
    others: BTreeMap<(String, MailForm), Written>,
    list_unsubscribe: bool,
    from_name: String,
    from_address: String,
    plus_address: bool,
    zone: chrono_tz::Tz,
    signer: Option<Arc<Signer>>,
    /// The event that the recipients' calendars are told of, without organizer and attendee; none =
    /// it is about no event.
    calendar: Option<Calendar>,
    /// Where files are kept.
    folder: PathBuf,
    /// The files of single recipients, by the token of their delivery.
    own_files: BTreeMap<String, Vec<MailFile>>,
}

/// A calendar object that goes to everybody, to each with themselves in it.
struct Calendar {
    text: String,
    /// As its METHOD says.
    method: String,
}

impl Calendar {
    fn of(text: String) -> Option<Self> {
        let method = text.lines().find_map(|line| line.strip_prefix("METHOD:"))?;
        Some(Self { method: method.trim().to_owned(), text })
    }
}

/// One of the texts of a mailing, with the files that go along in it.
struct Written {
    subject: String,
    text: Stencil,
    html: Stencil,
    /// Files are encoded once, whoever gets them in whichever language.
    prepared: Arc<Prepared>,
    language: String,
}

impl Written {
    fn of(template: Template, prepared: Arc<Prepared>, language: String) -> Self {
        Self {
            text: Stencil::new(&template.text, false),
            html: Stencil::new(&template.html, true),
            subject: template.subject,
            prepared,
            language,
        }
    }
}

/// One recipient of a mailing.
#[derive(Debug, Clone, Default)]
pub struct Addressee<'a> {
    /// Mail address.
    pub address: &'a str,
    /// `<…@…>`, fixed when it was queued.
    pub message_id: &'a str,
    /// Tells which delivery an answer belongs to.
    pub token: &'a str,
    /// The merge values.
    pub values: Values,
    /// Which form of the mail; none = the usual one.
    pub form: Option<MailForm>,
    /// The language of the text; empty = the usual one.
    pub language: &'a str,
    /// Message-IDs of what they got before about the same, the oldest first, with spaces between.
    pub answers: &'a str,
    /// The files that only they get.
    pub files: &'a [OwnFile],
}

/// A file that goes to one recipient alone.
#[derive(Debug)]
pub struct OwnFile {
    /// The name that they see.
    pub file_name: String,
    /// For example `application/pdf`.
    pub mime: String,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// A file that goes along.
#[derive(Debug, Clone)]
pub struct MailFile {
    /// The name that the recipient sees.
    pub file_name: String,
    /// For example `application/pdf`.
    pub mime: String,
    /// Its name under `files/`.
    pub sha256: String,
    /// As an image of the body; empty = attachment.
    pub cid: String,
}

impl Mailing {
    /// Loads a queued distribution.
    pub fn load(
        workspace: &Workspace,
        distribution_id: i64,
        account: Option<&Account>,
    ) -> Result<Self> {
        let (template, language, list_unsubscribe, calendar, files, forms, own_files) = workspace.db.read(|db| {
            let found = db
                .row(
                    "SELECT subject, release_html, release_text, language, list_unsubscribe, calendar FROM distributions WHERE id = :id",
                    named_params! {":id": distribution_id},
                    |row| {
                        let template = Template { subject: row.get(0)?, html: row.get(1)?, text: row.get(2)? };
                        Ok((template, row.get::<_, String>(3)?, row.get::<_, bool>(4)?, row.get::<_, String>(5)?))
                    },
                )?
                .ok_or_else(|| Error::new(Code::NotFound, "distribution-unknown").arg("id", distribution_id))?;
            let files = db.rows(
                "SELECT file_name, mime, sha256, cid FROM distribution_files WHERE distribution_id = :id ORDER BY id",
                named_params! {":id": distribution_id},
                |row| Ok(MailFile { file_name: row.get(0)?, mime: row.get(1)?, sha256: row.get(2)?, cid: row.get(3)? }),
            )?;
            let forms: Vec<(String, String, Template)> = db.rows(
                "SELECT language, form, subject, html, text FROM distribution_texts WHERE distribution_id = :id ORDER BY id",
                named_params! {":id": distribution_id},
                |row| {
                    let template = Template { subject: row.get(2)?, html: row.get(3)?, text: row.get(4)? };
                    Ok((row.get(0)?, row.get(1)?, template))
                },
            )?;
            let own_files: Vec<(String, MailFile)> = db.rows(
                "SELECT d.token, f.file_name, f.mime, f.sha256
                 FROM delivery_files f
                 JOIN deliveries d ON d.id = f.delivery_id
                 WHERE d.distribution_id = :id AND d.channel = 'mail'
                 ORDER BY f.id",
                named_params! {":id": distribution_id},
                |row| {
                    let file = MailFile { file_name: row.get(1)?, mime: row.get(2)?, sha256: row.get(3)?, cid: String::new() };
                    Ok((row.get(0)?, file))
                },
            )?;
            Ok((found.0, found.1, found.2, found.3, files, forms, own_files))
        })?;
        let own_html = template.html.clone();
        let mut mailing =
            Self::of(workspace, template, language, list_unsubscribe, &files, account)?;
        mailing.calendar = Calendar::of(calendar);
        for (token, file) in own_files {
            mailing.own_files.entry(token).or_default().push(file);
        }
        let usual = (
            names(&mailing_files(&files, &own_html, MailForm::Full)),
            mailing.own.prepared.clone(),
        );
        let mut known = BTreeMap::from([usual]);
        for (language, form, template) in forms {
            let form = MailForm::named(&form).unwrap_or(MailForm::Full);
            let sent = mailing_files(&files, &template.html, form);
            let prepared = match known.get(&names(&sent)) {
                Some(prepared) => prepared.clone(),
                None => {
                    let prepared = Arc::new(prepared(workspace, &sent)?);
                    known.insert(names(&sent), prepared.clone());
                    prepared
                }
            };
            let spoken =
                if language.is_empty() { mailing.own.language.clone() } else { language.clone() };
            let written = Written::of(template, prepared, spoken);
            mailing.others.insert((language, form), written);
        }
        Ok(mailing)
    }

    /// A mailing of these texts and files.
    pub fn of(
        workspace: &Workspace,
        template: Template,
        language: String,
        list_unsubscribe: bool,
        files: &[MailFile],
        account: Option<&Account>,
    ) -> Result<Self> {
        let sent = mailing_files(files, &template.html, MailForm::Full);
        let prepared = Arc::new(prepared(workspace, &sent)?);
        let office = workspace.db.read(|db: &Reader| Ok(office::find(db)?.unwrap_or_default()))?;
        let (from_name, from_address) = distribution::sender(account, &office);
        Ok(Self {
            own: Written::of(template, prepared, language),
            others: BTreeMap::new(),
            list_unsubscribe,
            from_name,
            from_address,
            plus_address: account.is_some_and(|account| account.plus_address != 0),
            zone: workspace.zone()?,
            signer: account.map(Account::signer).transpose()?.flatten(),
            calendar: None,
            folder: workspace.files(),
            own_files: BTreeMap::new(),
        })
    }

    /// The files that go with one delivery alone.
    pub fn enclosed(&self, token: &str) -> Result<Vec<OwnFile>> {
        let files = self.own_files.get(token).map(Vec::as_slice).unwrap_or_default();
        files.iter().map(|file| own_file(&self.folder, file)).collect()
    }

    /// The return path of a message: with the token where the account's server understands that.
    pub fn return_path(&self, token: &str) -> String {
        self.with_token(token).unwrap_or_else(|| self.from_address.clone())
    }

    fn with_token(&self, token: &str) -> Option<String> {
        if self.plus_address && !token.is_empty() {
            plus_address(&self.from_address, token)
        } else {
            None
        }
    }

    /// The calendar object for one person. Its organizer is the plain address of the account: a
    /// calendar takes changes from nobody but the organizer that it knows, so it must be the same in
    /// every message to everybody; who answers is told by the UID and the attendee.
    fn addressed(&self, calendar: &Calendar, to: &Addressee, to_name: &str) -> String {
        let organizer = Party { name: self.from_name.clone(), address: self.from_address.clone() };
        let attendee = Party { name: to_name.to_owned(), address: to.address.to_owned() };
        ics::addressed(&calendar.text, &organizer, &attendee)
    }

    /// The bytes of one person's message.
    pub fn build(&self, to: &Addressee) -> Result<Vec<u8>> {
        let value = |name: &str| match name {
            ANSWER_ADDRESS => {
                Some(self.with_token(to.token).unwrap_or_else(|| self.from_address.clone()))
            }
            ANSWER_TOKEN => Some(to.token.to_owned()),
            _ => to.values.get(name).cloned(),
        };
        let form = to.form.unwrap_or(MailForm::Full);
        let written = self.others.get(&(to.language.to_owned(), form)).unwrap_or(&self.own);
        let (subject, _) = merge(&written.subject, &value, false);
        let reply_to = self.with_token(to.token);
        // Whoever reads it needs no more than the token; the subject word is for people's eyes.
        let list_unsubscribe = self.list_unsubscribe.then(|| {
            format!(
                "<mailto:{}?subject=unsubscribe%20{}>",
                reply_to.as_ref().unwrap_or(&self.from_address),
                to.token
            )
        });
        let now = clock::now().with_timezone(&self.zone);
        let date = now.with_timezone::<FixedOffset>(&chrono::Offset::fix(now.offset()));
        let to_name = to.values.get("full_name").map_or("", String::as_str);
        let calendar = self
            .calendar
            .as_ref()
            .map(|calendar| (self.addressed(calendar, to, to_name), calendar));
        let own_files: Vec<FilePart> = to.files.iter().map(OwnFile::part).collect();
        let message = Outgoing {
            from_name: &self.from_name,
            from_address: &self.from_address,
            to_name,
            to_address: to.address,
            reply_to: reply_to.as_deref(),
            subject: &subject,
            text: "",
            html: "",
            message_id: to.message_id,
            date,
            list_unsubscribe: list_unsubscribe.as_deref(),
            one_click: false,
            language: &written.language,
            files: &own_files,
            calendar: calendar.as_ref().map(|(text, calendar)| CalendarPart {
                text,
                method: &calendar.method,
                file_name: calendar_name(&written.language),
            }),
        };
        let mut bytes =
            written.prepared.build_merged(&message, &written.text, &written.html, &value)?;
        if !to.answers.is_empty() {
            let thread: Vec<&str> = to.answers.split(' ').collect();
            bytes.splice(..0, thread_headers(&thread).into_bytes());
        }
        match &self.signer {
            Some(signer) => signer.sign(&bytes, now.timestamp()),
            None => Ok(bytes),
        }
    }
}

/// The name of a calendar object as a file.
fn calendar_name(language: &str) -> &'static str {
    if language == "en" { "invitation.ics" } else { "undangan.ics" }
}

/// The files that go along in a mail with this HTML, in this form.
fn mailing_files<'f>(files: &'f [MailFile], html: &str, form: MailForm) -> Vec<&'f MailFile> {
    let is_sent = |file: &&MailFile| match form {
        MailForm::Light => false,
        _ if !file.cid.is_empty() => html.contains(&format!("cid:{}", file.cid)),
        form => form == MailForm::Full,
    };
    files.iter().filter(is_sent).collect()
}

/// What tells one set of files from another.
fn names(files: &[&MailFile]) -> Vec<(String, String, String)> {
    let name = |file: &&MailFile| (file.sha256.clone(), file.file_name.clone(), file.cid.clone());
    files.iter().map(name).collect()
}

fn bytes_of(folder: &Path, file: &MailFile) -> Result<Vec<u8>> {
    fs::read(folder.join(&file.sha256)).map_err(|cause| {
        Error::new(Code::Internal, "distribution-file-lost")
            .arg("file", &file.file_name)
            .because(cause)
    })
}

/// A file for one recipient, read from the folder of kept files.
pub fn own_file(folder: &Path, file: &MailFile) -> Result<OwnFile> {
    Ok(OwnFile {
        file_name: file.file_name.clone(),
        mime: file.mime.clone(),
        bytes: bytes_of(folder, file)?,
    })
}

impl OwnFile {
    fn part(&self) -> FilePart<'_> {
        FilePart { file_name: &self.file_name, mime: &self.mime, bytes: &self.bytes }
    }
}

/// Files as they go into a mail, encoded once.
fn prepared(workspace: &Workspace, files: &[&MailFile]) -> Result<Prepared> {
    let mut loaded = Vec::new();
    for file in files {
        loaded.push((file, bytes_of(&workspace.files(), file)?));
    }
    let inline: Vec<Inline> = loaded
        .iter()
        .filter(|(file, _)| !file.cid.is_empty())
        .map(|(file, bytes)| Inline { cid: &file.cid, mime: &file.mime, bytes })
        .collect();
    let attachments: Vec<FilePart> = loaded
        .iter()
        .filter(|(file, _)| file.cid.is_empty())
        .map(|(file, bytes)| FilePart { file_name: &file.file_name, mime: &file.mime, bytes })
        .collect();
    Prepared::new(&inline, &attachments)
}
