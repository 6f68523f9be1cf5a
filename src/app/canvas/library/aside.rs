//! What stands beside the table and is said of it: pens and who waits for one, the counter, the tally; and the torn page.

use super::{book, quill};
use crate::app::canvas::pen::{Align, Face, Pen};
use crate::scene::{Library, Rect, Results};
use crate::trace::state::Place;
use crate::trace::text::grouped;

/// What stands beside the table and is said of it.
pub(super) fn paint(pen: &Pen, library: &Library) {
    match library.results {
        Results::Ledger {
            locked,
            pen: holder,
            queue,
        } => {
            pens(pen, library, locked, holder, queue);
        }
        Results::Counter { buffered, queue } => counter(pen, library, buffered, queue),
        Results::Slots | Results::PigeonHoles => {}
    }
    if let Some(value) = &library.tally {
        tally(pen, library, value);
    }
    if let Some(cards) = &library.cards {
        caption(pen, &cards.caption, cards.at, Align::Left, &pen.palette.ink);
    }
}

fn caption(pen: &Pen, text: &str, (x, y): (f64, f64), align: Align, colour: &str) {
    if text.is_empty() {
        return;
    }
    let size = pen.size(11.5);
    let w = pen.width(text, Face::SansBold, size);
    let left = match align {
        Align::Left => x,
        Align::Centre => x - w / 2.0,
        Align::Right => x - w,
    };
    let back = Rect {
        x: left - size * 0.4,
        y: y - size,
        w: w + size * 0.8,
        h: size * 1.35,
    };
    pen.alpha(0.82);
    pen.path().rounded(back, size * 0.5).fill(&pen.palette.wall);
    pen.alpha(1.0);
    pen.text_sized(text, left, y, Face::SansBold, size, colour, Align::Left);
}

/// Who writes, and who waits for the pen.
fn pens(pen: &Pen, library: &Library, locked: bool, holder: Option<u32>, queue: u32) {
    if library.torn.is_some() {
        return;
    }
    let top = library.desk_top;
    let h = (30.0 * pen.unit).max(18.0);
    let written = library
        .slots
        .iter()
        .rfind(|slot| slot.place == Place::Served)
        .map_or((top.x + top.w * 0.1, top.y + top.h * 0.2), |slot| {
            (slot.rect.x + slot.rect.w * 0.7, slot.rect.bottom())
        });
    if locked {
        let at = if holder.is_some() {
            written
        } else {
            (top.right() + top.w * 0.03, top.bottom())
        };
        quill(pen, at.0, at.1, h);
    }
    let text = match (locked, holder, queue) {
        (false, ..) => "a map without a lock".to_owned(),
        (true, None, 0) => "the pen lies there (mutex)".to_owned(),
        (true, Some(1), 0) => "main has the pen".to_owned(),
        (true, Some(g), 0) => format!("g{g} has the pen (mutex)"),
        (true, Some(g), queue) => {
            format!("g{g} has the pen, {} wait for it", grouped(queue.into()))
        }
        (true, None, queue) => format!("{} wait for the pen", grouped(queue.into())),
    };
    beside(pen, library, &text, &wait(queue));
}

/// A caption right of the table, below its line of people; in short where that is too long.
fn beside(pen: &Pen, library: &Library, text: &str, short: &str) {
    let room = library.aside.0 - library.table.right();
    let text = if pen.width(text, Face::SansBold, pen.size(11.5)) > room {
        short
    } else {
        text
    };
    caption(pen, text, library.aside, Align::Right, &pen.palette.ink);
}

/// How many wait, in short.
fn wait(queue: u32) -> String {
    match queue {
        0 => String::new(),
        queue => format!("{} wait", grouped(queue.into())),
    }
}

