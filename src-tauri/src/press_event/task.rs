//! The checklist: what is to be done, until which day, by whom.

use chrono::{Duration, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, Patch, PressEvent, Reader, Writer};
use crate::error::{Error, Result};
use crate::staff::Staff;
use crate::{field, record};

record! {
    /// Something to be done for an event.
    EventTask in "event_tasks" {
        /// Of which event.
        event_id: i64,
        /// What.
        title: String,
        /// Days from the event's first day, negative = before it; none = `due_on` is a day of its
        /// own, or there is none.
        days: Option<i64>,
        /// Until which day, `YYYY-MM-DD`; follows `days` when the event moves; empty = no day.
        due_on: String,
        /// Who of the staff.
        staff_id: Option<i64>,
        /// What there is to say about it.
        notes: String,
        /// The guest to whom it was promised; 0 = nobody.
        promised_to: i64,
        /// When it was done, UTC; empty = it is open.
        done_at: String,
        /// Who did it.
        done_by: String,
    }
}

/// Furthest day from an event that a task can name.
const MOST_DAYS: i64 = 1000;

/// A task as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskRow {
    /// The record.
    pub task: EventTask,
    /// Who of the staff, or empty.
    pub owner: String,
    /// To whom it was promised, or empty.
    pub promised: String,
    /// Whether its day has passed and it is not done.
    pub late: bool,
}

/// A task that is due, as the first screen shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueTask {
    /// The task.
    pub id: i64,
    /// What.
    pub title: String,
    /// Until which day.
    pub due_on: String,
    /// Who of the staff, or empty.
    pub owner: String,
    /// Of which event.
    pub event_id: i64,
    /// Its name.
    pub event: String,
}

/// A task that is done, or is not after all.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskDone {
    /// The task.
    pub id: i64,
    /// Whether it is done.
    pub done: bool,
}

/// The checklist of an event: the open ones by their day, then those that are done.
pub fn tasks(db: &Reader, ctx: &Ctx, event_id: i64) -> Result<Vec<TaskRow>> {
    let today = super::list::today(db, ctx)?;
    let all: Vec<EventTask> = db.all(
        "event_id = :id ORDER BY done_at <> '', due_on = '', due_on, id",
        named_params! {":id": event_id},
    )?;
    all.into_iter().map(|task| row_of(db, task, &today)).collect()
}

fn row_of(db: &Reader, task: EventTask, today: &str) -> Result<TaskRow> {
    let owner = match task.staff_id {
        Some(id) => db.find::<Staff>(id)?.map(|one| one.name),
        None => None,
    };
    let promised: Option<String> = db.row(
        "SELECT name FROM event_guests WHERE id = :id",
        named_params! {":id": task.promised_to},
        |row| row.get(0),
    )?;
    let late = task.done_at.is_empty() && !task.due_on.is_empty() && task.due_on.as_str() < today;
    Ok(TaskRow {
        owner: owner.unwrap_or_default(),
        promised: promised.unwrap_or_default(),
        late,
        task,
    })
}

/// What is due on this day or before, the oldest first; nothing of events that were called off.
pub fn due_tasks(db: &Reader, day: NaiveDate) -> Result<Vec<DueTask>> {
    db.rows(
        "SELECT k.id, k.title, k.due_on, COALESCE(s.name, ''), e.id, e.title
         FROM event_tasks k
         JOIN press_events e ON e.id = k.event_id AND e.deleted_at IS NULL AND e.state <> 'cancelled'
         LEFT JOIN staff s ON s.id = k.staff_id
         WHERE k.done_at = '' AND k.due_on <> '' AND k.due_on <= :day AND k.deleted_at IS NULL
         ORDER BY k.due_on, k.id
         LIMIT 50",
        named_params! {":day": day.to_string()},
        |row| {
            Ok(DueTask {
                id: row.get(0)?,
                title: row.get(1)?,
                due_on: row.get(2)?,
                owner: row.get(3)?,
                event_id: row.get(4)?,
                event: row.get(5)?,
            })
        },
    )
}

/// Adds or changes a task. `days` makes its day follow the event; `due_on` alone names a day.
pub fn save_task(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<TaskRow> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventTask::default(),
    };
    patch.check_version(&stored)?;
    db.edit::<EventTask>(&patch)?;
    let mut task: EventTask = patch.apply(&stored)?;
    if patch.set.contains_key("due_on") && !patch.set.contains_key("days") {
        task.days = None;
    }
    store_task(db, &mut task)?;
    row_of(db, task, &super::list::today(db, ctx)?)
}

pub(super) fn store_task(db: &Writer, task: &mut EventTask) -> Result<()> {
    let event: PressEvent = db.get(task.event_id)?;
    task.title = task.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if task.title.is_empty() {
        return Err(Error::invalid("title", "event-task-nameless"));
    }
    if task.days.is_some_and(|days| days.abs() > MOST_DAYS) {
        return Err(Error::invalid("days", "event-number-wrong").arg("most", MOST_DAYS));
    }
    follow(&event, task);
    if !task.due_on.is_empty() {
        field::check_day("due_on", &task.due_on)?;
    }
    if let Some(id) = task.staff_id {
        db.get::<Staff>(id)?;
    }
    if task.id == 0 {
        db.insert(task)?;
    } else {
        db.update(task)?;
    }
    Ok(())
}

/// Puts the task's day where its distance from the event says.
fn follow(event: &PressEvent, task: &mut EventTask) {
    if let (Some(days), Some((first, _))) = (task.days, event.days()) {
        task.due_on = (first + Duration::days(days)).to_string();
    }
}

/// After an event was moved: the days that follow it move along.
pub(super) fn follow_event(db: &Writer, event: &PressEvent) -> Result<()> {
    let all: Vec<EventTask> =
        db.all("event_id = :id AND days IS NOT NULL ORDER BY id", named_params! {":id": event.id})?;
    for mut task in all {
        let before = task.due_on.clone();
        follow(event, &mut task);
        if task.due_on != before {
            db.update(&mut task)?;
        }
    }
    Ok(())
}

/// Says that a task is done, or that it is not.
pub fn set_task_done(db: &Writer, ctx: &Ctx, done: TaskDone) -> Result<TaskRow> {
    let mut task: EventTask = db.get(done.id)?;
    if done.done == task.done_at.is_empty() {
        task.done_at = if done.done { ctx.now_text() } else { String::new() };
        task.done_by = if done.done { ctx.actor.clone() } else { String::new() };
        db.update(&mut task)?;
    }
    row_of(db, task, &super::list::today(db, ctx)?)
}

/// Takes tasks off the checklist; how many were on it.
pub fn delete_tasks(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventTask>(id)?);
    }
    Ok(deleted)
}
