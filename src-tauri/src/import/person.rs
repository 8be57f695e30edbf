//! One row of a file, read as a person.

use crate::format::contact_columns::{self, Field};
use crate::format::fold::fold;
use crate::format::person_name::{self, NameParts};
use crate::format::phone::{self, Phone};
use crate::format::table::Row;

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
    pub beats: Vec<String>,
    pub tags: Vec<String>,
    pub lists: Vec<String>,
    pub city: String,
    pub language: String,
    pub notes: String,
    pub do_not_contact: bool,
}

impl Person {
    /// The name with its titles.
    pub fn full_name(&self) -> String {
        self.name.full()
    }
}

/// Why a row cannot be taken, and in which column.
#[derive(Debug)]
pub struct Fault {
    pub column: Option<usize>,
    pub reason: &'static str,
}

/// Reads rows by a mapping.
pub struct PersonReader {
    mapping: Vec<Field>,
    headers: Vec<String>,
}

impl PersonReader {
    pub fn new(mapping: &[Field], headers: &[String]) -> Self {
        Self { mapping: mapping.to_vec(), headers: headers.to_vec() }
    }

    /// What to call a row that cannot be taken: its name, else its first cell that is imported.
    pub fn name_of(&self, row: &Row) -> String {
        let filled = |wanted: &dyn Fn(Field) -> bool| {
            row.cells
                .iter()
                .zip(&self.mapping)
                .find(|(cell, field)| wanted(**field) && !cell.trim().is_empty())
                .map(|(cell, _)| cell.trim().to_owned())
        };
        filled(&|field| matches!(field, Field::Name | Field::FirstName))
            .or_else(|| filled(&|field| field != Field::Ignore))
            .unwrap_or_default()
    }

    /// The person of a row, or what is wrong with it.
    pub fn read(&self, row: &Row) -> Result<Person, Fault> {
        let mut person = Person::default();
        let (mut full, mut first, mut middle, mut last) = ("", "", "", "");
        let (mut prefix, mut suffix, mut gender) = ("", "", "");
        for (place, (cell, field)) in row.cells.iter().zip(&self.mapping).enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            match field {
                Field::Name => full = cell,
                Field::FirstName => first = cell,
                Field::MiddleName => middle = cell,
                Field::LastName => last = cell,
                Field::NamePrefix => prefix = cell,
                Field::NameSuffix => suffix = cell,
                Field::Gender => gender = cell,
                Field::Email => take_emails(&mut person, cell)
                    .map_err(|reason| Fault { column: Some(place), reason })?,
                Field::Phone => take_phones(&mut person, cell, false)
                    .map_err(|reason| Fault { column: Some(place), reason })?,
                Field::Whatsapp => take_phones(&mut person, cell, true)
                    .map_err(|reason| Fault { column: Some(place), reason })?,
                Field::TagIfYes if contact_columns::is_yes(cell) => {
                    person.tags.extend(self.headers.get(place).cloned())
                }
                Field::DoNotContact => {
                    person.do_not_contact |=
                        !matches!(fold(cell).as_str(), "tidak" | "no" | "n" | "0" | "false" | "")
                }
                _ => take_text(&mut person, *field, cell),
            }
        }
        let joined = [first, middle, last]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        person.name = person_name::split(if full.is_empty() { &joined } else { full });
        for (given, read) in [(prefix, &mut person.name.prefix), (suffix, &mut person.name.suffix)]
        {
            if !given.is_empty() {
                given.clone_into(read);
            }
        }
        if person.name.name.is_empty() {
            person.name.name =
                name_from_reach(&person).ok_or(Fault { column: None, reason: "no_name" })?;
        }
        person.name_key = fold(&person.name.name);
        if person.name_key.is_empty() {
            return Err(Fault { column: None, reason: "no_name" });
        }
        person.outlet_key = fold(&person.outlet);
        if !gender.is_empty() && person.salutation_formal.is_empty() {
            let language = if person.language.is_empty() { "id" } else { &person.language };
            let salutations = person_name::salutations(
                &person.full_name(),
                person_name::gender_of(gender),
                language,
            );
            person.salutation_formal = salutations.formal;
            if person.salutation_familiar.is_empty() {
                person.salutation_familiar = salutations.familiar;
            }
        }
        Ok(person)
    }
}

