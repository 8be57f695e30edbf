//! The mailbox on real servers: what Postfix and Dovecot send back is read, matched and done.

use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use warta::account::{self, AccountPatch};
use warta::inbox::{self, FetchOrder, ReadReport};
use warta::job;

use crate::mail_server::{MailServer, PASSWORD};
use crate::sending_desk::SendingDesk;

fn fetch(desk: &SendingDesk) -> ReadReport {
    fetch_as(desk, FetchOrder::default())
}

fn fetch_as(desk: &SendingDesk, order: FetchOrder) -> ReadReport {
    let ctx = desk.ctx();
    let id = job::start(&desk.workspace, &ctx, "inbox_fetch").unwrap();
    job::run(&desk.workspace, ctx, id, "inbox_fetch", None, |job| inbox::fetch(job, order)).unwrap()
}

#[test]
fn what_real_servers_send_back_is_matched_and_done() {
    let server = MailServer::start();
    let desk = SendingDesk::new();
    let set = json!({"from_address": "sender@press.test", "from_name": "Humas Contoh", "plus_address": 0, "connections": 1,
        "smtp_url": format!("smtp://sender%40press.test@localhost:{}", server.submission),
        "imap_url": format!("imaps://sender%40press.test@localhost:{}", server.imaps),
        "ca_pem": String::from_utf8(server.ca()).unwrap()});
    let save = AccountPatch {
        set: set.as_object().unwrap().clone(),
        password: Some(PASSWORD.to_owned()),
        ..AccountPatch::default()
    };
    desk.write(|db, ctx| account::save(db, ctx, save));
    let people = [
        "anna@news.test",
        "full@news.test",
        "ooo@news.test",
        "nobody-here@news.test",
        "joe@dead.test",
    ]
    .map(|address| desk.reader(address, address));
    let release = desk.release();
    let distribution = desk.queue(release.release.id, &people);
    desk.run().unwrap();

    let mut kinds: BTreeMap<String, i64> = BTreeMap::new();
    let began = Instant::now();
    while kinds.values().sum::<i64>() < 4 && began.elapsed() < Duration::from_secs(40) {
        for (kind, count) in fetch(&desk).by_kind {
            *kinds.entry(kind).or_default() += count;
        }
        sleep(Duration::from_millis(500));
    }
    assert_eq!(kinds, BTreeMap::from([("auto_reply".to_owned(), 1), ("bounce".to_owned(), 3)]));
    assert_eq!(
        desk.number(
            "SELECT COUNT(*) FROM responses WHERE contact_id IS NOT NULL AND delivery_id <> 0"
        ),
        4
    );
    let shown = desk.show(distribution.row.id);
    assert_eq!(
        (shown.row.counts.bounced, shown.row.counts.accepted),
        (3, 2),
        "{:?}",
        shown.row.counts
    );
    let told: Vec<String> = desk.read(|db, _| {
        db.rows(
            "SELECT r.failed_address || ' ' || r.reason || ' ' || COALESCE(r.permanent, '-') || ' ' || (SELECT COUNT(*) FROM contact_states s WHERE s.address_key = r.failed_address)
             FROM responses r WHERE r.kind = 'bounce' ORDER BY r.failed_address",
            &[],
            |row| row.get(0),
        )
    });
    assert_eq!(
        told,
        [
            "full@news.test mailbox_full 0 0",
            "joe@dead.test host_unknown 1 1",
            "nobody-here@news.test user_unknown 1 1"
        ]
    );
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM interactions WHERE kind = 'response_auto_reply'"),
        1
    );
    assert_eq!(fetch(&desk).read, 0, "what was read is not fetched again");

    // Every reading is taken back: nothing comes in again by itself, all of it on request.
    let readings: Vec<i64> = desk.read(|db, _| {
        db.rows(
            "SELECT id FROM actions WHERE command = 'inbox_read' ORDER BY id DESC",
            &[],
            |row| row.get(0),
        )
    });
    for action in readings {
        warta::commands::undo_action(&desk.door(), action).unwrap();
    }
    let live = "SELECT COUNT(*) FROM responses WHERE deleted_at IS NULL";
    assert_eq!(desk.number(live), 0);
    assert_eq!(fetch(&desk).read, 0, "an undo is not outdone by the next visit");
    let again = FetchOrder { again: Some(true), account_id: None };
    let report = fetch_as(&desk, again);
    assert_eq!((report.added, report.known), (4, 0), "read again on request");
    assert_eq!(desk.number(live), 4);
    let report = fetch_as(&desk, again);
    assert_eq!((report.added, report.known), (0, 4), "and nothing twice");

    desk.sql("UPDATE mailbox_cursors SET uidvalidity = uidvalidity + 1");
    let again = fetch(&desk);
    assert_eq!(
        (again.read, again.added),
        (0, 0),
        "a mailbox made anew is recognised without being fetched again"
    );
    assert_eq!(desk.number(live), 4);
    assert!(server.unread("sender@press.test") >= 4, "nothing counts as read for the office");
}
