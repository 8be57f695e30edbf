//! Windows beside the main one: the check-in of an event, for a second person at the door.

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use super::{Desk, current};
use crate::error::{Code, Error, Result};
use crate::press_event::PressEvent;

/// The window that everything begins in.
pub const MAIN: &str = "main";
/// Before the number of a door: the labels of the other windows, as the capability names them.
const DOOR: &str = "door-";
/// More doors than an event has.
const MOST_DOORS: usize = 12;

/// Opens the check-in of an event in a window of its own. Not on the main thread, which makes it.
#[tauri::command]
pub async fn open_check_in(app: AppHandle, event_id: i64) -> Result<()> {
    let workspace =
        current(&app.state::<Desk>()).ok_or_else(|| Error::new(Code::Busy, "workspace-closed"))?;
    let event: PressEvent = workspace.db.read(|db| db.get(event_id))?;
    let free = (1..=MOST_DOORS)
        .map(|number| format!("{DOOR}{number}"))
        .find(|label| app.get_webview_window(label).is_none())
        .ok_or_else(|| {
            Error::new(Code::Busy, "checkin-too-many-windows").arg("most", MOST_DOORS)
        })?;
    let page = WebviewUrl::App(format!("index.html#/events/{event_id}/checkin").into());
    WebviewWindowBuilder::new(&app, free, page)
        .title(event.title)
        .inner_size(1200.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .disable_drag_drop_handler()
        .build()
        .map_err(Error::internal)?;
    Ok(())
}

/// Fills the screen with the window that asks, or gives it its size again.
#[tauri::command]
pub fn full_screen(window: WebviewWindow) -> Result<()> {
    let fills = window.is_fullscreen().map_err(Error::internal)?;
    window.set_fullscreen(!fills).map_err(Error::internal)
}

/// Closes the doors: with the main window, and where another workspace is opened.
pub fn close_all(app: &AppHandle) {
    for (label, window) in app.webview_windows() {
        if label.starts_with(DOOR)
            && let Err(cause) = window.destroy()
        {
            log::warn!("the window {label} does not close: {cause}");
        }
    }
}
