//! The calendar: what stands in it, moving, days off, files of other programs.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;

use crate::media_list::Desk;
use crate::office::Office;

fn attempt(desk: &Desk, name: &str, args: Json) -> Result<Json, Error> {
    commands::call_and_wait(&desk.door(), name, args)
}

fn titles(page: &Json) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            format!("{} {}", item["begins"].as_str().unwrap(), item["title"].as_str().unwrap())
        })
        .collect()
}

fn month(desk: &Desk, extra: Json) -> Json {
    let mut query = json!({"from": "2027-03-01", "until": "2027-04-01"});
    for (key, value) in extra.as_object().unwrap() {
        query[key] = value.clone();
    }
    desk.call("calendar_items", query)
}

/// An office in Jakarta with one thing of most layers in March 2027.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Kantor", "zone": "Asia/Jakarta"}}));
    let siti = desk.contact("Siti Rahma", "siti@example.com", "Kabar");
    desk.call("contact_save", json!({"patch": {"id": siti, "set": {"birthday": "1990-03-05"}}}));
    desk.call(
        "follow_up_save",
        json!({"set": {"contact_id": siti, "what": "Kirim data", "due_on": "2027-03-03"}}),
    );
    desk.call(
        "release_save",
        json!({"set": {"headline": "Pasar", "embargo_at": "2027-03-04T01:00:00.000Z"}}),
    );
    // 08.00 in Jayapura is 06.00 in Jakarta.
    desk.call(
        "event_save",
        json!({"patch": {"set": {"title": "Jumpa pers", "kind": "press_conference"}}, "begins": "2027-03-02 08:00 WIT", "ends": "2027-03-02 10:00 WIT"}),
    );
    desk.call(
        "calendar_entry_save",
        json!({"title": "Cuti", "begins": "2027-03-09", "ends": "2027-03-11"}),
    );
    desk.call("holiday_save", json!({"set": {"day": "2027-03-09", "name": "Nyepi"}}));
    desk
}

#[test]
fn everything_that_has_a_day_stands_in_the_calendar_in_the_offices_zone() {
    let desk = desk();
    let page = month(&desk, json!({}));
    assert_eq!(
        titles(&page),
        [
            "2027-03-02T06:00 Jumpa pers",
            "2027-03-03 Kirim data",
            "2027-03-04T08:00 Pasar",
            "2027-03-05 Siti Rahma",
            "2027-03-09 Cuti",
            "2027-03-09 Nyepi",
        ]
    );
    let event = &page["items"][0];
    assert_eq!(
        (&event["zone"], &event["own_begins"], &event["ends"]),
        (&json!("Asia/Jayapura"), &json!("2027-03-02T08:00"), &json!("2027-03-02T08:00"))
    );
    assert_eq!(page["items"][4]["ends"], json!("2027-03-11"));
    // One layer alone; a day of a long entry that began before.
    let only = month(&desk, json!({"layers": ["birthday"]}));
    assert_eq!(titles(&only), ["2027-03-05 Siti Rahma"]);
    let later = desk.call("calendar_items", json!({"from": "2027-03-11", "until": "2027-03-12"}));
    assert_eq!(titles(&later), ["2027-03-09 Cuti"]);
    // No end of the span, or one before its beginning, is refused.
    let wrong =
        attempt(&desk, "calendar_items", json!({"from": "2027-03-11", "until": "2027-03-11"}))
            .unwrap_err();
    assert_eq!(wrong.text, "calendar-span-wrong");
}

