//! Contacts: the people of the media list.

mod filter;
mod filter_fields;
mod filter_text;
mod list;
mod order;
mod returning;
mod search;
mod state;

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::affiliation::{self, AffiliationEdit, AffiliationRow, JobChange};
use crate::custom_field::{self, CustomValue, CustomValueEdit};
use crate::db::{Ctx, Patch, Reader, Searchable, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::format::person_name;
use crate::interaction::{self, Interaction};
use crate::label;
use crate::membership::{self, MembershipEdit, MembershipRow};
use crate::owner::{Owner, OwnerKind};
use crate::reach::{self, Reach, ReachEdit};
use crate::record;
use crate::record_file::{self, RecordFile};
use crate::social_account::{self, SocialAccount, SocialAccountEdit};
use crate::stored_file::{self, Given};

pub use filter::{Filter, Op, Rule, check as check_filter, from_stored as stored_filter, lists_of};
pub use filter_fields::{
    FieldRow, FilterField, Offer, OffersWanted, all as all_filter_fields, fields as filter_fields,
    offers,
};
pub use filter_text::{parse as parse_filter, write as write_filter};
pub use list::{
    ContactFilter, ContactPage, ContactRow, EmailState, Facets, PhoneRow, count, facets, give_up,
    ids, list, rows_of,
};
pub use order::TABLES;
pub use state::{
    ContactState, STATES, StateChange, StatesChange, asked_not_to_be_contacted, mark, mark_refused,
    of_addresses as states_of_addresses, of_contact as states_of, set_state, set_states, unmark,
};

record! {
    /// A person.
    Contact in "contacts" {
        /// One of [`KINDS`].
        kind: String,
        /// Name without titles.
        name: String,
        /// The name folded for sorting and comparing.
        name_key: String,
        /// Titles before the name (Drs., H.).
        name_prefix: String,
        /// Titles after the name (S.Sos., M.Si.).
        name_suffix: String,
        /// Greeting for letters: "Yth. Ibu Siti Rahma".
        salutation_formal: String,
        /// Greeting for chat: "Mbak Siti".
        salutation_familiar: String,
        /// City.
        city: String,
        /// `id` or `en`.
        language: String,
        /// Free notes.
        notes: String,
        /// What friends and colleagues call them.
        nickname: String,
        /// `YYYY-MM-DD`, or `--MM-DD` where the year is not known.
        birthday: String,
        /// The birthday's `MM-DD`, kept in step.
        birthday_key: String,
        /// Street address.
        address: String,
        /// Postal code.
        postal_code: String,
        /// Country.
        country: String,
        /// Own website.
        website: String,
        /// Number of the press card (KTA).
        press_card_number: String,
        /// Day on which the press card expires.
        press_card_expires_on: String,
        /// Competence certificate: one of [`UKW_LEVELS`], or empty.
        ukw_level: String,
        /// Number of the competence certificate.
        ukw_number: String,
        /// Day on which the competence certificate expires.
        ukw_expires_on: String,
        /// One of [`CHANNELS`], or empty.
        preferred_channel: String,
        /// When they like to be reached.
        preferred_hours: String,
        /// What to offer them and how.
        pitch_notes: String,
        /// Whether they take nothing under embargo: one of [`YES_NO`], or empty.
        no_embargo: String,
        /// Which form of a mail they get: one of [`MAIL_FORMS`], or empty.
        mail_form: String,
        /// A source's rank or office.
        source_rank: String,
        /// One of [`REACHABILITIES`], or empty.
        source_reachability: String,
        /// One of [`CLEARANCES`], or empty.
        source_clearance: String,
        /// How high a source stands: one of [`LEVELS`], or empty.
        source_level: String,
        /// Whether a source can be had at once: one of [`YES_NO`], or empty.
        source_short_notice: String,
        /// What a source may speak about.
        source_cleared_for: String,
        /// Who allowed it.
        source_cleared_by: String,
        /// The last day on which it is allowed; empty = no end.
        source_cleared_until: String,
        /// For tours: S, M, L, XL …
        clothing_size: String,
        /// For tours: what they eat or do not.
        diet: String,
        /// Picture of the person: a file's name under `files/`, or empty.
        photo_sha256: String,
        /// Of keeping the data: one of [`LAWFUL_BASES`], or empty.
        lawful_basis: String,
        /// Where the data come from.
        data_source: String,
        /// Day on which they were collected.
        data_date: String,
        /// Day on which somebody last made sure that they are right.
        verified_on: String,
    }
}

record! {
    /// Two contacts that may be one person.
    DuplicateFlag in "duplicate_flags" {
        /// The one that came later.
        contact_id: i64,
        /// The one that was there.
        other_id: i64,
        /// Reasons, with commas between them; of an import `same_address`.
        reason: String,
        /// How sure, 0 to 100.
        score: i64,
        /// `apart` = two people, never to be proposed again; empty = not decided.
        verdict: String,
    }
}

/// Kinds of contacts, as the glossary names them.
pub const KINDS: &[&str] = &["journalist", "activist", "community_manager", "source", "liaison"];

/// Languages in which a contact is written to.
pub const LANGUAGES: &[&str] = &["id", "en"];
/// Levels of the journalists' competence certificate (UKW).
pub const UKW_LEVELS: &[&str] = &["muda", "madya", "utama"];
/// How somebody likes to be reached.
pub const CHANNELS: &[&str] = &["email", "whatsapp", "phone", "in_person"];
/// How a source is reached.
pub const REACHABILITIES: &[&str] = &["direct", "by_aide", "by_appointment", "hard"];
/// Whether a source may be quoted.
pub const CLEARANCES: &[&str] = &["free", "ask_first", "background_only", "not_cleared"];
/// How high a source stands, the highest first.
pub const LEVELS: &[&str] = &["leader", "director", "manager", "officer", "expert"];
/// Forms of a mail beside the usual one: small, with photos on request; without attachments.
pub const MAIL_FORMS: &[&str] = &["light", "no_files"];
/// Yes or no, where nothing is said as well.
pub const YES_NO: &[&str] = &["yes", "no"];
/// Lawful bases of keeping personal data (UU 27/2022, article 20).
pub const LAWFUL_BASES: &[&str] = &[
    "consent",
    "contract",
    "legal_obligation",
    "vital_interest",
    "public_interest",
    "legitimate_interest",
];

/// How contacts are found.
pub static SEARCH: Searchable = Searchable {
    table: "contacts",
    index: "contact_search",
    columns: &["name", "outlet", "reach", "rest"],
    document: "SELECT c.name_prefix || ' ' || c.name || ' ' || c.name_suffix || ' ' || c.nickname,
                      COALESCE((SELECT GROUP_CONCAT(o.name || ' ' || a.position, ' ')
                                FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                                WHERE a.contact_id = c.id AND a.deleted_at IS NULL), ''),
                      COALESCE((SELECT GROUP_CONCAT(r.value || ' ' || r.value_key || CASE WHEN r.value_key LIKE '+62%' THEN ' 0' || substr(r.value_key, 4) ELSE '' END, ' ')
                                FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL), ''),
                      COALESCE((SELECT GROUP_CONCAT(l.value, ' ') FROM labels l WHERE l.contact_id = c.id AND l.deleted_at IS NULL), '')
                        || ' ' || c.city || ' ' || c.notes || ' ' || c.press_card_number || ' ' || c.ukw_number || ' ' || c.source_rank || ' ' || c.pitch_notes || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(s.handle, ' ') FROM social_accounts s WHERE s.contact_id = c.id AND s.deleted_at IS NULL), '') || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(o.name || ' ' || o.short_name || ' ' || m.role, ' ')
                                FROM memberships m JOIN organisations o ON o.id = m.association_id
                                WHERE m.contact_id = c.id AND m.deleted_at IS NULL), '') || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(v.value, ' ')
                                FROM custom_values v JOIN custom_fields f ON f.id = v.custom_field_id AND f.kind IN ('text', 'choice')
                                WHERE v.contact_id = c.id AND v.deleted_at IS NULL), '')
               FROM contacts c
               WHERE c.id = :id AND c.deleted_at IS NULL",
    parts: &[
        ("affiliations", "SELECT contact_id FROM affiliations WHERE id = :id"),
        ("organisations", "SELECT contact_id FROM affiliations WHERE organisation_id = :id"),
        ("reaches", "SELECT contact_id FROM reaches WHERE id = :id"),
        ("labels", "SELECT contact_id FROM labels WHERE id = :id"),
        ("social_accounts", "SELECT contact_id FROM social_accounts WHERE id = :id"),
        ("memberships", "SELECT contact_id FROM memberships WHERE id = :id"),
        ("organisations", "SELECT contact_id FROM memberships WHERE association_id = :id"),
        ("custom_values", "SELECT contact_id FROM custom_values WHERE id = :id"),
    ],
};

