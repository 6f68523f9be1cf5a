//! The instruction set: what the compiler emits and the machine executes.
//!
//! **Slots.** Everything that a register, a field, an element, a channel or a map holds is one 64-bit *slot*,
//! without a tag: the program is typed. `bool` is 0 or 1; integers are kept sign- or zero-extended to 64 bits;
//! floats are the bits of an `f64` (a `float32` is rounded after every operation); a complex number is two floats, laid
//! out as a struct's; whatever refers to something is a
//! [`Ref`]. The zero value of every type is all slots 0: `""`, `nil` and an empty slice are 0 too.
//!
//! **Memory.** A type takes a fixed number of slots *in memory*, structs and arrays flat: `struct{a int; p [2]string}`
//! is 3 slots. A `Ref` names an object and a slot in it, so the address of a field or an element is a `Ref` like any
//! other, and aliasing is Go's own.
//!
//! **Registers.** A type of at most one slot in memory (also `struct{ID int}`, `[1]string`, `struct{}`) is held in a
//! register by its slot. A *wide* type (struct or array of two slots and more) is held as a `Ref` to memory that
//! belongs to this value alone; whoever keeps such a value copies it first (`Clone`, `CopyMem`). The same holds for
//! wide values in channels, maps and interfaces: the slot is a `Ref` to a copy that nothing changes.
//!
//! **Frames.** A function sees 256 registers, of which it uses `Function::frame`. A call names `at`: register `at` of
//! the caller becomes register 0 of the callee and keeps the linkage; arguments stand from `at + 1` and are the
//! callee's registers from 1; results come back from `at + 1`. Nothing above the window survives a call.
//!
//! Each instruction is 8 bytes and `Copy`; each costs one step, and those marked *grows* cost more with their input.

/// A register of the current frame.
pub type Reg = u8;
/// Index into `Program::types`.
pub type RTypeId = u16;
/// Index into `Program::code`.
pub type Pc = u32;

/// The integer types narrower than 64 bits, for [`Op::Wrap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Narrow {
    /// `int8`
    I8,
    /// `int16`
    I16,
    /// `int32`, `rune`
    I32,
    /// `uint8`, `byte`
    U8,
    /// `uint16`
    U16,
    /// `uint32`
    U32,
}

/// Which of the three indices of a slice expression are given; see [`Op::Reslice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// `s[low:]`; else 0
    pub low: bool,
    /// `s[:high]`; else the length
    pub high: bool,
    /// `s[:high:max]`; else the capacity
    pub max: bool,
    /// What is sliced is a string or an array: a panic speaks of its length, not its capacity.
    pub length: bool,
}

/// One instruction. `dst`, `a`, `b`… are registers unless said otherwise. "Panics" is a Go run-time panic.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the operands' names are explained at the top and in each line"
)]
pub enum Op {
    // ---- constants and moves
    /// `dst` = `value`, sign-extended.
    LoadInt { dst: Reg, value: i32 },
    /// `dst` = `Program::constants[index]`: wide integers and float bits.
    LoadConst { dst: Reg, index: u32 },
    /// `dst` = the string `Program::strings[index]`.
    LoadStr { dst: Reg, index: u32 },
    /// `dst` = `src`.
    Move { dst: Reg, src: Reg },
    /// `dst` = the function value of `Program::functions[func]`, which captures nothing.
    LoadFunc { dst: Reg, func: u32 },
    /// `dst` = a closure of `func` that captures the `count` slots from `from` on (cells, or values never changed).
    MakeClosure {
        dst: Reg,
        from: Reg,
        count: u8,
        func: u32,
    },
    /// `dst` = capture `index` of the running function's closure, which the machine put into `Function::closure`.
    LoadCapture { dst: Reg, index: u8 },

