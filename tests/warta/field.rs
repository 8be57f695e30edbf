//! What is kept about contacts and organisations: every field has its texts and its place in the
//! store, a wrong value is refused by name, and the office's own fields are fields like any other.

use serde_json::{Value as Json, json};
use warta::commands::{self, Door};
use warta::db::Source;
use warta::error::{Code, Error};
use warta::field::{self, FieldKind};
use warta::owner::{Owner, OwnerKind};
use warta::text;
use warta::workspace::Workspace;

use crate::office::Office;

struct Desk {
    _office: Office,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let office = Office::without_workspace();
        Workspace::create(&office.workspace()).unwrap();
        let workspace = office.open();
        Self { _office: office, workspace }
    }

    fn attempt(&self, name: &str, args: Json) -> Result<Json, Error> {
        let door = Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        };
        commands::call_and_wait(&door, name, args)
    }

    fn call(&self, name: &str, args: Json) -> Json {
        self.attempt(name, args).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn contact(&self, save: Json) -> i64 {
        self.call("contact_save", save).pointer("/contact/id").and_then(Json::as_i64).unwrap()
    }

    /// The values of one field of one record.
    fn values(&self, owner: Owner, key: &str) -> Vec<String> {
        self.workspace
            .db
            .read(|db| {
                let field = field::named(db, owner.kind(), key)?;
                Ok(field::values_of(db, owner, &[field])?.remove(0))
            })
            .unwrap_or_else(|error| panic!("{key}: {error}"))
    }
}

#[test]
fn every_field_has_its_texts_and_its_sql() {
    let desk = Desk::new();
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}}, "affiliations": [{"organisation": "Radio Contoh"}]}));
    for owner in [OwnerKind::Contact, OwnerKind::Organisation] {
        let fields = desk.workspace.db.read(|db| field::all(db, owner)).unwrap();
        assert!(fields.len() > 30, "{} fields", fields.len());
        for field in &fields {
            for language in text::LANGUAGES {
                assert!(text::known(language, &field.text, &[]).is_some(), "{}", field.text);
                let group = format!("field-group-{}", field.group.as_str());
                assert!(text::known(language, &group, &[]).is_some(), "{group}");
                for word in &field.choices {
                    let key = format!("{}-{word}", field.choice_text);
                    assert!(text::known(language, &key, &[]).is_some(), "{key}");
                }
            }
            assert_eq!(field.kind == FieldKind::Choice, !field.choices.is_empty(), "{}", field.key);
        }
        let keys: std::collections::BTreeSet<&String> =
            fields.iter().map(|field| &field.key).collect();
        assert_eq!(keys.len(), fields.len(), "keys are unlike");
        let (table, alias) = match owner {
            OwnerKind::Contact => ("contacts", "c"),
            OwnerKind::Organisation => ("organisations", "o"),
        };
        desk.workspace
            .db
            .read(|db| {
                let record = match owner {
                    OwnerKind::Contact => Owner::Contact(id),
                    OwnerKind::Organisation => Owner::Organisation(1),
                };
                let values = field::values_of(db, record, &fields)?;
                for (field, values) in fields.iter().zip(&values) {
                    let sql = format!(
                        "SELECT COUNT(*) FROM {table} {alias} WHERE {alias}.id = {} AND {} AND {} IS NOT NULL",
                        record.id(),
                        field.source.present(alias),
                        field.source.scalar(alias)
                    );
                    let present = db.number(&sql, &[])? == 1;
                    let counted = !matches!(field.kind, FieldKind::Number | FieldKind::YesNo);
                    if counted {
                        assert_eq!(present, !values.is_empty(), "{}: {values:?}", field.key);
                    }
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_is_saved_stands_in_its_field() {
    let desk = Desk::new();
    let id = desk.contact(json!({
        "patch": {"set": {"name": "Siti Rahma", "nickname": "Titi", "birthday": "1988-05-17", "ukw_level": "muda", "verified_on": "2026-11-01"}},
        "reaches": [{"kind": "email", "value": "siti@example.id", "label": "work"}, {"kind": "whatsapp", "value": "0812 0000 1111"}],
        "regions": ["Kota Serang", "Cilegon"], "languages": ["Sunda"], "topics": ["Gizi"], "beats": ["Kesehatan"], "tags": ["pokja"],
        "affiliations": [{"organisation": "Radio Contoh", "position": "Reporter", "department": "Berita"}],
        "memberships": [{"association": "PWI Contoh", "role": "Anggota", "member_number": "12"}],
        "social_accounts": [{"handle": "https://www.instagram.com/contoh", "followers": 1200, "counted_on": "2026-11-01"}],
    }));
    for (key, expected) in [
        ("name", vec!["Siti Rahma"]),
        ("nickname", vec!["Titi"]),
        ("birthday", vec!["1988-05-17"]),
        ("ukw_level", vec!["muda"]),
        ("ukw_number", vec![]),
        ("email", vec!["siti@example.id"]),
        ("regions", vec!["Kota Serang", "Cilegon"]),
        ("languages", vec!["Sunda"]),
        ("topics", vec!["Gizi"]),
        ("outlet", vec!["Radio Contoh"]),
        ("position", vec!["Reporter"]),
        ("department", vec!["Berita"]),
        ("memberships", vec!["PWI Contoh"]),
        ("social_accounts", vec!["instagram: contoh"]),
        ("followers", vec!["1200"]),
        ("do_not_contact", vec!["no"]),
    ] {
        assert_eq!(desk.values(Owner::Contact(id), key), expected, "{key}");
    }
    let association =
        desk.call("contact_show", json!(id))["memberships"][0]["association_id"].clone();
    let shown = desk.call("organisation_show", association);
    assert_eq!(shown["organisation"]["kind"], "journalists_association");
    assert_eq!(shown["members"][0]["member"], "Siti Rahma");
    for text in ["titi", "cilegon", "gizi", "pwi", "contoh"] {
        let found = desk.call("contact_list", json!({"search": text}));
        assert_eq!(found["total"], 1, "{text}");
    }
}

#[test]
fn a_wrong_value_is_refused_by_the_name_of_its_field() {
    let desk = Desk::new();
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}}}));
    for (set, field) in [
        (json!({"birthday": "17 Mei"}), "birthday"),
        (json!({"ukw_level": "tinggi"}), "ukw_level"),
        (json!({"press_card_expires_on": "2027-02-30"}), "press_card_expires_on"),
        (json!({"lawful_basis": "suka-suka"}), "lawful_basis"),
        (json!({"kind": ""}), "kind"),
    ] {
        let error =
            desk.attempt("contact_save", json!({"patch": {"id": id, "set": set}})).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some(field)));
    }
    for (set, field) in [
        (json!({"name": "Media", "reach_value": -1}), "reach_value"),
        (json!({"name": "Media", "tier": "9"}), "tier"),
        (json!({"name": "Media", "press_council_on": "kemarin"}), "press_council_on"),
    ] {
        let error = desk.attempt("organisation_save", json!({"patch": {"set": set}})).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some(field)));
    }
    for (nested, field) in [
        (
            json!({"memberships": [{"association": "PWI", "started_on": "2026-02-01", "ended_on": "2026-01-01"}]}),
            "ended_on",
        ),
        (json!({"social_accounts": [{"platform": "myspace", "handle": "x"}]}), "platform"),
        (
            json!({"reaches": [{"kind": "email", "value": "a@example.id", "label": "pribadi"}]}),
            "label",
        ),
    ] {
        let mut save = json!({"patch": {"id": id, "set": {}}});
        save.as_object_mut().unwrap().extend(nested.as_object().unwrap().clone());
        let error = desk.attempt("contact_save", save).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some(field)));
    }
}

