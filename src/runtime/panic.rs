//! How things go wrong: panics with their deferred calls, fatal errors, and what Go prints of them.

use super::deadlock::Sleeper;
use super::exec::Next;
use super::goroutine::{Deferred, Goroutine, Panicking, Slot, Status};
use super::heap::Object;
use super::link::Link;
use super::machine::{Leak, Machine, NO_CLOSURE};
use super::stack::Stacks;
use crate::go::op::{Pc, Ref};
use crate::go::program::RKind;
use crate::trace::event::{Kind, Reason, WORLD};
use std::fmt::Write as _;

/// Where Go's linker puts a program: what addresses of instructions begin at.
const PROGRAM_AT: u64 = 0x40_1000;
/// In [`Panicking::text`]: a method was asked for the text, and has not answered yet.
const ASKED: u64 = 1;
/// In [`Panicking::text`]: there is no method to ask.
const PLAIN: u64 = 2;

impl Machine {
    /// A panic in the words of Go's runtime, after `runtime error: `.
    #[cold]
    pub(super) fn throw_runtime(&mut self, text: &str) -> Next {
        let text = format!("runtime error: {text}");
        let slot = self.new_str(&text);
        let ty = self.known.error.unwrap_or(self.known.string);
        let value = self.new_iface(ty, slot);
        self.throw(value)
    }

    /// A panic about an index, in the words of Go's runtime after `runtime error: `.
    #[cold]
    pub(super) fn throw_bounds(&mut self, text: &str) -> Next {
        let slot = self.new_str(&format!("runtime error: {text}"));
        let ty = self.known.bounds.unwrap_or(self.known.string);
        let value = self.new_iface(ty, slot);
        self.throw(value)
    }

    /// A panic in the words of Go's runtime, as they are.
    #[cold]
    pub(super) fn throw_plain(&mut self, text: &str) -> Next {
        let slot = self.new_str(text);
        let ty = self.known.plain.unwrap_or(self.known.string);
        let value = self.new_iface(ty, slot);
        self.throw(value)
    }

    /// A failed type assertion.
    #[cold]
    pub(super) fn throw_assertion(&mut self, text: &str) -> Next {
        let ty = self.known.assertion;
        let value = self.new_pointed(ty, text);
        self.throw(value)
    }

    /// An interface value of a type that is a pointer to a struct of one string.
    fn new_pointed(&mut self, ty: Option<u16>, text: &str) -> u64 {
        let slot = self.new_str(text);
        let memory = self.heap.add(Object::Small([slot, 0, 0]), 16);
        match ty {
            Some(ty) => self.new_iface(ty, memory.0),
            None => self.new_iface(self.known.string, slot),
        }
    }

    /// A nil pointer is used; Go learns of it by a signal, which it tells of where the process ends.
    #[cold]
    pub(super) fn throw_nil(&mut self) -> Next {
        let at = self.pc.wrapping_sub(1);
        let faults = &self.program.faults;
        let found = faults.binary_search_by_key(&at, |fault| fault.0);
        let address = found.map_or(0, |index| faults[index].1);
        self.signalled(address);
        self.throw_runtime("invalid memory address or nil pointer dereference")
    }

    /// The current goroutine used memory that isn't there.
    pub(super) fn signalled(&mut self, address: u32) {
        let (current, at) = (self.current, self.pc.wrapping_sub(1));
        self.goroutines.extra(current).signal = Some((address, at));
    }

    /// The current goroutine panics with an interface value.
    #[cold]
    pub(super) fn throw(&mut self, value: u64) -> Next {
        if value == 0 {
            let value = self.new_pointed(
                self.known.nil,
                "runtime error: panic called with nil argument",
            );
            return self.throw(value);
        }
        let printing = self.goroutines.get(self.current).extra.as_ref();
        if printing.is_some_and(|extra| extra.panics.iter().any(|p| p.text == ASKED)) {
            let text = self.panic_text(value, 0);
            let text = format!("panic while printing panic value: {text}");
            self.fatal(&text, Reason::Panic);
            return Next::Leave;
        }
        let text = self.panic_text(value, 0);
        let text = self.trace_text(&text);
        self.event(Kind::Panic, text, 0);
        self.begin_unwinding(value, false)
    }

    /// `runtime.Goexit`: the deferred calls run, then the goroutine is over.
    pub(super) fn begin_goexit(&mut self) -> Next {
        self.begin_unwinding(0, true)
    }

