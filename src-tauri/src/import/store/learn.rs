//! What somebody who is there already learns from a row, by the rules of the import.

use rusqlite::named_params;

use super::{Kept, columns, forbid, hang, labels, reaches};
use crate::affiliation::Affiliation;
use crate::contact::Contact;
use crate::db::Writer;
use crate::error::Result;
use crate::format::contact_columns::Field;
use crate::format::fold::fold;
use crate::import::person::{Person, ReachLine};
use crate::import::rules::{Rules, UpdateRule};
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::reach::{self, Reach};
use crate::recipient_list::Membership;

/// Lays a value over a field by its rule; whether that changed it.
pub fn lay(column: &mut String, value: &str, rule: UpdateRule, adds: bool) -> bool {
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
    let given: Vec<(&'static str, &str)> = labels(person).collect();
    kept.learnt.extend(hang::all(db, rules, Owner::Contact(id), &person.more.of_contact, &given)?);
    if hang::learn_stays(db, id, &person.more.affiliations)? {
        kept.learnt.push("affiliations");
    }
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
    for ReachLine { kind, value, value_key, label } in reaches(person) {
        if let Some(reach) = known.iter().find(|reach| reach.value_key == value_key) {
            let mut reach = reach.clone();
            if kind == "whatsapp" && reach.kind == "phone" {
                reach.kind = "whatsapp".to_owned();
                kept.learnt.push("whatsapp");
                db.update(&mut reach)?;
            }
            if lay(&mut reach.label, &label, UpdateRule::Fill, false) {
                kept.learnt.push("reaches");
                db.update(&mut reach)?;
            }
            continue;
        }
        if rule_of(kind) == UpdateRule::Fill && had(kind) {
            continue;
        }
        rank += 1;
        let mut reach = reach::new(Owner::Contact(id), kind, value, value_key, rank);
        reach.label = label;
        db.insert(&mut reach)?;
        kept.learnt.push(kind);
    }
    for reach in &known {
        let mut given = reaches(person).filter(|line| is_phone(line.kind) == is_phone(&reach.kind));
        let replaced = rule_of(&reach.kind) == UpdateRule::Replace && given.next().is_some();
        let stays = reaches(person).any(|line| line.value_key == reach.value_key);
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

/// Teaches an outlet what a row says about it; whether that was new.
pub fn outlet(
    db: &Writer,
    rules: &Rules,
    import_id: i64,
    id: i64,
    person: &Person,
) -> Result<bool> {
    if !person.has_outlet_columns() {
        return Ok(false);
    }
    let is_new = db.number(
        "SELECT COUNT(*) FROM organisations WHERE id = :id AND import_id = :import",
        named_params! {":id": id, ":import": import_id},
    )? > 0;
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
        if field == Field::OutletKind && is_new {
            // Made by this import under its name alone: what kind it is, its own row says.
            learnt |= lay(&mut outlet.kind, value, UpdateRule::Replace, false);
        } else if field == Field::OutletReachValue {
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
    learnt |= super::add_reaches_to_outlet(db, id, &person.more)?;
    let owner = Owner::Organisation(id);
    learnt |= !hang::all(db, rules, owner, &person.more.of_outlet, &[])?.is_empty();
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
