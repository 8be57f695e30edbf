//! The store: the only place that knows the engine. One writer connection, a few readers that
//! cannot write, and one door through which every change passes, is logged and can be undone.

pub mod backup;
pub mod changes;
mod edit_session;
pub mod erase;
mod log_file;
pub mod migrate;
pub mod record;
pub mod rows;
pub mod search;
pub mod undo;
mod views;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use changes::Writer;
pub use log_file::LogFile;
pub use record::{Patch, Record, ToSql, named_params, params};
pub use rusqlite::{OptionalExtension, Row, types::Value};
pub use search::Searchable;

use crate::bus::{Bus, Event};
use crate::error::{Code, Error, Result};

/// Which door a change came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The window.
    Window,
    /// The command line.
    CommandLine,
    /// An import of a file.
    Import,
    /// The mailbox: what the reading and sending loops learnt.
    Mailbox,
}

impl Source {
    /// As it is stored in `actions.source`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::CommandLine => "cli",
            Self::Import => "import",
            Self::Mailbox => "mailbox",
        }
    }
}

/// What every function of a noun is told besides its arguments: when, who, from where.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// The instant of the call.
    pub now: DateTime<Utc>,
    /// Name of the staff member at work; empty before the first start is finished.
    pub actor: String,
    /// The door.
    pub source: Source,
    /// The workspace folder, for the files that records speak of.
    pub folder: std::path::PathBuf,
}

impl Ctx {
    /// The instant of the call as it is stored.
    pub fn now_text(&self) -> String {
        crate::clock::to_text(self.now)
    }
}

/// How sure a commit must be before it returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Survives a crash of the process; a power cut may cost the last commits.
    Normal,
    /// Survives a power cut: `synchronous = FULL`.
    Full,
}

/// An open database with its connections.
pub struct Database {
    path: PathBuf,
    writer: Mutex<Connection>,
    /// Whether the writer's commits reach the disk before they return; changed under its lock.
    writes_through: AtomicBool,
    readers: Mutex<Vec<Connection>>,
    maps: bool,
    searchables: Vec<&'static Searchable>,
    bus: Arc<Bus>,
    views: views::Views,
}

/// How many pages the log holds before they go into the file. Long work changes the same pages
/// again and again: they go once for many commits. 32 MB.
pub(crate) const PAGES_OF_LONG_WORK: u32 = 8_000;
const MOST_IDLE_READERS: usize = 4;
const BUSY_TIMEOUT: Duration = Duration::from_secs(15);

