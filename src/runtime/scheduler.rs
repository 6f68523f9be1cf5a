//! The scheduler: who executes next, on which core, and when time moves.
//!
//! **The order at one instant.** Virtual time stands still while a goroutine can execute:
//! 1. a goroutine whose CPU work is done goes on on its core, in the order in which the works ended;
//! 2. else, where a core is free, the goroutine made or readied last (`runnext`; what stood there goes to the tail), then
//!    the run queue from its head; under a schedule other than 0, any of them by draw;
//! 3. else time moves to the next thing that was set: all that falls on that instant happens in the order in which it was
//!    set, whatever its kind, and each readies its goroutine as in 2;
//! 4. where nothing is set, all are asleep: deadlock.

use super::due::Due;
use super::goroutine::{NONE, Slot, Status, Wait, Work};
use super::machine::{Machine, TIME_SLICE};
use super::pkg;
use crate::trace::event::{Kind, NO_ORDER, WORLD};
use rand_core::Rng;
use std::hint::black_box;

/// So many goroutines don't fit into a cache, ...
const CROWD: u64 = 4096;
/// ... of which a line holds so many slots.
const LINE: usize = 8;

impl Machine {
    /// Who readies: the current goroutine's number, or the world.
    #[inline(always)]
    pub(super) fn waker(&self) -> u32 {
        if self.current == NONE {
            WORLD
        } else {
            self.goroutines.get(self.current).id
        }
    }

    #[inline(always)]
    pub(super) fn make_next(&mut self, g: Slot) {
        if let Some(displaced) = self.runnext.replace(g) {
            self.queue.push_back(displaced);
        }
    }

    /// Ends a goroutine's wait: it leaves all queues and is runnable.
    pub(super) fn ready(&mut self, g: Slot, by: u32) {
        self.leave_queues(g);
        let goroutine = self.goroutines.get_mut(g);
        self.world.waits.end(goroutine.wait.kind, self.now);
        goroutine.status = Status::Runnable;
        goroutine.epoch = goroutine.epoch.wrapping_add(1);
        goroutine.outcome = super::native::OUTCOME_WOKEN;
        let (id, at) = (goroutine.id, (goroutine.pc, goroutine.base));
        self.log_at(id, Kind::Wake, at, u64::from(by), 0);
        self.make_next(g);
    }

    /// The current goroutine is blocked from now on.
    #[inline(always)]
    pub(super) fn block(&mut self, kind: Kind, a: u64) {
        self.release_core(self.current);
        let goroutine = self.goroutines.get_mut(self.current);
        goroutine.status = Status::Blocked;
        self.world.waits.begin(kind, self.now);
        goroutine.wait = Wait {
            kind,
            a,
            write: false,
        };
    }

    /// The current goroutine goes to the run queue's tail.
    pub(super) fn yield_current(&mut self) {
        self.event(Kind::Yield, 0, 0);
        self.release_core(self.current);
        self.queue.push_back(self.current);
    }

    /// Saves where the current goroutine stands; there is none then.
    #[inline(always)]
    pub(super) fn put_down(&mut self) {
        let (pc, base) = (self.pc, self.base);
        let goroutine = self.goroutines.get_mut(self.current);
        goroutine.pc = pc;
        goroutine.base = base;
        self.current = NONE;
    }

    #[inline(always)]
    pub(super) fn wake_at(&mut self, time: u64) {
        let epoch = self.goroutines.get(self.current).epoch;
        self.due.push(time, Due::Wake(self.current, epoch).pack());
    }

    pub(super) fn set_world_timer(&mut self, time: u64, token: u32) {
        self.due.push(time.max(self.now), Due::World(token).pack());
    }

    pub(super) fn set_go_timer(&mut self, time: u64, timer: u32, generation: u32) {
        self.due
            .push(time.max(self.now), Due::Timer(timer, generation).pack());
    }

    #[inline(always)]
    pub(super) fn is_meant(&self, due: Due) -> bool {
        match due {
            Due::Wake(g, epoch) => self.goroutines.get(g).epoch == epoch,
            Due::Timer(timer, generation) => self.go_timers.is_meant(timer, generation),
            Due::Slice(_) | Due::World(_) => true,
        }
    }

    #[inline(always)]
    pub(super) fn advance(&mut self) {
        loop {
            match self.due.pop() {
                None => return self.deadlock(),
                Some((time, due)) => {
                    let due = Due::unpack(due);
                    if self.is_meant(due) {
                        self.now = time;
                        if self.is_crowded() {
                            self.look_ahead(self.sleeper_ahead(0), self.sleeper_ahead(1));
                        }
                        self.fire(due);
                        break;
                    }
                }
            }
        }
        while self.ending.is_none()
            && let Some((_, due)) = self.due.pop_until(self.now)
        {
            let due = Due::unpack(due);
            if self.is_meant(due) {
                self.fire(due);
            }
        }
    }

    /// Whether there are so many goroutines that looking ahead pays.
    #[inline]
    pub(super) fn is_crowded(&self) -> bool {
        self.goroutines.alive() >= CROWD
    }

    /// Reads what those need who will be woken next and next but one, so that their memory is on its way to the cache while
    /// others execute. It changes nothing.
    pub(super) fn look_ahead(&self, next: Option<Slot>, second: Option<Slot>) {
        if let Some(g) = next {
            let base = self.goroutines.get(g).base as usize;
            black_box((self.arena[base], self.arena[base + LINE]));
        }
        if let Some(g) = second {
            black_box(self.goroutines.get(g).epoch);
        }
    }

