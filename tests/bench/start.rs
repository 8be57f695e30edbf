//! From the start of the program to the first row on screen, beside the same program with an
//! empty page.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::import;
use crate::measure::{Bench, median, other_program, run, timed, warta};
use crate::report::Figure;

const MOST_TIMES: f64 = 1.5;
const FEWEST_STARTS: usize = 11;

/// A display of its own, which ends with the bench.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    pub fn open() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1360x860x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb gave no display");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// What a window needs to open here and nowhere else.
    pub fn set_up(&self, command: &mut Command, home: &Path) {
        command
            .env("DISPLAY", &self.name)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            .env("LANG", "en_US.UTF-8")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("LC_ALL")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
    }

    /// Seconds until the page says that it is painted.
    fn start(&self, workspace: &Path, home: &Path, page: &str) -> f64 {
        std::fs::create_dir_all(home).unwrap();
        let mut command = warta(workspace);
        self.set_up(&mut command, home);
        command.env("WARTA_BENCH", page).stdout(Stdio::piped());
        let (seconds, mut child) = timed(|| {
            let mut child = command.spawn().unwrap();
            let mut said = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
            assert_eq!(said.trim(), "painted", "the window of {page} ended without a page");
            child
        });
        let _ = child.wait();
        seconds
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// None where the program was built without its window.
pub fn figure(bench: &mut Bench) -> Option<Figure> {
    if !cfg!(feature = "desktop") && other_program().is_none() {
        println!("\nstart to the first row: not measured, built without the window");
        return None;
    }
    let folder = import::media_list(bench);
    let count = bench.size(100_000);
    let past_first_start = r#"{"key": "setup_done", "value": "1"}"#;
    run(warta(&folder).args(["call", "setting_set", past_first_start]));
    let display = Display::open();
    let home = bench.path("home");
    // The first start of a day writes the daily backup.
    display.start(&folder, &home, "contacts");
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds.max(FEWEST_STARTS) {
        ours.push(display.start(&folder, &home, "contacts"));
        empty.push(display.start(&folder, &home, "empty"));
    }
    let times = median(&ours) / median(&empty);
    let figure = Figure {
        work: format!("start to the first row on screen with {count} contacts"),
        limit: String::new(),
        ours,
        others: vec![("the same program with an empty page".to_owned(), empty)],
        result: format!("{times:.2} x"),
        must: format!("<= {MOST_TIMES} x"),
        reached: times <= MOST_TIMES,
        remarks: Vec::new(),
    };
    Some(figure.tell())
}
