//! The instructions that may allocate, block, panic or call: each acts on the machine's own state.

use super::chan::Passed;
use super::exec::Next;
use super::goroutine::{NONE, Slot};
use super::heap::Object;
use super::link::Link;
use super::machine::Machine;
use crate::go::op::{Op, RTypeId, Ref, Reg};
use crate::trace::event::NO_ORDER;
use smallvec::SmallVec;

/// Marks the function of a bound method: its first capture is the receiver.
pub(super) const BOUND: u32 = 1 << 31;

/// A function value taken apart.
struct Callee {
    func: u32,
    closure: u64,
    receiver: Option<u64>,
}

impl Machine {
    #[inline(always)]
    pub(super) fn reg(&self, reg: Reg) -> u64 {
        self.arena[self.base as usize + usize::from(reg)]
    }

    #[inline(always)]
    pub(super) fn set_reg(&mut self, reg: Reg, slot: u64) {
        self.arena[self.base as usize + usize::from(reg)] = slot;
    }

    /// Sets a register, and whether that was so in the one after it.
    pub(super) fn set_pair(&mut self, reg: Reg, slot: u64, ok: u64) {
        let at = self.base as usize + usize::from(reg);
        self.arena[at] = slot;
        self.arena[at + 1] = ok;
    }

    fn args(&self, at: Reg, count: u8) -> SmallVec<[u64; 8]> {
        let from = self.base as usize + usize::from(at) + 1;
        SmallVec::from_slice(&self.arena[from..from + usize::from(count)])
    }

    fn callee(&self, slot: u64) -> Option<Callee> {
        if slot == 0 {
            return None;
        }
        let (func, captures) = self.heap.function(slot)?;
        Some(Callee {
            func: func & !BOUND,
            closure: slot,
            receiver: (func & BOUND != 0).then(|| captures[0]),
        })
    }

