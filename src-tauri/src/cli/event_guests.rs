//! Guests of an event on the command line: who is on the list, who waits, what they answer.

use std::collections::BTreeSet;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::event::named;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::event_answer::{AnswerDeed, AnswerFilter, AnswerSettle, GuestAnswer};
use crate::event_guest::{
    FoundGuest, GuestFilter, GuestRow, GuestsAdd, GuestsFound, GuestsWithdraw, NamedGuest, Place,
    SubstituteOrder,
};
use crate::{check_in, organisation, reach, recipient_list};

const ANSWERS: [&str; 3] = ["yes", "no", "maybe"];
const WAYS: [&str; 5] = ["phone", "whatsapp", "in_person", "mail", "staff"];
const CATEGORIES: [&str; 5] = ["press", "speaker", "official", "public", "crew"];
const DEEDS: [&str; 3] = ["apply", "set_aside", "deputy"];

#[derive(Subcommand)]
pub enum EventGuests {
    Guests {
        #[arg(value_name = "EVENT")]
        event: String,
        #[command(flatten)]
        who: Box<Who>,
        #[command(flatten)]
        show: Show,
    },
    Rsvp {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(value_name = "yes|no|maybe", value_parser = ANSWERS, hide_possible_values = true, required_unless_present = "deputy")]
        answer: Option<String>,
        #[arg(long, value_name = "WAY", value_parser = WAYS, default_value = "staff", hide_possible_values = true, hide_default_value = true)]
        by: String,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        comment: String,
        #[arg(long, value_name = "WHO|NAME;OUTLET;PHONE", conflicts_with = "answer")]
        deputy: Option<String>,
    },
    Answers {
        #[arg(value_name = "EVENT")]
        event: Option<String>,
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "ID", requires = "deed")]
        settle: Option<i64>,
        #[arg(long, value_name = "DEED", value_parser = DEEDS, requires = "settle", hide_possible_values = true)]
        deed: Option<String>,
        #[arg(long, value_name = "WHO", requires_all = ["settle", "event"])]
        guest: Option<String>,
        #[arg(long, value_name = "yes|no|maybe", value_parser = ANSWERS, requires = "settle", hide_possible_values = true)]
        means: Option<String>,
    },
}

/// Who comes onto the list, or leaves it.
#[derive(Args)]
pub struct Who {
    #[arg(long)]
    add: bool,
    #[arg(long, value_name = "NAME")]
    list: Vec<String>,
    #[arg(long, value_name = "NAME")]
    minus: Vec<String>,
    #[arg(long, value_name = "WHO")]
    contact: Vec<String>,
    #[arg(long, value_name = "NAME;OUTLET;PHONE|MAIL")]
    person: Vec<String>,
    #[arg(long, value_name = "CATEGORY", value_parser = CATEGORIES, hide_possible_values = true)]
    category: Option<String>,
    #[arg(long, value_name = "ORGANISATION")]
    nominated_by: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "WHO", conflicts_with_all = ["list", "contact", "person"])]
    seat: Vec<String>,
    #[arg(long, value_name = "WHO", requires = "reason")]
    withdraw: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[arg(long, value_name = "WHO")]
    remove: Vec<String>,
    #[arg(long, value_name = "SCOPE=SEATS")]
    quota: Vec<String>,
}

/// Which guests are shown.
#[derive(Args)]
pub struct Show {
    #[arg(long)]
    waiting: bool,
    #[arg(long)]
    unanswered: bool,
    #[arg(long)]
    answered_before_change: bool,
    #[arg(long, value_name = "yes|no|maybe", value_parser = ANSWERS, hide_possible_values = true)]
    answer: Option<String>,
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[arg(long)]
    quotas: bool,
}

