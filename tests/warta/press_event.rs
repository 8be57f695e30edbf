//! Press events: when and where they are, who must know of a change, two at one place, calling
//! off, the bin.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;

use crate::media_list::Desk;
use crate::office::Office;

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

/// An event at Jakarta's hours of 1 December 2026.
pub fn event(desk: &Desk, title: &str, begins: &str, ends: &str) -> i64 {
    let made = desk.call(
        "event_save",
        json!({"patch": {"set": {"title": title, "venue": "Balai Kota, Ruang Pers"}}, "begins": begins, "ends": ends}),
    );
    made["event"]["id"].as_i64().unwrap()
}

fn times(detail: &Json) -> (&str, &str, &str) {
    let text = |name: &str| detail["event"][name].as_str().unwrap();
    (text("begins_at"), text("ends_at"), text("zone"))
}

#[test]
fn an_event_is_at_the_hours_of_its_zone() {
    let desk = Desk::new();
    let save = |begins: &str, ends: Option<&str>| {
        desk.call(
            "event_save",
            json!({"patch": {"set": {"title": "Jumpa pers"}}, "begins": begins, "ends": ends}),
        )
    };
    for (begins, ends, at) in [
        (
            "2026-12-01 09:00",
            Some("11:00"),
            ("2026-12-01T02:00:00.000Z", "2026-12-01T04:00:00.000Z", "Asia/Jakarta"),
        ),
        (
            "1 Desember 2026 pukul 09.00 WITA",
            None,
            ("2026-12-01T01:00:00.000Z", "2026-12-01T03:00:00.000Z", "Asia/Makassar"),
        ),
        (
            "2026-12-01 09:00 WIT",
            Some("2026-12-02 12.00"),
            ("2026-12-01T00:00:00.000Z", "2026-12-02T03:00:00.000Z", "Asia/Jayapura"),
        ),
        (
            "2026-07-01 09:00 Europe/London",
            Some("10.30"),
            ("2026-07-01T08:00:00.000Z", "2026-07-01T09:30:00.000Z", "Europe/London"),
        ),
    ] {
        assert_eq!(times(&save(begins, ends)), at, "{begins}");
    }
    // Clocks go back on 25 October 2026: three days take three days and an hour.
    let tour = save("2026-10-24 09:00 Europe/London", Some("2026-10-27 09:00"));
    assert_eq!(
        times(&tour),
        ("2026-10-24T08:00:00.000Z", "2026-10-27T09:00:00.000Z", "Europe/London")
    );
    // Moved past the change it still ends at nine.
    let moved = desk.call(
        "event_save",
        json!({"patch": {"id": tour["event"]["id"], "set": {}}, "begins": "2026-10-26 09:00"}),
    );
    assert_eq!(
        times(&moved),
        ("2026-10-26T09:00:00.000Z", "2026-10-29T09:00:00.000Z", "Europe/London")
    );
    let whole = desk.call(
        "event_save",
        json!({"patch": {"set": {"title": "Sehari", "all_day": true}}, "begins": "2026-12-01 WIB", "ends": ""}),
    );
    assert_eq!(times(&whole).0, "2026-11-30T17:00:00.000Z");
    assert_eq!(times(&whole).1, "2026-12-01T17:00:00.000Z");
}

#[test]
fn wrong_times_and_figures_are_named() {
    let desk = Desk::new();
    let of = |set: Json, begins: &str, ends: &str| {
        let error = refused(
            &desk,
            "event_save",
            json!({"patch": {"set": set}, "begins": begins, "ends": ends}),
        );
        (error.text.to_owned(), error.field.unwrap_or_default())
    };
    let named = |key: &str, field: &str| (key.to_owned(), field.to_owned());
    let good = json!({"title": "Jumpa pers"});
    let nine = "2026-12-01 09:00";
    assert_eq!(of(json!({"title": " "}), nine, ""), named("event-title-missing", "title"));
    assert_eq!(of(good.clone(), nine, "08:00"), named("event-ends-before", "ends"));
    assert_eq!(of(good.clone(), "besok", ""), named("distribution-time-unreadable", "begins"));
    assert_eq!(of(good.clone(), nine, "2029-12-01 09:00"), named("event-too-long", "ends"));
    // Two o'clock does not exist on the day on which clocks go forward.
    assert_eq!(
        of(good, "2026-03-29 01:30 Europe/London", ""),
        named("distribution-time-unreadable", "begins")
    );
    let wrong =
        |field: &str, value: Json| of(json!({"title": "Jumpa pers", field: value}), nine, "");
    assert_eq!(wrong("capacity", json!(-1)), named("event-number-wrong", "capacity"));
    assert_eq!(wrong("map_url", json!("javascript:x://y")), named("event-link-wrong", "map_url"));
    assert_eq!(wrong("uid", json!("x")), named("error-unknown-field", "uid"));
    assert_eq!(wrong("state", json!("held")), named("error-unknown-field", "state"));
}

