//! Organisations that may be one: the same name without its trimmings, the same website, or the
//! same address or number and a like name.

use std::collections::HashMap;

use super::scan::ScanReport;
use crate::db::Reader;
use crate::error::Result;
use crate::job::Job;

/// What the name of a company or newspaper carries beside its name.
const TRIMMINGS: &[&str] = &[
    "pt", "cv", "tbk", "yayasan", "harian", "umum", "skh", "hu", "koran", "redaksi", "surat",
    "com", "co", "id", "net", "www", "https", "http", "online", "the",
];

/// A folded name without its trimmings and blanks: "Harian Contoh" and "contoh.com" are the same.
pub fn bare_name(name_key: &str) -> String {
    let bare: String = name_key.split(' ').filter(|word| !TRIMMINGS.contains(word)).collect();
    if bare.is_empty() {
        return name_key.replace(' ', "");
    }
    // "hariancontoh.com" is one word: its trimmings are in front.
    let joined =
        !name_key.split(' ').any(|word| word == "harian") && bare.len() > "harian".len() + 2;
    match bare.strip_prefix("harian") {
        Some(rest) if joined => rest.to_owned(),
        _ => bare,
    }
}

/// The host of a website, without `www.`, lower case; empty for social networks and the like.
pub fn host(website: &str) -> String {
    let rest = website.trim().split("://").last().unwrap_or_default();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    const SHARED: &[&str] = &[
        "instagram.com",
        "facebook.com",
        "twitter.com",
        "x.com",
        "tiktok.com",
        "youtube.com",
        "blogspot.com",
        "wordpress.com",
        "linktr.ee",
    ];
    let is_shared =
        SHARED.iter().any(|shared| host == *shared || host.ends_with(&format!(".{shared}")));
    if is_shared || !host.contains('.') { String::new() } else { host }
}

struct Organisation {
    id: i64,
    bare: String,
    host: String,
    city: String,
    kind: String,
}

/// Two organisations, the score, and why.
pub type OrganisationPair = (i64, i64, i64, String);

/// Pairs that may be one.
pub fn pairs(db: &Reader, job: &Job, report: &mut ScanReport) -> Result<Vec<OrganisationPair>> {
    let mut all = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    db.each_row(
        "SELECT id, name_key, website, city, kind FROM organisations WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            let name: String = row.get(1)?;
            let website: String = row.get(2)?;
            let id = row.get(0)?;
            places.insert(id, all.len());
            all.push(Organisation { id, bare: bare_name(&name), host: host(&website), city: row.get(3)?, kind: row.get(4)? });
            Ok(())
        },
    )?;
    report.organisations = i64::try_from(all.len()).unwrap_or(0);
    job.check_cancelled()?;
    job.progress("phase-duplicates-organisations", 0, report.organisations);
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, organisation) in all.iter().enumerate() {
        blocks.entry(format!("n{}", organisation.bare)).or_default().push(place);
        // A slip leaves the beginning or the end of the name whole.
        let letters: Vec<char> = organisation.bare.chars().collect();
        if letters.len() >= 8 {
            let (start, end) = letters.split_at(letters.len() / 2);
            blocks.entry(format!("s{}", start.iter().collect::<String>())).or_default().push(place);
            blocks.entry(format!("e{}", end.iter().collect::<String>())).or_default().push(place);
        }
        if !organisation.host.is_empty() {
            blocks.entry(format!("h{}", organisation.host)).or_default().push(place);
        }
    }
    db.each_row(
        "SELECT organisation_id, value_key FROM reaches WHERE organisation_id IS NOT NULL AND deleted_at IS NULL",
        &[],
        |row| {
            if let Some(place) = places.get(&row.get(0)?) {
                blocks.entry(format!("r{}", row.get::<_, String>(1)?)).or_default().push(*place);
            }
            Ok(())
        },
    )?;
    let mut found: HashMap<(i64, i64), (i64, Vec<&'static str>)> = HashMap::new();
    for (key, members) in blocks.iter().filter(|(_, members)| (2..=50).contains(&members.len())) {
        job.check_cancelled()?;
        for (at, a) in members.iter().enumerate() {
            for b in members.iter().skip(at + 1) {
                let (Some(a), Some(b)) = (all.get(*a), all.get(*b)) else { continue };
                report.compared += 1;
                if let Some((points, reason)) = compare(a, b, key.starts_with('r')) {
                    let entry = found.entry(super::scan::ordered(a.id, b.id)).or_default();
                    entry.0 = entry.0.max(points);
                    if !entry.1.contains(&reason) {
                        entry.1.push(reason);
                    }
                }
            }
        }
    }
    let mut pairs: Vec<OrganisationPair> = found
        .into_iter()
        .map(|((a, b), (score, reasons))| {
            let more = i64::try_from(reasons.len()).unwrap_or(1) - 1;
            (a, b, (score + 5 * more).min(100), reasons.join(","))
        })
        .collect();
    pairs.sort();
    Ok(pairs)
}

fn compare(a: &Organisation, b: &Organisation, same_reach: bool) -> Option<(i64, &'static str)> {
    // "Radio Contoh 2" and "Radio Contoh 3" are two.
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    if a.id == b.id || digits(&a.bare) != digits(&b.bare) {
        return None;
    }
    let alike =
        strsim::damerau_levenshtein(&a.bare, &b.bare) <= 1 && a.bare.len().min(b.bare.len()) >= 6;
    let inside = a.bare.len().min(b.bare.len()) >= 5
        && (a.bare.starts_with(&b.bare) || b.bare.starts_with(&a.bare));
    let other_kind = if a.kind == b.kind { 0 } else { 15 };
    let other_city =
        if a.city.is_empty() || b.city.is_empty() || a.city == b.city { 0 } else { 15 };
    let (points, reason) = if a.bare == b.bare {
        (85, "same_name")
    } else if !a.host.is_empty() && a.host == b.host && (alike || inside) {
        (85, "same_website")
    } else if same_reach && (alike || inside) {
        (80, "same_address")
    } else if !a.host.is_empty() && a.host == b.host {
        (70, "same_website")
    } else if alike {
        (72, "typing_slip")
    } else {
        return None;
    };
    let score = points - other_kind - other_city;
    (score >= super::score::LEAST).then_some((score, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmings_do_not_make_another_outlet() {
        for (a, b) in [
            ("harian contoh", "contoh com"),
            ("pt harian umum contoh tbk", "contoh"),
            ("hariancontoh com", "harian contoh"),
        ] {
            assert_eq!(bare_name(a), bare_name(b), "{a} / {b}");
        }
        assert_ne!(bare_name("radio contoh"), bare_name("harian contoh"));
        assert_eq!(host("https://www.Example.id/berita?x"), "example.id");
        assert_eq!(host("instagram.com/contoh"), "");
    }
}
