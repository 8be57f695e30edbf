//! The end of a distribution told by the system, and what becomes of the sending when the window
//! is closed.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::bus::Event;
use crate::distribution::{self, DistributionState};
use crate::error::Result;
use crate::workspace::Workspace;
use crate::{settings, text};

use super::{Desk, current};

/// What the person has decided about closing.
#[derive(Default)]
pub struct Leaving {
    /// Goes now.
    now: AtomicBool,
    /// Goes once everything has left.
    once_sent: AtomicBool,
}

/// Whether the window may close. While mail is leaving the person is asked instead.
pub fn may_close(app: &AppHandle) -> bool {
    let leaving = app.state::<Leaving>();
    if leaving.now.load(Ordering::Relaxed) {
        return true;
    }
    let desk = app.state::<Desk>();
    let Some(workspace) = current(&desk) else { return true };
    let messages = workspace.db.read(distribution::under_way).unwrap_or(0);
    if messages == 0 {
        return true;
    }
    let mut listeners = desk.listeners.lock().unwrap_or_else(PoisonError::into_inner);
    listeners.retain(|channel| channel.send(Event::Closing { messages }).is_ok());
    // Without a page that could ask, the queue goes on at the next start.
    listeners.is_empty()
}

/// `stop`: ends now, what is queued leaves at the next start. `keep`: the window steps aside and
/// everything ends once the mail has left. Else the window is closed as by its button.
#[tauri::command]
pub fn leave(app: AppHandle, how: &str) {
    let leaving = app.state::<Leaving>();
    match how {
        "stop" => {
            leaving.now.store(true, Ordering::Relaxed);
            app.exit(0);
        }
        "keep" => {
            leaving.once_sent.store(true, Ordering::Relaxed);
            for window in app.webview_windows().values() {
                if let Err(cause) = window.minimize() {
                    log::warn!("the window does not step aside: {cause}");
                }
            }
        }
        _ => {
            for window in app.webview_windows().values() {
                let _ = window.close();
            }
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
        for (title, body) in told {
            show(title, body);
        }
        Ok(())
    }
}

/// The notification service may be slow or missing: nobody waits for it.
fn show(title: String, body: String) {
    std::thread::spawn(move || {
        let shown =
            notify_rust::Notification::new().appname("Warta").summary(&title).body(&body).show();
        if let Err(cause) = shown {
            log::info!("the system shows no notification: {cause}");
        }
    });
}

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
