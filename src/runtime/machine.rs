//! The machine: all state of a run, and how it is stepped to its end.

use super::deadlock::{self, Asleep};
use super::due::Packed;
use super::goroutine::{Goroutines, NONE, Slot};
use super::heap::{Heap, Object};
use super::link::Link;
use super::pkg;
use super::race::{MOST_FRAMES, Races};
use super::scenario::Scenario;
use super::stack::Stacks;
use super::timers::Timers;
use super::world::World;
use crate::go::op::Pc;
use crate::go::program::{Function, Program, RKind};
use crate::trace::event::{Kind, Reason, WORLD};
use crate::trace::{Recorder, Trace};
use rand_core::SeedableRng;
use rand_pcg::Pcg64Mcg;
use rustc_hash::FxHashMap;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// What the process takes before it does anything, in bytes.
pub const PROCESS_BYTES: u64 = 4 << 20;
/// After so much CPU work others get their turn, in ns, as Go preempts.
pub const TIME_SLICE: u64 = 10_000_000;
/// So many steps without blocking count as one time slice.
pub const SPIN_STEPS: u64 = 10_000_000;

/// What a run is given beside its program.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Limits and work.
    pub scenario: Scenario,
    /// Draws the work.
    pub seed: u64,
    /// Draws the order; 0 is Go's own on one P.
    pub schedule: u64,
    /// Look for data races.
    pub race: bool,
    /// Report goroutines left blocked.
    pub leaks: bool,
    /// Record a trace; without one it is empty.
    pub record: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            scenario: Scenario::default(),
            seed: 0,
            schedule: 0,
            race: false,
            leaks: false,
            record: true,
        }
    }
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It goes on: steps so far, and virtual time in ns.
    Running {
        /// Steps executed.
        steps: u64,
        /// Virtual time.
        now: u64,
    },
    /// The process has ended.
    Ended,
}

/// How the process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Why.
    pub reason: Reason,
    /// Its exit status.
    pub code: u8,
}

/// A goroutine that was blocked at the end, and on what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Its number.
    pub id: u32,
    /// The line of the learner's file at which it was blocked.
    pub line: u32,
    /// Go's word for what it waited on: `chan receive`.
    pub wait_reason: String,
}

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How the process ended.
    pub ending: Ending,
    /// What was written to stdout.
    pub stdout: Vec<u8>,
    /// What was written to stderr, the runtime's own messages included.
    pub stderr: Vec<u8>,
    /// The end of the process in virtual ns.
    pub makespan_ns: u64,
    /// Goroutines that ever were, main counted.
    pub goroutines: u64,
    /// The most alive at once.
    pub max_alive: u64,
    /// The most memory used at once, in bytes.
    pub peak_bytes: u64,
    /// Allocations of the program.
    pub allocations: u64,
    /// Steps executed.
    pub steps: u64,
    /// Events recorded.
    pub events: u64,
    /// The races found, as reported.
    pub races: Vec<String>,
    /// The goroutines left blocked, where asked for.
    pub leaks: Vec<Leak>,
    /// Who waited for whom, where it ended in a deadlock.
    pub asleep: Vec<Asleep>,
    /// Orders, stoves and supplier as they ended.
    pub world: World,
}

/// A run and its record.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it came to.
    pub outcome: Outcome,
    /// What happened.
    pub trace: Trace,
}

/// The account of memory beside the heap, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    pub held: u64,
    pub stacks: u64,
    pub limit: u64,
    pub peak: u64,
}

/// The types of which the machine makes values by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub string: u16,
    /// `runtime.errorString`: its text is said after `runtime error: `.
    pub error: Option<u16>,
    /// `runtime.plainError`: its text is said as it is.
    pub plain: Option<u16>,
    /// `runtime.boundsError`: as `error`.
    pub bounds: Option<u16>,
    /// `*runtime.TypeAssertionError`
    pub assertion: Option<u16>,
    /// `*runtime.PanicNilError`
    pub nil: Option<u16>,
}

/// Where a function begins and what it needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub start: Pc,
    pub frame: u16,
    pub closure: u16,
    /// Its line in the learner's file, or 0.
    pub line: u32,
}

/// Absence of a closure register.
pub(super) const NO_CLOSURE: u16 = u16::MAX;

