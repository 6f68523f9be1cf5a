//! Places: what can be read, assigned to and, mostly, addressed.

use super::Compiler;
use super::expr::Val;
use super::frame::{Var, VarKey};
use crate::go::ast::{Expr, ExprKind};
use crate::go::op::{Op, Reg};
use crate::go::types::info::{Path, Selection};
use crate::go::types::object::Kind;
use crate::go::types::object::Place as Scope;
use crate::go::types::{ObjId, Type, TypeId};

/// Where a value is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// Nowhere: `_`.
    Blank,
    /// A register: a value of one slot at most.
    Reg(Reg),
    /// Memory, so many slots after what `ptr` refers to, which under Go is so many bytes; `private` to this frame, or within
    /// reach of others.
    Mem {
        ptr: Reg,
        off: u32,
        bytes: u32,
        private: bool,
    },
    /// Package-level variables, from that slot on.
    Global(u32),
    /// An element of one slot of a slice.
    Elem { slice: Reg, index: Reg },
    /// An element of a map of that type; `owned` where the key's memory is nobody else's.
    Map {
        map: Reg,
        key: Reg,
        owned: bool,
        ty: TypeId,
    },
}

impl Compiler<'_> {
    /// Whether a variable lives in memory that others may reach.
    pub(super) fn in_cell(&mut self, id: ObjId) -> bool {
        let Kind::Var(var) = &self.object(id).kind else {
            return false;
        };
        let shared = var.captured || self.f().shared.contains(&id);
        let changes = var.assigned || var.place == Scope::Result || self.f().rebound.contains(&id);
        if var.addressed || (shared && changes) {
            return true;
        }
        let ty = self.sub(self.object(id).ty);
        !self.layouts.wide(ty) && self.layouts.has_array(ty)
    }

    /// Where a variable of this or an enclosing function, or of a package, is.
    pub(super) fn variable(&mut self, id: ObjId) -> Place {
        if let Kind::Var(var) = &self.object(id).kind
            && var.place == Scope::Package
        {
            return Place::Global(self.global(id));
        }
        let ty = self.sub(self.object(id).ty);
        self.var_place(VarKey::Object(id), ty)
    }

    /// Where a variable of type `ty` of this or an enclosing function is.
    pub(super) fn var_place(&mut self, key: VarKey, ty: TypeId) -> Place {
        let wide = self.layouts.wide(ty);
        let whole = |reg, cell| match wide || cell {
            true => Place::Mem {
                ptr: reg,
                off: 0,
                bytes: 0,
                private: !cell,
            },
            false => Place::Reg(reg),
        };
        match self.resolve(key) {
            Var::Reg(reg) => whole(reg, false),
            Var::Cell(reg) => whole(reg, true),
            Var::Capture { index, cell } => {
                let dst = self.alloc();
                self.emit(Op::LoadCapture { dst, index });
                whole(dst, cell)
            }
        }
    }

    /// The place that an expression denotes; what isn't addressable is evaluated into a temporary one.
    pub(super) fn place(&mut self, e: &Expr) -> Place {
        match &e.kind {
            ExprKind::Paren(inner) => self.place(inner),
            ExprKind::Name(name) if &**name == "_" => Place::Blank,
            ExprKind::Name(_) => match self.info.name(e.id) {
                Some(id) if self.is_func_var(id) => self.variable(id),
                _ => self.temporary(e),
            },
            ExprKind::Star(inner) => Place::Mem {
                ptr: self.value(inner).reg,
                off: 0,
                bytes: 0,
                private: false,
            },
            ExprKind::Selector { operand, .. } => match self.info.selections.get(&e.id).cloned() {
                Some(Selection::Field(path)) => {
                    self.at(e.pos);
                    self.walk_path(operand, &path).0
                }
                Some(Selection::Package(id)) if self.is_func_var(id) => self.variable(id),
                _ => self.temporary(e),
            },
            ExprKind::Index {
                operand, indices, ..
            } if indices.len() == 1 => self.index_place(e, operand, &indices[0]),
            _ => self.temporary(e),
        }
    }

    fn temporary(&mut self, e: &Expr) -> Place {
        let reg = self.value(e).reg;
        let ty = self.ty(e);
        self.temporary_of(reg, ty)
    }

    /// The place of a value that is at hand.
    pub(super) fn temporary_of(&mut self, reg: Reg, ty: TypeId) -> Place {
        match self.layouts.wide(ty) {
            true => Place::Mem {
                ptr: reg,
                off: 0,
                bytes: 0,
                private: true,
            },
            false => Place::Reg(reg),
        }
    }

    /// Follows a selector's path from its operand: the place at its end, and its type.
    pub(super) fn walk_path(&mut self, operand: &Expr, path: &Path) -> (Place, TypeId) {
        let ty = self.ty(operand);
        let start = self.place(operand);
        self.walk_from(start, ty, &path.indices)
    }

    /// Follows the indices of fields from a place, through pointers where there are any.
    pub(super) fn walk_from(
        &mut self,
        start: Place,
        ty: TypeId,
        indices: &[usize],
    ) -> (Place, TypeId) {
        let (mut place, mut ty) = (start, ty);
        if matches!(place, Place::Map { .. }) && !indices.is_empty() {
            let reg = self.load(place, ty, None).reg;
            place = self.temporary_of(reg, ty);
        }
        for &index in indices {
            if let Type::Pointer(elem) = &*self.under(ty) {
                let ptr = self.load(place, ty, None).reg;
                place = Place::Mem {
                    ptr,
                    off: 0,
                    bytes: 0,
                    private: false,
                };
                ty = *elem;
            }
            let slot = self.layouts.field_slot(ty, index);
            let bytes = self.layouts.field_bytes(ty, index);
            if let Type::Struct(fields) = &*self.under(ty) {
                ty = self.info.types.canonical(fields[index].ty);
            }
            place = self.offset(place, slot, bytes);
        }
        (place, ty)
    }

    pub(super) fn offset(&mut self, place: Place, slots: u32, more: u32) -> Place {
        match place {
            Place::Mem {
                ptr,
                off,
                bytes,
                private,
            } => Place::Mem {
                ptr,
                off: off + slots,
                bytes: bytes.saturating_add(more),
                private,
            },
            Place::Global(index) => Place::Global(index + slots),
            other => other,
        }
    }

    fn index_place(&mut self, e: &Expr, operand: &Expr, index: &Expr) -> Place {
        let ty = self.ty(operand);
        match &*self.under(ty) {
            Type::Slice(elem) => {
                let (slice, index) = self.two(operand, index);
                self.at(e.pos);
                self.slice_elem(slice, index, *elem)
            }
            Type::Map { key, .. } => {
                let map = self.value(operand).reg;
                let key = self.converted(index, *key, None);
                self.at(e.pos);
                Place::Map {
                    map,
                    key: key.reg,
                    owned: key.fresh,
                    ty,
                }
            }
            Type::Pointer(array) => {
                let ptr = self.value(operand).reg;
                let start = Place::Mem {
                    ptr,
                    off: 0,
                    bytes: 0,
                    private: false,
                };
                self.array_elem(start, *array, index, e)
            }
            Type::Array { .. } => {
                let start = self.place(operand);
                let start = match start {
                    Place::Map { .. } => {
                        let reg = self.load(start, ty, None).reg;
                        self.temporary_of(reg, ty)
                    }
                    other => other,
                };
                self.array_elem(start, ty, index, e)
            }
            _ => self.temporary(e),
        }
    }

    /// The key of a map's element, in memory that the map may keep.
    pub(super) fn owned_key(&mut self, map_ty: TypeId, key: Reg, owned: bool) -> Reg {
        let Type::Map { key: ty, .. } = *self.under(map_ty) else {
            return key;
        };
        let mark = self.top();
        self.own(
            Val {
                reg: key,
                fresh: owned,
            },
            ty,
            None,
            mark,
        )
    }

    pub(super) fn slice_elem(&mut self, slice: Reg, index: Reg, elem: TypeId) -> Place {
        if self.layouts.slots(elem) == 1 {
            return Place::Elem { slice, index };
        }
        let dst = self.alloc();
        self.emit(Op::SliceAddr { dst, slice, index });
        Place::Mem {
            ptr: dst,
            off: 0,
            bytes: 0,
            private: false,
        }
    }

    fn array_elem(&mut self, start: Place, ty: TypeId, index: &Expr, e: &Expr) -> Place {
        let Type::Array { elem, .. } = *self.under(ty) else {
            return start;
        };
        if let Some(at) = self.const_int(index) {
            let slots = self.layouts.slots(elem);
            if !matches!(start, Place::Mem { private: false, .. }) || at > 0 || slots > 0 {
                let bytes = self.layouts.bytes(elem).saturating_mul(at as u64);
                let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
                return self.offset(start, slots * at as u32, bytes);
            }
        }
        let ptr = match start {
            Place::Reg(_) | Place::Elem { .. } => {
                let src = self.load(start, ty, None).reg;
                let rtype = self.rtype(ty);
                let dst = self.alloc();
                self.emit(Op::NewLocal { dst, ty: rtype });
                if self.layouts.slots(ty) > 0 {
                    self.emit(Op::SetField {
                        obj: dst,
                        off: 0,
                        src,
                    });
                }
                dst
            }
            other => self.address(other),
        };
        let index = self.value(index).reg;
        self.at(e.pos);
        let rtype = self.rtype(ty);
        let dst = self.alloc();
        self.emit(Op::ArrayAddr {
            dst,
            ptr,
            index,
            ty: rtype,
        });
        Place::Mem {
            ptr: dst,
            off: 0,
            bytes: 0,
            private: false,
        }
    }

    /// The address of element `index`, a register, of the array at a place.
    pub(super) fn array_at(&mut self, start: Place, ty: TypeId, index: Reg) -> Place {
        let ptr = self.address(start);
        let rtype = self.rtype(ty);
        let dst = self.alloc();
        self.emit(Op::ArrayAddr {
            dst,
            ptr,
            index,
            ty: rtype,
        });
        Place::Mem {
            ptr: dst,
            off: 0,
            bytes: 0,
            private: false,
        }
    }
}
