//! A hundred thousand messages, from disk and from Dovecot: parsed, classified, matched, stored and
//! indexed, beside fetching and parsing them barely and storing the same texts.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use futures::TryStreamExt as _;
use mail_parser::MessageParser;
use serde_json::json;
use warta::account::{self, AccountPatch};
use warta::db::Source;
use warta::inbox::{self, FetchOrder, ReadOrder, ReadReport};
use warta::workspace::{As, Workspace};
use warta::{commands, job};

use crate::bare::{self, Rows};
use crate::mail_server::{MailServer, PASSWORD};
use crate::mails::{self, Sent};
use crate::measure::{Bench, median, run, timed, warta, watched};
use crate::read::stored_rows;
use crate::report::Figure;
use crate::send::{Office, Sink};

const LEAST_OF_LIMIT: f64 = 0.5;
/// Memory at full size may be so much of that at a tenth.
const MOST_MEMORY: f64 = 1.2;
const READERS: usize = 5_000;
const USER: &str = "anna@news.test";

/// An office that has sent a release, and the mail that came back.
pub struct Post {
    office: PathBuf,
    maildir: PathBuf,
    count: usize,
    bytes: u64,
    sent: Vec<Sent>,
    /// What is stored of it, once it is known.
    rows: Option<Rows>,
}

impl Post {
    pub fn new(bench: &Bench) -> Self {
        let count = bench.size(100_000);
        let office = Office::new(bench, bench.size(READERS));
        let sink = Sink::start();
        office.use_server(sink.port, 4);
        office.send();
        let connection = bare::open(&office.folder.join("warta.sqlite"));
        let sent: Vec<Sent> = connection
            .prepare("SELECT address, trim(message_id, '<>') FROM deliveries WHERE state = 'accepted' ORDER BY id")
            .unwrap()
            .query_map([], |row| Ok(Sent { address: row.get(0)?, message_id: row.get(1)? }))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(!sent.is_empty());
        drop(connection);
        let kept = bench.path("office-that-sent");
        fs::rename(&office.folder, &kept).unwrap();
        let maildir = bench.path("post");
        let bytes = mails::maildir(&maildir, count, &sent);
        Self { office: kept, maildir, count, bytes, sent, rows: None }
    }

    /// The office as it was before the mail came.
    fn office(&self, bench: &Bench, name: &str) -> PathBuf {
        let folder = bench.path(name);
        let _ = fs::remove_dir_all(&folder);
        run(Command::new("cp").arg("-r").arg(&self.office).arg(&folder));
        folder
    }

    /// Seconds that the bare rows and search texts take.
    fn stored_barely(&self, bench: &Bench) -> f64 {
        let folder = self.office(bench, "beside");
        let rows = self.rows.as_ref().expect("Warta has read it");
        timed(|| rows.insert(&folder.join("warta.sqlite"))).0
    }

    fn check(&mut self, folder: &Path, report: &ReadReport) {
        assert_eq!(report.added as usize, self.count, "every message is stored once: {report:?}");
        assert!(report.matched > report.added / 3, "{report:?}");
        if self.rows.is_none() {
            self.rows = Some(stored_rows(&folder.join("warta.sqlite")));
        }
    }
}

fn open(folder: &Path) -> Arc<Workspace> {
    Arc::new(Workspace::open(folder, As::Owner, commands::searchables()).unwrap())
}

fn parse(mailbox: &Path) {
    let parser = MessageParser::default();
    let mut parts = 0;
    for entry in fs::read_dir(mailbox.join("cur")).unwrap() {
        let raw = fs::read(entry.unwrap().path()).unwrap();
        parts += parser.parse(&raw).map_or(0, |message| message.parts.len());
    }
    assert!(parts > 0);
}

/// The job that the window and the command line start for mail on disk.
fn read_in(workspace: &Arc<Workspace>, mailbox: &Path) -> ReadReport {
    let ctx = workspace.ctx("", Source::CommandLine);
    let order = ReadOrder { paths: vec![mailbox.to_owned()], ..ReadOrder::default() };
    let id = job::start(workspace, &ctx, "inbox_read").unwrap();
    job::run(workspace, ctx, id, "inbox_read", None, |job| inbox::read(job, order)).unwrap()
}

/// The one that they start for the mailbox.
fn fetch_in(workspace: &Arc<Workspace>) -> ReadReport {
    let ctx = workspace.ctx("", Source::CommandLine);
    let id = job::start(workspace, &ctx, "inbox_fetch").unwrap();
    let order = FetchOrder::default();
    job::run(workspace, ctx, id, "inbox_fetch", None, |job| inbox::fetch(job, order)).unwrap()
}

fn verdict(ours: &[f64], bare: &[f64], storing: &[f64]) -> f64 {
    let sums: Vec<f64> = bare.iter().zip(storing).map(|(bare, storing)| bare + storing).collect();
    median(&sums) / median(ours)
}

