//! The real window under WebDriver: each test its own workspace, home and driver.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use thirtyfour::prelude::*;

use crate::mail_server::free_ports;

const PATIENCE: Duration = Duration::from_secs(20);

/// An open window.
pub struct Window {
    /// The session.
    pub driver: WebDriver,
    _server: Driver,
}

/// tauri-driver in a process group of its own: killing it alone would orphan what it started.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", self.0.id())]).status();
        let _ = self.0.wait();
    }
}

/// The display of this test process. The shell ends Xvfb when the process ends, however it ends.
fn display() -> &'static str {
    static DISPLAY: OnceLock<(Child, String)> = OnceLock::new();
    let (_, name) = DISPLAY.get_or_init(|| {
        let script = "Xvfb -displayfd 3 -screen 0 1360x860x24 -nolisten tcp 3>&1 >/dev/null 2>&1 & server=$!; cat >/dev/null; kill $server";
        let mut shell = Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(shell.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb gave no display");
        (shell, format!(":{}", number.trim()))
    });
    name
}

impl Window {
    /// Opens the window on a workspace; `home` holds what else the app would write.
    pub async fn open(workspace: &Path, home: &Path) -> Self {
        std::fs::create_dir_all(home).unwrap();
        let [port, native_port] = free_ports();
        let driver = Command::new("tauri-driver")
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .env("DISPLAY", display())
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            .env("LANG", "en_US.UTF-8")
            .env("WARTA_PASSWORD", crate::mail_server::PASSWORD)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("LC_ALL")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("tauri-driver is installed (make test does it)");
        let server = Driver(driver);
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "wry").unwrap();
        let options = json!({"application": env!("CARGO_BIN_EXE_warta"), "args": ["--workspace", workspace.to_string_lossy()]});
        capabilities.set("tauri:options", options).unwrap();
        let started = Instant::now();
        let driver = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(cause) if started.elapsed() > PATIENCE => panic!("no window: {cause}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        driver.set_script_timeout(Duration::from_secs(60)).await.unwrap();
        Self { driver, _server: server }
    }

    /// Ends the session and the app.
    pub async fn close(self) {
        let _ = self.driver.quit().await;
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, args: Vec<Json>) -> Json {
        let answer = tokio::time::timeout(PATIENCE, self.driver.execute(script, args)).await;
        match answer.unwrap_or_else(|_| panic!("the page does not answer: {script}")) {
            Ok(answer) => answer.json().clone(),
            Err(cause) => panic!("{script}: {cause}"),
        }
    }

