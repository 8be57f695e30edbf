//! Answers to invitations, each as it came: the newest one is the guest's, and what nobody can decide
//! by itself waits for a person.

use crate::db::Writer;
use crate::error::Result;
use crate::{choice, record};

choice! {
    /// What became of an answer.
    AnswerState {
        /// It stands with the guest.
        Applied = "applied",
        /// A person must look at it.
        Open = "open",
        /// A newer one counts.
        Older = "older",
        /// A person decided against it.
        SetAside = "set_aside",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for AnswerState {
    fn default() -> Self {
        Self::Applied
    }
}

record! {
    /// One answer of one guest, or of somebody whom no event knows yet.
    EventAnswer in "event_answers" {
        /// The event; 0 = not known.
        event_id: i64,
        /// The guest; 0 = not known.
        guest_id: i64,
        /// The mail that brought it; 0 = none.
        response_id: i64,
        /// `yes`, `no`, `maybe`; empty = it says neither.
        rsvp: String,
        /// How it came: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
        way: String,
        /// When it was given, UTC.
        at: String,
        /// Which version of the invitation it answers: SEQUENCE (RFC 5545) + 1; 0 = it does not say.
        told_version: i64,
        /// What they said beside it.
        comment: String,
        /// Another time that was asked for, ISO text with its zone; empty = none.
        proposed_at: String,
        /// Who comes instead, by name; empty = nobody.
        deputy: String,
        /// For which outlet the deputy comes.
        deputy_outlet: String,
        /// What became of it.
        state: AnswerState,
        /// Why a person must look at it: key of a sentence.
        reason: String,
        /// Who wrote it down; empty = the mailbox did.
        actor: String,
    }
}

/// An answer as a mail or a person gives it.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The UID (RFC 5545) that a calendar's answer names.
    pub event_uid: Option<String>,
    /// The delivery that it answers.
    pub delivery_id: Option<i64>,
    /// The contact who answers.
    pub contact_id: Option<i64>,
    /// The address of whoever answers; may be empty.
    pub address: String,
    /// Their name as the answer tells it; may be empty.
    pub name: String,
    /// `yes`, `no`, `maybe`; empty = it says neither.
    pub rsvp: String,
    /// How it came.
    pub way: &'static str,
    /// When it was given, UTC.
    pub at: String,
    /// Which version of the invitation it answers: SEQUENCE + 1; 0 = it does not say.
    pub told_version: i64,
    /// What they said beside it.
    pub comment: String,
    /// Another time that was asked for.
    pub proposed_at: String,
    /// Who comes instead.
    pub deputy: String,
    /// For which outlet.
    pub deputy_outlet: String,
    /// The mail that brought it; 0 = none.
    pub response_id: i64,
}

/// What became of a given answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The answer as it is kept; 0 = it belongs to no event and was not kept.
    pub answer_id: i64,
    /// The event; 0 = not known.
    pub event_id: i64,
    /// The guest; 0 = not known.
    pub guest_id: i64,
    /// What became of it.
    pub state: AnswerState,
    /// Why a person must look at it: key of a sentence; empty = nobody must.
    pub reason: String,
}

/// Takes an answer for the guest who gave it, or keeps it for a person to look at.
pub fn take(_db: &Writer, _given: Given) -> Result<Taken> {
    Ok(Taken::default())
}
