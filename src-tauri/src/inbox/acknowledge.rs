//! Opt-outs acknowledged by mail, where the office has chosen so: one short answer to whoever asked,
//! so that they know that it was heard. It goes out once; what may have left is never sent again.

use rand::Rng;
use rusqlite::named_params;

use crate::account::{self, Account};
use crate::db::{Ctx, Durability, Reader, Source};
use crate::error::Result;
use crate::interaction::Interaction;
use crate::mail::compose::{self, Outgoing, thread_headers};
use crate::mail::smtp::{Class, Envelope, SmtpSession};
use crate::response::Response;
use crate::workspace::Workspace;
use crate::{clock, office, outbox, settings, text};

/// The setting: `1` = acknowledge.
pub const KEY: &str = "acknowledge_opt_out";
/// An opt-out older than this was settled long ago, or comes out of an archive.
const DAYS: i64 = 3;
/// Answers of one reading; a flood of requests is not answered by a flood.
const MOST: i64 = 50;

/// Acknowledges what is new; how many answers left. A server that does not answer is told in the
/// log: the opt-out itself holds all the same.
pub fn opt_outs(workspace: &Workspace, ctx: &Ctx) -> Result<i64> {
    let waiting = workspace.db.read(|db| {
        if settings::value(db, KEY, "0")? == "1" { waiting(db, ctx) } else { Ok(Vec::new()) }
    })?;
    let mut sent = 0;
    for response in waiting {
        match acknowledge(workspace, ctx, &response) {
            Ok(left) => sent += i64::from(left),
            Err(error) => log::warn!("an opt-out could not be acknowledged: {error}"),
        }
    }
    Ok(sent)
}

/// Opt-outs of known people that nobody has answered, one for each address.
fn waiting(db: &Reader, ctx: &Ctx) -> Result<Vec<Response>> {
    let since = clock::to_text(ctx.now - chrono::Duration::days(DAYS));
    db.all::<Response>(
        "kind = 'opt_out' AND contact_id IS NOT NULL AND from_address <> '' AND received_at >= :since
           AND id IN (SELECT MIN(r.id) FROM responses r WHERE r.kind = 'opt_out' AND r.deleted_at IS NULL
                        AND r.received_at >= :since GROUP BY r.from_address)
           AND NOT EXISTS (SELECT 1 FROM acknowledgements a
                           WHERE a.response_id = responses.id OR a.address = responses.from_address AND a.at >= :since)
         ORDER BY id LIMIT :most",
        named_params! {":since": since, ":most": MOST},
    )
}

fn acknowledge(workspace: &Workspace, ctx: &Ctx, response: &Response) -> Result<bool> {
    let account = workspace.db.read(|db| {
        let all = account::all(db)?;
        let through = |account: &&Account| !account.smtp_url.is_empty();
        let own = all.iter().filter(through).find(|account| account.id == response.account_id);
        Ok(own.or_else(|| all.iter().find(through)).cloned())
    })?;
    let message_id = message_id(account.as_ref());
    let (subject, bytes) = message(workspace, account.as_ref(), response, &message_id)?;
    // Claimed before anything leaves: after a crash it is not sent a second time.
    let claimed = workspace.db.write_unlogged(Durability::Full, &[], |db| {
        db.execute(
            "INSERT OR IGNORE INTO acknowledgements (response_id, address, state, at)
             VALUES (:response, :address, 'claimed', :now)",
            named_params! {":response": response.id, ":address": response.from_address, ":now": ctx.now_text()},
        )
    })?;
    if claimed == 0 {
        return Ok(false);
    }
    let outcome = send(workspace, account.as_ref(), response, &message_id, &bytes);
    let state = if outcome.is_ok() { "sent" } else { "failed" };
    workspace.db.write_unlogged(Durability::Normal, &[], |db| {
        db.execute(
            "UPDATE acknowledgements SET state = :state WHERE response_id = :response",
            named_params! {":state": state, ":response": response.id},
        )
    })?;
    outcome?;
    let Some(contact_id) = response.contact_id else { return Ok(true) };
    let ctx = Ctx { source: Source::Mailbox, ..ctx.clone() };
    workspace.db.write(&ctx, "opt_out_acknowledged", false, |db| {
        db.insert(&mut Interaction {
            contact_id,
            kind: "mail".to_owned(),
            direction: "out".to_owned(),
            at: ctx.now_text(),
            summary: subject,
            ..Interaction::default()
        })
    })?;
    Ok(true)
}

fn message_id(account: Option<&Account>) -> String {
    let number = format!("{:016x}", rand::rng().random::<u64>());
    let domain = account.map_or_else(|| "warta.invalid".to_owned(), Account::sender_domain);
    format!("<ack.{number}@{domain}>")
}

/// Subject and bytes of the answer.
fn message(
    workspace: &Workspace,
    account: Option<&Account>,
    response: &Response,
    message_id: &str,
) -> Result<(String, Vec<u8>)> {
    let (language, office) = workspace.db.read(|db| {
        Ok((settings::value(db, "language", "id")?, office::find(db)?.unwrap_or_default()))
    })?;
    let words = |key: &str| text::sentence(&language, key, &[("office", office.name.trim())]);
    let (subject, body) = (words("opt-out-mail-subject"), words("opt-out-mail-text"));
    let from_name = account.map(|account| account.from_name.trim()).filter(|name| !name.is_empty());
    let now = clock::now().with_timezone(&workspace.zone()?);
    let built = compose::build(&Outgoing {
        from_name: from_name.unwrap_or(office.name.trim()),
        from_address: account.map_or("humas@warta.invalid", |account| &account.from_address),
        to_name: &response.from_name,
        to_address: &response.from_address,
        reply_to: None,
        subject: &subject,
        text: &body,
        html: &format!("<p>{}</p>", ammonia::clean_text(&body)),
        message_id,
        date: now.with_timezone(&chrono::Offset::fix(now.offset())),
        list_unsubscribe: None,
        one_click: false,
        language: &language,
        files: &[],
        calendar: None,
    })?;
    // RFC 3834: a machine's answer says so, and to what, so that no machine answers it.
    let mut bytes = b"Auto-Submitted: auto-replied\r\n".to_vec();
    bytes.extend(thread_headers(&[&response.message_id]).into_bytes());
    bytes.extend_from_slice(&built);
    let signed = match account.map(Account::signer).transpose()?.flatten() {
        Some(signer) => signer.sign(&bytes, now.timestamp())?,
        None => bytes,
    };
    Ok((subject, signed))
}

fn send(
    workspace: &Workspace,
    account: Option<&Account>,
    response: &Response,
    message_id: &str,
    bytes: &[u8],
) -> Result<()> {
    let Some(account) = account else {
        let name = message_id.trim_matches(['<', '>']).split('@').next().unwrap_or_default();
        return outbox::write_to_folder(workspace, name, bytes);
    };
    let mut session = SmtpSession::connect(&account.smtp_login()?)?;
    let envelope =
        Envelope { from: &account.from_address, to: &response.from_address, envelope_id: None };
    let ready = session.begin(&envelope, bytes)?;
    let outcome = session.finish(ready);
    session.quit();
    match outcome.class {
        Class::Accepted => Ok(()),
        _ => Err(outcome.into()),
    }
}
