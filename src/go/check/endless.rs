//! Types that would contain themselves by value, directly or through others.

use super::Checker;
use super::resolve::Link;
use crate::go::types::object::ObjId;
use crate::go::types::{DeclId, Type, TypeId};

/// A defined type met on the way down: a generic one as it is declared (no arguments), or an instance.
#[derive(Clone, PartialEq)]
struct Met {
    decl: DeclId,
    args: Option<Box<[TypeId]>>,
    ty: TypeId,
}

impl<'a> Checker<'a> {
    /// Complains if the type that is declared as `object` goes round in a circle.
    pub(super) fn find_endless_type(&mut self, object: ObjId) {
        let ty = self.object(object).ty;
        if let Some((decl, _)) = self.types.as_named(ty) {
            let start = Met {
                decl,
                args: None,
                ty,
            };
            self.is_finite(&start, &mut vec![], &mut vec![]);
        }
    }

    /// `nest` holds the types in whose memory this one lies, `path` all on the way. False if there was a complaint.
    fn is_finite(&mut self, met: &Met, nest: &mut Vec<Met>, path: &mut Vec<Met>) -> bool {
        if nest.contains(met) {
            let start = path.iter().position(|p| p == met).unwrap_or(0);
            let cycle: Vec<Link> = path[start..].iter().map(|m| self.link(m)).collect();
            self.types
                .with_decl(met.decl, |d| d.underlying = TypeId::INVALID);
            self.report_cycle(&cycle, 0, None);
            return false;
        }
        let (package, right) = self
            .types
            .decl_with(met.decl, |d| (d.package, d.underlying));
        if package != Some(self.here()) || nest.len() > 50 {
            return true;
        }
        nest.push(met.clone());
        path.push(met.clone());
        let finite = self.parts_finite(right, nest, path);
        nest.pop();
        path.pop();
        finite
    }

    fn link(&self, met: &Met) -> Link {
        let object = self.types.decl_with(met.decl, |d| d.object);
        let declared = (
            self.object(object).name.to_string(),
            self.object(object).pos,
        );
        let (name, pos) = match &met.args {
            Some(_) => {
                let pos = self.instance_places.get(&met.ty).copied();
                (self.display(met.ty), pos.unwrap_or(declared.1))
            }
            None => declared,
        };
        Link { name, pos }
    }

    fn parts_finite(&mut self, ty: TypeId, nest: &mut Vec<Met>, path: &mut Vec<Met>) -> bool {
        let ty = self.types.unalias(ty);
        let parts: Vec<TypeId> = match &*self.types.get(ty) {
            Type::Array { elem, .. } => vec![*elem],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Union(terms) => terms.iter().map(|t| t.ty).collect(),
            Type::Interface(interface) => interface.embeds.to_vec(),
            Type::Named { decl, args } => {
                let generic = self.types.decl_with(*decl, |d| d.own_params > 0);
                let met = Met {
                    decl: *decl,
                    args: generic.then(|| args.clone()),
                    ty,
                };
                return self.is_finite(&met, nest, path);
            }
            Type::Param(_) => return self.argument_finite(ty, nest, path),
            _ => return true,
        };
        parts.into_iter().all(|p| self.parts_finite(p, nest, path))
    }

    /// A type parameter stands for the argument that the instance around it was given, where that stood.
    fn argument_finite(&mut self, param: TypeId, nest: &mut Vec<Met>, path: &mut Vec<Met>) -> bool {
        let Some(inner) = nest.pop() else { return true };
        let params = self.types.decl_with(inner.decl, |d| d.params.clone());
        let index = params.iter().position(|&p| p == param);
        let arg = index.and_then(|i| inner.args.as_ref()?.get(i).copied());
        let finite = arg.is_none_or(|arg| self.parts_finite(arg, nest, path));
        nest.push(inner);
        finite
    }

    /// Complains about interface literals whose methods refer to them without a name in between.
    pub(super) fn anonymous_cycles(&mut self) {
        for (pos, ty) in std::mem::take(&mut self.interfaces) {
            if self.refers_to_itself(ty, &mut vec![]) {
                self.error(pos, "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
            }
        }
    }

    fn refers_to_itself(&self, ty: TypeId, around: &mut Vec<TypeId>) -> bool {
        let parts: Vec<TypeId> = match &*self.types.get(ty) {
            Type::Interface(_) if around.contains(&ty) => return true,
            Type::Interface(_) => {
                let set = self.types.type_set(ty);
                set.methods.iter().map(|m| m.signature).collect()
            }
            Type::Pointer(elem) | Type::Slice(elem) => vec![*elem],
            Type::Array { elem, .. } | Type::Chan { elem, .. } => vec![*elem],
            Type::Map { key, elem } => vec![*key, *elem],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Func(signature) => {
                let all = signature.params.iter().chain(&*signature.results);
                all.map(|p| p.ty).collect()
            }
            _ => return false,
        };
        let interface = matches!(&*self.types.get(ty), Type::Interface(_));
        if interface {
            around.push(ty);
        }
        let found = parts.into_iter().any(|p| self.refers_to_itself(p, around));
        if interface {
            around.pop();
        }
        found
    }
}
