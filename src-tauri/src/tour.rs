//! Tours: where a press event goes, who rides in which car and sleeps in which room, what the
//! travellers need, and the papers for all of it. What does not fit is named, never refused: on a
//! tour plans are unfinished until they are not.

mod paper;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::clock;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::event_guest::EventGuest;
use crate::press_event::PressEvent;
use crate::record;

pub use paper::{TourPaper, write};

record! {
    /// One stop.
    TourStop in "tour_stops" {
        /// The tour.
        event_id: i64,
        /// The day in the tour's zone, `YYYY-MM-DD`.
        day: String,
        /// `HH:MM` there; empty = open.
        arrives_at: String,
        /// `HH:MM` there; empty = open.
        leaves_at: String,
        /// Where.
        place: String,
        /// The address.
        address: String,
        /// What is done there.
        activity: String,
        /// Which meal is taken there, or empty.
        meal: String,
        /// Who sees to it.
        in_charge: String,
        /// What is done when weather or place fail.
        plan_b: String,
    }
}

record! {
    /// One vehicle.
    TourVehicle in "tour_vehicles" {
        /// The tour.
        event_id: i64,
        /// What it is called: `Bus 1`.
        name: String,
        /// Its number plate.
        plate: String,
        /// Who drives.
        driver: String,
        /// The driver's number.
        phone: String,
        /// Seats for guests.
        seats: i64,
        /// For what it is used: `Bandara`, `Hari 1`.
        use_of: String,
    }
}

record! {
    /// One room.
    TourRoom in "tour_rooms" {
        /// The tour.
        event_id: i64,
        /// The house.
        hotel: String,
        /// Its number.
        room: String,
        /// Beds.
        beds: i64,
        /// The first night, `YYYY-MM-DD`; empty = the tour's first.
        from_day: String,
        /// The day of leaving; empty = the tour's last.
        until_day: String,
    }
}

record! {
    /// What a tour must know of one guest. Personal data: never in logs, gone with the contact.
    TourTraveller in "tour_travellers" {
        /// The guest.
        guest_id: i64,
        /// As on the identity card; empty = the guest's name.
        ticket_name: String,
        /// Number of the identity card, for the ticket.
        identity_number: String,
        /// `YYYY-MM-DD`, for the ticket.
        born_on: String,
        /// `female`, `male`, or empty.
        gender: String,
        /// What they do not eat.
        diet: String,
        /// For the kit.
        clothing_size: String,
        /// Whom to call.
        emergency_name: String,
        /// Their number.
        emergency_phone: String,
        /// In which car.
        vehicle_id: Option<i64>,
        /// In which room.
        room_id: Option<i64>,
    }
}

/// A guest who travels.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TravellerRow {
    /// The guest.
    pub guest_id: i64,
    /// The contact; 0 = known by name alone.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Outlet, or empty.
    pub outlet: String,
    /// Number, or empty.
    pub phone: String,
    /// What they answered: `yes`, `maybe` or nothing yet.
    pub rsvp: String,
    /// In whose place they come, or empty.
    pub substitutes: String,
    /// Whether they are on the list of names for tickets.
    pub on_manifest: bool,
    /// What the tour knows of them; diet and size are the contact's where nothing else is said.
    pub traveller: TourTraveller,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TourProblem {
    /// A key of the locales.
    pub text: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}

/// So many of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TourSum {
    /// A diet or a size; empty = not said.
    pub what: String,
    /// How many.
    pub count: i64,
    /// Their names.
    pub names: Vec<String>,
}

/// A tour with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TourDetail {
    /// The event.
    pub event_id: i64,
    /// Its name.
    pub title: String,
    /// Its first day in its zone.
    pub first_day: String,
    /// Its last day.
    pub last_day: String,
    /// Since when names for tickets are frozen, UTC; empty = they are open.
    pub names_frozen_at: String,
    /// Stops by day and hour.
    pub stops: Vec<TourStop>,
    /// Vehicles.
    pub vehicles: Vec<TourVehicle>,
    /// Rooms.
    pub rooms: Vec<TourRoom>,
    /// Who travels, by name.
    pub travellers: Vec<TravellerRow>,
    /// What does not fit.
    pub problems: Vec<TourProblem>,
    /// Diets, the most frequent first.
    pub diets: Vec<TourSum>,
    /// Sizes of clothing.
    pub sizes: Vec<TourSum>,
}

