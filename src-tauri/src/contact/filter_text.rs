//! Filters as a person writes and reads them: `beat = kesehatan and city = Serang and not contacted
//! 90d`. Words of both languages are understood; what is written back uses the English ones.
//!
//! ```text
//! filter  = group { "or" group }            group = part { "and" part }
//! part    = "not" part | "(" filter ")" | rule
//! rule    = field compare values | field ["not"] "within" days | field "next" days
//!         | field ["is"] ["not"] ("empty" | "set") | "covers" value ["in" value]
//!         | "contacted" [days] | ("answered" | "sent") [[compare] number ["releases"]]
//!         | ("attended" | "missed") [[compare] number ["events"]]
//!         | ("answered" | "sent") "release" id | "in" "list" name | "import" id | state
//! values  = value | "(" value { "," value } ")"
//! ```

use winnow::Parser;
use winnow::ascii::multispace0;
use winnow::combinator::{alt, delimited, preceded, repeat};
use winnow::error::ContextError;
use winnow::stream::{LocatingSlice, Location};
use winnow::token::{literal, take_till, take_while};

use super::filter::{Filter, Op, Rule};
use super::filter_fields::{FilterField, Place, Values, named, of_key, written_name};
use crate::error::{Error, Result};

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(&'static str),
}

/// A token and the byte at which it begins.
type Placed = (Token, usize);

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || "_.-@+/:'&*".contains(letter)
}

fn token(input: &mut LocatingSlice<&str>) -> Result<Placed, ContextError> {
    let begin = input.current_token_start();
    let sign = alt(SIGNS.map(|sign| literal(sign).value(Token::Sign(sign))));
    let quoted = |quote: char| delimited(quote, take_till(0.., quote), quote);
    let token = alt((
        sign,
        alt((quoted('"'), quoted('\''), delimited('“', take_till(0.., '”'), '”')))
            .map(|text: &str| Token::Quoted(text.to_owned())),
        take_while(1.., is_of_word).map(|word: &str| Token::Word(word.to_owned())),
    ))
    .parse_next(input)?;
    Ok((token, begin))
}

const SIGNS: [&str; 11] = ["!=", "!~", ">=", "<=", "=", "~", ">", "<", "(", ")", ","];

fn tokens(text: &str) -> Result<Vec<Placed>> {
    let mut input = LocatingSlice::new(text);
    let read: Result<Vec<Placed>, ContextError> =
        repeat(0.., preceded(multispace0, token)).parse_next(&mut input);
    let found = read.unwrap_or_default();
    let rest = input.trim_start();
    if rest.is_empty() {
        return Ok(found);
    }
    let at = text.len() - rest.len();
    let letter: String = rest.chars().take(1).collect();
    let unclosed = letter == "\"" || letter == "'" || letter == "“";
    let key = if unclosed { "filter-text-unclosed" } else { "filter-text-letter" };
    Err(Error::invalid("where", key).arg("position", place_of(text, at)).arg("found", letter))
}

/// The number of the letter at this byte, from 1.
fn place_of(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < byte).count() + 1
}

/// Reads a written filter. `list` gives the id of the list of a name.
pub fn parse(
    text: &str,
    fields: &[FilterField],
    list: &dyn Fn(&str) -> Result<i64>,
) -> Result<Filter> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(Error::invalid("where", "filter-text-empty"));
    }
    let mut reading = Reading { text, fields, tokens, at: 0, depth: 0, list };
    let filter = reading.either()?;
    if reading.at < reading.tokens.len() {
        return Err(reading.expected("filter-expected-and"));
    }
    Ok(filter)
}

struct Reading<'a> {
    text: &'a str,
    fields: &'a [FilterField],
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    list: &'a dyn Fn(&str) -> Result<i64>,
}

