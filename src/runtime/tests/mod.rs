//! The machine on programs put together by hand.

mod assembly;

use super::*;
use crate::go::op::Op;
use crate::go::program::{SelectCase, SelectTable};
use crate::trace::event::{Kind, Reason};
use assembly::{Assembly, INT, STRING, adders, fib_program, senders};

fn go(program: &Arc<Program>, settings: Settings) -> Run {
    run(program, settings)
}

#[test]
fn calls_return_their_results() {
    let run = go(&fib_program(20), Settings::default());
    let stderr = String::from_utf8(run.outcome.stderr).unwrap();
    assert!(
        stderr.starts_with("panic: 6765\n\ngoroutine 1 [running]:\nmain.main()\n\t./main.go:13\n"),
        "{stderr}"
    );
    assert_eq!(
        run.outcome.ending,
        Ending {
            reason: Reason::Panic,
            code: 2
        }
    );
}

#[test]
fn goroutines_sleep_side_by_side_and_hand_over() {
    let run = go(&senders(1000), Settings::default());
    assert_eq!(
        run.outcome.ending,
        Ending {
            reason: Reason::Completed,
            code: 0
        }
    );
    assert_eq!(run.outcome.makespan_ns, 3000);
    assert_eq!(run.outcome.goroutines, 4);
    let received = run
        .trace
        .events_from(0)
        .filter(|event| event.kind == Kind::Received);
    assert_eq!(
        received.map(|event| event.t).collect::<Vec<_>>(),
        [1000, 2000, 3000]
    );
}

#[test]
fn a_run_is_a_function_of_its_inputs() {
    for schedule in 0..20 {
        let settings = Settings {
            schedule,
            ..Settings::default()
        };
        let digests = [0, 0].map(|_| go(&senders(0), settings.clone()).trace.digest());
        assert_eq!(digests[0], digests[1]);
    }
}

#[test]
fn a_copy_of_the_machine_goes_on_as_the_machine_does() {
    let program = senders(1000);
    let mut machine = Machine::new(&program, Settings::default());
    machine.step_slice(20);
    let mut copy = machine.clone();
    while machine.step_slice(3) != Progress::Ended {}
    while copy.step_slice(u64::MAX) != Progress::Ended {}
    let (a, b) = (machine.finish(), copy.finish());
    assert_eq!(a.trace.digest(), b.trace.digest());
    assert_eq!(a.outcome.steps, b.outcome.steps);
}

#[test]
fn all_asleep_is_a_deadlock() {
    let mut assembly = Assembly::default();
    let main = assembly.function(
        "main.main",
        0,
        4,
        &[
            Op::LoadInt { dst: 1, value: 0 },
            Op::MakeChan {
                dst: 1,
                cap: 1,
                elem: INT,
            },
            Op::Recv { dst: 2, chan: 1 },
            Op::Return { from: 1, count: 0 },
        ],
    );
    let run = go(&assembly.program(main), Settings::default());
    assert_eq!(
        String::from_utf8(run.outcome.stderr).unwrap(),
        "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()\n\t./main.go:3\n"
    );
    assert_eq!(run.outcome.ending.code, 2);
}

#[test]
fn what_never_ends_is_stopped() {
    let mut assembly = Assembly::default();
    let main = assembly.function("main.main", 0, 2, &[Op::Jump { to: 0 }]);
    let mut settings = Settings::default();
    settings.scenario.max_steps = 25_000_000;
    let run = go(&assembly.program(main), settings);
    assert_eq!(
        run.outcome.ending,
        Ending {
            reason: Reason::StepLimit,
            code: 124
        }
    );
    assert_eq!(run.outcome.steps, 25_000_000);
    assert_eq!(
        run.outcome.makespan_ns, 20_000_000,
        "two slices of spinning"
    );
}

#[test]
fn recursion_without_end_overflows_the_stack() {
    let mut assembly = Assembly::default();
    let main = assembly.function("main.main", 0, 9, &[Op::Call { at: 8, func: 0 }]);
    let run = go(&assembly.program(main), Settings::default());
    let stderr = String::from_utf8(run.outcome.stderr).unwrap();
    assert!(
        stderr.starts_with("runtime: goroutine stack exceeds 1000000000-byte limit\n")
            && stderr.contains("]\nfatal error: stack overflow\n"),
        "{}",
        &stderr[..200.min(stderr.len())]
    );
    assert!(stderr.contains("frames elided"));
}

