//! Values that say their text themselves: which of their methods is asked, and what it answered.

use super::layout::Flags;
use super::printer::{Printer, Value};
use crate::go::op::RTypeId;

/// The methods that give a text, as the package's Go numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Format,
    GoString,
    Error,
    String,
}

/// A value that shall be asked for its text.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub value: Value,
    method: Method,
    verb: char,
    flags: Flags,
}

impl Question {
    /// Method, verb, flags as bits in the order `+-# 0`, width and precision, -1 for none.
    pub fn numbers(&self) -> [u64; super::NUMBERS] {
        let flags = self.flags;
        let bits = [
            flags.plus || flags.plus_v,
            flags.minus,
            flags.sharp || flags.sharp_v,
            flags.space,
            flags.zero && !flags.minus,
        ];
        let bits = bits
            .iter()
            .rev()
            .fold(0, |all, &bit| all << 1 | u64::from(bit));
        let number = |given: Option<usize>| given.map_or(u64::MAX, |given| given as u64);
        [
            self.method as u64,
            u64::from(self.verb),
            bits,
            number(flags.width),
            number(flags.precision),
        ]
    }
}

/// What a value said of itself.
#[derive(Clone, Debug)]
pub struct Answer {
    pub text: Vec<u8>,
    /// It is printed as it is.
    pub done: bool,
}

impl<'m> Printer<'m> {
    fn method(&self, ty: RTypeId, is: impl Fn(&str) -> bool) -> bool {
        let program = &self.machine.program;
        let methods = &program.types[usize::from(ty)].methods;
        methods
            .iter()
            .any(|&(name, _)| is(&program.names[usize::from(name)]))
    }

    pub fn is_error(&self, ty: RTypeId) -> bool {
        self.method(ty, |name| name == "Error() string")
    }

    /// The method that gives the text of a value of this type under a verb.
    fn text_method(&self, ty: RTypeId, verb: char) -> Option<Method> {
        if self.machine.program.types[usize::from(ty)]
            .methods
            .is_empty()
        {
            return None;
        }
        if self.method(ty, |name| name.starts_with("Format(fmt.State, ")) {
            return Some(Method::Format);
        }
        if self.layout.flags.sharp_v {
            let has = self.method(ty, |name| name == "GoString() string");
            return has.then_some(Method::GoString);
        }
        if !matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') {
            return None;
        }
        if self.is_error(ty) {
            return Some(Method::Error);
        }
        let has = self.method(ty, |name| name == "String() string");
        has.then_some(Method::String)
    }

    /// Prints a value by one of its methods, if it has one.
    pub(super) fn asks(&mut self, value: Value, mut verb: char) -> bool {
        if self.marking {
            return false;
        }
        if verb == 'w' {
            if !self.wraps || !self.is_error(value.ty) {
                self.wrong(verb, Some(value));
                return true;
            }
            verb = 'v';
        }
        let Some(method) = self.text_method(value.ty, verb) else {
            return false;
        };
        let Some(answers) = &mut self.answers else {
            let flags = self.layout.flags;
            self.questions.push(Question {
                value,
                method,
                verb,
                flags,
            });
            return true;
        };
        let Some(answer) = answers.next() else {
            return true;
        };
        match method {
            _ if answer.done => self.layout.out.extend_from_slice(&answer.text),
            Method::GoString => self.layout.string(&answer.text),
            _ => self.string(&answer.text, verb, Some(value)),
        }
        true
    }
}
