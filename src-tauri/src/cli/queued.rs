//! What the command line says of a distribution that was just queued. Its recipients are read
//! page by page while they are written: a hundred thousand are never in memory at once.

use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::Door;
use super::sending::{excluded_part, problems_part};
use super::terminal::Terminal;
use super::timing;
use crate::commands;
use crate::distribution::{DeliveryFilter, DistributionDetail};
use crate::error::Result;

const PAGE: i64 = 1_000;

/// The people who get the mail, as JSON.
struct Recipients<'a> {
    door: &'a Door<'a>,
    distribution_id: i64,
}

impl Serialize for Recipients<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for offset in (0..).step_by(usize::try_from(PAGE).unwrap_or(1)) {
            let filter = DeliveryFilter {
                distribution_id: self.distribution_id,
                offset: Some(offset),
                limit: Some(PAGE),
                ..DeliveryFilter::default()
            };
            let page = commands::delivery_list(self.door, filter).map_err(S::Error::custom)?;
            if page.rows.is_empty() {
                break;
            }
            for row in page.rows.iter().filter(|row| row.channel == "mail" && row.contact_id != 0) {
                list.serialize_element(&json!({"contact_id": row.contact_id, "name": row.name,
                    "outlet": row.outlet, "email": row.address, "wave": row.wave, "language": row.language}))?;
            }
        }
        list.end()
    }
}

/// A queued distribution, as JSON.
#[derive(Serialize)]
struct Queued<'a> {
    id: i64,
    distribution: &'a crate::distribution::DistributionRow,
    recipients: Recipients<'a>,
    by_hand: Vec<Json>,
    groups: Vec<Json>,
    excluded: &'a [crate::distribution::ExclusionRow],
    problems: &'a [crate::distribution::SeenProblem],
    waves: &'a [crate::distribution::WaveRow],
}

/// Says what was queued.
pub fn tell(door: &Door, terminal: &Terminal, detail: &DistributionDetail) -> Result<()> {
    let (groups, people): (Vec<_>, Vec<_>) =
        detail.by_hand.iter().partition(|row| row.group_chat_id.is_some());
    let queued = Queued {
        id: detail.row.id,
        distribution: &detail.row,
        recipients: Recipients { door, distribution_id: detail.row.id },
        by_hand: people
            .iter()
            .map(|row| {
                json!({"contact_id": row.contact_id, "name": row.name, "outlet": row.outlet,
                    "phone": row.phone, "channel": row.channel, "channel_hint": row.channel_hint})
            })
            .collect(),
        groups: groups
            .iter()
            .map(|row| json!({"group_chat_id": row.group_chat_id, "name": row.name}))
            .collect(),
        excluded: &detail.exclusions,
        problems: &detail.before.problems,
        waves: &detail.waves,
    };
    terminal.result(&queued, |_| report(terminal, detail))
}

fn report(terminal: &Terminal, detail: &DistributionDetail) -> String {
    let numbers = [
        ("recipients", detail.by_mail.to_string()),
        ("byhand", detail.by_hand.len().to_string()),
        ("excluded", detail.exclusions.len().to_string()),
        ("from", detail.from.clone()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let id = detail.row.id.to_string();
    let left = detail.exclusions.iter().map(|left| {
        (left.contact_id, left.name.as_str(), left.reason.as_str(), left.note.as_str())
    });
    let said = detail.before.problems.iter().map(|problem| {
        let args = problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        (problem.language.as_str(), problem.text.as_str(), args.collect())
    });
    let leaves = timing::leaves(terminal, detail)
        .unwrap_or_else(|| terminal.words("cli-send-queued", &[("id", &id)]));
    let parts = [
        Some(terminal.words("cli-queued", &words)),
        excluded_part(terminal, left.collect()),
        problems_part(terminal, said.collect()),
        Some(leaves),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
