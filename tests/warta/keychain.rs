//! The workspace's own name, under which the keychain keeps its secrets: made once, kept by
//! backups, unlike that of any other workspace. How secrets move to it: `account/keychain.rs`.

use std::path::Path;

use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;
use warta::account::Account;
use warta::db::{backup, migrate};
use warta::settings;
use warta::workspace::{self, As, Workspace};

use crate::sending_desk::SendingDesk;

/// The step before workspaces had names.
const BEFORE: usize = 29;

fn name(workspace: &Workspace) -> String {
    workspace.db.read(|db| settings::value(db, settings::WORKSPACE_ID, "")).unwrap()
}

fn accounts(workspace: &Workspace) -> Vec<(String, i64)> {
    let accounts: Vec<Account> = workspace.db.read(warta::account::all).unwrap();
    accounts.into_iter().map(|account| (account.keychain_home, account.keychain_older)).collect()
}

fn opened(folder: &Path) -> Workspace {
    Workspace::open(folder, As::Owner, Vec::new()).unwrap()
}

/// A workspace as it was before, with one account.
fn older(folder: &Path) {
    for name in ["files", "backups", "locks"] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
    }
    let database = folder.join(backup::DATABASE_NAME);
    migrate::to_step(&database, BEFORE).unwrap();
    Connection::open(&database)
        .unwrap()
        .execute_batch("INSERT INTO accounts (from_address, created_at, updated_at) VALUES ('humas@example.id', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z')")
        .unwrap();
}

#[test]
fn each_workspace_has_a_name_of_its_own_and_its_accounts_carry_it() {
    let (first, second) = (SendingDesk::new(), SendingDesk::new());
    for desk in [&first, &second] {
        desk.account(json!({}));
        assert_eq!(name(&desk.workspace).len(), 32);
        assert_eq!(accounts(&desk.workspace), [(name(&desk.workspace), 0)]);
    }
    assert_ne!(name(&first.workspace), name(&second.workspace));
    // It is nobody's to change.
    let changed =
        settings::Setting { key: settings::WORKSPACE_ID.to_owned(), value: "x".to_owned() };
    assert!(first.try_write(|db, ctx| settings::set(db, ctx, changed)).is_err());
    let patch = json!({"keychain_home": "x"});
    let save = warta::account::AccountPatch {
        set: patch.as_object().unwrap().clone(),
        ..Default::default()
    };
    assert!(first.try_write(|db, ctx| warta::account::save(db, ctx, save)).is_err());
}

#[test]
fn an_older_workspace_gets_a_name_and_its_secrets_are_looked_for_under_the_old_ones() {
    let folder = TempDir::new().unwrap();
    older(folder.path());
    let workspace = opened(folder.path());
    assert_eq!(accounts(&workspace), [(name(&workspace), 1)]);
}

#[test]
fn a_backup_keeps_its_name_and_one_from_before_takes_that_of_the_workspace() {
    let desk = SendingDesk::new();
    let folder = desk.folder.path().to_owned();
    let before = folder.join("backups").join("before.zip");
    let now = folder.join("backups").join("now.zip");
    {
        let source = TempDir::new().unwrap();
        older(source.path());
        let database = source.path().join(backup::DATABASE_NAME);
        backup::write_closed(&database, &source.path().join("files"), &before).unwrap();
    }
    backup::write(&desk.workspace.db, &desk.workspace.files(), &now).unwrap();
    let own = name(&desk.workspace);
    let SendingDesk { folder: _kept, workspace } = desk;
    drop(workspace);

    workspace::restore(&folder, &before).unwrap();
    let restored = opened(&folder);
    assert_eq!(name(&restored), own);
    assert_eq!(accounts(&restored), [(own.clone(), 1)]);
    drop(restored);

    // In another folder it is a copy, with the name of what it was taken from.
    let other = TempDir::new().unwrap();
    Workspace::create(other.path()).unwrap();
    assert_ne!(name(&opened(other.path())), own);
    workspace::restore(other.path(), &now).unwrap();
    assert_eq!(name(&opened(other.path())), own);
}
