//! Taking back an import, days later too: what nobody touched goes back, what was changed or built
//! upon since stays as it is now and is named.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::{
    Change, Moving, columns_of, has_bin, json_value, log_import_taken_back, name_in, referrers,
};
use crate::db::Value;
use crate::db::changes::{Writer, image};
use crate::error::Result;

/// Rows named at most; the count is of all.
const MOST_NAMED: i64 = 200;

/// A row that an undo left as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftRow {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: i64,
    /// What it is called; empty = it has no name.
    pub name: String,
    /// `changed` = somebody changed it since; `used` = something later refers to it; `taken` = another
    /// row has its name or its place, so that it cannot come back.
    pub reason: String,
    /// For a changed row that the import had only updated: the columns that were left.
    pub columns: Vec<String>,
}

/// What an undo left standing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Left {
    /// The first rows by name.
    pub rows: Vec<LeftRow>,
    /// How many there are in all.
    pub count: i64,
}

impl Left {
    /// One more row; beyond [`MOST_NAMED`] it is only counted.
    pub(super) fn add(&mut self, row: impl FnOnce() -> Result<LeftRow>) -> Result<()> {
        self.count += 1;
        if self.count <= MOST_NAMED {
            self.rows.push(row()?);
        }
        Ok(())
    }

    /// What another part of the undo left as well.
    pub(super) fn join(&mut self, other: Self) {
        let room = usize::try_from(MOST_NAMED).unwrap_or(0).saturating_sub(self.rows.len());
        self.rows.extend(other.rows.into_iter().take(room));
        self.count += other.count;
    }
}

impl LeftRow {
    /// A row by what it is called now.
    pub(super) fn named(db: &Writer, table: &str, id: i64, reason: &str) -> Result<Self> {
        let now = image(db.connection, table, id)?.unwrap_or_default();
        Ok(Self {
            table: table.to_owned(),
            id,
            name: name_in(&now).unwrap_or_default().to_owned(),
            reason: reason.to_owned(),
            columns: Vec::new(),
        })
    }
}

/// One table of an import.
#[derive(Debug)]
struct Part {
    /// Columns that say whose part a row is: it stays or goes with its owner.
    part_of: Vec<String>,
    /// Its foreign keys: column and table.
    refers: Vec<(String, String)>,
    /// The tables that refer to it.
    referrers: Vec<Referrer>,
}

/// A table with a foreign key to one of an import.
#[derive(Debug)]
struct Referrer {
    table: String,
    column: String,
    /// Rows in use that are not the import's own.
    condition: &'static str,
    has_id: bool,
    /// Why the row that is referred to stays.
    reason: &'static str,
}

/// Which referring rows are looked at.
#[derive(Debug, Clone, Copy)]
enum Which {
    All,
    /// Those that a logged change after this one wrote.
    ChangedAfter(i64),
    /// Those with a greater id: deliveries, the mailbox's rows and other imports' are not logged.
    AddedAfter(i64),
}

/// The greatest id that each table has given.
type Newest = BTreeMap<String, i64>;

/// An import that is being taken back, and which of its rows stay.
#[derive(Debug)]
pub(super) struct Taken {
    undoing: i64,
    action: i64,
    import: i64,
    parts: BTreeMap<String, Part>,
    left: Left,
    /// The last rows that were looked at.
    seen: Newest,
}

impl Taken {
    /// Finds out which rows stay, and gives rows that the import updated their old values back.
    pub fn begin(
        db: &Writer,
        undoing: i64,
        action: i64,
        import: i64,
        changes: &[Change],
    ) -> Result<Self> {
        let mut taken = Self::again(db, undoing, action, import)?;
        for change in changes.iter().rev().filter(|change| change.scope == "row") {
            restore_untouched_columns(db, undoing, Some(import), change, &mut taken.left)?;
        }
        Ok(taken)
    }

    /// Finds out which rows of those that are still there stay. `action` is the import's, or brought
    /// its rows again.
    pub fn again(db: &Writer, undoing: i64, action: i64, import: i64) -> Result<Self> {
        let first = db.number(
            "SELECT COALESCE((SELECT i.action_id FROM imports i WHERE i.id = :import), :action)",
            named_params! {":import": import, ":action": action},
        )?;
        let parts = parts(db, import, &super::changes_of(db, first)?)?;
        let seen = newest(db)?;
        let taken = Self { undoing, action: first, import, parts, left: Left::default(), seen };
        make_room_for_kept(db)?;
        db.execute(
            "DELETE FROM temp.kept_rows WHERE undoing = :undoing",
            named_params! {":undoing": undoing},
        )?;
        for (table, part) in &taken.parts {
            taken.keep_changed(db, table, 0)?;
            for referrer in &part.referrers {
                taken.keep_used(db, table, referrer, Which::All)?;
            }
        }
        while taken.keep_what_belongs(db)? {}
        Ok(taken)
    }

