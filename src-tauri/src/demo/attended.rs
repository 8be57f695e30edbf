//! Who came to the held event of the made-up office, what was asked there and what was published.

use chrono::{DateTime, Duration, Utc};
use rusqlite::named_params;

use crate::clock;
use crate::coverage::{Coverage, CoverageKind};
use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::event_guest::{EventGuest, Place};
use crate::event_note::{EventNote, NoteKind};
use crate::format::fold::fold;
use crate::press_event::{EventTask, PressEvent};

/// Guests from the media list; with substitute, walk-in and speaker they are 25.
const FROM_THE_LIST: i64 = 22;

/// A contact of the media list with their outlet.
struct Known {
    contact_id: i64,
    name: String,
    outlet_id: i64,
    outlet: String,
}

/// Fills one held event.
pub fn write(db: &Writer, ctx: &Ctx, event_id: i64) -> Result<()> {
    let event: PressEvent = db.get(event_id)?;
    let begins = clock::from_text(&event.begins_at).unwrap_or(ctx.now);
    let known: Vec<Known> = db.rows(
        "SELECT k.id, k.name, o.id, o.name
         FROM (SELECT c.id AS id, c.name AS name, MIN(a.organisation_id) AS outlet_id
               FROM contacts c
               JOIN affiliations a ON a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL
               JOIN organisations o ON o.id = a.organisation_id AND o.kind = 'outlet' AND o.deleted_at IS NULL
               WHERE c.kind = 'journalist' AND c.deleted_at IS NULL
               GROUP BY c.id, c.name) k
         JOIN organisations o ON o.id = k.outlet_id
         ORDER BY k.id LIMIT :most",
        named_params! {":most": FROM_THE_LIST},
        |row| {
            Ok(Known {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                outlet_id: row.get(2)?,
                outlet: row.get(3)?,
            })
        },
    )?;
    let guests = guests(db, &event, begins, &known)?;
    notes(db, &event, begins, &guests)?;
    promised(db, &event, begins, &guests)?;
    published(db, &event, begins, &known)?;
    Ok(())
}

fn guests(
    db: &Writer,
    event: &PressEvent,
    begins: DateTime<Utc>,
    known: &[Known],
) -> Result<Vec<EventGuest>> {
    let invited_at = clock::to_text(begins - Duration::days(7));
    let mut all = Vec::new();
    for (one, at) in known.iter().zip(0_i64..) {
        let mut guest = EventGuest {
            event_id: event.id,
            contact_id: Some(one.contact_id),
            name: one.name.clone(),
            name_key: fold(&one.name),
            outlet_id: Some(one.outlet_id),
            outlet: one.outlet.clone(),
            category: "press".to_owned(),
            place: Place::Invited,
            invited_at: invited_at.clone(),
            ..EventGuest::default()
        };
        let answered = clock::to_text(begins - Duration::days(5) + Duration::minutes(at * 37));
        let came = clock::to_text(begins + Duration::minutes(at - 15));
        match at {
            // Came without having answered, did not answer, or said no.
            3 => guest.arrived_at = came,
            5 | 11 => {}
            7 | 13 => answer(&mut guest, "no", answered),
            9 => answer(&mut guest, "maybe", answered),
            // Said yes and did not come; the first of them is stood in for.
            10 | 17 | 18 => answer(&mut guest, "yes", answered),
            20 => {
                guest.place = Place::Waiting;
                guest.invited_at.clear();
                guest.waiting_since = invited_at.clone();
                guest.reason = "Kursi sudah penuh".to_owned();
            }
            21 => {
                guest.place = Place::Withdrawn;
                guest.reason = "Sudah dua orang dari media ini".to_owned();
            }
            _ => {
                answer(&mut guest, "yes", answered);
                guest.arrived_at = came;
            }
        }
        db.insert(&mut guest)?;
        all.push(guest);
    }
    let stood_in = all.get(10);
    let mut others = [
        EventGuest {
            name: "Yuni Pratama".to_owned(),
            substitute_for: stood_in.map(|guest| guest.id),
            outlet_id: stood_in.and_then(|guest| guest.outlet_id),
            outlet: stood_in.map(|guest| guest.outlet.clone()).unwrap_or_default(),
            category: "press".to_owned(),
            place: Place::Invited,
            rsvp: "yes".to_owned(),
            arrived_at: clock::to_text(begins - Duration::minutes(4)),
            ..EventGuest::default()
        },
        EventGuest {
            name: "Agus Setiawan".to_owned(),
            outlet: "Kanal Warga Contoh".to_owned(),
            category: "press".to_owned(),
            walk_in: true,
            arrived_at: clock::to_text(begins + Duration::minutes(25)),
            ..EventGuest::default()
        },
        EventGuest {
            name: "Drs. Hendra Contoh".to_owned(),
            position: "Kepala Dinas Perhubungan".to_owned(),
            category: "speaker".to_owned(),
            place: Place::Invited,
            rsvp: "yes".to_owned(),
            arrived_at: clock::to_text(begins - Duration::minutes(20)),
            ..EventGuest::default()
        },
    ];
    for guest in &mut others {
        guest.event_id = event.id;
        guest.name_key = fold(&guest.name);
        db.insert(guest)?;
    }
    all.extend(others);
    Ok(all)
}

