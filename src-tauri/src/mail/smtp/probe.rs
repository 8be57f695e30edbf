//! The account wizard's test of a server that sends.

use std::net::SocketAddr;

use lettre::transport::smtp::client::SmtpConnection;

use super::{Class, Outcome, SmtpLogin, SmtpSession, Stage, expected, hello_name, tls_parameters};
use crate::error::Result;
use crate::mail::address_url::Security;
use crate::mail::probe::{
    CERTIFICATE_TEXTS, ProbeStage, ProbeStep, Steps, auth_text, reach, tls_error, tls_text,
};
use crate::mail::secret::Secret;

/// What a connection test found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Every step; the first that fails is the last.
    pub steps: Vec<ProbeStep>,
    /// The largest message that the server takes, in bytes (RFC 1870), 0 = it states none; none =
    /// it was not reached.
    pub size: Option<u64>,
}

/// The account wizard's test: every step with its outcome, the first failure explained. `from` is
/// tried as the sender's address; no message is sent.
pub fn probe(login: &SmtpLogin, from: &str) -> Result<Tried> {
    let mut size = None;
    Ok(Tried { steps: steps(login, from, &mut size)?, size })
}

fn steps(login: &SmtpLogin, from: &str, size: &mut Option<u64>) -> Result<Vec<ProbeStep>> {
    let url = &login.url;
    if url.security != Security::None {
        // A broken CA file is the person's input, not a step of the connection.
        crate::mail::probe::authorities(login.ca.as_deref())?;
    }
    let (mut steps, addresses) =
        match reach(Steps::default(), &url.host, url.port, login.timeouts.connect) {
            Ok(reached) => reached,
            Err(steps) => return Ok(steps),
        };
    let mut session = match SmtpSession::greet(login, &addresses) {
        Ok(session) => session,
        Err(outcome) => return Ok(greeting_failed(steps, login, &addresses, &outcome)),
    };
    steps.ok(ProbeStage::Greeting);
    *size = Some(session.offers.size.unwrap_or(0));
    if session.encrypted {
        steps.ok(ProbeStage::Tls);
    }
    if let Err(outcome) = session.log_in(login) {
        let text = match outcome.class {
            Class::Network => "probe-lost",
            _ if matches!(login.secret, Some(Secret::Token(_))) => "probe-token-refused",
            _ if outcome.code.is_none() => "probe-no-login-offered",
            _ => auth_text(&outcome.text),
        };
        return Ok(steps.failed(ProbeStage::Auth, text, outcome));
    }
    if url.user.is_some() && login.secret.is_some() {
        steps.ok(ProbeStage::Auth);
    }
    let tried = session.path(from).and_then(|from| {
        expected(Stage::Mail, session.line.command(format_args!("MAIL FROM:<{from}>\r\n")))
    });
    session.quit();
    Ok(match tried {
        Ok(()) => {
            steps.ok(ProbeStage::Use);
            steps.done()
        }
        Err(outcome) if matches!(outcome.code, Some(530)) => {
            steps.failed(ProbeStage::Auth, "probe-login-needed", outcome)
        }
        Err(outcome) => steps.failed(ProbeStage::Use, "probe-sender-refused", outcome),
    })
}

fn greeting_failed(
    mut steps: Steps,
    login: &SmtpLogin,
    addresses: &[SocketAddr],
    outcome: &Outcome,
) -> Vec<ProbeStep> {
    if outcome.stage == Stage::Tls {
        let unexplained = match login.url.security {
            Security::StartTls => "probe-no-starttls",
            _ => "probe-tls-failed",
        };
        let text = tls_reason(login, addresses).unwrap_or(unexplained);
        if text != "probe-needs-starttls" {
            steps.ok(ProbeStage::Greeting);
        }
        return steps.failed(ProbeStage::Tls, text, outcome);
    }
    let text = match outcome.class {
        Class::Network if speaks_tls(login, addresses) => "probe-needs-tls",
        Class::Network => "probe-no-greeting",
        Class::Temporary => "probe-server-busy",
        _ => "probe-server-refuses",
    };
    steps.failed(ProbeStage::Greeting, text, outcome)
}

/// Why the handshake failed; asked again because the outcome keeps only words.
fn tls_reason(login: &SmtpLogin, addresses: &[SocketAddr]) -> Option<&'static str> {
    let tls = tls_parameters(&login.url, login.ca.as_deref()).ok()?;
    let hello = hello_name();
    let wait = Some(login.timeouts.connect);
    let error = if login.url.security == Security::Tls {
        SmtpConnection::connect(addresses, wait, &hello, Some(&tls), None).err()?
    } else {
        let mut line = SmtpConnection::connect(addresses, wait, &hello, None, None).ok()?;
        if !line.can_starttls() {
            return None;
        }
        line.starttls(&tls, &hello).err()?
    };
    tls_error(&error).map(tls_text)
}

/// Whether a port that does not greet in plain text answers a TLS handshake.
fn speaks_tls(login: &SmtpLogin, addresses: &[SocketAddr]) -> bool {
    if login.url.security == Security::Tls {
        return false;
    }
    let Ok(tls) = tls_parameters(&login.url, login.ca.as_deref()) else { return false };
    let hello = hello_name();
    match SmtpConnection::connect(addresses, Some(login.timeouts.connect), &hello, Some(&tls), None)
    {
        Ok(_) => true,
        Err(error) => {
            tls_error(&error).is_some_and(|tls| CERTIFICATE_TEXTS.contains(&tls_text(tls)))
        }
    }
}
