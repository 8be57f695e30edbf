//! Mailboxes on a scripted server: folders, sent mail, faults, waiting for what is new.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use warta::account::{self, AccountPatch};
use warta::commands;
use warta::error::Code;
use warta::inbox::{self, FetchOrder, FolderChoice, ReadReport};
use warta::job;
use warta::response;
use warta::workspace::Workspace;

use crate::mail_server::scripted_imap::{Fault, ScriptedImap};
use crate::sending_desk::SendingDesk;

fn desk_on(server: &ScriptedImap) -> SendingDesk {
    let desk = SendingDesk::new();
    account_on(&desk, server);
    desk
}

fn account_on(desk: &SendingDesk, server: &ScriptedImap) -> i64 {
    let set = json!({"from_address": "press@office.example.id", "from_name": "Humas Contoh", "imap_url": server.url()});
    let save = AccountPatch {
        set: set.as_object().unwrap().clone(),
        password: Some("secret".to_owned()),
        ..AccountPatch::default()
    };
    desk.write(|db, ctx| account::save(db, ctx, save)).account.id
}

fn try_fetch(workspace: &Workspace, order: FetchOrder) -> warta::error::Result<ReadReport> {
    let ctx = workspace.ctx("Rina", warta::db::Source::Window);
    let id = job::start(workspace, &ctx, "inbox_fetch").unwrap();
    job::run(workspace, ctx, id, "inbox_fetch", None, |job| inbox::fetch(job, order))
}

fn fetch(desk: &SendingDesk) -> ReadReport {
    try_fetch(&desk.workspace, FetchOrder::default()).unwrap()
}

fn mail(from: &str, to: &str, number: u32, text: &str) -> String {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: Perihal {number}\r\nMessage-ID: <m{number}@example.com>\r\nDate: Sun, 22 Nov 2026 08:00:{:02} +0000\r\n\r\n{text}\r\n",
        number % 60
    )
}

fn letter(number: u32) -> String {
    mail("siti@news.example.com", "press@office.example.id", number, "Terima kasih.")
}

fn responses(desk: &SendingDesk) -> i64 {
    desk.number("SELECT COUNT(*) FROM responses WHERE deleted_at IS NULL")
}

#[test]
fn folders_are_read_for_what_they_are() {
    let server = ScriptedImap::friendly();
    let desk = desk_on(&server);
    let siti = desk.reader("Siti", "siti@news.example.com");
    server.put("INBOX", letter(1));
    // Written in another program: to a contact, to a stranger, to both by blind copy.
    server.put(
        "Terkirim",
        mail("press@office.example.id", "siti@news.example.com", 2, "Mohon dimuat."),
    );
    server.put(
        "Terkirim",
        mail("press@office.example.id", "teman@private.example.com", 3, "Makan siang?"),
    );
    server.put(
        "Terkirim",
        mail(
            "press@office.example.id",
            "office@office.example.id\r\nBcc: SITI@news.example.com",
            4,
            "Undangan.",
        ),
    );
    server.put("Spam", mail("promo@shop.example.com", "press@office.example.id", 5, "Diskon!"));
    server.put("Spam", mail("siti@news.example.com", "press@office.example.id", 6, "Tersesat."));
    server.put("Arsip &- Lama", letter(7));

    let report = fetch(&desk);
    assert_eq!(
        (report.added, report.ours, report.matched, report.unmatched),
        (2, 2, 2, 0),
        "{report:?}"
    );
    let history: Vec<String> = desk.read(|db, _| {
        db.rows(
            "SELECT kind || ' ' || direction || ' ' || summary || ' ' || contact_id FROM interactions
             WHERE deleted_at IS NULL ORDER BY at, id",
            &[],
            |row| row.get(0),
        )
    });
    let line = |words: &str| format!("{words} {siti}");
    assert_eq!(
        history,
        [
            line("response_reply in Terima kasih."),
            line("mail out Perihal 2"),
            line("mail out Perihal 4"),
            line("response_reply in Tersesat."),
        ]
    );
    assert_eq!(fetch(&desk).read, 0, "every folder has its own mark");
    let again = FetchOrder { again: Some(true), account_id: None };
    let report = try_fetch(&desk.workspace, again).unwrap();
    assert_eq!((report.added, report.known, report.ours), (0, 2, 0), "nothing twice");

    // One undo takes the whole reading back, the sent mail too; on request it comes in again.
    let reading = desk.number("SELECT MIN(id) FROM actions WHERE command = 'inbox_read'");
    commands::undo_action(&desk.door(), reading).unwrap();
    assert_eq!(responses(&desk), 0);
    assert_eq!(desk.number("SELECT COUNT(*) FROM interactions WHERE deleted_at IS NULL"), 0);
    let report = try_fetch(&desk.workspace, again).unwrap();
    assert_eq!((report.added, report.ours), (2, 2));

    // Nothing but looking.
    for command in server.commands() {
        let upper = command.to_uppercase();
        assert!(
            !upper.contains("STORE") && !upper.contains(" SELECT ") && !upper.contains("EXPUNGE"),
            "{command}"
        );
        assert!(!upper.contains("BODY[") || upper.contains("BODY.PEEK["), "{command}");
    }
}

