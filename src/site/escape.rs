//! Text on its way into HTML.

use serde::Serialize;

/// Text between tags, or within an attribute in double quotes.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// JSON within a `script` element: nothing in it can end the element.
///
/// # Panics
/// If the value can't be JSON; ours all can.
pub fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value)
        .expect("blocks have text keys only")
        .replace('<', "\\u003c")
}

/// A name for use in an address: lower case, digits and single hyphens.
pub fn slug(title: &str) -> String {
    let kept: String = title
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Whether a link leads where a link may: a page, a place in one, or a mail.
pub fn harmless(destination: &str) -> bool {
    let end = destination
        .find(['/', '?', '#'])
        .unwrap_or(destination.len());
    match destination[..end].split_once(':') {
        None => true,
        Some((scheme, _)) => ["http", "https", "mailto"].contains(&scheme.to_lowercase().as_str()),
    }
}
