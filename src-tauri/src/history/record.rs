//! The audit trail as a person reads it: which records an action changed, from what to what.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use ts_rs::TS;

use crate::db::undo::ActionRow;
use crate::db::{Ctx, Reader, ToSql, erase};
use crate::error::{Error, Result};
use crate::text;

/// Which actions. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct HistoryFilter {
    /// By this member of the staff, by name; `-` = the mailbox and Warta itself.
    pub actor: Option<String>,
    /// By this command.
    pub command: Option<String>,
    /// That changed rows of this table.
    pub table: Option<String>,
    /// With `table`: this row and what hangs on it.
    pub row_id: Option<i64>,
    /// Done at this instant or later, UTC.
    pub from: Option<String>,
    /// Done before this instant, UTC.
    pub until: Option<String>,
    /// Older than this action, for the next page.
    pub before: Option<i64>,
    /// Most actions; none = 50.
    pub limit: Option<i64>,
}

/// A field of a record that an action changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldChange {
    /// The column.
    pub column: String,
    /// What stood there, as a person reads it.
    pub before: String,
    /// What stands there since.
    pub after: String,
}

/// A record that an action changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecordChange {
    /// The table.
    pub table: String,
    /// The row.
    pub row_id: i64,
    /// What it is called.
    pub name: String,
    /// `added`, `changed`, `deleted`, `restored`, `imported`, or `forgotten` where the images are gone.
    pub what: String,
    /// Its fields.
    pub fields: Vec<FieldChange>,
}

/// One action with what it changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryRow {
    /// The action.
    pub action: ActionRow,
    /// The first records that it changed.
    pub records: Vec<RecordChange>,
}

/// One page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryPage {
    /// The newest first.
    pub rows: Vec<HistoryRow>,
    /// Whether there are older ones.
    pub more: bool,
}

const MOST_RECORDS: i64 = 12;
/// Columns that the store keeps for itself.
const SILENT: &[&str] = &[
    "id",
    "version",
    "created_at",
    "updated_at",
    "import_id",
    "name_key",
    "value_key",
    "handle_key",
    "birthday_key",
    "last_contact_at",
    "next_step_on",
    "body_html",
    "number",
    "sender_key",
    "identity",
    "content",
];
/// What a row is called, by the first of these that it has.
const NAMES: &[&str] = &[
    "name",
    "headline",
    "what",
    "summary",
    "title",
    "value",
    "file_name",
    "handle",
    "subject",
    "position",
    "sender",
];

/// Words for tables and columns.
#[derive(Debug, Default)]
pub struct Names;

impl Names {
    /// A table, as the person's language calls what is in it.
    pub fn table(&self, language: &str, table: &str) -> String {
        text::known(language, &format!("table-{table}"), &[])
            .unwrap_or_else(|| table.replace('_', " "))
    }

    /// A column.
    pub fn column(&self, language: &str, table: &str, column: &str) -> String {
        let column = column.trim_end_matches("_id");
        text::known(language, &format!("column-{table}-{column}"), &[])
            .or_else(|| text::known(language, &format!("column-{column}"), &[]))
            .unwrap_or_else(|| column.replace('_', " "))
    }
}

