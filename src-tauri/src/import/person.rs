//! One row of a file, read as a person with an outlet.

mod hanging;
mod words;

use super::vocabulary::Vocabulary;
use crate::format::contact_columns::{self, Field};
use crate::format::fold::fold;
use crate::format::parts;
use crate::format::person_name::{self, NameParts};
use crate::format::phone::{self, Phone};
use crate::format::table::Row;

pub use hanging::{Hanging, ReachLine};
use words::{kind_of, language_of, media_type_of, scale_of};

/// What a row says about a person.
#[derive(Debug, Clone, Default)]
pub struct Person {
    pub name: NameParts,
    pub name_key: String,
    pub kind: String,
    pub salutation_formal: String,
    pub salutation_familiar: String,
    pub emails: Vec<String>,
    pub phones: Vec<(Phone, bool)>,
    pub outlet: String,
    pub outlet_key: String,
    pub outlet_type: String,
    pub outlet_scale: String,
    pub outlet_company: String,
    pub outlet_website: String,
    pub outlet_address: String,
    pub position: String,
    pub department: String,
    pub beats: Vec<String>,
    pub tags: Vec<String>,
    pub lists: Vec<String>,
    pub city: String,
    pub language: String,
    pub notes: String,
    pub do_not_contact: bool,
    /// All that most files have not.
    pub more: More,
    /// Values that could not be taken; the rest of the row goes in.
    pub faults: Vec<Fault>,
}

/// What few files say, kept apart so that the usual row costs nothing for it.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// Columns of the contact.
    pub contact: Vec<(Field, String)>,
    /// Columns of the outlet.
    pub outlet: Vec<(Field, String)>,
    /// Addresses of the newsroom.
    pub outlet_emails: Vec<String>,
    /// Numbers of the newsroom, and whether they take WhatsApp.
    pub outlet_phones: Vec<(Phone, bool)>,
    /// What hangs on the contact.
    pub of_contact: Hanging,
    /// What hangs on the outlet.
    pub of_outlet: Hanging,
    /// All stays of the contact, the newest first.
    pub affiliations: Vec<Stay>,
}

/// A stay at an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stay {
    pub organisation: String,
    pub position: String,
    pub department: String,
    pub started_on: String,
    pub ended_on: String,
}

impl More {
    /// Whether there is nothing of the contact.
    pub fn is_empty(&self) -> bool {
        self.contact.is_empty() && self.affiliations.is_empty() && self.of_contact.is_empty()
    }
}

impl Person {
    /// The name with its titles.
    pub fn full_name(&self) -> String {
        self.name.full()
    }

    /// Whether the row says more of the outlet than the usual columns.
    pub fn has_more_of_outlet(&self) -> bool {
        !self.more.outlet.is_empty()
            || !self.more.outlet_emails.is_empty()
            || !self.more.outlet_phones.is_empty()
            || !self.more.of_outlet.is_empty()
    }

    /// Whether the row says anything of the outlet but its name.
    pub fn has_outlet_columns(&self) -> bool {
        let usual = [
            &self.outlet_type,
            &self.outlet_scale,
            &self.outlet_company,
            &self.outlet_website,
            &self.outlet_address,
        ];
        usual.iter().any(|value| !value.is_empty()) || self.has_more_of_outlet()
    }

    /// Whether the row is about an outlet alone.
    pub fn is_outlet_only(&self) -> bool {
        self.name_key.is_empty()
    }
}

/// Why a row or a value cannot be taken, and in which column.
#[derive(Debug, Clone)]
pub struct Fault {
    pub column: Option<usize>,
    pub reason: &'static str,
}

/// Reads rows by a mapping.
pub struct PersonReader<'a> {
    mapping: &'a [Field],
    headers: &'a [String],
    vocabulary: &'a Vocabulary,
}

/// The parts of a name as they stand in columns of their own.
#[derive(Default)]
struct NameCells<'a> {
    full: &'a str,
    exact: &'a str,
    first: &'a str,
    middle: &'a str,
    last: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    gender: &'a str,
}

