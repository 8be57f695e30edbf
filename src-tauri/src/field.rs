//! Everything that is kept about contacts and organisations, in one list: what a field is called,
//! what its values look like, and where they stand. Filters, columns, forms, export and import
//! read it, so that a field of the office's own is used wherever a built-in one is.

mod assign;
mod built_in;
mod values;

use std::borrow::Cow;

use serde::Serialize;
use ts_rs::TS;

use crate::choice;
use crate::custom_field;
use crate::db::{Ctx, Reader, Record, named_params};
use crate::error::{Error, Result};
use crate::owner::OwnerKind;

pub use assign::{FieldSet, FieldValue, contact_patch, day_of, organisation_patch, set};
pub use values::{FieldValuesQuery, FieldValuesRow, of_many, of_slice, text_of, values_of};

choice! {
    /// What the values of a field look like.
    FieldKind {
        /// A line of text.
        Text = "text",
        /// Text of several lines.
        LongText = "long_text",
        /// A number; whole unless the office defined the field.
        Number = "number",
        /// A day, `YYYY-MM-DD`.
        Date = "date",
        /// A day, or `--MM-DD` where the year is not known.
        Birthday = "birthday",
        /// An instant, UTC.
        Instant = "instant",
        /// One of a few words.
        Choice = "choice",
        /// `yes` or `no`; empty = not said. A condition that Warta finds out is `1` or `0` in SQL.
        YesNo = "yes_no",
        /// Email addresses.
        Email = "email",
        /// Phone numbers.
        Phone = "phone",
        /// A web address.
        Url = "url",
        /// Words that the office chooses.
        Label = "label",
        /// A stored picture, by its SHA-256.
        Picture = "picture",
    }
}

choice! {
    /// The part of the screen that a field belongs to.
    FieldGroup {
        /// Name, titles, greetings.
        Name = "name",
        /// Where they work, what they cover.
        Work = "work",
        /// How to reach them.
        Reach = "reach",
        /// Press card, competence certificate, associations.
        Press = "press",
        /// What a source can speak about, and how.
        Source = "source",
        /// What a tour or a card needs: birthday, size, diet.
        Personal = "personal",
        /// Type, scale, verification, reach of an outlet.
        Outlet = "outlet",
        /// Where it is.
        Place = "place",
        /// Where the data come from and how fresh they are.
        Data = "data",
        /// What holds sending back, lists, last contact.
        State = "state",
        /// Fields of the office's own.
        Custom = "custom",
    }
}

/// Where the values of a field stand. SQL names the record `c` (a contact) or `o` (an
/// organisation).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A column of the record, editable by a patch.
    Column(&'static str),
    /// A scalar that is found out, never typed.
    Expression(&'static str),
    /// Rows of other tables, any number of them.
    Rows {
        /// `FROM … WHERE …` of the live rows of the record `{id}`.
        from: Cow<'static, str>,
        /// The value as a person reads it.
        value: &'static str,
        /// The value as it is compared: folded, lower-cased or in E.164.
        key: &'static str,
        /// The first one first.
        order: &'static str,
    },
}

/// A field of contacts or of organisations.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecordField {
    /// Its stable name: the column, or `custom_12` for the office's own.
    pub key: String,
    /// The key of its name among the texts; empty for the office's own.
    pub text: String,
    /// The name that the office gave it; empty for a built-in one.
    pub name: String,
    /// Where it belongs on a screen.
    pub group: FieldGroup,
    /// What its values look like.
    pub kind: FieldKind,
    /// The words of a choice.
    pub choices: Vec<String>,
    /// Each word's text has the key `{choice_text}-{word}`; empty: the word is its own text.
    pub choice_text: String,
    /// Whether there may be several values.
    pub many: bool,
    /// Whether a value can be put into it: by a patch of its column, or by [`set`].
    pub editable: bool,
    /// The office's own field; 0 = built in.
    pub custom_field_id: i64,
    /// No longer offered for new values.
    pub archived: bool,
    /// What the office wrote about it.
    pub help: String,
    /// Where its values stand.
    #[serde(skip)]
    #[ts(skip)]
    pub source: Source,
}

/// All fields of contacts or of organisations: the built-in ones, then the office's own in their
/// order, archived ones last.
pub fn all(db: &Reader, owner: OwnerKind) -> Result<Vec<RecordField>> {
    let mut fields = built_in::of(owner);
    fields.extend(custom_field::of(db, owner)?.iter().map(built_in::custom));
    Ok(fields)
}

/// All fields, for the window.
pub fn list(db: &Reader, _ctx: &Ctx, owner: OwnerKind) -> Result<Vec<RecordField>> {
    all(db, owner)
}

/// The field with this key; an unknown one is Invalid, by name.
pub fn named(db: &Reader, owner: OwnerKind, key: &str) -> Result<RecordField> {
    let wanted = key.trim();
    all(db, owner)?
        .into_iter()
        .find(|field| field.key == wanted)
        .ok_or_else(|| Error::invalid(wanted, "error-unknown-field").arg("field", wanted))
}

