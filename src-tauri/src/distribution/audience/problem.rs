//! What is to be said before a release is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::sorting::Named;
use super::{Plan, Sorted};
use crate::account::{self, Account};
use crate::db::{Ctx, Reader};
use crate::distribution::original;
use crate::error::Result;
use crate::mail::compose::CLIPPED_ABOVE;
use crate::office;
use crate::release::letter::{self, Template};
use crate::release::translation::gaps;
use crate::release::{self, Release, Remark, Unready, some_names};

/// Something to know before sending.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Problem {
    /// What it is, for scripts: `missing_field`, `no_recipients`, `file_lost` and so on.
    pub kind: &'static str,
    /// Key of the sentence in `distribution.ftl`.
    pub text: &'static str,
    /// What the sentence names.
    pub args: BTreeMap<&'static str, String>,
    /// How many recipients it concerns; 0 = all.
    pub count: i64,
    /// Whether it must be put right before anything can be sent.
    pub blocks: bool,
    /// `id` or `en`: of two texts it speaks of this one; empty = of all.
    pub language: String,
}

fn problem(kind: &'static str, text: &'static str, count: usize, blocks: bool) -> Problem {
    Problem {
        kind,
        text,
        args: BTreeMap::from([("count", count.to_string())]),
        count: i64::try_from(count).unwrap_or(i64::MAX),
        blocks,
        language: String::new(),
    }
}

