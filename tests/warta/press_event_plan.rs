//! Planning a press event: its text and templates, checklist, rundown, costs, files, duties.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;

use crate::media_list::Desk;
use crate::office::Office;
use crate::paper::{pages, squeezed};
use crate::press_event::event;

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

const WHOLE: &str = "\u{feff}---
Judul: Konferensi pers: pasar dibuka
Jenis: Jumpa pers
Bahasa: id
Mulai: 1 Desember 2026 pukul 09.00 WITA
Selesai: 2026-12-02 11:00 WITA
Tempat: Balai Kota, Ruang Pers
Alamat:
  Jalan Contoh 1

  Kota Contoh
Peta: https://example.com/peta
OPD: Dinas Perdagangan
Penanggung jawab: Rina Contoh
Kapasitas: 40
Anggaran: Rp4.500.000,-
Pesan kunci:
  Pasar dibuka kembali
  Sewa tidak naik
Rencana cadangan: Pindah ke aula
---

## Daftar periksa
- H-7 Kirim undangan (Rina) | lewat surel | dan grup
- [x] 2026-11-20 Pesan tempat
- H Gladi (bersama protokol)
- H+3 Kirim data ()
- Tanpa tenggat

## Susunan acara
08.30–09.00 Registrasi
09.00–09.30 Keterangan pers | Kepala Dinas; Sekda | | Rina Contoh | Budi | siarkan \\| rekam
### 2026-12-02
10.00-11.00 Penutupan | | Aula

## Biaya
- Konsumsi: 2.500.000 / 2.350.000 | 2026-12-01 | nasi kotak
- Sewa: 1.000.000

## Petugas
- Rina Contoh | Pewara
- Tono | Pengemudi | +62 000 1111
";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("staff_save", json!({"set": {"name": "Rina Contoh"}}));
    desk
}

/// What a text says, without what another event has for itself.
fn plan(desk: &Desk, id: i64) -> Json {
    let mut shown = desk.call("event_show", json!(id))["event"].clone();
    for own in ["id", "version", "uid"] {
        shown.as_object_mut().unwrap().remove(own);
    }
    let bare = |list: &Json, key: &str| -> Vec<Json> {
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| {
            let mut row = if key.is_empty() { row.clone() } else { row[key].clone() };
            for own in ["id", "version", "event_id", "done_at"] {
                row.as_object_mut().unwrap().remove(own);
            }
            row
        })
        .collect()
    };
    json!({
        "event": shown,
        "tasks": bare(&desk.call("event_task_list", json!(id)), "task"),
        "items": bare(&desk.call("event_rundown", json!(id)), "item"),
        "costs": bare(&desk.call("event_cost_list", json!(id))["rows"], ""),
        "duties": bare(&desk.call("event_duty_list", json!(id)), "duty"),
    })
}

#[test]
fn an_event_comes_as_a_text_and_leaves_as_one_that_says_the_same() {
    let desk = desk();
    let made = desk.call("event_import", json!({"text": WHOLE}));
    let id = made["event"]["id"].as_i64().unwrap();
    let event = &made["event"];
    assert_eq!(event["kind"], "press_conference");
    assert_eq!(event["begins_at"], "2026-12-01T01:00:00.000Z");
    assert_eq!(event["zone"], "Asia/Makassar");
    assert_eq!(event["address"], "Jalan Contoh 1\n\nKota Contoh");
    assert_eq!(event["budget"], 4_500_000);
    assert_eq!(made["row"]["owner"], "Rina Contoh");
    let before = plan(&desk, id);
    let tasks = before["tasks"].as_array().unwrap();
    let task = |title: &str| tasks.iter().find(|task| task["title"] == title).unwrap();
    assert_eq!(task("Kirim undangan")["due_on"], "2026-11-24");
    assert_eq!(task("Kirim undangan")["notes"], "lewat surel | dan grup");
    assert!(task("Kirim undangan")["staff_id"].is_i64());
    assert_eq!(task("Pesan tempat")["days"], Json::Null);
    assert_eq!(task("Gladi (bersama protokol)")["due_on"], "2026-12-01");
    assert_eq!(task("Kirim data")["days"], 3);
    let items = before["items"].as_array().unwrap();
    assert_eq!(items[1]["speakers"], "Kepala Dinas\nSekda");
    assert_eq!(items[1]["notes"], "siarkan | rekam");
    assert_eq!(items[2]["begins_at"], "2026-12-02T02:00:00.000Z");
    for language in ["id", "en"] {
        desk.call("event_save", json!({"patch": {"id": id, "set": {"language": language}}}));
        let text = desk.call("event_export", json!(id));
        let again = desk.call("event_import", json!({"text": text}));
        let again = again["event"]["id"].as_i64().unwrap();
        assert_eq!(plan(&desk, id), plan(&desk, again), "{}", text.as_str().unwrap());
    }
}

