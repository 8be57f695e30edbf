//! A distribution by mail, WhatsApp, chat groups and by hand; the queue of what a person does.

use serde_json::{Value as Json, json};
use warta::db::migrate;
use warta::distribution::{
    self, Audience, Channel, ChosenChannel, Exclusion, SendOrder, Wave, When,
};
use warta::error::Code;
use warta::{group_chat, interaction};

use crate::office::Office;
use crate::sending_desk::{SendingDesk, adds_up, patch};

fn mail_of(address: &str) -> Json {
    json!({"kind": "email", "value": address})
}

fn whatsapp(number: &str) -> Json {
    json!({"kind": "whatsapp", "value": number})
}

fn phone(number: &str) -> Json {
    json!({"kind": "phone", "value": number})
}

fn group(desk: &SendingDesk, name: &str, members: &[i64]) -> i64 {
    let id = desk.write(|db, ctx| group_chat::save(db, ctx, patch(json!({"name": name})))).id;
    let new = group_chat::ChatMembersNew {
        group_chat_id: id,
        contact_ids: members.to_vec(),
        ..Default::default()
    };
    desk.write(|db, ctx| group_chat::add(db, ctx, new));
    id
}

fn prefers(desk: &SendingDesk, contact: i64, channel: &str) {
    desk.sql(&format!("UPDATE contacts SET preferred_channel = '{channel}' WHERE id = {contact}"));
}

#[test]
fn everybody_gets_the_channel_they_prefer_or_the_first_that_works() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let both = json!([mail_of("a@news.example.com"), whatsapp("0000 0000 010")]);
    let plain = desk.person("Ani", both);
    let chats =
        desk.person("Beni", json!([mail_of("b@news.example.com"), phone("+62 000 0000 011")]));
    let calls =
        desk.person("Cici", json!([mail_of("c@news.example.com"), phone("+62 000 0000 012")]));
    let visits = desk.person("Dodi", json!([mail_of("d@news.example.com")]));
    let only_phone = desk.person("Evi", json!([phone("+62 000 0000 014")]));
    let wants_mail = desk.person("Fani", json!([whatsapp("+62 000 0000 015")]));
    let overruled =
        desk.person("Gani", json!([mail_of("g@news.example.com"), whatsapp("+62 000 0000 016")]));
    let twin = desk.person("Hani", json!([whatsapp("0000 0000 016")]));
    prefers(&desk, chats, "whatsapp");
    prefers(&desk, calls, "phone");
    prefers(&desk, visits, "in_person");
    prefers(&desk, wants_mail, "email");
    let pers = group(&desk, "Pers Kota", &[plain, chats, twin]);
    let audience = Audience {
        release_id: release,
        contacts: vec![plain, chats, calls, visits, only_phone, wants_mail, overruled, twin],
        channels: vec![ChosenChannel { contact_id: overruled, channel: Channel::Whatsapp }],
        groups: vec![pers, pers],
        ..Audience::default()
    };
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()));
    let mails: Vec<i64> = check.recipients.iter().map(|one| one.contact_id).collect();
    assert_eq!(mails, [plain]);
    let by_hand: Vec<(i64, &str, &str)> = check
        .by_hand
        .iter()
        .map(|one| (one.contact_id, one.channel_hint.as_str(), one.phone.as_str()))
        .collect();
    assert_eq!(
        by_hand,
        [
            (chats, "whatsapp", "+620000000011"),
            (calls, "call", "+620000000012"),
            (visits, "in_person", ""),
            (only_phone, "call", "+620000000014"),
            (wants_mail, "whatsapp", "+620000000015"),
            (overruled, "whatsapp", "+620000000016"),
        ]
    );
    let left: Vec<(i64, &str)> =
        check.excluded.iter().map(|one| (one.contact_id, one.reason.as_str())).collect();
    assert_eq!(left, [(twin, "double")], "one number, one message");
    assert_eq!(check.groups.len(), 1, "a group is a recipient once");
    assert_eq!((check.groups[0].members, check.groups[0].also), (3, 2));

    let order = |expected| SendOrder {
        audience: audience.clone(),
        expected_recipients: Some(expected),
        ..SendOrder::default()
    };
    let changed = desk.try_write(|db, ctx| distribution::queue(db, ctx, order(7))).unwrap_err();
    assert_eq!(changed.text, "distribution-audience-changed");
    let detail = desk.write(|db, ctx| distribution::queue(db, ctx, order(8)));
    adds_up(&detail);
    let by_channel: Vec<(Channel, i64)> =
        detail.channels.iter().map(|one| (one.channel, one.total)).collect();
    assert_eq!(
        by_channel,
        [(Channel::Mail, 1), (Channel::Whatsapp, 3), (Channel::Group, 1), (Channel::ByHand, 3)]
    );
    assert_eq!(detail.row.counts.total, 8);
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, audience));
    let again = check.problems.iter().find(|one| one.kind == "already_sent").unwrap();
    assert_eq!(again.count, 8, "the group had it already as well");
}

