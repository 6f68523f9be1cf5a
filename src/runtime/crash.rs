//! The end of a process that something went wrong in: what Go prints of it.

use super::exec::Next;
use super::goroutine::Panicking;
use super::link::Link;
use super::machine::Machine;
use super::panic::{ASKED, PLAIN};
use crate::go::op::Ref;
use crate::go::program::RKind;
use crate::trace::event::Reason;

/// Where Go's linker puts a program: what addresses of instructions begin at.
const PROGRAM_AT: u64 = 0x40_1000;

impl Machine {
    /// Nobody recovered: the values' own methods say their texts first, then the process ends.
    pub(super) fn die(&mut self) -> Next {
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
        let mut text =
            self.panic_lines(|panicking| self.panic_text(panicking.value, panicking.text));
        text.push_str(&self.signal_line());
        text.push('\n');
        if let Some(last) = self.goroutines.extra(self.current).panics.last() {
            self.pc = last.pc;
        }
        self.put_trace(&mut text, self.current, "running");
        self.write(text.as_bytes(), true);
    }

    /// A line for each panic of the current goroutine, the first one first.
    fn panic_lines(&self, text_of: impl Fn(&Panicking) -> String) -> String {
        let extra = self.goroutines.get(self.current).extra.as_ref();
        let panics = extra.map_or(&[][..], |extra| &extra.panics);
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
            text.push_str(&text_of(panicking));
            if panicking.recovered {
                text.push_str(if repanicked(index) {
                    " [recovered, repanicked]"
                } else {
                    " [recovered]"
                });
            }
            text.push('\n');
        }
        text
    }

    fn signal_line(&self) -> String {
        let extra = self.goroutines.get(self.current).extra.as_ref();
        let Some((address, pc)) = extra.and_then(|extra| extra.signal) else {
            return String::new();
        };
        let pc = PROGRAM_AT + u64::from(pc);
        format!("[signal SIGSEGV: segmentation violation code=0x1 addr={address:#x} pc={pc:#x}]\n")
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
    pub(super) fn panic_text(&self, value: u64, asked: u64) -> String {
        if asked > PLAIN {
            let said = if Ref::guess(asked).is_some() {
                asked
            } else {
                0
            };
            return indented(&self.text(said));
        }
        if let Some((ty, slot)) = self.heap.iface(value)
            && [self.known.error, self.known.plain, self.known.bounds].contains(&Some(ty))
            && let Some(plain) = self.plain(ty, slot)
        {
            return plain;
        }
        self.unasked_text(value)
    }

    /// How Go prints a panic's value where it may no longer call its methods.
    fn unasked_text(&self, value: u64) -> String {
        let Some((ty, slot)) = self.heap.iface(value) else {
            return "nil".into();
        };
        let rtype = &self.program.types[usize::from(ty)];
        let plain = self.plain(ty, slot);
        let Some(plain) = plain.filter(|_| self.known.bounds != Some(ty)) else {
            return format!("({}) 0xc000012120", rtype.name);
        };
        let plain = match rtype.kind {
            RKind::String if rtype.named => {
                let plain = plain.strip_prefix("runtime error: ").unwrap_or(&plain);
                format!("\"{}\"", indented(plain))
            }
            RKind::String => indented(&plain),
            RKind::Complex(_) if rtype.named => return format!("{}{plain}", rtype.name),
            _ => plain,
        };
        if rtype.named {
            format!("{}({plain})", rtype.name)
        } else {
            plain
        }
    }

    /// A fatal error of Go's runtime: all goroutines are printed, and what the current one was panicking with.
    pub(super) fn fatal(&mut self, message: &str, reason: Reason) {
        let mut text = format!("fatal error: {message}\n");
        let current = self.current;
        if current != super::goroutine::NONE {
            let panics = self.panic_lines(|panicking| self.unasked_text(panicking.value));
            if !panics.is_empty() && reason == Reason::FatalError {
                text = format!("{panics}\t{text}{}", self.signal_line());
            }
            text.push('\n');
            self.put_trace(&mut text, current, "running");
        }
        self.put_others(&mut text);
        self.write(text.as_bytes(), true);
        self.end(reason, 2);
    }

    pub(super) fn deadlock(&mut self) {
        if self.expects_signal {
            // Go waits on, for ever, and so says nothing.
            self.write(
                b"brigade: all goroutines are asleep, and no signal ever comes here: Go would wait on for one\n",
                true,
            );
            self.end(Reason::NoSignal, 2);
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

    pub(super) fn stack_overflow(&mut self) {
        self.write(
            b"runtime: goroutine stack exceeds 1000000000-byte limit\n\
              runtime: sp=0xc020160380 stack=[0xc020160000, 0xc040160000]\n",
            true,
        );
        self.fatal("stack overflow", Reason::FatalError);
    }
}

/// What a panic says, as Go prints it: further lines are indented.
pub(super) fn indented(text: &str) -> String {
    text.replace('\n', "\n\t")
}
