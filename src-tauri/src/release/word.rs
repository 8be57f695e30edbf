//! A release out of a Word file: which paragraph is the headline, which the lead, and the rest as
//! its body. What Warta wrote itself it knows again by its styles.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::letter::{day_of, words};
use super::{
    ImportText, NewFile, Release, ReleaseDetail, ReleaseKind, attach, attach_all, blank, files_of,
    show, store,
};
use crate::db::{Ctx, Writer};
use crate::error::{Error, Result};
use crate::format::blocks::{self, Block, Run, words_of};
use crate::format::sheet::Picture;
use crate::format::word::read::{self, Line, Piece, WordText};
use crate::format::word::style;
use crate::settings;
use crate::stored_file::{self, Given};

/// The headline is looked for among the first so many paragraphs.
const HEAD: usize = 15;
/// A date line is no longer than this.
const LONGEST_DATE_LINE: usize = 80;
/// What a letterhead says above the headline and the release's own line says again.
const KICKERS: &[&str] = &[
    "siaran pers",
    "rilis pers",
    "rilis",
    "siaran berita",
    "press release",
    "news release",
    "media release",
];

/// What a Word file says, and its images by their name in the file.
fn draft_of(ctx: &Ctx, import: ImportText) -> Result<(Draft, BTreeMap<String, Vec<u8>>)> {
    let given = Given { file_name: import.file_name, upload: import.upload, path: import.path };
    let (file_name, bytes) = stored_file::read(&ctx.folder, &given, read::MOST_BYTES)?;
    let WordText { pieces, images } = read::read(&file_name, &bytes)?;
    let draft = Draft::of(pieces);
    if draft.headline.is_empty() && draft.lead.is_empty() && draft.body.is_empty() {
        return Err(Error::invalid("text", "release-file-empty").arg("file", &file_name));
    }
    Ok((draft, images))
}

/// What a Word file says as the fields of a release that there is, or of its version in the other
/// language; an image that the release has already is not kept twice. Number, kind, place and day
/// are the release's.
pub(super) fn fields(
    db: &Writer,
    ctx: &Ctx,
    release: &Release,
    import: ImportText,
) -> Result<Map<String, Json>> {
    let (draft, images) = draft_of(ctx, import)?;
    let kept = keep_images(db, ctx, release, images)?;
    let body = with_images(blocks_of(draft.body), &kept);
    let mut set = Map::new();
    set.insert("body_html".to_owned(), Json::from(blocks::to_html(&body)));
    for (name, text) in [
        ("headline", draft.headline),
        ("lead", draft.lead),
        ("boilerplate", draft.boilerplate),
        ("press_contact", draft.press_contact),
    ] {
        if !text.trim().is_empty() {
            set.insert(name.to_owned(), Json::from(text));
        }
    }
    Ok(set)
}

/// Makes a release from a Word file.
pub fn import(db: &Writer, ctx: &Ctx, mut import: ImportText) -> Result<ReleaseDetail> {
    let attachments = std::mem::take(&mut import.attach);
    let (mut draft, images) = draft_of(ctx, import)?;
    let mut release = blank(db, &settings::value(db, "language", "id")?)?;
    release.number = std::mem::take(&mut draft.number);
    release.kind = draft.kind.unwrap_or(release.kind);
    release.headline = std::mem::take(&mut draft.headline);
    release.lead = std::mem::take(&mut draft.lead);
    for (target, text) in [
        (&mut release.place, &draft.place),
        (&mut release.dated_on, &draft.dated_on),
        (&mut release.boilerplate, &draft.boilerplate),
        (&mut release.press_contact, &draft.press_contact),
    ] {
        if !text.is_empty() {
            text.clone_into(target);
        }
    }
    store(db, &mut release)?;
    let kept = keep_images(db, ctx, &release, images)?;
    let body = with_images(blocks_of(draft.body), &kept);
    release.body_html = blocks::to_html(&body);
    store(db, &mut release)?;
    attach_all(db, ctx, release.id, attachments)?;
    show(db, ctx, release.id)
}

/// Keeps the images that a mail can show; gives their `cid:` by their name in the file.
fn keep_images(
    db: &Writer,
    ctx: &Ctx,
    release: &Release,
    images: BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, String>> {
    let mut kept = BTreeMap::new();
    let there = files_of(db, release.id)?;
    for (number, (source, bytes)) in images.into_iter().enumerate() {
        let Some(picture) = Picture::of(bytes) else { continue };
        let sha256 = hex::encode(Sha256::digest(&picture.bytes));
        let same = there.iter().find(|file| file.sha256 == sha256 && !file.cid.is_empty());
        if let Some(same) = same {
            kept.insert(source, format!("cid:{}", same.cid));
            continue;
        }
        let ending = picture.mime.trim_start_matches("image/");
        let upload = format!("word-{:016x}", rand::random::<u64>());
        let folder = ctx.folder.join("uploads");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(&upload), &picture.bytes)?;
        let new = NewFile {
            release_id: release.id,
            file_name: format!("image-{}.{ending}", number + 1),
            upload: Some(upload),
            path: None,
            inline: true,
        };
        kept.insert(source, format!("cid:{}", attach(db, ctx, new)?.cid));
    }
    Ok(kept)
}

