//! Date and time at the head of a line, as phones of different countries write them. What stands
//! there says by itself neither which number is the day nor, without its half, which hour is meant.

use chrono::{NaiveDate, NaiveDateTime};

/// Which of the numbers of a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 22/11/2026.
    DayFirst,
    /// 11/22/2026.
    MonthFirst,
    /// 2026-11-22.
    YearFirst,
}

impl DateOrder {
    /// As orders and scripts write it: `dmy`, `mdy` or `ymd`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DayFirst => "dmy",
            Self::MonthFirst => "mdy",
            Self::YearFirst => "ymd",
        }
    }

    /// Reads such a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::DayFirst, Self::MonthFirst, Self::YearFirst]
            .into_iter()
            .find(|order| order.as_str() == word)
    }
}

/// The half of the day on a clock of twelve hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    /// "Malam": the evening, and midnight too.
    Night,
}

/// A date and a time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    numbers: [u32; 3],
    year_first: bool,
    year_short: bool,
    hour: u32,
    minute: u32,
    second: u32,
    half: Option<Half>,
    /// `AM` and `PM` in capitals, as phones set to the United States write them.
    capitals: bool,
    /// Whether it stands in square brackets, as iPhones write it.
    pub bracketed: bool,
}

impl Stamp {
    /// Whether the year is the first number.
    pub fn is_year_first(&self) -> bool {
        self.year_first
    }

    /// Whether it looks like one of a phone set to the United States, where the month is first.
    pub fn looks_american(&self) -> bool {
        self.capitals && self.year_short
    }

