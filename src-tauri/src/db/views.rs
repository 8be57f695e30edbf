//! Long answers kept in memory: the ids that a question found, in their order, so that a list of a
//! million rows is read slice by slice without being sorted again. An answer holds until a table
//! that it was read from changes; together they stay under [`MOST_BYTES`]. Here too a question is
//! given up, when nobody waits for it any more.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Reader;
use crate::error::{Code, Error, Result};

/// Memory that kept answers may take.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Steps of the engine between two looks at the clock; some ten microseconds.
const STEPS: i32 = 2_000;

type Ids = Arc<Vec<i64>>;
type Slot = Arc<Mutex<Option<(Vec<u64>, Ids)>>>;

/// The kept answers of one database.
#[derive(Default)]
pub(crate) struct Views {
    /// Newest use last.
    slots: Mutex<Vec<(String, Slot)>>,
    /// How often each table has changed.
    changed: Mutex<BTreeMap<String, u64>>,
    /// How often another process has written.
    foreign: AtomicU64,
    foreign_seen: Mutex<Option<i64>>,
    /// Who asks what at the moment.
    asked: Mutex<BTreeMap<String, (String, Arc<AtomicBool>)>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Views {
    /// Notes that this process changed these tables.
    pub(super) fn note_changes<'t>(&self, tables: impl Iterator<Item = &'t str>) {
        let mut changed = lock(&self.changed);
        for table in tables {
            *changed.entry(table.to_owned()).or_default() += 1;
        }
    }

    /// Notes the number that differs once another process has written.
    pub(super) fn note_foreign(&self, version: Option<i64>) {
        let Some(version) = version else { return };
        let mut seen = lock(&self.foreign_seen);
        if seen.is_some_and(|seen| seen != version) {
            self.foreign.fetch_add(1, Ordering::Relaxed);
        }
        *seen = Some(version);
    }

    fn stamp(&self, tables: &[&str]) -> Vec<u64> {
        let changed = lock(&self.changed);
        let own = tables.iter().map(|table| changed.get(*table).copied().unwrap_or(0));
        own.chain([self.foreign.load(Ordering::Relaxed)]).collect()
    }

    fn slot(&self, key: &str) -> Slot {
        let mut slots = lock(&self.slots);
        let slot = match slots.iter().position(|(kept, _)| kept == key) {
            Some(at) => slots.remove(at).1,
            None => Slot::default(),
        };
        slots.push((key.to_owned(), Arc::clone(&slot)));
        slot
    }

    /// Forgets the answers that were used longest ago, beyond the memory allowed.
    fn bound(&self) {
        let mut slots = lock(&self.slots);
        let mut bytes = 0;
        let mut kept = 0;
        for (_, slot) in slots.iter().rev() {
            // One that is being worked out has no size yet.
            let size =
                slot.try_lock().ok().and_then(|held| held.as_ref().map(|(_, ids)| ids.len()));
            bytes += size.unwrap_or(0) * size_of::<i64>();
            if kept > 0 && bytes > MOST_BYTES {
                break;
            }
            kept += 1;
        }
        let gone = slots.len() - kept;
        slots.drain(..gone);
    }

    fn begin(&self, asker: &str, question: &str) -> Arc<AtomicBool> {
        let mut asked = lock(&self.asked);
        if let Some((running, given_up)) = asked.get(asker) {
            if running == question && !given_up.load(Ordering::Relaxed) {
                return Arc::clone(given_up);
            }
            given_up.store(true, Ordering::Relaxed);
        }
        let given_up = Arc::<AtomicBool>::default();
        asked.insert(asker.to_owned(), (question.to_owned(), Arc::clone(&given_up)));
        given_up
    }

    fn give_up(&self, asker: &str) -> bool {
        lock(&self.asked).remove(asker).is_some_and(|(_, given_up)| {
            given_up.store(true, Ordering::Relaxed);
            true
        })
    }
}

