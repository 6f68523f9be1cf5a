//! The code that is read is the code that runs: every listing of the lessons is changed as a learner might change it, and
//! its run changes as it should, or not at all. What each listing does is `tests/lessons.rs`' to say.
#![cfg(not(target_arch = "wasm32"))]

use brigade::go::lex::Lexer;
use brigade::go::token::{Keyword, Tok};
use brigade::runtime::Settings;
use brigade::runtime::report::Report;
use brigade::runtime::scenario::Scenario;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

const MS: u64 = 1_000_000;

/// All listings, by name.
fn listings() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut found: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "go"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    found.sort();
    assert!(found.len() >= 9, "the lessons have their listings");
    found
}

/// 60 orders that share nothing that is scarce, 23 sources, all alike.
fn even() -> Scenario {
    Scenario {
        tasks: 60,
        sources: 23,
        ..Scenario::default()
    }
}

fn run(name: &str, text: &str, scenario: Scenario) -> Report {
    let settings = Settings {
        scenario,
        ..Settings::default()
    };
    let report = brigade::run(name, text, &settings).report;
    assert!(report.diagnostics.is_empty(), "{}\n{text}", report.stderr);
    report
}

/// What of a run doesn't tell where in the file it happened.
fn told(report: &Report) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        report.orders,
        report.makespan_ns,
        report.stdout.clone(),
        report.exit_code,
        report.stoves,
        report.max_in_flight,
        report.goroutines,
    )
}

#[test]
fn other_names_are_the_same_run() {
    for (name, text) in listings() {
        let other = with_other_names(&text);
        assert_ne!(other, text);
        assert_eq!(
            run(&name, &other, even()),
            run(&name, &text, even()),
            "{other}"
        );
    }
}

#[test]
fn functions_in_another_order_are_the_same_run() {
    for (name, text) in listings() {
        let other = with_functions_reversed(&text);
        let (ours, was) = (run(&name, &other, even()), run(&name, &text, even()));
        assert_eq!(told(&ours), told(&was), "{other}");
    }
}

#[test]
fn who_sleeps_first_ends_later_by_as_much() {
    for (name, text) in listings() {
        let other = with_sleep_where(&text, 7, |line| line == "func main() {");
        let (ours, was) = (run(&name, &other, even()), run(&name, &text, even()));
        assert_eq!(ours.makespan_ns, was.makespan_ns + 7 * MS, "{name}");
        assert_eq!(
            (ours.orders, ours.stdout, ours.exit_code),
            (was.orders, was.stdout, was.exit_code),
            "{name}"
        );
    }
}

/// A pause before each order is, where nothing is scarce, a longer order.
#[test]
fn who_pauses_before_each_order_takes_as_long_as_with_longer_orders() {
    for (name, text) in listings() {
        let works = |line: &str| line.contains("kitchen.Cook(") || line.contains("library.Fetch(");
        let mut other = text.clone();
        for line in text.lines().filter(|line| works(line)) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let pause = format!("{indent}time.Sleep(7 * time.Millisecond)\n{line}");
            other = other.replacen(line, &pause, 1);
        }
        let other = with_time(&other);
        let mut longer = even();
        longer.service_ns += 7 * MS;
        longer.latency_ns += 7 * MS;
        let (ours, expected) = (run(&name, &other, even()), run(&name, &text, longer));
        assert_eq!(ours.makespan_ns, expected.makespan_ns, "{other}");
        assert_eq!(ours.orders, expected.orders, "{name}");
        if !["naive.go", "naive_server.go", "late_add.go"].contains(&&*name) {
            let was = run(&name, &text, even());
            assert!(ours.makespan_ns > was.makespan_ns, "{name}");
        }
    }
}

#[test]
fn a_naive_main_that_stays_sees_its_orders_served() {
    let (name, text) = listings()
        .into_iter()
        .find(|(name, _)| name == "naive.go")
        .unwrap();
    let stays = |ms| {
        with_sleep_where(&text, ms, |line| {
            line == "\tProcessTasksNaive(kitchen.Orders())"
        })
    };
    assert_eq!(run(&name, &text, even()).orders.lost, 60);
    assert_eq!(run(&name, &stays(19), even()).orders.lost, 60);
    assert_eq!(run(&name, &stays(21), even()).orders.served, 60);
}

