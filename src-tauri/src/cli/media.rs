//! The media list on the command line: contacts, recipient lists, import and export.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::contacts;
use super::records::{self, Fact};
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::contact::{ContactDetail, ContactFilter, ContactRow};
use crate::db::Patch;
use crate::error::Result;
use crate::export::ExportOrder;
use crate::import::{ColumnField, ImportPlan, ImportResult, Inspect};
use crate::owner::Owner;
use crate::recipient_list::{self, Members, RecipientList};

#[derive(Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "COLUMN=field", value_parser = column_field)]
    map: Vec<ColumnField>,
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

#[derive(Args)]
pub struct Export {
    #[arg(value_name = "contacts|organisations", value_parser = ["contacts", "organisations"], hide_possible_values = true)]
    what: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// What `contact list --state` takes.
const STATES: [&str; 6] =
    ["do_not_contact", "bad_address", "left_outlet", "away", "no_email", "duplicate"];

#[derive(Subcommand)]
pub enum Contact {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "NAME")]
        list: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = STATES, hide_possible_values = true)]
        state: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: i64,
    },
    Show {
        #[arg(value_name = "WHO")]
        who: String,
    },
    #[command(flatten)]
    Change(records::ContactChange),
}

#[derive(Subcommand)]
pub enum List {
    All,
    New {
        #[arg(value_name = "NAME")]
        name: String,
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
    Show {
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// Whether the column and the field exist is told once the file is open, in the person's words.
fn column_field(text: &str) -> Result<ColumnField, String> {
    let (column, field) = text.rsplit_once('=').ok_or_else(|| "COLUMN=field".to_owned())?;
    Ok(ColumnField { column: column.trim().to_owned(), field: field.trim().to_owned() })
}

/// Imports a contact list, or says what an import would do.
pub fn import(door: &Door, terminal: &Terminal, import: Import) -> Result<()> {
    let source = Inspect { file: Some(import.file), sheet: import.sheet, ..Inspect::default() };
    let plan = ImportPlan {
        source,
        mapping: None,
        changes: Some(import.map),
        list: import.list,
        rejected_file: import.rejected,
    };
    let result = if import.dry_run {
        commands::import_preview(door, plan)?
    } else {
        commands::import_run(door, plan)?
    };
    terminal.result(&result, |result| import_report(terminal, result, import.dry_run))
}

const MOST_REJECTED_SHOWN: usize = 20;

fn import_report(terminal: &Terminal, result: &ImportResult, dry_run: bool) -> String {
    let numbers = [
        ("added", result.added.to_string()),
        ("updated", result.updated.to_string()),
        ("skipped", result.skipped.to_string()),
        ("rejected", result.rejected.len().to_string()),
        ("duplicates", result.possible_duplicates.to_string()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let mut text =
        terminal.words(if dry_run { "cli-import-would" } else { "cli-import-done" }, &words);
    if result.possible_duplicates > 0 {
        text.push_str(&format!("\n{}", terminal.words("cli-import-duplicates", &words)));
    }
    if !result.rejected.is_empty() {
        let rows: Vec<Vec<String>> = result
            .rejected
            .iter()
            .take(MOST_REJECTED_SHOWN)
            .map(|row| {
                let reason = terminal.words(&format!("import-reason-{}", row.reason), &[]);
                vec![row.row.to_string(), row.column.clone(), row.value.clone(), reason]
            })
            .collect();
        text.push_str(&format!(
            "\n\n{}",
            terminal.table(&["row", "column", "value", "reason"], &rows)
        ));
        if result.rejected.len() > MOST_REJECTED_SHOWN {
            text.push_str(&format!("\n{}", terminal.words("cli-import-more-rejected", &words)));
        }
    }
    text
}

/// Writes contacts or organisations into a file.
pub fn export(door: &Door, terminal: &Terminal, export: Export) -> Result<()> {
    let exported = commands::export_run(
        door,
        ExportOrder { what: export.what, file: Some(export.file), ..ExportOrder::default() },
    )?;
    terminal.result(&exported, |exported| {
        terminal.words(
            "cli-export-done",
            &[("rows", &exported.rows.to_string()), ("file", &exported.file.display().to_string())],
        )
    })
}

/// The list with this name.
pub fn list_named(door: &Door, name: &str) -> Result<RecipientList> {
    door.workspace.db.read(|db| recipient_list::named(db, name))
}

/// Contacts: a table of them, or one with the whole history.
pub fn contact(door: &Door, terminal: &Terminal, contact: Contact) -> Result<()> {
    match contact {
        Contact::List { search, list, state, limit } => {
            let list_id = list.map(|name| list_named(door, &name)).transpose()?.map(|list| list.id);
            let filter = ContactFilter {
                search,
                list_id,
                state,
                limit: Some(limit),
                ..ContactFilter::default()
            };
            let page = commands::contact_list(door, filter)?;
            terminal.result(&page, |page| {
                let shown = page.rows.len().to_string();
                let count = terminal.words(
                    "cli-contacts-shown",
                    &[("shown", &shown), ("total", &page.total.to_string())],
                );
                format!("{}\n\n{count}", contact_table(terminal, &page.rows))
            })
        }
        Contact::Show { who } => {
            let id = door.workspace.db.read(|db| crate::reach::who(db, &who))?;
            let detail = commands::contact_show(door, id)?;
            let facts = records::facts(door, terminal, Owner::Contact(id))?;
            terminal.result(&records::with_fields(&detail, &facts)?, |_| {
                contact_sheet(terminal, &detail, &facts)
            })
        }
        Contact::Change(change) => records::contact(door, terminal, change),
    }
}

fn contact_table(terminal: &Terminal, rows: &[ContactRow]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let emails: Vec<&str> = row.emails.iter().map(|email| email.address.as_str()).collect();
            let phones: Vec<&str> = row.phones.iter().map(|phone| phone.number.as_str()).collect();
            vec![
                row.id.to_string(),
                row.name.clone(),
                row.outlet.clone(),
                row.position.clone(),
                emails.join(", "),
                phones.join(", "),
                states(terminal, row),
            ]
        })
        .collect();
    terminal.table(&["id", "name", "outlet", "position", "email", "phone", "state"], &rows)
}

fn states(terminal: &Terminal, row: &ContactRow) -> String {
    let all = [
        (row.do_not_contact, "do_not_contact"),
        (row.bad_address, "bad_address"),
        (row.left_outlet, "left_outlet"),
        (!row.away_until.is_empty(), "away"),
    ];
    let held: Vec<String> = all
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, state)| terminal.word("contact-state", state))
        .collect();
    held.join(", ")
}

/// Fields that the head of a contact's sheet says in its own way.
const SAID_ABOVE: [&str; 16] = [
    "name",
    "kind",
    "outlet",
    "position",
    "email",
    "phone",
    "whatsapp",
    "city",
    "beats",
    "tags",
    "lists",
    "notes",
    "do_not_contact",
    "bad_address",
    "left_outlet",
    "outlet_type",
];

fn contact_sheet(terminal: &Terminal, detail: &ContactDetail, facts: &[Fact]) -> String {
    let more = facts.iter().filter(|fact| !SAID_ABOVE.contains(&fact.key()));
    let row = &detail.row;
    let reaches: Vec<&str> = detail.reaches.iter().map(|reach| reach.value.as_str()).collect();
    let places: Vec<String> = detail
        .affiliations
        .iter()
        .map(|place| {
            [place.organisation.as_str(), place.position.as_str(), place.ended_on.as_str()]
                .iter()
                .filter(|word| !word.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(", ")
        })
        .collect();
    let lists: Vec<&str> = detail.lists.iter().map(|list| list.name.as_str()).collect();
    let facts = [
        ("id", row.id.to_string()),
        ("name", row.name.clone()),
        ("kind", terminal.word("contact-kind", &row.kind)),
        ("outlet", places.join("; ")),
        ("reach", reaches.join(", ")),
        ("city", row.city.clone()),
        ("beats", detail.beats.join(", ")),
        ("tags", detail.tags.join(", ")),
        ("lists", lists.join(", ")),
        ("state", states(terminal, row)),
        ("notes", detail.contact.notes.clone()),
    ];
    let facts: Vec<(String, String)> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (terminal.words(&format!("cli-column-{name}"), &[]), value))
        .collect();
    let width = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text: Vec<String> =
        facts.iter().map(|(name, value)| format!("{name:<width$}  {value}")).collect();
    text.extend([String::new(), records::lines(more), String::new()]);
    if detail.history.is_empty() {
        text.push(terminal.words("cli-history-empty", &[]));
    } else {
        let rows: Vec<Vec<String>> = detail
            .history
            .iter()
            .map(|event| {
                vec![
                    terminal.time(&event.at),
                    terminal.word("direction", &event.direction),
                    terminal.word("interaction", &event.kind),
                    event.summary.clone(),
                    event.actor.clone(),
                ]
            })
            .collect();
        text.push(terminal.table(&["time", "direction", "kind", "summary", "actor"], &rows));
    }
    text.join("\n")
}

/// Recipient lists.
pub fn list(door: &Door, terminal: &Terminal, list: List) -> Result<()> {
    match list {
        List::All => {
            let lists = commands::list_all(door, ())?;
            terminal.result(&json!({"lists": lists}), |_| {
                let rows: Vec<Vec<String>> = lists
                    .iter()
                    .map(|list| {
                        vec![list.id.to_string(), list.name.clone(), list.members.to_string()]
                    })
                    .collect();
                terminal.table(&["id", "name", "members"], &rows)
            })
        }
        List::New { name } => {
            let set = Map::from_iter([("name".to_owned(), Json::from(name))]);
            let list = commands::list_save(door, Patch { set, ..Patch::default() })?;
            terminal.result(&list, |list| terminal.words("cli-list-made", &[("name", &list.name)]))
        }
        List::Add { name, who } => {
            let list = list_named(door, &name)?;
            let added = commands::list_add(
                door,
                Members { list_id: list.id, contact_ids: contacts(door, &who)? },
            )?;
            terminal.result(&json!({"id": list.id, "added": added}), |_| {
                terminal
                    .words("cli-list-added", &[("count", &added.to_string()), ("name", &list.name)])
            })
        }
        List::Remove { name, who } => {
            let list = list_named(door, &name)?;
            let removed = commands::list_remove(
                door,
                Members { list_id: list.id, contact_ids: contacts(door, &who)? },
            )?;
            terminal.result(&json!({"id": list.id, "removed": removed}), |_| {
                terminal.words(
                    "cli-list-removed",
                    &[("count", &removed.to_string()), ("name", &list.name)],
                )
            })
        }
        List::Show { name } => {
            let detail = commands::list_show(door, list_named(door, &name)?.id)?;
            terminal.result(&detail, |detail| {
                let count = terminal.words(
                    "cli-list-members",
                    &[("name", &detail.list.name), ("count", &detail.total.to_string())],
                );
                format!("{}\n\n{count}", contact_table(terminal, &detail.rows))
            })
        }
    }
}