#[test]
fn two_events_in_one_room_at_one_time_are_named() {
    let desk = Desk::new();
    let first = event(&desk, "Jumpa pers pasar", "2026-12-01 09:00", "11:00");
    let clash = |id: i64| {
        let shown = desk.call("event_show", json!(id));
        shown["same_place"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["id"].as_i64().unwrap())
            .collect::<Vec<_>>()
    };
    let after = event(&desk, "Sesudahnya", "2026-12-01 11:00", "12:00");
    assert_eq!(clash(after), [0_i64; 0]);
    let second = event(&desk, "Jumpa pers banjir", "2026-12-01 12:30 WIT", "13:00");
    assert_eq!(clash(second), [first]);
    assert_eq!(clash(first), [second]);
    desk.call(
        "event_save",
        json!({"patch": {"id": second, "set": {"venue": "balai kota,  RUANG PERS"}}}),
    );
    assert_eq!(clash(first), [second], "however the room is written");
    desk.call("event_cancel", json!({"id": second, "reason": "Ditunda"}));
    assert_eq!(clash(first), [0_i64; 0]);
}

#[test]
fn guests_who_were_invited_learn_of_what_changes_by_the_sequence() {
    let desk = Desk::new();
    let id = event(&desk, "Jumpa pers", "2026-12-01 09:00", "11:00");
    let sequence = |set: Json| {
        let saved = desk.call("event_save", json!({"patch": {"id": id, "set": set}}));
        saved["event"]["sequence"].as_i64().unwrap()
    };
    assert_eq!(sequence(json!({"title": "Jumpa pers pasar"})), 0, "nobody knows of it yet");
    let uid = desk.call("event_show", json!(id))["event"]["uid"].clone();
    let ctx = desk.door().ctx();
    desk.workspace
        .db
        .write(&ctx, "event_save", true, |db| {
            let mut guest = warta::event_guest::EventGuest {
                event_id: id,
                name: "Siti".to_owned(),
                name_key: "siti".to_owned(),
                category: "press".to_owned(),
                place: warta::event_guest::Place::Invited,
                invited_at: ctx.now_text(),
                ..Default::default()
            };
            db.insert(&mut guest)
        })
        .unwrap();
    assert_eq!(sequence(json!({"notes": "x", "budget": 5})), 0, "no guest need know");
    assert_eq!(sequence(json!({"venue": "Aula"})), 1);
    assert_eq!(sequence(json!({"online_url": "example.com/rapat"})), 2);
    let moved = desk
        .call("event_save", json!({"patch": {"id": id, "set": {}}, "begins": "2026-12-02 09:00"}));
    assert_eq!(moved["event"]["sequence"], 3);
    assert_eq!(moved["row"]["invited"], 1);
    let off = desk.call("event_cancel", json!({"id": id, "reason": "Banjir"}));
    assert_eq!((&off["event"]["sequence"], &off["event"]["uid"]), (&json!(4), &uid));
    assert_eq!(
        refused(&desk, "event_cancel", json!({"id": id, "reason": "x"})).text,
        "event-already-cancelled"
    );
    assert_eq!(refused(&desk, "event_hold", json!(id)).text, "event-is-cancelled");
    let again = desk.call("event_plan_again", json!(id));
    assert_eq!(
        (&again["event"]["sequence"], &again["event"]["cancel_reason"]),
        (&json!(5), &json!(""))
    );
    assert_eq!(
        refused(&desk, "event_cancel", json!({"id": id, "reason": " "})).text,
        "event-cancel-reason"
    );
}

