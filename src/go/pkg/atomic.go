// Package atomic changes memory that several goroutines share, without a lock.
package atomic

// These take no room; they are in types of which there must be no copies, and of words of 64 bits, as under Go.
type (
	noCopy  struct{}
	align64 struct{}
)

// LoadInt32 returns what addr points to.
func LoadInt32(addr *int32) (val int32)

// StoreInt32 sets what addr points to.
func StoreInt32(addr *int32, val int32)

// SwapInt32 sets what addr points to and returns what was there.
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 sets what addr points to if it is old, and reports whether it did.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AddInt32 adds delta to what addr points to and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32)

// AndInt32 keeps of what addr points to the bits in mask, and returns what was there.
func AndInt32(addr *int32, mask int32) (old int32)

// OrInt32 sets the bits in mask in what addr points to, and returns what was there.
func OrInt32(addr *int32, mask int32) (old int32)

// Int32 is an int32 that changes at once.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value.
func (x *Int32) Load() int32

// Store sets the value.
func (x *Int32) Store(val int32)

// Swap sets the value and returns the one before.
func (x *Int32) Swap(new int32) (old int32)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool)

// Add adds delta and returns the sum.
func (x *Int32) Add(delta int32) (new int32)

// And keeps the bits in mask and returns the value before.
func (x *Int32) And(mask int32) (old int32)

// Or sets the bits in mask and returns the value before.
func (x *Int32) Or(mask int32) (old int32)

// LoadInt64 returns what addr points to.
func LoadInt64(addr *int64) (val int64)

// StoreInt64 sets what addr points to.
func StoreInt64(addr *int64, val int64)

// SwapInt64 sets what addr points to and returns what was there.
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 sets what addr points to if it is old, and reports whether it did.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AddInt64 adds delta to what addr points to and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64)

// AndInt64 keeps of what addr points to the bits in mask, and returns what was there.
func AndInt64(addr *int64, mask int64) (old int64)

// OrInt64 sets the bits in mask in what addr points to, and returns what was there.
func OrInt64(addr *int64, mask int64) (old int64)

// Int64 is an int64 that changes at once.
type Int64 struct {
	_ noCopy
	_ align64
	v int64
}

// Load returns the value.
func (x *Int64) Load() int64

// Store sets the value.
func (x *Int64) Store(val int64)

// Swap sets the value and returns the one before.
func (x *Int64) Swap(new int64) (old int64)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool)

// Add adds delta and returns the sum.
func (x *Int64) Add(delta int64) (new int64)

// And keeps the bits in mask and returns the value before.
func (x *Int64) And(mask int64) (old int64)

// Or sets the bits in mask and returns the value before.
func (x *Int64) Or(mask int64) (old int64)

// LoadUint32 returns what addr points to.
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 sets what addr points to.
func StoreUint32(addr *uint32, val uint32)

// SwapUint32 sets what addr points to and returns what was there.
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 sets what addr points to if it is old, and reports whether it did.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AddUint32 adds delta to what addr points to and returns the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32)

// AndUint32 keeps of what addr points to the bits in mask, and returns what was there.
func AndUint32(addr *uint32, mask uint32) (old uint32)

// OrUint32 sets the bits in mask in what addr points to, and returns what was there.
func OrUint32(addr *uint32, mask uint32) (old uint32)

// Uint32 is a uint32 that changes at once.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Uint32) Load() uint32

// Store sets the value.
func (x *Uint32) Store(val uint32)

// Swap sets the value and returns the one before.
func (x *Uint32) Swap(new uint32) (old uint32)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool)

// Add adds delta and returns the sum.
func (x *Uint32) Add(delta uint32) (new uint32)

// And keeps the bits in mask and returns the value before.
func (x *Uint32) And(mask uint32) (old uint32)

// Or sets the bits in mask and returns the value before.
func (x *Uint32) Or(mask uint32) (old uint32)

