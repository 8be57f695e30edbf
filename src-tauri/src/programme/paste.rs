//! Several posts at once, as they come in a chat or from a sheet: an address a line, with what was
//! read beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Programme;
use super::member::{self, MemberRow};
use super::post::{self, NewPost};
use super::reading::{self, NewReading};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::field;
use crate::format::day;
use crate::format::fold::fold;

/// What to paste.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct PostLines {
    /// The programme.
    #[ts(optional = false)]
    pub programme_id: i64,
    /// The lines.
    #[ts(optional = false)]
    pub text: String,
    /// Who posted what neither its line nor its address tells of.
    pub contact_id: Option<i64>,
    /// The community that did.
    pub organisation_id: Option<i64>,
    /// The day of new posts whose line says none; none = today.
    pub posted_on: Option<String>,
    /// Theme of new posts.
    pub theme: Option<String>,
    /// The day of the readings; none = today.
    pub read_on: Option<String>,
}

/// What a line is taken for.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PostLine {
    /// The line's number, from 1.
    pub line: i64,
    /// `post` = a new post, `reading` = one more reading of a post that is there, `same` = there
    /// already and nothing new, `rejected`.
    pub outcome: String,
    /// The address, or the whole line where there is none.
    pub url: String,
    /// Where it stands, or empty.
    pub platform: String,
    /// Who posted, or empty.
    pub name: String,
    /// The day of the post, or empty for the usual one.
    pub posted_on: String,
    /// Views.
    pub views: Option<i64>,
    /// Likes.
    pub likes: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Shares.
    pub shares: Option<i64>,
    /// The key of the sentence that says why it is rejected, or empty.
    pub reason: String,
    /// The part of the line that is meant.
    pub value: String,
}

/// What a paste does, or did.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct LoggedLines {
    /// Each line that is not blank.
    pub lines: Vec<PostLine>,
    /// New posts.
    pub posts: i64,
    /// Readings.
    pub readings: i64,
    /// Lines that were rejected.
    pub rejected: i64,
}

/// A line with whom it names.
struct Read {
    line: PostLine,
    contact_id: Option<i64>,
    organisation_id: Option<i64>,
    post_id: Option<i64>,
}

