//! The way of a release on the command line: handing in, approving, versions, numbers.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::distribution::Instant;
use crate::error::{Error, Result};
use crate::format::markdown;
use crate::release::{
    self, ApprovalWay, ApproveOrder, ArchiveOrder, BeginTranslation, CorrectOrder, DifferenceAsk,
    FieldDifference, IntoRelease, NewComment, ReleaseDetail, ReleaseHistory, RestoreOrder,
    ReturnOrder, SubmitOrder, WithdrawOrder, WordsFate,
};

#[derive(Subcommand)]
pub enum Lifecycle {
    Edit {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "FILE.md|docx")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
        text_language: Option<String>,
        #[arg(long, requires = "text_language", conflicts_with_all = ["set", "file"])]
        remove: bool,
    },
    Submit {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    Return {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    Approve(Approve),
    Withdraw {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[arg(long)]
        notice: bool,
    },
    Correct {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        note: String,
    },
    Archive {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        back: bool,
    },
    Versions {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Diff {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "N")]
        from: Option<i64>,
        #[arg(long, value_name = "N")]
        to: Option<i64>,
    },
    Restore {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "N")]
        ordinal: i64,
    },
    Comment {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "N")]
        about: Option<i64>,
    },
    Numbers,
}

#[derive(Args)]
pub struct Approve {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long, value_name = "here|paper|chat", value_parser = ["here", "paper", "chat"], hide_possible_values = true, default_value = "here", hide_default_value = true)]
    way: String,
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    said: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// A step on the way of a release.
pub fn lifecycle(door: &Door, terminal: &Terminal, verb: Lifecycle) -> Result<()> {
    match verb {
        Lifecycle::Edit { id, text_language: Some(language), remove: true, .. } => {
            remove_text(door, terminal, id, &language)
        }
        Lifecycle::Edit { id, set, file, text_language, .. } => {
            edit(door, terminal, id, &set, file, text_language.as_deref())
        }
        Lifecycle::Submit { id, to, note } => {
            let order = SubmitOrder { id, to, note, ..SubmitOrder::default() };
            told(terminal, "cli-release-submitted", &commands::release_submit(door, order)?)
        }
        Lifecycle::Return { id, note } => {
            let order = ReturnOrder { id, note };
            told(terminal, "cli-release-returned", &commands::release_return(door, order)?)
        }
        Lifecycle::Approve(order) => approve(door, terminal, order),
        Lifecycle::Withdraw { id, reason, notice } => {
            let order = WithdrawOrder { id, reason, notice };
            told(terminal, "cli-release-withdrawn", &commands::release_withdraw(door, order)?)
        }
        Lifecycle::Correct { id, note } => {
            let made = commands::release_correct(door, CorrectOrder { id, note })?;
            told(terminal, "cli-release-correction", &made)
        }
        Lifecycle::Archive { id, back } => {
            let key = if back { "cli-release-unarchived" } else { "cli-release-archived" };
            let order = ArchiveOrder { id, archived: !back };
            told(terminal, key, &commands::release_archive(door, order)?)
        }
        Lifecycle::Versions { id } => {
            let history = commands::release_history(door, id)?;
            terminal.result(&history, |history| history_sheet(terminal, history))
        }
        Lifecycle::Diff { id, from, to } => diff(door, terminal, id, from, to),
        Lifecycle::Restore { id, ordinal } => {
            let version_id = version(door, id, ordinal)?;
            let order = RestoreOrder { version_id, ..RestoreOrder::default() };
            told(terminal, "cli-release-restored", &commands::release_restore(door, order)?)
        }
        Lifecycle::Comment { id, text, about } => {
            let release_version_id = about.map(|ordinal| version(door, id, ordinal)).transpose()?;
            let new = NewComment { release_id: id, release_version_id, text };
            let comment = commands::release_comment(door, new)?;
            terminal.result(&comment, |comment| {
                terminal.words("cli-release-commented", &[("id", &comment.id.to_string())])
            })
        }
        Lifecycle::Numbers => numbers(door, terminal),
    }
}

/// The id of the version that people call by this number.
fn version(door: &Door, id: i64, ordinal: i64) -> Result<i64> {
    door.workspace.db.read(|db| Ok(release::by_ordinal(db, id, ordinal)?.id))
}

/// The release after a step, with where it stands now.
fn told(terminal: &Terminal, key: &str, detail: &ReleaseDetail) -> Result<()> {
    let mut json = serde_json::to_value(&detail.row)?;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("version".to_owned(), Json::from(detail.release.version));
    }
    terminal.result(&json, |_| {
        let row = &detail.row;
        let state = terminal.word("release-state", row.state.as_str());
        terminal.words(
            key,
            &[
                ("id", &row.id.to_string()),
                ("headline", &row.headline),
                ("number", &row.number),
                ("holder", &row.holder),
                ("state", &state),
            ],
        )
    })
}

/// `2026-12-01 08:00 WIB` as it is stored; nothing = no embargo.
fn embargo_of(door: &Door, text: &str) -> Result<String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    Ok(Instant::read(text, door.workspace.zone()?, "embargo")?.stored())
}

