//! Community programmes (digital volunteers, content makers, KIM): what shall be told, who takes
//! part, what they posted and whom it reached.

mod member;
mod paste;
mod post;
mod reading;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Row, Writer};
use crate::error::{Code, Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::{organisation, record};

pub use member::{
    MemberEdit, MemberRow, NewMembers, ProgrammeMember, add as add_members,
    delete as delete_members, save as save_member,
};
pub use paste::{LoggedLines, PostLine, PostLines, paste, preview as paste_preview};
pub use post::{
    NewPost, PostDetail, PostFilter, PostPage, PostRow, ProgrammePost, delete as delete_posts,
    list as posts, log, save as save_post, show as show_post, url_key, which as which_post,
};
pub use reading::{NewReading, PostReading, delete as delete_readings, save as save_reading};

record! {
    /// A programme.
    Programme in "programmes" {
        /// One of [`KINDS`].
        kind: String,
        /// What it is called.
        name: String,
        /// The name folded.
        name_key: String,
        /// Who runs it; none = the office itself.
        organisation_id: Option<i64>,
        /// One of [`STATES`].
        state: String,
        /// What it is for and what is expected of those who take part.
        brief: String,
        /// What is to be told.
        message: String,
        /// Hashtags, with spaces between them.
        hashtags: String,
        /// First day, `YYYY-MM-DD` or empty.
        started_on: String,
        /// Last day, or empty.
        ended_on: String,
    }
}

/// Kinds of programmes.
pub const KINDS: &[&str] =
    &["digital_volunteers", "content_makers", "information_groups", "community", "other"];
/// How far a programme is.
pub const STATES: &[&str] = &["planned", "running", "done"];

/// What posts reached together: the last known number of each post, added up.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Totals {
    /// How many posts.
    pub posts: i64,
    /// Views.
    pub views: i64,
    /// Likes.
    pub likes: i64,
    /// Comments.
    pub comments: i64,
    /// Shares.
    pub shares: i64,
    /// Day of the last post, or empty.
    pub last_posted_on: String,
}

/// The last number of a kind that somebody read of the post `p`. A later reading that leaves it out
/// does not take it away.
fn last_read(column: &str) -> String {
    format!(
        "(SELECT x.{column} FROM post_readings x
          WHERE x.post_id = p.id AND x.{column} IS NOT NULL AND x.deleted_at IS NULL
          ORDER BY x.read_on DESC LIMIT 1)"
    )
}

/// The columns of [`Totals`] over posts `p`.
fn totals_sql() -> String {
    let sums = ["views", "likes", "comments", "shares"]
        .map(|column| format!("COALESCE(SUM({}), 0)", last_read(column)))
        .join(", ");
    format!("COUNT(p.id), {sums}, COALESCE(MAX(p.posted_on), '')")
}

fn totals_of(row: &Row, first: usize) -> rusqlite::Result<Totals> {
    Ok(Totals {
        posts: row.get(first)?,
        views: row.get(first + 1)?,
        likes: row.get(first + 2)?,
        comments: row.get(first + 3)?,
        shares: row.get(first + 4)?,
        last_posted_on: row.get(first + 5)?,
    })
}

/// Which programmes. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ProgrammeFilter {
    /// Words that stand in the name, the brief, the message or the hashtags.
    pub search: Option<String>,
    /// One of [`KINDS`].
    pub kind: Option<String>,
    /// One of [`STATES`].
    pub state: Option<String>,
    /// In which this contact takes part, now or in the past.
    pub contact_id: Option<i64>,
    /// Which this organisation runs or in which it takes part.
    pub organisation_id: Option<i64>,
}

/// A programme as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// One of [`KINDS`].
    pub kind: String,
    /// One of [`STATES`].
    pub state: String,
    /// Who runs it, or empty.
    pub organisation: String,
    /// First day, or empty.
    pub started_on: String,
    /// Last day, or empty.
    pub ended_on: String,
    /// How many take part now.
    pub members: i64,
    /// What its posts reached.
    pub totals: Totals,
}

