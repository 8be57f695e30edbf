//! Signing in with the browser: OAuth 2.0 for an app on a desk (RFC 6749, RFC 8252) with PKCE
//! (RFC 7636). The browser comes back to a port of this machine, and no secret is shipped.

mod loopback;
mod post;

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use rand::RngCore as _;
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use url::Url;
use url::form_urlencoded::Serializer;

use crate::error::{Code, Error, Result};

use super::address_url::is_loopback;
use loopback::Doorway;

/// An identity server and the office's own app there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Where the person signs in.
    pub auth_url: String,
    /// Where codes and refresh tokens are changed into access tokens.
    pub token_url: String,
    /// What is asked for, with blanks between.
    pub scope: String,
    /// The office's own client id.
    pub client_id: String,
    /// The client secret, where the provider gives one to apps on a desk (Google); it is the
    /// office's own.
    pub client_secret: Option<String>,
    /// How the browser finds back: `127.0.0.1`, or `localhost` where the provider wants the name.
    pub loopback: &'static str,
}

/// What an identity server gave.
#[derive(Clone)]
pub struct Given {
    /// Shown to the mail servers.
    pub access_token: String,
    /// How long it is good.
    pub good_for: Duration,
    /// Changed into the next access token; none = the one before stays.
    pub refresh_token: Option<String>,
}

/// A sign-in that waits for the browser.
pub struct SignIn {
    identity: Identity,
    door: Doorway,
    state: String,
    verifier: String,
    /// What the browser opens.
    pub url: String,
}

/// What the browser shows when it has come back.
#[derive(Debug, Clone)]
pub struct Pages {
    /// It went well: the window may be closed.
    pub good: String,
    /// It did not.
    pub bad: String,
}

/// Answers of an identity server that do not say how long a token is good.
const GOOD_FOR: u64 = 3600;

impl SignIn {
    /// Opens a port for the browser to come back to. `user` spares the person typing the address.
    pub fn begin(identity: &Identity, user: &str) -> Result<Self> {
        let mut url = checked(&identity.auth_url)?;
        checked(&identity.token_url)?;
        if identity.client_id.trim().is_empty() {
            return Err(Error::invalid("oauth_client_id", "oauth-no-client-id"));
        }
        let door = Doorway::open(identity.loopback)?;
        let (state, verifier) = (random_word(), random_word());
        let challenge = BASE64URL.encode(Sha256::digest(verifier.as_bytes()));
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", identity.client_id.trim())
            .append_pair("redirect_uri", &door.address())
            .append_pair("scope", &identity.scope)
            .append_pair("state", &state)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("access_type", "offline")
            .append_pair("prompt", "consent")
            .append_pair("login_hint", user);
        let url = url.to_string();
        Ok(Self { identity: identity.clone(), door, state, verifier, url })
    }

    /// Waits until the browser comes back, and changes what it brings into tokens.
    pub fn finish(self, stop: &dyn Fn() -> bool, limit: Duration, pages: &Pages) -> Result<Given> {
        let redirect = self.door.address();
        let brought = self.door.wait(&self.state, stop, limit, pages)?;
        let code = brought.map_err(|words| refused(&words))?;
        let identity = &self.identity;
        let mut form = Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", &code)
            .append_pair("redirect_uri", &redirect)
            .append_pair("code_verifier", &self.verifier);
        let given = ask(identity, form)?;
        if given.refresh_token.is_none() {
            return Err(refused("the server gave no refresh token"));
        }
        Ok(given)
    }
}

/// Changes a refresh token into an access token.
pub fn refresh(identity: &Identity, refresh_token: &str) -> Result<Given> {
    let mut form = Serializer::new(String::new());
    form.append_pair("grant_type", "refresh_token").append_pair("refresh_token", refresh_token);
    ask(identity, form)
}

fn ask(identity: &Identity, mut form: Serializer<'_, String>) -> Result<Given> {
    form.append_pair("client_id", identity.client_id.trim());
    if let Some(secret) = identity.client_secret.as_deref().filter(|secret| !secret.is_empty()) {
        form.append_pair("client_secret", secret);
    }
    let url = checked(&identity.token_url)?;
    let (status, body) = post::form(&url, &form.finish())?;
    let answer: Json = serde_json::from_slice(&body).unwrap_or_default();
    let word = |name: &str| answer.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let access_token = word("access_token");
    if (200..300).contains(&status) && !access_token.is_empty() {
        // Some write the number as a text.
        let seconds = answer.get("expires_in").and_then(|seconds| {
            seconds.as_u64().or_else(|| seconds.as_str().and_then(|text| text.parse().ok()))
        });
        let refresh_token = Some(word("refresh_token")).filter(|token| !token.is_empty());
        let good_for = Duration::from_secs(seconds.unwrap_or(GOOD_FOR));
        return Ok(Given { access_token, good_for, refresh_token });
    }
    let words: Vec<String> = ["error", "error_description"].iter().map(|name| word(name)).collect();
    let words = words.join(" ").trim().to_owned();
    let words = if words.is_empty() { format!("HTTP {status}") } else { words };
    if (500..600).contains(&status) || status == 429 {
        return Err(Error::new(Code::Offline, "oauth-unreachable").because(words));
    }
    Err(refused(&words))
}

fn refused(words: &str) -> Error {
    Error::new(Code::NeedsLogin, "oauth-refused").arg("words", words).because(words)
}

/// Tokens travel encrypted only, but for a server on this machine.
fn checked(url: &str) -> Result<Url> {
    let wrong = || Error::new(Code::Invalid, "oauth-address").arg("url", url);
    let parsed = Url::parse(url).map_err(|_| wrong())?;
    let host = parsed.host_str().ok_or_else(wrong)?;
    match parsed.scheme() {
        "https" => Ok(parsed),
        "http" if is_loopback(host) => Ok(parsed),
        _ => Err(wrong()),
    }
}

/// 43 letters out of 256 random bits (RFC 7636, 4.1).
fn random_word() -> String {
    let mut bytes = [0u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    BASE64URL.encode(bytes)
}
