//! Search as you type among stored responses: the window's own call, to the JSON it gets.

use std::path::PathBuf;

use rusqlite::params;
use serde_json::json;
use warta::commands;
use warta::db::Source;
use warta::workspace::{As, Workspace};

use crate::bare;
use crate::mails;
use crate::measure::{Bench, median, percentile, run, timed, warta};
use crate::people;
use crate::report::Figure;

const MOST_MILLISECONDS: f64 = 16.0;
const CONTACTS: usize = 20_000;
/// Of the longest calls.
const MOST_NAMED: usize = 16;

/// What finds the most: single letters, common beginnings, common words, two of them, what stands
/// only in old mail, what nobody wrote.
const WORST: &[&str] = &[
    "a",
    "s",
    "m",
    "p",
    "1",
    "si",
    "pe",
    "me",
    "20",
    "sit",
    "per",
    "jem",
    "siti",
    "dengan",
    "siaran pers",
    "anggaran jembatan",
    "terima kasih",
    "kabar lama",
    "example",
    "qqqq",
];

fn subject(number: usize) -> String {
    let words = mails::text(number, 4, 5);
    let words = words.lines().next().unwrap_or_default().trim_end();
    if is_old(number) { format!("Re: kabar lama {words}") } else { format!("Re: {words}") }
}

fn body(number: usize) -> String {
    mails::text(number, 5, 15 + mails::dice(number, 6) % 60)
}

/// Every tenth belongs to an archive that was filed later than it was written.
fn is_old(number: usize) -> bool {
    number / 10_000 % 10 == 6
}

/// A minute after the other, with some disorder; the archive is of the years before.
fn received(number: usize) -> String {
    let minute = number + mails::dice(number, 7) % 600;
    let (year, minute) = if is_old(number) { (2019, minute / 10) } else { (2022, minute) };
    let day = minute / 1_440;
    format!(
        "{}-{:02}-{:02}T{:02}:{:02}:00.000Z",
        year + day / 336,
        day % 336 / 28 + 1,
        day % 28 + 1,
        minute / 60 % 24,
        minute % 60
    )
}

/// A workspace with so many responses.
fn workspace(bench: &Bench, count: usize) -> PathBuf {
    // One that an earlier call left, for whoever looks at this row again and again.
    if let Some(folder) = std::env::var_os("WARTA_BENCH_RESPONSES").map(PathBuf::from) {
        if !folder.join("warta.sqlite").exists() {
            let made = made(bench, count);
            std::fs::rename(made, &folder).unwrap();
        }
        return folder;
    }
    made(bench, count)
}

fn made(bench: &Bench, count: usize) -> PathBuf {
    let folder = bench.workspace("responses");
    let list = bench.path("responses.csv");
    std::fs::write(&list, people::csv(bench.size(CONTACTS))).unwrap();
    run(warta(&folder).arg("import").arg(&list));
    let connection = bare::open(&folder.join("warta.sqlite"));
    let people_there: i64 =
        connection.query_row("SELECT MAX(id) FROM contacts", [], |row| row.get(0)).unwrap();
    for begin in (0..count).step_by(10_000) {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut row = connection
            .prepare_cached(
                "INSERT INTO responses (id, kind, read_as, from_address, from_name, subject, message_id, identity, received_at,
                     new_text, matched_by, contact_id, handled, raw_sha256, created_at, updated_at)
                 VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?7, ?7)",
            )
            .unwrap();
        let mut index = connection
            .prepare_cached(
                "INSERT INTO response_search (rowid, sender, subject, body) VALUES (?, ?, ?, ?)",
            )
            .unwrap();
        for number in begin..(begin + 10_000).min(count) {
            let id = number as i64 + 1;
            let dice = mails::dice(number, 8);
            let kind = ["reply", "reply", "bounce", "auto_reply", "other"][dice % 5];
            let (name, address) = (people::name(number % 50_000), people::email(number % 50_000));
            let (subject, body) = (subject(number), body(number));
            let contact = (!dice.is_multiple_of(3)).then(|| (dice / 3) as i64 % people_there + 1);
            let by = if contact.is_some() { "from" } else { "" };
            let id_of_it = format!("m{number}.{dice:x}@mx.example.net");
            row.execute(params![
                id,
                kind,
                address,
                name,
                subject,
                id_of_it,
                received(number),
                body,
                by,
                contact,
                dice % 100 != 7,
                format!("{dice:064x}")
            ])
            .unwrap();
            index.execute(params![id, format!("{name} {address} "), subject, body]).unwrap();
        }
        drop((row, index));
        connection.execute_batch("COMMIT").unwrap();
    }
    folder
}

