//! Merging: one contact or organisation is taken into another, field by field as a person chooses;
//! everything that refers to it moves along, in tables that this file has never heard of too. What
//! was done to which row is kept, so that the two can be taken apart at any time ([`unmerge`]).

mod doubles;
mod unmerge;

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::contact::Contact;
use crate::db::rows::{self, Referrer};
use crate::db::{Ctx, Reader, Record, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::organisation::Organisation;
use crate::record;

pub use unmerge::{Later, LaterRow, MergeDetail, Unmerge, Unmerged, show, unmerge};

record! {
    /// One record taken into another.
    Merge in "merges" {
        /// `contact` or `organisation`.
        kind: String,
        /// The one that stayed.
        survivor_id: i64,
        /// The one that went into it.
        absorbed_id: i64,
        /// Their names before the merge.
        survivor_name: String,
        /// The other's.
        absorbed_name: String,
        /// Who merged them.
        actor: String,
        /// When, UTC.
        merged_at: String,
        /// Who took them apart.
        unmerged_by: String,
        /// When they were taken apart, UTC; empty = the merge stands.
        unmerged_at: String,
    }
}

record! {
    /// What a merge did to one row.
    MergeMove in "merge_moves" {
        /// The merge.
        merge_id: i64,
        /// `moved`, `binned` or `set`.
        deed: String,
        /// The row's table.
        table_name: String,
        /// The row.
        row_id: i64,
        /// The column.
        column_name: String,
        /// Its value before, as JSON.
        before: String,
        /// Its value after, as JSON.
        after: String,
    }
}

/// Two that may be merged.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MergeAsk {
    /// `contact` or `organisation`.
    pub kind: String,
    /// The one that shall stay.
    pub survivor_id: i64,
    /// The one that shall go into it.
    pub absorbed_id: i64,
}

/// One field of both, side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergeField {
    /// The column.
    pub name: String,
    /// The survivor's value.
    pub survivor: String,
    /// The absorbed one's value.
    pub absorbed: String,
    /// Whether they differ.
    pub differs: bool,
    /// Which is proposed: `survivor`, `absorbed`, or `both` where texts can be put together.
    pub better: String,
    /// Whether both can be kept, one after the other.
    pub can_keep_both: bool,
}

/// How many rows of a table refer to each of the two.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Attached {
    /// The table.
    pub table: String,
    /// Rows of the survivor.
    pub survivor: i64,
    /// Rows of the absorbed one, which will move.
    pub absorbed: i64,
}

/// What a merge would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergePreview {
    /// `contact` or `organisation`.
    pub kind: String,
    /// Which of the two should stay: the one with more behind it, else the older one.
    pub better_survivor_id: i64,
    /// The fields that a person may choose.
    pub fields: Vec<MergeField>,
    /// What refers to them.
    pub attached: Vec<Attached>,
}

/// A merge as a person wants it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct MergeOrder {
    /// `contact` or `organisation`.
    pub kind: String,
    /// The one that stays.
    pub survivor_id: i64,
    /// The one that goes into it.
    pub absorbed_id: i64,
    /// For each field `survivor`, `absorbed` or `both`; a field that is not named is taken as
    /// [`preview`] proposes. `reaches` says whose addresses and numbers come first.
    #[ts(type = "Record<string, string>")]
    pub fields: BTreeMap<String, String>,
}

/// What a merge did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Merged {
    /// The merge, to take it apart.
    pub merge_id: i64,
    /// The one that stayed.
    pub survivor_id: i64,
    /// Its name now.
    pub name: String,
    /// Rows that moved to it.
    pub moved: i64,
    /// Rows that said the same as one of the survivor's.
    pub doubles: i64,
    /// Rows that had to stay where they were, such as a second delivery of one distribution.
    pub left: i64,
}

