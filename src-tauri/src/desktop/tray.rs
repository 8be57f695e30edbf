//! Sending that goes on while the window is closed: the window is hidden, and an icon in the tray
//! tells of it and leads back.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Wry};

use crate::commands::{self, Door};
use crate::db::Source;
use crate::distribution;
use crate::error::{Error, Result};
use crate::workspace::Workspace;
use crate::{settings, text};

use super::{Desk, current, ending, tray_host};

/// What stands in the tray, and since when.
#[derive(Default)]
pub struct Tray {
    hidden: AtomicBool,
    icon: Mutex<Option<Icon>>,
    /// Distributions that were seen at work since the window was hidden.
    seen: Mutex<BTreeSet<i64>>,
    /// Those that were paused from here.
    paused: Mutex<BTreeSet<i64>>,
    looked: Mutex<Option<Instant>>,
    host_seen: Mutex<Option<Instant>>,
}

/// The icon with the two lines of its menu that change. Only handles: a copy is the same icon, so
/// that nobody holds the lock while he waits for the main thread.
#[derive(Clone)]
struct Icon {
    tray: TrayIcon<Wry>,
    line: MenuItem<Wry>,
    pause: MenuItem<Wry>,
}

const OPEN: &str = "tray-open";
const PAUSE: &str = "tray-pause";
const QUIT: &str = "tray-quit";
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// A window without its icon would be lost.
const LOOK_FOR_THE_HOST_EVERY: Duration = Duration::from_secs(10);

/// Whether the office wants sending to go on in the tray.
pub fn is_wanted(workspace: &Workspace) -> bool {
    workspace
        .db
        .read(|db| settings::value(db, distribution::CLOSING_KEY, "tray"))
        .is_ok_and(|value| value == "tray")
}

/// Hides the window behind an icon in the tray; false where the desktop shows none. Waits for the
/// main thread: never called on it.
pub fn hide(app: &AppHandle, workspace: &Workspace) -> bool {
    if !tray_host::is_there() {
        return false;
    }
    let tray = app.state::<Tray>();
    *tray.seen.lock().unwrap_or_else(PoisonError::into_inner) = BTreeSet::new();
    *tray.host_seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    let language = language(workspace);
    let shown = on_main_thread(app, move |app| put_icon(app, &language));
    if let Err(error) = shown {
        log::warn!("no icon in the tray: {error}");
        return false;
    }
    tray.hidden.store(true, Ordering::Relaxed);
    for window in app.webview_windows().values() {
        if let Err(cause) = window.hide() {
            log::warn!("the window does not hide: {cause}");
        }
    }
    tell(app, workspace);
    true
}

/// Brings the window back to the front, from the tray or from behind others.
pub fn show(app: &AppHandle) {
    app.state::<Tray>().hidden.store(false, Ordering::Relaxed);
    ending::stay(app);
    soon_on_main_thread(app, |app| {
        if let Some(icon) = icon(app) {
            icon.tray.set_visible(false)?;
        }
        app.webview_windows().values().try_for_each(|window| {
            window.show()?;
            window.unminimize()?;
            window.set_focus()
        })
    });
}

fn icon(app: &AppHandle) -> Option<Icon> {
    app.state::<Tray>().icon.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Once a second while the window is hidden: what the icon tells, whether it is still to be seen,
/// and whether all is over. True when Warta may end.
pub fn look(app: &AppHandle, workspace: &Workspace) -> bool {
    let tray = app.state::<Tray>();
    if !tray.hidden.load(Ordering::Relaxed) {
        return false;
    }
    {
        let mut looked = tray.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.is_some_and(|at| at.elapsed() < LOOK_EVERY) {
            return false;
        }
        *looked = Some(Instant::now());
    }
    if host_is_gone(&tray) {
        log::info!("the tray has gone: the window comes back");
        show(app);
        return false;
    }
    tell(app, workspace);
    let seen = tray.seen.lock().unwrap_or_else(PoisonError::into_inner);
    workspace.db.read(distribution::unfinished).is_ok_and(|open| seen.is_disjoint(&open))
}

fn host_is_gone(tray: &Tray) -> bool {
    let mut seen = tray.host_seen.lock().unwrap_or_else(PoisonError::into_inner);
    if seen.is_some_and(|at| at.elapsed() < LOOK_FOR_THE_HOST_EVERY) {
        return false;
    }
    *seen = Some(Instant::now());
    !tray_host::is_there()
}

fn language(workspace: &Workspace) -> String {
    workspace
        .db
        .read(|db| settings::value(db, "language", "id"))
        .unwrap_or_else(|_| "id".to_owned())
}

/// Toolkits allow tray and menu on their main thread alone.
fn on_main_thread<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&AppHandle) -> tauri::Result<T> + Send + 'static,
) -> Result<T> {
    let (answer, answered) = channel();
    let handle = app.clone();
    app.run_on_main_thread(move || {
        let _ = answer.send(work(&handle));
    })
    .map_err(Error::internal)?;
    answered.recv().map_err(Error::internal)?.map_err(Error::internal)
}

