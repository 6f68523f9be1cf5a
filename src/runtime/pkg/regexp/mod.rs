//! Package regexp: finding what matches an expression.

mod class;
mod parse;
mod program;

use super::{Row, slice_of};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use parse::{Fault, Parser};
use program::{Program, decode};

/// The natives of the package.
pub const NATIVES: &[Row] = &[("regexp.compile", compile), ("regexp.find", find)];

/// How many characters are looked at in one search, by all that is under way together: it takes the host's time.
const MOST_WORK: u64 = 1 << 25;

fn program(text: &str) -> Result<(Program, Vec<String>), Fault> {
    let mut parser = Parser::new(text);
    let node = parser.parse()?;
    match Program::new(&node, parser.names.len()) {
        Some(program) => Ok((program, parser.names)),
        None => Err(("expression too large", text.into())),
    }
}

/// The names of an expression's groups; or what is wrong with it, and of which text that is said.
fn compile(machine: &mut Machine, call: Call) -> Flow {
    let text = machine.text(machine.arg(call, 0));
    machine.charge(text.len() as u64);
    let (names, wrong, of) = match program(&text) {
        Ok((_, names)) => {
            let names: Vec<u64> = names.iter().map(|name| machine.new_str(name)).collect();
            (slice_of(machine, &names), 0, 0)
        }
        Err((wrong, of)) => (0, machine.new_str(wrong), machine.new_str(&of)),
    };
    for (index, slot) in [(0, names), (1, wrong), (2, of)] {
        machine.set(call, index, slot);
    }
    Flow::Done
}

/// Up to so many matches of an expression in a text: for each, two places for each group, -1 where it has no part in it.
fn find(machine: &mut Machine, call: Call) -> Flow {
    let expression = machine.text(machine.arg(call, 0));
    let longest = machine.arg(call, 1) != 0;
    let most = machine.arg(call, 3) as i64;
    let mut found: Vec<u64> = vec![];
    let mut room = MOST_WORK;
    if let Ok((program, _)) = program(&expression) {
        let text = machine.str(machine.arg(call, 2));
        let (mut at, mut last_end, mut count) = (0, None, 0);
        while (most < 0 || count < most) && at <= text.len() {
            let Some(places) = program.find(text, at, longest, &mut room) else {
                break;
            };
            let (start, end) = (places[0].unwrap_or(at), places[1].unwrap_or(at));
            // Nothing right after a match is none.
            let counts = start != end || last_end != Some(end);
            at = match end > at {
                true => end,
                false => end + decode(&text[end..]).1.max(1),
            };
            last_end = Some(end);
            if counts {
                count += 1;
                let place = |place: Option<usize>| place.map_or(u64::MAX, |at| at as u64);
                found.extend(places.into_iter().map(place));
            }
        }
        room = room.saturating_sub(program.len() as u64);
    }
    machine.charge((MOST_WORK - room) / 4);
    if room == 0 {
        return machine.panic_str("regexp: more work than Brigade has room for");
    }
    let slice = machine.new_numbers(found);
    super::done(machine, call, slice)
}
