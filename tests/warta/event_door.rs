//! Accreditation, badges, attendance sheets and what was said at an event.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;
use warta::format::badges::{self, Badge, BadgePaper, Badges};
use warta::format::sheet::Picture;

use crate::check_in::{event, guest, guest_with};
use crate::media_list::Desk;
use crate::paper::{ICON, squeezed};
use crate::photo::camera_photo;

fn refusal(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn found(row: &Json, kind: &str) -> String {
    let checks = row["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["kind"] == kind).unwrap();
    format!("{} {}", check["found"].as_str().unwrap(), check["value"].as_str().unwrap())
        .trim()
        .to_owned()
}

#[test]
fn an_application_shows_what_the_media_list_knows_and_is_decided_by_a_person() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 60 * 24);
    let contact = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh");
    desk.call("contact_save", json!({"patch": {"id": contact, "set": {"press_card_number": "KTA-1", "press_card_expires_on": "2020-01-31"}}}));
    let outlet =
        desk.call("organisation_list", json!({"search": "Radio Contoh"}))["rows"][0]["id"].clone();
    let siti = guest_with(&desk.workspace, id, "Siti Rahma", "Radio Contoh", |guest| {
        guest.contact_id = Some(contact);
        guest.outlet_id = outlet.as_i64();
    });
    let budi = guest(&desk.workspace, id, "Budi", "Media Tak Dikenal");
    let before = desk.rows();

    let show = || desk.call("accreditation_show", json!(siti))["row"].clone();
    assert_eq!(found(&show(), "press_card"), "doubtful KTA-1", "the card expired");
    assert_eq!(found(&show(), "assignment_letter"), "missing");
    assert_eq!(found(&show(), "outlet"), "doubtful", "nothing is known of its verification");
    assert_eq!(found(&show(), "photo"), "missing");

    desk.call("accreditation_request", json!({"guests": [siti, budi]}));
    desk.call(
        "accreditation_request",
        json!({"guests": [siti], "press_card": "KTA-2", "assignment_letter": "ST/12/XI"}),
    );
    assert_eq!(found(&show(), "press_card"), "good KTA-2");
    assert_eq!(found(&show(), "assignment_letter"), "good ST/12/XI");
    desk.call(
        "organisation_save",
        json!({"patch": {"id": outlet, "set": {"press_council_level": "factual"}}}),
    );
    assert_eq!(found(&show(), "outlet"), "good factual");
    desk.call("undo_last", json!(null));

    let error =
        refusal(&desk, "accreditation_decide", json!({"guests": [budi], "decision": "refuse"}));
    assert_eq!(
        (error.text, error.field.as_deref()),
        ("accreditation-reason-missing", Some("reason"))
    );
    assert_eq!(
        desk.call("accreditation_decide", json!({"guests": [siti, budi], "decision": "approve"})),
        2
    );
    assert_eq!(
        desk.call(
            "accreditation_decide",
            json!({"guests": [budi], "decision": "refuse", "reason": "tanpa surat tugas"})
        ),
        1
    );
    let states = |state: &str| -> Vec<String> {
        let rows = desk.call("accreditation_list", json!({"event_id": id, "state": state}));
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(states("approved"), ["Siti Rahma"]);
    assert_eq!(states("refused"), ["Budi"]);
    let history = desk.call("accreditation_show", json!(budi))["history"].clone();
    let steps: Vec<&str> =
        history.as_array().unwrap().iter().map(|step| step["state"].as_str().unwrap()).collect();
    assert_eq!(steps, ["refused", "approved", "requested"]);
    assert_eq!(history[0]["reason"], "tanpa surat tugas");
    assert_eq!(history[0]["actor"], "Rina");

    for _ in 0..4 {
        desk.call("undo_last", json!(null));
    }
    assert_eq!(desk.rows(), before);
}

#[test]
fn who_is_in_is_not_refused_afterwards() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Jumpa pers", 30);
    let siti = guest(&desk.workspace, id, "Siti", "Harian");
    desk.call("check_in", json!({"event_id": id, "guest_id": siti}));
    let error = refusal(
        &desk,
        "accreditation_decide",
        json!({"guests": [siti], "decision": "refuse", "reason": "x"}),
    );
    assert_eq!((error.text, error.args["name"].as_str()), ("accreditation-is-in", "Siti"));
}

