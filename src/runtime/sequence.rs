//! Instructions on arrays, slices and strings.

use super::exec::Next;
use super::heap::{Object, Slice, Text};
use super::machine::Machine;
use super::ops::out_of_range;
use crate::go::op::{Bounds, Op, RTypeId, Ref, Reg};
use crate::go::program::RKind;

/// Go's allocation size classes, in bytes.
const CLASSES: [u64; 67] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728,
    10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
];

/// What Go's allocator gives for so many bytes; where there are pointers, less its header.
fn rounded(size: u64, pointers: bool) -> u64 {
    let header = if pointers && size > 512 { 8 } else { 0 };
    let wanted = size + header;
    let class = match CLASSES.iter().find(|&&class| class >= wanted) {
        Some(&class) => class,
        None if wanted <= 32768 => 32768,
        None => return size.next_multiple_of(8192),
    };
    class - header
}

/// The capacity to which Go grows a slice of capacity `old` that is to hold `len` elements of `size` bytes.
fn grown(old: u64, len: u64, size: u64, pointers: bool) -> u64 {
    let mut cap = old;
    if len > 2 * old {
        cap = len;
    } else if old < 256 {
        cap = 2 * old;
    } else {
        while cap < len {
            cap += (cap + 3 * 256) >> 2;
        }
    }
    if size == 0 {
        return len;
    }
    rounded(cap.saturating_mul(size), pointers) / size
}

impl Machine {
    /// Whether elements of a type are kept as single bytes.
    fn is_byte(&self, elem: RTypeId) -> bool {
        let kind = &self.program.types[usize::from(elem)].kind;
        matches!(kind, RKind::Uint(8) | RKind::Bool)
    }

    /// Whether so many elements can be had, and the bytes of host memory they take.
    fn has_room(&mut self, elem: RTypeId, cap: u64) -> bool {
        let rtype = &self.program.types[usize::from(elem)];
        let bytes = rtype.size.saturating_mul(cap);
        let width = if self.is_byte(elem) {
            1
        } else {
            u64::from(rtype.slots) * 8
        };
        bytes < 4096 || self.check_room(bytes, width.saturating_mul(cap))
    }

    /// New zeroed elements; there must be room.
    pub(super) fn new_elements(&mut self, elem: RTypeId, cap: u64) -> u32 {
        let size = self.program.types[usize::from(elem)].size;
        let bytes = size.saturating_mul(cap);
        self.charge(bytes / 512);
        self.elements(elem, cap, bytes)
    }

    /// New zeroed elements, with so many bytes on the account.
    fn elements(&mut self, elem: RTypeId, cap: u64, bytes: u64) -> u32 {
        if self.is_byte(elem) {
            let object = Object::Bytes(vec![0; cap as usize]);
            return self.heap.add(object, bytes).object();
        }
        let refs = self.has_refs(elem);
        let all = (u64::from(self.slots_of(elem)) * cap) as u32;
        self.heap.add_memory(all, refs, bytes).object()
    }

    /// A new slice of that many elements, zeroed.
    pub(super) fn new_slice(&mut self, elem: RTypeId, len: u64, cap: u64) -> u64 {
        let backing = self.new_elements(elem, cap);
        let stride = self.slots_of(elem);
        self.heap.add_slice(Slice {
            backing,
            start: 0,
            len: len as u32,
            cap: cap as u32,
            stride,
        })
    }

    /// A new slice of 64-bit numbers.
    pub(super) fn new_numbers(&mut self, numbers: Vec<u64>) -> u64 {
        let len = numbers.len() as u32;
        let backing = Object::Plain(numbers.into());
        let backing = self.heap.add(backing, 8 * u64::from(len)).object();
        self.heap.add_slice(Slice {
            backing,
            start: 0,
            len,
            cap: len,
            stride: 1,
        })
    }

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