    fn begin_unwinding(&mut self, value: u64, goexit: bool) -> Next {
        let current = self.current;
        let stack = self.goroutines.get(current).stack;
        let (pc, origin) = (self.pc, self.base - stack);
        self.goroutines.extra(current).panics.push(Panicking {
            value,
            origin,
            pc,
            running: u32::MAX,
            frame: 0,
            owner: 0,
            recovered: false,
            goexit,
            text: 0,
        });
        self.unwind()
    }

    /// Runs the next deferred call for the innermost panic.
    fn unwind(&mut self) -> Next {
        let current = self.current;
        let extra = self.goroutines.extra(current);
        let Some(panicking) = extra.panics.last_mut() else {
            return Next::Go;
        };
        let Some(deferred) = extra.defers.pop() else {
            return if panicking.goexit {
                self.goroutine_ends()
            } else {
                self.die()
            };
        };
        panicking.frame = deferred.frame;
        panicking.owner = deferred.owner;
        let top = self.top_of_frame();
        let running = self.base + u32::from(top) - self.goroutines.get(current).stack;
        if let Some(panicking) = self.goroutines.extra(current).panics.last_mut() {
            panicking.running = running;
        }
        self.enter_deferred(deferred, top, Link::UNWIND)
    }

    /// Slots of the current frame.
    pub(super) fn top_of_frame(&self) -> u16 {
        self.program
            .function_at(self.pc.wrapping_sub(1))
            .frame
            .max(1)
    }

    fn enter_deferred(&mut self, deferred: Deferred, delta: u16, back: Pc) -> Next {
        if deferred.nil {
            return self.throw_nil();
        }
        self.enter(deferred.func, deferred.closure, delta, back, &deferred.args)
    }

    /// Runs the current frame's next deferred call, and comes back to the instruction before `pc`.
    pub(super) fn run_defers(&mut self) -> Next {
        let goroutine = self.goroutines.get_mut(self.current);
        let frame = self.base - goroutine.stack;
        let Some(extra) = &mut goroutine.extra else {
            return Next::Go;
        };
        if extra.defers.last().is_none_or(|last| last.frame != frame) {
            return Next::Go;
        }
        let Some(deferred) = extra.defers.pop() else {
            return Next::Go;
        };
        let top = self.top_of_frame();
        let back = self.pc - 1;
        self.enter_deferred(deferred, top, back)
    }

    /// Enters a function whose frame begins `delta` slots above the current one's.
    pub(super) fn enter(
        &mut self,
        func: u32,
        closure: u64,
        delta: u16,
        back: Pc,
        args: &[u64],
    ) -> Next {
        let entry = self.entries[func as usize];
        if !self.reserve(u32::from(delta) + u32::from(entry.frame)) {
            return Next::Leave;
        }
        let window = (self.base + u32::from(delta)) as usize;
        self.arena[window] = Link { pc: back, delta }.to_slot();
        self.arena[window + 1..][..args.len()].copy_from_slice(args);
        if entry.closure != NO_CLOSURE {
            self.arena[window + usize::from(entry.closure)] = closure;
        }
        self.base = window as u32;
        self.pc = entry.start;
        Next::Go
    }

    /// Makes sure that the stack has so many slots from the current frame on; false where the process ended for it.
    fn reserve(&mut self, slots: u32) -> bool {
        let &Goroutine { stack, class, .. } = self.goroutines.get(self.current);
        let needed = self.base - stack + slots;
        if needed <= Stacks::slots(class) {
            return true;
        }
        let larger = Stacks::class_for(needed);
        if Stacks::is_too_deep(larger) {
            self.stack_overflow();
            return false;
        }
        let moved = self.stacks.take(&mut self.arena, larger);
        let used = stack as usize..(stack + Stacks::slots(class)) as usize;
        self.arena.copy_within(used, moved as usize);
        self.stacks.give_back(stack, class);
        let goroutine = self.goroutines.get_mut(self.current);
        goroutine.stack = moved;
        goroutine.class = larger;
        self.base = self.base - stack + moved;
        let (before, after) = (Stacks::extra_bytes(class), Stacks::extra_bytes(larger));
        if after > before {
            self.memory.stacks += after - before;
            self.event(Kind::Stack, after, 0);
            return self.check_memory();
        }
        true
    }

