//! Search as you type: the call that the window makes after each letter, to the JSON it gets.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use warta::commands;
use warta::db::Source;
use warta::workspace::{As, Workspace};

use crate::import;
use crate::measure::{Bench, median, percentile, timed};
use crate::people;
use crate::report::Figure;

const MOST_MILLISECONDS: f64 = 16.0;
/// Of the longest calls.
const MOST_NAMED: usize = 12;

/// 200 people at the keyboard: names, outlets and numbers of people who are there.
fn typed(count: usize) -> Vec<String> {
    (0..200)
        .map(|turn| {
            let person = turn * 7_919 % count;
            match turn % 4 {
                0 | 1 => people::name(person).to_lowercase(),
                2 => people::outlet(person),
                _ => people::phone(person),
            }
        })
        .collect()
}

/// What finds the most or the least: single letters, common beginnings, one number's digits, words
/// of notes, words together that few have both.
const WORST: &[&str] = &[
    "a",
    "s",
    "m",
    "0",
    "si",
    "nu",
    "08",
    "62",
    "sit",
    "har",
    "jak",
    "red",
    "eko",
    "bud",
    "pt ",
    "081",
    "0812",
    "siti",
    "nur",
    "harian",
    "redaksi",
    "jakarta",
    "ekonomi",
    "media",
    "bertemu",
    "bertemu di jumpa",
    "siti rahma",
    "rahma siti",
    "s a",
    "a b c",
    "siti jakarta",
    "radio rakyat",
    "kartika i",
    "muhammad s",
    "dwi santoso wijaya",
    "reporter",
    "vip",
    "indonesia",
    "foto dan data",
    "example",
    "media12.example",
    "zzzz",
    "siit rahma",
    "wijjaya",
    "0812-000-9",
    "+62 813",
];

pub fn figure(bench: &mut Bench) -> Figure {
    let folder = import::media_list(bench);
    let rounds = bench.rounds;
    of(&folder, bench.size(100_000), &[], rounds)
}

/// The same among a million, the worst beginnings besides.
pub fn million_figure(bench: &mut Bench) -> Figure {
    let folder = import::million(bench);
    let rounds = bench.rounds;
    of(&folder, bench.size(1_000_000), WORST, rounds)
}

fn of(folder: &Path, count: usize, worst: &[&str], rounds: usize) -> Figure {
    let workspace =
        std::sync::Arc::new(Workspace::open(folder, As::Owner, commands::searchables()).unwrap());
    let ask = |text: &str| {
        let filter = json!({"search": text, "limit": 50, "offset": 0, "without_total": true});
        commands::call(&workspace, Source::Window, "Bench", "contact_list", filter)
            .unwrap()
            .to_string()
    };
    let mut sequences = typed(count);
    sequences.extend(worst.iter().map(|text| (*text).to_owned()));
    let letters: usize = sequences.iter().map(|text| text.chars().count()).sum();
    let (mut p99, mut p50) = (Vec::new(), Vec::new());
    let mut slowest: BTreeMap<String, f64> = BTreeMap::new();
    for _ in 0..rounds {
        let mut times = Vec::new();
        for text in &sequences {
            for (end, letter) in text.char_indices() {
                let so_far = &text[..end + letter.len_utf8()];
                let (seconds, answer) = timed(|| ask(so_far));
                assert!(
                    answer.contains("\"rows\":[{")
                        || so_far.trim_matches(['-', ' ', '+']).is_empty()
                        || worst.contains(&text.as_str()),
                    "nobody found for {so_far}"
                );
                let kept = slowest.entry(so_far.to_owned()).or_default();
                *kept = kept.max(seconds);
                times.push(seconds);
            }
        }
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
        work: format!(
            "search as you type among {count} contacts, 200 typing sequences{}, {letters} calls",
            if worst.is_empty() { "" } else { " and the worst beginnings" }
        ),
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
