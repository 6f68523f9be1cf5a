//! Types.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Tok};
use super::Parser;

impl Parser<'_> {
    pub(super) fn type_(&mut self) -> Expr {
        self.type_or_none().unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("expected type");
            self.skip_to(|t| {
                matches!(
                    t,
                    Tok::Comma
                        | Tok::Colon
                        | Tok::Semi(_)
                        | Tok::Rparen
                        | Tok::Rbrack
                        | Tok::Rbrace
                )
            });
            bad
        })
    }

    /// `TypeName | TypeLit | "(" Type ")"`, if one is there.
    pub(super) fn type_or_none(&mut self) -> Option<Expr> {
        let Some(outer) = self.enter("type") else {
            return Some(self.bad());
        };
        let typ = self.type_here();
        self.leave(outer);
        typ
    }

    fn type_here(&mut self) -> Option<Expr> {
        let pos = self.pos();
        let kind = match self.tok() {
            Tok::Star => {
                self.next();
                ExprKind::Star(self.type_().into())
            }
            Tok::Arrow => {
                self.next();
                self.want(Tok::Keyword(Keyword::Chan));
                ExprKind::ChanType {
                    dir: ChanDir::Receive,
                    elem: self.channel_element().into(),
                }
            }
            Tok::Keyword(Keyword::Func) => {
                self.next();
                let lparen = self.pos();
                let signature = self.func_type("function type").1.into();
                return Some(self.node(lparen, ExprKind::FuncType(signature)));
            }
            Tok::Lbrack => {
                self.next();
                if self.got(Tok::Rbrack) {
                    return Some(self.slice_type(pos));
                }
                return Some(self.array_type(pos, None));
            }
            Tok::Keyword(Keyword::Chan) => {
                self.next();
                let dir = if self.got(Tok::Arrow) {
                    ChanDir::Send
                } else {
                    ChanDir::Both
                };
                ExprKind::ChanType {
                    dir,
                    elem: self.channel_element().into(),
                }
            }
            Tok::Keyword(Keyword::Map) => {
                self.next();
                self.want(Tok::Lbrack);
                let key = self.type_().into();
                self.want(Tok::Rbrack);
                ExprKind::MapType {
                    key,
                    value: self.type_().into(),
                }
            }
            Tok::Keyword(Keyword::Struct) => self.struct_type(),
            Tok::Keyword(Keyword::Interface) => self.interface_type(),
            Tok::Name => return Some(self.qualified_name(None)),
            Tok::Lparen => {
                self.next();
                let typ = self.type_();
                self.want(Tok::Rparen);
                return Some(typ);
            }
            _ => return None,
        };
        Some(self.node(pos, kind))
    }

    /// `identifier [ "." identifier ] [ TypeArgs ]`; the first name may be given.
    pub(super) fn qualified_name(&mut self, first: Option<Ident>) -> Expr {
        let name = match first {
            Some(name) => name,
            None if self.tok() == Tok::Name => self.name(),
            None => {
                let name = Ident {
                    id: self.ids.fresh(),
                    pos: self.pos(),
                    name: "_".into(),
                };
                self.syntax_error("expected name");
                self.skip_to(|t| matches!(t, Tok::Dot | Tok::Semi(_) | Tok::Rbrace));
                name
            }
        };
        let pos = name.pos;
        let mut typ = self.name_expr(name);
        if self.got(Tok::Dot) {
            let name = self.name();
            typ = self.node(
                pos,
                ExprKind::Selector {
                    operand: typ.into(),
                    name,
                },
            );
        }
        if self.tok() == Tok::Lbrack {
            let lbracket = self.pos();
            self.next();
            let indices = if self.tok() == Tok::Rbrack {
                self.syntax_error("expected type argument list");
                vec![self.bad()]
            } else {
                self.expression_level += 1;
                let first = self.type_();
                let (arguments, _) = self.more_types(first);
                self.expression_level -= 1;
                arguments
            };
            self.want(Tok::Rbrack);
            typ = self.node(
                pos,
                ExprKind::Index {
                    operand: typ.into(),
                    lbracket,
                    indices,
                },
            );
        }
        typ
    }

    /// `{ "," Type } [ "," ]` after the first of a list of types; and whether there was a comma.
    pub(super) fn more_types(&mut self, first: Expr) -> (Vec<Expr>, bool) {
        let mut types = vec![first];
        let mut comma = false;
        while self.got(Tok::Comma) {
            comma = true;
            match self.type_or_none() {
                Some(typ) => types.push(typ),
                None => break,
            }
        }
        (types, comma)
    }

    /// The rest of an array type, whose `[` and perhaps length have been read.
    pub(super) fn array_type(&mut self, pos: Pos, length: Option<Expr>) -> Expr {
        let mut len = length.map(Box::new);
        if len.is_none() && !self.got(Tok::DotDotDot) {
            self.expression_level += 1;
            len = Some(self.expr().into());
            self.expression_level -= 1;
        }
        if self.tok() == Tok::Comma {
            self.syntax_error("unexpected comma; expected ]");
            self.next();
        }
        self.want(Tok::Rbrack);
        let elem = self.type_().into();
        self.node(pos, ExprKind::ArrayType { len, elem })
    }

    /// The rest of a slice type, whose `[]` has been read.
    pub(super) fn slice_type(&mut self, pos: Pos) -> Expr {
        let elem = self.type_().into();
        self.node(pos, ExprKind::SliceType(elem))
    }

    fn channel_element(&mut self) -> Expr {
        self.type_or_none().unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("missing channel element type");
            bad
        })
    }
}
