//! The goroutines that are alive. Of each all is kept in ordinary runs; of each but main only where it stands and what it
//! does, in two bytes, in runs of a crowd, so that a million of them can be copied, kept and counted.

use super::bits::Places;
use super::event::{Event, GoroutineId};
use super::goroutine::{Doing, Goroutine, Status};
use super::shared::Shared;
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
}

/// In a cell: bits for what is done, from 1; 0 is nobody.
const DOING: u32 = 5;
/// Lines beyond so many aren't told apart in a crowd.
const LINES: usize = 1 << (u16::BITS - DOING);

impl Cast {
    pub(super) fn new(most_alive: u64, mut lines: Vec<u32>) -> Cast {
        lines.push(0);
        lines.sort_unstable();
        lines.dedup();
        lines.truncate(LINES);
        let mut numbers = vec![0; lines.last().map_or(0, |last| *last as usize + 1)];
        for (number, line) in lines.iter().enumerate() {
            numbers[*line as usize] = number as u16;
        }
        Cast {
            most_alive,
            lines,
            numbers,
        }
    }

    #[inline]
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
    /// By number: the place, plus 1; also of those that are gone.
    places: Shared<u32, 256>,
    cells: Cells,
    doing: [u32; Doing::ALL.len()],
    /// By number of the line: how many stand there.
    standing: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
enum Cells {
    Few(Shared<Option<Goroutine>, 8>),
    Crowd {
        /// By place: the line's number and what is done; 0 for nobody.
        cells: Shared<u16, 256>,
        /// By place: who stands there, or stood there last.
        ids: Shared<u32, 256>,
        main: Option<Goroutine>,
    },
}

impl Goroutines {
    pub(super) fn new(cast: Arc<Cast>) -> Goroutines {
        let cells = if cast.most_alive > FEW {
            Cells::Crowd {
                cells: Shared::default(),
                ids: Shared::default(),
                main: None,
            }
        } else {
            Cells::Few(Shared::default())
        };
        Goroutines {
            len: 0,
            taken: Places::default(),
            places: Shared::default(),
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
        matches!(self.cells, Cells::Crowd { .. })
    }

    /// The goroutine of this number, if it is alive, and main where there is a crowd.
    pub fn get(&self, id: GoroutineId) -> Option<&Goroutine> {
        match &self.cells {
            Cells::Few(cells) => cells
                .peek(self.place(id)?)?
                .as_ref()
                .filter(|goroutine| goroutine.id == id),
            Cells::Crowd { main, .. } => main.as_ref().filter(|main| main.id == id),
        }
    }

    /// What is known of the goroutine of this number, if it is alive.
    pub fn figure(&self, id: GoroutineId) -> Option<Figure<'_>> {
        let place = self.place(id)?;
        match &self.cells {
            Cells::Few(_) => self.get(id).map(Figure::of),
            Cells::Crowd { cells, ids, .. } => {
                (ids.get(place) == id).then(|| self.unpack(place, id, cells.get(place)))?
            }
        }
    }

    /// All of which everything is known, by place: all there are, or main in a crowd.
    pub fn iter(&self) -> impl Iterator<Item = &Goroutine> {
        let (few, main) = match &self.cells {
            Cells::Few(cells) => (Some(cells), None),
            Cells::Crowd { main, .. } => (None, main.as_ref()),
        };
        few.into_iter()
            .flat_map(|cells| cells.iter().filter_map(|(_, cell)| cell.as_ref()))
            .chain(main)
    }

