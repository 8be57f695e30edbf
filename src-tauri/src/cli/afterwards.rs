//! What comes after a distribution, on the command line: its report, trying again, mended
//! addresses, asking once more.

use std::path::PathBuf;

use clap::Subcommand;

use super::terminal::Terminal;
use super::{contacts, sending};
use crate::commands::{self, Door};
use crate::distribution::{
    Again, Audience, ChannelSums, DistributionReport, FollowUpProposal, MendedRecipient, Purpose,
    RetryPlan, When,
};
use crate::error::Result;
use crate::paper::ReportOrder;

#[derive(Subcommand)]
pub enum Afterwards {
    Report {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "FILE.pdf")]
        pdf: Option<PathBuf>,
        #[arg(long, value_name = "FILE.xlsx")]
        xlsx: Option<PathBuf>,
    },
    Retry {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        dry_run: bool,
    },
    Resend {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long)]
        yes: bool,
    },
    Followup {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "WHO", num_args = 1..)]
        to: Vec<String>,
        #[arg(long)]
        calls: bool,
        #[arg(long, value_name = "TEXT")]
        subject: Option<String>,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long)]
        yes: bool,
    },
}

/// Report, retry, resend, follow-up.
pub fn afterwards(door: &Door, terminal: &Terminal, verb: Afterwards) -> Result<()> {
    match verb {
        Afterwards::Report { id, pdf, xlsx } => report(door, terminal, id, [pdf, xlsx]),
        Afterwards::Retry { id, dry_run: true } => terminal
            .result(&commands::distribution_retry_plan(door, id)?, |plan| {
                retry_sheet(terminal, plan)
            }),
        Afterwards::Retry { id, dry_run: false } => {
            let plan = commands::distribution_retry_plan(door, id)?;
            let retried = commands::distribution_retry(door, id)?;
            terminal.result(&retried, |retried| {
                let said = [("id", id.to_string()), ("count", retried.again.to_string())];
                let said: Vec<(&str, &str)> =
                    said.iter().map(|(name, value)| (*name, value.as_str())).collect();
                format!(
                    "{}\n\n{}",
                    retry_sheet(terminal, &plan),
                    terminal.words("cli-retried", &said)
                )
            })
        }
        Afterwards::Resend { id, yes } => resend(door, terminal, id, yes),
        Afterwards::Followup { id, to, calls, subject, text, yes } => {
            let again = Again {
                distribution_id: id,
                purpose: Purpose::FollowUp,
                subject,
                covering: text,
                other_subject: None,
                other_covering: None,
                by_hand: calls,
            };
            follow_up(door, terminal, again, &to, yes)
        }
    }
}

fn report(door: &Door, terminal: &Terminal, id: i64, files: [Option<PathBuf>; 2]) -> Result<()> {
    let mut written = Vec::new();
    for (file, format) in files.into_iter().zip(["pdf", "xlsx"]) {
        let Some(file) = file else { continue };
        let order =
            ReportOrder { distribution_id: id, file: Some(file), format: Some(format.to_owned()) };
        written.push(commands::distribution_report_export(door, order)?);
    }
    if !written.is_empty() && !terminal.json {
        for file in &written {
            super::terminal::print(
                &terminal.words("paper-saved", &[("file", &file.file.display().to_string())]),
            )?;
        }
        return Ok(());
    }
    let report = commands::distribution_report(door, id)?;
    let mut json = serde_json::to_value(&report)?;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("files".to_owned(), serde_json::to_value(&written)?);
    }
    terminal.result(&json, |_| report_sheet(terminal, &report))
}

