//! The ids that a filter finds, in the order asked for: the first page by walking along an index,
//! the rest from the whole answer, which is kept ([`crate::db`], `views`).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::filter::{Compiler, Condition, Filter, Op, Rule, Way};
use super::list::ContactFilter;
use super::search::Sought;
use crate::db::{Ctx, Reader};
use crate::error::Result;

/// The tables that an order of contacts follows from.
pub const TABLES: &[&str] = &[
    "contacts",
    "affiliations",
    "organisations",
    "reaches",
    "labels",
    "contact_states",
    "interactions",
    "follow_ups",
    "recipient_lists",
    "recipient_list_members",
    "recipient_list_exclusions",
    "duplicate_flags",
    "responses",
    "deliveries",
    "distributions",
    "offices",
    "custom_fields",
    "custom_values",
    "memberships",
    "social_accounts",
    "programmes",
    "programme_members",
    "quotes",
    "group_chats",
    "group_chat_members",
];

/// Rows that are looked for along the index before the whole answer is worked out.
const FIRST_ROWS: i64 = 1_000;
/// How long before it is asked whether they come fast enough.
const WALK: Duration = Duration::from_millis(12);
/// How long all of them may take; a filter that finds so few is quicker asked the other way round.
const LONGEST_WALK: Duration = Duration::from_millis(120);

/// The built-in sorts. Where the field sorted by is empty, the contact stands last either way, as
/// spreadsheets do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Name,
    City,
    Outlet,
    Updated,
    LastContact,
    NextStep,
}

impl Sort {
    pub(super) fn of(filter: &ContactFilter) -> Self {
        match filter.sort.as_deref() {
            Some("city") => Self::City,
            Some("outlet") => Self::Outlet,
            Some("updated") => Self::Updated,
            Some("last_contact") => Self::LastContact,
            Some("next_step") => Self::NextStep,
            _ => Self::Name,
        }
    }

    /// Along the names, a city has an index of its own in the same order.
    fn way_of_walking(self) -> Way {
        if self == Self::Name { Way::WalkNames } else { Way::Walk }
    }

    /// Questions whose answers one after the other are the order; each walks along an index.
    fn walks(self, condition: &str, way: &str) -> Vec<String> {
        let by_name = |also: &str| {
            format!("SELECT c.id FROM contacts c WHERE {condition}{also} ORDER BY c.name_key, c.id")
        };
        match self {
            Self::Name => vec![format!(
                "SELECT c.id FROM contacts c WHERE {condition} ORDER BY c.name_key {way}, c.id {way}"
            )],
            Self::Updated => vec![format!(
                "SELECT c.id FROM contacts c WHERE {condition} ORDER BY c.updated_at {way}, c.id {way}"
            )],
            Self::City => vec![
                format!(
                    "SELECT c.id FROM contacts c WHERE {condition} AND c.city <> ''
                     ORDER BY lower(c.city) {way}, c.name_key {way}, c.id {way}"
                ),
                by_name(" AND c.city = ''"),
            ],
            Self::Outlet => vec![
                format!(
                    "SELECT c.id
                     FROM organisations o
                     CROSS JOIN affiliations a ON a.organisation_id = o.id AND a.deleted_at IS NULL
                     CROSS JOIN contacts c ON c.id = a.contact_id
                     WHERE o.deleted_at IS NULL AND {condition} AND a.id = ({SHOWN_AFFILIATION})
                     ORDER BY o.name_key {way}, o.id {way}, c.name_key {way}, c.id {way}"
                ),
                by_name(" AND NOT EXISTS (SELECT 1 FROM affiliations w JOIN organisations v ON v.id = w.organisation_id AND v.deleted_at IS NULL
                          WHERE w.contact_id = c.id AND w.deleted_at IS NULL)"),
            ],
            Self::LastContact => vec![
                format!(
                    "SELECT c.id FROM contacts c WHERE {condition} AND c.last_contact_at > ''
                     ORDER BY c.last_contact_at {way}, c.id {way}"
                ),
                by_name(" AND c.last_contact_at = ''"),
            ],
            Self::NextStep => vec![
                format!(
                    "SELECT c.id FROM contacts c WHERE {condition} AND (c.next_step_on = '') = 0
                     ORDER BY c.next_step_on {way}, c.id {way}"
                ),
                by_name(" AND c.next_step_on = ''"),
            ],
        }
    }

