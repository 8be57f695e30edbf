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
    /// `changed` = somebody changed it since; `used` = something later refers to it.
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

/// One table of an import.
#[derive(Debug)]
struct Part {
    /// Columns that say whose part a row is: it stays or goes with its owner.
    part_of: Vec<String>,
    /// Its foreign keys: column and table.
    refers: Vec<(String, String)>,
}

/// An import that is being taken back, and which of its rows stay.
#[derive(Debug)]
pub(super) struct Taken {
    undoing: i64,
    action: i64,
    import: i64,
    parts: BTreeMap<String, Part>,
    left: Left,
    /// The last change that was looked at.
    seen: i64,
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
        let mut taken = Self::again(db, undoing, action, import, changes)?;
        for change in changes.iter().rev().filter(|change| change.scope == "row") {
            restore_untouched_columns(db, undoing, import, change, &mut taken.left)?;
        }
        Ok(taken)
    }

    /// Finds out which rows of those that are still there stay.
    pub fn again(
        db: &Writer,
        undoing: i64,
        action: i64,
        import: i64,
        changes: &[Change],
    ) -> Result<Self> {
        let parts = parts(db, import, changes)?;
        let seen = newest_change(db)?;
        let taken = Self { undoing, action, import, parts, left: Left::default(), seen };
        make_room_for_kept(db)?;
        db.execute(
            "DELETE FROM temp.kept_rows WHERE undoing = :undoing",
            named_params! {":undoing": undoing},
        )?;
        for table in taken.parts.keys() {
            taken.keep_changed(db, table, 0)?;
            taken.keep_used(db, table, None)?;
        }
        while taken.keep_what_belongs(db)? {}
        Ok(taken)
    }

    /// Keeps what was changed or built upon since it was last looked.
    pub fn keep_news(&mut self, db: &Writer) -> Result<()> {
        let newest = newest_change(db)?;
        if newest == self.seen {
            return Ok(());
        }
        for table in self.parts.keys() {
            self.keep_changed(db, table, self.seen)?;
            self.keep_used(db, table, Some(self.seen))?;
        }
        while self.keep_what_belongs(db)? {}
        self.seen = newest;
        Ok(())
    }

    /// Notes what goes into the bin; the rows have still to be moved.
    pub fn put_into_bin(&self, db: &Writer) -> Result<Vec<Moving>> {
        let now = db.ctx().now_text();
        let mut moving = Vec::new();
        for table in self.parts.keys().rev() {
            if has_bin(db.connection, table)? {
                log_import_taken_back(db, self.undoing, table, self.import, &now)?;
                moving.push(Moving::bin(db, table, self.import, &now)?);
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

    /// Rows that something outside the import refers to: anything, or what was changed after
    /// `since`.
    fn keep_used(&self, db: &Writer, table: &str, since: Option<i64>) -> Result<()> {
        for (referrer, column) in referrers(db.connection, table)? {
            let columns = columns_of(db.connection, &referrer)?;
            let has = |name: &str| columns.iter().any(|column| column == name);
            // What the person's own change made, and the import's rows are not: both carry no other
            // id.
            let live = if has("deleted_at") { "AND r.deleted_at IS NULL" } else { "" };
            let foreign = if has("import_id") { "AND r.import_id <> :import" } else { "" };
            // A part that was added to an imported contact later counts as a change of the contact.
            let is_part =
                self.parts.get(&referrer).is_some_and(|part| part.part_of.contains(&column));
            let reason = if is_part { "changed" } else { "used" };
            let changed = match since {
                Some(_) if !has("id") => continue,
                Some(_) => "changes c CROSS JOIN",
                None => "",
            };
            let of_change = if since.is_some() {
                "AND c.id > :seen AND c.scope = 'row' AND +c.table_name = :referrer AND r.id = c.row_id"
            } else {
                "AND :seen IS NULL AND :referrer IS NOT NULL"
            };
            // The scan of the referring table comes first: few of its rows are left by the
            // conditions, while the import may have a million.
            let sql = format!(
                "INSERT OR IGNORE INTO temp.kept_rows (undoing, table_name, row_id, reason)
                 SELECT :undoing, :table, t.id, :reason
                 FROM {changed} {referrer} r
                 CROSS JOIN {table} t ON t.id = r.{column} AND t.import_id = :import AND t.deleted_at IS NULL
                 WHERE r.{column} IS NOT NULL {of_change} {live} {foreign}"
            );
            db.execute(
                &sql,
                named_params! {":undoing": self.undoing, ":table": table, ":import": self.import, ":reason": reason, ":seen": since, ":referrer": referrer},
            )?;
        }
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
                left.count += 1;
                if left.count > MOST_NAMED {
                    continue;
                }
                let now = image(db.connection, table, id)?.unwrap_or_default();
                left.rows.push(LeftRow {
                    table: table.clone(),
                    id,
                    name: name_in(&now).unwrap_or_default().to_owned(),
                    reason,
                    columns: Vec::new(),
                });
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
        parts.insert(change.table.clone(), Part { part_of, refers });
    }
    Ok(parts)
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

fn newest_change(db: &Writer) -> Result<i64> {
    db.number("SELECT COALESCE(MAX(id), 0) FROM changes", &[])
}

/// Gives a row that the import updated its old values back, but for columns changed since.
fn restore_untouched_columns(
    db: &Writer,
    undoing: i64,
    import: i64,
    change: &Change,
    left: &mut Left,
) -> Result<()> {
    let Some(now) = image(db.connection, &change.table, change.row)? else { return Ok(()) };
    let own = now.get("import_id").and_then(Json::as_i64) == Some(import);
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
        None => {
            left.count += 1;
            if left.count <= MOST_NAMED {
                left.rows.push(LeftRow {
                    table: change.table.clone(),
                    id: change.row,
                    name: name_in(&now).unwrap_or_default().to_owned(),
                    reason: "changed".to_owned(),
                    columns: moved,
                });
            }
        }
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