const AND: &[&str] = &["and", "dan", "&"];
const OR: &[&str] = &["or", "atau"];
const NOT: &[&str] = &["not", "bukan", "tidak", "belum"];
const IN: &[&str] = &["in", "on", "di", "dalam", "pada"];
const IS: &[&str] = &["is", "adalah"];
const EMPTY: &[&str] = &["empty", "kosong"];
const SET: &[&str] = &["set", "terisi", "ada"];
const WITHIN: &[&str] = &["within", "selama"];
const NEXT: &[&str] = &["next", "mendatang"];
const BEFORE: &[&str] = &["before", "sebelum"];
const SINCE: &[&str] = &["since", "sejak"];
const BEGINS: &[&str] = &["begins", "diawali"];
const COVERS: &[&str] = &["covers", "meliput"];
const RELEASES: &[&str] = &["releases", "release", "rilis", "siaran"];
const EVENTS: &[&str] = &["events", "event", "kegiatan"];
const BY: &[&str] = &["came", "by", "from", "dari"];
const RESERVED: &[&[&str]] =
    &[AND, OR, NOT, IN, IS, EMPTY, SET, WITHIN, NEXT, BEFORE, SINCE, BEGINS];
/// Groups in groups; deeper ones are refused before they cost anything.
const DEEPEST: usize = 20;

