//! Keeps what a row says: a new contact, or what is new about one already there. Unless a rule says
//! otherwise empty fields are filled, addresses, numbers and labels added, and nothing that a
//! person wrote is overwritten.

mod columns;
mod hang;
mod learn;

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::person::{More, Person, ReachLine, Stay};
use super::recognise::Found;
use super::rules::{Rules, UpdateRule};
use crate::contact::{self, Contact, DuplicateFlag};
use crate::db::{Writer, search};
use crate::erased::{self, Guard, Trait};
use crate::error::Result;
use crate::format::contact_columns::Field;
use crate::format::fold::fold;
use crate::format::phone::Phone;
use crate::label;
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::reach;
use crate::recipient_list::{self, Membership, RecipientList};

/// Tables that an import adds rows to, in the order in which they may be taken back (last first),
/// each with the columns that say whose part a row is.
pub const TABLES: &[(&str, &str)] = &[
    ("organisations", ""),
    ("contacts", ""),
    ("affiliations", "contact_id"),
    ("reaches", "contact_id organisation_id"),
    ("labels", "contact_id organisation_id"),
    ("memberships", "contact_id member_organisation_id"),
    ("social_accounts", "contact_id organisation_id"),
    ("custom_fields", ""),
    ("custom_values", "contact_id organisation_id"),
    ("contact_states", "contact_id"),
    ("duplicate_flags", "contact_id"),
    ("recipient_lists", ""),
    ("recipient_list_members", "contact_id"),
];

/// What keeping a row changed.
#[derive(Debug, Default)]
pub struct Kept {
    /// Names of the fields that the contact learnt.
    pub learnt: Vec<&'static str>,
    /// Whether its outlet is new.
    pub new_outlet: bool,
    /// Whether its outlet, known already, learnt something.
    pub outlet_learnt: bool,
}

/// Keeps rows for one import.
pub struct Store {
    rules: Rules,
    import_id: i64,
    list_id: Option<i64>,
    outlets: BTreeMap<String, i64>,
    lists: BTreeMap<String, i64>,
}

/// The list with this name, made when missing.
pub fn list_named_or_new(db: &Writer, name: &str) -> Result<i64> {
    match recipient_list::named(db, name) {
        Ok(list) => Ok(list.id),
        Err(_) => db.insert(&mut RecipientList {
            name: name.trim().to_owned(),
            name_key: fold(name),
            ..RecipientList::default()
        }),
    }
}

/// How sure a shared address alone makes: a person's question, not an answer.
const SAME_ADDRESS: i64 = 40;

const MOST_OUTLETS_REMEMBERED: usize = 20_000;

impl Store {
    pub fn new(rules: Rules, import_id: i64) -> Self {
        Self { rules, import_id, list_id: None, outlets: BTreeMap::new(), lists: BTreeMap::new() }
    }

    /// Puts everybody on this list.
    pub fn everybody_on(&mut self, list_id: i64) {
        self.list_id = Some(list_id);
    }

    /// Keeps one row's person, or its outlet where it names nobody.
    pub fn keep(&mut self, db: &Writer, person: &Person, found: &Found) -> Result<Kept> {
        let mut kept = Kept::default();
        let outlet_id = if person.outlet_key.is_empty() {
            None
        } else {
            Some(self.outlet(db, person, &mut kept)?)
        };
        if person.is_outlet_only() {
            return Ok(kept);
        }
        let contact_id = match found.contact {
            Some(id) => {
                learn::learn(db, &self.rules, id, person, outlet_id, &mut kept)?;
                id
            }
            None => add(db, &self.rules, person, outlet_id, found.same_address)?,
        };
        self.join_lists(db, person, contact_id, found.contact.is_some(), &mut kept)?;
        Ok(kept)
    }

    fn join_lists(
        &mut self,
        db: &Writer,
        person: &Person,
        contact_id: i64,
        known: bool,
        kept: &mut Kept,
    ) -> Result<()> {
        let mut lists: Vec<i64> = self.list_id.into_iter().collect();
        for name in &person.lists {
            lists.push(self.list(db, name)?);
        }
        if known
            && !person.lists.is_empty()
            && self.rules.several(Field::Lists) == UpdateRule::Replace
        {
            learn::leave_other_lists(db, contact_id, &lists, kept)?;
        }
        for (at, list_id) in lists.iter().copied().enumerate() {
            // A new contact is on no list yet; twice the same in a row counts once.
            let twice = lists.iter().take(at).any(|other| *other == list_id);
            if twice || known && recipient_list::membership(db, list_id, contact_id)?.is_some() {
                continue;
            }
            db.insert(&mut Membership {
                recipient_list_id: list_id,
                contact_id,
                ..Membership::default()
            })?;
            if known {
                kept.learnt.push("lists");
            }
        }
        Ok(())
    }

