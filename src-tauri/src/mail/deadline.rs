//! Until when a person wants an answer, as they write it: "paling lambat jam 15.00 WIB hari ini",
//! "deadline besok pagi", "by 5 pm today". What comes of it is a proposal with the words it rests on.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::absence::month;

/// A deadline that somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The day and time, in the zone named or else in that of the reader.
    pub at: NaiveDateTime,
    /// `WIB`, `WITA` or `WIT` where they said so.
    pub zone: Option<&'static str>,
    /// Their words.
    pub words: String,
}

/// Characters that are looked at.
const SEARCHED: usize = 6 * 1024;
/// Words after which a day or time may stand anywhere in the sentence.
const OPEN: &[&str] = &[
    "paling lambat",
    "paling telat",
    "selambat-lambatnya",
    "selambatnya",
    "selewat-lewatnya",
    "deadline",
    "tenggat",
    "batas waktu",
    "batas akhir",
    "no later than",
];
/// Words right after which it must stand.
const CLOSE: &[&str] = &[
    "sebelum",
    "hingga",
    "sampai",
    "maksimal",
    "maks",
    "ditunggu",
    "tunggu",
    "dijawab",
    "jawaban",
    "jawabannya",
    "tanggapan",
    "tanggapannya",
    "konfirmasi",
    "konfirmasinya",
    "by",
    "before",
    "until",
    "latest",
    "due",
    "answer",
    "reply",
    "response",
    "comment",
    "respond",
];
/// Words that may stand between.
const FILLING: &[&str] = &[
    "pukul", "jam", "pkl", "hari", "tanggal", "tgl", "pada", "the", "end", "of", "close", "at",
    "on", "is", "adalah", "kami", "kita", "nya", "waktu", "besok", "ya", "our", "my",
];
/// Words between an open beginning and its day.
const MOST_BETWEEN: usize = 10;
/// The hour that a day without one stands for, and the end of the office's day.
const END_OF_DAY: u32 = 17;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'t> {
    Number(u32, usize),
    Word(&'t str),
    Sign(char),
}

/// Where a token begins and ends, and what it is.
type Placed<'t> = (usize, usize, Token<'t>);

fn tokens(text: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let like: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if first.is_alphabetic() {
            |c| c.is_alphabetic() || c == '-'
        } else {
            |_| false
        };
        while let Some((at, c)) = chars.next_if(|(_, c)| like(*c)) {
            end = at + c.len_utf8();
        }
        let piece = text.get(start..end).unwrap_or_default();
        if first.is_ascii_digit() {
            found.push((start, end, Token::Number(piece.parse().unwrap_or(u32::MAX), piece.len())));
        } else if first.is_alphabetic() {
            found.push((start, end, Token::Word(piece)));
        } else if !first.is_whitespace() {
            found.push((start, end, Token::Sign(first)));
        }
    }
    found
}

/// What was gathered of a deadline.
#[derive(Debug, Default, Clone, Copy)]
struct Said {
    day: Option<NaiveDate>,
    time: Option<(u32, u32)>,
    /// The part of the day: `pagi`, `sore` …
    part: Option<u32>,
    zone: Option<&'static str>,
    end: usize,
}

impl Said {
    fn is_empty(&self) -> bool {
        self.day.is_none() && self.time.is_none() && self.part.is_none()
    }
}

/// The first deadline in a text. `written` is when it was written where the reader is. None when
/// there is none, or when it had passed by then.
pub fn read(text: &str, written: NaiveDateTime) -> Option<Deadline> {
    let cut: String = text.chars().take(SEARCHED).collect();
    cut.split("\n\n").flat_map(sentences).find_map(|sentence| of_sentence(&sentence, written))
}

/// The sentences of a paragraph, lines joined. A dot ends one only before a blank.
fn sentences(paragraph: &str) -> Vec<String> {
    let whole = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in whole.match_indices(['.', '!', '?', ';']) {
        let behind = whole.get(at + 1..).unwrap_or_default();
        let before = whole.get(start..at).unwrap_or_default();
        let shortened =
            before.ends_with(".m") || before.ends_with("tgl") || before.ends_with("pkl");
        if (behind.is_empty() || behind.starts_with(' ')) && !(mark == "." && shortened) {
            found.push(before.trim().to_owned());
            start = at + 1;
        }
    }
    found.push(whole.get(start..).unwrap_or_default().trim().to_owned());
    found
}

