//! The media list: contacts, outlets, lists, search, states; and that every change can be taken
//! back to equal rows.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use warta::commands::{self, Door};
use warta::contact::{ContactFilter, ContactPatch, StateChange};
use warta::db::{Patch, Source};
use warta::error::Code;
use warta::workspace::{As, Workspace};

use crate::office::Office;

/// An office's desk in this process, as the window has it.
pub struct Desk {
    _office: Office,
    /// Its open workspace.
    pub workspace: Workspace,
}

impl Desk {
    pub fn new() -> Self {
        let office = Office::without_workspace();
        Workspace::create(&office.workspace()).unwrap();
        let workspace = office.open();
        Self { _office: office, workspace }
    }

    pub fn door(&self) -> Door<'_> {
        Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        }
    }

    pub fn call(&self, name: &str, args: Json) -> Json {
        commands::call_and_wait(&self.door(), name, args)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn contact(&self, name: &str, email: &str, outlet: &str) -> i64 {
        let answer = self.call(
            "contact_save",
            json!({"patch": {"set": {"name": name, "city": "Serang"}}, "reaches": [{"kind": "email", "value": email}],
                   "beats": ["Kesehatan"], "tags": ["pokja"], "affiliations": [{"organisation": outlet, "position": "Reporter"}]}),
        );
        answer.pointer("/contact/id").and_then(Json::as_i64).unwrap()
    }

    /// Runs a command, takes it back, does it again and takes it back: rows are equal each time.
    #[track_caller]
    pub fn can_take_back(&self, command: &str, args: Json) {
        let before = self.rows();
        self.call(command, args);
        let after = self.rows();
        assert_ne!(before, after, "{command} changes something");
        let undone = self.call("undo_last", json!(null));
        assert_eq!(undone["command"], command);
        assert_eq!(self.rows(), before, "undo of {command}");
        let action = self.call("history_list", json!(1))[0]["id"].clone();
        self.call("undo_action", action);
        assert_eq!(self.rows(), after, "undo of the undo of {command}");
        self.call("undo_action", self.call("history_list", json!(1))[0]["id"].clone());
        assert_eq!(self.rows(), before, "and back again, {command}");
    }

    /// Every live row of every logged table, without what an undo may change.
    pub fn rows(&self) -> BTreeMap<String, Vec<String>> {
        let connection = warta::db::connect_reader(self.workspace.db.path()).unwrap();
        let mut all = BTreeMap::new();
        for table in [
            "staff",
            "offices",
            "organisations",
            "contacts",
            "affiliations",
            "reaches",
            "labels",
            "memberships",
            "social_accounts",
            "record_files",
            "custom_fields",
            "custom_values",
            "contact_states",
            "duplicate_flags",
            "organisation_duplicates",
            "merges",
            "merge_moves",
            "recipient_lists",
            "recipient_list_members",
            "recipient_list_exclusions",
            "interactions",
            "follow_ups",
            "change_suggestions",
            "sender_rules",
            "programmes",
            "programme_members",
            "programme_posts",
            "post_readings",
            "quotes",
            "enquiries",
            "enquiry_steps",
            "statements",
            "responses",
            "replies",
            "reply_files",
            "snippets",
            "coverage",
            "press_events",
            "event_templates",
            "event_duties",
            "event_tasks",
            "event_items",
            "event_costs",
            "event_files",
            "event_notes",
            "event_guests",
            "event_quotas",
            "event_answers",
            "event_quotas",
            "tour_stops",
            "tour_vehicles",
            "tour_rooms",
            "tour_travellers",
            "holidays",
            "calendar_entries",
            "group_chats",
            "group_chat_members",
            "group_chat_senders",
            "group_chat_proposals",
            "releases",
            "release_files",
            "release_versions",
            "release_version_files",
            "release_translations",
            "release_version_translations",
            "release_steps",
            "release_comments",
            "release_numbers",
            "letters",
            "photos",
            "kits",
            "kit_items",
            "standing_texts",
            "release_templates",
            "letter_templates",
            "letter_numberings",
            "letter_numbers",
            "offices",
        ] {
            let mut statement = connection
                .prepare(&format!("SELECT * FROM {table} WHERE deleted_at IS NULL ORDER BY id"))
                .unwrap();
            let names: Vec<String> =
                statement.column_names().into_iter().map(str::to_owned).collect();
            let rows = statement
                .query_map([], |row| {
                    Ok(names
                        .iter()
                        .enumerate()
                        .filter(|(_, name)| !matches!(name.as_str(), "version" | "updated_at"))
                        .map(|(at, name)| {
                            format!(
                                "{name}={:?}",
                                row.get::<_, rusqlite::types::Value>(at).unwrap()
                            )
                        })
                        .collect::<Vec<_>>()
                        .join(" "))
                })
                .unwrap()
                .map(Result::unwrap)
                .collect();
            all.insert(table.to_owned(), rows);
        }
        all
    }

    pub fn search(&self, text: &str) -> Vec<String> {
        let page = commands::contact_list(
            &self.door(),
            ContactFilter { search: Some(text.to_owned()), ..ContactFilter::default() },
        )
        .unwrap();
        page.rows.into_iter().map(|row| row.name).collect()
    }
}

#[test]
fn a_contact_is_found_by_name_outlet_number_beat_and_place() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma, S.Sos.", "siti@example.id", "Radio Contoh FM");
    desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    desk.call("contact_save", json!({"patch": {"id": id, "set": {}}, "reaches": [{"kind": "email", "value": "siti@example.id"}, {"kind": "whatsapp", "value": "0812 0000 1111"}]}));
    for text in [
        "siti",
        "rah",
        "RADIO con",
        "siti@example",
        "08120000",
        "+62812",
        "kesehatan siti",
        "serang siti",
    ] {
        assert_eq!(
            desk.search(text),
            ["Siti Rahma, S.Sos"].map(|name| name.to_owned()).map(|name| desk
                .search("siti")
                .into_iter()
                .next()
                .unwrap_or(name)),
            "{text}"
        );
    }
    assert!(desk.search("tidakada").is_empty());
    assert_eq!(desk.search("serang").len(), 2);
}

