//! The one writer of the reading loop: matches each message, keeps it, and does what it brings
//! about, in transactions short enough that sending and editing go on.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use rusqlite::named_params;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::fetch::{INBOX, Place, Role};
use super::pipeline::{Mail, Read};
use super::reading::Reading;
use super::{ReadReport, line, sent};
use crate::db::search::{self, MERGE_AT, MERGE_LATE};
use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::mail::forward::Forwarded;
use crate::mail::imap::Cursor;
use crate::mail::presets;
use crate::mail::understand::{Incoming, Kind};
use crate::response::matching::{self, Clues};
use crate::response::raw_mail::RawMail;
use crate::response::{Response, SEARCH, effects, sender_rule, work};
use crate::{account, clock, event_reply};

/// A transaction ends when it has taken so long; the commit itself comes on top.
const CHUNK: Duration = Duration::from_millis(50);
/// A sender's clock may be ahead by this much before its date is not believed.
pub(super) const AHEAD: chrono::Duration = chrono::Duration::days(1);
/// So many messages at once are the beginning of a great many.
const MANY: usize = 500;
/// Identifiers of one message that are looked up.
const MOST_IDS: usize = 60;

/// Keeps messages, and counts what came of them.
pub struct Store<'r, 'w> {
    reading: &'r Reading<'w>,
    account_id: i64,
    place: Place,
    /// The office's own addresses, lower case.
    own: Vec<String>,
    /// How the search index puts its pieces together, once this reading has set it.
    merges_late: Option<bool>,
    /// What came of the reading so far.
    pub report: ReadReport,
}

/// What became of one message.
pub(super) enum Kept {
    /// It came in.
    Response {
        /// As it is stored.
        response: Box<Response>,
        /// Whether it was not there before.
        new: bool,
    },
    /// The office wrote it.
    Ours {
        /// Whether a line in the contact history was added.
        new: bool,
        /// Whether it settled an unsure delivery.
        settled: bool,
    },
    /// It is nothing to keep.
    Nothing,
}

impl<'r, 'w> Store<'r, 'w> {
    /// A store for one reading; at first for mail from disk.
    pub fn new(reading: &'r Reading<'w>) -> Result<Self> {
        let accounts = reading.workspace.db.read(account::all)?;
        Ok(Self {
            reading,
            account_id: 0,
            place: Place { folder: INBOX.to_owned(), role: Role::Incoming },
            own: accounts.into_iter().map(|one| one.from_address.to_lowercase()).collect(),
            merges_late: None,
            report: ReadReport::default(),
        })
    }

    /// What comes next is out of this folder of this account's mailbox.
    pub fn enter(&mut self, account_id: i64, place: Place) {
        self.account_id = account_id;
        self.place = place;
    }

    /// Keeps a batch; tells whoever listens of each message once it is committed.
    pub fn take(
        &mut self,
        batch: Vec<Read>,
        on_line: &mut Option<&mut dyn FnMut(Json)>,
    ) -> Result<ControlFlow<()>> {
        let merges_late = self.merges_late == Some(true) || batch.len() >= MANY;
        let mut waiting = VecDeque::from(batch);
        while !waiting.is_empty() {
            self.reading.check()?;
            for (read, kept) in self.chunk(&mut waiting, merges_late)? {
                self.report.read += 1;
                if let Some(on_line) = on_line {
                    let told = match &kept {
                        Kept::Response { response, .. } => matched(response),
                        _ => Json::Null,
                    };
                    on_line(line(&read, told));
                }
                match read.outcome {
                    Ok(_) => self.count(&kept),
                    Err(error) => {
                        self.report.read -= 1;
                        self.report.fail(read.file, error);
                    }
                }
            }
            self.reading.progress(self.report.read);
        }
        Ok(ControlFlow::Continue(()))
    }

    fn count(&mut self, kept: &Kept) {
        let report = &mut self.report;
        match kept {
            Kept::Nothing => {}
            Kept::Ours { new, settled } => {
                report.ours += i64::from(*new);
                report.settled += i64::from(*settled);
            }
            Kept::Response { new: false, .. } => report.known += 1,
            Kept::Response { response, .. } => {
                report.added += 1;
                if response.matched_by.is_empty() {
                    report.unmatched += 1;
                } else {
                    report.matched += 1;
                }
                *report.by_kind.entry(response.kind.clone()).or_default() += 1;
            }
        }
    }

