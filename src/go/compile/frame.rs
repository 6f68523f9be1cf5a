//! The function being compiled: its registers, its code, where its variables are.

use super::Compiler;
use crate::go::op::{Op, Pc, Reg};
use crate::go::program::{Function, Local};
use crate::go::source::Pos;
use crate::go::types::{ObjId, PackageId, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use std::sync::Arc;

/// Registers beyond this aren't given out: call windows need some room.
const MOST_REGISTERS: u16 = 236;

/// A compiled function, its jumps relative to its own start.
pub(super) struct Body {
    pub function: Function,
    pub code: Vec<Op>,
    pub positions: Vec<Pos>,
    /// See [`crate::go::program::Program::faults`].
    pub faults: Vec<(Pc, u32)>,
    /// The `select` tables whose targets are in this code.
    pub selects: Vec<usize>,
}

/// What a variable is known by: an object, or something of the compiler's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum VarKey {
    Object(ObjId),
    Hidden(u32),
}

/// Where a variable is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Var {
    /// A register holds its value: its slot, or the reference to memory of its own.
    Reg(Reg),
    /// A register holds the reference to the memory that it shares with others.
    Cell(Reg),
    /// The closure's capture of that index is its value, or the reference to its cell.
    Capture { index: u8, cell: bool },
}

/// Where `break` and `continue` lead.
pub(super) struct Target {
    pub label: Option<Arc<str>>,
    pub breaks: Vec<usize>,
    /// None where it isn't a loop.
    pub continues: Option<Vec<usize>>,
    /// A labelled block, which only a `break` with its label leaves.
    pub plain: bool,
}

/// The body of a loop over a function: a function of its own, from which jumps lead out by a number.
pub(super) struct RangeBody {
    /// Its label.
    pub label: Option<Arc<str>>,
    /// The variable that says where to go on once the iterator has returned: see [`super::range`].
    pub exit: VarKey,
    /// The list of deferred calls that its bodies collect, if they defer.
    pub deferred: Option<VarKey>,
    /// The exits used beyond `break` and `continue` of this loop.
    pub exits: Vec<Exit>,
}

/// Where a body of a loop over a function leads out to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    Return,
    Break(Option<Arc<str>>),
    Continue(Option<Arc<str>>),
    Goto(Arc<str>),
}

/// A label that `goto` may lead to.
#[derive(Default)]
pub(super) struct Label {
    pub at: Option<Pc>,
    pub jumps: Vec<usize>,
}

/// A function being compiled.
pub(super) struct Frame {
    pub index: u32,
    pub name: Arc<str>,
    pub pos: Pos,
    pub declared_at: Pos,
    pub package: Option<PackageId>,
    pub wrapper: bool,
    pub subst: Rc<[(TypeId, TypeId)]>,
    pub code: Vec<Op>,
    pub positions: Vec<Pos>,
    pub faults: Vec<(Pc, u32)>,
    pub selects: Vec<usize>,
    pub vars: FxHashMap<VarKey, Var>,
    pub locals: Vec<Local>,
    /// What the function around passes to the closure: see [`super::closure`].
    pub captures: Vec<VarKey>,
    pub closure: Option<Reg>,
    pub params: u8,
    pub results: Vec<TypeId>,
    /// Where the results are kept, where they are variables.
    pub result_vars: Option<Vec<VarKey>>,
    pub defers: bool,
    pub epilogue: Option<Pc>,
    pub range: Option<RangeBody>,
    /// Variables used in bodies of loops over functions.
    pub shared: Rc<FxHashSet<ObjId>>,
    /// Loop variables that all iterations share, as before Go 1.22: each iteration assigns to them.
    pub rebound: FxHashSet<ObjId>,
    /// Variables that were declared without a value, for all that is known when they are used.
    pub unset: FxHashSet<ObjId>,
    /// The slices that stay in the function and are appended to, each with the register that says whether its place on the
    /// stack is used: see [`super::escape`].
    pub staying: FxHashMap<ObjId, Reg>,
    pub targets: Vec<Target>,
    pub labels: FxHashMap<Arc<str>, Label>,
    /// The label of the statement that comes next.
    pub label: Option<Arc<str>>,
    pub literals: u32,
    pub wraps: u32,
    top: u16,
    high: u16,
    full: bool,
}

impl Frame {
    pub fn new(index: u32, name: Arc<str>, pos: Pos, package: Option<PackageId>) -> Frame {
        Frame {
            index,
            name,
            pos,
            declared_at: pos,
            package,
            wrapper: false,
            subst: Rc::from([]),
            code: vec![],
            positions: vec![],
            faults: vec![],
            selects: vec![],
            vars: FxHashMap::default(),
            locals: vec![],
            captures: vec![],
            closure: None,
            params: 0,
            results: vec![],
            result_vars: None,
            defers: false,
            epilogue: None,
            range: None,
            shared: Rc::default(),
            rebound: FxHashSet::default(),
            unset: FxHashSet::default(),
            staying: FxHashMap::default(),
            targets: vec![],
            labels: FxHashMap::default(),
            label: None,
            literals: 0,
            wraps: 0,
            top: 1,
            high: 1,
            full: false,
        }
    }