/// The same, without waiting: the thread that asks is itself waited for when the program ends.
fn soon_on_main_thread(
    app: &AppHandle,
    work: impl FnOnce(&AppHandle) -> tauri::Result<()> + Send + 'static,
) {
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || {
        if let Err(cause) = work(&handle) {
            log::warn!("the tray or the window does not change: {cause}");
        }
    });
    if let Err(cause) = asked {
        log::warn!("the tray or the window does not change: {cause}");
    }
}

fn put_icon(app: &AppHandle, language: &str) -> tauri::Result<()> {
    let tray = app.state::<Tray>();
    let mut slot = tray.icon.lock().unwrap_or_else(PoisonError::into_inner);
    let words = |key: &str| text::sentence(language, key, &[]);
    let line = MenuItem::new(app, "Warta", false, None::<&str>)?;
    let pause = MenuItem::with_id(app, PAUSE, words("tray-pause"), true, None::<&str>)?;
    let open = MenuItem::with_id(app, OPEN, words("tray-open"), true, None::<&str>)?;
    let quit = MenuItem::with_id(app, QUIT, words("tray-quit"), true, None::<&str>)?;
    let rules = (PredefinedMenuItem::separator(app)?, PredefinedMenuItem::separator(app)?);
    let menu = Menu::with_items(app, &[&line, &rules.0, &open, &pause, &rules.1, &quit])?;
    let icon = match slot.take() {
        // Kept from the last time: the language may be another.
        Some(icon) => {
            icon.tray.set_menu(Some(menu))?;
            icon.tray.set_visible(true)?;
            icon.tray
        }
        None => {
            let mut builder = TrayIconBuilder::with_id("warta")
                .menu(&menu)
                .tooltip("Warta")
                // There a click on the icon opens the program, and the other button its menu.
                .show_menu_on_left_click(!cfg!(windows))
                .on_menu_event(|app, event| chosen(app, event.id().as_ref()))
                .on_tray_icon_event(|icon, event| clicked(icon.app_handle(), &event));
            if let Some(image) = app.default_window_icon() {
                builder = builder.icon(image.clone());
            }
            builder.build(app)?
        }
    };
    *slot = Some(Icon { tray: icon, line, pause });
    Ok(())
}

fn clicked(app: &AppHandle, event: &TrayIconEvent) {
    let opens = matches!(
        event,
        TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
    );
    if opens && cfg!(windows) {
        show(app);
    }
}

fn chosen(app: &AppHandle, line: &str) {
    match line {
        OPEN => show(app),
        QUIT => ending::end_now(app),
        PAUSE => {
            // The database may keep it waiting.
            let app = app.clone();
            std::thread::spawn(move || {
                if let Some(workspace) = current(&app.state::<Desk>()) {
                    if let Err(error) = pause_or_go_on(&app, &workspace) {
                        log::warn!("pausing from the tray: {error}");
                    }
                    tell(&app, &workspace);
                }
            });
        }
        _ => {}
    }
}

/// Pauses what is being sent; lets what was paused here go on.
fn pause_or_go_on(app: &AppHandle, workspace: &Workspace) -> Result<()> {
    let door =
        Door { workspace, source: Source::Window, actor: workspace.actor()?, on_progress: None };
    let tray = app.state::<Tray>();
    let paused = std::mem::take(&mut *tray.paused.lock().unwrap_or_else(PoisonError::into_inner));
    if !paused.is_empty() {
        return paused.into_iter().try_for_each(|id| {
            commands::distribution_resume(&door, id)?;
            Ok(())
        });
    }
    for id in workspace.db.read(distribution::running)? {
        if commands::distribution_pause(&door, id)? {
            tray.paused.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        }
    }
    Ok(())
}

/// Writes into the menu how far the sending is.
fn tell(app: &AppHandle, workspace: &Workspace) {
    let tray = app.state::<Tray>();
    let found = workspace.db.read(|db| {
        Ok((
            distribution::running(db)?,
            distribution::under_way(db)?,
            distribution::unfinished(db)?,
        ))
    });
    let Ok((running, messages, unfinished)) = found else { return };
    // What was paused here may have been resumed or cancelled by another program.
    let is_paused = {
        let mut paused = tray.paused.lock().unwrap_or_else(PoisonError::into_inner);
        paused.retain(|id| unfinished.contains(id) && !running.contains(id));
        !paused.is_empty()
    };
    let key = match (is_paused, messages, running.is_empty()) {
        (true, ..) => "tray-line-paused",
        (false, 0, true) => "tray-line-stopped",
        (false, 0, false) => "tray-line-waiting",
        _ => "tray-line-sending",
    };
    tray.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(running);
    let language = language(workspace);
    let line = text::sentence(&language, key, &[("count", &messages.to_string())]);
    let pause =
        text::sentence(&language, if is_paused { "tray-resume" } else { "tray-pause" }, &[]);
    soon_on_main_thread(app, |app| match icon(app) {
        Some(icon) => icon.line.set_text(line).and_then(|()| icon.pause.set_text(pause)),
        None => Ok(()),
    });
}
