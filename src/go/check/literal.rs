//! Composite literals and function literals.

use super::Checker;
use super::delay::{Body, Delayed};
use super::operand::{Operand, constant_text};
use crate::go::ast::{self, Block, Expr, ExprKind};
use crate::go::source::Pos;
use crate::go::types::info::{ExprInfo, Mode};
use crate::go::types::{Const, Field, Found, Name, Type, TypeId};
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
        self.cx.scope = self.new_function_scope(outer.scope);
        self.cx.functions.push(e.id);
        let (signature, results) = self.signature_in_scope(None, signature);
        let ty = self.types.intern(Type::Func(signature));
        self.cx.results = Some(Arc::new(results));
        self.cx.inherited = None;
        let context = std::mem::replace(&mut self.cx, outer);
        self.later(Delayed::Body(Box::new(Body {
            context,
            block: body,
        })));
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
                    let core = self.types.core_type(hint).map(|c| self.types.get(c));
                    let base = match core.as_deref() {
                        Some(Type::Pointer(elem)) => *elem,
                        _ => hint,
                    };
                    (hint, base)
                }
                None => {
                    self.error(e.pos, "missing type in composite literal");
                    (TypeId::INVALID, TypeId::INVALID)
                }
            },
        };
        if ty.is_invalid() {
            self.use_elided(typ, elements);
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
            other => {
                self.use_elements(elements);
                if !self.types.underlying(base).is_invalid() {
                    let element = if typ.is_none() { " element" } else { "" };
                    let cause = if other.is_none() {
                        " (no common underlying type)"
                    } else {
                        ""
                    };
                    let shown = self.display(ty);
                    let message = format!("invalid composite literal{element} type {shown}{cause}");
                    self.error(e.pos, message);
                }
                return Operand::invalid(e);
            }
        }
        Operand::value(e, ty)
    }

    /// As [`Checker::use_elements`] for a literal of a type in which something is wrong. Its elements may be literals without
    /// a type where it has a type for them.
    fn use_elided(&mut self, typ: Option<&Expr>, elements: &'a [Expr]) {
        let elem = match typ.map(|typ| &typ.kind) {
            Some(
                ExprKind::SliceType(elem)
                | ExprKind::ArrayType { elem, .. }
                | ExprKind::MapType { value: elem, .. },
            ) => elem,
            _ => return self.use_elements(elements),
        };
        for element in elements {
            let value = match &element.kind {
                ExprKind::KeyValue { value, .. } => value,
                _ => element,
            };
            if let ExprKind::Composite {
                typ: None,
                elements,
                ..
            } = &value.kind
            {
                self.use_elided(Some(elem), elements);
            } else {
                self.generic_expr(value, None);
            }
        }
    }

    fn use_elements(&mut self, elements: &'a [Expr]) {
        for element in elements {
            let value = match &element.kind {
                // A key may be a field's name.
                ExprKind::KeyValue { value, .. } => value,
                _ => element,
            };
            self.use_all(std::slice::from_ref(value));
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
        let mut seen: Vec<(Vec<usize>, Arc<str>)> = vec![];
        for element in elements {
            let ExprKind::KeyValue { key, value, .. } = &element.kind else {
                self.error(
                    element.pos,
                    "mixture of field:value and value elements in struct literal",
                );
                continue;
            };
            let mut x = self.generic_expr(value, None);
            let ExprKind::Name(name) = &key.kind else {
                self.error(
                    element.pos,
                    format!("invalid field name {key} in struct literal"),
                );
                continue;
            };
            let Some((path, field)) = self.literal_field(ty, key, name, &shown) else {
                continue;
            };
            if !field.is_invalid() {
                self.assign(&mut x, Some(field), "struct literal");
            }
            if let Some(message) = clash(&seen, &path, name) {
                self.error(element.pos, message);
            }
            seen.push((path, name.clone()));
        }
    }

    /// The way to the field that a literal of type `ty` names, and the field's type. Since Go 1.27 it may be a promoted
    /// one. None where it can't be, which is said.
    fn literal_field(
        &mut self,
        ty: TypeId,
        key: &'a Expr,
        name: &Arc<str>,
        shown: &str,
    ) -> Option<(Vec<usize>, TypeId)> {
        let of = self.types.core_type(ty)?;
        let wanted = Name::new(name.clone(), Some(self.here()));
        let Ok(member) = self.types.lookup(of, &wanted) else {
            let message = self.lookup_error(of, name, shown, true);
            self.error(key.pos, message);
            return None;
        };
        if member.found != Found::Field {
            self.error(key.pos, format!("{key} is not a field"));
            return None;
        }
        if let (2.., Some(minor @ ..27)) = (member.path.indices.len(), self.go_minor()) {
            let message = format!(
                "use of promoted field {key} in struct literal of type {shown} requires go1.27 or later (file declares //go:build go1.{minor})"
            );
            self.error(key.pos, message);
            return None;
        }
        if member.path.indirect {
            let message = format!("invalid implicit pointer indirection to reach {key}");
            self.error(key.pos, message);
            return None;
        }
        Some((member.path.indices, member.ty))
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
            if let ExprKind::KeyValue { .. } = &element.kind {
                self.error(
                    element.pos,
                    "mixture of field:value and value elements in struct literal",
                );
                continue;
            }
            let mut x = self.generic_expr(element, None);
            let Some(field) = fields.get(i) else {
                let message = format!("too many values in struct literal of type {shown}");
                self.error(element.pos, message);
                return;
            };
            if field.name.package.is_some() && field.name.package != here {
                let name = &field.name.text;
                self.error(element.pos, format!("implicit assignment to unexported field {name} in struct literal of type {shown}"));
                continue;
            }
            if !field.ty.is_invalid() {
                self.assign(&mut x, Some(field.ty), "struct literal");
            }
        }
        if elements.len() < fields.len() {
            let foreign = |f: &Field| f.name.package.is_some() && f.name.package != here;
            let hint = if fields.iter().any(foreign) {
                " (type has unexported fields - use key:value pairs)"
            } else {
                ""
            };
            self.error(
                rbrace,
                format!("too few values in struct literal of type {shown}{hint}"),
            );
        }
    }

    /// The elements of an array or slice; the length that they need.
    fn elements(&mut self, elements: &'a [Expr], elem: TypeId, len: Option<u64>) -> u64 {
        let mut index: u64 = 0;
        let mut most: u64 = 0;
        let mut seen: BTreeSet<u64> = BTreeSet::new();
        for element in elements {
            let mut right = true;
            let mut value = element;
            if let ExprKind::KeyValue {
                key, value: inner, ..
            } = &element.kind
            {
                value = inner;
                match self.checked_index(key, len) {
                    Some(Some(given)) => index = given,
                    Some(None) => {
                        right = false;
                        let message = format!("index {key} must be integer constant");
                        self.error(element.pos, message);
                    }
                    None => right = false,
                }
            } else if let Some(len) = len.filter(|&len| index >= len) {
                right = false;
                let message = format!("index {index} is out of bounds (>= {len})");
                self.error(element.pos, message);
            }
            if right && !seen.insert(index) {
                let message = format!("duplicate index {index} in array or slice literal");
                self.error(element.pos, message);
            }
            index += 1;
            most = most.max(index);
            let mut x = self.generic_expr(value, Some(elem));
            if !elem.is_invalid() {
                self.assign(&mut x, Some(elem), "array or slice literal");
            }
        }
        most
    }

    fn map_elements(&mut self, key_ty: TypeId, elem: TypeId, elements: &'a [Expr]) {
        let by_type = self.types.is_interface(key_ty) && !self.types.is_param(key_ty);
        let mut seen: BTreeSet<(Option<TypeId>, String)> = BTreeSet::new();
        for element in elements {
            let ExprKind::KeyValue { key, value, .. } = &element.kind else {
                self.error(element.pos, "missing key in map literal");
                continue;
            };
            let mut k = self.generic_expr(key, Some(key_ty));
            if !self.assign(&mut k, Some(key_ty), "map literal") {
                continue;
            }
            if let Some(value) = k.constant() {
                let text = constant_text(value);
                let identity = match value {
                    Const::String(bytes) => format!("{bytes:?}"),
                    _ => text.clone(),
                };
                let ty = by_type.then(|| self.types.canonical(k.ty));
                if !seen.insert((ty, identity)) {
                    self.error(key.pos, format!("duplicate key {text} in map literal"));
                    continue;
                }
            }
            let mut x = self.generic_expr(value, Some(elem));
            self.assign(&mut x, Some(elem), "map literal");
        }
    }

    /// Records a type expression that isn't one by itself.
    pub(super) fn record_as(&mut self, e: &Expr, mode: Mode, ty: TypeId) {
        self.exprs[e.id.index()] = Some(ExprInfo { mode, ty });
    }
}

/// What is wrong with naming the field at the end of `path` beside those named before, if anything is.
fn clash(seen: &[(Vec<usize>, Arc<str>)], path: &[usize], name: &str) -> Option<String> {
    seen.iter().find_map(|(other, alt)| {
        if other == path {
            Some(format!("duplicate field name {name} in struct literal"))
        } else if path.starts_with(other) {
            Some(format!(
                "cannot specify promoted field {name} and enclosing embedded field {alt}"
            ))
        } else if other.starts_with(path) {
            Some(format!(
                "cannot specify embedded field {name} and enclosed promoted field {alt}"
            ))
        } else {
            None
        }
    })
}
