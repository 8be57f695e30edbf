//! The door of an event: who comes, in whose place, from several windows and processes at once, and
//! what a killed process had said was kept.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rand::Rng;
use serde_json::{Value as Json, json};
use warta::commands::{self, Door};
use warta::db::{Ctx, Source};
use warta::error::Error;
use warta::event_guest::{EventGuest, Place};
use warta::format::fold::fold;
use warta::press_event::{EventState, PressEvent};
use warta::workspace::{As, Workspace};

use crate::media_list::Desk;

fn ctx(workspace: &Workspace) -> Ctx {
    workspace.ctx("Rina", Source::Window)
}

/// An event that begins so many minutes from now.
pub fn event(workspace: &Workspace, title: &str, minutes: i64) -> i64 {
    let begins = warta::clock::now() + chrono::Duration::minutes(minutes);
    let mut event = PressEvent {
        title: title.to_owned(),
        language: "id".to_owned(),
        uid: format!("{:016x}@example.id", rand::random::<u64>()),
        begins_at: warta::clock::to_text(begins),
        ends_at: warta::clock::to_text(begins + chrono::Duration::hours(2)),
        zone: "Asia/Jakarta".to_owned(),
        venue: "Aula Contoh".to_owned(),
        ..PressEvent::default()
    };
    workspace.db.write(&ctx(workspace), "event_save", true, |db| db.insert(&mut event)).unwrap()
}

/// A guest who said yes.
pub fn guest(workspace: &Workspace, event_id: i64, name: &str, outlet: &str) -> i64 {
    guest_with(workspace, event_id, name, outlet, |_| ())
}

pub fn guest_with(
    workspace: &Workspace,
    event_id: i64,
    name: &str,
    outlet: &str,
    with: impl FnOnce(&mut EventGuest),
) -> i64 {
    let mut guest = EventGuest {
        event_id,
        name: name.to_owned(),
        name_key: fold(name),
        outlet: outlet.to_owned(),
        category: "press".to_owned(),
        place: Place::Invited,
        rsvp: "yes".to_owned(),
        ..EventGuest::default()
    };
    with(&mut guest);
    workspace
        .db
        .write(&ctx(workspace), "event_guest_add", true, |db| db.insert(&mut guest))
        .unwrap()
}

fn refusal(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn names(found: &Json) -> Vec<&str> {
    found["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[test]
fn two_letters_find_a_guest() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 60);
    let other = event(&desk.workspace, "Acara lain", 90);
    for (name, outlet) in [
        ("Hasan Basri", "Majalah Contoh"),
        ("Asri Anggraini", "kabarcontoh.id"),
        ("Budi Santoso", "Asia Contoh TV"),
        ("Sri Asmara", "Radio Contoh"),
        ("José Ma'ruf", "TV Contoh"),
    ] {
        guest(&desk.workspace, id, name, outlet);
    }
    guest_with(&desk.workspace, id, "Tuti", "Harian", |guest| {
        guest.phone = "+620001234567".to_owned()
    });
    guest(&desk.workspace, other, "Asep Lain", "Lain");
    let search = |text: &str| desk.call("check_in_search", json!({"event_id": id, "text": text}));
    assert_eq!(
        names(&search("as")),
        ["Asri Anggraini", "Sri Asmara", "Hasan Basri", "Budi Santoso"],
        "who begins so, whose second name does, within, by the outlet; nobody of another event"
    );
    assert_eq!(names(&search("jose maruf")), ["José Ma'ruf"]);
    assert_eq!(
        names(&search("contoh sri")),
        ["Asri Anggraini", "Hasan Basri", "Sri Asmara"],
        "words in any order"
    );
    assert_eq!(names(&search("0001234")), ["Tuti"], "digits of a number");
    assert!(names(&search("a")).is_empty(), "one letter is too little");
    assert!(names(&search("zz")).is_empty());
}

#[test]
fn a_guest_is_let_in_once_and_the_last_deed_is_taken_back() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", -5);
    let siti = guest(&desk.workspace, id, "Siti Rahma", "Harian Contoh");
    guest(&desk.workspace, id, "Budi Santoso", "TV Contoh");
    let before = desk.rows();

    let arrival = desk.call("check_in", json!({"event_id": id, "guest_id": siti}));
    assert_eq!(arrival["outcome"], "arrived");
    assert_eq!(arrival["row"]["late"], true, "the event began five minutes ago");
    let at = arrival["row"]["arrived_at"].clone();
    let again = desk.call("check_in", json!({"event_id": id, "guest_id": siti}));
    assert_eq!(again["outcome"], "already");
    assert_eq!(again["row"]["arrived_at"], at, "the first arrival counts");
    assert_eq!(again["action_id"], 0, "nothing was changed");

    let counts = desk.call("check_in_counts", json!(id));
    assert_eq!(
        ["arrived", "expected", "to_come", "late", "here"].map(|key| counts[key].as_i64().unwrap()),
        [1, 2, 1, 1, 1]
    );
    assert_eq!(counts["recent"][0]["name"], "Siti Rahma");
    assert_eq!(counts["categories"], json!([{"category": "press", "expected": 2, "arrived": 1}]));

    let left = desk.call("check_in_leave", json!({"event_id": id, "guest_id": siti}));
    assert_eq!(left["outcome"], "left");
    assert_eq!(desk.call("check_in_counts", json!(id))["here"], 0);
    let back = desk.call("check_in", json!({"event_id": id, "guest_id": siti}));
    assert_eq!(back["outcome"], "back");
    assert_eq!(back["row"]["arrived_at"], at);

    for command in ["check_in", "check_in_leave", "check_in"] {
        let last = desk.call("check_in_last", json!(id));
        assert_eq!(last["command"], command);
        assert_eq!(last["name"], "Siti Rahma");
        desk.call("undo_action", last["action_id"].clone());
    }
    assert_eq!(desk.call("check_in_last", json!(id)), Json::Null);
    assert_eq!(desk.rows(), before);
    let nobody = desk.call("check_in_counts", json!(id));
    assert_eq!(nobody["arrived"], 0);
    let error = refusal(&desk, "check_in_leave", json!({"event_id": id, "guest_id": siti}));
    assert_eq!(error.text, "checkin-not-here");
}

