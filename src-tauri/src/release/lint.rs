//! What a careful colleague would remark on a release before it goes out: its headline, what a
//! story must say, its links, its pictures, words that the office avoids.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;
use url::{Host, Url};

use super::letter::{self, Template, words};
use super::size::size_remark;
use super::{Release, TextAsk, in_language};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::format::blocks::{self, Block, Run};
use crate::format::fold;
use crate::photo::Consent;
use crate::{account, office, quote, settings};

/// A remark on a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Remark {
    /// What it is, for scripts: `headline_long`, `no_when`, `link_private` and so on.
    pub kind: &'static str,
    /// Key of the sentence in `lint.ftl`.
    pub text: &'static str,
    /// What the sentence names.
    pub args: BTreeMap<&'static str, String>,
}

/// What there is to say about a release's text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Lint {
    /// Words of headline, lead and body.
    pub words: i64,
    /// Characters of the headline.
    pub headline_characters: i64,
    /// What to look at again.
    pub remarks: Vec<Remark>,
}

/// The setting with the words that the office avoids, one a line; `word = better word` names what
/// to write instead.
pub const AVOIDED: &str = "avoided_words";
/// Longer headlines are cut in mail programs and search results.
const LONGEST_HEADLINE: usize = 90;
/// Many journalists want a release that can be read in a minute or two.
const LONG_TEXT: i64 = 600;
/// A lead of fewer words says hardly what happened.
const SHORT_LEAD: usize = 6;

/// What the office looks for in every release.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LintRules {
    /// Words that it avoids, one a line; `word = better word`.
    pub avoided: String,
}

/// What the office looks for.
pub fn rules(db: &Reader, _ctx: &Ctx, _: ()) -> Result<LintRules> {
    Ok(LintRules { avoided: settings::value(db, AVOIDED, "")? })
}

fn remark(kind: &'static str, text: &'static str) -> Remark {
    Remark::of(kind, text)
}

impl Remark {
    pub(crate) fn of(kind: &'static str, text: &'static str) -> Self {
        Self { kind, text, args: BTreeMap::new() }
    }