#[test]
fn a_field_of_the_office_is_a_field_like_any_other() {
    let desk = Desk::new();
    let define = |set: Json| desk.attempt("custom_field_save", json!({"set": set}));
    let shoe = define(json!({"name": "Ukuran sepatu", "kind": "number"})).unwrap();
    let group =
        define(json!({"name": "Angkatan", "kind": "choice", "choices": "Merah\nBiru"})).unwrap();
    for (set, field) in [
        (json!({"name": " "}), "name"),
        (json!({"name": "UKURAN Sepatu"}), "name"),
        (json!({"name": "Lain", "kind": "email"}), "kind"),
        (json!({"name": "Lain", "kind": "choice"}), "choices"),
        (json!({"name": "Lain", "owner": "release"}), "owner"),
    ] {
        assert_eq!(define(set).unwrap_err().field.as_deref(), Some(field));
    }
    let key = |field: &Json| format!("custom_{}", field["id"]);
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}},
        "custom": [{"custom_field_id": shoe["id"], "value": "38,5"}, {"custom_field_id": group["id"], "value": "biru"}]}));
    assert_eq!(desk.values(Owner::Contact(id), &key(&shoe)), ["38.5"]);
    assert_eq!(desk.values(Owner::Contact(id), &key(&group)), ["Biru"]);
    assert_eq!(desk.call("contact_list", json!({"search": "biru"}))["total"], 1);
    let error = desk
        .attempt("contact_save", json!({"patch": {"id": id, "set": {}}, "custom": [{"custom_field_id": shoe["id"], "value": "besar"}]}))
        .unwrap_err();
    assert_eq!(error.field, Some(key(&shoe)));
    let error = desk
        .attempt("custom_field_save", json!({"id": shoe["id"], "set": {"kind": "text"}}))
        .unwrap_err();
    assert_eq!(error.text, "custom-field-has-values");
    desk.call(
        "custom_field_save",
        json!({"id": group["id"], "set": {"choices": "Merah\nBiru Muda"}}),
    );
    assert_eq!(
        desk.values(Owner::Contact(id), &key(&group)),
        ["Biru Muda"],
        "a renamed choice keeps its values"
    );
    let fields = desk.call("field_list", json!("contact"));
    let last = fields.as_array().unwrap().last().unwrap();
    assert_eq!((last["name"].as_str(), last["group"].as_str()), (Some("Angkatan"), Some("custom")));
    desk.call("contact_save", json!({"patch": {"id": id, "set": {}}, "custom": [{"custom_field_id": shoe["id"], "value": ""}]}));
    assert!(desk.values(Owner::Contact(id), &key(&shoe)).is_empty());
    desk.call("custom_field_delete", group["id"].clone());
    assert!(
        desk.attempt("contact_show", json!(id)).unwrap()["custom"].as_array().unwrap().is_empty()
    );
    desk.call("undo_last", json!(null));
    assert_eq!(desk.values(Owner::Contact(id), &key(&group)), ["Biru Muda"]);
}