#[test]
fn a_scanned_code_is_told_apart_from_all_others() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 30);
    let other = event(&desk.workspace, "Kunjungan pabrik", 60);
    let code = |guest: &mut EventGuest, code: &str| guest.code = code.to_owned();
    guest_with(&desk.workspace, id, "Siti", "Harian", |g| code(g, "W1ABCDEFGH"));
    guest_with(&desk.workspace, other, "Budi", "TV", |g| code(g, "W2ABCDEFGH"));
    let gone = guest_with(&desk.workspace, id, "Tono", "TV", |g| code(g, "W3ABCDEFGH"));
    let warta = &desk.workspace;
    warta
        .db
        .write(&ctx(warta), "event_guest_delete", true, |db| db.delete::<EventGuest>(gone))
        .unwrap();

    let arrival = desk.call("check_in", json!({"event_id": id, "code": " w1abcdefgh\n"}));
    assert_eq!(arrival["row"]["name"], "Siti", "a scanner with caps lock and a line end");
    let error = refusal(&desk, "check_in", json!({"event_id": id, "code": "W2ABCDEFGH"}));
    assert_eq!(error.text, "checkin-other-event");
    assert_eq!(error.args["event"], "Kunjungan pabrik");
    assert_eq!(error.args["name"], "Budi");
    let error = refusal(&desk, "check_in", json!({"event_id": id, "code": "W9ABCDEFGH"}));
    assert_eq!((error.text, error.args["code"].as_str()), ("checkin-code-unknown", "W9ABCDEFGH"));
    let error = refusal(&desk, "check_in", json!({"event_id": id, "code": "W3ABCDEFGH"}));
    assert_eq!((error.text, error.args["name"].as_str()), ("checkin-code-removed", "Tono"));
    let error = refusal(&desk, "check_in", json!({"event_id": id, "code": ""}));
    assert_eq!(error.text, "checkin-code-unknown");
}

