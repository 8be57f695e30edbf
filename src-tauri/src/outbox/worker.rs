//! One connection: claims, asks the server, waits for the mark, hands over, tells what came of it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::committer::{Answer, Claimed, Next, Request};
use super::folder;
use super::mailing::{Addressee, Mailing};
use crate::account::Account;
use crate::error::{Error, Result};
use crate::mail::smtp::{Class, Envelope, Outcome, SmtpLogin, SmtpSession, Stage};
use crate::workspace::Workspace;

/// Distributions already loaded, shared by all connections.
pub struct Mailings<'a> {
    workspace: &'a Workspace,
    account: Option<&'a Account>,
    loaded: Mutex<BTreeMap<i64, Arc<Mailing>>>,
}

impl<'a> Mailings<'a> {
    /// None loaded yet.
    pub fn new(workspace: &'a Workspace, account: Option<&'a Account>) -> Self {
        Self { workspace, account, loaded: Mutex::default() }
    }

    fn get(&self, distribution_id: i64) -> Result<Arc<Mailing>> {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mailing) = loaded.get(&distribution_id) {
            return Ok(Arc::clone(mailing));
        }
        let mailing = Arc::new(Mailing::load(self.workspace, distribution_id, self.account)?);
        loaded.insert(distribution_id, Arc::clone(&mailing));
        Ok(mailing)
    }
}

/// Where messages go.
pub enum Transport {
    /// To a mail server.
    Smtp {
        /// How it is reached.
        login: Box<SmtpLogin>,
        /// Messages over one connection; 0 = no limit.
        per_connection: i64,
    },
    /// To the outbox folder.
    Folder(PathBuf),
}

/// One connection and its errand.
pub struct Worker<'a> {
    mailings: &'a Mailings<'a>,
    transport: &'a Transport,
    requests: Sender<Request>,
    stopped: &'a (dyn Fn() -> bool + Sync),
    session: Option<SmtpSession>,
    over_session: i64,
}

/// A message waiting for its turn, built while the one before it was on its way.
struct Built {
    claimed: Box<Claimed>,
    message: std::result::Result<Message, Flaw>,
}

/// Why there is no message.
enum Flaw {
    /// This recipient's address cannot stand in one.
    Recipient(Outcome),
    /// The distribution itself is broken.
    Mailing(Error),
}

struct Message {
    bytes: Vec<u8>,
    return_path: String,
}

const WAIT_SLICE: Duration = Duration::from_millis(250);
/// A connection is closed when a limit makes it idle for longer.
const IDLE_AT_MOST: Duration = Duration::from_secs(20);

impl<'a> Worker<'a> {
    /// A worker that asks over `requests`.
    pub fn new(
        mailings: &'a Mailings<'a>,
        transport: &'a Transport,
        requests: Sender<Request>,
        stopped: &'a (dyn Fn() -> bool + Sync),
    ) -> Self {
        Self { mailings, transport, requests, stopped, session: None, over_session: 0 }
    }

    /// Sends until nothing is due. An error is the committer's end.
    pub fn run(mut self) -> Result<()> {
        let mut next = self.ask(Request::Claim)?.next;
        loop {
            match next {
                Next::Nothing => break,
                Next::Wait(wait) => {
                    self.wait(wait);
                    next = self.ask(Request::Claim)?.next;
                }
                Next::Letter(claimed) => next = self.letters(claimed)?,
            }
        }
        if let Some(session) = self.session.take() {
            session.quit();
        }
        Ok(())
    }

