//! A month of the calendar with thousands of items in the real window, in turns with an empty one:
//! from the step to it until it is painted.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::measure::{Bench, median, other_program, run, warta};
use crate::report::Figure;
use crate::scroll::Window;
use crate::start::Display;

const MOST_MORE_MILLISECONDS: f64 = 100.0;
const WARM_UP: usize = 2;
/// Turns of both months.
const TURNS: usize = 15;
const FULL: (&str, &str) = ("/calendar?view=month&day=2027-03-10", "March 2027");
const EMPTY: (&str, &str) = ("/calendar?view=month&day=2029-03-10", "March 2029");

/// Steps to a month and keeps how long it took until its items, or none, were painted.
const STEP: &str = r"
    const [path, title, full] = arguments;
    window.__month = null;
    const began = performance.now();
    location.hash = '#' + path;
    const look = () => {
        const shown = document.querySelector('[data-testid=calendar-title]')?.textContent.trim();
        const items = document.querySelectorAll('[data-item]').length;
        const more = document.querySelectorAll('[data-item^=more-]').length;
        if (shown === title && (full ? more > 0 && items > more : items === 0))
            requestAnimationFrame(() => requestAnimationFrame(() => { window.__month = performance.now() - began; }));
        else requestAnimationFrame(look);
    };
    look();";

async fn step(window: &Window, (path, title): (&str, &str), full: bool) -> f64 {
    window.driver.execute(STEP, vec![json!(path), json!(title), json!(full)]).await.unwrap();
    let began = Instant::now();
    loop {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let took = window.driver.execute("return window.__month", vec![]).await.unwrap();
        if let Some(took) = took.json().as_f64() {
            return took;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{title} is not painted");
    }
}

/// None where the program was built without its window.
pub fn figure(bench: &Bench) -> Option<Figure> {
    if !cfg!(feature = "desktop") && other_program().is_none() {
        println!("\ncalendar: not measured, built without the window");
        return None;
    }
    let count = bench.size(5_000);
    let folder = bench.workspace("calendar");
    for (key, value) in [("setup_done", "1"), ("language", "en")] {
        let setting = json!({"key": key, "value": value}).to_string();
        run(warta(&folder).args(["call", "setting_set", &setting]));
    }
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for at in 0..count {
        let (day, hour, minute) = (1 + at % 31, 1 + (at / 31) % 9, (at * 7) % 60);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{at}@example.com\r\nDTSTART:202703{day:02}T{hour:02}{minute:02}00Z\r\nDURATION:PT1H\r\nSUMMARY:Rapat koordinasi nomor {at}\r\nLOCATION:Aula {}\r\nEND:VEVENT\r\n",
            at % 12
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    let file = bench.path("calendar.ics");
    fs::write(&file, text).unwrap();
    run(warta(&folder).args(["calendar", "import"]).arg(&file));
    let (display, home) = (Display::open(), bench.path("calendar-home"));
    fs::create_dir_all(&home).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let (mut full, mut empty) = (Vec::new(), Vec::new());
    runtime.block_on(async {
        let window = Window::open(&display, &folder, &home).await;
        window
            .show(EMPTY.0, "return !!document.querySelector('[data-testid=calendar-grid] .ec')")
            .await;
        for turn in 0..WARM_UP + TURNS {
            let (one, other) = (step(&window, FULL, true).await, step(&window, EMPTY, false).await);
            if turn >= WARM_UP {
                full.push(one / 1000.0);
                empty.push(other / 1000.0);
            }
        }
        let _ = window.driver.quit().await;
    });
    let more = (median(&full) - median(&empty)) * 1000.0;
    let figure = Figure {
        work: format!("calendar: step to a month with {count} items, in the window"),
        limit: "an empty month, alternating".to_owned(),
        ours: full,
        others: vec![("empty month".to_owned(), empty)],
        result: format!("{more:.0} ms more"),
        must: format!("<= {MOST_MORE_MILLISECONDS:.0} ms more"),
        reached: more <= MOST_MORE_MILLISECONDS,
        remarks: Vec::new(),
    };
    Some(figure.tell())
}
