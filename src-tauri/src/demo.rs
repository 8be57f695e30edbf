//! The made-up office to look around in. Everything goes through the functions that an office's
//! own data goes through: releases are really sent (to the outbox folder), and the responses are
//! mails that the reader reads. Only the dates are moved, so that the office has a past.

mod attended;
mod cells;
mod chats;
mod enquiries;
mod events;
mod invited;
mod letters;
mod network;
mod people;
mod photos;
mod responses;
mod travelling;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use include_dir::{Dir, include_dir};
use rusqlite::named_params;
use serde::Serialize;
use serde_json::Value as Json;
use ts_rs::TS;

use crate::clock;
use crate::db::{Ctx, Durability, Patch};
use crate::distribution::{self, Audience, SendOrder};
use crate::duplicate::{self, ScanOrder};
use crate::error::{Code, Error, Result};
use crate::follow_up::NewFollowUp;
use crate::inbox::{self, ReadOrder};
use crate::interaction::{self, NewInteraction};
use crate::job::Job;
use crate::office::{self, FirstStart};
use crate::outbox::{self, RunOrder};
use crate::release::{self, ApproveOrder, ImportText, IntoRelease, Release};
use crate::{settings, staff};

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/demo");

/// What the demo office holds.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Filled {
    /// Contacts.
    pub contacts: i64,
    /// Organisations.
    pub organisations: i64,
    /// Releases.
    pub releases: i64,
    /// Responses.
    pub responses: i64,
}

/// A release that was sent.
struct Sent {
    stem: String,
    language: String,
    is_invitation: bool,
    distribution_id: i64,
    at: DateTime<Utc>,
}

/// The list that foreign correspondents are on, and the one that everything goes to.
const FOREIGN: &str = "Foreign press";
const EVERYDAY: &str = "Pers Kota";
/// When the first of the releases that were sent leaves the desk: ten in the morning.
const SENT_HOUR_UTC: i64 = 3;
/// The media list is older than the mark for stale contacts, except for a few.
const LIST_AGE_DAYS: u64 = 210;

/// Fills an empty workspace.
pub fn fill(job: &Job, _: ()) -> Result<Filled> {
    let db = &job.workspace.db;
    let is_used = db.read(|db| {
        let there = db.number(
            "SELECT (SELECT COUNT(*) FROM contacts) + (SELECT COUNT(*) FROM releases)",
            &[],
        )?;
        // An office that has introduced itself is a real one, empty or not.
        Ok(there > 0 || settings::value(db, "setup_done", "")? == "1")
    })?;
    if is_used {
        return Err(Error::new(Code::Conflict, "demo-not-empty"));
    }
    let about: Json = serde_json::from_str(text("office.json")?)?;
    let ctx = set_up(job, &about)?;
    job.progress("phase-demo-people", 0, 4);
    let then = Ctx { now: ctx.now - Days::new(LIST_AGE_DAYS), ..ctx.clone() };
    let mut filled = Filled::default();
    let today = network::day(&ctx);
    let lists =
        db.write(&then, "demo_fill", false, |db| people::write(db, &then, today, &mut filled))?;
    db.write(&ctx, "demo_fill", false, |db| network::write(db, &ctx, today))?;
    db.write(&ctx, "demo_fill", false, |db| letters::write(db, &ctx))?;
    db.write(&ctx, "demo_fill", false, |db| photos::write(db, &ctx))?;
    job.check_cancelled()?;
    job.progress("phase-demo-releases", 1, 4);
    let sent = releases(job, &ctx, &lists, &mut filled)?;
    db.write(&ctx, "demo_fill", false, |db| photos::pack(db, &ctx))?;
    job.check_cancelled()?;
    log_calls(job, &ctx, &sent)?;
    job.progress("phase-demo-responses", 3, 4);
    let folder = job.workspace.folder().join("uploads").join(format!("demo-{}", job.id()));
    let read = responses::write(job, &folder, &sent, &about).and_then(|()| {
        inbox::read(job, ReadOrder { paths: vec![folder.clone()], ..ReadOrder::default() })
    });
    let _ = std::fs::remove_dir_all(&folder);
    filled.responses = read?.added;
    duplicate::scan(job, ScanOrder::default())?;
    chats::write(job, &ctx)?;
    db.write(&ctx, "demo_fill", false, |db| enquiries::write(db, &ctx))?;
    db.write(&ctx, "demo_fill", false, |db| events::write(db, &ctx))?;
    db.write_unlogged(Durability::Normal, &["settings"], |db| settings::put(db, "demo", "1"))?;
    Ok(filled)
}

