//! Programs put together by hand.

use crate::go::op::Op;
use crate::go::program::{Function, Local, Program, RKind, RType, SelectTable};
use crate::go::source::{Pos, SourceMap};
use std::sync::Arc;

/// Puts a program together: each function's code stands at its own lines.
#[derive(Default)]
pub(super) struct Assembly {
    pub(super) code: Vec<Op>,
    pub(super) functions: Vec<Function>,
    pub(super) natives: Vec<Arc<str>>,
    pub(super) strings: Vec<Arc<[u8]>>,
    pub(super) selects: Vec<SelectTable>,
}

/// The types of each program.
pub(super) const INT: u16 = 0;
pub(super) const STRING: u16 = 1;

impl Assembly {
    pub(super) fn function(&mut self, name: &str, params: u8, frame: u16, code: &[Op]) -> u32 {
        let start = self.code.len() as u32;
        self.code.extend_from_slice(code);
        self.functions.push(Function {
            name: name.into(),
            start,
            end: self.code.len() as u32,
            params,
            results: 0,
            frame,
            closure: None,
            epilogue: None,
            pos: Pos(1),
            user: true,
            wrapper: false,
            locals: Vec::<Local>::new(),
        });
        self.functions.len() as u32 - 1
    }

    pub(super) fn program(mut self, main: u32) -> Arc<Program> {
        let call = Op::Call { at: 1, func: main };
        let entry = self.function("go.entry", 0, 2, &[call, Op::Return { from: 1, count: 0 }]);
        let mut sources = SourceMap::new();
        let text: String = "x\n".repeat(self.code.len() + 1);
        sources.add("main.go", &text);
        let positions = (0..self.code.len()).map(|at| Pos(1 + 2 * at as u32));
        let basic = |name: &str, kind: RKind, size: u64, refs: bool| RType {
            name: name.into(),
            kind,
            named: false,
            basic: None,
            slots: 1,
            size,
            refs: [refs].into(),
            comparable: true,
            methods: Vec::new(),
        };
        Arc::new(Program {
            positions: positions.collect(),
            faults: Vec::new(),
            code: self.code,
            functions: self.functions,
            entry,
            types: vec![
                basic("int", RKind::Int(64), 8, false),
                basic("string", RKind::String, 16, true),
            ],
            names: Vec::new(),
            natives: self.natives,
            strings: self.strings,
            constants: Vec::new(),
            selects: self.selects,
            globals: Vec::new(),
            sources: Arc::new(sources),
        })
    }
}

/// `fib(n)` by recursion, its result in register 1 of the caller's window.
pub(super) fn fib(assembly: &mut Assembly, func: u32) -> u32 {
    let at = assembly.code.len() as u32;
    assembly.function(
        "main.fib",
        1,
        6,
        &[
            Op::JumpGeImm {
                a: 1,
                value: 2,
                to: at + 2,
            },
            Op::Return { from: 1, count: 1 },
            Op::AddImm {
                dst: 4,
                a: 1,
                value: -1,
            },
            Op::Call { at: 3, func },
            Op::Move { dst: 2, src: 4 },
            Op::AddImm {
                dst: 4,
                a: 1,
                value: -2,
            },
            Op::Call { at: 3, func },
            Op::Add { dst: 1, a: 2, b: 4 },
            Op::Return { from: 1, count: 1 },
        ],
    )
}

pub(super) fn fib_program(n: i32) -> Arc<Program> {
    let mut assembly = Assembly::default();
    fib(&mut assembly, 0);
    let main = assembly.function(
        "main.main",
        0,
        4,
        &[
            Op::LoadInt { dst: 2, value: n },
            Op::Call { at: 1, func: 0 },
            Op::MakeIface {
                dst: 3,
                src: 2,
                ty: INT,
            },
            Op::Panic { value: 3 },
        ],
    );
    assembly.program(main)
}

/// main makes a channel, three goroutines each sleep and send; main receives all and returns.
pub(super) fn senders(pause_ns: i32) -> Arc<Program> {
    let mut assembly = Assembly::default();
    assembly.natives.push("time.Sleep".into());
    let sender = assembly.function(
        "main.send",
        2,
        6,
        &[
            Op::LoadInt {
                dst: 4,
                value: pause_ns,
            },
            Op::Mul { dst: 4, a: 4, b: 2 },
            Op::CallNative { at: 3, native: 0 },
            Op::Send { chan: 1, src: 2 },
            Op::Return { from: 1, count: 0 },
        ],
    );
    let at = assembly.code.len() as u32;
    let main = assembly.function(
        "main.main",
        0,
        10,
        &[
            Op::LoadInt { dst: 1, value: 0 },
            Op::MakeChan {
                dst: 1,
                cap: 1,
                elem: INT,
            },
            Op::LoadInt { dst: 2, value: 3 },
            Op::Move { dst: 5, src: 1 },
            Op::Move { dst: 6, src: 2 },
            Op::Go {
                at: 4,
                count: 2,
                func: sender,
            },
            Op::AddImm {
                dst: 2,
                a: 2,
                value: -1,
            },
            Op::JumpGtImm {
                a: 2,
                value: 0,
                to: at + 3,
            },
            Op::LoadInt { dst: 2, value: 3 },
            Op::Recv { dst: 3, chan: 1 },
            Op::AddImm {
                dst: 2,
                a: 2,
                value: -1,
            },
            Op::JumpGtImm {
                a: 2,
                value: 0,
                to: at + 9,
            },
            Op::Return { from: 1, count: 0 },
        ],
    );
    assembly.program(main)
}

/// main starts two goroutines that add to a package-level variable; with `chan`, each does so only with the token that
/// the channel holds.
pub(super) fn adders(locked: bool) -> Arc<Program> {
    let mut assembly = Assembly::default();
    let token = if locked { 1 } else { 4 };
    let add = assembly.function(
        "main.add",
        1,
        6,
        &[
            Op::RecvOk {
                dst: 2,
                chan: token,
            },
            Op::LoadGlobal { dst: 2, index: 0 },
            Op::AddImm {
                dst: 2,
                a: 2,
                value: 1,
            },
            Op::StoreGlobal { src: 2, index: 0 },
            Op::Send {
                chan: token,
                src: 2,
            },
            Op::Return { from: 1, count: 0 },
        ],
    );
    if !locked {
        for at in [0, 4] {
            assembly.code[at] = Op::LoadInt { dst: 4, value: 0 };
        }
    }
    assembly.natives.push("time.Sleep".into());
    let main = assembly.function(
        "main.main",
        0,
        8,
        &[
            Op::LoadInt { dst: 1, value: 1 },
            Op::MakeChan {
                dst: 1,
                cap: 1,
                elem: INT,
            },
            Op::Send { chan: 1, src: 1 },
            Op::Move { dst: 4, src: 1 },
            Op::Go {
                at: 3,
                count: 1,
                func: add,
            },
            Op::Move { dst: 4, src: 1 },
            Op::Go {
                at: 3,
                count: 1,
                func: add,
            },
            Op::LoadInt { dst: 4, value: 9 },
            Op::CallNative { at: 3, native: 0 },
            Op::Return { from: 1, count: 0 },
        ],
    );
    assembly.program(main)
}
