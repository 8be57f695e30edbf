//! Import of a contact list through the command line, beside the same rows by prepared statements.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::types::Value;

use crate::bare::{self, Rows};
use crate::measure::{Bench, median, run, timed, warta, watched};
use crate::people;
use crate::report::Figure;

const MOST_TIMES: f64 = 1.6;
const MOST_MEGABYTES: f64 = 150.0;

/// The workspace with all contacts: the last round's, or one made for the rows that need it.
pub fn media_list(bench: &mut Bench) -> PathBuf {
    if let Some(folder) = &bench.media_list {
        return folder.clone();
    }
    let file = bench.path("contacts.csv");
    fs::write(&file, people::csv(bench.size(100_000))).unwrap();
    let folder = bench.workspace("media-list");
    run(warta(&folder).arg("import").arg(&file));
    bench.media_list = Some(folder.clone());
    folder
}

pub fn figure(bench: &mut Bench) -> Figure {
    let count = bench.size(100_000);
    let file = bench.path("contacts.csv");
    fs::write(&file, people::csv(count)).unwrap();
    let (mut ours, mut limit, mut flat, mut peaks) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut split: Option<Rows> = None;
    for _ in 0..bench.rounds {
        let folder = bench.workspace("media-list");
        let (seconds, peak) = watched(warta(&folder).arg("--json").arg("import").arg(&file));
        ours.push(seconds);
        peaks.push(peak);
        let rows = split.get_or_insert_with(|| imported_rows(&folder.join("warta.sqlite"), count));
        let beside = bench.workspace("beside").join("warta.sqlite");
        limit.push(timed(|| rows.insert(&beside)).0);
        flat.extend(plain_import(bench, &file));
        bench.media_list = Some(folder);
    }
    let times = median(&ours) / median(&limit);
    let peak = peaks.iter().copied().fold(0.0, f64::max);
    let mut remarks = vec![format!(
        "{} rows in all tables and indexes; peak memory in MB {peaks:.0?}",
        split.map_or(0, |rows| rows.len())
    )];
    if !flat.is_empty() {
        remarks.push(format!(
            "for information, plain sqlite3 .import into one flat table: median {:.2} s",
            median(&flat)
        ));
    }
    Figure {
        work: format!("import of a {count}-row, 14-column CSV"),
        limit: String::new(),
        ours,
        others: vec![("the same rows by prepared statements".to_owned(), limit)],
        result: format!("{times:.2} x, {peak:.0} MB"),
        must: format!("<= {MOST_TIMES} x, <= {MOST_MEGABYTES} MB"),
        reached: times <= MOST_TIMES && peak <= MOST_MEGABYTES,
        remarks,
    }
    .tell()
}

/// What the import wrote, in the order in which it wrote it.
fn imported_rows(database: &Path, expected: usize) -> Rows {
    let connection = bare::open(database);
    let mut rows = Rows::default();
    let outlets = by_key(&connection, &mut rows, "organisations", "id");
    let people = by_key(&connection, &mut rows, "contacts", "id");
    let parts: Vec<_> = ["reaches", "affiliations", "labels", "contact_states", "duplicate_flags"]
        .into_iter()
        .map(|table| by_key(&connection, &mut rows, table, "contact_id"))
        .collect();
    let at_outlets: BTreeMap<i64, i64> =
        bare::rows(&connection, "SELECT contact_id, organisation_id FROM affiliations")
            .into_iter()
            .filter_map(|row| match row.as_slice() {
                [Value::Integer(contact), Value::Integer(outlet)] => Some((*contact, *outlet)),
                _ => None,
            })
            .collect();
    let contact_search = &warta::contact::SEARCH;
    let outlet_search = &warta::organisation::SEARCH;
    let found_contacts = rows.table(contact_search.index, &bare::index_columns(contact_search));
    let found_outlets = rows.table(outlet_search.index, &bare::index_columns(outlet_search));
    let mut known = BTreeSet::new();
    for (id, records) in &people.rows {
        if let Some(outlet) = at_outlets.get(id).filter(|outlet| known.insert(**outlet)) {
            for row in outlets.rows.get(outlet).into_iter().flatten() {
                rows.push(outlets.table, row.clone());
            }
            rows.push(found_outlets, bare::document(&connection, outlet_search, *outlet));
        }
        for row in records {
            rows.push(people.table, row.clone());
        }
        for part in &parts {
            for row in part.rows.get(id).into_iter().flatten() {
                rows.push(part.table, row.clone());
            }
        }
        rows.push(found_contacts, bare::document(&connection, contact_search, *id));
    }
    assert!(
        people.rows.len() * 100 >= expected * 95,
        "only {} people were added",
        people.rows.len()
    );
    rows
}

struct Table {
    table: usize,
    rows: BTreeMap<i64, Vec<Vec<Value>>>,
}

fn by_key(connection: &rusqlite::Connection, rows: &mut Rows, table: &str, key: &str) -> Table {
    let columns = bare::columns(connection, table);
    let mut found: BTreeMap<i64, Vec<Vec<Value>>> = BTreeMap::new();
    for mut row in bare::rows(
        connection,
        &format!(
            "SELECT {key}, {} FROM {table} WHERE {key} IS NOT NULL ORDER BY id",
            columns.join(", ")
        ),
    ) {
        if let Value::Integer(key) = row.remove(0) {
            found.entry(key).or_default().push(row);
        }
    }
    Table { table: rows.table(table, &columns), rows: found }
}

/// Seconds of the shell's own import, where it is installed.
fn plain_import(bench: &Bench, file: &Path) -> Option<f64> {
    let database = bench.path("flat.sqlite");
    let _ = fs::remove_file(&database);
    let import = format!(".import --csv {} flat", file.display());
    let mut shell = Command::new("sqlite3");
    shell.arg(&database).arg(import).stdout(Stdio::null()).stderr(Stdio::null());
    let (seconds, ended) = timed(|| shell.status());
    ended.is_ok_and(|ended| ended.success()).then_some(seconds)
}
