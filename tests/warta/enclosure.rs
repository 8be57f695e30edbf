//! What single recipients get with a release: files and links of their own; and what a message
//! answers, so that mail programs show it below what came before.

use std::fs;

use mail_parser::{Message, MessageParser, MimeHeaders};
use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::{Code, Error};

use crate::mail_server::scripted::ScriptedServer;
use crate::office::Office;
use crate::sending_desk::{SendingDesk, patch};

#[track_caller]
fn call(desk: &SendingDesk, name: &str, args: Json) -> Json {
    commands::call_and_wait(&desk.door(), name, args)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn refused(desk: &SendingDesk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn file(desk: &SendingDesk, name: &str, text: &str) -> String {
    let path = desk.folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// The last mail that the server took for an address.
fn mail(server: &ScriptedServer, address: &str) -> Vec<u8> {
    let all = server.messages();
    let last = all.into_iter().rfind(|(to, _)| to[0] == address);
    last.unwrap_or_else(|| panic!("nothing came for {address}")).1
}

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

/// Name and text of each attachment.
fn attached(bytes: &[u8]) -> Vec<(String, String)> {
    let message = parsed(bytes);
    let files = message.attachments().map(|part| {
        let text = String::from_utf8_lossy(part.contents()).into_owned();
        (part.attachment_name().unwrap_or_default().to_owned(), text)
    });
    files.collect()
}

fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

fn kinds(check: &Json) -> Vec<String> {
    let all = check["problems"].as_array().unwrap().iter();
    let kinds = all.map(|one| one["kind"].as_str().unwrap().to_owned());
    kinds.filter(|kind| kind.starts_with("enclosure")).collect()
}

#[test]
fn everybody_gets_their_own_files_and_link_and_nobody_elses() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let anna = desk.reader("Anna Wijaya", "anna@news.example.com");
    let budi = desk.reader("Budi Santoso", "budi@news.example.com");
    let citra = desk.reader("Citra Dewi", "citra@news.example.com");
    let called = desk.person("Dodi", json!([{"kind": "phone", "value": "+62 000 1111 000"}]));
    let release = desk.release().release.id;
    let shared = file(&desk, "peta.txt", "untuk semua");
    call(
        &desk,
        "release_attach",
        json!({"release_id": release, "file_name": "peta.txt", "path": shared}),
    );
    let letter = |name: &str, text: &str, people: &[i64]| {
        let path = file(&desk, name, text);
        call(
            &desk,
            "release_enclose",
            json!({"release_id": release, "contacts": people, "path": path}),
        )
    };
    letter("tugas anna.txt", "untuk Anna", &[anna]);
    letter("tugas budi.txt", "untuk Budi", &[budi]);
    letter("berdua.txt", "untuk berdua", &[anna, budi]);
    letter("serahkan.txt", "untuk Dodi", &[called]);
    // The same once more is the same.
    letter("tugas anna.txt", "untuk Anna", &[anna]);
    let link = |link: &str, people: &[i64]| json!({"release_id": release, "contacts": people, "link": link});
    call(&desk, "release_enclose", link("https://example.id/lama", &[anna]));
    call(&desk, "release_enclose", link("https://example.id/anna", &[anna]));
    call(&desk, "release_enclose", link("https://example.id/dodi", &[called]));
    let rows = call(&desk, "release_enclosures", json!(release));
    let told: Vec<(&str, &str, &str)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |field: &str| row[field].as_str().unwrap();
            (text("name"), text("file_name"), text("link"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Anna Wijaya", "tugas anna.txt", ""),
            ("Anna Wijaya", "berdua.txt", ""),
            ("Anna Wijaya", "", "https://example.id/anna"),
            ("Budi Santoso", "tugas budi.txt", ""),
            ("Budi Santoso", "berdua.txt", ""),
            ("Dodi", "serahkan.txt", ""),
            ("Dodi", "", "https://example.id/dodi"),
        ]
    );
    let covering = json!({"covering_text": "{{salutation}},\n\nUnduh di {{own_link|situs kami}}."});
    desk.write(|db, ctx| {
        let patch = warta::db::Patch { id: Some(release), ..patch(covering) };
        warta::release::save(db, ctx, patch)
    });
    let shown = call(&desk, "release_preview", json!({"release_id": release, "contact_id": anna}));
    assert!(shown["text"].as_str().unwrap().contains("https://example.id/anna"), "{shown}");

    let check =
        call(&desk, "audience_check", json!({"release_id": release, "contacts": [anna, citra]}));
    assert_eq!((&check["enclosed"], kinds(&check)), (&json!(1), vec!["enclosure_absent".into()]));
    let absent = check["problems"].as_array().unwrap();
    let absent = absent.iter().find(|one| one["kind"] == "enclosure_absent").unwrap();
    assert_eq!(absent["args"]["names"], "Budi Santoso, Dodi");
    let all = [anna, budi, citra, called];
    let check = call(&desk, "audience_check", json!({"release_id": release, "contacts": all}));
    assert_eq!((&check["enclosed"], kinds(&check)), (&json!(2), vec!["enclosure_by_hand".into()]));

    let id = desk.queue(release, &all).row.id;
    // What was queued is frozen, whatever becomes of it in the release.
    for row in rows.as_array().unwrap() {
        call(&desk, "release_enclosure_delete", row["id"].clone());
    }
    assert_eq!(call(&desk, "release_enclosures", json!(release)), json!([]));
    desk.run().unwrap();
    let (for_all, both) = (pair("peta.txt", "untuk semua"), pair("berdua.txt", "untuk berdua"));
    let to_anna = mail(&server, "anna@news.example.com");
    assert_eq!(
        attached(&to_anna),
        [for_all.clone(), pair("tugas anna.txt", "untuk Anna"), both.clone()]
    );
    let text = parsed(&to_anna).body_text(0).unwrap().into_owned();
    assert!(text.contains("Unduh di https://example.id/anna."), "{text}");
    let to_budi = mail(&server, "budi@news.example.com");
    assert_eq!(attached(&to_budi), [for_all.clone(), pair("tugas budi.txt", "untuk Budi"), both]);
    assert!(parsed(&to_budi).body_text(0).unwrap().contains("Unduh di situs kami."));
    assert_eq!(attached(&mail(&server, "citra@news.example.com")), [for_all]);
    let by_hand = &desk.show(id).by_hand[0];
    assert_eq!(by_hand.enclosed, ["serahkan.txt", "https://example.id/dodi"]);
}

#[test]
fn a_file_that_is_lost_and_a_link_that_is_none_are_named_before_anything_is_sent() {
    let desk = SendingDesk::new();
    let anna = desk.reader("Anna", "anna@news.example.com");
    let release = desk.release().release.id;
    let path = file(&desk, "tugas.txt", "untuk Anna");
    let made = call(
        &desk,
        "release_enclose",
        json!({"release_id": release, "contacts": [anna], "path": path}),
    );
    let sha256 = made[0]["sha256"].as_str().unwrap();
    fs::remove_file(desk.workspace.files().join(sha256)).unwrap();
    let order = json!({"audience": {"release_id": release, "contacts": [anna]}});
    let error = refused(&desk, "release_send", order);
    assert_eq!(
        (error.text, error.args["file"].as_str()),
        ("distribution-problem-file-lost", "tugas.txt")
    );
    for link in ["situs kami", "ftp://example.id", ""] {
        let order = json!({"release_id": release, "contacts": [anna], "link": link});
        let error = refused(&desk, "release_enclose", order);
        assert_eq!((error.code, error.text), (Code::Invalid, "distribution-link"), "{link}");
    }
    let nobody = json!({"release_id": release, "contacts": [], "path": path});
    assert_eq!(refused(&desk, "release_enclose", nobody).text, "enclosure-nobody");
}

#[test]
fn whose_a_file_is_stands_in_its_name() {
    let desk = SendingDesk::new();
    let anna = desk.reader("Anna Wijaya", "anna@news.example.com");
    let short = desk.reader("Anna", "a@news.example.com");
    desk.reader("Budi Santoso", "b1@news.example.com");
    desk.reader("Budi Santoso", "b2@news.example.com");
    let names = [
        "Surat Tugas_ANNA-WIJAYA (2).pdf",
        "anna.pdf",
        "Budi Santoso.pdf",
        "Susanna Wijayanti.pdf",
        "undangan",
    ];
    let found = call(&desk, "enclosure_matches", json!({"file_names": names}));
    let found: Vec<(&Json, usize)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["contact_id"], one["names"].as_array().unwrap().len()))
        .collect();
    let nobody = &Json::Null;
    assert_eq!(
        found,
        [(&json!(anna), 1), (&json!(short), 1), (nobody, 2), (nobody, 0), (nobody, 0)]
    );
}