impl Reader<'_> {
    /// The kept answer under `key`, or what `find` finds, kept from now on. `tables`: those whose
    /// change makes it void. Who asks the same meanwhile waits for the same answer.
    pub fn kept_ids(
        &self,
        key: &str,
        tables: &[&str],
        find: impl FnOnce() -> Result<Vec<i64>>,
    ) -> Result<Ids> {
        let Some(database) = self.database else { return find().map(Arc::new) };
        let views = &database.views;
        let slot = views.slot(key);
        let mut held = lock(&slot);
        // Before the answer is sought: a change meanwhile must not be overlooked.
        let stamp = views.stamp(tables);
        if let Some((kept, ids)) = held.as_ref()
            && *kept == stamp
        {
            return Ok(Arc::clone(ids));
        }
        *held = None;
        let ids = Arc::new(find()?);
        *held = Some((stamp, Arc::clone(&ids)));
        drop(held);
        views.bound();
        Ok(ids)
    }

    /// The kept answer under `key`, if there is one that still holds.
    pub fn ids_at_hand(&self, key: &str, tables: &[&str]) -> Option<Ids> {
        let views = &self.database?.views;
        let slot = {
            let slots = lock(&views.slots);
            slots.iter().find(|(kept, _)| kept == key).map(|(_, slot)| Arc::clone(slot))?
        };
        let held = slot.try_lock().ok()?;
        let (stamp, ids) = held.as_ref()?;
        (*stamp == views.stamp(tables)).then(|| Arc::clone(ids))
    }

    /// Runs `work` until it is done or `limit` is over; then nothing.
    pub fn within<T>(
        &self,
        limit: Duration,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<Option<T>> {
        self.until(move |spent| spent > limit, work)
    }

    /// Runs `work` until it is done or `is_enough` says so, which hears how long it has taken; then
    /// nothing.
    pub fn until<T>(
        &self,
        is_enough: impl Fn(Duration) -> bool + Send + 'static,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<Option<T>> {
        let begun = Instant::now();
        let outer = self.given_up.borrow().clone();
        let watched = outer.clone();
        self.connection.progress_handler(
            STEPS,
            Some(move || {
                is_enough(begun.elapsed())
                    || watched.as_ref().is_some_and(|given_up| given_up.load(Ordering::Relaxed))
            }),
        )?;
        let outcome = work();
        self.watch(outer.clone())?;
        match outcome {
            Err(error) if error.code == Code::Cancelled => {
                let cancelled = outer.is_some_and(|given_up| given_up.load(Ordering::Relaxed));
                if cancelled { Err(error) } else { Ok(None) }
            }
            outcome => outcome.map(Some),
        }
    }

    /// From here on the question ends with a Cancelled error when `asker` asks another question,
    /// or gives it up ([`Reader::give_up`]).
    pub fn asked_by(&self, asker: &str, question: &str) -> Result<()> {
        let Some(database) = self.database else { return Ok(()) };
        self.watch(Some(database.views.begin(asker, question)))
    }

    /// Gives up what `asker` asks at the moment; whether there was something.
    pub fn give_up(&self, asker: &str) -> bool {
        self.database.is_some_and(|database| database.views.give_up(asker))
    }

    fn watch(&self, given_up: Option<Arc<AtomicBool>>) -> Result<()> {
        *self.given_up.borrow_mut() = given_up.clone();
        match given_up {
            Some(given_up) => self
                .connection
                .progress_handler(STEPS, Some(move || given_up.load(Ordering::Relaxed)))?,
            None => self.connection.progress_handler(0, None::<fn() -> bool>)?,
        }
        Ok(())
    }

    pub(super) fn watch_nothing(&self) -> Result<()> {
        if self.given_up.borrow().is_some() { self.watch(None) } else { Ok(()) }
    }

    /// An error when the question has been given up; for work between two statements.
    pub fn check_given_up(&self) -> Result<()> {
        let given_up = self.given_up.borrow();
        match given_up.as_ref() {
            Some(given_up) if given_up.load(Ordering::Relaxed) => {
                Err(Error::new(Code::Cancelled, "error-cancelled"))
            }
            _ => Ok(()),
        }
    }
}
