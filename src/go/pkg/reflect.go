// Package reflect looks at types and values as the program runs.
package reflect

import "strconv"

// Kind is what sort of type a type is.
type Kind uint

// The kinds.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is Pointer.
const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func",
	"interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

func kindOf(name string) Kind {
	for k, of := range kindNames {
		if of == name {
			return Kind(k)
		}
	}
	return Invalid
}

// Type is a type.
type Type interface {
	// Name returns the name of a defined or predeclared type, else "".
	Name() string
	// PkgPath returns the path of the package that declares it.
	PkgPath() string
	// String returns how it is written.
	String() string
	// Kind returns its kind.
	Kind() Kind
	// Size returns how many bytes it takes.
	Size() uintptr
	// Bits returns how many bits a number has.
	Bits() int
	// Elem returns the type of what an array, a channel, a map, a pointer or a slice has.
	Elem() Type
	// Key returns the type of a map's keys.
	Key() Type
	// Len returns the length of an array.
	Len() int
	// NumField returns how many fields a struct has.
	NumField() int
	// Field returns a struct's field.
	Field(i int) StructField
	// FieldByName returns a struct's field, maybe one of an embedded struct.
	FieldByName(name string) (StructField, bool)
	// Comparable reports whether == is defined on it.
	Comparable() bool
	// Implements reports whether it has the methods of an interface.
	Implements(u Type) bool
	// AssignableTo reports whether its values can be assigned to variables of type u.
	AssignableTo(u Type) bool
}

// StructField is a field of a struct.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Index     []int
	Anonymous bool
}

// IsExported reports whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is what stands after a field: key:"value" pairs.
type StructTag string

// Get returns the value of key, "" where there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of key.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		i := 0
		for i < len(rest) && rest[i] > ' ' && rest[i] != ':' && rest[i] != '"' && rest[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(rest) || rest[i] != ':' || rest[i+1] != '"' {
			return "", false
		}
		name := rest[:i]
		rest = rest[i+1:]
		for i = 1; i < len(rest) && rest[i] != '"'; i++ {
			if rest[i] == '\\' {
				i++
			}
		}
		if i >= len(rest) {
			return "", false
		}
		quoted := rest[:i+1]
		rest = rest[i+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

// rtype is a type by its number at run time, from 1.
type rtype int

// describe returns what is known of a type: the name of its kind, how it is written, its size, the numbers of its element and
// key types, how long it is or how many fields it has, and whether it has a name and can be compared.
func describe(t rtype) (kind, text string, size, elem, key, length int, named, comparable bool)

// fieldOf returns field i of a struct: its name and tag, its type, and whether it is embedded and exported.
func fieldOf(t rtype, i int) (name, tag string, typ rtype, embedded, exported bool)

// pointerTo returns the type of pointers to t, 0 where the program has none: to pointers, it may not.
func pointerTo(t rtype) rtype

// PointerTo returns the type of pointers to t.
func PointerTo(t Type) Type {
	p := pointerTo(t.(rtype))
	if p == 0 {
		panic("reflect: Brigade has no type *" + t.String() + " in this program")
	}
	return p
}

// implements reports whether t has the methods of interface u.
func implements(t, u rtype) bool

// TypeOf returns the type of what i holds, nil where that is nothing.
func TypeOf(i any) Type {
	t := typeOf(i)
	if t == 0 {
		return nil
	}
	return t
}

// TypeFor returns the type T.
func TypeFor[T any]() Type { return TypeOf((*T)(nil)).Elem() }

// typeOf returns the type of what i holds, 0 where that is nothing.
func typeOf(i any) rtype

func (t rtype) String() string {
	_, text, _, _, _, _, _, _ := describe(t)
	return text
}

func (t rtype) Kind() Kind {
	if t == 0 {
		return Invalid
	}
	kind, _, _, _, _, _, _, _ := describe(t)
	return kindOf(kind)
}

// split returns package and name of a type that has a name.
func (t rtype) split() (path, name string) {
	_, text, _, _, _, _, named, _ := describe(t)
	if !named {
		return "", ""
	}
	for i := range len(text) {
		switch text[i] {
		case '.':
			return text[:i], text[i+1:]
		case '[':
			return "", text
		}
	}
	return "", text
}

func (t rtype) Name() string {
	_, name := t.split()
	return name
}

func (t rtype) PkgPath() string {
	path, _ := t.split()
	return path
}

func (t rtype) Size() uintptr {
	_, _, size, _, _, _, _, _ := describe(t)
	return uintptr(size)
}

func (t rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return 8 * int(t.Size())
}

// elem returns the element type, 0 where there is none.
func (t rtype) elem() rtype {
	_, _, _, elem, _, _, _, _ := describe(t)
	return rtype(elem)
}

func (t rtype) Elem() Type {
	elem := t.elem()
	if elem == 0 {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return elem
}

func (t rtype) key() rtype {
	_, _, _, _, key, _, _, _ := describe(t)
	return rtype(key)
}

func (t rtype) Key() Type {
	if t.Kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return t.key()
}

func (t rtype) length() int {
	_, _, _, _, _, length, _, _ := describe(t)
	return length
}

func (t rtype) Len() int {
	if t.Kind() != Array {
		panic("reflect: Len of non-array type " + t.String())
	}
	return t.length()
}

func (t rtype) NumField() int {
	if t.Kind() != Struct {
		panic("reflect: NumField of non-struct type " + t.String())
	}
	return t.length()
}

func (t rtype) Field(i int) StructField {
	if t.Kind() != Struct {
		panic("reflect: Field of non-struct type " + t.String())
	}
	if i < 0 || i >= t.length() {
		panic("reflect: Field index out of bounds")
	}
	name, tag, typ, embedded, exported := fieldOf(t, i)
	f := StructField{Name: name, Type: typ, Tag: StructTag(tag), Index: []int{i}, Anonymous: embedded}
	if !exported {
		f.PkgPath = "main"
	}
	return f
}

func (t rtype) FieldByName(name string) (StructField, bool) {
	if t.Kind() != Struct {
		panic("reflect: FieldByName of non-struct type " + t.String())
	}
	var inner StructField
	found := 0
	for i := range t.length() {
		f := t.Field(i)
		if f.Name == name {
			return f, true
		}
		if of := f.Type.(rtype); f.Anonymous && of.Kind() == Struct {
			if g, ok := of.FieldByName(name); ok {
				found++
				inner = g
				inner.Index = append([]int{i}, g.Index...)
			}
		}
	}
	return inner, found == 1
}

func (t rtype) Comparable() bool {
	_, _, _, _, _, _, _, comparable := describe(t)
	return comparable
}

func (t rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.(rtype))
}

func (t rtype) AssignableTo(u Type) bool {
	return t == u.(rtype) || u.Kind() == Interface && t.Implements(u)
}