#[test]
fn a_deferred_call_recovers_and_the_epilogue_returns() {
    let mut assembly = Assembly::default();
    assembly.strings.push(b"boom".as_slice().into());
    let deferred = assembly.function(
        "main.f.func1",
        0,
        3,
        &[Op::Recover { dst: 1 }, Op::Return { from: 1, count: 0 }],
    );
    let f = assembly.function(
        "main.f",
        0,
        6,
        &[
            Op::LoadInt { dst: 1, value: 7 },
            Op::Defer {
                at: 3,
                count: 0,
                func: deferred,
            },
            Op::LoadStr { dst: 2, index: 0 },
            Op::MakeIface {
                dst: 2,
                src: 2,
                ty: STRING,
            },
            Op::Panic { value: 2 },
            Op::RunDefers,
            Op::Return { from: 1, count: 1 },
        ],
    );
    let start = assembly.functions[f as usize].start;
    assembly.functions[f as usize].epilogue = Some(start + 5);
    let main = assembly.function(
        "main.main",
        0,
        4,
        &[
            Op::Call { at: 1, func: f },
            Op::MakeIface {
                dst: 3,
                src: 2,
                ty: INT,
            },
            Op::Panic { value: 3 },
        ],
    );
    let run = go(&assembly.program(main), Settings::default());
    let stderr = String::from_utf8(run.outcome.stderr).unwrap();
    assert!(stderr.starts_with("panic: 7\n"), "{stderr}");
}

#[test]
fn garbage_goes_and_memory_over_the_limit_kills() {
    let slices = |keep: bool| {
        let mut assembly = Assembly::default();
        let main = assembly.function(
            "main.main",
            0,
            8,
            &[
                Op::LoadInt {
                    dst: 1,
                    value: 100_000,
                },
                Op::LoadInt {
                    dst: 2,
                    value: 2000,
                },
                Op::LoadInt { dst: 3, value: 0 },
                Op::MakeSlice {
                    dst: 4,
                    len: 1,
                    cap: 1,
                    elem: INT,
                },
                Op::MakeIface {
                    dst: 5,
                    src: 4,
                    ty: STRING,
                },
                Op::Append {
                    dst: 3,
                    slice: 3,
                    at: 5,
                    count: u8::from(keep),
                    elem: STRING,
                },
                Op::AddImm {
                    dst: 2,
                    a: 2,
                    value: -1,
                },
                Op::JumpGtImm {
                    a: 2,
                    value: 0,
                    to: 3,
                },
                Op::Return { from: 1, count: 0 },
            ],
        );
        go(&assembly.program(main), Settings::default()).outcome
    };
    let dropped = slices(false);
    assert_eq!(dropped.ending.reason, Reason::Completed);
    assert!(dropped.peak_bytes < 16 << 20, "{}", dropped.peak_bytes);
    let kept = slices(true);
    assert_eq!(
        kept.ending,
        Ending {
            reason: Reason::OutOfMemory,
            code: 137
        }
    );
    assert!(kept.stderr.is_empty());
}

#[test]
fn select_takes_what_is_ready_and_else_the_default() {
    let mut assembly = Assembly::default();
    assembly.selects.push(SelectTable {
        cases: vec![SelectCase::Recv {
            chan: 1,
            dst: 2,
            to: 6,
        }],
        default: Some(4),
    });
    let main = assembly.function(
        "main.main",
        0,
        6,
        &[
            Op::LoadInt { dst: 1, value: 1 },
            Op::MakeChan {
                dst: 1,
                cap: 1,
                elem: INT,
            },
            Op::LoadInt { dst: 4, value: 9 },
            Op::Select { table: 0 },
            Op::Send { chan: 1, src: 4 },
            Op::Jump { to: 3 },
            Op::MakeIface {
                dst: 5,
                src: 2,
                ty: INT,
            },
            Op::Panic { value: 5 },
        ],
    );
    let run = go(&assembly.program(main), Settings::default());
    assert!(run.outcome.stderr.starts_with(b"panic: 9\n"));
    let kinds: Vec<Kind> = run.trace.events_from(0).map(|event| event.kind).collect();
    assert!(
        kinds
            .windows(2)
            .any(|pair| pair == [Kind::Sent, Kind::Received]),
        "{kinds:?}"
    );
}

#[test]
fn who_is_hired_works_beside_who_hires_only_on_a_core_of_their_own() {
    let makespan = |cores| {
        let mut settings = Settings::default();
        settings.scenario.cores = cores;
        settings.scenario.spawn_ns = 500;
        go(&senders(1000), settings).outcome.makespan_ns
    };
    assert_eq!(
        makespan(1),
        3 * 500 + 3000,
        "all are hired before anybody sleeps"
    );
    assert_eq!(
        makespan(2),
        500 + 3000,
        "the first hired, who sleeps longest, sleeps at once"
    );
}

#[test]
fn races_are_found_where_there_are_any_and_nowhere_else() {
    for schedule in 0..50 {
        let settings = Settings {
            race: true,
            schedule,
            ..Settings::default()
        };
        let quiet = go(&adders(true), settings.clone()).outcome;
        assert_eq!(
            (quiet.races.len(), quiet.ending.code),
            (0, 0),
            "{:?}",
            quiet.races
        );
        let loud = go(&adders(false), settings).outcome;
        assert!(!loud.races.is_empty(), "schedule {schedule}");
        assert_eq!(loud.ending.code, 66);
        let report = &loud.races[0];
        assert!(
            report.contains("  main.add()\n      ./main.go:"),
            "{report}"
        );
        assert!(report.contains("created at:\n  main.main()\n"), "{report}");
    }
}