impl Source {
    /// The value as one SQL scalar: the first one of several, `''` or NULL where there is none.
    pub fn scalar(&self, alias: &str) -> String {
        match self {
            Self::Column(column) => format!("{alias}.{column}"),
            Self::Expression(sql) => (*sql).to_owned(),
            Self::Rows { from, value, order, .. } => {
                let from = from.replace("{id}", &format!("{alias}.id"));
                format!("(SELECT {value} {from} ORDER BY {order} LIMIT 1)")
            }
        }
    }

    /// A condition that holds where some value does. `condition` says `{value}` and `{key}`.
    pub fn some(&self, alias: &str, condition: &str) -> String {
        match self {
            Self::Rows { from, value, key, .. } => {
                let from = from.replace("{id}", &format!("{alias}.id"));
                let condition = condition.replace("{value}", value).replace("{key}", key);
                format!("EXISTS (SELECT 1 {from} AND ({condition}))")
            }
            single => {
                let value = single.scalar(alias);
                format!("({})", condition.replace("{value}", &value).replace("{key}", &value))
            }
        }
    }

    /// A condition that holds where there is a value.
    pub fn present(&self, alias: &str) -> String {
        self.some(alias, "{value} <> ''")
    }
}

/// The alias of the record in the SQL of [`Source`].
pub fn alias(owner: OwnerKind) -> &'static str {
    match owner {
        OwnerKind::Contact => "c",
        OwnerKind::Organisation => "o",
    }
}

/// Refuses a record with a day, a choice or a number that is none, naming the field.
pub fn check<R: Record>(owner: OwnerKind, record: &R) -> Result<()> {
    let json = serde_json::to_value(record)?;
    for field in built_in::of(owner) {
        let Source::Column(column) = field.source else { continue };
        let value = json.get(column).cloned().unwrap_or_default();
        if let Some(number) = value.as_i64() {
            if number < 0 {
                return Err(Error::invalid(column, "field-number-negative").arg("value", number));
            }
            continue;
        }
        let text = value.as_str().unwrap_or_default();
        match field.kind {
            FieldKind::Date => check_day(column, text)?,
            FieldKind::Birthday => {
                birthday_key(text)?;
            }
            FieldKind::Choice
                if !text.is_empty() && !field.choices.iter().any(|word| word == text) =>
            {
                return Err(Error::invalid(column, "error-wrong-value").arg("field", column));
            }
            _ => (),
        }
    }
    Ok(())
}

/// Refuses what is not a day, `YYYY-MM-DD` or empty.
pub fn check_day(field: &str, day: &str) -> Result<()> {
    let is_day = day.len() == 10 && day.parse::<chrono::NaiveDate>().is_ok();
    if day.is_empty() || is_day {
        Ok(())
    } else {
        Err(Error::invalid(field, "error-wrong-day").arg("value", day))
    }
}

/// Refuses what names a press event that is not there; 0 = none is named.
pub(crate) fn check_event(db: &Reader, event_id: i64) -> Result<()> {
    let there = "SELECT COUNT(*) FROM press_events WHERE id = :id AND deleted_at IS NULL";
    if event_id != 0 && db.number(there, named_params! {":id": event_id})? == 0 {
        return Err(Error::invalid("event_id", "event-not-there").arg("id", event_id));
    }
    Ok(())
}

/// Refuses a period with a wrong day or one that ends before it begins.
pub fn check_period(started_on: &str, ended_on: &str) -> Result<()> {
    check_day("started_on", started_on)?;
    check_day("ended_on", ended_on)?;
    if !started_on.is_empty() && !ended_on.is_empty() && ended_on < started_on {
        return Err(Error::invalid("ended_on", "field-period-backwards")
            .arg("from", started_on)
            .arg("to", ended_on));
    }
    Ok(())
}

/// The `MM-DD` of a birthday, `YYYY-MM-DD` or `--MM-DD`; empty for none.
pub fn birthday_key(birthday: &str) -> Result<String> {
    if birthday.is_empty() {
        return Ok(String::new());
    }
    let wrong = || Error::invalid("birthday", "field-wrong-birthday").arg("value", birthday);
    // A leap year, so that the 29th of February is a birthday without its year too.
    let full = match birthday.strip_prefix("--") {
        Some(day) => format!("2000-{day}"),
        None => birthday.to_owned(),
    };
    check_day("birthday", &full).map_err(|_| wrong())?;
    full.get(5..).map(str::to_owned).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_may_lack_its_year() {
        assert_eq!(birthday_key("1988-05-17").unwrap(), "05-17");
        assert_eq!(birthday_key("--02-29").unwrap(), "02-29");
        assert_eq!(birthday_key("").unwrap(), "");
        for wrong in ["17-05", "--13-01", "1988-02-30", "1988-5-7", "kemarin"] {
            assert!(birthday_key(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_period_ends_after_it_begins() {
        assert!(check_period("2024-01-01", "").is_ok());
        assert!(check_period("", "2024-01-01").is_ok());
        assert!(check_period("2024-01-01", "2024-01-01").is_ok());
        assert!(check_period("2024-01-02", "2024-01-01").is_err());
        assert!(check_period("2024-1-2", "").is_err());
    }
}