fn of_sentence(sentence: &str, written: NaiveDateTime) -> Option<Deadline> {
    // Keeps every letter where it is, so that the author's own words can be cited.
    let low = sentence.to_ascii_lowercase();
    let all = tokens(&low);
    let today = written.date();
    for at in 0..all.len() {
        let rest = all.get(at..).unwrap_or_default();
        let (length, is_open) = match lead(&low, rest) {
            Some(found) => found,
            None => continue,
        };
        let Some(mut said) = behind(rest.get(length..).unwrap_or_default(), is_open, today) else {
            continue;
        };
        let mut begin = rest.first().map_or(0, |token| token.0);
        // "Besok sebelum jam 10": the day stands before.
        if said.day.is_none()
            && let Some((day, from)) = day_before(all.get(..at).unwrap_or_default(), today)
        {
            said.day = Some(day);
            begin = from;
        }
        let words = sentence.get(begin..said.end).unwrap_or_default().trim();
        if let Some(found) = resolve(&said, written) {
            return Some(Deadline { at: found, zone: said.zone, words: words.to_owned() });
        }
    }
    None
}

/// How many tokens the word that announces a deadline takes, and whether its day may stand further
/// on.
fn lead(low: &str, rest: &[Placed<'_>]) -> Option<(usize, bool)> {
    let (start, _, Token::Word(word)) = rest.first()? else { return None };
    let behind = low.get(*start..).unwrap_or_default();
    if let Some(phrase) = OPEN.iter().find(|phrase| {
        behind.strip_prefix(**phrase).is_some_and(|after| {
            !after.starts_with(|c: char| c.is_alphabetic()) || after.starts_with("nya")
        })
    }) {
        let end = start + phrase.len();
        return Some((rest.iter().take_while(|token| token.0 < end).count(), true));
    }
    CLOSE.contains(word).then_some((1, false))
}

/// The day and time behind the announcing words.
fn behind(rest: &[Placed<'_>], is_open: bool, today: NaiveDate) -> Option<Said> {
    let mut at = 0;
    let mut skipped = 0;
    // Up to the first day or time.
    loop {
        let here = rest.get(at..)?;
        let first = here.first()?;
        let mut said = Said::default();
        if take(here, today, &mut said).is_some() && !said.is_empty() {
            break;
        }
        let fills = match first.2 {
            Token::Word(word) => FILLING.contains(&word),
            Token::Sign(sign) => matches!(sign, ':' | ',' | '(' | '*' | '"' | '=' | '-'),
            Token::Number(..) => false,
        };
        if !fills && !is_open {
            return None;
        }
        skipped += usize::from(!fills);
        if skipped > MOST_BETWEEN {
            return None;
        }
        at += 1;
    }
    let mut said = Said::default();
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if let Some(length) = take(here, today, &mut said) {
            at += length;
            said.end = rest.get(at.checked_sub(1)?)?.1;
            continue;
        }
        let fills = match here.first()?.2 {
            Token::Word(word) => {
                FILLING.contains(&word)
                    || matches!(word, "ini" | "this" | "sebelum" | "before" | "by" | "maksimal")
            }
            Token::Sign(sign) => matches!(sign, ',' | '(' | '/' | '-'),
            Token::Number(..) => false,
        };
        // Filling words count only with a day or time behind them.
        let goes_on = fills
            && (1..=3).any(|ahead| {
                let mut probe = said;
                here.get(ahead..).is_some_and(|further| take(further, today, &mut probe).is_some())
            });
        if !goes_on {
            break;
        }
        at += 1;
    }
    (!said.is_empty()).then_some(said)
}

/// One piece of a deadline at the start of the tokens; how many tokens it takes.
fn take(rest: &[Placed<'_>], today: NaiveDate, said: &mut Said) -> Option<usize> {
    let word = |n: usize| match rest.get(n).map(|token| token.2) {
        Some(Token::Word(word)) => word,
        _ => "",
    };
    let after = |days: u64| today.checked_add_days(Days::new(days));
    if let Some((day, length)) = day_at(rest, today) {
        // "Jumat, 27 November": the date says more than the weekday before it.
        said.day = if length > 1 { Some(day) } else { said.day.or(Some(day)) };
        return Some(length);
    }
    match rest.first()?.2 {
        Token::Number(..) => {
            let (time, length) = time_at(rest)?;
            let zoned = matches!(
                rest.get(length).map(|token| token.2),
                Some(Token::Word("wib" | "wita" | "wit"))
            );
            // A bare number is twenty reporters.
            set_time(said, time, (length > 1 || zoned).then_some(length)?)
        }
        Token::Sign(_) => None,
        Token::Word(first) => match first {
            "jam" | "pukul" | "pkl" | "at" => {
                let (time, length) = time_at(rest.get(1..)?)?;
                set_time(said, time, length + 1)
            }
            "wib" => set_zone(said, "WIB"),
            "wita" => set_zone(said, "WITA"),
            "wit" => set_zone(said, "WIT"),
            "pagi" | "siang" | "sore" | "petang" | "malam" | "noon" | "morning" | "afternoon"
            | "evening" | "midday" => {
                let hour = match first {
                    "pagi" | "morning" => 9,
                    "siang" | "noon" | "midday" => 12,
                    "sore" | "afternoon" => 16,
                    "petang" => END_OF_DAY,
                    _ => 20,
                };
                said.part = Some(hour);
                if matches!(word(1), "ini" | "nanti") {
                    said.day = said.day.or(Some(today));
                    return Some(2);
                }
                Some(1)
            }
            "tonight" => {
                (said.part, said.day) = (Some(20), Some(today));
                Some(1)
            }
            "tengah" if word(1) == "hari" => {
                said.part = Some(12);
                Some(2)
            }
            "nanti" if matches!(word(1), "siang" | "sore" | "malam" | "petang") => {
                said.day = said.day.or(Some(today));
                Some(1)
            }
            "eod" | "cob" => {
                said.day = said.day.or(Some(today));
                said.part = Some(END_OF_DAY);
                Some(1)
            }
            "end" | "close" if word(1) == "of" && matches!(word(2), "day" | "business") => {
                said.day = said.day.or(Some(today));
                said.part = Some(END_OF_DAY);
                Some(3)
            }
            "this" if matches!(word(1), "morning" | "afternoon" | "evening") => {
                said.day = said.day.or(Some(today));
                Some(1)
            }
            "lusa" => {
                said.day = said.day.or(after(2));
                Some(1)
            }
            _ => None,
        },
    }
}

fn set_time(said: &mut Said, time: (u32, u32), length: usize) -> Option<usize> {
    if said.time.is_some() {
        return None;
    }
    said.time = Some(time);
    Some(length)
}

fn set_zone(said: &mut Said, zone: &'static str) -> Option<usize> {
    said.zone = Some(zone);
    Some(1)
}

const WEEKDAYS: &[(&str, Weekday)] = &[
    ("senin", Weekday::Mon),
    ("isnin", Weekday::Mon),
    ("monday", Weekday::Mon),
    ("selasa", Weekday::Tue),
    ("tuesday", Weekday::Tue),
    ("rabu", Weekday::Wed),
    ("wednesday", Weekday::Wed),
    ("kamis", Weekday::Thu),
    ("khamis", Weekday::Thu),
    ("thursday", Weekday::Thu),
    ("jumat", Weekday::Fri),
    ("jum'at", Weekday::Fri),
    ("jumaat", Weekday::Fri),
    ("friday", Weekday::Fri),
    ("sabtu", Weekday::Sat),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("ahad", Weekday::Sun),
];

/// A day at the start of the tokens, and how many it takes.
fn day_at(rest: &[Placed<'_>], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let at = |n: usize| rest.get(n).map(|token| token.2);
    let in_days = |days: u64| today.checked_add_days(Days::new(days));
    match (at(0)?, at(1), at(2)) {
        (Token::Word("hari"), Some(Token::Word("ini")), _) => Some((today, 2)),
        (Token::Word("today"), _, _) => Some((today, 1)),
        (Token::Word("besok" | "esok" | "tomorrow"), _, _) => Some((in_days(1)?, 1)),
        (Token::Number(day @ 1..=31, 1..=2), Some(Token::Word(name)), next) => {
            let month = month(name)?;
            let (year, length) = match next {
                Some(Token::Number(year @ 2000..=2099, 4)) => (i32::try_from(year).ok(), 3),
                _ => (None, 2),
            };
            Some((dated(year, month, day, today)?, length))
        }
        (Token::Word(name), Some(Token::Number(day @ 1..=31, 1..=2)), _)
            if month(name).is_some() && !name.starts_with("maks") =>
        {
            Some((dated(None, month(name)?, day, today)?, 2))
        }
        (
            Token::Number(day @ 1..=31, 1..=2),
            Some(Token::Sign('/' | '-')),
            Some(Token::Number(number @ 1..=12, 1..=2)),
        ) => match (at(3), at(4)) {
            (Some(Token::Sign('/' | '-')), Some(Token::Number(year @ 2000..=2099, 4))) => {
                Some((dated(i32::try_from(year).ok(), number, day, today)?, 5))
            }
            _ => Some((dated(None, number, day, today)?, 3)),
        },
        (Token::Word(name), _, _) => {
            let (_, weekday) = WEEKDAYS.iter().find(|(known, _)| *known == name)?;
            let day = today.iter_days().take(7).find(|day| day.weekday() == *weekday)?;
            Some((day, 1))
        }
        _ => None,
    }
}

/// Without a year the next such day.
fn dated(year: Option<i32>, month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    NaiveDate::from_ymd_opt(today.year(), month, day)
        .filter(|found| *found >= today)
        .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, month, day))
        .filter(|found| (*found - today).num_days() < 200)
}

/// `15.00`, `15:00`, `5 pm`, `3 sore`, `15`: hours and minutes, and how many tokens.
fn time_at(rest: &[Placed<'_>]) -> Option<((u32, u32), usize)> {
    let at = |n: usize| rest.get(n).map(|token| token.2);
    let Token::Number(hour, digits) = at(0)? else { return None };
    let ((mut hour, minute), mut length) = match (at(1), at(2)) {
        (Some(Token::Sign('.' | ':')), Some(Token::Number(minute @ 0..=59, 2))) if hour <= 24 => {
            ((hour, minute), 3)
        }
        _ if digits <= 2 && hour <= 24 => ((hour, 0), 1),
        _ => return None,
    };
    let half = match at(length) {
        Some(Token::Word(
            word @ ("pm" | "am" | "sore" | "malam" | "petang" | "siang" | "pagi"),
        )) => {
            length += 1;
            word
        }
        Some(Token::Word(word @ ("p" | "a")))
            if at(length + 1) == Some(Token::Sign('.'))
                && at(length + 2) == Some(Token::Word("m")) =>
        {
            length += if at(length + 3) == Some(Token::Sign('.')) { 4 } else { 3 };
            if word == "p" { "pm" } else { "am" }
        }
        _ => "",
    };
    let to_noon = matches!(half, "pm" | "sore" | "malam" | "petang") && hour < 12;
    // "Jam 2 siang" is 14, "jam 11 siang" is 11; "jam 3" alone is nobody's night.
    let by_day = half == "siang" && hour < 6;
    let alone = half.is_empty() && length == 1 && (1..=6).contains(&hour);
    if to_noon || by_day || alone {
        hour += 12;
    } else if half == "am" && hour == 12 {
        hour = 0;
    }
    Some(((hour, minute), length))
}

/// The first time of day in a text, with its minutes.
pub(super) fn clock_in(text: &str) -> Option<(u32, u32)> {
    let low = text.to_ascii_lowercase();
    let all = tokens(&low);
    (0..all.len()).find_map(|at| {
        // Of `23 Nov 2026 15.12` no part of the date is a time.
        let (time, length) = time_at(all.get(at..)?)?;
        (length >= 3
            && at
                .checked_sub(1)
                .and_then(|n| all.get(n))
                .is_none_or(|before| !matches!(before.2, Token::Sign('.' | ':'))))
        .then_some(time)
    })
}

/// A day in the few words before, and where it begins.
fn day_before(before: &[Placed<'_>], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let from = before.len().saturating_sub(5);
    (from..before.len()).rev().find_map(|at| {
        let rest = before.get(at..)?;
        day_at(rest, today).map(|(day, _)| (day, rest.first().map_or(0, |token| token.0)))
    })
}

fn resolve(said: &Said, written: NaiveDateTime) -> Option<NaiveDateTime> {
    let (hour, minute) = match (said.time, said.part) {
        (Some((hour @ 1..=11, minute)), Some(part)) if part >= 16 => (hour + 12, minute),
        (Some((hour @ 1..=5, minute)), Some(12)) => (hour + 12, minute),
        (Some(time), _) => time,
        (None, Some(part)) => (part, 0),
        (None, None) => (END_OF_DAY, 0),
    };
    let (day, time) =
        (said.day.unwrap_or(written.date()), NaiveTime::from_hms_opt(hour % 24, minute, 0)?);
    let mut at = day.and_time(time);
    if hour == 24 {
        at = at.checked_add_days(Days::new(1))?;
    }
    if at <= written && said.day.is_none() {
        at = at.checked_add_days(Days::new(1))?;
    }
    // Weeks away is a date of something else.
    (at > written && (at - written).num_days() < 200).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, Option<&'static str>)> {
        // A Monday, ten in the morning.
        let written = "2026-11-23T10:00:00".parse().unwrap();
        read(text, written).map(|found| (found.at.format("%d %H:%M").to_string(), found.zone))
    }

    #[test]
    fn deadlines_as_people_write_them() {
        let cases = [
            ("Mohon dijawab paling lambat jam 15.00 WIB hari ini.", "23 15:00", Some("WIB")),
            ("Deadline besok pagi ya Pak.", "24 09:00", None),
            ("We need your reply by 5 pm today, thanks.", "23 17:00", None),
            ("Please answer before 3 p.m. tomorrow.", "24 15:00", None),
            ("Deadline kami pukul 21.00 WITA.", "23 21:00", Some("WITA")),
            ("Mohon jawabannya besok sebelum jam 10.", "24 10:00", None),
            ("Ditunggu sampai sore ini.", "23 16:00", None),
            ("Kami tunggu hari ini.", "23 17:00", None),
            ("paling lambat Jumat, 27 November 2026 pukul 12.00 WIB", "27 12:00", Some("WIB")),
            ("Tenggat: 25/11 jam 4 sore", "25 16:00", None),
            ("selambat-lambatnya Rabu siang", "25 12:00", None),
            ("My deadline is tonight.", "23 20:00", None),
            ("Could you respond by end of day?", "23 17:00", None),
            ("Please reply by Thursday.", "26 17:00", None),
            ("Mohon tanggapan sebelum pukul 3.", "23 15:00", None),
            ("Naik cetak jam 8 malam. Deadline jam 7 malam.", "23 19:00", None),
            ("Batas waktunya lusa pukul 09.30 WIT.", "25 09:30", Some("WIT")),
            ("sebelum jam 9 pagi", "24 09:00", None),
            ("maksimal jam 16:00", "23 16:00", None),
        ];
        for (text, at, zone) in cases {
            assert_eq!(told(text), Some((at.to_owned(), zone)), "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline() {
        for text in [
            "Acara dimulai pukul 09.00 WIB hari ini.",
            "Terima kasih atas jawaban Bapak kemarin.",
            "Kami hadir sebelum acara.",
            "Sampai jumpa besok.",
            "The story by 20 reporters ran on page 3.",
            "Deadline kami sudah lewat tanggal 20 November 2026.",
            "Hasilnya 15 sampai 20 persen.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn the_words_are_the_authors_own() {
        let written = "2026-11-23T10:00:00".parse().unwrap();
        let found =
            read("Halo.\n\nMohon dijawab Paling lambat\njam 15.00 WIB hari ini, ya.", written);
        assert_eq!(found.unwrap().words, "Paling lambat jam 15.00 WIB hari ini");
    }
}
