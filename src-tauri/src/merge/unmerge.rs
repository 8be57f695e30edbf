//! Taking a merge apart, also long after: what the merge moved goes back, what it changed is
//! changed back where nobody has changed it since, and what came later is shown and stays with the
//! survivor unless a person gives it away.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::{Merge, MergeMove, MergeRow, attached, record_of, text_of};
use crate::db::rows::{self, Referrer};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};

/// A row that came after the merge.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LaterRow {
    /// Its table.
    pub table: String,
    /// The row.
    pub row_id: i64,
    /// One line about it.
    pub text: String,
    /// When, UTC.
    pub at: String,
}

/// A row that the person gives to the one that is restored.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Later {
    /// Its table.
    pub table: String,
    /// The row.
    pub row_id: i64,
}

/// A field of the survivor that the merge changed and that has changed again since.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChangedSince {
    /// The column.
    pub field: String,
    /// Before the merge.
    pub before: String,
    /// As the merge left it.
    pub merged: String,
    /// Now; this stays.
    pub now: String,
}

/// A merge with what taking it apart would mean.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergeDetail {
    /// The merge.
    pub merge: MergeRow,
    /// Where its rows are now: the survivor, or whom that was merged into later.
    pub holder_id: i64,
    /// The holder's name.
    pub holder_name: String,
    /// Rows that go back.
    pub going_back: i64,
    /// What came later: stays unless it is given away.
    pub later: Vec<LaterRow>,
    /// Fields that stay as they are now.
    pub changed_since: Vec<ChangedSince>,
}

/// Which merge to take apart.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Unmerge {
    /// The merge.
    pub merge_id: i64,
    /// Of what came later, the rows that belong to the one that is restored.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Later>>")]
    pub give: Vec<Later>,
}

/// What taking apart did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Unmerged {
    /// The one that stayed.
    pub survivor_id: i64,
    /// The one that is there again.
    pub restored_id: i64,
    /// Its name.
    pub name: String,
    /// Rows that went back.
    pub returned: i64,
    /// Rows of later that stay with the survivor.
    pub stayed: i64,
    /// Fields of the survivor that stay as they are, because they changed since.
    pub changed_since: Vec<ChangedSince>,
}

fn standing(db: &Reader, id: i64) -> Result<Merge> {
    let merge: Merge = db.get(id)?;
    if merge.unmerged_at.is_empty() {
        return Ok(merge);
    }
    Err(Error::new(Code::Conflict, "merge-apart-already").arg("name", merge.absorbed_name))
}

fn moves(db: &Reader, merge: i64) -> Result<Vec<MergeMove>> {
    db.all("merge_id = :merge ORDER BY id DESC", named_params! {":merge": merge})
}

/// Where the survivor's rows are now: merged on and on, it may lie in the bin itself.
fn holder(db: &Reader, merge: &Merge) -> Result<i64> {
    let mut holder = merge.survivor_id;
    let mut seen = BTreeSet::from([holder]);
    while let Some(next) = db.row(
        "SELECT survivor_id FROM merges
         WHERE kind = :kind AND absorbed_id = :id AND unmerged_at = '' AND deleted_at IS NULL
         ORDER BY id DESC LIMIT 1",
        named_params! {":kind": merge.kind, ":id": holder},
        |row| row.get(0),
    )? {
        if !seen.insert(next) {
            break;
        }
        holder = next;
    }
    Ok(holder)
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or(Json::Null)
}

/// Fields that the merge set on the survivor and that are different now.
fn changed_since(db: &Reader, merge: &Merge, moves: &[MergeMove]) -> Result<Vec<ChangedSince>> {
    let (table, columns) = record_of(&merge.kind)?;
    let now = rows::image(db, table, merge.survivor_id)?.unwrap_or_default();
    Ok(moves
        .iter()
        .filter(|kept| kept.deed == "set" && kept.table_name == table)
        .filter(|kept| {
            columns.contains(&kept.column_name.as_str()) && !kept.column_name.ends_with("_key")
        })
        .filter(|kept| now.get(&kept.column_name) != Some(&parsed(&kept.after)))
        .map(|kept| ChangedSince {
            field: kept.column_name.clone(),
            before: text_of(Some(&parsed(&kept.before))),
            merged: text_of(Some(&parsed(&kept.after))),
            now: text_of(now.get(&kept.column_name)),
        })
        .collect())
}

/// Rows at the holder that the merge has not moved and that are younger than it.
fn later(db: &Reader, merge: &Merge, holder: i64, moves: &[MergeMove]) -> Result<Vec<LaterRow>> {
    let (table, _) = record_of(&merge.kind)?;
    let known: BTreeSet<(&str, i64)> =
        moves.iter().map(|kept| (kept.table_name.as_str(), kept.row_id)).collect();
    let mut found = Vec::new();
    for referrer in attached(db, table)? {
        for row in rows::referring(db, &referrer, holder)? {
            if known.contains(&(referrer.table.as_str(), row)) {
                continue;
            }
            let Some(image) = rows::image(db, &referrer.table, row)? else { continue };
            let at = image.get("created_at").or_else(|| image.get("changed_at"));
            let at = text_of(at);
            if at > merge.merged_at {
                found.push(LaterRow {
                    table: referrer.table.clone(),
                    row_id: row,
                    text: line(db, &image, &referrer)?,
                    at,
                });
            }
        }
    }
    found.sort_by(|a, b| b.at.cmp(&a.at));
    Ok(found)
}

