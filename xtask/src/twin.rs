//! Runs the lessons' listings under real Go, on the packages that `lessons/` has for it, and writes down what they do.
//!
//! The runs are those of `tests/twin/runs.txt`; each is run several times over, and one that does not usually come to the
//! same is refused. What is recorded already, and unchanged, is left alone. Go is found as `cargo xtask record` finds it.

#[path = "../../tests/twin/recording.rs"]
mod recording;

use crate::record::recording::{How, Outcome as Compared};
use crate::record::{Go, list, read, write};
use crate::shell;
use anyhow::{Context, Result, bail, ensure};
use recording::{Outcome, PACKAGES, Recorded, Recording, Run};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How often a run must come to the same, of at most twice as many times less one: real time passes, and a machine with
/// other work to do can take a core away at the wrong moment.
const TIMES: u32 = 3;

/// Records every run that has no recording of its present text.
pub fn main() -> Result<()> {
    let root = shell::root();
    let mut listings: BTreeMap<String, Vec<Run>> = BTreeMap::new();
    for run in recording::runs(root)? {
        listings.entry(run.listing.clone()).or_default().push(run);
    }
    let twin = Twin::new()?;
    for (listing, runs) in listings {
        let path = recording::path(root, &listing);
        let program = recording::program(root, &listing)?;
        let known = Recording::parse(&fs::read_to_string(&path).unwrap_or_default());
        let known = known.unwrap_or_default().runs;
        let is_known = |run: &Run| {
            let mut known = known.iter();
            known
                .find(|known| known.set == run.set && known.program == program)
                .cloned()
        };
        let mut recorded = Vec::new();
        for run in runs {
            recorded.push(match is_known(&run) {
                Some(known) => known,
                None => twin.record(&run, program.clone())?,
            });
        }
        let text = serde_json::to_string_pretty(&Recording::new(recorded))?;
        write(&path, &(text + "\n"))?;
    }
    Ok(())
}

/// A copy of `lessons/` that needs no network.
struct Twin {
    go: Go,
}

impl Twin {
    fn new() -> Result<Twin> {
        let go = Go::find("twin", "brigade")?;
        for package in PACKAGES {
            let to = go.module.join(package);
            fs::create_dir_all(&to)?;
            for file in list(&shell::root().join("lessons").join(package))? {
                fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
            }
        }
        Ok(Twin { go })
    }

    fn record(&self, run: &Run, program: String) -> Result<Recorded> {
        let what = || format!("{} under {}", run.listing, run.set);
        println!("recording {} with {}", what(), self.go.version);
        let folder = self.go.module.join("listing");
        fs::create_dir_all(&folder)?;
        let source = read(&shell::root().join("lessons").join(&run.listing))?;
        write(&folder.join("main.go"), &source)?;
        let built = self.go.build(How::Plain, &folder, "main.go")?;
        let diagnostics = String::from_utf8_lossy(&built.stderr);
        ensure!(
            built.status.success(),
            "{} does not compile:\n{diagnostics}",
            what()
        );
        let outcome = usual(|| execute(&folder, run)).with_context(what)?;
        Ok(Recorded {
            set: run.set.clone(),
            go: self.go.version.clone(),
            program,
            outcome,
        })
    }
}

fn usual(run: impl Fn() -> Result<Outcome>) -> Result<Outcome> {
    let mut seen: Vec<(Outcome, u32)> = Vec::new();
    for _ in 0..2 * TIMES - 1 {
        let outcome = run()?;
        let known = seen.iter().position(|(known, _)| *known == outcome);
        let at = known.unwrap_or_else(|| {
            seen.push((outcome, 0));
            seen.len() - 1
        });
        seen[at].1 += 1;
        if seen[at].1 == TIMES {
            return Ok(seen.swap_remove(at).0);
        }
    }
    bail!("does not usually do the same: {seen:#?}")
}

fn execute(folder: &Path, run: &Run) -> Result<Outcome> {
    let counts = folder.join("counts");
    let output = Command::new(folder.join("program"))
        .env("BRIGADE_SET", &run.set)
        .env("BRIGADE_COUNTS", &counts)
        .output()?;
    let exit = output.status.code().context("was killed")?;
    let stdout = String::from_utf8(output.stdout)?;
    let stderr = String::from_utf8(output.stderr)?;
    let shown = Compared::compared(How::Plain, "main.go", exit, &stdout, &stderr);
    let line = read(&counts)?;
    let count = |name: &str| {
        let mut words = line.split_whitespace().skip_while(|word| *word != name);
        let number = words.nth(1).and_then(|word| word.parse::<u64>().ok());
        number.with_context(|| format!("no `{name}` among the counts: {line}"))
    };
    Ok(Outcome {
        exit: shown.exit,
        stdout: shown.stdout,
        stderr: shown.stderr,
        served: count("served")?,
        failed: count("failed")?,
        lost: count("waiting")? + count("in_flight")?,
    })
}
