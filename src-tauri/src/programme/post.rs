//! Posts of a programme: who, where, when, about what.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reading::{self, NewReading, PostReading};
use super::{Programme, ProgrammeMember, last_read};
use crate::contact::Contact;
use crate::db::{Ctx, Patch, Reader, Row, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::organisation::Organisation;
use crate::owner::Owner;
use crate::social_account::{self, PLATFORMS, SocialAccount};
use crate::{field, office, record};

record! {
    /// One post.
    ProgrammePost in "programme_posts" {
        /// The programme.
        programme_id: i64,
        /// The person who posted, or none.
        contact_id: Option<i64>,
        /// The community or other body that posted, or none.
        organisation_id: Option<i64>,
        /// The account it stands in, when it is known.
        social_account_id: Option<i64>,
        /// One of [`PLATFORMS`].
        platform: String,
        /// Its address, or empty where a post has none.
        url: String,
        /// The address as two copies of it are compared.
        url_key: String,
        /// The day, `YYYY-MM-DD`.
        posted_on: String,
        /// About what.
        theme: String,
    }
}

/// A post as a person logs it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewPost {
    /// The programme.
    #[ts(optional = false)]
    pub programme_id: i64,
    /// Who posted; none = found by the account in the address.
    pub contact_id: Option<i64>,
    /// The community that posted.
    pub organisation_id: Option<i64>,
    /// Its address; none where a post has none, then `platform` is needed.
    pub url: Option<String>,
    /// One of [`PLATFORMS`]; none = what the address says.
    pub platform: Option<String>,
    /// The day; none = today.
    pub posted_on: Option<String>,
    /// About what.
    pub theme: Option<String>,
    /// Views so far.
    pub views: Option<i64>,
    /// Likes so far.
    pub likes: Option<i64>,
    /// Comments so far.
    pub comments: Option<i64>,
    /// Shares so far.
    pub shares: Option<i64>,
}

/// Which posts.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct PostFilter {
    /// Of this programme; none = of all.
    pub programme_id: Option<i64>,
    /// By this contact.
    pub contact_id: Option<i64>,
    /// By this organisation.
    pub organisation_id: Option<i64>,
    /// Most rows; none = 500.
    pub limit: Option<i64>,
    /// Rows to leave out before.
    pub offset: Option<i64>,
}

/// A post as lists show it, with the last number read of each kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostRow {
    /// Its id.
    pub id: i64,
    /// Its version, for a save.
    pub version: i64,
    /// The programme.
    pub programme_id: i64,
    /// Its name.
    pub programme: String,
    /// The person who posted, or none.
    pub contact_id: Option<i64>,
    /// The body that posted, or none.
    pub organisation_id: Option<i64>,
    /// The name of either; empty = not known.
    pub name: String,
    /// One of [`PLATFORMS`].
    pub platform: String,
    /// Name of the account it stands in, or empty.
    pub handle: String,
    /// Its address, or empty.
    pub url: String,
    /// The day.
    pub posted_on: String,
    /// About what.
    pub theme: String,
    /// Views.
    pub views: Option<i64>,
    /// Likes.
    pub likes: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Shares.
    pub shares: Option<i64>,
    /// Day of the last reading, or empty.
    pub read_on: String,
}

/// A page of posts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostPage {
    /// The newest first.
    pub rows: Vec<PostRow>,
    /// How many there are in all.
    pub total: i64,
}

/// A post with all its readings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostDetail {
    /// The post.
    pub row: PostRow,
    /// Its readings, the newest first.
    pub readings: Vec<PostReading>,
}

/// The office's day.
pub fn today(db: &Reader, ctx: &Ctx) -> Result<String> {
    Ok(ctx.now.with_timezone(&office::zone(db)?).format("%Y-%m-%d").to_string())
}