#[test]
fn search_follows_edits_deletes_and_undo() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    desk.call("contact_save", json!({"patch": {"id": id, "set": {"name": "Siti Aminah"}}}));
    assert!(desk.search("rahma").is_empty());
    assert_eq!(desk.search("aminah").len(), 1);
    desk.call("undo_last", json!(null));
    assert_eq!(desk.search("rahma").len(), 1);
    desk.call("contact_delete", json!([id]));
    assert!(desk.search("siti").is_empty());
    desk.call("undo_last", json!(null));
    assert_eq!(desk.search("siti").len(), 1);
    let outlet = desk.call("organisation_list", json!({}))["rows"][0]["id"].as_i64().unwrap();
    desk.call("organisation_save", json!({"patch": {"id": outlet, "set": {"name": "Suara Baru"}}}));
    assert_eq!(desk.search("suara baru").len(), 1);
    assert!(desk.search("contoh fm").is_empty());
}

#[test]
fn a_save_on_an_old_version_is_a_conflict_and_unknown_fields_are_named() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    desk.call(
        "contact_save",
        json!({"patch": {"id": id, "version": 1, "set": {"city": "Cilegon"}}}),
    );
    let stale = ContactPatch {
        patch: Patch {
            id: Some(id),
            version: Some(1),
            set: [("city".to_owned(), json!("Depok"))].into_iter().collect(),
            session: None,
        },
        ..ContactPatch::default()
    };
    assert_eq!(commands::contact_save(&desk.door(), stale).unwrap_err().code, Code::Conflict);
    let error = commands::call_and_wait(
        &desk.door(),
        "contact_save",
        json!({"patch": {"id": id, "set": {"cty": "x"}}}),
    )
    .unwrap_err();
    assert_eq!(error.field.as_deref(), Some("cty"));
    let error = commands::call_and_wait(
        &desk.door(),
        "contact_save",
        json!({"patch": {"set": {"name": "X"}}, "reaches": [{"kind": "email", "value": "no at"}]}),
    )
    .unwrap_err();
    assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some("email")));
}

