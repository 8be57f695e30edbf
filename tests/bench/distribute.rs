//! Large distributions: the pre-flight, many messages over one connection and several, signed
//! ones, and the memory that they take.

use std::fs;

use lettre::Message;
use lettre::message::dkim::{DkimConfig, DkimSigningAlgorithm, DkimSigningKey};
use lettre::message::{MultiPart, header};
use serde_json::json;
use warta::account::{self, AccountPatch, DkimOrder};
use warta::db::Source;
use warta::distribution::{self, Audience};
use warta::job;
use warta::mail::dkim;

use crate::bare;
use crate::measure::{Bench, median, run, timed, warta, watched};
use crate::people;
use crate::report::Figure;
use crate::send::{MESSAGE_BYTES, Office, Sink};

/// Connections, and the least part of the limit's rate.
const BY_CONNECTIONS: [(usize, f64); 3] = [(1, 0.5), (4, 0.6), (16, 0.5)];
const LEAST_SIGNED: f64 = 0.8;
const MOST_PREFLIGHT: f64 = 10.0;
const MOST_MEMORY: f64 = 1.2;

/// As many messages as a large office sends in a day, beside a sender that only sends and a disk
/// that only commits.
pub fn many(bench: &Bench) -> Vec<Figure> {
    let office = Office::new(bench, bench.size(20_000));
    let sink = Sink::start();
    BY_CONNECTIONS
        .iter()
        .map(|(connections, must)| {
            office.use_server(sink.port, *connections);
            let (mut ours, mut source, mut commits) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..bench.rounds {
                ours.push(office.send());
                source.push(office.bare_source(sink.port, *connections));
                commits.push(office.bare_commits(*connections));
            }
            let share = median(&source).max(median(&commits)) / median(&ours);
            let rate = office.readers as f64 / median(&ours);
            let word = if *connections == 1 { "connection" } else { "connections" };
            Figure {
                work: format!(
                    "sending {} personalised messages, {connections} {word}",
                    office.readers
                ),
                limit: String::new(),
                ours,
                others: vec![
                    (format!("smtp-source -d -s {connections}"), source),
                    (format!("FULL commits in groups of {connections}"), commits),
                ],
                result: format!("{share:.2} of the lower rate"),
                must: format!(">= {must}"),
                reached: share >= *must,
                remarks: vec![format!("{rate:.0} messages a second")],
            }
            .tell()
        })
        .collect()
}

/// A message of the size of ours.
fn letter() -> Message {
    let half = "Pemerintah kota menyampaikan bahwa pekerjaan berjalan sesuai jadwal.\r\n"
        .repeat(MESSAGE_BYTES / 2 / 70);
    Message::builder()
        .from("Humas <humas@kota.example.id>".parse().unwrap())
        .to("reader@media.example.com".parse().unwrap())
        .subject("Jembatan Kali Contoh dibuka kembali")
        .header(header::MIME_VERSION_1_0)
        .multipart(MultiPart::alternative_plain_html(half.clone(), half))
        .unwrap()
}

/// Signs so many messages on all cores, and does nothing else.
fn bare_signing(pem: &str, count: usize) -> f64 {
    let letter = letter();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let config = || {
        let key = DkimSigningKey::new(pem, DkimSigningAlgorithm::Rsa).unwrap();
        DkimConfig::default_config("s".to_owned(), "kota.example.id".to_owned(), key)
    };
    timed(|| {
        std::thread::scope(|scope| {
            for core in 0..cores {
                let (letter, config) = (&letter, config());
                scope.spawn(move || {
                    for _ in (core..count).step_by(cores) {
                        let mut signed = letter.clone();
                        signed.sign(&config);
                        assert!(!signed.formatted().is_empty());
                    }
                });
            }
        });
    })
    .0
}

/// The same with a signature in each, beside signing alone.
pub fn signed(bench: &Bench) -> Figure {
    let office = Office::new(bench, bench.size(5_000));
    let sink = Sink::start();
    office.use_server(sink.port, 4);
    let key = dkim::make_key().unwrap();
    let pem = pkcs1(bench, &key.private_pem);
    let workspace = office.open();
    let ctx = workspace.ctx("", Source::CommandLine);
    let id = job::start(&workspace, &ctx, "account_dkim_make").unwrap();
    let order = DkimOrder { account_id: 1, key_pem: Some(key.private_pem), ..DkimOrder::default() };
    job::run(&workspace, ctx.clone(), id, "account_dkim_make", None, |job| {
        account::dkim_make(job, order)
    })
    .unwrap();
    let set = json!({"dkim_on": 1}).as_object().unwrap().clone();
    let on = AccountPatch { id: Some(1), set, ..AccountPatch::default() };
    workspace.db.write(&ctx, "account_save", true, |db| account::save(db, &ctx, on)).unwrap();
    let (mut ours, mut signing) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        ours.push(office.send_from(&workspace));
        signing.push(bare_signing(&pem, office.readers));
    }
    let share = median(&signing) / median(&ours);
    Figure {
        work: format!("sending {} messages signed with RSA-2048, 4 connections", office.readers),
        limit: String::new(),
        ours,
        others: vec![("lettre signing alone on all cores".to_owned(), signing)],
        result: format!("{share:.2} of its rate"),
        must: format!(">= {LEAST_SIGNED}"),
        reached: share >= LEAST_SIGNED,
        remarks: vec!["Warta signs with ring, lettre with the RSA of pure Rust".to_owned()],
    }
    .tell()
}