/// A verb about an event's guests.
pub fn guests(door: &Door, terminal: &Terminal, verb: EventGuests) -> Result<()> {
    match verb {
        EventGuests::Guests { event, who, show } => {
            of_event(door, terminal, named(door, &event)?, *who, show)
        }
        EventGuests::Rsvp { event, who, answer, by, comment, deputy } => {
            let event_id = named(door, &event)?;
            let guest_id = guest_of(door, event_id, &who)?;
            let row = match (deputy, answer) {
                (Some(deputy), _) => {
                    let (contact_id, person) = person_or_contact(door, &deputy)?;
                    commands::event_guest_substitute(
                        door,
                        SubstituteOrder { guest_id, contact_id, person, way: Some(by) },
                    )?
                }
                (None, answer) => {
                    let rsvp = answer.unwrap_or_default();
                    commands::event_guest_answer(
                        door,
                        GuestAnswer { guest_id, rsvp, way: by, comment },
                    )?
                }
            };
            terminal.result(&row, |row| said(terminal, row))
        }
        EventGuests::Answers { settle: Some(id), event, deed, guest, means, .. } => {
            let guest_id = match (event, guest) {
                (Some(event), Some(who)) => Some(guest_of(door, named(door, &event)?, &who)?),
                _ => None,
            };
            let order = AnswerSettle {
                id,
                deed: deed
                    .as_deref()
                    .and_then(AnswerDeed::from_word)
                    .unwrap_or(AnswerDeed::SetAside),
                guest_id,
                rsvp: means,
                contact_id: None,
                person: None,
            };
            terminal.result(&commands::event_answer_settle(door, order)?, |row| {
                terminal.words("cli-event-answer-settled", &[("name", &row.name)])
            })
        }
        EventGuests::Answers { event, all, .. } => {
            let filter = AnswerFilter {
                event_id: event.map(|event| named(door, &event)).transpose()?,
                open: Some(!all),
                ..AnswerFilter::default()
            };
            let answers = commands::event_answer_list(door, filter)?;
            terminal.result(&json!({"answers": answers}), |_| {
                let rows: Vec<Vec<String>> = answers
                    .iter()
                    .map(|row| {
                        vec![
                            row.id.to_string(),
                            row.event.clone(),
                            row.name.clone(),
                            terminal.word("event-answer", &row.rsvp),
                            terminal.time(&row.at),
                            terminal.word("event-answer-state", row.state.as_str()),
                            if row.reason.is_empty() {
                                row.comment.clone()
                            } else {
                                terminal.words(&row.reason, &[])
                            },
                        ]
                    })
                    .collect();
                terminal.table(&["id", "event", "name", "answer", "at", "state", "text"], &rows)
            })
        }
    }
}

fn guest_of(door: &Door, event_id: i64, who: &str) -> Result<i64> {
    let ctx = door.ctx();
    door.workspace.db.read(|db| check_in::named(db, &ctx, event_id, who))
}

fn guests_of(door: &Door, event_id: i64, who: &[String]) -> Result<Vec<i64>> {
    let found: BTreeSet<i64> =
        who.iter().map(|who| guest_of(door, event_id, who)).collect::<Result<_>>()?;
    Ok(found.into_iter().collect())
}

pub(super) fn list_of(door: &Door, names: &[String]) -> Result<Vec<i64>> {
    let of = |name: &String| door.workspace.db.read(|db| recipient_list::named(db, name));
    names.iter().map(|name| of(name).map(|list| list.id)).collect()
}

/// `Name; Outlet; Phone or mail`, as a row of a spreadsheet is typed.
fn person(text: &str) -> NamedGuest {
    let mut parts = text.split([';', '\t']).map(str::trim);
    let mut person = NamedGuest {
        name: parts.next().unwrap_or_default().to_owned(),
        outlet: parts.next().unwrap_or_default().to_owned(),
        ..NamedGuest::default()
    };
    for part in parts.filter(|part| !part.is_empty()) {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let room = if part.contains('@') {
            &mut person.email
        } else if digits > 4 {
            &mut person.phone
        } else {
            &mut person.position
        };
        part.clone_into(room);
    }
    person
}

