//! The office's mail accounts on the command line: servers and limits, names, which is the usual
//! one, the signature, the test mail to oneself.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use crate::account::{
    self, AccountCheck, AccountDetail, AccountPatch, CheckOrder, DkimDetail, DkimOrder,
    PasswordKept, VerdictTone,
};
use crate::commands::{self, Door};
use crate::error::{Code, Error, Result};
use crate::mail::address_url::{self, Scheme};

#[derive(Subcommand)]
pub enum Account {
    List,
    Add(Box<AccountAdd>),
    Set(Box<AccountSet>),
    Show {
        #[arg(value_name = "NAME")]
        account: Option<String>,
    },
    Rename {
        #[arg(value_name = "NAME")]
        account: String,
        #[arg(value_name = "NEW")]
        label: String,
    },
    Default {
        #[arg(value_name = "NAME")]
        account: String,
    },
    Remove {
        #[arg(value_name = "NAME")]
        account: String,
    },
    Oauth(Oauth),
    Folders {
        #[arg(value_name = "NAME")]
        account: Option<String>,
        #[arg(long, value_name = "FOLDER")]
        read: Vec<String>,
        #[arg(long, value_name = "FOLDER")]
        sent: Option<String>,
        #[arg(long, conflicts_with_all = ["read", "sent"])]
        usual: bool,
    },
    Dkim(Dkim),
    Check {
        #[arg(value_name = "NAME")]
        account: Option<String>,
        #[arg(long, value_name = "NAME")]
        mailbox: Option<String>,
        #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(0..=600))]
        wait: Option<u32>,
        #[arg(long, conflicts_with_all = ["mailbox", "wait"])]
        last: bool,
    },
}

#[derive(Args)]
pub struct AccountAdd {
    #[arg(long, value_name = "NAME")]
    label: Option<String>,
    #[command(flatten)]
    fields: Fields,
}

#[derive(Args)]
pub struct AccountSet {
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "NAME")]
    label: Option<String>,
    #[command(flatten)]
    fields: Fields,
}

#[derive(Args)]
struct Fields {
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
    #[arg(long, value_name = "URL")]
    imap: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "PROVIDER", value_parser = ["gmail", "google-workspace", "microsoft-365", "generic"])]
    preset: Option<String>,
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=16))]
    connections: Option<i64>,
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"], hide_possible_values = true)]
    plus_address: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    per_minute: Option<i64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    per_hour: Option<i64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    per_day: Option<i64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    per_domain_minute: Option<i64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    per_connection: Option<i64>,
}

#[derive(Args)]
pub struct Oauth {
    #[arg(value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,
    #[arg(long, value_name = "TENANT")]
    tenant: Option<String>,
    #[arg(long, value_name = "URL")]
    auth_url: Option<String>,
    #[arg(long, value_name = "URL")]
    token_url: Option<String>,
    #[arg(long, value_name = "SCOPE")]
    scope: Option<String>,
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=3600))]
    wait: Option<u32>,
    #[arg(long)]
    no_browser: bool,
    #[arg(long, conflicts_with_all = ["client_id", "tenant", "auth_url", "token_url", "scope", "wait"])]
    off: bool,
}

#[derive(Args)]
pub struct Dkim {
    #[arg(value_name = "NAME")]
    account: Option<String>,
    #[arg(long)]
    make: bool,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[arg(long, value_name = "SELECTOR")]
    selector: Option<String>,
    #[arg(long, conflicts_with_all = ["make", "key", "off", "remove"])]
    on: bool,
    #[arg(long, conflicts_with_all = ["make", "key", "remove"])]
    off: bool,
    #[arg(long, conflicts_with_all = ["make", "key"])]
    remove: bool,
}

