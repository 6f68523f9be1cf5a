//! Expressions.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Tok};
use super::Parser;
use super::decl::unparen;

impl Parser<'_> {
    /// `Expression { "," Expression }`
    pub(super) fn expr_list(&mut self) -> Vec<Expr> {
        let mut list = vec![self.expr()];
        while self.got(Tok::Comma) {
            list.push(self.expr());
        }
        list
    }

    pub(super) fn expr(&mut self) -> Expr {
        let Some(outer) = self.enter("expression") else {
            return self.bad();
        };
        let x = self.binary_expr(None, 0);
        self.leave(outer);
        x
    }

    /// `UnaryExpr | Expression binary_op Expression`, of operators that bind tighter than `precedence`.
    pub(super) fn binary_expr(&mut self, first: Option<Expr>, precedence: u8) -> Expr {
        let mut x = match first {
            Some(x) => x,
            None => self.unary_expr(),
        };
        while let Some(op) = self.binary_op().filter(|op| op.precedence() > precedence) {
            let op_pos = self.pos();
            self.next();
            let right = self.binary_expr(None, op.precedence()).into();
            self.lengthen_chain();
            x = self.node(
                x.pos,
                ExprKind::Binary {
                    op,
                    op_pos,
                    left: x.into(),
                    right,
                },
            );
        }
        x
    }

    fn binary_op(&self) -> Option<BinaryOp> {
        match self.tok() {
            Tok::Operator(op) => Some(op),
            Tok::Star => Some(BinaryOp::Mul),
            _ => None,
        }
    }

    /// `PrimaryExpr | unary_op UnaryExpr`
    fn unary_expr(&mut self) -> Expr {
        let Some(outer) = self.enter("expression") else {
            return self.bad();
        };
        let pos = self.pos();
        let x = match self.unary_op() {
            Some(UnaryOp::Receive) => self.receive_or_channel_type(),
            Some(UnaryOp::Address) => {
                self.next();
                let operand = unparen(self.unary_expr()).into();
                self.node(
                    pos,
                    ExprKind::Unary {
                        op: UnaryOp::Address,
                        operand,
                    },
                )
            }
            Some(op) => {
                self.next();
                let operand = self.unary_expr().into();
                self.node(pos, ExprKind::Unary { op, operand })
            }
            None if self.got(Tok::Star) => {
                let operand = self.unary_expr().into();
                self.node(pos, ExprKind::Star(operand))
            }
            None => self.primary_expr(None),
        };
        self.leave(outer);
        x
    }

    pub(super) fn unary_op(&self) -> Option<UnaryOp> {
        Some(match self.tok() {
            Tok::Operator(BinaryOp::Add) => UnaryOp::Plus,
            Tok::Operator(BinaryOp::Sub) => UnaryOp::Neg,
            Tok::Operator(BinaryOp::Xor) => UnaryOp::Complement,
            Tok::Operator(BinaryOp::And) => UnaryOp::Address,
            Tok::Not => UnaryOp::Not,
            Tok::Tilde => UnaryOp::Tilde,
            Tok::Arrow => UnaryOp::Receive,
            _ => return None,
        })
    }

    /// `<-x`, or, as only the end of `x` tells, a type `<-chan T`.
    fn receive_or_channel_type(&mut self) -> Expr {
        let pos = self.pos();
        self.next();
        let mut x = self.unary_expr();
        if !matches!(x.kind, ExprKind::ChanType { .. }) {
            return self.node(
                pos,
                ExprKind::Unary {
                    op: UnaryOp::Receive,
                    operand: x.into(),
                },
            );
        }
        self.give_arrow(&mut x);
        x.pos = pos;
        x
    }

    /// Gives the `<-` before a channel type to the `chan` after it, that one's `<-` to the next, and so on:
    /// `<-(chan<- E)` is `<-chan (<-E)`.
    fn give_arrow(&mut self, typ: &mut Expr) {
        let ExprKind::ChanType { dir, elem } = &mut typ.kind else {
            let found = typ.to_string();
            self.syntax_error(&format!("unexpected {found}, expected chan"));
            return;
        };
        match std::mem::replace(dir, ChanDir::Receive) {
            ChanDir::Both => {}
            ChanDir::Send => self.give_arrow(elem),
            ChanDir::Receive => self.syntax_error("unexpected <-, expected chan"),
        }
    }

    /// `Literal | OperandName | "(" Expression ")"`, or a type.
    fn operand(&mut self) -> Expr {
        let pos = self.pos();
        match self.tok() {
            Tok::Name => {
                let name = self.name();
                self.name_expr(name)
            }
            Tok::Literal => {
                let text = self.text().into();
                let literal = self.token.literal.take();
                self.next();
                let kind = literal.map_or(ExprKind::Bad, |value| {
                    ExprKind::Literal(Literal { text, value })
                });
                self.node(pos, kind)
            }
            Tok::Lparen => {
                self.next();
                self.expression_level += 1;
                let x = self.expr().into();
                self.expression_level -= 1;
                self.want(Tok::Rparen);
                self.node(pos, ExprKind::Paren(x))
            }
            Tok::Keyword(Keyword::Func) => self.func_literal_or_type(),
            Tok::Lbrack
            | Tok::Keyword(Keyword::Chan | Keyword::Map | Keyword::Struct | Keyword::Interface) => {
                self.type_()
            }
            _ => {
                let bad = self.bad();
                self.syntax_error("expected expression");
                self.skip_to(|t| matches!(t, Tok::Rparen | Tok::Rbrack | Tok::Rbrace));
                bad
            }
        }
    }

    fn func_literal_or_type(&mut self) -> Expr {
        let pos = self.pos();
        self.next();
        let lparen = self.pos();
        let signature = self.func_type("function type").1.into();
        if self.tok() != Tok::Lbrace {
            return self.node(lparen, ExprKind::FuncType(signature));
        }
        let body = self.func_body().into();
        self.node(pos, ExprKind::FuncLit { signature, body })
    }

    /// `Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue }`
    pub(super) fn primary_expr(&mut self, operand: Option<Expr>) -> Expr {
        let mut x = match operand {
            Some(x) => x,
            None => self.operand(),
        };
        loop {
            x = match self.tok() {
                Tok::Dot => self.selector_or_assertion(x),
                Tok::Lbrack => self.index_or_slice(x),
                Tok::Lparen => self.call(x),
                Tok::Lbrace if self.may_be_literal_type(&x) => {
                    if matches!(x.kind, ExprKind::Paren(_)) {
                        self.syntax_error("cannot parenthesize type in composite literal");
                    }
                    self.literal_value(Some(x))
                }
                _ => return x,
            };
            self.lengthen_chain();
        }
    }

    fn selector_or_assertion(&mut self, operand: Expr) -> Expr {
        let pos = operand.pos;
        self.next();
        match self.tok() {
            Tok::Name => {
                let name = self.name();
                self.node(
                    pos,
                    ExprKind::Selector {
                        operand: operand.into(),
                        name,
                    },
                )
            }
            Tok::Lparen => {
                self.next();
                let kind = if self.got(Tok::Keyword(Keyword::Type)) {
                    ExprKind::TypeSwitchGuard(operand.into())
                } else {
                    ExprKind::TypeAssert {
                        operand: operand.into(),
                        typ: self.type_().into(),
                    }
                };
                self.want(Tok::Rparen);
                self.node(pos, kind)
            }
            _ => {
                self.syntax_error("expected name or (");
                self.skip_to(|t| matches!(t, Tok::Semi(_) | Tok::Rparen));
                operand
            }
        }
    }

    fn index_or_slice(&mut self, operand: Expr) -> Expr {
        let lbracket = self.pos();
        self.next();
        let mut low = None;
        if self.tok() != Tok::Colon {
            let (mut indices, comma) = if self.tok() == Tok::Rbrack {
                self.syntax_error("expected operand");
                (vec![self.bad()], false)
            } else {
                self.expression_level += 1;
                let first = self.expr();
                let indices = self.more_types(first);
                self.expression_level -= 1;
                indices
            };
            if comma || self.tok() == Tok::Rbrack {
                self.want(Tok::Rbrack);
                return self.node(
                    operand.pos,
                    ExprKind::Index {
                        operand: operand.into(),
                        lbracket,
                        indices,
                    },
                );
            }
            low = indices.pop();
        }
        if !self.got(Tok::Colon) {
            self.syntax_error("expected comma, : or ]");
            self.skip_to(|t| matches!(t, Tok::Comma | Tok::Colon | Tok::Rbrack));
        }
        self.slice(operand, lbracket, low)
    }

    /// The rest of `x[low:high:max]` after the first colon.
    fn slice(&mut self, operand: Expr, lbracket: Pos, low: Option<Expr>) -> Expr {
        self.expression_level += 1;
        let mut high = None;
        let mut max = None;
        if !matches!(self.tok(), Tok::Colon | Tok::Rbrack) {
            high = Some(self.expr());
        }
        if self.tok() == Tok::Colon {
            let colon = self.pos();
            if high.is_none() {
                self.error_at(colon, "middle index required in 3-index slice");
                high = Some(self.bad());
            }
            self.next();
            if self.tok() == Tok::Rbrack {
                let rbracket = self.pos();
                self.error_at(rbracket, "final index required in 3-index slice");
                max = Some(self.bad());
            } else {
                max = Some(self.expr());
            }
        }
        self.expression_level -= 1;
        self.want(Tok::Rbrack);
        let [low, high, max] = [low, high, max].map(|bound| bound.map(Box::new));
        // The Go compiler takes the bracket for its beginning.
        self.node(
            lbracket,
            ExprKind::Slice {
                operand: operand.into(),
                lbracket,
                low,
                high,
                max,
            },
        )
    }

    /// `x "(" [ arg { "," arg } [ "..." ] [ "," ] ] ")"`
    fn call(&mut self, fun: Expr) -> Expr {
        let lparen = self.pos();
        self.next();
        self.expression_level += 1;
        let mut args = Vec::new();
        let mut ellipsis = None;
        let rparen = self.list("argument list", Tok::Comma, Tok::Rparen, |p| {
            args.push(p.expr());
            let pos = p.pos();
            ellipsis = p.got(Tok::DotDotDot).then_some(pos);
            ellipsis.is_some()
        });
        self.expression_level -= 1;
        self.node(
            fun.pos,
            ExprKind::Call {
                fun: fun.into(),
                lparen,
                args,
                ellipsis,
                rparen,
            },
        )
    }
}
