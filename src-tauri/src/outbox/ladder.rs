//! When a refused message is tried again, and when a run of refusals says that no recipient is at
//! fault.

use chrono::Duration;
use rand::Rng;

use crate::mail::dsn::{reason, reason_of_words};
use crate::mail::phrases::plain;
use crate::mail::smtp::{Class, Outcome, Stage};
use crate::mail::understand::Reason;

/// Minutes until the next try after the first, second … failure; from then on every four hours.
const FIRST_STEPS: [i64; 4] = [1, 5, 15, 60];
const LATER_STEP: i64 = 240;
/// Four first steps (81 minutes) and twelve times four hours: about two days.
const MOST_ATTEMPTS: i64 = 16;

/// How long to wait after `attempts` tries have failed; none = give up.
pub fn next_try(attempts: i64) -> Option<Duration> {
    if attempts > MOST_ATTEMPTS {
        return None;
    }
    let step = usize::try_from(attempts - 1).unwrap_or(0);
    let minutes = FIRST_STEPS.get(step).copied().unwrap_or(LATER_STEP);
    // Spread by a tenth, so that a thousand deferred mails do not come back in the same second.
    let seconds = minutes * 60;
    let spread = rand::rng().random_range(-seconds / 10..=seconds / 10);
    Some(Duration::seconds(seconds + spread))
}

/// How soon a mail refused by policy is tried once more after a person has let it go on.
pub const AFTER_POLICY: Duration = Duration::minutes(15);

/// Why a distribution stops by itself: a key of `distribution.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The server will not deal with the account: every distribution of it stops.
    ConnectionRefused,
    /// The server cannot be reached: every distribution of it stops.
    Unreachable,
    /// The server refuses one after the other by policy.
    Policy,
    /// Too many refusals in a row.
    ManyRefused,
    /// Too many deferrals in a row.
    ManyDeferred,
    /// The line breaks after one message after the other.
    ManyUnsure,
}

impl Stop {
    /// The sentence's key.
    pub fn text(self) -> &'static str {
        match self {
            Self::ConnectionRefused => "distribution-paused-connection-refused",
            Self::Unreachable => "distribution-paused-unreachable",
            Self::Policy => "distribution-paused-policy",
            Self::ManyRefused => "distribution-paused-many-refused",
            Self::ManyDeferred => "distribution-paused-many-deferred",
            Self::ManyUnsure => "distribution-paused-many-unsure",
        }
    }

    /// Whether the account is meant, not one distribution.
    pub fn whole_account(self) -> bool {
        matches!(self, Self::ConnectionRefused | Self::Unreachable)
    }
}

const UNREACHABLE_IN_A_ROW: u32 = 5;
const POLICY_IN_A_ROW: usize = 3;
const REFUSED_IN_A_ROW: u32 = 30;
const DEFERRED_IN_A_ROW: u32 = 30;
const UNSURE_IN_A_ROW: u32 = 5;

/// Counts what goes wrong without a success in between.
#[derive(Debug, Default)]
pub struct Runs {
    unreachable: u32,
    refused: u32,
    deferred: u32,
    unsure: u32,
    /// Deliveries refused by policy one after the other.
    pub policy: Vec<i64>,
}

impl Runs {
    /// Notes an outcome; says when it is one too many.
    pub fn note(&mut self, delivery_id: i64, outcome: &Outcome) -> Option<Stop> {
        match outcome.class {
            Class::Accepted => {
                *self = Self::default();
                None
            }
            Class::ConnectionRefused => Some(Stop::ConnectionRefused),
            Class::Ambiguous => {
                self.unsure += 1;
                (self.unsure >= UNSURE_IN_A_ROW).then_some(Stop::ManyUnsure)
            }
            Class::Permanent if is_policy(outcome) => {
                self.policy.push(delivery_id);
                (self.policy.len() >= POLICY_IN_A_ROW).then_some(Stop::Policy)
            }
            Class::Permanent => {
                self.policy.clear();
                self.refused += 1;
                (self.refused >= REFUSED_IN_A_ROW).then_some(Stop::ManyRefused)
            }
            Class::Network | Class::Temporary if outcome.is_connection_trouble() => {
                self.unreachable += 1;
                (self.unreachable >= UNREACHABLE_IN_A_ROW).then_some(Stop::Unreachable)
            }
            Class::Network | Class::Temporary => {
                self.policy.clear();
                self.deferred += 1;
                (self.deferred >= DEFERRED_IN_A_ROW).then_some(Stop::ManyDeferred)
            }
        }
    }
}

/// A refusal that speaks of the sender or of rules, not of the recipient (RFC 3463: 5.5.x
/// protocol, 5.7.x security and policy).
fn is_policy(outcome: &Outcome) -> bool {
    match outcome.enhanced.as_deref() {
        Some(enhanced) => enhanced.starts_with("5.7.") || enhanced.starts_with("5.5."),
        None => names_rules(&outcome.text),
    }
}

/// Whether the server's words speak of rules, of the sender or of what is sent.
fn names_rules(said: &str) -> bool {
    const SIGNS: &[&str] = &[
        "policy",
        "spam",
        "blocked",
        "blacklist",
        "blocklist",
        "relaying",
        "relay access",
        "to relay",
        "denied",
        "not permitted",
        "reputation",
    ];
    let said = said.to_lowercase();
    SIGNS.iter().any(|sign| said.contains(sign))
}

