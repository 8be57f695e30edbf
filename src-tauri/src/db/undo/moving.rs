//! The rows of one import and one table on their way into the bin or out of it, a slice at a time:
//! an import may have a million, and sending and editing go on meanwhile.

use std::time::{Duration, Instant};

use rusqlite::named_params;
use serde_json::{Map, Value as Json};

use super::Change;
use super::import::{Left, LeftRow, make_room_for_kept};
use crate::db::changes::Writer;
use crate::db::search::{self, ClearUp, Searchable};
use crate::error::Result;

/// Rows in one slice, at first and at most; as many as take about [`LONGEST`].
const SLICE: (i64, i64) = (250, 1_000);
const FEWEST: i64 = 20;
const LONGEST: Duration = Duration::from_millis(20);
/// From so many rows on the index is cleared up afterwards, not on the way.
const MANY: i64 = 2_000;

/// Where the rows go.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// Into the bin, at this instant, but for rows that an undo keeps.
    Bin { at: String },
    /// Out of the bin, where they went in at this instant.
    Back { binned_at: String },
}

/// One table's rows of one import.
#[derive(Debug)]
pub(super) struct Moving {
    table: String,
    import: i64,
    way: Way,
    /// Records whose search text the rows are a part of, and the column that names them.
    owners: Vec<(&'static Searchable, String)>,
    searchable: Option<&'static Searchable>,
    count: i64,
    after: i64,
    slice: i64,
    /// Rows that cannot come out of the bin.
    pub left: Left,
}

impl Moving {
    /// Into the bin.
    pub fn bin(db: &Writer, table: &str, import: i64, at: &str) -> Result<Self> {
        make_room_for_kept(db)?;
        Self::of(db, table, import, Way::Bin { at: at.to_owned() })
    }

    /// Out of the bin.
    pub fn back(db: &Writer, table: &str, import: i64, binned_at: &str) -> Result<Self> {
        Self::of(db, table, import, Way::Back { binned_at: binned_at.to_owned() })
    }

    /// What a logged undo of an import still has to move; none where `change` is something else.
    pub fn logged(db: &Writer, change: &Change) -> Result<Option<Self>> {
        let at = |image: &Map<String, Json>| {
            image.get("deleted_at").and_then(Json::as_str).map(str::to_owned)
        };
        if change.scope != "import" {
            return Ok(None);
        }
        if let Some(at) = at(&change.after) {
            return Self::bin(db, &change.table, change.row, &at).map(Some);
        }
        match change.before.as_ref().and_then(at) {
            Some(at) => Self::back(db, &change.table, change.row, &at).map(Some),
            None => Ok(None),
        }
    }

    fn of(db: &Writer, table: &str, import: i64, way: Way) -> Result<Self> {
        let mut owners = Vec::new();
        let mut keys = db.connection.prepare(&format!("PRAGMA foreign_key_list({table})"))?;
        let mut rows = keys.query([])?;
        while let Some(row) = rows.next()? {
            let (owner, column): (String, String) = (row.get("table")?, row.get("from")?);
            let is_part = |searchable: &&'static Searchable| {
                searchable.table == owner && searchable.parts.iter().any(|(part, _)| *part == table)
            };
            if let Some(searchable) = db.searchables().iter().copied().find(is_part) {
                owners.push((searchable, column));
            }
        }
        let searchable =
            db.searchables().iter().copied().find(|searchable| searchable.table == table);
        let count = db.number(
            &format!("SELECT COUNT(*) FROM {table} WHERE import_id = :import AND import_id <> 0"),
            named_params! {":import": import},
        )?;
        Ok(Self {
            table: table.to_owned(),
            import,
            way,
            owners,
            searchable,
            count,
            after: 0,
            slice: SLICE.0,
            left: Left::default(),
        })
    }

    /// How many other tables a record's search text is made of: the more, the earlier it goes into
    /// the bin and the later it comes back, so that its text is made when all of it is there.
    pub fn rank(&self) -> usize {
        let parts = self.searchable.map_or(0, |searchable| searchable.parts.len());
        match self.way {
            Way::Bin { .. } => usize::MAX - parts,
            Way::Back { .. } => parts,
        }
    }

    /// How many rows of the import the table has.
    pub fn count(&self) -> i64 {
        self.count
    }

    /// The index that has to be cleared up afterwards: also where the rows come back, since it may be
    /// a stopped undo that they come back from.
    pub fn thinned(&self) -> Option<ClearUp> {
        let searchable = self.searchable.filter(|_| self.is_large())?;
        Some(match self.way {
            Way::Bin { .. } => ClearUp::emptied(searchable),
            Way::Back { .. } => ClearUp::filled(searchable),
        })
    }

    /// Batches of the mailbox go in one transaction, with nothing to clear up afterwards.
    fn is_large(&self) -> bool {
        self.import > 0 && self.count >= MANY
    }