    pub(crate) fn naming(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

/// Looks a release over in one of its languages, its mail's size with the account that it would go
/// out with.
pub fn lint(db: &Reader, _ctx: &Ctx, ask: TextAsk) -> Result<Lint> {
    let id = ask.release_id;
    let release = in_language(db, db.get(id)?, ask.language.as_deref())?;
    let mut looked_over = look_over(db, &release)?;
    let office = office::find(db)?.unwrap_or_default();
    let template = Template::under_embargo(&release, &office, None);
    let bytes = letter::estimated_size(&template, &super::files_of(db, id)?);
    let account = account::for_release(db, id, None)?;
    looked_over.remarks.extend(size_remark(db, account.as_ref(), bytes)?);
    Ok(looked_over)
}

/// The same for the text of a release at hand.
pub fn look_over(db: &Reader, release: &Release) -> Result<Lint> {
    let office = office::find(db)?.unwrap_or_default();
    let body = blocks::of_html(&release.body_html);
    let mut text = String::new();
    say(&body, &mut text);
    let all = format!("{}\n{}\n{text}", release.headline, release.lead);
    let words = i64::try_from(all.split_whitespace().count()).unwrap_or(i64::MAX);
    let headline_characters = release.headline.trim().chars().count();
    let mut remarks = Vec::new();
    if headline_characters > LONGEST_HEADLINE {
        remarks.push(
            remark("headline_long", "lint-headline-long")
                .naming("count", headline_characters)
                .naming("most", LONGEST_HEADLINE),
        );
    }
    if words > LONG_TEXT {
        remarks.push(remark("text_long", "lint-text-long").naming("count", words));
    }
    remarks.extend(missing_facts(release, &office.name));
    remarks.extend(links(&body));
    remarks.extend(pictures(&body));
    remarks.extend(avoided(&settings::value(db, AVOIDED, "")?, &all));
    remarks.extend(agreements(db, release.id)?);
    let headline_characters = i64::try_from(headline_characters).unwrap_or(i64::MAX);
    Ok(Lint { words, headline_characters, remarks })
}

/// Quotes and photos to which nobody has agreed.
fn agreements(db: &Reader, release_id: i64) -> Result<Vec<Remark>> {
    let photos = super::without_consent(db, release_id)?;
    let of = |consent: Consent| -> Vec<String> {
        let those = photos.iter().filter(|(said, _)| *said == consent);
        those.map(|(_, name)| name.clone()).collect()
    };
    let all = [
        (quote::unapproved(db, release_id)?, "quote_unapproved", "lint-quote-unapproved"),
        (of(Consent::Unknown), "photo_consent", "lint-photo-consent"),
        (of(Consent::Refused), "photo_refused", "lint-photo-refused"),
    ];
    Ok(all
        .into_iter()
        .filter(|(names, _, _)| !names.is_empty())
        .map(|(names, kind, text)| {
            let some: Vec<&str> = names.iter().map(String::as_str).collect();
            remark(kind, text).naming("count", names.len()).naming("names", some_names(&some))
        })
        .collect())
}

/// The first few names, and whether there are more.
pub(crate) fn some_names(names: &[&str]) -> String {
    const SOME: usize = 3;
    let first: Vec<&str> = names.iter().copied().take(SOME).collect();
    let more = if names.len() > SOME { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}

/// Who, what, when and where, as far as a machine can see that they are not there.
fn missing_facts(release: &Release, office: &str) -> Vec<Remark> {
    let opening = format!("{} {}", release.headline, release.lead);
    if opening.trim().is_empty() {
        return Vec::new();
    }
    let mut missing = Vec::new();
    if release.lead.split_whitespace().count() < SHORT_LEAD {
        missing.push(remark("no_what", "lint-no-what"));
    }
    if !names_somebody(&release.lead, office) {
        missing.push(remark("no_who", "lint-no-who"));
    }
    if release.dated_on.is_empty() && !names_a_day(&release.lead) {
        missing.push(remark("no_when", "lint-no-when"));
    }
    if release.place.trim().is_empty() {
        missing.push(remark("no_where", "lint-no-where"));
    }
    missing
}

/// Whether a word beside the first is written like a name, or the office is named.
fn names_somebody(lead: &str, office: &str) -> bool {
    let named = !office.trim().is_empty() && fold::fold(lead).contains(&fold::fold(office));
    let sentences = lead.split(['.', '!', '?', '\n']);
    named
        || sentences.flat_map(|sentence| sentence.split_whitespace().skip(1)).any(|word| {
            let word = word.trim_start_matches(['"', '“', '(', '\'']);
            word.chars().next().is_some_and(char::is_uppercase)
        })
}

fn names_a_day(lead: &str) -> bool {
    let folded = fold::fold(lead);
    let said: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
    ["id", "en"].iter().any(|language| {
        let months = (1..=12).map(|month| words(language, &format!("release-month-{month}"), &[]));
        let days = words(language, "lint-words-of-time", &[]);
        let days: Vec<String> = days.split_whitespace().map(str::to_owned).collect();
        months.chain(days).any(|word| said.contains(&fold::fold(&word).as_str()))
    })
}

/// The words that are read, without addresses of links and descriptions of pictures.
fn say(blocks: &[Block], said: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs } => {
                said.push_str(&blocks::words_of(runs));
            }
            Block::List { items, .. } => items.iter().for_each(|item| say(item, said)),
            Block::Quote { blocks } => say(blocks, said),
            Block::Table { rows } => {
                for cell in rows.iter().flatten() {
                    said.push_str(&blocks::words_of(&cell.runs));
                    said.push('\n');
                }
            }
            Block::Image { .. } | Block::Rule => {}
        }
        said.push('\n');
    }
}

fn runs_of<'b>(blocks: &'b [Block], found: &mut Vec<&'b Run>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs } => found.extend(runs),
            Block::List { items, .. } => items.iter().for_each(|item| runs_of(item, found)),
            Block::Quote { blocks } => runs_of(blocks, found),
            Block::Table { rows } => {
                found.extend(rows.iter().flatten().flat_map(|cell| &cell.runs));
            }
            Block::Image { .. } | Block::Rule => {}
        }
    }
}

fn links(body: &[Block]) -> Vec<Remark> {
    let mut runs = Vec::new();
    runs_of(body, &mut runs);
    let mut seen: Vec<&str> = Vec::new();
    let mut remarks = Vec::new();
    for link in runs.into_iter().filter_map(|run| run.link.as_deref()) {
        if seen.contains(&link) {
            continue;
        }
        seen.push(link);
        match fault_of(link) {
            Some(Fault::Broken) => {
                remarks.push(remark("link_broken", "lint-link-broken").naming("link", link));
            }
            Some(Fault::Private) => {
                remarks.push(remark("link_private", "lint-link-private").naming("link", link));
            }
            None => {}
        }
    }
    remarks
}

#[derive(Debug, PartialEq, Eq)]
enum Fault {
    Broken,
    Private,
}