/// Changes texts and facts of a release, from a file, by name, or both.
pub(super) fn edit(
    door: &Door,
    terminal: &Terminal,
    id: i64,
    set: &[String],
    file: Option<PathBuf>,
    language: Option<&str>,
) -> Result<()> {
    let stands = commands::release_show(door, id)?;
    let in_other = language.is_some_and(|language| language != stands.release.language);
    let was = stands.row.is_approved();
    let mut fields = Map::new();
    let is_word = |file: &Path| {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        matches!(ending.as_deref(), Some("docx" | "docm" | "dotx" | "doc"))
    };
    if let Some(file) = file.as_deref().filter(|file| is_word(file)) {
        let into = IntoRelease { release_id: id, language: language.map(str::to_owned) };
        let order = super::sending::text_file(file, &[], Some(into))?;
        let detail = commands::release_import(door, order)?;
        if set.is_empty() {
            return edited(terminal, &detail, in_other, was);
        }
    } else if let Some(file) = file {
        let text = super::text_file::read(&file)?;
        let draft = markdown::read_release(&text)?;
        let own = ["number", "place", "language", "kind"];
        let texts = ["boilerplate", "press_contact"];
        for name in own.into_iter().filter(|_| language.is_none()).chain(texts) {
            if let Some(value) = draft.fields.get(name) {
                fields.insert(name.to_owned(), Json::from(value.trim()));
            }
        }
        fields.insert("headline".to_owned(), Json::from(draft.headline));
        fields.insert("lead".to_owned(), Json::from(draft.lead_text));
        fields.insert("body_html".to_owned(), Json::from(draft.body_html));
    }
    for given in set {
        let (name, value) = given
            .split_once('=')
            .ok_or_else(|| Error::invalid("set", "cli-release-set-form").arg("given", given))?;
        let (name, value) = (name.trim(), value.trim());
        if name == "embargo" {
            let ends = embargo_of(door, value)?;
            fields.insert("embargo_at".to_owned(), Json::from(ends));
        } else {
            fields.insert(name.to_owned(), Json::from(value));
        }
    }
    if fields.is_empty() {
        return Err(Error::invalid("set", "cli-release-set-nothing"));
    }
    let stands = commands::release_show(door, id)?;
    let patch = |id, set| Patch { id: Some(id), set, ..Patch::default() };
    let detail = match stands.translation {
        Some(text) if in_other => commands::release_translation_save(door, patch(text.id, fields))?,
        None if in_other => {
            commands::release_translate(door, BeginTranslation { release_id: id, set: fields })?
        }
        _ => commands::release_save(door, patch(id, fields))?,
    };
    edited(terminal, &detail, in_other, was)
}

/// What became of a change: what the translation still lacks, and whether an approval is spent.
fn edited(terminal: &Terminal, detail: &ReleaseDetail, in_other: bool, was: bool) -> Result<()> {
    told(terminal, "cli-release-saved", detail)?;
    if in_other && !detail.gaps.is_empty() {
        terminal.remark("cli-release-gaps", &[("fields", &gaps(terminal, detail))]);
    }
    if was && detail.row.changed {
        let id = detail.release.id.to_string();
        terminal.remark("cli-release-needs-approval", &[("id", &id)]);
    }
    Ok(())
}

/// What a translation lacks, by the names of the fields.
pub(super) fn gaps(terminal: &Terminal, detail: &ReleaseDetail) -> String {
    let names: Vec<String> = detail
        .gaps
        .iter()
        .map(|gap| {
            let field = terminal.words(&format!("release-field-{}", gap.field), &[]);
            terminal.words(&format!("translation-gap-{}", gap.kind.as_str()), &[("field", &field)])
        })
        .collect();
    names.join("; ")
}

/// Takes the version in the other language away.
fn remove_text(door: &Door, terminal: &Terminal, id: i64, language: &str) -> Result<()> {
    let stands = commands::release_show(door, id)?;
    if stands.row.translated != language {
        let headline = &stands.release.headline;
        return Err(Error::invalid("language", "release-not-in-language")
            .arg("language", language)
            .arg("headline", headline));
    }
    commands::release_translation_delete(door, id)?;
    told(terminal, "cli-release-saved", &commands::release_show(door, id)?)
}

fn approve(door: &Door, terminal: &Terminal, order: Approve) -> Result<()> {
    let approve = ApproveOrder {
        id: order.id,
        approver: order.by,
        way: ApprovalWay::from_word(&order.way).unwrap_or_default(),
        note: order.note,
        evidence_text: order.said,
        path: order.evidence,
        ..ApproveOrder::default()
    };
    let detail = commands::release_approve(door, approve)?;
    let key = if detail.row.number.is_empty() {
        "cli-release-approved"
    } else {
        "cli-release-approved-number"
    };
    told(terminal, key, &detail)
}

