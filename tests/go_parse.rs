//! The parser beside the Go compiler.
//!
//! `tests/bad/syntax.txt` holds broken programs, each with what the Go compiler said about it. What is wrong with a
//! package clause or an import `go build` finds before: see `tests/conformance/syntax_errors/`.
//! `BRIGADE_GO=/usr/local/go/bin/go cargo test --test go_parse` writes down anew what it says.
#![cfg(not(target_arch = "wasm32"))]

use brigade::go::ast::{ConstDecl, Decl, Expr, ExprKind, File, StmtKind};
use brigade::go::diagnostic::{self, Diagnostic};
use brigade::go::lex::highlight;
use brigade::go::parse::{NodeIds, parse};
use brigade::go::source::SourceMap;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn parsed(source: &str) -> (File, Vec<Diagnostic>) {
    let mut map = SourceMap::new();
    let file = map.add("main.go", source);
    parse(&map, file, &mut NodeIds::default())
}

fn complaints(source: &str) -> String {
    diagnostic::render(&parsed(source).1)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A broken program and what the Go compiler says about it.
struct Case {
    name: String,
    source: String,
    expected: String,
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(root().join("tests/bad/syntax.txt")).expect("the recorded cases");
    let parts = text.split("=== ").skip(1);
    let split = |part: &str| {
        let (name, rest) = part.split_once('\n')?;
        let (source, expected) = rest.split_once("---\n")?;
        Some(Case {
            name: name.into(),
            source: source.into(),
            expected: expected.into(),
        })
    };
    parts
        .map(|part| split(part).expect("a name, a program, `---` and messages"))
        .collect()
}

fn record(go: &str) {
    let folder = std::env::temp_dir().join("brigade-go-parse");
    fs::create_dir_all(&folder).expect("a folder for programs");
    let mut text = String::new();
    for case in cases() {
        fs::write(folder.join("main.go"), &case.source).expect("a program written");
        let arguments = [
            "tool",
            "compile",
            "-o",
            "main.o",
            "-p",
            "main",
            "-complete",
            "main.go",
        ];
        let output = Command::new(go)
            .args(arguments)
            .current_dir(&folder)
            .output()
            .expect("the Go compiler");
        let said = String::from_utf8_lossy(&output.stdout).replace("main.go:", "./main.go:");
        write!(text, "=== {}\n{}---\n{said}", case.name, case.source).expect("text");
    }
    fs::write(root().join("tests/bad/syntax.txt"), text).expect("the cases written");
}

#[test]
fn says_what_the_go_compiler_says() {
    if let Ok(go) = std::env::var("BRIGADE_GO") {
        record(&go);
    }
    let mut differences = String::new();
    for case in cases() {
        let ours = complaints(&case.source);
        if ours != case.expected {
            let (name, expected) = (case.name, case.expected);
            write!(differences, "{name}\n  Go:\n{expected}  ours:\n{ours}\n").expect("text");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

fn go_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            go_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "go") {
            found.push(path);
        }
    }
}

/// The programs of this repository that are good Go.
fn good_programs() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    for folder in ["lessons", "tests/conformance", "src/go/pkg"] {
        go_files(&root().join(folder), &mut paths);
    }
    let read = |path: PathBuf| fs::read_to_string(&path).map(|text| (path, text)).ok();
    paths
        .into_iter()
        .filter_map(read)
        .filter(|(_, text)| !text.starts_with("//how: refused"))
        .collect()
}

/// What gosyn 0.2 wrongly says: of `{ defer f() }` on one line, and of methods with type parameters of their own.
const GOSYN_FAULTS: [&str; 2] = ["expected ';', found '}'", "expected '(', found '['"];

#[test]
fn accepts_what_is_good_and_so_does_a_second_parser() {
    let programs = good_programs();
    assert!(programs.len() > 20);
    for (path, text) in programs {
        assert_eq!(complaints(&text), "", "{}", path.display());
        if let Err(error) = gosyn::parse_source(&text) {
            let error = error.to_string();
            let fault = GOSYN_FAULTS.iter().any(|fault| error.contains(fault));
            assert!(fault, "{}: {error}", path.display());
        }
    }
}

