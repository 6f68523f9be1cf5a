//! The goroutines of a run of a crowd: of each but main only where it stands and what it does, in one byte, so that a
//! million of them can be copied, kept and counted.

use super::event::{Event, GoroutineId, Kind};
use super::goroutine::{Doing, Goroutine, Status};
use super::shared::Shared;

/// Something done at a line: what a byte says of a goroutine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Post {
    /// The line's number in the cast.
    pub(super) line: u16,
    pub(super) doing: Doing,
}

/// The posts of a run, numbered from 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Posts {
    posts: Vec<Post>,
    /// By line's number and what is done: the post's number; 0 where it has none.
    numbers: Vec<u8>,
}

const DOINGS: usize = Doing::ALL.len();

impl Posts {
    /// The posts that can be taken in a run of so many lines, whose events are of these kinds at lines of these numbers, and
    /// whose goroutines begin at these. What finds no number any more is told without its line.
    pub(super) fn new(lines: usize, sites: &[(Kind, u16)], firsts: &[u16]) -> Posts {
        let mut posts = Posts {
            posts: Vec::new(),
            numbers: vec![0; lines * DOINGS],
        };
        for doing in Doing::ALL {
            posts.add(0, doing);
        }
        for &line in firsts {
            posts.add(line, Doing::Runnable);
        }
        for &(kind, line) in sites {
            posts.add(line, after(Doing::Running, kind));
        }
        // What leaves goroutines in their queues, or has no line of its own.
        let queued = Doing::ALL.into_iter().filter(|doing| {
            let mut kinds = sites.iter().map(|site| site.0);
            kinds.any(|kind| after(Doing::Running, kind) == *doing) && doing.is_queued()
        });
        for doing in queued {
            for &(kind, line) in sites {
                posts.add(line, after(doing, kind));
            }
        }
        for &(kind, _) in sites.iter().filter(|site| site.1 == 0) {
            for line in 0..lines as u16 {
                posts.add(line, after(Doing::Running, kind));
            }
        }
        posts
    }

    fn add(&mut self, line: u16, doing: Doing) {
        let number = &mut self.numbers[usize::from(line) * DOINGS + doing as usize];
        if *number == 0
            && let Ok(next) = u8::try_from(self.posts.len() + 1)
        {
            *number = next;
            self.posts.push(Post { line, doing });
        }
    }

    #[inline(always)]
    fn number(&self, line: u16, doing: Doing) -> u8 {
        match self.numbers[usize::from(line) * DOINGS + doing as usize] {
            0 => self.numbers[doing as usize],
            number => number,
        }
    }

    #[inline(always)]
    fn post(&self, number: u8) -> Option<Post> {
        self.posts.get(usize::from(number).wrapping_sub(1)).copied()
    }
}

/// What an event of this kind makes of who did `before`.
fn after(before: Doing, kind: Kind) -> Doing {
    let event = Event {
        t: 0,
        g: 0,
        kind,
        line: 0,
        a: 0,
        b: 0,
    };
    Status::after(before, &event).map_or(before, Status::doing)
}

/// The goroutines of a crowd, by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Crowd {
    /// The number of its post, or 0 for nobody.
    cells: Shared<u8, 4096>,
    /// Its place, plus 1; also of those that are gone.
    places: Shared<u32, 256>,
    /// Nobody below this is alive, and nobody from `end` on ever was.
    first: u32,
    end: u32,
    pub(super) main: Option<Goroutine>,
}

impl Crowd {
    /// The post of a goroutine that is alive.
    #[inline]
    pub(super) fn post(&self, posts: &Posts, id: GoroutineId) -> Option<Post> {
        posts.post(self.cells.get(id as usize))
    }

    /// The place of a goroutine that came some time.
    pub(super) fn place(&self, id: GoroutineId) -> Option<u32> {
        self.places.get(id as usize).checked_sub(1)
    }

    /// All that are alive: number, place and post.
    pub(super) fn iter(&self, posts: &Posts) -> impl Iterator<Item = (GoroutineId, u32, Post)> {
        (self.first..self.end).filter_map(|id| Some((id, self.place(id)?, self.post(posts, id)?)))
    }

    /// A goroutine comes.
    pub(super) fn add(&mut self, posts: &Posts, goroutine: Goroutine, line: u16) {
        let id = goroutine.id;
        *self.places.edit(id as usize) = goroutine.place + 1;
        *self.cells.edit(id as usize) = posts.number(line, Doing::Runnable);
        self.first = if self.first == self.end {
            id
        } else {
            self.first.min(id)
        };
        self.end = self.end.max(id + 1);
        if id == 1 {
            self.main = Some(goroutine);
        }
    }

    /// Makes an event of its own happen to a goroutine; its post before and after, if it is alive. `line` is the event's,
    /// where it has one.
    #[inline]
    pub(super) fn act(
        &mut self,
        posts: &Posts,
        event: &Event,
        line: Option<u16>,
    ) -> Option<(Post, Post)> {
        let cell = self.cells.edit(event.g as usize);
        let before = posts.post(*cell)?;
        let doing = Status::after(before.doing, event).map_or(before.doing, Status::doing);
        *cell = posts.number(line.unwrap_or(before.line), doing);
        let after = posts.post(*cell)?;
        if event.g == 1
            && let Some(main) = &mut self.main
        {
            main.act(event);
        }
        Some((before, after))
    }

    /// A goroutine is gone.
    pub(super) fn remove(&mut self, id: GoroutineId) {
        *self.cells.edit(id as usize) = 0;
        while self.first < self.end && self.cells.get(self.first as usize) == 0 {
            self.first += 1;
        }
        if id == 1 {
            self.main = None;
        }
    }

    /// The bytes that this takes beside what it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        self.cells.bytes_beside(other.map(|other| &other.cells))
            + self.places.bytes_beside(other.map(|other| &other.places))
    }
}
