//! Patterns of official numbers, such as `480/{number:3}/Diskominfo/{month}/{year}`: fixed text,
//! a running number, the month in Roman numerals, the year. Names in braces are understood in
//! Indonesian and English.

use chrono::{Datelike, NaiveDate};

use crate::error::{Error, Result};

const ROMAN: [&str; 12] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/// The field of the office that holds a pattern; errors name it.
const FIELD: &str = "number_pattern";
/// Most digits that a running number is filled up to.
const MOST_DIGITS: usize = 9;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The running number, filled with zeros up to this many digits.
    Sequence(usize),
    RomanMonth,
    Month,
    Year,
    ShortYear,
}

/// A pattern that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern(Vec<Part>);

impl NumberPattern {
    /// Reads a pattern; what is wrong with it is named.
    pub fn parse(text: &str) -> Result<Self> {
        let mut parts = Vec::new();
        let mut rest = text.trim();
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            let (name, after) = after.split_once('}').ok_or_else(|| {
                Error::invalid(FIELD, "number-pattern-open").arg("name", after.trim())
            })?;
            parts.push(part(name)?);
            rest = after;
        }
        if rest.contains('}') {
            return Err(Error::invalid(FIELD, "number-pattern-open").arg("name", rest.trim()));
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        if !parts.iter().any(|part| matches!(part, Part::Sequence(_))) {
            return Err(Error::invalid(FIELD, "number-pattern-no-sequence"));
        }
        Ok(Self(parts))
    }

    /// Whether counting begins anew each year: a pattern that does not name the year counts on.
    pub fn counts_by_year(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Year | Part::ShortYear))
    }

    /// The number with this place in the series, given on this day.
    pub fn write(&self, sequence: i64, day: NaiveDate) -> String {
        let written = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Sequence(digits) => format!("{sequence:0>digits$}"),
            Part::RomanMonth => {
                let month = usize::try_from(day.month0()).unwrap_or_default();
                ROMAN.get(month).copied().unwrap_or_default().to_owned()
            }
            Part::Month => format!("{:02}", day.month()),
            Part::Year => day.year().to_string(),
            Part::ShortYear => format!("{:02}", day.year().rem_euclid(100)),
        };
        self.0.iter().map(written).collect()
    }
}

fn part(name: &str) -> Result<Part> {
    let unknown = || Error::invalid(FIELD, "number-pattern-unknown").arg("name", name.trim());
    let folded = name.trim().to_lowercase();
    let (word, digits) = match folded.split_once(':') {
        Some((word, digits)) => (
            word.trim(),
            digits
                .trim()
                .parse::<usize>()
                .ok()
                .filter(|digits| (1..=MOST_DIGITS).contains(digits))
                .ok_or_else(unknown)?,
        ),
        None => (folded.as_str(), 1),
    };
    match word {
        "nomor" | "number" => Ok(Part::Sequence(digits)),
        _ if folded.contains(':') => Err(unknown()),
        "bulan" | "month" => Ok(Part::RomanMonth),
        "mm" => Ok(Part::Month),
        "tahun" | "year" => Ok(Part::Year),
        "yy" => Ok(Part::ShortYear),
        _ => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_offices_number_is_written() {
        let pattern = NumberPattern::parse(" 480/{nomor:3}/Diskominfo/{bulan}/{tahun} ").unwrap();
        assert_eq!(pattern.write(12, day("2026-11-22")), "480/012/Diskominfo/XI/2026");
        assert_eq!(pattern.write(1234, day("2027-04-01")), "480/1234/Diskominfo/IV/2027");
        assert!(pattern.counts_by_year());
        let english = NumberPattern::parse("{Number}-{mm}.{yy}").unwrap();
        assert_eq!(english.write(7, day("2026-02-03")), "7-02.26");
        assert!(!NumberPattern::parse("HM/{number}/{month}").unwrap().counts_by_year());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, key) in [
            ("480/Diskominfo", "number-pattern-no-sequence"),
            ("", "number-pattern-no-sequence"),
            ("{number}/{moon}", "number-pattern-unknown"),
            ("{number:0}", "number-pattern-unknown"),
            ("{number:77}", "number-pattern-unknown"),
            ("{year:2}/{number}", "number-pattern-unknown"),
            ("{number", "number-pattern-open"),
            ("{number}}", "number-pattern-open"),
        ] {
            assert_eq!(NumberPattern::parse(text).unwrap_err().text, key, "{text}");
        }
    }
}
