//! From when until when somebody is away: dates, ranges and days of the week in the words of a
//! message, counted from the day on which it was written.

use chrono::{Datelike, Days, NaiveDate, Weekday};

#[rustfmt::skip]
const UNTIL: &[&str] = &[
    "until", "till", "through", "thru", "sampai", "hingga", "s/d", "s.d.", "s.d", "sd", "kembali", "back",
    "return", "returning", "bis", "jusqu'au", "jusqu'", "hasta", "até", "fino", "tot", "masuk", "retour",
    "wieder", "zurück", "aktif", "terug", "regreso", "available again", "do dnia", "to", "-", "–",
];

#[rustfmt::skip]
const FROM: &[&str] = &[
    "from", "starting", "beginning", "as of", "since", "between", "dari", "mulai", "sejak", "per", "antara",
    "terhitung", "ab", "vom", "von", "seit", "du", "depuis", "van", "vanaf", "desde", "dal", "pada", "tanggal",
    "on", "tgl",
];

/// Days of the longest absence that is believed.
const LONGEST: i64 = 400;

/// First and last day, as far as they are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Absence {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day, or the day of return, whichever the text names.
    pub until: Option<NaiveDate>,
}

/// When somebody is away, by a text made by `plain` that was written on `today`.
pub fn absence(words: &str, today: NaiveDate) -> Absence {
    let dates: Vec<Found> = dates_in(words).collect();
    let before = |found: &Found| {
        let mut start = found.start.saturating_sub(36);
        while !words.is_char_boundary(start) {
            start += 1;
        }
        let before = words.get(start..found.start).unwrap_or_default();
        before.rsplit(['.', '!']).find(|piece| piece.trim().len() > 1).unwrap_or(before)
    };
    let led_by = |found: &Found, leads: &[&str]| {
        let before = before(found);
        leads.iter().any(|word| has_word(before, word))
    };
    let known = |found: &Found| found.resolve(today).filter(|date| plausible(*date, today));
    let named = dates.iter().filter(|found| led_by(found, UNTIL)).filter_map(known).max();
    // One that only begins is no day of return.
    let open = |found: &&Found| !begins_only(before(found)) || dates.len() > 1;
    let Some(until) = named
        .or_else(|| dates.iter().filter(open).filter_map(known).max())
        .or_else(|| weekday_of_return(words, today))
    else {
        let from = dates.iter().filter_map(known).min();
        return Absence { from, until: None };
    };
    let in_one = dates.iter().filter(|found| known(found) == Some(until)).find_map(|found| {
        let first = found.first_day?;
        NaiveDate::from_ymd_opt(until.year(), until.month(), first)
    });
    let apart = || {
        let others = dates.iter().filter(|found| known(found) != Some(until));
        let first = others.filter(|found| led_by(found, FROM));
        first.filter_map(|found| found.resolve_before(until)).min()
    };
    let from =
        in_one.or_else(apart).filter(|from| (1..=LONGEST).contains(&(until - *from).num_days()));
    Absence { from, until: Some(until) }
}

/// "Since 1 October", "starting Monday": the beginning alone.
fn begins_only(before: &str) -> bool {
    ["since", "starting", "sejak", "terhitung", "mulai", "seit", "depuis", "as of", "effective"]
        .iter()
        .any(|word| has_word(before, word))
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphabetic)
    })
}

/// An absence ends within the next two years, or ended not long ago.
fn plausible(date: NaiveDate, today: NaiveDate) -> bool {
    let days = (date - today).num_days();
    (-200..=730).contains(&days)
}

#[rustfmt::skip]
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("senin", Weekday::Mon), ("selasa", Weekday::Tue), ("rabu", Weekday::Wed), ("kamis", Weekday::Thu), ("jumat", Weekday::Fri), ("jum'at", Weekday::Fri), ("sabtu", Weekday::Sat), ("minggu", Weekday::Sun),
    ("monday", Weekday::Mon), ("tuesday", Weekday::Tue), ("wednesday", Weekday::Wed), ("thursday", Weekday::Thu), ("friday", Weekday::Fri), ("saturday", Weekday::Sat), ("sunday", Weekday::Sun),
];