    /// Waits until `script` gives something true, and gives that.
    pub async fn wait(&self, what: &str, script: &str, args: Vec<Json>) -> Json {
        let started = Instant::now();
        loop {
            let found = self.run(script, args.clone()).await;
            let is_there = !(found.is_null()
                || found == json!(false)
                || found == json!("")
                || found == json!(0));
            if is_there {
                return found;
            }
            if started.elapsed() > PATIENCE {
                self.picture(Path::new("tests/artifacts/failed.png")).await;
                let text = self.text().await;
                panic!(
                    "waited in vain for {what}; on screen:\n{text}\nerrors: {}",
                    self.errors().await
                );
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// All text on screen.
    pub async fn text(&self) -> String {
        self.run("return document.body.innerText", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until a text is on screen.
    pub async fn sees(&self, text: &str) {
        let script =
            "return document.body.innerText.toLowerCase().includes(arguments[0].toLowerCase())";
        self.wait(&format!("the text {text:?}"), script, vec![json!(text)]).await;
    }

    /// Goes to a room by its address.
    pub async fn go(&self, path: &str) {
        self.run("location.hash = '#' + arguments[0]", vec![json!(path)]).await;
    }

    /// Clicks the control with this accessible name (its beginning suffices): a button, link,
    /// tab, option or menu item.
    pub async fn press(&self, name: &str) {
        let script = r"
            const wanted = arguments[0].toLowerCase();
            const nameOf = (element) => (element.getAttribute('aria-label') || element.innerText || element.value || '').trim().toLowerCase();
            const open = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]');
            const within = open.length ? [...open, document] : [document];
            for (const root of within) {
                const all = [...root.querySelectorAll('button, a, [role=button], [role=tab], [role=option], [role=menuitem], [role=checkbox], summary, label')]
                    .filter((element) => element.getClientRects().length && !element.disabled && element.getAttribute('aria-disabled') !== 'true');
                const found = all.find((element) => nameOf(element) === wanted) ?? all.find((element) => nameOf(element).startsWith(wanted));
                if (found) { found.scrollIntoView({ block: 'nearest' }); return found; }
            }
            return null;";
        let started = Instant::now();
        loop {
            let found = self.driver.execute(script, vec![json!(name)]).await.unwrap();
            if let Ok(element) = found.element()
                && element.click().await.is_ok()
            {
                return;
            }
            if started.elapsed() > PATIENCE {
                self.picture(Path::new("tests/artifacts/failed.png")).await;
                let names = self.run("return [...document.querySelectorAll('button, a, [role=tab], [role=option], [role=menuitem]')].map(e => (e.getAttribute('aria-label') || e.innerText).trim()).join(' | ')", vec![]).await;
                panic!("no control {name:?}; there are {names}\n{}", self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    async fn element(&self, css: &str) -> WebElement {
        let started = Instant::now();
        loop {
            if let Ok(element) = self.driver.find(By::Css(css)).await {
                return element;
            }
            if started.elapsed() > PATIENCE {
                self.picture(Path::new("tests/artifacts/failed.png")).await;
                panic!("no {css} on screen:\n{}", self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Clicks the element that a selector finds.
    pub async fn click(&self, css: &str) {
        self.element(css).await.click().await.unwrap();
    }

    /// Types into the field of this name, in the place of what is there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.element(&format!("[name='{name}']")).await;
        field.click().await.unwrap();
        field.send_keys(Key::Control + "a").await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Types into a field that offers choices, and takes the first one.
    pub async fn pick(&self, name: &str, text: &str) {
        self.fill(name, text).await;
        let offered = "return [...document.querySelectorAll('[role=option]')].some((option) => option.innerText.toLowerCase().includes(arguments[0].toLowerCase()))";
        self.wait(&format!("{text} to be offered"), offered, vec![json!(text)]).await;
        self.press(text).await;
    }

    /// Puts files into the first file input.
    pub async fn give_file(&self, path: &Path) {
        let path = std::fs::canonicalize(path).unwrap();
        self.wait(
            "a place for files",
            "return !!document.querySelector('input[type=file]')",
            vec![],
        )
        .await;
        let input = self.driver.find(By::Css("input[type=file]")).await.unwrap();
        input.send_keys(path.to_string_lossy().as_ref()).await.unwrap();
    }

    /// Saves a picture once the page has been painted.
    pub async fn picture(&self, path: &Path) {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).unwrap();
        }
        // WebDriver's own screenshots wait for a frame that a quiet page does not draw: the
        // display is photographed instead.
        let taken = Command::new("import")
            .args(["-display", display(), "-window", "root"])
            .arg(path)
            .status();
        if !taken.is_ok_and(|status| status.success()) {
            eprintln!("no picture of {}: is imagemagick installed?", path.display());
        }
    }

    /// What the console complained of.
    pub async fn errors(&self) -> String {
        let errors = self.run("return window.__errors ?? []", vec![]).await;
        errors
            .as_array()
            .map(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default()
    }

    /// What axe finds, no rule switched off.
    pub async fn axe(&self) -> String {
        let source = std::fs::read_to_string(axe_source())
            .expect("axe-core is a development dependency of ui/");
        self.run(&format!("{source}; return true"), vec![]).await;
        let script = r"
            const done = arguments[0];
            axe.run(document).then((result) => done(result.violations.map((violation) =>
                violation.id + ': ' + violation.help + ' @ ' + violation.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' ; '))), (cause) => done(['axe failed: ' + cause]));";
        let found = self.driver.execute_async(script, vec![]).await.unwrap();
        found
            .json()
            .as_array()
            .map(|lines| lines.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default()
    }
}

fn axe_source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js")
}