    /// Executes an instruction that the loop left; `pc` is after it.
    pub(super) fn slow(&mut self, op: Op) -> Next {
        if self.settings.schedule != 0 && self.meets_others(op) && self.switches_before() {
            return self.leave();
        }
        match op {
            Op::LoadStr { dst, index } => self.load_str(dst, index),
            Op::LoadFunc { dst, func } => self.load_func(dst, func),
            Op::MakeClosure {
                dst,
                from,
                count,
                func,
            } => {
                let at = self.base as usize + usize::from(from);
                let captures = &self.arena[at..at + usize::from(count)];
                let size = 8 + 8 * u64::from(count);
                let closure = self.heap.add(Object::closure(func, captures), size);
                self.set_reg(dst, closure.0);
            }
            Op::Div { .. } | Op::DivU { .. } | Op::Rem { .. } | Op::RemU { .. } => {
                return self.throw_runtime("integer divide by zero");
            }
            Op::CheckShift { .. } => return self.throw_runtime("negative shift amount"),
            Op::EqStr { dst, a, b } => self.compare(dst, a, b, |a, b| a == b),
            Op::LtStr { dst, a, b } => self.compare(dst, a, b, |a, b| a < b),
            Op::LeStr { dst, a, b } => self.compare(dst, a, b, |a, b| a <= b),
            Op::EqType { dst, a, b, ty } => match self.equal(ty, self.reg(a), self.reg(b)) {
                Ok(equal) => self.set_reg(dst, u64::from(equal)),
                Err(name) => {
                    return self.throw_runtime(&format!("comparing uncomparable type {name}"));
                }
            },
            Op::Call { at, func } => {
                let back = self.pc;
                return self.enter(func, 0, u16::from(at), back, &[]);
            }
            Op::CallClosure { at, closure } => return self.call_closure(at, self.reg(closure)),
            Op::CallMethod { at, iface, name } => {
                let Some((ty, value)) = self.heap.iface(self.reg(iface)) else {
                    return self.throw_nil();
                };
                let Some(func) = self.program.method(ty, name) else {
                    return self.throw_nil();
                };
                self.set_reg(at + 1, value);
                let back = self.pc;
                return self.enter(func, 0, u16::from(at), back, &[]);
            }
            Op::CallNative { at, native } => return self.call_native(at, native, 0),
            Op::BindMethod { dst, iface, name } => {
                let Some((ty, value)) = self.heap.iface(self.reg(iface)) else {
                    return self.throw_nil();
                };
                let func = self.program.method(ty, name).unwrap_or(0) | BOUND;
                let bound = self.heap.add(Object::closure(func, &[value]), 16);
                self.set_reg(dst, bound.0);
            }
            Op::Return { .. } => {
                let link = Link::from_slot(self.arena[self.base as usize]);
                return self.return_special(link);
            }
            Op::Go { at, count, func } => {
                if !self.pay_spawn() {
                    return self.leave();
                }
                let args = self.args(at, count);
                self.spawn(func, 0, &args);
            }
            Op::GoClosure { at, count, closure } => {
                let Some(callee) = self.callee(self.reg(closure)) else {
                    self.fatal(
                        "go of nil func value",
                        crate::trace::event::Reason::FatalError,
                    );
                    return Next::Leave;
                };
                if !self.pay_spawn() {
                    return self.leave();
                }
                let mut args = self.args(at, count);
                if let Some(receiver) = callee.receiver {
                    args.insert(0, receiver);
                }
                self.spawn(callee.func, callee.closure, &args);
            }
            Op::Defer { at, count, func } => {
                let args = self.args(at, count);
                return self.defer(Some((func, 0)), &args);
            }
            Op::DeferClosure { at, count, closure } => {
                let mut args = self.args(at, count);
                let callee = self.callee(self.reg(closure));
                if let Some(receiver) = callee.as_ref().and_then(|callee| callee.receiver) {
                    args.insert(0, receiver);
                }
                return self.defer(callee.map(|callee| (callee.func, callee.closure)), &args);
            }
            Op::RunDefers => return self.run_defers(),
            Op::Panic { value } => return self.throw(self.reg(value)),
            Op::Recover { dst } => {
                let value = self.recover();
                self.set_reg(dst, value);
            }
            Op::New { dst, ty } => {
                let rtype = &self.program.types[usize::from(ty)];
                let (slots, size) = (rtype.slots, rtype.size);
                return self.new_memory(dst, ty, slots, size);
            }
            Op::NewLocal { dst, ty } => {
                let slots = self.slots_of(ty);
                return self.new_memory(dst, ty, slots, 0);
            }
            Op::Clone { dst, src, ty } => {
                let src = self.reg(src);
                if src == 0 {
                    return self.throw_nil();
                }
                let slots = self.slots_of(ty);
                let refs = self.has_refs(ty);
                self.charge(u64::from(slots) / 8);
                let copy = self.heap.add_memory(slots, refs, 0);
                self.heap.copy(copy, Ref(src), slots as usize);
                self.set_reg(dst, copy.0);
            }
            Op::CopyMem { ptr, src, ty } => {
                let (ptr, src) = (self.reg(ptr), self.reg(src));
                if ptr == 0 || src == 0 {
                    return self.throw_nil();
                }
                let slots = self.slots_of(ty);
                if self.switches_before() {
                    return self.leave();
                }
                self.race_range(Ref(src), slots, false);
                self.race_range(Ref(ptr), slots, true);
                self.charge(u64::from(slots) / 8);
                self.heap.copy(Ref(ptr), Ref(src), slots as usize);
            }
            Op::Load { dst, ptr, off } => {
                let place = Ref(self.reg(ptr));
                return self.access(place, off, None, Some(dst));
            }
            Op::Store { ptr, off, src } => {
                let place = Ref(self.reg(ptr));
                return self.access(place, off, Some(self.reg(src)), None);
            }
            Op::LoadGlobal { dst, index } => {
                return self.access(Ref::new(self.globals, index), 0, None, Some(dst));
            }
            Op::StoreGlobal { src, index } => {
                let place = Ref::new(self.globals, index);
                return self.access(place, 0, Some(self.reg(src)), None);
            }
            Op::SliceLoad { dst, slice, index } => {
                return match self.element(slice, index) {
                    Ok(place) => self.access(place, 0, None, Some(dst)),
                    Err(text) => self.throw_bounds(&text),
                };
            }
            Op::SliceStore { slice, index, src } => {
                return match self.element(slice, index) {
                    Ok(place) => self.access(place, 0, Some(self.reg(src)), None),
                    Err(text) => self.throw_bounds(&text),
                };
            }
            Op::Field { .. } | Op::SetField { .. } | Op::Addr { .. } | Op::CheckNil { .. } => {
                return self.throw_nil();
            }
            Op::MakeMap { dst, ty } => {
                let map = self.new_map(ty);
                self.set_reg(dst, map);
            }
            Op::MapGet { .. }
            | Op::MapGetOk { .. }
            | Op::MapSet { .. }
            | Op::MapDelete { .. }
            | Op::MapClear { .. }
            | Op::MapIter { .. }
            | Op::MapNext { .. }
            | Op::LenMap { .. } => return self.map_op(op),
            Op::MakeIface { dst, src, ty } => {
                let value = self.new_iface(ty, self.reg(src));
                self.set_reg(dst, value);
            }
            Op::Assert { .. }
            | Op::AssertOk { .. }
            | Op::AssertIface { .. }
            | Op::AssertIfaceOk { .. } => return self.assertion(op),
            Op::MakeChan { dst, cap, elem } => {
                let cap = self.reg(cap);
                let size = self.program.types[usize::from(elem)].size.max(1);
                if cap as i64 > (1 << 46) / size as i64 || (cap as i64) < 0 {
                    return self.throw_plain("makechan: size out of range");
                }
                if !self.check_room(cap * size, 0) {
                    return Next::Leave;
                }
                let chan = self.new_chan(elem, cap);
                self.set_reg(dst, chan);
            }
            Op::Send { chan, src } => {
                let passed = self.send(self.reg(chan), self.reg(src));
                return self.after_passing(passed);
            }
            Op::Recv { dst, chan } => {
                let passed = self.receive(self.reg(chan), dst, false);
                return self.after_passing(passed);
            }
            Op::RecvOk { dst, chan } => {
                let passed = self.receive(self.reg(chan), dst, true);
                return self.after_passing(passed);
            }
            Op::Close { chan } => {
                let passed = self.close(self.reg(chan));
                return self.after_passing(passed);
            }
            Op::Select { table } => {
                let passed = self.select(table);
                return self.after_passing(passed);
            }
            Op::LenChan { dst, a } => {
                let chan = self.chan(self.reg(a));
                let len = chan.map_or(0, |chan| if chan.timer { 0 } else { chan.buffer.len() });
                self.set_reg(dst, len as u64);
            }
            Op::CapChan { dst, a } => {
                let chan = self.chan(self.reg(a));
                let cap = chan.map_or(0, |chan| if chan.timer { 0 } else { chan.cap });
                self.set_reg(dst, cap);
            }
            op => return self.sequence_op(op),
        }
        Next::Go
    }

