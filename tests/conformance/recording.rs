//! What real Go did with a program, as kept beside it: `deadlock/two_locks.go` has `deadlock/two_locks.rec`.
//!
//! Both sides use this file: `cargo xtask record` writes recordings, `tests/conformance.rs` reads them and brings
//! what Brigade did to the same form. It knows neither Go nor Brigade.

use sha2::{Digest, Sha256};

/// How real Go was asked about a program. A program says it in its first line, `//how: synctest`; without one it is
/// [`How::Plain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Built and run as it is, in real time, on as many processors as there are: what it prints must not depend on
    /// the order in which goroutines run.
    Plain,
    /// Run with `GOMAXPROCS=1`: what it prints shows Go's own order.
    OneP,
    /// `main` runs in a bubble of `testing/synctest`, so elapsed times are exact.
    Synctest,
    /// Built with `-race`; the lines of the racing accesses are kept of the reports.
    Race,
    /// Recorded as [`How::Plain`], but it shows what only happens where several processors run at once, so that
    /// Brigade shows it under another schedule than Go's own order on one.
    Parallel,
    /// Must not compile: the compiler's diagnostics are its output.
    Refused,
}

impl How {
    const NAMES: [(How, &str); 6] = [
        (How::Plain, "plain"),
        (How::OneP, "one_p"),
        (How::Synctest, "synctest"),
        (How::Race, "race"),
        (How::Parallel, "parallel"),
        (How::Refused, "refused"),
    ];

    /// What the program's first line asks for.
    pub fn of(program: &str) -> Result<How, String> {
        match program
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//how: "))
        {
            Some(name) => How::named(name),
            None => Ok(How::Plain),
        }
    }

    fn named(name: &str) -> Result<How, String> {
        let found = How::NAMES.iter().find(|(_, known)| *known == name);
        let names = How::NAMES.map(|(_, known)| known).join(", ");
        found
            .map(|(how, _)| *how)
            .ok_or_else(|| format!("`{name}` is none of {names}"))
    }

    /// The name that [`How::of`] reads.
    pub fn name(self) -> &'static str {
        How::NAMES
            .iter()
            .find(|(how, _)| *how == self)
            .map_or("", |(_, name)| name)
    }
}

/// What a run showed to the outside, with everything taken away that no two runs share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status.
    pub exit: i32,
    /// Standard output to the letter; nothing for a program that must not compile.
    pub stdout: String,
    /// Standard error: the lines that are compared, see [`Outcome::compared`].
    pub stderr: String,
}

impl Outcome {
    /// Keeps of a run what is compared. On standard error that is
    /// - for a program that must not compile: every diagnostic, or the first alone where there is a syntax error;
    /// - for the race detector: the lines of `file` whose accesses race, in order;
    /// - else: all that the program wrote and the message of its death, then, in place of stack traces, the
    ///   `goroutine N [state]:` headers: all of them after a deadlock, else the first. Goroutine 1 keeps its number.
    pub fn compared(how: How, file: &str, exit: i32, stdout: &str, stderr: &str) -> Outcome {
        let stderr = match how {
            How::Refused => diagnostics(stderr, file),
            How::Race => races(stderr, file),
            How::Plain | How::OneP | How::Synctest | How::Parallel => death(stderr),
        };
        let stdout = if how == How::Refused {
            String::new()
        } else {
            stdout.to_owned()
        };
        Outcome {
            exit,
            stdout,
            stderr,
        }
    }
}

/// What `go list` finds before the compiler runs, it prints without `./`, and a package that isn't there with the
/// folder where it isn't.
fn diagnostics(stderr: &str, file: &str) -> String {
    let mut kept = Vec::new();
    for line in stderr.lines().filter(|line| !line.starts_with("# ")) {
        let dot = if line.starts_with(file) { "./" } else { "" };
        let (message, _folder) = line.split_once(" is not in std").unzip();
        let line = message.map_or(line.to_owned(), |message| {
            format!("{message} is not in std")
        });
        kept.push(format!("{dot}{line}"));
    }
    if kept.iter().any(|line| line.contains("syntax error")) {
        kept.truncate(1);
    }
    joined(&kept)
}

fn races(stderr: &str, file: &str) -> String {
    const ACCESS: [&str; 4] = [
        "Write at ",
        "Read at ",
        "Previous write at ",
        "Previous read at ",
    ];
    let mut at: Vec<u32> = Vec::new();
    let mut in_access = false;
    for line in stderr.lines() {
        if ACCESS.iter().any(|opening| line.starts_with(opening)) {
            in_access = true;
        } else if let Some(number) = in_access.then(|| line_in(line, file)).flatten() {
            at.push(number);
            in_access = false;
        }
    }
    at.sort_unstable();
    at.dedup();
    let mut text = String::new();
    if stderr.contains("WARNING: DATA RACE") {
        text.push_str("WARNING: DATA RACE\n");
    }
    for number in at {
        text.push_str(&format!("access at {file}:{number}\n"));
    }
    text
}

