//! What responses bring about beside their own row: corrections that hold for a sender, suggested
//! changes of the media list, follow-ups; and mail that nobody can read, which is kept all the same.

use std::io::Write;

use rusqlite::Connection;
use warta::change_suggestion::{self, SuggestedChange, SuggestionDecision, SuggestionFilter};
use warta::contact;
use warta::db::Writer;
use warta::error::Result;
use warta::response::{self, Correction, ResponseDetail};

use crate::inbox::{ANNA, BERT, Mailroom, bounce, reply};
use crate::office::Office;

fn in_one<T>(room: &Mailroom, command: &str, work: impl FnOnce(&Writer) -> Result<T>) -> T {
    room.workspace.db.write(&room.ctx(), command, true, work).unwrap()
}

fn undo_last(room: &Mailroom) {
    let last = room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap();
    room.undo(last).unwrap();
}

fn correct(room: &Mailroom, id: i64, kind: &str, once: bool) -> ResponseDetail {
    let ctx = room.ctx();
    let correction = Correction {
        response_id: id,
        kind: kind.to_owned(),
        permanent: None,
        only_this: Some(once),
    };
    in_one(room, "response_correct", |db| response::correct(db, &ctx, correction))
}

fn suggested(room: &Mailroom, contact: i64) -> Vec<SuggestedChange> {
    let ctx = room.ctx();
    let filter = SuggestionFilter { contact_id: Some(contact), ..SuggestionFilter::default() };
    room.workspace.db.read(|db| change_suggestion::list(db, &ctx, filter)).unwrap()
}

fn decide(room: &Mailroom, id: i64, accept: bool) -> i64 {
    let ctx = room.ctx();
    let decision = SuggestionDecision { id, accept, name: None };
    in_one(room, "change_suggestion_decide", |db| change_suggestion::decide(db, &ctx, decision))
        .contact_id
}

fn machine(id: &str, text: &str) -> String {
    reply(id, "anna@news.example.com", "Auto-Submitted: auto-replied\n", text)
}

#[test]
fn a_correction_holds_for_the_sender_until_it_is_undone_or_forgotten() {
    let room = Mailroom::new();
    let first = room.answer(&machine("c1", "Pesan Anda sudah kami terima."));
    assert_eq!(first.kind, "auto_reply");
    let before = room.all_rows();
    let detail = correct(&room, first.id, "reply", false);
    assert_eq!((detail.row.kind.as_str(), detail.read_as.as_str()), ("reply", "auto_reply"));
    assert!(detail.sender_rule && detail.may_stick);

    let second = room.answer(&machine("c2", "Pesan Anda sudah kami terima."));
    assert_eq!(second.kind, "reply");
    let other = room.answer(&reply(
        "c3",
        "bert@radio.example.org",
        "Auto-Submitted: auto-replied\n",
        "Pesan Anda sudah kami terima.",
    ));
    assert_eq!(other.kind, "auto_reply", "it is about the sender, not about the words");
    let asked = room.answer(&reply("c4", "anna@news.example.com", "", "Berapa anggarannya?"));
    assert_eq!((asked.kind.as_str(), asked.proposes.as_str()), ("reply", "enquiry"));

    let ctx = room.ctx();
    let detail =
        in_one(&room, "response_rule_forget", |db| response::forget_rule(db, &ctx, second.id));
    assert!(!detail.sender_rule);
    let forgotten = room.text("SELECT MAX(id) || '' FROM actions").parse().unwrap();
    let third = room.answer(&machine("c5", "Pesan Anda sudah kami terima."));
    assert_eq!(third.kind, "auto_reply");
    room.undo(forgotten).unwrap();
    let fourth = room.answer(&machine("c6", "Pesan Anda sudah kami terima."));
    assert_eq!(fourth.kind, "reply", "the rule is there again");
    // Back to what it reads as: nothing to remember.
    assert!(!correct(&room, fourth.id, "auto_reply", false).sender_rule);
    assert_eq!(room.text("SELECT COUNT(*) || '' FROM sender_rules WHERE deleted_at IS NULL"), "0");
    assert!(before.contains_key("responses"));
}

