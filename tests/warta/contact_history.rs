//! The contact history: what was said, what comes next, and that both show in the list.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Code;

use crate::media_list::Desk;

fn row(desk: &Desk, id: i64) -> Json {
    desk.call("contact_show", json!(id))["row"].clone()
}

fn last_action(desk: &Desk) -> Json {
    desk.call("history_list", json!(1))[0]["id"].clone()
}

#[test]
fn last_contact_and_next_step_follow_whatever_writes() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let other = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    assert_eq!(row(&desk, id)["last_contact_at"], "");
    assert_eq!(row(&desk, id)["next_step_on"], "");
    let log = |at: &str, kind: &str| {
        desk.call(
            "interaction_log",
            json!({"contact_id": id, "kind": kind, "direction": "out", "summary": "x", "at": at}),
        )["id"]
            .clone()
    };
    let march = log("2026-03-01T02:00:00.000Z", "call");
    log("2026-01-01T02:00:00.000Z", "meeting");
    log("2026-06-01T02:00:00.000Z", "note");
    assert_eq!(
        row(&desk, id)["last_contact_at"],
        "2026-03-01T02:00:00.000Z",
        "a note is no contact"
    );
    desk.call("interaction_delete", json!([march]));
    assert_eq!(row(&desk, id)["last_contact_at"], "2026-01-01T02:00:00.000Z");
    desk.call("undo_last", json!(null));
    assert_eq!(row(&desk, id)["last_contact_at"], "2026-03-01T02:00:00.000Z");
    desk.call("interaction_save", json!({"id": march, "set": {"at": "2026-04-01T02:00:00.000Z"}}));
    assert_eq!(row(&desk, id)["last_contact_at"], "2026-04-01T02:00:00.000Z");

    let step = |day: &str, what: &str| {
        desk.call("follow_up_save", json!({"set": {"contact_id": id, "what": what, "due_on": day}}))
            ["id"]
            .clone()
    };
    let late = step("2026-12-20", "Kirim foto");
    let soon = step("2026-12-01", "Telepon lagi");
    assert_eq!(row(&desk, id)["next_step_on"], "2026-12-01");
    assert_eq!(row(&desk, id)["next_step"], "Telepon lagi");
    desk.call("follow_up_done", json!({"id": soon, "done": true}));
    assert_eq!(row(&desk, id)["next_step"], "Kirim foto");
    desk.call("undo_last", json!(null));
    assert_eq!(row(&desk, id)["next_step"], "Telepon lagi");
    desk.call("follow_up_delete", json!([late, soon]));
    assert_eq!(row(&desk, id)["next_step_on"], "");
    desk.call("undo_last", json!(null));

    let order = |sort: &str, descending: bool| -> Vec<i64> {
        desk.call("contact_list", json!({"sort": sort, "descending": descending}))["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(order("next_step", false), [id, other], "no next step comes last");
    assert_eq!(order("next_step", true), [id, other], "either way");
    assert_eq!(order("last_contact", true), [id, other]);
    assert_eq!(order("last_contact", false), [id, other], "never contacted comes last, either way");
}

#[test]
fn a_follow_up_is_agreed_while_logging_and_owned() {
    let desk = Desk::new();
    let rina = desk.call("staff_save", json!({"set": {"name": "Rina"}}))["id"].clone();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    desk.call(
        "interaction_log",
        json!({"contact_id": id, "kind": "call", "direction": "out", "summary": "Minta foto udara",
               "follow_up": {"due_on": "2026-11-30"}}),
    );
    let open = desk.call("follow_up_list", json!({"staff_id": rina}));
    assert_eq!(open[0]["follow_up"]["what"], "Minta foto udara");
    assert_eq!((&open[0]["owner"], &open[0]["name"]), (&json!("Rina"), &json!("Siti Rahma")));
    assert_eq!(desk.call("follow_up_list", json!({"until": "2026-11-29"})), json!([]));
    desk.call("follow_up_done", json!({"id": open[0]["follow_up"]["id"], "done": true}));
    assert_eq!(desk.call("follow_up_list", json!({})), json!([]));
    let done = desk.call("follow_up_list", json!({"done": true}));
    assert_eq!(done[0]["follow_up"]["done_by"], "Rina");
    for (set, field) in [
        (json!({"contact_id": id, "what": " ", "due_on": "2026-11-30"}), "what"),
        (json!({"contact_id": id, "what": "x", "due_on": "30/11/2026"}), "due_on"),
        (json!({"contact_id": id, "what": "x", "due_on": "2026-11-30", "kind": "y"}), "kind"),
    ] {
        let error = commands::call_and_wait(&desk.door(), "follow_up_save", json!({"set": set}))
            .unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some(field)));
    }
}

#[test]
fn what_was_undone_is_redone_in_order_until_something_new_is_done() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let city = |city: &str| {
        desk.call("contact_save", json!({"patch": {"id": id, "set": {"city": city}}}));
    };
    let start = desk.rows();
    city("Bogor");
    let one = desk.rows();
    city("Depok");
    let two = desk.rows();
    let nothing = commands::call_and_wait(&desk.door(), "redo_last", json!(null)).unwrap_err();
    assert_eq!(nothing.text, "redo-nothing");
    for _ in 0..2 {
        desk.call("undo_last", json!(null));
        assert_eq!(desk.rows(), one);
        desk.call("undo_last", json!(null));
        assert_eq!(desk.rows(), start);
        assert_eq!(desk.call("redo_last", json!(null))["command"], "contact_save");
        assert_eq!(desk.rows(), one);
        desk.call("redo_last", json!(null));
        assert_eq!(desk.rows(), two);
    }
    desk.call("undo_last", json!(null));
    city("Serang");
    let error = commands::call_and_wait(&desk.door(), "redo_last", json!(null)).unwrap_err();
    assert_eq!(error.text, "redo-nothing", "something new was done since");
    desk.call("undo_action", last_action(&desk));
    assert_eq!(desk.rows(), one);
}
