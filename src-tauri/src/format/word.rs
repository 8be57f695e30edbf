//! Releases as Word files (Office Open XML, ECMA-376): written here, read in [`read`].

pub mod read;

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, Footer, Header, Hyperlink, HyperlinkType,
    IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumPages, NumberFormat, Numbering,
    NumberingId, PageMargin, PageNum, Paragraph, Pic, Run as WordRun, RunFonts, SpecialIndentType,
    Start, Style, StyleType, Table, TableBorder, TableBorderPosition, TableCell, TableRow,
    WidthType,
};

use super::blocks::{Block, Cell, Run, in_one, visible};
use super::sheet::{Picture, Sheet};
use crate::error::{Error, Result};

/// Twentieths of a point between A4's margins of 25 mm.
const TEXT_WIDTH: usize = 9_070;
/// Twips of indent a list level.
const LEVEL: i32 = 360;
/// English Metric Units in a point.
const EMU: f64 = 12_700.0;
/// The list of bullets; numbered lists follow, each with its own, so that each begins at 1.
const BULLETS: usize = 2;
const FIRST_NUMBERS: usize = 10;
/// Room for an image, in points.
const IMAGE_ROOM: (f64, f64) = (453.0, 520.0);
const LOGO_ROOM: (f64, f64) = (62.0, 62.0);

/// The paragraph styles by which a release is known again when the file is read.
pub mod style {
    /// "Press release" above the headline.
    pub const KICKER: &str = "WartaKicker";
    /// Its number.
    pub const NUMBER: &str = "WartaNumber";
    /// Date line and lead.
    pub const LEAD: &str = "WartaLead";
    /// The line above a standing text.
    pub const STANDING: &str = "WartaStanding";
    /// The boilerplate.
    pub const BOILERPLATE: &str = "WartaBoilerplate";
    /// The press contact.
    pub const PRESS_CONTACT: &str = "WartaPressContact";
    /// Signatory.
    pub const SIGNATORY: &str = "WartaSignatory";
}

/// The release as a Word file.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>> {
    let mut paper = Paper { docx: styled(), sheet, lists: 0 };
    paper.docx = paper.docx.first_header(letterhead(sheet)).first_footer(footer(sheet));
    paper.docx = paper.docx.header(Header::new()).footer(footer(sheet));
    paper.address();
    paper.line(style::KICKER, &sheet.kicker.to_uppercase());
    paper.line(style::NUMBER, &sheet.number);
    paper.line("Title", &sheet.headline);
    if let Some(letter) = &sheet.letter {
        paper.pairs(&letter.below);
        if letter.ruled {
            paper.rule();
        }
    }
    paper.opening();
    for block in &sheet.body {
        paper.block(block, None);
    }
    for (heading, text, name) in [
        (&sheet.boilerplate_heading, &sheet.boilerplate, style::BOILERPLATE),
        (&sheet.press_contact_heading, &sheet.press_contact, style::PRESS_CONTACT),
    ] {
        if !text.is_empty() {
            paper.line(style::STANDING, heading);
            paper.line(name, text);
        }
    }
    paper.signatory();
    paper.copies();
    let mut file = Cursor::new(Vec::new());
    paper.docx.build().pack(&mut file).map_err(Error::internal)?;
    Ok(file.into_inner())
}