    /// A function returned to where no code is.
    pub(super) fn return_special(&mut self, link: Link) -> Next {
        match link.pc {
            Link::UNWIND => {
                self.base -= u32::from(link.delta);
                self.after_deferred()
            }
            Link::PRINT => {
                let text = self.arena[self.base as usize + 1];
                self.base -= u32::from(link.delta);
                let panics = &mut self.goroutines.extra(self.current).panics;
                if let Some(asked) = panics.iter_mut().find(|panicking| panicking.text == ASKED) {
                    asked.text = text.max(PLAIN + 1);
                }
                if let Some(last) = panics.last() {
                    self.pc = last.pc;
                }
                self.die()
            }
            _ => self.goroutine_ends(),
        }
    }

    fn after_deferred(&mut self) -> Next {
        let current = self.current;
        let stack = self.goroutines.get(current).stack;
        let extra = self.goroutines.extra(current);
        let Some(panicking) = extra.panics.last() else {
            return Next::Go;
        };
        self.pc = panicking.pc;
        if !panicking.recovered {
            return self.unwind();
        }
        let (frame, owner) = (panicking.frame, panicking.owner);
        let exiting = extra
            .panics
            .iter()
            .any(|panicking| panicking.goexit && panicking.origin >= frame);
        extra.panics.retain(|panicking| panicking.origin < frame);
        self.base = stack + frame;
        let function = &self.program.functions[owner as usize];
        self.pc = function.epilogue.unwrap_or(function.start);
        if exiting {
            self.pc += 1;
            return self.begin_goexit();
        }
        Next::Go
    }

    /// What `recover()` gives here.
    pub(super) fn recover(&mut self) -> u64 {
        let current = self.current;
        let goroutine = self.goroutines.get(current);
        let mut frame = self.base;
        let link = Link::from_slot(self.arena[frame as usize]);
        if link.pc < Link::SPECIAL && self.program.function_at(link.pc.wrapping_sub(1)).wrapper {
            frame -= u32::from(link.delta);
        }
        let here = frame - goroutine.stack;
        let Some(extra) = &mut self.goroutines.get_mut(current).extra else {
            return 0;
        };
        match extra.panics.last_mut() {
            Some(panicking)
                if panicking.running == here && !panicking.recovered && !panicking.goexit =>
            {
                panicking.recovered = true;
                panicking.value
            }
            _ => 0,
        }
    }

    /// The current goroutine's first function returned, or it called `Goexit`.
    pub(super) fn goroutine_ends(&mut self) -> Next {
        let goroutine = self.goroutines.get(self.current);
        let is_main = goroutine.id == 1;
        let goexit = goroutine
            .extra
            .as_ref()
            .is_some_and(|extra| !extra.panics.is_empty());
        if is_main && !goexit {
            self.event(Kind::Exit, 0, 0);
            self.end(Reason::Completed, 0);
            return Next::Leave;
        }
        self.main_gone |= is_main;
        self.exit_current();
        Next::Leave
    }

    // ---- the end of the process

    /// Nobody recovered: the values' own methods say their texts first, then the process ends.
    fn die(&mut self) -> Next {
        let current = self.current;
        let waiting = self
            .goroutines
            .extra(current)
            .panics
            .iter_mut()
            .find(|panicking| panicking.text == 0 && !panicking.goexit);
        if let Some(panicking) = waiting {
            panicking.text = ASKED;
            let value = panicking.value;
            if let Some((func, receiver)) = self.text_method(value) {
                let top = self.top_of_frame();
                return self.enter(func, 0, top, Link::PRINT, &[receiver]);
            }
            if let Some(panicking) = self
                .goroutines
                .extra(current)
                .panics
                .iter_mut()
                .find(|p| p.text == ASKED)
            {
                panicking.text = PLAIN;
            }
            return self.die();
        }
        self.print_panics();
        self.end(Reason::Panic, 2);
        Next::Leave
    }

    /// `Error` or `String` of an interface value's dynamic type, with the receiver.
    pub(super) fn text_method(&self, value: u64) -> Option<(u32, u64)> {
        let (ty, receiver) = self.heap.iface(value)?;
        ["Error() string", "String() string"]
            .iter()
            .find_map(|wanted| {
                let name = self
                    .program
                    .names
                    .iter()
                    .position(|name| &**name == *wanted)?;
                let func = self.program.method(ty, name as u16)?;
                Some((func, receiver))
            })
    }

