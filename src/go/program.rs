//! A compiled program: what the machine runs. Plain data; knows neither time nor goroutines.

use super::op::{Op, Pc, RTypeId, Reg};
use super::source::{Pos, SourceMap};
use super::types::Basic;
use std::sync::Arc;

/// A checked and compiled program, ready to run any number of times.
#[derive(Clone, Debug)]
pub struct Program {
    /// The code of all functions, one after another.
    pub code: Vec<Op>,
    /// Where in the source each instruction comes from; as long as `code`.
    pub positions: Vec<Pos>,
    /// The instructions that use memory some bytes, under Go, after what a pointer refers to, and how many: where Go faults
    /// for a nil pointer. In order; for all others it is 0.
    pub faults: Vec<(Pc, u32)>,
    /// All functions, methods, function literals and wrappers.
    pub functions: Vec<Function>,
    /// The function that sets up the package-level variables, runs every `init` and then `main.main`.
    pub entry: u32,
    /// Types that the program meets at run time.
    pub types: Vec<RType>,
    /// Methods as interfaces ask for them: name and signature, `Area() float64`; unexported ones with their package in
    /// front, `shop.total(int) int`. Two methods satisfy each other exactly where these texts are equal.
    pub names: Vec<Arc<str>>,
    /// The qualified names of the functions without a body: `time.Sleep`, `(*sync.WaitGroup).Wait`.
    pub natives: Vec<Arc<str>>,
    /// String constants, as bytes.
    pub strings: Vec<Arc<[u8]>>,
    /// Integer and float constants, as slots.
    pub constants: Vec<u64>,
    /// The `select` statements.
    pub selects: Vec<SelectTable>,
    /// Package-level variables: one slot or more each.
    pub globals: Vec<Global>,
    /// The sources; file 0 is the learner's.
    pub sources: Arc<SourceMap>,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// As in Go's stack traces: `main.main`, `main.(*T).Run`, `main.main.func1`.
    pub name: Arc<str>,
    /// Its first instruction.
    pub start: Pc,
    /// Just after its last.
    pub end: Pc,
    /// Slots of parameters, the receiver included; they are registers 1 and following.
    pub params: u8,
    /// Slots of results.
    pub results: u8,
    /// How many registers it uses, the highest window's linkage included; 256 at most.
    pub frame: u16,
    /// The register in which a closure finds itself; none where nothing is captured.
    pub closure: Option<Reg>,
    /// Where a frame goes on once a panic was recovered: `RunDefers`, then the results as they stand. Only in functions that defer.
    pub epilogue: Option<Pc>,
    /// Where it is declared.
    pub pos: Pos,
    /// Part of the learner's file, rather than of a library package: its lines are shown.
    pub user: bool,
    /// A wrapper made by the compiler (promoted methods, bound arguments): stack traces leave it out.
    pub wrapper: bool,
    /// The named variables, for the inspector.
    pub locals: Vec<Local>,
}

/// A named local variable or parameter.
#[derive(Clone, Debug)]
pub struct Local {
    /// As written.
    pub name: Arc<str>,
    /// Its type.
    pub ty: RTypeId,
    /// The register that holds its value, or the `Ref` to it.
    pub reg: Reg,
    /// The register holds a reference to a cell, since the variable is shared with a closure or its address is taken.
    pub cell: bool,
    /// In scope from here …
    pub from: Pc,
    /// … to here, exclusive.
    pub to: Pc,
}

/// A package-level variable.
#[derive(Clone, Debug)]
pub struct Global {
    /// With its package: `main.total`.
    pub name: Arc<str>,
    /// Its type.
    pub ty: RTypeId,
    /// Its first slot in the memory of package-level variables.
    pub index: u32,
}

/// A `select` statement.
#[derive(Clone, Debug)]
pub struct SelectTable {
    /// The cases in source order, the default excluded.
    pub cases: Vec<SelectCase>,
    /// Where the default goes on.
    pub default: Option<Pc>,
}

/// A case of a `select`.
#[derive(Clone, Copy, Debug)]
pub enum SelectCase {
    /// `chan <- src`
    Send {
        /// The channel.
        chan: Reg,
        /// The value.
        src: Reg,
        /// Where it goes on.
        to: Pc,
    },
    /// `dst, dst + 1 = <-chan`: the value, and whether it was sent.
    Recv {
        /// The channel.
        chan: Reg,
        /// Where the value goes.
        dst: Reg,
        /// Where it goes on.
        to: Pc,
    },
}

/// What the machine knows of a type.
#[derive(Clone, Debug)]
pub struct RType {
    /// As `%T` prints it: `main.Order`, `[]int`, `map[string]*main.T`.
    pub name: Arc<str>,
    /// Its shape; a defined type has that of its underlying type.
    pub kind: RKind,
    /// Whether it is a defined (named) type.
    pub named: bool,
    /// The predeclared type that it is or that underlies it.
    pub basic: Option<Basic>,
    /// Slots in memory.
    pub slots: u32,
    /// Bytes under Go on 64 bits.
    pub size: u64,
    /// Which of its slots in memory are references.
    pub refs: Arc<[bool]>,
    /// Whether `==` is defined on it.
    pub comparable: bool,
    /// Its method set: names (indices into `Program::names`, ascending) and functions that take the receiver as the slot of this type.
    pub methods: Vec<(u16, u32)>,
}

/// The shape of a type.
#[derive(Clone, Debug)]
pub enum RKind {
    /// `bool`
    Bool,
    /// A signed integer of so many bits.
    Int(u8),
    /// An unsigned integer of so many bits.
    Uint(u8),
    /// `uintptr`
    Uintptr,
    /// A float of so many bits.
    Float(u8),
    /// A complex number, and the floating-point type of its parts.
    Complex(RTypeId),
    /// `string`
    String,
    /// A pointer to a type.
    Pointer(RTypeId),
    /// A slice of a type.
    Slice(RTypeId),
    /// An array: element type and length.
    Array(RTypeId, u64),
    /// A struct.
    Struct(Vec<RField>),
    /// A map: key and element types.
    Map(RTypeId, RTypeId),
    /// A channel of a type.
    Chan(RTypeId),
    /// A function.
    Func,
    /// An interface: the method names it asks for, indices into `Program::names`, ascending.
    Interface(Vec<u16>),
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct RField {
    /// As written; the type's name for an embedded field.
    pub name: Arc<str>,
    /// Its type.
    pub ty: RTypeId,
    /// Its first slot within the struct.
    pub slot: u32,
    /// Its tag.
    pub tag: Arc<[u8]>,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Whether it is exported: fmt calls `String` and `Error` only on what is.
    pub exported: bool,
}

impl Program {
    /// Index of the method `name` (into `names`) of type `ty`.
    pub fn method(&self, ty: RTypeId, name: u16) -> Option<u32> {
        let methods = &self.types[usize::from(ty)].methods;
        methods
            .binary_search_by_key(&name, |method| method.0)
            .ok()
            .map(|at| methods[at].1)
    }
}