#[test]
fn hours_that_clocks_show_twice_and_whole_days_survive_the_text() {
    let desk = Desk::new();
    for (begins, ends, all_day) in [
        ("2026-10-25T01:30:00Z Europe/London", "+1.00", false),
        ("2026-10-25 01:30 Europe/London", "+3.00", false),
        ("2026-07-01 09:00 Europe/London", "+2.00", false),
        ("2026-12-01 WIT", "2026-12-03", true),
    ] {
        let made = desk.call(
            "event_save",
            json!({"patch": {"set": {"title": "Waktu", "all_day": all_day}}, "begins": begins, "ends": ends}),
        );
        let id = made["event"]["id"].as_i64().unwrap();
        let text = desk.call("event_export", json!(id));
        let again = desk.call("event_import", json!({"text": text}));
        let again = again["event"]["id"].as_i64().unwrap();
        assert_eq!(plan(&desk, id), plan(&desk, again), "{begins}: {text}");
    }
}

#[test]
fn what_a_text_says_wrongly_is_named_with_its_line() {
    let desk = Desk::new();
    let wrong = |from: &str, to: &str| {
        let sound = WHOLE.replace("Penanggung jawab: Rina Contoh\n", "");
        let text = sound.replace(from, to);
        assert_ne!(text, sound, "{from}");
        let error = refused(&desk, "event_import", json!({"text": text}));
        let arg = |name: &str| error.args.get(name).cloned().unwrap_or_default();
        (error.text, arg("line"), arg("key"))
    };
    let is = |key: &'static str, line: &str, said: &str| (key, line.to_owned(), said.to_owned());
    assert_eq!(wrong("Kapasitas:", "Kursi:"), is("event-text-unknown-key", "14", "Kursi"));
    assert_eq!(
        wrong("Kapasitas: 40", "Kapasitas: banyak"),
        is("event-text-value", "14", "Kapasitas")
    );
    assert_eq!(wrong("Jumpa pers", "Pesta"), is("event-text-value", "3", "Jenis"));
    assert_eq!(
        wrong("1 Desember 2026 pukul 09.00 WITA", "lusa"),
        is("event-text-key", "5", "Mulai")
    );
    assert_eq!(
        wrong("2026-12-02 11:00 WITA", "2026-11-02 11:00"),
        is("event-text-key", "6", "Selesai")
    );
    assert_eq!(wrong("https://example.com/peta", "peta kota"), is("event-text-key", "12", "Peta"));
    assert_eq!(wrong("Bahasa: id", "Judul: Lain"), is("event-text-twice", "4", "Judul"));
    assert_eq!(wrong("Bahasa: id", "Bahasa id"), is("event-text-no-key", "4", "Bahasa id"));
    assert_eq!(wrong("## Biaya", "## Belanja"), is("event-text-section", "35", "Belanja"));
    assert_eq!(wrong("08.30–09.00", "08.30–9x00").0, "event-text-item");
    assert_eq!(wrong("08.30–09.00", "25.30–26.00").0, "event-text-item");
    assert_eq!(wrong("- Sewa: 1.000.000", "- Sewa").0, "event-text-cost");
    assert_eq!(wrong("- H-7 Kirim undangan (Rina)", "- H-7 ").0, "event-text-task");
    assert_eq!(wrong("### 2026-12-02", "### Lusa").0, "event-text-day");
    let unknown = refused(&desk, "event_import", json!({"text": WHOLE}));
    assert_eq!((unknown.text, unknown.args["line"].as_str()), ("event-text-key", "14"));
    assert_eq!(desk.call("event_list", json!({}))["total"], 0, "nothing is left of them");
}

