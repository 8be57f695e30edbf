//! Invitations to press events and the mails that follow them: reminders, changes, cancellations,
//! thanks. Warta writes them from the event, a person may change the words, and they leave as any
//! distribution does.

mod concern;
mod draft;
mod letter;
mod text;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock;
use crate::db::{Ctx, Reader, Writer};
use crate::distribution::{
    self, Audience, ChosenChannel, DistributionDetail, EventAudience, EventMail, Preflight,
    SendOrder, When,
};
use crate::error::{Code, Error, Result};
use crate::format::ics::{self, Method};
use crate::press_event::{EventState, PressEvent};

pub use concern::{EventMailCounts, GuestLeftOut, LeftOutReason, counts};
pub use draft::draft;
pub use letter::new_letter;
pub use text::{EventMailAsk, EventMailText, EventMailWords, words_of};

use concern::{Concerned, concerned};
use draft::Texts;

/// A mail to the guests of an event.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventMailOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// What the mail is.
    #[ts(optional = false)]
    pub mail: EventMail,
    /// Only these guests; none = everybody whom it concerns.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub guests: Vec<i64>,
    /// The subject, may hold merge fields; none = Warta's own.
    pub subject: Option<String>,
    /// The text above the event's own lines, may hold merge fields; none = Warta's own.
    pub text: Option<String>,
    /// The same for those who read the other language. Where it is none and subject or text are
    /// given, everybody reads those.
    pub other: Option<EventMailWords>,
    /// A text that was written and, where the office asks for it, approved before: a release of this
    /// event. What is said of subject and text is not looked at then.
    pub release_id: Option<i64>,
    /// When it leaves; at once where nothing is said.
    #[serde(flatten)]
    #[ts(flatten)]
    pub when: When,
    /// The account that it goes out with; none = that of the event's last mail, else the usual one.
    pub account_id: Option<i64>,
    /// People whose channel the sender chose.
    #[ts(optional, as = "Option<Vec<ChosenChannel>>")]
    pub channels: Vec<ChosenChannel>,
    /// Of those who got another message lately, who is invited all the same.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub keep: Vec<i64>,
    /// All of these are.
    #[ts(optional, as = "Option<bool>")]
    pub keep_recent: bool,
    /// How many the person saw when they confirmed, by mail and by hand together; another number now
    /// is a conflict. None = no matter how many.
    pub expected_recipients: Option<i64>,
}

/// What a person sees before they confirm.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventMailPreflight {
    /// Who gets it and how, as of any distribution.
    pub preflight: Preflight,
    /// Guests whom it does not concern, and why.
    pub left_out: Vec<GuestLeftOut>,
    /// The calendar object that goes along; empty = none.
    pub calendar: String,
    /// The language of subject and text, `id` or `en`.
    pub language: String,
    /// The subject, before anybody's values are put in.
    pub subject: String,
    /// The text above the event's own lines, before anybody's values are put in.
    pub text: String,
    /// The same in the other language, where somebody reads it.
    #[ts(optional)]
    pub other: Option<EventMailText>,
}

/// What is sent: whom it concerns, in which words, with which calendar.
struct Prepared {
    audience: Audience,
    left_out: Vec<GuestLeftOut>,
}

/// Reads an order as it is now. `texts` says where the words come from.
fn prepare(db: &Reader, ctx: &Ctx, order: &EventMailOrder, texts: Texts) -> Result<Prepared> {
    let event: PressEvent = db.get(order.event_id)?;
    let mail = order.mail;
    refuse(&event, mail, ctx)?;
    let Concerned { guests, left_out } = concerned(db, &event, mail, &order.guests)?;
    let calendar = calendar(&event, mail, ctx)?;
    let audience = Audience {
        release_id: texts.release.id,
        // A reminder comes soon after the invitation, and so it should.
        guard_days: (mail != EventMail::Invitation).then_some(0),
        keep: order.keep.clone(),
        keep_recent: order.keep_recent,
        channels: order.channels.clone(),
        account_id: order.account_id,
        event: Some(EventAudience {
            event_id: event.id,
            mail,
            version: event.sequence + 1,
            calendar,
            guests,
            release: texts.release,
            other: texts.other,
            files: texts.files,
        }),
        ..Audience::default()
    };
    Ok(Prepared { audience, left_out })
}

