//! Letters on the command line.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::lifecycle::given_number;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::format::markdown;
use crate::letter::{
    self, IssueOrder, LetterBegin, LetterDetail, LetterFilter, LetterKind, LetterState,
    NumberingPatch, VoidOrder,
};
use crate::paper::{LetterPaper, PaperFormat};

const KINDS: [&str; 5] = ["letter", "cover", "invitation", "memo", "assignment"];

#[derive(Subcommand)]
pub enum Letter {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = ["draft", "issued", "void"], hide_possible_values = true)]
        state: Option<String>,
    },
    New {
        #[arg(long, value_name = "NAME")]
        template: Option<String>,
        #[arg(long, value_name = "LETTER", conflicts_with = "template")]
        copy: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
        text_language: Option<String>,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "FILE.md")]
        file: Option<PathBuf>,
    },
    Edit {
        #[arg(value_name = "LETTER")]
        letter: String,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "FILE.md")]
        file: Option<PathBuf>,
    },
    Show {
        #[arg(value_name = "LETTER")]
        letter: String,
    },
    Issue {
        #[arg(value_name = "LETTER")]
        letter: String,
        #[arg(long, value_name = "NUMBER")]
        number: Option<String>,
        #[arg(long)]
        anyway: bool,
    },
    Export {
        #[arg(value_name = "LETTER")]
        letter: String,
        #[arg(value_name = "FILE.pdf|docx|txt")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "FORMAT", value_parser = ["pdf", "docx", "txt"])]
        format: Option<String>,
    },
    Void {
        #[arg(value_name = "LETTER")]
        letter: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Templates,
    Numbers {
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true, requires = "pattern")]
        kind: Option<String>,
        #[arg(long, value_name = "PATTERN", requires = "kind")]
        pattern: Option<String>,
    },
}

/// A verb about letters.
pub fn letter(door: &Door, terminal: &Terminal, verb: Letter) -> Result<()> {
    match verb {
        Letter::List { search, kind, state } => {
            let filter = LetterFilter {
                text: search,
                kind: kind.as_deref().and_then(LetterKind::from_word),
                state: state.as_deref().and_then(LetterState::from_word),
                event_id: None,
            };
            list(door, terminal, filter)
        }
        Letter::New { template, copy, kind, text_language, set, file } => {
            let begin = LetterBegin {
                template_id: template.map(|name| template_named(door, &name)).transpose()?,
                copy_of: copy.map(|said| named(door, &said)).transpose()?,
                kind: kind.as_deref().and_then(LetterKind::from_word),
                language: text_language,
                set: fields(&set, file)?,
            };
            told(terminal, "cli-letter-begun", &commands::letter_begin(door, begin)?)
        }
        Letter::Edit { letter, set, file } => {
            let set = fields(&set, file)?;
            if set.is_empty() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let patch = Patch { id: Some(named(door, &letter)?), set, ..Patch::default() };
            told(terminal, "cli-letter-saved", &commands::letter_save(door, patch)?)
        }
        Letter::Show { letter } => {
            let detail = commands::letter_show(door, named(door, &letter)?)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Letter::Issue { letter, number, anyway } => {
            let order = IssueOrder { id: named(door, &letter)?, version: None, number, anyway };
            told(terminal, "cli-letter-issued", &commands::letter_issue(door, order)?)
        }
        Letter::Export { letter, file, format } => {
            let format = format.as_deref().and_then(PaperFormat::from_word);
            let order = LetterPaper { letter_id: named(door, &letter)?, file, format };
            terminal.result(&commands::letter_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        Letter::Void { letter, reason } => {
            let order = VoidOrder { id: named(door, &letter)?, reason };
            told(terminal, "cli-letter-voided", &commands::letter_void(door, order)?)
        }
        Letter::Templates => templates(door, terminal),
        Letter::Numbers { kind, pattern } => {
            if let Some(kind) = kind.as_deref().and_then(LetterKind::from_word) {
                let patch = NumberingPatch { kind, pattern, number_from: None };
                commands::letter_numbering_save(door, patch)?;
            }
            numbers(door, terminal)
        }
    }
}

fn named(door: &Door, said: &str) -> Result<i64> {
    door.workspace.db.read(|db| letter::named(db, said))
}

fn template_named(door: &Door, said: &str) -> Result<i64> {
    let wanted = said.trim().to_lowercase();
    commands::letter_templates(door, ())?
        .into_iter()
        .find(|template| {
            template.name.to_lowercase() == wanted || template.id.to_string() == wanted
        })
        .map(|template| template.id)
        .ok_or_else(|| Error::new(Code::NotFound, "letter-template-missing").arg("name", said))
}

/// Fields of the command line; the text from a Markdown file.
pub(super) fn fields(set: &[String], file: Option<PathBuf>) -> Result<Map<String, Json>> {
    let mut fields = Map::new();
    if let Some(file) = file {
        let text = super::text_file::read(&file)?;
        fields.insert("body_html".to_owned(), Json::from(markdown::to_html(&text)));
    }
    for given in set {
        let (name, value) = given
            .split_once('=')
            .ok_or_else(|| Error::new(Code::Invalid, "cli-release-set-form").arg("given", given))?;
        let (name, value) = (name.trim().to_owned(), value.trim());
        let value = match (name.as_str(), value.parse::<i64>()) {
            ("enclosures", Ok(count)) => Json::from(count),
            _ => Json::from(value.replace("\\n", "\n")),
        };
        fields.insert(name, value);
    }
    Ok(fields)
}

fn told(terminal: &Terminal, key: &str, detail: &LetterDetail) -> Result<()> {
    let mut json = serde_json::to_value(&detail.letter)?;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("state".to_owned(), Json::from(detail.state.as_str()));
        fields.insert("next_number".to_owned(), Json::from(detail.next_number.as_str()));
    }
    let letter = &detail.letter;
    terminal.result(&json, |_| {
        terminal.words(
            key,
            &[
                ("id", &letter.id.to_string()),
                ("subject", &letter.subject),
                ("number", &letter.number),
            ],
        )
    })
}

fn list(door: &Door, terminal: &Terminal, filter: LetterFilter) -> Result<()> {
    let rows = commands::letter_list(door, filter)?;
    terminal.result(&json!({"letters": rows}), |_| {
        if rows.is_empty() {
            return terminal.words("letter-none-yet", &[]);
        }
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    terminal.words(&format!("letter-kind-{}", row.kind.as_str()), &[]),
                    row.number.clone(),
                    row.subject.clone(),
                    row.recipient.clone(),
                    terminal.words(&format!("letter-state-{}", row.state.as_str()), &[]),
                ]
            })
            .collect();
        terminal.table(&["id", "kind", "number", "subject", "recipient", "state"], &cells)
    })
}

