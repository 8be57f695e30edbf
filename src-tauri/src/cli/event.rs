//! Press events on the command line.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::event_tour;
use super::terminal::Terminal;
use crate::clock;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::event_reply::{AnswerOffer, OffersTake};
use crate::paper::{EventTextPaper, RundownPaper};
use crate::press_event::{
    self, CancelOrder, EventDetail, EventFilter, EventImport, EventKind, EventPatch, EventState,
    EventTime, TaskDone,
};

pub(super) const KINDS: [&str; 13] = [
    "press_conference",
    "gathering",
    "tour",
    "media_visit",
    "doorstop",
    "interview",
    "webinar",
    "podcast",
    "talk_show",
    "citizens_forum",
    "outreach",
    "training",
    "ceremony",
];
/// Fields that hold whole numbers.
const NUMBERS: [&str; 5] = ["capacity", "budget", "kit_id", "staff_id", "host_id"];

#[derive(Subcommand)]
pub enum Event {
    #[command(flatten)]
    Door(super::event_door::EventDoor),
    #[command(flatten)]
    Mail(super::event_mail::EventMails),
    #[command(flatten)]
    Guests(super::event_guests::EventGuests),
    Tour {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Manifest {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.xlsx|pdf")]
        file: Option<PathBuf>,
    },
    Itinerary {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf|xlsx")]
        file: Option<PathBuf>,
    },
    Rooms {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.xlsx|pdf")]
        file: Option<PathBuf>,
    },
    Cars {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.xlsx|pdf")]
        file: Option<PathBuf>,
    },
    Freeze {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(long)]
        open: bool,
    },
    Offers {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(long, value_name = "RESPONSE", conflicts_with = "all")]
        take: Vec<i64>,
        #[arg(long)]
        all: bool,
    },
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = ["planned", "held", "cancelled"], hide_possible_values = true)]
        state: Option<String>,
        #[arg(long, value_name = "coming|past", value_parser = ["coming", "past"], hide_possible_values = true)]
        time: Option<String>,
    },
    New {
        #[arg(value_name = "TITLE", required_unless_present = "file")]
        title: Option<String>,
        #[arg(long, value_name = "EVENT.md", conflicts_with_all = ["title", "kind", "template", "host", "set"])]
        file: Option<PathBuf>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
        #[arg(long, value_name = "TIME", required_unless_present = "file")]
        begins: Option<String>,
        #[arg(long, value_name = "TIME")]
        ends: Option<String>,
        #[arg(long, value_name = "NAME")]
        host: Option<String>,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    Show {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Edit {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(long, value_name = "TIME")]
        begins: Option<String>,
        #[arg(long, value_name = "TIME")]
        ends: Option<String>,
        #[arg(long, value_name = "NAME")]
        host: Option<String>,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    Cancel {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Hold {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Plan {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Delete {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    #[command(flatten)]
    After(super::event_after::After),
    Export {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.md")]
        file: PathBuf,
    },
    Checklist {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Done {
        #[arg(value_name = "TASK")]
        task: i64,
        #[arg(long)]
        not: bool,
    },
    Rundown {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf|docx|txt")]
        file: Option<PathBuf>,
    },
    Costs {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Templates,
}

/// A verb about press events.
pub fn event(door: &Door, terminal: &Terminal, verb: Event) -> Result<()> {
    match verb {
        Event::After(verb) => super::event_after::after(door, terminal, verb),
        Event::Guests(verb) => super::event_guests::guests(door, terminal, verb),
        Event::Door(verb) => super::event_door::door(door, terminal, verb),
        Event::Mail(verb) => super::event_mail::mail(door, terminal, verb),
        Event::Tour { event } => event_tour::show(door, terminal, &event),
        Event::Manifest { event, file } => {
            event_tour::paper(door, terminal, &event, "manifest", "xlsx", file)
        }
        Event::Itinerary { event, file } => {
            event_tour::paper(door, terminal, &event, "itinerary", "pdf", file)
        }
        Event::Rooms { event, file } => {
            event_tour::paper(door, terminal, &event, "rooms", "xlsx", file)
        }
        Event::Cars { event, file } => {
            event_tour::paper(door, terminal, &event, "cars", "xlsx", file)
        }
        Event::Freeze { event, open } => event_tour::freeze(door, terminal, &event, !open),
        Event::Offers { event, take, all } => offers(door, terminal, &event, take, all),
        Event::List { search, kind, state, time } => {
            let filter = EventFilter {
                search,
                kind: kind.as_deref().and_then(EventKind::from_word),
                state: state.as_deref().and_then(EventState::from_word),
                time: time.as_deref().and_then(EventTime::from_word),
                ..EventFilter::default()
            };
            list(door, terminal, filter)
        }
        Event::New { file: Some(file), begins, ends, .. } => {
            let text = super::text_file::read(&file)?;
            let made = commands::event_import(door, EventImport { text, begins, ends })?;
            told(terminal, "cli-event-created", &made)
        }
        Event::New { title, kind, template, begins, ends, host, set, file: None } => {
            let mut fields = fields(&set)?;
            fields.insert("title".to_owned(), Json::from(title));
            if let Some(kind) = kind {
                fields.insert("kind".to_owned(), Json::from(kind));
            }
            let patch = Patch { set: fields, ..Patch::default() };
            let save = EventPatch { patch, begins, ends, host, template };
            told(terminal, "cli-event-created", &commands::event_save(door, save)?)
        }
        Event::Show { event } => {
            let detail = commands::event_show(door, named(door, &event)?)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Event::Edit { event, begins, ends, host, set } => {
            let set = fields(&set)?;
            if set.is_empty() && begins.is_none() && ends.is_none() && host.is_none() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let patch = Patch { id: Some(named(door, &event)?), set, ..Patch::default() };
            let save = EventPatch { patch, begins, ends, host, template: None };
            told(terminal, "cli-event-saved", &commands::event_save(door, save)?)
        }
        Event::Cancel { event, reason } => {
            let order = CancelOrder { id: named(door, &event)?, reason };
            told(terminal, "cli-event-cancelled", &commands::event_cancel(door, order)?)
        }
        Event::Hold { event } => {
            let held = commands::event_hold(door, named(door, &event)?)?;
            told(terminal, "cli-event-held", &held)
        }
        Event::Plan { event } => {
            let planned = commands::event_plan_again(door, named(door, &event)?)?;
            told(terminal, "cli-event-planned", &planned)
        }
        Event::Delete { event } => {
            let count = commands::event_delete(door, vec![named(door, &event)?])?;
            terminal.result(&json!({"deleted": count}), |_| {
                terminal.words("cli-event-deleted", &[("count", &count.to_string())])
            })
        }
        Event::Export { event, file } => {
            let order = EventTextPaper { event_id: named(door, &event)?, file: Some(file) };
            terminal.result(&commands::event_text_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        Event::Checklist { event } => checklist(door, terminal, named(door, &event)?),
        Event::Done { task, not } => {
            let row = commands::event_task_done(door, TaskDone { id: task, done: !not })?;
            terminal.result(&row, |row| {
                let key = if not { "cli-event-task-open" } else { "cli-event-task-done" };
                terminal.words(key, &[("title", &row.task.title)])
            })
        }
        Event::Rundown { event, file: None } => rundown(door, terminal, named(door, &event)?),
        Event::Rundown { event, file } => {
            let order = RundownPaper { event_id: named(door, &event)?, file, format: None };
            terminal.result(&commands::event_rundown_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        Event::Costs { event } => costs(door, terminal, named(door, &event)?),
        Event::Templates => templates(door, terminal),
    }
}

fn checklist(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let rows = commands::event_task_list(door, id)?;
    terminal.result(&json!({"tasks": rows}), |_| {
        if rows.is_empty() {
            return terminal.words("event-checklist-empty", &[]);
        }
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let state = match (row.task.done_at.is_empty(), row.late) {
                    (false, _) => "event-task-state-done",
                    (true, true) => "event-task-state-late",
                    (true, false) => "event-task-state-open",
                };
                vec![
                    row.task.id.to_string(),
                    row.task.days.map_or_else(String::new, |days| match days {
                        0 => "H".to_owned(),
                        days => format!("H{days:+}"),
                    }),
                    row.task.due_on.clone(),
                    row.task.title.clone(),
                    row.owner.clone(),
                    terminal.words(state, &[]),
                ]
            })
            .collect();
        terminal.table(&["id", "event-days", "due", "what", "event-owner", "state"], &cells)
    })
}

fn rundown(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let rows = commands::event_rundown(door, id)?;
    let zone = commands::event_show(door, id)?.event.zone();
    terminal.result(&json!({"items": rows}), |_| {
        if rows.is_empty() {
            return terminal.words("event-rundown-empty", &[]);
        }
        let time = |stored: &str, form: &str| {
            clock::from_text(stored)
                .map(|at| at.with_timezone(&zone).format(form).to_string())
                .unwrap_or_default()
        };
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let conflicts: Vec<String> = row
                    .conflicts
                    .iter()
                    .map(|one| {
                        terminal.words(
                            &format!("event-conflict-{}", one.kind),
                            &[("what", &one.what), ("title", &one.title)],
                        )
                    })
                    .collect();
                vec![
                    row.item.id.to_string(),
                    time(&row.item.begins_at, "%Y-%m-%d %H:%M"),
                    time(&row.item.ends_at, "%H:%M"),
                    row.item.title.clone(),
                    row.item.speakers.replace('\n', ", "),
                    row.item.place.clone(),
                    row.item.in_charge.replace('\n', ", "),
                    conflicts.join("; "),
                ]
            })
            .collect();
        terminal.table(
            &[
                "id",
                "event-begins",
                "event-ends",
                "what",
                "event-speakers",
                "event-venue",
                "event-charge",
                "event-conflicts",
            ],
            &cells,
        )
    })
}

fn costs(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let costs = commands::event_cost_list(door, id)?;
    terminal.result(&costs, |costs| {
        let mut cells: Vec<Vec<String>> = costs
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.title.clone(),
                    terminal.rupiah(row.planned),
                    terminal.rupiah(row.actual),
                    row.paid_on.clone(),
                    row.file_name.clone(),
                ]
            })
            .collect();
        cells.push(vec![
            terminal.words("event-cost-sum", &[]),
            terminal.rupiah(costs.planned),
            terminal.rupiah(costs.actual),
            String::new(),
            String::new(),
        ]);
        let table = terminal.table(
            &["what", "event-planned", "event-actual", "event-paid", "event-receipt"],
            &cells,
        );
        let mut lines = vec![table, String::new()];
        for (key, rupiah) in [
            ("event-budget", Some(costs.budget)),
            ("event-cost-left", Some(costs.left)),
            ("event-cost-per-head", costs.per_head),
        ] {
            let rupiah = rupiah.map(|amount| terminal.rupiah(amount));
            lines.extend(rupiah.map(|said| format!("{}: {said}", terminal.words(key, &[]))));
        }
        lines.join("\n")
    })
}

fn templates(door: &Door, terminal: &Terminal) -> Result<()> {
    let rows = commands::event_template_list(door, ())?;
    terminal.result(&json!({"templates": rows}), |_| {
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                vec![
                    row.key.clone(),
                    row.name.clone(),
                    terminal.words(&format!("event-kind-{}", row.kind.as_str()), &[]),
                    row.language.clone(),
                ]
            })
            .collect();
        terminal.table(&["id", "name", "kind", "language"], &cells)
    })
}

/// The event that a person means.
/// Answers in the mailbox that came before the event was there.
fn offers(door: &Door, terminal: &Terminal, event: &str, take: Vec<i64>, all: bool) -> Result<()> {
    let event_id = named(door, event)?;
    let left = if all || !take.is_empty() {
        commands::event_offers_take(door, OffersTake { event_id, response_ids: take })?
    } else {
        commands::event_offers(door, event_id)?
    };
    terminal.result(&left, |left| {
        if left.is_empty() {
            return terminal.words("cli-event-offers-none", &[]);
        }
        let line = |offer: &AnswerOffer| {
            let words = [
                ("id", offer.response_id.to_string()),
                ("from", offer.from_address.clone()),
                ("rsvp", offer.rsvp.clone()),
                ("subject", offer.subject.clone()),
                ("at", terminal.time(&offer.received_at)),
            ];
            terminal.words(
                "cli-event-offer",
                &words.each_ref().map(|(key, word)| (*key, word.as_str())),
            )
        };
        left.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

pub(super) fn named(door: &Door, said: &str) -> Result<i64> {
    door.workspace.db.read(|db| press_event::named(db, said))
}

/// `FIELD=VALUE` pairs; `\n` in a value begins a new line.
fn fields(set: &[String]) -> Result<Map<String, Json>> {
    let mut fields = Map::new();
    for pair in set {
        let (name, value) = pair
            .split_once('=')
            .ok_or_else(|| Error::new(Code::Invalid, "cli-release-set-form").arg("given", pair))?;
        let (name, value) = (name.trim(), value.trim());
        let value = match (name, value.parse::<i64>()) {
            (name, Ok(number)) if NUMBERS.contains(&name) => Json::from(number),
            (name, _) if NUMBERS.contains(&name) && value.is_empty() => Json::Null,
            ("all_day", _) => Json::from(matches!(value, "1" | "true" | "yes" | "ya")),
            _ => Json::from(value.replace("\\n", "\n")),
        };
        fields.insert(name.to_owned(), value);
    }
    Ok(fields)
}

fn told(terminal: &Terminal, key: &str, detail: &EventDetail) -> Result<()> {
    warn(terminal, detail);
    terminal.result(detail, |detail| {
        terminal.words(
            key,
            &[
                ("id", &detail.event.id.to_string()),
                ("title", &detail.event.title),
                ("when", &detail.event.when(&terminal.language)),
            ],
        )
    })
}

/// What a person should look at, beside the result.
fn warn(terminal: &Terminal, detail: &EventDetail) {
    for other in &detail.same_place {
        let when = terminal.time_named(&other.begins_at);
        let title = format!("{} {}", other.id, other.title);
        terminal.remark("event-same-place", &[("title", &title), ("when", &when)]);
    }
    let row = &detail.row;
    if row.capacity > 0 && row.yes > row.capacity {
        terminal.remark(
            "event-too-many",
            &[("yes", &row.yes.to_string()), ("capacity", &row.capacity.to_string())],
        );
    }
}

fn list(door: &Door, terminal: &Terminal, filter: EventFilter) -> Result<()> {
    let page = commands::event_list(door, filter)?;
    terminal.result(&page, |page| {
        if page.rows.is_empty() {
            return terminal.words("event-none-yet", &[]);
        }
        let cells: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    terminal.time(&row.begins_at),
                    row.title.clone(),
                    terminal.words(&format!("event-kind-{}", row.kind.as_str()), &[]),
                    terminal.words(&format!("event-state-{}", row.state.as_str()), &[]),
                    row.venue.clone(),
                    row.invited.to_string(),
                    row.yes.to_string(),
                    row.came.to_string(),
                ]
            })
            .collect();
        terminal.table(
            &[
                "id",
                "event-begins",
                "event-title",
                "kind",
                "state",
                "event-venue",
                "event-invited",
                "event-yes",
                "event-came",
            ],
            &cells,
        )
    })
}

fn sheet(terminal: &Terminal, detail: &EventDetail) -> String {
    warn(terminal, detail);
    let (event, row) = (&detail.event, &detail.row);
    let kind = terminal.words(&format!("event-kind-{}", event.kind.as_str()), &[]);
    let state = terminal.words(&format!("event-state-{}", event.state.as_str()), &[]);
    let said = |key: &str, value: &str| match value {
        "" | "0" => String::new(),
        value => format!("{}: {value}", terminal.words(key, &[])),
    };
    let number = |number: i64| number.to_string();
    let lines = [
        event.title.clone(),
        format!("{kind} ({state})"),
        said("event-when", &event.when(&terminal.language)),
        said("event-venue", &event.venue),
        said("event-address", &event.address),
        said("event-map", &event.map_url),
        said("event-online", &event.online_url),
        said("event-host", &row.host),
        said("event-owner", &row.owner),
        said("event-capacity", &number(event.capacity)),
        said("event-dress", &event.dress),
        said("event-contact-on-day", &event.contact_on_day),
        said(
            "event-budget",
            &if event.budget == 0 { String::new() } else { terminal.rupiah(event.budget) },
        ),
        said("event-kit", &detail.kit),
        said("event-theme", &event.theme),
        said("event-objective", &event.objective),
        said("event-key-messages", &event.key_messages),
        said("event-plan-b", &event.plan_b),
        said("event-notes", &event.notes),
        said("event-lessons", &event.lessons),
        said("event-cancel-why", &event.cancel_reason),
        said("event-invited", &number(row.invited)),
        said("event-yes", &number(row.yes)),
        said("event-came", &number(row.came)),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