#[test]
fn undo_of_every_change_gives_equal_rows() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let other = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    let list = desk.call("list_save", json!({"set": {"name": "Pokja"}}))["id"].as_i64().unwrap();
    desk.call("list_add", json!({"list_id": list, "contact_ids": [other]}));
    let left_out = desk.contact("Wati Contoh", "wati@example.id", "Harian Contoh");
    desk.call(
        "list_leave_out",
        json!({"list_id": list, "contact_ids": [left_out], "reason": "Cuti"}),
    );
    let smart = desk.call("list_save_smart", json!({"name": "Kesehatan", "filter": {"rule": {"field": "beat", "op": "is", "values": ["Kesehatan"]}}}))["id"].clone();
    let organisation = desk.call("organisation_list", json!({}))["rows"][0]["id"].as_i64().unwrap();
    let size =
        desk.call("custom_field_save", json!({"set": {"name": "Ukuran sepatu", "kind": "number"}}))
            ["id"]
            .as_i64()
            .unwrap();
    desk.call("contact_save", json!({"patch": {"id": other, "set": {}}, "custom": [{"custom_field_id": size, "value": "42"}]}));
    let colour =
        desk.call("custom_field_save", json!({"set": {"name": "Warna"}}))["id"].as_i64().unwrap();
    let binned = desk.contact("Dewi Contoh", "dewi@example.id", "Media Lama");
    let binned_outlet =
        desk.call("contact_show", json!(binned))["row"]["outlet_id"].as_i64().unwrap();
    desk.call("contact_delete", json!([binned]));
    desk.call("organisation_delete", json!([binned_outlet]));
    let scan = desk.workspace.folder().join("kartu.pdf");
    std::fs::write(&scan, b"%PDF-1.4 made up").unwrap();
    let face = desk.workspace.folder().join("siti.png");
    std::fs::write(&face, b"\x89PNG made up").unwrap();
    let kept = desk.call(
        "record_file_attach",
        json!({"owner": {"organisation_id": organisation}, "title": "Surat", "file_name": "surat.pdf", "path": scan}),
    )["id"]
        .as_i64()
        .unwrap();
    let logged = desk.call(
        "interaction_log",
        json!({"contact_id": other, "kind": "call", "direction": "in", "summary": "Tanya data"}),
    )["id"]
        .clone();
    let promised = desk.call(
        "follow_up_save",
        json!({"set": {"contact_id": other, "what": "Kirim foto", "due_on": "2026-12-01"}}),
    )["id"]
        .clone();
    let other_outlet = desk.call("organisation_list", json!({}))["rows"][1]["id"].as_i64().unwrap();
    let twin = desk.contact("Rahma Siti", "SITI@example.id", "Radio Contoh FM");
    let gone = desk.contact("Sitti Aminah", "aminah@example.id", "Harian Contoh");
    let merge =
        desk.call(
            "merge_run",
            json!({"kind": "contact", "survivor_id": other, "absorbed_id": gone}),
        )["merge_id"]
            .clone();
    let suggested = {
        let ctx = desk.workspace.ctx("", Source::Mailbox);
        let told = warta::change_suggestion::ChangeSuggestion {
            contact_id: other,
            kind: "successor".to_owned(),
            address: "pengganti@example.id".to_owned(),
            told_on: "2026-11-01".to_owned(),
            ..Default::default()
        };
        desk.workspace
            .db
            .write(&ctx, "inbox_read", true, |db| warta::change_suggestion::suggest(db, told))
            .unwrap();
        desk.call("change_suggestion_list", json!({"contact_id": other}))[0]["suggestion"]["id"]
            .clone()
    };
    let old_list = desk.call("list_save", json!({"set": {"name": "Lama"}}))["id"].clone();
    desk.call("list_delete", old_list.clone());
    let programme = desk
        .call("programme_save", json!({"patch": {"set": {"name": "Relawan Digital"}}}))["programme"]
        ["id"]
        .clone();
    desk.call("programme_join", json!({"programme_id": programme, "contact_ids": [id]}));
    let part = desk.call("programme_show", programme.clone())["members"][0]["id"].clone();
    let post = desk.call(
        "post_log",
        json!({"programme_id": programme, "contact_id": id, "url": "instagram.com/contoh/p/1", "views": 4}),
    );
    let reading = post["readings"][0]["id"].clone();
    let post = post["row"]["id"].clone();
    let quote =
        desk.call("quote_save", json!({"patch": {"set": {"contact_id": other, "topic": "Gizi"}}}))
            ["quote"]["id"]
            .clone();
    let membership = desk
        .call("membership_save", json!({"association_id": organisation, "contact_id": other}))["id"]
        .clone();
    let exported = desk.workspace.folder().join("chat.txt");
    std::fs::write(
        &exported,
        "13/11/26 10.05 - Dewi Contoh: Kapan jumpa pers?\n13/11/26 10.06 - +62 000 9999 8888: Tayang https://example.com/a\n13/11/26 10.07 - +62 000 9999 7777: Ada rilis?\n",
    )
    .unwrap();
    let chat = desk.call("group_chat_save", json!({"set": {"name": "Pers Kota"}}))["id"].clone();
    desk.call("group_chat_add", json!({"group_chat_id": chat, "contact_ids": [other]}));
    desk.call("group_chat_import", json!({"group_chat_id": chat, "file": exported}));
    let shown = desk.call("group_chat_show", chat.clone());
    let (in_chat, strangers) = (shown["members"][0]["id"].clone(), shown["senders"].clone());
    desk.call("group_chat_sender_decide", json!({"id": strangers[2]["id"], "contact_id": other}));
    let proposed = desk.call("group_chat_proposals", json!({}))["rows"].clone();
    let proposals: Vec<Json> =
        proposed.as_array().unwrap().iter().map(|row| row["proposal"]["id"].clone()).collect();
    let old_chat =
        desk.call("group_chat_save", json!({"set": {"name": "Grup lama"}}))["id"].clone();
    desk.call("group_chat_delete", json!([old_chat]));
    desk.call(
        "office_save",
        json!({"set": {"name": "Kantor Contoh", "number_pattern": "HM/{nomor}/{tahun}"}}),
    );
    let written = |headline: &str| -> i64 {
        let made = desk.call("release_save", json!({"set": {"headline": headline}}));
        made["release"]["id"].as_i64().unwrap()
    };
    let (draft, asked_for, approved) = (written("Satu"), written("Dua"), written("Tiga"));
    let translated = written("Empat");
    let english = desk.call("release_translate", json!({"release_id": translated}))["translation"]
        ["id"]
        .clone();
    desk.call("release_submit", json!({"id": asked_for, "to": "Kepala Dinas"}));
    desk.call("release_approve", json!({"id": approved, "way": "here"}));
    let first_text =
        desk.call("release_show", json!(approved))["row"]["approved_version_id"].clone();
    desk.call("release_save", json!({"id": approved, "set": {"lead": "Lain"}}));
    let comment =
        desk.call("release_comment", json!({"release_id": draft, "text": "Cek"}))["id"].clone();
    desk.call("letter_numbering_save", json!({"kind": "memo", "pattern": "ND/{nomor}/{tahun}"}));
    let begun = |set: Json| {
        let made = desk.call("letter_begin", json!({"kind": "memo", "set": set}));
        made["letter"]["id"].clone()
    };
    let (memo, out) = (begun(json!({"subject": "Konsep"})), begun(json!({"subject": "Terbit"})));
    desk.call("letter_issue", json!({"id": out, "anyway": true}));
    let template = desk.call("letter_templates", json!(null))[0]["id"].clone();
    let picture = |name: &str, shade: u8| {
        let path = desk.workspace.folder().join(name);
        std::fs::write(&path, crate::photo::camera_photo(shade)).unwrap();
        path
    };
    let photo = desk
        .call("photo_add", json!({"file_name": "satu.jpg", "path": picture("satu.jpg", 1)}))["photo"]
        ["id"]
        .clone();
    let film =
        desk.call("photo_add", json!({"file_name": "", "path": "tests/files/video.mp4"}))["photo"]
            ["id"]
            .clone();
    let standing = desk
        .call("standing_save", json!({"set": {"name": "Kota", "text": "Kota Contoh"}}))["id"]
        .clone();
    let meeting = desk
        .call("calendar_entry_save", json!({"title": "Rapat", "begins": "2026-12-01T09:00"}))["id"]
        .clone();
    let travel = desk.call("event_save", json!({"patch": {"set": {"title": "Tur", "kind": "tour"}}, "begins": "2026-12-05 08:00 WIB"}))["event"]["id"].clone();
    let hung = |command: &str, set: Json| {
        let mut set = set;
        set["event_id"] = travel.clone();
        desk.call(command, json!({"set": set}))["id"].clone()
    };
    let stop = hung("tour_stop_save", json!({"place": "Pelabuhan", "day": "2026-12-05"}));
    let bus = hung("tour_vehicle_save", json!({"name": "Bus 1", "seats": 20}));
    let room = hung("tour_room_save", json!({"room": "101", "beds": 2}));
    let asked_to = desk.call(
        "event_guest_add",
        json!({"event_id": travel, "contacts": [other], "persons": [{"name": "Tamu Satu"}, {"name": "Tamu Dua"}]}),
    );
    let guest = |at: usize| asked_to["adding"][at]["guest_id"].clone();
    let (guest, other_guest, third_guest) = (guest(0), guest(1), guest(2));
    let quota = desk.call(
        "event_quota_save",
        json!({"set": {"event_id": travel, "scope": "each_outlet", "places": 2}}),
    )["id"]
        .clone();
    desk.call("event_guest_withdraw", json!({"ids": [third_guest], "reason": "Dibatasi"}));
    let open_answer = desk
        .workspace
        .db
        .write(&desk.workspace.ctx("", Source::Mailbox), "inbox_read", true, |db| {
            let at = warta::clock::to_text(warta::clock::now());
            let mut answer = warta::event_answer::EventAnswer {
                event_id: travel.as_i64().unwrap(),
                rsvp: "yes".to_owned(),
                way: "mail".to_owned(),
                at,
                state: warta::event_answer::AnswerState::Open,
                reason: "answer-unknown-guest".to_owned(),
                ..Default::default()
            };
            db.insert(&mut answer)
        })
        .unwrap();
    let day_off = desk.call(
        "holiday_save",
        json!({"set": {"day": "2026-12-24", "name": "Cuti bersama", "kind": "joint_leave"}}),
    )["id"]
        .clone();
    let diary = desk.workspace.folder().join("agenda.ics");
    std::fs::write(&diary, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@example.com\r\nDTSTART:20261201T020000Z\r\nSUMMARY:Rapat\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").unwrap();
    let kit = desk.call("kit_save", json!({"set": {"name": "Kit Pasar"}}))["id"].clone();
    let packed =
        desk.call("kit_add", json!({"kit_id": kit, "photos": [photo], "texts": [standing]}));
    let packed = packed["contents"][0]["item_id"].clone();
    let said = desk.call(
        "quote_save",
        json!({"patch": {"set": {"contact_id": other, "release_id": draft, "words": "Baik."}}}),
    )["quote"]["id"]
        .clone();
    let begins =
        desk.call("release_template_keep", json!({"release_id": draft, "name": "Awal"}))["id"]
            .clone();
    let asked = |question: &str| {
        let made = desk.call(
            "enquiry_save",
            json!({"patch": {"set": {"question": question, "contact_id": other}}, "unit": "Dinas Contoh"}),
        );
        made["row"]["id"].clone()
    };
    let rina = desk.call("staff_save", json!({"set": {"name": "Rina"}}))["id"].clone();
    let (fresh, waiting, told) = (asked("Apa?"), asked("Kapan?"), asked("Siapa?"));
    let step = desk.call("enquiry_ask", json!({"id": waiting}))["steps"][0]["step"]["id"].clone();
    desk.call("enquiry_answer", json!({"id": told, "text": "Kami."}));
    let mail = desk.workspace.folder().join("tanya.eml");
    std::fs::write(
        &mail,
        "From: Budi Santoso <budi@example.id>\nTo: humas@example.id\nSubject: Data\nMessage-ID: <tanya@example.id>\n\nBerapa?\n",
    )
    .unwrap();
    desk.call("inbox_read", json!({"paths": [mail]}));
    let answer = desk.call("response_list", json!({}))["rows"][0]["id"].clone();
    let piece = desk.call("coverage_add", json!({"set": {"url": "https://kabar.example.com/1"}}))
        ["coverage"]["id"]
        .clone();
    let statement = desk.call(
        "statement_save",
        json!({"patch": {"set": {"text": "Surut.", "cleared_by": "Sekda"}}}),
    )["id"]
        .clone();
    let attached = desk.workspace.folder().join("lampiran.csv");
    std::fs::write(&attached, "a;b\n").unwrap();
    let second = desk.workspace.folder().join("tanya2.eml");
    std::fs::write(
        &second,
        "From: Budi Santoso <budi@example.id>\nTo: humas@example.id\nSubject: Foto\nMessage-ID: <tanya2@example.id>\n\nAda fotonya?\n",
    )
    .unwrap();
    desk.call("inbox_read", json!({"paths": [second]}));
    let begun = desk.call("response_list", json!({}))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] != answer)
        .unwrap()["id"]
        .clone();
    let file =
        desk.call("reply_attach", json!({"response_id": begun, "file_name": "", "path": attached}))
            ["files"][0]["id"]
            .clone();
    // One that may have left, as after a line that broke.
    let third = desk.workspace.folder().join("tanya3.eml");
    std::fs::write(
        &third,
        "From: Budi Santoso <budi@example.id>\nTo: humas@example.id\nSubject: Peta\nMessage-ID: <tanya3@example.id>\n\nAda petanya?\n",
    )
    .unwrap();
    desk.call("inbox_read", json!({"paths": [third]}));
    let asked_third =
        desk.call("response_list", json!({"search": "petanya"}))["rows"][0]["id"].clone();
    let unsure =
        desk.call("reply_save", json!({"set": {"response_id": asked_third, "body": "Menyusul."}}))
            ["reply"]["id"]
            .as_i64()
            .unwrap();
    desk.workspace
        .db
        .write(&desk.workspace.ctx("", Source::Window), "reply_save", true, |db| {
            let mut reply: warta::response::reply::Reply = db.get(unsure)?;
            reply.state = "unsure".to_owned();
            reply.message_id = "m1@example.id".to_owned();
            db.update(&mut reply)
        })
        .unwrap();
    let snippet = desk
        .call("snippet_save", json!({"set": {"name": "Salam", "text": "Yth. {{name}}"}}))["id"]
        .clone();
    let changes = [
        ("response_assign", json!({"response_id": answer, "staff_id": rina})),
        ("response_snooze", json!({"response_id": answer, "waiting_for": "Dinas Contoh"})),
        ("response_handled", json!({"response_id": answer, "handled": true})),
        ("reply_save", json!({"set": {"response_id": answer, "body": "Baik, Pak."}})),
        ("reply_save", json!({"set": {"response_id": begun, "subject": "Re: Foto", "quote": 0}})),
        ("reply_attach", json!({"response_id": answer, "file_name": "", "path": attached})),
        ("reply_detach", file),
        ("reply_discard", begun),
        ("reply_settle", json!({"id": unsure, "arrived": true})),
        ("reply_settle", json!({"id": unsure, "arrived": false})),
        (
            "snippet_save",
            json!({"set": {"name": "Terima kasih", "text": "Terima kasih, {{name|rekan}}."}}),
        ),
        ("snippet_save", json!({"id": snippet, "set": {"text": "Halo"}})),
        ("snippet_delete", snippet),
        (
            "enquiry_save",
            json!({"patch": {"set": {"question": "Benarkah?"}}, "asker": {"name": "Wartawan Anyar", "email": "anyar@example.id"}, "outlet": "Media Anyar", "due": "2026-12-01 15:00 WITA"}),
        ),
        ("enquiry_save", json!({"patch": {"id": fresh, "set": {"notes": "x", "contact_id": id}}})),
        ("enquiry_from_response", json!({"response_id": answer})),
        (
            "coverage_from_response",
            json!({"response_id": answer, "links": ["https://kabar.example.com/2026/11/22/contoh-berita-kota-lain"]}),
        ),
        ("enquiry_assign", json!({"id": fresh, "staff_id": rina})),
        ("enquiry_ask", json!({"id": fresh, "text": "Mohon bahan"})),
        ("enquiry_ask", json!({"id": waiting, "text": "Mengingatkan"})),
        ("enquiry_unit_answered", json!({"id": waiting, "text": "Besok"})),
        ("enquiry_step_delete", step.clone()),
        (
            "enquiry_clear",
            json!({"id": waiting, "text": "Besok pagi.", "by": "Kepala Dinas", "keep": true}),
        ),
        ("enquiry_answer", json!({"id": waiting, "text": "Besok pagi."})),
        ("enquiry_close", json!({"id": fresh, "reason": "withdrawn", "note": "Sudah tahu"})),
        ("enquiry_reopen", told.clone()),
        ("enquiry_delete", json!([told])),
        (
            "coverage_add",
            json!({"outlet": "Kabar Anyar", "set": {"url": "https://kabar.example.com/2", "contact_id": id}}),
        ),
        ("coverage_save", json!({"patch": {"id": piece, "set": {"body_tone": "neutral"}}})),
        ("coverage_delete", json!([piece])),
        (
            "statement_save",
            json!({"patch": {"set": {"text": "Aman.", "cleared_by": "Sekda", "topic": "Air"}}, "unit": "Dinas Baru"}),
        ),
        (
            "statement_save",
            json!({"patch": {"id": statement, "set": {"valid_until": "2099-01-31"}}}),
        ),
        ("statement_delete", json!([statement])),
        ("photo_add", json!({"file_name": "dua.jpg", "path": picture("dua.jpg", 99)})),
        ("photo_save", json!({"id": photo, "set": {"caption": "Pasar", "consent": "given"}})),
        (
            "photo_still",
            json!({"id": film, "file_name": "gambar.jpg", "path": picture("gambar.jpg", 33)}),
        ),
        ("photo_set", json!({"ids": [photo], "set": {"credit": "Bagus"}})),
        ("photo_delete", json!([photo])),
        ("release_use_photo", json!({"photo_id": photo, "release_id": draft, "in_body": true})),
        (
            "calendar_entry_save",
            json!({"title": "Cuti", "begins": "2026-12-24", "ends": "2026-12-28"}),
        ),
        ("calendar_entry_save", json!({"id": meeting, "place": "Aula"})),
        ("calendar_move", json!({"kind": "entry", "id": meeting, "to": "2026-12-02"})),
        ("calendar_entry_delete", json!([meeting])),
        ("calendar_import", json!({"path": diary})),
        ("tour_stop_save", json!({"id": stop, "set": {"place": "Pasar"}})),
        (
            "tour_stop_save",
            json!({"set": {"event_id": travel, "place": "Museum", "day": "2026-12-06"}}),
        ),
        ("tour_stop_delete", json!([stop])),
        ("tour_vehicle_save", json!({"id": bus, "set": {"seats": 30}})),
        ("tour_vehicle_delete", json!([bus])),
        ("tour_room_save", json!({"id": room, "set": {"beds": 3}})),
        ("tour_room_delete", json!([room])),
        ("tour_freeze", json!({"event_id": travel, "frozen": true})),
        (
            "event_guest_add",
            json!({"event_id": travel, "persons": [{"name": "Tamu Tiga", "outlet": "Radio"}]}),
        ),
        ("event_guest_save", json!({"id": other_guest, "set": {"phone": "0000 1111 333"}})),
        ("event_guest_remove", json!([other_guest])),
        ("event_guest_withdraw", json!({"ids": [guest], "reason": "Penuh"})),
        ("event_guest_seat", json!([third_guest])),
        (
            "event_guest_answer",
            json!({"guest_id": guest, "rsvp": "yes", "way": "phone", "comment": "Siap"}),
        ),
        ("event_guest_substitute", json!({"guest_id": guest, "person": {"name": "Wakil Tamu"}})),
        (
            "event_quota_save",
            json!({"set": {"event_id": travel, "scope": "tier", "tier": "1", "places": 5}}),
        ),
        ("event_quota_save", json!({"id": quota, "set": {"places": 3}})),
        ("event_quota_delete", json!([quota])),
        (
            "event_answer_settle",
            json!({"id": open_answer, "deed": "apply", "guest_id": other_guest}),
        ),
        ("event_answer_settle", json!({"id": open_answer, "deed": "set_aside"})),
        ("holiday_save", json!({"id": day_off, "set": {"name": "Cuti bersama Natal"}})),
        ("holiday_add_fixed", json!(2027)),
        ("holiday_delete", json!([day_off])),
        ("kit_save", json!({"set": {"name": "Kit Taman"}})),
        ("kit_save", json!({"id": kit, "set": {"notes": "Untuk pembukaan"}})),
        (
            "kit_add",
            json!({"kit_id": kit, "releases": [draft, approved], "paths": [picture("tiga.jpg", 7)]}),
        ),
        ("kit_remove", json!([packed])),
        ("kit_attach", json!({"kit_id": kit, "release_id": draft})),
        ("kit_delete", json!([kit])),
        ("release_begin", json!({"template_id": begins})),
        ("release_template_keep", json!({"release_id": draft, "name": "Lain"})),
        ("release_template_save", json!({"id": begins, "set": {"name": "Awal baru"}})),
        ("release_template_delete", begins.clone()),
        ("standing_save", json!({"id": standing, "set": {"text": "Kota kita"}})),
        ("standing_delete", standing.clone()),
        ("quote_approve", json!({"id": said, "by": "Kepala Dinas"})),
        ("letter_begin", json!({"template_id": template, "set": {"subject": "Undangan"}})),
        ("letter_begin", json!({"copy_of": out})),
        ("letter_save", json!({"id": memo, "set": {"subject": "Konsep lain", "enclosures": 2}})),
        ("letter_issue", json!({"id": memo, "anyway": true})),
        ("letter_void", json!({"id": out, "reason": "Salah alamat"})),
        ("letter_delete", json!([memo])),
        ("letter_template_save", json!({"id": template, "set": {"name": "Undangan rapat"}})),
        ("letter_template_keep", json!({"letter_id": memo, "name": "Nota kami"})),
        ("letter_template_delete", template.clone()),
        ("letter_numbering_save", json!({"kind": "memo", "number_from": 40})),
        ("release_submit", json!({"id": draft, "note": "Mohon dicek"})),
        ("release_submit", json!({"id": asked_for, "to": "Sekretaris"})),
        ("release_return", json!({"id": asked_for, "note": "Perbaiki"})),
        ("release_translate", json!({"release_id": draft, "set": {"headline": "One"}})),
        ("release_translation_save", json!({"id": english, "set": {"lead": "Soon."}})),
        ("release_translation_delete", json!(translated)),
        ("release_approve", json!({"id": approved, "way": "here"})),
        ("release_restore", json!({"version_id": first_text})),
        ("release_archive", json!({"id": draft, "archived": true})),
        ("release_withdraw", json!({"id": draft, "reason": "Batal", "notice": true})),
        ("release_withdraw", json!({"id": approved, "reason": "Batal", "notice": false})),
        ("release_correct", json!({"id": approved, "note": "Angka keliru"})),
        ("release_comment", json!({"release_id": approved, "text": "Bagus"})),
        ("release_comment_settle", json!({"id": comment, "settled": true})),
        ("release_comment_delete", comment.clone()),
        ("release_delete", json!(approved)),
        (
            "membership_save",
            json!({"association_id": organisation, "contact_id": left_out, "role": "Ketua"}),
        ),
        ("membership_save", json!({"id": membership, "ended_on": "2026-11-01"})),
        ("membership_delete", json!([membership])),
        (
            "programme_save",
            json!({"patch": {"set": {"name": "KIM", "kind": "information_groups"}}, "organisation": "Forum KIM"}),
        ),
        (
            "programme_save",
            json!({"patch": {"id": programme, "set": {"state": "done", "brief": "x"}}}),
        ),
        (
            "programme_join",
            json!({"programme_id": programme, "contact_ids": [other], "organisation_ids": [organisation]}),
        ),
        (
            "programme_member_save",
            json!({"id": part, "role": "Ketua", "started_on": "", "ended_on": "2026-11-01"}),
        ),
        ("programme_member_delete", json!([part])),
        (
            "post_log",
            json!({"programme_id": programme, "url": "tiktok.com/@contoh/video/1", "views": 4}),
        ),
        ("post_save", json!({"id": post, "set": {"theme": "Gizi", "contact_id": other}})),
        ("post_delete", json!([post])),
        (
            "post_paste",
            json!({"programme_id": programme, "text": "instagram.com/contoh/p/1, 7\nx.com/contoh/status/1, 5"}),
        ),
        ("post_reading_save", json!({"post_id": post, "read_on": "2030-01-01", "likes": 2})),
        ("post_reading_delete", json!([reading])),
        ("programme_delete", json!([programme])),
        (
            "quote_save",
            json!({"patch": {"set": {"contact_id": id, "topic": "Gizi"}}, "outlet": "Media Lain"}),
        ),
        ("quote_delete", json!([quote])),
        (
            "group_chat_save",
            json!({"set": {"name": "Pokja", "platform": "telegram", "organisation_id": organisation}}),
        ),
        ("group_chat_save", json!({"id": chat, "set": {"purpose": "Tanya jawab harian"}})),
        ("group_chat_delete", json!([chat])),
        ("group_chat_restore", json!([old_chat])),
        (
            "group_chat_add",
            json!({"group_chat_id": chat, "contact_ids": [id], "role": "admin", "started_on": "2026-11-01"}),
        ),
        ("group_chat_member_save", json!({"id": in_chat, "set": {"role": "admin"}})),
        ("group_chat_remove", json!({"group_chat_id": chat, "contact_ids": [other]})),
        (
            "group_chat_remove",
            json!({"group_chat_id": chat, "contact_ids": [other], "ended_on": "2026-11-30"}),
        ),
        ("group_chat_decide", json!({"ids": proposals, "accept": true})),
        ("group_chat_decide", json!({"ids": proposals, "accept": false})),
        ("group_chat_sender_decide", json!({"id": strangers[0]["id"], "contact_id": id})),
        (
            "group_chat_sender_decide",
            json!({"id": strangers[1]["id"], "new": {"name": "Wartawan Baru", "outlet": "Media Anyar"}}),
        ),
        ("group_chat_sender_decide", json!({"id": strangers[1]["id"], "state": "ignored"})),
        ("group_chat_import", json!({"new_chat": "Grup baru", "file": exported})),
        ("bin_restore", json!([{"table": "recipient_lists", "id": old_list}])),
        (
            "contact_save",
            json!({"patch": {"set": {"name": "Baru"}}, "reaches": [{"kind": "phone", "value": "0812 0000 9999"}], "affiliations": [{"organisation": "Media Baru"}]}),
        ),
        (
            "contact_save",
            json!({"patch": {"id": id, "set": {"city": "Depok", "notes": "x"}}, "reaches": [{"kind": "email", "value": "baru@example.id"}], "beats": ["Hukum"], "tags": [], "affiliations": []}),
        ),
        (
            "contact_save",
            json!({"patch": {"id": id, "set": {"ukw_level": "madya", "birthday": "--05-17", "press_card_expires_on": "2027-01-31"}},
                   "regions": ["Kota Serang", "Cilegon"], "languages": ["Sunda"], "topics": ["Gizi"],
                   "memberships": [{"association": "PWI Contoh", "role": "Anggota"}],
                   "social_accounts": [{"handle": "https://www.instagram.com/contoh", "followers": 1200, "counted_on": "2026-11-01"}],
                   "custom": [{"custom_field_id": size, "value": "1.250,5"}]}),
        ),
        (
            "contact_change_job",
            json!({"contact_id": id, "on": "2026-11-01", "organisation": "Harian Baru", "position": "Redaktur"}),
        ),
        (
            "field_set",
            json!({"owner": "contact", "ids": [id, other], "values": [{"key": "tags", "value": "baru; pagi"}, {"key": "city", "value": "Cilegon"}]}),
        ),
        ("contact_restore", json!([binned])),
        ("organisation_restore", json!([binned_outlet])),
        ("custom_field_save", json!({"id": size, "set": {"name": "Nomor sepatu"}})),
        (
            "custom_field_save",
            json!({"set": {"owner": "organisation", "name": "NPWP", "kind": "text"}}),
        ),
        ("custom_field_order", json!([colour, size])),
        ("custom_field_delete", json!(size)),
        (
            "record_file_attach",
            json!({"owner": {"contact_id": id}, "title": "Kartu pers", "file_name": "kartu.pdf", "expires_on": "2027-01-31", "path": scan}),
        ),
        ("contact_photo_set", json!({"contact_id": id, "file_name": "siti.png", "path": face})),
        ("record_file_save", json!({"id": kept, "set": {"expires_on": "2028-01-31"}})),
        ("record_file_detach", json!(kept)),
        ("contact_delete", json!([id, other])),
        (
            "contact_state_set",
            json!({"contact_id": id, "kind": "do_not_contact", "on": true, "reason": "minta"}),
        ),
        ("contact_state_set", json!({"contact_id": id, "kind": "bad_address", "on": true})),
        (
            "contact_state_set",
            json!({"contact_id": id, "kind": "away", "on": true, "until": "2026-12-31"}),
        ),
        (
            "contact_states_set",
            json!({"contact_ids": [id, other], "kind": "do_not_contact", "on": true}),
        ),
        (
            "interaction_log",
            json!({"contact_id": id, "kind": "call", "direction": "out", "summary": "Telepon"}),
        ),
        (
            "interaction_log",
            json!({"contact_id": id, "kind": "call", "direction": "out", "summary": "",
                   "follow_up": {"due_on": "2026-12-03", "what": "Kabari jadwal"}}),
        ),
        ("interaction_save", json!({"id": logged, "set": {"summary": "Tanya data dan foto"}})),
        ("interaction_delete", json!([logged])),
        (
            "follow_up_save",
            json!({"set": {"contact_id": id, "what": "Kirim siaran", "due_on": "2026-12-02", "kind": "promise"}}),
        ),
        ("follow_up_save", json!({"id": promised, "set": {"due_on": "2026-12-24"}})),
        ("follow_up_done", json!({"id": promised, "done": true})),
        ("follow_up_delete", json!([promised])),
        (
            "organisation_save",
            json!({"patch": {"id": organisation, "set": {"city": "Kupang", "reach_value": 25000, "reach_unit": "copies", "press_council_level": "factual"}},
                   "reaches": [{"kind": "email", "value": "redaksi@example.id", "label": "office"}], "beats": ["Hukum"], "tags": ["mitra"], "topics": [], "regions": ["NTT"],
                   "languages": ["Indonesia"], "memberships": [{"association": "SMSI Contoh"}],
                   "social_accounts": [{"platform": "tiktok", "handle": "@contoh"}]}),
        ),
        ("organisation_delete", json!([organisation])),
        ("duplicate_decide", json!({"kind": "contact", "ids": [id, other], "apart": true})),
        ("duplicate_scan", json!({})),
        (
            "merge_run",
            json!({"kind": "contact", "survivor_id": id, "absorbed_id": twin, "fields": {"city": "absorbed"}}),
        ),
        (
            "merge_run",
            json!({"kind": "organisation", "survivor_id": organisation, "absorbed_id": other_outlet}),
        ),
        ("merge_undo", json!({"merge_id": merge})),
        ("change_suggestion_decide", json!({"id": suggested, "accept": true})),
        ("change_suggestion_decide", json!({"id": suggested, "accept": false})),
        ("contact_verify", json!([id, other])),
        (
            "review_job_change",
            json!({"contact_id": id, "organisation": "Media Anyar", "position": "Redaktur", "email": "anyar@example.id"}),
        ),
        ("list_save", json!({"id": list, "set": {"name": "Pokja Kesehatan"}})),
        ("list_add", json!({"list_id": list, "contact_ids": [id]})),
        ("list_remove", json!({"list_id": list, "contact_ids": [other]})),
        ("list_archive", json!({"id": list, "archived": true})),
        (
            "list_leave_out",
            json!({"list_id": list, "contact_ids": [id, other], "reason": "Sudah diundang lewat PWI"}),
        ),
        ("list_take_back", json!({"list_id": list, "contact_ids": [left_out]})),
        (
            "list_save_smart",
            json!({"name": "Serang", "filter": {"rule": {"field": "city", "op": "is", "values": ["Serang"]}}}),
        ),
        (
            "list_save_smart",
            json!({"id": smart, "name": "Kesehatan saja", "filter": {"not": {"rule": {"field": "beat", "op": "is", "values": ["Hukum"]}}}}),
        ),
        ("list_delete", json!(list)),
        ("staff_save", json!({"set": {"name": "Rina Contoh", "role": "Humas"}})),
        ("office_save", json!({"set": {"name": "Diskominfo Kota Contoh"}})),
        (
            "office_logo_set",
            json!({"file_name": "logo.png", "path": concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png")}),
        ),
    ];
    for (command, args) in changes {
        desk.can_take_back(command, args.clone());
    }
}

/// Saves as one open editor makes them.
struct Editor<'d> {
    desk: &'d Desk,
    word: &'static str,
    actor: &'static str,
    /// Minutes from now.
    at: i64,
}