/// An expression with all its parentheses.
fn shape(x: &Expr) -> String {
    match &x.kind {
        ExprKind::Binary {
            op, left, right, ..
        } => format!("({} {} {})", shape(left), op.text(), shape(right)),
        ExprKind::Unary { op, operand } => format!("({}{})", op.text(), shape(operand)),
        ExprKind::Star(operand) => format!("(*{})", shape(operand)),
        ExprKind::Call { fun, args, .. } => {
            format!(
                "({}({}))",
                shape(fun),
                args.iter().map(shape).collect::<Vec<_>>().join(", ")
            )
        }
        ExprKind::Selector { operand, name } => format!("({}.{})", shape(operand), name.name),
        ExprKind::Paren(x) => shape(x),
        _ => x.to_string(),
    }
}

fn expression(source: &str) -> Expr {
    let (file, diagnostics) = parsed(&format!("package main\nvar _ = {source}\n"));
    assert_eq!(diagnostics, [], "{source}");
    match file.decls.into_iter().next() {
        Some(Decl::Var(mut declaration)) => declaration.values.remove(0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn operators_bind_as_the_specification_says() {
    for (source, wanted) in [
        (
            "a || b && c == d + e * f",
            "(a || (b && (c == (d + (e * f)))))",
        ),
        (
            "a * b + c == d && e || f",
            "(((((a * b) + c) == d) && e) || f)",
        ),
        ("a - b - c", "((a - b) - c)"),
        ("a << b + c &^ d", "((a << b) + (c &^ d))"),
        ("-a * !b", "((-a) * (!b))"),
        ("*p.x", "(*(p.x))"),
        ("&a.b()", "(&((a.b)()))"),
        ("<-c + <-d", "((<-c) + (<-d))"),
        ("a ^ ^b | c & d", "((a ^ (^b)) | (c & d))"),
    ] {
        assert_eq!(shape(&expression(source)), wanted);
    }
}

#[test]
fn messages_quote_expressions_as_they_were_written() {
    for source in [
        "map[string][]int{}",
        "[...]int{…}",
        "func(a, b int, c ...string) (x error) {…}",
        "a[1:2:3]",
        "a[:]",
        "x.(*T)",
        "f(a, b...)",
        "chan (<-chan int)(nil)",
        "<-chan int(nil)",
        "chan<- int(nil)",
        "T[int, string]{}",
        "struct{a, b int; T}{}",
        "interface{m(int) bool; T}(nil)",
        "'a' + \"b\" + `c` + 0x1p-2 + 1_000",
    ] {
        let written = source
            .replace("[...]int{…}", "[...]int{1}")
            .replace("{…}", "{ return 1 }");
        assert_eq!(expression(&written).to_string(), source);
    }
}

#[test]
fn tells_arrays_from_type_parameters() {
    for (source, parameters) in [
        ("[n]int", 0),
        ("[n * m]int", 0),
        ("[p(n)]int", 0),
        ("[P any] struct{}", 1),
        ("[P *C, Q any] struct{}", 2),
        ("[P *C|Q,] int", 1),
        ("[P []int] int", 1),
        ("[P ~int|string] int", 1),
        ("[P, Q any] int", 2),
        ("[P interface{ ~int }] int", 1),
        ("[P *struct{}] int", 1),
        ("[P (C),] int", 1),
        ("[]int", 0),
        ("[P C.D] int", 1),
        ("[P C[int]] int", 1),
    ] {
        let (file, diagnostics) = parsed(&format!("package main\ntype T{source}\n"));
        assert_eq!(diagnostics, [], "{source}");
        let Decl::Type(declaration) = &file.decls[0] else {
            panic!("{source}")
        };
        let names: usize = declaration.type_params.iter().map(|f| f.names.len()).sum();
        assert_eq!(names, parameters, "{source}");
    }
}

#[test]
fn constants_repeat_the_line_before_and_count() {
    let (file, _) =
        parsed("package main\nconst (\n\ta, b = iota, 1\n\t_, _\n\tc, d int = 5, 6\n\te, f\n)\n");
    let constants: Vec<&ConstDecl> = file
        .decls
        .iter()
        .filter_map(|d| {
            if let Decl::Const(c) = d {
                Some(c)
            } else {
                None
            }
        })
        .collect();
    let row = |c: &ConstDecl| {
        (
            c.iota,
            c.inherited,
            c.typ.is_some(),
            c.values[0].to_string(),
        )
    };
    let wanted = [
        (0, false, false, "iota".to_string()),
        (1, true, false, "iota".to_string()),
        (2, false, true, "5".to_string()),
        (3, true, true, "5".to_string()),
    ];
    assert_eq!(constants.into_iter().map(row).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_file_may_ask_for_an_older_language() {
    let version = |source: &str| parsed(source).0.go_minor;
    assert_eq!(version("//go:build go1.21\n\npackage main\n"), Some(21));
    assert_eq!(
        version("// Hello.\n\npackage main\n\n//go:build go1.21\n"),
        None
    );
    assert_eq!(version("//go:build ignore\n\npackage main\n"), None);
}

#[test]
fn reads_the_forms_of_statements() {
    let body = "for {}\nfor x {}\nfor i := 0; i < 3; i++ {}\nfor range c {}\nfor k, v = range m {}\nfor i := range 3 {}\n\
        switch x := f(); x {}\nswitch x := y.(type) { case nil: }\nswitch y.(type) {}\nswitch ; x := y.(type) {}\n\
        select { case <-c: case v, ok := <-c: case c <- 1: default: }\ngo f()\ndefer func() {}()\nL: for { continue L }\n\
        x, y = y, x\nx <<= 1\nx--\nc <- 1\nif x := f(); x {} else if y {} else {}\nvar a, b = 1, 2\n;\n{ type T int }\n";
    let (file, diagnostics) = parsed(&format!("package main\nfunc main() {{\n{body}}}\n"));
    assert_eq!(diagnostics, []);
    let Some(Decl::Func(main)) = file.decls.first() else {
        panic!()
    };
    let stmts = &main.body.as_ref().expect("a body").stmts;
    let kinds: Vec<&str> = stmts
        .iter()
        .map(|s| match &s.kind {
            StmtKind::For { cond, .. } => {
                if cond.is_some() {
                    "for cond"
                } else {
                    "for"
                }
            }
            StmtKind::Range { key, define, .. } => match (key, define) {
                (None, _) => "range",
                (Some(_), true) => "range :=",
                (Some(_), false) => "range =",
            },
            StmtKind::Switch { tag, init, .. } if tag.is_some() && init.is_some() => {
                "switch init tag"
            }
            StmtKind::TypeSwitch { binding, .. } => {
                if binding.is_some() {
                    "type switch :="
                } else {
                    "type switch"
                }
            }
            StmtKind::Select { clauses, .. } if clauses.len() == 4 => "select",
            StmtKind::Go(_) => "go",
            StmtKind::Defer(_) => "defer",
            StmtKind::Labeled { .. } => "label",
            StmtKind::Assign { .. } => "=",
            StmtKind::OpAssign { .. } => "op=",
            StmtKind::IncDec { .. } => "--",
            StmtKind::Send { .. } => "send",
            StmtKind::If {
                init: Some(_),
                otherwise: Some(_),
                ..
            } => "if",
            StmtKind::Decl(_) => "var",
            StmtKind::Empty => ";",
            StmtKind::Block(_) => "block",
            other => panic!("{other:?}"),
        })
        .collect();
    let wanted = [
        "for",
        "for cond",
        "for cond",
        "range",
        "range =",
        "range :=",
        "switch init tag",
        "type switch :=",
        "type switch",
        "type switch :=",
        "select",
        "go",
        "defer",
        "label",
        "=",
        "op=",
        "--",
        "send",
        "if",
        "var",
        ";",
        "block",
    ];
    assert_eq!(kinds, wanted);
}

#[test]
fn nesting_without_end_is_a_diagnostic() {
    let nests = [
        ("x := ", "("),
        ("x := ", "!"),
        ("x := 1", "+1"),
        ("x := ", "["),
        ("", "{"),
        ("x := ", "func(){"),
        ("", "if x {"),
        ("", "if x {} else "),
        ("x := T", "{"),
        ("x := ", "f("),
        ("x := a", ".b"),
        ("x := a", "()"),
        ("x := ", "<-"),
        ("var x ", "[]"),
        ("var x ", "*"),
        ("var x ", "map["),
        ("var x ", "func("),
        ("var x ", "struct{a "),
        ("var x ", "interface{ a("),
        ("", "L: "),
        ("", "for {"),
        ("", "go func() {"),
        ("", "switch x { case y: "),
        ("x := ", "[]T{{a: "),
        ("type T[P ", "*"),
        ("x := ", "a || b && c("),
    ];
    for (head, nest) in nests {
        for tail in ["", "\n}\n"] {
            let source = format!(
                "package main\nfunc main() {{\n{head}{}{tail}",
                nest.repeat(100_000)
            );
            let found = complaints(&source);
            assert!(found.contains("nested too deeply"), "{nest}: {found}");
            assert_eq!(found.lines().count(), 1, "{nest}: {found}");
        }
    }
}

#[test]
fn long_lists_are_not_deep() {
    for (head, item) in [
        ("x := []int{", "a + b, "),
        ("x := []T{", "{a: 1}, "),
        ("f(", "a.b.c, "),
        ("", "x = x + 1\n"),
        ("switch x { case ", "1 + 1, "),
    ] {
        let source = format!(
            "package main\nfunc main() {{\n{head}{}",
            item.repeat(20_000)
        );
        assert!(!complaints(&source).contains("deep"), "{item}");
    }
}

/// Whether what is said of a program is sorted and about places in it, and its highlighting loses no byte.
fn is_orderly(source: &str) -> Result<(), TestCaseError> {
    let (_, diagnostics) = parsed(source);
    for d in &diagnostics {
        prop_assert!(
            d.line >= 1 && d.column >= 1 && d.pos.0 as usize <= source.len() + 1,
            "{d}"
        );
    }
    prop_assert!(diagnostics.windows(2).all(|w| w[0].pos <= w[1].pos));
    let spans = highlight(source);
    prop_assert_eq!(
        spans
            .iter()
            .map(|s| &source[s.range.clone()])
            .collect::<String>(),
        source
    );
    Ok(())
}

const PIECES: [&str; 48] = [
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "\n",
    ":",
    ":=",
    "=",
    "==",
    ".",
    "...",
    "*",
    "&",
    "<-",
    "!",
    "+",
    "~",
    "|",
    "func",
    "if",
    "for",
    "switch",
    "select",
    "case",
    "default",
    "type",
    "var",
    "const",
    "return",
    "go",
    "range",
    "struct",
    "interface",
    "map",
    "chan",
    "else",
    "x",
    "1",
    "\"",
    "'",
    "`",
    "/*",
    "0x",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_parsed_to_an_end(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        is_orderly(&pieces.join(" "))?;
        is_orderly(&format!("package main\nfunc main() {{\n{}", pieces.join(" ")))?;
    }

    #[test]
    fn damaged_programs_are_parsed_to_an_end(which in any::<prop::sample::Index>(), damage in prop::collection::vec(
        (any::<prop::sample::Index>(), prop::sample::select(&PIECES[..]), 0..3_usize), 1..4))
    {
        let programs = good_programs();
        let mut text: Vec<char> = programs[which.index(programs.len())].1.chars().collect();
        for (at, piece, cut) in damage {
            let at = at.index(text.len());
            let end = (at + cut * 3).min(text.len());
            text.splice(at..end, piece.chars());
        }
        is_orderly(&text.into_iter().collect::<String>())?;
    }
}
