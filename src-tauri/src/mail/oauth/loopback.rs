//! The port of this machine that the browser comes back to (RFC 8252, 7.3).

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use url::Url;

use super::Pages;
use crate::error::{Code, Error, Result};

const LOOK: Duration = Duration::from_millis(50);
/// Bytes of a request that are read; a code and a state are much shorter.
const LONGEST: usize = 16 * 1024;

pub(super) struct Doorway {
    listeners: Vec<TcpListener>,
    host: &'static str,
    port: u16,
}

impl Doorway {
    pub(super) fn open(host: &'static str) -> Result<Self> {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = first.local_addr()?.port();
        // A browser may take "localhost" for either.
        let second = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).ok();
        let listeners: Vec<TcpListener> = std::iter::once(first).chain(second).collect();
        for listener in &listeners {
            listener.set_nonblocking(true)?;
        }
        Ok(Self { listeners, host, port })
    }

    pub(super) fn address(&self) -> String {
        format!("http://{}:{}/", self.host, self.port)
    }

    /// The code that the browser brings, or the words of a refusal. What does not carry our state
    /// is not ours.
    pub(super) fn wait(
        self,
        state: &str,
        stop: &dyn Fn() -> bool,
        limit: Duration,
        pages: &Pages,
    ) -> Result<std::result::Result<String, String>> {
        let began = Instant::now();
        while began.elapsed() < limit {
            if stop() {
                return Err(Error::new(Code::Cancelled, "job-cancelled"));
            }
            let mut idle = true;
            for listener in &self.listeners {
                match listener.accept() {
                    Ok((stream, _)) => {
                        idle = false;
                        if let Some(brought) = answer(stream, state, pages) {
                            return Ok(brought);
                        }
                    }
                    Err(cause) if cause.kind() == ErrorKind::WouldBlock => {}
                    Err(cause) => log::warn!("the browser's port: {cause}"),
                }
            }
            if idle {
                std::thread::sleep(LOOK);
            }
        }
        Err(Error::new(Code::Offline, "oauth-nobody-came"))
    }
}

fn answer(
    mut stream: TcpStream,
    state: &str,
    pages: &Pages,
) -> Option<std::result::Result<String, String>> {
    let _ = stream.set_nonblocking(false);
    let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
    let path = requested(&mut stream).unwrap_or_default();
    let url = Url::parse("http://localhost").and_then(|base| base.join(&path)).ok();
    let find = |name: &str| {
        let url = url.as_ref()?;
        url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let brought = match (find("state"), find("code"), find("error")) {
        (Some(given), Some(code), _) if given == state => Some(Ok(code)),
        (Some(given), None, Some(error)) if given == state => {
            let more = find("error_description").unwrap_or_default();
            Some(Err(format!("{error} {more}").trim().to_owned()))
        }
        _ => None,
    };
    let (status, page) = match &brought {
        Some(Ok(_)) => ("200 OK", pages.good.as_str()),
        Some(Err(_)) => ("200 OK", pages.bad.as_str()),
        None => ("404 Not Found", ""),
    };
    let page = format!("<!doctype html><meta charset=\"utf-8\"><title>Warta</title><p>{page}</p>");
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        page.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(page.as_bytes()));
    brought
}

/// The path of a GET request.
fn requested(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut piece = [0u8; 1024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") && request.len() < LONGEST {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(read) => request.extend_from_slice(piece.get(..read)?),
        }
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    let mut words = text.lines().next()?.split_ascii_whitespace();
    (words.next()? == "GET").then(|| words.next().map(str::to_owned)).flatten()
}