    /// Keeps what was changed or built upon since it was last looked.
    pub fn keep_news(&mut self, db: &Writer) -> Result<()> {
        let newest = newest(db)?;
        if newest == self.seen {
            return Ok(());
        }
        let seen = |table: &str| self.seen.get(table).copied().unwrap_or(0);
        let is_new = |table: &str| newest.get(table).copied().unwrap_or(0) > seen(table);
        for (table, part) in &self.parts {
            if is_new("changes") {
                self.keep_changed(db, table, seen("changes"))?;
            }
            for referrer in &part.referrers {
                if !referrer.has_id {
                    self.keep_used(db, table, referrer, Which::All)?;
                    continue;
                }
                if is_new("changes") {
                    self.keep_used(db, table, referrer, Which::ChangedAfter(seen("changes")))?;
                }
                if is_new(&referrer.table) {
                    let added = Which::AddedAfter(seen(&referrer.table));
                    self.keep_used(db, table, referrer, added)?;
                }
            }
        }
        while self.keep_what_belongs(db)? {}
        self.seen = newest;
        Ok(())
    }

    /// Notes what goes into the bin, at `at` or now; the rows have still to be moved.
    pub fn put_into_bin(&self, db: &Writer, at: Option<&str>) -> Result<Vec<Moving>> {
        let now = db.ctx().now_text();
        let at = at.unwrap_or(&now);
        let mut moving = Vec::new();
        for table in self.parts.keys().rev() {
            if has_bin(db.connection, table)? {
                log_import_taken_back(db, self.undoing, table, self.import, at)?;
                moving.push(Moving::bin(db, table, self.import, at)?);
            }
        }
        Ok(moving)
    }

    /// What was left.
    pub fn end(mut self, db: &Writer) -> Result<Left> {
        self.name_kept(db)?;
        db.execute(
            "DELETE FROM temp.kept_rows WHERE undoing = :undoing",
            named_params! {":undoing": self.undoing},
        )?;
        Ok(self.left)
    }

    /// Rows that an action after the import changed, undone ones left aside.
    fn keep_changed(&self, db: &Writer, table: &str, seen: i64) -> Result<()> {
        let sql = format!(
            "INSERT OR IGNORE INTO temp.kept_rows (undoing, table_name, row_id, reason)
             SELECT :undoing, :table, t.id, 'changed'
             FROM changes c
             CROSS JOIN actions a ON a.id = c.action_id AND a.undone_by = 0 AND a.undoes = 0
             CROSS JOIN {table} t ON t.id = c.row_id AND t.import_id = :import AND t.deleted_at IS NULL
             WHERE c.id > MAX(:seen, (SELECT COALESCE(MIN(i.id), 0) FROM changes i WHERE i.action_id = :action))
               AND c.scope = 'row' AND +c.table_name = :table
               AND c.action_id > :action AND c.action_id <> :undoing"
        );
        db.execute(
            &sql,
            named_params! {":table": table, ":import": self.import, ":action": self.action, ":undoing": self.undoing, ":seen": seen},
        )?;
        Ok(())
    }

    /// Rows that something outside the import refers to.
    fn keep_used(&self, db: &Writer, table: &str, referrer: &Referrer, which: Which) -> Result<()> {
        let Referrer { table: referring, column, condition, reason, .. } = referrer;
        let (changed, of_which, seen) = match which {
            Which::All => ("", "r.COLUMN IS NOT NULL AND :seen = 0 AND :referring <> ''", 0),
            Which::ChangedAfter(seen) => (
                "changes c CROSS JOIN",
                "c.id > :seen AND c.scope = 'row' AND +c.table_name = :referring AND r.id = c.row_id",
                seen,
            ),
            Which::AddedAfter(seen) => ("", "r.id > :seen AND :referring <> ''", seen),
        };
        let of_which = of_which.replace("COLUMN", column);
        // The scan of the referring table comes first: few of its rows are left by the
        // conditions, while the import may have a million.
        let sql = format!(
            "INSERT OR IGNORE INTO temp.kept_rows (undoing, table_name, row_id, reason)
             SELECT :undoing, :table, t.id, :reason
             FROM {changed} {referring} r
             CROSS JOIN {table} t ON t.id = r.{column} AND t.import_id = :import AND t.deleted_at IS NULL
             WHERE {of_which} {condition}"
        );
        db.execute(
            &sql,
            named_params! {":undoing": self.undoing, ":table": table, ":import": self.import, ":reason": reason, ":seen": seen, ":referring": referring},
        )?;
        Ok(())
    }

