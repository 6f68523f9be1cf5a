//! What types are at run time: slots, Go's sizes, names, and the table of [`RType`]s.

use crate::go::op::RTypeId;
use crate::go::program::{RField, RKind, RType};
use crate::go::types::{Basic, Name, PackageId, Signature, Type, TypeId, Types, is_exported};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A type of more slots than this is refused: it would take the host's memory.
pub(super) const MAX_SLOTS: u64 = 1 << 24;

/// What a method that some interface asks for is called, and what it looks like.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub name: Name,
    pub text: Arc<str>,
}

/// The types of a program, by their canonical ids.
pub(super) struct Layouts<'a> {
    types: &'a Types,
    slots: FxHashMap<TypeId, u64>,
    /// The run-time types in the order of their ids, by type.
    pub table: IndexMap<TypeId, RType>,
    /// The methods that interfaces ask for, by their texts.
    pub asked: IndexMap<Arc<str>, Asked>,
    /// Package reflect is there, which may ask for a pointer to whatever there is.
    reflected: bool,
    /// Too many types or methods for the instructions' operands.
    pub overflow: bool,
}

impl<'a> Layouts<'a> {
    pub fn new(types: &'a Types, reflected: bool) -> Self {
        let mut layouts = Layouts {
            types,
            slots: FxHashMap::default(),
            table: IndexMap::new(),
            asked: IndexMap::new(),
            reflected,
            overflow: false,
        };
        // The machine and fmt ask for these by themselves.
        layouts.rtype(TypeId::STRING);
        layouts.rtype(TypeId::ERROR);
        let text: Arc<str> = "String() string".into();
        let name = Name::new("String".into(), None);
        layouts.asked.insert(text.clone(), Asked { name, text });
        layouts
    }

    /// Slots in memory; more than [`MAX_SLOTS`] all count as one more.
    pub fn slots(&mut self, ty: TypeId) -> u32 {
        if let Some(&slots) = self.slots.get(&ty) {
            return slots as u32;
        }
        let slots = match &*self.types.under(ty) {
            Type::Struct(fields) => fields.iter().map(|f| u64::from(self.slots(f.ty))).sum(),
            Type::Array { len, elem } => len.saturating_mul(u64::from(self.slots(*elem))),
            Type::Tuple(items) => items.len() as u64,
            Type::Basic(basic) if basic.is_complex() => 2,
            _ => 1,
        };
        let slots = slots.min(MAX_SLOTS + 1);
        self.slots.insert(ty, slots);
        slots as u32
    }

    /// Whether values are held as references to memory.
    pub fn wide(&mut self, ty: TypeId) -> bool {
        self.slots(ty) > 1
    }

    /// The first slot of field `index` of a struct type.
    pub fn field_slot(&mut self, ty: TypeId, index: usize) -> u32 {
        match &*self.types.under(ty) {
            Type::Struct(fields) => fields[..index].iter().map(|f| self.slots(f.ty)).sum(),
            _ => 0,
        }
    }

    /// Bytes under Go.
    pub fn bytes(&self, ty: TypeId) -> u64 {
        self.size(ty).0
    }