#[test]
fn who_has_no_place_is_stopped_by_name_and_let_in_only_when_somebody_says_so() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 30);
    let withdrawn = guest_with(&desk.workspace, id, "Siti", "Harian", |guest| {
        guest.place = Place::Withdrawn;
        guest.reason = "salah alamat.".to_owned();
    });
    let waiting =
        guest_with(&desk.workspace, id, "Budi", "TV", |guest| guest.place = Place::Waiting);
    let refused = guest_with(&desk.workspace, id, "Tono", "TV", |guest| {
        guest.accreditation = "refused".to_owned();
        guest.accreditation_reason = "tanpa surat tugas".to_owned();
    });
    for (guest, key, reason) in [
        (withdrawn, "checkin-withdrawn", ": salah alamat"),
        (waiting, "checkin-waiting", ""),
        (refused, "checkin-refused", ": tanpa surat tugas"),
    ] {
        let error = refusal(&desk, "check_in", json!({"event_id": id, "guest_id": guest}));
        assert_eq!((error.text, error.args["reason"].as_str()), (key, reason));
        let arrival =
            desk.call("check_in", json!({"event_id": id, "guest_id": guest, "anyway": true}));
        assert_eq!(arrival["outcome"], "arrived");
    }
    let warta = &desk.workspace;
    warta
        .db
        .write(&ctx(warta), "event_cancel", true, |db| {
            let mut event: PressEvent = db.get(id)?;
            event.state = EventState::Cancelled;
            event.cancel_reason = "hujan".to_owned();
            db.update(&mut event)
        })
        .unwrap();
    for (command, args) in [
        ("check_in", json!({"event_id": id, "guest_id": refused})),
        ("check_in_walk_in", json!({"event_id": id, "name": "Baru"})),
        ("check_in_leave", json!({"event_id": id, "guest_id": refused})),
    ] {
        let error = refusal(&desk, command, args);
        assert_eq!(
            (error.text, error.args["reason"].as_str()),
            ("checkin-event-cancelled", ": hujan")
        );
    }
}

#[test]
fn walk_ins_and_substitutes_become_guests_and_are_who_the_media_list_says() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 30);
    let contact = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh");
    desk.call("contact_save", json!({"patch": {"id": contact, "set": {}}, "reaches": [{"kind": "whatsapp", "value": "+62 000 1111 2222"}]}));
    let replaced = guest(&desk.workspace, id, "Astuti Halim", "Radio Contoh FM");
    let before = desk.rows();

    let offers = desk.call("check_in_offers", json!({"event_id": id, "phone": "00011112222"}));
    assert!(offers.as_array().unwrap().is_empty(), "a number of another country's form");
    let offers = desk
        .call("check_in_offers", json!({"event_id": id, "phone": "+6200011112222", "name": "zz"}));
    assert_eq!((&offers[0]["contact_id"], &offers[0]["by_phone"]), (&json!(contact), &json!(true)));
    let offers = desk.call("check_in_offers", json!({"event_id": id, "name": "siti"}));
    assert_eq!(offers[0]["contact_id"], json!(contact));
    assert_eq!(offers[0]["guest_id"], Json::Null);
    let offers = desk.call("check_in_offers", json!({"event_id": id, "name": "astuti"}));
    assert_eq!(offers[0]["guest_id"], json!(replaced));

    let siti = desk
        .call("check_in_walk_in", json!({"event_id": id, "name": "siti", "contact_id": contact}));
    assert_eq!(siti["row"]["name"], "Siti Rahma", "the media list knows the name");
    assert_eq!(siti["row"]["outlet"], "Radio Contoh");
    assert_eq!((&siti["row"]["walk_in"], &siti["outcome"]), (&json!(true), &json!("arrived")));
    let twice = desk
        .call("check_in_walk_in", json!({"event_id": id, "name": "Siti", "contact_id": contact}));
    assert_eq!((&twice["outcome"], &twice["row"]["id"]), (&json!("already"), &siti["row"]["id"]));

    let error =
        refusal(&desk, "check_in_walk_in", json!({"event_id": id, "name": "ASTUTI  HALIM"}));
    assert_eq!(error.text, "checkin-same-name");
    let namesake = desk
        .call("check_in_walk_in", json!({"event_id": id, "name": "Astuti Halim", "anyway": true}));
    assert_ne!(namesake["row"]["id"], json!(replaced));
    let error = refusal(&desk, "check_in_walk_in", json!({"event_id": id, "name": "  "}));
    assert_eq!((error.text, error.field.as_deref()), ("checkin-name-missing", Some("name")));

    let bagus = desk.call(
        "check_in_substitute",
        json!({"event_id": id, "name": "Bagus Rahadi", "phone": "0812 0000 1111", "stands_in_for": replaced}),
    );
    assert_eq!(bagus["row"]["stands_in_for"], "Astuti Halim");
    assert_eq!(bagus["row"]["outlet"], "Radio Contoh FM", "of the same outlet where none is said");
    assert_eq!(bagus["row"]["phone"], "+6281200001111");
    assert_eq!(bagus["row"]["walk_in"], false);
    let found = desk.call("check_in_search", json!({"event_id": id, "text": "astuti"}));
    let row =
        found["rows"].as_array().unwrap().iter().find(|row| row["id"] == json!(replaced)).unwrap();
    assert_eq!(row["replaced_by"], "Bagus Rahadi");
    let counts = desk.call("check_in_counts", json!(id));
    assert_eq!(
        ["arrived", "expected", "to_come", "walk_ins", "replaced"]
            .map(|key| counts[key].as_i64().unwrap()),
        [3, 3, 0, 2, 1]
    );
    let error = refusal(
        &desk,
        "check_in_substitute",
        json!({"event_id": id, "name": "Lain", "stands_in_for": siti["row"]["id"]}),
    );
    assert_eq!(error.text, "checkin-substitute-here");
    let error = refusal(&desk, "check_in_substitute", json!({"event_id": id, "name": "Lain"}));
    assert_eq!(error.text, "checkin-substitute-for-whom");

    for _ in 0..3 {
        let last = desk.call("check_in_last", json!(id));
        desk.call("undo_action", last["action_id"].clone());
    }
    assert_eq!(desk.rows(), before);
}

