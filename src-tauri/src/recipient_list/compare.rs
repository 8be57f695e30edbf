//! Two lists beside each other: who is only on one, who on both.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecipientList;
use crate::contact::{self, ContactFilter, ContactRow, Filter, Op, Rule};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};

/// Which two lists, and which part of them as rows.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Comparison {
    /// One list.
    pub a: i64,
    /// The other.
    pub b: i64,
    /// `only_a`, `both` or `only_b`: whose rows are wanted.
    pub part: String,
    /// Position of the first row; none = 0.
    #[ts(optional)]
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    #[ts(optional)]
    pub limit: Option<i64>,
}

/// How two lists differ.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Compared {
    /// Name of the one.
    pub a: String,
    /// Name of the other.
    pub b: String,
    /// Contacts only on the one.
    pub only_a: i64,
    /// Contacts on both.
    pub both: i64,
    /// Contacts only on the other.
    pub only_b: i64,
    /// The rows of the part asked for, by name.
    pub rows: Vec<ContactRow>,
}

/// Compares two lists.
pub fn compare(db: &Reader, ctx: &Ctx, asked: Comparison) -> Result<Compared> {
    let (a, b): (RecipientList, RecipientList) = (db.get(asked.a)?, db.get(asked.b)?);
    let part = |on_a: bool, on_b: bool| ContactFilter {
        filter: Some(Filter::All(vec![on(asked.a, on_a), on(asked.b, on_b)])),
        ..ContactFilter::default()
    };
    let parts =
        [("only_a", part(true, false)), ("both", part(true, true)), ("only_b", part(false, true))];
    let mut counts = [0; 3];
    for (count, (_, filter)) in counts.iter_mut().zip(&parts) {
        *count = contact::count(db, ctx, filter.clone())?;
    }
    let wanted = parts.into_iter().find(|(name, _)| *name == asked.part).map(|(_, filter)| filter);
    let Some(wanted) = wanted else {
        return Err(Error::invalid("part", "error-wrong-value").arg("field", "part"));
    };
    let page = ContactFilter {
        offset: asked.offset,
        limit: asked.limit,
        without_total: Some(true),
        ..wanted
    };
    let [only_a, both, only_b] = counts;
    let rows = contact::list(db, ctx, page)?.rows;
    Ok(Compared { a: a.name, b: b.name, only_a, both, only_b, rows })
}

fn on(list: i64, is_on: bool) -> Filter {
    Filter::Rule(Rule {
        field: "list".to_owned(),
        op: if is_on { Op::Is } else { Op::IsNot },
        values: vec![list.to_string()],
    })
}
