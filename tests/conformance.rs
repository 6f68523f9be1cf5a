//! Brigade beside real Go: every program under `tests/conformance/` is run by `brigade run`, and what it shows is
//! compared with what `cargo xtask record` wrote down of the real toolchain.
//!
//! `tests/conformance/known.txt` lists the programs that differ, each with its reason; one that has come to agree
//! fails the test too, so the list can't rot. `BRIGADE_KNOWN=write cargo test --test conformance` writes it anew,
//! keeping the reasons of those that stay. `BRIGADE_ONLY=chan/` runs those whose path contains it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "conformance/recording.rs"]
mod recording;

use recording::{How, Outcome, Recording};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked whether a program has ended.
const LOOK: Duration = Duration::from_millis(1);

/// The only place that knows how Brigade is asked.
fn brigade(how: How, program: &Path, schedule: u32) -> Result<Outcome, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_brigade"));
    command.arg("run").arg(format!("--schedule={schedule}"));
    if how == How::Race {
        command.arg("--race");
    }
    command
        .arg(program)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let stdout = reader(child.stdout.take());
    let stderr = reader(child.stderr.take());
    let mut waited = Duration::ZERO;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        if waited > PATIENCE {
            child.kill().map_err(|error| error.to_string())?;
            return Err(format!("did not end within {} s", PATIENCE.as_secs()));
        }
        thread::sleep(LOOK);
        waited += LOOK;
    };
    let output = |handle: thread::JoinHandle<String>| handle.join().unwrap_or_default();
    let (stdout, stderr) = (output(stdout), output(stderr));
    let exit = status
        .code()
        .ok_or_else(|| format!("was killed: {status}: {}", tail(&stderr)))?;
    if stderr.contains("panicked at") {
        return Err(format!("a Rust panic: {}", tail(&stderr)));
    }
    Ok(Outcome::compared(
        how,
        &file_name(program),
        exit,
        &stdout,
        &stderr,
    ))
}

fn reader(pipe: Option<impl std::io::Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(4)..].join(" | ")
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// Every program, as its path below the corpus, in order.
fn programs() -> Vec<String> {
    let mut found = Vec::new();
    for folder in fs::read_dir(corpus()).expect("the corpus is there") {
        let folder = folder.expect("the corpus can be listed").path();
        for file in fs::read_dir(&folder).into_iter().flatten() {
            let name = file_name(&file.expect("a folder can be listed").path());
            if name.ends_with(".go") {
                found.push(format!("{}/{name}", file_name(&folder)));
            }
        }
    }
    found.sort();
    found
}

fn recording_of(name: &str) -> Result<(PathBuf, Recording), String> {
    let path = corpus().join(name);
    let program = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let text = fs::read_to_string(path.with_extension("rec"))
        .map_err(|_| "no recording: `cargo xtask record` makes one".to_owned())?;
    let recording = Recording::parse(&text)?;
    if recording.program != Recording::digest(&program) || recording.how != How::of(&program)? {
        return Err("the program has changed since: `cargo xtask record`".to_owned());
    }
    Ok((path, recording))
}

/// Compares one program; `Some` says how they differ. One whose output real Go gives in every order is run under
/// other schedules too.
fn difference(path: &Path, recording: &Recording) -> Option<String> {
    let schedules = match recording.how {
        How::Plain => 0..3,
        How::Parallel => 1..2,
        How::OneP | How::Synctest | How::Race | How::Refused => 0..1,
    };
    for schedule in schedules {
        let under = if schedule == 0 {
            String::new()
        } else {
            format!("schedule {schedule}: ")
        };
        match brigade(recording.how, path, schedule) {
            Err(trouble) => return Some(under + &trouble),
            Ok(outcome) if outcome == recording.outcome => {}
            Ok(outcome) => return Some(under + &explained(&outcome, &recording.outcome)),
        }
    }
    None
}

/// The first thing that differs, in one line.
fn explained(ours: &Outcome, real: &Outcome) -> String {
    let by_line = |what: &str, ours: &str, real: &str| {
        let (mut mine, mut theirs) = (ours.split('\n'), real.split('\n'));
        for number in 1.. {
            let (a, b) = (mine.next(), theirs.next());
            if a != b {
                let (a, b) = (a.unwrap_or("(its end)"), b.unwrap_or("(its end)"));
                return format!("{what} line {number}: got `{a}`, Go `{b}`");
            }
            if a.is_none() {
                break;
            }
        }
        String::new()
    };
    if ours.stderr != real.stderr {
        return by_line("stderr", &ours.stderr, &real.stderr);
    }
    if ours.stdout != real.stdout {
        return by_line("stdout", &ours.stdout, &real.stdout);
    }
    format!("exit status {}, Go's {}", ours.exit, real.exit)
}

