//! Backups: a consistent copy of the database and the files, in one zip.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Database, Reader};
use crate::error::{Code, Error, Result};

/// The database's name in a workspace and in a backup.
pub const DATABASE_NAME: &str = "warta.sqlite";
/// The key of the hashes by which erased people are known; beside the database, in backups too.
pub const KEY_NAME: &str = "erasure.key";
const FILES: &str = "files";
const KEEP_NEWEST: usize = 14;

/// Writes a backup of an open database to `target`, complete or not at all.
pub fn write(db: &Database, files: &Path, target: &Path) -> Result<()> {
    let copy = temporary_beside(target, "sqlite");
    let outcome =
        db.read(|reader| copy_database(reader, &copy)).and_then(|()| pack(&copy, files, target));
    let _ = fs::remove_file(&copy);
    outcome
}

/// Writes a backup of a database that nobody has open yet, such as before a migration.
pub fn write_closed(database: &Path, files: &Path, target: &Path) -> Result<()> {
    let copy = temporary_beside(target, "sqlite");
    let outcome = Connection::open(database)
        .map_err(Error::from)
        .and_then(|connection| copy_database(&Reader::on(&connection), &copy))
        .and_then(|()| pack(&copy, files, target));
    let _ = fs::remove_file(&copy);
    outcome
}

fn temporary_beside(target: &Path, extension: &str) -> PathBuf {
    target.with_extension(format!("{}.{extension}", std::process::id()))
}

/// Copies the database as one snapshot into a new file.
pub fn copy_database(reader: &Reader, copy: &Path) -> Result<()> {
    let mut destination = Connection::open(copy)?;
    let backup = rusqlite::backup::Backup::new(reader.connection, &mut destination)?;
    backup.run_to_completion(4096, Duration::ZERO, None)?;
    Ok(())
}

fn pack(copy: &Path, files: &Path, target: &Path) -> Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = temporary_beside(target, "part");
    let outcome = (|| {
        let mut zip = ZipWriter::new(File::create(&unfinished)?);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(true);
        zip.start_file(DATABASE_NAME, options).map_err(Error::internal)?;
        std::io::copy(&mut File::open(copy)?, &mut zip)?;
        let key = files.with_file_name(KEY_NAME);
        if key.is_file() {
            zip.start_file(KEY_NAME, options).map_err(Error::internal)?;
            std::io::copy(&mut File::open(key)?, &mut zip)?;
        }
        if files.is_dir() {
            for entry in fs::read_dir(files)? {
                let entry = entry?;
                if entry.file_type()?.is_file() {
                    let name = format!("{FILES}/{}", entry.file_name().to_string_lossy());
                    zip.start_file(name, options).map_err(Error::internal)?;
                    std::io::copy(&mut File::open(entry.path())?, &mut zip)?;
                }
            }
        }
        let mut file = zip.finish().map_err(Error::internal)?;
        file.flush()?;
        file.sync_all()?;
        fs::rename(&unfinished, target)?;
        Ok(())
    })();
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    outcome
}

/// Unpacks a backup into `folder`, which must not exist, and checks that its database is sound.
pub fn unpack(backup: &Path, folder: &Path) -> Result<()> {
    let name =
        backup.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let unreadable = |cause: &dyn std::fmt::Display| {
        Error::new(Code::Invalid, "restore-unreadable").arg("file", &name).because(cause)
    };
    let file = File::open(backup).map_err(|cause| unreadable(&cause))?;
    let mut zip = ZipArchive::new(file).map_err(|cause| unreadable(&cause))?;
    fs::create_dir_all(folder.join(FILES))?;
    let mut seen = BTreeSet::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|cause| unreadable(&cause))?;
        let Some(inside) = entry.enclosed_name() else { continue };
        let is_file_of_ours = inside.parent() == Some(Path::new(FILES))
            || inside == Path::new(DATABASE_NAME)
            || inside == Path::new(KEY_NAME);
        if !entry.is_file() || !is_file_of_ours {
            continue;
        }
        let mut target = File::create(folder.join(&inside))?;
        let mut buffer = vec![0_u8; 1 << 16];
        loop {
            let count = entry.read(&mut buffer).map_err(|cause| unreadable(&cause))?;
            target.write_all(buffer.get(..count).unwrap_or_default())?;
            if count == 0 {
                break;
            }
        }
        target.sync_all()?;
        seen.insert(inside);
    }
    let database = folder.join(DATABASE_NAME);
    if !seen.contains(Path::new(DATABASE_NAME)) {
        return Err(unreadable(&"no database inside"));
    }
    if super::migrate::version(&database).map_err(|cause| unreadable(&cause))?
        > super::migrate::latest()
    {
        return Err(Error::new(Code::TooNew, "error-too-new")
            .arg("found", super::migrate::version(&database)?)
            .arg("known", super::migrate::latest()));
    }
    let verdict: String = Connection::open(&database)?
        .query_row("PRAGMA quick_check", [], |row| row.get(0))
        .map_err(|cause| unreadable(&cause))?;
    if verdict == "ok" { Ok(()) } else { Err(unreadable(&verdict)) }
}

