//! Enquiries from the question to the answer, the unit in between, and the library of statements.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::db::Source;
use warta::error::{Code, Error};

use crate::media_list::Desk;
use crate::office::Office;

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn save(desk: &Desk, set: Json, more: Json) -> Json {
    let mut args = json!({"patch": {"set": set}});
    for (name, value) in more.as_object().unwrap() {
        args[name] = value.clone();
    }
    desk.call("enquiry_save", args)
}

fn history(desk: &Desk, contact: &Json) -> Vec<(String, String)> {
    desk.call("stream_list", json!({"contact_id": contact, "source": "interaction"}))["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (
                item["kind"].as_str().unwrap().to_owned(),
                item["enquiry_id"].as_i64().unwrap().to_string(),
            )
        })
        .collect()
}

fn stamp(minutes: i64) -> String {
    warta::clock::to_text(warta::clock::now() + chrono::TimeDelta::minutes(minutes))
}

#[test]
fn a_question_goes_to_the_unit_and_comes_back_as_an_answer() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Kota Contoh"}}));
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let made = save(
        &desk,
        json!({"question": "Benarkah Pasar Rakyat ditutup?\nSampai kapan?", "contact_id": siti, "channel": "whatsapp", "asked_at": stamp(-90)}),
        json!({"unit": "Dinas Perdagangan", "due": "2026-12-01 15:00 WITA"}),
    );
    let (row, enquiry) = (&made["row"], &made["enquiry"]);
    assert_eq!(row["subject"], "Benarkah Pasar Rakyat ditutup?");
    assert_eq!((&row["who"], &row["outlet"]), (&json!("Siti Rahma"), &json!("Radio Contoh FM")));
    assert_eq!((&row["unit"], &row["state"]), (&json!("Dinas Perdagangan"), &json!("new")));
    assert_eq!(row["due_at"], "2026-12-01T07:00:00.000Z");
    assert_eq!(enquiry["due_zone"], "Asia/Makassar");
    let unit = desk.call("organisation_show", row["unit_id"].clone());
    assert_eq!(unit["organisation"]["kind"], "government_unit");
    let id = row["id"].clone();

    let texts = desk.call("enquiry_texts", id.clone());
    assert_eq!(texts["is_reminder"], false);
    for said in ["Dinas Perdagangan", "Siti Rahma (Radio Contoh FM)", "15.00 WITA", "Sampai kapan?"]
    {
        assert!(texts["mail"].as_str().unwrap().contains(said), "{said}: {texts}");
    }
    assert_eq!(texts["asker"][0]["key"], "siti@example.id");
    let asked = desk.call("enquiry_ask", json!({"id": id, "text": texts["chat"]}));
    assert_eq!(asked["row"]["state"], "waiting");
    assert!(!asked["row"]["remind_on"].as_str().unwrap().is_empty(), "the next working day");
    assert_eq!(desk.call("enquiry_texts", id.clone())["is_reminder"], true);
    let again = desk.call(
        "enquiry_ask",
        json!({"id": id, "channel": "phone", "text": "Ditelepon", "remind_on": ""}),
    );
    let kinds: Vec<&Json> =
        again["steps"].as_array().unwrap().iter().map(|row| &row["step"]["kind"]).collect();
    assert_eq!(kinds, ["asked", "reminded"]);
    assert_eq!(again["row"]["remind_on"], "");
    let back = desk.call("enquiry_unit_answered", json!({"id": id, "text": "Tutup sampai Jumat."}));
    assert_eq!(back["row"]["state"], "in_work");

    let error = refused(&desk, "enquiry_answer", json!({"id": id}));
    assert_eq!(error.text, "enquiry-answer-empty");
    let error = refused(&desk, "enquiry_clear", json!({"id": id, "text": "Ditutup.", "by": " "}));
    assert_eq!(error.field.as_deref(), Some("by"));
    desk.call(
        "enquiry_clear",
        json!({"id": id, "text": "Pasar ditutup sampai Jumat.", "by": "Kepala Dinas", "keep": true, "valid_until": "2099-12-31"}),
    );
    let kept = desk.call("statement_list", json!({"enquiry_id": id}));
    assert_eq!(kept[0]["statement"]["topic"], "Benarkah Pasar Rakyat ditutup?");
    assert_eq!(
        (&kept[0]["unit"], &kept[0]["expired"]),
        (&json!("Dinas Perdagangan"), &json!(false))
    );
    let early = refused(&desk, "enquiry_answer", json!({"id": id, "at": stamp(-120)}));
    assert_eq!(early.text, "enquiry-answer-before-question");
    let answered = desk.call("enquiry_answer", json!({"id": id}));
    assert_eq!(answered["enquiry"]["answer"], "Pasar ditutup sampai Jumat.");
    assert_eq!(answered["enquiry"]["answer_channel"], "whatsapp", "as it was asked");
    assert_eq!(answered["row"]["state"], "answered");
    assert_eq!(answered["row"]["minutes"], 90);
    let number = id.to_string();
    assert_eq!(
        history(&desk, &json!(siti)),
        [("enquiry_answered".to_owned(), number.clone()), ("enquiry_asked".to_owned(), number)]
    );
    let contact = desk.call("contact_show", json!(siti));
    assert!(
        !contact["row"]["last_contact_at"].as_str().unwrap_or_default().is_empty(),
        "{}",
        contact["row"]
    );
    desk.call("enquiry_close", json!({"id": id, "reason": "done"}));
    assert_eq!(refused(&desk, "enquiry_ask", json!({"id": id})).text, "enquiry-is-closed");
    assert_eq!(desk.call("enquiry_reopen", id.clone())["row"]["state"], "answered");
    assert_eq!(desk.call("enquiry_reopen", id.clone())["row"]["state"], "in_work");
    assert_eq!(history(&desk, &json!(siti)).len(), 1, "the answer is taken back");
    desk.call("enquiry_delete", json!([id]));
    assert!(history(&desk, &json!(siti)).is_empty());
    desk.call("bin_restore", json!([{"table": "enquiries", "id": id}]));
    assert_eq!(history(&desk, &json!(siti)).len(), 1);
}