#[test]
fn the_contact_history_tells_who_came_once_the_event_was_held() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", -60);
    let came = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh");
    let missed = desk.contact("Budi Santoso", "budi@example.id", "TV Contoh");
    let declined = desk.contact("Tono", "tono@example.id", "TV Contoh");
    let guests: Vec<i64> =
        [(came, "Siti Rahma", "yes"), (missed, "Budi Santoso", ""), (declined, "Tono", "no")]
            .into_iter()
            .map(|(contact, name, rsvp)| {
                guest_with(&desk.workspace, id, name, "Radio Contoh", |guest| {
                    guest.contact_id = Some(contact);
                    guest.rsvp = rsvp.to_owned();
                })
            })
            .collect();
    let lines = || -> BTreeMap<i64, String> {
        let connection = warta::db::connect_reader(desk.workspace.db.path()).unwrap();
        let mut statement = connection
            .prepare("SELECT contact_id, kind FROM interactions WHERE event_id = ?1 AND deleted_at IS NULL")
            .unwrap();
        let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    desk.call("check_in", json!({"event_id": id, "guest_id": guests[0]}));
    assert!(lines().is_empty(), "the event is still going on");
    let before = desk.rows();
    desk.call("event_hold", json!(id));
    let told =
        BTreeMap::from([(came, "event_attended".to_owned()), (missed, "event_missed".to_owned())]);
    assert_eq!(lines(), told, "nothing of who had said no");
    let activity = desk.call("contact_show", json!(missed));
    assert_eq!(activity["row"]["last_contact_at"], "", "who stayed away was not spoken to");

    // Somebody was overlooked at the door.
    let late = desk.call("check_in", json!({"event_id": id, "guest_id": guests[1]}));
    assert_eq!(lines()[&missed], "event_attended");
    desk.call("undo_action", late["action_id"].clone());
    assert_eq!(lines(), told);
    desk.call("event_plan_again", json!(id));
    assert!(lines().is_empty());
    desk.call("undo_last", json!(null));
    assert_eq!(lines(), told);
    desk.call("undo_last", json!(null));
    assert_eq!(desk.rows(), before);
}

/// In the child process: lets in every guest of the event and says so once it is kept.
#[test]
#[ignore = "run by the tests below in a process of its own"]
fn a_process_at_the_door() {
    let Ok(folder) = std::env::var("WARTA_DOOR") else { return };
    let event_id: i64 = std::env::var("WARTA_DOOR_EVENT").unwrap().parse().unwrap();
    let backwards = std::env::var("WARTA_DOOR_BACKWARDS").is_ok();
    let workspace =
        Workspace::open(Path::new(&folder), As::OwnerOrGuest, commands::searchables()).unwrap();
    let door = Door {
        workspace: &workspace,
        source: Source::CommandLine,
        actor: "Pintu".to_owned(),
        on_progress: None,
    };
    let mut ids: Vec<i64> = workspace
        .db
        .read(|db| {
            db.rows(
                "SELECT id FROM event_guests WHERE event_id = :event ORDER BY id",
                &[(":event", &event_id)],
                |row| row.get(0),
            )
        })
        .unwrap();
    if backwards {
        ids.reverse();
    }
    for id in ids {
        let order = warta::check_in::CheckIn {
            event_id,
            guest_id: Some(id),
            ..warta::check_in::CheckIn::default()
        };
        let arrival = commands::check_in(&door, order).unwrap();
        println!("kept {id} {}", arrival.outcome.as_str());
    }
}

