//! What comes after a press event: figures by places, coverage proposed and linked, costs, promises,
//! comparison, fairness, the report in three forms.

use calamine::{Reader as _, open_workbook_auto};
use serde_json::{Value as Json, json};
use warta::coverage::Coverage;
use warta::db::{Record, Source};
use warta::event_guest::{EventGuest, Place};
use warta::press_event::{EventKind, EventState, PressEvent};

use crate::media_list::Desk;
use crate::paper::{pages, squeezed};

fn put<R: Record>(desk: &Desk, mut record: R) -> i64 {
    let ctx = desk.workspace.ctx("Rina", Source::Window);
    desk.workspace.db.write(&ctx, "test", true, |db| db.insert(&mut record)).unwrap();
    record.id()
}

fn run(desk: &Desk, sql: &str) {
    let ctx = desk.workspace.ctx("Rina", Source::Window);
    desk.workspace.db.write(&ctx, "test", true, |db| db.execute(sql, &[]).map(drop)).unwrap();
}

pub fn event(desk: &Desk, kind: EventKind, title: &str, day: &str) -> i64 {
    put(
        desk,
        PressEvent {
            kind,
            title: title.to_owned(),
            state: EventState::Held,
            language: "id".to_owned(),
            uid: format!("{title}@example.id"),
            begins_at: format!("{day}T02:00:00.000Z"),
            ends_at: format!("{day}T04:00:00.000Z"),
            zone: "Asia/Jakarta".to_owned(),
            venue: "Balai Kota".to_owned(),
            budget: 5_000_000,
            ..PressEvent::default()
        },
    )
}

fn guest(desk: &Desk, event_id: i64, name: &str, with: impl FnOnce(&mut EventGuest)) -> i64 {
    let mut guest = EventGuest {
        event_id,
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        category: "press".to_owned(),
        place: Place::Invited,
        ..EventGuest::default()
    };
    with(&mut guest);
    put(desk, guest)
}

fn outlet(desk: &Desk, name: &str) -> i64 {
    let made =
        desk.call("organisation_save", json!({"patch": {"set": {"kind": "outlet", "name": name}}}));
    made.pointer("/organisation/id").and_then(Json::as_i64).unwrap()
}

/// A press conference with every kind of guest.
fn held(desk: &Desk) -> (i64, [i64; 3]) {
    let outlets = ["Radio Contoh FM", "Harian Contoh", "TV Contoh"].map(|name| outlet(desk, name));
    let [radio, paper, tv] = outlets;
    let id = event(desk, EventKind::PressConference, "Jumpa pers pasar rakyat", "2026-03-10");
    let came = "2026-03-10T01:50:00.000Z";
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    guest(desk, id, "Siti Rahma", |guest| {
        guest.contact_id = Some(siti);
        guest.outlet_id = Some(radio);
        guest.rsvp = "yes".to_owned();
        guest.arrived_at = came.to_owned();
        guest.left_at = "2026-03-10T03:00:00.000Z".to_owned();
    });
    guest(desk, id, "Budi Santoso", |guest| {
        guest.outlet_id = Some(paper);
        guest.rsvp = "yes".to_owned();
    });
    let citra = guest(desk, id, "Citra Dewi", |guest| {
        guest.outlet_id = Some(tv);
        guest.rsvp = "no".to_owned();
    });
    guest(desk, id, "Dedi Kurnia", |guest| {
        guest.outlet_id = Some(tv);
        guest.substitute_for = Some(citra);
        guest.arrived_at = came.to_owned();
    });
    guest(desk, id, "Eka Putra", |guest| {
        guest.outlet_id = Some(radio);
        guest.rsvp = "no".to_owned();
    });
    guest(desk, id, "Fajar Nugraha", |guest| {
        guest.outlet_id = Some(paper);
        guest.arrived_at = "2026-03-10T02:20:00.000Z".to_owned();
    });
    guest(desk, id, "Gita Lestari", |guest| guest.rsvp = "maybe".to_owned());
    guest(desk, id, "Hadi Wijaya", |guest| {
        guest.place = Place::Waiting;
        guest.outlet = "Kabar Lama".to_owned();
        guest.reason = "Kursi penuh".to_owned();
    });
    guest(desk, id, "Indra Jaya", |guest| {
        guest.place = Place::Withdrawn;
        guest.outlet_id = Some(tv);
        guest.reason = "Sudah dua orang dari media ini".to_owned();
    });
    guest(desk, id, "Joko Susilo", |guest| {
        guest.place = Place::Listed;
        guest.walk_in = true;
        guest.outlet = "Kabar Baru".to_owned();
        guest.arrived_at = came.to_owned();
    });
    let kiki = guest(desk, id, "Kiki Amalia", |guest| {
        guest.category = "speaker".to_owned();
        guest.rsvp = "yes".to_owned();
        guest.arrived_at = came.to_owned();
    });
    run(
        desk,
        &format!(
            "INSERT INTO event_costs (event_id, title, planned, actual, created_at, updated_at) VALUES
             ({id}, 'Konsumsi', 3000000, 2750000, '', ''), ({id}, 'Spanduk', 1500000, 1250000, '', '')"
        ),
    );
    run(
        desk,
        &format!(
            "INSERT INTO event_notes (event_id, kind, at, who, text, answer, created_at, updated_at) VALUES
             ({id}, 'question', '2026-03-10T02:30:00.000Z', 'Siti Rahma', 'Kapan pasar dibuka?', 'April.', '', ''),
             ({id}, 'question', '2026-03-10T02:31:00.000Z', 'Fajar', 'Berapa biayanya?', '', '', '')"
        ),
    );
    run(
        desk,
        &format!(
            "INSERT INTO event_tasks (event_id, title, due_on, promised_to, created_at, updated_at) VALUES
             ({id}, 'Kirim data pedagang', '2026-03-12', {kiki}, '', '')"
        ),
    );
    (id, outlets)
}

