//! Everybody of the media list, small enough to hold: about 100 bytes a contact. Read once, in
//! the order of the tables.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::score::{Evidence, Verdict, is_desk, weigh};
use crate::db::Reader;
use crate::error::Result;
use crate::format::name_match::Words;
use crate::job::Job;

/// Lists of numbers for each contact, in one piece: those of contact `i` stand from `starts[i]`.
#[derive(Default)]
struct Shelves<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Shelves<T> {
    /// From pairs in any order.
    fn of(contacts: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0_u32; contacts + 1];
        for (contact, _) in pairs {
            if let Some(count) = starts.get_mut(*contact as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut items = vec![T::default(); pairs.len()];
        for (contact, item) in pairs {
            if let Some(place) = next.get_mut(*contact as usize) {
                if let Some(free) = items.get_mut(*place as usize) {
                    *free = *item;
                }
                *place += 1;
            }
        }
        Self { starts, items }
    }

    fn at(&self, contact: u32) -> &[T] {
        let start = |place: usize| self.starts.get(place).copied().unwrap_or(0) as usize;
        self.items.get(start(contact as usize)..start(contact as usize + 1)).unwrap_or_default()
    }
}

/// An address or number: its hash, whose two last bits say what it is.
pub type ReachHash = u64;
const IS_EMAIL: u64 = 1;
const IS_DESK: u64 = 2;

/// Everybody.
#[derive(Default)]
pub struct People {
    ids: Vec<i64>,
    names: String,
    name_ends: Vec<u32>,
    cities: Vec<u32>,
    reaches: Shelves<ReachHash>,
    outlets: Shelves<u32>,
    /// Addresses and numbers that are a desk's: an organisation's own, or several people's.
    desks: HashSet<ReachHash>,
}

/// The hash of an address or number.
pub fn reach_hash(value_key: &str) -> ReachHash {
    let mut hasher = DefaultHasher::new();
    value_key.hash(&mut hasher);
    let mark = if value_key.contains('@') { IS_EMAIL } else { 0 }
        | if is_desk(value_key) { IS_DESK } else { 0 };
    hasher.finish() & !3 | mark
}

const TELL_EVERY: usize = 16_384;

/// Columns that a scan reads, table by table; also what its limit is measured against.
pub const READ: &[&str] = &[
    "SELECT id, name_key, city FROM contacts WHERE deleted_at IS NULL ORDER BY id",
    "SELECT contact_id, organisation_id, value_key FROM reaches WHERE deleted_at IS NULL",
    "SELECT contact_id, organisation_id FROM affiliations WHERE deleted_at IS NULL",
    "SELECT id, name_key FROM organisations WHERE deleted_at IS NULL",
];

impl People {
    /// Reads everybody.
    pub fn read(db: &Reader, job: &Job) -> Result<Self> {
        let total = db.number("SELECT COUNT(*) FROM contacts WHERE deleted_at IS NULL", &[])?;
        let [contacts, reaches, affiliations, organisations] = READ else {
            return Ok(Self::default());
        };
        let mut people = Self::default();
        let mut cities: HashMap<String, u32> = HashMap::new();
        db.each_row(contacts, &[], |row| {
            people.ids.push(row.get(0)?);
            people.names.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
            people.name_ends.push(u32::try_from(people.names.len()).unwrap_or(u32::MAX));
            let city = row.get_ref(2)?.as_str().unwrap_or_default();
            let number = match cities.get(city) {
                Some(number) => *number,
                None => {
                    let number = u32::try_from(cities.len()).unwrap_or(u32::MAX)
                        + u32::from(!city.is_empty());
                    let number = if city.is_empty() { 0 } else { number.max(1) };
                    cities.insert(city.to_owned(), number);
                    number
                }
            };
            people.cities.push(number);
            people.tell(job, total)
        })?;
        people.read_reaches(db, reaches, job)?;
        people.read_outlets(db, affiliations, organisations)?;
        Ok(people)
    }

    fn tell(&self, job: &Job, total: i64) -> Result<()> {
        if self.ids.len().is_multiple_of(TELL_EVERY) {
            job.check_cancelled()?;
            job.progress("phase-duplicates-reading", self.ids.len() as i64, total);
        }
        Ok(())
    }

    fn read_reaches(&mut self, db: &Reader, sql: &str, job: &Job) -> Result<()> {
        let mut pairs: Vec<(u32, ReachHash)> = Vec::with_capacity(self.ids.len() * 2);
        let mut desks = HashSet::new();
        db.each_row(sql, &[], |row| {
            let hash = reach_hash(row.get_ref(2)?.as_str().unwrap_or_default());
            match row.get::<_, Option<i64>>(0)? {
                Some(contact) => {
                    if let Some(place) = self.place(contact) {
                        pairs.push((place, hash));
                    }
                }
                None => {
                    desks.insert(hash);
                }
            }
            if pairs.len().is_multiple_of(TELL_EVERY) {
                job.check_cancelled()?;
            }
            Ok(())
        })?;
        self.reaches = Shelves::of(self.ids.len(), &pairs);
        self.desks = desks;
        Ok(())
    }

