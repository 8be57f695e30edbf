//! The contact history as one stream: every mail, response, call, chat, meeting, follow-up and
//! change, of one contact or of an organisation's people together.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};

/// Whose stream, and which part of it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StreamFilter {
    /// Of this contact.
    pub contact_id: Option<i64>,
    /// Of everybody who is at this organisation, and of those who were while they were.
    pub organisation_id: Option<i64>,
    /// Only `interaction`, `follow_up`, `quote`, `post`, `coverage` or `change`.
    pub source: Option<String>,
    /// The `key` of the last item of the page before.
    pub before: Option<String>,
    /// Most items; none = 50.
    pub limit: Option<i64>,
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StreamItem {
    /// Its place in the stream.
    pub key: String,
    /// When, UTC.
    pub at: String,
    /// `interaction`, `follow_up`, `quote`, `post` (of a programme) or `change`.
    pub source: String,
    /// The interaction, the follow-up, the quote, the post or the action.
    pub id: i64,
    /// The interaction's kind, the follow-up's kind, the post's platform, or the action's command.
    pub kind: String,
    /// `in` or `out`; for a follow-up `open` or `done`.
    pub direction: String,
    /// One line.
    pub text: String,
    /// The rest.
    pub body: String,
    /// Who of the office.
    pub actor: String,
    /// With whom.
    pub contact_id: i64,
    /// The person's name.
    pub name: String,
    /// The release it was about; 0 = none.
    pub release_id: i64,
    /// The response it came from; 0 = none.
    pub response_id: i64,
    /// The enquiry it belongs to; 0 = none.
    pub enquiry_id: i64,
    /// For a follow-up: until when.
    pub due_on: String,
}

/// One page of a stream.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StreamPage {
    /// The newest first.
    pub items: Vec<StreamItem>,
    /// Whether there is more.
    pub more: bool,
}

/// People of the organisation, with the span in which what happened with them belongs to it.
const PEOPLE: &str = "SELECT a.contact_id AS id, a.started_on AS since, CASE WHEN a.ended_on = '' THEN '9999' ELSE a.ended_on || 'T99' END AS until
    FROM affiliations a WHERE a.organisation_id = :whose AND a.deleted_at IS NULL";
const PERSON: &str = "SELECT :whose AS id, '' AS since, '9999' AS until";

/// What went to the newsroom itself, told from its deliveries …
const NEWSROOM_SENT: &str = "
    SELECT substr(CASE WHEN d.marked_at <> '' THEN d.marked_at ELSE d.changed_at END, 1, 19) || printf('n%012d', d.id),
           CASE WHEN d.marked_at <> '' THEN d.marked_at ELSE d.changed_at END, 'interaction', d.id,
           CASE WHEN d.state = 'refused' THEN 'release_refused' ELSE 'release_sent' END, 'out', r.headline,
           CASE WHEN d.state = 'refused' THEN d.reply_text ELSE '' END, s.actor, 0, s.release_id, 0, '', 0
    FROM deliveries d
    JOIN distributions s ON s.id = d.distribution_id
    JOIN releases r ON r.id = s.release_id
    WHERE d.organisation_id = :whose AND d.state IN ('accepted', 'bounced', 'refused')";
/// … and what came back from there.
const NEWSROOM_ANSWERED: &str = "
    SELECT substr(p.received_at, 1, 19) || printf('r%012d', p.id), p.received_at, 'interaction', p.id, 'response_' || p.kind, 'in',
           CASE WHEN p.new_text = '' THEN p.subject ELSE substr(p.new_text, 1, 160) END, p.new_text, '', 0, p.release_id, p.id, '', 0
    FROM responses p
    JOIN deliveries d ON d.id = p.delivery_id AND d.organisation_id = :whose
    WHERE p.contact_id IS NULL AND p.deleted_at IS NULL";

