//! The log: sentences with ids in the workspace's `logs` folder, one file a day, kept a
//! fortnight. Never addresses, bodies or passwords: what other libraries say is left out, since
//! they may name servers and people.

use std::path::Path;

use crate::clock;

const KEEP_NEWEST: usize = 14;

/// Starts the log of this process; the first workspace that is opened gets it.
pub fn start(folder: &Path) {
    let name = format!("warta-{}.log", clock::now().format("%Y-%m-%d"));
    let Ok(file) = fern::log_file(folder.join(name)) else { return };
    let started = fern::Dispatch::new()
        .level(log::LevelFilter::Off)
        .level_for("warta", log::LevelFilter::Info)
        .format(|out, message, record| {
            let at = clock::to_text(clock::now());
            out.finish(format_args!("{at} {} {message}", record.level()));
        })
        .chain(file)
        .apply();
    if started.is_ok() {
        forget_oldest(folder);
    }
}

fn forget_oldest(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut names: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "log"))
        .collect();
    names.sort();
    let surplus = names.len().saturating_sub(KEEP_NEWEST);
    for old in names.into_iter().take(surplus) {
        let _ = std::fs::remove_file(old);
    }
}
