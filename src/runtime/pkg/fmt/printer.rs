//! Values under a verb, by their types.

use super::layout::Layout;
use super::methods::{Answer, Question};
use crate::go::op::{RTypeId, Ref};
use crate::go::program::RKind;
use crate::runtime::machine::Machine;
use std::sync::Arc;

/// Values nested deeper than this, and more parts than this, are left out: a slice may contain itself.
const DEEPEST: u32 = 200;
const MOST_PARTS: u64 = 1 << 22;
const MOST_BYTES: usize = 64 << 20;

/// A value: its type, and what a register would hold of it.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    pub ty: RTypeId,
    pub slot: u64,
}

impl Value {
    pub fn of((ty, slot): (RTypeId, u64)) -> Value {
        Value { ty, slot }
    }

    /// What an interface value holds.
    pub fn dynamic(machine: &Machine, slot: u64) -> Option<Value> {
        machine.heap.iface(slot).map(Value::of)
    }
}

/// Text under way.
pub struct Printer<'m> {
    pub(super) machine: &'m Machine,
    pub layout: Layout,
    /// `%w` is allowed.
    pub wraps: bool,
    pub(super) questions: Vec<Question>,
    pub(super) answers: Option<std::vec::IntoIter<Answer>>,
    /// In the middle of saying that a verb is wrong: methods aren't asked.
    pub(super) marking: bool,
    pub(super) parts: u64,
}

impl<'m> Printer<'m> {
    pub fn new(machine: &'m Machine, answers: Option<Vec<Answer>>) -> Printer<'m> {
        Printer {
            machine,
            layout: Layout::default(),
            wraps: false,
            questions: Vec::new(),
            answers: answers.map(Vec::into_iter),
            marking: false,
            parts: 0,
        }
    }

    /// Methods aren't asked.
    pub fn asks_nobody(&mut self) {
        self.marking = true;
    }

    /// The text, what was to be asked, and the steps that it took.
    pub fn finish(self) -> (Vec<u8>, Vec<Question>, u64) {
        (self.layout.out, self.questions, self.parts)
    }

    pub fn kind(&self, ty: RTypeId) -> &'m RKind {
        &self.machine.program.types[usize::from(ty)].kind
    }

    pub fn type_name(&self, ty: RTypeId) -> Arc<str> {
        Arc::clone(&self.machine.program.types[usize::from(ty)].name)
    }

    /// Prints operands, with spaces between those that aren't strings.
    pub fn print(&mut self, operands: &[Option<Value>]) {
        let mut after_string = true;
        for &operand in operands {
            let is_string =
                operand.is_some_and(|value| matches!(self.kind(value.ty), RKind::String));
            if !is_string && !after_string {
                self.layout.out.push(b' ');
            }
            self.operand(operand, 'v');
            after_string = is_string;
        }
    }

    /// Prints operands, with spaces between them and a newline.
    pub fn println(&mut self, operands: &[Option<Value>]) {
        for (index, &operand) in operands.iter().enumerate() {
            if index > 0 {
                self.layout.out.push(b' ');
            }
            self.operand(operand, 'v');
        }
        self.layout.out.push(b'\n');
    }

    /// Prints an operand; nil is `None`.
    pub fn operand(&mut self, operand: Option<Value>, verb: char) {
        let Some(value) = operand else {
            return match verb {
                'T' | 'v' => self.layout.string(b"<nil>"),
                _ => self.wrong(verb, None),
            };
        };
        match verb {
            'T' => {
                let name = self.type_name(value.ty);
                self.layout.string(name.as_bytes());
            }
            'p' => self.pointer(value, verb),
            _ if self.asks(value, verb) => {}
            _ => self.value(value, verb, 0, true),
        }
    }

    // ---- methods

    /// Says that a verb doesn't go with a value.
    pub(super) fn wrong(&mut self, verb: char, value: Option<Value>) {
        self.marking = true;
        self.layout.push("%!");
        self.layout.push(verb.encode_utf8(&mut [0; 4]));
        self.layout.out.push(b'(');
        match value {
            None => self.layout.push("<nil>"),
            Some(value) => {
                let name = self.type_name(value.ty);
                self.layout.push(&name);
                self.layout.out.push(b'=');
                self.operand(Some(value), 'v');
            }
        }
        self.layout.out.push(b')');
        self.marking = false;
    }

    // ---- values

