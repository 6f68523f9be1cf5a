//! What was measured, for people and for programs.

use super::Round;
use super::claims::{Judged, median};
use super::engines::Engines;
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// The claims, then every row.
pub fn of(judged: &[Judged], rounds: &[Round]) -> String {
    let mut text = format!(
        "{:46} {:>10} {:>21} {:>10}\n",
        "", "median", "least to most", "target"
    );
    for claim in judged {
        let (least, most) = claim.spread;
        let _ = writeln!(
            text,
            "{:46} {:>10} {:>21} {:>10}  {}",
            claim.what,
            format!("{} {}", short(claim.median), claim.unit),
            format!("{} to {}", short(least), short(most)),
            format!("≤ {}", short(claim.limit)),
            if claim.median <= claim.limit {
                "met"
            } else {
                "NOT MET"
            },
        );
    }
    let _ = writeln!(text, "\n{:40} median of each figure", "row");
    let names: BTreeSet<&String> = rounds.iter().flat_map(|round| round.keys()).collect();
    for name in names {
        let fields: BTreeSet<&String> = rounds
            .iter()
            .filter_map(|round| round.get(name))
            .flat_map(|figures| figures.keys())
            .filter(|field| *field != "result")
            .collect();
        let _ = write!(text, "{name:40}");
        for field in fields {
            let all = rounds
                .iter()
                .filter_map(|round| round.get(name)?.get(field).copied());
            if let Some((median, _)) = median(all.collect()) {
                let _ = write!(text, " {field} {}", short(median));
            }
        }
        let instructions = rate(rounds, name, "steps");
        if let Some(rate) = instructions {
            let _ = write!(text, " · {} million steps a second", short(rate / 1e6));
        }
        text.push('\n');
    }
    text
}

fn rate(rounds: &[Round], name: &str, field: &str) -> Option<f64> {
    let one = |round: &Round| {
        let figures = round.get(name)?;
        Some(figures.get(field)? / figures.get("seconds")?)
    };
    median(rounds.iter().filter_map(one).collect()).map(|(median, _)| median)
}

fn short(value: f64) -> String {
    match value.abs() {
        0.0 => "0".into(),
        size if size < 0.01 => format!("{value:.2e}"),
        size if size < 10.0 => format!("{value:.2}"),
        size if size < 1000.0 => format!("{value:.0}"),
        _ => format!("{value:.3e}"),
    }
}

/// Writes all of it, with every sample.
pub fn write(file: &Path, engines: &Engines, judged: &[Judged], rounds: &[Round]) -> Result<()> {
    let claims: Vec<Value> = judged
        .iter()
        .map(|claim| {
            json!({
                "what": claim.what,
                "median": claim.median,
                "least": claim.spread.0,
                "most": claim.spread.1,
                "unit": claim.unit,
                "target": claim.limit,
                "met": claim.median <= claim.limit,
            })
        })
        .collect();
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let all = json!({
        "versions": engines.versions,
        "skipped": engines.missing,
        "machine": {
            "cpu": model.map(|model| model.trim_start_matches([' ', '\t', ':'])),
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
        },
        "claims": claims,
        "rounds": rounds,
    });
    std::fs::write(file, format!("{all:#}\n"))?;
    Ok(())
}
