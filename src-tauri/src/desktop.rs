//! The window's door: one call for all data, one channel of events, the file upload in chunks,
//! the images of releases, opening links in the system's own programs, the way to the demo office
//! and back, leaving, and check-in in windows of its own. With its own files the only one that names Tauri.

mod again;
mod doors;
mod ending;
mod tray;
pub mod tray_host;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use tauri::ipc::{Channel, InvokeBody, Request};
use tauri::{AppHandle, Manager, State, http};
use tauri_plugin_opener::OpenerExt;
use tauri_plugin_window_state::StateFlags;

use crate::bus::{Event, JobNews};
use crate::commands::{self, Door};
use crate::db::Source;
use crate::error::{Code, Error, Result};
use crate::settings::{self, Setting};
use crate::workspace::{self, As, Workspace};

struct Desk {
    /// The office's own workspace: where the window comes back to from the demo.
    own: PathBuf,
    /// The folder of the workspace that is open.
    folder: RwLock<PathBuf>,
    workspace: RwLock<Option<Arc<Workspace>>>,
    listeners: Arc<Mutex<Vec<Channel<Event>>>>,
    loops: Mutex<Option<Loops>>,
}

struct Loops {
    stop: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

/// `warta-file://localhost/SHA256`: the image that a release shows. Read only, this machine only.
const FILE_SCHEME: &str = "warta-file";
/// Before the SHA-256 of a photo: its small picture.
const SMALL: &str = "small-";
const NEWS_EVERY: Duration = Duration::from_millis(100);
const CALENDAR_EVERY: Duration = Duration::from_secs(3);
const LOOK_FOR_FOREIGN_CHANGES: Duration = Duration::from_millis(500);
/// The daily backup and the mailbox must not keep the first screen waiting.
const ONCE_THE_WINDOW_STANDS: Duration = Duration::from_secs(2);
const TIDY_EVERY: Duration = Duration::from_secs(300);
const LARGEST_CHUNK: usize = 8 << 20;

/// Opens the window on a workspace, which is made when it is not there.
pub fn run(folder: Option<PathBuf>, language: Option<String>) -> ExitCode {
    let folder = folder.unwrap_or_else(workspace::default_folder);
    let opened = open(&folder, language.as_deref());
    // A window that stands in the tray, or behind others, is what the person wants.
    if opened.as_ref().is_err_and(|error| error.text == IN_USE) && again::ask(&folder) {
        return ExitCode::SUCCESS;
    }
    let (workspace, trouble) = match opened {
        Ok(workspace) => (Some(workspace), None),
        Err(error) => (None, Some(error)),
    };
    let starts_in_demo = workspace.as_deref().is_some_and(is_demo);
    let desk = Desk {
        own: if starts_in_demo { workspace::default_folder() } else { folder.clone() },
        folder: RwLock::new(folder),
        workspace: RwLock::new(workspace),
        listeners: Arc::default(),
        loops: Mutex::default(),
    };
    let mut context: tauri::Context<tauri::Wry> = tauri::generate_context!();
    let watch = StartWatch::asked_for();
    let mut builder = tauri::Builder::default();
    if let Some(watch) = &watch {
        for window in &mut context.config_mut().app.windows {
            window.url = tauri::WebviewUrl::App(watch.page.into());
        }
        builder = builder.plugin(watch.plugin());
    }
    let is_watched = watch.is_some();
    let started = builder
        .plugin(tauri_plugin_opener::init())
        .plugin(window_state())
        .manage(desk)
        .manage(ending::Leaving::default())
        .manage(tray::Tray::default())
        .manage(Trouble(Mutex::new(trouble)))
        .register_asynchronous_uri_scheme_protocol(
            FILE_SCHEME,
            move |context, request, responder| {
                if is_watched && request.uri().path() == PAINTED {
                    println!("painted");
                    std::process::exit(0);
                }
                let app = context.app_handle().clone();
                std::thread::spawn(move || {
                    responder.respond(file_answer(&app, request.uri().path()))
                });
            },
        )
        .invoke_handler(tauri::generate_handler![
            call,
            subscribe,
            upload,
            open_link,
            restore_backup,
            open_workspace,
            ending::leave,
            doors::open_check_in,
            doors::full_screen
        ])
        .setup(|app| {
            start_loops(app.handle());
            Ok(())
        })
        .build(context);
    match started {
        Ok(app) => {
            app.run(|handle, event| match event {
                tauri::RunEvent::Exit => stop_loops(&handle.state::<Desk>()),
                tauri::RunEvent::WindowEvent {
                    label,
                    event: tauri::WindowEvent::CloseRequested { api, .. },
                    ..
                } if label == doors::MAIN && !ending::may_close(handle) => api.prevent_close(),
                // A door leads nowhere without the house.
                tauri::RunEvent::WindowEvent {
                    label,
                    event: tauri::WindowEvent::Destroyed,
                    ..
                } if label == doors::MAIN => doors::close_all(handle),
                // A click on the icon in the dock.
                #[cfg(target_os = "macos")]
                tauri::RunEvent::Reopen { .. } => tray::show(handle),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(cause) => {
            eprintln!("{cause}");
            ExitCode::FAILURE
        }
    }
}

/// Why a second window is not opened on a workspace.
const IN_USE: &str = "workspace-in-use";

/// Keeps size and place. Whether it was to be seen is not kept: who ends Warta from the tray does
/// not want a hidden window at the next start.
fn window_state() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let kept = StateFlags::all() & !StateFlags::VISIBLE;
    tauri_plugin_window_state::Builder::default().with_state_flags(kept).build()
}

/// A start under the eyes of the bench (`WARTA_BENCH`, docs/performance.md): an empty page or the
/// media list. Once it is painted the program says so on standard output and ends.
struct StartWatch {
    page: &'static str,
    /// What must be there.
    selector: &'static str,
}

const PAINTED: &str = "/painted";

impl StartWatch {
    fn asked_for() -> Option<Self> {
        match std::env::var("WARTA_BENCH").ok()?.as_str() {
            "empty" => Some(Self { page: "empty.html", selector: "body" }),
            "contacts" => Some(Self { page: "index.html#/contacts", selector: ".row[data-id]" }),
            _ => None,
        }
    }

    /// Two frames after it is there, it is on screen.
    fn plugin(&self) -> tauri::plugin::TauriPlugin<tauri::Wry> {
        let script = format!(
            "{{
                const painted = () => {{ new Image().src = 'warta-file://localhost{PAINTED}'; }};
                const look = () =>
                    document.querySelector('{}')
                        ? requestAnimationFrame(() => requestAnimationFrame(painted))
                        : requestAnimationFrame(look);
                addEventListener('DOMContentLoaded', look);
            }}",
            self.selector
        );
        tauri::plugin::Builder::new("start-watch").js_init_script(script).build()
    }
}

/// What kept the workspace from opening, told to the window when it asks for anything.
struct Trouble(Mutex<Option<Error>>);

fn open(folder: &Path, language: Option<&str>) -> Result<Arc<Workspace>> {
    if !Workspace::exists(folder) {
        Workspace::create(folder)?;
    }
    let workspace = Arc::new(Workspace::open(folder, As::Owner, commands::searchables())?);
    if let Some(language) = language {
        let ctx = workspace.ctx("", Source::Window);
        workspace
            .db
            .write(&ctx, "setting_set", false, |db| settings::put(db, "language", language))?;
    }
    Ok(workspace)
}

fn start_loops(app: &AppHandle) {
    let desk = app.state::<Desk>();
    let Some(workspace) = current(&desk) else { return };
    let stop = Arc::new(AtomicBool::new(false));
    let tell = {
        let (workspace, stop, listeners) =
            (Arc::clone(&workspace), Arc::clone(&stop), Arc::clone(&desk.listeners));
        let app = app.clone();
        std::thread::spawn(move || tell_news(&app, &workspace, &stop, &listeners))
    };
    let send = {
        let (workspace, stop) = (Arc::clone(&workspace), Arc::clone(&stop));
        std::thread::spawn(move || crate::outbox::keep_sending(&workspace, &stop))
    };
    let read = {
        let (workspace, stop) = (Arc::clone(&workspace), Arc::clone(&stop));
        std::thread::spawn(move || keep_reading(&workspace, &stop))
    };
    let calendar = {
        let (workspace, stop) = (Arc::clone(&workspace), Arc::clone(&stop));
        std::thread::spawn(move || keep_calendar(&workspace, &stop))
    };
    let tidy = {
        let stop = Arc::clone(&stop);
        std::thread::spawn(move || keep_tidy(&workspace, &stop))
    };
    *desk.loops.lock().unwrap_or_else(PoisonError::into_inner) =
        Some(Loops { stop, threads: vec![tell, send, read, tidy, calendar] });
}

fn stop_loops(desk: &Desk) {
    if let Some(loops) = desk.loops.lock().unwrap_or_else(PoisonError::into_inner).take() {
        loops.stop.store(true, Ordering::Relaxed);
        for thread in loops.threads {
            let _ = thread.join();
        }
    }
}

impl Desk {
    fn folder(&self) -> PathBuf {
        self.folder.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn current(desk: &Desk) -> Option<Arc<Workspace>> {
    desk.workspace.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Hands the bus to the window, changes gathered ten times a second, and notices what other
/// processes wrote.
fn tell_news(
    app: &AppHandle,
    workspace: &Workspace,
    stop: &AtomicBool,
    listeners: &Mutex<Vec<Channel<Event>>>,
) {
    let mut endings = ending::Endings::default();
    let looked = Mutex::new(None);
    let news = workspace.db.bus().listen();
    let tell = |event: Event| {
        listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|channel| channel.send(event.clone()).is_ok());
    };
    let mut changed: BTreeMap<String, ()> = BTreeMap::new();
    let (mut last_told, mut last_looked) = (Instant::now(), Instant::now());
    let mut foreign = workspace.db.foreign_version();
    while !stop.load(Ordering::Relaxed) {
        match news.recv_timeout(NEWS_EVERY) {
            Ok(Event::Changed { tables }) => {
                if tables.iter().any(|table| table == "distributions") {
                    endings.wake();
                }
                changed.extend(tables.into_iter().map(|table| (table, ())))
            }
            Ok(event) => tell(event),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if last_looked.elapsed() >= LOOK_FOR_FOREIGN_CHANGES {
            last_looked = Instant::now();
            let now = workspace.db.foreign_version();
            if now.is_some() && now != foreign {
                foreign = now;
                endings.wake();
                changed.insert("*".to_owned(), ());
            }
        }
        endings.look(workspace);
        if again::is_asked(workspace.folder()) {
            tray::show(app);
        }
        if ending::may_end(app, workspace, &looked) || tray::look(app, workspace) {
            endings.last_look(workspace);
            app.exit(0);
            return;
        }
        // What changes before the window listens is told when it does.
        let somebody_listens =
            || !listeners.lock().unwrap_or_else(PoisonError::into_inner).is_empty();
        if !changed.is_empty() && last_told.elapsed() >= NEWS_EVERY && somebody_listens() {
            last_told = Instant::now();
            tell(Event::Changed { tables: std::mem::take(&mut changed).into_keys().collect() });
        }
    }
}

/// Watches over the mailboxes once the window stands.
fn keep_reading(workspace: &Arc<Workspace>, stop: &AtomicBool) {
    let began = Instant::now();
    while began.elapsed() < ONCE_THE_WINDOW_STANDS {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        std::thread::park_timeout(Duration::from_millis(100));
    }
    crate::inbox::keep_watching(workspace, stop);
}

/// Keeps the calendar's file up to date for those who subscribe to it: some seconds after a change,
/// by whomever, and once a day, because its days move on.
fn keep_calendar(workspace: &Arc<Workspace>, stop: &AtomicBool) {
    let mut last: Option<Instant> = None;
    let mut seen = None;
    let began = Instant::now();
    while !stop.load(Ordering::Relaxed) {
        std::thread::park_timeout(Duration::from_millis(200));
        let soon = last.is_some_and(|last| last.elapsed() < CALENDAR_EVERY);
        if soon || began.elapsed() < ONCE_THE_WINDOW_STANDS {
            continue;
        }
        let day = crate::clock::now().date_naive();
        let action = workspace
            .db
            .read(|db| db.number("SELECT COALESCE(MAX(id), 0) FROM actions", &[]))
            .unwrap_or_default();
        last = Some(Instant::now());
        if seen == Some((action, day)) {
            continue;
        }
        seen = Some((action, day));
        let ctx = workspace.ctx("", Source::Window);
        if let Err(error) = crate::calendar::keep_file(&workspace.db, &ctx) {
            log::warn!("calendar file: {error}");
        }
    }
}

/// Writes the daily backup and does what follows it.
fn keep_tidy(workspace: &Arc<Workspace>, stop: &AtomicBool) {
    let mut last: Option<Instant> = None;
    let began = Instant::now();
    while !stop.load(Ordering::Relaxed) {
        if began.elapsed() >= ONCE_THE_WINDOW_STANDS
            && last.is_none_or(|last| last.elapsed() >= TIDY_EVERY)
        {
            last = Some(Instant::now());
            if let Err(error) = workspace.back_up_daily() {
                log::warn!("daily backup: {error}");
            } else if let Err(error) = tidy_up(workspace) {
                log::warn!("daily tidying: {error}");
            }
        }
        std::thread::park_timeout(Duration::from_millis(200));
    }
}

/// What the program does by itself once today's backup is there: finishes erasures, empties the bin.
fn tidy_up(workspace: &Arc<Workspace>) -> Result<()> {
    crate::subject::finish_erasures(workspace)?;
    let ctx = workspace.ctx("", Source::Window);
    if workspace.db.read(|db| crate::history::bin_is_due(db, &ctx))? {
        commands::call(workspace, Source::Window, "", "bin_empty", json!({}))?;
    }
    Ok(())
}

#[tauri::command]
async fn call(app: AppHandle, name: String, args: Json) -> Result<Json> {
    run_blocking(move || {
        let desk = app.state::<Desk>();
        let Some(workspace) = current(&desk) else {
            let trouble =
                app.state::<Trouble>().0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            return Err(trouble.unwrap_or_else(|| Error::new(Code::Busy, "workspace-closed")));
        };
        let actor = workspace.actor()?;
        let mut answer = commands::call(&workspace, Source::Window, &actor, &name, args)?;
        if name == "session"
            && let Some(session) = answer.as_object_mut()
        {
            session.insert("folder".to_owned(), json!(workspace.folder()));
            let share = workspace.network_share().unwrap_or_default();
            session.insert("network_share".to_owned(), json!(share));
        }
        Ok(answer)
    })
    .await
}

/// What the window gets for a file's address. Only images are told by their kind: nothing else
/// that the office keeps may become a page.
fn file_answer(app: &AppHandle, path: &str) -> http::Response<Vec<u8>> {
    let sha256 = path.trim_start_matches('/');
    let found = current(&app.state::<Desk>())
        .ok_or_else(|| Error::new(Code::Busy, "workspace-closed"))
        .and_then(|workspace| {
            let ctx = workspace.ctx("", Source::Window);
            workspace.db.read(|db| match sha256.strip_prefix(SMALL) {
                Some(sha256) => crate::photo::thumbnail(db, &ctx, sha256),
                None => crate::stored_file::stored(db, &ctx, sha256),
            })
        });
    let answer = http::Response::builder().header("x-content-type-options", "nosniff");
    let answer = match found {
        Ok(file) => {
            let shown = matches!(
                file.mime.as_str(),
                "image/png" | "image/jpeg" | "image/gif" | "image/webp"
            );
            let kind = if shown { file.mime.as_str() } else { "application/octet-stream" };
            answer.header(http::header::CONTENT_TYPE, kind).body(file.bytes)
        }
        Err(error) => {
            log::warn!("file {sha256}: {error}");
            answer.status(http::StatusCode::NOT_FOUND).body(Vec::new())
        }
    };
    answer.unwrap_or_default()
}

#[tauri::command]
fn subscribe(desk: State<'_, Desk>, channel: Channel<Event>) {
    desk.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(channel);
}

/// Appends a chunk of a file to the workspace's uploads; answers the upload's id. Headers:
/// `x-upload-id` (empty for the first chunk), `x-upload-offset` (bytes already there).
#[tauri::command]
fn upload(desk: State<'_, Desk>, request: Request<'_>) -> Result<String> {
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let (mut id, offset) =
        (header("x-upload-id"), header("x-upload-offset").parse::<u64>().unwrap_or(0));
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Error::new(Code::Invalid, "error-upload"));
    };
    if id.is_empty() && offset == 0 {
        id = format!("{:016x}", rand::random::<u64>());
    }
    if id.is_empty()
        || id.len() > 40
        || !id.chars().all(|letter| letter.is_ascii_alphanumeric())
        || bytes.len() > LARGEST_CHUNK
    {
        return Err(Error::new(Code::Invalid, "error-upload"));
    }
    append_chunk(&desk.folder().join("uploads").join(&id), offset, bytes)?;
    Ok(id)
}

fn append_chunk(path: &Path, offset: u64, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    let mut file = if offset == 0 {
        std::fs::File::create(path)?
    } else {
        std::fs::OpenOptions::new().append(true).open(path)?
    };
    if offset != 0 && file.metadata()?.len() != offset {
        return Err(Error::new(Code::Conflict, "error-upload"));
    }
    file.write_all(bytes)?;
    Ok(())
}

/// Opens a web page, a chat or a mail in the system's own program.
#[tauri::command]
fn open_link(app: AppHandle, url: String) -> Result<()> {
    let allowed =
        ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme));
    if !allowed {
        return Err(Error::new(Code::Invalid, "error-link"));
    }
    app.opener()
        .open_url(url, None::<&str>)
        .map_err(|cause| Error::new(Code::Internal, "error-link").because(cause))
}