/// What is known of a guest as a traveller.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct TravellerPatch {
    /// The guest.
    pub guest_id: i64,
    /// Field names with their new values.
    #[ts(type = "Record<string, string | number | null>")]
    pub set: Map<String, Json>,
}

/// Whether the names for tickets stand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FreezeOrder {
    /// The tour.
    pub event_id: i64,
    /// `false` opens them again.
    pub frozen: bool,
}

fn days(event: &PressEvent) -> Result<(NaiveDate, NaiveDate)> {
    let zone = event.zone();
    let day = |text: &str, back: i64| {
        clock::from_text(text)
            .map(|at| (at - chrono::Duration::seconds(back)).with_timezone(&zone).date_naive())
            .ok_or_else(|| Error::invalid("begins", "calendar-day-wrong").arg("value", text))
    };
    let first = day(&event.begins_at, 0)?;
    Ok((first, day(&event.ends_at, 1)?.max(first)))
}

/// Shows a tour.
pub fn show(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<TourDetail> {
    let event: PressEvent = db.get(event_id)?;
    let (first, last) = days(&event)?;
    let of_event = named_params! {":event": event_id};
    let stops = db.all("event_id = :event ORDER BY day, arrives_at, leaves_at, id", of_event)?;
    let vehicles: Vec<TourVehicle> = db.all("event_id = :event ORDER BY name, id", of_event)?;
    let rooms: Vec<TourRoom> = db.all("event_id = :event ORDER BY hotel, room, id", of_event)?;
    let travellers = travellers(db, &event)?;
    let mut detail = TourDetail {
        event_id,
        title: event.title,
        first_day: first.to_string(),
        last_day: last.to_string(),
        names_frozen_at: event.names_frozen_at,
        diets: summed(&travellers, |one| &one.traveller.diet),
        sizes: summed(&travellers, |one| &one.traveller.clothing_size),
        stops,
        vehicles,
        rooms,
        travellers,
        problems: Vec::new(),
    };
    detail.problems = problems(&detail);
    Ok(detail)
}

/// Guests who have a place and have not declined, but for those in whose place somebody comes.
fn travellers(db: &Reader, event: &PressEvent) -> Result<Vec<TravellerRow>> {
    let known: Vec<TourTraveller> = db.all(
        "guest_id IN (SELECT id FROM event_guests WHERE event_id = :event AND deleted_at IS NULL)",
        named_params! {":event": event.id},
    )?;
    let mut known: BTreeMap<i64, TourTraveller> =
        known.into_iter().map(|one| (one.guest_id, one)).collect();
    let rows = db.rows(
        "SELECT g.id, COALESCE(g.contact_id, 0), g.name, COALESCE(o.name, g.outlet), g.phone, g.rsvp,
                COALESCE(b.name, ''), g.created_at, COALESCE(c.diet, ''), COALESCE(c.clothing_size, '')
         FROM event_guests g
         LEFT JOIN organisations o ON o.id = g.outlet_id
         LEFT JOIN event_guests b ON b.id = g.substitute_for
         LEFT JOIN contacts c ON c.id = g.contact_id AND c.deleted_at IS NULL
         WHERE g.event_id = :event AND g.deleted_at IS NULL AND g.place IN ('listed', 'invited') AND g.rsvp <> 'no'
           AND NOT EXISTS (SELECT 1 FROM event_guests s WHERE s.substitute_for = g.id AND s.deleted_at IS NULL AND s.place <> 'withdrawn' AND s.rsvp <> 'no')
         ORDER BY g.name_key, g.id",
        named_params! {":event": event.id},
        |row| {
            let said: (String, String) = (row.get(8)?, row.get(9)?);
            let since: String = row.get(7)?;
            Ok((
                TravellerRow {
                    guest_id: row.get(0)?,
                    contact_id: row.get(1)?,
                    name: row.get(2)?,
                    outlet: row.get(3)?,
                    phone: row.get(4)?,
                    rsvp: row.get(5)?,
                    substitutes: row.get(6)?,
                    on_manifest: true,
                    traveller: TourTraveller::default(),
                },
                since,
                said,
            ))
        },
    )?;
    Ok(rows
        .into_iter()
        .map(|(mut row, since, (diet, size))| {
            row.traveller = known.remove(&row.guest_id).unwrap_or_default();
            row.traveller.guest_id = row.guest_id;
            for (own, usual) in
                [(&mut row.traveller.diet, diet), (&mut row.traveller.clothing_size, size)]
            {
                if own.is_empty() {
                    *own = usual;
                }
            }
            let frozen = &event.names_frozen_at;
            row.on_manifest = frozen.is_empty() || since <= *frozen || !row.substitutes.is_empty();
            row
        })
        .collect())
}

fn summed(rows: &[TravellerRow], what: impl Fn(&TravellerRow) -> &String) -> Vec<TourSum> {
    let mut sums: Vec<TourSum> = Vec::new();
    for row in rows {
        let said = what(row).trim();
        match sums.iter_mut().find(|sum| sum.what.eq_ignore_ascii_case(said)) {
            Some(sum) => {
                sum.count += 1;
                sum.names.push(row.name.clone());
            }
            None => sums.push(TourSum {
                what: said.to_owned(),
                count: 1,
                names: vec![row.name.clone()],
            }),
        }
    }
    sums.sort_by(|a, b| {
        (a.what.is_empty(), b.count, &a.what).cmp(&(b.what.is_empty(), a.count, &b.what))
    });
    sums
}

fn problem(text: &str, args: &[(&str, &str)]) -> TourProblem {
    TourProblem {
        text: text.to_owned(),
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    }
}

/// What does not fit: seats, beds, days, names.
fn problems(tour: &TourDetail) -> Vec<TourProblem> {
    let mut found = Vec::new();
    let names = |rows: &[&TravellerRow]| {
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        names.join(", ")
    };
    let all: Vec<&TravellerRow> = tour.travellers.iter().collect();
    for vehicle in &tour.vehicles {
        let riders: Vec<&TravellerRow> = all
            .iter()
            .filter(|row| row.traveller.vehicle_id == Some(vehicle.id))
            .copied()
            .collect();
        if i64::try_from(riders.len()).unwrap_or(i64::MAX) > vehicle.seats {
            found.push(problem(
                "tour-seats-short",
                &[
                    ("vehicle", &vehicle.name),
                    ("seats", &vehicle.seats.to_string()),
                    ("count", &riders.len().to_string()),
                    ("names", &names(&riders)),
                ],
            ));
        }
    }
    let seats: i64 = tour.vehicles.iter().map(|vehicle| vehicle.seats).sum();
    if !tour.vehicles.is_empty() && i64::try_from(all.len()).unwrap_or(i64::MAX) > seats {
        found.push(problem(
            "tour-seats-short-all",
            &[("seats", &seats.to_string()), ("count", &all.len().to_string())],
        ));
    }
    for room in &tour.rooms {
        let sleepers: Vec<&TravellerRow> =
            all.iter().filter(|row| row.traveller.room_id == Some(room.id)).copied().collect();
        let label = format!("{} {}", room.hotel, room.room);
        if i64::try_from(sleepers.len()).unwrap_or(i64::MAX) > room.beds {
            found.push(problem(
                "tour-beds-short",
                &[
                    ("room", &label),
                    ("beds", &room.beds.to_string()),
                    ("count", &sleepers.len().to_string()),
                    ("names", &names(&sleepers)),
                ],
            ));
        }
        for other in tour.rooms.iter().filter(|other| other.id > room.id) {
            let same = other.room.eq_ignore_ascii_case(&room.room)
                && other.hotel.eq_ignore_ascii_case(&room.hotel);
            if same && nights_touch(room, other, tour) {
                found.push(problem("tour-room-twice", &[("room", &label)]));
            }
        }
    }
    let lacking = |key: &str, lacks: &dyn Fn(&TravellerRow) -> bool| {
        let rows: Vec<&TravellerRow> = all.iter().filter(|row| lacks(row)).copied().collect();
        (!rows.is_empty())
            .then(|| problem(key, &[("count", &rows.len().to_string()), ("names", &names(&rows))]))
    };
    if !tour.vehicles.is_empty() {
        found.extend(lacking("tour-no-seat", &|row| row.traveller.vehicle_id.is_none()));
    }
    if !tour.rooms.is_empty() {
        found.extend(lacking("tour-no-bed", &|row| row.traveller.room_id.is_none()));
    }
    found.extend(lacking("tour-not-on-manifest", &|row| !row.on_manifest));
    found.extend(lacking("tour-no-emergency", &|row| row.traveller.emergency_phone.is_empty()));
    for stop in &tour.stops {
        if stop.day < tour.first_day || stop.day > tour.last_day {
            found.push(problem("tour-stop-outside", &[("place", &stop.place), ("day", &stop.day)]));
        }
    }
    for pair in tour.stops.windows(2) {
        if let [before, after] = pair
            && before.day == after.day
            && !before.leaves_at.is_empty()
            && !after.arrives_at.is_empty()
            && after.arrives_at < before.leaves_at
        {
            found.push(problem(
                "tour-stops-overlap",
                &[
                    ("before", &before.place),
                    ("after", &after.place),
                    ("leaves", &before.leaves_at),
                    ("arrives", &after.arrives_at),
                ],
            ));
        }
    }
    found
}

/// Whether one night belongs to both.
fn nights_touch(one: &TourRoom, other: &TourRoom, tour: &TourDetail) -> bool {
    let from = |room: &TourRoom| match room.from_day.as_str() {
        "" => tour.first_day.clone(),
        day => day.to_owned(),
    };
    let until = |room: &TourRoom| match room.until_day.as_str() {
        "" => tour.last_day.clone(),
        day => day.to_owned(),
    };
    from(one) < until(other) && from(other) < until(one)
}

fn day_of(field: &'static str, text: &mut String) -> Result<()> {
    if text.trim().is_empty() {
        text.clear();
        return Ok(());
    }
    *text = crate::format::day::read(text)
        .ok_or_else(|| Error::invalid(field, "calendar-day-wrong").arg("value", &*text))?;
    Ok(())
}

fn time_of(field: &'static str, text: &mut String) -> Result<()> {
    let said = text.trim().replace('.', ":");
    if said.is_empty() {
        text.clear();
        return Ok(());
    }
    let time = chrono::NaiveTime::parse_from_str(&said, "%H:%M")
        .map_err(|_| Error::invalid(field, "tour-time-wrong").arg("value", &*text))?;
    *text = time.format("%H:%M").to_string();
    Ok(())
}

/// Adds or changes a stop.
pub fn save_stop(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<TourStop> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => TourStop::default(),
    };
    patch.check_version(&stored)?;
    let mut stop: TourStop = patch.apply(&stored)?;
    db.get::<PressEvent>(stop.event_id)?;
    stop.place = stop.place.trim().to_owned();
    if stop.place.is_empty() {
        return Err(Error::invalid("place", "tour-place-missing"));
    }
    day_of("day", &mut stop.day)?;
    if stop.day.is_empty() {
        return Err(Error::invalid("day", "calendar-day-wrong").arg("value", ""));
    }
    time_of("arrives_at", &mut stop.arrives_at)?;
    time_of("leaves_at", &mut stop.leaves_at)?;
    if !stop.leaves_at.is_empty() && stop.leaves_at < stop.arrives_at {
        return Err(Error::invalid("leaves_at", "tour-leaves-before"));
    }
    if stop.id == 0 {
        db.insert(&mut stop)?;
    } else {
        db.update(&mut stop)?;
    }
    Ok(stop)
}

