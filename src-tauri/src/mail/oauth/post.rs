//! One request to an identity server: a form is posted, the answer read whole. HTTP/1.1 by hand
//! (RFC 9112), since nothing else in Warta speaks it.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use url::Url;

use crate::error::{Code, Error, Result};
use crate::mail::probe::tls_config;

const PATIENCE: Duration = Duration::from_secs(20);
/// An answer with tokens has a few kilobytes.
const LARGEST: u64 = 256 * 1024;

/// The status and the body of the answer. On a thread of its own: whoever asks may stand within a
/// runtime, where no other may be started.
pub(super) fn form(url: &Url, form: &str) -> Result<(u16, Vec<u8>)> {
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| post(url, form));
        asking.join().unwrap_or_else(|_| Err(unreachable("the request panicked")))
    })
}

fn post(url: &Url, form: &str) -> Result<(u16, Vec<u8>)> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    let asked = runtime.block_on(async { tokio::time::timeout(PATIENCE, ask(url, form)).await });
    // A name that is still looked up must not hold anybody.
    runtime.shutdown_background();
    let raw = match asked {
        Ok(answer) => answer?,
        Err(late) => return Err(unreachable(late)),
    };
    read(&raw).ok_or_else(|| unreachable("no HTTP answer"))
}

fn unreachable(cause: impl std::fmt::Display) -> Error {
    Error::new(Code::Offline, "oauth-unreachable").because(cause)
}

async fn ask(url: &Url, form: &str) -> Result<Vec<u8>> {
    let host = url.host_str().ok_or_else(|| unreachable("no host"))?;
    let port = url.port_or_known_default().ok_or_else(|| unreachable("no port"))?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((bare, port)).await.map_err(unreachable)?;
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let request = format!(
        "POST {}{query} HTTP/1.1\r\nHost: {host}{}\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
        url.path(),
        url.port().map(|port| format!(":{port}")).unwrap_or_default(),
        form.len()
    );
    if url.scheme() == "https" {
        let name = ServerName::try_from(bare.to_owned()).map_err(unreachable)?;
        let connector = TlsConnector::from(tls_config(None)?);
        let stream = connector.connect(name, stream).await.map_err(unreachable)?;
        exchange(stream, &request).await
    } else {
        exchange(stream, &request).await
    }
}

async fn exchange(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    request: &str,
) -> Result<Vec<u8>> {
    stream.write_all(request.as_bytes()).await.map_err(unreachable)?;
    stream.flush().await.map_err(unreachable)?;
    let mut answer = Vec::new();
    match stream.take(LARGEST).read_to_end(&mut answer).await {
        Ok(_) => Ok(answer),
        // Some servers close without TLS's own goodbye; the length tells whether all is there.
        Err(cause) if cause.kind() == std::io::ErrorKind::UnexpectedEof && !answer.is_empty() => {
            Ok(answer)
        }
        Err(cause) => Err(unreachable(cause)),
    }
}

fn read(raw: &[u8]) -> Option<(u16, Vec<u8>)> {
    let end = memchr::memmem::find(raw, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(raw.get(..end)?).into_owned();
    let body = raw.get(end + 4..)?;
    let mut lines = head.lines();
    let status: u16 = lines.next()?.split_ascii_whitespace().nth(1)?.parse().ok()?;
    let field = |name: &str| {
        head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_ascii_lowercase())
        })
    };
    if field("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        return Some((status, unchunked(body)?));
    }
    let body = match field("content-length").and_then(|length| length.parse::<usize>().ok()) {
        Some(length) => body.get(..length)?,
        None => body,
    };
    Some((status, body.to_vec()))
}

fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = memchr::memmem::find(body, b"\r\n")?;
        let line = std::str::from_utf8(body.get(..end)?).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        let from = end + 2;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(from..from.checked_add(length)?)?);
        body = body.get(from + length + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_every_form() {
        let plain = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}rest";
        assert_eq!(read(plain), Some((200, b"{}".to_vec())));
        let chunked =
            b"HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        assert_eq!(read(chunked), Some((400, b"abcde".to_vec())));
        assert_eq!(read(b"HTTP/1.0 200 OK\r\n\r\nall"), Some((200, b"all".to_vec())));
        for broken in [&b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"[..], b"", b"x\r\n\r\n"] {
            assert_eq!(read(broken), None);
        }
    }
}
