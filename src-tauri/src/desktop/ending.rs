//! The end of a distribution told by the system, and what becomes of the sending when the window
//! is closed.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::bus::Event;
use crate::db::Source;
use crate::distribution::{self, DistributionState};
use crate::error::Result;
use crate::workspace::Workspace;
use crate::{settings, text};

use super::{Desk, current, tray, tray_host};

/// What the person has decided about closing.
#[derive(Default)]
pub struct Leaving {
    /// Goes now.
    now: AtomicBool,
    /// Goes once everything has left.
    once_sent: AtomicBool,
}

/// Whether the window may close. While mail is leaving it steps aside, or the person is asked.
pub fn may_close(app: &AppHandle) -> bool {
    if app.state::<Leaving>().now.load(Ordering::Relaxed) {
        return true;
    }
    let desk = app.state::<Desk>();
    let Some(workspace) = current(&desk) else { return true };
    let messages = workspace.db.read(distribution::under_way).unwrap_or(0);
    // Without a page that could ask, the queue goes on at the next start.
    if messages == 0 || desk.listeners.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
        return true;
    }
    // Looking for a tray asks another program, for which the window must not wait.
    let app = app.clone();
    std::thread::spawn(move || step_aside_or_ask(&app, &workspace, messages));
    false
}

/// Set to 1 once the person has been told where the window goes.
const TRAY_EXPLAINED: &str = "tray_explained";

fn step_aside_or_ask(app: &AppHandle, workspace: &Workspace, messages: i64) {
    let asks_again = !tray::is_wanted(workspace);
    let explained = workspace
        .db
        .read(|db| settings::value(db, TRAY_EXPLAINED, ""))
        .is_ok_and(|value| value == "1");
    if !asks_again && explained && tray::hide(app, workspace) {
        return;
    }
    let question = Event::Closing { messages, tray: tray_host::is_there(), asks_again };
    let desk = app.state::<Desk>();
    let mut listeners = desk.listeners.lock().unwrap_or_else(PoisonError::into_inner);
    listeners.retain(|channel| channel.send(question.clone()).is_ok());
    if listeners.is_empty() {
        end_now(app);
    }
}

/// Ends the program; what is queued leaves at the next start.
pub fn end_now(app: &AppHandle) {
    app.state::<Leaving>().now.store(true, Ordering::Relaxed);
    app.exit(0);
}

/// The person has come back: nothing ends by itself any more.
pub fn stay(app: &AppHandle) {
    app.state::<Leaving>().once_sent.store(false, Ordering::Relaxed);
}

/// `stop`: ends now. `keep`: the window steps aside, into the tray where there is one, and
/// everything ends once the mail has left. Else the window is closed as by its button.
#[tauri::command]
pub fn leave(app: AppHandle, how: &str) {
    match how {
        "stop" => end_now(&app),
        "keep" => {
            std::thread::spawn(move || step_aside(&app));
        }
        _ => {
            for window in app.webview_windows().values() {
                let _ = window.close();
            }
        }
    }
}

fn step_aside(app: &AppHandle) {
    if let Some(workspace) = current(&app.state::<Desk>())
        && tray::hide(app, &workspace)
    {
        let ctx = workspace.ctx("", Source::Window);
        let kept = workspace
            .db
            .write(&ctx, "setting_set", false, |db| settings::put(db, TRAY_EXPLAINED, "1"));
        if let Err(error) = kept {
            log::warn!("that the tray was explained is not kept: {error}");
        }
        return;
    }
    app.state::<Leaving>().once_sent.store(true, Ordering::Relaxed);
    for window in app.webview_windows().values() {
        if let Err(cause) = window.minimize() {
            log::warn!("the window does not step aside: {cause}");
        }
    }
}

const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Notices distributions that come to their end or stop by themselves.
#[derive(Default)]
pub struct Endings {
    running: Option<BTreeSet<i64>>,
    last: Option<Instant>,
    due: bool,
    /// Notifications that are on their way.
    told: Vec<Receiver<()>>,
}

impl Endings {
    /// Something may have changed.
    pub fn wake(&mut self) {
        self.due = true;
    }

