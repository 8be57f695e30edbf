//! Fields set by their names, as the command line, a cell of a table and a bulk edit do it.

use serde::Deserialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::{FieldKind, RecordField, Source, all, check_day};
use crate::affiliation::{self, AffiliationEdit};
use crate::contact::{self, ContactPatch};
use crate::custom_field::{self, CustomValueEdit};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::contact_columns::split_labels;
use crate::format::fold::fold;
use crate::membership::{self, MembershipEdit};
use crate::organisation::{self, OrganisationPatch};
use crate::owner::{Owner, OwnerKind};
use crate::reach::{self, ReachEdit};
use crate::social_account::{self, SocialAccountEdit};
use crate::text;

/// A field and what shall stand in it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldValue {
    /// The field's key, or its name in any language of Warta or of the office.
    pub key: String,
    /// As a person types it; several values with `;` or `,` between them. Empty = nothing.
    pub value: String,
}

/// The same values for several records.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FieldSet {
    /// Contacts or organisations.
    pub owner: OwnerKind,
    /// Which.
    pub ids: Vec<i64>,
    /// What shall stand in their fields.
    pub values: Vec<FieldValue>,
}

/// Sets fields of several records in one action; how many records there were.
pub fn set(db: &Writer, ctx: &Ctx, order: FieldSet) -> Result<i64> {
    for id in &order.ids {
        match order.owner {
            OwnerKind::Contact => {
                let patch = contact_patch(db, Some(*id), &order.values)?;
                contact::save(db, ctx, patch).map(drop)?;
            }
            OwnerKind::Organisation => {
                let patch = organisation_patch(db, Some(*id), &order.values)?;
                organisation::save(db, ctx, patch).map(drop)?;
            }
        }
    }
    Ok(i64::try_from(order.ids.len()).unwrap_or(i64::MAX))
}

/// A save of a contact, stored or new, that puts these values into its fields.
pub fn contact_patch(db: &Reader, id: Option<i64>, values: &[FieldValue]) -> Result<ContactPatch> {
    let owner = id.map(Owner::Contact);
    let mut read = read(db, OwnerKind::Contact, owner, values)?;
    Ok(ContactPatch {
        erased_ok: None,
        patch: Patch { id, set: read.set, ..Patch::default() },
        reaches: read.reaches,
        beats: read.labels.remove("beats"),
        tags: read.labels.remove("tags"),
        regions: read.labels.remove("regions"),
        languages: read.labels.remove("languages"),
        topics: read.labels.remove("topics"),
        affiliations: read.affiliations,
        memberships: read.memberships,
        social_accounts: read.social_accounts,
        custom: Some(read.custom),
    })
}

/// A save of an organisation, stored or new, that puts these values into its fields.
pub fn organisation_patch(
    db: &Reader,
    id: Option<i64>,
    values: &[FieldValue],
) -> Result<OrganisationPatch> {
    let owner = id.map(Owner::Organisation);
    let mut read = read(db, OwnerKind::Organisation, owner, values)?;
    Ok(OrganisationPatch {
        patch: Patch { id, set: read.set, ..Patch::default() },
        reaches: read.reaches,
        beats: read.labels.remove("beats"),
        topics: read.labels.remove("topics"),
        regions: read.labels.remove("regions"),
        languages: read.labels.remove("languages"),
        tags: read.labels.remove("tags"),
        memberships: read.memberships,
        social_accounts: read.social_accounts,
        custom: Some(read.custom),
    })
}

/// What the values mean for a save.
#[derive(Default)]
struct Read {
    set: Map<String, Json>,
    labels: std::collections::BTreeMap<String, Vec<String>>,
    reaches: Option<Vec<ReachEdit>>,
    affiliations: Option<Vec<AffiliationEdit>>,
    memberships: Option<Vec<MembershipEdit>>,
    social_accounts: Option<Vec<SocialAccountEdit>>,
    custom: Vec<CustomValueEdit>,
}

