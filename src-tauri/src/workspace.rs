//! A workspace: one folder that holds everything an office has in Warta. One process is its
//! owner; a command line beside an open window is a guest.

pub mod network;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bus::Bus;
use crate::db::{Ctx, Database, Searchable, Source, backup, migrate};
use crate::error::{Code, Error, Result};
use crate::{clock, office, staff};

/// An open workspace. Dropping it closes it and lets its locks go.
pub struct Workspace {
    folder: PathBuf,
    /// The database.
    pub db: Database,
    process: String,
    owner_lock: Option<Lock>,
    network_share: Option<String>,
    _own_lock: Lock,
}

/// Who opens the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// The window: must be the owner.
    Owner,
    /// The command line: owner when nobody else is, else guest.
    OwnerOrGuest,
}

/// Where the person's workspace is unless they say otherwise: `Documents/Warta`.
pub fn default_folder() -> PathBuf {
    dirs::document_dir()
        .or_else(|| dirs::home_dir().map(|home| home.join("Documents")))
        .unwrap_or_default()
        .join("Warta")
}

/// Where the demo office lives, apart from the person's own data.
pub fn demo_folder() -> PathBuf {
    default_folder().with_file_name("Warta-demo")
}

impl Workspace {
    /// Whether a folder holds a workspace.
    pub fn exists(folder: &Path) -> bool {
        folder.join(backup::DATABASE_NAME).is_file()
    }

    /// Makes a new, empty workspace; an existing one is left as it is.
    pub fn create(folder: &Path) -> Result<()> {
        for name in ["files", "outbox", "backups", "logs", "locks", "uploads"] {
            fs::create_dir_all(folder.join(name)).map_err(|cause| cannot_write(folder, &cause))?;
        }
        let _lock = take_lock(&folder.join("locks"), OWNER)?.ok_or_else(|| {
            Error::new(Code::Busy, "workspace-in-use").arg("folder", folder.display())
        })?;
        migrate::to_latest(&folder.join(backup::DATABASE_NAME))
    }

    /// Opens a workspace; the owner first backs up and migrates an older database.
    pub fn open(folder: &Path, opener: As, searchables: Vec<&'static Searchable>) -> Result<Self> {
        if !Self::exists(folder) {
            return Err(
                Error::new(Code::NotFound, "workspace-missing").arg("folder", folder.display())
            );
        }
        for name in ["files", "outbox", "backups", "logs", "locks", "uploads"] {
            fs::create_dir_all(folder.join(name)).map_err(|cause| cannot_write(folder, &cause))?;
        }
        let locks = folder.join("locks");
        let owner_lock = take_lock(&locks, OWNER)?;
        if owner_lock.is_none() && opener == As::Owner {
            return Err(Error::new(Code::Busy, "workspace-in-use").arg("folder", folder.display()));
        }
        let is_owner = owner_lock.is_some();
        let process = format!("{}-{:08x}.lock", std::process::id(), rand::random::<u32>());
        let own_lock = {
            let _doorway = wait_for_lock(&locks, DOORWAY)?;
            take_lock(&locks, &process)?
        }
        .ok_or_else(|| {
            Error::new(Code::Busy, "workspace-in-use").arg("folder", folder.display())
        })?;
        let database = folder.join(backup::DATABASE_NAME);
        let found = migrate::version(&database).map_err(|error| damaged(error, folder))?;
        if found > migrate::latest() {
            return Err(Error::new(Code::TooNew, "error-too-new")
                .arg("found", found)
                .arg("known", migrate::latest()));
        }
        if found < migrate::latest() {
            if !is_owner {
                return Err(
                    Error::new(Code::Busy, "workspace-in-use").arg("folder", folder.display())
                );
            }
            let name = format!(
                "before-migration-{found}-to-{}-{}.zip",
                migrate::latest(),
                clock::now().format("%Y%m%d-%H%M%S")
            );
            backup::write_closed(
                &database,
                &folder.join("files"),
                &folder.join("backups").join(name),
            )?;
            migrate::to_latest(&database)?;
        }
        let db = Database::open(&database, searchables, Arc::new(Bus::default()))
            .map_err(|error| damaged(error, folder))?;
        let db = if opener == As::Owner { db.mapped() } else { db };
        let network_share = network::share_of(folder);
        let workspace = Self {
            folder: folder.to_owned(),
            db,
            process,
            owner_lock,
            network_share,
            _own_lock: own_lock,
        };
        crate::logs::start(&workspace.folder.join("logs"));
        log::info!(
            "opened as {} in process {}",
            if is_owner { "owner" } else { "guest" },
            workspace.process
        );
        if let Some(kind) = workspace.network_share() {
            log::warn!("the workspace lies on a network share: {kind}");
        }
        if is_owner {
            workspace.clean_up()?;
        }
        Ok(workspace)
    }