    /// Looks, at most once a second, and tells what has ended.
    pub fn look(&mut self, workspace: &Workspace) {
        let rested = self.last.is_none_or(|last| last.elapsed() >= LOOK_EVERY);
        if !rested || !(self.due || self.running.is_none()) {
            return;
        }
        (self.last, self.due) = (Some(Instant::now()), false);
        if let Err(error) = self.compare(workspace) {
            log::warn!("the end of a distribution was not told: {error}");
        }
    }

    /// Before the program ends by itself: tells what has not been told, and waits until it was.
    pub fn last_look(&mut self, workspace: &Workspace) {
        if let Err(error) = self.compare(workspace) {
            log::warn!("the end of a distribution was not told: {error}");
        }
        for told in self.told.drain(..) {
            // The sender goes with its thread, however that ends.
            let _ = told.recv_timeout(TELL_WITHIN);
        }
    }

    fn compare(&mut self, workspace: &Workspace) -> Result<()> {
        let (told, running) = workspace.db.read(|db| {
            let running = distribution::running(db)?;
            let mut told = Vec::new();
            for id in self.running.iter().flatten().filter(|id| !running.contains(id)) {
                let row = distribution::row(db, *id)?;
                let key = match row.state {
                    DistributionState::Done => "distribution-notice-done",
                    DistributionState::Paused if !row.paused_text.is_empty() => {
                        "distribution-notice-paused"
                    }
                    _ => continue,
                };
                let language = settings::value(db, "language", "id")?;
                let counts = row.counts;
                let failed = counts.refused + counts.bounced + counts.unsure;
                let why =
                    text::sentence(&language, &row.paused_text, &[("words", &row.paused_words)]);
                let args = [
                    ("accepted", counts.accepted.to_string()),
                    ("failed", failed.to_string()),
                    ("why", if row.paused_text.is_empty() { String::new() } else { why }),
                ];
                let args: Vec<(&str, &str)> =
                    args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                told.push((row.headline, text::sentence(&language, key, &args)));
            }
            Ok((told, running))
        })?;
        self.running = Some(running);
        self.told.retain(|told| matches!(told.try_recv(), Err(TryRecvError::Empty)));
        self.told.extend(told.into_iter().map(|(title, body)| show(title, body)));
        Ok(())
    }
}

const TELL_WITHIN: Duration = Duration::from_secs(3);

/// The notification service may be slow or missing: nobody waits for it but who ends the program.
fn show(title: String, body: String) -> Receiver<()> {
    let (sent, told) = channel();
    std::thread::spawn(move || {
        let mut notice = notify_rust::Notification::new();
        notice.appname("Warta").summary(&title).body(&body);
        as_warta(&mut notice);
        let shown = notice.show();
        if let Err(cause) = shown {
            log::info!("the system shows no notification: {cause}");
        }
        let _ = sent.send(());
    });
    told
}

/// Windows and macOS show a program's name and icon by its identifier, which the installer has made
/// known to them; one run from a build folder is unknown, and its notices would not be shown.
#[cfg(any(windows, target_os = "macos"))]
fn as_warta(notice: &mut notify_rust::Notification) {
    const IDENTIFIER: &str = "id.warta.desk";
    let is_built_here = std::env::current_exe()
        .is_ok_and(|program| program.components().any(|part| part.as_os_str() == "target"));
    if is_built_here {
        return;
    }
    #[cfg(windows)]
    notice.app_id(IDENTIFIER);
    #[cfg(target_os = "macos")]
    {
        let _ = (notice, notify_rust::set_application(IDENTIFIER));
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
fn as_warta(_notice: &mut notify_rust::Notification) {}

/// Whether the person wanted to close and everything has left meanwhile.
pub fn may_end(app: &AppHandle, workspace: &Workspace, last: &Mutex<Option<Instant>>) -> bool {
    if !app.state::<Leaving>().once_sent.load(Ordering::Relaxed) {
        return false;
    }
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    if last.is_some_and(|last| last.elapsed() < LOOK_EVERY) {
        return false;
    }
    *last = Some(Instant::now());
    workspace.db.read(distribution::under_way).is_ok_and(|messages| messages == 0)
}