fn styled() -> Docx {
    let bullets = (0..8).fold(AbstractNumbering::new(BULLETS), |numbering, level| {
        numbering.add_level(list_level(level, "bullet", "•"))
    });
    let paragraph = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(true)
    };
    let space = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    Docx::new()
        .page_size(11_906, 16_838)
        .page_margin(PageMargin {
            top: 1_134,
            left: 1_417,
            bottom: 1_361,
            right: 1_417,
            header: 708,
            footer: 600,
            gutter: 0,
        })
        .title_pg()
        .default_fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial"))
        .default_size(21)
        .add_style(
            Style::new("Normal", StyleType::Paragraph).name("Normal").line_spacing(space(0, 160)),
        )
        .add_style(
            paragraph("Title", "Title")
                .size(32)
                .bold()
                .align(AlignmentType::Center)
                .line_spacing(space(120, 240)),
        )
        .add_style(paragraph("Heading2", "heading 2").size(24).bold().line_spacing(space(240, 120)))
        .add_style(paragraph("Heading3", "heading 3").size(21).bold().line_spacing(space(200, 100)))
        .add_style(paragraph("Quote", "Quote").italic().indent(Some(567), None, None, None))
        .add_style(paragraph("Caption", "caption").size(17).color("5A5A5A"))
        .add_style(
            paragraph(style::KICKER, "Warta Kicker")
                .size(22)
                .bold()
                .align(AlignmentType::Center)
                .line_spacing(space(120, 40)),
        )
        .add_style(paragraph(style::NUMBER, "Warta Number").size(20).align(AlignmentType::Center))
        .add_style(paragraph(style::LEAD, "Warta Lead"))
        .add_style(
            paragraph(style::STANDING, "Warta Standing")
                .size(19)
                .bold()
                .line_spacing(space(240, 60)),
        )
        .add_style(
            paragraph(style::BOILERPLATE, "Warta Boilerplate").size(19).line_spacing(space(0, 40)),
        )
        .add_style(
            paragraph(style::PRESS_CONTACT, "Warta Press Contact")
                .size(19)
                .line_spacing(space(0, 40)),
        )
        .add_style(
            paragraph(style::SIGNATORY, "Warta Signatory")
                .indent(Some(5_100), None, None, None)
                .line_spacing(space(0, 40)),
        )
        .add_abstract_numbering(bullets)
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn list_level(level: usize, format: &str, text: &str) -> Level {
    let indent = LEVEL * i32::try_from(level + 1).unwrap_or(1);
    Level::new(
        level,
        Start::new(1),
        NumberFormat::new(format),
        LevelText::new(text),
        LevelJc::new("left"),
    )
    .indent(Some(indent), Some(SpecialIndentType::Hanging(LEVEL)), None, None)
}

fn pic(picture: &Picture, room: (f64, f64)) -> Option<Pic> {
    // Word for its part shows no WebP.
    if picture.mime == "image/webp" {
        return None;
    }
    let (width, height) = picture.within(room.0, room.1);
    let pic = Pic::new_with_dimensions(picture.bytes.clone(), picture.width, picture.height);
    // At most some hundred points, and not negative.
    Some(pic.size((width * EMU) as u32, (height * EMU) as u32))
}

fn letterhead(sheet: &Sheet) -> Header {
    let head = &sheet.letterhead;
    let centred = |text: &str, size: usize, bold: bool| {
        let run = WordRun::new().add_text(visible(text)).size(size);
        Paragraph::new()
            .add_run(if bold { run.bold() } else { run })
            .align(AlignmentType::Center)
            .line_spacing(LineSpacing::new().after(20))
    };
    let lines = [
        (head.parent.to_uppercase(), 23, false),
        (head.name.to_uppercase(), 28, true),
        (head.unit.clone(), 21, false),
        (head.address.clone(), 18, false),
        (head.contact.clone(), 18, false),
    ];
    let mut texts = TableCell::new().width(TEXT_WIDTH - 2_400, WidthType::Dxa);
    for (text, size, bold) in lines.iter().filter(|(text, ..)| !text.is_empty()) {
        texts = texts.add_paragraph(centred(text, *size, *bold));
    }
    let logo = head.logo.as_ref().and_then(|logo| pic(logo, LOGO_ROOM));
    let emblem = match logo {
        Some(pic) => Paragraph::new().add_run(WordRun::new().add_image(pic)),
        None => Paragraph::new(),
    };
    let side = |paragraph| TableCell::new().width(1_200, WidthType::Dxa).add_paragraph(paragraph);
    let row = TableRow::new(vec![side(emblem), texts, side(Paragraph::new())]);
    let table = Table::new(vec![row])
        .set_grid(vec![1_200, TEXT_WIDTH - 2_400, 1_200])
        .width(TEXT_WIDTH, WidthType::Dxa)
        .clear_all_border()
        .set_border(TableBorder::new(TableBorderPosition::Bottom).size(18));
    Header::new().add_table(table).add_paragraph(Paragraph::new())
}

