//! The real window under WebDriver: each test its own workspace, home and driver.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use thirtyfour::prelude::*;

use crate::mail_server::free_ports;
use crate::office::Office;

/// Only a failing test waits this long; busy machines are slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open window.
pub struct Window {
    /// The session.
    pub driver: WebDriver,
    desk: Desk,
}

/// A display with tauri-driver and the app on it, all in one process group under a small shell.
/// The shell ends them when its pipe is closed: by `drop`, by a panic, or because this process is
/// gone, however it went.
struct Desk {
    shell: Child,
    display: String,
}

/// Scrolls an element to where it can be clicked.
const BRING: &str =
    "arguments[0].scrollIntoView({ block: arguments[1], inline: 'nearest', behavior: 'instant' })";
/// What a click at the middle of an element would meet, for the message of a click that failed.
const COVER: &str = r"
    const element = document.querySelector(arguments[0]);
    if (!element) return 'nothing: it is gone';
    const place = element.getBoundingClientRect();
    const met = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
    return `${met?.outerHTML.slice(0, 200)}, its place ${JSON.stringify(place)}, the window ${innerWidth} x ${innerHeight}`;";

const DESK: &str = r#"
# Whoever asked may be gone before the answer: that must not end this shell.
trap : PIPE
exec 3<&0 </dev/null
exec 4< <(exec Xvfb -displayfd 1 -screen 0 1360x860x24 -nolisten tcp 2>/dev/null 3<&-)
read -r number <&4
DISPLAY=:$number tauri-driver --port "$1" --native-port "$2" >/dev/null 2>&1 3<&- 4<&- &
echo ":$number"
exec >/dev/null
cat <&3
trap '' TERM
kill -TERM 0
wait
kill -KILL 0
"#;

