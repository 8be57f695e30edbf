//! The one thread that writes for all connections. Claims, marks and outcomes that wait at the
//! same moment go into one transaction, so that their commits cost as one. A mark is answered when
//! it is on the disk; with several connections another thread waits for the disk, while the next
//! transaction is made.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, channel};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rusqlite::named_params;

use super::RunReport;
use super::ladder::{AFTER_POLICY, Runs, Stop, is_unknown_address, next_try};
use super::limits::Limits;
use super::marks::{self, Marked};
use crate::account::Account;
use crate::bus::Event;
use crate::db::{Durability, LogFile, PAGES_OF_LONG_WORK, Reader, ToSql};
use crate::distribution::event_mail::{GUEST_OBJECTION, objection};
use crate::distribution::{self, HistoryLine, LEFT_OUTLET};
use crate::error::{Error, Result};
use crate::mail::smtp::{Class, Outcome};
use crate::workspace::Workspace;
use crate::{clock, contact};

/// A delivery in the hands of this process, not yet past its mark.
#[derive(Debug)]
pub struct Claimed {
    /// The delivery.
    pub id: i64,
    /// Its distribution.
    pub distribution_id: i64,
    /// Whose; none = a newsroom's.
    pub contact_id: Option<i64>,
    /// The guest of the event that it is about; 0 = it is about none.
    pub guest_id: i64,
    /// Mail address.
    pub address: String,
    /// Lower-cased address.
    pub address_key: String,
    /// Domain of the address.
    pub domain: String,
    /// `<…@…>`.
    pub message_id: String,
    /// Tells which delivery an answer belongs to.
    pub token: String,
    /// The merge values as JSON.
    pub fields: String,
    /// Message-IDs of what they got before about the same, with spaces between.
    pub answers: String,
    /// Which form of the mail; empty = the usual one.
    pub form: String,
    pub language: String,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

/// What a connection does next.
#[derive(Debug)]
pub enum Next {
    /// Sends this one.
    Letter(Box<Claimed>),
    /// Waits: a limit holds.
    Wait(Duration),
    /// Ends: nothing is due.
    Nothing,
}

/// The committer's answer.
#[derive(Debug)]
pub struct Answer {
    /// Whether the mark is on the disk. Without it the final dot must not go out.
    pub marked: bool,
    /// What comes next.
    pub next: Next,
}

/// Where the answer goes.
pub type Reply = SyncSender<Answer>;

/// What connections ask for.
pub enum Request {
    /// A delivery to send.
    Claim(Reply),
    /// The durable mark for a delivery, and the one after it.
    Mark(i64, Reply),
    /// What came of a delivery, and with a reply: the next one.
    Outcome(Box<Claimed>, Outcome, Option<Reply>),
    /// A claimed delivery that was not touched.
    Release(i64),
    /// A claimed delivery whose distribution cannot be written: its texts or files are not there.
    Broken(Box<Claimed>, Error, Reply),
}

/// A connection that is gone has left its claim to the recovery.
fn answer((reply, answer): Marked) {
    let _ = reply.try_send(answer);
}

/// A message that has left.
struct Left {
    distribution_id: i64,
    contact_id: Option<i64>,
    delivery_id: i64,
    at: String,
}

/// Longer than this a run that shall end does not wait for a limit.
const LIMIT_PATIENCE: Duration = Duration::from_secs(3600);
const ANNOUNCE_EVERY: Duration = Duration::from_millis(100);
const PREFETCH: i64 = 64;
/// How many deliveries are claimed at once. They wait a moment for a connection, and whoever is
/// asked for is looked at once more when a connection takes them.
const CLAIMED_AHEAD: usize = 16;
/// The longest that a request waits for others to share its commit.
const GATHER: Duration = Duration::from_millis(3);
/// Lines of the contact history are written together, this often: each alone would double what a
/// commit puts on the disk. A crash loses none: the next run writes what is missing.
const LOG_EVERY: Duration = Duration::from_millis(100);
/// While mail goes out, each mark waits for the disk, and what is written over in the log gets
/// there in half the time of what makes it longer: 8 MB.
const PAGES_BETWEEN_CHECKPOINTS: u32 = 2_000;
const TABLES: &[&str] = &["deliveries", "distributions", "interactions"];

/// Writes for all connections of one account.
pub struct Committer<'a> {
    workspace: &'a Workspace,
    account_id: i64,
    only: i64,
    limits: Limits,
    candidates: VecDeque<Claimed>,
    /// Claimed, and in the hands of no connection yet.
    waiting: VecDeque<Claimed>,
    history_lines: BTreeMap<i64, HistoryLine>,
    /// Messages that have left and do not stand in the contact history yet.
    unlogged: Vec<Left>,
    last_logged: Instant,
    runs: Runs,
    connections: usize,
    /// How long the last commit of marks took: waiting for company pays only below that.
    commit_takes: Duration,
    last_announced: Option<Instant>,
    /// An address was marked as bad since the last announcement.
    marked_address: bool,
    /// A guest of an event heard of it since then.
    told_guest: bool,
    stopped: &'a (dyn Fn() -> bool + Sync),
    on_progress: &'a (dyn Fn(&RunReport) + Sync),
    /// What has come of it so far.
    pub report: RunReport,
    /// A limit holds for longer than a run waits.
    pub limited_for: Option<Duration>,
}