impl Editor<'_> {
    fn save(&self, id: i64, parts: Json) -> i64 {
        let mut args = json!({"patch": {"id": id, "session": self.word, "set": {}}});
        for (name, value) in parts.as_object().unwrap() {
            match name.as_str() {
                "reaches" | "beats" | "tags" | "affiliations" => args[name] = value.clone(),
                _ => args["patch"]["set"][name] = value.clone(),
            }
        }
        let save: ContactPatch = serde_json::from_value(args).unwrap();
        let workspace = &self.desk.workspace;
        let mut ctx = workspace.ctx(self.actor, Source::Window);
        ctx.now += chrono::TimeDelta::minutes(self.at);
        workspace
            .db
            .write(&ctx, "contact_save", true, |db| warta::contact::save(db, &ctx, save))
            .unwrap();
        self.desk.call("history_list", json!(1))[0]["id"].as_i64().unwrap()
    }
}

#[test]
fn one_edit_session_of_one_record_is_one_action_and_one_undo() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let before = desk.rows();
    let panel = Editor { desk: &desk, word: "panel-1", actor: "Rina", at: 0 };
    let first = panel.save(id, json!({"city": "Dep"}));
    for parts in [
        json!({"city": "Depok", "notes": "Suka"}),
        json!({"beats": ["Hukum"], "tags": ["pokja", "baru"]}),
        json!({"affiliations": [{"organisation": "Media Baru"}]}),
        json!({"city": "Depok Baru", "reaches": [{"kind": "whatsapp", "value": "0812 0000 7777"}]}),
        json!({"affiliations": []}),
    ] {
        assert_eq!(panel.save(id, parts), first);
    }
    let after = desk.rows();
    let kept = desk.workspace.db.read(|db| {
        db.number("SELECT COUNT(*) FROM changes WHERE table_name = 'contacts' AND action_id = (SELECT MAX(id) FROM actions)", &[])
    });
    assert_eq!(kept.unwrap(), 1, "the record's images are kept once");
    assert_eq!(desk.call("undo_last", json!(null))["action"], json!(first));
    // The outlet that was made on the way goes with the session.
    assert_eq!(desk.rows(), before);
    let undo = desk.call("history_list", json!(1))[0]["id"].clone();
    desk.call("undo_action", undo);
    assert_eq!(desk.rows(), after, "undo of the undo");
    assert_eq!(desk.search("depok baru").len(), 1);
}