    /// What only the owner may do: forget dead processes' lock files, mark interrupted jobs.
    fn clean_up(&self) -> Result<()> {
        self.forget_dead_processes()?;
        self.forget_old_uploads();
        crate::job::recover(self)
    }

    /// Removes the lock files that nobody holds. Nobody comes in meanwhile: a process that has
    /// made its file and not yet locked it would look dead.
    fn forget_dead_processes(&self) -> Result<()> {
        let locks = self.folder.join("locks");
        let _doorway = wait_for_lock(&locks, DOORWAY)?;
        for entry in fs::read_dir(&locks)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if is_of_a_process(&name) && self.process_is_dead(&name) {
                let _ = fs::remove_file(locks.join(name));
            }
        }
        Ok(())
    }

    /// Drops what came in by the window and what a check of an import or the demo left, after a
    /// day; the rejected rows of an import, which can still be saved, after thirty.
    fn forget_old_uploads(&self) {
        let now = clock::now();
        let entries = fs::read_dir(self.folder.join("uploads")).into_iter().flatten();
        for entry in entries.filter_map(std::result::Result::ok) {
            let rejected = entry.file_name().to_string_lossy().starts_with("rejected");
            let days = if rejected { 30 } else { 1 };
            let is_old = entry.metadata().and_then(|about| about.modified()).is_ok_and(|at| {
                now.signed_duration_since(chrono::DateTime::<chrono::Utc>::from(at))
                    > chrono::TimeDelta::days(days)
            });
            let path = entry.path();
            if is_old && path.is_dir() {
                let _ = fs::remove_dir_all(path);
            } else if is_old {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The content-addressed files.
    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// This process's name in claims and jobs.
    pub fn process(&self) -> &str {
        &self.process
    }

    /// The kind of network share that the folder lies on; none on a disk of this machine.
    pub fn network_share(&self) -> Option<&str> {
        self.network_share.as_deref()
    }

    /// Whether this process owns the workspace.
    pub fn is_owner(&self) -> bool {
        self.owner_lock.is_some()
    }

    /// Leaves the ownership to whoever comes next: who stays for days must not keep the window out.
    pub fn step_back(&mut self) {
        self.owner_lock = None;
    }

    /// Whether the process that named itself so has ended: its lock can be taken.
    pub fn process_is_dead(&self, process: &str) -> bool {
        if process == self.process {
            return false;
        }
        is_free(&self.folder.join("locks").join(process))
    }

    /// A context for a call through `source` by `actor`, now.
    pub fn ctx(&self, actor: &str, source: Source) -> Ctx {
        Ctx { now: clock::now(), actor: actor.to_owned(), source, folder: self.folder.clone() }
    }

    /// Writes today's automatic backup if there is none yet, and drops the oldest.
    pub fn back_up_daily(&self) -> Result<()> {
        let folder = self.folder.join("backups");
        let target = folder.join(format!("daily-{}.zip", clock::now().format("%Y-%m-%d")));
        if !self.is_owner() {
            return Ok(());
        }
        backup::clear_unfinished(&folder)?;
        if !target.exists() {
            backup::write(&self.db, &self.files(), &target)?;
            backup::rotate(&folder)?;
        }
        Ok(())
    }

    /// The name of the staff member at work, from the settings.
    pub fn actor(&self) -> Result<String> {
        self.db.read(staff::current)
    }

    /// The office's time zone.
    pub fn zone(&self) -> Result<chrono_tz::Tz> {
        self.db.read(office::zone)
    }
}

/// Puts a backup in the place of a closed workspace's data; what was there is backed up first.
pub fn restore(folder: &Path, backup_file: &Path) -> Result<()> {
    for name in ["backups", "locks"] {
        fs::create_dir_all(folder.join(name)).map_err(|cause| cannot_write(folder, &cause))?;
    }
    let _lock = take_lock(&folder.join("locks"), OWNER)?
        .ok_or_else(|| Error::new(Code::Busy, "restore-workspace-open"))?;
    // Nobody comes in meanwhile, and nobody is there: a sender that goes on with the replaced
    // database would send what the restored one sends too.
    let _doorway = wait_for_lock(&folder.join("locks"), DOORWAY)?;
    if somebody_is_in(&folder.join("locks"))? {
        return Err(Error::new(Code::Busy, "restore-somebody-works"));
    }
    let incoming = folder.join(format!("restore-{}", std::process::id()));
    let outcome = backup::unpack(backup_file, &incoming).and_then(|()| swap_in(folder, &incoming));
    let _ = fs::remove_dir_all(&incoming);
    outcome
}

fn swap_in(folder: &Path, incoming: &Path) -> Result<()> {
    let database = folder.join(backup::DATABASE_NAME);
    if database.exists() {
        let backups = folder.join("backups");
        let stamp = clock::now().format("%Y%m%d-%H%M%S%3f");
        let target = backups.join(format!("before-restore-{stamp}.zip"));
        match backup::write_closed(&database, &folder.join("files"), &target) {
            // What is damaged cannot be packed; it is kept as it is, for whoever can read it.
            Err(error) if error.text == "error-database-damaged" => {
                fs::copy(&database, backups.join(format!("damaged-{stamp}.sqlite")))?;
            }
            outcome => outcome?,
        }
        // A damaged database has nothing to carry over that could be read.
        if let Err(error) = backup::carry_name(&database, &incoming.join(backup::DATABASE_NAME))
            && error.text != "error-database-damaged"
        {
            return Err(error);
        }
        if folder.join(backup::KEY_NAME).is_file()
            && let Err(error) =
                backup::carry_erasures(&database, &incoming.join(backup::DATABASE_NAME))
            && error.text != "error-database-damaged"
        {
            return Err(error);
        }
    }
    // The hashes of erased people are worth nothing without their key; the own one wins.
    if !folder.join(backup::KEY_NAME).is_file() && incoming.join(backup::KEY_NAME).is_file() {
        fs::rename(incoming.join(backup::KEY_NAME), folder.join(backup::KEY_NAME))?;
    }
    // Files are named by their content, so adding them first can harm nothing.
    fs::create_dir_all(folder.join("files"))?;
    for entry in fs::read_dir(incoming.join("files"))? {
        let entry = entry?;
        fs::rename(entry.path(), folder.join("files").join(entry.file_name()))?;
    }
    for leftover in ["warta.sqlite-wal", "warta.sqlite-shm"] {
        let _ = fs::remove_file(folder.join(leftover));
    }
    fs::rename(incoming.join(backup::DATABASE_NAME), database)?;
    Ok(())
}

/// Held by the owner for as long as the workspace is open.
const OWNER: &str = "owner.lock";
/// Held for the moment in which a process makes its own lock or dead ones are removed.
const DOORWAY: &str = "doorway.lock";

/// A lock that is held.
struct Lock(File);

impl Drop for Lock {
    // Closing the file is not enough: a program being started by another thread has copies of
    // all open files for a moment, and with them would go on holding the lock.
    fn drop(&mut self) {
        if let Err(cause) = self.0.unlock() {
            log::warn!("a lock was not given back: {cause}");
        }
    }
}

/// The other files beside the locks (a second start leaves one) are no process's.
fn is_of_a_process(name: &str) -> bool {
    name.ends_with(".lock") && name != OWNER && name != DOORWAY
}

/// Whether nobody holds the lock of this file.
fn is_free(lock: &Path) -> bool {
    match OpenOptions::new().read(true).write(true).open(lock) {
        Err(cause) => cause.kind() == std::io::ErrorKind::NotFound,
        // Shared, so that two who ask at once do not take each other for the process.
        Ok(file) => file.try_lock_shared().is_ok_and(|()| file.unlock().is_ok()),
    }
}

/// Whether a process, guest or owner, has the workspace open.
fn somebody_is_in(locks: &Path) -> Result<bool> {
    for entry in fs::read_dir(locks)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_of_a_process(&name) && !is_free(&entry.path()) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn lock_file(folder: &Path, name: &str) -> Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(folder.join(name))
        .map_err(|cause| cannot_write(folder, &cause))
}

fn wait_for_lock(folder: &Path, name: &str) -> Result<Lock> {
    let file = lock_file(folder, name)?;
    file.lock().map_err(|cause| cannot_write(folder, &cause))?;
    Ok(Lock(file))
}

fn take_lock(folder: &Path, name: &str) -> Result<Option<Lock>> {
    let file = lock_file(folder, name)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(cause)) => Err(cannot_write(folder, &cause)),
    }
}

fn cannot_write(folder: &Path, cause: &std::io::Error) -> Error {
    Error::new(Code::Internal, "workspace-cannot-write")
        .arg("folder", folder.display())
        .because(cause)
}

fn damaged(error: Error, folder: &Path) -> Error {
    if error.text == "error-database-damaged" {
        error.arg("folder", folder.display())
    } else {
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_free_though_a_program_being_started_still_has_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let lock = take_lock(folder.path(), OWNER).unwrap().unwrap();
        let copy = lock.0.try_clone().unwrap();
        assert!(take_lock(folder.path(), OWNER).unwrap().is_none());
        drop(lock);
        assert!(take_lock(folder.path(), OWNER).unwrap().is_some());
        drop(copy);
    }
}
