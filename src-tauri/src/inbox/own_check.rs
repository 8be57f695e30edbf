//! A test mail to oneself: sent, looked for in the mailbox, and its headers kept for the verdict.

use std::time::{Duration, Instant};

use rand::Rng;

use crate::account::{self, Account, AccountCheck, CheckOrder};
use crate::clock;
use crate::db::Durability;
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::mail::compose::{self, Outgoing};
use crate::mail::imap;
use crate::mail::smtp::{Class, Envelope, SmtpSession};
use crate::{office, settings, text};

const PATIENCE: u32 = 90;
const MOST_PATIENCE: u32 = 600;
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Sends a test mail and waits until it has come back. One that takes longer is recognised when
/// the mailbox is read.
pub fn check_own(job: &Job, order: CheckOrder) -> Result<AccountCheck> {
    let db = &job.workspace.db;
    let (from, to) = db.read(|db| {
        let from: Account = db.get(order.account_id)?;
        let to = db.get::<Account>(order.to_account_id.unwrap_or(order.account_id))?;
        Ok((from, to))
    })?;
    if from.smtp_url.is_empty() {
        return Err(Error::invalid("account_id", "account-cannot-send").arg("name", from.name()));
    }
    if to.imap_url.is_empty() {
        return Err(
            Error::invalid("to_account_id", "account-check-no-mailbox").arg("name", to.name())
        );
    }
    let mailbox = to.imap_login()?;
    job.progress("account-check-sending", 0, 2);
    let (id, message_id) = send(job, &from, &to.from_address)?;
    job.progress("account-check-waiting", 1, 2);
    let patience = order.wait_seconds.unwrap_or(PATIENCE).min(MOST_PATIENCE);
    let until = Instant::now() + Duration::from_secs(u64::from(patience));
    loop {
        if let Some(arrived) = imap::find_arrived(&mailbox, &message_id)? {
            db.write_unlogged(Durability::Normal, &["account_checks"], |db| {
                let now = clock::to_text(clock::now());
                account::take_check_mail(
                    db,
                    &message_id,
                    Some(&arrived.head),
                    arrived.in_junk,
                    &now,
                )
            })?;
            break;
        }
        if Instant::now() >= until {
            break;
        }
        wait(job, LOOK_EVERY)?;
    }
    let check = db.read(|db| account::check_by_id(db, id))?;
    check.ok_or_else(|| Error::internal("the test mail is not there any more"))
}

fn wait(job: &Job, pause: Duration) -> Result<()> {
    let until = Instant::now() + pause;
    while Instant::now() < until {
        job.check_cancelled()?;
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Sends it as a release would be sent: from the same address, with the same signature.
fn send(job: &Job, from: &Account, to: &str) -> Result<(i64, String)> {
    let workspace = job.workspace;
    let login = from.smtp_login()?;
    let signer = from.signer()?;
    let (language, office) = workspace.db.read(|db| {
        Ok((settings::value(db, "language", "id")?, office::find(db)?.unwrap_or_default()))
    })?;
    let number = format!("{:016x}", rand::rng().random::<u64>());
    let message_id = format!("<check.{number}@{}>", from.sender_domain());
    let words = |key: &str| text::sentence(&language, key, &[("office", office.name.trim())]);
    let body = words("account-check-mail-text");
    let now = clock::now().with_timezone(&workspace.zone()?);
    let message = Outgoing {
        from_name: if from.from_name.trim().is_empty() {
            office.name.trim()
        } else {
            &from.from_name
        },
        from_address: &from.from_address,
        to_name: "",
        to_address: to,
        reply_to: None,
        subject: &words("account-check-mail-subject"),
        text: &body,
        html: &format!("<p>{}</p>", ammonia::clean_text(&body)),
        message_id: &message_id,
        date: now.with_timezone(&chrono::Offset::fix(now.offset())),
        list_unsubscribe: None,
        one_click: false,
        language: &language,
        files: &[],
        calendar: None,
    };
    let bytes = compose::build(&message)?;
    let bytes = match signer {
        Some(signer) => signer.sign(&bytes, now.timestamp())?,
        None => bytes,
    };
    // Known before it leaves: a mailbox may be read at any time.
    let id = workspace.db.write_unlogged(Durability::Normal, &["account_checks"], |db| {
        account::begin_check(db, from, &message_id, to, &clock::to_text(clock::now()))
    })?;
    let mut session = SmtpSession::connect(&login)?;
    let envelope = Envelope { from: &from.from_address, to, envelope_id: None };
    let ready = session.begin(&envelope, &bytes)?;
    let outcome = session.finish(ready);
    session.quit();
    match outcome.class {
        Class::Accepted => Ok((id, message_id)),
        _ => Err(Error::new(Code::Invalid, "release-test-refused")
            .arg("words", &outcome)
            .because(&outcome)),
    }
}
