//! The way to a logged-in session: connection, encryption, greeting, login.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use async_imap::error::Error as ImapError;
use async_imap::imap_proto::{Response, Status};
use async_imap::{Authenticator, Client, Session};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::ImapLogin;
use super::patient::{Patience, Patient};
use crate::error::{Code, Error};
use crate::mail::address_url::{Security, is_loopback};
use crate::mail::probe::{CERTIFICATE_TEXTS, ProbeStage, tls_config, tls_error, tls_text};
use crate::mail::secret::{Secret, xoauth2};

pub(super) trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}
pub(super) type Line = Box<dyn Wire>;

/// Why no session came about.
pub(super) struct Trouble {
    pub(super) stage: Option<ProbeStage>,
    tls_text: Option<&'static str>,
    /// The server said no, as opposed to saying nothing.
    pub(super) refused: bool,
    pub(super) details: String,
    /// There was no token to log in with.
    error: Option<Error>,
}

impl Trouble {
    pub(super) fn line(cause: impl fmt::Display) -> Self {
        Self {
            stage: None,
            tls_text: None,
            refused: false,
            details: cause.to_string(),
            error: None,
        }
    }

    fn tls(cause: &std::io::Error) -> Self {
        let tls_text = tls_error(cause).map(tls_text);
        // Something else than TLS answered, or nothing did.
        Self {
            stage: Some(ProbeStage::Tls),
            tls_text,
            refused: tls_text.is_some(),
            details: cause.to_string(),
            error: None,
        }
    }

    fn of(error: &ImapError) -> Self {
        let refused =
            matches!(error, ImapError::No(_) | ImapError::Bad(_) | ImapError::Validate(_));
        Self { stage: None, tls_text: None, refused, details: error.to_string(), error: None }
    }

    pub(super) fn text(&self) -> &'static str {
        self.tls_text.unwrap_or("probe-tls-failed")
    }

    pub(super) fn into_error(self, login: &ImapLogin) -> Error {
        if let Some(error) = self.error {
            return error;
        }
        let key = match (&login.secret, self.stage) {
            (Secret::Token(_), _) if self.refused && self.stage.is_none() => "error-mail-token",
            _ if self.refused && self.stage.is_none() => "error-mail-login",
            (_, Some(ProbeStage::Tls)) => "error-mail-tls",
            _ => "error-mail-unreachable",
        };
        let code = match key {
            "error-mail-token" | "error-mail-login" => Code::NeedsLogin,
            _ => Code::Offline,
        };
        Error::new(code, key)
            .arg("server", &login.url.host)
            .arg("words", &self.details)
            .because(self.details)
    }
}

async fn connected(login: &ImapLogin) -> std::result::Result<TcpStream, Trouble> {
    let url = &login.url;
    let opening = TcpStream::connect((url.host.as_str(), url.port));
    let stream = tokio::time::timeout(login.timeout, opening)
        .await
        .map_err(Trouble::line)?
        .map_err(Trouble::line)?;
    let _ = stream.set_nodelay(true);
    Ok(stream)
}

async fn encrypted(login: &ImapLogin, stream: Line) -> std::result::Result<Line, Trouble> {
    let unusable = |details: String| Trouble {
        stage: Some(ProbeStage::Tls),
        tls_text: None,
        refused: false,
        details,
        error: None,
    };
    let config = tls_config(login.ca.as_deref()).map_err(|error| unusable(error.to_string()))?;
    let name = ServerName::try_from(login.url.host.clone())
        .map_err(|cause| unusable(cause.to_string()))?;
    let handshake = TlsConnector::from(config).connect(name, stream);
    match tokio::time::timeout(login.timeout, handshake).await {
        Ok(Ok(stream)) => Ok(Box::new(stream)),
        Ok(Err(cause)) => Err(Trouble::tls(&cause)),
        Err(late) => Err(unusable(late.to_string())),
    }
}