impl<'a> PersonReader<'a> {
    pub fn new(mapping: &'a [Field], headers: &'a [String], vocabulary: &'a Vocabulary) -> Self {
        Self { mapping, headers, vocabulary }
    }

    /// What to call a row that cannot be taken: its name, else its first cell that is imported.
    pub fn name_of(&self, row: &Row) -> String {
        let filled = |wanted: &dyn Fn(Field) -> bool| {
            row.cells
                .iter()
                .zip(self.mapping)
                .find(|(cell, field)| wanted(**field) && !cell.trim().is_empty())
                .map(|(cell, _)| cell.trim().to_owned())
        };
        filled(&|field| matches!(field, Field::Name | Field::ExactName | Field::FirstName))
            .or_else(|| filled(&|field| field != Field::Ignore))
            .unwrap_or_default()
    }

    /// The person of a row, or what is wrong with it.
    pub fn read(&self, row: &Row) -> Result<Person, Fault> {
        let mut person = Person::default();
        let mut name = NameCells::default();
        let mut birth = ("", "", "");
        for (place, (cell, field)) in row.cells.iter().zip(self.mapping).enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let taken = match field {
                Field::Ignore => Ok(()),
                Field::Name => put(&mut name.full, cell),
                Field::ExactName => put(&mut name.exact, cell),
                Field::FirstName => put(&mut name.first, cell),
                Field::MiddleName => put(&mut name.middle, cell),
                Field::LastName => put(&mut name.last, cell),
                Field::NamePrefix => put(&mut name.prefix, cell),
                Field::NameSuffix => put(&mut name.suffix, cell),
                Field::Gender => put(&mut name.gender, cell),
                Field::Email => take_emails(&mut person.emails, cell),
                Field::Phone => take_phones(&mut person.phones, cell, false),
                Field::Whatsapp => take_phones(&mut person.phones, cell, true),
                Field::TagIfYes => said_yes(cell).map(|yes| {
                    person.tags.extend(self.headers.get(place).filter(|_| yes).cloned());
                }),
                Field::BeatIfYes => said_yes(cell).map(|yes| {
                    person.beats.extend(self.headers.get(place).filter(|_| yes).cloned());
                }),
                Field::DoNotContact => {
                    person.do_not_contact |=
                        !matches!(fold(cell).as_str(), "tidak" | "no" | "n" | "0" | "false" | "");
                    Ok(())
                }
                Field::BirthYear => put(&mut birth.0, cell),
                Field::BirthMonth => put(&mut birth.1, cell),
                Field::BirthDay => put(&mut birth.2, cell),
                field => match take_text(&mut person, *field, cell) {
                    Some(taken) => taken,
                    None => self.take_more(&mut person, *field, cell),
                },
            };
            if let Err(reason) = taken {
                person.faults.push(Fault { column: Some(place), reason });
            }
        }
        if let Err(reason) = take_birth(&mut person, birth) {
            let column = self.mapping.iter().position(|field| *field == Field::BirthDay);
            person.faults.push(Fault { column, reason });
        }
        finish_name(&mut person, &name)?;
        Ok(person)
    }

    /// What few files have: each by the kind of its values.
    fn take_more(&self, person: &mut Person, field: Field, cell: &str) -> Result<(), &'static str> {
        // Outlook writes an empty day as 0/0/00.
        if matches!(cell, "-" | "--" | "n/a" | "N/A" | "0/0/00") {
            return Ok(());
        }
        if let Some(taken) = hanging::take(person, self.vocabulary, field, cell) {
            return taken;
        }
        let more = &mut person.more;
        match field {
            Field::Affiliations => take_stays(&mut more.affiliations, cell),
            Field::OutletEmail => take_emails(&mut more.outlet_emails, cell),
            Field::OutletPhone => take_phones(&mut more.outlet_phones, cell, false),
            Field::OutletWhatsapp => take_phones(&mut more.outlet_phones, cell, true),
            _ => {
                let value = self.vocabulary.read(field, cell)?;
                let of_outlet = field.word().starts_with("outlet_");
                let target = if of_outlet { &mut more.outlet } else { &mut more.contact };
                match target.iter_mut().find(|(known, _)| *known == field) {
                    Some((_, known)) if field.is_repeatable() => {
                        known.push('\n');
                        known.push_str(&value);
                    }
                    Some(_) => {}
                    None => target.push((field, value)),
                }
                Ok(())
            }
        }
    }
}

