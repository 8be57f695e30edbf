//! Duplicates: contacts or organisations that may be one. Proposed with a score and the reasons
//! while a contact is typed in, on import and on demand; "not a duplicate" is remembered.

mod check;
mod organisations;
mod people;
mod scan;
mod score;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::{ContactRow, DuplicateFlag, rows_of};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::organisation::Organisation;
use crate::record;

pub use check::{DuplicateCheck, LikelyDuplicate, check, flag_imported};
pub use organisations::host;
pub use people::READ;
pub use scan::{ScanOrder, ScanReport, scan};

record! {
    /// Two organisations that may be one.
    OrganisationDuplicate in "organisation_duplicates" {
        /// The one that came later.
        organisation_id: i64,
        /// The one that was there.
        other_id: i64,
        /// Reasons, with commas between them.
        reason: String,
        /// 0 to 100.
        score: i64,
        /// `apart` = two, never to be proposed again; empty = not decided.
        verdict: String,
    }
}

/// Which proposals.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DuplicateFilter {
    /// `contact` (default) or `organisation`.
    pub kind: Option<String>,
    /// Those of one contact or organisation.
    pub of: Option<i64>,
    /// Those that were decided to be two, instead of the open ones.
    pub apart: Option<bool>,
    /// Position of the first.
    pub offset: Option<i64>,
    /// Most rows; none = 100.
    pub limit: Option<i64>,
}

/// An organisation in a proposal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OrganisationSide {
    /// Its id.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// City.
    pub city: String,
    /// Website.
    pub website: String,
    /// How many contacts are there now.
    pub contacts: i64,
}

/// Two that may be one. Either the contacts or the organisations are there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicateRow {
    /// The proposal.
    pub id: i64,
    /// `contact` or `organisation`.
    pub kind: String,
    /// 0 to 100.
    pub score: i64,
    /// Stable words, the strongest first.
    pub reasons: Vec<String>,
    /// The two contacts, the older one first; empty for organisations.
    pub contacts: Vec<ContactRow>,
    /// The two organisations, the older one first; empty for contacts.
    pub organisations: Vec<OrganisationSide>,
}

/// One page of proposals, the surest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicatePage {
    /// The proposals.
    pub rows: Vec<DuplicateRow>,
    /// How many there are of this kind.
    pub total: i64,
    /// Open proposals of contacts.
    pub contacts: i64,
    /// Open proposals of organisations.
    pub organisations: i64,
}

/// A proposal that a person decides on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Decision {
    /// `contact` or `organisation`.
    pub kind: String,
    /// The two ids, in any order. They need not have been proposed.
    pub ids: [i64; 2],
    /// True = two people (or organisations), never to be proposed again; false = to be looked at
    /// again.
    pub apart: bool,
}

/// The tables of a kind: proposals, their column, records.
struct Tables {
    flags: &'static str,
    column: &'static str,
    records: &'static str,
}

fn tables(kind: Option<&str>) -> Result<Tables> {
    match kind.unwrap_or("contact") {
        "contact" => {
            Ok(Tables { flags: "duplicate_flags", column: "contact_id", records: "contacts" })
        }
        "organisation" => Ok(Tables {
            flags: "organisation_duplicates",
            column: "organisation_id",
            records: "organisations",
        }),
        _ => Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind")),
    }
}

fn count_open(db: &Reader, kind: &str) -> Result<i64> {
    let Tables { flags, column, records } = tables(Some(kind))?;
    db.number(
        &format!(
            "SELECT COUNT(*) FROM {flags} f
             JOIN {records} a ON a.id = f.{column} AND a.deleted_at IS NULL
             JOIN {records} b ON b.id = f.other_id AND b.deleted_at IS NULL
             WHERE f.deleted_at IS NULL AND f.verdict = ''"
        ),
        &[],
    )
}