    fn ask(&self, request: impl FnOnce(super::committer::Reply) -> Request) -> Result<Answer> {
        let (reply, answer) = sync_channel(1);
        self.requests.send(request(reply)).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())
    }

    fn tell(&self, request: Request) -> Result<()> {
        self.requests.send(request).map_err(|_| gone())
    }

    fn wait(&mut self, wait: Duration) {
        if wait > IDLE_AT_MOST
            && let Some(session) = self.session.take()
        {
            session.quit();
        }
        let until = Instant::now() + wait;
        while Instant::now() < until && !(self.stopped)() {
            std::thread::sleep(WAIT_SLICE.min(until.saturating_duration_since(Instant::now())));
        }
    }

    /// Sends one message after the other as long as the next is at hand.
    fn letters(&mut self, first: Box<Claimed>) -> Result<Next> {
        let mut built = self.build(first);
        loop {
            if (self.stopped)() {
                self.tell(Request::Release(built.claimed.id))?;
                return Ok(Next::Nothing);
            }
            let next = match self.transport {
                Transport::Folder(_) => self.write_to_folder(built)?,
                Transport::Smtp { .. } => self.hand_to_server(built)?,
            };
            match next {
                Ok(following) => built = following,
                Err(next) => return Ok(next),
            }
        }
    }

    fn build(&self, claimed: Box<Claimed>) -> Built {
        let message = self.message(&claimed);
        Built { claimed, message }
    }

    fn message(&self, claimed: &Claimed) -> std::result::Result<Message, Flaw> {
        let mailing = self.mailings.get(claimed.distribution_id).map_err(Flaw::Mailing)?;
        let values =
            serde_json::from_str(&claimed.fields).map_err(|cause| Flaw::Mailing(cause.into()))?;
        let to = Addressee {
            address: &claimed.address,
            message_id: &claimed.message_id,
            token: &claimed.token,
            values,
        };
        let bytes = mailing.build(&to).map_err(|error| {
            Flaw::Recipient(Outcome {
                class: Class::Permanent,
                stage: Stage::Rcpt,
                code: None,
                enhanced: Some("5.1.3".to_owned()),
                text: error.to_string(),
            })
        })?;
        Ok(Message { bytes, return_path: mailing.return_path(&claimed.token) })
    }

    fn flawed(
        &self,
        claimed: Box<Claimed>,
        flaw: Flaw,
    ) -> Result<std::result::Result<Built, Next>> {
        match flaw {
            Flaw::Recipient(outcome) => self.outcome(claimed, outcome),
            Flaw::Mailing(error) => {
                let answer = self.ask(|reply| Request::Broken(claimed, error, reply))?;
                Ok(self.following(answer.next))
            }
        }
    }

    /// Tells the outcome and takes what comes next.
    fn outcome(
        &self,
        claimed: Box<Claimed>,
        outcome: Outcome,
    ) -> Result<std::result::Result<Built, Next>> {
        let answer = self.ask(|reply| Request::Outcome(claimed, outcome, Some(reply)))?;
        Ok(self.following(answer.next))
    }

    fn following(&self, next: Next) -> std::result::Result<Built, Next> {
        match next {
            Next::Letter(claimed) => Ok(self.build(claimed)),
            other => Err(other),
        }
    }

    fn write_to_folder(&mut self, built: Built) -> Result<std::result::Result<Built, Next>> {
        let Transport::Folder(path) = self.transport else {
            return Err(Error::internal("the transport is a folder"));
        };
        let message = match built.message {
            Ok(message) => message,
            Err(flaw) => return self.flawed(built.claimed, flaw),
        };
        let name = built.claimed.id.to_string();
        // A full disk is nobody's refusal: the claim stays and is taken up by the next run.
        folder::write(path, &name, &message.bytes)?;
        let text = format!("outbox/{name}.eml");
        self.outcome(
            built.claimed,
            Outcome { class: Class::Accepted, stage: Stage::Dot, code: None, enhanced: None, text },
        )
    }

    fn hand_to_server(&mut self, built: Built) -> Result<std::result::Result<Built, Next>> {
        let message = match built.message {
            Ok(message) => message,
            Err(flaw) => return self.flawed(built.claimed, flaw),
        };
        let envelope = Envelope {
            from: &message.return_path,
            to: &built.claimed.address,
            envelope_id: Some(&built.claimed.token),
        };
        let ready = match self.begin(&envelope, &message.bytes) {
            Ok(ready) => ready,
            Err(outcome) => return self.outcome(built.claimed, outcome),
        };
        let id = built.claimed.id;
        let answer = self.ask(|reply| Request::Mark(id, reply))?;
        if !answer.marked {
            // Cancelled or paused meanwhile. The server waits for a message that must not come,
            // so the line is cut before the final dot.
            self.session = None;
            return Ok(self.following(answer.next));
        }
        let Some(session) = self.session.as_mut() else {
            return Err(Error::internal("a begun message has its connection"));
        };
        let outcome = session.finish(ready);
        self.over_session += 1;
        self.tell(Request::Outcome(built.claimed, outcome, None))?;
        match answer.next {
            Next::Letter(claimed) => Ok(Ok(self.build(claimed))),
            _ => Ok(Err(self.ask(Request::Claim)?.next)),
        }
    }

    /// Asks the server to take a message; once more over a fresh connection when a kept one turns
    /// out to be dead, which says nothing of the recipient.
    fn begin(
        &mut self,
        envelope: &Envelope,
        body: &[u8],
    ) -> std::result::Result<crate::mail::smtp::Ready, Outcome> {
        let kept = self.session.as_ref().is_some_and(SmtpSession::is_usable) && !self.is_worn();
        if kept && let Some(session) = self.session.as_mut() {
            match session.begin(envelope, body) {
                Err(outcome) if outcome.class == Class::Network || outcome.code == Some(421) => {}
                answered => return answered,
            }
        }
        if let Some(worn) = self.session.take() {
            worn.quit();
        }
        let Transport::Smtp { login, .. } = self.transport else {
            return Err(Outcome {
                class: Class::Network,
                stage: Stage::Connect,
                code: None,
                enhanced: None,
                text: "no server".to_owned(),
            });
        };
        self.over_session = 0;
        self.session.insert(SmtpSession::connect(login)?).begin(envelope, body)
    }

    fn is_worn(&self) -> bool {
        matches!(self.transport, Transport::Smtp { per_connection, .. } if *per_connection > 0 && self.over_session >= *per_connection)
    }
}

fn gone() -> Error {
    Error::internal("the outbox has stopped writing")
}
