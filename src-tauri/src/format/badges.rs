//! Badges of an event's guests as PDF: sheets to be cut, single cards, label paper. `badges.typ` is
//! the only source; [`typeset`] sets it.

use std::sync::LazyLock;

use qrcode::{EcLevel, QrCode};
use serde_json::{Value as Json, json};
use typst::syntax::Source;

use super::sheet::Picture;
use super::typeset::{self, Paper};
use crate::choice;
use crate::error::{Error, Result};

choice! {
    /// What badges are printed on.
    BadgePaper {
        /// A4 with two by four cards of 95 x 67 mm, to be cut.
        A4 = "a4",
        /// One card a page, A6 upright, for a holder.
        A6 = "a6",
        /// A4 with 3 by 8 labels of 70 x 37 mm.
        Label70 = "label-70x37",
        /// A4 with 2 by 5 labels of 99 x 57 mm.
        Label99 = "label-99x57",
    }
}

impl BadgePaper {
    /// Badges a page.
    pub fn a_page(self) -> usize {
        match self {
            Self::A4 => 8,
            Self::A6 => 1,
            Self::Label70 => 24,
            Self::Label99 => 10,
        }
    }

    /// Sizes in millimetres, and how a badge is drawn.
    fn form(self) -> Json {
        match self {
            Self::A4 => {
                json!({"kind": "wide", "page": [210, 297], "margin": [10, 14], "badge": [95, 67],
                "gap": [0, 0], "columns": 2, "cut": true})
            }
            Self::A6 => {
                json!({"kind": "tall", "page": [105, 148], "margin": [0, 0], "badge": [105, 147.9],
                "gap": [0, 0], "columns": 1, "cut": false})
            }
            Self::Label70 => {
                json!({"kind": "small", "page": [210, 297], "margin": [0, 0.4], "badge": [70, 37],
                "gap": [0, 0], "columns": 3, "cut": false})
            }
            Self::Label99 => {
                json!({"kind": "wide", "page": [210, 297], "margin": [4.5, 5.9], "badge": [99, 57],
                "gap": [2.5, 0], "columns": 2, "cut": false})
            }
        }
    }
}

/// One badge.
#[derive(Debug, Clone, Default)]
pub struct Badge {
    /// Name.
    pub name: String,
    /// Outlet or position; may be empty.
    pub outlet: String,
    /// What the guest is, in words.
    pub category: String,
    /// The colour of that, `#rrggbb`, dark enough for white letters.
    pub colour: &'static str,
    /// What the QR carries: letters and digits.
    pub code: String,
    /// A small picture; none = initials stand there.
    pub photo: Option<Picture>,
}

/// All badges of one print.
#[derive(Debug, Clone, Default)]
pub struct Badges {
    /// `id` or `en`.
    pub language: String,
    /// The office.
    pub office: String,
    /// The event.
    pub title: String,
    /// When it is, in words.
    pub when: String,
    /// Labels at the head of the first page that are used already.
    pub skip: usize,
    /// The badges in their order.
    pub badges: Vec<Badge>,
}

static SOURCE: LazyLock<Result<Source>> =
    LazyLock::new(|| typeset::source("badges.typ", include_str!("badges.typ")));

/// Gathers what the source reads. Photos are not unpacked: whether one is damaged shows when the
/// paper is set.
pub fn paper(badges: &Badges, on: BadgePaper) -> Result<Paper> {
    gathered(badges, on, Paper::unseen)
}

fn gathered(
    badges: &Badges,
    on: BadgePaper,
    picture: fn(&mut Paper, &Picture) -> Result<Option<String>>,
) -> Result<Paper> {
    let mut paper = Paper::on(SOURCE.as_ref().map_err(Error::internal)?);
    let mut all = Vec::with_capacity(badges.badges.len());
    for badge in &badges.badges {
        let photo = match &badge.photo {
            Some(photo) => picture(&mut paper, photo)?,
            None => None,
        };
        all.push(json!({"name": badge.name, "outlet": badge.outlet, "category": badge.category,
            "colour": badge.colour, "code": badge.code, "qr": qr(&badge.code)?, "photo": photo,
            "initials": initials(&badge.name)}));
    }
    let data = json!({"language": badges.language, "office": badges.office, "title": badges.title,
        "when": badges.when, "form": on.form(), "skip": badges.skip % on.a_page(), "badges": all});
    paper.give("badges.json", serde_json::to_vec(&data)?)?;
    Ok(paper)
}

/// The PDF. A damaged photo is left out.
pub fn pdf(badges: &Badges, on: BadgePaper) -> Result<Vec<u8>> {
    // Hundreds of photos are unpacked by Typst on all cores; to look at each before took as long again.
    paper(badges, on)?.pdf().or_else(|_| gathered(badges, on, Paper::picture)?.pdf())
}

/// First letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next().filter(|letter| letter.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// Light modules around a QR (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The QR code of a text as SVG: one path, a rectangle for each run of dark modules.
pub fn qr(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).map_err(Error::internal)?;
    let width = code.width();
    let mut path = String::new();
    for (y, line) in code.to_colors().chunks(width.max(1)).enumerate() {
        let mut x = 0;
        for run in line.chunk_by(|a, b| a == b) {
            if run.first() == Some(&qrcode::Color::Dark) {
                let (left, top, long) = (x + QUIET, y + QUIET, run.len());
                path.push_str(&format!("M{left} {top}h{long}v1h-{long}z"));
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
    ))
}