impl Desk {
    fn start(port: u16, native_port: u16, home: &Path, variables: &[(&str, &str)]) -> Self {
        let mut shell = Command::new("bash")
            .args(["-c", DESK, "desk", &port.to_string(), &native_port.to_string()])
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            .env("LANG", "en_US.UTF-8")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            // No session bus: none may be started behind our back, and no keychain is asked.
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WARTA_PASSWORD")
            .env_remove("LC_ALL")
            .env_remove("WAYLAND_DISPLAY")
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("bash is installed");
        let mut display = String::new();
        BufReader::new(shell.stdout.take().unwrap()).read_line(&mut display).unwrap();
        let display = display.trim().to_owned();
        assert!(display.len() > 1, "Xvfb gave no display");
        Self { shell, display }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

impl Window {
    /// Opens the window on a workspace; `home` holds what else the app would write.
    pub async fn open(workspace: &Path, home: &Path) -> Self {
        Self::open_with(workspace, home, &[]).await
    }

    /// The same with more environment variables.
    pub async fn open_with(workspace: &Path, home: &Path, variables: &[(&str, &str)]) -> Self {
        std::fs::create_dir_all(home).unwrap();
        let [port, native_port] = free_ports();
        let desk = Desk::start(port, native_port, home, variables);
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
        Self { driver, desk }
    }

    /// Ends the session and the app.
    pub async fn close(self) {
        let _ = self.driver.quit().await;
    }

    /// The group in which the display, the driver and the app run.
    pub fn group(&self) -> u32 {
        self.desk.shell.id()
    }

    /// Makes the window this large, as if its border were drawn.
    pub async fn resize(&self, width: u32, height: u32) {
        self.driver.set_window_rect(0, 0, width, height).await.unwrap();
        let sized = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        self.wait("the window's new size", sized, vec![json!(width), json!(height)]).await;
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
                self.picture(&failed()).await;
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
                if (found) { found.scrollIntoView({ block: arguments[1], behavior: 'instant' }); return found; }
            }
            return null;";
        let started = Instant::now();
        let mut refused = String::new();
        loop {
            // At the edge of what scrolls, the driver may take an element for hidden.
            let block = if refused.is_empty() { "nearest" } else { "center" };
            let found = self.driver.execute(script, vec![json!(name), json!(block)]).await.unwrap();
            if let Ok(element) = found.element() {
                match element.click().await {
                    Ok(()) => return,
                    Err(cause) => refused = cause.to_string(),
                }
            }
            if started.elapsed() > PATIENCE {
                self.picture(&failed()).await;
                let names = self.run("return [...document.querySelectorAll('button, a, [role=tab], [role=option], [role=menuitem]')].map(e => (e.getAttribute('aria-label') || e.innerText).trim()).join(' | ')", vec![]).await;
                panic!("no control {name:?} {refused}; there are {names}\n{}", self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// The first element that a selector finds, once it is there.
    pub async fn element(&self, css: &str) -> WebElement {
        let started = Instant::now();
        loop {
            if let Ok(element) = self.driver.find(By::Css(css)).await {
                return element;
            }
            if started.elapsed() > PATIENCE {
                self.picture(&failed()).await;
                panic!("no {css} on screen:\n{}", self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Clicks the element that a selector finds.
    pub async fn click(&self, css: &str) {
        let started = Instant::now();
        let mut block = "nearest";
        // The page may draw the element anew between finding and clicking it.
        loop {
            let element = self.element(css).await;
            let clicked = async {
                self.driver.execute(BRING, vec![element.to_json()?, json!(block)]).await?;
                element.click().await
            };
            let Err(cause) = clicked.await else { return };
            // At the edge of what scrolls, or below what stays in place there, the driver takes an
            // element for hidden.
            block = "center";
            if started.elapsed() > PATIENCE {
                self.picture(&failed()).await;
                let there = self.run(COVER, vec![json!(css)]).await;
                panic!("{css} cannot be clicked: {cause}; at its middle is {there}");
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Types into the field of this name, in the place of what is there.
    pub async fn fill(&self, name: &str, text: &str) {
        let css = format!("[name='{name}']");
        let started = Instant::now();
        // What is above the field may come or go between looking and typing.
        loop {
            let field = self.element(&css).await;
            let typed = async {
                // WebDriver is content with a field of which a corner shows, and clicks its middle.
                self.driver.execute(BRING, vec![field.to_json()?, json!("center")]).await?;
                field.click().await?;
                field.send_keys(Key::Control + "a").await?;
                field.send_keys(text).await
            };
            match typed.await {
                Ok(()) => return,
                Err(cause) if started.elapsed() > PATIENCE => {
                    self.picture(&failed()).await;
                    panic!("{name} takes no text: {cause}");
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    /// Types into a field that offers choices, and takes the first one.
    pub async fn pick(&self, name: &str, text: &str) {
        self.fill(name, text).await;
        let offered = "return [...document.querySelectorAll('[role=option]')].some((option) => option.innerText.toLowerCase().includes(arguments[0].toLowerCase()))";
        self.wait(&format!("{text} to be offered"), offered, vec![json!(text)]).await;
        self.press(text).await;
    }

    /// Puts a file into the first file input.
    pub async fn give_file(&self, path: &Path) {
        self.give_file_to("input[type=file]", path).await;
    }

    /// Puts a file into the file input that a selector finds.
    pub async fn give_file_to(&self, css: &str, path: &Path) {
        let path = std::fs::canonicalize(path).unwrap();
        let input = self.element(css).await;
        input.send_keys(path.to_string_lossy().as_ref()).await.unwrap();
    }

    /// Drops files onto the element that a selector finds, as a file manager would.
    pub async fn drop_files(&self, css: &str, files: &[(&str, &str)]) {
        self.element(css).await;
        let script = r"
            const target = document.querySelector(arguments[0]);
            const transfer = new DataTransfer();
            for (const [name, text] of arguments[1]) transfer.items.add(new File([text], name));
            for (const type of ['dragenter', 'dragover', 'drop'])
                target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));";
        self.run(script, vec![json!(css), json!(files)]).await;
    }

    /// Drops a folder with a Maildir's messages onto what a selector finds. A page cannot make such a
    /// thing: its entries are played as the engine gives them for a real one.
    pub async fn drop_folder(&self, css: &str, name: &str, files: &[(&str, &str)]) {
        self.element(css).await;
        let script = r"
            const target = document.querySelector(arguments[0]);
            const fileEntry = ([path, text]) => {
                const name = path.split('/').at(-1);
                return { isFile: true, isDirectory: false, name, file: (give) => give(new File([text], name)) };
            };
            const folder = (name, files) => {
                const here = files.filter(([path]) => !path.includes('/')).map(fileEntry);
                const below = [...new Set(files.filter(([path]) => path.includes('/')).map(([path]) => path.split('/')[0]))]
                    .map((first) => folder(first, files.filter(([path]) => path.startsWith(first + '/')).map(([path, text]) => [path.slice(first.length + 1), text])));
                return { isFile: false, isDirectory: true, name, createReader: () => {
                    // As engines do: a hundred at a time, until none is left.
                    let left = [...below, ...here];
                    return { readEntries: (give) => give(left.splice(0, 100)) };
                } };
            };
            const root = folder(arguments[1], arguments[2]);
            const transfer = { types: ['Files'], files: [new File([''], arguments[1])], items: [{ kind: 'file', webkitGetAsEntry: () => root, getAsFile: () => null }] };
            for (const type of ['dragenter', 'dragover', 'drop']) {
                const event = new DragEvent(type, { bubbles: true, cancelable: true });
                Object.defineProperty(event, 'dataTransfer', { value: transfer });
                target.dispatchEvent(event);
            }";
        self.run(script, vec![json!(css), json!(name), json!(files)]).await;
    }

    /// Chooses in a field with choices, by the value.
    pub async fn choose(&self, name: &str, value: &str) {
        self.element(&format!("select[name='{name}']")).await;
        let script = r"
            const field = document.querySelector(`select[name='${arguments[0]}']`);
            field.focus();
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return field.value;";
        let chosen = self.run(script, vec![json!(name), json!(value)]).await;
        assert_eq!(chosen, json!(value), "{name} offers no such choice");
    }

    /// Types keys where the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        let mut chain =
            self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let mut held = Vec::new();
        for key in keys.into().as_vec() {
            chain = chain.key_down(key);
            if [Key::Control, Key::Shift, Key::Alt]
                .iter()
                .any(|held| char::from(held.clone()) == key)
            {
                held.push(key);
            } else {
                chain = chain.key_up(key);
            }
        }
        for key in held {
            chain = chain.key_up(key);
        }
        chain.perform().await.unwrap();
    }

    /// Goes with the Tab key until the focus is on what a selector finds.
    pub async fn tab_to(&self, css: &str) {
        self.element(css).await;
        let arrived = "return document.activeElement?.matches(arguments[0]) ?? false";
        for _ in 0..150 {
            if self.run(arrived, vec![json!(css)]).await == json!(true) {
                return;
            }
            self.keys(Key::Tab).await;
        }
        self.picture(&failed()).await;
        panic!("no Tab leads to {css}");
    }

    /// Runs an action or opens a record by the command palette, with keys alone.
    pub async fn by_palette(&self, words: &str) {
        self.keys(Key::Control + "k").await;
        let asked = "return document.activeElement?.closest('.palette') !== null";
        self.wait("the palette", asked, vec![]).await;
        self.keys(words).await;
        let offered = "return 1 + [...document.querySelectorAll('.palette [role=option]')].findIndex((option) => option.innerText.toLowerCase().startsWith(arguments[0].toLowerCase()))";
        let place = self
            .wait(&format!("the palette to offer {words:?}"), offered, vec![json!(words)])
            .await
            .as_u64()
            .unwrap();
        for _ in 1..place {
            self.keys(Key::Down).await;
        }
        self.keys(Key::Enter).await;
        self.gone(".palette").await;
    }

    /// Waits until the focus is on what a selector finds.
    pub async fn focus_on(&self, css: &str) {
        let arrived = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.wait(&format!("the focus on {css}"), arrived, vec![json!(css)]).await;
    }

    /// Waits until the address begins so.
    pub async fn at(&self, path: &str) {
        let arrived = "return location.hash.startsWith('#' + arguments[0])";
        self.wait(&format!("the room {path}"), arrived, vec![json!(path)]).await;
    }

    /// Waits until the element that a selector finds holds this text.
    pub async fn sees_in(&self, css: &str, text: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].some((element) => element.innerText.toLowerCase().includes(arguments[1].toLowerCase()))";
        self.wait(&format!("the text {text:?} in {css}"), script, vec![json!(css), json!(text)])
            .await;
    }

    /// Waits until no element fits a selector any more.
    pub async fn gone(&self, css: &str) {
        let script = "return !document.querySelector(arguments[0])";
        self.wait(&format!("{css} to go"), script, vec![json!(css)]).await;
    }

    /// Checks that the console is clean, then ends the session and the app.
    pub async fn close_clean(self) {
        let errors = self.errors().await;
        assert_eq!(errors, "", "the console complained");
        self.close().await;
    }

    /// Keeps a picture of this moment where `WARTA_MOMENTS` names a folder.
    pub async fn moment(&self, name: &str) {
        if let Some(folder) = std::env::var_os("WARTA_MOMENTS") {
            self.picture(&PathBuf::from(folder).join(format!("{name}.png"))).await;
        }
    }

    /// Saves a picture once the page has been painted.
    pub async fn picture(&self, path: &Path) {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).unwrap();
        }
        // WebDriver's own screenshots wait for a frame that a quiet page does not draw: the
        // display is photographed instead.
        let taken = Command::new("import")
            .args(["-display", &self.desk.display, "-window", "root"])
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
            .map(|errors| {
                errors
                    .iter()
                    .map(ToString::to_string)
                    // Not an error: on a busy machine the engine tells an observer a frame later.
                    .filter(|error| !error.contains("ResizeObserver loop completed"))
                    .collect::<Vec<_>>()
                    .join("\n")
            })
            .unwrap_or_default()
    }

    /// What sticks out of the window or of its own button.
    pub async fn overflow(&self) -> String {
        let script = r"
            const clipped = (element) => {
                for (let up = element.parentElement; up; up = up.parentElement)
                    if (getComputedStyle(up).overflowX !== 'visible') return true;
                return false;
            };
            const name = (element) => element.tagName.toLowerCase() + ' ' + (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 60);
            const found = [];
            if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
            for (const element of document.querySelectorAll('body *')) {
                const place = element.getBoundingClientRect();
                if (!place.width || !place.height) continue;
                if (place.right > innerWidth + 1 && !clipped(element)) found.push('beyond the window: ' + name(element));
                if (element.matches('button, a, h1, [role=tab]') && getComputedStyle(element).overflowX === 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !element.closest('.visually-hidden'))
                    found.push('beyond itself: ' + name(element));
            }
            return found.slice(0, 8).join('; ');";
        self.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
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

/// Where the picture of a failure goes, one a test.
fn failed() -> PathBuf {
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    PathBuf::from(format!("tests/artifacts/{test}.png"))
}

fn axe_source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js")
}

/// Who is in a process group now.
fn members(group: &str) -> String {
    let found = Command::new("pgrep").args(["-l", "-g", group]).output().expect("pgrep");
    String::from_utf8_lossy(&found.stdout).into_owned()
}

/// Not a test of its own: the process that the next one kills. It says which group it started.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started and killed by nothing_is_left_when_the_test_process_is_killed"]
async fn holds_a_window_until_killed() {
    let office = Office::new();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.element("main").await;
    std::fs::write(std::env::var_os("WARTA_GROUP").unwrap(), window.group().to_string()).unwrap();
    std::future::pending::<()>().await;
}

#[test]
fn nothing_is_left_when_the_test_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("group");
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "e2e::window::holds_a_window_until_killed"])
        .env("WARTA_GROUP", &told)
        .env("TMPDIR", folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let until = |what: &str, wanted: &dyn Fn() -> bool| {
        let started = Instant::now();
        while !wanted() {
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    until("the window", &|| std::fs::read_to_string(&told).is_ok_and(|group| !group.is_empty()));
    let group = std::fs::read_to_string(&told).unwrap();
    let running = members(&group);
    for program in ["Xvfb", "tauri-driver", "WebKitWebDriver", "warta"] {
        assert!(running.contains(program), "{program} is not among {running}");
    }
    process.kill().unwrap();
    process.wait().unwrap();
    until("the group to end", &|| members(&group).is_empty());
    let home = folder.path().to_string_lossy().into_owned();
    let strays = Command::new("pgrep").args(["-af", &home]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&strays.stdout), "");
}