fn sheet(terminal: &Terminal, detail: &LetterDetail) -> String {
    let letter = &detail.letter;
    let kind = terminal.words(&format!("letter-kind-{}", letter.kind.as_str()), &[]);
    let state = terminal.words(&format!("letter-state-{}", detail.state.as_str()), &[]);
    let said = |key: &str, value: &str| match value {
        "" => String::new(),
        value => format!("{}: {value}", terminal.words(key, &[])),
    };
    let number = if letter.number.is_empty() { &detail.next_number } else { &letter.number };
    let lines = [
        format!("{kind} ({state})"),
        said(if letter.number.is_empty() { "letter-next-number" } else { "letter-number" }, number),
        said("letter-date", &letter.dated_on),
        said("letter-recipients", &letter.recipients),
        said("letter-subject", &letter.subject),
        said("letter-void-why", &letter.void_reason),
        said("letter-blanks", &detail.blanks.join(", ")),
        String::new(),
        markdown::text_of(&letter.body_html),
        String::new(),
        said("letter-signatory", &letter.signatory_name),
        said("letter-copies", &letter.copies),
    ];
    let mut shown: Vec<String> = lines.to_vec();
    shown.dedup_by(|a, b| a.is_empty() && b.is_empty());
    shown.join("\n")
}

fn templates(door: &Door, terminal: &Terminal) -> Result<()> {
    let all = commands::letter_templates(door, ())?;
    terminal.result(&json!({"templates": all}), |_| {
        let cells: Vec<Vec<String>> = all
            .iter()
            .map(|template| {
                vec![
                    template.id.to_string(),
                    template.name.clone(),
                    terminal.words(&format!("letter-kind-{}", template.kind.as_str()), &[]),
                    template.language.clone(),
                ]
            })
            .collect();
        terminal.table(&["id", "name", "kind", "language"], &cells)
    })
}

fn numbers(door: &Door, terminal: &Terminal) -> Result<()> {
    let register = commands::letter_register(door, ())?;
    terminal.result(&register, |register| {
        let ways: Vec<Vec<String>> = register
            .numberings
            .iter()
            .map(|row| {
                vec![
                    terminal.words(&format!("letter-kind-{}", row.kind.as_str()), &[]),
                    row.pattern.clone(),
                    row.next.clone(),
                ]
            })
            .collect();
        let ways = terminal.table(&["kind", "pattern", "next"], &ways);
        if register.rows.is_empty() {
            return format!("{ways}\n\n{}", terminal.words("number-none", &[]));
        }
        let rows: Vec<Vec<String>> = register
            .rows
            .iter()
            .map(|row| {
                let record = (row.letter_id, row.subject.as_str());
                given_number(terminal, &row.number, &row.at, record, &row.actor, &row.void_at)
            })
            .collect();
        let names = ["number", "time", "letter", "subject", "actor", "state"];
        format!("{ways}\n\n{}", terminal.table(&names, &rows))
    })
}