/// Adds or changes a vehicle.
pub fn save_vehicle(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<TourVehicle> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => TourVehicle::default(),
    };
    patch.check_version(&stored)?;
    let mut vehicle: TourVehicle = patch.apply(&stored)?;
    db.get::<PressEvent>(vehicle.event_id)?;
    vehicle.name = vehicle.name.trim().to_owned();
    if vehicle.name.is_empty() {
        return Err(Error::invalid("name", "tour-vehicle-nameless"));
    }
    if !(1..=500).contains(&vehicle.seats) {
        return Err(Error::invalid("seats", "tour-seats-wrong"));
    }
    if vehicle.id == 0 {
        db.insert(&mut vehicle)?;
    } else {
        db.update(&mut vehicle)?;
    }
    Ok(vehicle)
}

/// Adds or changes a room.
pub fn save_room(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<TourRoom> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => TourRoom { beds: 2, ..TourRoom::default() },
    };
    patch.check_version(&stored)?;
    let mut room: TourRoom = patch.apply(&stored)?;
    db.get::<PressEvent>(room.event_id)?;
    room.hotel = room.hotel.trim().to_owned();
    room.room = room.room.trim().to_owned();
    if room.room.is_empty() {
        return Err(Error::invalid("room", "tour-room-nameless"));
    }
    if !(1..=50).contains(&room.beds) {
        return Err(Error::invalid("beds", "tour-beds-wrong"));
    }
    day_of("from_day", &mut room.from_day)?;
    day_of("until_day", &mut room.until_day)?;
    if !room.until_day.is_empty() && room.until_day <= room.from_day {
        return Err(Error::invalid("until_day", "tour-room-days"));
    }
    if room.id == 0 {
        db.insert(&mut room)?;
    } else {
        db.update(&mut room)?;
    }
    Ok(room)
}