#[test]
fn what_ends_an_edit_session() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let other = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    let panel = Editor { desk: &desk, word: "panel-1", actor: "Rina", at: 0 };
    let mut last = panel.save(id, json!({"city": "Kota 0"}));
    let mut is_new = |action: i64, why: &str| {
        assert_ne!(action, last, "{why}");
        last = action;
    };
    is_new(panel.save(other, json!({"city": "Kota 1"})), "another record");
    is_new(panel.save(id, json!({"city": "Kota 2"})), "the first record after another");
    is_new(
        Editor { word: "panel-2", ..panel }.save(id, json!({"city": "Kota 3"})),
        "the editor opened again",
    );
    is_new(
        Editor { word: "panel-2", actor: "Dewi", ..panel }.save(id, json!({"city": "Kota 4"})),
        "somebody else",
    );
    let dewi = Editor { word: "panel-2", actor: "Dewi", ..panel };
    assert_eq!(Editor { at: 4, ..dewi }.save(id, json!({"city": "Kota 5"})), last, "a short pause");
    assert_eq!(Editor { at: 8, ..dewi }.save(id, json!({"city": "Kota 6"})), last, "and another");
    let mut is_new = |action: i64, why: &str| {
        assert_ne!(action, last, "{why}");
        last = action;
    };
    is_new(Editor { at: 14, ..dewi }.save(id, json!({"city": "Kota 7"})), "a pause of six minutes");
    let late = Editor { at: 15, ..dewi };
    // The mailbox changed the record meanwhile.
    let ctx = desk.workspace.ctx("", Source::Mailbox);
    let change: ContactPatch =
        serde_json::from_value(json!({"patch": {"id": id, "set": {"notes": "dari kotak surat"}}}))
            .unwrap();
    desk.workspace
        .db
        .write(&ctx, "contact_save", true, |db| warta::contact::save(db, &ctx, change))
        .unwrap();
    is_new(late.save(id, json!({"city": "Kota 8"})), "the mailbox changed the record");
    desk.call(
        "interaction_log",
        json!({"contact_id": other, "kind": "call", "direction": "out", "summary": "Telepon"}),
    );
    is_new(late.save(id, json!({"city": "Kota 9"})), "another command");
    desk.call("undo_last", json!(null));
    is_new(late.save(id, json!({"city": "Kota 10"})), "an undo");
    let apart = |city: &str| {
        desk.call("contact_save", json!({"patch": {"id": id, "set": {"city": city}}}));
        desk.call("history_list", json!(1))[0]["id"].as_i64().unwrap()
    };
    assert_ne!(apart("Kota 11"), apart("Kota 12"), "without a session each save is an action");
}