impl Problem {
    fn naming(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

/// Everything that is to be said before a release goes to an audience as it was sorted.
pub(super) fn problems(
    db: &Reader,
    ctx: &Ctx,
    plan: &Plan,
    sorted: &Sorted,
) -> Result<Vec<Problem>> {
    let release = &plan.own.release;
    let size_bytes =
        letter::estimated_size(&plan.own.template, &plan.files) + sorted.seen.enclosed_size;
    let mails = sorted.mails + sorted.newsrooms.len();
    let mut problems = Vec::new();
    problems.extend(unready(db, release)?);
    problems.extend(nobody(sorted));
    problems.extend(empty_texts(release));
    problems.extend(remarks(db, release)?);
    problems.extend(missing_fields(sorted));
    let shared = plan.files.iter().map(|file| (&file.file_name, &file.sha256));
    let own = plan.enclosures.values().flatten().filter(|own| !own.sha256.is_empty());
    let own = own.map(|own| (&own.file_name, &own.sha256));
    problems.extend(lost_files(&ctx.folder, shared.chain(own)));
    problems.extend(enclosure_problems(db, plan, sorted)?);
    let account = plan.account.as_ref();
    problems.extend(size_problems(db, account, size_bytes, &plan.own.template)?);
    let of_other = of_other(db, plan, sorted, &problems)?;
    problems.extend(of_other);
    problems.extend(people_problems(db, release, sorted)?);
    problems.extend(original_problems(db, release.id, sorted)?);
    problems.extend(timing_problems(sorted));
    problems.extend(account_problems(db, plan.account.as_ref(), mails, &ctx.now_text())?);
    if let Some(taken) = &plan.again {
        problems.retain(|problem| taken.is_concerned(problem));
    }
    Ok(problems)
}

/// What is to be said before a mail goes to the guests of an event. Its text is Warta's own, so that
/// it needs no approval unless the office sends nothing without.
pub(super) fn event_problems(
    db: &Reader,
    ctx: &Ctx,
    plan: &Plan,
    sorted: &Sorted,
) -> Result<Vec<Problem>> {
    let release = &plan.own.release;
    let mut problems = Vec::new();
    let standing = if release.id == 0 {
        let refuses = office::find(db)?.is_some_and(|office| office.unapproved == office::REFUSE);
        refuses.then(|| problem("not_approved", "distribution-problem-must-be-approved", 0, true))
    } else {
        unready(db, release)?.filter(|problem| problem.blocks)
    };
    problems.extend(standing);
    problems.extend(nobody(sorted));
    problems.extend(empty_texts(release).into_iter().filter(|problem| problem.blocks));
    problems.extend(missing_fields(sorted));
    let files = plan.files.iter().map(|file| (&file.file_name, &file.sha256));
    problems.extend(lost_files(&ctx.folder, files));
    let size_bytes = letter::estimated_size(&plan.own.template, &plan.files);
    problems.extend(size_problems(db, plan.account.as_ref(), size_bytes, &plan.own.template)?);
    if sorted.seen.away > 0 {
        problems.push(problem("away", "distribution-problem-away", sorted.seen.away, false));
    }
    problems.extend(timing_problems(sorted));
    problems.extend(account_problems(db, plan.account.as_ref(), sorted.mails, &ctx.now_text())?);
    Ok(problems)
}

/// What its way through the office has against sending a release now.
fn unready(db: &Reader, release: &Release) -> Result<Option<Problem>> {
    Ok(release::unready(db, release.id)?.map(|(why, blocks)| {
        let (kind, text) = match (why, blocks) {
            (Unready::Withdrawn, _) => ("withdrawn", "distribution-problem-withdrawn"),
            (Unready::Archived, _) => ("archived", "distribution-problem-archived"),
            (Unready::NotApproved, false) => ("not_approved", "distribution-problem-not-approved"),
            (Unready::NotApproved, true) => {
                ("not_approved", "distribution-problem-must-be-approved")
            }
            (Unready::Changed, false) => ("changed", "distribution-problem-changed"),
            (Unready::Changed, true) => ("changed", "distribution-problem-changed-again"),
        };
        problem(kind, text, 0, blocks)
    }))
}

/// What is to be said of the text in the other language, where somebody gets it, and was not said
/// of the release's own.
fn of_other(db: &Reader, plan: &Plan, sorted: &Sorted, said: &[Problem]) -> Result<Vec<Problem>> {
    let Some(other) = &plan.other else { return Ok(Vec::new()) };
    let language = &other.release.language;
    let readers = sorted.languages.get(language).copied().unwrap_or(0);
    if readers == 0 {
        return Ok(Vec::new());
    }
    let mut problems = empty_texts(&other.release);
    let gaps = gaps(&plan.own.release, &other.release).len();
    if gaps > 0 && problems.is_empty() {
        problems.push(problem("translation_gaps", "translation-problem-gaps", gaps, false));
    }
    problems.extend(remarks(db, &other.release)?);
    let size = letter::estimated_size(&other.template, &plan.files);
    problems.extend(size_problems(db, plan.account.as_ref(), size, &other.template)?);
    problems.retain(|one| {
        // The two mails differ by a few bytes.
        let same = |known: &Problem| known.args == one.args || one.args.contains_key("size");
        !said.iter().any(|known| known.kind == one.kind && same(known))
    });
    for problem in &mut problems {
        problem.count = i64::try_from(readers).unwrap_or(i64::MAX);
        problem.language.clone_from(language);
    }
    Ok(problems)
}

fn nobody(sorted: &Sorted) -> Option<Problem> {
    let nobody = sorted.mails == 0
        && sorted.by_hand == 0
        && sorted.groups.is_empty()
        && sorted.newsrooms.is_empty();
    nobody.then(|| problem("no_recipients", "distribution-problem-no-recipients", 0, true))
}

fn empty_texts(release: &Release) -> Vec<Problem> {
    let mut problems = Vec::new();
    if release.headline.trim().is_empty() {
        problems.push(problem("no_headline", "distribution-problem-no-headline", 0, true));
    }
    if release.lead.trim().is_empty() && release.body_html.trim().is_empty() {
        problems.push(problem("no_text", "distribution-problem-no-text", 0, false));
    }
    problems
}

/// What a careful colleague would remark, on the text, its quotes and its photos.
fn remarks(db: &Reader, release: &Release) -> Result<Vec<Problem>> {
    let looked_over = release::look_over(db, release)?;
    Ok(looked_over.remarks.into_iter().map(of_remark).collect())
}

/// Merge fields that would come out empty, with how many people and the first few names.
fn missing_fields(sorted: &Sorted) -> Vec<Problem> {
    sorted
        .seen
        .missing
        .iter()
        .map(|(field, people)| {
            let known = letter::FIELDS.contains(&field.as_str());
            let text = if known {
                "distribution-problem-missing-field"
            } else {
                "distribution-problem-unknown-field"
            };
            // A field that there is not is a slip of the pen and empty for everybody: nobody wants that sent.
            let (kind, blocks) =
                if known { ("missing_field", false) } else { ("unknown_field", true) };
            problem(kind, text, people.count, blocks)
                .naming("field", field)
                .naming("names", people.written())
        })
        .collect()
}

/// Of these names and hashes, what is no longer there.
fn lost_files<'f>(
    folder: &Path,
    files: impl Iterator<Item = (&'f String, &'f String)>,
) -> Vec<Problem> {
    let lost = files.filter(|(_, sha256)| !folder.join("files").join(sha256).is_file());
    let names: BTreeSet<&String> = lost.map(|(file_name, _)| file_name).collect();
    names
        .into_iter()
        .map(|name| {
            problem("file_lost", "distribution-problem-file-lost", 0, true).naming("file", name)
        })
        .collect()
}

/// Who should have got something of their own and gets no mail.
fn enclosure_problems(db: &Reader, plan: &Plan, sorted: &Sorted) -> Result<Vec<Problem>> {
    let seen = &sorted.seen;
    let mut by_hand = Named::default();
    let mut absent = Named::default();
    for contact in plan.enclosures.keys().filter(|contact| !seen.enclosed.contains(contact)) {
        let name: Option<String> = db.row(
            "SELECT name FROM contacts WHERE id = :id AND deleted_at IS NULL",
            named_params! {":id": contact},
            |row| row.get(0),
        )?;
        let Some(name) = name else { continue };
        let named =
            if seen.enclosed_by_hand.contains(contact) { &mut by_hand } else { &mut absent };
        named.add(&name);
    }
    let kinds = [
        ("enclosure_by_hand", "distribution-problem-enclosure-by-hand", by_hand),
        ("enclosure_absent", "distribution-problem-enclosure-absent", absent),
    ];
    let said = kinds.into_iter().filter(|(.., people)| people.count > 0);
    Ok(said
        .map(|(kind, text, people)| {
            problem(kind, text, people.count, false).naming("names", people.written())
        })
        .collect())
}

/// Whether the message is too large, for the account that sends it or for servers on the way, or
/// so long that mail programs cut it.
fn size_problems(
    db: &Reader,
    account: Option<&Account>,
    size_bytes: i64,
    template: &Template,
) -> Result<Vec<Problem>> {
    let remark = release::size_remark(db, account, size_bytes)?;
    let mut problems: Vec<Problem> = remark.into_iter().map(of_remark).collect();
    if template.html.len() > CLIPPED_ABOVE {
        problems.push(problem("clipped", "distribution-problem-clipped", 0, false));
    }
    Ok(problems)
}

fn of_remark(remark: Remark) -> Problem {
    let mut said = problem(remark.kind, remark.text, 0, false);
    said.args.extend(remark.args);
    said
}

fn people_problems(db: &Reader, release: &Release, sorted: &Sorted) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    if sorted.seen.away > 0 {
        problems.push(problem("away", "distribution-problem-away", sorted.seen.away, false));
    }
    let mut again = sorted.seen.again;
    for group in &sorted.groups {
        let sent = db.number(
            "SELECT COUNT(*)
             FROM distributions s
             JOIN deliveries d ON d.distribution_id = s.id
             WHERE s.release_id = :release AND d.group_chat_id = :group AND d.state IN ('by_hand', 'done_by_hand')",
            named_params! {":release": release.id, ":group": group.group_chat_id},
        )?;
        again += usize::from(sent > 0);
    }
    for newsroom in &sorted.newsrooms {
        let sent = db.number(
            "SELECT COUNT(*)
             FROM distributions s
             JOIN deliveries d ON d.distribution_id = s.id
             WHERE s.release_id = :release AND d.organisation_id = :organisation
               AND d.state IN ('queued', 'sending', 'deferred', 'accepted', 'unsure')",
            named_params! {":release": release.id, ":organisation": newsroom.organisation_id},
        )?;
        again += usize::from(sent > 0);
    }
    if again > 0 {
        problems.push(problem("already_sent", "distribution-problem-already-sent", again, false));
    }
    Ok(problems)
}