    /// One round: what kept rows refer to stays, and so do the parts of what stays. Answers whether
    /// anything was added.
    fn keep_what_belongs(&self, db: &Writer) -> Result<bool> {
        let (undoing, import, parts) = (self.undoing, self.import, &self.parts);
        let mut added = 0;
        for (table, part) in parts {
            for (column, referred) in &part.refers {
                if !parts.contains_key(referred) {
                    continue;
                }
                let is_owner = part.part_of.contains(column);
                let sql = format!(
                "INSERT OR IGNORE INTO temp.kept_rows (undoing, table_name, row_id, reason)
                 SELECT :undoing, :referred, p.id, CASE WHEN :owner AND k.reason = 'changed' THEN 'changed' ELSE 'used' END
                 FROM temp.kept_rows k
                 CROSS JOIN {table} t ON t.id = k.row_id
                 CROSS JOIN {referred} p ON p.id = t.{column} AND p.import_id = :import AND p.deleted_at IS NULL
                 WHERE k.undoing = :undoing AND k.table_name = :table"
            );
                added += db.execute(
                &sql,
                named_params! {":undoing": undoing, ":table": table, ":referred": referred, ":owner": is_owner, ":import": import},
            )?;
                if !is_owner {
                    continue;
                }
                let sql = format!(
                "INSERT OR IGNORE INTO temp.kept_rows (undoing, table_name, row_id, reason)
                 SELECT :undoing, :table, t.id, 'part'
                 FROM temp.kept_rows k
                 CROSS JOIN {table} t ON t.{column} = k.row_id AND t.import_id = :import AND t.deleted_at IS NULL
                 WHERE k.undoing = :undoing AND k.table_name = :referred"
            );
                added += db.execute(
                &sql,
                named_params! {":undoing": undoing, ":table": table, ":referred": referred, ":import": import},
            )?;
            }
        }
        Ok(added > 0)
    }

    /// Names what was left: owners, not their parts.
    fn name_kept(&mut self, db: &Writer) -> Result<()> {
        let left = &mut self.left;
        for (table, part) in &self.parts {
            if !part.part_of.is_empty() {
                continue;
            }
            let kept: Vec<(i64, String)> = db.rows(
            "SELECT row_id, reason FROM temp.kept_rows WHERE undoing = :undoing AND table_name = :table AND reason <> 'part' ORDER BY row_id",
            named_params! {":undoing": self.undoing, ":table": table},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
            for (id, reason) in kept {
                left.add(|| LeftRow::named(db, table, id, &reason))?;
            }
        }
        Ok(())
    }
}

fn parts(db: &Writer, import: i64, changes: &[Change]) -> Result<BTreeMap<String, Part>> {
    let mut parts = BTreeMap::new();
    let of_import = |change: &&Change| change.scope == "import" && change.row == import;
    for change in changes.iter().filter(of_import) {
        let mut refers = Vec::new();
        let mut keys =
            db.connection.prepare(&format!("PRAGMA foreign_key_list({})", change.table))?;
        let mut rows = keys.query([])?;
        while let Some(row) = rows.next()? {
            refers.push((row.get("from")?, row.get("table")?));
        }
        let named = change.after.get("part_of").and_then(Json::as_str);
        let part_of = match named {
            Some(columns) => columns.split(' ').map(str::to_owned).collect(),
            None => Vec::new(),
        };
        parts.insert(change.table.clone(), Part { part_of, refers, referrers: Vec::new() });
    }
    let tables: Vec<String> = parts.keys().cloned().collect();
    for table in tables {
        let mut found = Vec::new();
        for (referring, column) in referrers(db.connection, &table)? {
            // A part that was added to an imported contact later counts as a change of the contact.
            let is_part =
                parts.get(&referring).is_some_and(|part: &Part| part.part_of.contains(&column));
            found.push(Referrer::of(db, referring, column, is_part)?);
        }
        if let Some(part) = parts.get_mut(&table) {
            part.referrers = found;
        }
    }
    Ok(parts)
}

impl Referrer {
    fn of(db: &Writer, table: String, column: String, is_part: bool) -> Result<Self> {
        let columns = columns_of(db.connection, &table)?;
        let has = |name: &str| columns.iter().any(|column| column == name);
        // What the person's own change made, and the import's rows are not: both carry no other id.
        let condition = match (has("deleted_at"), has("import_id")) {
            (true, true) => "AND r.deleted_at IS NULL AND r.import_id <> :import",
            (true, false) => "AND r.deleted_at IS NULL",
            (false, true) => "AND r.import_id <> :import",
            (false, false) => "",
        };
        let reason = if is_part { "changed" } else { "used" };
        Ok(Self { table, column, condition, has_id: has("id"), reason })
    }
}

/// Makes the table of rows that stay; it lives as long as the connection.
pub(super) fn make_room_for_kept(db: &Writer) -> Result<()> {
    db.connection.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS kept_rows (
             undoing    INTEGER NOT NULL,
             table_name TEXT NOT NULL,
             row_id     INTEGER NOT NULL,
             reason     TEXT NOT NULL,
             PRIMARY KEY (undoing, table_name, row_id)
         ) WITHOUT ROWID;",
    )?;
    Ok(())
}

