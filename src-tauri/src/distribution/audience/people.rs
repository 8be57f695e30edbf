//! Reads the people of an audience, many at a time: questions of each alone would take longer
//! than all the rest.

use rusqlite::named_params;

use crate::db::Reader;
use crate::error::Result;
use crate::mail::compose;
use crate::release::letter::{ContactTexts, Values};

/// How many people are read at once.
pub(super) const AT_ONCE: usize = 500;

/// 1 when the contact had affiliations and none stands on `:today`.
pub(crate) const LEFT_OUTLET: &str = "
    SELECT CASE WHEN EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = :contact AND a.deleted_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM affiliations a
                                 WHERE a.contact_id = :contact AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today))
           THEN 1 ELSE 0 END";

/// A mail address of a person.
pub(in crate::distribution) struct Address {
    pub(super) value: String,
    pub(super) key: String,
    pub(in crate::distribution) bad: bool,
    /// Whether anybody else has it: only then can somebody be a double.
    pub(super) shared: bool,
}

impl Address {
    /// Whether a mail can go there.
    pub(in crate::distribution) fn works(&self) -> bool {
        !self.bad && compose::is_address(&self.value)
    }
}

/// Somebody of the audience, with all that decides whether and how they get it.
pub(in crate::distribution) struct Person {
    /// 0 = a guest of an event whom the media list does not know.
    pub(super) contact_id: i64,
    /// The guest of the event that it is about; 0 = it is about none.
    pub(super) guest_id: i64,
    pub(super) values: Values,
    pub(in crate::distribution) emails: Vec<Address>,
    /// The first number for chats.
    pub(in crate::distribution) whatsapp: Option<String>,
    /// The first number for calls.
    pub(in crate::distribution) phone: Option<String>,
    /// One of [`crate::contact::CHANNELS`], or empty.
    pub(in crate::distribution) preferred_channel: String,
    pub(super) mail_form: String,
    pub(super) language: String,
    pub(super) do_not_contact: bool,
    pub(super) away_until: Option<String>,
    pub(super) left_outlet: bool,
    pub(super) no_embargo: bool,
    pub(super) wave: i64,
}

impl Person {
    pub(super) fn name(&self) -> String {
        self.value("full_name")
    }

    pub(super) fn value(&self, field: &str) -> String {
        self.values.get(field).cloned().unwrap_or_default()
    }
}

/// These people with their waves, in this order; whoever is deleted is passed over.
pub(super) fn read(db: &Reader, people: &[(i64, i64)], today: &str) -> Result<Vec<Person>> {
    let ids: Vec<i64> = people.iter().map(|(id, _)| *id).collect();
    let ids = serde_json::to_string(&ids)?;
    let mut found: Vec<Option<Person>> = people.iter().map(|_| None).collect();
    read_contacts(db, &ids, &mut found)?;
    read_work(db, &ids, today, &mut found)?;
    read_reaches(db, &ids, &mut found)?;
    read_states(db, &ids, today, &mut found)?;
    let with_waves = found.into_iter().zip(people).filter_map(|(person, (_, wave))| {
        let mut person = person?;
        person.wave = *wave;
        Some(person)
    });
    Ok(with_waves.collect())
}

fn at(found: &mut [Option<Person>], place: i64) -> Option<&mut Person> {
    found.get_mut(usize::try_from(place).ok()?).and_then(Option::as_mut)
}

fn read_contacts(db: &Reader, ids: &str, found: &mut [Option<Person>]) -> Result<()> {
    db.each_row(
        "SELECT wanted.key, c.id, c.name, c.name_prefix, c.name_suffix, c.salutation_formal, c.salutation_familiar, c.city,
                c.no_embargo = 'yes', c.preferred_channel, c.mail_form, c.language
         FROM json_each(:ids) wanted
         CROSS JOIN contacts c ON c.id = wanted.value AND c.deleted_at IS NULL",
        named_params! {":ids": ids},
        |row| {
            let texts = ContactTexts {
                name: row.get(2)?,
                name_prefix: row.get(3)?,
                name_suffix: row.get(4)?,
                salutation_formal: row.get(5)?,
                salutation_familiar: row.get(6)?,
                city: row.get(7)?,
                ..ContactTexts::default()
            };
            let person = Person {
                contact_id: row.get(1)?,
                guest_id: 0,
                values: texts.values(),
                emails: Vec::new(),
                whatsapp: None,
                phone: None,
                preferred_channel: row.get(9)?,
                mail_form: row.get(10)?,
                language: row.get(11)?,
                do_not_contact: false,
                away_until: None,
                left_outlet: false,
                no_embargo: row.get(8)?,
                wave: 0,
            };
            let place = usize::try_from(row.get::<_, i64>(0)?).ok();
            if let Some(place) = place.and_then(|place| found.get_mut(place)) {
                *place = Some(person);
            }
            Ok(())
        },
    )
}