/// Images by what they are kept as; of one that cannot be shown its description stays.
fn with_images(body: Vec<Block>, kept: &BTreeMap<String, String>) -> Vec<Block> {
    body.into_iter()
        .filter_map(|block| match block {
            Block::Image { source, description } => match kept.get(&source) {
                Some(cid) => Some(Block::Image { source: cid.clone(), description }),
                None if description.is_empty() => None,
                None => Some(Block::Paragraph {
                    runs: vec![Run { text: description, italic: true, ..Run::default() }],
                }),
            },
            other => Some(other),
        })
        .collect()
}

#[derive(Default)]
struct Draft {
    kind: Option<ReleaseKind>,
    number: String,
    headline: String,
    place: String,
    dated_on: String,
    lead: String,
    boilerplate: String,
    press_contact: String,
    body: Vec<Piece>,
}

/// A style's name without spaces: `heading1`, `wartalead`.
fn key(line: &Line) -> String {
    line.style.split_whitespace().collect()
}

fn is(line: &Line, style: &str) -> bool {
    key(line) == style.to_lowercase()
}

fn is_heading(line: &Line) -> Option<u8> {
    let key = key(line);
    let level: usize = key.strip_prefix("heading")?.parse().ok()?;
    Some(if level <= 2 { 2 } else { 3 })
}

fn add(text: &mut String, line: &Line) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&words_of(&line.runs));
}

impl Draft {
    fn of(pieces: Vec<Piece>) -> Self {
        let mut draft = Self::default();
        let headline = headline_at(&pieces);
        let mut opening: Option<Line> = None;
        for (at, piece) in pieces.into_iter().enumerate() {
            let Piece::Line(line) = piece else {
                draft.body.push(piece);
                continue;
            };
            let is_before = headline.is_some_and(|headline| at < headline);
            if headline == Some(at) {
                draft.headline =
                    words_of(&line.runs).split_whitespace().collect::<Vec<_>>().join(" ");
            } else if is(&line, style::KICKER) || (is_before && is_kicker(&line)) {
                draft.kind = kind_of(&line);
            } else if is(&line, style::STANDING) || is(&line, style::SIGNATORY) {
                // Said again by the release itself.
            } else if is(&line, style::NUMBER) {
                draft.number = number_of(&line).unwrap_or_else(|| words_of(&line.runs));
            } else if is_before && let Some(number) = number_of(&line) {
                draft.number = number;
            } else if is(&line, style::BOILERPLATE) {
                add(&mut draft.boilerplate, &line);
            } else if is(&line, style::PRESS_CONTACT) {
                add(&mut draft.press_contact, &line);
            } else if is(&line, "caption") && draft.captioned(&line) {
                // Taken as the image's description.
            } else if opening.is_none()
                && (is(&line, style::LEAD) || (!is_before && is_plain(&line)))
            {
                opening = Some(line);
            } else {
                draft.body.push(Piece::Line(line));
            }
        }
        if let Some(line) = opening {
            draft.open_with(&line);
        }
        draft
    }

    /// The words below an image describe it.
    fn captioned(&mut self, line: &Line) -> bool {
        match self.body.last_mut() {
            Some(Piece::Other(Block::Image { description, .. })) => {
                *description = words_of(&line.runs).replace('\n', " ");
                true
            }
            _ => false,
        }
    }

    /// The lead, its date line taken off.
    fn open_with(&mut self, line: &Line) {
        let all = words_of(&line.runs);
        let split = [" – ", " — ", " -- ", " - "]
            .iter()
            .filter_map(|dash| all.split_once(dash))
            .filter(|(before, _)| before.chars().count() <= LONGEST_DATE_LINE)
            .min_by_key(|(before, _)| before.len());
        // Written by Warta, the date line is bold and may stand alone.
        let own = line.runs.first().filter(|run| is(line, style::LEAD) && run.bold);
        let (before, rest) = match (own, split) {
            (Some(own), _) => {
                let rest = all.strip_prefix(own.text.as_str()).unwrap_or_default();
                (own.text.trim().to_owned(), rest.trim_start().trim_start_matches('–').trim_start())
            }
            (None, Some((before, rest))) => (before.trim().to_owned(), rest),
            (None, None) => (String::new(), all.as_str()),
        };
        let dated = before
            .rsplit_once([',', '('])
            .and_then(|(place, day)| Some((place, day_of(day.trim().trim_end_matches(')'))?)));
        match dated {
            Some((place, day)) => {
                self.place = place.trim().to_owned();
                self.dated_on = day;
                self.lead = rest.to_owned();
            }
            None if own.is_some() && day_of(&before).is_some() => {
                self.dated_on = day_of(&before).unwrap_or_default();
                self.lead = rest.to_owned();
            }
            None if own.is_some() || is_place(&before) => {
                self.place = before;
                self.lead = rest.to_owned();
            }
            None => self.lead = all,
        }
    }
}

