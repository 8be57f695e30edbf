//! Which contacts: rules over every field, in groups of AND and OR, with NOT. Smart lists keep it,
//! the table is narrowed by it, `--where` writes it ([`super::filter_text`]).

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter_fields::{self, FilterField, Place, Values};
use crate::choice;
use crate::db::{Ctx, Reader, ToSql, Value};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::format::phone;
use crate::office;

/// Rules and groups of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// Every one of them holds; an empty group always does.
    All(Vec<Filter>),
    /// At least one of them holds; an empty group never does.
    Any(Vec<Filter>),
    /// It does not hold.
    Not(Box<Filter>),
    /// One field compared.
    Rule(Rule),
}

/// One field compared with a value, or with several of which one must fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rule {
    /// The key of a field ([`super::filter_fields::all`]).
    pub field: String,
    /// How.
    pub op: Op,
    /// Texts, words of a choice, days (`YYYY-MM-DD`), numbers, ids of lists: as text.
    #[serde(default)]
    pub values: Vec<String>,
}

choice! {
    /// How a field is compared.
    Op {
        /// Equal to one of the values.
        Is = "is",
        /// Equal to none of them.
        IsNot = "is_not",
        /// Holds one of them.
        Contains = "contains",
        /// Holds none of them.
        ContainsNot = "contains_not",
        /// Begins with one of them.
        Begins = "begins",
        /// Nothing is there.
        Empty = "empty",
        /// Something is there.
        Set = "set",
        /// This number or more.
        AtLeast = "at_least",
        /// This number or less.
        AtMost = "at_most",
        /// Earlier than this day.
        Before = "before",
        /// This day or later.
        Since = "since",
        /// In the last so many days.
        Within = "within",
        /// Not in the last so many days, or never.
        NotWithin = "not_within",
        /// From today on for so many days.
        Next = "next",
    }
}

/// Deeper groups than anybody reads; it also bounds the work of hostile input.
const DEEPEST: usize = 24;
/// More rules than anybody writes.
const MOST_RULES: usize = 300;

/// How a filter is asked: a walk tests one contact after the other in the order of an index, `Find`
/// starts from what the rules name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// For the first page of many.
    Walk,
    /// The same in the order of names.
    WalkNames,
    /// For few among many.
    Find,
}

/// A condition on `contacts c` with what it binds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Condition {
    /// For a WHERE clause.
    pub sql: String,
    /// Names and values of its parameters.
    pub bound: Vec<(String, Value)>,
}

impl Condition {
    /// Everybody who is not in the bin.
    pub(crate) fn everybody() -> Self {
        Self { sql: "c.deleted_at IS NULL".to_owned(), bound: Vec::new() }
    }

    /// Narrows it.
    pub(crate) fn and(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    /// Whether nothing narrows it.
    pub(crate) fn is_everybody(&self) -> bool {
        self.sql == "c.deleted_at IS NULL"
    }

    /// The parameters with `more` behind them.
    pub(crate) fn params<'a>(
        &'a self,
        more: &[(&'a str, &'a dyn ToSql)],
    ) -> Vec<(&'a str, &'a dyn ToSql)> {
        let own = self.bound.iter().map(|(name, value)| (name.as_str(), value as &dyn ToSql));
        own.chain(more.iter().copied()).collect()
    }
}

