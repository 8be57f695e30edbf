//! Reading mail from disk: what it is matched by, what it brings about, and that it is kept once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use tempfile::TempDir;
use warta::contact::{self, ContactPatch};
use warta::db::{Ctx, Durability, Patch, Source, named_params};
use warta::error::Code;
use warta::inbox::{self, ReadOrder, ReadReport};
use warta::job;
use warta::reach::ReachEdit;
use warta::response::{self, Response, ResponseFilter, ResponseRow};
use warta::workspace::{As, Workspace};

/// An office that has sent one release to a few people.
pub struct Mailroom {
    pub folder: TempDir,
    pub workspace: Workspace,
}

pub const ANNA: i64 = 1;
pub const BERT: i64 = 2;

impl Mailroom {
    /// Anna and Bert have got release 1 by deliveries 1 and 2; delivery 3 to Citra is unsure.
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let home = folder.path().join("office");
        Workspace::create(&home).unwrap();
        let workspace =
            Workspace::open(&home, As::Owner, vec![&contact::SEARCH, &response::SEARCH]).unwrap();
        let room = Self { folder, workspace };
        let people = [
            ("Anna Wijaya", "anna@news.example.com"),
            ("Bert Simanjuntak", "bert@radio.example.org"),
            ("Citra Dewi", "citra@tv.example.net"),
        ];
        for (name, address) in people {
            room.person(name, address);
        }
        room.workspace
            .db
            .write_unlogged(Durability::Normal, &[], |db| {
                let now = room.ctx().now_text();
                db.execute("INSERT INTO releases (headline, created_at, updated_at) VALUES ('Pasar murah dibuka di alun-alun', :now, :now)", named_params! {":now": now})?;
                db.execute(
                    "INSERT INTO distributions (release_id, state, subject, covering_text, release_html, release_text, actor, created_at)
                     VALUES (1, 'done', 'Siaran pers: Pasar murah dibuka di alun-alun', '', '', '', 'Rina', :now)",
                    named_params! {":now": now},
                )?;
                for (id, (contact, address, state)) in
                    [(ANNA, "anna@news.example.com", "accepted"), (BERT, "bert@radio.example.org", "accepted"), (3, "citra@tv.example.net", "unsure")]
                        .into_iter()
                        .enumerate()
                {
                    let number = id + 1;
                    db.execute(
                        "INSERT INTO deliveries (distribution_id, contact_id, channel, address, address_key, domain, message_id, token, state, claimed_at, changed_at)
                         VALUES (1, :contact, 'mail', :address, :address, :domain, :message, :token, :state, :now, :now)",
                        named_params! {":contact": contact, ":address": address, ":domain": address.rsplit('@').next(),
                            ":message": format!("<tokentoken{number}.1@office.example.id>"), ":token": format!("tokentoken{number}"),
                            ":state": state, ":now": now},
                    )?;
                }
                Ok(())
            })
            .unwrap();
        room
    }

    pub fn ctx(&self) -> Ctx {
        self.workspace.ctx("Rina", Source::CommandLine)
    }

    pub fn person(&self, name: &str, address: &str) -> i64 {
        let ctx = self.ctx();
        let mut patch = Patch::default();
        patch.set.insert("name".to_owned(), Json::from(name));
        let reaches = vec![ReachEdit {
            kind: "email".to_owned(),
            value: address.to_owned(),
            ..ReachEdit::default()
        }];
        let save = ContactPatch { patch, reaches: Some(reaches), ..ContactPatch::default() };
        self.workspace
            .db
            .write(&ctx, "contact_save", true, |db| Ok(contact::save(db, &ctx, save)?.contact.id))
            .unwrap()
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        path
    }

    pub fn read(&self, paths: &[&Path]) -> (ReadReport, Vec<Json>) {
        let ctx = self.ctx();
        let id = job::start(&self.workspace, &ctx, "inbox_read").unwrap();
        let mut lines = Vec::new();
        let order = ReadOrder {
            paths: paths.iter().map(|path| path.to_path_buf()).collect(),
            ..ReadOrder::default()
        };
        let report = job::run(&self.workspace, ctx, id, "inbox_read", None, |job| {
            inbox::read_each(job, order, &mut |line| lines.push(line))
        })
        .unwrap();
        (report, lines)
    }

    /// Reads one mail and gives its only row.
    pub fn answer(&self, text: &str) -> ResponseRow {
        let known: Vec<i64> = self.rows().iter().map(|row| row.id).collect();
        let path = self.file(&format!("mail{}.eml", known.len()), text);
        let (report, _) = self.read(&[&path]);
        assert_eq!(report.added, 1, "{report:?}");
        self.rows().into_iter().find(|row| !known.contains(&row.id)).unwrap()
    }

    pub fn rows(&self) -> Vec<ResponseRow> {
        let ctx = self.ctx();
        self.workspace
            .db
            .read(|db| response::list(db, &ctx, ResponseFilter::default()))
            .unwrap()
            .rows
    }

    pub fn text(&self, sql: &str) -> String {
        self.workspace
            .db
            .read(|db| db.row(sql, &[], |row| row.get::<_, Option<String>>(0)))
            .unwrap()
            .flatten()
            .unwrap_or_default()
    }

    pub fn delivery(&self, id: i64) -> String {
        self.text(&format!("SELECT state FROM deliveries WHERE id = {id}"))
    }

    pub fn states(&self) -> Vec<String> {
        self.workspace
            .db
            .read(|db| {
                db.rows(
                    "SELECT kind || ' ' || COALESCE(contact_id, 0) || ' ' || address_key || ' ' || until FROM contact_states WHERE deleted_at IS NULL ORDER BY id",
                    &[],
                    |row| row.get(0),
                )
            })
            .unwrap()
    }

    pub fn history(&self, contact: i64) -> Vec<String> {
        self.workspace
            .db
            .read(|db| {
                db.rows("SELECT kind FROM interactions WHERE contact_id = :c AND deleted_at IS NULL ORDER BY id", named_params! {":c": contact}, |row| row.get(0))
            })
            .unwrap()
    }

    /// Every live row of every logged table, without what an undo may change.
    pub fn all_rows(&self) -> BTreeMap<String, Vec<String>> {
        let connection = warta::db::connect_reader(self.workspace.db.path()).unwrap();
        let mut all = BTreeMap::new();
        for table in
            ["contacts", "reaches", "contact_states", "interactions", "responses", "releases"]
        {
            let mut statement = connection
                .prepare(&format!("SELECT * FROM {table} WHERE deleted_at IS NULL ORDER BY id"))
                .unwrap();
            let names: Vec<String> =
                statement.column_names().into_iter().map(str::to_owned).collect();
            let rows = statement
                .query_map([], |row| {
                    let mut line = String::new();
                    for (column, name) in names
                        .iter()
                        .enumerate()
                        .filter(|(_, name)| !matches!(name.as_str(), "version" | "updated_at"))
                    {
                        line.push_str(&format!("{name}={:?} ", row.get_ref(column)?));
                    }
                    Ok(line)
                })
                .unwrap();
            all.insert(table.to_owned(), rows.map(Result::unwrap).collect());
        }
        all
    }

    pub fn undo(&self, action: i64) -> warta::error::Result<String> {
        let door = warta::commands::Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        };
        warta::commands::undo_action(&door, action).map(|undone| undone.command)
    }
}

