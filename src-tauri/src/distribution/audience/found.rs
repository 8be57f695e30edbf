//! What a pre-flight finds: everybody who gets it and how, everybody who does not and why.

use serde::Serialize;
use ts_rs::TS;

use super::{Exclusion, Problem};
use crate::distribution::channel::{Channel, GroupRecipient};
use crate::distribution::guard::RecentContact;
use crate::distribution::newsroom::NewsroomRecipient;
use crate::distribution::schedule::PlannedWave;
use crate::release::letter::Values;
use crate::release::mail_form::MailForm;

/// Somebody who gets the mail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Recipient {
    /// The contact; 0 = a guest whom the media list does not know.
    pub contact_id: i64,
    /// The guest of the event that the mail is about; 0 = it is about none.
    pub guest_id: i64,
    /// Name.
    pub name: String,
    /// The first address that works.
    pub email: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// Whether no greeting for letters is known.
    pub salutation_missing: bool,
    /// Away until this day, empty when nobody knows; none = not away.
    #[ts(optional)]
    pub away_until: Option<String>,
    /// Takes nothing under embargo.
    pub no_embargo: bool,
    /// The wave, from 0.
    pub wave: i64,
    /// Which form of the mail: one of [`crate::contact::MAIL_FORMS`]; empty = everything.
    pub form: String,
    /// The language of the text that they get, `id` or `en`.
    pub language: String,
    #[serde(skip)]
    #[ts(skip)]
    pub(in crate::distribution) values: Values,
}

/// Somebody who is called or written to by chat.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ByHandRecipient {
    /// The contact; 0 = a guest whom the media list does not know.
    pub contact_id: i64,
    /// The guest of the event that it is about; 0 = it is about none.
    pub guest_id: i64,
    /// Name.
    pub name: String,
    /// The number, E.164; empty = it is handed over.
    pub phone: String,
    /// Where they work, or empty.
    pub outlet: String,
    /// `whatsapp`, `call` or `in_person`.
    pub channel_hint: String,
    /// `whatsapp` or `by_hand`.
    pub channel: Channel,
    /// Takes nothing under embargo.
    pub no_embargo: bool,
    /// The wave, from 0.
    pub wave: i64,
    /// The language of the text that they get, `id` or `en`.
    pub language: String,
    /// The language that they read, `id` or `en`.
    #[serde(skip)]
    #[ts(skip)]
    pub(in crate::distribution) reads: String,
    #[serde(skip)]
    #[ts(skip)]
    pub(in crate::distribution) values: Values,
}

/// Somebody who gets no mail, and why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Excluded {
    /// The contact; 0 = a newsroom, a chat group or a guest whom the media list does not know.
    pub contact_id: i64,
    /// The guest of the event that it is about; 0 = it is about none.
    pub guest_id: i64,
    /// The organisation whose newsroom it is.
    #[ts(optional)]
    pub organisation_id: Option<i64>,
    /// The chat group that it is.
    #[ts(optional)]
    pub group_chat_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Why.
    pub reason: Exclusion,
    /// Whether they are in the by-hand queue instead.
    pub by_hand: bool,
    /// For somebody left out of a list: why, in the office's words; the list that was taken away;
    /// who wrote when. Else empty.
    pub note: String,
}

/// The account that would send.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountBrief {
    /// Its id.
    pub id: i64,
    /// What the office calls it.
    pub name: String,
    /// Sender's name.
    pub from_name: String,
    /// Sender's address.
    pub from_address: String,
}

/// How many get another form of the mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FormCount {
    /// The form.
    pub form: MailForm,
    /// How many people.
    pub people: i64,
    /// Bytes of one message.
    pub size_bytes: i64,
}

/// How many get the text in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LanguageCount {
    /// `id` or `en`.
    pub language: String,
    /// How many recipients, by whatever channel.
    pub people: i64,
}

/// What a person sees before they confirm.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Preflight {
    /// How many get a file or a link of their own with the mail.
    pub enclosed: i64,
    /// Who gets the mail.
    pub recipients: Vec<Recipient>,
    /// Who is called or written to.
    pub by_hand: Vec<ByHandRecipient>,
    /// The chat groups that get it.
    pub groups: Vec<GroupRecipient>,
    /// Newsrooms that get the mail at their own addresses.
    pub newsrooms: Vec<NewsroomRecipient>,
    /// Who gets no mail, and why.
    pub excluded: Vec<Excluded>,
    /// What to know before sending.
    pub problems: Vec<Problem>,
    /// Bytes of one message.
    pub size_bytes: i64,
    /// The other forms of the mail that somebody gets.
    pub forms: Vec<FormCount>,
    /// How many get which language; empty where the release is in one.
    pub languages: Vec<LanguageCount>,
    /// The sender as recipients see it.
    pub from: String,
    /// The subject as the first recipient sees it.
    pub subject: String,
    /// How long the sending takes under the account's limits.
    pub minutes_estimate: i64,
    /// The account; none = the outbox folder.
    #[ts(optional)]
    pub account: Option<AccountBrief>,
    /// The waves in order; one where none were asked for.
    pub waves: Vec<PlannedWave>,
    /// Who got a message lately, left out or kept.
    pub recent: Vec<RecentContact>,
    /// The days that were looked back; 0 = the guard is off.
    pub guard_days: i64,
    /// The embargo's end, UTC; empty = none.
    pub embargo_at: String,
    /// The embargo as it stands in subject and text; empty = none.
    pub embargo_line: String,
}