#[test]
fn a_group_and_two_people_are_worked_through_and_the_last_mark_is_taken_back() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let siti = desk.person("Siti", json!([whatsapp("+62 000 0000 021")]));
    let budi = desk.person("Budi", json!([whatsapp("+62 000 0000 022")]));
    desk.sql(&format!("UPDATE contacts SET language = 'en' WHERE id = {budi}"));
    let pers = group(&desk, "Pers Kota", &[siti]);
    let audience = Audience {
        release_id: release,
        contacts: vec![siti, budi],
        groups: vec![pers],
        embargo: Some("2098-12-01 08:00 WIB".to_owned()),
        link: Some("https://example.id/taman".to_owned()),
        ..Audience::default()
    };
    let detail = desk.write(|db, ctx| {
        distribution::queue(db, ctx, SendOrder { audience, ..SendOrder::default() })
    });
    let id = detail.row.id;
    let [first, second, third] = detail.by_hand.as_slice() else { panic!("{:?}", detail.by_hand) };
    assert!(first.text.contains("Selamat siang, Mbak Siti."), "{}", first.text);
    assert!(
        first.text.contains("*EMBARGO sampai 1 Desember 2098 pukul 08.00 WIB*"),
        "{}",
        first.text
    );
    assert!(second.text.contains("*EMBARGO until 1 December 2098"), "{}", second.text);
    assert!(second.text.contains("Good day, Mbak Budi."), "{}", second.text);
    assert!(second.text.contains("*Taman kota dibuka*\n\nTaman baru dibuka hari ini."));
    assert!(first.text.contains("https://example.id/taman"));
    assert!(first.whatsapp_link.starts_with("https://wa.me/620000000021?text="));
    assert_eq!((third.name.as_str(), third.paste, third.members), ("Pers Kota", true, 1));
    assert_eq!(third.whatsapp_link, "https://web.whatsapp.com/");
    assert!(third.text.contains("rekan-rekan media"), "{}", third.text);

    for row in [first.id, third.id] {
        assert!(desk.write(|db, ctx| distribution::done_by_hand(db, ctx, row)));
        assert!(!desk.write(|db, ctx| distribution::done_by_hand(db, ctx, row)));
    }
    let shown = desk.show(id);
    adds_up(&shown);
    let reached: Vec<(i64, i64, i64)> =
        shown.channels.iter().map(|one| (one.total, one.reached, one.waiting)).collect();
    assert_eq!(reached, [(2, 1, 1), (1, 1, 0)]);
    let done = shown.by_hand.iter().find(|row| row.id == third.id).unwrap();
    assert_eq!((done.done, done.done_by.as_str()), (true, "Rina"));
    let sent = desk.read(|db, ctx| distribution::group_sendings(db, ctx, pers));
    assert_eq!(
        (sent.len(), sent[0].actor.as_str(), sent[0].state.as_str()),
        (1, "Rina", "done_by_hand")
    );
    let history = |who| desk.read(|db, _| interaction::of_contact(db, who, 5)).len();
    assert_eq!((history(siti), history(budi)), (1, 0));

    assert!(desk.write(|db, ctx| distribution::not_done(db, ctx, first.id)));
    assert!(!desk.write(|db, ctx| distribution::not_done(db, ctx, first.id)));
    assert_eq!(history(siti), 0, "its line in the history goes with the mark");
    assert!(desk.write(|db, ctx| distribution::done_by_hand(db, ctx, first.id)));
    assert_eq!(history(siti), 1);
    let unknown = desk.try_write(|db, ctx| distribution::not_done(db, ctx, 999)).unwrap_err();
    assert_eq!(unknown.code, Code::NotFound);
    // What was cancelled is not opened again.
    desk.write(|db, ctx| distribution::cancel(db, ctx, id));
    assert!(!desk.write(|db, ctx| distribution::not_done(db, ctx, first.id)));
    adds_up(&desk.show(id));
}

