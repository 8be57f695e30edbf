//! Failure notices in plain words: qmail, Exim, Exchange, Domino, and the providers that never
//! heard of RFC 3464. About half of the real world's bounces.

use super::dsn::{addresses_in, enhanced_status, identifiers_in, reply_code, shortened};
use super::mime::Head;
use super::phrases::{BOUNCES, Family, Hit, SUBJECTS, plain};
use super::reply_text;
use super::understand::FailedRecipient;

/// Characters of the notice that are searched.
const SEARCHED: usize = 24 * 1024;
/// Recipients that are kept.
const MAX_RECIPIENTS: usize = 100;

/// What a plain-text notice says.
#[derive(Debug, Default)]
pub struct Notice {
    /// The notice's own words, made by `plain`.
    pub words: String,
    /// Recipients with what was said about each.
    pub recipients: Vec<FailedRecipient>,
    /// It is late, not lost.
    pub delayed: bool,
    /// How sure it is that this is a notice at all; [`SURE`] or more means yes.
    pub evidence: i32,
    /// The rule that weighed most.
    pub why: String,
}

/// Evidence from which a message counts as a failure notice.
pub const SURE: i32 = 6;
/// What must come on top where no mail system wrote it: people write about mail that did not
/// arrive, and parcels are not delivered either.
const BY_A_STRANGER: i32 = 2;

/// The text of the notice apart from the returned message in it.
#[derive(Debug, Default, Clone, Copy)]
pub struct Halves<'a> {
    /// Before the returned message.
    pub notice: &'a str,
    /// The returned message, as far as it was quoted.
    pub returned: &'a str,
}

/// Lines that introduce the returned message.
#[rustfmt::skip]
const CUTS: &[&str] = &[
    "below this line is a copy", "this is a copy of", "copy of the message", "original message",
    "original mail follows", "the header of the original", "returned message follows", "message header follows",
    "message headers follow", "unsent message below", "undelivered message headers", "message follows",
    "the original message", "your message follows", "returned headers", "headers of the message",
    "header of the message", "first lines of the message", "the message header", "here is a copy",
    "returned text follows", "returned message", "original headers", "pesan asli", "ursprüngliche nachricht",
    "originalnachricht", "kopie der nachricht", "message d'origine", "mensaje original", "mensagem original",
    "messaggio originale", "original-nachricht", "原始邮件", "元のメッセージ", "원본 메시지",
];

#[rustfmt::skip]
const HEADER_NAMES: &[&str] = &[
    "received", "return-path", "from", "to", "cc", "subject", "date", "message-id", "mime-version",
    "content-type", "content-transfer-encoding", "reply-to", "x-mailer", "dkim-signature", "sender",
    "user-agent", "delivered-to",
];

fn header_name(line: &str) -> Option<&str> {
    let (name, _) = line.trim_start_matches(['>', ' ', '|']).split_once(':')?;
    let known = HEADER_NAMES.iter().any(|known| known.eq_ignore_ascii_case(name));
    (known || (name.len() > 2 && name.len() < 40 && name.to_ascii_lowercase().starts_with("x-")))
        .then_some(name)
}

/// Finds where the returned message begins: at an introducing line with header fields close after
/// it, or at any run of header fields.
pub fn halves(text: &str) -> Halves<'_> {
    let lines: Vec<(usize, &str)> = {
        let mut at = 0;
        text.split_inclusive('\n')
            .take(3000)
            .map(|line| {
                let start = at;
                at += line.len();
                (start, line.trim_end())
            })
            .collect()
    };
    let mut run = 0;
    let mut run_start = 0;
    let mut names: Vec<String> = Vec::new();
    for (index, (start, line)) in lines.iter().enumerate() {
        if let Some(name) = header_name(line) {
            if run == 0 {
                run_start = *start;
                names.clear();
            }
            run += 1;
            names.push(name.to_ascii_lowercase());
            let telling = names.iter().any(|n| {
                matches!(
                    n.as_str(),
                    "received"
                        | "message-id"
                        | "return-path"
                        | "mime-version"
                        | "content-type"
                        | "dkim-signature"
                )
            });
            if run >= 3 && telling {
                return cut(text, run_start);
            }
        } else if run > 0 && (line.starts_with([' ', '\t']) || line.starts_with('>')) {
            // a folded field
        } else {
            run = 0;
        }
        let short = line.len() < 160 && index > 0;
        if short
            && (line.starts_with(['-', '=', '*', '_', '#'])
                || line.ends_with(':')
                || line.ends_with("--"))
        {
            let low = line.to_lowercase();
            if CUTS.iter().any(|words| low.contains(words)) {
                let near = lines.iter().skip(index + 1).take(6);
                if near.filter(|(_, next)| header_name(next).is_some()).count() >= 1 {
                    return cut(text, *start);
                }
            }
        }
    }
    Halves { notice: text, returned: "" }
}