/// What posts about one thing, or on one platform, reached.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Share {
    /// The theme or the platform.
    pub name: String,
    /// What they reached.
    pub totals: Totals,
}

/// A programme with all that hangs on it but its posts ([`posts`]).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgrammeDetail {
    /// The record.
    pub programme: Programme,
    /// Who runs it, or empty.
    pub organisation: String,
    /// Those who take part, those who still do first.
    pub members: Vec<MemberRow>,
    /// What all posts reached.
    pub totals: Totals,
    /// The same by theme, the widest reach first.
    pub themes: Vec<Share>,
    /// The same by platform.
    pub platforms: Vec<Share>,
    /// Posts of which nobody knows who made them.
    pub unknown_posts: i64,
}

/// A save from the screen.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ProgrammePatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// Who runs it, by name; one that is not there yet is created as a community; empty = the
    /// office itself; none = as it was.
    pub organisation: Option<String>,
}

/// Lists programmes: those that run first, then by name.
pub fn list(db: &Reader, _ctx: &Ctx, filter: ProgrammeFilter) -> Result<Vec<ProgrammeRow>> {
    let sought = fold(filter.search.as_deref().unwrap_or_default());
    let sql = format!(
        "SELECT g.id, g.name, g.kind, g.state, COALESCE(o.name, ''), g.started_on, g.ended_on,
                (SELECT COUNT(*) FROM programme_members m
                 LEFT JOIN contacts c ON c.id = m.contact_id
                 LEFT JOIN organisations w ON w.id = m.organisation_id
                 WHERE m.programme_id = g.id AND m.ended_on = '' AND m.deleted_at IS NULL
                   AND c.deleted_at IS NULL AND w.deleted_at IS NULL),
                {},
                g.brief || ' ' || g.message || ' ' || g.hashtags
         FROM programmes g
         LEFT JOIN organisations o ON o.id = g.organisation_id AND o.deleted_at IS NULL
         LEFT JOIN programme_posts p ON p.programme_id = g.id AND p.deleted_at IS NULL
         WHERE g.deleted_at IS NULL
           AND (:kind = '' OR g.kind = :kind) AND (:state = '' OR g.state = :state)
           AND (:contact IS NULL OR EXISTS (SELECT 1 FROM programme_members m
                    WHERE m.programme_id = g.id AND m.contact_id = :contact AND m.deleted_at IS NULL))
           AND (:organisation IS NULL OR g.organisation_id = :organisation OR EXISTS (SELECT 1 FROM programme_members m
                    WHERE m.programme_id = g.id AND m.organisation_id = :organisation AND m.deleted_at IS NULL))
         GROUP BY g.id
         ORDER BY CASE g.state WHEN 'running' THEN 0 WHEN 'planned' THEN 1 ELSE 2 END, g.name_key, g.id",
        totals_sql()
    );
    let rows = db.rows(
        &sql,
        named_params! {":kind": filter.kind.unwrap_or_default(), ":state": filter.state.unwrap_or_default(),
            ":contact": filter.contact_id, ":organisation": filter.organisation_id},
        |row| {
            let found = ProgrammeRow {
                id: row.get(0)?,
                name: row.get(1)?,
                kind: row.get(2)?,
                state: row.get(3)?,
                organisation: row.get(4)?,
                started_on: row.get(5)?,
                ended_on: row.get(6)?,
                members: row.get(7)?,
                totals: totals_of(row, 8)?,
            };
            let text: String = row.get(14)?;
            let text = fold(&format!("{} {} {text}", found.name, found.organisation));
            let holds = sought.split(' ').all(|word| text.contains(word));
            Ok(holds.then_some(found))
        },
    )?;
    Ok(rows.into_iter().flatten().collect())
}

