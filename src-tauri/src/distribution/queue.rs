//! Freezes an audience and the texts, and puts one delivery for each recipient into the queue,
//! all in one transaction.

use std::collections::BTreeMap;

use rand::Rng;
use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::again::note_version;
use super::audience::{
    ByHandRecipient, Excluded, Plan, Recipient, Sorted, Taker, sender, sort, waves_of,
};
use super::channel::GroupRecipient;
use super::chat::{self, CHAT_TEXT};
use super::newsroom::NewsroomRecipient;
use super::progress::{KeptRecipient, SeenBefore, SeenProblem};
use super::schedule::{self, PlannedWave, Timing, When, check_embargo};
use super::{Audience, DistributionDetail, announce, show};
use crate::clock;
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};
use crate::office;
use crate::recipient_list::RecipientList;
use crate::release::letter::Values;
use crate::release::mail_form::MailForm;
use crate::release::{self, KeptAs};

/// The person's confirmation.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct SendOrder {
    /// Release and audience.
    pub audience: Audience,
    /// When it leaves; at once where nothing is said.
    #[serde(flatten)]
    #[ts(flatten)]
    pub when: When,
    /// Whether the mails carry `List-Unsubscribe`; many servers then send no automatic answers.
    pub list_unsubscribe: bool,
    /// How many the person saw when they confirmed, by mail, by hand and groups together; another number
    /// now is a conflict. None = no matter how many.
    #[ts(optional)]
    pub expected_recipients: Option<i64>,
}

/// Queues a distribution.
pub fn queue(db: &Writer, ctx: &Ctx, order: SendOrder) -> Result<DistributionDetail> {
    let plan = Plan::of(db, ctx, &order.audience)?;
    let timing = order.when.read(db, ctx.now)?;
    check_embargo(clock::from_text(&plan.embargo_at()), &timing, ctx.now)?;
    let id = freeze(db, ctx, &order, &plan, &timing)?;
    let waves = waves_of(db, &order.audience)?;
    let mut deliveries = Deliveries::new(db, ctx, id, &plan, &timing, &waves);
    let sorted = sort(db, ctx, &order.audience, &plan, &mut deliveries)?;
    refuse(&order, &sorted)?;
    for newsroom in &sorted.newsrooms {
        deliveries.newsroom(newsroom, order.audience.light)?;
    }
    for group in &sorted.groups {
        deliveries.group(group)?;
    }
    let nameable = |excluded: &&Excluded| {
        excluded.contact_id != 0 || excluded.organisation_id.or(excluded.group_chat_id).is_some()
    };
    // Guests whom nobody knows are told of by the list of guests alone.
    for excluded in sorted.excluded.iter().filter(nameable) {
        db.execute(
            "INSERT INTO distribution_exclusions (distribution_id, contact_id, organisation_id, group_chat_id, reason, note)
             VALUES (:distribution, NULLIF(:contact, 0), :organisation, :group, :reason, :note)",
            named_params! {":distribution": id, ":contact": excluded.contact_id, ":organisation": excluded.organisation_id,
                ":group": excluded.group_chat_id, ":reason": excluded.reason, ":note": excluded.note},
        )?;
    }
    match &plan.again {
        Some(taken) => taken.note(db, id)?,
        None => note_version(db, id, release::keep(db, ctx, &plan.own.release, KeptAs::Sent)?)?,
    }
    schedule::put_down(db, id, &timing, &sorted.waves, ctx.now)?;
    complete(db, ctx, id, &order, &plan, &timing, &sorted)?;
    // An action row says who sent what, though nothing of it can be taken back.
    db.action_id()?;
    announce(db);
    db.announce("distribution_exclusions");
    show(db, ctx, id)
}

/// What must be put right first, and an audience that is no longer the one that was confirmed.
/// Nothing of the queue stands then: an error takes the whole transaction back.
fn refuse(order: &SendOrder, sorted: &Sorted) -> Result<()> {
    if let Some(problem) = sorted.problems.iter().find(|problem| problem.blocks) {
        let mut error = Error::new(Code::Invalid, problem.text);
        error.args = problem.args.clone();
        return Err(error);
    }
    let people = sorted.mails + sorted.by_hand + sorted.groups.len() + sorted.newsrooms.len();
    let people = i64::try_from(people).unwrap_or(i64::MAX);
    match order.expected_recipients {
        Some(expected) if expected != people => {
            Err(Error::new(Code::Conflict, "distribution-audience-changed")
                .arg("expected", expected)
                .arg("found", people))
        }
        _ => Ok(()),
    }
}

