//! The floor with its tiles, and those who stand on it.

use super::chef::{self, Dress, Mood};
use super::palette::rgb;
use super::pen::{Align, Face, Pen};
use crate::scene::{Chef, Crowd, Detail, Floor, Rect, Tone};
use wasm_bindgen::Clamped;
use web_sys::ImageData;

/// Above so many dots, pixels are painted here and put onto the canvas at once.
const MANY: usize = 1000;

pub(super) fn paint(pen: &Pen, floor: &Floor, crowd: &Crowd, burning: bool) {
    match crowd.detail {
        Detail::Dot if crowd.chefs.len() > MANY => pixels(pen, floor, crowd, burning),
        _ => {
            tiles(pen, floor, burning);
            match crowd.detail {
                Detail::Large => large(pen, crowd, burning),
                Detail::Small => small(pen, crowd),
                Detail::Dot => dots(pen, crowd),
            }
        }
    }
    pen.path().rect(floor.rect).stroke(&pen.palette.line, 1.0);
}

/// The floor's caption, in its lower right corner; on a little card, since somebody may stand there.
pub(super) fn caption(pen: &Pen, floor: &Floor) {
    let size = pen.size(11.0);
    let width = pen.width(&floor.caption, Face::Sans, size) + size;
    let card = Rect {
        x: floor.rect.right() - width - 3.0,
        y: floor.rect.bottom() - size * 1.6 - 3.0,
        w: width,
        h: size * 1.6,
    };
    pen.alpha(0.82);
    pen.path()
        .rounded(card, size * 0.4)
        .fill(&pen.palette.tile_alt);
    pen.alpha(1.0);
    pen.text_sized(
        &floor.caption,
        card.right() - size * 0.5,
        card.bottom() - size * 0.5,
        Face::Sans,
        size,
        &pen.palette.muted,
        Align::Right,
    );
}

fn used_colour<'a>(pen: &Pen<'a>, burning: bool) -> &'a str {
    if burning {
        &pen.palette.tomato_soft
    } else {
        &pen.palette.tile_used
    }
}

fn tiles(pen: &Pen, floor: &Floor, burning: bool) {
    let p = pen.palette;
    pen.block(floor.rect, &p.tile);
    pen.path();
    for i in (0..floor.tiles)
        .filter(|i| (i / u64::from(floor.rows) + i % u64::from(floor.rows)) % 2 == 0)
    {
        pen.rect(floor.tile(i));
    }
    pen.fill(&p.tile_alt);
    let full = floor.used as u64;
    pen.path();
    for i in 0..full {
        let tile = floor.tile(i);
        let gap = (tile.w.min(tile.h) * 0.06).min(0.8);
        pen.rect(Rect {
            x: tile.x + gap,
            y: tile.y + gap,
            w: tile.w - 2.0 * gap,
            h: tile.h - 2.0 * gap,
        });
    }
    if full < floor.tiles {
        let tile = floor.tile(full);
        let h = tile.h * (floor.used - full as f64);
        pen.rect(Rect {
            y: tile.bottom() - h,
            h,
            ..tile
        });
    }
    pen.fill(used_colour(pen, burning));
}

fn large(pen: &Pen, crowd: &Crowd, burning: bool) {
    let p = pen.palette;
    for chef in &crowd.chefs {
        let main = chef.g == 1;
        let mood = match chef.tone {
            _ if burning => Mood::Alarmed,
            Tone::Waiting => Mood::Waiting,
            Tone::Asleep => Mood::Asleep,
            _ => Mood::Content,
        };
        let dress = if main {
            Dress {
                jacket: &p.board,
                seam: &p.muted,
                scarf: &p.tomato,
                mood,
            }
        } else {
            Dress {
                jacket: &p.whites,
                seam: &p.rail,
                scarf: &p.tomato,
                mood,
            }
        };
        chef::figure(pen, chef.x, chef.y, crowd.size, dress);
        chef::ring(pen, chef, crowd.size);
        if let Some(look) = &chef.look {
            let size = pen.size(13.0).min(crowd.size * 0.15).max(10.0);
            let y = chef.y + size * 1.35;
            pen.text_sized(
                &look.name,
                chef.x,
                y,
                Face::MonoBold,
                size,
                &p.ink,
                Align::Centre,
            );
            let colour = if look.empty_handed {
                &p.saffron
            } else {
                &p.muted
            };
            let colour = if chef.tone == Tone::Waiting || look.empty_handed {
                &p.ink
            } else {
                colour
            };
            pen.text_sized(
                &look.task,
                chef.x,
                y + size * 1.2,
                Face::Sans,
                size * 0.95,
                colour,
                Align::Centre,
            );
        }
    }
}

fn small(pen: &Pen, crowd: &Crowd) {
    let p = pen.palette;
    let h = crowd.size;
    let line = (0.035 * h).clamp(0.5, 1.6);
    for tone in Tone::ALL {
        let chefs: Vec<&Chef> = crowd
            .chefs
            .iter()
            .filter(|chef| chef.tone == tone)
            .collect();
        if chefs.is_empty() {
            continue;
        }
        chef::small_jackets(pen, &chefs, h);
        // Who waits is an outline, so that colour isn't all that tells.
        if tone == Tone::Waiting {
            pen.fill(&p.saffron_soft).stroke(&p.saffron, line * 1.3);
        } else {
            pen.fill(chef::colour(pen, tone)).stroke(&p.outline, line);
        }
    }
    chef::small_heads(pen, &crowd.chefs, h);
    pen.fill(&p.skin).stroke(&p.outline, line * 0.8);
    chef::small_hats(pen, &crowd.chefs, h);
    pen.fill(&p.whites).stroke(&p.outline, line);
    if h >= 26.0 {
        pen.path();
        for chef in &crowd.chefs {
            pen.circle(chef.x - 0.06 * h, chef.y - 0.535 * h, 0.02 * h)
                .circle(chef.x + 0.06 * h, chef.y - 0.535 * h, 0.02 * h);
        }
        pen.fill(&p.outline);
        for chef in &crowd.chefs {
            if let Some(share) = chef.progress {
                let bar = Rect {
                    x: chef.x - 0.28 * h,
                    y: chef.y + 0.03 * h,
                    w: 0.56 * h,
                    h: (0.06 * h).max(2.0),
                };
                pen.block(bar, &p.line);
                pen.block(
                    Rect {
                        w: bar.w * f64::from(share),
                        ..bar
                    },
                    chef::colour(pen, chef.tone),
                );
            }
        }
    }
}