#[test]
fn many_contacts_are_marked_in_one_action() {
    let desk = Desk::new();
    let ids = ["Siti", "Budi", "Wayan"]
        .map(|name| desk.contact(name, &format!("{name}@example.id"), "Harian Contoh"));
    desk.call(
        "contact_state_set",
        json!({"contact_id": ids[0], "kind": "do_not_contact", "on": true}),
    );
    let before = desk.rows();
    let order = json!({"contact_ids": ids, "kind": "do_not_contact", "on": true});
    assert_eq!(desk.call("contact_states_set", order), json!(2), "one held already");
    assert_eq!(desk.call("contact_count", json!({"state": "do_not_contact"})), json!(3));
    desk.call("undo_last", json!(null));
    assert_eq!(desk.rows(), before, "one undo lifts exactly the new marks");
}

#[test]
fn away_until_a_day() {
    let desk = Desk::new();
    let id = desk.contact("Siti", "siti@example.id", "Harian Contoh");
    let away = |until: &str| json!({"contact_id": id, "kind": "away", "on": true, "until": until});
    let row = desk.call("contact_state_set", away("2099-01-31"))["row"].clone();
    assert_eq!(row["away_until"], "2099-01-31");
    let row = desk.call("contact_state_set", away("2099-02-28"))["row"].clone();
    assert_eq!(row["away_until"], "2099-02-28", "a later word wins");
    for wrong in [
        away("besok"),
        json!({"contact_id": id, "kind": "do_not_contact", "on": true, "until": "2099-01-01"}),
    ] {
        let error = commands::call_and_wait(&desk.door(), "contact_state_set", wrong).unwrap_err();
        assert_eq!((error.code, error.field.as_deref()), (Code::Invalid, Some("until")));
    }
}

