//! Which folders of a mailbox are read: what the server has, and what the office chose.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fetch::{INBOX, Role, places};
use crate::account::{self, Account, AccountPatch, NO_SENT_FOLDER};
use crate::db::{Ctx, Writer};
use crate::error::{Error, Result};
use crate::job::Job;
use crate::mail::imap::Visit;

/// A folder of the mailbox.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxFolder {
    /// Its name as the server writes it.
    pub folder: String,
    /// Its name as people read it.
    pub name: String,
    /// Whether what comes there is read.
    pub read: bool,
    /// Whether it is read as sent mail.
    pub sent: bool,
    /// Whether only what belongs to something of ours is taken from it: unwanted mail.
    pub unwanted: bool,
}

/// The folders of one mailbox.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxFolders {
    /// The account.
    pub account_id: i64,
    /// All that can be opened, the inbox first.
    pub folders: Vec<MailboxFolder>,
    /// Chosen ones that are not there any more.
    pub gone: Vec<String>,
}

/// Which folders shall be read.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct FolderChoice {
    /// The account.
    #[ts(optional = false)]
    pub account_id: i64,
    /// Folders whose mail is read, as the server writes them; empty = the usual ones. None = as
    /// before.
    pub read: Option<Vec<String>>,
    /// The folder of sent mail; empty = as the server names it, `-` = none. None = as before.
    pub sent: Option<String>,
}

/// Asks the server for its folders.
pub fn show(job: &Job, account_id: i64) -> Result<MailboxFolders> {
    let account: Account = job.workspace.db.read(|db| db.get(account_id))?;
    if account.imap_url.is_empty() {
        return Err(
            Error::invalid("account_id", "account-check-no-mailbox").arg("name", account.name())
        );
    }
    job.progress("phase-fetching-mail", 0, 0);
    let stop = || job.check_cancelled().is_err();
    let login = account.imap_login()?;
    let mut visit = Visit::open(&login, &stop)?;
    let there = visit.folders()?;
    visit.leave();
    let (places, gone) = places(&account, &there);
    let mut folders: Vec<MailboxFolder> = there
        .iter()
        .filter(|folder| folder.selectable)
        .map(|folder| {
            let wire = if folder.name.eq_ignore_ascii_case(INBOX) { INBOX } else { &folder.name };
            let role = places.iter().find(|place| place.folder == wire).map(|place| place.role);
            MailboxFolder {
                folder: wire.to_owned(),
                name: folder.shown(),
                read: matches!(role, Some(Role::Incoming | Role::Unwanted)),
                sent: role == Some(Role::Sent),
                unwanted: role == Some(Role::Unwanted),
            }
        })
        .collect();
    folders.sort_by_key(|folder| (folder.folder != INBOX, folder.name.to_lowercase()));
    Ok(MailboxFolders { account_id, folders, gone })
}

/// Chooses the folders that are read. What was read stays; a folder that is new to Warta is read
/// from its beginning.
pub fn choose(db: &Writer, ctx: &Ctx, choice: FolderChoice) -> Result<account::AccountDetail> {
    let wrong = |name: &&String| name.is_empty() || name.chars().any(char::is_control);
    if let Some(name) = choice.read.iter().flatten().find(wrong) {
        return Err(Error::invalid("read", "inbox-folder-gone").arg("folder", name));
    }
    let mut set = serde_json::Map::new();
    if let Some(read) = choice.read {
        set.insert("read_folders".to_owned(), read.join("\n").into());
    }
    if let Some(sent) = choice.sent {
        let sent = sent.trim().to_owned();
        if sent != NO_SENT_FOLDER && sent.chars().any(char::is_control) {
            return Err(Error::invalid("sent", "inbox-folder-gone").arg("folder", sent));
        }
        set.insert("sent_folder".to_owned(), sent.into());
    }
    let patch = AccountPatch { id: Some(choice.account_id), set, ..AccountPatch::default() };
    account::save(db, ctx, patch)
}
