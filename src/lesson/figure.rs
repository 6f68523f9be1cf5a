//! Figures: the quantities of a run's report that lessons state, ask for and are held against.

use crate::go::suggest::nearest;
use crate::runtime::report::Report;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A quantity of a run's report, by its name in `brigade run --json`; in JSON that name.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct Figure(&'static Row);

struct Row {
    name: &'static str,
    label: &'static str,
    unit: Unit,
    read: fn(&Report) -> Value,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Orders: may also be stated as a share of all of them.
    Orders,
    /// Nanoseconds.
    Time,
    /// Bytes.
    Bytes,
    /// A word.
    Word,
    /// What a program wrote, without the space around it.
    Text,
}

/// What a figure comes to, in its own unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A count, ns or bytes.
    Number(f64),
    /// A word, such as `out_of_memory`.
    Word(String),
}

macro_rules! figures {
    ($($name:literal $label:literal $unit:ident $($path:ident).+;)*) => {
        &[$(Row { name: $name, label: $label, unit: Unit::$unit, read: |report| Value::Number(report.$($path).+ as f64) }),*]
    };
}

static NUMBERS: &[Row] = figures![
    "exit_code" "exit status" Count exit_code;
    "orders.total" "orders" Orders orders.total;
    "orders.waiting" "waiting" Orders orders.waiting;
    "orders.in_flight" "in flight" Orders orders.in_flight;
    "orders.served" "served" Orders orders.served;
    "orders.failed" "failed" Orders orders.failed;
    "orders.lost" "lost" Orders orders.lost;
    "makespan_ns" "makespan" Time makespan_ns;
    "max_in_flight" "most in flight" Count max_in_flight;
    "goroutines.created" "goroutines started" Count goroutines.created;
    "goroutines.max_alive" "goroutines at once" Count goroutines.max_alive;
    "memory.peak_bytes" "memory at most" Bytes memory.peak_bytes;
    "stoves.max_in_use" "stoves lit at once" Count stoves.max_in_use;
    "stoves.refused" "stoves refused" Count stoves.refused;
    "api.calls" "calls" Count api.calls;
    "api.refused" "calls refused" Count api.refused;
    "waited.lock_ns" "waited for locks" Time waited.lock_ns;
    "waited.send_ns" "waited to send" Time waited.send_ns;
    "waited.stove_ns" "waited for stoves" Time waited.stove_ns;
    "waited.connection_ns" "waited for connections" Time waited.connection_ns;
    "allocations" "allocations" Count allocations;
    "steps" "steps" Count steps;
    "events" "events" Count events;
];

static WORDS: &[Row] = &[
    Row {
        name: "reason",
        label: "how it ends",
        unit: Unit::Word,
        read: |report| Value::Word(report.reason.name().to_owned()),
    },
    Row {
        name: "stdout",
        label: "what it prints",
        unit: Unit::Text,
        read: |report| Value::Word(report.stdout.trim().to_owned()),
    },
    Row {
        name: "stderr",
        label: "what it complains of",
        unit: Unit::Text,
        read: |report| Value::Word(report.stderr.trim().to_owned()),
    },
];

fn rows() -> impl Iterator<Item = &'static Row> + Clone {
    WORDS.iter().chain(NUMBERS)
}

impl Figure {
    /// The figure of that name.
    ///
    /// # Errors
    /// An unknown name, with what was meant, or what there is.
    pub fn named(name: &str) -> Result<Figure, String> {
        let found = rows().find(|row| row.name == name).map(Figure);
        found.ok_or_else(|| {
            let names = rows().map(|row| row.name);
            let meant = nearest(name, names.clone())
                .map(|near| format!("did you mean `{near}`? "))
                .unwrap_or_default();
            let all = names.collect::<Vec<_>>().join(", ");
            format!("unknown figure `{name}`; {meant}there are: {all}")
        })
    }

