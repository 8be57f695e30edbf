//! A text that goes to many: its lines without merge fields are encoded once, so that only the
//! lines that name a person are worked on for each message.

use super::as_text;
use super::merge::{Token, each_token, merge};
use super::quoted::push_quoted_printable;

/// A text part with merge fields, ready to be put into any number of messages.
#[derive(Debug, Clone, Default)]
pub struct Stencil {
    pieces: Vec<Piece>,
    escape_html: bool,
}

#[derive(Debug, Clone)]
enum Piece {
    /// Whole lines without a field, quoted-printable.
    Same(Vec<u8>),
    /// Whole lines with fields, as they stand in the template.
    Personal(String),
}

impl Stencil {
    /// Cuts `template` at its lines. With `escape_html` the values are made safe for HTML.
    pub fn new(template: &str, escape_html: bool) -> Self {
        let template = as_text(template);
        let mut lines = Lines::default();
        each_token(&template, |token| match token {
            Token::Text(text) => lines.push_text(text),
            Token::Stray { .. } => lines.push_text("{{"),
            Token::Field { source, .. } => lines.push_field(source),
        });
        Self { pieces: lines.finish(), escape_html }
    }

    /// About how many bytes it becomes.
    pub fn size(&self) -> usize {
        let of = |piece: &Piece| match piece {
            Piece::Same(bytes) => bytes.len() + 2,
            Piece::Personal(text) => 2 * text.len() + 64,
        };
        self.pieces.iter().map(of).sum()
    }

    /// Appends the text with these values, quoted-printable.
    pub(super) fn push(&self, out: &mut Vec<u8>, fields: &dyn Fn(&str) -> Option<String>) {
        for (number, piece) in self.pieces.iter().enumerate() {
            if number > 0 {
                out.extend_from_slice(b"\r\n");
            }
            match piece {
                Piece::Same(bytes) => out.extend_from_slice(bytes),
                Piece::Personal(text) => {
                    let (merged, _) = merge(text, fields, self.escape_html);
                    push_quoted_printable(out, &as_text(&merged));
                }
            }
        }
    }
}

/// Gathers lines of one sort as long as they follow each other.
#[derive(Default)]
struct Lines {
    pieces: Vec<Piece>,
    same: Option<String>,
    line: String,
    has_field: bool,
}

impl Lines {
    fn push_text(&mut self, text: &str) {
        let mut parts = text.split('\n');
        self.line.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.end_line();
            self.line.push_str(part);
        }
    }

    /// A field stays whole, also when its default has several lines.
    fn push_field(&mut self, source: &str) {
        self.line.push_str(source);
        self.has_field = true;
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.has_field) {
            self.end_same();
            self.pieces.push(Piece::Personal(line));
            return;
        }
        match &mut self.same {
            Some(same) => {
                same.push('\n');
                same.push_str(&line);
            }
            none => *none = Some(line),
        }
    }

    fn end_same(&mut self) {
        if let Some(same) = self.same.take() {
            let mut encoded = Vec::with_capacity(same.len() + same.len() / 16);
            push_quoted_printable(&mut encoded, &same);
            self.pieces.push(Piece::Same(encoded));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.end_line();
        self.end_same();
        self.pieces
    }
}
