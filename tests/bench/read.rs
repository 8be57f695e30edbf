//! Reading a mailbox from disk, beside the sum of parsing it and of storing the same texts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mail_parser::MessageParser;
use rusqlite::types::Value;
use warta::db::Source;
use warta::inbox::{self, ReadOrder, ReadReport};
use warta::workspace::{As, Workspace};
use warta::{commands, job};

use crate::bare::{self, Rows};
use crate::measure::{Bench, median, run, timed, warta};
use crate::report::Figure;

const LEAST_OF_LIMIT: f64 = 0.5;

/// A Maildir in which the mails of the museum come again and again, each time with its own id.
fn mailbox(bench: &Bench, count: usize) -> PathBuf {
    let mut museum: Vec<PathBuf> =
        fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mails"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
    museum.sort();
    let mails: Vec<Vec<u8>> = museum.iter().map(|path| fs::read(path).unwrap()).collect();
    let folder = bench.path("mailbox");
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    for number in 0..count {
        let file = folder.join("cur").join(format!("1700000000.{number:06}.bench:2,S"));
        fs::write(file, with_own_id(&mails[number % mails.len()], number)).unwrap();
    }
    folder
}

fn with_own_id(mail: &[u8], number: usize) -> Vec<u8> {
    let mut varied = format!("X-Number: {number}\r\n").into_bytes();
    let mut in_head = true;
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        in_head &= !line.trim_ascii().is_empty();
        let is_id =
            in_head && line.get(..11).is_some_and(|name| name.eq_ignore_ascii_case(b"message-id:"));
        match line.iter().position(|byte| *byte == b'<').filter(|_| is_id) {
            Some(at) => {
                varied.extend_from_slice(&line[..=at]);
                varied.extend_from_slice(format!("n{number}.").as_bytes());
                varied.extend_from_slice(&line[at + 1..]);
            }
            None => varied.extend_from_slice(line),
        }
    }
    varied
}

pub fn figure(bench: &Bench) -> Figure {
    let count = bench.size(10_000);
    let mailbox = mailbox(bench, count);
    let (mut ours, mut parsing, mut storing) = (Vec::new(), Vec::new(), Vec::new());
    let mut stored: Option<Rows> = None;
    let (mut read, mut program) = (0, Vec::new());
    for _ in 0..bench.rounds {
        let folder = bench.workspace("program");
        let (seconds, lines) =
            timed(|| run(warta(&folder).args(["--json", "inbox", "read"]).arg(&mailbox)));
        program.push(seconds);
        assert_eq!(lines.lines().filter(|line| line.contains("\"kind\"")).count(), count);
        let folder = bench.workspace("reading");
        let workspace = open(&folder);
        let (seconds, report) = timed(|| read_in(&workspace, &mailbox));
        drop(workspace);
        ours.push(seconds);
        read = report.added;
        assert_eq!(read as usize, count, "every message is stored");
        let rows = stored.get_or_insert_with(|| stored_rows(&folder.join("warta.sqlite")));
        parsing.push(timed(|| parse(&mailbox)).0);
        let beside = bench.workspace("beside").join("warta.sqlite");
        storing.push(timed(|| rows.insert(&beside)).0);
    }
    let sums: Vec<f64> =
        parsing.iter().zip(&storing).map(|(parsing, storing)| parsing + storing).collect();
    let share = median(&sums) / median(&ours);
    Figure {
        work: format!("reading and classifying a mailbox of {count} messages, stored and indexed"),
        limit: String::new(),
        ours,
        others: vec![
            ("mail-parser over the files".to_owned(), parsing),
            ("row and FTS inserts of the same texts".to_owned(), storing),
        ],
        result: format!("{share:.2} of the sum's rate"),
        must: format!(">= {LEAST_OF_LIMIT}"),
        reached: share >= LEAST_OF_LIMIT,
        remarks: vec![
            format!(
                "{read} messages stored, {} rows stored beside",
                stored.map_or(0, |rows| rows.len())
            ),
            format!(
                "for information, the whole process that prints a line for each message, its libraries for the window loaded: median {:.3} s",
                median(&program)
            ),
        ],
    }
    .tell()
}

fn open(folder: &Path) -> Arc<Workspace> {
    Arc::new(Workspace::open(folder, As::Owner, commands::searchables()).unwrap())
}

/// The job that the window and the command line start.
fn read_in(workspace: &Arc<Workspace>, mailbox: &Path) -> ReadReport {
    let ctx = workspace.ctx("", Source::CommandLine);
    let order = ReadOrder { paths: vec![mailbox.to_owned()], ..ReadOrder::default() };
    let id = job::start(workspace, &ctx, "inbox_read").unwrap();
    job::run(workspace, ctx, id, "inbox_read", None, |job| inbox::read(job, order)).unwrap()
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

/// The rows of responses and their search texts, as a reading has stored them.
pub fn stored_rows(database: &Path) -> Rows {
    let connection = bare::open(database);
    let search = &warta::response::SEARCH;
    let mut rows = Rows::default();
    let columns = bare::columns(&connection, "responses");
    let table = rows.table("responses", &columns);
    let index = rows.table(search.index, &bare::index_columns(search));
    for mut row in bare::rows(
        &connection,
        &format!("SELECT id, {} FROM responses ORDER BY id", columns.join(", ")),
    ) {
        let Value::Integer(id) = row.remove(0) else { panic!("an id is a number") };
        rows.push(table, row);
        rows.push(index, bare::document(&connection, search, id));
    }
    rows
}