/// A program under way.
#[derive(Clone, Debug)]
pub struct Machine {
    pub(super) program: Arc<Program>,
    pub(super) entries: Arc<[Entry]>,
    pub(super) natives: Arc<[super::native::Native]>,
    /// By instruction: its line in the learner's file, or 0.
    pub(super) lines: Arc<[u32]>,
    /// By instruction: its function.
    pub(super) owners: Arc<[u32]>,
    pub(super) known: Known,
    pub(super) settings: Settings,
    /// The slots of all stacks.
    pub(super) arena: Vec<u64>,
    pub(super) stacks: Stacks,
    pub(super) heap: Heap,
    pub(super) globals: u32,
    pub(super) strings: Vec<u64>,
    pub(super) functions: FxHashMap<u32, u64>,
    /// All goroutines.
    pub goroutines: Goroutines,
    pub(super) current: Slot,
    /// The current goroutine's next instruction and frame, wherever something may look at them.
    pub(super) pc: Pc,
    pub(super) base: u32,
    pub(super) queue: VecDeque<Slot>,
    pub(super) runnext: Option<Slot>,
    pub(super) resuming: VecDeque<Slot>,
    pub(super) now: u64,
    pub(super) due: Timers<Packed>,
    pub(super) busy: u64,
    /// By core: the goroutine that it executed last; only where switching costs.
    pub(super) cores: Vec<u32>,
    pub(super) idle: BTreeSet<u32>,
    pub(super) steps: u64,
    pub(super) extra_steps: u64,
    pub(super) spun: u64,
    pub(super) rng: Pcg64Mcg,
    pub(super) memory: Memory,
    /// The numbers that objects have in events, by place; channels keep their own.
    pub(super) objects: FxHashMap<u64, u64>,
    /// How many numbers were given.
    pub(super) numbered: u64,
    pub(super) go_timers: pkg::time::GoTimers,
    pub(super) waiting: pkg::sync::Waiting,
    /// The orders and limits that the program runs into.
    pub world: World,
    pub(super) races: Option<Box<Races>>,
    recorder: Option<Box<Recorder>>,
    pub(super) events: u64,
    /// It stops once so many events have happened.
    pub(super) halt_at: u64,
    pub(super) stdout: Vec<u8>,
    pub(super) stderr: Vec<u8>,
    pub(super) ending: Option<Ending>,
    pub(super) main_gone: bool,
    /// The program asked for signals, of which none ever comes.
    pub(super) expects_signal: bool,
}

impl Machine {
    /// A program at its very start: main is runnable, nothing was executed.
    pub fn new(program: &Arc<Program>, settings: Settings) -> Machine {
        let line = |pos| {
            let place = program.sources.position(pos);
            if place.file.0 == 0 { place.line } else { 0 }
        };
        let entries = program.functions.iter().map(|function| Entry {
            start: function.start,
            frame: function.frame.max(1),
            closure: function.closure.map_or(NO_CLOSURE, u16::from),
            line: line(function.pos),
        });
        let lines = program.positions.iter().copied().map(line);
        let named = |name: &str| {
            let at = program.types.iter().position(|ty| &*ty.name == name);
            at.map(|at| at as u16)
        };
        let mut heap = Heap::default();
        let slots = program
            .globals
            .iter()
            .map(|global| global.index + program.types[usize::from(global.ty)].slots);
        let size = slots.max().unwrap_or(0).max(4);
        let globals = heap.add_memory(size, true, 0).object();
        let scenario = &settings.scenario;
        let cores = if scenario.switch_ns > 0 {
            vec![0; scenario.cores as usize]
        } else {
            Vec::new()
        };
        let mut owners = vec![0; program.code.len()];
        for (index, function) in program.functions.iter().enumerate() {
            owners[function.start as usize..function.end as usize].fill(index as u32);
        }
        let mut machine = Machine {
            owners: owners.into(),
            entries: entries.collect(),
            natives: pkg::resolve(&program.natives),
            lines: lines.collect(),
            known: Known {
                string: named("string").unwrap_or(0),
                error: named("runtime.errorString"),
                plain: named("runtime.plainError"),
                bounds: named("runtime.boundsError"),
                assertion: named("*runtime.TypeAssertionError"),
                nil: named("*runtime.PanicNilError"),
            },
            arena: Stacks::arena(),
            stacks: Stacks::default(),
            heap,
            globals,
            strings: vec![0; program.strings.len()],
            functions: FxHashMap::default(),
            goroutines: Goroutines::default(),
            current: NONE,
            pc: 0,
            base: 0,
            queue: VecDeque::new(),
            runnext: None,
            resuming: VecDeque::new(),
            now: 0,
            due: Timers::default(),
            busy: 0,
            idle: (0..cores.len() as u32).collect(),
            cores,
            steps: 0,
            extra_steps: 0,
            spun: 0,
            rng: Pcg64Mcg::seed_from_u64(settings.schedule ^ 0x5ced_0000_0000_0000),
            memory: Memory {
                held: 0,
                stacks: 0,
                limit: scenario.memory_mib.saturating_mul(1 << 20),
                peak: 0,
            },
            objects: FxHashMap::default(),
            numbered: 0,
            go_timers: pkg::time::GoTimers::default(),
            waiting: pkg::sync::Waiting::default(),
            world: World::new(program, scenario, settings.seed),
            races: settings.race.then(Box::default),
            recorder: settings.record.then(Box::default),
            events: 0,
            halt_at: u64::MAX,
            stdout: Vec::new(),
            stderr: Vec::new(),
            ending: None,
            main_gone: false,
            expects_signal: false,
            program: Arc::clone(program),
            settings,
        };
        machine.spawn(machine.program.entry, 0, &[]);
        machine
    }