#[test]
fn undo_is_refused_by_name_when_the_row_moved_on() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    desk.call("contact_save", json!({"patch": {"id": id, "set": {"city": "Depok"}}}));
    let first = desk.call("history_list", json!(1))[0]["id"].clone();
    desk.call("contact_save", json!({"patch": {"id": id, "set": {"city": "Bogor"}}}));
    let before = desk.rows();
    let error = commands::call_and_wait(&desk.door(), "undo_action", first).unwrap_err();
    assert_eq!((error.code, error.text), (Code::Conflict, "undo-changed-since"));
    assert_eq!(error.args.get("name").map(String::as_str), Some("Siti Rahma"));
    assert_eq!(desk.rows(), before);
}

#[test]
fn the_three_states_are_apart() {
    let desk = Desk::new();
    let id = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let set = |kind: &str, on: bool| {
        commands::contact_state_set(
            &desk.door(),
            StateChange {
                contact_id: id,
                kind: kind.to_owned(),
                on,
                reason: None,
                address: None,
                until: None,
            },
        )
        .unwrap()
        .row
    };
    let row = set("bad_address", true);
    assert!(row.bad_address && !row.do_not_contact && !row.left_outlet);
    let row = set("do_not_contact", true);
    assert!(row.bad_address && row.do_not_contact);
    let row = set("bad_address", false);
    assert!(!row.bad_address && row.do_not_contact);
    let affiliation = desk.call("contact_show", json!(id))["affiliations"][0]["id"].clone();
    let detail = desk.call(
        "contact_save",
        json!({"patch": {"id": id, "set": {}}, "affiliations": [{"id": affiliation, "organisation": "Radio Contoh FM", "position": "Reporter", "ended_on": "2026-01-31"}]}),
    );
    assert_eq!(detail["row"]["left_outlet"], true);
    for (state, expected) in
        [("do_not_contact", 1), ("bad_address", 0), ("left_outlet", 1), ("no_email", 0)]
    {
        assert_eq!(desk.call("contact_count", json!({"state": state})), json!(expected), "{state}");
    }
}

#[test]
fn a_second_window_is_refused_and_a_guest_is_let_in() {
    let desk = Desk::new();
    let folder = desk.workspace.folder().to_owned();
    let second = Workspace::open(&folder, As::Owner, commands::searchables());
    assert_eq!(second.err().map(|error| error.text), Some("workspace-in-use"));
    let guest = Workspace::open(&folder, As::OwnerOrGuest, commands::searchables()).unwrap();
    assert!(!guest.is_owner());
    assert!(desk.workspace.is_owner());
}
