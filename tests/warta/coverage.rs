//! Coverage by link, text and file, where it is counted, and the report of quality.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::{Code, Error};

use crate::media_list::Desk;
use crate::office::Office;
use crate::paper::{pages, squeezed};

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

#[test]
fn a_link_tells_outlet_day_and_title_and_is_logged_once() {
    let desk = Desk::new();
    desk.call("organisation_save", json!({"patch": {"set": {"kind": "outlet", "name": "Kabar Contoh", "website": "https://kabar.example.com", "media_type": "online"}}}));
    let link =
        "https://www.kabar.example.com/2026/11/20/pasar-rakyat-dibuka-wali-kota.html?utm_source=wa";
    let guess = desk.call("coverage_guess", json!(link));
    assert_eq!(
        (&guess["outlet"], &guess["published_on"], &guess["title"], &guess["there"]),
        (
            &json!("Kabar Contoh"),
            &json!("2026-11-20"),
            &json!("Pasar rakyat dibuka wali kota"),
            &Json::Null
        )
    );
    let row = desk.call("coverage_add", json!({"set": {"url": link, "headline_tone": "positive"}}));
    assert_eq!(
        (&row["outlet"], &row["coverage"]["kind"]),
        (&json!("Kabar Contoh"), &json!("shown"))
    );
    assert_eq!(row["coverage"]["published_on"], "2026-11-20");
    let twin = "http://m.kabar.example.com/2026/11/20/pasar-rakyat-dibuka-wali-kota.html#komentar";
    assert_eq!(
        desk.call("coverage_guess", json!(twin))["there"]["coverage"]["id"],
        row["coverage"]["id"]
    );
    let error = refused(&desk, "coverage_add", json!({"set": {"url": twin}}));
    assert_eq!((error.code, error.text), (Code::Conflict, "coverage-already-there"));
    let other = desk.call(
        "coverage_add",
        json!({"set": {"title": "Lain", "url": "https://kabar.example.com/2"}}),
    );
    let moved = json!({"patch": {"id": other["coverage"]["id"], "set": {"url": twin}}});
    assert_eq!(refused(&desk, "coverage_save", moved).text, "coverage-already-there");
    desk.call("coverage_delete", json!([row["coverage"]["id"]]));
    desk.call("coverage_add", json!({"set": {"url": twin}}));
    assert!(
        commands::call_and_wait(
            &desk.door(),
            "bin_restore",
            json!([{"table": "coverage", "id": row["coverage"]["id"]}])
        )
        .is_err(),
        "its link is logged again meanwhile"
    );
}

#[test]
fn a_text_and_a_file_are_logged_without_a_link() {
    let desk = Desk::new();
    desk.call("organisation_save", json!({"patch": {"set": {"kind": "outlet", "name": "Harian Contoh", "media_type": "newspaper"}}}));
    let pasted = desk.call(
        "coverage_add",
        json!({"outlet": "Harian Contoh", "set": {"text": "Pasar Rakyat dibuka\n\nWali Kota membuka pasar.", "published_on": "2026-11-20", "place": "Hal. 3"}}),
    );
    assert_eq!(
        (&pasted["coverage"]["title"], &pasted["coverage"]["kind"]),
        (&json!("Pasar Rakyat dibuka"), &json!("printed"))
    );
    let path = desk.workspace.folder().join("guntingan.pdf");
    std::fs::write(&path, b"%PDF-1.4 made up").unwrap();
    let clipped =
        desk.call("coverage_add", json!({"path": path, "set": {"published_on": "2026-11-21"}}));
    assert_eq!(
        (&clipped["coverage"]["file_name"], &clipped["coverage"]["title"]),
        (&json!("guntingan.pdf"), &json!("guntingan.pdf"))
    );
    let copied = desk.call("coverage_file", clipped["coverage"]["id"].clone());
    assert_eq!(std::fs::read(copied["file"].as_str().unwrap()).unwrap(), b"%PDF-1.4 made up");
    assert_eq!(
        refused(&desk, "coverage_file", pasted["coverage"]["id"].clone()).text,
        "coverage-no-file"
    );
    assert_eq!(refused(&desk, "coverage_add", json!({"set": {}})).text, "coverage-title-missing");
    for (set, field) in [
        (json!({"title": "x", "headline_tone": "bagus"}), "headline_tone"),
        (json!({"title": "x", "published_on": "kemarin"}), "published_on"),
        (json!({"title": "x", "sha256": "00"}), "sha256"),
    ] {
        assert_eq!(
            refused(&desk, "coverage_add", json!({"set": set})).field.as_deref(),
            Some(field)
        );
    }
    let page = desk.call("coverage_list", json!({"search": "wali kota"}));
    assert_eq!((&page["counts"]["total"], &page["counts"]["printed"]), (&json!(1), &json!(1)));
}

