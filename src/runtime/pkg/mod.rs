//! The functions without a body of the library packages in `go/pkg`, one file a package; each has a table from the
//! qualified name to the function.

mod atomic;
mod big;
mod complex;
mod context;
mod elementary;
mod errors;
pub(super) mod fmt;
pub mod kitchen;
mod library;
mod log;
mod math;
pub(super) mod number;
mod os;
mod quote;
mod rand;
mod reflect;
mod regexp;
mod runtime;
mod signal;
mod strconv;
mod strings;
pub mod sync;
pub mod time;

use super::heap::Slice;
use super::machine::Machine;
use super::native::{Call, Flow, Native};
use crate::go::op::{RTypeId, Ref};
use crate::go::program::RKind;
use std::sync::Arc;

/// A native's qualified name, as `Program::natives` has it, and the native.
pub type Row = (&'static str, Native);

const TABLES: &[&[Row]] = &[
    atomic::NATIVES,
    big::NATIVES,
    complex::NATIVES,
    context::NATIVES,
    errors::NATIVES,
    fmt::NATIVES,
    kitchen::NATIVES,
    library::NATIVES,
    log::NATIVES,
    math::NATIVES,
    os::NATIVES,
    rand::NATIVES,
    reflect::NATIVES,
    regexp::NATIVES,
    runtime::NATIVES,
    signal::NATIVES,
    strconv::NATIVES,
    strings::NATIVES,
    sync::mutex::NATIVES,
    sync::waitgroup::NATIVES,
    sync::cond::NATIVES,
    sync::map::NATIVES,
    sync::pool::NATIVES,
    time::NATIVES,
];

/// All natives there are.
pub fn all() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().copied().flatten()
}

/// The natives of a program, in its order. One that there isn't panics when called.
pub fn resolve(names: &[Arc<str>]) -> Arc<[Native]> {
    let find = |name: &Arc<str>| {
        let name = short(name);
        let row = all().find(|row| row.0 == name);
        row.map_or(missing as Native, |row| row.1)
    };
    names.iter().map(find).collect()
}

/// A qualified name with the last element of its package's path only, and without type arguments: as the tables have it.
fn short(name: &str) -> String {
    let name = name.split('[').next().unwrap_or(name);
    let pointer = if name.starts_with("(*") { "(*" } else { "" };
    match name.rfind('/') {
        Some(slash) => format!("{pointer}{}", &name[slash + 1..]),
        None => name.into(),
    }
}

/// The only result is this slot; the native is done.
fn done(machine: &mut Machine, call: Call, slot: u64) -> Flow {
    machine.set(call, 0, slot);
    Flow::Done
}

/// The interface value of a part of something, which may change later; of an interface, what it holds.
fn boxed(machine: &mut Machine, ty: RTypeId, slot: u64) -> u64 {
    if let RKind::Interface(_) = machine.program.types[usize::from(ty)].kind {
        return slot;
    }
    let slots = machine.slots_of(ty);
    let slot = if slots < 2 {
        slot
    } else {
        let copy = machine.zero_value(ty);
        machine.heap.copy(Ref(copy), Ref(slot), slots as usize);
        copy
    };
    machine.new_iface(ty, slot)
}

/// A slice of interface values, or of other single slots.
fn slice_of(machine: &mut Machine, slots: &[u64]) -> u64 {
    if slots.is_empty() {
        return 0;
    }
    let len = slots.len() as u32;
    let memory = machine.heap.add_memory(len, true, u64::from(len) * 8);
    for (off, &slot) in slots.iter().enumerate() {
        machine.heap.store(memory, off as u32, slot);
    }
    machine.heap.add_slice(Slice {
        backing: memory.object(),
        start: 0,
        len,
        cap: len,
        stride: 1,
    })
}

/// Result `index` is a bool; the native is done.
fn truth(machine: &mut Machine, call: Call, index: u32, value: bool) -> Flow {
    machine.set(call, index, u64::from(value));
    Flow::Done
}

/// A panic as Go's runtime raises it, in these words after `runtime error: `.
fn runtime_error(machine: &mut Machine, text: &str) -> Flow {
    let slot = machine.new_str(&format!("runtime error: {text}"));
    let ty = machine.known.error.unwrap_or(machine.known.string);
    Flow::Panic(machine.new_iface(ty, slot))
}

/// The panic of who uses a nil pointer.
fn nil_dereference(machine: &mut Machine) -> Flow {
    machine.signalled(0);
    runtime_error(machine, "invalid memory address or nil pointer dereference")
}

fn missing(machine: &mut Machine, _: Call) -> Flow {
    machine.panic_str("brigade: this function has no body")
}

/// The world acts, as was set with [`Machine::at`].
pub fn fire(machine: &mut Machine, token: u32) {
    kitchen::fire(machine, token);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn natives_are_found_by_the_last_element_of_the_path() {
        assert_eq!(short("(*sync/atomic.Int64).Add"), "(*atomic.Int64).Add");
        assert_eq!(short("brigade/kitchen.tasks"), "kitchen.tasks");
        assert_eq!(short("sync/atomic.load[...]"), "atomic.load");
        assert_eq!(short("(*sync.Mutex).Lock"), "(*sync.Mutex).Lock");
    }

    #[test]
    fn a_name_stands_in_one_row() {
        let mut names: Vec<&str> = all().map(|row| row.0).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }

    /// The functions without a body that a package's Go declares, by their qualified names.
    fn declared(text: &str) -> Vec<String> {
        let package = text.lines().find_map(|line| line.strip_prefix("package "));
        let package = package.unwrap_or_default().trim();
        let bodyless = text
            .lines()
            .filter_map(|line| line.strip_prefix("func "))
            .filter(|line| !line.ends_with(['{', '}', '(']));
        let name = |text: &str| {
            text.split(['(', '['])
                .next()
                .unwrap_or_default()
                .to_string()
        };
        bodyless
            .map(|line| match line.strip_prefix('(') {
                None => format!("{package}.{}", name(line)),
                Some(method) => {
                    let (receiver, rest) = method.split_once(") ").unwrap_or_default();
                    let ty = receiver.rsplit(' ').next().unwrap_or_default();
                    match ty.strip_prefix('*') {
                        Some(ty) => format!("(*{package}.{ty}).{}", name(rest)),
                        None => format!("{package}.{ty}.{}", name(rest)),
                    }
                }
            })
            .collect()
    }

    #[test]
    fn nothing_is_here_that_go_does_not_declare() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/go/pkg");
        let files = std::fs::read_dir(folder).expect("the packages' folder");
        let wanted: BTreeSet<String> = files
            .map(|file| std::fs::read_to_string(file.expect("a file").path()))
            .flat_map(|text| declared(&text.expect("Go source")))
            .collect();
        let here: BTreeSet<String> = all().map(|row| row.0.to_string()).collect();
        let idle: Vec<_> = here.difference(&wanted).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }
}
