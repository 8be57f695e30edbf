//! Sends one message at a time over a kept connection (RFC 5321), in two stages, so that the
//! caller can make a durable mark between them: [`SmtpSession::begin`] asks the server for leave,
//! [`SmtpSession::finish`] hands the message over. Only in the second can an outcome be unknown.
//!
//! Each stage is one write: lettre's connection does not switch off Nagle's algorithm, and two
//! writes in a row would wait about 40 ms for the other side's delayed acknowledgement.

mod outcome;
mod probe;
mod wire;

use std::fmt::Write as _;
use std::net::{SocketAddr, ToSocketAddrs};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;

use crate::error::{Code, Error, Result};

use super::address_url::{Security, ServerUrl};
use super::probe::is_timeout;
use super::secret::{Secret, Tokens, xoauth2};
use wire::{on_the_wire, xtext};

pub use outcome::{Class, Outcome, Stage};
pub use probe::probe;

/// How a server is reached and who logs in.
#[derive(Clone)]
pub struct SmtpLogin {
    /// The server; its `user`, when there is one, logs in.
    pub url: ServerUrl,
    /// What proves who logs in; without it nobody logs in.
    pub secret: Option<Secret>,
    /// A certificate authority of the office's own, as PEM, trusted beside the machine's.
    pub ca: Option<Vec<u8>>,
    /// How long to wait.
    pub timeouts: Timeouts,
}

impl std::fmt::Debug for SmtpLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpLogin").field("url", &self.url.to_string()).finish_non_exhaustive()
    }
}

/// How long to wait for the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For opening the connection.
    pub connect: Duration,
    /// For each reply but the last (RFC 5321, 4.5.3.2: up to 5 minutes).
    pub reply: Duration,
    /// For the reply to the whole message (RFC 5321, 4.5.3.2.6: 10 minutes). Giving up earlier
    /// would make a message unsure that was only slowly scanned.
    pub after_dot: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            reply: Duration::from_secs(120),
            after_dot: Duration::from_secs(600),
        }
    }
}

/// From whom to whom, and what to ask of delivery notices.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a> {
    /// The return path: the account's address, or one with a token (VERP).
    pub from: &'a str,
    /// The only recipient.
    pub to: &'a str,
    /// An id that comes back in delivery notices (ENVID, RFC 3461); asks for notices of failure
    /// and delay where the server offers DSN.
    pub envelope_id: Option<&'a str>,
}

/// What the server offers, from its answer to EHLO.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// RFC 1870: the limit in bytes; `Some(0)` states none.
    pub size: Option<u64>,
    /// RFC 2920.
    pub pipelining: bool,
    /// RFC 3461.
    pub dsn: bool,
    /// RFC 6152.
    pub eight_bit: bool,
    /// RFC 6531.
    pub smtputf8: bool,
    /// RFC 4954: mechanisms, in capitals.
    pub auth: Vec<String>,
}

impl Offers {
    fn of(ehlo: &Response) -> Self {
        let mut offers = Self::default();
        // The first line is the server's name.
        for line in ehlo.message().skip(1) {
            let line = line.to_ascii_uppercase();
            // Old servers write "AUTH=LOGIN".
            let line = line.replacen("AUTH=", "AUTH ", 1);
            let mut words = line.split_whitespace();
            match words.next() {
                Some("SIZE") => {
                    offers.size = Some(words.next().and_then(|n| n.parse().ok()).unwrap_or(0))
                }
                Some("PIPELINING") => offers.pipelining = true,
                Some("DSN") => offers.dsn = true,
                Some("8BITMIME") => offers.eight_bit = true,
                Some("SMTPUTF8") => offers.smtputf8 = true,
                Some("AUTH") => offers.auth.extend(words.map(str::to_owned)),
                _ => {}
            }
        }
        offers
    }
}

/// A message that the server has agreed to take: the bytes, with dots doubled and the last dot.
#[derive(Debug)]
#[must_use = "the server waits for the message"]
pub struct Ready {
    wire: String,
}

/// A connection that has greeted, encrypted and logged in.
pub struct SmtpSession {
    line: SmtpConnection,
    offers: Offers,
    timeouts: Timeouts,
    usable: bool,
    needs_reset: bool,
    encrypted: bool,
}