/// A merge in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergeRow {
    /// The merge.
    pub id: i64,
    /// `contact` or `organisation`.
    pub kind: String,
    /// The one that stayed.
    pub survivor_id: i64,
    /// Its name then.
    pub survivor_name: String,
    /// The one that went into it.
    pub absorbed_id: i64,
    /// Its name.
    pub absorbed_name: String,
    /// Who.
    pub actor: String,
    /// When, UTC.
    pub merged_at: String,
    /// When it was taken apart, or empty.
    pub unmerged_at: String,
}

/// Columns that follow another one and are not chosen themselves.
const FOLLOWS: &[(&str, &str)] = &[("name", "name_key"), ("birthday", "birthday_key")];
/// Columns whose texts can be put one after the other.
const TEXTS: &[&str] = &["notes"];
/// What only the store says of a row.
const STORED: &[&str] = &["id", "version", "import_id", "created_at", "updated_at", "deleted_at"];

/// The table of a kind and the columns that a person may choose.
fn record_of(kind: &str) -> Result<(&'static str, &'static [&'static str])> {
    match kind {
        "contact" => Ok((Contact::TABLE, Contact::COLUMNS)),
        "organisation" => Ok((Organisation::TABLE, Organisation::COLUMNS)),
        _ => Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind")),
    }
}

fn live(db: &Reader, table: &str, id: i64) -> Result<Map<String, Json>> {
    rows::image(db, table, id)?
        .filter(|image| image.get("deleted_at").is_none_or(Json::is_null))
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

fn text_of(value: Option<&Json>) -> String {
    match value {
        Some(Json::String(text)) => text.clone(),
        None | Some(Json::Null) => String::new(),
        Some(other) => other.to_string(),
    }
}

/// Columns that refer to records of `table`, but for what only speaks of merges themselves.
fn attached(db: &Reader, table: &str) -> Result<Vec<Referrer>> {
    rows::referrers(db, table)
}

/// Shows two side by side, with the better value of each field.
pub fn preview(db: &Reader, _ctx: &Ctx, ask: MergeAsk) -> Result<MergePreview> {
    let (table, columns) = record_of(&ask.kind)?;
    if ask.survivor_id == ask.absorbed_id {
        return Err(Error::new(Code::Invalid, "merge-same"));
    }
    let (survivor, absorbed) =
        (live(db, table, ask.survivor_id)?, live(db, table, ask.absorbed_id)?);
    let fields = columns
        .iter()
        .filter(|column| !FOLLOWS.iter().any(|(_, follows)| follows == *column))
        .map(|column| field(column, &survivor, &absorbed))
        .collect();
    let mut counts: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for referrer in attached(db, table)? {
        let mine = rows::referring(db, &referrer, ask.survivor_id)?.len();
        let theirs = rows::referring(db, &referrer, ask.absorbed_id)?.len();
        let count = counts.entry(referrer.table).or_default();
        count.0 += i64::try_from(mine).unwrap_or(0);
        count.1 += i64::try_from(theirs).unwrap_or(0);
    }
    let behind = |pick: fn(&(i64, i64)) -> i64| counts.values().map(pick).sum::<i64>();
    let (mine, theirs) = (behind(|count| count.0), behind(|count| count.1));
    let older = ask.survivor_id.min(ask.absorbed_id);
    let better_survivor_id = match mine.cmp(&theirs) {
        std::cmp::Ordering::Greater => ask.survivor_id,
        std::cmp::Ordering::Less => ask.absorbed_id,
        std::cmp::Ordering::Equal => older,
    };
    let attached = counts
        .into_iter()
        .filter(|(_, (mine, theirs))| mine + theirs > 0)
        .map(|(table, (survivor, absorbed))| Attached { table, survivor, absorbed })
        .collect();
    Ok(MergePreview { kind: ask.kind, better_survivor_id, fields, attached })
}

fn field(column: &str, survivor: &Map<String, Json>, absorbed: &Map<String, Json>) -> MergeField {
    let (mine, theirs) = (text_of(survivor.get(column)), text_of(absorbed.get(column)));
    let is_newer = text_of(absorbed.get("updated_at")) > text_of(survivor.get("updated_at"));
    let can_keep_both = TEXTS.contains(&column) && !mine.is_empty() && !theirs.is_empty();
    let words = |text: &str| fold(text).split(' ').count();
    let is_blank = |text: &str| matches!(text.trim(), "" | "0");
    let better = if is_blank(&theirs) || mine == theirs {
        "survivor"
    } else if is_blank(&mine) {
        "absorbed"
    } else if can_keep_both {
        "both"
    } else if column == "verified_on" {
        if theirs > mine { "absorbed" } else { "survivor" }
    } else if column == "name" {
        // The fuller name says more; one in capitals was typed in a hurry.
        let shouted = |text: &str| !text.chars().any(char::is_lowercase);
        let fuller = (words(&theirs), !shouted(&theirs)) > (words(&mine), !shouted(&mine));
        if fuller { "absorbed" } else { "survivor" }
    } else if is_newer {
        "absorbed"
    } else {
        "survivor"
    };
    MergeField {
        name: column.to_owned(),
        differs: mine != theirs,
        survivor: mine,
        absorbed: theirs,
        better: better.to_owned(),
        can_keep_both,
    }
}

/// Takes one into the other.
pub fn run(db: &Writer, ctx: &Ctx, order: MergeOrder) -> Result<Merged> {
    let (table, columns) = record_of(&order.kind)?;
    let ask = MergeAsk {
        kind: order.kind.clone(),
        survivor_id: order.survivor_id,
        absorbed_id: order.absorbed_id,
    };
    let preview = preview(db, ctx, ask)?;
    for (name, choice) in &order.fields {
        let is_known = columns.contains(&name.as_str()) || name == "reaches";
        if !is_known || !matches!(choice.as_str(), "survivor" | "absorbed" | "both") {
            return Err(Error::invalid(name, "error-wrong-value").arg("field", name));
        }
    }
    let survivor = live(db, table, order.survivor_id)?;
    let absorbed = live(db, table, order.absorbed_id)?;
    let mut merge = Merge {
        kind: order.kind.clone(),
        survivor_id: order.survivor_id,
        absorbed_id: order.absorbed_id,
        survivor_name: text_of(survivor.get("name")),
        absorbed_name: text_of(absorbed.get("name")),
        actor: ctx.actor.clone(),
        merged_at: ctx.now_text(),
        ..Merge::default()
    };
    db.insert(&mut merge)?;
    let mut taking = Taking { db, merge: &merge, moved: 0, doubles: 0, left: 0 };
    taking.take_fields(table, &survivor, &absorbed, &preview.fields, &order.fields)?;
    taking.put_reaches_in_order(order.fields.get("reaches").map(String::as_str))?;
    taking.move_all(table)?;
    let at = rows::bin(db, table, order.absorbed_id)?;
    taking.keep("binned", table, order.absorbed_id, "deleted_at", &Json::Null, &Json::from(at))?;
    let (moved, doubles, left) = (taking.moved, taking.doubles, taking.left);
    // The search text of both is made anew, whatever moved.
    db.touch(table, order.survivor_id);
    db.touch(table, order.absorbed_id);
    let name = text_of(live(db, table, order.survivor_id)?.get("name"));
    Ok(Merged { merge_id: merge.id, survivor_id: order.survivor_id, name, moved, doubles, left })
}

/// A merge at work.
struct Taking<'a, 'b> {
    db: &'a Writer<'b>,
    merge: &'a Merge,
    moved: i64,
    doubles: i64,
    left: i64,
}

impl Taking<'_, '_> {
    fn keep(
        &self,
        deed: &str,
        table: &str,
        row: i64,
        column: &str,
        before: &Json,
        after: &Json,
    ) -> Result<()> {
        let mut kept = MergeMove {
            merge_id: self.merge.id,
            deed: deed.to_owned(),
            table_name: table.to_owned(),
            row_id: row,
            column_name: column.to_owned(),
            before: before.to_string(),
            after: after.to_string(),
            ..MergeMove::default()
        };
        self.db.insert(&mut kept).map(drop)
    }

    fn set(&self, table: &str, row: i64, column: &str, before: &Json, after: Json) -> Result<bool> {
        if *before == after {
            return Ok(true);
        }
        let values = Map::from_iter([(column.to_owned(), after.clone())]);
        let written = rows::write(self.db, table, row, &values)?;
        if written {
            self.keep("set", table, row, column, before, &after)?;
        }
        Ok(written)
    }

    fn take_fields(
        &self,
        table: &str,
        survivor: &Map<String, Json>,
        absorbed: &Map<String, Json>,
        fields: &[MergeField],
        choices: &BTreeMap<String, String>,
    ) -> Result<()> {
        let id = self.merge.survivor_id;
        for field in fields.iter().filter(|field| field.differs) {
            let choice = choices.get(&field.name).unwrap_or(&field.better);
            let before = survivor.get(&field.name).unwrap_or(&Json::Null);
            let theirs = absorbed.get(&field.name).unwrap_or(&Json::Null);
            let after = match choice.as_str() {
                "absorbed" => theirs.clone(),
                "both" if field.can_keep_both => {
                    Json::from(format!("{}\n\n{}", field.survivor.trim_end(), field.absorbed))
                }
                _ => continue,
            };
            self.set(table, id, &field.name, before, after)?;
            for (_, follows) in FOLLOWS.iter().filter(|(leads, _)| *leads == field.name) {
                let of = |image: &Map<String, Json>| image.get(*follows).cloned();
                if let (Some(before), Some(after)) = (of(survivor), of(absorbed)) {
                    self.set(table, id, follows, &before, after)?;
                }
            }
        }
        Ok(())
    }

    /// Addresses and numbers of the one whose choice it is come first.
    fn put_reaches_in_order(&self, first: Option<&str>) -> Result<()> {
        let (mine, theirs) = (self.merge.survivor_id, self.merge.absorbed_id);
        let column = if self.merge.kind == "contact" { "contact_id" } else { "organisation_id" };
        let (first, second) =
            if first == Some("absorbed") { (theirs, mine) } else { (mine, theirs) };
        let highest = self.db.number(
            &format!("SELECT COALESCE(MAX(rank), -1) FROM reaches WHERE {column} = :id AND deleted_at IS NULL"),
            named_params! {":id": first},
        )?;
        let later: Vec<(i64, i64)> = self.db.rows(
            &format!("SELECT id, rank FROM reaches WHERE {column} = :id AND deleted_at IS NULL ORDER BY rank, id"),
            named_params! {":id": second},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (row, rank) in later {
            self.set("reaches", row, "rank", &Json::from(rank), Json::from(rank + highest + 1))?;
        }
        Ok(())
    }

    fn move_all(&mut self, table: &str) -> Result<()> {
        let (mine, theirs) = (self.merge.survivor_id, self.merge.absorbed_id);
        let referrers = attached(self.db, table)?;
        for referrer in &referrers {
            for row in rows::referring(self.db, referrer, theirs)? {
                self.move_row(referrer, &referrers, row, mine, theirs)?;
            }
        }
        Ok(())
    }

    fn move_row(
        &mut self,
        referrer: &Referrer,
        all: &[Referrer],
        row: i64,
        mine: i64,
        theirs: i64,
    ) -> Result<()> {
        let Referrer { table, column, has_bin } = referrer;
        let Some(image) = rows::image(self.db, table, row)? else { return Ok(()) };
        if table == "event_guests"
            && column == "contact_id"
            && let Some(standing) = guest_of_same_event(self.db, &image, mine)?
        {
            return self.one_guest(standing, row, theirs, mine);
        }
        // Such as a proposal that the two are one: it would speak of one and the same.
        let other_end = all
            .iter()
            .filter(|other| other.table == *table && other.column != *column)
            .any(|other| image.get(&other.column) == Some(&Json::from(mine)));
        if other_end && *has_bin {
            return self.bin(table, row);
        }
        if *has_bin {
            match doubles::find(self.db, table, column, &image, mine)? {
                doubles::Double::None => {}
                doubles::Double::Moving => return self.bin(table, row),
                doubles::Double::Standing(other) => self.bin(table, other)?,
            }
        }
        let values = Map::from_iter([(column.clone(), Json::from(mine))]);
        if rows::write(self.db, table, row, &values)? {
            self.moved += 1;
            return self.keep("moved", table, row, column, &Json::from(theirs), &Json::from(mine));
        }
        if *has_bin {
            return self.bin(table, row);
        }
        self.left += 1;
        Ok(())
    }

    /// Both are guests of one event: the one with more behind it stays, and what hangs on the
    /// other moves there.
    fn one_guest(&mut self, standing: i64, moving: i64, theirs: i64, mine: i64) -> Result<()> {
        const TABLE: &str = "event_guests";
        let stays = behind_guest(self.db, standing)? >= behind_guest(self.db, moving)?;
        let (kept, lost) = if stays { (standing, moving) } else { (moving, standing) };
        self.bin(TABLE, lost)?;
        let mut hanging = rows::referrers(self.db, TABLE)?;
        hanging.push(Referrer {
            table: "event_answers".to_owned(),
            column: "guest_id".to_owned(),
            has_bin: true,
        });
        for Referrer { table, column, has_bin } in hanging {
            let referrer = Referrer { table, column, has_bin };
            for row in rows::referring(self.db, &referrer, lost)? {
                // One of them may have come in the other's place: nobody comes in their own.
                let itself = referrer.table == TABLE && row == kept;
                let after = if itself { Json::Null } else { Json::from(kept) };
                self.set(&referrer.table, row, &referrer.column, &Json::from(lost), after)?;
            }
        }
        if kept == moving {
            let values = Map::from_iter([("contact_id".to_owned(), Json::from(mine))]);
            if rows::write(self.db, TABLE, moving, &values)? {
                self.moved += 1;
                let (before, after) = (Json::from(theirs), Json::from(mine));
                self.keep("moved", TABLE, moving, "contact_id", &before, &after)?;
            }
        }
        Ok(())
    }

    fn bin(&mut self, table: &str, row: i64) -> Result<()> {
        let at = rows::bin(self.db, table, row)?;
        self.doubles += 1;
        self.keep("binned", table, row, "deleted_at", &Json::Null, &Json::from(at))
    }
}

/// The survivor as a guest of the event that this guest belongs to.
fn guest_of_same_event(
    db: &Reader,
    guest: &Map<String, Json>,
    survivor: i64,
) -> Result<Option<i64>> {
    let event = guest.get("event_id").and_then(Json::as_i64);
    db.row(
        "SELECT id FROM event_guests WHERE event_id = :event AND contact_id = :contact AND deleted_at IS NULL",
        named_params! {":event": event, ":contact": survivor},
        |row| row.get(0),
    )
}

/// How much there is behind a guest: whether they came, answered, were invited, hold a badge.
fn behind_guest(db: &Reader, guest: i64) -> Result<i64> {
    db.number(
        "SELECT 8 * (arrived_at <> '') + 4 * (rsvp <> '') + 2 * (invited_at <> '' OR place = 'invited')
                + (code <> '' OR accreditation <> '')
         FROM event_guests WHERE id = :id",
        named_params! {":id": guest},
    )
}

/// The merges, newest first.
pub fn list(db: &Reader, _ctx: &Ctx, limit: i64) -> Result<Vec<MergeRow>> {
    db.rows(
        "SELECT id, kind, survivor_id, survivor_name, absorbed_id, absorbed_name, actor, merged_at, unmerged_at
         FROM merges
         WHERE deleted_at IS NULL
         ORDER BY id DESC
         LIMIT :limit",
        named_params! {":limit": limit.clamp(1, 10_000)},
        |row| {
            Ok(MergeRow {
                id: row.get(0)?,
                kind: row.get(1)?,
                survivor_id: row.get(2)?,
                survivor_name: row.get(3)?,
                absorbed_id: row.get(4)?,
                absorbed_name: row.get(5)?,
                actor: row.get(6)?,
                merged_at: row.get(7)?,
                unmerged_at: row.get(8)?,
            })
        },
    )
}
