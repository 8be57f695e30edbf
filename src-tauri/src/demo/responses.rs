//! The demo's responses: mail templates filled for people who really got a release.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Datelike, Duration};
use include_dir::Dir;
use rusqlite::named_params;
use serde_json::Value as Json;

use super::{FILES, Sent, word};
use crate::error::Result;
use crate::job::Job;

/// Someone who got a release.
struct Recipient {
    contact_id: i64,
    address: String,
    name: String,
    message_id: String,
    token: String,
    outlet: String,
    subject: String,
}

/// Hours after the sending at which answers come, over and over.
const HOURS: [i64; 8] = [1, 2, 3, 5, 8, 20, 26, 50];
/// How long those who are away stay away.
const AWAY: Duration = Duration::days(12);
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
/// What a mail is about, where its name shares no word with the release's.
const ABOUT: &[(&str, &str)] = &[
    ("retribusi", "pasar"),
    ("kebakaran", "pasar"),
    ("anggaran", "apbd"),
    ("efek", "hpv"),
    ("tarif", "bus"),
    ("pemasok", "festival"),
    ("dapur", "festival"),
];

/// Writes the filled mails into `folder`.
pub fn write(job: &Job, folder: &Path, sent: &[Sent], about: &Json) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut answered = BTreeSet::new();
    let mut templates: Vec<_> =
        FILES.get_dir("responses").into_iter().flat_map(Dir::files).collect();
    templates.sort_by_key(|file| file.path());
    for (number, file) in templates.into_iter().enumerate() {
        let stem = file
            .path()
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let Some(release) = release_for(&stem, number, sent) else { continue };
        let Some(recipient) = recipient(job, release, number, &mut answered)? else { continue };
        let hours = HOURS.get(number % HOURS.len()).copied().unwrap_or(1);
        let minutes = i64::try_from(number).unwrap_or(0) * 7 % 60;
        let at = (release.at + Duration::hours(hours) + Duration::minutes(minutes))
            .min(job.ctx.now - Duration::minutes(minutes + 1));
        let back = (at + AWAY).date_naive();
        let mut mail = file.contents_utf8().unwrap_or_default().to_owned();
        for (name, value) in [
            ("to_message_id", recipient.message_id.trim_matches(['<', '>'])),
            ("token", &recipient.token),
            ("contact_email", &recipient.address),
            ("contact_name", &recipient.name),
            ("outlet", &recipient.outlet),
            ("outlet_domain", recipient.address.rsplit('@').next().unwrap_or_default()),
            ("subject", &recipient.subject),
            ("office_email", word(about, "/email")),
            ("office_name", word(about, "/sender_name")),
            ("sent", &release.at.to_rfc2822()),
            ("date", &at.to_rfc2822()),
            (
                "back_id",
                &format!(
                    "{} {} {}",
                    back.day(),
                    MONTHS.get(back.month0() as usize).unwrap_or(&""),
                    back.year()
                ),
            ),
            ("back_en", &back.format("%-d %B %Y").to_string()),
        ] {
            mail = mail.replace(&format!("{{{{{name}}}}}"), value);
        }
        fs::write(folder.join(format!("{number:03}-{stem}.eml")), mail)?;
    }
    Ok(())
}

/// By what the mail is named for; RSVPs answer the invitation, English answers English; the rest
/// are spread, every other one on the newest release.
fn release_for<'s>(stem: &str, number: usize, sent: &'s [Sent]) -> Option<&'s Sent> {
    let newest_first = || sent.iter().rev();
    let words: Vec<&str> = stem
        .split('-')
        .map(|word| {
            ABOUT.iter().find(|(about, _)| *about == word).map_or(word, |(_, release)| release)
        })
        .filter(|word| word.len() > 2)
        .collect();
    if words.iter().any(|word| matches!(*word, "hadir" | "diwakili" | "kalender"))
        && let Some(invitation) = newest_first().find(|release| release.is_invitation)
        && !words.contains(&"festival")
    {
        return Some(invitation);
    }
    if let Some(named) =
        newest_first().find(|release| release.stem.split('-').any(|word| words.contains(&word)))
    {
        return Some(named);
    }
    let is_english = stem.split('-').any(|word| matches!(word, "en" | "unsubscribe"));
    let language = if is_english { "en" } else { "id" };
    let fitting: Vec<&Sent> =
        newest_first().filter(|release| release.language == language).collect();
    let turn = if number.is_multiple_of(2) { 0 } else { number / 2 % fitting.len().max(1) };
    fitting.get(turn).copied().or_else(|| sent.last())
}

fn recipient(
    job: &Job,
    release: &Sent,
    number: usize,
    answered: &mut BTreeSet<i64>,
) -> Result<Option<Recipient>> {
    let recipients = job.workspace.db.read(|db| {
        db.rows(
            "SELECT d.contact_id, d.address, c.name, d.message_id, d.token, s.subject, r.headline,
                    COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                              WHERE a.contact_id = c.id AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1), '')
             FROM deliveries d
             JOIN contacts c ON c.id = d.contact_id
             JOIN distributions s ON s.id = d.distribution_id
             JOIN releases r ON r.id = s.release_id
             WHERE d.distribution_id = :id AND d.channel = 'mail' AND d.state = 'accepted'
             ORDER BY d.id",
            named_params! {":id": release.distribution_id},
            |row| {
                Ok(Recipient {
                    contact_id: row.get(0)?,
                    address: row.get(1)?,
                    name: row.get(2)?,
                    message_id: row.get(3)?,
                    token: row.get(4)?,
                    // The subject was frozen before anybody's values were put in.
                    subject: row.get::<_, String>(5)?.replace("{{headline}}", &row.get::<_, String>(6)?),
                    outlet: row.get(7)?,
                })
            },
        )
    })?;
    let start = number * 5 % recipients.len().max(1);
    let chosen = recipients.into_iter().enumerate().map(|(at, recipient)| (at < start, recipient));
    let mut ordered: Vec<(bool, Recipient)> = chosen.collect();
    // From `start` on, then from the beginning: a stable sort keeps the order within both.
    ordered.sort_by_key(|(before, _)| *before);
    let found = ordered
        .into_iter()
        .map(|(_, recipient)| recipient)
        .find(|recipient| !answered.contains(&recipient.contact_id));
    if let Some(recipient) = &found {
        answered.insert(recipient.contact_id);
    }
    Ok(found)
}