fn take_text(person: &mut Person, field: Field, cell: &str) {
    let target = match field {
        Field::Kind => {
            person.kind = kind_of(cell).to_owned();
            return;
        }
        Field::Beats => return person.beats.extend(contact_columns::split_labels(cell)),
        Field::Tags => return person.tags.extend(contact_columns::split_labels(cell)),
        Field::Lists => return person.lists.extend(contact_columns::split_labels(cell)),
        Field::Language => {
            let key = fold(cell);
            person.language =
                if key.starts_with("en") || key.starts_with("ing") { "en" } else { "id" }
                    .to_owned();
            return;
        }
        Field::OutletType => {
            person.outlet_type = media_type_of(cell).to_owned();
            return;
        }
        Field::OutletScale => {
            person.outlet_scale = scale_of(cell).to_owned();
            return;
        }
        Field::SalutationFormal => &mut person.salutation_formal,
        Field::SalutationFamiliar => &mut person.salutation_familiar,
        Field::Outlet => &mut person.outlet,
        Field::OutletCompany => &mut person.outlet_company,
        Field::OutletWebsite => &mut person.outlet_website,
        Field::OutletAddress => &mut person.outlet_address,
        Field::Position => &mut person.position,
        Field::City => &mut person.city,
        Field::Notes => &mut person.notes,
        _ => return,
    };
    if field == Field::Notes && !target.is_empty() {
        target.push('\n');
        target.push_str(cell);
    } else if target.is_empty() && !matches!(cell, "-" | "--" | "n/a" | "N/A") {
        cell.clone_into(target);
    }
}

fn take_emails(person: &mut Person, cell: &str) -> Result<(), &'static str> {
    for address in contact_columns::split_emails(cell) {
        if !contact_columns::valid_email(&address) {
            return Err("email_not_valid");
        }
        if !person.emails.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
            person.emails.push(address);
        }
    }
    Ok(())
}

fn take_phones(person: &mut Person, cell: &str, whatsapp: bool) -> Result<(), &'static str> {
    for raw in contact_columns::split_phones(cell) {
        let number = phone::normalise(&raw).ok_or("phone_not_valid")?;
        match person.phones.iter_mut().find(|(known, _)| known.e164 == number.e164) {
            Some((_, takes_whatsapp)) => *takes_whatsapp |= whatsapp,
            None => person.phones.push((number, whatsapp)),
        }
    }
    Ok(())
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

fn kind_of(cell: &str) -> &'static str {
    let key = fold(cell);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(&[
        "pegiat",
        "influencer",
        "activist",
        "aktivis",
        "selebgram",
        "buzzer",
        "content creator",
        "kreator",
    ]) {
        "activist"
    } else if has(&["komunitas", "community", "pengelola"]) {
        "community_manager"
    } else if has(&["narasumber", "juru bicara", "source", "spokes", "jubir"]) {
        "source"
    } else if has(&["penghubung", "liaison", "opd", "pejabat"]) {
        "liaison"
    } else {
        "journalist"
    }
}

fn media_type_of(cell: &str) -> &'static str {
    let key = fold(cell);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(&["online", "siber", "daring", "web", "portal", "digital"]) {
        "online"
    } else if has(&["tv", "televisi", "television"]) {
        "tv"
    } else if has(&["radio"]) {
        "radio"
    } else if has(&["kantor berita", "agency", "agensi"]) {
        "agency"
    } else if has(&["majalah", "magazine", "tabloid"]) {
        "magazine"
    } else if has(&["cetak", "koran", "harian", "surat kabar", "print", "newspaper", "mingguan"]) {
        "newspaper"
    } else if has(&["komunitas", "community"]) {
        "community"
    } else if has(&["sosial", "social", "instagram", "youtube", "tiktok", "medsos"]) {
        "social"
    } else {
        ""
    }
}

fn scale_of(cell: &str) -> &'static str {
    let key = fold(cell);
    if key.contains("inter") {
        "international"
    } else if key.contains("nasional") || key.contains("national") {
        "national"
    } else if key.contains("region") || key.contains("provinsi") {
        "regional"
    } else if key.contains("lokal")
        || key.contains("local")
        || key.contains("daerah")
        || key.contains("kab")
        || key.contains("kota")
    {
        "local"
    } else {
        ""
    }
}