/// Removes what backups that were broken off left beside them: only the owner of the workspace
/// writes these, so whatever another process left is nobody's any more.
pub fn clear_unfinished(folder: &Path) -> Result<()> {
    let own = format!(".{}", std::process::id());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_unfinished = path.extension().is_some_and(|extension| {
            extension == "part" || extension == "sqlite" || extension == "sqlite-journal"
        });
        let is_ours = ["daily-", "before-"].iter().any(|kind| name.starts_with(kind));
        let is_at_work =
            path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(&own));
        if is_unfinished && is_ours && !is_at_work {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Removes the oldest automatic backups beyond the newest fourteen.
pub fn rotate(folder: &Path) -> Result<()> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "zip"))
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("daily-"))
        })
        .collect();
    names.sort();
    let surplus = names.len().saturating_sub(KEEP_NEWEST);
    for old in names.into_iter().take(surplus) {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// Gives a database from before workspaces had names the name of the one that it replaces: the
/// secrets of its accounts stand in the keychain under that. One that has a name keeps it.
pub fn carry_name(from: &Path, into: &Path) -> Result<()> {
    let name_of = |connection: &Connection| {
        connection
            .query_row("SELECT value FROM settings WHERE key = 'workspace_id'", [], |row| {
                row.get::<_, String>(0)
            })
            .optional()
    };
    let Some(name) = name_of(&super::connect(from)?)? else { return Ok(()) };
    let connection = super::connect(into)?;
    if name_of(&connection)?.is_none() {
        connection.execute(
            "INSERT INTO settings (key, value) VALUES ('workspace_id', :name)",
            rusqlite::named_params! {":name": name},
        )?;
    }
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")?;
    Ok(())
}

/// Carries the erasures of the database that is being replaced over into the one that comes in, so
/// that a restore forgets nobody's erasure. The incoming one is brought to the newest form first.
pub fn carry_erasures(from: &Path, into: &Path) -> Result<()> {
    super::migrate::to_latest(into)?;
    if super::migrate::version(from)? < super::migrate::latest() {
        return Ok(());
    }
    let connection = super::connect(into)?;
    connection.execute("ATTACH DATABASE ?1 AS old", [from.to_string_lossy()])?;
    connection.execute_batch(
        "BEGIN;
         INSERT INTO main.erasures (at, actor, reason, contact_id)
         SELECT o.at, o.actor, o.reason, o.contact_id FROM old.erasures o
         WHERE NOT EXISTS (SELECT 1 FROM main.erasures m WHERE m.at = o.at AND m.contact_id = o.contact_id);
         INSERT OR IGNORE INTO main.erased_keys (erasure_id, kind, hash)
         SELECT m.id, k.kind, k.hash
         FROM old.erased_keys k
         JOIN old.erasures o ON o.id = k.erasure_id
         JOIN main.erasures m ON m.at = o.at AND m.contact_id = o.contact_id;
         COMMIT;
         DETACH DATABASE old;
         PRAGMA wal_checkpoint(TRUNCATE);
         PRAGMA journal_mode = DELETE;",
    )?;
    Ok(())
}
