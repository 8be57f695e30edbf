//! Stopwatch, sizes, and the program under measurement.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What all rows share.
pub struct Bench {
    scale: f64,
    /// How often each side is measured.
    pub rounds: usize,
    folder: TempDir,
    /// A workspace with all contacts imported, once there is one.
    pub media_list: Option<PathBuf>,
    /// One with a million of them.
    pub million: Option<PathBuf>,
}

impl Bench {
    pub fn new() -> Self {
        let number = |name: &str, usual: f64| {
            std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
        };
        // Beside the build, so that commits reach a real disk and not a folder in memory.
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        Self {
            scale: number("WARTA_BENCH_SCALE", 1.0),
            rounds: number("WARTA_BENCH_ROUNDS", 5.0) as usize,
            folder,
            media_list: None,
            million: None,
        }
    }

    pub fn is_full(&self) -> bool {
        self.scale >= 1.0
    }

    /// A size of the table, made smaller by the scale.
    pub fn size(&self, full: usize) -> usize {
        ((full as f64 * self.scale) as usize).max(20)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An empty workspace; one of the same name is removed.
    pub fn workspace(&self, name: &str) -> PathBuf {
        let folder = self.path(name);
        let _ = fs::remove_dir_all(&folder);
        run(warta(&folder).args(["init", "--language", "en"]));
        folder
    }

    /// Machine, size and build, as the table names them.
    pub fn conditions(&self) -> String {
        let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = about
            .lines()
            .find_map(|line| line.strip_prefix("model name"))
            .map_or("unknown processor", |line| line.trim_start_matches(['\t', ' ', ':']));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().unwrap_or("?").to_owned();
        let date = warta::clock::now().format("%Y-%m-%d");
        let sqlite = rusqlite::version();
        format!(
            "{date}, {model}, {cores} cores, load {load} at the start, SQLite {sqlite}, scale {}, {} rounds",
            self.scale, self.rounds
        )
    }
}

/// A program built elsewhere, such as one with the window beside a bench without it.
pub fn other_program() -> Option<PathBuf> {
    std::env::var_os("WARTA_BENCH_PROGRAM").map(PathBuf::from)
}

/// The program, speaking of this workspace.
pub fn warta(workspace: &Path) -> Command {
    let mut command = Command::new(other_program().unwrap_or(env!("CARGO_BIN_EXE_warta").into()));
    command
        .arg("--workspace")
        .arg(workspace)
        .env("WARTA_PASSWORD", "")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// What the program printed; it must succeed.
pub fn run(command: &mut Command) -> String {
    let output = command.stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let result = work();
    (began.elapsed().as_secs_f64(), result)
}

/// Seconds and peak memory in MB of a program that must succeed.
pub fn watched(command: &mut Command) -> (f64, f64) {
    let began = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kb = 0.0;
    loop {
        if let Some(ended) = child.try_wait().unwrap() {
            let seconds = began.elapsed().as_secs_f64();
            assert!(ended.success(), "{command:?} failed");
            return (seconds, peak_kb / 1024.0);
        }
        // The mark never falls, so the last reading is the highest up to a few milliseconds.
        let about = fs::read_to_string(&status).unwrap_or_default();
        if let Some(line) = about.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
            peak_kb = line.trim().trim_end_matches(" kB").trim().parse().unwrap_or(peak_kb);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The value that `part` (0 to 1) of all values do not exceed.
pub fn percentile(sorted: &[f64], part: f64) -> f64 {
    let place = (sorted.len() as f64 * part).ceil() as usize;
    sorted[place.clamp(1, sorted.len()) - 1]
}
