//! When something leaves, on the command line: instants, waves, the guard, and what can still be
//! changed of a distribution.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};
use serde_json::json;

use super::lists::list_named;
use super::terminal::Terminal;
use super::{channels, chats, contacts, sending};
use crate::commands::{self, Door};
use crate::distribution::{
    Audience, DistributionDetail, DistributionFilter, NoEmbargo, Reschedule, Wave, When,
};
use crate::error::{Error, Result};
use crate::organisation;

/// What `release send` says of when, to whom first, and whom to spare.
#[derive(Args)]
pub struct Timing {
    #[arg(long, value_name = "TIME", conflicts_with = "when_online")]
    at: Option<String>,
    #[arg(long)]
    when_online: bool,
    #[arg(long, value_name = "TIME")]
    embargo: Option<String>,
    #[arg(long, value_name = "leave-out|send", value_parser = ["leave-out", "send"], hide_possible_values = true)]
    no_embargo: Option<String>,
    #[arg(long, value_name = "LIST:30m")]
    wave: Vec<String>,
    #[arg(long, value_name = "GROUP:30m")]
    wave_group: Vec<String>,
    #[arg(long, value_name = "OUTLET:30m")]
    wave_newsroom: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=366))]
    guard_days: Option<i64>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    keep: Vec<String>,
    #[arg(long, value_name = "OUTLET", num_args = 1..)]
    keep_newsroom: Vec<String>,
    #[arg(long, value_name = "GROUP", num_args = 1..)]
    keep_group: Vec<String>,
    #[arg(long)]
    keep_recent: bool,
    #[arg(long, value_name = "NAME", num_args = 1..)]
    minus_list: Vec<String>,
}

impl Timing {
    /// When it leaves.
    pub fn when(&self) -> When {
        When { at: self.at.clone(), when_online: self.when_online }
    }

    /// The audience with all that these options say of it.
    pub fn complete(&self, door: &Door, audience: Audience) -> Result<Audience> {
        let list = |name: &str| Ok(list_named(door, name)?.id);
        let group = |name: &str| Ok(chats::named(door, name)?.id);
        let outlet = |name: &str| door.workspace.db.read(|db| organisation::which(db, name));
        let mut waves: BTreeMap<i64, Wave> = BTreeMap::new();
        for text in &self.wave {
            let (name, minutes) = wave_of(text)?;
            wave_at(&mut waves, minutes).lists.push(list(name)?);
        }
        for text in &self.wave_group {
            let (name, minutes) = wave_of(text)?;
            wave_at(&mut waves, minutes).groups.push(group(name)?);
        }
        for text in &self.wave_newsroom {
            let (name, minutes) = wave_of(text)?;
            wave_at(&mut waves, minutes).newsrooms.push(outlet(name)?);
        }
        let all = |names: &[String], id_of: &dyn Fn(&str) -> Result<i64>| {
            names.iter().map(|name| id_of(name)).collect::<Result<Vec<_>>>()
        };
        Ok(Audience {
            minus_lists: all(&self.minus_list, &list)?,
            waves: waves.into_values().collect(),
            keep_newsrooms: all(&self.keep_newsroom, &outlet)?,
            keep_groups: all(&self.keep_group, &group)?,
            embargo: self.embargo.clone(),
            no_embargo: self
                .no_embargo
                .as_deref()
                .map(|word| if word == "send" { NoEmbargo::Send } else { NoEmbargo::LeaveOut }),
            guard_days: self.guard_days,
            keep: contacts(door, &self.keep)?,
            keep_recent: self.keep_recent,
            ..audience
        })
    }
}

/// `Kantor berita:0`, `Pers Kota:30m`, `Radio:1h30m`: whose name, and how many minutes after the
/// first.
fn wave_of(text: &str) -> Result<(&str, i64)> {
    let unreadable = || Error::invalid("wave", "cli-wave-unreadable").arg("text", text);
    let (name, after) = text.rsplit_once(':').ok_or_else(unreadable)?;
    Ok((name.trim(), minutes_of(after).ok_or_else(unreadable)?))
}

/// What leaves at the same time is one wave.
fn wave_at(waves: &mut BTreeMap<i64, Wave>, minutes: i64) -> &mut Wave {
    waves.entry(minutes).or_insert_with(|| Wave { minutes, ..Wave::default() })
}