impl SmtpSession {
    /// Connects, encrypts as the URL demands, and logs in when it names a user and there is a
    /// password.
    pub fn connect(login: &SmtpLogin) -> Result<Self, Outcome> {
        let url = &login.url;
        let addresses: Vec<SocketAddr> = (url.host.as_str(), url.port)
            .to_socket_addrs()
            .map_err(|cause| Outcome::plain(Class::Network, Stage::Connect, cause.to_string()))?
            .collect();
        let mut session = Self::greet(login, &addresses)?;
        session.log_in(login)?;
        Ok(session)
    }

    /// What the server offers.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// Whether another message can go over this connection.
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    /// Says goodbye, without insisting on an answer.
    pub fn quit(mut self) {
        if self.usable {
            let _ = self.line.set_timeout(Some(Duration::from_secs(2)));
            let _ = self.line.quit();
        }
    }

    fn greet(login: &SmtpLogin, addresses: &[SocketAddr]) -> Result<Self, Outcome> {
        let url = &login.url;
        let tls = match url.security {
            Security::None => None,
            Security::Tls | Security::StartTls => Some(tls_parameters(url, login.ca.as_deref())?),
        };
        let at_once = if url.security == Security::Tls { tls.as_ref() } else { None };
        let hello = hello_name();
        let mut line =
            SmtpConnection::connect(addresses, Some(login.timeouts.connect), &hello, at_once, None)
                .map_err(|error| {
                    let stage =
                        if error.status().is_some() { Stage::Greeting } else { Stage::Connect };
                    Outcome::failed(stage, &error)
                })?;
        let _ = line.set_timeout(Some(login.timeouts.reply));
        if let (Security::StartTls, Some(tls)) = (url.security, &tls) {
            if !line.can_starttls() {
                let said = "the server does not offer STARTTLS";
                return Err(Outcome::plain(Class::ConnectionRefused, Stage::Tls, said));
            }
            line.starttls(tls, &hello).map_err(|error| Outcome::failed(Stage::Tls, &error))?;
            refuse_early_words(&mut line, login.timeouts.reply)?;
        }
        let encrypted = line.is_encrypted();
        // lettre keeps only part of the answer to EHLO, so it is asked for once more.
        let ehlo = line
            .command(format_args!("EHLO {hello}\r\n"))
            .map_err(|error| Outcome::failed(Stage::Greeting, &error))?;
        let offers = Offers::of(&ehlo);
        Ok(Self {
            line,
            offers,
            timeouts: login.timeouts,
            usable: true,
            needs_reset: false,
            encrypted,
        })
    }

    fn log_in(&mut self, login: &SmtpLogin) -> Result<(), Outcome> {
        let (Some(user), Some(secret)) = (&login.url.user, &login.secret) else {
            return Ok(());
        };
        if !self.encrypted && !super::address_url::is_loopback(&login.url.host) {
            let said = "the password is only sent over an encrypted connection";
            return Err(Outcome::plain(Class::ConnectionRefused, Stage::Auth, said));
        }
        match secret {
            Secret::Password(password) => self.log_in_with_password(user, password),
            Secret::Token(tokens) => self.log_in_with_token(user, tokens.as_ref()),
        }
    }

    fn offers_login(&self, name: &str) -> bool {
        self.offers.auth.iter().any(|mechanism| mechanism == name)
    }

    fn log_in_with_password(&mut self, user: &str, password: &str) -> Result<(), Outcome> {
        let replied = if self.offers_login("PLAIN") {
            let secret = BASE64.encode(format!("\0{user}\0{password}"));
            self.line.command(format_args!("AUTH PLAIN {secret}\r\n"))
        } else if self.offers_login("LOGIN") {
            let mut reply = self.line.command("AUTH LOGIN\r\n");
            for answer in [user, password] {
                if reply.as_ref().is_ok_and(|reply| reply.has_code(334)) {
                    reply = self.line.command(format_args!("{}\r\n", BASE64.encode(answer)));
                }
            }
            reply
        } else {
            let said = "the server offers no login with a password";
            return Err(Outcome::plain(Class::ConnectionRefused, Stage::Auth, said));
        };
        match replied {
            Ok(reply) if reply.has_code(235) => Ok(()),
            Ok(reply) => {
                let text = reply.message().collect::<Vec<_>>().join(" ");
                Err(Outcome::plain(Class::Network, Stage::Auth, text))
            }
            Err(error) => Err(Outcome::failed(Stage::Auth, &error)),
        }
    }

