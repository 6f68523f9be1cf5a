//! The front end on programs with a few words changed, as a learner's typing leaves them for a moment: it comes to an
//! end without a panic, with a program or with diagnostics, and each of these is about a place in the text.
#![cfg(not(target_arch = "wasm32"))]

use brigade::go;
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// All programs of the conformance corpus and of the lessons, good or bad, as words.
static PROGRAMS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![];
    for folder in ["tests/conformance", "lessons"] {
        go_files(&root.join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| fs::read_to_string(path).ok();
    let programs: Vec<_> = paths.into_iter().filter_map(read).collect();
    assert!(programs.len() > 100);
    programs.iter().map(|text| words(text)).collect()
});

fn go_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            go_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "go") {
            found.push(path);
        }
    }
}

/// Names, numbers and strings whole, all else by the character.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut word = String::from(c);
        if c == '"' || c == '`' {
            for d in chars.by_ref() {
                word.push(d);
                if d == c || d == '\n' && c == '"' {
                    break;
                }
            }
        } else if c.is_alphanumeric() || c == '_' {
            while let Some(d) = chars.next_if(|d| d.is_alphanumeric() || *d == '_') {
                word.push(d);
            }
        }
        words.push(word);
    }
    words
}

#[derive(Clone, Debug)]
enum Mutation {
    Remove(Index),
    Repeat(Index),
    Swap(Index, Index),
    /// By a word of some program.
    Replace(Index, Index, Index),
    /// Some words of a program, put in.
    Insert(Index, Index, Index, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Mutation::Remove),
        at().prop_map(Mutation::Repeat),
        (at(), at()).prop_map(|(a, b)| Mutation::Swap(a, b)),
        (at(), at(), at()).prop_map(|(a, p, w)| Mutation::Replace(a, p, w)),
        (at(), at(), at(), 1..12usize).prop_map(|(a, p, w, n)| Mutation::Insert(a, p, w, n)),
    ]
}

fn mutated(program: &Index, mutations: &[Mutation]) -> String {
    let pick = |index: &Index| &PROGRAMS[index.index(PROGRAMS.len())];
    let mut words = pick(program).clone();
    for mutation in mutations {
        if words.is_empty() {
            break;
        }
        let at = |index: &Index| index.index(words.len());
        match mutation {
            Mutation::Remove(i) => {
                let i = at(i);
                words.remove(i);
            }
            Mutation::Repeat(i) => {
                let i = at(i);
                words.insert(i, words[i].clone());
            }
            Mutation::Swap(i, j) => {
                let (i, j) = (at(i), at(j));
                words.swap(i, j);
            }
            Mutation::Replace(i, p, w) => {
                let (i, from) = (at(i), pick(p));
                words[i] = from[w.index(from.len())].clone();
            }
            Mutation::Insert(i, p, w, n) => {
                let (i, from) = (at(i), pick(p));
                let start = w.index(from.len());
                let some = from[start..from.len().min(start + n)].to_vec();
                words.splice(i..i, some);
            }
        }
    }
    words.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn mutated_programs_are_compiled_to_an_end(
        program in any::<Index>(),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let text = mutated(&program, &mutations);
        let (program, diagnostics) = go::compile("main.go", &text);
        prop_assert_eq!(program.is_some(), diagnostics.is_empty());
        prop_assert!(diagnostics.len() <= 10);
        prop_assert!(diagnostics.windows(2).all(|w| w[0].pos <= w[1].pos));
        let lines: Vec<&str> = text.split('\n').collect();
        for d in &diagnostics {
            prop_assert_eq!(&*d.file, "main.go", "{}", d);
            let line = lines.get(d.line as usize - 1);
            let within = line.is_some_and(|line| (1..=line.len() as u32 + 1).contains(&d.column));
            prop_assert!(within, "{}", d);
            prop_assert!(!d.message.is_empty());
        }
    }
}