/// A number as people write it: `1.234`, `1,234`, `12,5 rb`, `1.2K`, `3 jt`.
pub fn count(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let at = text.find(|letter: char| letter.is_alphabetic()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(at);
    let digits = digits.trim();
    let factor = match unit.trim_end_matches('.') {
        "" => 1,
        "k" | "rb" | "ribu" => 1_000,
        "m" | "jt" | "juta" => 1_000_000,
        _ => return None,
    };
    if digits.is_empty()
        || !digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.' || sign == ',')
    {
        return None;
    }
    let parts: Vec<&str> = digits.split(['.', ',']).collect();
    let (first, rest) = parts.split_first()?;
    let grouped = !first.is_empty() && first.len() <= 3 && rest.iter().all(|part| part.len() == 3);
    if rest.is_empty() || (factor == 1 && grouped) {
        return parts.concat().parse::<i64>().ok()?.checked_mul(factor);
    }
    // One mark before a fraction, which only a unit allows: there is no half view.
    let [whole, fraction] = parts.as_slice() else { return None };
    if factor == 1 || fraction.is_empty() || fraction.len() > 6 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let scale = 10_i64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let fraction: i64 = fraction.parse().ok()?;
    whole.checked_mul(factor)?.checked_add(fraction.checked_mul(factor)? / scale)
}

/// What stands beside the address. The sign behind the address tells what parts the cells.
fn cells(rest: &str) -> Vec<String> {
    let own = |cells: Vec<&str>| cells.into_iter().map(|cell| cell.trim().to_owned()).collect();
    let body = rest.trim_start_matches([' ', ':', '-', '–', '|']);
    if rest.contains('\t') {
        return own(rest.trim_start_matches('\t').split('\t').collect());
    }
    if rest.contains(';') {
        return own(rest.trim_start_matches(';').split(';').collect());
    }
    if let Some(after) = rest.strip_prefix(',') {
        return if after.starts_with(' ') {
            own(after.split(", ").collect())
        } else {
            own(after.split(',').collect())
        };
    }
    if count(body).is_some() || day::read(body).is_some() {
        return vec![body.trim().to_owned()];
    }
    // "1200 45", "12 rb 300": a unit belongs to the number before it.
    let mut cells: Vec<String> = Vec::new();
    for word in body.split([' ', ',']).filter(|word| !word.is_empty()) {
        let joined = cells.last().map(|last| format!("{last} {word}"));
        match joined.filter(|joined| count(word).is_none() && count(joined).is_some()) {
            Some(joined) => {
                cells.pop();
                cells.push(joined);
            }
            None => cells.push(word.to_owned()),
        }
    }
    cells
}

/// The address in a line and what follows it.
fn address(line: &str) -> Option<(&str, &str)> {
    let start = line
        .find("http://")
        .or_else(|| line.find("https://"))
        .or_else(|| post::is_address(first_word(line)).then_some(0))?;
    let rest = line.get(start..)?;
    let end = rest
        .char_indices()
        .find(|(at, sign)| {
            let after = rest.get(at + sign.len_utf8()..).unwrap_or_default();
            sign.is_whitespace()
                || *sign == ';'
                || *sign == '|'
                || (*sign == ','
                    && after.chars().next().is_none_or(|next| next == ' ' || next.is_ascii_digit()))
        })
        .map_or(rest.len(), |(at, _)| at);
    Some((rest.get(..end)?, rest.get(end..)?))
}

fn first_word(line: &str) -> &str {
    line.split([' ', '\t', ';', ',']).next().unwrap_or_default()
}

fn rejected(line: i64, url: &str, reason: &str, value: &str) -> Read {
    Read {
        line: PostLine {
            line,
            outcome: "rejected".to_owned(),
            url: url.to_owned(),
            reason: reason.to_owned(),
            value: value.to_owned(),
            ..PostLine::default()
        },
        contact_id: None,
        organisation_id: None,
        post_id: None,
    }
}

fn read_line(
    db: &Reader,
    order: &PostLines,
    members: &[MemberRow],
    number: i64,
    line: &str,
) -> Result<Read> {
    let Some((url, rest)) = address(line) else {
        return Ok(rejected(number, line.trim(), "programme-paste-no-address", line.trim()));
    };
    let mut read = Read {
        line: PostLine { line: number, url: url.to_owned(), ..PostLine::default() },
        contact_id: None,
        organisation_id: None,
        post_id: None,
    };
    let mut counts = Vec::new();
    for cell in cells(rest) {
        if cell.is_empty() || cell == "-" {
            counts.push(None);
            continue;
        }
        if let Some(number) = count(&cell) {
            counts.push(Some(number));
        } else if let Some(day) = day::read(&cell) {
            read.line.posted_on = day;
        } else if let Some(member) = members.iter().find(|member| fold(&member.name) == fold(&cell))
        {
            (read.contact_id, read.organisation_id) = (member.contact_id, member.organisation_id);
            read.line.name.clone_from(&member.name);
        } else {
            return Ok(rejected(number, url, "programme-paste-cell", &cell));
        }
    }
    if counts.len() > 4 {
        return Ok(rejected(number, url, "programme-paste-too-many", &counts.len().to_string()));
    }
    let mut counts = counts.into_iter().chain(std::iter::repeat(None));
    let mut next = || counts.next().flatten();
    (read.line.views, read.line.likes, read.line.comments, read.line.shares) =
        (next(), next(), next(), next());
    let stored = post::with_url(db, order.programme_id, url)?;
    read.line.outcome = match (&stored, reading_of(&read.line).is_empty()) {
        (None, _) => "post",
        (Some(_), false) => "reading",
        (Some(_), true) => "same",
    }
    .to_owned();
    if let Some(stored) = stored {
        read.post_id = Some(stored.id);
        read.line.posted_on.clone_from(&stored.posted_on);
        (read.contact_id, read.organisation_id) = (stored.contact_id, stored.organisation_id);
    } else if (read.contact_id, read.organisation_id) == (None, None) {
        let account = post::account_of(db, order.programme_id, url)?;
        (read.contact_id, read.organisation_id) = match account {
            Some(account) => (account.contact_id, account.organisation_id),
            None => (order.contact_id, order.organisation_id),
        };
    }
    read.line.platform =
        crate::social_account::of_url(url).map_or("other", |(platform, _)| platform).to_owned();
    read.line.name = name_of(db, read.contact_id, read.organisation_id)?;
    Ok(read)
}

fn name_of(db: &Reader, contact_id: Option<i64>, organisation_id: Option<i64>) -> Result<String> {
    let name = match (contact_id, organisation_id) {
        (Some(id), _) => db.find::<crate::contact::Contact>(id)?.map(|found| found.name),
        (None, Some(id)) => {
            db.find::<crate::organisation::Organisation>(id)?.map(|found| found.name)
        }
        (None, None) => None,
    };
    Ok(name.unwrap_or_default())
}

fn reading_of(line: &PostLine) -> NewReading {
    NewReading {
        views: line.views,
        likes: line.likes,
        comments: line.comments,
        shares: line.shares,
        ..NewReading::default()
    }
}

fn read_all(db: &Reader, order: &PostLines) -> Result<Vec<Read>> {
    db.get::<Programme>(order.programme_id)?;
    let members = member::of(db, order.programme_id)?;
    let mut read: Vec<Read> = Vec::new();
    let mut seen: BTreeMap<String, i64> = BTreeMap::new();
    for (number, line) in (1_i64..).zip(order.text.lines()) {
        let is_heading = number == 1
            && address(line).is_none()
            && ["url", "link", "tautan", "alamat"]
                .iter()
                .any(|word| fold(line).split(' ').any(|own| own == *word));
        if line.trim().is_empty() || is_heading {
            continue;
        }
        let mut one = read_line(db, order, &members, number, line)?;
        if one.line.outcome != "rejected" {
            let key = post::url_key(&one.line.url);
            if let Some(first) = seen.get(&key) {
                one = rejected(number, &one.line.url, "programme-paste-twice", &first.to_string());
            } else {
                seen.insert(key, number);
            }
        }
        read.push(one);
    }
    Ok(read)
}

fn told(read: Vec<Read>) -> LoggedLines {
    let lines: Vec<PostLine> = read.into_iter().map(|read| read.line).collect();
    let of = |outcome: &str| {
        i64::try_from(lines.iter().filter(|line| line.outcome == outcome).count()).unwrap_or(0)
    };
    let readings = lines
        .iter()
        .filter(|line| line.outcome != "rejected" && !reading_of(line).is_empty())
        .count();
    LoggedLines {
        posts: of("post"),
        readings: i64::try_from(readings).unwrap_or(0),
        rejected: of("rejected"),
        lines,
    }
}

/// What a paste would do.
pub fn preview(db: &Reader, _ctx: &Ctx, order: PostLines) -> Result<LoggedLines> {
    Ok(told(read_all(db, &order)?))
}

/// Logs the posts and readings of all lines that are understood; the others are named.
pub fn paste(db: &Writer, ctx: &Ctx, order: PostLines) -> Result<LoggedLines> {
    for day in [&order.posted_on, &order.read_on].into_iter().flatten() {
        field::check_day("posted_on", day)?;
    }
    let read = read_all(db, &order)?;
    if read.is_empty() {
        return Err(Error::invalid("text", "programme-paste-empty"));
    }
    for one in read.iter().filter(|one| one.line.outcome != "rejected") {
        let post_id = match one.post_id {
            Some(id) => id,
            None => {
                let line = &one.line;
                let said = Some(line.posted_on.clone()).filter(|day| !day.is_empty());
                let new = NewPost {
                    programme_id: order.programme_id,
                    contact_id: one.contact_id,
                    organisation_id: one.organisation_id,
                    url: Some(line.url.clone()),
                    posted_on: said.or_else(|| order.posted_on.clone()),
                    theme: order.theme.clone(),
                    ..NewPost::default()
                };
                post::log(db, ctx, new)?.row.id
            }
        };
        let reading = reading_of(&one.line);
        if !reading.is_empty() {
            let read_on = order.read_on.clone();
            reading::save(db, ctx, NewReading { post_id, read_on, ..reading })?;
        }
    }
    Ok(told(read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, number) in [
            ("1234", 1_234),
            ("1.234", 1_234),
            ("1,234", 1_234),
            ("1.234.567", 1_234_567),
            ("12,5 rb", 12_500),
            ("1.2K", 1_200),
            ("3 jt", 3_000_000),
            ("1,25 juta", 1_250_000),
            ("0", 0),
        ] {
            assert_eq!(count(text), Some(number), "{text}");
        }
        for text in ["", "12,5", "1.2.3", "rb", "lima", "1e5", "99999999999999999999", "-3"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_falls_into_address_and_cells() {
        let parts = |line: &str| address(line).map(|(url, rest)| (url.to_owned(), cells(rest)));
        let url = "https://www.tiktok.com/@contoh/video/1";
        let wanted = |cells: &[&str]| {
            Some((url.to_owned(), cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()))
        };
        assert_eq!(parts(url), wanted(&[]));
        assert_eq!(parts(&format!("{url}, 1.200")), wanted(&["1.200"]));
        assert_eq!(parts(&format!("{url},1200,30")), wanted(&["1200", "30"]));
        assert_eq!(parts(&format!("{url}, 1,2 rb, 30")), wanted(&["1,2 rb", "30"]));
        assert_eq!(parts(&format!("{url}\t1.200\t\t7")), wanted(&["1.200", "", "7"]));
        assert_eq!(parts(&format!("{url};1200;30")), wanted(&["1200", "30"]));
        assert_eq!(parts(&format!("{url} 12 rb 300")), wanted(&["12 rb", "300"]));
        assert_eq!(parts(&format!("1. {url} - 1200")), wanted(&["1200"]));
        assert_eq!(parts("instagram.com/contoh/p/1 55").unwrap().1, ["55"]);
        assert_eq!(parts("terima kasih"), None);
    }
}
