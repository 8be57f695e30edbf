//! Who is invited to the gathering of the made-up office: guests with answers, some who wait for a
//! seat of their outlet, a deputy who is announced, and an answer of somebody unknown.

use chrono::Duration;
use rusqlite::named_params;
use serde_json::{Map, Value as Json};

use crate::clock;
use crate::db::{Ctx, Patch, Writer};
use crate::error::Result;
use crate::event_answer::{self, Given, GuestAnswer};
use crate::event_guest::{self, EventGuest, GuestsAdd, NamedGuest, Place};
use crate::press_event::PressEvent;

/// Of the media list; who came to the event that was held stands before them.
const ASKED: &str = "
    SELECT c.id FROM contacts c
    JOIN affiliations a ON a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL
    JOIN organisations o ON o.id = a.organisation_id AND o.kind = 'outlet' AND o.deleted_at IS NULL
    WHERE c.kind = 'journalist' AND c.deleted_at IS NULL
    GROUP BY c.id ORDER BY c.id LIMIT 48 OFFSET 12";

/// Fills one event to come.
pub fn write(db: &Writer, ctx: &Ctx, event_id: i64) -> Result<()> {
    let event: PressEvent = db.get(event_id)?;
    let set = Map::from_iter([
        ("event_id".to_owned(), Json::from(event_id)),
        ("scope".to_owned(), Json::from("each_outlet")),
        ("places".to_owned(), Json::from(1)),
    ]);
    event_guest::save_quota(db, ctx, Patch { set, ..Patch::default() })?;
    let order = GuestsAdd {
        event_id,
        contacts: db.rows(ASKED, &[], |row| row.get(0))?,
        persons: vec![NamedGuest {
            name: "Lestari Ningsih".to_owned(),
            outlet: "Radio Komunitas Contoh".to_owned(),
            phone: "+62 000 7777 1234".to_owned(),
            ..NamedGuest::default()
        }],
        ..GuestsAdd::default()
    };
    event_guest::add(db, ctx, order)?;
    let told = clock::to_text(ctx.now - Duration::days(2));
    let mut guests: Vec<EventGuest> = db.all(
        "event_id = :event AND place = 'listed' ORDER BY id",
        named_params! {":event": event_id},
    )?;
    for guest in &mut guests {
        guest.place = Place::Invited;
        guest.invited_at.clone_from(&told);
        guest.told_version = event.sequence + 1;
        db.update(guest)?;
    }
    for (guest, at) in guests.iter().zip(0..) {
        let (rsvp, way, comment) = match at {
            0 | 3 | 6 | 8 => ("yes", "whatsapp", "Siap hadir."),
            1 => ("no", "phone", "Ada liputan lain."),
            2 => ("maybe", "whatsapp", "Menunggu jadwal redaksi."),
            4 => ("yes", "in_person", ""),
            _ => continue,
        };
        let said = GuestAnswer {
            guest_id: guest.id,
            rsvp: rsvp.to_owned(),
            way: way.to_owned(),
            comment: comment.to_owned(),
        };
        event_answer::answer(db, ctx, said)?;
    }
    by_mail(db, ctx, &event, &guests)
}

/// What the mailbox brought and a person must look at.
fn by_mail(db: &Writer, ctx: &Ctx, event: &PressEvent, guests: &[EventGuest]) -> Result<()> {
    let given = |address: &str, name: &str, rsvp: &str, hours: i64| Given {
        event_uid: Some(event.uid.clone()),
        address: address.to_owned(),
        name: name.to_owned(),
        rsvp: rsvp.to_owned(),
        way: "mail",
        at: clock::to_text(ctx.now - Duration::hours(hours)),
        ..Given::default()
    };
    let by_post = guests.iter().skip(9).find(|guest| !guest.email.is_empty());
    if let Some(guest) = by_post {
        event_answer::take(
            db,
            Given {
                deputy: "Rudi Hartono".to_owned(),
                comment: "Mohon maaf berhalangan, saya wakilkan kepada Rudi Hartono.".to_owned(),
                ..given(&guest.email, &guest.name, "no", 5)
            },
        )?;
    }
    event_answer::take(
        db,
        Given {
            comment: "Kami akan hadir dua orang.".to_owned(),
            ..given("meja.liputan@example.com", "Meja Liputan", "yes", 3)
        },
    )?;
    Ok(())
}
