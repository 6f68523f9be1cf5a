//! How a program ends, and what it shows.

use crate::program;
use serde_json::Value;

#[test]
fn a_program_shows_its_own_streams_and_its_own_status() {
    let prints = "fmt.Print(\"out\\nno newline\")\nfmt.Fprintln(os.Stderr, \"err\")";
    let (status, out, err) = program("streams", &["fmt", "os"], prints, &[]);
    assert_eq!((status, &*out, &*err), (0, "out\nno newline", "err\n"));
    for (code, status) in [(0, 0), (3, 3), (64, 64), (255, 255), (300, 44)] {
        let exits = format!("os.Exit({code})");
        assert_eq!(
            program("exits", &["os"], &exits, &[]).0,
            status,
            "os.Exit({code})"
        );
    }
}

#[test]
fn each_way_to_end_has_its_status_and_its_reason() {
    for (name, imports, main, arguments, status, reason, says) in [
        ("well", "fmt", "fmt.Println()", "", 0, "completed", ""),
        ("exit", "os", "os.Exit(7)", "", 7, "exit", ""),
        (
            "panic",
            "errors",
            "panic(errors.New(\"burnt\"))",
            "",
            2,
            "panic",
            "panic: ",
        ),
        (
            "deadlock",
            "time",
            "<-make(chan time.Time)",
            "",
            2,
            "deadlock",
            "fatal error: all goroutines are asleep",
        ),
        (
            "fatal",
            "sync",
            "(&sync.Mutex{}).Unlock()",
            "",
            2,
            "fatal_error",
            "fatal error: sync: unlock",
        ),
        (
            "memory",
            "time",
            "_ = make([]time.Time, 1<<26)",
            "",
            137,
            "out_of_memory",
            "",
        ),
        (
            "steps",
            "time",
            "for {\n_ = time.Now\n}",
            "--set=max_steps=50000",
            124,
            "step_limit",
            "brigade: ",
        ),
        (
            "race",
            "sync",
            "n := 0\nvar wg sync.WaitGroup\nwg.Go(func() { n++ })\nn++\nwg.Wait()",
            "--race",
            66,
            "completed",
            "==================\nWARNING: DATA RACE\n",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let (code, _, err) = program(name, &[imports], main, &arguments);
        assert_eq!(code, status, "{name}: {err}");
        assert_eq!(err.is_empty(), says.is_empty(), "{name}: {err}");
        assert!(err.starts_with(says), "{name}: {err}");
        let (code, out, err) = program(
            name,
            &[imports],
            main,
            &[&arguments[..], &["--json"]].concat(),
        );
        assert_eq!(
            (code, &*err),
            (status, ""),
            "{name}: with --json all is in the object"
        );
        let told: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (&told["exit_code"], &told["reason"]),
            (&status.into(), &reason.into()),
            "{name}"
        );
    }
}

#[test]
fn what_does_not_compile_is_told_as_the_go_compiler_does() {
    let main =
        "a := 1\nb := 2\nc := 3\nd := 4\ne := 5\nf := 6\ng := 7\nh := 8\ni := 9\nj := 10\nk := 11";
    let (status, out, err) = program("compile", &["fmt"], main, &[]);
    assert_eq!((status, &*out), (1, ""));
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[0], "./main.go:8:1: declared and not used: a");
    assert_eq!(lines[10], "./main.go:17:1: too many errors");
    assert_eq!(lines.len(), 11, "ten, and that there are more: {err}");
    let (status, out, err) = program("compile", &["fmt"], main, &["--json"]);
    assert_eq!((status, &*err), (1, ""));
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["reason"], "compile_error");
    let first = &told["diagnostics"][0];
    assert_eq!((&first["line"], &first["column"]), (&8.into(), &1.into()));
    assert_eq!(first["message"], "declared and not used: a");
}

#[test]
fn leaks_and_deadlocks_are_told_after_gos_own_words() {
    let main = "ch := make(chan int)\ngo func() { ch <- 1 }()\ntime.Sleep(1)";
    let (status, out, err) = program("leaks", &["time"], main, &["--leaks"]);
    assert_eq!((status, &*out), (0, ""));
    assert_eq!(
        err,
        "brigade: goroutine 2 was left blocked at line 9: chan send\n"
    );
    let (status, _, err) = program(
        "asleep",
        &["sync"],
        "var wg sync.WaitGroup\nwg.Add(1)\nwg.Wait()",
        &[],
    );
    assert_eq!(status, 2);
    let (gos, ours) = err.split_once("brigade: ").unwrap();
    assert!(gos.starts_with(
        "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [sync.WaitGroup.Wait]:\n"
    ));
    assert_eq!(
        ours,
        "goroutine 1 waits at line 10 for a WaitGroup that counts 1; nobody is left to call Done\n"
    );
}
