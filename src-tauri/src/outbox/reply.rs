//! Sends one reply, once: it is written and marked before it leaves, and a mark that outlived its
//! sender is a question to a person, never a second mail.

use std::fs;
use std::path::Path;

use rand::Rng;
use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use crate::account::Account;
use crate::db::{Ctx, Durability, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::interaction::Interaction;
use crate::job::Job;
use crate::mail::compose::{self, FilePart, Outgoing, Prepared, thread_headers};
use crate::mail::smtp::{Class, Envelope, SmtpSession};
use crate::mail::understand;
use crate::response::reply::{self, Reply, ReplyFile, ReplyShown};
use crate::response::{Handled, Response, detail, set_handled};
use crate::{clock, office, settings, text};

/// Characters of the text below that are quoted.
const MOST_QUOTED: usize = 20_000;
/// Characters of a text that a history line shows.
const SUMMARY: usize = 160;

/// A reply to be sent.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReplyOrder {
    /// The response that the draft answers.
    pub response_id: i64,
    /// Whether its conversation is done with it.
    pub done: bool,
}

/// All that one reply is made of.
struct Ready {
    reply: Reply,
    account: Option<Account>,
    bytes: Vec<u8>,
}

/// What is written beside the history once a mail has left, in the same transaction.
pub(super) type After<'a> = dyn Fn(&Writer, &Ctx) -> Result<()> + 'a;

/// Sends the draft that answers a response.
pub fn send_reply(job: &Job, order: ReplyOrder) -> Result<ReplyShown> {
    let (shown, response) = job.workspace.db.read(|db| {
        let response: Response = db.get(order.response_id)?;
        Ok((reply::draft(db, &job.ctx, order.response_id)?, response))
    })?;
    send_draft(job, shown, &response, &|db, ctx| {
        if order.done {
            set_handled(db, ctx, Handled { response_id: order.response_id, handled: true })?;
        }
        Ok(())
    })
}

/// Sends a draft; `response` is what it answers, or an empty one.
pub(super) fn send_draft(
    job: &Job,
    shown: ReplyShown,
    response: &Response,
    after: &After,
) -> Result<ReplyShown> {
    let workspace = job.workspace;
    job.progress("reply-sending", 0, 1);
    let ready = prepare(job, shown, response)?;
    // A server that cannot be reached is told before anything is marked.
    let mut session = match &ready.account {
        Some(account) => match SmtpSession::connect(&account.smtp_login()?) {
            Ok(session) => Some(session),
            Err(outcome) => {
                put_state(job, ready.reply.id, ["draft", "draft"], &outcome.to_string())?;
                return Err(refused(&outcome));
            }
        },
        None => None,
    };
    let reply = claim(job, ready.reply.clone())?;
    let outcome = match (&mut session, &ready.account) {
        (Some(session), Some(account)) => {
            let envelope =
                Envelope { from: &account.from_address, to: &reply.to_address, envelope_id: None };
            match session.begin(&envelope, &ready.bytes) {
                Ok(begun) => session.finish(begun),
                Err(outcome) => outcome,
            }
        }
        _ => {
            let name = reply.message_id.split('@').next().unwrap_or_default();
            if let Err(error) = super::write_to_folder(workspace, name, &ready.bytes) {
                put_state(job, reply.id, ["sending", "draft"], &error.to_string())?;
                return Err(error);
            }
            return finish(job, after, &reply, response, "");
        }
    };
    if let Some(session) = session {
        session.quit();
    }
    match outcome.class {
        Class::Accepted => finish(job, after, &reply, response, &outcome.to_string()),
        Class::Ambiguous => {
            put_state(job, reply.id, ["sending", "unsure"], &outcome.to_string())?;
            Err(Error::new(Code::Invalid, "reply-unsure").arg("words", &outcome).because(&outcome))
        }
        _ => {
            put_state(job, reply.id, ["sending", "draft"], &outcome.to_string())?;
            Err(refused(&outcome))
        }
    }
}

fn refused(outcome: &crate::mail::smtp::Outcome) -> Error {
    Error::new(Code::Invalid, "reply-refused").arg("words", outcome).because(outcome)
}

