//! DKIM (RFC 6376): signs outgoing mail with RSA-2048 and SHA-256, and makes the keys. lettre's own
//! signing takes its `Message`, which would be written a second time for each recipient; ours are
//! bytes already. ring signs three times as fast as the RSA of pure Rust, which makes the keys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::rand::SystemRandom;
use ring::rsa::KeyPair;
use ring::signature::RSA_PKCS1_SHA256;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey};
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey, LineEnding};
use rsa::rand_core::OsRng;
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Bits of a key: what RFC 8301 recommends, and what fits into the DNS of every provider.
pub const BITS: usize = 2048;
const FEWEST_BITS: usize = 1024;
const MOST_BITS: usize = 4096;

/// Headers that are signed where a message has them (RFC 6376, 5.4.1). From stands there twice, so
/// that no second one can be put in front of it.
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// A key pair.
#[derive(Clone, PartialEq, Eq)]
pub struct NewKey {
    /// The private half, PEM (PKCS #8).
    pub private_pem: String,
    /// The public half as the DNS record has it: base64 of its SubjectPublicKeyInfo.
    pub public: String,
}

/// Makes a key pair; takes up to some seconds.
pub fn make_key() -> Result<NewKey> {
    let key = RsaPrivateKey::new(&mut OsRng, BITS).map_err(Error::internal)?;
    pair_of(&key)
}

/// The pair of a private key that the office has already: PEM, PKCS #8 or PKCS #1.
pub fn read_key(pem: &str) -> Result<NewKey> {
    let unreadable = || Error::invalid("key", "account-dkim-key-unreadable");
    let pem = pem.trim();
    let key = RsaPrivateKey::from_pkcs8_pem(pem)
        .ok()
        .or_else(|| RsaPrivateKey::from_pkcs1_pem(pem).ok())
        .ok_or_else(unreadable)?;
    let bits = key.size() * 8;
    if !(FEWEST_BITS..=MOST_BITS).contains(&bits) {
        return Err(Error::invalid("key", "account-dkim-key-size").arg("bits", bits));
    }
    pair_of(&key)
}

fn pair_of(key: &RsaPrivateKey) -> Result<NewKey> {
    let private_pem = key.to_pkcs8_pem(LineEnding::LF).map_err(Error::internal)?.to_string();
    let public = RsaPublicKey::from(key).to_public_key_der().map_err(Error::internal)?;
    Ok(NewKey { private_pem, public: BASE64.encode(public.as_bytes()) })
}

/// The name of the DNS record.
pub fn record_name(selector: &str, domain: &str) -> String {
    format!("{selector}._domainkey.{domain}")
}

/// The text of the DNS record (RFC 6376, 3.6.1).
pub fn record_text(public: &str) -> String {
    format!("v=DKIM1; k=rsa; p={public}")
}

/// The record as a line of a zone file: one string of a TXT record has at most 255 bytes.
pub fn zone_line(selector: &str, domain: &str, public: &str) -> String {
    let text = record_text(public);
    let mut strings = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        // The text is ASCII.
        let (string, after) = rest.split_at(rest.len().min(250));
        strings.push(format!("\"{string}\""));
        rest = after;
    }
    format!("{}. IN TXT ( {} )", record_name(selector, domain), strings.join(" "))
}

/// Whether `selector` can stand in the name of a DNS record.
pub fn is_selector(selector: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    selector.len() <= 63 && selector.split('.').all(is_label)
}

/// A key that is ready to sign: parsed once, used for every message.
pub struct Signer {
    key: KeyPair,
    random: SystemRandom,
    domain: String,
    selector: String,
}

impl Signer {
    /// A signer for a domain from its private key (PEM).
    pub fn new(private_pem: &str, domain: &str, selector: &str) -> Result<Self> {
        let unreadable = || Error::invalid("key", "account-dkim-key-unreadable");
        let key = RsaPrivateKey::from_pkcs8_pem(private_pem.trim()).map_err(|_| unreadable())?;
        let der = key.to_pkcs1_der().map_err(Error::internal)?;
        let key = KeyPair::from_der(der.as_bytes()).map_err(|_| unreadable())?;
        Ok(Self {
            key,
            random: SystemRandom::new(),
            domain: domain.to_owned(),
            selector: selector.to_owned(),
        })
    }