#[test]
fn a_change_of_jobs_closes_one_and_opens_the_next_and_keeps_both() {
    let desk = Desk::new();
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}},
        "affiliations": [{"organisation": "Radio Contoh", "position": "Reporter", "started_on": "2020-01-01"}, {"organisation": "PWI Contoh"}]}));
    let change = |change: Json| desk.attempt("contact_change_job", change);
    let detail = change(json!({"contact_id": id, "leaves": "radio contoh", "on": "2026-11-01", "organisation": "Harian Baru", "position": "Redaktur"})).unwrap();
    let stands = |detail: &Json| -> Vec<(String, String, String)> {
        let text = |row: &Json, key: &str| row[key].as_str().unwrap().to_owned();
        detail["affiliations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (text(row, "organisation"), text(row, "started_on"), text(row, "ended_on")))
            .collect()
    };
    let three = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(
        stands(&detail),
        [
            three("Harian Baru", "2026-11-01", ""),
            three("PWI Contoh", "", ""),
            three("Radio Contoh", "2020-01-01", "2026-11-01")
        ]
    );
    assert_eq!(detail["row"]["outlet"], "Harian Baru");
    for (wrong, field) in [
        (json!({"contact_id": id, "leaves": "Radio Contoh"}), "leaves"),
        (json!({"contact_id": id, "on": "kemarin", "organisation": "X"}), "on"),
        (json!({"contact_id": id, "leaves": "Harian Baru", "on": "2026-10-01"}), "ended_on"),
    ] {
        assert_eq!(change(wrong).unwrap_err().field.as_deref(), Some(field));
    }
    let left = change(json!({"contact_id": id, "on": "2026-11-20"})).unwrap();
    assert_eq!(left["row"]["left_outlet"], true);
    assert_eq!(change(json!({"contact_id": id})).unwrap_err().text, "job-change-nothing");
    desk.call("undo_last", json!(null));
    assert_eq!(stands(&desk.call("contact_show", json!(id))), stands(&detail), "one action");
}