fn process_at_the_door(folder: &Path, event: i64, backwards: bool) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "check_in::a_process_at_the_door",
            "--ignored",
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env("WARTA_DOOR", folder)
        .env("WARTA_DOOR_EVENT", event.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    if backwards {
        command.env("WARTA_DOOR_BACKWARDS", "1");
    }
    command.spawn().unwrap()
}

/// What a process at the door said: guest and outcome.
fn said(line: &str) -> Option<(i64, String)> {
    let mut words = line.split("kept ").nth(1)?.split(' ');
    Some((words.next()?.parse().ok()?, words.next()?.trim().to_owned()))
}

fn arrived(folder: &Path, event: i64) -> Vec<i64> {
    let connection = rusqlite::Connection::open(folder.join("warta.sqlite")).unwrap();
    let mut statement = connection
        .prepare("SELECT id FROM event_guests WHERE event_id = ?1 AND arrived_at <> '' ORDER BY id")
        .unwrap();
    let rows = statement.query_map([event], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn crowd(desk: &Desk, guests: usize) -> i64 {
    let id = event(&desk.workspace, "Jumpa pers", 30);
    for number in 0..guests {
        guest(&desk.workspace, id, &format!("Tamu Contoh {number}"), "Media Contoh");
    }
    id
}

#[test]
fn two_doors_at_once_lose_nobody_and_count_nobody_twice() {
    const GUESTS: usize = 150;
    let desk = Desk::new();
    let id = crowd(&desk, GUESTS);
    let folder = desk.workspace.folder();
    let doors = [process_at_the_door(folder, id, false), process_at_the_door(folder, id, true)];
    let mut outcomes: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for door in doors {
        let output = door.wait_with_output().unwrap();
        assert!(output.status.success());
        for (guest, outcome) in String::from_utf8_lossy(&output.stdout).lines().filter_map(said) {
            outcomes.entry(guest).or_default().push(outcome);
        }
    }
    assert_eq!(outcomes.len(), GUESTS);
    for (guest, mut told) in outcomes {
        told.sort();
        assert_eq!(
            told,
            ["already", "arrived"],
            "guest {guest}: one door let them in, the other was told"
        );
    }
    assert_eq!(arrived(folder, id).len(), GUESTS);
    assert_eq!(desk.call("check_in_counts", json!(id))["arrived"], json!(GUESTS));
}

#[test]
fn a_killed_door_loses_nobody_whom_it_had_let_in() {
    const ROUNDS: usize = 10;
    const GUESTS: usize = 120;
    let desk = Desk::new();
    let folder = desk.workspace.folder().to_owned();
    let mut cut_short = 0;
    for round in 0..ROUNDS {
        let id = crowd(&desk, GUESTS);
        let mut door = process_at_the_door(&folder, id, false);
        let mut kept = Vec::new();
        let enough = rand::rng().random_range(1..GUESTS);
        let mut lines = BufReader::new(door.stdout.take().unwrap()).lines();
        for line in lines.by_ref() {
            kept.extend(said(&line.unwrap()));
            if kept.len() >= enough {
                break;
            }
        }
        cut_short += usize::from(door.try_wait().unwrap().is_none());
        door.kill().unwrap();
        door.wait().unwrap();
        // What it had still said before it died was kept too.
        kept.extend(lines.map_while(Result::ok).filter_map(|line| said(&line)));
        let arrived = arrived(&folder, id);
        for (guest, outcome) in &kept {
            assert_eq!(outcome, "arrived");
            assert!(arrived.contains(guest), "round {round}: {guest} was let in and is lost");
        }
        assert!(arrived.len() <= kept.len() + 1, "round {round}: at most one was on its way");
        // The next process goes on where this one was cut off.
        let output = process_at_the_door(&folder, id, false).wait_with_output().unwrap();
        assert!(output.status.success());
        assert_eq!(self::arrived(&folder, id).len(), GUESTS);
    }
    assert!(cut_short > 0, "no process was killed at work");
}
