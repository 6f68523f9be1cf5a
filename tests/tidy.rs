//! Holds what no compiler holds: the arrows between the rooms of `src/`, and that the README tells of what is there.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// Which room may use which: the arrows of the way of the data. Data flows one way; what a room may not name, it
/// doesn't know.
const ARROWS: &[(&str, &[&str])] = &[
    ("go", &[]),
    ("trace", &[]),
    ("runtime", &["go", "trace"]),
    ("scene", &["trace"]),
    ("lesson", &["go", "runtime"]),
    ("site", &["go", "runtime", "trace", "scene", "lesson"]),
    ("app", &["go", "runtime", "trace", "scene", "lesson"]),
];

/// What only `app` may name: the browser, and the clock on the wall.
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "Instant", "SystemTime"];

#[test]
fn rooms_use_only_what_the_table_of_arrows_allows() {
    let mut faults = Vec::new();
    for (room, may_use) in ARROWS {
        for file in rust_files(&root().join("src").join(room)) {
            for (line, text) in code_lines(&file) {
                for used in rooms_named(&text) {
                    if used != *room
                        && ARROWS.iter().any(|(name, _)| *name == used)
                        && !may_use.contains(&used)
                    {
                        faults.push(format!("{}: {room} uses {used}", at(&file, line)));
                    }
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "these go against the table ARROWS in tests/tidy.rs:\n{}",
        faults.join("\n")
    );
}

#[test]
fn every_room_stands_in_the_table_of_arrows() {
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let known = ["bin", "lib.rs"].contains(&name.as_str())
            || ARROWS.iter().any(|(room, _)| *room == name);
        assert!(
            known,
            "src/{name} isn't in the table ARROWS in tests/tidy.rs"
        );
    }
}

#[test]
fn only_the_app_knows_the_browser_and_nobody_reads_the_clock() {
    let mut faults = Vec::new();
    for (room, _) in ARROWS.iter().filter(|(room, _)| *room != "app") {
        for file in rust_files(&root().join("src").join(room)) {
            for (line, text) in code_lines(&file) {
                for name in BROWSER
                    .iter()
                    .filter(|name| words(&text).any(|word| word == **name))
                {
                    faults.push(format!("{}: {name}", at(&file, line)));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "only src/app may name these:\n{}",
        faults.join("\n")
    );
}

/// `wasm-pack test` builds every integration test for the browser.
#[test]
fn each_integration_test_says_where_it_runs() {
    for entry in fs::read_dir(root().join("tests")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&file).unwrap();
            assert!(
                text.contains("#![cfg(") && text.contains("target_arch = \"wasm32\""),
                "{}: begin it with #![cfg(not(target_arch = \"wasm32\"))], or without the not",
                at(&file, 1)
            );
        }
    }
}

#[test]
fn comments_promise_nothing() {
    let mark = concat!("TO", "DO");
    for folder in ["src", "tests", "xtask/src"] {
        for file in rust_files(&root().join(folder)) {
            for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
                let comment = line.split_once("//").map_or("", |(_, comment)| comment);
                assert!(
                    !words(comment).any(|word| word == mark),
                    "{}: do it, or open an issue",
                    at(&file, number + 1)
                );
            }
        }
    }
}

#[test]
fn paths_in_the_readme_exist() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let missing: Vec<&str> = readme
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|quoted| quoted.contains('/') && !quoted.contains([' ', ':', '<', '*']))
        .filter(|path| !path.starts_with("target/") && !root().join(path).exists())
        .collect();
    assert!(
        missing.is_empty(),
        "README.md names what isn't there: {missing:?}"
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn at(file: &Path, line: usize) -> String {
    format!(
        "{}:{line}",
        file.strip_prefix(root()).unwrap_or(file).display()
    )
}

/// All Rust files below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The lines of a file without their comments, numbered from 1. A room may speak of another in its documentation.
fn code_lines(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .enumerate()
        .map(|(number, line)| {
            (
                number + 1,
                line.split("//").next().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

/// The rooms behind each `crate::` of a line, also in `use crate::{go, trace::Trace}`.
fn rooms_named(line: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for (_, rest) in line
        .match_indices("crate::")
        .map(|(at, found)| line.split_at(at + found.len()))
    {
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(words(group)),
            None => rooms.extend(words(rest).next()),
        }
    }
    rooms
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}
