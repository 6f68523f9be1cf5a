//! The Go front end: source text in, a checked and compiled [`program::Program`] and diagnostics out.
//!
//! It knows neither time nor the kitchen: the packages a program may import are Go source in `pkg/`, whose functions
//! without a body the runtime provides.

pub mod ast;
pub mod check;
pub mod compile;
pub mod diagnostic;
mod disassembly;
pub mod lex;
pub mod op;
pub mod parse;
mod print;
pub mod program;
pub mod source;
pub mod suggest;
pub mod token;
pub mod types;

mod packages;

pub use packages::compile;