    fn load_str(&mut self, dst: Reg, index: u32) {
        let bytes = std::sync::Arc::clone(&self.program.strings[index as usize]);
        let text = super::heap::Text {
            len: bytes.len() as u32,
            start: 0,
            bytes,
        };
        let slot = self.heap.add(Object::Str(text), 0).0;
        self.strings[index as usize] = slot;
        self.set_reg(dst, slot);
    }

    fn load_func(&mut self, dst: Reg, func: u32) {
        let slot = match self.functions.get(&func) {
            Some(&slot) => slot,
            None => {
                let slot = self.heap.add(Object::closure(func, &[]), 0).0;
                self.functions.insert(func, slot);
                slot
            }
        };
        self.set_reg(dst, slot);
    }

    fn compare(&mut self, dst: Reg, a: Reg, b: Reg, holds: fn(&[u8], &[u8]) -> bool) {
        let (a, b) = (self.heap.str(self.reg(a)), self.heap.str(self.reg(b)));
        let (result, steps) = (holds(a, b), a.len().min(b.len()) as u64 / 16);
        self.charge(steps);
        self.set_reg(dst, u64::from(result));
    }

    fn call_closure(&mut self, at: Reg, closure: u64) -> Next {
        let Some(callee) = self.callee(closure) else {
            return self.throw_nil();
        };
        let back = self.pc;
        let Some(receiver) = callee.receiver else {
            return self.enter(callee.func, callee.closure, u16::from(at), back, &[]);
        };
        let params = self.program.functions[callee.func as usize].params;
        let mut args = self.args(at, params.saturating_sub(1));
        args.insert(0, receiver);
        self.enter(callee.func, 0, u16::from(at), back, &args)
    }

