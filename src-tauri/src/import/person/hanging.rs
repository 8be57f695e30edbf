//! What hangs on a contact or an outlet, as cells say it: labels, memberships, accounts, states,
//! values of the office's own fields. Details stand one a line, in parts.

use super::{Person, take_emails, take_phones};
use crate::contact::{self, ContactState};
use crate::custom_field::CustomValue;
use crate::format::contact_columns::{self, Field};
use crate::format::fold::fold;
use crate::format::phone;
use crate::format::{day, parts};
use crate::import::vocabulary::Vocabulary;
use crate::membership::MembershipEdit;
use crate::reach;
use crate::social_account::{self, SocialAccountEdit};

/// What hangs on one of them.
#[derive(Debug, Clone, Default)]
pub struct Hanging {
    /// Kind and value; beats and tags of a contact stand with the person.
    pub labels: Vec<(&'static str, String)>,
    /// Associations.
    pub memberships: Vec<MembershipEdit>,
    /// Accounts; an empty platform is told by the address.
    pub accounts: Vec<SocialAccountEdit>,
    /// Addresses and numbers with their types, in their order.
    pub reaches: Vec<ReachLine>,
    /// What holds sending back.
    pub states: Vec<ContactState>,
    /// Values of the office's own fields.
    pub custom: Vec<CustomValue>,
    membership_details: Vec<MembershipEdit>,
    account_details: Vec<SocialAccountEdit>,
}

/// An address or number with its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachLine {
    pub kind: &'static str,
    pub value: String,
    pub value_key: String,
    pub label: String,
}

impl Hanging {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
            && self.memberships.is_empty()
            && self.accounts.is_empty()
            && self.reaches.is_empty()
            && self.states.is_empty()
            && self.custom.is_empty()
    }

    /// What is said in detail is not said twice: the plain columns give only the rest.
    pub fn settle(&mut self) {
        if !self.membership_details.is_empty() {
            let details = std::mem::take(&mut self.membership_details);
            let keys: Vec<String> = details.iter().map(|one| fold(&one.association)).collect();
            self.memberships.retain(|one| !keys.contains(&fold(&one.association)));
            self.memberships.splice(0..0, details);
        }
        if !self.account_details.is_empty() {
            let details = std::mem::take(&mut self.account_details);
            self.accounts.splice(0..0, details);
        }
    }
}

/// A day of a line; what is none is left out and told.
pub fn day_of(text: &str, outcome: &mut Result<(), &'static str>) -> String {
    if text.is_empty() {
        return String::new();
    }
    day::read(text).unwrap_or_else(|| {
        *outcome = Err("not_a_day");
        String::new()
    })
}

/// Takes a cell, if its field is one of these.
pub fn take(
    person: &mut Person,
    vocabulary: &Vocabulary,
    field: Field,
    cell: &str,
) -> Option<Result<(), &'static str>> {
    use Field as F;
    let label = match field {
        F::Regions | F::OutletRegions => "region",
        F::Languages | F::OutletLanguages => "language",
        F::Topics | F::OutletTopics => "topic",
        F::OutletBeats => "beat",
        F::OutletTags => "tag",
        _ => "",
    };
    let of_outlet = field.word().starts_with("outlet_");
    if matches!(field, F::Reaches | F::OutletReaches) {
        return Some(take_reaches(person, of_outlet, cell));
    }
    let more = &mut person.more;
    let hanging = if of_outlet { &mut more.of_outlet } else { &mut more.of_contact };
    if !label.is_empty() {
        let values = contact_columns::split_labels(cell);
        hanging.labels.extend(values.into_iter().map(|value| (label, value)));
        return Some(Ok(()));
    }
    let platform = match field {
        F::Instagram | F::Facebook | F::Tiktok | F::Youtube | F::Linkedin => field.word(),
        F::Twitter => "x",
        _ => "",
    };
    if !platform.is_empty() {
        let handles = contact_columns::split_labels(cell).into_iter();
        hanging.accounts.extend(handles.map(|handle| plain_account(platform, handle)));
        return Some(Ok(()));
    }
    Some(match field {
        F::Memberships | F::OutletMemberships => {
            let names = contact_columns::split_labels(cell).into_iter();
            hanging.memberships.extend(
                names
                    .map(|association| MembershipEdit { association, ..MembershipEdit::default() }),
            );
            Ok(())
        }
        F::MembershipDetails | F::OutletMembershipDetails => take_memberships(hanging, cell),
        F::SocialAccounts | F::OutletSocialAccounts => {
            let accounts = contact_columns::split_labels(cell);
            hanging.accounts.extend(accounts.iter().map(|one| account(one)));
            Ok(())
        }
        F::SocialDetails | F::OutletSocialDetails => take_accounts(hanging, cell),
        F::States | F::OutletStates => take_states(hanging, of_outlet, cell),
        F::Custom(id) | F::OutletCustom(id) => match vocabulary.custom(id, cell) {
            Ok(value) => {
                hanging.custom.extend(value);
                Ok(())
            }
            Err(reason) => Err(reason),
        },
        _ => return None,
    })
}

