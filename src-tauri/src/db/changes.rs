//! The one door for changes: every insert, update and delete of a record is kept with its images
//! under the action that made it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, named_params};
use serde_json::{Map, Value as Json};

use super::edit_session::EditSession;
use super::record::{Patch, Record, ToSql};
use super::search::{self, Searchable, Touched};
use super::{ActionPart, Ctx, Reader};
use crate::error::{Code, Error, Result};

/// A transaction that may change records. Everything done through it is one action.
pub struct Writer<'a> {
    reader: Reader<'a>,
    searchables: &'a [&'static Searchable],
    ctx: Ctx,
    now: String,
    command: String,
    undoable: bool,
    undoes: Cell<i64>,
    action: Cell<i64>,
    import: Cell<i64>,
    touched: RefCell<Touched>,
    texts: RefCell<Vec<(&'static Searchable, i64, Vec<String>)>>,
    tables: RefCell<BTreeSet<Cow<'static, str>>>,
    editing: RefCell<Option<EditSession>>,
}

impl<'a> Writer<'a> {
    pub(in crate::db) fn new(
        connection: &'a Connection,
        searchables: &'a [&'static Searchable],
        ctx: &Ctx,
        part: ActionPart,
    ) -> Self {
        let (command, undoable, action) = match part {
            ActionPart::New { command, undoable } => (command.to_owned(), undoable, 0),
            ActionPart::Next(action) => (String::new(), true, action),
        };
        Self {
            reader: Reader::on(connection),
            searchables,
            ctx: ctx.clone(),
            now: ctx.now_text(),
            command,
            undoable,
            undoes: Cell::new(0),
            action: Cell::new(action),
            import: Cell::new(0),
            touched: RefCell::default(),
            texts: RefCell::default(),
            tables: RefCell::default(),
            editing: RefCell::default(),
        }
    }

    pub(in crate::db) fn reader(&self) -> &Reader<'a> {
        &self.reader
    }

    /// When, who and from where.
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// The action's id; the row is made when first asked for, so that a command that changes
    /// nothing leaves no trace.
    pub fn action_id(&self) -> Result<i64> {
        if self.action.get() == 0 {
            self.reader.execute(
                "INSERT INTO actions (command, actor, source, at, undoable, undoes, edit_session, edited_at)
                 VALUES (:command, :actor, :source, :at, :undoable, :undoes, :session, :at)",
                named_params! {":command": self.command, ":actor": self.ctx.actor, ":source": self.ctx.source.as_str(),
                    ":at": self.ctx.now_text(), ":undoable": self.undoable, ":undoes": self.undoes.get(),
                    ":session": self.editing.borrow().as_ref().map(|editing| editing.key.clone()).unwrap_or_default()},
            )?;
            self.action.set(self.reader.last_id());
            self.tables.borrow_mut().insert("actions".into());
        }
        Ok(self.action.get())
    }

    /// Makes this save of a record part of its editor's session, as [`EditSession`] says. To be
    /// called before anything is written; a patch that names no session is left as it is.
    pub fn edit<R: Record>(&self, patch: &Patch) -> Result<()> {
        let Some(editing) = EditSession::of(patch, R::TABLE) else { return Ok(()) };
        if let Some(action) = editing.open_action(&self.reader, &self.ctx, &self.command)? {
            self.action.set(action);
            self.tables.borrow_mut().insert("actions".into());
        }
        self.editing.replace(Some(editing));
        Ok(())
    }

    pub(in crate::db) fn begin_undo(&self, action: i64) {
        self.undoes.set(action);
    }

    /// From here on, inserted rows carry this import's id and need no images of their own; whoever
    /// imports also puts their search text in place ([`Writer::find_by`], [`search::put`]).
    pub fn set_import(&self, import_id: i64) {
        self.import.set(import_id);
    }

    /// Puts ready search text in place for a record that has none yet, at the end of the
    /// transaction: FTS5 writes to the disk whatever it holds whenever a statement after it may have
    /// to be taken back alone.
    pub fn find_by(&self, searchable: &'static Searchable, id: i64, texts: Vec<String>) {
        self.texts.borrow_mut().push((searchable, id, texts));
    }

    /// Says that a record's search text must be made anew, and that its table changed.
    pub fn touch(&self, table: impl Into<Cow<'static, str>>, id: i64) {
        let table = table.into();
        self.touched.borrow_mut().insert((table.clone(), id));
        self.tables.borrow_mut().insert(table);
    }

    /// What full-text search finds.
    pub(in crate::db) fn searchables(&self) -> &'a [&'static Searchable] {
        self.searchables
    }

    /// Announces a table whose rows are not logged.
    pub fn announce(&self, table: impl Into<Cow<'static, str>>) {
        self.tables.borrow_mut().insert(table.into());
    }

    /// Stores a new record and sets its id and version.
    pub fn insert<R: Record>(&self, record: &mut R) -> Result<i64> {
        let action = self.action_id()?;
        let import = self.import.get();
        {
            let mut statement = self.reader.connection.prepare_cached(R::INSERT)?;
            let mut values = record.values();
            let stamps: [&dyn ToSql; 3] = [&import, &self.now, &self.now];
            values.extend(stamps);
            statement.execute(rusqlite::params_from_iter(values))?;
        }
        let id = self.reader.last_id();
        record.set_stored(id, 1);
        if import == 0 {
            let after = Json::Object(self.image::<R>(id)?.unwrap_or_default()).to_string();
            self.log(action, R::TABLE, id, None, Some(&after))?;
            self.touch(R::TABLE, id);
        } else {
            self.announce(R::TABLE);
        }
        Ok(id)
    }

    /// Stores a changed record; unchanged columns are not logged, an unchanged record not at all.
    pub fn update<R: Record>(&self, record: &mut R) -> Result<bool> {
        let id = record.id();
        let before = self
            .image::<R>(id)?
            .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))?;
        let version = before.get("version").and_then(Json::as_i64).unwrap_or(1);
        let stored_values: Vec<Value> = self
            .reader
            .row(
                &format!("SELECT {} FROM {} WHERE id = :id", R::COLUMNS.join(", "), R::TABLE),
                named_params! {":id": id},
                |row| (0..R::COLUMNS.len()).map(|column| row.get(column)).collect(),
            )?
            .unwrap_or_default();
        let values = record.values();
        let mut changed: Vec<(&'static str, &dyn ToSql)> = Vec::new();
        for ((column, new), old) in R::COLUMNS.iter().zip(&values).zip(&stored_values) {
            if value_of(*new)? != *old {
                changed.push((column, *new));
            }
        }
        if changed.is_empty() {
            record.set_stored(id, version);
            return Ok(false);
        }
        let assignments: Vec<String> =
            changed.iter().map(|(column, _)| format!("{column} = ?")).collect();
        let sql = format!(
            "UPDATE {} SET {}, updated_at = ?, version = version + 1 WHERE id = ?",
            R::TABLE,
            assignments.join(", ")
        );
        let now = self.ctx.now_text();
        let mut bound: Vec<&dyn ToSql> = changed.iter().map(|(_, value)| *value).collect();
        bound.push(&now);
        bound.push(&id);
        self.reader.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(bound))?;
        let after = self.image::<R>(id)?.unwrap_or_default();
        let columns: Vec<&str> = changed.iter().map(|(column, _)| *column).collect();
        let action = self.action_id()?;
        self.log(
            action,
            R::TABLE,
            id,
            Some(&pick(&before, &columns)),
            Some(&pick(&after, &columns)),
        )?;
        record.set_stored(id, version + 1);
        self.touch(R::TABLE, id);
        Ok(true)
    }

    /// Puts a record into the bin; false when it is not there.
    pub fn delete<R: Record>(&self, id: i64) -> Result<bool> {
        let changed = self.reader.execute(
            &format!("UPDATE {} SET deleted_at = :now, updated_at = :now, version = version + 1 WHERE id = :id AND deleted_at IS NULL", R::TABLE),
            named_params! {":now": self.ctx.now_text(), ":id": id},
        )?;
        if changed == 0 {
            return Ok(false);
        }
        let after = serde_json::json!({ "deleted_at": self.ctx.now_text() }).to_string();
        let action = self.action_id()?;
        self.log(action, R::TABLE, id, Some(r#"{"deleted_at":null}"#), Some(&after))?;
        self.touch(R::TABLE, id);
        Ok(true)
    }

    /// Takes a record out of the bin; false when it is not in it. A conflict where something else
    /// has taken its place meanwhile, such as a list of the same name.
    pub fn restore<R: Record>(&self, id: i64) -> Result<bool> {
        self.restore_row(R::TABLE, id)
    }

    /// Like [`Writer::restore`], by the table's name.
    pub fn restore_row(&self, table: &'static str, id: i64) -> Result<bool> {
        let Some(image) = image(self.reader.connection, table, id)? else { return Ok(false) };
        let Some(binned_at) = image.get("deleted_at").and_then(Json::as_str) else {
            return Ok(false);
        };
        self.reader
            .execute(
                &format!("UPDATE {table} SET deleted_at = NULL, updated_at = :now, version = version + 1 WHERE id = :id"),
                named_params! {":now": self.now, ":id": id},
            )
            .map_err(|error| {
                let taken = error.details.as_deref().is_some_and(|cause| cause.contains("UNIQUE"));
                if taken { super::undo::changed_since(&image, table) } else { error }
            })?;
        let before = serde_json::json!({ "deleted_at": binned_at }).to_string();
        let action = self.action_id()?;
        self.log(action, table, id, Some(&before), Some(r#"{"deleted_at":null}"#))?;
        self.touch(table, id);
        Ok(true)
    }

    /// Notes that all rows of `table` with this import id belong to the action. `part_of` names
    /// the columns, one space apart, that say whose part a row is: when the owner has moved on, an
    /// undo leaves its parts as well.
    pub fn log_import(&self, table: &'static str, import_id: i64, part_of: &str) -> Result<()> {
        let action = self.action_id()?;
        let after = if part_of.is_empty() {
            serde_json::json!({})
        } else {
            serde_json::json!({ "part_of": part_of })
        };
        self.reader.execute(
            "INSERT INTO changes (action_id, table_name, row_id, scope, before, after) VALUES (:action, :table, :row, 'import', NULL, :after)",
            named_params! {":action": action, ":table": table, ":row": import_id, ":after": after.to_string()},
        )?;
        Ok(())
    }

    pub(in crate::db) fn log(
        &self,
        action: i64,
        table: &str,
        id: i64,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<()> {
        if let (Some(editing), Some(before), Some(after)) =
            (self.editing.borrow().as_ref(), before, after)
            && editing.is_about(table, id)
            && editing.join_images(&self.reader, action, before, after)?
        {
            return Ok(());
        }
        self.reader.execute(
            "INSERT INTO changes (action_id, table_name, row_id, scope, before, after) VALUES (:action, :table, :row, 'row', :before, :after)",
            named_params! {":action": action, ":table": table, ":row": id, ":before": before, ":after": after},
        )?;
        Ok(())
    }

    fn image<R: Record>(&self, id: i64) -> Result<Option<Map<String, Json>>> {
        image(self.reader.connection, R::TABLE, id)
    }

    pub(in crate::db) fn finish(self) -> Result<BTreeSet<Cow<'static, str>>> {
        for (searchable, id, texts) in self.texts.borrow_mut().drain(..) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            search::put(&self.reader, searchable, id, &texts)?;
        }
        search::refresh(&self.reader, self.searchables, &self.touched.borrow())?;
        Ok(self.tables.into_inner())
    }
}

/// Empties the images of the actions after `from` up to `to`, which can no longer be taken back;
/// how many actions and bytes that were.
pub fn forget(db: &Reader, from: i64, to: i64) -> Result<(i64, i64)> {
    let span = named_params! {":from": from, ":to": to};
    let bytes = db.number(
        "SELECT COALESCE(SUM(LENGTH(COALESCE(before, '')) + LENGTH(after)), 0) FROM changes
         WHERE action_id > :from AND action_id <= :to AND scope = 'row'",
        span,
    )?;
    db.execute(
        "UPDATE changes SET before = NULL, after = '{}', scope = 'forgotten'
         WHERE action_id > :from AND action_id <= :to AND scope = 'row'",
        span,
    )?;
    let actions = db.execute(
        "UPDATE actions SET undoable = 0 WHERE id > :from AND id <= :to AND undoable = 1",
        span,
    )?;
    Ok((i64::try_from(actions).unwrap_or(i64::MAX), bytes))
}

fn value_of(value: &dyn ToSql) -> Result<Value> {
    use rusqlite::types::ToSqlOutput;
    Ok(match value.to_sql()? {
        ToSqlOutput::Borrowed(borrowed) => borrowed.try_into().map_err(Error::internal)?,
        ToSqlOutput::Owned(owned) => owned,
        _ => return Err(Error::internal("a record holds plain values")),
    })
}

/// A row as JSON, or none where it is not.
pub(in crate::db) fn image(
    connection: &Connection,
    table: &str,
    id: i64,
) -> Result<Option<Map<String, Json>>> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT * FROM {table} WHERE id = :id"))?;
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut rows = statement.query(named_params! {":id": id})?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut image = Map::new();
    for (column, name) in names.into_iter().enumerate() {
        let value = match row.get_ref(column)? {
            ValueRef::Integer(number) => Json::from(number),
            ValueRef::Real(number) => Json::from(number),
            ValueRef::Text(text) => Json::from(String::from_utf8_lossy(text)),
            ValueRef::Null | ValueRef::Blob(_) => Json::Null,
        };
        image.insert(name, value);
    }
    Ok(Some(image))
}

fn pick(image: &Map<String, Json>, columns: &[&str]) -> String {
    let picked: Map<String, Json> = columns
        .iter()
        .filter_map(|column| image.get(*column).map(|value| ((*column).to_owned(), value.clone())))
        .collect();
    Json::Object(picked).to_string()
}