/// How the audience of a correction or a notice of withdrawal differs from those who got the
/// original.
fn original_problems(db: &Reader, release_id: i64, sorted: &Sorted) -> Result<Vec<Problem>> {
    let original = original::original_of(db, release_id)?;
    if original == 0 {
        return Ok(Vec::new());
    }
    let left_out = sorted.excluded.iter().map(|one| one.contact_id).collect();
    let got = original::who_got(db, original)?;
    let (mut missing, others) = original::differences(&got, &sorted.seen.reached, &left_out);
    let told = |id: &i64| sorted.groups.iter().any(|group| group.group_chat_id == *id);
    missing += original::groups_that_got(db, original)?.iter().filter(|id| !told(id)).count();
    let told = |id: &i64| {
        sorted.newsrooms.iter().any(|newsroom| newsroom.organisation_id == *id)
            || sorted.excluded.iter().any(|one| one.organisation_id == Some(*id))
    };
    missing += original::newsrooms_that_got(db, original)?.iter().filter(|id| !told(id)).count();
    let unsure = usize::try_from(original::unsure(db, original)?).unwrap_or(0);
    let counts = [
        ("original_missing", "distribution-problem-original-missing", missing),
        ("original_others", "distribution-problem-original-others", others),
        ("original_unsure", "distribution-problem-original-unsure", unsure),
    ];
    let said = counts.into_iter().filter(|(.., count)| *count > 0);
    Ok(said.map(|(kind, text, count)| problem(kind, text, count, false)).collect())
}

