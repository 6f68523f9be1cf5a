// Package bits counts and moves bits.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// Len64 returns how many bits x needs.
func Len64(x uint64) (n int) {
	for shift := 32; shift > 0; shift /= 2 {
		if x >= 1<<shift {
			x >>= shift
			n += shift
		}
	}
	return n + int(x)
}

// Len returns how many bits x needs.
func Len(x uint) int { return Len64(uint64(x)) }

// Len32 returns how many bits x needs.
func Len32(x uint32) int { return Len64(uint64(x)) }

// Len16 returns how many bits x needs.
func Len16(x uint16) int { return Len64(uint64(x)) }

// Len8 returns how many bits x needs.
func Len8(x uint8) int { return Len64(uint64(x)) }

// LeadingZeros64 returns the zeros before the first one.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// LeadingZeros returns the zeros before the first one.
func LeadingZeros(x uint) int { return 64 - Len(x) }

// LeadingZeros32 returns the zeros before the first one.
func LeadingZeros32(x uint32) int { return 32 - Len32(x) }

// LeadingZeros16 returns the zeros before the first one.
func LeadingZeros16(x uint16) int { return 16 - Len16(x) }

// LeadingZeros8 returns the zeros before the first one.
func LeadingZeros8(x uint8) int { return 8 - Len8(x) }

// TrailingZeros64 returns the zeros after the last one.
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return Len64(x&-x) - 1
}

// TrailingZeros returns the zeros after the last one.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros32 returns the zeros after the last one.
func TrailingZeros32(x uint32) int { return min(32, TrailingZeros64(uint64(x))) }

// TrailingZeros16 returns the zeros after the last one.
func TrailingZeros16(x uint16) int { return min(16, TrailingZeros64(uint64(x))) }

// TrailingZeros8 returns the zeros after the last one.
func TrailingZeros8(x uint8) int { return min(8, TrailingZeros64(uint64(x))) }

// OnesCount64 returns the number of ones.
func OnesCount64(x uint64) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return n
}

// OnesCount returns the number of ones.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount32 returns the number of ones.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// OnesCount16 returns the number of ones.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount8 returns the number of ones.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// RotateLeft64 moves the bits up by k; what falls out comes in below.
func RotateLeft64(x uint64, k int) uint64 { return x<<(uint(k)&63) | x>>(uint(-k)&63) }

// RotateLeft moves the bits up by k.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft32 moves the bits up by k.
func RotateLeft32(x uint32, k int) uint32 { return x<<(uint(k)&31) | x>>(uint(-k)&31) }

// RotateLeft16 moves the bits up by k.
func RotateLeft16(x uint16, k int) uint16 { return x<<(uint(k)&15) | x>>(uint(-k)&15) }

// RotateLeft8 moves the bits up by k.
func RotateLeft8(x uint8, k int) uint8 { return x<<(uint(k)&7) | x>>(uint(-k)&7) }

// Reverse64 returns the bits in reverse order.
func Reverse64(x uint64) (r uint64) {
	for range 64 {
		r = r<<1 | x&1
		x >>= 1
	}
	return r
}

// Reverse returns the bits in reverse order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse32 returns the bits in reverse order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse16 returns the bits in reverse order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse8 returns the bits in reverse order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// ReverseBytes64 returns the bytes in reverse order.
func ReverseBytes64(x uint64) (r uint64) {
	for range 8 {
		r = r<<8 | x&255
		x >>= 8
	}
	return r
}

// ReverseBytes returns x with its bytes in reverse order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes32 returns the bytes in reverse order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes16 returns the bytes in reverse order.
func ReverseBytes16(x uint16) uint16 { return x<<8 | x>>8 }

// Add64 returns the sum of x, y and carry, and the carry.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub64 returns x - y - borrow, and the borrow.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul64 returns the upper and the lower half of x * y.
func Mul64(x, y uint64) (hi, lo uint64) {
	const half = 1<<32 - 1
	x0, x1, y0, y1 := x&half, x>>32, y&half, y>>32
	middle := x1*y0 + x0*y0>>32
	lower := middle&half + x0*y1
	return x1*y1 + middle>>32 + lower>>32, x * y
}

// Add returns x + y + carry, and the carry.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 returns x + y + carry, and the carry.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	all := uint64(x) + uint64(y) + uint64(carry)
	return uint32(all), uint32(all >> 32)
}

// Sub returns x - y - borrow, and the borrow.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 returns x - y - borrow, and the borrow.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	all := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(all), uint32(all>>32) & 1
}

// Mul returns both words of x * y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 returns both halves of x * y.
func Mul32(x, y uint32) (hi, lo uint32) {
	all := uint64(x) * uint64(y)
	return uint32(all >> 32), uint32(all)
}

// Div64 returns what hi and lo, the words of one number, are divided by y, and what is left. It panics where y is no
// larger than hi.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(divideError)
	}
	if y <= hi {
		panic(overflowError)
	}
	for range 64 {
		top := hi >> 63
		hi, lo = hi<<1|lo>>63, lo<<1
		quo <<= 1
		if top == 1 || hi >= y {
			hi -= y
			quo |= 1
		}
	}
	return quo, hi
}

var divideError, overflowError = arithmeticError("integer divide by zero"), arithmeticError("integer overflow")

type arithmeticError string

func (e arithmeticError) RuntimeError() {}
func (e arithmeticError) Error() string { return "runtime error: " + string(e) }

// Div is Div64.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 is Div64 for halves.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(overflowError)
	}
	all := uint64(hi)<<32 | uint64(lo)
	return uint32(all / uint64(y)), uint32(all % uint64(y))
}

// Rem64 returns what is left of hi and lo divided by y, however large that is.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}

// Rem is Rem64.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 is Rem64 for halves.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }
