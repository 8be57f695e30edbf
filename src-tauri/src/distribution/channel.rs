//! Which way a release takes to each recipient: mail, a chat with a person, a chat group, by hand.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::audience::{Address, Audience, Excluded, Exclusion, Person, ordered};
use super::guard::{Guard, RecentContact};
use super::original::groups_that_got;
use crate::choice;
use crate::db::Reader;
use crate::error::{Code, Error, Result};
use crate::format::phone;

choice! {
    /// How a message gets to somebody.
    Channel {
        /// By mail.
        Mail = "mail",
        /// By a chat with the person, which somebody opens and sends.
        Whatsapp = "whatsapp",
        /// Into a chat group, which somebody opens and writes to.
        Group = "group",
        /// By telephone or handed over.
        ByHand = "by_hand",
    }
}

/// The sender's word on one person's channel, whatever is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct ChosenChannel {
    /// The contact.
    pub contact_id: i64,
    /// `mail`, `whatsapp` or `by_hand`.
    pub channel: Channel,
}

/// A chat group that gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroupRecipient {
    /// The group.
    pub group_chat_id: i64,
    /// Its name.
    pub name: String,
    /// `whatsapp`, `telegram` or `other`.
    pub platform: String,
    /// How many contacts are in it now.
    pub members: i64,
    /// How many of them get it by another channel as well.
    pub also: i64,
    /// The wave, from 0.
    pub wave: i64,
    /// How many of them take nothing under embargo.
    pub no_embargo: i64,
}

/// How many recipients a channel has, and how far they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ChannelCount {
    /// The channel.
    pub channel: Channel,
    /// The frozen audience by this channel.
    pub total: i64,
    /// Accepted by a server or marked done by a person.
    pub reached: i64,
    /// Still to come: queued, deferred, to be done by hand.
    pub waiting: i64,
    /// Refused, bounced, cancelled, held back or unsure.
    pub other: i64,
}

/// The channels of a distribution that have recipients; the totals add up to its audience.
pub(super) fn counts(db: &Reader, distribution_id: i64) -> Result<Vec<ChannelCount>> {
    db.rows(
        "SELECT channel, COUNT(*),
                COALESCE(SUM(CASE WHEN state IN ('accepted', 'done_by_hand') THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN state IN ('queued', 'sending', 'deferred', 'by_hand') THEN 1 ELSE 0 END), 0)
         FROM deliveries
         WHERE distribution_id = :id
         GROUP BY channel
         ORDER BY CASE channel WHEN 'mail' THEN 0 WHEN 'whatsapp' THEN 1 WHEN 'group' THEN 2 ELSE 3 END",
        named_params! {":id": distribution_id},
        |row| {
            let (total, reached, waiting): (i64, i64, i64) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok(ChannelCount {
                channel: row.get(0)?,
                total,
                reached,
                waiting,
                other: total - reached - waiting,
            })
        },
    )
}

/// The way to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// To the address at this place.
    Mail(usize),
    /// To this number, E.164.
    Whatsapp(String),
    /// A call to this number; empty = handed over.
    ByHand(String),
}

/// The way that somebody's message takes: as the sender says, else as they prefer, else by mail,
/// WhatsApp or telephone, whichever is known first. None = there is no way.
pub(super) fn way(person: &Person, chosen: Option<Channel>) -> Option<Way> {
    let mail = person.emails.iter().position(Address::works).map(Way::Mail);
    let whatsapp = person.whatsapp.clone().filter(|number| is_number(number)).map(Way::Whatsapp);
    // Nearly every mobile number takes WhatsApp; who asks for it is written to there.
    let any_chat = || {
        let number = person.phone.clone().filter(|number| is_number(number));
        whatsapp.clone().or(number.map(Way::Whatsapp))
    };
    let call = person.phone.clone().or_else(|| person.whatsapp.clone()).map(Way::ByHand);
    let usual = || mail.clone().or(whatsapp.clone()).or(call.clone());
    match (chosen, person.preferred_channel.as_str()) {
        (Some(Channel::Mail), _) | (None, "email") => mail.clone().or_else(usual),
        (Some(Channel::Whatsapp), _) | (None, "whatsapp") => any_chat().or_else(usual),
        (None, "phone") => call.clone().or_else(usual),
        (Some(Channel::ByHand | Channel::Group), _) | (None, "in_person") => {
            Some(call.clone().unwrap_or(Way::ByHand(String::new())))
        }
        (None, _) => usual(),
    }
}

/// Whether a number can be dialled: E.164, up to 15 digits. A chat opens with nothing less.
pub(super) fn is_number(number: &str) -> bool {
    phone::e164(number).is_some_and(|same| same == number)
}

/// What the chat groups of an audience came to.
#[derive(Default)]
pub(super) struct Groups {
    pub there: Vec<GroupRecipient>,
    pub excluded: Vec<Excluded>,
    /// Those that got a message lately, left out or kept.
    pub recent: Vec<RecentContact>,
}

/// The chat groups of an audience, each once, in the order in which they were chosen. A group goes
/// with the wave that names it, else with the last.
pub(super) fn groups(
    db: &Reader,
    audience: &Audience,
    guard: &Guard,
    last: i64,
    reached: &dyn Fn(i64) -> bool,
) -> Result<Groups> {
    let mut found = Groups::default();
    let mut seen = BTreeSet::new();
    // Whoever got the original is told of it, lately written to or not.
    let told = match audience.who_got {
        Some(original) => groups_that_got(db, original)?,
        None => Vec::new(),
    };
    let mut chosen: Vec<(i64, i64)> = Vec::new();
    for (number, wave) in (0_i64..).zip(ordered(&audience.waves)) {
        chosen.extend(wave.groups.iter().map(|group| (*group, number)));
    }
    chosen.extend(audience.groups.iter().map(|group| (*group, last)));
    for (id, wave) in &chosen {
        if !seen.insert(*id) {
            continue;
        }
        let (name, platform): (String, String) = db
            .row(
                "SELECT name, platform FROM group_chats WHERE id = :id AND deleted_at IS NULL",
                named_params! {":id": id},
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .ok_or_else(|| Error::new(Code::NotFound, "group-chat-unknown").arg("name", id))?;
        let recent = if told.contains(id) { None } else { guard.group(db, *id, &name)? };
        if let Some(recent) = recent {
            let (note, kept) = (recent.note.clone(), recent.kept);
            found.recent.push(recent);
            if !kept {
                found.excluded.push(Excluded {
                    contact_id: 0,
                    guest_id: 0,
                    organisation_id: None,
                    group_chat_id: Some(*id),
                    name,
                    reason: Exclusion::Recent,
                    by_hand: false,
                    note,
                });
                continue;
            }
        }
        let members: Vec<(i64, bool)> = db.rows(
            "SELECT m.contact_id, c.no_embargo = 'yes'
             FROM group_chat_members m
             JOIN contacts c ON c.id = m.contact_id AND c.deleted_at IS NULL
             WHERE m.group_chat_id = :id AND m.ended_on = '' AND m.deleted_at IS NULL",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        found.there.push(GroupRecipient {
            group_chat_id: *id,
            name,
            platform,
            members: count(members.len()),
            also: count(members.iter().filter(|(contact, _)| reached(*contact)).count()),
            wave: *wave,
            no_embargo: count(members.iter().filter(|(_, no_embargo)| *no_embargo).count()),
        });
    }
    Ok(found)
}
