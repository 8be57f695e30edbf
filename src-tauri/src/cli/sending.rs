//! Sending on the command line: press releases, the outbox.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value as Json, json};

use super::channels::{self, Channels};
use super::contacts;
use super::enclosures::{self, Enclose};
use super::lists::list_named;
use super::queued;
use super::sender;
use super::terminal::Terminal;
use super::timing::Timing;
use crate::commands::{self, Door};
use crate::distribution::{
    Audience, DistributionFilter, DistributionRow, Preflight, SendOrder, When,
};
use crate::error::{Code, Error, Result};
use crate::outbox::RunReport;
use crate::paper::{PaperFormat, PaperOrder};
use crate::release::{
    self, BeginRelease, ImportText, IntoRelease, ReleaseDetail, ReleaseFilter, ReleaseKind,
    ReleaseState, TextAsk,
};
use crate::{account, organisation};

#[derive(Subcommand)]
pub enum Release {
    New {
        #[arg(long, value_name = "FILE.md|docx", required_unless_present = "template")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["file", "attach"])]
        template: Option<String>,
        #[arg(long, value_name = "FILE", num_args = 1..)]
        attach: Vec<PathBuf>,
    },
    Import {
        #[arg(value_name = "FILE.md|docx")]
        file: PathBuf,
        #[arg(long, value_name = "ID")]
        into: Option<i64>,
        #[arg(long, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true, requires = "into")]
        text_language: Option<String>,
    },
    Show {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
        text_language: Option<String>,
    },
    List {
        #[arg(long, value_name = "STATE", value_parser = STATES, hide_possible_values = true)]
        state: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
    },
    Export {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "FILE.pdf|docx|txt|html|eml")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "FORMAT", value_parser = ["pdf", "docx", "txt", "html", "eml", "whatsapp"])]
        format: Option<String>,
        #[arg(long)]
        initials: bool,
        #[arg(long, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
        text_language: Option<String>,
    },
    Send(Box<Send>),
    Enclose(Enclose),
    #[command(flatten)]
    Lifecycle(super::lifecycle::Lifecycle),
}

/// What `release list --state` takes.
const STATES: [&str; 10] = [
    "draft",
    "in_review",
    "approved",
    "needs_approval",
    "scheduled",
    "distributing",
    "distributed",
    "corrected",
    "withdrawn",
    "archived",
];

/// What `release list --kind` takes.
const KINDS: [&str; 6] =
    ["press_release", "media_advisory", "statement", "correction", "background", "photo"];

#[derive(Args)]
pub struct Send {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(long, value_name = "NAME", num_args = 1..)]
    list: Vec<String>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    to: Vec<String>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    exclude: Vec<String>,
    #[arg(long, value_name = "OUTLET", num_args = 1..)]
    newsroom: Vec<String>,
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[command(flatten)]
    channels: Channels,
    #[command(flatten)]
    timing: Timing,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
}