/// The counter at the table's right end: a channel, and the books that lie in its buffer.
fn counter(pen: &Pen, library: &Library, buffered: u64, queue: u32) {
    const MOST: u64 = 6;
    let p = pen.palette;
    let t = library.table;
    let h = (16.0 * pen.unit).max(10.0);
    let plank = Rect {
        x: t.right() - t.w * 0.13,
        y: t.y + t.h * 0.42,
        w: t.w * 0.2,
        h,
    };
    let line = (1.6 * pen.unit).max(1.0);
    let front = Rect {
        x: plank.x + h * 0.2,
        y: plank.bottom() - h * 0.2,
        w: plank.w - h * 0.4,
        h: h * 1.1,
    };
    pen.path()
        .rounded(front, h * 0.1)
        .fill(&p.outline)
        .stroke(&p.wood, line * 0.7);
    pen.path()
        .rounded(plank, h * 0.2)
        .fill(&p.wood)
        .stroke(&p.outline, line);
    let w = h * 0.62;
    for i in 0..buffered.min(MOST) {
        book(
            pen,
            Rect {
                x: plank.x + h * 0.3 + i as f64 * w * 1.12,
                y: plank.y - h * 0.5,
                w,
                h: h * 0.8,
            },
        );
    }
    let text = match (buffered, queue) {
        (0, 0) => "the counter (channel)".to_owned(),
        (0, queue) => format!("{} wait at the counter (channel)", grouped(queue.into())),
        (buffered, 0) => format!("{} on the counter (channel)", grouped(buffered)),
        (buffered, queue) => format!(
            "{} on the counter, {} wait (channel)",
            grouped(buffered),
            grouped(queue.into())
        ),
    };
    beside(pen, library, &text, &wait(queue));
}

fn tally(pen: &Pen, library: &Library, value: &str) {
    let p = pen.palette;
    let t = library.table;
    let w = (58.0 * pen.unit).max(34.0);
    let case = Rect {
        x: t.x - w * 1.15,
        y: t.y + t.h * 0.2,
        w,
        h: w * 0.62,
    };
    let line = (1.6 * pen.unit).max(1.0);
    // The button that is clicked.
    pen.path()
        .rounded(
            Rect {
                x: case.x + w * 0.66,
                y: case.y - w * 0.13,
                w: w * 0.18,
                h: w * 0.2,
            },
            w * 0.05,
        )
        .fill(&p.rail)
        .stroke(&p.outline, line);
    pen.path()
        .rounded(case, w * 0.16)
        .fill(&p.board)
        .stroke(&p.outline, line);
    pen.text_within(
        value,
        case.x + w / 2.0,
        case.y + case.h * 0.68,
        Face::MonoBold,
        22.0,
        &p.board_ink,
        Align::Centre,
        w * 0.86,
    );
    caption(
        pen,
        "tally (atomic)",
        (case.x + w / 2.0, case.bottom() + pen.size(11.5) * 1.2),
        Align::Centre,
        &p.ink,
    );
}

/// Two pens on one page, and the page is torn; why is said here unless a curtain says it.
pub(super) fn torn(pen: &Pen, library: &Library, curtain: bool) {
    let Some(why) = &library.torn else { return };
    let p = pen.palette;
    let top = library.desk_top;
    let page = Rect {
        x: top.x - top.w * 0.04,
        y: top.y - top.h * 0.2,
        w: top.w * 1.08,
        h: top.h * 1.35,
    };
    let middle = page.x + page.w / 2.0;
    let line = (2.0 * pen.unit).max(1.2);
    for side in [-1.0, 1.0] {
        let outer = if side < 0.0 { page.x } else { page.right() };
        let edge = middle + side * page.w * 0.035;
        // The halves slip apart.
        let drop = side * page.h * 0.05;
        pen.path()
            .to(outer, page.y + drop)
            .line(edge, page.y + drop);
        for i in 1..=8 {
            let zig = if i % 2 == 0 { 1.0 } else { -1.0 } * page.w * 0.018;
            pen.line(edge + zig, page.y + drop + page.h * f64::from(i) / 8.0);
        }
        pen.line(outer, page.bottom() + drop)
            .close()
            .fill(&p.ticket)
            .stroke(&p.tomato, line);
        let h = page.h * 0.75;
        quill(
            pen,
            middle + side * page.w * 0.24,
            page.bottom() + drop - page.h * 0.2,
            h,
        );
    }
    if curtain {
        return;
    }
    let size = pen.size(13.0);
    let w = pen.width(why, Face::SansBold, size) + size * 1.2;
    let label = Rect {
        x: middle - w / 2.0,
        y: page.y - size * 2.2,
        w,
        h: size * 1.7,
    };
    pen.path()
        .rounded(label, size * 0.4)
        .fill(&p.card)
        .stroke(&p.tomato, 1.5);
    pen.text_sized(
        why,
        middle,
        label.y + size * 1.2,
        Face::SansBold,
        size,
        &p.tomato,
        Align::Centre,
    );
}
