//! Who gets a release, who is left out and why, and what is to be said before it is sent.

mod found;
mod problem;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::again::{self, Again, Taken};
use super::channel::{self, Channel, ChosenChannel, GroupRecipient, Way};
use super::guard::{Guard, RecentContact};
use super::instant::Instant;
use super::marked::{self, embargo_notice};
use super::newsroom::{NewsroomRecipient, Newsrooms, newsrooms};
use super::original::{self, who_got};
use super::schedule::{PlannedWave, Wave};
use crate::account::{self, Account};
use crate::choice;
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::mail::compose;
use crate::office::{self, Office};
use crate::recipient_list;
use crate::release::letter::{self, Template, Values};
use crate::release::mail_form::{self, MailForm};
use crate::release::{self, Release, ReleaseFile};

pub use found::{AccountBrief, ByHandRecipient, Excluded, FormCount, Preflight, Recipient};
pub use problem::Problem;
pub(super) use problem::minutes;
use problem::{
    account_problems, empty_texts, lost_files, missing_fields, original_problems, people_problems,
    remarks, size_problems, timing_problems, unready,
};

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
    /// Waves by list; who is on none of their lists goes with the last. Their lists need not
    /// stand in `lists`.
    #[ts(optional, as = "Option<Vec<Wave>>")]
    pub waves: Vec<Wave>,
    /// The embargo's end as [`super::When`] reads it; none = no embargo.
    #[ts(optional)]
    pub embargo: Option<String>,
    /// What becomes of those who take nothing under embargo; none = a person must be asked.
    #[ts(optional)]
    pub no_embargo: Option<NoEmbargo>,
    /// Whoever got a message within so many days is left out; 0 = nobody is, none = the office's
    /// setting.
    #[ts(optional)]
    pub guard_days: Option<i64>,
    /// Of these, who gets it all the same.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub keep: Vec<i64>,
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

/// Everything that a distribution is frozen from.
pub(super) struct Plan {
    pub release: Release,
    pub office: Office,
    pub account: Option<Account>,
    pub template: Template,
    pub files: Vec<ReleaseFile>,
    pub embargo: Option<Instant>,
    /// Where the whole release is read; may be empty.
    pub link: String,
    /// The texts of the other forms of the mail that somebody gets.
    pub forms: BTreeMap<MailForm, Template>,
    pub preflight: Preflight,
    /// What it takes up again.
    pub again: Option<Taken>,
}

/// Sorts an audience without changing anything.
pub fn preflight(db: &Reader, ctx: &Ctx, audience: Audience) -> Result<Preflight> {
    Ok(plan(db, ctx, &audience)?.preflight)
}