/// What was asked in its name by somebody who is none of its people, or whom nobody knows yet.
const NEWSROOM_ASKED: &str = "
    SELECT substr(e.asked_at, 1, 19) || printf('e%012d', e.id), e.asked_at, 'interaction', e.id, 'enquiry_asked', 'in',
           e.subject, e.question, '', COALESCE(e.contact_id, 0), COALESCE(e.release_id, 0), 0, '', e.id
    FROM enquiries e
    WHERE e.outlet_id = :whose AND e.deleted_at IS NULL
      AND (e.contact_id IS NULL OR e.contact_id NOT IN (SELECT p.id FROM people p))";

/// What it published that is by somebody else, or by nobody who is named.
const NEWSROOM_PUBLISHED: &str = "
    SELECT v.published_on || 'T12:00:00' || printf('v%012d', v.id), v.published_on || 'T12:00:00.000Z', 'coverage', v.id, v.kind, '',
           v.title, '', '', COALESCE(v.contact_id, 0), COALESCE(v.release_id, 0), 0, '', COALESCE(v.enquiry_id, 0)
    FROM coverage v
    WHERE v.outlet_id = :whose AND v.deleted_at IS NULL
      AND (v.contact_id IS NULL OR v.contact_id NOT IN (SELECT p.id FROM people p))";

