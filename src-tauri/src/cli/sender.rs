//! `warta outbox run`: once through the queue, or until it is told to stop, as a service of the
//! system does.

use std::io::{IsTerminal, Write, stderr};
use std::time::Duration;

use serde_json::Value as Json;

use super::accounts::ask_passwords;
use super::interrupt;
use super::sending::{run_report, stopped};
use super::terminal::Terminal;
use crate::bus::JobNews;
use crate::commands::{self, Door};
use crate::error::{Code, Error, Result};
use crate::outbox::{RunOrder, RunReport};
use crate::{clock, job};

const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// Opens the workspace, however long others keep it closed: a restore, or a newer Warta that brings
/// it up to date. Said once.
pub fn patiently<T>(terminal: &Terminal, mut open: impl FnMut() -> Result<T>) -> Result<T> {
    let mut said = false;
    loop {
        match open() {
            Err(error) if error.code == Code::Busy => {
                if !said {
                    terminal.complain(&error);
                    terminal.remark("cli-outbox-waits", &[]);
                    said = true;
                }
                std::thread::park_timeout(LOOK_AGAIN);
            }
            outcome => return outcome,
        }
    }
}

/// Sends what is due. Told to stop, it finishes the messages that are being handed over.
pub fn run(door: &Door, terminal: &Terminal, until_empty: bool) -> Result<()> {
    ask_passwords(door)?;
    interrupt::watch(terminal.words("cli-outbox-stopping", &[]));
    if !until_empty {
        terminal.remark("cli-outbox-keeps-on", &[]);
    }
    let tell = |news: &JobNews| say(terminal, news);
    let lasting = Door {
        workspace: door.workspace,
        source: door.source,
        actor: door.actor.clone(),
        on_progress: Some(&tell),
    };
    let report = commands::outbox_run(&lasting, RunOrder { until_empty, ..RunOrder::default() })?;
    terminal.result(&report, |report| run_report(terminal, report))?;
    let to_folder =
        commands::account_show(door, None)?.is_none_or(|detail| detail.account.smtp_url.is_empty());
    if to_folder && report.accepted > 0 {
        let folder = door.workspace.folder().join("outbox").display().to_string();
        let count = report.accepted.to_string();
        terminal.remark("cli-outbox-in-folder", &[("count", &count), ("folder", &folder)]);
    }
    match (until_empty, job::is_ending()) {
        // To be ended is the only end that one without end has.
        (false, _) => Ok(()),
        (true, true) => Err(Error::new(Code::Cancelled, "outbox-interrupted")),
        (true, false) => stopped(terminal, &report),
    }
}

/// A line for each thing that happens: whoever reads the system's log wants to know when.
fn say(terminal: &Terminal, news: &JobNews) {
    if news.state != "running" || (news.result.is_none() && news.error.is_none()) {
        return terminal.progress(news);
    }
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r\u{1b}[K");
    }
    let now = terminal.time(&clock::to_text(clock::now()));
    for line in lines(terminal, news) {
        let _ = writeln!(stderr(), "{now}  {line}");
    }
}

fn lines(terminal: &Terminal, news: &JobNews) -> Vec<String> {
    let mut lines = Vec::new();
    let report = news.result.clone().and_then(|it| serde_json::from_value::<RunReport>(it).ok());
    if let Some(report) = report {
        if report.settled() + report.recovered > 0 {
            lines.push(run_report(terminal, &report));
        }
        for paused in &report.paused {
            let id = paused.distribution_id.to_string();
            let why = terminal.words(&paused.text, &[("words", &paused.words), ("id", &id)]);
            lines.push(terminal.words("cli-outbox-waiting", &[("id", &id), ("why", &why)]));
        }
    }
    if let Some(error) = &news.error {
        let words = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let args: Vec<(String, String)> = error
            .get("args")
            .and_then(Json::as_object)
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.clone(), words(value)))
            .collect();
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let why = terminal.words(&error.get("text").map(words).unwrap_or_default(), &args);
        lines.push(terminal.words("cli-outbox-tries-again", &[("why", &why)]));
    }
    lines
}