impl<'a> Reading<'a> {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(token, _)| token)
    }

    /// The error that something else was expected here.
    fn expected(&self, key: &'static str) -> Error {
        let (found, byte) = match self.tokens.get(self.at) {
            Some((Token::Word(word) | Token::Quoted(word), byte)) => (word.clone(), *byte),
            Some((Token::Sign(sign), byte)) => ((*sign).to_owned(), *byte),
            None => (String::new(), self.text.len()),
        };
        let end = if found.is_empty() { "yes" } else { "no" };
        Error::invalid("where", key)
            .arg("position", place_of(self.text, byte))
            .arg("found", found)
            .arg("end", end)
    }

    fn is_word(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.token(ahead), Some(Token::Word(word)) if words.contains(&word.to_lowercase().as_str()))
    }

    fn takes(&mut self, words: &[&str]) -> bool {
        let takes = self.is_word(0, words);
        self.at += usize::from(takes);
        takes
    }

    fn takes_sign(&mut self, sign: &str) -> bool {
        let takes = matches!(self.token(0), Some(Token::Sign(found)) if *found == sign);
        self.at += usize::from(takes);
        takes
    }

    fn either(&mut self) -> Result<Filter> {
        let mut parts = vec![self.every()?];
        while self.takes(OR) {
            parts.push(self.every()?);
        }
        Ok(one_or(parts, Filter::Any))
    }

    fn every(&mut self) -> Result<Filter> {
        let mut parts = vec![self.part()?];
        while self.takes(AND) {
            parts.push(self.part()?);
        }
        Ok(one_or(parts, Filter::All))
    }

    fn part(&mut self) -> Result<Filter> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Error::invalid("where", "filter-too-deep").arg("most", DEEPEST));
        }
        let part = if self.takes(NOT) {
            negated(self.part()?)
        } else if self.takes_sign("(") {
            let inside = self.either()?;
            if !self.takes_sign(")") {
                return Err(self.expected("filter-expected-close"));
            }
            inside
        } else {
            self.rule()?
        };
        self.depth -= 1;
        Ok(part)
    }

    fn rule(&mut self) -> Result<Filter> {
        if self.takes(COVERS) {
            return self.covers();
        }
        if self.takes(IN) {
            if !self.takes(&["list", "kelompok"]) {
                return Err(self.expected("filter-expected-list"));
            }
            return self.compared(self.known("list")?, Op::Is);
        }
        while self.takes(BY) {}
        if self.takes(IS) {
            let negative = self.takes(NOT);
            let state = self.state()?;
            return Ok(if negative { negated(state) } else { state });
        }
        let Some((field, words)) = self.field() else {
            return self.state();
        };
        self.at += words;
        match &field.place {
            Place::Count { .. } => self.count(field),
            _ if field.key == "last_contact" && self.begins_days() => self.days(field, Op::Within),
            _ => self.comparison(field),
        }
    }

    fn known(&self, key: &str) -> Result<&'a FilterField> {
        of_key(self.fields, key)
    }

    /// The field named here, and in how many words.
    fn field(&self) -> Option<(&'a FilterField, usize)> {
        if let Some(Token::Quoted(name)) = self.token(0) {
            return named(self.fields, name).map(|field| (field, 1));
        }
        (1..=4).rev().find_map(|count| {
            let words: Vec<&str> = (0..count)
                .map_while(|ahead| match self.token(ahead) {
                    Some(Token::Word(word)) => Some(word.as_str()),
                    _ => None,
                })
                .collect();
            let whole = words.len() == count;
            named(self.fields, &words.join(" ")).filter(|_| whole).map(|field| (field, count))
        })
    }

    fn state(&mut self) -> Result<Filter> {
        let states = self.known("state")?;
        match self.token(0) {
            Some(Token::Word(word)) if states.choices.contains(&word.to_lowercase()) => {
                let rule = rule(states, Op::Is, vec![word.to_lowercase()]);
                self.at += 1;
                Ok(rule)
            }
            _ => Err(self.expected("filter-expected-field")),
        }
    }

    fn covers(&mut self) -> Result<Filter> {
        let beats = self.values(self.known("beats")?)?;
        let mut parts = vec![rule(self.known("beats")?, Op::Is, beats)];
        if self.takes(IN) {
            let place = self.values(self.known("city")?)?;
            parts.push(rule(self.known("city")?, Op::Is, place));
        }
        Ok(one_or(parts, Filter::All))
    }

    fn count(&mut self, field: &'a FilterField) -> Result<Filter> {
        let about_events = matches!(field.key.as_str(), "attended" | "missed");
        let counted = if about_events { EVENTS } else { RELEASES };
        if !about_events && self.is_word(0, &["release", "rilis", "siaran"]) {
            if let Some(Token::Word(id)) = self.token(1)
                && id.parse::<i64>().is_ok()
            {
                let id = id.clone();
                self.at += 2;
                let key = if field.key == "answered" { "answered_release" } else { "sent_release" };
                return Ok(rule(self.known(key)?, Op::Is, vec![id]));
            }
            return Err(self.expected("filter-expected-number"));
        }
        let sign = match self.token(0) {
            Some(Token::Sign(sign)) if matches!(*sign, "=" | "!=" | ">=" | "<=" | ">" | "<") => {
                Some(*sign)
            }
            _ => None,
        };
        self.at += usize::from(sign.is_some());
        let number = match self.token(0) {
            Some(Token::Word(word)) => word.parse::<i64>().ok(),
            _ => None,
        };
        let Some(number) = number else {
            if sign.is_some() {
                return Err(self.expected("filter-expected-number"));
            }
            self.takes(counted);
            return Ok(rule(field, Op::AtLeast, vec!["1".to_owned()]));
        };
        self.at += 1;
        self.takes(counted);
        let (op, number) = match sign {
            Some("=") => (Op::Is, number),
            Some("!=") => (Op::IsNot, number),
            Some("<=") => (Op::AtMost, number),
            Some("<") => (Op::AtMost, number.saturating_sub(1)),
            Some(">") => (Op::AtLeast, number.saturating_add(1)),
            _ => (Op::AtLeast, number),
        };
        Ok(rule(field, op, vec![number.to_string()]))
    }

    fn comparison(&mut self, field: &'a FilterField) -> Result<Filter> {
        let is_day = matches!(field.values, Values::Day | Values::Instant | Values::Birthday);
        let is_number = field.values == Values::Number;
        if is_day && (self.takes(WITHIN) || self.is_word(0, IN) && self.begins_days_after_in()) {
            return self.days(field, Op::Within);
        }
        if is_day && self.takes(NEXT) {
            return self.days(field, Op::Next);
        }
        if is_day && self.takes(BEFORE) {
            return self.day(field, Op::Before, 0);
        }
        if is_day && self.takes(SINCE) {
            return self.day(field, Op::Since, 0);
        }
        if self.takes(BEGINS) {
            return self.compared(field, Op::Begins);
        }
        let said_is = self.takes(IS);
        let negative = self.takes(NOT);
        if self.takes(EMPTY) {
            return Ok(rule(field, if negative { Op::Set } else { Op::Empty }, Vec::new()));
        }
        if self.takes(SET) {
            return Ok(rule(field, if negative { Op::Empty } else { Op::Set }, Vec::new()));
        }
        if negative && is_day && self.takes(WITHIN) {
            return self.days(field, Op::NotWithin);
        }
        if said_is || negative || self.takes(IN) {
            self.takes(IN);
            return self.compared(field, if negative { Op::IsNot } else { Op::Is });
        }
        let Some(Token::Sign(sign)) = self.token(0) else {
            // "list Pokja", "import 12" and "answered release 3" need no sign.
            if matches!(field.values, Values::List | Values::Id) {
                return self.compared(field, Op::Is);
            }
            return Err(self.expected("filter-expected-op"));
        };
        let sign = *sign;
        let op = match (sign, is_day) {
            ("=", true) => return self.signed_day(field, Op::Is, 0),
            (">=", true) => return self.signed_day(field, Op::Since, 0),
            (">", true) => return self.signed_day(field, Op::Since, 1),
            ("<", true) => return self.signed_day(field, Op::Before, 0),
            ("<=", true) => return self.signed_day(field, Op::Before, 1),
            ("=", false) => Op::Is,
            ("!=", false) => Op::IsNot,
            (">=", false) if is_number => Op::AtLeast,
            ("<=", false) if is_number => Op::AtMost,
            ("~", false) => Op::Contains,
            ("!~", false) => Op::ContainsNot,
            _ => return Err(self.expected("filter-expected-op")),
        };
        self.at += 1;
        self.compared(field, op)
    }

    fn compared(&mut self, field: &'a FilterField, op: Op) -> Result<Filter> {
        let begin = self.at;
        let values = self.values(field)?;
        let checked = Rule { field: field.key.clone(), op, values };
        if let Err(error) = field.check(&checked) {
            let byte = self.tokens.get(begin).map_or(self.text.len(), |(_, byte)| *byte);
            return Err(error.arg("position", place_of(self.text, byte)));
        }
        Ok(Filter::Rule(checked))
    }

    fn values(&mut self, field: &FilterField) -> Result<Vec<String>> {
        if !self.takes_sign("(") {
            return Ok(vec![self.value(field)?]);
        }
        let mut values = vec![self.value(field)?];
        while self.takes_sign(",") {
            values.push(self.value(field)?);
        }
        if self.takes_sign(")") { Ok(values) } else { Err(self.expected("filter-expected-close")) }
    }

    fn value(&mut self, field: &FilterField) -> Result<String> {
        let value = match self.token(0) {
            Some(Token::Quoted(text)) => text.clone(),
            Some(Token::Word(word)) if !is_reserved(word) => word.clone(),
            _ => return Err(self.expected("filter-expected-value")),
        };
        let value = match field.values {
            Values::List => (self.list)(&value)?.to_string(),
            Values::Choice => value.to_lowercase(),
            _ => value,
        };
        self.at += 1;
        Ok(value)
    }

    fn signed_day(&mut self, field: &'a FilterField, op: Op, later: u64) -> Result<Filter> {
        self.at += 1;
        self.day(field, op, later)
    }

    /// A day, moved on by so many.
    fn day(&mut self, field: &'a FilterField, op: Op, later: u64) -> Result<Filter> {
        let day = match self.token(0) {
            Some(Token::Word(text) | Token::Quoted(text)) => text.parse::<chrono::NaiveDate>().ok(),
            _ => None,
        };
        let moved = day.and_then(|day| day.checked_add_days(chrono::Days::new(later)));
        let Some(day) = moved.filter(|_| field.ops().contains(&op)) else {
            return Err(self.expected("filter-expected-day"));
        };
        self.at += 1;
        Ok(rule(field, op, vec![day.to_string()]))
    }

    fn begins_days(&self) -> bool {
        matches!(self.token(0), Some(Token::Word(word)) if word.starts_with(|letter: char| letter.is_ascii_digit()) && !word.contains('-'))
    }

    fn begins_days_after_in(&mut self) -> bool {
        self.at += 1;
        let begins = self.begins_days();
        self.at -= usize::from(!begins);
        begins
    }

    fn days(&mut self, field: &'a FilterField, op: Op) -> Result<Filter> {
        let Some(Token::Word(word)) = self.token(0) else {
            return Err(self.expected("filter-expected-days"));
        };
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let unit = word.trim_start_matches(|letter: char| letter.is_ascii_digit()).to_lowercase();
        let (unit, words) = match self.token(1) {
            Some(Token::Word(next))
                if unit.is_empty() && days_of(&next.to_lowercase()).is_some() =>
            {
                (next.to_lowercase(), 2)
            }
            _ => (unit, 1),
        };
        let factor = if unit.is_empty() { Some(1) } else { days_of(&unit) };
        let days =
            digits.parse::<u64>().ok().zip(factor).and_then(|(days, by)| days.checked_mul(by));
        let Some(days) = days.filter(|days| *days <= 36_525 && field.ops().contains(&op)) else {
            return Err(self.expected("filter-expected-days"));
        };
        self.at += words;
        Ok(rule(field, op, vec![days.to_string()]))
    }
}

