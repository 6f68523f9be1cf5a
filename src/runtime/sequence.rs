//! Instructions on arrays and slices.

use super::exec::Next;
use super::heap::{Object, Slice};
use super::machine::Machine;
use super::ops::out_of_range;
use crate::go::op::{Bounds, Op, RTypeId, Ref, Reg};
use crate::go::program::RKind;

impl Machine {
    /// Whether elements of a type are kept as single bytes.
    fn is_byte(&self, elem: RTypeId) -> bool {
        let kind = &self.program.types[usize::from(elem)].kind;
        matches!(kind, RKind::Uint(8) | RKind::Bool)
    }

    /// Whether so many elements can be had, and the bytes of host memory they take.
    pub(super) fn has_room(&mut self, elem: RTypeId, cap: u64) -> bool {
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
}
