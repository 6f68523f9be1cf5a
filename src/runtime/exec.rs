//! The loop that executes instructions.
//!
//! What touches only registers, and the common access to memory, is done here; everything else in [`ops`](super::ops),
//! where the machine's own fields say where the goroutine stands. A frame is taken as 256 slots wherever it begins, so
//! that a register needs no check.

use super::chan::OUTCOME_CLOSED;
use super::goroutine::{NONE, Status};
use super::link::Link;
use super::machine::{Entry, Machine, NO_CLOSURE, SPIN_STEPS, TIME_SLICE};
use super::native::Flow;
use crate::go::op::{Narrow, Op, Ref};
use crate::trace::event::{NO_ORDER, Reason};
use std::sync::Arc;

/// How many events a run may have: what it records grows with them (some 3 bytes each), also where it takes few steps, as
/// a ticker does that is waited for. The largest workload, 10,000,000 orders through a pool, has some 130,000,000.
const MAX_EVENTS: u64 = 200_000_000;

/// In a goroutine's outcome while it pays for its spinning.
pub(super) const OUTCOME_SPUN: u8 = 3;

/// How an instruction that isn't done in the loop leaves the goroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// It goes on at the machine's `pc` and `base`.
    Go,
    /// It is put down: blocked, working, yielding, over; or the process is.
    Leave,
}

impl Machine {
    /// Executes whoever can, and lets time move where nobody can, until the steps counted reach `until`, the events where the
    /// machine is to halt, or the process ends. `WATCH` is whether accesses to memory are looked at or let others go first.
    pub(super) fn run<const WATCH: bool>(&mut self, until: u64) {
        let program = Arc::clone(&self.program);
        let entries = Arc::clone(&self.entries);
        while self.ending.is_none() && self.steps < until && self.events < self.halt_at {
            if self.current != NONE || self.dispatch() {
                self.execute::<WATCH>(&program.code, &entries, until);
            } else {
                self.advance();
            }
        }
    }

    /// Executes the current goroutine until it blocks, ends, or the steps counted reach `until`.
    #[inline(always)]
    pub(super) fn execute<const WATCH: bool>(
        &mut self,
        code: &[Op],
        entries: &[Entry],
        until: u64,
    ) {
        if self.resume() == Next::Leave {
            return;
        }
        while self.current != NONE && self.ending.is_none() {
            let Some(fuel) = self.fuel(until) else {
                return;
            };
            let mut left = fuel;
            let mut next = Next::Go;
            while next == Next::Go && left > 0 && self.events < self.halt_at {
                let goroutine = self.goroutines.get(self.current);
                let limit = goroutine.frames_end() as usize;
                let op = self.run_fast::<WATCH>(code, entries, limit, &mut left);
                if let Some(op) = op {
                    next = self.slow(op);
                    if self.heap.pressure() && self.ending.is_none() {
                        self.relieve();
                    }
                    if self.ending.is_some() {
                        next = Next::Leave;
                    }
                    let extra = std::mem::take(&mut self.extra_steps);
                    self.steps += extra.saturating_sub(left);
                    left = left.saturating_sub(extra);
                }
            }
            self.steps += fuel - left;
            self.spun += fuel - left;
            if next == Next::Leave || self.events >= self.halt_at {
                return;
            }
        }
    }

    /// How many steps may be executed now; none where the goroutine was put down or the process ended for it.
    #[inline(always)]
    fn fuel(&mut self, until: u64) -> Option<u64> {
        let max_steps = self.settings.scenario.max_steps;
        if self.steps >= max_steps {
            self.stop_endless(&format!("{max_steps} steps"));
            return None;
        }
        if self.events >= MAX_EVENTS {
            self.stop_endless(&format!("{MAX_EVENTS} events"));
            return None;
        }
        if self.spun >= SPIN_STEPS {
            self.spun = 0;
            self.begin_work(TIME_SLICE, NO_ORDER);
            self.goroutines.get_mut(self.current).outcome = OUTCOME_SPUN;
            self.put_down();
            return None;
        }
        let most = until.min(max_steps).saturating_sub(self.steps);
        (most > 0).then(|| most.min(SPIN_STEPS - self.spun))
    }