/// Days of a unit of time.
fn days_of(unit: &str) -> Option<u64> {
    Some(match unit {
        "d" | "day" | "days" | "h" | "hari" => 1,
        "w" | "week" | "weeks" | "minggu" => 7,
        "m" | "month" | "months" | "bulan" => 30,
        "y" | "year" | "years" | "tahun" => 365,
        _ => return None,
    })
}

fn is_reserved(word: &str) -> bool {
    let word = word.to_lowercase();
    RESERVED.iter().any(|words| words.contains(&word.as_str()))
}

fn rule(field: &FilterField, op: Op, values: Vec<String>) -> Filter {
    Filter::Rule(Rule { field: field.key.clone(), op, values })
}

fn one_or(mut parts: Vec<Filter>, group: impl FnOnce(Vec<Filter>) -> Filter) -> Filter {
    if parts.len() == 1 { parts.remove(0) } else { group(parts) }
}

/// The opposite, in the shortest form.
fn negated(filter: Filter) -> Filter {
    match filter {
        Filter::Rule(rule) => match opposite(rule.op) {
            Some(op) => Filter::Rule(Rule { op, ..rule }),
            None => Filter::Not(Box::new(Filter::Rule(rule))),
        },
        Filter::Not(inside) => *inside,
        group => Filter::Not(Box::new(group)),
    }
}

