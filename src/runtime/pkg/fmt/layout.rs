//! Text within its width: padding, and numbers and strings under flags.

use crate::runtime::pkg::number::{format_float, format_uint};
use crate::runtime::pkg::quote::{self, Leaves};

/// What stands between `%` and the verb.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    pub plus: bool,
    pub minus: bool,
    pub sharp: bool,
    pub space: bool,
    pub zero: bool,
    /// `%+v`
    pub plus_v: bool,
    /// `%#v`
    pub sharp_v: bool,
    pub width: Option<usize>,
    pub precision: Option<usize>,
}

/// Text under way, and how the next piece of it is laid out.
#[derive(Debug, Default)]
pub struct Layout {
    pub out: Vec<u8>,
    pub flags: Flags,
}

impl Layout {
    pub fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn fill(&mut self, count: usize) {
        // Zeros stand only to the left.
        let fill = if self.flags.zero && !self.flags.minus {
            b'0'
        } else {
            b' '
        };
        self.out.extend(std::iter::repeat_n(fill, count));
    }

    /// Text in its width.
    pub fn pad(&mut self, text: &[u8]) {
        let width = self.flags.width.unwrap_or(0);
        let missing = width.saturating_sub(if width == 0 { 0 } else { quote::count(text) });
        if width == 0 || self.flags.minus {
            self.out.extend_from_slice(text);
        }
        if width > 0 {
            self.fill(missing);
        }
        if width > 0 && !self.flags.minus {
            self.out.extend_from_slice(text);
        }
    }

    fn without_zeros(&mut self, text: &[u8]) {
        let zero = std::mem::replace(&mut self.flags.zero, false);
        self.pad(text);
        self.flags.zero = zero;
    }

    pub fn boolean(&mut self, value: bool) {
        self.pad(if value { b"true" } else { b"false" });
    }

    /// An integer in a base; `letter` is the verb.
    pub fn integer(&mut self, number: u64, base: u64, signed: bool, letter: char) {
        let flags = self.flags;
        let negative = signed && (number as i64) < 0;
        let magnitude = if negative {
            number.wrapping_neg()
        } else {
            number
        };
        let has_sign = negative || flags.plus || flags.space;
        let mut least = flags.precision.unwrap_or(0);
        if flags.precision == Some(0) && magnitude == 0 {
            let zero = std::mem::replace(&mut self.flags.zero, false);
            self.fill(flags.width.unwrap_or(0));
            self.flags.zero = zero;
            return;
        }
        if flags.precision.is_none() && flags.zero && !flags.minus {
            least = flags
                .width
                .unwrap_or(0)
                .saturating_sub(usize::from(has_sign));
        }
        let digits = format_uint(magnitude, base, letter == 'X');
        let mut text = String::new();
        if negative {
            text.push('-');
        } else if flags.plus {
            text.push('+');
        } else if flags.space {
            text.push(' ');
        }
        if letter == 'O' {
            text.push_str("0o");
        }
        let zeros = least.saturating_sub(digits.len());
        if flags.sharp {
            match base {
                2 => text.push_str("0b"),
                8 if zeros == 0 && !digits.starts_with('0') => text.push('0'),
                16 => text.push_str(if letter == 'X' { "0X" } else { "0x" }),
                _ => {}
            }
        }
        text.extend(std::iter::repeat_n('0', zeros));
        text.push_str(&digits);
        self.without_zeros(text.as_bytes());
    }

    /// `0xff`, whatever the flags but the width.
    pub fn hexadecimal(&mut self, number: u64, prefix: bool) {
        let sharp = std::mem::replace(&mut self.flags.sharp, prefix);
        self.integer(number, 16, false, 'v');
        self.flags.sharp = sharp;
    }

    pub fn unicode(&mut self, number: u64) {
        let places = self.flags.precision.unwrap_or(4).max(4);
        let mut text = format!("U+{:0>places$}", format_uint(number, 16, true));
        let c = u32::try_from(number).ok().and_then(char::from_u32);
        if let Some(c) = c.filter(|&c| self.flags.sharp && quote::is_printable(c)) {
            text.push_str(" '");
            text.push(c);
            text.push('\'');
        }
        self.without_zeros(text.as_bytes());
    }

    pub fn character(&mut self, number: u64) {
        let mut buffer = [0; 4];
        self.pad(character(number).encode_utf8(&mut buffer).as_bytes());
    }

