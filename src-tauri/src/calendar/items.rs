//! What stands in the calendar between two days.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use rusqlite::named_params;

use super::{
    CalendarItem, CalendarPage, CalendarQuery, FullDay, Layer, MOST_OF_LAYER, Span, local_text,
};
use crate::clock;
use crate::db::{Ctx, Reader, Row};
use crate::error::Result;
use crate::office;

/// Gathers the items of a stretch of days.
pub fn items(db: &Reader, ctx: &Ctx, query: CalendarQuery) -> Result<CalendarPage> {
    let zone = office::zone(db)?;
    let span = Span::read(&query.from, &query.until, zone)?;
    let mut items = Vec::new();
    let mut cut = false;
    for layer in Layer::ALL {
        if query.layers.as_ref().is_some_and(|wanted| !wanted.contains(layer)) {
            continue;
        }
        for found in of_layer(db, *layer, span)? {
            cut |= found.len() >= usize::try_from(MOST_OF_LAYER).unwrap_or(usize::MAX);
            items.extend(found);
        }
    }
    items.sort_by(|one: &CalendarItem, other: &CalendarItem| in_day(one).cmp(&in_day(other)));
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let full_days = match query.per_day {
        Some(most) => keep_first(&mut items, most.max(0), span),
        None => Vec::new(),
    };
    let today = ctx.now.with_timezone(&zone).date_naive().to_string();
    Ok(CalendarPage { zone: zone.name().to_owned(), today, items, full_days, total, cut })
}

/// What orders items: the day, whole days before hours, then time, layer and name.
fn in_day(item: &CalendarItem) -> (&str, bool, &str, Layer, &str, i64) {
    let day = item.begins.get(..10).unwrap_or_default();
    (day, !item.all_day, item.begins.as_str(), item.layer, item.title.as_str(), item.id)
}

/// Keeps the items that find a place on all their days, and counts the others by day. What lasts
/// for several days is shown on all of them or on none.
fn keep_first(items: &mut Vec<CalendarItem>, most: i64, span: Span) -> Vec<FullDay> {
    let days = usize::try_from((span.until - span.from).num_days()).unwrap_or(0);
    let (mut shown, mut hidden) = (vec![0i64; days], vec![0i64; days]);
    let place = |day: NaiveDate| {
        usize::try_from((day - span.from).num_days().max(0)).unwrap_or(0).min(days)
    };
    items.retain(|item| {
        let (first, last) = days_of(item);
        let (first, end) = (place(first), (place(last) + 1).min(days));
        let full = |day: &i64| *day >= most;
        let fits = !shown.get(first..end).is_some_and(|days| days.iter().any(full));
        let counts = if fits { &mut shown } else { &mut hidden };
        for count in counts.get_mut(first..end).unwrap_or_default() {
            *count += 1;
        }
        fits
    });
    let full = span.from.iter_days().zip(hidden).filter(|(_, hidden)| *hidden > 0);
    full.map(|(day, hidden)| FullDay { day: day.to_string(), hidden }).collect()
}

/// The first and the last day of an item. What ends at midnight does not touch the day after.
fn days_of(item: &CalendarItem) -> (NaiveDate, NaiveDate) {
    let day = |text: &str| text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let first = day(&item.begins).unwrap_or_default();
    let mut last = day(&item.ends).unwrap_or(first);
    if !item.all_day && item.ends.ends_with("T00:00") && last > first {
        last = last.pred_opt().unwrap_or(last);
    }
    (first, last.max(first))
}

fn of_layer(db: &Reader, layer: Layer, span: Span) -> Result<Vec<Vec<CalendarItem>>> {
    Ok(match layer {
        Layer::Event => vec![events(db, span)?],
        Layer::Release => vec![distributions(db, span)?],
        Layer::Embargo => vec![embargoes(db, span)?],
        Layer::Deadline => vec![enquiries(db, span)?],
        Layer::Task => vec![follow_ups(db, span)?, event_tasks(db, span)?],
        Layer::Birthday => vec![birthdays(db, span)?],
        Layer::Entry => vec![entries(db, span)?],
        Layer::Holiday => vec![holidays(db, span)?],
    })
}

/// What a row says beside its time.
struct Named {
    id: i64,
    of: i64,
    title: String,
    about: String,
    state: String,
    fixed: &'static str,
}

