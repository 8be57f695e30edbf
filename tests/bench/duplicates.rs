//! A scan for duplicates beside one read of every column that it uses.

use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, params};
use warta::commands;
use warta::format::fold::fold;
use warta::format::phone;
use warta::workspace::{As, Workspace};

use crate::bare;
use crate::measure::{Bench, median, timed, warta, watched};
use crate::people;
use crate::report::Figure;

const MOST_TIMES: f64 = 15.0;
/// One contact in so many is there twice.
const PLANTED: usize = 20;

/// A media list with planted duplicates; how many.
fn media_list(bench: &Bench, count: usize) -> (PathBuf, usize) {
    let folder = bench.workspace("duplicates");
    drop(Workspace::open(&folder, As::Owner, commands::searchables()).unwrap());
    let mut connection = bare::open(&folder.join("warta.sqlite"));
    let at = "2026-11-22T00:00:00.000Z";
    let fill = connection.transaction().unwrap();
    let mut outlets = std::collections::BTreeMap::new();
    let mut planted = 0;
    {
        let mut contact = fill
            .prepare("INSERT INTO contacts (name, name_key, city, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)")
            .unwrap();
        let mut reach = fill
            .prepare("INSERT INTO reaches (contact_id, kind, value, value_key, created_at, updated_at) VALUES (?1, ?2, ?3, ?3, ?4, ?4)")
            .unwrap();
        let mut outlet = fill
            .prepare("INSERT INTO organisations (name, name_key, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)")
            .unwrap();
        let mut affiliation = fill
            .prepare("INSERT INTO affiliations (contact_id, organisation_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)")
            .unwrap();
        for number in 0..count {
            // The second note of a person: turned round, slipped or shortened, one thing the same.
            let is_second = number % PLANTED == PLANTED - 1;
            let person = if is_second { number - 7 } else { number };
            let mut name = people::name(person);
            if is_second {
                planted += 1;
                let words: Vec<&str> = name.split(' ').collect();
                name = match number / PLANTED % 3 {
                    0 => words.iter().rev().copied().collect::<Vec<_>>().join(" "),
                    1 => format!("{} {}", words[0], words[words.len() - 1]),
                    _ => name.replacen("an", "na", 1),
                };
            }
            contact.execute(params![name, fold(&name), "Serang", at]).unwrap();
            let id = fill.last_insert_rowid();
            let by_email = is_second && (number / PLANTED).is_multiple_of(2);
            if !is_second || by_email {
                reach.execute(params![id, "email", people::email(person), at]).unwrap();
            }
            if !is_second || !by_email {
                let e164 = phone::e164(&format!("08{:010}", 1_200_000_000 + person)).unwrap();
                reach.execute(params![id, "phone", e164, at]).unwrap();
            }
            let name = people::outlet(person);
            let place = *outlets.entry(name.clone()).or_insert_with(|| {
                outlet.execute(params![name, fold(&name), at]).unwrap();
                fill.last_insert_rowid()
            });
            affiliation.execute(params![id, place, at]).unwrap();
        }
    }
    fill.commit().unwrap();
    connection.execute_batch("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    (folder, planted)
}

/// Steps through every column that the scan reads and looks at each value.
fn read_once(connection: &Connection) -> usize {
    let mut sum = 0;
    for sql in warta::duplicate::READ {
        let mut statement = connection.prepare(sql).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..width {
                sum += match row.get_ref(column).unwrap() {
                    rusqlite::types::ValueRef::Text(text) => text.len(),
                    rusqlite::types::ValueRef::Integer(number) => number as usize & 1,
                    _ => 0,
                };
            }
        }
    }
    sum
}

pub fn figure(bench: &Bench) -> Figure {
    let count = bench.size(1_000_000);
    let (folder, planted) = media_list(bench, count);
    let database = folder.join("warta.sqlite");
    let (mut ours, mut once, mut peak, mut found) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..bench.rounds {
        let connection = bare::open(&database);
        connection
            .execute_batch("DELETE FROM duplicate_flags; DELETE FROM organisation_duplicates")
            .unwrap();
        let (seconds, sum) = timed(|| read_once(&connection));
        assert!(sum > 0);
        once.push(seconds);
        drop(connection);
        let (seconds, megabytes) = watched(warta(&folder).args(["duplicates", "scan"]));
        ours.push(seconds);
        peak.push(megabytes as i64);
        let connection = bare::open(&database);
        found = connection
            .query_row(
                "SELECT COUNT(*) FROM duplicate_flags WHERE contact_id - other_id = 7 AND contact_id % ?1 = 0",
                [PLANTED as i64],
                |row| row.get::<_, i64>(0),
            )
            .unwrap() as usize;
    }
    let _ = fs::remove_dir_all(&folder);
    assert!(found * 10 >= planted * 9, "{found} of {planted} planted duplicates");
    let times = median(&ours) / median(&once);
    Figure {
        work: format!("scan for duplicates among {count} contacts, {planted} of them planted"),
        limit: String::new(),
        ours,
        others: vec![("one read of every column that it uses".to_owned(), once)],
        result: format!("{times:.1} x, {} MB", peak.iter().max().copied().unwrap_or(0)),
        must: format!("<= {MOST_TIMES} x"),
        reached: times <= MOST_TIMES,
        remarks: vec![format!(
            "{found} of {planted} planted duplicates proposed; peak memory in MB {peak:?}"
        )],
    }
    .tell()
}