#[test]
fn the_list_shows_what_comes_first_and_finds_by_words_kind_and_day() {
    let desk = Desk::new();
    let later = event(&desk, "Nanti", "2099-12-02 09:00", "");
    let sooner = event(&desk, "Lebih dahulu", "2099-12-01 09:00", "");
    let before = event(&desk, "Kemarin dulu", "2020-01-01 09:00", "");
    let last = event(&desk, "Kemarin", "2020-02-01 09:00", "");
    desk.call(
        "event_save",
        json!({"patch": {"id": last, "set": {"kind": "tour", "theme": "Wisata bahari"}}}),
    );
    let ids = |filter: Json| -> Vec<i64> {
        let page = desk.call("event_list", filter);
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(ids(json!({})), [sooner, later, last, before]);
    assert_eq!(ids(json!({"time": "coming"})), [sooner, later]);
    assert_eq!(ids(json!({"time": "past"})), [last, before]);
    assert_eq!(ids(json!({"kind": "tour"})), [last]);
    assert_eq!(ids(json!({"search": "bahari"})), [last]);
    assert_eq!(ids(json!({"search": "balai kota", "from": "2099-12-02"})), [later]);
    assert_eq!(ids(json!({"until": "2020-01-01"})), [before]);
    assert_eq!(ids(json!({"limit": 1, "offset": 1})), [later]);
    let held = desk.call("event_hold", json!(last));
    assert_eq!(held["event"]["state"], "held");
    assert_eq!(refused(&desk, "event_hold", json!(later)).text, "event-not-begun");
    assert_eq!(ids(json!({"state": "held"})), [last]);
    assert_eq!(desk.call("event_list", json!({"limit": 1}))["coming"], 2);
}

#[test]
fn what_is_done_to_events_can_be_taken_back() {
    let desk = Desk::new();
    let id = event(&desk, "Jumpa pers", "2026-12-01 09:00", "11:00");
    let past = event(&desk, "Kemarin", "2020-01-01 09:00", "");
    let off = event(&desk, "Batal", "2026-12-01 09:00", "");
    desk.call("event_cancel", json!({"id": off, "reason": "Hujan"}));
    for (command, args) in [
        (
            "event_save",
            json!({"patch": {"set": {"title": "Baru", "kind": "tour"}}, "begins": "2026-12-03 08:00 WITA", "host": "Dinas Anyar"}),
        ),
        (
            "event_save",
            json!({"patch": {"id": id, "set": {"capacity": 40}}, "begins": "2026-12-05 08:00"}),
        ),
        ("event_cancel", json!({"id": id, "reason": "Ditunda"})),
        ("event_hold", json!(past)),
        ("event_plan_again", json!(off)),
        ("event_delete", json!([id])),
    ] {
        desk.can_take_back(command, args);
    }
    desk.call("event_delete", json!([id]));
    assert_eq!(refused(&desk, "event_show", json!(id)).text, "error-not-found");
    let bin = desk.call("bin_list", json!({"table": "press_events"}));
    assert_eq!(bin[0]["name"], "Jumpa pers");
    desk.call("bin_restore", json!([{"table": "press_events", "id": id}]));
    assert_eq!(desk.call("event_show", json!(id))["event"]["title"], "Jumpa pers");
}

#[test]
fn the_command_line_knows_events() {
    let office = Office::new();
    let new = [
        "event",
        "new",
        "Jumpa pers pasar",
        "--begins",
        "2026-12-01 09:00 WITA",
        "--ends",
        "11.00",
    ];
    let made = office.json(&[&new[..], &["--set", "capacity=40", "--set", "venue=Aula"]].concat());
    let id = made["event"]["id"].to_string();
    assert_eq!(made["event"]["capacity"], 40);
    let again = office.warta(&[
        "event",
        "new",
        "Jumpa pers banjir",
        "--begins",
        "2026-12-01 09:30 WIB",
        "--set",
        "venue=AULA",
    ]);
    assert!(again.err.contains("Jumpa pers pasar") && again.code == 0, "{again:?}");
    let list = office.warta(&["event", "list", "--search", "pasar"]);
    assert!(list.out.contains("2026-12-01 08:00") && !list.out.contains("banjir"), "{list:?}");
    let shown = office.warta(&["event", "show", "pasar"]);
    assert!(shown.out.contains("1 December 2026 at 09:00–11:00 WITA"), "{shown:?}");
    office.warta(&["event", "show", "jumpa pers"]).failed_with("Jumpa pers banjir");
    office.warta(&["event", "show", "99"]).failed_with("99");
    let moved = office.json(&[
        "event",
        "edit",
        &id,
        "--begins",
        "2026-12-02 10:00",
        "--host",
        "Dinas Pasar",
    ]);
    assert_eq!(moved["event"]["begins_at"], "2026-12-02T02:00:00.000Z");
    assert_eq!(moved["row"]["host"], "Dinas Pasar");
    office.warta(&["event", "hold", &id]).failed_with("has not begun");
    assert_eq!(
        office.json(&["event", "cancel", &id, "--reason", "Hujan"])["event"]["state"],
        "cancelled"
    );
    assert_eq!(office.json(&["event", "plan", &id])["event"]["state"], "planned");
    assert_eq!(office.json(&["event", "delete", &id])["deleted"], 1);
}
