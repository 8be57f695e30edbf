//! Replies to what came back: a draft that is kept while it is written, its files, and what is known
//! of its leaving. `outbox::send_reply` sends it.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Response;
use crate::account::{self, Account};
use crate::clock;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record;
use crate::stored_file::{self, Given};

/// Characters of a reply's own text.
const LONGEST: usize = 200_000;
/// A server that has not answered for so long will not: longer than all its timeouts together.
const GONE_AFTER: chrono::Duration = chrono::Duration::minutes(15);

record! {
    /// A reply to a response.
    Reply in "replies" {
        /// What it answers.
        response_id: i64,
        /// The first response of the conversation.
        thread_id: i64,
        /// The account that it leaves through; 0 = the folder outbox.
        account_id: i64,
        /// To whom, lower case.
        to_address: String,
        /// Their name, or empty.
        to_name: String,
        /// Subject.
        subject: String,
        /// What is written anew, plain text.
        body: String,
        /// 1 = the text that it answers stands below.
        quote: i64,
        /// `draft`, `sending`, `sent` or `unsure`.
        state: String,
        /// The server's words of the last try, or empty.
        words: String,
        /// Message-ID without angle brackets; empty before the first try.
        message_id: String,
        /// When it was last tried, UTC; empty = never.
        tried_at: String,
        /// Who sent it.
        sent_by: String,
        /// The enquiry that it is about, where it answers no response; else 0.
        enquiry_id: i64,
        /// Then `unit` or `answer`; else empty.
        purpose: String,
    }
}

/// A mail about an enquiry, to be sent at once.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// The enquiry.
    pub enquiry_id: i64,
    /// `unit` or `answer`.
    pub purpose: String,
    /// To whom, lower case.
    pub to_address: String,
    /// Their name, or empty.
    pub to_name: String,
    /// Subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Keeps a mail about an enquiry as the draft that is sent next. A mail that could not leave before is
/// written over.
pub fn put_letter(db: &Writer, letter: Letter) -> Result<ReplyShown> {
    let before = db.all::<Reply>(
        "response_id = 0 AND enquiry_id = :enquiry AND purpose = :purpose AND state = 'draft'",
        named_params! {":enquiry": letter.enquiry_id, ":purpose": letter.purpose},
    )?;
    let mut reply = Reply {
        to_address: letter.to_address,
        to_name: letter.to_name,
        subject: letter.subject,
        body: letter.body,
        enquiry_id: letter.enquiry_id,
        purpose: letter.purpose,
        state: "draft".to_owned(),
        words: String::new(),
        quote: 0,
        account_id: account::for_sending(db)?.map_or(0, |account| account.id),
        ..before.into_iter().next().unwrap_or_default()
    };
    if reply.id == 0 {
        db.insert(&mut reply)?;
    } else {
        db.update(&mut reply)?;
    }
    shown(db, reply)
}

/// Puts a text into the reply that answers a response. A draft with other words is somebody's work.
pub fn put_answer(db: &Writer, response_id: i64, body: &str) -> Result<ReplyShown> {
    let mut reply = begun(db, response_id)?;
    if !reply.body.trim().is_empty() && reply.body.trim() != body.trim() {
        return Err(Error::new(Code::Conflict, "reply-other-draft"));
    }
    if reply.body != body {
        body.clone_into(&mut reply.body);
        db.update(&mut reply)?;
    }
    shown(db, reply)
}

record! {
    /// A file of a reply.
    ReplyFile in "reply_files" {
        /// The reply.
        reply_id: i64,
        /// The name that the recipient sees.
        file_name: String,
        /// By the ending of the name.
        mime: String,
        /// Bytes.
        size: i64,
        /// The file's name under `files/`.
        sha256: String,
    }
}

/// A reply as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReplyShown {
    /// The reply; its id is 0 while nothing is written yet.
    pub reply: Reply,
    /// Its files.
    pub files: Vec<ReplyFile>,
    /// The address that it leaves from; empty = it is written into the folder outbox.
    pub from_address: String,
}

/// A file for a reply: an upload of the window or a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct NewReplyFile {
    /// The response that the reply answers.
    pub response_id: i64,
    /// The name to show; empty = the path's own.
    pub file_name: String,
    /// The upload's id.
    #[ts(optional)]
    pub upload: Option<String>,
    /// A file on this machine.
    #[ts(optional)]
    pub path: Option<PathBuf>,
}

/// What is done about a reply of which nobody knows whether it left.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReplyVerdict {
    /// The reply.
    pub id: i64,
    /// Whether it arrived; if not, it is a draft again.
    pub arrived: bool,
}

/// The account that a reply leaves through: the one that received the mail, else the default one.
pub fn account_for(db: &Reader, response: &Response) -> Result<Option<Account>> {
    let own = account::all(db)?
        .into_iter()
        .find(|account| account.id == response.account_id && !account.smtp_url.is_empty());
    match own {
        Some(account) => Ok(Some(account)),
        None => account::for_sending(db),
    }
}

/// `Re:` before the subject, once.
fn answered(subject: &str) -> String {
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let begun = subject.split_once(':').is_some_and(|(mark, _)| {
        matches!(mark.trim().to_lowercase().as_str(), "re" | "balas" | "bls")
    });
    if begun { subject } else { format!("Re: {subject}") }
}

