//! What mail systems and people write, by family, in the languages they write it.
//!
//! Phrases are lower case with single blanks and plain apostrophes, as [`plain`] makes any text.
//! They are kept short enough to survive rewording and long enough to mean one thing.

mod answers;
mod bounces;
mod subjects;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// What a phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Opening words that only a mail system writes about a failed message.
    BounceIntro,
    /// Subject of a failure notice.
    BounceSubject,
    /// The message is late, not lost.
    Delay,
    /// The system has given up for good.
    GivenUp,
    /// No such person.
    UserUnknown,
    /// Mailbox over its quota.
    MailboxFull,
    /// No such domain or host.
    HostUnknown,
    /// Taken for spam, or the sender's address is on a block list.
    Spam,
    /// Message or attachment too big.
    TooLarge,
    /// Tried for too long.
    Expired,
    /// The server does not relay for us.
    RelayDenied,
    /// Refused by a rule.
    Policy,
    /// No connection, time out, loop.
    Network,
    /// A command or address was not understood.
    Protocol,
    /// A person must prove to be one before the mail passes.
    Challenge,
    /// Subject of an automatic reply.
    AutoSubject,
    /// The person has left, retired or moved.
    Left,
    /// A help desk confirms receipt.
    Ticket,
    /// On leave or holiday.
    Vacation,
    /// Out of the office.
    Away,
    /// The text says of itself that it is automatic.
    AutoText,
    /// Advertising.
    Advert,
}

/// Lower case, one blank between words, plain quotes: the form in which phrases are compared.
pub fn plain(text: &str, limit: usize) -> String {
    let mut folded = String::with_capacity(text.len().min(limit) + 1);
    let mut blank = false;
    let mut rest = text;
    while folded.len() < limit {
        // Words of plain letters, which is nearly everything, are taken over as a whole.
        let bytes = rest.as_bytes();
        let word = bytes.iter().take(limit - folded.len());
        let length = word.take_while(|byte| byte.is_ascii_graphic() && **byte != b'`').count();
        if let Some((word, after)) = rest.split_at_checked(length)
            && length > 0
        {
            if blank && !folded.is_empty() {
                folded.push(' ');
            }
            blank = false;
            let at = folded.len();
            folded.push_str(word);
            if let Some(word) = folded.get_mut(at..) {
                word.make_ascii_lowercase();
            }
            rest = after;
            continue;
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        if c.is_whitespace() || c == '\u{200b}' {
            blank = true;
            continue;
        }
        if blank && !folded.is_empty() {
            folded.push(' ');
        }
        blank = false;
        match c {
            '\u{2019}' | '\u{2018}' | '\u{b4}' | '`' => folded.push('\''),
            '\u{201c}' | '\u{201d}' => folded.push('"'),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// Phrases of some families, ready to be looked for in one pass.
pub struct Lexicon {
    automaton: Option<AhoCorasick>,
    families: Vec<(Family, &'static str)>,
}

impl Lexicon {
    fn new(tables: &[(Family, &[&'static str])]) -> Self {
        let families: Vec<(Family, &'static str)> = tables
            .iter()
            .flat_map(|(family, words)| words.iter().map(|word| (*family, *word)))
            .collect();
        // Every mail goes through it: the memory of the quickest kind is well spent.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(families.iter().map(|(_, word)| word))
            .ok();
        Self { automaton, families }
    }

    /// Every phrase in a text made by [`plain`], in order of its end.
    pub fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Hit> + 't {
        self.automaton.iter().flat_map(move |automaton| {
            automaton.find_overlapping_iter(text).filter_map(|found| {
                let (family, phrase) = self.families.get(found.pattern().as_usize())?;
                whole_word(text, phrase, found.start(), found.end()).then_some(Hit {
                    family: *family,
                    phrase,
                    at: found.start(),
                })
            })
        })
    }

    /// The first phrase of a family.
    pub fn first(&self, text: &str, family: Family) -> Option<Hit> {
        self.find(text).find(|hit| hit.family == family)
    }
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// What it tells.
    pub family: Family,
    /// The phrase itself.
    pub phrase: &'static str,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// Latin phrases must stand at word borders; "cuti" is not part of "eksekutif".
fn whole_word(text: &str, phrase: &str, start: usize, end: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() && (c as u32) < 0x2e80;
    let inner_start = phrase.chars().next().is_some_and(letter)
        && text.get(..start).and_then(|t| t.chars().next_back()).is_some_and(letter);
    let inner_end = phrase.chars().next_back().is_some_and(letter)
        && text.get(end..).and_then(|t| t.chars().next()).is_some_and(letter);
    !inner_start && !inner_end
}

/// Phrases of failure notices.
pub static BOUNCES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[
        (Family::BounceIntro, bounces::BOUNCE_INTRO),
        (Family::Delay, bounces::DELAY),
        (Family::GivenUp, bounces::GIVEN_UP),
        (Family::UserUnknown, bounces::USER_UNKNOWN),
        (Family::MailboxFull, bounces::MAILBOX_FULL),
        (Family::HostUnknown, bounces::HOST_UNKNOWN),
        (Family::Spam, bounces::SPAM),
        (Family::TooLarge, bounces::TOO_LARGE),
        (Family::Expired, bounces::EXPIRED),
        (Family::RelayDenied, bounces::RELAY_DENIED),
        (Family::Policy, bounces::POLICY),
        (Family::Network, bounces::NETWORK),
        (Family::Protocol, bounces::PROTOCOL),
    ])
});

/// Phrases of subjects.
pub static SUBJECTS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[
        (Family::BounceSubject, subjects::BOUNCE_SUBJECT),
        (Family::Delay, subjects::DELAY_SUBJECT),
        (Family::AutoSubject, subjects::AUTO_SUBJECT),
        (Family::Ticket, subjects::TICKET_SUBJECT),
        (Family::Challenge, subjects::CHALLENGE_SUBJECT),
        (Family::Left, answers::LEFT),
        (Family::Vacation, answers::VACATION),
        (Family::Away, answers::AWAY),
    ])
});

/// Phrases of automatic replies and challenges.
pub static ANSWERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[
        (Family::Challenge, answers::CHALLENGE),
        (Family::Left, answers::LEFT),
        (Family::Ticket, answers::TICKET),
        (Family::Vacation, answers::VACATION),
        (Family::Away, answers::AWAY),
        (Family::AutoText, answers::AUTO_TEXT),
        (Family::Advert, answers::ADVERT),
    ])
});
