//! A second start of the program on a workspace whose window is open already: it asks that window
//! to come to the front. By a file in the workspace, which every system has, a session bus or not.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// An open window looks for the file ten times a second; one that is busy may take longer.
const PATIENCE: Duration = Duration::from_secs(3);

fn request(folder: &Path) -> PathBuf {
    folder.join("locks").join("show-window")
}

/// Asks the window that has this workspace open to show itself; whether there is one that does.
pub fn ask(folder: &Path) -> bool {
    let request = request(folder);
    if std::fs::write(&request, []).is_err() {
        return false;
    }
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        std::thread::park_timeout(Duration::from_millis(50));
        if !request.exists() {
            return true;
        }
    }
    // Taken at the last moment, or nobody's.
    std::fs::remove_file(&request).is_err()
}

/// Whether somebody has asked meanwhile; who takes the question answers it.
pub fn is_asked(folder: &Path) -> bool {
    let request = request(folder);
    request.exists() && std::fs::remove_file(request).is_ok()
}