#[test]
fn somebody_unknown_becomes_a_contact_and_somebody_known_is_found() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let made = save(
        &desk,
        json!({"question": "Data stunting?", "asker": "Wartawan TV"}),
        json!({"outlet": "TV Contoh"}),
    );
    assert_eq!(
        (&made["row"]["who"], &made["row"]["contact_id"]),
        (&json!("Wartawan TV"), &Json::Null)
    );
    let outlet = made["row"]["outlet_id"].clone();
    let stream = desk.call("stream_list", json!({"organisation_id": outlet}));
    assert_eq!(stream["items"][0]["enquiry_id"], made["row"]["id"], "the outlet knows it already");
    let known = desk.call(
        "enquiry_save",
        json!({"patch": {"id": made["row"]["id"], "set": {}}, "asker": {"name": "Wayan Contoh", "whatsapp": "0812 0000 4444"}}),
    );
    let wayan = known["row"]["contact_id"].clone();
    assert_eq!(
        (&known["row"]["who"], &known["enquiry"]["asker"]),
        (&json!("Wayan Contoh"), &json!(""))
    );
    assert_eq!(desk.call("contact_show", wayan.clone())["row"]["outlet"], "TV Contoh");
    assert_eq!(desk.call("stream_list", json!({"organisation_id": outlet, "source": "interaction"}))["items"].as_array().unwrap().len(), 1);
    let same = save(
        &desk,
        json!({"question": "Lagi?"}),
        json!({"asker": {"name": "S. Rahma", "email": "SITI@example.id"}}),
    );
    assert_eq!(same["row"]["contact_id"], siti);
    assert_eq!(
        refused(&desk, "enquiry_save", json!({"patch": {"set": {}}})).text,
        "enquiry-question-missing"
    );
    let state = refused(
        &desk,
        "enquiry_save",
        json!({"patch": {"id": made["row"]["id"], "set": {"state": "closed"}}}),
    );
    assert_eq!(state.field.as_deref(), Some("state"), "the state follows, nobody writes it");
    let due = refused(
        &desk,
        "enquiry_save",
        json!({"patch": {"set": {"question": "x"}}, "due": "besok siang"}),
    );
    assert_eq!((due.code, due.field.as_deref()), (Code::Invalid, Some("due")));
}

#[test]
fn a_mail_becomes_one_enquiry_and_is_done_with() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let mail = desk.workspace.folder().join("tanya.eml");
    std::fs::write(&mail, "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Re: Konfirmasi banjir\nDate: Sun, 22 Nov 2026 08:00:00 +0700\nMessage-ID: <tanya@example.id>\n\nBerapa rumah terendam?\n").unwrap();
    desk.call("inbox_read", json!({"paths": [mail]}));
    let response = desk.call("response_list", json!({}))["rows"][0].clone();
    let made = desk.call("enquiry_from_response", json!({"response_id": response["id"]}));
    assert_eq!(
        (&made["row"]["subject"], &made["enquiry"]["question"]),
        (&json!("Konfirmasi banjir"), &json!("Berapa rumah terendam?"))
    );
    assert_eq!(
        (&made["row"]["contact_id"], &made["row"]["channel"]),
        (&json!(siti), &json!("mail"))
    );
    assert_eq!(made["row"]["asked_at"].as_str().unwrap().get(..16), Some("2026-11-22T01:00"));
    assert_eq!(desk.call("response_show", response["id"].clone())["row"]["handled"], true);
    assert_eq!(
        desk.call("enquiry_from_response", json!({"response_id": response["id"]}))["row"]["id"],
        made["row"]["id"],
        "once"
    );
    let page = desk.call("enquiry_list", json!({"response_id": response["id"]}));
    assert_eq!(page["total"], 1);
}

