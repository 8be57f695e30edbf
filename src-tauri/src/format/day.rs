//! Days as lists write them: ISO, day first as Indonesia writes, months in words of both languages.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

/// Months in order, Indonesian then English; their first three letters suffice.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "aug", "agt"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// Years of four digits: what is longer is a postcode or a typing slip, and would not sort as text.
const YEARS: RangeInclusive<i32> = 1000..=9999;

/// Reads a day as `YYYY-MM-DD`; none when it is no day. A time after it is left off.
pub fn read(text: &str) -> Option<String> {
    let (year, month, day) = parts(text)?;
    let year = year.filter(|year| YEARS.contains(year))?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(date.format("%Y-%m-%d").to_string())
}

/// Reads a birthday as `YYYY-MM-DD`, or as `--MM-DD` where the year is not written.
pub fn read_birthday(text: &str) -> Option<String> {
    let (year, month, day) = parts(text)?;
    match year {
        Some(_) => read(text),
        None => {
            // A leap year, so that the 29th of February counts.
            let date = NaiveDate::from_ymd_opt(2000, month, day)?;
            Some(date.format("--%m-%d").to_string())
        }
    }
}

fn parts(text: &str) -> Option<(Option<i32>, u32, u32)> {
    let text = text.trim().trim_end_matches('Z');
    let day = text.split(['T']).next().filter(|day| day.len() == 10).unwrap_or(text);
    if let Some(rest) = day.strip_prefix("--") {
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        return Some((None, digits.get(..2)?.parse().ok()?, digits.get(2..4)?.parse().ok()?));
    }
    let words: Vec<&str> = day
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '-' | '.' | ','))
        .filter(|word| !word.is_empty())
        .collect();
    // A clock behind the day, a weekday before it.
    let words: Vec<&str> = words.into_iter().filter(|word| !word.contains(':')).collect();
    if let Some(at) = words.iter().position(|word| month_of(word).is_some()) {
        let month = month_of(words.get(at)?)?;
        let numbers: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
        let day = *numbers.iter().find(|number| (1..=31).contains(*number))?;
        let year = numbers.iter().find(|number| **number > 31).copied();
        return Some((year.map(|year| i32::try_from(year).unwrap_or(0)), month, day));
    }
    let numbers: Vec<u32> = words.iter().map_while(|word| word.parse().ok()).take(3).collect();
    match (numbers.as_slice(), words.first().map(|word| word.len())) {
        ([year, month, day], Some(4)) => Some((i32::try_from(*year).ok(), *month, *day)),
        ([day, month, year], _) if *year >= 1000 && *month <= 12 => {
            Some((i32::try_from(*year).ok(), *month, *day))
        }
        // 12/31/2024 can only be month first.
        ([month, day, year], _) if *year >= 1000 => Some((i32::try_from(*year).ok(), *month, *day)),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.len() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        for text in [
            "1988-05-17",
            "17/05/1988",
            "17-5-1988",
            "17.05.1988",
            "17 Mei 1988",
            "17 May 1988",
            "May 17, 1988",
            "Selasa, 17 Mei 1988",
            "1988/05/17",
            "5/17/1988",
            "1988-05-17T00:00:00Z",
            "1988-05-17 00:00:00",
        ] {
            assert_eq!(read(text).as_deref(), Some("1988-05-17"), "{text}");
        }
        for text in [
            "",
            "kemarin",
            "31/02/2024",
            "17/13/1988",
            "88",
            "0812 0000 1111",
            "17 Mei 42111",
            "17 Mei 88",
            "17/05/42111",
        ] {
            assert_eq!(read(text), None, "{text}");
            assert_eq!(read_birthday(text), None, "{text}");
        }
        assert_eq!(read_birthday("17 Agustus").as_deref(), Some("--08-17"));
        assert_eq!(read_birthday("--0229").as_deref(), Some("--02-29"));
        assert_eq!(read_birthday("1988-05-17").as_deref(), Some("1988-05-17"));
    }
}