#[test]
fn the_office_chooses_its_folders() {
    let server = ScriptedImap::friendly();
    let desk = desk_on(&server);
    desk.reader("Siti", "siti@news.example.com");
    server.put("INBOX", letter(1));
    server.put("Arsip &- Lama", letter(2));
    server.put(
        "Terkirim",
        mail("press@office.example.id", "siti@news.example.com", 3, "Mohon dimuat."),
    );
    let id = desk.read(|db, _| account::find(db)).unwrap().id;
    let shown = commands::account_folders(&desk.door(), id).unwrap();
    let told: Vec<(String, bool, bool, bool)> = shown
        .folders
        .iter()
        .map(|one| (one.name.clone(), one.read, one.sent, one.unwanted))
        .collect();
    assert_eq!(
        told,
        [
            ("INBOX".to_owned(), true, false, false),
            ("Arsip & Lama".to_owned(), false, false, false),
            ("Spam".to_owned(), true, false, true),
            ("Terkirim".to_owned(), false, true, false),
        ]
    );
    let read = vec!["INBOX".to_owned(), "Arsip &- Lama".to_owned(), "Dulu".to_owned()];
    let choice = FolderChoice { account_id: id, read: Some(read), sent: Some("-".to_owned()) };
    commands::account_folders_choose(&desk.door(), choice).unwrap();
    let report = fetch(&desk);
    assert_eq!((report.added, report.ours, report.failed_count), (2, 0, 1), "{report:?}");
    assert_eq!(report.failed[0].error.text, "inbox-folder-gone");
    assert_eq!(commands::account_folders(&desk.door(), id).unwrap().gone, ["Dulu"]);
    let chosen =
        desk.number("SELECT MAX(id) FROM actions WHERE command = 'account_folders_choose'");
    commands::undo_action(&desk.door(), chosen).unwrap();
    let folders = commands::account_folders(&desk.door(), id).unwrap();
    assert!(folders.gone.is_empty() && folders.folders.iter().any(|one| one.sent), "taken back");
}

