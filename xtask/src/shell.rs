//! How the verbs run other programs, and say what they do and how long it took.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the root of the checkout")
}

/// Where programs that only this project needs are installed.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The first of `names` that is in the project's own tools or on the PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::iter::once(tools().join("bin"))
        .chain(std::env::split_paths(&path))
        .collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// What `command` writes on its stdout; an error when it can't be run or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("{} can't be run", name(command)))?;
    if !done.status.success() {
        bail!("{} failed ({})", name(command), done.status);
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Runs `command`, whose output is shown; an error when it can't be run or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} can't be run", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Does one piece of work that takes a while: says what it is before, and how long it took after.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("· {what}");
    let start = Instant::now();
    let result = work().with_context(|| what.to_string())?;
    eprintln!("  done in {:.0} s", start.elapsed().as_secs_f64());
    Ok(result)
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
