//! Contacts on the command line.

use clap::Subcommand;

use super::lists::{filter_of, list_named};
use super::records::{self, Fact};
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::contact::{ContactDetail, ContactFilter, ContactRow};
use crate::error::Result;
use crate::owner::Owner;

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
        #[arg(id = "where", long = "where", value_name = "RULE")]
        rule: Option<String>,
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

/// Contacts: a table of them, or one with the whole history.
pub fn contact(door: &Door, terminal: &Terminal, contact: Contact) -> Result<()> {
    match contact {
        Contact::List { search, list, state, rule, limit } => {
            let list_id = list.map(|name| list_named(door, &name)).transpose()?.map(|list| list.id);
            let filter = ContactFilter {
                search,
                list_id,
                state,
                filter: rule.map(|rule| filter_of(door, &rule)).transpose()?,
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

/// Contacts in columns.
pub fn contact_table(terminal: &Terminal, rows: &[ContactRow]) -> String {
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