    /// One question that starts from what the filter names and sorts what it found.
    fn found(self, condition: &str, way: &str) -> String {
        let (joined, order) = match self {
            Self::Name => ("", format!("+c.name_key {way}, c.id {way}")),
            Self::Updated => ("", format!("+c.updated_at {way}, c.id {way}")),
            Self::City => {
                ("", format!("c.city = '', lower(+c.city) {way}, c.name_key {way}, c.id {way}"))
            }
            Self::Outlet => (
                "LEFT JOIN affiliations w ON w.id = (SHOWN)
                 LEFT JOIN organisations v ON v.id = w.organisation_id",
                format!(
                    "v.name_key IS NULL, v.name_key {way}, v.id {way}, c.name_key {way}, c.id {way}"
                ),
            ),
            Self::LastContact => (
                "",
                format!(
                    "c.last_contact_at = '', +c.last_contact_at {way},
                     CASE WHEN c.last_contact_at = '' THEN c.name_key END, c.id {way}"
                ),
            ),
            Self::NextStep => (
                "",
                format!(
                    "c.next_step_on = '', +c.next_step_on {way},
                     CASE WHEN c.next_step_on = '' THEN c.name_key END, c.id {way}"
                ),
            ),
        };
        let joined = joined.replace("SHOWN", SHOWN_AFFILIATION);
        format!("SELECT c.id FROM contacts c {joined} WHERE {condition} ORDER BY {order}")
    }
}

/// The affiliation that the rows show: one that stands, else the one that ended last.
const SHOWN_AFFILIATION: &str = "SELECT w2.id FROM affiliations w2
    JOIN organisations v2 ON v2.id = w2.organisation_id AND v2.deleted_at IS NULL
    WHERE w2.contact_id = c.id AND w2.deleted_at IS NULL
    ORDER BY w2.ended_on <> '', w2.ended_on DESC, w2.id DESC
    LIMIT 1";

/// Everything that narrows the list, the chips of the table included, as one filter.
fn narrowed(filter: &ContactFilter) -> Filter {
    let chips = [
        ("kind", &filter.kind),
        ("city", &filter.city),
        ("beats", &filter.beat),
        ("tags", &filter.tag),
        ("state", &filter.state),
    ];
    let mut parts: Vec<Filter> = chips
        .into_iter()
        .filter_map(|(field, value)| {
            let value = value.clone().filter(|value| !value.is_empty())?;
            Some(Filter::Rule(Rule { field: field.to_owned(), op: Op::Is, values: vec![value] }))
        })
        .collect();
    parts.extend(filter.filter.clone());
    Filter::All(parts)
}

/// The condition of the filter, and of the words that are sought.
pub(super) fn condition(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    way: Way,
    sought: Option<&Sought>,
) -> Result<Condition> {
    let mut condition = Condition::everybody();
    let mut compiler = Compiler::new(db, ctx, way)?;
    match narrowed(filter) {
        Filter::All(parts) if parts.is_empty() => (),
        whole => condition.and(&compiler.filter(&whole)?),
    }
    if let Some(list) = filter.list_id {
        condition.and(&compiler.on_list(list)?);
    }
    condition.bound = compiler.bound();
    if let Some(organisation) = filter.organisation_id {
        condition.and(match way {
            Way::Walk | Way::WalkNames => "EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND +a.organisation_id = :organisation AND a.ended_on = '' AND a.deleted_at IS NULL)",
            Way::Find => "c.id IN (SELECT a.contact_id FROM affiliations a WHERE a.organisation_id = :organisation AND a.ended_on = '' AND a.deleted_at IS NULL)",
        });
        condition.bound.push((":organisation".to_owned(), organisation.into()));
    }
    if let Some(ids) = &filter.ids {
        let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
        condition.and(&format!("c.id IN ({})", ids.join(", ")));
    }
    if let Some(sought) = sought {
        condition
            .and("c.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :matching)");
        condition.bound.push((":matching".to_owned(), sought.all.clone().into()));
    }
    Ok(condition)
}