fn put<'a>(slot: &mut &'a str, cell: &'a str) -> Result<(), &'static str> {
    if slot.is_empty() {
        *slot = cell;
    }
    Ok(())
}

/// What a column of yes and no says.
fn said_yes(cell: &str) -> Result<bool, &'static str> {
    if contact_columns::is_yes(cell) {
        Ok(true)
    } else if contact_columns::is_no(cell) || matches!(cell, "-" | "--" | "n/a" | "N/A") {
        Ok(false)
    } else {
        Err("not_yes_no")
    }
}

/// A birthday whose year, month and day stand in columns of their own, as Thunderbird writes it.
fn take_birth(
    person: &mut Person,
    (year, month, day): (&str, &str, &str),
) -> Result<(), &'static str> {
    if month.is_empty() || day.is_empty() {
        return Ok(());
    }
    let (Ok(month), Ok(day)) = (month.parse::<u32>(), day.parse::<u32>()) else {
        return Err("not_a_day");
    };
    let year = if year.is_empty() { "-" } else { year };
    let text = format!("{year}-{month:02}-{day:02}");
    let birthday = crate::format::day::read_birthday(&text).ok_or("not_a_day")?;
    let known = &mut person.more.contact;
    if !known.iter().any(|(field, _)| *field == Field::Birthday) {
        known.push((Field::Birthday, birthday));
    }
    Ok(())
}

fn finish_name(person: &mut Person, cells: &NameCells) -> Result<(), Fault> {
    let joined;
    let whole = if cells.full.is_empty() {
        joined = [cells.first, cells.middle, cells.last]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        &joined
    } else {
        cells.full
    };
    let titled = !cells.prefix.is_empty() || !cells.suffix.is_empty();
    let whole = if cells.exact.is_empty() { whole } else { cells.exact };
    let titled = titled || !cells.exact.is_empty();
    // Titles in columns of their own say that the name has none, whatever it looks like.
    person.name = if titled && !(cells.full.is_empty() && cells.exact.is_empty()) {
        NameParts {
            name: whole.split_whitespace().collect::<Vec<_>>().join(" "),
            ..NameParts::default()
        }
    } else {
        person_name::split(whole)
    };
    for (given, read) in
        [(cells.prefix, &mut person.name.prefix), (cells.suffix, &mut person.name.suffix)]
    {
        if !given.is_empty() {
            given.clone_into(read);
        }
    }
    person.outlet_key = fold(&person.outlet);
    person.more.of_contact.settle();
    person.more.of_outlet.settle();
    let bad_reach = person
        .faults
        .iter()
        .find(|fault| matches!(fault.reason, "email_not_valid" | "phone_not_valid"));
    // Nobody is taken over whose only address is wrong: the row comes back to be mended.
    if let Some(fault) = bad_reach.filter(|_| person.emails.is_empty() && person.phones.is_empty())
    {
        return Err(fault.clone());
    }
    if person.name.name.is_empty() {
        match name_from_reach(person) {
            Some(name) => person.name.name = name,
            None if !person.outlet_key.is_empty() => return Ok(()),
            None => return Err(Fault { column: None, reason: "no_name" }),
        }
    }
    person.name_key = fold(&person.name.name);
    if person.name_key.is_empty() {
        return Err(Fault { column: None, reason: "no_name" });
    }
    if !cells.gender.is_empty() && person.salutation_formal.is_empty() {
        let language = if person.language.is_empty() { "id" } else { &person.language };
        let salutations = person_name::salutations(
            &person.full_name(),
            person_name::gender_of(cells.gender),
            language,
        );
        person.salutation_formal = salutations.formal;
        if person.salutation_familiar.is_empty() {
            person.salutation_familiar = salutations.familiar;
        }
    }
    Ok(())
}