    /// Prints a value by its type. Methods of parts are asked where they are `open`: reached by exported fields only.
    pub(super) fn value(&mut self, value: Value, verb: char, depth: u32, open: bool) {
        self.parts += 1;
        let much = self.parts > MOST_PARTS || self.layout.out.len() > MOST_BYTES;
        if depth > DEEPEST || much {
            return self.layout.push("…");
        }
        let may_say_itself =
            depth > 0 && open && !matches!(self.kind(value.ty), RKind::Interface(_));
        if may_say_itself && self.asks(value, verb) {
            return;
        }
        match self.kind(value.ty) {
            RKind::Bool => match verb {
                't' | 'v' => self.layout.boolean(value.slot != 0),
                _ => self.wrong(verb, Some(value)),
            },
            RKind::Int(_) => self.integer(value, true, verb),
            RKind::Uint(_) | RKind::Uintptr => self.integer(value, false, verb),
            &RKind::Float(bits) => self.float(value, u32::from(bits), verb),
            RKind::Complex(_) => self.complex(value, verb),
            RKind::String => {
                let text = self.machine.heap.str(value.slot);
                self.parts += text.len() as u64 / 8;
                self.string(text, verb, Some(value));
            }
            &RKind::Map(key, elem) => self.map(value, (key, elem), verb, depth, open),
            RKind::Struct(fields) => self.structure(value, fields, verb, depth, open),
            RKind::Interface(_) => self.interface(value, verb, depth, open),
            &RKind::Slice(elem) | &RKind::Array(elem, _) => {
                self.list(value, elem, verb, depth, open);
            }
            &RKind::Pointer(elem) => {
                let shown = depth == 0
                    && value.slot != 0
                    && matches!(
                        self.kind(elem),
                        RKind::Array(..) | RKind::Slice(_) | RKind::Struct(_) | RKind::Map(..)
                    );
                if shown {
                    let slot = self.machine.part(Ref(value.slot), 0, elem);
                    self.layout.out.push(b'&');
                    return self.value(Value { ty: elem, slot }, verb, depth + 1, open);
                }
                self.pointer(value, verb);
            }
            RKind::Chan(_) | RKind::Func => self.pointer(value, verb),
        }
    }

    pub(super) fn integer(&mut self, value: Value, signed: bool, verb: char) {
        let number = value.slot;
        match verb {
            'v' if self.layout.flags.sharp_v && !signed => self.layout.hexadecimal(number, true),
            'v' | 'd' => self.layout.integer(number, 10, signed, verb),
            'b' => self.layout.integer(number, 2, signed, verb),
            'o' | 'O' => self.layout.integer(number, 8, signed, verb),
            'x' | 'X' => self.layout.integer(number, 16, signed, verb),
            'c' => self.layout.character(number),
            'q' => self.layout.quoted_character(number),
            'U' => self.layout.unicode(number),
            _ => self.wrong(verb, Some(value)),
        }
    }

    fn float(&mut self, value: Value, bits: u32, verb: char) {
        let float = f64::from_bits(value.slot);
        match verb {
            'v' => self.layout.float(float, bits, 'g', None),
            'b' | 'g' | 'G' | 'x' | 'X' => self.layout.float(float, bits, verb, None),
            'f' | 'e' | 'E' => self.layout.float(float, bits, verb, Some(6)),
            'F' => self.layout.float(float, bits, 'f', Some(6)),
            _ => self.wrong(verb, Some(value)),
        }
    }

    /// A complex number in parentheses; its imaginary part has a sign always.
    fn complex(&mut self, value: Value, verb: char) {
        if !matches!(
            verb,
            'v' | 'b' | 'g' | 'G' | 'x' | 'X' | 'f' | 'F' | 'e' | 'E'
        ) {
            return self.wrong(verb, Some(value));
        }
        let plus = self.layout.flags.plus;
        self.layout.out.push(b'(');
        for part in self.machine.components(value.ty, value.slot) {
            let part = Value::of(part);
            if let &RKind::Float(bits) = self.kind(part.ty) {
                self.float(part, u32::from(bits), verb);
            }
            self.layout.flags.plus = true;
        }
        self.layout.push("i)");
        self.layout.flags.plus = plus;
    }

    pub(super) fn string(&mut self, text: &[u8], verb: char, value: Option<Value>) {
        match verb {
            'v' if self.layout.flags.sharp_v => self.layout.quoted(text),
            'v' | 's' => self.layout.string(text),
            'x' | 'X' => self.layout.hexadecimal_bytes(text, verb == 'X'),
            'q' => self.layout.quoted(text),
            _ => self.wrong(verb, value),
        }
    }

    // ---- composites
}
