//! The native command: `brigade run FILE.go`, `brigade check LESSON.md`.
fn main() {}