    pub(super) fn sequence_op(&mut self, op: Op) -> Next {
        match op {
            Op::ArrayAddr {
                dst,
                ptr,
                index,
                ty,
            } => {
                let (place, index) = (Ref(self.reg(ptr)), self.reg(index));
                let RKind::Array(elem, len) = self.program.types[usize::from(ty)].kind else {
                    return Next::Go;
                };
                if place.is_nil() {
                    return self.throw_nil();
                }
                if index >= len {
                    return self.throw_bounds(&out_of_range(index, len));
                }
                let slot = place.slot() + index as u32 * self.slots_of(elem);
                self.set_reg(dst, Ref::new(place.object(), slot).0);
            }
            Op::SliceAddr { dst, slice, index } => {
                let (slice, index) = (self.heap.slice(self.reg(slice)), self.reg(index));
                if index >= u64::from(slice.len) {
                    return self.throw_bounds(&out_of_range(index, u64::from(slice.len)));
                }
                self.set_reg(dst, slice.at(index as u32).0);
            }
            Op::MakeSlice {
                dst,
                len,
                cap,
                elem,
            } => return self.make_slice(dst, self.reg(len), self.reg(cap), elem),
            Op::Reslice {
                dst,
                slice,
                at,
                bounds,
            } => {
                let slice = self.heap.slice(self.reg(slice));
                let (len, cap) = (u64::from(slice.len), u64::from(slice.cap));
                return match self.bounds(at, bounds, len, cap) {
                    Ok((low, high, max)) => {
                        let cut = Slice {
                            start: slice.start + low * slice.stride,
                            len: high - low,
                            cap: max - low,
                            ..slice
                        };
                        let slot = if slice.backing == 0 {
                            0
                        } else {
                            self.heap.add_slice(cut)
                        };
                        self.set_reg(dst, slot);
                        Next::Go
                    }
                    Err(text) => self.throw_bounds(&text),
                };
            }
            Op::ResliceStr {
                dst,
                str,
                at,
                bounds,
            } => {
                let slot = self.reg(str);
                let len = self.heap.str(slot).len() as u64;
                return match self.bounds(at, bounds, len, len) {
                    Ok((low, high, _)) => {
                        let cut = self.substring(slot, low, high);
                        self.set_reg(dst, cut);
                        Next::Go
                    }
                    Err(text) => self.throw_bounds(&text),
                };
            }
            Op::SliceArray { dst, ptr, ty } => {
                let place = Ref(self.reg(ptr));
                if place.is_nil() {
                    return self.throw_nil();
                }
                let RKind::Array(elem, len) = self.program.types[usize::from(ty)].kind else {
                    return Next::Go;
                };
                let stride = self.slots_of(elem);
                let slot = self.heap.add_slice(Slice {
                    backing: place.object(),
                    start: place.slot(),
                    len: len as u32,
                    cap: len as u32,
                    stride,
                });
                self.set_reg(dst, slot);
            }
            Op::SliceToArray { dst, slice, len } => {
                let slice = self.heap.slice(self.reg(slice));
                if slice.len < len {
                    return self.throw_bounds(&format!(
                        "cannot convert slice with length {} to array or pointer to array with length {len}",
                        slice.len
                    ));
                }
                let place = if slice.backing == 0 { 0 } else { slice.at(0).0 };
                self.set_reg(dst, place);
            }
            Op::Append {
                dst,
                slice,
                at,
                count,
                elem,
            } => return self.append(dst, slice, at, count, elem),
            Op::RoomOnStack {
                dst,
                slice,
                used,
                count,
                elem,
            } => {
                let given = self.reg(slice);
                let header = self.heap.slice(given);
                let cap = 32 / self.program.types[usize::from(elem)].size.max(1);
                let count = u64::from(count);
                let wanted = header.len == 0 && u64::from(header.cap) < count && count <= cap;
                if !wanted || self.reg(used) != 0 {
                    self.set_reg(dst, given);
                    return Next::Go;
                }
                let backing = self.elements(elem, cap, 0);
                let stride = self.slots_of(elem);
                let slice = self.heap.add_slice(Slice {
                    backing,
                    start: 0,
                    len: 0,
                    cap: cap as u32,
                    stride,
                });
                self.set_reg(used, 1);
                self.set_reg(dst, slice);
            }
            Op::AppendSlice { dst, a, b, elem } => {
                let from = self.heap.slice(self.reg(b));
                return self.extend(dst, self.reg(a), elem, from.len, |machine, to| {
                    let place = from.at(0);
                    machine
                        .heap
                        .copy(to, place, (from.len * from.stride) as usize);
                });
            }
            Op::AppendStr { dst, a, b } => {
                let text = self.reg(b);
                let len = self.heap.str(text).len() as u32;
                let elem = self.byte_type();
                return self.extend(dst, self.reg(a), elem, len, |machine, to| {
                    let bytes = machine.heap.str(text).to_vec();
                    machine.put_bytes(to, &bytes);
                });
            }
            Op::CopySlice { dst, a, b } => {
                let (a, b) = (self.heap.slice(self.reg(a)), self.heap.slice(self.reg(b)));
                let count = a.len.min(b.len);
                if count > 0 {
                    self.charge(u64::from(count * a.stride) / 8);
                    self.race_range(b.at(0), count * b.stride, false);
                    self.race_range(a.at(0), count * a.stride, true);
                    self.heap
                        .copy(a.at(0), b.at(0), (count * a.stride) as usize);
                }
                self.set_reg(dst, u64::from(count));
            }
            Op::CopyStr { dst, a, b } => {
                let slice = self.heap.slice(self.reg(a));
                let bytes = self.heap.str(self.reg(b));
                let count = bytes.len().min(slice.len as usize);
                let bytes = bytes[..count].to_vec();
                self.charge(count as u64 / 8);
                if count > 0 {
                    self.put_bytes(slice.at(0), &bytes);
                }
                self.set_reg(dst, count as u64);
            }
            Op::ClearSlice { slice } => {
                let slice = self.heap.slice(self.reg(slice));
                self.charge(u64::from(slice.len) / 8);
                for slot in 0..slice.len * slice.stride {
                    let _ = self.heap.store(slice.at(0), slot, 0);
                }
            }
            op => return self.string_op(op),
        }
        Next::Go
    }