/// `30`, `30m`, `2h`, `1h30m`, `2 jam`, in minutes.
fn minutes_of(text: &str) -> Option<i64> {
    let mut minutes = 0_i64;
    let mut rest = text.trim().to_lowercase();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let number: i64 = digits.parse().ok()?;
        rest = rest.strip_prefix(&digits)?.trim_start().to_owned();
        let unit: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        rest = rest.strip_prefix(&unit)?.trim_start().to_owned();
        let factor = match unit.as_str() {
            "" | "m" | "min" | "menit" | "minutes" => 1,
            "h" | "j" | "jam" | "hours" => 60,
            _ => return None,
        };
        minutes = minutes.checked_add(number.checked_mul(factor)?)?;
    }
    Some(minutes)
}

#[derive(Subcommand)]
pub enum Distribution {
    List,
    Show {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Reschedule {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TIME", conflicts_with = "when_online")]
        at: Option<String>,
        #[arg(long)]
        when_online: bool,
        #[arg(long, conflicts_with_all = ["at", "when_online"])]
        now: bool,
    },
    Cancel {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Queue {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        all: bool,
    },
    Mark {
        #[arg(value_name = "DELIVERY")]
        delivery: i64,
        #[arg(long)]
        undo: bool,
    },
    #[command(flatten)]
    Afterwards(super::afterwards::Afterwards),
}

/// Distributions: where they stand, another time, cancel.
pub fn distribution(door: &Door, terminal: &Terminal, verb: Distribution) -> Result<()> {
    match verb {
        Distribution::List => {
            let distributions = commands::distribution_list(door, DistributionFilter::default())?;
            terminal.result(&json!({"distributions": distributions}), |_| {
                sending::status_table(terminal, &distributions)
            })
        }
        Distribution::Show { id } => terminal
            .result(&commands::distribution_show(door, id)?, |detail| sheet(terminal, detail)),
        Distribution::Reschedule { id, at, when_online, now } => {
            if at.is_none() && !when_online && !now {
                return Err(Error::invalid("at", "cli-reschedule-needs-time"));
            }
            let order = Reschedule { distribution_id: id, when: When { at, when_online } };
            let detail = commands::distribution_reschedule(door, order)?;
            terminal.result(&detail, |detail| sheet(terminal, detail))
        }
        Distribution::Cancel { id } => sending::cancel(door, terminal, id),
        Distribution::Queue { id, all } => channels::queue(door, terminal, id, all),
        Distribution::Mark { delivery, undo } => channels::mark(door, terminal, delivery, undo),
        Distribution::Afterwards(verb) => super::afterwards::afterwards(door, terminal, verb),
    }
}

fn sheet(terminal: &Terminal, detail: &DistributionDetail) -> String {
    let row = &detail.row;
    let mut parts = vec![sending::status_table(terminal, std::slice::from_ref(row))];
    if let Some(leaves) = leaves(terminal, detail) {
        parts.push(leaves);
    }
    if !row.embargo_at.is_empty() {
        let until = terminal.time_named(&row.embargo_at);
        parts.push(terminal.words("release-embargo", &[("until", &until)]));
    }
    if detail.waves.len() > 1 {
        let rows: Vec<Vec<String>> = detail
            .waves
            .iter()
            .map(|wave| {
                vec![
                    (wave.wave + 1).to_string(),
                    wave.label.clone(),
                    terminal.time_named(&wave.not_before),
                    wave.waiting.to_string(),
                    wave.total.to_string(),
                ]
            })
            .collect();
        parts.push(terminal.table(&["wave", "list", "leaves", "waiting", "total"], &rows));
    }
    if !row.paused_text.is_empty() {
        parts.push(terminal.words(&row.paused_text, &[("words", &row.paused_words)]));
    }
    parts.join("\n\n")
}

/// When a distribution leaves, if it has not begun.
pub fn leaves(terminal: &Terminal, detail: &DistributionDetail) -> Option<String> {
    let row = &detail.row;
    let id = row.id.to_string();
    if row.awaits_connection {
        return Some(terminal.words("cli-send-with-connection", &[("id", &id)]));
    }
    (row.begun_at.is_empty() && !row.send_at.is_empty()).then(|| {
        let when = terminal.time_named(&row.send_at);
        terminal.words("cli-send-scheduled", &[("id", &id), ("when", &when)])
    })
}

#[cfg(test)]
mod tests {
    use super::minutes_of;

    #[test]
    fn a_wave_comes_so_long_after_the_first() {
        for (text, minutes) in [
            ("0", Some(0)),
            ("30", Some(30)),
            ("30m", Some(30)),
            ("2h", Some(120)),
            ("1h30m", Some(90)),
            ("2 jam", Some(120)),
            ("45 menit", Some(45)),
            ("", None),
            ("soon", None),
            ("-5m", None),
            ("3x", None),
            ("99999999999999999999", None),
            ("9223372036854775807h", None),
        ] {
            assert_eq!(minutes_of(text), minutes, "{text}");
        }
    }
}
