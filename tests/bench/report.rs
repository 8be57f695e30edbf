//! The table.

use std::fs;

use crate::measure::{Bench, median};

/// One row: both sides with their raw times, and what came of it.
pub struct Figure {
    pub work: String,
    pub limit: String,
    /// Seconds of each round.
    pub ours: Vec<f64>,
    /// Name and seconds of each round; more than one where the lowest or a sum counts.
    pub others: Vec<(String, Vec<f64>)>,
    pub result: String,
    pub must: String,
    pub reached: bool,
    /// Said beside, not part of the verdict.
    pub remarks: Vec<String>,
}

fn seconds(times: &[f64]) -> String {
    times.iter().map(|time| format!("{time:.3}")).collect::<Vec<_>>().join(" ")
}

fn shown(time: f64) -> String {
    if time < 0.1 { format!("{:.1} ms", time * 1000.0) } else { format!("{time:.2} s") }
}

impl Figure {
    /// Prints both sides as soon as they are known.
    pub fn tell(self) -> Self {
        println!(
            "\n{}\n  Warta       {}  median {:.3} s",
            self.work,
            seconds(&self.ours),
            median(&self.ours)
        );
        for (name, times) in &self.others {
            println!("  {name}: {}  median {:.3} s", seconds(times), median(times));
        }
        println!("  {}, must be {}: {}", self.result, self.must, verdict(self.reached));
        for remark in &self.remarks {
            println!("  {remark}");
        }
        self
    }
}

fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "MISSED" }
}

/// Prints the table of a group of rows; a full run of all of them also puts it into
/// docs/performance.md.
pub fn print(bench: &Bench, group: &str, all_rows: usize, figures: &[Figure]) {
    if figures.is_empty() {
        return;
    }
    let mut table = format!(
        "{}\n\n| work | Warta | limit | result | must reach | |\n|---|---|---|---|---|---|\n",
        bench.conditions()
    );
    for figure in figures {
        let others: Vec<String> = figure
            .others
            .iter()
            .map(|(name, times)| format!("{name}: {}", shown(median(times))))
            .collect();
        let limit = if others.is_empty() { figure.limit.clone() } else { others.join("; ") };
        table += &format!(
            "| {} | {} | {limit} | {} | {} | {} |\n",
            figure.work,
            shown(median(&figure.ours)),
            figure.result,
            figure.must,
            verdict(figure.reached)
        );
    }
    table += "\nRaw times in seconds, in the order of the rounds:\n\n";
    for figure in figures {
        table += &format!("- {}: Warta {}", figure.work, seconds(&figure.ours));
        for (name, times) in &figure.others {
            table += &format!("; {name} {}", seconds(times));
        }
        table += ".\n";
        for remark in &figure.remarks {
            table += &format!("  {remark}.\n");
        }
    }
    println!("\n{table}");
    if bench.is_full() && figures.len() == all_rows {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/performance.md");
        let (begin, end) = (format!("<!-- {group} -->"), format!("<!-- end of {group} -->"));
        let text = fs::read_to_string(file).unwrap();
        let before = text.split(&begin).next().unwrap_or_default();
        let after = text.split(&end).nth(1).unwrap_or("\n");
        fs::write(file, format!("{before}{begin}\n{table}{end}{after}")).unwrap();
        println!("written to docs/performance.md");
    }
}