    /// Its name in `--json`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// It in a word or two, as a table's heading says it.
    pub fn label(self) -> &'static str {
        self.0.label
    }

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        self.0.unit
    }

    /// What it comes to in a run.
    pub fn of(self, report: &Report) -> Value {
        (self.0.read)(report)
    }

    /// Holds a statement, as written in a lesson, against a run: `4 s`, `1,000`, `97 %`, `63 MiB`, `out of memory`.
    /// True to the digits shown; of what a program wrote, if it is one of the lines.
    ///
    /// # Errors
    /// What isn't such a statement, or disagrees; with what the run says.
    pub fn agrees(self, shown: &str, report: &Report) -> Result<(), String> {
        let value = self.of(report);
        let said = self.say(&value);
        let stated = Stated::parse(shown, self.unit())?;
        let agrees = match (&stated, &value) {
            (Stated::Word(word), Value::Word(value)) => match self.unit() {
                Unit::Text => value.lines().any(|line| line == word),
                _ => word == value,
            },
            (
                Stated::Number {
                    number,
                    scale,
                    places,
                },
                Value::Number(value),
            ) => {
                let scale = scale.unwrap_or(report.orders.total as f64 / 100.0);
                let half = 0.5 / libm::pow(10.0, f64::from(*places));
                (value / scale - number).abs() <= half * (1.0 + 1e-9)
            }
            _ => false,
        };
        if agrees {
            Ok(())
        } else {
            Err(format!(
                "`{shown}` is stated, but {} of the run is {said}",
                self.name()
            ))
        }
    }

    /// The number that a statement stands for, in the figure's own unit; the word, for a word.
    ///
    /// # Errors
    /// What isn't a statement of this figure; shares have no number of their own.
    pub fn parse(self, shown: &str) -> Result<Value, String> {
        match Stated::parse(shown, self.unit())? {
            Stated::Word(word) => Ok(Value::Word(word)),
            Stated::Number {
                number,
                scale: Some(scale),
                ..
            } => Ok(Value::Number(number * scale)),
            Stated::Number { scale: None, .. } => Err(format!(
                "`{shown}`: a share won't do here; give the number of orders"
            )),
        }
    }

    /// A value of this figure in words: `4.000 s`, `1,000`, `62.5 MiB`, `out of memory`.
    pub fn say(self, value: &Value) -> String {
        match (value, self.unit()) {
            (Value::Word(text), Unit::Text) => text.clone(),
            (Value::Word(word), _) => word.replace('_', " "),
            (Value::Number(number), Unit::Time) if *number >= MINUTE && number % MINUTE == 0.0 => {
                format!("{} min", grouped((number / MINUTE) as u64))
            }
            (Value::Number(number), Unit::Time) => scaled(*number, TIMES),
            (Value::Number(number), Unit::Bytes) => scaled(*number, BYTES),
            (Value::Number(number), _) => grouped(*number as u64),
        }
    }
}