/// `DEPOK` alone before a dash.
fn is_place(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= 40
        && text.chars().all(|letter| letter.is_uppercase() || matches!(letter, ' ' | '.' | ','))
}

fn is_plain(line: &Line) -> bool {
    line.list.is_none() && is_heading(line).is_none() && !is_quote(line)
}

fn is_quote(line: &Line) -> bool {
    matches!(&*key(line), "quote" | "intensequote" | "kutipan")
}

fn kicker_of(line: &Line) -> String {
    words_of(&line.runs).trim().trim_end_matches(':').trim().to_lowercase()
}

fn is_kicker(line: &Line) -> bool {
    KICKERS.contains(&&*kicker_of(line)) || kind_of(line).is_some()
}

/// The kind of release that this line names, in either language.
fn kind_of(line: &Line) -> Option<ReleaseKind> {
    let said = kicker_of(line);
    ReleaseKind::ALL.iter().copied().find(|kind| {
        let key = format!("release-kind-{}", kind.as_str());
        ["id", "en"].iter().any(|language| words(language, &key, &[]).to_lowercase() == said)
    })
}

/// `Nomor: 480/012/XI/2026`.
fn number_of(line: &Line) -> Option<String> {
    let said = words_of(&line.runs);
    let (word, number) = said.split_once(':')?;
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let known = ["id", "en"].iter().any(|language| {
        words(language, "release-paper-number", &[("number", "")])
            .trim()
            .trim_end_matches(':')
            .to_lowercase()
            == word
    });
    (known || matches!(&*word, "nomor" | "no" | "number")).then(|| number.trim().to_owned())
}

fn headline_at(pieces: &[Piece]) -> Option<usize> {
    let lines = || {
        pieces.iter().take(HEAD).enumerate().filter_map(|(at, piece)| match piece {
            Piece::Line(line) => Some((at, line)),
            Piece::Other(_) => None,
        })
    };
    let styled = |wanted: &[&str]| {
        lines()
            .find(|(_, line)| wanted.contains(&&*key(line)) && !is_kicker(line))
            .map(|(at, _)| at)
    };
    styled(&["title"]).or_else(|| styled(&["heading1"])).or_else(|| {
        lines()
            .find(|(_, line)| {
                is_plain(line)
                    && !is_kicker(line)
                    && number_of(line).is_none()
                    && !key(line).starts_with("warta")
            })
            .map(|(at, _)| at)
    })
}

/// Paragraphs put together to headings, lists and quotations.
fn blocks_of(pieces: Vec<Piece>) -> Vec<Block> {
    let mut done: Vec<Block> = Vec::new();
    let mut list: Vec<Line> = Vec::new();
    let mut quote: Vec<Block> = Vec::new();
    for piece in pieces {
        let is_item = matches!(&piece, Piece::Line(line) if line.list.is_some());
        let is_quoted =
            matches!(&piece, Piece::Line(line) if line.list.is_none() && is_quote(line));
        if !is_item {
            done.extend(listed(&std::mem::take(&mut list), 0));
        }
        if !is_quoted && !quote.is_empty() {
            done.push(Block::Quote { blocks: std::mem::take(&mut quote) });
        }
        match piece {
            Piece::Line(line) if is_item => list.push(line),
            Piece::Line(line) if is_quoted => {
                // The look of the style itself.
                let runs = line.runs.into_iter().map(|run| Run { italic: false, ..run }).collect();
                quote.push(Block::Paragraph { runs });
            }
            Piece::Line(line) => done.push(match is_heading(&line) {
                Some(level) => Block::Heading { level, runs: line.runs },
                None => Block::Paragraph { runs: line.runs },
            }),
            Piece::Other(block) => done.push(block),
        }
    }
    done.extend(listed(&list, 0));
    if !quote.is_empty() {
        done.push(Block::Quote { blocks: quote });
    }
    done
}

/// The lists that these items make; deeper ones stand in the item before them.
fn listed(items: &[Line], level: usize) -> Vec<Block> {
    let mut lists: Vec<Block> = Vec::new();
    let mut last = None;
    let mut rest = items;
    while let Some((first, after)) = rest.split_first() {
        let Some((numbered, depth, id)) = &first.list else { break };
        if *depth > level {
            let deeper = rest
                .iter()
                .take_while(|line| line.list.as_ref().is_some_and(|(_, depth, _)| *depth > level))
                .count();
            let (inner, others) = rest.split_at(deeper);
            let inner = listed(inner, level + 1);
            match lists.last_mut() {
                Some(Block::List { items, .. }) if !items.is_empty() => {
                    if let Some(item) = items.last_mut() {
                        item.extend(inner);
                    }
                }
                _ => lists.extend(inner),
            }
            rest = others;
            continue;
        }
        let item = vec![Block::Paragraph { runs: first.runs.clone() }];
        match lists.last_mut() {
            Some(Block::List { items, .. }) if last == Some((*numbered, id.clone())) => {
                items.push(item);
            }
            _ => lists.push(Block::List { numbered: *numbered, items: vec![item] }),
        }
        last = Some((*numbered, id.clone()));
        rest = after;
    }
    lists
}
