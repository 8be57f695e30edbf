//! Fields that the office defines, and their values.

mod heading;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::field::{self, FieldKind};
use crate::format::fold::fold;
use crate::owner::{Owner, OwnerKind};
use crate::record;

pub use heading::{Heading, heading, read_heading};

record! {
    /// A field of the office's own.
    CustomField in "custom_fields" {
        /// Of what: `contact` or `organisation`.
        owner: String,
        /// What the office calls it, unlike any other of the same owner.
        name: String,
        /// The name folded.
        name_key: String,
        /// One of [`KINDS`]; cannot change while values stand.
        kind: String,
        /// The words of a choice, one a line.
        choices: String,
        /// What to enter, for those who fill it in.
        help: String,
        /// Its place in the order; the smallest first.
        place: i64,
        /// 1 = no longer offered; its values stay.
        archived: i64,
    }
}

record! {
    /// The value of one custom field for one contact or organisation (exactly one of them).
    CustomValue in "custom_values" {
        /// The field.
        custom_field_id: i64,
        /// The contact, or none.
        contact_id: Option<i64>,
        /// The organisation, or none.
        organisation_id: Option<i64>,
        /// Text, choice, day, number with a point, or `yes` / `no`; never empty.
        value: String,
        /// The value folded.
        value_key: String,
        /// The number, of a number field.
        number: Option<f64>,
    }
}

/// Kinds of custom fields.
pub const KINDS: &[FieldKind] =
    &[FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::Choice, FieldKind::YesNo];

impl CustomField {
    /// What its values look like.
    pub fn kind(&self) -> FieldKind {
        FieldKind::from_word(&self.kind).unwrap_or(FieldKind::Text)
    }

    /// Of contacts or of organisations.
    pub fn owner_kind(&self) -> OwnerKind {
        OwnerKind::from_word(&self.owner).unwrap_or(OwnerKind::Contact)
    }

    /// The words of a choice.
    pub fn choice_words(&self) -> Vec<String> {
        self.choices
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// A value as a screen saves it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CustomValueEdit {
    /// The field.
    pub custom_field_id: i64,
    /// As typed; empty = no value.
    pub value: String,
}

/// The office's fields of contacts or organisations in their order, archived ones last.
pub fn of(db: &Reader, owner: OwnerKind) -> Result<Vec<CustomField>> {
    db.all("owner = :owner ORDER BY archived, place, id", named_params! {":owner": owner.as_str()})
}

/// The custom values of one record.
pub fn values_of(db: &Reader, owner: Owner) -> Result<Vec<CustomValue>> {
    db.all(
        &format!("{} = :owner ORDER BY id", owner.column()),
        named_params! {":owner": owner.id()},
    )
}

/// Defines or changes a field.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<CustomField> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => CustomField {
            owner: "contact".to_owned(),
            kind: "text".to_owned(),
            ..CustomField::default()
        },
    };
    patch.check_version(&stored)?;
    let mut field: CustomField = patch.apply(&stored)?;
    field.name = field.name.trim().to_owned();
    field.name_key = fold(&field.name);
    field.choices = field.choice_words().join("\n");
    check(db, &stored, &field)?;
    if field.id == 0 {
        if field.place == 0 {
            field.place = 1 + db.number(
                "SELECT COALESCE(MAX(place), 0) FROM custom_fields WHERE owner = :owner",
                named_params! {":owner": field.owner},
            )?;
        }
        db.insert(&mut field)?;
    } else {
        db.update(&mut field)?;
        rename_choices(db, &stored, &field)?;
    }
    Ok(field)
}