fn plain_account(platform: &str, handle: String) -> SocialAccountEdit {
    SocialAccountEdit { platform: platform.to_owned(), handle, ..SocialAccountEdit::default() }
}

/// "instagram: @nama" or an address.
fn account(text: &str) -> SocialAccountEdit {
    match text.split_once(':') {
        Some((platform, handle)) if !handle.starts_with("//") => {
            let platform = fold(platform).replace(' ', "_");
            let known = social_account::PLATFORMS.contains(&platform.as_str());
            plain_account(if known { &platform } else { "" }, handle.trim().to_owned())
        }
        _ => plain_account("", text.trim().to_owned()),
    }
}

/// `kind | value | type`.
fn take_reaches(person: &mut Person, of_outlet: bool, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for line in parts::lines(cell) {
        let mut line = line.into_iter();
        let mut next = || line.next().unwrap_or_default();
        let (kind, value, label) = (fold(&next()), next(), fold(&next()));
        let (emails, phones) = if of_outlet {
            (&mut person.more.outlet_emails, &mut person.more.outlet_phones)
        } else {
            (&mut person.emails, &mut person.phones)
        };
        let read = match kind.as_str() {
            "email" if contact_columns::valid_email(&value) => {
                take_emails(emails, &value).map(|()| ("email", value.clone(), value.to_lowercase()))
            }
            "email" => Err("email_not_valid"),
            "phone" | "whatsapp" => {
                let takes_whatsapp = kind == "whatsapp";
                let word = if takes_whatsapp { "whatsapp" } else { "phone" };
                match phone::normalise(&value) {
                    Some(number) => take_phones(phones, &number.display, takes_whatsapp)
                        .map(|()| (word, number.display, number.e164)),
                    None => Err("phone_not_valid"),
                }
            }
            _ => Err("not_a_choice"),
        };
        match read {
            Ok((kind, value, value_key)) => {
                let known = reach::LABELS.contains(&label.as_str());
                if !known && !label.is_empty() {
                    outcome = Err("not_a_choice");
                }
                let label = if known { label } else { String::new() };
                let more = &mut person.more;
                let hanging = if of_outlet { &mut more.of_outlet } else { &mut more.of_contact };
                hanging.reaches.push(ReachLine { kind, value, value_key, label });
            }
            Err(reason) => outcome = Err(reason),
        }
    }
    outcome
}

/// `association | role | number | from | to`.
fn take_memberships(hanging: &mut Hanging, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for line in parts::lines(cell) {
        let mut line = line.into_iter();
        let mut next = || line.next().unwrap_or_default();
        let (association, role, member_number) = (next(), next(), next());
        let started_on = day_of(&next(), &mut outcome);
        let ended_on = day_of(&next(), &mut outcome);
        if !association.is_empty() {
            let edit =
                MembershipEdit { id: None, association, role, member_number, started_on, ended_on };
            hanging.membership_details.push(edit);
        }
    }
    outcome
}

/// `platform | handle | address | followers | counted on`.
fn take_accounts(hanging: &mut Hanging, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for line in parts::lines(cell) {
        let mut line = line.into_iter();
        let mut next = || line.next().unwrap_or_default();
        let (platform, handle, url, followers) = (next(), next(), next(), next());
        let counted_on = day_of(&next(), &mut outcome);
        if !platform.is_empty() && !social_account::PLATFORMS.contains(&platform.as_str()) {
            outcome = Err("not_a_choice");
            continue;
        }
        let followers = match followers.parse::<i64>() {
            Ok(number) if number >= 0 => number,
            _ if followers.is_empty() => 0,
            _ => {
                outcome = Err("not_a_number");
                0
            }
        };
        let edit = SocialAccountEdit { platform, handle, url, followers, counted_on };
        hanging.account_details.push(edit);
    }
    outcome
}

/// `state | since | until | reason | who | address`. Of an outlet only its addresses have a state.
fn take_states(hanging: &mut Hanging, of_outlet: bool, cell: &str) -> Result<(), &'static str> {
    let mut outcome = Ok(());
    for line in parts::lines(cell) {
        let mut line = line.into_iter();
        let mut next = || line.next().unwrap_or_default();
        let (kind, since) = (next(), next());
        let until = day_of(&next(), &mut outcome);
        let (reason, actor, address) = (next(), next(), next());
        let of_address = kind == "bad_address";
        if of_address && !contact_columns::valid_email(&address) {
            outcome = Err("email_not_valid");
            continue;
        }
        if !contact::STATES.contains(&kind.as_str()) || of_outlet && !of_address {
            outcome = Err("not_a_choice");
            continue;
        }
        let since = match chrono::DateTime::parse_from_rfc3339(&since) {
            Ok(at) => crate::clock::to_text(at.to_utc()),
            Err(_) => String::new(),
        };
        hanging.states.push(ContactState {
            kind,
            since,
            until,
            reason,
            actor,
            address_key: if of_address { address.to_lowercase() } else { String::new() },
            ..ContactState::default()
        });
    }
    outcome
}