/// The mail accounts.
pub fn account(door: &Door, terminal: &Terminal, account: Account) -> Result<()> {
    match account {
        Account::List => list(door, terminal),
        Account::Add(order) => {
            let AccountAdd { label, fields } = *order;
            let patch = AccountPatch { new: true, ..fields.patch(label)? };
            saved(door, terminal, patch)
        }
        Account::Set(order) => {
            let AccountSet { account, label, fields } = *order;
            let id = account.map(|name| named(door, &name)).transpose()?;
            let patch = AccountPatch { id, ..fields.patch(label)? };
            saved(door, terminal, patch)
        }
        Account::Show { account } => {
            let id = account.map(|name| named(door, &name)).transpose()?;
            terminal.result(&commands::account_show(door, id)?, |found| match found {
                Some(detail) => sheet(terminal, detail),
                None => terminal.words("cli-account-none", &[]),
            })
        }
        Account::Rename { account, label } => {
            let set = Map::from_iter([("label".to_owned(), Json::from(label))]);
            let id = Some(named(door, &account)?);
            saved(door, terminal, AccountPatch { id, set, ..AccountPatch::default() })
        }
        Account::Default { account } => {
            let detail = commands::account_default(door, named(door, &account)?)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Account::Remove { account } => {
            let id = named(door, &account)?;
            let removed = commands::account_delete(door, id)?;
            terminal.result(&json!({"id": id, "removed": removed}), |_| {
                terminal.words("cli-account-removed", &[("name", &account)])
            })
        }
        Account::Oauth(order) => oauth(door, terminal, order),
        Account::Folders { account, read, sent, usual } => {
            ask_passwords(door)?;
            let id = some_account(door, account.as_deref())?;
            super::folders::folders(door, terminal, id, read, sent, usual)
        }
        Account::Dkim(order) => dkim(door, terminal, order),
        Account::Check { account, mailbox, wait, last } => {
            let id = some_account(door, account.as_deref())?;
            if last {
                let found = commands::account_check_show(door, id)?;
                return terminal.result(&found, |found| match found {
                    Some(check) => check_sheet(terminal, check),
                    None => terminal.words("account-check-none", &[]),
                });
            }
            ask_passwords(door)?;
            let to_account_id = mailbox.map(|name| named(door, &name)).transpose()?;
            let order = CheckOrder { account_id: id, to_account_id, wait_seconds: wait };
            let check = commands::account_check(door, order)?;
            terminal.result(&check, |check| check_sheet(terminal, check))
        }
    }
}

fn named(door: &Door, name: &str) -> Result<i64> {
    door.workspace.db.read(|db| Ok(account::named(db, name)?.id))
}

/// The named account, or the usual one.
fn some_account(door: &Door, name: Option<&str>) -> Result<i64> {
    match name {
        Some(name) => named(door, name),
        None => commands::account_show(door, None)?
            .map(|detail| detail.account.id)
            .ok_or_else(|| Error::new(Code::NotFound, "cli-account-none")),
    }
}

impl Fields {
    fn patch(self, label: Option<String>) -> Result<AccountPatch> {
        let needs_password = has_user(self.smtp.as_deref(), Scheme::Smtp)?
            || has_user(self.imap.as_deref(), Scheme::Imap)?
            || self.preset.as_deref().is_some_and(|preset| preset != "generic");
        let mut set = Map::new();
        let texts = [
            ("smtp_url", self.smtp),
            ("imap_url", self.imap),
            ("from_address", self.from),
            ("from_name", self.name),
            ("preset", self.preset),
            ("label", label),
        ];
        set.extend(
            texts
                .into_iter()
                .filter_map(|(field, text)| Some((field.to_owned(), Json::from(text?)))),
        );
        let numbers = [
            ("connections", self.connections),
            ("plus_address", self.plus_address.map(|word| i64::from(word == "yes"))),
            ("per_minute", self.per_minute),
            ("per_hour", self.per_hour),
            ("per_day", self.per_day),
            ("per_domain_minute", self.per_domain_minute),
            ("per_connection", self.per_connection),
        ];
        set.extend(
            numbers
                .into_iter()
                .filter_map(|(field, number)| Some((field.to_owned(), Json::from(number?)))),
        );
        if let Some(file) = self.ca {
            set.insert("ca_pem".to_owned(), Json::from(certificate(&file)?));
        }
        let password = if needs_password { given_password()? } else { None };
        Ok(AccountPatch { set, password, ..AccountPatch::default() })
    }
}

fn certificate(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).map_err(|cause| {
        Error::new(Code::Invalid, "account-ca-unreadable")
            .arg("file", file.display())
            .because(cause)
    })
}

