//! The goroutines that are alive. Of each all is kept in ordinary runs, and little in those of a [`crowd`](super::crowd).

use super::bits::Places;
use super::crowd::{Crowd, Post, Posts};
use super::encoding::Site;
use super::event::{Event, GoroutineId, Kind};
use super::goroutine::{Doing, Goroutine};
use super::shared::Shared;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where more were ever alive at once, the run is one of a crowd.
pub const FEW: u64 = 16_384;

/// What is known of a run as a whole before any state of it is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cast {
    /// The most goroutines that were alive at once.
    pub(super) most_alive: u64,
    /// The lines at which anybody ever stood, 0 first.
    pub(super) lines: Vec<u32>,
    /// By line: its number among them.
    numbers: Vec<u16>,
    /// What can be done at which line; only of a crowd.
    posts: Posts,
}

/// Lines beyond so many aren't told apart.
const LINES: usize = 1 << 11;

impl Cast {
    /// Of a run whose events are of these kinds at these lines, and whose goroutines begin at these lines.
    pub(super) fn new(most_alive: u64, sites: &[Site], firsts: &BTreeSet<u32>) -> Cast {
        let mut lines: Vec<u32> = sites.iter().map(|site| site.line).collect();
        lines.extend(firsts);
        lines.push(0);
        lines.sort_unstable();
        lines.dedup();
        lines.truncate(LINES);
        let mut numbers = vec![0; lines.last().map_or(0, |last| *last as usize + 1)];
        for (number, line) in lines.iter().enumerate() {
            numbers[*line as usize] = number as u16;
        }
        let mut cast = Cast {
            most_alive,
            lines,
            numbers,
            posts: Posts::default(),
        };
        if most_alive > FEW {
            let sites = sites.iter().map(|site| (site.kind, cast.number(site.line)));
            let sites: Vec<(Kind, u16)> = sites.collect();
            let firsts: Vec<u16> = firsts.iter().map(|&line| cast.number(line)).collect();
            cast.posts = Posts::new(cast.lines.len(), &sites, &firsts);
        }
        cast
    }

    #[inline(always)]
    fn number(&self, line: u32) -> u16 {
        self.numbers.get(line as usize).copied().unwrap_or(0)
    }
}

/// What is known of every live goroutine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    /// Its number.
    pub id: GoroutineId,
    /// Its place on the floor: the lowest that was free when it came, kept for life.
    pub place: u32,
    /// The line of the learner's file at which it stands; 0 where that isn't known.
    pub line: u32,
    /// What it does.
    pub doing: Doing,
    /// All there is to know of it; of a crowd only of main.
    pub whole: Option<&'a Goroutine>,
}

impl<'a> Figure<'a> {
    fn of(goroutine: &'a Goroutine) -> Figure<'a> {
        Figure {
            id: goroutine.id,
            place: goroutine.place,
            line: goroutine.line,
            doing: goroutine.status.doing(),
            whole: Some(goroutine),
        }
    }
}

/// The goroutines that are alive, by their places. Copies share what has not changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct Goroutines {
    cast: Arc<Cast>,
    len: usize,
    taken: Places,
    cells: Cells,
    doing: [u32; Doing::ALL.len()],
    /// By number of the line: how many stand there.
    standing: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
enum Cells {
    Few {
        /// By place.
        cells: Shared<Option<Goroutine>, 8>,
        /// By number: the place, plus 1; also of those that are gone.
        places: Shared<u32, 256>,
    },
    Crowd(Crowd),
}

impl Goroutines {
    pub(super) fn new(cast: Arc<Cast>) -> Goroutines {
        let cells = if cast.most_alive > FEW {
            Cells::Crowd(Crowd::default())
        } else {
            Cells::Few {
                cells: Shared::default(),
                places: Shared::default(),
            }
        };
        Goroutines {
            len: 0,
            taken: Places::default(),
            cells,
            doing: [0; Doing::ALL.len()],
            standing: vec![0; cast.lines.len()],
            cast,
        }
    }

    /// How many are alive.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none is alive.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether of all but main only a [`Figure`] is known: more than [`FEW`] were alive at once some time in this run.
    /// [`Trace::goroutine`](super::Trace::goroutine) finds the rest for one of them.
    pub fn is_crowd(&self) -> bool {
        matches!(self.cells, Cells::Crowd(_))
    }

    /// The goroutine of this number, if it is alive, and main where there is a crowd.
    pub fn get(&self, id: GoroutineId) -> Option<&Goroutine> {
        match &self.cells {
            Cells::Few { cells, places } => {
                let place = (places.get(id as usize) as usize).checked_sub(1)?;
                let goroutine = cells.peek(place)?.as_ref();
                goroutine.filter(|goroutine| goroutine.id == id)
            }
            Cells::Crowd(crowd) => crowd.main.as_ref().filter(|main| main.id == id),
        }
    }

    /// What is known of the goroutine of this number, if it is alive.
    pub fn figure(&self, id: GoroutineId) -> Option<Figure<'_>> {
        match &self.cells {
            Cells::Few { .. } => self.get(id).map(Figure::of),
            Cells::Crowd(crowd) => {
                let post = crowd.post(&self.cast.posts, id)?;
                Some(self.posted(id, crowd.place(id)?, post))
            }
        }
    }

    /// All of which everything is known, by place: all there are, or main in a crowd.
    pub fn iter(&self) -> impl Iterator<Item = &Goroutine> {
        let (few, main) = match &self.cells {
            Cells::Few { cells, .. } => (Some(cells), None),
            Cells::Crowd(crowd) => (None, crowd.main.as_ref()),
        };
        few.into_iter()
            .flat_map(|cells| cells.iter().filter_map(|(_, cell)| cell.as_ref()))
            .chain(main)
    }

