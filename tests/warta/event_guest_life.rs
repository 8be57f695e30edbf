//! Guests beside the rest of the house: the command line, two processes at once, merged and erased
//! people, smart lists.

use std::sync::Barrier;

use serde_json::{Value as Json, json};
use warta::db::Source;

use crate::check_in;
use crate::event_guest::event;
use crate::media_list::Desk;
use crate::office::Office;

fn of(desk: &Desk, event: i64) -> Vec<Json> {
    let page = desk.call("event_guest_list", json!({"event_id": event, "order": "added"}));
    page["rows"].as_array().unwrap().clone()
}

#[test]
fn of_two_contacts_that_are_one_the_guest_with_more_behind_stays() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 0);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    let double = desk.contact("Siti R", "rahma@example.com", "Harian Contoh");
    desk.call("event_guest_add", json!({"event_id": event, "contacts": [siti, double]}));
    let answered = of(&desk, event)[1]["id"].clone();
    desk.call("event_guest_answer", json!({"guest_id": answered, "rsvp": "yes", "way": "phone"}));
    let merged = desk
        .call("merge_run", json!({"kind": "contact", "survivor_id": siti, "absorbed_id": double}));
    let left = of(&desk, event);
    assert_eq!(left.len(), 1, "one person, one guest");
    assert_eq!((&left[0]["id"], &left[0]["rsvp"]), (&answered, &json!("yes")));
    assert_eq!(left[0]["contact_id"], siti);
    desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
    assert_eq!(of(&desk, event).len(), 2, "two again");
}

#[test]
fn who_is_erased_stays_in_the_sums_without_a_name() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 0);
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    desk.call("event_guest_add", json!({"event_id": event, "contacts": [siti]}));
    let guest = of(&desk, event)[0]["id"].clone();
    let words = "Datang bersama juru kamera";
    desk.call(
        "event_guest_answer",
        json!({"guest_id": guest, "rsvp": "yes", "way": "phone", "comment": words}),
    );
    desk.call("subject_erase", json!({"contact_id": siti, "reason": "Permintaan"}));
    let left = of(&desk, event);
    assert_eq!((&left[0]["rsvp"], &left[0]["name"]), (&json!("yes"), &json!("–")));
    assert_eq!((&left[0]["email"], &left[0]["rsvp_comment"]), (&json!(""), &json!("")));
    let held = desk.workspace.db.read(|db| {
        db.number(
            "SELECT (SELECT COUNT(*) FROM event_answers WHERE comment <> '')
                  + (SELECT COUNT(*) FROM changes WHERE COALESCE(before, '') || COALESCE(after, '') LIKE '%juru kamera%')
                  + (SELECT COUNT(*) FROM interactions WHERE body LIKE '%juru kamera%')",
            &[],
        )
    });
    assert_eq!(held.unwrap(), 0);
}

#[test]
fn two_who_add_at_once_give_each_seat_once() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 10);
    let both = Barrier::new(2);
    std::thread::scope(|scope| {
        for side in ["a", "b"] {
            let (desk, both) = (&desk, &both);
            scope.spawn(move || {
                both.wait();
                for number in 0..10 {
                    desk.call(
                        "event_guest_add",
                        json!({"event_id": event, "persons": [{"name": format!("Tamu {side}{number}")}, {"name": "Sama Saja"}]}),
                    );
                }
            });
        }
    });
    let rows = of(&desk, event);
    let count = |place: &str| rows.iter().filter(|row| row["place"] == place).count();
    assert_eq!((rows.len(), count("listed"), count("waiting")), (21, 10, 11));
}

#[test]
fn who_came_and_who_stayed_away_are_asked_in_smart_lists() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Harian Contoh");
    let budi = desk.contact("Budi Santoso", "budi@example.com", "TV Contoh");
    let past = check_in::event(&desk.workspace, "Jumpa pers", -60);
    for (contact, name) in [(siti, "Siti Rahma"), (budi, "Budi Santoso")] {
        check_in::guest_with(&desk.workspace, past, name, "Media", |guest| {
            guest.contact_id = Some(contact);
        });
    }
    let first = of(&desk, past)[0]["id"].clone();
    desk.call("check_in", json!({"event_id": past, "guest_id": first}));
    desk.call("event_hold", json!(past));
    for (text, name) in [
        ("attended 1 event", "Siti Rahma"),
        ("hadir >= 1 kegiatan", "Siti Rahma"),
        ("missed 1 event", "Budi Santoso"),
        ("last_attended within 7d", "Siti Rahma"),
        ("not attended", "Budi Santoso"),
    ] {
        let read = desk.call("filter_read", json!(text));
        let list =
            desk.call("list_save_smart", json!({"name": text, "filter": read["filter"]}))["id"]
                .clone();
        let shown = desk.call("list_show", list);
        let names: Vec<&str> = shown["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|row| row["name"].as_str())
            .collect();
        assert_eq!(names, [name], "{text}");
    }
}