fn check(db: &Reader, stored: &CustomField, field: &CustomField) -> Result<()> {
    let wrong =
        |name: &'static str| Err(Error::invalid(name, "error-wrong-value").arg("field", name));
    if field.name.is_empty() {
        return Err(Error::invalid("name", "custom-field-name-missing"));
    }
    let Some(owner) = OwnerKind::from_word(&field.owner) else { return wrong("owner") };
    let Some(kind) = FieldKind::from_word(&field.kind).filter(|kind| KINDS.contains(kind)) else {
        return wrong("kind");
    };
    if !matches!(field.archived, 0 | 1) {
        return wrong("archived");
    }
    if kind == FieldKind::Choice && field.choices.is_empty() {
        return Err(Error::invalid("choices", "custom-field-choices-missing"));
    }
    if of(db, owner)?.iter().any(|other| other.id != field.id && other.name_key == field.name_key) {
        return Err(Error::invalid("name", "custom-field-name-taken").arg("name", &field.name));
    }
    if field.id != 0 && (field.kind != stored.kind || field.owner != stored.owner) {
        let values = db.number(
            "SELECT COUNT(*) FROM custom_values WHERE custom_field_id = :field AND deleted_at IS NULL",
            named_params! {":field": field.id},
        )?;
        if values > 0 {
            return Err(Error::invalid("kind", "custom-field-has-values")
                .arg("name", &field.name)
                .arg("count", values));
        }
    }
    Ok(())
}

/// A choice renamed in its line keeps its values: same number of lines, one of them new.
fn rename_choices(db: &Writer, stored: &CustomField, field: &CustomField) -> Result<()> {
    let (before, after) = (stored.choice_words(), field.choice_words());
    if field.kind() != FieldKind::Choice || before.len() != after.len() {
        return Ok(());
    }
    for (old, new) in before.iter().zip(&after) {
        if old == new || before.contains(new) || after.contains(old) {
            continue;
        }
        let values: Vec<CustomValue> = db.all(
            "custom_field_id = :field AND value = :old",
            named_params! {":field": field.id, ":old": old},
        )?;
        for mut value in values {
            value.value.clone_from(new);
            value.value_key = fold(new);
            db.update(&mut value)?;
        }
    }
    Ok(())
}

/// Puts the fields into this order, the first first; how many changed places.
pub fn order(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut moved = 0;
    for (at, id) in ids.into_iter().enumerate() {
        let mut field: CustomField = db.get(id)?;
        field.place = i64::try_from(at + 1).unwrap_or(i64::MAX);
        moved += i64::from(db.update(&mut field)?);
    }
    Ok(moved)
}

/// Puts a field and its values into the bin; undo brings both back.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    let values: Vec<CustomValue> =
        db.all("custom_field_id = :field", named_params! {":field": id})?;
    for value in values {
        db.delete::<CustomValue>(value.id)?;
    }
    db.delete::<CustomField>(id)
}

/// Reads a value as a person or a cell writes it: a number with comma or point, a day, a choice
/// however it is spelt, yes and no in both languages. None where it is empty.
pub fn read(field: &CustomField, typed: &str) -> Result<Option<CustomValue>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let wrong = |text: &'static str| {
        Error::invalid(format!("custom_{}", field.id), text)
            .arg("name", &field.name)
            .arg("value", typed)
    };
    let mut number = None;
    let value = match field.kind() {
        FieldKind::Number => {
            let read = read_number(typed).ok_or_else(|| wrong("custom-value-not-number"))?;
            number = Some(read);
            read.to_string()
        }
        FieldKind::Date => {
            field::check_day("value", typed).map_err(|_| wrong("custom-value-not-day"))?;
            typed.to_owned()
        }
        FieldKind::Choice => {
            field.choice_words().into_iter().find(|word| fold(word) == fold(typed)).ok_or_else(
                || wrong("custom-value-not-choice").arg("choices", field.choice_words().join(", ")),
            )?
        }
        FieldKind::YesNo => match fold(typed).as_str() {
            "yes" | "ya" | "y" | "ja" | "x" | "1" | "true" | "benar" => "yes".to_owned(),
            "no" | "tidak" | "t" | "n" | "0" | "false" | "bukan" => "no".to_owned(),
            _ => return Err(wrong("custom-value-not-yes-no")),
        },
        _ => typed.to_owned(),
    };
    Ok(Some(CustomValue {
        custom_field_id: field.id,
        value_key: fold(&value),
        value,
        number,
        ..CustomValue::default()
    }))
}

