//! An identity server for tests (RFC 6749 with PKCE): it remembers the challenge of each sign-in,
//! gives tokens for the right verifier only, and refuses what a test tells it to.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use url::Url;
use url::form_urlencoded::parse;

#[derive(Default)]
struct State {
    challenges: HashMap<String, String>,
    given: usize,
    refused: bool,
    good_for: u64,
    forms: Vec<HashMap<String, String>>,
}

/// A running server.
pub struct IdentityServer {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    state: Arc<Mutex<State>>,
}

impl IdentityServer {
    /// Starts it; tokens are good for an hour.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(Mutex::new(State { good_for: 3600, ..State::default() }));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let state = Arc::clone(&shared);
                std::thread::spawn(move || answer(stream, &state));
            }
        });
        Self { port, state }
    }

    /// Where the person signs in.
    pub fn auth_url(&self) -> String {
        format!("http://127.0.0.1:{}/authorize", self.port)
    }

    /// Where tokens are given.
    pub fn token_url(&self) -> String {
        format!("http://127.0.0.1:{}/token", self.port)
    }

    /// From now on every refresh token is refused.
    pub fn refuse(&self) {
        self.state.lock().unwrap().refused = true;
    }

    /// The access token that was given last.
    pub fn token(&self) -> String {
        format!("access-{}", self.state.lock().unwrap().given)
    }

    /// Every form that was posted.
    pub fn forms(&self) -> Vec<HashMap<String, String>> {
        self.state.lock().unwrap().forms.clone()
    }

    /// What a person does in the browser: opens the address, agrees, and is led back. The page.
    pub fn sign_in(&self, url: &str) -> String {
        let url = Url::parse(url).expect("an address");
        assert!(url.as_str().starts_with(&self.auth_url()), "{url}");
        let asked: HashMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["code_challenge_method"], "S256");
        let mut state = self.state.lock().unwrap();
        let code = format!("code-{}", state.challenges.len() + 1);
        state.challenges.insert(code.clone(), asked["code_challenge"].clone());
        drop(state);
        get(&asked["redirect_uri"], &[("state", &asked["state"]), ("code", &code)])
    }
}

/// Opens an address of this machine, as a browser does; the whole answer.
pub fn get(address: &str, query: &[(&str, &str)]) -> String {
    let mut url = Url::parse(address).expect("an address");
    url.query_pairs_mut().extend_pairs(query);
    let host = (url.host_str().expect("a host"), url.port().expect("a port"));
    let mut stream = TcpStream::connect(host).expect("somebody listens");
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("write");
    let mut page = String::new();
    let _ = stream.read_to_string(&mut page);
    page
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) {
    let mut request = Vec::new();
    let mut piece = [0u8; 4096];
    let form = loop {
        let Ok(read) = stream.read(&mut piece) else { return };
        if read == 0 {
            return;
        }
        request.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_lowercase().strip_prefix("content-length: ").map(str::to_owned)
            })
            .map_or(0, |length| length.parse().unwrap());
        if body.len() >= length {
            break parse(body.as_bytes()).into_owned().collect::<HashMap<String, String>>();
        }
    };
    let (status, body) = given(&form, &mut state.lock().unwrap());
    let _ = write!(
        stream,
        "HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
        body.len()
    );
}

fn given(form: &HashMap<String, String>, state: &mut State) -> (u16, String) {
    state.forms.push(form.clone());
    let word = |name: &str| form.get(name).cloned().unwrap_or_default();
    let refused =
        |why: &str| (400, format!(r#"{{"error":"invalid_grant","error_description":"{why}"}}"#));
    match word("grant_type").as_str() {
        "authorization_code" => {
            let challenge =
                URL_SAFE_NO_PAD.encode(Sha256::digest(word("code_verifier").as_bytes()));
            if state.challenges.remove(&word("code")) != Some(challenge) {
                return refused("wrong verifier");
            }
        }
        "refresh_token" if state.refused => return refused("Token has been expired or revoked."),
        "refresh_token" if word("refresh_token") != format!("refresh-{}", state.given) => {
            return refused("an old refresh token");
        }
        _ => {}
    }
    state.given += 1;
    let (number, good_for) = (state.given, state.good_for);
    (
        200,
        format!(
            r#"{{"access_token":"access-{number}","token_type":"Bearer","expires_in":{good_for},"refresh_token":"refresh-{number}"}}"#
        ),
    )
}
