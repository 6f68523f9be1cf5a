//! The predeclared types.

/// A predeclared type or the type of an untyped constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is the Go type of its name")]
pub enum Basic {
    /// What has been complained about already; accepts and satisfies everything.
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
    /// `byte` as written; canonically `uint8`.
    Byte,
    /// `rune` as written; canonically `int32`.
    Rune,
}

impl Basic {
    /// All of them, in the order of their ids.
    pub(crate) const ALL: [Basic; 27] = [
        Basic::Invalid,
        Basic::Bool,
        Basic::Int,
        Basic::Int8,
        Basic::Int16,
        Basic::Int32,
        Basic::Int64,
        Basic::Uint,
        Basic::Uint8,
        Basic::Uint16,
        Basic::Uint32,
        Basic::Uint64,
        Basic::Uintptr,
        Basic::Float32,
        Basic::Float64,
        Basic::Complex64,
        Basic::Complex128,
        Basic::String,
        Basic::UntypedBool,
        Basic::UntypedInt,
        Basic::UntypedRune,
        Basic::UntypedFloat,
        Basic::UntypedComplex,
        Basic::UntypedString,
        Basic::UntypedNil,
        Basic::Byte,
        Basic::Rune,
    ];

    /// As messages print it.
    pub fn text(self) -> &'static str {
        match self {
            Basic::Invalid => "invalid type",
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::Int8 => "int8",
            Basic::Int16 => "int16",
            Basic::Int32 => "int32",
            Basic::Int64 => "int64",
            Basic::Uint => "uint",
            Basic::Uint8 => "uint8",
            Basic::Uint16 => "uint16",
            Basic::Uint32 => "uint32",
            Basic::Uint64 => "uint64",
            Basic::Uintptr => "uintptr",
            Basic::Float32 => "float32",
            Basic::Float64 => "float64",
            Basic::Complex64 => "complex64",
            Basic::Complex128 => "complex128",
            Basic::String => "string",
            Basic::UntypedBool => "untyped bool",
            Basic::UntypedInt => "untyped int",
            Basic::UntypedRune => "untyped rune",
            Basic::UntypedFloat => "untyped float",
            Basic::UntypedComplex => "untyped complex",
            Basic::UntypedString => "untyped string",
            Basic::UntypedNil => "untyped nil",
            Basic::Byte => "byte",
            Basic::Rune => "rune",
        }
    }

    /// `byte` and `rune` as the types they are.
    pub fn canonical(self) -> Basic {
        match self {
            Basic::Byte => Basic::Uint8,
            Basic::Rune => Basic::Int32,
            other => other,
        }
    }

    /// Whether it is an integer type, untyped ones included.
    pub fn is_integer(self) -> bool {
        use Basic::*;
        self.is_unsigned()
            || matches!(
                self,
                Int | Int8 | Int16 | Int32 | Int64 | UntypedInt | UntypedRune | Rune
            )
    }
    /// Whether it is an unsigned integer type.
    pub fn is_unsigned(self) -> bool {
        use Basic::*;
        matches!(
            self,
            Uint | Uint8 | Uint16 | Uint32 | Uint64 | Uintptr | Byte
        )
    }
    /// Whether it is a floating-point type, untyped ones included.
    pub fn is_float(self) -> bool {
        matches!(self, Basic::Float32 | Basic::Float64 | Basic::UntypedFloat)
    }
    /// Whether it is a complex type, untyped ones included.
    pub fn is_complex(self) -> bool {
        matches!(
            self,
            Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex
        )
    }
    /// Whether it is an integer, floating-point or complex type.
    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_float() || self.is_complex()
    }
    /// Whether its values have an order: numbers but complex ones, and strings.
    pub fn is_ordered(self) -> bool {
        self.is_numeric() && !self.is_complex() || self.is_string()
    }
    /// The type of a complex type's parts; none of others.
    pub fn part(self) -> Option<Basic> {
        match self {
            Basic::Complex64 => Some(Basic::Float32),
            Basic::Complex128 => Some(Basic::Float64),
            Basic::UntypedComplex => Some(Basic::UntypedFloat),
            _ => None,
        }
    }
    /// The complex type with parts of this floating-point type; none of others.
    pub fn complex_of(self) -> Option<Basic> {
        match self {
            Basic::Float32 => Some(Basic::Complex64),
            Basic::Float64 => Some(Basic::Complex128),
            Basic::UntypedFloat => Some(Basic::UntypedComplex),
            _ => None,
        }
    }
    /// Whether it is a string type.
    pub fn is_string(self) -> bool {
        matches!(self, Basic::String | Basic::UntypedString)
    }
    /// Whether it is a boolean type.
    pub fn is_boolean(self) -> bool {
        matches!(self, Basic::Bool | Basic::UntypedBool)
    }
    /// Whether it is the type of an untyped constant, or of nil.
    pub fn is_untyped(self) -> bool {
        use Basic::*;
        matches!(
            self,
            UntypedBool
                | UntypedInt
                | UntypedRune
                | UntypedFloat
                | UntypedComplex
                | UntypedString
                | UntypedNil
        )
    }
    /// Bits of a number on a 64-bit machine; 0 for others.
    pub fn bits(self) -> u32 {
        use Basic::*;
        match self {
            Int8 | Uint8 | Byte => 8,
            Int16 | Uint16 => 16,
            Int32 | Uint32 | Rune | Float32 => 32,
            Int | Int64 | Uint | Uint64 | Uintptr | Float64 | Complex64 => 64,
            Complex128 => 128,
            _ => 0,
        }
    }
    /// The type that an untyped constant takes where nothing else is asked for; others and nil are themselves.
    pub fn default_type(self) -> Basic {
        match self {
            Basic::UntypedBool => Basic::Bool,
            Basic::UntypedInt => Basic::Int,
            Basic::UntypedRune => Basic::Rune,
            Basic::UntypedFloat => Basic::Float64,
            Basic::UntypedComplex => Basic::Complex128,
            Basic::UntypedString => Basic::String,
            other => other,
        }
    }
}