// ---- the changes

/// A pause after each line that is asked for.
fn with_sleep_where(text: &str, ms: u32, wanted: impl Fn(&str) -> bool) -> String {
    let mut other = String::new();
    for line in text.lines() {
        other += line;
        other.push('\n');
        if wanted(line) {
            other += &format!("\ttime.Sleep({ms} * time.Millisecond)\n");
        }
    }
    assert!(
        other.contains("time.Sleep"),
        "no line is as asked for:\n{text}"
    );
    with_time(&other)
}

fn with_time(text: &str) -> String {
    if text.contains("\"time\"") {
        text.to_owned()
    } else {
        text.replacen("import (\n", "import (\n\t\"time\"\n", 1)
    }
}

/// What follows the imports, last declaration first.
fn with_functions_reversed(text: &str) -> String {
    let imports = text.find("\n)\n").expect("a listing imports") + 3;
    let (head, declarations) = text.split_at(imports);
    let mut declarations: Vec<&str> = declarations.split_inclusive("\n}\n").collect();
    assert!(declarations.len() > 1, "{text}");
    declarations.reverse();
    head.to_owned() + &declarations.concat()
}

/// Every name that the listing declares is another.
fn with_other_names(text: &str) -> String {
    let tokens = tokens(text);
    let word = |at: &Range<usize>| &text[at.clone()];
    let imported: BTreeSet<&str> = tokens
        .iter()
        .skip_while(|(kind, _)| *kind != Tok::Keyword(Keyword::Import))
        .take_while(|(kind, _)| *kind != Tok::Keyword(Keyword::Func))
        .filter(|(kind, _)| *kind == Tok::Literal)
        .filter_map(|(_, at)| word(at).trim_matches('"').rsplit('/').next())
        .collect();
    let fields = fields(&tokens, text);
    let mut others: BTreeMap<&str, String> = BTreeMap::new();
    let (mut out, mut done) = (String::new(), 0);
    for (index, (kind, at)) in tokens.iter().enumerate() {
        let name = word(at);
        let before = |back: usize| index.checked_sub(back).map(|index| &tokens[index]);
        let after_dot = before(1).is_some_and(|(kind, _)| *kind == Tok::Dot);
        let of_package = before(2).is_some_and(|(_, at)| imported.contains(word(at)));
        let keeps = match after_dot {
            true => of_package || !fields.contains(name),
            false => imported.contains(name) || KEPT.contains(&name),
        };
        if *kind != Tok::Name || keeps {
            continue;
        }
        let count = others.len();
        let other = others
            .entry(name)
            .or_insert_with(|| format!("zutat{count}"));
        out += &text[done..at.start];
        out += other;
        done = at.end;
    }
    out + &text[done..]
}

/// Names that aren't the listing's own.
const KEPT: [&str; 22] = [
    "main", "_", "nil", "true", "false", "error", "string", "int", "int64", "bool", "any", "byte",
    "float64", "len", "cap", "make", "append", "close", "min", "max", "panic", "recover",
];

/// The fields of the structs that a listing declares.
fn fields<'a>(tokens: &[(Tok, Range<usize>)], text: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut in_struct = false;
    let mut at_start = false;
    for (kind, at) in tokens {
        match kind {
            Tok::Keyword(Keyword::Struct) => in_struct = true,
            Tok::Rbrace => in_struct = false,
            Tok::Lbrace | Tok::Semi(_) | Tok::Comma => at_start = true,
            Tok::Name if in_struct && at_start => {
                found.insert(&text[at.clone()]);
                at_start = false;
            }
            _ => at_start = false,
        }
    }
    found
}

fn tokens(text: &str) -> Vec<(Tok, Range<usize>)> {
    let mut lexer = Lexer::new(text);
    std::iter::from_fn(|| {
        let token = lexer.next_token();
        (token.kind != Tok::Eof).then_some((token.kind, token.start..token.end))
    })
    .collect()
}
