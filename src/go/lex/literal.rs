//! Literals: numbers, runes, strings, and what can be wrong with them.

use super::super::ast::LiteralValue;
use super::{Lexer, describe};

/// What has been read of a number's digits.
#[derive(Default)]
struct Digits {
    any: bool,
    separators: bool,
    /// The offset of the first digit that is too large for the base.
    invalid: Option<usize>,
}

impl Lexer<'_> {
    /// A number; `None` if it is ill-formed, which has been complained of then.
    pub(super) fn number(&mut self) -> Option<LiteralValue> {
        let start = self.at;
        let before = self.complaints.len();
        let (base, prefix) = self.base_prefix();
        let mut digits = Digits {
            any: prefix == '0',
            ..Digits::default()
        };
        self.digits(base, &mut digits);
        let mut value = LiteralValue::Int;
        if self.peek() == Some('.') {
            if matches!(prefix, 'o' | 'b') {
                self.complain(
                    self.at,
                    format!("invalid radix point in {} literal", base_name(base)),
                );
            }
            self.at += 1;
            value = LiteralValue::Float;
            self.digits(base, &mut digits);
        }
        if !digits.any && self.complaints.len() == before {
            self.complain(
                self.at,
                format!("{} literal has no digits", base_name(base)),
            );
        }
        if self.exponent(prefix, before, &mut digits) {
            value = LiteralValue::Float;
        } else if prefix == 'x' && value == LiteralValue::Float && self.complaints.len() == before {
            self.complain(self.at, "hexadecimal mantissa requires a 'p' exponent");
        }
        if self.take("i") {
            value = LiteralValue::Imag;
        }
        let text = &self.src[start..self.at];
        if let (LiteralValue::Int, Some(at)) = (&value, digits.invalid)
            && self.complaints.len() == before
        {
            let digit = self.src[at..].chars().next().unwrap_or('0');
            self.complain(
                at,
                format!("invalid digit '{digit}' in {} literal", base_name(base)),
            );
        }
        if digits.separators
            && self.complaints.len() == before
            && let Some(i) = misplaced_separator(text)
        {
            self.complain(start + i, "'_' must separate successive digits");
        }
        (self.complaints.len() == before).then_some(value)
    }

    /// The base that a number's beginning says, and its letter: `x`, `o`, `b`, `0` for a leading zero, or a blank.
    fn base_prefix(&mut self) -> (u32, char) {
        if !self.take("0") {
            return (10, ' ');
        }
        let (base, prefix) = match self.peek() {
            Some('x' | 'X') => (16, 'x'),
            Some('o' | 'O') => (8, 'o'),
            Some('b' | 'B') => (2, 'b'),
            _ => return (8, '0'),
        };
        self.at += 1;
        (base, prefix)
    }

    fn digits(&mut self, base: u32, seen: &mut Digits) {
        while let Some(c) = self.peek() {
            match c {
                '_' => seen.separators = true,
                _ if !c.is_digit(base.max(10)) => break,
                _ => {
                    seen.any = true;
                    if !c.is_digit(base) && seen.invalid.is_none() {
                        seen.invalid = Some(self.at);
                    }
                }
            }
            self.at += 1;
        }
    }

    fn exponent(&mut self, prefix: char, complaints_before: usize, digits: &mut Digits) -> bool {
        let Some(letter @ ('e' | 'E' | 'p' | 'P')) = self.peek() else {
            return false;
        };
        let binary = matches!(letter, 'p' | 'P');
        if self.complaints.len() == complaints_before {
            if !binary && matches!(prefix, 'x' | 'o' | 'b') {
                self.complain(
                    self.at,
                    format!("'{letter}' exponent requires decimal mantissa"),
                );
            } else if binary && prefix != 'x' {
                self.complain(
                    self.at,
                    format!("'{letter}' exponent requires hexadecimal mantissa"),
                );
            }
        }
        self.at += 1;
        if !self.take("+") {
            self.take("-");
        }
        let mut seen = Digits::default();
        self.digits(10, &mut seen);
        digits.separators |= seen.separators;
        if !seen.any && self.complaints.len() == complaints_before {
            self.complain(self.at, "exponent has no digits");
        }
        true
    }

    pub(super) fn rune(&mut self) -> Option<LiteralValue> {
        let start = self.at;
        let before = self.complaints.len();
        self.at += 1;
        let mut value = None;
        let mut count = 0;
        loop {
            let well_so_far = self.complaints.len() == before;
            match self.peek() {
                Some('\'') => {
                    if well_so_far && count == 0 {
                        self.complain(self.at, "empty rune literal or unescaped '");
                    } else if well_so_far && count > 1 {
                        self.complain(start, "more than one character in rune literal");
                    }
                    self.at += 1;
                    break;
                }
                Some('\n') => {
                    if well_so_far {
                        self.complain(self.at, "newline in rune literal");
                    }
                    break;
                }
                None => {
                    if well_so_far {
                        self.complain(start, "rune literal not terminated");
                    }
                    break;
                }
                Some('\\') => value = self.escape('\'').and_then(|c| char::from_u32(c.code())),
                Some(c) => {
                    self.at += c.len_utf8();
                    value = Some(c);
                }
            }
            count += 1;
        }
        value
            .filter(|_| self.complaints.len() == before)
            .map(LiteralValue::Rune)
    }

    pub(super) fn string(&mut self) -> Option<LiteralValue> {
        let start = self.at;
        let before = self.complaints.len();
        self.at += 1;
        let mut bytes = Vec::new();
        loop {
            match self.peek() {
                Some('"') => {
                    self.at += 1;
                    break;
                }
                Some('\n') => {
                    self.complain(self.at, "newline in string");
                    break;
                }
                None => {
                    self.complain(start, "string not terminated");
                    break;
                }
                Some('\\') => match self.escape('"') {
                    Some(Escape::Byte(b)) => bytes.push(b),
                    Some(Escape::Char(c)) => bytes.extend(c.to_string().bytes()),
                    None => {}
                },
                Some(c) => {
                    bytes.extend(self.src[self.at..self.at + c.len_utf8()].bytes());
                    self.at += c.len_utf8();
                }
            }
        }
        (self.complaints.len() == before).then(|| LiteralValue::String(bytes.into()))
    }

    pub(super) fn raw_string(&mut self) -> Option<LiteralValue> {
        let start = self.at;
        match self.rest()[1..].find('`') {
            Some(length) => {
                self.at += length + 2;
                let bytes = self.src[start + 1..self.at - 1]
                    .bytes()
                    .filter(|&b| b != b'\r');
                Some(LiteralValue::String(bytes.collect()))
            }
            None => {
                self.complain(start, "string not terminated");
                self.at = self.src.len();
                None
            }
        }
    }

    /// What a backslash and what follows stand for; `None` if that is ill-formed or the text ends within.
    fn escape(&mut self, quote: char) -> Option<Escape> {
        self.at += 1;
        let letter = self.peek()?;
        let simple = match letter {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            'v' => 11,
            '\\' => b'\\',
            _ if letter == quote => quote as u8,
            '0'..='7' => return self.escape_code(3, 8).map(|code| Escape::Byte(code as u8)),
            'x' => {
                self.at += 1;
                return self.escape_code(2, 16).map(|code| Escape::Byte(code as u8));
            }
            'u' | 'U' => {
                self.at += 1;
                let length = if letter == 'u' { 4 } else { 8 };
                let code = self.escape_code(length, 16)?;
                let c = char::from_u32(code);
                if c.is_none() {
                    let message = format!("escape is invalid Unicode code point U+{code:04X}");
                    self.complain(self.at, message);
                }
                return c.map(Escape::Char);
            }
            _ => {
                self.complain(self.at, "unknown escape");
                return None;
            }
        };
        self.at += 1;
        Some(Escape::Byte(simple))
    }

    fn escape_code(&mut self, length: usize, base: u32) -> Option<u32> {
        let mut code = 0_u32;
        for _ in 0..length {
            let c = self.peek()?;
            let Some(digit) = c.to_digit(base) else {
                self.complain(
                    self.at,
                    format!(
                        "invalid character {} in {} escape",
                        quote(c),
                        base_name(base)
                    ),
                );
                return None;
            };
            code = code.wrapping_mul(base).wrapping_add(digit);
            self.at += 1;
        }
        if base == 8 && code > 255 {
            self.complain(self.at, format!("octal escape value {code} > 255"));
            return None;
        }
        Some(code)
    }
}

