//! The syntax of regular expressions, as package regexp has it: a text to a tree, or what is wrong with it in Go's words.

use super::class::{ALL, Ranges, folded};

/// A part of an expression.
#[derive(Clone, Debug)]
pub enum Node {
    /// Nothing.
    Empty,
    /// A character of these ranges.
    Class(Ranges),
    /// A condition on the place.
    At(Place),
    /// One after another.
    Sequence(Vec<Node>),
    /// The first that leads to a match.
    Choice(Vec<Node>),
    /// So many times, as many as can be or, if lazy, as few.
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    },
    /// A group of that number, which is captured.
    Group(usize, Box<Node>),
}

impl Node {
    /// Whether it matches nothing at some place.
    pub fn may_be_empty(&self) -> bool {
        match self {
            Node::Empty | Node::At(_) => true,
            Node::Class(_) => false,
            Node::Sequence(parts) => parts.iter().all(Node::may_be_empty),
            Node::Choice(ways) => ways.iter().any(Node::may_be_empty),
            Node::Repeat { node, least, .. } => *least == 0 || node.may_be_empty(),
            Node::Group(_, inside) => inside.may_be_empty(),
        }
    }
}

/// What a place may have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    Word,
    NoWord,
}

/// What is wrong: Go's words, and the text that they are said of.
pub type Fault = (&'static str, String);

/// Groups nested deeper than this are refused.
const DEEPEST: usize = 250;
/// The largest number of repetitions.
const MOST_REPEATS: u32 = 1000;

#[derive(Clone, Copy, Default)]
struct Flags {
    fold: bool,
    lines: bool,
    dot_all: bool,
    swapped: bool,
}

pub struct Parser<'t> {
    text: &'t str,
    pub(super) rest: &'t str,
    flags: Flags,
    depth: usize,
    /// The names of the groups from 0 on, "" where there is none.
    pub names: Vec<String>,
}

