//! Organisations: outlets first, then associations, communities, government units and the rest.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::custom_field::{self, CustomValue, CustomValueEdit};
use crate::db::{Ctx, Patch, Reader, Searchable, Writer, search};
use crate::error::{Code, Error, Result};
use crate::field;
use crate::format::fold::fold;
use crate::label;
use crate::membership::{self, MembershipEdit, MembershipRow};
use crate::owner::{Owner, OwnerKind};
use crate::reach::{self, Reach, ReachEdit};
use crate::record;
use crate::record_file::{self, RecordFile};
use crate::social_account::{self, SocialAccount, SocialAccountEdit};

record! {
    /// An organisation; an outlet has media details on top.
    Organisation in "organisations" {
        /// One of [`KINDS`].
        kind: String,
        /// Name as it writes itself.
        name: String,
        /// The name folded for sorting and comparing.
        name_key: String,
        /// One of [`MEDIA_TYPES`] for an outlet, else empty.
        media_type: String,
        /// One of [`SCALES`], or empty.
        scale: String,
        /// The company behind an outlet (PT …).
        company: String,
        /// City.
        city: String,
        /// Street address.
        address: String,
        /// Website.
        website: String,
        /// Free notes.
        notes: String,
        /// Abbreviation: PWI, Diskominfo.
        short_name: String,
        /// Province or other region that it is in.
        region: String,
        /// Postal code.
        postal_code: String,
        /// Country.
        country: String,
        /// Address of its feed.
        rss: String,
        /// How often it appears: one of [`FREQUENCIES`], or empty.
        frequency: String,
        /// When copy must be in.
        deadlines: String,
        /// Circulation or audience, in `reach_unit`; 0 = not known.
        reach_value: i64,
        /// One of [`REACH_UNITS`], or empty.
        reach_unit: String,
        /// Who says so.
        reach_source: String,
        /// The day on which they said so.
        reach_on: String,
        /// Verification by the Press Council: one of [`PRESS_COUNCIL_LEVELS`]; empty = not known.
        press_council_level: String,
        /// Its number.
        press_council_number: String,
        /// Its day.
        press_council_on: String,
        /// How much the office minds it: one of [`TIERS`], or empty.
        tier: String,
        /// Where the data come from.
        data_source: String,
        /// Day on which somebody last made sure that they are right.
        verified_on: String,
    }
}

/// Kinds of organisations.
pub const KINDS: &[&str] = &[
    "outlet",
    "journalists_association",
    "outlets_association",
    "community",
    "government_unit",
    "agency",
    "campus",
    "company",
];
/// Types of outlets.
pub const MEDIA_TYPES: &[&str] =
    &["newspaper", "online", "tv", "radio", "agency", "magazine", "community", "social"];
/// How far an outlet reaches.
pub const SCALES: &[&str] = &["local", "regional", "national", "international"];
/// How often an outlet appears.
pub const FREQUENCIES: &[&str] =
    &["continuous", "daily", "weekly", "fortnightly", "monthly", "quarterly", "irregular"];
/// What an outlet's reach counts.
pub const REACH_UNITS: &[&str] =
    &["copies", "readers", "viewers", "listeners", "visitors_month", "followers", "members"];
/// What the Press Council verified: nothing, the papers, the papers and the newsroom.
pub const PRESS_COUNCIL_LEVELS: &[&str] = &["none", "administrative", "factual"];
/// How much the office minds an outlet; 1 most.
pub const TIERS: &[&str] = &["1", "2", "3"];

