//! Composite literals.

use super::super::ast::*;
use super::super::token::Tok;
use super::Parser;

impl Parser<'_> {
    /// Whether a `{` after `x` opens a composite literal, and not the body of a statement.
    pub(super) fn may_be_literal_type(&self, x: &Expr) -> bool {
        match &x.kind {
            ExprKind::Paren(inner) => self.may_be_literal_type(inner),
            ExprKind::Name(_) | ExprKind::Selector { .. } => self.expression_level >= 0,
            ExprKind::Index { .. } => self.expression_level >= 0 && !is_value(x),
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::MapType { .. } => true,
            _ => false,
        }
    }

    /// `"{" [ element { "," element } [ "," ] ] "}"`
    pub(super) fn literal_value(&mut self, typ: Option<Expr>) -> Expr {
        let lbrace = self.pos();
        self.next();
        self.expression_level += 1;
        let mut elements = Vec::new();
        let rbrace = self.list("composite literal", Tok::Comma, Tok::Rbrace, |p| {
            elements.push(p.keyed_element());
            false
        });
        self.expression_level -= 1;
        let pos = typ.as_ref().map_or(lbrace, |t| t.pos);
        self.node(
            pos,
            ExprKind::Composite {
                typ: typ.map(Box::new),
                lbrace,
                elements,
                rbrace,
            },
        )
    }

    /// `[ element ":" ] element`
    fn keyed_element(&mut self) -> Expr {
        let Some(outer) = self.enter("expression") else {
            return self.bad();
        };
        let mut x = self.element();
        let colon = self.pos();
        if self.got(Tok::Colon) {
            let value = self.element().into();
            x = self.node(
                x.pos,
                ExprKind::KeyValue {
                    key: x.into(),
                    colon,
                    value,
                },
            );
        }
        self.leave(outer);
        x
    }

    /// An expression, or a composite literal without its type.
    fn element(&mut self) -> Expr {
        if self.tok() != Tok::Lbrace {
            return self.expr();
        }
        let Some(outer) = self.enter("expression") else {
            return self.bad();
        };
        let x = self.literal_value(None);
        self.leave(outer);
        x
    }
}

/// Whether `x` can't be a type.
fn is_value(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::Literal(_)
        | ExprKind::Composite { .. }
        | ExprKind::FuncLit { .. }
        | ExprKind::Slice { .. }
        | ExprKind::TypeAssert { .. }
        | ExprKind::TypeSwitchGuard(_)
        | ExprKind::Call { .. }
        | ExprKind::Unary { .. }
        | ExprKind::Binary { .. } => true,
        ExprKind::Paren(x) => is_value(x),
        ExprKind::Index {
            operand, indices, ..
        } => is_value(operand) || indices.len() == 1 && is_value(&indices[0]),
        _ => false,
    }
}
