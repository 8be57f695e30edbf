//! New mail with IDLE: how much later than a bare client's EXISTS line Warta tells its window.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::json;
use warta::account::{self, AccountPatch};
use warta::bus::Event;
use warta::commands;
use warta::db::Source;
use warta::inbox;
use warta::workspace::{As, Workspace};

use crate::mail_server::{MailServer, PASSWORD};
use crate::measure::{Bench, median};
use crate::report::Figure;

const USER: &str = "anna@news.test";
const MOST_LATER: f64 = 0.150;
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits in IDLE as barely as can be, and tells when each EXISTS line came.
fn bare_client(port: u16) -> Receiver<Instant> {
    let mut out = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    out.set_nodelay(true).unwrap();
    let mut lines = BufReader::new(out.try_clone().unwrap()).lines();
    let mut until = |out: &mut TcpStream, said: &str, sign: &str| {
        out.write_all(said.as_bytes()).unwrap();
        while !lines.next().unwrap().unwrap().starts_with(sign) {}
    };
    until(&mut out, &format!("a LOGIN {USER} {PASSWORD}\r\n"), "a OK");
    until(&mut out, "b EXAMINE INBOX\r\n", "b OK");
    until(&mut out, "c IDLE\r\n", "+");
    let (told, heard) = channel();
    std::thread::spawn(move || {
        let _kept_open = out;
        for line in lines.map_while(Result::ok) {
            if line.ends_with(" EXISTS") && told.send(Instant::now()).is_err() {
                return;
            }
        }
    });
    heard
}

/// When the bus told of a new response.
fn arrived(news: &Receiver<Event>) -> Instant {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Ok(Event::Changed { tables }) = news.recv_timeout(PATIENCE)
            && tables.iter().any(|table| table == "responses")
        {
            return Instant::now();
        }
    }
    panic!("no response came");
}

pub fn figure(bench: &Bench) -> Figure {
    let server = MailServer::start();
    let folder = bench.workspace("arrival");
    let workspace = Workspace::open(&folder, As::Owner, commands::searchables()).unwrap();
    let ctx = workspace.ctx("", Source::CommandLine);
    let set = json!({"from_address": USER, "imap_url": format!("imaps://anna%40news.test@localhost:{}", server.imaps),
        "ca_pem": String::from_utf8(server.ca()).unwrap()});
    let save = AccountPatch {
        set: set.as_object().unwrap().clone(),
        password: Some(PASSWORD.to_owned()),
        ..AccountPatch::default()
    };
    workspace.db.write(&ctx, "account_save", true, |db| account::save(db, &ctx, save)).unwrap();
    let news = workspace.db.bus().listen();
    let stop = AtomicBool::new(false);
    let count = bench.size(100).min(100);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    std::thread::scope(|scope| {
        scope.spawn(|| inbox::watch_over(&workspace, &stop, &|_, _| {}));
        let told = bare_client(server.imap);
        let live = |workspace: &Workspace| {
            let states = workspace.db.read(|db| inbox::states(db, &ctx, ())).unwrap();
            states.iter().any(|one| one.state == inbox::MailboxStateWord::Live)
        };
        let began = Instant::now();
        while !live(&workspace) {
            assert!(began.elapsed() < PATIENCE, "the mailbox is not watched");
            std::thread::sleep(Duration::from_millis(10));
        }
        for number in 0..count {
            // Both wait in IDLE again.
            std::thread::sleep(Duration::from_millis(300));
            while news.try_recv().is_ok() {}
            let sent = Instant::now();
            let message = format!(
                "From: Siti <siti@example.com>\r\nTo: {USER}\r\nSubject: Perihal {number}\r\nMessage-ID: <a{number}@example.com>\r\n\r\nIsi surat nomor {number}.\r\n"
            );
            server.deliver(USER, &message);
            bare.push(told.recv_timeout(PATIENCE).unwrap().duration_since(sent).as_secs_f64());
            ours.push(arrived(&news).duration_since(sent).as_secs_f64());
        }
        stop.store(true, Ordering::Relaxed);
    });
    let mut later: Vec<f64> =
        ours.iter().zip(&bare).map(|(ours, bare)| (ours - bare).max(0.0)).collect();
    later.sort_by(f64::total_cmp);
    let p95 = later[(later.len() * 95).div_ceil(100) - 1];
    Figure {
        work: format!("new mail told to the window with IDLE, {count} messages one by one"),
        limit: String::new(),
        ours,
        others: vec![("the EXISTS line as a bare client sees it".to_owned(), bare)],
        result: format!(
            "later by {:.0} ms at the median, {:.0} ms at p95",
            median(&later) * 1000.0,
            p95 * 1000.0
        ),
        must: format!("<= {:.0} ms at p95", MOST_LATER * 1000.0),
        reached: p95 <= MOST_LATER,
        remarks: vec!["the window draws it within the next frame".to_owned()],
    }
    .tell()
}