    /// XOAUTH2 by hand: a refusal comes as a challenge that says why and wants an empty answer,
    /// and only then as a reply. A token that ran out is fetched anew once.
    fn log_in_with_token(&mut self, user: &str, tokens: &dyn Tokens) -> Result<(), Outcome> {
        if !self.offers_login("XOAUTH2") {
            let said = "the server offers no login with a token (XOAUTH2)";
            return Err(Outcome::plain(Class::ConnectionRefused, Stage::Auth, said));
        }
        let mut refused = None;
        for renewed in [false, true] {
            let token = match tokens.token(renewed) {
                Ok(token) => token,
                Err(error) => return Err(refused.unwrap_or_else(|| without_token(&error))),
            };
            match self.show_token(user, &token) {
                Ok(()) => return Ok(()),
                Err(outcome) if outcome.class == Class::ConnectionRefused => {
                    refused = Some(outcome);
                }
                // Some servers hang up after a refusal: what they said before it counts.
                Err(outcome) => return Err(refused.unwrap_or(outcome)),
            }
        }
        Err(refused.unwrap_or_else(|| {
            Outcome::plain(Class::ConnectionRefused, Stage::Auth, "the token was refused")
        }))
    }

    fn show_token(&mut self, user: &str, token: &str) -> Result<(), Outcome> {
        let answer = BASE64.encode(xoauth2(user, token));
        let reply = self
            .line
            .command(format_args!("AUTH XOAUTH2 {answer}\r\n"))
            .map_err(|error| Outcome::failed(Stage::Auth, &error))?;
        if reply.has_code(235) {
            return Ok(());
        }
        let challenge = reply.message().collect::<Vec<_>>().join(" ");
        let why = BASE64.decode(challenge.trim()).ok().and_then(|why| String::from_utf8(why).ok());
        let mut outcome = match self.line.command("\r\n") {
            Ok(_) => Outcome::plain(Class::Network, Stage::Auth, "unexpected reply to XOAUTH2"),
            Err(error) => Outcome::failed(Stage::Auth, &error),
        };
        if let Some(why) = why.filter(|why| !why.is_empty()) {
            outcome.text = format!("{} {why}", outcome.text);
        }
        Err(outcome)
    }

    /// Asks the server to take a message of `body` for one recipient. `Ok` means that it waits
    /// for the bytes: make the mark, then call [`Self::finish`].
    pub fn begin(&mut self, envelope: &Envelope<'_>, body: &[u8]) -> Result<Ready, Outcome> {
        let wire = on_the_wire(body)?;
        let mut commands = self.commands(envelope, body)?;
        if std::mem::take(&mut self.needs_reset) {
            commands.insert(0, (Stage::Mail, "RSET\r\n".to_owned()));
        }
        let answered = if self.offers.pipelining {
            let first = self.line.command(joined(&commands));
            self.read_answers(&commands, Some(first))
        } else {
            self.ask_in_turn(&commands)
        };
        self.begun(answered, wire)
    }

    /// Hands the message over, final dot included, in one write, and waits for the verdict.
    pub fn finish(&mut self, ready: Ready) -> Outcome {
        let _ = self.line.set_timeout(Some(self.timeouts.after_dot));
        let replied = self.line.command(&ready.wire);
        let _ = self.line.set_timeout(Some(self.timeouts.reply));
        self.verdict(replied)
    }

    /// As [`Self::finish`], then [`Self::begin`] for the next message. Where the server takes
    /// commands in a row, both go out in one write (RFC 2920, 3.1: the message may be followed by
    /// the commands of the next), which saves a round trip. `settled` is told the verdict on the
    /// first message as soon as it is there.
    pub fn finish_and_begin(
        &mut self,
        ready: Ready,
        envelope: &Envelope<'_>,
        body: &[u8],
        settled: &mut dyn FnMut(Outcome),
    ) -> Result<Ready, Outcome> {
        let prepared = on_the_wire(body)
            .and_then(|wire| self.commands(envelope, body).map(|commands| (wire, commands)));
        let (wire, commands) = match prepared {
            Ok(prepared) if self.offers.pipelining => prepared,
            other => {
                settled(self.finish(ready));
                return match other {
                    Ok(_) if self.usable => self.begin(envelope, body),
                    Ok(_) => Err(Outcome::plain(Class::Network, Stage::Mail, "closed")),
                    Err(outcome) => Err(outcome),
                };
            }
        };
        let mut together = ready.wire;
        together.extend(commands.iter().map(|(_, command)| command.as_str()));
        let _ = self.line.set_timeout(Some(self.timeouts.after_dot));
        let replied = self.line.command(&together);
        let _ = self.line.set_timeout(Some(self.timeouts.reply));
        settled(self.verdict(replied));
        if !self.usable {
            return Err(Outcome::plain(Class::Network, Stage::Mail, "closed"));
        }
        // A refusal after the dot has ended that message as well; the next MAIL is on its way.
        self.needs_reset = false;
        let answered = self.read_answers(&commands, None);
        self.begun(answered, wire)
    }