fn piece(desk: &Desk, title: &str, outlet_id: i64, day: &str) -> i64 {
    put(
        desk,
        Coverage {
            title: title.to_owned(),
            outlet_id: Some(outlet_id),
            published_on: day.to_owned(),
            headline_tone: "positive".to_owned(),
            ..Coverage::default()
        },
    )
}

#[test]
fn places_are_counted_once_however_they_are_filled() {
    let desk = Desk::new();
    let (id, _) = held(&desk);
    let shown = desk.call("event_evaluation", json!(id));
    let figures = &shown["figures"];
    for (name, number) in [
        ("invited", 7),
        ("confirmed", 4),
        ("declined", 1),
        ("maybe", 1),
        ("no_answer", 1),
        ("came", 5),
        ("came_confirmed", 3),
        ("came_unconfirmed", 1),
        ("walk_ins", 1),
        ("substitutes", 1),
        ("no_shows", 1),
        ("late", 1),
        ("left_early", 1),
        ("waiting", 1),
        ("withdrawn", 1),
    ] {
        assert_eq!(figures[name], number, "{name}");
    }
    assert_eq!(figures["no_show_percent"], 25.0);
    let categories: Vec<&str> = shown["categories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["category"].as_str().unwrap())
        .collect();
    assert_eq!(categories, ["press", "speaker"]);
    assert_eq!(shown["categories"][1]["figures"]["came"], 1);
    assert_eq!((&shown["outlets_invited"], &shown["outlets_came"]), (&json!(3), &json!(4)));
    assert_eq!(shown["costs"]["per_attendee"], 800_000);
    assert_eq!(shown["costs"]["per_story"], Json::Null);
    assert_eq!((&shown["notes"]["questions"], &shown["notes"]["answered"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&shown["promises"][0]["guest"], &shown["promises"][0]["overdue"]),
        (&json!("Kiki Amalia"), &json!(true))
    );
    let empty = event(&desk, EventKind::Doorstop, "Doorstop", "2026-03-11");
    let shown = desk.call("event_evaluation", json!(empty));
    assert_eq!(shown["figures"]["no_show_percent"], Json::Null, "of nobody there is no rate");
}

#[test]
fn coverage_of_invited_outlets_is_proposed_linked_and_taken_off_again() {
    let desk = Desk::new();
    let (id, [radio, paper, _]) = held(&desk);
    let stranger = outlet(&desk, "Media Lain");
    let first = piece(&desk, "Pasar rakyat segera dibuka", radio, "2026-03-10");
    let last = piece(&desk, "Pedagang menyambut pasar", paper, "2026-03-17");
    for (title, outlet, day) in [
        ("Sebelum", radio, "2026-03-09"),
        ("Terlalu lama", radio, "2026-03-18"),
        ("Tidak diundang", stranger, "2026-03-11"),
    ] {
        piece(&desk, title, outlet, day);
    }
    let shown = desk.call("event_evaluation", json!(id));
    let titles = |list: &Json| {
        let rows = list.as_array().unwrap();
        rows.iter()
            .map(|row| row["coverage"]["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        titles(&shown["proposed"]),
        ["Pedagang menyambut pasar", "Pasar rakyat segera dibuka"]
    );
    let before = desk.rows();
    let link = json!({"event_id": id, "coverage_ids": [first, last], "belongs": true});
    assert_eq!(desk.call("event_coverage_link", link.clone()), 2);
    assert_eq!(desk.call("event_coverage_link", link), 0, "they belong to it already");
    let shown = desk.call("event_evaluation", json!(id));
    assert_eq!(titles(&shown["proposed"]), Vec::<String>::new());
    assert_eq!(
        (&shown["coverage_counts"]["total"], &shown["costs"]["per_story"]),
        (&json!(2), &json!(2_000_000))
    );
    assert_eq!(desk.call("coverage_list", json!({"event_id": id}))["counts"]["total"], 2);
    assert_eq!(desk.call("coverage_show", json!(first))["event"], "Jumpa pers pasar rakyat");
    desk.call("undo_last", json!(null));
    assert_eq!(desk.rows(), before, "one undo takes both off again");
    let refused = warta::commands::call_and_wait(
        &desk.door(),
        "coverage_add",
        json!({"set": {"title": "x", "event_id": 999}}),
    )
    .unwrap_err();
    assert_eq!((refused.text, refused.field.as_deref()), ("event-not-there", Some("event_id")));
}

#[test]
fn events_of_a_kind_stand_beside_each_other() {
    let desk = Desk::new();
    let (id, _) = held(&desk);
    let earlier = event(&desk, EventKind::PressConference, "Jumpa pers banjir", "2026-01-05");
    guest(&desk, earlier, "Ani", |guest| guest.rsvp = "yes".to_owned());
    event(&desk, EventKind::Tour, "Press tour", "2026-02-01");
    event(&desk, EventKind::PressConference, "Jumpa pers kemudian", "2026-04-01");
    let rows = desk.call("event_compare", json!({"like": id}));
    let titles: Vec<&str> =
        rows.as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Jumpa pers banjir", "Jumpa pers pasar rakyat"]);
    assert_eq!(
        (&rows[0]["figures"]["no_show_percent"], &rows[0]["outlets"]),
        (&json!(100.0), &json!(0))
    );
    assert_eq!((&rows[1]["figures"]["came"], &rows[1]["actual"]), (&json!(5), &json!(4_000_000)));
    let chosen = desk.call("event_compare", json!({"ids": [id, earlier, id]}));
    assert_eq!(chosen.as_array().unwrap().len(), 2);
}

#[test]
fn the_record_says_who_was_asked_who_was_left_out_and_who_never_was() {
    let desk = Desk::new();
    let (id, [radio, ..]) = held(&desk);
    outlet(&desk, "Media Sepi");
    let second = event(&desk, EventKind::PressConference, "Jumpa pers kedua", "2026-03-20");
    guest(&desk, second, "Siti Rahma", |guest| {
        guest.outlet_id = Some(radio);
        guest.arrived_at = "2026-03-20T02:00:00.000Z".to_owned();
    });
    guest(&desk, second, "Wayan", |guest| {
        guest.place = Place::Listed;
        guest.outlet = "Kabar Lama".to_owned();
    });
    run(
        &desk,
        &format!(
            "UPDATE press_events SET state = 'cancelled' WHERE id = {}",
            event(&desk, EventKind::PressConference, "Batal", "2026-03-21")
        ),
    );
    let record = desk.call("event_fairness", json!({"who": "outlets", "kind": "press_conference"}));
    assert_eq!((&record["events"], &record["never"]), (&json!(2), &json!(1)));
    let row = |name: &str| {
        record["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone()
    };
    let radio = row("Radio Contoh FM");
    assert_eq!(
        (&radio["invited"], &radio["came"], &radio["last_came_on"]),
        (&json!(2), &json!(2), &json!("2026-03-20"))
    );
    let paper = row("Harian Contoh");
    assert_eq!(
        (&paper["came"], &paper["no_shows"]),
        (&json!(1), &json!(0)),
        "a colleague was there"
    );
    let old = row("Kabar Lama");
    assert_eq!((&old["invited"], &old["left_out"]), (&json!(0), &json!(2)));
    let reasons: Vec<(&str, &str)> = old["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["how"].as_str().unwrap(), one["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(reasons, [("not_asked", ""), ("waiting", "Kursi penuh")]);
    let never = desk.call(
        "event_fairness",
        json!({"who": "outlets", "kind": "press_conference", "never": true}),
    );
    assert_eq!((&never["total"], &never["rows"][0]["name"]), (&json!(1), &json!("Media Sepi")));
    let people = desk.call("event_fairness", json!({"who": "contacts", "from": "2026-03-15"}));
    let names: Vec<&str> = people["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Siti Rahma", "Wayan"]);
    let file = desk.workspace.folder().join("pemerataan.xlsx");
    desk.call("event_fairness_export", json!({"ask": {"who": "outlets"}, "file": file}));
    let mut book = open_workbook_auto(&file).unwrap();
    assert_eq!(
        book.sheet_names(),
        ["Media", "Orang", "Tidak diikutkan", "Media belum pernah", "Wartawan belum pernah"]
    );
    let left_out = book.worksheet_range("Tidak diikutkan").unwrap();
    let told: Vec<String> = left_out
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
        .collect();
    assert!(
        told.iter().any(|row| row.contains("Hadi Wijaya|Jumpa pers pasar rakyat|")
            && row.ends_with("Daftar tunggu|Kursi penuh")),
        "{told:?}"
    );
    assert!(told.iter().any(|row| row.contains("alasan tidak ditulis")), "{told:?}");
    assert_eq!(desk.call("export_log", json!(5))[0]["kind"], "event_fairness");
    let _ = id;
}

#[test]
fn the_report_of_quality_counts_events_and_the_places_that_were_taken() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Kota Contoh"}}));
    held(&desk);
    let planned = event(&desk, EventKind::Doorstop, "Belum", "2026-03-12");
    run(&desk, &format!("UPDATE press_events SET state = 'planned' WHERE id = {planned}"));
    let report = desk.call("quality_show", json!({"from": "2026-03-01", "until": "2026-03-31"}));
    let now = &report["now"];
    assert_eq!(
        (&now["events"], &now["places_confirmed"], &now["places_taken"]),
        (&json!(1), &json!(4), &json!(3))
    );
    assert_eq!(report["before"]["events"], 0);
}

#[test]
fn the_report_is_written_as_pdf_word_and_workbook() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Kota Contoh", "city": "Kota Contoh", "signatory_name": "Dra. Contoh", "signatory_position": "Kepala Dinas"}}));
    let (id, [radio, ..]) = held(&desk);
    let linked = piece(&desk, "Pasar rakyat segera dibuka", radio, "2026-03-10");
    desk.call(
        "event_coverage_link",
        json!({"event_id": id, "coverage_ids": [linked], "belongs": true}),
    );
    desk.call("event_save", json!({"patch": {"id": id, "set": {"lessons": "Undang lebih awal."}}}));
    let file = |name: &str| desk.workspace.folder().join(name);
    for name in ["laporan.pdf", "laporan.docx", "laporan.xlsx"] {
        desk.call("event_report_export", json!({"event_id": id, "file": file(name)}));
    }
    let text = pages(&std::fs::read(file("laporan.pdf")).unwrap()).concat();
    for said in [
        "Jumpa pers pasar rakyat",
        "Menyatakan hadir, tetapi ia maupun wakilnya tidak datang",
        "25 %",
        "Pasar rakyat segera dibuka",
        "Rp4.000.000",
        "Kapan pasar dibuka?",
        "Kirim data pedagang",
        "Undang lebih awal.",
        "Dra. Contoh",
    ] {
        assert!(text.contains(&squeezed(said)), "{said} is not on paper: {text}");
    }
    let word = warta::format::word::read::read(
        "laporan.docx",
        &std::fs::read(file("laporan.docx")).unwrap(),
    );
    assert!(word.is_ok(), "a Word file that can be read again");
    let mut book = open_workbook_auto(file("laporan.xlsx")).unwrap();
    let costs = book.worksheet_range("Biaya").unwrap();
    assert_eq!(costs.get_value((1, 2)).unwrap().to_string(), "2750000");
    let refused = warta::commands::call_and_wait(
        &desk.door(),
        "event_report_export",
        json!({"event_id": id, "file": file("laporan.odt")}),
    )
    .unwrap_err();
    assert_eq!(refused.text, "event-report-format");
}

/// A PNG of one colour.
fn picture(folder: &std::path::Path, name: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/128x128.png"), &path).unwrap();
    path
}

/// Puts bytes under `files/` and gives their name there.
fn stored(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let path = desk.workspace.folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    let made = desk.call("coverage_add", json!({"path": path, "set": {"title": name}}));
    made["coverage"]["sha256"].as_str().unwrap().to_owned()
}

#[test]
fn the_bundle_names_what_is_missing_and_joins_all_that_is_there() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Kota Contoh", "city": "Kota Contoh", "signatory_name": "Dra. Contoh", "signatory_position": "Kepala Dinas"}}));
    let bare = event(&desk, EventKind::Doorstop, "Doorstop", "2026-03-11");
    let missing = |lines: &Json| {
        let all =
            lines.as_array().unwrap().iter().flat_map(|line| line["missing"].as_array().unwrap());
        all.map(|one| one["key"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        missing(&desk.call("event_bundle_check", json!(bare))),
        ["letters", "attendance", "rundown", "minutes", "photos", "costs", "coverage", "lessons"]
            .map(|key| format!("bundle-missing-{key}"))
    );
    let (id, [radio, ..]) = held(&desk);
    let lines = desk.call("event_bundle_check", json!(id));
    assert_eq!(missing(&lines).len(), 6, "{lines}");
    let costs = lines.as_array().unwrap().iter().find(|line| line["part"] == "costs").unwrap();
    assert_eq!(costs["missing"][0]["what"], "Konsumsi, Spanduk");

    // A letter, the rundown, an archive photo, a receipt as PDF, another as picture, a Word file.
    let letter = desk.call("letter_begin", json!({"kind": "invitation"}))["letter"]["id"].clone();
    desk.call("letter_save", json!({"id": letter, "set": {"subject": "Undangan jumpa pers"}}));
    run(&desk, &format!("UPDATE letters SET event_id = {id} WHERE id = {letter}"));
    run(
        &desk,
        &format!(
            "INSERT INTO event_items (event_id, begins_at, ends_at, title, speakers, created_at, updated_at) VALUES ({id}, '2026-03-10T02:00:00.000Z', '2026-03-10T02:30:00.000Z', 'Pembukaan', 'Wali Kota', '', '')"
        ),
    );
    let photo = picture(desk.workspace.folder(), "foto.png");
    desk.call("photo_add", json!({"file_name": "foto.png", "path": photo, "set": {"caption": "Wali Kota membuka", "event_id": id}}));
    assert_eq!(desk.call("photo_list", json!({"event_id": id}))["total"], 1);
    let file = |name: &str| desk.workspace.folder().join(name);
    desk.call("event_report_export", json!({"event_id": bare, "file": file("kuitansi.pdf")}));
    let receipt = stored(&desk, "kuitansi asli.pdf", &std::fs::read(file("kuitansi.pdf")).unwrap());
    let scan = stored(&desk, "nota.png", &std::fs::read(&photo).unwrap());
    let broken = stored(&desk, "rusak.pdf", b"%PDF-1.4 this is none");
    run(
        &desk,
        &format!(
            "UPDATE event_costs SET sha256 = '{receipt}', file_name = 'kuitansi asli.pdf', mime = 'application/pdf' WHERE title = 'Konsumsi'"
        ),
    );
    run(
        &desk,
        &format!(
            "UPDATE event_costs SET sha256 = '{scan}', file_name = 'nota.png', mime = 'image/png' WHERE title = 'Spanduk'"
        ),
    );
    for (purpose, name, mime, sha256) in [
        ("minutes", "notulen rapat.pdf", "application/pdf", &broken),
        (
            "other",
            "materi.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            &broken,
        ),
    ] {
        run(
            &desk,
            &format!(
                "INSERT INTO event_files (event_id, purpose, file_name, mime, size, sha256, created_at, updated_at) VALUES ({id}, '{purpose}', '{name}', '{mime}', 1, '{sha256}', '', '')"
            ),
        );
    }
    let linked = piece(&desk, "Pasar rakyat segera dibuka", radio, "2026-03-10");
    desk.call(
        "event_coverage_link",
        json!({"event_id": id, "coverage_ids": [linked], "belongs": true}),
    );
    desk.call("event_save", json!({"patch": {"id": id, "set": {"lessons": "Undang lebih awal."}}}));
    assert_eq!(missing(&desk.call("event_bundle_check", json!(id))), Vec::<String>::new());

    let written =
        desk.call("event_bundle_export", json!({"event_id": id, "file": file("spj.pdf")}));
    assert_eq!(
        written["apart"],
        json!(["notulen rapat.pdf", "materi.docx"]),
        "damaged and foreign files are named"
    );
    let bytes = std::fs::read(file("spj.pdf")).unwrap();
    let sheets = pages(&bytes);
    assert_eq!(written["pages"], sheets.len());
    let text = sheets.concat();
    for said in [
        "Daftar isi",
        "Undangan jumpa pers",
        "Dedi Kurnia",
        "Pembukaan",
        "Kapan pasar dibuka?",
        "Wali Kota membuka",
        "Rp2.750.000",
        "Undang lebih awal.",
        "Pasar rakyat segera dibuka",
    ] {
        assert!(text.contains(&squeezed(said)), "{said} is not in the bundle");
    }
    for (page, number) in sheets.iter().zip(1..) {
        let said = format!("Berkas hlm. {number} dari {}", sheets.len());
        assert!(page.contains(&squeezed(&said)), "{said} is not on its page: {page}");
    }
    // The page that the cover names is the page on which the part stands.
    let cover = &sheets[0];
    let at = |said: &str| {
        sheets.iter().skip(1).position(|page| page.contains(&squeezed(said))).unwrap() + 2
    };
    let costs = at("Bukti");
    let named = format!("BiayadankuitansiBiayadankuitansi{costs}");
    assert!(cover.contains(&named), "{named} is not on the cover: {cover}");
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let marks = document.catalog().unwrap().get(b"Outlines");
    assert!(marks.is_ok(), "the parts are marked");

    desk.call("event_bundle_export", json!({"event_id": id, "file": file("spj.zip")}));
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file("spj.zip")).unwrap()).unwrap();
    let names: Vec<String> =
        (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().to_owned()).collect();
    for name in [
        "06 Biaya dan kuitansi/kuitansi asli.pdf",
        "06 Biaya dan kuitansi/nota.png",
        "04 Notulen/notulen rapat.pdf",
        "09 Berkas lain/materi.docx",
        "05 Foto/foto.png",
    ] {
        assert!(names.iter().any(|one| one == name), "{name} in {names:?}");
    }
    assert!(names[0].ends_with(".pdf"), "the joined file comes first: {names:?}");
}

#[test]
fn photos_and_material_are_packed_for_others_and_events_stand_with_people_and_outlets() {
    let desk = Desk::new();
    let (id, [radio, _, tv]) = held(&desk);
    let folder = desk.workspace.folder().to_owned();
    let refused =
        warta::commands::call_and_wait(&desk.door(), "event_share_export", json!({"event_id": id}));
    assert_eq!(refused.unwrap_err().text, "share-nothing");
    let clear = picture(&folder, "wali kota.png");
    desk.call("photo_add", json!({"file_name": "wali kota.png", "path": clear, "set": {"caption": "Wali Kota", "consent": "not_needed", "event_id": id}}));
    let other = folder.join("warga.png");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png"), &other).unwrap();
    desk.call(
        "photo_add",
        json!({"file_name": "warga.png", "path": other, "set": {"event_id": id}}),
    );
    let file = folder.join("bahan.zip");
    let shared = desk.call("event_share_export", json!({"event_id": id, "file": file}));
    assert_eq!(
        (&shared["count"], &shared["left_out"]),
        (&json!(1), &json!(["warga.png"])),
        "without consent nothing leaves"
    );
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let names: Vec<String> =
        (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().to_owned()).collect();
    assert_eq!(names, ["Foto/wali kota.png", "keterangan foto.txt"]);

    let how = |ask: Json| {
        let rows = desk.call("events_of", ask);
        let rows = rows.as_array().unwrap();
        rows.iter()
            .map(|row| {
                format!("{} {}", row["name"].as_str().unwrap(), row["how"].as_str().unwrap())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(how(json!({"organisation_id": radio})), ["Eka Putra declined", "Siti Rahma came"]);
    assert_eq!(
        how(json!({"organisation_id": tv})),
        ["Citra Dewi represented", "Dedi Kurnia came", "Indra Jaya withdrawn"]
    );
    let siti = desk.call("contact_list", json!({"search": "siti"}))["rows"][0]["id"].clone();
    assert_eq!(how(json!({"contact_id": siti})), ["Siti Rahma came"]);
}
