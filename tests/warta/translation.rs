//! One release in Indonesian and English: both texts written, approved, kept, exported, and each
//! recipient getting theirs.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::{Code, Error};

use crate::office::Office;
use crate::sending_desk::SendingDesk;

struct Two {
    desk: SendingDesk,
    id: i64,
}

impl Two {
    /// A release with its English version, complete.
    fn new() -> Self {
        let two = Self::with(SendingDesk::new());
        two.call(
            "release_translate",
            json!({"release_id": two.id, "set": {"headline": "City park opens", "lead": "A new park opens today.",
                "body_html": "<p>English <b>body</b>.</p>", "boilerplate": "A made-up office."}}),
        );
        two
    }

    fn with(desk: SendingDesk) -> Self {
        let id = desk.release().release.id;
        Self { desk, id }
    }

    #[track_caller]
    fn call(&self, name: &str, args: Json) -> Json {
        commands::call_and_wait(&self.desk.door(), name, args)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    #[track_caller]
    fn refused(&self, name: &str, args: Json) -> Error {
        commands::call_and_wait(&self.desk.door(), name, args).unwrap_err()
    }

    fn show(&self) -> Json {
        self.call("release_show", json!(self.id))
    }

    fn state(&self) -> Json {
        self.show()["row"]["state"].clone()
    }

    fn edit(&self, set: Json) -> Json {
        let id = self.show()["translation"]["id"].clone();
        self.call("release_translation_save", json!({"id": id, "set": set}))
    }
}

#[test]
fn a_release_is_in_one_language_until_the_other_one_is_added() {
    let two = Two::with(SendingDesk::new());
    let shown = two.show();
    assert_eq!((&shown["translation"], &shown["row"]["translated"]), (&Json::Null, &json!("")));
    two.call(
        "standing_save",
        json!({"set": {"name": "About us", "kind": "boilerplate", "language": "en", "text": "A made-up office."}}),
    );
    let begun = two.call("release_translate", json!({"release_id": two.id}));
    let text = &begun["translation"];
    assert_eq!((&text["language"], &text["headline"]), (&json!("en"), &json!("")));
    assert_eq!(text["boilerplate"], "A made-up office.", "the office's own text in that language");
    assert!(text["covering_text"].as_str().unwrap().contains("Dear"), "{text}");
    assert_eq!(text["press_contact"], begun["release"]["press_contact"]);
    let gaps: Vec<Json> = begun["gaps"].as_array().unwrap().clone();
    assert_eq!(
        gaps,
        ["headline", "lead", "body_html"].map(|field| json!({"field": field, "kind": "empty"}))
    );
    let again = two.refused("release_translate", json!({"release_id": two.id}));
    assert_eq!((again.code, again.text), (Code::Conflict, "release-translated-already"));
    let found =
        |text: &str| two.call("release_list", json!({"text": text})).as_array().unwrap().len();
    assert_eq!((found("taman kota"), found("park opens")), (1, 0));
    let taken = two.refused("release_save", json!({"id": two.id, "set": {"language": "en"}}));
    assert_eq!((taken.code, taken.text), (Code::Invalid, "release-language-taken"));
    let saved =
        two.edit(json!({"headline": "Park\nopens", "body_html": "<p>x</p><script>1</script>"}));
    assert_eq!(saved["translation"]["headline"], "Park opens");
    assert_eq!(found("park opens"), 1, "it is found by either headline");
    assert_eq!(saved["translation"]["body_html"], "<p>x</p>");
    let id = saved["translation"]["id"].clone();
    let fixed =
        two.refused("release_translation_save", json!({"id": id, "set": {"language": "id"}}));
    assert_eq!(fixed.code, Code::Invalid);
    let stale = json!({"id": id, "version": 1, "set": {"lead": "x"}});
    assert_eq!(two.refused("release_translation_save", stale).code, Code::Conflict);
    assert_eq!(two.call("release_translation_delete", json!(two.id)), json!(true));
    assert_eq!(two.show()["translation"], Json::Null);
    two.call("undo_last", json!(null));
    assert_eq!(two.show()["translation"]["headline"], "Park opens");
}

#[test]
fn approval_covers_both_texts_and_an_edited_translation_needs_it_again() {
    let two = Two::new();
    two.edit(json!({"headline": ""}));
    let refused = two.refused("release_approve", json!({"id": two.id, "way": "here"}));
    assert_eq!(refused.text, "release-translation-no-headline");
    let saved = two.edit(json!({"headline": "City park opens"}));
    let read = saved["translation"]["version"].as_i64().unwrap();
    let old = json!({"id": two.id, "way": "here", "translation_version": read - 1});
    assert_eq!(two.refused("release_approve", old).text, "release-changed-meanwhile");
    two.call("release_approve", json!({"id": two.id, "way": "here", "translation_version": read}));
    assert_eq!(two.state(), "approved");
    two.edit(json!({"covering_text": "Dear all,"}));
    assert_eq!(two.state(), "approved", "the covering mail is no part of it");
    two.edit(json!({"lead": "A new park opens tomorrow."}));
    assert_eq!(two.state(), "needs_approval");
    let changed = two.call(
        "release_difference",
        json!({"release_id": two.id, "from": two.show()["row"]["approved_version_id"]}),
    );
    let lead = changed.as_array().unwrap().iter().find(|one| one["field"] == "lead").unwrap();
    assert_eq!(lead["language"], "en");
    assert!(lead["words"].to_string().contains("tomorrow"), "{lead}");
    let approved = two.show()["row"]["approved_version_id"].clone();
    let kept = two.call("release_version_show", approved.clone());
    assert_eq!(kept["headline"], "Taman kota dibuka");
    assert_eq!(kept["translation"]["lead"], "A new park opens today.");
    two.call("release_restore", json!({"version_id": approved}));
    assert_eq!(two.show()["translation"]["lead"], "A new park opens today.");
    assert_eq!(two.state(), "approved");
    two.call("release_translation_delete", json!(two.id));
    assert_eq!(two.state(), "needs_approval", "what was approved said more");
    two.call("release_restore", json!({"version_id": approved}));
    assert_eq!(two.show()["translation"]["headline"], "City park opens", "it comes back");
    assert_eq!(two.state(), "approved");
}

#[test]
fn a_version_in_one_language_takes_the_other_one_away() {
    let two = Two::with(SendingDesk::new());
    two.call("release_submit", json!({"id": two.id}));
    two.call("release_translate", json!({"release_id": two.id, "set": {"headline": "Park"}}));
    let history = two.call("release_history", json!(two.id));
    assert_eq!(history["versions"][0]["is_current"], false);
    two.call("release_restore", json!({"version_id": history["versions"][0]["id"]}));
    assert_eq!(two.show()["translation"], Json::Null);
    let history = two.call("release_history", json!(two.id));
    assert_eq!(history["versions"].as_array().unwrap().len(), 2, "what stood there is kept");
}

#[test]
fn files_previews_chats_and_remarks_are_in_the_language_asked_for() {
    let two = Two::new();
    let folder = two.desk.folder.path();
    for (ending, word) in
        [("txt", "City park opens"), ("html", "City park opens"), ("eml", "City_park_opens")]
    {
        let file = folder.join(format!("en.{ending}"));
        two.call(
            "release_export",
            json!({"release_id": two.id, "file": file, "initials": false, "language": "en"}),
        );
        let said = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).replace(' ', "_");
        assert!(said.contains(&word.replace(' ', "_")), "{ending}: {said}");
        assert!(!said.contains("Taman_kota"), "{ending}");
    }
    for ending in ["pdf", "docx"] {
        let file = folder.join(format!("en.{ending}"));
        two.call(
            "release_export",
            json!({"release_id": two.id, "file": file, "initials": false, "language": "en"}),
        );
        let written = std::fs::metadata(&file).unwrap().len();
        assert!(written > 1000, "{ending}");
    }
    let chat = two.call("release_chat_text", json!({"release_id": two.id, "language": "en"}));
    assert!(chat["text"].as_str().unwrap().contains("*City park opens*"), "{chat}");
    let own = two.call("release_chat_text", json!({"release_id": two.id}));
    assert!(own["text"].as_str().unwrap().contains("*Taman kota dibuka*"), "{own}");
    let lint = two.call("release_lint", json!({"release_id": two.id, "language": "en"}));
    assert_eq!(lint["headline_characters"], 15);
    let alice = two.desk.reader("Alice", "alice@news.example.com");
    let budi = two.desk.reader("Budi", "budi@news.example.com");
    two.call("contact_save", json!({"patch": {"id": alice, "set": {"language": "en"}}}));
    for (person, headline, language) in
        [(alice, "City park opens", "en"), (budi, "Taman kota dibuka", "id")]
    {
        let seen = two.call("release_preview", json!({"release_id": two.id, "contact_id": person}));
        assert!(seen["subject"].as_str().unwrap().contains(headline), "{seen}");
        assert_eq!(seen["language"], language);
    }
    let forced = two.call(
        "release_preview",
        json!({"release_id": two.id, "contact_id": budi, "language": "en", "form": "light"}),
    );
    assert!(forced["html"].as_str().unwrap().contains("English <strong>body</strong>"), "{forced}");
    two.call("release_translation_delete", json!(two.id));
    let none = two.refused("release_chat_text", json!({"release_id": two.id, "language": "en"}));
    assert_eq!((none.code, none.text), (Code::Invalid, "release-not-in-language"));
    let seen = two.call("release_preview", json!({"release_id": two.id, "contact_id": alice}));
    assert_eq!(seen["language"], "id", "in the language that there is");
}