fn known_path() -> PathBuf {
    corpus().join("known.txt")
}

/// `path: reason`, a line each.
fn known() -> BTreeMap<String, String> {
    let text = fs::read_to_string(known_path()).unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (name, reason) = line
                .split_once(": ")
                .expect("a known difference has a reason");
            (name.to_owned(), reason.to_owned())
        })
        .collect()
}

fn write_known(differing: &BTreeMap<String, String>) {
    let old = known();
    let mut text = String::from(
        "# Where Brigade differs from real Go, and why. `BRIGADE_KNOWN=write cargo test --test conformance` writes\n\
         # this list; a reason that was put in words by hand is kept for as long as its program differs.\n",
    );
    for (name, difference) in differing {
        let by_hand = old
            .get(name)
            .filter(|reason| !reason.starts_with("differs: "));
        let reason = by_hand
            .cloned()
            .unwrap_or_else(|| format!("differs: {difference}"));
        writeln!(text, "{name}: {reason}").expect("a string takes all");
    }
    fs::write(known_path(), text).expect("the list can be written");
}

/// Runs all that are asked for, on all processors; gives those that differ, and how.
fn differences(recordings: &[(String, PathBuf, Recording)]) -> BTreeMap<String, String> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut found = Vec::new();
        while let Some((name, path, recording)) =
            recordings.get(next.fetch_add(1, Ordering::Relaxed))
        {
            if let Some(difference) = difference(path, recording) {
                found.push((name.clone(), difference));
            }
        }
        found
    };
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        handles
            .into_iter()
            .flat_map(|handle| handle.join().expect("no worker panics"))
            .collect()
    })
}

fn by_folder(lines: &[String]) -> String {
    let mut text = String::new();
    let mut folder = "";
    for line in lines {
        let of_line = line.split('/').next().unwrap_or_default();
        if of_line != folder {
            writeln!(text, "\n{of_line}").expect("a string takes all");
            folder = of_line;
        }
        writeln!(text, "  {line}").expect("a string takes all");
    }
    text
}

#[test]
fn brigade_does_what_go_does() {
    let only = std::env::var("BRIGADE_ONLY").unwrap_or_default();
    let mut wrong = Vec::new();
    let mut recordings = Vec::new();
    for name in programs().into_iter().filter(|name| name.contains(&only)) {
        match recording_of(&name) {
            Ok((path, recording)) => recordings.push((name, path, recording)),
            Err(trouble) => wrong.push(format!("{name}: {trouble}")),
        }
    }
    let differing = differences(&recordings);
    println!(
        "{} of {} agree with Go",
        recordings.len() - differing.len(),
        recordings.len()
    );
    if std::env::var("BRIGADE_KNOWN").is_ok_and(|asked| asked == "write") && only.is_empty() {
        write_known(&differing);
    }
    let known = known();
    for (name, difference) in &differing {
        if !known.contains_key(name) {
            wrong.push(format!("{name}: {difference}"));
        }
    }
    for name in known
        .keys()
        .filter(|name| name.contains(&only) && !differing.contains_key(*name))
    {
        wrong.push(format!("{name}: a known difference no longer differs"));
    }
    wrong.sort();
    let agree = recordings.len() - differing.len();
    assert!(
        wrong.is_empty(),
        "{agree} of {} agree with Go. Where that is as it should be, `BRIGADE_KNOWN=write cargo test --test \
         conformance` brings the list of known differences up to date.\n{}",
        recordings.len(),
        by_folder(&wrong)
    );
}

#[test]
fn a_recording_edited_by_hand_is_refused() {
    let outcome = Outcome {
        exit: 0,
        stdout: "3\nno newline".to_owned(),
        stderr: String::new(),
    };
    let recording = Recording {
        how: How::Plain,
        go: "go1.27.3".to_owned(),
        program: Recording::digest("package main"),
        outcome,
    };
    let text = recording.to_text();
    assert_eq!(Recording::parse(&text), Ok(recording));
    assert!(Recording::parse(&text.replace("\n3\n", "\n4\n")).is_err());
}
