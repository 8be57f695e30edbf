//! Who gets a release, who is left out and why, and what is to be said before it is sent.

mod found;
mod guests;
mod members;
mod people;
mod problem;
mod sorting;

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::again::{self, Again, Taken};
use super::before::Before;
use super::channel::ChosenChannel;
use super::event_mail::EventAudience;
use super::instant::Instant;
use super::marked::{self, embargo_notice};
use super::original::original_of;
use super::schedule::Wave;
use crate::account::{self, Account};
use crate::choice;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::office::{self, Office};
use crate::release::letter::{self, EmbargoNotice, Template, Values};
use crate::release::mail_form::{self, MailForm};
use crate::release::{self, Enclosure, Release, ReleaseFile};

pub use found::{
    AccountBrief, ByHandRecipient, Excluded, FormCount, LanguageCount, Preflight, Recipient,
};
pub(super) use members::{ordered, waves_of};
pub(crate) use people::LEFT_OUTLET;
pub(super) use people::{Address, Person};
pub use problem::Problem;
pub(super) use problem::minutes;
pub(super) use sorting::{Sorted, Taker, sort};

/// A release and whom it shall go to.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct Audience {
    /// The release.
    pub release_id: i64,
    /// Recipient lists.
    pub lists: Vec<i64>,
    /// Single people.
    pub contacts: Vec<i64>,
    /// People left out by hand.
    pub exclude: Vec<i64>,
    /// Recipient lists whose members are left out.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub minus_lists: Vec<i64>,
    /// Waves by list, chat group and newsroom; whoever none of them names goes with the last. What
    /// they name need not stand in `lists`, `groups` or `newsrooms`.
    #[ts(optional, as = "Option<Vec<Wave>>")]
    pub waves: Vec<Wave>,
    /// The embargo's end as [`super::When`] reads it; none = no embargo.
    #[ts(optional)]
    pub embargo: Option<String>,
    /// What becomes of those who take nothing under embargo; none = a person must be asked.
    #[ts(optional)]
    pub no_embargo: Option<NoEmbargo>,
    /// Whoever got a message within so many days is left out, newsrooms and groups too; 0 = nobody
    /// is, none = the office's setting.
    #[ts(optional)]
    pub guard_days: Option<i64>,
    /// Of these, who gets it all the same.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub keep: Vec<i64>,
    /// Newsrooms that get it all the same, by outlet.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub keep_newsrooms: Vec<i64>,
    /// Chat groups that get it all the same.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub keep_groups: Vec<i64>,
    /// All of these get it all the same.
    #[ts(optional, as = "Option<bool>")]
    pub keep_recent: bool,
    /// Outlets whose newsrooms get it at their own addresses, each once.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub newsrooms: Vec<i64>,
    /// Chat groups that get it too, each once.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub groups: Vec<i64>,
    /// People whose channel the sender chose.
    #[ts(optional, as = "Option<Vec<ChosenChannel>>")]
    pub channels: Vec<ChosenChannel>,
    /// Everybody gets the light mail: text first, photos on request.
    #[ts(optional, as = "Option<bool>")]
    pub light: bool,
    /// Where the whole release is read, for chats: `http://` or `https://`.
    #[ts(optional)]
    pub link: Option<String>,
    /// The account that it goes out with; none = as the release's last distribution, else the
    /// usual one.
    #[ts(optional)]
    pub account_id: Option<i64>,
    /// Everybody who got this release; for the one that corrects or withdraws it.
    #[ts(optional)]
    pub who_got: Option<i64>,
    /// The distribution that is taken up again, with its text; none = the release as it stands.
    #[ts(optional)]
    pub again: Option<Again>,
    /// Guests of a press event instead of all others; only their own commands say so.
    #[serde(skip)]
    #[ts(skip)]
    pub event: Option<EventAudience>,
}

choice! {
    /// What becomes of those who take nothing under embargo.
    NoEmbargo {
        /// They are left out.
        LeaveOut = "leave_out",
        /// They get it all the same.
        Send = "send",
    }
}

choice! {
    /// Why somebody of the audience gets no mail.
    Exclusion {
        /// The person's wish or the law.
        DoNotContact = "do_not_contact",
        /// Every address bounces.
        BadAddress = "bad_address",
        /// Somebody before them has the same address.
        Double = "double",
        /// Left out of the list, for a reason that the list keeps.
        LeftOut = "left_out",
        /// The sender left them out.
        ExcludedByHand = "excluded_by_hand",
        /// No affiliation stands any more.
        LeftOutlet = "left_outlet",
        /// Neither mail nor phone is known.
        NoReach = "no_reach",
        /// On a list that was taken away; the note names it.
        MinusList = "minus_list",
        /// Somebody of the office wrote or called lately; the note says who and when.
        Recent = "recent",
        /// Takes nothing under embargo.
        NoEmbargo = "no_embargo",
    }
}

/// A release in one of its languages, as it is sent.
pub(super) struct Spoken {
    pub release: Release,
    pub template: Template,
}