#[test]
fn groups_keep_to_waves_and_hours() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let siti = desk.reader("Siti", "siti@news.example.com");
    let (early, late) = (group(&desk, "Kantor berita", &[]), group(&desk, "Pers Kota", &[]));
    let order = SendOrder {
        audience: Audience {
            release_id: release,
            contacts: vec![siti],
            groups: vec![late, early],
            waves: vec![
                Wave { lists: vec![], minutes: 0, groups: vec![early], ..Wave::default() },
                Wave { lists: vec![], minutes: 30, groups: vec![], ..Wave::default() },
            ],
            ..Audience::default()
        },
        when: When { at: Some("2098-12-01 08:00 WIB".to_owned()), ..When::default() },
        ..SendOrder::default()
    };
    let detail = desk.write(|db, ctx| distribution::queue(db, ctx, order));
    let waits: Vec<(&str, &str)> =
        detail.by_hand.iter().map(|row| (row.name.as_str(), row.not_before.as_str())).collect();
    assert_eq!(
        waits,
        [("Kantor berita", "2098-12-01T01:00:00.000Z"), ("Pers Kota", "2098-12-01T01:30:00.000Z")]
    );
    assert_eq!(detail.waves.iter().map(|wave| wave.total).collect::<Vec<_>>(), [1, 2]);
    let row = detail.by_hand[0].id;
    let soon = desk.try_write(|db, ctx| distribution::done_by_hand(db, ctx, row)).unwrap_err();
    assert_eq!(soon.text, "distribution-not-yet");
}

#[test]
fn a_group_that_had_a_message_lately_is_left_out_or_kept() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let told = group(&desk, "Pers Kota", &[]);
    let waits = group(&desk, "Kantor berita", &[]);
    let fresh = group(&desk, "Radio", &[]);
    let audience = |groups: &[i64]| Audience {
        release_id: release,
        groups: groups.to_vec(),
        ..Audience::default()
    };
    let order = SendOrder { audience: audience(&[told, waits]), ..SendOrder::default() };
    let sent = desk.write(|db, ctx| distribution::queue(db, ctx, order));
    desk.write(|db, ctx| distribution::done_by_hand(db, ctx, sent.by_hand[0].id));
    let all = Audience { guard_days: Some(3), ..audience(&[told, waits, fresh]) };
    let check = |audience: &Audience| {
        desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()))
    };
    let guarded = check(&all);
    assert_eq!(guarded.groups.iter().map(|one| one.group_chat_id).collect::<Vec<_>>(), [fresh]);
    let left: Vec<(Option<i64>, Exclusion)> =
        guarded.excluded.iter().map(|one| (one.group_chat_id, one.reason)).collect();
    assert_eq!(left, [(Some(told), Exclusion::Recent), (Some(waits), Exclusion::Recent)]);
    let kinds: Vec<&str> = guarded.recent.iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(kinds, ["release_sent", "queued"]);
    let kept = Audience { keep_groups: vec![told], ..all.clone() };
    let order = SendOrder { audience: kept, expected_recipients: Some(2), ..SendOrder::default() };
    let queued = desk.write(|db, ctx| distribution::queue(db, ctx, order));
    assert_eq!(queued.before.kept[0].group_chat_id, Some(told));
    assert_eq!(queued.exclusions[0].name, "Kantor berita");
    assert_eq!(queued.exclusions[0].group_chat_id, Some(waits));
    // Told long ago, or told no more.
    desk.sql("UPDATE deliveries SET state = 'cancelled' WHERE state = 'by_hand'");
    desk.sql("UPDATE deliveries SET changed_at = '2026-01-01T00:00:00.000Z'");
    assert_eq!(check(&all).groups.len(), 3);
}

