//! Package runtime: what a program may ask of the machine itself.

use super::{Row, done, runtime_error};
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};

/// The natives of the package.
pub const NATIVES: &[Row] = &[
    ("runtime.Gosched", gosched),
    ("runtime.Goexit", goexit),
    ("runtime.NumGoroutine", num_goroutine),
    ("runtime.NumCPU", num_cpu),
    ("runtime.GC", gc),
    ("runtime.heapBytes", heap_bytes),
    ("runtime.processBytes", process_bytes),
    ("runtime.allocations", allocations),
    ("runtime.Caller", caller),
    ("runtime.funcName", func_name),
    ("runtime.stackText", stack_text),
    ("runtime.rangeState", range_state),
    ("runtime.print", print::<false>),
    ("runtime.println", print::<true>),
];

/// The states are those of `go::compile::range`.
fn range_state(machine: &mut Machine, call: Call) -> Flow {
    let text = match machine.arg(call, 0) as i64 {
        -1 => "range function continued iteration after loop body panic",
        -2 => "range function continued iteration after whole loop exit",
        -3 => "range function recovered a loop body panic and did not resume panicking",
        _ => "range function continued iteration after function for loop body returned false",
    };
    runtime_error(machine, text)
}

fn caller(machine: &mut Machine, call: Call) -> Flow {
    let skip = machine.arg(call, 0);
    let frames = machine.frames(machine.current);
    let found = usize::try_from(skip).ok().and_then(|skip| frames.get(skip));
    let results = match found {
        Some(&(pc, _)) => {
            let (file, line) = machine.file_and_line(pc);
            [
                u64::from(pc) + 1,
                machine.new_str(&file),
                u64::from(line),
                1,
            ]
        }
        None => [0; 4],
    };
    for (index, slot) in (0..).zip(results) {
        machine.set(call, index, slot);
    }
    Flow::Done
}

fn func_name(machine: &mut Machine, call: Call) -> Flow {
    let pc = machine.arg(call, 0).wrapping_sub(1);
    let known = pc < machine.program.code.len() as u64;
    let name = match known {
        true => machine.function_of(pc as u32).name.to_string(),
        false => String::new(),
    };
    let slot = machine.new_str(&name);
    done(machine, call, slot)
}

fn stack_text(machine: &mut Machine, call: Call) -> Flow {
    let all = machine.arg(call, 0) != 0;
    let text = machine.stacks_text(all);
    let slot = machine.new_str(&text);
    done(machine, call, slot)
}

fn gosched(_: &mut Machine, _: Call) -> Flow {
    Flow::Yield
}

fn goexit(_: &mut Machine, _: Call) -> Flow {
    Flow::Goexit
}

fn num_goroutine(machine: &mut Machine, call: Call) -> Flow {
    let alive = machine.goroutines.alive();
    done(machine, call, alive)
}

fn num_cpu(machine: &mut Machine, call: Call) -> Flow {
    let cores = machine.scenario().cores;
    done(machine, call, cores)
}

fn gc(machine: &mut Machine, _: Call) -> Flow {
    machine.collect();
    Flow::Done
}

fn heap_bytes(machine: &mut Machine, call: Call) -> Flow {
    let used = machine.heap.used();
    done(machine, call, used)
}

fn process_bytes(machine: &mut Machine, call: Call) -> Flow {
    let used = machine.memory_used();
    done(machine, call, used)
}

fn allocations(machine: &mut Machine, call: Call) -> Flow {
    let count = machine.heap.allocations();
    done(machine, call, count)
}

/// The predeclared `print` and, with spaces and a newline, `println`: to stderr, in the runtime's plain forms.
fn print<const LINE: bool>(machine: &mut Machine, call: Call) -> Flow {
    let slice = machine.heap.slice(machine.arg(call, 0));
    let mut texts = vec![];
    for index in 0..slice.len {
        let value = machine.heap.load(slice.at(index), 0).unwrap_or(0);
        texts.push(plain(machine, value));
    }
    let text = match LINE {
        true => texts.join(" ") + "\n",
        false => texts.concat(),
    };
    machine.write(text.as_bytes(), true);
    Flow::Done
}

fn plain(machine: &Machine, value: u64) -> String {
    let Some((ty, slot)) = machine.heap.iface(value) else {
        return "nil".into();
    };
    machine
        .plain(ty, slot)
        .unwrap_or_else(|| format!("{:#x}", 0xc000_0000_0000_u64 | slot & 0x7fff_ffff))
}