/// The identifiers of a header, in order.
fn identifiers(bytes: &[u8], header: &str) -> Vec<String> {
    let message = parsed(bytes);
    let value = message.header(header).cloned();
    value
        .and_then(|value| {
            value.as_text_list().map(|ids| ids.iter().map(ToString::to_string).collect())
        })
        .unwrap_or_default()
}

fn message_id(bytes: &[u8]) -> String {
    parsed(bytes).message_id().unwrap().to_owned()
}

#[test]
fn what_follows_a_mail_stands_below_it_in_the_readers_mailbox() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let anna = desk.reader("Anna", "anna@news.example.com");
    let late = desk.reader("Late", "late@news.example.com");
    let release = desk.release().release.id;
    let id = desk.queue(release, &[anna]).row.id;
    desk.run().unwrap();
    let first = mail(&server, "anna@news.example.com");
    assert_eq!(identifiers(&first, "In-Reply-To"), Vec::<String>::new(), "it begins the talk");
    let begun = message_id(&first);

    let ask_again = || {
        let again = json!({"distribution_id": id, "purpose": "follow_up"});
        let audience = json!({"release_id": release, "contacts": [anna], "again": again});
        call(&desk, "release_send", json!({"audience": audience}));
        desk.run().unwrap();
        mail(&server, "anna@news.example.com")
    };
    let second = ask_again();
    assert_eq!(identifiers(&second, "In-Reply-To"), std::slice::from_ref(&begun));
    let third = ask_again();
    assert_eq!(identifiers(&third, "In-Reply-To"), [message_id(&second)]);
    assert_eq!(identifiers(&third, "References"), [begun.clone(), message_id(&second)]);

    // A correction stands below its original, for those who got that.
    let correction = call(&desk, "release_correct", json!({"id": release, "note": "Angka"}));
    let correction = correction["release"]["id"].as_i64().unwrap();
    desk.queue(correction, &[anna, late]);
    desk.run().unwrap();
    let corrected = mail(&server, "anna@news.example.com");
    assert_eq!(identifiers(&corrected, "In-Reply-To"), [message_id(&third)]);
    assert_eq!(identifiers(&corrected, "References").first(), Some(&begun));
    let unknown = mail(&server, "late@news.example.com");
    assert_eq!(identifiers(&unknown, "References"), Vec::<String>::new());
}

