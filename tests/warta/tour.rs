//! Tours: seats, beds, names for tickets, papers, and what becomes of identity numbers.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::db::{Ctx, Source};
use warta::error::Error;
use warta::event_guest::{EventGuest, Place};

use crate::media_list::Desk;

/// A guest of the event by name, or who is a contact.
fn guest(desk: &Desk, name: &str, contact_id: Option<i64>, substitute_for: Option<i64>) -> i64 {
    let ctx: Ctx = desk.workspace.ctx("Rina", Source::Window);
    let guest = EventGuest {
        event_id: 1,
        contact_id,
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        category: "press".to_owned(),
        place: Place::Invited,
        rsvp: "yes".to_owned(),
        substitute_for,
        ..EventGuest::default()
    };
    desk.workspace
        .db
        .write(&ctx, "event_guest_add", true, |db| db.insert(&mut guest.clone()))
        .unwrap()
}

fn attempt(desk: &Desk, name: &str, args: Json) -> Result<Json, Error> {
    commands::call_and_wait(&desk.door(), name, args)
}

fn problems(tour: &Json) -> Vec<String> {
    tour["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["text"].as_str().unwrap().to_owned())
        .collect()
}

/// A tour of three days with a bus of two seats and one room of two beds.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Kantor", "zone": "Asia/Jakarta"}}));
    desk.call(
        "event_save",
        json!({"patch": {"set": {"title": "Tur pantai", "kind": "tour"}}, "begins": "2027-03-02 07:00 WIB", "ends": "2027-03-04 18:00 WIB"}),
    );
    for (place, day, arrives, leaves) in [
        ("Pelabuhan", "2027-03-02", "09:00", "11:00"),
        ("Pasar", "2027-03-02", "10.30", "12.00"),
        ("Museum", "2027-03-07", "09:00", ""),
    ] {
        desk.call(
            "tour_stop_save",
            json!({"set": {"event_id": 1, "place": place, "day": day, "arrives_at": arrives, "leaves_at": leaves}}),
        );
    }
    desk.call("tour_vehicle_save", json!({"set": {"event_id": 1, "name": "Bus 1", "seats": 2}}));
    desk.call(
        "tour_room_save",
        json!({"set": {"event_id": 1, "hotel": "Hotel Contoh", "room": "101", "beds": 1}}),
    );
    desk.call(
        "tour_room_save",
        json!({"set": {"event_id": 1, "hotel": "Hotel Contoh", "room": "101", "beds": 2, "from_day": "2027-03-03", "until_day": "2027-03-04"}}),
    );
    desk
}

fn place(desk: &Desk, guest: i64, set: Json) {
    desk.call("tour_traveller_save", json!({"guest_id": guest, "set": set}));
}

#[test]
fn what_does_not_fit_on_a_tour_is_named() {
    let desk = desk();
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Kabar");
    desk.call(
        "contact_save",
        json!({"patch": {"id": siti, "set": {"diet": "vegetarian", "clothing_size": "M"}}}),
    );
    let all = [
        guest(&desk, "Siti Rahma", Some(siti), None),
        guest(&desk, "Budi", None, None),
        guest(&desk, "Citra", None, None),
    ];
    for one in all {
        place(&desk, one, json!({"vehicle_id": 1, "emergency_phone": "+62 000 1"}));
    }
    place(&desk, all[0], json!({"room_id": 1}));
    place(&desk, all[1], json!({"room_id": 1, "diet": "Vegetarian"}));
    let tour = desk.call("tour_show", json!(1));
    assert_eq!(
        (&tour["first_day"], &tour["last_day"]),
        (&json!("2027-03-02"), &json!("2027-03-04"))
    );
    assert_eq!(
        problems(&tour),
        [
            "tour-seats-short",
            "tour-seats-short-all",
            "tour-beds-short",
            "tour-room-twice",
            "tour-no-bed",
            "tour-stop-outside",
            "tour-stops-overlap",
        ]
    );
    assert_eq!(tour["problems"][0]["args"]["names"], json!("Budi, Citra, Siti Rahma"));
    // Diets are counted together, however they are written; the contact's own count.
    assert_eq!((&tour["diets"][0]["count"], &tour["sizes"][0]["what"]), (&json!(2), &json!("M")));
    // A vehicle that goes leaves its riders without a seat, and comes back with them.
    desk.call("tour_vehicle_delete", json!([1]));
    let rider =
        || desk.call("tour_show", json!(1))["travellers"][0]["traveller"]["vehicle_id"].clone();
    assert_eq!(rider(), json!(null));
    desk.call("undo_last", json!(null));
    assert_eq!(rider(), json!(1));
    for (command, set, why) in [
        ("tour_vehicle_save", json!({"event_id": 1, "name": "X", "seats": 0}), "tour-seats-wrong"),
        (
            "tour_stop_save",
            json!({"event_id": 1, "place": "", "day": "2027-03-02"}),
            "tour-place-missing",
        ),
        (
            "tour_stop_save",
            json!({"event_id": 1, "place": "X", "day": "2027-03-02", "arrives_at": "pagi"}),
            "tour-time-wrong",
        ),
    ] {
        assert_eq!(attempt(&desk, command, json!({"set": set})).unwrap_err().text, why);
    }
}