    pub fn quoted_character(&mut self, number: u64) {
        let leaves = if self.flags.plus {
            Leaves::Ascii
        } else {
            Leaves::Printable
        };
        let mut buffer = [0; 4];
        let text = character(number).encode_utf8(&mut buffer).as_bytes();
        let text = quote::quote(text, '\'', leaves);
        self.pad(text.as_bytes());
    }

    /// A float under a verb, with the precision that the verb has by itself.
    pub fn float(&mut self, float: f64, bits: u32, verb: char, precision: Option<usize>) {
        let precision = self.flags.precision.or(precision);
        let text = format_float(float, verb as u8, precision, bits).unwrap_or_default();
        let mut text = match text.as_bytes().first() {
            Some(b'-' | b'+') => text,
            _ => format!("+{text}"),
        };
        let flags = self.flags;
        if flags.space && text.starts_with('+') && !flags.plus {
            text.replace_range(..1, " ");
        }
        if !float.is_finite() {
            let bare = float.is_nan() && !flags.space && !flags.plus;
            let shown = &text[usize::from(bare)..];
            return self.without_zeros(shown.as_bytes());
        }
        if flags.sharp && verb != 'b' {
            text = with_point(&text, verb, precision);
        }
        if flags.plus || !text.starts_with('+') {
            let width = flags.width.unwrap_or(0);
            if flags.zero && !flags.minus && width > text.len() {
                self.out.push(text.as_bytes()[0]);
                self.fill(width - text.len());
                return self.push(&text[1..]);
            }
            return self.pad(text.as_bytes());
        }
        self.pad(&text.as_bytes()[1..]);
    }

    fn cut<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        match self.flags.precision {
            Some(count) => quote::first(text, count),
            None => text,
        }
    }

    pub fn string(&mut self, text: &[u8]) {
        self.pad(self.cut(text));
    }

    pub fn quoted(&mut self, text: &[u8]) {
        let text = self.cut(text);
        if self.flags.sharp && quote::can_backquote(text) {
            let text = [b"`", text, b"`"].concat();
            return self.pad(&text);
        }
        let leaves = if self.flags.plus {
            Leaves::Ascii
        } else {
            Leaves::Printable
        };
        let text = quote::quote(text, '"', leaves);
        self.pad(text.as_bytes());
    }

    /// The bytes of a text in hexadecimal.
    pub fn hexadecimal_bytes(&mut self, text: &[u8], upper: bool) {
        let flags = self.flags;
        let text = &text[..flags.precision.unwrap_or(text.len()).min(text.len())];
        let width = flags.width.unwrap_or(0);
        if text.is_empty() {
            return self.fill(width);
        }
        let prefix = if upper { "0X" } else { "0x" };
        let mut digits = String::new();
        for (index, byte) in text.iter().enumerate() {
            if flags.space && index > 0 {
                digits.push(' ');
            }
            if flags.sharp && (flags.space || index == 0) {
                digits.push_str(prefix);
            }
            let pair = format_uint(u64::from(*byte), 16, upper);
            digits.extend(std::iter::repeat_n('0', 2 - pair.len()));
            digits.push_str(&pair);
        }
        self.pad(digits.as_bytes());
    }
}

fn character(number: u64) -> char {
    let c = u32::try_from(number).ok().and_then(char::from_u32);
    c.unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// A float's text under `#`: always with a point, and under `g` with its trailing zeros.
fn with_point(text: &str, verb: char, precision: Option<usize>) -> String {
    let mut wanted = match verb {
        'g' | 'G' => precision.unwrap_or(6) as i64,
        'x' | 'X' => precision.map_or(6, |p| p as i64),
        _ => 0,
    };
    if matches!(verb, 'g' | 'G') && precision == Some(0) {
        wanted = 0;
    }
    let is_hexadecimal = matches!(verb, 'x' | 'X');
    let ends = |c: char| matches!(c, 'p' | 'P') || !is_hexadecimal && matches!(c, 'e' | 'E');
    let body = &text[1..];
    let tail = body.find(ends).unwrap_or(body.len());
    let (mut digits, tail) = (body[..tail].to_string(), &body[tail..]);
    let mut significant = false;
    for c in digits.chars().filter(|&c| c != '.') {
        significant |= c != '0';
        if significant {
            wanted -= 1;
        }
    }
    if !digits.contains('.') {
        if digits == "0" {
            wanted -= 1;
        }
        digits.push('.');
    }
    digits.extend(std::iter::repeat_n('0', wanted.max(0) as usize));
    format!("{}{digits}{tail}", &text[..1])
}