#[test]
fn the_command_line_gives_files_and_links_to_single_people() {
    let office = Office::new();
    let people = office.write(
        "pers.csv",
        "Nama;Media;E-mail\nAsep Sunarya;Harian Contoh;asep@news.example.com\nSiti Rahma;Radio Contoh;siti@news.example.com\n",
    );
    office.json(&["import", &people, "--list", "Pers Kota"]);
    let text = office.write("release.md", "# Pasar dibuka\n\nHari ini.\n\nIsinya.\n");
    office.json(&["release", "new", "--file", &text]);
    let asep = office.write("Surat tugas Asep Sunarya.txt", "untuk Asep");
    let nobody = office.write("undangan umum.txt", "untuk siapa?");

    let refused = office.warta(&["release", "enclose", "1", &asep, &nobody]);
    assert_ne!(refused.code, 0);
    assert!(refused.err.contains("undangan umum.txt"), "{}", refused.err);
    let none = office.json(&["release", "enclose", "1"]);
    assert_eq!(none["enclosures"], json!([]), "nothing is half-done");

    office.json(&["release", "enclose", "1", &asep]);
    office.json(&["release", "enclose", "1", &nobody, "--to", "siti@news.example.com"]);
    let link = ["--link", "https://example.id/siti", "--to", "siti@news.example.com"];
    let order = [&["release", "enclose", "1"][..], &link].concat();
    let rows = office.json(&order)["enclosures"].clone();
    assert_eq!(rows.as_array().unwrap().len(), 3, "{rows}");
    let shown = office.warta(&["release", "enclose", "1"]).out;
    assert!(shown.contains("Asep Sunarya: Surat tugas Asep Sunarya.txt"), "{shown}");
    let number = rows[2]["id"].to_string();
    let left = office.json(&["release", "enclose", "1", "--remove", &number]);
    assert_eq!(left["enclosures"].as_array().unwrap().len(), 2);
    let again = office.warta(&["release", "enclose", "1", "--remove", &number]);
    assert!(again.err.contains(&number), "{}", again.err);

    office.json(&["release", "send", "1", "--list", "Pers Kota", "--yes"]);
    office.json(&["outbox", "run", "--until-empty"]);
    let mut files: Vec<(String, Vec<String>)> = fs::read_dir(office.workspace().join("outbox"))
        .unwrap()
        .map(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            let to = parsed(&bytes).to().unwrap().first().unwrap().address().unwrap().to_owned();
            (to, attached(&bytes).into_iter().map(|(name, _)| name).collect())
        })
        .collect();
    files.sort();
    let one = |name: &str| vec![name.to_owned()];
    assert_eq!(
        files,
        [
            ("asep@news.example.com".to_owned(), one("Surat tugas Asep Sunarya.txt")),
            ("siti@news.example.com".to_owned(), one("undangan umum.txt")),
        ]
    );
}
