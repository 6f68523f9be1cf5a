//! Numbers as text, as Go writes and reads them: what strconv and fmt share.

use std::fmt::Write as _;

/// Decimal digits of a float: `0.d₁d₂d₃… × 10^point`.
struct Digits {
    digits: Vec<u8>,
    point: i32,
}

/// A float has no more decimal places than this; beyond are zeros.
const MOST_DIGITS: usize = 1100;

impl Digits {
    /// Of Rust's `{:e}`: `d.ddde-5`.
    fn read(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
        }
        let zero = digits == b"0";
        if zero {
            digits.clear();
        }
        let exponent: i32 = exponent.parse().unwrap_or(0);
        Digits {
            digits,
            point: if zero { 0 } else { exponent + 1 },
        }
    }

    /// As few as identify the float.
    fn shortest(float: f64, bits: u32) -> Digits {
        Digits::read(&if bits == 32 {
            format!("{:e}", float as f32)
        } else {
            format!("{float:e}")
        })
    }

    /// So many, rounded.
    fn significant(float: f64, count: usize) -> Digits {
        let places = count.clamp(1, MOST_DIGITS) - 1;
        Digits::read(&format!("{float:.places$e}"))
    }

    fn at(&self, index: usize) -> u8 {
        self.digits.get(index).copied().unwrap_or(b'0')
    }
}

