//! Import of a contact list through the command line, beside the same rows by prepared statements.

use std::collections::BTreeMap;
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
const MOST_MEGABYTES_OF_A_MILLION: f64 = 200.0;
const MOST_TIMES_OF_UNDO: f64 = 1.0;
/// A round of a million takes minutes.
const ROUNDS_OF_A_MILLION: usize = 3;

/// The workspace with all contacts: the last round's, or one made for the rows that need it.
pub fn media_list(bench: &mut Bench) -> PathBuf {
    if let Some(folder) = &bench.media_list {
        return folder.clone();
    }
    let file = bench.path("media-list.csv");
    fs::write(&file, people::csv(bench.size(100_000))).unwrap();
    let folder = bench.workspace("media-list");
    run(warta(&folder).arg("import").arg(&file));
    bench.media_list = Some(folder.clone());
    folder
}

/// The workspace with a million contacts, likewise.
pub fn million(bench: &mut Bench) -> PathBuf {
    if let Some(folder) = &bench.million {
        return folder.clone();
    }
    // One that an earlier call left, for whoever looks at a single row again and again.
    if let Some(folder) = std::env::var_os("WARTA_BENCH_MILLION") {
        return PathBuf::from(folder);
    }
    let file = bench.path("million.csv");
    fs::write(&file, people::csv(bench.size(1_000_000))).unwrap();
    let folder = bench.workspace("million");
    run(warta(&folder).arg("import").arg(&file));
    fs::remove_file(&file).unwrap();
    bench.million = Some(folder.clone());
    folder
}

pub fn figure(bench: &mut Bench) -> Figure {
    let count = bench.size(100_000);
    let rounds = Rounds::run(bench, count, "media-list", bench.rounds, false);
    bench.media_list = Some(bench.path("media-list"));
    rounds.figure(count, MOST_MEGABYTES)
}

/// A million rows: the import, and taking it back.
pub fn million_figures(bench: &mut Bench) -> Vec<Figure> {
    let count = bench.size(1_000_000);
    let rounds = Rounds::run(bench, count, "million", bench.rounds.min(ROUNDS_OF_A_MILLION), true);
    bench.million = Some(bench.path("million"));
    let undo = rounds.undo_figure(count);
    vec![rounds.figure(count, MOST_MEGABYTES_OF_A_MILLION), undo]
}

/// Seconds of each round of an import and of what stands beside it.
#[derive(Default)]
struct Rounds {
    ours: Vec<f64>,
    limit: Vec<f64>,
    flat: Vec<f64>,
    peaks: Vec<f64>,
    undone: Vec<f64>,
    undo_peaks: Vec<f64>,
    rows: usize,
}

impl Rounds {
    fn run(bench: &Bench, count: usize, name: &str, rounds: usize, with_undo: bool) -> Self {
        let file = bench.path(&format!("{name}.csv"));
        fs::write(&file, people::csv(count)).unwrap();
        let mut all = Self::default();
        let mut split: Option<Rows> = None;
        for _ in 0..rounds {
            let folder = bench.workspace(name);
            let (seconds, peak) = watched(warta(&folder).arg("--json").arg("import").arg(&file));
            all.ours.push(seconds);
            all.peaks.push(peak);
            let rows =
                split.get_or_insert_with(|| imported_rows(&folder.join("warta.sqlite"), count));
            let beside = bench.workspace("beside");
            all.limit.push(timed(|| rows.insert(&beside.join("warta.sqlite"))).0);
            fs::remove_dir_all(&beside).unwrap();
            all.flat.extend(plain_import(bench, &file));
            if with_undo {
                let copy = bench.workspace("undone");
                fs::copy(folder.join("warta.sqlite"), copy.join("warta.sqlite")).unwrap();
                let (seconds, peak) = watched(warta(&copy).args(["import", "undo", "1"]));
                all.undone.push(seconds);
                all.undo_peaks.push(peak);
                fs::remove_dir_all(&copy).unwrap();
            }
        }
        all.rows = split.map_or(0, |rows| rows.len());
        fs::remove_file(&file).unwrap();
        all
    }

    fn figure(self, count: usize, most_megabytes: f64) -> Figure {
        let times = median(&self.ours) / median(&self.limit);
        let peak = self.peaks.iter().copied().fold(0.0, f64::max);
        let mut remarks = vec![format!(
            "{} rows in all tables and indexes; peak memory in MB {:.0?}",
            self.rows, self.peaks
        )];
        if !self.flat.is_empty() {
            remarks.push(format!(
                "for information, plain sqlite3 .import into one flat table: median {:.2} s",
                median(&self.flat)
            ));
        }
        Figure {
            work: format!("import of a {count}-row, 14-column CSV"),
            limit: String::new(),
            ours: self.ours,
            others: vec![("the same rows by prepared statements".to_owned(), self.limit)],
            result: format!("{times:.2} x, {peak:.0} MB"),
            must: format!("<= {MOST_TIMES} x, <= {most_megabytes} MB"),
            reached: times <= MOST_TIMES && peak <= most_megabytes,
            remarks,
        }
        .tell()
    }

    fn undo_figure(&self, count: usize) -> Figure {
        let times = median(&self.undone) / median(&self.ours);
        Figure {
            work: format!("undo of the import of {count} rows"),
            limit: String::new(),
            ours: self.undone.clone(),
            others: vec![("the import".to_owned(), self.ours.clone())],
            result: format!("{times:.2} x"),
            must: format!("<= {MOST_TIMES_OF_UNDO} x"),
            reached: times <= MOST_TIMES_OF_UNDO,
            remarks: vec![format!("peak memory in MB {:.0?}", self.undo_peaks)],
        }
        .tell()
    }
}

/// What the import wrote, in the order in which it wrote it.
fn imported_rows(database: &Path, expected: usize) -> Rows {
    let connection = bare::open(database);
    let mut rows = Rows::default();
    let outlets = by_key(&connection, &mut rows, "organisations", "id");
    let people = by_key(&connection, &mut rows, "contacts", "id");
    let mut parts: Vec<_> = ["reaches", "affiliations", "labels", "contact_states"]
        .into_iter()
        .map(|table| by_key(&connection, &mut rows, table, "contact_id"))
        .collect();
    // A flag stands once both are there.
    parts.push(by_key(&connection, &mut rows, "duplicate_flags", "MAX(contact_id, other_id)"));
    // A contact may stand at several outlets.
    let mut at_outlets: BTreeMap<i64, i64> = BTreeMap::new();
    for row in bare::rows(&connection, "SELECT contact_id, organisation_id FROM affiliations") {
        if let [Value::Integer(contact), Value::Integer(outlet)] = row.as_slice() {
            let newest = at_outlets.entry(*contact).or_default();
            *newest = (*newest).max(*outlet);
        }
    }
    let contact_search = &warta::contact::SEARCH;
    let outlet_search = &warta::organisation::SEARCH;
    let found_contacts = rows.table(contact_search.index, &bare::index_columns(contact_search));
    let found_outlets = rows.table(outlet_search.index, &bare::index_columns(outlet_search));
    let mut unseen = outlets.rows.iter().peekable();
    for (id, records) in &people.rows {
        // Outlets came with the first of their people.
        let newest = at_outlets.get(id).copied().unwrap_or_default();
        while let Some((outlet, records)) = unseen.next_if(|(outlet, _)| **outlet <= newest) {
            for row in records {
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
