//! Group chats: members, exported chats read again and again, proposals decided once, and people
//! whose data are merged, given out and erased.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Code;

use crate::media_list::Desk;
use crate::office::Office;

const CHAT: &str = "13/11/26 10.05 - Rina membuat grup \"Pers Kota\"
13/11/26 10.06 - Rina menambahkan Siti Rahma dan +62 000 1111 2222
13/11/26 10.07 - Rina: Siaran pers: Pasar Rakyat Kota Contoh dibuka kembali https://example.id/rilis
13/11/26 10.08 - Siti Rahma: Siap mbak, Pasar Rakyat Kota Contoh dibuka kembali kami muat besok
13/11/26 10.09 - +62 000 1111 2222: Kapan jumpa persnya?
13/11/26 10.10 - +62 000 1111 2222: Sudah tayang https://news.example.com/pasar-rakyat
13/11/26 10.11 - +62 000 7777 8888: Izin bertanya, berapa anggarannya
13/11/26 10.12 - Budi Santoso: Terima kasih
13/11/26 10.13 - Budi Santoso keluar
";

/// An office whose chat knows Siti by name and Wayan by number.
struct Room {
    desk: Desk,
    chat: i64,
    siti: i64,
    wayan: i64,
}

fn id(json: &Json) -> i64 {
    json.as_i64().unwrap_or_else(|| panic!("no id in {json}"))
}

impl Room {
    fn new() -> Self {
        let desk = Desk::new();
        desk.call("staff_save", json!({"set": {"name": "Rina"}}));
        let siti = desk.contact("Siti Rahma", "siti@example.id", "Harian Contoh");
        desk.contact("Budi Santoso", "budi@example.id", "Radio Contoh");
        let wayan = desk.call(
            "contact_save",
            json!({"patch": {"set": {"name": "Wayan"}}, "reaches": [{"kind": "phone", "value": "+62 000 1111 2222"}]}),
        );
        let release = json!({"set": {"headline": "Pasar Rakyat Kota Contoh dibuka kembali"}});
        desk.call("release_save", release);
        // Written before the chat was.
        let connection = rusqlite::Connection::open(desk.workspace.db.path()).unwrap();
        connection
            .execute("UPDATE releases SET created_at = '2026-11-01T00:00:00.000Z'", [])
            .unwrap();
        let chat = desk.call(
            "group_chat_save",
            json!({"set": {"name": "Pers Kota", "purpose": "Tanya jawab"}}),
        );
        Self { chat: id(&chat["id"]), wayan: id(&wayan["contact"]["id"]), siti, desk }
    }

    fn write(&self, text: &str) -> std::path::PathBuf {
        let path = self.desk.workspace.folder().join("chat.txt");
        std::fs::write(&path, text).unwrap();
        path
    }

    fn import(&self, text: &str) -> Json {
        let path = self.write(text);
        self.desk.call("group_chat_import", json!({"group_chat_id": self.chat, "file": path}))
    }

    fn proposals(&self) -> Vec<Json> {
        let page = self.desk.call("group_chat_proposals", json!({"group_chat_id": self.chat}));
        page["rows"].as_array().unwrap().clone()
    }

    fn proposed(&self, words: &str) -> Json {
        let all = self.proposals();
        let found =
            all.iter().find(|row| row["proposal"]["text"].as_str().unwrap().contains(words));
        found.unwrap_or_else(|| panic!("{words} is not among {all:?}")).clone()
    }

    fn decide(&self, words: &str, accept: bool) -> Json {
        let id = self.proposed(words)["proposal"]["id"].clone();
        self.desk.call("group_chat_decide", json!({"ids": [id], "accept": accept}))
    }
}