    fn byte_type(&self) -> RTypeId {
        let types = &self.program.types;
        let byte = types
            .iter()
            .position(|ty| matches!(ty.kind, RKind::Uint(8)));
        byte.unwrap_or(0) as RTypeId
    }

    fn put_bytes(&mut self, to: Ref, bytes: &[u8]) {
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

    fn make_slice(&mut self, dst: Reg, len: u64, cap: u64, elem: RTypeId) -> Next {
        let size = self.program.types[usize::from(elem)].size.max(1);
        let most = (1 << 47) / size;
        if len > most {
            return self.throw_runtime("makeslice: len out of range");
        }
        if cap > most || len > cap {
            return self.throw_runtime("makeslice: cap out of range");
        }
        if !self.has_room(elem, cap) || cap > u64::from(u32::MAX) {
            self.end(crate::trace::event::Reason::OutOfMemory, 137);
            return Next::Leave;
        }
        let slice = self.new_slice(elem, len, cap);
        self.set_reg(dst, slice);
        Next::Go
    }

    fn bounds(
        &self,
        at: Reg,
        given: Bounds,
        len: u64,
        cap: u64,
    ) -> Result<(u32, u32, u32), String> {
        let wrong = |text: String| Err(format!("slice bounds out of range [{text}"));
        let of = if given.length { "length" } else { "capacity" };
        let low = if given.low { self.reg(at) } else { 0 };
        let high = if given.high { self.reg(at + 1) } else { len };
        let max = if given.max { self.reg(at + 2) } else { cap };
        if max > cap {
            return match max as i64 {
                ..0 => wrong(format!("::{}]", max as i64)),
                _ => wrong(format!("::{max}] with {of} {cap}")),
            };
        }
        if high > max {
            return match high as i64 {
                ..0 if given.max => wrong(format!(":{}:]", high as i64)),
                ..0 => wrong(format!(":{}]", high as i64)),
                _ if given.max => wrong(format!(":{high}:{max}]")),
                _ => wrong(format!(":{high}] with {of} {cap}")),
            };
        }
        if low > high {
            return match low as i64 {
                ..0 if given.max => wrong(format!("{}::]", low as i64)),
                ..0 => wrong(format!("{}:]", low as i64)),
                _ if given.max => wrong(format!("{low}:{high}:]")),
                _ => wrong(format!("{low}:{high}]")),
            };
        }
        Ok((low as u32, high as u32, max as u32))
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

    fn append(&mut self, dst: Reg, slice: Reg, at: Reg, count: u8, elem: RTypeId) -> Next {
        let stride = self.slots_of(elem);
        let from = self.base + u32::from(at);
        self.extend(
            dst,
            self.reg(slice),
            elem,
            u32::from(count),
            |machine, to| {
                for index in 0..u32::from(count) {
                    let stack = machine.goroutines.get(machine.current).stack;
                    debug_assert!(from >= stack);
                    let value = machine.arena[(from + index) as usize];
                    let place = Ref::new(to.object(), to.slot() + index * stride);
                    match stride {
                        0 => {}
                        1 => {
                            let _ = machine.heap.store(place, 0, value);
                        }
                        _ => machine.heap.copy(place, Ref(value), stride as usize),
                    }
                }
            },
        )
    }

    /// Makes a slice longer by `more` elements, in place where there is room, and has them filled.
    fn extend(
        &mut self,
        dst: Reg,
        slot: u64,
        elem: RTypeId,
        more: u32,
        fill: impl FnOnce(&mut Machine, Ref),
    ) -> Next {
        let mut slice = self.heap.slice(slot);
        if more == 0 {
            self.set_reg(dst, slot);
            return Next::Go;
        }
        let len = u64::from(slice.len) + u64::from(more);
        if len > u64::from(slice.cap) {
            let size = self.program.types[usize::from(elem)].size;
            let cap = grown(u64::from(slice.cap), len, size, self.has_refs(elem));
            if !self.has_room(elem, cap) {
                return Next::Leave;
            }
            let backing = self.new_elements(elem, cap);
            let old = slice;
            let stride = self.slots_of(elem);
            self.charge(u64::from(old.len) / 8);
            slice = Slice {
                backing,
                start: 0,
                len: old.len,
                cap: cap as u32,
                stride,
            };
            if old.len > 0 {
                self.heap
                    .copy(slice.at(0), old.at(0), (old.len * stride) as usize);
            }
        }
        let to = slice.at(slice.len);
        self.charge(u64::from(more) / 8);
        self.race_range(to, more * slice.stride, true);
        fill(self, to);
        slice.len = len as u32;
        let slot = self.heap.add_slice(slice);
        self.set_reg(dst, slot);
        Next::Go
    }

    fn string_op(&mut self, op: Op) -> Next {
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
    fn slices_grow_as_gos_do() {
        let mut cap = 0;
        let mut caps = Vec::new();
        for len in 1..2000 {
            if len > cap {
                cap = grown(cap, len, 8, false);
                caps.push(cap);
            }
        }
        assert_eq!(
            caps,
            [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560]
        );
        assert_eq!(grown(0, 5, 8, false), 6);
        assert_eq!(grown(0, 3, 1, false), 8);
    }

    #[test]
    fn broken_utf8_is_one_byte_wide() {
        assert_eq!(decode_rune("é".as_bytes()), (0xe9, 2));
        assert_eq!(decode_rune(&[0xff, b'a']), (0xfffd, 1));
        assert_eq!(decode_rune(&[0xe2, 0x82]), (0xfffd, 1));
        assert_eq!(decode_rune("a\u{1f600}".as_bytes()), (97, 1));
    }
}
