//! Delivery status notifications (RFC 3464) and the codes of SMTP (RFC 5321, RFC 3463).

use super::phrases::{BOUNCES, Family, Hit};
use super::understand::{FailedRecipient, Reason};

/// Recipients of one report that are kept.
const MAX_RECIPIENTS: usize = 200;
/// Characters of one diagnostic that are kept.
const MAX_DIAGNOSTIC: usize = 600;

/// What the reporting server did with the message for one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Given up.
    Failed,
    /// Not yet; it will be tried again.
    Delayed,
    /// Delivered, relayed or expanded: no failure.
    Done,
}

/// One recipient block of a report.
#[derive(Debug, Clone)]
pub struct Reported {
    /// The recipient with its codes.
    pub recipient: FailedRecipient,
    /// What happened.
    pub action: Action,
}

/// A `message/delivery-status` part.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The recipient blocks, in order.
    pub recipients: Vec<Reported>,
    /// Original-Envelope-Id, the ENVID that Warta gave when sending.
    pub envelope_id: Option<String>,
    /// Original-Message-ID, where the server tells it.
    pub message_id: Option<String>,
}

#[derive(Default)]
struct Block {
    original: Option<String>,
    last: Option<String>,
    action: Option<String>,
    status: Option<String>,
    diagnostic: Option<String>,
}

/// Reads the fields of a report. Blocks are told apart by empty lines, and by a field that a
/// block already has, because some servers forget the empty line and some put it everywhere.
pub fn parse_report(text: &str) -> Report {
    let mut report = Report::default();
    let mut block = Block::default();
    for (name, value) in fields(text) {
        let starts_anew = match name.as_str() {
            "" => block.has_recipient() && block.action.is_some(),
            "final-recipient" => block.last.is_some(),
            "original-recipient" => block.original.is_some(),
            _ => false,
        };
        if starts_anew {
            report.close(std::mem::take(&mut block));
        }
        match name.as_str() {
            "final-recipient" => block.last = Some(value),
            "original-recipient" => block.original = Some(value),
            "action" => block.action = Some(value.to_lowercase()),
            "status" => block.status = Some(value),
            "diagnostic-code" => block.diagnostic = Some(value),
            "original-envelope-id" => report.envelope_id = Some(value).filter(|id| !id.is_empty()),
            "original-message-id" | "x-original-message-id" => {
                report.message_id = identifiers_in(&value).into_iter().next();
            }
            _ => {}
        }
    }
    report.close(block);
    report
}

