//! The report of a distribution on paper and as a workbook, in the language of whoever asks.

use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::{PaperFormat, PaperWritten, ending, file_name, free_name, head, tables};
use crate::clock;
use crate::coverage::CoverageCounts;
use crate::db::{Ctx, Durability, Reader};
use crate::distribution::{
    self, ChannelSums, DistributionReport, Instant, ReportAccount, ReportLine, ReportLines,
};
use crate::error::{Error, Result};
use crate::format::blocks::{Block, Cell, Run};
use crate::format::letterhead;
use crate::format::sheet::{self, Sheet};
use crate::format::workbook::{self, CellKind, Page};
use crate::job::Job;
use crate::release::letter::written_day;
use crate::text::{known, sentence};
use crate::{export, office, settings, stored_file};

/// Recipients on paper; the workbook has all of them.
const MOST_ON_PAPER: usize = 1000;
/// The place of the language among the columns on paper, where there are two.
const LANGUAGE_AT: usize = 3;
/// Lines that are read at once.
const PAGE: i64 = 1000;

/// Which report to write, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ReportOrder {
    /// The distribution.
    pub distribution_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `pdf` or `xlsx`; none = by the file's ending.
    pub format: Option<String>,
}

/// Writes the report, complete or not at all.
pub fn write_report(job: &Job, order: ReportOrder) -> Result<PaperWritten> {
    let format = match (&order.format, &order.file) {
        (Some(format), _) => format.to_lowercase(),
        (None, Some(file)) => file
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default(),
        (None, None) => String::new(),
    };
    let is_pdf = match format.as_str() {
        "pdf" => true,
        "xlsx" => false,
        _ => return Err(Error::invalid("format", "report-format").arg("value", format)),
    };
    job.progress("phase-exporting", 0, 0);
    let (file, rows) = job.workspace.db.read(|db| {
        let words = Words::of(db)?;
        let report = distribution::report(db, &job.ctx, order.distribution_id)?;
        let file = order.file.clone().unwrap_or_else(|| {
            let said = words.say("report-file", &[("headline", &report.detail.row.headline)]);
            let name =
                file_name(&said).unwrap_or_else(|| format!("report-{}", order.distribution_id));
            let ending = if is_pdf { ending(PaperFormat::Pdf) } else { "xlsx" };
            free_name(&stored_file::download_folder(job.workspace.folder()), &name, ending)
        });
        if is_pdf {
            let sheet = sheet_of(db, job, &words, &report)?;
            let bytes = letterhead::pdf(&sheet)?;
            export::whole(job, &file, |unfinished| Ok(std::fs::write(unfinished, &bytes)?))?;
        } else {
            export::whole(job, &file, |unfinished| {
                book(db, &job.ctx, &words, &report, unfinished)
            })?;
        }
        Ok((file, report.detail.row.counts.total))
    })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let what = format!("distribution {}", order.distribution_id);
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        export::note(db, &job.ctx, "distribution_report", &format, &what, rows, &name)
    })?;
    let size = std::fs::metadata(&file)?.len();
    Ok(PaperWritten { file, size: i64::try_from(size).unwrap_or(i64::MAX) })
}

/// The person's language and the office's zone.
pub(super) struct Words {
    pub(super) language: String,
    pub(super) zone: chrono_tz::Tz,
}

impl Words {
    pub(super) fn of(db: &Reader) -> Result<Self> {
        Ok(Self { language: settings::value(db, "language", "id")?, zone: office::zone(db)? })
    }

