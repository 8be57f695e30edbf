//! The real window scrolls through all contacts to the very last one: no row may stand there blank
//! for longer than a moment, and the memory of the page must not grow with the way.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use thirtyfour::prelude::*;

use crate::import;
use crate::measure::{Bench, median, other_program, run, warta};
use crate::report::Figure;
use crate::start::Display;

const MOST_BLANK_MILLISECONDS: f64 = 100.0;
/// Growth that is no growth: a tenth, or this.
const FLAT_MEGABYTES: f64 = 20.0;
const FLAT_SHARE: f64 = 0.10;
/// Times of wheel, fling and drag on the way to the last row.
const LAPS: usize = 20;
const WARM_UP: usize = 2;
/// Ways of which the earlier and the later ones are compared.
const FEWEST_WAYS: usize = 5;
/// Seconds after which memory that still moves is taken as it is.
const LONGEST_REST: usize = 25;
const LONGEST_WAY: Duration = Duration::from_secs(900);
const SCROLL: &str = include_str!("scroll.js");

/// `tauri-driver` in a group of its own, so that what it starts ends with it.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.0.wait();
    }
}

/// The program's window under WebDriver.
pub struct Window {
    pub driver: WebDriver,
    /// The process that holds the page.
    page: u32,
    _server: Driver,
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The web process among the descendants of `root`.
fn page_process(root: u32) -> Option<u32> {
    let (mut wanted, mut found) = (vec![root], None);
    let processes: Vec<(u32, u32, String)> = fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let about = fs::read_to_string(entry.path().join("stat")).ok()?;
            let (name, rest) =
                (about.split('(').nth(1)?.split(')').next()?, about.rsplit(')').next()?);
            Some((id, rest.split_whitespace().nth(1)?.parse().ok()?, name.to_owned()))
        })
        .collect();
    while let Some(parent) = wanted.pop() {
        for (id, above, name) in &processes {
            if *above == parent {
                wanted.push(*id);
                if name.starts_with("WebKitWebProc") {
                    found = Some(*id);
                }
            }
        }
    }
    found
}

impl Window {
    pub async fn open(display: &Display, workspace: &Path, home: &Path) -> Self {
        let (port, native) = (free_port(), free_port());
        let mut command = Command::new("tauri-driver");
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        display.set_up(&mut command, home);
        let server = Driver(
            command
                .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .process_group(0)
                .spawn()
                .expect("tauri-driver"),
        );
        let program = other_program().unwrap_or(env!("CARGO_BIN_EXE_warta").into());
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "wry").unwrap();
        let options =
            json!({"application": program, "args": ["--workspace", workspace.to_string_lossy()]});
        capabilities.set("tauri:options", options).unwrap();
        let began = Instant::now();
        let driver = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(cause) if began.elapsed() > Duration::from_secs(60) => {
                    panic!("no window: {cause}")
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let page = page_process(server.0.id()).expect("a web process");
        Self { driver, page, _server: server }
    }