/// lettre reads keys in PKCS #1 alone.
fn pkcs1(bench: &Bench, pem: &str) -> String {
    let (from, to) = (bench.path("key.pem"), bench.path("key-1.pem"));
    fs::write(&from, pem).unwrap();
    run(std::process::Command::new("openssl")
        .args(["rsa", "-traditional", "-in"])
        .arg(from)
        .arg("-out")
        .arg(&to));
    fs::read_to_string(to).unwrap()
}

/// Every column that the pre-flight looks at, of everybody.
const COLUMNS: &[&str] = &[
    "SELECT id, kind, name, name_prefix, name_suffix, salutation_formal, salutation_familiar, language, preferred_channel, no_embargo, mail_form, deleted_at FROM contacts",
    "SELECT contact_id, organisation_id, kind, value, value_key, rank, deleted_at FROM reaches",
    "SELECT contact_id, organisation_id, position, started_on, ended_on, deleted_at FROM affiliations",
    "SELECT id, name, deleted_at FROM organisations",
    "SELECT contact_id, address_key, kind, until, deleted_at FROM contact_states",
    "SELECT recipient_list_id, contact_id, deleted_at FROM recipient_list_members",
];

/// Who gets it, who does not and why.
pub fn preflight(bench: &Bench) -> Figure {
    let office = Office::new(bench, bench.size(100_000));
    let left_out = bench.path("left_out.csv");
    let everybody = people::readers_csv(office.readers);
    let mut lines = everybody.lines();
    let mut some = lines.next().unwrap_or_default().to_owned() + "\n";
    for line in lines.step_by(20) {
        some.push_str(line);
        some.push('\n');
    }
    fs::write(&left_out, some).unwrap();
    run(warta(&office.folder).arg("import").arg(&left_out).args(["--list", "Tidak"]));
    let release = office.new_release().parse().unwrap();
    let workspace = office.open();
    let ctx = workspace.ctx("", Source::CommandLine);
    let ids: Vec<i64> = workspace
        .db
        .read(|db| db.rows("SELECT id FROM recipient_lists ORDER BY id", &[], |row| row.get(0)))
        .unwrap();
    let audience = Audience {
        release_id: release,
        lists: vec![ids[0]],
        minus_lists: vec![ids[1]],
        ..Audience::default()
    };
    let connection = bare::open(&office.folder.join("warta.sqlite"));
    let (mut ours, mut once) = (Vec::new(), Vec::new());
    let mut sizes = (0, 0);
    for _ in 0..bench.rounds {
        let (seconds, found) = timed(|| {
            workspace.db.read(|db| distribution::preflight(db, &ctx, audience.clone())).unwrap()
        });
        ours.push(seconds);
        sizes = (found.recipients.len(), found.excluded.len());
        assert_eq!(sizes.0 + sizes.1, office.readers, "everybody is accounted for");
        once.push(
            timed(|| COLUMNS.iter().map(|sql| bare::read(&connection, sql)).sum::<usize>()).0,
        );
    }
    let times = median(&ours) / median(&once);
    Figure {
        work: format!("pre-flight of {} recipients, 5 % left out", office.readers),
        limit: String::new(),
        ours,
        others: vec![("one read of every column it uses".to_owned(), once)],
        result: format!("{times:.1} x"),
        must: format!("<= {MOST_PREFLIGHT} x"),
        reached: times <= MOST_PREFLIGHT,
        remarks: vec![format!("{} get it, {} do not", sizes.0, sizes.1)],
    }
    .tell()
}

/// Ten times the recipients in about the same memory.
pub fn memory(bench: &Bench) -> Figure {
    let peaks = [10_000, 100_000].map(|full| {
        let office = Office::new(bench, bench.size(full));
        let sink = Sink::start();
        office.use_server(sink.port, 4);
        let release = office.new_release();
        let queueing = watched(
            warta(&office.folder).args(["release", "send", &release, "--list", "Semua", "--yes"]),
        )
        .1;
        let sending = watched(warta(&office.folder).args(["outbox", "run", "--until-empty"])).1;
        (queueing, sending)
    });
    let [few, many] = peaks.map(|(queueing, sending)| queueing.max(sending));
    let times = many / few;
    Figure {
        work: "memory while 100000 are queued and sent".to_owned(),
        limit: String::new(),
        ours: vec![many],
        others: vec![("10000, in MB".to_owned(), vec![few])],
        result: format!("{times:.2} x, {many:.0} MB"),
        must: format!("<= {MOST_MEMORY} x"),
        reached: times <= MOST_MEMORY,
        remarks: vec![format!("peaks in MB, queueing and sending: {peaks:.0?}")],
    }
    .tell()
}
