//! Values under a verb, by their types.

use super::layout::{Flags, Layout};
use super::order;
use crate::go::op::{RTypeId, Ref};
use crate::go::program::{RField, RKind};
use crate::runtime::heap::Object;
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

/// The methods that give a text, as the package's Go numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Format,
    GoString,
    Error,
    String,
}

/// A value that shall be asked for its text.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub value: Value,
    method: Method,
    verb: char,
    flags: Flags,
}

impl Question {
    /// Method, verb, flags as bits in the order `+-# 0`, width and precision, -1 for none.
    pub fn numbers(&self) -> [u64; super::NUMBERS] {
        let flags = self.flags;
        let bits = [
            flags.plus || flags.plus_v,
            flags.minus,
            flags.sharp || flags.sharp_v,
            flags.space,
            flags.zero && !flags.minus,
        ];
        let bits = bits
            .iter()
            .rev()
            .fold(0, |all, &bit| all << 1 | u64::from(bit));
        let number = |given: Option<usize>| given.map_or(u64::MAX, |given| given as u64);
        [
            self.method as u64,
            u64::from(self.verb),
            bits,
            number(flags.width),
            number(flags.precision),
        ]
    }
}

/// What a value said of itself.
#[derive(Clone, Debug)]
pub struct Answer {
    pub text: Vec<u8>,
    /// It is printed as it is.
    pub done: bool,
}

