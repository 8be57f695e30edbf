//! A distribution through the real outbox, beside a sender that only sends and a disk that only
//! commits; and beside what a script would do.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use warta::db::Source;
use warta::outbox::{self, RunOrder};
use warta::workspace::{As, Workspace};
use warta::{commands, job};

use crate::bare;
use crate::measure::{Bench, median, run, timed, warta};
use crate::people;
use crate::report::Figure;

pub const MESSAGE_BYTES: usize = 29_000;
const CONNECTIONS: usize = 4;
const LEAST_OF_LIMIT: f64 = 0.5;
const LEAST_TIMES_SCRIPT: f64 = 5.0;

/// A server that takes everything and keeps nothing.
pub struct Sink {
    child: Child,
    pub port: u16,
}

impl Sink {
    pub fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let is_root = run(Command::new("id").arg("-u")).trim() == "0";
        let mut command = Command::new("smtp-sink");
        if is_root {
            command.args(["-u", "nobody"]);
        }
        #[allow(clippy::zombie_processes, reason = "a bench that panics here has ended anyway")]
        let child = command
            .arg(format!("127.0.0.1:{port}"))
            .arg("128")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("smtp-sink of the postfix package");
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Self { child, port };
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("smtp-sink does not answer");
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A release that makes messages of about 29 KB, text and HTML together.
fn release_text() -> String {
    let sentence = "Pemerintah kota menyampaikan bahwa pekerjaan berjalan sesuai jadwal dan warga dapat melapor ke kantor kelurahan. ";
    let mut text = "# Jembatan Kali Contoh dibuka kembali\n\nJembatan dibuka pekan ini setelah tiga bulan diperbaiki.\n".to_owned();
    for paragraph in 1..=26 {
        text += &format!("\n{paragraph}. {}\n", sentence.repeat(4));
    }
    text
}

/// An office with readers, and a server that takes its mail.
pub struct Office<'a> {
    pub folder: PathBuf,
    release_file: PathBuf,
    pub readers: usize,
    bench: &'a Bench,
}

impl<'a> Office<'a> {
    pub fn new(bench: &'a Bench, readers: usize) -> Self {
        let folder = bench.workspace("sending");
        let (list, release_file) = (bench.path("readers.csv"), bench.path("release.md"));
        fs::write(&list, people::readers_csv(readers)).unwrap();
        fs::write(&release_file, release_text()).unwrap();
        let imported =
            run(warta(&folder).args(["--json", "import"]).arg(&list).args(["--list", "Semua"]));
        let imported: serde_json::Value = serde_json::from_str(&imported).unwrap();
        // Two of the same name at the same outlet are one reader with two addresses.
        let readers = imported["added"].as_u64().unwrap() as usize;
        Self { folder, release_file, readers, bench }
    }

    /// Size of one message as it leaves.
    pub fn message_bytes(&self) -> usize {
        let release = self.new_release();
        run(warta(&self.folder).args(["release", "send", &release, "--to", "1", "--yes"]));
        run(warta(&self.folder).args(["outbox", "run", "--until-empty"]));
        let file = fs::read_dir(self.folder.join("outbox"))
            .unwrap()
            .flatten()
            .find(|entry| entry.path().extension().is_some_and(|ending| ending == "eml"));
        file.map_or(0, |file| file.metadata().unwrap().len() as usize)
    }

    pub fn use_server(&self, port: u16, connections: usize) {
        let url = format!("smtp://127.0.0.1:{port}?tls=none");
        run(warta(&self.folder).args([
            "account",
            "set",
            "--smtp",
            &url,
            "--from",
            "humas@kota.example.id",
            "--name",
            "Humas",
            "--connections",
            &connections.to_string(),
        ]));
    }

    pub fn new_release(&self) -> String {
        let made = run(warta(&self.folder)
            .args(["--json", "release", "new", "--file"])
            .arg(&self.release_file));
        let made: serde_json::Value = serde_json::from_str(&made).unwrap();
        made["id"].to_string()
    }

    /// Seconds to send one release to everybody: the job that the window and the command line
    /// start, without the start of the program, as with the script beside it.
    pub fn send(&self) -> f64 {
        let workspace = self.open();
        self.send_from(&workspace)
    }

    pub fn open(&self) -> Arc<Workspace> {
        let searchables = commands::searchables();
        Workspace::open(&self.folder, As::OwnerOrGuest, searchables).map(Arc::new).unwrap()
    }

