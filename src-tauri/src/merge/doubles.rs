//! Which row of the survivor says already what a moving row says.

use serde_json::{Map, Value as Json};

use super::{STORED, text_of};
use crate::db::Reader;
use crate::db::rows::{self, Referrer};
use crate::error::Result;
use crate::format::fold::fold;

/// Whether one of two rows is one too many.
pub enum Double {
    /// Both have something to say.
    None,
    /// The moving row says nothing new.
    Moving,
    /// The moving row says more than this row of the survivor.
    Standing(i64),
}

/// Columns that make two rows of a table the same to a person, where it is fewer than all.
const SAME: &[(&str, &[&str])] = &[
    ("labels", &["kind", "value_key"]),
    ("reaches", &["value_key"]),
    ("recipient_list_members", &["recipient_list_id"]),
    ("social_accounts", &["platform", "handle_key"]),
    ("memberships", &["association_id", "contact_id", "member_organisation_id", "ended_on"]),
    ("record_files", &["sha256"]),
    ("enclosures", &["release_id", "sha256", "link"]),
    ("programme_members", &["programme_id", "ended_on"]),
    ("group_chat_members", &["group_chat_id"]),
    ("duplicate_flags", &["contact_id", "other_id"]),
    ("organisation_duplicates", &["organisation_id", "other_id"]),
];

/// Histories: two equal lines are two events, and there may be thousands.
const NEVER: &[&str] = &[
    "interactions",
    "responses",
    "change_suggestions",
    "programme_posts",
    "quotes",
    "enquiries",
    "enquiry_steps",
    "statements",
    "coverage",
    "group_chat_proposals",
    "group_chat_senders",
];

/// Compares a row that shall move with the survivor's rows of the table.
pub fn find(
    db: &Reader,
    table: &str,
    column: &str,
    moving: &Map<String, Json>,
    survivor: i64,
) -> Result<Double> {
    if NEVER.contains(&table) {
        return Ok(Double::None);
    }
    if proposed_the_other_way(db, table, column, moving, survivor)? {
        return Ok(Double::Moving);
    }
    let referrer = Referrer { table: table.to_owned(), column: column.to_owned(), has_bin: true };
    let same = SAME.iter().find(|(name, _)| *name == table).map(|(_, columns)| *columns);
    for id in rows::referring(db, &referrer, survivor)? {
        let Some(standing) = rows::image(db, table, id)? else { continue };
        let double = match table {
            "affiliations" => affiliations(&standing, moving, column),
            _ if says_the_same(&standing, moving, column, same) => {
                // A number that takes WhatsApp says more than the same number that may not.
                let more = table == "reaches"
                    && text_of(moving.get("kind")) == "whatsapp"
                    && text_of(standing.get("kind")) == "phone";
                if more { Double::Standing(id) } else { Double::Moving }
            }
            _ => Double::None,
        };
        match double {
            Double::None => {}
            Double::Standing(_) => return Ok(Double::Standing(id)),
            Double::Moving => return Ok(Double::Moving),
        }
    }
    Ok(Double::None)
}

/// A proposal names its two in one order or the other.
fn proposed_the_other_way(
    db: &Reader,
    table: &str,
    column: &str,
    moving: &Map<String, Json>,
    survivor: i64,
) -> Result<bool> {
    let first = match table {
        "duplicate_flags" => "contact_id",
        "organisation_duplicates" => "organisation_id",
        _ => return Ok(false),
    };
    let other = if column == "other_id" { first } else { "other_id" };
    let referrer = Referrer { table: table.to_owned(), column: other.to_owned(), has_bin: true };
    for id in rows::referring(db, &referrer, survivor)? {
        let standing = rows::image(db, table, id)?.unwrap_or_default();
        if standing.get(column) == moving.get(other) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn says_the_same(
    standing: &Map<String, Json>,
    moving: &Map<String, Json>,
    column: &str,
    same: Option<&[&str]>,
) -> bool {
    moving
        .iter()
        .filter(|(name, _)| name.as_str() != column && !STORED.contains(&name.as_str()))
        .filter(|(name, _)| same.is_none_or(|columns| columns.contains(&name.as_str())))
        .all(|(name, value)| standing.get(name) == Some(value))
}

/// The same post at the same place: the row that names the position or the days stays.
fn affiliations(standing: &Map<String, Json>, moving: &Map<String, Json>, column: &str) -> Double {
    let other_end = if column == "contact_id" { "organisation_id" } else { "contact_id" };
    if standing.get(other_end) != moving.get(other_end) {
        return Double::None;
    }
    let text = |image: &Map<String, Json>, name: &str| fold(&text_of(image.get(name)));
    let adds = |one: &Map<String, Json>, other: &Map<String, Json>| {
        ["position", "started_on", "ended_on"].iter().any(|name| {
            let (mine, theirs) = (text(one, name), text(other, name));
            !mine.is_empty() && mine != theirs
        })
    };
    match (adds(moving, standing), adds(standing, moving)) {
        (false, _) => Double::Moving,
        // One that has ended is another post than one that goes on.
        (true, false) if text(moving, "ended_on") == text(standing, "ended_on") => {
            Double::Standing(0)
        }
        _ => Double::None,
    }
}