impl<'t> Parser<'t> {
    pub fn new(text: &'t str) -> Parser<'t> {
        Parser {
            text,
            rest: text,
            flags: Flags::default(),
            depth: 0,
            names: vec![String::new()],
        }
    }

    /// The whole expression.
    ///
    /// # Errors
    /// Where it is none.
    pub fn parse(&mut self) -> Result<Node, Fault> {
        let node = self.choice()?;
        match self.rest {
            "" => Ok(node),
            _ => Err(("unexpected )", self.text.into())),
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    pub(super) fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What was read since `from`.
    pub(super) fn since(&self, from: &'t str) -> String {
        from[..from.len() - self.rest.len()].into()
    }

    fn choice(&mut self) -> Result<Node, Fault> {
        let mut ways = vec![self.sequence()?];
        while self.take("|") {
            ways.push(self.sequence()?);
        }
        Ok(match ways.len() {
            1 => ways.remove(0),
            _ => Node::Choice(ways),
        })
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut parts = vec![];
        let mut repeated: Option<&'t str> = None;
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let from = self.rest;
            if let Some((least, most)) = self.repetition()? {
                let lazy = self.take("?") != self.flags.swapped;
                let operator = self.since(from);
                if let Some(before) = repeated {
                    return Err(("invalid nested repetition operator", self.since(before)));
                }
                let Some(node) = parts.pop() else {
                    return Err(("missing argument to repetition operator", operator));
                };
                if most.unwrap_or(least).max(least) > MOST_REPEATS
                    || most.is_some_and(|most| most < least)
                {
                    return Err(("invalid repeat count", operator));
                }
                parts.push(Node::Repeat {
                    node: Box::new(node),
                    least,
                    most,
                    lazy,
                });
                repeated = Some(from);
                continue;
            }
            repeated = None;
            if self.take("\\Q") {
                let (literal, rest) = match self.rest.split_once("\\E") {
                    Some(parts) => parts,
                    None => (self.rest, ""),
                };
                parts.extend(literal.chars().map(|c| self.one(c)));
                self.rest = rest;
                continue;
            }
            parts.push(self.atom()?);
        }
        Ok(Node::Sequence(parts))
    }

    /// `*`, `+`, `?` or `{2,3}`; braces around anything else are characters.
    fn repetition(&mut self) -> Result<Option<(u32, Option<u32>)>, Fault> {
        let simple = [("*", 0, None), ("+", 1, None), ("?", 0, Some(1))];
        for (text, least, most) in simple {
            if self.take(text) {
                return Ok(Some((least, most)));
            }
        }
        let counts = self.rest.strip_prefix('{').and_then(|rest| {
            let (inside, after) = rest.split_once('}')?;
            let number = |text: &str| {
                let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
                let plain = text.len() == 1 || !text.starts_with('0');
                (digits && plain).then(|| text.parse().unwrap_or(MOST_REPEATS + 1))
            };
            let counts = match inside.split_once(',') {
                None => (number(inside)?, Some(number(inside)?)),
                Some((least, "")) => (number(least)?, None),
                Some((least, most)) => (number(least)?, Some(number(most)?)),
            };
            Some((counts, after))
        });
        Ok(counts.map(|(counts, after)| {
            self.rest = after;
            counts
        }))
    }

    fn atom(&mut self) -> Result<Node, Fault> {
        let from = self.rest;
        let lines = self.flags.lines;
        let Some(c) = self.next() else {
            return Ok(Node::Empty);
        };
        Ok(match c {
            '(' => return self.group(from),
            '[' => return self.brackets(from),
            '.' if self.flags.dot_all => Node::Class(vec![ALL]),
            '.' => Node::Class(vec![(0, 9), (11, ALL.1)]),
            '^' if lines => Node::At(Place::LineStart),
            '^' => Node::At(Place::TextStart),
            '$' if lines => Node::At(Place::LineEnd),
            '$' => Node::At(Place::TextEnd),
            '\\' => {
                let place = match self.peek() {
                    Some('A') => Some(Place::TextStart),
                    Some('z') => Some(Place::TextEnd),
                    Some('b') => Some(Place::Word),
                    Some('B') => Some(Place::NoWord),
                    _ => None,
                };
                if let Some(place) = place {
                    self.next();
                    return Ok(Node::At(place));
                }
                if let Some(ranges) = self.perl_class(from)? {
                    return Ok(self.class(ranges));
                }
                let c = self.escape(from)?;
                self.one(c)
            }
            c => self.one(c),
        })
    }

    fn one(&self, c: char) -> Node {
        self.class(vec![(c.into(), c.into())])
    }

    pub(super) fn class(&self, ranges: Ranges) -> Node {
        Node::Class(match self.flags.fold {
            true => folded(ranges),
            false => ranges,
        })
    }

    fn group(&mut self, from: &'t str) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(("expression nests too deeply", self.text.into()));
        }
        let outer = self.flags;
        let mut number = None;
        if self.rest.starts_with("?P<") || self.rest.starts_with("?<") && !lookbehind(self.rest) {
            let rest = self.rest.trim_start_matches("?P<").trim_start_matches("?<");
            let Some((name, after)) = rest.split_once('>') else {
                return Err(("invalid named capture", from.into()));
            };
            self.rest = after;
            let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if name.is_empty() || !name.chars().all(word) {
                return Err(("invalid named capture", self.since(from)));
            }
            number = Some(self.names.len());
            self.names.push(name.into());
        } else if self.take("?") {
            if self.set_flags(from)? {
                self.depth -= 1;
                return Ok(Node::Empty);
            }
        } else {
            number = Some(self.names.len());
            self.names.push(String::new());
        }
        let inside = self.choice()?;
        if !self.take(")") {
            return Err(("missing closing )", self.text.into()));
        }
        self.flags = outer;
        self.depth -= 1;
        Ok(match number {
            Some(number) => Node::Group(number, Box::new(inside)),
            None => inside,
        })
    }

    /// `i-s:` after `(?`; says whether that was all, so that they hold for what comes after.
    fn set_flags(&mut self, from: &'t str) -> Result<bool, Fault> {
        let mut on = true;
        let mut any = false;
        loop {
            let flag = match self.next() {
                Some('i') => &mut self.flags.fold,
                Some('m') => &mut self.flags.lines,
                Some('s') => &mut self.flags.dot_all,
                Some('U') => &mut self.flags.swapped,
                Some('-') if on => {
                    on = false;
                    any = false;
                    continue;
                }
                Some(c @ (':' | ')')) if any || on => return Ok(c == ')'),
                Some(_) => return Err(("invalid or unsupported Perl syntax", self.since(from))),
                None => {
                    return Err(("invalid or unsupported Perl syntax", self.since(from)));
                }
            };
            *flag = on;
            any = true;
        }
    }

    /// What a backslash and what follows stand for.
    pub(super) fn escape(&mut self, from: &'t str) -> Result<char, Fault> {
        let Some(c) = self.next() else {
            return Err(("trailing backslash at end of expression", String::new()));
        };
        let wrong = |parser: &Self| Err(("invalid escape sequence", parser.since(from)));
        let code = match c {
            'a' => 7,
            'f' => 12,
            't' => 9,
            'n' => 10,
            'r' => 13,
            'v' => 11,
            '1'..='7' if !self.peek().is_some_and(|c| c.is_digit(8)) => return wrong(self),
            '0'..='7' => {
                let mut code = c.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    if let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) {
                        code = code * 8 + digit;
                        self.next();
                    }
                }
                code
            }
            'x' => {
                let digits = if self.take("{") {
                    let Some((digits, after)) = self.rest.split_once('}') else {
                        return wrong(self);
                    };
                    self.rest = after;
                    digits
                } else {
                    let Some((digits, after)) = self.rest.split_at_checked(2) else {
                        self.rest = "";
                        return wrong(self);
                    };
                    self.rest = after;
                    digits
                };
                match u32::from_str_radix(digits, 16) {
                    Ok(code) => code,
                    Err(_) => return wrong(self),
                }
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => return Ok(c),
            _ => return wrong(self),
        };
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => wrong(self),
        }
    }
}

fn lookbehind(rest: &str) -> bool {
    rest.starts_with("?<=") || rest.starts_with("?<!")
}