fn footer(sheet: &Sheet) -> Footer {
    let small = |text: &str| WordRun::new().add_text(visible(text)).size(16).color("5A5A5A");
    let mut line = Paragraph::new();
    if !sheet.footer.is_empty() {
        line = line.add_run(small(&format!("{}   ", sheet.footer)));
    }
    // The words around the two numbers, whichever comes first.
    let mut rest = sheet.pages.as_str();
    while let Some(open) = rest.find('{') {
        let (before, tail) = rest.split_at(open);
        line = line.add_run(small(before));
        if let Some(after) = tail.strip_prefix("{page}") {
            line = line.add_page_num(PageNum::new());
            rest = after;
        } else if let Some(after) = tail.strip_prefix("{pages}") {
            line = line.add_num_pages(NumPages::new());
            rest = after;
        } else {
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    Footer::new().add_paragraph(line.add_run(small(rest)))
}

struct Paper<'a> {
    docx: Docx,
    sheet: &'a Sheet,
    /// Numbered lists so far.
    lists: usize,
}

impl Paper<'_> {
    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn line(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            self.add(Paragraph::new().style(style).add_run(lines(WordRun::new(), &visible(text))));
        }
    }

    fn opening(&mut self) {
        let sheet = self.sheet;
        let opening = sheet.opening();
        if opening.is_empty() {
            return;
        }
        let mut paragraph = Paragraph::new().style(style::LEAD);
        let rest = match opening.strip_prefix(sheet.date_line.as_str()) {
            Some(rest) if !sheet.date_line.is_empty() => {
                let date = WordRun::new().add_text(visible(&sheet.date_line)).bold();
                paragraph = paragraph.add_run(date);
                rest
            }
            _ => opening.as_str(),
        };
        self.add(paragraph.add_run(lines(WordRun::new(), &visible(rest))));
    }

    fn signatory(&mut self) {
        let signatory = &self.sheet.signatory;
        if !signatory.is_named() {
            return;
        }
        self.line(style::SIGNATORY, &signatory.date_line);
        self.line(style::SIGNATORY, &signatory.position);
        for _ in 0..3 {
            self.add(Paragraph::new().style(style::SIGNATORY));
        }
        if !signatory.name.is_empty() {
            let name = WordRun::new().add_text(visible(&signatory.name)).bold().underline("single");
            self.add(Paragraph::new().style(style::SIGNATORY).add_run(name));
        }
        self.line(style::SIGNATORY, &signatory.rank);
        self.line(style::SIGNATORY, &signatory.number);
    }

    /// What stands above the title of a letter.
    fn address(&mut self) {
        let Some(letter) = &self.sheet.letter else { return };
        if !letter.date_line.is_empty() {
            let date = WordRun::new().add_text(visible(&letter.date_line));
            self.add(Paragraph::new().align(AlignmentType::Right).add_run(date));
        }
        self.pairs(&letter.above);
        if !letter.addressees.is_empty() {
            self.line("Normal", &letter.addressees.join("\n"));
        }
    }

    /// Words and what is said of them, in three columns without borders.
    fn pairs(&mut self, pairs: &[[String; 2]]) {
        const WORD: usize = 1_700;
        const COLON: usize = 240;
        if pairs.is_empty() {
            return;
        }
        let cell = |text: &str, width: usize| {
            let paragraph = Paragraph::new()
                .add_run(lines(WordRun::new(), &visible(text)))
                .line_spacing(LineSpacing::new().after(40));
            TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
        };
        let rest = TEXT_WIDTH - WORD - COLON;
        let rows = pairs
            .iter()
            .map(|[word, said]| {
                TableRow::new(vec![cell(word, WORD), cell(":", COLON), cell(said, rest)])
            })
            .collect();
        let table = Table::new(rows)
            .set_grid(vec![WORD, COLON, rest])
            .width(TEXT_WIDTH, WidthType::Dxa)
            .clear_all_border();
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        self.add(Paragraph::new());
    }

    /// A line across the page.
    fn rule(&mut self) {
        let empty = TableCell::new()
            .width(TEXT_WIDTH, WidthType::Dxa)
            .add_paragraph(Paragraph::new().line_spacing(LineSpacing::new().after(0)));
        let table = Table::new(vec![TableRow::new(vec![empty])])
            .set_grid(vec![TEXT_WIDTH])
            .width(TEXT_WIDTH, WidthType::Dxa)
            .clear_all_border()
            .set_border(TableBorder::new(TableBorderPosition::Top).size(12));
        self.docx = std::mem::take(&mut self.docx).add_table(table);
    }

    /// Who gets a copy of a letter.
    fn copies(&mut self) {
        let Some(letter) = &self.sheet.letter else { return };
        if letter.copies.is_empty() {
            return;
        }
        self.line(style::STANDING, &letter.copies_heading);
        let id = self.numbers();
        for copy in &letter.copies {
            let paragraph = Paragraph::new()
                .numbering(NumberingId::new(id), IndentLevel::new(0))
                .line_spacing(LineSpacing::new().after(40))
                .add_run(WordRun::new().add_text(visible(copy)).size(19));
            self.add(paragraph);
        }
    }

    fn block(&mut self, block: &Block, style: Option<&str>) {
        let begun = || match style {
            Some(style) => Paragraph::new().style(style),
            None => Paragraph::new(),
        };
        match block {
            Block::Heading { level, runs } => {
                let style = if *level <= 2 { "Heading2" } else { "Heading3" };
                self.add(with_runs(Paragraph::new().style(style).keep_next(true), runs));
            }
            Block::Paragraph { runs } => self.add(with_runs(begun(), runs)),
            Block::List { numbered, items } => self.list(*numbered, items, 0),
            Block::Quote { blocks } => {
                blocks.iter().for_each(|block| self.block(block, Some("Quote")));
            }
            Block::Image { source, description } => self.image(source, description),
            Block::Table { rows } => {
                let table = table(rows);
                self.docx = std::mem::take(&mut self.docx).add_table(table);
                self.add(Paragraph::new());
            }
            Block::Rule => self.add(begun().add_run(WordRun::new().add_text("* * *"))),
        }
    }

    fn image(&mut self, source: &str, description: &str) {
        let pic = self.sheet.pictures.get(source).and_then(|picture| pic(picture, IMAGE_ROOM));
        if let Some(pic) = pic {
            self.add(Paragraph::new().keep_next(true).add_run(WordRun::new().add_image(pic)));
        }
        self.line("Caption", description);
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Block>], level: usize) {
        let id = if numbered { self.numbers() } else { BULLETS };
        for item in items {
            let (inner, own): (Vec<_>, Vec<_>) =
                item.iter().cloned().partition(|block| matches!(block, Block::List { .. }));
            let paragraph = Paragraph::new()
                .numbering(NumberingId::new(id), IndentLevel::new(level))
                .line_spacing(LineSpacing::new().after(60));
            self.add(with_runs(paragraph, &in_one(&own)));
            for list in inner {
                if let Block::List { numbered, items } = list {
                    self.list(numbered, &items, (level + 1).min(7));
                }
            }
        }
    }

    fn numbers(&mut self) -> usize {
        let id = FIRST_NUMBERS + self.lists;
        self.lists += 1;
        let numbering = (0..8).fold(AbstractNumbering::new(id), |numbering, level| {
            numbering.add_level(list_level(level, "decimal", &format!("%{}.", level + 1)))
        });
        self.docx = std::mem::take(&mut self.docx)
            .add_abstract_numbering(numbering)
            .add_numbering(Numbering::new(id, id));
        id
    }
}

