//! What came back, on the command line: fetching, reading from disk, listing.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use serde_json::Value as Json;

use super::accounts;
use super::terminal::{self, Terminal};
use crate::account;
use crate::commands::{self, Door};
use crate::coverage::CoverageRow;
use crate::db::Patch;
use crate::enquiry::EnquiryMail;
use crate::error::{Code, Error, Result};
use crate::event_reply::ResponseAnswer;
use crate::inbox::{self, FetchOrder, ReadOrder, ReadReport};
use crate::job;
use crate::outbox::ReplyOrder;
use crate::proposal::CoverageMail;
use crate::response::reply::NewReplyFile;
use crate::response::{
    Assignment, Correction, Handled, KINDS, ResponseDetail, ResponseFilter, STATES, Snooze,
};
use crate::snippet::SnippetUse;
use crate::staff;

#[derive(Subcommand)]
pub enum Inbox {
    Fetch {
        #[arg(long)]
        again: bool,
        #[arg(long, value_name = "NAME")]
        account: Option<String>,
    },
    Watch {
        #[arg(long = "for", value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
        seconds: Option<u64>,
    },
    Read(Read),
    Correct(Correct),
    Done {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        reopen: bool,
    },
    Assign {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(value_name = "NAME", required_unless_present_any = ["nobody", "me"], conflicts_with_all = ["nobody", "me"])]
        name: Option<String>,
        #[arg(long, conflicts_with = "nobody")]
        me: bool,
        #[arg(long)]
        nobody: bool,
    },
    Snooze(SnoozeArgs),
    Reply(ReplyArgs),
    Log(LogArgs),
    #[command(subcommand)]
    Snippet(SnippetVerb),
}

#[derive(Subcommand)]
pub enum SnippetVerb {
    List,
    Save {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "ID")]
        id: Option<i64>,
    },
    Delete {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

#[derive(Args)]
pub struct LogArgs {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(value_name = "AS", value_parser = ["enquiry", "coverage"])]
    record: Option<String>,
    #[arg(long, value_name = "TIME", conflicts_with = "no_due")]
    due: Option<String>,
    #[arg(long)]
    no_due: bool,
    #[arg(long = "link", value_name = "URL")]
    links: Vec<String>,
}

#[derive(Args)]
pub struct ReplyArgs {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "text")]
    snippet: Option<String>,
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    #[arg(long = "attach", value_name = "FILE")]
    file: Vec<PathBuf>,
    #[arg(long)]
    no_quote: bool,
    #[arg(long)]
    keep_open: bool,
    #[arg(long)]
    yes: bool,
}

#[derive(Args)]
pub struct SnoozeArgs {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    #[arg(long = "for", value_name = "TEXT")]
    waiting_for: Option<String>,
    #[arg(long, conflicts_with_all = ["until", "waiting_for"])]
    wake: bool,
}

#[derive(Args)]
pub struct Correct {
    #[arg(value_name = "ID")]
    id: i64,
    #[arg(value_name = "KIND", required_unless_present = "rsvp", value_parser = clap::builder::PossibleValuesParser::new(KINDS.iter().copied()))]
    kind: Option<String>,
    #[arg(long, value_name = "ANSWER", conflicts_with_all = ["kind", "soft", "hard", "once"], value_parser = clap::builder::PossibleValuesParser::new(["yes", "no", "maybe", "none"]))]
    rsvp: Option<String>,
    #[arg(long, conflicts_with = "hard")]
    soft: bool,
    #[arg(long)]
    hard: bool,
    #[arg(long)]
    once: bool,
}

#[derive(Args)]
pub struct Read {
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[arg(long)]
    pub classify_only: bool,
}

#[derive(Subcommand)]
pub enum Response {
    List {
        #[arg(long, value_name = "ID")]
        release: Option<i64>,
        #[arg(long, value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(KINDS.iter().copied()))]
        kind: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = clap::builder::PossibleValuesParser::new(STATES.iter().copied().chain(["open"])))]
        state: Option<String>,
        #[arg(long)]
        mine: bool,
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: i64,
    },
}

/// Bytes of lines that are printed together.
const PRINTED_AT_ONCE: usize = 16 * 1024;

/// Prints each message as it comes; the first thing that went wrong on the way out.
struct Lines<'a> {
    terminal: &'a Terminal,
    /// What is not printed yet: a line at a time costs more than a small message does.
    text: String,
    printed: Result<()>,
    read: usize,
    last_failure: Option<String>,
}

impl<'a> Lines<'a> {
    fn on(terminal: &'a Terminal) -> Self {
        Self { terminal, text: String::new(), printed: Ok(()), read: 0, last_failure: None }
    }