    /// The moment on the phone's clock; none where no such day or hour exists.
    pub fn at(&self, order: DateOrder) -> Option<NaiveDateTime> {
        let [first, second, third] = self.numbers;
        let (year, month, day) = match (self.year_first, order) {
            (true, _) => (first, second, third),
            (false, DateOrder::MonthFirst) => (third, first, second),
            (false, _) => (third, second, first),
        };
        let year = if self.year_short { 2000 + year } else { year };
        let hour = match (self.half, self.hour) {
            (None, hour) => hour,
            (Some(_), hour) if hour > 12 => hour,
            (Some(Half::Morning), 12) => 0,
            (Some(Half::Morning), hour) => hour,
            (Some(Half::Afternoon), 12) => 12,
            (Some(Half::Afternoon), hour) => hour + 12,
            (Some(Half::Night), 12) => 0,
            (Some(Half::Night), hour) if hour < 6 => hour,
            (Some(Half::Night), hour) => hour + 12,
        };
        let year = i32::try_from(year).ok().filter(|year| (2009..2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(
            if hour == 24 { 0 } else { hour },
            self.minute,
            self.second,
        )
    }
}

/// What is left of a line.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// A number of so many digits, and how many it had.
    fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let length = self.0.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > most {
            return None;
        }
        let (digits, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((digits.parse().ok()?, length))
    }

    fn one_of(&mut self, wanted: &[char]) -> Option<char> {
        let first = self.0.chars().next().filter(|letter| wanted.contains(letter))?;
        self.0 = self.0.get(first.len_utf8()..)?;
        Some(first)
    }

    /// Takes white space, the narrow and unbreakable kinds too; whether there was any.
    fn space(&mut self) -> bool {
        let rest = self.0.trim_start_matches(char::is_whitespace);
        let taken = rest.len() < self.0.len();
        self.0 = rest;
        taken
    }

    /// `AM`, `p.m.`, `a. m.`, `pagi` and so on, with whether it stands in capitals.
    fn half(&mut self) -> Option<(Half, bool)> {
        let mut word = String::new();
        let mut end = 0;
        for (at, letter) in self.0.char_indices() {
            let is_part = letter.is_alphabetic() || letter == '.' || letter.is_whitespace();
            if !is_part || word.len() > 5 {
                break;
            }
            if letter.is_alphabetic() {
                word.push(letter);
                end = at + letter.len_utf8();
            } else if letter == '.' {
                end = at + 1;
            }
        }
        let half = match word.to_lowercase().as_str() {
            "am" | "pagi" => Half::Morning,
            "pm" | "siang" | "sore" => Half::Afternoon,
            "malam" => Half::Night,
            _ => return None,
        };
        self.0 = self.0.get(end..)?;
        Some((half, word.chars().all(char::is_uppercase)))
    }
}

/// Date and time at the beginning of a line, and what stands behind them and their separator;
/// none where the line does not begin a message.
pub fn head(line: &str) -> Option<(Stamp, &str)> {
    let mut rest = Rest(line);
    let bracketed = rest.one_of(&['[']).is_some();
    let (first, first_length) = rest.number(4)?;
    let separator = rest.one_of(&['/', '.', '-'])?;
    let (second, _) = rest.number(2)?;
    rest.one_of(&[separator])?;
    let (third, third_length) = rest.number(4)?;
    let year_first = first_length == 4;
    let year_length = if year_first { first_length } else { third_length };
    let day_length = if year_first { third_length } else { first_length };
    if !matches!(year_length, 2 | 4) || day_length > 2 {
        return None;
    }
    rest.one_of(&[',']);
    if !rest.space() {
        return None;
    }
    let (hour, _) = rest.number(2)?;
    let clock = rest.one_of(&[':', '.'])?;
    let (minute, _) = rest.number(2)?;
    let second_of = if rest.one_of(&[clock]).is_some() { rest.number(2)?.0 } else { 0 };
    let spaced = rest.space();
    let half = rest.half();
    if bracketed {
        rest.space();
        rest.one_of(&[']'])?;
    } else {
        let before = rest.space() || spaced;
        rest.one_of(&['-', '–'])?;
        if !before {
            return None;
        }
    }
    rest.space();
    if hour > 24 || minute > 59 || second_of > 59 {
        return None;
    }
    let stamp = Stamp {
        numbers: [first, second, third],
        year_first,
        year_short: year_length == 2,
        hour,
        minute,
        second: second_of,
        half: half.map(|(half, _)| half),
        capitals: half.is_some_and(|(_, capitals)| capitals),
        bracketed,
    };
    Some((stamp, rest.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, order: DateOrder) -> Option<(String, &str)> {
        let (stamp, rest) = head(line)?;
        Some((stamp.at(order)?.to_string(), rest))
    }

    #[test]
    fn heads_of_many_phones() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        for (line, order, at) in [
            ("22/11/26 10.05 - Siti: a", DayFirst, "2026-11-22 10:05:00"),
            ("22/11/2026, 10.05 - Siti: a", DayFirst, "2026-11-22 10:05:00"),
            ("11/22/26, 10:05\u{202f}PM - Siti: a", MonthFirst, "2026-11-22 22:05:00"),
            ("11/22/26, 12:05 AM - Siti: a", MonthFirst, "2026-11-22 00:05:00"),
            ("[22/11/26 10.05.12] Siti: a", DayFirst, "2026-11-22 10:05:12"),
            ("[22/11/2026, 10:05:12] Siti: a", DayFirst, "2026-11-22 10:05:12"),
            ("[11/22/26, 1:05:12\u{202f}PM] Siti: a", MonthFirst, "2026-11-22 13:05:12"),
            ("22.11.26, 09:05 - Siti: a", DayFirst, "2026-11-22 09:05:00"),
            ("22/11/26, 9:05 p. m. - Siti: a", DayFirst, "2026-11-22 21:05:00"),
            ("22/11/26 9.05 malam - Siti: a", DayFirst, "2026-11-22 21:05:00"),
            ("2026-11-22, 09:05 - Siti: a", YearFirst, "2026-11-22 09:05:00"),
        ] {
            assert_eq!(read(line, order), Some((at.to_owned(), "Siti: a")), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_one() {
        for line in [
            "",
            "10.05 - Siti",
            "22/11/26 rapat pukul 10.05",
            "1.000.000 10.05 - rupiah",
            "22/11/26 25.05 - Siti: a",
            "22/11-26 10.05 - Siti: a",
            "0812/00/1111 10.05 - a",
            "[22/11/26] catatan",
            "22/11/26 10.05 wib - Siti: a",
        ] {
            assert_eq!(head(line), None, "{line}");
        }
        assert_eq!(read("31/02/26 10.05 - Siti: a", DateOrder::DayFirst), None);
    }
}