pub(super) fn plan(db: &Reader, ctx: &Ctx, audience: &Audience) -> Result<Plan> {
    let audience = &*original::with_all(db, audience)?;
    let release: Release = db.get(audience.release_id)?;
    let again = again::take(db, ctx, audience, &release)?;
    let release = again.as_ref().map_or(release, |taken| taken.release.clone());
    let office = office::find(db)?.unwrap_or_default();
    let account = account::for_release(db, release.id, audience.account_id)?;
    let embargo = embargo(db, ctx, audience, &release)?;
    let link = link(audience)?;
    let template = Template::under_embargo(
        &release,
        &office,
        embargo.as_ref().map(|ends| embargo_notice(ends, &release.language)).as_ref(),
    );
    let files = match &again {
        Some(taken) => taken.files.clone(),
        None => release::files_of(db, release.id)?,
    };
    let today = letter::today(db, ctx)?;
    let mut sorted = Sorted {
        under_embargo: embargo.is_some(),
        no_embargo: audience.no_embargo,
        chosen: audience.channels.iter().map(|one| (one.contact_id, one.channel)).collect(),
        light: audience.light,
        by_hand_only: again.as_ref().is_some_and(|taken| taken.by_hand),
        ..Sorted::default()
    };
    let mut common = letter::common_values(&release, &office);
    let excluded_by_hand: BTreeSet<i64> = audience.exclude.iter().copied().collect();
    let taken_away = taken_away(db, ctx, audience)?;
    let mut waves = waves_of(db, audience)?;
    let guard = Guard::of(db, ctx, audience)?;
    let got = audience.who_got.map_or(Ok(Vec::new()), |original| who_got(db, original))?;
    let to_be_told: BTreeSet<i64> = got.iter().copied().collect();
    let Members { people, left_out } = members(db, ctx, audience, &got, waves.len())?;
    for (contact_id, wave) in people {
        let Some(mut person) = person(db, contact_id, &today)? else { continue };
        person.wave = wave;
        if excluded_by_hand.contains(&contact_id) {
            sorted.exclude(&person, Exclusion::ExcludedByHand, String::new());
        } else if let Some(list) = taken_away.get(&contact_id) {
            sorted.exclude(&person, Exclusion::MinusList, list.clone());
        } else {
            // Whoever got the original is told of it, lately written to or at another outlet.
            let told = to_be_told.contains(&contact_id);
            person.left_outlet &= !told;
            let recent = if told { None } else { guard.recent(db, contact_id, &person.name())? };
            sorted.place(person, recent);
        }
    }
    let last = i64::try_from(waves.len().saturating_sub(1)).unwrap_or(0);
    let Newsrooms { there, excluded } =
        newsrooms(db, audience, &release.language, last, &mut sorted.addresses)?;
    sorted.newsrooms = there;
    sorted.excluded.extend(excluded);
    sorted.groups =
        channel::groups(db, audience, last, &|contact| sorted.reached.contains(&contact))?;
    sorted.excluded.extend(left_out);
    sorted.count_into(&mut waves);
    let mut problems = Vec::new();
    let first = sorted.recipients.first().map(|first| &first.values);
    let first = first.or_else(|| sorted.newsrooms.first().map(|first| &first.values));
    let subject = first.map(|values| {
        common.extend(values.clone());
        template.merged(&common).subject
    });
    let size_bytes = letter::estimated_size(&template, &files);
    let notice = embargo.as_ref().map(|ends| embargo_notice(ends, &release.language));
    let mut forms = BTreeMap::new();
    let mut form_counts: Vec<FormCount> = Vec::new();
    for form in MailForm::OTHERS {
        let people = sorted.recipients.iter().filter(|one| one.form == form.as_str()).count();
        // Newsrooms have no wish of their own: they follow the sender's.
        let follows = audience.light && *form == MailForm::Light;
        let people = people + if follows { sorted.newsrooms.len() } else { 0 };
        if people > 0 {
            let text = mail_form::template(&release, &office, notice.as_ref(), &files, *form);
            form_counts.push(FormCount {
                form: *form,
                people: i64::try_from(people).unwrap_or(i64::MAX),
                size_bytes: mail_form::estimated_size(&text, &files, *form),
            });
            forms.insert(*form, text);
        }
    }
    problems.extend(unready(db, &release)?);
    problems.extend(empty_texts(&release, &sorted));
    problems.extend(remarks(db, &release)?);
    problems.extend(missing_fields(&template, &release, &office, &sorted));
    problems.extend(lost_files(&ctx.folder, &files));
    problems.extend(size_problems(size_bytes, &template));
    problems.extend(people_problems(db, &release, &sorted)?);
    problems.extend(original_problems(db, release.id, &sorted)?);
    problems.extend(timing_problems(&sorted, guard.days()));
    let mails = sorted.recipients.len() + sorted.newsrooms.len();
    problems.extend(account_problems(db, account.as_ref(), mails, &ctx.now_text())?);
    if let Some(taken) = &again {
        problems.retain(|problem| taken.is_concerned(problem));
    }
    let (from_name, from_address) = sender(account.as_ref(), &office);
    let preflight = Preflight {
        size_bytes,
        forms: form_counts,
        from: if from_name.is_empty() {
            from_address
        } else {
            format!("{from_name} <{from_address}>")
        },
        subject: subject.unwrap_or_else(|| template.subject.clone()),
        minutes_estimate: minutes(account.as_ref(), mails),
        account: account.as_ref().map(|account| AccountBrief {
            id: account.id,
            name: account.name().to_owned(),
            from_name: account.from_name.clone(),
            from_address: account.from_address.clone(),
        }),
        recipients: sorted.recipients,
        by_hand: sorted.by_hand,
        groups: sorted.groups,
        newsrooms: sorted.newsrooms,
        excluded: sorted.excluded,
        problems,
        waves,
        recent: sorted.recent,
        guard_days: guard.days(),
        embargo_at: embargo.as_ref().map(Instant::stored).unwrap_or_default(),
        embargo_line: embargo
            .as_ref()
            .map(|ends| embargo_notice(ends, &release.language).short)
            .unwrap_or_default(),
    };
    Ok(Plan { release, office, account, template, files, embargo, link, forms, preflight, again })
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

/// Minutes of the longest wave: a week.
const MOST_MINUTES: i64 = 7 * 24 * 60;

/// The waves in their order, one where none are asked for.
fn waves_of(db: &Reader, audience: &Audience) -> Result<Vec<PlannedWave>> {
    let mut waves = Vec::new();
    for wave in ordered(&audience.waves) {
        if !(0..=MOST_MINUTES).contains(&wave.minutes) {
            return Err(Error::invalid("waves", "distribution-wave-minutes"));
        }
        let mut names = Vec::new();
        for list in &wave.lists {
            names.extend(db.find::<recipient_list::RecipientList>(*list)?.map(|list| list.name));
        }
        waves.push(PlannedWave { minutes: wave.minutes, label: names.join(", "), people: 0 });
    }
    if waves.is_empty() {
        waves.push(PlannedWave { minutes: 0, label: String::new(), people: 0 });
    }
    Ok(waves)
}

pub(super) fn ordered(waves: &[Wave]) -> Vec<&Wave> {
    let mut waves: Vec<&Wave> = waves.iter().collect();
    waves.sort_by_key(|wave| wave.minutes);
    waves
}

/// Everybody on a list that was taken away, with its name.
fn taken_away(db: &Reader, ctx: &Ctx, audience: &Audience) -> Result<BTreeMap<i64, String>> {
    let mut away = BTreeMap::new();
    for id in &audience.minus_lists {
        let Some(list) = db.find::<recipient_list::RecipientList>(*id)? else { continue };
        for contact in recipient_list::members(db, ctx, *id)? {
            away.entry(contact).or_insert_with(|| list.name.clone());
        }
    }
    Ok(away)
}

struct Members {
    /// With their waves.
    people: Vec<(i64, i64)>,
    /// Left out of a list and on no other.
    left_out: Vec<Excluded>,
}

/// The contacts of the audience, each once and with the first wave that has them, in the order of
/// the waves and lists; and who is left out of a list and on no other.
fn members(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
    got: &[i64],
    waves: usize,
) -> Result<Members> {
    let last = i64::try_from(waves.saturating_sub(1)).unwrap_or(0);
    let mut lists: Vec<(i64, i64)> = Vec::new();
    for (number, wave) in (0_i64..).zip(ordered(&audience.waves)) {
        lists.extend(wave.lists.iter().map(|list| (*list, number)));
    }
    lists.extend(audience.lists.iter().map(|list| (*list, last)));
    let mut listed = BTreeSet::new();
    lists.retain(|(list, _)| listed.insert(*list));
    // Of two people with one address the earlier wave's gets it.
    lists.sort_by_key(|(_, wave)| *wave);
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    let mut left_out: Vec<Excluded> = Vec::new();
    for (list, wave) in lists {
        if db.find::<recipient_list::RecipientList>(list)?.is_none() {
            continue;
        }
        let of_list = recipient_list::members(db, ctx, list)?;
        people.extend(
            of_list.into_iter().filter(|contact| seen.insert(*contact)).map(|id| (id, wave)),
        );
        left_out.extend(recipient_list::left_out(db, ctx, list)?.into_iter().map(|left| {
            Excluded {
                contact_id: left.contact_id,
                organisation_id: None,
                name: left.name,
                reason: Exclusion::LeftOut,
                by_hand: false,
                note: left.reason,
            }
        }));
    }
    let alone =
        got.iter().chain(&audience.contacts).copied().filter(|contact| seen.insert(*contact));
    people.extend(alone.map(|contact| (contact, last)));
    left_out.retain(|left| seen.insert(left.contact_id));
    Ok(Members { people, left_out })
}

pub(super) struct Address {
    value: String,
    key: String,
    pub(super) bad: bool,
}

impl Address {
    /// Whether a mail can go there.
    pub(super) fn works(&self) -> bool {
        !self.bad && compose::is_address(&self.value)
    }
}

pub(super) struct Person {
    contact_id: i64,
    values: Values,
    pub(super) emails: Vec<Address>,
    /// The first number for chats.
    pub(super) whatsapp: Option<String>,
    /// The first number for calls.
    pub(super) phone: Option<String>,
    /// One of [`crate::contact::CHANNELS`], or empty.
    pub(super) preferred_channel: String,
    mail_form: String,
    language: String,
    do_not_contact: bool,
    away_until: Option<String>,
    left_outlet: bool,
    no_embargo: bool,
    wave: i64,
}

impl Person {
    fn name(&self) -> String {
        self.values.get("full_name").cloned().unwrap_or_default()
    }
}

fn person(db: &Reader, contact_id: i64, today: &str) -> Result<Option<Person>> {
    let wishes: Option<(bool, String, String, String)> = db.row(
        "SELECT no_embargo = 'yes', preferred_channel, mail_form, language FROM contacts WHERE id = :id AND deleted_at IS NULL",
        named_params! {":id": contact_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let Some((no_embargo, preferred_channel, mail_form, language)) = wishes else {
        return Ok(None);
    };
    let values = letter::values_of(db, contact_id, today)?;
    let mut emails = Vec::new();
    let (mut whatsapp, mut phone) = (None, None);
    let reaches: Vec<(String, String, String, bool)> = db.rows(
        "SELECT r.kind, r.value, r.value_key,
                EXISTS (SELECT 1 FROM contact_states s WHERE s.kind = 'bad_address' AND s.address_key = r.value_key AND s.deleted_at IS NULL)
                OR EXISTS (SELECT 1 FROM contact_states s
                           WHERE s.kind = 'do_not_contact' AND s.contact_id IS NULL AND s.address_key = r.value_key AND s.deleted_at IS NULL)
         FROM reaches r
         WHERE r.contact_id = :contact AND r.deleted_at IS NULL
         ORDER BY r.rank, r.id",
        named_params! {":contact": contact_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    for (kind, value, key, bad) in reaches {
        match kind.as_str() {
            "email" => emails.push(Address { value, key, bad }),
            "whatsapp" if whatsapp.is_none() => whatsapp = Some(key),
            "phone" if phone.is_none() => phone = Some(key),
            _ => {}
        }
    }
    let mut do_not_contact = false;
    let mut away_until = None;
    let states: Vec<(String, String)> = db.rows(
        "SELECT kind, until FROM contact_states WHERE contact_id = :contact AND deleted_at IS NULL AND kind <> 'bad_address'",
        named_params! {":contact": contact_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (kind, until) in states {
        match kind.as_str() {
            "do_not_contact" => do_not_contact = true,
            "away" if until.is_empty() || until.as_str() >= today => away_until = Some(until),
            _ => {}
        }
    }
    let left_outlet =
        db.number(LEFT_OUTLET, named_params! {":contact": contact_id, ":today": today})? > 0;
    Ok(Some(Person {
        contact_id,
        values,
        emails,
        whatsapp,
        phone,
        preferred_channel,
        mail_form,
        language,
        do_not_contact,
        away_until,
        left_outlet,
        no_embargo,
        wave: 0,
    }))
}

/// 1 when the contact had affiliations and none stands on `:today`.
pub(crate) const LEFT_OUTLET: &str = "
    SELECT CASE WHEN EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = :contact AND a.deleted_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM affiliations a
                                 WHERE a.contact_id = :contact AND a.deleted_at IS NULL AND (a.ended_on = '' OR a.ended_on > :today))
           THEN 1 ELSE 0 END";

#[derive(Default)]
struct Sorted {
    recipients: Vec<Recipient>,
    by_hand: Vec<ByHandRecipient>,
    groups: Vec<GroupRecipient>,
    newsrooms: Vec<NewsroomRecipient>,
    /// Whoever gets it by any channel of their own.
    reached: BTreeSet<i64>,
    chosen: BTreeMap<i64, Channel>,
    light: bool,
    excluded: Vec<Excluded>,
    recent: Vec<RecentContact>,
    addresses: BTreeSet<String>,
    numbers: BTreeSet<String>,
    under_embargo: bool,
    no_embargo: Option<NoEmbargo>,
    by_hand_only: bool,
}

impl Sorted {
    fn exclude(&mut self, person: &Person, reason: Exclusion, note: String) {
        self.excluded.push(Excluded {
            contact_id: person.contact_id,
            organisation_id: None,
            name: person.name(),
            reason,
            by_hand: false,
            note,
        });
    }

    /// How many people each wave reaches.
    fn count_into(&self, waves: &mut [PlannedWave]) {
        let of_recipients = self.recipients.iter().map(|recipient| recipient.wave);
        let of_groups = self.groups.iter().map(|group| group.wave);
        let by_hand = self.by_hand.iter().map(|recipient| recipient.wave);
        let newsrooms = self.newsrooms.iter().map(|newsroom| newsroom.wave);
        for wave in of_recipients.chain(by_hand).chain(of_groups).chain(newsrooms) {
            if let Some(wave) = usize::try_from(wave).ok().and_then(|wave| waves.get_mut(wave)) {
                wave.people += 1;
            }
        }
    }

    fn place(&mut self, mut person: Person, recent: Option<RecentContact>) {
        let value = |field: &str| person.values.get(field).cloned().unwrap_or_default();
        let (name, outlet) = (person.name(), value("outlet"));
        let mut exclude = |reason, by_hand| {
            self.excluded.push(Excluded {
                contact_id: person.contact_id,
                organisation_id: None,
                name: name.clone(),
                reason,
                by_hand,
                note: String::new(),
            })
        };
        if person.do_not_contact {
            return exclude(Exclusion::DoNotContact, false);
        }
        if person.left_outlet {
            return exclude(Exclusion::LeftOutlet, false);
        }
        if self.under_embargo && person.no_embargo && self.no_embargo == Some(NoEmbargo::LeaveOut) {
            return exclude(Exclusion::NoEmbargo, false);
        }
        if let Some(recent) = recent {
            let (note, kept) = (recent.note.clone(), recent.kept);
            self.recent.push(recent);
            if !kept {
                return self.exclude(&person, Exclusion::Recent, note);
            }
        }
        let mut exclude = |reason, by_hand| {
            self.excluded.push(Excluded {
                contact_id: person.contact_id,
                organisation_id: None,
                name: name.clone(),
                reason,
                by_hand,
                note: String::new(),
            })
        };
        if self.by_hand_only {
            person.emails.clear();
        }
        let bad_address = !person.emails.is_empty() && !person.emails.iter().any(Address::works);
        let Some(way) = channel::way(&person, self.chosen.get(&person.contact_id).copied()) else {
            return exclude(
                if bad_address { Exclusion::BadAddress } else { Exclusion::NoReach },
                false,
            );
        };
        let (channel, phone) = match way {
            Way::Mail(at) => {
                let Some(address) = person.emails.get(at) else { return };
                if !self.addresses.insert(address.key.clone()) {
                    return exclude(Exclusion::Double, false);
                }
                self.reached.insert(person.contact_id);
                self.recipients.push(Recipient {
                    contact_id: person.contact_id,
                    name,
                    email: address.value.clone(),
                    outlet,
                    salutation_missing: value("salutation").is_empty(),
                    away_until: person.away_until,
                    no_embargo: person.no_embargo,
                    wave: person.wave,
                    form: if self.light { "light".to_owned() } else { person.mail_form },
                    values: person.values,
                });
                return;
            }
            Way::Whatsapp(number) => (Channel::Whatsapp, number),
            Way::ByHand(number) => (Channel::ByHand, number),
        };
        if !phone.is_empty() && !self.numbers.insert(phone.clone()) {
            return exclude(Exclusion::Double, false);
        }
        if bad_address {
            // The mail is left out, the person is not.
            exclude(Exclusion::BadAddress, true);
        }
        let channel_hint = match channel {
            Channel::Whatsapp => "whatsapp",
            _ if phone.is_empty() => "in_person",
            _ => "call",
        };
        self.reached.insert(person.contact_id);
        self.by_hand.push(ByHandRecipient {
            contact_id: person.contact_id,
            name,
            phone,
            outlet,
            channel_hint: channel_hint.to_owned(),
            channel,
            no_embargo: person.no_embargo,
            wave: person.wave,
            language: person.language,
            values: person.values,
        });
    }
}