impl<'a> Committer<'a> {
    /// A committer for an account (none: the outbox folder), for one distribution or (0) all.
    pub fn new(
        workspace: &'a Workspace,
        account: Option<&Account>,
        account_id: i64,
        only: i64,
        stopped: &'a (dyn Fn() -> bool + Sync),
        on_progress: &'a (dyn Fn(&RunReport) + Sync),
    ) -> Self {
        Self {
            workspace,
            account_id,
            only,
            limits: Limits::of(account),
            candidates: VecDeque::new(),
            waiting: VecDeque::new(),
            history_lines: BTreeMap::new(),
            unlogged: Vec::new(),
            last_logged: Instant::now(),
            runs: Runs::default(),
            connections: account
                .and_then(|account| usize::try_from(account.connections).ok())
                .unwrap_or(1),
            commit_takes: Duration::ZERO,
            last_announced: None,
            marked_address: false,
            told_guest: false,
            stopped,
            on_progress,
            report: RunReport::default(),
            limited_for: None,
        }
    }

    /// Serves until every connection has let go of its end of the channel.
    pub fn serve(&mut self, requests: &Receiver<Request>) -> Result<()> {
        let log = self.workspace.db.log_file()?;
        self.workspace.db.checkpoint_every(PAGES_BETWEEN_CHECKPOINTS)?;
        let served = if self.connections == 1 {
            // Nobody makes a transaction while the only connection waits for the disk.
            self.serve_with(requests, &|marked| {
                log.sync()?;
                marked.into_iter().for_each(answer);
                Ok(())
            })
        } else {
            self.serve_many(&log, requests)
        };
        self.workspace.db.checkpoint_every(PAGES_OF_LONG_WORK)?;
        served
    }

    fn serve_many(&mut self, log: &LogFile, requests: &Receiver<Request>) -> Result<()> {
        let connections = self.connections;
        std::thread::scope(|scope| {
            let (hand_over, waiting) = channel();
            let syncing = scope.spawn(move || marks::sync(log, connections, &waiting));
            let served = self.serve_with(requests, &|marked| {
                for one in marked {
                    // Gone only when the disk has failed, which its own error tells below.
                    let _ = hand_over.send(one);
                }
                Ok(())
            });
            drop(hand_over);
            let synced = syncing
                .join()
                .unwrap_or_else(|_| Err(Error::internal("the thread that syncs has panicked")));
            served.and(synced)
        })
    }