    /// Where the next instruction will be.
    pub fn here(&self) -> Pc {
        self.code.len() as Pc
    }

    /// The first register that is free; all above it are, too.
    pub fn top(&self) -> Reg {
        self.top as Reg
    }

    /// Frees `mark` and all registers above it.
    pub fn free_to(&mut self, mark: Reg) {
        self.top = u16::from(mark);
    }

    /// Takes the next `count` registers.
    pub fn alloc(&mut self, count: u16) -> Reg {
        let at = self.top;
        self.high = self.high.max(at + count);
        if at + count > MOST_REGISTERS {
            self.full = true;
            return at as Reg;
        }
        self.top = at + count;
        at as Reg
    }
}

impl Compiler<'_> {
    pub(super) fn f(&mut self) -> &mut Frame {
        self.frames
            .last_mut()
            .expect("a function is being compiled")
    }

    pub(super) fn alloc(&mut self) -> Reg {
        self.f().alloc(1)
    }

    pub(super) fn top(&mut self) -> Reg {
        self.f().top()
    }

    pub(super) fn free_to(&mut self, mark: Reg) {
        self.f().free_to(mark);
    }

    /// Frees everything from `mark` on, and gives the register wanted or, where none is, takes the one at `mark`.
    pub(super) fn dest(&mut self, want: Option<Reg>, mark: Reg) -> Reg {
        self.f().free_to(mark);
        want.unwrap_or_else(|| self.alloc())
    }

    /// Adds an instruction and gives its place.
    pub(super) fn emit(&mut self, op: Op) -> usize {
        let frame = self.f();
        frame.code.push(op);
        let pos = frame.pos;
        frame.positions.push(pos);
        frame.code.len() - 1
    }

    /// What is emitted from here on comes from `pos`.
    pub(super) fn at(&mut self, pos: Pos) {
        if pos.is_some() {
            self.f().pos = pos;
        }
    }

    pub(super) fn here(&mut self) -> Pc {
        self.f().here()
    }

    /// Adds a jump whose target isn't known yet.
    pub(super) fn jump(&mut self) -> usize {
        self.emit(Op::Jump { to: 0 })
    }

    /// Makes the jumps at these places lead to `to`.
    pub(super) fn patch(&mut self, jumps: &[usize], to: Pc) {
        for &at in jumps {
            *target_mut(&mut self.f().code[at]).expect("a jump") = to;
        }
    }

    /// Makes the jumps at these places lead here.
    pub(super) fn land(&mut self, jumps: &[usize]) {
        let here = self.here();
        self.patch(jumps, here);
    }

    pub(super) fn hidden(&mut self) -> VarKey {
        self.hidden += 1;
        VarKey::Hidden(self.hidden)
    }

    /// Ends the function being compiled; gives what it captures.
    pub(super) fn finish(&mut self) -> Vec<VarKey> {
        let frame = self.frames.pop().expect("a function is being compiled");
        if frame.full {
            self.complain(
                frame.declared_at,
                "function too large: more variables and intermediate values than Brigade has room for",
            );
        }
        let captures = frame.captures;
        let user = self.is_user(frame.package) && !frame.wrapper;
        let function = Function {
            name: frame.name,
            start: 0,
            end: frame.code.len() as Pc,
            params: frame.params,
            results: frame.results.len() as u8,
            frame: (frame.high + 1).min(256),
            closure: frame.closure.filter(|_| !captures.is_empty()),
            epilogue: frame.epilogue,
            pos: frame.declared_at,
            user,
            wrapper: frame.wrapper,
            locals: frame.locals,
        };
        self.bodies[frame.index as usize] = Some(Body {
            function,
            code: frame.code,
            positions: frame.positions,
            faults: frame.faults,
            selects: frame.selects,
        });
        captures
    }
}

/// The target of a jump.
pub(super) fn target_mut(op: &mut Op) -> Option<&mut Pc> {
    match op {
        Op::Jump { to }
        | Op::JumpIf { to, .. }
        | Op::JumpIfNot { to, .. }
        | Op::JumpEq { to, .. }
        | Op::JumpNe { to, .. }
        | Op::JumpLt { to, .. }
        | Op::JumpLe { to, .. }
        | Op::JumpEqImm { to, .. }
        | Op::JumpNeImm { to, .. }
        | Op::JumpLtImm { to, .. }
        | Op::JumpLeImm { to, .. }
        | Op::JumpGtImm { to, .. }
        | Op::JumpGeImm { to, .. }
        | Op::NextRune { to, .. }
        | Op::MapNext { to, .. } => Some(to),
        _ => None,
    }
}
