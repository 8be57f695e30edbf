//! The first page of every sort and of twelve smart lists: among a million contacts beside the
//! same among ten thousand.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::params;
use serde_json::json;
use warta::commands;
use warta::db::Source;
use warta::workspace::{As, Workspace};

use crate::bare;
use crate::import;
use crate::measure::{Bench, median, run, timed, warta};
use crate::people;
use crate::report::Figure;

const MOST_TIMES: f64 = 3.0;
const SORTS: [&str; 6] = ["name", "city", "outlet", "updated", "last_contact", "next_step"];

/// What an office keeps as smart lists.
const LISTS: [(&str, &str); 12] = [
    ("Kesehatan di Kupang", "beat = kesehatan and city = Kupang"),
    ("Semua di Makassar", "city = Makassar"),
    ("VIP", "tag = vip"),
    ("Radio", "outlet_type = radio"),
    ("Lama tidak dihubungi", "not contacted 90d"),
    ("Membalas tiga rilis", "answered >= 3"),
    ("Baru bulan ini", "added within 30"),
    ("Tanpa email", "no_email"),
    ("Jangan dihubungi", "do_not_contact"),
    ("Politik atau hukum, tanpa buletin", "(beat = politik or beat = hukum) and not tag = buletin"),
    ("WhatsApp, berbahasa Inggris", "whatsapp is set and language = en"),
    ("Perlu ditindaklanjuti", "next_step next 14"),
];
/// What somebody may ask besides: few fit, and no index leads there.
const OTHERS: [&str; 4] = [
    "position ~ redaktur and next_step next 14",
    "notes ~ ke-399 and city = Kupang",
    "answered >= 4 and tag = vip",
    "email ~ siti.99",
];
/// Until then the window shows rows, or that it is at work and can be stopped.
const MOST_WITHOUT_A_SIGN: f64 = 0.3;
/// When somebody gives up.
const GIVEN_UP_AFTER: Duration = Duration::from_millis(50);

