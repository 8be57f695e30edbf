//! Keeps what a row says: a new contact, or what is new about one already there. Empty fields
//! are filled, addresses, numbers and labels added; nothing a person wrote is overwritten.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::person::Person;
use super::recognise::Found;
use crate::affiliation::Affiliation;
use crate::contact::{self, Contact, DuplicateFlag};
use crate::db::{Writer, search};
use crate::error::Result;
use crate::format::fold::fold;
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
}

/// Keeps rows for one import.
pub struct Store {
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

const MOST_OUTLETS_REMEMBERED: usize = 20_000;

impl Store {
    pub fn new(list_id: Option<i64>) -> Self {
        Self { list_id, outlets: BTreeMap::new(), lists: BTreeMap::new() }
    }

    /// Keeps one row's person.
    pub fn keep(&mut self, db: &Writer, person: &Person, found: &Found) -> Result<Kept> {
        let mut kept = Kept::default();
        let outlet_id = if person.outlet_key.is_empty() {
            None
        } else {
            Some(self.outlet(db, person, &mut kept)?)
        };
        let contact_id = match found.contact {
            Some(id) => {
                learn(db, id, person, outlet_id, &mut kept)?;
                id
            }
            None => add(db, person, outlet_id, found.same_address)?,
        };
        let mut lists: Vec<i64> = self.list_id.into_iter().collect();
        for name in &person.lists {
            lists.push(self.list(db, name)?);
        }
        for list_id in lists {
            if found.contact.is_none()
                || recipient_list::membership(db, list_id, contact_id)?.is_none()
            {
                db.insert(&mut Membership {
                    recipient_list_id: list_id,
                    contact_id,
                    ..Membership::default()
                })?;
                if found.contact.is_some() {
                    kept.learnt.push("lists");
                }
            }
        }
        Ok(kept)
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
            return Ok(*id);
        }
        let found: Option<i64> = db.row(
            "SELECT id FROM organisations WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 1",
            named_params! {":key": person.outlet_key},
            |row| row.get(0),
        )?;
        let id = match found {
            Some(id) => {
                fill_outlet(db, id, person)?;
                id
            }
            None => {
                kept.new_outlet = true;
                add_outlet(db, person)?
            }
        };
        if self.outlets.len() < MOST_OUTLETS_REMEMBERED {
            self.outlets.insert(person.outlet_key.clone(), id);
        }
        Ok(id)
    }
}

fn add_outlet(db: &Writer, person: &Person) -> Result<i64> {
    let id = db.insert(&mut Organisation {
        kind: "outlet".to_owned(),
        name: person.outlet.clone(),
        name_key: person.outlet_key.clone(),
        media_type: person.outlet_type.clone(),
        scale: person.outlet_scale.clone(),
        company: person.outlet_company.clone(),
        website: person.outlet_website.clone(),
        address: person.outlet_address.clone(),
        ..Organisation::default()
    })?;
    let rest = format!("{} {}", person.outlet_company, person.outlet_website);
    search::put(db, &crate::organisation::SEARCH, id, &[&person.outlet, &rest])?;
    Ok(id)
}

fn fill_outlet(db: &Writer, id: i64, person: &Person) -> Result<()> {
    let given = [
        &person.outlet_type,
        &person.outlet_scale,
        &person.outlet_company,
        &person.outlet_website,
        &person.outlet_address,
    ];
    if given.iter().all(|value| value.is_empty()) {
        return Ok(());
    }
    let mut outlet: Organisation = db.get(id)?;
    fill(&mut outlet.media_type, &person.outlet_type);
    fill(&mut outlet.scale, &person.outlet_scale);
    fill(&mut outlet.company, &person.outlet_company);
    fill(&mut outlet.website, &person.outlet_website);
    fill(&mut outlet.address, &person.outlet_address);
    db.update(&mut outlet)?;
    Ok(())
}

fn fill(field: &mut String, value: &str) -> bool {
    let fills = field.is_empty() && !value.is_empty();
    if fills {
        value.clone_into(field);
    }
    fills
}

fn or_default(value: &str, default: &str) -> String {
    if value.is_empty() { default } else { value }.to_owned()
}