#[test]
fn some_corrections_are_about_one_mail() {
    let room = Mailroom::new();
    let first = room.answer(&machine("o1", "Pesan Anda sudah kami terima."));
    assert!(!correct(&room, first.id, "reply", true).sender_rule, "only this one was asked for");
    let notice = room.answer(&bounce("o2", "anna@news.example.com", "5.1.1", "550 5.1.1 no", ""));
    let detail = correct(&room, notice.id, "other", false);
    assert!(!detail.sender_rule && !detail.may_stick, "a server writes about everybody");
    let thanks = room.answer(&reply("o3", "bert@radio.example.org", "", "Cukup ya, Pak."));
    let detail = correct(&room, thanks.id, "opt_out", false);
    assert!(!detail.sender_rule, "who asked once has not asked twice");
    assert_eq!(room.states(), ["do_not_contact 2  "]);
    assert_eq!(room.text("SELECT COUNT(*) || '' FROM sender_rules"), "0");
}

#[test]
fn a_successor_is_suggested_accepted_and_undone() {
    let room = Mailroom::new();
    room.answer(&machine(
        "s1",
        "Saya sudah tidak bekerja di Harian Contoh. Silakan hubungi dian@news.example.com.",
    ));
    let open = suggested(&room, ANNA);
    let kinds: Vec<&str> = open.iter().map(|c| c.suggestion.kind.as_str()).collect();
    assert_eq!(kinds, ["successor"], "she is nowhere, so there is nothing to leave");
    room.answer(&machine(
        "s2",
        "Saya sudah tidak bekerja di Harian Contoh. Silakan hubungi dian@news.example.com.",
    ));
    assert_eq!(suggested(&room, ANNA).len(), 1, "told twice is suggested once");
    let before = room.all_rows();
    let added = decide(&room, open[0].suggestion.id, true);
    assert_eq!(room.text(&format!("SELECT name FROM contacts WHERE id = {added}")), "dian");
    assert!(suggested(&room, ANNA).is_empty());
    undo_last(&room);
    assert_eq!(room.all_rows(), before);
    assert_eq!(suggested(&room, ANNA).len(), 1);
    assert_eq!(decide(&room, open[0].suggestion.id, false), 0);
    assert!(suggested(&room, ANNA).is_empty());
    room.answer(&machine(
        "s3",
        "Saya sudah tidak bekerja di Harian Contoh. Silakan hubungi dian@news.example.com.",
    ));
    assert!(suggested(&room, ANNA).is_empty(), "dismissed stays dismissed");
}

#[test]
fn a_new_address_goes_first_and_leaving_ends_the_post() {
    let room = Mailroom::new();
    let ctx = room.ctx();
    room.answer(&machine(
        "n1",
        "My email address has changed. My new email is anna@new.example.net.",
    ));
    let open = suggested(&room, ANNA);
    assert_eq!(open[0].suggestion.kind, "new_address");
    decide(&room, open[0].suggestion.id, true);
    let shown = room.workspace.db.read(|db| contact::show(db, &ctx, ANNA)).unwrap();
    let reaches: Vec<&str> = shown.reaches.iter().map(|reach| reach.value.as_str()).collect();
    assert_eq!(reaches, ["anna@new.example.net", "anna@news.example.com"]);

    in_one(&room, "contact_save", |db| {
        let posts = serde_json::json!({
            "patch": {"id": BERT, "set": {}},
            "affiliations": [{"organisation": "Radio Contoh", "position": "", "started_on": "", "ended_on": ""}],
        });
        contact::save(db, &ctx, serde_json::from_value(posts).unwrap())
    });
    room.answer(&reply(
        "n2",
        "bert@radio.example.org",
        "Auto-Submitted: auto-replied\nDate: Sat, 21 Nov 2026 09:00:00 +0700\n",
        "Saya sudah tidak bekerja di Radio Contoh.",
    ));
    let open = suggested(&room, BERT);
    assert_eq!(
        (open[0].suggestion.kind.as_str(), open[0].outlet.as_str()),
        ("left", "Radio Contoh")
    );
    decide(&room, open[0].suggestion.id, true);
    let shown = room.workspace.db.read(|db| contact::show(db, &ctx, BERT)).unwrap();
    assert_eq!(shown.affiliations[0].ended_on, "2026-11-21");
}