/// Shows one.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<ProgrammeDetail> {
    let programme: Programme = db.get(id)?;
    let organisation = match programme.organisation_id {
        Some(id) => db.find::<organisation::Organisation>(id)?.map(|found| found.name),
        None => None,
    };
    let totals = db
        .row(
            &format!(
                "SELECT {} FROM programme_posts p WHERE p.programme_id = :id AND p.deleted_at IS NULL",
                totals_sql()
            ),
            named_params! {":id": id},
            |row| totals_of(row, 0),
        )?
        .unwrap_or_default();
    Ok(ProgrammeDetail {
        programme,
        organisation: organisation.unwrap_or_default(),
        members: member::of(db, id)?,
        totals,
        themes: shares(db, id, "theme")?,
        platforms: shares(db, id, "platform")?,
        unknown_posts: db.number(
            "SELECT COUNT(*) FROM programme_posts p
             WHERE p.programme_id = :id AND p.contact_id IS NULL AND p.organisation_id IS NULL AND p.deleted_at IS NULL",
            named_params! {":id": id},
        )?,
    })
}

fn shares(db: &Reader, programme_id: i64, column: &str) -> Result<Vec<Share>> {
    db.rows(
        &format!(
            "SELECT p.{column}, {} FROM programme_posts p
             WHERE p.programme_id = :id AND p.{column} <> '' AND p.deleted_at IS NULL
             GROUP BY p.{column}
             ORDER BY 3 DESC, 2 DESC, 1",
            totals_sql()
        ),
        named_params! {":id": programme_id},
        |row| Ok(Share { name: row.get(0)?, totals: totals_of(row, 1)? }),
    )
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: ProgrammePatch) -> Result<ProgrammeDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Programme {
            kind: "digital_volunteers".to_owned(),
            state: "running".to_owned(),
            ..Programme::default()
        },
    };
    save.patch.check_version(&stored)?;
    db.edit::<Programme>(&save.patch)?;
    let mut programme: Programme = save.patch.apply(&stored)?;
    programme.name = programme.name.trim().to_owned();
    programme.name_key = fold(&programme.name);
    match save.organisation.as_deref().map(str::trim) {
        None => {}
        Some("") => programme.organisation_id = None,
        Some(name) => {
            programme.organisation_id = Some(organisation::named_or_new(db, name, "community")?);
        }
    }
    check(db, &programme)?;
    if programme.id == 0 {
        db.insert(&mut programme)?;
    } else {
        db.update(&mut programme)?;
    }
    show(db, ctx, programme.id)
}

fn check(db: &Writer, programme: &Programme) -> Result<()> {
    if programme.name_key.is_empty() {
        return Err(Error::invalid("name", "programme-name-missing"));
    }
    for (name, words, value) in
        [("kind", KINDS, &programme.kind), ("state", STATES, &programme.state)]
    {
        if !words.contains(&value.as_str()) {
            return Err(Error::invalid(name, "error-wrong-value").arg("field", name));
        }
    }
    field::check_period(&programme.started_on, &programme.ended_on)?;
    if let Some(id) = programme.organisation_id {
        db.get::<organisation::Organisation>(id)?;
    }
    let twice = db.number(
        "SELECT COUNT(*) FROM programmes WHERE name_key = :key AND id <> :id AND deleted_at IS NULL",
        named_params! {":key": programme.name_key, ":id": programme.id},
    )?;
    if twice > 0 {
        return Err(Error::invalid("name", "programme-name-twice").arg("name", &programme.name));
    }
    Ok(())
}

/// The programme that a person means: by its id or its name.
pub fn which(db: &Reader, text: &str) -> Result<i64> {
    let text = text.trim();
    if let Ok(id) = text.parse::<i64>()
        && db.find::<Programme>(id)?.is_some()
    {
        return Ok(id);
    }
    db.row(
        "SELECT id FROM programmes WHERE name_key = :key AND deleted_at IS NULL",
        named_params! {":key": fold(text)},
        |row| row.get(0),
    )?
    .ok_or_else(|| Error::new(Code::NotFound, "programme-unknown").arg("name", text))
}

/// Puts programmes into the bin; how many were there. Their posts stay with them.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Programme>(id)?);
    }
    Ok(deleted)
}
