//! Several mail accounts: names, the usual one, the choice for a release; each sends and reads on
//! its own; signatures that others can verify.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use warta::account::{self, Account, AccountPatch, CheckOrder, DkimOrder, VerdictTone};
use warta::commands;
use warta::distribution::{self, Audience, SendOrder};
use warta::error::Code;
use warta::inbox::{self, FetchOrder};
use warta::mail::dkim;
use warta::{job, outbox};

use crate::mail_server::scripted::{Offered, Reaction, ScriptedServer, Step};
use crate::mail_server::{MailServer, PASSWORD};
use crate::office::Office;
use crate::sending_desk::{SendingDesk, adds_up};

impl SendingDesk {
    /// One more account.
    fn another(&self, set: Json) -> Account {
        let set = set.as_object().unwrap().clone();
        let patch = AccountPatch { new: true, set, ..AccountPatch::default() };
        self.write(|db, ctx| account::save(db, ctx, patch)).account
    }

    fn send_with(&self, account: Option<i64>, release_id: i64, contacts: &[i64]) -> i64 {
        let contacts = contacts.to_vec();
        let audience =
            Audience { release_id, contacts, account_id: account, ..Audience::default() };
        let order = SendOrder { audience, ..SendOrder::default() };
        self.write(|db, ctx| distribution::queue(db, ctx, order)).row.id
    }

    fn make_key(&self, order: DkimOrder) -> warta::error::Result<account::DkimDetail> {
        let ctx = self.ctx();
        let id = job::start(&self.workspace, &ctx, "account_dkim_make").unwrap();
        job::run(&self.workspace, ctx, id, "account_dkim_make", None, |job| {
            account::dkim_make(job, order)
        })
    }
}

#[test]
fn names_the_usual_one_and_the_choice_for_a_release() {
    let desk = SendingDesk::new();
    desk.account(json!({"smtp_url": "smtp://127.0.0.1:9?tls=none", "from_address": "humas@office.example.id", "label": "Humas"}));
    let events = desk.another(json!({"smtp_url": "smtp://127.0.0.1:9?tls=none", "from_address": "kadis@office.example.id", "label": "Kegiatan"}));
    let list = desk.read(|db, ctx| account::list(db, ctx, ()));
    let named: Vec<(&str, bool)> =
        list.iter().map(|row| (row.name.as_str(), row.is_default)).collect();
    assert_eq!(named, [("Humas", true), ("Kegiatan", false)]);
    for name in ["kegiatan", "KADIS@office.example.id", "kadis", &events.id.to_string()] {
        assert_eq!(desk.read(|db, _| account::named(db, name)).id, events.id, "{name}");
    }
    let unknown = desk.workspace.db.read(|db| account::named(db, "nobody")).unwrap_err();
    assert_eq!((unknown.code, unknown.text), (Code::NotFound, "account-unknown"));
    let set = json!({"label": "humas"}).as_object().unwrap().clone();
    let patch = AccountPatch { id: Some(events.id), set, ..AccountPatch::default() };
    let taken = desk.try_write(|db, ctx| account::save(db, ctx, patch)).unwrap_err();
    assert_eq!(taken.text, "account-label-taken");

    // A release remembers what it went out with.
    let release = desk.release().release.id;
    let people = desk.readers(2);
    let from = |account| {
        let audience = Audience {
            release_id: release,
            contacts: people.clone(),
            account_id: account,
            ..Audience::default()
        };
        desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()))
            .account
            .unwrap()
            .name
    };
    assert_eq!(from(None), "Humas");
    assert_eq!(from(Some(events.id)), "Kegiatan");
    desk.send_with(Some(events.id), release, &people[..1]);
    assert_eq!(from(None), "Kegiatan");
    let other = desk.release().release.id;
    let fresh = desk.preflight(other, &people).account.unwrap();
    assert_eq!(fresh.name, "Humas");

    desk.write(|db, ctx| account::make_default(db, ctx, events.id));
    assert_eq!(desk.preflight(other, &people).account.unwrap().name, "Kegiatan");
    desk.write(|db, ctx| account::delete(db, ctx, events.id));
    assert_eq!(desk.preflight(other, &people).account.unwrap().name, "Humas");
    let gone = Audience {
        release_id: release,
        contacts: people,
        account_id: Some(events.id),
        ..Audience::default()
    };
    let gone =
        desk.workspace.db.read(|db| distribution::preflight(db, &desk.ctx(), gone)).unwrap_err();
    assert_eq!(gone.text, "account-unknown");
}

