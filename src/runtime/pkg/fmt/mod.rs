//! Package fmt: rendering values by their types.
//!
//! A native can't call a method, so text comes about in two passes: the first lists whatever has methods for its text
//! and would be asked for it; the Go around it asks; the second takes the answers in the same order. Where nothing has
//! such methods, the first pass is all.

mod composite;
mod directives;
mod layout;
mod methods;
mod order;
mod printer;
mod scan;

use super::{Row, boxed, slice_of, truth};
use crate::go::op::RTypeId;
use crate::go::program::RKind;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use methods::{Answer, Question};
use printer::{Printer, Value};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("fmt.render", render),
    ("fmt.isNil", is_nil),
    ("fmt.pointee", scan::pointee),
    ("fmt.storeBits", scan::store),
    ("fmt.storeString", scan::store),
    ("fmt.storeBytes", scan::store),
];

/// What is to be said, as the package's Go numbers it.
const PRINT: u64 = 0;
const PRINTLN: u64 = 1;
const ERRORF: u64 = 3;

/// How many numbers tell how a value is asked.
const NUMBERS: usize = 5;

fn render(machine: &mut Machine, call: Call) -> Flow {
    let how = machine.arg(call, 0);
    let format = machine.str(machine.arg(call, 1)).to_vec();
    let operands = operands(machine, machine.arg(call, 2));
    let answers = answers(machine, machine.arg(call, 3), machine.arg(call, 4));
    let mut printer = Printer::new(machine, answers);
    let wrapped = match how {
        PRINT => {
            printer.print(&operands);
            Vec::new()
        }
        PRINTLN => {
            printer.println(&operands);
            Vec::new()
        }
        _ => printer.printf(&format, &operands, how == ERRORF),
    };
    let (text, questions, work) = printer.finish();
    machine.charge(work + text.len() as u64);
    give(machine, call, &text, &questions, &wrapped);
    Flow::Done
}

/// A value as `%v` prints it without asking its methods, and whether it has any that would be asked.
pub(in crate::runtime) fn show(machine: &Machine, ty: RTypeId, slot: u64) -> (String, bool) {
    let operand = match machine.program.types[usize::from(ty)].kind {
        RKind::Interface(_) => Value::dynamic(machine, slot),
        _ => Some(Value { ty, slot }),
    };
    let mut printer = Printer::new(machine, None);
    printer.operand(operand, 'v');
    let (text, questions, _) = printer.finish();
    if questions.is_empty() {
        return (String::from_utf8_lossy(&text).into_owned(), false);
    }
    let mut printer = Printer::new(machine, None);
    printer.asks_nobody();
    printer.operand(operand, 'v');
    let (text, ..) = printer.finish();
    (String::from_utf8_lossy(&text).into_owned(), true)
}

/// A slice of one operand, as `fmt.Sprint` takes them.
pub(in crate::runtime) fn operand(machine: &mut Machine, ty: RTypeId, slot: u64) -> u64 {
    let operand = match machine.program.types[usize::from(ty)].kind {
        RKind::Interface(_) => slot,
        _ => boxed(machine, ty, slot),
    };
    slice_of(machine, &[operand])
}

fn elements(machine: &Machine, slot: u64) -> Vec<u64> {
    let slice = machine.heap.slice(slot);
    let element = |index| machine.heap.load(slice.at(index), 0).unwrap_or(0);
    (0..slice.len).map(element).collect()
}

fn operands(machine: &Machine, slot: u64) -> Vec<Option<Value>> {
    let all = elements(machine, slot);
    all.into_iter()
        .map(|slot| Value::dynamic(machine, slot))
        .collect()
}

/// The answers, where they have been asked for.
fn answers(machine: &Machine, texts: u64, done: u64) -> Option<Vec<Answer>> {
    if texts == 0 {
        return None;
    }
    let texts = elements(machine, texts).into_iter();
    let done = elements(machine, done).into_iter();
    let answer = |(text, done): (u64, u64)| Answer {
        text: machine.str(text).to_vec(),
        done: done != 0,
    };
    Some(texts.zip(done).map(answer).collect())
}

fn give(machine: &mut Machine, call: Call, text: &[u8], questions: &[Question], wrapped: &[usize]) {
    let mut asked = Vec::with_capacity(questions.len());
    let mut numbers = Vec::with_capacity(questions.len() * NUMBERS);
    for question in questions {
        asked.push(boxed(machine, question.value.ty, question.value.slot));
        numbers.extend(question.numbers());
    }
    let wrapped: Vec<u64> = wrapped.iter().map(|&index| index as u64).collect();
    let text = machine.heap.add_str(text);
    machine.set(call, 0, text);
    for (index, slots) in [(1, asked), (2, numbers), (3, wrapped)] {
        let slice = slice_of(machine, &slots);
        machine.set(call, index, slice);
    }
}

fn is_nil(machine: &mut Machine, call: Call) -> Flow {
    let value = machine.heap.iface(machine.arg(call, 0));
    let nil = value.is_none_or(|(ty, slot)| slot == 0 && is_pointer(machine, ty));
    truth(machine, call, 0, nil)
}

fn is_pointer(machine: &Machine, ty: RTypeId) -> bool {
    matches!(
        machine.program.types[usize::from(ty)].kind,
        RKind::Pointer(_)
    )
}
