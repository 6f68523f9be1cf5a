//! Where the library's results meet.

use super::World;
use super::event::{Event, GoroutineId, Kind};
use super::state::{Object, State};

/// Where the library's results meet, as far as the run has shown: what others than main have used for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The map that they write into.
    pub map: Option<u32>,
    /// The `sync.Map` that they store into.
    pub sync_map: Option<u32>,
    /// The lock that they hold while they write or copy.
    pub pen: Option<u32>,
    /// The channel that they send on.
    pub channel: Option<u32>,
    /// The atomic variable that they count with: that several of them change.
    pub tally: Option<u32>,
    /// The atomic variable that was changed last, and by whom.
    changed: Option<(u32, GoroutineId)>,
}

impl State {
    /// Takes in what `event` shows of it.
    pub(super) fn meet(&mut self, event: Event) {
        let Event { g, kind, a, b, .. } = event;
        if self.meta.world != World::Library || g <= 1 {
            return;
        }
        let object = Some(a as u32);
        match kind {
            Kind::Store if b == 1 => self.meeting.sync_map = object,
            Kind::Store => self.meeting.map = object,
            Kind::Sent => self.meeting.channel = object,
            Kind::Atomic => {
                let before = self.meeting.changed.replace((a as u32, g));
                if before.is_some_and(|(other, who)| other == a as u32 && who != g) {
                    self.meeting.tally = object;
                }
            }
            _ => {}
        }
        if matches!(kind, Kind::Store | Kind::Chop) {
            let held =
                |lock: &Object| matches!(lock, Object::Lock { writer, .. } if *writer == Some(g));
            let pen = self.objects.iter().find(|(_, lock)| held(lock));
            self.meeting.pen = pen.map(|(lock, _)| lock).or(self.meeting.pen);
        }
    }
}
