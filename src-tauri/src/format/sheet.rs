//! A release as it stands on paper, whatever writes it: PDF, Word, plain text, a web page.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::blocks::{Block, Run, visible};
use super::markdown::{push_html_text, text_of};

/// Pixels of an image that may be unpacked: 100 million take 400 MB.
const MOST_PIXELS: usize = 100_000_000;

/// All that a release on paper says.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// `id` or `en`.
    pub language: String,
    /// The head of the first page.
    pub letterhead: Letterhead,
    /// What it is, such as "Press release".
    pub kicker: String,
    /// Its number, with the word before it; may be empty.
    pub number: String,
    /// Headline.
    pub headline: String,
    /// Place and day, before the lead.
    pub date_line: String,
    /// First paragraph.
    pub lead: String,
    /// The rest.
    pub body: Vec<Block>,
    /// Heading above the boilerplate.
    pub boilerplate_heading: String,
    /// The standing paragraph about the office.
    pub boilerplate: String,
    /// Heading above the press contact.
    pub press_contact_heading: String,
    /// Whom journalists may call.
    pub press_contact: String,
    /// Who signs.
    pub signatory: Signatory,
    /// The box for initials; none = the release as it goes out.
    pub initials: Option<Initials>,
    /// At the foot of each page.
    pub footer: String,
    /// Page number at the foot, with `{page}` and `{pages}`.
    pub pages: String,
    /// Images by their source in the body.
    pub pictures: BTreeMap<String, Picture>,
    /// What only a letter says; none = a release.
    pub letter: Option<LetterParts>,
    /// A list with a row for each person; none = there is none.
    pub roll: Option<Roll>,
}

/// A list with a row for each person, with room to sign in.
#[derive(Debug, Clone, Default)]
pub struct Roll {
    /// What it is a list of: a word and what is said of it.
    pub facts: Vec<[String; 2]>,
    /// Its columns.
    pub columns: Vec<RollColumn>,
    /// A cell for each column.
    pub rows: Vec<Vec<String>>,
    /// Rows are high enough to be written in.
    pub to_sign: bool,
}

/// A column of a [`Roll`].
#[derive(Debug, Clone, Default)]
pub struct RollColumn {
    /// Its heading.
    pub title: String,
    /// Its share of the width; 0 = as wide as what it holds.
    pub share: f64,
    /// People sign in it.
    pub is_signature: bool,
}

/// What a letter says beside what a release says, in the order in which it stands on the page.
#[derive(Debug, Clone, Default)]
pub struct LetterParts {
    /// Place and day at the right above all; may be empty.
    pub date_line: String,
    /// Number, enclosures and subject above the address: a word and what is said of it.
    pub above: Vec<[String; 2]>,
    /// To whom, one line each.
    pub addressees: Vec<String>,
    /// The same below the title.
    pub below: Vec<[String; 2]>,
    /// Whether a line parts what is below the title from the text.
    pub ruled: bool,
    /// Heading above the copies.
    pub copies_heading: String,
    /// Who gets a copy.
    pub copies: Vec<String>,
}

impl LetterParts {
    fn clean(&mut self) {
        let pairs = self.above.iter_mut().chain(&mut self.below).flatten();
        let lines = self.addressees.iter_mut().chain(&mut self.copies);
        for text in pairs.chain(lines).chain([&mut self.date_line]) {
            *text = visible(text.trim());
        }
    }
}

/// Words and what is said of them, one a line.
fn pairs_text(pairs: &[[String; 2]]) -> String {
    pairs.iter().map(|[word, said]| format!("{word}: {said}")).collect::<Vec<_>>().join("\n")
}

/// The office as its letterhead names it; what is empty is left out.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    /// The government that the office belongs to.
    pub parent: String,
    /// The office.
    pub name: String,
    /// Unit within it.
    pub unit: String,
    /// Street address.
    pub address: String,
    /// Telephone, mail, website.
    pub contact: String,
    /// Coat of arms or emblem.
    pub logo: Option<Picture>,
}

/// Who signs a release.
#[derive(Debug, Clone, Default)]
pub struct Signatory {
    /// Place and day above the signature.
    pub date_line: String,
    /// Position.
    pub position: String,
    /// Name with titles.
    pub name: String,
    /// Rank.
    pub rank: String,
    /// Staff number (NIP) with the word before it.
    pub number: String,
}