    fn commands(
        &self,
        envelope: &Envelope<'_>,
        body: &[u8],
    ) -> Result<Vec<(Stage, String)>, Outcome> {
        Ok(vec![
            (Stage::Mail, self.mail_command(envelope, body)?),
            (Stage::Rcpt, self.rcpt_command(envelope)?),
            (Stage::Data, "DATA\r\n".to_owned()),
        ])
    }

    fn begun(&mut self, answered: Result<(), Outcome>, wire: String) -> Result<Ready, Outcome> {
        match answered {
            Ok(()) => Ok(Ready { wire }),
            Err(outcome) => {
                // A server that says 421 closes the connection (RFC 5321, 3.8).
                let closed = outcome.class == Class::Network || outcome.code == Some(421);
                self.usable &= !closed;
                self.needs_reset = true;
                Err(outcome)
            }
        }
    }

    /// What the reply to the final dot says.
    fn verdict(&mut self, replied: std::result::Result<Response, SmtpError>) -> Outcome {
        let outcome = match replied {
            Ok(reply) if u16::from(reply.code()) / 100 == 2 => {
                Outcome::accepted(Stage::Dot, &reply)
            }
            Ok(reply) => {
                let said = reply.message().collect::<Vec<_>>().join(" ");
                Outcome::plain(Class::Ambiguous, Stage::Dot, format!("{} {said}", reply.code()))
            }
            Err(error) => Outcome::failed(Stage::Dot, &error),
        };
        self.usable &= outcome.class != Class::Ambiguous && outcome.code != Some(421);
        self.needs_reset = outcome.class != Class::Accepted;
        outcome
    }

    /// The replies to commands that went out in one write (RFC 2920); `first` when it is already
    /// read. Every reply is read even when the first is a refusal, so that the connection stays
    /// in step.
    fn read_answers(
        &mut self,
        commands: &[(Stage, String)],
        mut first: Option<std::result::Result<Response, SmtpError>>,
    ) -> Result<(), Outcome> {
        let mut replies = Vec::with_capacity(commands.len());
        for (stage, _) in commands {
            let reply = match first.take() {
                Some(reply) => reply,
                None => self.line.read_response(),
            };
            let checked = expected(*stage, reply);
            // After a failure of the line, or a goodbye, there is no further reply to read.
            let over = checked
                .as_ref()
                .is_err_and(|outcome| outcome.class == Class::Network || outcome.code == Some(421));
            replies.push(checked);
            if over {
                break;
            }
        }
        let data_open =
            replies.len() == commands.len() && replies.last().is_some_and(Result::is_ok);
        let refusal = replies.into_iter().find_map(Result::err);
        let Some(refusal) = refusal else { return Ok(()) };
        if data_open {
            // No recipient, yet 354: end the empty message. Its reply tells nothing new.
            let emptied = self.line.command(".\r\n");
            self.usable &= !emptied
                .is_err_and(|error| error.status().is_none_or(|code| u16::from(code) == 421));
        }
        Err(refusal)
    }

    fn ask_in_turn(&mut self, commands: &[(Stage, String)]) -> Result<(), Outcome> {
        for (stage, command) in commands {
            let reply = self.line.command(command);
            expected(*stage, reply)?;
        }
        Ok(())
    }

    fn mail_command(&self, envelope: &Envelope<'_>, body: &[u8]) -> Result<String, Outcome> {
        let from = self.path(envelope.from)?;
        let to_is_ascii = self.path(envelope.to)?.is_ascii();
        let mut command = format!("MAIL FROM:<{from}>");
        if let Some(limit) = self.offers.size {
            if limit > 0 && body.len() as u64 > limit {
                let mut outcome = Outcome::plain(
                    Class::Permanent,
                    Stage::Mail,
                    format!("{} bytes, the server takes {limit}", body.len()),
                );
                outcome.enhanced = Some("5.3.4".to_owned());
                return Err(outcome);
            }
            let _ = write!(command, " SIZE={}", body.len());
        }
        if !body.is_ascii() && self.offers.eight_bit {
            command.push_str(" BODY=8BITMIME");
        }
        if !(from.is_ascii() && to_is_ascii) {
            command.push_str(" SMTPUTF8");
        }
        if let (true, Some(id)) = (self.offers.dsn, envelope.envelope_id) {
            let _ = write!(command, " RET=HDRS ENVID={}", xtext(id));
        }
        command.push_str("\r\n");
        Ok(command)
    }

