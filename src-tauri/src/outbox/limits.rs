//! How much an account may send, counted over windows that outlive a restart and hold for all
//! processes together, because they are read and written in the transaction of the claim.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::named_params;

use crate::account::Account;
use crate::clock;
use crate::db::Reader;
use crate::error::Result;

/// Ceilings of one account.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits {
    account_id: i64,
    /// Window in seconds and how many messages it takes.
    windows: [(i64, i64); 3],
    per_domain_minute: i64,
}

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

impl Limits {
    /// An account's ceilings; without an account there are none.
    pub fn of(account: Option<&Account>) -> Self {
        let Some(account) = account else { return Self::default() };
        Self {
            account_id: account.id,
            windows: [
                (MINUTE, account.per_minute),
                (60 * MINUTE, account.per_hour),
                (DAY, account.per_day),
            ],
            per_domain_minute: account.per_domain_minute,
        }
    }

    /// How long until the account may send again; none = now.
    pub fn wait(&self, db: &Reader, now: DateTime<Utc>) -> Result<Option<Duration>> {
        let mut longest = None;
        for (seconds, most) in self.windows {
            if most <= 0 {
                continue;
            }
            let window = chrono::Duration::seconds(seconds);
            let (sent, oldest): (i64, Option<String>) = db
                .row(
                    "SELECT COALESCE(SUM(messages), 0), MIN(at) FROM send_marks WHERE account_id = :account AND at > :since",
                    named_params! {":account": self.account_id, ":since": clock::to_text(now - window)},
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )?
                .unwrap_or_default();
            if sent >= most {
                let opens = oldest
                    .as_deref()
                    .and_then(clock::from_text)
                    .map_or(now, |oldest| oldest + window);
                let wait =
                    (opens - now).to_std().unwrap_or_default().max(Duration::from_millis(50));
                longest = longest.max(Some(wait));
            }
        }
        Ok(longest)
    }

    /// Recipient domains that must wait a while.
    pub fn full_domains(&self, db: &Reader, now: DateTime<Utc>) -> Result<Vec<String>> {
        if self.per_domain_minute <= 0 {
            return Ok(Vec::new());
        }
        db.rows(
            "SELECT domain
             FROM send_marks
             WHERE account_id = :account AND at > :since
             GROUP BY domain
             HAVING SUM(messages) >= :most",
            named_params! {":account": self.account_id, ":since": clock::to_text(now - chrono::Duration::seconds(MINUTE)), ":most": self.per_domain_minute},
            |row| row.get(0),
        )
    }

    /// Whether any ceiling holds; then messages are claimed and counted one by one.
    pub fn are_set(&self) -> bool {
        self.per_domain_minute > 0 || self.windows.iter().any(|(_, most)| *most > 0)
    }

    /// Counts messages to a domain that are about to leave.
    pub fn count(&self, db: &Reader, domain: &str, messages: i64, now: &str) -> Result<()> {
        if self.account_id != 0 {
            db.execute(
                "INSERT INTO send_marks (account_id, domain, at, messages) VALUES (:account, :domain, :now, :messages)",
                named_params! {":account": self.account_id, ":domain": domain, ":now": now, ":messages": messages},
            )?;
        }
        Ok(())
    }

    /// Forgets what no window sees any more.
    pub fn forget_old(db: &Reader, now: DateTime<Utc>) -> Result<()> {
        db.execute("DELETE FROM send_marks WHERE at < :before", named_params! {":before": clock::to_text(now - chrono::Duration::seconds(DAY + MINUTE))})?;
        Ok(())
    }
}
