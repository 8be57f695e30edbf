//! What single recipients get with a release, on the command line.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::contacts;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::error::{Code, Error, Result};
use crate::release::{self, EnclosureRow, MatchAsk, NewEnclosure};

#[derive(Args)]
pub struct Enclose {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    to: Vec<String>,
    #[arg(long, value_name = "URL", requires = "to", conflicts_with = "files")]
    link: Option<String>,
    #[arg(long, value_name = "NUMBER", num_args = 1..)]
    remove: Vec<i64>,
}

/// Gives files or a link to single recipients, takes them away, and lists what everybody gets.
pub fn enclose(door: &Door, terminal: &Terminal, order: Enclose) -> Result<()> {
    let there = commands::release_enclosures(door, order.id)?;
    if let Some(other) =
        order.remove.iter().find(|id| !there.iter().any(|row| row.enclosure.id == **id))
    {
        return Err(Error::new(Code::NotFound, "cli-enclosure-unknown")
            .arg("id", other)
            .arg("release", order.id));
    }
    let new = asked(door, &order)?;
    for id in order.remove {
        commands::release_enclosure_delete(door, id)?;
    }
    for enclosure in new {
        commands::release_enclose(door, enclosure)?;
    }
    let rows = commands::release_enclosures(door, order.id)?;
    terminal.result(&json!({"enclosures": rows}), |_| told(terminal, &rows))
}

/// What is to be added. Every file must be there and for somebody before the first is taken.
fn asked(door: &Door, order: &Enclose) -> Result<Vec<NewEnclosure>> {
    let to = contacts(door, &order.to)?;
    if let Some(link) = &order.link {
        let link = Some(link.clone());
        return Ok(vec![NewEnclosure {
            release_id: order.id,
            contacts: to,
            link,
            ..NewEnclosure::default()
        }]);
    }
    if let Some(missing) = order.files.iter().find(|path| !path.is_file()) {
        return Err(Error::invalid("file", "release-file-unreadable")
            .arg("file", missing.display().to_string()));
    }
    let names = order.files.iter().map(|path| {
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    });
    let ask = MatchAsk { file_names: names.collect() };
    let whose: Vec<Vec<i64>> = if to.is_empty() && !ask.file_names.is_empty() {
        let found = commands::enclosure_matches(door, ask)?;
        found.iter().map(|file| Ok(vec![release::whose(file)?])).collect::<Result<_>>()?
    } else {
        vec![to; order.files.len()]
    };
    let each = order.files.iter().zip(whose).map(|(path, contacts)| NewEnclosure {
        release_id: order.id,
        contacts,
        path: Some(path.clone()),
        ..NewEnclosure::default()
    });
    Ok(each.collect())
}

fn told(terminal: &Terminal, rows: &[EnclosureRow]) -> String {
    if rows.is_empty() {
        return terminal.words("cli-enclosures-none", &[]);
    }
    let line = |row: &EnclosureRow| {
        let own = &row.enclosure;
        let what = if own.link.is_empty() { &own.file_name } else { &own.link };
        let id = own.id.to_string();
        terminal.words("cli-enclosure", &[("id", &id), ("name", &row.name), ("what", what)])
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