#[test]
fn an_unsure_delivery_is_settled_by_its_copy_and_by_nothing_less() {
    let server = ScriptedImap::friendly();
    let desk = desk_on(&server);
    let people = desk.readers(2);
    let release = desk.release();
    desk.queue(release.release.id, &people);
    let ids: Vec<String> = desk.read(|db, _| {
        db.rows("SELECT message_id FROM deliveries ORDER BY id", &[], |row| row.get(0))
    });
    desk.sql("UPDATE deliveries SET state = 'unsure'");
    assert_eq!(fetch(&desk).settled, 0, "absence proves nothing");
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'unsure'"), 2);
    let id = ids[0].trim_matches(['<', '>']);
    let copy = format!(
        "From: press@office.example.id\r\nTo: p0@news.example.com\r\nMessage-ID: <{id}>\r\nSubject: Rilis\r\n\r\nIsi\r\n"
    );
    server.put("Terkirim", copy);
    let report = fetch(&desk);
    assert_eq!((report.settled, report.ours), (1, 0), "{report:?}");
    assert_eq!(
        desk.number(
            "SELECT COUNT(*) FROM deliveries WHERE state = 'accepted' AND reason = 'in_sent_folder'"
        ),
        1
    );
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE state = 'unsure'"), 1);
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM interactions WHERE kind = 'release_sent'"),
        1,
        "told once"
    );
}

#[test]
fn a_folder_made_anew_is_recognised_without_being_fetched_again() {
    let server = ScriptedImap::friendly();
    let desk = desk_on(&server);
    for number in 1..=120 {
        server.put("INBOX", letter(number));
    }
    assert_eq!(fetch(&desk).added, 120);
    server.make_anew("INBOX");
    server.put("INBOX", letter(121));
    server.forget();
    let report = fetch(&desk);
    assert_eq!((report.added, report.known), (1, 0), "{report:?}");
    assert_eq!(responses(&desk), 121);
    let bodies: Vec<String> =
        server.commands().into_iter().filter(|line| line.contains("BODY.PEEK[]")).collect();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    assert_eq!(fetch(&desk).read, 0, "the new mark holds");
}

#[test]
fn every_message_comes_in_once_whatever_the_server_does() {
    for fault in [
        Fault::CutInLiteral,
        Fault::TooLong(40),
        Fault::TooShort(7),
        Fault::Bye,
        Fault::Slow(Duration::from_millis(5)),
    ] {
        // Message 3 goes wrong twice, then the server is well again. A length that is too large is
        // only told by the silence that follows it, so once is enough.
        let times_wrong = if matches!(fault, Fault::TooLong(_)) { 1 } else { 2 };
        let server = ScriptedImap::start(true, move |folder, uid, times| {
            if folder == "INBOX" && uid == 3 && times < times_wrong { fault } else { Fault::None }
        });
        let desk = desk_on(&server);
        for number in 1..=8 {
            server.put("INBOX", letter(number));
        }
        let began = Instant::now();
        let mut added = 0;
        while added < 8 && began.elapsed() < Duration::from_secs(20) {
            added +=
                try_fetch(&desk.workspace, FetchOrder::default()).map_or(0, |report| report.added);
        }
        let found = desk
            .number("SELECT COUNT(DISTINCT message_id) FROM responses WHERE deleted_at IS NULL");
        assert_eq!((found, responses(&desk)), (8, 8), "{fault:?}");
    }
}

#[test]
fn one_message_that_cannot_be_had_keeps_no_other_back_and_is_asked_for_again() {
    let broken = Arc::new(AtomicBool::new(true));
    let told = Arc::clone(&broken);
    let server = ScriptedImap::start(true, move |folder, uid, _| {
        let is_broken = told.load(Ordering::SeqCst);
        if folder == "INBOX" && uid == 2 && is_broken { Fault::LeftOut } else { Fault::None }
    });
    let desk = desk_on(&server);
    for number in 1..=5 {
        server.put("INBOX", letter(number));
    }
    let report = fetch(&desk);
    assert_eq!((report.added, report.failed_count), (4, 1), "{report:?}");
    assert_eq!(desk.number("SELECT COUNT(*) FROM mailbox_missed"), 1);
    broken.store(false, Ordering::SeqCst);
    let report = fetch(&desk);
    assert_eq!((report.added, responses(&desk)), (1, 5), "{report:?}");
    assert_eq!(desk.number("SELECT COUNT(*) FROM mailbox_missed"), 0);
}

