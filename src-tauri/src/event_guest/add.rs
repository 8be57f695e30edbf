//! Guests onto the list of an event: from recipient lists, the media list, or by name. Everybody
//! once; who may not be contacted is left out, for whom there is no seat waits, each with a reason.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::{self, Known, Owned, all_reaches, fill_from_contact, owner_of};
use super::room::{Room, reason_in};
use super::{CATEGORIES, EventGuest, Place};
use crate::contact::asked_not_to_be_contacted;
use crate::db::{Ctx, Reader, Writer};
use crate::erased::{Guard, Trait, name_at};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::organisation::Organisation;
use crate::press_event::{EventState, PressEvent};
use crate::{recipient_list, settings};

/// A person by name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct NamedGuest {
    /// Name.
    pub name: String,
    /// For which outlet, or empty.
    pub outlet: String,
    /// Position, or empty.
    pub position: String,
    /// Mail address, or empty.
    pub email: String,
    /// Telephone, however written, or empty.
    pub phone: String,
    /// One of [`CATEGORIES`]; empty = that of all.
    pub category: String,
}

/// Who shall be guests.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct GuestsAdd {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// Recipient lists.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub lists: Vec<i64>,
    /// Recipient lists whose members are left out.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub minus_lists: Vec<i64>,
    /// Single people of the media list.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub contacts: Vec<i64>,
    /// People by name.
    #[ts(optional, as = "Option<Vec<NamedGuest>>")]
    pub persons: Vec<NamedGuest>,
    /// What they are; none = press.
    pub category: Option<String>,
    /// The association or outlet that named them.
    pub nominated_by: Option<i64>,
}

/// Somebody who was found for the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundGuest {
    /// The guest; 0 before they are added.
    pub guest_id: i64,
    /// The contact, or none.
    pub contact_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Outlet, or empty.
    pub outlet: String,
    /// Position, or empty.
    pub position: String,
    /// Mail address, or empty.
    pub email: String,
    /// Telephone, or empty.
    pub phone: String,
    /// One of [`CATEGORIES`].
    pub category: String,
    /// Why they wait or are left out: a sentence, or the key of one; else empty.
    pub reason: String,
}

/// Who becomes a guest and who does not.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct GuestsFound {
    /// Onto the list.
    pub adding: Vec<FoundGuest>,
    /// Onto the waiting list; the reason names the quota.
    pub waiting: Vec<FoundGuest>,
    /// On the list already, or asked for twice.
    pub already: Vec<FoundGuest>,
    /// Not asked, and why.
    pub left_out: Vec<FoundGuest>,
}

/// What adding comes to.
struct Sorted {
    new: Vec<EventGuest>,
    found: GuestsFound,
}

/// Tells who would become a guest.
pub fn check(db: &Reader, ctx: &Ctx, order: GuestsAdd) -> Result<GuestsFound> {
    Ok(sort(db, ctx, &order)?.found)
}

/// Makes guests of them.
pub fn add(db: &Writer, ctx: &Ctx, order: GuestsAdd) -> Result<GuestsFound> {
    let Sorted { new, mut found } = sort(db, ctx, &order)?;
    let (mut adding, mut waiting) = (found.adding.iter_mut(), found.waiting.iter_mut());
    for mut guest in new {
        let id = db.insert(&mut guest)?;
        let shown = if guest.place == Place::Waiting { waiting.next() } else { adding.next() };
        if let Some(shown) = shown {
            shown.guest_id = id;
        }
    }
    Ok(found)
}

/// An event to whose list somebody can still be added.
pub(super) fn open_event(db: &Reader, event_id: i64) -> Result<PressEvent> {
    let event: PressEvent = db.get(event_id)?;
    if event.state == EventState::Cancelled {
        return Err(Error::new(Code::Conflict, "guest-event-cancelled").arg("event", &event.title));
    }
    Ok(event)
}

