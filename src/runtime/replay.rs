//! Running again: the local variables of a goroutine at any moment of a run that is known by its program and settings.
//!
//! A run is a pure function of those, so nothing of it need be kept: the machine is run again, without recording, from
//! the nearest of the snapshots that earlier questions left behind.

use super::goroutine::Status;
use super::machine::{Machine, Progress, Settings};
use super::pkg;
use crate::go::op::Ref;
use crate::go::program::{Local, Program};
use std::sync::Arc;

/// Events between two snapshots.
const SPACING: u64 = 1 << 16;
/// All snapshots together stay within about this many bytes: where they would not, every second one goes.
const BUDGET: usize = 64 << 20;
/// What a value may take to say what it is, in steps.
const PATIENCE: u64 = 200_000;

/// A variable as it is at some moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// As written.
    pub name: Arc<str>,
    /// Its type, as `%T` prints it.
    pub ty: Arc<str>,
    /// Its value, as `fmt` prints it under `%v`.
    pub value: String,
}

/// A function that a goroutine is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// As in Go's stack traces: `main.(*T).Run`.
    pub function: Arc<str>,
    /// The line of the learner's file at which it stands.
    pub line: u32,
    /// The variables in scope, in the order of their declaration; of those of one name the innermost.
    pub variables: Vec<Variable>,
}

/// A run that can be run again.
#[derive(Clone, Debug)]
pub struct Replay {
    /// By events, the first at the very start.
    snapshots: Vec<(u64, Machine)>,
    spacing: u64,
    /// Where the last question left it.
    at: Machine,
}

impl Replay {
    /// The run of a program under settings.
    pub fn new(program: &Arc<Program>, settings: &Settings) -> Replay {
        let settings = Settings {
            record: false,
            ..settings.clone()
        };
        let start = Machine::new(program, settings);
        Replay {
            snapshots: vec![(start.events, start.clone())],
            spacing: SPACING,
            at: start,
        }
    }

    /// Runs towards the moment after `event` events, for some `steps`; says whether it is reached, or the end is.
    pub fn reach(&mut self, event: u64, steps: u64) -> bool {
        let after = self.snapshots.partition_point(|(at, _)| *at <= event);
        let (nearest, snapshot) = &self.snapshots[after.saturating_sub(1)];
        let at = self.at.events;
        if at > event || at < *nearest {
            self.at = snapshot.clone();
        }
        let mut left = steps;
        while self.at.events < event && left > 0 {
            let next = self.snapshots.last().map_or(0, |(at, _)| at + self.spacing);
            let before = self.at.steps;
            let progress = self.at.run_to_event(event.min(next), left);
            left = left.saturating_sub((self.at.steps - before).max(1));
            if progress == Progress::Ended {
                return true;
            }
            if self.at.events >= next {
                self.keep();
            }
        }
        self.at.events >= event
    }

    /// The functions that goroutine `id` is in once `event` events have happened and the operation that the last of them
    /// belongs to is done, the innermost first; only those of the learner's file. None where it isn't alive.
    pub fn frames(&mut self, event: u64, id: u32) -> Vec<Frame> {
        while !self.reach(event, u64::MAX) {}
        let machine = &self.at;
        let all = &mut machine.goroutines.iter();
        let Some(slot) = all.find(|(_, goroutine)| goroutine.id == id).map(|g| g.0) else {
            return Vec::new();
        };
        let program = &machine.program;
        // Values may have to be asked, which changes the machine that they are asked in.
        let mut asked = None;
        let frames = machine.stack(slot);
        let own = frames
            .iter()
            .filter(|(pc, ..)| machine.lines[*pc as usize] > 0);
        own.map(|&(pc, func, base)| {
            let function = &program.functions[func as usize];
            let in_scope =
                |local: &&Local| local.from <= pc && pc < local.to && &*local.name != "_";
            let mut locals: Vec<&Local> = function.locals.iter().filter(in_scope).collect();
            locals.sort_by_key(|local| local.from);
            let innermost = |local: &&Local| {
                let same = locals.iter().rev().find(|other| other.name == local.name);
                same.is_some_and(|same| std::ptr::eq(*same, *local))
            };
            let variables = locals
                .iter()
                .copied()
                .filter(innermost)
                .filter_map(|local| {
                    Some(Variable {
                        name: Arc::clone(&local.name),
                        ty: Arc::clone(&program.types[usize::from(local.ty)].name),
                        value: said(machine, &mut asked, local, base)?,
                    })
                });
            Frame {
                function: Arc::clone(&function.name),
                line: machine.lines[pc as usize],
                variables: variables.collect(),
            }
        })
        .collect()
    }

    fn keep(&mut self) {
        self.snapshots.push((self.at.events, self.at.clone()));
        let bytes = |snapshots: &[(u64, Machine)]| -> usize {
            snapshots.iter().map(|(_, machine)| machine.bytes()).sum()
        };
        while bytes(&self.snapshots) > BUDGET && self.snapshots.len() > 2 {
            self.spacing *= 2;
            let mut keep = false;
            self.snapshots.retain(|_| {
                keep = !keep;
                keep
            });
        }
    }
}

/// What `fmt` says of a variable, if it is there already. Whoever has a method for that is asked in a copy of the machine.
fn said(
    machine: &Machine,
    asked: &mut Option<Machine>,
    local: &Local,
    base: u32,
) -> Option<String> {
    let mut slot = machine.arena[base as usize + usize::from(local.reg)];
    let slots = machine.slots_of(local.ty);
    if local.cell && slots < 2 {
        slot = machine.heap.load(Ref(slot), 0)?;
    } else if slots >= 2 {
        machine.heap.load(Ref(slot), slots - 1)?;
    }
    let (plain, has_methods) = pkg::fmt::show(machine, local.ty, slot);
    if !has_methods {
        return Some(plain);
    }
    let asked = asked.get_or_insert_with(|| machine.clone());
    ask(asked, local.ty, slot).or(Some(plain))
}

/// Has the program's own `fmt.Sprint` say it, if it has one and that comes to an end by itself.
fn ask(machine: &mut Machine, ty: u16, slot: u64) -> Option<String> {
    let functions = &machine.program.functions;
    let sprint = functions
        .iter()
        .position(|function| &*function.name == "fmt.Sprint")?;
    let operands = pkg::fmt::operand(machine, ty, slot);
    let (result, ended) = machine.call_alone(sprint as u32, operands, PATIENCE);
    ended.then(|| machine.text(result))
}

impl Machine {
    /// Calls a function of one parameter and one result on a goroutine of its own, while nobody else moves; the result,
    /// and whether it returned.
    fn call_alone(&mut self, func: u32, argument: u64, patience: u64) -> (u64, bool) {
        if self.current != super::goroutine::NONE {
            self.put_down();
        }
        let until = self.steps.saturating_add(patience);
        let g = self.spawn(func, 0, &[argument]);
        let (program, entries) = (Arc::clone(&self.program), Arc::clone(&self.entries));
        while self.ending.is_none() && self.steps < until {
            let goroutine = self.goroutines.get(g);
            match goroutine.status {
                // Its stack is still as it left it.
                Status::Free => return (self.arena[goroutine.stack as usize + 1], true),
                Status::Runnable => {}
                Status::Working | Status::Blocked => break,
            }
            self.take_up(g);
            self.execute::<true>(&program.code, &entries, until);
        }
        (0, false)
    }
}