#[test]
fn a_provider_fills_in_servers_and_limits_that_the_office_may_change() {
    let desk = SendingDesk::new();
    let gmail = desk.another(json!({"from_address": "kantor@gmail.com"}));
    assert_eq!(gmail.smtp_url, "smtps://kantor%40gmail.com@smtp.gmail.com:465");
    assert_eq!(gmail.imap_url, "imaps://kantor%40gmail.com@imap.gmail.com:993");
    assert_eq!((gmail.preset.as_str(), gmail.per_day), ("gmail", 500));
    let microsoft = desk.another(
        json!({"from_address": "humas@office.example.id", "preset": "microsoft-365", "per_day": 800}),
    );
    assert_eq!(microsoft.smtp_url, "smtp://humas%40office.example.id@smtp.office365.com:587");
    assert_eq!((microsoft.per_minute, microsoft.per_day), (30, 800));
    let plain = desk.another(json!({"from_address": "a@b.example.id", "preset": "generic"}));
    assert_eq!((plain.smtp_url.as_str(), plain.per_minute, plain.per_domain_minute), ("", 60, 20));
}

#[test]
fn a_refused_login_and_a_limit_of_one_account_hold_up_no_other() {
    let desk = SendingDesk::new();
    let refusing = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Connect(_) => Reaction::Say("554 5.7.1 Go away".into()),
        _ => Reaction::Usual,
    });
    let limited = ScriptedServer::friendly();
    let server = ScriptedServer::friendly();
    let url = |port: u16| format!("smtp://127.0.0.1:{port}?tls=none");
    desk.account(json!({"smtp_url": url(refusing.port), "from_address": "a@office.example.id"}));
    // One a minute: its second message is an hour's business, and nobody waits for it.
    let slow = desk.another(
        json!({"smtp_url": url(limited.port), "from_address": "b@office.example.id", "per_day": 1}),
    );
    let good = desk.another(json!({"smtp_url": url(server.port), "from_address": "c@office.example.id", "connections": 2}));
    let people = desk.readers(6);
    let release = desk.release().release.id;
    let usual = desk.read(|db, _| account::find(db)).unwrap().id;
    let refused = desk.send_with(Some(usual), release, &people[..2]);
    let waiting = desk.send_with(Some(slow.id), release, &people[2..4]);
    let fine = desk.send_with(Some(good.id), release, &people[4..]);
    let report = desk.run().unwrap();
    assert_eq!((report.accepted, report.queued_left), (3, 3), "{report:#?}");
    assert_eq!((limited.messages().len(), server.messages().len()), (1, 2));
    let (refused, waiting, fine) = (desk.show(refused), desk.show(waiting), desk.show(fine));
    assert_eq!(refused.row.state.as_str(), "paused");
    assert_eq!(waiting.row.state.as_str(), "running");
    assert_eq!(fine.row.state.as_str(), "done");
    for detail in [&refused, &waiting, &fine] {
        adds_up(detail);
    }
    let (_, message) = &server.messages()[0];
    assert!(String::from_utf8_lossy(message).contains("<c@office.example.id>"));
}

