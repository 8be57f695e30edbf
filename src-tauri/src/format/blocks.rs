//! The body of a release as blocks and runs of text: what paper, Word files and chats are made
//! from, and what a Word file is read into.

use serde::Serialize;

use super::markdown::{attribute, push_html_text, tag_end, unescape};

/// Lists and quotations within each other; what lies deeper stands at this depth.
const DEEPEST: usize = 8;

/// One part of a text, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading within the text.
    Heading {
        /// 2 or 3: level 1 is the headline.
        level: u8,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// With numbers instead of bullets.
        numbered: bool,
        /// What stands in each item.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// An image.
    Image {
        /// As in the HTML: `cid:…` or a file's name. In a Word file: the part's path.
        source: String,
        /// Its description, shown below it on paper.
        description: String,
    },
    /// A table, row by row; rows may differ in length.
    Table {
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// A line across.
    Rule,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Stands at the head of a column or row.
    pub heading: bool,
    /// Its words; paragraphs are apart by a line end.
    pub runs: Vec<Run>,
}

/// Words of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words; a line end breaks the line.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underlined: bool,
    /// Address of the link that they are.
    pub link: Option<String>,
}

impl Run {
    fn looks_like(&self, other: &Self) -> bool {
        (self.bold, self.italic, self.underlined, &self.link)
            == (other.bold, other.italic, other.underlined, &other.link)
    }
}

/// Text that shows what it holds: no control characters and none that turn the direction of
/// writing around (Unicode UAX 9), which could make a text read otherwise than it is stored.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            matches!(letter, '\n' | '\t')
                || !(letter.is_control()
                    || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'
                        | '\u{61c}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}'))
        })
        .collect()
}

/// Adds words to runs, joined to the last one where they look the same.
pub fn push_run(runs: &mut Vec<Run>, run: Run) {
    if run.text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.looks_like(&run) => last.text.push_str(&run.text),
        _ => runs.push(run),
    }
}

/// Runs without white space at both ends; empty ones are gone.
pub fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    while let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(last) = runs.last_mut() {
        last.text = last.text.trim_end().to_owned();
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    runs
}

/// The words of runs alone.
pub fn words_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Safe HTML (see [`super::markdown::clean_html`]) as blocks.
pub fn of_html(html: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (before, tagged) = rest.split_at(open);
        reading.words(&unescape(before));
        let Some(close) = tag_end(tagged) else {
            reading.words(&unescape(tagged));
            rest = "";
            break;
        };
        let (tag, after) = tagged.split_at(close);
        reading.tag(tag.trim_start_matches('<').trim_end_matches('>'));
        rest = after;
    }
    reading.words(&unescape(rest));
    reading.finish()
}

enum Frame {
    List {
        numbered: bool,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    Quote(Vec<Block>),
    Table(Vec<Vec<Cell>>),
    Row(Vec<Cell>),
    Cell {
        heading: bool,
        blocks: Vec<Block>,
    },
    /// Too deep, or where it cannot stand: what is inside belongs to what is around.
    Through,
}

#[derive(Default)]
struct Reading {
    done: Vec<Block>,
    open: Vec<(String, Frame)>,
    runs: Vec<Run>,
    heading: Option<u8>,
    bold: usize,
    italic: usize,
    underlined: usize,
    links: Vec<Option<String>>,
    /// A space is due before the next word.
    gap: bool,
}

impl Reading {
    fn run(&self, text: String) -> Run {
        Run {
            text,
            bold: self.bold > 0,
            italic: self.italic > 0,
            underlined: self.underlined > 0,
            link: self.links.last().cloned().flatten(),
        }
    }

    fn push(&mut self, letter: char) {
        match self.runs.last_mut() {
            Some(last)
                if (last.bold, last.italic, last.underlined)
                    == (self.bold > 0, self.italic > 0, self.underlined > 0)
                    && last.link.as_ref() == self.links.last().and_then(Option::as_ref) =>
            {
                last.text.push(letter)
            }
            _ => {
                let run = self.run(letter.to_string());
                self.runs.push(run);
            }
        }
    }

    /// The space due, in the look of what was before it.
    fn close_gap(&mut self) {
        if std::mem::take(&mut self.gap)
            && let Some(last) = self.runs.last()
            && !last.text.ends_with(['\n', ' '])
        {
            self.push(' ');
        }
    }

    fn words(&mut self, text: &str) {
        for letter in visible(text).chars() {
            if letter.is_ascii_whitespace() {
                self.gap = true;
            } else {
                self.close_gap();
                self.push(letter);
            }
        }
    }

