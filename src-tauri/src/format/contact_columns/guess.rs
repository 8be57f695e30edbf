//! What each column means, by its name and its contents.

use super::cells::{is_no, is_yes, split_emails, split_phones};
use super::email::valid_email;
use super::field::Field;
use super::names::{FALLBACKS, exact, normalised, similar};
use crate::format::phone;

/// Guesses what each column means: by exact names first, then by weak and misspelt names, then by
/// contents. A field that takes one column gets the first that fits; the rest are ignored.
pub fn guess(headers: &[String], samples: &[Vec<String>]) -> Vec<Field> {
    let columns = headers.len().max(samples.iter().map(Vec::len).max().unwrap_or(0));
    let names: Vec<String> = (0..columns)
        .map(|place| headers.get(place).map(|header| normalised(header)).unwrap_or_default())
        .collect();
    let mut guessed: Vec<Option<Field>> = vec![None; columns];
    let taken = |guessed: &[Option<Field>], field: Field| {
        !field.is_repeatable() && guessed.contains(&Some(field))
    };
    let settle = |guessed: &mut Vec<Option<Field>>, place: usize, field: Field| {
        let field = if taken(guessed, field) { Field::Ignore } else { field };
        if let Some(slot) = guessed.get_mut(place) {
            *slot = Some(field);
        }
    };
    for (place, name) in names.iter().enumerate() {
        let weak = FALLBACKS.iter().any(|(weak, _, _)| weak == name);
        let part = name.ends_with(" label")
            || name.ends_with(" type")
                && name != "outlet type"
                && name != "media type"
                && name != "contact type";
        if part {
            settle(&mut guessed, place, Field::Ignore);
        } else if let Some(field) = exact(name).filter(|_| !weak) {
            settle(&mut guessed, place, field);
        }
    }
    // Among full names a part of the name is not needed twice.
    for (place, name) in names.iter().enumerate() {
        if let Some((_, first, second)) = FALLBACKS.iter().find(|(weak, _, _)| weak == name) {
            let has_name = *first == Field::Name
                && guessed
                    .iter()
                    .flatten()
                    .any(|f| matches!(f, Field::Name | Field::FirstName | Field::LastName));
            let field = if has_name || taken(&guessed, *first) { *second } else { *first };
            settle(&mut guessed, place, field);
        }
    }
    for (place, name) in names.iter().enumerate() {
        if guessed.get(place) == Some(&None)
            && let Some(field) = similar(name)
        {
            settle(&mut guessed, place, field);
        }
    }
    for place in 0..columns {
        if guessed.get(place) == Some(&None)
            && let Some(field) = by_contents(samples, place)
        {
            settle(&mut guessed, place, field);
        }
    }
    let has_person = guessed
        .iter()
        .flatten()
        .any(|field| matches!(field, Field::Name | Field::FirstName | Field::LastName));
    if !has_person {
        let person = (0..columns)
            .find(|place| guessed.get(*place) == Some(&None) && looks_like_names(samples, *place));
        if let Some(place) = person {
            settle(&mut guessed, place, Field::Name);
        }
    }
    guessed.into_iter().map(|field| field.unwrap_or(Field::Ignore)).collect()
}

fn filled(samples: &[Vec<String>], place: usize) -> Vec<&str> {
    samples
        .iter()
        .filter_map(|row| row.get(place))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn mostly(cells: &[&str], fits: impl Fn(&str) -> bool) -> bool {
    !cells.is_empty() && cells.iter().filter(|cell| fits(cell)).count() * 10 >= cells.len() * 6
}

fn by_contents(samples: &[Vec<String>], place: usize) -> Option<Field> {
    let cells = filled(samples, place);
    if mostly(&cells, |cell| split_emails(cell).iter().any(|address| valid_email(address))) {
        return Some(Field::Email);
    }
    if mostly(&cells, |cell| {
        split_phones(cell).iter().any(|number| phone::looks_like_phone(number))
    }) {
        return Some(Field::Phone);
    }
    let all_yes_no = !cells.is_empty() && cells.iter().all(|cell| is_yes(cell) || is_no(cell));
    (all_yes_no && cells.iter().any(|cell| is_yes(cell))).then_some(Field::TagIfYes)
}

fn looks_like_names(samples: &[Vec<String>], place: usize) -> bool {
    mostly(&filled(samples, place), |cell| {
        let words = cell.split_whitespace().count();
        (1..=6).contains(&words)
            && cell.chars().any(char::is_uppercase)
            && !cell.contains('@')
            && !cell.bytes().any(|b| b.is_ascii_digit())
    })
}

/// What the columns of a vCard are: its properties, and Warta's own by the names of their fields.
pub fn of_card(headers: &[String]) -> Vec<Field> {
    headers
        .iter()
        .map(|header| match header.as_str() {
            "FN" => Field::Name,
            "N prefix" => Field::NamePrefix,
            "N suffix" => Field::NameSuffix,
            "EMAIL" => Field::Email,
            "TEL" => Field::Phone,
            "WHATSAPP" => Field::Whatsapp,
            "ORG" => Field::Outlet,
            "ORG unit" => Field::Department,
            "TITLE" => Field::Position,
            "CATEGORIES" => Field::Tags,
            "ADR" => Field::Address,
            "ADR city" => Field::City,
            "ADR code" => Field::PostalCode,
            "ADR country" => Field::Country,
            "URL" => Field::Website,
            "LANG" => Field::Language,
            "GENDER" => Field::Gender,
            "BDAY" => Field::Birthday,
            "NICKNAME" => Field::Nickname,
            "NOTE" => Field::Notes,
            "X-SOCIALPROFILE" => Field::SocialAccounts,
            other => other
                .strip_prefix("X-WARTA-")
                .and_then(|name| name.replace('-', "_").parse().ok())
                .unwrap_or(Field::Ignore),
        })
        .collect()
}