    fn take(&mut self, line: Json) {
        let word =
            |name: &str| line.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let text = if self.terminal.json {
            line.to_string()
        } else if line.get("error").is_some() {
            format!(
                "{} {}",
                self.terminal.words("cli-mail-unread", &[("file", &word("file"))]),
                self.why(&line)
            )
        } else {
            let reason = word("reason");
            let reason = if reason.is_empty() {
                reason
            } else {
                format!(" ({})", self.terminal.word("reason", &reason))
            };
            format!("{}: {}{reason}", word("file"), self.terminal.word("kind", &word("kind")))
        };
        match line.get("error") {
            Some(_) => self.last_failure = Some(self.why(&line)),
            None => self.read += 1,
        }
        self.text.push_str(&text);
        self.text.push('\n');
        if self.text.len() >= PRINTED_AT_ONCE {
            self.print();
        }
    }

    fn print(&mut self) {
        let text = std::mem::take(&mut self.text);
        if self.printed.is_ok() && !text.is_empty() {
            self.printed = terminal::print(&text);
        }
    }

    /// The sentence of a line's error.
    fn why(&self, line: &Json) -> String {
        let texts = line.pointer("/error/args").and_then(Json::as_object).into_iter().flatten();
        let args: Vec<(&str, &str)> =
            texts.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))).collect();
        let key = line.pointer("/error/text").and_then(Json::as_str).unwrap_or("error-internal");
        self.terminal.words(key, &args)
    }

    /// Nothing but failures is a failure; single broken messages among many are not.
    fn end(mut self) -> Result<()> {
        self.print();
        self.printed?;
        match self.last_failure {
            Some(error) if self.read == 0 => {
                Err(Error::new(Code::Invalid, "inbox-nothing-readable").because(error))
            }
            _ => Ok(()),
        }
    }
}

/// A path that is not there is a mistake of the caller, unlike a broken file.
fn check_there(read: &Read) -> Result<()> {
    match read.paths.iter().find(|path| !path.exists()) {
        Some(missing) => {
            Err(Error::new(Code::NotFound, "mail-file-missing").arg("file", missing.display()))
        }
        None => Ok(()),
    }
}

/// Says what mails on disk are; needs no workspace and writes nothing.
pub fn classify(read: &Read, terminal: &Terminal) -> Result<()> {
    check_there(read)?;
    let mut lines = Lines::on(terminal);
    let outcome = inbox::classify_only(&read.paths, &mut |line| lines.take(line));
    lines.print();
    outcome?;
    lines.end()
}

/// Fetches from the mailbox, or reads mail from disk.
pub fn inbox(door: &Door, terminal: &Terminal, inbox: Inbox) -> Result<()> {
    match inbox {
        Inbox::Watch { seconds } => watch(door, terminal, seconds),
        Inbox::Fetch { again, account } => {
            accounts::ask_passwords(door)?;
            let account_id = account
                .map(|name| door.workspace.db.read(|db| Ok(account::named(db, &name)?.id)))
                .transpose()?;
            let order = FetchOrder { again: Some(again), account_id };
            let report = commands::inbox_fetch(door, order)?;
            terminal.result(&report, |report| summary(terminal, report))
        }
        Inbox::Correct(Correct { id, rsvp: Some(rsvp), .. }) => {
            let rsvp = Some(rsvp).filter(|rsvp| rsvp != "none");
            let order = ResponseAnswer { response_id: id, rsvp };
            let detail = commands::response_answer(door, order)?;
            terminal.result(&detail, |detail| answered(terminal, detail))
        }
        Inbox::Correct(correct) => {
            let permanent = match (correct.hard, correct.soft) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            };
            let correction = Correction {
                response_id: correct.id,
                kind: correct.kind.unwrap_or_default(),
                permanent,
                only_this: Some(correct.once),
            };
            let detail = commands::response_correct(door, correction)?;
            terminal.result(&detail, |detail| {
                let kind = terminal.word("kind", &detail.row.kind);
                let words = [("kind", kind.as_str()), ("from", detail.row.from_address.as_str())];
                let key = if detail.sender_rule {
                    "cli-inbox-corrected-sender"
                } else {
                    "cli-inbox-corrected"
                };
                terminal.words(key, &words)
            })
        }
        Inbox::Done { id, reopen } => {
            let change = Handled { response_id: id, handled: !reopen };
            said(terminal, &commands::response_handled(door, change)?)
        }
        Inbox::Assign { id, name, me, nobody } => {
            let name = if me { Some(door.actor.clone()) } else { name };
            let staff_id = match name {
                Some(name) if !nobody => {
                    Some(door.workspace.db.read(|db| staff::named(db, &name))?.id)
                }
                _ => None,
            };
            let assignment = Assignment { response_id: id, staff_id };
            said(terminal, &commands::response_assign(door, assignment)?)
        }
        Inbox::Snooze(SnoozeArgs { id, until, waiting_for, wake }) => {
            if !wake && until.is_none() && waiting_for.is_none() {
                return Err(Error::invalid("until", "cli-inbox-snooze-how"));
            }
            let snooze = Snooze { response_id: id, until, waiting_for };
            said(terminal, &commands::response_snooze(door, snooze)?)
        }
        Inbox::Reply(reply) => answer(door, terminal, reply),
        Inbox::Log(log) => take_up(door, terminal, log),
        Inbox::Snippet(verb) => snippets(door, terminal, verb),
        Inbox::Read(read) => {
            check_there(&read)?;
            let mut lines = Lines::on(terminal);
            let order = ReadOrder { paths: read.paths, ..ReadOrder::default() };
            let ctx = door.ctx();
            let id = job::start(door.workspace, &ctx, "inbox_read")?;
            let report = job::run(door.workspace, ctx, id, "inbox_read", None, |job| {
                inbox::read_each(job, order, &mut |line| lines.take(line))
            });
            // What was read before a failure is kept, and so it is told.
            lines.print();
            let report = report?;
            lines.end()?;
            if !terminal.json {
                terminal::print(&format!("\n{}", summary(terminal, &report)))?;
            }
            Ok(())
        }
    }
}