fn select() -> String {
    let [views, likes, comments, shares] = ["views", "likes", "comments", "shares"].map(last_read);
    format!(
        "SELECT p.id, p.version, p.programme_id, g.name, p.contact_id, p.organisation_id, COALESCE(c.name, o.name, ''),
                p.platform, COALESCE(s.handle, ''), p.url, p.posted_on, p.theme, {views}, {likes}, {comments}, {shares},
                COALESCE((SELECT MAX(x.read_on) FROM post_readings x WHERE x.post_id = p.id AND x.deleted_at IS NULL), '')
         FROM programme_posts p
         JOIN programmes g ON g.id = p.programme_id AND g.deleted_at IS NULL
         LEFT JOIN contacts c ON c.id = p.contact_id AND c.deleted_at IS NULL
         LEFT JOIN organisations o ON o.id = p.organisation_id AND o.deleted_at IS NULL
         LEFT JOIN social_accounts s ON s.id = p.social_account_id AND s.deleted_at IS NULL
         WHERE p.deleted_at IS NULL"
    )
}

fn row_of(row: &Row) -> rusqlite::Result<PostRow> {
    Ok(PostRow {
        id: row.get(0)?,
        version: row.get(1)?,
        programme_id: row.get(2)?,
        programme: row.get(3)?,
        contact_id: row.get(4)?,
        organisation_id: row.get(5)?,
        name: row.get(6)?,
        platform: row.get(7)?,
        handle: row.get(8)?,
        url: row.get(9)?,
        posted_on: row.get(10)?,
        theme: row.get(11)?,
        views: row.get(12)?,
        likes: row.get(13)?,
        comments: row.get(14)?,
        shares: row.get(15)?,
        read_on: row.get(16)?,
    })
}

/// The posts of a programme or of a member, the newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: PostFilter) -> Result<PostPage> {
    let mut which = String::new();
    for (column, wanted) in [
        ("programme_id", filter.programme_id),
        ("contact_id", filter.contact_id),
        ("organisation_id", filter.organisation_id),
    ] {
        if let Some(id) = wanted {
            which.push_str(&format!(" AND p.{column} = {id}"));
        }
    }
    let total = db.number(
        &format!(
            "SELECT COUNT(*) FROM programme_posts p JOIN programmes g ON g.id = p.programme_id AND g.deleted_at IS NULL
             WHERE p.deleted_at IS NULL{which}"
        ),
        &[],
    )?;
    let rows = db.rows(
        &format!(
            "{}{which} ORDER BY p.posted_on DESC, p.id DESC LIMIT :limit OFFSET :offset",
            select()
        ),
        named_params! {":limit": filter.limit.filter(|limit| *limit > 0).unwrap_or(500),
        ":offset": filter.offset.unwrap_or(0).max(0)},
        row_of,
    )?;
    Ok(PostPage { rows, total })
}

/// Shows one with its readings.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<PostDetail> {
    let row = db
        .row(&format!("{} AND p.id = :id", select()), named_params! {":id": id}, row_of)?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))?;
    Ok(PostDetail { row, readings: reading::of(db, id)? })
}

/// The post that a person means: by its id or its address.
pub fn which(db: &Reader, text: &str) -> Result<i64> {
    let text = text.trim();
    if let Ok(id) = text.parse::<i64>() {
        return Ok(db.get::<ProgrammePost>(id)?.id);
    }
    let found: Vec<i64> = db.rows(
        "SELECT p.id FROM programme_posts p JOIN programmes g ON g.id = p.programme_id AND g.deleted_at IS NULL
         WHERE p.url_key = :key AND p.deleted_at IS NULL ORDER BY p.id DESC",
        named_params! {":key": url_key(text)},
        |row| row.get(0),
    )?;
    match found.as_slice() {
        [id] => Ok(*id),
        [] => Err(Error::new(Code::NotFound, "programme-post-unknown").arg("value", text)),
        several => Err(Error::new(Code::Invalid, "programme-post-several")
            .arg("value", text)
            .arg("ids", several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))),
    }
}

/// Parts of an address that tell where a copy of it came from, not which post it is.
const TRACKING: &[&str] = &[
    "igsh",
    "igshid",
    "si",
    "feature",
    "fbclid",
    "gclid",
    "mibextid",
    "is_from_webapp",
    "sender_device",
    "_r",
    "_t",
];

