//! Values as their types see them: components, zero values, equality, conversions to interface types.

use super::machine::Machine;
use crate::go::op::{RTypeId, Ref};
use crate::go::program::RKind;

impl Machine {
    pub(super) fn type_name(&self, ty: RTypeId) -> String {
        self.program.types[usize::from(ty)].name.to_string()
    }

    pub(super) fn slots_of(&self, ty: RTypeId) -> u32 {
        self.program.types[usize::from(ty)].slots
    }

    /// The zero value of a type as a register holds it.
    pub(super) fn zero_value(&mut self, ty: RTypeId) -> u64 {
        let slots = self.slots_of(ty);
        if slots < 2 {
            return 0;
        }
        let refs = self.has_refs(ty);
        self.heap.add_memory(slots, refs, 0).0
    }

    pub(super) fn has_refs(&self, ty: RTypeId) -> bool {
        self.program.types[usize::from(ty)].refs.contains(&true)
    }

    /// What a register would hold of the part of type `ty` that lies `off` slots into the memory at `place`.
    pub(super) fn part(&self, place: Ref, off: u32, ty: RTypeId) -> u64 {
        match self.slots_of(ty) {
            0 => 0,
            1 => self.heap.load(place, off).unwrap_or(0),
            _ => Ref::new(place.object(), place.slot() + off).0,
        }
    }

    /// Fields, elements or parts of a struct, an array or a complex number, with their types.
    pub(super) fn components(&self, ty: RTypeId, slot: u64) -> Vec<(RTypeId, u64)> {
        let wide = self.slots_of(ty) >= 2;
        let part = |off: u32, part_ty: RTypeId| match (wide, self.slots_of(part_ty)) {
            (_, 0) => 0,
            (true, _) => self.part(Ref(slot), off, part_ty),
            (false, _) => slot,
        };
        match &self.program.types[usize::from(ty)].kind {
            RKind::Struct(fields) => fields
                .iter()
                .map(|field| (field.ty, part(field.slot, field.ty)))
                .collect(),
            &RKind::Complex(float) => vec![(float, part(0, float)), (float, part(1, float))],
            &RKind::Array(elem, len) => {
                let stride = self.slots_of(elem);
                (0..len as u32)
                    .map(|index| (elem, part(index * stride, elem)))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether two values of a type are equal.
    ///
    /// # Errors
    /// The name of a type that can't be compared.
    pub(super) fn equal(&mut self, ty: RTypeId, a: u64, b: u64) -> Result<bool, String> {
        let mut rest = vec![(ty, a, b)];
        let mut visited = 0;
        let mut equal = true;
        while let Some((ty, a, b)) = rest.pop() {
            visited += 1;
            equal = match &self.program.types[usize::from(ty)].kind {
                RKind::String => {
                    visited += self.heap.str(a).len() as u64 / 8;
                    self.heap.str(a) == self.heap.str(b)
                }
                RKind::Float(_) => f64::from_bits(a) == f64::from_bits(b),
                RKind::Struct(_) | RKind::Array(..) | RKind::Complex(_) => {
                    let pairs = self
                        .components(ty, a)
                        .into_iter()
                        .zip(self.components(ty, b));
                    let from = rest.len();
                    rest.extend(pairs.map(|((ty, a), (_, b))| (ty, a, b)));
                    rest[from..].reverse();
                    true
                }
                RKind::Interface(_) => match (self.heap.iface(a), self.heap.iface(b)) {
                    (None, None) => true,
                    (Some((ty_a, a)), Some((ty_b, b))) if ty_a == ty_b => {
                        if !self.program.types[usize::from(ty_a)].comparable {
                            return Err(self.type_name(ty_a));
                        }
                        rest.push((ty_a, a, b));
                        true
                    }
                    _ => false,
                },
                RKind::Slice(_) | RKind::Map(..) | RKind::Func => return Err(self.type_name(ty)),
                _ => a == b,
            };
            if !equal {
                break;
            }
        }
        self.charge(visited);
        Ok(equal)
    }

    /// The name of a method that `ty` lacks for an interface type, if any.
    pub(super) fn missing_method(&self, ty: RTypeId, interface: RTypeId) -> Option<u16> {
        match &self.program.types[usize::from(interface)].kind {
            RKind::Interface(wanted) => wanted
                .iter()
                .copied()
                .find(|&name| self.program.method(ty, name).is_none()),
            _ => None,
        }
    }
}