#[test]
fn a_correction_is_begun_in_both_languages_and_a_template_from_either() {
    let two = Two::new();
    two.call("release_approve", json!({"id": two.id, "way": "here"}));
    let correction = two.call("release_correct", json!({"id": two.id, "note": "Angka keliru"}));
    let english = &correction["translation"];
    assert_eq!(correction["release"]["headline"], "Ralat: Taman kota dibuka");
    assert_eq!(english["headline"], "Correction: City park opens");
    assert_eq!(english["body_html"], "<p>English <strong>body</strong>.</p>");
    let kept = two.call(
        "release_template_keep",
        json!({"release_id": two.id, "name": "Opening", "language": "en"}),
    );
    assert_eq!((&kept["language"], &kept["headline"]), (&json!("en"), &json!("City park opens")));
    // It holds the other text too, and what begins from it is in both, whichever comes first.
    let begun = two.call("release_begin", json!({"template_id": kept["id"]}));
    let said = |detail: &Json| {
        let of = |text: &Json| (text["language"].clone(), text["headline"].clone());
        [of(&detail["release"]), of(&detail["translation"])]
    };
    let english = (json!("en"), json!("City park opens"));
    let indonesian = (json!("id"), json!("Taman kota dibuka"));
    assert_eq!(said(&begun), [english.clone(), indonesian.clone()]);
    let turned = two.call("release_begin", json!({"template_id": kept["id"], "language": "id"}));
    assert_eq!(said(&turned), [indonesian, english]);
    assert_eq!(turned["translation"]["body_html"], "<p>English <strong>body</strong>.</p>");
    // Kept again from a release in one language, it is in one.
    two.call("release_translation_delete", json!(two.id));
    let kept = two.call("release_template_keep", json!({"release_id": two.id, "name": "opening"}));
    assert_eq!((&kept["language"], &kept["other_headline"]), (&json!("id"), &json!("")));
    let begun = two.call("release_begin", json!({"template_id": kept["id"]}));
    assert!(begun["translation"].is_null(), "{begun}");
}