    /// Starts a goroutine in a function value that takes nothing, and gives its place; `NONE` where the value is nil.
    pub(super) fn spawn_value(&mut self, closure: u64) -> Slot {
        let Some(callee) = self.callee(closure) else {
            return NONE;
        };
        let receiver: SmallVec<[u64; 1]> = callee.receiver.into_iter().collect();
        self.spawn(callee.func, callee.closure, &receiver)
    }

    fn defer(&mut self, callee: Option<(u32, u64)>, args: &[u64]) -> Next {
        if self.push_deferred(callee, args) {
            Next::Go
        } else {
            Next::Leave
        }
    }

    /// Pays for a new goroutine; false where that takes CPU time first, after which the instruction is executed again.
    fn pay_spawn(&mut self) -> bool {
        let ns = self.settings.scenario.spawn_ns;
        if ns == 0 || self.take_midway() {
            return true;
        }
        self.begin_work(ns, NO_ORDER);
        self.go_back();
        false
    }

    /// Whether the current instruction was begun before.
    pub(super) fn take_midway(&mut self) -> bool {
        let goroutine = self.goroutines.get_mut(self.current);
        match &mut goroutine.extra {
            Some(extra) => std::mem::take(&mut extra.midway),
            None => false,
        }
    }

    /// The current instruction is begun, and will be executed again.
    pub(super) fn go_back(&mut self) {
        self.pc -= 1;
        self.goroutines.extra(self.current).midway = true;
    }

    /// Whether an instruction reads or writes what all goroutines share by its nature: the run queue, channels, locks,
    /// atomics. A go statement that takes time lets others go by itself.
    fn meets_others(&self, op: Op) -> bool {
        match op {
            Op::Send { .. }
            | Op::Recv { .. }
            | Op::RecvOk { .. }
            | Op::Close { .. }
            | Op::Select { .. } => true,
            Op::Go { .. } | Op::GoClosure { .. } => self.settings.scenario.spawn_ns == 0,
            Op::CallNative { native, .. } => {
                let name = &self.program.natives[usize::from(native)];
                ["sync.", "atomic."]
                    .iter()
                    .any(|package| name.contains(package))
            }
            _ => false,
        }
    }

    /// Under a schedule other than 0: whether others go first, before this access to shared memory.
    pub(super) fn switches_before(&mut self) -> bool {
        if self.settings.schedule == 0 || self.goroutines.alive() < 2 || self.take_midway() {
            return false;
        }
        if self.draw(8) != 0 {
            return false;
        }
        self.yield_current();
        self.go_back();
        true
    }