/// The text of a PDF, as it is read by a library that knows nothing of ours.
fn pdf_text(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

fn pages(bytes: &[u8]) -> usize {
    lopdf::Document::load_mem(bytes).unwrap().get_pages().len()
}

#[test]
fn badges_carry_codes_that_the_door_reads() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Peluncuran kereta", 60);
    let photo = desk.workspace.folder().join("foto.jpg");
    std::fs::write(&photo, camera_photo(20)).unwrap();
    let long = "Raden Ajeng Sri Wahyuningsih Kusumaningtyas Prawirodihardjo-Notonegoro";
    let siti = guest(
        &desk.workspace,
        id,
        long,
        "Perkumpulan Pewarta Media Siber Independen Kepulauan Contoh",
    );
    for number in 0..9 {
        guest(&desk.workspace, id, &format!("Tamu {number}"), "Media");
    }
    guest_with(&desk.workspace, id, "Berhalangan", "Media", |guest| guest.rsvp = "no".to_owned());
    desk.call(
        "event_guest_photo",
        json!({"guest_id": siti, "file_name": "foto.jpg", "path": photo}),
    );
    for (paper, sheets) in [("a4", 2), ("a6", 10), ("label-70x37", 1), ("label-99x57", 1)] {
        let file = desk.workspace.folder().join(format!("{paper}.pdf"));
        desk.call("event_badges", json!({"event_id": id, "paper": paper, "file": file}));
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(pages(&bytes), sheets, "{paper}");
        let text = squeezed(&pdf_text(&bytes));
        assert!(text.contains("Tamu8"), "{paper}: {text}");
        assert!(!text.contains("Berhalangan"), "who said no needs no badge");
    }
    let connection = warta::db::connect_reader(desk.workspace.db.path()).unwrap();
    let codes: Vec<String> = connection
        .prepare("SELECT code FROM event_guests WHERE code <> '' ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(codes.len(), 10, "one for each badge, the same on every print");
    let arrival = desk.call("check_in", json!({"event_id": id, "code": codes[0]}));
    assert_eq!(arrival["row"]["name"], long);
    assert!(arrival["row"]["photo_sha256"].as_str().unwrap().len() == 64);

    let one = desk.workspace.folder().join("satu.pdf");
    desk.call(
        "event_badges",
        json!({"event_id": id, "guests": [siti], "paper": "label-99x57", "skip": 9, "file": one}),
    );
    assert_eq!(pages(&std::fs::read(&one).unwrap()), 1, "the last label of a sheet");
    let empty = event(&desk.workspace, "Kosong", 90);
    assert_eq!(
        refusal(&desk, "event_badges", json!({"event_id": empty})).text,
        "event-badges-nobody"
    );
    let error = refusal(&desk, "event_badges", json!({"event_id": empty, "guests": [siti]}));
    assert_eq!(error.text, "checkin-other-event");
}

#[test]
fn a_qr_is_read_back_by_its_own_rules_and_a_lost_picture_does_no_harm() {
    let svg = badges::qr("W7ABCDEFGH").unwrap();
    // 21 modules of version 1 and four of quiet on each side.
    assert!(svg.contains("viewBox=\"0 0 29 29\""), "{svg}");
    assert!(
        svg.contains("M4 4h7v1h-7z"),
        "the upper left finder begins with seven dark modules: {svg}"
    );
    let badge = Badge {
        name: "Siti".to_owned(),
        code: "W7ABCDEFGH".to_owned(),
        colour: "#0b6157",
        ..Badge::default()
    };
    let all = Badges {
        language: "id".to_owned(),
        title: "Acara".to_owned(),
        badges: vec![badge],
        ..Badges::default()
    };
    assert!(badges::pdf(&all, BadgePaper::A6).unwrap().starts_with(b"%PDF"));

    // A damaged picture is left out, and the others stay.
    let whole = std::fs::read(ICON).unwrap();
    let with = |name: &str, bytes: &[u8]| Badge {
        name: name.to_owned(),
        photo: Picture::of(bytes.to_vec()),
        ..all.badges[0].clone()
    };
    let damaged = with("Rusak", &whole[..60]);
    assert!(damaged.photo.is_some(), "its head looks well");
    let badges = vec![with("Utuh", &whole), damaged];
    let pdf = badges::pdf(&Badges { badges, ..all }, BadgePaper::A6).unwrap();
    let text = pdf_text(&pdf);
    assert!(text.contains("Utuh") && text.contains("Rusak"), "{text}");
    assert!(String::from_utf8_lossy(&pdf).contains("/Image"), "the whole one is shown");
}

#[test]
fn the_attendance_sheet_has_the_columns_of_the_office() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Contoh", "signatory_name": "Budi Contoh", "signatory_position": "Kepala Dinas"}}));
    let id = event(&desk.workspace, "Peluncuran kereta", 60);
    let siti = guest_with(&desk.workspace, id, "Siti Rahma", "Radio Contoh", |guest| {
        guest.phone = "+6281200001111".to_owned()
    });
    guest(&desk.workspace, id, "Budi Santoso", "TV Contoh");
    let write = |name: &str, more: Json| -> Vec<u8> {
        let file = desk.workspace.folder().join(name);
        let mut order = json!({"event_id": id, "file": file});
        order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.call("event_attendance", order);
        std::fs::read(desk.workspace.folder().join(name)).unwrap()
    };
    let text = pdf_text(&write("hadir.pdf", json!({})));
    for words in [
        "DISKOMINFO CONTOH",
        "Daftar hadir",
        "Siti Rahma",
        "812-0000-1111",
        "Tanda tangan",
        "12.",
        "Kepala Dinas",
        "Aula Contoh",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    let form = desk.call("attendance_form", json!(null));
    assert_eq!(
        form["columns"],
        json!(["number", "name", "outlet", "position", "phone", "signature"])
    );
    desk.call(
        "attendance_form_save",
        json!({"columns": ["outlet", "name", "email", "signature"], "blank_rows": 0}),
    );
    assert_eq!(desk.call("attendance_form", json!(null))["columns"][0], "outlet");
    let text = pdf_text(&write("lain.pdf", json!({})));
    assert!(!text.contains("812-0000") && text.contains("Surel"), "{text}");

    desk.call("check_in", json!({"event_id": id, "guest_id": siti}));
    let text = pdf_text(&write("yang-hadir.pdf", json!({})));
    assert!(
        text.contains("Siti Rahma")
            && text.contains("Hadir pukul")
            && !text.contains("Budi Santoso"),
        "{text}"
    );
    let text = pdf_text(&write("lagi.pdf", json!({"filled": false})));
    assert!(text.contains("Budi Santoso"), "{text}");

    write("hadir.xlsx", json!({}));
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(desk.workspace.folder().join("hadir.xlsx")).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let rows: Vec<Vec<String>> =
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0], ["Media/instansi", "Nama", "Surel", "Hadir pukul"]);
    assert_eq!(rows[1][..2], ["Radio Contoh", "Siti Rahma"]);
    assert_eq!(rows.len(), 2);

    for (form, key) in [
        (json!({"columns": ["name", "shoe"], "blank_rows": 0}), "attendance-column-unknown"),
        (json!({"columns": ["outlet"], "blank_rows": 0}), "attendance-name-missing"),
        (json!({"columns": ["name"], "blank_rows": 9000}), "attendance-blank-rows"),
    ] {
        assert_eq!(refusal(&desk, "attendance_form_save", form).text, key);
    }
}

