//! The tokens of Go.

use super::ast::{BinaryOp, LiteralValue};

/// A token and where it stands.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Tok,
    /// The offset of its first byte.
    pub start: usize,
    /// The offset of the byte after its last.
    pub end: usize,
    /// What a well-formed literal denotes.
    pub literal: Option<LiteralValue>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tok {
    /// The end of the text.
    Eof,
    /// An identifier.
    Name,
    /// A literal.
    Literal,
    /// A keyword.
    Keyword(Keyword),
    /// A binary operator but `*`; some are unary too.
    Operator(BinaryOp),
    /// `!`
    Not,
    /// `~`
    Tilde,
    /// `*`
    Star,
    /// `<-`
    Arrow,
    /// An operator with `=`, such as `+=`.
    AssignOp(BinaryOp),
    /// `++` or `--`
    IncDec(BinaryOp),
    /// `=`
    Assign,
    /// `:=`
    Define,
    /// `(`
    Lparen,
    /// `[`
    Lbrack,
    /// `{`
    Lbrace,
    /// `)`
    Rparen,
    /// `]`
    Rbrack,
    /// `}`
    Rbrace,
    /// `,`
    Comma,
    /// `;`, written or implied.
    Semi(Semi),
    /// `:`
    Colon,
    /// `.`
    Dot,
    /// `...`
    DotDotDot,
}

/// Where a semicolon comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Semi {
    /// It is written.
    Semicolon,
    /// A line ends where a statement may.
    Newline,
    /// The text ends where a statement may.
    Eof,
}

impl Semi {
    /// What diagnostics call it.
    pub fn text(self) -> &'static str {
        match self {
            Semi::Semicolon => "semicolon",
            Semi::Newline => "newline",
            Semi::Eof => "EOF",
        }
    }
}

macro_rules! keywords {
    ($($variant:ident $text:literal)*) => {
        /// The keywords.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Keyword {
            $(#[doc = concat!("`", $text, "`")] $variant,)*
        }

        impl Keyword {
            /// As it is written.
            pub fn text(self) -> &'static str {
                match self { $(Keyword::$variant => $text,)* }
            }

            /// The keyword of that spelling.
            pub fn of(text: &str) -> Option<Keyword> {
                match text { $($text => Some(Keyword::$variant),)* _ => None }
            }
        }
    };
}

keywords! {
    Break "break" Case "case" Chan "chan" Const "const" Continue "continue" Default "default" Defer "defer"
    Else "else" Fallthrough "fallthrough" For "for" Func "func" Go "go" Goto "goto" If "if" Import "import"
    Interface "interface" Map "map" Package "package" Range "range" Return "return" Select "select"
    Struct "struct" Switch "switch" Type "type" Var "var"
}

impl Tok {
    /// What diagnostics call a token that was expected, or found, regardless of how it was spelt.
    pub fn text(self) -> String {
        let fixed = match self {
            Tok::Eof => "EOF",
            Tok::Name => "name",
            Tok::Literal => "literal",
            Tok::Keyword(k) => return format!("keyword {}", k.text()),
            Tok::Operator(op) => op.text(),
            Tok::AssignOp(op) => return format!("{}=", op.text()),
            Tok::IncDec(op) => return op.text().repeat(2),
            Tok::Not => "!",
            Tok::Tilde => "~",
            Tok::Star => "*",
            Tok::Arrow => "<-",
            Tok::Assign => "=",
            Tok::Define => ":=",
            Tok::Lparen => "(",
            Tok::Lbrack => "[",
            Tok::Lbrace => "{",
            Tok::Rparen => ")",
            Tok::Rbrack => "]",
            Tok::Rbrace => "}",
            Tok::Comma => "comma",
            Tok::Semi(_) => "semicolon or newline",
            Tok::Colon => ":",
            Tok::Dot => ".",
            Tok::DotDotDot => "...",
        };
        fixed.to_string()
    }

    /// Whether a line that ends after this token ends the statement.
    pub fn ends_statement(self) -> bool {
        use Keyword::{Break, Continue, Fallthrough, Return};
        matches!(
            self,
            Tok::Name
                | Tok::Literal
                | Tok::IncDec(_)
                | Tok::Rparen
                | Tok::Rbrack
                | Tok::Rbrace
                | Tok::Keyword(Break | Continue | Fallthrough | Return)
        )
    }
}
