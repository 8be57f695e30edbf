//! Whom an audience names: lists, single people, lists taken away, and the wave of each.

use std::collections::{BTreeMap, BTreeSet};

use super::{Audience, Excluded, Exclusion};
use crate::db::{Ctx, Reader};
use crate::distribution::schedule::{self, PlannedWave, Wave};
use crate::error::{Error, Result};
use crate::recipient_list::{self, RecipientList};

/// Minutes of the longest wave: a week.
const MOST_MINUTES: i64 = 7 * 24 * 60;

/// The waves in their order, one where none are asked for.
pub(in crate::distribution) fn waves_of(
    db: &Reader,
    audience: &Audience,
) -> Result<Vec<PlannedWave>> {
    let mut waves = Vec::new();
    for wave in ordered(&audience.waves) {
        if !(0..=MOST_MINUTES).contains(&wave.minutes) {
            return Err(Error::invalid("waves", "distribution-wave-minutes"));
        }
        let label = schedule::label(db, wave)?;
        waves.push(PlannedWave { minutes: wave.minutes, label, people: 0 });
    }
    if waves.is_empty() {
        waves.push(PlannedWave { minutes: 0, label: String::new(), people: 0 });
    }
    Ok(waves)
}

pub(in crate::distribution) fn ordered(waves: &[Wave]) -> Vec<&Wave> {
    let mut waves: Vec<&Wave> = waves.iter().collect();
    waves.sort_by_key(|wave| wave.minutes);
    waves
}

/// Everybody on a list that was taken away, with its name.
pub(super) fn taken_away(
    db: &Reader,
    ctx: &Ctx,
    audience: &Audience,
) -> Result<BTreeMap<i64, String>> {
    let mut away = BTreeMap::new();
    for id in &audience.minus_lists {
        let Some(list) = db.find::<RecipientList>(*id)? else { continue };
        for contact in recipient_list::members(db, ctx, *id)? {
            away.entry(contact).or_insert_with(|| list.name.clone());
        }
    }
    Ok(away)
}

pub(super) struct Members {
    /// With their waves.
    pub people: Vec<(i64, i64)>,
    /// Left out of a list and on no other.
    pub left_out: Vec<Excluded>,
}

/// The contacts of the audience, each once and with the first wave that has them, in the order of
/// the waves and lists; and who is left out of a list and on no other.
pub(super) fn members(
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
        if db.find::<RecipientList>(list)?.is_none() {
            continue;
        }
        let of_list = recipient_list::members(db, ctx, list)?;
        people.extend(
            of_list.into_iter().filter(|contact| seen.insert(*contact)).map(|id| (id, wave)),
        );
        left_out.extend(recipient_list::left_out(db, ctx, list)?.into_iter().map(|left| {
            Excluded {
                contact_id: left.contact_id,
                guest_id: 0,
                organisation_id: None,
                group_chat_id: None,
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