/// A save from the screen: fields by patch, the rest as it shall be (none = leave it).
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ContactPatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// The person was erased before and shall be entered again all the same.
    pub erased_ok: Option<bool>,
    /// Emails and phones.
    pub reaches: Option<Vec<ReachEdit>>,
    /// Beats.
    pub beats: Option<Vec<String>>,
    /// Tags.
    pub tags: Option<Vec<String>>,
    /// Areas covered.
    pub regions: Option<Vec<String>>,
    /// Languages spoken.
    pub languages: Option<Vec<String>>,
    /// Topics that a source speaks about.
    pub topics: Option<Vec<String>>,
    /// Where they work and worked.
    pub affiliations: Option<Vec<AffiliationEdit>>,
    /// Associations and communities.
    pub memberships: Option<Vec<MembershipEdit>>,
    /// Accounts on social platforms.
    pub social_accounts: Option<Vec<SocialAccountEdit>>,
    /// Values of the office's own fields; those not named stay.
    pub custom: Option<Vec<CustomValueEdit>>,
}

/// A possible duplicate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PossibleDuplicate {
    /// The other contact.
    pub contact_id: i64,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A list that a contact is on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OnList {
    /// The list.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// A contact with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactDetail {
    /// The record.
    pub contact: Contact,
    /// The row as the list shows it.
    pub row: ContactRow,
    /// Emails and phones.
    pub reaches: Vec<Reach>,
    /// Beats.
    pub beats: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Areas covered.
    pub regions: Vec<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// Topics that a source speaks about.
    pub topics: Vec<String>,
    /// Where they work and worked.
    pub affiliations: Vec<AffiliationRow>,
    /// Associations and communities.
    pub memberships: Vec<MembershipRow>,
    /// Accounts on social platforms.
    pub social_accounts: Vec<SocialAccount>,
    /// Scans and other files.
    pub files: Vec<RecordFile>,
    /// Values of the office's own fields.
    pub custom: Vec<CustomValue>,
    /// What holds sending back.
    pub states: Vec<ContactState>,
    /// Lists that they are on.
    pub lists: Vec<OnList>,
    /// Contacts that may be the same person.
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// The contact history, newest first.
    pub history: Vec<Interaction>,
}

