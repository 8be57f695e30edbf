//! Who a guest is: somebody of the media list or a person by name, and whether they are on the list
//! of guests already.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::{CATEGORIES, EventGuest};
use crate::contact::Contact;
use crate::db::Reader;
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::format::phone;
use crate::{affiliation, reach};

/// The guest of an event who is this contact.
pub(crate) fn guest_of_contact(
    db: &Reader,
    event_id: i64,
    contact_id: i64,
) -> Result<Option<EventGuest>> {
    let found: Vec<EventGuest> = db.all(
        "event_id = :event AND contact_id = :contact",
        named_params! {":event": event_id, ":contact": contact_id},
    )?;
    Ok(found.into_iter().next())
}

/// One person twice on the list would be counted twice.
pub(crate) fn refuse_double(db: &Reader, guest: &EventGuest) -> Result<()> {
    let same: Option<(String, String)> = db.row(
        "SELECT name, outlet FROM event_guests
         WHERE event_id = :event AND name_key = :name AND deleted_at IS NULL
           AND (:outlet = '' OR outlet = '' OR lower(outlet) = lower(:outlet))
         ORDER BY id LIMIT 1",
        named_params! {":event": guest.event_id, ":name": guest.name_key, ":outlet": guest.outlet},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    match same {
        Some((name, outlet)) => Err(Error::new(Code::Conflict, "checkin-same-name")
            .arg("name", name)
            .arg("outlet", if outlet.is_empty() { "–".to_owned() } else { outlet })),
        None => Ok(()),
    }
}

/// What was not typed is taken from the media list.
pub(crate) fn fill_from_contact(
    db: &Reader,
    guest: &mut EventGuest,
    contact_id: i64,
) -> Result<()> {
    let contact: Contact = db.get(contact_id)?;
    guest.name = contact.name;
    let now = affiliation::of_contact(db, contact_id)?;
    if let Some(now) = now.into_iter().find(|row| row.ended_on.is_empty())
        && guest.outlet.is_empty()
    {
        guest.outlet = now.organisation;
        guest.outlet_id = Some(now.organisation_id);
        if guest.position.is_empty() {
            guest.position = now.position;
        }
    }
    let reaches = reach::of_contact(db, contact_id)?;
    let first = |kinds: &[&str]| {
        reaches
            .iter()
            .find(|reach| kinds.contains(&reach.kind.as_str()))
            .map(|reach| reach.value_key.clone())
    };
    if guest.phone.is_empty() {
        guest.phone = first(&["whatsapp", "phone"]).unwrap_or_default();
    }
    guest.email = first(&["email"]).unwrap_or_default();
    Ok(())
}

/// The organisation of this name.
pub(crate) fn outlet_named(db: &Reader, name: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM organisations WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 1",
        named_params! {":key": fold(name)},
        |row| row.get(0),
    )
}

