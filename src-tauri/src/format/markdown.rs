//! Press releases as Markdown or plain text, HTML made safe, and HTML as readable text.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use comrak::nodes::NodeValue;

use crate::error::{Error, Result};

/// A release as read from a text file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseDraft {
    /// First heading, or first line.
    pub headline: String,
    /// First paragraph as safe HTML.
    pub lead_html: String,
    /// First paragraph as plain text.
    pub lead_text: String,
    /// Everything after the lead as safe HTML.
    pub body_html: String,
    /// Front matter: number, date, place, embargo, language, kind, press_contact, boilerplate,
    /// covering, subject … Names in lower case with `_`; repeated names joined by line ends.
    pub fields: BTreeMap<String, String>,
}

/// Reads a release from Markdown with optional front matter between `---` lines. The first `#`
/// heading is the headline (else the field `headline` or `title`, else the first line), the first
/// paragraph is the lead.
pub fn read_release(source: &str) -> Result<ReleaseDraft> {
    let source = source.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (fields, text) = front_matter(&source);
    let arena = comrak::Arena::new();
    let options = options();
    let root = comrak::parse_document(&arena, text, &options);
    let mut draft = ReleaseDraft { fields, ..ReleaseDraft::default() };
    let heading = root.children().find(
        |node| matches!(&node.data().value, NodeValue::Heading(heading) if heading.level == 1),
    );
    if let Some(heading) = heading {
        draft.headline = squeeze(&heading.collect_text());
        heading.detach();
    } else if let Some(named) = draft.fields.get("headline").or_else(|| draft.fields.get("title")) {
        draft.headline = named.clone();
    } else {
        return Ok(without_heading(text, draft));
    }
    if let Some(lead) =
        root.children().find(|node| matches!(node.data().value, NodeValue::Paragraph))
    {
        let mut html = String::new();
        comrak::format_html(lead, &options, &mut html).map_err(Error::internal)?;
        draft.lead_html = clean_html(&html);
        draft.lead_text = text_of(&draft.lead_html);
        lead.detach();
    }
    let mut html = String::new();
    comrak::format_html(root, &options, &mut html).map_err(Error::internal)?;
    draft.body_html = clean_html(&html);
    Ok(draft)
}

/// Plain text, or Markdown without a headline of its own: the first line is the headline.
fn without_heading(text: &str, mut draft: ReleaseDraft) -> ReleaseDraft {
    let text = text.trim();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    draft.headline = squeeze(first.trim_start_matches(['#', ' ']));
    let mut html = String::new();
    let root_arena = comrak::Arena::new();
    let options = options();
    let root = comrak::parse_document(&root_arena, rest, &options);
    if let Some(lead) =
        root.children().find(|node| matches!(node.data().value, NodeValue::Paragraph))
    {
        // Writing to a String cannot fail.
        let _ = comrak::format_html(lead, &options, &mut html);
        draft.lead_html = clean_html(&html);
        draft.lead_text = text_of(&draft.lead_html);
        lead.detach();
    }
    html.clear();
    let _ = comrak::format_html(root, &options, &mut html);
    draft.body_html = clean_html(&html);
    draft
}

/// Markdown as safe HTML, for fields that hold more than a line (boilerplate, covering mail).
pub fn to_html(markdown: &str) -> String {
    clean_html(&comrak::markdown_to_html(markdown, &options()))
}

fn options() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    // Raw HTML passes here because everything goes through `clean_html` afterwards.
    options.render.r#unsafe = true;
    options
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits off front matter: `key: value` lines between `---` lines. Indented lines continue the
/// value before them; `key: |` or `key: >` opens such a block.
fn front_matter(source: &str) -> (BTreeMap<String, String>, &str) {
    let none = (BTreeMap::new(), source);
    let Some(rest) = source.trim_start().strip_prefix("---\n") else { return none };
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut last: Option<String> = None;
    let mut read = 0;
    for line in rest.split_inclusive('\n') {
        read += line.len();
        let plain = line.trim_end();
        if plain == "---" || plain == "..." {
            return (fields, rest.get(read..).unwrap_or_default());
        }
        let continues =
            line.starts_with([' ', '\t']) || plain.starts_with("- ") || plain.is_empty();
        if continues {
            if let Some(value) = last.as_ref().and_then(|key| fields.get_mut(key)) {
                if !value.is_empty() {
                    value.push('\n');
                }
                value.push_str(unquoted(plain.trim().trim_start_matches("- ")));
            }
            continue;
        }
        let Some((key, value)) = plain.split_once(':') else { return none };
        let key: String = key
            .trim()
            .to_lowercase()
            .chars()
            .map(|c| if c == ' ' || c == '-' { '_' } else { c })
            .collect();
        let value = match value.trim() {
            "|" | ">" | "|-" | ">-" => "",
            value => unquoted(value),
        };
        let entry = fields.entry(key.clone()).or_default();
        if !entry.is_empty() {
            entry.push('\n');
        }
        entry.push_str(value);
        last = Some(key);
    }
    none
}

