//! Text as Go quotes it, and its characters one by one, wrong bytes included.

use std::fmt::Write as _;

/// A character, or a byte that isn't UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A character.
    Char(char),
    /// A wrong byte.
    Byte(u8),
}

/// What a text consists of; a wrong byte counts as one character.
pub fn pieces(text: &[u8]) -> impl Iterator<Item = Piece> {
    text.utf8_chunks().flat_map(|chunk| {
        let wrong = chunk.invalid().iter().map(|&byte| Piece::Byte(byte));
        chunk.valid().chars().map(Piece::Char).chain(wrong)
    })
}

/// How many characters a text has.
pub fn count(text: &[u8]) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        pieces(text).count()
    }
}

/// The first so many characters of a text.
pub fn first(text: &[u8], count: usize) -> &[u8] {
    let len = pieces(text)
        .take(count)
        .map(|piece| match piece {
            Piece::Char(c) => c.len_utf8(),
            Piece::Byte(_) => 1,
        })
        .sum();
    &text[..len]
}

/// Which characters a quotation leaves as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// Those that print.
    Printable,
    /// Those of ASCII that print.
    Ascii,
    /// Those that print, and spaces of all kinds.
    Graphic,
}

/// Whether a character is a letter, mark, number, punctuation or symbol, or the ASCII space.
pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\u{a0}' => false,
        // Debug output escapes what doesn't print, and, only at the beginning, what extends the character before it.
        _ => {
            let mut text = String::from('a');
            text.push(c);
            text.escape_debug().nth(1) == Some(c)
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// A text as a literal of Go in quotation marks of a kind.
pub fn quote(text: &[u8], mark: char, leaves: Leaves) -> String {
    let mut quoted = String::from(mark);
    for piece in pieces(text) {
        let c = match piece {
            Piece::Byte(byte) => {
                let _ = write!(quoted, "\\x{byte:02x}");
                continue;
            }
            Piece::Char(c) => c,
        };
        let left = match leaves {
            Leaves::Printable => is_printable(c),
            Leaves::Ascii => c.is_ascii() && is_printable(c),
            Leaves::Graphic => is_printable(c) || is_space(c),
        };
        match c {
            _ if c == mark || c == '\\' => quoted.extend(['\\', c]),
            _ if left => quoted.push(c),
            '\x07' => quoted.push_str("\\a"),
            '\x08' => quoted.push_str("\\b"),
            '\x0c' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\x0b' => quoted.push_str("\\v"),
            '\0'..=' ' | '\x7f' => {
                let _ = write!(quoted, "\\x{:02x}", c as u32);
            }
            '\0'..='\u{ffff}' => {
                let _ = write!(quoted, "\\u{:04x}", c as u32);
            }
            _ => {
                let _ = write!(quoted, "\\U{:08x}", c as u32);
            }
        }
    }
    quoted.push(mark);
    quoted
}

/// Whether a text can stand in backquotes on one line.
pub fn can_backquote(text: &[u8]) -> bool {
    pieces(text).all(|piece| match piece {
        Piece::Byte(_) => false,
        Piece::Char(c) => !matches!(c, '\u{feff}' | '`' | '\x7f') && (c >= ' ' || c == '\t'),
    })
}