impl Signatory {
    /// Whether anybody signs.
    pub fn is_named(&self) -> bool {
        !(self.name.is_empty() && self.position.is_empty())
    }
}

/// The box in which colleagues approve a draft on paper.
#[derive(Debug, Clone, Default)]
pub struct Initials {
    /// Above the box.
    pub title: String,
    /// Heads of its four columns: number, name and position, initials, date.
    pub columns: [String; 4],
    /// How many may sign.
    pub rows: usize,
}

/// An image that can be shown: its head has been read.
#[derive(Debug, Clone)]
pub struct Picture {
    /// For example `image/png`.
    pub mime: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Picture {
    /// The image in these bytes: PNG, JPEG, GIF or WebP of a size that can be unpacked.
    pub fn of(bytes: Vec<u8>) -> Option<Self> {
        let mime = match imagesize::image_type(&bytes).ok()? {
            imagesize::ImageType::Png => "image/png",
            imagesize::ImageType::Jpeg => "image/jpeg",
            imagesize::ImageType::Gif => "image/gif",
            imagesize::ImageType::Webp => "image/webp",
            _ => return None,
        };
        let size = imagesize::blob_size(&bytes).ok()?;
        let pixels = size.width.checked_mul(size.height)?;
        if pixels == 0 || pixels > MOST_PIXELS {
            return None;
        }
        let width = u32::try_from(size.width).ok()?;
        let height = u32::try_from(size.height).ok()?;
        Some(Self { mime, bytes, width, height })
    }

    /// Width and height in points within a frame: as large as at 96 pixels an inch, not larger.
    pub fn within(&self, width: f64, height: f64) -> (f64, f64) {
        let own = (f64::from(self.width) * 0.75, f64::from(self.height) * 0.75);
        let share = (width / own.0).min(height / own.1).min(1.0);
        (own.0 * share, own.1 * share)
    }
}

/// Without the direction signs and control characters of every text.
pub fn cleaned(mut sheet: Sheet) -> Sheet {
    let Sheet { letterhead, signatory, .. } = &mut sheet;
    for text in [
        &mut letterhead.parent,
        &mut letterhead.name,
        &mut letterhead.unit,
        &mut letterhead.address,
        &mut letterhead.contact,
        &mut signatory.date_line,
        &mut signatory.position,
        &mut signatory.name,
        &mut signatory.rank,
        &mut signatory.number,
    ] {
        *text = visible(text.trim());
    }
    for text in [
        &mut sheet.kicker,
        &mut sheet.number,
        &mut sheet.headline,
        &mut sheet.date_line,
        &mut sheet.lead,
        &mut sheet.boilerplate,
        &mut sheet.press_contact,
        &mut sheet.footer,
    ] {
        *text = visible(text.trim());
    }
    if let Some(letter) = &mut sheet.letter {
        letter.clean();
    }
    if let Some(roll) = &mut sheet.roll {
        let cells = roll.rows.iter_mut().flatten();
        for text in roll.facts.iter_mut().map(|[_, text]| text).chain(cells) {
            *text = visible(text.trim());
        }
    }
    sheet
}

impl Sheet {
    /// Date line and lead, as they are read.
    pub fn opening(&self) -> String {
        match (self.date_line.is_empty(), self.lead.is_empty()) {
            (true, _) => self.lead.clone(),
            (false, true) => self.date_line.clone(),
            (false, false) => format!("{} – {}", self.date_line, self.lead),
        }
    }

