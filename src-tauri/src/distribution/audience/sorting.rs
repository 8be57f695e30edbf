//! Decides of everybody in an audience whether and how they get a release. Those who get it are
//! handed on one by one: a hundred thousand people need no more memory than a hundred.

use std::collections::{BTreeMap, BTreeSet};

use super::guests::sort_guests;
use super::members::{Members, members, taken_away, waves_of};
use super::people::{self, Address, Person};
use super::problem::{Problem, problems};
use super::{Audience, ByHandRecipient, Excluded, Exclusion, NoEmbargo, Plan, Recipient};
use crate::db::{Ctx, Reader};
use crate::distribution::channel::{self, Channel, GroupRecipient, Groups, Way};
use crate::distribution::guard::{Guard, RecentContact};
use crate::distribution::newsroom::{NewsroomRecipient, Newsrooms, newsrooms};
use crate::distribution::original::{self, who_got};
use crate::distribution::schedule::PlannedWave;
use crate::error::Result;
use crate::release::letter::{self, Values};
use crate::release::mail_form::MailForm;
use crate::release::{OWN_LINK, enclosed_size, link_of, some_names};

/// Takes those who get it, in the order of waves and lists.
pub(in crate::distribution) trait Taker {
    /// Somebody who gets the mail.
    fn mail(&mut self, to: Recipient) -> Result<()>;
    /// Somebody who is called or written to by chat.
    fn by_hand(&mut self, to: ByHandRecipient) -> Result<()>;
}

/// What sorting came to, beside the people who were handed on.
#[derive(Default)]
pub(in crate::distribution) struct Sorted {
    /// How many people get the mail.
    pub mails: usize,
    /// How many are called or written to.
    pub by_hand: usize,
    /// The chat groups that get it.
    pub groups: Vec<GroupRecipient>,
    /// The newsrooms that get it.
    pub newsrooms: Vec<NewsroomRecipient>,
    /// Who gets nothing, and why.
    pub excluded: Vec<Excluded>,
    /// Who got a message lately, left out or kept.
    pub recent: Vec<RecentContact>,
    /// The waves in order, with how many each reaches.
    pub waves: Vec<PlannedWave>,
    /// How many mails have another text than the usual one: by language and form.
    pub forms: BTreeMap<(String, MailForm), usize>,
    /// How many recipients by whatever channel read which language.
    pub languages: BTreeMap<String, usize>,
    /// The language and the merge values of the first mail.
    pub first: Option<(String, Values)>,
    /// The days that were looked back for other messages.
    pub guard_days: i64,
    /// What is to be said before sending.
    pub problems: Vec<Problem>,
    pub(super) seen: Seen,
}

/// What problems are told from.
#[derive(Default)]
pub(super) struct Seen {
    pub under_embargo: bool,
    pub no_embargo: Option<NoEmbargo>,
    /// How many are away.
    pub away: usize,
    /// How many have or get this release already.
    pub again: usize,
    /// Who takes nothing under embargo.
    pub refuse_embargo: Named,
    /// Of each merge field without default, who has nothing for it.
    pub missing: BTreeMap<String, Named>,
    /// Who gets something of their own with the mail.
    pub enclosed: BTreeSet<i64>,
    /// Who would, and gets no mail but is called or written to.
    pub enclosed_by_hand: BTreeSet<i64>,
    /// Bytes that the files of one recipient add at most.
    pub enclosed_size: i64,
    /// Whoever gets it by any channel of their own; only kept where it is asked for.
    pub reached: BTreeSet<i64>,
}

/// How many people, and the names of the first.
#[derive(Default)]
pub(super) struct Named {
    pub count: usize,
    first: Vec<String>,
}

impl Named {
    /// One more than are ever written out, so that the rest can be told from none.
    const KEPT: usize = 4;

    pub(super) fn add(&mut self, name: &str) {
        self.count += 1;
        if self.first.len() < Self::KEPT {
            self.first.push(name.to_owned());
        }
    }

    pub(super) fn written(&self) -> String {
        let names: Vec<&str> = self.first.iter().map(String::as_str).collect();
        some_names(&names)
    }
}