/// What an event's own state has against a mail.
fn refuse(event: &PressEvent, mail: EventMail, ctx: &Ctx) -> Result<()> {
    let refused = |key| Err(Error::new(Code::Conflict, key).arg("title", &event.title));
    let passed = |at: &str| clock::from_text(at).is_some_and(|at| at <= ctx.now);
    match mail {
        EventMail::Cancellation => Ok(()),
        _ if event.state == EventState::Cancelled => refused("event-is-cancelled"),
        EventMail::Thanks | EventMail::Missed if !passed(&event.begins_at) => {
            refused("event-not-begun")
        }
        EventMail::Thanks | EventMail::Missed => Ok(()),
        EventMail::Invitation | EventMail::Reminder | EventMail::Update
            if passed(&event.ends_at) =>
        {
            refused("event-mail-over")
        }
        EventMail::Invitation | EventMail::Reminder | EventMail::Update => Ok(()),
    }
}

/// The iCalendar object that goes along, without organizer and attendee; empty = none.
fn calendar(event: &PressEvent, mail: EventMail, ctx: &Ctx) -> Result<String> {
    let method = match mail {
        EventMail::Invitation | EventMail::Reminder | EventMail::Update => Method::Request,
        EventMail::Cancellation => Method::Cancel,
        EventMail::Thanks | EventMail::Missed => return Ok(String::new()),
    };
    Ok(ics::write(method, "", &[event.entry(ctx.now)?]))
}

/// The event as a calendar file, for whoever wants to put it into theirs.
pub fn event_ics(db: &Reader, ctx: &Ctx, event_id: i64) -> Result<String> {
    let event: PressEvent = db.get(event_id)?;
    Ok(ics::write(Method::Publish, "", &[event.entry(ctx.now)?]))
}

/// Says who would get a mail, and which, without changing anything.
pub fn check(db: &Reader, ctx: &Ctx, order: EventMailOrder) -> Result<EventMailPreflight> {
    let texts = Texts::of(db, &order)?;
    let prepared = prepare(db, ctx, &order, texts)?;
    let event = prepared.audience.event.clone();
    let preflight = distribution::preflight(db, ctx, prepared.audience)?;
    let event = event.ok_or_else(|| Error::internal("a mail about an event has its audience"))?;
    Ok(EventMailPreflight {
        preflight,
        left_out: prepared.left_out,
        calendar: event.calendar,
        other: event.other.map(EventMailText::of),
        language: event.release.language,
        subject: event.release.covering_subject,
        text: event.release.covering_text,
    })
}

/// Sends a mail to the guests of an event, by the same queue as releases.
pub fn send(db: &Writer, ctx: &Ctx, order: EventMailOrder) -> Result<DistributionDetail> {
    let texts = Texts::of(db, &order)?.stored(db, ctx, &order)?;
    let prepared = prepare(db, ctx, &order, texts)?;
    let send = SendOrder {
        audience: prepared.audience,
        when: order.when.clone(),
        list_unsubscribe: false,
        expected_recipients: order.expected_recipients,
    };
    let detail = distribution::queue(db, ctx, send)?;
    db.announce("event_guests");
    Ok(detail)
}

/// The other language of two.
fn other_than(language: &str) -> &'static str {
    if language == "en" { "id" } else { "en" }
}

/// Whether some guest of an event reads this language.
fn somebody_reads(db: &Reader, event_id: i64, language: &str) -> Result<bool> {
    let readers = db.number(
        "SELECT EXISTS (SELECT 1
                        FROM event_guests g
                        JOIN contacts c ON c.id = g.contact_id AND c.deleted_at IS NULL
                        WHERE g.event_id = :event AND g.deleted_at IS NULL AND c.language = :language)",
        named_params! {":event": event_id, ":language": language},
    )?;
    Ok(readers == 1)
}
