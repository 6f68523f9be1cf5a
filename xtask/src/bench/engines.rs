//! Who is measured, and how each is asked: programs of their own, which print seconds and what they came to.

use crate::record::Go;
use crate::serve::Server;
use crate::setup;
use crate::shell::{find, output, root, run, step, tools};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// What came of a row: `seconds`, `result` and more, by name.
pub type Figures = BTreeMap<String, f64>;

/// What is measured.
pub struct Row {
    /// Who and what: `native pool+trace`.
    pub name: String,
    engine: Engine,
    orders: u64,
    how: &'static str,
}

#[derive(Clone, Copy)]
enum Engine {
    /// A row of the native program's: Brigade's or a peer's.
    Native(&'static str),
    Node(&'static str),
    Chromium(&'static str),
    Go(&'static str),
    Python(&'static str),
}

/// Everybody who is there.
pub struct Engines {
    native: PathBuf,
    wasm: PathBuf,
    node: Option<PathBuf>,
    chromium: Option<(PathBuf, Server)>,
    go: Option<(Go, PathBuf)>,
    python: Option<PathBuf>,
    /// Whether SimPy is there too.
    simpy: bool,
    /// Who isn't there, and why.
    pub missing: Vec<String>,
    /// Who is there, in which version.
    pub versions: BTreeMap<String, String>,
}

/// The rows that wasm goes by their index, as in `xtask/bench/src/rows.rs`; -1 is the kernel in JavaScript.
const ROWS: [(&str, i32); 7] = [
    ("kernel", -1),
    ("pool", 0),
    ("spawn", 1),
    ("pingpong", 4),
    ("fib", 5),
    ("channel_pool", 7),
    ("waitgroup", 8),
];

/// How real Go is run where all its goroutines are to be there at once: with more Ps, those made are over before the next are.
const ONE_P: &str = "1 P";

fn folder() -> PathBuf {
    root().join("xtask/bench")
}

fn target() -> PathBuf {
    root().join("target/bench")
}

impl Engines {
    /// Builds what is ours, finds what is others'.
    pub fn prepare() -> Result<Engines> {
        let manifest = folder().join("Cargo.toml");
        step(
            "Compiling the native rows and peers (some 2 min the first time)",
            || {
                run(Command::new("cargo")
                    .args(["build", "--quiet", "--release", "--manifest-path"])
                    .arg(&manifest)
                    .arg("--target-dir")
                    .arg(target()))
            },
        )?;
        let toolchain = setup::wasm_toolchain()?;
        step(
            "Compiling the rows to wasm (some 2 min the first time)",
            || {
                run(toolchain
                    .command("cargo")
                    .args(["build", "--quiet", "--profile", "wasm", "--target"])
                    .args(["wasm32-unknown-unknown", "--manifest-path"])
                    .arg(&manifest))
            },
        )?;
        let page = target().join("page");
        fs::create_dir_all(&page)?;
        for file in ["measure.mjs", "kernel.mjs", "page.html"] {
            fs::copy(folder().join("js").join(file), page.join(file))?;
        }
        let wasm = page.join("bench.wasm");
        let built = root().join("target/wasm/wasm32-unknown-unknown/wasm/brigade-bench.wasm");
        fs::copy(built, &wasm)?;
        let mut engines = Engines {
            native: target().join("release/brigade-bench"),
            wasm,
            node: find(&["node"]),
            chromium: None,
            go: None,
            python: find(&["python3"]),
            simpy: false,
            missing: Vec::new(),
            versions: BTreeMap::new(),
        };
        engines.find_browser(&page);
        engines.find_go();
        engines.find_simpy();
        engines.note_versions();
        Ok(engines)
    }

    fn find_browser(&mut self, page: &std::path::Path) {
        match setup::node_modules() {
            Ok(true) => {
                let wasm = self.wasm.clone();
                if let Err(error) = crate::build::optimise(&wasm) {
                    self.missing.push(format!("wasm-opt: {error:#}"));
                }
                let found = setup::browser()
                    .and_then(|browser| Ok((browser.chromium, Server::start(page, 0)?)));
                match found {
                    Ok(found) => self.chromium = Some(found),
                    Err(error) => self.missing.push(format!("Chromium: {error:#}")),
                }
            }
            _ => self
                .missing
                .push("Node, and Chromium which it steers".into()),
        }
    }

    fn find_go(&mut self) {
        let found = Go::find("bench-go", "bench").and_then(|go| {
            let programs = target().join("go");
            fs::create_dir_all(&programs)?;
            Ok((go, programs))
        });
        match found {
            Ok(found) => self.go = Some(found),
            Err(error) => self.missing.push(format!("Go: {error:#}")),
        }
    }

    fn find_simpy(&mut self) {
        let Some(python) = &self.python else {
            self.missing.push("CPython, and SimPy".into());
            return;
        };
        let there = || {
            output(
                Command::new(python)
                    .args(["-c", "import simpy; print(simpy.__version__)"])
                    .env("PYTHONPATH", tools().join("python")),
            )
        };
        let found = there().or_else(|_| {
            step("Getting SimPy with pip", || {
                output(
                    Command::new(python)
                        .args(["-m", "pip", "install", "--quiet", "--no-deps", "--target"])
                        .arg(tools().join("python"))
                        .arg("simpy==4.1.2"),
                )
            })?;
            there()
        });
        match found {
            Ok(version) => {
                self.simpy = true;
                self.versions.insert("SimPy".into(), version.trim().into());
            }
            Err(error) => self.missing.push(format!("SimPy: {error:#}")),
        }
    }

    fn note_versions(&mut self) {
        let mut note = |name: &str, command: &mut Command| {
            if let Ok(version) = output(command) {
                self.versions.insert(name.into(), version.trim().into());
            }
        };
        note("rustc", Command::new("rustc").arg("--version"));
        note("commit", Command::new("git").args(["rev-parse", "HEAD"]));
        if let Some(node) = &self.node {
            note("node", Command::new(node).arg("--version"));
        }
        if let Some(python) = &self.python {
            note("CPython", Command::new(python).arg("--version"));
        }
        if let Some((chromium, _)) = &self.chromium {
            note("Chromium", Command::new(chromium).arg("--version"));
        }
        if let Some((go, _)) = &self.go {
            self.versions.insert("Go".into(), go.version.clone());
        }
    }

    /// All rows for whom somebody is there.
    pub fn rows(&self, orders: u64) -> Vec<Row> {
        use Engine::*;
        let mut rows = Vec::new();
        let mut add = |there: bool, engine: Engine, how: &'static str, orders: u64, note: &str| {
            if there {
                let (who, what) = engine.name();
                let plus = if how.is_empty() { "" } else { "+" };
                rows.push(Row {
                    name: format!("{who} {what}{plus}{how}{note}"),
                    engine,
                    orders,
                    how,
                });
            }
        };
        let (node, chromium) = (self.node.is_some(), self.chromium.is_some());
        add(true, Native("kernel"), "", orders, "");
        add(true, Native("nexosim"), "", orders, "");
        add(true, Native("pool"), "", orders, "");
        add(true, Native("pool"), "trace", orders, "");
        add(node, Node("kernel"), "", orders, "");
        add(node, Node("pool"), "", orders, "");
        add(node, Node("pool"), "trace", orders, "");
        add(chromium, Chromium("kernel"), "", orders, "");
        add(chromium, Chromium("pool"), "trace", orders, "");
        add(true, Native("pool"), "trace", 100_000, ", 100,000");
        add(self.simpy, Python("pool"), "", 100_000, ", 100,000");
        add(true, Native("pool_busy"), "", orders, "");
        add(self.go.is_some(), Go("pool_busy"), "", orders, "");
        add(true, Native("spawn"), "trace", orders, "");
        add(self.go.is_some(), Go("spawn_busy"), "", orders, "");
        add(self.go.is_some(), Go("spawn_busy"), ONE_P, orders, "");
        add(true, Native("pingpong"), "", orders, "");
        add(self.go.is_some(), Go("pingpong"), "", orders, "");
        add(true, Native("fib"), "", 32, "");
        add(node, Node("fib"), "", 32, "");
        add(chromium, Chromium("fib"), "", 32, "");
        add(true, Native("wasmi"), "", 32, "");
        add(self.python.is_some(), Python("fib"), "", 32, "");
        add(self.go.is_some(), Go("fib"), "", 32, "");
        add(true, Native("parked"), "", orders, "");
        add(true, Native("channel_pool"), "trace", orders, "");
        add(node, Node("channel_pool"), "trace", orders, "");
        add(node, Node("pool"), "seek", orders, "");
        add(node, Node("spawn"), "seek", orders, "");
        for figures in [1_000, 10_000, 100_000] {
            let note = format!(", {figures}");
            add(node, Node("waitgroup"), "frame", figures, &note);
            add(chromium, Chromium("waitgroup"), "frame", figures, &note);
        }
        rows
    }

    /// Measures a row once.
    pub fn measure(&self, row: &Row) -> Result<Figures> {
        let orders = row.orders.to_string();
        match row.engine {
            Engine::Native(name) => {
                let plus = if row.how.is_empty() { "" } else { "+" };
                let mut native = Command::new(&self.native);
                json(native.arg(format!("{name}{plus}{}", row.how)).arg(orders))
            }
            Engine::Node(name) => {
                let mut node = Command::new(self.node.as_ref().context("no node")?);
                json(
                    node.arg("--no-warnings")
                        .arg(folder().join("js/node.mjs"))
                        .arg(&self.wasm)
                        .args([&index(name)?, &orders, row.how]),
                )
            }
            Engine::Chromium(name) => {
                let (browser, server) = self.chromium.as_ref().context("no Chromium")?;
                let mut node = Command::new(self.node.as_ref().context("no node")?);
                json(
                    node.arg(folder().join("js/chromium.mjs"))
                        .args([&index(name)?, &orders, row.how])
                        .env("BASE_URL", format!("http://{}", server.address))
                        .env("CHROMIUM", browser),
                )
            }
            Engine::Go(name) => self.measure_go(name, row),
            Engine::Python(name) => {
                let said = output(
                    Command::new(self.python.as_ref().context("no CPython")?)
                        .arg(folder().join("programs").join(format!("{name}.py")))
                        .arg(orders)
                        .env("PYTHONPATH", tools().join("python")),
                )?;
                let mut numbers = said.split_whitespace().map(str::parse);
                let mut next = || {
                    numbers
                        .next()
                        .context("two numbers are wanted")?
                        .context(said.clone())
                };
                Ok([("seconds".into(), next()?), ("result".into(), next()?)].into())
            }
        }
    }

    /// Go's programs are timed from outside: starting one takes a millisecond.
    fn measure_go(&self, name: &str, row: &Row) -> Result<Figures> {
        let (go, programs) = self.go.as_ref().context("no Go")?;
        let orders = row.orders;
        let program = programs.join(format!("{name}-{orders}"));
        if !program.is_file() {
            let text = fs::read_to_string(folder().join("programs").join(format!("{name}.go")))?;
            let lines = text.lines().map(|line| match line.split_once('=') {
                Some((head, _)) if head.trim().trim_start_matches("const ").trim() == "orders" => {
                    format!("{head}= {orders}\n")
                }
                _ => format!("{line}\n"),
            });
            let source = programs.join(format!("{name}-{orders}.go"));
            fs::write(&source, lines.collect::<String>())?;
            run(go
                .command()
                .arg("build")
                .arg("-o")
                .arg(&program)
                .arg(&source))?;
        }
        let mut command = Command::new(&program);
        if row.how == ONE_P {
            command.env("GOMAXPROCS", "1");
        }
        let start = Instant::now();
        let said = output(&mut command)?;
        let seconds = start.elapsed().as_secs_f64();
        let result = said.trim().parse().with_context(|| said.clone())?;
        Ok([("seconds".into(), seconds), ("result".into(), result)].into())
    }
}

impl Engine {
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Engine::Native(name @ ("kernel" | "nexosim" | "wasmi")) => ("peer", name),
            Engine::Native(name) => ("native", name),
            Engine::Node(name) => ("node", name),
            Engine::Chromium(name) => ("chromium", name),
            Engine::Go(name) => ("go", name),
            Engine::Python(name) => ("python", name),
        }
    }
}

fn index(name: &str) -> Result<String> {
    let found = ROWS.iter().find(|row| row.0 == name);
    Ok(found
        .with_context(|| format!("no row {name} in wasm"))?
        .1
        .to_string())
}

fn json(command: &mut Command) -> Result<Figures> {
    let said = output(command)?;
    let line = said.lines().last().unwrap_or_default();
    match serde_json::from_str(line) {
        Ok(figures) => Ok(figures),
        Err(error) => bail!("{error}: {said}"),
    }
}