/// Sorts an audience; whoever gets it goes to `taker`.
pub(in crate::distribution) fn sort(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
    plan: &Plan,
    taker: &mut dyn Taker,
) -> Result<Sorted> {
    if let Some(event) = &audience.event {
        return sort_guests(db, ctx, audience, event, plan, taker);
    }
    let audience = &*original::with_all(db, audience)?;
    let today = letter::today(db, ctx)?;
    let taken_away = taken_away(db, ctx, audience)?;
    let excluded_by_hand: BTreeSet<i64> = audience.exclude.iter().copied().collect();
    let waves = waves_of(db, audience)?;
    let last = i64::try_from(waves.len().saturating_sub(1)).unwrap_or(0);
    let guard = Guard::of(db, ctx, audience)?;
    let got = audience.who_got.map_or(Ok(Vec::new()), |original| who_got(db, original))?;
    let Members { people, left_out } = members(db, ctx, audience, &got, waves.len())?;
    let to_be_told: BTreeSet<i64> = got.into_iter().collect();
    let mut sorting = Sorting::new(db, audience, plan, waves, taker)?;
    for some in people.chunks(people::AT_ONCE) {
        for mut person in people::read(db, some, &today)? {
            let contact_id = person.contact_id;
            if excluded_by_hand.contains(&contact_id) {
                sorting.exclude(&person, Exclusion::ExcludedByHand, String::new());
            } else if let Some(list) = taken_away.get(&contact_id) {
                sorting.exclude(&person, Exclusion::MinusList, list.clone());
            } else {
                // Whoever got the original is told of it, lately written to or at another outlet.
                let told = to_be_told.contains(&contact_id);
                person.left_outlet &= !told;
                let recent =
                    if told { None } else { guard.recent(db, contact_id, &person.name())? };
                sorting.place(person, recent)?;
            }
        }
    }
    let Newsrooms { there, excluded, recent } =
        newsrooms(db, audience, &guard, plan, last, &mut sorting.addresses)?;
    for newsroom in &there {
        // Newsrooms have no wish of their own: they follow the sender's.
        let form = if audience.light { MailForm::Light } else { MailForm::Full };
        sorting.count_mail(
            newsroom.wave,
            &newsroom.name,
            &newsroom.values,
            (&newsroom.language, form),
        );
    }
    let mut sorted = sorting.sorted;
    sorted.newsrooms = there;
    sorted.excluded.extend(excluded);
    sorted.recent.extend(recent);
    sorted.excluded.extend(left_out);
    let reached = |contact| sorted.seen.reached.contains(&contact);
    let Groups { there, excluded, recent } = channel::groups(db, audience, &guard, last, &reached)?;
    sorted.groups = there;
    sorted.excluded.extend(excluded);
    sorted.recent.extend(recent);
    for group in &sorted.groups {
        if group.no_embargo > 0 {
            sorted.seen.refuse_embargo.add(&group.name);
        }
        count_wave(&mut sorted.waves, group.wave);
        *sorted.languages.entry(plan.own.release.language.clone()).or_default() += 1;
    }
    sorted.guard_days = guard.days();
    sorted.problems = problems(db, ctx, plan, &sorted)?;
    Ok(sorted)
}

fn count_wave(waves: &mut [PlannedWave], wave: i64) {
    if let Some(wave) = usize::try_from(wave).ok().and_then(|wave| waves.get_mut(wave)) {
        wave.people += 1;
    }
}

pub(super) struct Sorting<'a> {
    sorted: Sorted,
    taker: &'a mut dyn Taker,
    chosen: BTreeMap<i64, Channel>,
    light: bool,
    by_hand_only: bool,
    /// Addresses that somebody got and that somebody else has too.
    addresses: BTreeSet<String>,
    numbers: BTreeSet<String>,
    /// Who has or gets this release already.
    already: BTreeSet<i64>,
    plan: &'a Plan,
    /// Of each language, the merge fields that the mail uses without a default, and what is the
    /// same for everybody.
    texts: BTreeMap<String, (Vec<String>, Values)>,
    /// Whether somebody asks afterwards who was reached.
    keeps_reached: bool,
}

impl<'a> Sorting<'a> {
    pub(super) fn new(
        db: &Reader,
        audience: &Audience,
        plan: &'a Plan,
        waves: Vec<PlannedWave>,
        taker: &'a mut dyn Taker,
    ) -> Result<Self> {
        let has_groups = !audience.groups.is_empty()
            || audience.waves.iter().any(|wave| !wave.groups.is_empty());
        let seen = Seen {
            under_embargo: plan.embargo.is_some(),
            no_embargo: audience.no_embargo,
            ..Seen::default()
        };
        Ok(Self {
            sorted: Sorted { waves, seen, ..Sorted::default() },
            taker,
            chosen: audience.channels.iter().map(|one| (one.contact_id, one.channel)).collect(),
            light: audience.light,
            by_hand_only: plan.again.as_ref().is_some_and(|taken| taken.by_hand),
            addresses: BTreeSet::new(),
            numbers: BTreeSet::new(),
            already: already(db, plan.own.release.id)?,
            plan,
            texts: std::iter::once(&plan.own)
                .chain(&plan.other)
                .map(|text| {
                    let told = (text.template.fields(), text.common_values(&plan.office));
                    (text.release.language.clone(), told)
                })
                .collect(),
            keeps_reached: has_groups || original::original_of(db, plan.own.release.id)? != 0,
        })
    }

