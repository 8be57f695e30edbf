//! An IMAP server that does what a test tells it: folders with their uses, UIDVALIDITY, a fault at
//! any message, IDLE or none, XOAUTH2. It remembers every command, so that a test sees whether
//! anything in the mailbox was touched. One thread a connection.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, ErrorKind};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::{header_value, say};

/// What goes wrong when a message is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The connection is cut in the middle of the literal.
    CutInLiteral,
    /// The length before the literal is larger than it by so much.
    TooLong(usize),
    /// The length before the literal is smaller than it by so much.
    TooShort(usize),
    /// `* BYE`, then the connection is closed.
    Bye,
    /// The message is left out of the answer.
    LeftOut,
    /// Every few bytes take so long.
    Slow(Duration),
}

/// A folder of the server.
#[derive(Debug, Clone)]
pub struct ImapFolder {
    /// Its name as it stands in answers.
    pub name: String,
    /// `\Sent` and the like; may be empty.
    pub special_use: &'static str,
    /// UIDVALIDITY.
    pub uidvalidity: u32,
    /// UIDNEXT.
    pub uidnext: u32,
    /// UID and bytes.
    pub messages: Vec<(u32, Vec<u8>)>,
}

type Script = dyn Fn(&str, u32, usize) -> Fault + Send + Sync;

struct State {
    folders: Vec<ImapFolder>,
    idles: bool,
    /// What XOAUTH2 must bring; empty = it is not offered.
    token: String,
    commands: Vec<String>,
    fetched: HashMap<(String, u32), usize>,
    /// When an EXISTS line was written.
    told: Vec<Instant>,
}

/// A running server; it stops listening when dropped.
pub struct ScriptedImap {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    state: Arc<Mutex<State>>,
    stopped: Arc<AtomicBool>,
    cut: Arc<AtomicUsize>,
    connections: Arc<AtomicUsize>,
}

impl ScriptedImap {
    /// A friendly server with an inbox, sent mail and unwanted mail.
    pub fn friendly() -> Self {
        Self::start(true, |_, _, _| Fault::None)
    }

    /// A server that follows `script`: folder, UID, how often that message was fetched before.
    pub fn start(
        idles: bool,
        script: impl Fn(&str, u32, usize) -> Fault + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let folder = |name: &str, special_use| ImapFolder {
            name: name.to_owned(),
            special_use,
            uidvalidity: 7,
            uidnext: 1,
            messages: Vec::new(),
        };
        let state = Arc::new(Mutex::new(State {
            folders: vec![
                folder("INBOX", ""),
                folder("Terkirim", "\\Sent"),
                folder("Spam", "\\Junk"),
                folder("Arsip &- Lama", ""),
            ],
            idles,
            token: String::new(),
            commands: Vec::new(),
            fetched: HashMap::new(),
            told: Vec::new(),
        }));
        let script: Arc<Script> = Arc::new(script);
        let stopped = Arc::new(AtomicBool::new(false));
        let (cut, connections) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let server = Self {
            port,
            state: Arc::clone(&state),
            stopped: Arc::clone(&stopped),
            cut: Arc::clone(&cut),
            connections: Arc::clone(&connections),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                connections.fetch_add(1, Ordering::SeqCst);
                let mut talk = Talk {
                    state: Arc::clone(&state),
                    script: Arc::clone(&script),
                    stopped: Arc::clone(&stopped),
                    cut: Arc::clone(&cut),
                    seen_cuts: cut.load(Ordering::SeqCst),
                    open: None,
                };
                std::thread::spawn(move || {
                    let _ = stream.set_nodelay(true);
                    talk.hold(stream);
                });
            }
        });
        server
    }

    /// Its address, for an account.
    pub fn url(&self) -> String {
        format!("imap://press%40office.example.id@127.0.0.1:{}?tls=none", self.port)
    }

    /// From now on only this token lets anybody in.
    pub fn wants_token(&self, token: &str) {
        self.state.lock().unwrap().token = token.to_owned();
    }

    /// Puts a message into a folder; whoever waits there is told.
    pub fn put(&self, folder: &str, raw: impl Into<Vec<u8>>) -> u32 {
        let mut state = self.state.lock().unwrap();
        let folder = state.folders.iter_mut().find(|one| one.name == folder).expect("a folder");
        let uid = folder.uidnext;
        folder.messages.push((uid, raw.into()));
        folder.uidnext += 1;
        uid
    }

    /// The folder is made anew: other numbers for the same messages.
    pub fn make_anew(&self, folder: &str) {
        let mut state = self.state.lock().unwrap();
        let folder = state.folders.iter_mut().find(|one| one.name == folder).expect("a folder");
        folder.uidvalidity += 1;
        for (number, (uid, _)) in folder.messages.iter_mut().enumerate() {
            *uid = 1000 + u32::try_from(number).unwrap();
        }
        folder.uidnext = 1000 + u32::try_from(folder.messages.len()).unwrap();
    }

    /// Closes every connection without a word.
    pub fn cut_all(&self) {
        self.cut.fetch_add(1, Ordering::SeqCst);
    }

    /// Every line of command that came.
    pub fn commands(&self) -> Vec<String> {
        self.state.lock().unwrap().commands.clone()
    }

    /// Forgets the commands so far.
    pub fn forget(&self) {
        self.state.lock().unwrap().commands.clear();
    }

    /// When each EXISTS line was written.
    pub fn told(&self) -> Vec<Instant> {
        self.state.lock().unwrap().told.clone()
    }

    /// How many connections were opened so far.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Drop for ScriptedImap {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

