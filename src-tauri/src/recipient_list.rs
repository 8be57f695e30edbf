//! Recipient lists: a named selection of contacts, fixed or found by a rule; who is left out of it
//! and why; two lists beside each other.

mod compare;
mod exclusion;

use std::time::Duration;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::{self, ContactFilter, ContactRow, Filter};
use crate::db::{Ctx, Patch, Reader, Source, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::record;

pub use compare::{Compared, Comparison, compare};
pub use exclusion::{LeaveOut, LeftOut, ListExclusion, leave_out, left_out, reason_of, take_back};

record! {
    /// A recipient list.
    RecipientList in "recipient_lists" {
        /// Name, unlike any other list's.
        name: String,
        /// The name folded.
        name_key: String,
        /// What it is for.
        notes: String,
        /// The rule of a smart list as JSON; empty = a fixed list.
        filter: String,
        /// Since when it is out of use, UTC; empty = in use.
        archived_at: String,
    }
}

record! {
    /// One contact on one list.
    Membership in "recipient_list_members" {
        /// The list.
        recipient_list_id: i64,
        /// The contact.
        contact_id: i64,
    }
}

/// A row of the overview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListRow {
    /// Its id.
    pub id: i64,
    /// The version to save on.
    pub version: i64,
    /// Name.
    pub name: String,
    /// What it is for.
    pub notes: String,
    /// How many contacts are on it now; -1 = that takes a while, `contact_count` says it.
    pub members: i64,
    /// Whether a rule finds them.
    pub smart: bool,
    /// The rule as a person reads it, or empty.
    pub rule: String,
    /// What keeps the rule from being asked, such as a field that is gone; none = nothing.
    #[ts(optional)]
    pub trouble: Option<Error>,
    /// How many are left out of it by hand.
    pub left_out: i64,
    /// Since when it is out of use, UTC, or empty.
    pub archived_at: String,
    /// When it last changed.
    pub updated_at: String,
}

/// A list with its contacts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListDetail {
    /// The record.
    pub list: RecipientList,
    /// The rule of a smart list.
    #[ts(optional)]
    pub filter: Option<Filter>,
    /// The rule as a person reads it, or empty.
    pub rule: String,
    /// Its contacts by name.
    pub rows: Vec<ContactRow>,
    /// How many.
    pub total: i64,
    /// Who is left out of it, and why.
    pub left_out: Vec<LeftOut>,
}

/// A smart list as it shall be.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SmartList {
    /// The stored one; none = new.
    #[ts(optional)]
    pub id: Option<i64>,
    /// The version that the screen showed.
    #[ts(optional)]
    pub version: Option<i64>,
    /// Its name.
    pub name: String,
    /// What it is for; none = as it is.
    #[ts(optional)]
    pub notes: Option<String>,
    /// Its rule.
    pub filter: Filter,
}

/// A list put away or taken into use again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Archive {
    /// The list.
    pub id: i64,
    /// Whether it shall be out of use.
    pub archived: bool,
}

/// Contacts to add to or remove from a list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Members {
    /// The list.
    pub list_id: i64,
    /// The contacts.
    pub contact_ids: Vec<i64>,
}

/// All lists by name, those out of use last.
pub fn all(db: &Reader, ctx: &Ctx, _: ()) -> Result<Vec<ListRow>> {
    let lists: Vec<(RecipientList, String, i64)> = db.rows(
        "SELECT l.id, l.version, l.name, l.name_key, l.notes, l.filter, l.archived_at, l.updated_at,
                (SELECT COUNT(*) FROM recipient_list_exclusions x JOIN contacts c ON c.id = x.contact_id AND c.deleted_at IS NULL
                 WHERE x.recipient_list_id = l.id AND x.deleted_at IS NULL)
         FROM recipient_lists l
         WHERE l.deleted_at IS NULL
         ORDER BY l.archived_at <> '', l.name_key",
        &[],
        |row| Ok((<RecipientList as crate::db::Record>::from_row(row)?, row.get(7)?, row.get(8)?)),
    )?;
    let names = Names::of(db)?;
    lists
        .into_iter()
        .map(|(list, updated_at, left_out)| {
            // A rule that cannot be asked any more must not hide the other lists.
            let count = || contact::count(db, ctx, on(list.id));
            let counted = match ctx.source {
                Source::Window => db.within(COUNTED_WITHIN, count).map(|count| count.unwrap_or(-1)),
                _ => count(),
            };
            let (members, trouble) = match counted {
                Ok(members) => (members, None),
                Err(error) if error.code == Code::Invalid => (0, Some(error)),
                Err(error) => return Err(error),
            };
            Ok(ListRow {
                members,
                trouble,
                smart: !list.filter.is_empty(),
                rule: names.written(&list),
                id: list.id,
                version: list.version,
                name: list.name,
                notes: list.notes,
                left_out,
                archived_at: list.archived_at,
                updated_at,
            })
        })
        .collect()
}