/// Keeps what the tour must know of a guest. Once names are frozen, the name, the number and the
/// birthday on the ticket stand: whoever cannot come is replaced by a substitute.
pub fn save_traveller(db: &Writer, _ctx: &Ctx, patch: TravellerPatch) -> Result<TourTraveller> {
    let guest: EventGuest = db.get(patch.guest_id)?;
    let event: PressEvent = db.get(guest.event_id)?;
    let stored = db
        .all::<TourTraveller>("guest_id = :guest", named_params! {":guest": guest.id})?
        .into_iter()
        .next();
    let before = stored.unwrap_or(TourTraveller { guest_id: guest.id, ..TourTraveller::default() });
    if patch.set.contains_key("guest_id") {
        return Err(Error::invalid("guest_id", "error-unknown-field").arg("field", "guest_id"));
    }
    let set = Patch { set: patch.set, ..Patch::default() };
    let mut traveller: TourTraveller = set.apply(&before)?;
    day_of("born_on", &mut traveller.born_on)?;
    if !matches!(traveller.gender.as_str(), "" | "female" | "male") {
        return Err(Error::invalid("gender", "error-wrong-value").arg("field", "gender"));
    }
    let ticket = |one: &TourTraveller| {
        (one.ticket_name.clone(), one.identity_number.clone(), one.born_on.clone())
    };
    let is_new_name = guest.substitute_for.is_some() && before.id == 0;
    if !event.names_frozen_at.is_empty() && ticket(&before) != ticket(&traveller) && !is_new_name {
        return Err(Error::new(Code::Conflict, "tour-names-frozen").arg("name", &guest.name));
    }
    for (table, id) in [("tour_vehicles", traveller.vehicle_id), ("tour_rooms", traveller.room_id)]
    {
        let Some(id) = id else { continue };
        let own = db.number(
            &format!("SELECT COUNT(*) FROM {table} WHERE id = :id AND event_id = :event AND deleted_at IS NULL"),
            named_params! {":id": id, ":event": event.id},
        )?;
        if own == 0 {
            return Err(Error::new(Code::NotFound, "error-not-found").arg("id", id));
        }
    }
    if traveller.id == 0 {
        db.insert(&mut traveller)?;
    } else {
        db.update(&mut traveller)?;
    }
    Ok(traveller)
}