struct Talk {
    state: Arc<Mutex<State>>,
    script: Arc<Script>,
    stopped: Arc<AtomicBool>,
    cut: Arc<AtomicUsize>,
    seen_cuts: usize,
    open: Option<String>,
}

impl Talk {
    fn hold(&mut self, stream: TcpStream) {
        let Ok(mut out) = stream.try_clone() else { return };
        let _ = stream.set_read_timeout(Some(Duration::from_millis(2)));
        let mut lines = BufReader::new(stream);
        say(&mut out, "* OK scripted\r\n");
        while let Some(line) = self.next_line(&mut lines) {
            self.state.lock().unwrap().commands.push(line.clone());
            if !self.answer(&mut lines, &mut out, &line) {
                break;
            }
        }
        let _ = out.shutdown(Shutdown::Both);
    }

    fn is_over(&self) -> bool {
        self.stopped.load(Ordering::SeqCst) || self.cut.load(Ordering::SeqCst) != self.seen_cuts
    }

    fn next_line(&self, lines: &mut BufReader<TcpStream>) -> Option<String> {
        let mut line = String::new();
        loop {
            match lines.read_line(&mut line) {
                Ok(0) => return None,
                Ok(_) if line.ends_with('\n') => return Some(line.trim_end().to_owned()),
                Ok(_) => {}
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(_) => return None,
            }
            if self.is_over() {
                return None;
            }
        }
    }

    /// Answers a command; false = the connection ends.
    fn answer(
        &mut self,
        lines: &mut BufReader<TcpStream>,
        out: &mut TcpStream,
        line: &str,
    ) -> bool {
        let (tag, rest) = line.split_once(' ').unwrap_or((line, ""));
        let upper = rest.to_uppercase();
        let ok = format!("{tag} OK done\r\n");
        if upper == "CAPABILITY" {
            let idle = if self.state.lock().unwrap().idles { " IDLE" } else { "" };
            say(out, &format!("* CAPABILITY IMAP4rev1 SPECIAL-USE AUTH=XOAUTH2{idle}\r\n{ok}"));
        } else if upper.starts_with("LOGIN ") {
            let wants_token = !self.state.lock().unwrap().token.is_empty();
            if wants_token {
                say(out, &format!("{tag} NO [AUTHENTICATIONFAILED] passwords are off\r\n"));
            } else {
                say(out, &ok);
            }
        } else if upper == "AUTHENTICATE XOAUTH2" {
            say(out, "+ \r\n");
            let Some(answer) = self.next_line(lines) else { return false };
            let wanted = format!("auth=Bearer {}\u{1}", self.state.lock().unwrap().token);
            if super::scripted::from_base64(&answer).contains(&wanted) {
                say(out, &ok);
            } else {
                // {"status":"401"}
                say(out, "+ eyJzdGF0dXMiOiI0MDEifQ==\r\n");
                let Some(_) = self.next_line(lines) else { return false };
                say(out, &format!("{tag} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n"));
            }
        } else if upper.starts_with("LIST") {
            let state = self.state.lock().unwrap();
            for folder in &state.folders {
                say(
                    out,
                    &format!(
                        "* LIST (\\HasNoChildren {}) \"/\" \"{}\"\r\n",
                        folder.special_use, folder.name
                    ),
                );
            }
            say(out, &ok);
        } else if upper.starts_with("EXAMINE ") {
            let name = rest["EXAMINE ".len()..].trim_matches('"').to_owned();
            let state = self.state.lock().unwrap();
            let Some(folder) = state.folders.iter().find(|one| one.name == name) else {
                say(out, &format!("{tag} NO no such folder\r\n"));
                return true;
            };
            say(
                out,
                &format!(
                    "* FLAGS (\\Seen)\r\n* {} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY {}] ok\r\n* OK [UIDNEXT {}] ok\r\n{tag} OK [READ-ONLY] done\r\n",
                    folder.messages.len(),
                    folder.uidvalidity,
                    folder.uidnext
                ),
            );
            self.open = Some(name);
        } else if upper.starts_with("UID SEARCH ") {
            let found = self.search(&rest["UID SEARCH ".len()..]);
            let numbers: Vec<String> = found.iter().map(u32::to_string).collect();
            say(out, &format!("* SEARCH {}\r\n{ok}", numbers.join(" ")));
        } else if upper.starts_with("UID FETCH ") {
            if !self.fetch(out, &rest["UID FETCH ".len()..]) {
                return false;
            }
            say(out, &ok);
        } else if upper == "IDLE" && self.state.lock().unwrap().idles {
            if !self.idle(lines, out) {
                return false;
            }
            say(out, &ok);
        } else if upper == "NOOP" {
            let there = self.messages().len();
            say(out, &format!("* {there} EXISTS\r\n{ok}"));
        } else if upper == "LOGOUT" {
            say(out, &format!("* BYE\r\n{ok}"));
            return false;
        } else {
            say(out, &format!("{tag} BAD not understood\r\n"));
        }
        true
    }