#[test]
fn two_offices_read_the_same_mailbox_and_neither_changes_it() {
    let server = ScriptedImap::friendly();
    let (one, other) = (desk_on(&server), desk_on(&server));
    for number in 1..=6 {
        server.put("INBOX", letter(number));
    }
    assert_eq!((fetch(&one).added, fetch(&other).added), (6, 6));
    assert_eq!((fetch(&one).read, fetch(&other).read), (0, 0));
    assert!(!server.commands().iter().any(|line| line.to_uppercase().contains("STORE")));
}

#[test]
fn giving_up_is_heard_while_the_server_is_silent() {
    let server = ScriptedImap::start(true, |_, _, _| Fault::Slow(Duration::from_secs(30)));
    let desk = desk_on(&server);
    server.put("INBOX", letter(1));
    let ctx = desk.ctx();
    let id = job::start(&desk.workspace, &ctx, "inbox_fetch").unwrap();
    let began = Instant::now();
    let outcome = std::thread::scope(|scope| {
        let running = scope.spawn(|| {
            job::run(&desk.workspace, ctx, id, "inbox_fetch", None, |job| {
                inbox::fetch(job, FetchOrder::default())
            })
        });
        std::thread::sleep(Duration::from_millis(300));
        assert!(job::cancel(desk.workspace.folder(), id));
        running.join().unwrap()
    });
    assert_eq!(outcome.unwrap_err().code, Code::Cancelled);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

fn watched<T>(desk: &SendingDesk, work: impl FnOnce() -> T) -> T {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| inbox::watch_over(&desk.workspace, &stop, &|_, _| {}));
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
        stop.store(true, Ordering::Relaxed);
        outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn until(limit: Duration, what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < limit, "{what} after {limit:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

const PATIENCE: Duration = Duration::from_secs(20);

fn state(desk: &SendingDesk) -> String {
    desk.read(inbox_states).unwrap_or_default()
}

fn inbox_states(
    db: &warta::db::Reader,
    ctx: &warta::db::Ctx,
) -> warta::error::Result<Option<String>> {
    Ok(inbox::states(db, ctx, ())?.first().map(|one| one.state.as_str().to_owned()))
}

fn waits(server: &ScriptedImap) -> usize {
    server.commands().iter().filter(|line| line.ends_with(" IDLE")).count()
}

#[test]
fn what_comes_is_there_at_once_and_a_broken_line_is_made_anew() {
    let server = ScriptedImap::friendly();
    let desk = desk_on(&server);
    server.put("INBOX", letter(1));
    watched(&desk, || {
        until(PATIENCE, "the inbox is read and waited for", || waits(&server) > 0);
        assert_eq!((responses(&desk), state(&desk).as_str()), (1, "live"));
        for number in 2..=6 {
            let waiting = waits(&server);
            server.put("INBOX", letter(number));
            until(PATIENCE, "it is stored", || responses(&desk) == i64::from(number));
            until(PATIENCE, "it is waited again", || waits(&server) > waiting);
        }
        let before = server.connections();
        server.cut_all();
        server.put("INBOX", letter(7));
        until(PATIENCE, "the line is made anew", || server.connections() > before);
        until(PATIENCE, "what came meanwhile is there", || responses(&desk) == 7);
        until(PATIENCE, "and it waits again", || state(&desk) == "live");
    });
    assert_eq!(state(&desk), "off");
    let added = desk.number("SELECT COUNT(*) FROM actions WHERE command = 'inbox_read'");
    assert!(added >= 3, "each arrival is an action of its own: {added}");
}

#[test]
fn a_server_that_does_not_tell_is_asked_and_one_that_is_away_is_told_of() {
    let server = ScriptedImap::start(false, |_, _, _| Fault::None);
    let desk = desk_on(&server);
    server.put("INBOX", letter(1));
    watched(&desk, || {
        until(PATIENCE, "it is asked", || state(&desk) == "polling");
        assert_eq!(responses(&desk), 1);
        assert_eq!(waits(&server), 0);
    });
    let nowhere = SendingDesk::new();
    let [port] = crate::mail_server::free_ports();
    nowhere.account(json!({"imap_url": format!("imap://127.0.0.1:{port}?tls=none")}));
    let id = nowhere.read(|db, _| account::find(db)).unwrap().id;
    let save =
        AccountPatch { id: Some(id), password: Some("x".to_owned()), ..AccountPatch::default() };
    nowhere.write(|db, ctx| account::save(db, ctx, save));
    watched(&nowhere, || {
        until(PATIENCE, "the trouble is told", || state(&nowhere) == "trouble");
    });
}

#[test]
fn a_file_of_outlook_is_read_and_a_broken_one_is_kept_whole_and_named() {
    let desk = SendingDesk::new();
    let file = desk.folder.path().join("surat.msg");
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(4096, 0);
    std::fs::write(&file, bytes).unwrap();
    let order = inbox::ReadOrder { paths: vec![file], ..inbox::ReadOrder::default() };
    let report = commands::inbox_read(&desk.door(), order).unwrap();
    assert_eq!((report.read, report.added, report.failed_count), (1, 1, 0));
    let broken = desk.read(|db, ctx| response::show(db, ctx, 1));
    assert!(broken.row.broken, "it is listed for a look");
    assert_eq!(broken.row.subject, "surat.msg");
    assert_eq!(broken.mail.files.len(), 1, "kept whole");

    let whole = desk.folder.path().join("tanya.msg");
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut made = cfb::create(&whole).unwrap();
    for (name, bytes) in [
        ("/__properties_version1.0", vec![0; 32]),
        ("/__substg1.0_0037001F", wide("Data banjir")),
        ("/__substg1.0_0C1A001F", wide("Siti Rahma")),
        ("/__substg1.0_5D01001F", wide("siti@koran.example.com")),
        ("/__substg1.0_1000001F", wide("Berapa rumah terendam?")),
    ] {
        std::io::Write::write_all(&mut made.create_stream(name).unwrap(), &bytes).unwrap();
    }
    made.flush().unwrap();
    drop(made);
    let order = inbox::ReadOrder { paths: vec![whole], ..inbox::ReadOrder::default() };
    let report = commands::inbox_read(&desk.door(), order).unwrap();
    assert_eq!((report.added, report.failed_count), (1, 0));
    let read = desk.read(|db, ctx| response::show(db, ctx, 2));
    assert_eq!(
        (read.row.from_address.as_str(), read.row.subject.as_str(), read.new_text.as_str()),
        ("siti@koran.example.com", "Data banjir", "Berapa rumah terendam?")
    );
    assert_eq!(read.row.proposes, "enquiry");
}

/// The program is killed at any moment while it reads: every message is there exactly once.
#[test]
fn a_killed_reading_loses_and_doubles_nothing() {
    let server = ScriptedImap::start(true, |_, _, _| Fault::Slow(Duration::from_millis(4)));
    let desk = desk_on(&server);
    for number in 1..=150 {
        server.put("INBOX", letter(number));
    }
    let folder = desk.folder.path().to_owned();
    let run = || {
        Command::new(env!("CARGO_BIN_EXE_warta"))
            .args(["--workspace", folder.to_str().unwrap(), "inbox", "fetch"])
            .env("WARTA_PASSWORD", "secret")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut cut_short = 0;
    for moment in [150, 300, 450, 600] {
        let mut reading = run();
        std::thread::sleep(Duration::from_millis(moment));
        if reading.try_wait().unwrap().is_none() {
            cut_short += 1;
        }
        reading.kill().unwrap();
        reading.wait().unwrap();
    }
    assert!(cut_short > 0, "no reading was killed in the middle");
    assert!(run().wait().unwrap().success());
    let found =
        desk.number("SELECT COUNT(DISTINCT message_id) FROM responses WHERE deleted_at IS NULL");
    assert_eq!((found, responses(&desk)), (150, 150));
}