/// Puts a backup of the workspace's own folder, or an uploaded one, in the place of the data:
/// closes the workspace, restores, opens it again.
#[tauri::command]
async fn restore_backup(
    app: AppHandle,
    backup: Option<String>,
    upload: Option<String>,
    name: Option<String>,
) -> Result<()> {
    run_blocking(move || {
        let desk = app.state::<Desk>();
        let folder = desk.folder();
        let plain = |name: &str| !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
        let (file, uploaded) = match (backup, upload) {
            (Some(name), _) if plain(&name) => (folder.join("backups").join(name), false),
            (_, Some(id)) if plain(&id) => (folder.join("uploads").join(id), true),
            _ => return Err(Error::new(Code::Invalid, "restore-unreadable").arg("file", "")),
        };
        stop_loops(&desk);
        let mut slot = desk.workspace.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(workspace) = slot.take()
            && let Err(still_busy) = close_once_alone(workspace)
        {
            *slot = Some(still_busy);
            drop(slot);
            start_loops(&app);
            return Err(Error::new(Code::Busy, "restore-busy"));
        }
        let outcome = workspace::restore(&folder, &file).map_err(|error| match name {
            // Uploads carry a number for a name; the person knows the file by its own.
            Some(name) if error.args.contains_key("file") => error.arg("file", name),
            _ => error,
        });
        if uploaded {
            let _ = std::fs::remove_file(&file);
        }
        *slot = Some(open(&folder, None)?);
        drop(slot);
        start_loops(&app);
        for channel in desk.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let _ = channel.send(Event::Overflow);
        }
        outcome
    })
    .await
}