/// What is wrong with a link as it is written; whether somebody answers there is not asked.
fn fault_of(link: &str) -> Option<Fault> {
    let Ok(url) = Url::parse(link.trim()) else { return Some(Fault::Broken) };
    match url.scheme() {
        "mailto" => {
            let (name, host) = url.path().split_once('@').unwrap_or_default();
            return (name.is_empty() || !host.contains('.')).then_some(Fault::Broken);
        }
        "tel" => {
            let digits = url.path().chars().filter(char::is_ascii_digit).count();
            return (digits < 3).then_some(Fault::Broken);
        }
        "http" | "https" => {}
        "file" => return Some(Fault::Private),
        _ => return Some(Fault::Broken),
    }
    match url.host() {
        None => Some(Fault::Broken),
        Some(Host::Ipv4(address)) => {
            let closed = address.is_private() || address.is_loopback() || address.is_link_local();
            closed.then_some(Fault::Private)
        }
        Some(Host::Ipv6(address)) => {
            let closed = address.is_loopback()
                || address.is_unique_local()
                || address.is_unicast_link_local();
            closed.then_some(Fault::Private)
        }
        Some(Host::Domain(host)) => {
            let host = host.trim_end_matches('.').to_lowercase();
            let within = [".local", ".internal", ".lan", ".intranet", ".localhost", ".home.arpa"];
            if host == "localhost" || within.iter().any(|ending| host.ends_with(ending)) {
                return Some(Fault::Private);
            }
            if !host.contains('.') {
                return Some(Fault::Private);
            }
            let whole = host.split('.').all(|label| !label.is_empty());
            (!whole).then_some(Fault::Broken)
        }
    }
}

fn images_of<'b>(blocks: &'b [Block], found: &mut Vec<&'b str>) {
    for block in blocks {
        match block {
            Block::Image { description, .. } => found.push(description),
            Block::Quote { blocks } => images_of(blocks, found),
            Block::List { items, .. } => items.iter().for_each(|item| images_of(item, found)),
            _ => {}
        }
    }
}

/// Pictures without a description; the name of a file is none.
fn pictures(body: &[Block]) -> Option<Remark> {
    let mut all = Vec::new();
    images_of(body, &mut all);
    let is_file_name = |text: &str| {
        let lower = text.trim().to_lowercase();
        [".jpg", ".jpeg", ".png", ".gif", ".webp"].iter().any(|ending| lower.ends_with(ending))
    };
    let count = all.iter().filter(|text| text.trim().is_empty() || is_file_name(text)).count();
    (count > 0)
        .then(|| remark("image_undescribed", "lint-image-undescribed").naming("count", count))
}

/// Words that the office avoids and the text uses.
fn avoided(list: &str, text: &str) -> Vec<Remark> {
    let plain = |text: &str| {
        let folded = fold::fold(text);
        let words: Vec<&str> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        format!(" {} ", words.join(" "))
    };
    let said = plain(text);
    list.lines()
        .filter_map(|line| {
            let (word, better) = line.split_once('=').unwrap_or((line, ""));
            let wanted = plain(word);
            let is_there = !wanted.trim().is_empty() && said.contains(&wanted);
            is_there.then(|| match better.trim() {
                "" => remark("avoided_word", "lint-avoided-word").naming("word", word.trim()),
                better => remark("avoided_word", "lint-avoided-word-better")
                    .naming("word", word.trim())
                    .naming("better", better),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_judged_as_they_are_written() {
        for (link, fault) in [
            ("https://example.id/berita?a=1", None),
            ("http://198.51.100.7/", None),
            ("mailto:humas@example.id", None),
            ("tel:+62000111", None),
            ("example.id/berita", Some(Fault::Broken)),
            ("https://", Some(Fault::Broken)),
            ("https://example..id", Some(Fault::Broken)),
            ("mailto:humas", Some(Fault::Broken)),
            ("javascript:alert(1)", Some(Fault::Broken)),
            ("http://localhost:8080/x", Some(Fault::Private)),
            ("https://192.168.1.4/berkas", Some(Fault::Private)),
            ("http://172.20.0.1", Some(Fault::Private)),
            ("http://[::1]/", Some(Fault::Private)),
            ("https://server/berkas", Some(Fault::Private)),
            ("https://nas.kantor.local/foto", Some(Fault::Private)),
            ("file:///C:/siaran.docx", Some(Fault::Private)),
        ] {
            assert_eq!(fault_of(link), fault, "{link}");
        }
    }

    #[test]
    fn avoided_words_are_whole_words() {
        let list = "guna = untuk\n\nrakyat kecil\n = x";
        let found = |text: &str| -> Vec<String> {
            avoided(list, text).into_iter().map(|one| one.args["word"].clone()).collect()
        };
        assert_eq!(found("Digunakan warga berguna"), Vec::<String>::new());
        assert_eq!(found("Dana GUNA pasar, bagi rakyat\nkecil."), ["guna", "rakyat kecil"]);
    }
}