    pub(super) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        sentence(&self.language, key, args)
    }

    /// A stored day (`YYYY-MM-DD`) as it is written out.
    pub(super) fn day(&self, stored: &str) -> String {
        stored.parse().map_or_else(|_| stored.to_owned(), |day| written_day(day, &self.language))
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A stored word; the word itself where no sentence is known for it.
    pub(super) fn stored(&self, group: &str, word: &str) -> String {
        if word.is_empty() {
            return String::new();
        }
        known(&self.language, &format!("{group}-{word}"), &[]).unwrap_or_else(|| word.to_owned())
    }

    /// An instant in words; empty where there is none.
    pub(super) fn when(&self, stored: &str) -> String {
        clock::from_text(stored)
            .map(|at| Instant { at, zone: self.zone }.written(&self.language))
            .unwrap_or_default()
    }

    /// An instant that sorts in a workbook: `2026-11-22 08:15`, in the office's zone.
    pub(super) fn sortable(&self, stored: &str) -> String {
        clock::from_text(stored)
            .map(|at| at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M").to_string())
            .unwrap_or_default()
    }

    /// The name of the office's zone at an instant.
    pub(super) fn zone_at(&self, stored: &str) -> String {
        clock::from_text(stored)
            .map(|at| distribution::zone_name(self.zone, at))
            .unwrap_or_default()
    }

    fn zone_name(&self, report: &DistributionReport) -> String {
        clock::from_text(&report.as_of)
            .map(|at| distribution::zone_name(self.zone, at))
            .unwrap_or_default()
    }

    fn reason(&self, line: &ReportLine) -> String {
        ["delivery-reason", "exclusion", "response-reason"]
            .iter()
            .find_map(|group| known(&self.language, &format!("{group}-{}", line.reason), &[]))
            .unwrap_or_default()
    }

    /// What the person did last, in words.
    fn answer(&self, line: &ReportLine) -> String {
        let said = match line.answer.as_str() {
            "" if line.auto_replied => self.word("report-answer-auto_reply"),
            "" => String::new(),
            "rsvp" => self.stored("report-rsvp", &line.rsvp),
            other => self.stored("report-answer", other),
        };
        if line.answer_text.is_empty() || line.answer == "rsvp" {
            said
        } else {
            format!("{said}: {}", line.answer_text)
        }
    }
}

/// The facts above the sums: what they are called and what they say.
fn facts(words: &Words, report: &DistributionReport) -> Vec<(String, String)> {
    let row = &report.detail.row;
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push((words.word(key), value));
        }
    };
    fact("report-fact-state", words.stored("distribution-state", row.state.as_str()));
    fact("report-fact-queued", by(words, &row.created_at, &row.actor));
    fact("report-fact-begun", words.when(&row.begun_at));
    fact("report-fact-ended", words.when(row.ended_at.as_deref().unwrap_or_default()));
    fact("report-fact-embargo", words.when(&row.embargo_at));
    if let Some(version) = &report.release_version {
        let ordinal = version.ordinal.to_string();
        let at = words.when(&version.at);
        fact(
            "report-fact-version",
            words.say("report-version", &[("version", &ordinal), ("when", &at)]),
        );
        let approved = by(words, &version.approved_at, &version.approver);
        fact(
            "report-fact-approved",
            if approved.is_empty() { words.word("report-not-approved") } else { approved },
        );
    }
    let accounts: Vec<String> = report.accounts.iter().map(|one| account(words, one)).collect();
    fact("report-fact-account", accounts.join(", "));
    fact("report-fact-languages", languages(words, report));
    fact("report-fact-subject", report.detail.subject.clone());
    let before = &report.detail.before;
    fact("report-fact-lists", before.lists.join(", "));
    fact("report-fact-minus-lists", before.minus_lists.join(", "));
    if before.people > 0 {
        fact("report-fact-people", before.people.to_string());
    }
    if before.guard_days > 0 {
        fact(
            "report-fact-guard",
            words.say("report-days", &[("days", &before.guard_days.to_string())]),
        );
    }
    fact("report-fact-excluded", report.detail.exclusions.len().to_string());
    fact("report-fact-as-of", words.when(&report.as_of));
    facts
}

/// `Indonesia: 12, 11 terkirim; Inggris: 3, 3 terkirim`; empty where it went out in one language.
fn languages(words: &Words, report: &DistributionReport) -> String {
    let told: Vec<String> = report
        .languages
        .iter()
        .map(|one| {
            let (total, sent) = (one.total.to_string(), one.sent.to_string());
            let language = words.stored("contact-language", &one.language);
            let args = [("language", &*language), ("count", &total), ("sent", &sent)];
            words.say("report-language-sums", &args)
        })
        .collect();
    told.join("; ")
}