/// The workspaces that the window goes to and fro between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    /// The made-up office, in a folder of its own.
    Demo,
    /// The office's own.
    Own,
}

/// The number by which the window knows the filling of the demo office: no job of the workspace
/// that is open meanwhile has it.
const DEMO_JOB: i64 = -1;
/// How a person likes the window: it looks the same in both offices.
const LOOKS: [&str; 4] = ["language", "theme", "density", "letter_keys"];

/// Closes the workspace that is open and opens another; the page must be loaded anew after it.
/// The demo office is made on the first visit. What goes wrong leaves everything as it was.
#[tauri::command]
async fn open_workspace(app: AppHandle, place: Place) -> Result<()> {
    run_blocking(move || {
        let desk = app.state::<Desk>();
        let looks = current(&desk).map(|workspace| looks(&workspace)).transpose()?;
        let looks = looks.unwrap_or_default();
        let target = match place {
            Place::Own => desk.own.clone(),
            Place::Demo => workspace::demo_folder(),
        };
        if desk.folder() == target && current(&desk).is_some() {
            return Ok(());
        }
        if place == Place::Demo && !Workspace::exists(&target) {
            make_demo(&target, &looks, &|news| {
                let event = Event::Job(JobNews { id: DEMO_JOB, ..news.clone() });
                for channel in desk.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter()
                {
                    let _ = channel.send(event.clone());
                }
            })?;
        }
        let opened = open(&target, None)?;
        if place == Place::Demo {
            put_looks(&opened, &looks)?;
        }
        doors::close_all(&app);
        stop_loops(&desk);
        let mut slot = desk.workspace.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(workspace) = slot.take()
            && let Err(still_busy) = close_once_alone(workspace)
        {
            *slot = Some(still_busy);
            drop(slot);
            start_loops(&app);
            return Err(Error::new(Code::Busy, "workspace-still-working"));
        }
        *slot = Some(opened);
        *desk.folder.write().unwrap_or_else(PoisonError::into_inner) = target;
        drop(slot);
        // The page that listened is about to go, and what it knows is of the other office.
        desk.listeners.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *app.state::<Trouble>().0.lock().unwrap_or_else(PoisonError::into_inner) = None;
        start_loops(&app);
        Ok(())
    })
    .await
}