#[rustfmt::skip]
const RETURN: &[&str] = &[
    "back", "return", "returning", "until", "till", "available", "kembali", "sampai", "hingga", "masuk", "aktif",
    "zurück", "wieder", "terug", "retour", "bis",
];

/// "Back on Monday", "kembali pekan depan": the next such day after the one of writing.
fn weekday_of_return(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let next = |day: Weekday| today.iter_days().skip(1).take(7).find(|date| date.weekday() == day);
    for lead in RETURN {
        for (at, _) in words.match_indices(lead) {
            let rest: String = words.get(at + lead.len()..)?.chars().take(34).collect();
            let rest = rest.split(['.', '!']).next().unwrap_or_default();
            let says = |options: &[&str]| options.iter().any(|word| has_word(rest, word));
            if says(&["tomorrow", "besok", "morgen", "demain"]) {
                return today.checked_add_days(Days::new(1));
            }
            if says(&["lusa", "day after tomorrow"]) {
                return today.checked_add_days(Days::new(2));
            }
            let weekday = WEEKDAYS.iter().find(|(name, _)| {
                // "Minggu depan" is next week, not next Sunday.
                has_word(rest, name) && !(*name == "minggu" && says(&["minggu depan"]))
            });
            if let Some((_, day)) = weekday {
                return next(*day);
            }
            if says(&["next week", "pekan depan", "minggu depan", "nächste woche", "volgende week"])
            {
                return next(Weekday::Mon);
            }
            if says(&["next month", "bulan depan"]) {
                let first = today.with_day(1)?;
                return first.checked_add_months(chrono::Months::new(1));
            }
        }
    }
    None
}

/// A date as written, perhaps without a year.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    start: usize,
    day: u32,
    month: u32,
    year: Option<i32>,
    /// Of `24-28 November`: the 24th.
    first_day: Option<u32>,
}

impl Found {
    /// The last such day before another one, for the beginning of a range.
    fn resolve_before(&self, until: NaiveDate) -> Option<NaiveDate> {
        let year = self.year.unwrap_or_else(|| until.year());
        let date = NaiveDate::from_ymd_opt(year, self.month, self.day)?;
        if date < until || self.year.is_some() {
            return Some(date);
        }
        NaiveDate::from_ymd_opt(year - 1, self.month, self.day)
    }

    /// Without a year, the nearest such day from about two months ago on.
    pub(super) fn resolve(&self, today: NaiveDate) -> Option<NaiveDate> {
        if let Some(year) = self.year {
            return NaiveDate::from_ymd_opt(year, self.month, self.day);
        }
        let this = NaiveDate::from_ymd_opt(today.year(), self.month, self.day);
        match this {
            Some(date) if (today - date).num_days() <= 60 => Some(date),
            _ => NaiveDate::from_ymd_opt(today.year() + 1, self.month, self.day),
        }
    }
}

#[rustfmt::skip]
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1), ("feb", 2), ("peb", 2), ("fév", 2), ("mar", 3), ("mär", 3), ("maa", 3), ("mrt", 3), ("apr", 4), ("avr", 4), ("abr", 4), ("mei", 5), ("may", 5), ("mai", 5), ("mag", 5), ("jun", 6), ("juin", 6), ("giu", 6), ("juil", 7), ("jul", 7), ("lug", 7), ("agu", 8), ("agt", 8), ("ags", 8), ("aug", 8), ("août", 8), ("aou", 8), ("ago", 8), ("sep", 9), ("set", 9), ("okt", 10), ("oct", 10), ("out", 10), ("ott", 10), ("nov", 11), ("nop", 11), ("des", 12), ("dis", 12), ("mac", 3), ("ogos", 8), ("dec", 12), ("déc", 12), ("dez", 12), ("dic", 12),
];