    /// All, by place; in a crowd by number.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'_>> {
        let (few, crowd) = match &self.cells {
            Cells::Few { .. } => (Some(self.iter().map(Figure::of)), None),
            Cells::Crowd(crowd) => {
                let all = crowd.iter(&self.cast.posts);
                let figures = all.map(|(id, place, post)| self.posted(id, place, post));
                (None, Some(figures))
            }
        };
        few.into_iter().flatten().chain(crowd.into_iter().flatten())
    }

    /// How many do this.
    pub fn count(&self, doing: Doing) -> u32 {
        self.doing[doing as usize]
    }

    /// The lines at which somebody stands, and how many.
    pub fn lines(&self) -> impl Iterator<Item = (u32, u32)> {
        let lines = self.cast.lines.iter().zip(&self.standing);
        lines
            .map(|(&line, &count)| (line, count))
            .filter(|&(line, count)| line > 0 && count > 0)
    }

    /// One place more than the highest that is taken.
    pub fn places(&self) -> u32 {
        self.taken.end()
    }

    fn posted(&self, id: GoroutineId, place: u32, post: Post) -> Figure<'_> {
        Figure {
            id,
            place,
            line: self.cast.lines[usize::from(post.line)],
            doing: post.doing,
            whole: self.get(id),
        }
    }

    /// Makes an event of a goroutine's own happen to it, if it is alive.
    #[inline(always)]
    pub(super) fn act(&mut self, event: &Event) {
        let acted = match &mut self.cells {
            Cells::Few { cells, places } => act_of_few(cells, places, &self.cast, event),
            Cells::Crowd(crowd) => {
                let line = (event.line > 0).then(|| self.cast.number(event.line));
                crowd.act(&self.cast.posts, event, line)
            }
        };
        let Some((before, after)) = acted else { return };
        if before.line != after.line {
            self.standing[usize::from(before.line)] -= 1;
            self.standing[usize::from(after.line)] += 1;
        }
        if before.doing != after.doing {
            self.doing[before.doing as usize] -= 1;
            self.doing[after.doing as usize] += 1;
        }
    }

    /// A `Spawn` brings one; no number comes twice.
    pub(super) fn spawn(&mut self, event: &Event) {
        let id = event.a as u32;
        let known = match &self.cells {
            Cells::Few { places, .. } => places.get(id as usize) != 0,
            Cells::Crowd(crowd) => crowd.place(id).is_some(),
        };
        if known {
            return;
        }
        let place = self.taken.take();
        let goroutine = Goroutine::new(event, place);
        let number = self.cast.number(goroutine.line);
        match &mut self.cells {
            Cells::Few { cells, places } => {
                *places.edit(id as usize) = place + 1;
                *cells.edit(place as usize) = Some(goroutine);
            }
            Cells::Crowd(crowd) => crowd.add(&self.cast.posts, goroutine, number),
        }
        self.standing[usize::from(number)] += 1;
        self.doing[Doing::Runnable as usize] += 1;
        self.len += 1;
    }

    /// It is gone; says where it stood, if it was alive.
    pub(super) fn remove(&mut self, id: GoroutineId) -> Option<u32> {
        let figure = self.figure(id)?;
        let (place, line, doing) = (figure.place, figure.line, figure.doing);
        match &mut self.cells {
            Cells::Few { cells, .. } => *cells.edit(place as usize) = None,
            Cells::Crowd(crowd) => crowd.remove(id),
        }
        self.taken.free(place);
        self.standing[usize::from(self.cast.number(line))] -= 1;
        self.doing[doing as usize] -= 1;
        self.len -= 1;
        Some(place)
    }

    /// Where a live goroutine stands.
    pub(super) fn place_of(&self, id: GoroutineId) -> Option<u32> {
        self.figure(id).map(|figure| figure.place)
    }

    /// The bytes that this takes beside what it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&Self>) -> usize {
        let cells = match (&self.cells, other.map(|other| &other.cells)) {
            (
                Cells::Few { cells, places },
                Some(Cells::Few {
                    cells: other_cells,
                    places: other_places,
                }),
            ) => cells.bytes_beside(Some(other_cells)) + places.bytes_beside(Some(other_places)),
            (Cells::Few { cells, places }, _) => {
                cells.bytes_beside(None) + places.bytes_beside(None)
            }
            (Cells::Crowd(own), Some(Cells::Crowd(other))) => own.bytes_beside(Some(other)),
            (Cells::Crowd(own), _) => own.bytes_beside(None),
        };
        cells + self.taken.bytes_beside(other.map(|other| &other.taken)) + self.standing.len() * 4
    }
}

/// What an event makes of the goroutine that it is of: its post before and after.
#[inline(always)]
fn act_of_few(
    cells: &mut Shared<Option<Goroutine>, 8>,
    places: &Shared<u32, 256>,
    cast: &Cast,
    event: &Event,
) -> Option<(Post, Post)> {
    let place = (places.get(event.g as usize) as usize).checked_sub(1)?;
    let goroutine = cells.edit(place).as_mut().filter(|one| one.id == event.g)?;
    let (stood, did) = (goroutine.line, goroutine.status.doing());
    goroutine.act(event);
    let post = |line, doing| Post { line, doing };
    let does = goroutine.status.doing();
    if stood == goroutine.line {
        return Some((post(0, did), post(0, does)));
    }
    let stands = cast.number(goroutine.line);
    Some((post(cast.number(stood), did), post(stands, does)))
}
