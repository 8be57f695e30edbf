//! A release on the office's letterhead as PDF. `letterhead.typ` is the only source; [`typeset`]
//! sets it.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};
use typst::syntax::Source;

use super::blocks::{Block, Cell, Run};
use super::sheet::Sheet;
use super::typeset::{self, Paper};
use crate::error::{Error, Result};

/// The room for an image, in points: the width of the text, two thirds of a page.
const IMAGE_ROOM: (f64, f64) = (453.0, 520.0);
/// The room for the emblem, in points.
const LOGO_ROOM: (f64, f64) = (62.0, 62.0);
/// Typst refuses longer addresses of links.
const LONGEST_LINK: usize = 2_000;

static SOURCE: LazyLock<Result<Source>> =
    LazyLock::new(|| typeset::source("letterhead.typ", include_str!("letterhead.typ")));

/// Gathers what the source reads of a release.
pub fn paper(sheet: &Sheet) -> Result<Paper> {
    let mut setting = Setting { paper: Paper::on(SOURCE.as_ref().map_err(Error::internal)?) };
    let data = setting.data(sheet)?;
    setting.paper.give("release.json", serde_json::to_vec(&data)?)?;
    Ok(setting.paper)
}

/// A paper that is being gathered.
struct Setting {
    paper: Paper,
}

impl Setting {
    fn data(&mut self, sheet: &Sheet) -> Result<Json> {
        let head = &sheet.letterhead;
        let logo = match &head.logo {
            Some(logo) => self.paper.picture(logo)?,
            None => None,
        };
        let logo_height =
            head.logo.as_ref().map_or(0.0, |logo| logo.within(LOGO_ROOM.0, LOGO_ROOM.1).1);
        let signatory = &sheet.signatory;
        Ok(json!({
            "language": sheet.language,
            "office": {"parent": head.parent, "name": head.name, "unit": head.unit, "address": head.address,
                "contact": head.contact, "logo": logo, "logo_height": logo_height},
            "kicker": sheet.kicker,
            "number": sheet.number,
            "headline": sheet.headline,
            "date_line": sheet.date_line,
            "lead": sheet.lead,
            "body": self.blocks(sheet, &sheet.body)?,
            "boilerplate_heading": sheet.boilerplate_heading,
            "boilerplate": sheet.boilerplate,
            "press_contact_heading": sheet.press_contact_heading,
            "press_contact": sheet.press_contact,
            "signatory": {"date_line": signatory.date_line, "position": signatory.position,
                "name": signatory.name, "rank": signatory.rank, "number": signatory.number},
            "letter": sheet.letter.as_ref().map(|letter| json!({
                "date_line": letter.date_line, "above": letter.above, "addressees": letter.addressees,
                "below": letter.below, "ruled": letter.ruled,
                "copies_heading": letter.copies_heading, "copies": letter.copies,
            })),
            "initials": sheet.initials.as_ref().map(|initials| json!({
                "title": initials.title, "columns": initials.columns, "rows": initials.rows,
            })),
            "roll": sheet.roll.as_ref().map(|roll| json!({
                "facts": roll.facts, "rows": roll.rows, "to_sign": roll.to_sign,
                "columns": roll.columns.iter().map(|column| json!({
                    "title": column.title, "share": column.share, "sign": column.is_signature,
                })).collect::<Vec<_>>(),
            })),
            "footer": sheet.footer,
            "pages": sheet.pages,
        }))
    }

    fn blocks(&mut self, sheet: &Sheet, blocks: &[Block]) -> Result<Vec<Json>> {
        blocks.iter().map(|block| self.block(sheet, block)).collect()
    }

    fn block(&mut self, sheet: &Sheet, block: &Block) -> Result<Json> {
        Ok(match block {
            Block::Heading { level, runs } => {
                json!({"kind": "heading", "level": level, "runs": linked(runs)})
            }
            Block::Paragraph { runs } => json!({"kind": "paragraph", "runs": linked(runs)}),
            Block::List { numbered, items } => {
                let items = items
                    .iter()
                    .map(|item| self.blocks(sheet, item))
                    .collect::<Result<Vec<_>>>()?;
                json!({"kind": "list", "numbered": numbered, "items": items})
            }
            Block::Quote { blocks } => {
                json!({"kind": "quote", "blocks": self.blocks(sheet, blocks)?})
            }
            Block::Image { source, description } => {
                let picture = sheet.pictures.get(source);
                let file = match picture {
                    Some(picture) => self.paper.picture(picture)?,
                    None => None,
                };
                let width =
                    picture.map_or(0.0, |picture| picture.within(IMAGE_ROOM.0, IMAGE_ROOM.1).0);
                json!({"kind": "image", "file": file, "width": width, "description": description})
            }
            Block::Table { rows } => {
                let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
                let cell =
                    |cell: &Cell| json!({"heading": cell.heading, "runs": linked(&cell.runs)});
                let rows: Vec<Vec<Json>> = rows
                    .iter()
                    .map(|row| {
                        let empty = Cell::default();
                        (0..columns).map(|at| cell(row.get(at).unwrap_or(&empty))).collect()
                    })
                    .collect();
                json!({"kind": "table", "columns": columns, "rows": rows})
            }
            Block::Rule => json!({"kind": "rule"}),
        })
    }
}

/// Runs whose links Typst takes.
fn linked(runs: &[Run]) -> Vec<Run> {
    let takes = |link: &String| !link.is_empty() && link.len() <= LONGEST_LINK;
    runs.iter().map(|run| Run { link: run.link.clone().filter(takes), ..run.clone() }).collect()
}

/// The PDF of a release.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>> {
    paper(sheet)?.pdf()
}