#[test]
fn a_word_file_is_read_as_the_other_language_and_its_images_are_kept_once() {
    let office = Office::new();
    let file =
        office.write("r.md", "---\nlanguage: id\n---\n# Pasar dibuka\n\nHari ini.\n\nIsinya.\n");
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let id_number: i64 = id.parse().unwrap();
    let photo = office.write("pasar.jpg", crate::photo::camera_photo(3));
    office.json(&[
        "photo",
        "add",
        &photo,
        "--set",
        "caption=Pintu pasar",
        "--set",
        "consent=given",
    ]);
    let used = json!({"photo_id": 1, "release_id": id_number, "in_body": true});
    office.json(&["call", "release_use_photo", &used.to_string()]);
    let files = |detail: &Json| detail["files"].as_array().unwrap().len();
    let before = office.json(&["release", "show", &id]);

    // A colleague translates the Word file and sends it back.
    let english = office.file("english.docx");
    let english = english.to_str().unwrap();
    office.json(&[
        "release",
        "edit",
        &id,
        "--text-language",
        "en",
        "--set",
        "headline=Market opens",
        "--set",
        "lead=Today.",
        "--set",
        &format!("body_html={}", before["release"]["body_html"].as_str().unwrap()),
    ]);
    office.json(&["release", "export", &id, english, "--text-language", "en"]);
    office.json(&["release", "edit", &id, "--text-language", "en", "--remove"]);
    office.json(&["release", "import", english, "--into", &id, "--text-language", "en"]);
    let after = office.json(&["release", "show", &id]);
    let text = &after["translation"];
    assert_eq!(
        (&text["language"], &text["headline"], &text["lead"]),
        (&json!("en"), &json!("Market opens"), &json!("Today."))
    );
    assert_eq!(after["release"]["headline"], "Pasar dibuka", "its own text stays");
    assert!(text["body_html"].as_str().unwrap().contains("<img"), "{text}");
    assert_eq!(files(&after), files(&before), "the image is there once");
    // Read again, it replaces the text; taken back in one step.
    let plain = office.write("e.md", "# Market reopens\n\nToday.\n\nBody.\n");
    office.json(&[
        "release",
        "edit",
        &id,
        "--text-language",
        "en",
        "--file",
        english,
        "--set",
        "headline=Market",
    ]);
    office.json(&["release", "import", &plain, "--into", &id, "--text-language", "en"]);
    assert_eq!(office.json(&["release", "show", &id])["translation"]["headline"], "Market reopens");
    office.json(&["undo"]);
    assert_eq!(office.json(&["release", "show", &id])["translation"]["headline"], "Market");
    // Without a release it is a new one, and a language needs one.
    let made = office.json(&["release", "import", &plain]);
    assert_eq!(made["headline"], "Market reopens");
    assert_eq!(office.warta(&["release", "import", &plain, "--text-language", "en"]).code, 2);
    office.warta(&["release", "import", &plain, "--into", "99"]).failed_with("");
}