fn about(post: &Post, report: &ReadReport) -> String {
    let kinds: Vec<String> =
        report.by_kind.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    format!(
        "{} MB in {} messages, of which {} found their contact or delivery: {}",
        post.bytes / 1_000_000,
        post.count,
        report.matched,
        kinds.join(", ")
    )
}

/// From a Maildir.
pub fn from_disk(bench: &Bench, post: &mut Post) -> Figure {
    let (mut ours, mut parsing, mut storing) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = ReadReport::default();
    for _ in 0..bench.rounds {
        let folder = post.office(bench, "reading");
        let workspace = open(&folder);
        let (seconds, report) = timed(|| read_in(&workspace, &post.maildir));
        drop(workspace);
        ours.push(seconds);
        post.check(&folder, &report);
        last = report;
        parsing.push(timed(|| parse(&post.maildir)).0);
        storing.push(post.stored_barely(bench));
    }
    let share = verdict(&ours, &parsing, &storing);
    let (small, large) = (peak(bench, post, true), peak(bench, post, false));
    let memory = large / small;
    Figure {
        work: format!("ingest of {} messages from a Maildir: parsed, classified, matched, stored, indexed", post.count),
        limit: String::new(),
        ours,
        others: vec![
            ("mail-parser over the files".to_owned(), parsing),
            ("row and FTS inserts of the same texts".to_owned(), storing),
        ],
        result: format!("{share:.2} of the sum's rate, {large:.0} MB, {memory:.2} x that of a tenth"),
        must: format!(">= {LEAST_OF_LIMIT}, <= {MOST_MEMORY} x"),
        reached: share >= LEAST_OF_LIMIT && memory <= MOST_MEMORY,
        remarks: vec![
            about(post, &last),
            format!("peak memory of the whole process: {large:.0} MB, for a tenth of the messages {small:.0} MB"),
        ],
    }
    .tell()
}

/// Peak memory in MB of the program that reads all of the mail, or a tenth.
fn peak(bench: &Bench, post: &Post, a_tenth: bool) -> f64 {
    let folder = post.office(bench, "memory");
    let maildir = if a_tenth {
        let part = bench.path("a-tenth");
        mails::maildir(&part, post.count / 10, &post.sent);
        part
    } else {
        post.maildir.clone()
    };
    watched(warta(&folder).args(["--json", "inbox", "read"]).arg(&maildir)).1
}

/// Fetches everything and keeps nothing.
fn fetch_barely(port: u16, count: usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let line = tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
        let mut client = async_imap::Client::new(line);
        client.read_response().await.unwrap().unwrap();
        let mut session = client.login(USER, PASSWORD).await.map_err(|(error, _)| error).unwrap();
        session.examine("INBOX").await.unwrap();
        let mut fetched = (0, 0);
        let mut answers = session.uid_fetch("1:*", "(UID BODY.PEEK[])").await.unwrap();
        while let Some(answer) = answers.try_next().await.unwrap() {
            fetched = (fetched.0 + 1, fetched.1 + answer.body().map_or(0, <[u8]>::len));
        }
        drop(answers);
        assert_eq!(fetched.0, count, "{} bytes", fetched.1);
        let _ = session.logout().await;
    });
}

/// From Dovecot on loopback, both sides without TLS.
pub fn from_imap(bench: &Bench, post: &mut Post) -> Figure {
    let server = MailServer::start();
    server.fill(USER, &post.maildir);
    // Dovecot makes its own index at the first visit.
    fetch_barely(server.imap, post.count);
    let (mut ours, mut bare, mut storing) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = ReadReport::default();
    for _ in 0..bench.rounds {
        let folder = post.office(bench, "fetching");
        let workspace = open(&folder);
        watch_over(&workspace, server.imap);
        let (seconds, report) = timed(|| fetch_in(&workspace));
        drop(workspace);
        ours.push(seconds);
        post.check(&folder, &report);
        last = report;
        bare.push(timed(|| fetch_barely(server.imap, post.count)).0);
        storing.push(post.stored_barely(bench));
    }
    let share = verdict(&ours, &bare, &storing);
    Figure {
        work: format!("ingest of {} messages by IMAP from Dovecot", post.count),
        limit: String::new(),
        ours,
        others: vec![
            ("UID FETCH by async-imap".to_owned(), bare),
            ("row and FTS inserts of the same texts".to_owned(), storing),
        ],
        result: format!("{share:.2} of the sum's rate"),
        must: format!(">= {LEAST_OF_LIMIT}"),
        reached: share >= LEAST_OF_LIMIT,
        remarks: vec![about(post, &last)],
    }
    .tell()
}

/// The office's account reads that mailbox from now on.
fn watch_over(workspace: &Workspace, port: u16) {
    let ctx = workspace.ctx("", Source::CommandLine);
    let set = json!({"imap_url": format!("imap://anna%40news.test@localhost:{port}?tls=none")});
    let save = AccountPatch {
        id: Some(1),
        set: set.as_object().unwrap().clone(),
        password: Some(PASSWORD.to_owned()),
        ..AccountPatch::default()
    };
    workspace.db.write(&ctx, "account_save", true, |db| account::save(db, &ctx, save)).unwrap();
}