    fn sleeper_ahead(&self, others: usize) -> Option<Slot> {
        match Due::unpack(*self.due.ahead(others)?) {
            Due::Wake(g, _) => Some(g),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn fire(&mut self, due: Due) {
        match due {
            Due::Wake(g, _) => self.ready(g, WORLD),
            Due::Slice(g) => self.end_slice(g),
            Due::World(token) => pkg::fire(self, token),
            Due::Timer(timer, _) => pkg::time::fire(self, timer),
        }
    }

    /// Takes up the next goroutine, if one can execute.
    #[inline(always)]
    pub(super) fn dispatch(&mut self) -> bool {
        while let Some(g) = self.pick() {
            if self.settings.scenario.switch_ns > 0 && self.goroutines.get(g).core == NONE {
                self.take_core(g);
            }
            if self.goroutines.get(g).has_work {
                self.start_slice(g);
                continue;
            }
            self.take_up(g);
            return true;
        }
        false
    }

    /// A goroutine is the current one from now on.
    #[inline(always)]
    pub(super) fn take_up(&mut self, g: Slot) {
        let goroutine = self.goroutines.get(g);
        self.current = g;
        self.pc = goroutine.pc;
        self.base = goroutine.base;
        self.spun = 0;
    }

    #[inline(always)]
    pub(super) fn pick(&mut self) -> Option<Slot> {
        if let Some(g) = self.resuming.pop_front() {
            return Some(g);
        }
        if self.busy >= self.settings.scenario.cores {
            return None;
        }
        if self.settings.schedule == 0 {
            return self.runnext.take().or_else(|| self.queue.pop_front());
        }
        self.queue.extend(self.runnext.take());
        let count = self.queue.len() as u64;
        let drawn = if count > 1 { self.draw(count) } else { 0 };
        self.queue.swap_remove_back(drawn as usize)
    }

    /// A number below `count`, drawn from the schedule.
    pub(super) fn draw(&mut self, count: u64) -> u64 {
        ((u128::from(self.rng.next_u64()) * u128::from(count)) >> 64) as u64
    }

    pub(super) fn take_core(&mut self, g: Slot) {
        self.busy += 1;
        let id = self.goroutines.get(g).id;
        if self.settings.scenario.switch_ns == 0 {
            self.goroutines.get_mut(g).core = 0;
            return;
        }
        let own = self
            .idle
            .iter()
            .find(|&&core| self.cores[core as usize] == id);
        let Some(core) = own.or(self.idle.first()).copied() else {
            return;
        };
        self.idle.remove(&core);
        let last = std::mem::replace(&mut self.cores[core as usize], id);
        let goroutine = self.goroutines.get_mut(g);
        goroutine.core = core;
        if last != 0 && last != id {
            goroutine.has_work = true;
            let work = self.goroutines.work(g);
            if work.ns == 0 {
                work.order = NO_ORDER;
            }
            work.ns += self.settings.scenario.switch_ns;
        }
    }

    pub(super) fn release_core(&mut self, g: Slot) {
        let goroutine = self.goroutines.get_mut(g);
        let core = std::mem::replace(&mut goroutine.core, NONE);
        if core != NONE {
            self.busy -= 1;
            if self.settings.scenario.switch_ns > 0 {
                self.idle.insert(core);
            }
        }
    }

    pub(super) fn begin_work(&mut self, ns: u64, order: u64) {
        *self.goroutines.work(self.current) = Work { ns, order };
        self.goroutines.get_mut(self.current).has_work = ns > 0;
        self.start_slice(self.current);
    }

    pub(super) fn start_slice(&mut self, g: Slot) {
        if self.goroutines.get(g).core == NONE {
            self.take_core(g);
        }
        let Work { ns: work, order } = *self.goroutines.work(g);
        let goroutine = self.goroutines.get_mut(g);
        goroutine.status = Status::Working;
        let id = goroutine.id;
        let at = if g == self.current {
            (self.pc, self.base)
        } else {
            (goroutine.pc, goroutine.base)
        };
        let until = self.now.saturating_add(work);
        self.log_at(id, Kind::Chop, at, order, until);
        self.set_slice(g, work);
    }

    pub(super) fn set_slice(&mut self, g: Slot, work: u64) {
        let end = self.now.saturating_add(work.min(TIME_SLICE));
        self.due.push(end, Due::Slice(g).pack());
    }

    pub(super) fn end_slice(&mut self, g: Slot) {
        let left = &mut self.goroutines.work(g).ns;
        *left -= TIME_SLICE.min(*left);
        let work = *left;
        let goroutine = self.goroutines.get_mut(g);
        goroutine.has_work = work > 0;
        let (id, at) = (goroutine.id, (goroutine.pc, goroutine.base));
        if work > 0 && self.runnext.is_none() && self.queue.is_empty() {
            return self.set_slice(g, work);
        }
        goroutine.status = Status::Runnable;
        let spun = std::mem::take(&mut goroutine.outcome) == super::exec::OUTCOME_SPUN;
        if spun && work == 0 {
            self.log_at(id, Kind::Yield, at, 0, 0);
            self.release_core(g);
            self.queue.push_back(g);
        } else if work == 0 {
            self.log_at(id, Kind::Wake, at, u64::from(WORLD), 0);
            self.resuming.push_back(g);
        } else {
            self.log_at(id, Kind::Yield, at, 0, 0);
            self.release_core(g);
            self.queue.push_back(g);
        }
    }
}