    /// Executes some `budget` steps, or until the process ends.
    pub fn step_slice(&mut self, budget: u64) -> Progress {
        let until = self.steps.saturating_add(budget);
        if self.settings.schedule != 0 || self.races.is_some() {
            self.run::<true>(until);
        } else {
            self.run::<false>(until);
        }
        if self.ending.is_some() {
            return Progress::Ended;
        }
        Progress::Running {
            steps: self.steps,
            now: self.now,
        }
    }

    /// Executes some `budget` steps, or until `event` events have happened and the operation that the last of them belongs
    /// to is done, or until the process ends.
    pub(super) fn run_to_event(&mut self, event: u64, budget: u64) -> Progress {
        self.halt_at = event;
        let progress = self.step_slice(budget);
        self.halt_at = u64::MAX;
        progress
    }

    /// The bytes that a copy takes, roughly.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Machine>()
            + self.arena.len() * 8
            + self.heap.host_bytes()
            + self.goroutines.bytes()
            + self.stdout.len()
            + self.stderr.len()
    }

    /// The bytes that the record of the run takes so far.
    pub fn recorded_bytes(&self) -> usize {
        self.recorder
            .as_ref()
            .map_or(0, |recorder| recorder.bytes())
    }

    /// What the run came to, once it has ended; before that, it is stopped here as at the step limit.
    pub fn finish(mut self) -> Run {
        let ending = self.ending.unwrap_or(Ending {
            reason: Reason::StepLimit,
            code: 124,
        });
        self.note_peak();
        if self.recorder.is_some() {
            self.log(
                WORLD,
                Kind::End,
                0,
                ending.reason as u64,
                u64::from(ending.code),
            );
        }
        let leaks = if self.settings.leaks {
            self.leaks()
        } else {
            Vec::new()
        };
        let sleepers = if matches!(ending.reason, Reason::Deadlock | Reason::NoSignal) {
            self.sleepers()
        } else {
            Vec::new()
        };
        let recorder = self.recorder.take().unwrap_or_default();
        let trace = recorder.finish(self.world.meta());
        let outcome = Outcome {
            ending,
            makespan_ns: self.now,
            goroutines: self.goroutines.created(),
            max_alive: self.goroutines.max_alive(),
            peak_bytes: self.memory.peak,
            allocations: self.heap.allocations(),
            steps: self.steps,
            events: self.events,
            races: self
                .races
                .take()
                .map_or_else(Vec::new, |races| races.reports()),
            leaks,
            asleep: deadlock::report(&sleepers, &trace, self.expects_signal),
            world: self.world,
            stdout: self.stdout,
            stderr: self.stderr,
        };
        Run { outcome, trace }
    }

    /// Virtual time since the start, in ns.
    #[inline]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// The scenario of the run.
    pub fn scenario(&self) -> &Scenario {
        &self.settings.scenario
    }

    // ---- the record

    #[inline]
    pub(super) fn log(&mut self, id: u32, kind: Kind, line: u32, a: u64, b: u64) {
        self.events += 1;
        if let Some(recorder) = &mut self.recorder {
            recorder.record(self.now, id, kind, line, a, b);
        }
    }

    /// Records an event of a goroutine that stands at an instruction in a frame.
    #[inline(always)]
    pub(super) fn log_at(&mut self, id: u32, kind: Kind, (pc, base): (Pc, u32), a: u64, b: u64) {
        if self.recorder.is_none() {
            self.events += 1;
            return;
        }
        let line = self.line_of(pc, base);
        self.log(id, kind, line, a, b);
    }

    /// The number of a text in the trace.
    pub fn trace_text(&mut self, text: &str) -> u64 {
        let recorder = self.recorder.as_mut();
        recorder.map_or(0, |recorder| recorder.text(text))
    }

    /// The line of the learner's file at which the current goroutine stands.
    #[inline]
    pub fn current_line(&self) -> u32 {
        self.line_of(self.pc, self.base)
    }

    #[inline(always)]
    pub(super) fn line_of(&self, mut pc: Pc, mut base: u32) -> u32 {
        loop {
            let at = pc.wrapping_sub(1) as usize;
            match self.lines.get(at) {
                None => return 0,
                Some(0) => {}
                Some(&line) => return line,
            }
            let link = Link::from_slot(self.arena[base as usize]);
            pc = link.pc;
            base -= u32::from(link.delta).min(base);
        }
    }

    /// The function that an instruction is of.
    #[inline(always)]
    pub(super) fn owner_of(&self, at: Pc) -> u32 {
        self.owners.get(at as usize).copied().unwrap_or(0)
    }

    /// The function that an instruction is of.
    pub(super) fn function_of(&self, at: Pc) -> &Function {
        &self.program.functions[self.owner_of(at) as usize]
    }

    // ---- goroutines

    /// Starts a goroutine in a function with arguments, and readies it.
    pub(super) fn spawn(&mut self, func: u32, closure: u64, args: &[u64]) -> Slot {
        let entry = self.entries[func as usize];
        let parent = self.waker();
        let created = if parent == WORLD { 0 } else { self.pc };
        let g = self.goroutines.add(parent, created);
        let class = Stacks::class_for(u32::from(entry.frame));
        let stack = self.stacks.take(&mut self.arena, class);
        let goroutine = self.goroutines.get_mut(g);
        goroutine.class = class;
        goroutine.stack = stack;
        goroutine.base = stack;
        goroutine.pc = entry.start;
        let id = goroutine.id;
        let at = stack as usize;
        self.arena[at] = Link::BOTTOM.to_slot();
        self.arena[at + 1..][..args.len()].copy_from_slice(args);
        if entry.closure != NO_CLOSURE {
            self.arena[at + usize::from(entry.closure)] = closure;
        }
        let (child, first) = (u64::from(id), u64::from(entry.line));
        if parent == WORLD {
            self.log(parent, Kind::Spawn, 0, child, first);
        } else {
            self.log_at(parent, Kind::Spawn, (self.pc, self.base), child, first);
        }
        if self.races.is_some() {
            let stack = if self.current == NONE {
                Box::default()
            } else {
                self.innermost(self.current, MOST_FRAMES)
            };
            if let Some(races) = &mut self.races {
                races.spawn(parent, id, stack);
            }
        }
        self.make_next(g);
        self.check_memory();
        g
    }

    /// The current goroutine is over.
    pub(super) fn exit_current(&mut self) {
        self.note_peak();
        self.event(Kind::Exit, 0, 0);
        let g = self.current;
        self.release_core(g);
        let &super::goroutine::Goroutine {
            stack, class, id, ..
        } = self.goroutines.get(g);
        self.memory.stacks -= Stacks::extra_bytes(class);
        self.stacks.give_back(stack, class);
        if let Some(races) = &mut self.races {
            races.exit(id);
        }
        self.goroutines.remove(g);
        self.current = NONE;
        self.refresh_room();
    }

    /// The process is over.
    pub(super) fn end(&mut self, reason: Reason, mut code: u8) {
        let races = self.races.as_ref().map_or(0, |races| races.reports().len());
        if races > 0 && code == 0 && self.ending.is_none() {
            code = 66;
            // Nobody says it: whoever was current may be over.
            let current = std::mem::replace(&mut self.current, NONE);
            self.write(format!("Found {races} data race(s)\n").as_bytes(), true);
            self.current = current;
        }
        self.ending.get_or_insert(Ending { reason, code });
    }

    /// Writes for the program.
    pub(super) fn write(&mut self, bytes: &[u8], stderr: bool) {
        self.charge(8 * bytes.len() as u64);
        let text = self.trace_text(&String::from_utf8_lossy(bytes));
        if self.current == NONE {
            self.log(WORLD, Kind::Print, 0, text, u64::from(stderr));
        } else {
            self.event(Kind::Print, text, u64::from(stderr));
        }
        let stream = if stderr {
            &mut self.stderr
        } else {
            &mut self.stdout
        };
        stream.extend_from_slice(bytes);
    }

    /// A new interface value.
    pub(super) fn new_iface(&mut self, ty: u16, slot: u64) -> u64 {
        let kind = &self.program.types[usize::from(ty)];
        let size = match kind.kind {
            RKind::Pointer(_) | RKind::Map(..) | RKind::Chan(_) | RKind::Func => 0,
            _ if slot < 256 => 0,
            _ => kind.size,
        };
        self.heap.add(Object::Iface(ty, slot), size).0
    }
}
