//! Who stands before the door: found by two letters of name or outlet, or by digits of a number.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DoorRow, ROW, row_of};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::fold::{fold, fold_into};
use crate::press_event::PressEvent;

/// Whom to look for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DoorSearch {
    /// The event.
    pub event_id: i64,
    /// Two letters or more of any words, in any order.
    pub text: String,
    /// Most rows; none = 12.
    #[ts(optional)]
    pub limit: Option<i64>,
}

/// Who was found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorFound {
    /// The best first.
    pub rows: Vec<DoorRow>,
    /// How many fit.
    pub total: i64,
}

const MOST: i64 = 12;
const FEWEST_LETTERS: usize = 2;

/// How well a guest fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The name begins as the text does.
    Begins,
    /// Every word begins a word of the name.
    Words,
    /// Every word stands within the name.
    Within,
    /// With the help of outlet or number.
    Beside,
}

/// Finds guests of an event.
pub fn search(db: &Reader, _ctx: &Ctx, wanted: DoorSearch) -> Result<DoorFound> {
    let event: PressEvent = db.get(wanted.event_id)?;
    let text = fold(&wanted.text);
    if text.chars().filter(|letter| *letter != ' ').count() < FEWEST_LETTERS {
        return Ok(DoorFound { rows: Vec::new(), total: 0 });
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut found: Vec<(Fit, String, i64)> = Vec::new();
    let mut beside = String::new();
    db.each_row(
        "SELECT id, name_key, outlet, phone FROM event_guests INDEXED BY event_guests_at_door
         WHERE event_id = :event AND deleted_at IS NULL",
        named_params! {":event": event.id},
        |row| {
            let column = |at: usize| row.get_ref(at)?.as_str().map_err(Error::internal);
            let name = column(1)?;
            if let Some(fit) = fit(&text, &words, name, column(2)?, column(3)?, &mut beside) {
                found.push((fit, name.to_owned(), row.get(0)?));
            }
            Ok(())
        },
    )?;
    found.sort_unstable();
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let most = usize::try_from(wanted.limit.filter(|most| *most > 0).unwrap_or(MOST)).unwrap_or(0);
    let sql = format!("SELECT {ROW} FROM event_guests g WHERE g.id = :id AND g.deleted_at IS NULL");
    let mut rows = Vec::with_capacity(most.min(found.len()));
    for (_, _, id) in found.into_iter().take(most) {
        rows.extend(db.row(&sql, named_params! {":id": id}, |row| row_of(&event, row))?);
    }
    Ok(DoorFound { rows, total })
}

/// `beside` is room that is used again.
fn fit(
    text: &str,
    words: &[&str],
    name: &str,
    outlet: &str,
    phone: &str,
    beside: &mut String,
) -> Option<Fit> {
    if name.starts_with(text) {
        return Some(Fit::Begins);
    }
    let begins = |word: &&str| name.split(' ').any(|part| part.starts_with(*word));
    if words.iter().all(begins) {
        return Some(Fit::Words);
    }
    if words.iter().all(|word| name.contains(word)) {
        return Some(Fit::Within);
    }
    beside.clear();
    fold_into(outlet, beside);
    let digits = |word: &str| {
        word.len() >= 3
            && word.bytes().all(|letter| letter.is_ascii_digit())
            // 0812… and +62812… are one number.
            && phone.contains(word.strip_prefix('0').unwrap_or(word))
    };
    let fits = |word: &&str| name.contains(*word) || beside.contains(*word) || digits(word);
    words.iter().all(fits).then_some(Fit::Beside)
}