    fn print_panics(&mut self) {
        let panics = self.goroutines.extra(self.current).panics.clone();
        let mut text = String::new();
        let repanicked = |index: usize| {
            let next = panics.get(index + 1);
            next.is_some_and(|next| self.is_same(panics[index].value, next.value))
        };
        for (index, panicking) in panics.iter().enumerate() {
            if index > 0 {
                if repanicked(index - 1) {
                    continue;
                }
                if !panics[index - 1].goexit {
                    text.push('\t');
                }
            }
            if panicking.goexit {
                continue;
            }
            text.push_str("panic: ");
            text.push_str(&self.panic_text(panicking.value, panicking.text));
            if panicking.recovered {
                text.push_str(if repanicked(index) {
                    " [recovered, repanicked]"
                } else {
                    " [recovered]"
                });
            }
            text.push('\n');
        }
        if let Some((address, pc)) = self.goroutines.extra(self.current).signal {
            let pc = PROGRAM_AT + u64::from(pc);
            let _ = writeln!(
                text,
                "[signal SIGSEGV: segmentation violation code=0x1 addr={address:#x} pc={pc:#x}]"
            );
        }
        text.push('\n');
        if let Some(last) = panics.last() {
            self.pc = last.pc;
        }
        self.put_trace(&mut text, self.current, "running");
        self.write(text.as_bytes(), true);
    }

    /// Whether two panics' values are one and the same to Go, which compares where they are kept. Its runtime's own errors
    /// without figures in them are made once.
    fn is_same(&self, a: u64, b: u64) -> bool {
        let own = [self.known.error, self.known.plain];
        match (self.heap.iface(a), self.heap.iface(b)) {
            (Some((ty, a)), Some((other, b))) if ty == other && own.contains(&Some(ty)) => {
                self.heap.str(a) == self.heap.str(b)
            }
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        }
    }

    /// How Go prints a panic's value; `asked` is what its method said, where it has one.
    fn panic_text(&self, value: u64, asked: u64) -> String {
        if asked > PLAIN {
            let said = if Ref::guess(asked).is_some() {
                asked
            } else {
                0
            };
            return indented(&self.text(said));
        }
        let Some((ty, slot)) = self.heap.iface(value) else {
            return "nil".into();
        };
        let rtype = &self.program.types[usize::from(ty)];
        let known = [self.known.error, self.known.plain, self.known.bounds];
        let plain = match rtype.kind {
            RKind::Bool => (slot != 0).to_string(),
            RKind::Int(_) => (slot as i64).to_string(),
            RKind::Uint(_) | RKind::Uintptr => slot.to_string(),
            RKind::Float(_) => print_float(f64::from_bits(slot)),
            RKind::String if known.contains(&Some(ty)) => return self.text(slot),
            RKind::String if rtype.named => format!("\"{}\"", indented(&self.text(slot))),
            RKind::String => indented(&self.text(slot)),
            _ => return format!("({}) 0xc000012120", rtype.name),
        };
        if rtype.named {
            format!("{}({plain})", rtype.name)
        } else {
            plain
        }
    }

    /// A fatal error of Go's runtime: all goroutines are printed.
    pub(super) fn fatal(&mut self, message: &str, reason: Reason) {
        let mut text = format!("fatal error: {message}\n");
        let current = self.current;
        if current != super::goroutine::NONE {
            text.push('\n');
            self.put_trace(&mut text, current, "running");
        }
        self.put_others(&mut text);
        self.write(text.as_bytes(), true);
        self.end(reason, 2);
    }

    /// Appends the traces of all goroutines but the current one.
    fn put_others(&self, text: &mut String) {
        let current = self.current;
        let mut others: Vec<(u32, Slot)> = self
            .goroutines
            .iter()
            .filter(|&(slot, _)| slot != current)
            .map(|(slot, goroutine)| (goroutine.id, slot))
            .collect();
        others.sort_unstable();
        for &(_, slot) in others.iter().take(100) {
            text.push('\n');
            let reason = self.wait_reason(slot);
            self.put_trace(text, slot, &reason);
        }
        if others.len() > 100 {
            let _ = writeln!(text, "\n...additional {} goroutines...", others.len() - 100);
        }
    }

    /// What `runtime.Stack` tells of the current goroutine or of all.
    pub(super) fn stacks_text(&self, all: bool) -> String {
        let mut text = String::new();
        self.put_trace(&mut text, self.current, "running");
        if all {
            self.put_others(&mut text);
        }
        text
    }

    pub(super) fn deadlock(&mut self) {
        if self.expects_signal {
            // Go waits on, for ever: that is no deadlock to it.
            self.write(
                b"brigade: stopped: all that is left waits for a signal, and none comes\n",
                true,
            );
            self.end(Reason::StepLimit, 124);
            return;
        }
        if self.main_gone {
            self.fatal(
                "no goroutines (main called runtime.Goexit) - deadlock!",
                Reason::Deadlock,
            );
        } else {
            self.fatal("all goroutines are asleep - deadlock!", Reason::Deadlock);
        }
    }