#[test]
fn a_link_that_is_none_and_a_group_that_is_gone_are_named() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let pers = group(&desk, "Pers Kota", &[]);
    let check = |audience| {
        let ctx = desk.ctx();
        desk.workspace.db.read(|db| distribution::preflight(db, &ctx, audience))
    };
    for link in ["example.id", "javascript:alert(1)", "https://example.id/a b"] {
        let audience = Audience {
            release_id: release,
            groups: vec![pers],
            link: Some(link.to_owned()),
            ..Audience::default()
        };
        assert_eq!(check(audience).unwrap_err().text, "distribution-link", "{link}");
    }
    desk.write(|db, ctx| group_chat::delete(db, ctx, vec![pers]));
    let audience = Audience { release_id: release, groups: vec![pers], ..Audience::default() };
    assert_eq!(check(audience).unwrap_err().text, "group-chat-unknown");
}

#[test]
fn calls_of_an_older_database_keep_their_channel() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("warta.sqlite");
    migrate::to_step(&file, 19).unwrap();
    let before = rusqlite::Connection::open(&file).unwrap();
    before
        .execute_batch(
            "INSERT INTO contacts (id, kind, name, name_key, created_at, updated_at) VALUES (1, 'journalist', 'Siti', 'siti', '', ''), (2, 'journalist', 'Budi', 'budi', '', '');
             INSERT INTO releases (id, headline, created_at, updated_at) VALUES (1, 'Taman', '', '');
             INSERT INTO distributions (id, release_id, account_id, state, subject, covering_text, release_html, release_text, language, actor, created_at)
             VALUES (1, 1, 0, 'running', '', '', '', '', 'id', 'Rina', '');
             INSERT INTO deliveries (id, distribution_id, contact_id, channel, phone, state, reason, changed_at)
             VALUES (5, 1, 1, 'by_hand', '+620', 'by_hand', 'whatsapp', ''), (6, 1, 2, 'by_hand', '+621', 'done_by_hand', 'call', '');
             DELETE FROM deliveries WHERE id = 6;
             INSERT INTO deliveries (distribution_id, contact_id, channel, phone, state, reason, changed_at)
             VALUES (1, 2, 'by_hand', '+621', 'done_by_hand', 'call', '');",
        )
        .unwrap();
    drop(before);
    migrate::to_latest(&file).unwrap();
    let after = rusqlite::Connection::open(&file).unwrap();
    let rows: Vec<(i64, String, String, String)> = after
        .prepare("SELECT id, channel, state, reason FROM deliveries ORDER BY id")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let row =
        |id, channel: &str, state: &str| (id, channel.to_owned(), state.to_owned(), String::new());
    assert_eq!(rows, [row(5, "whatsapp", "by_hand"), row(7, "by_hand", "done_by_hand")]);
    let next: i64 = after
        .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'deliveries'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(next, 7, "no number is given twice");
}