fn named(row: &Row) -> rusqlite::Result<Named> {
    Ok(Named {
        id: row.get(0)?,
        of: row.get(1)?,
        title: row.get(2)?,
        about: row.get(3)?,
        state: row.get(4)?,
        fixed: "",
    })
}

/// An item that has an hour; none where the stored instants are broken.
fn timed(
    layer: Layer,
    kind: &str,
    named: Named,
    (begins_at, ends_at): (&str, &str),
    own: &str,
    span: Span,
) -> Option<CalendarItem> {
    let begins = clock::from_text(begins_at)?;
    let ends = clock::from_text(ends_at).unwrap_or(begins).max(begins);
    let other = if own == span.zone.name() { None } else { own.parse::<Tz>().ok() };
    let other = other.filter(|own| differs(*own, span.zone, begins));
    Some(CalendarItem {
        key: format!("{kind}-{}", named.id),
        layer,
        kind: kind.to_owned(),
        id: named.id,
        of: named.of,
        title: named.title,
        about: named.about,
        begins: local_text(begins, span.zone),
        ends: local_text(ends, span.zone),
        all_day: false,
        state: named.state,
        zone: other.map(|zone| zone.name().to_owned()).unwrap_or_default(),
        own_begins: other.map(|zone| local_text(begins, zone)).unwrap_or_default(),
        fixed: named.fixed.to_owned(),
    })
}

/// Whether clocks show another time there.
fn differs(own: Tz, office: Tz, at: DateTime<Utc>) -> bool {
    at.with_timezone(&own).naive_local() != at.with_timezone(&office).naive_local()
}

/// An item of whole days.
fn whole_days(layer: Layer, kind: &str, named: Named, first: &str, last: &str) -> CalendarItem {
    CalendarItem {
        key: format!("{kind}-{}", named.id),
        layer,
        kind: kind.to_owned(),
        id: named.id,
        of: named.of,
        title: named.title,
        about: named.about,
        begins: first.to_owned(),
        ends: last.max(first).to_owned(),
        all_day: true,
        state: named.state,
        zone: String::new(),
        own_begins: String::new(),
        fixed: named.fixed.to_owned(),
    }
}

/// The days of what lasts from one instant to another in its own zone; the end does not belong to
/// it.
pub(super) fn own_days(begins_at: &str, ends_at: &str, zone: Tz) -> (String, String) {
    let local = |text: &str| -> Option<NaiveDateTime> {
        Some(clock::from_text(text)?.with_timezone(&zone).naive_local())
    };
    let Some(begins) = local(begins_at) else {
        return (String::new(), String::new());
    };
    let ends = local(ends_at).unwrap_or(begins) - Duration::seconds(1);
    (begins.date().to_string(), ends.max(begins).date().to_string())
}

type Lasting = (Named, String, String, String, bool);

fn lasting(row: &Row) -> rusqlite::Result<Lasting> {
    Ok((named(row)?, row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?))
}

/// Whole days are those of the item's own zone: a feast on the first of May is on the first of May
/// wherever one looks at it.
fn shown(layer: Layer, kind: &str, rows: Vec<Lasting>, span: Span) -> Vec<CalendarItem> {
    rows.into_iter()
        .filter_map(|(named, begins_at, ends_at, zone, all_day)| {
            if !all_day {
                return timed(layer, kind, named, (&begins_at, &ends_at), &zone, span);
            }
            let own = zone.parse::<Tz>().unwrap_or(span.zone);
            let (first, last) = own_days(&begins_at, &ends_at, own);
            let touches = first < span.until.to_string() && last >= span.from.to_string();
            touches.then(|| whole_days(layer, kind, named, &first, &last))
        })
        .collect()
}

/// The instants between which to look: whole days of a zone far away begin up to a day apart.
fn around(span: Span) -> (String, String) {
    let day = Duration::days(1);
    (clock::to_text(span.begins_at() - day), clock::to_text(span.ends_at() + day))
}

/// Of what was found around the days, what lies in them.
fn within(items: Vec<CalendarItem>, span: Span) -> Vec<CalendarItem> {
    let mut items = items;
    items.retain(|item| {
        let (first, last) = days_of(item);
        first < span.until && last >= span.from
    });
    items
}

