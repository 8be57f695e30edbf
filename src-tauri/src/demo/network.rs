//! The demo's network: community programmes with their posts, and quotes of sources.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::cells::{Row, cell, parts, resolved, rows, set};
use super::text;
use crate::db::{Ctx, Patch, Reader, Writer, named_params};
use crate::error::Result;
use crate::format::fold::fold;
use crate::programme::{self, MemberEdit, NewMembers, NewPost, NewReading, ProgrammePatch};
use crate::quote::{self, QuotePatch};

/// A programme as the demo describes it.
#[derive(Deserialize)]
struct Described {
    name: String,
    organisation: String,
    members: Vec<Part>,
    #[serde(flatten)]
    fields: Map<String, Json>,
}

#[derive(Deserialize)]
struct Part {
    name: String,
    role: String,
    from_: String,
    until: String,
}

/// The contact or the organisation of this name.
fn named(db: &Reader, table: &str, name: &str) -> Result<Option<i64>> {
    db.row(
        &format!("SELECT id FROM {table} WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 1"),
        named_params! {":key": fold(name)},
        |row| row.get(0),
    )
}

/// Writes them all.
pub fn write(db: &Writer, ctx: &Ctx, today: NaiveDate) -> Result<()> {
    let described: Vec<Described> = serde_json::from_str(text("programmes.json")?)?;
    let mut posts = rows("posts.csv")?;
    for one in described {
        let id = programme(db, ctx, today, &one)?;
        let (own, others) =
            posts.into_iter().partition(|row: &Row| cell(row, "programme") == one.name);
        posts = others;
        for row in own {
            post(db, ctx, today, id, &row)?;
        }
    }
    for row in rows("quotes.csv")? {
        let Some(contact_id) = named(db, "contacts", cell(&row, "who"))? else { continue };
        let mut set = set(&row, &["day=quoted_on", "topic", "words", "place"], today);
        set.insert("contact_id".to_owned(), Json::from(contact_id));
        let outlet = Some(cell(&row, "outlet").to_owned());
        quote::save(db, ctx, QuotePatch { patch: Patch { set, ..Patch::default() }, outlet })?;
    }
    Ok(())
}

fn programme(db: &Writer, ctx: &Ctx, today: NaiveDate, one: &Described) -> Result<i64> {
    let mut set = Map::from_iter([("name".to_owned(), Json::from(one.name.clone()))]);
    for (field, value) in &one.fields {
        let value = resolved(value.as_str().unwrap_or_default(), today);
        set.insert(field.clone(), Json::from(value));
    }
    let organisation = Some(one.organisation.clone());
    let patch = Patch { set, ..Patch::default() };
    let id = programme::save(db, ctx, ProgrammePatch { patch, organisation })?.programme.id;
    for part in &one.members {
        let contact = named(db, "contacts", &part.name)?;
        let body = named(db, "organisations", &part.name)?;
        let new = NewMembers {
            programme_id: id,
            contact_ids: contact.into_iter().collect(),
            organisation_ids: body.filter(|_| contact.is_none()).into_iter().collect(),
            role: Some(part.role.clone()),
            started_on: Some(resolved(&part.from_, today)),
        };
        programme::add_members(db, ctx, new)?;
    }
    let left = one.members.iter().filter(|part| !part.until.is_empty());
    for part in left {
        let members = programme::show(db, ctx, id)?.members;
        let Some(member) = members.into_iter().find(|member| member.name == part.name) else {
            continue;
        };
        let edit = MemberEdit {
            id: member.id,
            role: member.role,
            started_on: member.started_on,
            ended_on: resolved(&part.until, today),
        };
        programme::save_member(db, ctx, edit)?;
    }
    Ok(id)
}

/// Logs a post on its day, with readings: day, views, likes, comments, shares.
fn post(db: &Writer, ctx: &Ctx, today: NaiveDate, programme_id: i64, row: &Row) -> Result<()> {
    let posted_on = resolved(cell(row, "posted"), today);
    let new = NewPost {
        programme_id,
        url: Some(cell(row, "url").to_owned()),
        posted_on: Some(posted_on),
        theme: Some(cell(row, "theme").to_owned()),
        ..NewPost::default()
    };
    let post_id = programme::log(db, ctx, new)?.row.id;
    for reading in parts(cell(row, "readings")) {
        let mut words = reading.split('|');
        let read_on = Some(resolved(words.next().unwrap_or_default(), today));
        let mut next = || words.next().and_then(|word| word.parse().ok());
        let reading = NewReading {
            post_id,
            read_on,
            views: next(),
            likes: next(),
            comments: next(),
            shares: next(),
        };
        programme::save_reading(db, ctx, reading)?;
    }
    Ok(())
}

/// The day on which the demo is filled.
pub fn day(ctx: &Ctx) -> NaiveDate {
    ctx.now.with_timezone(&chrono_tz::Asia::Jakarta).date_naive()
}