/// What was seen and chosen before, as it is kept with the distribution.
fn seen(db: &Writer, order: &SendOrder, sorted: &Sorted) -> Result<String> {
    let names = |ids: &[i64]| -> Result<Vec<String>> {
        let mut names = Vec::new();
        for id in ids {
            names.extend(db.find::<RecipientList>(*id)?.map(|list| list.name));
        }
        Ok(names)
    };
    let audience = &order.audience;
    let seen = SeenBefore {
        lists: names(&audience.lists)?,
        minus_lists: names(&audience.minus_lists)?,
        people: i64::try_from(audience.contacts.len()).unwrap_or(i64::MAX),
        newsrooms: i64::try_from(audience.newsrooms.len()).unwrap_or(i64::MAX),
        guard_days: sorted.guard_days,
        kept: sorted
            .recent
            .iter()
            .filter(|recent| recent.kept)
            .map(|recent| KeptRecipient {
                contact_id: recent.contact_id,
                organisation_id: recent.organisation_id,
                group_chat_id: recent.group_chat_id,
                note: recent.note.clone(),
            })
            .collect(),
        no_embargo: audience.no_embargo,
        problems: sorted
            .problems
            .iter()
            .map(|problem| SeenProblem {
                text: problem.text.to_owned(),
                language: problem.language.clone(),
                args: problem
                    .args
                    .iter()
                    // Names would outlive a person's wish to be erased.
                    .filter(|(name, _)| **name != "names")
                    .map(|(name, value)| ((*name).to_owned(), value.clone()))
                    .collect(),
            })
            .collect(),
    };
    Ok(serde_json::to_string(&seen)?)
}

/// Puts the texts and files down. What depends on who gets it follows with [`complete`].
fn freeze(db: &Writer, ctx: &Ctx, order: &SendOrder, plan: &Plan, timing: &Timing) -> Result<i64> {
    let zone = timing.at.map_or_else(|| office::zone(db), |instant| Ok(instant.zone))?;
    let event = plan.event.as_ref();
    db.execute(
        "INSERT INTO distributions (release_id, account_id, state, subject, covering_text, release_html, release_text, language,
                                    list_unsubscribe, actor, created_at, zone, send_at, connection, embargo_at,
                                    event_id, event_mail, event_version, calendar)
         VALUES (:release, :account, 'running', :subject, :covering, :html, :text, :language, :list_unsubscribe, :actor, :now,
                 :zone, :send_at, :connection, :embargo, :event, :event_mail, :event_version, :calendar)",
        named_params! {
            ":release": plan.own.release.id,
            ":account": plan.account.as_ref().map_or(0, |account| account.id),
            ":subject": plan.own.template.subject,
            ":covering": plan.own.release.covering_text,
            ":html": plan.own.template.html,
            ":text": plan.own.template.text,
            ":language": plan.own.release.language,
            ":list_unsubscribe": order.list_unsubscribe,
            ":actor": ctx.actor,
            ":now": ctx.now_text(),
            ":zone": zone.name(),
            ":send_at": timing.at.map(|instant| instant.stored()).unwrap_or_default(),
            ":connection": if timing.awaits_connection { "awaited" } else { "" },
            ":embargo": plan.embargo_at(),
            ":event": event.map_or(0, |event| event.event_id),
            ":event_mail": event.map_or("", |event| event.mail.as_str()),
            ":event_version": event.map_or(0, |event| event.version),
            ":calendar": event.map_or("", |event| event.calendar.as_str()),
        },
    )?;
    let id = db.last_id();
    for file in &plan.files {
        db.execute(
            "INSERT INTO distribution_files (distribution_id, file_name, mime, size, sha256, cid)
             VALUES (:distribution, :file_name, :mime, :size, :sha256, :cid)",
            named_params! {":distribution": id, ":file_name": file.file_name, ":mime": file.mime, ":size": file.size,
                ":sha256": file.sha256, ":cid": file.cid},
        )?;
    }
    Ok(id)
}