#[test]
fn the_command_line_lists_the_queue_and_marks_it() {
    let office = Office::new();
    let siti = json!({"patch": {"set": {"name": "Siti"}}, "reaches": [whatsapp("0000 0000 031")]});
    office.json(&["call", "contact_save", &siti.to_string()]);
    office.json(&["chat", "new", "Pers Kota"]);
    let set = json!({"set": {"headline": "Taman dibuka", "lead": "Taman kota dibuka hari ini."}});
    let made = office.json(&["call", "release_save", &set.to_string()]);
    let id = made["release"]["id"].to_string();
    let sent = office.json(&[
        "release",
        "send",
        &id,
        "--to",
        "0000 0000 031",
        "--group",
        "Pers Kota",
        "--yes",
    ]);
    let distribution = sent["id"].to_string();
    let queue = office.json(&["distribution", "queue", &distribution]);
    let names: Vec<&str> = queue["queue"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Siti", "Pers Kota"]);
    assert!(
        queue["queue"][0]["whatsapp_link"]
            .as_str()
            .unwrap()
            .starts_with("https://wa.me/620000000031?text=")
    );
    let delivery = queue["queue"][0]["id"].to_string();
    assert_eq!(office.json(&["distribution", "mark", &delivery])["changed"], json!(true));
    assert_eq!(office.json(&["distribution", "mark", &delivery])["changed"], json!(false));
    let left = office.json(&["distribution", "queue", &distribution]);
    assert_eq!(left["queue"].as_array().unwrap().len(), 1);
    assert_eq!(office.json(&["distribution", "mark", &delivery, "--undo"])["changed"], json!(true));
    assert_eq!(
        office.json(&["distribution", "queue", &distribution])["queue"].as_array().unwrap().len(),
        2
    );
}

#[test]
fn whatever_shows_a_release_under_embargo_says_so_first() {
    let office = Office::new();
    let set = json!({"set": {"headline": "Taman dibuka", "lead": "Taman kota dibuka hari ini.", "language": "id"}});
    let id = office.json(&["call", "release_save", &set.to_string()])["release"]["id"].to_string();
    let plain = office.warta(&["release", "export", &id, "--format", "whatsapp"]);
    assert!(!plain.out.contains("EMBARGO"), "{plain:?}");
    office.json(&["release", "edit", &id, "--set", "embargo=2098-12-01 08:00 WIB"]);
    let mark = "EMBARGO sampai 1 Desember 2098 pukul 08.00 WIB";
    let chat = office.warta(&["release", "export", &id, "--format", "whatsapp"]);
    assert!(chat.out.starts_with(&format!("*{mark}*")), "{chat:?}");
    for ending in ["pdf", "docx", "txt", "html", "eml"] {
        let file = office.file(&format!("taman.{ending}"));
        office.json(&["release", "export", &id, file.to_str().unwrap()]);
        let bytes = std::fs::read(&file).unwrap();
        let said = match ending {
            "pdf" => crate::paper::pages(&bytes).concat(),
            "docx" => format!(
                "{:?}",
                warta::format::word::read::read("taman.docx", &bytes).unwrap().pieces
            ),
            "eml" => {
                let mail = mail_parser::MessageParser::new().parse(&bytes).unwrap();
                assert!(mail.subject().unwrap().starts_with(mark), "{mail:?}");
                mail.body_text(0).unwrap().into_owned()
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        let said = crate::paper::squeezed(&said).to_lowercase();
        let mark = crate::paper::squeezed(mark).to_lowercase();
        let at = said.find(&mark).unwrap_or_else(|| panic!("{ending}: {said}"));
        assert!(
            at < said.find("tamandibuka").unwrap_or(usize::MAX) || ending == "html",
            "{ending}: {said}"
        );
    }
    let test = json!({"release_id": id.parse::<i64>().unwrap(), "to": "rina@example.id"});
    let sent = office.json(&["call", "release_test_mail", &test.to_string()]);
    let bytes = std::fs::read(sent["file"].as_str().unwrap()).unwrap();
    let mail = mail_parser::MessageParser::new().parse(&bytes).unwrap();
    assert!(mail.subject().unwrap().contains(mark), "{mail:?}");
    assert!(mail.body_text(0).unwrap().starts_with(mark), "{mail:?}");
    let preview = json!({"release_id": id.parse::<i64>().unwrap(), "form": "light"});
    let shown = office.json(&["call", "release_preview", &preview.to_string()]);
    assert!(shown["subject"].as_str().unwrap().starts_with(mark), "{shown}");
    // What is sent without a word on the embargo carries it too.
    office.json(&[
        "call",
        "contact_save",
        &json!({"patch": {"set": {"name": "Siti"}}, "reaches": [mail_of("siti@example.id")]})
            .to_string(),
    ]);
    let send = office.json(&["release", "send", &id, "--to", "siti@example.id"]);
    assert!(send["embargo_line"].as_str().unwrap().starts_with(mark), "{send}");
    office.warta(&["release", "edit", &id, "--set", "embargo=besok"]).failed_with("besok");
    office.json(&["release", "edit", &id, "--set", "embargo="]);
    let free = office.warta(&["release", "export", &id, "--format", "whatsapp"]);
    assert!(!free.out.contains("EMBARGO"), "{free:?}");
}
