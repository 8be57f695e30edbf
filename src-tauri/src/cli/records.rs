//! Contacts and organisations being written on the command line, and the office's own fields.

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::contacts;
use super::terminal::Terminal;
use crate::affiliation::JobChange;
use crate::commands::{self, Door};
use crate::contact::ContactDetail;
use crate::custom_field::CustomField;
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::field::{self, FieldKind, FieldSet, FieldValue, RecordField};
use crate::membership::MembershipSave;
use crate::organisation::{self, OrganisationFilter, OrganisationRow};
use crate::owner::{Owner, OwnerKind};
use crate::{reach, text};

/// Fields with what shall stand in them.
#[derive(Args)]
pub struct Values {
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = field_value)]
    set: Vec<FieldValue>,
}

/// Whether the field exists is told by the store, in the person's words.
fn field_value(text: &str) -> Result<FieldValue, String> {
    let (key, value) = text.split_once('=').ok_or_else(|| "FIELD=VALUE".to_owned())?;
    Ok(FieldValue { key: key.trim().to_owned(), value: value.trim().to_owned() })
}

#[derive(Subcommand)]
pub enum ContactChange {
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        values: Values,
    },
    Edit {
        #[arg(value_name = "WHO")]
        who: String,
        #[command(flatten)]
        values: Values,
    },
    Move {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
        #[arg(long, value_name = "TEXT")]
        position: Option<String>,
        #[arg(long, value_name = "TEXT")]
        department: Option<String>,
        #[arg(long, value_name = "NAME")]
        from: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    Delete {
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
    },
    Restore {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
    Fields,
}

#[derive(Subcommand)]
pub enum Organisation {
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[command(flatten)]
        values: Values,
    },
    Edit {
        #[arg(value_name = "WHICH")]
        which: String,
        #[command(flatten)]
        values: Values,
    },
    Show {
        #[arg(value_name = "WHICH")]
        which: String,
    },
    Join {
        #[arg(value_name = "WHICH")]
        which: String,
        #[arg(value_name = "WHO", required_unless_present = "member")]
        who: Option<String>,
        #[arg(long, value_name = "NAME", conflicts_with = "who")]
        member: Option<String>,
        #[arg(long, value_name = "TEXT")]
        role: Option<String>,
        #[arg(long, value_name = "TEXT")]
        number: Option<String>,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
    },
    Leave {
        #[arg(value_name = "WHICH")]
        which: String,
        #[arg(value_name = "WHO", required_unless_present = "member")]
        who: Option<String>,
        #[arg(long, value_name = "NAME", conflicts_with = "who")]
        member: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS_SOUGHT, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: i64,
    },
    Delete {
        #[arg(value_name = "WHICH", required = true)]
        which: Vec<String>,
    },
    Restore {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
    Fields,
}

/// What `organisation list --kind` takes.
const KINDS_SOUGHT: [&str; 9] = [
    "outlet",
    "not_outlet",
    "journalists_association",
    "outlets_association",
    "community",
    "government_unit",
    "agency",
    "campus",
    "company",
];

#[derive(Subcommand)]
pub enum OwnField {
    List,
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "contact|organisation", value_parser = ["contact", "organisation"], hide_possible_values = true, default_value = "contact")]
        of: String,
        #[arg(long, value_name = "KIND", value_parser = ["text", "number", "date", "choice", "yes_no"], hide_possible_values = true, default_value = "text")]
        kind: String,
        #[arg(long, value_name = "WORD")]
        choice: Vec<String>,
    },
    Archive {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Delete {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

/// Contacts being written.
pub fn contact(door: &Door, terminal: &Terminal, change: ContactChange) -> Result<()> {
    match change {
        ContactChange::New { name, values } => {
            let all = named(name, None, values);
            let patch = door.workspace.db.read(|db| field::contact_patch(db, None, &all))?;
            done(terminal, "cli-contact-made", commands::contact_save(door, patch)?)
        }
        ContactChange::Edit { who, values } => {
            let id = door.workspace.db.read(|db| reach::who(db, &who))?;
            set(door, OwnerKind::Contact, id, values)?;
            done(terminal, "cli-contact-saved", commands::contact_show(door, id)?)
        }
        ContactChange::Move { who, outlet, position, department, from, on } => {
            let id = door.workspace.db.read(|db| reach::who(db, &who))?;
            let detail = commands::contact_change_job(
                door,
                JobChange {
                    contact_id: id,
                    leaves: from.unwrap_or_default(),
                    on: on.map(day).transpose()?.unwrap_or_default(),
                    organisation: outlet.unwrap_or_default(),
                    position: position.unwrap_or_default(),
                    department: department.unwrap_or_default(),
                },
            )?;
            done(terminal, "cli-contact-moved", detail)
        }
        ContactChange::Delete { who } => {
            let ids = contacts(door, &who)?;
            let count = commands::contact_delete(door, ids.clone())?;
            terminal.result(&json!({"ids": ids, "deleted": count}), |_| {
                terminal.words(
                    "cli-records-deleted",
                    &[("count", &count.to_string()), ("ids", &joined(&ids))],
                )
            })
        }
        ContactChange::Restore { ids } => {
            let count = commands::contact_restore(door, ids.clone())?;
            restored(terminal, &ids, count)
        }
        ContactChange::Fields => fields(door, terminal, OwnerKind::Contact),
    }
}

fn done(terminal: &Terminal, key: &str, detail: ContactDetail) -> Result<()> {
    terminal.result(&detail, |detail| {
        let id = detail.row.id.to_string();
        let args = [
            ("name", detail.row.name.as_str()),
            ("id", id.as_str()),
            ("outlet", detail.row.outlet.as_str()),
        ];
        terminal.words(key, &args)
    })
}

fn joined(ids: &[i64]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn restored(terminal: &Terminal, ids: &[i64], count: i64) -> Result<()> {
    terminal.result(&json!({"ids": ids, "restored": count}), |_| {
        terminal.words("cli-records-restored", &[("count", &count.to_string())])
    })
}

/// The name and the kind before the other values: they are fields like any other.
fn named(name: String, kind: Option<String>, values: Values) -> Vec<FieldValue> {
    let name = FieldValue { key: "name".to_owned(), value: name };
    let kind = kind.map(|kind| FieldValue { key: "kind".to_owned(), value: kind });
    std::iter::once(name).chain(kind).chain(values.set).collect()
}

fn set(door: &Door, owner: OwnerKind, id: i64, values: Values) -> Result<()> {
    if values.set.is_empty() {
        return Err(Error::new(Code::Invalid, "cli-nothing-to-set"));
    }
    commands::field_set(door, FieldSet { owner, ids: vec![id], values: values.set }).map(drop)
}

fn day(typed: String) -> Result<String> {
    field::day_of(&typed).ok_or_else(|| Error::invalid("on", "error-wrong-day").arg("value", typed))
}

/// Outlets and other organisations.
pub fn organisation(door: &Door, terminal: &Terminal, verb: Organisation) -> Result<()> {
    let which = |text: &str| door.workspace.db.read(|db| organisation::which(db, text));
    match verb {
        Organisation::New { name, kind, values } => {
            let all = named(name, kind, values);
            let patch = door.workspace.db.read(|db| field::organisation_patch(db, None, &all))?;
            let id = commands::organisation_save(door, patch)?.organisation.id;
            organisation_done(door, terminal, "cli-organisation-made", id)
        }
        Organisation::Edit { which: text, values } => {
            let id = which(&text)?;
            set(door, OwnerKind::Organisation, id, values)?;
            organisation_done(door, terminal, "cli-organisation-saved", id)
        }
        Organisation::Show { which: text } => show_organisation(door, terminal, which(&text)?),
        Organisation::Join { which: text, who, member, role, number, from } => {
            let ids = member_ids(door, who.as_deref(), member.as_deref())?;
            let new = MembershipSave {
                association_id: Some(which(&text)?),
                contact_id: ids.0,
                organisation_id: ids.1,
                role,
                member_number: number,
                started_on: from.map(day).transpose()?,
                ..MembershipSave::default()
            };
            let saved = commands::membership_save(door, new)?;
            terminal.result(&saved, |saved| {
                terminal.words("cli-membership-saved", &[("id", &saved.id.to_string())])
            })
        }
        Organisation::Leave { which: text, who, member, on } => {
            let ids = member_ids(door, who.as_deref(), member.as_deref())?;
            let members = commands::organisation_show(door, which(&text)?)?.members;
            let row = members
                .iter()
                .find(|row| {
                    (row.contact_id, row.member_organisation_id) == ids && row.ended_on.is_empty()
                })
                .ok_or_else(|| Error::new(Code::NotFound, "cli-membership-none"))?;
            let today = door.ctx().now.with_timezone(&terminal.zone).format("%Y-%m-%d").to_string();
            let ended_on = Some(on.map(day).transpose()?.unwrap_or(today));
            let end = MembershipSave { id: Some(row.id), ended_on, ..MembershipSave::default() };
            let saved = commands::membership_save(door, end)?;
            terminal.result(&saved, |saved| {
                terminal.words("cli-membership-ended", &[("day", &saved.ended_on)])
            })
        }
        Organisation::List { search, kind, limit } => {
            let filter = OrganisationFilter {
                search,
                kind,
                limit: Some(limit),
                ..OrganisationFilter::default()
            };
            let page = commands::organisation_list(door, filter)?;
            terminal.result(&page, |page| {
                let (shown, total) = (page.rows.len().to_string(), page.total.to_string());
                let count = terminal
                    .words("cli-organisations-shown", &[("shown", &shown), ("total", &total)]);
                format!("{}\n\n{count}", organisation_table(terminal, &page.rows))
            })
        }
        Organisation::Delete { which: texts } => {
            let ids: Vec<i64> = texts.iter().map(|text| which(text)).collect::<Result<_>>()?;
            let count = commands::organisation_delete(door, ids.clone())?;
            terminal.result(&json!({"ids": ids, "deleted": count}), |_| {
                terminal.words(
                    "cli-records-deleted",
                    &[("count", &count.to_string()), ("ids", &joined(&ids))],
                )
            })
        }
        Organisation::Restore { ids } => {
            let count = commands::organisation_restore(door, ids.clone())?;
            restored(terminal, &ids, count)
        }
        Organisation::Fields => fields(door, terminal, OwnerKind::Organisation),
    }
}

/// Who is meant as a member: a person, or a body by its name.
fn member_ids(
    door: &Door,
    who: Option<&str>,
    member: Option<&str>,
) -> Result<(Option<i64>, Option<i64>)> {
    door.workspace.db.read(|db| {
        Ok((
            who.map(|who| reach::who(db, who)).transpose()?,
            member.map(|name| organisation::which(db, name)).transpose()?,
        ))
    })
}

fn organisation_done(door: &Door, terminal: &Terminal, key: &str, id: i64) -> Result<()> {
    terminal.result(&commands::organisation_show(door, id)?, |detail| {
        let id = detail.organisation.id.to_string();
        terminal.words(key, &[("name", &detail.organisation.name), ("id", &id)])
    })
}

fn organisation_table(terminal: &Terminal, rows: &[OrganisationRow]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let kind = match row.media_type.as_str() {
                "" => words_of_choice(terminal, "organisation-kind", &row.kind),
                media_type => words_of_choice(terminal, "media-type", media_type),
            };
            vec![
                row.id.to_string(),
                row.name.clone(),
                kind,
                row.city.clone(),
                row.website.clone(),
                row.contacts.to_string(),
            ]
        })
        .collect();
    terminal.table(&["id", "name", "kind", "city", "website", "contacts"], &rows)
}

fn show_organisation(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let detail = commands::organisation_show(door, id)?;
    let facts = facts(door, terminal, Owner::Organisation(id))?;
    terminal.result(&with_fields(&detail, &facts)?, |_| {
        let mut text = lines(&facts);
        if !detail.masthead.is_empty() {
            let rows: Vec<Vec<String>> = detail
                .masthead
                .iter()
                .map(|person| {
                    vec![
                        person.contact_id.to_string(),
                        person.name.clone(),
                        terminal.word("contact-kind", &person.kind),
                        person.position.clone(),
                        person.ended_on.clone(),
                    ]
                })
                .collect();
            text.push_str(&format!(
                "\n\n{}",
                terminal.table(&["id", "name", "kind", "position", "until"], &rows)
            ));
        }
        if !detail.members.is_empty() {
            let rows: Vec<Vec<String>> = detail
                .members
                .iter()
                .map(|row| {
                    vec![
                        row.member.clone(),
                        row.role.clone(),
                        row.member_number.clone(),
                        row.started_on.clone(),
                        row.ended_on.clone(),
                    ]
                })
                .collect();
            let heading = terminal.words("organisation-members", &[]);
            let table = terminal.table(&["name", "role", "number", "from", "until"], &rows);
            text.push_str(&format!("\n\n{heading}\n{table}"));
        }
        text
    })
}

/// A filled field, as a script and as a person read it.
pub struct Fact {
    field: RecordField,
    values: Vec<String>,
    name: String,
    text: String,
}

impl Fact {
    /// The field's key.
    pub fn key(&self) -> &str {
        &self.field.key
    }
}

/// Every field of a record in which something stands.
pub fn facts(door: &Door, terminal: &Terminal, owner: Owner) -> Result<Vec<Fact>> {
    let (fields, values) = door.workspace.db.read(|db| {
        let fields = field::all(db, owner.kind())?;
        let values = field::values_of(db, owner, &fields)?;
        Ok((fields, values))
    })?;
    let facts = fields.into_iter().zip(values).filter(|(field, values)| {
        let unsaid = !field.editable && values.iter().all(|value| value == "no");
        !values.is_empty() && !unsaid
    });
    Ok(facts
        .map(|(field, values)| {
            let name = name_of(terminal, &field);
            let texts: Vec<String> =
                values.iter().map(|value| text_of(terminal, &field, value)).collect();
            Fact { text: texts.join(", "), field, values, name }
        })
        .collect())
}

fn name_of(terminal: &Terminal, field: &RecordField) -> String {
    if field.name.is_empty() { terminal.words(&field.text, &[]) } else { field.name.clone() }
}

fn text_of(terminal: &Terminal, field: &RecordField, value: &str) -> String {
    match field.kind {
        FieldKind::YesNo => words_of_choice(terminal, "yes-no", value),
        FieldKind::Choice if !field.choice_text.is_empty() => {
            words_of_choice(terminal, &field.choice_text, value)
        }
        FieldKind::Instant => terminal.time(value),
        _ => value.to_owned(),
    }
}

/// The word of a choice as the screens say it; the word itself where it has no text.
pub fn words_of_choice(terminal: &Terminal, prefix: &str, word: &str) -> String {
    text::known(&terminal.language, &format!("{prefix}-{word}"), &[])
        .unwrap_or_else(|| word.to_owned())
}

/// Facts as lines, their names in a column.
pub fn lines<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> String {
    let facts: Vec<&Fact> = facts.into_iter().collect();
    let width = facts.iter().map(|fact| fact.name.chars().count()).max().unwrap_or(0);
    let lines: Vec<String> =
        facts.iter().map(|fact| format!("{:<width$}  {}", fact.name, fact.text)).collect();
    lines.join("\n")
}

/// The JSON of a record with its filled fields by their keys, the office's own by their names too.
pub fn with_fields<T: serde::Serialize>(detail: &T, facts: &[Fact]) -> Result<Json> {
    let mut json = serde_json::to_value(detail)?;
    let mut fields = Map::new();
    for fact in facts {
        fields.insert(fact.field.key.clone(), json!(fact.values));
    }
    if let Some(record) = json.as_object_mut() {
        record.insert("fields".to_owned(), Json::Object(fields));
    }
    Ok(json)
}

/// What `--set` takes: every field with its key, name and words.
fn fields(door: &Door, terminal: &Terminal, owner: OwnerKind) -> Result<()> {
    let all = commands::field_list(door, owner)?;
    terminal.result(&json!({"fields": all}), |_| {
        let rows: Vec<Vec<String>> = all
            .iter()
            .filter(|field| field.editable && !field.archived)
            .map(|field| {
                vec![
                    field.key.clone(),
                    name_of(terminal, field),
                    terminal.word("field-kind", field.kind.as_str()),
                    field.choices.join(", "),
                ]
            })
            .collect();
        terminal.table(&["field", "name", "kind", "choices"], &rows)
    })
}

/// The fields that the office defines.
pub fn own_field(door: &Door, terminal: &Terminal, verb: OwnField) -> Result<()> {
    let saved = |set: Map<String, Json>, id: Option<i64>| {
        let field = commands::custom_field_save(door, Patch { id, set, ..Patch::default() })?;
        terminal.result(&field, |field| {
            terminal.words(
                "cli-field-saved",
                &[("name", &field.name), ("key", &format!("custom_{}", field.id))],
            )
        })
    };
    match verb {
        OwnField::List => {
            let mut all: Vec<CustomField> = Vec::new();
            for owner in OwnerKind::ALL {
                all.extend(door.workspace.db.read(|db| crate::custom_field::of(db, *owner))?);
            }
            terminal.result(&json!({"fields": all}), |_| {
                let rows: Vec<Vec<String>> = all
                    .iter()
                    .map(|field| {
                        vec![
                            field.id.to_string(),
                            field.name.clone(),
                            terminal.word("owner", &field.owner),
                            terminal.word("field-kind", &field.kind),
                            field.choice_words().join(", "),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "name", "of", "kind", "choices"], &rows)
            })
        }
        OwnField::New { name, of, kind, choice } => {
            let set =
                [("name", name), ("owner", of), ("kind", kind), ("choices", choice.join("\n"))];
            saved(
                set.into_iter().map(|(key, value)| (key.to_owned(), Json::from(value))).collect(),
                None,
            )
        }
        OwnField::Archive { id } => {
            saved(Map::from_iter([("archived".to_owned(), Json::from(1))]), Some(id))
        }
        OwnField::Delete { id } => {
            let deleted = commands::custom_field_delete(door, id)?;
            terminal.result(&json!({"id": id, "deleted": deleted}), |_| {
                terminal.words("cli-records-deleted", &[("count", "1"), ("ids", &id.to_string())])
            })
        }
    }
}
