//! What is written in a chat: short, with the familiar greeting, in the reader's language.

use super::audience::Plan;
use super::instant::Instant;
use crate::format::chat_signs::{literal, marked};
use crate::format::markdown;
use crate::mail::compose;
use crate::release::letter::{Values, words};

/// The name of the chat text among a delivery's frozen values.
pub(super) const CHAT_TEXT: &str = "chat_text";

/// To whom a chat is written.
pub(super) enum Reader<'a> {
    /// A person with their values, who reads this language (`id` or `en`; else the release's).
    Person { values: &'a Values, language: &'a str },
    /// Everybody in a group.
    Group,
}

/// The text for one chat: greeting, embargo, headline, lead, link, press contact. Greeting and
/// embargo are in the reader's language, and so is the release where it is written in that.
pub(super) fn text(plan: &Plan, embargo: Option<&Instant>, link: &str, to: &Reader) -> String {
    if let (Some(_), Reader::Person { values, language }) = (&plan.event, to) {
        return about_event(plan, values, language);
    }
    let release = match to {
        Reader::Person { language, .. } => &plan.text(language).release,
        Reader::Group => &plan.own.release,
    };
    let own = release.language.as_str();
    let office = literal(&plan.office.name);
    let (language, opening) = match to {
        Reader::Person { values, language } => {
            let language = if matches!(*language, "id" | "en") { *language } else { own };
            let known = |field: &str| {
                values.get(field).map(|text| literal(text)).filter(|text| !text.is_empty())
            };
            let greeting = known("salutation_familiar")
                .or_else(|| known("salutation"))
                .unwrap_or_else(|| words(language, "release-chat-greeting", &[]));
            let said = [("greeting", greeting.as_str()), ("office", office.as_str())];
            (language, words(language, "release-chat-opening", &said))
        }
        Reader::Group => {
            (own, words(own, "release-chat-opening-group", &[("office", office.as_str())]))
        }
    };
    let embargo = embargo.map(|ends| {
        let until = ends.written(language);
        marked("*", &words(language, "release-embargo", &[("until", &until)]))
    });
    let link = match link.trim() {
        "" => String::new(),
        link => words(language, "release-chat-link", &[("link", link)]),
    };
    let mut blocks = vec![
        opening,
        embargo.unwrap_or_default(),
        marked("*", &literal(&release.headline)),
        literal(&release.lead),
        link,
        literal(&release.press_contact),
    ];
    blocks.retain(|block| !block.is_empty() && block != "**");
    blocks.join("\n\n")
}

/// What a guest of a press event reads in a chat: the mail's own words with the familiar greeting, and
/// the event as it stands in the mail.
fn about_event(plan: &Plan, values: &Values, language: &str) -> String {
    let text = plan.text(language);
    let release = &text.release;
    let common = text.common_values(&plan.office);
    let value = |field: &str| {
        let familiar = (field == "salutation").then(|| values.get("salutation_familiar")).flatten();
        let familiar = familiar.filter(|said| !said.trim().is_empty());
        familiar
            .or_else(|| values.get(field))
            .or_else(|| common.get(field))
            .map(|said| literal(said))
    };
    let (covering, _) = compose::merge(&literal(&release.covering_text), &value, false);
    let mut blocks = vec![
        covering.trim().to_owned(),
        marked("*", &literal(&release.headline)),
        literal(&release.lead),
        literal(markdown::text_of(&release.body_html).trim()),
    ];
    blocks.retain(|block| !block.is_empty() && block != "**");
    blocks.join("\n\n")
}

/// A link of this length opens on every system; a longer one is cut or refused by some.
const LONGEST_LINK: usize = 2_000;

/// How a chat is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    /// What is opened.
    pub link: String,
    /// The text is not in the link: it is pasted.
    pub paste: bool,
}

/// A person's chat, in WhatsApp's own way: the number without its plus, the text percent-encoded.
pub(super) fn with_person(phone: &str, text: &str) -> Opening {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let bare = format!("https://wa.me/{digits}");
    let mut link = format!("{bare}?text=");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    if link.len() > LONGEST_LINK {
        return Opening { link: bare, paste: true };
    }
    Opening { link, paste: false }
}

/// A group has no link that opens its chat: its invitation only lets people in. The app opens, and
/// the text is pasted.
pub(super) fn with_group(platform: &str) -> Opening {
    let link = match platform {
        "whatsapp" => "https://web.whatsapp.com/",
        "telegram" => "https://web.telegram.org/",
        _ => "",
    };
    Opening { link: link.to_owned(), paste: true }
}
