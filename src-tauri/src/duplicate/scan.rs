//! Looks through the whole media list for contacts and organisations that may be one: compares
//! only those that share an address, a number, an outlet or a rare name.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::People;
use super::score::{self, LEAST};
use super::{OrganisationDuplicate, organisations};
use crate::contact::DuplicateFlag;
use crate::db::{Ctx, Database, Reader, Writer};
use crate::error::Result;
use crate::format::name_match::{Words, sounds};
use crate::job::Job;

/// What to look through.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ScanOrder {
    /// `contacts`, `organisations`; none = both.
    #[ts(optional)]
    pub only: Option<String>,
}

/// What a scan found.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ScanReport {
    /// Contacts looked through.
    pub contacts: i64,
    /// Organisations looked through.
    pub organisations: i64,
    /// Pairs compared closely.
    pub compared: i64,
    /// Proposals that are new.
    pub found: i64,
    /// Proposals that were there already, or that a person has decided on.
    pub known: i64,
    /// The action, to take it back; 0 when nothing was found.
    pub action_id: i64,
}

/// Everybody at a small outlet is compared with everybody; at a larger one those who share words.
const SMALL: usize = 24;
/// A name that more people have says nothing by itself.
const RARE: usize = 4;
/// An address that people of so many names use is a desk's.
const NAMES_OF_A_DESK: usize = 3;
/// Of more people who share an address, only those who share a word of the name are compared.
const CROWD: usize = 200;
const KEEP_AT_ONCE: usize = 2_000;
const TELL_EVERY: usize = 4_096;

/// Scans the media list and keeps what may be one as proposals.
pub fn scan(job: &Job, order: ScanOrder) -> Result<ScanReport> {
    scan_in(&job.workspace.db, job, &order)
}

fn scan_in(db: &Database, job: &Job, order: &ScanOrder) -> Result<ScanReport> {
    let mut keeper = Keeper {
        db,
        ctx: job.ctx.clone(),
        known: HashSet::new(),
        waiting: Vec::new(),
        report: ScanReport::default(),
    };
    if order.only.as_deref() != Some("organisations") {
        let people = db.read(|db| {
            keeper.known = known(db, "duplicate_flags", "contact_id")?;
            People::read(db, job)
        })?;
        keeper.report.contacts = i64::from(people.count());
        Scan { people, job, keeper: &mut keeper }.all()?;
        keeper.keep::<DuplicateFlag>()?;
    }
    if order.only.as_deref() != Some("contacts") {
        let pairs = db.read(|db| {
            keeper.known = known(db, "organisation_duplicates", "organisation_id")?;
            organisations::pairs(db, job, &mut keeper.report)
        })?;
        for (a, b, score, reason) in pairs {
            keeper.propose::<OrganisationDuplicate>(a, b, score, reason)?;
        }
        keeper.keep::<OrganisationDuplicate>()?;
    }
    Ok(keeper.report)
}

/// Pairs that stand as proposals or have been decided on, the smaller id first.
fn known(db: &Reader, table: &str, column: &str) -> Result<HashSet<(i64, i64)>> {
    let mut pairs = HashSet::new();
    db.each_row(
        &format!("SELECT {column}, other_id FROM {table} WHERE deleted_at IS NULL"),
        &[],
        |row| {
            pairs.insert(ordered(row.get(0)?, row.get(1)?));
            Ok(())
        },
    )?;
    Ok(pairs)
}

/// The pair with the smaller id first.
pub fn ordered(a: i64, b: i64) -> (i64, i64) {
    (a.min(b), a.max(b))
}

/// A proposal as it is stored.
trait Proposal {
    const TABLE: &'static str;
    fn put(db: &Writer, pair: (i64, i64), score: i64, reason: String) -> Result<()>;
}

impl Proposal for DuplicateFlag {
    const TABLE: &'static str = "duplicate_flags";
    fn put(
        db: &Writer,
        (other_id, contact_id): (i64, i64),
        score: i64,
        reason: String,
    ) -> Result<()> {
        db.insert(&mut DuplicateFlag { contact_id, other_id, score, reason, ..Self::default() })
            .map(drop)
    }
}

impl Proposal for OrganisationDuplicate {
    const TABLE: &'static str = "organisation_duplicates";
    fn put(
        db: &Writer,
        (other_id, organisation_id): (i64, i64),
        score: i64,
        reason: String,
    ) -> Result<()> {
        db.insert(&mut OrganisationDuplicate {
            organisation_id,
            other_id,
            score,
            reason,
            ..Self::default()
        })
        .map(drop)
    }
}

