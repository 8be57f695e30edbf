//! What receiving servers think of an account's mail: test mails to oneself, and what their
//! headers say of SPF, DKIM and DMARC, in plain words.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Account;
use crate::choice;
use crate::clock;
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::mail::auth_results::{self, MethodResult, are_aligned};

/// A test mail that shall be sent and looked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CheckOrder {
    /// The account that sends.
    #[ts(optional = false)]
    pub account_id: i64,
    /// The account whose mailbox receives; none = the same. One at another provider tells more.
    pub to_account_id: Option<i64>,
    /// How long the mailbox is looked into; none = 90 seconds.
    pub wait_seconds: Option<u32>,
}

choice! {
    /// How a result is to be taken.
    VerdictTone {
        /// As it should be.
        Good = "good",
        /// Something is to be done.
        Attention = "attention",
        /// Nothing can be said.
        Unknown = "unknown",
    }
}

/// What came of one of the three ways to check a sender.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Verdict {
    /// `spf`, `dkim` or `dmarc`.
    pub method: &'static str,
    /// The server's word for it: `pass`, `fail`, `none` …; empty = it said nothing.
    pub result: String,
    /// The domain that it was found on; may be empty.
    pub domain: String,
    /// How it is to be taken.
    pub tone: VerdictTone,
    /// Key of the sentence in `deliverability.ftl`, which names `domain` and `sender`.
    pub text: &'static str,
}

/// A test mail to oneself and what came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountCheck {
    /// Its id.
    pub id: i64,
    /// The account that sent.
    pub account_id: i64,
    /// Where it went.
    pub to_address: String,
    /// When it was sent, UTC.
    pub sent_at: String,
    /// When it was found, UTC; empty = not yet.
    pub read_at: String,
    /// Whether it lay among the unwanted mail.
    pub in_junk: bool,
    /// The server that judged; may be empty.
    pub server: String,
    /// The domain of the sender's address.
    pub sender: String,
    /// How the whole is to be taken.
    pub tone: VerdictTone,
    /// SPF, DKIM, DMARC in this order; none before it was found.
    pub verdicts: Vec<Verdict>,
    /// The headers as they were found, for whoever keeps the domain.
    pub headers: String,
}

/// The last test mail of an account; none = none was sent.
pub fn last(db: &Reader, account_id: i64) -> Result<Option<AccountCheck>> {
    one(db, "account_id = :value ORDER BY id DESC LIMIT 1", account_id)
}

/// A test mail by its id.
pub fn by_id(db: &Reader, id: i64) -> Result<Option<AccountCheck>> {
    one(db, "id = :value", id)
}

/// The last test mail of an account, as the settings show it.
pub fn show_check(db: &Reader, _ctx: &Ctx, account_id: i64) -> Result<Option<AccountCheck>> {
    last(db, account_id)
}

/// Marks what lay among the unwanted mail; the first line of the results.
const IN_JUNK: &str = "#junk";

fn one(db: &Reader, condition: &str, value: i64) -> Result<Option<AccountCheck>> {
    let sql = format!(
        "SELECT id, account_id, to_address, sent_at, read_at, from_domain, signed, results FROM account_checks WHERE {condition}"
    );
    db.row(&sql, named_params! {":value": value}, |row| {
        let (sender, results): (String, String) = (row.get(5)?, row.get(7)?);
        let in_junk = results.lines().next() == Some(IN_JUNK);
        let headers: Vec<String> =
            results.lines().filter(|line| *line != IN_JUNK).map(str::to_owned).collect();
        let read_at: String = row.get(4)?;
        let (server, found) = auth_results::of_last_server(&headers);
        let verdicts = if read_at.is_empty() {
            Vec::new()
        } else {
            judged(&found, &sender, row.get::<_, bool>(6)?)
        };
        Ok(AccountCheck {
            id: row.get(0)?,
            account_id: row.get(1)?,
            to_address: row.get(2)?,
            sent_at: row.get(3)?,
            tone: whole(&verdicts, in_junk),
            read_at,
            in_junk,
            server,
            sender,
            verdicts,
            headers: headers.join("\n"),
        })
    })
}

/// Keeps a test mail that is about to leave; its id.
pub fn begin_check(
    db: &Reader,
    account: &Account,
    message_id: &str,
    to_address: &str,
    now: &str,
) -> Result<i64> {
    db.execute(
        "INSERT INTO account_checks (account_id, message_id, from_domain, to_address, signed, sent_at)
         VALUES (:account, :message, :domain, :to, :signed, :now)",
        named_params! {":account": account.id, ":message": bare(message_id), ":domain": account.sender_domain(),
            ":to": to_address, ":signed": account.dkim_on, ":now": now},
    )?;
    Ok(db.last_id())
}

