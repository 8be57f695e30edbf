//! The door of an event with 5,000 guests: from the call to the JSON that the screen gets; and 500
//! badges beside Typst alone on the same source.

use std::time::{Duration, Instant};

use serde_json::json;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use warta::accreditation::GuestPhoto;
use warta::commands::{self, Door};
use warta::db::Source;
use warta::event_guest::{EventGuest, Place};
use warta::format::badges::{self, BadgePaper};
use warta::format::fold::fold;
use warta::paper::{self, BadgeOrder};
use warta::press_event::PressEvent;
use warta::workspace::{As, Workspace};

use crate::measure::{Bench, median, other_program, percentile, run, timed, warta};
use crate::people;
use crate::report::Figure;
use crate::scroll::Window;
use crate::start::Display;

const GUESTS: usize = 5_000;
const MOST_MILLISECONDS: f64 = 8.0;
/// Within so many frames after the answer the rows are painted.
const FRAMES: f64 = 2.0;
const BADGES: usize = 500;
const MOST_OF_LIMIT: f64 = 1.3;

/// A workspace with an event of so many guests; the event's id.
fn office(bench: &Bench, name: &str, guests: usize) -> (Workspace, i64) {
    let folder = bench.workspace(name);
    let workspace = Workspace::open(&folder, As::Owner, commands::searchables()).unwrap();
    let ctx = workspace.ctx("bench", Source::CommandLine);
    let event = workspace
        .db
        .write(&ctx, "event_save", true, |db| {
            let mut event = PressEvent {
                title: "Jumpa pers".to_owned(),
                language: "id".to_owned(),
                uid: "bench@example.id".to_owned(),
                begins_at: "2026-12-01T02:00:00.000Z".to_owned(),
                ends_at: "2026-12-01T04:00:00.000Z".to_owned(),
                zone: "Asia/Jakarta".to_owned(),
                venue: "Aula Contoh".to_owned(),
                ..PressEvent::default()
            };
            let id = db.insert(&mut event)?;
            for number in 0..guests {
                let name = people::name(number);
                db.insert(&mut EventGuest {
                    event_id: id,
                    name_key: fold(&name),
                    name,
                    outlet: people::outlet(number),
                    phone: people::phone(number),
                    category: "press".to_owned(),
                    place: Place::Invited,
                    rsvp: if number % 3 == 0 { "" } else { "yes" }.to_owned(),
                    ..EventGuest::default()
                })?;
            }
            Ok(id)
        })
        .unwrap();
    (workspace, event)
}

/// What people at the door type: two letters first, then more.
fn typed(guests: usize) -> Vec<String> {
    let mut all: Vec<String> =
        ["as", "si", "an", "a s", "zz", "harian", "081", "nur s"].map(str::to_owned).to_vec();
    for turn in 0..200 {
        let person = turn * 7_919 % guests;
        let name = people::name(person).to_lowercase();
        all.push(name.chars().take(2 + turn % 5).collect());
        if turn % 4 == 0 {
            all.push(people::outlet(person));
        }
    }
    all
}

pub fn check_in(bench: &Bench) -> Figure {
    let guests = bench.size(GUESTS);
    let (workspace, event) = office(bench, "checkin", guests);
    let workspace = std::sync::Arc::new(workspace);
    let mut rounds = Vec::new();
    let mut all = Vec::new();
    for round in 0..=bench.rounds {
        let mut times: Vec<f64> = typed(guests)
            .into_iter()
            .map(|text| {
                let args = json!({"event_id": event, "text": text});
                let (time, answer) = timed(|| {
                    let answer = commands::call(
                        &workspace,
                        Source::Window,
                        "bench",
                        "check_in_search",
                        args,
                    )
                    .unwrap();
                    serde_json::to_vec(&answer).unwrap()
                });
                assert!(answer.starts_with(b"{"));
                time
            })
            .collect();
        // The first round warms what is read.
        if round > 0 {
            all.extend(times.iter().copied());
            times.sort_by(f64::total_cmp);
            rounds.push(percentile(&times, 0.99));
        }
    }
    all.sort_by(f64::total_cmp);
    let p99 = percentile(&all, 0.99) * 1000.0;
    Figure {
        work: format!("check-in search among {guests} guests, p99 from call to JSON"),
        limit: "a person's eye".to_owned(),
        ours: rounds,
        others: Vec::new(),
        result: format!("{p99:.1} ms"),
        must: format!("<= {MOST_MILLISECONDS} ms"),
        reached: p99 <= MOST_MILLISECONDS,
        remarks: vec![format!("median {:.1} ms", median(&all) * 1000.0)],
    }
    .tell()
}

/// Types into the search field as a person would, and keeps for each text how long it took from the
/// letter to the frame that shows the rows, and which frame after the answer that was.
const TYPE: &str = r"
    const texts = arguments[0];
    window.__painted = null;
    const field = document.querySelector('input[name=checkin]');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const type = (text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    };
    const rows = () => [...document.querySelectorAll('[data-guest]')];
    const fetch = window.fetch;
    let answered = 0;
    window.fetch = async function (...args) {
        const answer = await fetch.apply(this, args);
        answered = performance.now();
        return answer;
    };
    (async () => {
        const took = [];
        for (const text of texts) {
            type('');
            while (rows().length > 0) await frame();
            await frame();
            answered = 0;
            const began = performance.now();
            type(text);
            let frames = 0;
            while (rows().length === 0) {
                await frame();
                if (answered > 0) frames += 1;
            }
            took.push([performance.now() - began, frames]);
        }
        window.fetch = fetch;
        window.__painted = took;
    })();";