/// Keeps proposals in short transactions of one action; a pair once.
struct Keeper<'a> {
    db: &'a Database,
    ctx: Ctx,
    known: HashSet<(i64, i64)>,
    waiting: Vec<((i64, i64), i64, String)>,
    report: ScanReport,
}

impl Keeper<'_> {
    fn propose<P: Proposal>(&mut self, a: i64, b: i64, score: i64, reason: String) -> Result<()> {
        let pair = ordered(a, b);
        if !self.known.insert(pair) {
            return Ok(());
        }
        self.waiting.push((pair, score, reason));
        if self.waiting.len() >= KEEP_AT_ONCE { self.keep::<P>() } else { Ok(()) }
    }

    fn keep<P: Proposal>(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        self.report.found += i64::try_from(waiting.len()).unwrap_or(0);
        let ctx = Ctx { now: crate::clock::now(), ..self.ctx.clone() };
        if self.report.action_id == 0 {
            // Like an import, a scan is taken back as a whole and keeps no image of each row.
            self.report.action_id = self.db.write(&ctx, "duplicate_scan", true, |db| {
                let action = db.action_id()?;
                db.log_import(DuplicateFlag::TABLE, -action, "")?;
                db.log_import(OrganisationDuplicate::TABLE, -action, "")?;
                Ok(action)
            })?;
        }
        let action = self.report.action_id;
        self.db.write_chunk(&ctx, action, |db| {
            db.set_import(-action);
            waiting
                .into_iter()
                .try_for_each(|(pair, score, reason)| P::put(db, pair, score, reason))
        })
    }
}

struct Scan<'a, 'b> {
    people: People,
    job: &'a Job<'a>,
    keeper: &'a mut Keeper<'b>,
}

impl Scan<'_, '_> {
    fn all(&mut self) -> Result<()> {
        let known_before = self.keeper.known.len();
        self.by_reach()?;
        self.by_outlet()?;
        self.by_name()?;
        let grown = self.keeper.known.len() - known_before;
        let found = i64::try_from(grown).unwrap_or(0);
        self.keeper.report.known = i64::try_from(known_before).unwrap_or(0);
        debug_assert!(found >= self.keeper.report.found);
        Ok(())
    }

    fn tell(&self, phase: &'static str, done: usize, total: usize) -> Result<()> {
        self.job.check_cancelled()?;
        self.job.progress(
            phase,
            i64::try_from(done).unwrap_or(0),
            i64::try_from(total).unwrap_or(0),
        );
        Ok(())
    }

    fn compare(&mut self, a: u32, b: u32) -> Result<()> {
        let (x, y) = (Words::of(self.people.name(a)), Words::of(self.people.name(b)));
        if a == b || !score::may_be_one(&x, &y) {
            return Ok(());
        }
        self.keeper.report.compared += 1;
        let verdict = self.people.compare(a, b);
        if verdict.score < LEAST {
            return Ok(());
        }
        let (a, b) = (self.people.id(a), self.people.id(b));
        self.keeper.propose::<DuplicateFlag>(a, b, verdict.score, verdict.reason())
    }

    fn all_pairs(&mut self, group: &[u32]) -> Result<()> {
        for (place, a) in group.iter().enumerate() {
            for b in group.iter().skip(place + 1) {
                self.compare(*a, *b)?;
            }
        }
        Ok(())
    }

    /// Who shares an address or a number.
    fn by_reach(&mut self) -> Result<()> {
        let mut entries = self.people.by_reach();
        entries.sort_unstable();
        let total = entries.len();
        // Which are a desk's must be known before anybody is compared.
        for group in groups(&entries) {
            if group.len() >= NAMES_OF_A_DESK && self.names_of(group) >= NAMES_OF_A_DESK {
                self.people.mark_desk(group.first().map_or(0, |(hash, _)| *hash));
            }
        }
        let mut done = 0;
        for (turn, group) in groups(&entries).enumerate() {
            done += group.len();
            if turn.is_multiple_of(TELL_EVERY) {
                self.tell("phase-duplicates-addresses", done, total)?;
            }
            if group.len() < 2 {
                continue;
            }
            let contacts: Vec<u32> = group.iter().map(|(_, contact)| *contact).collect();
            if contacts.len() <= CROWD {
                self.all_pairs(&contacts)?;
            } else {
                self.by_words(&contacts)?;
            }
        }
        Ok(())
    }

