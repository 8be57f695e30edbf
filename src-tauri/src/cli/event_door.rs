//! The door of an event on the command line: check-in, badges, attendance sheets, accreditation,
//! what was said.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::event::named;
use super::terminal::Terminal;
use crate::accreditation::{AccreditationDecision, AccreditationOrder, Application};
use crate::check_in::{self, Arrival, CheckIn, Leave, WalkIn};
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::event_note::{NoteFilter, NoteKind};
use crate::format::badges::BadgePaper;
use crate::paper::{AttendanceOrder, BadgeOrder, NoteTable};

const PAPERS: [&str; 5] = ["a4", "a6", "label", "label-70x37", "label-99x57"];
const NOTES: [&str; 4] = ["question", "aspiration", "statement", "note"];

#[derive(Subcommand)]
pub enum EventDoor {
    Checkin {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "WHO|CODE")]
        who: Option<String>,
        #[command(flatten)]
        how: How,
    },
    Door {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Badges {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "PAPER", value_parser = PAPERS, default_value = "a4", hide_possible_values = true)]
        paper: String,
        #[arg(long, value_name = "WHO", num_args = 1..)]
        guest: Vec<String>,
        #[arg(long, value_name = "N", default_value_t = 0)]
        skip: u32,
    },
    Attendance {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf|xlsx")]
        file: Option<PathBuf>,
        #[arg(long, conflicts_with = "to_sign")]
        filled: bool,
        #[arg(long)]
        to_sign: bool,
        #[arg(long, value_name = "A,B", value_delimiter = ',')]
        columns: Vec<String>,
        #[arg(long, value_name = "N")]
        blank: Option<i64>,
    },
    Accredit {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "WHO", required = true)]
        who: Vec<String>,
        #[arg(value_name = "DECISION", value_parser = ["request", "approve", "refuse", "reopen"], hide_possible_values = true)]
        decision: String,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        reason: String,
    },
    Note {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "KIND", value_parser = NOTES, default_value = "question", hide_possible_values = true)]
        kind: String,
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "TEXT")]
        answer: Option<String>,
        #[arg(long)]
        agenda: bool,
    },
    Notes {
        #[arg(value_name = "EVENT")]
        event: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = NOTES, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long)]
        agenda: bool,
        #[arg(long, value_name = "FILE.xlsx|csv")]
        file: Option<PathBuf>,
    },
}

/// What is done with whoever stands at the door.
#[derive(Args)]
pub struct How {
    #[arg(long)]
    anyway: bool,
    #[arg(long, conflicts_with_all = ["walk_in", "substitute_for", "undo"])]
    left: bool,
    #[arg(long, conflicts_with_all = ["substitute_for", "undo"])]
    walk_in: bool,
    #[arg(long, value_name = "WHO", conflicts_with = "undo")]
    substitute_for: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    outlet: String,
    #[arg(long, value_name = "NUMBER", default_value = "", hide_default_value = true)]
    phone: String,
    #[arg(long, conflicts_with = "who")]
    undo: bool,
}