/// Puts down what sorting the audience came to.
fn complete(
    db: &Writer,
    ctx: &Ctx,
    id: i64,
    order: &SendOrder,
    plan: &Plan,
    timing: &Timing,
    sorted: &Sorted,
) -> Result<()> {
    for (language, form) in sorted.forms.keys() {
        let text = plan.form(language, *form);
        let form = if *form == MailForm::Full { "" } else { form.as_str() };
        db.execute(
            "INSERT INTO distribution_texts (distribution_id, language, form, subject, html, text)
             VALUES (:distribution, :language, :form, :subject, :html, :text)",
            named_params! {":distribution": id, ":language": other_language(plan, language), ":form": form,
                ":subject": text.subject, ":html": text.html, ":text": text.text},
        )?;
    }
    let at_once = timing.at.is_none() && !timing.awaits_connection;
    let begins = at_once && sorted.waves.first().is_none_or(|wave| wave.minutes == 0);
    // The rest is done by hand, and nothing of it has to wait for its hour.
    let is_over = sorted.mails == 0
        && sorted.newsrooms.is_empty()
        && at_once
        && sorted.waves.iter().all(|wave| wave.minutes == 0);
    db.execute(
        "UPDATE distributions SET state = :state, ended_at = :ended, begun_at = :begun, preflight = :preflight WHERE id = :id",
        named_params! {":id": id,
            ":state": if is_over { "done" } else { "running" },
            ":ended": is_over.then(|| ctx.now_text()),
            ":begun": if begins { ctx.now_text() } else { String::new() },
            ":preflight": seen(db, order, sorted)?},
    )?;
    Ok(())
}

/// A language as it is kept with a distribution: empty = its own.
fn other_language<'l>(plan: &Plan, language: &'l str) -> &'l str {
    if language == plan.own.release.language { "" } else { language }
}

/// One mail to a person or a newsroom.
struct Letter<'a> {
    contact_id: Option<i64>,
    guest_id: i64,
    organisation_id: Option<i64>,
    email: &'a str,
    values: &'a Values,
    form: &'a str,
    language: &'a str,
    wave: i64,
}

struct Deliveries<'a> {
    db: &'a Writer<'a>,
    plan: &'a Plan,
    distribution_id: i64,
    /// What is the same for everybody, by language.
    common: BTreeMap<String, Values>,
    message_domain: String,
    now: String,
    /// Of each wave, the earliest instant.
    earliest: Vec<String>,
}

impl Taker for Deliveries<'_> {
    fn mail(&mut self, to: Recipient) -> Result<()> {
        self.letter(&Letter {
            contact_id: (to.contact_id != 0).then_some(to.contact_id),
            guest_id: to.guest_id,
            organisation_id: None,
            email: &to.email,
            values: &to.values,
            form: &to.form,
            language: &to.language,
            wave: to.wave,
        })?;
        self.enclose(to.contact_id)
    }

    fn by_hand(&mut self, to: ByHandRecipient) -> Result<()> {
        let mut values = self.common(&to.language);
        let reader = chat::Reader::Person { values: &to.values, language: &to.reads };
        let text = self.chat_text(&reader);
        values.extend(to.values);
        values.insert(CHAT_TEXT.to_owned(), text);
        self.db.execute(
            "INSERT INTO deliveries (distribution_id, contact_id, guest_id, channel, phone, token, fields, language, state, wave, not_before, changed_at)
             VALUES (:distribution, NULLIF(:contact, 0), :guest, :channel, :phone, :token, :fields, :language, 'by_hand', :wave, :not_before, :now)",
            named_params! {":distribution": self.distribution_id, ":contact": to.contact_id, ":guest": to.guest_id, ":channel": to.channel,
                ":phone": to.phone, ":token": new_token(), ":fields": serde_json::to_string(&values)?,
                ":language": other_language(self.plan, &to.language), ":wave": to.wave, ":not_before": self.earliest(to.wave), ":now": self.now},
        )?;
        self.enclose(to.contact_id)
    }
}

impl<'a> Deliveries<'a> {
    fn new(
        db: &'a Writer<'a>,
        ctx: &Ctx,
        distribution_id: i64,
        plan: &'a Plan,
        timing: &Timing,
        waves: &[PlannedWave],
    ) -> Self {
        let (_, from) = sender(plan.account.as_ref(), &plan.office);
        let domain = from.rsplit_once('@').map_or("", |(_, domain)| domain);
        let message_domain = match url::Host::parse(domain) {
            Ok(host) => host.to_string(),
            Err(_) => "warta.invalid".to_owned(),
        };
        let common = std::iter::once(&plan.own)
            .chain(&plan.other)
            .map(|text| (text.release.language.clone(), text.common_values(&plan.office)))
            .collect();
        let at_once = timing.at.is_none() && !timing.awaits_connection;
        let earliest = waves
            .iter()
            .map(|wave| match wave.minutes {
                // What leaves at once is held up by no clock that is put back a second later.
                0 if at_once => String::new(),
                minutes => schedule::earliest(timing, minutes, ctx.now),
            })
            .collect();
        Self { db, plan, distribution_id, common, message_domain, now: ctx.now_text(), earliest }
    }