/// Shows one.
pub fn show(db: &Reader, ctx: &Ctx, id: i64) -> Result<ContactDetail> {
    let contact: Contact = db.get(id)?;
    let owner = Owner::Contact(id);
    let row = rows_of(db, ctx, &[id])?
        .into_iter()
        .next()
        .ok_or_else(|| Error::internal("a live contact has a row"))?;
    let lists = db.rows(
        "SELECT l.id, l.name
         FROM recipient_list_members m
         JOIN recipient_lists l ON l.id = m.recipient_list_id AND l.deleted_at IS NULL
         WHERE m.contact_id = :id AND m.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM recipient_list_exclusions x
                           WHERE x.recipient_list_id = l.id AND x.contact_id = :id AND x.deleted_at IS NULL)
         ORDER BY l.name_key",
        named_params! {":id": id},
        |row| Ok(OnList { id: row.get(0)?, name: row.get(1)? }),
    )?;
    let possible_duplicates = db.rows(
        "SELECT c.id, c.name, f.reason
         FROM duplicate_flags f
         JOIN contacts c ON c.id = CASE WHEN f.contact_id = :id THEN f.other_id ELSE f.contact_id END AND c.deleted_at IS NULL
         WHERE (f.contact_id = :id OR f.other_id = :id) AND f.verdict = '' AND f.deleted_at IS NULL",
        named_params! {":id": id},
        |row| Ok(PossibleDuplicate { contact_id: row.get(0)?, name: row.get(1)?, reason: row.get(2)? }),
    )?;
    Ok(ContactDetail {
        contact,
        row,
        reaches: reach::of_contact(db, id)?,
        beats: label::of(db, owner, "beat")?,
        tags: label::of(db, owner, "tag")?,
        regions: label::of(db, owner, "region")?,
        languages: label::of(db, owner, "language")?,
        topics: label::of(db, owner, "topic")?,
        affiliations: affiliation::of_contact(db, id)?,
        memberships: membership::of_member(db, owner)?,
        social_accounts: social_account::of(db, owner)?,
        files: record_file::of(db, owner)?,
        custom: custom_field::values_of(db, owner)?,
        states: state::of_contact(db, id)?,
        lists,
        possible_duplicates,
        history: interaction::of_contact(db, id, 200)?,
    })
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: ContactPatch) -> Result<ContactDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Contact {
            kind: "journalist".to_owned(),
            language: "id".to_owned(),
            ..Contact::default()
        },
    };
    save.patch.check_version(&stored)?;
    db.edit::<Contact>(&save.patch)?;
    let mut contact: Contact = save.patch.apply(&stored)?;
    check(&contact)?;
    take_titles(&mut contact, &save.patch);
    contact.name = contact.name.trim().to_owned();
    contact.name_key = fold(&contact.name);
    contact.birthday_key = field::birthday_key(&contact.birthday)?;
    if save.erased_ok != Some(true) {
        returning::refuse(db, ctx, &contact, &save)?;
    }
    if contact.id == 0 {
        db.insert(&mut contact)?;
    } else {
        db.update(&mut contact)?;
    }
    let owner = Owner::Contact(contact.id);
    if let Some(edits) = &save.reaches {
        reach::replace(db, owner, edits)?;
    }
    for (kind, values) in [
        ("beat", &save.beats),
        ("tag", &save.tags),
        ("region", &save.regions),
        ("language", &save.languages),
        ("topic", &save.topics),
    ] {
        if let Some(values) = values {
            label::replace(db, owner, kind, values)?;
        }
    }
    if let Some(edits) = &save.memberships {
        membership::replace(db, owner, edits)?;
    }
    if let Some(edits) = &save.social_accounts {
        social_account::replace(db, owner, edits)?;
    }
    if let Some(edits) = &save.custom {
        custom_field::set(db, owner, edits)?;
    }
    if let Some(edits) = &save.affiliations {
        affiliation::replace(db, contact.id, edits)?;
    }
    show(db, ctx, contact.id)
}