/// Whoever the media list knows by id, address or number; anybody else by name.
fn person_or_contact(door: &Door, text: &str) -> Result<(Option<i64>, Option<NamedGuest>)> {
    if !text.contains(';') {
        match door.workspace.db.read(|db| reach::who(db, text)) {
            Ok(contact) => return Ok((Some(contact), None)),
            Err(error) if error.code == Code::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok((None, Some(person(text))))
}

fn of_event(door: &Door, terminal: &Terminal, event_id: i64, who: Who, show: Show) -> Result<()> {
    for quota in &who.quota {
        set_quota(door, event_id, quota)?;
    }
    let names_people = !(who.list.is_empty() && who.contact.is_empty() && who.person.is_empty());
    if who.add && !names_people {
        return Err(Error::new(Code::Invalid, "cli-event-guests-nobody"));
    }
    if names_people {
        return add(door, terminal, event_id, &who);
    }
    if !who.seat.is_empty() {
        let count = commands::event_guest_seat(door, guests_of(door, event_id, &who.seat)?)?;
        return changed(terminal, count);
    }
    if !who.withdraw.is_empty() {
        let ids = guests_of(door, event_id, &who.withdraw)?;
        let order = GuestsWithdraw { ids, reason: who.reason.unwrap_or_default() };
        return changed(terminal, commands::event_guest_withdraw(door, order)?);
    }
    if !who.remove.is_empty() {
        let ids = guests_of(door, event_id, &who.remove)?;
        return changed(terminal, commands::event_guest_remove(door, ids)?);
    }
    if show.quotas {
        return quotas(door, terminal, event_id);
    }
    list(door, terminal, event_id, show)
}

fn changed(terminal: &Terminal, count: i64) -> Result<()> {
    terminal.result(&json!({"changed": count}), |_| {
        terminal.words("cli-event-accredited", &[("count", &count.to_string())])
    })
}

fn add(door: &Door, terminal: &Terminal, event_id: i64, who: &Who) -> Result<()> {
    let contacts = who
        .contact
        .iter()
        .map(|who| door.workspace.db.read(|db| reach::who(db, who)))
        .collect::<Result<Vec<i64>>>()?;
    let nominated_by = who
        .nominated_by
        .as_ref()
        .map(|name| door.workspace.db.read(|db| organisation::which(db, name)))
        .transpose()?;
    let order = GuestsAdd {
        event_id,
        lists: list_of(door, &who.list)?,
        minus_lists: list_of(door, &who.minus)?,
        contacts,
        persons: who.person.iter().map(|text| person(text)).collect(),
        category: who.category.clone(),
        nominated_by,
    };
    let found = if who.dry_run {
        commands::event_guest_check(door, order)?
    } else {
        commands::event_guest_add(door, order)?
    };
    terminal.result(&found, |found| told(terminal, found, who.dry_run))
}

pub(super) fn told(terminal: &Terminal, found: &GuestsFound, dry_run: bool) -> String {
    let head = if dry_run { "cli-event-guests-would" } else { "cli-event-guests-added" };
    let count = |rows: &[FoundGuest]| rows.len().to_string();
    let mut lines = vec![terminal.words(
        head,
        &[
            ("adding", &count(&found.adding)),
            ("waiting", &count(&found.waiting)),
            ("already", &count(&found.already)),
            ("left", &count(&found.left_out)),
        ],
    )];
    for (key, rows) in
        [("cli-event-guests-waits", &found.waiting), ("cli-event-guests-left", &found.left_out)]
    {
        lines.extend(rows.iter().map(|row| {
            let reason = terminal.words(&row.reason, &[]);
            terminal.words(key, &[("name", &row.name), ("reason", &reason)])
        }));
    }
    lines.join("\n")
}

fn said(terminal: &Terminal, row: &GuestRow) -> String {
    if !row.stands_in_for.is_empty() && row.rsvp == "yes" {
        return terminal
            .words("cli-event-rsvp-deputy", &[("name", &row.name), ("for", &row.stands_in_for)]);
    }
    let answer = terminal.word("event-answer", &row.rsvp);
    terminal.words("cli-event-rsvp", &[("name", &row.name), ("answer", &answer)])
}

fn list(door: &Door, terminal: &Terminal, event_id: i64, show: Show) -> Result<()> {
    let filter = GuestFilter {
        event_id,
        text: show.search,
        place: show.waiting.then_some(Place::Waiting),
        unanswered: show.unanswered.then_some(true),
        answered_before_change: show.answered_before_change.then_some(true),
        rsvp: show.answer,
        ..GuestFilter::default()
    };
    let page = commands::event_guest_list(door, filter)?;
    terminal.result(&page, |page| {
        let rows: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|row| {
                let place = match row.place {
                    Place::Waiting => format!(
                        "{} {}",
                        terminal.word("event-place", row.place.as_str()),
                        row.waiting_rank
                    ),
                    place => terminal.word("event-place", place.as_str()),
                };
                vec![
                    row.id.to_string(),
                    row.name.clone(),
                    row.outlet.clone(),
                    place,
                    if row.answered_before_change {
                        let answer = terminal.word("event-answer", &row.rsvp);
                        terminal.words("cli-event-answer-before-change", &[("answer", &answer)])
                    } else {
                        terminal.word("event-answer", &row.rsvp)
                    },
                    if row.email.is_empty() { row.phone.clone() } else { row.email.clone() },
                    [&row.stands_in_for, &row.replaced_by, &row.reason]
                        .into_iter()
                        .find(|text| !text.is_empty())
                        .cloned()
                        .unwrap_or_default(),
                ]
            })
            .collect();
        let sums = &page.sums;
        let numbers = [
            ("invited", sums.invited),
            ("yes", sums.yes),
            ("no", sums.no),
            ("maybe", sums.maybe),
            ("unanswered", sums.unanswered),
            ("waiting", sums.waiting),
            ("open", sums.open_answers),
        ]
        .map(|(name, number)| (name, number.to_string()));
        let args: Vec<(&str, &str)> =
            numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
        let table =
            terminal.table(&["id", "name", "outlet", "place", "answer", "reach", "notes"], &rows);
        let mut told = format!("{table}\n{}", terminal.words("cli-event-guests-sums", &args));
        if sums.answered_before_change > 0 {
            let count = sums.answered_before_change.to_string();
            told.push('\n');
            told.push_str(&terminal.words("cli-event-guests-before-change", &[("count", &count)]));
        }
        told
    })
}

fn quotas(door: &Door, terminal: &Terminal, event_id: i64) -> Result<()> {
    let quotas = commands::event_quota_list(door, event_id)?;
    terminal.result(&json!({"quotas": quotas}), |_| {
        let rows: Vec<Vec<String>> = quotas
            .iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    terminal.word("event-quota", row.scope.as_str()),
                    if row.tier.is_empty() { row.organisation.clone() } else { row.tier.clone() },
                    format!("{} / {}", row.taken, row.places),
                ]
            })
            .collect();
        terminal.table(&["id", "scope", "whom", "seats"], &rows)
    })
}

