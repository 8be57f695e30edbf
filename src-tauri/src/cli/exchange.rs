//! Import and export on the command line.

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::house::undo_report;
use super::lists::{filter_of, list_named};
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::contact::ContactFilter;
use crate::error::{Error, Result};
use crate::export::ExportOrder;
use crate::import::{
    ColumnField, FieldRule, ImportPlan, ImportResult, Inspect, PasteOrder, Rejected, SheetPlan,
    UpdateRule,
};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Import {
    #[arg(value_name = "FILE|-", required = true)]
    file: Option<PathBuf>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "COLUMN=field", value_parser = column_field)]
    map: Vec<ColumnField>,
    #[arg(long, value_name = "field=replace|fill|add", value_parser = field_rule)]
    rule: Vec<FieldRule>,
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    #[arg(long, conflicts_with = "sheet")]
    all_sheets: bool,
    #[command(subcommand)]
    of_the_past: Option<Past>,
}

/// Imports of the past.
#[derive(Subcommand)]
enum Past {
    List {
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: i64,
    },
    Undo {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

#[derive(Args)]
pub struct Export {
    #[arg(value_name = "contacts|organisations", value_parser = ["contacts", "organisations"], hide_possible_values = true)]
    what: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "KEY,KEY", value_delimiter = ',')]
    columns: Vec<String>,
    #[arg(long, value_name = "3.0|4.0", value_parser = ["3.0", "4.0"], hide_possible_values = true)]
    card_version: Option<String>,
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    #[arg(id = "where", long = "where", value_name = "RULE")]
    rule: Option<String>,
}

/// Whether the column and the field exist is told once the file is open, in the person's words.
fn column_field(text: &str) -> Result<ColumnField, String> {
    let (column, field) = text.rsplit_once('=').ok_or_else(|| "COLUMN=field".to_owned())?;
    Ok(ColumnField { column: column.trim().to_owned(), field: field.trim().to_owned() })
}

fn field_rule(text: &str) -> Result<FieldRule, String> {
    let wrong = || "field=replace|fill|add".to_owned();
    let (field, rule) = text.split_once('=').ok_or_else(wrong)?;
    let rule = UpdateRule::from_word(rule.trim()).ok_or_else(wrong)?;
    Ok(FieldRule { field: field.trim().parse().map_err(|()| wrong())?, rule })
}

/// Imports a contact list, says what an import would do, or deals with imports of the past.
pub fn import(door: &Door, terminal: &Terminal, import: Import) -> Result<()> {
    match import.of_the_past {
        Some(past) => return of_the_past(door, terminal, past),
        None if import.file.is_none() => return Err(Error::invalid("file", "import-no-file")),
        None => {}
    }
    let from_terminal = import.file.as_ref().is_some_and(|file| file.as_os_str() == "-");
    let mut source = Inspect { file: import.file, ..Inspect::default() };
    if from_terminal {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        let pasted = commands::import_paste(door, PasteOrder { text })?;
        source = Inspect {
            upload: Some(pasted.upload),
            file_name: Some("-".to_owned()),
            ..Inspect::default()
        };
    }
    let mut sheets = import.sheet;
    if sheets.len() == 1 {
        source.sheet = sheets.pop();
    }
    let several = sheets.into_iter().map(|sheet| SheetPlan { sheet, mapping: None }).collect();
    let plan = ImportPlan {
        source,
        sheets: Some(several),
        all_sheets: Some(import.all_sheets),
        changes: Some(import.map),
        rules: (!import.rule.is_empty()).then_some(import.rule),
        list: import.list,
        rejected_file: import.rejected,
        ..ImportPlan::default()
    };
    let result = if import.dry_run {
        commands::import_preview(door, plan)?
    } else {
        commands::import_run(door, plan)?
    };
    terminal.result(&result, |result| import_report(terminal, result, import.dry_run))
}