    fn list(&mut self, db: &Writer, name: &str) -> Result<i64> {
        let key = fold(name);
        if let Some(id) = self.lists.get(&key) {
            return Ok(*id);
        }
        let id = list_named_or_new(db, name)?;
        self.lists.insert(key, id);
        Ok(id)
    }

    fn outlet(&mut self, db: &Writer, person: &Person, kept: &mut Kept) -> Result<i64> {
        if let Some(id) = self.outlets.get(&person.outlet_key) {
            if person.has_more_of_outlet() {
                kept.outlet_learnt = learn::outlet(db, &self.rules, self.import_id, *id, person)?;
            }
            return Ok(*id);
        }
        let found: Option<i64> = db.row(
            "SELECT id FROM organisations WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 1",
            named_params! {":key": person.outlet_key},
            |row| row.get(0),
        )?;
        let id = match found {
            Some(id) => {
                kept.outlet_learnt = learn::outlet(db, &self.rules, self.import_id, id, person)?;
                id
            }
            None => {
                kept.new_outlet = true;
                add_outlet(db, &self.rules, person)?
            }
        };
        if self.outlets.len() < MOST_OUTLETS_REMEMBERED {
            self.outlets.insert(person.outlet_key.clone(), id);
        }
        Ok(id)
    }
}

/// The value by which the row would bring an erased person back: of a new contact, or new to one
/// that is there.
pub fn returning(
    db: &Writer,
    guard: &Guard,
    person: &Person,
    found: &Found,
) -> Result<Option<String>> {
    if guard.is_empty() || person.is_outlet_only() {
        return Ok(None);
    }
    for ReachLine { kind, value, value_key, .. } in reaches(person) {
        if guard.erased_at(Trait::of_reach(kind), &value_key)?.is_none() {
            continue;
        }
        let is_known = db.number(
            "SELECT EXISTS (SELECT 1 FROM reaches WHERE contact_id = :contact AND value_key = :key AND deleted_at IS NULL)",
            named_params! {":contact": found.contact, ":key": value_key},
        )? == 1;
        if !is_known {
            return Ok(Some(value));
        }
    }
    let name = erased::name_at(&person.name.name, &person.outlet);
    let comes_back = found.contact.is_none() && guard.erased_at(Trait::Name, &name)?.is_some();
    Ok(comes_back.then(|| person.name.name.clone()))
}

fn add_outlet(db: &Writer, rules: &Rules, person: &Person) -> Result<i64> {
    let mut outlet = Organisation {
        kind: "outlet".to_owned(),
        name: person.outlet.clone(),
        name_key: person.outlet_key.clone(),
        media_type: person.outlet_type.clone(),
        scale: person.outlet_scale.clone(),
        company: person.outlet_company.clone(),
        website: person.outlet_website.clone(),
        address: person.outlet_address.clone(),
        ..Organisation::default()
    };
    for (field, value) in &person.more.outlet {
        columns::set_outlet(&mut outlet, *field, value);
    }
    let id = db.insert(&mut outlet)?;
    add_reaches_to_outlet(db, id, &person.more)?;
    hang::all(db, rules, Owner::Organisation(id), &person.more.of_outlet, &[])?;
    if person.has_more_of_outlet() {
        db.touch("organisations", id);
    } else {
        let rest = format!("{} {}", person.outlet_company, person.outlet_website);
        search::put(db, &crate::organisation::SEARCH, id, &[&person.outlet, &rest])?;
    }
    Ok(id)
}

fn or_default(value: &str, default: &str) -> String {
    if value.is_empty() { default } else { value }.to_owned()
}