#[test]
fn a_bad_address_is_a_job_for_somebody_once() {
    let room = Mailroom::new();
    let told = |room: &Mailroom| {
        room.text("SELECT COUNT(*) || ' ' || COALESCE(MAX(what), '') FROM follow_ups WHERE deleted_at IS NULL AND done_at = ''")
    };
    let row = room.answer(&bounce("f1", "anna@news.example.com", "5.1.1", "550 5.1.1 no", ""));
    let said = told(&room);
    assert!(said.starts_with("1 ") && said.contains("anna@news.example.com"), "{said}");
    room.answer(&bounce("f2", "anna@news.example.com", "5.1.1", "550 5.1.1 no", ""));
    assert!(told(&room).starts_with("1 "));
    correct(&room, row.id, "other", true);
    assert_eq!(told(&room), "0 ", "taken back with what it came from");
    undo_last(&room);
    assert!(told(&room).starts_with("1 "));
    let full = Mailroom::new();
    full.answer(&bounce("f3", "anna@news.example.com", "5.2.2", "552 5.2.2 mailbox full", ""));
    assert_eq!(told(&full), "0 ", "a full mailbox may be empty tomorrow");
    let undone = Mailroom::new();
    undone.answer(&bounce("f4", "anna@news.example.com", "5.1.1", "550 5.1.1 no", ""));
    undo_last(&undone);
    assert_eq!((told(&undone).as_str(), undone.states().len()), ("0 ", 0));
}

#[test]
fn who_is_away_is_not_asked_again_before_the_day() {
    let room = Mailroom::new();
    let ctx = room.ctx();
    let silent = || {
        let proposal =
            room.workspace.db.read(|db| warta::distribution::follow_up_proposal(db, &ctx, 1));
        let people = proposal.unwrap().people;
        people.iter().map(|person| person.contact_id).collect::<Vec<_>>()
    };
    assert_eq!(silent(), [ANNA, BERT]);
    let until = (ctx.now + chrono::Duration::days(12)).date_naive();
    let row = room.answer(&machine("a1", &format!("Saya sedang cuti sampai {until}. Salam.")));
    let detail = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
    assert_eq!((detail.confidence, row.away_until), (97, until.to_string()));
    assert_eq!(room.states(), [format!("away 1  {until}")]);
    assert_eq!(silent(), [BERT], "nobody is asked again before the day of return");
    undo_last(&room);
    assert_eq!(silent(), [ANNA, BERT]);
    let row = room.answer(&reply(
        "a2",
        "anna@news.example.com",
        "Auto-Submitted: auto-replied\nDate: Thu, 1 Oct 2026 09:00:00 +0700\n",
        "Kembali hari Senin.",
    ));
    assert_eq!(row.away_until, "2026-10-05", "counted from the day on which it was written");
}

#[test]
fn a_mail_larger_than_memory_should_hold_is_kept_whole_and_listed() {
    let room = Mailroom::new();
    let path = room.folder.path().join("besar.eml");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(b"From: anna@news.example.com\r\nSubject: Video\r\nMessage-ID: <besar@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nTerlampir video.\r\n--x\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n").unwrap();
    let piece = [b"QUJD".repeat(18), b"\r\n".to_vec()].concat().repeat(14_000);
    for _ in 0..200 {
        file.write_all(&piece).unwrap();
    }
    drop(file);
    let size = std::fs::metadata(&path).unwrap().len();
    assert!(size > 200_000_000, "{size}");
    let (report, lines) = room.read(&[&path]);
    assert_eq!((report.added, report.failed_count), (1, 0), "{report:?}");
    assert_eq!(lines[0]["broken"], true);
    let row = room.rows().remove(0);
    assert!(row.broken && !row.handled);
    assert_eq!((row.subject.as_str(), row.contact_id), ("Video", ANNA));
    let ctx = room.ctx();
    let detail = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
    assert!(detail.mail.text.contains("Terlampir video."), "{:?}", detail.mail.text);
    let database = Connection::open(room.workspace.db.path()).unwrap();
    let name: String =
        database.query_row("SELECT raw_sha256 FROM responses", [], |row| row.get(0)).unwrap();
    let kept = room.workspace.files().join(name);
    assert_eq!(std::fs::metadata(kept).unwrap().len(), size);
}

