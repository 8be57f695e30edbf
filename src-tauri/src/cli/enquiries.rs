//! Enquiries and the library of statements on the command line.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::distribution::Instant;
use crate::enquiry::{
    AnswerOrder, AssignOrder, ClearOrder, CloseOrder, EnquiryChannel, EnquiryDetail, EnquiryFilter,
    EnquiryMail, EnquiryPatch, EnquiryState, NewAsker, StepOrder,
};
use crate::error::{Code, Error, Result};
use crate::outbox::{EnquirySend, MailPurpose};
use crate::paper::EnquiryTable;
use crate::statement::{StatementFilter, StatementPatch};
use crate::{office, organisation, reach, staff};

const KINDS: [&str; 3] = ["confirmation", "interview", "data"];
const CHANNELS: [&str; 4] = ["mail", "phone", "whatsapp", "in_person"];
const STATES: [&str; 5] = ["new", "in_work", "waiting", "answered", "closed"];
const REASONS: [&str; 5] = ["done", "withdrawn", "declined", "passed_on", "too_late"];

#[derive(clap::Args)]
pub struct NewEnquiry {
    #[arg(value_name = "QUESTION", required_unless_present_any = ["subject", "response"])]
    question: Option<String>,
    #[arg(long, value_name = "WHO", conflicts_with = "asker")]
    from: Option<String>,
    #[arg(long, value_name = "NAME")]
    asker: Option<String>,
    #[arg(long, value_name = "ADDRESS", requires = "asker")]
    email: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "asker")]
    whatsapp: Option<String>,
    #[arg(long, value_name = "ID")]
    response: Option<i64>,
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    #[arg(long, value_name = "CHANNEL", value_parser = CHANNELS, hide_possible_values = true)]
    channel: Option<String>,
    #[arg(long, value_name = "TIME")]
    due: Option<String>,
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,
    #[arg(long, value_name = "STAFF")]
    owner: Option<String>,
    #[arg(long, value_name = "TIME")]
    asked: Option<String>,
    #[arg(long, value_name = "EVENT")]
    event: Option<i64>,
}

#[derive(Subcommand)]
pub enum Enquiry {
    New(Box<NewEnquiry>),
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long)]
        open: bool,
        #[arg(long)]
        mine: bool,
        #[arg(long)]
        overdue: bool,
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = STATES, hide_possible_values = true)]
        state: Option<String>,
        #[arg(long, value_name = "EVENT")]
        event: Option<i64>,
        #[arg(long, value_name = "N")]
        limit: Option<i64>,
    },
    Show {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Edit {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
        #[arg(long, value_name = "NAME")]
        unit: Option<String>,
        #[arg(long, value_name = "TIME")]
        due: Option<String>,
    },
    Assign {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "STAFF")]
        staff: Option<String>,
    },
    Text {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        chat: bool,
    },
    Ask {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "NAME")]
        unit: Option<String>,
        #[arg(long, value_name = "CHANNEL", value_parser = CHANNELS, hide_possible_values = true)]
        channel: Option<String>,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long, value_name = "DAY")]
        remind: Option<String>,
        #[arg(long, conflicts_with = "channel")]
        send: bool,
        #[arg(long, value_name = "MAIL", requires = "send")]
        to: Option<String>,
    },
    Received {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "CHANNEL", value_parser = CHANNELS, hide_possible_values = true)]
        channel: Option<String>,
    },
    Clear {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "NAME")]
        by: String,
        #[arg(long)]
        keep: bool,
        #[arg(long, value_name = "TEXT", requires = "keep")]
        topic: Option<String>,
        #[arg(long, value_name = "DAY", requires = "keep")]
        valid_until: Option<String>,
    },
    Answer {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long, value_name = "ID", conflicts_with = "text")]
        statement: Option<i64>,
        #[arg(long, value_name = "CHANNEL", value_parser = CHANNELS, hide_possible_values = true)]
        channel: Option<String>,
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        #[arg(long, value_name = "TIME", conflicts_with = "send")]
        at: Option<String>,
        #[arg(long, conflicts_with_all = ["channel", "by"])]
        send: bool,
        #[arg(long, value_name = "MAIL", requires = "send")]
        to: Option<String>,
    },
    Close {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "REASON", value_parser = REASONS, hide_possible_values = true, default_value = "done", hide_default_value = true)]
        reason: String,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    Reopen {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Delete {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
    Export {
        #[arg(value_name = "FILE.xlsx|csv")]
        file: PathBuf,
        #[arg(long)]
        open: bool,
    },
}

#[derive(Subcommand)]
pub enum Statement {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long)]
        valid: bool,
    },
    Add {
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "NAME")]
        by: String,
        #[arg(long, value_name = "TEXT")]
        topic: Option<String>,
        #[arg(long, value_name = "NAME")]
        unit: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    Delete {
        #[arg(value_name = "ID", required = true)]
        ids: Vec<i64>,
    },
}

