//! The office's own fields as columns of a file: known again by their names, and made with the
//! import where the file brings one that is not there.

use serde::Serialize;
use ts_rs::TS;

use super::Sheet;
use crate::custom_field::{self, CustomField, Heading};
use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::field::FieldKind;
use crate::format::contact_columns::{Field, NewField};
use crate::format::fold::fold;
use crate::owner::OwnerKind;

const OWNERS: [OwnerKind; 2] = [OwnerKind::Contact, OwnerKind::Organisation];
/// What a column can become that is no field yet. A choice needs its words in the heading.
const OFFERED: [NewField; 4] = [NewField::Text, NewField::Number, NewField::Date, NewField::YesNo];

/// The name of one of the office's own fields.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CustomName {
    /// The field.
    pub field: Field,
    /// As the office named it.
    pub name: String,
}

/// The fields in use, those of contacts first.
pub fn names(db: &Reader) -> Result<Vec<CustomName>> {
    let mut names = Vec::new();
    for owner in OWNERS {
        let own = custom_field::of(db, owner)?.into_iter().filter(|own| own.archived == 0);
        names.extend(own.map(|own| CustomName { field: stored(owner, own.id), name: own.name }));
    }
    Ok(names)
}

/// The fields that a column can become although they are not there yet.
pub fn offered() -> impl Iterator<Item = Field> {
    let of_contacts = OFFERED.into_iter().map(Field::New);
    of_contacts.chain(OFFERED.into_iter().map(Field::OutletNew))
}

fn stored(owner: OwnerKind, id: i64) -> Field {
    match owner {
        OwnerKind::Contact => Field::Custom(id),
        OwnerKind::Organisation => Field::OutletCustom(id),
    }
}

fn is_of(field: Field, owner: OwnerKind) -> bool {
    matches!(
        (field, owner),
        (Field::Custom(_), OwnerKind::Contact) | (Field::OutletCustom(_), OwnerKind::Organisation)
    )
}

/// The field of this owner that a heading names, or one to be made from what it says.
pub fn of_heading(names: &[CustomName], owner: OwnerKind, header: &str) -> Option<Field> {
    let heading = custom_field::read_heading(header);
    let name = fold(heading.as_ref().map_or(header, |heading| &heading.name));
    let known = names.iter().find(|own| is_of(own.field, owner) && fold(&own.name) == name);
    match (known, heading) {
        (Some(own), _) => Some(own.field),
        (None, Some(heading)) => {
            let kind = NewField::from_word(heading.kind.as_str())?;
            Some(match owner {
                OwnerKind::Contact => Field::New(kind),
                OwnerKind::Organisation => Field::OutletNew(kind),
            })
        }
        (None, None) => None,
    }
}

/// Makes the fields that the columns of the sheets bring and puts them into the mappings.
pub fn make(db: &Writer, sheets: &mut [Sheet]) -> Result<()> {
    for sheet in sheets {
        for (field, header) in sheet.mapping.iter_mut().zip(&sheet.table.headers) {
            let (owner, kind) = match *field {
                Field::New(kind) => (OwnerKind::Contact, kind),
                Field::OutletNew(kind) => (OwnerKind::Organisation, kind),
                _ => continue,
            };
            let heading = custom_field::read_heading(header).unwrap_or_else(|| Heading {
                name: header.clone(),
                kind: FieldKind::from_word(kind.as_str()).unwrap_or(FieldKind::Text),
                choices: Vec::new(),
            });
            if heading.name.trim().is_empty() {
                *field = Field::Ignore;
                continue;
            }
            *field = stored(owner, named_or_new(db, owner, heading)?);
        }
    }
    Ok(())
}

fn named_or_new(db: &Writer, owner: OwnerKind, heading: Heading) -> Result<i64> {
    let known = custom_field::of(db, owner)?;
    let key = fold(&heading.name);
    if let Some(own) = known.iter().find(|own| own.name_key == key) {
        return Ok(own.id);
    }
    let no_words = heading.kind == FieldKind::Choice && heading.choices.is_empty();
    let kind = if no_words { FieldKind::Text } else { heading.kind };
    db.insert(&mut CustomField {
        owner: owner.as_str().to_owned(),
        name: heading.name.trim().to_owned(),
        name_key: key,
        kind: kind.as_str().to_owned(),
        choices: heading.choices.join("\n"),
        place: known.iter().map(|own| own.place).max().unwrap_or(0) + 1,
        ..CustomField::default()
    })
}