impl Database {
    /// Opens the file, which must already be migrated ([`migrate::to_latest`]).
    pub fn open(path: &Path, searchables: Vec<&'static Searchable>, bus: Arc<Bus>) -> Result<Self> {
        let writer = connect(path)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            writes_through: AtomicBool::new(false),
            readers: Mutex::default(),
            maps: false,
            searchables,
            bus,
            views: views::Views::default(),
        })
    }

    /// The same, with readers that map the file: for the window, where somebody always works while
    /// others search. A commit empties a reader's own cache, the system's is only looked at. What
    /// is mapped counts as the process's memory, so that a single command goes without.
    pub fn mapped(self) -> Self {
        Self { maps: true, ..self }
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What full-text search finds, to open a copy with.
    pub fn searchables(&self) -> Vec<&'static Searchable> {
        self.searchables.clone()
    }

    /// Where changes are announced.
    pub fn bus(&self) -> &Arc<Bus> {
        &self.bus
    }

    /// Runs a question on a connection that cannot write.
    pub fn read<T>(&self, question: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        self.views.note_foreign(self.foreign_version());
        let connection = match lock(&self.readers).pop() {
            Some(connection) => connection,
            None => {
                let connection = connect_reader(&self.path)?;
                if self.maps {
                    // 2 GB, the most that SQLite takes, are addresses and not memory.
                    connection.pragma_update(None, "mmap_size", 0x7fff_0000_i64)?;
                }
                connection
            }
        };
        let answer = (|| {
            // One snapshot for all statements of the question.
            connection.execute_batch("BEGIN")?;
            let reader = Reader {
                connection: &connection,
                database: Some(self),
                given_up: RefCell::default(),
            };
            let answer = question(&reader);
            reader.watch_nothing()?;
            connection.execute_batch("ROLLBACK")?;
            answer
        })();
        let mut idle = lock(&self.readers);
        if idle.len() < MOST_IDLE_READERS && connection.is_autocommit() {
            idle.push(connection);
        }
        answer
    }

    /// Runs `work` in one IMMEDIATE transaction, which is one audited action; an error rolls all
    /// of it back.
    pub fn write<T>(
        &self,
        ctx: &Ctx,
        command: &str,
        undoable: bool,
        work: impl FnOnce(&Writer) -> Result<T>,
    ) -> Result<T> {
        self.write_in(ctx, ActionPart::New { command, undoable }, work)
    }

    /// One more transaction of an action that runs in chunks, such as an import.
    pub fn write_chunk<T>(
        &self,
        ctx: &Ctx,
        action_id: i64,
        work: impl FnOnce(&Writer) -> Result<T>,
    ) -> Result<T> {
        self.write_in(ctx, ActionPart::Next(action_id), work)
    }

    fn write_in<T>(
        &self,
        ctx: &Ctx,
        part: ActionPart,
        work: impl FnOnce(&Writer) -> Result<T>,
    ) -> Result<T> {
        let mut connection = lock(&self.writer);
        self.set_durability(&connection, Durability::Normal)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let writer = Writer::new(&transaction, &self.searchables, ctx, part);
        let answer = work(&writer)?;
        let touched = writer.finish()?;
        transaction.commit()?;
        drop(connection);
        self.announce(touched);
        Ok(answer)
    }

    /// A transaction on tables outside the change log (deliveries, jobs, cursors). `tables` are
    /// announced to the bus.
    pub fn write_unlogged<T>(
        &self,
        durability: Durability,
        tables: &[&'static str],
        work: impl FnOnce(&Reader) -> Result<T>,
    ) -> Result<T> {
        let mut connection = lock(&self.writer);
        self.set_durability(&connection, durability)?;
        let answer = (|| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = work(&Reader::on(&transaction))?;
            transaction.commit()?;
            Ok(answer)
        })();
        drop(connection);
        if answer.is_ok() {
            self.announce(tables.iter().map(|table| Cow::Borrowed(*table)).collect());
        }
        answer
    }

    /// From now on the log goes into the file whenever it has so many pages.
    pub(crate) fn checkpoint_every(&self, pages: u32) -> Result<()> {
        Ok(lock(&self.writer).pragma_update(None, "wal_autocheckpoint", pages)?)
    }

    /// The setting outlives a transaction, because while mail goes out nearly every one asks for
    /// the same.
    fn set_durability(&self, writer: &Connection, durability: Durability) -> Result<()> {
        let through = durability == Durability::Full;
        if self.writes_through.load(Ordering::Relaxed) != through {
            writer.pragma_update(None, "synchronous", if through { "FULL" } else { "NORMAL" })?;
            self.writes_through.store(through, Ordering::Relaxed);
        }
        Ok(())
    }

    fn announce(&self, tables: BTreeSet<Cow<'static, str>>) {
        if !tables.is_empty() {
            self.views.note_changes(tables.iter().map(AsRef::as_ref));
            self.bus
                .send(Event::Changed { tables: tables.into_iter().map(Cow::into_owned).collect() });
        }
    }

    /// Runs upkeep on the writing connection, outside any transaction.
    pub(in crate::db) fn on_writer<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        work(&lock(&self.writer))
    }

    /// A number that differs when another process has committed since it was last asked.
    /// `None` while the writer is busy.
    pub fn foreign_version(&self) -> Option<i64> {
        let connection = self.writer.try_lock().ok()?;
        connection.pragma_query_value(None, "data_version", |row| row.get(0)).ok()
    }
}