#[test]
fn what_comes_up_while_another_account_is_at_work_leaves_at_once() {
    let desk = SendingDesk::new();
    let slow = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::Wait(Duration::from_millis(700)),
        _ => Reaction::Usual,
    });
    let quick = ScriptedServer::friendly();
    let url = |port: u16| format!("smtp://127.0.0.1:{port}?tls=none");
    desk.account(json!({"smtp_url": url(slow.port), "connections": 1}));
    let second =
        desk.another(json!({"smtp_url": url(quick.port), "from_address": "b@office.example.id"}));
    let people = desk.readers(10);
    let release = desk.release().release.id;
    desk.send_with(None, release, &people[..9]);
    std::thread::scope(|scope| {
        let run = scope.spawn(|| desk.run().unwrap());
        let began = Instant::now();
        while slow.messages().is_empty() && began.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let id = desk.send_with(Some(second.id), release, &people[9..]);
        while desk.show(id).row.state.as_str() != "done" {
            assert!(began.elapsed() < Duration::from_secs(10), "it waits for the other account");
            std::thread::sleep(Duration::from_millis(20));
        }
        assert!(slow.messages().len() < 9, "the other was still at work");
        assert_eq!(run.join().unwrap().accepted, 10);
    });
}

#[test]
fn a_distribution_whose_account_is_gone_goes_on_with_the_usual_one() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let gone = desk.another(
        json!({"smtp_url": "smtp://127.0.0.1:9?tls=none", "from_address": "b@office.example.id"}),
    );
    let id = desk.send_with(Some(gone.id), desk.release().release.id, &desk.readers(1));
    desk.write(|db, ctx| account::delete(db, ctx, gone.id));
    assert_eq!(desk.run().unwrap().accepted, 0);
    assert_eq!(desk.show(id).row.paused_text, "distribution-paused-no-account");
    desk.write(|db, ctx| distribution::resume(db, ctx, id));
    assert_eq!(desk.run().unwrap().accepted, 1);
    assert_eq!(server.messages().len(), 1);
}

/// What dkimpy, which has nothing in common with us, says of a message.
fn verifies(message: &[u8], record_name: &str, record_text: &str) -> bool {
    let script = "import sys, dkim\n\
        name, text = sys.argv[1].encode() + b'.', sys.argv[2].encode()\n\
        answer = lambda asked, timeout=5: text if asked == name else None\n\
        print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=answer))";
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", script, record_name, record_text])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(message).unwrap();
    let said = python.wait_with_output().unwrap();
    match String::from_utf8_lossy(&said.stdout).trim() {
        "True" => true,
        "False" => false,
        other => panic!("python3-dkim said {other:?}"),
    }
}

#[test]
fn a_signed_release_is_verified_by_somebody_else() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.account(json!({"smtp_url": format!("smtp://127.0.0.1:{}?tls=none", server.port), "from_name": "Humas Köta Contoh", "plus_address": 1}));
    let account = desk.read(|db, _| account::find(db)).unwrap().id;
    let shown = desk.read(|db, ctx| account::dkim_show(db, ctx, account));
    assert!(!shown.made && !shown.on && shown.selector.starts_with("warta20"), "{shown:?}");
    let switch = |on: i64| {
        let set = json!({"dkim_on": on}).as_object().unwrap().clone();
        AccountPatch { id: Some(account), set, ..AccountPatch::default() }
    };
    let early = desk.try_write(|db, ctx| account::save(db, ctx, switch(1))).unwrap_err();
    assert_eq!(early.text, "account-dkim-no-key");
    let made = desk
        .make_key(DkimOrder {
            account_id: account,
            selector: Some("Uji".into()),
            ..DkimOrder::default()
        })
        .unwrap();
    assert_eq!(made.record_name, "uji._domainkey.office.example.id");
    assert!(made.made && !made.on, "first the record must stand in the DNS");
    let key_in_database = std::fs::read(desk.workspace.db.path()).unwrap();
    assert!(!String::from_utf8_lossy(&key_in_database).contains("PRIVATE KEY"));

    let release = desk.release().release.id;
    let people = desk.readers(2);
    desk.queue(release, &people[..1]);
    desk.run().unwrap();
    desk.write(|db, ctx| account::save(db, ctx, switch(1)));
    let audience =
        Audience { release_id: release, contacts: people[1..].to_vec(), ..Audience::default() };
    let order = SendOrder { audience, list_unsubscribe: true, ..SendOrder::default() };
    desk.write(|db, ctx| distribution::queue(db, ctx, order));
    desk.run().unwrap();
    let messages = server.messages();
    let [(_, unsigned), (_, signed)] = messages.as_slice() else { panic!("{}", messages.len()) };
    let text = String::from_utf8_lossy(signed).into_owned();
    assert!(!String::from_utf8_lossy(unsigned).contains("DKIM-Signature"));
    let header = text.split("\r\nDate:").next().unwrap().replace("\r\n ", "");
    for name in [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "List-Unsubscribe",
        "Reply-To",
    ] {
        assert!(
            header
                .split("h=")
                .nth(1)
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .split(':')
                .any(|one| one.trim() == name),
            "{name}: {header}"
        );
    }
    assert!(verifies(signed, &made.record_name, &made.record_text), "{text}");
    for (from, to) in
        [("Subject: ", "Subject: X"), ("tebal", "tebai"), ("Message-ID: <", "Message-ID: <x")]
    {
        let forged = text.replacen(from, to, 1);
        assert_ne!(forged, text, "{from}");
        assert!(!verifies(forged.as_bytes(), &made.record_name, &made.record_text), "{from}");
    }
    let second_from = format!("From: Mallory <m@example.com>\r\n{text}");
    assert!(!verifies(second_from.as_bytes(), &made.record_name, &made.record_text));
}

