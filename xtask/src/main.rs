//! Brigade's own commands: `cargo xtask` lists them. One file a verb.
#![forbid(unsafe_code)]
// What is measured here is how long building takes; no run depends on it.
#![allow(clippy::disallowed_methods)]

mod bench;
mod build;
mod record;
mod screenshot;
mod serve;
mod setup;
mod shell;
mod test;
mod twin;

use clap::{Parser, Subcommand};

/// Brigade's own commands
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the workbook and serve it on this machine
    Serve(serve::Options),
    /// Run every check and test there is
    Test(test::Options),
    /// Build the workbook into target/site
    Build(build::Options),
    /// Get what building needs and this machine lacks (the other commands call it)
    Setup,
    /// Photograph pages in three sizes, light and dark
    Screenshot(screenshot::Options),
    /// Ask real Go what the programs of tests/conformance do, and write it beside them
    Record(record::Options),
    /// Measure speed and size beside peers on the same work
    Bench(bench::Options),
    /// Ask real Go what the lessons' listings do, and write it into tests/twin
    Twin,
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().verb {
        Verb::Serve(options) => serve::main(&options),
        Verb::Test(options) => test::main(&options),
        Verb::Build(options) => build::main(&options),
        Verb::Setup => setup::everything(),
        Verb::Screenshot(options) => screenshot::main(&options),
        Verb::Record(options) => record::main(&options),
        Verb::Bench(options) => bench::main(&options),
        Verb::Twin => twin::main(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
