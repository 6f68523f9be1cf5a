//! The native command from outside: its statuses, its two streams, its messages. What a program does is other tests' to
//! say.
#![cfg(not(target_arch = "wasm32"))]

mod endings;
mod object;
mod usage;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder for one test's files.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Status, stdout and stderr of the command in a folder.
fn brigade(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_brigade"));
    let output = command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let status = output.status.code().expect("it ends by itself");
    (status, text(output.stdout), text(output.stderr))
}

/// The same, of a program whose `main` is given, with `imports`.
fn program(name: &str, imports: &[&str], main: &str, arguments: &[&str]) -> (i32, String, String) {
    let folder = folder(name);
    let imports: String = imports
        .iter()
        .map(|import| format!("\t\"{import}\"\n"))
        .collect();
    let text = format!("package main\n\nimport (\n{imports})\n\nfunc main() {{\n{main}\n}}\n");
    fs::write(folder.join("main.go"), text).unwrap();
    brigade(&folder, &[&["run", "main.go"], arguments].concat())
}