fn text(name: &str) -> Result<&'static str> {
    FILES
        .get_file(name)
        .and_then(|file| file.contents_utf8())
        .ok_or_else(|| Error::internal(format!("the demo lacks {name}")))
}

fn word<'j>(json: &'j Json, path: &str) -> &'j str {
    json.pointer(path).and_then(Json::as_str).unwrap_or_default()
}

fn patch(json: Option<&Json>) -> Patch {
    Patch { set: json.and_then(Json::as_object).cloned().unwrap_or_default(), ..Patch::default() }
}

/// Office, staff and language; gives the context of the first of the staff.
fn set_up(job: &Job, about: &Json) -> Result<Ctx> {
    let people: Vec<&Json> =
        about.pointer("/staff").and_then(Json::as_array).into_iter().flatten().collect();
    let actor = people.first().map(|person| word(person, "/name").to_owned()).unwrap_or_default();
    let ctx = Ctx { actor, ..job.ctx.clone() };
    job.workspace.db.write(&ctx, "demo_fill", false, |db| {
        let language = settings::value(db, "language", word(about, "/language"))?;
        let answers = FirstStart {
            language,
            office: patch(about.pointer("/office")),
            staff: patch(people.first().copied()),
        };
        office::first_start(db, &ctx, answers)?;
        for person in people.iter().skip(1) {
            staff::save(db, &ctx, patch(Some(person)))?;
        }
        Ok(())
    })?;
    Ok(ctx)
}

/// Writes the releases and sends each on its day; one more is still a draft.
fn releases(
    job: &Job,
    ctx: &Ctx,
    lists: &BTreeMap<String, i64>,
    filled: &mut Filled,
) -> Result<Vec<Sent>> {
    let mut drafts: Vec<(NaiveDate, String, &str)> = Vec::new();
    for file in FILES.get_dir("releases").into_iter().flat_map(Dir::files) {
        let text = file.contents_utf8().unwrap_or_default();
        let stem = file
            .path()
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let day = text
            .lines()
            .find_map(|line| line.strip_prefix("date:"))
            .and_then(|day| day.trim().parse().ok())
            .unwrap_or_default();
        drafts.push((day, stem, text));
    }
    drafts.sort();
    let today = ctx.now.date_naive();
    let newest = drafts.last().map(|(day, ..)| *day).unwrap_or_default();
    let others: Vec<i64> = lists
        .iter()
        .filter(|(name, _)| *name != FOREIGN && *name != EVERYDAY)
        .map(|(_, id)| *id)
        .collect();
    let mut sent = Vec::new();
    for (number, (day, stem, text)) in drafts.into_iter().enumerate() {
        let day = today - (newest - day);
        let at = (day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc()
            + Duration::hours(SENT_HOUR_UTC))
        .min(ctx.now - Duration::hours(2));
        let then = Ctx { now: at, ..ctx.clone() };
        let file_name = format!("{stem}.md");
        let release = job.workspace.db.write(&then, "release_import", false, |db| {
            let detail = release::import_text(
                db,
                &then,
                ImportText { file_name, text: text.to_owned(), ..ImportText::default() },
            )?;
            let mut patch = Patch { id: Some(detail.release.id), ..Patch::default() };
            patch.set.insert("dated_on".to_owned(), Json::from(day.to_string()));
            Ok(release::save(db, &then, patch)?.release)
        })?;
        let in_two = translated(job, &then, &release, &stem)?;
        job.workspace.db.write(&then, "release_approve", false, |db| {
            let order = ApproveOrder { id: release.id, ..ApproveOrder::default() };
            release::approve(db, &then, order)
        })?;
        filled.releases += 1;
        let audience_lists = if release.language == "en" {
            lists.get(FOREIGN).copied().into_iter().collect()
        } else {
            let turn = others.get(number.checked_rem(others.len()).unwrap_or(0)).copied();
            let foreign = in_two.then(|| lists.get(FOREIGN).copied()).flatten();
            lists.get(EVERYDAY).copied().into_iter().chain(turn).chain(foreign).collect()
        };
        let is_invitation = release.number.contains("UND");
        let audience =
            Audience { release_id: release.id, lists: audience_lists, ..Audience::default() };
        let queued = job.workspace.db.write(&then, "release_send", false, |db| {
            distribution::queue(db, &then, SendOrder { audience, ..SendOrder::default() })
        })?;
        let distribution_id = queued.row.id;
        job.progress("phase-demo-sending", 2, 4);
        outbox::run(job, RunOrder { until_empty: true, distribution_id: Some(distribution_id) })?;
        date_back(job, distribution_id, at)?;
        sent.push(Sent { stem, language: release.language, is_invitation, distribution_id, at });
    }
    sent.sort_by_key(|sent| sent.at);
    job.workspace.db.write(ctx, "release_save", false, |db| {
        let mut patch = Patch::default();
        for (field, value) in DRAFT {
            patch.set.insert((*field).to_owned(), Json::from(*value));
        }
        release::save(db, ctx, patch)
    })?;
    filled.releases += 1;
    Ok(sent)
}