fn by(words: &Words, at: &str, actor: &str) -> String {
    match (words.when(at), actor) {
        (when, "") => when,
        (when, actor) if when.is_empty() => actor.to_owned(),
        (when, actor) => words.say("report-by", &[("when", &when), ("actor", actor)]),
    }
}

fn account(words: &Words, account: &ReportAccount) -> String {
    match (account.from_name.trim(), account.from_address.trim()) {
        (_, "") => words.word("report-account-folder"),
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    }
}

/// What is read off the sums of a channel.
type Measure = fn(&ChannelSums) -> i64;

/// The sums, measure by measure; what is 0 everywhere and asks for no attention is left out.
fn measures(report: &DistributionReport) -> Vec<(&'static str, Measure)> {
    let all: [(&'static str, bool, Measure); 14] = [
        ("report-sum-total", true, |sums| sums.total),
        ("report-sum-sent", true, |sums| sums.sent),
        ("report-sum-waiting", false, |sums| sums.waiting),
        ("report-sum-refused", true, |sums| sums.refused),
        ("report-sum-bounced", true, |sums| sums.bounced),
        ("report-sum-unsure", false, |sums| sums.unsure),
        ("report-sum-cancelled", false, |sums| sums.cancelled),
        ("report-sum-suppressed", false, |sums| sums.suppressed),
        ("report-sum-replied", true, |sums| sums.replied),
        ("report-sum-opted-out", true, |sums| sums.opted_out),
        ("report-sum-auto-replied", false, |sums| sums.auto_replied),
        ("report-sum-coming", false, |sums| sums.coming),
        ("report-sum-not-coming", false, |sums| sums.not_coming),
        ("report-sum-perhaps", false, |sums| sums.perhaps),
    ];
    all.into_iter()
        .filter(|(_, always, of)| *always || of(&report.sums) > 0)
        .map(|(key, _, of)| (key, of))
        .collect()
}

fn step_words(words: &Words, step: &distribution::ReportStep) -> String {
    let count = step.count.to_string();
    words.say(
        &format!("report-step-{}", step.kind.as_str()),
        &[("count", &count), ("note", &step.note), ("id", &step.distribution_id.to_string())],
    )
}

pub(super) fn plain(text: &str) -> Vec<Run> {
    vec![Run { text: text.to_owned(), ..Run::default() }]
}

pub(super) fn heading(text: String) -> Block {
    Block::Heading { level: 2, runs: plain(&text) }
}

pub(super) fn table(heads: &[String], rows: Vec<Vec<String>>) -> Block {
    let head = heads.iter().map(|head| Cell { heading: true, runs: plain(head) }).collect();
    let rows = rows.into_iter().map(|row| {
        row.into_iter().map(|cell| Cell { heading: false, runs: plain(&cell) }).collect()
    });
    Block::Table { rows: std::iter::once(head).chain(rows).collect() }
}

/// The channels' names over their sums, all together last where there are several.
fn columns<'a>(words: &Words, report: &'a DistributionReport) -> Vec<(String, &'a ChannelSums)> {
    let mut columns: Vec<(String, &ChannelSums)> = report
        .channels
        .iter()
        .map(|one| (words.stored("report-channel", &one.channel), one))
        .collect();
    if columns.len() != 1 {
        columns.push((words.word("report-all-channels"), &report.sums));
    }
    columns
}