    fn stack_overflow(&mut self) {
        self.write(
            b"runtime: goroutine stack exceeds 1000000000-byte limit\n\
              runtime: sp=0xc020160380 stack=[0xc020160000, 0xc040160000]\n",
            true,
        );
        self.fatal("stack overflow", Reason::FatalError);
    }

    /// Go's word for what a goroutine waits on.
    pub(super) fn wait_reason(&self, slot: Slot) -> String {
        let goroutine = self.goroutines.get(slot);
        let wait = goroutine.wait;
        match (goroutine.status, wait.kind) {
            (Status::Runnable, _) => "runnable",
            (Status::Working, _) => "running",
            (_, Kind::BlockSend) if wait.a == 0 => "chan send (nil chan)",
            (_, Kind::BlockSend) => "chan send",
            (_, Kind::BlockRecv) if wait.a == 0 => "chan receive (nil chan)",
            (_, Kind::BlockRecv) => "chan receive",
            (_, Kind::BlockSelect) if wait.a == 0 => "select (no cases)",
            (_, Kind::BlockSelect) => "select",
            (_, Kind::BlockLock) if wait.write => "sync.RWMutex.Lock",
            (_, Kind::BlockLock) => "sync.Mutex.Lock",
            (_, Kind::BlockRLock) => "sync.RWMutex.RLock",
            (_, Kind::BlockWaitGroup) => "sync.WaitGroup.Wait",
            (_, Kind::BlockCond) => "sync.Cond.Wait",
            (_, Kind::BlockSemaphore) => "select",
            (_, Kind::Sleep | Kind::BackOff | Kind::Simmer | Kind::Fetch) => "sleep",
            _ => "IO wait",
        }
        .into()
    }

    /// Whether a goroutine waits on something other than time or the world.
    fn is_stuck(goroutine: &Goroutine) -> bool {
        use Kind::*;
        goroutine.status == Status::Blocked
            && matches!(
                goroutine.wait.kind,
                BlockSend
                    | BlockRecv
                    | BlockSelect
                    | BlockLock
                    | BlockRLock
                    | BlockWaitGroup
                    | BlockCond
                    | BlockSemaphore
            )
    }

    /// The line of the learner's file at which a goroutine waits; after `go mu.Lock()`, that of the go statement.
    fn waiting_line(&self, goroutine: &Goroutine) -> u32 {
        match self.line_of(goroutine.pc, goroutine.base) {
            0 => {
                let made = goroutine.created.wrapping_sub(1) as usize;
                self.lines.get(made).copied().unwrap_or(0)
            }
            line => line,
        }
    }

    pub(super) fn leaks(&self) -> Vec<Leak> {
        let stuck = self
            .goroutines
            .iter()
            .filter(|(_, g)| g.id != 1 && Self::is_stuck(g));
        let mut leaks: Vec<Leak> = stuck
            .map(|(slot, goroutine)| Leak {
                id: goroutine.id,
                line: self.waiting_line(goroutine),
                wait_reason: self.wait_reason(slot),
            })
            .collect();
        leaks.sort_by_key(|leak| leak.id);
        leaks
    }

    /// All goroutines that are blocked, by number.
    pub(super) fn sleepers(&self) -> Vec<Sleeper> {
        let blocked = self
            .goroutines
            .iter()
            .filter(|(_, goroutine)| goroutine.status == Status::Blocked);
        let mut sleepers: Vec<Sleeper> = blocked
            .map(|(slot, goroutine)| Sleeper {
                id: goroutine.id,
                line: self.waiting_line(goroutine),
                wait_reason: self.wait_reason(slot),
                wait: goroutine.wait,
            })
            .collect();
        sleepers.sort_by_key(|sleeper| sleeper.id);
        sleepers
    }

