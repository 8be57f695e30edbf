//! A look over the text, quotes with their approval, standing texts and templates of releases.

use serde_json::{Value as Json, json};
use warta::commands;

use crate::media_list::Desk;
use crate::office::Office;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.call(
        "office_save",
        json!({"set": {"name": "Diskominfo Kota Contoh", "city": "Contoh", "boilerplate": "Profil kami."}}),
    );
    desk
}

fn release(desk: &Desk, set: Json) -> Json {
    desk.call("release_save", json!({"set": set}))["release"]["id"].clone()
}

fn remarks(desk: &Desk, id: &Json) -> Vec<String> {
    let lint = desk.call("release_lint", json!({"release_id": id}));
    let all = lint["remarks"].as_array().unwrap().iter();
    all.map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
}

fn problems(desk: &Desk, id: &Json) -> Vec<String> {
    let check = desk.call("audience_check", json!({"release_id": id}));
    let all = check["problems"].as_array().unwrap().iter();
    all.map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_whole_release_is_left_in_peace_and_each_fault_is_named() {
    let desk = desk();
    let whole = json!({"headline": "Pasar Rakyat Contoh dibuka kembali", "dated_on": "2026-11-20", "place": "Contoh",
        "lead": "Wali Kota Contoh membuka kembali Pasar Rakyat setelah delapan bulan perbaikan.",
        "body_html": "<p>Lihat <a href=\"https://example.id/pasar\">situs</a>.</p><img src=\"cid:image-1\" alt=\"Pintu pasar\">"});
    let id = release(&desk, whole.clone());
    assert_eq!(remarks(&desk, &id), Vec::<String>::new());
    let lint = desk.call("release_lint", json!({"release_id": id}));
    assert_eq!((&lint["words"], &lint["headline_characters"]), (&json!(18), &json!(34)));
    desk.call("setting_set", json!({"key": "avoided_words", "value": "perbaikan = renovasi"}));
    for (set, kind) in [
        (json!({"headline": "Pasar ".repeat(20)}), "headline_long"),
        (json!({"lead": "Pasar dibuka."}), "no_what"),
        (json!({"lead": "pemerintah membuka kembali pasar setelah lama sekali tutup"}), "no_who"),
        (json!({"dated_on": ""}), "no_when"),
        (json!({"place": " "}), "no_where"),
        (json!({"body_html": "<p><a href=\"http://192.168.1.9/x\">x</a></p>"}), "link_private"),
        (json!({"body_html": "<img src=\"cid:image-1\" alt=\"IMG_01.JPG\">"}), "image_undescribed"),
        (json!({}), "avoided_word"),
        (json!({"body_html": format!("<p>{}</p>", "kata ".repeat(700))}), "text_long"),
    ] {
        let mut all = whole.clone();
        all.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        let id = release(&desk, all);
        let said = remarks(&desk, &id);
        assert!(said.contains(&kind.to_owned()), "{kind}: {said:?}");
        assert!(problems(&desk, &id).contains(&kind.to_owned()), "{kind} before sending");
    }
    let day = json!({"dated_on": "", "lead": "Wali Kota Contoh membuka kembali Pasar Rakyat hari ini, Jumat."});
    let mut all = whole;
    all.as_object_mut().unwrap().extend(day.as_object().unwrap().clone());
    assert!(!remarks(&desk, &release(&desk, all)).contains(&"no_when".to_owned()));
}

#[test]
fn a_quote_is_approved_by_somebody_and_other_words_are_not() {
    let desk = desk();
    let speaker = desk.contact("Budi Contoh", "budi@example.id", "Dinas Pasar");
    let id = release(&desk, json!({"headline": "Pasar dibuka"}));
    let quote = desk.call(
        "quote_save",
        json!({"patch": {"set": {"contact_id": speaker, "release_id": id, "words": "Pasar ini milik warga."}}}),
    )["quote"]["id"]
        .clone();
    assert!(problems(&desk, &id).contains(&"quote_unapproved".to_owned()));
    let approved = desk.call("quote_approve", json!({"id": quote, "by": " Kepala  Dinas "}));
    assert_eq!(approved["approved_by"], "Kepala Dinas");
    assert_ne!(approved["approved_at"], "");
    assert!(!problems(&desk, &id).contains(&"quote_unapproved".to_owned()));
    desk.call("quote_save", json!({"patch": {"id": quote, "set": {"topic": "Pasar"}}}));
    let rows = desk.call("quote_list", json!({"release_id": id}));
    assert_eq!(rows[0]["quote"]["approved_by"], "Kepala Dinas", "the topic is not what was said");
    desk.call("quote_save", json!({"patch": {"id": quote, "set": {"words": "Milik kita."}}}));
    assert!(problems(&desk, &id).contains(&"quote_unapproved".to_owned()), "other words");
    desk.call("quote_approve", json!({"id": quote, "by": "Kepala Dinas"}));
    desk.call("quote_approve", json!({"id": quote, "by": ""}));
    assert!(problems(&desk, &id).contains(&"quote_unapproved".to_owned()), "taken back");
    let sneaked = json!({"patch": {"id": quote, "set": {"approved_by": "Saya"}}});
    let error = commands::call_and_wait(&desk.door(), "quote_save", sneaked).unwrap_err();
    assert_eq!(error.text, "error-unknown-field");
}

#[test]
fn a_release_begins_from_a_template_and_standing_texts_have_names() {
    let desk = desk();
    let set = json!({"kind": "statement", "headline": "Klarifikasi [soal]", "lead": "Kami luruskan.", "press_contact": "Rina",
        "body_html": "<p>Isi.</p><img src=\"cid:image-1\" alt=\"x\">"});
    let id = release(&desk, set);
    let kept = desk.call("release_template_keep", json!({"release_id": id, "name": "Klarifikasi"}));
    assert_eq!(kept["body_html"], "<p>Isi.</p>");
    let again =
        desk.call("release_template_keep", json!({"release_id": id, "name": "klarifikasi"}));
    assert_eq!(again["id"], kept["id"], "the same name is the same template");
    let begun = desk.call("release_begin", json!({"template_id": kept["id"]}));
    assert_eq!(begun["release"]["kind"], "statement");
    assert_eq!(begun["release"]["headline"], "Klarifikasi [soal]");
    assert_eq!(begun["release"]["press_contact"], "Rina");
    assert_eq!(begun["release"]["boilerplate"], "Profil kami.");
    let empty = desk.call("release_begin", json!({}));
    assert_eq!(empty["release"]["kind"], "press_release");

    let text = desk.call(
        "standing_save",
        json!({"set": {"kind": "boilerplate", "name": "Kota", "text": "Kota Contoh adalah …"}}),
    );
    desk.call("standing_save", json!({"id": text["id"], "set": {"name": "Kota Contoh"}}));
    assert_eq!(desk.call("standing_list", json!(null))[0]["name"], "Kota Contoh");
    let nameless = json!({"set": {"kind": "boilerplate", "name": " ", "text": "x"}});
    let error = commands::call_and_wait(&desk.door(), "standing_save", nameless).unwrap_err();
    assert_eq!(error.text, "standing-nameless");
}

#[test]
fn quotes_are_kept_approved_and_taken_back_on_the_command_line() {
    let office = Office::with_contacts();
    let who = office.json(&["contact", "list"])["rows"][0]["id"].to_string();
    let file = office.write("siaran.md", "# Judul\n\nPembuka.\n\nIsi.\n");
    let release = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let words = "Pasar ini milik warga.";
    let made = office.json(&[
        "quote",
        "new",
        &who,
        "--words",
        words,
        "--topic",
        "Pasar",
        "--on",
        "2026-11-20",
        "--outlet",
        "Harian Kutipan",
        "--release",
        &release,
    ]);
    let id = made["quote"]["id"].to_string();
    assert_eq!(
        (&made["outlet"], &made["quote"]["words"]),
        (&json!("Harian Kutipan"), &json!(words))
    );
    assert_eq!(
        office.json(&["quote", "list", "--unapproved"])["quotes"][0]["quote"]["id"],
        made["quote"]["id"]
    );
    let approved = office.json(&["quote", "approve", &id, "--by", "Ibu  Kepala Dinas"]);
    assert_eq!(approved["quote"]["approved_by"], json!("Ibu Kepala Dinas"));
    assert_eq!(office.json(&["quote", "list", "--unapproved"])["quotes"], json!([]));
    let shown = office.warta(&["quote", "show", &id, "--language", "en"]);
    assert!(
        shown.out.contains(words) && shown.out.contains("Approved by Ibu Kepala Dinas"),
        "{shown:?}"
    );
    // Other words are not what was approved.
    let edited = office.json(&["quote", "edit", &id, "--words", "Pasar ini milik semua warga."]);
    assert_eq!(edited["quote"]["approved_by"], json!(""));
    let again = office.json(&["quote", "edit", &id, "--release", "0"]);
    assert_eq!(again["quote"]["release_id"], Json::Null);
    office.json(&["quote", "approve", &id, "--by", "Kepala Dinas"]);
    let back = office.json(&["quote", "approve", &id, "--take-back"]);
    assert_eq!(back["quote"]["approved_at"], json!(""));
    office.warta(&["quote", "edit", &id, "--language", "en"]).failed_with("");
    assert_eq!(office.json(&["quote", "remove", &id])["removed"], json!(1));
    office.warta(&["quote", "show", &id, "--language", "en"]).failed_with("There is no quote");
    office.json(&["undo"]);
    assert_eq!(office.json(&["quote", "show", &id])["quote"]["topic"], json!("Pasar"));
}

#[test]
fn templates_and_standing_texts_are_kept_on_the_command_line() {
    let office = Office::new();
    let body = office.write("isi.md", "Acara **dimulai** pukul 09.00.\n");
    let made = office.json(&[
        "template",
        "new",
        "Undangan liputan",
        "--set",
        "headline=Undangan",
        "--set",
        "kind=media_advisory",
        "--file",
        &body,
    ]);
    assert_eq!(made["headline"], json!("Undangan"));
    assert!(made["body_html"].as_str().unwrap().contains("<strong>dimulai</strong>"), "{made}");
    office
        .warta(&["template", "new", "undangan LIPUTAN", "--language", "en"])
        .failed_with("already");
    let begun = office.json(&["release", "new", "--template", "undangan liputan"]);
    assert_eq!(begun["headline"], json!("Undangan"));
    let release = begun["id"].to_string();
    let kept = office.json(&["template", "new", "Dari siaran", "--release", &release]);
    assert_eq!(kept["kind"], json!("media_advisory"));
    office.json(&["template", "edit", "Dari siaran", "--set", "lead=Pembuka baru."]);
    let shown = office.warta(&["template", "show", "dari siaran"]);
    assert!(shown.out.contains("Pembuka baru.") && shown.out.contains("dimulai"), "{shown:?}");
    office.json(&["template", "remove", "Dari siaran"]);
    let names: Vec<String> = office.json(&["template", "list"])["templates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        names.contains(&"Undangan liputan".to_owned())
            && !names.contains(&"Dari siaran".to_owned()),
        "{names:?}"
    );
    office
        .warta(&["release", "new", "--template", "Tidak ada", "--language", "en"])
        .failed_with("There is no release template");

    let text = office.write("profil.txt", "Diskominfo Kota Contoh\nmelayani informasi warga.\n");
    let made = office.json(&[
        "boilerplate",
        "new",
        "Profil resmi",
        "--file",
        &text,
        "--text-language",
        "id",
    ]);
    assert_eq!(made["text"], json!("Diskominfo Kota Contoh\nmelayani informasi warga."));
    office.json(&[
        "boilerplate",
        "new",
        "Narahubung",
        "--kind",
        "press_contact",
        "--text",
        "Rina\\n+62 000 0000 001",
    ]);
    let contacts = office.json(&["boilerplate", "list", "--kind", "press_contact"]);
    let contacts = contacts["boilerplates"].as_array().unwrap();
    assert!(
        contacts.iter().any(|one| one["text"] == json!("Rina\n+62 000 0000 001")),
        "{contacts:?}"
    );
    assert!(contacts.iter().all(|one| one["kind"] == json!("press_contact")));
    let id = made["id"].to_string();
    let edited = office.json(&[
        "boilerplate",
        "edit",
        &id,
        "--name",
        "Profil singkat",
        "--text",
        "Kami melayani.",
    ]);
    assert_eq!(
        (&edited["name"], &edited["text"], &edited["language"]),
        (&json!("Profil singkat"), &json!("Kami melayani."), &json!("id"))
    );
    assert!(
        office.warta(&["boilerplate", "show", "profil singkat"]).out.contains("Kami melayani.")
    );
    office.json(&["boilerplate", "remove", "Profil singkat"]);
    office
        .warta(&["boilerplate", "show", &id, "--language", "en"])
        .failed_with("There is no standing text");
}