/// What a person knows a row by: its own words, or the name of what it points to.
fn line(db: &Reader, image: &Map<String, Json>, own: &Referrer) -> Result<String> {
    const WORDS: &[&str] = &[
        "summary",
        "value",
        "subject",
        "headline",
        "name",
        "file_name",
        "address",
        "position",
        "handle",
        "reason",
    ];
    let own_words =
        WORDS.iter().map(|column| text_of(image.get(*column))).find(|text| !text.is_empty());
    if let Some(words) = own_words {
        return Ok(words);
    }
    for (column, table) in [
        ("organisation_id", "organisations"),
        ("recipient_list_id", "recipient_lists"),
        ("contact_id", "contacts"),
    ] {
        if column != own.column
            && let Some(id) = image.get(column).and_then(Json::as_i64)
            && let Some(other) = rows::image(db, table, id)?
        {
            return Ok(text_of(other.get("name")));
        }
    }
    Ok(String::new())
}

/// Shows a merge and what taking it apart would mean.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<MergeDetail> {
    let merge: Merge = db.get(id)?;
    let moves = moves(db, id)?;
    let holder_id = holder(db, &merge)?;
    let (table, _) = record_of(&merge.kind)?;
    let holder_name = text_of(rows::image(db, table, holder_id)?.unwrap_or_default().get("name"));
    let stands = merge.unmerged_at.is_empty();
    let going_back = moves.iter().filter(|kept| stands && kept.deed != "set").count();
    Ok(MergeDetail {
        holder_id,
        holder_name,
        // The absorbed one itself is among them.
        going_back: i64::try_from(going_back.saturating_sub(1)).unwrap_or(0),
        later: if stands { later(db, &merge, holder_id, &moves)? } else { Vec::new() },
        changed_since: if stands { changed_since(db, &merge, &moves)? } else { Vec::new() },
        merge: MergeRow {
            id: merge.id,
            kind: merge.kind,
            survivor_id: merge.survivor_id,
            survivor_name: merge.survivor_name,
            absorbed_id: merge.absorbed_id,
            absorbed_name: merge.absorbed_name,
            actor: merge.actor,
            merged_at: merge.merged_at,
            unmerged_at: merge.unmerged_at,
        },
    })
}

/// Takes a merge apart.
pub fn unmerge(db: &Writer, ctx: &Ctx, order: Unmerge) -> Result<Unmerged> {
    let mut merge = standing(db, order.merge_id)?;
    let (table, _) = record_of(&merge.kind)?;
    let moves = moves(db, merge.id)?;
    let holder = holder(db, &merge)?;
    if rows::image(db, table, merge.absorbed_id)?.is_none()
        || rows::image(db, table, merge.survivor_id)?.is_none()
    {
        return Err(Error::new(Code::NotFound, "merge-gone").arg("name", &merge.absorbed_name));
    }
    let later = later(db, &merge, holder, &moves)?;
    let changed_since = changed_since(db, &merge, &moves)?;
    // First the record itself: what refers to it must find it.
    let mut returned = 0;
    for kept in &moves {
        returned += i64::from(give_back(db, &merge, holder, kept)?);
    }
    for given in &order.give {
        if !later.iter().any(|row| row.table == given.table && row.row_id == given.row_id) {
            return Err(Error::new(Code::NotFound, "error-not-found").arg("id", given.row_id));
        }
        returned += i64::from(give(db, table, &merge, holder, given)?);
    }
    merge.unmerged_at = ctx.now_text();
    merge.unmerged_by.clone_from(&ctx.actor);
    db.update(&mut merge)?;
    for id in [holder, merge.survivor_id, merge.absorbed_id] {
        db.touch(table, id);
    }
    Ok(Unmerged {
        survivor_id: holder,
        restored_id: merge.absorbed_id,
        name: merge.absorbed_name,
        // The record itself is not counted.
        returned: (returned - 1).max(0),
        stayed: i64::try_from(later.len().saturating_sub(order.give.len())).unwrap_or(0),
        changed_since,
    })
}

/// Takes back one thing that the merge did; false where the row has moved on since.
fn give_back(db: &Writer, merge: &Merge, holder: i64, kept: &MergeMove) -> Result<bool> {
    let Some(now) = rows::image(db, &kept.table_name, kept.row_id)? else { return Ok(false) };
    let there = now.get(&kept.column_name);
    let (before, after) = (parsed(&kept.before), parsed(&kept.after));
    let stands = match kept.deed.as_str() {
        "moved" => {
            there == Some(&Json::from(holder)) || there == Some(&Json::from(merge.survivor_id))
        }
        _ => there == Some(&after),
    };
    if !stands {
        return Ok(false);
    }
    let values = Map::from_iter([(kept.column_name.clone(), before)]);
    let written = rows::write(db, &kept.table_name, kept.row_id, &values)?;
    Ok(written && kept.deed != "set")
}

fn give(db: &Writer, table: &str, merge: &Merge, holder: i64, given: &Later) -> Result<bool> {
    for referrer in attached(db, table)?.iter().filter(|referrer| referrer.table == given.table) {
        let now = rows::image(db, &given.table, given.row_id)?.unwrap_or_default();
        if now.get(&referrer.column) == Some(&Json::from(holder)) {
            let values = Map::from_iter([(referrer.column.clone(), Json::from(merge.absorbed_id))]);
            return rows::write(db, &given.table, given.row_id, &values);
        }
    }
    Ok(false)
}
