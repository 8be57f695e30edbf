//! The demo's media list: the office's own fields, outlets, contacts, lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::cells::{Row, cell, parts, resolved, rows, set, several};
use super::{Filled, text};
use crate::affiliation::AffiliationEdit;
use crate::contact::{self, ContactPatch};
use crate::custom_field::{self, CustomValueEdit};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::Result;
use crate::membership::{self, MembershipEdit, MembershipSave};
use crate::organisation::{self, OrganisationPatch};
use crate::reach::ReachEdit;
use crate::recipient_list::{self, Members, SmartList};
use crate::social_account::SocialAccountEdit;

/// Columns of the organisations that are fields.
const OF_ORGANISATIONS: &[&str] = &[
    "name",
    "kind",
    "media_type",
    "scale",
    "company",
    "city",
    "website",
    "address",
    "short_name",
    "region",
    "rss",
    "frequency",
    "deadlines",
    "reach_value",
    "reach_unit",
    "reach_source",
    "reach_on",
    "press_council_level",
    "press_council_number",
    "press_council_on",
    "tier",
    "data_source",
    "verified_on",
];
/// Columns of the contacts that are fields.
const OF_CONTACTS: &[&str] = &[
    "name",
    "prefix=name_prefix",
    "suffix=name_suffix",
    "kind",
    "city",
    "language",
    "salutation_formal",
    "salutation_familiar",
    "notes",
    "nickname",
    "birthday",
    "press_card_number",
    "press_card_expires_on",
    "ukw_level",
    "ukw_number",
    "ukw_expires_on",
    "preferred_channel",
    "preferred_hours",
    "pitch_notes",
    "source_level",
    "source_rank",
    "source_reachability",
    "source_short_notice",
    "source_clearance",
    "source_cleared_for",
    "source_cleared_by",
    "source_cleared_until",
    "clothing_size",
    "diet",
    "lawful_basis",
    "data_source",
    "data_date",
    "verified_on",
];
/// The office's own fields: whose, name, kind, words. Their columns begin with `own:`.
const OWN_FIELDS: &[(&str, &str, &str, &str)] = &[
    ("contact", "Anggota pokja humas", "yes_no", ""),
    ("contact", "Terakhir ikut press tour", "number", ""),
    ("organisation", "Kerja sama 2026", "choice", "Kontrak\nSedang diurus\nTanpa kontrak"),
    ("organisation", "Kontrak berlaku sampai", "date", ""),
];

fn reaches(row: &Row) -> Vec<ReachEdit> {
    let same = cell(row, "phone") == cell(row, "whatsapp");
    [("email", "email"), ("whatsapp", "whatsapp"), ("phone", "phone")]
        .into_iter()
        .filter(|(kind, name)| !(cell(row, name).is_empty() || (same && *kind == "phone")))
        .map(|(kind, name)| ReachEdit {
            kind: kind.to_owned(),
            value: cell(row, name).to_owned(),
            ..ReachEdit::default()
        })
        .collect()
}

/// Accounts: platform, name, followers and the day of the count, with bars between them.
fn accounts(row: &Row, today: NaiveDate) -> Option<Vec<SocialAccountEdit>> {
    let read = |text: &str| {
        let mut words = text.split('|');
        let mut next = || words.next().unwrap_or_default();
        SocialAccountEdit {
            platform: next().to_owned(),
            handle: next().to_owned(),
            followers: next().parse().unwrap_or(0),
            counted_on: resolved(next(), today),
            ..SocialAccountEdit::default()
        }
    };
    let all: Vec<SocialAccountEdit> = parts(cell(row, "socials")).map(read).collect();
    (!all.is_empty()).then_some(all)
}

/// A membership: association, role, number, since.
fn membership_of(row: &Row) -> Option<MembershipEdit> {
    let mut words = cell(row, "memberships").split('|');
    let association = words.next().filter(|name| !name.is_empty())?.to_owned();
    let mut next = || words.next().unwrap_or_default().to_owned();
    Some(MembershipEdit {
        association,
        role: next(),
        member_number: next(),
        started_on: next(),
        ..MembershipEdit::default()
    })
}

fn own_values(
    row: &Row,
    own: &BTreeMap<String, i64>,
    today: NaiveDate,
) -> Option<Vec<CustomValueEdit>> {
    let values: Vec<CustomValueEdit> = own
        .iter()
        .filter_map(|(column, id)| {
            let value = resolved(cell(row, column), today);
            (!value.is_empty()).then_some(CustomValueEdit { custom_field_id: *id, value })
        })
        .collect();
    (!values.is_empty()).then_some(values)
}

fn labels(row: &Row, name: &str) -> Option<Vec<String>> {
    Some(several(row, name)).filter(|words| !words.is_empty())
}