fn sort(db: &Reader, ctx: &Ctx, order: &GuestsAdd) -> Result<Sorted> {
    let event = open_event(db, order.event_id)?;
    let category = match order.category.as_deref().map(str::trim) {
        None | Some("") => "press",
        Some(category) if CATEGORIES.contains(&category) => category,
        Some(category) => {
            return Err(Error::invalid("category", "guest-category-wrong")
                .arg("category", category)
                .arg("categories", CATEGORIES.join(", ")));
        }
    };
    if let Some(id) = order.nominated_by {
        db.get::<Organisation>(id)?;
    }
    let mut sorting = Sorting {
        db,
        guard: Guard::of(db, &ctx.folder)?,
        known: Known::of(db, event.id)?,
        room: Room::of(db, &event)?,
        now: ctx.now_text(),
        language: settings::value(db, "language", "id")?,
        sorted: Sorted { new: Vec::new(), found: GuestsFound::default() },
    };
    let blank = EventGuest {
        event_id: event.id,
        category: category.to_owned(),
        nominated_by: order.nominated_by,
        ..EventGuest::default()
    };
    sorting.of_media_list(ctx, order, &blank)?;
    for (row, person) in (1..).zip(&order.persons) {
        let guest = by_name(db, person, &blank).map_err(|error| in_row(error, row, person))?;
        sorting.place(guest, "")?;
    }
    Ok(sorting.sorted)
}

/// Names the line of what was typed in which something is wrong.
fn in_row(error: Error, row: i64, person: &NamedGuest) -> Error {
    let shown = if person.name.trim().is_empty() { &person.outlet } else { &person.name };
    let text = match error.text {
        "email-not-valid" => "guest-row-email",
        "phone-not-valid" => "guest-row-phone",
        "guest-name-missing" => "guest-row-name",
        _ => return error,
    };
    let value = error.args.get("value").cloned().unwrap_or_default();
    Error::invalid("persons", text).arg("row", row).arg("name", shown).arg("value", value)
}

/// Somebody who was typed; who the media list knows by an own address or number is that contact.
pub(super) fn by_name(db: &Reader, person: &NamedGuest, blank: &EventGuest) -> Result<EventGuest> {
    let mut guest = EventGuest {
        name: person.name.clone(),
        outlet: person.outlet.clone(),
        position: person.position.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        category: match person.category.trim() {
            "" => blank.category.clone(),
            own => own.to_owned(),
        },
        ..blank.clone()
    };
    person::tidy(db, &mut guest)?;
    for key in [guest.email.to_lowercase(), guest.phone.clone()] {
        if !key.is_empty()
            && guest.contact_id.is_none()
            && let Owned::One(contact) = owner_of(db, &key)?
        {
            guest.contact_id = Some(contact);
        }
    }
    if let Some(contact) = guest.contact_id {
        let (email, phone) = (guest.email.clone(), guest.phone.clone());
        fill_from_contact(db, &mut guest, contact)?;
        guest.name_key = fold(&guest.name);
        // What was typed is meant.
        if !email.is_empty() {
            guest.email = email;
        }
        if !phone.is_empty() {
            guest.phone = phone;
        }
    }
    Ok(guest)
}

struct Sorting<'a, 'b> {
    db: &'a Reader<'b>,
    guard: Guard,
    known: Known,
    room: Room,
    now: String,
    language: String,
    sorted: Sorted,
}

impl Sorting<'_, '_> {
    /// Everybody of lists and media list, in this order.
    fn of_media_list(&mut self, ctx: &Ctx, order: &GuestsAdd, blank: &EventGuest) -> Result<()> {
        let db = self.db;
        let mut away = BTreeSet::new();
        for id in &order.minus_lists {
            away.extend(recipient_list::members(db, ctx, *id)?);
        }
        let mut seen = BTreeSet::new();
        let mut left_out = Vec::new();
        for id in &order.lists {
            for contact in recipient_list::members(db, ctx, *id)? {
                if seen.insert(contact) {
                    self.contact(contact, blank, away.contains(&contact), true)?;
                }
            }
            left_out.extend(recipient_list::left_out(db, ctx, *id)?);
        }
        for contact in &order.contacts {
            if seen.insert(*contact) {
                self.contact(*contact, blank, false, false)?;
            }
        }
        for left in left_out {
            if seen.insert(left.contact_id) {
                let mut guest = blank.clone();
                guest.contact_id = Some(left.contact_id);
                fill_from_contact(db, &mut guest, left.contact_id)?;
                let reason = match left.reason.trim() {
                    "" => "guest-out-of-list",
                    reason => reason,
                };
                self.sorted.found.left_out.push(shown(&guest, reason));
            }
        }
        Ok(())
    }

