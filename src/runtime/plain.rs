//! Values as `print`, `println` and panics write them: the runtime's plain forms, which ask no methods.

use super::machine::Machine;
use super::pkg::number::format_float;
use crate::go::op::RTypeId;
use crate::go::program::RKind;

impl Machine {
    /// A boolean, number or string; none for what is none of these.
    pub(super) fn plain(&self, ty: RTypeId, slot: u64) -> Option<String> {
        Some(match self.program.types[usize::from(ty)].kind {
            RKind::Bool => (slot != 0).to_string(),
            RKind::Int(_) => (slot as i64).to_string(),
            RKind::Uint(_) | RKind::Uintptr => slot.to_string(),
            RKind::Float(bits) => float(f64::from_bits(slot), bits),
            RKind::Complex(_) => {
                let parts = self.components(ty, slot);
                let [real, imag] = [0, 1].map(|index| {
                    let (ty, slot) = parts[index];
                    self.plain(ty, slot).unwrap_or_default()
                });
                let sign = if imag.starts_with(['+', '-']) {
                    ""
                } else {
                    "+"
                };
                format!("({real}{sign}{imag}i)")
            }
            RKind::String => self.text(slot),
            _ => return None,
        })
    }
}

/// A float by the shortest digits that say it, with an exponent from a million on and below 0.0001.
fn float(float: f64, bits: u8) -> String {
    format_float(float, b'g', None, u32::from(bits)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::float;

    #[test]
    fn floats_print_as_gos_do() {
        for (value, text) in [
            (1.5, "1.5"),
            (1e21, "1e+21"),
            (0.1, "0.1"),
            (1e-7, "1e-07"),
            (100_000.0, "100000"),
            (123_456_789.0, "1.23456789e+08"),
            (0.0, "0"),
        ] {
            assert_eq!(float(value, 64), text);
        }
        assert_eq!(float(f64::from(0.1f32), 32), "0.1");
    }
}
