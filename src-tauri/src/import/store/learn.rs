//! What somebody who is there already learns from a row, by the rules of the import.

use rusqlite::named_params;

use super::{Kept, columns, forbid, labels, more, reaches};
use crate::affiliation::Affiliation;
use crate::contact::Contact;
use crate::custom_field::{self, CustomValue};
use crate::db::Writer;
use crate::error::Result;
use crate::format::contact_columns::Field;
use crate::format::fold::fold;
use crate::import::person::Person;
use crate::import::rules::{Rules, UpdateRule};
use crate::label::{self, Label};
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::reach::{self, Reach};
use crate::recipient_list::Membership;

/// Lays a value over a field by its rule; whether that changed it.
fn lay(column: &mut String, value: &str, rule: UpdateRule, adds: bool) -> bool {
    if value.is_empty() || column == value {
        return false;
    }
    match rule {
        UpdateRule::Add if adds && !column.is_empty() => {
            if column.contains(value) {
                return false;
            }
            column.push('\n');
            column.push_str(value);
        }
        UpdateRule::Replace => value.clone_into(column),
        _ if column.is_empty() => value.clone_into(column),
        _ => return false,
    }
    true
}

/// Teaches a contact what a row says.
pub fn learn(
    db: &Writer,
    rules: &Rules,
    id: i64,
    person: &Person,
    outlet_id: Option<i64>,
    kept: &mut Kept,
) -> Result<()> {
    learn_columns(db, rules, id, person, kept)?;
    learn_reaches(db, rules, id, person, kept)?;
    if let Some(organisation_id) = outlet_id {
        learn_affiliation(db, rules, id, organisation_id, person, kept)?;
    }
    let given: Vec<(&str, &str)> = labels(person)
        .chain(person.more.labels.iter().map(|(kind, value)| (*kind, value.as_str())))
        .collect();
    for (kind, field, name) in [
        ("beat", Field::Beats, "beats"),
        ("tag", Field::Tags, "tags"),
        ("region", Field::Regions, "regions"),
        ("language", Field::Languages, "languages"),
        ("topic", Field::Topics, "topics"),
    ] {
        let values: Vec<&str> =
            given.iter().filter(|(of, _)| *of == kind).map(|(_, value)| *value).collect();
        if learn_labels(db, rules.several(field), id, kind, &values)? {
            kept.learnt.push(name);
        }
    }
    learn_more(db, rules, id, person, kept)?;
    if person.do_not_contact && forbid(db, id)? {
        kept.learnt.push("do_not_contact");
    }
    if !kept.learnt.is_empty() {
        db.touch("contacts", id);
    }
    Ok(())
}

fn learn_columns(
    db: &Writer,
    rules: &Rules,
    id: i64,
    person: &Person,
    kept: &mut Kept,
) -> Result<()> {
    let mut contact: Contact = db.get(id)?;
    let usual = [
        (Field::NamePrefix, &person.name.prefix),
        (Field::NameSuffix, &person.name.suffix),
        (Field::SalutationFormal, &person.salutation_formal),
        (Field::SalutationFamiliar, &person.salutation_familiar),
        (Field::City, &person.city),
        (Field::Notes, &person.notes),
    ];
    let more = person.more.contact.iter().map(|(field, value)| (*field, value));
    for (field, value) in usual.into_iter().chain(more) {
        let adds = matches!(field, Field::Notes | Field::PitchNotes);
        if let Some(column) = columns::of_contact(&mut contact, field)
            && lay(column, value, rules.single(field), adds)
        {
            kept.learnt.push(field.word());
        }
    }
    // Kind and language always hold something: only the rule "replace" changes them.
    for (field, column, value) in [
        (Field::Kind, &mut contact.kind, &person.kind),
        (Field::Language, &mut contact.language, &person.language),
    ] {
        if rules.single(field) == UpdateRule::Replace
            && lay(column, value, UpdateRule::Replace, false)
        {
            kept.learnt.push(field.word());
        }
    }
    if rules.single(Field::Name) == UpdateRule::Replace
        && lay(&mut contact.name, &person.name.name, UpdateRule::Replace, false)
    {
        contact.name_key = fold(&contact.name);
        kept.learnt.push("name");
    }
    columns::keep_in_step(&mut contact);
    db.update(&mut contact)?;
    Ok(())
}