    fn read_outlets(&mut self, db: &Reader, affiliations: &str, organisations: &str) -> Result<()> {
        // Two writings of an outlet's name are one outlet here.
        let mut by_name: HashMap<String, u32> = HashMap::new();
        let mut by_id: BTreeMap<i64, u32> = BTreeMap::new();
        db.each_row(organisations, &[], |row| {
            let number = u32::try_from(by_name.len()).unwrap_or(u32::MAX);
            let bare =
                super::organisations::bare_name(row.get_ref(1)?.as_str().unwrap_or_default());
            by_id.insert(row.get(0)?, *by_name.entry(bare).or_insert(number));
            Ok(())
        })?;
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(self.ids.len());
        db.each_row(affiliations, &[], |row| {
            let place = self.place(row.get(0)?);
            if let (Some(place), Some(outlet)) = (place, by_id.get(&row.get(1)?)) {
                pairs.push((place, *outlet));
            }
            Ok(())
        })?;
        self.outlets = Shelves::of(self.ids.len(), &pairs);
        Ok(())
    }

    fn place(&self, id: i64) -> Option<u32> {
        // Ids have few gaps: the guess is nearly always right or slightly too far.
        let first = self.ids.first()?;
        let guess = usize::try_from(id - first).ok()?;
        let place = match self.ids.get(guess) {
            Some(found) if *found == id => guess,
            _ => self.ids.binary_search(&id).ok()?,
        };
        u32::try_from(place).ok()
    }

    /// How many.
    pub fn count(&self) -> u32 {
        u32::try_from(self.ids.len()).unwrap_or(u32::MAX)
    }

    /// The contact's id.
    pub fn id(&self, contact: u32) -> i64 {
        self.ids.get(contact as usize).copied().unwrap_or(0)
    }

    /// The contact's folded name.
    pub fn name(&self, contact: u32) -> &str {
        let end = |place: usize| self.name_ends.get(place).copied().unwrap_or(0) as usize;
        let start = (contact as usize).checked_sub(1).map_or(0, end);
        self.names.get(start..end(contact as usize)).unwrap_or_default()
    }

    /// Every address and number with its contact.
    pub fn by_reach(&self) -> Vec<(u64, u32)> {
        (0..self.count())
            .flat_map(|contact| self.reaches.at(contact).iter().map(move |hash| (*hash, contact)))
            .collect()
    }

    /// Every outlet with its contact.
    pub fn by_outlet(&self) -> Vec<(u32, u32)> {
        (0..self.count())
            .flat_map(|contact| {
                self.outlets.at(contact).iter().map(move |outlet| (*outlet, contact))
            })
            .collect()
    }

    /// Notes that an address or number is shared by people of several names.
    pub fn mark_desk(&mut self, hash: ReachHash) {
        self.desks.insert(hash);
    }

    /// Compares two.
    pub fn compare(&self, a: u32, b: u32) -> Verdict {
        weigh(&Words::of(self.name(a)), &Words::of(self.name(b)), &self.evidence(a, b))
    }

    fn evidence(&self, a: u32, b: u32) -> Evidence {
        let mut found = Evidence::default();
        let (mine, theirs) = (self.reaches.at(a), self.reaches.at(b));
        for hash in mine.iter().filter(|hash| theirs.contains(hash)) {
            let is_desk = hash & IS_DESK != 0 || self.desks.contains(hash);
            match (hash & IS_EMAIL != 0, is_desk) {
                (true, true) => found.desk_email = true,
                (true, false) => found.email = true,
                (false, true) => found.desk_phone = true,
                (false, false) => found.phone = true,
            }
        }
        let any =
            |list: &[u64], email: bool| list.iter().any(|hash| (hash & IS_EMAIL != 0) == email);
        found.other_email =
            !found.email && !found.desk_email && any(mine, true) && any(theirs, true);
        found.other_phone =
            !found.phone && !found.desk_phone && any(mine, false) && any(theirs, false);
        let (mine, theirs) = (self.outlets.at(a), self.outlets.at(b));
        found.outlet = mine.iter().any(|outlet| theirs.contains(outlet));
        found.other_outlet = !found.outlet && !mine.is_empty() && !theirs.is_empty();
        let city = |contact: u32| self.cities.get(contact as usize).copied().unwrap_or(0);
        found.city = city(a) != 0 && city(a) == city(b);
        found
    }
}