fn of_the_past(door: &Door, terminal: &Terminal, past: Past) -> Result<()> {
    match past {
        Past::List { limit } => {
            let runs = commands::import_list(door, limit)?;
            terminal.result(&serde_json::json!({"imports": runs}), |_| {
                let rows: Vec<Vec<String>> = runs
                    .iter()
                    .map(|run| {
                        vec![
                            run.id.to_string(),
                            terminal.time(&run.at),
                            run.actor.clone(),
                            run.file_name.clone(),
                            run.added.to_string(),
                            run.updated.to_string(),
                            run.rejected.to_string(),
                            terminal.words(&format!("import-state-{}", run.state), &[]),
                        ]
                    })
                    .collect();
                terminal.table(
                    &["id", "time", "actor", "file", "added", "updated", "rejected", "state"],
                    &rows,
                )
            })
        }
        Past::Undo { id } => {
            let undone = commands::import_undo(door, id)?;
            terminal.result(&undone, |undone| undo_report(terminal, undone))
        }
    }
}

const MOST_REJECTED_SHOWN: usize = 20;

fn import_report(terminal: &Terminal, result: &ImportResult, dry_run: bool) -> String {
    let numbers = [
        ("added", result.added.to_string()),
        ("updated", result.updated.to_string()),
        ("skipped", result.skipped.to_string()),
        ("rejected", result.rejected.len().to_string()),
        ("duplicates", result.possible_duplicates.to_string()),
        ("count", result.left_out_count.to_string()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let mut text =
        terminal.words(if dry_run { "cli-import-would" } else { "cli-import-done" }, &words);
    if result.possible_duplicates > 0 {
        text.push_str(&format!("\n{}", terminal.words("cli-import-duplicates", &words)));
    }
    if !result.rejected.is_empty() {
        text.push_str(&format!("\n\n{}", fault_table(terminal, &result.rejected)));
        if result.rejected.len() > MOST_REJECTED_SHOWN {
            text.push_str(&format!("\n{}", terminal.words("cli-import-more-rejected", &words)));
        }
    }
    if result.left_out_count > 0 {
        let said = terminal.words("import-left-out", &words);
        text.push_str(&format!("\n\n{said}\n{}", fault_table(terminal, &result.left_out)));
    }
    text
}

fn fault_table(terminal: &Terminal, faults: &[Rejected]) -> String {
    let sheets = faults.iter().any(|fault| !fault.sheet.is_empty());
    let rows: Vec<Vec<String>> = faults
        .iter()
        .take(MOST_REJECTED_SHOWN)
        .map(|fault| {
            let reason = terminal.words(&format!("import-reason-{}", fault.reason), &[]);
            let mut row =
                vec![fault.row.to_string(), fault.column.clone(), fault.value.clone(), reason];
            if sheets {
                row.insert(0, fault.sheet.clone());
            }
            row
        })
        .collect();
    let mut columns = vec!["row", "column", "value", "reason"];
    if sheets {
        columns.insert(0, "sheet");
    }
    terminal.table(&columns, &rows)
}

/// Writes contacts or organisations into a file.
pub fn export(door: &Door, terminal: &Terminal, export: Export) -> Result<()> {
    let list_id = export.list.map(|name| list_named(door, &name)).transpose()?.map(|list| list.id);
    let filter = ContactFilter {
        search: export.search,
        list_id,
        filter: export.rule.map(|rule| filter_of(door, &rule)).transpose()?,
        ..ContactFilter::default()
    };
    let exported = commands::export_run(
        door,
        ExportOrder {
            what: export.what,
            file: Some(export.file),
            columns: (!export.columns.is_empty()).then_some(export.columns),
            card_version: export.card_version,
            filter: Some(filter),
            ..ExportOrder::default()
        },
    )?;
    terminal.result(&exported, |exported| {
        terminal.words(
            "cli-export-done",
            &[("rows", &exported.rows.to_string()), ("file", &exported.file.display().to_string())],
        )
    })
}