/// None where the program was built without its window.
pub fn painted(bench: &Bench) -> Option<Figure> {
    if !cfg!(feature = "desktop") && other_program().is_none() {
        println!("\ncheckin-painted: not measured, built without the window");
        return None;
    }
    let guests = bench.size(GUESTS);
    let (workspace, event) = office(bench, "checkin-painted", guests);
    let folder = workspace.folder().to_owned();
    drop(workspace);
    for (key, value) in [("setup_done", "1"), ("language", "id")] {
        let setting = json!({"key": key, "value": value}).to_string();
        run(warta(&folder).args(["call", "setting_set", &setting]));
    }
    let texts: Vec<String> = (0..100)
        .map(|turn| people::name(turn * 7_919 % guests).to_lowercase().chars().take(3).collect())
        .collect();
    let (display, home) = (Display::open(), bench.path("checkin-home"));
    std::fs::create_dir_all(&home).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut rounds = Vec::new();
    let (mut frames, mut times) = (Vec::new(), Vec::new());
    runtime.block_on(async {
        let window = Window::open(&display, &folder, &home).await;
        let ready = "return !!document.querySelector('input[name=checkin]:not(:disabled)')";
        window.show(&format!("/events/{event}/checkin"), ready).await;
        for round in 0..=bench.rounds {
            window.driver.execute(TYPE, vec![json!(texts)]).await.unwrap();
            let began = Instant::now();
            let took: Vec<(f64, f64)> = loop {
                tokio::time::sleep(Duration::from_millis(100)).await;
                let took = window.driver.execute("return window.__painted", vec![]).await.unwrap();
                if !took.json().is_null() {
                    break serde_json::from_value(took.json().clone()).unwrap();
                }
                assert!(began.elapsed() < Duration::from_secs(60), "the rows are not painted");
            };
            // The first round warms what is read.
            if round > 0 {
                let mut round: Vec<f64> = took.iter().map(|(time, _)| *time).collect();
                round.sort_by(f64::total_cmp);
                rounds.push(percentile(&round, 0.99) / 1000.0);
                times.extend(round);
                frames.extend(took.iter().map(|(_, frames)| *frames));
            }
        }
        let _ = window.driver.quit().await;
    });
    frames.sort_by(f64::total_cmp);
    let p99 = percentile(&frames, 0.99);
    let figure = Figure {
        work: format!("check-in: rows painted after the answer, among {guests} guests"),
        limit: "a person's eye".to_owned(),
        ours: rounds,
        others: Vec::new(),
        result: format!("p99 in frame {p99:.0} after the answer"),
        must: format!("<= {FRAMES:.0} frames"),
        reached: p99 <= FRAMES,
        remarks: vec![format!(
            "times are from the letter to the frame that shows the rows, the p99 of each round; median {:.1} ms",
            median(&times)
        )],
    };
    Some(figure.tell())
}

pub fn badges(bench: &Bench) -> Figure {
    let count = bench.size(BADGES);
    let (workspace, event) = office(bench, "badges", count);
    let door = Door {
        workspace: &workspace,
        source: Source::CommandLine,
        actor: "bench".to_owned(),
        on_progress: None,
    };
    let guests: Vec<i64> = workspace
        .db
        .read(|db| db.rows("SELECT id FROM event_guests ORDER BY id", &[], |row| row.get(0)))
        .unwrap();
    for (number, guest) in (0_u32..).zip(guests) {
        let photo = bench.path(&format!("photo-{number}.jpg"));
        let shade = |x: u32, y: u32| {
            image::Rgb([
                u8::try_from((x * 7 + number * 13) % 256).unwrap(),
                u8::try_from((y * 5 + number * 29) % 256).unwrap(),
                u8::try_from((x * y + number) % 256).unwrap(),
            ])
        };
        image::RgbImage::from_fn(480, 600, shade).save(&photo).unwrap();
        let order = GuestPhoto {
            guest_id: guest,
            file_name: "foto.jpg".to_owned(),
            path: Some(photo),
            ..GuestPhoto::default()
        };
        commands::event_guest_photo(&door, order).unwrap();
    }
    let target = bench.path("badges.pdf");
    let order =
        || BadgeOrder { event_id: event, file: Some(target.clone()), ..BadgeOrder::default() };
    // Codes and small pictures are made once; library and fonts too.
    commands::event_badges(&door, order()).unwrap();
    let source = workspace
        .db
        .read(|db| paper::badges_of(db, workspace.folder(), &order()))
        .and_then(|all| badges::paper(&all, BadgePaper::A4))
        .unwrap();
    let bare = || {
        let document = typst::compile::<PagedDocument>(&source).output.unwrap();
        typst_pdf::pdf(&document, &PdfOptions::default()).unwrap()
    };
    bare();
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        typst::comemo::evict(0);
        ours.push(timed(|| commands::event_badges(&door, order()).unwrap()).0);
        typst::comemo::evict(0);
        others.push(timed(bare).0);
    }
    assert_eq!(std::fs::read(&target).unwrap().len(), bare().len(), "both write the same");
    let share = median(&ours) / median(&others);
    Figure {
        work: format!("{count} badges with QR and photo to PDF"),
        limit: String::new(),
        ours,
        others: vec![("typst::compile and typst_pdf on the same source".to_owned(), others)],
        result: format!("{share:.2} x"),
        must: format!("<= {MOST_OF_LIMIT} x"),
        reached: share <= MOST_OF_LIMIT,
        remarks: vec![
            "Warta reads guests and pictures, draws the QR codes, sets the sheets and writes the file to the disk".to_owned(),
        ],
    }
    .tell()
}