    /// Loads into a register, or stores, one slot that others may reach.
    fn access(&mut self, place: Ref, off: u16, store: Option<u64>, dst: Option<Reg>) -> Next {
        if place.is_nil() {
            return self.throw_nil();
        }
        if self.switches_before() {
            return self.leave();
        }
        let off = u32::from(off);
        self.race_access(
            Ref::new(place.object(), place.slot() + off),
            store.is_some(),
        );
        let done = match store {
            Some(slot) => self.heap.store(place, off, slot),
            None => {
                let slot = self.heap.load(place, off);
                if let (Some(slot), Some(dst)) = (slot, dst) {
                    self.set_reg(dst, slot);
                }
                slot.map(|_| ())
            }
        };
        match done {
            Some(()) => Next::Go,
            None => self.throw_nil(),
        }
    }

    fn element(&self, slice: Reg, index: Reg) -> Result<Ref, String> {
        let header = self.heap.slice(self.reg(slice));
        let index = self.reg(index);
        if index < u64::from(header.len) {
            Ok(header.at(index as u32))
        } else {
            Err(out_of_range(index, u64::from(header.len)))
        }
    }

    fn new_memory(&mut self, dst: Reg, ty: RTypeId, slots: u32, size: u64) -> Next {
        if slots > 1024 && !self.check_room(size, u64::from(slots) * 8) {
            return Next::Leave;
        }
        let refs = self.has_refs(ty);
        self.charge(u64::from(slots) / 64);
        let memory = self.heap.add_memory(slots, refs, size);
        self.set_reg(dst, memory.0);
        Next::Go
    }

    #[inline(always)]
    fn after_passing(&mut self, passed: Passed) -> Next {
        match passed {
            Passed::Now => Next::Go,
            Passed::Blocked => self.leave(),
            Passed::Panics(text) => self.throw_plain(text),
        }
    }

    fn unhashable(&mut self, name: &str) -> Next {
        self.throw_runtime(&format!("hash of unhashable type {name}"))
    }

    /// A map operation spans two steps: whether others go in between, or the process ended for what they did.
    fn spans(&mut self, map: u64, writes: bool, message: &str) -> Option<Next> {
        if map != 0 {
            self.race_map(map, writes);
        }
        if self.settings.schedule == 0 || map == 0 {
            return None;
        }
        if self.take_midway() {
            if writes && let Some(map) = self.map_mut(map) {
                map.writing = false;
            }
            return None;
        }
        if self.map(map).is_some_and(|map| map.writing) {
            self.fatal(message, crate::trace::event::Reason::FatalError);
            return Some(Next::Leave);
        }
        if self.goroutines.alive() < 2 || self.draw(8) != 0 {
            return None;
        }
        if writes && let Some(map) = self.map_mut(map) {
            map.writing = true;
        }
        self.yield_current();
        self.go_back();
        Some(self.leave())
    }