/// Turns filters into conditions; one for each question.
pub(crate) struct Compiler<'a> {
    db: &'a Reader<'a>,
    fields: Vec<FilterField>,
    way: Way,
    today: NaiveDate,
    zone: chrono_tz::Tz,
    bound: Vec<(String, Value)>,
    /// The lists that are being looked into, outermost first.
    within_lists: Vec<i64>,
    rules: usize,
    /// Whether another rule that an index serves narrows what this one is asked of.
    narrowed: bool,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(db: &'a Reader<'a>, ctx: &Ctx, way: Way) -> Result<Self> {
        let zone = office::zone(db)?;
        Ok(Self {
            db,
            fields: filter_fields::all(db)?,
            way,
            today: ctx.now.with_timezone(&zone).date_naive(),
            zone,
            bound: Vec::new(),
            within_lists: Vec::new(),
            rules: 0,
            narrowed: false,
        })
    }

    /// The condition of contacts that `filter` finds.
    pub(crate) fn filter(&mut self, filter: &Filter) -> Result<String> {
        self.node(filter, 0)
    }

    /// The condition of contacts who are on a list.
    pub(crate) fn on_list(&mut self, list_id: i64) -> Result<String> {
        self.list(list_id, 0)
    }

    /// What has been bound so far.
    pub(crate) fn bound(self) -> Vec<(String, Value)> {
        self.bound
    }

    fn bind(&mut self, value: impl Into<Value>) -> String {
        let name = format!(":f{}", self.bound.len());
        self.bound.push((name.clone(), value.into()));
        name
    }

    fn node(&mut self, filter: &Filter, depth: usize) -> Result<String> {
        if depth > DEEPEST {
            return Err(Error::invalid("filter", "filter-too-deep").arg("most", DEEPEST));
        }
        match filter {
            Filter::All(parts) => self.group(parts, " AND ", "1", depth),
            Filter::Any(parts) => self.group(parts, " OR ", "0", depth),
            Filter::Not(part) => Ok(format!("NOT ({})", self.node(part, depth + 1)?)),
            Filter::Rule(rule) => {
                self.rules += 1;
                if self.rules > MOST_RULES {
                    return Err(Error::invalid("filter", "filter-too-long").arg("most", MOST_RULES));
                }
                self.rule(rule, depth)
            }
        }
    }

    fn group(
        &mut self,
        parts: &[Filter],
        joint: &str,
        when_empty: &str,
        depth: usize,
    ) -> Result<String> {
        let outside = self.narrowed;
        if joint == " AND " {
            self.narrowed |= parts.len() > 1 && parts.iter().any(is_served);
        } else {
            self.narrowed = false;
        }
        let parts: Result<Vec<String>> =
            parts.iter().map(|part| self.node(part, depth + 1)).collect();
        self.narrowed = outside;
        Ok(match parts?.as_slice() {
            [] => when_empty.to_owned(),
            [one] => one.clone(),
            several => format!("({})", several.join(joint)),
        })
    }

    fn rule(&mut self, rule: &Rule, depth: usize) -> Result<String> {
        let field = filter_fields::of_key(&self.fields, &rule.field)?.clone();
        field.check(rule)?;
        match &field.place {
            Place::Column(column) => self.of_column(column, &field, rule),
            Place::Rows { from, owner, value } => self.of_rows(from, owner, value, &field, rule),
            Place::Count { from, owner, counted } => self.count(from, owner, counted, rule),
            Place::State => self.any_of(rule, |compiler, value| compiler.state(value)),
            Place::List => self.any_of(rule, |compiler, value| {
                let id = value.parse().map_err(|_| wrong_value("list", value))?;
                compiler.list(id, depth + 1)
            }),
        }
    }

    /// A rule whose values are conditions of their own.
    fn any_of(
        &mut self,
        rule: &Rule,
        mut condition: impl FnMut(&mut Self, &str) -> Result<String>,
    ) -> Result<String> {
        let parts: Vec<String> =
            rule.values.iter().map(|value| condition(self, value)).collect::<Result<_>>()?;
        let any = format!("({})", parts.join(" OR "));
        Ok(if rule.op == Op::IsNot { format!("NOT {any}") } else { any })
    }

    fn of_column(&mut self, column: &str, field: &FilterField, rule: &Rule) -> Result<String> {
        let nothing = if matches!(field.values, Values::Id | Values::Number) { "0" } else { "''" };
        // Along the order asked for: another index would have everything found to be sorted.
        let walks = self.way != Way::Find && field.values != Values::Text;
        let expression = format!("{}c.{column}", if walks { "+" } else { "" });
        Ok(match rule.op {
            Op::Empty => format!("{expression} = {nothing}"),
            Op::Set => format!("{expression} <> {nothing}"),
            Op::IsNot | Op::ContainsNot | Op::NotWithin => {
                format!("NOT ({})", self.holds(&expression, field, rule)?)
            }
            // An index of what is filled in serves only who says that it is.
            Op::Is if self.way != Way::Walk && field.values == Values::Text => {
                format!("({expression} <> '' AND {})", self.holds(&expression, field, rule)?)
            }
            _ => self.holds(&expression, field, rule)?,
        })
    }

    fn of_rows(
        &mut self,
        from: &str,
        owner: &str,
        value: &str,
        field: &FilterField,
        rule: &Rule,
    ) -> Result<String> {
        let negated = matches!(rule.op, Op::IsNot | Op::ContainsNot | Op::NotWithin | Op::Empty);
        let walks = self.way != Way::Find || negated || self.narrowed && !is_served_rule(rule);
        let holds = match rule.op {
            Op::Empty | Op::Set => format!("{value} <> ''"),
            // Among the rows of one contact the index of values would only mislead.
            _ if walks => self.holds(&format!("+{value}"), field, rule)?,
            _ => self.holds(value, field, rule)?,
        };
        let not = if negated { "NOT " } else { "" };
        Ok(if walks {
            let from = of_this_contact(from);
            format!("{not}EXISTS (SELECT 1 FROM {from} AND {holds})")
        } else {
            let from = of_everybody(from);
            format!("c.id IN (SELECT {owner} FROM {from} AND {holds})")
        })
    }

    /// The positive form of the comparison: that one of the values fits `expression`.
    fn holds(&mut self, expression: &str, field: &FilterField, rule: &Rule) -> Result<String> {
        match field.values {
            Values::Day | Values::Instant => return self.day_holds(expression, field, rule),
            Values::Birthday => return self.birthday_holds(expression, field, rule),
            _ => (),
        }
        let compared = match field.values {
            Values::Text => format!("lower({expression})"),
            _ => expression.to_owned(),
        };
        let mut parts = Vec::new();
        for value in &rule.values {
            let value = stored_form(field, value)?;
            parts.push(match rule.op {
                Op::Is | Op::IsNot if field.values == Values::Id => {
                    let number = number(&field.key, &value)?;
                    format!("{compared} = {}", self.bind(number))
                }
                Op::Is | Op::IsNot if field.values == Values::Number => {
                    let number = decimal(&field.key, &value)?;
                    format!("{compared} = {}", self.bind(number))
                }
                Op::AtLeast => {
                    let number = decimal(&field.key, &value)?;
                    format!("{compared} >= {}", self.bind(number))
                }
                Op::AtMost => {
                    let number = decimal(&field.key, &value)?;
                    format!("{compared} <= {}", self.bind(number))
                }
                Op::Contains | Op::ContainsNot => {
                    format!(
                        "{compared} LIKE {} ESCAPE '\\'",
                        self.bind(format!("%{}%", escaped(&value)))
                    )
                }
                Op::Begins => {
                    format!(
                        "{compared} LIKE {} ESCAPE '\\'",
                        self.bind(format!("{}%", escaped(&value)))
                    )
                }
                _ => format!("{compared} = {}", self.bind(value)),
            });
        }
        Ok(match parts.as_slice() {
            [one] => one.clone(),
            _ => format!("({})", parts.join(" OR ")),
        })
    }

    fn day_holds(&mut self, expression: &str, field: &FilterField, rule: &Rule) -> Result<String> {
        let value = rule.values.first().map(String::as_str).unwrap_or_default();
        let bound = |compiler: &mut Self, day: NaiveDate| {
            let text = match field.values {
                Values::Instant => compiler.begins(day),
                _ => day.format("%Y-%m-%d").to_string(),
            };
            compiler.bind(text)
        };
        let after = |days: u64| Days::new(days);
        Ok(match rule.op {
            Op::Before => {
                let day = bound(self, day(&field.key, value)?);
                format!("({expression} <> '' AND {expression} < {day})")
            }
            Op::Since => {
                let day = bound(self, day(&field.key, value)?);
                format!("{expression} >= {day}")
            }
            Op::Within | Op::NotWithin => {
                let days = days(&field.key, value)?;
                let first = self.today.checked_sub_days(after(days)).unwrap_or(self.today);
                let end = self.today.checked_add_days(after(1)).unwrap_or(self.today);
                let (first, end) = (bound(self, first), bound(self, end));
                format!("({expression} >= {first} AND {expression} < {end})")
            }
            Op::Next => {
                let days = days(&field.key, value)?;
                let end = self.today.checked_add_days(after(days + 1)).unwrap_or(self.today);
                let (first, end) = (bound(self, self.today), bound(self, end));
                format!("({expression} >= {first} AND {expression} < {end})")
            }
            _ => {
                let on = day(&field.key, value)?;
                let end = on.checked_add_days(after(1)).unwrap_or(on);
                let (first, end) = (bound(self, on), bound(self, end));
                format!("({expression} >= {first} AND {expression} < {end})")
            }
        })
    }

    /// Birthdays are compared by their day of the year.
    fn birthday_holds(
        &mut self,
        expression: &str,
        field: &FilterField,
        rule: &Rule,
    ) -> Result<String> {
        let value = rule.values.first().map(String::as_str).unwrap_or_default();
        let count = days(&field.key, value)?.min(365);
        let day_of_year = |ahead| {
            self.today
                .checked_add_days(Days::new(ahead))
                .unwrap_or(self.today)
                .format("%m-%d")
                .to_string()
        };
        let (first, last) = (day_of_year(0), day_of_year(count));
        let joint = if first <= last { "AND" } else { "OR" };
        if count >= 365 {
            return Ok(format!("{expression} <> ''"));
        }
        let (first, last) = (self.bind(first), self.bind(last));
        Ok(format!(
            "({expression} <> '' AND ({expression} >= {first} {joint} {expression} <= {last}))"
        ))
    }

    /// The instant at which a day begins in the office's zone, as instants are stored.
    fn begins(&self, day: NaiveDate) -> String {
        let midnight = day.and_time(NaiveTime::MIN);
        let instant: DateTime<Utc> = self
            .zone
            .from_local_datetime(&midnight)
            .earliest()
            .map_or_else(|| midnight.and_utc(), |instant| instant.with_timezone(&Utc));
        crate::clock::to_text(instant)
    }

    fn count(&mut self, from: &str, owner: &str, counted: &str, rule: &Rule) -> Result<String> {
        let value = rule.values.first().map(String::as_str).unwrap_or("1");
        let wanted = number(&rule.field, value)?;
        let (sign, negated) = match rule.op {
            Op::AtMost => ("<=", false),
            Op::Is => ("=", false),
            Op::IsNot => ("=", true),
            _ => (">=", false),
        };
        let finds_nobody = match rule.op {
            Op::AtMost => wanted >= 0,
            Op::Is | Op::IsNot => wanted == 0,
            _ => wanted <= 0,
        };
        let not = if negated { "NOT " } else { "" };
        let wanted = self.bind(wanted);
        Ok(if self.way == Way::Find && !finds_nobody {
            let from = of_everybody(from);
            format!(
                "{not}(c.id IN (SELECT {owner} FROM {from} GROUP BY {owner} HAVING COUNT(DISTINCT {counted}) {sign} {wanted}))"
            )
        } else {
            let from = of_this_contact(from);
            format!("{not}((SELECT COUNT(DISTINCT {counted}) FROM {from}) {sign} {wanted})")
        })
    }

    /// The condition behind a state's word, as the rows show it.
    pub(crate) fn state(&mut self, state: &str) -> Result<String> {
        let rows = |way: Way, from: &str, owner: &str| match way {
            Way::Walk | Way::WalkNames => {
                format!("EXISTS (SELECT 1 FROM {from} AND {owner} = c.id)")
            }
            Way::Find => format!("c.id IN (SELECT {owner} FROM {from})"),
        };
        Ok(match state {
            "do_not_contact" => rows(
                self.way,
                "contact_states s WHERE s.kind = 'do_not_contact' AND s.deleted_at IS NULL AND s.contact_id IS NOT NULL",
                "s.contact_id",
            ),
            "away" => {
                let today = self.bind(self.today.format("%Y-%m-%d").to_string());
                rows(
                    self.way,
                    &format!("contact_states s WHERE s.kind = 'away' AND (s.until = '' OR s.until >= {today}) AND s.deleted_at IS NULL AND s.contact_id IS NOT NULL"),
                    "s.contact_id",
                )
            }
            "bad_address" => match self.way {
                Way::Walk | Way::WalkNames => "EXISTS (SELECT 1 FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL
                               AND EXISTS (SELECT 1 FROM contact_states s WHERE s.kind = 'bad_address' AND s.address_key = r.value_key AND s.deleted_at IS NULL))".to_owned(),
                Way::Find => "c.id IN (SELECT r.contact_id FROM contact_states s CROSS JOIN reaches r ON r.value_key = s.address_key AND r.deleted_at IS NULL
                              WHERE s.kind = 'bad_address' AND s.deleted_at IS NULL AND r.contact_id IS NOT NULL)".to_owned(),
            },
            "no_email" => "NOT EXISTS (SELECT 1 FROM reaches r WHERE r.contact_id = c.id AND r.kind = 'email' AND r.deleted_at IS NULL)".to_owned(),
            "left_outlet" => {
                let left = match self.way {
                    Way::Walk | Way::WalkNames => "EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.deleted_at IS NULL)",
                    Way::Find => "c.id IN (SELECT a.contact_id FROM affiliations a WHERE a.ended_on <> '' AND a.deleted_at IS NULL)",
                };
                format!("({left} AND NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL))")
            }
            "duplicate" => "(c.id IN (SELECT f.contact_id FROM duplicate_flags f WHERE f.verdict = '' AND f.deleted_at IS NULL)
                             OR c.id IN (SELECT f.other_id FROM duplicate_flags f WHERE f.verdict = '' AND f.deleted_at IS NULL))".to_owned(),
            _ => return Err(wrong_value("state", state)),
        })
    }

    fn list(&mut self, list_id: i64, depth: usize) -> Result<String> {
        let Some((name, filter)) = stored(self.db, list_id)? else {
            // A list in the bin has nobody on it, as everywhere else.
            return Ok("0".to_owned());
        };
        if self.within_lists.contains(&list_id) {
            return Err(Error::invalid("filter", "list-within-itself").arg("name", name));
        }
        let id = self.bind(list_id);
        let left_out = format!(
            "NOT EXISTS (SELECT 1 FROM recipient_list_exclusions x WHERE x.recipient_list_id = {id} AND x.contact_id = c.id AND x.deleted_at IS NULL)"
        );
        let on_it = if filter.is_empty() {
            match self.way {
                Way::Walk | Way::WalkNames => format!(
                    "EXISTS (SELECT 1 FROM recipient_list_members m WHERE m.recipient_list_id = {id} AND m.contact_id = c.id AND m.deleted_at IS NULL)"
                ),
                Way::Find => format!(
                    "c.id IN (SELECT m.contact_id FROM recipient_list_members m WHERE m.recipient_list_id = {id} AND m.deleted_at IS NULL)"
                ),
            }
        } else {
            let filter = from_stored(&filter)?;
            self.within_lists.push(list_id);
            let condition = self.node(&filter, depth + 1)?;
            self.within_lists.pop();
            condition
        };
        Ok(format!("({on_it} AND {left_out})"))
    }
}

