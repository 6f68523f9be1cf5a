//! Composite literals and function literals.

use super::operand::{Operand, constant_text};
use super::{Body, Checker};
use crate::go::ast::{self, Block, Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::{ExprInfo, Mode};
use crate::go::types::{Const, Field, Type, TypeId};
use std::collections::BTreeSet;
use std::sync::Arc;

impl<'a> Checker<'a> {
    pub(super) fn func_literal(
        &mut self,
        e: &'a Expr,
        signature: &'a ast::Signature,
        body: &'a Block,
    ) -> Operand<'a> {
        let outer = self.cx.clone();
        let scope = self.new_scope(Some(outer.scope));
        self.cx.scope = scope;
        self.cx.iota = None;
        self.cx.functions.push(e.id);
        let (signature, results) = self.signature_in_scope(signature);
        let ty = self.types.intern(Type::Func(signature));
        self.cx.results = Some(Arc::new(results));
        if self.complete || !outer.functions.is_empty() {
            let from = self.objects.len();
            self.statements_of(body);
            let _ = from;
        } else {
            let context = self.cx.clone();
            self.bodies.push_back(Body {
                context,
                block: body,
            });
        }
        self.cx = outer;
        Operand::value(e, ty)
    }

    pub(super) fn composite(
        &mut self,
        e: &'a Expr,
        typ: Option<&'a Expr>,
        elements: &'a [Expr],
        rbrace: Pos,
        hint: Option<TypeId>,
    ) -> Operand<'a> {
        let (ty, base) = match typ {
            Some(typ) => {
                if let ExprKind::ArrayType { len: None, elem } = &typ.kind {
                    let elem = self.var_type(elem);
                    let len = self.elements(elements, elem, None);
                    if elem.is_invalid() {
                        return Operand::invalid(e);
                    }
                    let ty = self.types.intern(Type::Array { len, elem });
                    self.record_type(typ, ty);
                    return Operand::value(e, ty);
                }
                let ty = self.typ(typ);
                (ty, ty)
            }
            None => match hint {
                Some(hint) => {
                    let base = match &*self.types.under(hint) {
                        Type::Pointer(elem) => *elem,
                        _ => hint,
                    };
                    (hint, base)
                }
                None => {
                    self.error(e.pos, "invalid composite literal type: missing type");
                    (TypeId::INVALID, TypeId::INVALID)
                }
            },
        };
        if ty.is_invalid() {
            self.use_elements(elements);
            return Operand::invalid(e);
        }
        let core = self.types.core_type(base).map(|c| self.types.get(c));
        match core.as_deref() {
            Some(Type::Struct(fields)) => self.struct_elements(base, fields, elements, rbrace),
            Some(Type::Array { len, elem }) => {
                self.elements(elements, *elem, Some(*len));
            }
            Some(Type::Slice(elem)) => {
                self.elements(elements, *elem, None);
            }
            Some(Type::Map { key, elem }) => self.map_elements(*key, *elem, elements),
            _ => {
                self.use_elements(elements);
                if !self.types.underlying(base).is_invalid() {
                    let shown = self.display(ty);
                    self.error(e.pos, format!("invalid composite literal type {shown}"));
                }
                return Operand::invalid(e);
            }
        }
        Operand::value(e, ty)
    }

    fn use_elements(&mut self, elements: &'a [Expr]) {
        for element in elements {
            match &element.kind {
                // A key may be a field's name.
                ExprKind::KeyValue { value, .. } => self.use_element(value),
                _ => self.use_element(element),
            }
        }
    }

    fn use_element(&mut self, e: &'a Expr) {
        match &e.kind {
            ExprKind::Composite {
                typ: None,
                elements,
                ..
            } => self.use_elements(elements),
            _ => self.use_expr(e),
        }
    }

    fn struct_elements(&mut self, ty: TypeId, fields: &[Field], elements: &'a [Expr], rbrace: Pos) {
        let shown = self.display(ty);
        let Some(first) = elements.first() else {
            return;
        };
        if !matches!(first.kind, ExprKind::KeyValue { .. }) {
            self.positional_fields(&shown, fields, elements, rbrace);
            return;
        }
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for element in elements {
            let ExprKind::KeyValue { key, value, .. } = &element.kind else {
                self.error(
                    element.pos,
                    "mixture of field:value and value elements in struct literal",
                );
                self.use_element(element);
                continue;
            };
            let ExprKind::Name(name) = &key.kind else {
                self.error(
                    key.pos,
                    format!("invalid field name {key} in struct literal"),
                );
                self.use_element(value);
                continue;
            };
            let here = Some(self.here());
            let found = fields.iter().position(|f| f.name.text == *name);
            let index = match found {
                Some(index)
                    if fields[index].name.package.is_none()
                        || fields[index].name.package == here =>
                {
                    index
                }
                Some(_) => {
                    self.error(key.pos, format!("cannot refer to unexported field {name} in struct literal of type {shown}"));
                    self.use_element(value);
                    continue;
                }
                None => {
                    let other = fields
                        .iter()
                        .find(|f| f.name.text.to_lowercase() == name.to_lowercase());
                    let hint = other.map_or(String::new(), |f| {
                        format!(", but does have {}", f.name.text)
                    });
                    self.error(
                        key.pos,
                        format!("unknown field {name} in struct literal of type {shown}{hint}"),
                    );
                    self.use_element(value);
                    continue;
                }
            };
            let ty = fields[index].ty;
            let mut x = self.generic_expr(value, Some(ty));
            self.instantiate_for(&mut x, ty);
            self.assign(&mut x, Some(ty), "struct literal");
            if !seen.insert(index) {
                self.error(
                    element.pos,
                    format!("duplicate field name {name} in struct literal"),
                );
            }
        }
    }

    fn positional_fields(
        &mut self,
        shown: &str,
        fields: &[Field],
        elements: &'a [Expr],
        rbrace: Pos,
    ) {
        let here = Some(self.here());
        for (i, element) in elements.iter().enumerate() {
            if let ExprKind::KeyValue { value, .. } = &element.kind {
                self.error(
                    element.pos,
                    "mixture of field:value and value elements in struct literal",
                );
                self.use_element(value);
                continue;
            }
            let Some(field) = fields.get(i) else {
                let mut x = self.expr(element, None);
                let _ = self.assign(&mut x, None, "struct literal");
                self.error(
                    element.pos,
                    format!("too many values in struct literal of type {shown}"),
                );
                elements[i + 1..].iter().for_each(|e| self.use_element(e));
                return;
            };
            let mut x = self.generic_expr(element, Some(field.ty));
            if field.name.package.is_some() && field.name.package != here {
                let name = &field.name.text;
                self.error(element.pos, format!("implicit assignment to unexported field {name} in struct literal of type {shown}"));
                continue;
            }
            self.instantiate_for(&mut x, field.ty);
            self.assign(&mut x, Some(field.ty), "struct literal");
        }
        if elements.len() < fields.len() {
            self.error(
                rbrace,
                format!("too few values in struct literal of type {shown}"),
            );
        }
    }

    /// The elements of an array or slice; the length that they need.
    fn elements(&mut self, elements: &'a [Expr], elem: TypeId, len: Option<u64>) -> u64 {
        let mut index: u64 = 0;
        let mut most: u64 = 0;
        let mut seen: BTreeSet<u64> = BTreeSet::new();
        for element in elements {
            let (value, at) = match &element.kind {
                ExprKind::KeyValue { key, value, .. } => {
                    match self.checked_index(key, len, false) {
                        Some(given) => index = given,
                        None => {
                            let constant = matches!(&self.exprs[key.id.index()], Some(i) if matches!(i.mode, Mode::Const(_)));
                            if !constant {
                                self.error(
                                    key.pos,
                                    format!("index {key} must be integer constant"),
                                );
                            }
                            self.element_value(value, elem);
                            continue;
                        }
                    }
                    (&**value, key.pos)
                }
                _ => {
                    if let Some(len) = len
                        && index >= len
                    {
                        self.error(
                            element.pos,
                            format!("index {index} is out of bounds (>= {len})")
                                .replace("index", "index"),
                        );
                    }
                    (element, element.pos)
                }
            };
            if !seen.insert(index) {
                self.error(
                    at,
                    format!("duplicate index {index} in array or slice literal"),
                );
            }
            self.element_value(value, elem);
            index += 1;
            most = most.max(index);
        }
        most
    }

    fn element_value(&mut self, value: &'a Expr, elem: TypeId) {
        let mut x = self.generic_expr(value, Some(elem));
        self.instantiate_for(&mut x, elem);
        self.assign(&mut x, Some(elem), "array or slice literal");
    }

    fn map_elements(&mut self, key_ty: TypeId, elem: TypeId, elements: &'a [Expr]) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for element in elements {
            let ExprKind::KeyValue { key, value, .. } = &element.kind else {
                self.error(element.pos, "missing key in map literal");
                self.use_element(element);
                continue;
            };
            let mut k = self.generic_expr(key, Some(key_ty));
            if self.assign(&mut k, Some(key_ty), "map literal")
                && let Some(value) = k.constant()
            {
                let text = constant_text(value);
                let identity = match value {
                    Const::String(bytes) => format!("{bytes:?}"),
                    _ => text.clone(),
                };
                let identity = format!("{}:{identity}", self.display(k.ty));
                if !seen.insert(identity) {
                    self.error(key.pos, format!("duplicate key {} in map literal", key));
                }
            }
            let mut x = self.generic_expr(value, Some(elem));
            self.instantiate_for(&mut x, elem);
            self.assign(&mut x, Some(elem), "map literal");
        }
    }

    /// Records a type expression that isn't one by itself.
    pub(super) fn record_as(&mut self, e: &Expr, mode: Mode, ty: TypeId) {
        self.exprs[e.id.index()] = Some(ExprInfo { mode, ty });
    }
}