impl Spoken {
    fn of(release: Release, office: &Office, embargo: Option<&Instant>) -> Self {
        let notice = embargo.map(|ends| embargo_notice(ends, &release.language));
        let template = Template::under_embargo(&release, office, notice.as_ref());
        Self { release, template }
    }

    /// What is the same for everybody who reads it.
    pub(super) fn common_values(&self, office: &Office) -> Values {
        letter::common_values(&self.release, office)
    }
}

/// The texts and files that a distribution is frozen from.
pub(super) struct Plan {
    /// In the release's own language.
    pub own: Spoken,
    /// In the other one, where it is written in two.
    pub other: Option<Spoken>,
    pub office: Office,
    pub account: Option<Account>,
    pub files: Vec<ReleaseFile>,
    pub embargo: Option<Instant>,
    /// Where the whole release is read; may be empty.
    pub link: String,
    /// What it takes up again.
    pub again: Option<Taken>,
    /// The press event whose guests get it.
    pub event: Option<EventAudience>,
    /// What single recipients get besides, by contact.
    pub enclosures: BTreeMap<i64, Vec<Enclosure>>,
    /// What it is answered to in their mail programs.
    pub before: Before,
}

impl Plan {
    /// What is sent, to whomever.
    pub(super) fn of(db: &Reader, ctx: &Ctx, audience: &Audience) -> Result<Self> {
        if let Some(event) = &audience.event {
            return Self::of_event(db, audience, event);
        }
        let release: Release = db.get(audience.release_id)?;
        let again = again::take(db, ctx, audience, &release)?;
        let (release, other) = match &again {
            Some(taken) => (taken.release.clone(), taken.other.clone()),
            None => {
                let other = release::other_text(db, &release)?;
                (release, other)
            }
        };
        let office = office::find(db)?.unwrap_or_default();
        let account = account::for_release(db, release.id, audience.account_id)?;
        let embargo = embargo(db, ctx, audience, &release)?;
        let link = link(audience)?;
        let files = match &again {
            Some(taken) => taken.files.clone(),
            None => release::files_of(db, release.id)?,
        };
        let enclosures = release::enclosures_by_contact(db, release.id)?;
        let before = match &again {
            Some(taken) => Before::Distribution(taken.root()),
            None => Before::of_release(original_of(db, release.id)?),
        };
        let own = Spoken::of(release, &office, embargo.as_ref());
        let other = other.map(|text| Spoken::of(text, &office, embargo.as_ref()));
        Ok(Self {
            own,
            other,
            office,
            account,
            files,
            embargo,
            link,
            again,
            event: None,
            enclosures,
            before,
        })
    }

    /// What is sent to the guests of a press event. Whoever was written to from one account hears of
    /// changes from the same: calendars take them from nobody else.
    fn of_event(db: &Reader, audience: &Audience, event: &EventAudience) -> Result<Self> {
        let office = office::find(db)?.unwrap_or_default();
        let last: Option<i64> = db.row(
            "SELECT s.release_id
             FROM distributions s
             JOIN accounts a ON a.id = s.account_id AND a.deleted_at IS NULL AND a.smtp_url <> ''
             WHERE s.event_id = :event AND s.event_id <> 0
             ORDER BY s.id DESC
             LIMIT 1",
            named_params! {":event": event.event_id},
            |row| row.get(0),
        )?;
        let account = account::for_release(db, last.unwrap_or(0), audience.account_id)?;
        let spoken = |release: &Release| {
            let kicker = letter::words(
                &release.language,
                &format!("event-mail-kicker-{}", event.mail.as_str()),
                &[],
            );
            let template = Template::of_event(release, &office, &kicker);
            Spoken { release: release.clone(), template }
        };
        Ok(Self {
            own: spoken(&event.release),
            other: event.other.as_ref().map(spoken),
            account,
            files: event.files.clone(),
            embargo: None,
            link: link(audience)?,
            again: None,
            event: Some(event.clone()),
            enclosures: BTreeMap::new(),
            before: Before::Event(event.event_id),
            office,
        })
    }

    /// The text for whoever reads this language; the release's own where it is in no other.
    pub(super) fn text(&self, language: &str) -> &Spoken {
        self.other.as_ref().filter(|other| other.release.language == language).unwrap_or(&self.own)
    }

    /// The language of that text.
    pub(super) fn language(&self, reads: &str) -> String {
        self.text(reads).release.language.clone()
    }

    /// What text and subject in this language say of the embargo.
    fn notice(&self, language: &str) -> Option<EmbargoNotice> {
        self.embargo.as_ref().map(|ends| embargo_notice(ends, language))
    }

    /// The embargo's end, UTC; empty = none.
    pub(super) fn embargo_at(&self) -> String {
        self.embargo.as_ref().map(Instant::stored).unwrap_or_default()
    }

    /// The text in a language and form of the mail.
    pub(super) fn form(&self, language: &str, form: MailForm) -> Template {
        let text = self.text(language);
        if form == MailForm::Full {
            return text.template.clone();
        }
        let notice = self.notice(&text.release.language);
        mail_form::template(&text.release, &self.office, notice.as_ref(), &self.files, form)
    }
}