/// The month that a word names, in the languages of the region and of Europe.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let length = word.chars().count();
    if !(3..=10).contains(&length) {
        return None;
    }
    const FULL: &[&str] = &[
        "januari",
        "january",
        "januar",
        "janvier",
        "enero",
        "janeiro",
        "gennaio",
        "februari",
        "february",
        "februar",
        "febrero",
        "février",
        "fevereiro",
        "febbraio",
        "maret",
        "march",
        "märz",
        "mars",
        "marzo",
        "março",
        "maart",
        "april",
        "avril",
        "abril",
        "aprile",
        "maggio",
        "mayo",
        "maio",
        "juni",
        "june",
        "junio",
        "junho",
        "giugno",
        "juli",
        "july",
        "juillet",
        "julio",
        "julho",
        "luglio",
        "agustus",
        "august",
        "augustus",
        "agosto",
        "september",
        "septembre",
        "septiembre",
        "setembro",
        "settembre",
        "oktober",
        "october",
        "octobre",
        "octubre",
        "outubro",
        "ottobre",
        "november",
        "nopember",
        "novembre",
        "noviembre",
        "novembro",
        "desember",
        "disember",
        "julai",
        "december",
        "dezember",
        "décembre",
        "diciembre",
        "dezembro",
        "dicembre",
        "sept",
    ];
    if length > 4 && !FULL.contains(&word) {
        return None;
    }
    MONTHS
        .iter()
        .filter(|(name, _)| word.starts_with(name))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, number)| *number)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'t> {
    Number(u32, usize),
    Word(&'t str),
    Sign(char),
}

/// Dates in a text made by `plain`, in order.
pub fn dates_in(words: &str) -> impl Iterator<Item = Found> {
    let mut tokens: Vec<(usize, Token<'_>)> = Vec::new();
    let mut chars = words.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if c.is_ascii_digit() {
            while let Some((at, _)) = chars.next_if(|(_, d)| d.is_ascii_digit()) {
                end = at + 1;
            }
            let digits = words.get(start..end).unwrap_or_default();
            tokens.push((start, Token::Number(digits.parse().unwrap_or(0), digits.len())));
        } else if c.is_alphabetic() {
            while let Some((at, d)) = chars.next_if(|(_, d)| d.is_alphabetic()) {
                end = at + d.len_utf8();
            }
            tokens.push((start, Token::Word(words.get(start..end).unwrap_or_default())));
        } else if c != ' ' {
            tokens.push((start, Token::Sign(c)));
        }
        if tokens.len() > 3000 {
            break;
        }
    }
    let mut found = Vec::new();
    for index in 0..tokens.len() {
        let rest = tokens.get(index..).unwrap_or_default();
        found.extend(date_at(rest));
    }
    // `2026-12-01` also reads as something at its second number; the earlier reading wins.
    found.dedup_by(|later, earlier| {
        later.start < earlier.start + 6 && earlier.year.is_some() && later.year.is_none()
    });
    found.into_iter()
}