/// Writes the version in the other language, where the demo has one; whether it has.
fn translated(job: &Job, ctx: &Ctx, release: &Release, stem: &str) -> Result<bool> {
    let file_name = format!("{stem}.md");
    let Some(file) = FILES.get_file(format!("translations/{file_name}")) else {
        return Ok(false);
    };
    let language = if release.language == "en" { "id" } else { "en" };
    let into = IntoRelease { release_id: release.id, language: Some(language.to_owned()) };
    let text = file.contents_utf8().unwrap_or_default().to_owned();
    let import = ImportText { file_name, text, into: Some(into), ..ImportText::default() };
    job.workspace
        .db
        .write(ctx, "release_import", false, |db| release::import_text(db, ctx, import))?;
    Ok(true)
}

/// What the office is still writing.
const DRAFT: &[(&str, &str)] = &[
    ("headline", "Layanan darurat Kota Contoh siaga 24 jam selama musim hujan"),
    (
        "lead",
        "Pemerintah Kota Contoh menyiapkan dua belas pos siaga dan satu nomor panggilan darurat selama musim hujan.",
    ),
];

/// The loop sends now; the demo's day of sending is the release's.
fn date_back(job: &Job, distribution_id: i64, at: DateTime<Utc>) -> Result<()> {
    let tables = ["deliveries", "distributions", "interactions"];
    job.workspace.db.write_unlogged(Durability::Normal, &tables, |db| {
        let day = clock::to_text(at + Duration::minutes(4));
        for sql in [
            "UPDATE deliveries
             SET claimed_at = CASE WHEN claimed_at = '' THEN '' ELSE :day END, marked_at = CASE WHEN marked_at = '' THEN '' ELSE :day END, changed_at = :day
             WHERE distribution_id = :id",
            "UPDATE distributions SET ended_at = CASE WHEN ended_at IS NULL THEN NULL ELSE :day END WHERE id = :id",
            "UPDATE interactions SET at = :day, created_at = :day, updated_at = :day
             WHERE delivery_id IN (SELECT d.id FROM deliveries d WHERE d.distribution_id = :id)",
        ] {
            db.execute(sql, named_params! {":day": day, ":id": distribution_id})?;
        }
        Ok(())
    })
}