fn cut(text: &str, at: usize) -> Halves<'_> {
    Halves { notice: text.get(..at).unwrap_or(text), returned: text.get(at..).unwrap_or_default() }
}

/// Message-IDs and To addresses in quoted header fields.
pub fn returned_fields(returned: &str) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut recipients) = (Vec::new(), Vec::new());
    let mut lines = returned.lines().take(2000).peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_start_matches(['>', ' ', '|', '\t']);
        let Some((name, value)) = bare.split_once(':') else { continue };
        let name = name.trim().to_ascii_lowercase();
        let is_id = name.ends_with("message-id") || name == "message id";
        if !is_id && name != "to" {
            continue;
        }
        let mut value = value.to_string();
        while let Some(next) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            value.push_str(next);
        }
        if is_id {
            ids.extend(identifiers_in(&value));
        } else if recipients.is_empty() {
            recipients.extend(addresses_in(&value).into_iter().map(|(to, _)| to));
        }
    }
    (ids, recipients)
}

/// Whether the author is a mail system.
pub fn is_mail_system(head: &Head) -> bool {
    let name = head.from_name.to_lowercase();
    const NAMES: &[&str] = &[
        "mail delivery",
        "mailer-daemon",
        "mailer daemon",
        "mail system",
        "system administrator",
        "postmaster",
        "mail administrator",
        "delivery subsystem",
        "mail daemon",
        "message delivery",
        "mail-daemon",
        "systemadministrator",
        "administrador del sistema",
        "administrateur système",
        "amministratore di sistema",
        "mail server",
        "delivery system",
        "microsoft outlook",
        "delivery status",
        "mail router",
    ];
    is_mail_system_address(&head.from_address) || NAMES.iter().any(|known| name.contains(known))
}

/// Whether an address is one under which mail systems write.
pub fn is_mail_system_address(address: &str) -> bool {
    #[rustfmt::skip]
    const LOCALS: &[&str] = &[
        "mailerdaemon", "maildaemon", "mdaemon", "daemon", "postmaster", "postoffice", "mailadmin", "mailmaster",
        "microsoftexchange", "mmdf", "bounce", "mailsystem", "mailserver", "autobounce", "mailgateway",
        "deliverystatus", "mailrouter", "maildeliver", "mailpost",
    ];
    let local = address.split('@').next().unwrap_or_default();
    // Without the marks between words: Mailer-Daemon, mailer_daemon and mailer.daemon are one.
    let local: String = local.chars().filter(|c| c.is_alphanumeric()).collect();
    LOCALS.iter().any(|known| local.starts_with(known))
}

/// Whether the envelope sender is empty, as RFC 5321 asks of notices.
pub fn has_null_path(head: &Head) -> bool {
    ["return-path", "x-envelope-from", "envelope-from"]
        .iter()
        .filter_map(|name| head.other(name))
        .any(|path| matches!(path.trim(), "<>" | "" | "<MAILER-DAEMON>"))
}

/// Whether a subject answers or forwards another.
pub fn is_answer_subject(subject: &str) -> bool {
    let low = subject.trim_start().to_lowercase();
    [
        "re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "bls:", "rv:", "sv:", "vs:", "antw:", "balas:",
        "trs:", "terusan:", "odp:", "res:", "enc:", "回复", "答复", "转发",
    ]
    .iter()
    .any(|prefix| low.starts_with(prefix))
}

/// What the author wrote before any message that they pass on or quote.
fn own_words(text: &str) -> &str {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(3000) {
        let bare = line.trim();
        if at > 0 && (bare.starts_with('>') || reply_text::is_forward_mark(bare)) {
            return text.get(..at).unwrap_or(text);
        }
        at += line.len();
    }
    text
}