    /// The message with its signature in front. `at`: seconds since 1970.
    pub fn sign(&self, message: &[u8], at: i64) -> Result<Vec<u8>> {
        let header = self.header(message, at)?;
        let mut signed = Vec::with_capacity(header.len() + message.len());
        signed.extend_from_slice(header.as_bytes());
        signed.extend_from_slice(message);
        Ok(signed)
    }

    /// The `DKIM-Signature` header with its line end.
    fn header(&self, message: &[u8], at: i64) -> Result<String> {
        let (head, body) = split(message);
        let fields = fields_of(head);
        let mut names: Vec<&str> = Vec::new();
        let mut hash = Vec::with_capacity(1024);
        for name in SIGNED {
            // Of a header that stands there more than once the last is signed first.
            if let Some(field) = fields.iter().rev().find(|field| is_named(field, name)) {
                names.push(name);
                push_relaxed_field(&mut hash, field);
            }
        }
        names.push("From");
        let body_hash = BASE64.encode(body_hash(body));
        let unsigned = format!(
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={};\r\n s={}; t={at};\r\n h={};\r\n bh={body_hash};\r\n b=",
            self.domain,
            self.selector,
            folded(&names),
        );
        push_relaxed_field(&mut hash, unsigned.as_bytes());
        // The signature's own field is hashed without its line end (RFC 6376, 3.7).
        hash.truncate(hash.len().saturating_sub(2));
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(&RSA_PKCS1_SHA256, &self.random, &hash, &mut signature)
            .map_err(|_| Error::internal("the message could not be signed"))?;
        let mut header = unsigned;
        let signature = BASE64.encode(signature);
        let mut rest = signature.as_str();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.len().min(72));
            header.push_str(line);
            header.push_str(if after.is_empty() { "\r\n" } else { "\r\n  " });
            rest = after;
        }
        Ok(header)
    }
}

/// `From:To:…` in lines that no server breaks.
fn folded(names: &[&str]) -> String {
    let mut text = String::new();
    let mut length = 0;
    for (number, name) in names.iter().enumerate() {
        if number > 0 {
            text.push(':');
            if length + name.len() > 64 {
                text.push_str("\r\n  ");
                length = 0;
            }
        }
        text.push_str(name);
        length += name.len() + 1;
    }
    text
}

/// The head with its last line end, and the body after the empty line.
fn split(message: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memmem::find(message, b"\r\n\r\n") {
        Some(at) => {
            (message.get(..at + 2).unwrap_or_default(), message.get(at + 4..).unwrap_or_default())
        }
        None => (message, &[]),
    }
}

/// Each header with its folded lines, without its last line end.
fn fields_of(head: &[u8]) -> Vec<&[u8]> {
    let mut fields = Vec::new();
    let mut begun = 0;
    for end in memchr::memmem::find_iter(head, b"\r\n") {
        let goes_on = matches!(head.get(end + 2), Some(b' ' | b'\t'));
        if !goes_on {
            fields.extend(head.get(begun..end).filter(|field| !field.is_empty()));
            begun = end + 2;
        }
    }
    fields
}

fn is_named(field: &[u8], name: &str) -> bool {
    let colon = memchr::memchr(b':', field).unwrap_or(0);
    field.get(..colon).is_some_and(|found| found.trim_ascii().eq_ignore_ascii_case(name.as_bytes()))
}

/// One header in the relaxed form (RFC 6376, 3.4.2), with its line end.
fn push_relaxed_field(out: &mut Vec<u8>, field: &[u8]) {
    let colon = memchr::memchr(b':', field).unwrap_or(field.len());
    let name = field.get(..colon).unwrap_or_default().trim_ascii();
    out.extend(name.iter().map(u8::to_ascii_lowercase));
    out.push(b':');
    let value = field.get(colon + 1..).unwrap_or_default();
    let mut space = false;
    let mut begun = false;
    for byte in value {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => space = true,
            other => {
                if space && begun {
                    out.push(b' ');
                }
                out.push(*other);
                (space, begun) = (false, true);
            }
        }
    }
    out.extend_from_slice(b"\r\n");
}