fn learn_reaches(
    db: &Writer,
    rules: &Rules,
    id: i64,
    person: &Person,
    kept: &mut Kept,
) -> Result<()> {
    let known = reach::of_contact(db, id)?;
    let mut rank = known.iter().map(|reach| reach.rank).max().unwrap_or(-1);
    let rule_of = |kind: &str| {
        rules.several(match kind {
            "email" => Field::Email,
            "whatsapp" => Field::Whatsapp,
            _ => Field::Phone,
        })
    };
    let is_phone = |kind: &str| kind != "email";
    let had = |kind: &str| known.iter().any(|reach| is_phone(&reach.kind) == is_phone(kind));
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
        if rule_of(kind) == UpdateRule::Fill && had(kind) {
            continue;
        }
        rank += 1;
        db.insert(&mut reach::new(Owner::Contact(id), kind, value, value_key, rank))?;
        kept.learnt.push(kind);
    }
    for reach in &known {
        let mut given =
            reaches(person).filter(|(kind, ..)| is_phone(kind) == is_phone(&reach.kind));
        let replaced = rule_of(&reach.kind) == UpdateRule::Replace && given.next().is_some();
        let stays = reaches(person).any(|(_, _, value_key)| value_key == reach.value_key);
        if replaced && !stays && db.delete::<Reach>(reach.id)? {
            kept.learnt.push(if reach.kind == "email" { "email" } else { "phone" });
        }
    }
    Ok(())
}

fn learn_affiliation(
    db: &Writer,
    rules: &Rules,
    contact_id: i64,
    organisation_id: i64,
    person: &Person,
    kept: &mut Kept,
) -> Result<()> {
    let all: Vec<Affiliation> = db.all(
        "contact_id = :contact ORDER BY ended_on <> '', id",
        named_params! {":contact": contact_id},
    )?;
    let stands = all.iter().any(|affiliation| affiliation.ended_on.is_empty());
    let rule = rules.several(Field::Outlet);
    if rule == UpdateRule::Replace {
        // Whoever is somewhere else now has left: the stay ends, its history stays.
        let today = db.ctx().now.format("%Y-%m-%d").to_string();
        let others = all.iter().filter(|affiliation| {
            affiliation.organisation_id != organisation_id && affiliation.ended_on.is_empty()
        });
        for other in others {
            let mut other = other.clone();
            other.ended_on.clone_from(&today);
            db.update(&mut other)?;
        }
    }
    let here = all.into_iter().find(|affiliation| affiliation.organisation_id == organisation_id);
    match here {
        Some(mut affiliation) => {
            let mut learnt = false;
            for (field, column, value) in [
                (Field::Position, &mut affiliation.position, &person.position),
                (Field::Department, &mut affiliation.department, &person.department),
            ] {
                if lay(column, value, rules.single(field), false) {
                    kept.learnt.push(field.word());
                    learnt = true;
                }
            }
            if learnt {
                db.update(&mut affiliation)?;
            }
        }
        None if rule == UpdateRule::Fill && stands => {}
        None => {
            db.insert(&mut Affiliation {
                contact_id,
                organisation_id,
                position: person.position.clone(),
                department: person.department.clone(),
                ..Affiliation::default()
            })?;
            kept.learnt.push("outlet");
        }
    }
    Ok(())
}

fn learn_labels(
    db: &Writer,
    rule: UpdateRule,
    id: i64,
    kind: &str,
    values: &[&str],
) -> Result<bool> {
    if values.is_empty() {
        return Ok(false);
    }
    let stored: Vec<Label> = db.all(
        "contact_id = :contact AND kind = :kind",
        named_params! {":contact": id, ":kind": kind},
    )?;
    if rule == UpdateRule::Fill && !stored.is_empty() {
        return Ok(false);
    }
    let mut learnt = false;
    let mut added: Vec<String> = Vec::new();
    for value in values {
        let key = fold(value);
        if stored.iter().any(|label| label.value_key == key) || added.contains(&key) {
            continue;
        }
        db.insert(&mut label::new(Owner::Contact(id), kind, value))?;
        added.push(key);
        learnt = true;
    }
    if rule == UpdateRule::Replace {
        for label in stored {
            if !values.iter().any(|value| fold(value) == label.value_key) {
                learnt |= db.delete::<Label>(label.id)?;
            }
        }
    }
    Ok(learnt)
}

