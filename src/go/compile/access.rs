//! Reading, writing and taking the address of places.

use super::Compiler;
use super::expr::Val;
use super::place::Place;
use crate::go::ast::Expr;
use crate::go::op::{Op, Reg};
use crate::go::types::TypeId;

impl Compiler<'_> {
    /// The address of a place in memory.
    pub(super) fn address(&mut self, place: Place) -> Reg {
        match self.near(place) {
            Place::Mem { ptr, off: 0, .. } => ptr,
            Place::Mem {
                ptr, off, bytes, ..
            } => {
                let dst = self.alloc();
                let off = off as u16;
                self.emit(Op::Addr { dst, ptr, off });
                self.faults_at(bytes);
                dst
            }
            Place::Global(index) => {
                let dst = self.alloc();
                self.emit(Op::GlobalAddr { dst, index });
                dst
            }
            Place::Elem { slice, index } => {
                let dst = self.alloc();
                self.emit(Op::SliceAddr { dst, slice, index });
                dst
            }
            Place::Reg(reg) => reg,
            Place::Blank | Place::Map { .. } => 0,
        }
    }

    /// The same place with an offset that instructions have room for.
    fn near(&mut self, place: Place) -> Place {
        let Place::Mem {
            mut ptr,
            mut off,
            bytes,
            private,
        } = place
        else {
            return place;
        };
        while off > u32::from(u16::MAX) {
            let dst = self.alloc();
            self.emit(Op::Addr {
                dst,
                ptr,
                off: u16::MAX,
            });
            ptr = dst;
            off -= u32::from(u16::MAX);
        }
        Place::Mem {
            ptr,
            off,
            bytes,
            private,
        }
    }

    /// The instruction just emitted uses memory so many bytes from what a pointer refers to: the address at which it faults
    /// where the pointer is nil.
    pub(super) fn faults_at(&mut self, bytes: u32) {
        let frame = self.f();
        if bytes > 0 {
            frame.faults.push((frame.here() - 1, bytes));
        }
    }

    /// What reading or writing a value without a slot comes to: a pointer to it may still be nil.
    fn touch(&mut self, place: Place) {
        if let Place::Mem {
            ptr,
            bytes,
            private: false,
            ..
        } = place
        {
            self.emit(Op::CheckNil { ptr });
            self.faults_at(bytes);
        }
    }

    /// Reads a place. A wide value is looked at where it is, not copied.
    pub(super) fn load(&mut self, place: Place, ty: TypeId, want: Option<Reg>) -> Val {
        let slots = self.layouts.slots(ty);
        let place = self.near(place);
        if let Place::Reg(reg) = place {
            return self.moved(reg, want);
        }
        if let Place::Map {
            map,
            key,
            ty: map_ty,
            ..
        } = place
        {
            let dst = want.unwrap_or_else(|| self.alloc());
            let ty = self.rtype(map_ty);
            self.emit(Op::MapGet { dst, map, key, ty });
            return Val::shared(dst);
        }
        if slots > 1 {
            let reg = self.address(place);
            return self.moved(reg, want);
        }
        let dst = want.unwrap_or_else(|| self.alloc());
        match place {
            place if slots == 0 => {
                self.touch(place);
                self.emit(Op::LoadInt { dst, value: 0 });
            }
            Place::Mem {
                ptr,
                off,
                bytes,
                private,
            } => {
                let off = off as u16;
                self.emit(match private {
                    true => Op::Field { dst, obj: ptr, off },
                    false => Op::Load { dst, ptr, off },
                });
                self.faults_at(bytes);
            }
            Place::Global(index) => {
                self.emit(Op::LoadGlobal { dst, index });
            }
            Place::Elem { slice, index } => {
                self.emit(Op::SliceLoad { dst, slice, index });
            }
            Place::Blank | Place::Reg(_) | Place::Map { .. } => {}
        }
        Val::shared(dst)
    }

    /// Writes a value of the place's own type to it. A wide one is copied; into a map it goes as it is.
    pub(super) fn store(&mut self, place: Place, ty: TypeId, src: Reg) {
        let slots = self.layouts.slots(ty);
        match self.near(place) {
            Place::Blank => {}
            Place::Reg(dst) if dst == src => {}
            Place::Reg(dst) => {
                self.emit(Op::Move { dst, src });
            }
            Place::Map {
                map,
                key,
                owned,
                ty,
            } => {
                let mark = self.top();
                let key = self.owned_key(ty, key, owned);
                self.emit(Op::MapSet { map, key, src });
                self.free_to(mark);
            }
            place if slots == 0 => self.touch(place),
            place if slots > 1 => {
                let mark = self.top();
                let ptr = self.address(place);
                let ty = self.rtype(ty);
                self.emit(Op::CopyMem { ptr, src, ty });
                self.free_to(mark);
            }
            Place::Mem {
                ptr,
                off,
                bytes,
                private,
            } => {
                let off = off as u16;
                self.emit(match private {
                    true => Op::SetField { obj: ptr, off, src },
                    false => Op::Store { ptr, off, src },
                });
                // Go looks at the pointer by itself before it stores a reference.
                if !self.layouts.has_refs(ty) {
                    self.faults_at(bytes);
                }
            }
            Place::Global(index) => {
                self.emit(Op::StoreGlobal { src, index });
            }
            Place::Elem { slice, index } => {
                self.emit(Op::SliceStore { slice, index, src });
            }
        }
    }

    /// Assigns an expression, converted to the place's type.
    pub(super) fn assign(&mut self, place: Place, ty: TypeId, e: &Expr) {
        let mark = self.top();
        let pos = self.f().pos;
        match place {
            Place::Blank => {
                self.value(e);
            }
            Place::Reg(dst) => {
                self.converted(e, ty, Some(dst));
            }
            Place::Map { .. } => {
                let src = self.owned(e, ty, None);
                self.at(pos);
                self.store(place, ty, src);
            }
            _ if self.store_complex(place, ty, e) => {}
            _ => {
                let src = self.converted(e, ty, None).reg;
                self.at(pos);
                self.store(place, ty, src);
            }
        }
        self.free_to(mark);
    }
}