/// Searches the audit trail.
pub fn find(db: &Reader, _ctx: &Ctx, filter: HistoryFilter) -> Result<HistoryPage> {
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(50).min(500);
    let before = filter.before.unwrap_or(i64::MAX);
    let actor =
        filter.actor.as_deref().map(|actor| if actor == "-" { "" } else { actor }.to_owned());
    let one_more = limit + 1;
    let (conditions, rows_asked) = conditions(db, &filter)?;
    let sql = format!(
        "SELECT a.id, a.command, a.actor, a.source, a.at, a.undoable, a.undone_by,
                (SELECT COUNT(*) FROM changes c WHERE c.action_id = a.id)
         FROM actions a
         WHERE a.id < :before{conditions}
         ORDER BY a.id DESC
         LIMIT :limit"
    );
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":before", &before), (":limit", &one_more)];
    for (name, value) in [
        (":actor", &actor),
        (":command", &filter.command),
        (":table", &filter.table),
        (":from", &filter.from),
        (":until", &filter.until),
    ] {
        if value.is_some() && (name != ":table" || filter.row_id.is_none()) {
            params.push((name, value));
        }
    }
    if !rows_asked.is_empty() {
        params.push((":rows", &rows_asked));
    }
    let mut actions = db.rows(&sql, &params, |row| {
        Ok(ActionRow {
            id: row.get(0)?,
            command: row.get(1)?,
            actor: row.get(2)?,
            source: row.get(3)?,
            at: row.get(4)?,
            undoable: row.get(5)?,
            undone_by: row.get(6)?,
            changes: row.get(7)?,
        })
    })?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = actions.len() > wanted;
    actions.truncate(wanted);
    let rows = actions
        .into_iter()
        .map(|action| Ok(HistoryRow { records: records(db, action.id)?, action }))
        .collect::<Result<_>>()?;
    Ok(HistoryPage { rows, more })
}

fn conditions(db: &Reader, filter: &HistoryFilter) -> Result<(String, String)> {
    let mut sql = String::new();
    let mut asked = String::new();
    if filter.actor.is_some() {
        sql.push_str(" AND a.actor = :actor");
    }
    if filter.command.is_some() {
        sql.push_str(" AND a.command = :command");
    }
    if filter.from.is_some() {
        sql.push_str(" AND a.at >= :from");
    }
    if filter.until.is_some() {
        sql.push_str(" AND a.at < :until");
    }
    match (&filter.table, filter.row_id) {
        (Some(table), Some(id)) => {
            if !erase::columns(db)?.contains_key(table) {
                return Err(Error::invalid("table", "error-wrong-value").arg("field", "table"));
            }
            // The record's rows by table, as JSON: [["contacts", 7], ["reaches", 12] …].
            let mut rows = vec![json!([table, id])];
            for (part, column) in erase::references(db, table)? {
                rows.extend(
                    erase::referring(db, &part, &column, id)?
                        .into_iter()
                        .map(|row| json!([part, row])),
                );
            }
            asked = Json::Array(rows).to_string();
            sql.push_str(
                " AND a.id IN (SELECT c.action_id FROM json_each(:rows) r
                   JOIN changes c ON c.table_name = r.value ->> 0 AND c.row_id = r.value ->> 1 AND c.scope <> 'import')",
            );
        }
        (Some(_), None) => {
            sql.push_str(" AND EXISTS (SELECT 1 FROM changes c WHERE c.action_id = a.id AND c.table_name = :table)");
        }
        (None, _) => {}
    }
    Ok((sql, asked))
}

/// The first records that an action changed.
pub fn records(db: &Reader, action: i64) -> Result<Vec<RecordChange>> {
    let changes = db.rows(
        "SELECT table_name, row_id, scope, before, after FROM changes WHERE action_id = :action ORDER BY id LIMIT :most",
        named_params! {":action": action, ":most": MOST_RECORDS},
        read_change,
    )?;
    changes.into_iter().map(|change| readable(db, change)).collect()
}

type Change = (String, i64, String, Option<String>, Option<String>);

fn read_change(row: &rusqlite::Row) -> rusqlite::Result<Change> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

/// Every change of one row, the oldest first, as JSON with who and when.
pub fn changes_of_row(db: &Reader, table: &str, id: i64) -> Result<Vec<Json>> {
    let parse = |text: Option<String>| {
        text.and_then(|text| serde_json::from_str::<Json>(&text).ok()).unwrap_or(Json::Null)
    };
    db.rows(
        "SELECT a.at, a.actor, a.source, a.command, c.before, c.after
         FROM changes c JOIN actions a ON a.id = c.action_id
         WHERE c.table_name = :table AND c.row_id = :id AND c.scope = 'row'
         ORDER BY c.id",
        named_params! {":table": table, ":id": id},
        |row| {
            Ok(json!({
                "table": table, "row": id, "at": row.get::<_, String>(0)?, "by": row.get::<_, String>(1)?,
                "through": row.get::<_, String>(2)?, "command": row.get::<_, String>(3)?,
                "before": parse(row.get(4)?), "after": parse(row.get(5)?),
            }))
        },
    )
}