    /// Ends the paragraph or heading that is open.
    fn end_paragraph(&mut self) {
        self.gap = false;
        let runs = trimmed(std::mem::take(&mut self.runs));
        let heading = self.heading.take();
        if runs.is_empty() {
            return;
        }
        self.add(match heading {
            Some(level) => Block::Heading { level, runs },
            None => Block::Paragraph { runs },
        });
    }

    fn add(&mut self, block: Block) {
        for (_, frame) in self.open.iter_mut().rev() {
            match frame {
                Frame::Item(blocks) | Frame::Quote(blocks) | Frame::Cell { blocks, .. } => {
                    return blocks.push(block);
                }
                // Between the items of a list or the cells of a table: an item of its own.
                Frame::List { items, .. } => return items.push(vec![block]),
                Frame::Row(_) | Frame::Table(_) | Frame::Through => {}
            }
        }
        self.done.push(block);
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
        match name.as_str() {
            "strong" | "b" | "em" | "i" | "u" | "a" => self.look(&name, tag, closing),
            "br" => {
                self.gap = false;
                if !self.runs.is_empty() {
                    self.push('\n');
                }
            }
            "p" | "div" => self.end_paragraph(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph();
                let level = if matches!(name.as_str(), "h1" | "h2") { 2 } else { 3 };
                self.heading = (!closing).then_some(level);
            }
            "hr" => {
                self.end_paragraph();
                self.add(Block::Rule);
            }
            "img" => {
                self.end_paragraph();
                let source = attribute(tag, "src").unwrap_or_default();
                let description = visible(&attribute(tag, "alt").unwrap_or_default());
                self.add(Block::Image { source, description: description.trim().to_owned() });
            }
            "ul" | "ol" | "li" | "blockquote" | "table" | "tr" | "td" | "th" => {
                self.end_paragraph();
                if closing { self.close(&name) } else { self.enter(&name) }
            }
            _ => {}
        }
    }

    fn look(&mut self, name: &str, tag: &str, closing: bool) {
        if !self.runs.is_empty() && !closing {
            self.close_gap();
        }
        let counter = match name {
            "strong" | "b" => &mut self.bold,
            "em" | "i" => &mut self.italic,
            "u" => &mut self.underlined,
            _ => {
                if closing {
                    self.links.pop();
                } else {
                    self.links.push(attribute(tag, "href").filter(|href| !href.is_empty()));
                }
                return;
            }
        };
        *counter = if closing { counter.saturating_sub(1) } else { *counter + 1 };
    }

    fn enter(&mut self, name: &str) {
        let frame = match name {
            _ if self.open.len() >= DEEPEST * 2 => Frame::Through,
            "ul" => Frame::List { numbered: false, items: Vec::new() },
            "ol" => Frame::List { numbered: true, items: Vec::new() },
            "li" => Frame::Item(Vec::new()),
            "blockquote" => Frame::Quote(Vec::new()),
            "table" if self.open.iter().any(|(_, frame)| matches!(frame, Frame::Cell { .. })) => {
                Frame::Through
            }
            "table" => Frame::Table(Vec::new()),
            "tr" if matches!(self.open.last(), Some((_, Frame::Table(_)))) => {
                Frame::Row(Vec::new())
            }
            "td" | "th" if matches!(self.open.last(), Some((_, Frame::Row(_)))) => {
                Frame::Cell { heading: name == "th", blocks: Vec::new() }
            }
            _ => Frame::Through,
        };
        self.open.push((name.to_owned(), frame));
    }

    fn close(&mut self, name: &str) {
        if !self.open.iter().any(|(open, _)| open == name) {
            return;
        }
        while let Some((open, frame)) = self.open.pop() {
            self.leave(frame);
            if open == name {
                break;
            }
        }
    }