/// Where they work: the first affiliation that stands and whose organisation is there.
fn read_work(db: &Reader, ids: &str, today: &str, found: &mut [Option<Person>]) -> Result<()> {
    let mut last = None;
    let mut stands = false;
    let mut has_outlet = false;
    db.each_row(
        "SELECT wanted.key, a.ended_on = '' OR a.ended_on > :today, a.position, o.name
         FROM json_each(:ids) wanted
         CROSS JOIN affiliations a ON a.contact_id = wanted.value AND a.deleted_at IS NULL
         LEFT JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
         ORDER BY wanted.key, a.id",
        named_params! {":ids": ids, ":today": today},
        |row| {
            let place: i64 = row.get(0)?;
            if last != Some(place) {
                (last, stands, has_outlet) = (Some(place), false, false);
            }
            let Some(person) = at(found, place) else { return Ok(()) };
            let stands_too: bool = row.get(1)?;
            stands |= stands_too;
            person.left_outlet = !stands;
            let outlet: Option<String> = row.get(3)?;
            if let (true, false, Some(outlet)) = (stands_too, has_outlet, outlet) {
                has_outlet = true;
                person.values.insert("outlet".to_owned(), outlet);
                person.values.insert("position".to_owned(), row.get(2)?);
            }
            Ok(())
        },
    )
}

fn read_reaches(db: &Reader, ids: &str, found: &mut [Option<Person>]) -> Result<()> {
    db.each_row(
        "SELECT wanted.key, r.kind, r.value, r.value_key,
                r.kind = 'email' AND (
                    EXISTS (SELECT 1 FROM contact_states s WHERE s.kind = 'bad_address' AND s.address_key = r.value_key AND s.deleted_at IS NULL)
                    OR EXISTS (SELECT 1 FROM contact_states s
                               WHERE s.kind = 'do_not_contact' AND s.contact_id IS NULL AND s.address_key = r.value_key AND s.deleted_at IS NULL)),
                EXISTS (SELECT 1 FROM reaches q WHERE q.value_key = r.value_key AND q.deleted_at IS NULL AND q.id <> r.id)
         FROM json_each(:ids) wanted
         CROSS JOIN reaches r ON r.contact_id = wanted.value AND r.deleted_at IS NULL
         ORDER BY wanted.key, r.rank, r.id",
        named_params! {":ids": ids},
        |row| {
            let Some(person) = at(found, row.get(0)?) else { return Ok(()) };
            let kind: String = row.get(1)?;
            match kind.as_str() {
                "email" => person.emails.push(Address {
                    value: row.get(2)?,
                    key: row.get(3)?,
                    bad: row.get(4)?,
                    shared: row.get(5)?,
                }),
                "whatsapp" if person.whatsapp.is_none() => person.whatsapp = Some(row.get(3)?),
                "phone" if person.phone.is_none() => person.phone = Some(row.get(3)?),
                _ => {}
            }
            Ok(())
        },
    )
}

fn read_states(db: &Reader, ids: &str, today: &str, found: &mut [Option<Person>]) -> Result<()> {
    db.each_row(
        "SELECT wanted.key, s.kind, s.until
         FROM json_each(:ids) wanted
         CROSS JOIN contact_states s ON s.contact_id = wanted.value AND s.deleted_at IS NULL AND s.kind <> 'bad_address'",
        named_params! {":ids": ids},
        |row| {
            let Some(person) = at(found, row.get(0)?) else { return Ok(()) };
            let (kind, until): (String, String) = (row.get(1)?, row.get(2)?);
            match kind.as_str() {
                "do_not_contact" => person.do_not_contact = true,
                "away" if until.is_empty() || until.as_str() >= today => {
                    person.away_until = Some(until);
                }
                _ => {}
            }
            Ok(())
        },
    )
}