fn readable(db: &Reader, (table, row_id, scope, before, after): Change) -> Result<RecordChange> {
    let parse = |text: Option<String>| -> Map<String, Json> {
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    };
    if scope == "import" {
        return Ok(RecordChange {
            table,
            row_id,
            name: String::new(),
            what: "imported".to_owned(),
            fields: Vec::new(),
        });
    }
    let now = erase::image(db, &table, row_id)?.unwrap_or_default();
    let is_new = before.is_none();
    let (before, after) = (parse(before), parse(after));
    let what = match (scope.as_str(), is_new, after.get("deleted_at")) {
        ("row", true, _) => "added",
        ("row", false, Some(Json::String(_))) => "deleted",
        ("row", false, Some(Json::Null))
            if before.get("deleted_at").is_some_and(Json::is_string) =>
        {
            "restored"
        }
        ("row", ..) => "changed",
        _ => "forgotten",
    };
    let mut fields = Vec::new();
    for (column, value) in &after {
        let said = say(db, &table, column, value)?;
        let was = say(db, &table, column, before.get(column).unwrap_or(&Json::Null))?;
        if column == "deleted_at" || SILENT.contains(&column.as_str()) || said == was {
            continue;
        }
        fields.push(FieldChange { column: column.clone(), before: was, after: said });
    }
    Ok(RecordChange {
        name: name_of(db, &table, &now)?,
        table,
        row_id,
        what: what.to_owned(),
        fields,
    })
}

/// A value as a person reads it: the name behind a number, nothing for nothing.
fn say(db: &Reader, table: &str, column: &str, value: &Json) -> Result<String> {
    Ok(match value {
        Json::Null => String::new(),
        Json::String(said) => said.clone(),
        Json::Number(number) if column.ends_with("_id") => match number.as_i64() {
            None | Some(0) => String::new(),
            Some(id) => named(db, table, column, id)?.unwrap_or_else(|| format!("#{id}")),
        },
        other => other.to_string(),
    })
}

/// The table that a column refers to.
fn target(db: &Reader, table: &str, column: &str) -> Result<Option<String>> {
    let declared: Option<String> = db.row(
        "SELECT \"table\" FROM pragma_foreign_key_list(:table) WHERE \"from\" = :column",
        named_params! {":table": table, ":column": column},
        |row| row.get(0),
    )?;
    Ok(declared.or_else(|| match column {
        "release_id" => Some("releases".to_owned()),
        _ => None,
    }))
}

fn named(db: &Reader, table: &str, column: &str, id: i64) -> Result<Option<String>> {
    let Some(target) = target(db, table, column)? else { return Ok(None) };
    let row = erase::image(db, &target, id)?.unwrap_or_default();
    Ok(own_name(&row).map(str::to_owned))
}

fn own_name(row: &Map<String, Json>) -> Option<&str> {
    NAMES
        .iter()
        .find_map(|column| row.get(*column).and_then(Json::as_str).filter(|name| !name.is_empty()))
}

/// What a row is called: its own name, else whose it is.
fn name_of(db: &Reader, table: &str, row: &Map<String, Json>) -> Result<String> {
    let mut parts: BTreeMap<u8, String> = BTreeMap::new();
    if let Some(own) = own_name(row) {
        parts.insert(1, own.chars().take(80).collect());
    }
    for column in ["contact_id", "organisation_id", "recipient_list_id", "group_chat_id"] {
        if parts.contains_key(&0) || matches!(table, "contacts" | "organisations") {
            continue;
        }
        if let Some(id) = row.get(column).and_then(Json::as_i64).filter(|id| *id > 0)
            && let Some(owner) = named(db, table, column, id)?
        {
            parts.insert(0, owner);
        }
    }
    Ok(parts.into_values().collect::<Vec<_>>().join(": "))
}
