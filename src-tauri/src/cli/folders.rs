//! The folders of a mailbox on the command line: which there are, which are read.

use super::terminal::Terminal;
use crate::account::NO_SENT_FOLDER;
use crate::commands::{self, Door};
use crate::error::{Code, Error, Result};
use crate::inbox::{FolderChoice, MailboxFolder, MailboxFolders};

/// Shows the folders, or chooses which are read. Folders are named as they are shown.
pub fn folders(
    door: &Door,
    terminal: &Terminal,
    account_id: i64,
    read: Vec<String>,
    sent: Option<String>,
    usual: bool,
) -> Result<()> {
    let mut shown = commands::account_folders(door, account_id)?;
    if usual || !read.is_empty() || sent.is_some() {
        let wanted: Vec<String> =
            read.iter().map(|name| named(&shown, name)).collect::<Result<_>>()?;
        let sent = match sent.as_deref() {
            None => None,
            Some("" | NO_SENT_FOLDER) => sent,
            Some(name) => Some(named(&shown, name)?),
        };
        let choice = if usual {
            FolderChoice { account_id, read: Some(Vec::new()), sent: Some(String::new()) }
        } else {
            FolderChoice { account_id, read: (!wanted.is_empty()).then_some(wanted), sent }
        };
        commands::account_folders_choose(door, choice)?;
        shown = commands::account_folders(door, account_id)?;
    }
    terminal.result(&shown, |shown| {
        let mut lines: Vec<String> =
            shown.folders.iter().map(|folder| line(terminal, folder)).collect();
        lines.extend(
            shown.gone.iter().map(|name| terminal.words("inbox-folder-gone", &[("folder", name)])),
        );
        lines.join("\n")
    })
}

fn named(shown: &MailboxFolders, name: &str) -> Result<String> {
    let same = |folder: &&MailboxFolder| {
        folder.folder == name || folder.name.to_lowercase() == name.to_lowercase()
    };
    let found = shown.folders.iter().find(same);
    found
        .map(|folder| folder.folder.clone())
        .ok_or_else(|| Error::new(Code::NotFound, "inbox-folder-gone").arg("folder", name))
}

fn line(terminal: &Terminal, folder: &MailboxFolder) -> String {
    let what = match (folder.sent, folder.unwanted, folder.read) {
        (true, _, _) => "mailbox-folder-sent",
        (_, true, _) => "mailbox-folder-unwanted",
        (_, _, true) => "mailbox-folder-read",
        _ => return format!("  {}", folder.name),
    };
    format!("* {} ({})", folder.name, terminal.words(what, &[]))
}
