//! Offices for tests: each its own workspace in a temporary folder, and the real binary at work
//! in it.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value as Json;
use tempfile::TempDir;
use warta::commands;
use warta::workspace::{As, Workspace};

/// An office with a workspace of its own, gone at the end of the test.
pub struct Office {
    folder: TempDir,
}

/// What a call of the binary gave back.
#[derive(Debug)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Answer {
    /// The one JSON value on standard output.
    #[track_caller]
    pub fn json(&self) -> Json {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|cause| {
            panic!("standard output is not one JSON value ({cause}): {self:?}")
        })
    }

    /// The JSON values on standard output, one a line.
    #[track_caller]
    pub fn json_lines(&self) -> Vec<Json> {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
            .lines()
            .map(|line| {
                serde_json::from_str(line)
                    .unwrap_or_else(|cause| panic!("not JSON ({cause}): {line}"))
            })
            .collect()
    }

    /// Checks that the call failed with exit code 1, said `words` and printed no result.
    #[track_caller]
    pub fn failed_with(&self, words: &str) {
        assert_eq!(self.code, 1, "{self:?}");
        assert_eq!(self.out, "", "a failure prints no result: {self:?}");
        assert!(self.err.contains(words), "{words:?} is not in {self:?}");
    }
}

impl Office {
    /// An empty folder, no workspace in it yet.
    pub fn without_workspace() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// An empty English workspace.
    pub fn new() -> Self {
        let office = Self::without_workspace();
        let answer = office.warta(&["--language", "en", "init"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        office
    }

    /// An English workspace with two outlets, a few contacts and a recipient list.
    pub fn with_contacts() -> Self {
        let office = Self::new();
        for (name, email, phone, outlet) in CONTACTS {
            let mut reaches = Vec::new();
            if !email.is_empty() {
                reaches.push(serde_json::json!({"kind": "email", "value": email}));
            }
            if !phone.is_empty() {
                reaches.push(serde_json::json!({"kind": "whatsapp", "value": phone}));
            }
            let patch = serde_json::json!({
                "patch": {"set": {"name": name, "city": "Depok"}},
                "reaches": reaches,
                "affiliations": [{"organisation": outlet, "position": "Reporter"}],
            });
            office.json(&["call", "contact_save", &patch.to_string()]);
        }
        office.json(&["list", "new", "Pers Kota"]);
        office.json(&[
            "list",
            "add",
            "Pers Kota",
            "siti@example.id",
            "budi@example.id",
            "+62 000 1111 2222",
        ]);
        office
    }

    /// The workspace's folder.
    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    /// A file beside the workspace.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the workspace; its path as an argument.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.file(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Calls the binary on this workspace.
    pub fn warta(&self, args: &[&str]) -> Answer {
        self.warta_in(&self.workspace(), args)
    }

    /// Calls the binary with a text on standard input.
    pub fn warta_with_input(&self, args: &[&str], text: &str) -> Answer {
        run(self.command().arg("--workspace").arg(self.workspace()).args(args).write_stdin(text))
    }

    /// Calls the binary on another folder.
    pub fn warta_in(&self, workspace: &Path, args: &[&str]) -> Answer {
        run(self.command().arg("--workspace").arg(workspace).args(args))
    }

    /// Calls the binary with `--json` and reads its one value.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Json {
        let all: Vec<&str> = ["--json"].into_iter().chain(args.iter().copied()).collect();
        self.warta(&all).json()
    }

    /// The bare binary, in a home of its own, without a display.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
        command
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.folder.path());
        for name in
            ["DISPLAY", "WAYLAND_DISPLAY", "WARTA_PASSWORD", "LC_ALL", "LANGUAGE", "LC_MESSAGES"]
        {
            command.env_remove(name);
        }
        command.env("LANG", "en_US.UTF-8");
        command
    }

    /// Opens the workspace in this process, as the window would.
    pub fn open(&self) -> Workspace {
        Workspace::open(&self.workspace(), As::Owner, commands::searchables()).unwrap()
    }
}

/// Made-up people: name, email, WhatsApp, outlet.
pub const CONTACTS: &[(&str, &str, &str, &str)] = &[
    ("Siti Rahma", "siti@example.id", "+62 000 1111 0001", "Harian Contoh"),
    ("Budi Santoso", "budi@example.id", "", "Harian Contoh"),
    ("Wayan Tanpa Surel", "", "+62 000 1111 2222", "Radio Contoh"),
    ("Dewi Lestari", "dewi@example.com", "", "Radio Contoh"),
];

/// Runs a prepared call to its end.
pub fn run(command: &mut Command) -> Answer {
    let output = command.output().unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