/// What is asked, whichever page of it.
pub(super) fn question(filter: &ContactFilter) -> String {
    format!(
        "contacts {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        Sort::of(filter),
        filter.descending,
        filter.search,
        filter.list_id,
        filter.organisation_id,
        filter.ids,
        narrowed(filter)
    )
}

/// Under which a filter's answer is kept. What a day decides is asked anew every hour.
fn key(ctx: &Ctx, filter: &ContactFilter) -> String {
    format!("{} {}", ctx.now.format("%Y-%m-%dT%H"), question(filter))
}

fn way(filter: &ContactFilter) -> &'static str {
    if filter.descending == Some(true) { "DESC" } else { "ASC" }
}

/// All ids that the filter finds, in its order.
pub(super) fn all(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: Option<&Sought>,
) -> Result<Arc<Vec<i64>>> {
    db.kept_ids(&key(ctx, filter), TABLES, || {
        let condition = condition(db, ctx, filter, Way::Find, sought)?;
        let sort = Sort::of(filter);
        if !condition.is_everybody() {
            let sql = sort.found(&condition.sql, way(filter));
            return db.rows(&sql, &condition.params(&[]), |row| row.get(0));
        }
        let mut ids = Vec::new();
        for sql in sort.walks(&condition.sql, way(filter)) {
            ids.extend(db.rows(&sql, &[], |row| row.get::<_, i64>(0))?);
        }
        Ok(ids)
    })
}

/// The ids from `offset` on, `limit` at most.
pub(super) fn slice(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: Option<&Sought>,
    offset: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let at_hand = db.ids_at_hand(&key(ctx, filter), TABLES);
    if at_hand.is_none()
        && offset.saturating_add(limit) <= FIRST_ROWS
        && let Some(ids) = walk(db, ctx, filter, sought, offset, limit)?
    {
        return Ok(ids);
    }
    let ids = match at_hand {
        Some(ids) => ids,
        None => all(db, ctx, filter, sought)?,
    };
    let skip = usize::try_from(offset).unwrap_or(usize::MAX);
    let take = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(ids.iter().skip(skip).take(take).copied().collect())
}

/// The first rows along the index; nothing where they would take too long.
fn walk(
    db: &Reader,
    ctx: &Ctx,
    filter: &ContactFilter,
    sought: Option<&Sought>,
    offset: i64,
    limit: i64,
) -> Result<Option<Vec<i64>>> {
    let sort = Sort::of(filter);
    let condition = condition(db, ctx, filter, sort.way_of_walking(), sought)?;
    let wanted = usize::try_from(offset + limit).unwrap_or(usize::MAX);
    let found = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&found);
    let is_enough = move |spent: Duration| {
        spent > WALK && {
            let rows = u32::try_from(seen.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
            spent.saturating_mul(u32::try_from(wanted).unwrap_or(u32::MAX))
                > LONGEST_WALK.saturating_mul(rows)
        }
    };
    let ids = db.until(is_enough, || {
        let mut ids: Vec<i64> = Vec::new();
        for sql in sort.walks(&condition.sql, way(filter)) {
            let missing = i64::try_from(wanted.saturating_sub(ids.len())).unwrap_or(i64::MAX);
            if missing == 0 {
                break;
            }
            db.each_row(
                &format!("{sql} LIMIT :missing"),
                &condition.params(&[(":missing", &missing)]),
                |row| {
                    ids.push(row.get(0)?);
                    found.store(ids.len(), Ordering::Relaxed);
                    Ok(())
                },
            )?;
        }
        Ok(ids)
    })?;
    let skip = usize::try_from(offset).unwrap_or(usize::MAX);
    Ok(ids.map(|ids| ids.into_iter().skip(skip).collect()))
}
