//! Snippets: short texts that are put into replies, with merge fields such as `{{name}}`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::mail::compose;
use crate::release::Release;
use crate::response::Response;
use crate::{office, record};

record! {
    /// One snippet.
    Snippet in "snippets" {
        /// What the office calls it.
        name: String,
        /// The text; fields in double braces, with what stands in behind a bar.
        text: String,
    }
}

/// Fields that a snippet may hold: who wrote, their outlet, the release, the office, who answers.
pub const FIELDS: &[&str] = &["name", "outlet", "headline", "office", "sender"];

/// A snippet put into the reply to a response.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SnippetUse {
    /// The snippet.
    pub id: i64,
    /// What is answered.
    pub response_id: i64,
}

/// A snippet with its fields filled.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnippetFilled {
    /// The text; a field without value stands in it as it was.
    pub text: String,
    /// Fields of which nothing is known.
    pub missing: Vec<String>,
}

/// All of them by name.
pub fn list(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<Snippet>> {
    db.all("1 = 1 ORDER BY name COLLATE NOCASE, id", &[])
}

/// Adds or changes one. A field that no reply can fill is refused by name.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Snippet> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => Snippet::default(),
    };
    patch.check_version(&stored)?;
    db.edit::<Snippet>(&patch)?;
    let mut snippet: Snippet = patch.apply(&stored)?;
    snippet.name = snippet.name.split_whitespace().collect::<Vec<_>>().join(" ");
    snippet.text = snippet.text.trim().to_owned();
    if snippet.name.is_empty() {
        return Err(Error::invalid("name", "snippet-name-missing"));
    }
    let known = |field: &str| FIELDS.contains(&field).then(|| "x".to_owned());
    let (_, unknown) = compose::merge(&snippet.text, &known, false);
    if let Some(field) = unknown.first() {
        return Err(Error::invalid("text", "snippet-unknown-field")
            .arg("field", field)
            .arg("fields", FIELDS.join(", ")));
    }
    if snippet.id == 0 {
        db.insert(&mut snippet)?;
    } else {
        db.update(&mut snippet)?;
    }
    Ok(snippet)
}

/// Puts one into the bin.
pub fn delete(db: &Writer, _ctx: &Ctx, id: i64) -> Result<bool> {
    db.delete::<Snippet>(id)
}

/// Fills one for the reply to a response.
pub fn fill(db: &Reader, ctx: &Ctx, order: SnippetUse) -> Result<SnippetFilled> {
    let snippet: Snippet = db.get(order.id)?;
    let response: Response = db.get(order.response_id)?;
    let who = match response.contact_id {
        Some(id) => contact::rows_of(db, ctx, &[id])?.into_iter().next(),
        None => None,
    };
    let headline = db.find::<Release>(response.release_id)?.map(|release| release.headline);
    let office = office::find(db)?.map(|office| office.name);
    let value = |field: &str| match field {
        "name" => who.as_ref().map(|row| row.name.clone()).or(Some(response.from_name.clone())),
        "outlet" => who.as_ref().map(|row| row.outlet.clone()),
        "headline" => headline.clone(),
        "office" => office.clone(),
        "sender" => Some(ctx.actor.clone()),
        _ => None,
    };
    let (_, missing) = compose::merge(&snippet.text, &value, false);
    // What is not known stays to be seen, and keeps the mail from leaving.
    let shown = |field: &str| {
        value(field)
            .filter(|value| !value.trim().is_empty())
            .or_else(|| missing.iter().any(|one| one == field).then(|| format!("{{{{{field}}}}}")))
    };
    Ok(SnippetFilled { text: compose::merge(&snippet.text, &shown, false).0, missing })
}