#[test]
fn frozen_names_change_by_substitutes_alone_and_numbers_go_with_the_person() {
    let desk = desk();
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Kabar");
    let first = guest(&desk, "Siti Rahma", Some(siti), None);
    place(&desk, first, json!({"identity_number": "3402-000-1", "ticket_name": "SITI RAHMA"}));
    desk.call("tour_freeze", json!({"event_id": 1, "frozen": true}));
    let refused = attempt(
        &desk,
        "tour_traveller_save",
        json!({"guest_id": first, "set": {"ticket_name": "Siti R."}}),
    );
    assert_eq!(refused.unwrap_err().text, "tour-names-frozen");
    place(&desk, first, json!({"diet": "tanpa udang"}));
    let late = guest(&desk, "Tamu Telat", None, None);
    let substitute = guest(&desk, "Wayan", None, Some(first));
    place(&desk, substitute, json!({"identity_number": "5171-000-2"}));
    let tour = desk.call("tour_show", json!(1));
    let listed: Vec<(&str, bool)> = tour["travellers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["on_manifest"].as_bool().unwrap()))
        .collect();
    assert_eq!(listed, [("Tamu Telat", false), ("Wayan", true)]);
    assert_eq!(tour["travellers"][1]["substitutes"], json!("Siti Rahma"));
    assert!(problems(&tour).contains(&"tour-not-on-manifest".to_owned()));
    assert!(late > 0);

    // The papers say what the screen says.
    let file = desk.workspace.folder().join("nama.xlsx");
    desk.call("tour_write", json!({"event_id": 1, "paper": "manifest", "file": file}));
    let mut book = calamine::open_workbook_auto(&file).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let cells: Vec<String> = range.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!((cells[1].as_str(), cells[2].as_str()), ("Wayan", "5171-000-2"));
    for (paper, ending) in
        [("itinerary", "pdf"), ("rooms", "xlsx"), ("cars", "xlsx"), ("manifest", "pdf")]
    {
        let file = desk.workspace.folder().join(format!("{paper}-kertas.{ending}"));
        desk.call("tour_write", json!({"event_id": 1, "paper": paper, "file": file}));
        let bytes = std::fs::read(&file).unwrap();
        assert!(
            bytes.starts_with(if ending == "pdf" { b"%PDF" } else { b"PK\x03\x04" }),
            "{paper}"
        );
    }

    // In the person's copy; gone when the person is erased.
    let copy = desk.workspace.folder().join("salinan.json");
    desk.call("subject_export", json!({"contact_id": siti, "file": copy, "format": "json"}));
    assert!(std::fs::read_to_string(&copy).unwrap().contains("3402-000-1"));
    desk.call("subject_erase", json!({"contact_id": siti, "reason": "Permintaan"}));
    let left = desk.workspace.db.read(|db| {
        db.number(
            "SELECT (SELECT COUNT(*) FROM tour_travellers WHERE identity_number LIKE '%3402-000-1%')
                  + (SELECT COUNT(*) FROM changes WHERE COALESCE(before, '') || COALESCE(after, '') LIKE '%3402-000-1%')",
            &[],
        )
    });
    assert_eq!(left.unwrap(), 0);
}
