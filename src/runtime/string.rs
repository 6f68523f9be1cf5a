//! Instructions on strings, and the bytes of byte slices.

use super::exec::Next;
use super::heap::{Object, Slice, Text};
use super::machine::Machine;
use super::ops::out_of_range;
use crate::go::op::{Op, RTypeId, Ref};
use crate::go::program::RKind;

impl Machine {
    /// The bytes of a byte slice.
    pub(super) fn bytes_of(&self, slot: u64) -> Vec<u8> {
        let slice = self.heap.slice(slot);
        if slice.backing == 0 {
            return Vec::new();
        }
        match self.heap.object(slice.backing) {
            Object::Bytes(bytes) => {
                let start = slice.start as usize;
                let bytes = bytes.get(start..start + slice.len as usize);
                bytes.unwrap_or(&[]).to_vec()
            }
            // Of an array.
            _ => (0..slice.len)
                .map(|index| self.heap.load(slice.at(index), 0).unwrap_or(0) as u8)
                .collect(),
        }
    }

    /// A new byte slice.
    pub(super) fn new_bytes(&mut self, bytes: &[u8]) -> u64 {
        let backing = self
            .heap
            .add(Object::Bytes(bytes.to_vec()), bytes.len() as u64);
        self.heap.add_slice(Slice {
            backing: backing.object(),
            start: 0,
            len: bytes.len() as u32,
            cap: bytes.len() as u32,
            stride: 1,
        })
    }

    pub(super) fn byte_type(&self) -> RTypeId {
        let types = &self.program.types;
        let byte = types
            .iter()
            .position(|ty| matches!(ty.kind, RKind::Uint(8)));
        byte.unwrap_or(0) as RTypeId
    }

    pub(super) fn put_bytes(&mut self, to: Ref, bytes: &[u8]) {
        match self.heap.object_mut(to.object()) {
            Object::Bytes(target) => {
                let at = to.slot() as usize;
                target[at..at + bytes.len()].copy_from_slice(bytes);
            }
            // Of an array.
            _ => {
                let slots = self.heap.slots_mut(to).iter_mut();
                for (slot, &byte) in slots.zip(bytes) {
                    *slot = u64::from(byte);
                }
            }
        }
    }

    pub(super) fn substring(&mut self, slot: u64, low: u32, high: u32) -> u64 {
        if low == high || slot == 0 {
            return 0;
        }
        let cut = match self.heap.object(Ref(slot).object()) {
            Object::Str(text) if low > 0 || high < text.len => Text {
                bytes: std::sync::Arc::clone(&text.bytes),
                start: text.start + low,
                len: high - low,
            },
            _ => return slot,
        };
        self.heap.add(Object::Str(cut), 0).0
    }

    pub(super) fn string_op(&mut self, op: Op) -> Next {
        match op {
            Op::Concat { dst, a, b } => {
                let (a, b) = (self.reg(a), self.reg(b));
                let slot = if a == 0 {
                    b
                } else if b == 0 {
                    a
                } else {
                    let bytes = [self.heap.str(a), self.heap.str(b)].concat();
                    if bytes.len() > 4096
                        && !self.check_room(bytes.len() as u64, bytes.len() as u64)
                    {
                        return Next::Leave;
                    }
                    self.charge(bytes.len() as u64 / 8);
                    self.heap.add_str(&bytes)
                };
                self.set_reg(dst, slot);
            }
            Op::StrIndex { str, index, .. } => {
                let len = self.heap.str(self.reg(str)).len() as u64;
                return self.throw_bounds(&out_of_range(self.reg(index), len));
            }
            Op::NextRune { dst, str, to } => {
                let at = self.reg(dst + 1) as usize;
                match self.heap.str(self.reg(str)).get(at..) {
                    Some(rest) if !rest.is_empty() => {
                        let (rune, width) = decode_rune(rest);
                        self.set_pair(dst, u64::from(rune), (at + width) as u64);
                    }
                    _ => self.pc = to,
                }
            }
            Op::RuneToStr { dst, a } => {
                let text = rune_of(self.reg(a)).to_string();
                let slot = self.heap.add_str(text.as_bytes());
                self.set_reg(dst, slot);
            }
            Op::BytesToStr { dst, a } => {
                let bytes = self.bytes_of(self.reg(a));
                self.charge(bytes.len() as u64 / 8);
                let slot = self.heap.add_str(&bytes);
                self.set_reg(dst, slot);
            }
            Op::StrToBytes { dst, a } => {
                let bytes = self.heap.str(self.reg(a)).to_vec();
                self.charge(bytes.len() as u64 / 8);
                let slot = self.new_bytes(&bytes);
                self.set_reg(dst, slot);
            }
            Op::RunesToStr { dst, a } => {
                let slice = self.heap.slice(self.reg(a));
                let runes = (0..slice.len)
                    .map(|index| rune_of(self.heap.load(slice.at(index), 0).unwrap_or(0)));
                let text: String = runes.collect();
                self.charge(text.len() as u64);
                let slot = self.heap.add_str(text.as_bytes());
                self.set_reg(dst, slot);
            }
            Op::StrToRunes { dst, a } => {
                let mut rest = self.heap.str(self.reg(a));
                let mut runes = Vec::new();
                while !rest.is_empty() {
                    let (rune, width) = decode_rune(rest);
                    runes.push(u64::from(rune));
                    rest = &rest[width..];
                }
                self.charge(runes.len() as u64);
                let size = 4 * runes.len() as u64;
                let len = runes.len() as u32;
                let backing = if len <= 3 {
                    let mut small = [0; 3];
                    small[..runes.len()].copy_from_slice(&runes);
                    Object::Small(small)
                } else {
                    Object::Plain(runes.into())
                };
                let backing = self.heap.add(backing, size).object();
                let slot = self.heap.add_slice(Slice {
                    backing,
                    start: 0,
                    len,
                    cap: len,
                    stride: 1,
                });
                self.set_reg(dst, slot);
            }
            _ => {}
        }
        Next::Go
    }
}

/// The rune of an integer; what isn't one is U+FFFD.
pub(super) fn rune_of(number: u64) -> char {
    u32::try_from(number)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The first rune of bytes that aren't empty, and its width; U+FFFD and 1 where they aren't UTF-8.
pub(super) fn decode_rune(bytes: &[u8]) -> (u32, usize) {
    let most = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(most) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&most[..error.valid_up_to()]).unwrap_or(""),
    };
    match valid.chars().next() {
        Some(rune) => (rune as u32, rune.len_utf8()),
        None => (0xfffd, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_utf8_is_one_byte_wide() {
        assert_eq!(decode_rune("é".as_bytes()), (0xe9, 2));
        assert_eq!(decode_rune(&[0xff, b'a']), (0xfffd, 1));
        assert_eq!(decode_rune(&[0xe2, 0x82]), (0xfffd, 1));
        assert_eq!(decode_rune("a\u{1f600}".as_bytes()), (97, 1));
    }
}
