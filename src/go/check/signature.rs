//! Signatures: parameters and results.

use super::{Checker, Results};
use crate::go::ast;
use crate::go::types::object::{ObjId, Place};
use crate::go::types::{Param, Signature, Type, TypeId};

impl<'a> Checker<'a> {
    /// A signature on its own, without a body.
    pub(super) fn signature(&mut self, signature: &'a ast::Signature) -> Signature {
        let outer = self.cx.scope;
        self.cx.scope = self.new_function_scope(outer);
        let (signature, _) = self.signature_in_scope(None, signature);
        self.cx.scope = outer;
        signature
    }

    /// A signature whose parameters and results are declared in the current scope, after a method's receiver: their
    /// names hide no types among them.
    pub(super) fn signature_in_scope(
        &mut self,
        receiver: Option<(&'a ast::Ident, TypeId)>,
        signature: &'a ast::Signature,
    ) -> (Signature, Results) {
        let mut variadic = false;
        let (params, objects) = self.params(&signature.params, Place::Param, &mut variadic);
        let (results, named) = self.params(&signature.results, Place::Result, &mut false);
        if let Some((name, ty)) = receiver {
            let var = self.new_var(name, ty, Place::Receiver);
            self.declare(&name.name, name.pos, var);
        }
        for &object in objects.iter().chain(&named).flatten() {
            let (name, pos) = (self.object(object).name.clone(), self.object(object).pos);
            self.declare(&name, pos, object);
        }
        let types = results.iter().map(|r| r.ty).collect();
        let signature = Signature {
            params: params.into(),
            results: results.into(),
            variadic,
        };
        (signature, Results { types, named })
    }

    /// Parameters or results, not declared yet.
    fn params(
        &mut self,
        fields: &'a [ast::Field],
        place: Place,
        variadic: &mut bool,
    ) -> (Vec<Param>, Vec<Option<ObjId>>) {
        let (mut params, mut objects) = (vec![], vec![]);
        // All types first: a parameter's name doesn't hide a type in a later parameter.
        let types: Vec<TypeId> = fields.iter().map(|f| self.var_type(&f.typ)).collect();
        let count = fields.len();
        for (i, (field, mut ty)) in fields.iter().zip(types).enumerate() {
            if let Some(pos) = field.ellipsis {
                if i + 1 == count && place == Place::Param && field.names.len() <= 1 {
                    *variadic = true;
                    ty = self.wrap(ty, Type::Slice);
                } else {
                    self.error(pos, "can only use ... with final parameter");
                }
            }
            if field.names.is_empty() {
                params.push(Param {
                    name: "".into(),
                    ty,
                });
                objects.push(None);
            }
            for name in &field.names {
                let object = self.new_var(name, ty, place);
                params.push(Param {
                    name: name.name.clone(),
                    ty,
                });
                objects.push(Some(object));
            }
        }
        (params, objects)
    }
}
