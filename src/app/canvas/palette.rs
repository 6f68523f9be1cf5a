//! The colours and faces, read from the page's design tokens.

/// The tokens that painters use, each under its name in the style sheet.
macro_rules! palette {
    ($($field:ident = $token:literal),* $(,)?) => {
        /// Colours and faces, as the style sheet names them.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the fields are the tokens")]
        pub struct Palette {
            $(pub $field: String,)*
        }

        impl Palette {
            /// The palette of a page, by the values of its custom properties.
            pub fn from_tokens(token: impl Fn(&str) -> String) -> Palette {
                Palette { $($field: token($token),)* }
            }
        }
    };
}

palette! {
    paper = "--paper",
    card = "--card",
    sand = "--sand",
    wall = "--wall",
    line = "--line",
    ink = "--ink",
    muted = "--muted",
    tomato = "--tomato",
    tomato_soft = "--tomato-soft",
    herb = "--herb",
    herb_soft = "--herb-soft",
    saffron = "--saffron",
    saffron_soft = "--saffron-soft",
    steel = "--steel",
    steel_soft = "--steel-soft",
    tile = "--tile",
    tile_alt = "--tile-alt",
    tile_used = "--tile-used",
    stove = "--stove",
    burner = "--burner",
    flame = "--flame",
    fire = "--fire",
    board = "--board",
    board_ink = "--board-ink",
    skin = "--skin",
    whites = "--whites",
    outline = "--outline",
    ticket = "--ticket",
    rail = "--rail",
    wood = "--wood",
    shade = "--shade",
    serif = "--serif",
    sans = "--sans",
    mono = "--mono",
}

/// A colour of the form `#rrggbb` as its parts; black where it has another form.
pub(super) fn rgb(colour: &str) -> [u8; 3] {
    let digits = colour
        .trim()
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii());
    let part = |at: usize| {
        digits
            .and_then(|digits| u8::from_str_radix(&digits[at..at + 2], 16).ok())
            .unwrap_or(0)
    };
    [part(0), part(2), part(4)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_nonsense_is_black() {
        assert_eq!(rgb(" #c23419"), [0xc2, 0x34, 0x19]);
        assert_eq!(rgb("tomato"), [0, 0, 0]);
        assert_eq!(rgb("#éa23"), [0, 0, 0]);
    }

    #[test]
    fn every_token_is_in_the_style_sheet() {
        let styles = include_str!("../../../www/tokens.css");
        let missing = std::cell::RefCell::new(Vec::new());
        Palette::from_tokens(|token| {
            if !styles.contains(&format!("{token}:")) {
                missing.borrow_mut().push(token.to_owned());
            }
            String::new()
        });
        assert!(missing.borrow().is_empty(), "{missing:?}");
    }
}
