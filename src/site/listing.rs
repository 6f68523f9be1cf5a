//! A Go listing as HTML: the same classes as the live code panel uses.

use super::escape;
use crate::go::lex::{Class, highlight};

/// The spans of a listing, `<span class="k">func</span>` and so on.
pub fn html(source: &str) -> String {
    let mut out = String::new();
    for span in highlight(source) {
        let text = escape::text(&source[span.range]);
        match class(span.class) {
            Some(class) => out.push_str(&format!("<span class=\"{class}\">{text}</span>")),
            None => out.push_str(&text),
        }
    }
    out
}

fn class(class: Class) -> Option<&'static str> {
    Some(match class {
        Class::Space | Class::Ident | Class::Operator | Class::Function => return None,
        Class::Comment => "c",
        Class::Keyword => "k",
        Class::Type => "t",
        Class::Builtin => "b",
        Class::String => "s",
        Class::Number => "n",
    })
}