fn opposite(op: Op) -> Option<Op> {
    Some(match op {
        Op::Is => Op::IsNot,
        Op::IsNot => Op::Is,
        Op::Contains => Op::ContainsNot,
        Op::ContainsNot => Op::Contains,
        Op::Empty => Op::Set,
        Op::Set => Op::Empty,
        Op::Within => Op::NotWithin,
        Op::NotWithin => Op::Within,
        _ => return None,
    })
}

/// Writes a filter so that [`parse`] reads it back. `list` gives the name of the list of an id.
pub fn write(filter: &Filter, list: &dyn Fn(i64) -> String) -> String {
    match filter {
        Filter::All(parts) => joined(parts, " and ", list),
        Filter::Any(parts) => joined(parts, " or ", list),
        Filter::Not(part) => format!("not ({})", write(part, list)),
        Filter::Rule(rule) => written(rule, list),
    }
}

fn joined(parts: &[Filter], joint: &str, list: &dyn Fn(i64) -> String) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Filter::All(inside) | Filter::Any(inside) if inside.len() != 1 => {
                format!("({})", write(part, list))
            }
            _ => write(part, list),
        })
        .collect();
    parts.join(joint)
}

fn written(rule: &Rule, list: &dyn Fn(i64) -> String) -> String {
    let field = written_name(&rule.field);
    let values: Vec<String> = rule
        .values
        .iter()
        .map(|value| match (rule.field.as_str(), value.parse::<i64>()) {
            ("list", Ok(id)) => quoted(&list(id)),
            _ => quoted(value),
        })
        .collect();
    let values = match values.as_slice() {
        [one] => one.clone(),
        _ => format!("({})", values.join(", ")),
    };
    match rule.op {
        Op::Is => format!("{field} = {values}"),
        Op::IsNot => format!("{field} != {values}"),
        Op::Contains => format!("{field} ~ {values}"),
        Op::ContainsNot => format!("{field} !~ {values}"),
        Op::Begins => format!("{field} begins {values}"),
        Op::Empty => format!("{field} is empty"),
        Op::Set => format!("{field} is set"),
        Op::AtLeast => format!("{field} >= {values}"),
        Op::AtMost => format!("{field} <= {values}"),
        Op::Before => format!("{field} < {values}"),
        Op::Since => format!("{field} >= {values}"),
        Op::Within => format!("{field} within {values}d"),
        Op::NotWithin => format!("{field} not within {values}d"),
        Op::Next => format!("{field} next {values}d"),
    }
}

fn quoted(value: &str) -> String {
    let bare = !value.is_empty()
        && value.chars().all(is_of_word)
        && !is_reserved(value)
        && !value.contains('\'');
    match (bare, value.contains('"')) {
        (true, _) => value.to_owned(),
        (false, false) => format!("\"{value}\""),
        (false, true) => format!("'{value}'"),
    }
}
