//! A look over the text, quotes with their approval, standing texts and templates of releases.

use serde_json::{Value as Json, json};
use warta::commands;

use crate::media_list::Desk;

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
    let lint = desk.call("release_lint", id.clone());
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
    let lint = desk.call("release_lint", id.clone());
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