/// Text under way.
pub struct Printer<'m> {
    machine: &'m Machine,
    pub layout: Layout,
    /// `%w` is allowed.
    pub wraps: bool,
    questions: Vec<Question>,
    answers: Option<std::vec::IntoIter<Answer>>,
    /// In the middle of saying that a verb is wrong: methods aren't asked.
    marking: bool,
    /// What is named when a verb is wrong.
    subject: Option<Value>,
    parts: u64,
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
            subject: None,
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
        self.subject = operand;
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

    fn method(&self, ty: RTypeId, is: impl Fn(&str) -> bool) -> bool {
        let program = &self.machine.program;
        let methods = &program.types[usize::from(ty)].methods;
        methods
            .iter()
            .any(|&(name, _)| is(&program.names[usize::from(name)]))
    }

    pub fn is_error(&self, ty: RTypeId) -> bool {
        self.method(ty, |name| name == "Error() string")
    }

    /// The method that gives the text of a value of this type under a verb.
    fn text_method(&self, ty: RTypeId, verb: char) -> Option<Method> {
        if self.machine.program.types[usize::from(ty)]
            .methods
            .is_empty()
        {
            return None;
        }
        if self.method(ty, |name| name.starts_with("Format(fmt.State, ")) {
            return Some(Method::Format);
        }
        if self.layout.flags.sharp_v {
            let has = self.method(ty, |name| name == "GoString() string");
            return has.then_some(Method::GoString);
        }
        if !matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') {
            return None;
        }
        if self.is_error(ty) {
            return Some(Method::Error);
        }
        let has = self.method(ty, |name| name == "String() string");
        has.then_some(Method::String)
    }

    /// Prints a value by one of its methods, if it has one.
    fn asks(&mut self, value: Value, mut verb: char) -> bool {
        if self.marking {
            return false;
        }
        if verb == 'w' {
            if !self.wraps || !self.is_error(value.ty) {
                self.wrong(verb, Some(value));
                return true;
            }
            verb = 'v';
        }
        let Some(method) = self.text_method(value.ty, verb) else {
            return false;
        };
        let Some(answers) = &mut self.answers else {
            let flags = self.layout.flags;
            self.questions.push(Question {
                value,
                method,
                verb,
                flags,
            });
            return true;
        };
        let Some(answer) = answers.next() else {
            return true;
        };
        match method {
            _ if answer.done => self.layout.out.extend_from_slice(&answer.text),
            Method::GoString => self.layout.string(&answer.text),
            _ => self.string(&answer.text, verb, Some(value)),
        }
        true
    }

    /// Says that a verb doesn't go with a value.
    fn wrong(&mut self, verb: char, value: Option<Value>) {
        self.marking = true;
        self.layout.push("%!");
        self.layout.push(verb.encode_utf8(&mut [0; 4]));
        self.layout.out.push(b'(');
        match self.subject.or(value) {
            None => self.layout.push("<nil>"),
            Some(subject) => {
                let name = self.type_name(subject.ty);
                self.layout.push(&name);
                self.layout.out.push(b'=');
                self.operand(Some(subject), 'v');
            }
        }
        self.layout.out.push(b')');
        self.marking = false;
    }

    // ---- values

    /// Prints a value by its type. Methods of parts are asked where they are `open`: reached by exported fields only.
    fn value(&mut self, value: Value, verb: char, depth: u32, open: bool) {
        self.parts += 1;
        let much = self.parts > MOST_PARTS || self.layout.out.len() > MOST_BYTES;
        if depth > DEEPEST || much {
            return self.layout.push("…");
        }
        if depth > 0 && open && !matches!(self.kind(value.ty), RKind::Interface(_)) {
            self.subject = Some(value);
            if self.asks(value, verb) {
                return;
            }
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

    fn integer(&mut self, value: Value, signed: bool, verb: char) {
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

    fn string(&mut self, text: &[u8], verb: char, value: Option<Value>) {
        match verb {
            'v' if self.layout.flags.sharp_v => self.layout.quoted(text),
            'v' | 's' => self.layout.string(text),
            'x' | 'X' => self.layout.hexadecimal_bytes(text, verb == 'X'),
            'q' => self.layout.quoted(text),
            _ => self.wrong(verb, value),
        }
    }

    fn pointer(&mut self, value: Value, verb: char) {
        let pointers = matches!(
            self.kind(value.ty),
            RKind::Chan(_) | RKind::Func | RKind::Map(..) | RKind::Pointer(_) | RKind::Slice(_)
        );
        if !pointers {
            return self.wrong(verb, Some(value));
        }
        let address = self.address(value);
        match verb {
            'v' if self.layout.flags.sharp_v => {
                let name = self.type_name(value.ty);
                self.layout.out.push(b'(');
                self.layout.push(&name);
                self.layout.push(")(");
                if address == 0 {
                    self.layout.push("nil");
                } else {
                    self.layout.hexadecimal(address, true);
                }
                self.layout.out.push(b')');
            }
            'v' if address == 0 => self.layout.pad(b"<nil>"),
            'v' | 'p' => self.layout.hexadecimal(address, !self.layout.flags.sharp),
            'b' | 'o' | 'd' | 'x' | 'X' => {
                self.integer(
                    Value {
                        slot: address,
                        ..value
                    },
                    false,
                    verb,
                );
            }
            _ => self.wrong(verb, Some(value)),
        }
    }

    /// An address as Go's look: the same for the same place in every run.
    fn address(&self, value: Value) -> u64 {
        const HEAP: u64 = 0xc0_0000_0000;
        const CODE: u64 = 0x48_0000;
        let place = Ref(value.slot);
        if place.is_nil() {
            return 0;
        }
        if let Some((func, _)) = self.machine.heap.function(value.slot) {
            return CODE + u64::from(func) * 32;
        }
        match self.machine.heap.object(place.object()) {
            Object::Slice(slice) => {
                HEAP + u64::from(slice.backing) * 4096 + u64::from(slice.start) * 8
            }
            _ => HEAP + u64::from(place.object()) * 4096 + u64::from(place.slot()) * 8,
        }
    }

    // ---- composites

    /// `map[`, `[`, `{`, or under `%#v` the type's name and `{`; says whether there is more than `(nil)` to say.
    fn open(&mut self, value: Value, bracket: &str, nil: bool) -> bool {
        let name = self.type_name(value.ty);
        self.open_as(&name, bracket, nil)
    }

    fn open_as(&mut self, name: &str, bracket: &str, nil: bool) -> bool {
        if !self.layout.flags.sharp_v {
            self.layout.push(bracket);
            return true;
        }
        self.layout.push(name);
        self.layout.push(if nil { "(nil)" } else { "{" });
        !nil
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            let between = if self.layout.flags.sharp_v { ", " } else { " " };
            self.layout.push(between);
        }
    }

    fn map(
        &mut self,
        value: Value,
        (key, elem): (RTypeId, RTypeId),
        verb: char,
        depth: u32,
        open: bool,
    ) {
        let map = self.machine.map(value.slot);
        if !self.open(value, "map[", map.is_none()) {
            return;
        }
        let entries = map.iter().flat_map(|map| map.entries.values());
        let mut entries: Vec<(Value, Value)> = entries
            .map(|&(k, v)| (Value { ty: key, slot: k }, Value { ty: elem, slot: v }))
            .collect();
        entries.sort_by(|a, b| order::compare(self.machine, a.0, b.0));
        for (index, (key, elem)) in entries.into_iter().enumerate() {
            self.separate(index);
            self.value(key, verb, depth + 1, open);
            self.layout.out.push(b':');
            self.value(elem, verb, depth + 1, open);
        }
        self.layout
            .push(if self.layout.flags.sharp_v { "}" } else { "]" });
    }

    fn structure(
        &mut self,
        value: Value,
        fields: &'m [RField],
        verb: char,
        depth: u32,
        open: bool,
    ) {
        self.open(value, "{", false);
        let parts = self.machine.components(value.ty, value.slot);
        for (index, (field, part)) in fields.iter().zip(parts).enumerate() {
            self.separate(index);
            if self.layout.flags.plus_v || self.layout.flags.sharp_v {
                self.layout.push(&field.name);
                self.layout.out.push(b':');
            }
            let part = Value::of(part);
            let held = match self.kind(part.ty) {
                RKind::Interface(_) => Value::dynamic(self.machine, part.slot),
                _ => None,
            };
            self.value(
                held.unwrap_or(part),
                verb,
                depth + 1,
                open && field.exported,
            );
        }
        self.layout.out.push(b'}');
    }

    fn interface(&mut self, value: Value, verb: char, depth: u32, open: bool) {
        match Value::dynamic(self.machine, value.slot) {
            Some(held) => self.value(held, verb, depth + 1, open),
            None if self.layout.flags.sharp_v => {
                let name = self.type_name(value.ty);
                self.layout.push(&name);
                self.layout.push("(nil)");
            }
            None => self.layout.push("<nil>"),
        }
    }

    fn list(&mut self, value: Value, elem: RTypeId, verb: char, depth: u32, open: bool) {
        let is_slice = matches!(self.kind(value.ty), RKind::Slice(_));
        let nil = is_slice && value.slot == 0;
        let is_bytes = matches!(self.kind(elem), RKind::Uint(8));
        if is_bytes && matches!(verb, 's' | 'q' | 'x' | 'X') {
            let parts = self.elements(value, elem);
            let bytes: Vec<u8> = parts.iter().map(|part| part.slot as u8).collect();
            return self.string(&bytes, verb, Some(value));
        }
        let name = self.type_name(value.ty);
        // An operand of this type is named as it is written, a part of something isn't.
        let name = match &*name {
            "[]uint8" if depth == 0 => "[]byte",
            name => name,
        };
        if !self.open_as(name, "[", nil) {
            return;
        }
        for (index, part) in self.elements(value, elem).into_iter().enumerate() {
            self.separate(index);
            self.value(part, verb, depth + 1, open);
        }
        self.layout
            .push(if self.layout.flags.sharp_v { "}" } else { "]" });
    }

    fn elements(&self, value: Value, elem: RTypeId) -> Vec<Value> {
        if !matches!(self.kind(value.ty), RKind::Slice(_)) {
            let parts = self.machine.components(value.ty, value.slot);
            return parts.into_iter().map(Value::of).collect();
        }
        let slice = self.machine.heap.slice(value.slot);
        let part = |index| Value {
            ty: elem,
            slot: self.machine.part(slice.at(index), 0, elem),
        };
        (0..slice.len).map(part).collect()
    }
}