fn sheet_of(db: &Reader, job: &Job, words: &Words, report: &DistributionReport) -> Result<Sheet> {
    let office = office::find(db)?.unwrap_or_default();
    let row = &report.detail.row;
    let heads = |keys: &[&str]| keys.iter().map(|key| words.word(key)).collect::<Vec<_>>();
    let facts = facts(words, report).into_iter().map(|(name, value)| {
        vec![
            Cell { heading: true, runs: plain(&name) },
            Cell { heading: false, runs: plain(&value) },
        ]
    });
    let mut body =
        vec![Block::Table { rows: facts.collect() }, heading(words.word("report-by-channel"))];
    let columns = columns(words, report);
    let mut channel_heads = vec![String::new()];
    channel_heads.extend(columns.iter().map(|(name, _)| name.clone()));
    let sums = measures(report).into_iter().map(|(key, of)| {
        let numbers = columns.iter().map(|(_, sums)| of(sums).to_string());
        std::iter::once(words.word(key)).chain(numbers).collect()
    });
    body.push(table(&channel_heads, sums.collect()));
    body.push(heading(words.word("report-steps")));
    let steps = report
        .steps
        .iter()
        .map(|step| vec![words.when(&step.at), step_words(words, step), step.actor.clone()]);
    body.push(table(&heads(&["report-when", "report-what", "report-who"]), steps.collect()));
    body.extend(published(words, report));
    let exclusions = &report.detail.exclusions;
    if !exclusions.is_empty() {
        let count = exclusions.len().to_string();
        body.push(heading(words.say("report-excluded", &[("count", &count)])));
        let rows = exclusions.iter().take(MOST_ON_PAPER).map(|one| {
            vec![one.name.clone(), words.stored("exclusion", one.reason.as_str()), one.note.clone()]
        });
        body.push(table(&heads(&["report-name", "report-reason", "report-note"]), rows.collect()));
        body.extend(more_than_fits(words, exclusions.len()));
    }
    let total = usize::try_from(row.counts.total).unwrap_or(usize::MAX);
    body.push(heading(words.say("report-recipients", &[("count", &total.to_string())])));
    let lines = Lines::of(db, &job.ctx, row.id).take(MOST_ON_PAPER).collect::<Result<Vec<_>>>()?;
    let mut keys = vec![
        "report-name",
        "report-outlet",
        "report-address",
        "report-state",
        "report-sent-at",
        "report-answer",
    ];
    let in_two = !report.languages.is_empty();
    if in_two {
        keys.insert(LANGUAGE_AT, "report-language");
    }
    let cells = lines.iter().map(|line| {
        let mut cells = paper_line(words, line);
        if in_two {
            cells.insert(LANGUAGE_AT, words.stored("contact-language", &line.language));
        }
        cells
    });
    body.push(table(&heads(&keys), cells.collect()));
    body.extend(more_than_fits(words, total));
    let number = match row.number.trim() {
        "" => String::new(),
        number => words.say("release-paper-number", &[("number", number)]),
    };
    Ok(sheet::cleaned(Sheet {
        language: words.language.clone(),
        letterhead: head(job.workspace.folder(), &office),
        kicker: words.word("report-title"),
        number,
        headline: row.headline.clone(),
        body,
        footer: office.name,
        pages: words.say("release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
        ..Sheet::default()
    }))
}

/// What was published of the release: how much, in what tone, and where.
fn published(words: &Words, report: &DistributionReport) -> Vec<Block> {
    let total = report.coverage_counts.total;
    let mut blocks = vec![heading(words.say("report-coverage", &[("count", &total.to_string())]))];
    if total == 0 {
        blocks.push(Block::Paragraph { runs: plain(&words.word("report-coverage-none")) });
        return blocks;
    }
    blocks.push(Block::Paragraph { runs: plain(&coverage_sums(words, &report.coverage_counts)) });
    let keys = [
        "table-head-published-on",
        "table-head-outlet",
        "table-head-title",
        "table-head-coverage-kind",
        "table-head-headline-tone",
        "table-head-body-tone",
    ];
    let heads = keys.map(|key| words.word(key));
    let rows = report.coverage.iter().map(|row| {
        let piece = &row.coverage;
        vec![
            piece.published_on.clone(),
            row.outlet.clone(),
            piece.title.clone(),
            words.stored("coverage-kind", piece.kind.as_str()),
            words.stored("coverage-tone", &piece.headline_tone),
            words.stored("coverage-tone", &piece.body_tone),
        ]
    });
    blocks.push(table(&heads, rows.collect()));
    blocks
}

/// How many pieces are of which kind and tone, in a sentence.
pub(super) fn coverage_sums(words: &Words, counts: &CoverageCounts) -> String {
    let numbers = [
        ("total", counts.total),
        ("outlets", counts.outlets),
        ("printed", counts.printed),
        ("shown", counts.shown),
        ("broadcast", counts.broadcast),
        ("positive", counts.positive),
        ("neutral", counts.neutral),
        ("negative", counts.negative),
        ("unjudged", counts.unjudged),
    ]
    .map(|(name, number)| (name, number.to_string()));
    let args = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
    words.say("coverage-sums", &args)
}

fn more_than_fits(words: &Words, count: usize) -> Option<Block> {
    (count > MOST_ON_PAPER).then(|| {
        let more = (count - MOST_ON_PAPER).to_string();
        Block::Paragraph { runs: plain(&words.say("report-more", &[("count", &more)])) }
    })
}

fn paper_line(words: &Words, line: &ReportLine) -> Vec<String> {
    let state = words.stored("delivery-state", line.state.as_str());
    let why = [words.reason(line), server_words(line)].into_iter().find(|said| !said.is_empty());
    let failed = !matches!(line.state.as_str(), "accepted" | "done_by_hand" | "by_hand" | "queued");
    let state = match why.filter(|_| failed) {
        Some(why) => format!("{state}: {why}"),
        None => state,
    };
    vec![
        line.name.clone(),
        line.outlet.clone(),
        line.address.clone(),
        state,
        words.sortable(&line.sent_at),
        words.answer(line),
    ]
}

fn server_words(line: &ReportLine) -> String {
    let code = if line.reply_code > 0 { line.reply_code.to_string() } else { String::new() };
    let parts = [code.as_str(), line.enhanced_code.as_str(), line.reply_text.as_str()];
    if line.reply_text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return line.reply_text.clone();
    }
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All lines of a report, page by page from the same moment.
struct Lines<'a, 'r> {
    db: &'a Reader<'r>,
    ctx: &'a Ctx,
    distribution_id: i64,
    offset: i64,
    page: std::vec::IntoIter<ReportLine>,
    over: bool,
}

impl<'a, 'r> Lines<'a, 'r> {
    fn of(db: &'a Reader<'r>, ctx: &'a Ctx, distribution_id: i64) -> Self {
        Self { db, ctx, distribution_id, offset: 0, page: Vec::new().into_iter(), over: false }
    }
}

impl Iterator for Lines<'_, '_> {
    type Item = Result<ReportLine>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(line) = self.page.next() {
            return Some(Ok(line));
        }
        if self.over {
            return None;
        }
        let asked = ReportLines {
            distribution_id: self.distribution_id,
            offset: Some(self.offset),
            limit: Some(PAGE),
        };
        match distribution::report_lines(self.db, self.ctx, asked) {
            Ok(page) => {
                self.offset += PAGE;
                self.over = self.offset >= page.total;
                self.page = page.rows.into_iter();
                self.page.next().map(Ok)
            }
            Err(error) => {
                self.over = true;
                Some(Err(error))
            }
        }
    }
}