/// Freezes the names for tickets, or opens them again.
pub fn freeze(db: &Writer, ctx: &Ctx, order: FreezeOrder) -> Result<TourDetail> {
    let mut event: PressEvent = db.get(order.event_id)?;
    event.names_frozen_at = if order.frozen { ctx.now_text() } else { String::new() };
    db.update(&mut event)?;
    show(db, ctx, order.event_id)
}

/// Puts stops into the bin.
pub fn delete_stops(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    ids.into_iter().try_fold(0, |sum, id| Ok(sum + i64::from(db.delete::<TourStop>(id)?)))
}

/// Puts vehicles into the bin; whoever rode in them has no seat.
pub fn delete_vehicles(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        for mut rider in db.all::<TourTraveller>("vehicle_id = :id", named_params! {":id": id})? {
            rider.vehicle_id = None;
            db.update(&mut rider)?;
        }
        deleted += i64::from(db.delete::<TourVehicle>(id)?);
    }
    Ok(deleted)
}

/// Puts rooms into the bin; whoever slept in them has no bed.
pub fn delete_rooms(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        for mut sleeper in db.all::<TourTraveller>("room_id = :id", named_params! {":id": id})? {
            sleeper.room_id = None;
            db.update(&mut sleeper)?;
        }
        deleted += i64::from(db.delete::<TourRoom>(id)?);
    }
    Ok(deleted)
}