fn add(
    db: &Writer,
    person: &Person,
    outlet_id: Option<i64>,
    same_address: Option<i64>,
) -> Result<i64> {
    let contact_id = db.insert(&mut Contact {
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
    })?;
    let mut reach_text = String::new();
    for (rank, (kind, value, value_key)) in reaches(person).enumerate() {
        for text in [&value, &value_key] {
            reach_text.push_str(text);
            reach_text.push(' ');
        }
        if let Some(national) = value_key.strip_prefix("+62") {
            reach_text.push('0');
            reach_text.push_str(national);
            reach_text.push(' ');
        }
        db.insert(&mut reach::new(
            Owner::Contact(contact_id),
            kind,
            value,
            value_key,
            i64::try_from(rank).unwrap_or(0),
        ))?;
    }
    if let Some(organisation_id) = outlet_id {
        db.insert(&mut Affiliation {
            contact_id,
            organisation_id,
            position: person.position.clone(),
            ..Affiliation::default()
        })?;
    }
    let mut rest = String::new();
    for (kind, value) in labels(person) {
        rest.push_str(value);
        rest.push(' ');
        db.insert(&mut label::new(Owner::Contact(contact_id), kind, value))?;
    }
    if person.do_not_contact {
        forbid(db, contact_id)?;
    }
    if let Some(other_id) = same_address {
        db.insert(&mut DuplicateFlag {
            contact_id,
            other_id,
            reason: "same_address".to_owned(),
            ..DuplicateFlag::default()
        })?;
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

fn reaches(person: &Person) -> impl Iterator<Item = (&'static str, String, String)> + '_ {
    let emails =
        person.emails.iter().map(|address| ("email", address.clone(), address.to_lowercase()));
    let phones = person.phones.iter().map(|(phone, whatsapp)| {
        (if *whatsapp { "whatsapp" } else { "phone" }, phone.display.clone(), phone.e164.clone())
    });
    emails.chain(phones)
}

fn labels(person: &Person) -> impl Iterator<Item = (&'static str, &str)> {
    person
        .beats
        .iter()
        .map(|beat| ("beat", beat.as_str()))
        .chain(person.tags.iter().map(|tag| ("tag", tag.as_str())))
}

fn learn(
    db: &Writer,
    id: i64,
    person: &Person,
    outlet_id: Option<i64>,
    kept: &mut Kept,
) -> Result<()> {
    let mut contact: Contact = db.get(id)?;
    for (field, value, name) in [
        (&mut contact.name_prefix, &person.name.prefix, "name_prefix"),
        (&mut contact.name_suffix, &person.name.suffix, "name_suffix"),
        (&mut contact.salutation_formal, &person.salutation_formal, "salutation_formal"),
        (&mut contact.salutation_familiar, &person.salutation_familiar, "salutation_familiar"),
        (&mut contact.city, &person.city, "city"),
        (&mut contact.notes, &person.notes, "notes"),
    ] {
        if fill(field, value) {
            kept.learnt.push(name);
        }
    }
    db.update(&mut contact)?;
    learn_reaches(db, id, person, kept)?;
    if let Some(organisation_id) = outlet_id {
        learn_affiliation(db, id, organisation_id, person, kept)?;
    }
    for (kind, value) in labels(person) {
        let known = db.number(
            "SELECT COUNT(*) FROM labels WHERE contact_id = :contact AND kind = :kind AND value_key = :key AND deleted_at IS NULL",
            named_params! {":contact": id, ":kind": kind, ":key": fold(value)},
        )?;
        if known == 0 {
            db.insert(&mut label::new(Owner::Contact(id), kind, value))?;
            kept.learnt.push(if kind == "beat" { "beats" } else { "tags" });
        }
    }
    if person.do_not_contact && forbid(db, id)? {
        kept.learnt.push("do_not_contact");
    }
    if !kept.learnt.is_empty() {
        db.touch("contacts", id);
    }
    Ok(())
}

fn learn_reaches(db: &Writer, id: i64, person: &Person, kept: &mut Kept) -> Result<()> {
    let known = reach::of_contact(db, id)?;
    let mut rank = known.iter().map(|reach| reach.rank).max().unwrap_or(-1);
    for (kind, value, value_key) in reaches(person) {
        if let Some(reach) = known.iter().find(|reach| reach.value_key == value_key) {
            if kind == "whatsapp" && reach.kind == "phone" {
                let mut reach = reach.clone();
                reach.kind = "whatsapp".to_owned();
                db.update(&mut reach)?;
                kept.learnt.push("whatsapp");
            }
            continue;
        }
        rank += 1;
        db.insert(&mut reach::new(Owner::Contact(id), kind, value, value_key, rank))?;
        kept.learnt.push(kind);
    }
    Ok(())
}

fn learn_affiliation(
    db: &Writer,
    contact_id: i64,
    organisation_id: i64,
    person: &Person,
    kept: &mut Kept,
) -> Result<()> {
    let known: Vec<Affiliation> = db.all(
        "contact_id = :contact AND organisation_id = :organisation ORDER BY ended_on <> '', id",
        named_params! {":contact": contact_id, ":organisation": organisation_id},
    )?;
    match known.into_iter().next() {
        Some(mut affiliation) => {
            if fill(&mut affiliation.position, &person.position) {
                db.update(&mut affiliation)?;
                kept.learnt.push("position");
            }
        }
        None => {
            db.insert(&mut Affiliation {
                contact_id,
                organisation_id,
                position: person.position.clone(),
                ..Affiliation::default()
            })?;
            kept.learnt.push("outlet");
        }
    }
    Ok(())
}