#[test]
fn a_full_day_shows_the_first_and_counts_the_others() {
    let desk = desk();
    for number in 0..30 {
        desk.call(
            "calendar_entry_save",
            json!({"title": format!("Rapat {number:02}"), "begins": "2027-03-20T09:00"}),
        );
    }
    let page = month(&desk, json!({"per_day": 3}));
    assert_eq!(page["full_days"], json!([{"day": "2027-03-20", "hidden": 27}]));
    assert_eq!(page["total"], json!(36));
    let shown = titles(&page).iter().filter(|title| title.contains("Rapat")).count();
    assert_eq!(shown, 3);
    // What lasts for days and does not find a place on one of them is counted on all of them.
    let page = month(&desk, json!({"per_day": 1}));
    let hidden: Vec<(&str, i64)> = page["full_days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| (day["day"].as_str().unwrap(), day["hidden"].as_i64().unwrap()))
        .collect();
    assert_eq!(hidden, [("2027-03-09", 1), ("2027-03-20", 29)]);
}

#[test]
fn who_was_born_on_a_leap_day_has_a_birthday_every_year() {
    let desk = Desk::new();
    let contact = desk.contact("Wayan", "wayan@example.com", "Kabar");
    desk.call("contact_save", json!({"patch": {"id": contact, "set": {"birthday": "1992-02-29"}}}));
    let days =
        |from: &str, until: &str| {
            titles(&desk.call(
                "calendar_items",
                json!({"from": from, "until": until, "layers": ["birthday"]}),
            ))
        };
    assert_eq!(days("2027-02-01", "2027-03-08"), ["2027-02-28 Wayan"]);
    assert_eq!(days("2028-02-01", "2028-03-08"), ["2028-02-29 Wayan"]);
    assert_eq!(days("2027-12-01", "2028-02-29"), Vec::<String>::new());
    assert_eq!(days("2027-03-01", "2028-02-29").len(), 0);
}

#[test]
fn things_move_by_their_own_rules_and_come_back() {
    let desk = desk();
    let to = |kind: &str, id: i64, to: &str| {
        attempt(&desk, "calendar_move", json!({"kind": kind, "id": id, "to": to}))
    };
    // A day alone keeps the hour; the event keeps its own zone and how long it lasts.
    to("event", 1, "2027-03-08").unwrap();
    let event = desk.call("event_show", json!(1))["event"].clone();
    assert_eq!(
        (&event["begins_at"], &event["ends_at"], &event["zone"]),
        (
            &json!("2027-03-07T23:00:00.000Z"),
            &json!("2027-03-08T01:00:00.000Z"),
            &json!("Asia/Jayapura")
        )
    );
    to("event", 1, "2027-03-08T14:30").unwrap();
    let page = month(&desk, json!({"layers": ["event"]}));
    assert_eq!(page["items"][0]["begins"], json!("2027-03-08T14:30"));
    to("follow_up", 1, "2027-03-15").unwrap();
    to("embargo", 1, "2027-03-16").unwrap();
    to("entry", 1, "2027-03-16").unwrap();
    let page = month(&desk, json!({}));
    assert_eq!(
        titles(&page),
        [
            "2027-03-05 Siti Rahma",
            "2027-03-08T14:30 Jumpa pers",
            "2027-03-09 Nyepi",
            "2027-03-15 Kirim data",
            "2027-03-16 Cuti",
            "2027-03-16T08:00 Pasar",
        ]
    );
    assert_eq!(page["items"][4]["ends"], json!("2027-03-18"));
    for _ in 0..5 {
        desk.call("undo_last", json!(null));
    }
    let page = month(&desk, json!({}));
    assert_eq!(titles(&page)[0], "2027-03-02T06:00 Jumpa pers");
    assert_eq!(titles(&page)[4], "2027-03-09 Cuti");

    for (kind, id, why) in [
        ("birthday", 1, "calendar-fixed-birthday"),
        ("holiday", 1, "calendar-fixed-holiday"),
        ("enquiry", 1, "calendar-fixed-deadline"),
    ] {
        assert_eq!(to(kind, id, "2027-03-20").unwrap_err().text, why);
    }
    desk.call("event_cancel", json!({"id": 1, "reason": "Hujan"}));
    assert_eq!(to("event", 1, "2027-03-20").unwrap_err().text, "calendar-fixed-cancelled");
    assert_eq!(to("entry", 1, "kapan-kapan").unwrap_err().text, "calendar-day-wrong");
}

#[test]
fn fixed_days_are_proposed_and_the_list_is_kept() {
    let office = Office::new();
    office.json(&["call", "setting_set", r#"{"key": "language", "value": "en"}"#]);
    let proposed = office.json(&["call", "holiday_propose", "2027"]);
    let days: Vec<&str> =
        proposed.as_array().unwrap().iter().map(|day| day["day"].as_str().unwrap()).collect();
    assert_eq!(days, ["2027-01-01", "2027-05-01", "2027-06-01", "2027-08-17", "2027-12-25"]);
    office.json(&["calendar", "holiday", "add", "17 Agustus 2027", "HUT RI"]);
    assert_eq!(office.json(&["calendar", "holiday", "fixed", "2027"])["added"], json!(4));
    assert_eq!(office.json(&["calendar", "holiday", "fixed", "2027"])["added"], json!(0));
    office
        .warta(&["calendar", "holiday", "add", "2027-08-17", "HUT RI"])
        .failed_with("HUT RI is in the list for 2027-08-17 already");
    let listed = office.json(&["calendar", "holiday", "list", "2027"]);
    assert_eq!(listed["holidays"].as_array().unwrap().len(), 5);
    office.json(&["undo"]);
    assert_eq!(
        office.json(&["calendar", "holiday", "list", "2027"])["holidays"].as_array().unwrap().len(),
        1
    );
    // A table of decreed days, with headings, weekdays and kinds as ministries print them.
    let table = office.write(
        "libur.csv",
        "No;Tanggal;Hari;Keterangan;Jenis\n1;10 Maret 2027;Rabu;Idul Fitri 1448 H;Libur nasional\n2;12 Maret 2027;Jumat;Idul Fitri 1448 H;Cuti bersama\n3;entah;;Tanpa tanggal;\n",
    );
    let done = office.json(&["calendar", "import", &table]);
    assert_eq!((&done["added"], &done["holidays"]), (&json!(2), &json!(true)));
    assert!(done["remarks"][0]["entry"].as_str().unwrap().contains("Tanpa tanggal"), "{done}");
    let listed = office.json(&["calendar", "holiday", "list", "2027"])["holidays"].clone();
    assert_eq!(
        (&listed[0]["name"], &listed[1]["kind"]),
        (&json!("Idul Fitri 1448 H"), &json!("joint_leave"))
    );
}

const DIARY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n\
BEGIN:VTIMEZONE\r\nTZID:Waktu Kantor\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nUID:1@example.com\r\nDTSTART;TZID=SE Asia Standard Time:20270301T090000\r\nDTEND;TZID=SE Asia Standard Time:20270301T100000\r\nSUMMARY:Rapat\\, mingguan\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2@example.com\r\nDTSTART;TZID=Waktu Kantor:20270302T090000\r\nSUMMARY:Di Denpasar\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3@example.com\r\nDTSTART;TZID=Negeri Dongeng:20270303T090000\r\nSUMMARY:Zona rusak\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:4@example.com\r\nSUMMARY:Tanpa awal\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:5@example.com\r\nDTSTART;VALUE=DATE:20270305\r\nDTEND;VALUE=DATE:20270307\r\nSUMMARY:Dua hari\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:6@example.com\r\nDTSTART;TZID=Asia/Jakarta:20270308T080000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Asia/Jakarta:20270322T080000\r\nSUMMARY:Apel\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:6@example.com\r\nRECURRENCE-ID;TZID=Asia/Jakarta:20270315T080000\r\nDTSTART;TZID=Asia/Jakarta:20270316T080000\r\nSEQUENCE:2\r\nSUMMARY:Apel digeser\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:7@example.com\r\nDTSTART:20270309T010000Z\r\nRRULE:FREQ=SOMETIMES\r\nSUMMARY:Aturan rusak\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:8@example.com\r\nDTSTART:20270310T010000Z\r\nDTEND:20270309T010000Z\r\nSUMMARY:Akhir dulu\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

#[test]
fn a_calendar_of_another_program_is_brought_in_and_what_is_broken_is_named() {
    let office = Office::new();
    office.json(&["call", "setting_set", r#"{"key": "language", "value": "en"}"#]);
    let file = office.write("luar.ics", DIARY);
    let done = office.json(&["calendar", "import", &file]);
    let listed = office.json(&[
        "calendar",
        "list",
        "--from",
        "2027-03-01",
        "--until",
        "2027-03-31",
        "--layer",
        "entry",
    ]);
    let found = titles(&listed);
    for wanted in [
        "2027-03-01T09:00 Rapat, mingguan",
        // 09.00 in Makassar.
        "2027-03-02T08:00 Di Denpasar",
        "2027-03-03T09:00 Zona rusak",
        "2027-03-05 Dua hari",
        "2027-03-08T08:00 Apel",
        "2027-03-16T08:00 Apel digeser",
        "2027-03-29T08:00 Apel",
        "2027-03-09T08:00 Aturan rusak",
        "2027-03-10T08:00 Akhir dulu",
    ] {
        assert!(found.iter().any(|title| title == wanted), "{wanted} in {found:#?}");
    }
    assert_eq!(found.len(), 9, "{found:#?}");
    assert_eq!(done["added"], json!(9));
    let remarks: Vec<String> = done["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!("{}: {}", one["entry"].as_str().unwrap(), one["sentence"].as_str().unwrap())
        })
        .collect();
    for wanted in [
        "Di Denpasar: Its zone “Waktu Kantor”",
        "Zona rusak: Its zone “Negeri Dongeng” is unknown",
        "Tanpa awal: It does not say when it begins",
        "Akhir dulu: Its end comes before",
    ] {
        assert!(remarks.iter().any(|one| one.starts_with(wanted)), "{wanted} in {remarks:#?}");
    }
    // Once more: nothing new. Moved by its owner: changed, not doubled.
    let again = office.json(&["calendar", "import", &file]);
    assert_eq!((&again["added"], &again["known"]), (&json!(0), &json!(9)));
    let moved = office.write("luar.ics", DIARY.replace("20270301T", "20270302T"));
    let moved = office.json(&["calendar", "import", &moved]);
    assert_eq!((&moved["added"], &moved["changed"]), (&json!(0), &json!(1)));
    office.json(&["undo"]);
    office.json(&["undo"]);
    let left = office.json(&["calendar", "list", "--from", "2027-03-01", "--until", "2027-03-31"]);
    assert_eq!(titles(&left), Vec::<String>::new());
}

#[test]
fn the_calendar_is_written_kept_up_to_date_and_read_back() {
    let office = Office::new();
    office.json(&[
        "calendar",
        "add",
        "Rapat; besar",
        "2026-12-01T09:00",
        "--until",
        "2026-12-01T11:00",
    ]);
    office.json(&["calendar", "add", "Cuti", "2026-12-24", "--until", "2026-12-26"]);
    let file = office.file("keluar.ics");
    let name = file.to_str().unwrap();
    office.json(&["calendar", "export", name]);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("SUMMARY:Rapat\\; besar\r\n"), "{text}");
    assert!(text.contains("DTSTART;TZID=Asia/Jakarta:20261201T090000\r\n"), "{text}");
    assert!(text.contains("DTEND;VALUE=DATE:20261227\r\n"), "{text}");
    // Another office reads it; this one knows it as its own entries.
    let other = Office::new();
    let read = other.json(&["calendar", "import", name]);
    assert_eq!((&read["added"], read["remarks"].as_array().unwrap().len()), (&json!(2), 0));
    assert_eq!(office.json(&["calendar", "import", name])["known"], json!(2));

    let kept = office.file("langganan.ics");
    let kept = kept.to_str().unwrap();
    office.json(&["calendar", "subscribe", kept]);
    assert!(std::fs::read_to_string(kept).unwrap().contains("SUMMARY:Cuti"));
    office.json(&["calendar", "move", "entry-2", "2026-12-28"]);
    let after = std::fs::read_to_string(kept).unwrap();
    assert!(after.contains("DTSTART;VALUE=DATE:20261228\r\n"), "{after}");
    office.json(&["calendar", "subscribe", "--stop"]);
    office.json(&["calendar", "move", "entry-2", "2026-12-29"]);
    assert_eq!(std::fs::read_to_string(kept).unwrap(), after);
    office.warta(&["calendar", "subscribe", "/nowhere/at/all.ics"]).failed_with("all.ics");
}

#[test]
fn what_hangs_on_an_event_moves_with_it_and_comes_back() {
    let desk = desk();
    let task = |set: Json| desk.call("event_task_save", json!({"set": set}))["task"]["id"].clone();
    let before = task(json!({"event_id": 1, "title": "Kirim undangan", "days": -7}));
    let fixed = task(json!({"event_id": 1, "title": "Pesan gedung", "due_on": "2027-02-01"}));
    desk.call(
        "event_item_save",
        json!({"patch": {"set": {"event_id": 1, "title": "Pembukaan"}}, "begins": "08:30", "ends": "08:45"}),
    );
    let due = |id: &Json| {
        let tasks = desk.call("event_task_list", json!(1));
        let of = |row: &&Json| row["task"]["id"] == *id;
        tasks.as_array().unwrap().iter().find(of).unwrap()["task"]["due_on"].clone()
    };
    let opening = || desk.call("event_rundown", json!(1))[0]["item"]["begins_at"].clone();
    let all = || (due(&before), due(&fixed), opening());
    let days =
        |before: &str, fixed: &str, opening: &str| (json!(before), json!(fixed), json!(opening));
    assert_eq!(all(), days("2027-02-23", "2027-02-01", "2027-03-01T23:30:00.000Z"));
    attempt(&desk, "calendar_move", json!({"kind": "event", "id": 1, "to": "2027-03-09"})).unwrap();
    assert_eq!(all(), days("2027-03-02", "2027-02-01", "2027-03-08T23:30:00.000Z"));
    desk.call("undo_last", json!(null));
    assert_eq!(all(), days("2027-02-23", "2027-02-01", "2027-03-01T23:30:00.000Z"));
}

#[test]
fn entries_and_days_off_lie_in_the_bin_and_come_out_of_it() {
    let desk = desk();
    desk.call("calendar_entry_delete", json!([1]));
    desk.call("holiday_delete", json!([1]));
    let names = || {
        let rows = desk.call("bin_list", json!({}));
        let name = |row: &Json| (row["table"].clone(), row["name"].clone());
        rows.as_array().unwrap().iter().map(name).collect::<Vec<_>>()
    };
    let both = names();
    assert!(both.contains(&(json!("holidays"), json!("2027-03-09 Nyepi"))), "{both:?}");
    desk.call("bin_restore", json!([{"table": "holidays", "id": 1}]));
    assert_eq!(names(), [(json!("calendar_entries"), json!("Cuti"))]);
    desk.call("bin_restore", json!([{"table": "calendar_entries", "id": 1}]));
    assert_eq!(titles(&month(&desk, json!({"layers": ["entry", "holiday"]}))).len(), 2);
}