/// What the staff logged by hand: how, in which direction, what was said.
const CALLS: &[(&str, &str, &str)] = &[
    ("whatsapp", "out", "Menanyakan apakah rilis sudah diterima; akan dimuat besok."),
    ("call", "in", "Menanyakan jadwal jumpa pers dan siapa narasumbernya."),
    ("whatsapp", "in", "Minta foto resolusi tinggi dan nama lengkap narasumber."),
    ("meeting", "out", "Bertemu di balai kota, membahas agenda liputan bulan depan."),
    ("call", "out", "Mengonfirmasi kehadiran pada kunjungan media."),
    ("note", "out", "Lebih suka dihubungi setelah pukul 10.00."),
];
/// What was agreed with every fourth of them.
const PROMISED: &[(&str, &str)] = &[
    ("promise", "Kirim foto resolusi tinggi pembukaan pasar"),
    ("follow_up", "Tanya lagi apakah rilis vaksin dimuat"),
    ("promise", "Atur wawancara dengan Kepala Dinas Perhubungan"),
    ("follow_up", "Undang ke kunjungan media bulan depan"),
    ("promise", "Kirim data pos siaga per kelurahan"),
    ("follow_up", "Pastikan alamat surel yang baru"),
];
const CALLED_PEOPLE: i64 = 24;
/// Of the by-hand queue of older distributions, this many in a row are done before one is left.
const DONE_BY_HAND: usize = 4;

fn log_calls(job: &Job, ctx: &Ctx, sent: &[Sent]) -> Result<()> {
    let people: Vec<i64> = job.workspace.db.read(|db| {
        db.rows(
            "SELECT DISTINCT contact_id FROM deliveries WHERE contact_id IS NOT NULL ORDER BY contact_id LIMIT :limit",
            named_params! {":limit": CALLED_PEOPLE},
            |row| row.get(0),
        )
    })?;
    for (number, (contact_id, (kind, direction, summary))) in
        people.iter().zip(CALLS.iter().cycle()).enumerate()
    {
        let hours = i64::try_from(number).unwrap_or(0) * 17 + 3;
        let then = Ctx { now: ctx.now - Duration::hours(hours), ..ctx.clone() };
        let new = NewInteraction {
            contact_id: *contact_id,
            kind: (*kind).to_owned(),
            direction: (*direction).to_owned(),
            summary: (*summary).to_owned(),
            at: Some(then.now_text()),
            follow_up: (number % 4 == 0).then(|| NewFollowUp {
                due_on: (ctx.now + Duration::days(i64::try_from(number).unwrap_or(0) / 3 - 3))
                    .format("%Y-%m-%d")
                    .to_string(),
                what: PROMISED.get(number / 4).map(|(_, what)| (*what).to_owned()),
                kind: PROMISED.get(number / 4).map(|(kind, _)| (*kind).to_owned()),
                ..NewFollowUp::default()
            }),
        };
        job.workspace
            .db
            .write(&then, "interaction_log", true, |db| interaction::log(db, &then, new))?;
    }
    for older in sent.iter().rev().skip(1) {
        let open: Vec<i64> = job.workspace.db.read(|db| {
            db.rows(
                "SELECT id FROM deliveries WHERE distribution_id = :id AND state = 'by_hand' ORDER BY id",
                named_params! {":id": older.distribution_id},
                |row| row.get(0),
            )
        })?;
        let then = Ctx { now: older.at + Duration::hours(5), ..ctx.clone() };
        for (_, delivery) in open
            .into_iter()
            .enumerate()
            .filter(|(number, _)| number % (DONE_BY_HAND + 1) != DONE_BY_HAND)
        {
            job.workspace.db.write(&then, "delivery_done_by_hand", false, |db| {
                distribution::done_by_hand(db, &then, delivery)
            })?;
        }
    }
    Ok(())
}