    /// The lines of the letterhead that say something.
    pub fn head_lines(&self) -> Vec<&str> {
        let head = &self.letterhead;
        [&head.parent, &head.name, &head.unit, &head.address, &head.contact]
            .into_iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// As plain text; `body_html` is the body as it is kept.
    pub fn plain_text(&self, body_html: &str) -> String {
        let kicker = [self.kicker.to_uppercase(), self.number.clone()];
        let letter = self.letter.clone().unwrap_or_default();
        let mut blocks = vec![
            self.head_lines().join("\n"),
            letter.date_line.clone(),
            pairs_text(&letter.above),
            letter.addressees.join("\n"),
            kicker.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
            self.headline.clone(),
            pairs_text(&letter.below),
            self.opening(),
            text_of(body_html),
        ];
        for (heading, text) in [
            (&self.boilerplate_heading, &self.boilerplate),
            (&self.press_contact_heading, &self.press_contact),
        ] {
            if !text.is_empty() {
                blocks.push(format!("{heading}\n{text}"));
            }
        }
        let Signatory { date_line, position, name, rank, number } = &self.signatory;
        if self.signatory.is_named() {
            let lines = [date_line, position, name, rank, number];
            let said: Vec<&str> =
                lines.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
            blocks.push(said.join("\n"));
        }
        if !letter.copies.is_empty() {
            let numbered = letter.copies.iter().zip(1..).map(|(copy, at)| format!("{at}. {copy}"));
            let lines: Vec<String> = [letter.copies_heading].into_iter().chain(numbered).collect();
            blocks.push(lines.join("\n"));
        }
        blocks.retain(|block| !block.trim().is_empty());
        let mut text = visible(&blocks.join("\n\n"));
        text.push('\n');
        text
    }

    /// As one page for the web that needs no other file: headings, paragraphs, images inside.
    pub fn web_page(&self) -> String {
        let mut html = String::from("<!DOCTYPE html>\n<html lang=\"");
        push_html_text(&mut html, &self.language);
        html.push_str(
            "\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        );
        push_html_text(&mut html, &self.headline);
        html.push_str("</title>\n<meta name=\"description\" content=\"");
        push_html_text(&mut html, &self.lead);
        html.push_str("\">\n</head>\n<body>\n<article>\n<header>\n");
        let kicker = [self.kicker.as_str(), self.number.as_str()];
        let kicker = kicker.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        push_paragraph(&mut html, &kicker.join(" · "));
        html.push_str("<h1>");
        push_html_text(&mut html, &self.headline);
        html.push_str("</h1>\n</header>\n");
        let opening = self.opening();
        if !opening.is_empty() {
            html.push_str("<p>");
            let lead = match opening.strip_prefix(&self.date_line) {
                Some(rest) if !self.date_line.is_empty() => {
                    html.push_str("<strong>");
                    push_html_text(&mut html, &self.date_line);
                    html.push_str("</strong>");
                    rest
                }
                _ => &opening,
            };
            push_lines(&mut html, lead);
            html.push_str("</p>\n");
        }
        let shown: Vec<Block> = self.body.iter().map(|block| self.with_pictures(block)).collect();
        html.push_str(&super::blocks::to_html(&shown));
        html.push('\n');
        for (heading, text) in [
            (&self.boilerplate_heading, &self.boilerplate),
            (&self.press_contact_heading, &self.press_contact),
        ] {
            if !text.is_empty() {
                html.push_str("<section>\n<h2>");
                push_html_text(&mut html, heading);
                html.push_str("</h2>\n");
                push_paragraph(&mut html, text);
                html.push_str("</section>\n");
            }
        }
        html.push_str("<footer>\n");
        push_paragraph(&mut html, &self.head_lines().join("\n"));
        html.push_str("</footer>\n</article>\n</body>\n</html>\n");
        html
    }

    /// The block with its image inside the page; without the file its description stays.
    fn with_pictures(&self, block: &Block) -> Block {
        match block {
            Block::Image { source, description } => match self.pictures.get(source) {
                Some(picture) => Block::Image {
                    source: format!(
                        "data:{};base64,{}",
                        picture.mime,
                        BASE64_STANDARD.encode(&picture.bytes)
                    ),
                    description: description.clone(),
                },
                None => Block::Paragraph {
                    runs: vec![Run { text: description.clone(), italic: true, ..Run::default() }],
                },
            },
            Block::Quote { blocks } => Block::Quote {
                blocks: blocks.iter().map(|block| self.with_pictures(block)).collect(),
            },
            Block::List { numbered, items } => Block::List {
                numbered: *numbered,
                items: items
                    .iter()
                    .map(|item| item.iter().map(|block| self.with_pictures(block)).collect())
                    .collect(),
            },
            other => other.clone(),
        }
    }
}

fn push_lines(html: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            html.push_str("<br>\n");
        }
        push_html_text(html, line);
    }
}

fn push_paragraph(html: &mut String, text: &str) {
    if !text.is_empty() {
        html.push_str("<p>");
        push_lines(html, text);
        html.push_str("</p>\n");
    }
}