/// How organisations are found.
pub static SEARCH: Searchable = Searchable {
    table: "organisations",
    index: "organisation_search",
    columns: &["name", "rest"],
    document: "SELECT o.name || ' ' || o.short_name,
                      o.company || ' ' || o.city || ' ' || o.region || ' ' || o.website || ' ' || o.notes || ' ' || o.press_council_number || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(l.value, ' ') FROM labels l WHERE l.organisation_id = o.id AND l.deleted_at IS NULL), '') || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(s.handle, ' ') FROM social_accounts s WHERE s.organisation_id = o.id AND s.deleted_at IS NULL), '') || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(v.value, ' ')
                                FROM custom_values v JOIN custom_fields f ON f.id = v.custom_field_id AND f.kind IN ('text', 'choice')
                                WHERE v.organisation_id = o.id AND v.deleted_at IS NULL), '') || ' ' ||
                      COALESCE((SELECT GROUP_CONCAT(r.value, ' ') FROM reaches r WHERE r.organisation_id = o.id AND r.deleted_at IS NULL), '')
               FROM organisations o
               WHERE o.id = :id AND o.deleted_at IS NULL",
    parts: &[
        ("reaches", "SELECT organisation_id FROM reaches WHERE id = :id"),
        ("labels", "SELECT organisation_id FROM labels WHERE id = :id"),
        ("social_accounts", "SELECT organisation_id FROM social_accounts WHERE id = :id"),
        ("custom_values", "SELECT organisation_id FROM custom_values WHERE id = :id"),
    ],
};

/// Which organisations.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OrganisationFilter {
    /// Words that must begin words of the organisation.
    pub search: Option<String>,
    /// One of [`KINDS`]; `not_outlet` = all but outlets.
    pub kind: Option<String>,
    /// One of [`MEDIA_TYPES`].
    pub media_type: Option<String>,
    /// City, exactly.
    pub city: Option<String>,
    /// Name key after which the page begins.
    pub after: Option<String>,
    /// Most rows; 0 = 200.
    pub limit: Option<i64>,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganisationRow {
    /// Its id.
    pub id: i64,
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Type of outlet.
    pub media_type: String,
    /// Scale.
    pub scale: String,
    /// City.
    pub city: String,
    /// Website.
    pub website: String,
    /// How many contacts are there now.
    pub contacts: i64,
}

/// One page of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganisationPage {
    /// Rows in the order of their names.
    pub rows: Vec<OrganisationRow>,
    /// How many there are in all.
    pub total: i64,
}

/// A person at an organisation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MastheadRow {
    /// The contact.
    pub contact_id: i64,
    /// Name.
    pub name: String,
    /// Position.
    pub position: String,
    /// Day they left; empty = still there.
    pub ended_on: String,
    /// First day, or empty.
    pub started_on: String,
    /// Part of the organisation, or empty.
    pub department: String,
    /// Kind of contact.
    pub kind: String,
}

/// An organisation with all that hangs on it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganisationDetail {
    /// The record.
    pub organisation: Organisation,
    /// Emails and phones of the newsroom or front desk.
    pub reaches: Vec<Reach>,
    /// Its people, those still there first.
    pub masthead: Vec<MastheadRow>,
    /// Subjects covered.
    pub beats: Vec<String>,
    /// Topics it answers for.
    pub topics: Vec<String>,
    /// Areas covered.
    pub regions: Vec<String>,
    /// Languages it works in.
    pub languages: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Associations that it is a member of.
    pub memberships: Vec<MembershipRow>,
    /// Its own members.
    pub members: Vec<MembershipRow>,
    /// Accounts on social platforms.
    pub social_accounts: Vec<SocialAccount>,
    /// Scans and other files.
    pub files: Vec<RecordFile>,
    /// Values of the office's own fields.
    pub custom: Vec<CustomValue>,
}

/// A save from the screen.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OrganisationPatch {
    /// The record's fields.
    #[ts(optional = false)]
    pub patch: Patch,
    /// All emails and phones as they shall be; none = leave them.
    pub reaches: Option<Vec<ReachEdit>>,
    /// Subjects covered.
    pub beats: Option<Vec<String>>,
    /// Topics it answers for.
    pub topics: Option<Vec<String>>,
    /// Areas covered.
    pub regions: Option<Vec<String>>,
    /// Languages it works in.
    pub languages: Option<Vec<String>>,
    /// Tags.
    pub tags: Option<Vec<String>>,
    /// Associations that it is a member of.
    pub memberships: Option<Vec<MembershipEdit>>,
    /// Accounts on social platforms.
    pub social_accounts: Option<Vec<SocialAccountEdit>>,
    /// Values of the office's own fields; those not named stay.
    pub custom: Option<Vec<CustomValueEdit>>,
}