fn answer(guest: &mut EventGuest, said: &str, at: String) {
    said.clone_into(&mut guest.rsvp);
    guest.rsvp_at = at;
    "whatsapp".clone_into(&mut guest.rsvp_by);
}

fn notes(
    db: &Writer,
    event: &PressEvent,
    begins: DateTime<Utc>,
    guests: &[EventGuest],
) -> Result<()> {
    let said = [
        (
            NoteKind::Statement,
            24,
            15,
            "Tarif satu kali naik tidak berubah, dan sembilan rute baru menjangkau semua kelurahan.",
            "",
            false,
        ),
        (
            NoteKind::Question,
            0,
            40,
            "Berapa bus yang sudah siap?",
            "Dari 24 bus, 20 sudah lulus uji.",
            false,
        ),
        (
            NoteKind::Question,
            1,
            44,
            "Bagaimana nasib angkot di rute yang sama?",
            "Angkot menjadi pengumpan; pengemudinya didahulukan sebagai pramudi.",
            false,
        ),
        (NoteKind::Question, 2, 50, "Kapan data penumpang bisa diminta?", "", true),
    ];
    for (kind, who, minutes, text, reply, agenda) in said {
        let guest = guests.get(who);
        let mut note = EventNote {
            event_id: event.id,
            kind,
            at: clock::to_text(begins + Duration::minutes(minutes)),
            guest_id: guest.map(|guest| guest.id),
            contact_id: guest.and_then(|guest| guest.contact_id),
            who: guest.map(|guest| guest.name.clone()).unwrap_or_default(),
            text: text.to_owned(),
            answer: reply.to_owned(),
            agenda,
            ..EventNote::default()
        };
        db.insert(&mut note)?;
    }
    Ok(())
}

/// What was promised to two of the guests; one of it is done.
fn promised(
    db: &Writer,
    event: &PressEvent,
    begins: DateTime<Utc>,
    guests: &[EventGuest],
) -> Result<()> {
    for (who, days, title, done) in [
        (0, 1, "Kirim peta rute resolusi tinggi", true),
        (2, 3, "Kirim data penumpang per halte", false),
    ] {
        let Some(guest) = guests.get(who) else { continue };
        let mut task = EventTask {
            event_id: event.id,
            title: title.to_owned(),
            due_on: (begins + Duration::days(days)).date_naive().to_string(),
            promised_to: guest.id,
            done_at: if done { clock::to_text(begins + Duration::days(1)) } else { String::new() },
            ..EventTask::default()
        };
        db.insert(&mut task)?;
    }
    Ok(())
}

/// Three pieces that belong to the event, and one that Warta proposes.
fn published(
    db: &Writer,
    event: &PressEvent,
    begins: DateTime<Utc>,
    known: &[Known],
) -> Result<()> {
    let pieces = [
        (0, 1, "Sembilan rute bus kota mulai jalan tahun depan", "positive", true),
        (1, 1, "20 dari 24 bus kota lulus uji", "neutral", true),
        (4, 2, "Sopir angkot menunggu kepastian rute pengumpan", "negative", true),
        (6, 3, "Menjajal bus kota baru", "positive", false),
    ];
    for (who, days, title, tone, belongs) in pieces {
        let Some(one) = known.get(who) else { continue };
        let mut piece = Coverage {
            kind: CoverageKind::Shown,
            title: title.to_owned(),
            outlet_id: Some(one.outlet_id),
            contact_id: Some(one.contact_id),
            published_on: (begins + Duration::days(days)).date_naive().to_string(),
            headline_tone: tone.to_owned(),
            event_id: if belongs { event.id } else { 0 },
            ..Coverage::default()
        };
        db.insert(&mut piece)?;
    }
    Ok(())
}
