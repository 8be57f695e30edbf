//! Warta beside its limits: each figure next to what the same work costs with nothing around it,
//! in turns in the same run on the same data (`make bench`; the table is kept in
//! docs/performance.md).
//!
//! `WARTA_BENCH_SCALE=0.05` makes every size smaller for a quick look, `WARTA_BENCH_ROUNDS` sets
//! the rounds, `WARTA_BENCH_PROGRAM` a program built elsewhere; words after `--` choose rows: import, search, duplicates, send, read, start.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a measurement that cannot be made fails by panicking"
)]

mod bare;
mod duplicates;
mod import;
mod measure;
mod people;
mod read;
mod report;
mod search;
mod send;
mod start;

use measure::Bench;

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
    if asked("duplicates") {
        figures.push(duplicates::figure(&bench));
    }
    if asked("send") {
        figures.extend(send::figures(&bench));
    }
    if asked("read") {
        figures.push(read::figure(&bench));
    }
    if asked("start") {
        figures.extend(start::figure(&mut bench));
    }
    report::print(&bench, &figures);
    if figures.iter().any(|figure| !figure.reached) {
        std::process::exit(1);
    }
}