/// Reads what a mailbox gave: true when it is one of our test mails, which is no answer to
/// anything. `raw`: at least its headers.
pub fn take_check_mail(
    db: &Reader,
    message_id: &str,
    raw: Option<&[u8]>,
    in_junk: bool,
    now: &str,
) -> Result<bool> {
    let found: Option<(i64, String)> = db.row(
        "SELECT id, read_at FROM account_checks WHERE message_id = :message",
        named_params! {":message": bare(message_id)},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((id, read_at)) = found else { return Ok(false) };
    if let (true, Some(raw)) = (read_at.is_empty(), raw) {
        let mut lines = auth_results::headers_of(raw);
        if in_junk {
            lines.insert(0, IN_JUNK.to_owned());
        }
        db.execute(
            "UPDATE account_checks SET read_at = :now, results = :results WHERE id = :id",
            named_params! {":id": id, ":now": now, ":results": lines.join("\n")},
        )?;
    }
    Ok(true)
}

fn bare(message_id: &str) -> &str {
    message_id.trim().trim_start_matches('<').trim_end_matches('>')
}

/// After so long an old test says nothing about today's mail.
const STALE_AFTER: chrono::Duration = chrono::Duration::days(90);

/// Whether the last test of an account went wrong, not long ago: to be said before sending.
pub fn failed_lately(db: &Reader, account_id: i64, now: &str) -> Result<Option<AccountCheck>> {
    let since = clock::from_text(now).map(|now| clock::to_text(now - STALE_AFTER));
    Ok(last(db, account_id)?.filter(|check| {
        check.tone == VerdictTone::Attention
            && since.as_ref().is_none_or(|since| check.read_at >= *since)
    }))
}

/// Mail passes where DMARC does; where that was not checked, where SPF or DKIM speak for the
/// sender's own domain. A signature of ours that does not hold wants to be looked at all the same.
fn whole(verdicts: &[Verdict], in_junk: bool) -> VerdictTone {
    let tone = |method: &str| verdicts.iter().find(|one| one.method == method).map(|one| one.tone);
    let said = verdicts.iter().any(|one| one.tone != VerdictTone::Unknown);
    if in_junk {
        return VerdictTone::Attention;
    }
    if !said {
        return VerdictTone::Unknown;
    }
    let broken = verdicts.iter().any(|one| one.text == "account-check-dkim-fail");
    let good = |method: &str| tone(method) == Some(VerdictTone::Good);
    let passes = match tone("dmarc") {
        Some(VerdictTone::Good) => true,
        Some(VerdictTone::Attention) => {
            verdicts.iter().any(|one| one.text == "account-check-dmarc-none")
                && (good("spf") || good("dkim"))
        }
        _ => good("spf") || good("dkim"),
    };
    if passes && !broken { VerdictTone::Good } else { VerdictTone::Attention }
}

/// What the server's results mean for a sender.
pub fn judged(results: &[MethodResult], sender: &str, signed: bool) -> Vec<Verdict> {
    let of = |method: &str| -> Vec<&MethodResult> {
        results.iter().filter(|one| one.method == method).collect()
    };
    vec![spf(&of("spf"), sender), dkim(&of("dkim"), sender, signed), dmarc(&of("dmarc"), sender)]
}

/// A domain out of `humas@example.id`, `@example.id` or `example.id`.
fn domain_of(result: &MethodResult, names: &[&str]) -> String {
    let found = names.iter().find_map(|name| result.properties.get(*name));
    let found = found.map(String::as_str).unwrap_or_default();
    found.rsplit('@').next().unwrap_or_default().to_lowercase()
}

fn spf(results: &[&MethodResult], sender: &str) -> Verdict {
    let Some(first) = results.first() else { return unsaid("spf", "account-check-spf-unsaid") };
    let domain = domain_of(first, &["smtp.mailfrom", "smtp.helo"]);
    let (tone, text) = match first.result.as_str() {
        "pass" if are_aligned(&domain, sender) => (VerdictTone::Good, "account-check-spf-pass"),
        "pass" => (VerdictTone::Attention, "account-check-spf-other"),
        "fail" | "softfail" => (VerdictTone::Attention, "account-check-spf-fail"),
        "none" | "neutral" => (VerdictTone::Attention, "account-check-spf-none"),
        _ => (VerdictTone::Attention, "account-check-spf-error"),
    };
    Verdict { method: "spf", result: first.result.clone(), domain, tone, text }
}

fn dkim(results: &[&MethodResult], sender: &str, signed: bool) -> Verdict {
    let domain = |result: &MethodResult| domain_of(result, &["header.d", "header.i"]);
    let aligned = |result: &MethodResult| are_aligned(&domain(result), sender);
    // A message may carry several signatures: the best of the sender's own counts.
    let best = results
        .iter()
        .find(|one| one.result == "pass" && aligned(one))
        .or_else(|| results.iter().find(|one| one.result != "none" && aligned(one)))
        .or_else(|| results.iter().find(|one| one.result == "pass"))
        .or_else(|| results.first());
    let Some(best) = best else { return unsaid("dkim", "account-check-dkim-unsaid") };
    let (tone, text) = match best.result.as_str() {
        "pass" if aligned(best) => (VerdictTone::Good, "account-check-dkim-pass"),
        "pass" => (VerdictTone::Attention, "account-check-dkim-other"),
        "none" if signed => (VerdictTone::Attention, "account-check-dkim-lost"),
        "none" => (VerdictTone::Attention, "account-check-dkim-none"),
        "temperror" => (VerdictTone::Attention, "account-check-dkim-error"),
        _ => (VerdictTone::Attention, "account-check-dkim-fail"),
    };
    Verdict { method: "dkim", result: best.result.clone(), domain: domain(best), tone, text }
}

fn dmarc(results: &[&MethodResult], sender: &str) -> Verdict {
    let Some(first) = results.first() else { return unsaid("dmarc", "account-check-dmarc-unsaid") };
    let (tone, text) = match first.result.as_str() {
        "pass" | "bestguesspass" => (VerdictTone::Good, "account-check-dmarc-pass"),
        "none" => (VerdictTone::Attention, "account-check-dmarc-none"),
        "fail" => (VerdictTone::Attention, "account-check-dmarc-fail"),
        _ => (VerdictTone::Attention, "account-check-dmarc-error"),
    };
    let found = domain_of(first, &["header.from"]);
    let domain = if found.is_empty() { sender.to_owned() } else { found };
    Verdict { method: "dmarc", result: first.result.clone(), domain, tone, text }
}

fn unsaid(method: &'static str, text: &'static str) -> Verdict {
    let (result, domain) = (String::new(), String::new());
    Verdict { method, result, domain, tone: VerdictTone::Unknown, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &str, signed: bool) -> (Vec<&'static str>, VerdictTone) {
        let (_, results) = auth_results::read(header);
        let verdicts = judged(&results, "example.id", signed);
        let tone = whole(&verdicts, false);
        (verdicts.into_iter().map(|one| one.text).collect(), tone)
    }

    #[test]
    fn results_are_told_in_plain_words() {
        let all = "mx; spf=pass smtp.mailfrom=humas@mail.example.id; dkim=pass header.d=example.id; dmarc=pass header.from=example.id";
        let good =
            ["account-check-spf-pass", "account-check-dkim-pass", "account-check-dmarc-pass"];
        assert_eq!(read(all, true), (good.to_vec(), VerdictTone::Good));
        // The provider's own signature does not speak for the office.
        let foreign = "mx; spf=pass smtp.mailfrom=bounce@provider.test; dkim=pass header.i=@provider.test; dmarc=fail header.from=example.id";
        let bad =
            ["account-check-spf-other", "account-check-dkim-other", "account-check-dmarc-fail"];
        assert_eq!(read(foreign, false), (bad.to_vec(), VerdictTone::Attention));
        let silent =
            ["account-check-spf-unsaid", "account-check-dkim-unsaid", "account-check-dmarc-unsaid"];
        assert_eq!(read("mx; none", false), (silent.to_vec(), VerdictTone::Unknown));
        // Without a policy of the domain's own, what stands behind the mail is enough.
        let none =
            "mx; spf=pass smtp.mailfrom=example.id; dkim=none; dmarc=none header.from=example.id";
        assert_eq!(read(none, false).1, VerdictTone::Good);
        assert_eq!(read(none, true).0[1], "account-check-dkim-lost");
        // A wrong record in the DNS, though SPF saves the mail.
        let record =
            "mx; spf=pass smtp.mailfrom=example.id; dkim=permerror header.d=example.id; dmarc=pass";
        assert_eq!(read(record, true).1, VerdictTone::Attention);
        // Of two signatures the own one counts.
        let two = "mx; dkim=fail header.d=list.test; dkim=pass header.d=example.id";
        assert_eq!(read(two, true).0[1], "account-check-dkim-pass");
    }
}
