//! Letters: templates, official numbers, what is issued stays as it is; on paper and in Word.

use std::io::Read;

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;

use crate::media_list::Desk;
use crate::paper::{pages, squeezed};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.call(
        "office_save",
        json!({"set": {"name": "Diskominfo Kota Contoh", "parent": "Pemerintah Kota Contoh", "city": "Contoh",
            "signatory_name": "Budi Contoh, M.Si.", "signatory_position": "Kepala Dinas", "signatory_number": "19700101 199001 1 001",
            "number_pattern": "480/{nomor:3}/HM/{tahun}"}}),
    );
    desk
}

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn begin(desk: &Desk, kind: &str, set: Json) -> Json {
    desk.call("letter_begin", json!({"kind": kind, "set": set}))["letter"]["id"].clone()
}

fn issue(desk: &Desk, id: &Json) -> String {
    let issued = desk.call("letter_issue", json!({"id": id, "anyway": true}));
    issued["letter"]["number"].as_str().unwrap().to_owned()
}

fn year() -> String {
    let day = warta::clock::now().with_timezone(&chrono_tz::Asia::Jakarta);
    day.format("%Y").to_string()
}

#[test]
fn a_letter_begins_from_a_template_of_either_language() {
    let desk = desk();
    let templates = desk.call("letter_templates", json!(null));
    let of = |language: &str| -> Vec<String> {
        let all = templates.as_array().unwrap().iter();
        all.filter(|one| one["language"] == language)
            .map(|one| one["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    for language in ["id", "en"] {
        assert_eq!(of(language), ["cover", "invitation", "memo", "assignment"], "{language}");
    }
    let invitation =
        templates.as_array().unwrap().iter().find(|one| one["name"] == "Undangan").unwrap()["id"]
            .clone();
    let begun = desk.call("letter_begin", json!({"template_id": invitation}));
    assert_eq!(begun["letter"]["kind"], "invitation");
    assert_eq!(begun["letter"]["signatory_name"], "Budi Contoh, M.Si.");
    assert_eq!(begun["letter"]["place"], "Contoh");
    let blanks = begun["blanks"].to_string();
    assert!(blanks.contains("[tempat]") && blanks.contains("[narahubung]"), "{blanks}");
    let id = begun["letter"]["id"].clone();
    let refusal = refused(&desk, "letter_issue", json!({"id": id}));
    assert_eq!(refusal.text, "letter-lacks");

    desk.call(
        "letter_save",
        json!({"id": id, "set": {"subject": "Undangan jumpa pers", "recipients": "Pemimpin Redaksi Harian Contoh\ndi tempat",
            "body_html": "<p>Senin di Balai Kota.</p><script>alert(1)</script>"}}),
    );
    let kept = desk
        .call("letter_template_keep", json!({"letter_id": id, "name": "  Undangan   jumpa pers "}));
    assert_eq!(kept["name"], "Undangan jumpa pers");
    assert_eq!(kept["body_html"], "<p>Senin di Balai Kota.</p>");
    let shown = desk.call("letter_show", id);
    assert_eq!((&shown["lacking"], &shown["blanks"]), (&json!([]), &json!([])));
    let nameless = refused(&desk, "letter_template_save", json!({"set": {"name": " "}}));
    assert_eq!(nameless.field.as_deref(), Some("name"));
}

#[test]
fn numbers_come_by_kind_never_twice_and_void_ones_stay_listed() {
    let desk = desk();
    let year = year();
    for (kind, pattern) in [("memo", "ND/{nomor}/{tahun}"), ("invitation", "005/{nomor:3}/{tahun}")]
    {
        desk.call("letter_numbering_save", json!({"kind": kind, "pattern": pattern}));
    }
    let memo = |subject: &str| begin(&desk, "memo", json!({"subject": subject}));
    let (first, second) = (memo("Satu"), memo("Dua"));
    assert_eq!(issue(&desk, &first), format!("ND/1/{year}"));
    let invitation = begin(&desk, "invitation", json!({"subject": "Rapat"}));
    assert_eq!(issue(&desk, &invitation), format!("005/001/{year}"), "each kind counts for itself");

    let lost = desk.call("letter_void", json!({"id": first, "reason": "Salah alamat"}));
    assert_eq!(
        (&lost["state"], &lost["letter"]["number"]),
        (&json!("void"), &json!(format!("ND/1/{year}")))
    );
    assert_eq!(issue(&desk, &second), format!("ND/2/{year}"), "a void number is not given again");
    desk.call("undo_last", json!(null));
    assert_eq!(desk.call("letter_show", second.clone())["state"], "draft");
    assert_eq!(issue(&desk, &second), format!("ND/3/{year}"), "nor one that was taken back");
    let register = desk.call("letter_register", json!(null));
    let rows: Vec<(String, bool)> = register["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["number"].as_str().unwrap().to_owned(), row["void_at"] != ""))
        .collect();
    let listed = [("ND/3", false), ("ND/2", true), ("005/001", false), ("ND/1", true)];
    let listed: Vec<(String, bool)> =
        listed.iter().map(|(number, void)| (format!("{number}/{year}"), *void)).collect();
    assert_eq!(rows, listed);

    // What was begun elsewhere this year goes on from there.
    desk.call("letter_numbering_save", json!({"kind": "memo", "number_from": 57}));
    assert_eq!(issue(&desk, &memo("Tiga")), format!("ND/57/{year}"));

    // A kind without a pattern takes a number by hand, if nobody else has it.
    let task = begin(&desk, "assignment", json!({"subject": "Liputan"}));
    let missing = refused(&desk, "letter_issue", json!({"id": task, "anyway": true}));
    assert_eq!(missing.text, "letter-number-missing");
    let taken = json!({"id": task, "anyway": true, "number": format!("ND/1/{year}")});
    assert_eq!(refused(&desk, "letter_issue", taken).text, "release-number-taken");
    desk.call("letter_issue", json!({"id": task, "anyway": true, "number": " 094 / 7 "}));
    assert_eq!(desk.call("letter_show", task)["letter"]["number"], "094 / 7");

    // Releases and letters share their numbers where the patterns say the same.
    let release = desk.call("release_save", json!({"set": {"headline": "Pasar dibuka"}}));
    let release = release["release"]["id"].clone();
    desk.call("release_approve", json!({"id": release, "way": "here"}));
    let same = json!({"kind": "letter", "pattern": "480/{nomor:3}/HM/{tahun}"});
    desk.call("letter_numbering_save", same);
    let letter = begin(&desk, "letter", json!({"subject": "Balasan"}));
    assert_eq!(issue(&desk, &letter), format!("480/002/HM/{year}"));
    let other = desk.call("release_save", json!({"set": {"headline": "Taman dibuka"}}));
    desk.call("release_approve", json!({"id": other["release"]["id"], "way": "here"}));
    let shown = desk.call("release_show", other["release"]["id"].clone());
    assert_eq!(shown["release"]["number"], format!("480/003/HM/{year}"));
}

#[test]
fn what_is_issued_stays_as_it_is() {
    let desk = desk();
    desk.call("letter_numbering_save", json!({"kind": "letter", "pattern": "{nomor}"}));
    let id = begin(&desk, "letter", json!({"subject": "Jawaban", "recipients": "Ibu Contoh"}));
    for (field, value) in [("number", "1"), ("issued_at", "2026-01-01"), ("voided_at", "x")] {
        let error = refused(&desk, "letter_save", json!({"id": id, "set": {field: value}}));
        assert_eq!(error.text, "error-unknown-field", "{field}");
    }
    let many = refused(&desk, "letter_save", json!({"id": id, "set": {"enclosures": -1}}));
    assert_eq!(many.field.as_deref(), Some("enclosures"));
    issue(&desk, &id);
    let late = json!({"id": id, "set": {"subject": "Lain"}});
    assert_eq!(refused(&desk, "letter_save", late).text, "letter-is-issued");
    assert_eq!(refused(&desk, "letter_delete", json!([id])).text, "letter-void-first");
    let twice = json!({"id": id, "anyway": true});
    assert_eq!(refused(&desk, "letter_issue", twice).text, "letter-is-issued");
    assert_eq!(
        refused(&desk, "letter_void", json!({"id": id, "reason": " "})).text,
        "letter-void-reason"
    );

    let copy = desk.call("letter_begin", json!({"copy_of": id}));
    assert_eq!(copy["state"], "draft");
    assert_eq!(
        (&copy["letter"]["subject"], &copy["letter"]["number"]),
        (&json!("Jawaban"), &json!(""))
    );
    desk.call("letter_void", json!({"id": id, "reason": "Keliru"}));
    assert_eq!(desk.call("letter_delete", json!([id])), 1);
    let texts =
        |filter: Json| -> usize { desk.call("letter_list", filter).as_array().unwrap().len() };
    assert_eq!(texts(json!({"text": "ibu contoh"})), 1);
    assert_eq!(texts(json!({"text": "ibu siapa"})), 0);
    assert_eq!(texts(json!({"state": "void"})), 0);
}

/// The words of a Word file, its letterhead too.
fn words_of(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut all = String::new();
    for name in archive.file_names().map(str::to_owned).collect::<Vec<_>>() {
        if name.starts_with("word/") && name.ends_with(".xml") {
            let mut xml = String::new();
            archive.by_name(&name).unwrap().read_to_string(&mut xml).unwrap();
            let mut inside = false;
            for letter in xml.chars() {
                match letter {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => all.push(letter),
                    _ => {}
                }
            }
        }
    }
    squeezed(&all)
}

#[test]
fn each_kind_stands_on_the_letterhead() {
    let desk = desk();
    let set = json!({"subject": "Rapat koordinasi", "recipients": "Kepala Bagian Umum\nSekretaris Daerah", "enclosures": 2,
        "dated_on": "2026-11-23", "sender": "Kepala Bidang", "signatory_rank": "Pembina Utama Muda", "copies": "Arsip\nWali Kota",
        "body_html": "<p>Isi surat.</p><table><tbody><tr><td>Tempat</td><td>Balai Kota</td></tr></tbody></table>"});
    let says: [(&str, &[&str], &[&str]); 5] = [
        (
            "letter",
            &[
                "Nomor",
                "Lampiran",
                "2 berkas",
                "Hal",
                "Yth. Kepala Bagian Umum",
                "Contoh, 23 November 2026",
            ],
            &["NOTA DINAS", "SURAT DINAS"],
        ),
        (
            "invitation",
            &["Rapat koordinasi", "Yth. Kepala Bagian Umum", "Contoh, 23 November 2026"],
            &["NOTA DINAS"],
        ),
        ("cover", &["SURAT PENGANTAR", "Nomor: ", "Yth. Kepala Bagian Umum"], &["Lampiran"]),
        (
            "memo",
            &["NOTA DINAS", "Kepala Bidang", "23 November 2026", "2 berkas", "Rapat koordinasi"],
            &["Contoh, 23"],
        ),
        (
            "assignment",
            &[
                "SURAT TUGAS",
                "1. Kepala Bagian Umum",
                "2. Sekretaris Daerah",
                "Contoh, 23 November 2026",
            ],
            &["Lampiran"],
        ),
    ];
    let folder = desk.workspace.folder().to_owned();
    for (kind, there, absent) in says {
        let id = begin(&desk, kind, set.clone());
        let everywhere = [
            "PEMERINTAH KOTA CONTOH",
            "Isi surat.",
            "Balai Kota",
            "Budi Contoh, M.Si.",
            "Pembina Utama Muda",
            "NIP 19700101",
            "Tembusan:",
            "Wali Kota",
        ];
        let mut said = Vec::new();
        for ending in ["pdf", "docx", "txt"] {
            let file = folder.join(format!("{kind}.{ending}"));
            desk.call("letter_export", json!({"letter_id": id, "file": file}));
            let bytes = std::fs::read(&file).unwrap();
            said.push(match ending {
                "pdf" => {
                    let all = pages(&bytes);
                    assert_eq!(all.len(), 1, "{kind}");
                    assert!(all[0].contains(&squeezed("KONSEP, belum diterbitkan")), "{kind}");
                    all.concat()
                }
                "docx" => words_of(&bytes),
                _ => squeezed(&String::from_utf8(bytes).unwrap()).replace(
                    &squeezed("Pemerintah Kota Contoh"),
                    &squeezed("PEMERINTAH KOTA CONTOH"),
                ),
            });
        }
        for (ending, all) in ["pdf", "docx", "txt"].iter().zip(&said) {
            for word in everywhere.iter().chain(there) {
                // A list's numbers are no text in Word.
                let is_there = all.contains(&squeezed(word));
                assert!(is_there, "{kind}.{ending} lacks {word}: {all}");
            }
            for word in absent {
                assert!(!all.contains(&squeezed(word)), "{kind}.{ending} says {word}: {all}");
            }
        }
    }
    let id = begin(&desk, "letter", set);
    let html = json!({"letter_id": id, "format": "html"});
    assert_eq!(refused(&desk, "letter_export", html).text, "letter-format");
    let number = desk.call("letter_issue", json!({"id": id, "anyway": true, "number": "480/9"}));
    assert_eq!(number["letter"]["dated_on"], "2026-11-23");
    desk.call("letter_void", json!({"id": id, "reason": "Keliru"}));
    let file = folder.join("void.pdf");
    desk.call("letter_export", json!({"letter_id": id, "file": file}));
    let all = pages(&std::fs::read(&file).unwrap()).concat();
    assert!(all.contains("480/9") && all.contains("BATAL"), "{all}");
}

#[test]
fn letters_on_the_command_line() {
    let office = crate::office::Office::new();
    let made = office.json(&[
        "letter",
        "new",
        "--template",
        "Surat tugas",
        "--set",
        "subject=Liputan pasar",
        "--set",
        "recipients=Siti Contoh\\nDewi Contoh",
    ]);
    let id = made["id"].to_string();
    assert_eq!(made["recipients"], "Siti Contoh\nDewi Contoh");
    let text = office.write("isi.md", "Untuk meliput **pasar rakyat**.\n");
    office.json(&["letter", "edit", &id, "--file", &text]);
    let numbers =
        office.json(&["letter", "numbers", "--kind", "assignment", "--pattern", "094/{number}"]);
    assert_eq!(numbers["numberings"][4]["next"], "094/1");
    let refusal = office.warta(&["letter", "issue", &id]);
    assert_eq!(refusal.code, 1, "{refusal:?}");
    assert_eq!(office.json(&["letter", "issue", &id, "--anyway"])["number"], "094/1");
    let file = office.file("tugas.pdf");
    office.json(&["letter", "export", "094/1", &file.display().to_string()]);
    assert!(pages(&std::fs::read(file).unwrap()).concat().contains("pasarrakyat"));
    let shown = office.warta(&["letter", "show", "094/1"]);
    assert!(shown.out.contains("Siti Contoh") && shown.out.contains("094/1"), "{shown:?}");
    office.json(&["letter", "void", "094/1", "--reason", "Diganti"]);
    let list = office.json(&["letter", "list", "--state", "void"]);
    assert_eq!(list["letters"].as_array().unwrap().len(), 1);
    let listed = office.warta(&["letter", "list"]);
    assert!(listed.out.contains("094/1"), "{listed:?}");
    assert_eq!(office.warta(&["letter", "show", "999"]).code, 1);
    assert!(office.warta(&["letter", "templates"]).out.contains("Nota dinas"));
}