    fn rcpt_command(&self, envelope: &Envelope<'_>) -> Result<String, Outcome> {
        let to = self.path(envelope.to)?;
        let mut command = format!("RCPT TO:<{to}>");
        if self.offers.dsn && envelope.envelope_id.is_some() {
            command.push_str(" NOTIFY=FAILURE,DELAY");
            if to.is_ascii() {
                let _ = write!(command, " ORCPT=rfc822;{}", xtext(&to));
            }
        }
        command.push_str("\r\n");
        Ok(command)
    }

    /// An address as it stands between angle brackets: the domain in ASCII (RFC 5890), the local
    /// part as it is, which needs SMTPUTF8 (RFC 6531) when it is not ASCII.
    fn path(&self, address: &str) -> Result<String, Outcome> {
        let refuse = |enhanced: &str, said: &str| {
            let mut outcome = Outcome::plain(Class::Permanent, Stage::Rcpt, said);
            outcome.enhanced = Some(enhanced.to_owned());
            outcome
        };
        let address = address.trim();
        let unsafe_char = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>');
        let (local, domain) = address
            .rsplit_once('@')
            .filter(|(local, _)| !local.is_empty() && !address.chars().any(unsafe_char))
            .ok_or_else(|| refuse("5.1.3", "this is not a mail address"))?;
        let domain = if domain.is_ascii() {
            domain.to_owned()
        } else {
            match url::Host::parse(domain) {
                Ok(host) => host.to_string(),
                Err(_) => return Err(refuse("5.1.2", "the domain of this address is not valid")),
            }
        };
        if !local.is_ascii() && !self.offers.smtputf8 {
            return Err(refuse(
                "5.6.7",
                "the server does not take addresses with letters beyond ASCII",
            ));
        }
        Ok(format!("{local}@{domain}"))
    }
}

/// There is no token to show: the identity server said no, or was not reached.
fn without_token(error: &Error) -> Outcome {
    let class = match error.code {
        Code::NeedsLogin => Class::ConnectionRefused,
        _ => Class::Network,
    };
    let words = error.details.clone().unwrap_or_else(|| error.text.to_owned());
    Outcome::plain(class, Stage::Auth, words)
}

/// The name given in EHLO: an address literal, since a desk in an office has no public name.
fn hello_name() -> ClientId {
    ClientId::default()
}

fn expected(stage: Stage, reply: std::result::Result<Response, SmtpError>) -> Result<(), Outcome> {
    match reply {
        Err(error) => Err(Outcome::failed(stage, &error)),
        Ok(reply) => {
            let code = u16::from(reply.code());
            let right = if stage == Stage::Data { code == 354 } else { code / 100 == 2 };
            // A reply of the wrong kind means that the two sides are out of step.
            if right {
                Ok(())
            } else {
                Err(Outcome::plain(Class::Network, stage, format!("unexpected reply {code}")))
            }
        }
    }
}

/// Words that the server, or somebody in between, said before the line was encrypted must not be
/// taken for answers (CVE-2011-0411 in its client form): after the handshake nothing may wait.
fn refuse_early_words(line: &mut SmtpConnection, usual: Duration) -> Result<(), Outcome> {
    let _ = line.set_timeout(Some(Duration::from_millis(1)));
    let early = match line.read_response() {
        Ok(_) => true,
        Err(error) => !is_timeout(&error),
    };
    let _ = line.set_timeout(Some(usual));
    if early {
        let said = "unexpected words before encryption";
        return Err(Outcome::plain(Class::ConnectionRefused, Stage::Tls, said));
    }
    Ok(())
}

fn tls_parameters(url: &ServerUrl, ca: Option<&[u8]>) -> Result<TlsParameters, Outcome> {
    let refused =
        |error: SmtpError| Outcome::plain(Class::ConnectionRefused, Stage::Tls, error.to_string());
    let mut builder = TlsParameters::builder(url.host.clone());
    if let Some(pem) = ca {
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(refused)?);
    }
    builder.build_rustls().map_err(refused)
}

fn joined(commands: &[(Stage, String)]) -> String {
    commands.iter().map(|(_, command)| command.as_str()).collect()
}