/// Reads all that the reply needs and builds its bytes.
fn prepare(job: &Job, shown: ReplyShown, response: &Response) -> Result<Ready> {
    let workspace = job.workspace;
    let files = workspace.folder().join("files");
    let (account, incoming, language, office) = workspace.db.read(|db| {
        let account = reply::account_for(db, response)?;
        let raw = detail::kept_mail(db, &files, response)?;
        let day = clock::from_text(&response.received_at).map(|at| at.date_naive());
        let incoming = raw
            .and_then(|raw| understand::understand(&raw, day.unwrap_or_default()).ok())
            .map(|(incoming, _)| incoming);
        Ok((
            account,
            incoming,
            settings::value(db, "language", "id")?,
            office::find(db)?.unwrap_or_default(),
        ))
    })?;
    let mut reply = shown.reply;
    if reply.id == 0 || reply.body.trim().is_empty() {
        return Err(Error::invalid("body", "reply-empty"));
    }
    // A field of a snippet that nobody has filled.
    if let Some((_, rest)) = reply.body.split_once("{{") {
        let field =
            rest.split("}}").next().unwrap_or_default().chars().take(40).collect::<String>();
        return Err(Error::invalid("body", "reply-field-left").arg("field", field));
    }
    if !compose::is_address(&reply.to_address) {
        return Err(Error::invalid("to_address", "reply-nobody"));
    }
    reply.account_id = account.as_ref().map_or(0, |account| account.id);
    let domain =
        account.as_ref().map_or_else(|| "warta.invalid".to_owned(), Account::sender_domain);
    reply.message_id = format!("reply.{:016x}@{domain}", rand::rng().random::<u64>());
    let now = clock::now().with_timezone(&workspace.zone()?);
    let quoted = if reply.quote != 0 {
        let said = incoming.as_ref().map_or(response.new_text.as_str(), |mail| mail.text.as_str());
        let written = clock::from_text(&response.received_at)
            .map(|at| at.with_timezone(&now.timezone()).format("%d-%m-%Y %H:%M").to_string());
        let who: &str = if response.from_name.is_empty() {
            &response.from_address
        } else {
            &response.from_name
        };
        let line = text::sentence(
            &language,
            "reply-quote",
            &[("when", written.as_deref().unwrap_or_default()), ("who", who)],
        );
        Some((line, said.trim().chars().take(MOST_QUOTED).collect::<String>()))
    } else {
        None
    };
    let from_name =
        account.as_ref().map(|account| account.from_name.trim()).filter(|name| !name.is_empty());
    let parts = read_files(&files, &shown.files)?;
    let attachments: Vec<FilePart> = shown
        .files
        .iter()
        .zip(&parts)
        .map(|(file, bytes)| FilePart { file_name: &file.file_name, mime: &file.mime, bytes })
        .collect();
    let built = Prepared::new(&[], &attachments)?.build(&Outgoing {
        from_name: from_name.unwrap_or(office.name.trim()),
        from_address: account.as_ref().map_or("humas@warta.invalid", |a| &a.from_address),
        to_name: &reply.to_name,
        to_address: &reply.to_address,
        reply_to: None,
        subject: &reply.subject,
        text: &plain(&reply.body, quoted.as_ref()),
        html: &html(&reply.body, quoted.as_ref()),
        message_id: &format!("<{}>", reply.message_id),
        date: now.with_timezone(&chrono::Offset::fix(now.offset())),
        list_unsubscribe: None,
        one_click: false,
        language: &language,
        files: &[],
        calendar: None,
    })?;
    let mut thread = incoming.map(|mail| mail.references).unwrap_or_default();
    thread.push(response.message_id.clone());
    let mut bytes = thread_headers(&thread).into_bytes();
    bytes.extend_from_slice(&built);
    let bytes = match account.as_ref().map(Account::signer).transpose()?.flatten() {
        Some(signer) => signer.sign(&bytes, now.timestamp())?,
        None => bytes,
    };
    Ok(Ready { reply, account, bytes })
}

fn read_files(folder: &Path, files: &[ReplyFile]) -> Result<Vec<Vec<u8>>> {
    files
        .iter()
        .map(|file| {
            fs::read(folder.join(&file.sha256)).map_err(|cause| {
                Error::new(Code::Invalid, "release-file-unreadable")
                    .arg("file", &file.file_name)
                    .because(cause)
            })
        })
        .collect()
}

