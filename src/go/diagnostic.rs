//! What the front end has to say about a program, in the Go compiler's words and form.

use super::source::{Pos, SourceMap};
use std::fmt;
use std::sync::Arc;

/// After how many diagnostics `too many errors` is printed and no more, as the Go compiler does.
const MOST_PRINTED: usize = 10;

/// How the messages begin in which `go build` complains about a package clause or an import that it can't read.
const HEAD_ERRORS: [&str; 4] = [
    "expected '",
    "missing import path",
    "illegal rune literal",
    "string literal not terminated",
];

/// One complaint, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The place in the compilation's [`SourceMap`].
    pub pos: Pos,
    /// The name of the file.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column in bytes, from 1.
    pub column: u32,
    /// What is wrong, in the Go compiler's words; further lines begin with a tab.
    pub message: String,
    /// Whether it is the one that was met last, at which the Go compiler gives up.
    pub gave_up: bool,
}

impl Diagnostic {
    /// A complaint about the place `pos` of `map`.
    pub fn new(map: &SourceMap, pos: Pos, message: impl Into<String>) -> Diagnostic {
        let at = map.position(pos);
        let file = map.file(at.file).name.clone();
        Diagnostic {
            pos,
            file,
            line: at.line,
            column: at.column,
            message: message.into(),
            gave_up: false,
        }
    }

    /// Whether it is about the grammar. If one is, the Go compiler doesn't go on to check types.
    pub fn is_syntax_error(&self) -> bool {
        let begins = |words: &&str| self.message.starts_with(*words);
        self.message.starts_with("syntax error: ") || HEAD_ERRORS.iter().any(begins)
    }
}

/// `./FILE.go:LINE:COLUMN: message`, as `go build` prints it.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "./{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )
    }
}

/// What the Go compiler prints of what it met in this order. It takes one syntax error a line, and nothing twice in a
/// row on one line; at the tenth it gives up, and only then sorts by place.
pub fn report(met: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if met.iter().any(|d| d.gave_up) {
        return met;
    }
    let mut kept: Vec<Diagnostic> = vec![];
    let line = |d: &Diagnostic| (d.file.clone(), d.line);
    let (mut syntax, mut other) = (None, None);
    for mut d in met {
        if d.is_syntax_error() {
            if syntax.replace(line(&d)) == Some(line(&d)) {
                continue;
            }
        } else {
            let said = Some((line(&d), d.message.clone()));
            if other == said {
                continue;
            }
            other = said;
        }
        d.gave_up = kept.len() + 1 == MOST_PRINTED;
        kept.push(d);
        if kept.len() == MOST_PRINTED {
            break;
        }
    }
    kept.sort_by_key(|d| d.pos);
    kept.dedup_by(|b, a| {
        let same = (a.pos, &a.message) == (b.pos, &b.message);
        a.gave_up |= same && b.gave_up;
        same
    });
    kept
}

/// The lines that the compiler prints for what it [reports](report).
pub fn render(reported: &[Diagnostic]) -> String {
    let mut text: String = reported.iter().map(|d| format!("{d}\n")).collect();
    if let Some(last) = reported.iter().find(|d| d.gave_up) {
        let (file, line, column) = (&last.file, last.line, last.column);
        text += &format!("./{file}:{line}:{column}: too many errors\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_ten_by_line_and_says_where_it_gave_up() {
        let mut map = SourceMap::new();
        let file = map.add("main.go", &"x\n".repeat(20));
        let bad = |line: u32| Diagnostic::new(&map, map.file(file).pos(2 * line as usize), "bad");
        let mut met: Vec<_> = (3..14).rev().map(bad).collect();
        met.insert(0, bad(13));
        let text = render(&report(met.clone()));
        assert!(text.starts_with("./main.go:5:1: bad\n./main.go:6:1: bad\n"));
        assert!(text.ends_with("./main.go:14:1: bad\n./main.go:5:1: too many errors\n"));
        assert_eq!(render(&report(met[..9].to_vec())).lines().count(), 8);
    }
}
