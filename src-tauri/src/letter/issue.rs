//! Issuing a letter: it gets its number and day. Making it void afterwards.

use serde::Deserialize;
use ts_rs::TS;

use super::{Letter, LetterDetail, LetterState, detail, numbering, show};
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};
use crate::office;
use crate::register;

/// A letter to be issued.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct IssueOrder {
    /// The letter.
    #[ts(optional = false)]
    pub id: i64,
    /// The version that was read; none = whatever is there.
    pub version: Option<i64>,
    /// Its number where the office writes numbers by hand; none = by the pattern.
    pub number: Option<String>,
    /// Although something is lacking.
    #[ts(optional = false)]
    pub anyway: bool,
}

/// A letter to be made void.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct VoidOrder {
    /// The letter.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// Gives a letter its number and, where it has none, today as its day.
pub fn issue(db: &Writer, ctx: &Ctx, order: IssueOrder) -> Result<LetterDetail> {
    let letter: Letter = db.get(order.id)?;
    if order.version.is_some_and(|version| version != letter.version) {
        return Err(Error::new(Code::Conflict, "error-conflict"));
    }
    let about = detail(db, ctx, letter)?;
    let mut letter = about.letter;
    if about.state != LetterState::Draft {
        return Err(Error::new(Code::Conflict, "letter-is-issued").arg("number", &letter.number));
    }
    if !order.anyway && !about.lacking.is_empty() {
        return Err(Error::new(Code::Conflict, "letter-lacks")
            .arg("what", about.lacking.join(", "))
            .arg("blanks", about.blanks.join(", ")));
    }
    let office = office::find(db)?.unwrap_or_default();
    letter.number = numbering::give(db, ctx, &letter, order.number.as_deref())?;
    if letter.dated_on.is_empty() {
        letter.dated_on = register::today(&office, ctx).to_string();
    }
    letter.issued_at = ctx.now_text();
    letter.issued_by.clone_from(&ctx.actor);
    db.update(&mut letter)?;
    show(db, ctx, letter.id)
}

/// Makes a letter void: it stays, and its number is not given again.
pub fn void(db: &Writer, ctx: &Ctx, order: VoidOrder) -> Result<LetterDetail> {
    let mut letter: Letter = db.get(order.id)?;
    match letter.state() {
        LetterState::Issued => {}
        LetterState::Draft => return Err(Error::new(Code::Conflict, "letter-not-issued")),
        LetterState::Void => {
            return Err(Error::new(Code::Conflict, "letter-already-void"));
        }
    }
    if order.reason.trim().is_empty() {
        return Err(Error::invalid("reason", "letter-void-reason"));
    }
    numbering::void(db, letter.id)?;
    letter.voided_at = ctx.now_text();
    letter.void_reason = order.reason.trim().to_owned();
    db.update(&mut letter)?;
    show(db, ctx, letter.id)
}