pub fn reply(id: &str, from: &str, extra: &str, text: &str) -> String {
    format!(
        "From: {from}\nTo: press@office.example.id\nSubject: Re: Siaran pers\nMessage-ID: <{id}@example.com>\n{extra}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
}

pub fn bounce(id: &str, recipient: &str, status: &str, words: &str, returned: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.com\nTo: press@office.example.id\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <{id}@mx.example.com>\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; {words}\n\n--b\nContent-Type: text/rfc822-headers\n\n{returned}Subject: Siaran pers\n\n--b--\n"
    )
}

#[test]
fn every_clue_is_found_and_the_surest_wins() {
    let room = Mailroom::new();
    let by = |row: &ResponseRow| (row.matched_by.clone(), row.delivery_id, row.contact_id);
    let row = room.answer(&reply("a1", "Someone <colleague@else.example.com>", "Delivered-To: press+tokentoken2@office.example.id\nIn-Reply-To: <tokentoken1.1@office.example.id>\n", "Terima kasih."));
    assert_eq!(by(&row), ("token".to_owned(), 2, BERT));
    let row = room.answer(&reply(
        "a2",
        "bert@radio.example.org",
        "In-Reply-To: <tokentoken1.1@office.example.id>\n",
        "Baik.",
    ));
    assert_eq!(by(&row), ("in_reply_to".to_owned(), 1, ANNA));
    let row = room.answer(&reply(
        "a3",
        "x@else.example.com",
        "References: <old@example.com>\n <tokentoken1.1@office.example.id>\n",
        "Baik.",
    ));
    assert_eq!(by(&row), ("in_reply_to".to_owned(), 1, ANNA));
    let row = room.answer(&bounce(
        "a4",
        "other@forward.example.com",
        "5.1.1",
        "550 5.1.1 no such user",
        "Message-ID: <tokentoken1.1@office.example.id>\n",
    ));
    assert_eq!(by(&row), ("original_message_id".to_owned(), 1, ANNA));
    let row =
        room.answer(&bounce("a5", "bert@radio.example.org", "5.1.1", "550 5.1.1 no such user", ""));
    assert_eq!(by(&row), ("recipient".to_owned(), 2, BERT));
    let row = room.answer(&reply("a6", "Anna <ANNA@news.example.com>", "", "Kapan jumpa persnya?"));
    assert_eq!(by(&row), ("from".to_owned(), 1, ANNA));
    let row =
        room.answer(&reply("a7", "stranger@else.example.com", "", "Halo, saya ingin daftar."));
    assert_eq!(by(&row), (String::new(), 0, 0));
    assert!(!row.handled, "it waits in the tray");
}