/// Whether an index leads to who is meant, rather than everybody being looked at.
fn is_served(filter: &Filter) -> bool {
    matches!(filter, Filter::Rule(rule) if is_served_rule(rule))
}

fn is_served_rule(rule: &Rule) -> bool {
    matches!(rule.op, Op::Is | Op::Since | Op::Within | Op::Next | Op::AtLeast)
}

/// Rows of the contact in hand. The kind of a label is no reason to look among all labels.
fn of_this_contact(from: &str) -> String {
    from.replace("{id}", "c.id").replace(" x.kind = ", " +x.kind = ")
}

/// The same rows of all contacts.
fn of_everybody(from: &str) -> String {
    from.replace("= {id}", "IS NOT NULL")
}

/// A list's name and its filter as it is stored; none when it is gone.
fn stored(db: &Reader, list_id: i64) -> Result<Option<(String, String)>> {
    db.row(
        "SELECT name, filter FROM recipient_lists WHERE id = :id AND deleted_at IS NULL",
        named_params! {":id": list_id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Reads a filter as a list keeps it.
pub fn from_stored(text: &str) -> Result<Filter> {
    serde_json::from_str(text)
        .map_err(|cause| Error::invalid("filter", "filter-not-understood").because(cause))
}

/// The lists that a filter names, each once, in the order in which it names them.
pub fn lists_of(filter: &Filter) -> Vec<i64> {
    fn gather(filter: &Filter, found: &mut Vec<i64>) {
        match filter {
            Filter::All(parts) | Filter::Any(parts) => {
                parts.iter().for_each(|part| gather(part, found));
            }
            Filter::Not(part) => gather(part, found),
            Filter::Rule(rule) if rule.field == "list" => {
                for id in rule.values.iter().filter_map(|value| value.parse().ok()) {
                    if !found.contains(&id) {
                        found.push(id);
                    }
                }
            }
            Filter::Rule(_) => (),
        }
    }
    let mut found = Vec::new();
    gather(filter, &mut found);
    found
}

/// Refuses what cannot be asked: unknown fields, values of the wrong kind, lists within themselves.
pub fn check(db: &Reader, ctx: &Ctx, filter: &Filter) -> Result<()> {
    for list in lists_of(filter) {
        if stored(db, list)?.is_none() {
            return Err(Error::new(Code::NotFound, "list-unknown").arg("name", list));
        }
    }
    Compiler::new(db, ctx, Way::Walk)?.filter(filter).map(drop)
}

/// A value in the form in which the field is stored and compared.
fn stored_form(field: &FilterField, value: &str) -> Result<String> {
    let value = value.trim();
    Ok(match field.values {
        Values::Folded => fold(value),
        Values::Text => value.to_ascii_lowercase(),
        Values::Phone => phone::normalise(value).map_or_else(
            || value.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect(),
            |number| number.e164,
        ),
        Values::Address => value.to_lowercase(),
        _ => value.to_owned(),
    })
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The error for a value that the field does not take.
pub(crate) fn wrong_value(field: &str, value: &str) -> Error {
    Error::invalid("filter", "filter-value-wrong").arg("name", field).arg("value", value)
}

fn number(field: &str, value: &str) -> Result<i64> {
    value.trim().parse().map_err(|_| wrong_value(field, value))
}

fn decimal(field: &str, value: &str) -> Result<f64> {
    let number: f64 =
        value.trim().replace(',', ".").parse().map_err(|_| wrong_value(field, value))?;
    if number.is_finite() { Ok(number) } else { Err(wrong_value(field, value)) }
}

/// Days of a "within" rule; more than a century is a slip of the hand.
fn days(field: &str, value: &str) -> Result<u64> {
    let days: u64 = value.trim().parse().map_err(|_| wrong_value(field, value))?;
    if days > 36_525 { Err(wrong_value(field, value)) } else { Ok(days) }
}

fn day(field: &str, value: &str) -> Result<NaiveDate> {
    value.trim().parse().map_err(|_| wrong_value(field, value))
}

impl FilterField {
    /// Whether the field can be compared so, with these values.
    pub(crate) fn check(&self, rule: &Rule) -> Result<()> {
        if !self.ops().contains(&rule.op) {
            return Err(Error::invalid("filter", "filter-op-wrong")
                .arg("name", &self.key)
                .arg("op", rule.op.as_str()));
        }
        if matches!(rule.op, Op::Empty | Op::Set) {
            return Ok(());
        }
        if rule.values.iter().all(|value| value.trim().is_empty()) {
            return Err(Error::invalid("filter", "filter-value-missing").arg("name", &self.key));
        }
        for value in &rule.values {
            match (self.values, rule.op) {
                (Values::Choice, _) if !self.choices.contains(value) => {
                    return Err(wrong_value(&self.key, value));
                }
                (Values::Id | Values::Count | Values::List, _) => {
                    number(&self.key, value)?;
                }
                (Values::Number, _) => {
                    decimal(&self.key, value)?;
                }
                (_, Op::Within | Op::NotWithin | Op::Next) => {
                    days(&self.key, value)?;
                }
                (Values::Day | Values::Instant, _) => {
                    day(&self.key, value)?;
                }
                _ => (),
            }
        }
        Ok(())
    }
}
