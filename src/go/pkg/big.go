// Package big has integers of any size.
package big

import "math/rand"

// MaxBase is the largest base of text.
const MaxBase = 62

// Int is an integer. Its zero value is 0.
type Int struct {
	// In two's complement, the highest byte first; empty for 0.
	bytes string
}

// What operate does.
const (
	add = iota
	sub
	mul
	quo // towards zero
	div // towards what leaves no negative rest
	and
	or
	xor
)

// operate returns x op y, and the rest of a division.
func operate(op int, x, y string) (z, rest string)

// power returns x to the power y, modulo m unless that is 0.
func power(x, y, m string) string

// shift returns x times two to the power n.
func shift(x string, n int) string

// root returns the square root of x, rounded down.
func root(x string) string

// compare returns whether x is less than, equal to or greater than y: -1, 0 or 1.
func compare(x, y string) int

// write and read are for text in a base.
func write(x string, base int) string
func read(s string, base int) (x string, ok bool)

// ofInt and ofUint return a machine's integer; intOf returns the low 64 bits of one, and whether it fits int64 and uint64.
func ofInt(i int64) string
func ofUint(i uint64) string
func intOf(x string) (low uint64, signed, unsigned bool)

// magnitude returns the bytes of the absolute value, and ofMagnitude the integer of such.
func magnitude(x string) string
func ofMagnitude(b string) string

// NewInt returns a new integer.
func NewInt(x int64) *Int { return &Int{ofInt(x)} }

func (z *Int) set(bytes string) *Int {
	z.bytes = bytes
	return z
}

// Set sets z to x.
func (z *Int) Set(x *Int) *Int { return z.set(x.bytes) }

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int { return z.set(ofInt(x)) }

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.set(ofUint(x)) }

// SetBytes sets z to the integer of these bytes, the highest first.
func (z *Int) SetBytes(buf []byte) *Int { return z.set(ofMagnitude(string(buf))) }

// Bytes returns the bytes of the absolute value, the highest first.
func (x *Int) Bytes() []byte { return []byte(magnitude(x.bytes)) }

// Sign returns -1, 0 or 1.
func (x *Int) Sign() int { return compare(x.bytes, "") }

// Cmp compares x with y.
func (x *Int) Cmp(y *Int) int { return compare(x.bytes, y.bytes) }

// CmpAbs compares the absolute values.
func (x *Int) CmpAbs(y *Int) int { return new(Int).Abs(x).Cmp(new(Int).Abs(y)) }

// Int64 returns x as an int64, if it fits.
func (x *Int) Int64() int64 {
	low, _, _ := intOf(x.bytes)
	return int64(low)
}

// Uint64 returns x as a uint64, if it fits; else the low bits of its absolute value.
func (x *Int) Uint64() uint64 {
	low, _, _ := intOf(x.bytes)
	if x.Sign() < 0 {
		return -low
	}
	return low
}

// IsInt64 reports whether x fits an int64.
func (x *Int) IsInt64() bool {
	_, signed, _ := intOf(x.bytes)
	return signed
}

// IsUint64 reports whether x fits a uint64.
func (x *Int) IsUint64() bool {
	_, _, unsigned := intOf(x.bytes)
	return unsigned
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.op(add, x, y) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.op(sub, x, y) }

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int { return z.op(mul, x, y) }

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int { return z.op(and, x, y) }

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int { return z.op(or, x, y) }

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int { return z.op(xor, x, y) }

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int { return z.And(x, new(Int).Not(y)) }

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int { return z.Sub(NewInt(-1), x) }

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int { return z.Sub(new(Int), x) }

// Abs sets z to the absolute value of x.
func (z *Int) Abs(x *Int) *Int {
	if x.Sign() < 0 {
		return z.Neg(x)
	}
	return z.Set(x)
}

func (z *Int) op(op int, x, y *Int) *Int {
	result, _ := operate(op, x.bytes, y.bytes)
	return z.set(result)
}

func divide(op int, x, y *Int) (q, r string) {
	if y.bytes == "" {
		panic("division by zero")
	}
	return operate(op, x.bytes, y.bytes)
}

// Quo sets z to x/y, towards zero.
func (z *Int) Quo(x, y *Int) *Int {
	q, _ := divide(quo, x, y)
	return z.set(q)
}

// Rem sets z to x%y, with the sign of x.
func (z *Int) Rem(x, y *Int) *Int {
	_, r := divide(quo, x, y)
	return z.set(r)
}

// QuoRem sets z to x/y and r to x%y, as Go's integers divide.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	q, rest := divide(quo, x, y)
	return z.set(q), r.set(rest)
}

// Div sets z to the quotient that leaves a rest which isn't negative.
func (z *Int) Div(x, y *Int) *Int {
	q, _ := divide(div, x, y)
	return z.set(q)
}

// Mod sets z to the rest that isn't negative.
func (z *Int) Mod(x, y *Int) *Int {
	_, r := divide(div, x, y)
	return z.set(r)
}

// DivMod sets z to the quotient that leaves a rest which isn't negative, and m to that.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	q, rest := divide(div, x, y)
	return z.set(q), m.set(rest)
}