/// The address as two copies of it are compared: without scheme, `www.`, the fragment, a slash at
/// the end and what only tells who shared it.
pub fn url_key(url: &str) -> String {
    let rest = url.trim();
    let rest = rest.split_once("://").map_or(rest, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_lowercase();
    let host = ["www.", "m.", "mobile."]
        .iter()
        .fold(host.as_str(), |host, part| host.strip_prefix(part).unwrap_or(host));
    let mut key = format!("{host}/{}", path.trim_end_matches('/'));
    let kept: Vec<&str> = query
        .split('&')
        .filter(|part| {
            let name = part.split('=').next().unwrap_or_default();
            !(name.is_empty() || name.starts_with("utm_") || TRACKING.contains(&name))
        })
        .collect();
    if !kept.is_empty() {
        key.push('?');
        key.push_str(&kept.join("&"));
    }
    key
}

/// The post with this address in this programme.
pub fn with_url(db: &Reader, programme_id: i64, url: &str) -> Result<Option<ProgrammePost>> {
    let key = url_key(url);
    Ok(db
        .all(
            "programme_id = :programme AND url_key = :key",
            named_params! {":programme": programme_id, ":key": key},
        )?
        .pop())
}

/// Whose account an address names: of a member of the programme if there is one, else of the only
/// contact or organisation that has it.
pub fn account_of(db: &Reader, programme_id: i64, url: &str) -> Result<Option<SocialAccount>> {
    let Some((platform, name)) = social_account::of_url(url) else { return Ok(None) };
    let mut found: Vec<SocialAccount> = db.all(
        "platform = :platform AND handle_key = :handle
           AND (contact_id IS NULL OR EXISTS (SELECT 1 FROM contacts c WHERE c.id = contact_id AND c.deleted_at IS NULL))
           AND (organisation_id IS NULL OR EXISTS (SELECT 1 FROM organisations o WHERE o.id = organisation_id AND o.deleted_at IS NULL))
         ORDER BY id",
        named_params! {":platform": platform, ":handle": fold(&name)},
    )?;
    let members: Vec<ProgrammeMember> = db.all(
        "programme_id = :programme ORDER BY ended_on <> '', id",
        named_params! {":programme": programme_id},
    )?;
    let is_member = |account: &SocialAccount| {
        members.iter().any(|member| {
            (member.contact_id, member.organisation_id)
                == (account.contact_id, account.organisation_id)
        })
    };
    if let Some(at) = found.iter().position(is_member) {
        return Ok(Some(found.swap_remove(at)));
    }
    Ok(found.pop().filter(|_| found.is_empty()))
}

fn account_of_owner(db: &Reader, owner: Owner, platform: &str) -> Result<Option<i64>> {
    Ok(social_account::of(db, owner)?
        .into_iter()
        .find(|account| account.platform == platform)
        .map(|account| account.id))
}

/// Logs a post, and what it reached so far.
pub fn log(db: &Writer, ctx: &Ctx, new: NewPost) -> Result<PostDetail> {
    db.get::<Programme>(new.programme_id)?;
    let url = new.url.unwrap_or_default().trim().to_owned();
    let account = account_of(db, new.programme_id, &url)?;
    let given = match (new.contact_id, new.organisation_id) {
        (Some(id), None) => Some(Owner::Contact(id)),
        (None, Some(id)) => Some(Owner::Organisation(id)),
        (None, None) => None,
        _ => return Err(Error::invalid("contact_id", "owner-not-one")),
    };
    let platform = match new.platform.as_deref() {
        None | Some("") => {
            social_account::of_url(&url).map_or("", |(platform, _)| platform).to_owned()
        }
        Some(given) => given.to_owned(),
    };
    let platform =
        if platform.is_empty() && !url.is_empty() { "other".to_owned() } else { platform };
    let mut post = ProgrammePost {
        programme_id: new.programme_id,
        platform,
        url,
        posted_on: match new.posted_on.as_deref() {
            None | Some("") => today(db, ctx)?,
            Some(day) => day.to_owned(),
        },
        theme: new.theme.unwrap_or_default().trim().to_owned(),
        ..ProgrammePost::default()
    };
    match (given, account) {
        (None, Some(account)) => {
            post.contact_id = account.contact_id;
            post.organisation_id = account.organisation_id;
            post.social_account_id = Some(account.id);
        }
        (Some(owner), account) => {
            (post.contact_id, post.organisation_id) = owner.ids();
            let own = account
                .filter(|account| (account.contact_id, account.organisation_id) == owner.ids());
            post.social_account_id = match own {
                Some(account) => Some(account.id),
                None => account_of_owner(db, owner, &post.platform)?,
            };
        }
        (None, None) => {}
    }
    check(db, &mut post)?;
    db.insert(&mut post)?;
    let first = NewReading {
        post_id: post.id,
        // What is logged later was still read today, not on the day of the post.
        read_on: Some(today(db, ctx)?.max(post.posted_on.clone())),
        views: new.views,
        likes: new.likes,
        comments: new.comments,
        shares: new.shares,
    };
    if !first.is_empty() {
        reading::save(db, ctx, first)?;
    }
    show(db, ctx, post.id)
}

/// Changes one: who, where, when, about what.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<PostDetail> {
    let id = patch.id.unwrap_or(0);
    let stored: ProgrammePost = db.get(id)?;
    patch.check_version(&stored)?;
    let mut post: ProgrammePost = patch.apply(&stored)?;
    post.url = post.url.trim().to_owned();
    post.theme = post.theme.trim().to_owned();
    if (post.contact_id, post.organisation_id) != (stored.contact_id, stored.organisation_id)
        || post.platform != stored.platform
    {
        let owner = match (post.contact_id, post.organisation_id) {
            (Some(id), _) => Some(Owner::Contact(id)),
            (None, Some(id)) => Some(Owner::Organisation(id)),
            (None, None) => None,
        };
        post.social_account_id = match owner {
            Some(owner) => account_of_owner(db, owner, &post.platform)?,
            None => None,
        };
    }
    check(db, &mut post)?;
    db.update(&mut post)?;
    show(db, ctx, id)
}

