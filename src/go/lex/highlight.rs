//! Classes of text for syntax highlighting. Never fails, and loses no byte.

use super::super::token::{Keyword, Tok};
use super::Lexer;
use std::ops::Range;

/// What a stretch of text is, as far as one can say without parsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// White space, and characters that mean nothing.
    Space,
    /// A comment.
    Comment,
    /// A keyword.
    Keyword,
    /// A predeclared type, or the name that follows `type`.
    Type,
    /// A predeclared function, constant or `nil`.
    Builtin,
    /// A name that is called or declared as a function.
    Function,
    /// Any other name.
    Ident,
    /// A string or rune.
    String,
    /// A number.
    Number,
    /// An operator, bracket or separator.
    Operator,
}

/// A stretch of text of one class, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub class: Class,
}

/// Divides a text into spans that follow each other without gap from its first byte to its last.
pub fn highlight(src: &str) -> Vec<Span> {
    let mut lexer = Lexer::new(src);
    let mut marked = Vec::new();
    let mut after_type = false;
    loop {
        let token = lexer.next_token();
        if token.kind == Tok::Eof {
            break;
        }
        let class = classify(
            token.kind,
            &src[token.start..token.end],
            &src[token.end..],
            after_type,
        );
        after_type = token.kind == Tok::Keyword(Keyword::Type);
        if !matches!(token.kind, Tok::Semi(_)) || src[token.start..].starts_with(';') {
            marked.push(Span {
                range: token.start..token.end,
                class,
            });
        }
    }
    let comments = lexer.comments.into_iter().map(|range| Span {
        range,
        class: Class::Comment,
    });
    marked.extend(comments);
    marked.sort_by_key(|span| span.range.start);
    fill_gaps(marked, src.len())
}

fn classify(token: Tok, text: &str, after: &str, after_type: bool) -> Class {
    match token {
        Tok::Keyword(_) => Class::Keyword,
        Tok::Literal if text.starts_with(['"', '`', '\'']) => Class::String,
        Tok::Literal => Class::Number,
        Tok::Name if after_type || PREDECLARED_TYPES.contains(&text) => Class::Type,
        Tok::Name if PREDECLARED_VALUES.contains(&text) => Class::Builtin,
        Tok::Name if after.starts_with('(') => Class::Function,
        Tok::Name => Class::Ident,
        _ => Class::Operator,
    }
}

fn fill_gaps(spans: Vec<Span>, length: usize) -> Vec<Span> {
    let mut all = Vec::with_capacity(spans.len() * 2);
    let mut at = 0;
    for span in spans {
        if at < span.range.start {
            all.push(Span {
                range: at..span.range.start,
                class: Class::Space,
            });
        }
        at = span.range.end;
        all.push(span);
    }
    if at < length {
        all.push(Span {
            range: at..length,
            class: Class::Space,
        });
    }
    all
}

const PREDECLARED_TYPES: [&str; 22] = [
    "any",
    "bool",
    "byte",
    "comparable",
    "complex128",
    "complex64",
    "error",
    "float32",
    "float64",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "rune",
    "string",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
];

const PREDECLARED_VALUES: [&str; 22] = [
    "append", "cap", "clear", "close", "complex", "copy", "delete", "false", "imag", "iota", "len",
    "make", "max", "min", "new", "nil", "panic", "print", "println", "real", "recover", "true",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(src: &str) -> Vec<(&str, Class)> {
        let spans = highlight(src)
            .into_iter()
            .filter(|s| s.class != Class::Space);
        spans.map(|s| (&src[s.range], s.class)).collect()
    }

    #[test]
    fn tells_names_from_types_and_calls() {
        use Class::*;
        let found = classes("type T int // x\nf(nil, \"é\")");
        let wanted = [
            ("type", Keyword),
            ("T", Type),
            ("int", Type),
            ("// x", Comment),
            ("f", Function),
            ("(", Operator),
            ("nil", Builtin),
            (",", Operator),
            ("\"é\"", String),
            (")", Operator),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn loses_no_byte_of_broken_text() {
        for src in [
            "",
            "\"open",
            "a /* open",
            "x @ # 0x_ \u{feff} '",
            "return /* a\nb */ x\n",
            "`\n\n",
        ] {
            let spans = highlight(src);
            assert_eq!(
                spans
                    .iter()
                    .map(|s| &src[s.range.clone()])
                    .collect::<std::string::String>(),
                src
            );
            assert!(spans.windows(2).all(|w| w[0].range.end == w[1].range.start));
        }
    }
}
