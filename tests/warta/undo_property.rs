//! Whatever is done, in whatever order: taking it back step by step gives the rows of before, and
//! doing it again the rows of after.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use warta::commands;

use crate::media_list::Desk;

const COMMANDS: usize = 19;

/// One made-up command; `who` and `what` choose among what is there.
fn order(desk: &Desk, command: usize, who: usize, what: usize) -> (&'static str, Json) {
    let pick = |name: &str, args: Json, pointer: &str| -> Json {
        let answer = desk.call(name, args);
        let rows = answer.pointer(pointer).and_then(Json::as_array).cloned().unwrap_or_default();
        if rows.is_empty() { json!(0) } else { rows[who % rows.len()]["id"].clone() }
    };
    let contact = || pick("contact_list", json!({}), "/rows");
    let list = || pick("list_all", json!(null), "");
    let organisation = || pick("organisation_list", json!({}), "/rows");
    let follow_up = || {
        let rows = desk.call("follow_up_list", json!({"done": true}));
        let rows = rows.as_array().cloned().unwrap_or_default();
        if rows.is_empty() { json!(0) } else { rows[who % rows.len()]["follow_up"]["id"].clone() }
    };
    let kind = ["do_not_contact", "bad_address", "away"][what % 3];
    let word = ["satu", "dua", "tiga", "empat", "lima"][what % 5];
    let mail = json!([{"kind": "email", "value": format!("{word}{who}@example.id")}]);
    match command % COMMANDS {
        0 | 1 => (
            "contact_save",
            json!({"patch": {"set": {"name": format!("Orang {word} {who}")}}, "reaches": mail, "beats": [word],
                   "affiliations": [{"organisation": format!("Media {word}")}]}),
        ),
        2 => (
            "contact_save",
            json!({"patch": {"id": contact(), "set": {"city": word, "notes": word}}}),
        ),
        3 => (
            "contact_save",
            json!({"patch": {"id": contact(), "set": {}}, "reaches": mail, "tags": [word], "beats": []}),
        ),
        4 => (
            "contact_save",
            json!({"patch": {"id": contact(), "set": {}}, "affiliations": [{"organisation": format!("Media {word}"), "position": word}]}),
        ),
        5 => ("contact_delete", json!([contact()])),
        6 => (
            "contact_state_set",
            json!({"contact_id": contact(), "kind": kind, "on": what.is_multiple_of(2), "reason": word}),
        ),
        7 => (
            "interaction_log",
            json!({"contact_id": contact(), "kind": "call", "direction": "out", "summary": word, "follow_up": {"due_on": format!("2026-12-{:02}", 1 + what % 28)}}),
        ),
        8 => ("follow_up_done", json!({"id": follow_up(), "done": what.is_multiple_of(2)})),
        9 => ("follow_up_delete", json!([follow_up()])),
        10 => ("list_save", json!({"set": {"name": format!("Daftar {word} {who}")}})),
        11 => ("list_add", json!({"list_id": list(), "contact_ids": [contact()]})),
        12 => ("list_delete", list()),
        13 => {
            ("organisation_save", json!({"patch": {"id": organisation(), "set": {"city": word}}}))
        }
        14 => ("organisation_delete", json!([organisation()])),
        15 => {
            let bin = desk.call("bin_list", json!({}));
            let rows = bin.as_array().cloned().unwrap_or_default();
            let items: Vec<Json> = rows
                .get(who % rows.len().max(1))
                .map(|row| json!({"table": row["table"], "id": row["id"]}))
                .into_iter()
                .collect();
            ("bin_restore", json!(items))
        }
        16 => ("release_save", json!({"set": {"headline": word}})),
        17 => ("group_chat_save", json!({"set": {"name": format!("Grup {word}")}})),
        _ => (
            "group_chat_add",
            json!({"group_chat_id": pick("group_chat_list", json!({}), ""), "contact_ids": [contact()]}),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn undo_of_random_actions_is_identity(orders in prop::collection::vec((0..COMMANDS, 0..7usize, 0..30usize), 3..14)) {
        let desk = Desk::new();
        desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
        let mut states = vec![desk.rows()];
        for (command, who, what) in orders {
            let (name, args) = order(&desk, command, who, what);
            // What cannot be done changes nothing, and is no action.
            let _ = commands::call_and_wait(&desk.door(), name, args);
            let now = desk.rows();
            if states.last() != Some(&now) {
                states.push(now);
            }
        }
        for at in (1..states.len()).rev() {
            desk.call("undo_last", json!(null));
            prop_assert_eq!(&desk.rows(), &states[at - 1]);
        }
        for state in &states[1..] {
            desk.call("redo_last", json!(null));
            prop_assert_eq!(&desk.rows(), state);
        }
        for at in (1..states.len()).rev() {
            desk.call("undo_last", json!(null));
            prop_assert_eq!(&desk.rows(), &states[at - 1]);
        }
    }
}
