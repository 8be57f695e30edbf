//! Several accounts beside each other: their names, which one is the usual, which one a release
//! goes out with.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::{Account, AccountDetail, PasswordKept, detail};
use crate::clock;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;

/// An account in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountRow {
    /// Its id.
    pub id: i64,
    /// What the office calls it; the address where it has no name.
    pub name: String,
    /// The sender's address.
    pub from_address: String,
    /// The sender's name as people read it.
    pub from_name: String,
    /// Whether a release goes out with it unless another is chosen.
    pub is_default: bool,
    /// Whether a server for sending is known.
    pub sends: bool,
    /// Whether answers are fetched from its mailbox.
    pub reads: bool,
    /// Where the password is.
    pub password_kept: PasswordKept,
    /// Whether Warta signs for it (DKIM).
    pub signs: bool,
    /// Messages within the last 24 hours, under all its limits.
    pub sent_today: i64,
    /// Messages that it may send in 24 hours; 0 = no limit.
    pub per_day: i64,
    /// Distributions that are not over.
    pub open_distributions: i64,
}

/// The accounts, the usual one first.
pub fn all(db: &Reader) -> Result<Vec<Account>> {
    db.all::<Account>("1 = 1 ORDER BY is_default DESC, id", &[])
}

/// The list of accounts.
pub fn list(db: &Reader, ctx: &Ctx, _: ()) -> Result<Vec<AccountRow>> {
    let since = clock::to_text(ctx.now - chrono::Duration::days(1));
    let mut rows = Vec::new();
    for (number, account) in all(db)?.into_iter().enumerate() {
        let args = named_params! {":account": account.id};
        rows.push(AccountRow {
            name: account.name().to_owned(),
            is_default: number == 0,
            sends: !account.smtp_url.is_empty(),
            reads: !account.imap_url.is_empty(),
            password_kept: super::password_kept(&account),
            signs: account.dkim_on != 0,
            sent_today: db.number(
                "SELECT COALESCE(SUM(messages), 0) FROM send_marks WHERE account_id = :account AND at > :since",
                named_params! {":account": account.id, ":since": since},
            )?,
            per_day: account.per_day,
            open_distributions: db.number(
                "SELECT COUNT(*) FROM distributions WHERE account_id = :account AND state IN ('running', 'paused')",
                args,
            )?,
            id: account.id,
            from_address: account.from_address,
            from_name: account.from_name,
        });
    }
    Ok(rows)
}

/// The usual account, if there is any.
pub fn find(db: &Reader) -> Result<Option<Account>> {
    Ok(db.all::<Account>("1 = 1 ORDER BY is_default DESC, id LIMIT 1", &[])?.into_iter().next())
}

/// The account that mail is sent with unless another is chosen; none = it goes to the outbox
/// folder.
pub fn for_sending(db: &Reader) -> Result<Option<Account>> {
    let able = "smtp_url <> '' ORDER BY is_default DESC, id LIMIT 1";
    Ok(db.all::<Account>(able, &[])?.into_iter().next())
}

/// The account that a release goes out with: the chosen one, else that of its last distribution
/// as long as it can send, else the usual one. None = it goes to the outbox folder.
pub fn for_release(db: &Reader, release_id: i64, chosen: Option<i64>) -> Result<Option<Account>> {
    if let Some(id) = chosen {
        let account = db.find::<Account>(id)?.ok_or_else(|| unknown(&id.to_string()))?;
        if account.smtp_url.is_empty() {
            return Err(
                Error::invalid("account_id", "account-cannot-send").arg("name", account.name())
            );
        }
        return Ok(Some(account));
    }
    let last: Option<i64> = db.row(
        "SELECT s.account_id
         FROM distributions s
         JOIN accounts a ON a.id = s.account_id AND a.deleted_at IS NULL AND a.smtp_url <> ''
         WHERE s.release_id = :release
         ORDER BY s.id DESC
         LIMIT 1",
        named_params! {":release": release_id},
        |row| row.get(0),
    )?;
    match last {
        Some(id) => db.find::<Account>(id),
        None => for_sending(db),
    }
}

/// The account that a person means: by its name, its address, what stands before the @, or its id.
pub fn named(db: &Reader, name: &str) -> Result<Account> {
    let wanted = fold(name.trim());
    let accounts = all(db)?;
    let local = |account: &Account| {
        account.from_address.split('@').next().map(fold).unwrap_or_default() == wanted
    };
    let ways: [&dyn Fn(&Account) -> bool; 4] = [
        &|account| !account.label.is_empty() && fold(&account.label) == wanted,
        &|account| fold(&account.from_address) == wanted,
        &local,
        &|account| account.id.to_string() == wanted,
    ];
    for is_meant in ways {
        let mut meant = accounts.iter().filter(|account| is_meant(account));
        match (meant.next(), meant.next()) {
            (Some(account), None) => return Ok(account.clone()),
            (Some(_), Some(_)) => {
                return Err(
                    Error::new(Code::Conflict, "account-ambiguous").arg("name", name.trim())
                );
            }
            _ => {}
        }
    }
    Err(unknown(name.trim()))
}

fn unknown(name: &str) -> Error {
    Error::new(Code::NotFound, "account-unknown").arg("name", name)
}

/// Makes an account the usual one.
pub fn make_default(db: &Writer, _ctx: &Ctx, id: i64) -> Result<AccountDetail> {
    db.get::<Account>(id)?;
    for mut account in all(db)? {
        let is_default = i64::from(account.id == id);
        if account.is_default != is_default {
            account.is_default = is_default;
            db.update(&mut account)?;
        }
    }
    Ok(detail(db.get::<Account>(id)?))
}

/// A name may stand for one account only, and not for another's address.
pub(super) fn check_label(db: &Reader, account: &Account) -> Result<()> {
    if account.label.is_empty() {
        return Ok(());
    }
    let key = fold(&account.label);
    let taken = all(db)?.iter().any(|other| {
        other.id != account.id && (fold(&other.label) == key || fold(&other.from_address) == key)
    });
    if taken {
        return Err(Error::invalid("label", "account-label-taken").arg("name", &account.label));
    }
    Ok(())
}

impl Account {
    /// What the office calls it.
    pub fn name(&self) -> &str {
        if self.label.is_empty() { &self.from_address } else { &self.label }
    }
}
