//! The address of a mail server written as one line: `smtps://user@host:port`. The scheme says how
//! the line is protected; the password never stands in it.

use std::fmt;
use std::net::IpAddr;

use crate::error::{Error, Result};

/// Which of the two mail protocols a URL must speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `smtp://` (STARTTLS, port 587) or `smtps://` (TLS from the first byte, port 465; RFC 8314).
    Smtp,
    /// `imap://` (STARTTLS, port 143) or `imaps://` (TLS from the first byte, port 993; RFC 8314).
    Imap,
}

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte.
    Tls,
    /// A plain greeting, then STARTTLS, which is required: without it the connection ends.
    StartTls,
    /// No protection; only for servers on this machine.
    None,
}

/// Where a mail server listens, how the connection is protected and who logs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerUrl {
    /// The protocol.
    pub scheme: Scheme,
    /// Host name or address, an IPv6 address without its brackets.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The login name, decoded; often a mail address.
    pub user: Option<String>,
}

/// Reads a server address. A password inside is refused, so that it never reaches a log or a
/// list of commands; `?tls=none` is taken for this machine only.
pub fn parse(url: &str, scheme: Scheme) -> Result<ServerUrl> {
    let wrong = || Error::invalid("url", "error-server-url").arg("url", without_secrets(url));
    let (name, rest) = url.trim().split_once("://").ok_or_else(wrong)?;
    let security = match (scheme, name.to_ascii_lowercase().as_str()) {
        (Scheme::Smtp, "smtps") | (Scheme::Imap, "imaps") => Security::Tls,
        (Scheme::Smtp, "smtp") | (Scheme::Imap, "imap") => Security::StartTls,
        _ => {
            let expected = match scheme {
                Scheme::Smtp => "smtps://, smtp://",
                Scheme::Imap => "imaps://, imap://",
            };
            return Err(Error::invalid("url", "error-server-url-scheme").arg("expected", expected));
        }
    };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.strip_suffix('/').unwrap_or(place);
    // The last @ divides, so that a login name with its own @ may also stand undecoded.
    let (user, server) = match place.rsplit_once('@') {
        Some((user, server)) => (Some(user), server),
        None => (None, place),
    };
    let user = match user {
        Some(user) if user.contains(':') => {
            return Err(Error::invalid("url", "error-server-url-password"));
        }
        Some(user) => {
            Some(percent_decoded(user).filter(|name| !name.is_empty()).ok_or_else(wrong)?)
        }
        None => None,
    };
    if user.as_deref().is_some_and(|name| name.chars().any(char::is_control)) {
        return Err(wrong());
    }
    let (host, port) = host_and_port(server).ok_or_else(wrong)?;
    let security = match query {
        "" => security,
        "tls=none" if is_loopback(&host) => Security::None,
        "tls=none" => {
            return Err(Error::invalid("url", "error-server-url-unprotected").arg("host", &host));
        }
        _ => return Err(wrong()),
    };
    let port = port.unwrap_or(default_port(scheme, security));
    Ok(ServerUrl { scheme, host, port, security, user })
}

/// Whether `host` can only mean this machine.
pub fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn default_port(scheme: Scheme, security: Security) -> u16 {
    match (scheme, security) {
        (Scheme::Smtp, Security::Tls) => 465,
        (Scheme::Smtp, _) => 587,
        (Scheme::Imap, Security::Tls) => 993,
        (Scheme::Imap, _) => 143,
    }
}

fn host_and_port(server: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = if let Some(rest) = server.strip_prefix('[') {
        let (host, after) = rest.split_once(']')?;
        host.parse::<std::net::Ipv6Addr>().ok()?;
        (host, after.strip_prefix(':').map(Some).or(after.is_empty().then_some(None))?)
    } else {
        match server.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (server, None),
        }
    };
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    if host.is_empty() || !host.chars().all(allowed) {
        return None;
    }
    let port = match port {
        Some(port) => Some(port.parse::<u16>().ok().filter(|port| *port > 0)?),
        None => None,
    };
    Some((host.to_lowercase(), port))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn without_secrets(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((user, server)) = rest.rsplit_once('@') else { return url.to_owned() };
    let user = user.split(':').next().unwrap_or_default();
    format!("{scheme}://{user}@{server}")
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match (self.scheme, self.security) {
            (Scheme::Smtp, Security::Tls) => "smtps",
            (Scheme::Smtp, _) => "smtp",
            (Scheme::Imap, Security::Tls) => "imaps",
            (Scheme::Imap, _) => "imap",
        };
        write!(f, "{scheme}://")?;
        if let Some(user) = &self.user {
            for byte in user.bytes() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                    write!(f, "{}", char::from(byte))?;
                } else {
                    write!(f, "%{byte:02X}")?;
                }
            }
            write!(f, "@")?;
        }
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)?;
        } else {
            write!(f, "{}:{}", self.host, self.port)?;
        }
        if self.security == Security::None {
            write!(f, "?tls=none")?;
        }
        Ok(())
    }
}