/// A verb about the door of an event.
pub fn door(door: &Door, terminal: &Terminal, verb: EventDoor) -> Result<()> {
    match verb {
        EventDoor::Checkin { event, who, how } => {
            let event_id = named(door, &event)?;
            if how.undo {
                return undo(door, terminal, event_id);
            }
            let who = who.ok_or_else(|| Error::new(Code::Invalid, "cli-checkin-who-missing"))?;
            told(terminal, &checked_in(door, event_id, who, how)?)
        }
        EventDoor::Door { event } => {
            let counts = commands::check_in_counts(door, named(door, &event)?)?;
            terminal.result(&counts, |counts| {
                let numbers = [
                    ("arrived", counts.arrived),
                    ("expected", counts.expected),
                    ("to_come", counts.to_come),
                    ("late", counts.late),
                    ("walk_ins", counts.walk_ins),
                    ("left", counts.left),
                ]
                .map(|(name, number)| (name, number.to_string()));
                let mut args: Vec<(&str, &str)> =
                    numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
                args.push(("event", &counts.event.title));
                terminal.words("cli-event-door-line", &args)
            })
        }
        EventDoor::Badges { event, file, paper, guest, skip } => {
            let event_id = named(door, &event)?;
            let guests = guest
                .iter()
                .map(|who| who_of(door, event_id, who))
                .collect::<Result<Vec<i64>>>()?;
            let paper = if paper == "label" { "label-99x57" } else { &paper };
            let order = BadgeOrder {
                event_id,
                guests: (!guests.is_empty()).then_some(guests),
                paper: BadgePaper::from_word(paper),
                skip,
                file,
            };
            terminal.result(&commands::event_badges(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        EventDoor::Attendance { event, file, filled, to_sign, columns, blank } => {
            let order = AttendanceOrder {
                event_id: named(door, &event)?,
                file,
                format: None,
                filled: (filled || to_sign).then_some(filled),
                columns: (!columns.is_empty()).then_some(columns),
                blank_rows: blank,
            };
            terminal.result(&commands::event_attendance(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        EventDoor::Accredit { event, who, decision, reason } => {
            let event_id = named(door, &event)?;
            let guests =
                who.iter().map(|who| who_of(door, event_id, who)).collect::<Result<Vec<i64>>>()?;
            let changed = match AccreditationDecision::from_word(&decision) {
                Some(decision) => commands::accreditation_decide(
                    door,
                    AccreditationOrder { guests, decision, reason },
                )?,
                None => commands::accreditation_request(
                    door,
                    Application { guests, ..Application::default() },
                )?,
            };
            terminal.result(&json!({"changed": changed}), |_| {
                terminal.words("cli-event-accredited", &[("count", &changed.to_string())])
            })
        }
        EventDoor::Note { event, text, kind, who, answer, agenda } => {
            let event_id = named(door, &event)?;
            let mut set = Map::from_iter([
                ("event_id".to_owned(), Json::from(event_id)),
                ("kind".to_owned(), Json::from(kind)),
                ("text".to_owned(), Json::from(text.replace("\\n", "\n"))),
                ("agenda".to_owned(), Json::from(agenda)),
            ]);
            if let Some(who) = who {
                // A name that is nobody's on the list is a name all the same.
                match who_of(door, event_id, &who) {
                    Ok(guest) => set.insert("guest_id".to_owned(), Json::from(guest)),
                    Err(error) if error.code == Code::NotFound => {
                        set.insert("who".to_owned(), Json::from(who))
                    }
                    Err(error) => return Err(error),
                };
            }
            if let Some(answer) = answer {
                set.insert("answer".to_owned(), Json::from(answer.replace("\\n", "\n")));
            }
            let note = commands::event_note_save(door, Patch { set, ..Patch::default() })?;
            terminal.result(&note, |note| {
                terminal.words("cli-event-noted", &[("id", &note.id.to_string())])
            })
        }
        EventDoor::Notes { event, kind, agenda, file } => {
            let filter = NoteFilter {
                event_id: event.map(|event| named(door, &event)).transpose()?,
                kind: kind.as_deref().and_then(NoteKind::from_word),
                agenda: agenda.then_some(true),
                ..NoteFilter::default()
            };
            if file.is_some() {
                let order = NoteTable { filter: Some(filter), file, format: None };
                return terminal.result(&commands::event_notes_export(door, order)?, |written| {
                    terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
                });
            }
            let notes = commands::event_note_list(door, filter)?;
            terminal.result(&json!({"notes": notes}), |_| {
                let rows: Vec<Vec<String>> = notes
                    .iter()
                    .map(|row| {
                        vec![
                            row.note.id.to_string(),
                            row.event.clone(),
                            terminal.word("event-note-kind", row.note.kind.as_str()),
                            row.who.clone(),
                            row.note.text.clone(),
                            row.note.answer.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "event", "kind", "who", "text", "answer"], &rows)
            })
        }
    }
}

fn who_of(door: &Door, event_id: i64, who: &str) -> Result<i64> {
    let ctx = door.ctx();
    door.workspace.db.read(|db| check_in::named(db, &ctx, event_id, who))
}

fn checked_in(door: &Door, event_id: i64, who: String, how: How) -> Result<Arrival> {
    let newcomer = |stands_in_for| WalkIn {
        event_id,
        name: who.clone(),
        outlet: how.outlet.clone(),
        phone: how.phone.clone(),
        anyway: how.anyway,
        stands_in_for,
        ..WalkIn::default()
    };
    if let Some(for_whom) = &how.substitute_for {
        let for_whom = who_of(door, event_id, for_whom)?;
        return commands::check_in_substitute(door, newcomer(Some(for_whom)));
    }
    if how.walk_in {
        return commands::check_in_walk_in(door, newcomer(None));
    }
    if how.left {
        return commands::check_in_leave(
            door,
            Leave { event_id, guest_id: who_of(door, event_id, &who)? },
        );
    }
    let order = CheckIn { event_id, anyway: how.anyway, ..CheckIn::default() };
    if check_in::is_code(&who) {
        return commands::check_in(door, CheckIn { code: Some(who), ..order });
    }
    let guest_id = Some(who_of(door, event_id, &who)?);
    commands::check_in(door, CheckIn { guest_id, ..order })
}

fn undo(door: &Door, terminal: &Terminal, event_id: i64) -> Result<()> {
    let last = commands::check_in_last(door, event_id)?
        .ok_or_else(|| Error::new(Code::NotFound, "checkin-undo-nothing"))?;
    commands::undo_action(door, last.action_id)?;
    terminal.result(&last, |last| terminal.words("checkin-undone", &[("name", &last.name)]))
}

fn told(terminal: &Terminal, arrival: &Arrival) -> Result<()> {
    terminal.result(arrival, |arrival| {
        let row = &arrival.row;
        let time =
            terminal.time(if row.left_at.is_empty() { &row.arrived_at } else { &row.left_at });
        let key = match arrival.outcome {
            check_in::Outcome::Arrived if !row.stands_in_for.is_empty() => {
                "checkin-done-substitute"
            }
            check_in::Outcome::Arrived if row.walk_in => "checkin-done-walk-in",
            check_in::Outcome::Arrived if row.late => "checkin-done-late",
            check_in::Outcome::Arrived => "checkin-done-arrived",
            check_in::Outcome::Already if row.left_at.is_empty() => "checkin-done-already",
            check_in::Outcome::Already => "checkin-done-left-already",
            check_in::Outcome::Back => "checkin-done-back",
            check_in::Outcome::Left => "checkin-done-left",
        };
        terminal.words(key, &[("name", &row.name), ("for", &row.stands_in_for), ("time", &time)])
    })
}
