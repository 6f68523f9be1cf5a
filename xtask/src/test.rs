//! Runs every check and test there is, says how long each took, and closes with `N passed, N failed`.

use crate::serve::Server;
use crate::shell::{find, root, run};
use crate::{build, setup};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub struct Options {
    /// Run this step alone
    #[arg(long, value_enum)]
    only: Option<Step>,
}

/// A step of the tests, in the order in which they run: what fails soonest comes first.
#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Step {
    /// rustfmt has nothing to change
    Format,
    /// clippy has nothing to say
    Clippy,
    /// Tests on this machine
    Native,
    /// Tests of the components in Chromium
    Wasm,
    /// Tests of the served workbook in Chromium
    E2e,
}

/// How many tests of a step passed and failed. A check that isn't a set of tests is one.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Runs all steps, also after one that failed.
pub fn main(options: &Options) -> Result<()> {
    let steps = [
        Step::Format,
        Step::Clippy,
        Step::Native,
        Step::Wasm,
        Step::E2e,
    ];
    let mut lines = Vec::new();
    let mut total = Count::default();
    for step in steps
        .into_iter()
        .filter(|step| options.only.is_none_or(|only| only == *step))
    {
        let start = Instant::now();
        let count = step.run().unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Count {
                passed: 0,
                failed: 1,
            }
        });
        lines.push(summary(step.name(), count, start.elapsed()));
        total.passed += count.passed;
        total.failed += count.failed;
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

fn summary(name: &str, count: Count, took: Duration) -> String {
    let Count { passed, failed } = count;
    format!(
        "{name:8} {:4} s   passed: {passed:5}   failed: {failed:3}",
        took.as_secs()
    )
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::E2e => "e2e",
        }
    }

    fn run(self) -> Result<Count> {
        println!("\n== {}", self.name());
        match self {
            Self::Format => check(cargo().args(["fmt", "--all", "--check"])),
            Self::Clippy => check(
                cargo()
                    .args([
                        "clippy",
                        "--quiet",
                        "--workspace",
                        "--all-targets",
                        "--features",
                        "app",
                    ])
                    .args(["--", "-D", "warnings"]),
            ),
            Self::Native => {
                tests(cargo().args(["test", "--quiet", "--workspace", "--no-fail-fast"]))
            }
            Self::Wasm => wasm(),
            Self::E2e => e2e(),
        }
    }
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

fn wasm() -> Result<Count> {
    let toolchain = setup::wasm_toolchain()?;
    setup::wasm_test_tools()?;
    let browser = setup::browser()?;
    tests(
        toolchain
            .command("wasm-pack")
            .args([
                "test",
                "--headless",
                "--chrome",
                "--mode",
                "no-install",
                "--chromedriver",
            ])
            .arg(browser.driver),
    )
}

fn e2e() -> Result<Count> {
    let browser = setup::browser()?;
    if !setup::node_modules()? {
        bail!("the end-to-end tests run on Node, which isn't here");
    }
    let site = build::build(&build::Options::default())?;
    // The whole workspace, or its crates are built once more with fewer features.
    run(cargo().args(["build", "--quiet", "--workspace", "--bin", "brigade"]))?;
    let server = Server::start(&site, 0)?;
    let node = find(&["node"]).context("node isn't on the PATH")?;
    tests(
        Command::new(node)
            .current_dir(root())
            .args(["--test", "--test-reporter=spec"])
            .args(end_to_end_files()?)
            .env("BASE_URL", format!("http://{}", server.address))
            .env("CHROMIUM", browser.chromium)
            .env("BRIGADE", root().join("target/debug/brigade")),
    )
}

/// Node 20 takes no pattern, so the files are named: `tests/e2e/*.test.mjs`.
fn end_to_end_files() -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("tests/e2e"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

fn check(command: &mut Command) -> Result<Count> {
    run(command)?;
    Ok(Count {
        passed: 1,
        failed: 0,
    })
}

/// Runs a command that reports tests as libtest or Node do, shows what it says and counts.
fn tests(command: &mut Command) -> Result<Count> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("the tests can't be run")?;
    let mut count = Count::default();
    for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
        let line = line?;
        println!("{line}");
        let of_line = counted(&line);
        count.passed += of_line.passed;
        count.failed += of_line.failed;
    }
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        // What doesn't compile, or dies, reports no test.
        count.failed = 1;
    }
    Ok(count)
}

/// What a closing line of libtest (`test result: ok. 3 passed; 0 failed; …`) or of Node (`ℹ pass 3`) counts.
fn counted(line: &str) -> Count {
    let before = |word: &str| {
        let (head, _) = line.split_once(word)?;
        head.trim_end().rsplit(' ').next()?.parse().ok()
    };
    let after = |word: &str| {
        line.strip_prefix("ℹ ")?
            .strip_prefix(word)?
            .trim()
            .parse()
            .ok()
    };
    if line.starts_with("test result:") {
        return Count {
            passed: before("passed;").unwrap_or(0),
            failed: before("failed;").unwrap_or(0),
        };
    }
    Count {
        passed: after("pass ").unwrap_or(0),
        failed: after("fail ").unwrap_or(0),
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_counted() {
        let libtest =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            counted(libtest),
            Count {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(
            counted("ℹ pass 7"),
            Count {
                passed: 7,
                failed: 0
            }
        );
        assert_eq!(
            counted("ℹ fail 2"),
            Count {
                passed: 0,
                failed: 2
            }
        );
        assert_eq!(counted("12 passed; said a program"), Count::default());
    }
}