#[test]
fn a_shared_address_is_told_apart_by_the_name_in_from() {
    let room = Mailroom::new();
    let dedi = room.person("Dedi Kurnia", "redaksi@paper.example.com");
    room.person("Euis Komala", "redaksi@paper.example.com");
    let row = room.answer(&reply(
        "s1",
        "Dedi Kurnia <redaksi@paper.example.com>",
        "",
        "Siap, tayang besok.",
    ));
    assert_eq!((row.matched_by.as_str(), row.contact_id), ("from", dedi));
    let row =
        room.answer(&reply("s2", "Redaksi <redaksi@paper.example.com>", "", "Siap, tayang besok."));
    assert_eq!((row.matched_by.as_str(), row.contact_id), ("", 0));
}

#[test]
fn an_answer_by_a_slow_clock_stands_after_what_it_answers() {
    let room = Mailroom::new();
    let sent = room.ctx().now;
    room.workspace
        .db
        .write_unlogged(Durability::Normal, &[], |db| {
            let now = warta::clock::to_text(sent);
            warta::distribution::HistoryLine::of(db, 1)?.write(db, ANNA, 1, &now)
        })
        .unwrap();
    let date = (sent - chrono::TimeDelta::seconds(5)).to_rfc2822();
    let extra = format!("Date: {date}\nIn-Reply-To: <tokentoken1.1@office.example.id>\n");
    let row = room.answer(&reply("c1", "anna@news.example.com", &extra, "Siap tayang."));
    assert_eq!(row.delivery_id, 1);
    assert!(row.received_at < warta::clock::to_text(sent), "the date of the mail stays its own");
    let history = room.workspace.db.read(|db| warta::interaction::of_contact(db, ANNA, 9)).unwrap();
    let kinds: Vec<_> = history.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["response_reply", "release_sent"], "the newest first");
}

