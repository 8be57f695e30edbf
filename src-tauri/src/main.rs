//! A verb on the command line is carried out; without one the window opens.
//!
//! On Windows the program belongs to the console, so that its verbs print where they are typed;
//! the price is a console beside the window. Joining the caller's console from a window program
//! would need unsafe calls, which this house forbids.

use std::path::PathBuf;
use std::process::ExitCode;

use mimalloc::MiMalloc;
use warta::cli::{self, Asked};

/// Mail is read and sent, and lists are imported, on every core at once: with the system's
/// allocator the threads wait for each other.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Window { workspace, language } => open_window(workspace, language),
    }
}

#[cfg(feature = "desktop")]
fn open_window(workspace: Option<PathBuf>, language: Option<String>) -> ExitCode {
    if display_is_missing() {
        return cli::no_window("cli-no-display", language);
    }
    warta::desktop::run(workspace, language)
}

#[cfg(not(feature = "desktop"))]
fn open_window(_workspace: Option<PathBuf>, language: Option<String>) -> ExitCode {
    cli::no_window("cli-no-desktop", language)
}

/// The toolkit ends the process without a word where there is no display.
#[cfg(feature = "desktop")]
fn display_is_missing() -> bool {
    let unset = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    cfg!(target_os = "linux") && unset("DISPLAY") && unset("WAYLAND_DISPLAY")
}
