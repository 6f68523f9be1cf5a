//! How slices grow.

use super::exec::Next;
use super::heap::Slice;
use super::machine::Machine;
use crate::go::op::{RTypeId, Ref, Reg};

/// Go's allocation size classes, in bytes.
const CLASSES: [u64; 67] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728,
    10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
];

impl Machine {
    pub(super) fn append(
        &mut self,
        dst: Reg,
        slice: Reg,
        at: Reg,
        count: u8,
        elem: RTypeId,
    ) -> Next {
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
    pub(super) fn extend(
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
}

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
}