    pub async fn show(&self, path: &str, until: &str) {
        self.driver.execute("location.hash = '#' + arguments[0]", vec![json!(path)]).await.unwrap();
        let began = Instant::now();
        while !self.driver.execute(until, vec![]).await.unwrap().json().as_bool().unwrap_or(false) {
            assert!(began.elapsed() < Duration::from_secs(120), "{path} does not come");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Megabytes of the page's process, once it is at rest: the engine collects what is no longer
    /// used when it has time.
    async fn memory(&self) -> f64 {
        let mut lately = vec![self.memory_now()];
        for _ in 0..LONGEST_REST {
            tokio::time::sleep(Duration::from_secs(1)).await;
            lately.push(self.memory_now());
            let last = &lately[lately.len().saturating_sub(6)..];
            let (low, high) = last.iter().fold((f64::MAX, 0.0_f64), |(low, high), value| {
                (low.min(*value), high.max(*value))
            });
            if last.len() == 6 && high - low < 1.0 {
                break;
            }
        }
        lately[lately.len() - 1]
    }

    fn memory_now(&self) -> f64 {
        let about = fs::read_to_string(format!("/proc/{}/status", self.page)).unwrap();
        let line = about.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() / 1024.0
    }

    async fn scroll(&self, laps: usize) -> Json {
        self.driver.execute(SCROLL, vec![json!(laps)]).await.unwrap();
        let began = Instant::now();
        let answer = loop {
            // Asked seldom: the question itself costs the page a frame.
            tokio::time::sleep(Duration::from_secs(1)).await;
            let answer = self.driver.execute("return window.__scrolled", vec![]).await.unwrap();
            if !answer.json().is_null() {
                break answer.json().clone();
            }
            assert!(began.elapsed() < LONGEST_WAY, "the page does not come to the last row");
        };
        assert!(answer["error"].is_null(), "{answer}");
        answer
    }
}

/// None where the program was built without its window.
pub fn figure(bench: &mut Bench) -> Option<Figure> {
    if !cfg!(feature = "desktop") && other_program().is_none() {
        println!("\nscroll: not measured, built without the window");
        return None;
    }
    let count = bench.size(1_000_000);
    let folder = import::million(bench);
    for (key, value) in [("setup_done", "1"), ("language", "en")] {
        let setting = json!({"key": key, "value": value}).to_string();
        run(warta(&folder).args(["call", "setting_set", &setting]));
    }
    let (display, home) = (Display::open(), bench.path("scroll-home"));
    fs::create_dir_all(&home).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let (ways, memory) = runtime.block_on(async {
        let window = Window::open(&display, &folder, &home).await;
        window.show("/contacts", "return !!document.querySelector('.row[data-id]') && Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) > 19").await;
        // What the engine compiles and sets aside once is there before the first look.
        window.scroll(WARM_UP).await;
        let (mut ways, mut memory) = (Vec::new(), vec![window.memory().await]);
        for _ in 0..bench.rounds.max(FEWEST_WAYS) {
            ways.push(window.scroll(LAPS).await);
            memory.push(window.memory().await);
        }
        let _ = window.driver.quit().await;
        (ways, memory)
    });
    Some(judged(count, &ways, &memory).tell())
}

/// Megabytes by which the page's memory has grown from the first look to the last, by the median of
/// the growth between any two looks: what the engine has not collected yet at one of them, or has
/// just collected, neither makes a leak nor hides one.
fn grown(memory: &[f64]) -> f64 {
    let mut slopes = Vec::new();
    for (at, early) in memory.iter().enumerate() {
        for (ways, late) in memory.iter().skip(at).enumerate().skip(1) {
            slopes.push((late - early) / ways as f64);
        }
    }
    median(&slopes) * memory.len().saturating_sub(1) as f64
}

fn judged(count: usize, ways: &[Json], memory: &[f64]) -> Figure {
    let each =
        |key: &str| -> Vec<f64> { ways.iter().filter_map(|way| way[key].as_f64()).collect() };
    let worst = |key: &str| each(key).into_iter().fold(0.0, f64::max);
    let longest = worst("longest_blank_row");
    let (held, grown) = (median(memory), grown(memory));
    let flat = grown <= (held * FLAT_SHARE).max(FLAT_MEGABYTES);
    let arrived = ways.iter().all(|way| way["last_reached"] == true);
    let seconds: Vec<f64> = each("longest_blank_row").iter().map(|time| time / 1000.0).collect();
    let remarks = vec![
        format!(
            "times are the longest that one row stood blank; any row at all: at most {:.0} ms",
            worst("longest_blank_screen")
        ),
        format!(
            "frames a second {:.1?}, slow frames (p99) in ms {:.0?}, frames with a blank row {:?} of {:?}",
            each("frames_a_second"),
            each("slow_frame"),
            each("blank_frames"),
            each("frames")
        ),
        format!("memory of the page in MB, before and after each way: {memory:.0?}"),
        format!(
            "the last of {} rows was reached: {arrived}",
            ways.last().map_or(0, |way| way["total"].as_u64().unwrap_or(0))
        ),
    ];
    Figure {
        work: format!(
            "scroll through {count} contacts to the last one, {LAPS} times wheel, fling and drag"
        ),
        limit: "60 frames a second".to_owned(),
        ours: seconds,
        others: Vec::new(),
        result: format!("{longest:.0} ms blank, {held:.0} MB, grown by {grown:.0} MB on the way"),
        must: format!("<= {MOST_BLANK_MILLISECONDS} ms, memory flat (10 % or 20 MB)"),
        reached: longest <= MOST_BLANK_MILLISECONDS && flat && arrived,
        remarks,
    }
}
