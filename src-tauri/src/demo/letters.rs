//! Letters of the made-up office: two that are out, one that is void, and a memo being written.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::text;
use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::letter::{self, IssueOrder, LetterBegin, VoidOrder};

#[derive(Deserialize)]
struct Made {
    template: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    void: String,
    set: Map<String, Json>,
}

/// Writes them.
pub fn write(db: &Writer, ctx: &Ctx) -> Result<()> {
    let templates = letter::templates(db, ctx, ())?;
    let all: Vec<Made> = serde_json::from_str(text("letters.json")?)?;
    for made in all {
        let template_id = templates.iter().find(|one| one.name == made.template).map(|one| one.id);
        let begin = LetterBegin { template_id, set: made.set, ..LetterBegin::default() };
        let id = letter::begin(db, ctx, begin)?.letter.id;
        if made.number.is_empty() {
            continue;
        }
        let order =
            IssueOrder { id, number: Some(made.number), anyway: true, ..IssueOrder::default() };
        letter::issue(db, ctx, order)?;
        if !made.void.is_empty() {
            letter::void(db, ctx, VoidOrder { id, reason: made.void })?;
        }
    }
    Ok(())
}
