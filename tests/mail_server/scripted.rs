//! An SMTP server that does what a test tells it: its own reply for each recipient or each step,
//! a connection cut at any moment, also after the final dot without a word, and a count of the
//! messages it took by Message-ID. One thread a connection.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{header_value, say};

/// What the client has just done.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// Opened a connection; its number, from 1.
    Connect(usize),
    /// EHLO or HELO.
    Hello,
    /// A complete login, right or not; user and password.
    Auth(&'a str, &'a str),
    /// MAIL FROM, with parameters.
    Mail(&'a str),
    /// RCPT TO: the address alone.
    Rcpt(&'a str),
    /// DATA; how many recipients were taken.
    Data(usize),
    /// The final dot; the message without doubled dots.
    Message(&'a [u8]),
    /// RSET.
    Reset,
}

/// What the server does about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reaction {
    /// What a friendly server does.
    Usual,
    /// This reply, its lines divided by `\n`: "550 5.1.1 No such user". A message counts as
    /// taken when the reply begins with 2.
    Say(String),
    /// This reply, then the connection is closed.
    SayAndClose(String),
    /// The connection is cut without a word.
    Cut,
    /// The message is taken and counted, then the connection is cut without a word.
    TakeAndCut,
    /// Waits, then does what a friendly server does.
    Wait(Duration),
}

/// What a server offers in its answer to EHLO.
#[derive(Debug, Clone)]
pub struct Offered {
    /// RFC 2920.
    pub pipelining: bool,
    /// RFC 1870, in bytes.
    pub size: Option<u64>,
    /// RFC 3461.
    pub dsn: bool,
    /// RFC 6152.
    pub eight_bit: bool,
    /// RFC 6531.
    pub smtputf8: bool,
    /// AUTH PLAIN.
    pub auth_plain: bool,
    /// AUTH LOGIN.
    pub auth_login: bool,
    /// AUTH XOAUTH2.
    pub auth_xoauth2: bool,
}

impl Default for Offered {
    fn default() -> Self {
        Self {
            pipelining: true,
            size: Some(30_000_000),
            dsn: true,
            eight_bit: true,
            smtputf8: false,
            auth_plain: true,
            auth_login: true,
            auth_xoauth2: false,
        }
    }
}

type Script = dyn Fn(Step<'_>) -> Reaction + Send + Sync;

/// A running server; it stops listening when dropped.
pub struct ScriptedServer {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    log: Arc<Log>,
}

#[derive(Default)]
struct Log {
    stopped: AtomicBool,
    connections: AtomicUsize,
    commands: Mutex<Vec<String>>,
    taken: Mutex<HashMap<String, usize>>,
    messages: Mutex<Vec<(Vec<String>, Vec<u8>)>>,
}

impl ScriptedServer {
    /// A friendly server.
    pub fn friendly() -> Self {
        Self::start(Offered::default(), |_| Reaction::Usual)
    }

    /// A server that follows `script`.
    pub fn start(
        offered: Offered,
        script: impl Fn(Step<'_>) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let log = Arc::new(Log::default());
        let script: Arc<Script> = Arc::new(script);
        let shared = Arc::clone(&log);
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                if shared.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let number = shared.connections.fetch_add(1, Ordering::SeqCst) + 1;
                let mut dialogue = Dialogue {
                    offered: offered.clone(),
                    script: Arc::clone(&script),
                    log: Arc::clone(&shared),
                    recipients: Vec::new(),
                };
                std::thread::spawn(move || {
                    let _ = stream.set_nodelay(true);
                    dialogue.hold(stream, number);
                });
            }
        });
        Self { port, log }
    }

    /// A server with its own replies for some recipients, friendly to all others. A recipient
    /// with several replies gets one after the other, then the last again.
    pub fn with_recipients(replies: &[(&str, &[&str])]) -> Self {
        let replies: HashMap<String, Vec<String>> = replies
            .iter()
            .map(|(address, said)| {
                ((*address).to_owned(), said.iter().map(|line| (*line).to_owned()).collect())
            })
            .collect();
        let asked: Mutex<HashMap<String, usize>> = Mutex::default();
        Self::start(Offered::default(), move |step| {
            let Step::Rcpt(address) = step else { return Reaction::Usual };
            let Some(said) = replies.get(address) else { return Reaction::Usual };
            let mut asked = asked.lock().unwrap();
            let times = asked.entry(address.to_owned()).or_default();
            let reply = said.get(*times).or(said.last()).cloned();
            *times += 1;
            reply.map_or(Reaction::Usual, Reaction::Say)
        })
    }

    /// How often a message with this Message-ID was taken.
    pub fn count(&self, message_id: &str) -> usize {
        self.log.taken.lock().unwrap().get(message_id).copied().unwrap_or(0)
    }

    /// How often each Message-ID was taken.
    pub fn counts(&self) -> HashMap<String, usize> {
        self.log.taken.lock().unwrap().clone()
    }

    /// Every message taken, with its recipients.
    pub fn messages(&self) -> Vec<(Vec<String>, Vec<u8>)> {
        self.log.messages.lock().unwrap().clone()
    }

    /// Every line of command that came, in order of arrival.
    pub fn commands(&self) -> Vec<String> {
        self.log.commands.lock().unwrap().clone()
    }

    /// How many connections were opened so far.
    pub fn connections(&self) -> usize {
        self.log.connections.load(Ordering::SeqCst)
    }
}

