//! Texts that are ready to be sent: the request to the unit, and how unit and journalist are
//! reached.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::{Ctx, Enquiry, Instant, Reader, Result, clock, list, office, step};
use crate::settings;
use crate::text::sentence;

/// Where a text can be sent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Addressee {
    /// Whose it is.
    pub name: String,
    /// `email`, `phone` or `whatsapp`.
    pub kind: String,
    /// As a person reads it.
    pub value: String,
    /// The address, or the number in E.164.
    pub key: String,
}

/// Texts in the office's language. A person reads them before they go out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreparedTexts {
    /// Whether the unit owes the answer already: then the texts remind it.
    pub is_reminder: bool,
    /// Subject of the mail to the unit.
    pub subject: String,
    /// The mail to the unit.
    pub mail: String,
    /// The same for WhatsApp.
    pub chat: String,
    /// The unit's own addresses, then those of its liaison officers and other people.
    pub unit: Vec<Addressee>,
    /// The journalist's addresses.
    pub asker: Vec<Addressee>,
    /// Subject of the mail to the journalist.
    pub answer_subject: String,
}

/// Prepares them.
pub fn prepared(db: &Reader, ctx: &Ctx, id: i64) -> Result<PreparedTexts> {
    let enquiry: Enquiry = db.get(id)?;
    let row = list::row(db, ctx, id)?;
    let language = settings::value(db, "language", "id")?;
    let is_reminder = step::is_owing(db, &enquiry)?;
    let office = office::find(db)?.unwrap_or_default();
    let zone = enquiry.due_zone.parse().unwrap_or(office::zone(db)?);
    let due = clock::from_text(&enquiry.due_at)
        .map(|at| Instant { at, zone }.written(&language))
        .unwrap_or_default();
    let who = match (row.who.as_str(), row.outlet.as_str()) {
        (who, "") => who.to_owned(),
        ("", outlet) => outlet.to_owned(),
        (who, outlet) => format!("{who} ({outlet})"),
    };
    let question = if enquiry.question.is_empty() { &enquiry.subject } else { &enquiry.question };
    let kind = sentence(&language, &format!("enquiry-of-{}", enquiry.kind.as_str()), &[]);
    let deadline = if due.is_empty() {
        sentence(&language, "enquiry-request-soon", &[])
    } else {
        sentence(&language, "enquiry-request-until", &[("due", &due)])
    };
    let args = [
        ("unit", row.unit.as_str()),
        ("who", who.as_str()),
        ("kind", kind.as_str()),
        ("subject", enquiry.subject.as_str()),
        ("question", question.as_str()),
        ("deadline", deadline.as_str()),
        ("name", ctx.actor.as_str()),
        ("office", office.name.as_str()),
    ];
    let say = |key: &str| {
        let key = if is_reminder { format!("{key}-again") } else { key.to_owned() };
        sentence(&language, &key, &args)
    };
    Ok(PreparedTexts {
        is_reminder,
        subject: say("enquiry-request-subject"),
        mail: say("enquiry-request-mail"),
        chat: say("enquiry-request-chat"),
        unit: of_unit(db, enquiry.unit_id)?,
        asker: of_asker(db, enquiry.contact_id)?,
        answer_subject: sentence(&language, "enquiry-answer-subject", &args),
    })
}

fn of_asker(db: &Reader, contact_id: Option<i64>) -> Result<Vec<Addressee>> {
    db.rows(
        "SELECT c.name, r.kind, r.value, r.value_key
         FROM reaches r JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.contact_id = :id AND r.deleted_at IS NULL
         ORDER BY r.kind, r.rank, r.id",
        named_params! {":id": contact_id},
        addressee,
    )
}

fn of_unit(db: &Reader, unit_id: Option<i64>) -> Result<Vec<Addressee>> {
    db.rows(
        "SELECT name, kind, value, value_key FROM (
             SELECT o.name AS name, r.kind AS kind, r.value AS value, r.value_key AS value_key, 0 AS place, r.rank AS rank, r.id AS id
             FROM reaches r JOIN organisations o ON o.id = r.organisation_id AND o.deleted_at IS NULL
             WHERE r.organisation_id = :id AND r.deleted_at IS NULL
             UNION ALL
             SELECT c.name, r.kind, r.value, r.value_key, CASE c.kind WHEN 'liaison' THEN 1 ELSE 2 END, r.rank, r.id
             FROM affiliations a
             JOIN contacts c ON c.id = a.contact_id AND c.deleted_at IS NULL
             JOIN reaches r ON r.contact_id = c.id AND r.deleted_at IS NULL
             WHERE a.organisation_id = :id AND a.ended_on = '' AND a.deleted_at IS NULL)
         ORDER BY place, rank, id
         LIMIT 40",
        named_params! {":id": unit_id},
        addressee,
    )
}

fn addressee(row: &crate::db::Row) -> rusqlite::Result<Addressee> {
    Ok(Addressee { name: row.get(0)?, kind: row.get(1)?, value: row.get(2)?, key: row.get(3)? })
}