    fn contact(
        &mut self,
        contact: i64,
        blank: &EventGuest,
        is_away: bool,
        by_list: bool,
    ) -> Result<()> {
        let mut guest = EventGuest { contact_id: Some(contact), ..blank.clone() };
        fill_from_contact(self.db, &mut guest, contact)?;
        guest.name_key = fold(&guest.name);
        let reason = if is_away {
            "guest-out-minus"
        } else if by_list && self.left_every_outlet(contact)? {
            "guest-out-left-outlet"
        } else {
            ""
        };
        self.place(guest, reason)
    }

    fn left_every_outlet(&self, contact: i64) -> Result<bool> {
        let left = self.db.number(
            "SELECT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = :contact AND a.deleted_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM affiliations a
                                WHERE a.contact_id = :contact AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today))",
            named_params! {":contact": contact, ":today": self.now.get(..10).unwrap_or_default()},
        )?;
        Ok(left == 1)
    }

    /// Whether the person's wish or the law forbids to ask them.
    fn may_not(&self, guest: &EventGuest) -> Result<Option<&'static str>> {
        if let Some(contact) = guest.contact_id {
            let asked_not = self.db.number(
                "SELECT EXISTS (SELECT 1 FROM contact_states WHERE contact_id = :contact AND kind = 'do_not_contact' AND deleted_at IS NULL)",
                named_params! {":contact": contact},
            )?;
            return Ok((asked_not == 1).then_some("guest-out-do-not-contact"));
        }
        for key in [guest.email.to_lowercase(), guest.phone.clone()] {
            if !key.is_empty()
                && !matches!(owner_of(self.db, &key)?, Owned::Shared)
                && asked_not_to_be_contacted(self.db, &key)?
            {
                return Ok(Some("guest-out-do-not-contact"));
            }
        }
        if self.guard.is_empty() {
            return Ok(None);
        }
        let mut traits = vec![(Trait::Name, name_at(&guest.name, &guest.outlet))];
        if !guest.email.is_empty() {
            traits.push((Trait::Email, guest.email.to_lowercase()));
        }
        if !guest.phone.is_empty() {
            traits.push((Trait::Phone, guest.phone.clone()));
        }
        for (what, value) in traits {
            if self.guard.erased_at(what, &value)?.is_some() {
                return Ok(Some("guest-out-erased"));
            }
        }
        Ok(None)
    }

    /// Puts one person where they belong; `reason`: why they are left out, or empty.
    fn place(&mut self, mut guest: EventGuest, reason: &str) -> Result<()> {
        let reaches = all_reaches(self.db, &guest)?;
        if let Some(known) = self.known.find(self.db, &guest, &reaches)? {
            let reason = match known.place {
                Place::Withdrawn => "guest-already-withdrawn",
                Place::Waiting => "guest-already-waiting",
                _ => "",
            };
            self.sorted.found.already.push(shown(known, reason));
            return Ok(());
        }
        let reason = match self.may_not(&guest)? {
            Some(reason) => reason,
            None => reason,
        };
        if !reason.is_empty() {
            self.sorted.found.left_out.push(shown(&guest, reason));
            return Ok(());
        }
        if let Some(full) = self.room.refusal(&guest) {
            guest.place = Place::Waiting;
            guest.waiting_since.clone_from(&self.now);
            guest.reason = full.kept()?;
            let reason = reason_in(&guest.reason, &self.language);
            self.sorted.found.waiting.push(shown(&guest, &reason));
        } else {
            guest.place = Place::Listed;
            self.room.take(&guest);
            self.sorted.found.adding.push(shown(&guest, ""));
        }
        self.known.put(guest.clone(), reaches);
        self.sorted.new.push(guest);
        Ok(())
    }
}

fn shown(guest: &EventGuest, reason: &str) -> FoundGuest {
    FoundGuest {
        guest_id: guest.id,
        contact_id: guest.contact_id,
        name: guest.name.clone(),
        outlet: guest.outlet.clone(),
        position: guest.position.clone(),
        email: guest.email.clone(),
        phone: guest.phone.clone(),
        category: guest.category.clone(),
        reason: reason.to_owned(),
    }
}