/// All live organisations by name, for an export.
pub fn all_ids(db: &Reader) -> Result<Vec<i64>> {
    db.rows(
        "SELECT id FROM organisations WHERE deleted_at IS NULL ORDER BY name_key, id",
        &[],
        |row| row.get(0),
    )
}

/// Lists organisations by name.
pub fn list(db: &Reader, _ctx: &Ctx, filter: OrganisationFilter) -> Result<OrganisationPage> {
    let matching = filter.search.as_deref().and_then(search::matching);
    let found = if matching.is_some() {
        "AND o.id IN (SELECT rowid FROM organisation_search WHERE organisation_search MATCH :matching)"
    } else {
        ""
    };
    let condition = format!(
        "o.deleted_at IS NULL {found}
           AND (:kind = '' OR o.kind = :kind OR (:kind = 'not_outlet' AND o.kind <> 'outlet'))
           AND (:media_type = '' OR o.media_type = :media_type)
           AND (:city = '' OR o.city = :city)
           AND :matching = :matching"
    );
    let (kind, media_type, city) = (
        filter.kind.unwrap_or_default(),
        filter.media_type.unwrap_or_default(),
        filter.city.unwrap_or_default(),
    );
    let matching = matching.unwrap_or_default();
    let total = db.number(
        &format!("SELECT COUNT(*) FROM organisations o WHERE {condition}"),
        named_params! {":kind": kind, ":media_type": media_type, ":city": city, ":matching": matching},
    )?;
    let rows = db.rows(
        &format!(
            "SELECT o.id, o.kind, o.name, o.media_type, o.scale, o.city, o.website,
                    (SELECT COUNT(*) FROM affiliations a JOIN contacts c ON c.id = a.contact_id AND c.deleted_at IS NULL
                     WHERE a.organisation_id = o.id AND a.deleted_at IS NULL AND a.ended_on = '')
             FROM organisations o
             WHERE {condition} AND o.name_key > :after
             ORDER BY o.name_key, o.id
             LIMIT :limit"
        ),
        named_params! {":kind": kind, ":media_type": media_type, ":city": city, ":matching": matching,
            ":after": filter.after.unwrap_or_default(), ":limit": filter.limit.filter(|limit| *limit > 0).unwrap_or(200)},
        |row| {
            Ok(OrganisationRow {
                id: row.get(0)?,
                kind: row.get(1)?,
                name: row.get(2)?,
                media_type: row.get(3)?,
                scale: row.get(4)?,
                city: row.get(5)?,
                website: row.get(6)?,
                contacts: row.get(7)?,
            })
        },
    )?;
    Ok(OrganisationPage { rows, total })
}

/// Shows one.
pub fn show(db: &Reader, _ctx: &Ctx, id: i64) -> Result<OrganisationDetail> {
    let owner = Owner::Organisation(id);
    let masthead = db.rows(
        "SELECT c.id, c.name, a.position, a.ended_on, a.started_on, a.department, c.kind
         FROM affiliations a
         JOIN contacts c ON c.id = a.contact_id AND c.deleted_at IS NULL
         WHERE a.organisation_id = :id AND a.deleted_at IS NULL
         ORDER BY a.ended_on <> '', c.name_key",
        named_params! {":id": id},
        |row| {
            Ok(MastheadRow {
                contact_id: row.get(0)?,
                name: row.get(1)?,
                position: row.get(2)?,
                ended_on: row.get(3)?,
                started_on: row.get(4)?,
                department: row.get(5)?,
                kind: row.get(6)?,
            })
        },
    )?;
    Ok(OrganisationDetail {
        organisation: db.get(id)?,
        reaches: reach::of_organisation(db, id)?,
        masthead,
        beats: label::of(db, owner, "beat")?,
        topics: label::of(db, owner, "topic")?,
        regions: label::of(db, owner, "region")?,
        languages: label::of(db, owner, "language")?,
        tags: label::of(db, owner, "tag")?,
        memberships: membership::of_member(db, owner)?,
        members: membership::of_association(db, id)?,
        social_accounts: social_account::of(db, owner)?,
        files: record_file::of(db, owner)?,
        custom: custom_field::values_of(db, owner)?,
    })
}

