//! What a server answered to one delivery, and what that means.

use std::error::Error as _;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::response::Response;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::mail::probe::tls_error;

/// Where in the dialogue an answer was given, or not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub enum Stage {
    /// Opening the connection.
    Connect,
    /// The server's first line and its answer to EHLO.
    Greeting,
    /// The handshake, or the lack of STARTTLS.
    Tls,
    /// The login.
    Auth,
    /// The sender's address.
    Mail,
    /// The recipient's address.
    Rcpt,
    /// The request to take a message.
    Data,
    /// After the final dot.
    Dot,
}

/// What an answer means for the delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum Class {
    /// The server has taken charge of the message.
    Accepted,
    /// 4xx: try again later.
    Temporary,
    /// 5xx: this message or recipient is refused for good.
    Permanent,
    /// The server will not deal with this account or machine: 5xx at the greeting, EHLO or login
    /// (and 530 or 535 anywhere), or no trusted encryption. No recipient is at fault.
    ConnectionRefused,
    /// The connection failed before the final dot: certainly not delivered, safe to send again.
    Network,
    /// The connection failed after the final dot was handed over: delivered or not, nobody knows.
    Ambiguous,
}

/// The server's answer to one delivery, or the lack of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Outcome {
    /// What it means.
    pub class: Class,
    /// Where it came.
    pub stage: Stage,
    /// Reply code (RFC 5321), for example 550.
    pub code: Option<u16>,
    /// Enhanced status code (RFC 3463), for example `5.1.1`.
    pub enhanced: Option<String>,
    /// The server's own words, or those of the network.
    pub text: String,
}

impl Outcome {
    pub(super) fn plain(class: Class, stage: Stage, text: impl Into<String>) -> Self {
        Self { class, stage, code: None, enhanced: None, text: text.into() }
    }

    pub(super) fn accepted(stage: Stage, reply: &Response) -> Self {
        let text = reply.message().collect::<Vec<_>>().join(" ");
        let code = u16::from(reply.code());
        Self {
            class: Class::Accepted,
            stage,
            code: Some(code),
            enhanced: enhanced_code(code, &text),
            text,
        }
    }

    /// What lettre calls an error at `stage`: a 4xx or 5xx reply, or a failure of the line.
    pub(super) fn failed(stage: Stage, error: &SmtpError) -> Self {
        let text = error.source().map_or_else(|| error.to_string(), ToString::to_string);
        let Some(status) = error.status() else {
            // A handshake that failed; later, a broken record is a broken line like any other.
            if let Some(tls) = tls_error(error).filter(|_| stage <= Stage::Tls) {
                return Self::plain(Class::ConnectionRefused, Stage::Tls, tls.to_string());
            }
            let class = if stage == Stage::Dot { Class::Ambiguous } else { Class::Network };
            return Self::plain(class, stage, text);
        };
        let code = u16::from(status);
        let class = match (code, stage) {
            (530 | 535, _) => Class::ConnectionRefused,
            (500..=599, Stage::Connect | Stage::Greeting | Stage::Tls | Stage::Auth) => {
                Class::ConnectionRefused
            }
            (500..=599, _) => Class::Permanent,
            _ => Class::Temporary,
        };
        Self { class, stage, code: Some(code), enhanced: enhanced_code(code, &text), text }
    }

    /// Whether the trouble lies before any recipient was named, so that it says nothing of them.
    pub fn is_connection_trouble(&self) -> bool {
        self.stage < Stage::Mail || matches!(self.class, Class::ConnectionRefused | Class::Network)
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.code {
            Some(code) => write!(f, "{code} {}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

/// `5.1.1` at the beginning of a 5xx reply; the class must agree with the code (RFC 2034, 4).
fn enhanced_code(code: u16, text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    let mut numbers = word.split('.');
    let class: u16 = numbers.next()?.parse().ok()?;
    let subject: u16 = numbers.next()?.parse().ok()?;
    let detail: u16 = numbers.next()?.parse().ok()?;
    let shaped = numbers.next().is_none() && subject < 1000 && detail < 1000;
    (shaped && class == code / 100).then(|| word.to_owned())
}

/// Turns a failed connection into an error for the screen.
impl From<Outcome> for Error {
    fn from(outcome: Outcome) -> Self {
        use crate::error::Code;
        let (code, text) = match (outcome.class, outcome.stage) {
            (_, Stage::Auth) => (Code::NeedsLogin, "error-mail-login"),
            (Class::ConnectionRefused, _) => (Code::Offline, "error-mail-refused"),
            _ => (Code::Offline, "error-mail-unreachable"),
        };
        Self::new(code, text).because(outcome)
    }
}
