//! Packages strings and unicode: searching, and the kinds of characters.

use super::Row;
use super::strconv::answer;
use crate::runtime::machine::Machine;
use crate::runtime::native::{Call, Flow};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The natives of the packages.
pub const NATIVES: &[Row] = &[
    ("strings.Index", index),
    ("strings.LastIndex", last_index),
    ("strings.repeat", repeat),
    ("unicode.class", class),
    ("unicode.ToUpper", to_upper),
    ("unicode.ToLower", to_lower),
];

fn search(machine: &mut Machine, call: Call, search: fn(&[u8], &[u8]) -> Option<usize>) -> Flow {
    let (text, part) = (machine.arg(call, 0), machine.arg(call, 1));
    let found = search(machine.str(text), machine.str(part));
    let looked_at = found.unwrap_or(machine.str(text).len());
    machine.charge(looked_at as u64 / 8);
    machine.set(call, 0, found.map_or(-1, |at| at as i64) as u64);
    Flow::Done
}

fn index(machine: &mut Machine, call: Call) -> Flow {
    search(machine, call, find)
}

fn last_index(machine: &mut Machine, call: Call) -> Flow {
    search(machine, call, |text, part| {
        if part.is_empty() {
            return Some(text.len());
        }
        text.windows(part.len()).rposition(|window| window == part)
    })
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    let Some(first) = part.first() else {
        return Some(0);
    };
    let mut at = 0;
    while at + part.len() <= text.len() {
        let starts = text.len() - part.len() + 1;
        at += text[at..starts].iter().position(|byte| byte == first)?;
        if text[at..].starts_with(part) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn repeat(machine: &mut Machine, call: Call) -> Flow {
    let count = machine.arg(call, 1) as usize;
    let bytes = machine.str(machine.arg(call, 0)).len() as u64 * count as u64;
    if !machine.check_room(bytes, bytes) {
        return Flow::Ended;
    }
    let text = machine.str(machine.arg(call, 0)).repeat(count);
    answer(machine, call, &text)
}

fn character(machine: &Machine, call: Call) -> Option<char> {
    char::from_u32(machine.arg(call, 0) as u32)
}

/// What a character is, in the bits that the package's Go names.
fn class(machine: &mut Machine, call: Call) -> Flow {
    const LETTER: u64 = 1 << 3;
    const NUMBER: u64 = 1 << 5;
    const SPACE: u64 = 1 << 9;
    use GeneralCategory as Category;
    let bits = character(machine, call).map_or(0, |c| {
        let category = match c.general_category() {
            Category::UppercaseLetter => 1 | LETTER,
            Category::LowercaseLetter => 1 << 1 | LETTER,
            Category::TitlecaseLetter => 1 << 2 | LETTER,
            Category::ModifierLetter | Category::OtherLetter => LETTER,
            Category::DecimalNumber => 1 << 4 | NUMBER,
            Category::LetterNumber | Category::OtherNumber => NUMBER,
            Category::NonspacingMark | Category::SpacingMark | Category::EnclosingMark => 1 << 6,
            Category::ConnectorPunctuation
            | Category::DashPunctuation
            | Category::OpenPunctuation
            | Category::ClosePunctuation
            | Category::InitialPunctuation
            | Category::FinalPunctuation
            | Category::OtherPunctuation => 1 << 7,
            Category::MathSymbol
            | Category::CurrencySymbol
            | Category::ModifierSymbol
            | Category::OtherSymbol => 1 << 8,
            Category::Control => 1 << 10,
            Category::SpaceSeparator => 1 << 11,
            _ => 0,
        };
        // Go's white space is Unicode's.
        category | if c.is_whitespace() { SPACE } else { 0 }
    });
    machine.set(call, 0, bits);
    Flow::Done
}

/// The character that a mapping gives, where it gives one.
fn single(mut mapped: impl Iterator<Item = char>, c: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn map_case(machine: &mut Machine, call: Call, map: fn(char) -> char) -> Flow {
    if let Some(c) = character(machine, call) {
        machine.set(call, 0, u64::from(map(c)));
    }
    Flow::Done
}

fn to_upper(machine: &mut Machine, call: Call) -> Flow {
    map_case(machine, call, |c| single(c.to_uppercase(), c))
}

fn to_lower(machine: &mut Machine, call: Call) -> Flow {
    map_case(machine, call, |c| match c {
        // The only one whose full mapping is longer than its simple one.
        '\u{130}' => 'i',
        _ => single(c.to_lowercase(), c),
    })
}