fn events(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let (after, before) = around(span);
    let mut rows = db.rows(
        "SELECT id, 0, title, venue, state, begins_at, ends_at, zone, all_day
         FROM press_events
         WHERE deleted_at IS NULL AND begins_at < :before AND ends_at >= :after
         ORDER BY begins_at, id
         LIMIT :most",
        named_params! {":after": after, ":before": before, ":most": MOST_OF_LAYER},
        lasting,
    )?;
    for (named, ..) in &mut rows {
        named.fixed = match named.state.as_str() {
            "held" => "calendar-fixed-held",
            "cancelled" => "calendar-fixed-cancelled",
            _ => "",
        };
    }
    Ok(within(shown(Layer::Event, "event", rows, span), span))
}

fn entries(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let (after, before) = around(span);
    let rows = db.rows(
        "SELECT id, 0, title, place, '', begins_at, ends_at, zone, all_day
         FROM calendar_entries
         WHERE deleted_at IS NULL AND begins_at < :before AND ends_at >= :after
         ORDER BY begins_at, id
         LIMIT :most",
        named_params! {":after": after, ":before": before, ":most": MOST_OF_LAYER},
        lasting,
    )?;
    Ok(within(shown(Layer::Entry, "entry", rows, span), span))
}

/// Distributions that have left, and those that wait for their hour; not those that were cancelled
/// before.
fn distributions(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let rows = db.rows(
        "SELECT s.id, s.release_id, r.headline, r.number,
                CASE WHEN s.begun_at <> '' THEN 'sent' WHEN s.state = 'paused' THEN 'paused' ELSE 'planned' END,
                CASE WHEN s.begun_at <> '' THEN s.begun_at ELSE s.send_at END, s.zone
         FROM distributions s
         JOIN releases r ON r.id = s.release_id AND r.deleted_at IS NULL
         WHERE (s.begun_at >= :from AND s.begun_at < :until)
            OR (s.begun_at = '' AND s.state <> 'cancelled' AND s.send_at >= :from AND s.send_at < :until)
         ORDER BY s.id
         LIMIT :most",
        named_params! {":from": clock::to_text(span.begins_at()), ":until": clock::to_text(span.ends_at()), ":most": MOST_OF_LAYER},
        |row| Ok((named(row)?, row.get::<_, String>(5)?, row.get::<_, String>(6)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(mut named, at, zone)| {
            if named.state == "sent" {
                named.fixed = "calendar-fixed-sent";
            }
            timed(Layer::Release, "distribution", named, (&at, &at), &zone, span)
        })
        .collect())
}

/// Ends of embargoes: a release's own, or the one under which it was distributed, whichever ends
/// later. Of whom it was told, it can no longer be moved.
fn embargoes(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let rows = db.rows(
        "SELECT e.id, e.id, e.headline, e.number, '', MAX(e.own, e.told), e.told <> ''
         FROM (SELECT r.id, r.headline, r.number, r.embargo_at AS own,
                      COALESCE((SELECT MAX(s.embargo_at) FROM distributions s
                                WHERE s.release_id = r.id AND s.embargo_at <> '' AND s.state <> 'cancelled'), '') AS told
               FROM releases r
               WHERE r.deleted_at IS NULL AND r.withdrawn_at = '') e
         WHERE MAX(e.own, e.told) >= :from AND MAX(e.own, e.told) < :until
         ORDER BY e.id
         LIMIT :most",
        named_params! {":from": clock::to_text(span.begins_at()), ":until": clock::to_text(span.ends_at()), ":most": MOST_OF_LAYER},
        |row| Ok((named(row)?, row.get::<_, String>(5)?, row.get::<_, bool>(6)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(mut named, at, is_told)| {
            if is_told {
                named.fixed = "calendar-fixed-embargo-told";
            }
            timed(Layer::Embargo, "embargo", named, (&at, &at), "", span)
        })
        .collect())
}

fn enquiries(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let rows = db.rows(
        "SELECT e.id, COALESCE(e.contact_id, 0), CASE e.subject WHEN '' THEN substr(e.question, 1, 80) ELSE e.subject END, COALESCE(c.name, e.asker), e.state, e.due_at, e.due_zone
         FROM enquiries e
         LEFT JOIN contacts c ON c.id = e.contact_id
         WHERE e.deleted_at IS NULL AND e.state IN ('new', 'in_work', 'waiting')
           AND e.due_at >= :from AND e.due_at < :until
         ORDER BY e.due_at, e.id
         LIMIT :most",
        named_params! {":from": clock::to_text(span.begins_at()), ":until": clock::to_text(span.ends_at()), ":most": MOST_OF_LAYER},
        |row| Ok((named(row)?, row.get::<_, String>(5)?, row.get::<_, String>(6)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(mut named, at, zone)| {
            named.fixed = "calendar-fixed-deadline";
            timed(Layer::Deadline, "enquiry", named, (&at, &at), &zone, span)
        })
        .collect())
}

fn follow_ups(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    db.rows(
        "SELECT f.id, f.contact_id, f.what, c.name, f.kind, f.due_on
         FROM follow_ups f
         JOIN contacts c ON c.id = f.contact_id AND c.deleted_at IS NULL
         WHERE f.deleted_at IS NULL AND f.done_at = '' AND f.due_on >= :from AND f.due_on < :until
         ORDER BY f.due_on, f.id
         LIMIT :most",
        named_params! {":from": span.from.to_string(), ":until": span.until.to_string(), ":most": MOST_OF_LAYER},
        |row| {
            let day: String = row.get(5)?;
            Ok(whole_days(Layer::Task, "follow_up", named(row)?, &day, &day))
        },
    )
}

fn event_tasks(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    db.rows(
        "SELECT t.id, t.event_id, t.title, e.title, '', t.due_on
         FROM event_tasks t
         JOIN press_events e ON e.id = t.event_id AND e.deleted_at IS NULL
         WHERE t.deleted_at IS NULL AND t.done_at = '' AND t.due_on <> '' AND t.due_on >= :from AND t.due_on < :until
           AND e.state <> 'cancelled'
         ORDER BY t.due_on, t.id
         LIMIT :most",
        named_params! {":from": span.from.to_string(), ":until": span.until.to_string(), ":most": MOST_OF_LAYER},
        |row| {
            let day: String = row.get(5)?;
            Ok(whole_days(Layer::Task, "event_task", named(row)?, &day, &day))
        },
    )
}

fn holidays(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    db.rows(
        "SELECT id, 0, name, '', kind, day
         FROM holidays
         WHERE deleted_at IS NULL AND day >= :from AND day < :until
         ORDER BY day, id
         LIMIT :most",
        named_params! {":from": span.from.to_string(), ":until": span.until.to_string(), ":most": MOST_OF_LAYER},
        |row| {
            let day: String = row.get(5)?;
            let named = Named { fixed: "calendar-fixed-holiday", ..named(row)? };
            Ok(whole_days(Layer::Holiday, "holiday", named, &day, &day))
        },
    )
}

/// Birthdays return every year. Who was born on 29 February has theirs on the 28th where the year
/// has none.
fn birthdays(db: &Reader, span: Span) -> Result<Vec<CalendarItem>> {
    let mut found = Vec::new();
    for year in span.from.year()..=span.last_day().year() {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(span.from).max(span.from);
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(span.last_day());
        let last = last.min(span.last_day());
        let leaps = NaiveDate::from_ymd_opt(year, 2, 29).is_some();
        // The 29th belongs to a stretch that ends on the 28th of a common year, and to none that
        // begins after it.
        let until = if !leaps && (last.month(), last.day()) == (2, 28) {
            "02-29".to_owned()
        } else {
            last.format("%m-%d").to_string()
        };
        found.extend(db.rows(
            "SELECT id, id, name, '', '', birthday_key
             FROM contacts
             WHERE birthday_key <> '' AND deleted_at IS NULL AND birthday_key >= :from AND birthday_key <= :until
             ORDER BY birthday_key, id
             LIMIT :most",
            named_params! {":from": first.format("%m-%d").to_string(), ":until": until, ":most": MOST_OF_LAYER},
            |row| {
                let key: String = row.get(5)?;
                let key = if key == "02-29" && !leaps { "02-28" } else { &key };
                let day = format!("{year:04}-{key}");
                let named = Named { fixed: "calendar-fixed-birthday", ..named(row)? };
                Ok(whole_days(Layer::Birthday, "birthday", named, &day, &day))
            },
        )?);
    }
    Ok(found)
}