    /// Appends `goroutine 1 [running]:` and its frames.
    pub(super) fn put_trace(&self, text: &mut String, slot: Slot, state: &str) {
        let goroutine = self.goroutines.get(slot);
        let _ = writeln!(text, "goroutine {} [{state}]:", goroutine.id);
        let frames = self.frames(slot);
        for (index, &(pc, func)) in frames.iter().enumerate() {
            if frames.len() > 100 && (50..frames.len() - 50).contains(&index) {
                if index == 50 {
                    let _ = writeln!(text, "...{} frames elided...", frames.len() - 100);
                }
                continue;
            }
            let function = &self.program.functions[func as usize];
            let args = if function.params > 0 { "..." } else { "" };
            let _ = writeln!(text, "{}({args})", function.name);
            let _ = writeln!(text, "\t{}", self.place(pc));
        }
        if goroutine.id != 1 && goroutine.parent != WORLD {
            let creator = self.program.function_at(goroutine.created.wrapping_sub(1));
            let place = self.place(goroutine.created.wrapping_sub(1));
            let name = &creator.name;
            let parent = goroutine.parent;
            let _ = writeln!(text, "created by {name} in goroutine {parent}\n\t{place}");
        }
    }

    /// `./main.go:12`
    pub(super) fn place(&self, pc: Pc) -> String {
        let pos = self
            .program
            .positions
            .get(pc as usize)
            .copied()
            .unwrap_or_default();
        let place = self.program.sources.position(pos);
        let name = &self.program.sources.file(place.file).name;
        if place.file.0 == 0 {
            format!("./{name}:{}", place.line)
        } else {
            format!("{name}:{}", place.line)
        }
    }

    /// The file, and the line from 1, that an instruction comes from.
    pub(super) fn file_and_line(&self, pc: Pc) -> (String, u32) {
        let positions = &self.program.positions;
        let pos = positions.get(pc as usize).copied().unwrap_or_default();
        let place = self.program.sources.position(pos);
        (
            self.program.sources.file(place.file).name.to_string(),
            place.line,
        )
    }

    /// A goroutine's frames, innermost first: instruction and function. Wrappers are left out.
    pub(super) fn frames(&self, slot: Slot) -> Vec<(Pc, u32)> {
        self.innermost_frames(slot, usize::MAX)
    }

    /// As [`Self::frames`], `most` of them at most.
    pub(super) fn innermost_frames(&self, slot: Slot, most: usize) -> Vec<(Pc, u32)> {
        let stack = self.innermost(slot, most).into_iter();
        stack.map(|(pc, func, _)| (pc, func)).collect()
    }

    /// The same, and the register 0 of each in the arena.
    pub(super) fn stack(&self, slot: Slot) -> Vec<(Pc, u32, u32)> {
        self.innermost(slot, usize::MAX)
    }

    fn innermost(&self, slot: Slot, most: usize) -> Vec<(Pc, u32, u32)> {
        let goroutine = self.goroutines.get(slot);
        let (mut pc, mut base) = if slot == self.current {
            (self.pc, self.base)
        } else {
            (goroutine.pc, goroutine.base)
        };
        let functions = &self.program.functions;
        let mut frames = Vec::new();
        loop {
            let at = pc.wrapping_sub(1);
            let func = functions.partition_point(|function| function.end <= at);
            let Some(function) = functions.get(func) else {
                return frames;
            };
            if !function.wrapper && func as u32 != self.program.entry {
                frames.push((at, func as u32, base));
            }
            let link = Link::from_slot(self.arena[base as usize]);
            if link.pc == Link::EXIT || frames.len() >= most {
                return frames;
            }
            base -= u32::from(link.delta).min(base);
            pc = if link.pc >= Link::SPECIAL {
                match goroutine.extra.as_ref().and_then(|extra| {
                    let mut panics = extra.panics.iter();
                    panics.find(|panicking| panicking.origin + goroutine.stack == base)
                }) {
                    Some(panicking) => panicking.pc,
                    None => return frames,
                }
            } else {
                link.pc
            };
        }
    }
}

/// What a panic says, as Go prints it: further lines are indented.
fn indented(text: &str) -> String {
    text.replace('\n', "\n\t")
}

/// As Go's `print` writes a float: the shortest digits that say it, with an exponent from a million on and below 0.0001.
pub(super) fn print_float(float: f64) -> String {
    if float.is_nan() {
        return "NaN".into();
    }
    if float.is_infinite() {
        return if float > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    let text = format!("{float:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..6).contains(&exponent) || float == 0.0 {
        return float.to_string();
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::print_float;

    #[test]
    fn floats_print_as_gos_do() {
        for (float, text) in [
            (1.5, "1.5"),
            (1e21, "1e+21"),
            (0.1, "0.1"),
            (1e-7, "1e-07"),
            (100_000.0, "100000"),
            (123_456_789.0, "1.23456789e+08"),
            (0.0, "0"),
        ] {
            assert_eq!(print_float(float), text);
        }
    }
}
