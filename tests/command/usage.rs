//! Options, wrong uses, and `brigade check`.

use crate::{brigade, folder, program};
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn options_stand_before_or_after_and_the_later_one_counts() {
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let served = |arguments: &[&str]| {
        let (status, out, err) = brigade(&lessons, arguments);
        assert_eq!(status, 0, "{err}");
        let told: Value = serde_json::from_str(&out).unwrap();
        told["orders"]["served"].as_u64().unwrap()
    };
    assert_eq!(
        served(&["run", "--json", "--set", "tasks=3", "sequential.go"]),
        3
    );
    assert_eq!(
        served(&["run", "sequential.go", "--set", "tasks=3", "--json"]),
        3
    );
    assert_eq!(
        served(&[
            "run",
            "--set=tasks=3",
            "sequential.go",
            "--json",
            "--set",
            "tasks=4"
        ]),
        4
    );
    let scenario = folder("scenario").join("small.toml");
    fs::write(
        &scenario,
        "# a small day\ntasks = 6\nservice_ms = 0.5\nstove_policy = \"wait\"\n",
    )
    .unwrap();
    let scenario = scenario.to_str().unwrap();
    assert_eq!(
        served(&["run", "sequential.go", "--json", "--scenario", scenario]),
        6
    );
    assert_eq!(
        served(&[
            "run",
            "--set",
            "tasks=5",
            "sequential.go",
            "--json",
            "--scenario",
            scenario
        ]),
        5
    );
    let burnt = |seed: &str| {
        served(&[
            "run",
            "sequential.go",
            "--json",
            "--set",
            "fail_rate=0.5",
            "--seed",
            seed,
        ])
    };
    assert_eq!(burnt("1"), burnt("1"));
    assert_ne!(burnt("1"), burnt("2"));
    let main = "for i := range 9 {\ngo fmt.Print(i)\n}\nruntime.Gosched()";
    let order = |schedule: &str| {
        program(
            "order",
            &["fmt", "runtime"],
            main,
            &["--schedule", schedule],
        )
        .1
    };
    assert_eq!(order("0"), "801234567");
    assert!((1..9).any(|schedule| order(&schedule.to_string()) != order("0")));
}

#[test]
fn a_wrong_use_is_told_what_to_do() {
    let folder = folder("wrong");
    fs::write(folder.join("main.go"), "package main\n\nfunc main() {}\n").unwrap();
    fs::write(folder.join("bytes.go"), [0xff, 0xfe]).unwrap();
    fs::write(folder.join("word.toml"), "tasks = [1]\n").unwrap();
    fs::write(folder.join("name.toml"), "task = 1\n").unwrap();
    fs::write(folder.join("broken.toml"), "tasks 1\n").unwrap();
    for (arguments, says) in [
        ("", "Usage: brigade <COMMAND>"),
        ("run", "<FILE.go>"),
        ("runn main.go", "a similar subcommand exists: 'run'"),
        ("run main.go other.go", "unexpected argument 'other.go'"),
        ("run main.go --sed 1", "a similar argument exists: '--seed'"),
        ("run main.go --seed x", "it takes a whole number"),
        ("run main.go --schedule -1", "whole number"),
        (
            "run main.go --set tasks",
            "--set takes NAME=VALUE, not `tasks`",
        ),
        (
            "run main.go --set task=1",
            "unknown setting `task`; did you mean `tasks`? there are: tasks, workers,",
        ),
        (
            "run main.go --set workers=0",
            "impossible value `0` for `workers`: it takes a whole number from 1",
        ),
        (
            "run main.go --set stove_policy=drop",
            "it takes one of fail, wait, retry",
        ),
        (
            "run main.go --set stove_policy=wait --set stoves=1",
            "nobody could ever have a stove",
        ),
        ("run nobody.go", "there is no file nobody.go"),
        ("run bytes.go", "can't read bytes.go: it isn't UTF-8 text"),
        (
            "run main.go --scenario nothing.toml",
            "there is no file nothing.toml",
        ),
        (
            "run main.go --scenario word.toml",
            "word.toml: `tasks` takes a number or a word",
        ),
        (
            "run main.go --scenario name.toml",
            "name.toml: unknown setting `task`; did you mean `tasks`?",
        ),
        (
            "run main.go --scenario broken.toml",
            "broken.toml: TOML parse error at line 1",
        ),
        ("check", "<LESSON.md>"),
    ] {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        let (status, out, err) = brigade(&folder, &words);
        assert_eq!((status, &*out), (64, ""), "brigade {arguments}: {err}");
        assert!(err.starts_with("brigade: "), "brigade {arguments}: {err}");
        assert!(err.contains(says), "brigade {arguments}: {err}");
    }
    for help in ["--help", "help", "run --help", "check --help", "--version"] {
        let words: Vec<&str> = help.split_whitespace().collect();
        let (status, out, err) = brigade(&folder, &words);
        assert_eq!((status, &*err), (0, ""), "brigade {help}");
        assert!(out.to_lowercase().contains("brigade"), "{out}");
    }
}

#[test]
fn check_is_silent_where_all_is_well_and_names_the_line_where_it_is_not() {
    let folder = folder("check");
    let listing = "package main\n\nimport \"brigade/kitchen\"\n\nfunc main() {\n\tkitchen.Cook(kitchen.Orders()[0])\n}\n";
    fs::write(folder.join("p.go"), listing).unwrap();
    let lesson = |served: u32| {
        format!(
            "+++\ntitle = \"T\"\nkicker = \"K\"\npromise = \"P\"\n+++\n\n```sim\nid = \"s\"\nprogram = \"p.go\"\n\
             alt = \"One order is cooked.\"\ntasks = 1\n```\n\nOf one order [{served}](run:orders.served) is served.\n"
        )
    };
    fs::write(folder.join("right.md"), lesson(1)).unwrap();
    fs::write(folder.join("wrong.md"), lesson(2)).unwrap();
    assert_eq!(
        brigade(&folder, &["check", "right.md"]),
        (0, String::new(), String::new())
    );
    let (status, out, err) = brigade(&folder, &["check", "wrong.md", "right.md", "missing.md"]);
    assert_eq!((status, &*out), (1, ""));
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(
        lines[0],
        "wrong.md:14: `2` is stated, but orders.served of the run is 1"
    );
    assert!(lines[1].starts_with("missing.md:1: "), "{err}");
    assert_eq!(lines.len(), 2);
    // From elsewhere the listing is still the one beside the lesson.
    let path = folder.join("right.md");
    assert_eq!(
        brigade(Path::new("/"), &["check", path.to_str().unwrap()]).0,
        0
    );
}
