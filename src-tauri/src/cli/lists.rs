//! Recipient lists on the command line: fixed and smart ones, who is left out, two beside each
//! other.

use clap::{Subcommand, ValueEnum};
use serde_json::{Map, Value as Json, json};

use super::contacts;
use super::media::contact_table;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::contact::{ContactFilter, Filter};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::recipient_list::{
    self, Archive, Comparison, LeaveOut, LeftOut, ListDetail, ListRow, Members, RecipientList,
    SmartList,
};

#[derive(Subcommand)]
pub enum List {
    All {
        #[arg(long)]
        archived: bool,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    Smart {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(id = "where", long = "where", value_name = "RULE")]
        rule: String,
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    Add {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
    },
    Remove {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
    },
    LeaveOut {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    TakeBack {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
    },
    Show {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Compare {
        #[arg(value_name = "NAME")]
        a: String,
        #[arg(value_name = "OTHER")]
        b: String,
        #[arg(long, value_enum, value_name = "only-a|both|only-b", hide_possible_values = true)]
        part: Option<Part>,
    },
    Archive {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Unarchive {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Delete {
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// A part of a comparison.
#[derive(Clone, Copy, ValueEnum)]
pub enum Part {
    OnlyA,
    Both,
    OnlyB,
}

impl Part {
    fn as_str(self) -> &'static str {
        match self {
            Self::OnlyA => "only_a",
            Self::Both => "both",
            Self::OnlyB => "only_b",
        }
    }
}

/// The list with this name.
pub fn list_named(door: &Door, name: &str) -> Result<RecipientList> {
    door.workspace.db.read(|db| recipient_list::named(db, name))
}

/// The filter that a person wrote behind `--where`.
pub fn filter_of(door: &Door, text: &str) -> Result<Filter> {
    Ok(commands::filter_read(door, text.to_owned())?.filter)
}

/// Recipient lists.
pub fn list(door: &Door, terminal: &Terminal, list: List) -> Result<()> {
    match list {
        List::All { archived } => all(door, terminal, archived),
        List::New { name, notes } => {
            let notes = notes.map(|notes| ("notes".to_owned(), Json::from(notes)));
            let set: Map<String, Json> =
                [("name".to_owned(), Json::from(name))].into_iter().chain(notes).collect();
            let list = commands::list_save(door, Patch { set, ..Patch::default() })?;
            terminal.result(&list, |list| terminal.words("cli-list-made", &[("name", &list.name)]))
        }
        List::Smart { name, rule, notes } => smart(door, terminal, name, &rule, notes),
        List::Add { name, who } => {
            let (list, members) = members(door, &name, &who)?;
            let added = commands::list_add(door, members)?;
            counted(terminal, &list, "added", added, "cli-list-added")
        }
        List::Remove { name, who } => {
            let (list, members) = members(door, &name, &who)?;
            let removed = commands::list_remove(door, members)?;
            counted(terminal, &list, "removed", removed, "cli-list-removed")
        }
        List::LeaveOut { name, who, reason } => {
            let (list, Members { list_id, contact_ids }) = members(door, &name, &who)?;
            let left = commands::list_leave_out(door, LeaveOut { list_id, contact_ids, reason })?;
            counted(terminal, &list, "left_out", left, "cli-list-left-out")
        }
        List::TakeBack { name, who } => {
            let (list, members) = members(door, &name, &who)?;
            let back = commands::list_take_back(door, members)?;
            counted(terminal, &list, "taken_back", back, "cli-list-taken-back")
        }
        List::Show { name } => {
            let detail = commands::list_show(door, list_named(door, &name)?.id)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        List::Compare { a, b, part } => compare(door, terminal, &a, &b, part),
        List::Archive { name } => archive(door, terminal, &name, true),
        List::Unarchive { name } => archive(door, terminal, &name, false),
        List::Delete { name } => {
            let list = list_named(door, &name)?;
            let deleted = commands::list_delete(door, list.id)?;
            terminal.result(&json!({"id": list.id, "deleted": deleted}), |_| {
                terminal.words("cli-list-deleted", &[("name", &list.name)])
            })
        }
    }
}

fn all(door: &Door, terminal: &Terminal, archived: bool) -> Result<()> {
    let lists: Vec<ListRow> = commands::list_all(door, ())?
        .into_iter()
        .filter(|list| archived || list.archived_at.is_empty())
        .collect();
    terminal.result(&json!({"lists": lists}), |_| {
        let rows: Vec<Vec<String>> = lists
            .iter()
            .map(|list| {
                vec![
                    list.id.to_string(),
                    list.name.clone(),
                    list.members.to_string(),
                    list.rule.clone(),
                ]
            })
            .collect();
        terminal.table(&["id", "name", "members", "rule"], &rows)
    })
}

/// Makes a smart list, or gives one of this name another rule.
fn smart(
    door: &Door,
    terminal: &Terminal,
    name: String,
    rule: &str,
    notes: Option<String>,
) -> Result<()> {
    let filter = filter_of(door, rule)?;
    let known = match list_named(door, &name) {
        Ok(list) => Some(list),
        Err(error) if error.code == Code::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(list) = known.as_ref().filter(|list| list.filter.is_empty()) {
        return Err(Error::invalid("name", "list-is-fixed").arg("name", &list.name));
    }
    let id = known.map(|list| list.id);
    let list = commands::list_save_smart(
        door,
        SmartList { id, version: None, name, notes, filter: filter.clone() },
    )?;
    let on_it = ContactFilter { list_id: Some(list.id), ..ContactFilter::default() };
    let members = commands::contact_count(door, on_it)?;
    let text = commands::filter_write(door, filter)?.text;
    terminal.result(
        &json!({"id": list.id, "name": list.name, "members": members, "rule": text}),
        |_| {
            terminal.words(
                "cli-list-smart-made",
                &[("name", &list.name), ("count", &members.to_string()), ("rule", &text)],
            )
        },
    )
}

fn members(door: &Door, name: &str, who: &[String]) -> Result<(RecipientList, Members)> {
    let list = list_named(door, name)?;
    let members = Members { list_id: list.id, contact_ids: contacts(door, who)? };
    Ok((list, members))
}

fn counted(
    terminal: &Terminal,
    list: &RecipientList,
    name: &str,
    count: i64,
    key: &str,
) -> Result<()> {
    terminal.result(&json!({"id": list.id, name: count}), |_| {
        terminal.words(key, &[("count", &count.to_string()), ("name", &list.name)])
    })
}

fn archive(door: &Door, terminal: &Terminal, name: &str, archived: bool) -> Result<()> {
    let id = list_named(door, name)?.id;
    let list = commands::list_archive(door, Archive { id, archived })?;
    let key = if archived { "cli-list-archived" } else { "cli-list-unarchived" };
    terminal.result(&list, |list| terminal.words(key, &[("name", &list.name)]))
}

fn sheet(terminal: &Terminal, detail: &ListDetail) -> String {
    let mut parts = vec![contact_table(terminal, &detail.rows)];
    parts.push(terminal.words(
        "cli-list-members",
        &[("name", &detail.list.name), ("count", &detail.total.to_string())],
    ));
    if !detail.rule.is_empty() {
        parts.push(terminal.words("cli-list-rule", &[("rule", &detail.rule)]));
    }
    if !detail.left_out.is_empty() {
        let row = |left: &LeftOut| {
            vec![left.contact_id.to_string(), left.name.clone(), left.reason.clone()]
        };
        let rows: Vec<Vec<String>> = detail.left_out.iter().map(row).collect();
        let count = detail.left_out.len().to_string();
        parts.push(terminal.words("cli-list-left-out-of", &[("count", &count)]));
        parts.push(terminal.table(&["id", "name", "reason"], &rows));
    }
    parts.join("\n\n")
}

fn compare(door: &Door, terminal: &Terminal, a: &str, b: &str, part: Option<Part>) -> Result<()> {
    let (a, b) = (list_named(door, a)?.id, list_named(door, b)?.id);
    let wanted = part.unwrap_or(Part::OnlyA).as_str().to_owned();
    let limit = if part.is_some() { 100_000 } else { 1 };
    let order = Comparison { a, b, part: wanted, offset: None, limit: Some(limit) };
    let mut compared = commands::list_compare(door, order)?;
    if part.is_none() {
        compared.rows.clear();
    }
    terminal.result(&compared, |compared| {
        let summary = terminal.words(
            "cli-list-compared",
            &[
                ("a", &compared.a),
                ("b", &compared.b),
                ("only_a", &compared.only_a.to_string()),
                ("both", &compared.both.to_string()),
                ("only_b", &compared.only_b.to_string()),
            ],
        );
        if compared.rows.is_empty() {
            summary
        } else {
            format!("{}\n\n{summary}", contact_table(terminal, &compared.rows))
        }
    })
}