#[test]
fn what_was_said_is_kept_and_aspirations_stand_together_over_events() {
    let desk = Desk::new();
    let id = event(&desk.workspace, "Forum warga", -30);
    let other = event(&desk.workspace, "Forum kedua", -10);
    let siti = guest(&desk.workspace, id, "Siti Rahma", "Radio Contoh");
    let before = desk.rows();
    let note = desk.call("event_note_save", json!({"set": {"event_id": id, "kind": "question", "guest_id": siti, "text": " Kapan dibuka? "}}));
    assert_eq!((&note["who"], &note["text"]), (&json!("Siti Rahma"), &json!("Kapan dibuka?")));
    desk.call("event_note_save", json!({"set": {"event_id": id, "kind": "aspiration", "who": "Pak Tono", "text": "Lampu jalan", "agenda": true}}));
    desk.call("event_note_save", json!({"set": {"event_id": other, "kind": "aspiration", "who": "Bu Ani", "text": "Taman", "agenda": false}}));
    desk.call("event_note_save", json!({"id": note["id"], "set": {"answer": "Desember"}}));
    let texts = |filter: Json| -> Vec<String> {
        let rows = desk.call("event_note_list", filter);
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["note"]["text"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(texts(json!({"event_id": id})), ["Kapan dibuka?", "Lampu jalan"]);
    assert_eq!(
        texts(json!({"kind": "aspiration"})),
        ["Taman", "Lampu jalan"],
        "over all events, the newest first"
    );
    assert_eq!(texts(json!({"agenda": true})), ["Lampu jalan"]);
    assert_eq!(texts(json!({"open": true})), ["Taman", "Lampu jalan"]);
    assert_eq!(texts(json!({"search": "siti"})), ["Kapan dibuka?"]);
    let error = refusal(
        &desk,
        "event_note_save",
        json!({"set": {"event_id": other, "guest_id": siti, "text": "x"}}),
    );
    assert_eq!(error.text, "event-note-other-event");
    assert_eq!(
        refusal(&desk, "event_note_save", json!({"set": {"event_id": id, "text": " "}})).text,
        "event-note-empty"
    );

    let file = desk.workspace.folder().join("catatan.csv");
    desk.call("event_notes_export", json!({"filter": {"event_id": id}, "file": file}));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("Siti Rahma") && text.contains("Desember") && !text.contains("Taman"),
        "{text}"
    );
    assert_eq!(desk.call("event_note_delete", json!([note["id"]])), 1);
    for _ in 0..5 {
        desk.call("undo_last", json!(null));
    }
    assert_eq!(desk.rows(), before);
}
