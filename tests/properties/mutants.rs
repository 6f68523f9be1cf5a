//! Programs that somebody has mistyped: none may make the front end or the machine panic or hang.

use brigade::go::lex::Lexer;
use brigade::go::token::Tok;
use brigade::runtime::Settings;
use brigade::runtime::scenario::Scenario;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// All programs that there are: of the conformance corpus, and of the lessons.
fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = fs::read_dir(root.join("tests/conformance"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.push(root.join("lessons"));
    let files = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "go"));
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    assert!(texts.len() > 500);
    texts
}

/// The text with one token changed, taken away, doubled or swapped with the next.
fn mutated(text: &str, at: usize, how: u8) -> String {
    let mut lexer = Lexer::new(text);
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next_token();
        match token.kind {
            Tok::Eof => break,
            _ if token.end > token.start => tokens.push(token.start..token.end),
            _ => {}
        }
    }
    if tokens.len() < 2 {
        return text.to_owned();
    }
    let index = at % (tokens.len() - 1);
    let (this, next) = (tokens[index].clone(), tokens[index + 1].clone());
    let other = tokens[(at / 7) % tokens.len()].clone();
    let (before, after) = (&text[..this.start], &text[this.end..]);
    let word = &text[this.clone()];
    match how {
        0 => format!("{before}{after}"),
        1 => format!("{before}{word} {word}{after}"),
        2 => format!(
            "{before}{}{}{word}{}",
            &text[next.clone()],
            &text[this.end..next.start],
            &text[next.end..]
        ),
        3 => format!("{before}{}{after}", &text[other]),
        4 => format!("{before}9999999999999999999999{after}"),
        5 => format!("{before}-1{after}"),
        _ => format!("{before}nil{after}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    /// Twenty mutations of one program a case, one upon the other; what still compiles is run, watched by all watchers,
    /// for as long as a little limit allows.
    #[test]
    fn a_mistyped_program_is_told_or_runs(
        program in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<usize>(), 0..7_u8), 20),
        schedule in 0_u64..4,
    ) {
        let corpus = corpus();
        let mut text = program.get(&corpus).clone();
        for (at, how) in changes {
            let changed = mutated(&text, at, how);
            let settings = Settings {
                scenario: Scenario { max_steps: 100_000, memory_mib: 32, tasks: 20, ..Scenario::default() },
                schedule,
                race: schedule % 2 == 1,
                leaks: true,
                ..Settings::default()
            };
            let ran = brigade::run("main.go", &changed, &settings);
            match ran.trace {
                None => prop_assert!(!ran.report.diagnostics.is_empty(), "nothing is told:\n{}", changed),
                Some(trace) => {
                    prop_assert_eq!(trace.audit(), Ok(()), "{}", changed);
                    text = changed;
                }
            }
        }
    }
}