fn read(db: &Reader, kind: OwnerKind, owner: Option<Owner>, values: &[FieldValue]) -> Result<Read> {
    let fields = all(db, kind)?;
    let mut read = Read::default();
    for given in values {
        let field = meant(&fields, &given.key)?;
        let value = given.value.trim();
        match (&field.source, field.key.as_str()) {
            _ if !field.editable => {
                return Err(
                    Error::invalid(&field.key, "field-not-editable").arg("field", &field.key)
                );
            }
            (Source::Column(column), _) => {
                read.set.insert((*column).to_owned(), column_value(field, value)?);
            }
            _ if field.custom_field_id != 0 => read.custom.push(CustomValueEdit {
                custom_field_id: field.custom_field_id,
                value: value.to_owned(),
            }),
            (_, "email" | "phone" | "whatsapp") => {
                let reaches = match read.reaches.take() {
                    Some(reaches) => reaches,
                    None => stored_reaches(db, owner)?,
                };
                read.reaches = Some(with_reaches(reaches, &field.key, value));
            }
            (_, "outlet" | "position" | "department") => {
                let affiliations = match read.affiliations.take() {
                    Some(affiliations) => affiliations,
                    None => stored_affiliations(db, owner)?,
                };
                read.affiliations = Some(with_work(affiliations, &field.key, value)?);
            }
            (_, "memberships") => read.memberships = Some(with_memberships(db, owner, value)?),
            (_, "social_accounts") => {
                read.social_accounts = Some(with_accounts(db, owner, value)?);
            }
            _ => {
                read.labels.insert(field.key.clone(), split_labels(value));
            }
        }
    }
    // A position typed before its outlet waits for it; without one it has no place to stand.
    let homeless = read
        .affiliations
        .iter()
        .flatten()
        .any(|edit| edit.organisation.is_empty() && !edit.position.is_empty());
    if homeless {
        return Err(Error::invalid("outlet", "field-position-without-outlet"));
    }
    Ok(read)
}

/// The field that is meant: by its key, or by its name however written.
fn meant<'a>(fields: &'a [RecordField], key: &str) -> Result<&'a RecordField> {
    let wanted = key.trim();
    let folded = fold(wanted);
    let by_key = |field: &&RecordField| field.key == wanted;
    let by_name = |field: &&RecordField| {
        let named = |language: &&str| {
            text::known(language, &field.text, &[]).is_some_and(|name| fold(&name) == folded)
        };
        fold(&field.key) == folded
            || fold(&field.name) == folded
            || text::LANGUAGES.iter().any(named)
    };
    fields
        .iter()
        .find(by_key)
        .or_else(|| fields.iter().find(by_name))
        .ok_or_else(|| Error::invalid(wanted, "error-unknown-field").arg("field", wanted))
}

/// A typed value as the column stores it: a choice by its word or its text, a day as offices
/// write it, a number.
fn column_value(field: &RecordField, typed: &str) -> Result<Json> {
    let wrong = || {
        Error::invalid(&field.key, "field-wrong-value").arg("field", &field.key).arg("value", typed)
    };
    Ok(match field.kind {
        FieldKind::Choice if !typed.is_empty() => {
            let is_meant = |word: &&String| {
                let key = format!("{}-{word}", field.choice_text);
                let texts =
                    text::LANGUAGES.iter().filter_map(|language| text::known(language, &key, &[]));
                fold(word) == fold(typed)
                    || texts.into_iter().any(|text| fold(&text) == fold(typed))
            };
            let word = field.choices.iter().find(is_meant).ok_or_else(|| {
                Error::invalid(&field.key, "field-wrong-choice")
                    .arg("field", &field.key)
                    .arg("value", typed)
                    .arg("choices", field.choices.join(", "))
            });
            Json::from(word?.clone())
        }
        FieldKind::Date => Json::from(day_of(typed).ok_or_else(wrong)?),
        FieldKind::Number => {
            let number = match typed {
                "" => 0.0,
                typed => custom_field::read_number(typed).ok_or_else(wrong)?,
            };
            Json::from(number.to_string().parse::<i64>().map_err(|_| wrong())?)
        }
        _ => Json::from(typed),
    })
}

/// A day as offices write it: `2026-11-22`, `22/11/2026`, `22-11-2026`, `22.11.2026`.
pub fn day_of(typed: &str) -> Option<String> {
    if check_day("", typed).is_ok() {
        return Some(typed.to_owned());
    }
    let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    let year: i32 = Some(*year).filter(|year| year.len() == 4)?.parse().ok()?;
    chrono::NaiveDate::from_ymd_opt(year, month, day).map(|day| day.format("%Y-%m-%d").to_string())
}

fn stored_reaches(db: &Reader, owner: Option<Owner>) -> Result<Vec<ReachEdit>> {
    let stored = match owner {
        Some(Owner::Contact(id)) => reach::of_contact(db, id)?,
        Some(Owner::Organisation(id)) => reach::of_organisation(db, id)?,
        None => Vec::new(),
    };
    Ok(stored
        .into_iter()
        .map(|reach| ReachEdit { kind: reach.kind, value: reach.value, label: None })
        .collect())
}