fn learn_more(db: &Writer, rules: &Rules, id: i64, person: &Person, kept: &mut Kept) -> Result<()> {
    let more = &person.more;
    if more.is_empty() {
        return Ok(());
    }
    for name in &more.memberships {
        let association = more::association_id(db, name)?;
        let known = db.number(
            "SELECT COUNT(*) FROM memberships WHERE contact_id = :contact AND association_id = :association AND deleted_at IS NULL",
            named_params! {":contact": id, ":association": association},
        )?;
        if known == 0 {
            more::join(db, id, association)?;
            kept.learnt.push("memberships");
        }
    }
    let known = crate::social_account::of(db, Owner::Contact(id))?;
    for mut account in more::accounts_of(more) {
        let there = known
            .iter()
            .any(|old| old.platform == account.platform && old.handle_key == account.handle_key);
        if !there {
            account.contact_id = Some(id);
            account.rank = i64::try_from(known.len()).unwrap_or(0);
            db.insert(&mut account)?;
            kept.learnt.push("social_accounts");
        }
    }
    for stay in &more.affiliations {
        let organisation = more::organisation_id(db, &stay.organisation)?;
        let there = db.number(
            "SELECT COUNT(*) FROM affiliations WHERE contact_id = :contact AND organisation_id = :organisation AND position = :position AND deleted_at IS NULL",
            named_params! {":contact": id, ":organisation": organisation, ":position": stay.position},
        )?;
        if there == 0 {
            db.insert(&mut more::at(id, organisation, stay))?;
            kept.learnt.push("affiliations");
        }
    }
    let stored = custom_field::values_of(db, Owner::Contact(id))?;
    for value in &more.custom {
        let old = stored.iter().find(|old| old.custom_field_id == value.custom_field_id);
        let rule = rules.single(Field::Custom(value.custom_field_id));
        if old.is_some_and(|old| old.value == value.value || rule != UpdateRule::Replace) {
            continue;
        }
        let mut value = CustomValue {
            id: old.map_or(0, |old| old.id),
            version: old.map_or(0, |old| old.version),
            contact_id: Some(id),
            ..value.clone()
        };
        if value.id == 0 {
            db.insert(&mut value)?;
        } else {
            db.update(&mut value)?;
        }
        kept.learnt.push("custom");
    }
    Ok(())
}

/// Teaches an outlet what a row says about it; whether that was new.
pub fn outlet(db: &Writer, rules: &Rules, id: i64, person: &Person) -> Result<bool> {
    if !person.has_outlet_columns() {
        return Ok(false);
    }
    let mut outlet: Organisation = db.get(id)?;
    let usual = [
        (Field::OutletType, &person.outlet_type),
        (Field::OutletScale, &person.outlet_scale),
        (Field::OutletCompany, &person.outlet_company),
        (Field::OutletWebsite, &person.outlet_website),
        (Field::OutletAddress, &person.outlet_address),
    ];
    let more = person.more.outlet.iter().map(|(field, value)| (*field, value));
    let mut learnt = false;
    for (field, value) in usual.into_iter().chain(more) {
        if field == Field::OutletReachValue {
            let number = value.parse().unwrap_or(0);
            let lays = outlet.reach_value == 0 || rules.single(field) == UpdateRule::Replace;
            if lays && number != outlet.reach_value {
                outlet.reach_value = number;
                learnt = true;
            }
        } else if let Some(column) = columns::of_outlet(&mut outlet, field) {
            learnt |= lay(column, value, rules.single(field), field == Field::OutletNotes);
        }
    }
    db.update(&mut outlet)?;
    learnt |= more::add_to_outlet(db, id, &person.more)?;
    if learnt {
        db.touch("organisations", id);
    }
    Ok(learnt)
}

/// Takes a contact off the lists that the row does not name.
pub fn leave_other_lists(
    db: &Writer,
    contact_id: i64,
    lists: &[i64],
    kept: &mut Kept,
) -> Result<()> {
    let memberships: Vec<Membership> =
        db.all("contact_id = :contact", named_params! {":contact": contact_id})?;
    for membership in memberships {
        if !lists.contains(&membership.recipient_list_id)
            && db.delete::<Membership>(membership.id)?
        {
            kept.learnt.push("lists");
        }
    }
    Ok(())
}