    /// All, by place.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'_>> {
        let (few, crowd) = match &self.cells {
            Cells::Few(_) => (Some(self.iter().map(Figure::of)), None),
            Cells::Crowd { cells, ids, .. } => {
                let all = cells.iter().filter(|(_, cell)| **cell != 0);
                let figures =
                    all.filter_map(|(place, &cell)| self.unpack(place, ids.get(place), cell));
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

    #[inline]
    fn place(&self, id: GoroutineId) -> Option<usize> {
        (self.places.get(id as usize) as usize).checked_sub(1)
    }

    fn unpack(&self, place: usize, id: GoroutineId, cell: u16) -> Option<Figure<'_>> {
        let doing = usize::from(cell & ((1 << DOING) - 1)).checked_sub(1)?;
        Some(Figure {
            id,
            place: place as u32,
            line: self.cast.lines[usize::from(cell >> DOING)],
            doing: Doing::ALL[doing],
            whole: self.get(id),
        })
    }

    /// Makes an event of a goroutine's own happen to it; what it did before, if it is alive.
    #[inline]
    pub(super) fn act(&mut self, event: &Event) -> Option<Doing> {
        let place = self.place(event.g)?;
        let (line, before, after);
        match &mut self.cells {
            Cells::Few(cells) => {
                let goroutine = cells.edit(place).as_mut().filter(|one| one.id == event.g)?;
                let stood = goroutine.line;
                before = goroutine.status.doing();
                goroutine.act(event);
                after = goroutine.status.doing();
                line = (stood, goroutine.line);
                if line.0 != line.1 {
                    self.standing[usize::from(self.cast.number(line.0))] -= 1;
                    self.standing[usize::from(self.cast.number(line.1))] += 1;
                }
            }
            Cells::Crowd { cells, ids, main } => {
                let old = cells.get(place);
                if old == 0 || ids.get(place) != event.g {
                    return None;
                }
                let stood = old >> DOING;
                let stands = match event.line {
                    0 => stood,
                    line => self.cast.number(line),
                };
                before = Doing::ALL[usize::from(old & ((1 << DOING) - 1)) - 1];
                after = Status::after(before, event).map_or(before, Status::doing);
                let new = stands << DOING | (after as u16 + 1);
                if new != old {
                    *cells.edit(place) = new;
                }
                if stood != stands {
                    self.standing[usize::from(stood)] -= 1;
                    self.standing[usize::from(stands)] += 1;
                }
                if let Some(main) = main.as_mut().filter(|main| main.id == event.g) {
                    main.act(event);
                }
            }
        }
        if before != after {
            self.doing[before as usize] -= 1;
            self.doing[after as usize] += 1;
        }
        Some(before)
    }

    /// A `Spawn` brings one; no number comes twice.
    pub(super) fn spawn(&mut self, event: &Event) {
        let id = event.a as u32;
        if self.place(id).is_some() {
            return;
        }
        let place = self.taken.take();
        *self.places.edit(id as usize) = place + 1;
        let goroutine = Goroutine::new(event, place);
        let number = self.cast.number(goroutine.line);
        match &mut self.cells {
            Cells::Few(cells) => *cells.edit(place as usize) = Some(goroutine),
            Cells::Crowd { cells, ids, main } => {
                *cells.edit(place as usize) = number << DOING | (Doing::Runnable as u16 + 1);
                if ids.get(place as usize) != id {
                    *ids.edit(place as usize) = id;
                }
                if id == 1 {
                    *main = Some(goroutine);
                }
            }
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
            Cells::Few(cells) => *cells.edit(place as usize) = None,
            Cells::Crowd { cells, main, .. } => {
                *cells.edit(place as usize) = 0;
                if id == 1 {
                    *main = None;
                }
            }
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
            (Cells::Few(own), Some(Cells::Few(other))) => own.bytes_beside(Some(other)),
            (
                Cells::Crowd { cells, ids, .. },
                Some(Cells::Crowd {
                    cells: other_cells,
                    ids: other_ids,
                    ..
                }),
            ) => cells.bytes_beside(Some(other_cells)) + ids.bytes_beside(Some(other_ids)),
            (Cells::Few(own), _) => own.bytes_beside(None),
            (Cells::Crowd { cells, ids, .. }, _) => {
                cells.bytes_beside(None) + ids.bytes_beside(None)
            }
        };
        cells
            + self.taken.bytes_beside(other.map(|other| &other.taken))
            + self.places.bytes_beside(other.map(|other| &other.places))
            + self.standing.len() * 4
    }
}