/// Sets a quota: `each_outlet=2`, `outlet:NAME=3`, `organisation:NAME=5`, `tier:1=10`; without a
/// number it is taken away.
fn set_quota(door: &Door, event_id: i64, text: &str) -> Result<()> {
    let wrong = || Error::new(Code::Invalid, "cli-event-quota-wrong").arg("quota", text);
    let (what, places) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (scope, name) = what.split_once(':').unwrap_or((what, ""));
    let (scope, name, places) = (scope.trim(), name.trim(), places.trim());
    let is_named = matches!(scope, "outlet" | "organisation");
    if !(is_named && !name.is_empty() || scope == "tier" || scope == "each_outlet") {
        return Err(wrong());
    }
    let organisation_id = if is_named {
        Some(door.workspace.db.read(|db| organisation::which(db, name))?)
    } else {
        None
    };
    let tier = if scope == "tier" { name } else { "" };
    let there = commands::event_quota_list(door, event_id)?.into_iter().find(|row| {
        row.scope.as_str() == scope && row.organisation_id == organisation_id && row.tier == tier
    });
    if places.is_empty() {
        if let Some(row) = there {
            commands::event_quota_delete(door, vec![row.id])?;
        }
        return Ok(());
    }
    let places: i64 = places.parse().map_err(|_| wrong())?;
    let mut set = Map::from_iter([("places".to_owned(), Json::from(places))]);
    if there.is_none() {
        set.extend([
            ("event_id".to_owned(), Json::from(event_id)),
            ("scope".to_owned(), Json::from(scope)),
            ("organisation_id".to_owned(), Json::from(organisation_id)),
            ("tier".to_owned(), Json::from(tier)),
        ]);
    }
    let id = there.map(|row| row.id);
    commands::event_quota_save(door, Patch { id, set, ..Patch::default() })?;
    Ok(())
}