    /// What it came to.
    pub(super) fn finish(self) -> Sorted {
        self.sorted
    }

    fn exclude(&mut self, person: &Person, reason: Exclusion, note: String) {
        self.sorted.excluded.push(Excluded {
            contact_id: person.contact_id,
            guest_id: person.guest_id,
            organisation_id: None,
            group_chat_id: None,
            name: person.name(),
            reason,
            by_hand: false,
            note,
        });
    }

    /// Whether it is about an event, and for whoever was told before, wherever they work by now.
    fn must_reach(&self) -> bool {
        self.plan.event.as_ref().is_some_and(|event| event.mail.must_reach())
    }

    /// What keeps somebody from getting it who could be reached; none = nothing.
    fn objection(&self, person: &Person) -> Option<Exclusion> {
        let refuses = self.sorted.seen.under_embargo && person.no_embargo;
        match () {
            () if person.do_not_contact => Some(Exclusion::DoNotContact),
            () if person.left_outlet && !self.must_reach() => Some(Exclusion::LeftOutlet),
            () if refuses && self.sorted.seen.no_embargo == Some(NoEmbargo::LeaveOut) => {
                Some(Exclusion::NoEmbargo)
            }
            () => None,
        }
    }

    pub(super) fn place(
        &mut self,
        mut person: Person,
        recent: Option<RecentContact>,
    ) -> Result<()> {
        if let Some(reason) = self.objection(&person) {
            self.exclude(&person, reason, String::new());
            return Ok(());
        }
        if let Some(recent) = recent {
            let (note, kept) = (recent.note.clone(), recent.kept);
            self.sorted.recent.push(recent);
            if !kept {
                self.exclude(&person, Exclusion::Recent, note);
                return Ok(());
            }
        }
        if self.by_hand_only {
            person.emails.clear();
        }
        let bad_address = !person.emails.is_empty() && !person.emails.iter().any(Address::works);
        match channel::way(&person, self.chosen.get(&person.contact_id).copied()) {
            Some(Way::Mail(at)) => self.mail(person, at),
            Some(Way::Whatsapp(number)) => {
                self.by_hand(person, Channel::Whatsapp, number, bad_address)
            }
            Some(Way::ByHand(number)) => self.by_hand(person, Channel::ByHand, number, bad_address),
            None => {
                let reason = if bad_address { Exclusion::BadAddress } else { Exclusion::NoReach };
                self.exclude(&person, reason, String::new());
                Ok(())
            }
        }
    }

    /// Puts somebody's own link among their values; whether they get anything of their own.
    fn enclose(&mut self, person: &mut Person) -> bool {
        let Some(own) = self.plan.enclosures.get(&person.contact_id) else { return false };
        if let Some(link) = link_of(own) {
            person.values.insert(OWN_LINK.to_owned(), link.to_owned());
        }
        true
    }

    fn mail(&mut self, mut person: Person, at: usize) -> Result<()> {
        if at >= person.emails.len() {
            return Ok(());
        }
        let address = person.emails.swap_remove(at);
        if address.shared && !self.addresses.insert(address.key) {
            // A guest whose address somebody else has is told all the same, where there is a way.
            if person.guest_id != 0
                && let Some(number) = person.whatsapp.clone().or_else(|| person.phone.clone())
            {
                let channel =
                    if person.whatsapp.is_some() { Channel::Whatsapp } else { Channel::ByHand };
                return self.by_hand(person, channel, number, false);
            }
            self.exclude(&person, Exclusion::Double, String::new());
            return Ok(());
        }
        let name = person.name();
        if self.enclose(&mut person) {
            let seen = &mut self.sorted.seen;
            seen.enclosed.insert(person.contact_id);
            let own = self.plan.enclosures.get(&person.contact_id).map(Vec::as_slice);
            seen.enclosed_size = seen.enclosed_size.max(enclosed_size(own.unwrap_or_default()));
        }
        let form = match () {
            // Without its files an invitation would lack the calendar.
            () if person.guest_id != 0 => String::new(),
            () if self.light => MailForm::Light.as_str().to_owned(),
            () => person.mail_form.clone(),
        };
        let language = self.plan.language(&person.language);
        let text = (language.as_str(), MailForm::named(&form).unwrap_or(MailForm::Full));
        self.count_mail(person.wave, &name, &person.values, text);
        self.count_person(&person, &name);
        self.sorted.mails += 1;
        self.sorted.seen.away += usize::from(person.away_until.is_some());
        let value = |field: &str| person.values.get(field).cloned().unwrap_or_default();
        self.taker.mail(Recipient {
            contact_id: person.contact_id,
            guest_id: person.guest_id,
            name,
            email: address.value,
            outlet: value("outlet"),
            salutation_missing: value("salutation").is_empty(),
            away_until: person.away_until,
            no_embargo: person.no_embargo,
            wave: person.wave,
            form,
            language,
            values: person.values,
        })
    }