    fn leave(&mut self, frame: Frame) {
        match frame {
            Frame::List { numbered, items } => {
                let items: Vec<_> = items.into_iter().filter(|item| !item.is_empty()).collect();
                if !items.is_empty() {
                    self.add(Block::List { numbered, items });
                }
            }
            Frame::Item(blocks) => match self.open.last_mut() {
                Some((_, Frame::List { items, .. })) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.add(block)),
            },
            Frame::Quote(blocks) => {
                if !blocks.is_empty() {
                    self.add(Block::Quote { blocks });
                }
            }
            Frame::Table(rows) => {
                let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
                if !rows.is_empty() {
                    self.add(Block::Table { rows });
                }
            }
            Frame::Row(cells) => {
                if let Some((_, Frame::Table(rows))) = self.open.last_mut() {
                    rows.push(cells);
                }
            }
            Frame::Cell { heading, blocks } => {
                let cell = Cell { heading, runs: in_one(&blocks) };
                if let Some((_, Frame::Row(cells))) = self.open.last_mut() {
                    cells.push(cell);
                }
            }
            Frame::Through => {}
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        while let Some((_, frame)) = self.open.pop() {
            self.leave(frame);
        }
        self.done
    }
}

/// All words of blocks as the runs of one cell, lines apart.
pub fn in_one(blocks: &[Block]) -> Vec<Run> {
    let mut all = Vec::new();
    for block in blocks {
        if !all.is_empty() {
            push_run(&mut all, Run { text: "\n".to_owned(), ..Run::default() });
        }
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs } => {
                runs.iter().for_each(|run| push_run(&mut all, run.clone()));
            }
            Block::List { items, .. } => {
                for (at, item) in items.iter().enumerate() {
                    let mark = if at == 0 { "• " } else { "\n• " };
                    push_run(&mut all, Run { text: mark.to_owned(), ..Run::default() });
                    in_one(item).into_iter().for_each(|run| push_run(&mut all, run));
                }
            }
            Block::Quote { blocks } => {
                in_one(blocks).into_iter().for_each(|run| push_run(&mut all, run));
            }
            Block::Image { description, .. } => {
                push_run(&mut all, Run { text: description.clone(), ..Run::default() });
            }
            Block::Table { rows } => {
                for cell in rows.iter().flatten() {
                    cell.runs.iter().for_each(|run| push_run(&mut all, run.clone()));
                    push_run(&mut all, Run { text: " ".to_owned(), ..Run::default() });
                }
            }
            Block::Rule => {}
        }
    }
    trimmed(all)
}

/// Blocks as HTML of the tags that a body may hold.
pub fn to_html(blocks: &[Block]) -> String {
    let mut html = String::new();
    blocks.iter().for_each(|block| push_block(&mut html, block));
    html
}

fn push_block(html: &mut String, block: &Block) {
    match block {
        Block::Heading { level, runs } => {
            let tag = if *level <= 2 { "h2" } else { "h3" };
            html.push_str(&format!("<{tag}>"));
            push_runs(html, runs);
            html.push_str(&format!("</{tag}>"));
        }
        Block::Paragraph { runs } => {
            html.push_str("<p>");
            push_runs(html, runs);
            html.push_str("</p>");
        }
        Block::List { numbered, items } => {
            let tag = if *numbered { "ol" } else { "ul" };
            html.push_str(&format!("<{tag}>"));
            for item in items {
                html.push_str("<li>");
                item.iter().for_each(|block| push_block(html, block));
                html.push_str("</li>");
            }
            html.push_str(&format!("</{tag}>"));
        }
        Block::Quote { blocks } => {
            html.push_str("<blockquote>");
            blocks.iter().for_each(|block| push_block(html, block));
            html.push_str("</blockquote>");
        }
        Block::Image { source, description } => {
            html.push_str("<img src=\"");
            push_html_text(html, source);
            html.push_str("\" alt=\"");
            push_html_text(html, description);
            html.push_str("\">");
        }
        Block::Table { rows } => {
            html.push_str("<table><tbody>");
            for row in rows {
                html.push_str("<tr>");
                for cell in row {
                    let tag = if cell.heading { "th" } else { "td" };
                    html.push_str(&format!("<{tag}><p>"));
                    push_runs(html, &cell.runs);
                    html.push_str(&format!("</p></{tag}>"));
                }
                html.push_str("</tr>");
            }
            html.push_str("</tbody></table>");
        }
        Block::Rule => html.push_str("<hr>"),
    }
}

fn push_runs(html: &mut String, runs: &[Run]) {
    for run in runs {
        let mut close = Vec::new();
        if let Some(link) = &run.link {
            html.push_str("<a href=\"");
            push_html_text(html, link);
            html.push_str("\">");
            close.push("</a>");
        }
        for (wanted, open, end) in [
            (run.bold, "<strong>", "</strong>"),
            (run.italic, "<em>", "</em>"),
            (run.underlined, "<u>", "</u>"),
        ] {
            if wanted {
                html.push_str(open);
                close.push(end);
            }
        }
        for (at, line) in run.text.split('\n').enumerate() {
            if at > 0 {
                html.push_str("<br>");
            }
            push_html_text(html, line);
        }
        close.iter().rev().for_each(|end| html.push_str(end));
    }
}