/// Which action a transaction belongs to.
pub(crate) enum ActionPart<'a> {
    New { command: &'a str, undoable: bool },
    Next(i64),
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic inside a transaction rolled it back, so the connection is still sound.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Opens a writing connection with the settings that every connection has.
pub(crate) fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // What is deleted or written over is gone from the disk as well.
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.pragma_update(None, "wal_autocheckpoint", PAGES_OF_LONG_WORK)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Opens a connection that cannot write.
pub fn connect_reader(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "query_only", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// A connection in a transaction, to ask questions on.
pub struct Reader<'a> {
    pub(in crate::db) connection: &'a Connection,
    /// None within a transaction that writes: nothing kept in memory knows of its changes.
    database: Option<&'a Database>,
    given_up: RefCell<Option<Arc<AtomicBool>>>,
}

impl<'a> Reader<'a> {
    /// A reader on a bare connection, for tests that watch what a question touches.
    pub fn on(connection: &'a Connection) -> Self {
        Self { connection, database: None, given_up: RefCell::default() }
    }

    /// All rows of a question.
    pub fn rows<T>(
        &self,
        sql: &str,
        params: &[(&str, &dyn ToSql)],
        map: impl FnMut(&Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, map)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Hands each row to `each`, one at a time, for answers too large to hold.
    pub fn each_row(
        &self,
        sql: &str,
        params: &[(&str, &dyn ToSql)],
        mut each: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }

    /// The only row of a question, or none.
    pub fn row<T>(
        &self,
        sql: &str,
        params: &[(&str, &dyn ToSql)],
        map: impl FnOnce(&Row) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, map).optional()?)
    }

    /// One number, 0 where there is no row.
    pub fn number(&self, sql: &str, params: &[(&str, &dyn ToSql)]) -> Result<i64> {
        Ok(self.row(sql, params, |row| row.get(0))?.unwrap_or(0))
    }

    /// A change of tables outside the change log; the number of rows changed.
    pub fn execute(&self, sql: &str, params: &[(&str, &dyn ToSql)]) -> Result<usize> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// The id that the last insert gave.
    pub fn last_id(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// The live record with this id.
    pub fn find<R: Record>(&self, id: i64) -> Result<Option<R>> {
        let sql = format!(
            "SELECT {} FROM {} WHERE id = :id AND deleted_at IS NULL",
            R::select_list(),
            R::TABLE
        );
        self.row(&sql, named_params! {":id": id}, R::from_row)
    }

    /// The live record with this id, or a NotFound error.
    pub fn get<R: Record>(&self, id: i64) -> Result<R> {
        self.find(id)?.ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
    }

    /// All live records where `condition` holds.
    pub fn all<R: Record>(&self, condition: &str, params: &[(&str, &dyn ToSql)]) -> Result<Vec<R>> {
        let sql = format!(
            "SELECT {} FROM {} WHERE deleted_at IS NULL AND {condition}",
            R::select_list(),
            R::TABLE
        );
        self.rows(&sql, params, R::from_row)
    }
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Self::Target {
        self.reader()
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase,
            OperationInterrupted, ReadOnly,
        };
        match cause.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => {
                Error::new(Code::Busy, "error-busy").because(cause)
            }
            Some(OperationInterrupted) => Error::new(Code::Cancelled, "error-cancelled"),
            Some(DiskFull) => Error::new(Code::Internal, "error-disk-full").because(cause),
            Some(DatabaseCorrupt | NotADatabase) => {
                Error::new(Code::Internal, "error-database-damaged").because(cause)
            }
            Some(ReadOnly) => Error::new(Code::Internal, "error-permission").because(cause),
            _ => Error::internal(cause),
        }
    }
}