#[test]
fn the_deadline_of_a_mail_is_proposed_and_taken_up_with_its_words() {
    let desk = Desk::new();
    let write = |name: &str, text: &str| {
        let mail = desk.workspace.folder().join(name);
        std::fs::write(&mail, format!("From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Konfirmasi\nDate: Mon, 23 Nov 2026 08:00:00 +0700\nMessage-ID: <{name}@example.id>\n\n{text}\n")).unwrap();
        desk.call("inbox_read", json!({"paths": [mail]}));
        let rows = desk.call("response_list", json!({"limit": 500}))["rows"].clone();
        rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).max().unwrap()
    };
    let asked = write("a.eml", "Benarkah? Mohon dijawab paling lambat jam 15.00 WITA hari ini.");
    let shown = desk.call("response_show", json!(asked));
    assert_eq!(shown["due"]["at"].as_str().unwrap().get(..16), Some("2026-11-23T07:00"));
    assert_eq!(shown["due"]["zone"], "Asia/Makassar");
    assert_eq!(shown["due"]["words"], "paling lambat jam 15.00 WITA hari ini");
    assert_eq!(shown["enquiry_id"], 0, "nothing is made by itself");
    let made = desk.call("enquiry_from_response", json!({"response_id": asked}));
    assert_eq!(made["row"]["due_at"], shown["due"]["at"]);
    assert!(made["enquiry"]["notes"].as_str().unwrap().contains("paling lambat jam 15.00"));
    assert_eq!(desk.call("response_show", json!(asked))["enquiry_id"], made["row"]["id"]);
    let other = write("b.eml", "Benarkah? Deadline besok pagi.");
    let made = desk.call("enquiry_from_response", json!({"response_id": other, "due": ""}));
    assert_eq!((&made["row"]["due_at"], &made["enquiry"]["notes"]), (&json!(""), &json!("")));
}

#[test]
fn the_links_of_a_mail_become_coverage_once() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Portal Contoh");
    desk.call(
        "organisation_save",
        json!({"patch": {"set": {"name": "Kabar Contoh", "kind": "outlet", "website": "https://kabar.example.com"}}}),
    );
    let mail = desk.workspace.folder().join("tayang.eml");
    std::fs::write(&mail, "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Re: Pasar\nDate: Mon, 23 Nov 2026 08:00:00 +0700\nMessage-ID: <tayang@example.id>\n\nSudah tayang ya: https://www.kabar.example.com/2026/11/22/pasar-contoh-dibuka-kembali dan https://portal.example.id/berita/8\n").unwrap();
    desk.call("inbox_read", json!({"paths": [mail]}));
    let response = desk.call("response_list", json!({}))["rows"][0]["id"].clone();
    let done = desk.call("coverage_from_response", json!({"response_id": response}));
    let pieces: Vec<[String; 4]> = done["logged"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            [
                &row["outlet"],
                &row["author"],
                &row["coverage"]["title"],
                &row["coverage"]["published_on"],
            ]
            .map(|word| word.as_str().unwrap().to_owned())
        })
        .collect();
    assert_eq!(
        pieces,
        [
            ["Kabar Contoh", "Siti Rahma", "Pasar contoh dibuka kembali", "2026-11-22"],
            ["Portal Contoh", "Siti Rahma", "Pasar", "2026-11-23"]
        ]
    );
    assert_eq!(done["logged"][0]["coverage"]["contact_id"], json!(siti));
    assert_eq!(desk.call("response_show", response.clone())["row"]["handled"], true);
    let again = desk.call("coverage_from_response", json!({"response_id": response}));
    assert_eq!(
        (again["logged"].as_array().unwrap().len(), again["there"].as_array().unwrap().len()),
        (0, 2)
    );
    assert_eq!(desk.call("coverage_list", json!({}))["counts"]["total"], 2);
}