fn is_demo(workspace: &Workspace) -> bool {
    workspace.db.read(|db| settings::value(db, "demo", "")).is_ok_and(|demo| demo == "1")
}

fn looks(workspace: &Workspace) -> Result<Vec<Setting>> {
    workspace.db.read(|db| {
        let mut found = Vec::new();
        for key in LOOKS {
            let value = settings::value(db, key, "")?;
            if !value.is_empty() {
                found.push(Setting { key: key.to_owned(), value });
            }
        }
        Ok(found)
    })
}

fn put_looks(workspace: &Workspace, looks: &[Setting]) -> Result<()> {
    let door = Door { workspace, source: Source::Window, actor: String::new(), on_progress: None };
    looks.iter().try_for_each(|setting| commands::setting_set(&door, setting.clone()))
}

/// Makes the demo office beside its place and puts it there when it is whole: one that was cut
/// short is never opened.
fn make_demo(folder: &Path, looks: &[Setting], tell: &(dyn Fn(&JobNews) + Sync)) -> Result<()> {
    let beside = folder.with_extension(format!("new-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&beside);
    let made = fill_demo(&beside, looks, tell)
        .and_then(|()| std::fs::rename(&beside, folder).map_err(Error::from));
    if made.is_err() {
        let _ = std::fs::remove_dir_all(&beside);
    }
    made
}

fn fill_demo(folder: &Path, looks: &[Setting], tell: &(dyn Fn(&JobNews) + Sync)) -> Result<()> {
    let workspace = open(folder, None)?;
    put_looks(&workspace, looks)?;
    let door = Door {
        workspace: &workspace,
        source: Source::Window,
        actor: String::new(),
        on_progress: Some(tell),
    };
    commands::demo_fill(&door, ())?;
    for key in ["demo", "setup_done"] {
        let setting = Setting { key: key.to_owned(), value: "1".to_owned() };
        commands::setting_set(&door, setting)?;
    }
    Ok(())
}

/// Closes the workspace once the calls and jobs in flight have let go of it; gives it back when
/// they do not.
fn close_once_alone(mut workspace: Arc<Workspace>) -> std::result::Result<(), Arc<Workspace>> {
    let started = Instant::now();
    loop {
        match Arc::try_unwrap(workspace) {
            Ok(alone) => {
                drop(alone);
                return Ok(());
            }
            Err(shared) if started.elapsed() < Duration::from_secs(20) => workspace = shared,
            Err(shared) => return Err(shared),
        }
        std::thread::park_timeout(Duration::from_millis(50));
    }
}

async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(Error::internal)?
}