/// Columns of the sheet with a line for each recipient.
const LINE_COLUMNS: [(&str, CellKind); 25] = [
    ("report-id", CellKind::Number),
    ("report-name", CellKind::Text),
    ("report-outlet", CellKind::Text),
    ("report-channel", CellKind::Text),
    ("report-address", CellKind::Text),
    ("report-language", CellKind::Text),
    ("report-state", CellKind::Text),
    ("report-reason", CellKind::Text),
    ("report-reply-code", CellKind::Number),
    ("report-enhanced-code", CellKind::Text),
    ("report-reply-text", CellKind::Text),
    ("report-attempts", CellKind::Number),
    ("report-wave", CellKind::Number),
    ("report-sent-at", CellKind::Text),
    ("report-done-by", CellKind::Text),
    ("report-changed-at", CellKind::Text),
    ("report-answer", CellKind::Text),
    ("report-answered-at", CellKind::Text),
    ("report-answer-text", CellKind::Text),
    ("report-opted-out", CellKind::Text),
    ("report-rsvp", CellKind::Text),
    ("report-auto-replied", CellKind::Text),
    ("report-asked-again", CellKind::Number),
    ("report-zone", CellKind::Text),
    ("report-message-id", CellKind::Text),
];

fn book_line(words: &Words, zone: &str, line: &ReportLine) -> Vec<String> {
    let yes = |on: bool| if on { words.word("report-yes") } else { String::new() };
    let number = |number: i64| if number == 0 { String::new() } else { number.to_string() };
    vec![
        number(line.contact_id),
        line.name.clone(),
        line.outlet.clone(),
        words.stored("report-channel", &line.channel),
        line.address.clone(),
        words.stored("contact-language", &line.language),
        words.stored("delivery-state", line.state.as_str()),
        words.reason(line),
        number(line.reply_code),
        line.enhanced_code.clone(),
        line.reply_text.clone(),
        line.attempts.to_string(),
        (line.wave + 1).to_string(),
        words.sortable(&line.sent_at),
        line.done_by.clone(),
        words.sortable(&line.changed_at),
        words.stored("report-answer", &line.answer),
        words.sortable(&line.answered_at),
        line.answer_text.clone(),
        yes(line.opted_out),
        words.stored("report-rsvp", &line.rsvp),
        yes(line.auto_replied),
        line.asked_again.to_string(),
        zone.to_owned(),
        line.message_id.clone(),
    ]
}