    /// One transaction: as many messages as fit into its time.
    fn chunk(
        &mut self,
        waiting: &mut VecDeque<Read>,
        merges_late: bool,
    ) -> Result<Vec<(Read, Kept)>> {
        let mut action = self.report.action;
        let merging = (self.merges_late != Some(merges_late)).then_some(merges_late);
        let ctx = &self.reading.ctx;
        let work = |db: &Writer| {
            let began = Instant::now();
            if let Some(late) = merging {
                search::merge_at(db, &SEARCH, if late { MERGE_LATE } else { MERGE_AT })?;
            }
            let mut done = Vec::new();
            let mut cursor = None;
            while let Some(read) = waiting.pop_front() {
                let kept = match &read.outcome {
                    Ok(mail) if is_own_check(db, ctx, mail)? => Kept::Nothing,
                    Ok(mail) => self.keep(db, &read, mail, &mut action)?,
                    Err(_) => Kept::Nothing,
                };
                cursor = read.cursor.or(cursor);
                done.push((read, kept));
                if began.elapsed() >= CHUNK {
                    break;
                }
            }
            if let Some(cursor) = cursor {
                put_cursor(db, self.account_id, &self.place.folder, cursor, &ctx.now_text())?;
            }
            Ok(done)
        };
        let db = &self.reading.workspace.db;
        let done = if self.report.action == 0 {
            db.write(ctx, "inbox_read", true, work)?
        } else {
            db.write_chunk(ctx, self.report.action, work)?
        };
        self.report.action = action;
        self.merges_late = Some(merges_late);
        Ok(done)
    }

    /// Ends the reading: the index puts its pieces together as soon as ever again. One that was
    /// killed before leaves that to the next.
    pub fn rest(&mut self) -> Result<()> {
        if self.merges_late.replace(false) != Some(true) {
            return Ok(());
        }
        let ctx = &self.reading.ctx;
        self.reading
            .workspace
            .db
            .write(ctx, "inbox_read", false, |db| search::merge_at(db, &SEARCH, MERGE_AT))
    }

    fn keep(&self, db: &Writer, read: &Read, mail: &Mail, action: &mut i64) -> Result<Kept> {
        let identity =
            mail.incoming.message_id.as_deref().filter(|id| !id.is_empty()).unwrap_or(&mail.sha256);
        if self.is_ours(mail) {
            return sent::keep(db, read, mail, identity, || batch_of(db, action));
        }
        let only_matched = self.place.role == Role::Unwanted;
        let ctx = &self.reading.ctx;
        if let Some(forwarded) = mail.forwarded.as_deref().filter(|_| self.is_of_the_office(mail)) {
            let inner = unpacked(mail, forwarded);
            return keep(db, ctx, self.account_id, read, &inner, only_matched, action);
        }
        keep(db, ctx, self.account_id, read, mail, only_matched, action)
    }

    /// Whether somebody of the office sent it: one of its addresses, or one at a domain of its own.
    /// What journalists pass on stays theirs.
    fn is_of_the_office(&self, mail: &Mail) -> bool {
        let from = &mail.incoming.from_address;
        let Some((_, domain)) = from.split_once('@') else { return false };
        self.own.contains(from)
            || self.own.iter().any(|own| {
                own.split_once('@').is_some_and(|(_, theirs)| theirs == domain)
                    && !presets::is_public(domain)
            })
    }

    /// Whether the office wrote it. What it sends to itself is there to be filed: that comes in
    /// like any other mail.
    fn is_ours(&self, mail: &Mail) -> bool {
        let own = |address: &String| self.own.contains(address);
        self.place.role == Role::Sent
            || (own(&mail.incoming.from_address)
                && !mail.incoming.to.is_empty()
                && !mail.incoming.to.iter().any(own)
                && mail.understanding.kind != Kind::Bounce)
    }
}

/// What a reading adds is taken back as a whole, without an image of each row: such rows carry
/// the negative number of their action, so that they never meet those of an import.
fn batch_of(db: &Writer, action: &mut i64) -> Result<i64> {
    let batch = -db.action_id()?;
    if *action == 0 {
        *action = -batch;
        db.log_import("responses", batch, "")?;
        db.log_import("interactions", batch, "")?;
    }
    Ok(batch)
}

/// The mail that was passed on, in the place of the one that passes it on; the bytes stay those that
/// came in.
fn unpacked(mail: &Mail, inner: &Forwarded) -> Mail {
    let mut incoming = inner.incoming.clone();
    // An answer to the forward would be lost on the first author; to theirs it is threaded.
    let own_id = incoming.message_id.take();
    incoming.message_id = own_id.or_else(|| mail.incoming.message_id.clone());
    Mail {
        incoming,
        understanding: inner.understanding.clone(),
        tokens: Vec::new(),
        sha256: mail.sha256.clone(),
        raw: mail.raw.clone(),
        forwarded: Some(Box::new(Forwarded { incoming: mail.incoming.clone(), ..inner.clone() })),
        broken: mail.broken,
    }
}