    /// Moves the next slice; how many rows of the import it went through, 0 = all are through.
    /// `undoing` is the undo whose kept rows stay.
    pub fn next(&mut self, db: &Writer, undoing: i64) -> Result<i64> {
        let (count, to): (i64, Option<i64>) = db
            .row(
                &format!(
                    "SELECT COUNT(*), MAX(id) FROM
                         (SELECT id FROM {} WHERE import_id = :import AND import_id <> 0 AND id > :after
                          ORDER BY id LIMIT :most)",
                    self.table
                ),
                named_params! {":import": self.import, ":after": self.after, ":most": self.slice},
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .unwrap_or_default();
        let Some(to) = to else { return Ok(0) };
        let started = Instant::now();
        self.move_to(db, undoing, to)?;
        self.after = to;
        let took = started.elapsed();
        if took > LONGEST {
            self.slice = (self.slice / 2).max(FEWEST);
        } else if took < LONGEST / 4 {
            self.slice = (self.slice * 2).min(SLICE.1);
        }
        Ok(count)
    }

    fn move_to(&mut self, db: &Writer, undoing: i64, to: i64) -> Result<()> {
        let (table, import, after) = (&self.table, self.import, self.after);
        let mut values: Vec<(&str, &dyn rusqlite::ToSql)> =
            named_params! {":after": after, ":to": to, ":import": import}.to_vec();
        let condition = match &self.way {
            Way::Bin { .. } => {
                values.extend(named_params! {":undoing": undoing, ":table": table});
                "t.deleted_at IS NULL AND NOT EXISTS (
                     SELECT 1 FROM temp.kept_rows k
                     WHERE k.undoing = :undoing AND k.table_name = :table AND k.row_id = t.id)"
            }
            Way::Back { binned_at } => {
                values.push((":at", binned_at));
                "t.deleted_at = :at"
            }
        };
        let chosen =
            format!("t.id > :after AND t.id <= :to AND t.import_id = :import AND {condition}");
        let rows = format!("{table} AS t WHERE {chosen}");
        let owners = self.live_owners(db, &rows, &values)?;
        let mut coming: Vec<i64> = Vec::new();
        match (&self.way, self.searchable) {
            (Way::Bin { .. }, Some(searchable)) => {
                if self.is_large() && self.after == 0 {
                    search::hold_merging(db, searchable)?;
                }
                search::take_out(db, searchable, &format!("SELECT t.id FROM {rows}"), &values)?;
            }
            (Way::Back { .. }, _) => {
                coming = db.rows(&format!("SELECT t.id FROM {rows}"), &values, |row| row.get(0))?;
            }
            _ => {}
        }
        let (or_ignore, value) = match &self.way {
            Way::Bin { at } => {
                values.push((":at", at));
                ("", ":at")
            }
            // What has lost its name or its place to another row meanwhile stays in the bin, but in
            // a batch, which comes back whole or not at all.
            Way::Back { .. } => (if import > 0 { "OR IGNORE" } else { "" }, "NULL"),
        };
        let sql =
            format!("UPDATE {or_ignore} {table} AS t SET deleted_at = {value} WHERE {chosen}");
        let moved = db.execute(&sql, &values)?;
        let mut stuck: Vec<i64> = Vec::new();
        if moved < coming.len() {
            stuck = db.rows(&format!("SELECT t.id FROM {rows}"), &values, |row| row.get(0))?;
        }
        // Search text is made here and not when the transaction ends, so that its time counts.
        if let Some(searchable) = self.searchable {
            for id in coming.iter().filter(|id| !stuck.contains(id)) {
                search::index(db, searchable, *id)?;
            }
        }
        for (searchable, id) in owners {
            search::index(db, searchable, id)?;
            db.announce(searchable.table);
        }
        db.announce(table.clone());
        let table = table.clone();
        for id in stuck {
            self.left.add(|| LeftRow::named(db, &table, id, "taken"))?;
        }
        Ok(())
    }

    /// Live records of others that lose or regain a part of their search text.
    fn live_owners(
        &self,
        db: &Writer,
        rows: &str,
        values: &[(&str, &dyn rusqlite::ToSql)],
    ) -> Result<Vec<(&'static Searchable, i64)>> {
        let mut owners = Vec::new();
        for (searchable, column) in &self.owners {
            let live: Vec<i64> = db.rows(
                &format!(
                    "SELECT o.id FROM {} o
                     WHERE o.deleted_at IS NULL AND o.id IN (SELECT t.{column} FROM {rows})",
                    searchable.table
                ),
                values,
                |row| row.get(0),
            )?;
            owners.extend(live.into_iter().map(|id| (*searchable, id)));
        }
        Ok(owners)
    }
}