fn unquoted(value: &str) -> &str {
    let inside = |quote| value.strip_prefix(quote).and_then(|rest: &str| rest.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// HTML cut down to what a release may hold: paragraphs, two headings, bold, italic, underline,
/// lists, quotes, links (http, https, mailto, tel), images that travel with the mail (`cid:` or a
/// file of the workspace by relative name), tables. Paste from Word or a web page comes out clean.
pub fn clean_html(html: &str) -> String {
    let tags = [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "ul",
        "ol",
        "li",
        "blockquote",
        "a",
        "img",
        "br",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let attributes =
        HashMap::from([("a", HashSet::from(["href"])), ("img", HashSet::from(["src", "alt"]))]);
    let cleaned = ammonia::Builder::empty()
        .tags(HashSet::from(tags))
        .tag_attributes(attributes)
        .clean_content_tags(HashSet::from([
            "script", "style", "title", "head", "xml", "noscript", "template", "svg", "math",
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .attribute_filter(allowed_url)
        .link_rel(None)
        .strip_comments(true)
        .clean(html)
        .to_string();
    // The sanitiser's output is well-formed and these tags carry no attributes, so that plain
    // replacement is exact.
    let mut cleaned = cleaned;
    for (from, to) in
        [("b", "strong"), ("i", "em"), ("h1", "h2"), ("h4", "h3"), ("h5", "h3"), ("h6", "h3")]
    {
        if cleaned.contains(&format!("<{from}>")) {
            cleaned = cleaned
                .replace(&format!("<{from}>"), &format!("<{to}>"))
                .replace(&format!("</{from}>"), &format!("</{to}>"));
        }
    }
    for empty in ["<p></p>", "<p> </p>", "<p>&nbsp;</p>", "<strong></strong>", "<em></em>"] {
        if cleaned.contains(empty) {
            cleaned = cleaned.replace(empty, "");
        }
    }
    cleaned.trim().to_owned()
}

fn allowed_url<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let scheme = value.split_once(':').map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
    let allowed = match (element, attribute) {
        ("a", "href") => matches!(scheme.as_deref(), Some("http" | "https" | "mailto" | "tel")),
        ("img", "src") => match scheme.as_deref() {
            Some(scheme) => scheme == "cid",
            None => !value.starts_with(['/', '\\']) && !value.contains(".."),
        },
        _ => true,
    };
    allowed.then_some(Cow::Borrowed(value))
}

/// The same without its images; a paragraph that held nothing else goes with them.
pub fn without_images(html: &str) -> String {
    let bare = ammonia::Builder::default()
        .rm_tags(["img", "figure", "figcaption"])
        .link_rel(None)
        .clean(html)
        .to_string();
    ["<p></p>", "<p> </p>", "<p><br></p>"].iter().fold(bare, |text, empty| text.replace(empty, ""))
}

/// Safe HTML as readable text: paragraphs apart by an empty line, list items with "- " or their
/// number, links as "text (address)", images by their description.
pub fn text_of(html: &str) -> String {
    let mut text = TextWriter::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (before, tagged) = rest.split_at(open);
        text.words(before);
        let Some(close) = tag_end(tagged) else {
            text.words(tagged);
            rest = "";
            break;
        };
        let (tag, after) = tagged.split_at(close);
        text.tag(tag.trim_start_matches('<').trim_end_matches('>'));
        rest = after;
    }
    text.words(rest);
    text.finish()
}

/// Where a tag ends, brackets inside quoted attributes respected.
pub(super) fn tag_end(tagged: &str) -> Option<usize> {
    if let Some(comment) = tagged.strip_prefix("<!--") {
        return comment.find("-->").map(|end| end + 7);
    }
    let mut quote = None;
    for (place, letter) in tagged.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(place + 1),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

#[derive(Default)]
struct TextWriter {
    text: String,
    /// Line ends due before the next word.
    breaks: usize,
    /// A space due before the next word.
    gap: bool,
    /// Open lists: the next number, or none for bullets.
    lists: Vec<Option<usize>>,
    quotes: usize,
    /// A quotation has opened and has no words yet: its first paragraph needs no empty line.
    quote_opened: bool,
    /// Address of the open link and where its text begins.
    link: Option<(String, usize)>,
    hidden: usize,
}

impl TextWriter {
    fn break_lines(&mut self, count: usize) {
        if !self.quote_opened {
            self.breaks = self.breaks.max(count);
        }
        self.gap = false;
    }

    fn flush_breaks(&mut self) {
        self.quote_opened = false;
        if self.breaks > 0 {
            if !self.text.is_empty() {
                let quote = if self.quotes > 0 { "> " } else { "" };
                for place in 1..=self.breaks {
                    self.text.push('\n');
                    if place < self.breaks && self.quotes > 0 {
                        self.text.push('>');
                    }
                }
                self.text.push_str(quote);
            } else if self.quotes > 0 {
                self.text.push_str("> ");
            }
            self.breaks = 0;
        }
        if self.gap {
            self.text.push(' ');
            self.gap = false;
        }
    }

    fn words(&mut self, raw: &str) {
        if self.hidden > 0 {
            return;
        }
        for letter in unescape(raw).chars() {
            // A no-break space is a space in plain text.
            if letter.is_whitespace() {
                self.gap =
                    !self.text.is_empty() && self.breaks == 0 && !self.text.ends_with(['\n', ' ']);
            } else {
                self.flush_breaks();
                self.text.push(letter);
            }
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closing, tag) = match tag.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, tag),
        };
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match (name.as_str(), closing) {
            ("script" | "style" | "head" | "title", false) => self.hidden += 1,
            ("script" | "style" | "head" | "title", true) => {
                self.hidden = self.hidden.saturating_sub(1)
            }
            ("br", _) => {
                self.breaks += 1;
                self.gap = false;
            }
            ("hr", _) => {
                self.break_lines(2);
                self.flush_breaks();
                self.text.push_str("---");
                self.break_lines(2);
            }
            ("ul", false) => self.open_list(None),
            ("ol", false) => self.open_list(Some(1)),
            ("ul" | "ol", true) => {
                self.lists.pop();
                self.break_lines(if self.lists.is_empty() { 2 } else { 1 });
            }
            ("li", false) => self.open_item(),
            ("blockquote", false) => {
                self.break_lines(2);
                self.flush_before_quote();
                self.quotes += 1;
            }
            ("blockquote", true) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.quote_opened = false;
                self.break_lines(2);
            }
            ("a", false) => self.link = attribute(tag, "href").map(|href| (href, self.text.len())),
            ("a", true) => self.close_link(),
            ("img", false) => {
                if let Some(alt) = attribute(tag, "alt").filter(|alt| !alt.trim().is_empty()) {
                    self.flush_breaks();
                    self.text.push_str(&format!("[{}]", alt.trim()));
                }
            }
            ("td" | "th", false)
                if self.breaks == 0 && !self.text.is_empty() && !self.text.ends_with('\n') =>
            {
                self.text.push('\t');
                self.gap = false;
            }
            ("tr", _) => self.break_lines(1),
            // Inside a list item a paragraph is only its text.
            ("p", false) if !self.lists.is_empty() => {}
            ("p", true) if !self.lists.is_empty() => self.break_lines(1),
            ("p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table", _) => self.break_lines(2),
            ("div" | "li", _) => self.break_lines(1),
            _ => {}
        }
    }

    /// The empty line before a quotation does not belong to it.
    fn flush_before_quote(&mut self) {
        if self.quotes == 0 && self.breaks > 0 && !self.text.is_empty() {
            while self.breaks > 1 {
                self.text.push('\n');
                self.breaks -= 1;
            }
        }
        self.breaks = 1;
        self.quote_opened = true;
    }

    fn open_list(&mut self, first: Option<usize>) {
        self.break_lines(if self.lists.is_empty() { 2 } else { 1 });
        self.lists.push(first);
    }

    fn open_item(&mut self) {
        self.break_lines(1);
        self.flush_breaks();
        let indent = self.lists.len().saturating_sub(1) * 2;
        self.text.extend(std::iter::repeat_n(' ', indent));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number += 1;
                self.text.push_str(&mark);
            }
            _ => self.text.push_str("- "),
        }
    }

    fn close_link(&mut self) {
        let Some((href, start)) = self.link.take() else { return };
        let shown = self.text.get(start..).unwrap_or_default().trim();
        let plain = href.trim_start_matches("mailto:").trim_start_matches("tel:");
        let same = |a: &str, b: &str| a.trim_end_matches('/') == b.trim_end_matches('/');
        let bare = plain.trim_start_matches("https://").trim_start_matches("http://");
        if shown.is_empty() {
            self.flush_breaks();
            self.text.push_str(plain);
        } else if !same(shown, plain) && !same(shown, bare) {
            self.text.push_str(&format!(" ({plain})"));
        }
    }

    fn finish(self) -> String {
        let lines: Vec<&str> = self.text.lines().map(str::trim_end).collect();
        lines.join("\n").trim().to_owned()
    }
}

pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(unescape(value).into_owned())
}

/// Replaces character references (HTML Living Standard 13.5, the ones a sanitiser writes).
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(start) = rest.find('&') {
        let (before, reference) = rest.split_at(start);
        text.push_str(before);
        let end = reference.bytes().take(12).position(|byte| byte == b';');
        let name = end.and_then(|end| reference.get(1..end)).unwrap_or_default();
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some('\u{a0}'),
            number => {
                let code = match number.strip_prefix("#x").or_else(|| number.strip_prefix("#X")) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.strip_prefix('#').and_then(|decimal| decimal.parse().ok()),
                };
                code.and_then(char::from_u32)
            }
        };
        match (letter, end) {
            (Some(letter), Some(end)) => {
                text.push(letter);
                rest = reference.get(end + 1..).unwrap_or_default();
            }
            _ => {
                text.push('&');
                rest = reference.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Adds text to HTML so that it stays text, in an element as in a quoted attribute.
pub fn push_html_text(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}