/// Fields with folded lines joined; an empty name stands for an empty line.
fn fields(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines().take(20_000) {
        let line = line.trim_end();
        if line.is_empty() {
            found.push((String::new(), String::new()));
        } else if line.starts_with([' ', '\t']) {
            if let Some((name, value)) = found.last_mut()
                && !name.is_empty()
                && value.len() < 8_000
            {
                value.push(' ');
                value.push_str(line.trim_start());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            found.push((name.trim().to_ascii_lowercase(), value.trim().to_string()));
        } else if let Some((name, value)) = found.last_mut()
            && !name.is_empty()
            && value.len() < 8_000
        {
            // A diagnostic broken without indentation.
            value.push(' ');
            value.push_str(line);
        }
    }
    found
}

impl Block {
    fn has_recipient(&self) -> bool {
        self.original.is_some() || self.last.is_some()
    }
}

impl Report {
    fn close(&mut self, block: Block) {
        if !block.has_recipient() || self.recipients.len() >= MAX_RECIPIENTS {
            return;
        }
        let address = [&block.original, &block.last]
            .into_iter()
            .flatten()
            .filter_map(|value| typed_address(value))
            .next();
        let diagnostic = block.diagnostic.as_deref().map(strip_type).unwrap_or_default();
        let status = pick_status(block.status.as_deref().unwrap_or_default(), diagnostic);
        let code = reply_code(diagnostic);
        let class = status.as_deref().and_then(|s| s.chars().next());
        let action = match block.action.as_deref().unwrap_or_default() {
            a if a.starts_with("fail") => Action::Failed,
            a if a.starts_with("delay") => Action::Delayed,
            a if a.starts_with("deliv") || a.starts_with("relay") || a.starts_with("expand") => {
                Action::Done
            }
            _ if class == Some('2') => Action::Done,
            _ => Action::Failed,
        };
        self.recipients.push(Reported {
            recipient: FailedRecipient {
                address: address.unwrap_or_default(),
                status,
                code,
                diagnostic: Some(shortened(diagnostic)).filter(|text| !text.is_empty()),
            },
            action,
        });
    }
}

/// `rfc822; someone@example.com` to the address alone.
fn typed_address(value: &str) -> Option<String> {
    let bare = value.split_once(';').map_or(value, |(_, address)| address);
    let found = addresses_in(bare).into_iter().next().map(|(address, _)| address)?;
    // ORCPT travels as xtext (RFC 3461) and some servers hand it back undecoded.
    Some(found.replace("+2b", "+").replace("+3d", "="))
}

fn strip_type(value: &str) -> &str {
    match value.split_once(';') {
        Some((kind, rest)) if kind.len() < 20 && !kind.trim().contains(' ') => rest.trim(),
        _ => value.trim(),
    }
}

/// At most [`MAX_DIAGNOSTIC`] characters, blanks joined.
pub fn shortened(text: &str) -> String {
    let mut line = super::mime::unfold(text);
    if let Some((end, _)) = line.char_indices().nth(MAX_DIAGNOSTIC) {
        line.truncate(end);
    }
    line
}

/// The status of the report, unless it is a mere class (`5.0.0`) and the server's words say more.
fn pick_status(field: &str, diagnostic: &str) -> Option<String> {
    let told = enhanced_status(field);
    if told.as_deref().is_some_and(|status| !status.ends_with(".0.0")) {
        return told;
    }
    enhanced_status(diagnostic).or(told)
}

/// The first enhanced status code (RFC 3463) in a text: `5.1.1`, but no IP address or version.
pub fn enhanced_status(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, b'2' | b'4' | b'5') || bytes.get(at + 1) != Some(&b'.') {
            continue;
        }
        let before = at.checked_sub(1).and_then(|n| bytes.get(n));
        if before.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'/')) {
            continue;
        }
        let rest = text.get(at + 2..).unwrap_or_default();
        let subject: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let Some(rest) = rest.get(subject.len()..).and_then(|r| r.strip_prefix('.')) else {
            continue;
        };
        let detail: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let after = rest.get(detail.len()..).unwrap_or_default();
        let decimal =
            after.strip_prefix('.').is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
        let ends = !decimal && !after.starts_with(char::is_alphanumeric);
        if (1..=3).contains(&subject.len()) && (1..=3).contains(&detail.len()) && ends {
            return Some(format!("{}.{subject}.{detail}", char::from(*byte)));
        }
    }
    None
}

/// The first SMTP reply code of a refusal (400 to 599) that stands like one: at the start, after
/// a colon or bracket, or before an enhanced code; not as a number of kilobytes or a port.
pub fn reply_code(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut loose = None;
    for (at, window) in bytes.windows(3).enumerate() {
        let [first, second, third] = window else { continue };
        if !matches!(first, b'4' | b'5')
            || !matches!(second, b'0'..=b'7')
            || !third.is_ascii_digit()
        {
            continue;
        }
        let before = at.checked_sub(1).and_then(|n| bytes.get(n)).copied();
        let after = bytes.get(at + 3).copied();
        let edge = |b: Option<u8>| b.is_none_or(|b| !b.is_ascii_alphanumeric() && b < 0x80);
        if !edge(before) || !edge(after) || before == Some(b'.') {
            continue;
        }
        let code = String::from_utf8_lossy(window).into_owned();
        let lead = text.get(..at).unwrap_or_default().trim_end();
        let tail = text.get(at + 3..).unwrap_or_default();
        let decimal = matches!(after, Some(b'.' | b'/' | b':'))
            && tail.get(1..2).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
        if decimal {
            continue;
        }
        let led = lead.is_empty()
            || lead.ends_with([':', '(', '[', '"', '\'', '<', '>', ';', '=', '#', '-', ','])
            || ["code", "error", "said", "SMTP", "reply", "response", "returned"]
                .iter()
                .any(|word| lead.ends_with(word));
        let detail = tail.trim_start_matches([' ', '-', '#']);
        if led || detail.starts_with("4.") || detail.starts_with("5.") {
            return Some(code);
        }
        let counted = tail.trim_start().starts_with(['k', 'K', 'M', 'b']);
        if matches!(after, Some(b' ' | b'-')) && loose.is_none() && !counted {
            loose = Some(code);
        }
    }
    loose
}

