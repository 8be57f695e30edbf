//! What a verb says and where: results on standard output, as JSON or as plain text in the
//! person's language; everything else on standard error.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::bus::JobNews;
use crate::clock;
use crate::distribution::Instant;
use crate::error::{Error, Result};
use crate::text;
use crate::workspace::Workspace;

/// The two streams and how to write on them.
pub struct Terminal {
    /// Whether results are JSON.
    pub json: bool,
    /// `id` or `en`.
    pub language: String,
    /// The office's zone, for the times that a person reads.
    pub zone: chrono_tz::Tz,
}

impl Terminal {
    /// A sentence in the person's language.
    pub fn words(&self, key: &str, args: &[(&str, &str)]) -> String {
        text::sentence(&self.language, key, args)
    }

    /// A stored word (a kind, a state, a reason) as a person reads it; the word itself where it
    /// has no sentence.
    pub fn word(&self, group: &str, word: &str) -> String {
        let key = format!("cli-{group}-{}", word.replace('_', "-"));
        text::known(&self.language, &key, &[]).unwrap_or_else(|| word.to_owned())
    }

    /// A stored instant in the office's zone, to the minute.
    pub fn time(&self, stored: &str) -> String {
        clock::from_text(stored).map_or_else(
            || stored.to_owned(),
            |at| at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M").to_string(),
        )
    }

    /// A stored instant in words, with the office's zone; empty where there is none.
    pub fn time_named(&self, stored: &str) -> String {
        clock::from_text(stored)
            .map(|at| Instant { at, zone: self.zone }.written(&self.language))
            .unwrap_or_default()
    }

    /// Whole rupiah.
    pub fn rupiah(&self, amount: i64) -> String {
        text::rupiah(&self.language, amount)
    }

    /// The result of a verb: one JSON value on one line, or what `human` makes of it.
    pub fn result<T: Serialize>(&self, value: &T, human: impl FnOnce(&T) -> String) -> Result<()> {
        if self.json { print_json(value) } else { print(&human(value)) }
    }

    /// A remark beside the result, on standard error.
    pub fn remark(&self, key: &str, args: &[(&str, &str)]) {
        let _ = writeln!(io::stderr(), "{}", self.words(key, args));
    }

    /// A remark of several lines beside the result, on standard error.
    pub fn note(&self, text: &str) {
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// Warns when the workspace lies on another machine.
    pub fn warn_of_network(&self, workspace: &Workspace) {
        if let Some(kind) = workspace.network_share() {
            let folder = workspace.folder().display().to_string();
            self.remark("workspace-on-network", &[("folder", &folder), ("kind", kind)]);
        }
    }

    /// What went wrong, on standard error: the sentence, then the technical cause.
    pub fn complain(&self, error: &Error) {
        let mut text = text::of_error(&self.language, error);
        if let Some(details) = &error.details {
            text.push_str(&format!("\n  ({details})"));
        }
        let _ = writeln!(io::stderr(), "{}{text}", self.words("cli-error-mark", &[]));
    }

    /// Rows under the headings of these names.
    pub fn table(&self, names: &[&str], rows: &[Vec<String>]) -> String {
        let headings: Vec<String> =
            names.iter().map(|name| self.words(&format!("cli-column-{name}"), &[])).collect();
        table(&headings, rows)
    }

    /// How far a job is, over and over on the same line, where a person watches.
    pub fn progress(&self, news: &JobNews) {
        let mut stream = io::stderr();
        if !stream.is_terminal() {
            return;
        }
        let line = match (news.state.as_str(), news.total) {
            ("running", 0) if news.done == 0 => self.words(&news.phase, &[]),
            ("running", 0) => format!("{} {}", self.words(&news.phase, &[]), news.done),
            ("running", total) => {
                format!("{} {} / {total}", self.words(&news.phase, &[]), news.done)
            }
            _ => String::new(),
        };
        let _ = write!(stream, "\r\u{1b}[K{line}");
        let _ = stream.flush();
    }
}

/// Writes a line of result. A reader that has gone away (`| head`) is no failure.
pub fn print(text: &str) -> Result<()> {
    let text = text.trim_end_matches('\n');
    let mut stream = io::stdout().lock();
    match writeln!(stream, "{text}").and_then(|()| stream.flush()) {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Writes a line of JSON as it is made: an answer may be larger than the memory it should take.
fn print_json<T: Serialize>(value: &T) -> Result<()> {
    let mut stream = io::BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer(&mut stream, value).map_err(io::Error::from);
    match written.and_then(|()| writeln!(stream)).and_then(|()| stream.flush()) {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Rows under headings, in columns as wide as what stands in them.
pub fn table(headings: &[String], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|heading| heading.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: &[String]| {
        let padded: Vec<String> =
            cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        padded.join("  ").trim_end().to_owned()
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let lines: Vec<String> =
        [line(headings), line(&rule)].into_iter().chain(rows.iter().map(|row| line(row))).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows =
            [vec!["1".to_owned(), "Siti Rahma".to_owned()], vec!["12".to_owned(), "Bé".to_owned()]];
        let text = table(&["No".to_owned(), "Nama".to_owned()], &rows);
        assert_eq!(text, "No  Nama\n--  ----------\n1   Siti Rahma\n12  Bé");
    }
}
