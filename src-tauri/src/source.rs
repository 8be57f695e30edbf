//! The directory of sources: who can speak about what, how high they stand, how they are reached,
//! whether they may be quoted, and how often they were.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::LEVELS;
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::format::fold::fold;
use crate::owner::Owner;
use crate::{label, office};

/// Which sources, in which order. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SourceFilter {
    /// Words that stand in the name, the rank, a topic, what they may speak about, where they work.
    pub search: Option<String>,
    /// With this topic.
    pub topic: Option<String>,
    /// One of [`crate::contact::CLEARANCES`]; `now` = may be quoted today, asked first or not.
    pub clearance: Option<String>,
    /// Who can be had at once.
    pub short_notice: Option<bool>,
    /// `name`, `rank` or `quoted`; none = `name`.
    pub sort: Option<String>,
}

/// A source as the directory shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SourceRow {
    /// The contact.
    pub id: i64,
    /// Name with titles.
    pub name: String,
    /// How high they stand: one of [`LEVELS`], or empty.
    pub level: String,
    /// Rank or office, in words.
    pub rank: String,
    /// Where they work now, or empty.
    pub organisation: String,
    /// Their position there.
    pub position: String,
    /// What they can speak about.
    pub topics: Vec<String>,
    /// One of [`crate::contact::REACHABILITIES`], or empty.
    pub reachability: String,
    /// One of [`crate::contact::CHANNELS`], or empty.
    pub channel: String,
    /// Good hours, or empty.
    pub hours: String,
    /// `yes`, `no` or empty.
    pub short_notice: String,
    /// One of [`crate::contact::CLEARANCES`], or empty.
    pub clearance: String,
    /// What they may speak about.
    pub cleared_for: String,
    /// Who allowed it.
    pub cleared_by: String,
    /// The last day on which it is allowed, or empty.
    pub cleared_until: String,
    /// Whether that day is over.
    pub clearance_over: bool,
    /// How often they were quoted.
    pub quoted: i64,
    /// The last time, or empty.
    pub last_quoted_on: String,
}

/// A topic with how many speak about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Topic {
    /// The topic.
    pub name: String,
    /// How many sources.
    pub count: i64,
}

/// The directory.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Directory {
    /// The sources found.
    pub rows: Vec<SourceRow>,
    /// How many sources there are in all.
    pub total: i64,
    /// Topics of all sources, the most frequent first.
    pub topics: Vec<Topic>,
}

/// Lists the sources.
pub fn list(db: &Reader, ctx: &Ctx, filter: SourceFilter) -> Result<Directory> {
    let today = ctx.now.with_timezone(&office::zone(db)?).format("%Y-%m-%d").to_string();
    let mut rows = db.rows(
        "SELECT c.id, trim(trim(c.name_prefix || ' ' || c.name) || CASE c.name_suffix WHEN '' THEN '' ELSE ', ' || c.name_suffix END),
                c.source_level, c.source_rank, COALESCE(o.name, ''), COALESCE(a.position, ''), c.source_reachability,
                c.preferred_channel, c.preferred_hours, c.source_short_notice, c.source_clearance, c.source_cleared_for,
                c.source_cleared_by, c.source_cleared_until,
                (SELECT COUNT(*) FROM quotes q WHERE q.contact_id = c.id AND q.deleted_at IS NULL),
                COALESCE((SELECT MAX(q.quoted_on) FROM quotes q WHERE q.contact_id = c.id AND q.deleted_at IS NULL), '')
         FROM contacts c
         LEFT JOIN affiliations a ON a.id = (
             SELECT x.id FROM affiliations x JOIN organisations w ON w.id = x.organisation_id AND w.deleted_at IS NULL
             WHERE x.contact_id = c.id AND x.ended_on = '' AND x.deleted_at IS NULL ORDER BY x.id DESC LIMIT 1)
         LEFT JOIN organisations o ON o.id = a.organisation_id
         WHERE c.kind = 'source' AND c.deleted_at IS NULL
         ORDER BY c.name_key, c.id",
        named_params! {},
        |row| {
            let cleared_until: String = row.get(13)?;
            Ok(SourceRow {
                id: row.get(0)?,
                name: row.get(1)?,
                level: row.get(2)?,
                rank: row.get(3)?,
                organisation: row.get(4)?,
                position: row.get(5)?,
                topics: Vec::new(),
                reachability: row.get(6)?,
                channel: row.get(7)?,
                hours: row.get(8)?,
                short_notice: row.get(9)?,
                clearance: row.get(10)?,
                cleared_for: row.get(11)?,
                cleared_by: row.get(12)?,
                clearance_over: !cleared_until.is_empty() && cleared_until < today,
                cleared_until,
                quoted: row.get(14)?,
                last_quoted_on: row.get(15)?,
            })
        },
    )?;
    for row in &mut rows {
        row.topics = label::of(db, Owner::Contact(row.id), "topic")?;
    }
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let topics = topics_of(&rows);
    rows.retain(|row| fits(row, &filter));
    sort(&mut rows, filter.sort.as_deref().unwrap_or("name"));
    Ok(Directory { rows, total, topics })
}

fn topics_of(rows: &[SourceRow]) -> Vec<Topic> {
    let mut topics: Vec<(String, Topic)> = Vec::new();
    for topic in rows.iter().flat_map(|row| &row.topics) {
        let key = fold(topic);
        match topics.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.count += 1,
            None => topics.push((key, Topic { name: topic.clone(), count: 1 })),
        }
    }
    topics.sort_by(|(a, one), (b, other)| other.count.cmp(&one.count).then_with(|| a.cmp(b)));
    topics.into_iter().map(|(_, topic)| topic).collect()
}

fn fits(row: &SourceRow, filter: &SourceFilter) -> bool {
    let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    if let Some(topic) = said(&filter.topic)
        && !row.topics.iter().any(|own| fold(own) == fold(&topic))
    {
        return false;
    }
    if let Some(clearance) = said(&filter.clearance) {
        let may_speak =
            matches!(row.clearance.as_str(), "free" | "ask_first") && !row.clearance_over;
        let fits = if clearance == "now" { may_speak } else { row.clearance == clearance };
        if !fits {
            return false;
        }
    }
    if filter.short_notice == Some(true) && row.short_notice != "yes" {
        return false;
    }
    let Some(search) = said(&filter.search) else { return true };
    let text = fold(&format!(
        "{} {} {} {} {} {}",
        row.name,
        row.rank,
        row.organisation,
        row.position,
        row.cleared_for,
        row.topics.join(" ")
    ));
    fold(&search).split(' ').all(|word| text.contains(word))
}

/// Those of whom nothing is known stand last.
fn sort(rows: &mut [SourceRow], by: &str) {
    match by {
        "rank" => rows.sort_by_key(|row| {
            LEVELS.iter().position(|level| *level == row.level).unwrap_or(LEVELS.len())
        }),
        "quoted" => rows.sort_by(|a, b| {
            b.quoted.cmp(&a.quoted).then_with(|| b.last_quoted_on.cmp(&a.last_quoted_on))
        }),
        _ => {}
    }
}
