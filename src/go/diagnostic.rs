//! What the front end has to say about a program, in the Go compiler's words and form.

use super::source::{Pos, SourceMap};
use std::fmt;
use std::sync::Arc;

/// After how many diagnostics `too many errors` is printed and no more, as the Go compiler does.
pub const MOST_PRINTED: usize = 10;

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
        }
    }

    /// Whether it is about the grammar. If one is, the Go compiler doesn't go on to check types.
    pub fn is_syntax_error(&self) -> bool {
        self.message.starts_with("syntax error: ")
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

/// Sorts by place and drops what says the same thing twice about one line, as the Go compiler does.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|d| d.pos);
    diagnostics.dedup_by(|b, a| (&a.file, a.line, &a.message) == (&b.file, b.line, &b.message));
}

/// The lines that a compiler prints for sorted diagnostics. At the tenth it gives up, whether more follow or not.
pub fn render(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for (i, d) in diagnostics.iter().take(MOST_PRINTED).enumerate() {
        text += &format!("{d}\n");
        if i + 1 == MOST_PRINTED {
            text += &format!("./{}:{}:{}: too many errors\n", d.file, d.line, d.column);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_ten_by_line_and_then_gives_up() {
        let mut map = SourceMap::new();
        let file = map.add("main.go", &"x\n".repeat(20));
        let mut all: Vec<_> = (0..11)
            .rev()
            .map(|i| Diagnostic::new(&map, map.file(file).pos(2 * i), "bad"))
            .collect();
        all.push(all[0].clone());
        sort(&mut all);
        let text = render(&all);
        assert!(text.starts_with("./main.go:1:1: bad\n./main.go:2:1: bad\n"));
        assert!(text.ends_with("./main.go:10:1: bad\n./main.go:10:1: too many errors\n"));
        assert_eq!(render(&all[..9]).lines().count(), 9);
    }
}