    /// Where field `index` of a struct type begins under Go, in bytes.
    pub fn field_bytes(&self, ty: TypeId, index: usize) -> u32 {
        let Type::Struct(fields) = &*self.types.under(ty) else {
            return 0;
        };
        let mut at = 0u64;
        for (nth, field) in fields.iter().enumerate().take(index + 1) {
            let (size, align) = self.size(field.ty);
            at = at.next_multiple_of(align);
            if nth < index {
                at = at.saturating_add(size);
            }
        }
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    /// Whether a value that fits a register has an array in it, whose elements need memory to be indexed in.
    pub fn has_array(&self, ty: TypeId) -> bool {
        match &*self.types.under(ty) {
            Type::Array { .. } => true,
            Type::Struct(fields) => fields.iter().any(|f| self.has_array(f.ty)),
            _ => false,
        }
    }

    /// Size and alignment in bytes on 64 bits.
    fn size(&self, ty: TypeId) -> (u64, u64) {
        match &*self.types.under(ty) {
            Type::Basic(Basic::String) => (16, 8),
            Type::Basic(Basic::Bool) => (1, 1),
            Type::Basic(Basic::Complex64) => (8, 4),
            Type::Basic(Basic::Complex128) => (16, 8),
            Type::Basic(basic) => {
                let bytes = u64::from(basic.bits() / 8).max(1);
                (bytes, bytes)
            }
            Type::Slice(_) => (24, 8),
            Type::Interface(_) => (16, 8),
            Type::Array { len, elem } => {
                let (size, align) = self.size(*elem);
                (size.saturating_mul(*len), align)
            }
            Type::Struct(fields) => {
                let (mut at, mut widest) = (0u64, 1);
                for field in fields.iter() {
                    let (size, align) = self.size(field.ty);
                    at = at.next_multiple_of(align).saturating_add(size);
                    widest = widest.max(align);
                }
                let tail = fields.last().is_some_and(|f| self.size(f.ty).0 == 0) && at > 0;
                ((at + u64::from(tail)).next_multiple_of(widest), widest)
            }
            _ => (8, 8),
        }
    }

    /// Whether a value has references in it, as the collector sees it.
    pub fn has_refs(&mut self, ty: TypeId) -> bool {
        let rtype = usize::from(self.rtype(ty));
        self.table[rtype].refs.contains(&true)
    }

    fn refs(&mut self, ty: TypeId, into: &mut Vec<bool>) {
        if into.len() as u64 > MAX_SLOTS {
            return;
        }
        match &*self.types.under(ty) {
            Type::Basic(basic) if basic.is_complex() => into.extend([false; 2]),
            Type::Basic(basic) => into.push(basic.is_string()),
            Type::Struct(fields) => {
                for field in fields.iter() {
                    self.refs(field.ty, into);
                }
            }
            Type::Array { len, elem } => {
                let start = into.len();
                if *len > 0 {
                    self.refs(*elem, into);
                }
                let one: Vec<bool> = into[start..].to_vec();
                for _ in 1..(*len).min(MAX_SLOTS) {
                    if one.is_empty() || into.len() as u64 > MAX_SLOTS {
                        break;
                    }
                    into.extend_from_slice(&one);
                }
            }
            _ => into.push(true),
        }
    }

    /// The run-time type of a type.
    pub fn rtype(&mut self, ty: TypeId) -> RTypeId {
        let ty = self.types.canonical(ty);
        if let Some(index) = self.table.get_index_of(&ty) {
            return index as RTypeId;
        }
        let index = self.table.len();
        self.overflow |= index >= usize::from(RTypeId::MAX);
        let mut refs = vec![];
        self.refs(ty, &mut refs);
        let rtype = RType {
            name: self.name(ty).into(),
            kind: RKind::Func,
            named: matches!(&*self.types.get(ty), Type::Named { .. }),
            basic: self.types.basic(ty),
            slots: self.slots(ty),
            size: self.size(ty).0,
            refs: refs.into(),
            comparable: self.types.comparable(ty, false),
            methods: vec![],
        };
        self.table.insert(ty, rtype);
        let kind = self.kind(ty);
        self.table[index].kind = kind;
        if self.reflected && !self.is_pointer_to_pointer(ty) {
            self.rtype(self.types.intern(Type::Pointer(ty)));
        }
        index as RTypeId
    }

    fn is_pointer_to_pointer(&self, ty: TypeId) -> bool {
        let elem = |ty| match *self.types.under(ty) {
            Type::Pointer(elem) => Some(elem),
            _ => None,
        };
        elem(ty).and_then(elem).is_some()
    }

    fn kind(&mut self, ty: TypeId) -> RKind {
        match &*self.types.under(ty) {
            Type::Basic(Basic::Uintptr) => RKind::Uintptr,
            Type::Basic(basic) if basic.is_boolean() => RKind::Bool,
            Type::Basic(basic) if basic.is_string() => RKind::String,
            Type::Basic(basic) if basic.is_float() => RKind::Float(basic.bits() as u8),
            Type::Basic(Basic::Complex64) => RKind::Complex(self.rtype(TypeId::FLOAT32)),
            Type::Basic(Basic::Complex128) => RKind::Complex(self.rtype(TypeId::FLOAT64)),
            Type::Basic(basic) if basic.is_unsigned() => RKind::Uint(basic.bits() as u8),
            Type::Basic(basic) => RKind::Int(basic.bits() as u8),
            Type::Pointer(elem) => RKind::Pointer(self.rtype(*elem)),
            Type::Slice(elem) => RKind::Slice(self.rtype(*elem)),
            Type::Array { len, elem } => RKind::Array(self.rtype(*elem), *len),
            Type::Map { key, elem } => RKind::Map(self.rtype(*key), self.rtype(*elem)),
            Type::Chan { elem, .. } => RKind::Chan(self.rtype(*elem)),
            Type::Interface(_) => {
                let set = self.types.type_set(ty);
                let asked = set.methods.iter();
                let mut names: Vec<u16> = asked
                    .map(|m| self.method_name(&m.name, m.signature))
                    .collect();
                names.sort_unstable();
                RKind::Interface(names)
            }
            Type::Struct(fields) => {
                let mut slot = 0;
                let mut list = vec![];
                for field in fields.iter() {
                    list.push(RField {
                        name: field.name.text.clone(),
                        ty: self.rtype(field.ty),
                        slot,
                        tag: field.tag.clone(),
                        embedded: field.embedded,
                        exported: is_exported(&field.name.text),
                    });
                    slot += self.slots(field.ty);
                }
                RKind::Struct(list)
            }
            _ => RKind::Func,
        }
    }

    /// The number of a method that an interface asks for.
    pub fn method_name(&mut self, name: &Name, signature: TypeId) -> u16 {
        let text = self.method_text(name, signature);
        let entry = self.asked.entry(text.clone());
        let index = entry.index();
        entry.or_insert_with(|| Asked {
            name: name.clone(),
            text,
        });
        self.overflow |= index >= usize::from(u16::MAX);
        index as u16
    }

    /// A method's name and signature in one text, the same for methods that satisfy each other.
    pub fn method_text(&self, name: &Name, signature: TypeId) -> Arc<str> {
        let mut text = String::new();
        if let Some(package) = name.package {
            text.push_str(&self.types.package(package).name);
            text.push('.');
        }
        text.push_str(&name.text);
        if let Type::Func(signature) = &*self.types.under(signature) {
            text.push_str(&self.signature(signature));
        }
        text.into()
    }

    fn package_name(&self, package: PackageId) -> Arc<str> {
        self.types.package(package).name
    }

    fn list(&self, types: impl Iterator<Item = TypeId>, separator: &str) -> String {
        types
            .map(|ty| self.name(ty))
            .collect::<Vec<_>>()
            .join(separator)
    }

    fn signature(&self, signature: &Signature) -> String {
        let mut params: Vec<String> = signature.params.iter().map(|p| self.name(p.ty)).collect();
        if signature.variadic
            && let Some(last) = params.last_mut()
        {
            *last = format!("...{}", last.strip_prefix("[]").unwrap_or(last));
        }
        let results = self.list(signature.results.iter().map(|r| r.ty), ", ");
        let params = params.join(", ");
        match signature.results.len() {
            0 => format!("({params})"),
            1 => format!("({params}) {results}"),
            _ => format!("({params}) ({results})"),
        }
    }

    /// A type as `%T` prints it.
    pub fn name(&self, ty: TypeId) -> String {
        match &*self.types.get(self.types.canonical(ty)) {
            Type::Basic(basic) => basic.canonical().text().to_string(),
            Type::Named { decl, args } => {
                let (name, package) = self.types.decl_with(*decl, |d| (d.name.clone(), d.package));
                let mut text = match package {
                    Some(package) => format!("{}.{name}", self.package_name(package)),
                    None => name.to_string(),
                };
                if !args.is_empty() {
                    text += &format!("[{}]", self.list(args.iter().copied(), ","));
                }
                text
            }
            Type::Pointer(elem) => format!("*{}", self.name(*elem)),
            Type::Slice(elem) => format!("[]{}", self.name(*elem)),
            Type::Array { len, elem } => format!("[{len}]{}", self.name(*elem)),
            Type::Map { key, elem } => format!("map[{}]{}", self.name(*key), self.name(*elem)),
            Type::Chan { dir, elem } => {
                use crate::go::ast::ChanDir;
                let receives = |ty| {
                    matches!(
                        &*self.types.get(ty),
                        Type::Chan {
                            dir: ChanDir::Receive,
                            ..
                        }
                    )
                };
                match dir {
                    ChanDir::Both if receives(*elem) => format!("chan ({})", self.name(*elem)),
                    ChanDir::Both => format!("chan {}", self.name(*elem)),
                    ChanDir::Send => format!("chan<- {}", self.name(*elem)),
                    ChanDir::Receive => format!("<-chan {}", self.name(*elem)),
                }
            }
            Type::Func(signature) => format!("func{}", self.signature(signature)),
            Type::Struct(fields) if fields.is_empty() => "struct {}".to_string(),
            Type::Struct(fields) => {
                let fields = fields.iter().map(|f| {
                    let tag = match &*f.tag {
                        [] => String::new(),
                        tag => format!(" {:?}", String::from_utf8_lossy(tag)),
                    };
                    match f.embedded {
                        true => self.name(f.ty) + &tag,
                        false => format!("{} {}{tag}", f.name.text, self.name(f.ty)),
                    }
                });
                format!("struct {{ {} }}", fields.collect::<Vec<_>>().join("; "))
            }
            Type::Interface(_) => {
                let set = self.types.type_set(ty);
                if set.methods.is_empty() {
                    return "interface {}".to_string();
                }
                let methods = set
                    .methods
                    .iter()
                    .map(|m| self.method_text(&m.name, m.signature).to_string());
                format!("interface {{ {} }}", methods.collect::<Vec<_>>().join("; "))
            }
            Type::Tuple(items) => format!("({})", self.list(items.iter().copied(), ", ")),
            Type::Param(param) => self.types.param(*param).name.to_string(),
            Type::Union(_) => "union".to_string(),
        }
    }
}