    // ---- integers (64 bits, wrapping; narrower types add a Wrap)
    /// `dst` = `a + b`.
    Add { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a + value`.
    AddImm { dst: Reg, a: Reg, value: i16 },
    /// `dst` = `a - b`.
    Sub { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a * b`.
    Mul { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a / b`, signed, towards zero; panics `integer divide by zero`.
    Div { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a / b`, unsigned; panics as `Div`.
    DivU { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a % b`, signed; panics as `Div`.
    Rem { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a % b`, unsigned; panics as `Div`.
    RemU { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a & b`.
    And { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a | b`.
    Or { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a ^ b`.
    Xor { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a &^ b`.
    AndNot { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a << b`; 0 from 64 on; the count is unsigned (see `CheckShift`).
    Shl { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a >> b`, arithmetic.
    Shr { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a >> b`, logical.
    ShrU { dst: Reg, a: Reg, b: Reg },
    /// Panics `negative shift amount` when `a`, signed, is below 0.
    CheckShift { a: Reg },
    /// `dst` = `-a`.
    Neg { dst: Reg, a: Reg },
    /// `dst` = `^a`.
    Not { dst: Reg, a: Reg },
    /// `dst` = `a` cut to `kind` and extended again.
    Wrap { dst: Reg, a: Reg, kind: Narrow },

    // ---- floats
    /// `dst` = `a + b`.
    AddF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a - b`.
    SubF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a * b`.
    MulF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a / b`.
    DivF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `-a`.
    NegF { dst: Reg, a: Reg },
    /// `dst` = `a` rounded to `float32`.
    RoundF32 { dst: Reg, a: Reg },
    /// `dst` = the float of a signed integer.
    IntToFloat { dst: Reg, a: Reg },
    /// `dst` = the float of an unsigned integer.
    UintToFloat { dst: Reg, a: Reg },
    /// `dst` = the signed integer of a float, towards zero; as amd64 does where it doesn't fit.
    FloatToInt { dst: Reg, a: Reg },
    /// `dst` = the signed integer of 32 bits of a float; as amd64 does where it doesn't fit.
    FloatToInt32 { dst: Reg, a: Reg },
    /// `dst` = the unsigned integer of a float; as amd64 does where it doesn't fit.
    FloatToUint { dst: Reg, a: Reg },

    // ---- comparisons to a bool
    /// `dst` = `a == b` of slots: integers, bools, pointers, channels.
    Eq { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a != b` of slots.
    Ne { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a < b`, signed.
    Lt { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a <= b`, signed.
    Le { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a < b`, unsigned.
    LtU { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a <= b`, unsigned.
    LeU { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a == b` of floats (NaN is unequal to all).
    EqF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a < b` of floats.
    LtF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a <= b` of floats.
    LeF { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a == b` of strings. *Grows.*
    EqStr { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a < b` of strings. *Grows.*
    LtStr { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a <= b` of strings. *Grows.*
    LeStr { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `a == b` of two values of type `ty` (structs, arrays, interfaces); panics where an interface holds what
    /// can't be compared. *Grows.*
    EqType {
        dst: Reg,
        a: Reg,
        b: Reg,
        ty: RTypeId,
    },
    /// `dst` = `!a` of a bool.
    NotBool { dst: Reg, a: Reg },

    // ---- jumps
    /// Go on at `to`.
    Jump { to: Pc },
    /// Go on at `to` if `a` is true.
    JumpIf { a: Reg, to: Pc },
    /// Go on at `to` if `a` is false.
    JumpIfNot { a: Reg, to: Pc },
    /// Go on at `to` if `a == b` (slots).
    JumpEq { a: Reg, b: Reg, to: Pc },
    /// Go on at `to` if `a != b` (slots).
    JumpNe { a: Reg, b: Reg, to: Pc },
    /// Go on at `to` if `a < b`, signed.
    JumpLt { a: Reg, b: Reg, to: Pc },
    /// Go on at `to` if `a <= b`, signed.
    JumpLe { a: Reg, b: Reg, to: Pc },
    /// Go on at `to` if `a == value`.
    JumpEqImm { a: Reg, value: i16, to: Pc },
    /// Go on at `to` if `a != value`.
    JumpNeImm { a: Reg, value: i16, to: Pc },
    /// Go on at `to` if `a < value`, signed.
    JumpLtImm { a: Reg, value: i16, to: Pc },
    /// Go on at `to` if `a <= value`, signed.
    JumpLeImm { a: Reg, value: i16, to: Pc },
    /// Go on at `to` if `a > value`, signed.
    JumpGtImm { a: Reg, value: i16, to: Pc },
    /// Go on at `to` if `a >= value`, signed.
    JumpGeImm { a: Reg, value: i16, to: Pc },

    // ---- calls
    /// Calls `Program::functions[func]` with the window at `at`.
    Call { at: Reg, func: u32 },
    /// Calls the function value in `closure`; panics on nil.
    CallClosure { at: Reg, closure: Reg },
    /// Calls the method named `Program::names[name]` of the interface value in `iface`: the machine puts its dynamic
    /// value (the slot) into `at + 1` as the receiver; other arguments stand from `at + 2`. Panics on nil.
    CallMethod { at: Reg, iface: Reg, name: u16 },
    /// Calls a function without a body, `Program::natives[native]`. May block, panic, or end the process.
    CallNative { at: Reg, native: u16 },
    /// `dst` = the function value of a method of an interface value, bound to it. Panics on nil.
    BindMethod { dst: Reg, iface: Reg, name: u16 },
    /// Returns the `count` slots from `from` on.
    Return { from: Reg, count: u8 },
    /// Starts a goroutine in `func` with the `count` argument slots from `at + 1` on. Records the spawn.
    Go { at: Reg, count: u8, func: u32 },
    /// Starts a goroutine in the function value `closure`. Records the spawn. A nil value is a fatal error: `go of nil func value`.
    GoClosure { at: Reg, count: u8, closure: Reg },
    /// Defers a call of `func` with the `count` argument slots from `at + 1` on.
    Defer { at: Reg, count: u8, func: u32 },
    /// Defers a call of the function value in `closure`.
    DeferClosure { at: Reg, count: u8, closure: Reg },
    /// Runs this frame's deferred calls, last first; stands before every `Return` of a function that defers, and at
    /// `Function::epilogue`, where a recovered panic goes on.
    RunDefers,
    /// Panics with the interface value in `value`.
    Panic { value: Reg },
    /// `dst` = what `recover()` returns here.
    Recover { dst: Reg },

    // ---- memory
    /// `dst` = new zeroed memory for a value of type `ty` that may outlive the frame; counted at Go's size of `ty`.
    New { dst: Reg, ty: RTypeId },
    /// `dst` = new zeroed memory for a wide value held in a register; Go would keep it on the stack, so it isn't counted.
    NewLocal { dst: Reg, ty: RTypeId },
    /// `dst` = a private copy of the wide value of type `ty` at `src`. Panics where `src` is nil. *Grows.*
    Clone { dst: Reg, src: Reg, ty: RTypeId },
    /// Copies a wide value of type `ty` from the memory at `src` to that at `ptr`. Panics on nil. *Grows.*
    CopyMem { ptr: Reg, src: Reg, ty: RTypeId },
    /// `dst` = the slot at `ptr` plus `off` slots. Panics on nil. Memory that others may reach.
    Load { dst: Reg, ptr: Reg, off: u16 },
    /// The slot at `ptr` plus `off` = `src`. Panics on nil. Memory that others may reach.
    Store { ptr: Reg, off: u16, src: Reg },
    /// `dst` = slot `off` of the wide value in `obj`, which is private to this frame.
    Field { dst: Reg, obj: Reg, off: u16 },
    /// Slot `off` of the wide value in `obj`, which is private to this frame, = `src`.
    SetField { obj: Reg, off: u16, src: Reg },
    /// `dst` = `ptr` moved on by `off` slots. Panics on nil.
    Addr { dst: Reg, ptr: Reg, off: u16 },
    /// Panics where `ptr` is nil.
    CheckNil { ptr: Reg },
    /// `dst` = the slot at `index` of the package-level variables.
    LoadGlobal { dst: Reg, index: u32 },
    /// The slot at `index` of the package-level variables = `src`.
    StoreGlobal { src: Reg, index: u32 },
    /// `dst` = the address of slot `index` of the package-level variables.
    GlobalAddr { dst: Reg, index: u32 },

    // ---- arrays and slices
    /// `dst` = the address of element `index` of the array of type `ty` at `ptr`. Panics on nil and out of range.
    ArrayAddr {
        dst: Reg,
        ptr: Reg,
        index: Reg,
        ty: RTypeId,
    },
    /// `dst` = element `index` of a slice whose elements are one slot. Panics out of range.
    SliceLoad { dst: Reg, slice: Reg, index: Reg },
    /// Element `index` of a slice whose elements are one slot = `src`. Panics out of range.
    SliceStore { slice: Reg, index: Reg, src: Reg },
    /// `dst` = the address of element `index` of a slice. Panics out of range.
    SliceAddr { dst: Reg, slice: Reg, index: Reg },
    /// `dst` = `make([]T, len, cap)` where `elem` is `T`. Panics `makeslice: len out of range`. *Grows.*
    MakeSlice {
        dst: Reg,
        len: Reg,
        cap: Reg,
        elem: RTypeId,
    },
    /// `dst` = `slice[low:high:max]` with the given bounds in `at`, `at + 1`, `at + 2`. Panics out of range.
    Reslice {
        dst: Reg,
        slice: Reg,
        at: Reg,
        bounds: Bounds,
    },
    /// `dst` = the string `str[low:high]`, bounds as in `Reslice`. Panics out of range.
    ResliceStr {
        dst: Reg,
        str: Reg,
        at: Reg,
        bounds: Bounds,
    },
    /// `dst` = a slice of all of the array of type `ty` at `ptr`, to be resliced.
    SliceArray { dst: Reg, ptr: Reg, ty: RTypeId },
    /// `dst` = `append(slice, …)` of the `count` values from `at` on, where `elem` is the element type. *Grows.*
    Append {
        dst: Reg,
        slice: Reg,
        at: Reg,
        count: u8,
        elem: RTypeId,
    },
    /// `dst` = `slice`; or an empty slice with room for 32 bytes, where `slice` is empty and has no room for `count` elements,
    /// that has, and `used` isn't set: then it is. So Go appends to a slice that stays in its function.
    RoomOnStack {
        dst: Reg,
        slice: Reg,
        used: Reg,
        count: u8,
        elem: RTypeId,
    },
    /// `dst` = `append(a, b...)`. *Grows.*
    AppendSlice {
        dst: Reg,
        a: Reg,
        b: Reg,
        elem: RTypeId,
    },
    /// `dst` = `append(a, b...)` of a byte slice and a string. *Grows.*
    AppendStr { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `copy(a, b)` of slices. *Grows.*
    CopySlice { dst: Reg, a: Reg, b: Reg },
    /// `dst` = `copy(a, b)` of a byte slice and a string. *Grows.*
    CopyStr { dst: Reg, a: Reg, b: Reg },
    /// Zeroes all elements of a slice. *Grows.*
    ClearSlice { slice: Reg },
    /// `dst` = `len` of a slice.
    LenSlice { dst: Reg, a: Reg },
    /// `dst` = `cap` of a slice.
    CapSlice { dst: Reg, a: Reg },
    /// `dst` = the pointer to the array of length `len` that a slice's elements start; panics where the slice is shorter.
    SliceToArray { dst: Reg, slice: Reg, len: u32 },

    // ---- strings
    /// `dst` = `a + b`. *Grows.*
    Concat { dst: Reg, a: Reg, b: Reg },
    /// `dst` = byte `index` of `str`. Panics out of range.
    StrIndex { dst: Reg, str: Reg, index: Reg },
    /// `dst` = `len` of a string.
    LenStr { dst: Reg, a: Reg },
    /// `dst` = the rune of `str` that starts at byte `dst + 1`; `dst + 1` = where the next one starts; goes on at `to`
    /// instead when none is left.
    NextRune { dst: Reg, str: Reg, to: Pc },
    /// `dst` = `string(rune)`.
    RuneToStr { dst: Reg, a: Reg },
    /// `dst` = `string([]byte)`. *Grows.*
    BytesToStr { dst: Reg, a: Reg },
    /// `dst` = `[]byte(string)`. *Grows.*
    StrToBytes { dst: Reg, a: Reg },
    /// `dst` = `string([]rune)`. *Grows.*
    RunesToStr { dst: Reg, a: Reg },
    /// `dst` = `[]rune(string)`. *Grows.*
    StrToRunes { dst: Reg, a: Reg },

    // ---- maps
    /// `dst` = a new map of type `ty`.
    MakeMap { dst: Reg, ty: RTypeId },
    /// `dst` = `map[key]`, the zero value where it isn't. Panics on a key that can't be compared. *Grows.*
    MapGet {
        dst: Reg,
        map: Reg,
        key: Reg,
        ty: RTypeId,
    },
    /// As `MapGet`; `dst + 1` = whether it was there.
    MapGetOk {
        dst: Reg,
        map: Reg,
        key: Reg,
        ty: RTypeId,
    },
    /// `map[key] = src`. Panics `assignment to entry in nil map`. *Grows.*
    MapSet { map: Reg, key: Reg, src: Reg },
    /// `delete(map, key)`.
    MapDelete { map: Reg, key: Reg },
    /// `clear(map)`.
    MapClear { map: Reg },
    /// `dst` = `len` of a map.
    LenMap { dst: Reg, a: Reg },
    /// `dst` = an iterator over `map`, in an order drawn from the schedule.
    MapIter { dst: Reg, map: Reg },
    /// `dst`, `dst + 1` = the next key and value; goes on at `to` when none is left.
    MapNext { dst: Reg, iter: Reg, to: Pc },

    // ---- interfaces
    /// `dst` = the interface value of `src`, whose type is `ty`.
    MakeIface { dst: Reg, src: Reg, ty: RTypeId },
    /// `dst` = `iface.(ty)` for a concrete type. Panics as Go, naming the interface type `from`.
    Assert {
        dst: Reg,
        iface: Reg,
        ty: RTypeId,
        from: RTypeId,
    },
    /// `dst`, `dst + 1` = `iface.(ty)` with ok, for a concrete type.
    AssertOk { dst: Reg, iface: Reg, ty: RTypeId },
    /// `dst` = `iface.(ty)` for an interface type. Panics as Go, naming the missing method.
    AssertIface { dst: Reg, iface: Reg, ty: RTypeId },
    /// `dst`, `dst + 1` = `iface.(ty)` with ok, for an interface type.
    AssertIfaceOk { dst: Reg, iface: Reg, ty: RTypeId },

    // ---- channels
    /// `dst` = `make(chan T, cap)` where `elem` is `T`. Panics `makechan: size out of range`.
    MakeChan { dst: Reg, cap: Reg, elem: RTypeId },
    /// `chan <- src`. Blocks; panics `send on closed channel`. Records.
    Send { chan: Reg, src: Reg },
    /// `dst` = `<-chan`. Blocks. Records.
    Recv { dst: Reg, chan: Reg },
    /// `dst`, `dst + 1` = `<-chan` with ok. Blocks. Records.
    RecvOk { dst: Reg, chan: Reg },
    /// `close(chan)`. Panics `close of closed channel`, `close of nil channel`. Records.
    Close { chan: Reg },
    /// `dst` = `len` of a channel.
    LenChan { dst: Reg, a: Reg },
    /// `dst` = `cap` of a channel.
    CapChan { dst: Reg, a: Reg },
    /// `Program::selects[table]`: goes on at the target of the case that was chosen. Blocks unless it has a default. Records.
    Select { table: u32 },
}

/// A reference: which object, and which slot of it. 0 is nil.
///
/// The low half is the object's index with bit 31 set, the high half the slot. The set bit makes an ordinary integer
/// look unlike a reference, since the collector reads registers, which carry no tags, conservatively.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Ref(pub u64);

impl Ref {
    /// nil
    pub const NIL: Ref = Ref(0);
    const MARK: u32 = 0x8000_0000;

    /// Slot `slot` of object `object` (below 2^31).
    pub fn new(object: u32, slot: u32) -> Ref {
        Ref(u64::from(object | Self::MARK) | u64::from(slot) << 32)
    }
    /// Whether this is nil.
    pub fn is_nil(self) -> bool {
        self.0 == 0
    }
    /// The object's index. Meaningless for nil.
    pub fn object(self) -> u32 {
        self.0 as u32 & !Self::MARK
    }
    /// The slot within the object.
    pub fn slot(self) -> u32 {
        (self.0 >> 32) as u32
    }
    /// The object that a slot of unknown type would refer to, if it looks like a reference.
    pub fn guess(slot: u64) -> Option<u32> {
        (slot as u32 & Self::MARK != 0).then(|| Ref(slot).object())
    }
}

const _: () = assert!(size_of::<Op>() == 8);