fn check(db: &Writer, post: &mut ProgrammePost) -> Result<()> {
    if post.url.is_empty() && post.platform.is_empty() {
        return Err(Error::invalid("url", "programme-post-nothing"));
    }
    if !PLATFORMS.contains(&post.platform.as_str()) {
        return Err(Error::invalid("platform", "error-wrong-value").arg("field", "platform"));
    }
    if !post.url.is_empty() && !is_address(&post.url) {
        return Err(Error::invalid("url", "programme-post-no-address").arg("value", &post.url));
    }
    if post.posted_on.is_empty() || post.posted_on.parse::<NaiveDate>().is_err() {
        return Err(Error::invalid("posted_on", "error-wrong-day").arg("value", &post.posted_on));
    }
    field::check_day("posted_on", &post.posted_on)?;
    if let Some(id) = post.contact_id {
        db.get::<Contact>(id)?;
    }
    if let Some(id) = post.organisation_id {
        db.get::<Organisation>(id)?;
    }
    post.url_key = if post.url.is_empty() { String::new() } else { url_key(&post.url) };
    if !post.url.is_empty()
        && let Some(other) = with_url(db, post.programme_id, &post.url)?
        && other.id != post.id
    {
        return Err(Error::invalid("url", "programme-post-twice")
            .arg("value", &post.url)
            .arg("day", &other.posted_on));
    }
    Ok(())
}

/// Whether a text looks like a web address: a host with a dot, no blanks.
pub fn is_address(text: &str) -> bool {
    let scheme_ok = match text.split_once("://") {
        Some((scheme, _)) => matches!(scheme, "http" | "https"),
        None => true,
    };
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    scheme_ok
        && !text.contains(char::is_whitespace)
        && host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty())
        && host.chars().any(char::is_alphabetic)
}

/// Puts posts into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<ProgrammePost>(id)?);
    }
    Ok(deleted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_copies_of_an_address_are_one() {
        let same = [
            "https://www.instagram.com/contoh/reel/AbC1/?igsh=xyz&utm_source=wa",
            "http://instagram.com/contoh/reel/AbC1",
            "instagram.com/contoh/reel/AbC1/#top",
        ];
        for url in same {
            assert_eq!(url_key(url), "instagram.com/contoh/reel/AbC1");
        }
        assert_eq!(url_key("https://m.youtube.com/watch?v=a1&si=zz"), "youtube.com/watch?v=a1");
        assert_ne!(url_key("https://youtu.be/a1"), url_key("https://youtu.be/A1"));
    }

    #[test]
    fn an_address_has_a_host() {
        for good in ["https://contoh.example.id/a", "instagram.com/contoh", "t.me/contoh/1"] {
            assert!(is_address(good), "{good}");
        }
        for wrong in ["contoh", "1.200", "javascript://x.y/", "dua kata.id", "..", "https://"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