/// A time as a person writes it, as it is stored.
fn instant(door: &Door, said: Option<String>, field: &'static str) -> Result<Option<String>> {
    let Some(said) = said else { return Ok(None) };
    let zone = door.workspace.db.read(office::zone)?;
    Ok(Some(Instant::read(&said, zone, field)?.stored()))
}

fn channel(word: Option<String>) -> Option<EnquiryChannel> {
    word.as_deref().and_then(EnquiryChannel::from_word)
}

/// A day as a person writes it.
fn day(said: Option<String>) -> Option<String> {
    said.map(|said| crate::format::day::read(&said).unwrap_or(said))
}

fn told(terminal: &Terminal, detail: &EnquiryDetail) -> Result<()> {
    terminal.result(detail, |detail| {
        let state = terminal.words(&format!("enquiry-state-{}", detail.row.state.as_str()), &[]);
        terminal.words(
            "cli-enquiry-saved",
            &[
                ("id", &detail.row.id.to_string()),
                ("subject", &detail.row.subject),
                ("state", &state),
            ],
        )
    })
}

/// A verb about enquiries.
pub fn enquiry(door: &Door, terminal: &Terminal, verb: Enquiry) -> Result<()> {
    match verb {
        Enquiry::New(new) => told(terminal, &create(door, *new)?),
        Enquiry::List { search, open, mine, overdue, unit, state, event, limit } => {
            let unit_id = match unit {
                Some(name) => Some(door.workspace.db.read(|db| organisation::which(db, &name))?),
                None => None,
            };
            let filter = EnquiryFilter {
                search,
                open: open.then_some(true),
                mine: mine.then_some(true),
                overdue: overdue.then_some(true),
                state: state.as_deref().and_then(EnquiryState::from_word),
                unit_id,
                event_id: event,
                limit,
                ..EnquiryFilter::default()
            };
            list(door, terminal, filter)
        }
        Enquiry::Show { id } => {
            let detail = commands::enquiry_show(door, id)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Enquiry::Edit { id, set, outlet, unit, due } => {
            let set = fields(&set)?;
            if set.is_empty() && outlet.is_none() && unit.is_none() && due.is_none() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let patch = Patch { id: Some(id), set, ..Patch::default() };
            let save = EnquiryPatch { patch, outlet, unit, due, asker: None };
            told(terminal, &commands::enquiry_save(door, save)?)
        }
        Enquiry::Assign { id, staff } => {
            let staff_id = match staff {
                Some(name) => Some(door.workspace.db.read(|db| staff::named(db, &name))?.id),
                None => None,
            };
            told(terminal, &commands::enquiry_assign(door, AssignOrder { id, staff_id })?)
        }
        Enquiry::Text { id, chat } => {
            let texts = commands::enquiry_texts(door, id)?;
            terminal.result(&texts, |texts| {
                if chat {
                    texts.chat.clone()
                } else {
                    format!("{}\n\n{}", texts.subject, texts.mail)
                }
            })
        }
        Enquiry::Ask { id, unit, channel: by, text, remind, send, to } => {
            if let Some(unit) = unit {
                let patch = Patch { id: Some(id), ..Patch::default() };
                let save = EnquiryPatch { patch, unit: Some(unit), ..EnquiryPatch::default() };
                commands::enquiry_save(door, save)?;
            }
            if send {
                let remind_on = day(remind);
                let order = EnquirySend { id, to, text, remind_on, ..EnquirySend::default() };
                return mailed(door, terminal, order);
            }
            let channel = channel(by);
            let text = match text {
                Some(text) => text,
                None => {
                    let texts = commands::enquiry_texts(door, id)?;
                    if channel == Some(EnquiryChannel::Mail) { texts.mail } else { texts.chat }
                }
            };
            let order = StepOrder {
                id,
                channel,
                text: Some(text),
                remind_on: day(remind),
                ..StepOrder::default()
            };
            told(terminal, &commands::enquiry_ask(door, order)?)
        }
        Enquiry::Received { id, text, channel: by } => {
            let order =
                StepOrder { id, channel: channel(by), text: Some(text), ..StepOrder::default() };
            told(terminal, &commands::enquiry_unit_answered(door, order)?)
        }
        Enquiry::Clear { id, text, by, keep, topic, valid_until } => {
            let valid_until = day(valid_until);
            let order = ClearOrder { id, text, by, keep, topic, valid_until };
            told(terminal, &commands::enquiry_clear(door, order)?)
        }
        Enquiry::Answer { id, text, statement, channel: by, by: who, at, send, to } => {
            let text = match statement {
                Some(statement) => Some(library_text(door, statement)?),
                None => text,
            };
            if send {
                let purpose = MailPurpose::Answer;
                let order = EnquirySend { id, purpose, to, text, ..EnquirySend::default() };
                return mailed(door, terminal, order);
            }
            let at = instant(door, at, "at")?;
            let order = AnswerOrder { id, text, channel: channel(by), by: who, at };
            told(terminal, &commands::enquiry_answer(door, order)?)
        }
        Enquiry::Close { id, reason, note } => {
            told(terminal, &commands::enquiry_close(door, CloseOrder { id, reason, note })?)
        }
        Enquiry::Reopen { id } => told(terminal, &commands::enquiry_reopen(door, id)?),
        Enquiry::Delete { ids } => {
            let count = commands::enquiry_delete(door, ids)?;
            terminal.result(&json!({"deleted": count}), |_| {
                terminal.words("cli-enquiry-deleted", &[("count", &count.to_string())])
            })
        }
        Enquiry::Export { file, open } => {
            let filter = EnquiryFilter { open: open.then_some(true), ..EnquiryFilter::default() };
            let order = EnquiryTable { filter: Some(filter), file: Some(file), format: None };
            terminal.result(&commands::enquiry_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
    }
}

fn create(door: &Door, new: NewEnquiry) -> Result<EnquiryDetail> {
    let NewEnquiry {
        question,
        from,
        asker,
        email,
        whatsapp,
        response,
        outlet,
        kind,
        subject,
        channel,
        due,
        unit,
        owner,
        asked,
        event,
    } = new;
    let mut set = Map::new();
    for (field, value) in [
        ("question", question),
        ("subject", subject),
        ("kind", kind),
        ("channel", channel),
        ("asked_at", instant(door, asked, "asked")?),
    ] {
        if let Some(value) = value {
            set.insert(field.to_owned(), Json::from(value));
        }
    }
    if let Some(event) = event {
        set.insert("event_id".to_owned(), Json::from(event));
    }
    if let Some(who) = from {
        let id = door.workspace.db.read(|db| reach::who(db, &who))?;
        set.insert("contact_id".to_owned(), Json::from(id));
    }
    if let Some(name) = owner {
        let id = door.workspace.db.read(|db| staff::named(db, &name))?.id;
        set.insert("staff_id".to_owned(), Json::from(id));
    }
    let becomes_known = email.is_some() || whatsapp.is_some();
    let mut known = None;
    match asker {
        Some(name) if becomes_known => {
            known = Some(NewAsker { name, email, whatsapp, erased_ok: None });
        }
        Some(name) => {
            set.insert("asker".to_owned(), Json::from(name));
        }
        None => {}
    }
    let id = match response {
        Some(id) => {
            // A deadline that is named here counts, not the mail's.
            let order = EnquiryMail { response_id: id, due: due.clone() };
            Some(commands::enquiry_from_response(door, order)?.row.id)
        }
        None => None,
    };
    let patch = Patch { id, set, ..Patch::default() };
    commands::enquiry_save(door, EnquiryPatch { patch, asker: known, outlet, unit, due })
}

/// Sends a mail about an enquiry; the send makes the entry.
fn mailed(door: &Door, terminal: &Terminal, order: EnquirySend) -> Result<()> {
    super::accounts::ask_passwords(door)?;
    told(terminal, &commands::enquiry_mail(door, order)?)
}

fn library_text(door: &Door, id: i64) -> Result<String> {
    commands::statement_list(door, StatementFilter::default())?
        .into_iter()
        .find(|row| row.statement.id == id)
        .map(|row| row.statement.text)
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

fn fields(set: &[String]) -> Result<Map<String, Json>> {
    set.iter()
        .map(|given| {
            let (name, value) = given.split_once('=').ok_or_else(|| {
                Error::new(Code::Invalid, "cli-release-set-form").arg("given", given)
            })?;
            Ok((name.trim().to_owned(), Json::from(value.trim().replace("\\n", "\n"))))
        })
        .collect()
}

fn list(door: &Door, terminal: &Terminal, filter: EnquiryFilter) -> Result<()> {
    let page = commands::enquiry_list(door, filter)?;
    terminal.result(&page, |page| {
        if page.rows.is_empty() {
            return terminal.words("enquiry-none-yet", &[]);
        }
        let cells: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    row.subject.clone(),
                    row.who.clone(),
                    row.outlet.clone(),
                    row.unit.clone(),
                    row.owner.clone(),
                    terminal.time(&row.due_at),
                    terminal.words(&format!("enquiry-state-{}", row.state.as_str()), &[]),
                ]
            })
            .collect();
        terminal.table(&["id", "subject", "who", "outlet", "unit", "owner", "due", "state"], &cells)
    })
}

fn sheet(terminal: &Terminal, detail: &EnquiryDetail) -> String {
    let EnquiryDetail { enquiry, row, .. } = detail;
    let word = |group: &str, word: &str| terminal.words(&format!("enquiry-{group}-{word}"), &[]);
    let took = row
        .minutes
        .map(|minutes| terminal.words("enquiry-minutes", &[("minutes", &minutes.to_string())]));
    let mut lines: Vec<String> = [
        ("enquiry-subject", row.subject.clone()),
        ("enquiry-kind", word("kind", row.kind.as_str())),
        ("enquiry-state", word("state", row.state.as_str())),
        ("enquiry-who", row.who.clone()),
        ("enquiry-outlet", row.outlet.clone()),
        ("enquiry-question", enquiry.question.clone()),
        ("enquiry-asked-at", terminal.time_named(&row.asked_at)),
        ("enquiry-due", terminal.time_named(&row.due_at)),
        ("enquiry-owner", row.owner.clone()),
        ("enquiry-unit", row.unit.clone()),
        ("enquiry-clear-text", enquiry.statement.clone()),
        ("enquiry-clear-by", enquiry.cleared_by.clone()),
        ("enquiry-answer-text", enquiry.answer.clone()),
        ("enquiry-answer-at", terminal.time_named(&row.answered_at)),
        ("enquiry-response-time", took.unwrap_or_default()),
        ("enquiry-notes", enquiry.notes.clone()),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(key, said)| format!("{}: {said}", terminal.words(key, &[])))
    .collect();
    for step in &detail.steps {
        let way = word("channel", &step.step.channel);
        let what = terminal
            .words(&format!("enquiry-log-{}", step.step.kind.as_str()), &[("channel", &way)]);
        lines.push(format!("{}  {}: {what}", terminal.time(&step.step.at), step.unit));
    }
    lines.join("\n")
}

/// A verb about the library of statements.
pub fn statement(door: &Door, terminal: &Terminal, verb: Statement) -> Result<()> {
    match verb {
        Statement::List { search, valid } => {
            let filter =
                StatementFilter { search, valid: valid.then_some(true), ..Default::default() };
            let rows = commands::statement_list(door, filter)?;
            terminal.result(&json!({"statements": rows}), |_| {
                if rows.is_empty() {
                    return terminal.words("statement-none-yet", &[]);
                }
                let cells: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.statement.id.to_string(),
                            row.statement.topic.clone(),
                            row.statement.text.split_whitespace().collect::<Vec<_>>().join(" "),
                            row.statement.cleared_by.clone(),
                            row.statement.cleared_on.clone(),
                            row.statement.valid_until.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "topic", "text", "cleared", "day", "until"], &cells)
            })
        }
        Statement::Add { text, by, topic, unit, on, until } => {
            let mut set = Map::new();
            for (field, value) in [
                ("text", Some(text)),
                ("cleared_by", Some(by)),
                ("topic", topic),
                ("cleared_on", day(on)),
                ("valid_until", day(until)),
            ] {
                if let Some(value) = value {
                    set.insert(field.to_owned(), Json::from(value));
                }
            }
            let patch = Patch { set, ..Patch::default() };
            let saved = commands::statement_save(door, StatementPatch { patch, unit })?;
            terminal.result(&saved, |saved| {
                terminal.words("cli-statement-added", &[("id", &saved.id.to_string())])
            })
        }
        Statement::Delete { ids } => {
            let count = commands::statement_delete(door, ids)?;
            terminal.result(&json!({"deleted": count}), |_| {
                terminal.words("cli-statement-deleted", &[("count", &count.to_string())])
            })
        }
    }
}