// LoadUint64 returns what addr points to.
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 sets what addr points to.
func StoreUint64(addr *uint64, val uint64)

// SwapUint64 sets what addr points to and returns what was there.
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 sets what addr points to if it is old, and reports whether it did.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AddUint64 adds delta to what addr points to and returns the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64)

// AndUint64 keeps of what addr points to the bits in mask, and returns what was there.
func AndUint64(addr *uint64, mask uint64) (old uint64)

// OrUint64 sets the bits in mask in what addr points to, and returns what was there.
func OrUint64(addr *uint64, mask uint64) (old uint64)

// Uint64 is a uint64 that changes at once.
type Uint64 struct {
	_ noCopy
	_ align64
	v uint64
}

// Load returns the value.
func (x *Uint64) Load() uint64

// Store sets the value.
func (x *Uint64) Store(val uint64)

// Swap sets the value and returns the one before.
func (x *Uint64) Swap(new uint64) (old uint64)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool)

// Add adds delta and returns the sum.
func (x *Uint64) Add(delta uint64) (new uint64)

// And keeps the bits in mask and returns the value before.
func (x *Uint64) And(mask uint64) (old uint64)

// Or sets the bits in mask and returns the value before.
func (x *Uint64) Or(mask uint64) (old uint64)

// LoadUintptr returns what addr points to.
func LoadUintptr(addr *uintptr) (val uintptr)

// StoreUintptr sets what addr points to.
func StoreUintptr(addr *uintptr, val uintptr)

// SwapUintptr sets what addr points to and returns what was there.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// CompareAndSwapUintptr sets what addr points to if it is old, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// AddUintptr adds delta to what addr points to and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// AndUintptr keeps of what addr points to the bits in mask, and returns what was there.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)

// OrUintptr sets the bits in mask in what addr points to, and returns what was there.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)

// Uintptr is a uintptr that changes at once.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value.
func (x *Uintptr) Load() uintptr

// Store sets the value.
func (x *Uintptr) Store(val uintptr)

// Swap sets the value and returns the one before.
func (x *Uintptr) Swap(new uintptr) (old uintptr)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool)

// Add adds delta and returns the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr)

// And keeps the bits in mask and returns the value before.
func (x *Uintptr) And(mask uintptr) (old uintptr)

// Or sets the bits in mask and returns the value before.
func (x *Uintptr) Or(mask uintptr) (old uintptr)

// Bool is a bool that changes at once.
type Bool struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Bool) Load() bool

// Store sets the value.
func (x *Bool) Store(val bool)

// Swap sets the value and returns the one before.
func (x *Bool) Swap(new bool) (old bool)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool)

// Pointer is a pointer that changes at once.
type Pointer[T any] struct {
	_ [0]*T
	_ noCopy
	v *T
}

// Load returns the pointer.
func (x *Pointer[T]) Load() *T { return loadPointer(&x.v) }

// Store sets the pointer.
func (x *Pointer[T]) Store(val *T) { storePointer(&x.v, val) }

// Swap sets the pointer and returns the one before.
func (x *Pointer[T]) Swap(new *T) (old *T) { return swapPointer(&x.v, new) }

// CompareAndSwap sets the pointer if it is old, and reports whether it did.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return compareAndSwapPointer(&x.v, old, new)
}

func loadPointer[T any](addr **T) *T
func storePointer[T any](addr **T, val *T)
func swapPointer[T any](addr **T, new *T) (old *T)
func compareAndSwapPointer[T any](addr **T, old, new *T) (swapped bool)

// Value holds any value, always of one type.
type Value struct{ v any }

// Load returns the value; nil where none was stored.
func (v *Value) Load() (val any)

// Store sets the value.
func (v *Value) Store(val any)

// Swap sets the value and returns the one before; nil where there was none.
func (v *Value) Swap(new any) (old any)

// CompareAndSwap sets the value if it is old, and reports whether it did.
func (v *Value) CompareAndSwap(old, new any) (swapped bool)