/// Characters of a reply that are looked at.
const READ: usize = 1_000;

/// Whether the server says at RCPT TO that this address does not exist: by a status that means it
/// (RFC 3463: 5.1.x but for 5.1.7 and 5.1.8, which speak of the sender), or, where the status says
/// nothing, by 550, 551 or 553 with words that mean it. A refusal by rules says nothing about the
/// address.
pub(super) fn is_unknown_address(outcome: &Outcome) -> bool {
    if outcome.class != Class::Permanent || outcome.stage != Stage::Rcpt {
        return false;
    }
    match outcome.enhanced.as_deref() {
        None | Some("5.0.0" | "5.1.0") => {
            let words = plain(&outcome.text, READ);
            let code = outcome.code.map(|code| code.to_string());
            matches!(outcome.code, Some(550 | 551 | 553))
                && !names_rules(&outcome.text)
                && reason_of_words(&words).is_some()
                && reason(None, code.as_deref(), &words) == Some(Reason::UserUnknown)
        }
        Some(status) => {
            status.strip_prefix("5.1.").is_some_and(|detail| !matches!(detail, "7" | "8"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(class: Class, stage: Stage, enhanced: &str) -> Outcome {
        Outcome {
            class,
            stage,
            code: None,
            enhanced: Some(enhanced.to_owned()),
            text: String::new(),
        }
    }

    #[test]
    fn the_ladder_widens_and_ends_after_two_days() {
        let minutes = |attempts| next_try(attempts).map(|wait| wait.num_seconds() as f64 / 60.0);
        for (attempts, around) in
            [(1, 1.0), (2, 5.0), (3, 15.0), (4, 60.0), (5, 240.0), (16, 240.0)]
        {
            let waited = minutes(attempts).unwrap();
            assert!((waited - around).abs() <= around / 10.0 + 0.02, "{attempts}: {waited}");
        }
        assert_eq!(minutes(17), None);
    }

    #[test]
    fn three_policy_refusals_in_a_row_stop_but_not_with_another_between() {
        let policy = outcome(Class::Permanent, Stage::Rcpt, "5.7.1");
        let unknown = outcome(Class::Permanent, Stage::Rcpt, "5.1.1");
        let mut runs = Runs::default();
        assert_eq!(runs.note(1, &policy), None);
        assert_eq!(runs.note(2, &policy), None);
        assert_eq!(runs.note(3, &unknown), None);
        assert_eq!(runs.note(4, &policy), None);
        assert_eq!(runs.note(5, &policy), None);
        assert_eq!(runs.note(6, &policy), Some(Stop::Policy));
        assert_eq!(runs.policy, [4, 5, 6]);
    }

    #[test]
    fn a_success_forgets_what_went_before() {
        let network = outcome(Class::Network, Stage::Connect, "");
        let mut runs = Runs::default();
        for _ in 0..4 {
            assert_eq!(runs.note(1, &network), None);
        }
        assert_eq!(runs.note(1, &outcome(Class::Accepted, Stage::Dot, "2.0.0")), None);
        assert_eq!(runs.note(1, &network), None);
    }

    #[test]
    fn an_unknown_address_is_told_from_a_refusal_by_rules() {
        let said = |stage, class, reply: &str| {
            let mut words = reply.splitn(3, ' ');
            let code = words.next().and_then(|code| code.parse().ok());
            let status = words.next().filter(|status| status.starts_with(['4', '5']));
            let enhanced = status.filter(|status| status.contains('.')).map(str::to_owned);
            Outcome { class, stage, code, enhanced, text: reply.to_owned() }
        };
        for (unknown, reply) in [
            (true, "550 5.1.1 No such user"),
            (true, "550 5.1.10 Recipient not found"),
            (true, "550 No such user here"),
            (true, "550 <gone@news.example.com>: User unknown in relay recipient table"),
            (true, "550 Unrouteable address"),
            (true, "551 User not local, no such mailbox"),
            (true, "553 sorry, no mailbox here by that name (#5.1.1)"),
            (true, "550 5.0.0 <gone@news.example.com>... User unknown"),
            (true, "550 5.1.0 Address unknown"),
            (true, "550 Pengguna tidak ditemukan"),
            (false, "550 5.1.8 Sender address rejected: Domain not found"),
            (false, "550 5.7.1 Recipient rejected by policy, no such user"),
            (false, "550 5.5.0 Mailbox unavailable"),
            (false, "550 Message rejected as spam"),
            (false, "550 Rejected: 192.0.2.4 is on a blocklist; user unknown to us"),
            (false, "550 Relaying denied"),
            (false, "553 Recipient address rejected: Access denied"),
            (false, "550 Mailbox full"),
            (false, "552 5.2.2 Mailbox full"),
            (false, "554 Transaction failed"),
            (false, "554 No such user"),
            (false, "550 Administrative prohibition"),
        ] {
            let outcome = said(Stage::Rcpt, Class::Permanent, reply);
            assert_eq!(is_unknown_address(&outcome), unknown, "{reply}");
        }
        let elsewhere = said(Stage::Dot, Class::Permanent, "550 No such user here");
        assert!(!is_unknown_address(&elsewhere), "only an answer to RCPT TO is about the address");
        let later = said(Stage::Rcpt, Class::Temporary, "450 No such user here yet");
        assert!(!is_unknown_address(&later));
    }
}