fn report_sheet(terminal: &Terminal, report: &DistributionReport) -> String {
    let row = &report.detail.row;
    let mut parts = vec![sending::status_table(terminal, std::slice::from_ref(row))];
    let line = |name: String, sums: &ChannelSums| {
        let numbers = [
            sums.total,
            sums.sent,
            sums.waiting,
            sums.refused,
            sums.bounced,
            sums.unsure,
            sums.replied,
            sums.opted_out,
            sums.coming,
            sums.not_coming,
        ];
        std::iter::once(name).chain(numbers.map(|number| number.to_string())).collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<String>> = report
        .channels
        .iter()
        .map(|sums| line(terminal.words(&format!("report-channel-{}", sums.channel), &[]), sums))
        .collect();
    rows.push(line(terminal.words("report-all-channels", &[]), &report.sums));
    parts.push(terminal.table(
        &[
            "channel",
            "total",
            "accepted",
            "waiting",
            "refused",
            "bounced",
            "unsure",
            "replied",
            "opted-out",
            "coming",
            "not-coming",
        ],
        &rows,
    ));
    if !report.languages.is_empty() {
        let rows: Vec<Vec<String>> = report
            .languages
            .iter()
            .map(|one| {
                let language = terminal.words(&format!("contact-language-{}", one.language), &[]);
                vec![language, one.total.to_string(), one.sent.to_string()]
            })
            .collect();
        parts.push(terminal.table(&["language", "total", "accepted"], &rows));
    }
    if let Some(version) = &report.release_version {
        let said =
            [("version", version.ordinal.to_string()), ("when", terminal.time_named(&version.at))];
        let said: Vec<(&str, &str)> =
            said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let approved = if version.approver.is_empty() {
            terminal.words("report-not-approved", &[])
        } else {
            let when = terminal.time_named(&version.approved_at);
            format!(
                "{}: {}",
                terminal.words("report-fact-approved", &[]),
                terminal.words("report-by", &[("when", &when), ("actor", &version.approver)])
            )
        };
        parts.push(format!("{}. {approved}", terminal.words("report-version", &said)));
    }
    let steps: Vec<Vec<String>> = report
        .steps
        .iter()
        .map(|step| {
            let count = step.count.to_string();
            let said = [
                ("count", count.as_str()),
                ("note", &step.note),
                ("id", &step.distribution_id.to_string()),
            ]
            .map(|(name, value)| (name, value.to_owned()));
            let said: Vec<(&str, &str)> =
                said.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let words = terminal.words(&format!("report-step-{}", step.kind.as_str()), &said);
            vec![terminal.time(&step.at), words, step.actor.clone()]
        })
        .collect();
    parts.push(terminal.table(&["time", "action", "actor"], &steps));
    if !report.detail.exclusions.is_empty() {
        let rows: Vec<Vec<String>> = report
            .detail
            .exclusions
            .iter()
            .map(|one| {
                let reason = terminal.words(&format!("exclusion-{}", one.reason.as_str()), &[]);
                vec![one.contact_id.to_string(), one.name.clone(), reason, one.note.clone()]
            })
            .collect();
        let count = rows.len().to_string();
        parts.push(format!(
            "{}\n{}",
            terminal.words("report-excluded", &[("count", &count)]),
            terminal.table(&["id", "name", "reason", "notes"], &rows)
        ));
    }
    parts.join("\n\n")
}

fn retry_sheet(terminal: &Terminal, plan: &RetryPlan) -> String {
    let rows: Vec<Vec<String>> = plan
        .failed
        .iter()
        .map(|one| {
            let fate = match one.not_again {
                Some(why) => terminal.words(&format!("retry-not-{}", why.as_str()), &[]),
                None => terminal.words("retry-again", &[]),
            };
            let state = terminal.words(&format!("delivery-state-{}", one.state.as_str()), &[]);
            vec![one.contact_id.to_string(), one.name.clone(), one.address.clone(), state, fate]
        })
        .collect();
    let mut parts = vec![terminal.table(&["id", "name", "email", "state", "reason"], &rows)];
    if plan.unsure > 0 {
        parts.push(terminal.words("retry-unsure", &[("count", &plan.unsure.to_string())]));
    }
    parts.join("\n\n")
}

fn release_of(door: &Door, id: i64) -> Result<i64> {
    Ok(commands::distribution_show(door, id)?.row.release_id)
}

fn resend(door: &Door, terminal: &Terminal, id: i64, yes: bool) -> Result<()> {
    let mended = commands::distribution_mended(door, id)?;
    if mended.is_empty() {
        return terminal.result(&mended, |_| terminal.words("mended-none", &[]));
    }
    if !terminal.json {
        super::terminal::print(&mended_table(terminal, &mended))?;
    }
    let audience = Audience {
        release_id: release_of(door, id)?,
        contacts: mended.iter().map(|one| one.contact_id).collect(),
        again: Some(Again {
            distribution_id: id,
            purpose: Purpose::Resend,
            subject: None,
            covering: None,
            other_subject: None,
            other_covering: None,
            by_hand: false,
        }),
        ..Audience::default()
    };
    sending::confirm_and_send(door, terminal, audience, When::default(), yes, false)
}

fn mended_table(terminal: &Terminal, mended: &[MendedRecipient]) -> String {
    let rows: Vec<Vec<String>> = mended
        .iter()
        .map(|one| {
            vec![
                one.contact_id.to_string(),
                one.name.clone(),
                one.failed.clone(),
                one.address.clone(),
            ]
        })
        .collect();
    terminal.table(&["id", "name", "failed-address", "email"], &rows)
}

/// Without people: whom the rule proposes. With people or `--yes`: the small distribution.
fn follow_up(
    door: &Door,
    terminal: &Terminal,
    again: Again,
    to: &[String],
    yes: bool,
) -> Result<()> {
    let proposal = commands::follow_up_proposal(door, again.distribution_id)?;
    let named = contacts(door, to)?;
    let wanted: Vec<i64> = if named.is_empty() {
        proposal.people.iter().filter(|one| one.due).map(|one| one.contact_id).collect()
    } else {
        named
    };
    if wanted.is_empty() || (to.is_empty() && !yes) {
        return terminal.result(&proposal, |proposal| proposal_sheet(terminal, proposal));
    }
    let again = Again {
        subject: again.subject.or_else(|| Some(proposal.subject.clone())),
        covering: again.covering.or_else(|| Some(proposal.covering.clone())),
        other_subject: proposal.other.as_ref().map(|words| words.subject.clone()),
        other_covering: proposal.other.as_ref().map(|words| words.covering.clone()),
        ..again
    };
    let audience = Audience {
        release_id: proposal.release_id,
        contacts: wanted,
        again: Some(again),
        ..Audience::default()
    };
    sending::confirm_and_send(door, terminal, audience, When::default(), yes, false)
}

fn proposal_sheet(terminal: &Terminal, proposal: &FollowUpProposal) -> String {
    let rule = &proposal.rule;
    let mut parts = vec![if rule.on {
        let said = [
            ("from", rule.from.to_string()),
            ("until", rule.until.to_string()),
            ("most", rule.most.to_string()),
        ];
        let said: Vec<(&str, &str)> =
            said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        terminal.words("follow-up-rule-on", &said)
    } else {
        terminal.words("follow-up-rule-off", &[])
    }];
    if proposal.people.is_empty() {
        parts.push(terminal.words("follow-up-nobody", &[]));
        return parts.join("\n\n");
    }
    let rows: Vec<Vec<String>> = proposal
        .people
        .iter()
        .map(|one| {
            let due = if one.due { terminal.words("follow-up-is-due", &[]) } else { String::new() };
            vec![
                one.contact_id.to_string(),
                one.name.clone(),
                one.outlet.clone(),
                terminal.time(&one.last_at),
                one.days.to_string(),
                one.times.to_string(),
                due,
            ]
        })
        .collect();
    parts.push(
        terminal
            .table(&["id", "name", "outlet", "time", "working-days", "times", "proposed"], &rows),
    );
    parts.join("\n\n")
}