fn blank(db: &Reader, response: &Response) -> Result<Reply> {
    Ok(Reply {
        response_id: response.id,
        thread_id: response.root(),
        account_id: account_for(db, response)?.map_or(0, |account| account.id),
        to_address: response.from_address.clone(),
        to_name: response.from_name.clone(),
        subject: answered(&response.subject),
        quote: 1,
        state: "draft".to_owned(),
        ..Reply::default()
    })
}

fn draft_of(db: &Reader, response_id: i64) -> Result<Option<Reply>> {
    let found = db.all::<Reply>(
        "response_id = :response AND state = 'draft'",
        named_params! {":response": response_id},
    )?;
    Ok(found.into_iter().next())
}

/// The files of a reply.
pub fn files_of(db: &Reader, reply_id: i64) -> Result<Vec<ReplyFile>> {
    db.all("reply_id = :reply ORDER BY id", named_params! {":reply": reply_id})
}

fn shown(db: &Reader, reply: Reply) -> Result<ReplyShown> {
    let from_address = account::all(db)?
        .into_iter()
        .find(|account| account.id == reply.account_id)
        .map(|account| account.from_address)
        .unwrap_or_default();
    Ok(ReplyShown { files: files_of(db, reply.id)?, reply, from_address })
}

/// The draft that answers a response, or what one begins with.
pub fn draft(db: &Reader, _ctx: &Ctx, response_id: i64) -> Result<ReplyShown> {
    let response: Response = db.get(response_id)?;
    let reply = match draft_of(db, response_id)? {
        Some(reply) => reply,
        None => blank(db, &response)?,
    };
    shown(db, reply)
}

fn begun(db: &Writer, response_id: i64) -> Result<Reply> {
    if let Some(reply) = draft_of(db, response_id)? {
        return Ok(reply);
    }
    let response: Response = db.get(response_id)?;
    if response.from_address.is_empty() {
        return Err(Error::invalid("to_address", "reply-nobody"));
    }
    let mut reply = blank(db, &response)?;
    db.insert(&mut reply)?;
    Ok(reply)
}

/// Keeps what is written so far. `set` names `response_id` and, of `subject`, `body` and `quote`,
/// what changed.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<ReplyShown> {
    db.edit::<Reply>(&patch)?;
    let wrong = patch
        .set
        .keys()
        .find(|name| !matches!(name.as_str(), "response_id" | "subject" | "body" | "quote"));
    if let Some(name) = wrong {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let wanted: Reply = patch.apply(&Reply::default())?;
    let stored = begun(db, wanted.response_id)?;
    let mut reply: Reply = patch.apply(&stored)?;
    reply.subject = reply.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    if reply.body.chars().count() > LONGEST {
        return Err(Error::invalid("body", "reply-too-long").arg("most", LONGEST));
    }
    if reply != stored {
        db.update(&mut reply)?;
    }
    shown(db, reply)
}

/// Adds a file to the draft.
pub fn attach(db: &Writer, ctx: &Ctx, new: NewReplyFile) -> Result<ReplyShown> {
    let reply = begun(db, new.response_id)?;
    let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
    let kept = stored_file::keep(&ctx.folder, &given)?;
    db.insert(&mut ReplyFile {
        reply_id: reply.id,
        file_name: kept.file_name,
        mime: kept.mime.to_owned(),
        size: kept.size,
        sha256: kept.sha256,
        ..ReplyFile::default()
    })?;
    shown(db, reply)
}

/// Takes a file off a draft.
pub fn detach(db: &Writer, _ctx: &Ctx, file_id: i64) -> Result<ReplyShown> {
    let file: ReplyFile = db.get(file_id)?;
    let reply: Reply = db.get(file.reply_id)?;
    if reply.state != "draft" {
        return Err(Error::new(Code::Conflict, "reply-not-draft"));
    }
    db.delete::<ReplyFile>(file_id)?;
    shown(db, reply)
}

/// Throws a draft away; whether there was one.
pub fn discard(db: &Writer, _ctx: &Ctx, response_id: i64) -> Result<bool> {
    let Some(reply) = draft_of(db, response_id)? else { return Ok(false) };
    for file in files_of(db, reply.id)? {
        db.delete::<ReplyFile>(file.id)?;
    }
    db.delete::<Reply>(reply.id)
}

/// Says what became of a reply that may have left: only a person can know.
pub fn settle(db: &Writer, ctx: &Ctx, verdict: ReplyVerdict) -> Result<ReplyShown> {
    let mut reply: Reply = db.get(verdict.id)?;
    if !is_open_question(&reply, ctx) {
        return Err(Error::new(Code::Conflict, "reply-not-unsure"));
    }
    if verdict.arrived {
        reply.state = "sent".to_owned();
    } else {
        if draft_of(db, reply.response_id)?.is_some() {
            return Err(Error::new(Code::Conflict, "reply-other-draft"));
        }
        reply.state = "draft".to_owned();
        // It is another message from here on.
        reply.message_id.clear();
    }
    db.update(&mut reply)?;
    shown(db, reply)
}

/// Whether nobody knows if it left: the line broke, or Warta ended while it was leaving.
pub(super) fn is_open_question(reply: &Reply, ctx: &Ctx) -> bool {
    match reply.state.as_str() {
        "unsure" => true,
        "sending" => clock::from_text(&reply.tried_at).is_none_or(|at| ctx.now - at > GONE_AFTER),
        _ => false,
    }
}
