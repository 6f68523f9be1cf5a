//! The native command: `brigade run FILE.go`, `brigade check LESSON.md`. What it prints is `MODEL.md`'s to say.

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use brigade::runtime::Settings;
    use brigade::runtime::scenario::Scenario;
    use brigade::site;
    use clap::{Parser, Subcommand};
    use std::io::{ErrorKind, Write};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    /// Wrong use, as `sysexits.h` has it.
    const USAGE: u8 = 64;

    /// Runs Go programs on virtual time, under explicit limits, and checks lessons.
    #[derive(Parser)]
    #[command(name = "brigade", version)]
    struct Command {
        #[command(subcommand)]
        verb: Verb,
    }

    #[derive(Subcommand)]
    enum Verb {
        /// Run a Go program and exit with its status
        Run(Run),
        /// Hold lessons against their programs: all compile, and every stated figure is what the run says
        Check {
            /// The lessons; their listings lie beside them
            #[arg(value_name = "LESSON.md", required = true)]
            lessons: Vec<PathBuf>,
        },
    }

    #[derive(clap::Args)]
    struct Run {
        /// The program
        #[arg(value_name = "FILE.go")]
        file: PathBuf,
        /// Change a setting of the scenario; any number of times
        #[arg(long = "set", value_name = "NAME=VALUE")]
        set: Vec<String>,
        /// Take the scenario from a TOML file; what is `--set` goes over it
        #[arg(long, value_name = "FILE.toml")]
        scenario: Option<PathBuf>,
        /// Draws the work: service times, failures, arrivals
        #[arg(long, default_value_t = 0, value_name = "N", value_parser = whole, allow_negative_numbers = true)]
        seed: u64,
        /// Draws the order in which goroutines run; 0 is Go's own on one processor
        #[arg(long, default_value_t = 0, value_name = "N", value_parser = whole, allow_negative_numbers = true)]
        schedule: u64,
        /// Look for data races
        #[arg(long)]
        race: bool,
        /// List goroutines that are still blocked at the end
        #[arg(long)]
        leaks: bool,
        /// Print one JSON object instead of the program's own output
        #[arg(long)]
        json: bool,
    }

    pub fn main() -> ExitCode {
        let command = match Command::try_parse() {
            Ok(command) => command,
            Err(help) if !help.use_stderr() => {
                let _ = help.print();
                return ExitCode::SUCCESS;
            }
            Err(wrong) => {
                return complain(
                    wrong
                        .render()
                        .to_string()
                        .trim_start_matches("error: ")
                        .trim_end(),
                );
            }
        };
        let done = match command.verb {
            Verb::Run(run) => run.run(),
            Verb::Check { lessons } => Ok(check(&lessons)),
        };
        done.unwrap_or_else(|message| complain(&message))
    }

    fn complain(message: &str) -> ExitCode {
        eprintln!("brigade: {message}");
        ExitCode::from(USAGE)
    }

    /// Prints all problems of all lessons; the status is 1 if there are any.
    fn check(lessons: &[PathBuf]) -> ExitCode {
        let checked = lessons
            .iter()
            .filter_map(|lesson| site::check(lesson).err());
        let problems: Vec<site::Problem> = checked.flatten().collect();
        for problem in &problems {
            eprintln!("{problem}");
        }
        ExitCode::from(u8::from(!problems.is_empty()))
    }

    impl Run {
        fn run(self) -> Result<ExitCode, String> {
            let settings = Settings {
                scenario: self.scenario()?,
                seed: self.seed,
                schedule: self.schedule,
                race: self.race,
                leaks: self.leaks,
                ..Settings::default()
            };
            let text = read(&self.file)?;
            let name = self
                .file
                .file_name()
                .map(|name| name.to_string_lossy())
                .unwrap_or_default();
            let report = brigade::run(&name, &text, &settings).report;
            let mut out = std::io::stdout().lock();
            // A reader that went away, such as `head`, is no reason to fail.
            if self.json {
                let _ = serde_json::to_writer(&mut out, &report).map(|()| writeln!(out));
            } else {
                let _ = out.write_all(report.stdout.as_bytes());
                let mut err = std::io::stderr().lock();
                let _ = err.write_all(report.stderr.as_bytes());
                for line in report.remarks() {
                    let _ = writeln!(err, "{line}");
                }
            }
            Ok(ExitCode::from(report.exit_code))
        }

        fn scenario(&self) -> Result<Scenario, String> {
            let mut scenario = Scenario::default();
            if let Some(path) = &self.scenario {
                let table: toml::Table = read(path)?
                    .parse()
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                for (name, value) in table {
                    let value = plain(&value).ok_or_else(|| {
                        format!("{}: `{name}` takes a number or a word", path.display())
                    })?;
                    scenario
                        .set(&name, &value)
                        .map_err(|error| format!("{}: {error}", path.display()))?;
                }
            }
            for pair in &self.set {
                let (name, value) = pair
                    .split_once('=')
                    .ok_or_else(|| format!("--set takes NAME=VALUE, not `{pair}`"))?;
                scenario.set(name.trim(), value)?;
            }
            scenario.check()?;
            Ok(scenario)
        }
    }

    fn whole(text: &str) -> Result<u64, String> {
        text.parse()
            .map_err(|_| format!("it takes a whole number from 0 to {}", u64::MAX))
    }

    /// A TOML value as `--set` takes it.
    fn plain(value: &toml::Value) -> Option<String> {
        match value {
            toml::Value::String(word) => Some(word.clone()),
            toml::Value::Integer(number) => Some(number.to_string()),
            toml::Value::Float(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn read(path: &Path) -> Result<String, String> {
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("there is no file {}", path.display()),
            _ => format!("can't read {}: {error}", path.display()),
        })?;
        String::from_utf8(bytes)
            .map_err(|_| format!("can't read {}: it isn't UTF-8 text", path.display()))
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
