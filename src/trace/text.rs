//! Numbers and times as people read them.

/// A whole number with its thousands set apart: `10,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A time in ns, in the unit that suits it, of four digits at most: `0 ms`, `850 ns`, `19.5 ms`, `4.000 s`, `1 h 2 min`.
pub fn duration(ns: u64) -> String {
    const UNITS: [(u64, &str); 4] = [
        (1_000_000_000, "s"),
        (1_000_000, "ms"),
        (1_000, "µs"),
        (1, "ns"),
    ];
    if ns == 0 {
        return "0 ms".into();
    }
    let seconds = ns / 1_000_000_000;
    if seconds >= 3600 {
        return format!("{} h {} min", seconds / 3600, seconds / 60 % 60);
    }
    if seconds >= 60 && seconds.is_multiple_of(60) {
        return format!("{} min", seconds / 60);
    }
    if seconds >= 60 {
        return format!("{} min {} s", seconds / 60, seconds % 60);
    }
    let (unit, name) = UNITS
        .into_iter()
        .find(|(unit, _)| ns >= *unit)
        .unwrap_or((1, "ns"));
    let whole = ns / unit;
    let thousandths = ns % unit * 1000 / unit;
    match (unit, whole) {
        (1_000_000_000, _) => format!("{whole}.{thousandths:03} s"),
        (_, 100..) => format!("{whole} {name}"),
        _ if thousandths / 100 == 0 => format!("{whole} {name}"),
        _ => format!("{whole}.{} {name}", thousandths / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_read_well() {
        assert_eq!(
            [grouped(0), grouped(999), grouped(1000), grouped(1_234_567)],
            ["0", "999", "1,000", "1,234,567"]
        );
        let times = [
            0,
            850,
            2_500,
            19_500_000,
            20_000_000,
            163_000_000,
            4_000_000_000,
            61_000_000_000,
            300_000_000_000,
            3_720_000_000_000,
        ];
        let said = [
            "0 ms",
            "850 ns",
            "2.5 µs",
            "19.5 ms",
            "20 ms",
            "163 ms",
            "4.000 s",
            "1 min 1 s",
            "5 min",
            "1 h 2 min",
        ];
        assert_eq!(times.map(duration), said);
    }
}