    fn by_hand(
        &mut self,
        mut person: Person,
        channel: Channel,
        phone: String,
        bad_address: bool,
    ) -> Result<()> {
        if !phone.is_empty() && !self.numbers.insert(phone.clone()) {
            self.exclude(&person, Exclusion::Double, String::new());
            return Ok(());
        }
        let name = person.name();
        if self.enclose(&mut person) {
            self.sorted.seen.enclosed_by_hand.insert(person.contact_id);
        }
        if bad_address {
            // The mail is left out, the person is not.
            self.sorted.excluded.push(Excluded {
                contact_id: person.contact_id,
                guest_id: person.guest_id,
                organisation_id: None,
                group_chat_id: None,
                name: name.clone(),
                reason: Exclusion::BadAddress,
                by_hand: true,
                note: String::new(),
            });
        }
        let channel_hint = match channel {
            Channel::Whatsapp => "whatsapp",
            _ if phone.is_empty() => "in_person",
            _ => "call",
        };
        self.count_person(&person, &name);
        count_wave(&mut self.sorted.waves, person.wave);
        let language = self.plan.language(&person.language);
        *self.sorted.languages.entry(language.clone()).or_default() += 1;
        self.sorted.by_hand += 1;
        self.taker.by_hand(ByHandRecipient {
            contact_id: person.contact_id,
            guest_id: person.guest_id,
            name,
            phone,
            outlet: person.value("outlet"),
            channel_hint: channel_hint.to_owned(),
            channel,
            no_embargo: person.no_embargo,
            wave: person.wave,
            language,
            reads: person.language,
            values: person.values,
        })
    }

    /// A person who gets it by whatever channel.
    fn count_person(&mut self, person: &Person, name: &str) {
        let seen = &mut self.sorted.seen;
        seen.again += usize::from(self.already.contains(&person.contact_id));
        if person.no_embargo {
            seen.refuse_embargo.add(name);
        }
        if self.keeps_reached {
            seen.reached.insert(person.contact_id);
        }
    }

    /// A mail to a person or a newsroom.
    fn count_mail(
        &mut self,
        wave: i64,
        name: &str,
        values: &Values,
        (language, form): (&str, MailForm),
    ) {
        let sorted = &mut self.sorted;
        let is_own = language == self.plan.own.release.language;
        if form != MailForm::Full || !is_own {
            *sorted.forms.entry((language.to_owned(), form)).or_default() += 1;
        }
        *sorted.languages.entry(language.to_owned()).or_default() += 1;
        let (fields, common) = match self.texts.get(language) {
            Some((fields, common)) => (fields.as_slice(), Some(common)),
            None => (Default::default(), None),
        };
        for field in fields {
            let value = values.get(field).or_else(|| common.and_then(|common| common.get(field)));
            if value.is_none_or(|value| value.trim().is_empty()) {
                sorted.seen.missing.entry(field.clone()).or_default().add(name);
            }
        }
        if sorted.first.is_none() {
            sorted.first = Some((language.to_owned(), values.clone()));
        }
        count_wave(&mut sorted.waves, wave);
    }
}

/// Everybody who has this release or gets it.
fn already(db: &Reader, release_id: i64) -> Result<BTreeSet<i64>> {
    let ids = db.rows(
        "SELECT d.contact_id
         FROM distributions s
         JOIN deliveries d ON d.distribution_id = s.id
         WHERE s.release_id = :release AND d.contact_id IS NOT NULL AND d.state IN ('queued', 'sending', 'deferred', 'accepted', 'unsure', 'done_by_hand', 'by_hand')",
        rusqlite::named_params! {":release": release_id},
        |row| row.get(0),
    )?;
    Ok(ids.into_iter().collect())
}