/// A float in format `b`, `e`, `E`, `f`, `g`, `G`, `x` or `X` with so many digits; without a precision, as many as are
/// needed to read it back. `None` for another format.
pub fn format_float(float: f64, format: u8, precision: Option<usize>, bits: u32) -> Option<String> {
    if !matches!(
        format,
        b'b' | b'e' | b'E' | b'f' | b'g' | b'G' | b'x' | b'X'
    ) {
        return None;
    }
    if float.is_nan() {
        return Some("NaN".into());
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if float.is_infinite() {
        return Some(if float > 0.0 { "+Inf" } else { "-Inf" }.into());
    }
    let float = float.abs();
    let body = match format {
        b'b' => binary(float, bits),
        b'x' | b'X' => hexadecimal(float, format, precision),
        b'e' | b'E' => {
            let digits = match precision {
                Some(places) => Digits::significant(float, places + 1),
                None => Digits::shortest(float, bits),
            };
            let places = precision.unwrap_or(digits.digits.len().saturating_sub(1));
            with_exponent(&digits, places, format)
        }
        b'f' => match precision {
            Some(places) => fixed(float, places),
            None => {
                let digits = Digits::shortest(float, bits);
                let places = (digits.digits.len() as i32 - digits.point).max(0) as usize;
                plain(&digits, places)
            }
        },
        _ => general(float, format, precision, bits),
    };
    Some(format!("{sign}{body}"))
}

fn general(float: f64, format: u8, precision: Option<usize>, bits: u32) -> String {
    let digits = match precision {
        Some(count) => Digits::significant(float, count),
        None => Digits::shortest(float, bits),
    };
    let count = digits.digits.len();
    let (wanted, decides) = match precision {
        Some(wanted) => {
            let wanted = wanted.max(1);
            let whole = count as i32 >= digits.point;
            (
                wanted,
                if wanted > count && whole {
                    count
                } else {
                    wanted
                },
            )
        }
        None => (6, 6),
    };
    let exponent = digits.point - 1;
    if exponent < -4 || exponent >= decides as i32 {
        let places = if precision.is_none() || wanted > count {
            count
        } else {
            wanted
        };
        let e = if format == b'G' { b'E' } else { b'e' };
        return with_exponent(&digits, places.saturating_sub(1), e);
    }
    plain(&digits, (count as i32 - digits.point).max(0) as usize)
}

fn with_exponent(digits: &Digits, places: usize, e: u8) -> String {
    let mut text = String::from(digits.at(0) as char);
    if places > 0 {
        text.push('.');
        text.extend((1..=places).map(|index| digits.at(index) as char));
    }
    let exponent = if digits.digits.is_empty() {
        0
    } else {
        digits.point - 1
    };
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(text, "{}{sign}{:02}", e as char, exponent.abs());
    text
}

fn plain(digits: &Digits, places: usize) -> String {
    let mut text = String::new();
    if digits.point > 0 {
        text.extend((0..digits.point as usize).map(|index| digits.at(index) as char));
    } else {
        text.push('0');
    }
    if places > 0 {
        text.push('.');
        text.extend((0..places as i32).map(|index| match digits.point + index {
            at if at < 0 => '0',
            at => digits.at(at as usize) as char,
        }));
    }
    text
}

fn fixed(float: f64, places: usize) -> String {
    let known = places.min(MOST_DIGITS);
    let mut text = format!("{float:.known$}");
    text.extend(std::iter::repeat_n('0', places - known));
    text
}

fn binary(float: f64, bits: u32) -> String {
    let (mantissa, exponent) = if bits == 32 {
        let raw = (float as f32).to_bits();
        let (mantissa, exponent) = (raw & 0x7f_ffff, (raw >> 23 & 0xff) as i32);
        if exponent == 0 {
            (u64::from(mantissa), -149)
        } else {
            (u64::from(mantissa | 0x80_0000), exponent - 150)
        }
    } else {
        let raw = float.to_bits();
        let (mantissa, exponent) = (raw & ((1 << 52) - 1), (raw >> 52 & 0x7ff) as i32);
        if exponent == 0 {
            (mantissa, -1074)
        } else {
            (mantissa | 1 << 52, exponent - 1075)
        }
    };
    format!("{mantissa}p{exponent:+}")
}

fn hexadecimal(float: f64, format: u8, precision: Option<usize>) -> String {
    let raw = float.to_bits();
    let (mut mantissa, mut exponent) = (raw & ((1 << 52) - 1), (raw >> 52 & 0x7ff) as i32 - 1023);
    if exponent == -1023 {
        exponent = if mantissa == 0 { 0 } else { -1022 };
        while mantissa != 0 && mantissa & 1 << 52 == 0 {
            mantissa <<= 1;
            exponent -= 1;
        }
    } else {
        mantissa |= 1 << 52;
    }
    if let Some(places) = precision
        && places < 13
    {
        let cut = 4 * (13 - places);
        let (rest, half) = (mantissa & ((1 << cut) - 1), 1_u64 << (cut - 1));
        mantissa >>= cut;
        if rest > half || rest == half && mantissa & 1 == 1 {
            mantissa += 1;
        }
        mantissa <<= cut;
        if mantissa >> 53 != 0 {
            mantissa >>= 1;
            exponent += 1;
        }
    }
    let mut digits = format!("{:013x}", mantissa & ((1 << 52) - 1));
    match precision {
        None => digits.truncate(digits.trim_end_matches('0').len()),
        Some(places) => {
            digits.truncate(places);
            digits.extend(std::iter::repeat_n('0', places.saturating_sub(13)));
        }
    }
    let point = if digits.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    let text = format!(
        "0x{}{point}{digits}p{sign}{:02}",
        mantissa >> 52,
        exponent.abs()
    );
    if format == b'X' {
        text.to_uppercase()
    } else {
        text
    }
}

/// An unsigned integer in a base from 2 to 36.
pub fn format_uint(mut number: u64, base: u64, upper: bool) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = (number % base) as u8;
        digits.push(match digit {
            0..=9 => b'0' + digit,
            _ if upper => b'A' + digit - 10,
            _ => b'a' + digit - 10,
        });
        number /= base;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().map(|&digit| digit as char).collect()
}

/// Why a text isn't a float.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// It has another form.
    Syntax,
    /// It is too large; this is the infinity it becomes.
    Range(f64),
}

/// Reads a float as `strconv.ParseFloat` does, hexadecimal ones aside.
///
/// # Errors
/// Where it has another form or is too large.
pub fn parse_float(text: &str, bits: u32) -> Result<f64, Fault> {
    let (negative, body) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let sign = |float: f64| if negative { -float } else { float };
    match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Ok(sign(f64::INFINITY)),
        "nan" => return Ok(f64::NAN),
        _ => {}
    }
    let plain = body
        .bytes()
        .all(|c| c.is_ascii_digit() || b".eE+-".contains(&c));
    if !plain || !body.bytes().any(|c| c.is_ascii_digit()) {
        return Err(Fault::Syntax);
    }
    let read = if bits == 32 {
        body.parse::<f32>().map(f64::from)
    } else {
        body.parse::<f64>()
    };
    match read {
        Ok(float) if float.is_infinite() => Err(Fault::Range(sign(float))),
        Ok(float) => Ok(sign(float)),
        Err(_) => Err(Fault::Syntax),
    }
}