    /// Ends a run that would go on, and says where it was about to go on.
    fn stop_endless(&mut self, after: &str) {
        let line = self.line_of(self.pc + 1, self.base);
        let file = self.program.sources.file(crate::go::source::FileId(0));
        let text = format!("brigade: stopped after {after} at ./{}:{line}\n", file.name);
        self.write(text.as_bytes(), true);
        self.end(Reason::StepLimit, 124);
    }

    /// Takes up what the current goroutine was doing when it was put down.
    #[inline(always)]
    fn resume(&mut self) -> Next {
        let goroutine = self.goroutines.get_mut(self.current);
        if goroutine.outcome == OUTCOME_CLOSED {
            goroutine.outcome = 0;
            return self.throw_plain("send on closed channel");
        }
        let state = std::mem::take(&mut goroutine.state);
        if state == 0 {
            return Next::Go;
        }
        let at = self.pc.wrapping_sub(1) as usize;
        match self.program.code.get(at) {
            Some(&Op::CallNative { at, native }) => self.call_native(at, native, state),
            _ => Next::Go,
        }
    }

    #[inline(always)]
    pub(super) fn call_native(&mut self, at: u8, native: u16, state: u32) -> Next {
        let call = super::native::Call {
            window: self.base + u32::from(at) + 1,
            state,
        };
        let flow = self.natives[usize::from(native)](self, call);
        if self.ending.is_some() {
            return Next::Leave;
        }
        match flow {
            Flow::Done => Next::Go,
            Flow::Parked => self.leave(),
            Flow::Again(state) => {
                self.goroutines.get_mut(self.current).state = state;
                self.leave()
            }
            Flow::Panic(value) => self.throw(value),
            Flow::Ended => Next::Leave,
            Flow::Goexit => self.begin_goexit(),
            Flow::Yield => {
                self.yield_current();
                self.leave()
            }
        }
    }

    /// Puts the current goroutine down.
    #[inline(always)]
    pub(super) fn leave(&mut self) -> Next {
        debug_assert!(self.goroutines.get(self.current).status != Status::Free);
        self.put_down();
        Next::Leave
    }