#[test]
fn every_kind_has_a_template_in_both_languages_that_makes_a_sound_event() {
    let desk = Desk::new();
    let all = desk.call("event_template_list", json!(null));
    let all = all.as_array().unwrap();
    assert_eq!(all.len(), 26);
    for template in all {
        let key = template["key"].as_str().unwrap();
        let made = desk.call(
            "event_save",
            json!({"patch": {"set": {"title": "Pasar", "venue": "", "kind": template["kind"]}}, "begins": "2026-12-01 08:00 WIT", "template": key}),
        );
        let id = made["event"]["id"].clone();
        assert_eq!(
            (&made["event"]["title"], &made["event"]["kind"]),
            (&json!("Pasar"), &template["kind"])
        );
        assert_eq!(made["event"]["language"], template["language"]);
        let tasks = desk.call("event_task_list", id.clone());
        let tasks = tasks.as_array().unwrap();
        assert!(tasks.len() >= 5, "{key}: {}", tasks.len());
        assert!(tasks.iter().all(|row| row["task"]["days"].is_i64()), "{key}");
        let items = desk.call("event_rundown", id);
        let items = items.as_array().unwrap();
        assert!(items.len() >= 2, "{key}");
        for row in items {
            assert_eq!(row["conflicts"], json!([]), "{key}: {row}");
        }
        assert_eq!(items[0]["item"]["begins_at"], "2026-11-30T23:00:00.000Z", "{key}");
    }
    // An office's own, from an event.
    let id = desk.call("event_list", json!({"limit": 1}))["rows"][0]["id"].clone();
    desk.call(
        "event_save",
        json!({"patch": {"id": id, "set": {"theme": "Kita"}}, "ends": "+3.15"}),
    );
    let kept = desk.call("event_template_keep", json!({"event_id": id, "name": "Kami"}));
    let again = desk.call(
        "event_save",
        json!({"patch": {"set": {"title": "Lain"}}, "begins": "2027-01-05 10:00 WIB", "template": kept["key"]}),
    );
    assert_eq!(again["event"]["theme"], "Kita");
    assert_eq!(again["event"]["ends_at"], "2027-01-05T06:15:00.000Z");
    let count = |id: &Json| desk.call("event_rundown", id.clone()).as_array().unwrap().len();
    assert_eq!(count(&id), count(&again["event"]["id"]));
    let broken = json!({"id": kept["id"], "set": {"text": "Judul: x\n## Apa"}});
    let error = refused(&desk, "event_template_save", broken);
    assert_eq!((error.text, error.field.as_deref()), ("event-text-section", Some("text")));
    let missing = json!({"patch": {"set": {"title": "x"}}, "begins": "2027-01-05 10:00", "template": "id/pesta"});
    assert_eq!(refused(&desk, "event_save", missing).text, "event-template-missing");
}