#[test]
fn a_key_that_the_office_has_is_taken_over_and_a_lost_one_holds_mail_back() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let account = desk.read(|db, _| account::find(db)).unwrap().id;
    let own = |key: &str, selector: &str| DkimOrder {
        account_id: account,
        selector: Some(selector.to_owned()),
        key_pem: Some(key.to_owned()),
        ..DkimOrder::default()
    };
    for (key, selector, text) in
        [("no key", "a", "account-dkim-key-unreadable"), ("", "a b", "account-dkim-selector")]
    {
        assert_eq!(desk.make_key(own(key, selector)).unwrap_err().text, text);
    }
    let made = Command::new("openssl").args(["genrsa", "-traditional", "2048"]).output().unwrap();
    let pem = String::from_utf8(made.stdout).unwrap();
    assert!(pem.contains("BEGIN RSA PRIVATE KEY"), "{pem}");
    let taken = desk.make_key(own(&pem, "s1")).unwrap();
    let signer =
        dkim::Signer::new(&dkim::read_key(&pem).unwrap().private_pem, "office.example.id", "s1")
            .unwrap();
    let mail =
        b"From: a@office.example.id\r\nSubject:  x\r\n  y\r\n\r\n a \t b \r\n\r\n.\r\n\r\n\r\n";
    let signed = signer.sign(mail, 1_790_000_000).unwrap();
    assert!(verifies(&signed, &taken.record_name, &taken.record_text));

    let set = json!({"dkim_on": 1}).as_object().unwrap().clone();
    desk.write(|db, ctx| {
        account::save(db, ctx, AccountPatch { id: Some(account), set, ..AccountPatch::default() })
    });
    // As on another computer, where the keychain does not have the key.
    desk.sql("UPDATE accounts SET dkim_selector = 'elsewhere'");
    let id = desk.queue(desk.release().release.id, &desk.readers(1)).row.id;
    let error = desk.run().unwrap_err();
    assert_eq!((error.code, error.text), (Code::NeedsLogin, "account-dkim-key-missing"));
    assert_eq!(server.messages().len(), 0, "nothing leaves unsigned");
    desk.write(|db, ctx| account::dkim_remove(db, ctx, account));
    assert_eq!(desk.run().unwrap().accepted, 1);
    adds_up(&desk.show(id));
}

