//! The same rows again by prepared statements and nothing else: the bundled SQLite as the limit.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, named_params, params_from_iter};
use warta::db::Searchable;

/// A transaction ends after so long, as Warta's own do.
const CHUNK: Duration = Duration::from_millis(40);

/// Rows already split, with the statements that insert them.
#[derive(Default)]
pub struct Rows {
    statements: Vec<String>,
    rows: Vec<(usize, Vec<Value>)>,
}

impl Rows {
    /// A table whose rows follow; gives its number.
    pub fn table(&mut self, name: &str, columns: &[String]) -> usize {
        let marks = vec!["?"; columns.len()].join(", ");
        self.statements
            .push(format!("INSERT INTO {name} ({}) VALUES ({marks})", columns.join(", ")));
        self.statements.len() - 1
    }

    pub fn push(&mut self, table: usize, row: Vec<Value>) {
        self.rows.push((table, row));
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Inserts all rows, in short transactions.
    pub fn insert(&self, database: &Path) {
        let connection = open(database);
        connection.set_prepared_statement_cache_capacity(64);
        let mut rows = self.rows.iter().peekable();
        while rows.peek().is_some() {
            connection.execute_batch("BEGIN IMMEDIATE").unwrap();
            let began = Instant::now();
            for (table, row) in rows.by_ref() {
                connection
                    .prepare_cached(&self.statements[*table])
                    .unwrap()
                    .execute(params_from_iter(row))
                    .unwrap();
                if began.elapsed() >= CHUNK {
                    break;
                }
            }
            connection.execute_batch("COMMIT").unwrap();
        }
    }
}

/// A connection with the settings of Warta's own.
pub fn open(database: &Path) -> Connection {
    let connection = Connection::open(database).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000")
        .unwrap();
    connection
}

/// The columns that an insert names: the store's own take their defaults.
pub fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let statement = connection.prepare(&format!("SELECT * FROM {table} LIMIT 0")).unwrap();
    let names = statement
        .column_names()
        .into_iter()
        .filter(|name| !matches!(*name, "id" | "version" | "deleted_at"));
    names.map(str::to_owned).collect()
}

/// Looks at every value of a query and keeps none; gives their bytes.
pub fn read(connection: &Connection, sql: &str) -> usize {
    let mut statement = connection.prepare(sql).unwrap();
    let width = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut bytes = 0;
    while let Some(row) = rows.next().unwrap() {
        for place in 0..width {
            bytes += match row.get_ref(place).unwrap() {
                ValueRef::Text(text) | ValueRef::Blob(text) => text.len(),
                ValueRef::Integer(_) | ValueRef::Real(_) => 8,
                ValueRef::Null => 0,
            };
        }
    }
    bytes
}

/// Every row of a query.
pub fn rows(connection: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(sql).unwrap();
    let width = statement.column_count();
    statement
        .query_map([], |row| (0..width).map(|place| row.get(place)).collect())
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// The search text of a record, with its id before it.
pub fn document(connection: &Connection, searchable: &Searchable, id: i64) -> Vec<Value> {
    let mut statement = connection.prepare_cached(searchable.document).unwrap();
    let width = statement.column_count();
    let texts = statement.query_row(named_params! {":id": id}, |row| {
        (0..width).map(|place| row.get(place)).collect::<rusqlite::Result<Vec<Value>>>()
    });
    std::iter::once(Value::Integer(id)).chain(texts.unwrap()).collect()
}

/// The columns of a search index, its rowid before them.
pub fn index_columns(searchable: &Searchable) -> Vec<String> {
    std::iter::once("rowid").chain(searchable.columns.iter().copied()).map(str::to_owned).collect()
}
