//! How long goroutines wait for each other and for the world, all of them added up.

use crate::trace::event::Kind;
use serde::Serialize;

/// Times that goroutines spent waiting, in ns, each goroutine's added to the others': a hundred that wait for a second
/// have waited for a hundred seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Waited {
    /// For a Mutex or an RWMutex.
    pub lock_ns: u64,
    /// To send on a channel, outside of a `select`.
    pub send_ns: u64,
    /// For a stove.
    pub stove_ns: u64,
    /// For one of the library's connections.
    pub connection_ns: u64,
}

/// One queue's account: the ends of all waits less their beginnings, which needs no memory of who waits since when.
#[derive(Clone, Copy, Debug, Default)]
struct Account {
    waiting: u64,
    /// Wraps around while somebody waits.
    sum: u64,
}

/// The accounts of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Waits {
    lock: Account,
    send: Account,
    stove: Account,
    connection: Account,
}

impl Waits {
    /// A goroutine begins to wait on that.
    pub fn begin(&mut self, on: Kind, now: u64) {
        if let Some(account) = self.account(on) {
            account.waiting += 1;
            account.sum = account.sum.wrapping_sub(now);
        }
    }

    /// A goroutine has waited on that.
    pub fn end(&mut self, on: Kind, now: u64) {
        if let Some(account) = self.account(on) {
            account.waiting -= 1;
            account.sum = account.sum.wrapping_add(now);
        }
    }

    /// What all have waited until `now`, those who still do included.
    pub fn until(&self, now: u64) -> Waited {
        let total = |account: Account| {
            let open = account.waiting.wrapping_mul(now);
            account.sum.wrapping_add(open)
        };
        Waited {
            lock_ns: total(self.lock),
            send_ns: total(self.send),
            stove_ns: total(self.stove),
            connection_ns: total(self.connection),
        }
    }

    fn account(&mut self, on: Kind) -> Option<&mut Account> {
        match on {
            Kind::BlockLock | Kind::BlockRLock => Some(&mut self.lock),
            Kind::BlockSend => Some(&mut self.send),
            Kind::BlockStove => Some(&mut self.stove),
            Kind::BlockConnection => Some(&mut self.connection),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_add_up_whoever_ends_first_and_whoever_never_does() {
        let mut waits = Waits::default();
        waits.begin(Kind::BlockLock, 10);
        waits.begin(Kind::BlockRLock, 20);
        waits.end(Kind::BlockLock, 25);
        waits.begin(Kind::BlockSend, 30);
        waits.begin(Kind::Sleep, 30);
        let waited = waits.until(100);
        // One from 10 to 25 or 20 to 25, the other until the end: 15 + 80, or 5 + 90.
        assert_eq!(waited.lock_ns, 95);
        assert_eq!(waited.send_ns, 70);
        assert_eq!((waited.stove_ns, waited.connection_ns), (0, 0));
    }
}
