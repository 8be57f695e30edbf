//! Files that are known by their columns: those of other programs, and those that were imported
//! before, whose mapping is remembered.

use rusqlite::named_params;
use sha2::{Digest, Sha256};

use super::rules::FieldRule;
use super::{own_fields, vocabulary};
use crate::db::{Reader, Writer};
use crate::error::Result;
use crate::field;
use crate::format::contact_columns::Field;
use crate::format::fold::fold;
use crate::format::table::{FileKind, TableInfo};
use crate::owner::OwnerKind;
use crate::text;

/// What was last said about columns like these.
pub struct Remembered {
    pub mapping: Vec<Field>,
    pub rules: Vec<FieldRule>,
}

/// Programs and forms by columns that only they write together, folded.
const LAYOUTS: &[(&str, &[&str])] = &[
    ("google", &["e mail 1 value"]),
    ("google", &["organization name", "organization title", "labels"]),
    ("outlook", &["e mail address", "business phone"]),
    ("outlook", &["e mail address", "e mail display name"]),
    ("thunderbird", &["primary email", "secondary email", "display name"]),
    ("mailchimp", &["email address", "member rating"]),
    ("mailchimp", &["email address", "leid", "euid"]),
    ("prowly", &["email", "outlet", "personal greetings"]),
    ("prowly", &["email", "outlet", "tag list"]),
    ("valosan", &["status", "email", "interests", "tracking"]),
    ("presspage", &["email", "telephone", "organization", "job title"]),
    ("indonesian", &["nama media", "jabatan"]),
    ("indonesian", &["nama wartawan"]),
    ("indonesian", &["nama media", "nama pt"]),
    ("indonesian", &["nama media", "jenis media"]),
];

/// The name of the layout, empty when it is nobody's.
pub fn recognise(table: &TableInfo) -> &'static str {
    if table.kind == FileKind::Vcard {
        return "vcard";
    }
    let headers: Vec<String> = table.headers.iter().map(|header| fold(header)).collect();
    let has = |wanted: &&str| headers.iter().any(|header| header == wanted);
    LAYOUTS.iter().find(|(_, wanted)| wanted.iter().all(has)).map_or("", |(name, _)| name)
}

/// Each header with how often it stood before, so that twins are told apart.
fn counted(headers: &[String]) -> Vec<String> {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    folded
        .iter()
        .enumerate()
        .map(|(at, header)| {
            let before = folded.iter().take(at).filter(|other| *other == header).count();
            format!("{header}#{before}")
        })
        .collect()
}

/// One key for a set of columns, in whatever order.
fn key(headers: &[String]) -> String {
    let mut names = counted(headers);
    names.sort_unstable();
    hex::encode(Sha256::digest(names.join("\n")))
}

/// The mapping that was last used for these columns.
pub fn remembered(db: &Reader, headers: &[String]) -> Result<Option<Remembered>> {
    let found: Option<(String, String)> = db.row(
        "SELECT mapping, rules FROM import_layouts WHERE header_key = :key",
        named_params! {":key": key(headers)},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((mapping, rules)) = found else { return Ok(None) };
    // What an older Warta wrote and this one cannot read is guessed anew.
    let Ok(known) = serde_json::from_str::<Vec<(String, Field)>>(&mapping) else { return Ok(None) };
    let mapping: Vec<Field> = counted(headers)
        .iter()
        .map(|header| {
            known.iter().find(|(name, _)| name == header).map_or(Field::Ignore, |(_, field)| *field)
        })
        .collect();
    let own = own_fields::names(db)?;
    let is_gone = |field: &Field| {
        matches!(field, Field::Custom(_) | Field::OutletCustom(_))
            && !own.iter().any(|own| own.field == *field)
    };
    if mapping.iter().any(is_gone) {
        return Ok(None);
    }
    Ok(Some(Remembered { mapping, rules: serde_json::from_str(&rules).unwrap_or_default() }))
}

/// Remembers what these columns were imported as, if a person chose otherwise than the guess.
pub fn remember(
    db: &Writer,
    table: &TableInfo,
    mapping: &[Field],
    rules: Option<&[FieldRule]>,
) -> Result<()> {
    if table.header_row.is_none() {
        return Ok(());
    }
    let rules = rules.unwrap_or_default();
    let key = key(&table.headers);
    if rules.is_empty() && super::guess(db, table)? == mapping {
        db.execute(
            "DELETE FROM import_layouts WHERE header_key = :key",
            named_params! {":key": key},
        )?;
        return Ok(());
    }
    let pairs: Vec<(String, Field)> =
        counted(&table.headers).into_iter().zip(mapping.iter().copied()).collect();
    db.execute(
        "INSERT INTO import_layouts (header_key, mapping, rules, used_at) VALUES (:key, :mapping, :rules, :now)
         ON CONFLICT (header_key) DO UPDATE SET mapping = :mapping, rules = :rules, used_at = :now",
        named_params! {":key": key, ":mapping": serde_json::to_string(&pairs)?,
            ":rules": serde_json::to_string(rules)?, ":now": db.ctx().now_text()},
    )?;
    Ok(())
}

/// What the columns of a file are that Warta wrote, in either language: none when any of them has
/// another name. A file of organisations names no contact.
pub fn of_export(db: &Reader, headers: &[String]) -> Result<Option<Vec<Field>>> {
    if headers.len() < 3 {
        return Ok(None);
    }
    let names = own_fields::names(db)?;
    for owner in [OwnerKind::Contact, OwnerKind::Organisation] {
        let fields = field::all(db, owner)?;
        for language in text::LANGUAGES {
            let of_header = |header: &String| {
                let ours = fields.iter().find(|field| {
                    field.custom_field_id == 0
                        && crate::export::header(language, owner, field) == *header
                });
                match ours {
                    Some(field) => {
                        Some(vocabulary::of_record(owner, field).unwrap_or(Field::Ignore))
                    }
                    None => crate::export::extra_column(language, owner, header)
                        .or_else(|| own_fields::of_heading(&names, owner, header)),
                }
            };
            let mapping: Option<Vec<Field>> = headers.iter().map(of_header).collect();
            if let Some(mut mapping) = mapping {
                take_names_as_they_stand(&mut mapping);
                return Ok(Some(mapping));
            }
        }
    }
    Ok(None)
}

/// Where both kinds of titles have columns of their own, Warta's names hold none.
fn take_names_as_they_stand(mapping: &mut [Field]) {
    if mapping.contains(&Field::NamePrefix) && mapping.contains(&Field::NameSuffix) {
        for field in mapping.iter_mut().filter(|field| **field == Field::Name) {
            *field = Field::ExactName;
        }
    }
}