/// Mail addresses in a text, lower case, with the byte where each begins.
pub fn addresses_in(text: &str) -> Vec<(String, usize)> {
    let local = |c: char| c.is_alphanumeric() || "!#$%&*+/=?^_{|}~.-".contains(c);
    let host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let (before, after) = (text.get(..at), text.get(at + 1..));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let mut start = before.len();
        for (n, c) in before.char_indices().rev().take(80) {
            if !local(c) {
                break;
            }
            start = n;
        }
        let name = text.get(start..at).unwrap_or_default();
        let trimmed = name.trim_start_matches(['.', '=', '/', '-', '*', '|', '#', '&']);
        start += name.len() - trimmed.len();
        // `rfc822=` and `TO=<` before an address belong to the label, not to the name.
        let trimmed = trimmed.rsplit_once('=').map_or(trimmed, |(label, rest)| {
            if label.contains('+') || rest.is_empty() { trimmed } else { rest }
        });
        let domain: String = after.chars().take(120).take_while(|c| host(*c)).collect();
        let domain = domain.trim_end_matches(['.', '-', '_']);
        let plausible = !trimmed.is_empty()
            && !domain.is_empty()
            && !domain.starts_with(['.', '-'])
            && domain.split('.').all(|label| !label.is_empty())
            && (domain.contains('.') || domain == "localhost");
        if plausible {
            found.push((format!("{trimmed}@{domain}").to_lowercase(), start));
        }
        if found.len() >= 500 {
            break;
        }
    }
    found
}

/// Message identifiers in angle brackets, without the brackets.
pub fn identifiers_in(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in value.split('<').skip(1).take(50) {
        if let Some((id, _)) = piece.split_once('>')
            && id.contains('@')
            && !id.contains(char::is_whitespace)
        {
            found.push(id.to_string());
        }
    }
    if found.is_empty() && value.contains('@') && !value.trim().contains(' ') {
        found.push(value.trim().trim_matches(['<', '>']).to_string());
    }
    found
}

/// Which reason wins when a text names several: the more telling first.
const TELLING: &[(Family, Reason)] = &[
    (Family::MailboxFull, Reason::MailboxFull),
    (Family::TooLarge, Reason::TooLarge),
    (Family::RelayDenied, Reason::RelayDenied),
    (Family::Spam, Reason::Spam),
    (Family::UserUnknown, Reason::UserUnknown),
    (Family::HostUnknown, Reason::HostUnknown),
    (Family::Expired, Reason::Expired),
    (Family::Policy, Reason::Policy),
    (Family::Network, Reason::Network),
    (Family::Protocol, Reason::Protocol),
];

/// The reason that words give, with the phrase that gave it. `words` is made by `plain`.
pub fn reason_of_words(words: &str) -> Option<(Reason, &'static str)> {
    let hits: Vec<Hit> = BOUNCES.find(words).collect();
    TELLING.iter().find_map(|(family, reason)| {
        hits.iter().find(|hit| hit.family == *family).map(|hit| (*reason, hit.phrase))
    })
}

/// The reason that an enhanced status gives, and whether it is precise enough to overrule words.
fn reason_of_status(status: &str) -> Option<(Reason, bool)> {
    let (_, rest) = status.split_once('.')?;
    Some(match rest {
        "1.1" | "1.3" | "1.6" => (Reason::UserUnknown, true),
        "1.2" | "4.4" => (Reason::HostUnknown, true),
        "1.0" | "1.4" | "1.10" | "2.0" | "2.1" => (Reason::UserUnknown, false),
        "1.7" | "1.8" => (Reason::Policy, false),
        "2.2" => (Reason::MailboxFull, true),
        "2.3" | "3.4" => (Reason::TooLarge, true),
        "3.1" => (Reason::MailboxFull, false),
        "4.7" => (Reason::Expired, true),
        "4.3" => (Reason::HostUnknown, false),
        other => match other.split_once('.')?.0 {
            "3" | "4" => (Reason::Network, false),
            "5" | "6" => (Reason::Protocol, false),
            "7" => (Reason::Policy, false),
            _ => return None,
        },
    })
}

/// Why a recipient was refused: precise status, then the server's words, then vague status, then
/// the reply code. `words` is made by `plain`.
pub fn reason(status: Option<&str>, code: Option<&str>, words: &str) -> Option<Reason> {
    let told = status.filter(|s| !s.ends_with(".0.0")).and_then(reason_of_status);
    let said = reason_of_words(words).map(|(reason, phrase)| match phrase {
        // Exim cannot route to a domain; told by another server it is about the mailbox.
        "unrouteable address" | "unroutable address" if code.is_some() => Reason::UserUnknown,
        // The name that was not found is the domain's.
        _ if reason == Reason::UserUnknown && names_no_domain(words) => Reason::HostUnknown,
        _ => reason,
    });
    match (told, said) {
        (Some((Reason::UserUnknown, _)), Some(word @ (Reason::MailboxFull | Reason::Spam))) => {
            Some(word)
        }
        (Some((Reason::HostUnknown, true)), Some(Reason::UserUnknown))
            if !words.contains("host") && !words.contains("domain") =>
        {
            Some(Reason::UserUnknown)
        }
        (Some((reason, true)), _) => Some(reason),
        (Some((Reason::UserUnknown, false)), Some(Reason::Policy | Reason::Protocol)) => {
            Some(Reason::UserUnknown)
        }
        (_, Some(word)) => Some(word),
        (Some((reason, false)), None) => Some(reason),
        (None, None) => match code {
            Some("552") => Some(Reason::MailboxFull),
            Some("551") => Some(Reason::UserUnknown),
            Some("421" | "441" | "442") => Some(Reason::Network),
            Some("500" | "501" | "502" | "503" | "504") => Some(Reason::Protocol),
            _ => None,
        },
    }
}