#[derive(Subcommand)]
pub enum Outbox {
    Run {
        #[arg(long)]
        until_empty: bool,
    },
    Status,
    Pause {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Resume {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Cancel {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

/// Press releases.
pub fn release(door: &Door, terminal: &Terminal, release: Release) -> Result<()> {
    match release {
        Release::New { file, template, attach } => match (file, template) {
            (_, Some(template)) => begin_release(door, terminal, &template),
            (file, None) => new_release(door, terminal, &file.unwrap_or_default(), &attach),
        },
        Release::Show { id, text_language } => {
            let detail = commands::release_show(door, id)?;
            let shown = door.workspace.db.read(|db| {
                release::in_language(db, detail.release.clone(), text_language.as_deref())
            })?;
            terminal.result(&with_id(&detail)?, |_| release_sheet(terminal, &detail, &shown))
        }
        Release::List { state, kind } => {
            let filter = ReleaseFilter {
                state: state.as_deref().and_then(ReleaseState::from_word),
                kind: kind.as_deref().and_then(ReleaseKind::from_word),
                ..ReleaseFilter::default()
            };
            let releases = commands::release_list(door, filter)?;
            terminal.result(&json!({"releases": releases}), |_| {
                let rows: Vec<Vec<String>> = releases
                    .iter()
                    .map(|row| {
                        let counts =
                            [row.counts.recipients, row.counts.reached, row.counts.responses]
                                .map(|count| count.to_string());
                        let start = [
                            row.id.to_string(),
                            row.number.clone(),
                            row.headline.clone(),
                            terminal.word("release-state", row.state.as_str()),
                        ];
                        start.into_iter().chain(counts).collect()
                    })
                    .collect();
                terminal.table(
                    &["id", "number", "headline", "state", "recipients", "reached", "responses"],
                    &rows,
                )
            })
        }
        Release::Export { id, file, format, initials, text_language } => {
            let format = format.as_deref().and_then(PaperFormat::from_word);
            let order =
                PaperOrder { release_id: id, file, format, initials, language: text_language };
            export_release(door, terminal, order)
        }
        Release::Import { file, into: None, .. } => new_release(door, terminal, &file, &[]),
        Release::Import { file, into: Some(id), text_language } => {
            super::lifecycle::edit(door, terminal, id, &[], Some(file), text_language.as_deref())
        }
        Release::Send(send) => send_release(door, terminal, *send),
        Release::Enclose(order) => enclosures::enclose(door, terminal, order),
        Release::Lifecycle(verb) => super::lifecycle::lifecycle(door, terminal, verb),
    }
}

/// A file; the text of a chat without one goes to standard output.
fn export_release(door: &Door, terminal: &Terminal, order: PaperOrder) -> Result<()> {
    if order.file.is_none() && order.format == Some(PaperFormat::Whatsapp) {
        let chat = commands::release_chat_text(
            door,
            TextAsk { release_id: order.release_id, language: order.language },
        )?;
        return terminal.result(&chat, |chat| chat.text.clone());
    }
    terminal.result(&commands::release_export(door, order)?, |written| {
        terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
    })
}

fn with_id(detail: &ReleaseDetail) -> Result<Json> {
    let mut json = serde_json::to_value(detail)?;
    if let Some(fields) = json.as_object_mut() {
        fields.shift_insert(0, "id".to_owned(), Json::from(detail.release.id));
        fields.insert("headline".to_owned(), Json::from(detail.release.headline.as_str()));
    }
    Ok(json)
}

/// A release as it says it in one of its languages, and what there is besides.
fn release_sheet(
    terminal: &Terminal,
    detail: &ReleaseDetail,
    release: &crate::release::Release,
) -> String {
    let files: Vec<&str> = detail.files.iter().map(|file| file.file_name.as_str()).collect();
    let date_line = [release.place.as_str(), release.dated_on.as_str()]
        .iter()
        .filter(|word| !word.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let parts = [
        terminal
            .words(
                "cli-release-title",
                &[
                    ("id", &release.id.to_string()),
                    ("number", &release.number),
                    ("headline", &release.headline),
                ],
            )
            .trim_end()
            .to_owned(),
        date_line,
        release.lead.clone(),
        crate::format::markdown::text_of(&release.body_html),
        release.boilerplate.clone(),
        release.press_contact.clone(),
        if files.is_empty() {
            String::new()
        } else {
            terminal.words("cli-release-files", &[("files", &files.join(", "))])
        },
        match detail.row.translated.as_str() {
            "" => String::new(),
            _ if detail.gaps.is_empty() => terminal.words(
                "cli-release-translated",
                &[(
                    "language",
                    &terminal.words(&format!("contact-language-{}", detail.row.translated), &[]),
                )],
            ),
            language => terminal.words(
                "cli-release-translated-gaps",
                &[
                    ("language", &terminal.words(&format!("contact-language-{language}"), &[])),
                    ("fields", &super::lifecycle::gaps(terminal, detail)),
                ],
            ),
        },
    ];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What is read from a file: text or Word.
pub(super) fn text_file(
    file: &Path,
    attach: &[PathBuf],
    into: Option<IntoRelease>,
) -> Result<ImportText> {
    if let Some(missing) = attach.iter().find(|path| !path.is_file()) {
        return Err(Error::new(Code::NotFound, "error-file-missing").arg("file", missing.display()));
    }
    if !file.is_file() {
        return Err(Error::new(Code::NotFound, "error-file-missing").arg("file", file.display()));
    }
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_word = matches!(ending.as_deref(), Some("docx" | "docm" | "dotx" | "doc"));
    Ok(ImportText {
        file_name: file_name(file),
        text: if is_word { String::new() } else { super::text_file::read(file)? },
        upload: None,
        path: is_word.then(|| file.to_owned()),
        attach: attach.to_vec(),
        into,
    })
}

fn new_release(door: &Door, terminal: &Terminal, file: &Path, attach: &[PathBuf]) -> Result<()> {
    // One action: without its attachment the release is not what was asked for.
    let order = text_file(file, attach, None)?;
    told_new(terminal, &commands::release_import(door, order)?)
}

/// A release that begins from a template.
fn begin_release(door: &Door, terminal: &Terminal, template: &str) -> Result<()> {
    let template_id = Some(super::texts::template_named(door, template)?.id);
    let begun = commands::release_begin(door, BeginRelease { template_id, language: None })?;
    told_new(terminal, &begun)
}

fn told_new(terminal: &Terminal, made: &ReleaseDetail) -> Result<()> {
    let id = made.release.id;
    let attached = made.files.iter().filter(|file| file.cid.is_empty()).count();
    let json = json!({"id": id, "number": made.release.number, "headline": made.release.headline, "attachments": attached});
    terminal.result(&json, |_| {
        terminal.words(
            "cli-release-made",
            &[("id", &id.to_string()), ("headline", &made.release.headline)],
        )
    })
}

fn send_release(door: &Door, terminal: &Terminal, send: Send) -> Result<()> {
    let lists: Vec<i64> =
        send.list.iter().map(|name| Ok(list_named(door, name)?.id)).collect::<Result<_>>()?;
    let audience = Audience {
        release_id: send.id,
        lists,
        contacts: contacts(door, &send.to)?,
        exclude: contacts(door, &send.exclude)?,
        newsrooms: door
            .workspace
            .db
            .read(|db| send.newsroom.iter().map(|name| organisation::which(db, name)).collect())?,
        account_id: send
            .account
            .as_deref()
            .map(|name| door.workspace.db.read(|db| account::named(db, name)))
            .transpose()?
            .map(|account| account.id),
        ..Audience::default()
    };
    let audience = send.channels.complete(door, audience)?;
    let audience = send.timing.complete(door, audience)?;
    let audience = to_those_who_got_the_original(door, audience)?;
    confirm_and_send(door, terminal, audience, send.timing.when(), send.yes, send.dry_run)
}

/// A correction or a notice of withdrawal goes to exactly those who got the original, unless
/// somebody is named.
fn to_those_who_got_the_original(door: &Door, audience: Audience) -> Result<Audience> {
    let named =
        !audience.lists.is_empty() || !audience.contacts.is_empty() || !audience.waves.is_empty();
    let original = commands::original_audience(door, audience.release_id)?;
    let who_got = (!named && original.release_id > 0).then_some(original.release_id);
    Ok(Audience { who_got, ..audience })
}

/// Shows the pre-flight; queues it only with `yes`.
pub fn confirm_and_send(
    door: &Door,
    terminal: &Terminal,
    audience: Audience,
    when: When,
    yes: bool,
    dry_run: bool,
) -> Result<()> {
    if !yes {
        let check = commands::audience_check(door, audience)?;
        terminal.result(&check, |check| preflight_report(terminal, check))?;
        if !dry_run {
            terminal.remark("cli-send-confirm", &[]);
        }
        return Ok(());
    }
    let order = SendOrder { audience, when, ..SendOrder::default() };
    let detail = commands::release_send(door, order)?;
    queued::tell(door, terminal, &detail)?;
    if detail.to_folder {
        terminal.remark("cli-folder-only", &[]);
    }
    Ok(())
}

pub(super) fn preflight_report(terminal: &Terminal, check: &Preflight) -> String {
    let numbers = [
        ("recipients", (check.recipients.len() + check.newsrooms.len()).to_string()),
        ("byhand", (check.by_hand.len() + check.groups.len()).to_string()),
        ("excluded", check.excluded.len().to_string()),
        ("from", check.from.clone()),
        ("subject", check.subject.clone()),
        ("kilobytes", (check.size_bytes / 1024).to_string()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let mut parts = vec![terminal.words("cli-preflight", &words)];
    let languages = check.languages.iter().map(|one| {
        let people = one.people.to_string();
        let said = [("language", one.language.as_str()), ("count", people.as_str())];
        terminal.words("translation-people", &said)
    });
    let languages: Vec<String> = languages.collect();
    if !languages.is_empty() {
        parts.push(languages.join("\n"));
    }
    if check.waves.len() > 1 {
        let rows: Vec<Vec<String>> = (1..)
            .zip(&check.waves)
            .map(|(number, wave)| {
                let after =
                    terminal.words("cli-wave-after", &[("minutes", &wave.minutes.to_string())]);
                vec![number.to_string(), wave.label.clone(), after, wave.people.to_string()]
            })
            .collect();
        parts.push(terminal.table(&["wave", "list", "leaves", "total"], &rows));
    }
    let mails = check.recipients.iter().map(|to| {
        vec![to.contact_id.to_string(), to.name.clone(), to.outlet.clone(), to.email.clone()]
    });
    let by_hand = check.by_hand.iter().map(|to| {
        vec![
            to.contact_id.to_string(),
            to.name.clone(),
            to.outlet.clone(),
            format!("{} ({})", to.phone, terminal.word("channel", to.channel.as_str()))
                .trim()
                .to_owned(),
        ]
    });
    let newsrooms = check.newsrooms.iter().map(|to| {
        let room = terminal.words("cli-newsroom", &[]);
        vec![String::new(), format!("{} ({room})", to.name), to.name.clone(), to.email.clone()]
    });
    let rows: Vec<Vec<String>> = mails
        .chain(newsrooms)
        .chain(by_hand)
        .chain(channels::group_rows(terminal, &check.groups))
        .collect();
    if !rows.is_empty() {
        parts.push(terminal.table(&["id", "name", "outlet", "reach"], &rows));
    }
    let left = check.excluded.iter().map(|left| {
        (left.contact_id, left.name.as_str(), left.reason.as_str(), left.note.as_str())
    });
    parts.extend(excluded_part(terminal, left.collect()));
    let said = check.problems.iter().map(|problem| {
        let args = problem.args.iter().map(|(name, value)| (*name, value.as_str()));
        (problem.language.as_str(), problem.text, args.collect())
    });
    parts.extend(problems_part(terminal, said.collect()));
    parts.join("\n\n")
}

/// Who is left out: id, name, the reason's word, a note.
pub(super) fn excluded_part(
    terminal: &Terminal,
    left: Vec<(i64, &str, &str, &str)>,
) -> Option<String> {
    if left.is_empty() {
        return None;
    }
    let rows: Vec<Vec<String>> = left
        .into_iter()
        .map(|(id, name, reason, note)| {
            let why = with_note(terminal.word("exclusion", reason), note);
            // Newsrooms and groups are no contacts.
            let id = if id == 0 { String::new() } else { id.to_string() };
            vec![id, name.to_owned(), why]
        })
        .collect();
    Some(format!(
        "{}\n{}",
        terminal.words("cli-preflight-excluded", &[]),
        terminal.table(&["id", "name", "reason"], &rows)
    ))
}

/// Something to be said before sending: the language of the text that it is about, where there are
/// two, a sentence's key and what it names.
pub(super) type Said<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>);

/// What is to be said before sending.
pub(super) fn problems_part(terminal: &Terminal, said: Vec<Said>) -> Option<String> {
    if said.is_empty() {
        return None;
    }
    let lines: Vec<String> = said
        .into_iter()
        .map(|(language, text, args)| {
            // What is kept with a distribution names nobody: a name would outlive the wish to be erased.
            let mut args = args;
            if !args.iter().any(|(name, _)| *name == "names") {
                args.push(("names", "…"));
            }
            let sentence = terminal.words(text, &args);
            if language.is_empty() {
                return format!("- {sentence}");
            }
            let said = [("language", language), ("remark", sentence.as_str())];
            format!("- {}", terminal.words("translation-remark", &said))
        })
        .collect();
    Some(format!("{}\n{}", terminal.words("cli-preflight-problems", &[]), lines.join("\n")))
}

/// The outbox: sending, and what becomes of it.
pub fn outbox(door: &Door, terminal: &Terminal, outbox: Outbox) -> Result<()> {
    match outbox {
        Outbox::Run { until_empty } => sender::run(door, terminal, until_empty),
        Outbox::Status => {
            let distributions = commands::distribution_list(door, DistributionFilter::default())?;
            terminal.result(&json!({"distributions": distributions}), |_| {
                status_table(terminal, &distributions)
            })
        }
        Outbox::Pause { id } => {
            let changed = commands::distribution_pause(door, id)?;
            terminal.result(&json!({"id": id, "changed": changed}), |_| {
                terminal.words("cli-distribution-paused", &[("id", &id.to_string())])
            })
        }
        Outbox::Resume { id } => {
            let changed = commands::distribution_resume(door, id)?;
            terminal.result(&json!({"id": id, "changed": changed}), |_| {
                terminal.words("cli-distribution-resumed", &[("id", &id.to_string())])
            })
        }
        Outbox::Cancel { id } => cancel(door, terminal, id),
    }
}

/// Cancels what has not left of a distribution.
pub fn cancel(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let cancelled = commands::distribution_cancel(door, id)?;
    terminal.result(&json!({"id": id, "cancelled": cancelled}), |_| {
        terminal.words(
            "cli-distribution-cancelled",
            &[("id", &id.to_string()), ("count", &cancelled.to_string())],
        )
    })
}

pub fn run_report(terminal: &Terminal, report: &RunReport) -> String {
    let numbers = [
        ("accepted", report.accepted),
        ("deferred", report.deferred),
        ("refused", report.refused),
        ("unsure", report.unsure),
        ("suppressed", report.suppressed),
        ("left", report.queued_left + report.deferred_left),
    ];
    let numbers = numbers.map(|(name, number)| (name, number.to_string()));
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let mut text = terminal.words("cli-outbox-report", &words);
    if let Some(next) = &report.next_at {
        text.push_str(&format!(
            "\n{}",
            terminal.words("cli-outbox-next", &[("time", &terminal.time(next))])
        ));
    }
    text
}

/// A distribution that stopped by itself is a failure of the run, and says why.
pub fn stopped(terminal: &Terminal, report: &RunReport) -> Result<()> {
    for paused in &report.paused {
        terminal.remark(
            &paused.text,
            &[("words", &paused.words), ("id", &paused.distribution_id.to_string())],
        );
    }
    match report.paused.first() {
        Some(first) => {
            Err(Error::new(Code::Conflict, "outbox-stopped").arg("id", first.distribution_id))
        }
        None => Ok(()),
    }
}

/// Distributions with their states and counts.
pub fn status_table(terminal: &Terminal, distributions: &[DistributionRow]) -> String {
    let rows: Vec<Vec<String>> = distributions
        .iter()
        .map(|row| {
            let counts = row.counts;
            let waiting = counts.queued + counts.sending + counts.deferred;
            let failed = counts.refused + counts.bounced;
            let held = counts.cancelled + counts.suppressed;
            let numbers = [
                counts.accepted,
                waiting,
                failed,
                counts.unsure,
                counts.by_hand,
                held,
                counts.total,
            ]
            .map(|count| count.to_string());
            let start = [
                row.id.to_string(),
                row.headline.clone(),
                terminal.word("distribution-state", row.state.as_str()),
            ];
            start.into_iter().chain(numbers).collect()
        })
        .collect();
    terminal.table(
        &[
            "id",
            "release",
            "state",
            "accepted",
            "waiting",
            "failed",
            "unsure",
            "by-hand",
            "cancelled",
            "total",
        ],
        &rows,
    )
}

fn with_note(reason: String, note: &str) -> String {
    if note.is_empty() { reason } else { format!("{reason}: {note}") }
}