    fn map_op(&mut self, op: Op) -> Next {
        const WRITES: &str = "concurrent map writes";
        const READ: &str = "concurrent map read and map write";
        const ITERATES: &str = "concurrent map iteration and map write";
        match op {
            Op::MapGet { dst, map, key, ty } | Op::MapGetOk { dst, map, key, ty } => {
                let slot = self.reg(map);
                if let Some(next) = self.spans(slot, false, READ) {
                    return next;
                }
                let (key_ty, value_ty) = self.map_types(ty);
                let found = match self.map_get(slot, self.reg(key), key_ty) {
                    Ok(found) => found,
                    Err(name) if self.map(slot).is_none_or(|map| map.entries.is_empty()) => {
                        return self.throw_plain(&format!("hash of unhashable type: {name}"));
                    }
                    Err(name) => return self.unhashable(&name),
                };
                let value = match found {
                    Some(value) => value,
                    None => self.zero_value(value_ty),
                };
                if matches!(op, Op::MapGetOk { .. }) {
                    self.set_pair(dst, value, u64::from(found.is_some()));
                } else {
                    self.set_reg(dst, value);
                }
            }
            Op::MapSet { map, key, src } => {
                let slot = self.reg(map);
                if slot == 0 {
                    return self.throw_plain("assignment to entry in nil map");
                }
                if let Some(next) = self.spans(slot, true, WRITES) {
                    return next;
                }
                if let Err(name) = self.map_set(slot, self.reg(key), self.reg(src)) {
                    return self.unhashable(&name);
                }
                self.stored(slot, false);
            }
            Op::MapDelete { map, key } => {
                let slot = self.reg(map);
                if let Some(next) = self.spans(slot, true, WRITES) {
                    return next;
                }
                if let Err(name) = self.map_delete(slot, self.reg(key)) {
                    return self.unhashable(&name);
                }
            }
            Op::MapClear { map } => {
                let slot = self.reg(map);
                if let Some(next) = self.spans(slot, true, WRITES) {
                    return next;
                }
                if let Some(map) = self.map_mut(slot) {
                    map.entries.clear();
                }
            }
            Op::MapIter { dst, map } => {
                let slot = self.reg(map);
                if let Some(next) = self.spans(slot, false, ITERATES) {
                    return next;
                }
                let cursor = self.new_cursor(slot);
                self.set_reg(dst, cursor);
            }
            Op::MapNext { dst, iter, to } => {
                let cursor = self.reg(iter);
                let map = match self.heap.object(Ref(cursor).object()) {
                    Object::Cursor(cursor) => cursor.map,
                    _ => 0,
                };
                if let Some(next) = self.spans(map, false, ITERATES) {
                    return next;
                }
                match self.next_entry(cursor) {
                    Some((key, value)) => self.set_pair(dst, key, value),
                    None => self.pc = to,
                }
            }
            Op::LenMap { dst, a } => {
                let len = self.map(self.reg(a)).map_or(0, |map| map.entries.len());
                self.set_reg(dst, len as u64);
            }
            _ => {}
        }
        Next::Go
    }

    fn assertion(&mut self, op: Op) -> Next {
        match op {
            Op::Assert {
                dst,
                iface,
                ty,
                from,
            } => match self.heap.iface(self.reg(iface)) {
                Some((dynamic, value)) if dynamic == ty => self.set_reg(dst, value),
                found => {
                    let (from, wanted) = (self.type_name(from), self.type_name(ty));
                    let is = found.map_or("nil".into(), |found| self.type_name(found.0));
                    return self.throw_assertion(&format!(
                        "interface conversion: {from} is {is}, not {wanted}"
                    ));
                }
            },
            Op::AssertOk { dst, iface, ty } => match self.heap.iface(self.reg(iface)) {
                Some((dynamic, value)) if dynamic == ty => self.set_pair(dst, value, 1),
                _ => {
                    let zero = self.zero_value(ty);
                    self.set_pair(dst, zero, 0);
                }
            },
            Op::AssertIface { dst, iface, ty } => {
                let slot = self.reg(iface);
                let wanted = self.type_name(ty);
                let Some((dynamic, _)) = self.heap.iface(slot) else {
                    return self.throw_assertion(&format!(
                        "interface conversion: interface is nil, not {wanted}"
                    ));
                };
                if let Some(name) = self.missing_method(dynamic, ty) {
                    let method = &self.program.names[usize::from(name)];
                    let method = method.split('(').next().unwrap_or_default();
                    let text = format!(
                        "interface conversion: {} is not {wanted}: missing method {method}",
                        self.type_name(dynamic)
                    );
                    return self.throw_assertion(&text);
                }
                self.set_reg(dst, slot);
            }
            Op::AssertIfaceOk { dst, iface, ty } => {
                let slot = self.reg(iface);
                let dynamic = self.heap.iface(slot);
                let fits =
                    dynamic.is_some_and(|(ty_of, _)| self.missing_method(ty_of, ty).is_none());
                self.set_pair(dst, if fits { slot } else { 0 }, u64::from(fits));
            }
            _ => {}
        }
        Next::Go
    }
}

/// Go's words for an index out of range.
pub(super) fn out_of_range(index: u64, len: u64) -> String {
    if (index as i64) < 0 {
        format!("index out of range [{}]", index as i64)
    } else {
        format!("index out of range [{index}] with length {len}")
    }
}