/// Lists proposals.
pub fn list(db: &Reader, ctx: &Ctx, filter: DuplicateFilter) -> Result<DuplicatePage> {
    let kind = filter.kind.clone().unwrap_or_else(|| "contact".to_owned());
    let Tables { flags, column, records } = tables(Some(&kind))?;
    let verdict = if filter.apart == Some(true) { "apart" } else { "" };
    let of = filter.of.unwrap_or(0);
    let from = format!(
        "FROM {flags} f
         JOIN {records} a ON a.id = f.{column} AND a.deleted_at IS NULL
         JOIN {records} b ON b.id = f.other_id AND b.deleted_at IS NULL
         WHERE f.deleted_at IS NULL AND f.verdict = :verdict AND (:of = 0 OR f.{column} = :of OR f.other_id = :of)"
    );
    let found: Vec<(i64, i64, i64, i64, String)> = db.rows(
        &format!("SELECT f.id, f.{column}, f.other_id, f.score, f.reason {from} ORDER BY f.score DESC, f.id LIMIT :limit OFFSET :offset"),
        named_params! {":verdict": verdict, ":of": of, ":limit": filter.limit.filter(|limit| *limit > 0).unwrap_or(100),
            ":offset": filter.offset.unwrap_or(0).max(0)},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
    )?;
    let total = db.number(
        &format!("SELECT COUNT(*) {from}"),
        named_params! {":verdict": verdict, ":of": of},
    )?;
    let mut rows = Vec::with_capacity(found.len());
    for (id, a, b, score, reason) in found {
        let pair = [a.min(b), a.max(b)];
        let (contacts, organisations) = if kind == "contact" {
            (rows_of(db, ctx, &pair)?, Vec::new())
        } else {
            (Vec::new(), sides(db, pair)?)
        };
        let reasons = reason.split(',').map(str::to_owned).collect();
        rows.push(DuplicateRow { id, kind: kind.clone(), score, reasons, contacts, organisations });
    }
    let (contacts, organisations) = (count_open(db, "contact")?, count_open(db, "organisation")?);
    Ok(DuplicatePage { rows, total, contacts, organisations })
}

fn sides(db: &Reader, pair: [i64; 2]) -> Result<Vec<OrganisationSide>> {
    let mut found = Vec::new();
    for id in pair {
        let organisation: Organisation = db.get(id)?;
        let contacts = db.number(
            "SELECT COUNT(*) FROM affiliations a JOIN contacts c ON c.id = a.contact_id AND c.deleted_at IS NULL
             WHERE a.organisation_id = :id AND a.ended_on = '' AND a.deleted_at IS NULL",
            named_params! {":id": id},
        )?;
        found.push(OrganisationSide {
            id,
            name: organisation.name,
            kind: organisation.kind,
            city: organisation.city,
            website: organisation.website,
            contacts,
        });
    }
    Ok(found)
}

/// Remembers that two are two, or forgets it. Answers whether anything changed.
pub fn decide(db: &Writer, _ctx: &Ctx, decision: Decision) -> Result<bool> {
    let [a, b] = decision.ids;
    if a == b {
        return Err(Error::new(Code::Invalid, "merge-same"));
    }
    let verdict = if decision.apart { "apart" } else { "" };
    let Tables { column, .. } = tables(Some(&decision.kind))?;
    let both = format!("(({column} = :a AND other_id = :b) OR ({column} = :b AND other_id = :a))");
    let params = named_params! {":a": a, ":b": b};
    if decision.kind == "contact" {
        let flags: Vec<DuplicateFlag> = db.all(&both, params)?;
        if flags.is_empty() && decision.apart {
            db.get::<crate::contact::Contact>(a)?;
            db.get::<crate::contact::Contact>(b)?;
            let flag = DuplicateFlag {
                contact_id: a.max(b),
                other_id: a.min(b),
                reason: "by_hand".to_owned(),
                verdict: verdict.to_owned(),
                ..DuplicateFlag::default()
            };
            return db.insert(&mut { flag }).map(|_| true);
        }
        let mut changed = false;
        for mut flag in flags {
            verdict.clone_into(&mut flag.verdict);
            changed |= db.update(&mut flag)?;
        }
        return Ok(changed);
    }
    let flags: Vec<OrganisationDuplicate> = db.all(&both, params)?;
    if flags.is_empty() && decision.apart {
        db.get::<Organisation>(a)?;
        db.get::<Organisation>(b)?;
        let flag = OrganisationDuplicate {
            organisation_id: a.max(b),
            other_id: a.min(b),
            reason: "by_hand".to_owned(),
            verdict: verdict.to_owned(),
            ..OrganisationDuplicate::default()
        };
        return db.insert(&mut { flag }).map(|_| true);
    }
    let mut changed = false;
    for mut flag in flags {
        verdict.clone_into(&mut flag.verdict);
        changed |= db.update(&mut flag)?;
    }
    Ok(changed)
}