/// The reaches with those of one kind replaced.
fn with_reaches(reaches: Vec<ReachEdit>, kind: &str, value: &str) -> Vec<ReachEdit> {
    let mut edits: Vec<ReachEdit> =
        reaches.into_iter().filter(|reach| reach.kind != kind).collect();
    edits.extend(split_labels(value).into_iter().map(|value| ReachEdit {
        kind: kind.to_owned(),
        value,
        label: None,
    }));
    edits
}

fn stored_affiliations(db: &Reader, owner: Option<Owner>) -> Result<Vec<AffiliationEdit>> {
    match owner {
        Some(Owner::Contact(id)) => affiliation::edits_of(db, id),
        _ => Ok(Vec::new()),
    }
}

/// The affiliations with outlet, position or department of the one that stands changed. A new
/// outlet beside one that stands is a change of jobs, which is an action of its own.
fn with_work(
    mut affiliations: Vec<AffiliationEdit>,
    key: &str,
    value: &str,
) -> Result<Vec<AffiliationEdit>> {
    let standing: Vec<usize> = affiliations
        .iter()
        .enumerate()
        .filter(|(_, edit)| edit.ended_on.is_empty())
        .map(|(at, _)| at)
        .collect();
    if standing.len() > 1 {
        return Err(Error::invalid(key, "field-several-outlets"));
    }
    let at = match standing.first() {
        Some(at) => *at,
        None => {
            affiliations.push(AffiliationEdit::default());
            affiliations.len() - 1
        }
    };
    let Some(edit) = affiliations.get_mut(at) else { return Ok(affiliations) };
    match key {
        "outlet" if edit.organisation.is_empty() => value.clone_into(&mut edit.organisation),
        "outlet" if fold(&edit.organisation) != fold(value) => {
            return Err(
                Error::invalid(key, "field-outlet-stands").arg("outlet", &edit.organisation)
            );
        }
        "outlet" => (),
        "position" => value.clone_into(&mut edit.position),
        _ => edit.department = Some(value.to_owned()),
    }
    Ok(affiliations)
}

/// These associations and no others; what is known of those that stay stays.
fn with_memberships(db: &Reader, owner: Option<Owner>, value: &str) -> Result<Vec<MembershipEdit>> {
    let stored =
        owner.map(|owner| membership::edits_of(db, owner)).transpose()?.unwrap_or_default();
    let wanted = split_labels(value);
    let is_wanted =
        |edit: &MembershipEdit| wanted.iter().any(|name| fold(name) == fold(&edit.association));
    let (mut edits, _): (Vec<MembershipEdit>, Vec<MembershipEdit>) =
        stored.into_iter().partition(|edit| !edit.ended_on.is_empty() || is_wanted(edit));
    for name in &wanted {
        let stands = edits
            .iter()
            .any(|edit| edit.ended_on.is_empty() && fold(&edit.association) == fold(name));
        if !stands {
            edits.push(MembershipEdit { association: name.clone(), ..MembershipEdit::default() });
        }
    }
    Ok(edits)
}

/// Accounts written as `platform: name` or as addresses; the counts of those that stay stay.
fn with_accounts(db: &Reader, owner: Option<Owner>, value: &str) -> Result<Vec<SocialAccountEdit>> {
    let stored = owner.map(|owner| social_account::of(db, owner)).transpose()?.unwrap_or_default();
    let mut edits = Vec::new();
    for part in split_labels(value) {
        let (platform, handle) = match part.split_once(':') {
            Some((platform, rest)) if !rest.starts_with("//") => {
                (fold(platform).replace(' ', "_"), rest.trim())
            }
            _ => (String::new(), part.as_str()),
        };
        let edit = SocialAccountEdit {
            platform,
            handle: handle.to_owned(),
            ..SocialAccountEdit::default()
        };
        let known = social_account::read(&edit)?.and_then(|new| {
            stored
                .iter()
                .find(|old| old.platform == new.platform && old.handle_key == new.handle_key)
        });
        edits.push(match known {
            Some(old) => SocialAccountEdit {
                platform: old.platform.clone(),
                handle: old.handle.clone(),
                url: old.url.clone(),
                followers: old.followers,
                counted_on: old.counted_on.clone(),
            },
            None => edit,
        });
    }
    Ok(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_offices_write_it() {
        for typed in ["2026-11-22", "22/11/2026", "22-11-2026", "22.11.2026"] {
            assert_eq!(day_of(typed).as_deref(), Some("2026-11-22"), "{typed}");
        }
        assert_eq!(day_of("").as_deref(), Some(""));
        for typed in ["31/02/2026", "22/11/26", "besok"] {
            assert_eq!(day_of(typed), None, "{typed}");
        }
    }
}
