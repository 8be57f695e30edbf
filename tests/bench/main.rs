//! Warta beside its limits: each figure next to what the same work costs with nothing around it,
//! in turns in the same run on the same data (`make bench`; the table is kept in
//! docs/performance.md).
//!
//! `WARTA_BENCH_SCALE=0.05` makes every size smaller for a quick look, `WARTA_BENCH_ROUNDS` sets
//! the rounds, `WARTA_BENCH_PROGRAM` a program built elsewhere; words after `--` choose rows: import,
//! search, send, read, arrival, letterhead, send-many, send-signed, preflight, send-memory, start;
//! badges, checkin, calendar; ingest, ingest-imap, search-responses; import-million, search-million,
//! lists, duplicates, scroll (those at a million take an hour).
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a measurement that cannot be made fails by panicking"
)]

mod arrival;
mod bare;
mod calendar;
mod distribute;
mod door;
mod duplicates;
mod import;
mod ingest;
mod letterhead;
mod lists;
#[path = "../mail_server/mod.rs"]
mod mail_server;
mod mails;
mod measure;
mod people;
mod read;
mod report;
mod responses;
mod scroll;
mod search;
mod send;
mod start;

use measure::Bench;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Figures of a whole run at the size of a large office.
const OFFICE_ROWS: usize = 14;
/// Figures of a whole run of press events.
const EVENT_ROWS: usize = 4;
/// Figures of a whole run of much mail.
const MAIL_ROWS: usize = 3;
/// Figures of a whole run at a million.
const MILLION_ROWS: usize = 8;

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let asked = |row: &str| wanted.is_empty() || wanted.iter().any(|word| word == row);
    let mut bench = Bench::new();
    println!("{}", bench.conditions());
    let mut figures = Vec::new();
    if asked("import") {
        figures.push(import::figure(&mut bench));
    }
    if asked("search") {
        figures.push(search::figure(&mut bench));
    }
    if asked("send") {
        figures.extend(send::figures(&bench));
    }
    if asked("read") {
        figures.push(read::figure(&bench));
    }
    if asked("arrival") {
        figures.push(arrival::figure(&bench));
    }
    if asked("letterhead") {
        figures.push(letterhead::figure(&bench));
    }
    if asked("send-many") {
        figures.extend(distribute::many(&bench));
    }
    if asked("send-signed") {
        figures.push(distribute::signed(&bench));
    }
    if asked("preflight") {
        figures.push(distribute::preflight(&bench));
    }
    if asked("send-memory") {
        figures.push(distribute::memory(&bench));
    }
    if asked("start") {
        figures.extend(start::figure(&mut bench));
    }
    let mut of_events = Vec::new();
    if asked("badges") {
        of_events.push(door::badges(&bench));
    }
    if asked("checkin") {
        of_events.push(door::check_in(&bench));
        of_events.extend(door::painted(&bench));
    }
    if asked("calendar") {
        of_events.extend(calendar::figure(&bench));
    }
    let mut of_mail = Vec::new();
    if asked("ingest") || asked("ingest-imap") {
        let mut post = ingest::Post::new(&bench);
        if asked("ingest") {
            of_mail.push(ingest::from_disk(&bench, &mut post));
        }
        if asked("ingest-imap") {
            of_mail.push(ingest::from_imap(&bench, &mut post));
        }
    }
    if asked("search-responses") {
        of_mail.push(responses::figure(&bench));
    }
    let mut of_a_million = Vec::new();
    if asked("import-million") {
        of_a_million.extend(import::million_figures(&mut bench));
    }
    if asked("search-million") {
        of_a_million.push(search::million_figure(&mut bench));
    }
    if asked("lists") {
        of_a_million.extend(lists::figures(&mut bench));
    }
    if asked("duplicates") {
        of_a_million.push(duplicates::figure(&bench));
    }
    if asked("scroll") {
        of_a_million.extend(scroll::figure(&mut bench));
    }
    let is_reached = figures
        .iter()
        .chain(&of_events)
        .chain(&of_mail)
        .chain(&of_a_million)
        .all(|figure| figure.reached);
    report::print(&bench, "office", OFFICE_ROWS, &figures);
    report::print(&bench, "events", EVENT_ROWS, &of_events);
    report::print(&bench, "mail", MAIL_ROWS, &of_mail);
    report::print(&bench, "million", MILLION_ROWS, &of_a_million);
    // An exit leaves nothing to clean up after itself.
    drop(bench);
    if !is_reached {
        std::process::exit(1);
    }
}
