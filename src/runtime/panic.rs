//! Panics: how they begin, unwind the stack, and are recovered from.

use super::exec::Next;
use super::goroutine::Panicking;
use super::heap::Object;
use super::link::Link;
use super::machine::Machine;
use crate::trace::event::{Kind, Reason};

/// In [`Panicking::text`]: a method was asked for the text, and has not answered yet.
pub(super) const ASKED: u64 = 1;
/// In [`Panicking::text`]: there is no method to ask.
pub(super) const PLAIN: u64 = 2;

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
            let text = match self.heap.iface(value) {
                Some((ty, slot)) if self.type_name(ty) == "string" => {
                    super::crash::indented(&self.text(slot))
                }
                Some((ty, _)) => format!("type {}", self.type_name(ty)),
                None => "nil".to_owned(),
            };
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
        let top = self.top_of_frame();
        let running = self.base + u32::from(top) - self.goroutines.get(current).stack;
        let deferred = self.pop_deferred();
        let Some(panicking) = self.goroutines.extra(current).panics.last_mut() else {
            return Next::Go;
        };
        let Some(deferred) = deferred else {
            return if panicking.goexit {
                self.goroutine_ends()
            } else {
                self.die()
            };
        };
        panicking.frame = deferred.frame;
        panicking.owner = deferred.owner;
        panicking.running = running;
        self.enter_deferred(deferred, top, Link::UNWIND)
    }

    pub(super) fn after_deferred(&mut self) -> Next {
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
        if link.pc < Link::SPECIAL && self.function_of(link.pc.wrapping_sub(1)).wrapper {
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
}