#[test]
fn fields_are_set_by_their_names_and_a_name_is_taken_apart() {
    let desk = Desk::new();
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}}, "reaches": [{"kind": "email", "value": "siti@example.id"}, {"kind": "whatsapp", "value": "0812 0000 1111"}]}));
    let shoe =
        desk.call("custom_field_save", json!({"set": {"name": "Ukuran sepatu", "kind": "number"}}));
    let set = |key: &str, value: &str| {
        desk.attempt(
            "field_set",
            json!({"owner": "contact", "ids": [id], "values": [{"key": key, "value": value}]}),
        )
    };
    for (key, value, stands) in [
        ("city", "Serang", vec!["Serang"]),
        ("Kota", "Cilegon", vec!["Cilegon"]),
        ("ukw_level", "Madya (middle)", vec!["madya"]),
        ("press_card_expires_on", "31/01/2027", vec!["2027-01-31"]),
        ("Ukuran Sepatu", "38", vec!["38"]),
        ("tags", "pokja; pagi", vec!["pokja", "pagi"]),
        ("email", "baru@example.id", vec!["baru@example.id"]),
        ("outlet", "Radio Contoh", vec!["Radio Contoh"]),
        ("position", "Reporter", vec!["Reporter"]),
        ("memberships", "PWI Contoh", vec!["PWI Contoh"]),
        (
            "social_accounts",
            "instagram: contoh; https://www.tiktok.com/@contoh",
            vec!["instagram: contoh", "tiktok: contoh"],
        ),
        ("name", "Dra. Hj. Siti Rahma, M.Si.", vec!["Siti Rahma"]),
        ("kind", "Sumber", vec![]),
    ] {
        let outcome = set(key, value);
        if stands.is_empty() {
            assert_eq!(outcome.unwrap_err().text, "field-wrong-choice");
            continue;
        }
        outcome.unwrap_or_else(|error| panic!("{key}: {error}"));
        let read = match key {
            "Kota" => "city".to_owned(),
            "Ukuran Sepatu" => format!("custom_{}", shoe["id"]),
            key => key.to_owned(),
        };
        assert_eq!(desk.values(Owner::Contact(id), &read), stands, "{key}");
    }
    assert_eq!(
        desk.values(Owner::Contact(id), "whatsapp").len(),
        1,
        "a new email leaves the number"
    );
    let contact = &desk.call("contact_show", json!(id))["contact"];
    assert_eq!(
        (contact["name_prefix"].as_str(), contact["name_suffix"].as_str()),
        (Some("Dra. Hj."), Some("M.Si."))
    );
    for (key, value, text) in [
        ("outlet", "Harian Lain", "field-outlet-stands"),
        ("last_contact_at", "kemarin", "field-not-editable"),
        ("tidak ada", "x", "error-unknown-field"),
        ("verified_on", "besok", "field-wrong-value"),
    ] {
        assert_eq!(set(key, value).unwrap_err().text, text, "{key}");
    }
    let outlet = desk.call("contact_show", json!(id))["row"]["outlet_id"].clone();
    let values = json!([{"key": "reach_value", "value": "25.000"}, {"key": "Satuan jangkauan", "value": "eksemplar"}, {"key": "press_council_level", "value": "Faktual"}]);
    let error = desk
        .attempt("field_set", json!({"owner": "organisation", "ids": [outlet], "values": values}))
        .unwrap_err();
    assert_eq!(error.text, "field-wrong-choice");
    let values = json!([{"key": "reach_value", "value": "25.000"}, {"key": "Satuan jangkauan", "value": "eksemplar"}]);
    desk.call("field_set", json!({"owner": "organisation", "ids": [outlet], "values": values}));
    let organisation = &desk.call("organisation_show", outlet)["organisation"];
    assert_eq!(
        (organisation["reach_value"].as_i64(), organisation["reach_unit"].as_str()),
        (Some(25000), Some("copies"))
    );
}

#[test]
fn a_file_and_a_photo_are_kept_copied_out_and_taken_off() {
    let desk = Desk::new();
    let id = desk.contact(json!({"patch": {"set": {"name": "Siti Rahma"}}}));
    let folder = desk.workspace.folder().to_owned();
    let scan = folder.join("kartu.pdf");
    std::fs::write(&scan, b"%PDF-1.4 made up").unwrap();
    let attach = |owner: Json| {
        desk.attempt("record_file_attach", json!({"owner": owner, "title": "Kartu pers", "file_name": "kartu.pdf", "expires_on": "2027-01-31", "path": scan}))
    };
    assert_eq!(attach(json!({})).unwrap_err().text, "owner-not-one");
    assert_eq!(attach(json!({"contact_id": 99})).unwrap_err().code, Code::NotFound);
    let file = attach(json!({"contact_id": id})).unwrap();
    assert_eq!((file["mime"].as_str(), file["size"].as_i64()), (Some("application/pdf"), Some(16)));
    let copy = folder.join("salinan.pdf");
    desk.call("record_file_copy", json!({"id": file["id"], "file": copy}));
    assert_eq!(std::fs::read(&copy).unwrap(), b"%PDF-1.4 made up");
    let again =
        desk.attempt("record_file_copy", json!({"id": file["id"], "file": copy})).unwrap_err();
    assert_eq!(again.text, "file-copy-unwritable", "nothing is overwritten");
    let wrong = desk
        .attempt("record_file_save", json!({"id": file["id"], "set": {"expires_on": "besok"}}))
        .unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("expires_on"));

    let refused = desk.attempt(
        "contact_photo_set",
        json!({"contact_id": id, "file_name": "kartu.pdf", "path": scan}),
    );
    assert_eq!(refused.unwrap_err().text, "release-image-kind");
    let face = folder.join("siti.png");
    std::fs::write(&face, b"\x89PNG made up").unwrap();
    let detail = desk.call(
        "contact_photo_set",
        json!({"contact_id": id, "file_name": "siti.png", "path": face}),
    );
    assert_eq!(detail["contact"]["photo_sha256"].as_str().map(str::len), Some(64));
    let detail = desk.call("contact_photo_set", json!({"contact_id": id}));
    assert_eq!(detail["contact"]["photo_sha256"], "");
}