fn matched(response: &Response) -> Json {
    if response.matched_by.is_empty() {
        return Json::Null;
    }
    json!({
        "by": response.matched_by,
        "delivery_id": (response.delivery_id != 0).then_some(response.delivery_id),
        "contact_id": response.contact_id,
    })
}

/// The stored word of a choice of the mail room.
fn word(choice: impl Serialize) -> String {
    serde_json::to_value(choice)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// A test mail of ours tells what servers think of us; it is no answer to anything.
fn is_own_check(db: &Writer, ctx: &Ctx, mail: &Mail) -> Result<bool> {
    let Some(message_id) = mail.incoming.message_id.as_deref().filter(|id| id.contains("check."))
    else {
        return Ok(false);
    };
    let raw = mail.raw.clone().and_then(RawMail::unpack);
    account::take_check_mail(db, message_id, raw.as_deref(), false, &ctx.now_text())
}

fn keep(
    db: &Writer,
    ctx: &Ctx,
    account_id: i64,
    read: &Read,
    mail: &Mail,
    only_matched: bool,
    action: &mut i64,
) -> Result<Kept> {
    let identity =
        mail.incoming.message_id.as_deref().filter(|id| !id.is_empty()).unwrap_or(&mail.sha256);
    // Nearly every mail is new: the number alone is asked for.
    let known: Option<i64> = db.row(
        "SELECT id FROM responses WHERE identity = :identity AND deleted_at IS NULL",
        named_params! {":identity": identity},
        |row| row.get(0),
    )?;
    if let Some(id) = known {
        let response: Response = db.get(id)?;
        if response.raw_sha256 == mail.sha256
            && let Some(raw) = &mail.raw
        {
            raw.keep(db, id)?;
        }
        return Ok(Kept::Response { response: Box::new(response), new: false });
    }
    let clues = clues_of(read, mail);
    let found = matching::find(db, ctx.now, &clues)?;
    if only_matched && found.is_none() {
        return Ok(Kept::Nothing);
    }
    let mut response = response_of(ctx, account_id, read, mail, identity);
    sender_rule::apply(db, &mut response)?;
    let delivery = found.as_ref().and_then(|found| found.delivery.clone());
    if let Some(found) = found {
        response.matched_by = found.by.to_owned();
        response.contact_id = found.contact_id;
    }
    if let Some(delivery) = &delivery {
        response.delivery_id = delivery.id;
        response.release_id = delivery.release_id;
        let failed = mail
            .understanding
            .recipients
            .iter()
            .find(|failed| failed.address == delivery.address_key);
        if let Some(failed) = failed {
            take_failure(&mut response, failed);
        }
    }
    work::place(db, &mut response, &clues.answers)?;
    event_reply::read_words(db, &mut response)?;
    response.handled = response.settles_itself();
    let batch = batch_of(db, action)?;
    db.set_import(batch);
    db.insert(&mut response)?;
    if let Some(raw) = &mail.raw {
        raw.keep(db, response.id)?;
    }
    db.find_by(&SEARCH, response.id, response.search_text().into());
    effects::write_history(db, &response)?;
    db.set_import(0);
    effects::settle(db, &response, delivery.as_ref())?;
    event_reply::take(db, &response)?;
    work::bring_back(db, &response)?;
    Ok(Kept::Response { response: Box::new(response), new: true })
}

fn take_failure(response: &mut Response, failed: &crate::mail::understand::FailedRecipient) {
    response.failed_address = failed.address.clone();
    response.status_code = failed.status.clone().unwrap_or_default();
    response.diagnostic = failed.diagnostic.clone().unwrap_or_default();
    response.reply_code =
        failed.code.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default();
}

/// A share as whole percent.
fn percent(share: f32) -> i64 {
    // Between 0 and 100, so nothing is cut off.
    (f64::from(share.clamp(0.0, 1.0)) * 100.0).round() as i64
}

fn response_of(ctx: &Ctx, account_id: i64, read: &Read, mail: &Mail, identity: &str) -> Response {
    let (incoming, about) = (&mail.incoming, &mail.understanding);
    let written = incoming.date.filter(|date| *date <= ctx.now + AHEAD);
    let at = written.or(read.arrived).unwrap_or(ctx.now);
    let mut response = Response {
        account_id,
        kind: word(about.kind),
        permanent: about.permanent,
        reason: about.reason.map(word).unwrap_or_default(),
        why: about.why.clone(),
        read_as: word(about.kind),
        confidence: percent(about.confidence),
        proposes: about.proposes.map(word).unwrap_or_default(),
        links: about.links.join("\n"),
        broken: mail.broken,
        from_address: incoming.from_address.clone(),
        from_name: incoming.from_name.clone(),
        subject: incoming.subject.clone(),
        message_id: incoming.message_id.clone().unwrap_or_default(),
        identity: identity.to_owned(),
        received_at: clock::to_text(at),
        new_text: about.new_text.clone(),
        quoted_lines: i64::try_from(about.quoted_lines).unwrap_or(i64::MAX),
        attachments: i64::try_from(incoming.attachments.len()).unwrap_or(i64::MAX),
        raw_sha256: mail.sha256.clone(),
        ..Response::default()
    };
    // Only of a mail that was taken apart is the outer one another than the mail itself.
    if let Some(outer) = mail.forwarded.as_deref()
        && outer.understanding == *about
    {
        let by = &outer.incoming;
        response.forwarded_by =
            if by.from_name.is_empty() { by.from_address.clone() } else { by.from_name.clone() };
        response.forward_note.clone_from(&outer.note);
    }
    if let Some(failed) = about.recipients.first() {
        take_failure(&mut response, failed);
    }
    if let Some(auto) = &about.auto_reply {
        response.auto_kind = word(auto.kind);
        response.away_from = auto.away_from.map(|day| day.to_string()).unwrap_or_default();
        response.successor_same = auto.same_person;
        response.away_until = auto.away_until.map(|day| day.to_string()).unwrap_or_default();
        response.successor = auto.successor.clone().unwrap_or_default();
    }
    if let Some(rsvp) = &about.rsvp {
        response.rsvp_by = "calendar".to_owned();
        response.rsvp_uid = rsvp.uid.clone();
        response.rsvp_version = rsvp.sequence.map_or(0, |sequence| sequence + 1);
        response.rsvp_attendee = rsvp.attendee.clone();
        response.rsvp_partstat = rsvp.partstat.clone();
        let named =
            if rsvp.deputy_name.is_empty() { &rsvp.deputy_address } else { &rsvp.deputy_name };
        response.rsvp_deputy = named.clone();
        // Who answers in another's place answers for them.
        if !rsvp.deputy_for.is_empty() && rsvp.partstat == "accepted" {
            response.rsvp_attendee = rsvp.deputy_for.clone();
            response.rsvp_partstat = "delegated".to_owned();
            response.rsvp_deputy =
                if rsvp.name.is_empty() { rsvp.attendee.clone() } else { rsvp.name.clone() };
        }
        response.rsvp_comment = rsvp.comment.clone().unwrap_or_default();
        response.rsvp_proposed = rsvp.proposed_start.clone().unwrap_or_default();
    }
    response
}

fn clues_of(read: &Read, mail: &Mail) -> Clues {
    let (incoming, about) = (&mail.incoming, &mail.understanding);
    Clues {
        tokens: mail.tokens.clone(),
        envelope_id: incoming.envelope_id.clone(),
        answers: answered(incoming),
        returned: incoming.original_message_ids.iter().take(MOST_IDS).cloned().collect(),
        failed: about
            .recipients
            .iter()
            .map(|failed| failed.address.clone())
            .filter(|address| !address.is_empty())
            .collect(),
        from_address: incoming.from_address.clone(),
        from_name: incoming.from_name.clone(),
        at: incoming.date.or(read.arrived),
    }
}

/// The messages that it answers, each once: the last reference is the one answered, the first began
/// the talk.
fn answered(incoming: &Incoming) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    for id in incoming.in_reply_to.iter().chain(incoming.references.iter().rev()) {
        if answers.len() < MOST_IDS && !answers.contains(id) {
            answers.push(id.clone());
        }
    }
    answers
}

/// Notes how far a folder is read; never less far than another process has come.
pub fn put_cursor(
    db: &crate::db::Reader,
    account_id: i64,
    folder: &str,
    cursor: Cursor,
    now: &str,
) -> Result<()> {
    db.execute(
        "INSERT INTO mailbox_cursors (account_id, folder, uidvalidity, uidnext, read_at)
         VALUES (:account, :folder, :uidvalidity, :uidnext, :now)
         ON CONFLICT (account_id, folder) DO UPDATE
         SET uidvalidity = excluded.uidvalidity, read_at = excluded.read_at,
             uidnext = CASE WHEN mailbox_cursors.uidvalidity = excluded.uidvalidity
                                 AND mailbox_cursors.uidnext > excluded.uidnext
                            THEN mailbox_cursors.uidnext ELSE excluded.uidnext END",
        named_params! {":account": account_id, ":folder": folder, ":uidvalidity": cursor.uidvalidity, ":uidnext": cursor.uidnext, ":now": now},
    )?;
    Ok(())
}
