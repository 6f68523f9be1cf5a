//! Measures Brigade beside its peers on the same work: speed, size, and how soon a moment is found.
//!
//! Interleaved: each round measures every row once. Ratios are taken within a round, then their median, so that a busy
//! machine hurts little. What is missing here is named as skipped.

mod claims;
mod engines;
mod table;

use crate::shell::root;
use anyhow::Result;
use engines::{Engines, Figures};
use std::collections::BTreeMap;

#[derive(clap::Args)]
pub struct Options {
    /// 100,000 orders instead of a million, and three rounds
    #[arg(long)]
    quick: bool,
    /// Fail where a target is missed by more than 25 %
    #[arg(long)]
    check: bool,
    /// How often every row is measured, after one round to warm up
    #[arg(long)]
    rounds: Option<usize>,
    /// Only the rows whose name contains this
    #[arg(long)]
    only: Option<String>,
}

/// What one round measured: the figures of each row, by its name.
pub type Round = BTreeMap<String, Figures>;

/// Builds, measures, prints the table and writes `target/bench.json`.
pub fn main(options: &Options) -> Result<()> {
    let orders = if options.quick { 100_000 } else { 1_000_000 };
    let engines = Engines::prepare()?;
    for missing in &engines.missing {
        eprintln!("· skipped: {missing}");
    }
    let rounds = options.rounds.unwrap_or(if options.quick { 3 } else { 5 });
    let before = load();
    let mut measured: Vec<Round> = Vec::new();
    for round in 0..=rounds {
        eprintln!(
            "· round {round} of {rounds}{}",
            if round == 0 { ", to warm up" } else { "" }
        );
        let mut figures = Round::new();
        for row in engines.rows(orders) {
            if options
                .only
                .as_ref()
                .is_some_and(|only| !row.name.contains(only))
            {
                continue;
            }
            match engines.measure(&row) {
                Ok(found) => {
                    figures.insert(row.name, found);
                }
                Err(error) => eprintln!("  {}: {error:#}", row.name),
            }
        }
        if round > 0 {
            measured.push(figures);
        }
    }
    claims::strike_wrong_results(&mut measured);
    let judged: Vec<claims::Judged> = claims::CLAIMS
        .iter()
        .filter_map(|claim| claim.judge(&measured))
        .collect();
    println!("{}", table::of(&judged, &measured));
    println!("load before and after: {before}; {}", load());
    table::write(
        &root().join("target/bench.json"),
        &engines,
        &judged,
        &measured,
    )?;
    let missed: Vec<&str> = judged
        .iter()
        .filter(|claim| claim.median > claim.limit * 1.25)
        .map(|claim| claim.what)
        .collect();
    anyhow::ensure!(
        !options.check || missed.is_empty(),
        "more than 25 % over the target: {}",
        missed.join(", ")
    );
    Ok(())
}

/// The load of the last 1, 5 and 15 minutes.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').take(3).collect::<Vec<_>>().join(" ")
}