/// Weighs and reads a notice.
pub fn read(head: &Head, halves: Halves<'_>, returned_part: bool) -> Notice {
    let system = is_mail_system(head);
    let null_path = has_null_path(head);
    let failed_field = head.other("x-failed-recipients");
    let by_machine = system || null_path || failed_field.is_some();
    let halves =
        if by_machine { halves } else { Halves { notice: own_words(halves.notice), ..halves } };
    let mut notice = Notice { words: plain(halves.notice, SEARCHED), ..Notice::default() };
    let hits: Vec<Hit> = BOUNCES.find(&notice.words).collect();
    let subject = plain(&head.subject, 400);
    let subject_hits: Vec<Hit> = SUBJECTS.find(&subject).collect();

    let mut weigh = |points: i32, why: String| {
        if notice.why.is_empty() {
            notice.why = why;
        }
        notice.evidence += points;
    };
    if failed_field.is_some() {
        weigh(5, "x-failed-recipients".into());
    }
    let early = |hit: &&Hit| hit.at < 3000;
    if let Some(hit) = hits.iter().filter(early).find(|hit| hit.family == Family::BounceIntro) {
        weigh(3, format!("phrase:{}", hit.phrase));
    }
    let answered = is_answer_subject(&head.subject);
    if let Some(hit) =
        subject_hits.iter().find(|hit| matches!(hit.family, Family::BounceSubject | Family::Delay))
        && !answered
    {
        weigh(3, format!("subject:{}", hit.phrase));
    }
    if system {
        weigh(3, "mail-system-sender".into());
    }
    if null_path {
        weigh(1, "null-path".into());
    }
    let coded = enhanced_status(halves.notice).is_some() || reply_code(halves.notice).is_some();
    if coded {
        weigh(2, "smtp-code".into());
    }
    if hits
        .iter()
        .any(|hit| !matches!(hit.family, Family::BounceIntro | Family::Policy | Family::Network))
    {
        weigh(1, "reason-words".into());
    }
    if returned_part || !halves.returned.is_empty() {
        weigh(1, "returned-message".into());
    }
    if !by_machine {
        weigh(-BY_A_STRANGER, "author".into());
        if answered {
            weigh(-5, "answer-subject".into());
        }
        // Nobody leaves, nor belongs to, a list of failure notices.
        if head.other("list-unsubscribe").is_some() || head.other("list-id").is_some() {
            weigh(-9, "list".into());
        }
    }
    if !system && subject_hits.iter().any(|hit| hit.family == Family::AutoSubject) {
        weigh(-4, "auto-subject".into());
    }
    // Without a failing subject, opening words or codes, a mail system says many other things.
    let speaks = hits.iter().any(|hit| hit.family == Family::BounceIntro)
        || coded
        || failed_field.is_some()
        || subject_hits.iter().any(|hit| hit.family == Family::BounceSubject);
    if !speaks {
        notice.evidence = 0;
    }
    if notice.evidence < SURE {
        return notice;
    }

    let says_delay = hits.iter().any(|hit| hit.family == Family::Delay);
    let given_up = hits
        .iter()
        .any(|hit| hit.family == Family::GivenUp && hit.phrase != "could not be delivered");
    let delay_subject = subject_hits.iter().any(|hit| hit.family == Family::Delay);
    notice.delayed = (delay_subject || says_delay) && !given_up;
    notice.recipients = recipients(head, halves.notice, failed_field);
    if notice.recipients.is_empty() && !by_machine && halves.returned.is_empty() && !returned_part {
        notice.evidence = 0;
        return notice;
    }
    if notice.recipients.is_empty() {
        let (_, to) = returned_fields(halves.returned);
        notice.recipients = to
            .into_iter()
            .take(MAX_RECIPIENTS)
            .map(|address| FailedRecipient { address, status: None, code: None, diagnostic: None })
            .collect();
    }
    let (status, code) = (enhanced_status(halves.notice), reply_code(halves.notice));
    for recipient in &mut notice.recipients {
        recipient.status = recipient.status.take().or_else(|| status.clone());
        recipient.code = recipient.code.take().or_else(|| code.clone());
    }
    notice
}

struct Candidate {
    address: String,
    line: usize,
    weight: i32,
}