/// A minute, in ns: whole minutes are said as such.
const MINUTE: f64 = 6e10;
/// Largest first, from which a number is printed in that unit.
const TIMES: &[(&str, f64)] = &[("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1.0)];
const BYTES: &[(&str, f64)] = &[
    ("GiB", 1_073_741_824.0),
    ("MiB", 1_048_576.0),
    ("KiB", 1024.0),
    ("B", 1.0),
];

fn scaled(number: f64, units: &[(&str, f64)]) -> String {
    let largest = units.iter().find(|unit| number >= unit.1);
    let (name, scale) = largest.unwrap_or(&units[units.len() - 1]);
    let number = number / scale;
    match name {
        &"ns" | &"B" => format!("{number} {name}"),
        &"s" => format!("{number:.3} s"),
        _ => format!("{number:.1} {name}"),
    }
}

/// A whole number with commas between thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

enum Stated {
    Word(String),
    /// `scale` is missing for a share of all orders; `places` are the digits after the point.
    Number {
        number: f64,
        scale: Option<f64>,
        places: u32,
    },
}

impl Stated {
    fn parse(shown: &str, unit: Unit) -> Result<Stated, String> {
        let shown = shown.trim();
        match unit {
            Unit::Word => return Ok(Stated::Word(shown.replace(' ', "_"))),
            Unit::Text => return Ok(Stated::Word(shown.to_owned())),
            Unit::Count | Unit::Orders | Unit::Time | Unit::Bytes => {}
        }
        let end = shown
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(shown.len());
        let (digits, word) = (shown[..end].replace(',', ""), shown[end..].trim());
        let number = digits
            .parse()
            .map_err(|_| format!("`{shown}` doesn't begin with a number"))?;
        let places = digits
            .split_once('.')
            .map_or(0, |(_, after)| after.len() as u32);
        let scale = scale(word, unit).ok_or_else(|| {
            format!(
                "`{shown}`: write {}",
                match unit {
                    Unit::Time => "a time in ns, µs, ms, s, min or h",
                    Unit::Bytes => "a size in B, KiB, MiB or GiB",
                    Unit::Orders => "a plain number, or a share in %",
                    Unit::Count | Unit::Word | Unit::Text => "a plain number",
                }
            )
        })?;
        Ok(Stated::Number {
            number,
            scale,
            places,
        })
    }
}

/// The scale of a unit's word: the outer `None` for a word that isn't one, the inner for a share.
fn scale(word: &str, unit: Unit) -> Option<Option<f64>> {
    let among = |units: &[(&str, f64)]| {
        let found = units.iter().find(|unit| unit.0 == word);
        found.map(|unit| Some(unit.1))
    };
    match unit {
        Unit::Time => among(&[("h", 3.6e12), ("min", 6e10)]).or_else(|| among(TIMES)),
        Unit::Bytes => among(BYTES),
        Unit::Orders if word == "%" => Some(None),
        Unit::Orders | Unit::Count | Unit::Word | Unit::Text => {
            word.is_empty().then_some(Some(1.0))
        }
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Figure) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Figure {}

impl TryFrom<String> for Figure {
    type Error = String;
    fn try_from(name: String) -> Result<Figure, String> {
        Figure::named(&name)
    }
}

impl From<Figure> for &'static str {
    fn from(figure: Figure) -> &'static str {
        figure.name()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::report::{Api, Goroutines, Memory, Reason, Stoves};
    use crate::runtime::world::{Counts, Waited};

    fn report() -> Report {
        Report {
            exit_code: 137,
            reason: Reason::OutOfMemory,
            stdout: "first line\nall done!\n".into(),
            stderr: String::new(),
            orders: Counts {
                total: 1000,
                waiting: 0,
                in_flight: 0,
                served: 97,
                failed: 903,
                lost: 0,
            },
            makespan_ns: 4_023_456_789,
            max_in_flight: 1000,
            goroutines: Goroutines {
                created: 1001,
                max_alive: 1001,
            },
            memory: Memory {
                peak_bytes: 66_000_000,
            },
            stoves: Stoves {
                max_in_use: 97,
                refused: 903,
            },
            api: Api::default(),
            waited: Waited::default(),
            allocations: 12,
            steps: 5,
            events: 6,
            trace_digest: String::new(),
            diagnostics: vec![],
            races: vec![],
            leaks: vec![],
            deadlock: vec![],
        }
    }

    #[test]
    fn names_are_those_of_the_json() {
        let json = serde_json::to_value(report()).unwrap();
        for row in rows() {
            let pointer = format!("/{}", row.name.replace('.', "/"));
            let found = json
                .pointer(&pointer)
                .unwrap_or_else(|| panic!("no {}", row.name));
            match (row.read)(&report()) {
                Value::Number(number) => assert_eq!(found.as_f64(), Some(number)),
                Value::Word(word) => assert_eq!(found.as_str().map(str::trim), Some(&*word)),
            }
        }
    }

    #[test]
    fn a_statement_is_true_to_the_digits_shown() {
        let agrees = |name, shown| Figure::named(name).unwrap().agrees(shown, &report());
        for (name, shown) in [
            ("makespan_ns", "4 s"),
            ("makespan_ns", "4.02 s"),
            ("makespan_ns", "4,023 ms"),
            ("orders.failed", "903"),
            ("orders.failed", "90 %"),
            ("orders.served", "9.7 %"),
            ("memory.peak_bytes", "63 MiB"),
            ("goroutines.created", "1,001"),
            ("reason", "out of memory"),
            ("stdout", "all done!"),
        ] {
            assert_eq!(agrees(name, shown), Ok(()), "{name} {shown}");
        }
        for (name, shown) in [
            ("makespan_ns", "4.0 ms"),
            ("makespan_ns", "4.03 s"),
            ("makespan_ns", "4"),
            ("orders.failed", "900"),
            ("orders.failed", "91 %"),
            ("stoves.refused", "90 %"),
            ("memory.peak_bytes", "63 MB"),
            ("reason", "completed"),
            ("exit_code", "one"),
            ("stdout", "done!"),
        ] {
            assert!(agrees(name, shown).is_err(), "{name} {shown}");
        }
        assert_eq!(
            agrees("makespan_ns", "5 s").unwrap_err(),
            "`5 s` is stated, but makespan_ns of the run is 4.023 s"
        );
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_one_meant() {
        let message = Figure::named("orders.severd").unwrap_err();
        assert!(
            message.contains("did you mean `orders.served`?"),
            "{message}"
        );
    }

    #[test]
    fn numbers_are_said_with_their_unit() {
        let say = |name, number| Figure::named(name).unwrap().say(&Value::Number(number));
        assert_eq!(say("makespan_ns", 4e9), "4.000 s");
        assert_eq!(say("makespan_ns", 3e11), "5 min");
        assert_eq!(say("makespan_ns", 2_500_000.0), "2.5 ms");
        assert_eq!(say("makespan_ns", 0.0), "0 ns");
        assert_eq!(say("memory.peak_bytes", 66_000_000.0), "62.9 MiB");
        assert_eq!(say("orders.lost", 10_000.0), "10,000");
    }
}
