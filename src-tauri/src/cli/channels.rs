//! Channels on the command line: chat groups of a distribution, and what a person does of it.

use clap::Args;
use serde_json::json;

use super::chats::named;
use super::contacts;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::distribution::{Audience, Channel, ChosenChannel, GroupRecipient};
use crate::error::Result;

/// What `release send` says of channels.
#[derive(Args)]
pub struct Channels {
    #[arg(long, value_name = "NAME", num_args = 1..)]
    group: Vec<String>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    by_mail: Vec<String>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    by_whatsapp: Vec<String>,
    #[arg(long, value_name = "WHO", num_args = 1..)]
    by_hand: Vec<String>,
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    #[arg(long)]
    light: bool,
}

impl Channels {
    /// The audience with all that these options say of it.
    pub fn complete(&self, door: &Door, audience: Audience) -> Result<Audience> {
        let mut channels = Vec::new();
        for (who, channel) in [
            (&self.by_mail, Channel::Mail),
            (&self.by_whatsapp, Channel::Whatsapp),
            (&self.by_hand, Channel::ByHand),
        ] {
            let people = contacts(door, who)?;
            channels
                .extend(people.into_iter().map(|contact_id| ChosenChannel { contact_id, channel }));
        }
        let groups =
            self.group.iter().map(|name| Ok(named(door, name)?.id)).collect::<Result<_>>()?;
        Ok(Audience { groups, channels, link: self.link.clone(), light: self.light, ..audience })
    }
}

/// The groups of a pre-flight, as rows of its table.
pub fn group_rows(terminal: &Terminal, groups: &[GroupRecipient]) -> Vec<Vec<String>> {
    groups
        .iter()
        .map(|group| {
            vec![
                group.group_chat_id.to_string(),
                group.name.clone(),
                String::new(),
                terminal.word("channel", Channel::Group.as_str()),
            ]
        })
        .collect()
}

/// What a person still does of a distribution, each with its text and link; `all` = what is done as
/// well.
pub fn queue(door: &Door, terminal: &Terminal, id: i64, all: bool) -> Result<()> {
    let detail = commands::distribution_show(door, id)?;
    let rows: Vec<_> = detail.by_hand.iter().filter(|row| all || !row.done).collect();
    terminal.result(&json!({"id": id, "queue": rows, "channels": detail.channels}), |_| {
        let mut parts: Vec<String> = rows
            .iter()
            .map(|row| {
                let number = row.id.to_string();
                let channel = terminal.word("channel", row.channel.as_str());
                let mut lines = vec![terminal.words(
                    "cli-queue-line",
                    &[("id", &number), ("channel", &channel), ("name", &row.name)],
                )];
                if row.done {
                    lines.push(terminal.words("cli-queue-done", &[("actor", &row.done_by)]));
                }
                if !row.phone.is_empty() {
                    lines.push(row.phone.clone());
                }
                if !row.not_before.is_empty() {
                    let when = terminal.time_named(&row.not_before);
                    lines.push(terminal.words("cli-queue-not-before", &[("when", &when)]));
                }
                if !row.whatsapp_link.is_empty() {
                    lines.push(row.whatsapp_link.clone());
                }
                lines.push(row.text.clone());
                lines.join("\n")
            })
            .collect();
        parts.push(terminal.words("cli-queue-left", &[("count", &rows.len().to_string())]));
        parts.join("\n\n")
    })
}

/// Marks one of the queue as done, or takes the mark back.
pub fn mark(door: &Door, terminal: &Terminal, delivery: i64, undo: bool) -> Result<()> {
    let changed = if undo {
        commands::delivery_not_done(door, delivery)?
    } else {
        commands::delivery_done_by_hand(door, delivery)?
    };
    let key = match (changed, undo) {
        (false, _) => "cli-mark-nothing",
        (true, false) => "cli-marked",
        (true, true) => "cli-unmarked",
    };
    terminal.result(&json!({"id": delivery, "changed": changed}), |_| {
        terminal.words(key, &[("id", &delivery.to_string())])
    })
}