/// How long the overview waits for one list's count.
const COUNTED_WITHIN: Duration = Duration::from_millis(60);

/// The contacts of a list.
fn on(list_id: i64) -> ContactFilter {
    ContactFilter { list_id: Some(list_id), ..ContactFilter::default() }
}

/// The ids of the contacts on a list: of a fixed one in the order in which they were added.
pub fn members(db: &Reader, ctx: &Ctx, list_id: i64) -> Result<Vec<i64>> {
    let list: RecipientList = db.get(list_id)?;
    if !list.filter.is_empty() {
        return Ok(contact::ids(db, ctx, &on(list_id))?.to_vec());
    }
    db.rows(
        "SELECT m.contact_id
         FROM recipient_list_members m
         JOIN contacts c ON c.id = m.contact_id AND c.deleted_at IS NULL
         WHERE m.recipient_list_id = :list AND m.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM recipient_list_exclusions x
                           WHERE x.recipient_list_id = :list AND x.contact_id = m.contact_id AND x.deleted_at IS NULL)
         ORDER BY m.id",
        named_params! {":list": list_id},
        |row| row.get(0),
    )
}

/// One list.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ListDetail> {
    let list: RecipientList = db.get(id)?;
    let page = contact::list(db, ctx, ContactFilter { limit: Some(100_000), ..on(id) })?;
    let filter = match list.filter.as_str() {
        "" => None,
        stored => Some(contact::stored_filter(stored)?),
    };
    Ok(ListDetail {
        rule: Names::of(db)?.written(&list),
        filter,
        rows: page.rows,
        total: page.total,
        left_out: left_out(db, ctx, id)?,
        list,
    })
}

/// The names of all lists, for rules that name them.
struct Names(std::collections::BTreeMap<i64, String>);

impl Names {
    fn of(db: &Reader) -> Result<Self> {
        let names =
            db.rows("SELECT id, name FROM recipient_lists WHERE deleted_at IS NULL", &[], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(Self(names.into_iter().collect()))
    }

    /// The rule of a smart list in words; nothing for a fixed one.
    fn written(&self, list: &RecipientList) -> String {
        match contact::stored_filter(&list.filter) {
            Ok(filter) => contact::write_filter(&filter, &|id| {
                self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
            }),
            Err(_) => String::new(),
        }
    }
}

/// A filter as a person wrote it; lists by their names.
pub fn filter_of_text(db: &Reader, text: &str) -> Result<Filter> {
    contact::parse_filter(text, &contact::all_filter_fields(db)?, &|name| Ok(named(db, name)?.id))
}

/// A filter in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilterText {
    /// As `--where` takes it.
    pub text: String,
    /// The filter.
    pub filter: Filter,
}

/// Reads a written filter, for the window's text field.
pub fn filter_read(db: &Reader, ctx: &Ctx, text: String) -> Result<FilterText> {
    let filter = filter_of_text(db, &text)?;
    filter_write(db, ctx, filter)
}

/// Checks a filter and says it in words.
pub fn filter_write(db: &Reader, ctx: &Ctx, filter: Filter) -> Result<FilterText> {
    contact::check_filter(db, ctx, &filter)?;
    let names = Names::of(db)?.0;
    let text = contact::write_filter(&filter, &|id| {
        names.get(&id).cloned().unwrap_or_else(|| id.to_string())
    });
    Ok(FilterText { text, filter })
}

/// The list with this name.
pub fn named(db: &Reader, name: &str) -> Result<RecipientList> {
    let found: Vec<RecipientList> =
        db.all("name_key = :key", named_params! {":key": fold(name)})?;
    found
        .into_iter()
        .next()
        .ok_or_else(|| Error::new(Code::NotFound, "list-unknown").arg("name", name))
}

/// Creates a fixed list, or renames any.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<RecipientList> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => RecipientList::default(),
    };
    patch.check_version(&stored)?;
    // Rules and archiving have commands of their own, which check them.
    if let Some(field) =
        ["filter", "archived_at"].into_iter().find(|field| patch.set.contains_key(*field))
    {
        return Err(Error::invalid(field, "error-unknown-field").arg("field", field));
    }
    keep(db, patch.apply(&stored)?)
}

fn keep(db: &Writer, mut list: RecipientList) -> Result<RecipientList> {
    list.name = list.name.trim().to_owned();
    list.name_key = fold(&list.name);
    if list.name.is_empty() {
        return Err(Error::invalid("name", "list-name-missing"));
    }
    if named(db, &list.name).is_ok_and(|same| same.id != list.id) {
        return Err(Error::invalid("name", "list-name-taken").arg("name", &list.name));
    }
    if list.id == 0 {
        db.insert(&mut list)?;
    } else {
        db.update(&mut list)?;
    }
    Ok(list)
}