    /// Executes what needs nothing but registers and the heap; gives the first instruction that needs more, with the
    /// machine's `pc` after it.
    #[inline(never)]
    fn run_fast<const WATCH: bool>(
        &mut self,
        code: &[Op],
        entries: &[Entry],
        limit: usize,
        steps: &mut u64,
    ) -> Option<Op> {
        let mut pc = self.pc as usize;
        let mut base = self.base as usize;
        let mut left = *steps;
        let found = 'frame: loop {
            let Some(r) = self
                .arena
                .get_mut(base..)
                .and_then(|rest| rest.first_chunk_mut::<256>())
            else {
                break None;
            };
            macro_rules! get {
                ($reg:expr) => {
                    r[usize::from($reg)]
                };
            }
            macro_rules! set {
                ($reg:expr, $value:expr) => {{
                    let value: u64 = $value;
                    r[usize::from($reg)] = value;
                }};
            }
            macro_rules! float {
                ($reg:expr) => {
                    f64::from_bits(r[usize::from($reg)])
                };
            }
            macro_rules! jump_if {
                ($condition:expr, $to:expr) => {
                    if $condition {
                        pc = $to as usize;
                    }
                };
            }
            loop {
                if left == 0 {
                    break 'frame None;
                }
                let Some(&op) = code.get(pc) else {
                    break 'frame None;
                };
                pc += 1;
                left -= 1;
                match op {
                    Op::LoadInt { dst, value } => set!(dst, i64::from(value) as u64),
                    Op::LoadConst { dst, index } => {
                        set!(dst, self.program.constants[index as usize]);
                    }
                    Op::LoadStr { dst, index } => {
                        let slot = self.strings[index as usize];
                        if slot == 0 && !self.program.strings[index as usize].is_empty() {
                            break 'frame Some(op);
                        }
                        set!(dst, slot);
                    }
                    Op::Move { dst, src } => set!(dst, get!(src)),
                    Op::Add { dst, a, b } => set!(dst, get!(a).wrapping_add(get!(b))),
                    Op::AddImm { dst, a, value } => {
                        set!(dst, get!(a).wrapping_add(i64::from(value) as u64));
                    }
                    Op::Sub { dst, a, b } => set!(dst, get!(a).wrapping_sub(get!(b))),
                    Op::Mul { dst, a, b } => set!(dst, get!(a).wrapping_mul(get!(b))),
                    Op::Div { dst, a, b } => {
                        let (a, b) = (get!(a) as i64, get!(b) as i64);
                        if b == 0 {
                            break 'frame Some(op);
                        }
                        set!(dst, a.wrapping_div(b) as u64);
                    }
                    Op::DivU { dst, a, b } => match get!(a).checked_div(get!(b)) {
                        Some(quotient) => set!(dst, quotient),
                        None => break 'frame Some(op),
                    },
                    Op::Rem { dst, a, b } => {
                        let (a, b) = (get!(a) as i64, get!(b) as i64);
                        if b == 0 {
                            break 'frame Some(op);
                        }
                        set!(dst, a.wrapping_rem(b) as u64);
                    }
                    Op::RemU { dst, a, b } => match get!(a).checked_rem(get!(b)) {
                        Some(rest) => set!(dst, rest),
                        None => break 'frame Some(op),
                    },
                    Op::And { dst, a, b } => set!(dst, get!(a) & get!(b)),
                    Op::Or { dst, a, b } => set!(dst, get!(a) | get!(b)),
                    Op::Xor { dst, a, b } => set!(dst, get!(a) ^ get!(b)),
                    Op::AndNot { dst, a, b } => set!(dst, get!(a) & !get!(b)),
                    Op::Shl { dst, a, b } => {
                        let count = get!(b);
                        set!(dst, if count < 64 { get!(a) << count } else { 0 });
                    }
                    Op::Shr { dst, a, b } => {
                        let count = get!(b).min(63);
                        set!(dst, ((get!(a) as i64) >> count) as u64);
                    }
                    Op::ShrU { dst, a, b } => {
                        let count = get!(b);
                        set!(dst, if count < 64 { get!(a) >> count } else { 0 });
                    }
                    Op::CheckShift { a } if get!(a) as i64 >= 0 => {}
                    Op::Neg { dst, a } => set!(dst, get!(a).wrapping_neg()),
                    Op::Not { dst, a } => set!(dst, !get!(a)),
                    Op::Wrap { dst, a, kind } => set!(dst, wrap(get!(a), kind)),

                    Op::AddF { dst, a, b } => set!(dst, (float!(a) + float!(b)).to_bits()),
                    Op::SubF { dst, a, b } => set!(dst, (float!(a) - float!(b)).to_bits()),
                    Op::MulF { dst, a, b } => set!(dst, (float!(a) * float!(b)).to_bits()),
                    Op::DivF { dst, a, b } => set!(dst, (float!(a) / float!(b)).to_bits()),
                    Op::NegF { dst, a } => set!(dst, (-float!(a)).to_bits()),
                    Op::RoundF32 { dst, a } => {
                        set!(dst, f64::from(float!(a) as f32).to_bits());
                    }
                    Op::IntToFloat { dst, a } => set!(dst, (get!(a) as i64 as f64).to_bits()),
                    Op::UintToFloat { dst, a } => set!(dst, (get!(a) as f64).to_bits()),
                    Op::FloatToInt { dst, a } => set!(dst, float_to_int(float!(a)) as u64),
                    Op::FloatToInt32 { dst, a } => {
                        let int = i32::try_from(float_to_int(float!(a))).unwrap_or(i32::MIN);
                        set!(dst, i64::from(int) as u64);
                    }
                    Op::FloatToUint { dst, a } => set!(dst, float_to_uint(float!(a))),

                    Op::Eq { dst, a, b } => set!(dst, u64::from(get!(a) == get!(b))),
                    Op::Ne { dst, a, b } => set!(dst, u64::from(get!(a) != get!(b))),
                    Op::Lt { dst, a, b } => {
                        set!(dst, u64::from((get!(a) as i64) < get!(b) as i64));
                    }
                    Op::Le { dst, a, b } => {
                        set!(dst, u64::from(get!(a) as i64 <= get!(b) as i64));
                    }
                    Op::LtU { dst, a, b } => set!(dst, u64::from(get!(a) < get!(b))),
                    Op::LeU { dst, a, b } => set!(dst, u64::from(get!(a) <= get!(b))),
                    Op::EqF { dst, a, b } => set!(dst, u64::from(float!(a) == float!(b))),
                    Op::LtF { dst, a, b } => set!(dst, u64::from(float!(a) < float!(b))),
                    Op::LeF { dst, a, b } => set!(dst, u64::from(float!(a) <= float!(b))),
                    Op::NotBool { dst, a } => set!(dst, get!(a) ^ 1),

                    Op::Jump { to } => pc = to as usize,
                    Op::JumpIf { a, to } => jump_if!(get!(a) != 0, to),
                    Op::JumpIfNot { a, to } => jump_if!(get!(a) == 0, to),
                    Op::JumpEq { a, b, to } => jump_if!(get!(a) == get!(b), to),
                    Op::JumpNe { a, b, to } => jump_if!(get!(a) != get!(b), to),
                    Op::JumpLt { a, b, to } => jump_if!((get!(a) as i64) < get!(b) as i64, to),
                    Op::JumpLe { a, b, to } => jump_if!(get!(a) as i64 <= get!(b) as i64, to),
                    Op::JumpEqImm { a, value, to } => {
                        jump_if!(get!(a) as i64 == i64::from(value), to);
                    }
                    Op::JumpNeImm { a, value, to } => {
                        jump_if!(get!(a) as i64 != i64::from(value), to);
                    }
                    Op::JumpLtImm { a, value, to } => {
                        jump_if!((get!(a) as i64) < i64::from(value), to);
                    }
                    Op::JumpLeImm { a, value, to } => {
                        jump_if!(get!(a) as i64 <= i64::from(value), to);
                    }
                    Op::JumpGtImm { a, value, to } => {
                        jump_if!(get!(a) as i64 > i64::from(value), to);
                    }
                    Op::JumpGeImm { a, value, to } => {
                        jump_if!(get!(a) as i64 >= i64::from(value), to);
                    }

                    Op::LoadCapture { dst, index } => {
                        let owner = self.owners[pc - 1] as usize;
                        let closure = r[usize::from(entries[owner].closure) & 255];
                        let captured = match self.heap.function(closure) {
                            Some((_, captures)) => captures[usize::from(index)],
                            None => 0,
                        };
                        set!(dst, captured);
                    }
                    Op::Call { at, func } => {
                        let entry = entries[func as usize];
                        let window = base + usize::from(at);
                        if window + usize::from(entry.frame) > limit {
                            break 'frame Some(op);
                        }
                        let link = Link {
                            pc: pc as u32,
                            delta: u16::from(at),
                        };
                        set!(at, link.to_slot());
                        if entry.closure != NO_CLOSURE {
                            break 'frame Some(op);
                        }
                        base = window;
                        pc = entry.start as usize;
                        continue 'frame;
                    }
                    Op::Return { from, count } => {
                        let link = Link::from_slot(r[0]);
                        for index in 0..usize::from(count) {
                            r[(1 + index) & 255] = r[(usize::from(from) + index) & 255];
                        }
                        if link.pc >= Link::SPECIAL {
                            break 'frame Some(op);
                        }
                        base -= usize::from(link.delta);
                        pc = link.pc as usize;
                        continue 'frame;
                    }

                    Op::Load { dst, ptr, off } if !WATCH => {
                        match self.heap.load(Ref(get!(ptr)), u32::from(off)) {
                            Some(slot) => set!(dst, slot),
                            None => break 'frame Some(op),
                        }
                    }
                    Op::Store { ptr, off, src } if !WATCH => {
                        let (place, slot) = (Ref(get!(ptr)), get!(src));
                        if self.heap.store(place, u32::from(off), slot).is_none() {
                            break 'frame Some(op);
                        }
                    }
                    Op::Field { dst, obj, off } => {
                        match self.heap.load(Ref(get!(obj)), u32::from(off)) {
                            Some(slot) => set!(dst, slot),
                            None => break 'frame Some(op),
                        }
                    }
                    Op::SetField { obj, off, src } => {
                        let (place, slot) = (Ref(get!(obj)), get!(src));
                        if self.heap.store(place, u32::from(off), slot).is_none() {
                            break 'frame Some(op);
                        }
                    }
                    Op::Addr { dst, ptr, off } if get!(ptr) != 0 => {
                        let place = Ref(get!(ptr));
                        set!(
                            dst,
                            Ref::new(place.object(), place.slot() + u32::from(off)).0
                        );
                    }
                    Op::CheckNil { ptr } if get!(ptr) != 0 => {}
                    Op::LoadGlobal { dst, index } if !WATCH => {
                        let place = Ref::new(self.globals, index);
                        set!(dst, self.heap.load(place, 0).unwrap_or(0));
                    }
                    Op::StoreGlobal { src, index } if !WATCH => {
                        let place = Ref::new(self.globals, index);
                        let _ = self.heap.store(place, 0, get!(src));
                    }
                    Op::GlobalAddr { dst, index } => set!(dst, Ref::new(self.globals, index).0),
                    Op::SliceLoad { dst, slice, index } if !WATCH => {
                        let header = self.heap.slice(get!(slice));
                        let index = get!(index);
                        if index >= u64::from(header.len) {
                            break 'frame Some(op);
                        }
                        let place = header.at(index as u32);
                        match self.heap.load(place, 0) {
                            Some(slot) => set!(dst, slot),
                            None => break 'frame Some(op),
                        }
                    }
                    Op::SliceStore { slice, index, src } if !WATCH => {
                        let header = self.heap.slice(get!(slice));
                        let index = get!(index);
                        if index >= u64::from(header.len) {
                            break 'frame Some(op);
                        }
                        let place = header.at(index as u32);
                        if self.heap.store(place, 0, get!(src)).is_none() {
                            break 'frame Some(op);
                        }
                    }
                    Op::LenSlice { dst, a } => {
                        set!(dst, u64::from(self.heap.slice(get!(a)).len));
                    }
                    Op::CapSlice { dst, a } => {
                        set!(dst, u64::from(self.heap.slice(get!(a)).cap));
                    }
                    Op::LenStr { dst, a } => set!(dst, self.heap.str(get!(a)).len() as u64),
                    Op::StrIndex { dst, str, index } => {
                        match self.heap.str(get!(str)).get(get!(index) as usize) {
                            Some(&byte) => set!(dst, u64::from(byte)),
                            None => break 'frame Some(op),
                        }
                    }
                    _ => break 'frame Some(op),
                }
            }
        };
        self.pc = pc as u32;
        self.base = base as u32;
        *steps = left;
        found
    }
}

fn wrap(value: u64, kind: Narrow) -> u64 {
    match kind {
        Narrow::I8 => value as i8 as i64 as u64,
        Narrow::I16 => value as i16 as i64 as u64,
        Narrow::I32 => value as i32 as i64 as u64,
        Narrow::U8 => u64::from(value as u8),
        Narrow::U16 => u64::from(value as u16),
        Narrow::U32 => u64::from(value as u32),
    }
}

/// As amd64's CVTTSD2SQ: the smallest integer stands for what doesn't fit.
fn float_to_int(float: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&float) {
        float as i64
    } else {
        i64::MIN
    }
}

/// As Go on amd64: where the float doesn't fit a signed integer, what is in excess of 2^63 adds to the top bit.
fn float_to_uint(float: f64) -> u64 {
    const TOP: f64 = 9_223_372_036_854_775_808.0;
    let whole = float_to_int(float);
    (whole | float_to_int(float - TOP) & whole >> 63) as u64
}