#[test]
fn coverage_stands_in_the_histories_and_in_the_report_of_its_distribution() {
    let office = Office::with_contacts();
    office.json(&["account", "set", "--from", "humas@example.id"]);
    let file = office.write("siaran.md", "# Pasar dibuka\n\nPembuka.\n\nIsi.\n");
    let release = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let list = office.json(&["list", "all"])["lists"][0]["name"].as_str().unwrap().to_owned();
    let sent =
        office.json(&["release", "send", &release, "--list", &list, "--yes"])["id"].to_string();
    let contact = office.json(&["contact", "list"])["rows"][0].clone();
    let who = contact["id"].to_string();
    let enquiry =
        office.json(&["enquiry", "new", "Kapan pasar dibuka?", "--from", &who])["row"]["id"]
            .to_string();
    office.json(&[
        "coverage",
        "add",
        "https://kabar.example.com/2026/11/20/pasar-dibuka-hari-ini",
        "--by",
        &who,
        "--release",
        &release,
        "--enquiry",
        &enquiry,
        "--headline-tone",
        "positive",
        "--body-tone",
        "negative",
        "--reason",
        "Nada isi tajam",
    ]);
    let report = office.json(&["call", "distribution_report", &sent]);
    assert_eq!(
        (&report["coverage_counts"]["total"], &report["coverage_counts"]["positive"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(report["coverage"][0]["coverage"]["title"], "Pasar dibuka hari ini");
    assert_eq!(office.json(&["enquiry", "show", &enquiry])["row"]["published"], 1);
    let stream = |filter: Json| office.json(&["call", "stream_list", &filter.to_string()]);
    let told = stream(json!({"contact_id": contact["id"], "source": "coverage"}));
    assert_eq!(told["items"][0]["text"], "Pasar dibuka hari ini");
    let at_outlet = stream(json!({"organisation_id": contact["outlet_id"], "source": "coverage"}));
    assert_eq!(at_outlet["items"].as_array().unwrap().len(), 1, "once, though by its own reporter");
    for name in ["laporan.pdf", "laporan.xlsx"] {
        let path = office.file(name);
        let order = json!({"distribution_id": sent.parse::<i64>().unwrap(), "file": path});
        office.json(&["call", "distribution_report_export", &order.to_string()]);
        let bytes = std::fs::read(&path).unwrap();
        if name.ends_with("pdf") {
            assert!(
                pages(&bytes).concat().contains(&squeezed("Pasar dibuka hari ini")),
                "on paper"
            );
        }
    }
    let path = office.file("liputan.csv");
    office.json(&["coverage", "export", path.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&path).unwrap().contains("Nada isi tajam"));
    assert_eq!(office.json(&["coverage", "list", "--tone", "negative"])["counts"]["total"], 1);
    assert_eq!(office.json(&["coverage", "list", "--until", "2026-11-19"])["counts"]["total"], 0);
    let id = office.json(&["coverage", "list"])["rows"][0]["coverage"]["id"].to_string();
    assert_eq!(office.json(&["coverage", "delete", &id])["deleted"], 1);
}

#[test]
fn quality_is_measured_over_a_period_and_the_one_before() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Kota Contoh"}}));
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let ask = |asked: &str, due: &str, answered: Option<&str>| {
        let made = desk.call(
            "enquiry_save",
            json!({"patch": {"set": {"question": "Apa?", "contact_id": siti, "asked_at": asked}}, "due": due, "unit": "Dinas Satu"}),
        );
        let id = made["row"]["id"].clone();
        desk.call("enquiry_ask", json!({"id": id, "at": asked}));
        if let Some(at) = answered {
            desk.call("enquiry_unit_answered", json!({"id": id, "at": at, "text": "x"}));
            desk.call("enquiry_answer", json!({"id": id, "text": "Ya.", "at": at}));
        }
        id
    };
    // In time, too late, never; and one in the month before.
    ask("2026-03-02T02:00:00.000Z", "2026-03-02T05:00:00Z", Some("2026-03-02T02:30:00.000Z"));
    ask("2026-03-03T02:00:00.000Z", "2026-03-03T03:00:00Z", Some("2026-03-03T04:00:00.000Z"));
    ask("2026-03-04T02:00:00.000Z", "2026-03-04T03:00:00Z", None);
    let taken_back = ask("2026-03-05T02:00:00.000Z", "2026-03-05T03:00:00Z", None);
    desk.call("enquiry_close", json!({"id": taken_back, "reason": "withdrawn"}));
    ask("2026-02-10T02:00:00.000Z", "", Some("2026-02-10T03:00:00.000Z"));
    // The last moment of the month in Jakarta is 17.00 UTC.
    ask("2026-03-31T16:59:00.000Z", "", None);
    ask("2026-03-31T17:00:00.000Z", "", None);
    for (what, due) in [("Foto", "2026-03-10"), ("Data", "2026-03-11")] {
        desk.call(
            "follow_up_save",
            json!({"set": {"contact_id": siti, "what": what, "due_on": due, "kind": "promise"}}),
        );
    }
    desk.call("coverage_add", json!({"outlet": "TV Contoh", "set": {"title": "Pasar", "published_on": "2026-03-09", "body_tone": "neutral"}}));
    let report = desk.call("quality_show", json!({"from": "2026-03-01", "until": "2026-03-31"}));
    let now = &report["now"];
    assert_eq!(
        (&now["asked"], &now["answered"], &now["open"]),
        (&json!(5), &json!(2), &json!(2)),
        "{now}"
    );
    assert_eq!(now["median_minutes"], 30);
    assert_eq!(
        (&now["deadlines"], &now["deadlines_met"]),
        (&json!(3), &json!(1)),
        "one was taken back"
    );
    assert_eq!((&now["promises"], &now["promises_kept"]), (&json!(2), &json!(0)));
    assert_eq!((&now["active_outlets"], &now["coverage"]["neutral"]), (&json!(2), &json!(1)));
    assert_eq!(report["earlier"], json!({"from": "2026-02-01", "until": "2026-02-28"}));
    assert_eq!(
        (&report["before"]["asked"], &report["before"]["median_minutes"]),
        (&json!(1), &json!(60))
    );
    assert_eq!(
        (&report["units"][0]["unit"], &report["units"][0]["median_minutes"]),
        (&json!("Dinas Satu"), &json!(30))
    );
    let outlets: Vec<&Json> =
        report["outlets"].as_array().unwrap().iter().map(|row| &row["outlet"]).collect();
    assert_eq!(outlets, ["Radio Contoh FM", "TV Contoh"]);
    for wrong in [
        json!({"from": "2026-03-02", "until": "2026-03-01"}),
        json!({"from": "2000-01-01", "until": "2026-01-01"}),
    ] {
        assert_eq!(refused(&desk, "quality_show", wrong).text, "quality-period-wrong");
    }
    let file = desk.workspace.folder().join("mutu.pdf");
    desk.call(
        "quality_export",
        json!({"period": {"from": "2026-03-01", "until": "2026-03-31"}, "file": file}),
    );
    let said = pages(&std::fs::read(&file).unwrap()).concat();
    for words in ["1 / 3 (33 %)", "Dinas Satu", "TV Contoh"] {
        assert!(said.contains(&squeezed(words)), "{words}: {said}");
    }
    let book = desk.workspace.folder().join("mutu.xlsx");
    desk.call(
        "quality_export",
        json!({"period": {"from": "2026-03-01", "until": "2026-03-31"}, "file": book}),
    );
    assert!(std::fs::metadata(&book).unwrap().len() > 1000);
    let wrong = json!({"period": {"from": "2026-03-01", "until": "2026-03-31"}, "format": "doc"});
    assert_eq!(refused(&desk, "quality_export", wrong).text, "report-format");
}
