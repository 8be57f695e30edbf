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
use crate::mail::smtp::{Class, Envelope, Outcome, Ready, SmtpLogin, SmtpSession, Stage};
use crate::release::mail_form::MailForm;
use crate::workspace::Workspace;

/// Distributions already loaded, shared by all connections.
pub struct Mailings<'a> {
    workspace: &'a Workspace,
    account: Option<&'a Account>,
    loaded: Mutex<BTreeMap<i64, Arc<Mailing>>>,
    /// What the server said of the largest message that it takes.
    announced: Mutex<Option<u64>>,
}

impl<'a> Mailings<'a> {
    /// None loaded yet.
    pub fn new(workspace: &'a Workspace, account: Option<&'a Account>) -> Self {
        Self { workspace, account, loaded: Mutex::default(), announced: Mutex::default() }
    }

    /// The largest message that the server takes, in bytes, 0 = it states none; none = it was not
    /// reached.
    pub fn announced(&self) -> Option<u64> {
        *self.announced.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note_size(&self, size: Option<u64>) {
        let size = Some(size.unwrap_or(0));
        *self.announced.lock().unwrap_or_else(PoisonError::into_inner) = size;
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
    /// The claim after the one in hand, so that its message can be built while a mark is made.
    ahead: Option<Box<Claimed>>,
    /// Some servers promise pipelining and lose what follows a message: then never again.
    loses_what_follows: bool,
}

/// A message waiting for its turn.
struct Built {
    claimed: Box<Claimed>,
    message: std::result::Result<Message, Flaw>,
    /// What the server said when it was asked along with the message before.
    begun: Option<std::result::Result<Ready, Outcome>>,
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

/// What a connection has in hand next, or why it has nothing.
type Following = std::result::Result<Built, Next>;

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
        Self {
            mailings,
            transport,
            requests,
            stopped,
            session: None,
            over_session: 0,
            ahead: None,
            loses_what_follows: false,
        }
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
        if matches!(self.transport, Transport::Smtp { .. })
            && let Next::Letter(second) = self.ask(Request::Claim)?.next
        {
            self.ahead = Some(second);
        }
        loop {
            if (self.stopped)() {
                if built.begun.is_some() {
                    // The server waits for a message that must not come.
                    self.session = None;
                }
                self.tell(Request::Release(built.claimed.id))?;
                if let Some(ahead) = self.ahead.take() {
                    self.tell(Request::Release(ahead.id))?;
                }
                return Ok(Next::Nothing);
            }
            let following = match self.transport {
                Transport::Folder(_) => self.write_to_folder(built)?,
                Transport::Smtp { .. } => self.hand_to_server(built)?,
            };
            match following {
                Ok(following) => built = following,
                Err(next) => return Ok(next),
            }
        }
    }

    fn build(&self, claimed: Box<Claimed>) -> Built {
        let message = self.message(&claimed);
        Built { claimed, message, begun: None }
    }

    fn message(&self, claimed: &Claimed) -> std::result::Result<Message, Flaw> {
        let mailing = self.mailings.get(claimed.distribution_id).map_err(Flaw::Mailing)?;
        let values =
            serde_json::from_str(&claimed.fields).map_err(|cause| Flaw::Mailing(cause.into()))?;
        let files = mailing.enclosed(&claimed.token).map_err(Flaw::Mailing)?;
        let to = Addressee {
            address: &claimed.address,
            message_id: &claimed.message_id,
            token: &claimed.token,
            values,
            form: MailForm::named(&claimed.form),
            language: &claimed.language,
            answers: &claimed.answers,
            files: &files,
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

    fn flawed(&mut self, claimed: Box<Claimed>, flaw: Flaw) -> Result<Following> {
        match flaw {
            Flaw::Recipient(outcome) => self.outcome(claimed, outcome),
            Flaw::Mailing(error) => {
                let answer = self.ask(|reply| Request::Broken(claimed, error, reply))?;
                Ok(self.following(answer.next))
            }
        }
    }

    /// Tells the outcome and takes what comes next.
    fn outcome(&mut self, claimed: Box<Claimed>, outcome: Outcome) -> Result<Following> {
        let answer = self.ask(|reply| Request::Outcome(claimed, outcome, Some(reply)))?;
        Ok(self.following(answer.next))
    }

    /// What comes after a message: the claim that was kept ready, else the one just given.
    fn following(&mut self, given: Next) -> Following {
        match (self.ahead.take(), given) {
            (Some(ahead), Next::Letter(given)) => {
                self.ahead = Some(given);
                Ok(self.build(ahead))
            }
            (Some(ahead), _) => Ok(self.build(ahead)),
            (None, Next::Letter(given)) => Ok(self.build(given)),
            (None, other) => Err(other),
        }
    }

    fn write_to_folder(&mut self, built: Built) -> Result<Following> {
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

    fn hand_to_server(&mut self, built: Built) -> Result<Following> {
        let Built { claimed, message, begun } = built;
        let message = match message {
            Ok(message) => message,
            Err(flaw) => return self.flawed(claimed, flaw),
        };
        let ready = match self.begin_once(begun, &claimed, &message) {
            Ok(ready) => ready,
            Err(outcome) => return self.outcome(claimed, outcome),
        };
        let (reply, answer) = sync_channel(1);
        self.requests.send(Request::Mark(claimed.id, reply)).map_err(|_| gone())?;
        // While the disk makes the mark, the next message is built.
        let mut next = self.ahead.take().map(|ahead| self.build(ahead));
        let answer = answer.recv().map_err(|_| gone())?;
        if let Next::Letter(given) = answer.next {
            match next {
                Some(_) => self.ahead = Some(given),
                None => next = Some(self.build(given)),
            }
        }
        if answer.marked {
            self.finish(ready, claimed, &mut next)?;
        } else {
            // Cancelled or paused meanwhile. The server waits for a message that must not come,
            // so the line is cut before the final dot.
            self.session = None;
        }
        match next {
            Some(built) => Ok(Ok(built)),
            None => Ok(Err(self.ask(Request::Claim)?.next)),
        }
    }

    /// Hands the marked message over, and asks the server for the next along with it.
    fn finish(
        &mut self,
        ready: Ready,
        claimed: Box<Claimed>,
        next: &mut Option<Built>,
    ) -> Result<()> {
        self.over_session += 1;
        let together = !self.is_worn() && !self.loses_what_follows && !(self.stopped)();
        let Some(session) = self.session.as_mut() else {
            return Err(Error::internal("a begun message has its connection"));
        };
        let requests = &self.requests;
        let mut told = Ok(());
        let mut settled = |claimed: Box<Claimed>, outcome: Outcome| {
            told = requests.send(Request::Outcome(claimed, outcome, None)).map_err(|_| gone());
        };
        match next {
            Some(Built { claimed: to, message: Ok(message), begun }) if together => {
                let mut claimed = Some(claimed);
                let envelope = envelope(message, to);
                let answered =
                    session.finish_and_begin(ready, &envelope, &message.bytes, &mut |outcome| {
                        if let Some(claimed) = claimed.take() {
                            self.loses_what_follows |= outcome.class == Class::Ambiguous;
                            settled(claimed, outcome);
                        }
                    });
                self.loses_what_follows |=
                    answered.as_ref().is_err_and(|outcome| outcome.class == Class::Network);
                *begun = Some(answered);
            }
            _ => settled(claimed, session.finish(ready)),
        }
        told
    }

    /// Takes the answer that came along with the message before; where that was a failure of the
    /// line, which says nothing of the recipient, or there is none, the server is asked.
    fn begin_once(
        &mut self,
        begun: Option<std::result::Result<Ready, Outcome>>,
        claimed: &Claimed,
        message: &Message,
    ) -> std::result::Result<Ready, Outcome> {
        match begun {
            Some(Err(outcome)) if outcome.class == Class::Network || outcome.code == Some(421) => {}
            Some(answered) => return answered,
            None => {}
        }
        self.begin(&envelope(message, claimed), &message.bytes)
    }

    /// Asks the server to take a message; once more over a fresh connection when a kept one turns
    /// out to be dead, which says nothing of the recipient.
    fn begin(&mut self, envelope: &Envelope, body: &[u8]) -> std::result::Result<Ready, Outcome> {
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
        let session = self.session.insert(SmtpSession::connect(login)?);
        self.mailings.note_size(session.offers().size);
        session.begin(envelope, body)
    }

    fn is_worn(&self) -> bool {
        matches!(self.transport, Transport::Smtp { per_connection, .. } if *per_connection > 0 && self.over_session >= *per_connection)
    }
}

fn envelope<'m>(message: &'m Message, claimed: &'m Claimed) -> Envelope<'m> {
    Envelope { from: &message.return_path, to: &claimed.address, envelope_id: Some(&claimed.token) }
}

fn gone() -> Error {
    Error::internal("the outbox has stopped writing")
}