#[test]
fn a_test_mail_comes_back_and_is_explained() {
    let server = MailServer::start_checking();
    let desk = SendingDesk::new();
    let ca = String::from_utf8(server.ca()).unwrap();
    let url = |scheme: &str, port: u16, user: &str| format!("{scheme}://{user}@127.0.0.1:{port}");
    let save = |address: &str, user: &str, new: bool| {
        let set = json!({"from_address": address, "ca_pem": ca, "smtp_url": url("smtp", server.submission, user), "imap_url": url("imaps", server.imaps, user)});
        let set = set.as_object().unwrap().clone();
        let password = Some(PASSWORD.to_owned());
        let patch = AccountPatch { new, set, password, ..AccountPatch::default() };
        desk.write(|db, ctx| account::save(db, ctx, patch)).account.id
    };
    let sender = save("sender@press.test", "sender%40press.test", false);
    let anna = save("anna@news.test", "anna%40news.test", true);
    let check = |wait: u32| {
        let ctx = desk.ctx();
        let id = job::start(&desk.workspace, &ctx, "account_check").unwrap();
        let order =
            CheckOrder { account_id: sender, to_account_id: Some(anna), wait_seconds: Some(wait) };
        job::run(&desk.workspace, ctx, id, "account_check", None, |job| {
            inbox::check_own(job, order)
        })
        .unwrap()
    };
    let of = |check: &account::AccountCheck, method: &str| {
        check.verdicts.iter().find(|one| one.method == method).unwrap().text
    };
    let release = desk.release().release.id;
    let warned = || {
        let check = desk.preflight(release, &[]);
        check.problems.iter().any(|problem| problem.kind == "not_authentic")
    };
    assert!(!warned(), "nothing is known yet");
    let unsigned = check(30);
    assert_eq!(unsigned.server, "mx.news.test", "{unsigned:#?}");
    assert_eq!(of(&unsigned, "dkim"), "account-check-dkim-none");
    assert_eq!(of(&unsigned, "spf"), "account-check-spf-unsaid");
    assert_eq!(unsigned.tone, VerdictTone::Attention);
    assert!(warned());

    let made = desk.make_key(DkimOrder { account_id: sender, ..DkimOrder::default() }).unwrap();
    let set = json!({"dkim_on": 1}).as_object().unwrap().clone();
    let on = AccountPatch { id: Some(sender), set, ..AccountPatch::default() };
    desk.write(|db, ctx| account::save(db, ctx, on));
    // The record is not there yet: a signature that nobody can check.
    let early = check(30);
    assert_eq!(of(&early, "dkim"), "account-check-dkim-fail", "{}", early.headers);
    server.publish(&made.record_name, &made.record_text);
    let signed = check(30);
    assert_eq!(of(&signed, "dkim"), "account-check-dkim-pass", "{}", signed.headers);
    assert_eq!(signed.tone, VerdictTone::Good);
    assert!(!warned());

    // One that takes its time is recognised when the mailbox is read; none is an answer.
    let late = check(0);
    assert!(late.read_at.is_empty() || late.tone == VerdictTone::Good);
    server.wait_for("anna@news.test", Duration::from_secs(20), |_| {
        server.count("anna@news.test") == 4
    });
    let ctx = desk.ctx();
    let id = job::start(&desk.workspace, &ctx, "inbox_fetch").unwrap();
    let report = job::run(&desk.workspace, ctx, id, "inbox_fetch", None, |job| {
        inbox::fetch(job, FetchOrder::default())
    })
    .unwrap();
    assert_eq!((report.read, report.added), (4, 0), "{report:#?}");
    let last = desk.read(|db, ctx| account::show_check(db, ctx, sender)).unwrap();
    assert_eq!((last.id, last.tone), (late.id, VerdictTone::Good));
}