    /// How many different first words the names of a group have, up to what makes a desk.
    fn names_of(&self, group: &[(u64, u32)]) -> usize {
        let mut names: Vec<&str> = Vec::with_capacity(NAMES_OF_A_DESK);
        for (_, contact) in group {
            let name = self.people.name(*contact);
            let words = Words::of(name);
            let alike = |other: &&str| score::may_be_one(&words, &Words::of(other));
            if names.len() < NAMES_OF_A_DESK && !names.iter().any(alike) {
                names.push(name);
            }
        }
        names.len()
    }

    /// Who is or was at the same outlet.
    fn by_outlet(&mut self) -> Result<()> {
        let mut entries = self.people.by_outlet();
        entries.sort_unstable();
        entries.dedup();
        let total = entries.len();
        let mut done = 0;
        let mut told = 0;
        for group in groups(&entries) {
            done += group.len();
            if done - told >= TELL_EVERY {
                told = done;
                self.tell("phase-duplicates-outlets", done, total)?;
            }
            let contacts: Vec<u32> = group.iter().map(|(_, contact)| *contact).collect();
            if contacts.len() <= SMALL {
                self.all_pairs(&contacts)?;
            } else {
                self.by_words(&contacts)?;
            }
        }
        Ok(())
    }

    /// Of many, compares those whose names share two words, or one and the first or last letter
    /// of the other.
    fn by_words(&mut self, contacts: &[u32]) -> Result<()> {
        let mut entries: Vec<(u64, u32)> = Vec::with_capacity(contacts.len() * 6);
        for contact in contacts {
            word_keys(self.people.name(*contact), |key| entries.push((key, *contact)));
        }
        entries.sort_unstable();
        entries.dedup();
        let mut compared = HashSet::new();
        for group in groups(&entries) {
            // So many of one name at one place: each is compared with its neighbours only.
            let reach = if group.len() > CROWD { 8 } else { group.len() };
            for (place, (_, a)) in group.iter().enumerate() {
                for (_, b) in group.iter().skip(place + 1).take(reach) {
                    if compared.insert((*a, *b)) {
                        self.compare(*a, *b)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Who has the same rare name.
    fn by_name(&mut self) -> Result<()> {
        let mut entries: Vec<(u64, u32)> = Vec::with_capacity(self.people.count() as usize);
        for contact in 0..self.people.count() {
            let words = Words::of(self.people.name(contact));
            let mut words: Vec<&str> = words.all().to_vec();
            if words.len() >= 2 {
                words.sort_unstable();
                entries.push((hash(&words), contact));
            }
        }
        entries.sort_unstable();
        let total = entries.len();
        let mut done = 0;
        for (turn, group) in groups(&entries).enumerate() {
            done += group.len();
            if turn.is_multiple_of(TELL_EVERY) {
                self.tell("phase-duplicates-names", done, total)?;
            }
            if (2..=RARE).contains(&group.len()) {
                let contacts: Vec<u32> = group.iter().map(|(_, contact)| *contact).collect();
                self.all_pairs(&contacts)?;
            }
        }
        Ok(())
    }
}

/// Runs of equal keys in sorted entries.
fn groups<K: PartialEq, V>(entries: &[(K, V)]) -> impl Iterator<Item = &[(K, V)]> {
    entries.chunk_by(|a, b| a.0 == b.0)
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Keys of which two writings of one name at one place share at least one.
fn word_keys(name: &str, mut key: impl FnMut(u64)) {
    let words = Words::of(name);
    let spelled: Vec<Vec<u8>> = words.all().iter().map(|word| sounds(word).collect()).collect();
    let mut pair = |a: &[u8], b: &[u8]| key(hash((a.min(b), a.max(b))));
    for (place, a) in spelled.iter().enumerate() {
        for b in spelled.iter().skip(place + 1) {
            pair(a, b);
        }
    }
    match spelled.as_slice() {
        [only] => pair(only, &[]),
        [a, b] => letters(a, b, &mut pair),
        [a, b, c] => {
            for (x, y) in [(&[a.as_slice(), b].concat(), c), (a, &[b.as_slice(), c].concat())] {
                pair(x, y);
                letters(x, y, &mut pair);
            }
        }
        _ => {}
    }
}

/// A whole word with the first or the last letter of the other.
fn letters(a: &[u8], b: &[u8], pair: &mut impl FnMut(&[u8], &[u8])) {
    for (whole, other) in [(a, b), (b, a)] {
        for letter in [other.first(), other.last()].into_iter().flatten() {
            pair(whole, &[*letter, b'.']);
        }
    }
}
