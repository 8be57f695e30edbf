//! The tour of the made-up office: where it goes, who travels in which car and sleeps in which room.

use chrono::Days;
use rusqlite::named_params;
use serde_json::{Map, Value as Json, json};

use crate::clock;
use crate::db::{Ctx, Patch, Writer};
use crate::error::Result;
use crate::event_answer::{self, GuestAnswer};
use crate::event_guest::{self, EventGuest, GuestsAdd, Place};
use crate::press_event::PressEvent;
use crate::tour::{self, TravellerPatch};

/// Journalists whom no other event of the demo asks.
const ASKED: &str = "
    SELECT c.id FROM contacts c
    JOIN affiliations a ON a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL
    JOIN organisations o ON o.id = a.organisation_id AND o.kind = 'outlet' AND o.deleted_at IS NULL
    WHERE c.kind = 'journalist' AND c.deleted_at IS NULL
    GROUP BY c.id ORDER BY c.id LIMIT 12 OFFSET 62";

/// Day, arrival, departure, place, activity, meal, plan B.
const STOPS: &[(u64, &str, &str, &str, &str, &str, &str)] = &[
    (0, "", "07:00", "Halaman Balai Kota Contoh", "Berkumpul dan pembagian kit", "", ""),
    (
        0,
        "09:30",
        "12:00",
        "Pelabuhan Contoh",
        "Melihat pemecah gelombang",
        "",
        "Aula pelabuhan bila ombak tinggi",
    ),
    (0, "12:30", "16:00", "Kampung Nelayan Contoh", "Berbincang dengan nelayan", "Makan siang", ""),
    (
        1,
        "08:00",
        "11:30",
        "Hutan Bakau Contoh",
        "Menanam bakau dengan sekolah",
        "",
        "Pusat informasi bila hujan",
    ),
    (
        1,
        "12:00",
        "13:30",
        "Rumah Makan Contoh",
        "Tanya jawab dengan kepala dinas",
        "Makan siang",
        "",
    ),
];
const DIETS: &[&str] = &["", "vegetarian", "", "tanpa kacang", "", ""];
const SIZES: &[&str] = &["M", "L", "S", "XL", "M", "L"];

fn patch(set: Json) -> Patch {
    Patch { set: set.as_object().cloned().unwrap_or_else(Map::new), ..Patch::default() }
}

/// Fills one tour to come.
pub fn write(db: &Writer, ctx: &Ctx, event_id: i64) -> Result<()> {
    let event: PressEvent = db.get(event_id)?;
    let Some(first) = event.begins().map(|at| at.date_naive()) else { return Ok(()) };
    for (day, arrives, leaves, place, activity, meal, plan_b) in STOPS {
        let day = first.checked_add_days(Days::new(*day)).unwrap_or(first).to_string();
        tour::save_stop(
            db,
            ctx,
            patch(
                json!({"event_id": event_id, "day": day, "arrives_at": arrives, "leaves_at": leaves, "place": place,
                         "activity": activity, "meal": meal, "plan_b": plan_b, "in_charge": "Humas"}),
            ),
        )?;
    }
    let car = |name: &str, seats: i64| {
        let set = json!({"event_id": event_id, "name": name, "seats": seats, "driver": "Pak Contoh", "phone": "+62 000 5555 0000"});
        tour::save_vehicle(db, ctx, patch(set)).map(|car| car.id)
    };
    let cars = [car("Bus 1", 8)?, car("Mobil 2", 5)?];
    let mut rooms = Vec::new();
    for number in ["201", "202", "203", "204", "205"] {
        let set = json!({"event_id": event_id, "hotel": "Wisma Contoh", "room": number, "beds": 2});
        rooms.push(tour::save_room(db, ctx, patch(set))?.id);
    }
    travellers(db, ctx, &event, cars, &rooms)
}

fn travellers(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    cars: [i64; 2],
    rooms: &[i64],
) -> Result<()> {
    let contacts = db.rows(ASKED, &[], |row| row.get(0))?;
    event_guest::add(db, ctx, GuestsAdd { event_id: event.id, contacts, ..GuestsAdd::default() })?;
    let mut guests: Vec<EventGuest> =
        db.all("event_id = :event ORDER BY id", named_params! {":event": event.id})?;
    let told = clock::to_text(ctx.now - chrono::Duration::days(3));
    for guest in &mut guests {
        guest.place = Place::Invited;
        guest.invited_at.clone_from(&told);
        guest.told_version = event.sequence + 1;
        db.update(guest)?;
    }
    // Two say no and one has not answered; the others travel two to a room.
    for (guest, at) in guests.iter().zip(0_usize..) {
        let (rsvp, way) = match at {
            4 | 9 => ("no", "phone"),
            7 => continue,
            _ => ("yes", "whatsapp"),
        };
        let said = GuestAnswer {
            guest_id: guest.id,
            rsvp: rsvp.to_owned(),
            way: way.to_owned(),
            ..GuestAnswer::default()
        };
        event_answer::answer(db, ctx, said)?;
    }
    let coming: Vec<EventGuest> = db.all(
        "event_id = :event AND rsvp = 'yes' ORDER BY id",
        named_params! {":event": event.id},
    )?;
    for (guest, at) in coming.iter().zip(0_usize..) {
        let set = json!({
            "diet": DIETS.get(at % DIETS.len()), "clothing_size": SIZES.get(at % SIZES.len()),
            "emergency_name": "Keluarga", "emergency_phone": format!("+62 000 6666 {at:04}"),
            "vehicle_id": if at < 6 { cars[0] } else { cars[1] }, "room_id": rooms.get(at / 2),
        });
        let order = TravellerPatch { guest_id: guest.id, set: patch(set).set };
        tour::save_traveller(db, ctx, order)?;
    }
    Ok(())
}