impl Drop for ScriptedServer {
    fn drop(&mut self) {
        self.log.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

struct Dialogue {
    offered: Offered,
    script: Arc<Script>,
    log: Arc<Log>,
    recipients: Vec<String>,
}

/// Whether the connection goes on.
enum Next {
    Go,
    Close,
}

impl Dialogue {
    fn hold(&mut self, stream: TcpStream, number: usize) {
        let Ok(mut out) = stream.try_clone() else { return };
        let mut lines = BufReader::new(stream);
        self.talk(&mut lines, &mut out, number);
        let _ = out.shutdown(std::net::Shutdown::Both);
    }

    fn talk(&mut self, lines: &mut BufReader<TcpStream>, out: &mut TcpStream, number: usize) {
        if let Next::Close = self.react(out, Step::Connect(number), "220 scripted.test ESMTP").1 {
            return;
        }
        let mut line = String::new();
        loop {
            line.clear();
            if !matches!(lines.read_line(&mut line), Ok(read) if read > 0) {
                return;
            }
            let command = line.trim_end().to_owned();
            self.log.commands.lock().unwrap().push(command.clone());
            let upper = command.to_ascii_uppercase();
            let next = if upper.starts_with("EHLO") || upper.starts_with("HELO") {
                let greeting = self.greeting();
                self.react(out, Step::Hello, &greeting).1
            } else if upper.starts_with("AUTH") {
                self.auth(lines, out, &command)
            } else if upper.starts_with("MAIL FROM:") {
                self.recipients.clear();
                self.react(out, Step::Mail(&command["MAIL FROM:".len()..]), "250 2.1.0 Ok").1
            } else if upper.starts_with("RCPT TO:") {
                let address = command.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let (said, next) = self.react(out, Step::Rcpt(&address), "250 2.1.5 Ok");
                if said.starts_with('2') {
                    self.recipients.push(address);
                }
                next
            } else if upper == "DATA" {
                self.data(lines, out)
            } else if upper == "RSET" {
                self.recipients.clear();
                self.react(out, Step::Reset, "250 2.0.0 Ok").1
            } else if upper == "NOOP" {
                say(out, "250 2.0.0 Ok\r\n");
                Next::Go
            } else if upper == "QUIT" {
                say(out, "221 2.0.0 Bye\r\n");
                Next::Close
            } else {
                say(out, "502 5.5.2 Command not recognized\r\n");
                Next::Go
            };
            if let Next::Close = next {
                return;
            }
        }
    }

    fn greeting(&self) -> String {
        let Offered {
            pipelining,
            size,
            dsn,
            eight_bit,
            smtputf8,
            auth_plain,
            auth_login,
            auth_xoauth2,
        } = &self.offered;
        let mut lines = vec!["scripted.test".to_owned()];
        lines.extend(size.map(|bytes| format!("SIZE {bytes}")));
        for (offered, line) in [
            (*pipelining, "PIPELINING"),
            (*dsn, "DSN"),
            (*eight_bit, "8BITMIME"),
            (*smtputf8, "SMTPUTF8"),
            (*auth_plain && *auth_login, "AUTH PLAIN LOGIN"),
            (*auth_plain && !*auth_login, "AUTH PLAIN"),
            (!*auth_plain && *auth_login, "AUTH LOGIN"),
            (*auth_xoauth2, "AUTH XOAUTH2"),
        ] {
            if offered {
                lines.push(line.to_owned());
            }
        }
        format!("250 {}", lines.join("\n"))
    }

    fn auth(
        &mut self,
        lines: &mut BufReader<TcpStream>,
        out: &mut TcpStream,
        command: &str,
    ) -> Next {
        let mut ask = |challenge: &str| {
            say(out, &format!("334 {challenge}\r\n"));
            let mut line = String::new();
            let _ = lines.read_line(&mut line);
            from_base64(line.trim_end())
        };
        let mut words = command.split_whitespace().skip(1);
        let mechanism = words.next().unwrap_or_default().to_ascii_uppercase();
        let (user, password) = if mechanism == "PLAIN" {
            let answer = match words.next() {
                Some(initial) => from_base64(initial),
                None => ask(""),
            };
            let mut parts = answer.split('\0').skip(1).map(str::to_owned);
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        } else if mechanism == "XOAUTH2" {
            return self.token(lines, out, words.next().unwrap_or_default());
        } else {
            // "Username:" and "Password:" in base64.
            (ask("VXNlcm5hbWU6"), ask("UGFzc3dvcmQ6"))
        };
        let verdict = if password == super::PASSWORD {
            "235 2.7.0 Authentication successful"
        } else {
            "535 5.7.8 Error: authentication failed"
        };
        self.react(out, Step::Auth(&user, &password), verdict).1
    }

    /// XOAUTH2: a script that says "no" at Step::Auth refuses as the real ones do, with a challenge
    /// that wants an empty answer.
    fn token(
        &mut self,
        lines: &mut BufReader<TcpStream>,
        out: &mut TcpStream,
        initial: &str,
    ) -> Next {
        let answer = from_base64(initial);
        let part = |name: &str| {
            let part = answer.split('\u{1}').find_map(|part| part.strip_prefix(name));
            part.unwrap_or_default().to_owned()
        };
        let (user, token) = (part("user="), part("auth=Bearer "));
        match (self.script)(Step::Auth(&user, &token)) {
            Reaction::Usual => {
                say(out, "235 2.7.0 Accepted\r\n");
                Next::Go
            }
            refusal => {
                say(out, "334 eyJzdGF0dXMiOiI0MDEifQ==\r\n");
                let mut line = String::new();
                let _ = lines.read_line(&mut line);
                assert_eq!(line, "\r\n", "the challenge wants an empty answer");
                perform(out, refusal, "").1
            }
        }
    }

    fn data(&mut self, lines: &mut BufReader<TcpStream>, out: &mut TcpStream) -> Next {
        let usual = if self.recipients.is_empty() {
            "554 5.5.1 No valid recipients"
        } else {
            "354 Go ahead"
        };
        let (said, next) = self.react(out, Step::Data(self.recipients.len()), usual);
        if matches!(next, Next::Close) || !said.starts_with('3') {
            return next;
        }
        let mut message = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            if !matches!(lines.read_until(b'\n', &mut line), Ok(read) if read > 0) {
                return Next::Close;
            }
            if line == b".\r\n" {
                break;
            }
            message.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let reaction = (self.script)(Step::Message(&message));
        if reaction == Reaction::TakeAndCut {
            self.take(&message);
            return Next::Close;
        }
        // An empty message without recipients is what a client sends to get out of DATA.
        let usual = if self.recipients.is_empty() {
            "554 5.5.1 No valid recipients"
        } else {
            "250 2.0.0 Ok: queued"
        };
        let will_say = match &reaction {
            Reaction::Say(said) | Reaction::SayAndClose(said) => said.clone(),
            Reaction::Usual | Reaction::Wait(_) => usual.to_owned(),
            Reaction::Cut | Reaction::TakeAndCut => String::new(),
        };
        // Taken before the reply is sent: a real server is responsible from then on.
        if will_say.starts_with('2') && !self.recipients.is_empty() {
            self.take(&message);
        }
        perform(out, reaction, usual).1
    }

    fn take(&self, message: &[u8]) {
        let id = header_value(message, "message-id").unwrap_or_default();
        *self.log.taken.lock().unwrap().entry(id).or_default() += 1;
        self.log.messages.lock().unwrap().push((self.recipients.clone(), message.to_vec()));
    }

    fn react(&self, out: &mut TcpStream, step: Step<'_>, usual: &str) -> (String, Next) {
        perform(out, (self.script)(step), usual)
    }
}

/// Does it, and tells what was said.
fn perform(out: &mut TcpStream, reaction: Reaction, usual: &str) -> (String, Next) {
    let (said, next) = match reaction {
        Reaction::Usual => (usual.to_owned(), Next::Go),
        Reaction::Wait(time) => {
            std::thread::sleep(time);
            (usual.to_owned(), Next::Go)
        }
        Reaction::Say(said) => (said, Next::Go),
        Reaction::SayAndClose(said) => (said, Next::Close),
        Reaction::Cut | Reaction::TakeAndCut => return (String::new(), Next::Close),
    };
    say(out, &as_reply(&said));
    (said, next)
}

/// `250 a\nb` as `250-a`, `250 b`: a reply of several lines (RFC 5321, 4.2.1).
fn as_reply(said: &str) -> String {
    let (code, text) = said.split_once(' ').unwrap_or((said, ""));
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let reply = |(number, line): (usize, &&str)| {
        let divider = if number == last { ' ' } else { '-' };
        format!("{code}{divider}{line}\r\n")
    };
    lines.iter().enumerate().map(reply).collect()
}

pub fn from_base64(text: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits: u32 = 0;
    let mut count = 0;
    let mut bytes = Vec::new();
    for letter in text.bytes() {
        let Some(value) = LETTERS.iter().position(|known| *known == letter) else { break };
        bits = (bits << 6) | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl std::fmt::Debug for ScriptedServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ScriptedServer at {}", self.port)
    }
}