// Exp sets z to x**y, modulo m unless that is nil or 0. A negative y needs an inverse of x.
func (z *Int) Exp(x, y, m *Int) *Int {
	modulus := ""
	if m != nil {
		modulus = ofMagnitude(magnitude(m.bytes))
	}
	if y.Sign() < 0 {
		if modulus == "" {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, &Int{modulus})
		if inverse == nil {
			return nil
		}
		return z.set(power(inverse.bytes, new(Int).Neg(y).bytes, modulus))
	}
	return z.set(power(x.bytes, y.bytes, modulus))
}

// Sqrt sets z to the square root of x, rounded down.
func (z *Int) Sqrt(x *Int) *Int {
	if x.Sign() < 0 {
		panic("square root of negative number")
	}
	return z.set(root(x.bytes))
}

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.set(shift(x.bytes, int(n))) }

// Rsh sets z to x >> n.
func (z *Int) Rsh(x *Int, n uint) *Int { return z.set(shift(x.bytes, -int(n))) }

// GCD sets z to the greatest common divisor of a and b, and x and y, unless they are nil, so that z = a*x + b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	r, s := new(Int).Set(a), new(Int).Set(b)
	x0, x1 := NewInt(1), NewInt(0)
	y0, y1 := NewInt(0), NewInt(1)
	for s.Sign() != 0 {
		q, rest := new(Int).QuoRem(r, s, new(Int))
		r, s = s, rest
		x0, x1 = x1, new(Int).Sub(x0, new(Int).Mul(q, x1))
		y0, y1 = y1, new(Int).Sub(y0, new(Int).Mul(q, y1))
	}
	if r.Sign() < 0 {
		r.Neg(r)
		x0.Neg(x0)
		y0.Neg(y0)
	}
	if x != nil {
		x.Set(x0)
	}
	if y != nil {
		y.Set(y0)
	}
	return z.Set(r)
}

// ModInverse sets z to the inverse of g modulo n, and returns nil where there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	n = new(Int).Abs(n)
	x := new(Int)
	if new(Int).GCD(x, nil, new(Int).Mod(g, n), n).Cmp(NewInt(1)) != 0 {
		return nil
	}
	return z.Mod(x, n)
}

// MulRange sets z to the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	if a > b {
		return z.SetInt64(1)
	}
	if a <= 0 && b >= 0 {
		return z.SetInt64(0)
	}
	if b-a < 16 {
		product := NewInt(a)
		for i := a + 1; i <= b; i++ {
			product.Mul(product, NewInt(i))
		}
		return z.Set(product)
	}
	m := a + (b-a)/2
	return z.Mul(new(Int).MulRange(a, m), new(Int).MulRange(m+1, b))
}

// Binomial sets z to the number of ways to choose k of n.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	k = min(k, n-k)
	product := NewInt(1)
	for i := int64(1); i <= k; i++ {
		product.Mul(product, NewInt(n-k+i))
		product.Quo(product, NewInt(i))
	}
	return z.Set(product)
}

// BitLen returns how many bits the absolute value has.
func (x *Int) BitLen() int {
	b := magnitude(x.bytes)
	if b == "" {
		return 0
	}
	n := 8 * (len(b) - 1)
	for top := b[0]; top > 0; top >>= 1 {
		n++
	}
	return n
}

// Bit returns bit i.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	return uint(new(Int).Rsh(x, uint(i)).Uint64() & 1)
}

// SetBit sets z to x with bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	bit := new(Int).Lsh(NewInt(1), uint(i))
	if b == 0 {
		return z.AndNot(x, bit)
	}
	return z.Or(x, bit)
}

// TrailingZeroBits returns how many of the lowest bits are 0.
func (x *Int) TrailingZeroBits() uint {
	if x.Sign() == 0 {
		return 0
	}
	n := uint(0)
	for x.Bit(int(n)) == 0 {
		n++
	}
	return n
}

// ProbablyPrime reports whether x is prime, by the first primes as witnesses, and n drawn ones.
func (x *Int) ProbablyPrime(n int) bool {
	one, two := NewInt(1), NewInt(2)
	if x.Cmp(two) < 0 {
		return false
	}
	less := new(Int).Sub(x, one)
	twos := less.TrailingZeroBits()
	odd := new(Int).Rsh(less, twos)
	passes := func(witness *Int) bool {
		y := new(Int).Exp(witness, odd, x)
		if y.Cmp(one) == 0 || y.Cmp(less) == 0 {
			return true
		}
		for range twos - 1 {
			if y.Exp(y, two, x); y.Cmp(less) == 0 {
				return true
			}
		}
		return false
	}
	for _, p := range []int64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37} {
		prime := NewInt(p)
		if x.Cmp(prime) == 0 {
			return true
		}
		if new(Int).Rem(x, prime).Sign() == 0 || !passes(prime) {
			return false
		}
	}
	source := rand.New(rand.NewSource(x.Int64()))
	for range n {
		if !passes(NewInt(2 + source.Int63n(1<<31))) {
			return false
		}
	}
	return true
}
