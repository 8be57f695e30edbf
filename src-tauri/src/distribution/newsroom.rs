//! Newsrooms as recipients: an outlet's own address, greeted as a newsroom, once.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::audience::{Audience, Excluded, Exclusion, Plan, ordered};
use super::guard::{Guard, RecentContact};
use super::original::newsrooms_that_got;
use crate::db::Reader;
use crate::error::{Error, Result};
use crate::format::fold;
use crate::mail::compose;
use crate::release::letter::{Values, words};
use crate::release::translation::LANGUAGES;

/// An outlet whose newsroom gets the mail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NewsroomRecipient {
    /// The organisation.
    pub organisation_id: i64,
    /// Its name.
    pub name: String,
    /// The first of its addresses that works.
    pub email: String,
    /// The wave, from 0.
    pub wave: i64,
    /// The language of the text that they get, `id` or `en`.
    pub language: String,
    #[serde(skip)]
    #[ts(skip)]
    pub(super) values: Values,
}

/// What the newsrooms of an audience came to.
#[derive(Default)]
pub(super) struct Newsrooms {
    pub there: Vec<NewsroomRecipient>,
    pub excluded: Vec<Excluded>,
    /// Those that got a message lately, left out or kept.
    pub recent: Vec<RecentContact>,
}

/// The newsrooms of an audience, each once, with the wave that names it, else with the last.
/// `taken`: addresses that somebody has already; a person comes before the newsroom that has the
/// same one.
pub(super) fn newsrooms(
    db: &Reader,
    audience: &Audience,
    guard: &Guard,
    plan: &Plan,
    last: i64,
    taken: &mut BTreeSet<String>,
) -> Result<Newsrooms> {
    let mut found = Newsrooms::default();
    let mut seen = BTreeSet::new();
    let mut chosen: Vec<(i64, i64)> = Vec::new();
    for (number, wave) in (0_i64..).zip(ordered(&audience.waves)) {
        chosen.extend(wave.newsrooms.iter().map(|outlet| (*outlet, number)));
    }
    chosen.extend(audience.newsrooms.iter().map(|outlet| (*outlet, last)));
    // Whoever got the original is told of it, lately written to or not.
    let told = match audience.who_got {
        Some(original) => newsrooms_that_got(db, original)?,
        None => Vec::new(),
    };
    for (id, wave) in &chosen {
        if !seen.insert(*id) {
            continue;
        }
        let outlet: Option<(String, String)> = db.row(
            "SELECT name, city FROM organisations WHERE id = :id AND deleted_at IS NULL",
            named_params! {":id": id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let (name, city) = outlet.ok_or_else(|| {
            Error::invalid("newsrooms", "distribution-newsroom-unknown").arg("id", id)
        })?;
        match address(db, *id, taken)? {
            Ok(email) => {
                let recent =
                    if told.contains(id) { None } else { guard.newsroom(db, *id, &name)? };
                if let Some(recent) = recent {
                    let (note, kept) = (recent.note.clone(), recent.kept);
                    found.recent.push(recent);
                    if !kept {
                        found.excluded.push(left_out(*id, name, Exclusion::Recent, note));
                        continue;
                    }
                }
                taken.insert(email.to_lowercase());
                let language = match (&plan.other, read_in(db, *id)?) {
                    (Some(_), Some(reads)) => plan.language(reads),
                    _ => plan.own.release.language.clone(),
                };
                found.there.push(NewsroomRecipient {
                    organisation_id: *id,
                    values: values(&language, &name, &city),
                    language,
                    name,
                    email,
                    wave: *wave,
                });
            }
            Err(reason) => found.excluded.push(left_out(*id, name, reason, String::new())),
        }
    }
    Ok(found)
}

fn left_out(organisation_id: i64, name: String, reason: Exclusion, note: String) -> Excluded {
    Excluded {
        contact_id: 0,
        guest_id: 0,
        organisation_id: Some(organisation_id),
        group_chat_id: None,
        name,
        reason,
        by_hand: false,
        note,
    }
}

/// The one of our two languages that an outlet is kept with; none where it is with both or
/// neither: its languages are free words.
fn read_in(db: &Reader, organisation_id: i64) -> Result<Option<&'static str>> {
    let labels: Vec<String> = db.rows(
        "SELECT l.value_key FROM labels l
         WHERE l.organisation_id = :organisation AND l.kind = 'language' AND l.deleted_at IS NULL",
        named_params! {":organisation": organisation_id},
        |row| row.get(0),
    )?;
    let named = |language: &str| {
        labels.iter().any(|word| {
            let word = word.trim_start_matches("bahasa ");
            word == language
                || LANGUAGES.iter().any(|screen| {
                    let name = words(screen, &format!("contact-language-{language}"), &[]);
                    fold::fold(&name) == word
                })
        })
    };
    Ok(match (named("id"), named("en")) {
        (true, false) => Some("id"),
        (false, true) => Some("en"),
        _ => None,
    })
}

/// The first address of an organisation that a mail can go to, or why there is none.
fn address(
    db: &Reader,
    organisation_id: i64,
    taken: &BTreeSet<String>,
) -> Result<std::result::Result<String, Exclusion>> {
    let reaches: Vec<(String, String, bool, bool)> = db.rows(
        "SELECT r.value, r.value_key,
                EXISTS (SELECT 1 FROM contact_states s WHERE s.kind = 'bad_address' AND s.address_key = r.value_key AND s.deleted_at IS NULL),
                EXISTS (SELECT 1 FROM contact_states s
                        WHERE s.kind = 'do_not_contact' AND s.contact_id IS NULL AND s.address_key = r.value_key AND s.deleted_at IS NULL)
         FROM reaches r
         WHERE r.organisation_id = :organisation AND r.kind = 'email' AND r.deleted_at IS NULL
         ORDER BY r.rank, r.id",
        named_params! {":organisation": organisation_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let mut why = Exclusion::NoReach;
    for (value, key, bad, asked) in reaches {
        // Whoever asks for silence at one address is not written to at the next.
        if asked {
            return Ok(Err(Exclusion::DoNotContact));
        }
        if bad || !compose::is_address(&value) {
            why = Exclusion::BadAddress;
        } else if taken.contains(&key) {
            return Ok(Err(Exclusion::Double));
        } else {
            return Ok(Ok(value));
        }
    }
    Ok(Err(why))
}

/// Nobody in particular is greeted.
fn values(language: &str, name: &str, city: &str) -> Values {
    let named = |key: &str| words(language, key, &[("name", name)]);
    Values::from([
        ("full_name".to_owned(), named("release-newsroom-name")),
        ("name".to_owned(), named("release-newsroom-name")),
        ("salutation".to_owned(), named("release-newsroom-greeting")),
        ("salutation_familiar".to_owned(), named("release-newsroom-greeting")),
        ("outlet".to_owned(), name.to_owned()),
        ("position".to_owned(), words(language, "release-newsroom-position", &[])),
        ("city".to_owned(), city.to_owned()),
    ])
}
