//! Mail about an enquiry: the request to the unit and the answer to whoever asked, sent through the
//! account like a reply. The send itself makes the entry in the enquiry's log.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reply::send_draft;
use crate::enquiry::{self, AnswerOrder, Enquiry, EnquiryChannel, EnquiryDetail, StepOrder};
use crate::error::{Code, Error, Result};
use crate::job::Job;
use crate::response::reply::{self, Letter};
use crate::response::{Handled, Response, set_handled};

/// To whom a mail about an enquiry goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MailPurpose {
    /// The request or reminder to the government unit.
    #[default]
    Unit,
    /// The answer to whoever asked.
    Answer,
}

/// A mail about an enquiry.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EnquirySend {
    /// The enquiry.
    #[ts(optional = false)]
    pub id: i64,
    /// To whom.
    #[ts(optional = false)]
    pub purpose: MailPurpose,
    /// The address; none = the first that is known.
    pub to: Option<String>,
    /// The subject; none = the prepared one.
    pub subject: Option<String>,
    /// The text; none = the prepared request, or the answer or cleared statement.
    pub text: Option<String>,
    /// When to remind the unit, as in [`StepOrder`].
    pub remind_on: Option<String>,
}

/// Sends it and logs it. The answer to an enquiry that came by mail is a reply to that mail.
pub fn send_enquiry_mail(job: &Job, order: EnquirySend) -> Result<EnquiryDetail> {
    let db = &job.workspace.db;
    let (enquiry, texts) = db.read(|db| {
        let enquiry: Enquiry = db.get(order.id)?;
        Ok((enquiry, enquiry::prepared(db, &job.ctx, order.id)?))
    })?;
    if !enquiry.closed_at.is_empty() {
        return Err(
            Error::new(Code::Conflict, "enquiry-is-closed").arg("subject", &enquiry.subject)
        );
    }
    let is_answer = order.purpose == MailPurpose::Answer;
    let said = order.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let text = match (said, is_answer) {
        (Some(text), _) => text.to_owned(),
        (None, false) => texts.mail.clone(),
        (None, true) if !enquiry.statement.is_empty() => enquiry.statement.clone(),
        (None, true) => return Err(Error::invalid("text", "enquiry-answer-empty")),
    };
    if !is_answer && enquiry.unit_id.is_none() {
        return Err(Error::invalid("unit", "enquiry-unit-missing"));
    }
    let mail: Option<Response> = match enquiry.response_id.filter(|_| is_answer) {
        Some(id) => db.read(|db| db.find(id))?,
        None => None,
    };
    let wanted = order.to.as_deref().map(|to| to.trim().to_lowercase());
    let mail = mail.filter(|mail| {
        !mail.from_address.is_empty()
            && wanted.as_ref().is_none_or(|wanted| *wanted == mail.from_address)
    });
    let known = if is_answer { &texts.asker } else { &texts.unit };
    let to = known
        .iter()
        .filter(|one| one.kind == "email")
        .find(|one| wanted.as_ref().is_none_or(|wanted| *wanted == one.key));
    let address = wanted.clone().or_else(|| to.map(|one| one.key.clone()));
    let shown = db.write(&job.ctx, "reply_save", false, |db| match &mail {
        Some(mail) => reply::put_answer(db, mail.id, &text),
        None => {
            let to_address =
                address.clone().ok_or_else(|| Error::new(Code::Invalid, "enquiry-mail-nobody"))?;
            let usual = if is_answer { &texts.answer_subject } else { &texts.subject };
            reply::put_letter(
                db,
                Letter {
                    enquiry_id: enquiry.id,
                    purpose: if is_answer { "answer" } else { "unit" }.to_owned(),
                    to_address,
                    to_name: to.map(|one| one.name.clone()).unwrap_or_default(),
                    subject: order.subject.clone().unwrap_or_else(|| usual.clone()),
                    body: text.clone(),
                },
            )
        }
    })?;
    let response = mail.clone().unwrap_or_default();
    send_draft(job, shown, &response, &|db, ctx| {
        if is_answer {
            if mail.is_some() {
                set_handled(db, ctx, Handled { response_id: response.id, handled: true })?;
            }
            let answer = AnswerOrder {
                id: enquiry.id,
                text: Some(text.clone()),
                channel: Some(EnquiryChannel::Mail),
                ..AnswerOrder::default()
            };
            enquiry::answer(db, ctx, answer)?;
        } else {
            let step = StepOrder {
                id: enquiry.id,
                channel: Some(EnquiryChannel::Mail),
                text: Some(text.clone()),
                remind_on: order.remind_on.clone(),
                ..StepOrder::default()
            };
            enquiry::ask_unit(db, ctx, step)?;
        }
        Ok(())
    })?;
    db.read(|db| enquiry::show(db, &job.ctx, enquiry.id))
}