fn newest(db: &Writer) -> Result<Newest> {
    let ids = db.rows("SELECT name, seq FROM sqlite_sequence", &[], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    Ok(ids.into_iter().collect())
}

/// Gives a row its old values back, but for columns changed since; not where it is the import's own.
pub(super) fn restore_untouched_columns(
    db: &Writer,
    undoing: i64,
    import: Option<i64>,
    change: &Change,
    left: &mut Left,
) -> Result<()> {
    let Some(now) = image(db.connection, &change.table, change.row)? else { return Ok(()) };
    let own = import.is_some() && now.get("import_id").and_then(Json::as_i64) == import;
    let Some(before) = change.before.as_ref().filter(|_| !own) else { return Ok(()) };
    let stands = |column: &String| {
        now.get(column).unwrap_or(&Json::Null) == change.after.get(column).unwrap_or(&Json::Null)
    };
    let counts = |column: &&String| !matches!(column.as_str(), "version" | "updated_at");
    let (back, moved): (Vec<&String>, Vec<&String>) =
        before.keys().filter(counts).partition(|column| stands(column));
    let mut moved: Vec<String> = moved.into_iter().cloned().collect();
    if !back.is_empty() && !write_back(db, undoing, change, &now, &back)? {
        moved.extend(back.into_iter().cloned());
    }
    if moved.is_empty() {
        return Ok(());
    }
    let known = left.rows.iter_mut().find(|row| row.table == change.table && row.id == change.row);
    match known {
        Some(row) => {
            moved.retain(|column| !row.columns.contains(column));
            row.columns.extend(moved);
        }
        None => left.add(|| {
            let row = LeftRow::named(db, &change.table, change.row, "changed")?;
            Ok(LeftRow { columns: moved, ..row })
        })?,
    }
    Ok(())
}

/// Writes old values into some columns of a row; false when a rule of the table forbids it now,
/// such as a name that another row has taken.
fn write_back(
    db: &Writer,
    undoing: i64,
    change: &Change,
    now: &Map<String, Json>,
    columns: &[&String],
) -> Result<bool> {
    let old = |column: &str| {
        change.before.as_ref().and_then(|before| before.get(column)).cloned().unwrap_or(Json::Null)
    };
    let assignments: Vec<String> = columns.iter().map(|column| format!("{column} = ?")).collect();
    let sql = format!(
        "UPDATE {} SET {}, updated_at = ?, version = version + 1 WHERE id = ?",
        change.table,
        assignments.join(", ")
    );
    let mut values: Vec<Value> = columns.iter().map(|column| json_value(&old(column))).collect();
    values.push(Value::Text(db.ctx().now_text()));
    values.push(Value::Integer(change.row));
    let outcome = db.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values));
    match outcome {
        Ok(_) => {}
        Err(cause)
            if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
        {
            return Ok(false);
        }
        Err(cause) => return Err(cause.into()),
    }
    let image_of = |value: &dyn Fn(&str) -> Json| {
        let picked: Map<String, Json> =
            columns.iter().map(|column| ((*column).clone(), value(column))).collect();
        Json::Object(picked).to_string()
    };
    let before = image_of(&|column| now.get(column).cloned().unwrap_or(Json::Null));
    let after = image_of(&old);
    db.log(undoing, &change.table, change.row, Some(&before), Some(&after))?;
    db.touch(change.table.clone(), change.row);
    Ok(true)
}
