//! Distributions that leave when a connection is there: the mail server itself is asked, because
//! a hotel's or a provider's sign-in page answers as well.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::account::Account;
use crate::clock;
use crate::db::Durability;
use crate::distribution;
use crate::error::Result;
use crate::mail::smtp::{Class, SmtpSession};
use crate::workspace::Workspace;

/// A server is not asked more often than this.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Looks for a connection while distributions wait for one.
#[derive(Debug, Default)]
pub struct Lookout {
    last: Option<Instant>,
}

impl Lookout {
    /// Asks the servers of waiting distributions, unless that was a moment ago, and lets those go
    /// whose server answers.
    pub fn look(&mut self, workspace: &Workspace, only: i64) -> Result<()> {
        if self.last.is_some_and(|last| last.elapsed() < LOOK_EVERY) {
            return Ok(());
        }
        let waiting = workspace.db.read(|db| distribution::awaiting_connection(db, only))?;
        if waiting.is_empty() {
            return Ok(());
        }
        let mut answers: BTreeMap<i64, bool> = BTreeMap::new();
        let mut found = Vec::new();
        for (id, account_id) in waiting {
            let is_there = match answers.get(&account_id) {
                Some(known) => *known,
                None => {
                    let is_there = answers_now(workspace, account_id)?;
                    answers.insert(account_id, is_there);
                    is_there
                }
            };
            if is_there {
                found.push(id);
            }
        }
        self.last = Some(Instant::now());
        if found.is_empty() {
            return Ok(());
        }
        workspace.db.write_unlogged(Durability::Normal, &["distributions", "deliveries"], |db| {
            for id in found {
                distribution::found_connection(db, id, clock::now())?;
            }
            distribution::open(db, clock::now())
        })
    }
}

/// Whether the account's server says anything. What is wrong with the account itself is told by
/// the sending.
pub fn answers_now(workspace: &Workspace, account_id: i64) -> Result<bool> {
    let account = workspace.db.read(|db| db.find::<Account>(account_id))?;
    let Some(account) = account.filter(|account| !account.smtp_url.is_empty()) else {
        return Ok(true);
    };
    let Ok(login) = account.smtp_login() else { return Ok(true) };
    Ok(match SmtpSession::connect(&login) {
        Ok(session) => {
            session.quit();
            true
        }
        Err(outcome) => !matches!(outcome.class, Class::Network),
    })
}

/// A distribution that was to leave with the connection and lost it waits for the next one.
pub fn wait_again(workspace: &Workspace) -> Result<()> {
    if workspace.db.read(distribution::lost_connection)? {
        workspace.db.write_unlogged(
            Durability::Normal,
            &["distributions"],
            distribution::wait_again,
        )?;
    }
    Ok(())
}
