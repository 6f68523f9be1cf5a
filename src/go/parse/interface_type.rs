//! Interface types, unions of terms and constraints.

use super::super::ast::*;
use super::super::token::Tok;
use super::{Parser, SEMI};

impl Parser<'_> {
    /// `"interface" "{" { ( MethodSpec | TypeElem ) ";" } "}"`
    pub(super) fn interface_type(&mut self) -> ExprKind {
        self.next();
        self.want(Tok::Lbrace);
        let mut elems = Vec::new();
        self.list("interface type", SEMI, Tok::Rbrace, |p| {
            elems.push(p.interface_elem());
            false
        });
        ExprKind::InterfaceType {
            elems,
            implicit: false,
        }
    }

    fn interface_elem(&mut self) -> InterfaceElem {
        if self.tok() != Tok::Name {
            return InterfaceElem::Union(self.union(None));
        }
        let name = self.name();
        let pos = name.pos;
        let typ = match self.tok() {
            Tok::Lparen => return self.method(name),
            Tok::Lbrack => match self.method_or_instance(name) {
                Ok(method) => return method,
                Err(typ) => typ,
            },
            _ => self.qualified_name(Some(name)),
        };
        InterfaceElem::Union(self.union(Some(UnionTerm {
            pos,
            tilde: false,
            typ,
        })))
    }

    fn method(&mut self, name: Ident) -> InterfaceElem {
        let (_, signature) = self.func_type("interface method");
        InterfaceElem::Method { name, signature }
    }

    /// `name[A, B]`, an embedded type, or `name[T C](…)`, a method, which must have no type parameters.
    fn method_or_instance(&mut self, name: Ident) -> Result<InterfaceElem, Expr> {
        let lbracket = self.pos();
        self.next();
        if self.tok() == Tok::Rbrack {
            let pos = self.pos();
            self.next();
            if self.tok() == Tok::Lparen {
                self.error_at(pos, "empty type parameter list");
                return Ok(self.method(name));
            }
            self.error_at(pos, "empty type argument list");
            return Err(self.name_expr(name));
        }
        let (list, _) = self.param_list(None, Tok::Rbrack, false, false);
        if list.is_empty() && self.tok() == Tok::Lparen {
            return Ok(self.method(name));
        }
        if list.is_empty() {
            return Err(self.name_expr(name));
        }
        if !list[0].names.is_empty() {
            let method = self.method(name);
            self.error_at(lbracket, "interface method must have no type parameters");
            return Ok(method);
        }
        let arguments = list.into_iter().map(|field| field.typ).collect();
        Err(self.instance(name, lbracket, arguments))
    }

    /// `term { "|" term }`; the first may have been read.
    pub(super) fn union(&mut self, first: Option<UnionTerm>) -> Vec<UnionTerm> {
        let first = first.unwrap_or_else(|| self.union_term());
        let mut terms = vec![first];
        while self.tok() == Tok::Operator(BinaryOp::Or) {
            self.next();
            terms.push(self.union_term());
        }
        terms
    }

    /// `[ "~" ] Type`
    fn union_term(&mut self) -> UnionTerm {
        let pos = self.pos();
        if self.got(Tok::Tilde) {
            return UnionTerm {
                pos,
                tilde: true,
                typ: self.type_(),
            };
        }
        let typ = self.type_or_none().unwrap_or_else(|| {
            let bad = self.bad();
            self.syntax_error("expected ~ term or type");
            self.skip_to(|t| {
                let closes = matches!(t, Tok::Semi(_) | Tok::Rparen | Tok::Rbrack | Tok::Rbrace);
                closes || matches!(t, Tok::Operator(_) | Tok::Not | Tok::Tilde)
            });
            bad
        });
        UnionTerm {
            pos,
            tilde: false,
            typ,
        }
    }

    /// The constraint that the terms make: a lone type as it is, else an implicit interface.
    pub(super) fn constraint(&mut self, mut terms: Vec<UnionTerm>) -> Expr {
        let pos = terms[0].pos;
        if terms.len() == 1 && !terms[0].tilde {
            return terms.remove(0).typ;
        }
        self.node(
            pos,
            ExprKind::InterfaceType {
                elems: vec![InterfaceElem::Union(terms)],
                implicit: true,
            },
        )
    }

    /// The constraint that was read as an expression.
    pub(super) fn constraint_of(&mut self, x: Expr) -> Expr {
        let mut terms = Vec::new();
        collect_terms(x, &mut terms);
        self.constraint(terms)
    }
}

pub(super) fn collect_terms(x: Expr, terms: &mut Vec<UnionTerm>) {
    let pos = x.pos;
    match x.kind {
        ExprKind::Binary {
            op: BinaryOp::Or,
            left,
            right,
            ..
        } => {
            collect_terms(*left, terms);
            collect_terms(*right, terms);
        }
        ExprKind::Unary {
            op: UnaryOp::Tilde,
            operand,
        } => terms.push(UnionTerm {
            pos,
            tilde: true,
            typ: *operand,
        }),
        _ => terms.push(UnionTerm {
            pos,
            tilde: false,
            typ: x,
        }),
    }
}