/// What an escape stands for: in a string a `\xff` is one byte, a `\u00ff` two.
enum Escape {
    Byte(u8),
    Char(char),
}

impl Escape {
    fn code(&self) -> u32 {
        match *self {
            Escape::Byte(b) => b.into(),
            Escape::Char(c) => c.into(),
        }
    }
}

fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        16 => "hexadecimal",
        _ => "decimal",
    }
}

/// A character in quotes as Go's `%q` prints it.
fn quote(c: char) -> String {
    match c {
        '\n' => r"'\n'".to_string(),
        '\t' => r"'\t'".to_string(),
        '\r' => r"'\r'".to_string(),
        '\'' => r"'\''".to_string(),
        '\\' => r"'\\'".to_string(),
        _ if c.is_control() => describe(c),
        _ => format!("'{c}'"),
    }
}

/// The index of the first `_` of a number that doesn't stand between digits (a base's prefix counts as one).
fn misplaced_separator(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let hexadecimal = lower.starts_with("0x");
    let prefixed = hexadecimal || lower.starts_with("0o") || lower.starts_with("0b");
    let is_digit = |b: u8| b.is_ascii_digit() || (hexadecimal && b.is_ascii_hexdigit());
    let bytes = lower.as_bytes();
    let after_digit = |i: usize| (prefixed && i == 2) || (i > 0 && is_digit(bytes[i - 1]));
    let before_more = |i: usize| bytes.get(i + 1).is_some_and(|&b| is_digit(b) || b == b'_');
    (0..bytes.len()).find(|&i| bytes[i] == b'_' && !(after_digit(i) && before_more(i)))
}
