//! The contact history: any contact with a person, in or out. Nouns write here; a person logs
//! calls, chats and meetings.

use std::time::Duration;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::follow_up::{self, NewFollowUp};
use crate::{contact, record};

record! {
    /// One thing that happened between the office and a person.
    Interaction in "interactions" {
        /// With whom.
        contact_id: i64,
        /// `call`, `whatsapp`, `meeting`, `mail`, `note`, or what a noun wrote: `release_sent`,
        /// `response_reply` and so on.
        kind: String,
        /// `in` or `out`.
        direction: String,
        /// When, UTC.
        at: String,
        /// One line.
        summary: String,
        /// The rest.
        body: String,
        /// Who of the office.
        actor: String,
        /// The release it was about; 0 = none.
        release_id: i64,
        /// The delivery it was about; 0 = none.
        delivery_id: i64,
        /// The response it came from; 0 = none.
        response_id: i64,
        /// Message-ID (without angle brackets) of the mail that it was, or the SHA-256 of its bytes:
        /// the same mail is noted once a person. Empty = no mail, or one of a release.
        mail_id: String,
        /// The enquiry it belongs to; 0 = none.
        enquiry_id: i64,
        /// The press event it belongs to; 0 = none.
        event_id: i64,
    }
}

/// What a person logs.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewInteraction {
    /// With whom.
    pub contact_id: i64,
    /// `call`, `whatsapp`, `meeting`, `mail` or `note`.
    pub kind: String,
    /// `in` or `out`.
    pub direction: String,
    /// What was said; may be empty, a note excepted: that they spoke is worth a line by itself.
    pub summary: String,
    /// When, UTC; none = now.
    #[ts(optional)]
    pub at: Option<String>,
    /// What was agreed.
    #[ts(optional)]
    pub follow_up: Option<NewFollowUp>,
}

/// What a person may log by hand.
pub const KINDS: &[&str] = &["call", "whatsapp", "meeting", "mail", "note"];

/// Logs what a person did.
pub fn log(db: &Writer, ctx: &Ctx, new: NewInteraction) -> Result<Interaction> {
    if !KINDS.contains(&new.kind.as_str()) {
        return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
    }
    if new.summary.trim().is_empty() && new.kind == "note" {
        return Err(Error::invalid("summary", "interaction-summary-missing"));
    }
    db.get::<contact::Contact>(new.contact_id)?;
    let mut interaction = Interaction {
        contact_id: new.contact_id,
        kind: new.kind,
        direction: if new.direction == "in" { "in" } else { "out" }.to_owned(),
        at: new
            .at
            .filter(|at| crate::clock::from_text(at).is_some())
            .unwrap_or_else(|| ctx.now_text()),
        summary: new.summary.trim().to_owned(),
        actor: ctx.actor.clone(),
        ..Interaction::default()
    };
    db.insert(&mut interaction)?;
    if let Some(next) = &new.follow_up {
        follow_up::add(
            db,
            ctx,
            interaction.contact_id,
            interaction.id,
            next,
            &interaction.summary,
        )?;
    }
    Ok(interaction)
}

/// Changes what a person has logged: when, how, what was said.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Interaction> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: Interaction = db.get(id)?;
    patch.check_version(&stored)?;
    if let Some(fixed) = patch
        .set
        .keys()
        .find(|field| !matches!(field.as_str(), "kind" | "direction" | "at" | "summary" | "body"))
    {
        return Err(Error::invalid(fixed, "error-unknown-field").arg("field", fixed));
    }
    let mut interaction: Interaction = patch.apply(&stored)?;
    if !KINDS.contains(&stored.kind.as_str()) || !KINDS.contains(&interaction.kind.as_str()) {
        return Err(Error::invalid("kind", "interaction-not-by-hand"));
    }
    if crate::clock::from_text(&interaction.at).is_none() {
        return Err(Error::invalid("at", "error-wrong-value").arg("field", "at"));
    }
    db.update(&mut interaction)?;
    Ok(interaction)
}

/// Puts what a person has logged into the bin; what Warta itself noted stays.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        let interaction: Interaction = db.get(id)?;
        if !KINDS.contains(&interaction.kind.as_str()) {
            return Err(Error::invalid("kind", "interaction-not-by-hand"));
        }
        deleted += i64::from(db.delete::<Interaction>(id)?);
    }
    Ok(deleted)
}

/// The newest first.
pub fn of_contact(db: &Reader, contact_id: i64, limit: i64) -> Result<Vec<Interaction>> {
    // The date of a mail knows no fractions of a second and is by the clock of another machine: an
    // answer must not stand before what it answers.
    db.all(
        "contact_id = :contact
         ORDER BY substr(max(at, CASE WHEN direction = 'in' AND delivery_id > 0 THEN coalesce(
             (SELECT sent.at FROM interactions sent
              WHERE sent.contact_id = interactions.contact_id AND sent.delivery_id = interactions.delivery_id
                AND sent.kind = 'release_sent' AND sent.deleted_at IS NULL), '') ELSE '' END), 1, 19) DESC, id DESC
         LIMIT :limit",
        named_params! {":contact": contact_id, ":limit": limit},
    )
}

/// What is looked for in the contact history.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct InteractionSearch {
    /// Part of what was said.
    pub text: String,
    /// Most lines; none = 6.
    #[ts(optional)]
    pub limit: Option<i64>,
}

/// A line of the contact history that was found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InteractionHit {
    /// Its id.
    pub id: i64,
    /// With whom.
    pub contact_id: i64,
    /// Their name.
    pub name: String,
    /// `call`, `whatsapp`, `meeting`, `mail` or `note`.
    pub kind: String,
    /// When, UTC.
    pub at: String,
    /// What was said.
    pub summary: String,
}

/// Time that a person gives a search among all others; what is older than it reaches is not found.
const PATIENCE: Duration = Duration::from_millis(80);

/// Lines that people logged and that hold this text, the newest first.
pub fn find(db: &Reader, _ctx: &Ctx, search: InteractionSearch) -> Result<Vec<InteractionHit>> {
    let text = search.text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let limit = search.limit.filter(|limit| *limit > 0).unwrap_or(6);
    let found = db.within(PATIENCE, || {
        db.rows(
            "SELECT i.id, i.contact_id, c.name, i.kind, i.at, i.summary
             FROM interactions i
             JOIN contacts c ON c.id = i.contact_id AND c.deleted_at IS NULL
             WHERE i.deleted_at IS NULL AND i.kind IN ('call', 'whatsapp', 'meeting', 'mail', 'note')
               AND instr(lower(i.summary || ' ' || i.body), :text) > 0
             ORDER BY i.id DESC
             LIMIT :limit",
            named_params! {":text": text, ":limit": limit},
            |row| {
                Ok(InteractionHit {
                    id: row.get(0)?,
                    contact_id: row.get(1)?,
                    name: row.get(2)?,
                    kind: row.get(3)?,
                    at: row.get(4)?,
                    summary: row.get(5)?,
                })
            },
        )
    })?;
    Ok(found.unwrap_or_default())
}