/// Waits for mail until it is interrupted or the time is over, and tells of each reading that
/// brought something.
fn watch(door: &Door, terminal: &Terminal, seconds: Option<u64>) -> Result<()> {
    accounts::ask_passwords(door)?;
    if !inbox::can_fetch(door.workspace) {
        return Err(Error::new(Code::NotFound, "inbox-no-account"));
    }
    terminal.remark("cli-inbox-watching", &[]);
    let stop = AtomicBool::new(false);
    let (told, news) = channel();
    let on_report = move |name: &str, report: &ReadReport| {
        let _ = told.send((name.to_owned(), serde_json::to_value(report), report.clone()));
    };
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    thread::scope(|scope| {
        scope.spawn(|| inbox::watch_over(door.workspace, &stop, &on_report));
        let outcome = tell(terminal, &news, until);
        stop.store(true, Ordering::Relaxed);
        outcome
    })
}

type News = (String, serde_json::Result<Json>, ReadReport);

fn tell(terminal: &Terminal, news: &Receiver<News>, until: Option<Instant>) -> Result<()> {
    loop {
        let left = until.map_or(Duration::from_secs(60), |until| {
            until.saturating_duration_since(Instant::now())
        });
        match news.recv_timeout(left) {
            Ok((name, report, counted)) => {
                let text = if terminal.json {
                    serde_json::json!({"account": name, "report": report?}).to_string()
                } else {
                    format!("{name}: {}", summary(terminal, &counted))
                };
                terminal::print(&format!("{text}\n"))?;
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout)
                if until.is_some_and(|until| Instant::now() >= until) =>
            {
                return Ok(());
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Writes a reply as a draft; with `--yes` it is sent.
fn answer(door: &Door, terminal: &Terminal, reply: ReplyArgs) -> Result<()> {
    let response_id = reply.id;
    let mut set = serde_json::Map::new();
    set.insert("response_id".to_owned(), Json::from(response_id));
    let text = match reply.snippet {
        Some(name) => Some(snippet_text(door, terminal, &name, response_id)?),
        None => reply.text,
    };
    let texts = [("body", text), ("subject", reply.subject)];
    for (name, text) in texts {
        if let Some(text) = text {
            set.insert(name.to_owned(), Json::from(text));
        }
    }
    if reply.no_quote {
        set.insert("quote".to_owned(), Json::from(0));
    }
    let mut shown = commands::reply_save(door, Patch { set, ..Patch::default() })?;
    for path in reply.file {
        let file = NewReplyFile { response_id, path: Some(path), ..NewReplyFile::default() };
        shown = commands::reply_attach(door, file)?;
    }
    if reply.yes {
        accounts::ask_passwords(door)?;
        let order = ReplyOrder { response_id, done: !reply.keep_open };
        shown = commands::reply_send(door, order)?;
    }
    terminal.result(&shown, |shown| {
        let words =
            [("to", shown.reply.to_address.as_str()), ("subject", shown.reply.subject.as_str())];
        let key = match (reply.yes, shown.from_address.is_empty()) {
            (false, _) => {
                return format!(
                    "{}\n\n{}\n\n{}",
                    terminal.words("cli-inbox-reply-draft", &words),
                    shown.reply.body,
                    terminal.words("cli-inbox-reply-confirm", &words)
                );
            }
            (true, true) => "cli-inbox-reply-written",
            (true, false) => "cli-inbox-reply-sent",
        };
        terminal.words(key, &words)
    })
}

/// A snippet by its name, filled for a response; what is not known is told.
fn snippet_text(door: &Door, terminal: &Terminal, name: &str, response_id: i64) -> Result<String> {
    let wanted = name.trim().to_lowercase();
    let found = commands::snippet_list(door, ())?
        .into_iter()
        .find(|one| one.name.to_lowercase() == wanted)
        .ok_or_else(|| Error::new(Code::NotFound, "snippet-not-found").arg("name", name))?;
    let filled = commands::snippet_fill(door, SnippetUse { id: found.id, response_id })?;
    if !filled.missing.is_empty() {
        terminal.remark("snippet-missing", &[("fields", &filled.missing.join(", "))]);
    }
    Ok(filled.text)
}

/// Keeps, lists and deletes snippets.
pub fn snippets(door: &Door, terminal: &Terminal, verb: SnippetVerb) -> Result<()> {
    match verb {
        SnippetVerb::List => {
            let all = commands::snippet_list(door, ())?;
            terminal.result(&all, |all| {
                let rows: Vec<Vec<String>> = all
                    .iter()
                    .map(|one| vec![one.id.to_string(), one.name.clone(), one.text.clone()])
                    .collect();
                terminal.table(&["id", "name", "text"], &rows)
            })
        }
        SnippetVerb::Save { name, text, id } => {
            let mut set = serde_json::Map::new();
            set.insert("name".to_owned(), Json::from(name));
            set.insert("text".to_owned(), Json::from(text.replace("\\n", "\n")));
            let saved = commands::snippet_save(door, Patch { id, set, ..Patch::default() })?;
            terminal.result(&saved, |saved| {
                let id = saved.id.to_string();
                terminal.words("cli-snippet-saved", &[("id", &id), ("name", &saved.name)])
            })
        }
        SnippetVerb::Delete { id } => {
            let gone = commands::snippet_delete(door, id)?;
            terminal.result(&serde_json::json!({"deleted": gone}), |_| {
                terminal.words("snippet-deleted", &[])
            })
        }
    }
}

/// Makes of a mail what it proposes, or what is named.
fn take_up(door: &Door, terminal: &Terminal, log: LogArgs) -> Result<()> {
    let response_id = log.id;
    let detail = commands::response_show(door, response_id)?;
    let wanted = log.record.unwrap_or_else(|| detail.row.proposes.clone());
    if wanted == "coverage" || !log.links.is_empty() {
        let links = (!log.links.is_empty()).then_some(log.links);
        let done = commands::coverage_from_response(door, CoverageMail { response_id, links })?;
        return terminal.result(&done, |done| {
            let line = |key: &str, row: &CoverageRow| {
                let piece = &row.coverage;
                let words = [
                    ("id", piece.id.to_string()),
                    ("title", piece.title.clone()),
                    (
                        "outlet",
                        if row.outlet.is_empty() { "–".to_owned() } else { row.outlet.clone() },
                    ),
                    ("day", piece.published_on.clone()),
                ];
                let words: Vec<(&str, &str)> =
                    words.iter().map(|(name, word)| (*name, word.as_str())).collect();
                terminal.words(key, &words)
            };
            let new = done.logged.iter().map(|row| line("cli-inbox-logged-piece", row));
            let known = done.there.iter().map(|row| line("cli-inbox-known-piece", row));
            new.chain(known).collect::<Vec<_>>().join("\n")
        });
    }
    if wanted != "enquiry" {
        return Err(Error::invalid("record", "cli-inbox-log-what"));
    }
    let due = if log.no_due { Some(String::new()) } else { log.due };
    let from_mail = due.is_none() && detail.enquiry_id == 0;
    let made = commands::enquiry_from_response(door, EnquiryMail { response_id, due })?;
    terminal.result(&made, |made| {
        let id = made.row.id.to_string();
        let mut text = terminal
            .words("cli-inbox-logged-enquiry", &[("id", &id), ("subject", &made.row.subject)]);
        if let Some(due) = detail.due.as_ref().filter(|_| from_mail) {
            let words = [("due", terminal.time(&due.at)), ("words", due.words.clone())];
            let words: Vec<(&str, &str)> =
                words.iter().map(|(name, word)| (*name, word.as_str())).collect();
            text.push('\n');
            text.push_str(&terminal.words("cli-inbox-logged-due", &words));
        }
        text
    })
}

/// Says in which state a response is now.
/// Where an answer to an invitation went.
fn answered(terminal: &Terminal, detail: &ResponseDetail) -> String {
    let counts = |rsvp: &&crate::response::RsvpShown| rsvp.partstat != "needs-action";
    let Some(rsvp) = detail.rsvp.as_ref().filter(counts) else {
        return terminal.words("cli-inbox-answers-none", &[]);
    };
    let answer = terminal.words(&format!("response-partstat-{}", rsvp.partstat), &[]);
    match rsvp.went.as_ref().filter(|went| went.guest_id != 0) {
        Some(went) => terminal.words(
            "cli-inbox-answers",
            &[("answer", &answer), ("guest", &went.guest), ("event", &went.event)],
        ),
        None => terminal.words("cli-inbox-answers-nowhere", &[("answer", &answer)]),
    }
}

fn said(terminal: &Terminal, detail: &ResponseDetail) -> Result<()> {
    terminal.result(detail, |detail| {
        let row = &detail.row;
        let words = [
            ("id", row.id.to_string()),
            ("state", terminal.words(&format!("response-state-{}", row.state), &[])),
            ("owner", row.owner.clone()),
            ("until", row.snoozed_until.clone()),
            ("for", row.waiting_for.clone()),
        ];
        let words: Vec<(&str, &str)> =
            words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        let more = [
            ("cli-inbox-owner", !row.owner.is_empty()),
            ("cli-inbox-until", !row.snoozed_until.is_empty()),
            ("cli-inbox-for", !row.waiting_for.is_empty()),
        ];
        std::iter::once("cli-inbox-state")
            .chain(more.into_iter().filter_map(|(key, told)| told.then_some(key)))
            .map(|key| terminal.words(key, &words))
            .collect::<Vec<_>>()
            .join(" ")
    })
}

fn summary(terminal: &Terminal, report: &ReadReport) -> String {
    let numbers = [
        ("read", report.read.to_string()),
        ("added", report.added.to_string()),
        ("known", report.known.to_string()),
        ("matched", report.matched.to_string()),
        ("unmatched", report.unmatched.to_string()),
        ("failed", report.failed_count.to_string()),
        ("settled", report.settled.to_string()),
        ("ours", report.ours.to_string()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let kinds: Vec<String> = report
        .by_kind
        .iter()
        .map(|(kind, count)| format!("{}: {count}", terminal.word("kind", kind)))
        .collect();
    let mut text = terminal.words("cli-inbox-summary", &words);
    let told = [
        ("cli-inbox-ours", report.ours),
        ("cli-inbox-settled", report.settled),
        ("cli-inbox-failed", report.failed_count),
    ];
    let told = told
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, _)| terminal.words(key, &words));
    for line in std::iter::once(kinds.join(", ")).chain(told).filter(|line| !line.is_empty()) {
        text.push('\n');
        text.push_str(&line);
    }
    text
}

/// Lists responses, newest first.
pub fn response(door: &Door, terminal: &Terminal, response: Response) -> Result<()> {
    let Response::List { release, kind, state, mine, limit } = response;
    let filter = ResponseFilter {
        release_id: release,
        kind,
        state,
        mine: mine.then_some(true),
        limit: Some(limit),
        ..ResponseFilter::default()
    };
    let page = commands::response_list(door, filter)?;
    terminal.result(&page, |page| {
        let rows: Vec<Vec<String>> = page
            .rows
            .iter()
            .map(|row| {
                let from =
                    if row.contact_name.is_empty() { &row.from_address } else { &row.contact_name };
                let kind = terminal.word("kind", &row.kind);
                let reason = if row.reason.is_empty() {
                    String::new()
                } else {
                    terminal.word("reason", &row.reason)
                };
                vec![
                    row.id.to_string(),
                    terminal.time(&row.received_at),
                    kind,
                    reason,
                    terminal.words(&format!("response-state-{}", row.state), &[]),
                    row.owner.clone(),
                    from.clone(),
                    row.headline.clone(),
                    row.snippet.chars().take(60).collect(),
                ]
            })
            .collect();
        let count = terminal.words(
            "cli-responses-shown",
            &[("shown", &rows.len().to_string()), ("total", &page.total.to_string())],
        );
        format!(
            "{}\n\n{count}",
            terminal.table(
                &["id", "time", "kind", "reason", "state", "owner", "from", "release", "text"],
                &rows
            )
        )
    })
}