fn saved(door: &Door, terminal: &Terminal, patch: AccountPatch) -> Result<()> {
    let detail = commands::account_save(door, patch)?;
    if detail.password_kept == PasswordKept::Session {
        terminal.remark("cli-password-not-kept", &[]);
    }
    terminal.result(&detail, |detail| sheet(terminal, detail))
}

fn list(door: &Door, terminal: &Terminal) -> Result<()> {
    let accounts = commands::account_list(door, ())?;
    terminal.result(&json!({"accounts": accounts}), |_| {
        if accounts.is_empty() {
            return terminal.words("cli-account-none", &[]);
        }
        let yes = |is: bool, key: &str| if is { terminal.words(key, &[]) } else { String::new() };
        let rows: Vec<Vec<String>> = accounts
            .iter()
            .map(|row| {
                vec![
                    row.id.to_string(),
                    row.name.clone(),
                    row.from_address.clone(),
                    [
                        yes(row.is_default, "cli-account-usual"),
                        yes(row.sends, "cli-account-sends"),
                        yes(row.reads, "cli-account-reads"),
                        yes(row.signs, "cli-account-signs"),
                    ]
                    .into_iter()
                    .filter(|word| !word.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                    terminal.word("password", row.password_kept.as_str()),
                ]
            })
            .collect();
        terminal.table(&["id", "name", "email", "what", "state"], &rows)
    })
}

fn sheet(terminal: &Terminal, detail: &AccountDetail) -> String {
    let account = &detail.account;
    let args = [
        ("name", account.from_name.as_str()),
        ("address", &account.from_address),
        ("smtp", &account.smtp_url),
        ("imap", &account.imap_url),
    ];
    let own_name =
        if account.label.is_empty() { String::new() } else { format!("{}: ", account.label) };
    format!(
        "{own_name}{}\n{}",
        terminal.words("cli-account", &args),
        terminal.word("password", detail.password_kept.as_str())
    )
}

/// Gives a client secret to a script that signs in: nobody else may read it on the way.
const CLIENT_SECRET_VARIABLE: &str = "WARTA_CLIENT_SECRET";

/// Signs an account in with the browser, or goes back to its password.
fn oauth(door: &Door, terminal: &Terminal, order: Oauth) -> Result<()> {
    let id = some_account(door, order.account.as_deref())?;
    let text = |name: &str, value: Option<String>| Some((name.to_owned(), Json::from(value?)));
    if order.off {
        let set = Map::from_iter(text("auth", Some(account::WITH_PASSWORD.to_owned())));
        return saved(
            door,
            terminal,
            AccountPatch { id: Some(id), set, ..AccountPatch::default() },
        );
    }
    let set: Map<String, Json> = [
        text("oauth_client_id", order.client_id),
        text("oauth_tenant", order.tenant),
        text("oauth_auth_url", order.auth_url),
        text("oauth_token_url", order.token_url),
        text("oauth_scope", order.scope),
    ]
    .into_iter()
    .flatten()
    .collect();
    let client_secret = std::env::var(CLIENT_SECRET_VARIABLE).ok();
    let patch = AccountPatch { id: Some(id), set, client_secret, ..AccountPatch::default() };
    commands::account_save(door, patch)?;
    let begun = commands::account_oauth_begin(door, id)?;
    // The address is printed all the same: a browser that opens elsewhere helps nobody.
    let opened = !order.no_browser && open::that_detached(&begun.url).is_ok();
    let key = if opened { "cli-oauth-opened" } else { "cli-oauth-open" };
    terminal.remark(key, &[("url", &begun.url)]);
    let finish = account::OauthFinish { ticket: begun.ticket, wait_seconds: order.wait };
    let detail = commands::account_oauth_finish(door, finish)?;
    if detail.password_kept == PasswordKept::Session {
        terminal.remark("cli-oauth-not-kept", &[]);
    }
    terminal.result(&detail, |detail| sheet(terminal, detail))
}

fn dkim(door: &Door, terminal: &Terminal, order: Dkim) -> Result<()> {
    let id = some_account(door, order.account.as_deref())?;
    let shown = if order.remove {
        commands::account_dkim_remove(door, id)?
    } else if order.on || order.off {
        let set = Map::from_iter([("dkim_on".to_owned(), Json::from(i64::from(order.on)))]);
        commands::account_save(
            door,
            AccountPatch { id: Some(id), set, ..AccountPatch::default() },
        )?;
        commands::account_dkim_show(door, id)?
    } else if order.make || order.key.is_some() {
        let (selector, key_file) = (order.selector, order.key);
        let wanted = DkimOrder { account_id: id, selector, key_file, ..DkimOrder::default() };
        let made = commands::account_dkim_make(door, wanted)?;
        if made.key_kept == PasswordKept::Session {
            terminal.remark("account-dkim-key-session", &[]);
        }
        made
    } else {
        commands::account_dkim_show(door, id)?
    };
    terminal.result(&shown, |shown| dkim_sheet(terminal, shown))
}

fn dkim_sheet(terminal: &Terminal, shown: &DkimDetail) -> String {
    if !shown.made {
        return terminal.words("account-dkim-none", &[("domain", &shown.domain)]);
    }
    let missing = shown.key_kept == PasswordKept::Missing;
    let state = match (shown.on, missing) {
        (true, true) => "account-dkim-is-cut",
        (false, true) => "account-dkim-key-gone",
        (true, false) => "account-dkim-is-on",
        (false, false) => "account-dkim-is-off",
    };
    let parts = [
        terminal.words(state, &[("domain", &shown.domain)]),
        terminal.words("account-dkim-record-hint", &[("domain", &shown.domain)]),
        format!(
            "{}: {}\n{}: TXT\n{}: {}",
            terminal.words("account-dkim-record-name", &[]),
            shown.record_name,
            terminal.words("account-dkim-record-type", &[]),
            terminal.words("account-dkim-record-text", &[]),
            shown.record_text
        ),
        format!("{}:\n{}", terminal.words("account-dkim-zone-line", &[]), shown.zone_line),
    ];
    parts.join("\n\n")
}

fn check_sheet(terminal: &Terminal, check: &AccountCheck) -> String {
    if check.read_at.is_empty() {
        return terminal.words("account-check-not-yet", &[("address", &check.to_address)]);
    }
    let whole = match check.tone {
        VerdictTone::Good => "account-check-good",
        VerdictTone::Attention => "account-check-attention",
        VerdictTone::Unknown => "account-check-unknown",
    };
    let mut lines = vec![terminal.words(whole, &[("sender", &check.sender)])];
    if check.in_junk {
        lines.push(terminal.words("account-check-junk", &[]));
    }
    lines.extend(check.verdicts.iter().map(|verdict| {
        let result = if verdict.result.is_empty() { "-" } else { verdict.result.as_str() };
        let args = [("domain", verdict.domain.as_str()), ("sender", &check.sender)];
        format!(
            "{} ({result}): {}",
            verdict.method.to_uppercase(),
            terminal.words(verdict.text, &args)
        )
    }));
    lines.join("\n")
}

fn has_user(url: Option<&str>, scheme: Scheme) -> Result<bool> {
    url.map_or(Ok(false), |url| Ok(address_url::parse(url, scheme)?.user.is_some()))
}

/// What the environment gives, or a standard input that is no terminal.
fn given() -> Result<Vec<String>> {
    if let Some(given) =
        std::env::var(account::PASSWORD_VARIABLE).ok().filter(|given| !given.is_empty())
    {
        return Ok(vec![given]);
    }
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(Vec::new());
    }
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// A password from the environment, or the first line of a standard input that is no terminal.
fn given_password() -> Result<Option<String>> {
    Ok(given()?.into_iter().next())
}

/// Before work that needs the servers: passwords that are kept nowhere are taken from standard
/// input, one a line in the order of the list of accounts, for this run only.
pub fn ask_passwords(door: &Door) -> Result<()> {
    let mut missing = commands::account_list(door, ())?;
    missing.retain(|row| row.password_kept == PasswordKept::Missing);
    if missing.is_empty() {
        return Ok(());
    }
    for (row, password) in missing.into_iter().zip(given()?) {
        let (id, password) = (Some(row.id), Some(password));
        commands::account_save(door, AccountPatch { id, password, ..AccountPatch::default() })?;
    }
    Ok(())
}