fn table(rows: &[Vec<Cell>]) -> Table {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let width = TEXT_WIDTH / columns;
    let empty = Cell::default();
    let rows = rows
        .iter()
        .map(|row| {
            let cells = (0..columns).map(|at| {
                let cell = row.get(at).unwrap_or(&empty);
                let runs: Vec<Run> = cell
                    .runs
                    .iter()
                    .map(|run| Run { bold: run.bold || cell.heading, ..run.clone() })
                    .collect();
                TableCell::new()
                    .width(width, WidthType::Dxa)
                    .add_paragraph(with_runs(Paragraph::new(), &runs))
            });
            TableRow::new(cells.collect())
        })
        .collect();
    Table::new(rows).set_grid(vec![width; columns]).width(TEXT_WIDTH, WidthType::Dxa)
}

fn with_runs(mut paragraph: Paragraph, runs: &[Run]) -> Paragraph {
    for run in runs {
        let mut word = lines(WordRun::new(), &run.text);
        if run.bold {
            word = word.bold();
        }
        if run.italic {
            word = word.italic();
        }
        if run.underlined || run.link.is_some() {
            word = word.underline("single");
        }
        paragraph = match &run.link {
            Some(link) => paragraph.add_hyperlink(
                Hyperlink::new(link, HyperlinkType::External).add_run(word.color("0B57A4")),
            ),
            None => paragraph.add_run(word),
        };
    }
    paragraph
}

fn lines(mut run: WordRun, text: &str) -> WordRun {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        if !line.is_empty() {
            run = run.add_text(line);
        }
    }
    run
}