/// One page of the stream. The date of a mail knows no fractions of a second: within a second the
/// later row is the later event.
pub fn list(db: &Reader, _ctx: &Ctx, filter: StreamFilter) -> Result<StreamPage> {
    let (people, whose, changes_table) = match (filter.contact_id, filter.organisation_id) {
        (Some(id), None) => (PERSON, id, "contacts"),
        (None, Some(id)) => (PEOPLE, id, "organisations"),
        _ => return Err(Error::invalid("contact_id", "owner-not-one")),
    };
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(50).min(500);
    let one_more = limit + 1;
    let before = filter.before.unwrap_or_else(|| "~".to_owned());
    let mut parts = Vec::new();
    let wants = |source: &str| filter.source.as_deref().is_none_or(|only| only == source);
    if wants("interaction") {
        parts.push(
            "SELECT substr(i.at, 1, 19) || printf('i%012d', i.id) AS key, i.at AS at, 'interaction' AS source, i.id AS id, i.kind AS kind, i.direction AS direction,
                    i.summary AS text, i.body AS body, i.actor AS actor, i.contact_id AS contact_id, i.release_id AS release_id, i.response_id AS response_id, '' AS due_on, i.enquiry_id AS enquiry_id
             FROM people p JOIN interactions i ON i.contact_id = p.id AND i.at >= p.since AND i.at <= p.until
             WHERE i.deleted_at IS NULL",
        );
    }
    if wants("interaction") && changes_table == "organisations" {
        parts.push(NEWSROOM_SENT);
        parts.push(NEWSROOM_ANSWERED);
        parts.push(NEWSROOM_ASKED);
    }
    if wants("follow_up") {
        parts.push(
            "SELECT substr(CASE WHEN f.done_at = '' THEN f.created_at ELSE f.done_at END, 1, 19) || printf('f%012d', f.id),
                    CASE WHEN f.done_at = '' THEN f.created_at ELSE f.done_at END, 'follow_up', f.id, f.kind, CASE WHEN f.done_at = '' THEN 'open' ELSE 'done' END,
                    f.what, '', COALESCE(NULLIF(f.done_by, ''), (SELECT s.name FROM staff s WHERE s.id = f.staff_id), ''), f.contact_id, 0, 0, f.due_on, 0
             FROM people p JOIN follow_ups f ON f.contact_id = p.id AND f.created_at >= p.since AND f.created_at <= p.until
             WHERE f.deleted_at IS NULL",
        );
    }
    if wants("quote") {
        parts.push(
            "SELECT q.quoted_on || 'T12:00:00' || printf('q%012d', q.id), q.quoted_on || 'T12:00:00.000Z', 'quote', q.id, 'quote', '',
                    trim(q.topic || ' ' || COALESCE((SELECT o.name FROM organisations o WHERE o.id = q.organisation_id AND o.deleted_at IS NULL), q.place)),
                    q.words, '', q.contact_id, COALESCE(q.release_id, 0), 0, '', 0
             FROM people p JOIN quotes q ON q.contact_id = p.id AND q.quoted_on >= p.since AND q.quoted_on <= p.until
             WHERE q.deleted_at IS NULL",
        );
    }
    if wants("post") {
        parts.push(
            "SELECT m.posted_on || 'T12:00:00' || printf('p%012d', m.id), m.posted_on || 'T12:00:00.000Z', 'post', m.id, m.platform, '',
                    g.name || CASE WHEN m.theme = '' THEN '' ELSE ': ' || m.theme END, m.url, '', m.contact_id, 0, 0, '', 0
             FROM people p JOIN programme_posts m ON m.contact_id = p.id AND m.posted_on >= p.since AND m.posted_on <= p.until
             JOIN programmes g ON g.id = m.programme_id AND g.deleted_at IS NULL
             WHERE m.deleted_at IS NULL",
        );
    }
    if wants("coverage") {
        parts.push(
            "SELECT v.published_on || 'T12:00:00' || printf('v%012d', v.id), v.published_on || 'T12:00:00.000Z', 'coverage', v.id, v.kind, '',
                    v.title, COALESCE((SELECT o.name FROM organisations o WHERE o.id = v.outlet_id), ''), '', COALESCE(v.contact_id, 0), COALESCE(v.release_id, 0), 0, '', COALESCE(v.enquiry_id, 0)
             FROM people p JOIN coverage v ON v.contact_id = p.id AND v.published_on >= p.since AND v.published_on <= p.until
             WHERE v.deleted_at IS NULL",
        );
        if changes_table == "organisations" {
            parts.push(NEWSROOM_PUBLISHED);
        }
    }
    if wants("change") {
        parts.push(
            "SELECT substr(a.at, 1, 19) || printf('c%012d', a.id), a.at, 'change', a.id, a.command, '', '', '', a.actor, CASE WHEN :table = 'contacts' THEN :whose ELSE 0 END, 0, 0, '', 0
             FROM (SELECT c.action_id FROM changes c WHERE c.table_name = :table AND c.row_id = :whose AND c.scope <> 'import'
                   UNION
                   SELECT c.action_id FROM owned o JOIN changes c ON c.table_name = o.name AND c.row_id = o.id AND c.scope <> 'import') x
             JOIN actions a ON a.id = x.action_id
             WHERE a.command NOT IN ('interaction_log', 'follow_up_save', 'follow_up_done', 'quote_save', 'post_log', 'enquiry_save', 'coverage_add')",
        );
    }
    let column = if changes_table == "contacts" { "contact_id" } else { "organisation_id" };
    let owned = ["affiliations", "reaches", "labels"]
        .map(|table| format!("SELECT '{table}' AS name, id FROM {table} WHERE {column} = :whose"))
        .join(" UNION ALL ");
    let sql = format!(
        "WITH people AS ({people}), owned AS ({owned}),
              s (key, at, source, id, kind, direction, text, body, actor, contact_id, release_id, response_id, due_on, enquiry_id) AS ({})
         SELECT s.*, COALESCE((SELECT c.name FROM contacts c WHERE c.id = s.contact_id), '')
         FROM s
         WHERE s.key < :before AND :table = :table AND :whose = :whose
         ORDER BY s.key DESC
         LIMIT :limit",
        parts.join(" UNION ALL ")
    );
    if parts.is_empty() {
        return Err(Error::invalid("source", "error-wrong-value").arg("field", "source"));
    }
    let mut items = db.rows(
        &sql,
        named_params! {":whose": whose, ":table": changes_table, ":before": before, ":limit": one_more},
        |row| {
            Ok(StreamItem {
                key: row.get(0)?,
                at: row.get(1)?,
                source: row.get(2)?,
                id: row.get(3)?,
                kind: row.get(4)?,
                direction: row.get(5)?,
                text: row.get(6)?,
                body: row.get(7)?,
                actor: row.get(8)?,
                contact_id: row.get(9)?,
                release_id: row.get(10)?,
                response_id: row.get(11)?,
                due_on: row.get(12)?,
                enquiry_id: row.get(13)?,
                name: row.get(14)?,
            })
        },
    )?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = items.len() > wanted;
    items.truncate(wanted);
    Ok(StreamPage { items, more })
}