    fn serve_with(
        &mut self,
        requests: &Receiver<Request>,
        answer_marked: &dyn Fn(Vec<Marked>) -> Result<()>,
    ) -> Result<()> {
        loop {
            let first = match requests.recv_timeout(LOG_EVERY) {
                Ok(request) => request,
                Err(RecvTimeoutError::Timeout) => {
                    self.log_now()?;
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let batch = self.gather(first, requests);
            self.commit(batch, answer_marked)?;
            (self.on_progress)(&self.report);
        }
        self.give_back()?;
        self.log_now()?;
        self.announce_now();
        Ok(())
    }

    /// What shall be one transaction. Outcomes alone, for which nobody waits, wait for the mark
    /// that their connection asks for next; marks wait a part of what a commit takes for those of
    /// the other connections, which would else queue up behind it. Half of the connections hand
    /// over while the marks of the others are made.
    fn gather(&self, first: Request, requests: &Receiver<Request>) -> Vec<Request> {
        let mut batch = vec![first];
        let began = Instant::now();
        let enough = self.connections.div_ceil(2);
        loop {
            batch.extend(requests.try_iter());
            let marks = batch.iter().filter(|request| matches!(request, Request::Mark(..))).count();
            let others_wait = batch.iter().any(|request| {
                !matches!(request, Request::Mark(..) | Request::Outcome(_, _, None))
            });
            if others_wait || marks >= enough {
                return batch;
            }
            let patience = if marks == 0 { GATHER } else { GATHER.min(self.commit_takes / 2) };
            match requests.recv_timeout(patience.saturating_sub(began.elapsed())) {
                Ok(request) => batch.push(request),
                Err(_) => return batch,
            }
        }
    }

    fn commit(
        &mut self,
        batch: Vec<Request>,
        answer_marked: &dyn Fn(Vec<Marked>) -> Result<()>,
    ) -> Result<()> {
        let now = clock::now();
        let workspace = self.workspace;
        let mut answers: Vec<Marked> = Vec::new();
        let mut marked: Vec<Marked> = Vec::new();
        let began = Instant::now();
        workspace.db.write_unlogged(Durability::Normal, &[], |db| {
            for request in batch {
                match request {
                    Request::Claim(reply) => {
                        answers.push((reply, Answer { marked: false, next: self.claim(db, now)? }))
                    }
                    Request::Mark(id, reply) => {
                        let is_marked = self.mark(db, id, now)?;
                        let answer = Answer { marked: is_marked, next: self.claim(db, now)? };
                        marked.push((reply, answer));
                    }
                    Request::Outcome(claimed, outcome, reply) => {
                        self.settle(db, &claimed, &outcome, now)?;
                        if let Some(reply) = reply {
                            answers.push((
                                reply,
                                Answer { marked: false, next: self.claim(db, now)? },
                            ));
                        }
                    }
                    Request::Release(id) => self.release(db, id)?,
                    Request::Broken(claimed, error, reply) => {
                        self.release(db, claimed.id)?;
                        self.candidates.clear();
                        pause(
                            db,
                            self.account_id,
                            claimed.distribution_id,
                            "distribution-paused-broken",
                            &error.to_string(),
                        )?;
                        answers.push((reply, Answer { marked: false, next: self.claim(db, now)? }));
                    }
                }
            }
            if self.last_logged.elapsed() >= LOG_EVERY { self.log(db) } else { Ok(()) }
        })?;
        // Only a mark must survive a power cut before the line goes on.
        if !marked.is_empty() {
            self.commit_takes = began.elapsed();
            answer_marked(marked)?;
        }
        answers.into_iter().for_each(answer);
        if self.last_announced.is_none_or(|last| last.elapsed() >= ANNOUNCE_EVERY) {
            self.announce_now();
        }
        Ok(())
    }

    /// Thousands of commits a second must not become thousands of events.
    fn announce_now(&mut self) {
        self.last_announced = Some(Instant::now());
        let states = std::mem::take(&mut self.marked_address).then_some("contact_states");
        let guests = std::mem::take(&mut self.told_guest).then_some("event_guests");
        let tables =
            TABLES.iter().copied().chain(states).chain(guests).map(str::to_owned).collect();
        self.workspace.db.bus().send(Event::Changed { tables });
    }

    fn claim(&mut self, db: &Reader, now: DateTime<Utc>) -> Result<Next> {
        if (self.stopped)() {
            return Ok(Next::Nothing);
        }
        if let Some(wait) = self.limits.wait(db, now)? {
            if wait > LIMIT_PATIENCE {
                self.limited_for = Some(wait);
                return Ok(Next::Nothing);
            }
            return Ok(if self.refill(db, now, &[])? { Next::Wait(wait) } else { Next::Nothing });
        }
        loop {
            let Some(claimed) = self.waiting.pop_front() else {
                match self.claim_some(db, now)? {
                    None => continue,
                    Some(next) => return Ok(next),
                }
            };
            match standing(db, &claimed, self.workspace.process(), now)? {
                Standing::Goes => return Ok(Next::Letter(Box::new(claimed))),
                Standing::Stopped => self.release(db, claimed.id)?,
                Standing::HeldBack(reason) => {
                    let changed = db.execute(
                        "UPDATE deliveries SET state = 'suppressed', reason = :reason, claimed_by = '', changed_at = :now
                         WHERE id = :id AND state = 'sending' AND claimed_by = :process AND marked_at = ''",
                        named_params! {":id": claimed.id, ":reason": reason, ":process": self.workspace.process(), ":now": clock::to_text(now)},
                    )?;
                    self.report.suppressed += i64::try_from(changed).unwrap_or(0);
                }
            }
        }
    }

    /// Claims the next due deliveries; what a connection does instead when there are none.
    fn claim_some(&mut self, db: &Reader, now: DateTime<Utc>) -> Result<Option<Next>> {
        let full_domains = self.limits.full_domains(db, now)?;
        let most = if self.limits.are_set() { 1 } else { CLAIMED_AHEAD };
        let now_text = clock::to_text(now);
        let mut domains: BTreeMap<String, i64> = BTreeMap::new();
        while self.waiting.len() < most {
            let Some(mut candidate) = self.candidates.pop_front() else {
                if !self.waiting.is_empty() {
                    break;
                }
                if self.refill(db, now, &full_domains)? {
                    continue;
                }
                let waits_for_domain = !full_domains.is_empty() && self.refill(db, now, &[])?;
                self.candidates.clear();
                return Ok(Some(if waits_for_domain {
                    Next::Wait(Duration::from_secs(2))
                } else {
                    Next::Nothing
                }));
            };
            if full_domains.contains(&candidate.domain) {
                continue;
            }
            let changed = db.execute(
                "UPDATE deliveries
                 SET state = 'sending', attempts = attempts + 1, claimed_by = :process, claimed_at = :now, marked_at = '', next_at = '', changed_at = :now
                 WHERE id = :id AND state IN ('queued', 'deferred') AND next_at <= :now
                   AND EXISTS (SELECT 1 FROM distributions s WHERE s.id = distribution_id AND s.state = 'running' AND s.connection <> 'awaited')",
                named_params! {":id": candidate.id, ":process": self.workspace.process(), ":now": now_text},
            )?;
            if changed == 1 {
                *domains.entry(candidate.domain.clone()).or_default() += 1;
                candidate.attempts += 1;
                self.waiting.push_back(candidate);
            }
        }
        for (domain, messages) in domains {
            self.limits.count(db, &domain, messages, &now_text)?;
        }
        Ok(None)
    }

    /// What was claimed ahead and came to no connection goes back into the queue.
    fn give_back(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        self.workspace.db.write_unlogged(Durability::Normal, &[], |db| {
            waiting.iter().try_for_each(|claimed| self.release(db, claimed.id))
        })
    }

    /// Writes into the contact history what has left.
    fn log(&mut self, db: &Reader) -> Result<()> {
        for left in self.unlogged.drain(..) {
            let line = match self.history_lines.entry(left.distribution_id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(HistoryLine::of(db, left.distribution_id)?),
            };
            if let Some(contact_id) = left.contact_id {
                line.write(db, contact_id, left.delivery_id, &left.at)?;
            }
        }
        self.last_logged = Instant::now();
        Ok(())
    }

    fn log_now(&mut self) -> Result<()> {
        if self.unlogged.is_empty() {
            return Ok(());
        }
        let workspace = self.workspace;
        workspace.db.write_unlogged(Durability::Normal, &[], |db| self.log(db))
    }

    /// Fetches the next due deliveries; false when there are none.
    fn refill(&mut self, db: &Reader, now: DateTime<Utc>, full_domains: &[String]) -> Result<bool> {
        if !self.candidates.is_empty() {
            return Ok(true);
        }
        let names: Vec<String> =
            (0..full_domains.len()).map(|number| format!(":domain{number}")).collect();
        let beside = if names.is_empty() {
            String::new()
        } else {
            format!("AND d.domain NOT IN ({})", names.join(", "))
        };
        distribution::open(db, now)?;
        let running: Vec<i64> = db.rows(
            "SELECT id FROM distributions WHERE state = 'running' AND connection <> 'awaited' AND account_id = :account AND (:only = 0 OR id = :only) ORDER BY id",
            named_params! {":account": self.account_id, ":only": self.only},
            |row| row.get(0),
        )?;
        let now = clock::to_text(now);
        for distribution in running {
            for state in ["queued", "deferred"] {
                let sql = format!(
                    "SELECT d.id, d.distribution_id, d.contact_id, d.address, d.address_key, d.domain, d.message_id, d.token, d.fields, d.attempts, d.form, d.language, d.guest_id, d.answers
                     FROM deliveries d
                     WHERE d.distribution_id = :distribution AND d.state = '{state}' AND d.next_at <= :now {beside}
                     ORDER BY d.next_at, d.id
                     LIMIT :prefetch"
                );
                let mut params: Vec<(&str, &dyn ToSql)> = vec![
                    (":distribution", &distribution),
                    (":now", &now),
                    (":prefetch", &PREFETCH),
                ];
                params.extend(
                    names
                        .iter()
                        .zip(full_domains)
                        .map(|(name, domain)| (name.as_str(), domain as &dyn ToSql)),
                );
                let found = db.rows(&sql, &params, |row| {
                    Ok(Claimed {
                        id: row.get(0)?,
                        distribution_id: row.get(1)?,
                        contact_id: row.get(2)?,
                        address: row.get(3)?,
                        address_key: row.get(4)?,
                        domain: row.get(5)?,
                        message_id: row.get(6)?,
                        token: row.get(7)?,
                        fields: row.get(8)?,
                        attempts: row.get(9)?,
                        form: row.get(10)?,
                        language: row.get(11)?,
                        guest_id: row.get(12)?,
                        answers: row.get(13)?,
                    })
                })?;
                if !found.is_empty() {
                    self.candidates = found.into();
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The mark, unless somebody has cancelled or paused meanwhile, or the clock was put back
    /// behind the earliest instant.
    fn mark(&mut self, db: &Reader, id: i64, now: DateTime<Utc>) -> Result<bool> {
        let changed = db.execute(
            "UPDATE deliveries SET marked_at = :now
             WHERE id = :id AND state = 'sending' AND claimed_by = :process AND not_before <= :now
               AND EXISTS (SELECT 1 FROM distributions s WHERE s.id = distribution_id AND s.state = 'running')",
            named_params! {":id": id, ":process": self.workspace.process(), ":now": clock::to_text(now)},
        )?;
        if changed == 0 {
            self.release(db, id)?;
        }
        Ok(changed == 1)
    }

    /// Back into the queue, as if it had not been claimed.
    fn release(&self, db: &Reader, id: i64) -> Result<()> {
        db.execute(
            "UPDATE deliveries SET state = 'queued', attempts = attempts - 1, claimed_by = '', next_at = not_before
             WHERE id = :id AND state = 'sending' AND claimed_by = :process AND marked_at = ''",
            named_params! {":id": id, ":process": self.workspace.process()},
        )?;
        Ok(())
    }

    fn settle(
        &mut self,
        db: &Reader,
        claimed: &Claimed,
        outcome: &Outcome,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let now_text = clock::to_text(now);
        let (state, reason, next_at) = match outcome.class {
            Class::Accepted if self.account_id == 0 => ("accepted", "outbox_folder", String::new()),
            Class::Accepted => ("accepted", "", String::new()),
            Class::Permanent => ("refused", "", String::new()),
            Class::ConnectionRefused => ("queued", "", String::new()),
            Class::Ambiguous => ("unsure", "", String::new()),
            Class::Temporary | Class::Network => match next_try(claimed.attempts) {
                Some(wait) => ("deferred", "", clock::to_text(now + wait)),
                None => ("refused", "expired", String::new()),
            },
        };
        let changed = db.execute(
            "UPDATE deliveries
             SET state = :state, reason = :reason, next_at = CASE WHEN :state = 'queued' THEN not_before ELSE :next END, claimed_by = '', reply_code = :code, enhanced_code = :enhanced,
                 reply_text = :text, changed_at = :now
             WHERE id = :id AND state = 'sending' AND claimed_by = :process",
            named_params! {":id": claimed.id, ":state": state, ":reason": reason, ":next": next_at,
                ":code": i64::from(outcome.code.unwrap_or(0)), ":enhanced": outcome.enhanced.as_deref().unwrap_or_default(),
                ":text": outcome.text, ":now": now_text, ":process": self.workspace.process()},
        )?;
        if changed == 0 {
            return Ok(());
        }
        match state {
            "accepted" => {
                self.unlogged.push(Left {
                    distribution_id: claimed.distribution_id,
                    contact_id: claimed.contact_id,
                    delivery_id: claimed.id,
                    at: now_text.clone(),
                });
                if claimed.guest_id != 0 {
                    self.told_guest |= distribution::told(db, claimed.id, &now_text)?;
                }
                self.report.accepted += 1;
            }
            "refused" => {
                if is_unknown_address(outcome) {
                    self.marked_address |=
                        contact::mark_refused(db, &claimed.address_key, &outcome.text, &now_text)?;
                }
                distribution::log_refused(db, claimed.id, &outcome.to_string(), &now_text)?;
                self.report.refused += 1;
            }
            "deferred" => self.report.deferred += 1,
            "unsure" => self.report.unsure += 1,
            _ => {}
        }
        if let Some(stop) = self.runs.note(claimed.id, outcome) {
            self.stop(db, claimed.distribution_id, stop, &outcome.to_string(), now)?;
        }
        Ok(())
    }

    fn stop(
        &mut self,
        db: &Reader,
        distribution_id: i64,
        stop: Stop,
        words: &str,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if stop == Stop::Policy {
            // No recipient is at fault: they get one more try once a person lets it go on.
            for id in std::mem::take(&mut self.runs.policy) {
                let changed = db.execute(
                    "UPDATE deliveries SET state = 'deferred', next_at = :next WHERE id = :id AND state = 'refused' AND attempts < 2",
                    named_params! {":id": id, ":next": clock::to_text(now + AFTER_POLICY)},
                )?;
                if changed > 0 {
                    distribution::unlog_refused(db, id, &clock::to_text(now))?;
                }
                let changed = i64::try_from(changed).unwrap_or(0);
                self.report.refused -= changed;
                self.report.deferred += changed;
            }
        }
        self.runs = Runs::default();
        self.candidates.clear();
        pause(
            db,
            self.account_id,
            if stop.whole_account() { 0 } else { distribution_id },
            stop.text(),
            words,
        )
    }
}

/// Pauses a distribution, or (0) all that are under way with the account, with a sentence and its
/// words. One that waits for its hour finds out itself.
pub fn pause(
    db: &Reader,
    account_id: i64,
    distribution_id: i64,
    text: &str,
    words: &str,
) -> Result<()> {
    db.execute(
        "UPDATE distributions SET state = 'paused', paused_text = :text, paused_words = :words
         WHERE state = 'running' AND account_id = :account AND (id = :distribution OR :distribution = 0 AND begun_at <> '')",
        named_params! {":account": account_id, ":distribution": distribution_id, ":text": text, ":words": words},
    )?;
    Ok(())
}

/// What is to be done with a claimed delivery.
enum Standing {
    Goes,
    /// Its distribution was paused or cancelled meanwhile.
    Stopped,
    /// It must not leave after all.
    HeldBack(&'static str),
}

static STANDING: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT d.state = 'sending' AND d.claimed_by = :process AND s.state = 'running',
                EXISTS (SELECT 1 FROM contacts c WHERE c.id = :contact AND c.deleted_at IS NOT NULL)
                OR EXISTS (SELECT 1 FROM organisations o WHERE o.id = d.organisation_id AND o.deleted_at IS NOT NULL),
                EXISTS (SELECT 1 FROM contact_states t
                        WHERE t.contact_id = :contact AND t.kind = 'do_not_contact' AND t.kind <> 'bad_address' AND t.deleted_at IS NULL)
                OR EXISTS (SELECT 1 FROM contact_states t
                           WHERE t.address_key = :address AND t.kind = 'do_not_contact' AND t.contact_id IS NULL AND t.deleted_at IS NULL),
                EXISTS (SELECT 1 FROM contact_states t
                        WHERE t.address_key = :address AND t.kind = 'bad_address' AND t.deleted_at IS NULL),
                CASE WHEN s.event_mail IN ('update', 'cancellation') THEN 0 ELSE ({LEFT_OUTLET}) END,
                {GUEST_OBJECTION}
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id
         WHERE d.id = :id"
    )
});

/// Asked at the last moment, because the audience was frozen some time ago.
fn standing(db: &Reader, claimed: &Claimed, process: &str, now: DateTime<Utc>) -> Result<Standing> {
    // A day's difference between zones does not matter here: the audience was checked with the
    // office's own.
    let today = now.date_naive().to_string();
    let (runs, deleted, opted_out, bad, left, guest): (bool, bool, bool, bool, bool, String) = db
        .row(
            &STANDING,
            named_params! {":id": claimed.id, ":process": process, ":contact": claimed.contact_id, ":address": claimed.address_key, ":today": today},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)),
        )?
        .unwrap_or_default();
    let objection = objection(&guest);
    Ok(match objection {
        _ if !runs => Standing::Stopped,
        _ if opted_out => Standing::HeldBack("do_not_contact"),
        _ if bad => Standing::HeldBack("bad_address"),
        _ if deleted => Standing::HeldBack("deleted"),
        _ if left => Standing::HeldBack("left_outlet"),
        Some(reason) => Standing::HeldBack(reason),
        None => Standing::Goes,
    })
}