/// Creates or changes one.
pub fn save(db: &Writer, ctx: &Ctx, save: OrganisationPatch) -> Result<OrganisationDetail> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => Organisation { kind: "outlet".to_owned(), ..Organisation::default() },
    };
    save.patch.check_version(&stored)?;
    db.edit::<Organisation>(&save.patch)?;
    let mut organisation: Organisation = save.patch.apply(&stored)?;
    check(&organisation)?;
    organisation.name = organisation.name.trim().to_owned();
    organisation.name_key = fold(&organisation.name);
    if organisation.id == 0 {
        db.insert(&mut organisation)?;
    } else {
        db.update(&mut organisation)?;
    }
    let owner = Owner::Organisation(organisation.id);
    if let Some(edits) = &save.reaches {
        reach::replace(db, owner, edits)?;
    }
    for (kind, values) in [
        ("beat", &save.beats),
        ("topic", &save.topics),
        ("region", &save.regions),
        ("language", &save.languages),
        ("tag", &save.tags),
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
    show(db, ctx, organisation.id)
}

fn check(organisation: &Organisation) -> Result<()> {
    if organisation.name.trim().is_empty() {
        return Err(Error::invalid("name", "organisation-name-missing"));
    }
    if organisation.kind.is_empty() {
        return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
    }
    field::check(OwnerKind::Organisation, organisation)
}

/// The organisation that a person means: by its id, its name or its abbreviation.
pub fn which(db: &Reader, text: &str) -> Result<i64> {
    let text = text.trim();
    if let Ok(id) = text.parse::<i64>()
        && db.find::<Organisation>(id)?.is_some()
    {
        return Ok(id);
    }
    let found: Vec<i64> = db.rows(
        "SELECT id FROM organisations WHERE name_key = :key AND deleted_at IS NULL ORDER BY id",
        named_params! {":key": fold(text)},
        |row| row.get(0),
    )?;
    let found = if found.is_empty() { with_short_name(db, text)? } else { found };
    match found.as_slice() {
        [id] => Ok(*id),
        [] => Err(Error::new(Code::NotFound, "organisation-unknown").arg("name", text)),
        several => Err(Error::new(Code::Invalid, "organisation-several")
            .arg("name", text)
            .arg("ids", several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))),
    }
}

fn with_short_name(db: &Reader, text: &str) -> Result<Vec<i64>> {
    db.rows(
        "SELECT id FROM organisations WHERE lower(short_name) = :name AND deleted_at IS NULL ORDER BY id",
        named_params! {":name": text.to_lowercase()},
        |row| row.get(0),
    )
}

/// Takes organisations out of the bin; how many were in it.
pub fn restore(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut restored = 0;
    for id in ids {
        restored += i64::from(Owner::Organisation(id).restore(db)?);
    }
    Ok(restored)
}

/// Puts organisations into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Organisation>(id)?);
    }
    Ok(deleted)
}

/// The organisation of this name, or a new one of this kind. Of several with the name, one of the
/// kind is meant.
pub fn named_or_new(db: &Writer, name: &str, kind: &str) -> Result<i64> {
    let found = db.row(
        "SELECT id FROM organisations WHERE name_key = :key AND deleted_at IS NULL ORDER BY kind <> :kind, id LIMIT 1",
        named_params! {":key": fold(name), ":kind": kind},
        |row| row.get(0),
    )?;
    match found {
        Some(id) => Ok(id),
        None => db.insert(&mut Organisation {
            kind: kind.to_owned(),
            name: name.trim().to_owned(),
            name_key: fold(name),
            ..Organisation::default()
        }),
    }
}