#[test]
fn what_a_mail_brings_about() {
    let room = Mailroom::new();
    let row = room.answer(&bounce(
        "b1",
        "anna@news.example.com",
        "5.1.1",
        "550 5.1.1 no such user",
        "Message-ID: <tokentoken1.1@office.example.id>\n",
    ));
    assert_eq!(
        (row.kind.as_str(), row.permanent, row.reason.as_str(), row.handled),
        ("bounce", Some(true), "user_unknown", true)
    );
    assert_eq!(room.delivery(1), "bounced");
    assert_eq!(
        room.text("SELECT enhanced_code || ' ' || reply_code FROM deliveries WHERE id = 1"),
        "5.1.1 550"
    );
    assert_eq!(room.states(), ["bad_address 0 anna@news.example.com "]);
    assert_eq!(room.history(ANNA), ["response_bounce"]);

    let row = room.answer(&bounce(
        "b2",
        "bert@radio.example.org",
        "5.7.1",
        "554 5.7.1 blocked, looks like spam",
        "Message-ID: <tokentoken2.1@office.example.id>\n",
    ));
    assert_eq!(row.kind, "bounce");
    assert_eq!(room.delivery(2), "bounced");
    assert_eq!(room.states().len(), 1, "the address is not to blame for a policy");

    let row = room.answer(&reply(
        "b3",
        "citra@tv.example.net",
        "In-Reply-To: <tokentoken3.1@office.example.id>\n",
        "Terima kasih, akan kami muat.",
    ));
    assert_eq!(
        (row.kind.as_str(), row.headline.as_str(), row.handled),
        ("reply", "Pasar murah dibuka di alun-alun", false)
    );
    assert_eq!(room.delivery(3), "accepted", "an answer proves that it arrived");

    let row = room.answer(&reply(
        "b4",
        "bert@radio.example.org",
        "In-Reply-To: <tokentoken2.1@office.example.id>\n",
        "berhenti",
    ));
    assert_eq!(row.kind, "opt_out");
    assert!(
        room.states().iter().any(|state| state.starts_with("do_not_contact 2")),
        "{:?}",
        room.states()
    );
}

#[test]
fn the_same_mail_twice_adds_nothing() {
    let room = Mailroom::new();
    let with_id = room.file("one/a.eml", &reply("t1", "anna@news.example.com", "", "Satu."));
    room.file("one/b.eml", "From: anna@news.example.com\nSubject: tanpa nomor\n\nDua.\n");
    let (first, _) = room.read(&[with_id.parent().unwrap()]);
    assert_eq!((first.read, first.added, first.known), (2, 2, 0));
    let before = room.all_rows();
    let (second, lines) = room.read(&[with_id.parent().unwrap(), &with_id]);
    assert_eq!((second.read, second.added, second.known, second.action), (3, 0, 3, 0));
    assert!(
        lines.iter().all(|line| line.pointer("/matched/contact_id") == Some(&Json::from(ANNA))),
        "{lines:?}"
    );
    assert_eq!(room.all_rows(), before);
}

#[test]
fn undo_of_a_reading_gives_equal_rows() {
    let room = Mailroom::new();
    let before = room.all_rows();
    let folder = room.file(
        "mails/a.eml",
        &bounce(
            "u1",
            "anna@news.example.com",
            "5.1.1",
            "550 5.1.1 unknown",
            "Message-ID: <tokentoken1.1@office.example.id>\n",
        ),
    );
    room.file(
        "mails/b.eml",
        &reply(
            "u2",
            "bert@radio.example.org",
            "In-Reply-To: <tokentoken2.1@office.example.id>\n",
            "berhenti",
        ),
    );
    room.file("mails/c.eml", &reply("u3", "nobody@else.example.com", "", "Halo."));
    let (report, _) = room.read(&[folder.parent().unwrap()]);
    assert_eq!(report.added, 3);
    let after = room.all_rows();
    assert_ne!(after, before);
    room.undo(report.action).unwrap();
    assert_eq!(room.all_rows(), before);
    let found =
        room.text("SELECT COUNT(*) || '' FROM response_search WHERE response_search MATCH 'halo'");
    assert_eq!(found, "0", "the index follows");
    let (again, _) = room.read(&[folder.parent().unwrap()]);
    assert_eq!(again.added, 3, "what was taken back can be read again");
}

