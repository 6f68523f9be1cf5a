//! Stack traces, and the places in the source that they name.

use super::goroutine::{Origin, Slot};
use super::link::Link;
use super::machine::Machine;
use crate::go::op::Pc;
use crate::trace::event::WORLD;
use std::fmt::Write as _;

impl Machine {
    /// Appends the traces of all goroutines but the current one.
    pub(super) fn put_others(&self, text: &mut String) {
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
        let Origin { parent, created } = self.goroutines.origin(slot);
        if goroutine.id != 1 && parent != WORLD {
            let at = created.wrapping_sub(1);
            let (name, place) = (&self.function_of(at).name, self.place(at));
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
        let stack = self.stack(slot).into_iter();
        stack.map(|(pc, func, _)| (pc, func)).collect()
    }

    /// The same, and the register 0 of each in the arena.
    pub(super) fn stack(&self, slot: Slot) -> Vec<(Pc, u32, u32)> {
        let mut frames = Vec::new();
        self.walk(slot, |pc, base| {
            frames.extend(self.written_at(pc).map(|func| (pc, func, base)));
            true
        });
        frames
    }

    /// The instructions that a goroutine's `most` innermost frames stand at, wrappers among them: what is kept where the
    /// functions are seldom asked for.
    pub(super) fn innermost(&self, slot: Slot, most: usize) -> Box<[Pc]> {
        let mut found = Vec::with_capacity(most);
        self.walk(slot, |pc, _| {
            found.push(pc);
            found.len() < most
        });
        found.into()
    }

    /// The function that an instruction is in, if it was written by somebody.
    pub(super) fn written_at(&self, pc: Pc) -> Option<u32> {
        let func = *self.owners.get(pc as usize)?;
        let wrapper = self.program.functions[func as usize].wrapper || func == self.program.entry;
        (!wrapper).then_some(func)
    }

    /// Goes through a goroutine's frames from the innermost on, as long as it is told to: the instruction of each, and its
    /// register 0 in the arena.
    fn walk(&self, slot: Slot, mut go_on: impl FnMut(Pc, u32) -> bool) {
        let goroutine = self.goroutines.get(slot);
        let (mut pc, mut base) = if slot == self.current {
            (self.pc, self.base)
        } else {
            (goroutine.pc, goroutine.base)
        };
        loop {
            let link = Link::from_slot(self.arena[base as usize]);
            if !go_on(pc.wrapping_sub(1), base) || link.pc == Link::EXIT {
                return;
            }
            base -= u32::from(link.delta).min(base);
            pc = if link.pc >= Link::SPECIAL {
                match goroutine.extra.as_ref().and_then(|extra| {
                    let mut panics = extra.panics.iter();
                    panics.find(|panicking| panicking.origin + goroutine.stack == base)
                }) {
                    Some(panicking) => panicking.pc,
                    None => return,
                }
            } else {
                link.pc
            };
        }
    }
}