#[test]
fn an_opt_out_is_acknowledged_once_and_only_where_the_office_wants() {
    let room = Mailroom::new();
    let folder = room.workspace.folder().join("outbox");
    let mails = |folder: &std::path::Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
    };
    room.answer(&reply(
        "p1",
        "anna@news.example.com",
        "",
        "Tolong jangan kirim lagi email ke saya.",
    ));
    assert!(mails(&folder).is_empty(), "off unless it is switched on");
    let ctx = room.ctx();
    in_one(&room, "setting_set", |db| {
        let on = warta::settings::Setting {
            key: "acknowledge_opt_out".to_owned(),
            value: "1".to_owned(),
        };
        warta::settings::set(db, &ctx, on)
    });
    room.answer(&reply("p2", "bert@radio.example.org", "", "Mohon tidak dikirimi lagi rilis."));
    room.answer(&reply("p3", "bert@radio.example.org", "", "Mohon tidak dikirimi lagi rilis."));
    room.answer(&reply("p4", "stranger@else.example.com", "", "Mohon tidak dikirimi lagi rilis."));
    let left = mails(&folder);
    let to = |address: &str| left.iter().filter(|mail| mail.contains(address)).count();
    // What came in before the office wanted it is still new; whoever is not in the list gets nothing.
    assert_eq!((left.len(), to("bert@radio.example.org"), to("anna@news.example.com")), (2, 1, 1));
    assert!(left.iter().all(|mail| mail.contains("Auto-Submitted: auto-replied\r\n")));
    assert!(left.iter().any(|mail| mail.contains("In-Reply-To: <p2@example.com>")));
    assert_eq!(room.history(BERT), ["response_opt_out", "mail", "response_opt_out"]);
}

#[test]
fn mail_bombs_are_kept_whole_and_never_stop_the_rest() {
    let room = Mailroom::new();
    let folder = room.folder.path().join("bom");
    std::fs::create_dir_all(&folder).unwrap();
    let head = |id: &str| {
        format!(
            "From: anna@news.example.com\r\nSubject: {id}\r\nMessage-ID: <{id}@example.com>\r\n"
        )
    };
    let mut nested = head("bersarang");
    for level in 0..1000 {
        nested.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
        ));
    }
    let letters =
        [head("surat-dalam-surat"), "Content-Type: message/rfc822\r\n\r\n".repeat(1000)].concat();
    let fields =
        format!("{}{}\r\nhalo\r\n", head("seratus-ribu"), "X-Isi: nilai\r\n".repeat(100_000));
    // Wrapped, so that its size tells nothing, and a tree of more than a million elements when opened.
    let packed = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        "<div><b><i>".repeat(400_000),
    );
    let html = "MIME-Version: 1.0\r\nContent-Type: text/html\r\n";
    let unpacking =
        format!("{}{html}Content-Transfer-Encoding: base64\r\n\r\n{packed}", head("mengembang"));
    let entities =
        format!("{}{html}\r\n{}", head("entitas"), "&#x1F4F0;<blockquote>".repeat(100_000));
    let good = head("baik") + "\r\nKami hadir.\r\n";
    let all = [
        ("1", nested.as_bytes()),
        ("2", letters.as_bytes()),
        ("3", fields.as_bytes()),
        ("4", unpacking.as_bytes()),
        ("5", entities.as_bytes()),
        ("6", good.as_bytes()),
    ];
    for (name, bytes) in all {
        std::fs::write(folder.join(format!("{name}.eml")), bytes).unwrap();
    }
    let (report, _) = room.read(&[&folder]);
    assert_eq!((report.added, report.failed_count), (6, 0), "{report:?}");
    let ctx = room.ctx();
    for row in room.rows() {
        assert_eq!(row.contact_id, ANNA, "{}", row.subject);
        let detail = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
        assert!(!detail.mail.missing, "{} is kept whole", row.subject);
        assert!(detail.mail.html.len() < 4_000_000, "{}", row.subject);
    }
    let good = room.rows().into_iter().find(|row| row.subject == "baik").unwrap();
    assert_eq!(good.snippet, "Kami hadir.");
}

#[test]
fn the_command_line_corrects_a_kind_for_the_sender_or_once() {
    let office = Office::with_contacts();
    let mail = |number: i64| {
        let path = office.write(
            &format!("{number}.eml"),
            format!("From: siti@example.id\nTo: humas@example.id\nSubject: Kabar {number}\nMessage-ID: <{number}@example.id>\n\nSelamat pagi.\n"),
        );
        office.warta(&["inbox", "read", &path]);
        office.json(&["response", "list"])["rows"][0].clone()
    };
    let first = mail(1);
    assert_eq!(first["kind"], "reply");
    let id = first["id"].to_string();
    let detail = office.json(&["inbox", "correct", &id, "other", "--once"]);
    assert_eq!((&detail["row"]["kind"], &detail["sender_rule"]), (&"other".into(), &false.into()));
    assert_eq!(mail(2)["kind"], "reply");
    let detail = office.json(&["inbox", "correct", &id, "other"]);
    assert_eq!(detail["sender_rule"], true);
    assert_eq!(mail(3)["kind"], "other");
    let detail = office.json(&["inbox", "correct", &id, "bounce", "--soft", "--once"]);
    assert_eq!(detail["row"]["permanent"], false);
}