fn add(
    db: &Writer,
    rules: &Rules,
    person: &Person,
    outlet_id: Option<i64>,
    same_address: Option<i64>,
) -> Result<i64> {
    let mut contact = Contact {
        kind: or_default(&person.kind, "journalist"),
        name: person.name.name.clone(),
        name_key: person.name_key.clone(),
        name_prefix: person.name.prefix.clone(),
        name_suffix: person.name.suffix.clone(),
        salutation_formal: person.salutation_formal.clone(),
        salutation_familiar: person.salutation_familiar.clone(),
        city: person.city.clone(),
        language: or_default(&person.language, "id"),
        notes: person.notes.clone(),
        ..Contact::default()
    };
    for (field, value) in &person.more.contact {
        columns::set_contact(&mut contact, *field, value);
    }
    let contact_id = db.insert(&mut contact)?;
    let mut reach_text = String::new();
    for (rank, ReachLine { kind, value, value_key, label }) in reaches(person).enumerate() {
        for text in [&value, &value_key] {
            reach_text.push_str(text);
            reach_text.push(' ');
        }
        if let Some(national) = value_key.strip_prefix("+62") {
            reach_text.push('0');
            reach_text.push_str(national);
            reach_text.push(' ');
        }
        let rank = i64::try_from(rank).unwrap_or(0);
        let mut reach = reach::new(Owner::Contact(contact_id), kind, value, value_key, rank);
        reach.label = label;
        db.insert(&mut reach)?;
    }
    let main = outlet_id.map(|id| {
        let stay = Stay {
            organisation: person.outlet.clone(),
            position: person.position.clone(),
            department: person.department.clone(),
            ..Stay::default()
        };
        (id, stay)
    });
    hang::add_stays(db, contact_id, main, &person.more.affiliations)?;
    let mut rest = String::new();
    for (kind, value) in labels(person) {
        rest.push_str(value);
        rest.push(' ');
        db.insert(&mut label::new(Owner::Contact(contact_id), kind, value))?;
    }
    // The states first: they know since when and why.
    if !person.more.of_contact.is_empty() {
        hang::all(db, rules, Owner::Contact(contact_id), &person.more.of_contact, &[])?;
    }
    if person.do_not_contact {
        forbid(db, contact_id)?;
    }
    if let Some(other_id) = same_address {
        db.insert(&mut DuplicateFlag {
            contact_id,
            other_id,
            reason: "same_address".to_owned(),
            score: SAME_ADDRESS,
            ..DuplicateFlag::default()
        })?;
    }
    if !person.more.is_empty() {
        // The index is made from what is stored: few rows come this way.
        db.touch("contacts", contact_id);
        return Ok(contact_id);
    }
    rest.push_str(&person.city);
    rest.push(' ');
    rest.push_str(&person.notes);
    let outlet = format!("{} {}", person.outlet, person.position);
    search::put(
        db,
        &contact::SEARCH,
        contact_id,
        &[&person.full_name(), &outlet, &reach_text, &rest],
    )?;
    Ok(contact_id)
}

fn forbid(db: &Writer, contact_id: i64) -> Result<bool> {
    let since = db.ctx().now_text();
    contact::mark(
        db,
        contact::ContactState {
            kind: "do_not_contact".to_owned(),
            contact_id: Some(contact_id),
            since,
            ..contact::ContactState::default()
        },
    )
}

/// The addresses and numbers of a person: those with their types as the file orders them, then the
/// rest.
fn reaches(person: &Person) -> impl Iterator<Item = ReachLine> + '_ {
    reach_lines(&person.more.of_contact.reaches, &person.emails, &person.phones)
}

fn reach_lines<'a>(
    typed: &'a [ReachLine],
    emails: &'a [String],
    phones: &'a [(Phone, bool)],
) -> impl Iterator<Item = ReachLine> + 'a {
    let emails = emails.iter().map(|address| ReachLine {
        kind: "email",
        value: address.clone(),
        value_key: address.to_lowercase(),
        label: String::new(),
    });
    let phones = phones.iter().map(|(phone, whatsapp)| ReachLine {
        kind: if *whatsapp { "whatsapp" } else { "phone" },
        value: phone.display.clone(),
        value_key: phone.e164.clone(),
        label: String::new(),
    });
    let rest = emails
        .chain(phones)
        .filter(|plain| !typed.iter().any(|line| line.value_key == plain.value_key));
    typed.iter().cloned().chain(rest)
}

/// Gives an outlet the addresses and numbers that it lacks; whether there were any.
fn add_reaches_to_outlet(db: &Writer, id: i64, more: &More) -> Result<bool> {
    if more.outlet_emails.is_empty() && more.outlet_phones.is_empty() {
        return Ok(false);
    }
    let known: Vec<String> = db.rows(
        "SELECT value_key FROM reaches WHERE organisation_id = :id AND deleted_at IS NULL",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    let mut rank = i64::try_from(known.len()).unwrap_or(0);
    let mut added = false;
    let lines = reach_lines(&more.of_outlet.reaches, &more.outlet_emails, &more.outlet_phones);
    for ReachLine { kind, value, value_key, label } in lines {
        if !known.contains(&value_key) {
            let mut reach = reach::new(Owner::Organisation(id), kind, value, value_key, rank);
            reach.label = label;
            db.insert(&mut reach)?;
            rank += 1;
            added = true;
        }
    }
    Ok(added)
}

fn labels(person: &Person) -> impl Iterator<Item = (&'static str, &str)> {
    person
        .beats
        .iter()
        .map(|beat| ("beat", beat.as_str()))
        .chain(person.tags.iter().map(|tag| ("tag", tag.as_str())))
}
