//! Types, signatures and parameter lists.

use super::super::ast::*;
use super::super::source::Pos;
use super::super::token::{Keyword, Tok};
use super::{Parser, SEMI};
use std::sync::Arc;

/// An entry of a parameter list, before it is known whether a lone name is a parameter or a type.
struct Param {
    pos: Pos,
    name: Option<Ident>,
    ellipsis: Option<Pos>,
    typ: Option<Expr>,
}

/// What follows a name and begins with `[`.
enum Brackets {
    /// `[n]E` or `[]E`
    Type(Expr),
    /// `[A, B]`
    Arguments { lbracket: Pos, arguments: Vec<Expr> },
}

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
    fn qualified_name(&mut self, first: Option<Ident>) -> Expr {
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

    /// `"struct" "{" { FieldDecl ";" } "}"`
    fn struct_type(&mut self) -> ExprKind {
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

    fn instance(&mut self, name: Ident, lbracket: Pos, indices: Vec<Expr>) -> Expr {
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
    fn brackets(&mut self) -> Brackets {
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

    /// `"interface" "{" { ( MethodSpec | TypeElem ) ";" } "}"`
    fn interface_type(&mut self) -> ExprKind {
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
    fn union(&mut self, first: Option<UnionTerm>) -> Vec<UnionTerm> {
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
    fn constraint(&mut self, mut terms: Vec<UnionTerm>) -> Expr {
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

    /// `[ TypeParams ] "(" params ")" results`. With a context, type parameters are a mistake.
    pub(super) fn func_type(&mut self, context: &str) -> (Vec<Field>, Signature) {
        let mut type_params = Vec::new();
        let pos = self.pos();
        if self.got(Tok::Lbrack) {
            if !context.is_empty() {
                self.syntax_error_at(pos, &format!("{context} must have no type parameters"));
            }
            if self.tok() == Tok::Rbrack {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                type_params = self.param_list(None, Tok::Rbrack, true, false).0;
            }
        }
        let lparen = self.pos();
        self.want(Tok::Lparen);
        let (params, rparen) = self.param_list(None, Tok::Rparen, false, true);
        let results = self.results();
        (
            type_params,
            Signature {
                lparen,
                params,
                rparen,
                results,
            },
        )
    }

    /// `Parameters | Type`, or nothing.
    fn results(&mut self) -> Vec<Field> {
        if self.got(Tok::Lparen) {
            return self.param_list(None, Tok::Rparen, false, false).0;
        }
        let pos = self.pos();
        let typ = self.type_or_none();
        typ.map(|typ| Field {
            pos,
            names: Vec::new(),
            ellipsis: None,
            typ,
        })
        .into_iter()
        .collect()
    }

    /// A list of parameters after its opening bracket, up to and with `close`: `]` if they are type parameters (or
    /// arguments). The first name, or name and constraint, may have been read. `all_named` where none can be
    /// a type alone, `variadic` where the last may be. Gives the place of `close` too.
    pub(super) fn param_list(
        &mut self,
        first: Option<(Ident, Option<Expr>)>,
        close: Tok,
        all_named: bool,
        variadic: bool,
    ) -> (Vec<Field>, Pos) {
        let mut params = Vec::new();
        let mut first_name = None;
        match first {
            Some((name, Some(typ))) => {
                params.push(Param {
                    pos: name.pos,
                    name: Some(name),
                    ellipsis: None,
                    typ: Some(typ),
                });
                let end = self.pos();
                if self.got(close) {
                    return (self.fields(params, all_named, variadic, end), end);
                }
                self.after_first_param(close);
            }
            Some((name, None)) => first_name = Some(name),
            None => {}
        }
        let end = self.list("parameter list", Tok::Comma, close, |p| {
            params.extend(p.param(first_name.take(), close));
            false
        });
        (self.fields(params, all_named, variadic, end), end)
    }

    /// The comma after a first type parameter that was read as an expression.
    fn after_first_param(&mut self, close: Tok) {
        if !self.got(Tok::Comma) {
            let expected = close.text();
            self.syntax_error(&format!(
                "in parameter list; possibly missing comma or {expected}"
            ));
            self.skip_to(|t| matches!(t, Tok::Rparen | Tok::Rbrack | Tok::Rbrace));
        }
    }

    /// `[ name ] [ "..." ] Type`, or a name alone.
    fn param(&mut self, name: Option<Ident>, close: Tok) -> Option<Param> {
        let unions = close == Tok::Rbrack;
        let pos = name.as_ref().map_or(self.pos(), |n| n.pos);
        let mut param = Param {
            pos,
            name,
            ellipsis: None,
            typ: None,
        };
        if param.name.is_none() && unions && self.tok() == Tok::Tilde {
            param.typ = Some(self.union_from(None));
            return Some(param);
        }
        if param.name.is_some() || self.tok() == Tok::Name {
            let name = match param.name.take() {
                Some(name) => name,
                None => self.name(),
            };
            match self.named_type(name, unions) {
                (Some(name), None) => param.name = Some(name),
                (name, typ) => return Some(Param { name, typ, ..param }),
            }
        }
        let ellipsis = self.pos();
        if self.got(Tok::DotDotDot) {
            param.typ = self.type_or_none();
            if param.typ.is_some() {
                param.ellipsis = Some(ellipsis);
            } else {
                param.typ = Some(self.bad());
                self.syntax_error("... is missing type");
            }
            return Some(param);
        }
        if unions && self.tok() == Tok::Tilde {
            param.typ = Some(self.union_from(None));
            return Some(param);
        }
        param.typ = self.type_or_none();
        if unions && self.tok() == Tok::Operator(BinaryOp::Or) {
            param.typ = param.typ.map(|typ| self.union_from(Some(typ)));
        }
        if param.name.is_some() || param.typ.is_some() {
            return Some(param);
        }
        self.syntax_error(&format!("expected {}", close.text()));
        self.skip_to(|t| t == Tok::Comma || t == close);
        None
    }

    /// What a parameter's first name turns out to be by what follows directly: a type, a name with its type,
    /// or, with neither, still a name.
    fn named_type(&mut self, name: Ident, unions: bool) -> (Option<Ident>, Option<Expr>) {
        let (name, typ) = match self.tok() {
            Tok::Lbrack => match self.brackets() {
                Brackets::Arguments {
                    lbracket,
                    arguments,
                } => (None, self.instance(name, lbracket, arguments)),
                Brackets::Type(typ) => (Some(name), typ),
            },
            Tok::Dot => (None, self.qualified_name(Some(name))),
            Tok::Operator(BinaryOp::Or) if unions => (None, self.name_expr(name)),
            _ => return (Some(name), None),
        };
        if unions && self.tok() == Tok::Operator(BinaryOp::Or) {
            return (name, Some(self.union_from(Some(typ))));
        }
        (name, Some(typ))
    }

    fn union_from(&mut self, first: Option<Expr>) -> Expr {
        let first = first.map(|typ| UnionTerm {
            pos: typ.pos,
            tilde: false,
            typ,
        });
        let terms = self.union(first);
        self.constraint(terms)
    }

    /// Gives the types to the names before them, and says what is missing.
    fn fields(
        &mut self,
        mut params: Vec<Param>,
        all_named: bool,
        variadic: bool,
        end: Pos,
    ) -> Vec<Field> {
        let named = params
            .iter()
            .filter(|p| p.name.is_some() && p.typ.is_some())
            .count();
        if named == 0 && !all_named {
            for param in &mut params {
                if let Some(name) = param.name.take() {
                    param.typ = Some(self.name_expr(name));
                }
            }
        } else if named != params.len() {
            self.complain_of_missing(&params, all_named, end);
        }
        self.check_ellipses(&mut params, variadic);
        let mut fields = Vec::new();
        let mut names = Vec::new();
        let mut start = None;
        for param in params {
            let pos = *start.get_or_insert(param.pos);
            if param.typ.is_some() && param.name.is_none() && named > 0 {
                names.push(Ident {
                    id: self.ids.fresh(),
                    pos: param.pos,
                    name: "_".into(),
                });
            }
            names.extend(param.name);
            if let Some(typ) = param.typ {
                let names = std::mem::take(&mut names);
                fields.push(Field {
                    pos,
                    names,
                    ellipsis: param.ellipsis,
                    typ,
                });
                start = None;
            }
        }
        if let Some(pos) = start {
            let typ = self.node(pos, ExprKind::Bad);
            fields.push(Field {
                pos,
                names,
                ellipsis: None,
                typ,
            });
        }
        fields
    }

    /// Some parameters are named: then all must be, and each must have a type, its own or a later one's.
    fn complain_of_missing(&mut self, params: &[Param], all_named: bool, end: Pos) {
        let message = match params.iter().find(|p| p.name.is_none()) {
            Some(_) if all_named && params.len() == 1 => {
                "missing type parameter name or invalid array length"
            }
            Some(_) if all_named => "missing type parameter name",
            Some(_) => "missing parameter name",
            None if params.last().is_none_or(|p| p.typ.is_some()) => return,
            None if all_named => "missing type constraint",
            None => "missing parameter type",
        };
        let nameless = params.iter().find(|p| p.name.is_none());
        self.syntax_error_at(nameless.map_or(end, |p| p.pos), message);
    }

    /// Only the last parameter may be variadic, if at all.
    fn check_ellipses(&mut self, params: &mut [Param], variadic: bool) {
        let shares_type = |p: &Param| p.typ.is_none();
        let last_alone = params.len() < 2 || !shares_type(&params[params.len() - 2]);
        let candidates = params.len() - usize::from(variadic && last_alone && !params.is_empty());
        let misplaced: Vec<Pos> = params[..candidates]
            .iter_mut()
            .filter_map(|p| p.ellipsis.take())
            .collect();
        if let Some(&pos) = misplaced.first() {
            let last = "can only use ... with final parameter";
            self.error_at(pos, if variadic { last } else { "invalid use of ..." });
        }
    }
}

fn collect_terms(x: Expr, terms: &mut Vec<UnionTerm>) {
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