    fn common(&self, language: &str) -> Values {
        self.common.get(language).cloned().unwrap_or_default()
    }

    fn earliest(&self, wave: i64) -> &str {
        usize::try_from(wave)
            .ok()
            .and_then(|wave| self.earliest.get(wave))
            .map_or("", String::as_str)
    }

    fn newsroom(&self, newsroom: &NewsroomRecipient, light: bool) -> Result<()> {
        self.letter(&Letter {
            contact_id: None,
            guest_id: 0,
            organisation_id: Some(newsroom.organisation_id),
            email: &newsroom.email,
            values: &newsroom.values,
            form: if light { "light" } else { "" },
            language: &newsroom.language,
            wave: newsroom.wave,
        })
    }

    fn letter(&self, recipient: &Letter) -> Result<()> {
        let token = new_token();
        let message_id = format!("<{token}.{}@{}>", self.distribution_id, self.message_domain);
        let key = recipient.email.to_lowercase();
        let domain = key.rsplit_once('@').map_or("", |(_, domain)| domain);
        let mut values = self.common(recipient.language);
        values.extend(recipient.values.clone());
        let answers = self.plan.before.messages(self.db, &key)?;
        self.db.execute(
            "INSERT INTO deliveries (distribution_id, contact_id, guest_id, organisation_id, channel, address, address_key, domain, message_id, token, fields,
                                     form, language, state, wave, not_before, next_at, changed_at, answers)
             VALUES (:distribution, :contact, :guest, :organisation, 'mail', :address, :key, :domain, :message_id, :token, :fields, :form, :language, 'queued',
                     :wave, :not_before, :not_before, :now, :answers)",
            named_params! {":distribution": self.distribution_id, ":contact": recipient.contact_id, ":guest": recipient.guest_id, ":organisation": recipient.organisation_id,
                ":address": recipient.email,
                ":key": key, ":domain": domain, ":message_id": message_id, ":token": token,
                ":fields": serde_json::to_string(&values)?, ":form": recipient.form,
                ":language": other_language(self.plan, recipient.language), ":wave": recipient.wave,
                ":not_before": self.earliest(recipient.wave), ":now": self.now, ":answers": answers},
        )?;
        Ok(())
    }

    /// Puts what only this recipient gets down with the delivery that was just made.
    fn enclose(&self, contact_id: i64) -> Result<()> {
        let Some(own) = self.plan.enclosures.get(&contact_id) else { return Ok(()) };
        let delivery = self.db.last_id();
        for file in own.iter().filter(|own| !own.sha256.is_empty()) {
            self.db.execute(
                "INSERT INTO delivery_files (delivery_id, file_name, mime, size, sha256) VALUES (:delivery, :file_name, :mime, :size, :sha256)",
                named_params! {":delivery": delivery, ":file_name": file.file_name, ":mime": file.mime,
                    ":size": file.size, ":sha256": file.sha256},
            )?;
        }
        Ok(())
    }

    fn group(&self, group: &GroupRecipient) -> Result<()> {
        let text = self.chat_text(&chat::Reader::Group);
        let values = Values::from([(CHAT_TEXT.to_owned(), text)]);
        self.db.execute(
            "INSERT INTO deliveries (distribution_id, group_chat_id, channel, fields, state, wave, not_before, changed_at)
             VALUES (:distribution, :group, 'group', :fields, 'by_hand', :wave, :not_before, :now)",
            named_params! {":distribution": self.distribution_id, ":group": group.group_chat_id,
                ":fields": serde_json::to_string(&values)?, ":wave": group.wave,
                ":not_before": self.earliest(group.wave), ":now": self.now},
        )?;
        Ok(())
    }

    fn chat_text(&self, to: &chat::Reader) -> String {
        chat::text(self.plan, self.plan.embargo.as_ref(), &self.plan.link, to)
    }
}

/// 80 random bits in letters that survive being read aloud and lower-cased.
pub(super) fn new_token() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut random = rand::rng();
    (0..16)
        .filter_map(|_| LETTERS.get(random.random_range(0..LETTERS.len())).copied().map(char::from))
        .collect()
}