fn timing_problems(sorted: &Sorted) -> Vec<Problem> {
    let mut problems = Vec::new();
    let refusing = &sorted.seen.refuse_embargo;
    if sorted.seen.under_embargo && refusing.count > 0 {
        let asked = sorted.seen.no_embargo.is_none();
        let text = if asked {
            "distribution-problem-no-embargo-ask"
        } else {
            "distribution-problem-no-embargo"
        };
        problems.push(
            problem("no_embargo", text, refusing.count, asked).naming("names", refusing.written()),
        );
    }
    for kept in [false, true] {
        let names: Vec<&str> = sorted
            .recent
            .iter()
            .filter(|recent| recent.kept == kept)
            .map(|recent| recent.name.as_str())
            .collect();
        if !names.is_empty() {
            let (kind, text) = if kept {
                ("recent_kept", "distribution-problem-recent-kept")
            } else {
                ("recent", "distribution-problem-recent")
            };
            problems.push(
                problem(kind, text, names.len(), false)
                    .naming("names", some_names(&names))
                    .naming("days", sorted.guard_days),
            );
        }
    }
    problems
}

fn account_problems(
    db: &Reader,
    account: Option<&Account>,
    recipients: usize,
    now: &str,
) -> Result<Vec<Problem>> {
    let Some(account) = account else {
        return Ok(vec![problem("no_account", "distribution-problem-no-account", 0, false)]);
    };
    let mut problems = Vec::new();
    let per_day = usize::try_from(account.per_day).unwrap_or(0);
    if per_day > 0 && recipients > per_day {
        problems.push(
            problem("day_limit", "distribution-problem-day-limit", recipients, false)
                .naming("limit", per_day),
        );
    }
    // Receivers may take it for forged: a warning, since only they decide.
    if account::failed_lately(db, account.id, now)?.is_some() {
        problems.push(
            problem("not_authentic", "distribution-problem-not-authentic", 0, false)
                .naming("account", account.name()),
        );
    }
    if account.dkim_on != 0 && account.dkim_domain != account.sender_domain() {
        problems.push(
            problem("dkim_domain", "distribution-problem-dkim-domain", 0, false)
                .naming("account", account.name())
                .naming("domain", &account.dkim_domain),
        );
    }
    Ok(problems)
}

/// Minutes that `messages` take under the account's limits, rounded up.
pub(in crate::distribution) fn minutes(account: Option<&Account>, messages: usize) -> i64 {
    let messages = i64::try_from(messages).unwrap_or(i64::MAX);
    let Some(account) = account else { return i64::from(messages > 0) };
    let full_windows = |limit: i64, minutes: i64| {
        if limit > 0 { (messages - 1).max(0) / limit * minutes } else { 0 }
    };
    // A server on the internet answers within a second or so.
    let unlimited = messages / (60 * account.connections.max(1));
    let limited = [
        full_windows(account.per_minute, 1),
        full_windows(account.per_hour, 60),
        full_windows(account.per_day, 24 * 60),
    ];
    limited.into_iter().fold(unlimited, i64::max).max(i64::from(messages > 0))
}
