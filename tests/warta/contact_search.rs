//! Search among many contacts: page by page each is shown once, and names are found however their
//! letters are written.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::media_list::Desk;
use crate::office::Office;

const PAGE: usize = 130;

/// Some 1 300 people whose first names are 30 words in use of one beginning, mixed, each with a
/// number that begins alike, and some more who only mention such a number.
fn crowd() -> Office {
    let office = Office::new();
    let mut csv = "Nama,Telepon,Kota,Catatan\n".to_owned();
    for n in 0..1_300 {
        let city = if n % 13 < 5 { "Serang" } else { "Depok" };
        csv.push_str(&format!(
            "Kawan{:02} Contoh {n},+62 000 55{n:05},{city},\n",
            (n * 7 + n / 30) % 30
        ));
    }
    for n in 0..70 {
        csv.push_str(&format!(
            "Lain {n},,Depok,kata orang 0000 55 00055{n:02} dan 0000550{n:02}\n"
        ));
    }
    let file = office.write("ramai.csv", csv);
    assert_eq!(office.json(&["import", &file])["added"], 1_370);
    office
}

/// All that a filter shows, page by page.
fn walked(office: &Office, filter: &Json) -> (Vec<i64>, usize) {
    let workspace = office.open();
    let quiet = |_: &warta::bus::JobNews| {};
    let door = warta::commands::Door {
        workspace: &workspace,
        source: warta::db::Source::Window,
        actor: "Rina".to_owned(),
        on_progress: Some(&quiet),
    };
    let (mut ids, mut total) = (Vec::new(), 0);
    loop {
        let mut asked = filter.clone();
        asked["offset"] = json!(ids.len());
        asked["limit"] = json!(PAGE);
        let page = warta::commands::call_and_wait(&door, "contact_list", asked).unwrap();
        total = total.max(usize::try_from(page["total"].as_i64().unwrap()).unwrap());
        let rows = page["rows"].as_array().unwrap();
        ids.extend(rows.iter().map(|row| row["id"].as_i64().unwrap()));
        if rows.len() < PAGE {
            return (ids, total);
        }
    }
}

#[test]
fn all_pages_of_a_search_show_everybody_once() {
    let office = crowd();
    for (filter, expected) in [
        // More words than are looked up, each of many people.
        (json!({"search": "kawan"}), 1_300),
        (json!({"search": "contoh"}), 1_300),
        (json!({"search": "kawan contoh"}), 1_300),
        // Along the names, then whoever has it elsewhere.
        (json!({"search": "ka"}), 1_370),
        // Along the numbers, then whoever mentions it.
        (json!({"search": "000055"}), 1_370),
        (json!({"search": "conroh"}), 1_300),
        // Exactly as many as are put in order.
        (json!({"search": "contoh", "city": "Serang"}), 500),
    ] {
        let (ids, total) = walked(&office, &filter);
        let once: BTreeSet<i64> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{filter}: somebody is shown twice");
        assert_eq!(once.len(), expected, "{filter}");
        assert_eq!(total, expected, "{filter}");
    }
}

#[test]
fn letters_that_others_write_plainly_are_found_both_ways() {
    let desk = Desk::new();
    for (name, email) in [
        ("Łukasz Contoh", "a@example.id"),
        ("Søren Contoh", "b@example.id"),
        ("Jürgen Großmann", "c@example.id"),
        ("Đorđe Contoh", "d@example.id"),
        ("Lukasz Lain", "e@example.id"),
    ] {
        desk.contact(name, email, "Mediahuset Ærø");
    }
    let found = |text: &str| -> Vec<String> {
        let mut names = desk.search(text);
        names.sort();
        names
    };
    for text in ["Łukasz", "lukasz", "ŁUK", "luka"] {
        assert_eq!(found(text), ["Lukasz Lain", "Łukasz Contoh"], "{text}");
    }
    for text in ["Søren", "soren", "sør", "SOREN CONTOH"] {
        assert_eq!(found(text), ["Søren Contoh"], "{text}");
    }
    for text in ["Großmann", "grossmann", "GROẞM", "jurgen", "Jürgen", "jürgen grossm"] {
        assert_eq!(found(text), ["Jürgen Großmann"], "{text}");
    }
    for text in ["Đorđe", "dorde", "đord"] {
        assert_eq!(found(text), ["Đorđe Contoh"], "{text}");
    }
    assert_eq!(found("aero").len(), 5);
    assert_eq!(found("Ærø").len(), 5);
    for text in ["aero", "Ærø", "mediahuset ærø"] {
        let outlets = desk.call("organisation_list", json!({"search": text}));
        assert_eq!(outlets["total"], 1, "{text}");
    }
}

/// A record that was indexed before the index knew plain letters is found as it is written.
#[test]
fn an_index_of_before_is_searched_too() {
    let desk = Desk::new();
    let id = desk.contact("Łukasz Contoh", "a@example.id", "Radio Contoh");
    desk.contact("Lukasz Lain", "b@example.id", "Radio Contoh");
    let database = rusqlite::Connection::open(desk.workspace.db.path()).unwrap();
    database
        .execute_batch(&format!(
            "DELETE FROM contact_search WHERE rowid = {id};
             INSERT INTO contact_search (rowid, name, outlet, reach, rest) VALUES ({id}, 'Łukasz Contoh', '', '', '');"
        ))
        .unwrap();
    assert_eq!(desk.search("Łukasz").len(), 2);
    assert_eq!(desk.search("łuk").len(), 2);
}
