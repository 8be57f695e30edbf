//! Press kits on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use super::texts::standing_named;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::kit::{self, KitAdd, KitDetail, KitFilter};
use crate::paper::{KitAttach, KitOrder, PaperFormat};

#[derive(Subcommand)]
pub enum Kit {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
    Show {
        #[arg(value_name = "KIT")]
        kit: String,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
        #[command(flatten)]
        things: Things,
    },
    Edit {
        #[arg(value_name = "KIT")]
        kit: String,
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    Add {
        #[arg(value_name = "KIT")]
        kit: String,
        #[command(flatten)]
        things: Things,
    },
    Remove {
        #[arg(value_name = "KIT")]
        kit: String,
        #[arg(value_name = "ITEM", required = true)]
        items: Vec<i64>,
    },
    Export {
        #[arg(value_name = "KIT")]
        kit: String,
        #[arg(value_name = "FILE.zip")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "pdf|docx|txt", num_args = 1.., value_parser = ["pdf", "docx", "txt"], hide_possible_values = true)]
        format: Vec<String>,
    },
    Attach {
        #[arg(value_name = "KIT")]
        kit: String,
        #[arg(value_name = "RELEASE")]
        release: i64,
        #[arg(long, value_name = "pdf|docx|txt", num_args = 1.., value_parser = ["pdf", "docx", "txt"], hide_possible_values = true)]
        format: Vec<String>,
    },
    Delete {
        #[arg(value_name = "KIT")]
        kit: String,
    },
}

/// What a kit shall hand out.
#[derive(Args)]
pub struct Things {
    #[arg(long, value_name = "ID", num_args = 1..)]
    release: Vec<i64>,
    #[arg(long, value_name = "ID", num_args = 1..)]
    photo: Vec<i64>,
    #[arg(long, value_name = "BOILERPLATE", num_args = 1..)]
    text: Vec<String>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    file: Vec<PathBuf>,
}

impl Things {
    fn are_none(&self) -> bool {
        self.release.is_empty()
            && self.photo.is_empty()
            && self.text.is_empty()
            && self.file.is_empty()
    }

    fn order(self, door: &Door) -> Result<KitAdd> {
        if let Some(missing) = self.file.iter().find(|file| !file.is_file()) {
            return Err(
                Error::new(Code::NotFound, "error-file-missing").arg("file", missing.display())
            );
        }
        let texts = self.text.iter().map(|name| Ok(standing_named(door, name)?.id));
        Ok(KitAdd {
            texts: texts.collect::<Result<_>>()?,
            releases: self.release,
            photos: self.photo,
            paths: self.file,
            ..KitAdd::default()
        })
    }
}

/// A verb about press kits.
pub fn kit(door: &Door, terminal: &Terminal, verb: Kit) -> Result<()> {
    match verb {
        Kit::List { search } => {
            let kits = commands::kit_list(door, KitFilter { search, ..KitFilter::default() })?;
            terminal.result(&json!({"kits": kits}), |_| {
                let rows: Vec<Vec<String>> = kits
                    .iter()
                    .map(|kit| {
                        let counts = [kit.releases, kit.photos, kit.texts, kit.files];
                        let start = [kit.id.to_string(), kit.name.clone()];
                        start.into_iter().chain(counts.map(|count| count.to_string())).collect()
                    })
                    .collect();
                terminal.table(&["id", "name", "releases", "photos", "texts", "files"], &rows)
            })
        }
        Kit::Show { kit } => {
            let detail = commands::kit_show(door, named(door, &kit)?)?;
            told(terminal, &detail)
        }
        Kit::New { name, notes, things } => {
            // What cannot be added is refused before anything is made.
            let order = things.order(door)?;
            let set = fields(Some(name), notes);
            let made = commands::kit_save(door, Patch { set, ..Patch::default() })?;
            told(terminal, &commands::kit_add(door, KitAdd { kit_id: made.id, ..order })?)
        }
        Kit::Edit { kit, name, notes } => {
            let set = fields(name, notes);
            if set.is_empty() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let id = named(door, &kit)?;
            commands::kit_save(door, Patch { id: Some(id), set, ..Patch::default() })?;
            told(terminal, &commands::kit_show(door, id)?)
        }
        Kit::Add { kit, things } => {
            if things.are_none() {
                return Err(Error::new(Code::Invalid, "cli-kit-nothing"));
            }
            let kit_id = named(door, &kit)?;
            let order = things.order(door)?;
            told(terminal, &commands::kit_add(door, KitAdd { kit_id, ..order })?)
        }
        Kit::Remove { kit, items } => {
            let id = named(door, &kit)?;
            let own = commands::kit_show(door, id)?.contents;
            if let Some(other) = items.iter().find(|item| !own.iter().any(|c| c.item_id == **item))
            {
                return Err(Error::new(Code::NotFound, "cli-kit-item-unknown").arg("id", other));
            }
            commands::kit_remove(door, items)?;
            told(terminal, &commands::kit_show(door, id)?)
        }
        Kit::Export { kit, file, format } => {
            let order = KitOrder { kit_id: named(door, &kit)?, file, formats: formats(&format) };
            terminal.result(&commands::kit_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        Kit::Attach { kit, release, format } => {
            let kit_id = named(door, &kit)?;
            let order = KitAttach { kit_id, release_id: release, formats: formats(&format) };
            let file = commands::kit_attach(door, order)?;
            terminal.result(&file, |file| {
                let id = release.to_string();
                terminal.words("cli-kit-attached", &[("file", &file.file_name), ("id", &id)])
            })
        }
        Kit::Delete { kit } => {
            let id = named(door, &kit)?;
            let removed = commands::kit_delete(door, vec![id])?;
            terminal.result(&json!({"id": id, "removed": removed > 0}), |_| {
                terminal.words("cli-kit-deleted", &[("name", &kit)])
            })
        }
    }
}

fn formats(said: &[String]) -> Vec<PaperFormat> {
    said.iter().filter_map(|word| PaperFormat::from_word(word)).collect()
}

fn named(door: &Door, said: &str) -> Result<i64> {
    Ok(door.workspace.db.read(|db| kit::named(db, said))?.id)
}

fn fields(name: Option<String>, notes: Option<String>) -> Map<String, Json> {
    let notes = notes.map(|notes| notes.replace("\\n", "\n"));
    let all = [("name", name), ("notes", notes)];
    all.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Json::from(text?)))).collect()
}

fn told(terminal: &Terminal, detail: &KitDetail) -> Result<()> {
    terminal.result(detail, |detail| {
        let rows: Vec<Vec<String>> = detail
            .contents
            .iter()
            .map(|content| {
                vec![
                    content.item_id.to_string(),
                    terminal.words(&format!("kit-part-{}", content.part.as_str()), &[]),
                    content.name.clone(),
                    content.about.clone(),
                ]
            })
            .collect();
        let contents = match rows.is_empty() {
            true => terminal.words("kit-empty", &[]),
            false => terminal.table(&["id", "kind", "name", "about"], &rows),
        };
        let parts = [detail.kit.name.clone(), detail.kit.notes.clone(), contents];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    })?;
    for remark in &detail.remarks {
        let args: Vec<(&str, &str)> =
            remark.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        terminal.remark(remark.text, &args);
    }
    Ok(())
}