/// Writes all of them; gives the lists by name.
pub fn write(
    db: &Writer,
    ctx: &Ctx,
    today: NaiveDate,
    filled: &mut Filled,
) -> Result<BTreeMap<String, i64>> {
    let own = own_fields(db, ctx)?;
    let mut joins: Vec<(i64, MembershipEdit)> = Vec::new();
    for row in rows("organisations.csv")? {
        let save = OrganisationPatch {
            patch: Patch { set: set(&row, OF_ORGANISATIONS, today), ..Patch::default() },
            reaches: Some(reaches(&row)),
            topics: labels(&row, "topics"),
            regions: labels(&row, "regions"),
            social_accounts: accounts(&row, today),
            custom: own_values(&row, &own, today),
            ..OrganisationPatch::default()
        };
        let id = organisation::save(db, ctx, save)?.organisation.id;
        joins.extend(membership_of(&row).map(|edit| (id, edit)));
        filled.organisations += 1;
    }
    // Associations stand among the organisations, some behind their members.
    for (organisation_id, edit) in joins {
        let association_id = organisation::which(db, &edit.association)?;
        let new = MembershipSave {
            association_id: Some(association_id),
            organisation_id: Some(organisation_id),
            role: Some(edit.role),
            member_number: Some(edit.member_number),
            started_on: Some(edit.started_on),
            ..MembershipSave::default()
        };
        membership::save(db, ctx, new)?;
    }
    let lists = make_lists(db, ctx)?;
    let mut members: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for row in rows("contacts.csv")? {
        let affiliations = vec![AffiliationEdit {
            organisation: cell(&row, "outlet").to_owned(),
            position: cell(&row, "position").to_owned(),
            ..AffiliationEdit::default()
        }];
        let save = ContactPatch {
            patch: Patch { set: set(&row, OF_CONTACTS, today), ..Patch::default() },
            reaches: Some(reaches(&row)),
            beats: labels(&row, "beats"),
            tags: labels(&row, "tags"),
            topics: labels(&row, "topics"),
            regions: labels(&row, "regions"),
            languages: labels(&row, "languages"),
            social_accounts: accounts(&row, today),
            memberships: membership_of(&row).map(|edit| vec![edit]),
            custom: own_values(&row, &own, today),
            affiliations: Some(affiliations),
            ..ContactPatch::default()
        };
        let id = contact::save(db, ctx, save)?.contact.id;
        filled.contacts += 1;
        for name in several(&row, "lists") {
            if let Some(list) = lists.get(&name) {
                members.entry(*list).or_default().push(id);
            }
        }
    }
    for (list_id, contact_ids) in members {
        recipient_list::add(db, ctx, Members { list_id, contact_ids })?;
    }
    smart_lists(db, ctx)?;
    Ok(lists)
}

/// The office's own fields, by the columns that fill them.
fn own_fields(db: &Writer, ctx: &Ctx) -> Result<BTreeMap<String, i64>> {
    let mut own = BTreeMap::new();
    for (owner, name, kind, choices) in OWN_FIELDS {
        let set: Map<String, Json> =
            [("owner", owner), ("name", name), ("kind", kind), ("choices", choices)]
                .into_iter()
                .map(|(key, value)| (key.to_owned(), Json::from(*value)))
                .collect();
        let field = custom_field::save(db, ctx, Patch { set, ..Patch::default() })?;
        own.insert(format!("own:{name}"), field.id);
    }
    Ok(own)
}

fn described() -> Result<Vec<Map<String, Json>>> {
    Ok(serde_json::from_str(text("lists.json")?)?)
}

/// The fixed lists by name, made as the demo describes them.
fn make_lists(db: &Writer, ctx: &Ctx) -> Result<BTreeMap<String, i64>> {
    let mut lists = BTreeMap::new();
    for set in described()?.into_iter().filter(|set| !set.contains_key("where")) {
        let list = recipient_list::save(db, ctx, Patch { set, ..Patch::default() })?;
        lists.insert(list.name, list.id);
    }
    Ok(lists)
}

/// Those that follow a rule.
fn smart_lists(db: &Writer, ctx: &Ctx) -> Result<()> {
    for set in described()? {
        let said = |name: &str| set.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let rule = said("where");
        if rule.is_empty() {
            continue;
        }
        let reader: &Reader = db;
        let filter = recipient_list::filter_read(reader, ctx, rule)?.filter;
        let list = SmartList {
            id: None,
            version: None,
            name: said("name"),
            notes: Some(said("notes")),
            filter,
        };
        recipient_list::save_smart(db, ctx, list)?;
    }
    Ok(())
}