/// What an office did, for every contact number `n` in the same proportion at every size.
fn live_in(folder: &Path) {
    let mut connection = bare::open(&folder.join("warta.sqlite"));
    if !bare::rows(&connection, "SELECT id FROM follow_ups LIMIT 1").is_empty() {
        return;
    }
    let at = |days: i64| warta::clock::to_text(warta::clock::now() - chrono::Duration::days(days));
    let day = |days: i64| {
        (warta::clock::now() + chrono::Duration::days(days)).format("%Y-%m-%d").to_string()
    };
    let work = connection.transaction().unwrap();
    // Two in five were contacted, half of them lately; older imports are what the list began with.
    work.execute(
        "UPDATE contacts SET last_contact_at = CASE id % 10 WHEN 0 THEN ?1 WHEN 3 THEN ?1 WHEN 5 THEN ?2 WHEN 8 THEN ?2 ELSE '' END,
                             created_at = CASE WHEN id % 20 = 11 THEN ?1 ELSE ?3 END",
        params![at(7), at(200), at(400)],
    )
    .unwrap();
    work.execute(
        "INSERT INTO contact_states (kind, contact_id, since, created_at, updated_at)
         SELECT 'do_not_contact', id, ?1, ?1, ?1 FROM contacts WHERE id % 100 = 17",
        [at(30)],
    )
    .unwrap();
    work.execute(
        "INSERT INTO follow_ups (contact_id, what, due_on, created_at, updated_at)
         SELECT id, 'Kirim foto', ?1, ?2, ?2 FROM contacts WHERE id % 50 = 23",
        params![day(5), at(1)],
    )
    .unwrap();
    for release in 1..=4 {
        work.execute(
            "INSERT INTO responses (kind, identity, received_at, contact_id, release_id, created_at, updated_at)
             SELECT 'reply', 'bench-' || id || '-' || ?1, ?2, id, ?1, ?2, ?2 FROM contacts WHERE id % (100 * ?1) = 0",
            params![release, at(20)],
        )
        .unwrap();
    }
    // Some have no address.
    work.execute(
        "UPDATE reaches SET deleted_at = ?1 WHERE kind = 'email' AND contact_id % 40 = 9",
        [at(3)],
    )
    .unwrap();
    work.commit().unwrap();
    connection.execute_batch("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(connection);
    for (name, rule) in LISTS {
        run(warta(folder).args(["list", "smart", name, "--where", rule]));
    }
}

fn ten_thousand(bench: &Bench) -> PathBuf {
    let file = bench.path("ten-thousand.csv");
    fs::write(&file, people::csv(bench.size(10_000))).unwrap();
    let folder = bench.workspace("ten-thousand");
    run(warta(&folder).arg("import").arg(&file));
    folder
}

struct Office(Arc<Workspace>);

impl Office {
    fn open(folder: &Path) -> Self {
        let workspace = Workspace::open(folder, As::Owner, commands::searchables()).unwrap();
        let office = Self(Arc::new(workspace));
        // Texts and statements that every question needs; answers are kept by question.
        office.page(json!({"kind": "journalist"}));
        office
    }

    fn call(&self, name: &str, args: serde_json::Value) -> serde_json::Value {
        commands::call(&self.0, Source::Window, "Bench", name, args).unwrap()
    }

    fn log_a_call(&self) {
        let id = self.call("contact_list", json!({"limit": 1}))["rows"][0]["id"].clone();
        let call =
            json!({"contact_id": id, "kind": "call", "direction": "out", "summary": "Telepon"});
        self.call("interaction_log", call);
    }

    /// Seconds to the JSON of the first page.
    fn page(&self, mut filter: serde_json::Value) -> (f64, usize) {
        let fields = filter.as_object_mut().unwrap();
        fields.insert("limit".to_owned(), json!(50));
        fields.insert("without_total".to_owned(), json!(true));
        let (seconds, text) = timed(|| self.call("contact_list", filter).to_string());
        (seconds, text.matches("\"next_step_on\"").count())
    }

    /// Every question, by its name.
    fn questions(&self) -> Vec<(String, serde_json::Value)> {
        let mut questions = Vec::new();
        for sort in SORTS {
            for descending in [false, true] {
                let way = if descending { " down" } else { "" };
                let question = json!({"sort": sort, "descending": descending});
                questions.push((format!("{sort}{way}"), question));
            }
        }
        let lists = self.call("list_all", serde_json::Value::Null);
        for (name, _) in LISTS {
            let list = lists.as_array().unwrap().iter().find(|list| list["name"] == name).unwrap();
            questions.push((name.to_owned(), json!({"list_id": list["id"]})));
        }
        questions
    }
}

pub fn figures(bench: &mut Bench) -> Vec<Figure> {
    let many = import::million(bench);
    let few = ten_thousand(bench);
    live_in(&many);
    live_in(&few);
    let (mut at_many, mut at_few): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
    let mut names = Vec::new();
    let mut rows = Vec::new();
    let (large, small) = (Office::open(&many), Office::open(&few));
    for _ in 0..bench.rounds.max(5) {
        // Somebody works meanwhile: no answer of the round before holds.
        large.log_a_call();
        small.log_a_call();
        let pairs: Vec<_> = large.questions().into_iter().zip(small.questions()).collect();
        at_many.resize_with(pairs.len(), Vec::new);
        at_few.resize_with(pairs.len(), Vec::new);
        names.clear();
        rows.clear();
        for (place, ((name, of_large), (_, of_small))) in pairs.into_iter().enumerate() {
            let (seconds, found) = large.page(of_large);
            at_many[place].push(seconds);
            let (seconds, of_few) = small.page(of_small);
            at_few[place].push(seconds);
            assert!(found > 0 && of_few > 0, "{name} finds {found} and {of_few}");
            names.push(name);
            rows.push(found);
        }
    }
    let count = bench.size(1_000_000);
    let sorts = SORTS.len() * 2;
    let figure = |what: &str, from: usize, to: usize| {
        let times = |place: usize| median(&at_many[place]) / median(&at_few[place]);
        let worst = (from..to).max_by(|a, b| times(*a).total_cmp(&times(*b))).unwrap();
        let each: Vec<String> = (from..to)
            .map(|place| {
                format!(
                    "{} {:.1} ms beside {:.1} ms, {:.1} x",
                    names[place],
                    median(&at_many[place]) * 1000.0,
                    median(&at_few[place]) * 1000.0,
                    times(place)
                )
            })
            .collect();
        Figure {
            work: format!(
                "first page of {what} among {count} contacts (the slowest: {})",
                names[worst]
            ),
            limit: String::new(),
            ours: at_many[worst].clone(),
            others: vec![("the same among a hundredth of them".to_owned(), at_few[worst].clone())],
            result: format!("{:.1} x", times(worst)),
            must: format!("<= {MOST_TIMES} x"),
            reached: times(worst) <= MOST_TIMES,
            remarks: vec![each.join("; ")],
        }
        .tell()
    };
    vec![
        figure("every built-in sort", 0, sorts),
        figure("twelve smart lists", sorts, names.len()),
        others(&large, count),
    ]
}

/// Filters that no index serves: how long until the first rows, and until a question that is given
/// up has ended.
fn others(office: &Office, count: usize) -> Figure {
    let (mut ours, mut each) = (Vec::new(), Vec::new());
    for text in OTHERS {
        let read = office.call("filter_read", json!(text));
        let filter = json!({"filter": read["filter"], "asker": "bench"});
        let stopped = thread::scope(|scope| {
            let asking = scope.spawn(|| {
                let mut filter = filter.clone();
                filter["limit"] = json!(50);
                commands::call(&office.0, Source::Window, "Bench", "contact_list", filter)
            });
            thread::sleep(GIVEN_UP_AFTER);
            let begun = Instant::now();
            office.call("question_give_up", json!("bench"));
            let ended = asking.join().unwrap();
            (begun.elapsed().as_secs_f64(), ended.is_err())
        });
        let (seconds, rows) = office.page(filter);
        ours.push(stopped.0);
        each.push(format!(
            "\"{text}\": {rows} rows after {:.0} ms, {} {:.1} ms after it was given up",
            seconds * 1000.0,
            if stopped.1 { "ended" } else { "answered" },
            stopped.0 * 1000.0
        ));
    }
    let longest = ours.iter().copied().fold(0.0, f64::max);
    Figure {
        work: format!("{} other filters among {count} contacts, given up", OTHERS.len()),
        limit: "a person's patience".to_owned(),
        ours,
        others: Vec::new(),
        result: format!("ended after {:.0} ms", longest * 1000.0),
        must: format!("<= {:.0} ms", MOST_WITHOUT_A_SIGN * 1000.0),
        reached: longest <= MOST_WITHOUT_A_SIGN,
        remarks: vec![each.join("; ")],
    }
    .tell()
}
