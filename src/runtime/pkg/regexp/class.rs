//! Classes of characters.

use super::parse::{Fault, Node, Parser};

/// A class: ranges of characters, from the first to the last.
pub type Ranges = Vec<(u32, u32)>;

/// Every character there is.
pub const ALL: (u32, u32) = (0, 0x10_ffff);

impl<'t> Parser<'t> {
    /// `\d` and the like, and `\pL`.
    pub(super) fn perl_class(&mut self, from: &'t str) -> Result<Option<Ranges>, Fault> {
        let ranges: &[(char, char)] = match self.peek() {
            Some('d' | 'D') => &[('0', '9')],
            Some('w' | 'W') => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
            Some('s' | 'S') => &[('\t', '\n'), ('\u{c}', '\r'), (' ', ' ')],
            Some('p' | 'P') => return self.property(from).map(Some),
            _ => return Ok(None),
        };
        let negated = self.next().is_some_and(char::is_uppercase);
        let ranges = ranges.iter().map(|&(a, b)| (a.into(), b.into())).collect();
        Ok(Some(if negated { negate(ranges) } else { ranges }))
    }

    /// `\pL`, `\p{Lu}`: the categories that Rust's characters know.
    fn property(&mut self, from: &'t str) -> Result<Ranges, Fault> {
        let mut negated = self.next() == Some('P');
        let name = if self.take("{") {
            let Some((name, after)) = self.rest.split_once('}') else {
                return Err(("invalid character class range", from.into()));
            };
            self.rest = after;
            name.to_owned()
        } else {
            self.next().map(String::from).unwrap_or_default()
        };
        let name = match name.strip_prefix('^') {
            Some(name) => {
                negated = !negated;
                name.to_owned()
            }
            None => name,
        };
        let is: fn(char) -> bool = match &*name {
            "L" | "Letter" => char::is_alphabetic,
            "Lu" | "Upper" => char::is_uppercase,
            "Ll" | "Lower" => char::is_lowercase,
            "N" | "Nd" | "Number" | "Digit" => char::is_numeric,
            "Any" => |_| true,
            _ => return Err(("invalid character class range", self.since(from))),
        };
        let mut ranges: Ranges = vec![];
        for c in (0..=ALL.1).filter_map(char::from_u32).filter(|&c| is(c)) {
            let c = u32::from(c);
            match ranges.last_mut() {
                Some(last) if last.1 + 1 == c => last.1 = c,
                _ => ranges.push((c, c)),
            }
        }
        Ok(if negated { negate(ranges) } else { ranges })
    }

    /// `[a-z_\d[:alpha:]]`
    pub(super) fn brackets(&mut self, from: &'t str) -> Result<Node, Fault> {
        let negated = self.take("^");
        let mut ranges = vec![];
        let mut first = true;
        loop {
            if self.rest.is_empty() {
                return Err(("missing closing ]", from.into()));
            }
            if !first && self.take("]") {
                break;
            }
            if let Some(named) = self.named_class()? {
                ranges.extend(named);
                first = false;
                continue;
            }
            let start = self.rest;
            if !first
                && self.rest.starts_with('-')
                && !self.rest[1..].starts_with(']')
                && !self.rest[1..].is_empty()
            {
                let second = self.rest[1..].chars().next().map_or(0, char::len_utf8);
                return Err(("invalid character class range", start[..1 + second].into()));
            }
            first = false;
            if self.take("\\") {
                if let Some(class) = self.perl_class(start)? {
                    ranges.extend(class);
                    continue;
                }
                self.rest = start;
            }
            let low = self.member(from)?;
            let mut high = low;
            if self.rest.starts_with('-') && !self.rest[1..].starts_with(']') {
                self.next();
                if self.rest.is_empty() {
                    return Err(("missing closing ]", from.into()));
                }
                high = self.member(from)?;
                if high < low {
                    return Err(("invalid character class range", self.since(start)));
                }
            }
            ranges.push((low.into(), high.into()));
        }
        let Node::Class(ranges) = self.class(ranges) else {
            return Ok(Node::Empty);
        };
        Ok(Node::Class(match negated {
            true => negate(ranges),
            false => ranges,
        }))
    }

    fn member(&mut self, from: &'t str) -> Result<char, Fault> {
        let start = self.rest;
        match self.next() {
            Some('\\') => self.escape(start),
            Some(c) => Ok(c),
            None => Err(("missing closing ]", from.into())),
        }
    }

    /// `[:alpha:]`
    fn named_class(&mut self) -> Result<Option<Ranges>, Fault> {
        let Some((name, after)) = self
            .rest
            .strip_prefix("[:")
            .and_then(|rest| rest.split_once(":]"))
        else {
            return Ok(None);
        };
        let (negated, word) = match name.strip_prefix('^') {
            Some(word) => (true, word),
            None => (false, name),
        };
        let ranges: &[(char, char)] = match word {
            "alnum" => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
            "alpha" => &[('A', 'Z'), ('a', 'z')],
            "ascii" => &[('\0', '\x7f')],
            "blank" => &[('\t', '\t'), (' ', ' ')],
            "cntrl" => &[('\0', '\x1f'), ('\x7f', '\x7f')],
            "digit" => &[('0', '9')],
            "graph" => &[('!', '~')],
            "lower" => &[('a', 'z')],
            "print" => &[(' ', '~')],
            "punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            "space" => &[('\t', '\r'), (' ', ' ')],
            "upper" => &[('A', 'Z')],
            "word" => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
            "xdigit" => &[('0', '9'), ('A', 'F'), ('a', 'f')],
            _ => {
                let said = format!("[:{name}:]");
                return Err(("invalid character class range", said));
            }
        };
        self.rest = after;
        let ranges = ranges.iter().map(|&(a, b)| (a.into(), b.into())).collect();
        Ok(Some(if negated { negate(ranges) } else { ranges }))
    }
}

/// All characters that aren't in the ranges.
fn negate(mut ranges: Ranges) -> Ranges {
    ranges.sort_unstable();
    let mut others = vec![];
    let mut next = 0;
    for (low, high) in ranges {
        if low > next {
            others.push((next, low - 1));
        }
        next = next.max(high + 1);
    }
    if next <= ALL.1 {
        others.push((next, ALL.1));
    }
    others
}

/// The ranges with the other case of their letters; beyond a few thousand characters everything is there already.
pub fn folded(ranges: Ranges) -> Ranges {
    let mut all = ranges.clone();
    for (low, high) in ranges {
        for c in (low..=high.min(low + 5000)).filter_map(char::from_u32) {
            let others = c.to_lowercase().chain(c.to_uppercase());
            all.extend(others.map(|c| (u32::from(c), u32::from(c))));
        }
    }
    all
}