#[test]
fn both_versions_on_the_command_line() {
    let office = Office::new();
    office.json(&["call", "office_save", &json!({"set": {"name": "Kantor"}}).to_string()]);
    let file = office.write(
        "r.md",
        "---\nlanguage: id\n---\n# Pasar dibuka\n\nPasar dibuka hari ini.\n\nIsinya.\n",
    );
    let english = office.write("e.md", "# Market opens\n\nThe market opens today.\n\nIts body.\n");
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    office.warta(&["release", "show", &id, "--text-language", "en"]).failed_with("English");
    let edit = office.warta(&[
        "release",
        "edit",
        &id,
        "--text-language",
        "en",
        "--set",
        "headline=Market",
    ]);
    assert!(edit.err.contains("lead is empty"), "{edit:?}");
    let row = office.json(&["release", "edit", &id, "--text-language", "en", "--file", &english]);
    assert_eq!(row["translated"], "en");
    let sheet = office.warta(&["release", "show", &id, "--text-language", "en"]);
    assert!(sheet.out.contains("Market opens"), "{sheet:?}");
    assert_eq!(
        office.json(&["release", "show", &id])["translation"]["lead"],
        "The market opens today."
    );
    let target = office.write("out.txt", "");
    office.json(&["release", "export", &id, &target, "--text-language", "en"]);
    assert!(std::fs::read_to_string(&target).unwrap().contains("The market opens today."));
    let chat =
        office.warta(&["release", "export", &id, "--format", "whatsapp", "--text-language", "en"]);
    assert!(chat.out.contains("*Market opens*"), "{chat:?}");
    office.json(&["release", "submit", &id]);
    office.json(&["release", "edit", &id, "--text-language", "en", "--set", "lead=It opens."]);
    let diff = office.warta(&["release", "diff", &id]);
    assert!(diff.out.contains("lead (English)"), "{diff:?}");
    office.json(&["release", "edit", &id, "--text-language", "en", "--remove"]);
    office
        .warta(&["release", "edit", &id, "--text-language", "en", "--remove"])
        .failed_with("English");
}

