//! The demo's media list: outlets, contacts, lists.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::{Filled, make_lists, text};
use crate::affiliation::AffiliationEdit;
use crate::contact::{self, ContactPatch};
use crate::db::{Ctx, Patch, Writer};
use crate::error::{Error, Result};
use crate::organisation::{self, OrganisationPatch};
use crate::reach::ReachEdit;
use crate::recipient_list::{self, Members};

type Row = BTreeMap<String, String>;

fn rows(name: &str) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_reader(text(name)?.as_bytes());
    reader.deserialize().collect::<std::result::Result<_, _>>().map_err(Error::internal)
}

fn field<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map(String::as_str).unwrap_or_default()
}

fn patch(row: &Row, fields: &[(&str, &str)]) -> Patch {
    let set: Map<String, Json> = fields
        .iter()
        .map(|(column, name)| ((*column).to_owned(), Json::from(field(row, name))))
        .collect();
    Patch { set, ..Patch::default() }
}

fn reaches(row: &Row) -> Vec<ReachEdit> {
    let same = field(row, "phone") == field(row, "whatsapp");
    [("email", "email"), ("whatsapp", "whatsapp"), ("phone", "phone")]
        .into_iter()
        .filter(|(kind, name)| !(field(row, name).is_empty() || (same && *kind == "phone")))
        .map(|(kind, name)| ReachEdit {
            kind: kind.to_owned(),
            value: field(row, name).to_owned(),
            ..ReachEdit::default()
        })
        .collect()
}

fn several(row: &Row, name: &str) -> Vec<String> {
    field(row, name)
        .split(';')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Writes all of them; gives the lists by name.
pub fn write(db: &Writer, ctx: &Ctx, filled: &mut Filled) -> Result<BTreeMap<String, i64>> {
    for row in rows("organisations.csv")? {
        let same = |name: &'static str| (name, name);
        let fields =
            ["name", "kind", "media_type", "scale", "company", "city", "website", "address"]
                .map(same);
        organisation::save(
            db,
            ctx,
            OrganisationPatch {
                patch: patch(&row, &fields),
                reaches: Some(reaches(&row)),
                ..OrganisationPatch::default()
            },
        )?;
        filled.organisations += 1;
    }
    let lists = make_lists(db, ctx)?;
    let mut members: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for row in rows("contacts.csv")? {
        let fields = [
            ("name", "name"),
            ("name_prefix", "prefix"),
            ("name_suffix", "suffix"),
            ("kind", "kind"),
            ("city", "city"),
            ("language", "language"),
            ("salutation_formal", "salutation_formal"),
            ("salutation_familiar", "salutation_familiar"),
            ("notes", "notes"),
        ];
        let affiliations = vec![AffiliationEdit {
            organisation: field(&row, "outlet").to_owned(),
            position: field(&row, "position").to_owned(),
            ..AffiliationEdit::default()
        }];
        let save = ContactPatch {
            patch: patch(&row, &fields),
            reaches: Some(reaches(&row)),
            beats: Some(several(&row, "beats")),
            tags: Some(several(&row, "tags")),
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
    Ok(lists)
}
