//! A pen: the canvas's own calls in the few forms that painters need.

use super::palette::Palette;
use crate::scene::Rect;
use std::f64::consts::TAU;
use web_sys::CanvasRenderingContext2d;

/// Where a text stands beside its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// A typeface and its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Serif,
    SerifItalic,
    Sans,
    SansBold,
    Mono,
    MonoBold,
}

pub(super) struct Pen<'a> {
    context: &'a CanvasRenderingContext2d,
    pub(super) palette: &'a Palette,
    /// The factor for type and lines.
    pub(super) unit: f64,
    /// Pixels for each unit of the scene.
    pub(super) ratio: f64,
}

impl<'a> Pen<'a> {
    pub(super) fn new(
        context: &'a CanvasRenderingContext2d,
        palette: &'a Palette,
        unit: f64,
        ratio: f64,
    ) -> Pen<'a> {
        Pen {
            context,
            palette,
            unit,
            ratio,
        }
    }

    /// A clean canvas, in units of the scene.
    pub(super) fn begin(&self) {
        let _ = self
            .context
            .set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
        self.context.set_global_alpha(1.0);
        self.solid();
        self.context.set_line_cap("round");
        self.context.set_line_join("round");
    }

    pub(super) fn context(&self) -> &CanvasRenderingContext2d {
        self.context
    }

    /// What follows is painted with this opacity.
    pub(super) fn alpha(&self, alpha: f64) {
        self.context.set_global_alpha(alpha);
    }

    /// Lines are dashed from here on.
    pub(super) fn dashed(&self, on: f64, off: f64) {
        let dashes = js_sys::Array::of2(&on.into(), &off.into());
        let _ = self.context.set_line_dash(&dashes);
    }

    /// Lines are solid again.
    pub(super) fn solid(&self) {
        let _ = self.context.set_line_dash(&js_sys::Array::new());
    }

    pub(super) fn path(&self) -> &Self {
        self.context.begin_path();
        self
    }

    pub(super) fn to(&self, x: f64, y: f64) -> &Self {
        self.context.move_to(x, y);
        self
    }

    pub(super) fn line(&self, x: f64, y: f64) -> &Self {
        self.context.line_to(x, y);
        self
    }

    pub(super) fn curve(&self, a: (f64, f64), b: (f64, f64), end: (f64, f64)) -> &Self {
        self.context
            .bezier_curve_to(a.0, a.1, b.0, b.1, end.0, end.1);
        self
    }

    pub(super) fn bend(&self, a: (f64, f64), end: (f64, f64)) -> &Self {
        self.context.quadratic_curve_to(a.0, a.1, end.0, end.1);
        self
    }

    /// A circle of its own within the path.
    pub(super) fn circle(&self, x: f64, y: f64, r: f64) -> &Self {
        self.context.move_to(x + r, y);
        let _ = self.context.arc(x, y, r.max(0.0), 0.0, TAU);
        self
    }

    pub(super) fn oval(&self, x: f64, y: f64, rx: f64, ry: f64) -> &Self {
        self.context.move_to(x + rx, y);
        let _ = self
            .context
            .ellipse(x, y, rx.max(0.0), ry.max(0.0), 0.0, 0.0, TAU);
        self
    }

    /// Part of a circle, clockwise from the top; `share` from 0 to 1.
    pub(super) fn arc(&self, x: f64, y: f64, r: f64, share: f64) -> &Self {
        self.context.move_to(x, y - r);
        let _ = self.context.arc(x, y, r, -TAU / 4.0, TAU * (share - 0.25));
        self
    }

    pub(super) fn close(&self) -> &Self {
        self.context.close_path();
        self
    }

    pub(super) fn rect(&self, rect: Rect) -> &Self {
        self.context.rect(rect.x, rect.y, rect.w, rect.h);
        self
    }

    pub(super) fn rounded(&self, rect: Rect, radius: f64) -> &Self {
        let r = radius.min(rect.w / 2.0).min(rect.h / 2.0).max(0.0);
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        self.to(left + r, top)
            .line(right - r, top)
            .bend((right, top), (right, top + r))
            .line(right, bottom - r)
            .bend((right, bottom), (right - r, bottom))
            .line(left + r, bottom)
            .bend((left, bottom), (left, bottom - r))
            .line(left, top + r)
            .bend((left, top), (left + r, top))
            .close()
    }

    pub(super) fn fill(&self, colour: &str) -> &Self {
        self.context.set_fill_style_str(colour);
        self.context.fill();
        self
    }

    pub(super) fn stroke(&self, colour: &str, width: f64) -> &Self {
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        self.context.stroke();
        self
    }

    /// A rectangle without a path.
    pub(super) fn block(&self, rect: Rect, colour: &str) {
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(rect.x, rect.y, rect.w, rect.h);
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "what a text needs, each of its own type"
    )]
    /// Text on a base line; `size` is in units of a stage 900 wide, and never becomes too small to read.
    pub(super) fn text(
        &self,
        text: &str,
        x: f64,
        y: f64,
        face: Face,
        size: f64,
        colour: &str,
        align: Align,
    ) {
        self.text_sized(text, x, y, face, self.size(size), colour, align);
    }

    /// How large type of `size` becomes on this stage.
    pub(super) fn size(&self, size: f64) -> f64 {
        (size * self.unit).max(size.min(10.5))
    }

    /// The same in units of the scene.
    #[allow(clippy::too_many_arguments, reason = "a text has these")]
    pub(super) fn text_sized(
        &self,
        text: &str,
        x: f64,
        y: f64,
        face: Face,
        size: f64,
        colour: &str,
        align: Align,
    ) {
        self.context.set_font(&self.font(face, size));
        self.context.set_text_align(match align {
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        });
        self.context.set_fill_style_str(colour);
        let _ = self.context.fill_text(text, x, y);
    }

    /// Text that is turned about its point, clockwise, in radians.
    #[allow(clippy::too_many_arguments, reason = "a text has these")]
    pub(super) fn text_turned(
        &self,
        text: &str,
        (x, y): (f64, f64),
        turn: f64,
        face: Face,
        size: f64,
        colour: &str,
        align: Align,
    ) {
        self.context.save();
        let _ = self.context.translate(x, y);
        let _ = self.context.rotate(turn);
        self.text_sized(text, 0.0, size * 0.34, face, size, colour, align);
        self.context.restore();
    }

    /// Text that ends in an ellipsis where it is wider than `width`.
    #[allow(clippy::too_many_arguments, reason = "a text has these")]
    pub(super) fn text_within(
        &self,
        text: &str,
        x: f64,
        y: f64,
        face: Face,
        size: f64,
        colour: &str,
        align: Align,
        width: f64,
    ) {
        let size = self.size(size);
        let mut shown = text.to_owned();
        while self.width(&shown, face, size) > width && shown.chars().count() > 2 {
            let keep = shown.chars().count() - 2;
            shown = shown.chars().take(keep).chain(['…']).collect();
        }
        self.text_sized(&shown, x, y, face, size, colour, align);
    }

    /// How wide a text is at a size in units of the scene.
    pub(super) fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        self.context.set_font(&self.font(face, size));
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    fn font(&self, face: Face, size: f64) -> String {
        let Palette {
            serif, sans, mono, ..
        } = self.palette;
        match face {
            Face::Serif => format!("600 {size:.2}px {serif}"),
            Face::SerifItalic => format!("italic 500 {size:.2}px {serif}"),
            Face::Sans => format!("400 {size:.2}px {sans}"),
            Face::SansBold => format!("600 {size:.2}px {sans}"),
            Face::Mono => format!("400 {size:.2}px {mono}"),
            Face::MonoBold => format!("600 {size:.2}px {mono}"),
        }
    }
}