#[test]
fn everybody_gets_the_text_of_their_language_and_what_was_sent_is_kept() {
    let two = Two::new();
    let desk = &two.desk;
    let (alice, budi) = (
        desk.reader("Alice", "alice@news.example.com"),
        desk.reader("Budi", "budi@news.example.com"),
    );
    let carol = desk.person("Carol", json!([{"kind": "whatsapp", "value": "+62000555"}]));
    for (person, set) in [(alice, json!({"language": "en"})), (carol, json!({"language": "en"}))] {
        two.call("contact_save", json!({"patch": {"id": person, "set": set}}));
    }
    let light = desk.reader("Erin", "erin@news.example.com");
    two.call(
        "contact_save",
        json!({"patch": {"id": light, "set": {"language": "en", "mail_form": "light"}}}),
    );
    let newsroom = |name: &str, languages: Json| {
        let made = two.call(
            "organisation_save",
            json!({"patch": {"set": {"name": name, "kind": "outlet"}}, "languages": languages,
                "reaches": [{"kind": "email", "value": format!("{}@outlet.example.com", name.to_lowercase())}]}),
        );
        made["organisation"]["id"].clone()
    };
    let (post, kabar, both) = (
        newsroom("Post", json!(["English"])),
        newsroom("Kabar", json!(["Bahasa Indonesia"])),
        newsroom("Both", json!(["Inggris", "Indonesia"])),
    );
    let audience = json!({"release_id": two.id, "contacts": [alice, budi, carol, light], "newsrooms": [post, kabar, both],
        "embargo": "2099-12-01 08:00 WIB"});
    let check = two.call("audience_check", audience.clone());
    assert_eq!(
        check["languages"],
        json!([{"language": "en", "people": 4}, {"language": "id", "people": 3}]),
        "{check}"
    );
    let language_of = |id: i64| {
        let all = check["recipients"].as_array().unwrap();
        all.iter().find(|one| one["contact_id"] == id).unwrap()["language"].clone()
    };
    assert_eq!((language_of(alice), language_of(budi)), (json!("en"), json!("id")));
    assert_eq!(check["by_hand"][0]["language"], "en");
    let rooms: Vec<Json> =
        check["newsrooms"].as_array().unwrap().iter().map(|one| one["language"].clone()).collect();
    assert_eq!(rooms, ["en", "id", "id"]);
    assert_eq!(check["forms"][0]["people"], 1, "{check}");
    let sent = two.call("release_send", json!({"audience": audience, "list_unsubscribe": false}));
    let chat = sent["by_hand"][0]["text"].as_str().unwrap();
    assert!(chat.contains("*City park opens*") && chat.contains("EMBARGO until"), "{chat}");
    // What is written into the release now reaches nobody any more.
    two.edit(json!({"headline": "Something else"}));
    desk.run().unwrap();
    let mails: Vec<String> = std::fs::read_dir(desk.folder.path().join("outbox"))
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert_eq!(mails.len(), 6);
    let mail_to = |address: &str| {
        let found = mails.iter().find(|mail| mail.contains(&format!("<{address}>"))).unwrap();
        let parsed = mail_parser::MessageParser::default().parse(found.as_bytes()).unwrap();
        let text = parsed.body_text(0).unwrap().into_owned();
        let html = parsed.body_html(0).unwrap().into_owned();
        let language = parsed.header_raw("Content-Language").unwrap_or_default().trim().to_owned();
        (parsed.subject().unwrap().to_owned(), text, html, language)
    };
    for (address, english) in [
        ("alice@news.example.com", true),
        ("budi@news.example.com", false),
        ("erin@news.example.com", true),
        ("post@outlet.example.com", true),
        ("kabar@outlet.example.com", false),
        ("both@outlet.example.com", false),
    ] {
        let (subject, text, html, language) = mail_to(address);
        let (headline, other, embargo, lead) = if english {
            ("City park opens", "Taman kota dibuka", "EMBARGO until", "A new park opens today.")
        } else {
            (
                "Taman kota dibuka",
                "City park opens",
                "EMBARGO sampai",
                "Taman baru dibuka hari ini.",
            )
        };
        assert!(subject.contains(headline) && subject.contains(embargo), "{address}: {subject}");
        for body in [&text, &html] {
            assert!(body.contains(lead) && !body.contains(other), "{address}: {body}");
        }
        assert_eq!(language, if english { "en" } else { "id" }, "{address}");
    }
    let listed = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let of = |name: &str| listed.iter().find(|row| row.name == name).unwrap().language.clone();
    assert_eq!((of("Alice"), of("Budi")), ("en".to_owned(), "id".to_owned()));
    // The report says who got which, and how many.
    let id = sent["row"]["id"].clone();
    let report = two.call("distribution_report", id.clone());
    let counted: Vec<(&str, i64)> = report["languages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["language"].as_str().unwrap(), one["total"].as_i64().unwrap()))
        .collect();
    assert_eq!(counted, [("id", 3), ("en", 4)]);
    let lines = two.call("report_line_list", json!({"distribution_id": id}));
    let of = |name: &str| {
        let rows = lines["rows"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == name).unwrap()["language"].clone()
    };
    assert_eq!((of("Alice"), of("Budi"), of("Carol")), (json!("en"), json!("id"), json!("en")));
}

#[test]
fn an_unfinished_translation_holds_up_only_those_who_would_get_it() {
    let two = Two::with(SendingDesk::new());
    two.call("release_translate", json!({"release_id": two.id}));
    let alice = two.desk.reader("Alice", "alice@news.example.com");
    let budi = two.desk.reader("Budi", "budi@news.example.com");
    two.call("contact_save", json!({"patch": {"id": alice, "set": {"language": "en"}}}));
    let problems = |contacts: Json| {
        let check = two.call("audience_check", json!({"release_id": two.id, "contacts": contacts}));
        check["problems"].as_array().unwrap().clone()
    };
    assert!(problems(json!([budi])).iter().all(|one| one["language"] == ""));
    let told = problems(json!([alice, budi]));
    let blocking = told.iter().find(|one| one["blocks"] == true).unwrap();
    assert_eq!((&blocking["kind"], &blocking["language"]), (&json!("no_headline"), &json!("en")));
    two.edit(json!({"headline": "City park opens"}));
    two.edit(json!({"lead": "A new park opens today."}));
    let told = problems(json!([alice, budi]));
    assert!(told.iter().all(|one| one["blocks"] == false), "{told:?}");
    assert!(told.iter().any(|one| one["kind"] == "translation_gaps"), "{told:?}");
}

#[test]
fn what_is_asked_once_more_is_asked_in_the_language_that_they_got() {
    let two = Two::new();
    let alice = two.desk.reader("Alice", "alice@news.example.com");
    let budi = two.desk.reader("Budi", "budi@news.example.com");
    two.call("contact_save", json!({"patch": {"id": alice, "set": {"language": "en"}}}));
    let first = two.desk.queue(two.id, &[alice, budi]).row.id;
    two.desk.run().unwrap();
    // The release went on in one language; what was sent is asked about in both.
    two.call("release_translation_delete", json!(two.id));
    two.call(
        "follow_up_rule_save",
        json!({"on": true, "from": 1, "until": 5, "most": 2, "holidays": []}),
    );
    let proposal = two.call("follow_up_proposal", json!(first));
    assert_eq!(proposal["other"]["language"], "en");
    let audience = json!({"release_id": two.id, "contacts": [alice, budi], "again": {
        "distribution_id": first, "purpose": "follow_up", "by_hand": false,
        "subject": proposal["subject"], "covering": proposal["covering"],
        "other_subject": proposal["other"]["subject"], "other_covering": "A word in English."}});
    let check = two.call("audience_check", audience.clone());
    assert_eq!(check["languages"].as_array().unwrap().len(), 2);
    let sent = two.call("release_send", json!({"audience": audience, "list_unsubscribe": false}));
    let id = &sent["row"]["id"];
    let english = two.desk.number(&format!(
        "SELECT COUNT(*) FROM distribution_texts WHERE distribution_id = {id} AND language = 'en'
         AND html LIKE '%A word in English.%' AND html LIKE '%A new park opens today.%'"
    ));
    assert_eq!(english, 1);
}
