//! The guests of a press event, sorted as any audience is: by mail, by hand, or left out for a reason.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::members::waves_of;
use super::people::{self, Address, Person};
use super::problem::event_problems;
use super::sorting::{Sorted, Sorting, Taker};
use super::{Audience, Plan};
use crate::db::{Ctx, Reader};
use crate::distribution::event_mail::EventAudience;
use crate::distribution::guard::Guard;
use crate::error::Result;
use crate::format::phone;
use crate::release::letter::{self, ContactTexts};

/// What a guest's row says that their contact's may not.
struct Guest {
    id: i64,
    contact_id: Option<i64>,
    name: String,
    outlet: String,
    position: String,
    email: String,
    phone: String,
    /// The address bounces, or whoever has it wants no mail.
    bad: bool,
}

/// Sorts the guests of an event; whoever gets it goes to `taker`.
pub(super) fn sort_guests(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
    event: &EventAudience,
    plan: &Plan,
    taker: &mut dyn Taker,
) -> Result<Sorted> {
    let today = letter::today(db, ctx)?;
    let guard = Guard::of(db, ctx, audience)?;
    let waves = waves_of(db, audience)?;
    let mut sorting = Sorting::new(db, audience, plan, waves, taker)?;
    for some in event.guests.chunks(people::AT_ONCE) {
        let guests = guests(db, some)?;
        let contacts: Vec<(i64, i64)> =
            guests.iter().filter_map(|guest| guest.contact_id).map(|id| (id, 0)).collect();
        let mut known: BTreeMap<i64, Person> = people::read(db, &contacts, &today)?
            .into_iter()
            .map(|person| (person.contact_id, person))
            .collect();
        for guest in guests {
            let contact = guest.contact_id.and_then(|id| known.remove(&id));
            let is_known = contact.is_some();
            let person = of_guest(guest, contact);
            let recent = match person.contact_id {
                contact_id if is_known && !event.mail.must_reach() => {
                    guard.recent(db, contact_id, &person.name())?
                }
                _ => None,
            };
            sorting.place(person, recent)?;
        }
    }
    let mut sorted = sorting.finish();
    sorted.guard_days = guard.days();
    sorted.problems = event_problems(db, ctx, plan, &sorted)?;
    Ok(sorted)
}

/// These guests in this order; whoever was taken off the list is passed over.
fn guests(db: &Reader, ids: &[i64]) -> Result<Vec<Guest>> {
    db.rows(
        "SELECT g.id, CASE WHEN c.id IS NULL THEN NULL ELSE g.contact_id END, g.name, g.outlet, g.position, g.email, g.phone,
                EXISTS (SELECT 1 FROM contact_states s
                        WHERE s.address_key = LOWER(g.email) AND g.email <> '' AND s.deleted_at IS NULL
                          AND (s.kind = 'bad_address' OR (s.kind = 'do_not_contact' AND s.contact_id IS NULL)))
         FROM json_each(:ids) wanted
         CROSS JOIN event_guests g ON g.id = wanted.value AND g.deleted_at IS NULL
         LEFT JOIN contacts c ON c.id = g.contact_id AND c.deleted_at IS NULL
         ORDER BY wanted.key",
        named_params! {":ids": serde_json::to_string(ids)?},
        |row| {
            Ok(Guest {
                id: row.get(0)?,
                contact_id: row.get(1)?,
                name: row.get(2)?,
                outlet: row.get(3)?,
                position: row.get(4)?,
                email: row.get(5)?,
                phone: row.get(6)?,
                bad: row.get(7)?,
            })
        },
    )
}

/// Somebody of the audience: the contact with what the guest list says of them, which is what they are
/// invited as, or a person whom the media list does not know.
fn of_guest(guest: Guest, contact: Option<Person>) -> Person {
    let mut person = contact.unwrap_or_else(|| Person {
        contact_id: 0,
        guest_id: 0,
        values: ContactTexts { name: guest.name.clone(), ..ContactTexts::default() }.values(),
        emails: Vec::new(),
        whatsapp: None,
        phone: None,
        preferred_channel: String::new(),
        mail_form: String::new(),
        language: String::new(),
        do_not_contact: false,
        away_until: None,
        left_outlet: false,
        no_embargo: false,
        wave: 0,
    });
    person.guest_id = guest.id;
    for (field, said) in [("outlet", guest.outlet), ("position", guest.position)] {
        if !said.trim().is_empty() {
            person.values.insert(field.to_owned(), said);
        }
    }
    let value = guest.email.trim().to_owned();
    if !value.is_empty() {
        let key = value.to_lowercase();
        let stored = person.emails.iter().position(|address| address.key == key);
        let address = match stored {
            Some(at) => person.emails.remove(at),
            None => Address { value, key, bad: guest.bad, shared: true },
        };
        person.emails.insert(0, address);
    }
    // Somebody of the list may have the same address without being in the media list.
    person.emails.iter_mut().for_each(|address| address.shared = true);
    if let Some(number) = phone::e164(&guest.phone)
        && person.phone.is_none()
        && person.whatsapp.is_none()
    {
        // Mobile numbers of the country begin with 8.
        if number.starts_with("+628") {
            person.whatsapp = Some(number.clone());
        }
        person.phone = Some(number);
    }
    person
}