/// How much of its cell a dot fills: who waits is smaller than who works.
fn weight(tone: Tone) -> f64 {
    match tone {
        Tone::Io | Tone::Cpu => 0.44,
        Tone::Ready => 0.38,
        Tone::Waiting | Tone::Asleep => 0.32,
    }
}

fn dots(pen: &Pen, crowd: &Crowd) {
    for tone in Tone::ALL {
        pen.path();
        for chef in crowd.chefs.iter().filter(|chef| chef.tone == tone) {
            pen.circle(chef.x, chef.y, crowd.size * weight(tone));
        }
        pen.fill(chef::colour(pen, tone));
    }
}

/// Floor and dots as pixels of their own: cheaper than a call for each from some thousands on.
fn pixels(pen: &Pen, floor: &Floor, crowd: &Crowd, burning: bool) {
    let ratio = pen.ratio;
    let (left, top) = (
        (floor.rect.x * ratio).round(),
        (floor.rect.y * ratio).round(),
    );
    let wide = ((floor.rect.right() * ratio).round() - left).max(1.0) as usize;
    let high = ((floor.rect.bottom() * ratio).round() - top).max(1.0) as usize;
    let mut image = Pixels {
        wide,
        high,
        bytes: vec![255; wide * high * 4],
        left,
        top,
        ratio,
    };

    let p = pen.palette;
    image.block(floor.rect, rgb(&p.tile));
    let (alternate, used) = (rgb(&p.tile_alt), rgb(used_colour(pen, burning)));
    let full = floor.used as u64;
    for i in 0..floor.tiles {
        let tile = floor.tile(i);
        let odd = (i / u64::from(floor.rows) + i % u64::from(floor.rows)) % 2 == 0;
        if i < full {
            let gap = (tile.w.min(tile.h) * 0.06).min(0.8);
            image.block(
                Rect {
                    w: tile.w - gap,
                    h: tile.h - gap,
                    ..tile
                },
                used,
            );
        } else if odd {
            image.block(tile, alternate);
        }
        if i == full {
            let h = tile.h * (floor.used - full as f64);
            image.block(
                Rect {
                    y: tile.bottom() - h,
                    h,
                    ..tile
                },
                used,
            );
        }
    }
    for chef in &crowd.chefs {
        image.dot(
            chef.x,
            chef.y,
            crowd.size * weight(chef.tone),
            rgb(chef::colour(pen, chef.tone)),
        );
    }
    if let Ok(data) =
        ImageData::new_with_u8_clamped_array_and_sh(Clamped(&image.bytes), wide as u32, high as u32)
    {
        let _ = pen.context().put_image_data(&data, left, top);
    }
}

/// A picture in memory, four bytes a pixel.
struct Pixels {
    wide: usize,
    high: usize,
    bytes: Vec<u8>,
    left: f64,
    top: f64,
    ratio: f64,
}

impl Pixels {
    fn span(&self, from: f64, to: f64, origin: f64, most: usize) -> std::ops::Range<usize> {
        let from = (from * self.ratio - origin).round().clamp(0.0, most as f64) as usize;
        let to = (to * self.ratio - origin).round().clamp(0.0, most as f64) as usize;
        from..to
    }

    fn block(&mut self, rect: Rect, colour: [u8; 3]) {
        let columns = self.span(rect.x, rect.right(), self.left, self.wide);
        for y in self.span(rect.y, rect.bottom(), self.top, self.high) {
            let row = &mut self.bytes[(y * self.wide + columns.start) * 4
                ..(y * self.wide + columns.end.max(columns.start)) * 4];
            for pixel in row.chunks_exact_mut(4) {
                pixel[..3].copy_from_slice(&colour);
            }
        }
    }

    /// A disc with a soft edge, at least one pixel large.
    fn dot(&mut self, x: f64, y: f64, r: f64, colour: [u8; 3]) {
        let (cx, cy, r) = (
            x * self.ratio - self.left,
            y * self.ratio - self.top,
            (r * self.ratio).max(0.5),
        );
        let reach = r + 0.5;
        let rows = (cy - reach).floor().max(0.0) as usize
            ..((cy + reach).ceil().max(0.0) as usize).min(self.high);
        let columns = (cx - reach).floor().max(0.0) as usize
            ..((cx + reach).ceil().max(0.0) as usize).min(self.wide);
        for py in rows {
            for px in columns.clone() {
                let (dx, dy) = (px as f64 + 0.5 - cx, py as f64 + 0.5 - cy);
                let cover = (reach - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0);
                if cover > 0.0 {
                    let at = (py * self.wide + px) * 4;
                    for (byte, part) in self.bytes[at..at + 3].iter_mut().zip(colour) {
                        *byte = (f64::from(*byte) * (1.0 - cover) + f64::from(part) * cover) as u8;
                    }
                }
            }
        }
    }
}