fn plain(body: &str, quoted: Option<&(String, String)>) -> String {
    let mut text = body.trim_end().to_owned();
    if let Some((line, said)) = quoted.filter(|(_, said)| !said.is_empty()) {
        text.push_str("\n\n");
        text.push_str(line);
        for said in said.lines() {
            text.push_str(if said.starts_with('>') { "\n>" } else { "\n> " });
            text.push_str(said);
        }
        text.push('\n');
    }
    text
}

fn html(body: &str, quoted: Option<&(String, String)>) -> String {
    let safe = |text: &str| text.lines().map(html_line).collect::<Vec<_>>().join("<br>\n");
    let mut html = format!("<p>{}</p>", safe(body.trim_end()));
    if let Some((line, said)) = quoted.filter(|(_, said)| !said.is_empty()) {
        html.push_str(&format!(
            "\n<p>{}</p>\n<blockquote style=\"margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc\">{}</blockquote>",
            safe(line),
            safe(said)
        ));
    }
    html
}

fn html_line(line: &str) -> String {
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Marks the draft as leaving, so that no other process and no later start sends it too.
fn claim(job: &Job, reply: Reply) -> Result<Reply> {
    let now = clock::to_text(clock::now());
    let sent_by = job.ctx.actor.clone();
    let claimed = job.workspace.db.write_unlogged(Durability::Full, &["replies"], |db| {
        db.execute(
            "UPDATE replies
             SET state = 'sending', words = '', message_id = :message, tried_at = :now, account_id = :account,
                 sent_by = :by, version = version + 1, updated_at = :now
             WHERE id = :id AND state = 'draft' AND version = :version AND deleted_at IS NULL",
            named_params! {":message": reply.message_id, ":now": now, ":account": reply.account_id,
                ":by": sent_by, ":id": reply.id, ":version": reply.version},
        )
    })?;
    if claimed == 0 {
        return Err(Error::new(Code::Conflict, "reply-not-draft"));
    }
    Ok(Reply { state: "sending".to_owned(), tried_at: now, sent_by, ..reply })
}

/// Moves it from one state to another; what another process has claimed meanwhile is left alone.
fn put_state(job: &Job, id: i64, [from, to]: [&str; 2], words: &str) -> Result<()> {
    job.workspace.db.write_unlogged(Durability::Full, &["replies"], |db| {
        db.execute(
            "UPDATE replies SET state = :to, words = :words, version = version + 1 WHERE id = :id AND state = :from",
            named_params! {":to": to, ":words": words, ":id": id, ":from": from},
        )
    })?;
    Ok(())
}

/// It has left: the history knows, and the conversation is done if that was wanted.
fn finish(
    job: &Job,
    after: &After,
    reply: &Reply,
    response: &Response,
    words: &str,
) -> Result<ReplyShown> {
    put_state(job, reply.id, ["sending", "sent"], words)?;
    let db = &job.workspace.db;
    let ctx = Ctx { now: clock::now(), ..job.ctx.clone() };
    db.write(&ctx, "reply_send", false, |db| {
        let contact_id = match response.contact_id {
            Some(id) => Some(id),
            None => whose(db, &reply.to_address)?,
        };
        if let Some(contact_id) = contact_id {
            db.insert(&mut Interaction {
                contact_id,
                kind: "mail".to_owned(),
                direction: "out".to_owned(),
                at: reply.tried_at.clone(),
                summary: first_line(&reply.body),
                body: reply.body.clone(),
                actor: reply.sent_by.clone(),
                release_id: response.release_id,
                mail_id: reply.message_id.clone(),
                ..Interaction::default()
            })?;
        }
        after(db, &ctx)
    })?;
    db.read(|db: &Reader| {
        let reply: Reply = db.get(reply.id)?;
        let files = reply::files_of(db, reply.id)?;
        let from_address =
            db.find::<Account>(reply.account_id)?.map(|a| a.from_address).unwrap_or_default();
        Ok(ReplyShown { reply, files, from_address })
    })
}

/// The one contact with this address.
fn whose(db: &Reader, address: &str) -> Result<Option<i64>> {
    let people: Vec<i64> = db.rows(
        "SELECT DISTINCT c.id
         FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :address AND r.kind = 'email' AND r.deleted_at IS NULL
         LIMIT 2",
        named_params! {":address": address},
        |row| row.get(0),
    )?;
    Ok(if people.len() == 1 { people.first().copied() } else { None })
}

fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}