/// Whether a server says that too much was sent at once: another day it takes the same mail.
pub fn is_rate_limit(words: &str) -> bool {
    ["max defers and failures", "per hour", "hourly", "per day", "daily limit", "rate limit"]
        .iter()
        .any(|phrase| words.contains(phrase))
        && ["exceed", "limit", "too many", "melebihi"].iter().any(|word| words.contains(word))
}

fn names_no_domain(words: &str) -> bool {
    ["nxdomain", "domain name not found", "domain not found", "no such domain"]
        .iter()
        .any(|phrase| words.contains(phrase))
}

/// A transient fault that ends in failure was retried until the time was over (RFC 3464); one
/// that is still being retried has not expired, whatever the notice says about hours.
pub fn in_time(reason: Reason, delayed: bool, status: Option<&str>, words: &str) -> Reason {
    let transient = status.is_some_and(|s| s.starts_with('4'));
    // "Come back later", and no later was late enough; the server's words may begin like a refusal
    // of the recipient.
    if words.contains("greylist") || words.contains("graylist") {
        return if delayed || !transient { Reason::Policy } else { Reason::Expired };
    }
    match reason {
        Reason::Expired if delayed => Reason::Network,
        Reason::Network if !delayed && transient => Reason::Expired,
        reason => reason,
    }
}

/// Whether the address is lost for good. A full mailbox never is; then the class of the status
/// decides, then the code, then what the reason usually means.
pub fn is_permanent(status: Option<&str>, code: Option<&str>, reason: Option<Reason>) -> bool {
    if reason == Some(Reason::MailboxFull) {
        return false;
    }
    let vague = status.is_none_or(|s| s.ends_with(".0.0"));
    // A domain that is not there will not be there tomorrow, whatever class the server made up.
    if vague && code.is_none() && reason == Some(Reason::HostUnknown) {
        return true;
    }
    if vague && code.is_some_and(|c| c.starts_with('4')) {
        return false;
    }
    match status.and_then(|s| s.chars().next()).or(code.and_then(|c| c.chars().next())) {
        Some('4') => false,
        Some('5') => true,
        _ => !matches!(reason, Some(Reason::Expired | Reason::Network)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_from_other_numbers() {
        assert_eq!(enhanced_status("550 5.1.1 unknown").as_deref(), Some("5.1.1"));
        assert_eq!(enhanced_status("(#5.1.1)").as_deref(), Some("5.1.1"));
        assert_eq!(enhanced_status("host 5.1.1.9 said"), None);
        assert_eq!(enhanced_status("Postfix 3.5.1.2"), None);
        assert_eq!(reply_code("host mx[192.0.2.4] said: 550 no").as_deref(), Some("550"));
        assert_eq!(reply_code("limit is 500 KB"), None);
        assert_eq!(reply_code("552-5.2.2 full").as_deref(), Some("552"));
    }

    #[test]
    fn blocks_without_empty_lines_are_told_apart() {
        let report = parse_report(
            "Reporting-MTA: dns; mx.example.com\nOriginal-Envelope-Id: w-17\n\n\
             Final-Recipient: rfc822; A@example.com\nAction: failed\nStatus: 5.1.1\n\
             Diagnostic-Code: smtp; 550 5.1.1\n  no such user\n\
             Final-Recipient: RFC822;b@example.com\nAction: Delayed\nStatus: 4.4.1\n",
        );
        assert_eq!(report.envelope_id.as_deref(), Some("w-17"));
        let addresses: Vec<_> =
            report.recipients.iter().map(|r| r.recipient.address.as_str()).collect();
        assert_eq!(addresses, ["a@example.com", "b@example.com"]);
        let first = report.recipients.first().unwrap();
        assert_eq!(first.recipient.diagnostic.as_deref(), Some("550 5.1.1 no such user"));
        assert_eq!(first.recipient.code.as_deref(), Some("550"));
    }
}