#[test]
fn the_checklist_follows_the_event_and_stands_on_today() {
    let desk = desk();
    let now = warta::clock::now().with_timezone(&chrono_tz::Asia::Jakarta);
    let day = |days: i64| (now + chrono::Duration::days(days)).format("%Y-%m-%d").to_string();
    let id = event(&desk, "Jumpa pers", &format!("{} 09:00", day(7)), "");
    let save = |set: Json| desk.call("event_task_save", json!({"set": set}))["task"].clone();
    let week = save(json!({"event_id": id, "title": " Kirim  undangan ", "days": -7}));
    assert_eq!((&week["title"], &week["due_on"]), (&json!("Kirim undangan"), &json!(day(0))));
    let late = save(json!({"event_id": id, "title": "Pesan tempat", "due_on": day(-2)}));
    save(json!({"event_id": id, "title": "Kirim data", "days": 3}));
    let due = || -> Vec<String> {
        let today = desk.call("today_show", json!(null));
        let rows = today["event_tasks"].as_array().unwrap().iter();
        rows.map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(due(), ["Pesan tempat", "Kirim undangan"]);
    let row = &desk.call("event_list", json!({}))["rows"][0];
    assert_eq!((&row["tasks_open"], &row["tasks_late"]), (&json!(3), &json!(1)));
    desk.call("event_task_done", json!({"id": late["id"], "done": true}));
    desk.call(
        "event_save",
        json!({"patch": {"id": id, "set": {}}, "begins": format!("{} 09:00", day(9))}),
    );
    assert!(due().is_empty());
    let rows = desk.call("event_task_list", json!(id));
    assert_eq!(rows[0]["task"]["due_on"], day(2));
    assert_eq!(rows[2]["task"]["done_by"], "Rina");
    assert_eq!(rows[2]["task"]["due_on"], day(-2), "a day of its own stays");
    let fixed = desk.call("event_task_save", json!({"id": week["id"], "set": {"due_on": day(-1)}}));
    assert_eq!((&fixed["task"]["days"], &fixed["late"]), (&Json::Null, &json!(true)));
    desk.call("event_cancel", json!({"id": id, "reason": "Hujan"}));
    assert!(due().is_empty(), "nothing is due of what was called off");
    for (set, key) in [
        (json!({"event_id": id, "title": " "}), "event-task-nameless"),
        (json!({"event_id": id, "title": "x", "due_on": "besok"}), "field-day"),
        (json!({"event_id": id, "title": "x", "days": 5000}), "event-number-wrong"),
        (json!({"event_id": 99, "title": "x"}), "error-not-found"),
    ] {
        let error = refused(&desk, "event_task_save", json!({"set": set}));
        assert!(error.text == key || key == "field-day", "{error}");
    }
}

#[test]
fn the_rundown_names_what_cannot_be_and_moves_with_the_event() {
    let desk = Desk::new();
    let id = event(&desk, "Jumpa pers", "2026-12-01 09:00 WITA", "11:00");
    let add = |set: Json, begins: Option<&str>, ends: Option<&str>| {
        let mut set = set;
        set["event_id"] = json!(id);
        desk.call("event_item_save", json!({"patch": {"set": set}, "begins": begins, "ends": ends}))
    };
    let first = add(json!({"title": "Registrasi", "in_charge": "Rina"}), None, None);
    assert_eq!(first["item"]["begins_at"], "2026-12-01T01:00:00.000Z");
    assert_eq!(first["item"]["ends_at"], "2026-12-01T01:30:00.000Z");
    let second =
        add(json!({"title": "Keterangan", "speakers": "Sekda\nKepala Dinas"}), None, Some("10.00"));
    assert_eq!(second["item"]["begins_at"], "2026-12-01T01:30:00.000Z");
    assert_eq!(second["conflicts"], json!([]));
    let aside = add(
        json!({"title": "Wawancara", "place": "Lobi", "speakers": "SEKDA", "moderator": "rina"}),
        Some("09.15"),
        Some("09.45"),
    );
    let kinds = |row: &Json| -> Vec<(String, String, String)> {
        let text = |one: &Json, key: &str| one[key].as_str().unwrap().to_owned();
        let all = row["conflicts"].as_array().unwrap().iter();
        all.map(|one| (text(one, "kind"), text(one, "what"), text(one, "title"))).collect()
    };
    let is =
        |kind: &str, what: &str, title: &str| (kind.to_owned(), what.to_owned(), title.to_owned());
    assert_eq!(
        kinds(&aside),
        [is("person", "rina", "Registrasi"), is("person", "SEKDA", "Keterangan")]
    );
    let late = add(json!({"title": "Penutup"}), Some("10.45"), Some("11.15"));
    assert_eq!(kinds(&late), [is("outside", "", "")]);
    let over = add(
        json!({"title": "Foto", "place": "balai kota, RUANG pers"}),
        Some("10.50"),
        Some("11.00"),
    );
    assert_eq!(kinds(&over), [is("place", "balai kota, RUANG pers", "Penutup")]);
    let night = add(json!({"title": "Jaga"}), Some("23.00"), Some("01.00"));
    assert_eq!(night["item"]["ends_at"], "2026-12-01T17:00:00.000Z");
    let wrong =
        json!({"patch": {"id": first["item"]["id"], "set": {}}, "ends": "2026-11-30 09:00"});
    assert_eq!(refused(&desk, "event_item_save", wrong).text, "event-item-ends-before");
    desk.call("event_rundown_shift", json!({"from": late["item"]["id"], "minutes": -15}));
    let rows = desk.call("event_rundown", json!(id));
    let titles: Vec<&str> =
        rows.as_array().unwrap().iter().map(|row| row["item"]["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Registrasi", "Wawancara", "Keterangan", "Penutup", "Foto", "Jaga"]);
    assert_eq!(rows[3]["item"]["ends_at"], "2026-12-01T03:00:00.000Z");
    // An event of another zone on another day: hours of the clock stay.
    desk.call(
        "event_save",
        json!({"patch": {"id": id, "set": {}}, "begins": "2026-12-03 09:00 WIT"}),
    );
    let moved = desk.call("event_rundown", json!(id));
    assert_eq!(moved[0]["item"]["begins_at"], "2026-12-03T00:00:00.000Z");
    // Over the change of clocks in London the third day's item stays at ten.
    let tour = event(&desk, "Tur", "2026-10-22 09:00 Europe/London", "2026-10-24 18:00");
    desk.call(
        "event_item_save",
        json!({"patch": {"set": {"event_id": tour, "title": "Kunjungan"}}, "begins": "2026-10-24 10:00"}),
    );
    desk.call(
        "event_save",
        json!({"patch": {"id": tour, "set": {}}, "begins": "2026-10-24 09:00"}),
    );
    assert_eq!(
        desk.call("event_rundown", json!(tour))[0]["item"]["begins_at"],
        "2026-10-26T10:00:00.000Z"
    );
}

#[test]
fn costs_are_summed_against_the_budget_and_a_head() {
    let desk = Desk::new();
    let id = event(&desk, "Jumpa pers", "2026-12-01 09:00", "");
    desk.call("event_save", json!({"patch": {"id": id, "set": {"budget": 3_000_000}}}));
    let add = |title: &str, planned: i64, actual: i64| {
        desk.call(
            "event_cost_save",
            json!({"set": {"event_id": id, "title": title, "planned": planned, "actual": actual}}),
        )["id"]
            .clone()
    };
    let food = add("Konsumsi", 2_500_000, 2_350_000);
    add("Sewa", 1_000_000, 0);
    let ctx = desk.door().ctx();
    desk.workspace
        .db
        .write(&ctx, "event_save", true, |db| {
            for name in ["a", "b", "c"] {
                let mut guest = warta::event_guest::EventGuest {
                    event_id: id,
                    name: name.to_owned(),
                    name_key: name.to_owned(),
                    category: "press".to_owned(),
                    arrived_at: if name == "c" { String::new() } else { ctx.now_text() },
                    ..Default::default()
                };
                db.insert(&mut guest)?;
            }
            Ok(())
        })
        .unwrap();
    let costs = desk.call("event_cost_list", json!(id));
    assert_eq!(costs["planned"], 3_500_000);
    assert_eq!(costs["actual"], 2_350_000);
    assert_eq!(costs["left"], -350_000, "what is not paid yet counts as planned");
    assert_eq!((&costs["came"], &costs["per_head"]), (&json!(2), &json!(1_175_000)));
    assert_eq!(costs["without_receipt"], 1);
    let paper = desk.workspace.folder().join("kuitansi.pdf");
    std::fs::write(&paper, "%PDF-1.4 kuitansi").unwrap();
    let kept = desk.call(
        "event_cost_receipt",
        json!({"id": food, "file_name": "kuitansi.pdf", "path": paper}),
    );
    assert_eq!(
        (&kept["file_name"], &kept["mime"]),
        (&json!("kuitansi.pdf"), &json!("application/pdf"))
    );
    assert_eq!(desk.call("event_cost_list", json!(id))["without_receipt"], 0);
    let bytes = desk
        .workspace
        .db
        .read(|db| warta::stored_file::stored(db, &ctx, kept["sha256"].as_str().unwrap()))
        .unwrap();
    assert_eq!(bytes.bytes, b"%PDF-1.4 kuitansi");
    for set in [
        json!({"title": ""}),
        json!({"actual": -1}),
        json!({"paid_on": "x"}),
        json!({"sha256": "x"}),
    ] {
        refused(&desk, "event_cost_save", json!({"id": food, "set": set}));
    }
}

#[test]
fn what_is_planned_can_be_taken_back() {
    let desk = desk();
    let id = desk.call("event_import", json!({"text": WHOLE}))["event"]["id"].clone();
    let first = |list: &str, key: &str| -> Json {
        let answer = desk.call(list, id.clone());
        let rows = if answer.is_array() { &answer } else { &answer["rows"] };
        if key.is_empty() { rows[0]["id"].clone() } else { rows[0][key]["id"].clone() }
    };
    let (task, item) = (first("event_task_list", "task"), first("event_rundown", "item"));
    let (cost, duty) = (first("event_cost_list", ""), first("event_duty_list", "duty"));
    let paper = desk.workspace.folder().join("notulen.txt");
    std::fs::write(&paper, "Notulen").unwrap();
    let file = desk.call("event_file_attach", json!({"event_id": id, "path": paper}))["id"].clone();
    let template =
        desk.call("event_template_keep", json!({"event_id": id, "name": "Kami"}))["id"].clone();
    for (command, args) in [
        ("event_import", json!({"text": WHOLE})),
        ("event_save", json!({"patch": {"id": id, "set": {}}, "begins": "2026-12-09 09:00 WIT"})),
        (
            "event_save",
            json!({"patch": {"set": {"title": "Tur"}}, "begins": "2026-12-09 09:00", "template": "en/tour"}),
        ),
        ("event_template_save", json!({"id": template, "set": {"name": "Kita"}})),
        ("event_template_keep", json!({"event_id": id, "name": "Lain"})),
        ("event_template_delete", template.clone()),
        ("event_task_save", json!({"set": {"event_id": id, "title": "Baru", "days": -3}})),
        ("event_task_save", json!({"id": task, "set": {"notes": "x"}})),
        ("event_task_done", json!({"id": task, "done": true})),
        ("event_task_delete", json!([task])),
        ("event_item_save", json!({"patch": {"set": {"event_id": id, "title": "Baru"}}})),
        (
            "event_item_save",
            json!({"patch": {"id": item, "set": {"place": "Aula"}}, "ends": "09.10"}),
        ),
        ("event_rundown_shift", json!({"from": item, "minutes": 10})),
        ("event_item_delete", json!([item])),
        ("event_cost_save", json!({"set": {"event_id": id, "title": "Baru", "planned": 5}})),
        ("event_cost_save", json!({"id": cost, "set": {"actual": 7, "paid_on": "2026-12-03"}})),
        ("event_cost_receipt", json!({"id": cost, "path": paper})),
        ("event_cost_delete", json!([cost])),
        ("event_file_attach", json!({"event_id": id, "purpose": "minutes", "path": paper})),
        ("event_file_save", json!({"id": file, "set": {"title": "Notulen", "purpose": "minutes"}})),
        ("event_file_delete", json!([file])),
        ("event_duty_save", json!({"set": {"event_id": id, "person": "Wati", "duty": "Foto"}})),
        ("event_duty_save", json!({"id": duty, "set": {"phone": "+62 000 1"}})),
        ("event_duty_delete", json!([duty])),
        ("event_delete", json!([id])),
    ] {
        desk.can_take_back(command, args);
    }
}

#[test]
fn the_command_line_plans_an_event_and_prints_its_rundown() {
    let office = Office::new();
    office.json(&[
        "call",
        "office_save",
        r#"{"set": {"name": "Diskominfo Kota Contoh", "city": "Contoh"}}"#,
    ]);
    let file = office.write("EVENT.md", WHOLE.replace("Penanggung jawab: Rina Contoh\n", ""));
    let made = office.json(&["event", "new", "--file", &file]);
    let id = made["event"]["id"].to_string();
    let checklist = office.warta(&["event", "checklist", &id]);
    assert!(checklist.out.contains("2026-11-24") && checklist.out.contains("H-7"), "{checklist:?}");
    let task = office.json(&["event", "checklist", &id])["tasks"][0]["task"]["id"].to_string();
    assert!(
        !office.json(&["event", "done", &task])["task"]["done_at"].as_str().unwrap().is_empty()
    );
    assert_eq!(office.json(&["event", "done", &task, "--not"])["task"]["done_at"], "");
    let rundown = office.warta(&["event", "rundown", &id]);
    assert!(rundown.out.contains("Outside the event’s hours"), "{rundown:?}");
    let pdf = office.workspace().join("rundown.pdf");
    office.json(&["event", "rundown", &id, pdf.to_str().unwrap()]);
    let text = squeezed(&pages(&std::fs::read(&pdf).unwrap()).join(" "));
    for words in [
        "Diskominfo Kota Contoh",
        "SUSUNAN ACARA",
        "Konferensi pers: pasar dibuka",
        "Registrasi",
        "Budi (moderator)",
        "2 Desember 2026",
        "10.00–11.00",
    ] {
        assert!(text.to_uppercase().contains(&squeezed(words).to_uppercase()), "{words}: {text}");
    }
    let costs = office.warta(&["event", "costs", &id]);
    assert!(costs.out.contains("Rp2,350,000") && costs.out.contains("Rp1,150,000"), "{costs:?}");
    let copy = office.workspace().join("salinan.md");
    office.json(&["event", "export", &id, copy.to_str().unwrap()]);
    let again = office.json(&[
        "event",
        "new",
        "--file",
        copy.to_str().unwrap(),
        "--begins",
        "2027-01-05 09:00 WITA",
        "--ends",
        "+2.00",
    ]);
    assert_eq!(again["event"]["begins_at"], "2027-01-05T01:00:00.000Z");
    let bad = office.write("salah.md", WHOLE.replace("Kapasitas:", "Kursi:"));
    office.warta(&["event", "new", "--file", &bad]).failed_with("Line 15");
    assert!(office.warta(&["event", "templates"]).out.contains("en/citizens_forum"));
    let tour = office.json(&[
        "event",
        "new",
        "Tur",
        "--template",
        "id/tour",
        "--begins",
        "2026-12-09 07:00",
    ]);
    assert_eq!((&tour["event"]["kind"], &tour["event"]["capacity"]), (&json!("tour"), &json!(25)));
}