/// Takes a cell of the usual columns, if the field is one of them.
fn take_text(person: &mut Person, field: Field, cell: &str) -> Option<Result<(), &'static str>> {
    let is_nothing = matches!(cell, "-" | "--" | "n/a" | "N/A");
    let word = |target: &mut String, word: Option<&'static str>| {
        if is_nothing {
            return Some(Ok(()));
        }
        Some(word.map(|word| word.clone_into(target)).ok_or("not_a_choice"))
    };
    let target = match field {
        Field::Kind => return word(&mut person.kind, kind_of(cell)),
        Field::Language => return word(&mut person.language, language_of(cell)),
        Field::OutletType => return word(&mut person.outlet_type, media_type_of(cell)),
        Field::OutletScale => return word(&mut person.outlet_scale, scale_of(cell)),
        Field::Beats => {
            person.beats.extend(contact_columns::split_labels(cell));
            return Some(Ok(()));
        }
        Field::Tags => {
            person.tags.extend(contact_columns::split_labels(cell));
            return Some(Ok(()));
        }
        Field::Lists => {
            person.lists.extend(contact_columns::split_labels(cell));
            return Some(Ok(()));
        }
        Field::SalutationFormal => &mut person.salutation_formal,
        Field::SalutationFamiliar => &mut person.salutation_familiar,
        Field::Outlet => &mut person.outlet,
        Field::OutletCompany => &mut person.outlet_company,
        Field::OutletWebsite => &mut person.outlet_website,
        Field::OutletAddress => &mut person.outlet_address,
        Field::Position => &mut person.position,
        Field::Department => &mut person.department,
        Field::City => &mut person.city,
        Field::Notes => &mut person.notes,
        _ => return None,
    };
    if field == Field::Notes && !target.is_empty() {
        target.push('\n');
        target.push_str(cell);
    } else if target.is_empty() && !is_nothing {
        cell.clone_into(target);
    }
    Some(Ok(()))
}

/// Takes the good addresses of a cell; the reason if one is bad.
fn take_emails(emails: &mut Vec<String>, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for address in contact_columns::split_emails(cell) {
        if !contact_columns::valid_email(&address) {
            outcome = Err("email_not_valid");
        } else if !emails.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
            emails.push(address);
        }
    }
    outcome
}

/// Takes the good numbers of a cell; the reason if one is bad.
fn take_phones(
    phones: &mut Vec<(Phone, bool)>,
    cell: &str,
    whatsapp: bool,
) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for raw in contact_columns::split_phones(cell) {
        let Some(number) = phone::normalise(&raw) else {
            outcome = Err("phone_not_valid");
            continue;
        };
        match phones.iter_mut().find(|(known, _)| known.e164 == number.e164) {
            Some((_, takes_whatsapp)) => *takes_whatsapp |= whatsapp,
            None => phones.push((number, whatsapp)),
        }
    }
    outcome
}

/// Stays as the export writes them: one a line, `organisation | position | department | from | to`.
fn take_stays(stays: &mut Vec<Stay>, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for line in parts::lines(cell) {
        let mut parts = line.into_iter();
        let mut next = || parts.next().unwrap_or_default();
        let stay = Stay {
            organisation: next(),
            position: next(),
            department: next(),
            started_on: next(),
            ended_on: next(),
        };
        if stay.organisation.is_empty() {
            continue;
        }
        let mut day = |text: &str| hanging::day_of(text, &mut outcome);
        let (started_on, ended_on) = (day(&stay.started_on), day(&stay.ended_on));
        stays.push(Stay { started_on, ended_on, ..stay });
    }
    outcome
}

/// A newsroom's mailbox has no person's name; the row is kept under what it is known by.
fn name_from_reach(person: &Person) -> Option<String> {
    if !person.outlet.is_empty() && (!person.emails.is_empty() || !person.phones.is_empty()) {
        return Some(person.outlet.clone());
    }
    let local = person.emails.first()?.split('@').next()?;
    let words: Vec<String> = local
        .split(['.', '_', '-', '+'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect())
                .unwrap_or_default()
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}
