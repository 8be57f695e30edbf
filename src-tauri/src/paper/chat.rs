//! A release as the text of a chat, in WhatsApp's own signs: `*bold*`, `_italic_`, `- ` for items.
//! Signs that stand in the text itself are replaced by their look-alikes, so that they cannot
//! switch a look on or off.

use serde::Serialize;
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::distribution;
use crate::error::Result;
use crate::format::blocks::{self, Block, Run};
use crate::format::chat_signs::{literal, marked};
use crate::office::Office;
use crate::release::letter::{EmbargoNotice, date_line, words};
use crate::release::{Release, TextAsk};

/// WhatsApp takes 65 536 characters by hand and 4 096 through its interface for offices; what is
/// longer than this nobody reads on a telephone.
pub const MOST_CHARACTERS: usize = 4_000;

/// A release as the text of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChatText {
    /// The text.
    pub text: String,
    /// Its length.
    pub characters: usize,
    /// Whether paragraphs were left out at the end.
    pub shortened: bool,
}

/// A release as the text of a chat, to nobody in particular.
pub fn chat_text(db: &Reader, ctx: &Ctx, ask: TextAsk) -> Result<ChatText> {
    let (release, office) = super::release_and_office(db, ctx, &ask)?;
    let embargo = distribution::embargo_notice(db, ctx, &release)?;
    Ok(of(&release, &office, embargo.as_ref()))
}

/// The text of a release; its first line is the embargo where it is under one.
pub fn of(release: &Release, office: &Office, embargo: Option<&EmbargoNotice>) -> ChatText {
    let language = release.language.as_str();
    let kicker = super::kicker(release).to_uppercase();
    let number = match release.number.trim() {
        "" => String::new(),
        number => words(language, "release-paper-number", &[("number", number)]),
    };
    let head: Vec<String> = [kicker, literal(&office.name), literal(&number)]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    let date = literal(&date_line(release));
    let lead = literal(&release.lead);
    let opening = match (date.is_empty(), lead.is_empty()) {
        (true, _) => lead,
        (false, true) => marked("*", &date),
        (false, false) => format!("{} – {lead}", marked("*", &date)),
    };
    let mark = embargo.map(|notice| marked("*", &notice.short)).unwrap_or_default();
    let start = vec![mark, head.join("\n"), marked("*", &literal(&release.headline)), opening];
    let body: Vec<String> = blocks::of_html(&release.body_html).iter().map(block).collect();
    let contact = literal(&release.press_contact);
    let end = if contact.is_empty() {
        String::new()
    } else {
        let heading = words(language, "release-mail-press-contact", &[]);
        format!("{}\n{contact}", marked("*", &heading))
    };
    joined(&start, &body, &end, &words(language, "release-chat-more", &[]))
}

/// Puts the parts together; where they are too long, whole paragraphs of the body are left out
/// from the end, and a line says so.
fn joined(start: &[String], body: &[String], end: &str, more: &str) -> ChatText {
    let text = |kept: usize, is_short: bool| {
        let note = if is_short { more } else { "" };
        let all =
            start.iter().map(String::as_str).chain(body.iter().take(kept).map(String::as_str));
        let parts: Vec<&str> =
            all.chain([note, end]).map(str::trim).filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    };
    let whole = text(body.len(), false);
    if whole.chars().count() <= MOST_CHARACTERS {
        return ChatText { characters: whole.chars().count(), text: whole, shortened: false };
    }
    let short = (0..body.len())
        .rev()
        .map(|kept| text(kept, true))
        .find(|text| text.chars().count() <= MOST_CHARACTERS)
        .unwrap_or_else(|| {
            // Headline, lead or press contact are themselves too long.
            let cut: String = text(0, true).chars().take(MOST_CHARACTERS - 1).collect();
            format!("{}…", cut.trim_end())
        });
    ChatText { characters: short.chars().count(), text: short, shortened: true }
}

fn runs(all: &[Run]) -> String {
    let mut text = String::new();
    for run in all {
        let plain = run.text.trim();
        let address = run
            .link
            .as_deref()
            .map(|link| link.trim_start_matches("mailto:").trim_start_matches("tel:").to_owned());
        if let Some(address) = address {
            let bare = address.trim_start_matches("https://").trim_start_matches("http://");
            let same = |a: &str, b: &str| a.trim_end_matches('/') == b.trim_end_matches('/');
            if same(plain, &address) || same(plain, bare) || plain.is_empty() {
                text.push_str(&address);
            } else {
                text.push_str(&format!("{} ({address})", spaced(&run.text, literal)));
            }
            continue;
        }
        text.push_str(&spaced(&run.text, |inner| {
            let mut said = literal(inner);
            if run.italic {
                said = marked("_", &said);
            }
            if run.bold {
                said = marked("*", &said);
            }
            said
        }));
    }
    text
}

/// Changes a text and keeps the spaces around it: signs must touch their words.
fn spaced(text: &str, change: impl Fn(&str) -> String) -> String {
    let inner = text.trim_matches(' ');
    if inner.is_empty() {
        return text.to_owned();
    }
    let before = text.len() - text.trim_start_matches(' ').len();
    let after = text.len() - text.trim_end_matches(' ').len();
    format!("{}{}{}", " ".repeat(before), change(inner), " ".repeat(after))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { runs: said, .. } => {
            let plain: Vec<Run> =
                said.iter().map(|run| Run { bold: true, ..run.clone() }).collect();
            runs(&plain)
        }
        Block::Paragraph { runs: said } => runs(said),
        Block::List { numbered, items } => items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let mark = if *numbered { format!("{}. ", at + 1) } else { "- ".to_owned() };
                let inner: Vec<String> = item.iter().map(self::block).collect();
                format!("{mark}{}", inner.join("\n").replace('\n', "\n  "))
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Quote { blocks } => {
            let inner: Vec<String> = blocks.iter().map(self::block).collect();
            inner.join("\n").lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
        }
        // Photos are sent along, not written.
        Block::Image { .. } | Block::Rule => String::new(),
        Block::Table { rows } => rows
            .iter()
            .map(|row| {
                let cells: Vec<String> =
                    row.iter().map(|cell| runs(&cell.runs).replace('\n', " ")).collect();
                cells.join(" | ")
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}