    /// As [`Self::send`], from a workspace that is open already.
    pub fn send_from(&self, workspace: &Arc<Workspace>) -> f64 {
        let release = self.new_release();
        run(warta(&self.folder).args(["release", "send", &release, "--list", "Semua", "--yes"]));
        let (seconds, report) = timed(|| {
            let ctx = workspace.ctx("", Source::CommandLine);
            let order = RunOrder { until_empty: true, ..RunOrder::default() };
            let id = job::start(workspace, &ctx, "outbox_run").unwrap();
            job::run(workspace, ctx, id, "outbox_run", None, |job| outbox::run(job, order)).unwrap()
        });
        assert_eq!(report.accepted, self.readers as i64, "{report:?}");
        seconds
    }

    pub fn bare_source(&self, port: u16, connections: usize) -> f64 {
        let mut source = Command::new("smtp-source");
        source.args([
            "-d",
            "-s",
            &connections.to_string(),
            "-l",
            &MESSAGE_BYTES.to_string(),
            "-m",
            &self.readers.to_string(),
        ]);
        source
            .args(["-f", "humas@kota.example.id", "-t", "reader@media.example.com"])
            .arg(format!("127.0.0.1:{port}"));
        timed(|| run(&mut source)).0
    }

    fn script(&self, port: u16) -> f64 {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/letters.py");
        let words = [port.to_string(), self.readers.to_string()];
        run(Command::new("python3").arg(script).args(words).arg(&self.release_file))
            .trim()
            .parse()
            .unwrap()
    }

    /// One durable mark for each message, as many in a commit as there are connections.
    pub fn bare_commits(&self, group: usize) -> f64 {
        let database = self.bench.path("marks.sqlite");
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(with_ending(&database, ending));
        }
        let connection = bare::open(&database);
        connection.execute_batch("PRAGMA synchronous = FULL; CREATE TABLE marks (id INTEGER PRIMARY KEY, marked_at TEXT NOT NULL DEFAULT '') STRICT").unwrap();
        connection.execute("INSERT INTO marks (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n", [self.readers as i64]).unwrap();
        timed(|| {
            let mut mark = connection
                .prepare("UPDATE marks SET marked_at = '2026-01-01T00:00:00.000Z' WHERE id = ?")
                .unwrap();
            for first in (1..=self.readers).step_by(group) {
                connection.execute_batch("BEGIN IMMEDIATE").unwrap();
                for id in first..(first + group).min(self.readers + 1) {
                    mark.execute([id as i64]).unwrap();
                }
                connection.execute_batch("COMMIT").unwrap();
            }
        })
        .0
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

pub fn figures(bench: &Bench) -> Vec<Figure> {
    let office = Office::new(bench, bench.size(5_000));
    let size = office.message_bytes();
    let sink = Sink::start();
    let count = office.readers;
    let (mut ours, mut source, mut commits) = (Vec::new(), Vec::new(), Vec::new());
    office.use_server(sink.port, CONNECTIONS);
    for _ in 0..bench.rounds {
        ours.push(office.send());
        source.push(office.bare_source(sink.port, CONNECTIONS));
        commits.push(office.bare_commits(CONNECTIONS));
    }
    // The lower rate is the longer time.
    let share = median(&source).max(median(&commits)) / median(&ours);
    let rate = count as f64 / median(&ours);
    let many = Figure {
        work: format!("sending {count} personalised messages, {CONNECTIONS} connections"),
        limit: String::new(),
        ours,
        others: vec![("smtp-source -d -s 4".to_owned(), source), ("FULL commits in groups of 4".to_owned(), commits)],
        result: format!("{share:.2} of the lower rate"),
        must: format!(">= {LEAST_OF_LIMIT}"),
        reached: share >= LEAST_OF_LIMIT,
        remarks: vec![format!("a message of Warta has {size} bytes, one of smtp-source {MESSAGE_BYTES}; {rate:.0} messages a second")],
    }
    .tell();
    office.use_server(sink.port, 1);
    let (mut ours, mut script) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        ours.push(office.send());
        script.push(office.script(sink.port));
    }
    let times = median(&script) / median(&ours);
    let one = Figure {
        work: format!("sending {count} personalised messages, 1 connection"),
        limit: String::new(),
        ours,
        others: vec![("Python smtplib and EmailMessage".to_owned(), script)],
        result: format!("{times:.1} x as fast"),
        must: format!(">= {LEAST_TIMES_SCRIPT} x"),
        reached: times >= LEAST_TIMES_SCRIPT,
        remarks: Vec::new(),
    }
    .tell();
    vec![many, one]
}
