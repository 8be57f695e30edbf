//! What hangs on a contact or an outlet and few files have: labels, associations, accounts, states,
//! other stays, values of the office's own fields. New or known, the same way: what is there
//! already is not put there twice.

use rusqlite::named_params;

use super::learn::lay;
use crate::affiliation::Affiliation;
use crate::contact;
use crate::custom_field::{self, CustomValue};
use crate::db::Writer;
use crate::error::Result;
use crate::format::contact_columns::Field;
use crate::format::fold::fold;
use crate::import::person::{Hanging, Stay};
use crate::import::rules::{Rules, UpdateRule};
use crate::label::{self, Label};
use crate::membership::{AssociationMembership, MembershipEdit};
use crate::organisation;
use crate::owner::{Owner, OwnerKind};
use crate::social_account;

/// Hangs everything on its owner; the words of what was new. `labels` are those that stand beside
/// the hanging ones.
pub fn all(
    db: &Writer,
    rules: &Rules,
    owner: Owner,
    hanging: &Hanging,
    labels: &[(&'static str, &str)],
) -> Result<Vec<&'static str>> {
    let mut learnt = Vec::new();
    let given: Vec<(&str, &str)> = labels
        .iter()
        .copied()
        .chain(hanging.labels.iter().map(|(kind, value)| (*kind, value.as_str())))
        .collect();
    for (kind, field, name) in label_fields(owner.kind()) {
        let values: Vec<&str> =
            given.iter().filter(|(of, _)| *of == kind).map(|(_, value)| *value).collect();
        if hang_labels(db, rules.several(field), owner, kind, &values)? {
            learnt.push(name);
        }
    }
    let mut said = Vec::new();
    for edit in &hanging.memberships {
        if join(db, owner, edit, &mut said)? {
            learnt.push("memberships");
        }
    }
    if hang_accounts(db, owner, hanging)? {
        learnt.push("social_accounts");
    }
    for state in &hanging.states {
        let mut state = state.clone();
        if state.kind != "bad_address" {
            let Owner::Contact(id) = owner else { continue };
            state.contact_id = Some(id);
        }
        if state.since.is_empty() {
            state.since = db.ctx().now_text();
        }
        if contact::mark(db, state)? {
            learnt.push("states");
        }
    }
    if hang_custom(db, rules, owner, &hanging.custom)? {
        learnt.push("custom");
    }
    Ok(learnt)
}

fn label_fields(owner: OwnerKind) -> [(&'static str, Field, &'static str); 5] {
    use Field as F;
    match owner {
        OwnerKind::Contact => [
            ("beat", F::Beats, "beats"),
            ("tag", F::Tags, "tags"),
            ("region", F::Regions, "regions"),
            ("language", F::Languages, "languages"),
            ("topic", F::Topics, "topics"),
        ],
        OwnerKind::Organisation => [
            ("beat", F::OutletBeats, "outlet_beats"),
            ("tag", F::OutletTags, "outlet_tags"),
            ("region", F::OutletRegions, "outlet_regions"),
            ("language", F::OutletLanguages, "outlet_languages"),
            ("topic", F::OutletTopics, "outlet_topics"),
        ],
    }
}

fn hang_labels(
    db: &Writer,
    rule: UpdateRule,
    owner: Owner,
    kind: &str,
    values: &[&str],
) -> Result<bool> {
    if values.is_empty() {
        return Ok(false);
    }
    let stored: Vec<Label> = db.all(
        &format!("{} = :owner AND kind = :kind", owner.column()),
        named_params! {":owner": owner.id(), ":kind": kind},
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
        db.insert(&mut label::new(owner, kind, value))?;
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

/// Makes the owner a member, or gives a membership that is there the details that it lacks. `said`
/// are the memberships that the row has spoken of already.
fn join(db: &Writer, owner: Owner, edit: &MembershipEdit, said: &mut Vec<i64>) -> Result<bool> {
    let (column, kind) = match owner {
        Owner::Contact(_) => ("contact_id", "journalists_association"),
        Owner::Organisation(_) => ("member_organisation_id", "outlets_association"),
    };
    let association_id = organisation::named_or_new(db, &edit.association, kind)?;
    db.touch("organisations", association_id);
    let mut known: Vec<AssociationMembership> = db.all(
        &format!("{column} = :owner AND association_id = :association ORDER BY ended_on <> '', id"),
        named_params! {":owner": owner.id(), ":association": association_id},
    )?;
    known.retain(|one| !said.contains(&one.id));
    let undated = |from: &str, to: &str| from.is_empty() && to.is_empty();
    let is_plain = undated(&edit.started_on, &edit.ended_on);
    let exact = known
        .iter()
        .position(|one| one.started_on == edit.started_on && one.ended_on == edit.ended_on);
    let like = || known.iter().position(|one| is_plain || undated(&one.started_on, &one.ended_on));
    let same = exact.or_else(like).map(|at| known.swap_remove(at));
    let Some(mut membership) = same else {
        let (contact_id, member_organisation_id) = owner.ids();
        let id = db.insert(&mut AssociationMembership {
            association_id,
            contact_id,
            member_organisation_id,
            role: edit.role.clone(),
            member_number: edit.member_number.clone(),
            started_on: edit.started_on.clone(),
            ended_on: edit.ended_on.clone(),
            ..AssociationMembership::default()
        })?;
        said.push(id);
        return Ok(true);
    };
    said.push(membership.id);
    let mut learnt = false;
    for (column, value) in [
        (&mut membership.role, &edit.role),
        (&mut membership.member_number, &edit.member_number),
        (&mut membership.started_on, &edit.started_on),
        (&mut membership.ended_on, &edit.ended_on),
    ] {
        learnt |= lay(column, value, UpdateRule::Fill, false);
    }
    if learnt {
        db.update(&mut membership)?;
    }
    Ok(learnt)
}

fn hang_accounts(db: &Writer, owner: Owner, hanging: &Hanging) -> Result<bool> {
    if hanging.accounts.is_empty() {
        return Ok(false);
    }
    let mut known = social_account::of(db, owner)?;
    let mut learnt = false;
    for edit in &hanging.accounts {
        let Some(mut account) = social_account::read(edit).ok().flatten() else { continue };
        let there = known
            .iter_mut()
            .find(|old| old.platform == account.platform && old.handle_key == account.handle_key);
        if let Some(there) = there {
            let mut more = lay(&mut there.url, &account.url, UpdateRule::Fill, false);
            // A later count takes the place of an older one.
            if account.followers > 0 && account.counted_on > there.counted_on {
                there.followers = account.followers;
                there.counted_on.clone_from(&account.counted_on);
                more = true;
            }
            if more {
                db.update(there)?;
                learnt = true;
            }
            continue;
        }
        (account.contact_id, account.organisation_id) = owner.ids();
        account.rank = i64::try_from(known.len()).unwrap_or(0);
        db.insert(&mut account)?;
        known.push(account);
        learnt = true;
    }
    Ok(learnt)
}

fn hang_custom(db: &Writer, rules: &Rules, owner: Owner, values: &[CustomValue]) -> Result<bool> {
    if values.is_empty() {
        return Ok(false);
    }
    let mut stored = custom_field::values_of(db, owner)?;
    let mut learnt = false;
    for value in values {
        let id = value.custom_field_id;
        let field = match owner.kind() {
            OwnerKind::Contact => Field::Custom(id),
            OwnerKind::Organisation => Field::OutletCustom(id),
        };
        let old = stored.iter().position(|old| old.custom_field_id == id);
        let old = old.and_then(|at| stored.get(at));
        if old.is_some_and(|old| {
            old.value == value.value || rules.single(field) != UpdateRule::Replace
        }) {
            continue;
        }
        let (contact_id, organisation_id) = owner.ids();
        let mut value = CustomValue {
            id: old.map_or(0, |old| old.id),
            version: old.map_or(0, |old| old.version),
            contact_id,
            organisation_id,
            ..value.clone()
        };
        if value.id == 0 {
            db.insert(&mut value)?;
            stored.push(value);
        } else {
            db.update(&mut value)?;
        }
        learnt = true;
    }
    Ok(learnt)
}

/// The stays of a new contact, in an order in which the first one of the file is the newest: so it
/// is the one that lists show. `main` is the one of the row's own columns, which the file may say
/// again with its days.
pub fn add_stays(
    db: &Writer,
    contact_id: i64,
    main: Option<(i64, Stay)>,
    others: &[Stay],
) -> Result<()> {
    if others.is_empty() {
        if let Some((organisation_id, stay)) = main {
            db.insert(&mut at(contact_id, organisation_id, &stay))?;
        }
        return Ok(());
    }
    let said_again = main.as_ref().is_some_and(|(_, main)| {
        let key = fold(&main.organisation);
        others.iter().any(|stay| {
            fold(&stay.organisation) == key
                && stay.position == main.position
                && stay.ended_on.is_empty()
        })
    });
    for stay in others.iter().rev() {
        let organisation_id = match &main {
            Some((id, main)) if fold(&main.organisation) == fold(&stay.organisation) => *id,
            _ => organisation_id(db, &stay.organisation)?,
        };
        db.insert(&mut at(contact_id, organisation_id, stay))?;
    }
    if let Some((organisation_id, stay)) = main.filter(|_| !said_again) {
        db.insert(&mut at(contact_id, organisation_id, &stay))?;
    }
    Ok(())
}

/// Teaches a contact the stays that it lacks; whether there were any.
pub fn learn_stays(db: &Writer, contact_id: i64, stays: &[Stay]) -> Result<bool> {
    let mut learnt = false;
    for stay in stays.iter().rev() {
        let organisation_id = organisation_id(db, &stay.organisation)?;
        let known: Vec<Affiliation> = db.all(
            "contact_id = :contact AND organisation_id = :organisation AND position = :position",
            named_params! {":contact": contact_id, ":organisation": organisation_id, ":position": stay.position},
        )?;
        let undated = stay.started_on.is_empty() && stay.ended_on.is_empty();
        let same =
            |one: &&Affiliation| one.started_on == stay.started_on && one.ended_on == stay.ended_on;
        if known.iter().any(|one| same(&one)) || undated && !known.is_empty() {
            continue;
        }
        let plain =
            known.into_iter().find(|one| one.started_on.is_empty() && one.ended_on.is_empty());
        match plain {
            Some(mut affiliation) => {
                affiliation.started_on.clone_from(&stay.started_on);
                affiliation.ended_on.clone_from(&stay.ended_on);
                lay(&mut affiliation.department, &stay.department, UpdateRule::Fill, false);
                db.update(&mut affiliation)?;
            }
            None => {
                db.insert(&mut at(contact_id, organisation_id, stay))?;
            }
        }
        learnt = true;
    }
    Ok(learnt)
}

/// An affiliation that is not stored yet.
fn at(contact_id: i64, organisation_id: i64, stay: &Stay) -> Affiliation {
    Affiliation {
        contact_id,
        organisation_id,
        position: stay.position.clone(),
        department: stay.department.clone(),
        started_on: stay.started_on.clone(),
        ended_on: stay.ended_on.clone(),
        ..Affiliation::default()
    }
}

/// The organisation with this name, made when missing.
fn organisation_id(db: &Writer, name: &str) -> Result<i64> {
    let id = organisation::named_or_new(db, name, "outlet")?;
    db.touch("organisations", id);
    Ok(id)
}