/// 200 people at the keyboard: names, addresses and words of responses that are there.
fn typed(count: usize) -> Vec<String> {
    (0..200)
        .map(|turn| {
            let number = turn * 7_919 % count;
            let words = body(number);
            let mut words = words.split_whitespace().skip(turn % 7);
            let mut next = || words.next().unwrap_or_default().trim_end_matches('.').to_owned();
            match turn % 5 {
                0 => people::name(number % 50_000).to_lowercase(),
                1 => people::email(number % 50_000),
                2 => format!("{} {}", next(), next()),
                3 => format!("{} {} {}", next(), next(), next()),
                _ => subject(number).trim_start_matches("Re: ").to_owned(),
            }
        })
        .collect()
}

pub fn figure(bench: &Bench) -> Figure {
    let count = bench.size(1_000_000);
    let folder = workspace(bench, count);
    let opened = Workspace::open(&folder, As::Owner, commands::searchables()).unwrap();
    let workspace = std::sync::Arc::new(opened);
    let ask = |text: &str| {
        let filter = json!({"search": text, "limit": 50, "without_counts": true});
        commands::call(&workspace, Source::Window, "Bench", "response_list", filter)
            .unwrap()
            .to_string()
    };
    let mut sequences = typed(count);
    sequences.extend(WORST.iter().map(|text| (*text).to_owned()));
    let (mut p99, mut p50, mut calls) = (Vec::new(), Vec::new(), 0);
    let mut slowest: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
    for _ in 0..bench.rounds {
        let mut times = Vec::new();
        for text in &sequences {
            for (end, letter) in text.char_indices() {
                let so_far = &text[..end + letter.len_utf8()];
                let (seconds, answer) = timed(|| ask(so_far));
                assert!(
                    answer.contains("\"rows\":[{") || WORST.contains(&text.as_str()),
                    "nothing found for {so_far}"
                );
                let kept = slowest.entry(so_far.to_owned()).or_default();
                *kept = kept.max(seconds);
                times.push(seconds);
            }
        }
        calls = times.len();
        times.sort_by(f64::total_cmp);
        p99.push(percentile(&times, 0.99));
        p50.push(percentile(&times, 0.5));
    }
    let milliseconds = median(&p99) * 1000.0;
    let mut slowest: Vec<(String, f64)> = slowest.into_iter().collect();
    slowest.sort_by(|a, b| b.1.total_cmp(&a.1));
    let slowest: Vec<String> = slowest
        .iter()
        .take(MOST_NAMED)
        .map(|(text, seconds)| format!("\"{text}\" {:.0} ms", seconds * 1000.0))
        .collect();
    Figure {
        work: format!("search as you type among {count} responses, 200 typing sequences and the worst beginnings, {calls} calls"),
        limit: "a person's eye".to_owned(),
        ours: p99,
        others: Vec::new(),
        result: format!("p99 {milliseconds:.1} ms"),
        must: format!("<= {MOST_MILLISECONDS} ms"),
        reached: milliseconds <= MOST_MILLISECONDS,
        remarks: vec![format!(
            "times are the p99 of each round; median call {:.2} ms; longest {}",
            median(&p50) * 1000.0,
            slowest.join(", ")
        )],
    }
    .tell()
}
