//! Press events of the made-up office: one that was held, a tour and a gathering to come.

use chrono::Duration;
use serde::Deserialize;

use super::{attended, invited, text, travelling};
use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::press_event::{self, EventImport, EventKind, TaskDone};
use crate::{check_in, office};

/// Days count from today; what is due up to `done_until` days from the event is done.
#[derive(Deserialize)]
struct Planned {
    file: String,
    days: i64,
    begins: String,
    ends: String,
    held: bool,
    #[serde(default)]
    invited: bool,
    done_until: i64,
}

/// Writes them.
pub fn write(db: &Writer, ctx: &Ctx) -> Result<()> {
    let all: Vec<Planned> = serde_json::from_str(text("events.json")?)?;
    let today = ctx.now.with_timezone(&office::zone(db)?).date_naive();
    for planned in all {
        let day = today + Duration::days(planned.days);
        let order = EventImport {
            text: text(&format!("events/{}", planned.file))?.to_owned(),
            begins: Some(format!("{day} {}", planned.begins)),
            ends: Some(planned.ends),
        };
        let event = press_event::import(db, ctx, order)?.event;
        let id = event.id;
        for row in press_event::tasks(db, ctx, id)? {
            if row.task.days.is_some_and(|days| days <= planned.done_until) {
                let done = TaskDone { id: row.task.id, done: true };
                press_event::set_task_done(db, ctx, done)?;
            }
        }
        if event.kind == EventKind::Tour {
            travelling::write(db, ctx, id)?;
        }
        if planned.invited {
            invited::write(db, ctx, id)?;
        }
        if planned.held {
            attended::write(db, ctx, id)?;
            check_in::hold(db, ctx, id)?;
        }
    }
    Ok(())
}
