//! An expression as a program, and its run over a text: all ways at once, one character after another, so that time
//! grows with the length of the text and of the program, and with nothing else.

use super::parse::{Node, Place};

/// Programs of more instructions than this are refused.
const LONGEST: usize = 20_000;

#[derive(Clone, Debug)]
enum Step {
    Class(Vec<(u32, u32)>),
    At(Place),
    /// Goes on at both, the first by preference.
    Split(usize, usize),
    Jump(usize),
    /// Notes the place in that slot.
    Save(usize),
    Match,
}

#[derive(Debug)]
pub struct Program {
    steps: Vec<Step>,
    slots: usize,
}

/// Places in bytes, two for each group.
pub type Found = Vec<Option<usize>>;

impl Program {
    /// None where it would be too long.
    pub fn new(node: &Node, groups: usize) -> Option<Program> {
        let mut program = Program {
            steps: vec![],
            slots: groups * 2,
        };
        program.push(Step::Save(0))?;
        program.add(node)?;
        program.push(Step::Save(1))?;
        program.push(Step::Match)?;
        Some(program)
    }

    pub fn len(&self) -> usize {
        self.steps.len()
    }

    fn push(&mut self, step: Step) -> Option<usize> {
        self.steps.push(step);
        (self.steps.len() <= LONGEST).then_some(self.steps.len() - 1)
    }

    fn add(&mut self, node: &Node) -> Option<()> {
        match node {
            Node::Empty => {}
            Node::Class(ranges) => {
                self.push(Step::Class(ranges.clone()))?;
            }
            Node::At(place) => {
                self.push(Step::At(*place))?;
            }
            Node::Sequence(parts) => {
                for part in parts {
                    self.add(part)?;
                }
            }
            Node::Choice(ways) => {
                let mut ends = vec![];
                for (index, way) in ways.iter().enumerate() {
                    if index + 1 == ways.len() {
                        self.add(way)?;
                        continue;
                    }
                    let split = self.push(Step::Split(0, 0))?;
                    self.add(way)?;
                    ends.push(self.push(Step::Jump(0))?);
                    self.steps[split] = Step::Split(split + 1, self.steps.len());
                }
                for end in ends {
                    self.steps[end] = Step::Jump(self.steps.len());
                }
            }
            Node::Group(number, inside) => {
                self.push(Step::Save(2 * number))?;
                self.add(inside)?;
                self.push(Step::Save(2 * number + 1))?;
            }
            Node::Repeat {
                node,
                least,
                most,
                lazy,
            } => self.repeat(node, *least, *most, *lazy)?,
        }
        Some(())
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, lazy: bool) -> Option<()> {
        let both = |first, second| match lazy {
            true => Step::Split(second, first),
            false => Step::Split(first, second),
        };
        let plain = most.map_or(least.saturating_sub(1), |_| least);
        for _ in 0..plain {
            self.add(node)?;
        }
        let Some(most) = most else {
            // What may be nothing is tried once before it is asked whether to go on: the order of preference is Go's.
            if least == 0 && !node.may_be_empty() {
                let split = self.push(Step::Split(0, 0))?;
                self.add(node)?;
                self.push(Step::Jump(split))?;
                self.steps[split] = both(split + 1, self.steps.len());
                return Some(());
            }
            let skip = match least {
                0 => Some(self.push(Step::Split(0, 0))?),
                _ => None,
            };
            let start = self.steps.len();
            self.add(node)?;
            let again = self.push(Step::Split(0, 0))?;
            self.steps[again] = both(start, again + 1);
            if let Some(skip) = skip {
                self.steps[skip] = both(start, again + 1);
            }
            return Some(());
        };
        let mut splits = vec![];
        for _ in least..most {
            splits.push(self.push(Step::Split(0, 0))?);
            self.add(node)?;
        }
        for split in splits {
            self.steps[split] = both(split + 1, self.steps.len());
        }
        Some(())
    }

    /// The first match at or after `from`: by preference, or the longest. None, too, where the room for work is used up.
    pub fn find(&self, text: &[u8], from: usize, longest: bool, room: &mut u64) -> Option<Found> {
        let mut now = Threads::new(self.len());
        let mut next = Threads::new(self.len());
        let mut best: Option<Found> = None;
        let mut at = from;
        loop {
            if best.is_none() {
                self.follow(&mut now, 0, vec![None; self.slots], text, at);
            } else if now.list.is_empty() {
                return best;
            }
            let (c, size) = decode(&text[at..]);
            *room = room.saturating_sub(1 + now.list.len() as u64);
            if *room == 0 {
                return None;
            }
            for (pc, found) in now.list.drain(..) {
                match &self.steps[pc] {
                    Step::Class(ranges) => {
                        let fits = |&(low, high): &(u32, u32)| (low..=high).contains(&c);
                        if size > 0 && ranges.iter().any(fits) {
                            self.follow(&mut next, pc + 1, found, text, at + size);
                        }
                    }
                    Step::Match if !longest => {
                        best = Some(found);
                        break;
                    }
                    Step::Match => {
                        let better = best
                            .as_ref()
                            .is_none_or(|best| (best[0], found[1]) > (found[0], best[1]));
                        if better {
                            best = Some(found);
                        }
                    }
                    _ => {}
                }
            }
            now.clear();
            std::mem::swap(&mut now, &mut next);
            if size == 0 {
                return best;
            }
            at += size;
        }
    }

    /// Adds what a thread comes to without a character, in the order of preference.
    fn follow(&self, threads: &mut Threads, pc: usize, found: Found, text: &[u8], at: usize) {
        let mut rest = vec![(pc, found)];
        while let Some((pc, mut found)) = rest.pop() {
            if std::mem::replace(&mut threads.seen[pc], true) {
                continue;
            }
            match self.steps[pc] {
                Step::Jump(to) => rest.push((to, found)),
                Step::Split(first, second) => {
                    rest.push((second, found.clone()));
                    rest.push((first, found));
                }
                Step::Save(slot) => {
                    found[slot] = Some(at);
                    rest.push((pc + 1, found));
                }
                Step::At(place) => {
                    if holds(place, text, at) {
                        rest.push((pc + 1, found));
                    }
                }
                Step::Class(_) | Step::Match => threads.list.push((pc, found)),
            }
        }
    }
}

/// Where the run is in the program, each with what it has noted; by preference.
struct Threads {
    list: Vec<(usize, Found)>,
    seen: Vec<bool>,
}

impl Threads {
    fn new(len: usize) -> Threads {
        Threads {
            list: vec![],
            seen: vec![false; len],
        }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.seen.fill(false);
    }
}

fn holds(place: Place, text: &[u8], at: usize) -> bool {
    let word = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let boundary = word(before) != word(text.get(at));
    match place {
        Place::TextStart => at == 0,
        Place::TextEnd => at == text.len(),
        Place::LineStart => before.is_none_or(|&b| b == b'\n'),
        Place::LineEnd => text.get(at).is_none_or(|&b| b == b'\n'),
        Place::Word => boundary,
        Place::NoWord => !boundary,
    }
}

/// The next character and its size, 0 at the end; what isn't UTF-8 is U+FFFD, byte by byte.
pub fn decode(text: &[u8]) -> (u32, usize) {
    let Some(&first) = text.first() else {
        return (0, 0);
    };
    if first < 0x80 {
        return (first.into(), 1);
    }
    let size = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let char = text
        .get(..size)
        .and_then(|bytes| str::from_utf8(bytes).ok());
    match char.and_then(|text| text.chars().next()) {
        Some(c) => (c.into(), size),
        None => (0xfffd, 1),
    }
}