#[test]
fn a_chat_finds_its_people_and_proposes() {
    let room = Room::new();
    let path = room.write(CHAT);
    let looked =
        room.desk.call("group_chat_preview", json!({"group_chat_id": room.chat, "file": path}));
    assert_eq!(looked["proposals"], json!({"question": 2, "link": 1, "reply": 1, "unknown": 1}));
    assert!(room.proposals().is_empty(), "a look writes nothing");
    let before = room.desk.rows();
    let done = room.import(CHAT);
    assert_eq!(done["proposals"], looked["proposals"]);
    assert_eq!((&done["messages"], &done["members_added"]), (&json!(6), &json!(3)));
    let states: Vec<(String, String)> = done["senders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sender| {
            (
                sender["sender"].as_str().unwrap().to_owned(),
                sender["state"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    for (sender, state) in [
        ("Rina", "ours"),
        ("Siti Rahma", "by_name"),
        ("+62 000 1111 2222", "found"),
        ("+62 000 7777 8888", "unknown"),
        ("Budi Santoso", "by_name"),
    ] {
        assert!(
            states.contains(&(sender.to_owned(), state.to_owned())),
            "{sender} {state}: {states:?}"
        );
    }
    let shown = room.desk.call("group_chat_show", json!(room.chat));
    let members: Vec<(&str, &str, &str)> = shown["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["name"].as_str().unwrap(),
                row["started_on"].as_str().unwrap(),
                row["ended_on"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        members,
        [
            ("Siti Rahma", "2026-11-13", ""),
            ("Wayan", "2026-11-13", ""),
            ("Budi Santoso", "", "2026-11-13")
        ]
    );
    assert_eq!(shown["senders"].as_array().unwrap().len(), 1);
    assert_eq!(shown["chat"]["read_until"], "2026-11-13T03:12:00.000Z");
    let reply = room.proposed("kami muat besok");
    assert_eq!(
        (&reply["proposal"]["kind"], &reply["name"]),
        (&json!("reply"), &json!("Siti Rahma"))
    );
    assert_eq!(reply["headline"], "Pasar Rakyat Kota Contoh dibuka kembali");
    assert_eq!(room.proposed("tayang")["proposal"]["url"], "https://news.example.com/pasar-rakyat");
    room.desk.call("undo_last", json!(null));
    assert_eq!(room.desk.rows(), before, "one undo takes the reading back");
}

#[test]
fn reading_again_adds_nothing_twice_and_what_was_dismissed_stays_so() {
    let room = Room::new();
    room.import(CHAT);
    room.decide("jumpa persnya", true);
    room.decide("tayang", false);
    let before = room.desk.rows();
    let again = room.import(CHAT);
    assert_eq!((&again["known"], &again["proposals"]["question"]), (&json!(4), &json!(0)));
    assert_eq!(room.desk.rows(), before);
    // Longer; and the phone has learnt a name, and one message was changed since.
    let longer = CHAT
        .replace("+62 000 7777 8888", "Dewi Media")
        .replace("Kapan jumpa persnya?", "Kapan jumpa persnya, pagi? <Pesan ini diedit>")
        + "14/11/26 08.00 - Siti Rahma: Apakah ada foto?\n";
    let more = room.import(&longer);
    assert_eq!(more["proposals"], json!({"question": 1, "link": 0, "reply": 0, "unknown": 0}));
    assert_eq!(room.proposals().len(), 3);
    let kept = room.desk.workspace.db.read(|db| {
        db.number("SELECT COUNT(*) FROM group_chat_proposals WHERE state = 'dismissed' AND text = '' AND url = '' AND sender = ''", &[])
    });
    assert_eq!(kept.unwrap(), 1, "what was dismissed is kept without its words");
}

#[test]
fn an_accepted_question_is_a_line_in_the_history_and_a_promise() {
    let room = Room::new();
    room.import(CHAT);
    let decided = room.decide("jumpa persnya", true);
    assert_eq!(decided, json!({"accepted": 1, "follow_ups": 1, "dismissed": 0, "unknown": 0}));
    let shown = room.desk.call("contact_show", json!(room.wayan));
    let line = &shown["history"][0];
    assert_eq!(
        (&line["kind"], &line["direction"], &line["summary"]),
        (&json!("whatsapp"), &json!("in"), &json!("Kapan jumpa persnya?"))
    );
    assert_eq!(line["at"], "2026-11-13T03:09:00.000Z", "the office's zone is WIB");
    let next = room.desk.call("follow_up_list", json!({"contact_id": room.wayan}));
    assert_eq!(next[0]["follow_up"]["kind"], "promise");
    assert!(next[0]["follow_up"]["what"].as_str().unwrap().contains("Kapan jumpa persnya?"));
    // A link stays where the coverage will find it.
    room.decide("tayang", true);
    let page = room.desk.call("group_chat_proposals", json!({"state": "accepted"}));
    let link = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["proposal"]["kind"] == "link")
        .unwrap()
        .clone();
    assert_eq!(link["proposal"]["url"], "https://news.example.com/pasar-rakyat");
    assert_ne!(link["proposal"]["interaction_id"], 0);
    // Nobody knows who asked.
    let unknown = room.decide("anggarannya", true);
    assert_eq!((&unknown["accepted"], &unknown["unknown"]), (&json!(0), &json!(1)));
}

#[test]
fn a_stranger_becomes_a_contact_or_is_linked_in_every_chat() {
    let room = Room::new();
    room.import(CHAT);
    let path = room.write(CHAT);
    let other = room.desk.call("group_chat_import", json!({"new_chat": "Pokja", "file": path}))["group_chat_id"].clone();
    let sender = room.desk.call("group_chat_show", json!(room.chat))["senders"][0].clone();
    assert_eq!(
        (&sender["sender"], &sender["is_number"], &sender["open"]),
        (&json!("+62 000 7777 8888"), &json!(true), &json!(1))
    );
    let before = room.desk.rows();
    let made = room.desk.call(
        "group_chat_sender_decide",
        json!({"id": sender["id"], "new": {"name": "Dewi Lestari", "outlet": "Media Contoh"}}),
    );
    assert_eq!((&made["name"], &made["proposals"]), (&json!("Dewi Lestari"), &json!(2)));
    let dewi = room.desk.call("contact_show", made["contact_id"].clone());
    assert_eq!(
        (&dewi["reaches"][0]["kind"], &dewi["row"]["outlet"]),
        (&json!("whatsapp"), &json!("Media Contoh"))
    );
    for chat in [json!(room.chat), other] {
        let shown = room.desk.call("group_chat_show", chat);
        assert!(shown["senders"].as_array().unwrap().is_empty(), "{shown}");
        assert!(
            shown["members"].as_array().unwrap().iter().any(|row| row["name"] == "Dewi Lestari")
        );
    }
    room.desk.call("undo_last", json!(null));
    assert_eq!(room.desk.rows(), before);
    // Linked to somebody who is there: the number is theirs from now on.
    room.desk
        .call("group_chat_sender_decide", json!({"id": sender["id"], "contact_id": room.siti}));
    assert_eq!(room.desk.search("+620007777"), ["Siti Rahma"]);
    assert_eq!(room.decide("anggarannya", true)["accepted"], 1);
    // One of three, not none and not two.
    for wrong in [
        json!({"id": sender["id"]}),
        json!({"id": sender["id"], "contact_id": room.siti, "state": "ours"}),
    ] {
        let error = commands::call_and_wait(&room.desk.door(), "group_chat_sender_decide", wrong)
            .unwrap_err();
        assert_eq!(error.text, "group-chat-who");
    }
}

#[test]
fn names_that_are_not_sure_are_only_proposed() {
    let room = Room::new();
    room.desk.contact("Siti Rahma", "siti2@example.id", "Radio Lain");
    room.desk.contact("Agus Salim", "agus@example.id", "Harian Contoh");
    let done = room.import(
        "13/11/26 10.07 - Siti Rahma: Ada rilis?\n13/11/26 10.08 - Agus Salim Harian Contoh: Kapan?\n13/11/26 10.09 - ~ Agus Salim: Di mana?\n13/11/26 10.10 - Pak Budi: Siapa?\n",
    );
    assert!(
        done["senders"].as_array().unwrap().iter().all(|sender| sender["state"] == "unknown"),
        "{done}"
    );
    let senders = room.desk.call("group_chat_show", json!(room.chat))["senders"].clone();
    let candidates = |name: &str| -> Vec<String> {
        let sender = senders.as_array().unwrap().iter().find(|row| row["sender"] == name).unwrap();
        sender["candidates"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(candidates("Siti Rahma"), ["Siti Rahma", "Siti Rahma"]);
    assert_eq!(candidates("Agus Salim Harian Contoh"), ["Agus Salim"]);
    assert_eq!(candidates("Agus Salim"), ["Agus Salim"]);
    assert!(candidates("Pak Budi").is_empty());
}

#[test]
fn a_merge_takes_the_chats_along_and_gives_them_back() {
    let room = Room::new();
    let twin = room.desk.contact("Wayan Kembar", "wayan@example.id", "Harian Contoh");
    room.desk.call(
        "group_chat_add",
        json!({"group_chat_id": room.chat, "contact_ids": [twin], "role": "admin"}),
    );
    room.import(CHAT);
    let before = room.desk.rows();
    let merged = room.desk.call(
        "merge_run",
        json!({"kind": "contact", "survivor_id": twin, "absorbed_id": room.wayan}),
    );
    let of = |contact: i64| room.desk.call("group_chat_list", json!({"contact_id": contact}));
    assert_eq!(of(twin).as_array().unwrap().len(), 1);
    assert_eq!(room.proposed("jumpa persnya")["name"], "Wayan Kembar");
    room.desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
    assert_eq!(room.proposed("jumpa persnya")["name"], "Wayan");
    let after = room.desk.rows();
    for table in ["group_chat_members", "group_chat_senders", "group_chat_proposals"] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

#[test]
fn erasing_a_person_leaves_nothing_of_them_in_a_chat() {
    let room = Room::new();
    room.import(CHAT);
    room.decide("jumpa persnya", true);
    let overview = room.desk.call("subject_show", json!(room.wayan));
    let held: Vec<&str> = overview["held"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| held["table"].as_str().unwrap())
        .collect();
    for table in ["group_chat_members", "group_chat_proposals", "interactions"] {
        assert!(held.contains(&table), "{table} is not in {held:?}");
    }
    let copy = room.desk.workspace.folder().join("salinan.json");
    room.desk.call("subject_export", json!({"contact_id": room.wayan, "file": copy}));
    let copy = std::fs::read_to_string(copy).unwrap();
    assert!(copy.contains("Pers Kota") && copy.contains("jumpa persnya"), "{copy}");
    for contact in [room.wayan, room.siti] {
        room.desk.call("subject_erase", json!({"contact_id": contact}));
    }
    let connection = rusqlite::Connection::open(room.desk.workspace.db.path()).unwrap();
    for table in ["group_chat_members", "group_chat_senders", "group_chat_proposals", "changes"] {
        let columns: Vec<String> = connection
            .prepare(&format!("SELECT * FROM {table} LIMIT 0"))
            .unwrap()
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let all = columns
            .iter()
            .map(|column| format!("COALESCE({column}, '')"))
            .collect::<Vec<_>>()
            .join(" || ' ' || ");
        for word in ["0001111", "jumpa persnya", "Siti Rahma", "kami muat besok"] {
            let count: i64 = connection
                .query_row(
                    &format!("SELECT COUNT(*) FROM {table} WHERE instr({all}, ?) > 0"),
                    [word],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(count, 0, "{word} in {table}");
        }
    }
    // The next export does not bring them back.
    let again = room.import(CHAT);
    let senders: Vec<&str> = again["senders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["sender"].as_str().unwrap())
        .collect();
    assert!(
        !senders.contains(&"+62 000 1111 2222") && !senders.contains(&"Siti Rahma"),
        "{senders:?}"
    );
    assert_eq!(again["proposals"]["question"], 0);
}

#[test]
fn wrong_input_is_refused_by_name() {
    let room = Room::new();
    let fails = |command: &str, args: Json| {
        let error = commands::call_and_wait(&room.desk.door(), command, args).unwrap_err();
        (error.code, error.text, error.field.unwrap_or_default())
    };
    let path = room.write("Notulen rapat\n");
    let chat = room.chat;
    let file = json!({"group_chat_id": chat, "file": path});
    assert_eq!(
        fails("group_chat_import", file),
        (Code::Invalid, "chat-file-not-chat", "file".to_owned())
    );
    assert_eq!(
        fails("group_chat_save", json!({"set": {"name": "PERS kota"}})),
        (Code::Invalid, "group-chat-name-taken", "name".to_owned())
    );
    assert_eq!(
        fails("group_chat_save", json!({"set": {"name": " "}})).1,
        "group-chat-name-missing"
    );
    assert_eq!(
        fails("group_chat_save", json!({"set": {"name": "x", "platform": "radio"}})).2,
        "platform"
    );
    assert_eq!(
        fails("group_chat_save", json!({"id": chat, "set": {"read_until": "x"}})).2,
        "read_until"
    );
    let add = |more: Json| {
        let mut args = json!({"group_chat_id": chat, "contact_ids": [room.siti]});
        args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        args
    };
    assert_eq!(fails("group_chat_add", add(json!({"role": "king"}))).2, "role");
    assert_eq!(fails("group_chat_add", add(json!({"started_on": "kemarin"}))).1, "error-wrong-day");
    room.desk.call("group_chat_add", add(json!({"started_on": "2026-11-20"})));
    assert_eq!(
        fails("group_chat_remove", add(json!({"ended_on": "2026-11-01"}))).1,
        "field-period-backwards"
    );
    room.desk.call("group_chat_save", json!({"id": chat, "set": {"platform": "telegram"}}));
    let path = room.write(CHAT);
    assert_eq!(
        fails("group_chat_import", json!({"group_chat_id": chat, "file": path})).1,
        "group-chat-not-whatsapp"
    );
    assert_eq!(fails("group_chat_import", json!({"file": path})).1, "group-chat-which");
}

#[test]
fn lists_are_filtered_by_the_chat() {
    let room = Room::new();
    room.desk
        .call("group_chat_add", json!({"group_chat_id": room.chat, "contact_ids": [room.siti]}));
    let filter =
        room.desk.call("filter_read", json!("group_chat = \"Pers Kota\""))["filter"].clone();
    let page = room.desk.call("contact_list", json!({"filter": filter}));
    assert_eq!((&page["total"], &page["rows"][0]["name"]), (&json!(1), &json!("Siti Rahma")));
    room.desk.call(
        "group_chat_remove",
        json!({"group_chat_id": room.chat, "contact_ids": [room.siti], "ended_on": "2026-11-20"}),
    );
    assert_eq!(
        room.desk.call("contact_list", json!({"filter": filter}))["total"],
        0,
        "past members are not in it"
    );
    assert_eq!(
        room.desk.call("filter_offers", json!({"field": "group_chat", "text": "pers"}))[0]["label"],
        "Pers Kota"
    );
}

#[test]
fn the_command_line_reads_a_chat() {
    let office = Office::with_contacts();
    let made = office.json(&[
        "chat",
        "new",
        "Pers Kota",
        "--purpose",
        "Tanya jawab",
        "--organisation",
        "Harian Contoh",
    ]);
    assert_eq!(made["platform"], "whatsapp");
    assert_eq!(
        office.json(&[
            "chat",
            "add",
            "pers kota",
            "siti@example.id",
            "--admin",
            "--since",
            "01/11/2026"
        ])["added"],
        1
    );
    let file = office.write("WhatsApp Chat with Pers Kota.txt", CHAT);
    let looked = office.json(&["chat", "import", &file, "--chat", "Pers Kota", "--dry-run"]);
    assert_eq!(looked["proposals"]["question"], 2);
    assert_eq!(office.json(&["chat", "list"])["chats"][0]["open"], 0);
    let done = office.json(&["chat", "import", &file, "--chat", "Pers Kota", "--accept-all"]);
    // Nobody has said that Rina is of the office.
    assert_eq!(done["decided"]["unknown"], 2, "{done}");
    assert_eq!(done["decided"]["accepted"], 2, "{done}");
    let sheet = office.warta(&["--language", "id", "chat", "show", "Pers Kota"]);
    assert!(
        sheet.out.contains("Siti Rahma")
            && sheet.out.contains("Belum dikenal: +62 000 7777 8888, Rina"),
        "{sheet:?}"
    );
    let again = office.warta(&["--language", "en", "chat", "import", &file, "--chat", "Pers Kota"]);
    assert!(again.out.contains("New proposals: 0") && again.out.contains("not known"), "{again:?}");
    let wayan = office.json(&["contact", "show", "+62 000 1111 2222"]);
    assert!(wayan["history"].to_string().contains("jumpa persnya"), "{wayan}");
    assert_eq!(
        office.json(&["chat", "list", "--who", "siti@example.id"])["chats"][0]["role"],
        "admin"
    );
    assert_eq!(
        office.json(&["chat", "remove", "Pers Kota", "siti@example.id", "--left", "2026-11-20"])["removed"],
        1
    );
    office.json(&["chat", "edit", "Pers Kota", "--rename", "Pers Kota Contoh"]);
    office
        .warta(&["chat", "import", &file, "--chat", "Pers Kota"])
        .failed_with("There is no group chat \"Pers Kota\"");
    assert_eq!(office.json(&["chat", "delete", "Pers Kota Contoh"])["deleted"], 1);
    for args in [&["chat", "--help"][..], &["chat", "import", "--help"]] {
        let help = office.warta(&[&["--language", "id"], args].concat());
        assert!(help.out.contains("Pemakaian") && !help.out.contains("Usage"), "{help:?}");
    }
}