#[test]
fn a_reading_that_was_worked_on_is_not_taken_back() {
    let room = Mailroom::new();
    let path = room.file("a.eml", &reply("w1", "nobody@else.example.com", "", "Halo."));
    let (report, _) = room.read(&[&path]);
    let row = room.rows().remove(0);
    let ctx = room.ctx();
    let handled = response::Handled { response_id: row.id, handled: true };
    room.workspace
        .db
        .write(&ctx, "response_handled", true, |db| response::set_handled(db, &ctx, handled))
        .unwrap();
    assert_eq!(room.undo(report.action).unwrap_err().code, Code::Conflict);
}

#[test]
fn mailboxes_maildirs_and_broken_files_are_read_side_by_side() {
    let room = Mailroom::new();
    let one = reply("m1", "anna@news.example.com", "", ">From sini\nSatu.");
    let two = reply("m2", "bert@radio.example.org", "", "Dua.");
    room.file("all/old.mbox", &format!("From a@example.com Sat Nov 21 08:00:00 2026\n{one}\nFrom b@example.com Sat Nov 21 08:00:00 2026\n{two}"));
    room.file("all/Maildir/cur/1.M1:2,S", &reply("m3", "anna@news.example.com", "", "Tiga."));
    room.file("all/Maildir/new/2.M2", &reply("m4", "anna@news.example.com", "", "Empat."));
    room.file("all/Maildir/tmp/3.M3", &reply("m5", "anna@news.example.com", "", "Belum selesai."));
    room.file("all/empty.eml", "");
    room.file("all/notes.txt", "no mail at all");
    fs::write(
        room.folder.path().join("all/junk.eml"),
        [0u8, 255, 254, 10, 13, 0, 1, 2].repeat(300),
    )
    .unwrap();
    room.file("all/deep.eml", &format!("From: x@example.com\nMessage-ID: <deep@example.com>\nContent-Type: multipart/mixed; boundary=b\n\n{}", "--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(5000)));
    let (report, lines) = room.read(&[&room.folder.path().join("all")]);
    let errors = lines.iter().filter(|line| line.get("error").is_some()).count();
    assert_eq!(errors as i64, report.failed_count);
    assert!(
        lines.iter().any(|line| line["file"].as_str().unwrap().ends_with("empty.eml")
            && line["error"]["text"] == "mail-empty"),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line["file"].as_str().unwrap().ends_with("old.mbox#2")),
        "{lines:?}"
    );
    for id in ["m1", "m2", "m3", "m4"] {
        let found = room
            .text(&format!("SELECT new_text FROM responses WHERE message_id = '{id}@example.com'"));
        assert!(!found.is_empty(), "{id}");
    }
    assert_eq!(
        room.text("SELECT message_id FROM responses WHERE message_id = 'm5@example.com'"),
        "",
        "a Maildir's tmp is not read"
    );
    assert!(
        room.text("SELECT new_text FROM responses WHERE message_id = 'm1@example.com'")
            .starts_with("From sini")
    );
}

/// The program is killed at any moment while it reads a Maildir: every message is there exactly once.
#[test]
fn a_killed_reading_of_a_maildir_loses_and_doubles_nothing() {
    const MESSAGES: i64 = 500;
    let room = Mailroom::new();
    for number in 0..MESSAGES {
        let mail = reply(&format!("v{number}"), "anna@news.example.com", "", "Sampai jumpa.");
        room.file(&format!("Maildir/cur/{number}.M1:2,S"), &mail);
    }
    let Mailroom { folder, workspace } = room;
    drop(workspace);
    let home = folder.path().join("office");
    let count = |sql: &str| -> i64 {
        let database = rusqlite::Connection::open(home.join("warta.sqlite")).unwrap();
        database.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let stored = || count("SELECT COUNT(*) FROM responses WHERE deleted_at IS NULL");
    let run = || {
        std::process::Command::new(env!("CARGO_BIN_EXE_warta"))
            .args(["--workspace", home.to_str().unwrap(), "inbox", "read"])
            .arg(folder.path().join("Maildir"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut cut_short = 0;
    for more in [1, 100, 100] {
        let (mut reading, goal) = (run(), stored() + more);
        while stored() < goal && reading.try_wait().unwrap().is_none() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        reading.kill().unwrap();
        reading.wait().unwrap();
        cut_short += i64::from(stored() < MESSAGES);
    }
    assert!(cut_short > 0, "no reading was killed in the middle");
    assert!(run().wait().unwrap().success());
    assert_eq!(stored(), MESSAGES);
    assert_eq!(count("SELECT COUNT(DISTINCT message_id) FROM responses"), MESSAGES);
    assert_eq!(count("SELECT COUNT(*) FROM raw_mails"), MESSAGES);
    assert_eq!(count("SELECT COUNT(*) FROM response_search"), MESSAGES);
    let lines = "SELECT COUNT(*) FROM interactions WHERE kind = 'response_reply'";
    assert_eq!(count(lines), MESSAGES, "one line each in the contact history");
}

/// How far a reading is: whoever looks on sees how many messages of a Maildir there are.
#[test]
fn a_reading_of_a_maildir_tells_how_many_there_are() {
    let room = Mailroom::new();
    for number in 0..3 {
        let mail = reply(&format!("w{number}"), "anna@news.example.com", "", "Baik.");
        room.file(&format!("Maildir/cur/{number}.M1:2,S"), &mail);
    }
    let news = room.workspace.db.bus().listen();
    room.read(&[&room.folder.path().join("Maildir")]);
    let told = std::iter::from_fn(|| news.try_recv().ok()).any(|event| {
        serde_json::to_value(&event).is_ok_and(|event| event.to_string().contains("\"total\":3"))
    });
    assert!(told, "three of three");
}

#[test]
fn classifying_alone_needs_no_workspace() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.eml");
    fs::write(&path, bounce("c1", "anna@news.example.com", "5.2.2", "552 5.2.2 mailbox full", ""))
        .unwrap();
    let mut lines = Vec::new();
    inbox::classify_only(&[path.clone(), folder.path().join("missing.eml")], &mut |line| {
        lines.push(line)
    })
    .unwrap();
    let line = &lines[0];
    assert_eq!(line["kind"], "bounce");
    assert_eq!(line["reason"], "mailbox_full");
    assert_eq!(line["recipients"][0]["address"], "anna@news.example.com");
    assert_eq!(line["recipients"][0]["status"], "5.2.2");
    assert_eq!(line["recipients"][0]["code"], "552");
    assert_eq!((&line["matched"], &line["rsvp"]), (&Json::Null, &Json::Null));
    assert_eq!(line["file"], path.display().to_string());
    assert_eq!(lines[1]["error"]["text"], "mail-file-missing");
}

#[test]
fn the_mail_itself_is_kept_and_shown_safely() {
    let room = Mailroom::new();
    let html = "From: anna@news.example.com\nMessage-ID: <h1@example.com>\nSubject: Re: Siaran pers\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>Terima <b>kasih</b><script>alert(1)</script><img src=\"https://tracker.example.com/x.png\"></p>\n";
    let row = room.answer(html);
    let ctx = room.ctx();
    let shown = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
    assert!(shown.mail.html.contains("<b>kasih</b>"), "{}", shown.mail.html);
    assert!(
        !shown.mail.html.contains("script") && !shown.mail.html.contains("https://tracker"),
        "{}",
        shown.mail.html
    );
    assert_eq!(shown.contact.as_ref().map(|contact| contact.id), Some(ANNA));
    room.workspace
        .db
        .write_unlogged(warta::db::Durability::Normal, &[], |db| {
            db.execute("UPDATE raw_mails SET raw = x'00'", &[])
        })
        .unwrap();
    let shown = room.workspace.db.read(|db| response::show(db, &ctx, row.id)).unwrap();
    assert!(shown.mail.missing);
    assert!(shown.mail.text.contains("kasih"));
    let _: Response = room.workspace.db.read(|db| db.get(row.id)).unwrap();
}
