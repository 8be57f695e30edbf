//! The photo archive on the command line.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::photo::{Consent, NewArchivePhoto, NewStill, PhotoCopy, PhotoDetail, PhotoFilter};
use crate::release::UsePhoto;

#[derive(Subcommand)]
pub enum Photo {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "CONSENT", value_parser = ["unknown", "given", "not_needed", "refused"], hide_possible_values = true)]
        consent: Option<String>,
        #[arg(long, value_name = "EVENT")]
        event: Option<i64>,
        #[arg(long, value_name = "N")]
        limit: Option<i64>,
    },
    Add {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "EVENT")]
        event: Option<i64>,
    },
    Show {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Edit {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long = "set", value_name = "FIELD=VALUE", required = true)]
        set: Vec<String>,
    },
    Use {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "RELEASE")]
        release: i64,
        #[arg(long)]
        attach: bool,
    },
    Still {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Export {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long)]
        original: bool,
    },
}

/// A verb about the photo archive.
pub fn photo(door: &Door, terminal: &Terminal, verb: Photo) -> Result<()> {
    match verb {
        Photo::List { search, consent, event, limit } => {
            let consent = consent.as_deref().and_then(Consent::from_word);
            list(
                door,
                terminal,
                PhotoFilter { search, consent, event_id: event, limit, ..PhotoFilter::default() },
            )
        }
        Photo::Add { files, set, event } => add(door, terminal, files, &set, event),
        Photo::Show { id } => {
            let detail = commands::photo_show(door, id)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Photo::Edit { id, set } => {
            let patch = Patch { id: Some(id), set: fields(&set)?, ..Patch::default() };
            terminal.result(&commands::photo_save(door, patch)?, |photo| {
                terminal.words("cli-photo-saved", &[("id", &photo.id.to_string())])
            })
        }
        Photo::Use { id, release, attach } => {
            let order =
                UsePhoto { photo_id: id, release_id: release, in_body: !attach, language: None };
            let detail = commands::release_use_photo(door, order)?;
            terminal.result(&detail, |detail| {
                terminal.words(
                    "cli-photo-used",
                    &[("id", &id.to_string()), ("headline", &detail.release.headline)],
                )
            })
        }
        Photo::Still { id, file } => {
            let new = NewStill { id, path: Some(file), ..NewStill::default() };
            terminal.result(&commands::photo_still(door, new)?, |detail| sheet(terminal, detail))
        }
        Photo::Export { id, file, original } => {
            let copied = commands::photo_export(door, PhotoCopy { id, file, original })?;
            terminal.result(&copied, |copied| {
                terminal.words("paper-saved", &[("file", &copied.file.display().to_string())])
            })
        }
    }
}

fn fields(set: &[String]) -> Result<Map<String, Json>> {
    set.iter()
        .map(|given| {
            let (name, value) = given.split_once('=').ok_or_else(|| {
                Error::new(Code::Invalid, "cli-release-set-form").arg("given", given)
            })?;
            let (name, value) = (name.trim(), value.trim());
            let number = value.parse::<i64>().ok().filter(|_| name == "event_id");
            Ok((name.to_owned(), number.map_or_else(|| Json::from(value), Json::from)))
        })
        .collect()
}

/// Takes all files that it can; the last refusal makes the verb fail.
fn add(
    door: &Door,
    terminal: &Terminal,
    files: Vec<PathBuf>,
    set: &[String],
    event: Option<i64>,
) -> Result<()> {
    let mut set = fields(set)?;
    if let Some(event) = event {
        set.insert("event_id".to_owned(), Json::from(event));
    }
    let mut added = Vec::new();
    let mut refused = None;
    for path in files {
        let new =
            NewArchivePhoto { path: Some(path), set: set.clone(), ..NewArchivePhoto::default() };
        match commands::photo_add(door, new) {
            Ok(detail) => added.push(detail.photo),
            Err(error) => {
                if let Some(earlier) = refused.replace(error) {
                    terminal.complain(&earlier);
                }
            }
        }
    }
    if !added.is_empty() || refused.is_none() {
        terminal.result(&json!({"photos": added}), |_| {
            terminal.words("cli-photo-added", &[("count", &added.len().to_string())])
        })?;
    }
    refused.map_or(Ok(()), Err)
}

fn list(door: &Door, terminal: &Terminal, filter: PhotoFilter) -> Result<()> {
    let page = commands::photo_list(door, filter)?;
    terminal.result(&page, |page| {
        if page.rows.is_empty() {
            return terminal.words("photo-none-found", &[]);
        }
        let cells: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|photo| {
                vec![
                    photo.id.to_string(),
                    photo.file_name.clone(),
                    photo.caption.clone(),
                    photo.credit.clone(),
                    photo.taken_on.clone(),
                    terminal.words(&format!("photo-consent-{}", photo.consent.as_str()), &[]),
                ]
            })
            .collect();
        terminal.table(&["id", "file", "caption", "credit", "taken", "consent"], &cells)
    })
}

fn sheet(terminal: &Terminal, detail: &PhotoDetail) -> String {
    let photo = &detail.photo;
    let size = match (photo.width, photo.height) {
        (0, _) | (_, 0) => String::new(),
        (width, height) => format!("{width} × {height}"),
    };
    let length = match photo.seconds {
        0 => String::new(),
        seconds => format!("{}:{:02}", seconds / 60, seconds % 60),
    };
    let consent = terminal.words(&format!("photo-consent-{}", photo.consent.as_str()), &[]);
    let uses: Vec<String> =
        detail.uses.iter().map(|one| format!("{} {}", one.release_id, one.headline)).collect();
    [
        ("photo-file", photo.file_name.as_str()),
        ("photo-pixels", &size),
        ("photo-length", &length),
        ("photo-caption", &photo.caption),
        ("photo-credit", &photo.credit),
        ("photo-taken-on", &photo.taken_on),
        ("photo-place", &photo.place),
        ("photo-people", &photo.people),
        ("photo-tags", &photo.tags),
        ("photo-consent", &consent),
        ("photo-consent-note", &photo.consent_note),
        ("photo-uses", &uses.join("; ")),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(key, said)| format!("{}: {said}", terminal.words(key, &[])))
    .collect::<Vec<_>>()
    .join("\n")
}
