//! Struct types, and what may follow the name of a field.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::Tok;
use super::{Parser, SEMI};
use std::sync::Arc;

/// What follows a name and begins with `[`.
pub(super) enum Brackets {
    /// `[n]E` or `[]E`
    Type(Expr),
    /// `[A, B]`
    Arguments { lbracket: Pos, arguments: Vec<Expr> },
}

impl Parser<'_> {
    /// `"struct" "{" { FieldDecl ";" } "}"`
    pub(super) fn struct_type(&mut self) -> ExprKind {
        self.next();
        self.want(Tok::Lbrace);
        let mut fields = Vec::new();
        self.list("struct type", SEMI, Tok::Rbrace, |p| {
            fields.extend(p.struct_field());
            false
        });
        ExprKind::StructType(fields)
    }

    /// `( IdentifierList Type | [ "*" ] TypeName ) [ Tag ]`
    fn struct_field(&mut self) -> Option<StructField> {
        let pos = self.pos();
        let mut names = Vec::new();
        let typ = match self.tok() {
            Tok::Name => {
                let first = self.name();
                if matches!(
                    self.tok(),
                    Tok::Dot | Tok::Literal | Tok::Semi(_) | Tok::Rbrace
                ) {
                    self.qualified_name(Some(first))
                } else {
                    names = self.names(first);
                    self.field_type(&mut names)
                }
            }
            Tok::Star => {
                self.next();
                let inner = self.embedded_name();
                self.node(pos, ExprKind::Star(inner.into()))
            }
            Tok::Lparen => self.embedded_name(),
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.skip_to(|t| matches!(t, Tok::Semi(_) | Tok::Rbrace));
                return None;
            }
        };
        Some(StructField {
            pos,
            names,
            typ,
            tag: self.tag(),
        })
    }

    /// The type after the names of a field. A lone name before brackets may turn out to be an embedded type with
    /// arguments; it is taken out of the names then.
    fn field_type(&mut self, names: &mut Vec<Ident>) -> Expr {
        if names.len() > 1 || self.tok() != Tok::Lbrack {
            return self.type_();
        }
        match (self.brackets(), names.pop()) {
            (
                Brackets::Arguments {
                    lbracket,
                    arguments,
                },
                Some(name),
            ) => self.instance(name, lbracket, arguments),
            (Brackets::Type(typ), name) => {
                names.extend(name);
                typ
            }
            (Brackets::Arguments { .. }, None) => self.bad(),
        }
    }

    /// The name of an embedded type. Parentheses around it, or around it and a `*`, are a mistake.
    fn embedded_name(&mut self) -> Expr {
        if self.tok() != Tok::Lparen {
            return self.qualified_name(None);
        }
        self.syntax_error("cannot parenthesize embedded type");
        self.next();
        let star = self.pos();
        let typ = if self.got(Tok::Star) {
            let inner = self.qualified_name(None);
            self.node(star, ExprKind::Star(inner.into()))
        } else {
            self.qualified_name(None)
        };
        self.got(Tok::Rparen);
        typ
    }

    fn tag(&mut self) -> Option<Arc<[u8]>> {
        if self.tok() != Tok::Literal {
            return None;
        }
        let (pos, text, literal) = (self.pos(), self.text(), self.token.literal.clone());
        self.next();
        match literal {
            Some(LiteralValue::String(bytes)) => Some(bytes),
            Some(_) => {
                self.error_at(
                    pos,
                    format!("invalid syntax tree: incorrect tag syntax: {text:?}"),
                );
                None
            }
            None => None,
        }
    }

    pub(super) fn instance(&mut self, name: Ident, lbracket: Pos, indices: Vec<Expr>) -> Expr {
        let pos = name.pos;
        let operand = self.name_expr(name).into();
        self.node(
            pos,
            ExprKind::Index {
                operand,
                lbracket,
                indices,
            },
        )
    }

    /// `[n]E`, `[]E`, or type arguments `[A, B]`, as only what follows tells.
    pub(super) fn brackets(&mut self) -> Brackets {
        let pos = self.pos();
        self.next();
        if self.got(Tok::Rbrack) {
            return Brackets::Type(self.slice_type(pos));
        }
        self.expression_level += 1;
        let first = self.expr();
        let (mut arguments, comma) = self.more_types(first);
        self.expression_level -= 1;
        self.want(Tok::Rbrack);
        if !comma && let Some(elem) = self.type_or_none() {
            let len = arguments.pop().map(Box::new);
            return Brackets::Type(self.node(
                pos,
                ExprKind::ArrayType {
                    len,
                    elem: elem.into(),
                },
            ));
        }
        Brackets::Arguments {
            lbracket: pos,
            arguments,
        }
    }
}
