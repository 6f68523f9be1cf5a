//! What each kind of event makes of a state.

use super::event::{Event, GoroutineId, Kind};
use super::state::{Doing, Ended, Failed, Object, State, Stove};
use super::{NO_ORDER, Reason};

impl State {
    /// Makes `event` happen.
    pub(super) fn apply(&mut self, event: Event) {
        let passed = event.t.saturating_sub(self.t);
        if passed > 0 {
            let waiting = |doing| u64::from(self.goroutines.count(doing));
            let locked_out = waiting(Doing::Lock) + waiting(Doing::ReadLock);
            self.lock_wait += locked_out * passed;
            self.connection_wait += waiting(Doing::Connection) * passed;
        }
        self.n += 1;
        self.t = event.t;
        self.last = Some(event);
        self.goroutines.act(&event);
        let Event {
            t, g, kind, a, b, ..
        } = event;
        let object = a as u32;
        match kind {
            Kind::Spawn => {
                self.goroutines.spawn(&event);
                self.created += 1;
                self.places = self.places.max(self.goroutines.places());
                self.memory.goroutines += self.meta.goroutine_bytes;
                self.memory.note_peak();
            }
            Kind::Exit => self.exit(g),
            Kind::BlockWaitGroup => self.rounds += u64::from(g == 1),
            Kind::Chop => {
                self.chops += u64::from(a != NO_ORDER);
                self.meet(event);
            }
            Kind::Store => self.meet(event),
            Kind::CallStart => {
                self.supplier.calls += 1;
                self.supplier.in_flight += 1;
            }
            Kind::Arrive => self.arrived += 1,
            Kind::Take => self.name(a),
            Kind::Served => {
                self.name(a);
                self.orders.served.insert(a);
                self.counts.in_flight = self.counts.in_flight.saturating_sub(1);
                self.counts.served += 1;
            }
            Kind::Failed => {
                self.name(a);
                self.orders.failed.insert(a);
                self.counts.in_flight = self.counts.in_flight.saturating_sub(1);
                self.counts.failed += 1;
                self.failed = Some(Failed {
                    order: a,
                    g,
                    t,
                    error: b,
                });
            }
            Kind::Hold => {
                self.memory.orders += b;
                self.memory.note_peak();
            }
            Kind::Release => self.memory.orders = self.memory.orders.saturating_sub(b),
            Kind::OpenFiles => self.files += b,
            Kind::CloseFiles => self.files = self.files.saturating_sub(b),
            Kind::CallEnd => self.supplier.in_flight = self.supplier.in_flight.saturating_sub(1),
            Kind::CallRefused => self.supplier.refused += 1,
            Kind::StoveConnect => self.stove(b as u32, Stove::Connecting { g }),
            Kind::StoveTaken => self.stove(b as u32, Stove::Lit { g }),
            Kind::StoveFreed => self.stove(b as u32, Stove::Free),
            Kind::StoveRefused => {
                self.stoves_refused += 1;
                self.disconnect(g);
            }
            Kind::WaitGroup => {
                self.group = Some(object);
                self.objects.insert(object, Object::WaitGroup { count: b });
            }
            Kind::Sent | Kind::Received => {
                self.meet(event);
                let closed = matches!(
                    self.objects.get(&object),
                    Some(Object::Channel { closed: true, .. })
                );
                self.objects.insert(
                    object,
                    Object::Channel {
                        buffered: b,
                        closed,
                    },
                );
            }
            Kind::Closed => {
                let buffered = match self.objects.get(&object) {
                    Some(Object::Channel { buffered, .. }) => *buffered,
                    _ => 0,
                };
                self.objects.insert(
                    object,
                    Object::Channel {
                        buffered,
                        closed: true,
                    },
                );
            }
            Kind::Locked | Kind::Unlocked | Kind::RLocked | Kind::RUnlocked => {
                self.lock(g, kind, object)
            }
            Kind::Atomic => {
                self.meet(event);
                self.objects.insert(object, Object::Atomic { value: b });
            }
            Kind::Cancel => self.objects.insert(object, Object::Cancelled),
            Kind::Race => {
                self.race = Some((object, g, b as u32));
                self.races += 1;
            }
            Kind::Heap => {
                self.memory.heap = a;
                self.memory.note_peak();
            }
            Kind::Stack => {
                if let Some(place) = self.goroutines.place_of(g) {
                    self.stack(place, a);
                }
            }
            Kind::Panic => self.panic = Some(a),
            Kind::End => self.end(a, b),
            _ => {}
        }
    }

    fn exit(&mut self, g: GoroutineId) {
        if let Some(place) = self.goroutines.remove(g) {
            self.stack(place, 0);
            self.memory.goroutines = self
                .memory
                .goroutines
                .saturating_sub(self.meta.goroutine_bytes);
        }
        self.main_returned |= g == 1;
    }

    /// The stack of who stands at `place` is now `bytes` beyond what every goroutine has.
    fn stack(&mut self, place: u32, bytes: u64) {
        let before = self.stacks.get(place as usize);
        let now = u32::try_from(bytes).unwrap_or(u32::MAX);
        if now != before {
            *self.stacks.edit(place as usize) = now;
            self.memory.goroutines =
                (self.memory.goroutines + u64::from(now)).saturating_sub(u64::from(before));
            self.memory.note_peak();
        }
    }

    /// An operation has named `order`: it is in flight now.
    fn name(&mut self, order: u64) {
        if self.orders.taken.insert(order) {
            self.counts.waiting = self.counts.waiting.saturating_sub(1);
            self.counts.in_flight += 1;
        } else if self.orders.failed.remove(order) {
            self.counts.failed -= 1;
            self.counts.in_flight += 1;
        }
    }

    fn stove(&mut self, index: u32, stove: Stove) {
        let i = index as usize;
        if i >= self.stoves.len() {
            self.stoves.resize(i + 1, Stove::Free);
        }
        let before = std::mem::replace(&mut self.stoves[i], stove);
        let connects = |stove: Stove| u32::from(matches!(stove, Stove::Connecting { .. }));
        self.stoves_in_use += u32::from(stove != Stove::Free);
        self.stoves_in_use -= u32::from(before != Stove::Free);
        self.connecting += connects(stove);
        self.connecting -= connects(before);
    }

    /// The stove that was being connected for `g`, if any, is given back.
    fn disconnect(&mut self, g: GoroutineId) {
        if self.connecting > 0 {
            let its = Stove::Connecting { g };
            if let Some(index) = self.stoves.iter().position(|stove| *stove == its) {
                self.stove(index as u32, Stove::Free);
            }
        }
    }

    fn lock(&mut self, g: GoroutineId, kind: Kind, lock: u32) {
        let (mut writer, mut readers) = match self.objects.get(&lock) {
            Some(Object::Lock { writer, readers }) => (*writer, *readers),
            _ => (None, 0),
        };
        match kind {
            Kind::Locked => writer = Some(g),
            Kind::Unlocked => writer = None,
            Kind::RLocked => readers += 1,
            _ => readers = readers.saturating_sub(1),
        }
        self.objects.insert(lock, Object::Lock { writer, readers });
    }

    fn end(&mut self, reason: u64, status: u64) {
        let reason = Reason::from_number(reason).unwrap_or(Reason::Completed);
        self.ended = Some(Ended {
            reason,
            status: status as i32,
        });
        self.counts.lost += self.counts.waiting + self.counts.in_flight;
        self.counts.waiting = 0;
        self.counts.in_flight = 0;
    }
}