    fn messages(&self) -> Vec<(u32, Vec<u8>)> {
        let state = self.state.lock().unwrap();
        let open = self.open.as_deref().unwrap_or_default();
        let folder = state.folders.iter().find(|one| one.name == open);
        folder.map(|folder| folder.messages.clone()).unwrap_or_default()
    }

    fn search(&self, query: &str) -> Vec<u32> {
        let messages = self.messages();
        if let Some(set) = query.strip_prefix("UID ") {
            return in_set(set, &messages);
        }
        let wanted = query.split('"').nth(1).unwrap_or_default();
        let is_it = |raw: &[u8]| {
            header_value(raw, "message-id")
                .is_some_and(|id| id.contains(wanted.trim_matches(['<', '>'])))
        };
        messages.iter().filter(|(_, raw)| is_it(raw)).map(|(uid, _)| *uid).collect()
    }

    fn fetch(&self, out: &mut TcpStream, what: &str) -> bool {
        let (set, items) = what.split_once(' ').unwrap_or((what, ""));
        let messages = self.messages();
        let folder = self.open.clone().unwrap_or_default();
        for uid in in_set(set, &messages) {
            let number = messages.iter().position(|(one, _)| *one == uid).unwrap() + 1;
            let raw = &messages[number - 1].1;
            let mut parts = vec![format!("UID {uid}"), format!("RFC822.SIZE {}", raw.len())];
            if items.contains("ENVELOPE") {
                let id = header_value(raw, "message-id").unwrap_or_default();
                parts.push(format!("ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL \"{id}\")"));
            }
            if !items.contains("BODY") {
                say(out, &format!("* {number} FETCH ({})\r\n", parts.join(" ")));
                continue;
            }
            let times = {
                let mut state = self.state.lock().unwrap();
                let times = state.fetched.entry((folder.clone(), uid)).or_default();
                *times += 1;
                *times - 1
            };
            let fault = (self.script)(&folder, uid, times);
            let bytes: &[u8] = match items.split_once("<0.") {
                Some((_, most)) => {
                    let most: usize = most.split('>').next().unwrap().parse().unwrap();
                    &raw[..raw.len().min(most)]
                }
                None => raw,
            };
            let name = match items {
                _ if items.contains("<0.") => "BODY[]<0>",
                _ if items.contains("HEADER") => "BODY[HEADER]",
                _ => "BODY[]",
            };
            let length = match fault {
                Fault::TooLong(more) => bytes.len() + more,
                Fault::TooShort(less) => bytes.len() - less,
                _ => bytes.len(),
            };
            if fault == Fault::LeftOut {
                continue;
            }
            if fault == Fault::Bye {
                say(out, "* BYE going away\r\n");
                return false;
            }
            let date = "INTERNALDATE \"22-Nov-2026 08:00:00 +0000\"";
            say(
                out,
                &format!("* {number} FETCH ({} {date} {name} {{{length}}}\r\n", parts.join(" ")),
            );
            let text = String::from_utf8_lossy(bytes).into_owned();
            match fault {
                Fault::CutInLiteral => {
                    say(out, &text[..text.len() / 2]);
                    return false;
                }
                Fault::Slow(time) => {
                    for piece in bytes.chunks(200) {
                        say(out, &String::from_utf8_lossy(piece));
                        std::thread::sleep(time);
                    }
                }
                _ => say(out, &text),
            }
            say(out, ")\r\n");
        }
        true
    }

    /// Waits until DONE; tells of messages that come meanwhile.
    fn idle(&self, lines: &mut BufReader<TcpStream>, out: &mut TcpStream) -> bool {
        say(out, "+ idling\r\n");
        let mut there = self.messages().len();
        let mut line = String::new();
        loop {
            match lines.read_line(&mut line) {
                Ok(0) => return false,
                Ok(_) if line.trim_end() == "DONE" => return true,
                Err(error)
                    if !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    return false;
                }
                _ => {}
            }
            if self.is_over() {
                return false;
            }
            let now = self.messages().len();
            if now != there {
                there = now;
                self.state.lock().unwrap().told.push(Instant::now());
                say(out, &format!("* {now} EXISTS\r\n"));
            }
        }
    }
}

fn in_set(set: &str, messages: &[(u32, Vec<u8>)]) -> Vec<u32> {
    let last = messages.last().map_or(0, |(uid, _)| *uid);
    let mut found = Vec::new();
    for range in set.split(',') {
        let (from, to) = range.split_once(':').unwrap_or((range, range));
        let number = |word: &str| if word == "*" { last } else { word.parse().unwrap() };
        let (from, to) = (number(from), number(to));
        let (from, to) = (from.min(to), from.max(to));
        found.extend(messages.iter().map(|(uid, _)| *uid).filter(|uid| (from..=to).contains(uid)));
    }
    found.sort_unstable();
    found.dedup();
    found
}