#[test]
fn the_mailboxes_of_all_accounts_are_read_and_one_that_refuses_keeps_nobody_from_the_others() {
    let server = MailServer::start();
    let desk = SendingDesk::new();
    let ca = String::from_utf8(server.ca()).unwrap();
    let mut ids = Vec::new();
    for (address, password) in
        [("nobody@press.test", "wrong"), ("anna@news.test", PASSWORD), ("bert@news.test", PASSWORD)]
    {
        let user = address.replace('@', "%40");
        let set = json!({"from_address": address, "ca_pem": ca, "imap_url": format!("imaps://{user}@127.0.0.1:{}", server.imaps)});
        let set = set.as_object().unwrap().clone();
        let password = Some(password.to_owned());
        let patch = AccountPatch { new: true, set, password, ..AccountPatch::default() };
        ids.push(desk.write(|db, ctx| account::save(db, ctx, patch)).account.id);
    }
    for to in ["anna@news.test", "bert@news.test"] {
        server.deliver(to, &format!("From: siti@example.id\r\nTo: {to}\r\nSubject: Re: Taman\r\nMessage-ID: <{to}>\r\n\r\nTerima kasih.\r\n"));
    }
    let fetch = || {
        let ctx = desk.ctx();
        let id = job::start(&desk.workspace, &ctx, "inbox_fetch").unwrap();
        job::run(&desk.workspace, ctx, id, "inbox_fetch", None, |job| {
            inbox::fetch(job, FetchOrder::default())
        })
    };
    let report = fetch().unwrap();
    assert_eq!((report.added, report.failed_count), (2, 1), "{report:#?}");
    assert_eq!(report.failed[0].file, "nobody@press.test");
    assert_eq!(report.failed[0].error.code, Code::NeedsLogin);
    let accounts = desk.read(|db, _| {
        db.rows("SELECT account_id FROM responses ORDER BY account_id", &[], |row| {
            row.get::<_, i64>(0)
        })
    });
    assert_eq!(accounts, ids[1..]);
    assert_eq!(fetch().unwrap().read, 0, "each mailbox has its own mark");
}

#[test]
fn the_background_loop_serves_every_account() {
    let desk = SendingDesk::new();
    let (one, two) = (ScriptedServer::friendly(), ScriptedServer::friendly());
    let url = |port: u16| format!("smtp://127.0.0.1:{port}?tls=none");
    desk.account(json!({"smtp_url": url(one.port), "per_minute": 1}));
    let second =
        desk.another(json!({"smtp_url": url(two.port), "from_address": "b@office.example.id"}));
    let people = desk.readers(4);
    let release = desk.release().release.id;
    desk.send_with(None, release, &people[..2]);
    let SendingDesk { folder, workspace } = desk;
    let workspace = std::sync::Arc::new(workspace);
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| outbox::keep_sending(&workspace, &stop));
        let began = Instant::now();
        let in_time = || assert!(began.elapsed() < Duration::from_secs(20));
        while one.messages().is_empty() {
            in_time();
            std::thread::sleep(Duration::from_millis(20));
        }
        let ctx = workspace.ctx("Rina", warta::db::Source::Window);
        let audience = Audience {
            release_id: release,
            contacts: people[2..].to_vec(),
            account_id: Some(second.id),
            ..Audience::default()
        };
        let order = SendOrder { audience, ..SendOrder::default() };
        workspace.db.write(&ctx, "test", true, |db| distribution::queue(db, &ctx, order)).unwrap();
        while two.messages().len() < 2 {
            in_time();
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(one.messages().len(), 1, "its limit holds");
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    drop(folder);
}