pub(super) async fn greet(
    login: &ImapLogin,
    patience: &Patience,
) -> std::result::Result<Client<Line>, Trouble> {
    let stream: Line = Box::new(Patient::new(connected(login).await?, patience.clone()));
    let stream =
        if login.url.security == Security::Tls { encrypted(login, stream).await? } else { stream };
    let mut client = Client::new(stream);
    let greeting = tokio::time::timeout(login.timeout, client.read_response())
        .await
        .map_err(Trouble::line)?
        .map_err(Trouble::line)?
        .ok_or_else(|| Trouble::line("the server closed the connection"))?;
    if let Response::Data { status: Status::Bye, outcome } = greeting.parsed() {
        return Err(Trouble::line(outcome.information.as_deref().unwrap_or("BYE")));
    }
    if login.url.security != Security::StartTls {
        return Ok(client);
    }
    let asked =
        tokio::time::timeout(login.timeout, client.run_command_and_check_ok("STARTTLS", None))
            .await;
    match asked {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            let mut trouble = Trouble::of(&error);
            trouble.stage = Some(ProbeStage::Tls);
            trouble.tls_text = Some("probe-no-starttls");
            return Err(trouble);
        }
        Err(late) => return Err(Trouble::line(late)),
    }
    // Taking the stream out drops whatever was said in plain text after the OK.
    Ok(Client::new(encrypted(login, client.into_inner()).await?))
}

/// Whether a port that says nothing in plain text answers a TLS handshake.
pub(super) async fn speaks_tls(login: &ImapLogin) -> bool {
    let Ok(stream) = connected(login).await else { return false };
    match encrypted(login, Box::new(stream)).await {
        Ok(_) => true,
        Err(trouble) => CERTIFICATE_TEXTS.contains(&trouble.text()),
    }
}

/// Logs in. A token that is refused is fetched anew by the caller, who says so by `renewed`.
pub(super) async fn log_in(
    login: &ImapLogin,
    client: Client<Line>,
    renewed: bool,
) -> std::result::Result<Session<Line>, Trouble> {
    let user = login.url.user.as_deref().unwrap_or_default();
    if login.url.security == Security::None && !is_loopback(&login.url.host) {
        return Err(Trouble::line("the password is only sent over an encrypted connection"));
    }
    let challenge = Arc::new(Mutex::new(String::new()));
    // A quoted string may only hold ASCII, so other names and passwords go by SASL.
    let entering = async {
        match &login.secret {
            Secret::Password(password) if user.is_ascii() && password.is_ascii() => {
                Ok(client.login(user, password).await)
            }
            Secret::Password(password) => {
                Ok(client.authenticate("PLAIN", PlainLogin { user, password }).await)
            }
            Secret::Token(tokens) => {
                let token = tokens.token(renewed)?;
                let said = Arc::clone(&challenge);
                let answer = TokenLogin { first: Some(xoauth2(user, &token)), said };
                Ok(client.authenticate("XOAUTH2", answer).await)
            }
        }
    };
    match tokio::time::timeout(login.timeout, entering).await {
        Ok(Ok(Ok(session))) => Ok(session),
        Ok(Ok(Err((error, _client)))) => {
            let mut trouble = Trouble::of(&error);
            let said = challenge.lock().unwrap_or_else(PoisonError::into_inner);
            if !said.is_empty() {
                trouble.details = format!("{} {said}", trouble.details);
            }
            Err(trouble)
        }
        Ok(Err(error)) => {
            let mut trouble = Trouble::line(&error);
            trouble.error = Some(error);
            Err(trouble)
        }
        Err(late) => Err(Trouble::line(late)),
    }
}

/// RFC 4616.
struct PlainLogin<'a> {
    user: &'a str,
    password: &'a str,
}

impl Authenticator for PlainLogin<'_> {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> String {
        format!("\0{}\0{}", self.user, self.password)
    }
}

/// XOAUTH2: a refusal comes as a challenge with the reason, which wants an empty answer before the
/// server says no.
struct TokenLogin {
    first: Option<String>,
    said: Arc<Mutex<String>>,
}

impl Authenticator for TokenLogin {
    type Response = String;

    fn process(&mut self, challenge: &[u8]) -> String {
        if !challenge.is_empty() {
            *self.said.lock().unwrap_or_else(PoisonError::into_inner) =
                String::from_utf8_lossy(challenge).into_owned();
        }
        if challenge.is_empty() { self.first.take().unwrap_or_default() } else { String::new() }
    }
}