/// A number as offices write it: `1250`, `1.250,5`, `1,250.5`, `-3`.
pub fn read_number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (point, comma) = (text.rfind('.'), text.rfind(','));
    let decimal = match (point, comma) {
        (Some(point), Some(comma)) => Some(if point > comma { '.' } else { ',' }),
        // One mark alone groups thousands where three digits follow each, else it is decimal.
        (Some(_), None) if groups(&text, '.') => None,
        (None, Some(_)) if groups(&text, ',') => None,
        (Some(_), None) => Some('.'),
        (None, Some(_)) => Some(','),
        (None, None) => None,
    };
    let plain: String = text
        .chars()
        .filter(|letter| Some(*letter) == decimal || !matches!(letter, '.' | ','))
        .map(|letter| if Some(letter) == decimal { '.' } else { letter })
        .collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

fn groups(text: &str, mark: char) -> bool {
    let mut parts = text.trim_start_matches('-').split(mark);
    let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()) && part != "0");
    first && parts.all(|part| part.len() == 3)
}

/// Sets these values of a record; those not named stay as they are.
pub fn set(db: &Writer, owner: Owner, edits: &[CustomValueEdit]) -> Result<()> {
    if edits.is_empty() {
        return Ok(());
    }
    let stored = values_of(db, owner)?;
    for edit in edits {
        let field: CustomField = db.get(edit.custom_field_id)?;
        if field.owner_kind() != owner.kind() {
            return Err(Error::new(Code::Invalid, "error-unknown-field").arg("field", field.name));
        }
        let old = stored.iter().find(|value| value.custom_field_id == field.id);
        match (read(&field, &edit.value)?, old) {
            (None, None) => (),
            (None, Some(old)) => {
                db.delete::<CustomValue>(old.id)?;
            }
            (Some(value), old) => {
                let (contact_id, organisation_id) = owner.ids();
                let mut value = CustomValue {
                    id: old.map_or(0, |old| old.id),
                    version: old.map_or(0, |old| old.version),
                    contact_id,
                    organisation_id,
                    ..value
                };
                if value.id == 0 {
                    db.insert(&mut value)?;
                } else {
                    db.update(&mut value)?;
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: &str, choices: &str) -> CustomField {
        CustomField { kind: kind.to_owned(), choices: choices.to_owned(), ..CustomField::default() }
    }

    fn value(kind: &str, typed: &str) -> Option<String> {
        read(&field(kind, "Merah\nBiru Muda"), typed).ok().flatten().map(|value| value.value)
    }

    #[test]
    fn values_are_read_as_offices_write_them() {
        for (kind, typed, expected) in [
            ("number", "1250", "1250"),
            ("number", "1.250", "1250"),
            ("number", "1.250.000", "1250000"),
            ("number", "1.250,5", "1250.5"),
            ("number", "1,250.5", "1250.5"),
            ("number", "3,5", "3.5"),
            ("number", "-0.125", "-0.125"),
            ("date", "2026-11-22", "2026-11-22"),
            ("choice", "biru muda", "Biru Muda"),
            ("yes_no", "Ya", "yes"),
            ("yes_no", "TIDAK", "no"),
            ("text", "  apa saja ", "apa saja"),
        ] {
            assert_eq!(value(kind, typed).as_deref(), Some(expected), "{kind} {typed}");
        }
        for (kind, typed) in [
            ("number", "dua"),
            ("number", "1e400"),
            ("date", "22/11/2026"),
            ("choice", "Hijau"),
            ("yes_no", "mungkin"),
        ] {
            assert!(read(&field(kind, "Merah"), typed).is_err(), "{kind} {typed}");
        }
        assert!(read(&field("number", ""), "  ").unwrap().is_none());
    }
}