fn book(
    db: &Reader,
    ctx: &Ctx,
    words: &Words,
    report: &DistributionReport,
    file: &std::path::Path,
) -> Result<()> {
    let columns = columns(words, report);
    let mut sum_heads = vec![words.word("report-title")];
    sum_heads.extend(columns.iter().map(|(name, _)| name.clone()));
    let sums = measures(report).into_iter().map(|(key, of)| {
        let numbers = columns.iter().map(|(_, sums)| of(sums).to_string());
        Ok(std::iter::once(words.word(key)).chain(numbers).collect::<Vec<_>>())
    });
    let row = &report.detail.row;
    let mut facts = facts(words, report);
    facts.insert(0, (words.word("report-fact-release"), row.headline.clone()));
    facts.insert(1, (words.word("report-fact-number"), row.number.clone()));
    let facts = facts.into_iter().map(|(name, value)| Ok(vec![name, value]));
    let blank = std::iter::once(Ok(Vec::new()));
    let sum_kinds = vec![CellKind::Number; sum_heads.len()];
    let zone = words.zone_name(report);
    let lines = Lines::of(db, ctx, row.id).map(|line| Ok(book_line(words, &zone, &line?)));
    let excluded = report.detail.exclusions.iter().map(|one| {
        Ok(vec![
            one.contact_id.to_string(),
            one.name.clone(),
            words.stored("exclusion", one.reason.as_str()),
            one.note.clone(),
        ])
    });
    let steps = report.steps.iter().map(|step| {
        Ok(vec![
            words.sortable(&step.at),
            zone.clone(),
            step_words(words, step),
            step.actor.clone(),
        ])
    });
    let (piece_heads, piece_kinds) = tables::heads(words, tables::COVERAGE_COLUMNS);
    let pieces = report.coverage.iter().map(|row| Ok(tables::coverage_cells(words, row)));
    let heads = |keys: &[&str]| keys.iter().map(|key| words.word(key)).collect::<Vec<_>>();
    let line_keys: Vec<&str> = LINE_COLUMNS.iter().map(|(key, _)| *key).collect();
    workbook::write_pages(
        file,
        vec![
            Page {
                name: words.word("report-sheet-sums"),
                headers: sum_heads,
                kinds: sum_kinds,
                rows: Box::new(sums.chain(blank).chain(facts)),
            },
            Page {
                name: words.word("report-sheet-recipients"),
                headers: heads(&line_keys),
                kinds: LINE_COLUMNS.iter().map(|(_, kind)| *kind).collect(),
                rows: Box::new(lines),
            },
            Page {
                name: words.word("report-sheet-excluded"),
                headers: heads(&["report-id", "report-name", "report-reason", "report-note"]),
                kinds: vec![CellKind::Number, CellKind::Text, CellKind::Text, CellKind::Text],
                rows: Box::new(excluded),
            },
            Page {
                name: words.word("nav-coverage"),
                headers: piece_heads,
                kinds: piece_kinds,
                rows: Box::new(pieces),
            },
            Page {
                name: words.word("report-steps"),
                headers: heads(&["report-when", "report-zone", "report-what", "report-who"]),
                kinds: vec![CellKind::Text; 4],
                rows: Box::new(steps),
            },
        ],
    )
}