fn four_digit_year(token: Option<&(usize, Token<'_>)>) -> Option<i32> {
    match token {
        Some((_, Token::Number(year @ 2000..=2099, 4))) => i32::try_from(*year).ok(),
        _ => None,
    }
}

/// How many tokens between two days of one range: `24-28`, `24 s.d. 28`, `7 and 11`.
fn range_sign(tokens: &[(usize, Token<'_>)]) -> Option<usize> {
    let at = |n: usize| tokens.get(n).map(|(_, token)| *token);
    match at(0)? {
        Token::Sign('-' | '\u{2013}' | '\u{2014}') => Some(1),
        Token::Word("s") => match (at(1), at(2), at(3)) {
            (Some(Token::Sign('.')), Some(Token::Word("d")), Some(Token::Sign('.'))) => Some(4),
            (Some(Token::Sign('.' | '/')), Some(Token::Word("d")), _) => Some(3),
            _ => None,
        },
        Token::Word("sampai" | "hingga") if at(1) == Some(Token::Word("dengan")) => Some(2),
        Token::Word(
            "to" | "and" | "until" | "till" | "through" | "sd" | "sampai" | "hingga" | "dan"
            | "bis" | "und" | "tot" | "en" | "au" | "al" | "y" | "a",
        ) => Some(1),
        _ => None,
    }
}

/// `24-28 November 2026` at the start of the tokens: the last day, with the first.
fn range_at(tokens: &[(usize, Token<'_>)]) -> Option<Found> {
    let (start, Token::Number(first @ 1..=31, 1..=2)) = *tokens.first()? else { return None };
    let mut rest = tokens.get(1..)?;
    if let Some((_, Token::Sign('.') | Token::Word("st" | "nd" | "rd" | "th"))) = rest.first() {
        rest = rest.get(1..)?;
    }
    let rest = rest.get(range_sign(rest)?..)?;
    let (_, Token::Number(1..=31, 1..=2)) = rest.first()? else { return None };
    // Only a month in words tells a range of days from a date in figures.
    let written = matches!(rest.get(1), Some((_, Token::Word(_)))) || dotted(rest);
    let last = date_at(rest).filter(|_| written)?;
    (first < last.day).then_some(Found { start, first_day: Some(first), ..last })
}

/// `28. November`, not `28.11.`.
fn dotted(tokens: &[(usize, Token<'_>)]) -> bool {
    let at = |n: usize| tokens.get(n).map(|(_, token)| *token);
    at(1) == Some(Token::Sign('.')) && matches!(at(2), Some(Token::Word(_)))
}

/// `2026年12月1日`, `11月27日まで`, `12월 1일`.
fn east_asian_at(tokens: &[(usize, Token<'_>)]) -> Option<Found> {
    let (start, Token::Number(first, digits)) = *tokens.first()? else { return None };
    let begins = |n: usize, marks: [char; 2]| matches!(tokens.get(n), Some((_, Token::Word(word))) if word.starts_with(marks));
    let number = |n: usize| match tokens.get(n) {
        Some((_, Token::Number(number, 1..=2))) => Some(*number),
        _ => None,
    };
    if digits == 4 && begins(1, ['年', '년']) {
        let date = east_asian_at(tokens.get(2..)?)?;
        return Some(Found { start, year: i32::try_from(first).ok(), ..date });
    }
    let day = number(2).filter(|day| (1..=31).contains(day))?;
    let dated = begins(1, ['月', '월']) && begins(3, ['日', '일']);
    (dated && (1..=12).contains(&first)).then_some(Found {
        start,
        day,
        month: first,
        year: None,
        first_day: None,
    })
}

fn date_at(tokens: &[(usize, Token<'_>)]) -> Option<Found> {
    if let Some(found) = east_asian_at(tokens).or_else(|| range_at(tokens)) {
        return Some(found);
    }
    let (start, first) = *tokens.first()?;
    let second = tokens.get(1).map(|(_, token)| *token);
    match (first, second) {
        (Token::Number(day @ 1..=31, 1..=2), _) => {
            // 3 December 2026, 3rd of December, 3. Dezember
            let mut rest = tokens.get(1..)?;
            while let Some((
                _,
                Token::Word("st" | "nd" | "rd" | "th" | "of" | "de" | "er" | "do")
                | Token::Sign('.'),
            )) = rest.first()
            {
                rest = rest.get(1..)?;
            }
            if let Some((_, Token::Word(word))) = rest.first()
                && let Some(month) = month(word)
            {
                let mut after = rest.get(1..)?;
                while let Some((_, Token::Sign(',' | '.' | '\'') | Token::Word("de" | "del"))) =
                    after.first()
                {
                    after = after.get(1..)?;
                }
                let year = four_digit_year(after.first());
                return Some(Found { start, day, month, year, first_day: None });
            }
            // 3/12/2026, 3-12-26, 3.12.2026, 3/12
            let Some(Token::Sign(sign @ ('/' | '-' | '.'))) = second else { return None };
            let Some((_, Token::Number(other @ 1..=31, 1..=2))) = tokens.get(2) else {
                return None;
            };
            let (day, month) = if *other > 12 { (*other, day) } else { (day, *other) };
            if month > 12 {
                return None;
            }
            let year = match (tokens.get(3), tokens.get(4)) {
                (Some((_, Token::Sign(again))), Some((_, Token::Number(year, length))))
                    if *again == sign =>
                {
                    match length {
                        4 => i32::try_from(*year).ok().filter(|y| (2000..2100).contains(y)),
                        2 => i32::try_from(*year).ok().map(|y| y + 2000),
                        _ => None,
                    }
                }
                _ => None,
            };
            let found = Found { start, day, month, year, first_day: None };
            (year.is_some() || sign == '/').then_some(found)
        }
        (Token::Number(year @ 2000..=2099, 4), Some(Token::Sign(sign @ ('-' | '/' | '.')))) => {
            let (
                Token::Number(month @ 1..=12, 1..=2),
                Token::Sign(again),
                Token::Number(day @ 1..=31, 1..=2),
            ) = (tokens.get(2)?.1, tokens.get(3)?.1, tokens.get(4)?.1)
            else {
                return None;
            };
            let year = i32::try_from(year).ok();
            (again == sign).then_some(Found { start, day, month, year, first_day: None })
        }
        (Token::Word(word), _) => {
            // December 3, 2026
            let month = month(word)?;
            let mut rest = tokens.get(1..)?;
            if let Some((_, Token::Sign('.'))) = rest.first() {
                rest = rest.get(1..)?;
            }
            let Some((_, Token::Number(day @ 1..=31, 1..=2))) = rest.first() else { return None };
            let mut after = rest.get(1..)?;
            while let Some((_, Token::Word("st" | "nd" | "rd" | "th") | Token::Sign(','))) =
                after.first()
            {
                after = after.get(1..)?;
            }
            // "November 24 - 28": the range's end is what counts.
            let (mut day, mut first_day) = (*day, None);
            if let Some((_, Token::Sign('-' | '\u{2013}') | Token::Word("to"))) = after.first()
                && let Some((_, Token::Number(last @ 1..=31, 1..=2))) = after.get(1)
            {
                first_day = Some(std::mem::replace(&mut day, *last));
                after = after.get(2..)?;
            }
            if let Some((_, Token::Sign(','))) = after.first() {
                after = after.get(1..)?;
            }
            let year = four_digit_year(after.first());
            Some(Found { start, day, month, year, first_day })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrases::plain;
    use super::*;

    #[test]
    fn days_of_return() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let cases = [
            ("Saya sedang cuti sampai 30 November.", "2026-11-30"),
            ("Saya akan kembali Senin, 1 Desember 2026.", "2026-12-01"),
            ("I am out of office until Dec 3.", "2026-12-03"),
            ("I will be back on 3/12.", "2026-12-03"),
            ("I'll be back on 12/28/2026", "2026-12-28"),
            ("Cuti tanggal 24-28 November 2026", "2026-11-28"),
            ("Cuti 24 November s.d. 5 Januari", "2027-01-05"),
            ("from November 24 to December 2nd, 2026 I am away", "2026-12-02"),
            ("Ich bin bis 03.12.2026 abwesend", "2026-12-03"),
            ("out of office until 2026-12-07", "2026-12-07"),
            ("Je suis absent jusqu'au 4 décembre", "2026-12-04"),
            ("I am away. I will be back on Monday.", "2026-11-23"),
            ("kembali bekerja pada 05-01-2027", "2027-01-05"),
            ("kembali masuk pekan depan", "2026-11-23"),
            ("kembali minggu depan", "2026-11-23"),
            ("saya kembali hari Minggu", "2026-11-29"),
            ("kembali besok", "2026-11-23"),
            ("back on the 1st of December", "2026-12-01"),
            ("11月27日まで休暇", "2026-11-27"),
            ("我将于2026年12月1日返回", "2026-12-01"),
        ];
        for (text, expected) in cases {
            let found = absence(&plain(text, 1000), today).until.map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        let ranges = [
            ("Cuti tanggal 24-28 November 2026", "2026-11-24", "2026-11-28"),
            ("dinas 23 s.d. 27 November", "2026-11-23", "2026-11-27"),
            ("cuti mulai 24 November s.d. 5 Januari", "2026-11-24", "2027-01-05"),
            ("out of office between 7 and 11 December", "2026-12-07", "2026-12-11"),
            ("away from December 7-11, 2026", "2026-12-07", "2026-12-11"),
            ("im Urlaub vom 24. bis 28. November", "2026-11-24", "2026-11-28"),
            ("on leave 1st to 4th December", "2026-12-01", "2026-12-04"),
        ];
        for (text, from, until) in ranges {
            let found = absence(&plain(text, 1000), today);
            let told = (found.from.map(|d| d.to_string()), found.until.map(|d| d.to_string()));
            assert_eq!(told, (Some(from.to_owned()), Some(until.to_owned())), "{text}");
        }
    }
}