/// SHA-256 of the body in the relaxed form (RFC 6376, 3.4.4).
fn body_hash(body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut begun = 0;
    let mut empty_lines = 0_usize;
    let mut line_of_body = |line: &[u8]| {
        let kept = line.trim_ascii_end_spaces();
        if kept.is_empty() {
            empty_lines += 1;
            return;
        }
        for _ in 0..std::mem::take(&mut empty_lines) {
            hash.update(b"\r\n");
        }
        update_relaxed(&mut hash, kept);
        hash.update(b"\r\n");
    };
    for end in memchr::memmem::find_iter(body, b"\r\n") {
        line_of_body(body.get(begun..end).unwrap_or_default());
        begun = end + 2;
    }
    line_of_body(body.get(begun..).unwrap_or_default());
    hash.finalize().into()
}

/// White space within a line counts as one space. Lines of base64 have none and go as they are.
fn update_relaxed(hash: &mut Sha256, line: &[u8]) {
    let has_runs =
        memchr::memchr(b'\t', line).is_some() || memchr::memmem::find(line, b"  ").is_some();
    if !has_runs {
        hash.update(line);
        return;
    }
    let mut relaxed = Vec::with_capacity(line.len());
    let mut space = false;
    for byte in line {
        if matches!(byte, b' ' | b'\t') {
            space = true;
        } else {
            if space {
                relaxed.push(b' ');
            }
            relaxed.push(*byte);
            space = false;
        }
    }
    hash.update(&relaxed);
}

/// Only these two count as white space at the end of a line.
trait WithoutSpaces {
    fn trim_ascii_end_spaces(&self) -> &[u8];
}

impl WithoutSpaces for [u8] {
    fn trim_ascii_end_spaces(&self) -> &[u8] {
        let kept = self.iter().rposition(|byte| !matches!(byte, b' ' | b'\t'));
        kept.and_then(|last| self.get(..=last)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_relaxed_as_the_rfc_shows_it() {
        // The example of RFC 6376, 3.4.5.
        let mut head = Vec::new();
        for field in fields_of(b"A: X\r\nB : Y\t\r\n\tZ  \r\n") {
            push_relaxed_field(&mut head, field);
        }
        assert_eq!(head, b"a:X\r\nb:Y Z\r\n");
        let expected: [u8; 32] = Sha256::digest(b" C\r\nD E\r\n").into();
        assert_eq!(body_hash(b" C \r\nD \t E\r\n\r\n\r\n"), expected);
    }

    #[test]
    fn an_empty_body_has_the_hash_of_nothing() {
        let nothing: [u8; 32] = Sha256::digest(b"").into();
        for body in ["", "\r\n", "\r\n\r\n", " \t\r\n"] {
            assert_eq!(body_hash(body.as_bytes()), nothing, "{body:?}");
        }
        let line: [u8; 32] = Sha256::digest(b"a\r\n").into();
        assert_eq!(body_hash(b"a"), line, "a missing line end is put there");
    }

    #[test]
    fn a_selector_is_a_name_of_the_dns() {
        for good in ["warta", "warta-202611", "a.b", "2026"] {
            assert!(is_selector(good), "{good}");
        }
        for bad in ["", "a b", "a;b", "-a", "a-", "a..b", "warta_1", "é"] {
            assert!(!is_selector(bad), "{bad}");
        }
    }

    #[test]
    fn a_zone_line_has_short_strings() {
        let line = zone_line("s", "example.id", &"A".repeat(392));
        assert!(line.starts_with("s._domainkey.example.id. IN TXT ( \"v=DKIM1; k=rsa; p=AAA"));
        let strings: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        assert!(strings.iter().all(|string| string.len() <= 255), "{line}");
        assert_eq!(strings.concat(), record_text(&"A".repeat(392)));
    }
}