/// Spells out what was typed of a guest and refuses what cannot be.
pub(super) fn tidy(db: &Reader, guest: &mut EventGuest) -> Result<()> {
    for line in [&mut guest.name, &mut guest.outlet, &mut guest.position] {
        *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if guest.name.is_empty() {
        return Err(Error::invalid("name", "guest-name-missing"));
    }
    guest.name_key = fold(&guest.name);
    guest.email = match guest.email.trim() {
        "" => String::new(),
        email => reach::read("email", email)?.1,
    };
    guest.phone = match guest.phone.trim() {
        "" => String::new(),
        number => phone::e164(number)
            .ok_or_else(|| Error::invalid("phone", "phone-not-valid").arg("value", number))?,
    };
    if guest.category.is_empty() {
        "press".clone_into(&mut guest.category);
    }
    if !CATEGORIES.contains(&guest.category.as_str()) {
        return Err(Error::invalid("category", "guest-category-wrong")
            .arg("category", &guest.category)
            .arg("categories", CATEGORIES.join(", ")));
    }
    guest.outlet_id = match guest.outlet.as_str() {
        "" => None,
        name => outlet_named(db, name)?,
    };
    Ok(())
}

/// Whose an address or number is, as far as the media list says.
pub(super) enum Owned {
    /// Nobody's whom it knows.
    Nobody,
    /// One person's alone.
    One(i64),
    /// Several people's, or a newsroom's: it tells nobody apart.
    Shared,
}

/// Whose a lower-cased address or a number in E.164 is.
pub(super) fn owner_of(db: &Reader, key: &str) -> Result<Owned> {
    let owners: Vec<Option<i64>> = db.rows(
        "SELECT DISTINCT CASE WHEN r.organisation_id IS NULL THEN r.contact_id END
         FROM reaches r
         LEFT JOIN contacts c ON c.id = r.contact_id
         WHERE r.value_key = :key AND r.deleted_at IS NULL AND c.deleted_at IS NULL",
        named_params! {":key": key},
        |row| row.get(0),
    )?;
    Ok(match owners.as_slice() {
        [] => Owned::Nobody,
        [Some(contact)] => Owned::One(*contact),
        _ => Owned::Shared,
    })
}

/// The guests of an event by what tells them apart.
#[derive(Default)]
pub(super) struct Known {
    contacts: BTreeMap<i64, usize>,
    reaches: BTreeMap<String, Vec<usize>>,
    names: BTreeMap<String, Vec<usize>>,
    guests: Vec<EventGuest>,
}

impl Known {
    pub(super) fn of(db: &Reader, event_id: i64) -> Result<Self> {
        let mut known = Self::default();
        let guests: Vec<EventGuest> =
            db.all("event_id = :event ORDER BY id", named_params! {":event": event_id})?;
        for guest in guests {
            let more = all_reaches(db, &guest)?;
            known.put(guest, more);
        }
        Ok(known)
    }

    /// One more.
    pub(super) fn put(&mut self, guest: EventGuest, reaches: BTreeSet<String>) {
        let at = self.guests.len();
        if let Some(contact) = guest.contact_id {
            self.contacts.insert(contact, at);
        }
        for key in reaches {
            self.reaches.entry(key).or_default().push(at);
        }
        self.names.entry(guest.name_key.clone()).or_default().push(at);
        self.guests.push(guest);
    }

    /// The guest who this person is; `reaches`: all by which the person is known.
    pub(super) fn find(
        &self,
        db: &Reader,
        person: &EventGuest,
        reaches: &BTreeSet<String>,
    ) -> Result<Option<&EventGuest>> {
        if let Some(contact) = person.contact_id
            && let Some(at) = self.contacts.get(&contact)
        {
            return Ok(self.guests.get(*at));
        }
        // Two people of the media list are two, whatever they share.
        let may_be = |guest: &&EventGuest| {
            (person.id == 0 || guest.id != person.id)
                && (guest.contact_id.is_none() || person.contact_id.is_none())
        };
        let others = |at: Option<&Vec<usize>>| -> Vec<&EventGuest> {
            let found = at.into_iter().flatten().filter_map(|at| self.guests.get(*at));
            found.filter(may_be).collect()
        };
        for key in reaches {
            for guest in others(self.reaches.get(key)) {
                let is_shared = is_role(key) || matches!(owner_of(db, key)?, Owned::Shared);
                if !is_shared || share_a_word(&guest.name_key, &person.name_key) {
                    return Ok(Some(guest));
                }
            }
        }
        let outlet = fold(&person.outlet);
        let same = others(self.names.get(&person.name_key)).into_iter().find(|guest| {
            let other = fold(&guest.outlet);
            outlet == other || outlet.is_empty() || other.is_empty()
        });
        Ok(same)
    }
}

/// Every address and number by which a guest is known.
pub(super) fn all_reaches(db: &Reader, guest: &EventGuest) -> Result<BTreeSet<String>> {
    let mut keys: BTreeSet<String> = match guest.contact_id {
        Some(contact) => db
            .rows(
                "SELECT value_key FROM reaches WHERE contact_id = :contact AND deleted_at IS NULL",
                named_params! {":contact": contact},
                |row| row.get(0),
            )?
            .into_iter()
            .collect(),
        None => BTreeSet::new(),
    };
    keys.extend(
        [guest.email.to_lowercase(), guest.phone.clone()].into_iter().filter(|key| !key.is_empty()),
    );
    Ok(keys)
}

/// Whether an address is a desk's and not a person's, by its first part.
fn is_role(key: &str) -> bool {
    const ROLES: &[&str] = &[
        "redaksi",
        "redaktur",
        "newsroom",
        "news",
        "berita",
        "info",
        "admin",
        "kontak",
        "contact",
        "humas",
        "sekretariat",
        "office",
        "editor",
        "press",
        "media",
        "liputan",
    ];
    let desk = key.split('@').next().unwrap_or_default();
    key.contains('@') && desk.split(['.', '-', '_']).any(|part| ROLES.contains(&part))
}

fn share_a_word(one: &str, other: &str) -> bool {
    one.split(' ').any(|word| word.len() > 2 && other.split(' ').any(|own| own == word))
}