/// Creates a smart list or changes its rule.
pub fn save_smart(db: &Writer, ctx: &Ctx, smart: SmartList) -> Result<RecipientList> {
    let mut list = match smart.id {
        Some(id) => db.get(id)?,
        None => RecipientList::default(),
    };
    let patch = Patch { id: smart.id, version: smart.version, ..Patch::default() };
    patch.check_version(&list)?;
    if list.id != 0 && list.filter.is_empty() && has_members(db, list.id)? {
        return Err(Error::invalid("name", "list-is-fixed").arg("name", &list.name));
    }
    if let Some(inner) = leads_to(db, &smart.filter, list.id)? {
        return Err(Error::invalid("filter", "list-within-itself").arg("name", inner));
    }
    contact::check_filter(db, ctx, &smart.filter)?;
    list.name = smart.name;
    list.notes = smart.notes.unwrap_or(list.notes);
    list.filter = serde_json::to_string(&smart.filter)?;
    keep(db, list)
}

fn has_members(db: &Reader, list_id: i64) -> Result<bool> {
    Ok(db.number(
        "SELECT COUNT(*) FROM recipient_list_members WHERE recipient_list_id = :list AND deleted_at IS NULL",
        named_params! {":list": list_id},
    )? > 0)
}

/// The name of the list through which a filter comes back to the list `to`; none when it does not.
fn leads_to(db: &Reader, filter: &Filter, to: i64) -> Result<Option<String>> {
    let mut seen = Vec::new();
    let mut open = contact::lists_of(filter);
    while let Some(id) = open.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let Some(list) = db.find::<RecipientList>(id)? else { continue };
        if id == to && to != 0 {
            return Ok(Some(list.name));
        }
        if !list.filter.is_empty() {
            open.extend(contact::lists_of(&contact::stored_filter(&list.filter)?));
        }
    }
    Ok(None)
}

/// Puts a list away, or takes it into use again.
pub fn archive(db: &Writer, ctx: &Ctx, order: Archive) -> Result<RecipientList> {
    let mut list: RecipientList = db.get(order.id)?;
    if order.archived != list.archived_at.is_empty() {
        return Ok(list);
    }
    list.archived_at = if order.archived { ctx.now_text() } else { String::new() };
    db.update(&mut list)?;
    Ok(list)
}

/// Puts a list into the bin; its contacts stay. One that another list is made of is kept.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    let smart: Vec<RecipientList> =
        db.all("filter <> '' AND id <> :id", named_params! {":id": id})?;
    for other in smart {
        if contact::lists_of(&contact::stored_filter(&other.filter)?).contains(&id) {
            return Err(Error::new(Code::Conflict, "list-in-use").arg("name", other.name));
        }
    }
    db.delete::<RecipientList>(id)
}

/// A fixed list, or the error that a rule decides who is on it.
fn fixed(db: &Reader, id: i64) -> Result<RecipientList> {
    let list: RecipientList = db.get(id)?;
    if list.filter.is_empty() {
        Ok(list)
    } else {
        Err(Error::invalid("list_id", "list-is-smart").arg("name", list.name))
    }
}

/// Adds contacts; how many were not on it yet.
pub fn add(db: &Writer, _ctx: &Ctx, members: Members) -> Result<i64> {
    fixed(db, members.list_id)?;
    let mut added = 0;
    for contact_id in members.contact_ids {
        db.get::<contact::Contact>(contact_id)?;
        if membership(db, members.list_id, contact_id)?.is_none() {
            db.insert(&mut Membership {
                recipient_list_id: members.list_id,
                contact_id,
                ..Membership::default()
            })?;
            added += 1;
        }
    }
    Ok(added)
}

/// Removes contacts; how many were on it.
pub fn remove(db: &Writer, _ctx: &Ctx, members: Members) -> Result<i64> {
    fixed(db, members.list_id)?;
    let mut removed = 0;
    for contact_id in members.contact_ids {
        if let Some(id) = membership(db, members.list_id, contact_id)? {
            removed += i64::from(db.delete::<Membership>(id)?);
        }
    }
    Ok(removed)
}

/// The membership's id, if the contact is on the list.
pub fn membership(db: &Reader, list_id: i64, contact_id: i64) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM recipient_list_members
         WHERE recipient_list_id = :list AND contact_id = :contact AND deleted_at IS NULL",
        named_params! {":list": list_id, ":contact": contact_id},
        |row| row.get(0),
    )
}