fn history_sheet(terminal: &Terminal, history: &ReleaseHistory) -> String {
    let row = &history.row;
    let state = terminal.word("release-state", row.state.as_str());
    let head = terminal.words(
        "cli-release-stands",
        &[
            ("id", &row.id.to_string()),
            ("headline", &row.headline),
            ("state", &state),
            ("holder", &row.holder),
        ],
    );
    let versions: Vec<Vec<String>> = history
        .versions
        .iter()
        .map(|version| {
            vec![
                version.ordinal.to_string(),
                terminal.time(&version.at),
                terminal.word("kept", version.kept_as.as_str()),
                version.actor.clone(),
                if version.is_current {
                    terminal.words("cli-kept-current", &[])
                } else {
                    String::new()
                },
                version.headline.clone(),
            ]
        })
        .collect();
    let steps: Vec<Vec<String>> = history
        .steps
        .iter()
        .map(|step| {
            let by = if step.approver.is_empty() { &step.actor } else { &step.approver };
            let said = [&step.note, &step.evidence_text, &step.evidence_name, &step.number];
            let said: Vec<&str> =
                said.into_iter().filter(|word| !word.is_empty()).map(String::as_str).collect();
            vec![
                terminal.time(&step.at),
                terminal.word("release-step", step.step.as_str()),
                by.clone(),
                step.holder.clone(),
                said.join("; "),
            ]
        })
        .collect();
    let comments: Vec<Vec<String>> = history
        .comments
        .iter()
        .map(|comment| {
            vec![terminal.time(&comment.at), comment.actor.clone(), comment.text.clone()]
        })
        .collect();
    let mut parts = vec![head.trim_end().to_owned()];
    if !versions.is_empty() {
        let names = ["version", "time", "action", "actor", "state", "headline"];
        parts.push(terminal.table(&names, &versions));
    }
    if !steps.is_empty() {
        parts.push(terminal.table(&["time", "action", "actor", "holder", "notes"], &steps));
    }
    if !comments.is_empty() {
        parts.push(terminal.table(&["time", "actor", "text"], &comments));
    }
    parts.join("\n\n")
}

/// Without numbers: from the approved text, else the newest version, to the release as it is now.
fn diff(
    door: &Door,
    terminal: &Terminal,
    id: i64,
    from: Option<i64>,
    to: Option<i64>,
) -> Result<()> {
    let history = commands::release_history(door, id)?;
    let usual = history
        .row
        .approved_version_id
        .or_else(|| history.versions.first().map(|version| version.id));
    let older = match from {
        Some(ordinal) => Some(version(door, id, ordinal)?),
        None => usual,
    };
    let newer = to.map(|ordinal| version(door, id, ordinal)).transpose()?;
    let ask = DifferenceAsk { release_id: id, from: older, to: newer };
    let found = commands::release_difference(door, ask)?;
    terminal.result(&json!({"from": older, "to": newer, "fields": found}), |_| {
        if found.is_empty() {
            return terminal.words("release-differences-none", &[]);
        }
        found.iter().map(|field| field_text(terminal, field)).collect::<Vec<_>>().join("\n\n")
    })
}

fn field_text(terminal: &Terminal, field: &FieldDifference) -> String {
    let name =
        crate::text::known(&terminal.language, &format!("release-field-{}", field.field), &[])
            .unwrap_or_else(|| field.field.to_owned());
    let name = match field.language.as_str() {
        "" => name,
        language => {
            format!("{name} ({})", terminal.words(&format!("contact-language-{language}"), &[]))
        }
    };
    if field.form_only {
        return format!("{name}: {}", terminal.words("release-form-only", &[]));
    }
    let words: String = field
        .words
        .iter()
        .map(|words| match words.fate {
            WordsFate::Same => words.text.clone(),
            WordsFate::Removed => format!("[-{}-]", words.text),
            WordsFate::Added => format!("{{+{}+}}", words.text),
        })
        .collect();
    format!("{name}: {words}")
}

fn numbers(door: &Door, terminal: &Terminal) -> Result<()> {
    let register = commands::release_numbers(door, ())?;
    terminal.result(&register, |register| {
        let rows: Vec<Vec<String>> = register
            .rows
            .iter()
            .map(|row| {
                let record = (row.release_id, row.headline.as_str());
                given_number(terminal, &row.number, &row.at, record, &row.actor, &row.void_at)
            })
            .collect();
        let names = ["number", "time", "release", "headline", "actor", "state"];
        let table = if rows.is_empty() {
            terminal.words("number-none", &[])
        } else {
            terminal.table(&names, &rows)
        };
        if register.next.is_empty() {
            return table;
        }
        format!("{table}\n\n{}", terminal.words("number-next", &[("number", &register.next)]))
    })
}

/// A line of a register: the number, when it was given, the record's id and title, by whom, and
/// whether it is void.
pub(super) fn given_number(
    terminal: &Terminal,
    number: &str,
    at: &str,
    (id, title): (i64, &str),
    actor: &str,
    void_at: &str,
) -> Vec<String> {
    vec![
        number.to_owned(),
        terminal.time(at),
        id.to_string(),
        title.to_owned(),
        actor.to_owned(),
        if void_at.is_empty() { String::new() } else { terminal.words("number-void", &[]) },
    ]
}