#[test]
fn the_usual_account_and_a_removed_one_come_back_by_undo() {
    let desk = SendingDesk::new();
    desk.account(json!({"label": "Humas"}));
    let events = desk.another(json!({"from_address": "b@office.example.id", "label": "Kegiatan"}));
    let names = || {
        let list = desk.read(|db, ctx| account::list(db, ctx, ()));
        list.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    commands::account_default(&desk.door(), events.id).unwrap();
    assert_eq!(names(), ["Kegiatan", "Humas"]);
    commands::undo_last(&desk.door(), ()).unwrap();
    assert_eq!(names(), ["Humas", "Kegiatan"]);
    commands::account_delete(&desk.door(), events.id).unwrap();
    assert_eq!(names(), ["Humas"]);
    commands::undo_last(&desk.door(), ()).unwrap();
    assert_eq!(names(), ["Humas", "Kegiatan"]);
}

#[test]
fn the_command_line_knows_several_accounts() {
    let office = Office::with_contacts();
    office.json(&[
        "account",
        "set",
        "--from",
        "humas@example.id",
        "--smtp",
        "smtp://127.0.0.1:9?tls=none",
        "--label",
        "Humas",
    ]);
    let added = office.json(&[
        "account",
        "add",
        "--from",
        "kegiatan@gmail.com",
        "--preset",
        "gmail",
        "--per-day",
        "300",
    ]);
    let account = &added["account"];
    assert_eq!(
        (account["per_day"].as_i64(), account["per_minute"].as_i64()),
        (Some(300), Some(20))
    );
    assert_eq!(office.json(&["account", "rename", "kegiatan", "Kegiatan"])["name"], "Kegiatan");
    office.json(&["account", "default", "kegiatan"]);
    let list = office.json(&["account", "list"]);
    let named: Vec<&str> = list["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(named, ["Kegiatan", "Humas"]);
    assert_eq!(list["accounts"][0]["password_kept"], "missing");

    let made = office.json(&["account", "dkim", "Humas", "--make", "--selector", "uji"]);
    assert_eq!(made["record_name"], "uji._domainkey.example.id");
    assert!(made["record_text"].as_str().unwrap().starts_with("v=DKIM1; k=rsa; p=MII"));
    for (language, words) in [("id", "pengelola domain"), ("en", "whoever keeps the domain")] {
        let told = office.warta(&["--language", language, "account", "dkim", "Humas"]);
        assert!(
            told.out.contains("uji._domainkey.example.id") && told.out.contains(words),
            "{}",
            told.out
        );
        let listed = office.warta(&["--language", language, "account", "list"]);
        assert!(listed.out.contains("kegiatan@gmail.com"), "{}", listed.out);
    }
    office.warta(&["account", "check", "Humas"]).failed_with("server");
    office.warta(&["account", "show", "nobody"]).failed_with("nobody");

    let file = office.write("siaran.md", "# Judul\n\nPembuka.\n\nIsi.\n");
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let from = |account: &str| {
        let check = office.json(&[
            "release",
            "send",
            &id,
            "--list",
            "Pers Kota",
            "--account",
            account,
            "--dry-run",
        ]);
        check["account"]["from_address"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        (from("Humas"), from("Kegiatan")),
        ("humas@example.id".into(), "kegiatan@gmail.com".into())
    );
    office.json(&["account", "dkim", "Humas", "--remove"]);
    office.json(&["account", "remove", "Kegiatan"]);
    assert_eq!(office.json(&["account", "list"])["accounts"].as_array().unwrap().len(), 1);
}

#[test]
fn a_mail_is_measured_by_what_its_account_can_send() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let siti = desk.reader("Siti", "siti@news.example.com");
    let megabytes = |count: i64| {
        desk.sql(&format!("UPDATE release_files SET size = {count} * 1024 * 1024"));
    };
    let path = desk.folder.path().join("foto.pdf");
    std::fs::write(&path, b"%PDF-1.4 isi").unwrap();
    let file = serde_json::from_value(json!({"release_id": release, "file_name": "foto.pdf", "mime": "application/pdf", "path": path})).unwrap();
    desk.write(|db, ctx| warta::release::attach(db, ctx, file));
    let of_check = || -> Vec<(String, String)> {
        let check = desk.preflight(release, &[siti]);
        let sizes = check.problems.into_iter().filter(|one| one.args.contains_key("size"));
        let whose = |args: &std::collections::BTreeMap<&str, String>| {
            let name = args.get("provider").or(args.get("server")).cloned().unwrap_or_default();
            format!("{name} {}", args.get("limit").cloned().unwrap_or_default())
        };
        sizes.map(|one| (one.kind.to_owned(), whose(&one.args))).collect()
    };
    let one = |kind: &str, whose: &str| vec![(kind.to_owned(), whose.to_owned())];
    megabytes(5);
    assert_eq!(of_check(), []);
    megabytes(10);
    assert_eq!(of_check(), one("large", " "));
    megabytes(20);
    assert_eq!(of_check(), one("too_large", " "));

    // A provider's limit counts the message as sent: 20 MB of files are 27 MB on the way.
    desk.account(json!({"preset": "gmail", "smtp_url": "smtps://press@smtp.gmail.com:465"}));
    assert_eq!(of_check(), one("over_provider_limit", "Gmail 25"));
    desk.account(
        json!({"preset": "microsoft-365", "smtp_url": "smtp://press@smtp.office365.com:587"}),
    );
    assert_eq!(of_check(), one("too_large", " "));
    megabytes(26);
    assert_eq!(of_check(), one("over_provider_limit", "Microsoft 365 35"));
    let lint = desk.read(|db, ctx| {
        warta::release::lint(
            db,
            ctx,
            warta::release::TextAsk { release_id: release, language: None },
        )
    });
    let remark = lint.remarks.iter().find(|one| one.kind == "over_provider_limit").unwrap();
    assert_eq!(
        (remark.args["provider"].as_str(), remark.args["size"].as_str()),
        ("Microsoft 365", "36")
    );
    // Another server set up by hand is not the provider's.
    desk.account(json!({"smtp_url": "smtp://press@mail.office.example.id:587"}));
    assert_eq!(of_check(), one("too_large", " "));
}

#[test]
fn what_a_server_announced_is_remembered_and_named() {
    let desk = SendingDesk::new();
    let offered = Offered { size: Some(8 * 1024 * 1024), ..Offered::default() };
    let server = ScriptedServer::start(offered, |_| Reaction::Usual);
    desk.server(server.port);
    let release = desk.release().release.id;
    let siti = desk.reader("Siti", "siti@news.example.com");
    let path = desk.folder.path().join("foto.pdf");
    std::fs::write(&path, b"%PDF-1.4 isi").unwrap();
    let file = serde_json::from_value(json!({"release_id": release, "file_name": "foto.pdf", "mime": "application/pdf", "path": path})).unwrap();
    desk.write(|db, ctx| warta::release::attach(db, ctx, file));
    let kinds = || -> Vec<&str> {
        let check = desk.preflight(release, &[siti]);
        check.problems.iter().map(|one| one.kind).filter(|kind| kind.starts_with("over")).collect()
    };
    let seven = "UPDATE release_files SET size = 7 * 1024 * 1024";
    desk.sql(seven);
    assert_eq!(kinds(), Vec::<&str>::new(), "nobody has asked the server yet");
    // Any sending asks it; the connection test of the wizard does as well.
    desk.sql("UPDATE release_files SET size = 12");
    desk.queue(release, &[siti]);
    assert_eq!(desk.run().unwrap().accepted, 1);
    desk.sql(seven);
    assert_eq!(kinds(), ["over_server_limit"]);
    let lint = desk.read(|db, ctx| {
        warta::release::lint(
            db,
            ctx,
            warta::release::TextAsk { release_id: release, language: None },
        )
    });
    let remark = lint.remarks.iter().find(|one| one.kind == "over_server_limit").unwrap();
    assert_eq!((remark.args["server"].as_str(), remark.args["limit"].as_str()), ("127.0.0.1", "8"));

    // It takes more meanwhile, and says so to the connection test.
    let offered = Offered { size: Some(64 * 1024 * 1024), ..Offered::default() };
    let larger = ScriptedServer::start(offered, |_| Reaction::Usual);
    desk.sql(&format!("UPDATE server_sizes SET server = '127.0.0.1:{}'", larger.port));
    desk.server(larger.port);
    assert_eq!(kinds(), ["over_server_limit"]);
    let ctx = desk.ctx();
    let id = warta::job::start(&desk.workspace, &ctx, "account_probe").unwrap();
    let order = warta::account::ProbeOrder {
        smtp_url: format!("smtp://127.0.0.1:{}?tls=none", larger.port),
        from_address: "press@office.example.id".to_owned(),
        ..Default::default()
    };
    let probed = warta::job::run(&desk.workspace, ctx, id, "account_probe", None, |job| {
        warta::account::probe(job, order)
    });
    assert!(probed.unwrap().ok);
    assert_eq!(kinds(), Vec::<&str>::new());
}
