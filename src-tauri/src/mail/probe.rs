//! A connection test in steps, told in plain words: what both protocols share of it.

use std::fmt;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use rustls_platform_verifier::Verifier;
use serde::Serialize;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, ClientConfig};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// A step of a connection test, in the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum ProbeStage {
    /// The host's name is looked up.
    Dns,
    /// The port is opened.
    Connect,
    /// The server greets.
    Greeting,
    /// The line is encrypted and the certificate checked.
    Tls,
    /// The user logs in.
    Auth,
    /// Sending: the server takes the sender's address. Reading: the inbox opens.
    Use,
}

/// The outcome of one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProbeStep {
    /// Which step.
    pub stage: ProbeStage,
    /// Whether it went well.
    pub ok: bool,
    /// Key of the sentence in `account.ftl`; it takes `$host` and `$port`.
    pub text: &'static str,
    /// The server's or the system's own words, for the "details" fold.
    pub details: Option<String>,
}

/// Collects steps; the first that fails is the last.
#[derive(Debug, Default)]
pub(super) struct Steps(Vec<ProbeStep>);

impl Steps {
    pub(super) fn ok(&mut self, stage: ProbeStage) {
        let text = match stage {
            ProbeStage::Dns => "probe-dns-ok",
            ProbeStage::Connect => "probe-connect-ok",
            ProbeStage::Greeting => "probe-greeting-ok",
            ProbeStage::Tls => "probe-tls-ok",
            ProbeStage::Auth => "probe-auth-ok",
            ProbeStage::Use => "probe-use-ok",
        };
        self.0.push(ProbeStep { stage, ok: true, text, details: None });
    }

    pub(super) fn failed(
        mut self,
        stage: ProbeStage,
        text: &'static str,
        details: impl fmt::Display,
    ) -> Vec<ProbeStep> {
        self.0.push(ProbeStep { stage, ok: false, text, details: Some(details.to_string()) });
        self.0
    }

    pub(super) fn done(self) -> Vec<ProbeStep> {
        self.0
    }
}

/// Looks the host up and opens the port once, to tell the two apart. Gives the addresses.
pub(super) fn reach(
    mut steps: Steps,
    host: &str,
    port: u16,
    timeout: Duration,
) -> std::result::Result<(Steps, Vec<SocketAddr>), Vec<ProbeStep>> {
    let addresses: Vec<SocketAddr> = match (host, port).to_socket_addrs() {
        Ok(addresses) => addresses.collect(),
        Err(cause) => return Err(steps.failed(ProbeStage::Dns, "probe-host-unknown", cause)),
    };
    if addresses.is_empty() {
        return Err(steps.failed(ProbeStage::Dns, "probe-host-unknown", host));
    }
    steps.ok(ProbeStage::Dns);
    let mut last = None;
    for address in &addresses {
        match TcpStream::connect_timeout(address, timeout) {
            Ok(_) => {
                steps.ok(ProbeStage::Connect);
                return Ok((steps, addresses));
            }
            Err(cause) => last = Some(cause),
        }
    }
    let cause = last.unwrap_or_else(|| std::io::ErrorKind::NotConnected.into());
    Err(steps.failed(ProbeStage::Connect, connect_text(&cause), cause))
}

fn connect_text(cause: &std::io::Error) -> &'static str {
    use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};
    match cause.kind() {
        ConnectionRefused => "probe-connection-refused",
        HostUnreachable | NetworkUnreachable => "probe-no-network",
        _ => "probe-port-blocked",
    }
}

/// The TLS error somewhere in a chain of causes.
pub(super) fn tls_error<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> Option<&'e rustls::Error> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(tls) = error.downcast_ref::<rustls::Error>() {
            return Some(tls);
        }
        let inside = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        next = match inside {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

/// Whether a chain of causes ends in a time-out of the socket.
pub(super) fn is_timeout(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{TimedOut, WouldBlock};
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            // Linux reports a passed SO_RCVTIMEO as "would block".
            return matches!(io.kind(), TimedOut | WouldBlock);
        }
        next = error.source();
    }
    false
}

/// What [`tls_text`] says when TLS was spoken and only the certificate was wrong.
pub(super) const CERTIFICATE_TEXTS: [&str; 3] =
    ["probe-certificate-name", "probe-certificate-expired", "probe-certificate-untrusted"];

/// The sentence for a failed handshake.
pub(super) fn tls_text(error: &rustls::Error) -> &'static str {
    use rustls::CertificateError;
    match error {
        rustls::Error::InvalidMessage(_) => "probe-needs-starttls",
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => "probe-certificate-name",
        rustls::Error::InvalidCertificate(
            CertificateError::Expired | CertificateError::ExpiredContext { .. },
        ) => "probe-certificate-expired",
        rustls::Error::InvalidCertificate(_) => "probe-certificate-untrusted",
        _ => "probe-tls-failed",
    }
}

/// The sentence for a refused login, from the server's own words.
pub(super) fn auth_text(said: &str) -> &'static str {
    let said = said.to_ascii_lowercase();
    let any = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
    if any(&["application-specific password", "app password", "5.7.9", "invalidsecondfactor"]) {
        "probe-app-password"
    } else if any(&[
        "5.7.139",
        "smtpclientauthentication is disabled",
        "basic authentication is disabled",
    ]) {
        "probe-smtp-auth-off"
    } else if any(&["too many", "rate limit", "4.7.0"]) {
        "probe-auth-later"
    } else {
        "probe-wrong-password"
    }
}

/// The office's own certificate authority, read from PEM.
pub(super) fn authorities(pem: Option<&[u8]>) -> Result<Vec<CertificateDer<'static>>> {
    let Some(pem) = pem else { return Ok(Vec::new()) };
    let certificates = CertificateDer::pem_slice_iter(pem)
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|cause| Error::invalid("ca", "error-ca-file").because(cause))?;
    if certificates.is_empty() {
        return Err(Error::invalid("ca", "error-ca-file"));
    }
    Ok(certificates)
}

/// TLS as the machine trusts it, plus the office's own authority where one is given.
pub(super) fn tls_config(ca: Option<&[u8]>) -> Result<Arc<ClientConfig>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let broken = |cause: rustls::Error| Error::new(Code::Internal, "error-tls").because(cause);
    let verifier =
        Verifier::new_with_extra_roots(authorities(ca)?, Arc::clone(&provider)).map_err(broken)?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(broken)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(Arc::new(config))
}