/// The failed addresses in the notice: those on lines of their own before those in sentences.
fn recipients(head: &Head, notice: &str, failed_field: Option<&str>) -> Vec<FailedRecipient> {
    let lines: Vec<&str> = notice.lines().take(600).collect();
    let named: Vec<String> = failed_field
        .map(|list| addresses_in(list).into_iter().map(|(address, _)| address).collect())
        .unwrap_or_default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for (address, at) in addresses_in(line) {
            let weight = weight(head, line, &address, at);
            let rest = lines.get(number..).unwrap_or_default();
            let address = match expanded_from(rest, at) {
                Some(first) if named.is_empty() => first,
                _ => address,
            };
            if weight > 0 && (named.is_empty() || named.contains(&address)) {
                candidates.push(Candidate { address, line: number, weight });
            }
        }
    }
    let best = candidates.iter().map(|c| c.weight).max().unwrap_or(0);
    let bar = if best >= 9 { 9 } else { best };
    candidates.retain(|c| c.weight >= bar || named.contains(&c.address));
    let mut found: Vec<FailedRecipient> = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        if found.iter().any(|r| r.address == candidate.address) || found.len() >= MAX_RECIPIENTS {
            continue;
        }
        let end = candidates
            .iter()
            .skip(index + 1)
            .find(|next| next.address != candidate.address)
            .map_or(candidate.line + 14, |next| next.line.max(candidate.line + 1));
        let said: Vec<&str> =
            lines.iter().skip(candidate.line).take(end - candidate.line).copied().collect();
        let said = said.join("\n");
        found.push(FailedRecipient {
            address: candidate.address.clone(),
            status: enhanced_status(&said),
            code: reply_code(&said),
            diagnostic: Some(shortened(&said)).filter(|text| !text.is_empty()),
        });
    }
    for address in named {
        if !found.iter().any(|r| r.address == address) && found.len() < MAX_RECIPIENTS {
            found.push(FailedRecipient { address, status: None, code: None, diagnostic: None });
        }
    }
    found
}

/// The address that was written to, where the one that failed was made of it by an alias: Postfix
/// says `(expanded from <…>)` behind it, Exim `(generated from …)` below.
fn expanded_from(lines: &[&str], at: usize) -> Option<String> {
    let first = lines.first()?.get(at..)?;
    let words = format!("{first} {}", lines.get(1).copied().unwrap_or_default());
    let low = words.to_lowercase();
    let (mark, start) = ["(expanded from", "(generated from"]
        .iter()
        .find_map(|mark| low.find(mark).map(|start| (mark, start)))?;
    // Nothing but the address itself stands before it.
    let before = low.get(..start)?;
    if before.split_whitespace().count() > 1 {
        return None;
    }
    let behind = low.get(start + mark.len()..)?;
    let end = behind.find(')').unwrap_or(behind.len());
    addresses_in(behind.get(..end)?).into_iter().next().map(|(address, _)| address)
}

/// How likely an address in a notice is the failed recipient; 0 for the sender and for helpers.
fn weight(head: &Head, line: &str, address: &str, at: usize) -> i32 {
    let local = address.split('@').next().unwrap_or_default();
    let before = line.get(..at).unwrap_or_default().to_lowercase();
    let system = ["postmaster", "mailer-daemon", "abuse", "helpdesk", "support", "mailmaster"];
    if head.to.iter().any(|to| to == address)
        || address == head.from_address
        || system.contains(&local)
        || before.contains("message-id")
        || before.contains("mail from")
        || before.trim_start().starts_with("from:")
        || before.contains("contact")
        || before.contains("sender")
        || before.contains("http")
        || before.contains("expanded from")
        || before.contains("generated from")
        || before.contains("id=")
    {
        return 0;
    }
    let trimmed = line.trim();
    let bare =
        trimmed.trim_matches(|c: char| c.is_whitespace() || "<>\"'():;,.*[]-•·→“”".contains(c));
    let alone = bare.strip_prefix("mailto:").unwrap_or(bare);
    if alone.eq_ignore_ascii_case(address) {
        return 10;
    }
    let lead = before.trim_start().trim_start_matches(['<', '"', '(', '*', '-', ' ', '\'']);
    if lead.is_empty() {
        // `<someone@example.com>: reason` and `someone@example.com (reason)`
        return 10;
    }
    let labels = [
        "rcpt to",
        "to:",
        "recipient",
        "penerima",
        "kepada",
        "address",
        "alamat",
        "empfänger",
        "an:",
        "destinat",
        "failed",
        "user",
        "mailbox",
        "收件人",
        "宛先",
        "받는",
    ];
    if labels.iter().any(|label| before.contains(label)) {
        return 6;
    }
    // A name before an address in brackets, alone on its line.
    if before.trim_end().ends_with(['<', '(']) && bare.len() < address.len() + 60 {
        return 7;
    }
    3
}