/// The line number of a stack frame in `file`, as in `/home/me/main.go:9 +0x2e`.
fn line_in(frame: &str, file: &str) -> Option<u32> {
    let (_, after) = frame.split_once(&format!("{file}:"))?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn death(stderr: &str) -> String {
    let mut message: Vec<String> = Vec::new();
    let mut headers: Vec<String> = Vec::new();
    let mut in_stacks = false;
    for line in stderr.lines() {
        if let Some(header) = header(line) {
            in_stacks = true;
            headers.push(header);
        } else if line == "runtime stack:" {
            in_stacks = true;
        } else if !in_stacks {
            message.push(without_addresses(line));
        }
    }
    if headers.is_empty() {
        let unfinished = !stderr.is_empty() && !stderr.ends_with('\n');
        let text = message.join("\n");
        return if unfinished || text.is_empty() {
            text
        } else {
            text + "\n"
        };
    }
    if !stderr.contains("all goroutines are asleep") {
        headers.truncate(1);
    }
    headers[1..].sort();
    message.extend(headers);
    joined(&message)
}

/// `goroutine 18 gp=0xc0 m=3 [chan send]:` as `goroutine N [chan send]:`.
fn header(line: &str) -> Option<String> {
    let rest = line.strip_prefix("goroutine ")?;
    let (id, rest) = rest.split_once(' ')?;
    let id: u64 = id.parse().ok()?;
    let state = rest.strip_suffix("]:")?;
    let (_, state) = state.split_once('[')?;
    let name = if id == 1 { "1" } else { "N" };
    Some(format!("goroutine {name} [{state}]:"))
}

/// Every hexadecimal number of five digits and more is an address, and reads `0xADDR`.
fn without_addresses(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let (before, after) = rest.split_at(at + 2);
        let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
        out.push_str(before);
        out.push_str(if digits >= 5 {
            "ADDR"
        } else {
            &after[..digits]
        });
        rest = &after[digits..];
    }
    out + rest
}

fn joined<S: AsRef<str>>(lines: &[S]) -> String {
    lines
        .iter()
        .map(|line| format!("{}\n", line.as_ref()))
        .collect()
}

/// What is in a `.rec` file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// How it was recorded.
    pub how: How,
    /// Which Go, as in `go1.27.3`.
    pub go: String,
    /// The digest of the program that was recorded.
    pub program: String,
    /// What it did.
    pub outcome: Outcome,
}

const SELF: &str = "digest   ";
const STDOUT: &str = "-- stdout --\n";
const STDERR: &str = "-- stderr --\n";
const UNFINISHED: &str = "\\ no newline at the end\n";

impl Recording {
    /// The digest by which a recording knows its program.
    pub fn digest(text: &str) -> String {
        Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The text of the file. Its first line is the digest of all lines after it.
    pub fn to_text(&self) -> String {
        let body = format!(
            "program  {}\nhow      {}\ngo       {}\nexit     {}\n{STDOUT}{}{STDERR}{}",
            self.program,
            self.how.name(),
            self.go,
            self.outcome.exit,
            section(&self.outcome.stdout),
            section(&self.outcome.stderr),
        );
        format!("{SELF}{}\n{body}", Recording::digest(&body))
    }

    /// Reads a file again; an error when it isn't, to the letter, what [`Recording::to_text`] wrote.
    pub fn parse(text: &str) -> Result<Recording, String> {
        let (first, body) = text.split_once('\n').ok_or("it has no lines")?;
        if first.strip_prefix(SELF) != Some(&Recording::digest(body)) {
            return Err("its digest isn't that of its text: it was edited by hand".to_owned());
        }
        let (head, outputs) = body.split_once(STDOUT).ok_or("it has no stdout")?;
        let (stdout, stderr) = outputs.split_once(STDERR).ok_or("it has no stderr")?;
        let field = |name: &str| {
            let line = head.lines().find(|line| line.starts_with(name));
            line.and_then(|line| line.get(9..))
                .ok_or_else(|| format!("it has no `{name}`"))
        };
        let exit = field("exit")?
            .parse()
            .map_err(|_| "its exit status isn't a number")?;
        Ok(Recording {
            how: How::named(field("how")?)?,
            go: field("go")?.to_owned(),
            program: field("program")?.to_owned(),
            outcome: Outcome {
                exit,
                stdout: unsection(stdout),
                stderr: unsection(stderr),
            },
        })
    }
}

fn section(output: &str) -> String {
    match output {
        "" => String::new(),
        whole if whole.ends_with('\n') => whole.to_owned(),
        unfinished => format!("{unfinished}\n{UNFINISHED}"),
    }
}

fn unsection(text: &str) -> String {
    match text.strip_suffix(UNFINISHED) {
        Some(unfinished) => unfinished
            .strip_suffix('\n')
            .unwrap_or(unfinished)
            .to_owned(),
        None => text.to_owned(),
    }
}
