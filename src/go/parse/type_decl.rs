//! Declarations of types, and what their `[` begins: type parameters or the length of an array.

use super::super::ast::*;
use super::super::token::Tok;
use super::Parser;
use super::decl::unparen;

impl Parser<'_> {
    /// `identifier [ TypeParams ] [ "=" ] Type`
    pub(super) fn type_spec(&mut self) -> TypeDecl {
        let name = self.name();
        let mut type_params = Vec::new();
        let mut alias = false;
        let typ = if self.tok() == Tok::Lbrack {
            let lbrack = self.pos();
            self.next();
            match self.tok() {
                Tok::Name => match self.type_params_or_length() {
                    Ok(params) => {
                        type_params = params;
                        alias = self.got_assign();
                        self.type_or_none()
                    }
                    Err(length) => Some(self.array_type(lbrack, Some(length))),
                },
                Tok::Rbrack => {
                    self.next();
                    Some(self.slice_type(lbrack))
                }
                _ => Some(self.array_type(lbrack, None)),
            }
        } else {
            alias = self.got_assign();
            self.type_or_none()
        };
        let typ = typ.unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("in type declaration");
            self.skip_to(|t| matches!(t, Tok::Semi(_) | Tok::Rparen));
            bad
        });
        TypeDecl {
            name,
            type_params,
            alias,
            typ,
        }
    }

    /// What follows `type T[` where a name follows: type parameters, or the length of an array.
    ///
    /// Both begin with what can be read as an expression, unless a `[` follows the name: an index is never constant,
    /// so that must be a constraint. The expression is then taken apart if it can only be, or with a comma
    /// behind it should be, a name and its constraint.
    fn type_params_or_length(&mut self) -> Result<Vec<Field>, Expr> {
        let name = self.name();
        let mut x = self.name_expr(name);
        if self.tok() != Tok::Lbrack {
            self.expression_level += 1;
            let operand = self.primary_expr(Some(x));
            x = self.binary_expr(Some(operand), 0);
            self.expression_level -= 1;
        }
        match split_name(x, self.tok() == Tok::Comma) {
            Ok((name, None)) if self.tok() == Tok::Rbrack => Err(self.name_expr(name)),
            Ok((name, constraint)) => {
                let constraint = constraint.map(|c| self.constraint_of(c));
                Ok(self
                    .param_list(Some((name, constraint)), Tok::Rbrack, true, false)
                    .0)
            }
            Err(length) => Err(length),
        }
    }
}

/// Takes `x` apart into a type parameter's name and its constraint: `P *C` was read as a product, `P (C)` as a call.
/// Unless `force`d, only if the constraint can't be a value. A lone name has no constraint.
fn split_name(x: Expr, force: bool) -> Result<(Ident, Option<Expr>), Expr> {
    let Expr { id, pos, end, kind } = x;
    let whole = |kind| Expr { id, pos, end, kind };
    match kind {
        ExprKind::Name(name) => Ok((Ident { id, pos, name }, None)),
        ExprKind::Binary {
            op: BinaryOp::Mul,
            op_pos,
            left,
            right,
        } if matches!(left.kind, ExprKind::Name(_)) && (force || is_type_element(&right)) => {
            let pointer = Expr {
                id,
                pos: op_pos,
                end,
                kind: ExprKind::Star(right),
            };
            split_name(*left, force).map(|(name, _)| (name, Some(pointer)))
        }
        ExprKind::Binary {
            op: BinaryOp::Or,
            op_pos,
            left,
            right,
        } => {
            let force = force || is_type_element(&right);
            let union = |left: Expr| ExprKind::Binary {
                op: BinaryOp::Or,
                op_pos,
                left: left.into(),
                right,
            };
            match split_name(*left, force) {
                Ok((name, Some(first))) => {
                    let pos = first.pos;
                    Ok((
                        name,
                        Some(Expr {
                            id,
                            pos,
                            end,
                            kind: union(first),
                        }),
                    ))
                }
                Ok((name, None)) => {
                    let end = super::Pos(name.pos.0 + name.name.len() as u32);
                    Err(whole(union(Expr {
                        id: name.id,
                        pos: name.pos,
                        end,
                        kind: ExprKind::Name(name.name),
                    })))
                }
                Err(left) => Err(whole(union(left))),
            }
        }
        ExprKind::Call {
            fun,
            lparen,
            mut args,
            ellipsis: None,
            rparen,
        } => {
            let fits = args.len() == 1 && (force || is_type_element(&args[0]));
            match (&fun.kind, fits) {
                (ExprKind::Name(name), true) => {
                    let name = Ident {
                        id: fun.id,
                        pos: fun.pos,
                        name: name.clone(),
                    };
                    Ok((name, args.pop().map(unparen)))
                }
                _ => Err(whole(ExprKind::Call {
                    fun,
                    lparen,
                    args,
                    ellipsis: None,
                    rparen,
                })),
            }
        }
        kind => Err(whole(kind)),
    }
}

/// Whether `x` can't be a value.
fn is_type_element(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::ArrayType { .. }
        | ExprKind::SliceType(_)
        | ExprKind::StructType(_)
        | ExprKind::FuncType(_)
        | ExprKind::InterfaceType { .. }
        | ExprKind::MapType { .. }
        | ExprKind::ChanType { .. } => true,
        ExprKind::Unary { op, operand } => *op == UnaryOp::Tilde || is_type_element(operand),
        ExprKind::Binary { left, right, .. } => is_type_element(left) || is_type_element(right),
        ExprKind::Star(x) | ExprKind::Paren(x) => is_type_element(x),
        _ => false,
    }
}