#[test]
fn lists_put_the_most_pressing_first_and_find_by_every_word() {
    let desk = Desk::new();
    desk.call("staff_save", json!({"set": {"name": "Rina Contoh"}}));
    let rina = desk.call("staff_list", json!(null))[0]["id"].clone();
    desk.call("staff_choose", rina.clone());
    let make = |question: &str, due: Option<i64>, unit: &str| {
        let made = save(&desk, json!({"question": question}), json!({"unit": unit}));
        let id = made["row"]["id"].clone();
        if let Some(minutes) = due {
            desk.call(
                "enquiry_save",
                json!({"patch": {"id": id, "set": {}}, "due": stamp(minutes)}),
            );
        }
        id
    };
    let calm = make("Tanpa tenggat", None, "Dinas Satu");
    let late = make("Sudah lewat", Some(-30), "Dinas Dua");
    let soon = make("Sebentar lagi", Some(120), "Dinas Satu");
    let done = make("Sudah dijawab", Some(-10), "Dinas Dua");
    desk.call("enquiry_answer", json!({"id": done, "text": "Ya."}));
    let ids = |filter: Json| -> Vec<Json> {
        let page = desk.call("enquiry_list", filter);
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
    };
    assert_eq!(ids(json!({})), [late.clone(), soon.clone(), calm.clone(), done.clone()]);
    assert_eq!(ids(json!({"open": true})).len(), 3);
    assert_eq!(ids(json!({"overdue": true})), std::slice::from_ref(&late));
    let unit = desk.call("enquiry_show", soon.clone())["row"]["unit_id"].clone();
    assert_eq!(ids(json!({"unit_id": unit})), [soon.clone(), calm.clone()]);
    assert_eq!(ids(json!({"search": "lewat"})), std::slice::from_ref(&late));
    assert_eq!(ids(json!({"search": "dinas dua"})), [late.clone(), done]);
    let door =
        commands::Door { actor: "Rina Contoh".to_owned(), source: Source::Window, ..desk.door() };
    let mine = |filter: Json| commands::call_and_wait(&door, "enquiry_list", filter).unwrap();
    assert_eq!(mine(json!({"mine": true}))["total"], 0);
    let taken = commands::call_and_wait(&door, "enquiry_assign", json!({"id": late})).unwrap();
    assert_eq!(
        (&taken["row"]["owner"], &taken["row"]["state"]),
        (&json!("Rina Contoh"), &json!("in_work"))
    );
    let page = mine(json!({"mine": true}));
    assert_eq!(
        (&page["total"], &page["open"], &page["mine"], &page["overdue"]),
        (&json!(1), &json!(3), &json!(1), &json!(1))
    );
    let today = desk.call("today_show", json!(null));
    let pressing: Vec<&Json> =
        today["enquiries"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(pressing, [&late, &soon], "{today}");
    assert!(
        today["waiting"]
            .as_array()
            .unwrap()
            .iter()
            .any(|item| item["kind"] == "enquiries" && item["count"] == 2)
    );
    desk.call("enquiry_ask", json!({"id": calm, "remind_on": "2020-01-01"}));
    let today = desk.call("today_show", json!(null));
    assert_eq!(today["enquiries"].as_array().unwrap().len(), 3, "the unit is to be reminded");
}

#[test]
fn statements_say_until_when_they_hold() {
    let desk = Desk::new();
    let add = |set: Json| {
        desk.call("statement_save", json!({"patch": {"set": set}, "unit": "Dinas Kesehatan"}))["id"]
            .clone()
    };
    let old = add(
        json!({"text": "Vaksin cukup.", "topic": "Vaksin", "cleared_by": "Kadinkes", "cleared_on": "2020-01-01", "valid_until": "2020-06-30"}),
    );
    let good =
        add(json!({"text": "Vaksin tersedia.", "topic": "Vaksin", "cleared_by": "Kadinkes"}));
    let rows = desk.call("statement_list", json!({"search": "vaksin kesehatan"}));
    let order: Vec<(&Json, &Json)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["statement"]["id"], &row["expired"]))
        .collect();
    assert_eq!(order, [(&good, &json!(false)), (&old, &json!(true))], "those that hold first");
    assert_eq!(desk.call("statement_list", json!({"valid": true})).as_array().unwrap().len(), 1);
    for (set, field) in [
        (json!({"text": " ", "cleared_by": "x"}), "text"),
        (json!({"text": "x"}), "cleared_by"),
        (json!({"text": "x", "cleared_by": "x", "valid_until": "besok"}), "valid_until"),
        (json!({"text": "x", "cleared_by": "x", "valid_until": "2020-01-01"}), "valid_until"),
    ] {
        let error = refused(&desk, "statement_save", json!({"patch": {"set": set}}));
        assert_eq!(error.field.as_deref(), Some(field));
    }
}

