//! The format string of `Printf`.

use super::layout::Flags;
use super::printer::{Printer, Value};
use crate::go::program::RKind;

/// A width or a precision beyond this is a mistake.
const WIDEST: i64 = 1_000_000;

/// Where a format string is being read.
struct Reader<'a> {
    format: &'a [u8],
    at: usize,
    operands: &'a [Option<Value>],
    /// The next operand.
    next: usize,
    /// Some operand was named by its number.
    reordered: bool,
    /// The numbers were all right in this directive.
    good: bool,
    /// An operand's number stands just before.
    numbered: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.format.get(self.at).copied()
    }

    /// A plain number; `None` where there is none. One that is too large takes all that follows with it.
    fn number(&mut self) -> Option<i64> {
        let start = self.at;
        let mut number = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            number = number * 10 + i64::from(digit - b'0');
            self.at += 1;
            if number > WIDEST {
                self.at = self.format.len();
                return None;
            }
        }
        (self.at > start).then_some(number)
    }

    /// `[3]`: the operand to take next.
    fn operand_number(&mut self) {
        self.numbered = false;
        if self.peek() != Some(b'[') {
            return;
        }
        self.reordered = true;
        let rest = &self.format[self.at..];
        let Some(end) = rest.iter().position(|&c| c == b']') else {
            self.at += 1;
            self.good = false;
            return;
        };
        let digits = &rest[1..end];
        self.at += end + 1;
        let number = std::str::from_utf8(digits).ok();
        let number = number.filter(|_| digits.iter().all(u8::is_ascii_digit));
        let number = number.and_then(|digits| digits.parse::<usize>().ok());
        self.numbered = number.is_some();
        match number.and_then(|number| number.checked_sub(1)) {
            Some(index) if index < self.operands.len() => self.next = index,
            _ => self.good = false,
        }
    }

    /// The operand that a `*` takes: an integer that isn't too large.
    fn star(&mut self, printer: &Printer) -> Option<i64> {
        self.at += 1;
        let operand = self.operands.get(self.next).copied()?;
        self.next += 1;
        let value = operand?;
        let number = match printer.kind(value.ty) {
            RKind::Int(_) => value.slot as i64,
            RKind::Uint(_) | RKind::Uintptr => i64::try_from(value.slot).ok()?,
            _ => return None,
        };
        (-WIDEST..=WIDEST).contains(&number).then_some(number)
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        while let Some(c) = self.peek() {
            match c {
                b'#' => flags.sharp = true,
                b'0' => flags.zero = true,
                b'+' => flags.plus = true,
                b'-' => flags.minus = true,
                b' ' => flags.space = true,
                _ => break,
            }
            self.at += 1;
        }
        flags
    }
}

impl Printer<'_> {
    /// Prints what a format says; gives the operands of `%w`, where errors may be wrapped.
    pub fn printf(&mut self, format: &[u8], operands: &[Option<Value>], wraps: bool) -> Vec<usize> {
        let mut wrapped = Vec::new();
        let mut reader = Reader {
            format,
            at: 0,
            operands,
            next: 0,
            reordered: false,
            good: true,
            numbered: false,
        };
        self.wraps = wraps;
        while reader.at < format.len() {
            let rest = &format[reader.at..];
            let literal = rest.iter().position(|&c| c == b'%').unwrap_or(rest.len());
            self.layout.out.extend_from_slice(&rest[..literal]);
            reader.at += literal + 1;
            if literal < rest.len() {
                self.directive(&mut reader, &mut wrapped);
            }
        }
        self.layout.flags = Flags::default();
        if !reader.reordered && reader.next < operands.len() {
            self.extra(&operands[reader.next..]);
        }
        wrapped.sort_unstable();
        wrapped.dedup();
        wrapped
    }

    fn directive(&mut self, reader: &mut Reader, wrapped: &mut Vec<usize>) {
        self.layout.flags = reader.flags();
        reader.good = true;
        reader.operand_number();
        self.width(reader);
        self.precision(reader);
        if !reader.numbered {
            reader.operand_number();
        }
        let rest = reader.format.get(reader.at..).unwrap_or(&[]);
        let Some(first) = rest.utf8_chunks().next() else {
            return self.layout.push("%!(NOVERB)");
        };
        let verb = first.valid().chars().next();
        reader.at += verb.map_or(1, char::len_utf8);
        let verb = verb.unwrap_or(char::REPLACEMENT_CHARACTER);
        if verb == '%' {
            return self.layout.out.push(b'%');
        }
        if !reader.good {
            return self.mark(verb, "(BADINDEX)");
        }
        let Some(&operand) = reader.operands.get(reader.next) else {
            return self.mark(verb, "(MISSING)");
        };
        if verb == 'w' && self.wraps && operand.is_some_and(|value| self.is_error(value.ty)) {
            wrapped.push(reader.next);
        }
        reader.next += 1;
        let flags = &mut self.layout.flags;
        if matches!(verb, 'v' | 'w') {
            flags.sharp_v = std::mem::take(&mut flags.sharp);
            flags.plus_v = std::mem::take(&mut flags.plus);
        }
        self.operand(operand, verb);
    }

    fn width(&mut self, reader: &mut Reader) {
        if reader.peek() != Some(b'*') {
            let numbered = reader.numbered;
            self.layout.flags.width = reader.number().map(|width| width as usize);
            if numbered && self.layout.flags.width.is_some() {
                reader.good = false;
            }
            return;
        }
        let width = reader.star(self);
        reader.numbered = false;
        match width {
            None => self.layout.push("%!(BADWIDTH)"),
            Some(width) => {
                self.layout.flags.minus |= width < 0;
                self.layout.flags.width = Some(width.unsigned_abs() as usize);
            }
        }
    }

    fn precision(&mut self, reader: &mut Reader) {
        if reader.peek() != Some(b'.') || reader.at + 1 > reader.format.len() {
            return;
        }
        reader.at += 1;
        if reader.numbered {
            reader.good = false;
        }
        reader.operand_number();
        if reader.peek() != Some(b'*') {
            let precision = reader.number().unwrap_or(0);
            self.layout.flags.precision = Some(precision as usize);
            return;
        }
        let precision = reader.star(self);
        reader.numbered = false;
        match precision {
            None => self.layout.push("%!(BADPREC)"),
            Some(precision) => self.layout.flags.precision = usize::try_from(precision).ok(),
        }
        if precision.is_some_and(|precision| precision < 0) {
            self.layout.push("%!(BADPREC)");
        }
    }

    fn mark(&mut self, verb: char, what: &str) {
        self.layout.push("%!");
        self.layout.push(verb.encode_utf8(&mut [0; 4]));
        self.layout.push(what);
    }

    fn extra(&mut self, operands: &[Option<Value>]) {
        self.layout.push("%!(EXTRA ");
        for (index, &operand) in operands.iter().enumerate() {
            if index > 0 {
                self.layout.push(", ");
            }
            match operand {
                None => self.layout.push("<nil>"),
                Some(value) => {
                    let name = self.type_name(value.ty);
                    self.layout.push(&name);
                    self.layout.out.push(b'=');
                    self.operand(operand, 'v');
                }
            }
        }
        self.layout.out.push(b')');
    }
}
