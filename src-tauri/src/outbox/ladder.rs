//! When a refused message is tried again, and when a run of refusals says that no recipient is at
//! fault.

use chrono::Duration;
use rand::Rng;

use crate::mail::smtp::{Class, Outcome};

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
        None => {
            let said = outcome.text.to_lowercase();
            [
                "policy",
                "spam",
                "blocked",
                "blacklist",
                "blocklist",
                "relay",
                "denied",
                "not permitted",
                "reputation",
            ]
            .iter()
            .any(|sign| said.contains(sign))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::smtp::Stage;

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
}