#[test]
fn guests_are_kept_on_the_command_line() {
    let office = Office::new();
    office.json(&[
        "event",
        "new",
        "Jumpa pers",
        "--begins",
        "2099-12-01 09:00 WIB",
        "--set",
        "capacity=2",
    ]);
    let person = [
        "event",
        "guests",
        "1",
        "--person",
        "Siti Rahma; Harian Contoh; siti@example.com",
        "--person",
        "Budi; TV Contoh; 0000 1234 567",
        "--person",
        "Wati",
    ];
    let dry: Vec<&str> = person.iter().copied().chain(["--dry-run"]).collect();
    assert_eq!(office.json(&dry)["waiting"][0]["name"], "Wati");
    assert_eq!(office.json(&["event", "guests", "1"])["total"], 0, "nothing was done");
    let said = office.warta(&person);
    assert!(said.out.contains("Wati"), "{}", said.out);
    assert_eq!(office.json(&["event", "guests", "1", "--waiting"])["rows"][0]["name"], "Wati");
    let row = office.json(&[
        "event",
        "rsvp",
        "1",
        "+62 000-1234-567",
        "yes",
        "--by",
        "whatsapp",
        "--comment",
        "Siap",
    ]);
    assert_eq!((&row["name"], &row["rsvp_by"]), (&json!("Budi"), &json!("whatsapp")));
    let row =
        office.json(&["event", "rsvp", "1", "siti@example.com", "--deputy", "Ani; Radio Contoh"]);
    assert_eq!((&row["name"], &row["stands_in_for"]), (&json!("Ani"), &json!("Siti Rahma")));
    office.json(&["event", "rsvp", "1", "Budi", "no"]);
    assert_eq!(office.json(&["event", "guests", "1", "--waiting"])["total"], 0, "Wati moved up");
    let quotas = office.json(&["event", "guests", "1", "--quota", "each_outlet=2", "--quotas"]);
    assert_eq!(quotas["quotas"][0]["places"], 2);
    assert_eq!(
        office.json(&["event", "guests", "1", "--withdraw", "Wati", "--reason", "Penuh"])["changed"],
        1
    );
    assert_eq!(office.json(&["event", "guests", "1", "--seat", "Wati"])["changed"], 1);
    assert_eq!(office.json(&["event", "guests", "1", "--remove", "Wati"])["changed"], 1);
    let all = office.json(&["event", "answers", "1", "--all"]);
    assert!(!all["answers"].as_array().unwrap().is_empty());
    assert!(office.json(&["event", "answers"])["answers"].as_array().unwrap().is_empty());
    let table = office.warta(&["event", "guests", "1"]);
    assert!(table.out.contains("Ani") && table.out.contains("Radio Contoh"), "{}", table.out);
}

#[test]
fn an_answer_of_the_mailbox_can_be_taken_back() {
    let desk = Desk::new();
    let event = event(&desk, "Jumpa pers", 1);
    desk.call(
        "event_guest_add",
        json!({"event_id": event, "persons": [{"name": "Ani", "email": "ani@example.com"}, {"name": "Budi"}]}),
    );
    let before = desk.rows();
    let uid = desk.call("event_show", json!(event))["event"]["uid"].as_str().unwrap().to_owned();
    let ctx = desk.workspace.ctx("", Source::Mailbox);
    let given = warta::event_answer::Given {
        event_uid: Some(uid),
        address: "ani@example.com".to_owned(),
        rsvp: "no".to_owned(),
        way: "calendar",
        at: warta::clock::to_text(warta::clock::now()),
        ..Default::default()
    };
    desk.workspace
        .db
        .write(&ctx, "inbox_read", true, |db| warta::event_answer::take(db, given))
        .unwrap();
    assert_eq!(of(&desk, event)[1]["place"], "listed", "Budi has the seat");
    desk.call("undo_action", desk.call("history_list", json!(1))[0]["id"].clone());
    assert_eq!(desk.rows(), before);
}