#[test]
fn erasure_keeps_the_sums_and_forgets_who_asked_what() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let made = save(
        &desk,
        json!({"question": "Siti bertanya rahasia", "contact_id": siti, "asked_at": stamp(-30)}),
        json!({"unit": "Dinas Satu"}),
    );
    let id = made["row"]["id"].clone();
    desk.call("enquiry_ask", json!({"id": id, "text": "Siti Rahma bertanya rahasia"}));
    desk.call("enquiry_answer", json!({"id": id, "text": "Untuk Siti: rahasia."}));
    desk.call("subject_erase", json!({"contact_id": siti}));
    let left = desk.call("enquiry_show", id);
    assert_eq!((&left["row"]["minutes"], &left["row"]["state"]), (&json!(30), &json!("answered")));
    assert_eq!(left["row"]["outlet"], "Radio Contoh FM");
    assert!(!left.to_string().contains("rahasia") && !left.to_string().contains("Siti"), "{left}");
    assert_eq!(desk.call("enquiry_list", json!({"search": "rahasia"}))["total"], 0);
}

#[test]
fn the_command_line_goes_the_whole_way() {
    let office = Office::new();
    let rina = json!({"set": {"name": "Rina Contoh"}}).to_string();
    office.json(&["call", "staff_save", &rina]);
    let made = office.json(&[
        "enquiry",
        "new",
        "Berapa rumah terendam?",
        "--asker",
        "Wayan Contoh",
        "--email",
        "wayan@example.id",
        "--outlet",
        "TV Contoh",
        "--kind",
        "data",
        "--channel",
        "phone",
        "--due",
        "2026-12-01 15:00 WITA",
        "--unit",
        "BPBD Contoh",
        "--owner",
        "Rina Contoh",
    ]);
    let id = made["row"]["id"].to_string();
    assert_eq!((&made["row"]["state"], &made["row"]["kind"]), (&json!("in_work"), &json!("data")));
    let text = office.warta(&["--language", "en", "enquiry", "text", &id, "--chat"]).out;
    assert!(text.contains("BPBD Contoh") && text.contains("Berapa rumah terendam?"), "{text}");
    assert_eq!(
        office.json(&["enquiry", "ask", &id, "--channel", "mail"])["row"]["state"],
        "waiting"
    );
    assert_eq!(
        office.json(&["enquiry", "received", &id, "--text", "40 rumah"])["row"]["state"],
        "in_work"
    );
    office.json(&[
        "enquiry",
        "clear",
        &id,
        "--text",
        "Ada 40 rumah.",
        "--by",
        "Kepala BPBD",
        "--keep",
        "--topic",
        "Banjir",
    ]);
    let library = office.json(&["statement", "list", "--search", "banjir"]);
    let statement = library["statements"][0]["statement"]["id"].to_string();
    let answered = office.json(&["enquiry", "answer", &id, "--statement", &statement]);
    assert_eq!(answered["enquiry"]["answer"], "Ada 40 rumah.");
    let shown = office.warta(&["--language", "en", "enquiry", "show", &id]).out;
    assert!(shown.contains("Asked by Mail") && shown.contains("Ada 40 rumah."), "{shown}");
    assert_eq!(office.json(&["enquiry", "list", "--open"])["total"], 0);
    assert_eq!(office.json(&["enquiry", "close", &id])["row"]["state"], "closed");
    assert_eq!(office.json(&["enquiry", "reopen", &id])["row"]["state"], "answered");
    office.json(&["enquiry", "edit", &id, "--set", "subject=Banjir", "--due", ""]);
    office.json(&["enquiry", "assign", &id, "RC"]);
    office.json(&["statement", "add", "Aman.", "--by", "Sekda", "--until", "31/12/2099"]);
    for file in ["daftar.csv", "daftar.xlsx"] {
        let path = office.file(file);
        office.json(&["enquiry", "export", path.to_str().unwrap()]);
        assert!(std::fs::metadata(&path).unwrap().len() > 100);
    }
    let table = std::fs::read_to_string(office.file("daftar.csv")).unwrap();
    assert!(
        table.contains("Banjir") && table.contains("Wayan Contoh") && table.contains("40 rumah"),
        "{table}"
    );
    assert_eq!(office.json(&["enquiry", "list", "--unit", "BPBD Contoh"])["total"], 1);
    assert_eq!(office.json(&["enquiry", "delete", &id])["deleted"], 1);
    assert_eq!(office.json(&["statement", "delete", &statement])["deleted"], 1);
}
