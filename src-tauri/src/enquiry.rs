//! Enquiries: what a journalist wants confirmed, told or given, until when, which government unit
//! must supply the answer, what was cleared to be said and what was answered.

mod answer;
mod asking;
mod list;
mod prepared;
mod step;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::{self, Contact, ContactPatch};
use crate::db::{Ctx, Patch, Reader, Searchable, Writer};
use crate::distribution::Instant;
use crate::error::{Error, Result};
use crate::interaction::Interaction;
use crate::reach::{self, ReachEdit};
use crate::release::Release;
use crate::staff::{self, Staff};
use crate::{affiliation, choice, clock, field, office, organisation, record};

pub use answer::{
    AnswerOrder, AssignOrder, ClearOrder, CloseOrder, answer, assign, clear, close, reopen,
};
pub(crate) use asking::without_reply_marks;
pub use asking::{EnquiryMail, NewAsker, from_response};
pub(crate) use list::minutes;
pub use list::{EnquiryFilter, EnquiryPage, EnquiryRow, list, rows_where};
pub use prepared::{Addressee, PreparedTexts, prepared};
pub use step::{
    EnquiryStep, EnquiryStepKind, StepOrder, StepRow, ask_unit, delete_step, unit_answered,
};

choice! {
    /// What is asked for.
    EnquiryKind {
        /// Permintaan konfirmasi: is it so?
        Confirmation = "confirmation",
        /// An interview.
        Interview = "interview",
        /// Figures, documents, photos.
        Data = "data",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EnquiryKind {
    fn default() -> Self {
        Self::Confirmation
    }
}

choice! {
    /// On which way something was said.
    EnquiryChannel {
        /// By mail.
        Mail = "mail",
        /// On the phone.
        Phone = "phone",
        /// By WhatsApp.
        WhatsApp = "whatsapp",
        /// Face to face.
        InPerson = "in_person",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EnquiryChannel {
    fn default() -> Self {
        Self::Phone
    }
}

choice! {
    /// How far an enquiry is.
    EnquiryState {
        /// Nobody has taken it up.
        New = "new",
        /// Somebody is at it.
        InWork = "in_work",
        /// The unit was asked and has not answered.
        Waiting = "waiting",
        /// The journalist has the answer.
        Answered = "answered",
        /// Nothing more is to be done.
        Closed = "closed",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for EnquiryState {
    fn default() -> Self {
        Self::New
    }
}

impl EnquiryState {
    /// Whether the journalist still waits.
    pub fn is_open(self) -> bool {
        matches!(self, Self::New | Self::InWork | Self::Waiting)
    }
}

record! {
    /// One enquiry.
    Enquiry in "enquiries" {
        /// What is asked for.
        kind: EnquiryKind,
        /// What it is about, one line.
        subject: String,
        /// What was asked.
        question: String,
        /// Who asks; none = [`Enquiry::asker`].
        contact_id: Option<i64>,
        /// Who asks, by name, while they are no contact.
        asker: String,
        /// For which outlet.
        outlet_id: Option<i64>,
        /// How they asked.
        channel: EnquiryChannel,
        /// When, UTC.
        asked_at: String,
        /// Until when, UTC; empty = nothing was said.
        due_at: String,
        /// The zone in which the deadline was named, by its IANA name.
        due_zone: String,
        /// Who of the staff sees to it.
        staff_id: Option<i64>,
        /// The government unit that must supply the answer.
        unit_id: Option<i64>,
        /// The release it is about.
        release_id: Option<i64>,
        /// The press event at which it was asked, or which it is about; 0 = none.
        event_id: i64,
        /// The mail it came in.
        response_id: Option<i64>,
        /// The day on which to remind the unit, `YYYY-MM-DD` or empty.
        remind_on: String,
        /// For the staff alone.
        notes: String,
        /// Follows from the rest.
        state: EnquiryState,
        /// What may be said.
        statement: String,
        /// Who cleared it; empty = nobody yet.
        cleared_by: String,
        /// When, UTC.
        cleared_at: String,
        /// What was answered.
        answer: String,
        /// How, one of [`EnquiryChannel`]; empty = not yet.
        answer_channel: String,
        /// When, UTC; empty = not yet.
        answered_at: String,
        /// Who of the office answered.
        answered_by: String,
        /// When it was closed, UTC; empty = it is not.
        closed_at: String,
        /// Who closed it.
        closed_by: String,
        /// One of [`CLOSE_REASONS`].
        close_reason: String,
        /// What there is to say about that.
        close_note: String,
    }
}

/// Why an enquiry is closed: it is done; the journalist took it back; the office does not answer;
/// somebody else answers; it is too late.
pub const CLOSE_REASONS: &[&str] = &["done", "withdrawn", "declined", "passed_on", "too_late"];

/// Columns that a save may write.
const BY_SAVE: [&str; 14] = [
    "kind",
    "subject",
    "question",
    "contact_id",
    "asker",
    "outlet_id",
    "channel",
    "asked_at",
    "staff_id",
    "unit_id",
    "release_id",
    "event_id",
    "remind_on",
    "notes",
];
/// Letters of a subject that is taken from the question.
const SUBJECT_LETTERS: usize = 90;

/// How enquiries are found.
pub static SEARCH: Searchable = Searchable {
    table: "enquiries",
    index: "enquiry_search",
    columns: &["subject", "question", "about"],
    document: "SELECT e.subject, e.question,
                      COALESCE(c.name, '') || ' ' || e.asker || ' ' || COALESCE(o.name, '') || ' ' || COALESCE(u.name, '') || ' ' || e.statement || ' ' || e.answer || ' ' || e.notes
               FROM enquiries e
               LEFT JOIN contacts c ON c.id = e.contact_id
               LEFT JOIN organisations o ON o.id = e.outlet_id
               LEFT JOIN organisations u ON u.id = e.unit_id
               WHERE e.id = :id AND e.deleted_at IS NULL",
    parts: &[
        ("contacts", "SELECT id FROM enquiries WHERE contact_id = :id"),
        (
            "organisations",
            "SELECT id FROM enquiries WHERE outlet_id = :id UNION SELECT id FROM enquiries WHERE unit_id = :id",
        ),
    ],
};

/// A save from the screen or the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EnquiryPatch {
    /// The record's fields; a new one needs a question or a subject.
    #[ts(optional = false)]
    pub patch: Patch,
    /// Who asks, when they are no contact yet: they become one.
    pub asker: Option<NewAsker>,
    /// The outlet by name; one that is not there yet is created; empty = none; none = as it was.
    pub outlet: Option<String>,
    /// The government unit by name, in the same way.
    pub unit: Option<String>,
    /// Until when, such as `2026-12-01 15:00 WITA`; empty = no deadline; none = as it was.
    pub due: Option<String>,
}

/// An enquiry with all that was done about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnquiryDetail {
    /// The record.
    pub enquiry: Enquiry,
    /// As lists show it.
    pub row: EnquiryRow,
    /// The release's headline, or empty.
    pub release: String,
    /// The subject of the mail it came in, or empty.
    pub response: String,
    /// The press event's name, or empty.
    pub event: String,
    /// What went between the office and the unit, the oldest first.
    pub steps: Vec<StepRow>,
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<EnquiryDetail> {
    let enquiry: Enquiry = db.get(id)?;
    let row = list::row(db, ctx, id)?;
    let release = match enquiry.release_id {
        Some(id) => db.find::<Release>(id)?.map(|release| release.headline),
        None => None,
    };
    let response: Option<String> = db.row(
        "SELECT p.subject FROM responses p WHERE p.id = :id AND p.deleted_at IS NULL",
        named_params! {":id": enquiry.response_id},
        |row| row.get(0),
    )?;
    let event: Option<String> = db.row(
        "SELECT p.title FROM press_events p WHERE p.id = :id AND p.deleted_at IS NULL",
        named_params! {":id": enquiry.event_id},
        |row| row.get(0),
    )?;
    Ok(EnquiryDetail {
        steps: step::of(db, id)?,
        release: release.unwrap_or_default(),
        response: response.unwrap_or_default(),
        event: event.unwrap_or_default(),
        enquiry,
        row,
    })
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: EnquiryPatch) -> Result<EnquiryDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Enquiry { asked_at: ctx.now_text(), ..Enquiry::default() },
    };
    save.patch.check_version(&stored)?;
    db.edit::<Enquiry>(&save.patch)?;
    if let Some(name) = save.patch.set.keys().find(|name| !BY_SAVE.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    let mut enquiry: Enquiry = save.patch.apply(&stored)?;
    if let Some(name) = &save.outlet {
        enquiry.outlet_id = named(db, name, "outlet")?;
    }
    if let Some(name) = &save.unit {
        enquiry.unit_id = named(db, name, "government_unit")?;
    }
    if let Some(due) = &save.due {
        set_due(db, &mut enquiry, due)?;
    }
    if let Some(asker) = &save.asker {
        asking::become_known(db, ctx, &mut enquiry, asker)?;
    }
    if enquiry.contact_id.is_some() && enquiry.contact_id != stored.contact_id {
        enquiry.asker.clear();
        if enquiry.outlet_id.is_none() {
            enquiry.outlet_id = asking::outlet_of(db, ctx, enquiry.contact_id)?;
        }
    }
    tidy(&mut enquiry);
    check(db, &enquiry)?;
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

fn named(db: &Writer, name: &str, kind: &str) -> Result<Option<i64>> {
    match name.trim() {
        "" => Ok(None),
        name => organisation::named_or_new(db, name, kind).map(Some),
    }
}

fn set_due(db: &Writer, enquiry: &mut Enquiry, due: &str) -> Result<()> {
    if due.trim().is_empty() {
        enquiry.due_at.clear();
        enquiry.due_zone.clear();
        return Ok(());
    }
    let due = Instant::read(due, office::zone(db)?, "due")?;
    enquiry.due_at = due.stored();
    due.zone.name().clone_into(&mut enquiry.due_zone);
    Ok(())
}

/// One line without double blanks; of a question its first sentence, not too long.
pub(crate) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SUBJECT_LETTERS {
        return line;
    }
    let cut: String = line.chars().take(SUBJECT_LETTERS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

fn tidy(enquiry: &mut Enquiry) {
    enquiry.question = enquiry.question.trim().to_owned();
    enquiry.asker = enquiry.asker.split_whitespace().collect::<Vec<_>>().join(" ");
    enquiry.subject = enquiry.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    if enquiry.subject.is_empty() {
        let first = enquiry.question.lines().find(|line| !line.trim().is_empty());
        enquiry.subject = one_line(first.unwrap_or_default());
    }
}

fn check(db: &Writer, enquiry: &Enquiry) -> Result<()> {
    if enquiry.subject.is_empty() {
        return Err(Error::invalid("question", "enquiry-question-missing"));
    }
    if clock::from_text(&enquiry.asked_at).is_none() {
        return Err(Error::invalid("asked_at", "error-wrong-value").arg("field", "asked_at"));
    }
    if !enquiry.remind_on.is_empty() {
        field::check_day("remind_on", &enquiry.remind_on)?;
    }
    if let Some(id) = enquiry.contact_id {
        db.get::<Contact>(id)?;
    }
    for id in [enquiry.outlet_id, enquiry.unit_id].into_iter().flatten() {
        db.get::<organisation::Organisation>(id)?;
    }
    if let Some(id) = enquiry.staff_id {
        db.get::<Staff>(id)?;
    }
    if let Some(id) = enquiry.release_id {
        db.get::<Release>(id)?;
    }
    field::check_event(db, enquiry.event_id)?;
    Ok(())
}

/// Stores it with the state that follows, and says it in the contact history.
fn store(db: &Writer, enquiry: &mut Enquiry) -> Result<()> {
    if enquiry.id == 0 {
        enquiry.state = state_of(db, enquiry)?;
        db.insert(enquiry)?;
    } else {
        enquiry.state = state_of(db, enquiry)?;
        db.update(enquiry)?;
    }
    tell_history(db, enquiry)
}

fn state_of(db: &Reader, enquiry: &Enquiry) -> Result<EnquiryState> {
    if !enquiry.closed_at.is_empty() {
        return Ok(EnquiryState::Closed);
    }
    if !enquiry.answered_at.is_empty() {
        return Ok(EnquiryState::Answered);
    }
    Ok(match step::last(db, enquiry.id)? {
        Some(EnquiryStepKind::Asked | EnquiryStepKind::Reminded) => EnquiryState::Waiting,
        Some(EnquiryStepKind::UnitAnswered) => EnquiryState::InWork,
        None if enquiry.staff_id.is_some() || !enquiry.statement.is_empty() => EnquiryState::InWork,
        None => EnquiryState::New,
    })
}

/// What the contact history says of an enquiry: that it was asked, and that it was answered.
fn tell_history(db: &Writer, enquiry: &Enquiry) -> Result<()> {
    let lines = [
        ("enquiry_asked", "in", &enquiry.asked_at, &enquiry.question, ""),
        (
            "enquiry_answered",
            "out",
            &enquiry.answered_at,
            &enquiry.answer,
            enquiry.answered_by.as_str(),
        ),
    ];
    for (kind, direction, at, body, actor) in lines {
        let there: Vec<Interaction> = db.all(
            "enquiry_id = :id AND kind = :kind",
            named_params! {":id": enquiry.id, ":kind": kind},
        )?;
        let stored = there.into_iter().next();
        let wanted = enquiry.contact_id.filter(|_| !at.is_empty());
        let Some(contact_id) = wanted else {
            if let Some(gone) = stored {
                db.delete::<Interaction>(gone.id)?;
            }
            continue;
        };
        let mut line = Interaction {
            contact_id,
            kind: kind.to_owned(),
            direction: direction.to_owned(),
            at: at.clone(),
            summary: enquiry.subject.clone(),
            body: body.clone(),
            actor: actor.to_owned(),
            release_id: enquiry.release_id.unwrap_or(0),
            enquiry_id: enquiry.id,
            ..stored.clone().unwrap_or_default()
        };
        if stored.is_some() {
            db.update(&mut line)?;
        } else {
            db.insert(&mut line)?;
        }
    }
    Ok(())
}

/// Puts enquiries into the bin, with what the contact history says of them; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        if !db.delete::<Enquiry>(id)? {
            continue;
        }
        deleted += 1;
        let told: Vec<Interaction> = db.all("enquiry_id = :id", named_params! {":id": id})?;
        for line in told {
            db.delete::<Interaction>(line.id)?;
        }
    }
    Ok(deleted)
}

/// After an enquiry came out of the bin: the contact history tells of it again.
pub(crate) fn told_again(db: &Writer, id: i64) -> Result<()> {
    tell_history(db, &db.get(id)?)
}
