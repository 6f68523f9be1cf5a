//! Values made of others: pointers, maps, structs, interfaces, arrays and slices.

use super::order;
use super::printer::{Printer, Value};
use crate::go::op::{RTypeId, Ref};
use crate::go::program::{RField, RKind};
use crate::runtime::heap::Object;

impl<'m> Printer<'m> {
    pub(super) fn pointer(&mut self, value: Value, verb: char) {
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

    pub(super) fn map(
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

    pub(super) fn structure(
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

    pub(super) fn interface(&mut self, value: Value, verb: char, depth: u32, open: bool) {
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

    pub(super) fn list(&mut self, value: Value, elem: RTypeId, verb: char, depth: u32, open: bool) {
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