/// A name typed with its titles is taken apart; titles that are typed beside it are kept as they
/// are.
fn take_titles(contact: &mut Contact, patch: &Patch) {
    let names = |field: &str| patch.set.contains_key(field);
    if !names("name") || names("name_prefix") || names("name_suffix") {
        return;
    }
    let parts = person_name::split(&contact.name);
    contact.name = parts.name;
    for (title, stored) in
        [(parts.prefix, &mut contact.name_prefix), (parts.suffix, &mut contact.name_suffix)]
    {
        if !title.is_empty() {
            *stored = title;
        }
    }
}

fn check(contact: &Contact) -> Result<()> {
    if contact.name.trim().is_empty() {
        return Err(Error::invalid("name", "contact-name-missing"));
    }
    if contact.kind.is_empty() || contact.language.is_empty() {
        let field = if contact.kind.is_empty() { "kind" } else { "language" };
        return Err(Error::invalid(field, "error-wrong-value").arg("field", field));
    }
    field::check(OwnerKind::Contact, contact)
}

/// Ends where they work and begins where they work next, in one action.
pub fn change_job(db: &Writer, ctx: &Ctx, change: JobChange) -> Result<ContactDetail> {
    db.get::<Contact>(change.contact_id)?;
    affiliation::change(db, ctx, &change)?;
    show(db, ctx, change.contact_id)
}

/// A picture of a person: uploaded by the window, or at a path of the command line; neither takes
/// the picture away.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewPhoto {
    /// Whose.
    #[ts(optional = false)]
    pub contact_id: i64,
    /// The name that it has; its ending says what it is.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    #[ts(type = "string", optional)]
    pub path: Option<PathBuf>,
}

/// Sets or takes away the picture of a person.
pub fn set_photo(db: &Writer, ctx: &Ctx, new: NewPhoto) -> Result<ContactDetail> {
    let mut contact: Contact = db.get(new.contact_id)?;
    contact.photo_sha256 = if new.upload.is_none() && new.path.is_none() {
        String::new()
    } else {
        let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
        stored_file::keep_if(&ctx.folder, &given, |file_name, mime| {
            if matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp") {
                return Ok(());
            }
            Err(Error::invalid("file_name", "release-image-kind").arg("file", file_name))
        })?
        .sha256
    };
    db.update(&mut contact)?;
    show(db, ctx, contact.id)
}

/// Takes contacts out of the bin; how many were in it.
pub fn restore(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut restored = 0;
    for id in ids {
        restored += i64::from(Owner::Contact(id).restore(db)?);
    }
    Ok(restored)
}

/// Puts contacts into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Contact>(id)?);
    }
    Ok(deleted)
}