/// Keeps everybody, for a person to look at.
#[derive(Default)]
struct Kept {
    recipients: Vec<Recipient>,
    by_hand: Vec<ByHandRecipient>,
}

impl Taker for Kept {
    fn mail(&mut self, to: Recipient) -> Result<()> {
        self.recipients.push(Recipient { values: Values::new(), ..to });
        Ok(())
    }

    fn by_hand(&mut self, to: ByHandRecipient) -> Result<()> {
        self.by_hand.push(ByHandRecipient { values: Values::new(), ..to });
        Ok(())
    }
}

/// Sorts an audience without changing anything.
pub fn preflight(db: &Reader, ctx: &Ctx, audience: Audience) -> Result<Preflight> {
    let plan = Plan::of(db, ctx, &audience)?;
    let mut kept = Kept::default();
    let sorted = sort(db, ctx, &audience, &plan, &mut kept)?;
    let subject = sorted.first.as_ref().map(|(language, values)| {
        let text = plan.text(language);
        let mut common = text.common_values(&plan.office);
        common.extend(values.clone());
        let subject = Template { subject: text.template.subject.clone(), ..Template::default() };
        subject.merged(&common).subject
    });
    let languages = sorted.languages.iter().filter(|_| plan.other.is_some());
    let (from_name, from_address) = sender(plan.account.as_ref(), &plan.office);
    Ok(Preflight {
        size_bytes: letter::estimated_size(&plan.own.template, &plan.files),
        enclosed: i64::try_from(sorted.seen.enclosed.len()).unwrap_or(i64::MAX),
        forms: form_counts(&plan, &sorted),
        languages: languages
            .map(|(language, people)| LanguageCount {
                language: language.clone(),
                people: i64::try_from(*people).unwrap_or(i64::MAX),
            })
            .collect(),
        from: if from_name.is_empty() {
            from_address
        } else {
            format!("{from_name} <{from_address}>")
        },
        subject: subject.unwrap_or_else(|| plan.own.template.subject.clone()),
        minutes_estimate: minutes(plan.account.as_ref(), sorted.mails + sorted.newsrooms.len()),
        account: plan.account.as_ref().map(|account| AccountBrief {
            id: account.id,
            name: account.name().to_owned(),
            from_name: account.from_name.clone(),
            from_address: account.from_address.clone(),
        }),
        recipients: kept.recipients,
        by_hand: kept.by_hand,
        groups: sorted.groups,
        newsrooms: sorted.newsrooms,
        excluded: sorted.excluded,
        problems: sorted.problems,
        waves: sorted.waves,
        recent: sorted.recent,
        guard_days: sorted.guard_days,
        embargo_at: plan.embargo_at(),
        embargo_line: plan
            .notice(&plan.own.release.language)
            .map(|notice| notice.short)
            .unwrap_or_default(),
    })
}

/// How many get another form of the mail, in whichever language.
fn form_counts(plan: &Plan, sorted: &Sorted) -> Vec<FormCount> {
    let of = |form: MailForm| {
        let mut count = FormCount { form, people: 0, size_bytes: 0 };
        for ((language, _), people) in sorted.forms.iter().filter(|((_, one), _)| *one == form) {
            let text = plan.form(language, form);
            let size = mail_form::estimated_size(&text, &plan.files, form);
            count.people += i64::try_from(*people).unwrap_or(i64::MAX);
            count.size_bytes = count.size_bytes.max(size);
        }
        count
    };
    let all = MailForm::OTHERS.iter().map(|form| of(*form));
    all.filter(|count| count.people > 0).collect()
}

/// The sender's name and address. Without an account nothing leaves the machine, so that an
/// address that can never exist (RFC 2606) will do.
pub(crate) fn sender(account: Option<&Account>, office: &Office) -> (String, String) {
    match account {
        Some(account) if account.from_name.trim().is_empty() => {
            (office.name.trim().to_owned(), account.from_address.clone())
        }
        Some(account) => (account.from_name.clone(), account.from_address.clone()),
        None => (office.name.trim().to_owned(), "press-office@warta.invalid".to_owned()),
    }
}

/// Where the whole release is read.
fn link(audience: &Audience) -> Result<String> {
    let link = audience.link.as_deref().unwrap_or_default().trim();
    let is_web = url::Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !link.is_empty() && (!is_web || link.chars().any(char::is_whitespace)) {
        return Err(Error::invalid("link", "distribution-link").arg("link", link));
    }
    Ok(link.to_owned())
}

/// The embargo's end in the office's zone, whatever zone it was named in; where nothing is said of
/// it, the release's own while that lasts.
fn embargo(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
    release: &Release,
) -> Result<Option<Instant>> {
    let zone = office::zone(db)?;
    let Some(text) = audience.embargo.as_deref() else {
        return marked::standing(db, ctx, release);
    };
    if text.trim().is_empty() {
        return Ok(None);
    }
    let ends = Instant { zone, ..Instant::read(text, zone, "embargo")? };
    if ends.at <= ctx.now {
        return Err(Error::invalid("embargo", "distribution-embargo-too-early"));
    }
    Ok(Some(ends))
}
