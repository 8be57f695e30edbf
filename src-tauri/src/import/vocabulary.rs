//! What the words of a cell mean: days, numbers and the words of choices, in both languages, for
//! the built-in fields and for the office's own.

use std::collections::BTreeMap;

use crate::custom_field::{self, CustomField, CustomValue};
use crate::db::Reader;
use crate::error::Result;
use crate::field::{self, FieldKind, RecordField};
use crate::format::contact_columns::Field;
use crate::format::day;
use crate::format::fold::fold;
use crate::owner::OwnerKind;
use crate::text;

/// How the cells of a field are read.
enum Reading {
    Text,
    Day,
    Birthday,
    Number,
    /// Folded words and texts with the word that is stored.
    Choice(Vec<(String, String)>),
}

/// The word that a cell means: the one it says, else the longest one that it holds ("terverifikasi
/// administratif dan faktual"), else the only one that holds it.
fn chosen<'a>(words: &'a [(String, String)], key: &str) -> Option<&'a str> {
    let padded = format!(" {key} ");
    let exact = words.iter().find(|(known, _)| known == key);
    let held = || {
        let inside = words
            .iter()
            .filter(|(known, _)| known.len() > 3 && padded.contains(&format!(" {known} ")));
        inside.max_by_key(|(known, _)| known.len())
    };
    let holding = || {
        let mut around = words.iter().filter(|(known, _)| key.len() > 3 && known.contains(key));
        let first = around.next()?;
        around.all(|(_, word)| *word == first.1).then_some(first)
    };
    exact.or_else(held).or_else(holding).map(|(_, word)| word.as_str())
}

/// The readings of all fields.
#[derive(Default)]
pub struct Vocabulary {
    built_in: BTreeMap<Field, Reading>,
    own: BTreeMap<i64, CustomField>,
}

/// The field of an import that stands for a field of contacts or of organisations.
pub fn of_record(owner: OwnerKind, record: &RecordField) -> Option<Field> {
    if record.custom_field_id != 0 {
        return Some(match owner {
            OwnerKind::Contact => Field::Custom(record.custom_field_id),
            OwnerKind::Organisation => Field::OutletCustom(record.custom_field_id),
        });
    }
    let name = match (owner, record.key.as_str()) {
        (OwnerKind::Contact, key) => key.to_owned(),
        (OwnerKind::Organisation, "name") => "outlet".to_owned(),
        (OwnerKind::Organisation, "media_type") => "outlet_type".to_owned(),
        (OwnerKind::Organisation, key) => format!("outlet_{key}"),
    };
    name.parse().ok()
}

impl Vocabulary {
    /// Reads the fields that there are.
    pub fn of(db: &Reader) -> Result<Self> {
        let mut vocabulary = Self::default();
        for owner in [OwnerKind::Contact, OwnerKind::Organisation] {
            for record in field::all(db, owner)? {
                let Some(field) = of_record(owner, &record) else { continue };
                if record.custom_field_id == 0 {
                    vocabulary.built_in.insert(field, reading(&record));
                }
            }
        }
        for owner in [OwnerKind::Contact, OwnerKind::Organisation] {
            for own in custom_field::of(db, owner)? {
                vocabulary.own.insert(own.id, own);
            }
        }
        Ok(vocabulary)
    }

    /// A cell as its field stores it, or the reason why it cannot be.
    pub fn read(&self, field: Field, cell: &str) -> std::result::Result<String, &'static str> {
        match self.built_in.get(&field) {
            None | Some(Reading::Text) => Ok(cell.to_owned()),
            Some(Reading::Day) => day::read(cell).ok_or("not_a_day"),
            Some(Reading::Birthday) => day::read_birthday(cell).ok_or("not_a_day"),
            Some(Reading::Number) => {
                let digits: String = cell
                    .chars()
                    .filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | ','))
                    .collect();
                let number = digits.parse::<i64>().ok().filter(|number| *number >= 0);
                number.map(|number| number.to_string()).ok_or("not_a_number")
            }
            Some(Reading::Choice(words)) => {
                let key = fold(cell);
                // Whoever is verified factually is so administratively too, and lists say only one.
                if field == Field::OutletPressCouncilLevel
                    && (key.contains("faktual") || key.contains("factual"))
                    && !key.contains("belum")
                {
                    return Ok("factual".to_owned());
                }
                chosen(words, &key).map(str::to_owned).ok_or("not_a_choice")
            }
        }
    }

    /// A value of one of the office's own fields.
    pub fn custom(
        &self,
        id: i64,
        cell: &str,
    ) -> std::result::Result<Option<CustomValue>, &'static str> {
        let Some(own) = self.own.get(&id) else { return Ok(None) };
        let typed = match own.kind() {
            FieldKind::Date => day::read(cell).ok_or("not_a_day")?,
            _ => cell.to_owned(),
        };
        custom_field::read(own, &typed).map_err(|_| match own.kind() {
            FieldKind::Number => "not_a_number",
            FieldKind::YesNo => "not_yes_no",
            _ => "not_a_choice",
        })
    }
}

fn reading(record: &RecordField) -> Reading {
    match record.kind {
        FieldKind::Date => Reading::Day,
        FieldKind::Birthday => Reading::Birthday,
        FieldKind::Number => Reading::Number,
        FieldKind::Choice => {
            let mut words = Vec::new();
            for word in &record.choices {
                words.push((fold(word), word.clone()));
                for language in text::LANGUAGES {
                    let key = format!("{}-{word}", record.choice_text);
                    let texts = text::known(language, &key, &[]);
                    words.extend(texts.map(|said| (fold(&said), word.clone())));
                }
            }
            Reading::Choice(words)
        }
        _ => Reading::Text,
    }
}
